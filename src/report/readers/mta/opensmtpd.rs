//! OpenSMTPD: between two indented paragraphs stands one line for each recipient, `a@b: reason`, unwrapped.
//!
//! The reason of a remote refusal is the reply alone: the server that gave it is never named, and its lines are put
//! together without a blank. When it gives up it says "Envelope expired", in some versions in a report whose
//! `Action:` still is `delayed`.

use crate::mail::message::Mail;
use crate::names::address;
use crate::names::code;
use crate::names::terms::Action;
use crate::report::general;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};
use crate::text;

/// The reader.
pub(super) static READER: Reader = Reader { name: "OpenSMTPD", marks: &[OPENING], recognises, read };

const OPENING: &str = "This is the MAILER-DAEMON, please DO NOT REPLY to this";

fn recognises(_: &Mail, marks: &Marks) -> bool {
    marks.says(OPENING)
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let (_, text) = text::split_once(&mail.text, OPENING)?;
    let mut recipients = Vec::new();
    for line in text::lines(text).take(5000) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((start, end, found)) = address::find(line) else { continue };
        let behind = line.get(end..).unwrap_or("");
        if !matches!(line.get(..start), Some("" | "<")) || !behind.trim_start_matches('>').starts_with(':') {
            continue;
        }
        let reason = behind.trim_start_matches(['>', ':', ' ']);
        let mut recipient = Recipient::new(found);
        if code::leading_reply(reason).is_some() {
            recipient.say(Place::Quoted, reason);
            // This one reply is its own, in the form of one.
            recipient.elsewhere = !reason.contains("Routing loop detected");
            recipient.local = !recipient.elsewhere;
        } else {
            general::apply_reason(reason, &mut recipient);
        }
        if reason.starts_with("Envelope expired") {
            recipient.action = Some(Action::Failed);
        }
        recipients.push(recipient);
    }
    (!recipients.is_empty()).then(|| Report { recipients, ..Report::default() })
}

#[cfg(test)]
mod tests {
    use crate::mail::message;
    use crate::names::terms::{Kind, RejectedBy};
    use crate::{evidence, report};

    fn evidence(action: &str, line: &str) -> (Option<Kind>, Vec<evidence::Evidence>) {
        let raw = format!(
            "From: Mailer Daemon <MAILER-DAEMON@mail.example.org>\nSubject: Delivery status notification\nMIME-Version: 1.0\n\
             Content-Type: multipart/mixed;boundary=b\n\n--b\nContent-Type: text/plain\n\n    Hi!\n\n    This is the \
             MAILER-DAEMON, please DO NOT REPLY to this email.\n\n    An error has occurred while attempting to deliver a \
             message for\n    the following list of recipients:\n\n{line}\n\n    Below is a copy of the original \
             message:\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example.org\n\n\
             Final-Recipient: rfc822; noreply@example.com\nAction: {action}\nStatus: 5.0.0\n\n--b--\n"
        );
        let mail = message::parse(raw.as_bytes());
        let reading = report::read(&mail);
        (reading.report.kind, evidence::collect(reading.report, None))
    }

    #[test]
    fn nobody_knows_who_answered() {
        let (kind, e) = evidence("failed", "noreply@example.com: 554 5.7.1 <noreply@example.com>: Relay access denied");
        assert_eq!((kind, e.len()), (Some(Kind::Failed), 1));
        assert_eq!(e[0].response.as_deref(), Some("554 5.7.1 <noreply@example.com>: Relay access denied"));
        assert_eq!(
            (e[0].rejected_by, e[0].side, e[0].remote_server.as_deref()),
            (Some(RejectedBy::RemoteServer), None, None)
        );
        let (_, e) = evidence("failed", "noreply@example.com: 500 5.4.6 Routing loop detected: Loop detected");
        assert_eq!(e[0].rejected_by, Some(RejectedBy::GeneratingServer));
    }

    #[test]
    fn giving_up_is_a_failure() {
        let (kind, e) = evidence("delayed", "noreply@example.com: Envelope expired");
        assert_eq!((kind, e[0].response.as_deref()), (Some(Kind::Failed), Some("Envelope expired")));
        let (kind, _) = evidence("relayed", "noreply@example.com: ");
        assert_eq!(kind, Some(Kind::Delivered));
    }
}
