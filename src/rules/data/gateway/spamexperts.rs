//! SpamExperts, sold by N-able as Mail Assure and under the names of many hosting companies
//! (`*.antispamcloud.com`). <https://documentation.n-able.com/spamexperts/>,
//! <https://support.appliedi.net/kb/what-are-the-message-classification-status-codes-displayed-in-the-web-interface-premium-feature/>

use crate::names::code::replies;
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const PAGE: &str = "https://documentation.n-able.com/spamexperts/";
const HOSTS: &[&str] = &[
    "antispamcloud.com",
    "spamexperts.com",
    "spamexperts.eu",
    "mtaroutes.com",
    "n-able.com",
    "mailspamprotection.com",
    "spamexperts.net",
];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "spamexperts-verify-destination",
        cause: Cause::ConnectionFailed,
        owner: Some(Owner::RecipientAdmin),
        says: &["unable to verify destination address", "could not verify destination address"],
        summary: "The filter in front of {domain} cannot reach the mail server behind it to check the address.",
        steps: &[
            "Check that the destination server of {domain} in the filter is the right one, runs and lets the filter's addresses connect.",
            "Read the log of that server for connections of the filter.",
        ],
        links: &[PAGE],
        examples: &[ex("451 Unable to verify destination address")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "spamexperts-domain-unknown",
        cause: Cause::RelayDenied,
        by: HOSTS,
        says: &[
            "domain is not accepted",
            "domain not accepted",
            "not a valid domain",
            "domain is unknown",
            "relay not permitted",
            "no such domain",
        ],
        summary: "The filter does not know {domain} as a domain of its customers although the MX records lead to it.",
        examples: &[ex_by("550 Mail for this domain is not accepted", "mx1.antispamcloud.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "spamexperts-no-such-recipient",
        cause: Cause::RecipientUnknown,
        by: HOSTS,
        says: &[
            "no such recipient",
            "no such user",
            "invalid recipient",
            "recipient verification failed",
            "recipient does not exist",
            "user unknown",
            "address does not exist",
        ],
        examples: &[ex_by("550 No such recipient here", "mx1.antispamcloud.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "spamexperts-high-probability",
        cause: Cause::SpamContent,
        says: &[
            "high probability of spam",
            "high-probability spam",
            "high probability of phishing",
            "considered spam by spamexperts",
        ],
        examples: &[
            ex("550 High probability of spam"),
            ex_by("550 SPAM. High probability of spam", "mx1.antispamcloud.com"),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "spamexperts-too-many-connections",
        cause: Cause::RateLimited,
        by: HOSTS,
        says: &[
            "too many connections",
            "too many concurrent",
            "per-minute connection limit",
            "connection limit exceeded",
            "rate limit",
            "ratelimit",
            "too many messages",
            "hourly limit",
            "sending limit",
        ],
        examples: &[ex_by("451 Too Many Concurrent SMTP Connections", "mx1.antispamcloud.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "spamexperts-user-locked",
        cause: Cause::SenderAccountSuspended,
        says: &[
            "identity locked",
            "outgoing user is locked",
            "sending user is locked",
            "user is locked * spam",
            "account locked due to spam",
        ],
        summary: "The outgoing filter locked this account because spam was sent with it.",
        steps: &[
            "Change the password of the mail account and look for mail that you did not send.",
            "Ask your hosting company to unlock the account in its outgoing filter.",
        ],
        examples: &[ex("550 Outgoing user is locked due to spam")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "spamexperts-greylisted",
        cause: Cause::Greylisted,
        by: HOSTS,
        says: &["greylist", "temporarily rejected", "try again later", "deferred"],
        codes: &[replies(400, 499)],
        examples: &[ex_by("451 Temporarily rejected, try again later", "mx1.antispamcloud.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "spamexperts-blacklisted-sender",
        cause: Cause::SenderBlocked,
        by: HOSTS,
        says: &[
            "locally blacklisted",
            "sender is blacklisted",
            "blacklisted sender",
            "blocklisted sender",
            "sender is blocklisted",
            "locally blocked",
            "sender blocked",
        ],
        examples: &[ex_by("550 Locally blacklisted sender", "mx1.antispamcloud.com")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "spamexperts-bounce-to-many",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["legitimate bounces are never sent to more than one recipient"],
        examples: &[ex("550 Legitimate bounces are never sent to more than one recipient.")],
        source: "exim: wiki, ACL examples; baruwa",
        ..RULE
    },
    Rule {
        id: "spamexperts-spam",
        cause: Cause::SpamContent,
        by: HOSTS,
        says: &["spam", "phishing"],
        not: &["spamhaus", "spamcop", "spamrl", "listed", "locked"],
        examples: &[ex_by("550 Message refused as spam", "mx1.antispamcloud.com")],
        source: PAGE,
        ..RULE
    },
];
