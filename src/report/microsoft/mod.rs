//! Reports and messages of Microsoft's software: Exchange of all ages, Exchange Online, Outlook.com, the Outlook client; bare replies and log lines.

use super::Reader;

/// The readers of this group in the order tried.
pub(super) static READERS: &[&Reader] = &[];
