//! qmail and its relatives (netqmail, notqmail, vpopmail, chkuser, spamdyke): <https://cr.yp.to/qmail.html>,
//! `qmail-remote.c`, `qmail-smtpd.c`, `qmail-local.c`, `qmail-send.c`.

use crate::names::terms::{Cause, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "qmail-not-in-locals",
        cause: Cause::RoutingLoop,
        says: &["listed as a best-preference mx"],
        summary: "The MX record of {domain} names the server that was to send the message, but that server is not set up to take mail for the domain.",
        steps: &[
            "Add {domain} to control/locals or control/virtualdomains of {generator}, if that is the mail server of {domain}.",
            "Correct the MX record of {domain} otherwise.",
        ],
        examples: &[ex(
            "Sorry. Although I'm listed as a best-preference MX or A for that host, it isn't in my control/locals file, so I don't treat it as local. (#5.4.6)",
        )],
        source: "qmail: qmail-remote.c",
        ..RULE
    },
    Rule {
        id: "qmail-badmailfrom",
        cause: Cause::SenderBlocked,
        says: &[
            "in my badmailfrom list",
            "your envelope sender is in my",
            "your envelope sender has been denied",
            "your envelope sender is denied",
        ],
        steps: &["Remove {sender} or @{sender_domain} from control/badmailfrom of {host}, if that mail is wanted."],
        examples: &[ex("553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)")],
        source: "qmail: qmail-smtpd.c",
        ..RULE
    },
    Rule {
        id: "qmail-badmailto",
        cause: Cause::RecipientUnknown,
        says: &[
            "in my badmailto list",
            "in my badrcptto list",
            "your recipient is in my",
            "your envelope recipient is in my",
        ],
        summary: "The receiving server is set to take no mail for {address}.",
        examples: &[ex("553 sorry, your envelope recipient is in my badrcptto list (#5.7.1)")],
        source: "qmail: badmailto and badrcptto patches",
        ..RULE
    },
    Rule {
        id: "qmail-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &["but sender was rejected"],
        not: &[
            "spf ",
            "listed",
            "blocked",
            "dnsbl",
            "blacklist",
            "too many",
            "rate",
            "reputation",
            "reverse",
            "later",
            "denied",
            "policy",
            "temporar",
        ],
        examples: &[ex("Connected to 192.0.2.25 but sender was rejected. Remote host said: 553 no")],
        source: "qmail: qmail-remote.c",
        ..RULE
    },
    Rule {
        id: "qmail-name-rejected",
        cause: Cause::HeloInvalid,
        says: &["but my name was rejected"],
        not: &["listed", "blocked", "too many", "reputation", "later"],
        examples: &[ex("Connected to 192.0.2.25 but my name was rejected. Remote host said: 501 no")],
        source: "qmail: qmail-remote.c",
        ..RULE
    },
    Rule {
        id: "qmail-vpopmail-no-mailbox",
        cause: Cause::RecipientUnknown,
        says: &[
            "no mailbox here by that name",
            "user does not exist, but will deliver to",
            "vdeliver: invalid or unknown",
        ],
        examples: &[
            ex("Sorry, no mailbox here by that name. (#5.1.1)"),
            ex("511 sorry, no mailbox here by that name (#5.1.1 - chkuser)"),
        ],
        source: "qmail: qmail-local.c; vpopmail: vdelivermail.c; chkuser",
        ..RULE
    },
    Rule {
        id: "qmail-no-such-user-mx-chkuser",
        cause: Cause::SenderAddressRejected,
        says: &[
            "can't find a valid mx for sender domain",
            "can't find a valid mx for your",
            "invalid sender, no mx",
            "sender domain has no mx",
        ],
        examples: &[ex("553 sorry, can't find a valid MX for sender domain (#5.1.8 - chkuser)")],
        source: "chkuser for qmail",
        ..RULE
    },
    Rule {
        id: "qmail-rcpt-mx-chkuser",
        cause: Cause::DomainNotFound,
        says: &["can't find a valid mx for rcpt domain"],
        examples: &[ex("550 sorry, can't find a valid MX for rcpt domain (#5.1.2 - chkuser)")],
        source: "chkuser for qmail",
        ..RULE
    },
    Rule {
        id: "qmail-queue-trouble",
        cause: Cause::ServerError,
        says: &[
            "temporary problem (#4.3.0)",
            "read error (#4.3.0)",
            "internal bug (#4.3.0)",
            "trouble making network connection",
            "trouble in home directory",
            "trouble doing something",
            "temporary qmail-queue error",
            "unable to read control files",
            "unable to switch to home",
            "problem at the queue",
        ],
        examples: &[ex("451 qq temporary problem (#4.3.0)"), ex("451 qq trouble making network connection (#4.3.0)")],
        source: "qmail: qmail.c",
        ..RULE
    },
    Rule {
        id: "qmail-queue-disk-full",
        cause: Cause::ServerStorageFull,
        permanence: Some(Permanence::Temporary),
        says: &["write error or disk full"],
        examples: &[ex("451 qq write error or disk full (#4.3.0)")],
        source: "qmail: qmail.c",
        ..RULE
    },
    Rule {
        id: "qmail-file-permissions",
        cause: Cause::DeliveryProgramFailed,
        says: &[
            "uh-oh: ",
            "file has prog delivery but has x bit set",
            "home directory is writable",
            "home directory is sticky",
            "file is world writable",
        ],
        summary: "The delivery instructions of {address} on the receiving server have unsafe permissions.",
        steps: &["Correct the owner and permissions of the home directory and the .qmail file of {local} on {host}."],
        examples: &[ex("Uh-oh: .qmail file is world writable. (#4.7.0)")],
        source: "qmail: qmail-local.c",
        ..RULE
    },
    Rule {
        id: "spamdyke-reverse-dns",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "refused. you have no reverse dns name",
            "refused. your reverse dns entry",
            "refused. your ip address does not",
            "refused. your host name doesn't match",
        ],
        examples: &[ex("421 Refused. You have no reverse DNS name.")],
        source: "spamdyke: documentation, reject-empty-rdns",
        ..RULE
    },
];
