//! Exchange Online: block lists, banned senders and tenants (codes 5.1.8, 5.7.5xx to 5.7.8xx, AS codes).
//!
//! Page: <https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/non-delivery-reports-in-exchange-online>.

use super::{CLOUD, NDR};
use crate::names::code::{st, st_range};
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const DELIST: &str = "https://sender.office.com/";
const RESTORE: &str = "https://learn.microsoft.com/en-us/defender-office-365/outbound-spam-restore-restricted-users";

pub(super) const RULES: &[Rule] = &[
    // Block lists.
    Rule {
        id: "exchange-online-customer-block-list",
        cause: Cause::SenderBlocked,
        says: &["using customer block list", "as16012607", "as(16012607"],
        summary: "The organization behind {domain} has put {ip} on its own block list.",
        steps: &[
            "Look into the connection filter policy of {domain} (IP block list) and take {ip} out if its mail is wanted.",
        ],
        links: &["https://learn.microsoft.com/en-us/defender-office-365/connection-filter-policies-configure"],
        examples: &[ex(
            "550 5.7.513 Service unavailable, Client host [192.0.2.25] blocked by example.com using Customer Block list (AS16012607)",
        )],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-spamhaus-ip",
        cause: Cause::IpBlocklisted,
        says: &["blocked using spamhaus"],
        by: CLOUD,
        list: Some("Spamhaus"),
        summary: "Exchange Online refuses {ip} because Spamhaus lists it.",
        steps: &[
            "Look up {ip} at Spamhaus, remove the reason that its page names, and ask there for removal.",
            "Send through your provider's outgoing server instead, if it is the list PBL.",
            "Allow a day after the removal until Microsoft has taken it over.",
        ],
        links: &["https://www.spamhaus.org/query/ip/{ip}"],
        examples: &[ex_by(
            "550 5.7.1 Service unavailable, Client host [192.0.2.25] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/192.0.2.25",
            "example-com.mail.protection.outlook.com",
        )],
        source: "Exchange Online: answer text",
        ..RULE
    },
    Rule {
        id: "exchange-online-spamhaus-ip-as",
        cause: Cause::IpBlocklisted,
        says: &["as16012611", "as(16012611"],
        list: Some("Spamhaus"),
        summary: "Exchange Online refuses {ip} because Spamhaus lists it.",
        steps: &[
            "Look up {ip} at Spamhaus, remove the reason that its page names, and ask there for removal.",
            "Send through your provider's outgoing server instead, if it is the list PBL.",
            "Allow a day after the removal until Microsoft has taken it over.",
        ],
        links: &["https://www.spamhaus.org/query/ip/{ip}"],
        examples: &[ex(
            "550 5.7.1 Service unavailable, Client host [192.0.2.25] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/192.0.2.25 (AS16012611)",
        )],
        source: "Exchange Online: answer text",
        ..RULE
    },
    Rule {
        id: "exchange-online-spamhaus-domain",
        cause: Cause::DomainBlocklisted,
        says: &["(s8001", "(s8002"],
        list: Some("Spamhaus"),
        summary: "Exchange Online refuses the message because Spamhaus lists the domain of the HELO name or of the sender.",
        steps: &[
            "Read which domain it is: S8001 means the name the server says in HELO, S8002 the domain of the envelope sender.",
            "Look that domain up at Spamhaus, remove the reason and ask there for removal.",
        ],
        links: &["https://check.spamhaus.org/"],
        examples: &[
            ex(
                "550 5.7.1 Service unavailable, Helo domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8001) [AA1.prod.protection.outlook.com]",
            ),
            ex(
                "550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8002) [AA1.eop-nam02.prod.protection.outlook.com]",
            ),
        ],
        source: "Exchange Online: answer text",
        ..RULE
    },
    Rule {
        id: "exchange-online-spamhaus-domain-host",
        cause: Cause::DomainBlocklisted,
        says: &["domain is listed in spamhaus"],
        by: CLOUD,
        list: Some("Spamhaus"),
        summary: "Exchange Online refuses the message because Spamhaus lists the domain of the HELO name or of the sender.",
        steps: &[
            "Read which domain it is: S8001 means the name the server says in HELO, S8002 the domain of the envelope sender.",
            "Look that domain up at Spamhaus, remove the reason and ask there for removal.",
        ],
        links: &["https://check.spamhaus.org/"],
        examples: &[ex_by(
            "550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus.",
            "example-com.mail.protection.outlook.com",
        )],
        source: "Exchange Online: answer text",
        ..RULE
    },
    Rule {
        id: "exchange-online-blocklist-1",
        cause: Cause::IpBlocklisted,
        says: &["blocked using blocklist", "blocked using fbl"],
        not: &["banned sender"],
        list: Some("Microsoft"),
        summary: "{ip} is on Microsoft's own block list.",
        steps: &[
            "Stop what made {ip} send spam: look for taken-over accounts and machines.",
            "Ask for removal at the delist portal, or forward the whole report to the address that the answer names.",
        ],
        links: &[DELIST],
        examples: &[
            ex(
                "550 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using Blocklist 1; To request removal from this list please forward this message to delist@messaging.microsoft.com",
            ),
            ex(
                "550 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using FBLW15; To request removal from this list please forward this message to delist@messaging.microsoft.com",
            ),
        ],
        source: "Microsoft: NDR 550 5.7.1",
        ..RULE
    },
    Rule {
        id: "exchange-online-banned-sending-ip",
        cause: Cause::IpBlocklisted,
        says: &["banned sending ip", "as16012609", "as(16012609"],
        list: Some("Microsoft"),
        summary: "{ip} is on the block list of Exchange Online.",
        steps: &[
            "Stop what made {ip} send spam: look for taken-over accounts, open relays and infected machines.",
            "Enter {ip} in the delist portal and confirm the message that it sends you; the change takes up to a day.",
        ],
        links: &[DELIST],
        examples: &[
            ex(
                "550 5.7.606 Access denied, banned sending IP [192.0.2.25]. To request removal from this list please visit https://sender.office.com/ and follow the directions. For more information please go to http://go.microsoft.com/fwlink/?LinkID=526655 (AS16012609)",
            ),
            ex(
                "550 5.7.606 Access denied, banned sending IP [192.0.2.25] AS(1430) [AA1.eop-EUR03.prod.protection.outlook.com]",
            ),
        ],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-banned-sending-ip-code",
        cause: Cause::IpBlocklisted,
        codes: &[st_range(5, 7, 606, 649)],
        list: Some("Microsoft"),
        summary: "{ip} is on the block list of Exchange Online.",
        steps: &[
            "Stop what made {ip} send spam: look for taken-over accounts, open relays and infected machines.",
            "Enter {ip} in the delist portal and confirm the message that it sends you; the change takes up to a day.",
        ],
        links: &[DELIST],
        examples: &[ex("550 5.7.607 Access denied")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-banned-sender-domain",
        cause: Cause::DomainBlocklisted,
        codes: &[st_range(5, 7, 800, 849)],
        list: Some("Microsoft"),
        summary: "Microsoft has banned the domain of the HELO name, the envelope sender or the From header for spam.",
        steps: &[
            "Stop the spam that goes out under {sender_domain}, and check its SPF, DKIM and DMARC records against forgery.",
            "Ask Microsoft support to restore the domain.",
        ],
        links: &[NDR],
        examples: &[ex("550 5.7.800 Access denied, banned sender")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-banned-ip-511",
        cause: Cause::IpBlocklisted,
        says: &["banned sender["],
        list: Some("Microsoft"),
        summary: "Microsoft has banned {ip} by hand; the delist portal does not help with this code.",
        steps: &[
            "Stop what made {ip} send spam: look for taken-over accounts, open relays and infected machines.",
            "Forward the whole report with {ip} to delist@microsoft.com and wait one to two days.",
        ],
        links: &["https://go.microsoft.com/fwlink/?LinkId=526653"],
        examples: &[ex(
            "550 5.7.511 Access denied, banned sender[192.0.2.25]. To request removal from this list please forward this message to delist@microsoft.com. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653. AS(1410) [AA1PEPF00000001.namprd00.prod.outlook.com]",
        )],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-banned-ip-511-code",
        cause: Cause::IpBlocklisted,
        codes: &[st(5, 7, 511)],
        list: Some("Microsoft"),
        summary: "Microsoft has banned {ip} by hand; the delist portal does not help with this code.",
        steps: &[
            "Stop what made {ip} send spam: look for taken-over accounts, open relays and infected machines.",
            "Forward the whole report with {ip} to delist@microsoft.com and wait one to two days.",
        ],
        links: &["https://go.microsoft.com/fwlink/?LinkId=526653"],
        examples: &[ex("550 5.7.511 Access denied, banned sender")],
        source: NDR,
        ..RULE
    },
    // Accounts and tenants that may not send.
    Rule {
        id: "exchange-online-bad-outbound-sender",
        cause: Cause::SenderAccountSuspended,
        says: &["bad outbound sender", "as(42004", "as(42000001"],
        summary: "Microsoft has blocked the sending account for spam, as a rule because somebody else uses it.",
        steps: &[
            "Change the password of {sender}, sign it out everywhere, turn on multifactor authentication, and remove unknown forwarding rules and apps.",
            "Release the account then on the page Restricted entities of the Microsoft Defender portal.",
            "Wait up to a day until the release works everywhere.",
        ],
        links: &[fix!("fix-error-code-5-1-8-in-exchange-online"), RESTORE],
        examples: &[
            ex("550 5.1.8 Access denied, bad outbound sender AS(42004)"),
            ex("550 5.1.8 Access denied, bad outbound sender AS(42000001) [AA1PEPF00000001.eurprd02.prod.outlook.com]"),
        ],
        source: "Microsoft: NDR 5.1.8",
        ..RULE
    },
    Rule {
        id: "exchange-online-banned-account",
        cause: Cause::SenderAccountSuspended,
        says: &["access denied, spam abuse detected", "access denied, banned sender"],
        summary: "Microsoft has banned the sending account because it sent spam.",
        steps: &[
            "Find out how {sender} came to send spam: taken over, an abused web form, a bulk mailing.",
            "Reset its password and remove unknown forwarding rules and apps.",
            "Ask Microsoft support to restore sending.",
        ],
        links: &[NDR, RESTORE],
        examples: &[
            ex("550 5.7.501 Access denied, spam abuse detected"),
            ex("550 5.7.502 Access denied, banned sender"),
            ex("550 5.7.503 Access denied, banned sender"),
        ],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-banned-account-code",
        cause: Cause::SenderAccountSuspended,
        codes: &[st_range(5, 7, 501, 503)],
        summary: "Microsoft has banned the sending account because it sent spam.",
        steps: &[
            "Find out how {sender} came to send spam, reset its password, and remove unknown forwarding rules and apps.",
            "Ask Microsoft support to restore sending.",
        ],
        links: &[NDR, RESTORE],
        examples: &[ex("550 5.7.501 Access denied")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-traffic-not-accepted",
        cause: Cause::PoorReputation,
        says: &["traffic not accepted from this ip", "as(7230", "as(8561"],
        summary: "Microsoft 365 refuses {ip} because of low reputation, as happens to new and trial tenants.",
        steps: &[
            "Clean up every taken-over account, abused form and open relay of the organization.",
            "Ask Microsoft support for an exception if the organization is new and its mail is sound.",
        ],
        links: &[fix!("fix-error-code-5-7-700-through-5-7-750")],
        examples: &[
            ex(
                "550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653 AS(8561) [AA1.eop-nam12.prod.protection.outlook.com 2026-09-29T10:00:00.000Z]",
            ),
            ex("550 5.7.708 Access denied, traffic not accepted from this IP"),
        ],
        source: "Microsoft: NDR 5.7.700 through 5.7.750",
        ..RULE
    },
    Rule {
        id: "exchange-online-tenant-threshold",
        cause: Cause::SenderAccountSuspended,
        says: &["tenant has exceeded threshold"],
        summary: "Most mail of the sending organization looked like spam, and Microsoft stopped its outgoing mail.",
        steps: &[
            "Look for taken-over accounts, admin accounts that made new connectors, and a server on premises that relays spam, and stop them.",
            "Ask Microsoft support to lift the block afterwards.",
            "Wait a day after the renewal of an expired subscription.",
        ],
        links: &[fix!("fix-error-code-5-7-700-through-5-7-750")],
        examples: &[ex("550 5.7.705 Access denied, tenant has exceeded threshold")],
        source: "Microsoft: NDR 5.7.700 through 5.7.750",
        ..RULE
    },
    Rule {
        id: "exchange-online-bad-inbound-connector",
        cause: Cause::SenderAccountSuspended,
        says: &["bad inbound connector", "as(2204"],
        summary: "Microsoft has blocked an inbound connector of the sending organization because spam came through it.",
        steps: &[
            "Look at the connector on the page Restricted entities of the Microsoft Defender portal.",
            "Clean up the server or account behind it, delete connectors that nobody knows, and release it there.",
        ],
        links: &["https://learn.microsoft.com/en-us/defender-office-365/connectors-remove-blocked"],
        examples: &[ex("550 5.7.711 Access denied, bad inbound connector. AS(2204)")],
        source: "Microsoft: Remove blocked connectors",
        ..RULE
    },
    Rule {
        id: "exchange-online-unregistered-domain",
        cause: Cause::SenderAccountSuspended,
        says: &["client blocked from sending from unregistered domain", "sending from unregistered domain"],
        summary: "The organization sent too much mail from domains that it has not registered with Microsoft 365.",
        steps: &[
            "Add every domain that you send from to Microsoft 365 and verify it.",
            "Look for connectors and accounts that nobody knows.",
        ],
        links: &[fix!("fix-error-code-5-7-700-through-5-7-750")],
        examples: &[ex("550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains")],
        source: "Microsoft: NDR 5.7.700 through 5.7.750",
        ..RULE
    },
    Rule {
        id: "exchange-online-tenant-block-list",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "blocked by your organization using tenant allow block list",
            "by your organization using tenant allow",
        ],
        summary: "Your own organization blocks one of the recipients, and the whole message is stopped for all of them.",
        steps: &[
            "Look up the recipient named in the answer in the Tenant Allow/Block List of the Microsoft Defender portal.",
            "Remove the entry if mail to it is wanted; otherwise the sender leaves that recipient out and sends again.",
        ],
        links: &[fix!("fix-error-code-5-7-700-through-5-7-750")],
        examples: &[ex(
            "550 5.7.703 Your message can't be delivered because messages to user@example.com, user@example.net are blocked by your organization using Tenant Allow Block List.",
        )],
        source: "Microsoft: NDR 550 5.7.703",
        ..RULE
    },
    Rule {
        id: "exchange-online-recipient-tenant-block-list",
        cause: Cause::SenderBlocked,
        says: &["tenant allow/block list", "tenant allow block list", "using tenant block list"],
        summary: "The organization behind {domain} blocks {sender} in its Tenant Allow/Block List.",
        steps: &[
            "Look up {sender} and {sender_domain} in the Tenant Allow/Block List of {domain}, and remove the entry if the mail is wanted.",
        ],
        links: &["https://learn.microsoft.com/en-us/defender-office-365/tenant-allow-block-list-email-spoof-configure"],
        examples: &[ex(
            "550 5.7.1 Your message was blocked by the Tenant Allow/Block List of the recipient's organization.",
        )],
        source: "Microsoft: Tenant Allow/Block List",
        ..RULE
    },
    Rule {
        id: "exchange-online-tenant-banned-code",
        cause: Cause::SenderAccountSuspended,
        codes: &[st_range(5, 7, 700, 749), st(5, 7, 750)],
        summary: "Most mail of the sending organization looked like spam, and Microsoft stopped its outgoing mail.",
        steps: &[
            "Look for taken-over accounts, unknown connectors and open relays of the organization, and stop them.",
            "Ask Microsoft support to lift the block afterwards.",
        ],
        links: &[fix!("fix-error-code-5-7-700-through-5-7-750")],
        examples: &[ex("550 5.7.705 Access denied")],
        source: "Microsoft: NDR 5.7.700 through 5.7.750",
        ..RULE
    },
];
