//! Addresses in a report that it is not about.

use std::cell::OnceCell;

use crate::mail::message::Mail;
use crate::names::address;
use crate::names::code;
use crate::names::daemon;
use crate::text::{self, literals};

/// Addresses that stand in reports without being what they are about; each kind is collected when it is asked for.
pub(crate) struct Strangers<'m> {
    mail: &'m Mail,
    /// Whom the report was sent to, and who wrote it.
    own: OnceCell<Vec<&'m str>>,
    /// The Message-ID of the returned message, which looks like an address.
    returned_id: OnceCell<Option<String>>,
}

impl<'m> Strangers<'m> {
    /// The addresses of the report's own header.
    #[must_use]
    pub(crate) fn of(mail: &'m Mail) -> Self {
        Self { mail, own: OnceCell::new(), returned_id: OnceCell::new() }
    }

    fn own(&self) -> &[&'m str] {
        const FIELDS: &[&str] =
            &["To", "From", "Return-Path", "Delivered-To", "Reply-To", "X-Original-To", "Envelope-To", "Sender"];
        self.own.get_or_init(|| {
            let fields = self.mail.headers.iter();
            fields
                .filter(|(name, _)| FIELDS.iter().any(|f| name.eq_ignore_ascii_case(f)))
                .filter_map(|(_, value)| address::find(value).map(|(_, _, a)| a))
                .collect()
        })
    }

    fn returned_id(&self) -> Option<&str> {
        let read = || address::clean(&crate::mail::headers::field(self.mail.returned.as_deref()?, "message-id")?);
        self.returned_id.get_or_init(read).as_deref()
    }

    /// Is it the Message-ID of the returned message?
    pub(in crate::report) fn is_message_id(&self, candidate: &str) -> bool {
        // Mostly it is the receiver, who is named in other fields only; then the field need not be looked for.
        let returned = self.mail.returned.as_deref().unwrap_or_default();
        (candidate.contains(' ') || stands_in_field(returned, candidate, b'm')) && self.returned_id() == Some(candidate)
    }

    /// Does it stand in the report's own header?
    pub(in crate::report) fn is_own(&self, candidate: &str) -> bool {
        self.own().iter().any(|o| address::same(o, candidate))
    }

    /// Is this one of them?
    #[must_use]
    pub(crate) fn has(&self, candidate: &str) -> bool {
        daemon::is_daemon(candidate) || self.is_own(candidate)
    }
}

/// Does it stand on a line on which a field begins whose name has this first letter, or on which one goes on?
fn stands_in_field(block: &str, wanted: &str, letter: u8) -> bool {
    let mut from = 0;
    while let Some(found) = text::find_bytes(&block.as_bytes()[from..], wanted.as_bytes()) {
        let at = from + found;
        let line = memchr::memrchr(b'\n', &block.as_bytes()[..at]).map_or(0, |end| end + 1);
        let first = block.as_bytes().get(line).map_or(0, u8::to_ascii_lowercase);
        if first == letter || matches!(first, b' ' | b'\t') {
            return true;
        }
        from = at + 1;
    }
    false
}

/// Does the line show that what stands at this place is a Message-ID, or was answered well: "250 2.1.0 a@b, Sender ok"?
pub(super) fn is_no_recipient(line: &str, start: usize) -> bool {
    const IDS: &[&str] = &["message-id", "message id", "messageid", "msgid", "message with id"];
    let near = start.saturating_sub(40);
    let before = line.as_bytes().get(near..start).unwrap_or_default().to_ascii_lowercase();
    if IDS.iter().any(|id| text::find_bytes(&before, id.as_bytes()).is_some()) {
        return true;
    }
    // Answers are short.
    if line.len() > 1000 {
        return false;
    }
    let bare = line.trim_start_matches(|c: char| !c.is_ascii_digit() && !c.is_alphabetic());
    code::reply_at(bare, 0).is_some_and(|r| (200..400).contains(&r)) || literals::find(line, "sender ok").is_some()
}
