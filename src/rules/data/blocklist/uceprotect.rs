//! UCEPROTECT levels 1 to 3 and Backscatterer.org, of the same operator.
//! <https://www.uceprotect.net/en/index.php?m=3&s=0>, <https://www.backscatterer.org/>

use super::EXPIRING_LIST;
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

const LOOKUP: &str = "https://www.uceprotect.net/en/rblcheck.php?ipr={ip}";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "uceprotect-level-3",
        cause: Cause::IpBlocklisted,
        owner: Some(Owner::RecipientAdmin),
        says: &[
            "dnsbl-3.uceprotect",
            "uceprotect-level3",
            "uceprotect-level 3",
            "uceprotect level 3",
            "uceprotect level3",
            "uceprotectl3",
            "uceprotect l3",
            "uceprotect-3",
        ],
        list: Some("UCEPROTECT level 3"),
        summary: "UCEPROTECT level 3 lists the whole network provider of {ip}, not this address; a list as wide as that should not decide alone.",
        steps: &[
            "Take UCEPROTECT level 3 out of the lists that reject mail on {host}, or use it only as a small part of a score: its operator itself warns that it hits innocent senders.",
            "Put the sender on the allow list until then.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        links: &[LOOKUP],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl-3.uceprotect.net; Your ISP EXAMPLE/AS64496 is UCEPROTECT-Level3 listed. See: http://www.uceprotect.net/rblcheck.php?ipr=192.0.2.25",
        )],
        source: "https://www.uceprotect.net/en/index.php?m=3&s=5",
        ..RULE
    },
    Rule {
        id: "uceprotect-level-2",
        says: &[
            "dnsbl-2.uceprotect",
            "uceprotect-level2",
            "uceprotect-level 2",
            "uceprotect level 2",
            "uceprotect level2",
            "uceprotectl2",
            "uceprotect l2",
            "uceprotect-2",
        ],
        list: Some("UCEPROTECT level 2"),
        summary: "UCEPROTECT level 2 lists the address range around {ip} because of several spam sources in it, not necessarily this server.",
        steps: &[
            "Look up {ip} on the UCEPROTECT page to see whether the address itself or only its neighbours are at fault.",
            "Ask your hosting company to stop the spamming customers in the same range, or to give you an address in another one.",
            "Wait: the entry ends by itself within seven days when the spam stops; paying for removal is not needed.",
            "Ask the administrators of {domain} to put your server on their allow list in the meantime.",
        ],
        links: &[LOOKUP],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl-2.uceprotect.net; Net 192.0.2.0/24 is UCEPROTECT-Level 2 listed",
        )],
        source: "https://www.uceprotect.net/en/index.php?m=3&s=4",
        ..EXPIRING_LIST
    },
    Rule {
        id: "uceprotect-level-1",
        says: &["uceprotect"],
        list: Some("UCEPROTECT level 1"),
        summary: "{ip} sent mail to a spam trap of UCEPROTECT within the last seven days.",
        steps: &[
            "Look up {ip} on the UCEPROTECT page.",
            "Stop what caused it: a hacked mail account, an infected computer, or mailings to old or bought addresses.",
            "Wait: the entry ends by itself seven days after the last spam; paying for removal is not needed.",
        ],
        links: &[LOOKUP],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl-1.uceprotect.net; IP 192.0.2.25 is UCEPROTECT-Level 1 listed. See http://www.uceprotect.net/rblcheck.php?ipr=192.0.2.25",
        )],
        source: "https://www.uceprotect.net/en/index.php?m=3&s=3",
        ..EXPIRING_LIST
    },
    Rule {
        id: "backscatterer",
        says: &["backscatterer.org", "backscatterer"],
        list: Some("Backscatterer.org"),
        summary: "{ip} is on Backscatterer.org, which lists servers that send bounces or sender checks to people who never wrote.",
        steps: &[
            "Set the mail server to refuse unknown recipients and spam during the SMTP dialogue instead of bouncing later.",
            "Switch off sender callouts and automatic replies to spam.",
            "Wait: the entry ends by itself four weeks after the last such mail; paying for removal is not needed.",
            "Ask the administrators of {domain} to use this list only for mail with an empty sender, as its operator advises.",
        ],
        links: &["https://www.backscatterer.org/?target=test&ip={ip}"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using ips.backscatterer.org; Sorry 192.0.2.25 is blacklisted at http://www.backscatterer.org/?ip=192.0.2.25",
        )],
        source: "https://www.backscatterer.org/?target=usage",
        ..EXPIRING_LIST
    },
];
