//! Fortinet: FortiMail, FortiGate's mail filter, FortiGuard.
//! <https://docs.fortinet.com/document/fortimail/6.4.2/administration-guide/260598/troubleshoot-mta-issues>,
//! <https://www.fortiguard.com/learnmore#as>

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const GUIDE: &str =
    "https://docs.fortinet.com/document/fortimail/6.4.2/administration-guide/260598/troubleshoot-mta-issues";
const LOOKUP: &str = "https://www.fortiguard.com/webfilter?q={ip}&version=8";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "fortiguard-url",
        cause: Cause::DomainBlocklisted,
        says: &[
            "fortiguard * url",
            "fortiguard * uri",
            "fortinet * url is",
            "fortiguard antispam url",
            "fortiguard-antispam url",
        ],
        list: Some("FortiGuard AntiSpam"),
        links: &["https://www.fortiguard.com/webfilter"],
        examples: &[ex("554 5.7.1 This message has been blocked: FortiGuard-AntiSpam URL black list, example.com")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "fortiguard-ip",
        cause: Cause::IpBlocklisted,
        says: &["fortiguard", "fortiguardcenter", "fortinet.com", "fortinet * black", "fortinet * block"],
        not: &["virus", "detected as spam"],
        list: Some("FortiGuard AntiSpam"),
        steps: &[
            "Look up {ip} on the FortiGuard page.",
            "Stop what caused it: a hacked mail account, an infected computer, or mailings to people who did not ask for them.",
            "Ask for removal with the form of that page once the cause is gone.",
        ],
        links: &[LOOKUP, "https://www.fortiguard.com/faq/antispam-ratings"],
        examples: &[
            ex(
                "550 5.7.1 Mail from this IP was blocked by FortiGuard - AntiSpam IP black list, see http://www.fortiguard.com/antispam",
            ),
            ex(
                "554 5.7.1 This email from IP 192.0.2.25 has been rejected because FortiGuard AntiSpam found it in its block list",
            ),
        ],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "fortimail-spam",
        cause: Cause::SpamContent,
        says: &[
            "this email from ip * has been rejected",
            "the email message was detected as spam",
            "email was detected as spam by forti",
            "fortiguard * detected as spam",
            "fortimail * spam",
        ],
        examples: &[ex(
            "554 5.7.1 This email from IP 192.0.2.25 has been rejected. The email message was detected as spam.",
        )],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "fortimail-virus",
        cause: Cause::VirusDetected,
        says: &[
            "fortimail * virus",
            "fortiguard * virus",
            "fortigate * virus",
            "fortisandbox",
            "dangerous attachment has been removed",
        ],
        examples: &[ex("554 5.7.1 FortiMail found a virus in the message")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "fortimail-content",
        cause: Cause::ContentBlocked,
        says: &["fortimail * content", "fortimail * attachment", "fortimail * file", "fortinet * banned word"],
        examples: &[ex("554 5.7.1 FortiMail content filter: attachment type not allowed")],
        source: GUIDE,
        ..RULE
    },
];
