//! NiX Spam of iX magazine, run by manitu; closed in January 2025. <https://www.nixspam.net/>

use super::CLOSED_LIST;
use crate::names::terms::Owner;
use crate::rules::rule::{Rule, ex};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "nixspam",
    owner: Some(Owner::SenderAdmin),
    says: &["ix.dnsbl.manitu", "dnsbl.manitu.net", "nixspam", "nix spam", "manitu.net"],
    list: Some("NiX Spam"),
    summary: "The server that refused uses the block list NiX Spam, which was closed in January 2025; entries used to lapse after 12 hours.",
    steps: &[
        "Compare the date of the refusal: NiX Spam was closed in January 2025, so an older refusal says nothing about today; send the message again.",
        "Ask the administrators of {domain} to remove the manitu.net zone from their filter, if {host} still refuses for that reason.",
        "Check {ip} on the lists that are still run, such as Spamhaus and SpamCop.",
    ],
    links: &[
        "https://www.nixspam.net/",
        "https://www.heise.de/en/news/Spam-filter-DNS-blacklist-Nixspam-ceases-operation-10248714.html",
    ],
    examples: &[ex(
        "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using ix.dnsbl.manitu.net; Your e-mail service was detected by mx.example.net (NiX Spam) as spamming. See https://www.nixspam.org",
    )],
    source: "https://www.nixspam.net/",
    ..CLOSED_LIST
}];
