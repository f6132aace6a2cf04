//! Policy servers of Postfix: policyd v1, Cluebringer (cbpolicyd, policyd v2), postfwd, iRedAPD, policyd-spf.
//! <https://wiki.policyd.org/>, <https://docs.iredmail.org/manage.iredapd.html>

use crate::names::terms::{Cause, Owner, Permanence, Side};
use crate::rules::rule::{RULE, Rule, ex, ex_side};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "policyd-quota-own-server",
        cause: Cause::SendingQuotaExceeded,
        side: Some(Side::Sender),
        says: &[
            "policy rejection; message count quota exceeded",
            "policy rejection; cumulative message size quota exceeded",
            "policy rejection- quota exceeded",
            "policy rejection: quota exceeded",
            "policy rejection; message quota exceeded",
            "policy rejection; quota exceeded",
        ],
        summary: "Your outgoing mail server allows only a certain number of messages in a time, and this account used it up.",
        examples: &[ex_side(
            "554 5.7.1 <bob@example.com>: Sender address rejected: Policy rejection; Message count quota exceeded",
            "mail.example.com",
            Side::Sender,
        )],
        source: "cbpolicyd: cbp/modules/Quotas.pm",
        ..RULE
    },
    Rule {
        id: "policyd-quota",
        permanence: Some(Permanence::Temporary),
        cause: Cause::RateLimited,
        says: &[
            "policy rejection; message count quota exceeded",
            "policy rejection; cumulative message size quota exceeded",
            "policy rejection- quota exceeded",
            "policy rejection: quota exceeded",
            "policy rejection; message quota exceeded",
            "policy rejection; quota exceeded",
            "message count quota exceeded",
            "message size quota exceeded",
        ],
        examples: &[ex(
            "450 4.7.1 <bob@example.com>: Recipient address rejected: Policy rejection; Message count quota exceeded",
        )],
        source: "cbpolicyd: cbp/modules/Quotas.pm",
        ..RULE
    },
    Rule {
        id: "policyd-helo",
        cause: Cause::HeloInvalid,
        says: &[
            "policy rejection; invalid helo",
            "policy rejection; blacklisted helo",
            "policy rejection; helo",
            "policy rejection- helo",
        ],
        examples: &[ex(
            "554 5.7.1 <mail>: Helo command rejected: Policy rejection; Invalid HELO/EHLO; Must be a FQDN or an address literal, not 'mail'",
        )],
        source: "cbpolicyd: cbp/modules/CheckHelo.pm",
        ..RULE
    },
    Rule {
        id: "policyd-try-later",
        cause: Cause::Greylisted,
        says: &[
            "policy rejection- please try later",
            "policy rejection; try later",
            "policy rejection- try later",
            "policy rejection - please try later",
        ],
        examples: &[ex("450 4.7.1 <bob@example.com>: Recipient address rejected: Policy Rejection- Please try later.")],
        source: "policyd v1: policyd.conf, GREYLIST_REJECTION",
        ..RULE
    },
    Rule {
        id: "policyd-abuse",
        cause: Cause::SenderBlocked,
        says: &[
            "policy rejection- abuse",
            "abuse. go away",
            "policy rejection; access denied",
            "policy rejection- not authorized",
            "policy rejection; you are",
            "policy rejection - abuse",
        ],
        examples: &[ex("554 5.7.1 <bob@example.com>: Recipient address rejected: Abuse. Go away.")],
        source: "policyd v1: policyd.conf, BLACKLIST_REJECTION",
        ..RULE
    },
    Rule {
        id: "iredapd-reject-sender-login",
        cause: Cause::SenderAddressRejected,
        owner: Some(Owner::Sender),
        says: &["sender login mismatch", "smtp authentication is required, or it's not allowed to send"],
        summary: "The account that logged in may not send with this sender address.",
        steps: &[
            "Set the sender address in the mail program to the address of the account that logs in.",
            "Ask the administrators of your mail server to allow that account to use the other address.",
        ],
        links: &["https://docs.iredmail.org/errors.html"],
        examples: &[ex("550 5.7.1 <bob@example.com>: Recipient address rejected: Sender login mismatch")],
        source: "https://docs.iredmail.org/errors.html",
        ..RULE
    },
    Rule {
        id: "iredapd-throttle",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "quota exceeded (number of mails",
            "quota exceeded (accumulated message size",
            "throttle * msgs in total",
            "exceeds max msgs",
            "quota of * mails * exceeded",
        ],
        examples: &[ex(
            "554 5.7.1 <bob@example.com>: Sender address rejected: Quota exceeded (number of mails in total)",
        )],
        source: "https://docs.iredmail.org/errors.html",
        ..RULE
    },
    Rule {
        id: "iredapd-blacklisted",
        cause: Cause::SenderBlocked,
        says: &[
            "recipient address rejected: blacklisted",
            "sender address rejected: blacklisted",
            "client host rejected: blacklisted",
        ],
        examples: &[ex("554 5.7.1 <bob@example.com>: Recipient address rejected: Blacklisted")],
        source: "https://docs.iredmail.org/errors.html",
        ..RULE
    },
    Rule {
        id: "postfwd-rate",
        cause: Cause::RateLimited,
        says: &["exceeded rate limit", "sorry, max * messages per", "sorry, exceeded", "sorry, max * recipients"],
        examples: &[ex("450 4.7.1 <bob@example.com>: Recipient address rejected: sorry, max 100 messages per hour")],
        source: "https://postfwd.org/",
        ..RULE
    },
];
