//! The machine part of a report, pasted as text.

use crate::mail::message::Mail;
use crate::report::dsn;
use crate::report::marks::{Marks, Reader};
use crate::report::types::Report;

/// Reader of pasted delivery-status fields.
pub(super) static READER: Reader = Reader { name: "", marks: &[], recognises, read };

fn recognises(mail: &Mail, _: &Marks) -> bool {
    mail.pasted && (mail.says("Final-Recipient:") || mail.says("final-recipient:"))
}

/// Fields that begin the part.
const FIRST: &[&str] = &[
    "reporting-mta:",
    "original-envelope-id:",
    "received-from-mta:",
    "arrival-date:",
    "x-postfix-queue-id:",
    "original-recipient:",
    "final-recipient:",
];

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let mut offset = 0;
    let start = mail.text.split_inclusive('\n').find_map(|line| {
        let at = offset;
        offset += line.len();
        let line = line.trim_start();
        FIRST.iter().any(|f| line.get(..f.len()).is_some_and(|l| l.eq_ignore_ascii_case(f))).then_some(at)
    })?;
    // Text copied from a window may be indented as a whole; a folded field would look the same, but has no colon near.
    let mut part = String::with_capacity(mail.text.len() - start);
    for line in mail.text[start..].lines() {
        let bare = line.trim_start();
        let field = bare.split_once(':').is_some_and(|(n, _)| {
            n.contains('-') && n.len() < 40 && n.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                || matches!(n, "Action" | "Status" | "action" | "status")
        });
        part.push_str(if field { bare } else { line });
        part.push('\n');
    }
    let mut report = Report::default();
    dsn::read_part(&part, &mut report);
    if report.recipients.is_empty() {
        return None;
    }
    Some(report)
}

#[cfg(test)]
mod tests {
    use crate::mail::message;
    use crate::names::terms::Kind;
    use crate::report;

    #[test]
    fn fields_without_a_mail() {
        let mail = message::parse(b"Reporting-MTA: dns; a.example.org\n\nFinal-Recipient: rfc822; u@example.com\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 550 5.1.1\n no such user\n");
        let reading = report::read(&mail);
        assert_eq!(reading.report.kind, Some(Kind::Failed));
        assert_eq!(reading.report.recipients[0].statements[0].text, "550 5.1.1 no such user");
        assert_eq!(reading.report.generating_server.as_deref(), Some("a.example.org"));
    }
}
