//! Reports and messages of Microsoft's software: Exchange of all ages, Exchange Online, Outlook.com, the Outlook
//! client; bare replies and log lines.
//!
//! Exchange has written its reports in a handful of layouts. Each has a module that reads it by its structure
//! and takes the translated headings of [`labels`] only as a help, since there are more languages than anybody
//! has collected.

mod admin;
mod card;
mod dialog;
mod exchange;
mod front;
mod labels;
mod line;
mod log;
mod log_other;
mod old;
mod pasted;
mod stems;
pub(crate) mod wrapped;

use super::Reader;

/// The readers of this group in the order tried.
pub(super) static READERS: &[&Reader] = &[&exchange::READER, &dialog::READER, &pasted::READER, &log::READER];

/// Readers tried after those of all other systems: a bare reply stands inside every report.
pub(super) static LAST: &[&Reader] = &[&line::READER];
