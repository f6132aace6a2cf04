//! Mailbox providers and internet providers by their own codes and words.

use crate::rule::Family;

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[];
