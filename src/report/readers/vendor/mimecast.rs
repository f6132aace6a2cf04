//! Mimecast's notice: headings that end in a colon, each with its value on lines that begin with `--`.

use crate::mail::message::Mail;
use crate::names::code;
use crate::names::terms::Stage;
use crate::names::{address, host};
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};

/// Reads Mimecast's notices.
pub(super) static READER: Reader = Reader { name: "Mimecast", marks: &[INFORMATION], recognises, read };

const INFORMATION: &str = "Additional information follows";

fn recognises(mail: &Mail, marks: &Marks) -> bool {
    mail.delivery_status.is_empty()
        && (mail.headers.iter().any(|(n, _)| n.starts_with("X-Mimecast-") || n == "X-MC-System")
            || mail.header("Message-ID").is_some_and(|id| id.contains("mimecast"))
            || marks.says(INFORMATION))
        && mail.text.lines().any(|l| l.starts_with("-- "))
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let mut addresses = Vec::new();
    let mut said = Vec::new();
    // A value may go on below; a line without dashes that is neither empty nor a heading belongs to it.
    let mut open = false;
    for line in mail.text.lines() {
        let bare = line.trim();
        if let Some(value) = bare.strip_prefix("-- ").map(str::trim) {
            match address::is_address(value) {
                true => addresses.push(value.to_string()),
                false => said.push(value.to_string()),
            }
            open = !address::is_address(value);
        } else if bare.is_empty() || bare.ends_with(':') {
            open = false;
        } else if open && let Some(last) = said.last_mut() {
            last.push(' ');
            last.push_str(bare);
        }
    }
    let recipients = addresses.into_iter().map(|a| {
        let mut recipient = Recipient::new(a);
        for words in &said {
            let coded = code::leading_reply(words).is_some() || code::find_status(words).is_some_and(|_| true);
            recipient.say(if coded { Place::Quoted } else { Place::Summary }, words);
            if coded {
                recipient.remote = recipient.remote.take().or_else(|| signed_by(words));
                recipient.stage = recipient.stage.or(words.contains("ecipient").then_some(Stage::Rcpt));
            }
        }
        recipient
    });
    let recipients: Vec<Recipient> = recipients.collect();
    (!recipients.is_empty()).then(|| Report { recipients, ..Report::default() })
}

/// Exchange signs its answers: `[host date id]` at the end.
fn signed_by(words: &str) -> Option<String> {
    let (_, inside) = words.rsplit_once('[')?;
    let host = inside.split([' ', ']']).next()?;
    (host::is_host(host) && host::parse_ip(host).is_none()).then(|| host.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::read_by;

    #[test]
    fn notice() {
        let text = "An email that you attempted to send to the following address could not be delivered:\n-- a@example.com\n\nThe problem appears to be :\n-- Recipient email address is possibly incorrect\n\nAdditional information follows :\n-- 5.4.1 Recipient address rejected: Access denied. [X0.prod.example.net 2024-02-19T09:30:25.255Z 0]\n";
        let r = read_by(&READER, &Mail { text: text.into(), ..Mail::default() }).unwrap();
        assert_eq!(r.recipients.len(), 1);
        assert_eq!(r.recipients[0].remote.as_deref(), Some("X0.prod.example.net"));
        assert!(r.recipients[0].statements.iter().any(|s| s.place == Place::Quoted && s.text.starts_with("5.4.1")));
    }
}
