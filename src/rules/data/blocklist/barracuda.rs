//! Barracuda Reputation Block List (BRBL). <https://www.barracudacentral.org/rbl>

use super::IP_LIST;
use crate::rules::rule::{Rule, ex};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "barracuda-brbl",
    says: &[
        "barracudacentral",
        "barracuda central",
        "barracuda reputation block list",
        "barracuda rbl",
        "barracuda block list",
        "barracuda blacklist",
        "barracuda brbl",
        "brbl",
        "cudalist",
        "by barracuda",
        "on barracuda",
        "in barracuda",
        "at barracuda",
        "using barracuda",
        "bb.barracudacentral",
        "barracuda reputation block",
    ],
    list: Some("Barracuda Reputation Block List"),
    steps: &[
        "Look up {ip} on the Barracuda page.",
        "Stop what caused it: a hacked mail account, an infected computer or web form, an open relay, or mailings to people who did not ask for them.",
        "Fill in the removal request on the Barracuda page with a working phone number and the reason; it is usually answered within 12 hours.",
        "Send the message again when the look-up no longer finds the address.",
    ],
    links: &[
        "https://www.barracudacentral.org/lookups/lookup-reputation?lookup_entry={ip}",
        "https://www.barracudacentral.org/rbl/removal-request",
    ],
    examples: &[
        ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using b.barracudacentral.org; http://www.barracudanetworks.com/reputation/?pr=1&ip=192.0.2.25",
        ),
        ex("550 5.7.1 Sender IP 192.0.2.25 is listed on the Barracuda RBL"),
    ],
    source: "https://www.barracudacentral.org/rbl/how-to-use",
    ..IP_LIST
}];
