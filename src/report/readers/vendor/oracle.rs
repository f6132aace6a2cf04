//! PMDF and what it became: iPlanet, Sun Java System and Oracle Communications Messaging Server.
//!
//! The text lists the header fields of the message, then for each recipient labelled lines, then the history of
//! attempts. Labels are configurable; these are the ones that the products ship with.

use crate::mail::message::Mail;
use crate::names::address;
use crate::names::code;
use crate::names::terms::Stage;
use crate::report::dsn;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};
use crate::text::join_lines;

/// Reads reports of the PMDF family.
pub(super) static READER: Reader =
    Reader { name: "Oracle Messaging Server", marks: &[RECIPIENT, FIELDS], recognises, read };

const RECIPIENT: &str = "Recipient address: ";
const FIELDS: &str = "following header fields";

fn recognises(_: &Mail, marks: &Marks) -> bool {
    marks.says(RECIPIENT) && marks.says(FIELDS)
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let mut report = Report::default();
    let mut lines = mail.text.lines().peekable();
    let mut history = None;
    while let Some(line) = lines.next() {
        let bare = line.trim();
        let Some((label, value)) = bare.split_once(": ") else {
            history = history.or_else(|| attempt(&join_lines(line)));
            continue;
        };
        let mut value = value.to_string();
        // Values are folded like header fields; the next label stands at the same depth.
        let indent = line.len() - line.trim_start().len();
        while let Some(next) = lines.peek()
            && next.len() - next.trim_start().len() > indent
        {
            value.push(' ');
            value.push_str(next.trim());
            lines.next();
        }
        let current = report.recipients.last_mut();
        match (label.to_ascii_lowercase().as_str(), current) {
            ("message-id", None) => {
                report.original_message_id = Some(value.trim_matches(['<', '>', ' ']).to_string());
            }
            ("recipient address", _) => report.recipients.push(Recipient::new(address::clean(&value)?)),
            ("original address", Some(r)) => {
                let original = address::clean(&value);
                r.original_address = original.filter(|o| r.address.as_deref().is_some_and(|a| !address::same(a, o)));
            }
            ("reason", Some(r)) => {
                r.stage = r.stage.or_else(|| stage(&value));
                r.say(Place::Summary, &value);
            }
            ("diagnostic code", Some(r)) => {
                let words = value.split_once(';').map_or(value.as_str(), |(_, w)| w);
                r.say(Place::Quoted, words);
            }
            ("remote system", Some(r)) => r.remote = dsn::host(&value),
            _ => history = history.or_else(|| attempt(&join_lines(line))),
        }
    }
    // The history is the newest attempt first, and belongs to all.
    if let Some(attempt) = history {
        for r in &mut report.recipients {
            if r.remote.is_none() && !r.statements.iter().any(|s| s.place >= Place::Quoted) {
                r.remote.clone_from(&attempt.host);
                r.stage = r.stage.or((!attempt.answered).then_some(Stage::Connect));
                r.elsewhere |= attempt.answered;
                r.say(Place::Quoted, &attempt.words);
            }
        }
    }
    (!report.recipients.is_empty()).then_some(report)
}

/// What came of an attempt to deliver.
struct Attempt {
    words: String,
    host: Option<String>,
    answered: bool,
}

/// "TCP active open: Failed connect() to TCP port 25 of 192.0.2.1 Error: Connection timed out", "TCP active open: Failed
/// gethostbyname() on example.com", "smtp;451 4.7.1 try again", "451 4.7.1 try again".
fn attempt(line: &str) -> Option<Attempt> {
    let answer = line.strip_prefix("smtp;").or_else(|| line.strip_prefix("SMTP;")).unwrap_or(line).trim();
    if code::leading_reply(answer).is_some_and(|r| r >= 400) {
        return Some(Attempt { words: answer.to_string(), host: None, answered: true });
    }
    if !line.starts_with("TCP active open") && !line.contains("Failed connect()") {
        return None;
    }
    let target = line.split_once("Failed connect()").and_then(|(_, behind)| behind.split_once(" of "));
    let host = target.and_then(|(_, t)| t.split(' ').next()).and_then(dsn::host);
    Some(Attempt { words: line.to_string(), host, answered: false })
}

/// The reasons that the products ship with name the command.
fn stage(reason: &str) -> Option<Stage> {
    [
        ("rejected address", Stage::Rcpt),
        ("MAIL FROM", Stage::Mail),
        ("rejected message", Stage::Eod),
        ("rejected data", Stage::Eod),
        ("Illegal host", Stage::Local),
    ]
    .into_iter()
    .find_map(|(words, stage)| reason.contains(words).then_some(stage))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::read_by;

    #[test]
    fn two_recipients_and_a_history() {
        let text = "This report relates to a message you sent with the following header fields:\n\n  Message-id: <1@example.org>\n  To: list@example.com\n\nYour message cannot be delivered to the following recipients:\n\n  Recipient address: a@example.com\n  Original address: list@example.com\n  Reason: Remote SMTP server has rejected address\n  Diagnostic code: smtp; 550 5.7.1 User\n    Unknown\n  Remote system: dns; mx.example.com (TCP|192.0.2.2|3|192.0.2.1|25) (x)\n\n  Recipient address: b@example.com\n  Reason: unable to deliver this message after 1 day\n\nDelivery attempt history for your mail:\n\nFri, 21 Nov 2014 19:17:37 +0000 (GMT)\nTCP active open: Failed connect() to TCP port 25 of 192.0.2.240    Error: Connection timed out\n";
        let r = read_by(&READER, &Mail { text: text.into(), ..Mail::default() }).unwrap();
        assert_eq!(r.original_message_id.as_deref(), Some("1@example.org"));
        let [a, b] = r.recipients.as_slice() else { panic!() };
        assert_eq!(a.original_address.as_deref(), Some("list@example.com"));
        assert_eq!(a.remote.as_deref(), Some("mx.example.com"));
        assert!(a.statements.iter().any(|s| s.text == "550 5.7.1 User Unknown"));
        assert_eq!(b.remote.as_deref(), Some("192.0.2.240"));
    }
}
