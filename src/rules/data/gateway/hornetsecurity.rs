//! Hornetsecurity, formerly antispameurope, and EveryCloud with the same platform.
//! <https://support.everycloud.com/support/solutions/articles/4000007755-workspace-classification-codes>

use crate::names::code::{replies, reply, reply_any, st};
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const PAGE: &str =
    "https://support.everycloud.com/support/solutions/articles/4000007755-workspace-classification-codes";
const HOSTS: &[&str] =
    &["hornetsecurity.com", "antispameurope.com", "everycloudtech.com", "everycloud.com", "cloud-security.net"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "hornetsecurity-spam-ip",
        cause: Cause::IpBlocklisted,
        by: HOSTS,
        codes: &[reply_any(554, 5, 4)],
        list: Some("Hornetsecurity"),
        summary: "Hornetsecurity refuses {ip} as a source of spam.",
        links: &[PAGE],
        examples: &[ex_by("554 5.5.4 Spam IP rejected", "mx-gate01.hornetsecurity.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "hornetsecurity-spam",
        cause: Cause::SpamContent,
        by: HOSTS,
        codes: &[reply_any(554, 5, 5), reply_any(554, 6, 1), reply_any(554, 6, 2), reply_any(554, 6, 3)],
        summary: "Hornetsecurity takes the message for spam: by its header (5.6.1), a link (5.6.2), its text (5.6.3) or as a whole (5.5.5).",
        links: &[PAGE],
        examples: &[
            ex_by("554 5.6.2 Message rejected", "mx-gate01.hornetsecurity.com"),
            ex_by("554 5.5.5 e-mail rejected", "mx01.antispameurope.com"),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "hornetsecurity-virus",
        cause: Cause::VirusDetected,
        by: HOSTS,
        codes: &[reply_any(554, 6, 4)],
        links: &[PAGE],
        examples: &[ex_by("554 5.6.4 Message rejected", "mx-gate01.hornetsecurity.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "hornetsecurity-attachment",
        cause: Cause::ContentBlocked,
        by: HOSTS,
        codes: &[reply_any(554, 5, 7)],
        summary: "The recipient's organisation does not take this type of attachment.",
        links: &[PAGE],
        examples: &[ex_by("554 5.5.7 Message rejected by content filter", "mx-gate01.hornetsecurity.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "hornetsecurity-size",
        cause: Cause::MessageTooLarge,
        by: HOSTS,
        codes: &[reply_any(552, 5, 2), reply_any(554, 5, 3)],
        links: &[PAGE],
        examples: &[ex_by("554 5.5.3 Message rejected by content filter", "mx-gate01.hornetsecurity.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "hornetsecurity-loop",
        cause: Cause::RoutingLoop,
        by: HOSTS,
        codes: &[reply_any(554, 5, 6)],
        links: &[PAGE],
        examples: &[ex_by("554 5.5.6 Loop detected", "mx-gate01.hornetsecurity.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "hornetsecurity-bounce-to-many",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        by: HOSTS,
        says: &["multi-recipient bounce"],
        examples: &[ex_by(
            "550 5.5.3 Recipient address rejected: Multi-recipient bounce",
            "mx-gate01.hornetsecurity.com",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "hornetsecurity-blocked-by-list",
        cause: Cause::SenderBlocked,
        by: HOSTS,
        codes: &[reply_any(552, 2, 2)],
        says: &["sender/recipient rejected", "sender rejected", "recipient rejected"],
        links: &[PAGE],
        examples: &[ex_by("552 5.2.2 Sender/Recipient rejected", "mx-gate01.hornetsecurity.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "hornetsecurity-unknown-recipient",
        cause: Cause::RecipientUnknown,
        by: HOSTS,
        says: &[
            "recipient unknown",
            "unknown recipient",
            "unknown domain or unknown recipient",
            "undeliverable address",
            "user unknown",
            "no such user",
        ],
        not: &["multi-recipient", "sender", "grey", "relay", "rate", "temporar", "defer"],
        examples: &[
            ex_by("554 5.7.1 <bob@example.com>: unknown recipient", "mx-gate01.hornetsecurity.com"),
            ex_by(
                "550 5.1.1 <bob@example.com>: Recipient address rejected: undeliverable address",
                "mx01.antispameurope.com",
            ),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "hornetsecurity-code-unknown",
        cause: Cause::RecipientUnknown,
        by: HOSTS,
        codes: &[st(5, 1, 1)],
        examples: &[ex_by("550 5.1.1 rejected", "mx-gate01.hornetsecurity.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "hornetsecurity-deferred",
        cause: Cause::Greylisted,
        by: HOSTS,
        codes: &[st(4, 5, 5), st(4, 5, 6), st(4, 5, 7)],
        summary: "Hornetsecurity puts the message off for a closer look, as it does with senders that it does not know well.",
        links: &[PAGE],
        examples: &[ex_by("450 4.5.6 temporarily deferred", "mx-gate01.hornetsecurity.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "hornetsecurity-antispameurope-text",
        cause: Cause::SpamContent,
        says: &["antispameurope", "hornetsecurity"],
        and: &["spam", "rejected due to content", "blocked", "rejected"],
        not: &[
            "user unknown",
            "recipient address rejected",
            "unknown recipient",
            "unknown domain",
            "greylist",
            "relay",
            "size",
        ],
        codes: &[replies(500, 599), reply(554)],
        examples: &[ex("554 Message rejected as spam, see https://www.hornetsecurity.com")],
        source: PAGE,
        ..RULE
    },
];
