//! SpamAssassin and what calls it during SMTP: spamass-milter, sa-exim, MIMEDefang, Exim's content ACL,
//! qpsmtpd and simscan. <https://spamassassin.apache.org/>, <https://mimedefang.org/>

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "spamassassin-milter",
        cause: Cause::SpamContent,
        says: &[
            "blocked by spamassassin",
            "rejected by spamassassin",
            "spamassassin rejected",
            "spamassassin score",
            "spamassassin * spam",
            "identified as spam by spamassassin",
        ],
        examples: &[ex("550 5.7.1 Blocked by SpamAssassin")],
        source: "spamass-milter: spamass-milter.cpp",
        ..RULE
    },
    Rule {
        id: "spamassassin-points",
        cause: Cause::SpamContent,
        says: &[
            "this message scored",
            "message scored * spam",
            "scored too high on spam",
            "spam points",
            "spam score of",
            "spam score too high",
            "your message scored",
            "spam score is too",
            "message scored * points",
            "high spam score",
            "spam score (",
            "spam score:",
            "spamscore",
            "spam threshold",
        ],
        not: &["mimecast"],
        examples: &[
            ex("550 This message scored 12.4 spam points."),
            ex("550 5.7.1 Rejected: spam score too high (15.2)"),
        ],
        source: "exim: specification, chapter on content scanning",
        ..RULE
    },
    Rule {
        id: "mail-appears-spam-or-forged",
        cause: Cause::PoorReputation,
        says: &["mail appeared to be spam or forged", "appeared to be spam or forged"],
        summary: "The receiving server (policyd-weight) counts several faults of the sending server together: block lists, HELO name, reverse DNS and MX records.",
        steps: &[
            "Check that the server greets with its own full host name, and that this name and the reverse DNS name of {ip} belong together.",
            "Look up {ip} on the usual block lists and ask for removal where it is listed.",
            "Check the MX and A records of {sender_domain}.",
        ],
        links: &["https://multirbl.valli.org/lookup/{ip}.html"],
        examples: &[ex(
            "550 5.7.1 <bob@example.com>: Recipient address rejected: Mail appeared to be SPAM or forged. Ask your Mail/DNS-Administrator to correct HELO and DNS MX settings or to get removed from DNSBLs; MTA helo: mail.example.com, MTA hostname: unknown[192.0.2.25]",
        )],
        source: "policyd-weight: policyd-weight.conf, $REJECTMSG",
        ..RULE
    },
    Rule {
        id: "openbsd-spamd-greytrap",
        cause: Cause::IpBlocklisted,
        says: &[
            "spamd-greytrap",
            "is in the * greytrap",
            "in the nixspam list",
            "has mailed to spamtraps here",
            "your address * has sent spam",
            "is in the spews",
        ],
        summary: "The receiving server (spamd of OpenBSD) caught {ip} writing to an address that only spammers use, and keeps it off for some hours.",
        steps: &[
            "Look for spam from {ip}: a hacked mail account, an infected computer or an old address list.",
            "Wait: the entry ends by itself, 24 hours after the last hit by default.",
        ],
        examples: &[
            ex("450 4.7.1 Your address 192.0.2.25 has mailed to spamtraps here"),
            ex("550 SPAM. Your address 192.0.2.25 is in the spamd-greytrap list"),
        ],
        source: "https://man.openbsd.org/spamd.conf",
        ..RULE
    },
    Rule {
        id: "mimedefang",
        cause: Cause::SpamContent,
        says: &["mimedefang * spam", "message rejected by mimedefang", "rejected by mimedefang"],
        examples: &[ex("554 5.7.1 MIMEDefang: message looks like spam")],
        source: "https://mimedefang.org/",
        ..RULE
    },
    Rule {
        id: "mimedefang-attachment",
        cause: Cause::ContentBlocked,
        says: &[
            "mimedefang * attachment",
            "an attachment named * was removed",
            "contains an unacceptable attachment",
            "attachment with a forbidden",
        ],
        examples: &[ex("554 5.7.1 MIMEDefang: attachment type not accepted here")],
        source: "https://mimedefang.org/",
        ..RULE
    },
    Rule {
        id: "mailscanner",
        cause: Cause::ContentBlocked,
        says: &[
            "mailscanner * attachment",
            "list of unacceptable attachments",
            "mailscanner has detected",
            "mailscanner * dangerous content",
            "mailscanner * bad filename",
        ],
        examples: &[ex(
            "The original e-mail attachment \"run.exe\" is on the list of unacceptable attachments for this site and has been replaced by this warning message (MailScanner)",
        )],
        source: "https://www.mailscanner.info/",
        ..RULE
    },
    Rule {
        id: "simscan-spam",
        cause: Cause::SpamContent,
        says: &[
            "your email is considered spam",
            "your message is considered spam",
            "mail content is considered spam",
            "spam message denied",
            "your email was considered spam",
        ],
        examples: &[ex("554 5.7.1 Your email is considered spam (11.20 spam-hits)")],
        source: "simscan: simscan.c",
        ..RULE
    },
    Rule {
        id: "simscan-virus",
        cause: Cause::VirusDetected,
        says: &["your email was rejected because it contains the * virus", "was rejected because it contains the"],
        and: &["virus", "worm", "trojan"],
        examples: &[ex("554 5.7.1 Your email was rejected because it contains the Eicar-Test-Signature virus")],
        source: "simscan: simscan.c",
        ..RULE
    },
    Rule {
        id: "exim-content-acl-virus",
        cause: Cause::VirusDetected,
        says: &[
            "this message contains a virus or other harmful content",
            "this message contains malware",
            "this message contains a virus",
        ],
        examples: &[ex("550 This message contains a virus or other harmful content (Eicar-Test-Signature)")],
        source: "exim: src/configure.default",
        ..RULE
    },
];
