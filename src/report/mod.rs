//! Mail to report: which kind it is, which system wrote it, and what it says about whom.
//!
//! A report is read twice where it has both forms: its machine part (RFC 3464) by [`dsn`], its words by the
//! first reader that recognises its own, or by [`general`], which goes by structure alone. The two are merged
//! recipient by recipient; nothing is decided here that belongs to the rank of evidence ([`crate::evidence`]).

pub mod dsn;
pub mod general;
pub mod kind;
mod marks;
mod merge;
mod read;
mod readers;
pub mod said;
pub mod software;
#[cfg(test)]
mod strange_tests;
pub(crate) mod types;
pub mod writer;

pub use read::{Reading, read, read_each, read_quoted};
pub use types::{Place, Recipient, Report, Statement};
