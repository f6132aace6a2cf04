//! What is pasted without a mail around it: error dialogs, the machine part of a report, log lines, bare replies.

mod dialog;
mod line;
mod log;
mod log_line;
mod log_other;
mod machine_part;

use crate::report::marks::Reader;

/// The readers of this group in the order tried.
pub(super) static READERS: &[&Reader] = &[&dialog::READER, &machine_part::READER, &log::READER];

/// Readers tried after those of all systems: a bare reply stands inside every report.
pub(super) static LAST: &[&Reader] = &[&line::READER];
