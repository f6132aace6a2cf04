//! Words of Exchange that only wrap the answer of another server. What stands behind ` -> `, or in quotes,
//! is the cause; these rules speak only when that says nothing.
//!
//! Page: <https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/fix-error-code-550-5-0-350-in-exchange-online>.

use crate::cause::{Cause, Owner};
use crate::code::{any, st};
use crate::rule::{RULE, Rule, ex};

const PAGE: &str = fix!("fix-error-code-550-5-0-350-in-exchange-online");

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "exchange-carrier-unknown-recipient",
        cause: Cause::RecipientUnknown,
        says: &[
            "remote server returned unknown recipient",
            "remote server returned unknown recipient or mailbox unavailable",
        ],
        examples: &[ex("550 5.1.351 Remote server returned unknown recipient or mailbox unavailable -> 550 ####")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "exchange-carrier-recipient-code",
        cause: Cause::RecipientUnknown,
        codes: &[any(1, 351)],
        examples: &[ex("550 5.1.351 ####")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "exchange-carrier-spf",
        cause: Cause::SpfFailure,
        says: &["the message was rejected because of sender policy framework violation"],
        steps: &["Put every server that sends for {sender_domain} into its SPF record, {ip} among them."],
        links: &[fix!("fix-error-code-5-7-23-in-exchange-online")],
        examples: &[ex("550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 ####")],
        source: "Microsoft: NDR 5.7.23",
        ..RULE
    },
    Rule {
        id: "exchange-carrier-relay",
        cause: Cause::RelayDenied,
        says: &["remote server returned not permitted to relay"],
        examples: &[ex("550 5.7.367 Remote server returned not permitted to relay -> 554 ####")],
        source: "Microsoft: NDR 5.7.367",
        ..RULE
    },
    Rule {
        id: "exchange-carrier-spam",
        cause: Cause::SpamContent,
        says: &["remote server returned message detected as spam"],
        examples: &[ex("550 5.7.350 Remote server returned message detected as spam -> 554 ####")],
        source: "Exchange Online: carrier text",
        ..RULE
    },
    Rule {
        id: "exchange-carrier-mailbox-full",
        cause: Cause::MailboxFull,
        says: &["remote server returned mailbox full", "remote server returned over quota"],
        examples: &[ex("550 5.2.350 Remote server returned mailbox full -> 552 ####")],
        source: "Exchange Online: carrier text",
        ..RULE
    },
    Rule {
        id: "exchange-carrier-too-large",
        cause: Cause::MessageTooLarge,
        says: &["remote server returned message too large", "remote server returned message size"],
        examples: &[ex("550 5.3.350 Remote server returned message too large -> 552 ####")],
        source: "Exchange Online: carrier text",
        ..RULE
    },
    Rule {
        id: "exchange-carrier-policy",
        cause: Cause::PolicyRejection,
        says: &[
            "remote server returned access denied",
            "remote server returned sender rejected",
            "remote server returned policy",
            "remote server returned message blocked",
        ],
        examples: &[ex("550 5.7.368 Remote server returned access denied -> 554 ####")],
        source: "Exchange Online: carrier text",
        ..RULE
    },
    Rule {
        id: "exchange-carrier-expired",
        cause: Cause::MessageExpired,
        says: &["message expired ->", "queue.expired"],
        codes: &[any(4, 300), any(4, 7)],
        examples: &[ex("550 5.4.300 Message expired -> 451 ####")],
        source: "Exchange Online: carrier text",
        ..RULE
    },
    Rule {
        id: "exchange-carrier-failover",
        cause: Cause::ConnectionFailed,
        says: &[
            "primary target ip address responded with",
            "attempted failover to alternate host",
            "while communicating with primary target ip address",
        ],
        summary: "Exchange could not hand the message to any mail server of {domain}.",
        examples: &[ex(
            "451 4.4.0 Primary target IP address responded with: \"451 ####\" Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts.",
        )],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-carrier-proxy",
        cause: Cause::ServerError,
        says: &["proxy session setup failed on frontend"],
        summary: "The front end of Exchange could not pass the message on, and gives no usable reason.",
        examples: &[ex("450 4.7.0 Proxy session setup failed on Frontend with '451 ####'")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-carrier-unspecific",
        cause: Cause::Unknown,
        owner: Some(Owner::RecipientAdmin),
        says: &[
            "remote server returned an error",
            "generic error",
            "remote server returned '",
            "remote server returned",
        ],
        codes: &[st(5, 0, 350), st(4, 0, 350), st(5, 0, 0), any(7, 350), any(7, 360), any(7, 367), any(7, 368)],
        summary: "The recipient's mail system refused the message with words that say no reason.",
        steps: &[
            "Look up the message in the log of the mail system of {domain}, and tell the sender what it objects to.",
        ],
        examples: &[ex("550 5.0.350 Remote server returned an error -> 550 ####"), ex("550 5.0.350 Generic error")],
        source: PAGE,
        ..RULE
    },
];
