//! Makers of filters with few texts of their own. Those known by their name alone are in `products.rs`.
//!
//! The documentation of each product stands with its rules.

use crate::names::code::replies;
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const MULTIRBL: &str = "https://multirbl.valli.org/lookup/{ip}.html";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "mailmarshal-user-invalid",
        cause: Cause::RecipientUnknown,
        says: &["rule imposed mailbox access for"],
        and: &["user invalid", "unknown", "invalid user", "does not exist"],
        summary: "The gateway of the recipient (MailMarshal) does not know the address {address}.",
        examples: &[ex("550 Rule imposed mailbox access for bob@example.com refused: user invalid")],
        source: "https://www3.trustwave.com/support/kb/",
        ..RULE
    },
    Rule {
        id: "mailmarshal-rule",
        cause: Cause::PolicyRejection,
        says: &["rule imposed mailbox access", "rule imposed as"],
        summary: "A rule of the recipient's gateway (MailMarshal) keeps mail of this sender from {address}.",
        steps: &[
            "Look for the connection in the MailMarshal receiver log and find the rule that refused it.",
            "Change the rule, or exempt the sender.",
        ],
        examples: &[ex("550 Rule imposed mailbox access for bob@example.com refused")],
        source: "https://www3.trustwave.com/support/kb/",
        ..RULE
    },
    Rule {
        id: "eleven-expurgate",
        cause: Cause::SpamContent,
        says: &["expurgate", "eleven antispam", "rejected by eleven"],
        not: &["virus", "listed", "reputation", "unknown", "does not exist"],
        examples: &[ex("550 5.7.1 Message rejected by eXpurgate: spam")],
        source: "https://www.cyren.com/",
        ..RULE
    },
    Rule {
        id: "vade-spam",
        cause: Cause::SpamContent,
        says: &["vade retro", "vaderetro", "vade secure", "vadesecure", "vade * spam"],
        not: &[
            "sender.vadesecure",
            "threat list",
            "abuse.vadesecure",
            "postmaster.vadesecure",
            "listed",
            "blacklist",
            "ip address",
            "virus",
        ],
        links: &["https://postmaster.vadesecure.com/"],
        examples: &[ex("554 5.7.1 Message rejected as spam by VadeSecure")],
        source: "https://postmaster.vadesecure.com/",
        ..RULE
    },
    Rule {
        id: "cloudmark-content",
        cause: Cause::SpamContent,
        says: &["cloudmark", "message contains spam or virus"],
        not: &[
            "csi.cloudmark",
            "cloudmark sender intelligence",
            "cloudmark csi",
            "reset-request",
            "cloudmark.com/reset",
            "/en/reset",
            "listed",
        ],
        links: &["https://csi.cloudmark.com/"],
        examples: &[ex("550 5.7.1 Message blocked by Cloudmark content filter")],
        source: "https://csi.cloudmark.com/",
        ..RULE
    },
    Rule {
        id: "gfi-mailessentials-directory-harvest",
        cause: Cause::RecipientUnknown,
        says: &["mailessentials * directory harvest", "gfi mailessentials * unknown"],
        examples: &[ex("550 5.1.1 GFI MailEssentials: blocked by Directory Harvesting, recipient does not exist")],
        source: "https://manuals.gfi.com/en/me/",
        ..RULE
    },
    Rule {
        id: "securitygateway-spam-score",
        cause: Cause::SpamContent,
        says: &[
            "message rejected by securitygateway",
            "exceeds the maximum spam score",
            "message exceeds spam threshold",
            "message rejected due to spam score",
            "message refused by heuristic",
            "message refused by bayesian",
            "message refused by spam filter",
        ],
        examples: &[ex("550 5.7.1 Message refused by heuristic spam filter (score 15.1)")],
        source: "https://help.mdaemon.com/securitygateway/",
        ..RULE
    },
    Rule {
        id: "mdaemon-dynamic-screen",
        cause: Cause::IpBlocklisted,
        says: &[
            "dynamically screened",
            "dynamic screening",
            "your ip has been temporarily blocked by dynamic",
            "ip screened",
            "blocked by ip screen",
        ],
        summary: "The receiving server (MDaemon or SecurityGateway) blocks {ip} for a while after too many failed logins or connections.",
        examples: &[ex("554 5.7.1 Sorry, 192.0.2.25 is dynamically screened")],
        source: "https://help.mdaemon.com/mdaemon/",
        ..RULE
    },
    Rule {
        id: "nospamproxy",
        cause: Cause::SpamContent,
        says: &["nospamproxy", "no spam proxy"],
        not: &["virus", "malware", "user unknown", "unknown recipient", "attachment"],
        summary: "NoSpamProxy at the recipient refused the message for its trust level and spam score.",
        steps: &[
            "Check that SPF, DKIM and DMARC of {sender_domain} pass and that the reverse DNS name of {ip} is right.",
            "Remove links and attachments and send a short text.",
            "Ask {address} over another channel to write to you first: replies to one's own mail get trust points in NoSpamProxy.",
        ],
        links: &["https://docs.nospamproxy.com/"],
        examples: &[ex("550 5.7.1 The mail has been rejected by NoSpamProxy")],
        source: "https://docs.nospamproxy.com/",
        ..RULE
    },
    Rule {
        id: "retarus-unknown",
        cause: Cause::RecipientUnknown,
        by: &["retarus.com", "retarus.de"],
        says: &[
            "user unknown",
            "unknown user",
            "recipient unknown",
            "recipient not found",
            "does not exist",
            "recipient rejected",
        ],
        examples: &[ex_by(
            "550 5.1.1 <bob@example.com>: Recipient address rejected: user unknown",
            "mx1.de.example.retarus.com",
        )],
        source: "https://www.retarus.com/",
        ..RULE
    },
    Rule {
        id: "appriver-blocked",
        cause: Cause::SpamContent,
        by: &["arsmtp.com", "appriver.com", "zixcorp.com", "zixmail.net"],
        says: &["blocked", "rejected", "spam", "refused"],
        not: &["user unknown", "no such", "relay", "does not exist", "invalid recipient", "blocked using"],
        codes: &[replies(500, 599)],
        summary: "The filter of the recipient (AppRiver, now OpenText) refused the message.",
        examples: &[ex_by("550 5.7.1 Message blocked", "server70.appriver.com")],
        source: "https://support.appriver.com/",
        ..RULE
    },
    Rule {
        id: "messagesniffer",
        cause: Cause::SpamContent,
        says: &["message sniffer", "armresearch"],
        examples: &[ex("550 5.7.1 Rejected by Message Sniffer, group 52")],
        source: "https://armresearch.com/",
        ..RULE
    },
    Rule {
        id: "canit-held",
        cause: Cause::SpamContent,
        says: &["canit", "roaring penguin", "held for approval by the recipient"],
        and: &["spam", "held", "blocked", "rejected"],
        not: &["blacklist", "virus"],
        examples: &[ex("554 5.7.1 CanIt: message rejected as spam")],
        source: "https://www.roaringpenguin.com/",
        ..RULE
    },
    Rule {
        id: "mailinblack-challenge",
        cause: Cause::SenderNotPermitted,
        owner: Some(Owner::Sender),
        says: &["mailinblack", "spamenmoins", "boxbe", "spamarrest", "sender verification required by recipient"],
        summary: "{address} takes mail only from people who once confirmed that they are human.",
        steps: &[
            "Open the address in the response or in the separate request, confirm that you are a person, and the message will be delivered.",
        ],
        examples: &[ex("550 5.7.1 MailInBlack: the sender must authenticate, see https://mibc.example.com")],
        source: "https://www.mailinblack.com/",
        ..RULE
    },
    Rule {
        id: "symantec-gateway-bad-sender",
        like: Some(r"^[0-9. -]*you are not allowed to connect|brightmail|symantec"),
        cause: Cause::PoorReputation,
        says: &[
            "ipremoval.sms.symantec",
            "you are not allowed to connect",
            "symantec global bad",
            "brightmail * reputation",
            "symantec * reputation",
            "symantec * blacklist",
        ],
        summary: "The gateway of the recipient (often Symantec Messaging Gateway) lets {ip} not even connect, because of its reputation or a list of its own.",
        steps: &[
            "Look up {ip} on the Symantec page and ask for removal there if it is listed.",
            "Stop what caused it: a hacked mail account, an infected computer, or mailings to people who did not ask for them.",
            "Ask {address} over another channel to have the administrators of {domain} check their own list of bad senders, if Symantec does not list the address.",
        ],
        links: &["https://ipremoval.sms.symantec.com/ipr/lookup", MULTIRBL],
        examples: &[
            ex("554 5.7.1 You are not allowed to connect."),
            ex("550 5.7.1 Mail from 192.0.2.25 refused, see http://ipremoval.sms.symantec.com/lookup/"),
        ],
        source: "https://knowledge.broadcom.com/external/article/152089",
        ..RULE
    },
    Rule {
        id: "vipre-mx-not-configured",
        cause: Cause::RelayDenied,
        says: &["your domain is not configured to use this mx host", "domain is not configured to use this mx"],
        summary: "The MX records of {domain} lead to a filter (VIPRE) that does not have the domain in its settings.",
        steps: &["Add {domain} to the account at the filter, or correct the MX records of {domain}."],
        links: &["https://vipre.freshdesk.com/support/solutions/articles/1000290396-email-rejection-reasons"],
        examples: &[ex("550 Your domain is not configured to use this MX host.")],
        source: "https://vipre.freshdesk.com/support/solutions/articles/1000290396-email-rejection-reasons",
        ..RULE
    },
    Rule {
        id: "exim-i-am-me",
        cause: Cause::HeloInvalid,
        says: &["you cannot say you are me", "you are not me"],
        summary: "The sending server greeted with the name or address of the receiving server.",
        steps: &["Set the HELO name of the sending server to its own full host name."],
        examples: &[ex("550 You cannot say you are me. I am me.")],
        source: "https://vipre.freshdesk.com/support/solutions/articles/1000290396-email-rejection-reasons",
        ..RULE
    },
    Rule {
        id: "vipre-tls-required",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        says: &["your sender domain is required to send via an encrypted"],
        links: &["https://vipre.freshdesk.com/support/solutions/articles/1000290396-email-rejection-reasons"],
        examples: &[ex("550 Your sender domain is required to send via an encrypted SMTP session")],
        source: "https://vipre.freshdesk.com/support/solutions/articles/1000290396-email-rejection-reasons",
        ..RULE
    },
    Rule {
        id: "baruwa-banned",
        cause: Cause::SenderBlocked,
        says: &["the sender * is banned", "the domain * is banned"],
        summary: "The administrators of the receiving filter banned this sender, domain or IP.",
        examples: &[ex("550 The sender 192.0.2.25 is banned")],
        source: "https://bastion.umanix.net/info",
        ..RULE
    },
    Rule {
        id: "cloudflare-email-routing-rbl",
        cause: Cause::IpBlocklisted,
        says: &["developers.cloudflare.com/email-routing"],
        and: &["rbls", "found on"],
        summary: "Cloudflare Email Routing, which forwards mail for {domain}, finds {ip} on a block list; the response names it in brackets.",
        links: &["https://developers.cloudflare.com/email-routing/postmaster/", MULTIRBL],
        examples: &[ex(
            "554 192.0.2.25 found on one or more RBLs (abusixip). Refer to https://developers.cloudflare.com/email-routing/postmaster/#spam-and-abusive-traffic",
        )],
        source: "https://developers.cloudflare.com/email-routing/postmaster/",
        ..RULE
    },
    Rule {
        id: "cloudflare-email-routing-upstream",
        cause: Cause::ServerError,
        says: &["upstream error * cloudflare", "cloudflare * upstream error", "5.3.0 upstream error"],
        summary: "Cloudflare Email Routing could not pass the message on to the mailbox that it forwards to.",
        steps: &[
            "Open the Email Routing activity log in the Cloudflare dashboard: it shows what the destination said.",
            "Check that the destination address is verified and takes forwarded mail.",
        ],
        links: &["https://developers.cloudflare.com/email-routing/postmaster/"],
        examples: &[ex(
            "521 5.3.0 Upstream error, please check https://developers.cloudflare.com/email-routing/postmaster#spam-and-abusive-traffic for possible reasons why.",
        )],
        source: "https://developers.cloudflare.com/email-routing/postmaster/",
        ..RULE
    },
];
