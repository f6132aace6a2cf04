//! Lists of domains seen in spam: SURBL, URIBL, and the domain side of smaller operators.
//! <https://surbl.org/faq>, <https://uribl.com/about.shtml>, <https://spameatingmonkey.com/services>

use super::DOMAIN_LIST;
use crate::rules::rule::{Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "surbl",
        says: &["surbl.org", "surbl"],
        list: Some("SURBL"),
        links: &["https://surbl.org/surbl-analysis"],
        examples: &[
            ex("554 5.7.1 Blocked, example.com on lists [abuse], See: http://www.surbl.org/lists.html"),
            ex("550 5.7.1 URL listed on multi.surbl.org: example.com"),
        ],
        source: "https://surbl.org/faq",
        ..DOMAIN_LIST
    },
    Rule {
        id: "uribl",
        not: &["uribl.spameatingmonkey", "uribl.spfbl", "uribl.swinog", "uribl.rspamd"],
        says: &[
            "uribl.com",
            "multi.uribl",
            "black.uribl",
            "red.uribl",
            "grey.uribl",
            "listed by uribl",
            "listed in uribl",
            "listed on uribl",
            "by uribl",
            "blocked using uribl",
        ],
        list: Some("URIBL"),
        links: &["https://admin.uribl.com/", "https://lookup.uribl.com/"],
        examples: &[
            ex("550-REJECTED - Blacklisted URL in message. (example.com) in [black]. 550 See http://lookup.uribl.com."),
            ex("550 5.7.1 message contains example.com, listed by URIBL"),
        ],
        source: "https://uribl.com/about.shtml",
        ..DOMAIN_LIST
    },
    Rule {
        id: "spameatingmonkey-fresh",
        says: &[
            "fresh.spameatingmonkey",
            "fresh10.spameatingmonkey",
            "fresh15.spameatingmonkey",
            "fresh30.spameatingmonkey",
            "fresh.fmb.la",
            "sem-fresh",
            "sem fresh",
        ],
        list: Some("SEM-FRESH"),
        summary: "A domain in the message was registered only days ago, and the list SEM-FRESH holds such domains.",
        steps: &[
            "Wait until the domain is older than 30 days, or use an older domain as sender and in links until then.",
            "Ask the administrators of {domain} to put your domain on their allow list if the message is urgent.",
        ],
        links: &["https://spameatingmonkey.com/lookup"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Sender address [bob@example.com] blocked using fresh.spameatingmonkey.net",
        )],
        source: "https://spameatingmonkey.com/services",
        ..DOMAIN_LIST
    },
    Rule {
        id: "spameatingmonkey-uri",
        says: &["uribl.spameatingmonkey", "urired.spameatingmonkey", "rhsbl.spameatingmonkey"],
        list: Some("Spam Eating Monkey"),
        links: &["https://spameatingmonkey.com/lookup"],
        examples: &[ex("550 5.7.1 example.com is listed in uribl.spameatingmonkey.net")],
        source: "https://spameatingmonkey.com/services",
        ..DOMAIN_LIST
    },
    Rule {
        id: "spamrl",
        says: &["spamrl.com"],
        and: &["a url in", "url in ", "link", "domain"],
        list: Some("SpamRL"),
        links: &["https://www.spamrl.com/"],
        examples: &[ex("550 A URL in this email (example . com) is listed on https://spamrl.com/. Resolve and retry")],
        source: "https://documentation.n-able.com/spamexperts/",
        ..DOMAIN_LIST
    },
    Rule {
        id: "rfc-clueless",
        says: &[
            "rfc-clueless",
            "rfc-ignorant",
            "rfcignorant",
            "dsn.rfc-",
            "bogusmx.rfc",
            "postmaster.rfc-",
            "abuse.rfc-",
            "fulldom.rfc-",
        ],
        list: Some("RFC-Clueless"),
        summary: "The list RFC-Clueless (successor of RFC-Ignorant) holds {sender_domain} because it breaks mail standards, for example by having no postmaster or abuse address.",
        steps: &[
            "Look up {sender_domain} on the page of the list to see which rule it breaks.",
            "Create working postmaster and abuse addresses, accept mail with an empty sender, and let the MX records name real hosts.",
            "Ask for removal on the page of the list.",
            "Ask the administrators of {domain} to stop rejecting on this list: it says nothing about spam.",
        ],
        links: &["https://rfc-clueless.org/pages/lookup"],
        examples: &[
            ex(
                "554 5.7.1 Service unavailable; Sender address [bob@example.com] blocked using postmaster.rfc-clueless.org",
            ),
            ex(
                "554 5.7.1 Service unavailable; Sender address [bob@example.com] blocked using dsn.rfc-ignorant.org; Not supporting null originator (DSN)",
            ),
        ],
        source: "https://rfc-clueless.org/pages/listing_policy",
        ..DOMAIN_LIST
    },
    Rule {
        id: "spfbl-domain",
        says: &["uribl.spfbl", "dnsbl.spfbl.net * domain", "matrix.spfbl * domain"],
        list: Some("SPFBL"),
        links: &["https://matrix.spfbl.net/"],
        examples: &[ex("550 5.7.1 example.com is listed in uribl.spfbl.net")],
        source: "https://spfbl.net/en/dnsbl/",
        ..DOMAIN_LIST
    },
    Rule {
        id: "domain-list-by-zone",
        says: &[
            "rhsbl.",
            "rhsbl ",
            "dob.sibl.support-intelligence",
            "day old bread",
            "uribl.",
            "dbl.suomispam",
            "dbl.nordspam",
            "dbl.abuse.ro",
            "uri.blacklist.woody",
            "url.rbl.jp",
            "uribl.swinog",
            "uribl.rspamd",
            "fraudrhs",
            "phishtank",
            "openphish",
            "google safe browsing",
            "google safebrowsing",
        ],
        not: &["sorbs"],
        summary: "A domain or link in the message is on a block list that the receiving server uses.",
        steps: &[
            "Look up {sender_domain} and every domain that the message links to with the operator of the list named in the response.",
            "Clear the listed website of hacked pages, redirects and abused forms.",
            "Ask the operator of the list for removal once the cause is gone.",
            "Send the message again without the listed link in the meantime.",
        ],
        examples: &[
            ex("554 5.7.1 Service unavailable; Sender address [bob@example.com] blocked using rhsbl.example.org"),
            ex("550 5.7.1 This message contains a link that Google Safe Browsing lists as phishing"),
        ],
        source: "https://www.rfc-editor.org/rfc/rfc5782",
        ..DOMAIN_LIST
    },
];
