//! What the enhanced status codes mean by themselves: the IANA registry.
//! <https://www.iana.org/assignments/smtp-enhanced-status-codes/>
//!
//! Only asked when no phrase decides. X.Y.0 and the codes that servers use for everything are in
//! [`VAGUE`]: their rules are a best guess, made from the stage where it helps.

use crate::names::code::{Code, any, reply_any, st};
use crate::names::terms::{Cause, Owner, Permanence, Side, Stage};
use crate::rules::rule::{RULE, Rule, ex, ex_at, ex_side};

const IANA: &str = "https://www.iana.org/assignments/smtp-enhanced-status-codes/";

/// Any detail of a subject: `x.7.*`.
const fn subject(subject: u16) -> Code {
    Code { reply: None, class: None, subject: Some(subject), detail: (0, 999) }
}

/// Codes that say something specific.
pub(super) const SPECIFIC: &[Rule] = &[
    Rule {
        id: "status-1-1",
        cause: Cause::RecipientUnknown,
        codes: &[any(1, 1)],
        examples: &[ex("550 5.1.1"), ex("450 4.1.1")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-2-temporary",
        cause: Cause::DnsFailure,
        codes: &[st(4, 1, 2)],
        examples: &[ex("450 4.1.2")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-2",
        cause: Cause::DomainNotFound,
        codes: &[any(1, 2)],
        examples: &[ex("550 5.1.2")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-3",
        cause: Cause::RecipientAddressInvalid,
        codes: &[any(1, 3)],
        examples: &[ex("501 5.1.3")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-4",
        cause: Cause::RecipientAddressInvalid,
        summary: "The recipient's address fits more than one mailbox at the receiving server.",
        codes: &[any(1, 4)],
        examples: &[ex("550 5.1.4")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-6",
        cause: Cause::RecipientMoved,
        codes: &[any(1, 6)],
        examples: &[ex("551 5.1.6")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-7",
        cause: Cause::SenderAddressRejected,
        codes: &[any(1, 7)],
        examples: &[ex("550 5.1.7")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-8",
        cause: Cause::SenderAddressRejected,
        codes: &[any(1, 8)],
        examples: &[ex("553 5.1.8")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-10",
        cause: Cause::DomainRefusesMail,
        codes: &[any(1, 10)],
        examples: &[ex("556 5.1.10")],
        source: "RFC 7505 section 4.1",
        ..RULE
    },
    Rule {
        id: "status-2-1",
        cause: Cause::MailboxDisabled,
        codes: &[any(2, 1)],
        examples: &[ex("550 5.2.1")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-2-2",
        cause: Cause::MailboxFull,
        codes: &[any(2, 2)],
        examples: &[ex("552 5.2.2"), ex("452 4.2.2")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-2-3",
        cause: Cause::MessageTooLarge,
        codes: &[any(2, 3)],
        examples: &[ex("552 5.2.3")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-2-4",
        cause: Cause::ServerError,
        summary: "The mailing list could not be expanded to its members.",
        steps: &[
            "Check the list or group {address} on the receiving server: its members, its nesting and the directory it is read from.",
        ],
        codes: &[any(2, 4)],
        examples: &[ex("550 5.2.4")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-3-1",
        cause: Cause::ServerStorageFull,
        codes: &[any(3, 1)],
        examples: &[ex("452 4.3.1")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-3-2",
        cause: Cause::ServerError,
        codes: &[any(3, 2)],
        examples: &[ex("421 4.3.2")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-3-3",
        cause: Cause::EncodingUnsupported,
        summary: "The receiving system lacks a feature that this message needs.",
        codes: &[any(3, 3)],
        examples: &[ex("550 5.3.3")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-3-4",
        cause: Cause::MessageTooLarge,
        codes: &[any(3, 4)],
        examples: &[ex("552 5.3.4")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-3-5",
        cause: Cause::ServerError,
        summary: "The receiving system is not configured correctly for this mail.",
        codes: &[any(3, 5)],
        examples: &[ex("550 5.3.5")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-3-6",
        cause: Cause::ServerError,
        summary: "The receiving system changed or could not honour the requested priority of the message.",
        codes: &[any(3, 6)],
        examples: &[ex("450 4.3.6")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-4-1",
        cause: Cause::ConnectionFailed,
        codes: &[any(4, 1)],
        examples: &[ex("4.4.1")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-4-2",
        cause: Cause::ConnectionFailed,
        codes: &[any(4, 2)],
        examples: &[ex("421 4.4.2")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-4-3",
        cause: Cause::DnsFailure,
        codes: &[any(4, 3)],
        examples: &[ex("451 4.4.3")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-4-4-temporary",
        cause: Cause::DnsFailure,
        codes: &[st(4, 4, 4)],
        examples: &[ex("4.4.4")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-4-4",
        cause: Cause::DomainNotFound,
        codes: &[any(4, 4)],
        examples: &[ex("5.4.4")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-4-5",
        cause: Cause::ServerError,
        permanence: Some(Permanence::Temporary),
        summary: "The receiving mail system is congested.",
        codes: &[any(4, 5)],
        examples: &[ex("451 4.4.5")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-4-6",
        cause: Cause::RoutingLoop,
        codes: &[any(4, 6)],
        examples: &[ex("554 5.4.6")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-4-7",
        cause: Cause::MessageExpired,
        codes: &[any(4, 7)],
        examples: &[ex("4.4.7")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-4-8",
        cause: Cause::DnsFailure,
        owner: Some(Owner::RecipientAdmin),
        summary: "The route of the message is not allowed or not usable.",
        codes: &[any(4, 8)],
        examples: &[ex("550 5.4.8")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-5-1",
        cause: Cause::ProtocolError,
        codes: &[any(5, 1)],
        examples: &[ex("503 5.5.1")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-5-2",
        cause: Cause::ProtocolError,
        codes: &[any(5, 2)],
        examples: &[ex("501 5.5.2")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-5-3",
        cause: Cause::TooManyRecipients,
        codes: &[any(5, 3)],
        examples: &[ex("452 4.5.3")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-5-4",
        cause: Cause::ProtocolError,
        codes: &[any(5, 4)],
        examples: &[ex("501 5.5.4")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-5-5",
        cause: Cause::ProtocolError,
        codes: &[any(5, 5)],
        examples: &[ex("550 5.5.5")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-5-6",
        cause: Cause::SmtpAuthRequired,
        summary: "The login dialogue failed: a line of it was longer than the server takes.",
        codes: &[any(5, 6)],
        examples: &[ex("500 5.5.6")],
        source: "RFC 4954 section 4",
        ..RULE
    },
    Rule {
        id: "status-6-1",
        cause: Cause::EncodingUnsupported,
        codes: &[any(6, 1)],
        examples: &[ex("554 5.6.1")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-6-2",
        cause: Cause::EncodingUnsupported,
        codes: &[any(6, 2)],
        examples: &[ex("554 5.6.2")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-6-3",
        cause: Cause::EncodingUnsupported,
        codes: &[any(6, 3)],
        examples: &[ex("554 5.6.3")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-6-4",
        cause: Cause::EncodingUnsupported,
        codes: &[any(6, 4)],
        examples: &[ex("554 5.6.4")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-6-5",
        cause: Cause::EncodingUnsupported,
        codes: &[any(6, 5)],
        examples: &[ex("554 5.6.5")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-6-6",
        cause: Cause::ServerError,
        summary: "The content of the message could not be fetched by the server that had to send it.",
        codes: &[any(6, 6)],
        examples: &[ex("554 5.6.6")],
        source: "RFC 4468",
        ..RULE
    },
    Rule {
        id: "status-6-7",
        cause: Cause::EncodingUnsupported,
        codes: &[any(6, 7)],
        examples: &[ex("553 5.6.7")],
        source: "RFC 6531 section 3.7.4",
        ..RULE
    },
    Rule {
        id: "status-6-8",
        cause: Cause::EncodingUnsupported,
        codes: &[any(6, 8)],
        examples: &[ex("553 5.6.8")],
        source: "RFC 6531 section 3.7.4",
        ..RULE
    },
    Rule {
        id: "status-6-9",
        cause: Cause::EncodingUnsupported,
        codes: &[any(6, 9)],
        examples: &[ex("553 5.6.9")],
        source: "RFC 6531 section 3.7.4",
        ..RULE
    },
    Rule {
        id: "status-6-10",
        cause: Cause::EncodingUnsupported,
        codes: &[any(6, 10)],
        examples: &[ex("553 5.6.10")],
        source: "RFC 6531; RFC 6710",
        ..RULE
    },
    Rule {
        id: "status-7-2",
        cause: Cause::SenderNotPermitted,
        codes: &[any(7, 2)],
        examples: &[ex("550 5.7.2")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-3",
        cause: Cause::EncodingUnsupported,
        summary: "The message would have to be converted from one kind of encryption to another, which the receiving system cannot do.",
        codes: &[any(7, 3)],
        examples: &[ex("550 5.7.3")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-4",
        cause: Cause::SmtpAuthRequired,
        summary: "The two servers could not agree on a security feature, most often the kind of login.",
        codes: &[any(7, 4)],
        examples: &[ex("504 5.7.4")],
        source: "RFC 4954 section 4",
        ..RULE
    },
    Rule {
        id: "status-7-5",
        cause: Cause::TlsFailure,
        codes: &[any(7, 5)],
        examples: &[ex("454 4.7.5")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-6",
        cause: Cause::TlsFailure,
        codes: &[any(7, 6)],
        examples: &[ex("550 5.7.6")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-7",
        cause: Cause::DkimFailure,
        summary: "The message was changed on its way, so its signature no longer fits.",
        codes: &[any(7, 7)],
        examples: &[ex("550 5.7.7")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-8",
        cause: Cause::SmtpAuthRequired,
        codes: &[any(7, 8)],
        examples: &[ex("535 5.7.8")],
        source: "RFC 4954 section 6",
        ..RULE
    },
    Rule {
        id: "status-7-9-login",
        cause: Cause::SmtpAuthRequired,
        codes: &[reply_any(534, 7, 9)],
        examples: &[ex("534 5.7.9")],
        source: "RFC 4954 section 6",
        ..RULE
    },
    Rule {
        id: "status-7-10",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        summary: "The receiving server wants the connection encrypted.",
        codes: &[any(7, 10)],
        examples: &[ex("523 5.7.10")],
        source: "RFC 5248 section 4",
        ..RULE
    },
    Rule {
        id: "status-7-11",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        summary: "The server takes this kind of login only over an encrypted connection.",
        codes: &[any(7, 11)],
        examples: &[ex("538 5.7.11")],
        source: "RFC 4954 section 6",
        ..RULE
    },
    Rule {
        id: "status-7-12",
        cause: Cause::SmtpAuthRequired,
        codes: &[any(7, 12)],
        examples: &[ex("432 4.7.12")],
        source: "RFC 4954 section 6",
        ..RULE
    },
    Rule {
        id: "status-7-13-login",
        cause: Cause::SenderAccountSuspended,
        stage: &[Stage::Auth],
        codes: &[any(7, 13)],
        examples: &[ex_at("525 5.7.13", "", Stage::Auth)],
        source: "RFC 5248 section 4",
        ..RULE
    },
    Rule {
        id: "status-7-13-own-server",
        cause: Cause::SenderAccountSuspended,
        side: Some(Side::Sender),
        codes: &[any(7, 13)],
        examples: &[ex_side("525 5.7.13", "smtp.example.net", Side::Sender)],
        source: "RFC 5248 section 4",
        ..RULE
    },
    Rule {
        id: "status-7-13",
        cause: Cause::MailboxDisabled,
        codes: &[any(7, 13)],
        examples: &[ex("525 5.7.13")],
        source: "RFC 5248 section 4",
        ..RULE
    },
    Rule {
        id: "status-7-14",
        cause: Cause::SmtpAuthRequired,
        codes: &[any(7, 14)],
        examples: &[ex("535 5.7.14")],
        source: "RFC 5248 section 4",
        ..RULE
    },
    Rule {
        id: "status-7-15",
        cause: Cause::PolicyRejection,
        permanence: Some(Permanence::Temporary),
        summary: "The priority of the message is too low for what the receiving server takes at the moment.",
        codes: &[any(7, 15)],
        examples: &[ex("450 4.7.15")],
        source: "RFC 6710",
        ..RULE
    },
    Rule {
        id: "status-7-16",
        cause: Cause::MessageTooLarge,
        codes: &[any(7, 16)],
        examples: &[ex("552 5.7.16")],
        source: "RFC 6710",
        ..RULE
    },
    Rule {
        id: "status-7-17",
        cause: Cause::RecipientMoved,
        summary: "The mailbox {address} now belongs to somebody else than when the sender learned of it.",
        steps: &["Ask the recipient another way for the address of today; the mailbox {address} has a new owner."],
        codes: &[any(7, 17)],
        examples: &[ex("550 5.7.17")],
        source: "RFC 7293",
        ..RULE
    },
    Rule {
        id: "status-7-18",
        cause: Cause::RecipientMoved,
        summary: "The domain {domain} now belongs to somebody else than when the sender learned of the address.",
        steps: &["Ask the recipient another way for the address of today; the domain {domain} has a new owner."],
        codes: &[any(7, 18)],
        examples: &[ex("550 5.7.18")],
        source: "RFC 7293",
        ..RULE
    },
    Rule {
        id: "status-7-19",
        cause: Cause::ServerError,
        summary: "The receiving server could not check whether the mailbox still has the same owner.",
        codes: &[any(7, 19)],
        examples: &[ex("450 4.7.19")],
        source: "RFC 7293",
        ..RULE
    },
    Rule {
        id: "status-7-20",
        cause: Cause::DkimFailure,
        codes: &[any(7, 20)],
        examples: &[ex("550 5.7.20")],
        source: "RFC 7372 section 3.1",
        ..RULE
    },
    Rule {
        id: "status-7-21",
        cause: Cause::DkimFailure,
        codes: &[any(7, 21)],
        examples: &[ex("550 5.7.21")],
        source: "RFC 7372 section 3.1",
        ..RULE
    },
    Rule {
        id: "status-7-22",
        cause: Cause::DkimFailure,
        codes: &[any(7, 22)],
        examples: &[ex("550 5.7.22")],
        source: "RFC 7372 section 3.1",
        ..RULE
    },
    Rule {
        id: "status-7-23",
        cause: Cause::SpfFailure,
        codes: &[any(7, 23)],
        examples: &[ex("550 5.7.23")],
        source: "RFC 7372 section 3.2",
        ..RULE
    },
    Rule {
        id: "status-7-24",
        cause: Cause::SpfFailure,
        codes: &[any(7, 24)],
        examples: &[ex("550 5.7.24")],
        source: "RFC 7372 section 3.2",
        ..RULE
    },
    Rule {
        id: "status-7-25",
        cause: Cause::ReverseDnsMissing,
        codes: &[any(7, 25)],
        examples: &[ex("550 5.7.25")],
        source: "RFC 7372 section 3.3",
        ..RULE
    },
    Rule {
        id: "status-7-26",
        cause: Cause::UnauthenticatedMail,
        codes: &[any(7, 26)],
        examples: &[ex("550 5.7.26")],
        source: "RFC 7372 section 3.4",
        ..RULE
    },
    Rule {
        id: "status-7-27",
        cause: Cause::SenderAddressRejected,
        summary: "The domain of the sender address, {sender_domain}, states in DNS that it takes no mail (null MX), so it may not send either.",
        steps: &[
            "Send from a domain that can take replies, or remove the null MX record (\"MX 0 .\") of {sender_domain} if it was set by mistake.",
        ],
        codes: &[any(7, 27)],
        examples: &[ex("550 5.7.27")],
        source: "RFC 7505 section 4.2",
        ..RULE
    },
    Rule {
        id: "status-7-28",
        cause: Cause::RateLimited,
        codes: &[any(7, 28)],
        examples: &[ex("421 4.7.28")],
        source: "IANA; draft of the code: mail flood detected",
        ..RULE
    },
    Rule {
        id: "status-7-29",
        cause: Cause::UnauthenticatedMail,
        owner: Some(Owner::Forwarder),
        summary: "The ARC seals that forwarders put on this message do not verify.",
        codes: &[any(7, 29)],
        examples: &[ex("550 5.7.29")],
        source: "RFC 8617",
        ..RULE
    },
    Rule {
        id: "status-7-30",
        cause: Cause::TlsFailure,
        summary: "The sender asked for encryption on the whole way (REQUIRETLS) and the next server does not support that.",
        codes: &[any(7, 30)],
        examples: &[ex("550 5.7.30")],
        source: "RFC 8689 section 5",
        ..RULE
    },
];

/// Codes that say little more than their class.
pub(super) const VAGUE: &[Rule] = &[
    Rule {
        id: "status-1-0-sender",
        cause: Cause::SenderAddressRejected,
        stage: &[Stage::Mail],
        codes: &[any(1, 0)],
        examples: &[ex_at("550 5.1.0", "", Stage::Mail)],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-0-content",
        cause: Cause::Unknown,
        stage: &[Stage::Eod, Stage::Data],
        codes: &[any(1, 0)],
        examples: &[ex_at("550 5.1.0", "", Stage::Eod)],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-0",
        cause: Cause::RecipientUnknown,
        summary: "The receiving server refused the address and gave no clearer reason; most often there is no such mailbox.",
        codes: &[any(1, 0)],
        examples: &[ex("550 5.1.0")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-5",
        cause: Cause::Unknown,
        summary: "The code only says that the address was valid.",
        codes: &[any(1, 5)],
        examples: &[ex("250 2.1.5")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-9",
        cause: Cause::Unknown,
        summary: "The message was handed to a system that sends no delivery reports.",
        codes: &[any(1, 9)],
        examples: &[ex("250 2.1.9")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-1-other",
        cause: Cause::RecipientUnknown,
        summary: "The receiving server refused the address with a code of its own; most often there is no such mailbox.",
        codes: &[subject(1)],
        examples: &[ex("550 5.1.99")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-2-0",
        cause: Cause::Unknown,
        owner: Some(Owner::Unknown),
        summary: "{host} did not take the message for {address}, and its reply does not say why.",
        codes: &[any(2, 0)],
        examples: &[ex("450 4.2.0")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-2-other",
        cause: Cause::Unknown,
        owner: Some(Owner::RecipientAdmin),
        summary: "Something is wrong with the recipient's mailbox; the response does not say what.",
        codes: &[subject(2)],
        examples: &[ex("550 5.2.99")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-3-0",
        cause: Cause::ServerError,
        codes: &[any(3, 0)],
        examples: &[ex("451 4.3.0")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-3-other",
        cause: Cause::ServerError,
        codes: &[subject(3)],
        examples: &[ex("550 5.3.99")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-4-0",
        cause: Cause::ConnectionFailed,
        summary: "Something on the network way to the mail server failed; the response does not say what.",
        codes: &[any(4, 0)],
        examples: &[ex("4.4.0")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-4-other",
        cause: Cause::ConnectionFailed,
        codes: &[subject(4)],
        examples: &[ex("4.4.99")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-5-0-reply",
        cause: Cause::ProtocolError,
        codes: &[
            reply_any(500, 5, 0),
            reply_any(501, 5, 0),
            reply_any(502, 5, 0),
            reply_any(503, 5, 0),
            reply_any(504, 5, 0),
            reply_any(555, 5, 0),
        ],
        examples: &[ex("503 5.5.0")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-5-0-recipient",
        cause: Cause::RecipientUnknown,
        stage: &[Stage::Rcpt],
        summary: "The receiving server refused the address and gave no clearer reason; most often there is no such mailbox.",
        codes: &[reply_any(550, 5, 0)],
        examples: &[ex_at("550 5.5.0", "", Stage::Rcpt)],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-5-0",
        cause: Cause::Unknown,
        codes: &[any(5, 0)],
        examples: &[ex("554 5.5.0")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-5-other",
        cause: Cause::ProtocolError,
        codes: &[subject(5)],
        examples: &[ex("550 5.5.99")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-6-0",
        cause: Cause::MessageMalformed,
        codes: &[any(6, 0)],
        examples: &[ex("554 5.6.0")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-6-other",
        cause: Cause::MessageMalformed,
        codes: &[subject(6)],
        examples: &[ex("554 5.6.99")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-1-sender",
        cause: Cause::PolicyRejection,
        side: Some(Side::Sender),
        owner: Some(Owner::SenderAdmin),
        codes: &[any(7, 1)],
        examples: &[ex_side("550 5.7.1", "smtp.example.net", Side::Sender)],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-1-eod",
        cause: Cause::PolicyRejection,
        stage: &[Stage::Eod],
        summary: "The receiving server read the message and refused it by a policy that it does not name, most often a spam or content filter.",
        codes: &[any(7, 1)],
        examples: &[ex_at("550 5.7.1", "", Stage::Eod)],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-1",
        cause: Cause::PolicyRejection,
        codes: &[any(7, 1)],
        examples: &[ex("550 5.7.1")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-0-temporary",
        cause: Cause::RateLimited,
        summary: "The receiving server put the message off for a reason of policy that it does not name; most often the sending server sends too much or is not trusted yet.",
        codes: &[st(4, 7, 0)],
        examples: &[ex("421 4.7.0")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-0-login",
        cause: Cause::SmtpAuthRequired,
        codes: &[reply_any(530, 7, 0), reply_any(535, 7, 0)],
        examples: &[ex("530 5.7.0")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-0",
        cause: Cause::PolicyRejection,
        codes: &[any(7, 0)],
        examples: &[ex("550 5.7.0")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-9",
        cause: Cause::PolicyRejection,
        codes: &[any(7, 9)],
        examples: &[ex("554 5.7.9")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-7-other",
        cause: Cause::PolicyRejection,
        codes: &[subject(7)],
        examples: &[ex("550 5.7.99")],
        source: IANA,
        ..RULE
    },
    Rule {
        id: "status-0-0-temporary",
        cause: Cause::ServerError,
        summary: "The receiving server could not take the message at the moment; the response does not say why.",
        codes: &[reply_any(421, 0, 0), reply_any(450, 0, 0), reply_any(451, 0, 0)],
        examples: &[ex("451 4.0.0")],
        source: IANA,
        ..RULE
    },
];
