//! rspamd, also as part of mailcow, Mailu and others. <https://rspamd.com/doc/configuration/metrics.html>

use crate::names::code::replies;
use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "rspamd-spam",
        cause: Cause::SpamContent,
        says: &[
            "spam message rejected",
            "rejected by rspamd",
            "rspamd * spam",
            "gtube pattern",
            "matches gtube",
            "reject by rspamd",
        ],
        examples: &[
            ex("554 5.7.1 Spam message rejected"),
            ex("554 5.7.1 Spam message rejected; If this is not spam contact abuse"),
        ],
        source: "rspamd: src/libserver/milter.c",
        ..RULE
    },
    Rule {
        id: "rspamd-virus",
        cause: Cause::VirusDetected,
        says: &[
            "virus found: ",
            "clamav: virus found",
            "oletools: threat",
            "rspamd * virus",
            "eset: virus",
            "savapi: virus",
            "sophos: virus",
            "fprot: virus",
            "kaspersky: virus",
        ],
        examples: &[ex("554 5.7.1 clamav: virus found: \"Eicar-Signature\"")],
        source: "rspamd: lualib/lua_scanners/common.lua",
        ..RULE
    },
    Rule {
        id: "rspamd-dmarc",
        cause: Cause::DmarcFailure,
        says: &["action set by dmarc policy", "action set by dmarc"],
        examples: &[ex("554 5.7.1 Action set by DMARC policy")],
        source: "https://rspamd.com/doc/modules/dmarc.html",
        ..RULE
    },
    Rule {
        id: "rspamd-ratelimit",
        cause: Cause::RateLimited,
        says: &["ratelimit * exceeded", "ratelimit exceeded"],
        codes: &[replies(400, 599)],
        examples: &[ex("451 4.7.1 Ratelimit \"to_ip_from\" exceeded")],
        source: "https://rspamd.com/doc/modules/ratelimit.html",
        ..RULE
    },
    Rule {
        id: "rspamd-bad-words-multimap",
        cause: Cause::PolicyRejection,
        says: &["matched map: ", "map matched: ", "blacklisted by map"],
        summary: "A rule that the administrators of the receiving server wrote (rspamd) refused the message.",
        examples: &[ex("554 5.7.1 Matched map: SENDER_BLOCK")],
        source: "https://rspamd.com/doc/modules/multimap.html",
        ..RULE
    },
];
