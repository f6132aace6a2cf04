//! Tokens at the start of an Exchange answer (`RESOLVER.ADR.RecipNotFound; not found`): the same words in
//! Exchange Server since 2007 and in Exchange Online, whatever the language of the report.
//!
//! Pages: <https://learn.microsoft.com/en-us/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages>.

use super::ONPREM;
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "exchange-legacy-address-not-found",
        cause: Cause::RecipientUnknown,
        says: &["resolver.adr.exrecipnotfound", "resolver.adr.exrecipientnotfound"],
        summary: "Outlook used an internal Exchange address that no longer exists, probably from its list of suggested recipients or from an old message.",
        steps: &[
            "Start a new message, begin to type the name, and delete the suggested entry with the cross beside it.",
            "Choose the recipient from the address book or type {address} in full.",
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
        summary: "{address} is not in the directory of the Exchange organization that took the message.",
        steps: &[
            "Check the spelling of {address}, delete the entry that Outlook suggests for it, and type the address anew.",
            "Ask the recipient by another way for the present address.",
            "Ask the administrators of {domain} whether the mailbox exists, is licensed, is synchronized and does not forward to a deleted address, if the address is right.",
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
        summary: "Two objects in the directory of the Exchange organization share {address}.",
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
            "Correct it on premises in a hybrid organization, and let the directory synchronize.",
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
        summary: "{address} exists but forwards to a contact or mailbox that is missing or broken.",
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
        summary: "{address} belongs to a public folder whose mailbox is missing, misconfigured or being moved.",
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
        summary: "{address} takes mail only from people inside its organization who are signed in.",
        steps: &[
            "Open the delivery or message restrictions of {address} in the Exchange admin center and allow senders from outside the organization.",
            "Add outsiders that may write as mail contacts to the accepted senders, if not everybody shall.",
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
        summary: "The Microsoft 365 group behind {address} takes mail only from its members or from inside its organization.",
        steps: &[
            "Turn on \u{201c}Let people outside the organization email the group\u{201d} in the settings of the group behind {address}.",
            "Add the sender as a member or guest of the group otherwise.",
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
        summary: "{address} accepts mail only from listed senders, and {sender} is not among them.",
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
];
