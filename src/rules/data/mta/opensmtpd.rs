//! OpenSMTPD: <https://www.opensmtpd.org/>, `usr.sbin/smtpd/{mta.c,smtp_session.c,lka_session.c,bounce.c}`.

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "opensmtpd-network-error",
        cause: Cause::ConnectionFailed,
        permanence: Some(Permanence::Temporary),
        says: &[
            "network error on destination mxs",
            "no valid route to destination",
            "all routes to destination blocked",
            "no valid route to remote mx",
            "destination seem to reject all mails",
        ],
        examples: &[ex("Network error on destination MXs"), ex("No valid route to destination")],
        source: "OpenSMTPD: smtpd/mta.c",
        ..RULE
    },
    Rule {
        id: "opensmtpd-address-family",
        cause: Cause::ConnectionFailed,
        owner: Some(Owner::SenderAdmin),
        permanence: Some(Permanence::Temporary),
        says: &["address family mismatch on destination mxs"],
        summary: "The sending server and the mail servers of {domain} share no kind of address (IPv4 or IPv6).",
        steps: &[
            "Give the sending server an address of the kind the destination has, or correct the source address it is told to use.",
        ],
        examples: &[ex("Address family mismatch on destination MXs")],
        source: "OpenSMTPD: smtpd/mta.c",
        ..RULE
    },
    Rule {
        id: "opensmtpd-no-mx",
        cause: Cause::DomainNotFound,
        says: &["no mx found for destination", "no mx found for domain"],
        examples: &[ex("No MX found for destination")],
        source: "OpenSMTPD: smtpd/mta.c",
        ..RULE
    },
    Rule {
        id: "opensmtpd-smarthost-setup",
        cause: Cause::ServerError,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "cannot parse smarthost",
            "no auth table for relaying",
            "could not retrieve credentials",
            "could not retrieve source address",
            "could not retrieve helo name",
            "tls required for relaying",
        ],
        summary: "The sending server's own configuration for relaying is wrong.",
        steps: &["Check the relay action in smtpd.conf of {generator}: host, auth table, source and helo."],
        examples: &[ex("Cannot parse smarthost"), ex("TLS required for relaying")],
        source: "OpenSMTPD: smtpd/mta.c",
        ..RULE
    },
    Rule {
        id: "opensmtpd-envelope-expired",
        cause: Cause::MessageExpired,
        permanence: Some(Permanence::Temporary),
        says: &["envelope expired"],
        examples: &[ex("Envelope expired")],
        source: "OpenSMTPD: smtpd/queue.c",
        ..RULE
    },
];
