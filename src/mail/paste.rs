//! What copying, web mailers and forums do to a text that somebody pastes, undone: literal line breaks, blank lines
//! between all lines, links made of hosts and addresses, indentation, lines that were joined. The machine part of a
//! report (RFC 3464) that was pasted along is told from its text.

use std::borrow::Cow;

use crate::mail::joined::{self, FIELDS};
use crate::text;

/// A pasted text, taken apart as a mail would be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Paste {
    /// What a person would read.
    pub text: String,
    /// The fields of the machine part.
    pub delivery_status: Option<String>,
    /// The fields that a mail program showed of the report: name and value.
    pub shown: Vec<(&'static str, String)>,
}

/// The fields that mail programs show of a mail that is forwarded or answered: our name, and how they call it.
const SHOWN: &[(&str, &[&str])] = &[
    (
        "From",
        &[
            "from",
            "von",
            "de",
            "da",
            "van",
            "fra",
            "från",
            "od",
            "от",
            "від",
            "kimden",
            "gönderen",
            "feladó",
            "lähettäjä",
            "de la",
            "από",
            "差出人",
            "送信者",
            "发件人",
            "寄件者",
            "寄件人",
            "보낸 사람",
            "보낸사람",
            "dari",
        ],
    ),
    (
        "To",
        &[
            "to",
            "an",
            "à",
            "a",
            "para",
            "aan",
            "til",
            "till",
            "do",
            "komu",
            "кому",
            "kime",
            "alıcı",
            "címzett",
            "vastaanottaja",
            "către",
            "προς",
            "宛先",
            "收件人",
            "收件者",
            "받는 사람",
            "받는사람",
            "kepada",
        ],
    ),
    (
        "Subject",
        &[
            "subject",
            "betreff",
            "objet",
            "asunto",
            "assunto",
            "oggetto",
            "onderwerp",
            "emne",
            "ämne",
            "temat",
            "předmět",
            "тема",
            "konu",
            "tárgy",
            "aihe",
            "subiect",
            "θέμα",
            "件名",
            "主题",
            "主旨",
            "제목",
            "perihal",
        ],
    ),
    (
        "Date",
        &[
            "date",
            "sent",
            "datum",
            "gesendet",
            "envoyé",
            "enviado",
            "enviado el",
            "enviada em",
            "fecha",
            "data",
            "inviato",
            "verzonden",
            "sendt",
            "dato",
            "skickat",
            "wysłano",
            "odesláno",
            "дата",
            "отправлено",
            "надіслано",
            "tarih",
            "gönderildi",
            "elküldve",
            "küldve",
            "lähetetty",
            "trimis",
            "ημερομηνία",
            "送信日時",
            "日付",
            "发送时间",
            "日期",
            "날짜",
            "보낸 날짜",
            "tanggal",
        ],
    ),
    ("Cc", &["cc", "kopie", "kopi", "kopia", "copie", "копия", "抄送", "참조"]),
    ("Reply-To", &["reply-to", "antwort an", "responder a", "rispondi a", "répondre à"]),
];

/// The field that a line shows, and its value.
fn shown(line: &str) -> Option<(&'static str, &str)> {
    let line = line.trim().trim_matches('*');
    let (name, value) = line.split_once([':', '：'])?;
    let name = name.trim().trim_matches('*').to_lowercase();
    if name.is_empty() || name.len() > 24 {
        return None;
    }
    SHOWN
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()))
        .map(|(field, _)| (*field, value.trim_matches(['*', ' '])))
}

/// The fields that a mail program set before a report that somebody forwarded, and the text without them: what stands
/// before them is dropped where it says nothing of mail.
fn unforwarded(text: &str) -> Option<(Vec<(&'static str, String)>, String)> {
    const LINES: usize = 40;
    let lines: Vec<&str> = text::whole_lines(text).take(LINES).collect();
    let first = (0..lines.len().min(25)).find(|at| {
        let fields: Vec<_> = lines[*at..].iter().map_while(|l| shown(l)).map(|(field, _)| field).collect();
        // An old Exchange lists properties of the message itself in this way, but never its author.
        fields.len() > 2 && fields.contains(&"Subject") && fields.contains(&"From")
    })?;
    let fields: Vec<_> = lines[first..].iter().map_while(|l| shown(l)).map(|(f, v)| (f, v.to_string())).collect();
    let before: String = lines[..first].concat();
    let end = before.len() + lines[first..first + fields.len()].iter().map(|l| l.len()).sum::<usize>();
    let rest = text[end..].trim_start_matches(['\n', ' ']);
    // The returned message's own fields end a report: what matters stands before them.
    let tells = before.lines().any(|l| l.contains('@') || l.bytes().filter(u8::is_ascii_digit).count() > 2);
    if tells || rest.trim().is_empty() {
        return None;
    }
    Some((fields, rest.to_string()))
}

/// Undoes what was done to a text.
#[must_use]
pub(crate) fn undress(text: String) -> Paste {
    let mut text = text;
    for undo in [broken, plain_blanks, single_spaced, unlinked, joined::parted] {
        if let Some(undone) = undo(&text) {
            text = undone;
        }
    }
    let (shown, text) = unforwarded(&text).unwrap_or_else(|| (Vec::new(), text));
    Paste { shown, ..apart(text) }
}

/// `\n` written out, as programs print strings: a text that has more of them than lines. A reply of several lines in the
/// error of a program has no blank line; that stays as it is.
fn broken(text: &str) -> Option<String> {
    let written = memchr::memmem::find_iter(text.as_bytes(), b"\\n").take(10_000).count();
    // Records of programs have them inside their strings, where they belong.
    if written < 3
        || !text::contains(text, "\\n\\n") && !text::contains(text, "\\n\\r\\n")
        || text.trim_start().starts_with(['{', '['])
    {
        return None;
    }
    let lines = memchr::memchr_iter(b'\n', text.trim().as_bytes()).take(10_000).count();
    (lines * 3 < written).then(|| text.replace("\\r\\n", "\n").replace("\\n", "\n").replace("\\t", "\t"))
}

/// No-break blanks, and the same indentation before every line.
fn plain_blanks(text: &str) -> Option<String> {
    let has_others = text::contains(text, "\u{a0}");
    let blank = |c: char| matches!(c, ' ' | '\t' | '\u{a0}');
    let mut lines = text.lines().filter(|l| !l.trim_matches(blank).is_empty());
    let first = lines.next()?;
    let mut indent = &first[..first.len() - first.trim_start_matches(blank).len()];
    for line in lines {
        let common = indent.bytes().zip(line.bytes()).take_while(|(a, b)| a == b).count();
        indent = indent.get(..common).unwrap_or("");
        if indent.is_empty() {
            break;
        }
    }
    if indent.is_empty() && !has_others {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.strip_prefix(indent).unwrap_or_else(|| line.trim_start_matches(blank));
        out.extend(line.trim_end_matches(blank).chars().map(|c| if c == '\u{a0}' { ' ' } else { c }));
        out.push('\n');
    }
    Some(out)
}

/// A blank line between all lines: where hardly two lines stand together, and what was blank shows as several.
fn single_spaced(text: &str) -> Option<String> {
    let (mut lines, mut together, mut runs, mut run) = (0_usize, 0_usize, 0_usize, 1_usize);
    for line in text.trim().lines() {
        if line.trim().is_empty() {
            run += 1;
            continue;
        }
        together += usize::from(run == 0);
        runs += usize::from(run > 1 && lines > 0);
        (lines, run) = (lines + 1, 0);
    }
    if lines < 6 || together * 20 > lines || runs == 0 {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for line in text.lines() {
        if line.trim().is_empty() {
            run += 1;
            continue;
        }
        if run > 1 {
            out.push('\n');
        }
        run = 0;
        out.push_str(line);
        out.push('\n');
    }
    Some(out)
}

/// Links that a mail program or a forum made of addresses and hosts: `a@b<mailto:a@b>`, `[a@b](mailto:a@b)`,
/// `host <http://host/>`, `[host](http://host)`.
fn unlinked(text: &str) -> Option<String> {
    if !text::contains(text, "mailto:") && !text::contains(text, "<http") && !text::contains(text, "](http") {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut changed = false;
    while let Some(at) = memchr::memchr2(b'<', b']', rest.as_bytes()) {
        let (before, link) = rest.split_at(at);
        // Nor is its target long.
        let most = (0..=link.len().min(LONG_LINK)).rev().find(|at| link.is_char_boundary(*at)).unwrap_or(0);
        let window = link.get(1..most).unwrap_or("");
        let end = match link.as_bytes()[0] {
            b'<' => window.find('>').map(|end| (1, 1 + end)),
            _ if window.starts_with('(') => window.find(')').map(|end| (2, 1 + end)),
            _ => None,
        };
        let target = end.map(|(from, to)| (&link[from..to], &link[to + 1..]));
        let in_brackets = link.starts_with(']');
        out.push_str(before);
        match target {
            Some((target, behind)) if !target.contains('\n') => {
                // A name is short: what stands further back is none.
                let near = nearby(&out);
                let opened = out[near..].rfind('[').filter(|_| in_brackets).map(|at| near + at);
                let name = match opened {
                    Some(open) => out[open + 1..].to_string(),
                    None => out[near..]
                        .rsplit(|c: char| c.is_whitespace() || c == '<')
                        .find(|w| !w.is_empty())
                        .unwrap_or("")
                        .to_string(),
                };
                if (opened.is_some() || !in_brackets) && is_link_of(target, &name) {
                    if let Some(open) = opened {
                        out.remove(open);
                    } else {
                        // `host <http://host>`: the blank belongs to the link.
                        let end = out.trim_end_matches(' ').len();
                        out.truncate(end);
                    }
                    rest = behind;
                    changed = true;
                    continue;
                }
                // `<mailto:a@b>` alone is an address in its brackets.
                if !in_brackets && let Some(address) = target.strip_prefix("mailto:") {
                    out.push('<');
                    out.push_str(address);
                    out.push('>');
                    rest = behind;
                    changed = true;
                    continue;
                }
            }
            _ => {}
        }
        out.push_str(&link[..1]);
        rest = &link[1..];
    }
    out.push_str(rest);
    changed.then_some(out)
}

/// A link is no longer than this.
const LONG_LINK: usize = 302;

/// So far back from the end of a text a name may begin.
fn nearby(text: &str) -> usize {
    let from = text.len().saturating_sub(320);
    (from..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Is a link made of a name that stands before it?
fn is_link_of(target: &str, name: &str) -> bool {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = match target.strip_prefix("mailto:") {
        Some(address) => address,
        None => match target.strip_prefix("http://").or_else(|| target.strip_prefix("https://")) {
            Some(host) => host.trim_end_matches('/'),
            None => return false,
        },
    };
    let bare = bare.trim_matches(|c: char| !c.is_alphanumeric());
    !bare.is_empty()
        && (bare.eq_ignore_ascii_case(name) || name.to_ascii_lowercase().ends_with(&bare.to_ascii_lowercase()))
}

/// Those of them with which a machine part begins.
const FIRST: usize = 9;

fn field_at(line: &str, fields: &[&str]) -> bool {
    fields.iter().any(|f| line.get(..f.len()).is_some_and(|l| l.eq_ignore_ascii_case(f)))
}

/// A field with which a returned message begins.
fn is_of_a_mail(line: &str) -> bool {
    field_at(
        line,
        &[
            "received:",
            "return-path:",
            "message-id:",
            "from:",
            "date:",
            "to:",
            "subject:",
            "mime-version:",
            "dkim-signature:",
            "content-type:",
        ],
    )
}

/// Tells the machine part from the text around it.
fn apart(text: String) -> Paste {
    let whole = |text| Paste { text, delivery_status: None, shown: Vec::new() };
    let mut offset = 0;
    let mut start = None;
    for line in text::whole_lines(&text) {
        if field_at(line.trim_start(), &FIELDS[..FIRST]) {
            start = Some(offset);
            break;
        }
        offset += line.len();
    }
    let Some(start) = start else { return whole(text) };
    let mut part = String::new();
    let mut end = start;
    let (mut in_field, mut has_recipient) = (false, false);
    for line in text::whole_lines(&text[start..]) {
        let bare = line.trim();
        if bare.is_empty() {
            in_field = false;
            part.push('\n');
        } else if is_field(bare, in_field) {
            has_recipient |= field_at(bare, &["final-recipient:", "original-recipient:"]);
            part.push_str(bare);
            part.push('\n');
            in_field = true;
        } else if in_field && !is_of_a_mail(bare) {
            // A value that was folded, or wrapped where it was shown.
            part.push(' ');
            part.push_str(bare);
            part.push('\n');
        } else {
            break;
        }
        end += line.len();
    }
    if !has_recipient {
        return whole(text);
    }
    let mut rest = Cow::from(text[..start].trim_end_matches(['\n', ' ']));
    let behind = text[end..].trim_start_matches('\n');
    if !behind.trim().is_empty() {
        let joined = format!("{}\n\n{behind}", rest.trim_end());
        rest = Cow::from(joined);
    }
    Paste { text: rest.into_owned(), delivery_status: Some(part), shown: Vec::new() }
}

/// Is the line a field of a machine part? Fields of other names stand between those that are known.
fn is_field(line: &str, between: bool) -> bool {
    let Some((name, _)) = line.split_once(':') else { return false };
    field_at(line, FIELDS)
        || name.contains('-')
            && name.len() < 40
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !is_of_a_mail(line)
            && (between || !name.get(..2).is_some_and(|x| x.eq_ignore_ascii_case("x-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "This is the mail system at host mail.example.org.\n\n<u@example.com>: host mx.example.com said: 550\n    5.1.1 no such user\n\nBye\nnow\n";

    fn text_of(text: &str) -> String {
        undress(text.to_string()).text
    }

    #[test]
    fn line_breaks_written_out() {
        assert_eq!(text_of(&TEXT.replace('\n', "\\n")), TEXT);
        assert_eq!(text_of(&TEXT.replace('\n', "\\r\\n")), TEXT);
        // A record keeps those in its strings.
        let json = "{\"text\":\"a\\nb\\nc\\nd\"}";
        assert_eq!(text_of(json), json);
    }

    #[test]
    fn blank_lines_between_all_lines() {
        let lines: Vec<&str> = "a\nb\nc\n\nd\ne\nf\ng\n".split('\n').collect();
        assert_eq!(text_of(&lines.join("\n\n")), "a\nb\nc\n\nd\ne\nf\ng\n");
        // Paragraphs of one line each are paragraphs.
        let paragraphs = "a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n";
        assert_eq!(text_of(paragraphs), paragraphs);
    }

    #[test]
    fn links_become_names_again() {
        for (linked, plain) in [
            ("to u@example.com<mailto:u@example.com> failed", "to u@example.com failed"),
            ("<u@example.com<mailto:u@example.com>>: gone", "<u@example.com>: gone"),
            ("<[u@example.com](mailto:u@example.com)>: gone", "<u@example.com>: gone"),
            ("host [mx.example.com](http://mx.example.com)[192.0.2.1] said", "host mx.example.com[192.0.2.1] said"),
            ("host mx.example.com <http://mx.example.com/> said", "host mx.example.com said"),
            ("<mailto:u@example.com>: gone", "<u@example.com>: gone"),
            ("see <https://example.org/why> and [1]", "see <https://example.org/why> and [1]"),
            ("[Help](https://example.org/help) <b@example.com>", "[Help](https://example.org/help) <b@example.com>"),
        ] {
            assert_eq!(text_of(linked), plain);
        }
    }

    #[test]
    fn long_lines_of_brackets_are_no_work() {
        // Looking back for the name of each link must not take longer the further it is from the beginning.
        let text = format!("{}{}", "[".repeat(400_000), "<mailto:".repeat(100_000));
        assert!(undress(text.clone()).text.len() <= text.len());
        let links = "<u@example.com<mailto:u@example.com>>: no\n\n".repeat(20_000);
        assert!(!undress(links).text.contains("mailto"));
    }

    #[test]
    fn the_machine_part_is_told_from_the_text() {
        let part = "Reporting-MTA: dns; mail.example.org\n\nFinal-Recipient: rfc822; u@example.com\nAction: failed\nStatus: 5.0.0\n";
        let paste = undress(format!("{TEXT}\n{part}\nReceived: from a by b\nFrom: me@example.org\n"));
        assert_eq!(paste.delivery_status.as_deref().map(str::trim), Some(part.trim()));
        assert!(paste.text.starts_with(TEXT.trim_end()) && paste.text.contains("\n\nReceived: from a by b"));
        // On one line as well.
        let paste = undress(part.replace('\n', " ") + "\n");
        let fields = paste.delivery_status.unwrap();
        assert!(fields.contains("\nFinal-Recipient: rfc822; u@example.com\nAction: failed\n"), "{fields}");
        // A value that was wrapped.
        let wrapped =
            "Final-Recipient: rfc822; u@example.com\nDiagnostic-Code: smtp; 550 5.1.1\nno such user\nAction: failed\n";
        assert!(undress(wrapped.into()).delivery_status.unwrap().contains("550 5.1.1\n no such user\n"));
    }

    #[test]
    fn what_a_mail_program_shows_of_a_forwarded_report() {
        for before in [
            "-----Original Message-----\nFrom: MAILER-DAEMON@example.org\nSent: Tuesday\nTo: me@example.org\nSubject: Undeliverable\n\n",
            "Begin forwarded message:\n\nFrom: MAILER-DAEMON@example.org\nSubject: Undeliverable\nDate: 1 December\nTo: me@example.org\n\n",
            "Von: MAILER-DAEMON@example.org\nGesendet: Dienstag\nAn: me@example.org\nBetreff: Undeliverable\n\n",
            "Hallo,\nwas heisst das?\n\n*De :* MAILER-DAEMON@example.org\n*Envoyé :* mardi\n*À :* me@example.org\n*Objet :* Undeliverable\n\n",
            "发件人：MAILER-DAEMON@example.org\n收件人：me@example.org\n主题：Undeliverable\n\n",
        ] {
            let paste = undress(format!("{before}{TEXT}"));
            assert_eq!(paste.text, TEXT, "{before}");
            assert!(paste.shown.contains(&("From", "MAILER-DAEMON@example.org".into())), "{:?}", paste.shown);
            assert!(paste.shown.contains(&("Subject", "Undeliverable".into())), "{:?}", paste.shown);
        }
        // A report's own words before the fields of the returned message.
        let own = format!("{TEXT}\nFrom: me@example.org\nTo: u@example.com\nSubject: Lunch\n\nAt noon?\n");
        assert!(undress(own).shown.is_empty());
    }

    #[test]
    fn indentation_and_blanks_of_copied_pages() {
        assert_eq!(text_of("\u{a0}\ta\n\u{a0}\t  b\u{a0}c  \n"), "a\n  b c\n");
    }
}
