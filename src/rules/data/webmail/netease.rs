//! NetEase (163.com, 126.com, yeah.net, 188.com and its business mail) by the two-part code in its replies, such
//! as "DT:SPM", and the Coremail server that NetEase and many Chinese universities and companies run.
//! Lists: <http://help.163.com/09/1224/17/5RAJ4LMH00753VB8.html>, a copy at <https://biecuoliao.com/pa/MBRrwEM.html>;
//! <https://www.icoremail.vip/support/>. HL is the connection, MI MAIL, RP RCPT, DT DATA.

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const LIST: &str = "https://biecuoliao.com/pa/MBRrwEM.html";
const COREMAIL: &str = "https://www.icoremail.vip/support/index.php?cate_id=84";
const NETEASE: &str = "http://mail.163.com/help/help_spam_16.htm";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "netease-hl-rate",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["hl:icc", "hl:ifc", "hl:ifq", "hl:icq"],
        summary: "NetEase got too many connections or messages from {ip} in a short time.",
        steps: &[
            "Lower the number of connections and the rate to 163.com and 126.com, and let the server retry.",
            "Rule out spam or a virus on the sending server.",
        ],
        links: &[NETEASE],
        examples: &[ex("421 HL:ICC 163 mx1,abcdef,192.0.2.9 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.9")],
        source: LIST,
        ..RULE
    },
    Rule {
        id: "netease-hl-reputation",
        cause: Cause::PoorReputation,
        permanence: Some(Permanence::Temporary),
        says: &["hl:rep", "hl:mep"],
        summary: "NetEase shuts out {ip} for a while: many of its recipients do not exist, or it forges sender domains.",
        steps: &[
            "Remove addresses that do not exist from the lists.",
            "Rule out spam from the server, then wait some hours.",
        ],
        links: &[NETEASE],
        examples: &[ex("421 HL:REP 163 mx1,abcdef,192.0.2.9")],
        source: LIST,
        ..RULE
    },
    Rule {
        id: "netease-hl-blocked",
        cause: Cause::IpBlocklisted,
        says: &["hl:ihu", "hl:ipb", "hl:itc", "dt:rbl", "wm:bli"],
        summary: "NetEase blocks {ip}: it broke the terms, is on a public list, or is not among the allowed addresses.",
        steps: &[
            "Look {ip} up on public lists and rule out spam from it.",
            "Open the link in the reply and ask NetEase to lift the block.",
        ],
        links: &[NETEASE, "https://check.spamhaus.org/results/?query={ip}"],
        examples: &[ex("554 HL:IHU 163 mx1,abcdef,192.0.2.9"), ex("450 DT:RBL 163 mx1,abcdef 192.0.2.9")],
        source: LIST,
        ..RULE
    },
    Rule {
        id: "netease-spam",
        cause: Cause::SpamContent,
        says: &["dt:spm", "dt:spb"],
        summary: "NetEase's filter took the message for spam.",
        steps: &[
            "Change subject and text: no advertising words, few links, a real From name, and send again after some minutes.",
            "Check SPF and DKIM of {sender_domain} and the HELO name and reverse DNS of the server.",
        ],
        links: &[NETEASE],
        examples: &[
            ex(
                "554 DT:SPM 163 smtp10,DsCowABXwO,please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.9&hostid=smtp10&time=1",
            ),
            ex("451 DT:SPM 126 smtp2,please try again"),
        ],
        source: LIST,
        ..RULE
    },
    Rule {
        id: "netease-from-mismatch",
        cause: Cause::SenderAddressRejected,
        owner: Some(Owner::Sender),
        says: &["dt:sum"],
        summary: "The From header names another address than the account or envelope that sends.",
        steps: &["Use the same address in the From header as in the login and the envelope of the message."],
        links: &[NETEASE],
        examples: &[ex("553 DT:SUM 163 smtp5: envelope sender and From header differ")],
        source: LIST,
        ..RULE
    },
    Rule {
        id: "netease-sender-quota",
        cause: Cause::SendingQuotaExceeded,
        says: &["mi:sfq", "mi:stc", "rp:qrc", "rp:trc", "mi:sdq"],
        summary: "This sender has sent to more messages or recipients than NetEase allows in 15 minutes or a day.",
        steps: &["Wait 15 minutes, for a daily limit until tomorrow, and send at a lower rate."],
        links: &[NETEASE],
        examples: &[
            ex("451 MI:SFQ 163 smtp7,abcdef"),
            ex("550 RP:TRC 163 smtp7,abcdef http://mail.163.com/help/help_spam_16.htm"),
        ],
        source: LIST,
        ..RULE
    },
    Rule {
        id: "netease-session-limit",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["mi:dmc", "rp:drc"],
        summary: "The server sent more messages or recipients in one connection than NetEase takes.",
        steps: &["Send fewer messages per connection and let the server retry."],
        links: &[NETEASE],
        examples: &[ex("450 MI:DMC 163 mx9,abcdef")],
        source: LIST,
        ..RULE
    },
    Rule {
        id: "netease-commands",
        cause: Cause::ProtocolError,
        says: &["mi:cel", "mi:ccl", "rp:cel", "rp:ccl"],
        summary: "The sending program gave too many or too many wrong SMTP commands.",
        links: &[NETEASE],
        examples: &[ex("451 RP:CEL 163 mx9,abcdef")],
        source: LIST,
        ..RULE
    },
    Rule {
        id: "netease-sender-refused",
        cause: Cause::SenderAddressRejected,
        says: &["mi:nhd", "mi:imf", "mi:spb", "mi:sph", "mi:esb", "mi:fcl", "mi:nle", "wm:blu"],
        summary: "NetEase does not accept the sender address or domain of the message.",
        steps: &[
            "Check that {sender_domain} exists in DNS and that SPF allows the sending server.",
            "Open the link in the reply for the meaning of the code.",
        ],
        links: &[NETEASE],
        examples: &[ex("550 MI:SPB 163 mx9,abcdef http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.9")],
        source: LIST,
        ..RULE
    },
    // Coremail.
    Rule {
        id: "coremail-user-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "requested action not taken: user not found",
            "user not found: * @",
            "requested mail action not taken: user not found",
            "dest user not exist",
        ],
        summary: "The server has no mailbox {address}.",
        examples: &[ex("550 Requested action not taken: user not found")],
        source: COREMAIL,
        ..RULE
    },
    Rule {
        id: "coremail-user-suspended",
        cause: Cause::MailboxDisabled,
        says: &["user suspended", "user hangup", "user locked out", "user hang-up"],
        summary: "The mailbox {address} is suspended.",
        examples: &[ex("550 User suspended")],
        source: COREMAIL,
        ..RULE
    },
    Rule {
        id: "coremail-blocked-by-user",
        cause: Cause::SenderBlocked,
        says: &["user in blacklist", "rcpt is rejected", "requested action not taken: mail * is rejected"],
        summary: "The recipient or the recipient's organisation blocks this sender.",
        examples: &[ex("550 User in blacklist")],
        source: COREMAIL,
        ..RULE
    },
    Rule {
        id: "coremail-local-only",
        cause: Cause::SenderNotPermitted,
        says: &["not taken: local user only"],
        summary: "The mailbox {address} takes mail only from its own organisation.",
        examples: &[ex("550 Requested action not taken: Local user only")],
        source: COREMAIL,
        ..RULE
    },
    Rule {
        id: "coremail-fake-sender",
        cause: Cause::SenderAddressRejected,
        says: &["not taken: fake sender", "not taken: null sender is not allowed"],
        summary: "The server takes the sender address for forged or does not accept an empty one.",
        examples: &[
            ex("553 Requested action not taken: NULL sender is not allowed"),
            ex("550 Requested mail action not taken: Fake sender"),
        ],
        source: COREMAIL,
        ..RULE
    },
    Rule {
        id: "coremail-ip-rejected",
        cause: Cause::IpBlocklisted,
        says: &["ip is rejected", "ip is hangup", "not taken: invalid ip", "ip is in blacklist"],
        summary: "The server blocks the sending IP address {ip}.",
        examples: &[ex("554 IP is rejected, smtp auth error limit exceed"), ex("421 IP is Hangup")],
        source: COREMAIL,
        ..RULE
    },
    Rule {
        id: "coremail-login-failures",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::Sender),
        says: &["too much fail authentication", "too many fail authentication"],
        summary: "The login failed too often, so the server locks it for a while.",
        steps: &["Correct the password in the mail program, in every device that uses it, and wait some minutes."],
        examples: &[ex("451 Requested mail action not taken: too much fail authentication")],
        source: LIST,
        ..RULE
    },
    Rule {
        id: "coremail-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &["not taken: too much recipient", "not taken: too many recipient"],
        examples: &[ex("550 Requested mail action not taken: too much recipient")],
        source: COREMAIL,
        ..RULE
    },
    Rule {
        id: "coremail-size",
        cause: Cause::MessageTooLarge,
        says: &["exceeded mailsize limit"],
        examples: &[ex("552 Requested mail action aborted: exceeded mailsize limit")],
        source: COREMAIL,
        ..RULE
    },
    Rule {
        id: "coremail-sending-quota",
        cause: Cause::SendingQuotaExceeded,
        says: &["sending quota exceeded"],
        not: &["google.com", "gsmtp"],
        examples: &[ex("550 sending quota exceeded")],
        source: "https://www.emailhost.com.cn/service.html?article_category=25",
        ..RULE
    },
    Rule {
        id: "coremail-illegal-attachment",
        cause: Cause::ContentBlocked,
        says: &["illegal attachment"],
        examples: &[ex("552 Illegal Attachment")],
        source: LIST,
        ..RULE
    },
    Rule {
        id: "netease-spf-on-page",
        cause: Cause::SpfFailure,
        says: &["mi:spf"],
        summary: "NetEase refuses the message because {ip} is not in the SPF record of {sender_domain}.",
        links: &[NETEASE],
        examples: &[ex(
            "550 MI:SPF 163 mx49,Y8CowABHDZS0MLtb 1538994358 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.9&hostid=mx49&time=1538994358",
        )],
        source: LIST,
        ..RULE
    },
    Rule {
        id: "netease-spam-page",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["mail.163.com/help", "help_spam_16"],
        summary: "NetEase refuses the message under a rule that the page in its reply explains.",
        links: &[NETEASE],
        examples: &[ex_by(
            "550 rejected, please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.9",
            "163mx01.mxmail.netease.com",
        )],
        source: LIST,
        ..RULE
    },
];
