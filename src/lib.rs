//! Why did that mail bounce, who has to fix it, and how?
//!
//! [`diagnose`] takes the bytes of a message and a [`Table`] of rules and gives a [`Diagnosis`]: what kind of message it is
//! and, for each recipient, what happened, why, who can mend it and with which steps.
//!
//! ```
//! use whybounce::terms::{Cause, Kind, Owner};
//! use whybounce::{Table, diagnose};
//!
//! let bounce = b"From: MAILER-DAEMON@mail.example.org\n\
//!     Subject: Undelivered Mail Returned to Sender\n\
//!     \n\
//!     <bob@example.com>: host mx.example.com[192.0.2.25] said: 552 5.2.2 Mailbox\n    \
//!     full (in reply to RCPT TO command)\n";
//! let table = Table::default();
//! let diagnosis = diagnose(bounce, &table);
//! assert_eq!(diagnosis.kind, Kind::Failed);
//! let bob = &diagnosis.recipients[0];
//! assert_eq!(bob.address.as_deref(), Some("bob@example.com"));
//! assert_eq!((bob.cause, bob.owner), (Some(Cause::MailboxFull), Some(Owner::Recipient)));
//! assert_eq!(bob.remote_server.as_deref(), Some("mx.example.com"));
//! ```
//!
//! - [`diagnose_each`] splits logs, queues and streams of events, and looks more closely when somebody asks.
//! - [`terms`] is the vocabulary of a diagnosis.
//! - [`RuleSet`] brings rules of one's own into a [`Table`].
//! - [`output`] writes a diagnosis as JSON, CSV or text for people.
//! - [`triage`] puts many diagnoses together to few problems.
//!
//! Nothing in the crate prints, looks anything up or keeps anything. What comes from a bounce is hostile:
//! [`escape`] makes it fit for a terminal.

// The way of a message, stage by stage: `mail` parses bytes, `report` reads who says what about whom, `evidence` weighs it
// for each recipient, `rules` and `verdict` decide on a cause and an owner, `words` says it; `diagnosis` goes all of it.

#![deny(clippy::print_stdout, clippy::print_stderr, clippy::exit)]

pub(crate) mod diagnosis;
pub(crate) mod evidence;
pub(crate) mod explain;
pub(crate) mod finder;
pub(crate) mod input;
#[doc(hidden)]
pub mod internal;
pub(crate) mod mail;
pub(crate) mod names;
pub mod output;
pub(crate) mod report;
pub(crate) mod returned;
pub(crate) mod rules;
pub(crate) mod text;
pub mod triage;
pub(crate) mod verdict;
#[cfg(test)]
mod who_rejected_tests;
pub(crate) mod words;

/// What a rule says, and what weighs more: the entries of [`Table::rules`].
///
/// ```
/// use whybounce::Table;
/// use whybounce::terms::Cause;
///
/// let table = Table::default();
/// let (rule, _) = table.rules().find(|(rule, _)| rule.cause == Cause::MailboxFull).unwrap();
/// assert!(!rule.steps.is_empty() || !rule.summary.is_empty() || !rule.examples.is_empty());
/// ```
pub mod rule {
    pub use crate::names::code::Code;
    pub use crate::rules::rule::{Authority, Example, List, Rule, Text};
}

pub use diagnosis::{Diagnosis, Manner, RecipientDiagnosis, diagnose, diagnose_each};
pub use evidence::provenance::{Mine, Sign};
pub use names::code::{NotAStatus, Status};
pub use names::{note, terms};
pub use returned::Original;
pub use rules::format::fault::Fault;
pub use rules::own::{Faults, RuleSet};
pub use rules::table::Table;
pub use text::escape;
pub use words::{Language, Step};
