//! Policy daemons and milters whose answers are not in [`super::super::gateway`].

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "policyd-weight-retry",
        cause: Cause::PoorReputation,
        permanence: Some(Permanence::Temporary),
        says: &["temporarily blocked because of previous errors", "retrying too fast. penalty"],
        examples: &[ex(
            "450 4.7.1 <x@example.com>: Recipient address rejected: temporarily blocked because of previous errors - retrying too fast. penalty: 30 seconds x 0 retries.",
        )],
        source: "policyd-weight",
        ..RULE
    },
    Rule {
        id: "rspamd-try-again-later",
        cause: Cause::Greylisted,
        permanence: Some(Permanence::Temporary),
        says: &["try again later"],
        like: Some(r"^451 4\.7\.1 try again later\.?$"),
        summary: "The receiving server put the message off (rspamd answers like this to greylist a sender).",
        examples: &[ex("451 4.7.1 Try again later")],
        source: "https://rspamd.com/doc/modules/greylisting.html",
        ..RULE
    },
    Rule {
        id: "milter-regex-or-access-reject",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::RecipientAdmin),
        says: &["message rejected by milter", "rejected by milter", "mail rejected by local policy"],
        examples: &[ex("554 5.7.1 Message rejected by milter")],
        source: "wording of milters",
        ..RULE
    },
];
