//! Reports of mailbox providers, carriers, gateways and groupware.

use super::Reader;

/// The readers of this group in the order tried.
pub(super) static READERS: &[&Reader] = &[];
