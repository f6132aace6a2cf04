//! Lists of the sending service itself.
//!
//! The documentation of the sending services.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "suppressed-by-sending-service",
    cause: Cause::Suppressed,
    says: &[
        "suppression list",
        "suppressed recipient",
        "suppressed address",
        "suppressed by",
        "address is suppressed",
        "recipient is suppressed",
        "recipient suppressed",
        "recipient was suppressed",
        "suppressed due to",
        "on the suppression",
        "in suppression list",
        "suppress list",
        "not delivering to previously",
        "not delivering to a user who",
        "previously bounced",
        "previously unsubscribed",
        "unsubscribed address",
        "bounced address",
        "recipient has unsubscribed",
        "recipient unsubscribed",
        "marked you as spam",
        "previously marked your messages as spam",
        "has a recent history of bouncing",
        "inactive recipients",
        "global suppression",
        "on our bounce list",
        "do not mail list",
        "do not send list",
        "hard bounced",
        "hard-bounced",
        "and is suppressed",
    ],
    examples: &[ex("5.1.1 Amazon-like service: address is on the suppression list for your account")],
    source: "RFC 3463 gives no code; wording of sending services such as https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html",
    ..RULE
}];
