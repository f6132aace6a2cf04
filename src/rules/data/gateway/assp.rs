//! ASSP, the Anti-Spam SMTP Proxy, by the default texts of its settings.
//! <https://sourceforge.net/projects/assp/>, assp.pl: `SpamError`, `DenyError`, `AVError`, …

use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "assp: assp.pl, default configuration";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "assp-spam",
        cause: Cause::SpamContent,
        says: &[
            "mail appears to be unsolicited",
            "mail (sessionid: * appears to be spam",
            "appears to be spam -- send error reports",
        ],
        summary: "The filter of the recipient (ASSP) takes the message for unsolicited mail.",
        steps: &[
            "Send a short plain text without links and attachments to find the part at fault.",
            "Report the wrong decision to the postmaster of {domain}, as the response offers.",
        ],
        examples: &[ex("554 5.7.1 Mail appears to be unsolicited -- send error reports to postmaster@example.com")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "assp-infected",
        cause: Cause::VirusDetected,
        says: &["mail appears infected with", "disinfect and resend"],
        examples: &[ex("554 5.7.1 Mail appears infected with Eicar-Test-Signature -- disinfect and resend.")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "assp-attachment",
        cause: Cause::ContentBlocked,
        says: &["these attachments are not allowed", "compress before mailing"],
        examples: &[ex("550 5.7.1 These attachments are not allowed -- Compress before mailing.")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "assp-bounce-never-sent",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["bounce address - message was never sent from this domain", "message was never sent from this domain"],
        summary: "The receiving filter refuses a bounce because its domain never sent the original message: somebody forged the sender.",
        steps: &[
            "Set your mail server to refuse unknown recipients during the SMTP dialogue instead of sending bounces to forged senders.",
        ],
        examples: &[ex("554 5.7.1 Bounce address - message was never sent from this domain")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "assp-dnsbl",
        cause: Cause::IpBlocklisted,
        says: &["dns blacklisted by"],
        not: &["spamhaus", "spamcop", "barracuda", "uceprotect", "sorbs", "surbl", "uribl"],
        links: &["https://multirbl.valli.org/lookup/{ip}.html"],
        examples: &[ex("554 5.7.1 DNS Blacklisted by lists.example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "assp-helo",
        cause: Cause::HeloInvalid,
        says: &[
            "forged helo",
            "invalid helo format",
            "blacklisted helo",
            "helo is blacklisted",
            "helo matches owner",
            "suspicious helo",
        ],
        examples: &[ex("554 5.7.1 Forged HELO: 'example.net'")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "assp-penalty",
        cause: Cause::PoorReputation,
        says: &["penaltybox", "penalty box", "bad ip score", "message exceeded penalty", "too many penalty"],
        summary: "{ip} collected too many penalty points at the receiving filter.",
        steps: &[
            "Check the HELO name, the reverse DNS name and the recipient addresses that the server uses.",
            "Wait some hours: the points decay by themselves.",
        ],
        examples: &[ex("554 5.7.1 Your IP 192.0.2.25 is in the penalty box")],
        source: SOURCE,
        ..RULE
    },
];
