//! Providers that say little of their own: Fastmail, Proton, OVH, UOL, Terra, Tiscali. The words are often those of
//! Postfix or qmail, and only the host makes them theirs; the rules add what the provider's own pages say.
//! Pages: <https://www.fastmail.help/hc/en-us/articles/360058753614-Why-messages-bounce-back>,
//! <https://proton.me/support/smtp-submission>, <https://email.uol.com.br/postmaster/en/>,
//! <https://mail.terra.com.br/postmaster/>.

use crate::names::code::replies;
use crate::names::terms::{Cause, Owner, Permanence, Stage};
use crate::rules::rule::{RULE, Rule, ex, ex_at, ex_by};

const FASTMAIL: &[&str] = &["messagingengine.com", "fastmail.com", "fastmail.fm"];
const PROTON: &[&str] = &["protonmail.ch", "proton.me", "proton.ch"];
const UOL: &[&str] = &["uol.com.br", "bol.com.br"];
const TERRA: &[&str] = &["terra.com.br", "terra.com", "terra.es"];
const TISCALI: &[&str] = &["tiscali.it"];
const REVERSE: &[&str] = &["reverse", "rdns", "ptr ", "ptr record", "cannot find your hostname", "dns reverso"];
const BLOCKED: &[&str] =
    &["blocked", "bloqueado", "blacklist", "block list", "rejected", "recusad", "rejeitad", "denied", "refused"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "fastmail-address-locked",
        cause: Cause::MailboxDisabled,
        says: &["address locked or deactivated", "messagingengine.com/docs/locked"],
        summary: "The Fastmail account of {address} is locked or closed and takes no mail.",
        steps: &["Log in at fastmail.com, or write to its support from another address, to have the account unlocked."],
        links: &["https://www.fastmail.help/hc/en-us/articles/360058753614-Why-messages-bounce-back"],
        examples: &[ex(
            "554 5.7.1 <mail.example.net[192.0.2.25]>: Client host rejected: Address locked or deactivated; see http://mail.messagingengine.com/docs/locked.html",
        )],
        source: "https://brianjohnson.co.za/posts/avoid-fastmail/; https://www.fastmail.help/hc/en-us/articles/360058753614-Why-messages-bounce-back",
        ..RULE
    },
    Rule {
        id: "fastmail-content-rejected",
        cause: Cause::ContentBlocked,
        by: FASTMAIL,
        says: &["content rejected", "attachment rejected", "blocked attachment", "double extension"],
        summary: "Fastmail refuses the message for what it holds: a file type that it takes for dangerous, a likely virus, or text known from spam.",
        steps: &[
            "Pack the attachment into a zip file, or share it by a link, and send the message again.",
            "Send the text without links and attachments to see which part is refused.",
        ],
        links: &["https://www.fastmail.help/hc/en-us/articles/360058753614-Why-messages-bounce-back"],
        examples: &[ex_by("550 5.7.1 Message content rejected", "in1-smtp.messagingengine.com")],
        source: "https://www.fastmail.help/hc/en-us/articles/360058753614-Why-messages-bounce-back",
        ..RULE
    },
    Rule {
        id: "proton-not-logged-in",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::SenderAdmin),
        by: PROTON,
        says: &["sender address rejected: not logged in"],
        summary: "Proton's outgoing server passes on mail of its own domains only for clients that log in, and this one did not.",
        steps: &[
            "Set the address and an SMTP token of the Proton account as user name and password, with STARTTLS on port 587.",
            "Check that the program sends AUTH after STARTTLS, not before it.",
        ],
        links: &["https://proton.me/support/smtp-submission"],
        examples: &[ex_by("553 5.7.1 <bob@example.com>: Sender address rejected: not logged in", "smtp.protonmail.ch")],
        source: "https://github.com/home-assistant/core/issues/154774",
        ..RULE
    },
    Rule {
        id: "proton-protocol-error",
        cause: Cause::ProtocolError,
        by: PROTON,
        says: &["protocol error"],
        summary: "Proton refuses {ip} because it does not speak SMTP as mail servers do: it did not wait for the greeting, or greeted with a name such as localhost.",
        steps: &[
            "Set the HELO name of the sending server to its full host name.",
            "Make the sending program wait for each reply of the server, the greeting too, before it writes on.",
        ],
        examples: &[ex_by("550 5.5.1 Protocol error", "mail.protonmail.ch")],
        source: "https://github.com/jeremydumais/CPP-SMTPClient-library/issues/57; http://www.postfix.org/POSTSCREEN_README.html",
        ..RULE
    },
    Rule {
        id: "ovh-not-logged-in",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::SenderAdmin),
        says: &["smtpauth: no"],
        summary: "OVH's outgoing server passes mail on only for clients that log in, and this one did not.",
        steps: &[
            "Set the full mail address and its password for the outgoing server in the mail program or relay host, with TLS.",
        ],
        links: &[
            "https://help.ovhcloud.com/csm/en-mx-plan-email-diagnosis?id=kb_article_view&sysparm_article=KB0051869",
        ],
        examples: &[ex(
            "553 sorry, that domain isn't allowed to be relayed thru this MTA (#5.7.1) (mail414.ha.ovh.net, smtpauth: no)",
        )],
        source: "https://pastebin.com/1qRkUWBq",
        ..RULE
    },
    Rule {
        id: "uol-reverse-dns",
        cause: Cause::ReverseDnsMissing,
        by: UOL,
        says: REVERSE,
        summary: "UOL takes no mail from {ip}, because its reverse DNS (PTR) record is missing or wrong.",
        steps: &[
            "Set the reverse DNS (PTR) record of {ip} to the host name of the mail server, or ask the provider of the address to do it.",
            "Write to UOL's postmaster through its form when the record is in place and mail is still refused.",
        ],
        links: &["https://email.uol.com.br/postmaster/en/"],
        examples: &[ex_by("550 5.7.1 Client host rejected: no reverse DNS for 192.0.2.9", "mx.uol.com.br")],
        source: "https://email.uol.com.br/postmaster/en/",
        ..RULE
    },
    Rule {
        id: "uol-refused-at-connect",
        cause: Cause::PoorReputation,
        by: UOL,
        stage: &[Stage::Connect],
        codes: &[replies(400, 599)],
        says: BLOCKED,
        summary: "UOL refuses {ip}: it sent spam, wrote to many unknown addresses, or is a home or dial-up address.",
        steps: &[
            "Check that {ip} is no open relay, has a fixed address with reverse DNS, and is on no block list.",
            "Remove addresses that bounced: above one in ten UOL closes the door.",
            "Write to UOL's postmaster through its form when the cause is gone.",
        ],
        links: &["https://email.uol.com.br/postmaster/en/"],
        examples: &[ex_at("554 5.7.1 Connection refused from 192.0.2.9", "mx.uol.com.br", Stage::Connect)],
        source: "https://email.uol.com.br/postmaster/en/",
        ..RULE
    },
    Rule {
        id: "terra-reverse-dns",
        cause: Cause::ReverseDnsMissing,
        by: TERRA,
        says: REVERSE,
        summary: "Terra takes no mail from {ip}, because its reverse DNS (PTR) record is missing or wrong.",
        steps: &[
            "Set the reverse DNS (PTR) record of {ip} to the host name of the mail server, and that name back to {ip}.",
            "Test the address on Terra's postmaster page.",
        ],
        links: &["https://mail.terra.com.br/postmaster/"],
        examples: &[ex_by("550 5.7.1 192.0.2.9 has no reverse DNS", "mx.terra.com.br")],
        source: "https://mail.terra.com.br/postmaster/",
        ..RULE
    },
    Rule {
        id: "terra-refused-at-connect",
        cause: Cause::PoorReputation,
        by: TERRA,
        stage: &[Stage::Connect],
        codes: &[replies(400, 599)],
        says: BLOCKED,
        summary: "Terra refuses {ip}, because it breaks the rules that Terra sets for sending servers.",
        steps: &[
            "Check that {ip} has a fixed address with reverse DNS and is on no block list.",
            "Remove addresses that bounced: more than one in ten unknown recipients gets a server penalized.",
            "Send fewer messages at a time, then write to Terra's postmaster through its form.",
        ],
        links: &["https://mail.terra.com.br/postmaster/"],
        examples: &[ex_at("554 5.7.1 Access denied for 192.0.2.9", "mx.terra.com.br", Stage::Connect)],
        source: "https://mail.terra.com.br/postmaster/",
        ..RULE
    },
    Rule {
        id: "tiscali-service-not-available",
        cause: Cause::ServerError,
        permanence: Some(Permanence::Temporary),
        by: TISCALI,
        says: &["service not available"],
        summary: "The mail servers of Tiscali took no more connections at that moment; they greylist and are slow at times.",
        steps: &[
            "Check that the mail exchangers of {domain} answer from outside; some of the lower ones have been dead for long.",
            "Leave the message in the queue and open fewer connections to {domain} at once.",
        ],
        examples: &[ex_by("421 4.2.1 Service not available", "mx.tiscali.it")],
        source: "https://suped.com/email-deliverability/answers/why-are-emails-bouncing-when-sending-to-tiscaliit-and-how-to-solve-it",
        ..RULE
    },
];
