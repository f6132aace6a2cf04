//! Exchange Online: SPF, DMARC and what it asks of mail over IPv6.
//!
//! Pages: <https://learn.microsoft.com/en-us/defender-office-365/email-authentication-dmarc-configure>,
//! <https://learn.microsoft.com/en-us/defender-office-365/mail-flow-inbound-mail-ipv6>.

use super::{CLOUD, NDR};
use crate::names::code::st;
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const DMARC: &str = "https://learn.microsoft.com/en-us/defender-office-365/email-authentication-dmarc-configure";
const SPF: &str = "https://learn.microsoft.com/en-us/defender-office-365/email-authentication-spf-configure";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "exchange-online-dmarc-reject",
        cause: Cause::DmarcFailure,
        says: &["does not pass dmarc verification and has a dmarc policy of", "does not pass dmarc verification"],
        summary: "The message fails DMARC, and {sender_domain} itself asks receivers to reject such mail.",
        steps: &[
            "Add {ip} to the SPF record of {sender_domain}, or have the sending server sign with a DKIM key of {sender_domain}; one of the two must pass for the domain of the From header.",
            "Ask a forwarder that the message went through to leave it unchanged, so that its DKIM signature survives.",
        ],
        links: &[DMARC],
        examples: &[ex(
            "550 5.7.509 Access denied, sending domain [EXAMPLE.COM] does not pass DMARC verification and has a DMARC policy of reject. [AA1PR01MB0001.EURP190.PROD.OUTLOOK.COM 2024-04-29T23:34:45.000Z 08DC000000000000]",
        )],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-dmarc-reject-code",
        cause: Cause::DmarcFailure,
        codes: &[st(5, 7, 509)],
        summary: "The message fails DMARC, and {sender_domain} itself asks receivers to reject such mail.",
        steps: &[
            "Add {ip} to the SPF record of {sender_domain}, or have the sending server sign with a DKIM key of {sender_domain}; one of the two must pass for the domain of the From header.",
            "Ask a forwarder that the message went through to leave it unchanged, so that its DKIM signature survives.",
        ],
        links: &[DMARC],
        examples: &[ex("550 5.7.509 Access denied")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-dmarc-behind-spf",
        cause: Cause::DmarcFailure,
        says: &["rejected because of sender policy framework violation ->"],
        and: &["dmarc"],
        summary: "Exchange Online reports an SPF violation, but the receiving server's own words speak of DMARC.",
        steps: &[
            "Read the words behind the arrow: they name the domain whose DMARC policy was applied.",
            "Make SPF or DKIM pass for the domain of the From header; for forwarded mail only DKIM can.",
        ],
        links: &[DMARC],
        examples: &[ex(
            "550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 5.7.1 Unauthenticated email from example.com is not accepted due to;domain's DMARC policy. Please contact the administrator of;example.com domain if this was a legitimate mail.",
        )],
        source: "Exchange Online: NDR 5.7.23",
        ..RULE
    },
    Rule {
        id: "exchange-online-ipv6-unauthenticated",
        cause: Cause::UnauthenticatedMail,
        says: &["must pass either spf or dkim validation", "unable to accept unauthorized message over ipv6"],
        summary: "A message over IPv6 must pass SPF or DKIM at Exchange Online, and this one passes neither.",
        steps: &[
            "Put {ip} into the SPF record of {sender_domain}, or sign with DKIM.",
            "Let the server send to Microsoft over IPv4 otherwise.",
        ],
        links: &["https://learn.microsoft.com/en-us/defender-office-365/mail-flow-inbound-mail-ipv6"],
        examples: &[
            ex(
                "450 4.7.26 Service unavailable, message sent over IPv6 [2001:db8::25] must pass either SPF or DKIM validation.",
            ),
            ex(
                "550 5.7.26 Access denied, a message sent over IPv6 [2001:db8::25] must pass either SPF or DKIM validation, this message is not signed",
            ),
            ex("550 5.7.1 Unable to accept unauthorized message over IPv6 ATTR2"),
        ],
        source: "Microsoft: Anonymous inbound IPv6 mail",
        ..RULE
    },
    Rule {
        id: "exchange-online-ipv6-reverse-dns",
        cause: Cause::ReverseDnsMissing,
        says: &["sending ipv6 address"],
        and: &["reverse dns"],
        summary: "Exchange Online requires a reverse DNS name of every IPv6 sender, and {ip} has none.",
        steps: &[
            "Have whoever runs the address range publish a PTR record for {ip} that names the mail server, with a matching AAAA record.",
            "Let the server send to Microsoft over IPv4 otherwise.",
        ],
        links: &["https://learn.microsoft.com/en-us/defender-office-365/mail-flow-inbound-mail-ipv6"],
        examples: &[
            ex("450 4.7.25 Service unavailable, sending IPv6 address [2001:db8::25] must have reverse DNS record."),
            ex("550 5.7.25 Access denied, the sending IPv6 address [2001:db8::25] must have a reverse DNS record"),
        ],
        source: "Microsoft: Anonymous inbound IPv6 mail",
        ..RULE
    },
    Rule {
        id: "exchange-online-ipv6-refused",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["does not accept email over ipv6"],
        summary: "{domain} takes no mail over IPv6.",
        steps: &[
            "Let the sending server deliver to {domain} over IPv4.",
            "Ask the administrators of {domain} otherwise to have Microsoft support turn on IPv6 for them.",
        ],
        links: &["https://learn.microsoft.com/en-us/defender-office-365/mail-flow-inbound-mail-ipv6"],
        examples: &[
            ex("550 5.7.510 Access denied, [example.com] does not accept email over IPv6"),
            ex("550 5.2.1 Service unavailable, [example.com] does not accept email over IPv6."),
        ],
        source: "Microsoft: Anonymous inbound IPv6 mail",
        ..RULE
    },
    Rule {
        id: "exchange-online-spf-hard-fail",
        cause: Cause::SpfFailure,
        says: &["message failed spf", "sender policy framework violation"],
        by: CLOUD,
        summary: "The SPF record of {sender_domain} does not allow {ip}.",
        steps: &["Put every server that sends for {sender_domain} into its SPF record, {ip} among them."],
        links: &[SPF],
        examples: &[ex_by(
            "550 5.7.23 The message was rejected because of Sender Policy Framework violation",
            "example-com.mail.protection.outlook.com",
        )],
        source: fix!("fix-error-code-5-7-23-in-exchange-online"),
        ..RULE
    },
];
