//! A mail host that does not exist, where the domain itself does: the MX record points nowhere.
//!
//! Postfix and Sendmail name what they looked up last. When that is another name than the recipient's domain, the
//! domain was found and its MX record leads to a name without an address (RFC 5321 section 5.1).

use crate::names::terms::{Cause, Permanence};
use crate::rules::rule::{RULE, Rule, ex_to};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "mx-host-not-found",
    cause: Cause::DnsFailure,
    permanence: Some(Permanence::Permanent),
    says: &["name service error for name=", "host unknown (name server: "],
    and: &["host not found", "domain not found", "host unknown"],
    not: &["try again", "name server: .:"],
    missing_host: true,
    summary: "The domain {domain} exists, but the mail server that its MX record names does not.",
    steps: &[
        "Look at the MX records with `dig MX {domain}` and at each host they name with `dig A HOST` and `dig AAAA HOST`.",
        "Correct the MX record, or add the missing address record for the host that it names.",
        "Wait until the old records have run out of the caches, at most as long as their time to live says.",
    ],
    examples: &[
        ex_to(
            "Host or domain name not found. Name service error for name=mx.example.com type=A: Host not found",
            "example.com",
        ),
        ex_to("550 5.1.2 <x@example.com>... Host unknown (Name server: mx.example.com: host not found)", "example.com"),
    ],
    source: "Postfix: src/smtp/smtp_addr.c; Sendmail: sendmail/deliver.c",
    ..RULE
}];
