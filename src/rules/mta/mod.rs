//! Mail servers by the words of their own source code.

use crate::rule::Family;

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[];
