//! What the SMTP reply codes mean when there is nothing else: the last resort.
//! RFC 5321 section 4.2.3 and the extensions; codes outside of them as servers are known to use them.
//!
//! These are guesses from a number, weak by design. The stage is used where it changes the meaning.

use crate::names::code::{Code, replies, reply};
use crate::names::terms::{Cause, Owner, Permanence, Stage};
use crate::rules::rule::{RULE, Rule, ex, ex_at};

/// Every reply code of RFC 5321 and its extensions.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "reply-421",
        cause: Cause::ServerError,
        summary: "The receiving server could not take the message at the moment; the response does not say why.",
        codes: &[reply(421)],
        examples: &[ex("421"), ex("421 mx.example.com")],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-422",
        cause: Cause::MailboxFull,
        codes: &[reply(422)],
        examples: &[ex("422")],
        source: "Usage of mail servers: 422, mailbox over its limit",
        ..RULE
    },
    Rule {
        id: "reply-430-439",
        cause: Cause::ServerError,
        summary: "The receiving server could not take the message at the moment; the response does not say why.",
        codes: &[replies(430, 431)],
        examples: &[ex("431")],
        source: "Usage of mail servers: 431, out of memory or disk",
        ..RULE
    },
    Rule {
        id: "reply-432-login",
        cause: Cause::SmtpAuthRequired,
        stage: &[Stage::Auth],
        codes: &[reply(432), reply(454)],
        examples: &[ex_at("432", "", Stage::Auth)],
        source: "RFC 4954 section 6",
        ..RULE
    },
    Rule {
        id: "reply-432",
        cause: Cause::ServerError,
        summary: "The receiving server could not take the message at the moment; the response does not say why.",
        codes: &[replies(432, 434)],
        examples: &[ex("432")],
        source: "Exchange: 432, recipient's queue stopped; RFC 5321 section 4.2.1",
        ..RULE
    },
    Rule {
        id: "reply-441-449",
        cause: Cause::ConnectionFailed,
        codes: &[replies(440, 446)],
        examples: &[ex("441"), ex("442")],
        source: "Usage of mail servers: 441 no answer, 442 connection dropped, 446 hops",
        ..RULE
    },
    Rule {
        id: "reply-447-449",
        cause: Cause::MessageExpired,
        codes: &[replies(447, 449)],
        examples: &[ex("447")],
        source: "Usage of mail servers: 447, message expired",
        ..RULE
    },
    Rule {
        id: "reply-450-rcpt",
        cause: Cause::Greylisted,
        stage: &[Stage::Rcpt],
        summary: "The receiving server put the message off without a reason; most often it does so with senders it does not know yet.",
        codes: &[reply(450)],
        examples: &[ex_at("450", "", Stage::Rcpt)],
        source: "RFC 6647 section 5",
        ..RULE
    },
    Rule {
        id: "reply-450",
        cause: Cause::ServerError,
        summary: "The receiving server could not take the message at the moment; the response does not say why.",
        codes: &[reply(450)],
        examples: &[ex("450")],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-451",
        cause: Cause::ServerError,
        summary: "The receiving server could not take the message at the moment; the response does not say why.",
        codes: &[reply(451)],
        examples: &[ex("451")],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-452-rcpt",
        cause: Cause::TooManyRecipients,
        stage: &[Stage::Rcpt],
        codes: &[reply(452)],
        examples: &[ex_at("452", "", Stage::Rcpt)],
        source: "RFC 5321 section 4.5.3.1.10",
        ..RULE
    },
    Rule {
        id: "reply-452",
        cause: Cause::ServerStorageFull,
        codes: &[reply(452)],
        examples: &[ex("452")],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-453",
        cause: Cause::RateLimited,
        summary: "The receiving server put the message off for a reason that it does not state, most often its volume.",
        codes: &[reply(453)],
        examples: &[ex("453")],
        source: "Usage of mail servers; RFC 2645 (no mail)",
        ..RULE
    },
    Rule {
        id: "reply-454",
        cause: Cause::TlsFailure,
        codes: &[reply(454)],
        examples: &[ex("454")],
        source: "RFC 3207 section 4",
        ..RULE
    },
    Rule {
        id: "reply-455",
        cause: Cause::ProtocolError,
        codes: &[reply(455)],
        examples: &[ex("455")],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-456-459",
        cause: Cause::ServerError,
        summary: "The receiving server could not take the message at the moment; the response does not say why.",
        codes: &[replies(456, 459)],
        examples: &[ex("459")],
        source: "RFC 2645 (458, 459); RFC 5321 section 4.2.1",
        ..RULE
    },
    Rule {
        id: "reply-460-469",
        cause: Cause::ServerError,
        summary: "The receiving server could not take the message at the moment; the response does not say why.",
        codes: &[replies(460, 469)],
        examples: &[ex("460")],
        source: "RFC 5321 section 4.2.1",
        ..RULE
    },
    Rule {
        id: "reply-470-479",
        cause: Cause::PolicyRejection,
        permanence: Some(Permanence::Temporary),
        codes: &[replies(470, 479)],
        examples: &[ex("471")],
        source: "Usage of mail filters: 471, refused by the spam filter for now",
        ..RULE
    },
    Rule {
        id: "reply-480-499",
        cause: Cause::ServerError,
        summary: "The receiving server could not take the message at the moment; the response does not say why.",
        codes: &[replies(480, 499)],
        examples: &[ex("499")],
        source: "RFC 5321 section 4.2.1",
        ..RULE
    },
    Rule {
        id: "reply-4xx",
        cause: Cause::ServerError,
        summary: "The receiving server could not take the message at the moment; the response does not say why.",
        codes: &[replies(400, 499)],
        examples: &[ex("401")],
        source: "RFC 5321 section 4.2.1",
        ..RULE
    },
    Rule {
        id: "reply-500-504",
        cause: Cause::ProtocolError,
        codes: &[replies(500, 504)],
        examples: &[ex("500"), ex("501"), ex("504")],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-510",
        cause: Cause::RecipientUnknown,
        codes: &[replies(510, 511)],
        examples: &[ex("510"), ex("511")],
        source: "Courier and qmail chkuser: 511; usage of mail servers",
        ..RULE
    },
    Rule {
        id: "reply-512",
        cause: Cause::DomainNotFound,
        codes: &[reply(512)],
        examples: &[ex("512")],
        source: "Usage of mail servers: 512, host unknown",
        ..RULE
    },
    Rule {
        id: "reply-513",
        cause: Cause::RelayDenied,
        codes: &[reply(513)],
        examples: &[ex("513")],
        source: "Courier courieresmtpd: 513, relaying denied",
        ..RULE
    },
    Rule {
        id: "reply-515",
        cause: Cause::RecipientAddressInvalid,
        codes: &[replies(514, 516)],
        examples: &[ex("515")],
        source: "Usage of mail servers: 515, address invalid",
        ..RULE
    },
    Rule {
        id: "reply-517",
        cause: Cause::SenderAddressRejected,
        codes: &[replies(517, 518)],
        examples: &[ex("517"), ex("518")],
        source: "Courier courieresmtpd: 517, sender domain; 518, sender refused",
        ..RULE
    },
    Rule {
        id: "reply-519",
        cause: Cause::SenderAddressRejected,
        codes: &[replies(519, 520)],
        examples: &[ex("519")],
        source: "Usage of mail servers",
        ..RULE
    },
    Rule {
        id: "reply-521",
        cause: Cause::DomainRefusesMail,
        codes: &[reply(521)],
        examples: &[ex("521")],
        source: "RFC 7504",
        ..RULE
    },
    Rule {
        id: "reply-522",
        cause: Cause::MailboxFull,
        codes: &[reply(522)],
        examples: &[ex("522")],
        source: "Usage of mail servers: 522, mailbox full",
        ..RULE
    },
    Rule {
        id: "reply-523-login",
        cause: Cause::TlsFailure,
        stage: &[Stage::Auth],
        owner: Some(Owner::SenderAdmin),
        codes: &[reply(523)],
        examples: &[ex_at("523", "", Stage::Auth)],
        source: "RFC 5248 section 4",
        ..RULE
    },
    Rule {
        id: "reply-523",
        cause: Cause::MessageTooLarge,
        codes: &[reply(523)],
        examples: &[ex("523")],
        source: "Usage of mail servers: 523, length over the recipient's limit",
        ..RULE
    },
    Rule {
        id: "reply-524",
        cause: Cause::ServerError,
        summary: "The mailing list could not be expanded to its members.",
        codes: &[reply(524)],
        examples: &[ex("524")],
        source: "Usage of mail servers: 524, list expansion",
        ..RULE
    },
    Rule {
        id: "reply-525",
        cause: Cause::MailboxDisabled,
        codes: &[reply(525)],
        examples: &[ex("525")],
        source: "RFC 5248 section 4",
        ..RULE
    },
    Rule {
        id: "reply-530",
        cause: Cause::SmtpAuthRequired,
        codes: &[reply(530)],
        examples: &[ex("530")],
        source: "RFC 4954 section 6",
        ..RULE
    },
    Rule {
        id: "reply-531",
        cause: Cause::ServerStorageFull,
        codes: &[reply(531)],
        examples: &[ex("531")],
        source: "Usage of mail servers: 531, mail system full",
        ..RULE
    },
    Rule {
        id: "reply-532",
        cause: Cause::ServerError,
        codes: &[replies(532, 533)],
        examples: &[ex("532")],
        source: "Usage of mail servers: 532, system not taking mail",
        ..RULE
    },
    Rule {
        id: "reply-534-login",
        cause: Cause::SmtpAuthRequired,
        stage: &[Stage::Auth],
        codes: &[reply(534)],
        examples: &[ex_at("534", "", Stage::Auth)],
        source: "RFC 4954 section 6",
        ..RULE
    },
    Rule {
        id: "reply-534-size",
        cause: Cause::MessageTooLarge,
        stage: &[Stage::Eod, Stage::Data],
        codes: &[reply(534)],
        examples: &[ex_at("534", "", Stage::Eod)],
        source: "Usage of mail filters: 534, message too large",
        ..RULE
    },
    Rule {
        id: "reply-534",
        cause: Cause::SmtpAuthRequired,
        codes: &[replies(534, 535)],
        examples: &[ex("534"), ex("535")],
        source: "RFC 4954 section 6",
        ..RULE
    },
    Rule {
        id: "reply-538",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        codes: &[reply(538)],
        examples: &[ex("538")],
        source: "RFC 4954",
        ..RULE
    },
    Rule {
        id: "reply-540-541",
        cause: Cause::PolicyRejection,
        codes: &[replies(540, 542)],
        examples: &[ex("541"), ex("542")],
        source: "Usage of mail filters: 541, refused by the spam filter",
        ..RULE
    },
    Rule {
        id: "reply-543",
        cause: Cause::ServerError,
        codes: &[replies(543, 545)],
        examples: &[ex("543")],
        source: "Usage of mail servers: routing and queue trouble",
        ..RULE
    },
    Rule {
        id: "reply-546",
        cause: Cause::RoutingLoop,
        codes: &[reply(546)],
        examples: &[ex("546")],
        source: "Usage of mail servers: 546, loop",
        ..RULE
    },
    Rule {
        id: "reply-547",
        cause: Cause::MessageExpired,
        codes: &[reply(547)],
        examples: &[ex("547")],
        source: "Usage of mail servers: 547, delivery time expired",
        ..RULE
    },
    Rule {
        id: "reply-548-549",
        cause: Cause::PolicyRejection,
        codes: &[replies(548, 549)],
        examples: &[ex("549")],
        source: "Usage of mail servers",
        ..RULE
    },
    Rule {
        id: "reply-550-connect",
        cause: Cause::PoorReputation,
        stage: &[Stage::Connect, Stage::Helo],
        summary: "The receiving server turned the sending server away as soon as it connected, without a reason.",
        codes: &[reply(550), reply(554), reply(571)],
        examples: &[ex_at("554", "mx.example.com", Stage::Connect)],
        source: "RFC 5321 section 3.1",
        ..RULE
    },
    Rule {
        id: "reply-550-rcpt",
        cause: Cause::RecipientUnknown,
        stage: &[Stage::Rcpt],
        summary: "The receiving server refused the address {address} and gave no reason; most often there is no such mailbox.",
        codes: &[reply(550)],
        examples: &[ex_at("550", "mx.example.com", Stage::Rcpt)],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-550",
        cause: Cause::Unknown,
        codes: &[reply(550)],
        examples: &[ex("550")],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-551",
        cause: Cause::RecipientMoved,
        summary: "The receiving server says that the user is not on it.",
        codes: &[reply(551)],
        examples: &[ex("551")],
        source: "RFC 5321 section 3.4",
        ..RULE
    },
    Rule {
        id: "reply-552-data",
        cause: Cause::MessageTooLarge,
        stage: &[Stage::Mail],
        codes: &[reply(552)],
        examples: &[ex_at("552", "mx.example.com", Stage::Mail)],
        source: "RFC 1870 section 6.1",
        ..RULE
    },
    Rule {
        id: "reply-552",
        cause: Cause::MailboxFull,
        codes: &[reply(552)],
        examples: &[ex("552")],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-553-mail",
        cause: Cause::SenderAddressRejected,
        stage: &[Stage::Mail],
        codes: &[reply(553)],
        examples: &[ex_at("553", "mx.example.com", Stage::Mail)],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-553",
        cause: Cause::RecipientAddressInvalid,
        codes: &[reply(553)],
        examples: &[ex("553")],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-554",
        cause: Cause::Unknown,
        codes: &[reply(554)],
        examples: &[ex("554")],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-555",
        cause: Cause::ProtocolError,
        codes: &[reply(555)],
        examples: &[ex("555")],
        source: "RFC 5321 section 4.2.3",
        ..RULE
    },
    Rule {
        id: "reply-556",
        cause: Cause::DomainRefusesMail,
        codes: &[reply(556)],
        examples: &[ex("556")],
        source: "RFC 7504",
        ..RULE
    },
    Rule {
        id: "reply-557",
        cause: Cause::PolicyRejection,
        codes: &[replies(557, 569)],
        examples: &[ex("557")],
        source: "Usage of mail filters",
        ..RULE
    },
    Rule {
        id: "reply-570-579",
        cause: Cause::PolicyRejection,
        codes: &[replies(570, 579)],
        examples: &[ex("571")],
        source: "Usage of mail filters: 571, delivery not authorized",
        ..RULE
    },
    Rule {
        id: "reply-5xx",
        cause: Cause::Unknown,
        codes: &[replies(500, 599)],
        examples: &[ex("599")],
        source: "RFC 5321 section 4.2.1",
        ..RULE
    },
    Rule {
        id: "status-0-0",
        cause: Cause::Unknown,
        codes: &[Code { reply: None, class: None, subject: Some(0), detail: (0, 999) }],
        examples: &[ex("5.0.0"), ex("4.0.0")],
        source: "RFC 3463 section 3.1",
        ..RULE
    },
];
