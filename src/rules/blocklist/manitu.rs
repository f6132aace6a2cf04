//! NiX Spam of iX magazine, run by manitu; closed in January 2025. <https://www.nixspam.net/>

use super::CLOSED_LIST;
use crate::rule::{Rule, ex};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "nixspam",
    says: &["ix.dnsbl.manitu", "dnsbl.manitu.net", "nixspam", "nix spam", "manitu.net"],
    list: Some("NiX Spam"),
    summary: "The server that refused uses the block list NiX Spam, which was closed in January 2025; entries used to lapse after 12 hours.",
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
