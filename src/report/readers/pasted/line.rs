//! A bare SMTP reply, pasted: one line or several, perhaps with the words of the program that showed it.

use crate::mail::message::Mail;
use crate::names::address;
use crate::names::code;
use crate::names::daemon;
use crate::names::terms::{Action, Kind};
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};
use crate::report::{general, said};
use crate::text::join_lines;

/// Reader of bare replies. Tried last: every text with more around the reply is somebody else's.
pub(super) static READER: Reader = Reader { name: "", marks: &[], recognises, read };

fn recognises(mail: &Mail, _: &Marks) -> bool {
    if !mail.pasted || mail.text.len() > 20_000 {
        return false;
    }
    let bare = strip_labels(&mail.text);
    begins_with_code(bare) || bare.contains("LED=") || {
        // A sentence that quotes a reply, with nobody named whom it is about.
        let said = said::read(&mail.text);
        said.quoted && begins_with_code(&said.response) && general::read(mail).recipients.is_empty()
    }
}

/// Words before a reply in fields and logs, lower case.
const LABELS: &[&str] = &[
    "diagnostic-code:",
    "x-supplementary-info:",
    "last error:",
    "error:",
    "reason:",
    "response:",
    "server response:",
    "remote server returned",
    "smtp error:",
    "smtp;",
    "x-smtp;",
    "<<<",
    "<-",
    "s:",
    "said:",
    "the error was:",
    "the response was:",
    "the error that the other server returned was:",
];

fn strip_labels(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let before = text.len();
        for label in LABELS {
            if text.get(..label.len()).is_some_and(|t| t.eq_ignore_ascii_case(label)) {
                text = text[label.len()..].trim_start();
            }
        }
        text = text.trim_start_matches(['\'', '"', '“', '«', '‘', '`', '>', '*', '\u{a0}', ' ', '\t', '\n']);
        if text.len() == before {
            return text;
        }
    }
}

fn begins_with_code(text: &str) -> bool {
    code::reply_at(text, 0).is_some_and(|r| r >= 400)
        || code::find_status_from(text.get(..12.min(text.len())).unwrap_or(""), 0)
            .is_some_and(|s| s.start == 0 && s.value.class != 2)
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let bare = strip_labels(&mail.text);
    let mut recipient = Recipient::default();
    if begins_with_code(bare) {
        // The prompts of a transcript stand before each line.
        let joined = join_lines(
            &bare.lines().map(|l| l.trim_start().trim_start_matches("<<<").trim()).collect::<Vec<_>>().join(" "),
        );
        let said = said::read(&joined);
        let begins = said.response.get(..3).is_some_and(|c| joined.starts_with(c));
        let response = if begins { said.response.as_str() } else { joined.as_str() };
        recipient.say(Place::Quoted, response.trim_end_matches(['\'', '"', '”', '»']));
        recipient.stage = said.stage;
    } else {
        let said = said::read(&mail.text);
        recipient.say(Place::Quoted, &said.response);
        recipient.remote = said.host;
        recipient.stage = said.stage;
    }
    // "<u@example.com>: no such user": an address in brackets is whom the reply is about.
    let text = join_lines(&mail.text);
    recipient.address = ["to=<", "TO:<", "to:<", " <", "<"]
        .iter()
        .filter_map(|m| text.find(m).map(|at| at + m.len()))
        .find_map(|at| address::find(&text[at..]).filter(|f| f.0 == 0).map(|f| f.2.to_string()))
        .or_else(|| text.contains("LED=").then(|| address::find(&text).map(|f| f.2.to_string())).flatten())
        .filter(|a| !daemon::is_daemon(a));
    let said = recipient.statements.first()?.text.clone();
    let class =
        code::leading_reply(&said).map(|r| r / 100).or_else(|| code::find_status(&said).map(|s| u16::from(s.class)));
    let (kind, action) =
        if class == Some(4) { (Kind::Delayed, Action::Delayed) } else { (Kind::Failed, Action::Failed) };
    recipient.action = Some(action);
    Some(Report { kind: Some(kind), recipients: vec![recipient], ..Report::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message;
    use crate::report;

    #[test]
    fn replies_in_many_coats() {
        for (text, want, address) in [
            ("550 5.1.1 no such user", "550 5.1.1 no such user", None),
            ("550 5.1.1 <u@example.com>: gone\n", "550 5.1.1 <u@example.com>: gone", Some("u@example.com")),
            (
                "550-5.7.26 This mail\n550-5.7.26 is bad\n550 5.7.26 no\n",
                "550-5.7.26 This mail 550-5.7.26 is bad 550 5.7.26 no",
                None,
            ),
            ("Diagnostic-Code: smtp; 550 5.7.1\n no", "550 5.7.1 no", None),
            ("smtp;550 5.7.1 no", "550 5.7.1 no", None),
            ("'550 5.7.1 no'", "550 5.7.1 no", None),
            ("host mx.example.com[192.0.2.1] said: 550 5.7.1 no (in reply to RCPT TO command)", "550 5.7.1 no", None),
            ("<<< 550-a\n<<< 550 b", "550-a 550 b", None),
            ("5.7.1 Relay access denied", "5.7.1 Relay access denied", None),
        ] {
            let mail = message::parse(text.as_bytes());
            let reading = report::read(&mail);
            assert_eq!(reading.report.kind, Some(Kind::Failed), "{text}");
            let r = &reading.report.recipients[0];
            assert_eq!(r.statements[0].text, want, "{text}");
            assert_eq!(r.address.as_deref(), address, "{text}");
        }
        let mail = message::parse(b"451 4.7.1 Greylisted, come back later");
        assert_eq!(report::read(&mail).report.kind, Some(Kind::Delayed));
    }

    #[test]
    fn other_texts_are_not_replies() {
        for text in ["", "Hello", "250 ok", "5 apples", "Dear all,\n500 people came.\n"] {
            let mail = message::parse(text.as_bytes());
            assert_eq!(report::read(&mail).report.kind, Some(Kind::NotABounce), "{text}");
        }
    }
}
