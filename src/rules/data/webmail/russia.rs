//! Mail.ru (VK), Yandex, Rambler and Ukrainian providers. Pages: <https://help.mail.ru/mail/security/bounce/>,
//! <https://help.mail.ru/developers/mailing_rules/>, <https://yandex.com/support/mail/bounces/yandex.html>,
//! <https://mail.i.ua/err/>.

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const MAILRU: &str = "https://help.mail.ru/mail/security/bounce/";
const MAILRU_SENDERS: &str = "https://postmaster.mail.ru/";
const YANDEX: &str = "https://yandex.com/support/mail/bounces/yandex.html";
const YANDEX_RULES: &str = "https://yandex.com/support/mail/rules-of-mailing.html";
const MAILRU_HOSTS: &[&str] = &["mail.ru", "bk.ru", "inbox.ru", "list.ru", "internet.ru", "vk.com", "smailru.net"];
const YANDEX_HOSTS: &[&str] =
    &["yandex.ru", "yandex.net", "yandex.com", "ya.ru", "ya.cc", "yandex.by", "yandex.kz", "yandex.ua"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "mailru-user-disabled",
        cause: Cause::MailboxDisabled,
        says: &[
            "local mailbox * is unavailable: account is disabled",
            "is unavailable: account is disabled",
            "is unavailable: account is blocked",
            "is unavailable: user is terminated",
        ],
        summary: "The Mail.ru mailbox {address} is blocked or was deleted for not being used.",
        links: &[MAILRU],
        examples: &[ex(
            "550 Message was not accepted -- invalid mailbox. Local mailbox joe@mail.ru is unavailable: account is disabled",
        )],
        source: MAILRU,
        ..RULE
    },
    Rule {
        id: "mailru-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "is unavailable: mailbox is full",
            "is unavailable: user quota exceeded",
            "is unavailable: quota exceeded",
            "is unavailable: over quota",
        ],
        summary: "The Mail.ru mailbox {address} is full.",
        links: &[MAILRU],
        examples: &[ex(
            "552 Message was not accepted -- mailbox full. Local mailbox joe@mail.ru is unavailable: mailbox is full",
        )],
        source: MAILRU,
        ..RULE
    },
    Rule {
        id: "mailru-invalid-mailbox",
        cause: Cause::RecipientUnknown,
        says: &[
            "message was not accepted -- invalid mailbox",
            "is unavailable: user not found",
            "is unavailable: invalid mailbox",
        ],
        summary: "Mail.ru has no mailbox {address}.",
        links: &[MAILRU],
        examples: &[ex(
            "550 Message was not accepted -- invalid mailbox.  Local mailbox joe@mail.ru is unavailable: user not found",
        )],
        source: MAILRU,
        ..RULE
    },
    Rule {
        id: "mailru-spam",
        cause: Cause::SpamContent,
        says: &[
            "spam message rejected. * mail.ru",
            "notspam-support",
            "spam message rejected. * corp.mail.ru",
            "spam message discarded/rejected",
        ],
        summary: "Mail.ru's filter took the message for spam.",
        steps: &[
            "Open the link in the reply and send Mail.ru the request that it offers; it holds the error code and the ID of the message.",
            "Check SPF, DKIM and DMARC of {sender_domain} and the complaints shown at postmaster.mail.ru.",
        ],
        links: &["https://help.mail.ru/notspam-support/", MAILRU_SENDERS],
        examples: &[ex(
            "550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=Q0RFRkdI or report details to abuse@corp.mail.ru. Error code: 4142434445464748. ID: 4142434400000001.",
        )],
        source: MAILRU,
        ..RULE
    },
    Rule {
        id: "mailru-ip-blocked",
        cause: Cause::IpBlocklisted,
        says: &["support_bl?ip=", "win.mail.ru/cgi-bin/support_bl", "mail.ru/cgi-bin/support"],
        summary: "Mail.ru blocks the IP address {ip}.",
        steps: &["Stop the cause of the block, then open the link in the reply and ask for removal of {ip}."],
        links: &["https://help.mail.ru/notspam-support/", MAILRU_SENDERS],
        examples: &[ex(
            "550 Access from ip address 192.0.2.9 blocked. Visit http://win.mail.ru/cgi-bin/support_bl?ip=192.0.2.9",
        )],
        source: MAILRU,
        ..RULE
    },
    Rule {
        id: "mailru-dmarc",
        cause: Cause::DmarcFailure,
        says: &["owner dmarc policy", "mail.ru/mail-help/postmaster/dmarc", "mail.ru/developers/dmarc"],
        summary: "The From domain asks receivers to reject mail that fails DMARC, and this message failed it at Mail.ru.",
        steps: &[
            "Send mail with this From address only through servers that the domain has set up with SPF or DKIM.",
            "Use an address of your own domain as From when a web site or form sends the mail, and put the visitor's address into Reply-To.",
        ],
        links: &["https://help.mail.ru/developers/mailing_rules/technical/"],
        examples: &[ex(
            "550 5.7.1 This message was not accepted due to domain (example.com) owner DMARC policy (RFC 7489) https://help.mail.ru/mail-help/postmaster/dmarc",
        )],
        source: "https://help.mail.ru/mail-help/postmaster/dmarc",
        ..RULE
    },
    Rule {
        id: "mailru-sending-disabled",
        cause: Cause::SenderAccountSuspended,
        owner: Some(Owner::Sender),
        says: &["message sending for this account is disabled"],
        summary: "Mail.ru does not let the sender's own account send, usually because it seems to be hacked.",
        steps: &[
            "Change the password of the account, or restore the access at account.mail.ru.",
            "Scan the computers that use the account, then send again.",
        ],
        links: &[MAILRU],
        examples: &[ex("550 Message sending for this account is disabled.")],
        source: "https://mailout.ru/2015/09",
        ..RULE
    },
    Rule {
        id: "mailru-rate",
        cause: Cause::RateLimited,
        says: &["ratelimit exceeded", "rate limit exceeded", "too many messages", "try again later"],
        by: MAILRU_HOSTS,
        permanence: Some(Permanence::Temporary),
        links: &[MAILRU_SENDERS],
        examples: &[ex_by(
            "451 4.7.1 Ratelimit exceeded for mailbox joe@example.com. Try again later.",
            "mx99.mail.ru",
        )],
        source: MAILRU,
        ..RULE
    },
    // Yandex.
    Rule {
        id: "yandex-spam",
        cause: Cause::SpamContent,
        says: &["message rejected under suspicion of spam", "rejected under suspicion of spam"],
        summary: "Yandex took the message for spam; a sender of nothing but spam is refused for 24 hours.",
        steps: &[
            "Change the content: fewer links, no shorteners, a plain text version, and send again after a day.",
            "Check SPF and DKIM of {sender_domain}.",
        ],
        links: &[
            "https://yandex.com/support/mail/bounces/yandex/message-rejected-under-suspicion-of-spam.html",
            YANDEX_RULES,
        ],
        examples: &[ex(
            "554 5.7.1 [2] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1700000000-AbCdEf",
        )],
        source: YANDEX,
        ..RULE
    },
    Rule {
        id: "yandex-account-blocked",
        cause: Cause::MailboxDisabled,
        says: &["policy rejection on the target address"],
        summary: "Yandex has blocked the account {address} for breaking its user agreement.",
        steps: &[
            "Reach the owner of {address} another way.",
            "Fill in true personal data in the Yandex account as its owner, or write to Yandex support, to have it unblocked.",
        ],
        links: &["https://yandex.com/support/mail/bounces/yandex/policy-rejection-on-the-target-address.html"],
        examples: &[ex("550 5.7.1 Policy rejection on the target address")],
        source: YANDEX,
        ..RULE
    },
    Rule {
        id: "yandex-ip-blocked",
        cause: Cause::IpBlocklisted,
        says: &["spamsource.mail.yandex", "blocked by spam statistics"],
        summary: "Yandex blocks {ip} for a day because mostly spam came from it.",
        steps: &[
            "Stop the spam and wait 24 hours.",
            "Write to Yandex through the link in the reply if the block stays.",
        ],
        links: &[YANDEX, YANDEX_RULES],
        examples: &[
            ex(
                "554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using spamsource.mail.yandex.net; see http://feedback.yandex.ru/?from=mail-rejects&subject=192.0.2.9",
            ),
            ex(
                "550 5.7.1 Blocked by spam statistics - see http://feedback.yandex.ru/?from=mail-rejects&subject=192.0.2.9",
            ),
        ],
        source: YANDEX,
        ..RULE
    },
    Rule {
        id: "yandex-mailbox-full",
        cause: Cause::MailboxFull,
        says: &["mailbox size limit exceeded", "mailbox size exceeded"],
        by: YANDEX_HOSTS,
        summary: "The Yandex mailbox {address} is full.",
        examples: &[ex_by("552 5.2.2 Mailbox size limit exceeded", "mx.yandex.ru")],
        source: YANDEX,
        ..RULE
    },
    Rule {
        id: "yandex-virus",
        cause: Cause::VirusDetected,
        says: &["message infected by virus"],
        examples: &[ex("554 5.7.1 Message infected by virus")],
        source: YANDEX,
        ..RULE
    },
    Rule {
        id: "yandex-no-user",
        cause: Cause::RecipientUnknown,
        says: &["no such user", "no correct recipients", "bad recipient address syntax"],
        by: YANDEX_HOSTS,
        summary: "Yandex has no mailbox {address}.",
        examples: &[ex_by("550 5.7.1 No such user!", "mx.yandex.ru")],
        source: YANDEX,
        ..RULE
    },
    Rule {
        id: "yandex-sender-not-owned",
        cause: Cause::SenderAddressRejected,
        owner: Some(Owner::Sender),
        says: &["sender address rejected: not owned by auth"],
        summary: "The mail program logged in to one account and sent with the address of another.",
        steps: &[
            "Set the sender address to the address of the account that logs in, or add the other address to that account as an alias.",
        ],
        examples: &[ex("553 5.7.1 Sender address rejected: not owned by auth user.")],
        source: "https://yandex.com/support/mail/mail-clients/others.html",
        ..RULE
    },
    Rule {
        id: "yandex-service-unavailable",
        cause: Cause::ServerError,
        says: &["sorry, the service is currently unavailable", "sorry, try again later"],
        by: YANDEX_HOSTS,
        permanence: Some(Permanence::Temporary),
        examples: &[ex_by(
            "451 4.7.1 Sorry, the service is currently unavailable. Please come back later.",
            "mx.yandex.ru",
        )],
        source: YANDEX,
        ..RULE
    },
    // Rambler, i.ua.
    Rule {
        id: "rambler-spam",
        cause: Cause::SpamContent,
        says: &["spam message rejected", "spam message discarded"],
        by: &["rambler.ru", "rambler-co.ru", "lenta.ru", "autorambler.ru", "myrambler.ru", "ro.ru"],
        summary: "Rambler's filter took the message for spam.",
        steps: &["Change the content and send again, or write to Rambler's abuse address in the reply."],
        examples: &[ex_by(
            "550 5.7.1 Spam message rejected; If this is not spam contact abuse team at rambler-co.ru",
            "inmx.rambler.ru",
        )],
        source: "https://help.rambler.ru/mail/",
        ..RULE
    },
    Rule {
        id: "iua-frozen",
        cause: Cause::MailboxDisabled,
        says: &["mailbox is frozen", "mail.i.ua/err/3"],
        by: &["i.ua", "email.ua", "ua.fm", "3g.ua"],
        summary: "The mailbox {address} is frozen because its owner has not used it for a long time.",
        steps: &["Reach the owner another way: signing in to the mailbox on the web thaws it."],
        links: &["http://mail.i.ua/err/3/"],
        examples: &[ex("550 Mailbox is frozen. See http://mail.i.ua/err/3/")],
        source: "http://mail.i.ua/err/3/",
        ..RULE
    },
];
