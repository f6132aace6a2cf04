//! Lists that mainly one country or region uses: KISA (Korea), CASA and Anti-Spam China, SPFBL (Brazil),
//! NoSolicitado (Spanish-speaking), swinog and imp.ch (Switzerland), abuse.ro, jippg (Japan), and others.

use super::{EXPIRING_LIST, IP_LIST};
use crate::rules::rule::{Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "kisa-rbl",
        says: &["spamlist.or.kr", "kisa rbl", "kisarbl", "kisa-rbl", "rbl.kisa", "kisarbl.or.kr", "kisa.or.kr"],
        list: Some("KISA-RBL"),
        summary: "{ip} is on the block list of the Korean internet agency KISA, which many Korean mail providers use.",
        steps: &[
            "Look up {ip} on the KISA page.",
            "Stop the spam, check that the reverse DNS name is right, and publish an SPF record: Korean providers ask for it.",
            "Ask for removal on the KISA page.",
        ],
        links: &["https://www.kisarbl.or.kr/english/sub2.jsp"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using spamlist.or.kr; Listed in KISA-RBL",
        )],
        source: "https://www.kisarbl.or.kr/english/sub1.jsp",
        ..IP_LIST
    },
    Rule {
        id: "casa-cbl",
        says: &[
            "cbl.anti-spam.org.cn",
            "cblplus.anti-spam",
            "cdl.anti-spam",
            "cblless.anti-spam",
            "anti-spam.org.cn",
            "casa cbl",
            "cbl.casa",
        ],
        list: Some("CASA CBL"),
        summary: "{ip} is on the CBL of the Chinese Anti-Spam Alliance, which mail providers in China use.",
        links: &["http://www.anti-spam.org.cn/"],
        examples: &[ex(
            "550 RBL reject: 192.0.2.25 is in cblplus.anti-spam.org.cn, see http://www.anti-spam.org.cn/Rbl/Query/Result",
        )],
        source: "http://www.anti-spam.org.cn/",
        ..IP_LIST
    },
    Rule {
        id: "spfbl",
        says: &["spfbl.net", "spfbl"],
        list: Some("SPFBL"),
        summary: "{ip} is on the list SPFBL, because of spam or because its reverse DNS name looks generated.",
        steps: &[
            "Look up {ip} on the SPFBL page and read which of the reasons applies.",
            "Set a reverse DNS name of your own for the address that points back to it, and a working postmaster address in that domain.",
            "Ask for removal on the same page; for a proper mail server it costs nothing.",
        ],
        links: &["https://matrix.spfbl.net/{ip}"],
        examples: &[
            ex(
                "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl.spfbl.net; https://matrix.spfbl.net/en/192.0.2.25",
            ),
            ex("550 5.7.1 SPFBL BLOCKED https://matrix.spfbl.net/192.0.2.25"),
        ],
        source: "https://spfbl.net/en/dnsbl/",
        ..IP_LIST
    },
    Rule {
        id: "nosolicitado",
        says: &["nosolicitado"],
        list: Some("NoSolicitado"),
        links: &["https://www.nosolicitado.org/"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.nosolicitado.org; Listado en NoSolicitado",
        )],
        source: "https://www.nosolicitado.org/",
        ..IP_LIST
    },
    Rule {
        id: "swinog",
        says: &[
            "dnsrbl.swinog",
            "spamrbl.imp.ch",
            "wormrbl.imp.ch",
            "rbl.imp.ch",
            "antispam.imp.ch",
            "blacklist.woody.ch",
            "dnsbl.swinog",
        ],
        list: Some("SwiNOG/ImproWare"),
        links: &["https://antispam.imp.ch/spamikaze/remove.php?ip={ip}"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsrbl.swinog.ch; see https://antispam.imp.ch",
        )],
        source: "https://antispam.imp.ch/",
        ..EXPIRING_LIST
    },
    Rule {
        id: "abuse-ro",
        says: &["rbl.abuse.ro", "pbl.abuse.ro"],
        list: Some("Abuse.ro"),
        links: &["https://abuse.ro/"],
        examples: &[ex("554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using rbl.abuse.ro")],
        source: "https://abuse.ro/",
        ..EXPIRING_LIST
    },
    Rule {
        id: "jippg",
        says: &["jippg.org", "rbl.jp", "short.rbl.jp", "virus.rbl.jp", "all.rbl.jp"],
        list: Some("RBL.JP / JIPPG"),
        links: &["https://www.jippg.org/"],
        examples: &[ex("550 5.7.1 192.0.2.25 listed in mail-abuse.blacklist.jippg.org")],
        source: "https://www.jippg.org/",
        ..IP_LIST
    },
    Rule {
        id: "rbldns-ru",
        says: &["rbl.rbldns.ru", "rbldns.ru", "cbl.rbldns", "blackhole.rbldns", "dul.ru", "dynamic.dul"],
        list: Some("RBLDNS.RU"),
        links: &["https://rbldns.ru/"],
        examples: &[ex("550 5.7.1 192.0.2.25 is listed in rbl.rbldns.ru")],
        source: "https://rbldns.ru/",
        ..IP_LIST
    },
    Rule {
        id: "nordspam",
        says: &["nordspam", "suomispam"],
        list: Some("NordSpam"),
        links: &["https://www.nordspam.com/delist/"],
        examples: &[ex("554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.nordspam.com")],
        source: "https://www.nordspam.com/usage/",
        ..EXPIRING_LIST
    },
    Rule {
        id: "anonmails",
        says: &["anonmails.de", "anonmails"],
        list: Some("Anonmails"),
        links: &["https://anonmails.de/dnsbl.php"],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using spam.dnsbl.anonmails.de",
        )],
        source: "https://anonmails.de/dnsbl.php",
        ..IP_LIST
    },
];
