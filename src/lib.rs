//! Why did that mail bounce, who has to fix it, and how?
//!
//! The way of a message through the crate, stage by stage: bytes become a [`mail::message::Mail`], that is read into a
//! [`report::Report`] (who wrote it, what was said about whom, and by whom), whose statements are weighed into one
//! [`evidence::Evidence`] for each recipient; the [`rules::table::Table`] of rules and [`verdict`] decide on a cause and an
//! owner, and [`words`] turns that into sentences. [`diagnosis::diagnose`] goes all of it, [`output`] writes the result,
//! [`triage`] puts many results together.
//!
//! ```
//! use whybounce::names::terms::{Cause, Owner};
//! use whybounce::diagnosis::diagnose;
//! use whybounce::rules::table::Table;
//!
//! let bounce = b"From: MAILER-DAEMON@mail.example.org\n\
//!     Subject: Undelivered Mail Returned to Sender\n\
//!     \n\
//!     <bob@example.com>: host mx.example.com[192.0.2.25] said: 552 5.2.2 Mailbox\n    \
//!     full (in reply to RCPT TO command)\n";
//! let table = Table::default();
//! let diagnosis = diagnose(bounce, &table);
//! let bob = &diagnosis.recipients[0];
//! assert_eq!(bob.address.as_deref(), Some("bob@example.com"));
//! assert_eq!((bob.cause, bob.owner), (Some(Cause::MailboxFull), Some(Owner::Recipient)));
//! assert_eq!(bob.remote_server.as_deref(), Some("mx.example.com"));
//! ```
//!
//! Nothing in the crate prints, looks anything up or keeps anything. What comes from a bounce is hostile:
//! [`escape`] makes it fit for a terminal.

#![deny(clippy::print_stdout, clippy::print_stderr, clippy::exit)]

pub mod diagnosis;
pub mod evidence;
pub mod explain;
pub(crate) mod finder;
pub mod input;
pub mod mail;
pub mod names;
pub mod output;
pub mod report;
pub mod returned;
pub mod rules;
mod text;
pub mod triage;
pub mod verdict;
#[cfg(test)]
mod who_rejected_tests;
pub mod words;

pub use text::escape;
