//! Exchange 5.5, 2000 and 2003, and what Outlook makes of a report: "did not reach the following recipient(s)",
//! a line with recipient and date, then the reason, `<host #5.1.1>` or `MSEXCH:…` at its end. Outlook's own local
//! reports have the same form.

use super::admin::angle;
use super::labels::{self, Label, is_dressing};
use crate::names::address;
use crate::names::code;
use crate::names::terms::{Side, Stage};
use crate::report::candidates;
use crate::report::types::{Place, Recipient, Report};
use crate::text;

/// Reads such a list; the report is empty when the text has none.
pub(super) fn read(text: &str) -> Report {
    let lines: Vec<&str> = text::lines(text).map(|l| text::trim_matches(l, char::is_whitespace)).collect();
    let heading = lines.iter().position(|l| labels::is(l, Label::Unreached));
    let marked = || lines.iter().any(|l| l.contains("MSEXCH:") || bracket(l).is_some());
    let start = match heading {
        Some(at) => at + 1,
        None if marked() => 0,
        None => return Report::default(),
    };
    let mut report = Report::default();
    let mut n = start;
    while n < lines.len() {
        let line = lines[n];
        n += 1;
        if line.is_empty() {
            continue;
        }
        if labels::is(line, Label::Headers) {
            break;
        }
        // Text pasted from Outlook may say the heading again for each group.
        if labels::is(line, Label::Unreached) {
            continue;
        }
        if let Some(code) = local_error(line) {
            let last = report.recipients.len();
            for recipient in &mut report.recipients[..last] {
                local(recipient, code);
            }
            continue;
        }
        let Some(who) = head(line, heading.is_some()) else { continue };
        let body = body(&lines, &mut n, heading.is_some());
        if body.is_empty() && heading.is_none() {
            continue;
        }
        let mut recipient = Recipient { address: who, ..Recipient::default() };
        let host = reason(&body, &mut recipient);
        report.generating_server = report.generating_server.take().or(host);
        report.recipients.push(recipient);
    }
    report
}

/// `<mail.example.org #5.7.1 smtp;550 …>` alone, with nobody named.
pub(super) fn anonymous(text: &str) -> Option<Report> {
    bracket(text)?;
    let mut recipient = Recipient::default();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let generating_server = reason(&lines, &mut recipient);
    Some(Report { generating_server, recipients: vec![recipient], ..Report::default() })
}

/// A line with which a recipient begins: an address, perhaps with the date behind it; a display name with a date.
/// The outer option is whether it is one, the inner the address.
fn head(line: &str, listed: bool) -> Option<Option<String>> {
    if bracket(line).is_some() || line.contains("MSEXCH:") || line.len() > 300 {
        return None;
    }
    let body = line.trim_start_matches(is_dressing);
    if let Some((start, end, found)) = address::find(body) {
        let lead = body[..start].trim_matches(|c: char| matches!(c, '\'' | '"' | '<' | '(' | '[' | ' '));
        let rest = body[end..].trim_start_matches(['\'', '"', '>', ')', ']', ' ', ',']);
        let rest = rest.strip_prefix("<mailto:").and_then(|r| r.split_once('>')).map_or(rest, |(_, r)| r);
        let rest = rest.trim_start_matches(['>', ')', ']', ' ']);
        if (lead.is_empty() || listed && lead.len() < 60) && (rest.is_empty() && listed || is_date_clause(rest)) {
            return Some(Some(found.to_string()));
        }
        return None;
    }
    // "c=DE;a= ;p=X;o=HQ;dda:SMTP=bob(a)example.com; on Tue, 1 Dec 2026 10:00:00 +0100"
    if body.contains(';') && body.contains('=') {
        let encoded = candidates::domain_defined(body);
        let (_, rest) = body.rsplit_once(';')?;
        return (listed && is_date_clause(rest.trim())).then_some(encoded);
    }
    // "'Some Body' on 7/11/2001 9:20 AM": a name of the address book.
    let digit = body.find(|c: char| c.is_ascii_digit())?;
    let name = body[..digit].trim();
    let words = name.split_whitespace().count();
    (listed && (2..8).contains(&words) && is_date(&body[digit..])).then_some(None)
}

/// "on 7/11/2001 9:20 AM", "am 11.07.2001 09:20", "le 26/03/2025 11:34": at most a few words, then a date.
fn is_date_clause(rest: &str) -> bool {
    let Some(digit) = rest.find(|c: char| c.is_ascii_digit()) else { return false };
    rest[..digit].chars().count() < 24 && is_date(&rest[digit..])
}

/// Does it look like a date with a time?
fn is_date(text: &str) -> bool {
    let text: String = text.chars().take(40).collect();
    text.bytes().filter(u8::is_ascii_digit).count() >= 5
        && text.contains([':', '/', '.', '-', '年'])
        && (text.contains(':') || text.contains('時') || text.contains('h') || text.contains('.'))
        && text.len() < 60
}

/// The lines of a reason, up to the next recipient. In reports without a heading it ends at the first empty line.
fn body<'a>(lines: &[&'a str], n: &mut usize, listed: bool) -> Vec<&'a str> {
    let mut body = Vec::new();
    let mut gap = false;
    while *n < lines.len() {
        let line = lines[*n];
        if line.is_empty() {
            gap = !body.is_empty();
            *n += 1;
            continue;
        }
        let ends = head(line, listed).is_some()
            || labels::is(line, Label::Admin)
            || labels::is(line, Label::Headers)
            || labels::is(line, Label::Unreached)
            || local_error(line).is_some();
        // Behind a gap only the closing mark still belongs to the reason.
        if ends || gap && bracket(line).is_none() && !line.contains("MSEXCH:") {
            break;
        }
        body.push(line);
        *n += 1;
        if body.len() > 40 {
            break;
        }
    }
    body
}

/// `<host #5.1.1 …>` within a line: its inside.
fn bracket(line: &str) -> Option<&str> {
    let open = line.find('<')?;
    let inner = &line[open + 1..];
    let hash = inner.find('#')?;
    let status = code::find_status_from(inner, hash + 1).filter(|s| s.start <= hash + 2)?;
    let host_is_one_word = !inner[..hash].trim().contains(' ');
    (host_is_one_word && status.end <= inner.len()).then(|| inner.rsplit_once('>').map_or(inner, |(i, _)| i))
}

/// Puts the reason into the recipient; the host that gives the status is returned.
fn reason(body: &[&str], recipient: &mut Recipient) -> Option<String> {
    let joined = body.join(" ");
    if let Some(inner) = bracket(&joined)
        && let Some(found) = angle(inner)
    {
        let friendly = joined.split('<').next().unwrap_or("").trim();
        recipient.status = Some(found.status);
        if found.text.is_empty() {
            recipient.say(Place::Quoted, format!("{friendly} <{inner}>"));
            recipient.stage = Some(Stage::Local);
        } else {
            recipient.say(Place::Quoted, found.text);
            recipient.say(Place::Explanation, friendly);
        }
        return found.host;
    }
    // "MSEXCH:IMS:ORG:SITE:SERVER 3550 (000B09AA) 550 5.1.1 … User unknown": another server's reply.
    if let Some(at) = joined.find("MSEXCH:")
        && let Some(close) = joined[at..].find(") ")
        && code::leading_reply(&joined[at + close + 2..]).is_some_and(|r| r >= 400)
    {
        recipient.say(Place::Quoted, &joined[at + close + 2..]);
        recipient.say(Place::Explanation, &joined[..at]);
        return None;
    }
    if let Some(answer) = answer(&joined) {
        // A reply and no server that Exchange would name: Outlook tells what its own outgoing server answered.
        recipient.say(Place::Quoted, answer);
        recipient.side = Some(Side::Sender);
        return None;
    }
    recipient.say(Place::Quoted, &joined);
    recipient.stage = Some(Stage::Local);
    None
}

/// "550 5.7.1 …" or "Server error: '550 5.7.1 …'".
fn answer(reason: &str) -> Option<&str> {
    if code::reply_at(reason, 0).is_some_and(|r| r >= 400) {
        return Some(reason);
    }
    let (at, _) = reason
        .match_indices(['\'', '"', '‘', '“'])
        .find(|(at, q)| code::reply_at(&reason[at + q.len()..], 0).is_some_and(|r| r >= 400))?;
    let said = reason[at..].trim_start_matches(['\'', '"', '‘', '“']);
    Some(said.rfind(['\'', '"', '’', '”']).map_or(said, |end| &said[..end]))
}

/// "Error is [0x80070005-0x000004dc-0x00000524]." in any language: Outlook and the store could not hand it over.
fn local_error(line: &str) -> Option<&str> {
    let open = line.find("[0x")?;
    let close = line[open..].find(']')?;
    let code = &line[open + 1..open + close];
    code.bytes().all(|b| b.is_ascii_hexdigit() || matches!(b, b'x' | b'X' | b'-' | b' ')).then_some(line)
}

fn local(recipient: &mut Recipient, error: &str) {
    recipient.local = true;
    recipient.side = Some(Side::Sender);
    recipient.stage = Some(Stage::Local);
    match recipient.statements.iter_mut().find(|s| s.place == Place::Quoted) {
        Some(said) if !said.text.contains("[0x") => {
            said.text.push(' ');
            said.text.push_str(error);
        }
        Some(_) => {}
        None => recipient.say(Place::Quoted, error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::code::Status;

    #[test]
    fn exchange_2003() {
        let r = read(
            "Your message did not reach some or all of the intended recipients.\n\n      Subject: a\n      Sent: 7/11/2001 9:20 AM\n\n\
             The following recipient(s) could not be reached:\n\n      u@example.com on 7/11/2001 9:20 AM\n            The e-mail account does not exist at the organization this message was sent to.\n            <mail.example.org #5.1.1>\n\n\
             \x20     'v@example.net' on 7/11/2001 9:20 AM\n            There was a SMTP communication problem.\n            <mail.example.org #5.5.0 smtp;550 5.7.1 Unable to relay>\n",
        );
        assert_eq!(r.generating_server.as_deref(), Some("mail.example.org"));
        assert_eq!(r.recipients.len(), 2);
        assert_eq!(r.recipients[0].status, Some(Status::new(5, 1, 1)));
        assert!(r.recipients[0].statements[0].text.ends_with("<mail.example.org #5.1.1>"));
        assert_eq!(r.recipients[1].address.as_deref(), Some("v@example.net"));
        assert_eq!(r.recipients[1].statements[0].text, "550 5.7.1 Unable to relay");
    }

    #[test]
    fn other_languages_with_and_without_a_known_heading() {
        for (heading, on) in [
            ("Folgende(r) Empfänger konnte(n) nicht erreicht werden:", "am 11.07.2001 09:20"),
            ("Ukjent overskrift:", "den 11.07.2001 09:20"),
            ("Impossible de contacter le(s) destinataire(s) suivant(s) :", "le 11/07/2001 09:20"),
        ] {
            let r = read(&format!("{heading}\n\n  u@example.com {on}\n    Xyz.\n    <mail.example.org #5.1.1>\n"));
            assert_eq!(r.recipients.len(), 1, "{heading}");
            assert_eq!(r.recipients[0].address.as_deref(), Some("u@example.com"));
        }
    }

    #[test]
    fn exchange_5() {
        let r = read(
            "Your message\n\n  To: u@example.com\n\ndid not reach the following recipient(s):\n\nu@example.com on Thu, 29 Apr 2010 00:00:00 -0000\n    The recipient name is not recognized\n    MSEXCH:IMS:O:S:H 0 (000C05A6)\nUnknown Recipient\n",
        );
        assert_eq!(r.recipients.len(), 1);
        assert_eq!(
            r.recipients[0].statements[0].text,
            "The recipient name is not recognized MSEXCH:IMS:O:S:H 0 (000C05A6) Unknown Recipient"
        );
        let r = read(
            "did not reach the following recipient(s):\n\nu@example.com on Thu, 29 Apr 2010 00:00:00 -0000\n    Unable\n    MSEXCH:IMS:O:S:H 3550 (000B09AA) 550 5.1.1 <u@example.com>... User unknown\n",
        );
        assert_eq!(r.recipients[0].statements[0].text, "550 5.1.1 <u@example.com>... User unknown");
        let r = read(
            "The following recipient(s) could not be reached:\n\n'Test User' on 11/23/98 5:00 PM\nThe maximum time expired\nMSEXCH:MSExchangeMTA:Site:Server\n",
        );
        assert_eq!((r.recipients.len(), r.recipients[0].address.as_deref()), (1, None));
    }

    #[test]
    fn outlooks_own_report() {
        let r = read(
            "Impossible de contacter le(s) destinataire(s) suivant(s)\u{a0}:\n\n \n\n      u@example.com le 26/03/2025 11:34\n\n            Vous n'avez pas l'autorisation.\n\n \n\nInformations de diagnostic pour les administrateurs\u{a0}:\n\nL'erreur est [0x80070005-0x000004dc-0x00000524].\n\nEn-têtes de réponse d'Exchange :\n  request-id : 3\n",
        );
        assert_eq!(r.recipients.len(), 1);
        let r = &r.recipients[0];
        assert_eq!((r.local, r.side), (true, Some(Side::Sender)));
        assert_eq!(
            r.statements[0].text,
            "Vous n'avez pas l'autorisation. L'erreur est [0x80070005-0x000004dc-0x00000524]."
        );
    }

    #[test]
    fn outlook_and_its_outgoing_server() {
        for said in ["550 5.7.1 <u@example.com>: no", "Server error: '550 5.7.1 <u@example.com>: no'"] {
            let r = read(&format!(
                "The following recipient(s) cannot be reached:\n\n  'u@example.com' on 1/2/2010 1:00 PM\n    {said}\n"
            ));
            assert_eq!(r.recipients[0].statements[0].text, "550 5.7.1 <u@example.com>: no");
            assert_eq!(r.recipients[0].side, Some(Side::Sender));
        }
    }

    #[test]
    fn other_texts_are_none() {
        for text in ["", "<a #", "see <b #x>", "u@example.com on 1/1/2001 10:00"] {
            assert!(read(text).recipients.is_empty(), "{text}");
        }
    }
}
