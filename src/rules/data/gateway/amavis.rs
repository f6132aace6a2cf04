//! amavis (amavisd-new): `Reject, id=…` and `Bounce, id=…` responses of its templates.
//! <https://gitlab.com/amavis/amavis/-/blob/master/amavisd.conf-default>, amavisd: `$smtp_reason_by_ccat`

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "amavisd: %smtp_reason_by_ccat in amavisd.conf-default";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "amavis-virus",
        cause: Cause::VirusDetected,
        says: &[
            "our content checker found * virus",
            "our virus checker found",
            "reject, id= * infected",
            "reject, id= * virus",
            "bounce, id= * infected",
            "discarded, id= * infected",
            "message content rejected, id= * virus",
            "content rejected, virus, id",
            "reject, id= * malware",
        ],
        examples: &[
            ex("554 5.7.0 Reject, id=20311-10 - INFECTED: Eicar-Test-Signature"),
            ex("550 5.7.1 Message content rejected, id=20311-10 - VIRUS: Eicar-Test-Signature"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "amavis-banned",
        cause: Cause::ContentBlocked,
        says: &[
            "our content checker found * banned",
            "banned contents alert",
            "banned contents from you",
            "reject, id= * banned",
            "bounce, id= * banned",
            "discarded, id= * banned",
            "content rejected, id= * banned",
            "content rejected, banned",
            "banned name: ",
            "banned filename",
            "banned content: ",
        ],
        summary: "The mail filter of {domain} (amavis) does not take attachments of this type; the type or file name stands in the reply.",
        steps: &[
            "Send the file through a sharing service and only the link by mail.",
            "Rename or pack it in a way that was agreed with the recipient, if it must go by mail; many filters look into zip files too.",
        ],
        examples: &[
            ex("554 5.7.0 Reject, id=20311-09 - BANNED: .exe,.exe-ms,invoice.exe"),
            ex("550 5.7.0 Bounce, id=20311-09 - BANNED: application/javascript,.asc,x.js"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "amavis-bad-header",
        cause: Cause::MessageMalformed,
        says: &[
            "invalid header from you",
            "bad header from you",
            "reject, id= * bad-header",
            "reject, id= * bad_header",
            "reject, id= * bad header",
            "bounce, id= * bad header",
            "bounce, id= * bad-header",
            "content rejected, bad header",
            "message with bad header",
            "content rejected, bad-header",
            "reject, id= * header section",
        ],
        summary: "The header of the message breaks the mail standard, and the filter of the recipient (amavis) refuses that.",
        examples: &[
            ex("554 5.6.0 Reject, id=20311-11 - BAD-HEADER: Improper use of control character"),
            ex("550 5.6.0 Message with bad header, id=20311-11"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "amavis-oversized",
        cause: Cause::MessageTooLarge,
        says: &["reject, id= * oversize", "bounce, id= * oversize"],
        examples: &[ex("552 5.3.4 Reject, id=20311-12 - OVERSIZED")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "amavis-unchecked",
        cause: Cause::ContentBlocked,
        says: &[
            "reject, id= * unchecked",
            "bounce, id= * unchecked",
            "reject, id= * mta-blocked",
            "reject, id= * encrypted",
        ],
        summary: "The filter of the recipient (amavis) cannot look into an attachment, for example an encrypted archive, and refuses it.",
        examples: &[ex("550 5.7.0 Reject, id=20311-12 - UNCHECKED: encrypted archive")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "amavis-spam",
        cause: Cause::SpamContent,
        says: &[
            "was considered unsolicited bulk e-mail",
            "considered unsolicited bulk email",
            "reject, id= * spam",
            "bounce, id= * spam",
            "discarded, id= * spam",
            "message content rejected, ube",
            "content rejected, id= * spam",
            "reject, ube",
            "reject, id= * ube",
            "discarded, ube",
            "bounce, ube",
        ],
        examples: &[
            ex("554 5.7.0 Reject, id=20311-11 - spam"),
            ex(
                "A message from <bob@example.com> to: -> alice@example.net was considered unsolicited bulk e-mail (UBE).",
            ),
            ex("550 5.7.1 Message content rejected, UBE, id=20311-11"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "amavis-temporary",
        cause: Cause::ServerError,
        says: &["error in processing, id=", "error in processing, ", "virus checker problem", "virus scan failed"],
        examples: &[ex("451 4.5.0 Error in processing, id=20311-13, virus_scan FAILED: ALL VIRUS SCANNERS FAILED")],
        source: "amavisd: process_request",
        ..RULE
    },
    Rule {
        id: "amavis-content",
        cause: Cause::SpamContent,
        says: &["message content rejected, id=", "content rejected, id=", "reject, id="],
        summary: "The filter of the recipient (amavis) refused the message for its content and does not say why.",
        examples: &[ex("550 5.7.1 Message content rejected, id=20311-14")],
        source: SOURCE,
        ..RULE
    },
];
