//! Abusix Mail Intelligence. <https://docs.abusix.com/abusix-mail-intelligence>

use super::{DOMAIN_LIST, IP_LIST};
use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "abusix-domain",
        says: &[
            "dblack.mail.abusix",
            "shorthash.mail.abusix",
            "diskhash.mail.abusix",
            "attachhash.mail.abusix",
            "nod.mail.abusix",
        ],
        list: Some("Abusix domain list"),
        links: &["https://lookup.abusix.com/"],
        examples: &[ex("550 5.7.1 URL example.com listed in dblack.mail.abusix.zone, see https://lookup.abusix.com")],
        source: "https://docs.abusix.com/abusix-mail-intelligence",
        ..DOMAIN_LIST
    },
    Rule {
        id: "abusix-policy",
        cause: Cause::IpBlocklisted,
        says: &["dynamic.mail.abusix", "noip.mail.abusix"],
        list: Some("Abusix dynamic address list"),
        summary: "{ip} looks like a home or dynamic connection, from which Abusix users take no mail directly.",
        steps: &[
            "Set the mail program or server to send through the outgoing mail server of your provider, with user name and password.",
            "Give a mail server of your own a fixed address and a reverse DNS name that does not look generated, then ask for removal on the Abusix page.",
        ],
        links: &["https://lookup.abusix.com/search?q={ip}"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dynamic.mail.abusix.zone",
        )],
        source: "https://docs.abusix.com/abusix-mail-intelligence",
        ..RULE
    },
    Rule {
        id: "abusix-ip",
        says: &["abusix", "combined.mail.abusix"],
        list: Some("Abusix"),
        links: &["https://lookup.abusix.com/search?q={ip}"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using combined.mail.abusix.zone; https://lookup.abusix.com/search?q=192.0.2.25",
        )],
        source: "https://docs.abusix.com/abusix-mail-intelligence",
        ..IP_LIST
    },
];
