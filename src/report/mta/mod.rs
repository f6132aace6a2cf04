//! Reports of the common mail servers: Postfix, Exim, Sendmail, qmail and their relatives.

use super::Reader;

/// The readers of this group in the order tried.
pub(super) static READERS: &[&Reader] = &[];
