//! Sophos: UTM (formerly Astaro), Firewall, Email (Central, `*.hydra.sophos.com`, formerly Reflexion), PureMessage.
//! <https://docs.sophos.com/nsg/sophos-utm/utm/9.708/help/en-us/Content/utm/utmAdminGuide/EmailProtSMTPProfiles.htm>,
//! <https://docs.sophos.com/central/customer/help/en-us/ManageYourProducts/EmailSecurity/>

use crate::names::code::replies;
use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const UTM: &str =
    "https://docs.sophos.com/nsg/sophos-utm/utm/9.708/help/en-us/Content/utm/utmAdminGuide/EmailProtSMTPProfiles.htm";
const CENTRAL: &str = "https://docs.sophos.com/central/customer/help/en-us/ManageYourProducts/EmailSecurity/";
const HOSTS: &[&str] = &["sophos.com", "reflexion.net"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "sophos-address-not-in-directory",
        cause: Cause::RecipientUnknown,
        says: &["address not present in directory"],
        summary: "The Sophos gateway of the recipient does not find {address} in the directory of the organisation.",
        examples: &[ex("550 Address not present in directory")],
        source: UTM,
        ..RULE
    },
    Rule {
        id: "sophos-classified-spam",
        cause: Cause::SpamContent,
        says: &[
            "this message was classified as spam and may not be delivered",
            "message was classified as spam and may not",
        ],
        examples: &[ex("550 This message was classified as SPAM and may not be delivered")],
        source: UTM,
        ..RULE
    },
    Rule {
        id: "sophos-rdns",
        cause: Cause::ReverseDnsMissing,
        says: &["rdns/helo check", "rdns missing", "helo rdns", "invalid rdns", "no rdns entry"],
        examples: &[ex("550 RDNS missing for 192.0.2.25")],
        source: UTM,
        ..RULE
    },
    Rule {
        id: "sophos-security-policy",
        cause: Cause::ContentBlocked,
        says: &[
            "this email was rejected because it violates our security policy",
            "message was rejected because it violates our security policy",
        ],
        steps: &[
            "Read the violations named behind the text, such as an attachment type or a forbidden word.",
            "Send the message again without that part, or share the file through a download service.",
            "Ask {address} over another channel to have the administrators of {domain} release the message.",
        ],
        examples: &[ex(
            "554 5.7.1 This email was rejected because it violates our security policy. Found the following violations: Attachment type blocked",
        )],
        source: UTM,
        ..RULE
    },
    Rule {
        id: "sophos-mime-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "content blocked by mime filter",
            "message contains blocked file extension",
            "mime type is blocked",
            "extension is blocked",
            "expression filter",
            "blocked by expression",
        ],
        examples: &[ex("550 Message contains blocked file extension (exe)")],
        source: UTM,
        ..RULE
    },
    Rule {
        id: "sophos-reputation",
        cause: Cause::PoorReputation,
        by: HOSTS,
        says: &["reputation", "blocked by sophoslabs", "sophoslabs", "ip blocked", "sender ip"],
        summary: "Sophos refuses {ip} because of its reputation at SophosLabs.",
        links: &["https://support.sophos.com/support/s/filesubmission"],
        examples: &[ex_by(
            "554 5.7.1 Sender IP 192.0.2.25 has a poor reputation",
            "mx-01-us-west-2.prod.hydra.sophos.com",
        )],
        source: CENTRAL,
        ..RULE
    },
    Rule {
        id: "sophos-sophoslabs-blocked",
        cause: Cause::IpBlocklisted,
        says: &["blocked by sophos", "sophos rbl", "sophos sxl", "rejected by sophos * reputation", "sophoslabs"],
        list: Some("SophosLabs"),
        examples: &[ex("550 5.7.1 192.0.2.25 blocked by Sophos SXL")],
        source: "https://docs.sophos.com/msg/pmx/help/en-us/msg/pmx/concepts/GSGPI_MTA_Blocking.html",
        ..RULE
    },
    Rule {
        id: "sophos-user-unknown",
        cause: Cause::RecipientUnknown,
        by: HOSTS,
        says: &[
            "user unknown",
            "mailbox does not exist",
            "invalid recipient",
            "recipient not found",
            "no such user",
            "recipient address rejected: undeliverable",
            "unknown recipient",
        ],
        examples: &[ex_by(
            "550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown",
            "mx-01-eu-west-1.prod.hydra.sophos.com",
        )],
        source: CENTRAL,
        ..RULE
    },
    Rule {
        id: "sophos-blocked-sender",
        cause: Cause::SenderBlocked,
        by: HOSTS,
        says: &["sender * blocked", "blocked sender", "block list", "blocklist", "sender denied", "sender rejected"],
        not: &["rbl ", "spamhaus"],
        codes: &[replies(500, 599)],
        summary: "The recipient's organisation has the sender on its block list in Sophos.",
        links: &[CENTRAL],
        examples: &[ex_by("550 5.7.1 Sender address is on the block list", "mx-01-eu-west-1.prod.hydra.sophos.com")],
        source: CENTRAL,
        ..RULE
    },
    Rule {
        id: "sophos-spam",
        cause: Cause::SpamContent,
        by: HOSTS,
        says: &["spam", "bulk", "phish"],
        not: &["spamhaus", "spamcop"],
        examples: &[ex_by("550 5.7.1 Message rejected as spam", "mx-01-eu-west-1.prod.hydra.sophos.com")],
        source: CENTRAL,
        ..RULE
    },
];
