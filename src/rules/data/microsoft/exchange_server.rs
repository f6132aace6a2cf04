//! Exchange Server 5.5 to 2019 on premises: the Internet Mail Service (`MSEXCH:IMS:`), IIS SMTP, the
//! anti-spam agents and what the transport service answers.
//!
//! Pages: <https://learn.microsoft.com/en-us/exchange/antispam-and-antimalware/antispam-protection/antispam-protection>,
//! KB 284204 (delivery status notifications in Exchange Server).

use crate::names::code::{any, reply, st};
use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

const AGENTS: &str =
    "https://learn.microsoft.com/en-us/exchange/antispam-and-antimalware/antispam-protection/antispam-protection";

pub(super) const RULES: &[Rule] = &[
    // Exchange 5.5: Internet Mail Service and MTA.
    Rule {
        id: "exchange-55-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &["the recipient name is not recognized", "msexch:ims: * unknown recipient", "0 (000c05a6"],
        summary: "The old Exchange server does not know {address}.",
        examples: &[ex(
            "The recipient name is not recognized The MTS-ID of the original message is: c=us;a= ;p=example;l=MAIL1-000101000000Z-1 MSEXCH:IMS:Example:SITE:MAIL1 0 (000C05A6) Unknown Recipient",
        )],
        source: "Microsoft KB: Exchange Server 5.5 non-delivery reports",
        ..RULE
    },
    Rule {
        id: "exchange-55-recipient-ambiguous",
        cause: Cause::ServerError,
        says: &["the recipient name is ambiguous", "msexch:ims: * ambiguous recipient"],
        summary: "Two recipients of the old Exchange server have {address}.",
        examples: &[ex(
            "The recipient name is ambiguous. The MTS-ID of the original message is: c=US;a= MSEXCH:IMS:Example:SITE:MAIL1 0 (000C0595) Ambiguous Recipient",
        )],
        source: "Microsoft KB 251152",
        ..RULE
    },
    Rule {
        id: "exchange-55-host-unknown",
        cause: Cause::DomainNotFound,
        says: &["msexch:ims: * host unknown", "000c05a4", "host unknown (domain name or host could not be found)"],
        summary: "The Internet Mail Service of Exchange found no host for {domain}.",
        examples: &[ex("MSEXCH:IMS:Example:SITE:MAIL1 0 (000C05A4) Host Unknown")],
        source: "Microsoft KB: Internet Mail Service",
        ..RULE
    },
    Rule {
        id: "exchange-55-host-unreachable",
        cause: Cause::ConnectionFailed,
        says: &["msexch:ims: * host is unreachable", "msexch:ims: * host unreachable", "msexch:ims: * connection"],
        summary: "The Internet Mail Service of Exchange could not reach the host of {domain}.",
        examples: &[ex("MSEXCH:IMS:Example:SITE:MAIL1 0 (000C05A5) Host is unreachable")],
        source: "Microsoft KB: Internet Mail Service",
        ..RULE
    },
    Rule {
        id: "exchange-55-expired",
        cause: Cause::MessageExpired,
        says: &[
            "msexch:ims: * time expired",
            "msexch:ims: * message timed out",
            "the recipient was unavailable to take delivery of the message",
        ],
        summary: "The old Exchange server tried until the message was too old.",
        examples: &[ex(
            "The recipient was unavailable to take delivery of the message The MTS-ID of the original message is: c=us;a= ;p=example;l=MAIL1-000101000000Z-1 MSEXCH:MSExchangeMTA:SITE:MAIL1",
        )],
        source: "Microsoft KB: Exchange Server 5.5 non-delivery reports",
        ..RULE
    },
    Rule {
        id: "exchange-55-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "the content length of the message is too long for the recipient",
            "msexch:ims: * message size exceeds",
        ],
        examples: &[ex(
            "The content length of the message is too long for the recipient to take delivery The MTS-ID of the original message is: c=us;a= ;p=example",
        )],
        source: "Microsoft KB: Exchange Server 5.5 non-delivery reports",
        ..RULE
    },
    Rule {
        id: "exchange-55-other",
        cause: Cause::Unknown,
        says: &["msexch:ims:"],
        like: Some(r"msexch:ims:[^()]*\(000c05"),
        summary: "The old Exchange server gives a number instead of a reason.",
        examples: &[ex("MSEXCH:IMS:Example:SITE:MAIL1 3550 (000C05FF)")],
        source: "Microsoft KB: Internet Mail Service",
        ..RULE
    },
    // Anti-spam agents.
    Rule {
        id: "exchange-content-filter",
        cause: Cause::SpamContent,
        says: &["message rejected as spam by content filtering"],
        summary: "The content filter of the Exchange server took the message for spam.",
        steps: &[
            "Change the message: fewer links, no shorteners, plain words, text beside pictures.",
            "Ask the administrators of {domain} to look up the message in the agent log and to except {sender} from the content filter.",
        ],
        links: &[
            "https://learn.microsoft.com/en-us/exchange/antispam-and-antimalware/antispam-protection/content-filtering",
        ],
        examples: &[ex("550 5.7.1 Message rejected as spam by Content Filtering.")],
        source: "Microsoft: Content filtering on Edge Transport servers",
        ..RULE
    },
    Rule {
        id: "exchange-message-filter",
        cause: Cause::SpamContent,
        says: &["requested action not taken: message refused"],
        summary: "The Intelligent Message Filter of an old Exchange server took the message for spam.",
        steps: &[
            "Change the message, and ask the administrators of {domain} to look at the threshold of their filter.",
        ],
        examples: &[ex("550 5.7.1 Requested action not taken: message refused")],
        source: "Exchange Server 2003: Intelligent Message Filter",
        ..RULE
    },
    Rule {
        id: "exchange-content-restrictions",
        cause: Cause::SpamContent,
        says: &["message rejected due to content restrictions"],
        not: &["aup#"],
        summary: "The filter of the receiving server took something in the message for spam, most often a link or a phone number in the signature.",
        steps: &[
            "Send the message again without its signature and links to see whether they are the reason.",
            "Ask the administrators of {domain} to have their filter's vendor analyse the message.",
        ],
        links: &[
            "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/message-rejected-due-to-content-restrictions",
        ],
        examples: &[ex("550 5.7.1 Message rejected due to content restrictions")],
        source: "Microsoft KB 3024906",
        ..RULE
    },
    Rule {
        id: "exchange-attachment-filter",
        cause: Cause::ContentBlocked,
        says: &["message rejected due to unacceptable attachments"],
        summary: "The receiving Exchange server does not take the type of the attachment.",
        links: &[AGENTS],
        examples: &[ex("550 5.7.1 Message rejected due to unacceptable attachments")],
        source: "Microsoft: Attachment filtering on Edge Transport servers",
        ..RULE
    },
    Rule {
        id: "exchange-sender-id",
        cause: Cause::SpfFailure,
        says: &["sender id (pra) not permitted", "sender id pra not permitted"],
        summary: "The receiving Exchange server checks Sender ID, and the SPF record of {sender_domain} does not allow {ip}.",
        steps: &["Put {ip} and every other sending server into the SPF record of {sender_domain}."],
        links: &["https://learn.microsoft.com/en-us/exchange/antispam-and-antimalware/antispam-protection/sender-id"],
        examples: &[ex("550 5.7.1 Sender ID (PRA) Not Permitted")],
        source: "Microsoft: Sender ID on Edge Transport servers",
        ..RULE
    },
    Rule {
        id: "exchange-missing-pra",
        cause: Cause::MessageMalformed,
        owner: Some(Owner::Sender),
        says: &["missing purported responsible address"],
        summary: "The message names nobody as its sender: From and Sender headers are missing.",
        examples: &[ex("550 5.7.1 Missing purported responsible address")],
        source: "Microsoft: Sender ID on Edge Transport servers",
        ..RULE
    },
    Rule {
        id: "exchange-connection-filter",
        cause: Cause::IpBlocklisted,
        says: &["your ip has been found on a block list"],
        summary: "{ip} is on a block list that the receiving Exchange server asks, but the answer does not say which.",
        steps: &[
            "Look up {ip} in several block lists at once, remove the reason, and ask the list for removal.",
            "Ask the administrators of {domain} which IP block list provider of theirs lists {ip}.",
        ],
        links: &["https://mxtoolbox.com/SuperTool.aspx?action=blacklist:{ip}"],
        examples: &[ex("550 5.7.1 Recipient not authorized, your IP has been found on a block list")],
        source: "Exchange Server: connection filtering agent",
        ..RULE
    },
    Rule {
        id: "exchange-sender-reputation",
        cause: Cause::PoorReputation,
        owner: Some(Owner::RecipientAdmin),
        says: &["external client with ip address"],
        and: &["support.microsoft.com/kb/928123", "kb/928123"],
        summary: "The receiving Exchange server has put {ip} on its own block list for a day, because mail from there looked like spam.",
        steps: &[
            "Take {ip} off the IP block list (Get-IPBlockListEntry) of {host} if its mail is wanted, and add it to the allow list.",
            "Let the sender look for infected machines and taken-over accounts behind {ip}.",
        ],
        links: &[
            "https://learn.microsoft.com/en-us/exchange/antispam-and-antimalware/antispam-protection/sender-reputation",
        ],
        examples: &[ex(
            "550 5.7.1 External client with IP address 192.0.2.25 does not have permissions to submit to this server. Visit http://support.microsoft.com/kb/928123 for more information.",
        )],
        source: "Exchange Server: IP block list, machine entries",
        ..RULE
    },
    Rule {
        id: "exchange-ip-block-list",
        cause: Cause::SenderBlocked,
        says: &["external client with ip address"],
        summary: "An administrator of {domain} has put {ip} on the block list of the Exchange server.",
        steps: &["Take {ip} off the IP block list (Get-IPBlockListEntry) of {host} if its mail is wanted."],
        links: &[
            "https://learn.microsoft.com/en-us/exchange/antispam-and-antimalware/antispam-protection/connection-filtering",
        ],
        examples: &[ex(
            "550 5.7.1 External client with IP address 192.0.2.25 does not have permissions to submit to this server.",
        )],
        source: "Exchange Server: IP block list",
        ..RULE
    },
    Rule {
        id: "exchange-submit-refused",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::RecipientAdmin),
        says: &["does not have permissions to submit to this server"],
        summary: "The receive connector of the Exchange server takes no mail from this client without a login.",
        steps: &[
            "Allow anonymous users on the receive connector of {host} if it serves mail from the Internet.",
            "Set a login in the program that sends, if {host} is the sender's own outgoing server.",
        ],
        examples: &[ex("550 5.7.1 Client does not have permissions to submit to this server")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-invalid-helo",
        cause: Cause::HeloInvalid,
        says: &["invalid domain name", "ehlo requires domain address", "helo requires domain address"],
        codes: &[st(5, 5, 4), st(5, 0, 0)],
        summary: "The sending server says a name in HELO that is no valid host name.",
        steps: &[
            "Set the HELO name of the sending server to its full host name, with letters, digits, dots and hyphens only.",
        ],
        examples: &[ex("501 5.5.4 Invalid domain name"), ex("501 5.0.0 EHLO requires domain address")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    // Transport service.
    Rule {
        id: "exchange-mailbox-not-accessible",
        cause: Cause::MailboxDisabled,
        owner: Some(Owner::RecipientAdmin),
        says: &["mailbox cannot be accessed"],
        summary: "The mailbox behind {address} is offline, disabled or quarantined.",
        steps: &["Check that the account of {address} is enabled and that its mailbox database is mounted."],
        examples: &[ex("550 5.2.1 Mailbox cannot be accessed")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-mailing-list-expansion",
        cause: Cause::ServerError,
        says: &["mailing list expansion problem"],
        summary: "The Exchange server could not find out who belongs to the group behind {address}.",
        steps: &["Check the group behind {address}: its members, its query, its expansion server."],
        examples: &[ex("550 5.2.4 Mailing list expansion problem")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &["message size exceeds fixed maximum message size", "header size exceeds fixed maximum size"],
        summary: "The message is larger than the receiving server takes.",
        examples: &[
            ex("552 5.3.4 Message size exceeds fixed maximum message size"),
            ex("552 5.3.4 Header size exceeds fixed maximum size"),
        ],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-message-partial",
        cause: Cause::EncodingUnsupported,
        says: &["messages of type message/partial are not supported"],
        summary: "The sender's program cut the message into parts (message/partial), which Exchange does not take.",
        steps: &[
            "Turn off the splitting of large messages in the mail program, and send the message again or make it smaller.",
        ],
        examples: &[ex("554 5.6.1 Messages of type message/partial are not supported")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-not-rfc-conformant",
        cause: Cause::ProtocolError,
        owner: Some(Owner::RecipientAdmin),
        says: &["remote server response was not rfc conformant"],
        summary: "The server of {domain}, or a firewall before it, answered in a way that is no SMTP.",
        steps: &[
            "Look at what {host} answers on port 25, and turn off SMTP inspection of a firewall that overwrites it with asterisks.",
        ],
        examples: &[ex("421 4.4.0 Remote server response was not RFC conformant")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-unable-to-route",
        cause: Cause::ServerError,
        owner: Some(Owner::SenderAdmin),
        says: &["unable to route"],
        not: &["invalid recipient", "unrouteable", "address"],
        codes: &[st(5, 4, 4)],
        summary: "The Exchange server knows no way to {domain}.",
        steps: &["Check the address spaces of the send connectors, and which DNS servers Exchange asks."],
        examples: &[ex("554 5.4.4 Unable to route")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-invalid-recipient-route",
        cause: Cause::RecipientAddressInvalid,
        says: &["unable to route due to invalid recipient address"],
        examples: &[ex("554 5.4.4 Unable to route due to invalid recipient address")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-corrupt-content",
        cause: Cause::MessageMalformed,
        says: &["corrupt message content"],
        summary: "The Exchange server could not read the message.",
        examples: &[ex("554 5.6.0 Corrupt message content")],
        source: "Microsoft KB 284204",
        ..RULE
    },
    Rule {
        id: "exchange-body-type",
        cause: Cause::EncodingUnsupported,
        says: &["body type not supported by remote host"],
        summary: "The next server takes no 8-bit message, and Exchange could not convert it.",
        examples: &[ex("554 5.6.1 Body type not supported by Remote Host")],
        source: "Microsoft KB 284204",
        ..RULE
    },
    Rule {
        id: "exchange-not-accepting",
        cause: Cause::ServerError,
        says: &["system not accepting network messages", "service not active", "too many related errors"],
        summary: "The receiving server takes no mail at the moment.",
        steps: &["Check the mail service and its queues on {host}: it may be paused, draining or in maintenance."],
        examples: &[ex("421 4.3.2 System not accepting network messages"), ex("421 4.3.2 Service not active")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-queue-delay",
        cause: Cause::ServerError,
        owner: Some(Owner::Nobody),
        permanence: Some(Permanence::Temporary),
        says: &[
            "message delayed, too many concurrent deliveries",
            "delayed due to a large queue",
            "delayed due to a suspended delivery queue",
        ],
        examples: &[ex("400 4.4.7 Message delayed, too many concurrent deliveries at this time")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-unable-to-connect",
        cause: Cause::ConnectionFailed,
        says: &["unable to connect"],
        codes: &[st(4, 2, 1), any(4, 1), any(4, 0)],
        summary: "The sending server could not connect to the mail server of {domain}.",
        examples: &[
            ex("421 4.2.1 Unable to connect"),
            ex(
                "451 4.4.0 Primary target IP address responded with: \"421 4.2.1 Unable to connect.\" Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts. The last endpoint attempted was 192.0.2.25:25",
            ),
        ],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-socket-error",
        cause: Cause::ConnectionFailed,
        says: &["socket error", "connection failover", "winsock error code"],
        codes: &[reply(441), any(4, 0), any(4, 1), any(4, 2)],
        summary: "The connection between the sending server and the mail server of {domain} failed.",
        examples: &[
            ex("441 4.4.1 Socket error"),
            ex(
                "441 4.4.1 Error encountered while communicating with primary target IP address: \"Failed to connect. Winsock error code: 10060, Win32 error code: 10060.\" Attempted failover to alternate host, but that did not succeed.",
            ),
        ],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-disk-space",
        cause: Cause::ServerStorageFull,
        says: &["insufficient system resources"],
        and: &["useddiskspace", "disk", "queue]"],
        summary: "The disk of the receiving Exchange server is nearly full, so it takes no mail.",
        steps: &[
            "Free space on the drive of the queue database that the answer names, or move the queue to a larger drive.",
            "Watch back pressure (events 15004 to 15007 of MSExchangeTransport) until it ends.",
        ],
        links: &["https://learn.microsoft.com/en-us/exchange/mail-flow/back-pressure"],
        examples: &[ex(
            "452 4.3.1 Insufficient system resources (UsedDiskSpace[D:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\data\\Queue])",
        )],
        source: "Microsoft: Back pressure in Exchange Server",
        ..RULE
    },
    Rule {
        id: "exchange-back-pressure",
        cause: Cause::ServerError,
        says: &["insufficient system resources"],
        summary: "The receiving Exchange server is short of memory or disk space and takes no mail for now.",
        steps: &[
            "Look at back pressure on {host} (events 15004 to 15007 of MSExchangeTransport), and give it memory or disk space.",
        ],
        links: &["https://learn.microsoft.com/en-us/exchange/mail-flow/back-pressure"],
        examples: &[
            ex("452 4.3.1 Insufficient system resources (TSTE) [outlook.com]"),
            ex("452 4.3.1 Insufficient system resources"),
        ],
        source: "Microsoft: Back pressure in Exchange Server",
        ..RULE
    },
];
