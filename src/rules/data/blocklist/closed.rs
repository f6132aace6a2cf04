//! Block lists that were closed. Some of their domains answer "listed" for every address.
//! <https://www.dnsbl.info/dnsbl-list.php>, <https://en.wikipedia.org/wiki/Comparison_of_DNS_blacklists>

use super::CLOSED_LIST;
use crate::rules::rule::{Rule, ex};

const OVERVIEW: &str = "https://en.wikipedia.org/wiki/Comparison_of_DNS_blacklists";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "njabl",
        says: &["njabl.org", "dnsbl.njabl", "dynablock.njabl", "combined.njabl"],
        list: Some("NJABL"),
        examples: &[ex("554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl.njabl.org")],
        source: OVERVIEW,
        ..CLOSED_LIST
    },
    Rule {
        id: "ordb",
        says: &["ordb.org", "relays.ordb"],
        list: Some("ORDB"),
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using relays.ordb.org; ordb.org was shut down on December 18, 2006",
        )],
        source: OVERVIEW,
        ..CLOSED_LIST
    },
    Rule {
        id: "ahbl",
        says: &["ahbl.org"],
        list: Some("AHBL"),
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl.ahbl.org; List shut down. See: http://www.ahbl.org/content/last-notice-wildcarding-services-jan-1st",
        )],
        source: OVERVIEW,
        ..CLOSED_LIST
    },
    Rule {
        id: "dsbl",
        says: &["dsbl.org", "list.dsbl", "unconfirmed.dsbl", "multihop.dsbl"],
        list: Some("DSBL"),
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using list.dsbl.org; http://dsbl.org/listing?192.0.2.25",
        )],
        source: OVERVIEW,
        ..CLOSED_LIST
    },
    Rule {
        id: "spamcannibal",
        says: &["spamcannibal"],
        list: Some("SpamCannibal"),
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcannibal.org; blocked, See: http://www.spamcannibal.org/cannibal.cgi?page=lookup&lookup=192.0.2.25",
        )],
        source: OVERVIEW,
        ..CLOSED_LIST
    },
    Rule {
        id: "spews",
        says: &["spews.org", "spews.dnsbl", "spews "],
        list: Some("SPEWS"),
        examples: &[ex("550 5.7.1 Mail from 192.0.2.25 rejected, see http://www.spews.org/ask.cgi?x=192.0.2.25")],
        source: OVERVIEW,
        ..CLOSED_LIST
    },
    Rule {
        id: "wpbl",
        says: &["wpbl.info", "db.wpbl"],
        list: Some("WPBL"),
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using db.wpbl.info; Spam source - http://wpbl.info/record?ip=192.0.2.25",
        )],
        source: OVERVIEW,
        ..CLOSED_LIST
    },
    Rule {
        id: "inps-de",
        says: &["dnsbl.inps.de", "inps.de"],
        list: Some("inps.de-DNSBL"),
        examples: &[ex("554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl.inps.de")],
        source: "http://inps.de/",
        ..CLOSED_LIST
    },
    Rule {
        id: "osirusoft",
        says: &["relays.osirusoft", "osirusoft"],
        list: Some("osirusoft"),
        examples: &[ex("550 5.7.1 Open relay 192.0.2.25, see http://relays.osirusoft.com")],
        source: OVERVIEW,
        ..CLOSED_LIST
    },
    Rule {
        id: "closed-list-declared",
        says: &[
            "list shut down",
            "list is shut down",
            "list has been shut down",
            "list closed",
            "dnsbl shut down",
            "rbl shut down",
            "this list is dead",
            "blacklist is closed",
            "blacklist closed",
            "dnsbl is closed",
            "no longer in operation",
            "list discontinued",
            "list has been discontinued",
            "this rbl is no longer",
            "this dnsbl is no longer",
            "stop querying",
            "stop using this",
        ],
        and: &["rbl ", "dnsbl", "blocked using", "blacklist", "block list", "blocklist", "listed"],
        summary: "The server that refused still asks a block list that was closed; its answer says nothing about {ip}.",
        steps: &[
            "Remove the closed list named in the response from the filter settings of {host}.",
            "Check the other block lists in the configuration for ones that are no longer run.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        examples: &[ex(
            "554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl.example.org; List shut down, stop using it",
        )],
        source: OVERVIEW,
        ..CLOSED_LIST
    },
    Rule {
        id: "closed-list-by-zone",
        says: &[
            "five-ten-sg.com",
            "blackholes.easynet",
            "blackhole.easynet",
            "opm.blitzed",
            "blackholes.mail-abuse",
            "relays.mail-abuse",
            "relays.visi.com",
            "no-more-funn",
            "dnsbl.burnt-tech",
            "dnsbl.sectoor",
            "tor.ahbl",
            "dnsbl.solid.net",
            "bl.csma.biz",
            "sbl.csma.biz",
            "blars.org",
            "intercept.datapacket",
            "blackholes.wirehub",
            "dynablock.wirehub",
            "ohps.dnsbl.net.au",
            "omrs.dnsbl.net.au",
            "osps.dnsbl.net.au",
            "t1.dnsbl.net.au",
            "dnsbl.net.au",
            "rdts.dnsbl.net.au",
            "ricn.dnsbl.net.au",
            "rmst.dnsbl.net.au",
            "mail.people.it",
            "cbl.abuse.ch",
            "drone.abuse.ch",
            "spam.abuse.ch",
            "httpbl.abuse.ch",
            "multi.msrbl",
            "msrbl.net",
            "virus.msrbl",
            "bl.emailbasura",
            "emailbasura",
            "dnsbl.antispam.or.id",
            "virbl.bit.nl",
            "virbl.dnsbl.bit",
            "bl.tiopan",
            "tiopan.com",
            "rbl.snark",
            "l1.spews",
            "l2.spews",
            "bl.deadbeef",
            "dyna.dnsiplists",
            "spamguard.leadmon",
            "dnsbl.proxybl",
            "torserver.tor.dnsbl.sectoor",
            "cidr.bl.mcafee",
            "bl.technovision",
            "dnsrbl.org",
        ],
        summary: "The server that refused still asks a block list that is no longer run; its answer says little about {ip}.",
        steps: &[
            "Remove the list named in the response from the filter settings of {host}: it is no longer run.",
            "Check the other block lists in the configuration for ones that are no longer run.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        examples: &[
            ex("554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using blackholes.five-ten-sg.com"),
            ex("554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using drone.abuse.ch"),
        ],
        source: OVERVIEW,
        ..CLOSED_LIST
    },
];
