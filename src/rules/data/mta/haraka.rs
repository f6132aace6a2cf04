//! Haraka: <https://haraka.github.io/>, `outbound/hmail.js`, `outbound/index.js`.

use crate::names::terms::{Cause, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "haraka-no-such-domain",
        cause: Cause::DomainNotFound,
        says: &["no such domain:", "nowhere to deliver mail to for domain"],
        examples: &[ex("No Such Domain: example.com"), ex("Nowhere to deliver mail to for domain: example.com")],
        source: "Haraka: outbound/hmail.js",
        ..RULE
    },
    Rule {
        id: "haraka-null-mx",
        cause: Cause::DomainRefusesMail,
        says: &["sends and receives no email (null mx)"],
        examples: &[ex("Domain example.com sends and receives no email (NULL MX)")],
        source: "Haraka: outbound/hmail.js",
        ..RULE
    },
    Rule {
        id: "haraka-tried-all-mxs",
        cause: Cause::ConnectionFailed,
        permanence: Some(Permanence::Temporary),
        says: &["tried all mxs"],
        examples: &[ex("Tried all MXs example.com")],
        source: "Haraka: outbound/hmail.js",
        ..RULE
    },
    Rule {
        id: "haraka-mx-lookup-error",
        cause: Cause::DnsFailure,
        permanence: Some(Permanence::Temporary),
        says: &["temporary mx lookup error for"],
        examples: &[ex("Temporary MX lookup error for example.com")],
        source: "Haraka: outbound/hmail.js",
        ..RULE
    },
];
