//! Gmail, second part: size, form and content of the message.
//! Reference: <https://support.google.com/a/answer/3726730>; see `gmail.rs` for how Google writes.

use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

const REFERENCE: &str = "https://support.google.com/a/answer/3726730";
const GUIDELINES: &str = "https://support.google.com/mail/answer/81126";

pub(super) const RULES: &[Rule] = &[
    // Size and form of the message.
    Rule {
        id: "gmail-header-size",
        cause: Cause::MessageTooLarge,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "google's message * header size limits",
            "exceeds google's limit * per individual header",
            "google's header name limit",
            "size of the * header value",
            "size of one of the header values",
        ],
        summary: "The header of the message, not its text, is larger than Google allows.",
        steps: &[
            "Look at the header of the returned message for a field with very many entries, often To, Cc, References or a header added by a filter.",
            "Shorten that field: use Bcc or a list address instead of hundreds of visible recipients.",
        ],
        links: &[REFERENCE],
        examples: &[ex(
            "552-5.3.4 Your message exceeded Google's message header size limits. To view 552-5.3.4 our header size guidelines, go to 552 5.3.4 https://support.google.com/mail/?p=MaxSizeError p1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "p=maxsizeerror",
            "exceeded google's message size limit",
            "exceeded google's message * size limit",
            "exceeds google's limit of * attachments",
            "your message exceeded google's",
        ],
        summary: "The message with its attachments is larger than Google takes.",
        steps: &[
            "Keep the whole message under 25 MB as it is sent; attachments grow by a third in transit.",
            "Put large files into Google Drive or another file service and send the link.",
        ],
        links: &["https://support.google.com/mail/?p=MaxSizeError"],
        examples: &[ex(
            "552-5.3.4 Your message exceeded Google's message size limits. To view our 552-5.3.4 message size guidelines, go to 552 5.3.4  https://support.google.com/mail/?p=MaxSizeError m7 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-virus",
        cause: Cause::VirusDetected,
        says: &[
            "our system detected a virus",
            "our system * detected a virus",
            "virus was detected in the message * google",
        ],
        examples: &[ex(
            "552-5.7.0 Our system detected a virus in your message. Please visit 552-5.7.0 http://mail.google.com/support/bin/answer.py?answer=6590 552 5.7.0 p1 - gsmtp",
        )],
        source: "https://support.google.com/mail/answer/6590",
        ..RULE
    },
    Rule {
        id: "gmail-content-security",
        cause: Cause::ContentBlocked,
        says: &[
            "p=blockedmessage",
            "content presents a potential * security issue",
            "its content presents a potential",
            "detected an illegal attachment",
            "mail/answer/6590",
            "answer.py?answer=6590",
        ],
        summary: "Gmail refused an attachment or a link that it holds for dangerous.",
        steps: &[
            "Look for attachments of a type that Gmail refuses: programs, scripts, macros, archives that hold such files, and archives with a password.",
            "Share the file through Google Drive or another file service and send only the link.",
        ],
        links: &["https://support.google.com/mail/answer/6590"],
        examples: &[
            ex(
                "552-5.7.0 This message was blocked because its content presents a potential 552-5.7.0 security issue. To review our message content and attachment content 552-5.7.0 guidelines, go to 552 5.7.0  https://support.google.com/mail/?p=BlockedMessage a1 - gsmtp",
            ),
            ex(
                "552-5.7.0 Our system detected an illegal attachment on your message. Please 552-5.7.0 visit http://mail.google.com/support/bin/answer.py?answer=6590 to 552 5.7.0 review our attachment guidelines. - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-multiple-from",
        cause: Cause::MessageMalformed,
        says: &[
            "multiple addresses in * from: * not accepted",
            "multiple addresses in from: header",
            "has multiple * from: headers",
        ],
        summary: "The message names more than one address in its From header, or has that header twice.",
        steps: &[
            "Look at the From header of the returned message: exactly one such line with exactly one address may stand there.",
            "Have the program that writes the message put further authors into Reply-To or Cc.",
        ],
        links: &["https://support.google.com/mail/?p=RfcMessageNonCompliant"],
        examples: &[ex(
            "550-5.7.1 [192.0.2.9] Messages with multiple addresses in From: 550-5.7.1 header are not accepted. For more information, go to 550 5.7.1  https://support.google.com/mail/?p=RfcMessageNonCompliant g7 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-not-rfc-compliant",
        cause: Cause::MessageMalformed,
        says: &[
            "p=rfcmessagenoncompliant",
            "message is not rfc 5322 compliant",
            "message is not rfc * compliant",
            "messages missing a valid",
            "messages missing a valid address in * from:",
            "messages missing a valid message-id",
            "encoded-word syntax is not permitted in",
            "unicode character in a disallowed header",
        ],
        summary: "Gmail refused the message because its header breaks the mail format RFC 5322.",
        steps: &[
            "Read in the reply which header is named: From, To, Subject, Date and Message-ID may stand only once, and From must hold one full address.",
            "Correct the program or template that writes the message; the returned copy shows the header as it was sent.",
        ],
        links: &["https://support.google.com/mail/?p=RfcMessageNonCompliant", GUIDELINES],
        examples: &[
            ex(
                "550-5.7.1 [192.0.2.9      11] This message is not RFC 5322 compliant, the issue is: 550-5.7.1 duplicate headers. To reduce the amount of spam sent to Gmail, this 550-5.7.1 message has been blocked. Please review 550 5.7.1 RFC 5322 specifications for more information. p3 - gsmtp",
            ),
            ex(
                "550-5.7.1 [192.0.2.9] Messages missing a valid Message-ID header are not 550-5.7.1 accepted. For more information, go to 550 5.7.1 x3 - gsmtp",
            ),
            ex(
                "550-5.7.1 [192.0.2.9 11] Messages missing a valid address in From: 550-5.7.1 header, or having no From: header, are not accepted. t5 - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-malformed",
        cause: Cause::MessageMalformed,
        says: &["mail message is malformed. not accepted", "message is malformed. not accepted"],
        examples: &[ex(
            "554 5.6.0 Mail message is malformed. Not accepted. For more information, go to https://support.google.com/mail/answer/81126 x1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
];
