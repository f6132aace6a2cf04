//! Tencent: QQ Mail, Foxmail and Tencent Exmail. Most replies end in a link to service.mail.qq.com.
//! Pages: <https://service.mail.qq.com/>, <https://open.work.weixin.qq.com/help2/pc/19886>,
//! a copy of the explanations: <http://qiao.yimirj.com/article/detail/2261>.

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const COPY: &str = "http://qiao.yimirj.com/article/detail/2261";
const HELP: &str = "https://service.mail.qq.com/";
const QQ: &[&str] = &["qq.com", "foxmail.com", "tencent.com"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "qq-domain-frequency",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["domain frequency limited", "sender frequency limited"],
        summary: "QQ Mail takes only so many messages from one sender or domain per minute, hour and day.",
        steps: &[
            "Stop sending to QQ for some minutes up to a day, then go on at a lower rate.",
            "Send only to people who want the mail, and sign it with DKIM.",
        ],
        links: &[HELP],
        examples: &[ex(
            "550 Domain frequency limited [AbCdEf IP: 192.0.2.9]. https://service.mail.qq.com/detail/0/75.",
        )],
        source: COPY,
        ..RULE
    },
    Rule {
        id: "qq-ip-frequency",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["ip frequency limited", "connection frequency limited", "connection frequency too high"],
        summary: "QQ Mail takes only so many messages from one IP address, and {ip} sent more.",
        steps: &[
            "Stop the server for some minutes up to a day, then go on at a lower rate.",
            "Rule out spam from {ip}.",
        ],
        links: &[HELP],
        examples: &[ex(
            "550 Ip frequency limited [AbCdEf= IP: 192.0.2.22]. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000725",
        )],
        source: COPY,
        ..RULE
    },
    Rule {
        id: "qq-connection-denied",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["connection denied"],
        by: QQ,
        summary: "QQ Mail refuses {ip} because it went far beyond the allowed rate.",
        steps: &["Stop the server for a day and rule out spam from {ip}, then go on at a low rate."],
        links: &[HELP],
        examples: &[ex_by(
            "550 Connection denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000722",
            "mx99.qq.com",
        )],
        source: "http://ydadm.com/news_in/335",
        ..RULE
    },
    Rule {
        id: "qq-recipient-flooded",
        cause: Cause::RecipientRateLimited,
        says: &["mailbox unavailable or access denied"],
        by: QQ,
        permanence: Some(Permanence::Temporary),
        summary: "QQ Mail takes no more for {address} at the moment because too much came in a short time.",
        steps: &[
            "Stop sending to {address} and try again later.",
            "Check the address for typing errors if it never works.",
        ],
        links: &[HELP],
        examples: &[ex_by(
            "550 Mailbox unavailable or access denied [AbCdEf IP: 192.0.2.22]. https://service.mail.qq.com/detail/122/169.",
            "mx99.qq.com",
        )],
        source: COPY,
        ..RULE
    },
    Rule {
        id: "qq-content-denied",
        cause: Cause::SpamContent,
        says: &["mail content denied", "error: content rejected", "suspected spam"],
        by: QQ,
        summary: "QQ Mail's filter took the message for spam.",
        steps: &[
            "Change subject and text: no advertising words, few links, no empty body, and send again.",
            "Check SPF, DKIM and DMARC of {sender_domain}.",
        ],
        links: &[HELP],
        examples: &[ex(
            "550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726",
        )],
        source: COPY,
        ..RULE
    },
    Rule {
        id: "qq-bounce-attack",
        cause: Cause::SpamContent,
        owner: Some(Owner::SenderAdmin),
        says: &["suspected bounce attacks"],
        summary: "QQ Mail gets too many bounces from this server and refuses more of them.",
        steps: &[
            "Stop the server from bouncing spam to forged senders: reject unknown recipients during SMTP instead of accepting and bouncing.",
        ],
        links: &[HELP],
        examples: &[ex(
            "550 Suspected bounce attacks. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000727",
        )],
        source: COPY,
        ..RULE
    },
    Rule {
        id: "qq-rejected-by-recipient",
        cause: Cause::SenderBlocked,
        owner: Some(Owner::Recipient),
        says: &["mail is rejected by recipients"],
        summary: "The owner of {address} has blocked the sender in QQ Mail.",
        steps: &["Remove the sender from the block list in QQ Mail's settings if the mail is wanted."],
        links: &[HELP],
        examples: &[ex(
            "550 Mail is rejected by recipients [AbCdEf IP: 192.0.2.22]. https://service.mail.qq.com/detail/0/92.",
        )],
        source: COPY,
        ..RULE
    },
    Rule {
        id: "qq-bad-address",
        cause: Cause::RecipientAddressInvalid,
        says: &["bad address syntax"],
        by: QQ,
        summary: "QQ Mail cannot read the address {address}: it is malformed.",
        links: &[HELP],
        examples: &[ex_by(
            "501 Bad address syntax. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000730",
            "mx3.qq.com",
        )],
        source: "https://qqmailbox.com/transceivers/169.html",
        ..RULE
    },
    Rule {
        id: "qq-not-found",
        cause: Cause::RecipientUnknown,
        says: &[
            "mailbox not found",
            "the recipient may contain a non-existent account",
            "non-existent account",
            "no such user",
        ],
        by: QQ,
        summary: "QQ Mail has no mailbox {address}, or its owner has not opened QQ Mail.",
        links: &[HELP],
        examples: &[
            ex("550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728"),
            ex_by(
                "550 The recipient may contain a non-existent account, please check the recipient address. https://service.mail.qq.com/detail/122/169.",
                "mx99.qq.com",
            ),
        ],
        source: "https://qqmailbox.com/transceivers/169.html",
        ..RULE
    },
    Rule {
        id: "qq-mailbox-full",
        cause: Cause::MailboxFull,
        says: &["mailbox is full", "mailbox space not enough", "mail box is full", "mailbox full"],
        by: QQ,
        examples: &[ex_by("552 Mailbox space not enough", "mx99.qq.com")],
        source: "https://qqmailbox.com/transceivers/169.html",
        ..RULE
    },
    Rule {
        id: "qq-spf",
        cause: Cause::SpfFailure,
        says: &["spf check failed", "spf validation failed"],
        by: QQ,
        links: &[HELP],
        examples: &[ex("550 SPF check failed. http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1001507&&id=16.")],
        source: HELP,
        ..RULE
    },
    Rule {
        id: "qq-dmarc",
        cause: Cause::DmarcFailure,
        says: &["dmarc check failed", "dmarc validation failed"],
        by: QQ,
        summary: "The From domain asks receivers to reject mail that fails DMARC, and this message failed it at QQ Mail.",
        links: &[HELP],
        examples: &[ex(
            "550 DMARC check failed. http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1001508&&id=16.",
        )],
        source: HELP,
        ..RULE
    },
    Rule {
        id: "qq-domain-dns",
        cause: Cause::SenderAddressRejected,
        says: &["domain may not exist or dns check failed"],
        summary: "QQ Mail found no DNS records for the sender domain {sender_domain}.",
        links: &[HELP],
        examples: &[ex(
            "550 Domain may not exist or DNS check failed [AbCdEf IP: 192.0.2.9]. https://service.mail.qq.com/detail/122/166.",
        )],
        source: HELP,
        ..RULE
    },
    Rule {
        id: "qq-from-header",
        cause: Cause::MessageMalformed,
        says: &["\"from\" header is missing or invalid", "from header is missing or invalid"],
        summary: "The From header of the message is missing or breaks the mail format.",
        steps: &[
            "Write the From header as one name and one address, the name encoded when it is not ASCII, and the address equal to the account that sends.",
        ],
        links: &[HELP],
        examples: &[ex(
            "550 The \"From\" header is missing or invalid. Please follow RFC5322, RFC2047, RFC822 standard protocol. https://service.mail.qq.com/detail/124/995.",
        )],
        source: HELP,
        ..RULE
    },
    Rule {
        id: "qq-sender-not-account",
        cause: Cause::SenderAddressRejected,
        owner: Some(Owner::Sender),
        says: &["mail from address must be same as authorization user"],
        summary: "The mail program logged in to one account and sent with the address of another.",
        steps: &["Set the sender address to the address of the account that logs in."],
        examples: &[ex("501 mail from address must be same as authorization user")],
        source: HELP,
        ..RULE
    },
    Rule {
        id: "qq-authorization-code",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::Sender),
        says: &[
            "login fail. please enter your authorization code",
            "请使用授权码登录",
            "login fail. account is abnormal",
            "login fail.",
        ],
        by: QQ,
        summary: "QQ Mail did not accept the login; it wants the authorisation code, not the password.",
        steps: &[
            "Switch on SMTP in QQ Mail's settings under Account, create an authorisation code there, and use it as the password in the mail program.",
        ],
        links: &["https://service.mail.qq.com/detail/0/75"],
        examples: &[ex(
            "535 Login Fail. Please enter your authorization code to login. More information in http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256",
        )],
        source: HELP,
        ..RULE
    },
];
