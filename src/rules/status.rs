//! What the enhanced status codes mean by themselves: the IANA registry.

use crate::rule::Rule;

/// Codes that say something specific.
pub(super) const SPECIFIC: &[Rule] = &[];

/// Codes that say little more than their class.
pub(super) const VAGUE: &[Rule] = &[];
