//! The users' section of Exchange's reports: to whom it could not be delivered, and the friendly reason.
//!
//! It completes the administrators' section, and stands alone when somebody pasted only what they understood.

use super::admin;
use super::labels::{self, Beginnings, Label, strip_stem, undressed};
use crate::names::terms::Action;
use crate::names::{address, host};
use crate::report::types::{Place, Recipient};
use crate::text;

/// What the users' section says.
#[derive(Debug, Default)]
pub(super) struct Front {
    /// What happened to all of them.
    pub(super) action: Option<Action>,
    /// The organisation or server that the heading says has refused.
    pub(super) refused_by: Option<String>,
    /// The recipients with the friendly reason.
    pub(super) recipients: Vec<Recipient>,
    /// "X gave this error:": the response without its codes.
    pub(super) error: Option<String>,
}

/// Headings above the list, lower case, and what they mean.
const HEADINGS: &[(Action, &str)] = &[
    (Action::Failed, "delivery has failed to these recipients"),
    (Action::Failed, "delivery to the following recipients failed"),
    (Action::Failed, "delivery to the following recipient failed"),
    (Action::Failed, "your message wasn't delivered to"),
    (Action::Failed, "your message couldn't be delivered to"),
    (Action::Failed, "échec de la remise pour ces destinataires"),
    (Action::Failed, "échec de la remise à ces destinataires"),
    (Action::Failed, "la remise à ces destinataires ou groupes a échoué"),
    (Action::Failed, "fehler bei der nachrichtenzustellung an folgende empfänger"),
    (Action::Failed, "fehler bei der zustellung an diese empfänger"),
    (Action::Failed, "il recapito non è riuscito per i seguenti destinatari"),
    (Action::Failed, "recapito non riuscito per i seguenti destinatari"),
    (Action::Failed, "det gick inte att leverera till följande mottagare"),
    (Action::Failed, "kohaletoimetamine nendele adressaatidele"),
    (Action::Failed, "не удалось выполнить доставку следующим получателям"),
    (Action::Failed, "uw bericht kan niet worden bezorgd bij de volgende"),
    (Action::Failed, "falha na entrega a estes destinat"),
    (Action::Failed, "falha na entrega para estes destinat"),
    (Action::Failed, "a entrega falhou para estes destinat"),
    (Action::Failed, "no se pudo entregar a"),
    (Action::Failed, "no se pudo entregar el mensaje a"),
    (Action::Failed, "error al entregar a estos destinatarios"),
    (Action::Failed, "error de entrega a estos destinatarios"),
    (Action::Failed, "levering til disse modtagere"),
    (Action::Failed, "levering mislyktes til disse mottakerne"),
    (Action::Failed, "以下の受信者またはグループへの配信に失敗しました"),
    (Action::Failed, "次の受信者またはグループへの配信に失敗しました"),
    (Action::Failed, "向这些收件人或通讯组传递邮件失败"),
    (Action::Failed, "无法传递到以下收件人或通讯组"),
    (Action::Failed, "未能傳遞給這些收件者或群組"),
    (Action::Failed, "다음 받는 사람 또는 그룹에게 배달하지 못했습니다"),
    (Action::Delayed, "delivery is delayed to these recipients"),
    (Action::Delayed, "delivery to the following recipients has been delayed"),
    (Action::Delayed, "la remise est retardée pour ces destinataires"),
    (Action::Delayed, "die zustellung an diese empfänger oder gruppen wird verzögert"),
    (Action::Delayed, "verzögerung bei der zustellung an folgende empfänger"),
    (Action::Delayed, "verzögerung bei der nachrichtenzustellung an folgende empfänger"),
    (Action::Relayed, "delivery to these recipients or groups is complete"),
    (Action::Relayed, "delivery to these recipients or distribution lists is complete"),
    (Action::Relayed, "your message has been successfully relayed to the following recipients"),
    (Action::Delivered, "your message has been delivered to the following recipients"),
    (Action::Expanded, "your message was delivered to the following groups"),
];

/// "X rejected your message to the following email addresses:" behind the name of the server.
const REJECTED: &[&str] = &[
    "rejected your message to the following",
    "rejected your messages to the following",
    "hat ihre nachricht an die folgenden",
    "a rejeté votre message aux adresses",
    "a rejeté votre message envoyé aux adresses",
    "ha rechazado su mensaje a las siguientes",
    "rechazó su mensaje a las siguientes",
    "ha rifiutato il messaggio",
    "rejeitou a sua mensagem para os seguintes",
    "heeft uw bericht naar de volgende",
    "avvisade ditt meddelande till följande",
];

/// "X gave this error:" behind the name of the server.
const GAVE: &[&str] = &[
    "gave this error",
    "hat diesen fehler ausgegeben",
    "hat folgenden fehler ausgegeben",
    "a généré cette erreur",
    "a renvoyé cette erreur",
    "proporcionó este error",
    "ha restituito questo errore",
    "ha generato l'errore seguente",
    "apresentou este erro",
    "gaf deze fout",
    "gav det här felet",
];

/// The line below the list that repeats the subject, lower case.
const SUBJECT: &[&str] = &[
    "subject:",
    "betreff:",
    "objet:",
    "objet :",
    "asunto:",
    "oggetto:",
    "assunto:",
    "onderwerp:",
    "ämne:",
    "emne:",
    "тема:",
    "件名:",
    "主题:",
    "主旨:",
    "제목:",
];

static HEADINGS_BEGIN: Beginnings = {
    let mut stems = [""; HEADINGS.len()];
    let mut n = 0;
    while n < stems.len() {
        stems[n] = HEADINGS[n].1;
        n += 1;
    }
    Beginnings::of(&stems)
};
static REJECTED_BEGIN: Beginnings = Beginnings::of(REJECTED);
static GAVE_BEGIN: Beginnings = Beginnings::of(GAVE);
static SUBJECT_BEGIN: Beginnings = Beginnings::of(SUBJECT);

/// Reads the users' section.
pub(super) fn read(text: &str) -> Front {
    let mut front = Front::default();
    let lines: Vec<&str> = text::lines(text).map(undressed).collect();
    let mut listing = false;
    let mut n = 0;
    while n < lines.len() {
        let line = lines[n];
        n += 1;
        if line.is_empty() {
            continue;
        }
        if labels::is(line, Label::Admin) || labels::is(line, Label::Generating) || labels::is(line, Label::Headers) {
            break;
        }
        if let Some(value) = labels::value(line, Label::Organization) {
            front.refused_by = front.refused_by.take().or_else(|| host(value.trim_start_matches([':', ' '])));
        } else if HEADINGS_BEGIN.may_begin(line)
            && let Some((action, _)) = HEADINGS.iter().find(|(_, h)| strip_stem(line, h).is_some())
        {
            front.action = Some(*action);
            listing = true;
            take_address(line, &mut front);
        } else if let Some((before, _)) = split_at_words(line, REJECTED, &REJECTED_BEGIN) {
            front.action = Some(Action::Failed);
            front.refused_by = front.refused_by.take().or_else(|| host(before));
            listing = true;
        } else if let Some((before, _)) = split_at_words(line, GAVE, &GAVE_BEGIN) {
            front.refused_by = front.refused_by.take().or_else(|| host(before));
            front.error = Some(paragraph(&lines, &mut n));
            listing = false;
        } else if SUBJECT_BEGIN.may_begin(line) && SUBJECT.iter().any(|s| strip_stem(line, s).is_some()) {
            listing = false;
        } else if listing
            && !take_address(line, &mut front)
            && let Some(recipient) = front.recipients.last_mut()
        {
            let text = match recipient.statements.pop() {
                Some(before) => format!("{} {line}", before.text),
                None => line.to_string(),
            };
            recipient.say(Place::Explanation, if text.len() < 4000 { text.as_str() } else { line });
        }
    }
    front
}

/// A line that is an address or `Name<mailto:a@b>` or `a@b (a@b)<mailto:a@b>`.
fn take_address(line: &str, front: &mut Front) -> bool {
    let Some((start, end, found)) = address::find(line) else { return false };
    let linked = line.contains("<mailto:");
    let lead = line[..start].trim_matches(|c| matches!(c, '<' | '\'' | '"' | '(' | ' '));
    let rest = line[end..].trim_start_matches(['>', '\'', '"', ')', ' ']);
    let alone = lead.is_empty() && (rest.is_empty() || rest.starts_with(['(', '<']));
    if !(alone || linked && line.len() < 300) {
        return false;
    }
    // The last address of the line is the link's, the real one.
    let mut real = found;
    if linked && let Some(at) = line.find("<mailto:") {
        real = address::find_from(line, at).map_or(found, |f| f.2);
    }
    if !front.recipients.iter().any(|r| r.address.as_deref().is_some_and(|a| address::same(a, real))) {
        front.recipients.push(Recipient::new(real));
    }
    true
}

/// The host at the beginning of a clause, without a final dot.
fn host(clause: &str) -> Option<String> {
    let word = clause.split_whitespace().next()?;
    admin::name(word).filter(|h| host::is_host(h))
}

/// Splits a line before and behind one of the clauses.
fn split_at_words<'a>(line: &'a str, words: &[&str], begin: &Beginnings) -> Option<(&'a str, &'a str)> {
    let (host, rest) = line.split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    if !begin.may_begin(rest) {
        return None;
    }
    words.iter().find_map(|w| strip_stem(rest, w)).map(|behind| (host, behind))
}

/// The next paragraph.
fn paragraph(lines: &[&str], n: &mut usize) -> String {
    let mut out = String::new();
    while *n < lines.len() {
        let line = lines[*n];
        if line.is_empty() && !out.is_empty() {
            break;
        }
        if labels::is(line, Label::Admin) || labels::is(line, Label::Generating) {
            break;
        }
        *n += 1;
        if !line.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(line);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_users_section_alone() {
        let f = read(
            "mx.example.com rejected your message to the following email addresses:\n\nSome Body<mailto:u@example.com>\nYour message was rejected.\n\nmx.example.com gave this error:\nUser unknown\n\n",
        );
        assert_eq!(f.refused_by.as_deref(), Some("mx.example.com"));
        assert_eq!(f.recipients[0].address.as_deref(), Some("u@example.com"));
        assert_eq!(f.recipients[0].statements[0].text, "Your message was rejected.");
        assert_eq!(f.error.as_deref(), Some("User unknown"));
        let f = read(
            "Échec de la remise pour ces destinataires ou groupes\u{a0}:\n\nu@example.com (u@example.com)<mailto:u@example.com>\nNon.\nNon plus.\n\nThe following organization rejected your message: mx.example.com.\n",
        );
        assert_eq!(f.recipients.len(), 1);
        assert_eq!(f.recipients[0].statements[0].text, "Non. Non plus.");
        assert_eq!(f.refused_by.as_deref(), Some("mx.example.com"));
        let f = read(
            "Delivery is delayed to these recipients or groups:\n\nu@example.com<mailto:u@example.com>\n\nSubject: x\n",
        );
        assert_eq!(f.action, Some(Action::Delayed));
    }
}
