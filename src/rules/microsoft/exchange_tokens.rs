//! Tokens at the start of an Exchange answer (`RESOLVER.ADR.RecipNotFound; not found`): the same words in
//! Exchange Server since 2007 and in Exchange Online, whatever the language of the report.
//!
//! Pages: <https://learn.microsoft.com/en-us/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages>.

use super::NDR;
use crate::cause::{Cause, Owner, Permanence};
use crate::rule::{RULE, Rule, ex};

const ONPREM: &str = "https://learn.microsoft.com/en-us/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "exchange-legacy-address-not-found",
        cause: Cause::RecipientUnknown,
        says: &["resolver.adr.exrecipnotfound", "resolver.adr.exrecipientnotfound"],
        summary: "Outlook used an internal Exchange address that no longer exists, probably from its list of suggested recipients or from an old message.",
        steps: &[
            "Start a new message, begin to type the name, and delete the suggested entry with the cross beside it.",
            "Choose the recipient from the address book or type the whole address {address}.",
            "Send the new message; sending the returned one again fails the same way.",
            "Ask your mail administrator to add the old legacyExchangeDN as an X500 address of the mailbox if many colleagues see this.",
        ],
        links: &[fix!("exrecipnotfound-ndr")],
        examples: &[
            ex("550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found"),
            ex("#550 5.1.11 RESOLVER.ADR.ExRecipNotFound; not found ##"),
        ],
        source: "Microsoft: NDR 550 5.1.11 RESOLVER.ADR.ExRecipNotFound",
        ..RULE
    },
    Rule {
        id: "exchange-recipient-not-found",
        cause: Cause::RecipientUnknown,
        says: &[
            "resolver.adr.recipnotfound",
            "resolver.adr.recipientnotfound",
            "resolver.adr.x400recipnotfound",
            "not found by smtp address lookup",
        ],
        summary: "The address {address} is not in the directory of the Exchange organization that took the message.",
        steps: &[
            "Check the spelling of {address}, delete the entry that Outlook suggests for it, and type the address anew.",
            "Ask the recipient by another way for the present address.",
            "If the address is right, ask the administrators of {domain} whether the mailbox exists, is licensed, is synchronized and does not forward to a deleted address.",
        ],
        links: &[fix!("fix-error-code-550-5-1-10-in-exchange-online")],
        examples: &[
            ex("550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup"),
            ex(
                "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient noname@example.com not found by SMTP address lookup",
            ),
            ex("#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-address-ambiguous",
        cause: Cause::ServerError,
        says: &["resolver.adr.ambiguous", "resolver.con.ambiguous"],
        summary: "Two objects in the directory of the Exchange organization share the address {address}.",
        steps: &[
            "Search the directory for all objects that have {address} as a proxy address, and leave it with one of them.",
            "Look into contacts and mail users that were created beside a mailbox during a migration.",
        ],
        links: &[ONPREM],
        examples: &[
            ex("550 5.1.4 RESOLVER.ADR.Ambiguous; ambiguous address"),
            ex("420 4.2.0 RESOLVER.ADR.Ambiguous; ambiguous address"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-primary-address-bad",
        cause: Cause::ServerError,
        says: &["resolver.adr.badprimary"],
        summary: "An object in the directory of the Exchange organization has no valid primary SMTP address.",
        steps: &[
            "Look at the proxy addresses of the account or contact in {generator} and give it one valid primary SMTP address.",
            "In a hybrid organization, correct it on premises and let the directory synchronize.",
        ],
        links: &[fix!("badprimary-ndr")],
        examples: &[ex("550 5.2.0 RESOLVER.ADR.BadPrimary; recipient primary SMTP address is missing or invalid")],
        source: "Microsoft: NDR RESOLVER.ADR.BadPrimary",
        ..RULE
    },
    Rule {
        id: "exchange-encapsulated-address",
        cause: Cause::RecipientAddressInvalid,
        says: &["resolver.adr.invalidinsmtp", "resolver.adr.smtpinsmtp", "resolver.adr.x500insmtp"],
        summary: "Outlook could not turn the recipient into an Internet address and sent it wrapped up (IMCEA…).",
        steps: &[
            "Delete the suggested entry or the broken contact of the recipient in Outlook.",
            "Type the whole address anew, without quotes, blanks or other extra characters, and send a new message.",
        ],
        links: &[fix!("imceaex-ndr")],
        examples: &[
            ex(
                "550 5.1.0 RESOLVER.ADR.InvalidInSmtp; encapsulated INVALID address inside an SMTP address (IMCEAINVALID-)",
            ),
            ex("550 5.1.0 RESOLVER.ADR.X500InSmtp; encapsulated X.500 address inside an SMTP address (IMCEAX500-)"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &["resolver.adr.reciplimit", "resolver.adr.recipientlimit", "pickup.reciplimit"],
        summary: "The message has more recipients than the Exchange organization or the sender may address at once.",
        steps: &[
            "Send the message in several parts with fewer recipients each, or write to a distribution group, which counts as one.",
            "Ask your mail administrator about the recipient limit of your mailbox.",
        ],
        links: &[ONPREM],
        examples: &[
            ex("550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients"),
            ex("550 5.5.3 RESOLVER.ADR.RecipientLimit; too many recipients"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-directory-misconfigured",
        cause: Cause::ServerError,
        says: &[
            "resolver.adr.invalid",
            "resolver.grp.invalidobject",
            "resolver.grp.ddlquery",
            "resolver.rst.invalidobjectforrestrictioncheck",
            "directory object is misconfigured",
            "directory misconfiguration",
        ],
        summary: "The directory entry of {address} is misconfigured in the Exchange organization.",
        steps: &[
            "Look at the directory object of {address} on {generator}: missing or wrong attributes, a broken query of a dynamic group, deleted objects in its lists of allowed senders.",
            "Correct the object and, in a hybrid organization, let the directory synchronize.",
        ],
        links: &[ONPREM],
        examples: &[
            ex("550 5.2.0 RESOLVER.ADR.Invalid; the recipient's directory object is misconfigured"),
            ex("550 5.2.4 RESOLVER.GRP.DDLQuery; the dynamic distribution list has a misconfigured query"),
            ex("550 5.2.0 STOREDRV.Deliver; directory misconfiguration."),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-forwarding-loop",
        cause: Cause::RoutingLoop,
        says: &["resolver.fwd.loop", "resolver.mt.moderationloop", "transport rules loop count exceeded"],
        summary: "Forwarding settings in the Exchange organization send the message round in a circle.",
        steps: &[
            "Look at the forwarding of {address}, of the contacts and groups it points to, and of their moderators, and break the circle.",
            "Look for mail flow rules that redirect to an organization which redirects back.",
        ],
        links: &[ONPREM],
        examples: &[
            ex("550 5.4.6 RESOLVER.FWD.Loop; there is a forwarding loop configured in the directory"),
            ex("550 5.7.128 TRANSPORT.RULES.RejectMessage; Transport rules loop count exceeded and message rejected"),
        ],
        source: "Microsoft: Exchange Online limits (5.7.128)",
        ..RULE
    },
    Rule {
        id: "exchange-forwarding-blocked-by-sender",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::Sender),
        says: &["resolver.fwd.blocked; the sender prohibited", "resolver.grp.blocked; the sender prohibited"],
        summary: "The message was marked not to be redirected or expanded, and its recipient forwards or is a group.",
        steps: &["Send the message again without the delivery option that forbids redirection or expansion of groups."],
        examples: &[
            ex("550 5.7.300 RESOLVER.FWD.Blocked; the sender prohibited alt recipient redirection on this message"),
            ex("550 5.7.100 RESOLVER.GRP.Blocked; the sender prohibited DL expansion on this message"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-forwarding-misconfigured",
        cause: Cause::ServerError,
        says: &[
            "resolver.fwd.notfound",
            "resolver.fwd.invalid",
            "misconfigured forwarding address",
            "resolver.con.unencaptarget",
            "resolver.con.chaindisabled",
            "resolver.con.chaininvalid",
            "resolver.con.invalidtarget",
            "resolver.con.notarget",
        ],
        summary: "The address {address} exists but forwards to a contact or mailbox that is missing or broken.",
        steps: &[
            "Look at the forwarding address of {address} and at the contact it points to.",
            "Point the forwarding at an existing address or take it away.",
        ],
        links: &[fix!("fix-error-code-550-5-1-10-in-exchange-online")],
        examples: &[
            ex("550 5.2.0 RESOLVER.FWD.NotFound; misconfigured forwarding address"),
            ex("550 5.2.0 RESOLVER.CON.NoTarget; contact's external address is missing"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-public-folder-misconfigured",
        cause: Cause::ServerError,
        says: &[
            "resolver.pf.",
            "storedrv.deliver; pf replica",
            "storedrv.deliver; no local replica for public folder",
            "storedrv.deliver; unable to determine target mailbox for public folder",
            "storedrv.deliver; public folder mailbox not found",
        ],
        summary: "The address {address} belongs to a public folder whose mailbox is missing, misconfigured or being moved.",
        steps: &[
            "Check the public folder mailboxes and the state of a running migration, and give the mail-enabled folder a content mailbox that exists.",
        ],
        links: &[fix!("cannot-send-mail-mepf")],
        examples: &[
            ex("550 5.2.0 RESOLVER.PF.InTransit; public folders unavailable due to ongoing migration"),
            ex("550 5.8.1 STOREDRV.Deliver; unable to determine target mailbox for public folder recipient"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-internal-senders-only",
        cause: Cause::SenderNotPermitted,
        says: &["resolver.rst.authrequired", "resolver.rst.sendernotauthenticated"],
        summary: "The address {address} takes mail only from people inside its organization who are signed in.",
        steps: &[
            "Open the delivery or message restrictions of {address} in the Exchange admin center and allow senders from outside the organization.",
            "If only some outsiders shall write, add them as mail contacts to the accepted senders.",
        ],
        links: &[fix!("fix-error-code-550-5-7-1-in-exchange-online")],
        examples: &[
            ex("550 5.7.1 RESOLVER.RST.AuthRequired; authentication required"),
            ex("#5.7.1 smtp;550 5.7.1 RESOLVER.RST.AuthRequired; authentication required [Stage: CreateMessage]"),
            ex(
                "550 5.7.134 RESOLVER.RST.SenderNotAuthenticatedForMailbox; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this mailbox",
            ),
        ],
        source: "Microsoft: NDR 5.7.133 and 5.7.134",
        ..RULE
    },
    Rule {
        id: "exchange-group-closed-to-outsiders",
        cause: Cause::SenderNotPermitted,
        says: &[
            "unifiedgroupagent",
            "sender isn't a group member or external senders aren't permitted",
            "resolver.grp.blocked.needssenderrestrictions",
        ],
        summary: "The Microsoft 365 group {address} takes mail only from its members or from inside its organization.",
        steps: &[
            "Turn on \u{201c}Let people outside the organization email the group\u{201d} in the settings of the group {address}.",
            "Or add the sender as a member or guest of the group.",
        ],
        links: &[fix!("550-5-7-193-when-external-users-send-to-microsoft-365-group")],
        examples: &[ex(
            "550 5.7.193 UnifiedGroupAgent; Delivery failed because the sender isn't a group member or external senders aren't permitted to send to this group.",
        )],
        source: "Microsoft: NDR 550 5.7.193",
        ..RULE
    },
    Rule {
        id: "exchange-sender-not-on-accept-list",
        cause: Cause::SenderNotPermitted,
        says: &[
            "resolver.rst.notauthorized",
            "resolver.rst.restrictedtorecipientspermission",
            "resolver.rst.journalreportfromunauthorizedsender",
            "resolver.rst.dlneedssenderrestrictions",
            "approval.notauthorized",
            "unable to determine the sender's permission on public folder",
            "isn't on the recipient's list of senders to accept mail from",
        ],
        summary: "The address {address} accepts mail only from listed senders, and {sender} is not among them.",
        steps: &[
            "Open the message delivery restrictions of {address} in the Exchange admin center.",
            "Add {sender} to the accepted senders, or take it off the rejected senders.",
        ],
        links: &[fix!("fix-error-code-5-7-124-in-exchange-online")],
        examples: &[
            ex("550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized"),
            ex("550 5.7.1 RESOLVER.RST.NotAuthorizedToGroup; not authorized to send to the distribution list"),
            ex(
                "550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission; not authorized to send to recipient because the sender isn't on the recipient's list of senders to accept mail from",
            ),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-size-limit-recipient",
        cause: Cause::MessageTooLarge,
        says: &["resolver.rst.recipsizelimit", "resolver.rst.recipientsizelimit"],
        summary: "The message is larger than {address} may receive.",
        steps: &[
            "Make the message smaller, or put the attachments on a file share and send a link.",
            "Ask the administrators of {domain} for the size limit of this recipient.",
        ],
        links: &[ONPREM],
        examples: &[
            ex("550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient"),
            ex("550 5.2.3 RESOLVER.RST.RecipSizeLimit.DL; message length exceeds administrative limit"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-size-limit-sender",
        cause: Cause::MessageTooLarge,
        says: &[
            "resolver.rst.sendsizelimit",
            "message too large for this sender",
            "message too large for this organization",
        ],
        summary: "The message is larger than your own mailbox or organization may send.",
        steps: &[
            "Make the message smaller, or put the attachments on a file share and send a link.",
            "Ask your own mail administrator for the size limit of your mailbox and organization.",
        ],
        links: &[ONPREM],
        examples: &[
            ex("550 5.2.3 RESOLVER.RST.SendSizeLimit.Sender; message too large for this sender"),
            ex("550 5.2.12 RESOLVER.RST.SendSizeLimit.Org; message too large for this organization"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-size-limit-route",
        cause: Cause::MessageTooLarge,
        says: &[
            "routing.sizelimit",
            "queue.priority; message too large",
            "smtpsend.bdatoveradvertisedsize",
            "smtpsend.dataoveradvertisedsize",
            "smtpsend.overadvertisedsize",
            "pickup.messagesize",
            "pickup.headersize",
            "replay.messagesize",
        ],
        summary: "The message is larger than a server on its way takes.",
        steps: &[
            "Make the message smaller, or put the attachments on a file share and send a link.",
            "Send it without high priority if the limit concerns that.",
        ],
        links: &[ONPREM],
        examples: &[
            ex("550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route"),
            ex("550 5.3.4 SMTPSEND.OverAdvertisedSize; message size exceeds fixed maximum size"),
        ],
        source: ONPREM,
        ..RULE
    },
    Rule {
        id: "exchange-moderation-misconfigured",
        cause: Cause::ServerError,
        says: &["resolver.mt.", "approval.invalidexpiry", "approval.invalidcontent"],
        summary: "Messages to {address} need a moderator's approval, and the moderation is misconfigured.",
        steps: &[
            "Check that {address} has moderators and that the arbitration mailbox exists.",
            "Check that the arbitration mailbox has its retention policy (Set-Mailbox with the policy \u{201c}ArbitrationMailbox\u{201d}).",
        ],
        links: &[fix!("550-5-6-0-approval-invalidexpiry-cannot-read-expiry-poilcy-error")],
        examples: &[
            ex("550 5.6.0 APPROVAL.InvalidExpiry; Cannot read expiry policy."),
            ex("550 5.2.0 Resolver.MT.NoModeratorAddresses; No moderator addresses for approval process"),
        ],
        source: "Microsoft: NDR 550 5.6.0 APPROVAL.InvalidExpiry",
        ..RULE
    },
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
        summary: "Exchange found no domain {domain} in DNS.",
        steps: &[
            "Check the spelling of the domain {domain} and send the message again with the right address.",
            "If the domain exists for everybody else, ask your mail administrator to check the DNS servers that Exchange uses and the smart host of its send connector.",
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
            "If that is the sending server, make {domain} an accepted domain there.",
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
