//! Mail to report: which kind it is, which system wrote it, and what it says about whom.
//!
//! A report is read twice where it has both forms: its machine part (RFC 3464) by [`dsn`], its words by the
//! first reader that recognises its own, or by [`general`], which goes by structure alone. The two are merged
//! recipient by recipient, and where a doubt about whom is left, [`candidates`] ranks everybody that anything names;
//! nothing is decided here that belongs to the rank of evidence ([`crate::evidence`]).

mod candidates;
pub(crate) mod dsn;
pub(crate) mod general;
pub(crate) mod kind;
mod marks;
mod merge;
mod read;
mod readers;
pub(crate) mod said;
pub(crate) mod software;
#[cfg(test)]
mod strange_tests;
pub(crate) mod types;
pub(crate) mod writer;

pub use read::read;
pub(crate) use read::{Reading, read_each, read_quoted};
pub(crate) use types::Statement;
pub use types::{Place, Recipient, Report};
