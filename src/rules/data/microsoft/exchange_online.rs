//! Exchange Online: restrictions of recipients and groups, addresses, content; the rest of its table.
//!
//! Page: <https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/non-delivery-reports-in-exchange-online>.

use super::{CLOUD, NDR};
use crate::names::code::{any, reply_any, st, st_range};
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

pub(super) const RULES: &[Rule] = &[
    // Restrictions.
    Rule {
        id: "exchange-online-public-folder-outsiders",
        cause: Cause::SenderNotPermitted,
        says: &["sender was not authenticated for public folder", "not authenticated for public folder"],
        summary: "The public folder behind {address} takes no mail from outside its organization.",
        steps: &["Give the user Anonymous the permission to create items in the public folder behind {address}."],
        links: &[fix!("fix-error-code-5-7-13-or-5-7-135-in-exchange-online")],
        examples: &[
            ex("550 5.7.135 Sender was not authenticated for public folder"),
            ex("550 5.7.13 Sender was not authenticated for public folder"),
        ],
        source: "Microsoft: NDR 5.7.13 or 5.7.135",
        ..RULE
    },
    Rule {
        id: "exchange-online-group-outsiders",
        cause: Cause::SenderNotPermitted,
        says: &["sender not authenticated for group", "sender was not authenticated for group"],
        summary: "The group behind {address} takes no mail from outside its organization.",
        steps: &[
            "Turn on that people outside the organization may send to the group behind {address} (delivery management).",
        ],
        links: &[fix!("fix-error-code-5-7-133-in-exchange-online")],
        examples: &[ex("550 5.7.133 Sender not authenticated for group")],
        source: "Microsoft: NDR 5.7.133",
        ..RULE
    },
    Rule {
        id: "exchange-online-outsiders-refused",
        cause: Cause::SenderNotPermitted,
        says: &[
            "sender was not authenticated by organization",
            "sender was not authenticated for mailbox",
            "sender was not authenticated",
            "delivery restriction check failed",
        ],
        codes: &[st_range(5, 7, 12, 13), crate::names::code::st_range(5, 7, 133, 136), any(7, 1)],
        summary: "{address} takes no mail from outside its organization.",
        steps: &["Allow senders from outside the organization in the message delivery restrictions of {address}."],
        links: &[fix!("fix-error-code-5-7-134-in-exchange-online"), fix!("fix-error-code-5-7-12-in-exchange-online")],
        examples: &[
            ex("550 5.7.12 Sender was not authenticated by organization"),
            ex("550 5.7.134 Sender was not authenticated for mailbox"),
            ex("550 5.7.136 Sender was not authenticated"),
        ],
        source: "Microsoft: NDR 5.7.12, 5.7.134, 5.7.136",
        ..RULE
    },
    Rule {
        id: "exchange-online-not-in-allowed-senders",
        cause: Cause::SenderNotPermitted,
        says: &["sender not in allowed-senders list", "sender not in allowed senders list"],
        summary: "The group behind {address} takes mail only from listed senders, and {sender} is not among them.",
        steps: &["Add {sender} to the accepted senders of the group behind {address}; even an owner must be listed."],
        links: &[fix!("fix-error-code-5-7-124-in-exchange-online")],
        examples: &[ex("550 5.7.124 Sender not in allowed-senders list")],
        source: "Microsoft: NDR 5.7.124",
        ..RULE
    },
    Rule {
        id: "exchange-online-restricted-code",
        cause: Cause::SenderNotPermitted,
        codes: &[
            st(5, 7, 124),
            st(5, 7, 129),
            st(5, 7, 133),
            st(5, 7, 134),
            st(5, 7, 135),
            st(5, 7, 136),
            st(5, 7, 193),
        ],
        summary: "{address} takes mail only from certain senders.",
        steps: &["Look at the message delivery restrictions of {address} and allow {sender} or senders from outside."],
        links: &[NDR],
        examples: &[ex("550 5.7.133 not delivered")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-delivery-not-authorized",
        cause: Cause::SenderNotPermitted,
        says: &["delivery not authorized"],
        not: &["message refused"],
        like: Some(r"^#?(550[ -])?(5\.7\.1 )?delivery not authorized"),
        codes: &[any(7, 1)],
        summary: "{sender} may not send to {address}.",
        steps: &[
            "Look at the message delivery restrictions of {address}, at the members of the group, and at mail flow rules.",
            "Allow {sender} if the mail is wanted.",
        ],
        links: &[fix!("fix-error-code-550-5-7-1-in-exchange-online")],
        examples: &[ex("550 5.7.1 Delivery not authorized")],
        source: "Microsoft: NDR 550 5.7.1",
        ..RULE
    },
    Rule {
        id: "exchange-online-rule-refused",
        cause: Cause::PolicyRejection,
        says: &["delivery not authorized, message refused"],
        by: CLOUD,
        summary: "A mail flow or data loss rule of the organization refused the message.",
        steps: &[
            "Look in the message trace which rule refused the message, and change it or allow {sender} if the mail is wanted.",
        ],
        links: &[fix!("fix-error-code-550-5-7-1-in-exchange-online")],
        examples: &[ex_by(
            "550 5.7.1 Delivery not authorized, message refused",
            "example-com.mail.protection.outlook.com",
        )],
        source: "Microsoft: mail flow rules",
        ..RULE
    },
    Rule {
        id: "exchange-online-journaling",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["journaling on-premises messages", "journaling archive is disabled"],
        summary: "A journal rule on premises sends copies to Microsoft 365, where journal archiving is off.",
        steps: &["Turn journal archiving on in the tenant, or let the journal rule write to another mailbox."],
        links: &[NDR],
        examples: &[ex(
            "550 5.3.190 Journaling on-premises messages to Microsoft 365 or Office 365 not supported when Journaling Archive is disabled",
        )],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-journaling-code",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        codes: &[st(5, 3, 190)],
        summary: "A journal rule on premises sends copies to Microsoft 365, where journal archiving is off.",
        steps: &["Turn journal archiving on in the tenant, or let the journal rule write to another mailbox."],
        links: &[NDR],
        examples: &[ex("550 5.3.190 not supported")],
        source: NDR,
        ..RULE
    },
    // Content.
    Rule {
        id: "exchange-online-dg-ref-header",
        cause: Cause::MessageMalformed,
        says: &["x-dg-ref header is too long"],
        summary: "The message is in Outlook's Rich Text format, and one of its internal headers became too long.",
        steps: &[
            "Change the format of the message to HTML or plain text and send it again.",
            "Attach files one by one instead of messages that hold messages.",
        ],
        links: &[fix!("550-x-dg-ref-header-too-long-ndr")],
        examples: &[ex("550 5.0.350 Remote server returned an error -> 550 x-dg-ref header is too long.")],
        source: "Microsoft: NDR 550 x-dg-ref header too long",
        ..RULE
    },
    Rule {
        id: "exchange-online-nested-attachments",
        cause: Cause::ContentBlocked,
        says: &["(as345)", "as(345)", "requested action not taken: policy violation detected"],
        summary: "The message has an attachment with too many files or messages inside.",
        steps: &["Take the inner files out of the attachment, or leave some of them away, and send the message again."],
        links: &[fix!("fix-error-code-550-5-0-350-in-exchange-online")],
        examples: &[ex(
            "550 5.0.350 Remote server returned an error -> 550 Requested action not taken: policy violation detected (AS345)",
        )],
        source: "Microsoft: NDR 550 5.0.350",
        ..RULE
    },
    Rule {
        id: "exchange-online-invalid-characters",
        cause: Cause::MessageMalformed,
        owner: Some(Owner::Sender),
        codes: &[any(6, 11)],
        summary: "The message holds line feeds without carriage returns, which the next server does not take.",
        steps: &["Change or update the program that made the message so that every line ends in CR LF."],
        links: &[fix!("fix-error-code-550-5-6-11-in-exchange-online")],
        examples: &[ex("550 5.6.11 Invalid characters")],
        source: "Microsoft: NDR 550 5.6.11",
        ..RULE
    },
    Rule {
        id: "exchange-online-dlp",
        cause: Cause::ContentBlocked,
        codes: &[st(5, 7, 171)],
        summary: "A data loss rule of the sender's own organization stopped the message.",
        steps: &["Take the protected data out of the message, or use the way your organization provides for it."],
        links: &["https://learn.microsoft.com/en-us/purview/dlp-learn-about-dlp"],
        examples: &[ex("550 5.7.171 Delivery not authorized, message refused")],
        source: "Microsoft Purview: data loss prevention",
        ..RULE
    },
    Rule {
        id: "exchange-online-custom-rule",
        cause: Cause::PolicyRejection,
        codes: &[st_range(5, 7, 900, 999)],
        summary: "A mail flow rule that an administrator of the Exchange organization wrote refused the message.",
        steps: &[
            "Look in the message trace which mail flow rule refused the message; the code was chosen by its author.",
            "Change the rule or add an exception for {sender} if the message is wanted.",
        ],
        links: &["https://learn.microsoft.com/en-us/exchange/security-and-compliance/mail-flow-rules/mail-flow-rules"],
        examples: &[ex("550 5.7.911 This kind of mail is not accepted here")],
        source: "Microsoft: mail flow rule actions (5.7.900 to 5.7.999)",
        ..RULE
    },
    // Addresses.
    Rule {
        id: "exchange-sender-filter",
        cause: Cause::SenderBlocked,
        says: &["sender denied"],
        codes: &[reply_any(554, 1, 0)],
        summary: "The sender filter of the Exchange server of {domain} blocks {sender} or its domain.",
        steps: &[
            "Look into the sender filter of {host} (Get-SenderFilterConfig), and take {sender} or {sender_domain} out if the mail is wanted.",
            "Turn the blocking of blank senders off, if the sender address was empty.",
        ],
        links: &[
            "https://learn.microsoft.com/en-us/exchange/antispam-and-antimalware/antispam-protection/sender-filtering",
        ],
        examples: &[ex("554 5.1.0 Sender denied")],
        source: "Microsoft: Sender filtering; Broadcom 162445",
        ..RULE
    },
    Rule {
        id: "exchange-online-sender-denied",
        cause: Cause::RecipientAddressInvalid,
        says: &["sender denied"],
        codes: &[st(5, 1, 0)],
        summary: "Exchange could not resolve the recipient, as happens with an answer to a message that was saved as a file.",
        steps: &[
            "Check the recipient's address, type it anew instead of taking the suggestion, and send a new message.",
        ],
        links: &[fix!("fix-error-code-550-5-1-0-in-exchange-online")],
        examples: &[ex("550 5.1.0 Sender denied")],
        source: "Microsoft: NDR 550 5.1.0",
        ..RULE
    },
    Rule {
        id: "exchange-online-recipient-not-found",
        cause: Cause::RecipientUnknown,
        says: &["recipient not found", "bad destination mailbox address"],
        codes: &[any(1, 10), any(1, 11)],
        summary: "The receiving server did not find {address} in its directory.",
        steps: &[
            "Check the spelling of {address}, delete the entry that Outlook suggests for it, and type the address anew.",
            "Ask the administrators of {domain} whether the mailbox exists, is licensed and synchronized, if the address is right.",
        ],
        links: &[fix!("fix-error-code-550-5-1-1-through-5-1-20-in-exchange-online")],
        examples: &[ex("550 5.1.10 Recipient not found")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-recipient-not-found-code",
        cause: Cause::RecipientUnknown,
        codes: &[any(1, 10)],
        by: CLOUD,
        summary: "Exchange did not find {address} in its directory.",
        steps: &["Check the spelling of {address} and send the message again."],
        links: &[fix!("fix-error-code-550-5-1-10-in-exchange-online")],
        examples: &[ex_by("550 5.1.10 address unknown", "example-com.mail.protection.outlook.com")],
        source: NDR,
        ..RULE
    },
];
