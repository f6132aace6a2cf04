//! German providers: GMX, WEB.DE, mail.com, 1&1 and IONOS (all United Internet, "Nemesis"), T-Online, freenet,
//! STRATO. Pages: <https://postmaster.gmx.net/en/error-messages>, <https://postmaster.web.de/en/error-messages>,
//! <https://postmaster.mail.com/en/error-messages>, <https://postmaster.t-online.de/index.en.html>.
//! United Internet writes no enhanced status codes; the link at the end of the reply names the case.

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const GMX: &str = "https://postmaster.gmx.net/en/error-messages";
const TONLINE: &str = "https://postmaster.t-online.de/index.en.html";
const UNITED: &[&str] = &[
    "gmx.net",
    "gmx.com",
    "gmx.de",
    "gmx.at",
    "gmx.ch",
    "web.de",
    "mail.com",
    "1and1.com",
    "1und1.de",
    "ionos.com",
    "ionos.de",
    "ionos.co.uk",
    "ionos.es",
    "ionos.fr",
    "ionos.it",
    "kundenserver.de",
    "perfora.net",
    "schlund.de",
    "online.de",
    "1and1.co.uk",
    "1and1.es",
    "1and1.fr",
];
const TONLINE_HOSTS: &[&str] = &["t-online.de", "magenta.de", "telekom.de"];
const FREENET_HOSTS: &[&str] = &["freenet.de", "mobilcom.de", "freenetmail.de"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "gmx-ip-listed",
        cause: Cause::IpBlocklisted,
        says: &[
            "ip address is block listed",
            "ip address is black listed",
            "ip address is blocklisted",
            "ip address is blacklisted",
            "case?c=r0201",
            "c=bip",
            "c=bl&",
        ],
        by: UNITED,
        summary: "GMX, WEB.DE, mail.com or IONOS refuses {ip} because the address is on a block list.",
        steps: &[
            "Open the link in the reply: it names the list and shows how to be removed.",
            "Stop the cause first: a compromised account, forwarded spam or mail to many addresses that do not exist.",
            "Send through the provider's outgoing server if {ip} is a home or dynamic address.",
        ],
        links: &[GMX, "https://check.spamhaus.org/results/?query={ip}"],
        examples: &[ex(
            "554-gmx.net (mxgmx104) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is block listed. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0201&i=ip&v=192.0.2.42&r=1MNcgj-1ue23t3pyV-00S2YR",
        )],
        source: GMX,
        ..RULE
    },
    Rule {
        id: "gmx-bad-ptr",
        cause: Cause::ReverseDnsMissing,
        says: &["bad dns ptr resource record", "ptr resource record", "c=rdns"],
        by: UNITED,
        summary: "GMX, WEB.DE, mail.com or IONOS wants a proper reverse DNS name for {ip}, and it is missing or looks like a dynamic address.",
        steps: &[
            "Ask whoever provides {ip} to set its PTR record to the mail server's own host name, not the provider's generic one.",
            "Make that name resolve back to the same address and use it as HELO name.",
        ],
        links: &[GMX, "https://postmaster.gmx.net/en/email-policy"],
        examples: &[ex(
            "554-mail.com (mxgmxus999) Nemesis ESMTP Service not available 554-No SMTP service 554-Bad DNS PTR resource record. 554 For explanation visit http://postmaster.gmx.com/en/error-messages?ip=192.0.2.22&c=rdns",
        )],
        source: GMX,
        ..RULE
    },
    Rule {
        id: "gmx-spf",
        and: &["gmx", "1and1", "web.de", "mail.com", "ionos", "kundenserver"],
        cause: Cause::SpfFailure,
        says: &["reject due to spf policy"],
        summary: "The SPF record of {sender_domain} does not allow the sending server, so GMX, WEB.DE, mail.com or IONOS refused the message.",
        steps: &[
            "Add the sending server ({ip}) to the SPF record of {sender_domain}.",
            "Make a forwarding server rewrite the envelope sender (SRS), or fetch the mail with the provider's mail collector instead of forwarding it.",
        ],
        links: &[GMX],
        examples: &[ex(
            "550-Requested action not taken: mailbox unavailable 550-Reject due to SPF policy. 550-The originating IP of the message is not permitted by the domain owner. 550 For explanation visit https://postmaster.gmx.net/en/case?c=r0601",
        )],
        source: GMX,
        ..RULE
    },
    Rule {
        id: "gmx-dmarc",
        cause: Cause::DmarcFailure,
        says: &["reject due to dmarc policy", "reject due to domain owner's dmarc"],
        by: UNITED,
        links: &[GMX],
        examples: &[ex(
            "554-Transaction failed 554-Reject due to DMARC policy. 554 For explanation visit https://postmaster.web.de/en/case?c=r0602",
        )],
        source: GMX,
        ..RULE
    },
    Rule {
        id: "gmx-bad-header",
        cause: Cause::MessageMalformed,
        says: &["c=hi", "c=hd", "case?c=r07", "bad header", "reject due to header"],
        by: UNITED,
        summary: "GMX, WEB.DE, mail.com or IONOS refused the header of the message because it breaks the mail format.",
        steps: &[
            "Look at the header of the returned message: Date, From and To must be there and well-formed, each of Date, From, Sender, Subject, To, Cc and Bcc at most once.",
            "Look for an empty To or Bcc line, a missing Date, and umlauts that are not encoded in a name.",
            "Correct the program, device or script that wrote the message.",
        ],
        links: &[GMX],
        examples: &[
            ex(
                "554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.gmx.net/de/case?c=hi&i=ip&v=192.0.2.85&r=1McHM6",
            ),
            ex(
                "554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0701&i=ip&v=192.0.2.85",
            ),
        ],
        source: "https://postmaster.web.de/en/case?c=hi",
        ..RULE
    },
    Rule {
        id: "gmx-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "quota exceeded. the recipient mailbox is full",
            "quota exceeded. * mailbox is full",
            "exceeded storage allocation * quota exceeded",
            "case?c=r0501",
        ],
        summary: "The mailbox {address} is full.",
        links: &[GMX],
        examples: &[ex_by(
            "552-Requested mail action aborted: exceeded storage allocation 552-Quota exceeded. The recipient mailbox is full. 552 For explanation visit https://postmaster.web.de/en/case?c=r0501",
            "mx-ha99.web.de",
        )],
        source: GMX,
        ..RULE
    },
    Rule {
        id: "gmx-rate",
        cause: Cause::RateLimited,
        says: &["rate limit reached", "mail rate exceeded", "message rate limit"],
        by: UNITED,
        permanence: Some(Permanence::Temporary),
        summary: "GMX, WEB.DE, mail.com or IONOS got too many messages from {ip} in a short time.",
        steps: &["Wait a few hours, then send at a lower rate."],
        links: &[GMX],
        examples: &[ex(
            "421-Rate limit reached. Please try again later 421 For explanation visit https://postmaster.gmx.net/en/case?c=r0103",
        )],
        source: GMX,
        ..RULE
    },
    Rule {
        id: "ionos-send-limit",
        and: &["gmx", "1and1", "web.de", "mail.com", "ionos", "kundenserver"],
        cause: Cause::SendingQuotaExceeded,
        says: &["mail send limit exceeded"],
        summary: "The sender's own account at IONOS, GMX or WEB.DE has reached its sending limit.",
        steps: &[
            "Wait an hour or up to a day, then send to fewer recipients at a time.",
            "Change the password if the mail was not yours.",
        ],
        examples: &[ex(
            "450-Requested mail action not taken: mailbox unavailable 450-Mail send limit exceeded. 450 For explanation visit https://www.ionos.com/help/index.php?id=2425",
        )],
        source: "https://www.ionos.com/help/email/troubleshooting-mail-basic/",
        ..RULE
    },
    Rule {
        id: "ionos-sender-not-allowed",
        cause: Cause::SenderAddressRejected,
        owner: Some(Owner::Sender),
        says: &["sender address is not allowed", "sender address not allowed"],
        by: UNITED,
        summary: "The account at IONOS, GMX or WEB.DE may not send with this sender address.",
        steps: &[
            "Use the address of the account as sender, in the From line and in the mail program's settings.",
            "Add the other address to the account as an alias or as a verified sender if it shall be used.",
        ],
        examples: &[ex_by(
            "550-Requested action not taken: mailbox unavailable 550-Sender address is not allowed. 550 For explanation visit https://www.ionos.com/help/index.php?id=2425",
            "smtp.ionos.com",
        )],
        source: "https://www.ionos.com/help/email/troubleshooting-mail-basic/",
        ..RULE
    },
    Rule {
        id: "gmx-policy-violations",
        and: &["gmx", "1and1", "web.de", "mail.com", "ionos", "kundenserver"],
        cause: Cause::PoorReputation,
        says: &["reject due to policy violations", "reject due to policy violation"],
        summary: "GMX, WEB.DE, mail.com or IONOS puts off mail from {ip}: it wrote to many unknown addresses or changes its HELO name.",
        steps: &[
            "Remove addresses that bounced from the lists, and rule out a compromised account.",
            "Give the server one fixed HELO name, then wait and let it retry.",
        ],
        links: &[GMX],
        examples: &[ex(
            "450-Requested mail action not taken: mailbox unavailable 450-Reject due to policy violations. 450 For explanation visit https://postmaster.gmx.net/en/case?c=r0105",
        )],
        source: "https://new-faq.comservice-ffo.de/smtp-fehlermeldungen-e-mail-fehler/",
        ..RULE
    },
    Rule {
        id: "gmx-policy",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["reject due to policy restrictions", "administrative reject", "message denied"],
        by: UNITED,
        summary: "GMX, WEB.DE, mail.com or IONOS refused the message under a rule that only the link in its reply explains.",
        steps: &[
            "Open the link in the reply: it explains this very case.",
            "Check the header of the message for missing, doubled or malformed lines, which is the most frequent reason.",
        ],
        links: &[GMX],
        examples: &[ex(
            "554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0901&i=ip&v=192.0.2.85",
        )],
        source: GMX,
        ..RULE
    },
    Rule {
        id: "gmx-helo",
        cause: Cause::ProtocolError,
        says: &["syntax error in parameters or arguments"],
        by: UNITED,
        summary: "GMX, WEB.DE, mail.com or IONOS found the sending server misconfigured, in its HELO name or DNS.",
        links: &[GMX],
        examples: &[ex_by(
            "501-Syntax error in parameters or arguments 501 For explanation visit https://postmaster.gmx.net/en/case?c=r0401",
            "mx00.emig.gmx.net",
        )],
        source: "https://smtp.codes/unitedinternet/",
        ..RULE
    },
    Rule {
        id: "gmx-no-mailbox",
        cause: Cause::RecipientUnknown,
        says: &["requested action not taken: mailbox unavailable"],
        by: UNITED,
        not: &["reject due", "sender address", "limit exceeded"],
        summary: "GMX, WEB.DE, mail.com or IONOS has no mailbox {address}.",
        links: &[GMX],
        examples: &[ex_by(
            "550-Requested action not taken: mailbox unavailable 550 For explanation visit https://postmaster.gmx.net/en/case?c=r0301",
            "mx00.emig.gmx.net",
        )],
        source: "https://smtp.codes/unitedinternet/",
        ..RULE
    },
    Rule {
        id: "gmx-mailbox-temporarily-unavailable",
        cause: Cause::Greylisted,
        says: &["requested mail action not taken: mailbox unavailable * greylist"],
        by: UNITED,
        examples: &[ex_by(
            "450-Requested mail action not taken: mailbox unavailable 450 Greylisted, see https://postmaster.gmx.net/",
            "mx00.emig.gmx.net",
        )],
        source: GMX,
        ..RULE
    },
    Rule {
        id: "gmx-local-error",
        cause: Cause::ServerError,
        says: &["requested action aborted: local error in processing", "nemesis esmtp service not available"],
        by: UNITED,
        not: &["block listed", "bad dns", "reject"],
        examples: &[ex_by(
            "451-Requested action aborted: local error in processing 451 Please try again later.",
            "mx00.emig.gmx.net",
        )],
        source: GMX,
        ..RULE
    },
    // T-Online.
    Rule {
        id: "t-online-dialup",
        cause: Cause::IpBlocklisted,
        says: &["dialup/transient ip not allowed", "(dial)", "(dyn)"],
        by: TONLINE_HOSTS,
        summary: "T-Online takes no mail from {ip} because it looks like a dynamic address.",
        steps: &[
            "Send through the provider's outgoing server instead of delivering directly.",
            "Give a static address a PTR record with the mail server's own host name, then write to postmaster@rx.t-online.de.",
        ],
        links: &[TONLINE],
        examples: &[ex_by(
            "554 IP=192.0.2.9 - Dialup/transient IP not allowed. Use a mailgateway/smarthost. (DIAL)",
            "mx00.t-online.de",
        )],
        source: TONLINE,
        ..RULE
    },
    Rule {
        id: "t-online-reputation",
        cause: Cause::PoorReputation,
        says: &["none/bad reputation", "(nowl)", "t-online.de for reset"],
        by: TONLINE_HOSTS,
        summary: "T-Online accepts mail only from servers that it knows, and it does not know {ip} or thinks ill of it.",
        steps: &[
            "Set a PTR record for {ip} with the mail server's host name, and put an imprint with contact data on that domain's web site.",
            "Write from the server's operator to tobr@rx.t-online.de (or the address in the reply), name {ip} and ask for a reset of its reputation.",
            "Wait for the answer, usually within a day; the change takes effect some hours later.",
        ],
        links: &[TONLINE],
        examples: &[ex_by(
            "554 IP=192.0.2.9 - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)",
            "mx03.t-online.de",
        )],
        source: TONLINE,
        ..RULE
    },
    Rule {
        id: "t-online-blocked",
        cause: Cause::IpBlocklisted,
        says: &[
            "a problem occurred. (ask your postmaster",
            "a problem occurred * (bl)",
            "t-online.de to clarify",
            "(bl)",
        ],
        by: TONLINE_HOSTS,
        summary: "T-Online blocks the IP address {ip}.",
        steps: &[
            "Rule out spam from {ip}, forwarded spam included.",
            "Write from the server's operator to tosa@rx.t-online.de, name {ip} and quote the reply.",
        ],
        links: &[TONLINE],
        examples: &[ex_by(
            "554 IP=192.0.2.9 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)",
            "mx02.t-online.de",
        )],
        source: "https://www.spamresource.com/2020/06/whoops-t-onlinede-not-accepting-mail.html",
        ..RULE
    },
    Rule {
        id: "t-online-spam",
        cause: Cause::SpamContent,
        says: &["message considered as spam or virus, rejected"],
        summary: "T-Online's filter took the message for spam or malware.",
        steps: &[
            "Change the content: remove links, attachments and anything that looks like a mass mailing, and send again.",
            "Report the wrong decision to fpr@rx.t-online.de with the complete message attached.",
        ],
        links: &[TONLINE],
        examples: &[ex(
            "550-5.7.0 Message considered as spam or virus, rejected 550-5.7.0 Message rejected because it was considered as spam. If you feel this is an error, contact fpr@rx.t-online.de 550 5.7.0 and attach the message",
        )],
        source: TONLINE,
        ..RULE
    },
    Rule {
        id: "t-online-limit",
        cause: Cause::RateLimited,
        says: &["too many connections", "(freq)", "too many messages", "connection limit"],
        by: TONLINE_HOSTS,
        permanence: Some(Permanence::Temporary),
        links: &[TONLINE],
        examples: &[ex_by("421 IP=192.0.2.9 - Too many connections (FREQ)", "mx02.t-online.de")],
        source: TONLINE,
        ..RULE
    },
    // freenet, STRATO.
    Rule {
        id: "freenet-inbox-full",
        cause: Cause::MailboxFull,
        says: &["inbox full of", "inbox of * is full"],
        by: FREENET_HOSTS,
        examples: &[ex_by("550 inbox full of joe@freenet.de is full", "mx.freenet.de")],
        source: "https://kundenservice.freenet.de/",
        ..RULE
    },
    Rule {
        id: "strato-bad-url",
        cause: Cause::DomainBlocklisted,
        owner: Some(Owner::Sender),
        says: &["refused by local policy. no spam please * b-url"],
        summary: "STRATO's filter found a suspicious link in the message.",
        steps: &[
            "Remove the link from the text and the signature, and send again.",
            "Check the linked domain against block lists and the web site for malware.",
        ],
        examples: &[ex("554 5.7.1 Refused by local policy. No SPAM please! (B-URL)")],
        source: "https://strato.de/faq/mail/fehlermeldungen-bei-e-mails",
        ..RULE
    },
    Rule {
        id: "strato-attachment",
        cause: Cause::ContentBlocked,
        says: &["refused by local policy. no spam please * b-attach"],
        summary: "STRATO does not let this kind of attachment through.",
        examples: &[ex("554 5.7.1 Refused by local policy. No SPAM please! (B-ATTACH)")],
        source: "https://strato.de/faq/mail/fehlermeldungen-bei-e-mails",
        ..RULE
    },
    Rule {
        id: "strato-spam",
        cause: Cause::SpamContent,
        says: &["refused by local policy. no spam please"],
        summary: "The filter of STRATO or Tiscali took the message for spam; the letters in brackets name what it found.",
        steps: &[
            "Change the part of the message that the letters in brackets name (B-TEXT is the text, B-URL a link), and send again.",
        ],
        links: &["https://strato.de/faq/mail/fehlermeldungen-bei-e-mails"],
        examples: &[ex("554 5.7.1 Refused by local policy. No SPAM please! (B-TEXT)")],
        source: "https://strato.de/faq/mail/fehlermeldungen-bei-e-mails",
        ..RULE
    },
];
