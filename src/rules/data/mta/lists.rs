//! Mailing list managers: GNU Mailman, Sympa, ezmlm, Majordomo, Google-style groups by their own notices.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "mailman-not-allowed",
        cause: Cause::SenderNotPermitted,
        says: &[
            "you are not allowed to post to this mailing list",
            "you are not allowed to post to this list",
            "your message has been automatically rejected",
            "post to moderated list",
            "is a members-only",
            "non-members are not allowed to post",
            "message to list that you are not subscribed",
            "sorry, only subscribers may post",
            "only subscribed addresses",
            "posts by non-members are",
            "you are not authorized to post",
            "not authorised to send messages to this list",
            "only subscribers are allowed to post",
            "distribution of messages is limited to",
            "you are not subscribed to this",
        ],
        not: &["spam", "too large", "too big"],
        summary: "The mailing list {address} takes messages only from its members or from chosen senders.",
        steps: &["Add {sender} to the members or allowed senders of the list {address}, or change who may post to it."],
        examples: &[
            ex("You are not allowed to post to this mailing list, and your message has been automatically rejected."),
            ex("Sorry, only subscribers may post. (#5.7.2)"),
        ],
        source: "https://docs.mailman3.org/; ezmlm-reject(1), ezmlm-issubn(1); https://www.sympa.community/manual/",
        ..RULE
    },
    Rule {
        id: "ezmlm-list-loop",
        cause: Cause::RoutingLoop,
        says: &[
            "this message already has a mailing-list header",
            "message already has mailing-list",
            "mail to list already has",
        ],
        summary: "The message came to the list from a mailing list, so the list refused it to avoid a loop.",
        steps: &[
            "Look for a list among the subscribers of {address}, or a forward from one list to the other, and remove it.",
        ],
        examples: &[ex("This message already has a Mailing-List header (maybe I should be a sublist) (#5.7.2)")],
        source: "ezmlm-send(1)",
        ..RULE
    },
    Rule {
        id: "ezmlm-list-address-required",
        cause: Cause::PolicyRejection,
        says: &["list address must be in to: or cc:", "message has implicit destination", "implicit destination"],
        summary: "The list takes only messages that name its address in To or Cc.",
        steps: &["Put the address of the list into To or Cc, not into Bcc."],
        examples: &[ex("List address must be in To: or Cc: header. (#5.7.0)")],
        source: "ezmlm-reject(1); Mailman: require_explicit_destination",
        ..RULE
    },
    Rule {
        id: "ezmlm-subject-required",
        cause: Cause::MessageMalformed,
        says: &["sorry, i don't accept messages without subject", "sorry, i don't accept commands in the subject"],
        examples: &[ex("Sorry, I don't accept messages without subject. (#5.6.2)")],
        source: "ezmlm-reject(1)",
        ..RULE
    },
    Rule {
        id: "majordomo-unknown-list",
        cause: Cause::RecipientUnknown,
        says: &[
            "is not a list that is currently hosted",
            "no such list here",
            "unknown mailing list",
            "does not match any mailing list",
        ],
        examples: &[ex("550 5.1.1 No such list here")],
        source: "Majordomo; Sympa",
        ..RULE
    },
];
