//! Apache James: the bounce of its remote delivery speaks like qmail and lists addresses before one common reason;
//! its Notify and Bounce mailets write an error message and then the details of the message.

use crate::mail::message::Mail;
use crate::names::{address, host};
use crate::report::general;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Recipient, Report};

/// The reader.
pub(super) static READER: Reader = Reader { name: "Apache James", marks: &[REMOTE, ERROR], recognises, read };

const REMOTE: &str = "This is the James mail server at ";
const DETAILS: &str = "Message details:";
const ERROR: &str = "Error message below:";

fn recognises(mail: &Mail, marks: &Marks) -> bool {
    marks.says(REMOTE) || marks.says(ERROR) && mail.says("RCPT TO:")
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    if let Some((_, body)) = mail.text.split_once(REMOTE) {
        return remote(body);
    }
    let (_, body) = mail.text.split_once(ERROR)?;
    let (reason, details) = body.split_once(DETAILS)?;
    let mut report = Report::default();
    for line in details.lines() {
        let Some(named) = line.trim().strip_prefix("RCPT TO:") else { continue };
        for address in named.split(',').filter_map(address::clean) {
            let mut recipient = Recipient::new(address);
            general::apply_reason(reason, &mut recipient);
            report.recipients.push(recipient);
        }
    }
    (!report.recipients.is_empty()).then_some(report)
}

/// Addresses, one on each line, then why.
fn remote(body: &str) -> Option<Report> {
    let mut report = Report::default();
    let (host, body) = body.split_once('\n')?;
    let host = host.trim().trim_end_matches('.');
    report.generating_server = host::is_host(host).then(|| host.to_string());
    let mut reason = String::new();
    for line in body.lines() {
        let line = line.trim();
        let alone = line.trim_start_matches('<').trim_end_matches(['>', ';', ',']);
        if reason.is_empty() && address::is_address(alone) {
            report.recipients.push(Recipient::new(alone));
        } else if !report.recipients.is_empty() {
            if line.starts_with("The original message is attached") || line.starts_with("---") {
                break;
            }
            reason.push_str(line.strip_prefix("Error message:").unwrap_or(line));
            reason.push('\n');
        }
    }
    for recipient in &mut report.recipients {
        general::apply_reason(&reason, recipient);
    }
    (!report.recipients.is_empty()).then_some(report)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::read_by;

    #[test]
    fn both_forms() {
        let mail = |text: &str| Mail { text: text.into(), ..Mail::default() };
        let r = read_by(&READER, &mail(
            "Error: gone\n\nError message below:\n550 - Requested action not taken\n\nMessage details:\n  Subject: x\n  \
             MAIL FROM: me@example.org\n  RCPT TO: a@example.com\n  From: me@example.org\n",
        ))
        .unwrap();
        assert_eq!(r.recipients[0].address.as_deref(), Some("a@example.com"));
        assert_eq!(r.recipients[0].statements[0].text, "550 - Requested action not taken");
        let r = read_by(&READER, &mail(
            "Hi. This is the James mail server at mail.example.org.\nI'm afraid I wasn't able to deliver your message.\n\n\
             a@example.com\nb@example.com\nRemote mail server told me: 550 5.1.1 no\n\nThe original message is attached.\n",
        ))
        .unwrap();
        assert_eq!(r.generating_server.as_deref(), Some("mail.example.org"));
        assert_eq!(r.recipients.len(), 2);
        assert_eq!(r.recipients[1].statements[0].text, "550 5.1.1 no");
    }
}
