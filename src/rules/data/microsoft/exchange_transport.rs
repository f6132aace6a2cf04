//! Tokens of the Exchange transport service about routing, sending, queues and mail flow rules
//! (`SMTPSEND.…`, `ROUTING.…`, `QUEUE.…`, `CAT.…`, `TRANSPORT.RULES.…`).
//!
//! Page: <https://learn.microsoft.com/en-us/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages>.

use super::{NDR, ONPREM};
use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "exchange-outbound-frontend-dns",
        cause: Cause::ServerError,
        owner: Some(Owner::SenderAdmin),
        says: &["outbound proxy frontend server", "smtpsend.dns.nooutboundfrontendservers"],
        summary: "The sending Exchange server cannot find the front-end server of its own organization that should pass the message on.",
        steps: &[
            "Check on {generator} which DNS servers the network adapter and the transport service use, and that they resolve the front-end servers.",
            "Check the send connector that proxies through the front end.",
        ],
        links: &[ONPREM],
        examples: &[ex(
            "554 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain while resolving the outbound proxy frontend server fqdn",
        )],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &["smtpsend.dns.nonexistentdomain"],
        summary: "Exchange did not find {domain} in DNS.",
        steps: &[
            "Check the spelling of {domain} and send the message again with the right address.",
            "Ask your mail administrator to check the DNS servers that Exchange uses and the smart host of its send connector, if the domain exists for everybody else.",
        ],
        links: &[ONPREM],
        examples: &[
            ex("554 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain"),
            ex("451 4.4.0 DNS query failed. The error was: SMTPSEND.DNS.NonExistentDomain; nonexistent domain"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-mx-points-back",
        cause: Cause::RoutingLoop,
        says: &["smtpsend.dns.mxloopback", "dns records for this domain are configured in a loop"],
        summary: "The MX record of {domain} leads back to the sending Exchange server itself.",
        steps: &[
            "Correct the MX record of {domain} so that it names the server that holds its mailboxes.",
            "Make {domain} an accepted domain there, if that is the sending server.",
        ],
        links: &[ONPREM],
        examples: &[ex("554 5.4.4 SMTPSEND.DNS.MxLoopback; DNS records for this domain are configured in a loop")],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-dns-answer-invalid",
        cause: Cause::DnsFailure,
        says: &["smtpsend.dns.invaliddata"],
        summary: "The DNS servers of {domain} gave an answer that Exchange cannot use.",
        steps: &[
            "Check the MX and address records of {domain}: names that are IP addresses, names with illegal characters, answers with errors.",
        ],
        links: &[ONPREM],
        examples: &[ex("554 5.4.4 SMTPSEND.DNS.InvalidData; DNS returned an invalid response for this domain")],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-bare-linefeeds",
        cause: Cause::MessageMalformed,
        says: &[
            "smtpsend.barelinefeedsareillegal",
            "message contains bare linefeeds",
            "content, contains bare linefeeds",
        ],
        summary: "The message holds line feeds without carriage returns, which the next server does not take.",
        steps: &[
            "Change or update the program that made the message so that every line ends in CR LF.",
            "Look at scripts, scanners and tools that add a footer or disclaimer if the mail program itself is sound.",
        ],
        links: &[fix!("fix-error-code-550-5-6-11-in-exchange-online")],
        examples: &[
            ex(
                "550 5.6.2 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds, which cannot be sent via DATA",
            ),
            ex(
                "550 5.6.11 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds, which cannot be sent via DATA and receiving system does not support BDAT",
            ),
            ex("554 5.6.0 Invalid message content, contains bare linefeeds"),
        ],
        source: "Microsoft: NDR 550 5.6.11",
        ..RULE
    },
    Rule {
        id: "exchange-remote-disconnected",
        cause: Cause::ConnectionFailed,
        says: &["smtpsend.suspiciousremoteservererror", "smtpsend.sendingerror", "smtpsend.poisonforremote"],
        summary: "The server of {domain} broke the connection off while the message was being sent.",
        steps: &[
            "Look at the log of the receiving server, and of a firewall or SMTP filter before it, for the moment of the attempt.",
            "Turn off SMTP inspection of the firewall if it cuts long or encrypted sessions.",
        ],
        links: &[NDR],
        examples: &[ex(
            "451 4.4.0 SMTPSEND.SuspiciousRemoteServerError; remote server disconnected abruptly; retry will be delayed",
        )],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-recipient-address-too-long",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "smtpsend.longrecipientaddress",
            "smtpsend.invalidlongrecipientaddress",
            "routing.invalidaddress",
            "routing.invalidx400address",
        ],
        summary: "The recipient's address or its domain is not valid.",
        examples: &[
            ex("550 5.1.2 ROUTING.InvalidAddress; invalid address domain"),
            ex("550 5.1.2 SMTPSEND.LongRecipientAddress; long recipient address"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-sender-address-too-long",
        cause: Cause::SenderAddressRejected,
        says: &["smtpsend.longsenderaddress", "smtpsend.invalidlongsenderaddress"],
        examples: &[ex("550 5.1.7 SMTPSEND.LongSenderAddress; long sender address")],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-utf8-address",
        cause: Cause::EncodingUnsupported,
        says: &[
            "smtpsend.utf8recipientaddress",
            "smtpsend.utf8senderaddress",
            "utf-8 addresses not supported",
            "utf-8 recipient address not supported",
            "utf-8 sender address not supported",
        ],
        summary: "An address holds characters outside ASCII, and a server on the way cannot handle them.",
        examples: &[
            ex("550 5.1.8 SMTPSEND.Utf8RecipientAddress; UTF-8 recipient address not supported."),
            ex("501 5.1.8 UTF-8 addresses not supported"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-no-route",
        cause: Cause::ServerError,
        owner: Some(Owner::SenderAdmin),
        says: &["routing.nonexthop", "routing.noconnectorforaddresstype"],
        summary: "The Exchange organization has no connector that leads to {domain}.",
        steps: &[
            "Check the address spaces of the send connectors on {generator}: one of them must cover {domain}.",
            "Check that its source servers work and that the connector is enabled.",
        ],
        links: &[ONPREM],
        examples: &[ex("550 5.4.4 ROUTING.NoNextHop; unable to route")],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-gateway-connector-broken",
        cause: Cause::ServerError,
        owner: Some(Owner::SenderAdmin),
        says: &["nonsmtpgw.", "deliveryagent."],
        summary: "A foreign connector or delivery agent of the sending Exchange organization does not work.",
        steps: &[
            "Check the connector and its drop directory on {generator}: it exists, is enabled, is writable and not full.",
        ],
        links: &[ONPREM],
        examples: &[ex("444 4.4.4 NONSMTPGW.QuotaExceeded Drop Directory Quota is exceeded.")],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-queue-expired-unreachable",
        cause: Cause::MessageExpired,
        owner: Some(Owner::SenderAdmin),
        says: &["message expired in unreachable destination queue"],
        summary: "The sending Exchange server found no route to {domain} until the message was too old.",
        steps: &[
            "Look at the unreachable destination queue on {generator} and at the reason that it gives.",
            "Repair or add the send connector for {domain}.",
        ],
        links: &[ONPREM],
        examples: &[ex(
            "550 4.4.7 QUEUE.Expired; message expired in unreachable destination queue. Reason: There is currently no route to the mailbox database.",
        )],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-queue-expired",
        cause: Cause::MessageExpired,
        says: &["queue.expired", "message dropped. message too old", "message dropped. poison message too old"],
        not: &[
            "primary target ip",
            "unable to connect",
            "remote server",
            "attempted failover",
            "server at ",
            "last error",
            "connection dropped",
            "connection timed out",
        ],
        summary: "Exchange tried to deliver the message until it was too old, and the server of {domain} did not take it.",
        steps: &[
            "Check that the server of {domain} is up, reachable on port 25 and set up to take mail for this domain.",
            "Check the MX record of {domain} for names that lead nowhere.",
            "Ask the sender to send the message again once it works.",
        ],
        links: &[fix!("fix-error-code-550-4-4-7-in-exchange-online")],
        examples: &[ex("550 4.4.7 QUEUE.Expired; message expired"), ex("#550 4.4.7 QUEUE.Expired; message expired ##")],
        source: "Microsoft: NDR 550 4.4.7",
        ..RULE
    },
    Rule {
        id: "exchange-queue-deleted-by-admin",
        cause: Cause::PolicyRejection,
        permanence: Some(Permanence::Permanent),
        says: &[
            "queue.admin; message deleted",
            "queue.ddadmin",
            "queue.poisonadmin",
            "queue.transportagent",
            "message deleted by administrative action",
            "message deleted by transport agent",
            "rejected by administrative action",
            "discarded by administrative action",
        ],
        summary: "An administrator or an add-on of the Exchange server took the message out of the queue.",
        steps: &[
            "Look up the message in the message tracking log of {generator} and see who or which agent deleted it, and why.",
        ],
        examples: &[
            ex("550 4.3.2 QUEUE.Admin; message deleted by administrative action"),
            ex("530 5.3.1 Intercepted and rejected by administrative action. PRJCT"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-content-invalid",
        cause: Cause::MessageMalformed,
        says: &["cat.invalidcontent", "cannot handle content of message with internalid"],
        summary: "Exchange could not read the message: a header or a part of it is broken.",
        steps: &[
            "Read the name of the exception in the report: it says which header or part could not be decoded.",
            "Correct the program or service that writes that header, and send the message again.",
        ],
        examples: &[ex(
            "550 5.6.0 CAT.InvalidContent.Exception: ExchangeDataException, Decoding of header X-Sample-Sender failed; cannot handle content of message with InternalId 12345, InternetMessageId <a@example.com>.",
        )],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-transport-rule-failed",
        cause: Cause::ServerError,
        says: &["tra: policy processing failed", "transport rule evaluation timed out"],
        summary: "A mail flow rule of the Exchange organization could not be evaluated in time.",
        steps: &[
            "Look for mail flow rules with costly patterns or attachment checks on {generator} and make them simpler.",
        ],
        examples: &[ex("550 5.7.1 TRA: Policy processing failed: transport rule evaluation timed out.")],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-transport-rule-rejected",
        cause: Cause::PolicyRejection,
        says: &["transport.rules.rejectmessage", "transport.rules.reject"],
        summary: "A mail flow rule of the Exchange organization rejected the message.",
        steps: &[
            "Look in the message trace which mail flow rule rejected the message.",
            "Change the rule or add an exception for {sender} if the message is wanted.",
        ],
        links: &[fix!("fix-error-code-550-5-7-1-in-exchange-online")],
        examples: &[ex("550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy")],
        source: ONPREM,
        ..RULE
    },
];
