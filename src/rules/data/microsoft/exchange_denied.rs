//! Exchange Online: what else its "Access denied" answers mean (5.7.5xx, directory-based edge blocking).
//!
//! Page: <https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/non-delivery-reports-in-exchange-online>.

use super::{CLOUD, NDR};
use crate::names::code::{any, st, st_range};
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

pub(super) const RULES: &[Rule] = &[
    // The rest of 5.7.5xx.
    Rule {
        id: "exchange-online-recipient-not-valid",
        cause: Cause::RecipientUnknown,
        codes: &[st_range(5, 7, 504, 505)],
        summary: "Microsoft says that {address} is not valid.",
        steps: &[
            "Check the spelling of {address} and send the message again.",
            "Ask your mail administrator to contact Microsoft support if the address is right.",
        ],
        links: &[NDR],
        examples: &[
            ex("550 5.7.504 [user@example.com]: Recipient address rejected: Access denied"),
            ex("550 5.7.505 Access denied, banned recipient"),
        ],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-banned-recipient",
        cause: Cause::RecipientUnknown,
        says: &["access denied, banned recipient"],
        summary: "Microsoft says that {address} is not valid.",
        steps: &[
            "Check the spelling of {address} and send the message again.",
            "Ask your mail administrator to contact Microsoft support if the address is right.",
        ],
        links: &[NDR],
        examples: &[ex("550 Access denied, banned recipient")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-bad-helo",
        cause: Cause::HeloInvalid,
        says: &["access denied, bad helo"],
        summary: "The sending server greets with the name of the server it connects to, as spam programs do.",
        steps: &[
            "Set the HELO name of the sending server to its own full host name, with an address record that leads to {ip}.",
        ],
        links: &[NDR],
        examples: &[ex("550 5.7.506 Access Denied, Bad HELO")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-bad-helo-code",
        cause: Cause::HeloInvalid,
        codes: &[st(5, 7, 506)],
        summary: "The sending server greets with the name of the server it connects to, as spam programs do.",
        steps: &[
            "Set the HELO name of the sending server to its own full host name, with an address record that leads to {ip}.",
        ],
        links: &[NDR],
        examples: &[ex("550 5.7.506 Access Denied")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-rejected-by-recipient",
        cause: Cause::SenderBlocked,
        says: &["access denied, rejected by recipient"],
        summary: "The organization behind {domain} blocks {ip}.",
        steps: &[
            "Look into the connection filter policy of {domain} and take {ip} out of its IP block list if its mail is wanted.",
        ],
        links: &[NDR],
        examples: &[ex("550 5.7.507 Access denied, rejected by recipient")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-rejected-by-recipient-code",
        cause: Cause::SenderBlocked,
        codes: &[st(5, 7, 507), st(5, 7, 513)],
        summary: "The organization behind {domain} blocks {ip}.",
        steps: &[
            "Look into the connection filter policy of {domain} and take {ip} out of its IP block list if its mail is wanted.",
        ],
        links: &[NDR],
        examples: &[ex("550 5.7.507 Access denied")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-ipv6-range-limit",
        cause: Cause::RateLimited,
        says: &["has exceeded permitted limits within"],
        summary: "The IPv6 range of {ip} sent too many messages in too short a time.",
        steps: &["Send more slowly, and wait until the limit is over."],
        links: &[NDR],
        examples: &[ex(
            "550 5.7.508 Access denied, [2001:db8::25] has exceeded permitted limits within 2001:db8::/64 range",
        )],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-ipv6-range-limit-code",
        cause: Cause::RateLimited,
        codes: &[st(5, 7, 508)],
        summary: "The IPv6 range of {ip} sent too many messages in too short a time.",
        steps: &["Send more slowly, and wait until the limit is over."],
        links: &[NDR],
        examples: &[ex("550 5.7.508 Access denied")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-from-header-invalid",
        cause: Cause::MessageMalformed,
        owner: Some(Owner::Sender),
        says: &["message must be rfc 5322", "message must be rfc5322"],
        summary: "The message has no valid address in its From header.",
        steps: &[
            "Let the program that makes the message write one valid address in angle brackets in the From header.",
        ],
        links: &[NDR],
        examples: &[ex("550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-multiple-from",
        cause: Cause::MessageMalformed,
        owner: Some(Owner::Sender),
        says: &["multiple from addresses are not allowed"],
        summary: "The From header has several addresses and there is no Sender header.",
        steps: &["Put one address in the From header, or add a Sender header with the one who sends."],
        links: &[fix!("fix-error-code-550-5-1-20-multiple-from-addresses")],
        examples: &[ex("550 5.1.20 Multiple From addresses are not allowed without Sender address")],
        source: "Microsoft: NDR 550 5.1.20",
        ..RULE
    },
    Rule {
        id: "exchange-online-external-forwarding",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["does not allow external forwarding", "as(7555", "blocked because it was forwarded externally"],
        summary: "The organization does not let its mailboxes forward mail automatically to addresses outside.",
        steps: &[
            "Decide whether automatic forwarding to {address} is wanted.",
            "Allow it in the outbound spam filter policy of the Microsoft Defender portal for that mailbox if it is wanted; otherwise remove the forwarding or inbox rule.",
        ],
        links: &[
            "https://learn.microsoft.com/en-us/defender-office-365/outbound-spam-policies-external-email-forwarding",
        ],
        examples: &[ex(
            "550 5.7.520 Access denied, Your organization does not allow external forwarding. Please contact your administrator for further assistance. AS(7555)",
        )],
        source: "Microsoft: External email forwarding",
        ..RULE
    },
    Rule {
        id: "exchange-online-recipient-denied",
        cause: Cause::RecipientUnknown,
        says: &[
            "recipient address rejected: access denied",
            "recipient addresses rejected : access denied",
            "recipient address rejected : access denied",
        ],
        codes: &[any(4, 1)],
        summary: "Exchange Online does not find {address} in the directory of {domain}.",
        steps: &[
            "Check the spelling of {address} and send the message again.",
            "Ask the administrators of {domain} to check that it is in their Microsoft 365 directory, or to set the domain to internal relay, if the address is right.",
        ],
        links: &[fix!("fix-error-code-550-5-4-1-in-exchange-online")],
        examples: &[
            ex(
                "550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AA1FT088.eop-EUR01.prod.protection.outlook.com 2023-06-22T08:26:31.592Z 08DB000000000000]",
            ),
            ex(
                "550 5.4.1 [user@example.com]: Recipient address rejected: Access denied [AA1.prod.protection.outlook.com]",
            ),
            ex(
                "550 5.4.1 All recipient addresses rejected : Access denied [AA1.eop-nam02.prod.protection.outlook.com]",
            ),
        ],
        source: "Microsoft: NDR 550 5.4.1",
        ..RULE
    },
    Rule {
        id: "exchange-online-recipient-denied-as",
        cause: Cause::RecipientUnknown,
        says: &["as(201806281", "as(201806271"],
        summary: "Exchange Online does not find {address} in the directory of {domain}.",
        steps: &[
            "Check the spelling of {address} and send the message again.",
            "Ask the administrators of {domain} to check that it is in their Microsoft 365 directory, if the address is right.",
        ],
        links: &[fix!("fix-error-code-550-5-4-1-in-exchange-online")],
        examples: &[ex("550 Recipient address rejected: Access denied. AS(201806281)")],
        source: "Microsoft: NDR 550 5.4.1",
        ..RULE
    },
    Rule {
        id: "exchange-online-recipient-denied-host",
        cause: Cause::RecipientUnknown,
        says: &["recipient address rejected: access denied"],
        by: CLOUD,
        summary: "Exchange Online does not find {address} in the directory of {domain}.",
        steps: &[
            "Check the spelling of {address} and send the message again.",
            "Ask the administrators of {domain} to check that it is in their Microsoft 365 directory, if the address is right.",
        ],
        links: &[fix!("fix-error-code-550-5-4-1-in-exchange-online")],
        examples: &[ex_by("550 Recipient address rejected: Access denied", "example-com.mail.protection.outlook.com")],
        source: "Microsoft: NDR 550 5.4.1",
        ..RULE
    },
    Rule {
        id: "exchange-online-spam",
        cause: Cause::SpamContent,
        says: &[
            "message was detected as spam",
            "message detected as spam",
            "spam message rejected",
            "identified as spam",
        ],
        by: CLOUD,
        links: &[NDR],
        examples: &[ex_by("550 5.7.1 Message was detected as spam", "example-com.mail.protection.outlook.com")],
        source: "Exchange Online: answer text",
        ..RULE
    },
];
