//! Alibaba (Aliyun mail), Naver, Daum and Kakao, Telstra. Pages: <https://help.aliyun.com/document_detail/36698.html>,
//! <https://oliveit.tistory.com/39> (Daum's codes), <https://cs.daum.net/>, <https://puffinknight.tistory.com/102>,
//! <https://crowdsupport.telstra.com.au/>.

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const ALIYUN: &str = "https://help.aliyun.com/document_detail/36698.html";
const DAUM: &str = "https://oliveit.tistory.com/39";
const DAUM_HOSTS: &[&str] = &["hanmail.net", "daum.net", "kakao.com", "kakaocorp.com"];
const NAVER_HOSTS: &[&str] = &["naver.com", "worksmobile.com", "nhncorp.com"];
const TELSTRA: &str =
    "https://crowdsupport.telstra.com.au/t5/broadband-nbn/why-is-my-email-being-blacklisted/ta-p/76234";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "aliyun-behaviour",
        cause: Cause::PoorReputation,
        says: &["reject by behaviour spam", "reject by behavior spam"],
        summary: "Alibaba's mail servers refuse the sender because of how it sends, such as too many messages or unknown recipients.",
        steps: &[
            "Lower the rate, remove unknown recipients, and check reverse DNS and SPF of the sending server.",
            "Ask the recipient's administrator to allow {ip} or {sender_domain} in the mail console.",
        ],
        links: &[ALIYUN],
        examples: &[ex(
            "554 Reject by behaviour spam at Rcpt State(Connection IP address:192.0.2.9)ANTISPAM_BAT[01201311R146b9, ay29a011140100167]: spf check failed CONTINUE",
        )],
        source: ALIYUN,
        ..RULE
    },
    Rule {
        id: "aliyun-content",
        cause: Cause::SpamContent,
        says: &["reject by content spam", "antispam_bat", "antispam_cat"],
        summary: "Alibaba's filter took the message for spam.",
        steps: &[
            "Change the text, remove links and attachments, and send again.",
            "Ask the recipient's administrator to allow {sender_domain} in the mail console.",
        ],
        links: &[ALIYUN],
        examples: &[ex("554 Reject by content spam (ANTISPAM_CAT[abcdef])")],
        source: ALIYUN,
        ..RULE
    },
    Rule {
        id: "aliyun-invalid-rcpt",
        cause: Cause::RecipientUnknown,
        says: &["invalid rcptto", "rcpt * dosn't exist"],
        summary: "Alibaba's mail server has no mailbox {address}.",
        examples: &[ex("559 Invalid rcptto [@sm070102]"), ex("554 RCPT (joe@example.cn) dosn't exist")],
        source: ALIYUN,
        ..RULE
    },
    // Daum and Kakao: a four-letter word in front of the IP address.
    Rule {
        id: "daum-no-user",
        cause: Cause::RecipientUnknown,
        says: &["rusr "],
        by: DAUM_HOSTS,
        summary: "Daum has no mailbox {address}.",
        examples: &[ex_by("550 5.1.1 RUSR 192.0.2.9: No such user: <joe@hanmail.net>", "mx1.hanmail.net")],
        source: DAUM,
        ..RULE
    },
    Rule {
        id: "daum-connection-refused",
        cause: Cause::PoorReputation,
        permanence: Some(Permanence::Temporary),
        says: &["ccrt ", "ccrb ", "ccbl "],
        like: Some(r"cc(rt|rb|bl) [0-9]{1,3}\.[0-9.]+: "),
        summary: "Daum's spam centre blocks connections from {ip} for a while.",
        steps: &[
            "Lower the rate and rule out spam from {ip}.",
            "Register the address with KISA's White Domain or ask Daum's customer centre.",
        ],
        links: &["https://cs.daum.net/"],
        examples: &[ex("421 4.4.5 CCRT 192.0.2.9: Connection refused. Server is busy(RT)")],
        source: DAUM,
        ..RULE
    },
    Rule {
        id: "daum-busy",
        cause: Cause::ServerError,
        says: &["chic "],
        by: DAUM_HOSTS,
        permanence: Some(Permanence::Temporary),
        summary: "Daum's mail servers were too busy at that moment.",
        examples: &[ex_by("421 4.4.1 CHIC 192.0.2.9: Network is busy.", "mx1.hanmail.net")],
        source: DAUM,
        ..RULE
    },
    Rule {
        id: "naver-ip-filtered",
        cause: Cause::IpBlocklisted,
        says: &["realip.naver.com", "your ip * is filtered * naver"],
        summary: "Naver filters the IP address {ip}.",
        steps: &[
            "Stop what caused it: many messages to unknown addresses or complaints.",
            "Register {ip} at the page in the reply and ask Naver to lift the filter.",
        ],
        links: &["https://mail.naver.com/"],
        examples: &[ex(
            "421 4.3.2 Your IP(192.0.2.9) is filtered and this connection will be closed. You must register your IP to http://realip.naver.com",
        )],
        source: "https://puffinknight.tistory.com/102",
        ..RULE
    },
    Rule {
        id: "hanafos-ip-filtered",
        cause: Cause::IpBlocklisted,
        says: &["is filtered and this connection will be closed"],
        summary: "The receiving provider filters the IP address {ip}.",
        steps: &["Register {ip} with the provider at the address in its reply, after the cause of the filter is gone."],
        examples: &[ex(
            "421 4.3.2 Your IP(192.0.2.9) is filtered and this connection will be closed. You must register your IP to spammaster@example.com",
        )],
        source: "http://blog.jinbo.net/007/archive/20051107",
        ..RULE
    },
    Rule {
        id: "korea-user-reject-list",
        cause: Cause::SenderBlocked,
        owner: Some(Owner::Recipient),
        says: &["you are registered as spammer", "mail is denied, by spam filter"],
        summary: "The owner of {address} has put the sender on the mailbox's reject list.",
        examples: &[ex("550 You are registered as spammer (by user's reject list)")],
        source: "https://puffinknight.tistory.com/102",
        ..RULE
    },
    Rule {
        id: "korea-inactive",
        cause: Cause::MailboxDisabled,
        says: &["inactive mbox", "suspended user"],
        summary: "The mailbox {address} is inactive or suspended.",
        examples: &[ex_by("550 5.1.1 Inactive mbox", "mx1.naver.com"), ex("550 5.1.1 Suspended user")],
        source: "https://puffinknight.tistory.com/102",
        ..RULE
    },
    Rule {
        id: "naver-too-many",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["you send too many messages", "since you sent too many e-mails"],
        by: NAVER_HOSTS,
        examples: &[ex_by("421 4.3.1 You send too many messages.", "mx1.naver.com")],
        source: "https://puffinknight.tistory.com/102",
        ..RULE
    },
    // Telstra.
    Rule {
        id: "telstra-outbound",
        cause: Cause::IpBlocklisted,
        says: &["bigpond outbound"],
        summary: "Telstra's outgoing server refuses the address from which the mail program connects, because a block list names it.",
        steps: &[
            "Look {ip} up at Spamhaus and follow its steps, first of all a scan of the computers behind it.",
            "Restart the modem if its address is dynamic and inherited the listing.",
        ],
        links: &["https://check.spamhaus.org/results/?query={ip}", TELSTRA],
        examples: &[ex(
            "554 nschwcmgw08p BigPond Outbound OB105. Connection refused. 192.0.2.9 is listed on the Exploits Block List (XBL).",
        )],
        source: TELSTRA,
        ..RULE
    },
    Rule {
        id: "telstra-inbound",
        cause: Cause::IpBlocklisted,
        says: &["bigpond inbound"],
        not: &["sender", "invalid recipient"],
        summary: "Telstra refuses the connection from {ip}.",
        steps: &[
            "Look {ip} up at Spamhaus and Cloudmark and check its reverse DNS.",
            "Ask Telstra's postmaster when neither explains the refusal.",
        ],
        links: &["https://check.spamhaus.org/results/?query={ip}", "https://csi.cloudmark.com/en/reset/?ip={ip}"],
        examples: &[ex(
            "554 nskntcmgw05p BigPond Inbound IB105. Connection refused. 192.0.2.9 is listed on the Exploits Block List (XBL).",
        )],
        source: TELSTRA,
        ..RULE
    },
];
