//! DNS block lists: whose they are, what a listing means, where to look it up.

use crate::rule::Family;

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[];
