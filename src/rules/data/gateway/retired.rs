//! Filters that are no longer sold but still speak here and there: Postini, MX Logic and McAfee SaaS,
//! Websense Hosted, SurfControl, IronMail, BorderWare, Tumbleweed, Frontbridge.

use crate::names::code::{replies, reply};
use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const MXLOGIC: &[&str] = &["mxlogic.net", "mcafeesaas.com", "mxlogic.com"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "mxlogic-invalid-recipient",
        cause: Cause::RecipientUnknown,
        says: &["invalid recipient * (mode: normal)", "no such user * (mode: normal)", "user unknown * (mode: normal)"],
        examples: &[ex("550 Invalid recipient <bob@example.com> (Mode: normal)")],
        source: "https://kc.mcafee.com/",
        ..RULE
    },
    Rule {
        id: "mxlogic-denied",
        cause: Cause::SpamContent,
        says: &["(mode: normal)", "(mode: quarantine)"],
        summary: "The filter of the recipient (MX Logic, McAfee SaaS Email Protection) takes the message or its sender for spam.",
        examples: &[
            ex("554 Denied [cs] [7cdd3a25.0.1.2.1.0] (Mode: normal)"),
            ex("554 Denied [XM02] [cdd3a25.0] (Mode: normal)"),
        ],
        source: "https://kc.mcafee.com/",
        ..RULE
    },
    Rule {
        id: "mxlogic-policy",
        cause: Cause::PolicyRejection,
        by: MXLOGIC,
        says: &["denied by policy", "policy"],
        examples: &[ex_by("550 Denied by policy", "p01c12m034.mxlogic.net")],
        source: "https://kc.mcafee.com/",
        ..RULE
    },
    Rule {
        id: "mxlogic-unknown",
        cause: Cause::RecipientUnknown,
        by: MXLOGIC,
        says: &["no such user", "user unknown", "unknown user", "invalid recipient", "recipient unknown"],
        examples: &[ex_by("550 No such user", "p01c12m034.mxlogic.net")],
        source: "https://kc.mcafee.com/",
        ..RULE
    },
    Rule {
        id: "postini-no-such-user",
        cause: Cause::RecipientUnknown,
        says: &[
            "no such user - psmtp",
            "unknown user - psmtp",
            "invalid recipient - psmtp",
            "mailbox unavailable - psmtp",
            "no such address - psmtp",
        ],
        examples: &[ex("550 No such user - psmtp")],
        source: "Postini: message security, error messages",
        ..RULE
    },
    Rule {
        id: "postini-relay",
        cause: Cause::RelayDenied,
        says: &["no relaying allowed - psmtp", "relaying denied - psmtp"],
        examples: &[ex("554 No relaying allowed - psmtp")],
        source: "Postini: message security, error messages",
        ..RULE
    },
    Rule {
        id: "postini-policy",
        cause: Cause::PolicyRejection,
        says: &["message refused - psmtp", "administrative block - psmtp", "- psmtp"],
        codes: &[replies(500, 599)],
        examples: &[ex("582 This message violates our email policy - psmtp")],
        source: "Postini: message security, error messages",
        ..RULE
    },
    Rule {
        id: "postini-temporary",
        cause: Cause::ServerError,
        says: &["- psmtp"],
        codes: &[replies(400, 499), reply(421)],
        examples: &[ex("451 Can't connect to example.com - psmtp")],
        source: "Postini: message security, error messages",
        ..RULE
    },
    Rule {
        id: "ironmail-denied",
        cause: Cause::PoorReputation,
        says: &["trustedsource", "ironmail", "mcafee reputation", "mcafee gti", "ciphertrust"],
        summary: "The gateway of the recipient (McAfee, formerly IronMail) refuses {ip} because of its TrustedSource reputation.",
        links: &["https://www.trustedsource.org/"],
        examples: &[ex("554 Denied: 192.0.2.25 has a bad reputation, see http://www.trustedsource.org")],
        source: "https://www.trustedsource.org/",
        ..RULE
    },
    Rule {
        id: "surfcontrol",
        cause: Cause::ContentBlocked,
        says: &["surfcontrol"],
        examples: &[ex("550 5.7.1 SurfControl E-mail Filter: the message was isolated by a rule")],
        source: "SurfControl E-mail Filter: administrator guide",
        ..RULE
    },
    Rule {
        id: "borderware",
        cause: Cause::PoorReputation,
        says: &["borderware", "bsn.borderware", "reputationauthority"],
        summary: "The gateway of the recipient (BorderWare, WatchGuard XCS) refuses {ip} because of its reputation.",
        examples: &[ex(
            "554 5.7.1 Service unavailable; 192.0.2.25 rejected, see http://www.borderware.com/lookup.php?ip=192.0.2.25",
        )],
        source: "https://www.watchguard.com/",
        ..RULE
    },
];
