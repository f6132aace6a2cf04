//! Apple: iCloud Mail (icloud.com, me.com, mac.com), custom domains there, and the private relay of
//! "Hide My Email". See <https://support.apple.com/en-us/102322> (formerly HT204137). Proofpoint and Cloudmark
//! filter for Apple, hence their words in its replies.

use crate::names::code::{any, replies, reply};
use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const PAGE: &str = "https://support.apple.com/en-us/102322";
const APPLE: &[&str] = &["icloud.com", "me.com", "mac.com", "apple.com", "me.com.akadns.net", "appleid.com"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "apple-relay-unauthorized-sender",
        cause: Cause::SenderNotPermitted,
        owner: Some(Owner::SenderAdmin),
        says: &["unauthorized sender", "sender not authorized", "not authorized to send"],
        by: &["privaterelay.appleid.com"],
        summary: "{address} is a Hide My Email address, and Apple forwards to it only from senders that the app's maker has registered.",
        steps: &[
            "Register {sender_domain} or {sender} in the Apple developer account under Services, Sign in with Apple for Email Communication.",
            "Make sure that SPF or DKIM passes for that domain, else Apple does not accept the registration.",
        ],
        links: &["https://developer.apple.com/help/account/capabilities/configure-private-email-relay-service/"],
        examples: &[ex_by(
            "550 5.1.1 <abc@privaterelay.appleid.com>: unauthorized sender",
            "smtp3.privaterelay.appleid.com",
        )],
        source: "https://developer.apple.com/documentation/signinwithapple/communicating-using-the-private-email-relay-service",
        ..RULE
    },
    Rule {
        id: "apple-relay-unknown",
        cause: Cause::RecipientUnknown,
        says: &["user not found", "user does not exist", "relay not allowed", "user unknown"],
        by: &["privaterelay.appleid.com"],
        summary: "The Hide My Email address {address} does not exist any more; its owner has probably switched it off.",
        steps: &["Remove the address; only its owner can create a new one or give another address."],
        links: &["https://support.apple.com/en-us/105078"],
        examples: &[ex_by(
            "550 5.1.1 <abc@privaterelay.appleid.com>: user not found",
            "smtp9.privaterelay.appleid.com",
        )],
        source: "https://support.apple.com/en-us/105078",
        ..RULE
    },
    Rule {
        id: "apple-inactive",
        cause: Cause::MailboxDisabled,
        says: &["inactive email address", "inactive e-mail address", "account inactive", "user disabled"],
        by: APPLE,
        summary: "The iCloud address {address} exists but is switched off.",
        links: &[PAGE],
        examples: &[ex_by("550 5.1.1 <joe@icloud.com>: inactive email address", "mx99.mail.icloud.com")],
        source: "https://smtp.codes/icloud",
        ..RULE
    },
    Rule {
        id: "apple-no-user",
        cause: Cause::RecipientUnknown,
        says: &[
            "user lookup success but no user record found",
            "unknown or illegal alias",
            "user does not exist",
            "recipient no longer on server",
        ],
        by: APPLE,
        summary: "iCloud Mail has no mailbox for {address}.",
        examples: &[
            ex_by("550 5.1.1 <joe@me.com>: user lookup success but no user record found", "mx99.mail.icloud.com"),
            ex_by("550 5.1.1 unknown or illegal alias: joe@icloud.com", "mx99.me.com.akadns.net"),
        ],
        source: "https://smtp.codes/icloud",
        ..RULE
    },
    Rule {
        id: "apple-over-quota",
        cause: Cause::MailboxFull,
        says: &["user is over quota", "over quota"],
        by: APPLE,
        summary: "The iCloud storage of {address} is used up.",
        steps: &[
            "Free storage on the iPhone, Mac or at icloud.com (backups, photos and mail share it), or get a larger iCloud+ plan.",
            "Have the message sent again afterwards.",
        ],
        links: &["https://support.apple.com/en-us/108922"],
        examples: &[ex_by("552 5.2.2 <joe@icloud.com>: user is over quota", "mx99.mail.icloud.com")],
        source: "https://smtp.codes/icloud",
        ..RULE
    },
    Rule {
        id: "apple-recipient-rate",
        and: &["apple", "icloud"],
        cause: Cause::RecipientRateLimited,
        says: &["deferred due to excessive volume"],
        summary: "iCloud takes no more mail for {address} at the moment because too much came in a short time.",
        links: &[PAGE],
        examples: &[ex_by(
            "421 4.7.1 Messages to joe@icloud.com deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137",
            "mx99.mail.icloud.com",
        )],
        source: "https://smtp.codes/icloud",
        ..RULE
    },
    Rule {
        id: "apple-dmarc",
        cause: Cause::DmarcFailure,
        says: &["dmarc policy"],
        by: APPLE,
        links: &[PAGE],
        examples: &[ex_by(
            "550 5.7.1 Your message was rejected due to example.com's DMARC policy. See https://support.apple.com/en-us/HT204137 for info",
            "mx99.mail.icloud.com",
        )],
        source: "https://smtp.codes/icloud",
        ..RULE
    },
    Rule {
        id: "apple-dbl",
        cause: Cause::DomainBlocklisted,
        says: &["having a domain present in the spamhaus dbl", "domain present in the spamhaus"],
        list: Some("Spamhaus DBL"),
        summary: "Apple refuses the message because a domain in it is on the Spamhaus domain list.",
        steps: &[
            "Look up {sender_domain} and the domains of all links in the message at Spamhaus.",
            "Clean the listed site or remove its link, then ask for removal on the same page.",
        ],
        links: &["https://check.spamhaus.org/"],
        examples: &[ex_by(
            "550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL -- see https://www.spamhaus.org/dbl/",
            "mx99.mail.icloud.com",
        )],
        source: "https://smtp.codes/icloud",
        ..RULE
    },
    Rule {
        id: "apple-ip-blocked",
        cause: Cause::IpBlocklisted,
        says: &[
            "blocked - see https://support.proofpoint.com",
            "blocked - see https://ipcheck.proofpoint.com",
            "ipcheck.proofpoint.com",
        ],
        by: APPLE,
        list: Some("Proofpoint Dynamic Reputation"),
        summary: "Proofpoint, which filters for Apple, blocks the sending IP address {ip}.",
        steps: &[
            "Look {ip} up at Proofpoint and ask for removal there.",
            "Rule out misuse of the server before, else it is listed again.",
        ],
        links: &["https://ipcheck.proofpoint.com/?ip={ip}"],
        examples: &[ex_by(
            "550 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.9",
            "mx99.mail.icloud.com",
        )],
        source: "https://smtp.codes/icloud",
        ..RULE
    },
    Rule {
        id: "apple-local-policy",
        cause: Cause::SpamContent,
        says: &[
            "[cs01] message rejected",
            "[cs02] message rejected",
            "[hm01]",
            "[hm02]",
            "[hm03]",
            "[hm04]",
            "[hm05]",
            "[hm06]",
            "[hm07]",
            "[hm08]",
            "[hm09]",
            "[hm10]",
            "[cs01]",
            "[cs02]",
            "[cs03]",
            "[cs04]",
        ],
        summary: "Apple's content filter takes the message for spam or unsafe.",
        steps: &[
            "Send the same text without links, link shorteners, tracking redirects and attachments to find what is refused.",
            "Check the links and {sender_domain} against block lists, and see that SPF, DKIM and DMARC pass.",
            "Write to icloudadmin@apple.com with domain, IP addresses and the full reply if wanted mail is still refused.",
        ],
        links: &[PAGE],
        examples: &[
            ex(
                "554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137",
            ),
            ex(
                "554 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137",
            ),
        ],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "apple-policy",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "rejected due to local policy",
            "ht204137",
            "support.apple.com/en-us/102322",
            "support.apple.com/102322",
        ],
        by: APPLE,
        codes: &[replies(550, 559), any(7, 1), any(7, 0)],
        not: &["deferred", "try again later"],
        steps: &[
            "Check that SPF, DKIM and DMARC pass for {sender_domain} and that {ip} has matching reverse DNS.",
            "Look for block lists that name {ip} or a linked domain.",
            "Write to icloudadmin@apple.com with domain, IP addresses and the full reply if wanted mail is still refused.",
        ],
        links: &[PAGE],
        examples: &[ex_by(
            "550 5.7.1 Mail rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137",
            "mx99.mail.icloud.com",
        )],
        source: PAGE,
        ..RULE
    },
    Rule {
        id: "apple-not-accepting",
        cause: Cause::ServerError,
        says: &["esmtp not accepting connections", "service unavailable - try again later"],
        by: APPLE,
        permanence: Some(Permanence::Temporary),
        summary: "Apple's server takes no connection from {ip} at the moment: it is busy, or the address has a poor reputation.",
        steps: &[
            "Let the sending server retry with few parallel connections.",
            "Check the reputation and the block listings of {ip} if it stays this way for more than a day.",
        ],
        links: &[PAGE],
        examples: &[
            ex_by("554 st00p00im-smtpin000.me.com ESMTP not accepting connections", "mx99.mail.icloud.com"),
            ex_by("451 4.7.1 Service unavailable - try again later", "mx99.mail.icloud.com"),
        ],
        source: "https://smtp.codes/icloud",
        ..RULE
    },
    Rule {
        id: "apple-deferred",
        cause: Cause::RateLimited,
        says: &["try again later", "too many errors", "too many messages", "deferred"],
        by: APPLE,
        codes: &[reply(421), reply(450), reply(451)],
        summary: "Apple puts off mail from {ip} for now.",
        steps: &[
            "Let the server retry, with fewer connections and recipients at a time.",
            "Remove addresses that do not exist from the lists.",
        ],
        links: &[PAGE],
        examples: &[ex_by("421 4.7.0 me.com Error: too many errors", "mx99.mail.icloud.com")],
        source: "https://smtp.codes/icloud",
        ..RULE
    },
];
