//! Words of Exchange that only wrap the answer of another server. What stands behind ` -> `, or in quotes,
//! is the cause; these rules speak only when that says nothing.
//!
//! Page: <https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/fix-error-code-550-5-0-350-in-exchange-online>.

use crate::names::code::{any, st};
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

const PAGE: &str = fix!("fix-error-code-550-5-0-350-in-exchange-online");

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "exchange-carrier-recipient-code",
        cause: Cause::RecipientUnknown,
        codes: &[any(1, 351)],
        examples: &[ex("550 5.1.351 ####")],
        source: PAGE,
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
    Rule {
        id: "exchange-text-smtp-problem",
        cause: Cause::Unknown,
        says: &[
            "there was a smtp communication problem with the recipient's email server",
            "smtp communication problem with the recipient",
            "unable to deliver the message, but did not report a specific reason",
            "a problem occurred during the delivery of this message to this e-mail address",
            "a problem occurred during the delivery of this message",
            "the recipient's email provider rejected it",
        ],
        summary: "Exchange says only that the recipient's server refused; its report holds no reason.",
        examples: &[ex(
            "There was a SMTP communication problem with the recipient's email server. Please contact your system administrator. <mail.example.com #5.5.0>",
        )],
        source: "Microsoft KB 284204: Delivery status notifications in Exchange",
        ..RULE
    },
];
