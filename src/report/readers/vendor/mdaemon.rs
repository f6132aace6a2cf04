//! MDaemon: the failed address, then the transcript of the last session with `<--` and `-->`.

use crate::mail::message::Mail;
use crate::names::code;
use crate::names::stage;
use crate::names::terms::Stage;
use crate::names::{address, host};
use crate::report::dsn;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};

/// Reads MDaemon's reports.
pub(super) static READER: Reader = Reader { name: "MDaemon", marks: &[SESSION, FAILED], recognises, read };

const SESSION: &str = "Session Transcript";
const FAILED: &str = "Failed address:";

fn recognises(mail: &Mail, marks: &Marks) -> bool {
    marks.says(SESSION) && (mail.says("<-- ") || mail.says("--> "))
        || marks.says(FAILED) && mail.headers.iter().any(|(n, _)| n.starts_with("X-MDaemon"))
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let mut report = Report::default();
    let mut remote = None;
    let mut stage = Some(Stage::Connect);
    let mut refusal: Option<String> = None;
    let mut trouble: Option<String> = None;
    for line in mail.text.lines() {
        if let Some((label, value)) = line.split_once(':')
            && label.trim().to_ascii_lowercase().ends_with("address")
            && report.recipients.len() < 200
            && let Some((_, _, found)) = address::find(value)
        {
            report.recipients.push(Recipient::new(found));
        } else if let Some((_, target)) = line.split_once("connection to [") {
            // "[mx.example.com:25]", "[192.0.2.1:25]"; a later attempt is the one that counts.
            let target = target.split(']').next().unwrap_or("");
            remote = dsn::host(target.rsplit_once(':').map_or(target, |(h, _)| h)).filter(|h| host::is_host(h));
            (refusal, stage) = (None, Some(Stage::Connect));
        } else if let Some((_, command)) = line.split_once("--> ") {
            if refusal.is_none() {
                stage = stage::stage_in(command).or(stage);
            }
        } else if let Some((_, answer)) = line.split_once("<-- ") {
            if code::leading_reply(answer).is_some_and(|r| r >= 400) {
                match &mut refusal {
                    // The lines of one answer share its code.
                    Some(known) if known.get(..3) == answer.get(..3) => {
                        known.push(' ');
                        known.push_str(answer.trim());
                    }
                    Some(_) => {}
                    None => refusal = Some(answer.trim().to_string()),
                }
            }
        } else if ["Winsock Error", "Socket error", "Connection refused", "timed out", "no such domain", "NXDOMAIN"]
            .iter()
            .any(|w| line.contains(w))
        {
            trouble = Some(line.trim().trim_start_matches(['*', ' ']).to_string());
        }
    }
    for recipient in &mut report.recipients {
        recipient.remote.clone_from(&remote);
        recipient.stage = stage;
        match (&refusal, &trouble) {
            (Some(words), _) => recipient.say(Place::Transcript, words),
            (None, Some(words)) => recipient.say(Place::Quoted, words),
            (None, None) => recipient.stage = None,
        }
    }
    (!report.recipients.is_empty()).then_some(report)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::{marks_of, read_by};

    #[test]
    fn transcript() {
        let text = "Failed address: a@example.com\n\n--- Session Transcript ---\n Mon 2015-01-01 00:00:00: *  Attempting SMTP connection to [mx.example.com:25]\n Mon 2015-01-01 00:00:00: <-- 220 mx\n Mon 2015-01-01 00:00:00: --> RCPT To:<a@example.com>\n Mon 2015-01-01 00:00:00: <-- 550-5.1.1 No such\n Mon 2015-01-01 00:00:00: <-- 550 5.1.1 user\n Mon 2015-01-01 00:00:00: --> QUIT\n--- End Transcript ---\n";
        let mail = Mail { text: text.into(), ..Mail::default() };
        assert!(recognises(&mail, &marks_of(&mail)));
        let r = read_by(&READER, &mail).unwrap();
        let a = &r.recipients[0];
        assert_eq!(a.remote.as_deref(), Some("mx.example.com"));
        assert_eq!(a.stage, Some(Stage::Rcpt));
        assert_eq!(a.statements[0].text, "550-5.1.1 No such 550 5.1.1 user");
    }
}
