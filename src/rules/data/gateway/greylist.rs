//! Greylisting servers by their own words: Postgrey, milter-greylist, SQLgrey, GLD, greyd, OpenBSD spamd,
//! tumgreyspf, Exim greylistd, qmail and Haraka plug-ins.
//! <https://postgrey.schweikert.ch/>, <http://hcpnet.free.fr/milter-greylist/>, <https://sqlgrey.sourceforge.net/>

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "postgrey",
        cause: Cause::Greylisted,
        says: &["postgrey", "greylisted, see http", "greylisted, see https", "graylisted, see http"],
        summary: "The receiving server (Postgrey) puts off the first message between two addresses for five minutes or so, to keep off spam programs.",
        links: &["https://postgrey.schweikert.ch/"],
        examples: &[ex(
            "450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html",
        )],
        source: "postgrey: postgrey, --greylist-text",
        ..RULE
    },
    Rule {
        id: "milter-greylist",
        cause: Cause::Greylisted,
        says: &[
            "greylisting in action",
            "graylisting in action",
            "greylisting in effect",
            "greylisting in progress",
            "greylisting enabled",
            "greylisting is in effect",
        ],
        summary: "The receiving server puts off the first message between two addresses for some minutes, to keep off spam programs.",
        examples: &[
            ex("451 4.7.1 Greylisting in action, please come back in 00:05:00"),
            ex(
                "450 4.7.1 <bob@example.com>: Recipient address rejected: Greylisting in effect, please come back later",
            ),
        ],
        source: "milter-greylist: conf.c, GREYLIST message",
        ..RULE
    },
    Rule {
        id: "sqlgrey",
        cause: Cause::Greylisted,
        says: &[
            "greylisted for",
            "graylisted for",
            "you are greylisted",
            "you are being greylisted",
            "you have been greylisted",
            "you've been greylisted",
            "service temporarily unavailable * greylist",
            "temporarily greylisted",
            "early retry, greylist",
        ],
        examples: &[ex("450 4.7.1 <bob@example.com>: Recipient address rejected: Greylisted for 5 minutes")],
        source: "sqlgrey: sqlgrey, reject_first_attempt",
        ..RULE
    },
    Rule {
        id: "greylist-gld",
        cause: Cause::Greylisted,
        says: &[
            "service temporarily unavailable, greylist",
            "gld - greylist",
            "greylisted by",
            "greylist: ",
            "greylist, ",
            "greylist policy",
            "greylist enabled",
            "rejected by greylist",
            "greylisting - ",
            "greylisting; ",
            "deferred by greylist",
            "delayed by greylist",
            "deferred for greylist",
            "because of greylist",
            "due to greylist",
            "greylisting, ",
            "greylisting: ",
        ],
        examples: &[ex("451 4.7.1 Deferred due to greylisting")],
        source: "gld: gld.conf, MESSAGE",
        ..RULE
    },
    Rule {
        id: "greylist-first-attempt",
        cause: Cause::Greylisted,
        says: &[
            "first time we've seen",
            "first time sender",
            "not yet authorized to deliver mail from",
            "you are not yet authorized to deliver",
            "relay access temporarily denied, try again",
            "try again in * seconds - greylist",
            "please retry in * grey",
            "first encounter",
            "triplet",
            "temporary greylist",
        ],
        examples: &[
            ex(
                "451-192.0.2.25 is not yet authorized to deliver mail from 451 <bob@example.com> to <alice@example.net>. Try again later.",
            ),
            ex("451 4.7.1 First encounter of this triplet, try later"),
        ],
        source: "exim: greylistd documentation, ACL message",
        ..RULE
    },
];
