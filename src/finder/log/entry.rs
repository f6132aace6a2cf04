//! What the readers of log lines share: one recipient of one message, and the fields of a line.

use crate::names::host;
use crate::report::said;
use crate::report::types::{Place, Recipient};

/// A recipient with the message that the line belongs to.
pub(super) struct Entry {
    /// The message's id in the log.
    pub(super) queue_id: String,
    /// What became of it.
    pub(super) recipient: Recipient,
}

/// The value of `key=` up to the next comma and blank, angle brackets kept.
pub(super) fn field<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    let mut from = 0;
    loop {
        let at = from + line.get(from..)?.find(key)?;
        let free = at == 0 || matches!(line.as_bytes()[at - 1], b' ' | b',' | b'\t');
        if free {
            let rest = &line[at + key.len()..];
            return Some(rest[..rest.find(", ").unwrap_or(rest.len())].trim());
        }
        from = at + key.len();
    }
}

/// The word before the first field: the queue id.
pub(super) fn queue_id(line: &str, first: &str) -> String {
    let before = line.find(first).map_or("", |at| &line[..at]);
    before.trim_end().trim_end_matches(':').rsplit([' ', '\t']).next().unwrap_or("").to_string()
}

/// `mx.example.com[192.0.2.1]:25`, `mx.example.com. [192.0.2.1]`; nothing for `none`, `local` and the like.
pub(super) fn relay_host(relay: &str) -> Option<String> {
    host::last_host(relay.split('[').next().unwrap_or("").trim()).or_else(|| {
        let ip = relay.split('[').nth(1)?.split(']').next()?;
        let ip = ip.strip_prefix("IPv6:").unwrap_or(ip);
        host::parse_ip(ip).is_some().then(|| ip.to_string())
    })
}

/// Puts what the reason says into the recipient.
pub(super) fn explain(recipient: &mut Recipient, reason: &str) {
    let said = said::read(reason);
    recipient.say(Place::Quoted, if said.response.is_empty() { reason } else { &said.response });
    recipient.remote = recipient.remote.take().or(said.host);
    recipient.stage = recipient.stage.or(said.stage);
}
