//! The common causes in other languages.

use crate::rule::Family;

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[];
