//! Why did that mail bounce, who has to fix it, and how?

#![deny(clippy::print_stdout, clippy::print_stderr, clippy::exit)]

pub mod cause;
pub mod causes;
pub mod code;
pub mod diagnosis;
pub mod escape;
pub mod evidence;
pub mod explain;
pub mod header_evidence;
pub mod html;
mod literals;
pub mod mailbox;
pub mod message;
pub mod original;
pub mod output;
pub mod own_rules;
pub mod phrase;
mod phrase_index;
pub mod report;
pub mod returned;
pub mod rule;
pub mod rules;
pub mod table;
pub mod triage;
pub mod verdict;
#[cfg(test)]
mod who_rejected_tests;
pub mod words;
