//! Outlook.com, Hotmail, Live and MSN: Microsoft's free mailboxes.
//!
//! Pages: <https://sendersupport.olc.protection.outlook.com/pm/troubleshooting.aspx> (codes RP, SC, DY, OU),
//! <https://postmaster.live.com>.

use super::CLOUD;
use crate::names::code::{any, replies, reply, st};
use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const TROUBLE: &str = "https://sendersupport.olc.protection.outlook.com/pm/troubleshooting.aspx";
/// Its MX hosts, now and formerly.
const CONSUMER: &[&str] =
    &["olc.protection.outlook.com", "mx1.hotmail.com", "mx2.hotmail.com", "mx3.hotmail.com", "mx4.hotmail.com"];
const SNDS: &str = "https://sendersupport.olc.protection.outlook.com/snds/";
const FORM: &str = "https://olcsupport.office.com/";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "outlook-com-authentication-level",
        cause: Cause::UnauthenticatedMail,
        says: &["meet the required authentication level"],
        summary: "Outlook.com demands SPF, DKIM and DMARC from domains that send many messages, and {sender_domain} does not pass all of them.",
        steps: &[
            "Read at the end of the answer which of Spf, Dkim and DMARC says Fail.",
            "Publish an SPF record for {sender_domain} that covers {ip}, sign every message with DKIM for that domain, and publish a DMARC record (p=none is enough).",
            "Make the domain of SPF or DKIM the same as the domain in the From header.",
        ],
        links: &["https://go.microsoft.com/fwlink/p/?linkid=2319303"],
        examples: &[ex(
            "550 5.7.515 Access denied, sending domain EXAMPLE.COM doesn't meet the required authentication level. The sender's domain in the 5322.From address doesn't meet the authentication requirements defined for the sender. To learn how to fix this see: https://go.microsoft.com/fwlink/p/?linkid=2319303 Spf= Fail , Dkim= Pass , DMARC= Pass [AA1PR01MB0001.eurprd01.prod.outlook.com 2025-06-01T10:00:00.000Z 08DD000000000000]",
        )],
        source: "Microsoft: Outlook's new requirements for high-volume senders (2025)",
        ..RULE
    },
    Rule {
        id: "outlook-com-rate-limited-reputation",
        cause: Cause::RateLimited,
        says: &["has been temporarily rate limited due to ip reputation"],
        summary: "Outlook.com takes fewer messages from {ip} for now because of the reputation of that address.",
        steps: &[
            "Send less and more slowly from {ip}; the server tries again by itself.",
            "Look up complaints and spam traps of {ip} in SNDS, and take addresses that do not want the mail off your lists.",
            "Ask Outlook.com support to look at it if the address is new or the limit stays for days.",
        ],
        links: &[SNDS, TROUBLE, FORM],
        examples: &[
            ex(
                "451 4.7.650 The mail server [192.0.2.25] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775) [AA1PR01MB0001.eurprd02.prod.outlook.com 2024-05-09T23:34:45.000Z 08DC000000000000]",
            ),
            ex(
                "451 4.7.651 The mail server [192.0.2.25] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S3114)",
            ),
        ],
        source: "Outlook.com: postmaster pages",
        ..RULE
    },
    Rule {
        id: "outlook-com-rp-rate-limit",
        cause: Cause::RateLimited,
        says: &["rp-001", "rp-002", "rp-003", "exceeded the rate limit allowed"],
        summary: "{ip} sent Outlook.com more messages or opened more connections than its reputation allows.",
        steps: &[
            "Send more slowly and over fewer connections from {ip}.",
            "Look up {ip} in SNDS and join the Junk Mail Reporting Program to learn who complains.",
        ],
        links: &[TROUBLE, SNDS],
        examples: &[
            ex(
                "421 RP-001 (BAY004-MC1F1) Unfortunately, some messages from 192.0.2.25 weren't sent. Please try again. We have limits for how many messages can be sent per hour and per day.",
            ),
            ex_by(
                "421 RP-003 The mail server IP connecting to Outlook.com server has exceeded the connection limit allowed. Reason for limitation is related to IP/domain reputation.",
                "mx1.hotmail.com",
            ),
        ],
        source: TROUBLE,
        ..RULE
    },
    Rule {
        id: "outlook-com-sc-namespace-mining",
        cause: Cause::IpBlocklisted,
        says: &["sc-002", "exhibited namespace mining behavior"],
        list: Some("Outlook.com"),
        summary: "Outlook.com blocks {ip} because it tried many addresses without sending them mail.",
        steps: &[
            "Stop programs that test whether addresses exist, and check the server for a break-in.",
            "Ask Outlook.com support for removal afterwards.",
        ],
        links: &[TROUBLE, FORM],
        examples: &[ex(
            "550 SC-002 (SNT004-MC1F10) Unfortunately, messages from 192.0.2.25 weren't sent. Please contact your Internet service provider since part of their network is on our block list. You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors.",
        )],
        source: TROUBLE,
        ..RULE
    },
    Rule {
        id: "outlook-com-sc-block",
        cause: Cause::IpBlocklisted,
        says: &["sc-003", "sc-004", "dy-001", "dy-002", "ou-001"],
        list: Some("Outlook.com"),
        summary: "Outlook.com blocks {ip}: as an open proxy, for complaints, as a dynamic address, as infected, or because Spamhaus lists it.",
        steps: &[
            "Read the code: SC-003 means open proxy or relay, SC-004 complaints, DY-001 dynamic address, DY-002 infected machine, OU-001 listed at Spamhaus.",
            "Remove that cause; send through your provider's outgoing server if {ip} is a dynamic address.",
            "Ask for removal: at Spamhaus for OU-001 and DY-001, with the form of Outlook.com support for the others.",
        ],
        links: &[TROUBLE, FORM, "https://www.spamhaus.org/query/ip/{ip}"],
        examples: &[
            ex(
                "550 OU-001 (BAY004-MC2F5) Unfortunately, messages from 192.0.2.25 weren't sent. Please contact your Internet service provider. You can tell them that Hotmail does not relay dynamically-assigned IP ranges. You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors.",
            ),
            ex(
                "550 DY-001 Mail rejected by Outlook.com for policy reasons. We generally do not accept email from dynamic IP's as they are not typically used to deliver unauthenticated SMTP email to an Internet mail server.",
            ),
            ex(
                "550 SC-004 Mail rejected by Outlook.com for policy reasons. A block has been placed against your IP address because we have received complaints concerning mail coming from that IP address.",
            ),
        ],
        source: TROUBLE,
        ..RULE
    },
    Rule {
        id: "outlook-com-network-on-block-list",
        cause: Cause::IpBlocklisted,
        says: &[
            "part of their network is on our block list",
            "(s3140",
            "(s3150",
            "weren't sent. please contact your internet service provider since part of their network",
        ],
        list: Some("Outlook.com"),
        summary: "Outlook.com blocks {ip} or the network around it.",
        steps: &[
            "Look up {ip} in SNDS and at the public block lists, and stop what caused the complaints.",
            "Fill in the form of Outlook.com sender support with {ip} and the whole answer; it takes about a day.",
            "Ask your hosting provider to do so or for another address, if the address belongs to a shared network.",
        ],
        links: &[FORM, SNDS, TROUBLE],
        examples: &[
            ex(
                "550 5.7.1 Unfortunately, messages from [192.0.2.25] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors. [Name=Protocol Filter Agent][AGT=PFA][MxId=11B000000000] [DB3PEPF00000001.eurprd02.prod.outlook.com 2026-03-18T10:07:44.206Z 08DE000000000000]",
            ),
            ex(
                "550 5.7.1 Unfortunately, messages from [192.0.2.25] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors.",
            ),
        ],
        source: "Outlook.com: answer text",
        ..RULE
    },
    Rule {
        id: "outlook-com-sc-reputation",
        cause: Cause::PoorReputation,
        says: &["sc-001", "ou-002"],
        summary: "Outlook.com refused the message for its content or for the reputation of {ip} or {sender_domain}.",
        steps: &[
            "Look up {ip} in SNDS and lower the number of complaints: send only to people who asked for it.",
            "Check the message for links and words that look like spam, and that SPF and DKIM pass.",
            "Ask Outlook.com support with the form if all that is in order.",
        ],
        links: &[TROUBLE, SNDS, FORM],
        examples: &[
            ex(
                "550 SC-001 (COL004-MC4F29) Unfortunately, messages from 192.0.2.25 weren't sent. Please contact your Internet service provider. You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors.",
            ),
            ex(
                "550 OU-002 Mail rejected by Outlook.com for policy reasons. Reasons for rejection may be related to content with spam-like characteristics or IP/domain reputation.",
            ),
        ],
        source: TROUBLE,
        ..RULE
    },
    Rule {
        id: "outlook-com-sender-id",
        cause: Cause::SpfFailure,
        says: &["command rejected due to sender id validation failure"],
        summary: "{sender_domain} says in its SPF record that it sends no mail at all.",
        steps: &[
            "Put {ip} and all other sending servers into the SPF record of {sender_domain} and wait up to two days.",
        ],
        links: &[TROUBLE],
        examples: &[ex("550 command rejected due to Sender ID validation failure.")],
        source: TROUBLE,
        ..RULE
    },
    Rule {
        id: "outlook-com-rejected-policy",
        cause: Cause::PoorReputation,
        says: &[
            "mail rejected by outlook.com for policy reasons",
            "mail rejected by windows live hotmail for policy reasons",
            "mail.live.com/mail/troubleshooting.aspx",
            "unfortunately, messages from * weren't sent",
            "unfortunately, some messages from * weren't sent",
        ],
        summary: "Outlook.com refused the message for the reputation of {ip}.",
        steps: &["Look up {ip} in SNDS, stop what causes complaints, and ask Outlook.com support with the form."],
        links: &[TROUBLE, SNDS, FORM],
        examples: &[ex(
            "550 5.7.1 Unfortunately, messages from [192.0.2.25] weren't sent. For more information, see https://postmaster.live.com [AA1.eop-nam02.prod.protection.outlook.com]",
        )],
        source: TROUBLE,
        ..RULE
    },
    Rule {
        id: "outlook-com-mailbox-unavailable",
        cause: Cause::RecipientUnknown,
        says: &["requested action not taken: mailbox unavailable"],
        codes: &[st(5, 5, 0)],
        summary: "The receiving server, Outlook.com as a rule, has no mailbox for {address}.",
        steps: &[
            "Check the spelling of {address}, in particular the domain (hotmail.com, outlook.com, live.com and their national variants).",
            "Ask the recipient by another way for the present address; free mailboxes are deleted after long disuse.",
        ],
        links: &[super::NDR],
        examples: &[ex(
            "550 5.5.0 Requested action not taken: mailbox unavailable. [AA1.eop-nam12.prod.protection.outlook.com]",
        )],
        source: super::NDR,
        ..RULE
    },
    Rule {
        id: "outlook-com-mailbox-unavailable-plain",
        cause: Cause::RecipientUnknown,
        says: &["requested action not taken: mailbox unavailable"],
        codes: &[reply(550)],
        by: CLOUD,
        summary: "Outlook.com has no mailbox for {address}.",
        steps: &[
            "Check the spelling of {address}.",
            "Ask the recipient by another way for the present address; free mailboxes are deleted after long disuse.",
        ],
        examples: &[ex_by(
            "550 Requested action not taken: mailbox unavailable (-1234567890:1234:-2147467259)",
            "mx2.hotmail.com",
        )],
        source: super::NDR,
        ..RULE
    },
    Rule {
        id: "outlook-com-mailbox-full",
        cause: Cause::MailboxFull,
        says: &["mailbox size limit exceeded", "exceeded storage allocation", "mailbox full", "over quota"],
        codes: &[reply(552), any(2, 2)],
        by: CONSUMER,
        summary: "The Outlook.com mailbox behind {address} is full.",
        steps: &[
            "Delete mail, or clear OneDrive and attachments that count towards the storage of the Microsoft account.",
        ],
        examples: &[ex_by(
            "552 5.2.2 Requested mail action aborted: exceeded storage allocation",
            "outlook-com.olc.protection.outlook.com",
        )],
        source: "Outlook.com: answer text",
        ..RULE
    },
    Rule {
        id: "outlook-com-server-busy",
        cause: Cause::RateLimited,
        says: &["server busy", "too many connections", "throttled"],
        codes: &[replies(421, 421), replies(450, 452)],
        by: CONSUMER,
        summary: "Outlook.com puts the message off for now.",
        steps: &["Send more slowly and over fewer connections from {ip}; the server tries again by itself."],
        links: &[SNDS],
        examples: &[ex_by(
            "451 4.7.500 Server busy. Please try again later.",
            "outlook-com.olc.protection.outlook.com",
        )],
        source: "Outlook.com: answer text",
        ..RULE
    },
];
