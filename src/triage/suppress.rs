//! Addresses that are safe to remove from a mailing list.

use std::collections::BTreeSet;
use std::io::{self, Write};

use crate::diagnosis::Diagnosis;
use crate::names::terms::{Action, Cause, Confidence, Permanence, Provenance};

/// Collects them. An address comes in only when its own mailbox or domain is gone and the evidence does not
/// contradict itself; a refusal for policy, reputation or anything on the sender's side says nothing about the address.
///
/// ```
/// use whybounce::triage::Suppressions;
/// use whybounce::{Table, diagnose};
///
/// let table = Table::default();
/// let bounce = |to: &str, said: &str| {
///     format!("From: MAILER-DAEMON@mail.example.org\nSubject: Undelivered Mail Returned to Sender\n\n\
///         <{to}>: host mx.example.com[192.0.2.25] said: {said} (in reply to RCPT TO command)\n")
/// };
/// let mut gone = Suppressions::default();
/// gone.add(&diagnose(bounce("ann@example.com", "550 5.1.1 User unknown").as_bytes(), &table));
/// gone.add(&diagnose(bounce("bob@example.com", "552 5.2.2 Mailbox full").as_bytes(), &table));
/// let mut list = Vec::new();
/// gone.write(&mut list).unwrap();
/// assert_eq!(list, b"ann@example.com\n");
/// ```
#[derive(Debug, Default)]
pub struct Suppressions {
    addresses: BTreeSet<String>,
}

impl Suppressions {
    /// Takes the addresses of one message.
    pub fn add(&mut self, diagnosis: &Diagnosis) {
        // A stranger's message says nothing of one's own list.
        if diagnosis.provenance == Provenance::Forged {
            return;
        }
        for r in &diagnosis.recipients {
            let gone = matches!(
                r.cause,
                Some(
                    Cause::RecipientUnknown
                        | Cause::RecipientMoved
                        | Cause::MailboxDisabled
                        | Cause::DomainNotFound
                        | Cause::Suppressed
                )
            );
            let sure = matches!(r.confidence, Some(Confidence::High | Confidence::Medium));
            // "Unknown for now" is no death: what is refused for a time, or in words that contradict such a code, stays.
            let for_now = r.permanence == Some(Permanence::Temporary)
                || r.reply_code.is_some_and(|c| c < 500)
                || r.reply_code.is_none() && r.status.is_some_and(|s| s.class == 4);
            if !gone || !sure || for_now || r.action != Some(Action::Failed) || r.also.is_some() {
                continue;
            }
            // The list holds the address that was written to, which is the one before forwarding.
            if let Some(address) = r.original_address.as_ref().or(r.address.as_ref())
                && address.contains('@')
            {
                self.addresses.insert(address.to_lowercase());
            }
        }
    }

    /// Writes them, one a line, sorted.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        for address in &self.addresses {
            if !address.chars().any(crate::text::escape::is_unsafe) {
                writeln!(out, "{address}")?;
            }
        }
        Ok(())
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.addresses.len()
    }

    /// Are there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.addresses.is_empty()
    }
}
