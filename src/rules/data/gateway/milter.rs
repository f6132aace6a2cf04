//! Milters and policy servers that check viruses, SPF, DKIM and DMARC: clamav-milter, pyspf-milter and
//! policyd-spf, smf-spf, OpenDKIM, OpenDMARC. <https://docs.clamav.net/>, <http://www.opendkim.org/>

use crate::names::code::replies;
use crate::names::terms::{Cause, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "clamav-milter",
        cause: Cause::VirusDetected,
        says: &[
            "detected by clamav",
            "clamav.net",
            "blocked by clamav",
            "clamav found",
            "clamav-milter",
            "clamav detected",
            "found by clamav",
            "clam antivirus",
            "clamd found",
        ],
        examples: &[ex(
            "550 5.7.1 Command rejected: virus Eicar-Test-Signature detected by ClamAV - http://www.clamav.net",
        )],
        source: "clamav-milter: clamav-milter.conf, RejectMsg",
        ..RULE
    },
    Rule {
        id: "policyd-spf-temporary",
        cause: Cause::SpfFailure,
        permanence: Some(Permanence::Temporary),
        says: &[
            "spf temporary",
            "spf temperror",
            "spf temp error",
            "message temporarily rejected due to: spf",
            "deferred due to: spf",
            "spf lookup failure",
            "temporary spf",
        ],
        codes: &[replies(400, 499)],
        summary: "The receiving server could not look up the SPF record of {sender_domain} at that moment.",
        steps: &[
            "Check that the name servers of {sender_domain} and of every domain in its SPF record answer quickly and without error.",
            "Wait: the sending server tries again by itself.",
        ],
        examples: &[ex(
            "451 4.7.24 <bob@example.com>: Recipient address rejected: Message temporarily rejected due to: SPF temporary error",
        )],
        source: "pypolicyd-spf: policyd-spf.conf(5)",
        ..RULE
    },
    Rule {
        id: "policyd-spf-broken-record",
        cause: Cause::SpfFailure,
        says: &[
            "spf permanent error",
            "spf permerror",
            "permanent error in processing",
            "spf perm error",
            "invalid spf record",
            "spf record is invalid",
            "spf syntax error",
        ],
        summary: "The SPF record of {sender_domain} has a fault, and the receiving server refuses the message for that.",
        steps: &[
            "Check the SPF record of {sender_domain} with a testing page: only one record, no typing errors, at most ten DNS look-ups.",
            "Correct it in DNS and send the message again when the change has spread.",
        ],
        examples: &[ex(
            "550 5.7.24 <bob@example.com>: Recipient address rejected: Message rejected due to: SPF Permanent Error: Two or more type TXT spf records found",
        )],
        source: "pypolicyd-spf: policyd-spf.conf(5)",
        ..RULE
    },
    Rule {
        id: "policyd-spf",
        cause: Cause::SpfFailure,
        says: &[
            "open-spf.org/why",
            "openspf.org/why",
            "openspf.net/why",
            "openspf.org",
            "openspf.net",
            "open-spf.org",
            "message rejected due to: spf",
            "spf fail - not authorized",
            "spf.pobox.com/why",
            "rejected due to: spf",
            "spf check: fail",
        ],
        summary: "{ip} is not among the servers that the SPF record of {sender_domain} allows.",
        examples: &[ex(
            "550 5.7.23 <alice@example.net>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.open-spf.org/Why?s=mfrom;id=bob@example.com;ip=192.0.2.25;r=<UNKNOWN>",
        )],
        source: "pypolicyd-spf: policyd-spf.conf(5)",
        ..RULE
    },
    Rule {
        id: "opendkim",
        cause: Cause::DkimFailure,
        says: &[
            "bad dkim signature",
            "no dkim signature",
            "dkim signature data",
            "dkim verification failed",
            "missing dkim signature",
            "dkim signature is not valid",
            "dkim signature not valid",
            "invalid dkim signature",
            "dkim signature verification",
            "dkim signature required",
            "bad signature data",
            "unprotected key",
            "dkim check failed",
            "dkim policy",
        ],
        not: &["spf ", "dmarc"],
        examples: &[ex("550 5.7.0 bad DKIM signature data")],
        source: "opendkim: opendkim.c, mlfi_eom",
        ..RULE
    },
    Rule {
        id: "opendmarc",
        cause: Cause::DmarcFailure,
        says: &[
            "rejected by dmarc policy for",
            "rejected by dmarc policy",
            "quarantined by dmarc policy",
            "dmarc policy * temporarily",
            "dmarc reject",
        ],
        examples: &[ex("550 5.7.1 rejected by DMARC policy for example.com")],
        source: "opendmarc: opendmarc.c, mlfi_eom",
        ..RULE
    },
    Rule {
        id: "snertsoft-barricademx",
        cause: Cause::IpBlocklisted,
        says: &["barricademx", "snertsoft", "snert.com"],
        and: &["black listed", "blacklist", "host * ["],
        examples: &[ex(
            "550 5.7.1 host mail.example.com [192.0.2.25] black listed by lists.example.org #128 (BarricadeMX, see http://www.snertsoft.com/)",
        )],
        source: "http://www.snertsoft.com/smtp/smtpf/reply.html",
        ..RULE
    },
];
