//! Explicit greylisting.
//!
//! RFC 6647.

use crate::names::code::replies;
use crate::names::terms::{Cause, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "greylisted",
        cause: Cause::Greylisted,
        permanence: Some(Permanence::Temporary),
        says: &[
            "greylist",
            "graylist",
            "grey list",
            "gray list",
            "grey-list",
            "gray-list",
            "tempgreylist",
            "temp-greylist",
            "autogreylist",
            "milter-greylist",
            "greylisted",
            "postgrey",
            "sqlgrey",
            "sender/recipient pair",
            "sender/recipient/ip",
            "sender-recipient pair",
        ],
        not: &["not greylist"],
        examples: &[ex("451 4.3.0 You have been graylisted, try again in 5 minutes")],
        source: "RFC 6647",
        ..RULE
    },
    Rule {
        id: "greylisted-first-contact",
        cause: Cause::Greylisted,
        permanence: Some(Permanence::Temporary),
        codes: &[replies(400, 499)],
        says: &[
            "first delivery",
            "deferring first",
            "first message from you",
            "you are new to us",
            "first time we see",
            "first time i see",
            "see you for the first",
            "first time i have seen",
            "first time we have seen",
            "first attempt",
            "first contact",
            "first time sender",
            "unknown triplet",
            "new triplet",
            "unseen triplet",
            "new sender, ",
            "not seen you before",
            "not seen this",
            "initial delivery attempt",
            "initial attempt",
            "you are new here",
            "deferred for your first",
            "temporarily rejected - retry",
            "delayed until it is retried",
            "prove you are a real mail server",
            "retry to prove",
            "must retry to be accepted",
            "retry later to be accepted",
            "first time seen",
            "seen for the first time",
        ],
        examples: &[ex(
            "451 4.7.1 This is the first time we have seen mail from your server to this recipient, please retry",
        )],
        source: "RFC 6647 section 2.3",
        ..RULE
    },
];
