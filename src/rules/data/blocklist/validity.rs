//! Validity (formerly Return Path): Sender Score, Blocklist, Certification.
//! <https://senderscore.org/>, <https://knowledge.validity.com/>

use super::IP_LIST;
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "validity-query-refused",
        cause: Cause::IpBlocklisted,
        owner: Some(Owner::RecipientAdmin),
        says: &["score.senderscore.com", "bl.score.senderscore", "validity"],
        and: &["127.255.255.25", "excessive", "query volume", "blocked query", "too many queries", "not registered"],
        list: Some("Validity"),
        summary: "Validity refused the question of the receiving server because it asks too often without an account, and that server took it for a listing.",
        steps: &[
            "Create an account with Validity for queries, or remove its zones from the filter settings of {host}.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        links: &["https://knowledge.validity.com/s/articles/Accessing-Validity-reputation-data-through-DNS"],
        examples: &[ex(
            "550 5.7.1 blocked using bl.score.senderscore.com: excessive number of queries, see https://knowledge.validity.com",
        )],
        source: "https://knowledge.validity.com/s/articles/Accessing-Validity-reputation-data-through-DNS",
        ..RULE
    },
    Rule {
        id: "validity-blocklist",
        says: &[
            "bl.score.senderscore",
            "rpbl",
            "returnpath blacklist",
            "return path blacklist",
            "return path blocklist",
            "returnpath rbl",
            "return path reputation",
            "validity blocklist",
            "blacklist.returnpath",
            "rtbl.returnpath",
            "senderscore.org/blacklist",
            "senderscore.org/blocklist",
            "sender score blocklist",
            "sender score blacklist",
        ],
        list: Some("Validity Blocklist"),
        links: &["https://senderscore.org/act/blocklist-remover/", "https://senderscore.org/"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.score.senderscore.com; Spam or infected host. See https://senderscore.org/blocklistlookup/",
        )],
        source: "https://knowledge.validity.com/s/topic/0TO5G000000gQmGWAU/blocklists",
        ..IP_LIST
    },
    Rule {
        id: "validity-sender-score",
        cause: Cause::PoorReputation,
        says: &[
            "senderscore",
            "sender score",
            "returnpath.net",
            "returnpath.com",
            "returnpath.org",
            "return path reputation",
        ],
        summary: "The receiving server refuses {ip} because of its low Sender Score, the reputation that Validity (formerly Return Path) computes.",
        steps: &[
            "Look up the score of {ip} on the Sender Score page and read what lowers it: complaints, unknown addresses, spam traps.",
            "Remove addresses that bounced or complained from your lists and stop other abuse of the server.",
            "Keep the amount of mail small and even until the score has risen; it is computed over 30 days.",
        ],
        links: &["https://senderscore.org/assess/get-your-score/report/?lookup={ip}"],
        examples: &[ex("550 5.7.1 Rejected due to low SenderScore of 192.0.2.25, see https://www.senderscore.org")],
        source: "https://senderscore.org/",
        ..RULE
    },
];
