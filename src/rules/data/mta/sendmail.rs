//! Sendmail: <https://www.proofpoint.com/us/products/email-protection/open-source-email-solution>, `cf/README`, `sendmail/*.c`.

use crate::names::code::any;
use crate::names::terms::{Cause, Owner, Stage};
use crate::rules::rule::{RULE, Rule, ex, ex_at};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "sendmail-relaying-denied-no-reverse-dns",
        cause: Cause::RelayDenied,
        says: &[
            "relaying denied. ip name lookup failed",
            "relaying denied. ip name possibly forged",
            "relaying temporarily denied. cannot resolve ptr record",
        ],
        summary: "The server {host} does not relay for this client, whose IP address has no usable reverse name.",
        steps: &[
            "Have the administrators of {host} add {domain}, if it is to take mail for it (Sendmail: local-host-names, relay-domains or the access table).",
            "Log in to {host}, or have the IP's reverse DNS corrected and allowed there, if that is the sender's outgoing server.",
        ],
        examples: &[
            ex("550 5.7.1 <x@example.com>... Relaying denied. IP name lookup failed [192.0.2.7]"),
            ex("450 4.7.1 <x@example.com>... Relaying temporarily denied. Cannot resolve PTR record for 192.0.2.7"),
        ],
        source: "sendmail: cf/m4/proto.m4",
        ..RULE
    },
    Rule {
        id: "sendmail-null-mx",
        cause: Cause::DomainRefusesMail,
        says: &["host unknown (name server: .:"],
        examples: &[ex("550 5.1.2 <x@example.com>... Host unknown (Name server: .: host not found)")],
        source: "RFC 7505 seen by a sendmail that does not know it",
        ..RULE
    },
    Rule {
        id: "sendmail-local-configuration-error",
        cause: Cause::RoutingLoop,
        codes: &[any(3, 5)],
        says: &["local configuration error", "mx list for * points back"],
        summary: "The DNS sends mail for {domain} to {host}, which does not know that it should take it.",
        steps: &[
            "Add {domain} to the domains that {host} takes mail for (`/etc/mail/local-host-names` in Sendmail), if it is meant to.",
            "Correct the MX record of {domain} otherwise.",
        ],
        examples: &[ex("554 5.3.5 Local configuration error")],
        source: "Sendmail: sendmail/deliver.c, EX_CONFIG (“MX list for … points back to …”)",
        ..RULE
    },
    Rule {
        id: "sendmail-mx-problem",
        cause: Cause::RoutingLoop,
        says: &["mail loops back to me (mx problem"],
        summary: "The MX record of {domain} leads back to the server that was to send the message, which does not know that it should take mail for it.",
        steps: &[
            "Add {domain} to the local-host-names (class w) of {generator}, if that is the mail server of {domain}.",
            "Correct the MX record of {domain} otherwise.",
        ],
        examples: &[ex("553 5.3.5 example.com. config error: mail loops back to me (MX problem?)")],
        source: "sendmail: sendmail/domain.c, sendmail/deliver.c",
        ..RULE
    },
    Rule {
        id: "sendmail-access-denied-sender",
        cause: Cause::SenderBlocked,
        says: &["... access denied"],
        stage: &[Stage::Mail, Stage::Connect],
        steps: &[
            "Look for {sender}, {sender_domain} or the sending IP in the access table of {host} and remove the entry, if that mail is wanted.",
        ],
        examples: &[ex_at("550 5.7.1 <x@example.net>... Access denied", "mx.example.com", Stage::Mail)],
        source: "sendmail: cf/README, FEATURE(access_db)",
        ..RULE
    },
    Rule {
        id: "sendmail-access-denied",
        cause: Cause::PolicyRejection,
        says: &["... access denied"],
        examples: &[ex("550 5.7.1 <x@example.com>... Access denied")],
        source: "sendmail: cf/README, FEATURE(access_db)",
        ..RULE
    },
    Rule {
        id: "sendmail-open-relay-client",
        cause: Cause::PoorReputation,
        says: &["no access from mail server"],
        examples: &[ex("501 <x@example.net>... no access from mail server [192.0.2.7] which is an open relay.")],
        source: "sendmail: access table entries in common use",
        ..RULE
    },
    Rule {
        id: "sendmail-virtual-user-error",
        cause: Cause::RecipientUnknown,
        says: &[
            "... user address required",
            "... no such user",
            "... user unknown",
            "... unknown user",
            "virtual user table",
        ],
        not: &["sender"],
        examples: &[
            ex("550 5.1.1 <x@example.com>... No such user here"),
            ex("550 5.2.1 <x@example.com>... User Unknown"),
        ],
        source: "sendmail: sendmail/recipient.c",
        ..RULE
    },
    Rule {
        id: "sendmail-headers-too-large",
        cause: Cause::MessageMalformed,
        says: &["headers too large ("],
        summary: "The header of the message is longer than the receiving server allows.",
        steps: &["Shorten the header: fewer recipients in To and Cc, or a new message instead of a very long thread."],
        examples: &[ex("552 5.6.0 Headers too large (32768 max)")],
        source: "sendmail: sendmail/collect.c, MaxHeadersLength",
        ..RULE
    },
    Rule {
        id: "sendmail-mailer-exit",
        cause: Cause::DeliveryProgramFailed,
        says: &[
            "unknown mailer error",
            "... can't create output",
            "... insufficient permission",
            "... remote protocol error",
            "... service unavailable",
            "... internal error",
        ],
        not: &["over quota", "mailbox full"],
        examples: &[
            ex("554 5.3.0 unknown mailer error 2"),
            ex("550 5.0.0 <x@example.com>... Can't create output"),
            ex("554 5.5.0 \"|/usr/bin/procmail -f- #x\"... Service unavailable"),
        ],
        source: "sendmail: sendmail/sysexits.c",
        ..RULE
    },
    Rule {
        id: "sendmail-transient-parse-error",
        cause: Cause::ServerError,
        owner: Some(Owner::SenderAdmin),
        says: &["transient parse error"],
        summary: "The sending server could not work out the address because of a temporary failure of its own.",
        examples: &[ex("451 4.1.1 Transient parse error -- message queued for future delivery")],
        source: "sendmail: sendmail/parseaddr.c",
        ..RULE
    },
];
