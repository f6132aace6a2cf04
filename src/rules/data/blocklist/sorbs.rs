//! SORBS: closed by Proofpoint on 2024-06-05; its zones were emptied.
//! <https://www.theregister.com/2024/06/07/sorbs_closed/>

use super::{CLOSED_LIST, DOMAIN_LIST};
use crate::names::terms::Owner;
use crate::rules::rule::{Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "sorbs-rhsbl",
        owner: Some(Owner::RecipientAdmin),
        says: &["rhsbl.sorbs", "badconf.rhsbl.sorbs", "nomail.rhsbl.sorbs"],
        list: Some("SORBS"),
        summary: "The server that refused still asks the domain list of SORBS, which was closed in June 2024.",
        steps: &[
            "Remove every sorbs.net zone from the filter settings of {host}: the list was closed in June 2024.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Sender address [bob@example.com] blocked using rhsbl.sorbs.net",
        )],
        source: "https://www.theregister.com/2024/06/07/sorbs_closed/",
        ..DOMAIN_LIST
    },
    Rule {
        id: "sorbs",
        owner: Some(Owner::SenderAdmin),
        says: &["sorbs.net", "sorbs"],
        list: Some("SORBS"),
        summary: "The server that refused uses the block list SORBS, which was closed in June 2024; no listing there can be valid or be removed any more.",
        steps: &[
            "Compare the date of the refusal: SORBS was closed in June 2024, so an older refusal says nothing about today; send the message again.",
            "Ask the administrators of {domain} to remove every sorbs.net zone from their filter, if {host} still refuses for that reason.",
            "Check {ip} on the lists that are still run, such as Spamhaus and SpamCop.",
        ],
        links: &["https://www.theregister.com/2024/06/07/sorbs_closed/"],
        examples: &[
            ex(
                "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl.sorbs.net; Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?192.0.2.25",
            ),
            ex("550 5.7.1 dul.dnsbl.sorbs.net: Dynamic IP Addresses See: http://www.sorbs.net/lookup.shtml?192.0.2.25"),
        ],
        source: "https://www.theregister.com/2024/06/07/sorbs_closed/",
        ..CLOSED_LIST
    },
];
