//! The store driver of Exchange (`STOREDRV.…`): delivery into and submission out of a mailbox.
//!
//! Page: <https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/non-delivery-reports-in-exchange-online>.

use super::NDR;
use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    // Submission: the sender's own mailbox or account.
    Rule {
        id: "exchange-sender-mailbox-full",
        cause: Cause::MailboxFull,
        owner: Some(Owner::Sender),
        says: &[
            "storedrv.submission.exception:quotaexceeded",
            "storedrv.submit.exception:quotaexceeded",
            "aka.ms/mailboxfull",
        ],
        not: &["storedrv.deliver"],
        summary: "Your own mailbox is full, so it can send nothing.",
        steps: &[
            "Delete or archive mail in your own mailbox, and empty Deleted Items and Recoverable Items.",
            "Send the message again.",
        ],
        links: &["https://aka.ms/mailboxfull"],
        examples: &[ex(
            "554 5.2.2 Mailbox full. Visit https://aka.ms/mailboxfull for more information.; STOREDRV.Submission.Exception:QuotaExceededException.MapiExceptionQuotaExceeded; Failed to process message due to a permanent exception with message Cannot submit message.",
        )],
        source: "Exchange Online: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-submission-quota",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "submissionquotaexceeded",
            "submission quota exceeded",
            "submission quota was exceeded",
            "storedrv.submission.exception:outboundspamexception * refusequota",
        ],
        summary: "Your account has sent to more recipients or more messages than it may in a day.",
        steps: &[
            "Wait a day and send to fewer recipients; use a mailing service for bulk mail.",
            "Treat the account as taken over if it was not you: change the password, scan your devices, remove unknown forwarding rules, and tell your mail administrator.",
        ],
        links: &[fix!("fix-error-for-submission-quota-exceeded-in-exchange-online")],
        examples: &[
            ex("550 5.2.2 Submission quota exceeded"),
            ex("The message can't be submitted because the sender's submission quota was exceeded"),
            ex(
                "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message due to a permanent exception with message The message can't be submitted because the sender's submission quota was exceeded.",
            ),
        ],
        source: "Microsoft: Fix error for submission quota exceeded",
        ..RULE
    },
    Rule {
        id: "exchange-outbound-spam-stop",
        cause: Cause::SenderAccountSuspended,
        says: &["outboundspamexception", "wascl useraction verdict"],
        summary: "Microsoft's outbound spam control stopped the sending account.",
        steps: &[
            "Sign in to the sending account and follow the notice that asks to verify it.",
            "Change its password and remove unknown forwarding rules and apps.",
            "Unblock the account after that on the page Restricted entities of Microsoft Defender, in an organization.",
        ],
        links: &["https://learn.microsoft.com/en-us/defender-office-365/outbound-spam-restore-restricted-users"],
        examples: &[ex(
            "554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; Failed to process message due to a permanent exception with message [BeginDiagnosticData]WASCL UserAction verdict is not None. Actual verdict is Suspend, ShowTierUpgrade. OutboundSpamException: WASCL UserAction verdict is not None.[EndDiagnosticData]",
        )],
        source: "Exchange Online: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-send-as-denied",
        cause: Cause::SenderAddressRejected,
        owner: Some(Owner::Sender),
        says: &[
            "sendasdenied",
            "storedrv.submit; subscription",
            "storedrv.submit; ambiguous send as",
            "storedrv.submit; invalid send as",
            "storedrv.submit; unrecognized send as",
        ],
        summary: "The From address is not one that the signed-in mailbox may use.",
        steps: &[
            "Send from your own address, or choose it in the From field or in the settings of the program or device.",
            "Ask your mail administrator for the permission Send As or Send on Behalf if the other address shall be used.",
        ],
        links: &[
            "https://learn.microsoft.com/en-us/exchange/recipients-in-exchange-online/manage-permissions-for-recipients",
        ],
        examples: &[ex(
            "554 5.2.252 SendAsDenied; user@example.com not allowed to send as info@example.com; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message Cannot submit message.",
        )],
        source: "Exchange Online: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-sender-mailbox-quarantined",
        cause: Cause::ServerError,
        owner: Some(Owner::SenderAdmin),
        says: &["sender mailbox quarantined"],
        summary: "The Exchange server has put the sender's own mailbox in quarantine because it made the store fail.",
        steps: &[
            "Look at the state of the mailbox of {sender} (Get-MailboxStatistics, IsQuarantined), repair it and end the quarantine.",
        ],
        examples: &[ex("550 5.7.10 STOREDRV.Submit; Sender mailbox quarantined.")],
        source: "Exchange Server: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-submit-invalid-recipient",
        cause: Cause::RecipientAddressInvalid,
        says: &["storedrv.submit; invalid recipient address", "invalidrecipientsexception"],
        summary: "The recipient's address has characters or a form that cannot be sent.",
        examples: &[ex("550 5.1.3 STOREDRV.Submit; invalid recipient address")],
        source: NDR,
        ..RULE
    },
    // Delivery: the recipient's mailbox.
    Rule {
        id: "exchange-recipient-throttled",
        cause: Cause::RecipientRateLimited,
        says: &["recipient thread limit exceeded", "recipientthreadlimitexceeded"],
        summary: "The mailbox of {address} is taking in too many messages at once, so Exchange slows its delivery down.",
        steps: &[
            "Wait: the sending server tries again and the message arrives when the burst is over.",
            "Space out what a program of yours sends to this mailbox, if one causes the burst.",
        ],
        links: &[NDR],
        examples: &[ex("432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "quotaexceededexception",
            "mapiexceptionshutoffquotaexceeded",
            "mapiexceptionquotaexceeded",
            "storedrv.deliver: mailbox full",
            "storedrv.deliver; mailbox full",
            "mailbox full; storedrv",
        ],
        summary: "The mailbox behind {address} is over its quota and takes no more mail.",
        steps: &[
            "Delete or archive mail, and empty Deleted Items and Recoverable Items.",
            "Ask your mail administrator for a larger quota or an archive mailbox; a litigation hold can keep Recoverable Items full.",
        ],
        links: &[NDR],
        examples: &[
            ex(
                "554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception with message [BeginDiagnosticData]Cannot open mailbox.[EndDiagnosticData] [Stage: DeliverMessage]",
            ),
            ex(
                "554 5.2.0 STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception with message Cannot open mailbox",
            ),
            ex(
                "#550 5.2.2 STOREDRV.Deliver: mailbox full. The following information should help identify the cause of this error: \"MapiExceptionShutoffQuotaExceeded:16.18969:AD000000\". ##",
            ),
        ],
        source: "Exchange Online: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        owner: Some(Owner::RecipientAdmin),
        says: &[
            "accountdisabledexception",
            "mapiexceptionaduserdisabled",
            "mapiexceptionmailboxdisabled",
            "mailboxdisabledexception",
            "mailboxunavailableexception",
            "mapiexceptionaccountdisabled",
        ],
        summary: "The account behind {address} is disabled.",
        steps: &[
            "Enable the account of {address} and check its license, or remove the address if it shall no longer receive mail.",
            "Check that a shared or resource mailbox is set up as such.",
        ],
        examples: &[ex(
            "554 5.2.1 mailbox disabled; STOREDRV.Deliver.Exception:AccountDisabledException.MapiExceptionMailboxDisabled; Failed to process message due to a permanent exception with message Cannot open mailbox [Stage: DeliverMessage]",
        )],
        source: "Exchange Online: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-store-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "mapiexceptionmaxsubmissionexceeded",
            "messagesubmissionexceeded",
            "mapiexceptionmessagetoobig",
            "messagetoobigexception",
            "mapiexceptionmaxattachmentexceeded",
        ],
        summary: "The message is larger than the mailbox store of {address} accepts.",
        examples: &[ex(
            "554 5.2.0 STOREDRV.Deliver.Exception:MessageSubmissionExceededException.MapiExceptionMaxSubmissionExceeded; Failed to process message due to a permanent exception with message Cannot save changes made to an item to store.",
        )],
        source: "Exchange Online: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-mailbox-object-limit",
        cause: Cause::ServerError,
        permanence: Some(Permanence::Permanent),
        says: &["mapiexceptionmaxobjsexceeded", "mapiexceptionnamedpropsquotaexceeded"],
        summary: "The mailbox behind {address} has reached a limit of the store other than its size.",
        steps: &[
            "Look at the number of items, folders and inbox rules of the mailbox behind {address}, and at the devices and add-ins that keep it open.",
            "Move items to other folders or an archive, then ask Microsoft support if it goes on.",
        ],
        examples: &[ex(
            "554 4.3.2 mailbox busy; STOREDRV.Deliver.Exception:StoragePermanentException.MapiExceptionMaxObjsExceeded; Failed to process message due to a permanent exception with message Cannot complete delivery-time processing.",
        )],
        source: "Exchange Online: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-mailbox-not-opened",
        cause: Cause::ServerError,
        says: &[
            "mapiexceptionnotfound",
            "storedrv.deliver.exception:objectnotfoundexception",
            "userwithoutfederatedproxyaddress",
            "recipient mailbox quarantined",
            "missing or bad storedriver mdb properties",
            "legacyexchangedn attribute value is missing",
            "recipient mailbox location information is not available",
        ],
        summary: "Exchange could not open the mailbox behind {address}.",
        steps: &[
            "Check on {generator} that the mailbox of {address} exists, is not quarantined, and has complete attributes (home database, legacyExchangeDN).",
            "Give the user of a cloud archive a proxy address in a federated domain.",
            "Look for an inbox rule or a delegate setting that points to a deleted object.",
        ],
        links: &[fix!("mapiexceptionnotfound-ndr")],
        examples: &[
            ex(
                "554 5.2.0 STOREDRV.Deliver.Exception:ObjectNotFoundException.MapiExceptionNotFound; Failed to process message due to a permanent exception with message Cannot get ID from name",
            ),
            ex("532 5.3.2 STOREDRV.Deliver; Missing or bad StoreDriver MDB properties"),
            ex(
                "554 5.2.0 STOREDRV.Deliver.Exception:UserWithoutFederatedProxyAddressException; Failed to process message due to a permanent exception with message User doesn't have any SMTP proxy address from a domain that is federated.",
            ),
            ex("550 5.7.9 STOREDRV.Deliver; Recipient mailbox quarantined."),
        ],
        source: "Exchange Online: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-store-disk-full",
        cause: Cause::ServerStorageFull,
        says: &["storedrv; mailbox disk is full", "storedrv; disk is full"],
        summary: "The disk of the Exchange mailbox server is full.",
        examples: &[ex("431 4.3.1 STOREDRV; mailbox disk is full")],
        source: "Exchange Server: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-store-content-invalid",
        cause: Cause::MessageMalformed,
        says: &[
            "storedrv.deliver; invalid message content",
            "storedrv.submit; invalid message content",
            "message is treated as poison",
            "m2mcvt.",
            "invalid mime content",
            "storedrv.deliver.exception:conversionfailed",
            "storedrv.submission.exception:conversionfailed",
        ],
        summary: "Exchange could not convert the message into or out of the mailbox.",
        examples: &[
            ex("554 5.6.0 STOREDRV.Deliver; invalid message content"),
            ex("554 5.6.211 Invalid MIME Content: Number of MIME parts exceeds maximum"),
        ],
        source: "Exchange Server: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-store-busy",
        cause: Cause::ServerError,
        owner: Some(Owner::Nobody),
        says: &[
            "storagetransientexception",
            "mapiexceptionlockviolation",
            "mapiexceptiontimeout",
            "mapiexceptionrpcservertoobusy",
            "mapiexceptionnetworkerror",
            "mailbox server thread limit exceeded",
            "mailbox database thread limit exceeded",
            "delivery source thread limit exceeded",
            "dynamic mailbox database throttling",
            "max concurrent message size limit exceeded",
            "storedrv.storage;",
            "storedrv; mailbox",
            "storedrv.deliver; recipient mailbox is remote",
            "storedrv.deliver; recipient could not be resolved",
            "storedrv.deliver; extended properties not available",
            "storedrv.deliver; agent transient failure",
            "storedrv.deliver; mailbox database has moved",
            "storedrv.deliver; retryable mailbox access denied",
            "storedrv.submit; submission is cancelled",
            "recipient deferred because there is no mdb",
        ],
        summary: "The mailbox server of {address} is busy, moving or offline for the moment.",
        steps: &["Wait: the server tries again by itself."],
        examples: &[
            ex(
                "432 4.2.0 STOREDRV.Deliver.Exception:StorageTransientException.MapiExceptionLockViolation; Failed to process message due to a transient exception with message Cannot save changes",
            ),
            ex("432 4.3.2 STOREDRV; mailbox database is offline"),
            ex("432 4.3.2 STOREDRV.Storage; mailbox server is too busy"),
        ],
        source: "Exchange Server: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-submission-failed",
        cause: Cause::ServerError,
        owner: Some(Owner::SenderAdmin),
        says: &["storedrv.submission.exception", "storedrv.submit"],
        summary: "The sender's own Exchange server could not take the message out of the outbox.",
        steps: &[
            "Look up the exception that follows the word STOREDRV in Microsoft's articles, and check the mailbox of {sender}.",
        ],
        links: &[NDR],
        examples: &[ex(
            "554 5.2.0 STOREDRV.Submission.Exception:CorruptDataException; Failed to process message due to a permanent exception with message Cannot open item",
        )],
        source: "Exchange Online: store driver",
        ..RULE
    },
    Rule {
        id: "exchange-delivery-failed",
        cause: Cause::ServerError,
        says: &["storedrv.deliver", "storedrv;", "failed to process message due to a permanent exception"],
        summary: "Exchange could not store the message in the mailbox behind {address}.",
        steps: &[
            "Look up the exception that follows the word STOREDRV in Microsoft's articles.",
            "Check the mailbox of {address}: its inbox rules, its quota, its state in the database.",
        ],
        links: &[NDR],
        examples: &[ex(
            "554 5.2.0 STOREDRV.Deliver.Exception:CorruptDataException; Failed to process message due to a permanent exception with message Cannot open item [Stage: PromoteProperties]",
        )],
        source: "Exchange Online: store driver",
        ..RULE
    },
];
