//! Address lists that the makers of mail filters run: Trend Micro ERS (formerly MAPS), Cloudmark CSI,
//! Cisco Talos (formerly SenderBase), Proofpoint PDR, Vade, N-able.
//! <https://servicecentral.trendmicro.com/en-us/ers/>, <https://csi.cloudmark.com/en/reset/>,
//! <https://www.talosintelligence.com/reputation_center/support>, <https://ipcheck.proofpoint.com/>

use super::IP_LIST;
use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const ERS: &str = "https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/?ip={ip}";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "trend-micro-dul",
        cause: Cause::IpBlocklisted,
        says: &[
            "dul.mail-abuse",
            "dialups.mail-abuse",
            "trend micro dul",
            "trend micro dynamic user",
            "mail-abuse.org/dul",
            "dialups.maps.vix",
        ],
        list: Some("Trend Micro dynamic user list"),
        summary: "Trend Micro lists {ip} as a home or dynamic connection, from which no mail is taken directly.",
        steps: &[
            "Set the mail program or server to send through the outgoing mail server of your provider, with user name and password.",
            "Give a fixed address a reverse DNS name of your own, then ask for reclassification on the Trend Micro page.",
        ],
        links: &[ERS],
        examples: &[ex(
            "550 5.7.1 Mail from 192.0.2.25 refused by dul.mail-abuse.org, see http://www.mail-abuse.org/dul/",
        )],
        source: "https://success.trendmicro.com/solution/1097055",
        ..RULE
    },
    Rule {
        id: "trend-micro-ers-quick",
        cause: Cause::IpBlocklisted,
        says: &[
            "trend micro email reputation",
            "trend micro network anti-spam",
            "trend micro qil",
            "r.mail-abuse.com",
            "trend micro reputation",
            "trendmicro reputation",
            "trend micro ers",
            "trend micro dynamic reputation",
        ],
        list: Some("Trend Micro Email Reputation Services"),
        summary: "Trend Micro Email Reputation Services lists {ip} because spam comes from it.",
        steps: &[
            "Look up {ip} on the Trend Micro page.",
            "Stop what caused it: a hacked mail account, an infected computer, an open relay, or mailings to people who did not ask for them.",
            "Ask for removal on the same page; the dynamic part of the list lets go by itself some hours after the spam stops.",
        ],
        links: &[ERS],
        examples: &[
            ex(
                "550 5.7.1 Service unavailable; Mail from 192.0.2.25 blocked using Trend Micro Email Reputation database. Please see <http://www.mail-abuse.com/cgi-bin/lookup?192.0.2.25>",
            ),
            ex(
                "550 5.7.1 Your email messages have been blocked by the recipient OR by Trend Micro Email Reputation Service. Contact the recipient or his/her administrator using alternate means to resolve the issue.",
            ),
        ],
        source: "https://success.trendmicro.com/solution/1097055",
        ..IP_LIST
    },
    Rule {
        id: "trend-micro-rbl",
        says: &[
            "trend micro rbl",
            "rbl-plus",
            "rbl+",
            "mail-abuse.com",
            "mail-abuse.org",
            "trend micro real-time blackhole",
            "mail-abuse.jp",
        ],
        list: Some("Trend Micro RBL+"),
        links: &[ERS],
        examples: &[
            ex(
                "550 Service unavailable; Client host [192.0.2.25] blocked using Trend Micro RBL+. Please see http://www.mail-abuse.com/cgi-bin/lookup?ip_address=192.0.2.25",
            ),
            ex(
                "550 Mail from 192.0.2.25 refused by rbl-plus.mail-abuse.org. Please refer to http://mail-abuse.org/rbl+ for an explanation",
            ),
        ],
        source: "https://success.trendmicro.com/solution/1097055",
        ..IP_LIST
    },
    Rule {
        id: "cloudmark-csi",
        says: &[
            "csi.cloudmark",
            "cloudmark sender intelligence",
            "cloudmark csi",
            "cloudmark.com/reset",
            "cloudmark * reset-request",
            "cloudmark.com/en/reset",
        ],
        list: Some("Cloudmark Sender Intelligence"),
        links: &["https://csi.cloudmark.com/en/reset/?ip={ip}"],
        examples: &[
            ex("550 5.7.1 [C11] RBL Restriction: See <http://csi.cloudmark.com/reset-request/?ip=192.0.2.25>"),
            ex(
                "554 Service refused, please see http://csi.cloudmark.com/reset-request?ip=192.0.2.25 for more information",
            ),
        ],
        source: "https://csi.cloudmark.com/en/reset/",
        ..IP_LIST
    },
    Rule {
        id: "cloudmark-csi-rbl-restriction",
        says: &["rbl restriction"],
        list: Some("Cloudmark Sender Intelligence"),
        links: &["https://csi.cloudmark.com/en/reset/?ip={ip}"],
        examples: &[ex("550 5.7.1 [C13] RBL Restriction: 192.0.2.25")],
        source: "https://csi.cloudmark.com/en/reset/",
        ..IP_LIST
    },
    Rule {
        id: "talos-reputation",
        cause: Cause::PoorReputation,
        says: &[
            "senderbase",
            "talosintelligence",
            "talos intelligence",
            "cisco talos",
            "sbrs",
            "ironport reputation",
            "senderbase reputation",
        ],
        summary: "Cisco Talos (formerly SenderBase) gives {ip} or the sending domain a poor reputation, and the receiving gateway refuses such senders.",
        steps: &[
            "Look up {ip} and {sender_domain} at the Talos reputation centre.",
            "Stop what caused it: a hacked mail account, an infected computer, or mailings to people who did not ask for them; check that the reverse DNS name is right.",
            "File a sender reputation ticket with Talos if the rating stays poor although the mail is clean.",
            "Ask the administrators of {domain} to allow your server in the meantime.",
        ],
        links: &[
            "https://www.talosintelligence.com/reputation_center/lookup?search={ip}",
            "https://www.talosintelligence.com/reputation_center/support",
        ],
        examples: &[
            ex(
                "554 5.7.1 Connection refused: 192.0.2.25 has a poor SenderBase reputation, see http://www.senderbase.org",
            ),
            ex(
                "554 Poor reputation score (SBRS -4.2); see https://www.talosintelligence.com/reputation_center/lookup?search=192.0.2.25",
            ),
        ],
        source: "https://www.talosintelligence.com/reputation_center/support",
        ..RULE
    },
    Rule {
        id: "proofpoint-pdr",
        says: &[
            "ipcheck.proofpoint",
            "support.proofpoint.com/dnsbl",
            "proofpoint.com/rbl-lookup",
            "dnsbl.prs.proofpoint",
            "safe.dnsbl.prs",
            "proofpoint dynamic reputation",
            "proofpoint pdr",
            "dnsbl-lookup.cgi",
            "rbl-lookup.cgi",
        ],
        list: Some("Proofpoint Dynamic Reputation"),
        steps: &[
            "Look up {ip} on the Proofpoint page.",
            "Stop what caused it: a hacked mail account, an infected computer or website, or mailings to people who did not ask for them.",
            "Ask for removal on the same page once the cause is gone; a low reputation also recovers by itself when the spam stops.",
            "Ask the administrators of {domain} to put {ip} on their allow list in the meantime.",
        ],
        links: &["https://ipcheck.proofpoint.com/?ip={ip}"],
        examples: &[
            ex("554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.25"),
            ex("554 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.225"),
            ex_by(
                "550 5.7.1 Service unavailable; client [192.0.2.25] blocked using safe.dnsbl.prs.proofpoint.com",
                "mx.example.com",
            ),
        ],
        source: "https://ipcheck.proofpoint.com/",
        ..IP_LIST
    },
    Rule {
        id: "proofpoint-by-name",
        says: &["proofpoint"],
        and: &["blocked", "listed", "reputation", "blacklist", "blocklist"],
        not: &["dmarc", "spf ", "dkim", "quota", "user unknown"],
        list: Some("Proofpoint Dynamic Reputation"),
        links: &["https://ipcheck.proofpoint.com/?ip={ip}"],
        examples: &[ex("550 5.7.1 192.0.2.25 blocked: Proofpoint reputation")],
        source: "https://ipcheck.proofpoint.com/",
        ..IP_LIST
    },
    Rule {
        id: "vade-ip",
        says: &[
            "vade threat list",
            "sender.vadesecure",
            "abuse.vadesecure",
            "bl.vadesecure",
            "postmaster.vadesecure",
            "vadesecure.com/en/ip",
            "rbl.vadesecure",
        ],
        list: Some("Vade"),
        links: &["https://sendertool.vadesecure.com/en/", "https://postmaster.vadesecure.com/"],
        examples: &[ex("554 5.7.1 192.0.2.25 is blocked by Vade Threat List, see https://abuse.vadesecure.com")],
        source: "https://postmaster.vadesecure.com/",
        ..IP_LIST
    },
    Rule {
        id: "mailspike",
        says: &["mailspike"],
        list: Some("Mailspike"),
        links: &["https://mailspike.org/iplookup.html?ip={ip}"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.mailspike.net; IP Listed at Mailspike, check http://www.mailspike.org/anubis/lookup.html",
        )],
        source: "https://mailspike.io/usage.html",
        ..IP_LIST
    },
    Rule {
        id: "spamrl-ip",
        says: &["spamrl.com"],
        list: Some("SpamRL"),
        links: &["https://www.spamrl.com/"],
        examples: &[ex("550 The sender IP 192.0.2.25 is listed at https://www.spamrl.com")],
        source: "https://documentation.n-able.com/spamexperts/",
        ..IP_LIST
    },
    Rule {
        id: "cyren-ip-reputation",
        cause: Cause::PoorReputation,
        says: &["cyren", "commtouch", "ctipd", "local ct ip reputation"],
        and: &["reputation", "blocked", "rejected", "refused", "listed", "spam", "check"],
        summary: "The receiving filter refuses {ip} because of its reputation at Cyren (formerly Commtouch).",
        steps: &[
            "Stop what caused it: a hacked mail account, an infected computer, or mailings to people who did not ask for them.",
            "Ask the administrators of {domain} to allow your server, and to report the wrong rating to the maker of their filter.",
        ],
        links: &["https://www.cyren.com/security-center/cyren-ip-reputation-check"],
        examples: &[ex("550 5.7.1 192.0.2.25 refused: Cyren IP reputation")],
        source: "https://www.cyren.com/security-center/cyren-ip-reputation-check",
        ..RULE
    },
];
