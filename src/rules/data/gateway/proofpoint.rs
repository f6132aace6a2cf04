//! Proofpoint: Enterprise Protection (pphosted.com) and Essentials (ppe-hosted.com; also sold as
//! Spambrella and others). <https://ipcheck.proofpoint.com/>,
//! <https://help.proofpoint.com/Proofpoint_Essentials/Email_Security/Administrator_Topics/110_logs/Bounces_and_Deferrals>

use crate::names::code::{any, replies, reply, reply_any, st};
use crate::names::terms::{Cause, Owner, Permanence, Stage};
use crate::rules::rule::{RULE, Rule, ex_at, ex_by};

const ENTERPRISE: &[&str] = &["pphosted.com", "gpphosted.com", "proofpoint.com", "proofpoint.eu"];
const ESSENTIALS: &[&str] = &["ppe-hosted.com", "proofpointessentials.com", "spambrella.com"];
const BOTH: &[&str] =
    &["pphosted.com", "gpphosted.com", "proofpoint.com", "ppe-hosted.com", "proofpointessentials.com"];
const ESSENTIALS_PAGE: &str = "https://help.proofpoint.com/Proofpoint_Essentials/Email_Security/Administrator_Topics/110_logs/Bounces_and_Deferrals";
const IPCHECK: &str = "https://ipcheck.proofpoint.com/?ip={ip}";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "proofpoint-dmarc",
        cause: Cause::DmarcFailure,
        by: BOTH,
        says: &["dmarc"],
        examples: &[ex_at(
            "550 5.7.1 Message rejected due to DMARC policy for example.com (p=reject)",
            "mx0a-00112233.pphosted.com",
            Stage::Eod,
        )],
        source: "https://www.proofpoint.com/us/threat-reference/dmarc",
        ..RULE
    },
    Rule {
        id: "proofpoint-spf",
        cause: Cause::SpfFailure,
        by: BOTH,
        says: &[
            "spf fail",
            "spf check",
            "spf hard",
            "sender policy framework",
            "spf validation",
            "spf record",
            "due to spf",
            "spf policy",
        ],
        examples: &[ex_by("550 5.7.1 SPF check failed for example.com", "mx0b-00112233.pphosted.com")],
        source: ESSENTIALS_PAGE,
        ..RULE
    },
    Rule {
        id: "proofpoint-user-unknown",
        cause: Cause::RecipientUnknown,
        by: BOTH,
        says: &[
            "user unknown",
            "unknown user",
            "invalid recipient",
            "no such user",
            "recipient address is invalid",
            "user email address is marked as invalid",
            "recipient not found",
            "does not exist",
            "marked as invalid",
        ],
        not: &["sender"],
        examples: &[
            ex_by("550 5.1.1 User Unknown", "mx0a-00112233.pphosted.com"),
            ex_by(
                "550 5.7.1 Recipient address rejected: User email address is marked as invalid",
                "mx1-us1.ppe-hosted.com",
            ),
        ],
        source: ESSENTIALS_PAGE,
        ..RULE
    },
    Rule {
        id: "proofpoint-local-policy",
        cause: Cause::PolicyRejection,
        says: &["local policy violation - "],
        summary: "A rule that the recipient's organisation set up in its Proofpoint gateway refused the message; the words do not tell which.",
        steps: &[
            "Search the Proofpoint smart search for the message by sender, time and the id at the end of the response.",
            "Change the rule that matched (firewall rule, block list, attachment or spoofing rule), or add the sender to the safe list.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        links: &[IPCHECK],
        examples: &[ex_by("550 5.7.0 Local Policy Violation - 43hpq7s0ty-1", "mx0a-00112233.pphosted.com")],
        source: "https://ipcheck.proofpoint.com/",
        ..RULE
    },
    Rule {
        id: "proofpoint-spam",
        cause: Cause::SpamContent,
        by: BOTH,
        says: &["spam", "phish", "unsolicited", "bulk mail"],
        not: &["blocked - see", "spamhaus", "spamcop", "blocked using"],
        examples: &[ex_by("554 5.7.1 Message rejected as spam", "mx0a-00112233.pphosted.com")],
        source: ESSENTIALS_PAGE,
        ..RULE
    },
    Rule {
        id: "proofpoint-virus",
        cause: Cause::VirusDetected,
        by: BOTH,
        says: &["virus", "malware", "infected"],
        examples: &[ex_by("554 5.7.1 Message contains a virus", "mx0a-00112233.pphosted.com")],
        source: ESSENTIALS_PAGE,
        ..RULE
    },
    Rule {
        id: "proofpoint-access-denied",
        cause: Cause::PoorReputation,
        owner: Some(Owner::SenderAdmin),
        by: ENTERPRISE,
        says: &[
            "access denied",
            "connection refused",
            "service unavailable",
            "connection rejected",
            "message rejected",
            "denied",
            "rejected",
        ],
        stage: &[Stage::Connect, Stage::Helo, Stage::Mail],
        summary: "The Proofpoint gateway of the recipient refuses {ip} before it looks at any message.",
        steps: &[
            "Look up {ip} on the Proofpoint page and ask for removal there if it is listed.",
            "Ask {address} over another channel to have the administrators of {domain} allow the server, if it is not listed.",
        ],
        links: &[IPCHECK],
        examples: &[ex_at("554 5.7.1 Access denied", "mx0a-00112233.pphosted.com", Stage::Connect)],
        source: "https://ipcheck.proofpoint.com/",
        ..RULE
    },
    Rule {
        id: "proofpoint-reputation-deferral",
        cause: Cause::PoorReputation,
        permanence: Some(Permanence::Temporary),
        by: ENTERPRISE,
        says: &[
            "blocked - see",
            "try again later",
            "please try later",
            "service unavailable - try again",
            "too busy",
            "throttled",
            "throttling",
        ],
        codes: &[replies(400, 499)],
        summary: "The Proofpoint gateway of the recipient puts off mail from {ip} because of its reputation or the amount of mail.",
        steps: &[
            "Look up {ip} on the Proofpoint page and ask for removal there if it is listed.",
            "Send fewer messages at a time to this domain until the reputation has recovered.",
        ],
        links: &[IPCHECK],
        examples: &[ex_by("452 4.7.1 Throttled, try again later", "mx0a-00112233.pphosted.com")],
        source: "https://ipcheck.proofpoint.com/",
        ..RULE
    },
    Rule {
        id: "proofpoint-essentials-relay",
        cause: Cause::RelayDenied,
        by: ESSENTIALS,
        says: &["relay access denied", "relaying denied", "relay denied"],
        summary: "Proofpoint Essentials does not know {domain} as a customer domain, or does not know the sending server of its customer.",
        steps: &[
            "Check in Proofpoint Essentials that {domain} is added, verified and active.",
            "Check that the MX records of {domain} name the Proofpoint region of the account.",
            "Add the IP address of the sending server to the account if it was outgoing mail.",
        ],
        links: &[ESSENTIALS_PAGE],
        examples: &[ex_by("554 5.7.1 <bob@example.com>: Relay access denied", "mx1-us1.ppe-hosted.com")],
        source: ESSENTIALS_PAGE,
        ..RULE
    },
    Rule {
        id: "proofpoint-essentials-sender-rejected",
        cause: Cause::PoorReputation,
        by: ESSENTIALS,
        says: &["sender rejected", "sender address rejected", "client host rejected", "access denied"],
        not: &["domain not found", "cannot find your", "blocked using", "relay", "need fully"],
        summary: "Proofpoint Essentials refuses the sender or {ip}: block list, wrong SPF record or a rule of the organisation.",
        steps: &[
            "Look up {ip} on the Proofpoint page and on the usual block lists.",
            "Check that the SPF record of {sender_domain} names the sending server.",
            "Ask {address} over another channel to have the sender added to the safe sender list in Proofpoint Essentials.",
        ],
        links: &[IPCHECK, ESSENTIALS_PAGE],
        examples: &[ex_by("550 5.1.0 sender rejected", "mx1-us1.ppe-hosted.com")],
        source: "https://www.spambrella.com/faq/email-delivery-error-codes/",
        ..RULE
    },
    Rule {
        id: "proofpoint-essentials-resources",
        cause: Cause::ServerError,
        by: BOTH,
        says: &[
            "insufficient system resources",
            "insufficient system storage",
            "server configuration problem",
            "system resources",
        ],
        codes: &[replies(400, 499)],
        examples: &[ex_by("452 4.3.1 Insufficient system resources", "mx1-us1.ppe-hosted.com")],
        source: ESSENTIALS_PAGE,
        ..RULE
    },
    Rule {
        id: "proofpoint-essentials-customer-limit",
        cause: Cause::SendingQuotaExceeded,
        by: ESSENTIALS,
        says: &["sending limit", "message rate exceeded", "exceeded * outbound", "rate limit", "too many messages"],
        summary: "The account sent more mail through Proofpoint Essentials than its plan allows in a day or an hour.",
        steps: &[
            "Wait an hour before sending more.",
            "Send mailings through a service meant for bulk mail, not through Proofpoint Essentials.",
            "Check for a hacked account or website if you did not send that much.",
        ],
        links: &[ESSENTIALS_PAGE],
        examples: &[ex_by("451 4.7.1 Sending limit exceeded for this account", "outbound-us1.ppe-hosted.com")],
        source: ESSENTIALS_PAGE,
        ..RULE
    },
    Rule {
        id: "proofpoint-essentials-account-inactive",
        cause: Cause::MailboxDisabled,
        by: ESSENTIALS,
        says: &["account has been disabled", "account is disabled", "account disabled", "user disabled"],
        examples: &[ex_by("550 5.2.1 <bob@example.com>: Account has been disabled", "mx1-us1.ppe-hosted.com")],
        source: ESSENTIALS_PAGE,
        ..RULE
    },
    Rule {
        id: "proofpoint-code-user-unknown",
        cause: Cause::RecipientUnknown,
        by: BOTH,
        codes: &[st(5, 1, 1), reply_any(550, 1, 1)],
        examples: &[ex_by("550 5.1.1 <bob@example.com>... Rejected", "mx0a-00112233.pphosted.com")],
        source: ESSENTIALS_PAGE,
        ..RULE
    },
    Rule {
        id: "proofpoint-code-policy",
        cause: Cause::PolicyRejection,
        by: ENTERPRISE,
        codes: &[any(7, 0), reply(554)],
        not: &[
            "blocked - see",
            "blocked using",
            "relay",
            "listed",
            "blacklist",
            "size",
            "loop",
            "too many hops",
            "does not exist",
            "not found",
            "unknown",
        ],
        says: &["rejected", "denied", "violation", "not allowed", "refused", "administrative"],
        stage: &[Stage::Eod, Stage::Rcpt],
        examples: &[ex_at("550 5.7.0 Message rejected", "mx0a-00112233.pphosted.com", Stage::Eod)],
        source: ESSENTIALS_PAGE,
        ..RULE
    },
];
