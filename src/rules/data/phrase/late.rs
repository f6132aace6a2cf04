//! Words that a server puts behind the reason it was given. They are asked after every phrase, of other languages too.
//!
//! Exim specification, chapter 32: Retry configuration.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "exim-retry-timeout-exceeded",
    cause: Cause::MessageExpired,
    says: &["retry timeout exceeded"],
    examples: &[ex("retry timeout exceeded")],
    source: "Exim specification, chapter 32: Retry configuration",
    ..RULE
}];
