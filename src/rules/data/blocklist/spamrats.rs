//! SpamRATS: RATS-Dyna, RATS-NoPtr, RATS-Spam, RATS-Auth. <https://www.spamrats.com/about.php>

use super::IP_LIST;
use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const LOOKUP: &str = "https://www.spamrats.com/lookup.php?ip={ip}";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "spamrats-noptr",
        cause: Cause::ReverseDnsMissing,
        says: &["noptr.spamrats", "rats-noptr", "rats noptr"],
        list: Some("RATS-NoPtr"),
        summary: "{ip} has no reverse DNS name, and SpamRATS lists such addresses.",
        steps: &[
            "Ask the provider of the IP address to set a reverse DNS name (PTR) that is your mail server's name.",
            "Check that this name points back to {ip}.",
            "Ask for removal on the SpamRATS page.",
        ],
        links: &[LOOKUP],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using noptr.spamrats.com; SPAMRATS IP Addresses See: http://www.spamrats.com/bl?192.0.2.25",
        )],
        source: "https://www.spamrats.com/rats-noptr.php",
        ..RULE
    },
    Rule {
        id: "spamrats-dyna",
        cause: Cause::IpBlocklisted,
        says: &["dyna.spamrats", "rats-dyna", "rats dyna"],
        list: Some("RATS-Dyna"),
        summary: "The reverse DNS name of {ip} looks like that of a home or dynamic connection, and SpamRATS lists such addresses.",
        steps: &[
            "Ask the provider of the IP address to set a reverse DNS name (PTR) of your own, one inside {sender_domain} for example, in place of the generated one.",
            "Send through the outgoing mail server of your provider instead, if the address is not a fixed one.",
            "Ask for removal on the SpamRATS page once the name has changed.",
        ],
        links: &[LOOKUP],
        examples: &[ex("550 5.7.1 192.0.2.25 listed at dyna.spamrats.com, see http://www.spamrats.com/bl?192.0.2.25")],
        source: "https://www.spamrats.com/rats-dyna.php",
        ..RULE
    },
    Rule {
        id: "spamrats",
        says: &["spamrats"],
        list: Some("SpamRATS"),
        links: &[LOOKUP],
        examples: &[ex("554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using spam.spamrats.com")],
        source: "https://www.spamrats.com/rats-spam.php",
        ..IP_LIST
    },
];
