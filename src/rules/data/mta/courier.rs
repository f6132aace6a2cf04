//! Courier: <https://www.courier-mta.org/>, courieresmtpd(8), submit(8), maildrop(1).

use crate::names::code::reply;
use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "courier-sender-domain",
        cause: Cause::SenderAddressRejected,
        codes: &[reply(517), reply(518)],
        says: &["domain", "sender", "invalid", "mx records", "rejected", "dns "],
        not: &["recipient"],
        examples: &[ex("517 Domain does not exist: example.net.")],
        source: "Courier: courieresmtpd, bofh(8)",
        ..RULE
    },
    Rule {
        id: "courier-mail-loop",
        cause: Cause::RoutingLoop,
        says: &["mail loop - already have my delivered-to"],
        examples: &[ex("550 5.4.6 Mail loop - already have my Delivered-To: header.")],
        source: "Courier: module.local",
        ..RULE
    },
    Rule {
        id: "maildrop-over-quota",
        cause: Cause::MailboxFull,
        says: &["maildir over quota", "maildrop: maildir over quota"],
        examples: &[ex("maildrop: maildir over quota. 550 5.0.0 <x@example.com>... Insufficient permission")],
        source: "maildrop: maildirquota",
        ..RULE
    },
];
