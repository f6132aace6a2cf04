//! Japanese mobile carriers and providers: NTT docomo, au (KDDI, UQ mobile), SoftBank, Yahoo Japan.
//! Pages: <https://www.docomo.ne.jp/service/docomo_mail/>, <https://www.au.com/mobile/service/attention/bulkmail/>,
//! <https://www.softbank.jp/mobile/support/antispam/>, <https://support.yahoo-net.jp/PccMail/s/article/H000007355>;
//! explanations for senders: <https://note.com/sendmagic/n/neb6bbe7e51cf> (docomo), n875d8dcb6cb8 (au).
//! The carriers answer "unknown user" as well when the recipient's own filter refuses the sender; docomo and au then
//! say it after DATA or after the message instead of after RCPT.

use crate::names::code::{any, replies};
use crate::names::terms::{Cause, Owner, Permanence, Stage};
use crate::rules::rule::{RULE, Rule, ex, ex_at, ex_by};

const DOCOMO: &str = "https://note.com/sendmagic/n/neb6bbe7e51cf";
const AU: &str = "https://note.com/sendmagic/n/n875d8dcb6cb8";
const SOFTBANK: &str = "https://note.com/sendmagic/n/n5afbf98aeb25";
const DOCOMO_HOSTS: &[&str] = &["docomo.ne.jp", "mopera.net", "dwmail.jp"];
const AU_HOSTS: &[&str] = &[
    "ezweb.ne.jp",
    "au.com",
    "uqmobile.jp",
    "biz.ezweb.ne.jp",
    "ido.ne.jp",
    "ez1.ido.ne.jp",
    "auone-net.jp",
    "dion.ne.jp",
];
const SOFTBANK_HOSTS: &[&str] = &[
    "softbank.ne.jp",
    "vodafone.ne.jp",
    "i.softbank.jp",
    "y-mobile.ne.jp",
    "ymobile.ne.jp",
    "disney.ne.jp",
    "willcom.com",
    "pdx.ne.jp",
    "emnet.ne.jp",
];
const YAHOO_JAPAN: &[&str] = &["yahoo.co.jp", "yahoo-help.jp", "yahoo-net.jp", "ybb.ne.jp"];

pub(super) const RULES: &[Rule] = &[
    // docomo.
    Rule {
        id: "docomo-unknown-after-data",
        cause: Cause::RecipientUnknown,
        says: &["unknown user"],
        by: DOCOMO_HOSTS,
        stage: &[Stage::Data, Stage::Eod],
        summary: "docomo answers that {address} does not exist, but at this point it says so also when the recipient's own filter refuses the sender.",
        steps: &[
            "Check {address} for typing errors.",
            "Ask the recipient to allow {sender_domain} in docomo's mail filter (受信リスト/ドメイン指定受信), where mail from computers is often refused.",
            "Check that SPF passes for {sender_domain}: docomo's protection against forged senders answers the same way.",
        ],
        links: &["https://www.docomo.ne.jp/info/spam_mail/spmode/domain/"],
        examples: &[
            ex_at("550 Unknown user joe@docomo.ne.jp", "mx9.docomo.ne.jp", Stage::Data),
            ex_at("550 Unknown user joe@docomo.ne.jp", "mx9.docomo.ne.jp", Stage::Eod),
        ],
        source: DOCOMO,
        ..RULE
    },
    Rule {
        id: "docomo-unknown",
        cause: Cause::RecipientUnknown,
        says: &["unknown user"],
        by: DOCOMO_HOSTS,
        summary: "docomo has no mailbox {address}, or the recipient's own filter refuses the sender: docomo answers the same in both cases.",
        steps: &[
            "Check {address} for typing errors.",
            "Ask the recipient whether the address has changed and whether docomo's mail filter lets {sender_domain} through.",
        ],
        links: &["https://www.docomo.ne.jp/info/spam_mail/spmode/domain/"],
        examples: &[ex_by("550 Unknown user joe@docomo.ne.jp", "mx9.docomo.ne.jp")],
        source: DOCOMO,
        ..RULE
    },
    Rule {
        id: "docomo-mailbox-full",
        cause: Cause::MailboxFull,
        says: &["too much mail data"],
        by: DOCOMO_HOSTS,
        summary: "The docomo mailbox {address} is full.",
        examples: &[ex_by("552 Too much mail data joe@docomo.ne.jp", "mx9.docomo.ne.jp")],
        source: DOCOMO,
        ..RULE
    },
    Rule {
        id: "docomo-line-too-long",
        cause: Cause::MessageMalformed,
        says: &["line too long"],
        by: DOCOMO_HOSTS,
        summary: "A line of the message is longer than 1000 bytes, which SMTP does not allow.",
        examples: &[ex_by("500 Line Too Long", "mx9.docomo.ne.jp")],
        source: DOCOMO,
        ..RULE
    },
    // au.
    Rule {
        id: "au-unknown-after-data",
        cause: Cause::RecipientUnknown,
        says: &["user unknown", "unknown user"],
        by: AU_HOSTS,
        stage: &[Stage::Data, Stage::Eod],
        summary: "au answers that {address} does not exist, but at this point it says so also when the recipient's own filter refuses the sender.",
        steps: &[
            "Check {address} for typing errors.",
            "Ask the recipient to allow {sender_domain} in au's mail filter (迷惑メールフィルター), where mail from computers is often refused.",
            "Check that SPF passes for {sender_domain}: au's protection against forged senders answers the same way.",
        ],
        links: &["https://www.au.com/support/service/mobile/trouble/mail/email/filter/"],
        examples: &[
            ex_at("550 : User unknown", "mx9.ezweb.ne.jp", Stage::Eod),
            ex_at("550 <joe@au.com>: User unknown", "mx9.au.com", Stage::Data),
        ],
        source: AU,
        ..RULE
    },
    Rule {
        id: "au-unknown",
        cause: Cause::RecipientUnknown,
        says: &["user unknown", "unknown user"],
        by: AU_HOSTS,
        summary: "au has no mailbox {address}, or the recipient's own filter refuses the sender: au answers the same in both cases.",
        steps: &[
            "Check {address} for typing errors.",
            "Ask the recipient whether the address has changed and whether au's mail filter lets {sender_domain} through.",
        ],
        links: &["https://www.au.com/support/service/mobile/trouble/mail/email/filter/"],
        examples: &[ex_by("550 <joe@ezweb.ne.jp>: User unknown", "mx9.ezweb.ne.jp")],
        source: AU,
        ..RULE
    },
    Rule {
        id: "au-address-form",
        cause: Cause::RecipientAddressInvalid,
        says: &["relay access denied"],
        by: AU_HOSTS,
        codes: &[replies(550, 559), any(7, 1)],
        summary: "au does not handle {address}: the form of the address is wrong, with a second @ for example, or the domain is not au's.",
        steps: &[
            "Check {address} for characters such as a second @ or an exclamation mark, and whether the number moved to another carrier.",
        ],
        examples: &[ex_by("554 <joe!x@ezweb.ne.jp>: Relay access denied", "mx9.ezweb.ne.jp")],
        source: AU,
        ..RULE
    },
    Rule {
        id: "au-account-disabled",
        cause: Cause::MailboxDisabled,
        says: &["user(s) account is disabled"],
        summary: "The mail account {address} is disabled.",
        examples: &[ex("The user(s) account is disabled.")],
        source: "https://www.au.com/mobile/service/attention/bulkmail/",
        ..RULE
    },
    Rule {
        id: "au-account-limited",
        cause: Cause::MailboxFull,
        says: &["user(s) account is temporarily over quota", "as their mailbox is full"],
        summary: "The mailbox {address} is full.",
        examples: &[ex("The user(s) account is temporarily over quota.")],
        source: "https://www.au.com/mobile/service/attention/bulkmail/",
        ..RULE
    },
    Rule {
        id: "au-not-responding",
        cause: Cause::ConnectionFailed,
        says: &["your message was not delivered within * remote host is not responding"],
        summary: "The sending server got no answer from the mail server of {domain}.",
        examples: &[ex("Your message was not delivered within 0 days and 1 hours. Remote host is not responding.")],
        source: "https://www.au.com/mobile/service/attention/bulkmail/",
        ..RULE
    },
    // SoftBank.
    Rule {
        id: "softbank-unknown",
        cause: Cause::RecipientUnknown,
        says: &["invalid recipient", "user unknown", "recipient address rejected: user unknown"],
        by: SOFTBANK_HOSTS,
        summary: "SoftBank has no mailbox {address}.",
        examples: &[ex_by("550 Invalid recipient: <joe@softbank.ne.jp>", "mx.softbank.ne.jp")],
        source: SOFTBANK,
        ..RULE
    },
    // Yahoo Japan.
    Rule {
        id: "yahoo-japan-no-account",
        cause: Cause::RecipientUnknown,
        says: &["this user doesn't have a yahoo.co.jp account", "dd this user doesn't have a ybb"],
        summary: "Yahoo Japan has no account for {address}.",
        links: &["https://support.yahoo-net.jp/PccMail/s/article/H000007355"],
        examples: &[ex(
            "554 delivery error: dd This user doesn't have a yahoo.co.jp account (joe@yahoo.co.jp) [-5] - mta7000.mail.djm.ynwp.yahoo.co.jp",
        )],
        source: "https://support.yahoo-net.jp/PccMail/s/article/H000007355",
        ..RULE
    },
    Rule {
        id: "yahoo-japan-dm",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["message not allowed - dm ", "message not allowed - * dm email"],
        summary: "Yahoo Japan refuses the message by policy; the mark DM stands for a failed DMARC check of the From domain.",
        steps: &[
            "Check that SPF or DKIM passes with the domain of the From header.",
            "Send mail with this From address only through servers that the domain has set up.",
        ],
        links: &["https://support.yahoo-net.jp/PccMail/s/article/H000007355"],
        examples: &[ex(
            "554 Message not allowed - 554 Message not allowed - DM Email not accepted for policy reasons. Please visit https://www.yahoo-help.jp/app/answers/detail/a_id/80870/p/622",
        )],
        source: "https://support.yahoo-net.jp/PccMail/s/article/H000007355",
        ..RULE
    },
    Rule {
        id: "yahoo-japan-content",
        cause: Cause::SpamContent,
        says: &[
            "message not allowed - [ph",
            "message not allowed - [pf",
            "message not allowed - pf ",
            "message not allowed - ph ",
        ],
        summary: "Yahoo Japan found something in the content that it never takes, such as a link to phishing.",
        examples: &[ex(
            "554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://www.yahoo-help.jp/app/answers/detail/p/622/a_id/74137",
        )],
        source: "https://support.yahoo-net.jp/PccMail/s/article/H000007355",
        ..RULE
    },
    Rule {
        id: "yahoo-japan-policy",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["message not allowed - ", "email not accepted for policy reasons"],
        by: YAHOO_JAPAN,
        summary: "Yahoo Japan refuses the message by policy.",
        steps: &[
            "Open the page in the reply; check SPF, DKIM and DMARC of {sender_domain}, the links in the message and the listings of {ip}.",
        ],
        links: &["https://support.yahoo-net.jp/PccMail/s/article/H000007355"],
        examples: &[ex(
            "554 Message not allowed - UP Email not accepted for policy reasons. Please visit https://www.yahoo-help.jp/app/answers/detail/p/622/a_id/74137",
        )],
        source: "https://support.yahoo-net.jp/PccMail/s/article/H000007355",
        ..RULE
    },
    Rule {
        id: "yahoo-japan-deferred",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &[
            "temporarily deferred",
            "messages from * deferred",
            "resources temporarily unavailable",
            "too many connections",
        ],
        by: YAHOO_JAPAN,
        summary: "Yahoo Japan puts off mail from {ip} and wants it to be tried again later.",
        links: &["https://support.yahoo-net.jp/PccMail/s/article/H000007355"],
        examples: &[ex_by(
            "421 Message from (192.0.2.9) temporarily deferred - 4.16.50. Please refer to https://www.yahoo-help.jp/",
            "mx99.mail.yahoo.co.jp",
        )],
        source: "https://support.yahoo-net.jp/PccMail/s/article/H000007355",
        ..RULE
    },
];
