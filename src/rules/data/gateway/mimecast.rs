//! Mimecast. Its responses end in a link to the page that lists them:
//! <https://mimecastsupport.zendesk.com/hc/en-us/articles/34000709564691-Policies-Mimecast-SMTP-Error-Codes>

use crate::names::code::{replies, reply};
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const PAGE: &str =
    "https://mimecastsupport.zendesk.com/hc/en-us/articles/34000709564691-Policies-Mimecast-SMTP-Error-Codes";
const FEEDBACK: &str = "https://www.mimecast.com/senders/";
const HOSTS: &[&str] = &["mimecast.com", "mimecast.org", "mimecast.co.za", "mimecast.net", "mimecast-offshore.com"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "mimecast-greylisted",
        cause: Cause::Greylisted,
        says: &[
            "internal resources are temporarily unavailable",
            "internal resource temporarily unavailable",
            "internal resources temporarily unavailable",
            "internal resource is temporarily unavailable",
        ],
        summary: "Mimecast puts off mail from senders that it has not seen yet, for at least a minute; the words about internal resources mean greylisting.",
        links: &[PAGE],
        examples: &[ex_by(
            "451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [AbCdEfGhIjKlMnOp.us343]",
            "us-smtp-inbound-1.mimecast.com",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-sender-ip-temporarily-blocked",
        cause: Cause::RateLimited,
        by: HOSTS,
        says: &[
            "ip temporarily blacklisted",
            "ip temporarily blocklisted",
            "ip temporarily blocked",
            "ip address temporarily blacklisted",
            "account service is temporarily unavailable",
            "exceeding outbound thread limit",
            "exceeding connection limit",
            "too many concurrent",
            "exceeding inbound thread limit",
        ],
        summary: "Mimecast got too many or too many faulty connections from {ip} and blocks it for some minutes.",
        steps: &[
            "Set the sending server to open fewer connections to Mimecast at the same time (20 is its limit).",
            "Check that the server sends to valid recipients and only through Mimecast hosts that it is registered for.",
            "Wait: the block ends by itself after about five minutes.",
        ],
        links: &[PAGE],
        examples: &[
            ex("451 IP temporarily blacklisted - https://community.mimecast.com/docs/DOC-1369#451 [AbCdEfGhIjKl.uk22]"),
            ex(
                "550 Exceeding outbound thread limit - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEfGhIjKl.uk22]",
            ),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-busy",
        cause: Cause::ServerError,
        by: HOSTS,
        says: &[
            "unable to process connection at this time",
            "unable to process an email at this time",
            "unable to process email at this time",
            "unable to process command",
            "temporary server error",
            "recipient temporarily unavailable",
            "message ended early",
            "message cannot be created",
        ],
        summary: "Mimecast could not take the message at that moment.",
        steps: &[
            "Check the status page of Mimecast and the connection from Mimecast to your own mail server.",
            "Look in the Mimecast console under Rejected and Deferred Messages for the reason.",
        ],
        links: &[PAGE],
        examples: &[
            ex(
                "421 Unable to process connection at this time - https://community.mimecast.com/docs/DOC-1369#421 [AbCdEf.uk22]",
            ),
            ex(
                "451 Recipient temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [AbCdEf.us22]",
            ),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-account-disabled",
        cause: Cause::ServerError,
        by: HOSTS,
        says: &["account inbounds disabled", "account outbounds disabled", "account is disabled", "account disabled"],
        summary: "Mail processing for the organisation is switched off at Mimecast.",
        steps: &[
            "Check in the Mimecast administration console whether inbound or outbound mail of the account is disabled.",
            "Ask Mimecast support to enable it.",
        ],
        links: &[PAGE],
        examples: &[ex(
            "451 Account inbounds disabled - https://community.mimecast.com/docs/DOC-1369#451 [AbCdEf.uk22]",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-relay",
        cause: Cause::RelayDenied,
        by: HOSTS,
        says: &["open relay not allowed", "hostname is not authorized"],
        summary: "Mimecast does not know {domain} as a customer domain for this client, or the sending IP is not registered as an outbound address.",
        steps: &[
            "Check that {domain} is an internal domain of the Mimecast account and that its MX records name the right Mimecast region.",
            "Add the IP address of the sending server to Authorized Outbounds if the sender is a Mimecast customer.",
        ],
        links: &[PAGE],
        examples: &[ex("550 Open relay not allowed - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-invalid-recipient",
        cause: Cause::RecipientUnknown,
        by: HOSTS,
        says: &["invalid recipient", "user unknown", "recipient validation", "unknown recipient"],
        summary: "Mimecast does not know the address {address} in the organisation behind it.",
        links: &[PAGE],
        examples: &[ex(
            "550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEfGhIjKl.us282]",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-invalid-address",
        cause: Cause::RecipientAddressInvalid,
        by: HOSTS,
        says: &["invalid address"],
        codes: &[reply(501), reply(553)],
        links: &[PAGE],
        examples: &[ex("501 Invalid address - https://community.mimecast.com/docs/DOC-1369#501 [AbCdEf.us22]")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-spf",
        cause: Cause::SpfFailure,
        says: &["spf sender invalid"],
        summary: "{ip} is not among the servers that the SPF record of {sender_domain} allows, and Mimecast refuses the message for that.",
        steps: &[
            "Add the sending service or IP address to the SPF record of {sender_domain}.",
            "Check that there is only one SPF record and that it needs no more than ten DNS look-ups.",
            "Send the message again when the DNS change has spread.",
        ],
        links: &[PAGE],
        examples: &[ex(
            "550 SPF Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-dkim",
        cause: Cause::DkimFailure,
        says: &["dkim sender invalid"],
        links: &[PAGE],
        examples: &[ex(
            "550 DKIM Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-dmarc",
        cause: Cause::DmarcFailure,
        says: &["dmarc sender invalid"],
        links: &[PAGE],
        examples: &[ex(
            "550 DMARC Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-anti-spoofing",
        cause: Cause::SenderBlocked,
        says: &["anti-spoofing policy", "anti-spoof policy", "antispoofing policy"],
        summary: "The message carries a sender address of the recipient's own organisation but came from outside, and an anti-spoofing policy refuses that.",
        steps: &[
            "Create an anti-spoofing policy in Mimecast that takes no action for the sending service, by its IP address or its SPF result.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        links: &[PAGE],
        examples: &[
            ex(
                "550 Rejected by header based Anti-Spoofing policy: bob@example.com - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
            ),
            ex(
                "550 Anti-Spoofing policy - Inbound not allowed - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
            ),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-poor-reputation",
        cause: Cause::PoorReputation,
        says: &["local ct ip reputation", "csi.mimecast.org", "mimecast * poor reputation"],
        summary: "Mimecast refuses {ip} because of its poor reputation.",
        steps: &[
            "Stop what caused it: a hacked mail account, an infected computer, or mailings to people who did not ask for them.",
            "Fill in the sender feedback form of Mimecast to have the rating of {ip} reviewed.",
            "Ask the administrators of {domain} for a permitted sender policy in the meantime.",
        ],
        links: &[FEEDBACK, PAGE],
        examples: &[
            ex(
                "550 Local CT IP Reputation - (reject) - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
            ),
            ex(
                "550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
            ),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-personal-block",
        cause: Cause::SenderBlocked,
        owner: Some(Owner::Recipient),
        says: &[
            "envelope blocked - user entry",
            "envelope blocked - user domain entry",
            "manually blocked senders",
            "block for manual block",
            "header based manually blocked",
            "user domain entry",
        ],
        summary: "{address} put the sender on the personal block list in Mimecast.",
        steps: &[
            "Remove the sender or its domain from the blocked list in the Mimecast personal portal or the Outlook plug-in.",
            "Ask the Mimecast administrator to remove the entry under Managed Senders, if you do not find it.",
        ],
        links: &[PAGE],
        examples: &[
            ex("550 Envelope blocked - User Entry - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]"),
            ex(
                "550 Rejected by header based manually Blocked Senders: bob@example.com (bob@example.com) - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
            ),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-blocked-sender",
        cause: Cause::SenderBlocked,
        says: &[
            "administrative prohibition - envelope blocked",
            "administrative prohibition envelope blocked",
            "envelope blocked",
            "envelope rejected - block policy",
            "block policy for header from",
            "block policy for envelope from",
            "header based blocked senders",
            "header-based blocked senders",
            "rejected by header based",
            "rejected by header-based",
        ],
        summary: "A policy of the recipient's organisation in Mimecast blocks this sender address, domain or IP.",
        steps: &[
            "Look in the Mimecast console under Rejected and Deferred Messages for the policy that matched.",
            "Change that Blocked Senders policy, or add the sender to Permitted Senders.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        links: &[PAGE],
        examples: &[
            ex(
                "550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEfGhIjKl.uk101]",
            ),
            ex(
                "550 Rejected by header based Blocked Senders: bob@example.com (bob@example.com) - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.us22]",
            ),
            ex(
                "550 Envelope rejected - Block policy for Envelope From address - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.us22]",
            ),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-host-network",
        cause: Cause::SenderBlocked,
        says: &["host network not allowed", "host network, not allowed"],
        summary: "A geographical restriction of the recipient's organisation in Mimecast refuses the network of {ip}.",
        steps: &[
            "Look in the Mimecast console under Rejected and Deferred Messages for the policy that matched.",
            "Exempt {ip} or {sender_domain} from the Geographical Restriction policy.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        links: &[PAGE],
        examples: &[
            ex("554 Host network not allowed - https://community.mimecast.com/docs/DOC-1369#554 [AbCdEf.us222]"),
            ex("554 Host network not allowed"),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-sender-address-blocked",
        cause: Cause::SenderBlocked,
        by: HOSTS,
        says: &["sender address blocked", "blocked senders policy", "geographical restriction", "sender blocked"],
        summary: "A policy of the recipient's organisation in Mimecast refuses this sender's network, country or address.",
        steps: &[
            "Look in the Mimecast console under Rejected and Deferred Messages for the policy that matched: Blocked Senders or Geographical Restriction.",
            "Change that policy, or exempt {ip} or {sender_domain} from it.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        links: &[PAGE],
        examples: &[ex("421 Sender address blocked - https://community.mimecast.com/docs/DOC-1369#421 [AbCdEf.us222]")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-content",
        cause: Cause::ContentBlocked,
        says: &[
            "content examination policy",
            "attachment management policy",
            "mimecast * attachment",
            "bounced due to content examination",
        ],
        summary: "Words, links or an attachment of the message match a content policy that the recipient's organisation set up in Mimecast.",
        steps: &[
            "Remove attachments and unusual wording and send a short text to see whether it passes.",
            "Send the file through a sharing service instead of as an attachment.",
            "Ask {address} over another channel to have the Mimecast administrator allow the message.",
        ],
        links: &[PAGE],
        examples: &[ex(
            "550 Message bounced due to Content Examination Policy - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-virus",
        cause: Cause::VirusDetected,
        by: HOSTS,
        says: &["virus", "malware"],
        links: &[PAGE],
        examples: &[ex(
            "554 Email rejected due to security policies - Virus signature detected - https://community.mimecast.com/docs/DOC-1369#554 [AbCdEf.uk22]",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-security-policies",
        cause: Cause::SpamContent,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "email rejected due to security policies",
            "mcspamsignature",
            "mimecast * spam",
            "email rejected due to security policy",
        ],
        summary: "Mimecast takes the message for spam or malware: its signature or score is above the limit that nobody can lift by hand.",
        steps: &[
            "Look for what could look like spam or phishing: links to foreign domains, the signature, HTML, attachments.",
            "Send a plain text without links and attachments to find the part at fault.",
            "Fill in the sender feedback form of Mimecast with the whole response if the message is harmless.",
            "Ask the administrators of {domain} for a permitted sender policy.",
        ],
        links: &[FEEDBACK, PAGE],
        examples: &[
            ex(
                "554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554 [AbCdEf.uk22]",
            ),
            ex(
                "554 Email rejected due to security policies - MCSpamSignature.aa.1 - https://community.mimecast.com/docs/DOC-1369#554 [AbCdEf.uk22]",
            ),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-too-large",
        cause: Cause::MessageTooLarge,
        by: HOSTS,
        says: &["maximum email size exceeded", "email size limit", "message size exceed"],
        links: &[PAGE],
        examples: &[ex(
            "554 Maximum email size exceeded - https://community.mimecast.com/docs/DOC-1369#554 [AbCdEf.uk22]",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-loop",
        cause: Cause::RoutingLoop,
        by: HOSTS,
        says: &["mail loop detected"],
        summary: "The message passed more than 25 servers: mail for {domain} goes in circles between Mimecast and another server.",
        steps: &[
            "Check that the delivery route in Mimecast for {domain} leads to the final mail server and not back to Mimecast.",
            "Check forwarding rules of the mailbox for two addresses that forward to each other.",
        ],
        links: &[PAGE],
        examples: &[ex("554 Mail loop detected - https://community.mimecast.com/docs/DOC-1369#554 [AbCdEf.uk22]")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-tls-required",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "this route requires encryption",
            "this route requires tls",
            "this route requires high-strength",
            "configuration is invalid for this certificate",
        ],
        summary: "Mimecast takes this message only over an encrypted connection with TLS 1.2 or newer, strong ciphers and a valid certificate.",
        steps: &[
            "Switch on STARTTLS with TLS 1.2 or newer for outgoing mail on the sending server.",
            "Check that no firewall or proxy between the servers removes STARTTLS and that the certificate has not expired.",
        ],
        links: &[PAGE],
        examples: &[
            ex(
                "553 This route requires encryption (TLS) - https://community.mimecast.com/docs/DOC-1369#553 [AbCdEf.uk22]",
            ),
            ex(
                "553 This route requires TLS version 1.2 or greater - https://community.mimecast.com/docs/DOC-1369#553 [AbCdEf.uk22]",
            ),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-auth",
        cause: Cause::SmtpAuthRequired,
        by: HOSTS,
        says: &[
            "incorrect authentication data",
            "submitter failed to",
            "authentication failed",
            "authentication required",
        ],
        summary: "The login at Mimecast for outgoing mail failed or the account may not submit mail.",
        steps: &[
            "Check user name and password of the account that submits to Mimecast on port 587.",
            "Check in the Mimecast console that the user is enabled and allowed to submit by SMTP.",
        ],
        links: &[PAGE],
        examples: &[
            ex("535 Incorrect authentication data - https://community.mimecast.com/docs/DOC-1369#535 [AbCdEf.uk22]"),
            ex("550 Submitter failed to disabled - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]"),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-too-many-recipients",
        cause: Cause::TooManyRecipients,
        by: HOSTS,
        says: &["too many recipients", "recipient limit"],
        summary: "Mimecast takes at most 100 recipients in one message.",
        steps: &["Send the message to fewer than 100 recipients at a time."],
        links: &[PAGE],
        examples: &[ex("452 Too many recipients - https://community.mimecast.com/docs/DOC-1369#452 [AbCdEf.uk22]")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-journal",
        cause: Cause::PolicyRejection,
        by: HOSTS,
        says: &["journal message past expiration", "journal message"],
        summary: "A journal copy sent to Mimecast is older than the account keeps them.",
        steps: &[
            "Check the clock of the mail server that sends the journal.",
            "Stop journaling messages older than the retention time of the Mimecast account.",
        ],
        links: &[PAGE],
        examples: &[ex(
            "550 Journal message past expiration - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-rbl",
        cause: Cause::IpBlocklisted,
        says: &["community.mimecast.com", "mimecast.com/docs"],
        and: &["blocked using", "blacklist", "black list", "blocklist", "dnsbl", "listed", "rbl "],
        not: &["spamhaus", "spamcop", "barracuda", "sorbs", "uceprotect"],
        summary: "{ip} is on a block list that Mimecast uses; the response names it.",
        links: &[PAGE, "https://multirbl.valli.org/lookup/{ip}.html"],
        examples: &[ex(
            "550 192.0.2.25 is listed at lists.example.org - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-temporary",
        cause: Cause::ServerError,
        says: &[
            "community.mimecast.com/docs/doc-1369#4",
            "mimecast-smtp-error-codes * #4",
            "mimecast.com * #451",
            "mimecast.com * #421",
        ],
        codes: &[replies(400, 499)],
        links: &[PAGE],
        examples: &[ex("451 Something went wrong - https://community.mimecast.com/docs/DOC-1369#451 [AbCdEf.uk22]")],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "mimecast-policy",
        cause: Cause::PolicyRejection,
        says: &[
            "community.mimecast.com/docs/doc-1369#550",
            "community.mimecast.com/docs/doc-1369#554",
            "mimecast-smtp-error-codes",
        ],
        not: &[
            "spamhaus",
            "spamcop",
            "barracuda",
            "blocked using",
            "blacklist",
            "listed",
            "quota",
            "mailbox full",
            "over quota",
        ],
        links: &[PAGE],
        examples: &[ex(
            "550 Rejected by organisation - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.uk22]",
        )],
        source: PAGE,
        ..RULE
    },
];
