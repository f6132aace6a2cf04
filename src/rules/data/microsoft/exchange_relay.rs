//! Relaying through Exchange Server and Exchange Online: domains that it does not serve, connectors that do
//! not match.
//!
//! Pages: <https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/fix-error-code-5-7-64-in-exchange-online>,
//! <https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/fix-error-code-550-5-4-1-in-exchange-online>.

use super::CLOUD;
use crate::names::code::{any, replies, st};
use crate::names::terms::{Cause, Owner, Side};
use crate::rules::rule::{RULE, Rule, ex, ex_by, ex_side};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "exchange-online-tenant-attribution",
        cause: Cause::RelayDenied,
        owner: Some(Owner::SenderAdmin),
        says: &["tenantattribution"],
        summary: "Exchange Online cannot tell which organization this server relays for: the inbound connector no longer matches it.",
        steps: &[
            "Compare the outgoing IP address and the certificate of the server on premises with the inbound connector in the Exchange admin center.",
            "Correct the connector, or renew the certificate with a name in an accepted domain.",
            "Make sure that the sender's domain is an accepted domain of the organization.",
        ],
        links: &[fix!("fix-error-code-5-7-64-in-exchange-online")],
        examples: &[ex("550 5.7.64 TenantAttribution; Relay Access Denied [AA1.prod.protection.outlook.com]")],
        source: "Microsoft: NDR 5.7.64",
        ..RULE
    },
    Rule {
        id: "exchange-online-direct-send",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["direct send not allowed"],
        summary: "The organization takes no unauthenticated mail that has one of its own domains as sender (Direct Send).",
        steps: &[
            "Let the device or service sign in, or make an inbound connector that knows it by certificate or IP address.",
            "Send from another domain if the mail comes from a foreign service.",
        ],
        links: &[
            "https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365",
        ],
        examples: &[ex(
            "550 5.7.68 TenantInboundAttribution; Direct Send not allowed for this organization from unauthorized sources [AA1.eop-EUR01.prod.protection.outlook.com]",
        )],
        source: "Microsoft: Reject Direct Send",
        ..RULE
    },
    Rule {
        id: "exchange-online-partner-connector",
        cause: Cause::PolicyRejection,
        says: &["tenantinboundattribution", "restrictdomainstoipaddresses", "restrictdomainstocertificate"],
        summary: "A partner connector of {domain} takes mail only from certain IP addresses or certificates, and {ip} is not among them.",
        steps: &[
            "Look at the inbound connectors of type Partner of {domain}, and add {ip} or the sender's certificate.",
            "Make sure that the MX record of {domain} leads to the filter, if one stands before Microsoft 365.",
        ],
        links: &[
            "https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/use-connectors-to-configure-mail-flow/set-up-connectors-for-secure-mail-flow-with-a-partner",
        ],
        examples: &[ex(
            "550 5.7.51 TenantInboundAttribution; There is a partner connector configured that matched the message's recipient domain. The connector had either the RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set [AA1.eop-EUR01.prod.protection.outlook.com]",
        )],
        source: "Exchange Online: answer text",
        ..RULE
    },
    Rule {
        id: "exchange-online-relay-connector",
        cause: Cause::RelayDenied,
        owner: Some(Owner::SenderAdmin),
        says: &["relay access denied"],
        codes: &[st(5, 7, 64)],
        summary: "Exchange Online cannot tell which organization this server relays for: the inbound connector no longer matches it.",
        steps: &[
            "Compare the outgoing IP address and the certificate of the server on premises with the inbound connector in the Exchange admin center.",
        ],
        links: &[fix!("fix-error-code-5-7-64-in-exchange-online")],
        examples: &[ex("550 5.7.64 Relay Access Denied ATTR36 [AA1.prod.protection.outlook.com]")],
        source: "Microsoft: NDR 5.7.64",
        ..RULE
    },
    Rule {
        id: "exchange-online-relay-access-denied",
        cause: Cause::RelayDenied,
        says: &["relay access denied"],
        codes: &[any(4, 1)],
        summary: "The server that the MX record of {domain} names does not take mail for this domain.",
        steps: &[
            "Correct the MX record of {domain}: one record that names the host shown in the Microsoft 365 admin center.",
            "Add {domain} to Microsoft 365 and verify it if it is missing there.",
            "Allow up to three days for a change of DNS.",
        ],
        links: &[fix!("fix-error-code-550-5-4-1-in-exchange-online")],
        examples: &[ex("550 5.4.1 Relay Access Denied"), ex("#550 5.4.1 Relay Access Denied ##")],
        source: "Microsoft: NDR 550 5.4.1",
        ..RULE
    },
    Rule {
        id: "exchange-online-relay-access-denied-attr",
        cause: Cause::RelayDenied,
        says: &["relay access denied", "unable to relay. attr"],
        by: CLOUD,
        summary: "Exchange Online does not take mail for {domain} from this server.",
        steps: &[
            "Correct the MX record of {domain}, and check that the domain is added and verified in Microsoft 365.",
            "Check the inbound connector, if it is your own organization that relays.",
        ],
        links: &[fix!("fix-error-code-550-5-4-1-in-exchange-online")],
        examples: &[ex_by("550 5.7.0 Relay Access Denied", "example-com.mail.protection.outlook.com")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-unable-to-relay-own",
        cause: Cause::RelayDenied,
        owner: Some(Owner::SenderAdmin),
        says: &["unable to relay"],
        side: Some(Side::Sender),
        summary: "Your own Exchange server does not relay to {domain} for this client.",
        steps: &[
            "Let the program or device sign in, or send through port 587.",
            "Make a receive connector with the permission to relay (Ms-Exch-SMTP-Accept-Any-Recipient) for the address of a client that cannot log in.",
        ],
        links: &["https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/allow-anonymous-relay"],
        examples: &[ex_side("550 5.7.1 Unable to relay", "mail.example.com", Side::Sender)],
        source: "Microsoft: NDR 550 5.7.1",
        ..RULE
    },
    Rule {
        id: "exchange-unable-to-relay",
        cause: Cause::RelayDenied,
        says: &["unable to relay"],
        codes: &[any(7, 1), any(7, 54), replies(550, 554)],
        summary: "{host} does not take mail for {domain}.",
        steps: &[
            "Check that the MX record of {domain} names the server that holds its mailboxes.",
            "Add {domain} to the accepted domains of that server.",
            "Let the administrators of {host} allow the client to relay, if it is the sender's own outgoing server.",
            "Ignore the report if nobody sent this message: somebody forged the sender address.",
        ],
        links: &[fix!("fix-error-code-550-5-7-1-in-exchange-online")],
        examples: &[
            ex("550 5.7.1 Unable to relay"),
            ex("550 5.7.1 Unable to relay for user@example.com"),
            ex("550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain"),
        ],
        source: "Microsoft: NDR 550 5.7.1",
        ..RULE
    },
];
