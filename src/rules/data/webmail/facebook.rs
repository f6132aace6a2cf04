//! Facebook's former mail service and the servers that still answer for facebook.com, by the codes of
//! <http://postmaster.facebook.com/response_codes>.

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

const CODES: &str = "http://postmaster.facebook.com/response_codes";
const HOSTS: &[&str] = &["facebook.com", "fb.com", "facebookmail.com"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "facebook-no-recipient",
        cause: Cause::RecipientUnknown,
        says: &["rcp-p1", "int-p1", "int-p3", "int-p4"],
        by: HOSTS,
        summary: "Facebook has no such mail address as {address}; it closed its mail service for users in 2014.",
        examples: &[ex("550 5.1.1 RCP-P1 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#rcp")],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-recipient-preferences",
        cause: Cause::SenderNotPermitted,
        owner: Some(Owner::Recipient),
        says: &["rcp-p2", "rcp-p3", "refused due to recipient preferences"],
        by: HOSTS,
        summary: "The settings of {address} at Facebook do not let this sender through.",
        steps: &[
            "Open Facebook, Settings, Privacy, and allow messages from this sender if the mail is wanted.",
            "Give the sender another address otherwise: Facebook no longer runs mailboxes for its members.",
        ],
        links: &["http://postmaster.facebook.com/response_codes"],
        examples: &[ex(
            "550 5.1.1 RCP-P2 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#rcp Refused due to recipient preferences",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-quota",
        cause: Cause::MailboxFull,
        says: &["int-p7"],
        by: HOSTS,
        examples: &[ex("552 5.2.2 INT-P7 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#int")],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-sender-domain",
        cause: Cause::SenderAddressRejected,
        says: &["dns-p1", "dns-p2", "dns-t1"],
        by: HOSTS,
        summary: "The domain of the envelope sender does not resolve or has no MX record.",
        examples: &[ex("550 5.1.8 DNS-P1 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#dns")],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-reverse-dns",
        cause: Cause::ReverseDnsMissing,
        says: &["dns-p3", "dns-t2"],
        by: HOSTS,
        examples: &[ex("554 5.7.1 DNS-P3 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#dns")],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-too-large",
        cause: Cause::MessageTooLarge,
        says: &["msg-p1", "int-p2"],
        by: HOSTS,
        examples: &[ex("552 5.3.4 MSG-P1 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#msg")],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-attachment",
        cause: Cause::ContentBlocked,
        says: &["msg-p2"],
        by: HOSTS,
        examples: &[ex("554 5.6.1 MSG-P2 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#msg")],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-malformed",
        cause: Cause::MessageMalformed,
        says: &["msg-p3"],
        by: HOSTS,
        examples: &[ex("554 5.6.0 MSG-P3 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#msg")],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-authentication",
        cause: Cause::UnauthenticatedMail,
        says: &["pol-p7"],
        by: HOSTS,
        examples: &[ex("550 5.7.1 POL-P7 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#pol")],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-suspicious",
        cause: Cause::SpamContent,
        says: &["pol-p5", "pol-p6", "pol-p8"],
        by: HOSTS,
        examples: &[ex("554 5.7.1 POL-P6 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#pol")],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-ip-blocked",
        cause: Cause::IpBlocklisted,
        says: &["pol-p1", "pol-p2", "pol-p3", "pol-p4"],
        by: HOSTS,
        summary: "Facebook takes no mail from {ip}: the address is on the Spamhaus PBL or blocked for hours to days.",
        links: &["https://check.spamhaus.org/results/?query={ip}"],
        examples: &[ex("554 5.7.1 POL-P1 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#pol")],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-limited",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["pol-t1", "pol-t2", "pol-t3", "con-t1", "con-t2", "con-t3", "con-t4"],
        by: HOSTS,
        examples: &[ex("421 4.7.1 POL-T1 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#pol")],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "facebook-internal",
        cause: Cause::ServerError,
        permanence: Some(Permanence::Temporary),
        says: &["int-t", "rcp-t1", "int-p5", "int-p6"],
        by: HOSTS,
        examples: &[ex("451 4.3.0 INT-T3 http://postmaster.facebook.com/response_codes?ip=192.0.2.135#int")],
        source: CODES,
        ..RULE
    },
];
