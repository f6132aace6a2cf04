//! Barracuda: Email Gateway Defense (formerly Essentials, ESS; `*.ess.barracudanetworks.com`) and the Email
//! Security Gateway appliance. <https://campus.barracuda.com/doc/167976683>,
//! <https://www.barracudacentral.org/rbl>

use crate::names::code::{replies, reply};
use crate::names::terms::{Cause, Owner, Permanence, Stage};
use crate::rules::rule::{RULE, Rule, ex, ex_at, ex_by};

const HOSTS: &[&str] = &["barracudanetworks.com", "barracuda.com", "cudasvc.com", "cudamail.com"];
const LOOKUP: &str = "https://www.barracudacentral.org/lookups/lookup-reputation?lookup_entry={ip}";
const REMOVAL: &str = "https://www.barracudacentral.org/rbl/removal-request";
const REASONS: &str = "https://campus.barracuda.com/doc/167976683";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "barracuda-reputation",
        cause: Cause::PoorReputation,
        says: &[
            "barracuda reputation",
            "barracudanetworks.com/reputation",
            "barracuda.com/reputation",
            "barracudacentral.org/reputation",
        ],
        not: &["b.barracudacentral.org", "barracuda reputation block"],
        list: Some("Barracuda Reputation"),
        summary: "The Barracuda gateway of the recipient refuses {ip} because Barracuda rates it poor.",
        steps: &[
            "Look up {ip} on the Barracuda page.",
            "Stop what caused it: a hacked mail account, an infected computer or web form, or mailings to people who did not ask for them.",
            "Fill in the removal request on the Barracuda page with a working phone number and the reason; it is usually answered within 12 hours.",
            "Ask the administrators of {domain} to exempt {ip} if it must pass sooner.",
        ],
        links: &[LOOKUP, REMOVAL],
        examples: &[
            ex_by(
                "550 Service unavailable; Client host [mail.example.com] blocked using Barracuda Reputation; https://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.25",
                "d123456a.ess.barracudanetworks.com",
            ),
            ex(
                "554 Service unavailable; Client host [mail.example.com] blocked using Barracuda Reputation; http://bbl.barracudacentral.com/q.cgi?ip=192.0.2.25",
            ),
        ],
        source: "https://www.barracudacentral.org/rbl",
        ..RULE
    },
    Rule {
        id: "barracuda-intent",
        cause: Cause::DomainBlocklisted,
        says: &["barracuda * intent", "intent analysis", "barracuda domain reputation"],
        summary: "A link in the message leads to a site that Barracuda knows from spam or phishing.",
        links: &["https://www.barracudacentral.org/lookups/lookup-reputation"],
        examples: &[ex("554 5.7.1 Message blocked: Intent analysis found example.com (barracuda)")],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-one-or-more-unknown",
        cause: Cause::RecipientUnknown,
        says: &["failure for one or more recipients"],
        and: &[
            "user unknown",
            "unknown user",
            "no such",
            "invalid recipient",
            "does not exist",
            "unknown recipient",
            "not found",
            "recipient unknown",
            "invalid user",
            ":unknown",
        ],
        not: &["domain not found", "sender"],
        examples: &[ex_by(
            "550 permanent failure for one or more recipients (bob@example.com:550 5.1.1 No such mailbox)",
            "d123456a.ess.barracudanetworks.com",
        )],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-recipient-blocked",
        cause: Cause::PolicyRejection,
        says: &["failure for one or more recipients * :blocked", "failure for one or more recipients * blocked)"],
        codes: &[replies(500, 599)],
        summary: "The Barracuda gateway of the recipient's organisation blocked the message; the words do not tell whether for the sender, the content or a rule.",
        steps: &[
            "Search the message log of Barracuda Email Gateway Defense for the sender: the column Reason tells what blocked it.",
            "Exempt the sender under Sender Policies or change the rule, and deliver the message from the log.",
            "Ask the sender to check {ip} on the Barracuda look-up page if the reason is reputation.",
        ],
        links: &[REASONS, LOOKUP],
        examples: &[
            ex_by(
                "550 permanent failure for one or more recipients (bob@example.com:blocked)",
                "d123456a.ess.barracudanetworks.com",
            ),
            ex("550 permanent failure for one or more recipients (bob@example.com:blocked, alice@example.com:blocked)"),
        ],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-recipient-deferred",
        cause: Cause::ServerError,
        permanence: Some(Permanence::Temporary),
        says: &["temporary failure for one or more recipients", "failure for one or more recipients * deferred"],
        not: &["rate", "grey", "quota", "unknown"],
        summary: "Barracuda could not yet hand the message to the recipient's own mail server.",
        steps: &[
            "Check that the destination mail server of {domain} in Barracuda is reachable and accepts mail from the Barracuda addresses.",
            "Search the message log of Barracuda Email Gateway Defense for the reason of the deferral.",
        ],
        links: &[REASONS],
        examples: &[ex_by(
            "451 temporary failure for one or more recipients (bob@example.com:DEFERRED)",
            "d123456a.ess.barracudanetworks.com",
        )],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-rate-control",
        cause: Cause::RateLimited,
        by: HOSTS,
        says: &[
            "rate control",
            "rate limit",
            "too many connections",
            "exceeded your message rate",
            "rate exceeded",
            "sending rate",
        ],
        links: &[REASONS],
        examples: &[ex_by("421 Rate control limit exceeded", "d123456a.ess.barracudanetworks.com")],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-outbound-rate",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "rate limit exceeded * barracuda",
            "barracuda * outbound rate",
            "sender rate * barracuda",
            "barracuda * sending limit",
        ],
        examples: &[ex("550 Rate limit exceeded for this user on the Barracuda outbound gateway")],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-sender-policy",
        cause: Cause::SenderBlocked,
        by: HOSTS,
        says: &[
            "sender policy",
            "sender blocked",
            "blocked by policy",
            "recipient policy",
            "blocked sender",
            "user policy",
        ],
        not: &["policy framework"],
        links: &[REASONS],
        examples: &[ex_by("550 Sender blocked by recipient policy", "d123456a.ess.barracudanetworks.com")],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-greylisted",
        cause: Cause::Greylisted,
        by: HOSTS,
        says: &["try again later", "please try again", "greylist", "graylist"],
        codes: &[replies(400, 499)],
        not: &["rate"],
        examples: &[ex_by("451 Please try again later", "d123456a.ess.barracudanetworks.com")],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-account",
        cause: Cause::ServerError,
        owner: Some(Owner::RecipientAdmin),
        by: HOSTS,
        says: &["account suspended", "domain not verified", "account expired", "subscription"],
        summary: "The recipient's organisation has no active account at Barracuda for {domain}.",
        steps: &[
            "Check the subscription and the verification of {domain} in Barracuda, and the MX records that lead there.",
        ],
        links: &[REASONS],
        examples: &[ex_by("550 Domain not verified", "d123456a.ess.barracudanetworks.com")],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-relay",
        cause: Cause::RelayDenied,
        by: HOSTS,
        says: &[
            "unable to relay",
            "relaying denied",
            "relay access denied",
            "domain not found",
            "no such domain",
            "mailbox unavailable or * not local",
        ],
        not: &["sender"],
        examples: &[ex_by("550 relaying denied", "d123456a.ess.barracudanetworks.com")],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-spam",
        cause: Cause::SpamContent,
        by: HOSTS,
        says: &["spam", "message content rejected", "content rejected", "phish", "bulk email"],
        not: &["spamhaus", "spamcop", "blocked using"],
        links: &[REASONS],
        examples: &[ex_by("550 5.7.1 Message content rejected", "barracuda.barracudanetworks.com")],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-bare-blocked",
        cause: Cause::PolicyRejection,
        by: HOSTS,
        says: &["blocked", "message rejected", "rejected by"],
        not: &["blocked using", "listed", "blacklist"],
        codes: &[reply(550), reply(554), reply(553)],
        stage: &[Stage::Rcpt, Stage::Data, Stage::Eod],
        summary: "The Barracuda gateway of the recipient's organisation blocked the message; the words do not tell why.",
        steps: &[
            "Search the message log of Barracuda Email Gateway Defense for the sender: the column Reason tells what blocked it.",
            "Exempt the sender under Sender Policies or change the rule, and deliver the message from the log.",
        ],
        links: &[REASONS, LOOKUP],
        examples: &[ex_at("554 Message blocked", "d123456a.ess.barracudanetworks.com", Stage::Eod)],
        source: REASONS,
        ..RULE
    },
    Rule {
        id: "barracuda-appliance-spam-url",
        cause: Cause::DomainBlocklisted,
        says: &["rejected due to spam url in content", "rejected due to spam url"],
        summary: "A link in the message leads to a site that the recipient's Barracuda appliance knows from spam.",
        links: &["https://www.barracudacentral.org/lookups/lookup-reputation"],
        examples: &[ex("554 rejected due to spam URL in content")],
        source: "https://knowledge.broadcom.com/external/article/169925/common-external-spam-filtering-error-cod.html",
        ..RULE
    },
    Rule {
        id: "barracuda-appliance-spam",
        cause: Cause::SpamContent,
        says: &["rejected due to spam content", "554 rejected due to spam", "rejected, due to spam content"],
        examples: &[ex("554 rejected due to spam content")],
        source: "https://knowledge.broadcom.com/external/article/169925/common-external-spam-filtering-error-cod.html",
        ..RULE
    },
    Rule {
        id: "barracuda-appliance-banned",
        cause: Cause::ContentBlocked,
        says: &[
            "rejected due to banned content",
            "rejected due to banned attachment",
            "rejected due to content filter",
        ],
        examples: &[ex("554 Rejected due to banned content")],
        source: "https://knowledge.broadcom.com/external/article/169925/common-external-spam-filtering-error-cod.html",
        ..RULE
    },
    Rule {
        id: "barracuda-appliance-virus",
        cause: Cause::VirusDetected,
        says: &["rejected due to virus"],
        examples: &[ex("554 rejected due to virus")],
        source: "https://campus.barracuda.com/product/emailsecuritygateway/",
        ..RULE
    },
    Rule {
        id: "barracuda-appliance-blacklist",
        cause: Cause::SenderBlocked,
        says: &[
            "sender is on domain's blacklist",
            "sender is on domain's block",
            "sender is on user's blacklist",
            "sender is on domain blacklist",
            "sender is on the domain's blacklist",
        ],
        summary: "The recipient's organisation has the sender on the block list of its mail filter.",
        examples: &[ex("551 Sender is on domain's blacklist")],
        source: "https://knowledge.broadcom.com/external/article/169925/common-external-spam-filtering-error-cod.html",
        ..RULE
    },
    Rule {
        id: "barracuda-appliance-spam-list",
        cause: Cause::IpBlocklisted,
        says: &["denied due to spam list"],
        links: &[LOOKUP, "https://multirbl.valli.org/lookup/{ip}.html"],
        examples: &[ex("554 Denied due to spam list")],
        source: "https://campus.barracuda.com/product/emailsecuritygateway/",
        ..RULE
    },
    Rule {
        id: "barracuda-appliance-no-such-domain",
        cause: Cause::RelayDenied,
        says: &["no such domain at this location"],
        summary: "The Barracuda appliance that the MX records of {domain} lead to does not have {domain} in its list of allowed domains.",
        examples: &[ex("550 No such domain at this location (bob@example.com)")],
        source: "https://campus.barracuda.com/product/emailsecuritygateway/",
        ..RULE
    },
];
