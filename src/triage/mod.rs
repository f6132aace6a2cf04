//! Many diagnoses to few problems: bounces with the same root are one problem.
//!
//! The root is the cause together with the thing at fault: the blocked IP, the sending domain whose
//! authentication fails, the dead recipient domain, the provider that refuses, the group of dead mailboxes.

mod date;
mod group;
mod problem;
mod root;
mod summary;
mod suppress;

pub use date::{NotADate, day, parse_since};
pub use problem::{By, Problem, Summary};
pub use summary::Triage;
pub use suppress::{ListForm, Suppressions, review_after};
