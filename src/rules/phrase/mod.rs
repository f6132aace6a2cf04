//! General phrases, one file a group of causes of the contract.

use crate::rule::Family;

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[];

/// Phrases that say little; asked after the codes that say something.
pub(super) const WEAK_FAMILIES: &[Family] = &[];
