//! Logs of mail servers: one report for each message in them.

mod entry;
mod other;
mod read;

pub(super) use read::read;
