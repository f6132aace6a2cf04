//! SpamCop Blocking List. <https://www.spamcop.net/fom-serve/cache/297.html>

use super::EXPIRING_LIST;
use crate::rules::rule::{Rule, ex};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "spamcop",
    says: &["bl.spamcop.net", "spamcop.net", "spamcop"],
    list: Some("SpamCop"),
    summary: "People reported spam from {ip} to SpamCop, or its spam traps got some, within the last day.",
    steps: &[
        "Look up {ip} on the SpamCop page to see when the last report came.",
        "Stop what was reported: a hacked account, an infected computer, automatic replies to forged senders, or mailings to people who did not ask for them.",
        "Wait: the entry ends by itself about 24 hours after the last report, and cannot be cleared sooner.",
        "Send the message again afterwards.",
    ],
    links: &["https://www.spamcop.net/w3m?action=checkblock&ip={ip}", "https://www.spamcop.net/bl.shtml?{ip}"],
    examples: &[
        ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?192.0.2.25",
        ),
        ex("550 rejected because 192.0.2.25 is in a black list at bl.spamcop.net"),
        ex("550 5.7.1 Rejected - listed in SpamCop"),
    ],
    source: "https://www.spamcop.net/fom-serve/cache/297.html",
    ..EXPIRING_LIST
}];
