//! MailChannels: outbound filter of hosting companies and inbound filter.
//! <https://docs.mailchannels.com/outbound/smtp-errors>, <https://docs.mailchannels.com/inbound/smtp-errors>,
//! <https://docs.mailchannels.com/email-api/sending-policies>

use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const OUT: &str = "https://docs.mailchannels.com/outbound/smtp-errors";
const IN: &str = "https://docs.mailchannels.com/inbound/smtp-errors";
const API: &str = "https://docs.mailchannels.com/email-api/sending-policies";
const HOSTS: &[&str] = &["mailchannels.net", "mailchannels.com"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "mailchannels-spam-signature",
        cause: Cause::SpamContent,
        says: &["[ss] ", "[cs] ", "[sdnf]", "[tfr]"],
        not: &["mode: normal", "denied [", "message blocked by mxlogic"],
        and: &["message", "spam", "blocked", "rejected", "mailchannels"],
        summary: "The outgoing filter of your hosting company (MailChannels) takes the message for spam.",
        steps: &[
            "Remove what looks like spam: subject words known from spam, links to foreign domains, images without text.",
            "Change the password of the mail account and scan your computer for malware.",
            "Ask your hosting company to report the message to MailChannels as wrongly blocked if it is harmless.",
        ],
        links: &[OUT],
        examples: &[ex("550 5.7.1 [SS] Message blocked due to spam content in the message.")],
        source: OUT,
        ..RULE
    },
    Rule {
        id: "mailchannels-rbl",
        by: &["mailchannels.net"],
        cause: Cause::IpBlocklisted,
        says: &["[rbl] ", "[ir] ", "[ipr]"],
        and: &["sender", "blocked", "message", "listed"],
        summary: "The outgoing filter of your hosting company (MailChannels) finds the IP address or domain in the response on a block list.",
        steps: &[
            "Look up the address and domain named in the response at Spamhaus and the other usual lists.",
            "Change the password of the mail account, clean hacked scripts from the website, then ask for removal there.",
            "Ask your hosting company for help if the listed address is its own.",
        ],
        links: &[OUT, "https://check.spamhaus.org/"],
        examples: &[ex_by("550 5.7.1 [RBL] Sender blocked 192.0.2.25", "relay.mailchannels.net")],
        source: OUT,
        ..RULE
    },
    Rule {
        id: "mailchannels-envelope-sender-abuse",
        cause: Cause::SenderAccountSuspended,
        says: &["[esa] ", "[sb] ", "[usr]", "[sblk]"],
        and: &["sender", "blocked"],
        summary: "MailChannels, the outgoing filter of your hosting company, blocks this sender address after abuse.",
        steps: &[
            "Change the password of the mail account and look for mail that you did not send.",
            "Check the website for hacked forms and scripts that send mail with this address.",
            "Ask your hosting company to have the sender unblocked at MailChannels.",
        ],
        links: &[OUT],
        examples: &[ex("550 5.7.1 [ESA] Sender blocked.")],
        source: OUT,
        ..RULE
    },
    Rule {
        id: "mailchannels-bad-recipients",
        cause: Cause::SendingQuotaExceeded,
        says: &["excessively high number of invalid recipients", "[br] ", "[hvs]", "[rl] "],
        and: &["invalid recipients", "our system has detected", "limit", "too many"],
        summary: "Too many of the recent messages of this account went to addresses that do not exist, so MailChannels stops it for a while.",
        steps: &[
            "Remove addresses that bounced from your lists.",
            "Change the password of the mail account if you did not send that mail.",
            "Wait a day before sending again.",
        ],
        links: &[API],
        examples: &[ex(
            "550 5.7.1 [BR] Our system has detected an excessively high number of invalid recipients originating from your account.",
        )],
        source: API,
        ..RULE
    },
    Rule {
        id: "mailchannels-unsubscribed",
        cause: Cause::Suppressed,
        says: &["[uns] ", "[rb] ", "has unsubscribed from your list"],
        and: &["recipient"],
        links: &[API],
        examples: &[ex("550 5.7.1 [UNS] Recipient has unsubscribed from your list.")],
        source: API,
        ..RULE
    },
    Rule {
        id: "mailchannels-domain-lockdown",
        cause: Cause::SpfFailure,
        says: &["[bfd] sender prohibited by spf", "sender prohibited by spf"],
        links: &[API],
        examples: &[ex("550 5.7.1 [BFD] Sender prohibited by SPF")],
        source: API,
        ..RULE
    },
    Rule {
        id: "mailchannels-not-authorized",
        cause: Cause::UnauthenticatedMail,
        says: &[
            "this sender is not authorized to send from",
            "sender is not authorized to send from * mailchannels",
            "domain lockdown",
        ],
        summary: "The domain does not allow this account to send through MailChannels (Domain Lockdown).",
        steps: &[
            "Create the Domain Lockdown record in DNS: a TXT record named _mailchannels under {sender_domain} that names the sending account.",
            "Send the message again when the DNS change has spread.",
        ],
        links: &["https://docs.mailchannels.com/email-api/domain-lockdown"],
        examples: &[ex(
            "550 5.7.1 This sender is not authorized to send from example.com. See https://bit.ly/domain-lockdown",
        )],
        source: API,
        ..RULE
    },
    Rule {
        id: "mailchannels-inbound-greylisted",
        cause: Cause::Greylisted,
        says: &["[s09] "],
        links: &[IN],
        examples: &[ex("450 [S09] Try Again Later")],
        source: IN,
        ..RULE
    },
    Rule {
        id: "mailchannels-inbound-ip",
        cause: Cause::IpBlocklisted,
        says: &["[s10] "],
        list: Some("MailChannels"),
        summary: "MailChannels, the filter of the recipient, blocks {ip}.",
        steps: &["Stop what caused it, then ask MailChannels support to review the block of {ip}."],
        links: &[IN],
        examples: &[ex("550 [S10] Blocked")],
        source: IN,
        ..RULE
    },
    Rule {
        id: "mailchannels-inbound-attachment",
        cause: Cause::ContentBlocked,
        says: &["[ib_feb]", "it contained an attachment type that is not allowed"],
        links: &[IN],
        examples: &[ex(
            "550 5.7.1 [IB_FEB] Your message could not be delivered because it contained an attachment type that is not allowed",
        )],
        source: IN,
        ..RULE
    },
    Rule {
        id: "mailchannels-inbound-abuse",
        cause: Cause::SpamContent,
        says: &["[nr] message rejected"],
        links: &[IN],
        examples: &[ex("550 5.7.1 [NR] Message rejected")],
        source: IN,
        ..RULE
    },
    Rule {
        id: "mailchannels-recipient-policy-mismatch",
        cause: Cause::ServerError,
        owner: Some(Owner::Nobody),
        says: &["recipient policy mismatch"],
        summary: "The recipients of the message have different filter settings, so MailChannels asks for the rest in a second transfer.",
        steps: &["Wait: the sending server sends to the remaining recipients by itself."],
        links: &[IN],
        examples: &[ex("452 4.5.3 Recipient policy mismatch")],
        source: IN,
        ..RULE
    },
    Rule {
        id: "mailchannels-blocked",
        cause: Cause::SpamContent,
        by: HOSTS,
        says: &["message rejected", "message blocked", "blocked"],
        not: &["blocked using", "listed"],
        links: &[IN],
        examples: &[ex_by("550 Message Blocked.", "inbound10.mailchannels.net")],
        source: IN,
        ..RULE
    },
];
