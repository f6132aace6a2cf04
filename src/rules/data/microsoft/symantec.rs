//! Symantec Email Security.cloud (MessageLabs, now Broadcom): `cluster*.messagelabs.com`.
//!
//! Pages: <https://knowledge.broadcom.com/external/article/173082>,
//! <https://knowledge.broadcom.com/external/article/165163>,
//! <https://knowledge.broadcom.com/external/article/162445>; formerly <http://www.symanteccloud.com/troubleshooting>.

use crate::names::code::{replies, reply, st};
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const HOSTS: &[&str] =
    &["messagelabs.com", "messagelabs.net", "symanteccloud.com", "support.symantec.com", "emailsecurity.symantec.com"];
const PAGE: &str = "https://knowledge.broadcom.com/external/article/173082";
const REMOVAL: &str = "https://ipremoval.sms.symantec.com/";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "symantec-cloud-message-filtered",
        cause: Cause::SpamContent,
        owner: Some(Owner::SenderAdmin),
        says: &["message filtered"],
        not: &["outbound scanning"],
        codes: &[reply(553)],
        summary: "The spam filter of Symantec Email Security.cloud took the message for spam.",
        steps: &[
            "Look up {ip} in the public block lists, and ask for removal where it is listed.",
            "Check that the mail server is no open relay, that no infected machine or abused web form sends through it, and that DSL and cable lines send through the provider's smart host.",
            "Take forwarded spam, advertised links and missing opt-out links out of the message.",
            "Wait 24 hours and send the message again.",
            "Ask the recipient by telephone to have {sender} put on the approved senders list in ClientNet.",
        ],
        links: &["https://knowledge.broadcom.com/external/article/173867", REMOVAL],
        examples: &[
            ex(
                "553 Message filtered. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1)",
            ),
            ex(
                "553-Message filtered. Please see the FAQs section on spam 553-at http://www.messagelabs.com/support/ for more 553 information. (#5.7.1) (in reply to end of DATA command)",
            ),
        ],
        source: "Broadcom 173867",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-message-filtered-host",
        cause: Cause::SpamContent,
        owner: Some(Owner::SenderAdmin),
        says: &["message filtered", "detected as spam", "identified as spam"],
        not: &["outbound scanning"],
        by: HOSTS,
        summary: "The spam filter of Symantec Email Security.cloud took the message for spam.",
        steps: &[
            "Look up {ip} in the public block lists, and check that the mail server is no open relay.",
            "Take spam-like content out of the message, and ask the recipient to have {sender} approved in ClientNet.",
        ],
        links: &["https://knowledge.broadcom.com/external/article/173867", REMOVAL],
        examples: &[ex_by("550 Message filtered (#5.7.1)", "cluster1.us.messagelabs.com")],
        source: "Broadcom 173867",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-pbl",
        cause: Cause::IpBlocklisted,
        says: &["mail rejected because your ip is in the pbl", "because your ip is in the pbl"],
        list: Some("Spamhaus PBL"),
        summary: "{ip} is on the Spamhaus PBL, the list of addresses that should not send mail directly.",
        steps: &[
            "Send through your provider's outgoing server if {ip} is a line of a home or office.",
            "Remove {ip} from the PBL at Spamhaus, if it is the fixed address of a real mail server, and send again after an hour.",
        ],
        links: &["https://www.spamhaus.org/query/ip/{ip}", "https://knowledge.broadcom.com/external/article/165165"],
        examples: &[ex("553 mail rejected because your IP is in the PBL. See http://www.spamhaus.org/pbl")],
        source: "Broadcom 165165",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-spam-source-ip",
        cause: Cause::IpBlocklisted,
        says: &["sorry, your ip address ("],
        list: Some("Symantec"),
        summary: "Symantec Email Security.cloud blocks {ip} as a source of spam.",
        steps: &[
            "Check that the mail server is no open relay, and look up {ip} in the public block lists.",
            "Ask for removal at the reputation page, wait 24 hours and send again.",
        ],
        links: &[REMOVAL, PAGE],
        examples: &[ex("553 Sorry, your IP address (192.0.2.25) has been blocked")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "symantec-cloud-spam-source-address",
        cause: Cause::SenderBlocked,
        owner: Some(Owner::SenderAdmin),
        says: &["sorry, your email address ("],
        summary: "Symantec Email Security.cloud blocks {sender} as a source of spam.",
        steps: &[
            "Check that the mail server is no open relay, and look up {ip} in the public block lists.",
            "Wait 24 hours and send the message again; ask the recipient by telephone if it goes on.",
        ],
        links: &[PAGE],
        examples: &[ex("553 Sorry, your email address (user@example.com) has been blocked")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "symantec-cloud-private-block-list",
        cause: Cause::SenderBlocked,
        says: &[
            "sorry, your ip address has been black",
            "sorry, your ip address has been blocked",
            "sorry, your domain has been black",
            "sorry, your domain has been blocked",
            "sorry, your email address has been black",
            "sorry, your email address has been blocked",
        ],
        codes: &[reply(553)],
        summary: "The organization behind {domain} has {sender}, its domain or {ip} on its private block list.",
        steps: &[
            "Take the entry off the block list in ClientNet (Services, Email Services, Anti-Spam), or put {sender} on the approved senders list.",
        ],
        links: &[PAGE],
        examples: &[
            ex("553 Sorry, your IP address has been blacklisted"),
            ex("553 Sorry, your domain has been blocked"),
            ex("553 Sorry, your email address has been blacklisted"),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "symantec-cloud-domain-in-block-list",
        like: Some(r"^[0-9. -]*sender domain in blacklist[. ]*$"),
        cause: Cause::SenderBlocked,
        says: &["sender domain in blacklist"],
        summary: "The organization behind {domain} has {sender_domain} on its private block list.",
        steps: &["Take the entry off the block list in ClientNet, or put {sender} on the approved senders list."],
        links: &["https://knowledge.broadcom.com/external/article/442583"],
        examples: &[ex("Sender domain in blacklist")],
        source: "Broadcom 442583",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-invalid-recipient",
        cause: Cause::RecipientUnknown,
        says: &["invalid recipient"],
        by: HOSTS,
        summary: "{address} is not registered for {domain} at Symantec Email Security.cloud.",
        steps: &[
            "Check the spelling of {address}.",
            "Wait some hours and send the message again, if it is right and new.",
            "Ask the recipient by another way; the administrators of {domain} must register the address (Address Registration).",
        ],
        links: &["https://knowledge.broadcom.com/external/article/165163"],
        examples: &[ex_by("550-Invalid recipient <user@example.com> 550 (#5.1.1)", "cluster1.us.messagelabs.com")],
        source: "Broadcom 165163",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-invalid-recipient-code",
        cause: Cause::RecipientUnknown,
        says: &["invalid recipient <"],
        and: &["(#5.1.1"],
        codes: &[st(5, 1, 1)],
        summary: "{address} does not exist at {domain}, or is not registered with its mail filter.",
        steps: &[
            "Check the spelling of {address}.",
            "Wait some hours and send the message again, if it is right and new.",
        ],
        links: &["https://knowledge.broadcom.com/external/article/165163"],
        examples: &[ex("550 Invalid recipient <user@example.com> (#5.1.1)")],
        source: "Broadcom 165163",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-recipient-not-allowed",
        cause: Cause::RecipientUnknown,
        says: &["recipient mailbox is not allowed"],
        summary: "{address} does not exist at {domain}.",
        steps: &[
            "Check the spelling of {address}.",
            "Wait some hours and send the message again, if it is right and new.",
        ],
        links: &[PAGE],
        examples: &[ex("553 Recipient mailbox is not allowed")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "symantec-cloud-relay",
        cause: Cause::RelayDenied,
        says: &["you are trying to use me"],
        and: &["as a relay", "not been configured"],
        summary: "Symantec Email Security.cloud does not serve {domain}, or does not know {ip} as a customer's.",
        steps: &[
            "Check that the MX record of {domain} names the Symantec clusters only if the domain is still a customer there.",
            "Have the cache of the sender's DNS server emptied, if it still holds an old MX record, and send again.",
            "Send only from IP addresses that are registered with Symantec, if the message goes out through it.",
        ],
        links: &["https://knowledge.broadcom.com/external/article/173082"],
        examples: &[ex(
            "553-you are trying to use me [server-10.tower-57.messagelabs 553-.com] as a relay, but I have not been configured to let 553-you [192.0.2.25, mail.example.org] do this. 553-Please visit www.messagelabs.com/support for more 553-details about this error message and instructions to 553 resolve this issue. (#5.7.1)",
        )],
        source: "Symantec: troubleshooting page",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-connection-policy",
        cause: Cause::PoorReputation,
        says: &["connection rejected by policy ["],
        summary: "Symantec Email Security.cloud refuses connections from {ip} because much of its mail looked like spam.",
        steps: &[
            "Look up the reputation of {ip} and ask for removal there.",
            "Check that the mail server is no open relay, and look up {ip} in the public block lists.",
            "Stop automatic forwarding of unfiltered mail, and look for infected machines and taken-over accounts.",
        ],
        links: &[REMOVAL],
        examples: &[
            ex(
                "501 Connection rejected by policy [7.7] 54321, please visit www.messagelabs.com/support for more details about this error message.",
            ),
            ex(
                "501 Connection rejected by policy [7.3] 12345, please visit https://support.symantec.com/en_US/article.TECH246726.html for more details about this error message.",
            ),
        ],
        source: "Symantec TECH246726",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-traffic-shaping",
        cause: Cause::RateLimited,
        says: &["service temporarily unavailable"],
        codes: &[replies(420, 459)],
        by: HOSTS,
        summary: "The traffic shaping of Symantec Email Security.cloud slows {ip} down because its mail looks like spam.",
        steps: &[
            "Check that the mail server is no open relay, and look up {ip} in the public block lists and at the reputation page.",
            "Check that the MX records of {domain} are asked in the right order and are not taken from an old cache.",
        ],
        links: &[REMOVAL],
        examples: &[ex_by("421 Service Temporarily Unavailable", "cluster1.us.messagelabs.com")],
        source: "Symantec TECH247121",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-too-many-messages",
        cause: Cause::RateLimited,
        says: &["too many messages (#4.3.0", "too many messages"],
        codes: &[reply(460)],
        summary: "The sending server sent more messages over one connection than Symantec allows.",
        steps: &["Let the sending server send at most 100 messages over one connection, then open a new one."],
        links: &[PAGE],
        examples: &[ex("460 too many messages (#4.3.0)")],
        source: "Broadcom: SMTP error messages",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-message-format",
        cause: Cause::MessageMalformed,
        says: &[
            "requested action aborted [4]",
            "has detected that this message is not rfc 5322",
            "stray linefeeds in message",
        ],
        not: &["our system"],
        summary: "The message breaks the format of Internet mail: bad headers, or line feeds without carriage returns.",
        steps: &[
            "Change or update the program that makes the message so that its headers are complete and every line ends in CR LF.",
        ],
        links: &[PAGE],
        examples: &[
            ex(
                "550 Requested action aborted [4] 12345, please visit www.messagelabs.com/support for more details about this error message.",
            ),
            ex("553 Stray linefeeds in message (#5.6.2)"),
            ex("550 [192.0.2.25] has detected that this message is not RFC 5322 compliant"),
        ],
        source: "Broadcom: SMTP error messages",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-temporary",
        cause: Cause::ServerError,
        owner: Some(Owner::Nobody),
        says: &["requested action aborted ["],
        codes: &[replies(400, 499)],
        summary: "Symantec Email Security.cloud had a passing fault.",
        steps: &[
            "Wait: the sending server tries again by itself.",
            "Ask your provider or administrator to look at the log, if it goes on.",
        ],
        links: &[PAGE],
        examples: &[ex(
            "450 Requested action aborted [9] 23301, please visit www.messagelabs.com/support for more details about this error message.",
        )],
        source: "Symantec: troubleshooting page",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-permanent",
        cause: Cause::ProtocolError,
        says: &["requested action aborted ["],
        codes: &[replies(500, 599)],
        summary: "Symantec Email Security.cloud refused what the sending server did; its page speaks of servers that do not follow SMTP.",
        steps: &[
            "Look at the SMTP log of the sending server for the command that was refused.",
            "Ask the maker of the server or your provider to correct it.",
        ],
        links: &[PAGE],
        examples: &[ex(
            "550 Requested action aborted [7.2] 14405, please visit www.messagelabs.com/support for more details about this error message.",
        )],
        source: "Symantec: troubleshooting page",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-badmailfrom",
        cause: Cause::SenderBlocked,
        owner: Some(Owner::SenderAdmin),
        says: &["in my badmailfrom list"],
        by: HOSTS,
        summary: "Symantec Email Security.cloud blocks {sender} for spam or for a storm of automatic answers.",
        steps: &[
            "Check that no spam goes out under {sender}.",
            "Turn off automatic forwarding and out-of-office answers that answer each other.",
            "Wait 24 hours and send the message again; ask the recipient by telephone if it goes on.",
        ],
        links: &[PAGE],
        examples: &[ex(
            "553 sorry, your envelope sender is in my badmailfrom list. Please visit www.symanteccloud.com/troubleshooting for more details about this error message and instructions to resolve this issue. (#5.7.1)",
        )],
        source: "Symantec: troubleshooting page",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-tls-required",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        says: &["tls/sslv3 connection required", "tls connection required. (#4.7.1"],
        summary: "{domain} takes mail from {sender_domain} only over TLS, and the sending server did not use it.",
        steps: &["Turn STARTTLS on for outgoing mail of the sending server, at least towards {domain}."],
        links: &["https://knowledge.broadcom.com/external/article/169925"],
        examples: &[ex("451 TLS/SSLv3 Connection required. (#4.7.1)")],
        source: "Broadcom: boundary encryption",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-spf",
        cause: Cause::SpfFailure,
        says: &["spf (sender policy framework) domain authentication fail"],
        links: &["https://knowledge.broadcom.com/external/article/169925"],
        examples: &[ex(
            "553 SPF (Sender Policy Framework) domain authentication fail. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1)",
        )],
        source: "Broadcom: sender authentication",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-dmarc",
        cause: Cause::DmarcFailure,
        says: &["dmarc domain authentication fail"],
        links: &["https://knowledge.broadcom.com/external/article/169925"],
        examples: &[ex("553 DMARC domain authentication fail")],
        source: "Broadcom: sender authentication",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-dkim",
        cause: Cause::DkimFailure,
        says: &["dkim domain authentication fail"],
        links: &["https://knowledge.broadcom.com/external/article/169925"],
        examples: &[ex("553 DKIM domain authentication fail")],
        source: "Broadcom: sender authentication",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-outbound-domain",
        cause: Cause::SenderAddressRejected,
        says: &["sender envelope domain not allowed for sender ip address"],
        summary: "{sender_domain} or {ip} is not registered for outgoing mail at Symantec Email Security.cloud.",
        steps: &["Register {sender_domain} and put {ip} into the outbound routes in ClientNet."],
        links: &[PAGE],
        examples: &[ex("550 sender envelope domain not allowed for sender IP address (#5.1.8)")],
        source: "Broadcom: outbound routes",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-recipients-per-hour",
        cause: Cause::RateLimited,
        owner: Some(Owner::Nobody),
        says: &["too many recipients received this hour"],
        by: HOSTS,
        summary: "The receiving server takes only so many recipients an hour from one sender.",
        steps: &["Wait: the sending server tries again by itself."],
        examples: &[ex_by("452 Too many recipients received this hour", "cluster1.us.messagelabs.com")],
        source: "Broadcom 162445",
        ..RULE
    },
    Rule {
        id: "symantec-cloud-outbound-spam",
        cause: Cause::SpamContent,
        owner: Some(Owner::SenderAdmin),
        says: &["filtered by outbound scanning"],
        summary: "Symantec Email Security.cloud took your organization's own outgoing message for spam.",
        steps: &["Look up the message in Track and Trace, and look for infected machines and taken-over accounts."],
        links: &["https://knowledge.broadcom.com/external/article/162445"],
        examples: &[ex("553 Message filtered by Outbound scanning"), ex("550 filtered by Outbound scanning")],
        source: "Broadcom 162445",
        ..RULE
    },
];
