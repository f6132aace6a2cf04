//! Rejections by a mail filter at delivery (Dovecot's Pigeonhole, Cyrus): a disposition notification (RFC 8098) whose
//! disposition is `deleted`, with the reason in its text. For the sender it is a failure, not a read receipt.

use crate::mail::headers;
use crate::mail::message::Mail;
use crate::names::terms::{Action, Kind};
use crate::names::{address, host};
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};

/// The reader.
pub(super) static READER: Reader = Reader { name: "Dovecot", marks: &[], recognises, read };

fn recognises(mail: &Mail, _: &Marks) -> bool {
    mail.disposition.is_some() && REJECTED.iter().any(|r| mail.says(r))
}

/// Words of a rejection; a receipt says "displayed" or "read".
const REJECTED: &[&str] = &["automatically rejected", "was refused by", "was rejected", "rejected by Sieve"];

/// Sentences behind which the reason stands.
const BEFORE_REASON: &[&str] = &["reason was given:", "was automatically rejected:", "given was as follows:"];

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let disposition = mail.disposition.as_deref()?;
    let get = |name: &str| headers::field(disposition, name);
    let disposition = get("Disposition")?.to_ascii_lowercase();
    if !["deleted", "denied", "failed", "rejected"].iter().any(|d| disposition.contains(d)) {
        return None;
    }
    let address = get("Final-Recipient").or_else(|| get("Original-Recipient")).and_then(|v| address::clean(&v));
    let original = get("Original-Recipient").and_then(|v| address::clean(&v));
    let mut recipient = Recipient { address, action: Some(Action::Failed), local: true, ..Recipient::default() };
    recipient.original_address =
        original.filter(|o| recipient.address.as_deref().is_some_and(|a| !address::same(a, o)));
    let joined = mail.text.as_str();
    let reason = BEFORE_REASON.iter().find_map(|m| joined.split_once(m)).map_or(joined, |(_, r)| r);
    recipient.say(Place::Quoted, reason);
    let agent = get("Reporting-UA").unwrap_or_default();
    let (host, product) = agent.split_once(';').unwrap_or(("", &agent));
    Some(Report {
        kind: Some(Kind::Failed),
        software: product.contains("Cyrus").then_some("Cyrus"),
        generating_server: Some(host.trim()).filter(|h| host::is_host(h)).map(str::to_string),
        recipients: vec![recipient],
        original_message_id: get("Original-Message-ID").map(|id| id.trim_matches(['<', '>', ' ']).to_string()),
        ..Report::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::{marks_of, read_by};

    #[test]
    fn a_rejection_is_a_failure_and_a_receipt_is_not() {
        let mail = |text: &str, disposition: &str| Mail {
            text: text.into(),
            disposition: Some(format!(
                "Reporting-UA: mail.example.com; Cyrus v3\nFinal-Recipient: rfc822; a@example.com\n\
                 Original-Message-ID: <1@example.org>\nDisposition: {disposition}\n"
            )),
            ..Mail::default()
        };
        let m = mail(
            "Your message was automatically rejected by Sieve, a mail\nfiltering language.\n\nThe following reason was \
             given:\nNo more lists, please.\n",
            "automatic-action/MDN-sent-automatically; deleted",
        );
        assert!(recognises(&m, &marks_of(&m)));
        let r = read_by(&READER, &m).unwrap();
        assert_eq!(r.kind, Some(Kind::Failed));
        assert_eq!(r.software, Some("Cyrus"));
        assert_eq!(r.generating_server.as_deref(), Some("mail.example.com"));
        assert_eq!(r.recipients[0].statements[0].text, "No more lists, please.");
        let m = mail("Your message was displayed.", "manual-action/MDN-sent-manually; displayed");
        assert!(!recognises(&m, &marks_of(&m)));
    }
}
