//! What is pasted without a mail around it and has a form of its own: error dialogs.

mod dialog;

use crate::report::marks::Reader;

/// The readers of this group in the order tried.
pub(super) static READERS: &[&Reader] = &[&dialog::READER];
