//! Any text to what it says was refused: where no report is, and where a report's own reader finds no answer.

pub(crate) mod bounds;
mod dialogue;
mod find;
mod line;
mod log;
mod queue;
mod record;
mod reply;
mod reports;
mod roles;
mod secrets;
mod trouble;

pub(crate) use reply::refuses;
pub(crate) use reports::reports;
