//! Spamhaus: SBL, CSS, DROP, XBL, PBL, AuthBL, ZEN (addresses), DBL, ZRD, HBL (domains and hashes).
//! <https://www.spamhaus.org/faqs/dnsbl-usage/>, <https://docs.spamhaus.com/datasets/docs/source/10-data-type-documentation/datasets/040-zones.html>

use super::{DOMAIN_LIST, IP_LIST};
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

const CHECK: &str = "https://check.spamhaus.org/results?query={ip}";
const FAQ: &str = "https://www.spamhaus.org/faqs/dnsbl-usage/";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "spamhaus-query-refused",
        cause: Cause::IpBlocklisted,
        owner: Some(Owner::RecipientAdmin),
        says: &[
            "127.255.255.25",
            "spamhaus.org/returnc/",
            "error: open resolver",
            "error: excessive number of queries",
            "error: query via public",
            "error: typing error",
            "spamhaus.com/product/help-for-spamhaus-public-mirror-users",
        ],
        and: &["spamhaus"],
        list: Some("Spamhaus"),
        summary: "The sending IP address is not listed: Spamhaus refused the question of the receiving server, and that server took the error code for a listing.",
        steps: &[
            "Stop treating the Spamhaus answers 127.255.255.252, 127.255.255.254 and 127.255.255.255 as listings on {host}: accept only 127.0.0.2 to 127.0.0.11 as a reason to reject.",
            "Ask Spamhaus from a DNS resolver of your own instead of a public one, or register for the Spamhaus Data Query Service and use its zone names.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        links: &[
            "https://www.spamhaus.com/resource-center/help-for-spamhaus-projects-legacy-blocklist-users/",
            FAQ,
            CHECK,
        ],
        examples: &[
            ex(
                "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org; Error: open resolver; https://www.spamhaus.org/returnc/pub/198.51.100.53",
            ),
            ex("550 5.7.1 Rejected: 192.0.2.25 listed at zen.spamhaus.org (127.255.255.254)"),
            ex(
                "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org; Error: excessive number of queries; https://www.spamhaus.org/returnc/vol/",
            ),
        ],
        source: "https://www.spamhaus.org/news/article/788/",
        ..RULE
    },
    Rule {
        id: "dnsbl-query-refused",
        cause: Cause::IpBlocklisted,
        owner: Some(Owner::RecipientAdmin),
        not: &["senderscore", "validity"],
        says: &[
            "127.255.255.25",
            "excessive number of queries",
            "open resolver",
            "public resolver",
            "query volume",
            "excessive queries",
            "query limit",
            "queries blocked",
            "query refused",
            "administratively denied query",
        ],
        and: &[
            "spamhaus",
            "dnsbl",
            "surbl",
            "uribl",
            "rbl ",
            "barracudacentral",
            "blocked using",
            "listed",
            "rejected",
            "blacklist",
            "blocklist",
        ],
        summary: "The sending IP address is not known to be listed: the block list refused the question of the receiving server, and that server took the error for a listing.",
        steps: &[
            "Stop treating error answers of the block list as listings on {host}.",
            "Ask the block list from a DNS resolver of your own instead of a public one, or get an account with its operator for this volume of queries.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        links: &[FAQ, CHECK],
        examples: &[
            ex("550 5.7.1 Mail from 192.0.2.25 refused: dnsbl says query refused, open resolver"),
            ex("554 Blocked by URIBL - your query volume was too high, see http://uribl.com/refused.shtml"),
        ],
        source: "https://www.spamhaus.org/faqs/dnsbl-usage/",
        ..RULE
    },
    Rule {
        id: "spamhaus-zrd",
        says: &["zrd.spamhaus", "zrd.dq.spamhaus", "spamhaus zrd", "spamhaus zero reputation"],
        list: Some("Spamhaus ZRD"),
        summary: "A domain in the message is so new that Spamhaus lists it as without reputation for its first 24 hours.",
        steps: &[
            "Wait until 24 hours have passed since the domain was first used in mail.",
            "Send the message again, or leave out the links to the new domain.",
            "Begin with small amounts of mail from {sender_domain} and increase slowly.",
        ],
        links: &["https://www.spamhaus.org/blocklists/zero-reputation-domain/"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Sender address [bob@example.com] blocked using zrd.dq.spamhaus.net",
        )],
        source: "https://www.spamhaus.org/blocklists/zero-reputation-domain/",
        ..DOMAIN_LIST
    },
    Rule {
        id: "spamhaus-dbl",
        says: &[
            "dbl.spamhaus",
            "dbl.dq.spamhaus",
            "spamhaus.org/dbl",
            "spamhaus.org/query/dbl",
            "spamhaus.org/query/domain",
            "spamhaus dbl",
            "spamhaus domain block",
            "spamhaus' dbl",
        ],
        list: Some("Spamhaus DBL"),
        links: &["https://check.spamhaus.org/", "https://www.spamhaus.org/blocklists/domain-blocklist/"],
        examples: &[
            ex(
                "550 5.7.1 Message contains a URL listed in dbl.spamhaus.org (example.com); see https://check.spamhaus.org/",
            ),
            ex(
                "554 5.7.1 Service unavailable; Sender address [bob@example.com] blocked using dbl.spamhaus.org; https://www.spamhaus.org/query/dbl?domain=example.com",
            ),
            ex("550 5.7.1 Your domain is listed by Spamhaus DBL"),
        ],
        source: "https://www.spamhaus.org/faqs/domain-blocklist/",
        ..DOMAIN_LIST
    },
    Rule {
        id: "spamhaus-dbl-by-answer",
        says: &["127.0.1."],
        and: &["spamhaus"],
        list: Some("Spamhaus DBL"),
        links: &["https://check.spamhaus.org/", "https://www.spamhaus.org/blocklists/domain-blocklist/"],
        examples: &[ex("550 5.7.1 example.com found by Spamhaus (127.0.1.2)")],
        source: "https://docs.spamhaus.com/datasets/docs/source/10-data-type-documentation/datasets/040-zones.html",
        ..DOMAIN_LIST
    },
    Rule {
        id: "spamhaus-hbl",
        says: &["hbl.dq.spamhaus", "spamhaus hbl", "spamhaus hash"],
        list: Some("Spamhaus HBL"),
        summary: "Something in the message (a mail address, a link, a file or a wallet) is on the Spamhaus Hash Blocklist.",
        links: &["https://check.spamhaus.org/", "https://www.spamhaus.org/blocklists/hash-blocklist/"],
        examples: &[ex("550 5.7.1 Reply-To address found in Spamhaus HBL (hbl.dq.spamhaus.net)")],
        source: "https://www.spamhaus.org/blocklists/hash-blocklist/",
        ..DOMAIN_LIST
    },
    Rule {
        id: "spamhaus-domain",
        says: &["spamhaus"],
        and: &[
            "domain is listed",
            "domain listed",
            "domain is on",
            "domain is blocked",
            "domain is blacklist",
            "domain in ",
            "mailfrom domain",
            "sender domain",
            "sender address [",
            "sender address rejected",
            "helo command [",
            "helo command rejected",
            "contains a url",
            "contains a uri",
            "contains a link",
            "contains url",
            "url listed",
            "uri listed",
            "listed url",
            "listed uri",
            "blacklisted url",
            "blacklisted link",
            "blacklisted domain",
            "blocklisted url",
            "a url in",
            "link in ",
        ],
        list: Some("Spamhaus"),
        links: &["https://check.spamhaus.org/"],
        examples: &[
            ex(
                "550 5.1.0 MailFrom domain is listed in Spamhaus. To request removal see https://www.spamhaus.org/query/lookup/",
            ),
            ex("554 5.7.1 Sender domain example.com listed by Spamhaus"),
            ex("550 5.7.1 Message contains a link to a site listed by Spamhaus"),
        ],
        source: "https://www.spamhaus.org/faqs/domain-blocklist/",
        ..DOMAIN_LIST
    },
    Rule {
        id: "spamhaus-pbl",
        cause: Cause::IpBlocklisted,
        says: &[
            "pbl.spamhaus",
            "pbl.dq.spamhaus",
            "spamhaus.org/pbl",
            "spamhaus.org/query/pbl",
            "spamhaus pbl",
            "spamhaus policy block",
            "in the pbl",
            "on the pbl",
            "listed in pbl",
        ],
        list: Some("Spamhaus PBL"),
        summary: "{ip} belongs to a range of home, office or cloud connections that is not meant to deliver mail directly; it is no accusation of spam.",
        steps: &[
            "Set the mail program or server to send through the outgoing mail server of your provider, with user name and password on port 587 or 465, instead of delivering directly.",
            "Check that the IP address is a fixed one with a reverse DNS name of your own, if a mail server is meant to run there.",
            "Remove that single fixed address from the PBL on the Spamhaus page, or have the provider that owns the range do it.",
        ],
        links: &[CHECK, "https://www.spamhaus.org/blocklists/policy-blocklist/"],
        examples: &[ex("554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using pbl.spamhaus.org")],
        source: "https://www.spamhaus.org/faqs/policy-blocklist/",
        ..RULE
    },
    Rule {
        id: "spamhaus-zen-pbl",
        cause: Cause::IpBlocklisted,
        says: &["127.0.0.10 ", "127.0.0.11 "],
        and: &["spamhaus"],
        list: Some("Spamhaus PBL"),
        summary: "{ip} belongs to a range of home, office or cloud connections that is not meant to deliver mail directly; it is no accusation of spam.",
        steps: &[
            "Set the mail program or server to send through the outgoing mail server of your provider, with user name and password on port 587 or 465, instead of delivering directly.",
            "Remove the address from the PBL on the Spamhaus page only if it is a fixed one of a mail server with its own reverse DNS name.",
        ],
        links: &[CHECK],
        examples: &[ex("550 5.7.1 Rejected: 192.0.2.25 is listed at zen.spamhaus.org (127.0.0.11)")],
        source: "https://docs.spamhaus.com/datasets/docs/source/10-data-type-documentation/datasets/040-zones.html",
        ..RULE
    },
    Rule {
        id: "spamhaus-css",
        says: &[
            "css.spamhaus",
            "spamhaus.org/css",
            "spamhaus.org/query/css",
            "spamhaus css",
            "spamhaus sblcss",
            "sblcss",
        ],
        list: Some("Spamhaus CSS"),
        summary: "{ip} sent mail of poor quality or in the manner of spammers and was listed automatically by Spamhaus CSS.",
        steps: &[
            "Look up {ip} on the Spamhaus page and read what was seen.",
            "Check that the server greets with its own full host name and that forward and reverse DNS agree.",
            "Stop a hacked account, an infected computer or unasked-for mailings behind the address.",
            "Ask for removal on the same page; without new spam the entry lapses after three days.",
        ],
        links: &[CHECK, "https://www.spamhaus.org/blocklists/combined-spam-sources/"],
        examples: &[ex("550 5.7.1 Client 192.0.2.25 rejected: listed in Spamhaus CSS, https://www.spamhaus.org/css/")],
        source: "https://www.spamhaus.org/blocklists/combined-spam-sources/",
        ..IP_LIST
    },
    Rule {
        id: "spamhaus-zen-css",
        says: &["127.0.0.3 "],
        and: &["spamhaus"],
        list: Some("Spamhaus CSS"),
        links: &[CHECK],
        examples: &[ex("554 5.7.1 192.0.2.25 found in zen.spamhaus.org: 127.0.0.3")],
        source: "https://docs.spamhaus.com/datasets/docs/source/10-data-type-documentation/datasets/040-zones.html",
        ..IP_LIST
    },
    Rule {
        id: "spamhaus-xbl",
        says: &[
            "xbl.spamhaus",
            "xbl.dq.spamhaus",
            "spamhaus.org/xbl",
            "spamhaus.org/query/xbl",
            "spamhaus xbl",
            "spamhaus exploits",
            "cbl.abuseat.org",
            "abuseat.org",
            "listed in xbl",
            "listed in cbl",
            "listed in the cbl",
            "in the xbl",
            "on the xbl",
        ],
        not: &["sbl-xbl"],
        list: Some("Spamhaus XBL"),
        summary: "A computer behind {ip} is infected or hijacked and sends spam or talks to a botnet; Spamhaus XBL (which took over the CBL) lists the address for that.",
        steps: &[
            "Look up {ip} on the Spamhaus page: it tells the time and the kind of infection.",
            "Find and clean the infected computer, phone or website behind the address; on a shared connection look at every device.",
            "Block outgoing port 25 in the firewall for everything but the mail server.",
            "Ask for removal on the same page once it is clean.",
        ],
        links: &[CHECK, "https://www.spamhaus.org/blocklists/exploits-blocklist/"],
        examples: &[
            ex("554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using xbl.spamhaus.org"),
            ex(
                "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using cbl.abuseat.org; Blocked - see http://www.abuseat.org/lookup.cgi?ip=192.0.2.25",
            ),
        ],
        source: "https://www.spamhaus.org/faqs/exploits-blocklist/",
        ..IP_LIST
    },
    Rule {
        id: "spamhaus-zen-xbl",
        says: &["127.0.0.4 "],
        and: &["spamhaus"],
        list: Some("Spamhaus XBL"),
        links: &[CHECK],
        examples: &[ex("550 Blocked: 192.0.2.25 in zen.spamhaus.org [127.0.0.4]")],
        source: "https://docs.spamhaus.com/datasets/docs/source/10-data-type-documentation/datasets/040-zones.html",
        ..IP_LIST
    },
    Rule {
        id: "spamhaus-drop",
        says: &["drop.spamhaus", "spamhaus.org/drop", "spamhaus drop", "spamhaus edrop", "spamhaus asn-drop"],
        list: Some("Spamhaus DROP"),
        summary: "The whole network of {ip} is on Spamhaus DROP, the list of ranges that criminals hold or stole.",
        steps: &[
            "Move the mail server to another hosting company: the listing concerns the network as a whole.",
            "Ask the owner of the network to settle it with Spamhaus, if moving is not possible.",
        ],
        links: &[CHECK, "https://www.spamhaus.org/blocklists/do-not-route-or-peer/"],
        examples: &[ex("554 5.7.1 Network of 192.0.2.25 on Spamhaus DROP, see https://www.spamhaus.org/drop/")],
        source: "https://www.spamhaus.org/blocklists/do-not-route-or-peer/",
        ..IP_LIST
    },
    Rule {
        id: "spamhaus-authbl",
        says: &["authbl.dq.spamhaus", "authbl.spamhaus", "spamhaus authbl", "spamhaus auth bl"],
        list: Some("Spamhaus AuthBL"),
        summary: "{ip} was seen guessing passwords or using stolen mail accounts, and is on Spamhaus AuthBL.",
        links: &[CHECK],
        examples: &[ex("535 5.7.8 Login refused: 192.0.2.25 listed in authbl.dq.spamhaus.net")],
        source: "https://docs.spamhaus.com/datasets/docs/source/10-data-type-documentation/datasets/040-zones.html",
        ..IP_LIST
    },
    Rule {
        id: "spamhaus-sbl",
        says: &[
            "in the sbl",
            "on the sbl",
            "sbl.spamhaus",
            "sbl.dq.spamhaus",
            "spamhaus.org/sbl",
            "spamhaus.org/query/sbl",
            "spamhaus sbl",
            "spamhaus block list (sbl)",
        ],
        list: Some("Spamhaus SBL"),
        summary: "Spamhaus lists {ip} as a source or host of spam; only the provider that owns the address can have it removed.",
        steps: &[
            "Look up {ip} on the Spamhaus page and read the SBL record.",
            "Stop the spam or the website that the record describes.",
            "Ask the abuse desk of the provider that owns the IP address to request the removal: Spamhaus takes it only from there.",
        ],
        links: &[CHECK, "https://www.spamhaus.org/blocklists/spamhaus-blocklist/"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using sbl.spamhaus.org; https://www.spamhaus.org/sbl/query/SBL123456",
        )],
        source: "https://www.spamhaus.org/faqs/spamhaus-blocklist/",
        ..IP_LIST
    },
    Rule {
        id: "spamhaus-zen",
        says: &["spamhaus"],
        list: Some("Spamhaus"),
        summary: "{ip} is on a block list of Spamhaus; the look-up page tells which one and why.",
        steps: &[
            "Look up {ip} on the Spamhaus page.",
            "Send through the outgoing server of your provider if the page says PBL: that range must not deliver mail directly.",
            "Clean the infected computer or hacked account if the page says XBL or CSS, then ask for removal there.",
            "Ask your provider's abuse desk to settle the record if the page says SBL.",
        ],
        links: &[CHECK],
        examples: &[
            ex(
                "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.25",
            ),
            ex("553 http://www.spamhaus.org/query/bl?ip=192.0.2.222"),
            ex("550 5.7.1 Service unavailable; client [192.0.2.25] blocked using Spamhaus"),
            ex("554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using sbl-xbl.spamhaus.org"),
            ex("550-192.0.2.25 is listed at abcdefghij.zen.dq.spamhaus.net"),
        ],
        source: "https://www.spamhaus.org/faqs/dnsbl-usage/",
        ..IP_LIST
    },
];
