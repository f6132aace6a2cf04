//! Any text to what it says was refused: where no report is, and where a report's own reader finds no answer.

mod bounds;
mod dialogue;
mod find;
mod line;
mod log;
mod passage;
mod queue;
mod record;
mod reply;
mod reports;
mod roles;
mod secrets;
mod source;
mod suppressed;
mod trouble;

pub(crate) use reply::refuses;
pub(crate) use reports::{is_record_of_events, is_source, reports};
