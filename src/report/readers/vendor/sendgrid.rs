//! SendGrid: one line per recipient, `bounce:<address> : own IP : host:[IP] : response  in COMMAND`.

use crate::mail::message::Mail;
use crate::names::stage;
use crate::names::terms::Stage;
use crate::names::{address, host};
use crate::report::dsn;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};
use crate::text;

/// Reads SendGrid's reports.
pub(super) static READER: Reader = Reader { name: "SendGrid", marks: &[GENERATED], recognises, read };

const GENERATED: &str = "automatically generated message from SendGrid";

fn recognises(mail: &Mail, marks: &Marks) -> bool {
    marks.says(GENERATED) || mail.delivery_status.iter().any(|d| text::contains(d, "X-SendGrid-"))
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let mut report = Report::default();
    for line in mail.text.split("\n\n").filter(|p| p.contains("> : ")) {
        let line = text::join_lines(line);
        let (head, rest) = line.split_once("> : ")?;
        let (_, address) = head.rsplit_once('<')?;
        let mut recipient = Recipient::new(address::clean(address)?);
        let mut words = rest;
        // The fields before the response hold addresses and hosts only.
        while let Some((field, more)) = words.split_once(" : ") {
            let name = field.split(":[").next().unwrap_or(field);
            if name.contains(' ') {
                break;
            }
            if host::is_host(name) && field.contains('[') {
                recipient.remote = dsn::host(name);
            }
            words = more;
        }
        let (words, command) = match words.rsplit_once(" in ") {
            Some((words, command)) if command.len() < 14 => (words, command),
            _ => (words, ""),
        };
        recipient.stage = match command.trim() {
            "" => None,
            "connect" => Some(Stage::Connect),
            other => stage::stage_in(other),
        };
        recipient.say(Place::Quoted, words);
        report.recipients.push(recipient);
    }
    (!report.recipients.is_empty()).then_some(report)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::read_by;

    #[test]
    fn lines() {
        let text = "This is an automatically generated message from SendGrid.\n\nx:00:<a@example.com> : 192.0.2.250 : mx.example.com:[192.0.2.1] : 550 5.1.1 gone  in RCPT TO\n\nx:0:<b@example.com> : Connection timed out in connect\n";
        let r = read_by(&READER, &Mail { text: text.into(), ..Mail::default() }).unwrap();
        assert_eq!(r.recipients[0].remote.as_deref(), Some("mx.example.com"));
        assert_eq!(r.recipients[0].stage, Some(Stage::Rcpt));
        assert_eq!(r.recipients[0].statements[0].text, "550 5.1.1 gone");
        assert_eq!(r.recipients[1].stage, Some(Stage::Connect));
        assert_eq!(r.recipients[1].statements[0].text, "Connection timed out");
    }
}
