//! Trend Micro: Email Security (formerly Hosted Email Security), IMSVA, InterScan, Deep Discovery Email
//! Inspector. Their address list ERS stands with the block lists.
//! <https://docs.trendmicro.com/en-us/documentation/article/deep-discovery-email-inspector-51-online-help-smtp-error-codes>,
//! <https://success.trendmicro.com/solution/1097055>

use crate::names::code::replies;
use crate::names::terms::{Cause, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const HOSTS: &[&str] =
    &["trendmicro.com", "trendmicro.eu", "trendmicro.co.jp", "trendmicro.com.au", "in.hes.trendmicro.com"];
const DDEI: &str = "https://docs.trendmicro.com/en-us/documentation/article/deep-discovery-email-inspector-51-online-help-smtp-error-codes";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "trend-micro-ers-dul-code",
        cause: Cause::IpBlocklisted,
        says: &["ers-dul"],
        list: Some("Trend Micro dynamic user list"),
        summary: "Trend Micro lists {ip} as a home or dynamic connection, from which no mail is taken directly.",
        steps: &[
            "Set the mail program or server to send through the outgoing mail server of your provider, with user name and password.",
            "Give a fixed address a reverse DNS name of your own, then ask for reclassification on the Trend Micro page.",
        ],
        links: &["https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/?ip={ip}"],
        examples: &[ex_by(
            "550 5.7.1 <bob@example.com>: Recipient address rejected: ERS-DUL.",
            "in.hes.trendmicro.com",
        )],
        source: "https://success.trendmicro.com/solution/1097055",
        ..RULE
    },
    Rule {
        id: "trend-micro-ers-code",
        cause: Cause::IpBlocklisted,
        says: &["ers-rbl", "ers-qil", "ers-opr", "ers rbl", "ers qil"],
        list: Some("Trend Micro Email Reputation Services"),
        summary: "Trend Micro Email Reputation Services lists {ip} because spam comes from it; QIL is the part of the list that lets go by itself within hours.",
        steps: &[
            "Look up {ip} on the Trend Micro page.",
            "Stop what caused it: a hacked mail account, an infected computer, an open relay, or mailings to people who did not ask for them.",
            "Ask for removal on the same page once the cause is gone.",
        ],
        links: &["https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/?ip={ip}"],
        examples: &[
            ex_by("550 5.7.1 <bob@example.com>: Recipient address rejected: ERS-RBL.", "in.hes.trendmicro.com"),
            ex_by("450 4.7.1 <bob@example.com>: Recipient address rejected: ERS-QIL.", "in.hes.trendmicro.com"),
        ],
        source: "https://success.trendmicro.com/solution/1097055",
        ..RULE
    },
    Rule {
        id: "trend-micro-zombie",
        cause: Cause::IpBlocklisted,
        permanence: Some(Permanence::Temporary),
        says: &["zombie matches", "temporary denial of connection", "for zombie match"],
        list: Some("Trend Micro Email Reputation Services"),
        links: &["https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/?ip={ip}"],
        examples: &[ex("450 Temporary denial of connection (450) for Zombie matches (ERS)")],
        source: DDEI,
        ..RULE
    },
    Rule {
        id: "trend-micro-rbl-match",
        cause: Cause::IpBlocklisted,
        says: &["permanent denial of connection", "for rbl+ match"],
        list: Some("Trend Micro RBL+"),
        links: &["https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/?ip={ip}"],
        examples: &[ex("550 Permanent denial of connection (550) for RBL+ matches (ERS)")],
        source: DDEI,
        ..RULE
    },
    Rule {
        id: "trend-micro-sender-filtering",
        cause: Cause::PolicyRejection,
        says: &["(sender filtering/authentication)", "block permanently (sender", "block temporarily (sender"],
        summary: "The Trend Micro gateway of the recipient refuses the sender: too many unknown recipients, too much mail, or failed SPF, DKIM or DMARC.",
        steps: &[
            "Look in the log of the Trend Micro gateway under Sender Filtering for the check that {ip} failed.",
            "Add the server to the approved senders if the mail is wanted.",
        ],
        links: &[DDEI],
        examples: &[ex("521 Block permanently (Sender Filtering/Authentication)")],
        source: DDEI,
        ..RULE
    },
    Rule {
        id: "trend-micro-ers-blocked",
        cause: Cause::IpBlocklisted,
        by: HOSTS,
        says: &[
            "blocked using trend",
            "client host rejected",
            "service unavailable; client",
            "access denied",
            "ip reputation",
            "reputation",
        ],
        list: Some("Trend Micro Email Reputation Services"),
        summary: "Trend Micro refuses {ip} because of its reputation.",
        steps: &[
            "Look up {ip} on the Trend Micro page.",
            "Stop what caused it: a hacked mail account, an infected computer, or mailings to people who did not ask for them.",
            "Ask for removal on the same page once the cause is gone.",
        ],
        links: &["https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/?ip={ip}"],
        examples: &[ex_by(
            "550 5.7.1 Service unavailable; Client host [192.0.2.25] blocked; IP reputation",
            "example.in.tmes.trendmicro.com",
        )],
        source: "https://success.trendmicro.com/solution/1097055",
        ..RULE
    },
    Rule {
        id: "trend-micro-user-unknown",
        cause: Cause::RecipientUnknown,
        by: HOSTS,
        says: &["user unknown", "mailbox unavailable", "invalid recipient", "unknown recipient"],
        not: &["access denied", "grey", "spf ", "rate", "quota", "full", "relay", "dmarc"],
        examples: &[ex_by(
            "550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown",
            "example.in.tmes.trendmicro.com",
        )],
        source: "https://docs.trendmicro.com/en-us/documentation/email-security/",
        ..RULE
    },
    Rule {
        id: "trend-micro-spam",
        cause: Cause::SpamContent,
        by: HOSTS,
        says: &["spam", "phish", "message rejected", "content"],
        codes: &[replies(500, 599)],
        examples: &[ex_by("554 5.7.1 Message rejected as spam", "example.in.tmes.trendmicro.com")],
        source: "https://docs.trendmicro.com/en-us/documentation/email-security/",
        ..RULE
    },
    Rule {
        id: "trend-micro-outbound",
        cause: Cause::RateLimited,
        by: HOSTS,
        says: &["exceeded", "too many", "rate limit", "frequency"],
        not: &["size", "hop count", "hops", "quota"],
        summary: "Trend Micro took as many messages from this sender as it allows in the time.",
        links: &["https://success.trendmicro.com/solution/1035692"],
        examples: &[ex_by(
            "450 4.7.1 Error: too much mail from 192.0.2.25, recipients exceeded limit",
            "relay.tmes.trendmicro.com",
        )],
        source: "https://success.trendmicro.com/solution/1035692",
        ..RULE
    },
    Rule {
        id: "interscan-unacceptable",
        cause: Cause::SpamContent,
        says: &["trend micro * spam", "interscan * spam", "imsva * spam", "imss * spam"],
        examples: &[ex("550 5.7.1 Trend Micro InterScan detected this message as spam")],
        source: "https://docs.trendmicro.com/en-us/documentation/interscan-messaging-security/",
        ..RULE
    },
    Rule {
        id: "interscan-policy",
        cause: Cause::ContentBlocked,
        says: &[
            "interscan messaging security",
            "interscan viruswall",
            "trend micro interscan",
            "trend micro * content filter",
            "imsva * policy",
        ],
        examples: &[ex("550 5.7.1 Message blocked by InterScan Messaging Security policy")],
        source: "https://docs.trendmicro.com/en-us/documentation/interscan-messaging-security/",
        ..RULE
    },
];
