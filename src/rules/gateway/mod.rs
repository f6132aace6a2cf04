//! Filters and gateways that stand in front of a mailbox, and sending services.

use crate::rule::Family;

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[];
