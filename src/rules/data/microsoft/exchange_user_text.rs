//! What Exchange writes for people into its reports, when nothing of the SMTP answer is there. Exchange
//! picks these sentences by the status code alone; a real answer in the same report is judged before them.
//!
//! Page: KB 284204 and <https://learn.microsoft.com/en-us/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages>.

use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

const KB: &str = "Microsoft KB 284204: Delivery status notifications in Exchange";
const NEW: &str = "Exchange: user section of its reports";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "exchange-text-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "e-mail account does not exist at the organization this message was sent to",
            "the e-mail address could not be found. perhaps the recipient moved",
            "the e-mail address you entered couldn't be found",
            "the email address you entered couldn't be found",
            "the e-mail address you entered could not be found",
            "wasn't found at * unknown to address",
            "unknown to address",
            "couldn't be delivered. * wasn't found at",
            "the recipient's e-mail address was not found in the recipient's e-mail system",
            "the recipient's email address wasn't found",
            "the address you sent your message to wasn't found at the destination domain",
        ],
        examples: &[
            ex(
                "The e-mail account does not exist at the organization this message was sent to. Check the e-mail address, or contact the recipient directly to find out the correct address. <mail.example.com #5.1.1>",
            ),
            ex(
                "The e-mail address you entered couldn't be found. Please check the recipient's e-mail address and try to resend the message.",
            ),
        ],
        source: KB,
        ..RULE
    },
    Rule {
        id: "exchange-text-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "the format of the e-mail address is incorrect",
            "the format of the email address isn't correct",
            "the e-mail address isn't valid",
        ],
        examples: &[ex(
            "The format of the e-mail address is incorrect. Check the address, look up the recipient in the Address Book, or contact the recipient directly to find out the correct address.",
        )],
        source: KB,
        ..RULE
    },
    Rule {
        id: "exchange-text-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "could not be found in domain name service",
            "the domain name in the e-mail address couldn't be found",
            "the destination system of the recipient could not be found",
        ],
        examples: &[ex(
            "The destination server for this recipient could not be found in Domain Name Service (DNS). Please verify the email address and retry. If that fails, contact your administrator. <mail.example.com #5.4.0>",
        )],
        source: KB,
        ..RULE
    },
    Rule {
        id: "exchange-text-size-or-full",
        cause: Cause::MessageTooLarge,
        says: &[
            "this message is larger than the current system limit or the recipient's mailbox is full",
            "your message is too large to send",
            "the message is too large for the recipient",
            "this message is too large to send",
        ],
        examples: &[ex(
            "This message is larger than the current system limit or the recipient's mailbox is full. Create a shorter message body or remove attachments and try sending it again. <mail.example.com #5.2.3>",
        )],
        source: KB,
        ..RULE
    },
    Rule {
        id: "exchange-text-mailbox-full",
        cause: Cause::MailboxFull,
        says: &["the recipient's mailbox is full and can't accept messages", "recipient's mailbox is full"],
        examples: &[ex(
            "The recipient's mailbox is full and can't accept messages now. Please try resending this message later, or contact the recipient directly.",
        )],
        source: NEW,
        ..RULE
    },
    Rule {
        id: "exchange-text-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "you do not have permission to send to this recipient",
            "you don't have permission to send to this recipient",
            "delivery to this address is restricted",
            "your message can't be delivered because delivery to this address is restricted",
            "only accepts messages from people in its organization or on its allowed senders list",
            "only accepts messages from specific people",
            "is not configured to receive messages from outside",
            "isn't set up to receive messages from",
            "you don't have permission to send to",
            "only accepts messages from people in its organization",
        ],
        summary: "{sender} may not send to {address}.",
        examples: &[
            ex(
                "You do not have permission to send to this recipient. For assistance, contact your system administrator. <mail.example.com #5.7.1>",
            ),
            ex("Your message can't be delivered because delivery to this address is restricted."),
        ],
        source: KB,
        ..RULE
    },
    Rule {
        id: "exchange-text-loop",
        cause: Cause::RoutingLoop,
        says: &[
            "a configuration error in the e-mail system caused the message to bounce between two servers",
            "caused the message to bounce between two servers",
        ],
        examples: &[ex(
            "A configuration error in the e-mail system caused the message to bounce between two servers or to be forwarded between two recipients. Contact your administrator. <mail.example.com #5.4.6>",
        )],
        source: KB,
        ..RULE
    },
    Rule {
        id: "exchange-text-expired",
        cause: Cause::MessageExpired,
        says: &[
            "could not deliver the message in the time limit specified",
            "has been trying to deliver this message without success and has stopped trying",
            "server has tried to deliver this message, without success, and has stopped trying",
        ],
        examples: &[
            ex(
                "Could not deliver the message in the time limit specified. Please retry or contact your administrator. <mail.example.com #4.4.7>",
            ),
            ex(
                "Microsoft Exchange has been trying to deliver this message without success and has stopped trying. Please try sending this message again.",
            ),
        ],
        source: KB,
        ..RULE
    },
    Rule {
        id: "exchange-text-refused",
        cause: Cause::PolicyRejection,
        says: &[
            "the message reached the recipient's e-mail system, but delivery was refused",
            "your message wasn't delivered because of security policies",
            "a security setting in your organization",
            "a custom mail flow rule created by an admin",
            "mail flow rule * has blocked your message",
        ],
        examples: &[ex(
            "The message reached the recipient's e-mail system, but delivery was refused. Attempt to resend the message. If it still fails, contact your system administrator.",
        )],
        source: KB,
        ..RULE
    },
    Rule {
        id: "exchange-text-spam",
        cause: Cause::SpamContent,
        says: &["suspects your message is spam", "suspects that your message is spam"],
        examples: &[ex("example.com suspects your message is spam and rejected it.")],
        source: NEW,
        ..RULE
    },
    Rule {
        id: "exchange-text-spf",
        cause: Cause::SpfFailure,
        says: &["couldn't confirm that your message was sent from a trusted location"],
        examples: &[ex("example.com couldn't confirm that your message was sent from a trusted location.")],
        source: NEW,
        ..RULE
    },
    Rule {
        id: "exchange-text-account-blocked",
        cause: Cause::SenderAccountSuspended,
        says: &[
            "you weren't recognized as a valid sender",
            "it's no longer allowed to send email",
            "suspected of sending spam and it's no longer allowed",
        ],
        examples: &[ex(
            "Your message couldn't be delivered because you weren't recognized as a valid sender. The most common reason for this is that your email address is suspected of sending spam and it's no longer allowed to send email.",
        )],
        source: NEW,
        ..RULE
    },
    Rule {
        id: "exchange-text-bare-linefeeds",
        cause: Cause::MessageMalformed,
        says: &["your message contains invalid characters (bare line feed"],
        examples: &[ex(
            "Your message contains invalid characters (bare line feed characters) which the email servers at example.com don't support.",
        )],
        source: NEW,
        ..RULE
    },
    Rule {
        id: "exchange-text-content-unsupported",
        cause: Cause::EncodingUnsupported,
        says: &["the message contains a content type that is not supported", "content type that is not supported"],
        examples: &[ex(
            "The message contains a content type that is not supported. The message may contain a content type that is not supported by the recipient's e-mail system. <mail.example.com #5.6.1>",
        )],
        source: KB,
        ..RULE
    },
    Rule {
        id: "exchange-text-no-transport",
        cause: Cause::ServerError,
        owner: Some(Owner::SenderAdmin),
        says: &["no transport provider was available for delivery to this recipient"],
        summary: "Outlook or its server has no service that can deliver to the type of this address.",
        steps: &[
            "Check that the mail account in Outlook has the service for this type of address (Internet mail, fax).",
            "Let the sender type the Internet address anew instead of taking it from the contacts.",
        ],
        examples: &[ex("No transport provider was available for delivery to this recipient.")],
        source: "Microsoft KB: Outlook delivery reports",
        ..RULE
    },
];
