//! What the SMTP reply codes mean when there is nothing else: the last resort.

use crate::rule::Rule;

/// Every reply code of RFC 5321 and its extensions.
pub(super) const RULES: &[Rule] = &[];
