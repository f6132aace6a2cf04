//! Invaluement: ivmSIP, ivmSIP/24, ivmURI, ivmSED. <https://www.invaluement.com/>

use super::{DOMAIN_LIST, IP_LIST};
use crate::rules::rule::{Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "invaluement-uri",
        says: &["ivmuri", "uri.invaluement", "invaluement uri", "ivmsed"],
        list: Some("Invaluement ivmURI"),
        links: &["https://www.invaluement.com/lookup/"],
        examples: &[ex("550 5.7.1 Blocked URL example.com, listed in ivmURI, see https://www.invaluement.com/lookup/")],
        source: "https://www.invaluement.com/",
        ..DOMAIN_LIST
    },
    Rule {
        id: "invaluement-sip",
        says: &["invaluement", "ivmsip"],
        list: Some("Invaluement ivmSIP"),
        links: &["https://www.invaluement.com/lookup/", "https://www.invaluement.com/removal/"],
        examples: &[
            ex("550 5.7.1 Mail from 192.0.2.25 blocked, listed in sip.invaluement.com"),
            ex("554 5.7.1 192.0.2.25 is listed on ivmSIP/24"),
        ],
        source: "https://www.invaluement.com/",
        ..IP_LIST
    },
];
