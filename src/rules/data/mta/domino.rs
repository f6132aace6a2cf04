//! HCL (Lotus) Domino, Micro Focus GroupWise, Ipswitch IMail: administration manuals of these products.

use crate::names::terms::{Cause, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "domino-user-not-listed",
        cause: Cause::RecipientUnknown,
        says: &[
            "not listed in public name & address book",
            "not listed in domino directory",
            "not listed in public address book",
            "not listed in the domino directory",
        ],
        not: &["not unique", "several"],
        examples: &[
            ex("User x.y (x@example.com) not listed in Domino Directory"),
            ex("User not listed in public Name & Address Book"),
        ],
        source: "HCL Domino: router messages",
        ..RULE
    },
    Rule {
        id: "domino-user-not-unique",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "not unique. several matches found in domino directory",
            "several matches found in domino",
            "user * not unique",
        ],
        summary: "The address {address} fits more than one person in the directory of the receiving server.",
        examples: &[ex("User x not unique. Several matches found in Domino Directory")],
        source: "HCL Domino: router messages",
        ..RULE
    },
    Rule {
        id: "domino-no-route",
        cause: Cause::DomainNotFound,
        says: &["no route found to domain", "no route found to server"],
        examples: &[ex(
            "No route found to domain EXAMPLE from server MAIL/Example. Check Server, Connection and Domain documents in Domino Directory",
        )],
        source: "HCL Domino: router messages",
        ..RULE
    },
    Rule {
        id: "domino-database-access",
        cause: Cause::SenderNotPermitted,
        says: &[
            "you are not authorized to perform that operation",
            "you are not allowed to perform this operation",
            "insufficient access to deliver",
        ],
        examples: &[ex("You are not authorized to perform that operation")],
        source: "HCL Domino: router messages",
        ..RULE
    },
    Rule {
        id: "domino-mail-file-quota",
        cause: Cause::MailboxFull,
        says: &[
            "cannot allocate database object - database would exceed its disk quota",
            "database would exceed its disk quota",
            "unable to deliver message because the mail file",
            "mail file exceeds",
        ],
        examples: &[ex(
            "Error delivering to example MAIL/x.nsf; Cannot allocate database object - database would exceed its disk quota",
        )],
        source: "HCL Domino: router messages",
        ..RULE
    },
    Rule {
        id: "domino-hop-count",
        cause: Cause::RoutingLoop,
        says: &["maximum hop count exceeded. message probably in a routing loop"],
        examples: &[ex(
            "Error transferring to mail.example.com; Maximum hop count exceeded. Message probably in a routing loop.",
        )],
        source: "HCL Domino: router messages",
        ..RULE
    },
    Rule {
        id: "groupwise-no-such-recipient",
        cause: Cause::RecipientUnknown,
        says: &[
            "d101 ",
            "d101:",
            "unknown user. you can get a list of valid users",
            "the recipient was not found in the groupwise",
        ],
        examples: &[ex("D101 User not found in post office")],
        source: "GroupWise: POA and GWIA error codes",
        ..RULE
    },
    Rule {
        id: "imail-user-unknown",
        cause: Cause::RecipientUnknown,
        says: &["invalid final delivery userid"],
        examples: &[ex("Invalid final delivery userid: x@example.com")],
        source: "Ipswitch IMail Server",
        ..RULE
    },
    Rule {
        id: "imail-user-mailbox-full",
        cause: Cause::MailboxFull,
        says: &["delivery failed 20 attempts * mailbox", "user mailbox exceeds allowed size"],
        examples: &[ex("User mailbox exceeds allowed size: x@example.com")],
        source: "Ipswitch IMail Server",
        ..RULE
    },
    Rule {
        id: "imail-delivery-attempts",
        cause: Cause::MessageExpired,
        permanence: Some(Permanence::Temporary),
        says: &["delivery failed 20 attempts", "delivery failed * attempts:"],
        examples: &[ex("delivery failed 20 attempts: x@example.com")],
        source: "Ipswitch IMail Server",
        ..RULE
    },
];
