//! Which software wrote a report, by the signs that it leaves.
//!
//! Names are those that people search for; a version stands in none of them.

use super::{Marks, host};
use crate::literals;
use crate::message::Mail;
use crate::text;

/// Where a sign is looked for.
#[derive(Clone, Copy)]
enum In {
    /// The words of the report.
    Text(&'static str),
    /// The beginning of the words of the report.
    Delivery(&'static str),
    /// A header field and a part of its value; an empty part asks only that the field is there.
    Header(&'static str, &'static str),
}

use In::{Delivery, Header, Text};

/// Signs in the order tried: what names itself first, what only hints last.
const SIGNS: &[(In, &str)] = &[
    (Text("This is the mail system at host"), "Postfix"),
    (Delivery("X-Postfix-Queue-ID"), "Postfix"),
    (Delivery("X-Postfix-Sender"), "Postfix"),
    (Text("This is the Postfix program"), "Postfix"),
    (Header("X-Mailer", "Amazon WorkMail"), "Amazon WorkMail"),
    (Header("From", "amazonses.com"), "Amazon SES"),
    (Header("From", "sns.amazonaws.com"), "Amazon SES"),
    (Header("X-AWS-", ""), "Amazon SES"),
    (Delivery("X-SendGrid-"), "SendGrid"),
    (Delivery("X-PowerMTA-"), "PowerMTA"),
    (Delivery("X-Yandex-"), "Yandex"),
    (Delivery("X-Mimecast-"), "Mimecast"),
    (Header("X-Mimecast-", ""), "Mimecast"),
    (Header("Message-ID", ".GMR@mx.google.com"), "Google"),
    (Header("Message-ID", ".GMRIR@mx.google.com"), "Google"),
    (Header("From", "mailer-daemon@googlemail.com"), "Google"),
    (Header("From", "mailer-daemon@google.com"), "Google"),
    (Text("qmail-send program"), "qmail"),
    (Text("This is the Haraka"), "Haraka"),
    (Header("Received", "Haraka"), "Haraka"),
    (Text("nullmailer"), "nullmailer"),
    (Text("DragonFly Mail Agent"), "dma"),
    (Header("Received", "DragonFly Mail Agent"), "dma"),
    (Text("Courier mail server"), "Courier"),
    (Header("Received", "(OpenSMTPD)"), "OpenSMTPD"),
    (Text("This is the MAILER-DAEMON, please DO NOT REPLY"), "OpenSMTPD"),
    (Header("Message-ID", "<chasquid-dsn-"), "chasquid"),
    (Text("amavisd"), "amavis"),
    (Header("From", "Content-filter at"), "amavis"),
    (Text("Generating server:"), "Exchange"),
    (Header("X-Mailer", "Internet Mail Service"), "Exchange 5.5"),
    (Text("MSEXCH:"), "Exchange"),
    (Header("X-Mailer", "m-FILTER"), "m-FILTER"),
    (Header("X-Mailer", "Zoho"), "Zoho Mail"),
    (Header("X-Mailer", "<SMTP32"), "IMail"),
    (Header("X-Mailer", "SurfControl"), "SurfControl"),
    (Header("X-Mailer", "MailEnable"), "MailEnable"),
    (Header("X-Mailer", "MDaemon"), "MDaemon"),
    (Header("X-MDaemon-", ""), "MDaemon"),
    (Header("X-Mailer", "Kerio"), "Kerio Connect"),
    (Header("X-Mailer", "CommuniGate"), "CommuniGate Pro"),
    (Header("Received", "CommuniGate Pro"), "CommuniGate Pro"),
    (Header("X-NAI-Header", "McAfee"), "McAfee Email Gateway"),
    (Header("From", "InterScan"), "InterScan"),
    (Header("Received", "InterScan"), "InterScan"),
    (Text("InterScan"), "InterScan"),
    (Header("Received", "MailMarshal"), "MailMarshal"),
    (Text("MailMarshal"), "MailMarshal"),
    (Header("Received", "(MAILFOUNDRY)"), "MailFoundry"),
    (Header("X-MX-Bounce", ""), "MXLogic"),
    (Header("X-MXL-", ""), "MXLogic"),
    (Header("X-AHMAILID", ""), "Active!hunter"),
    (Header("X-MLServer", "fml"), "fml"),
    (Header("X-Barracuda-", ""), "Barracuda"),
    (Text("Barracuda"), "Barracuda"),
    (Header("X-IronPort-", ""), "Cisco IronPort"),
    (Header("Received", "LiteMail"), "LiteMail"),
    (Header("From", "ezweb.ne.jp"), "au"),
    (Header("From", ".dion.ne.jp"), "KDDI"),
    (Header("From", "biglobe.ne.jp"), "Biglobe"),
    (Header("From", "vzwpix.com"), "Verizon"),
    (Header("From", "vtext.com"), "Verizon"),
    (Header("From", "@qq.com"), "QQ Mail"),
    (Header("From", "@163.com"), "NetEase"),
    (Header("From", "@126.com"), "NetEase"),
    (Header("From", "@188.com"), "NetEase"),
    (Header("X-Mailer", "Coremail"), "Coremail"),
    (Header("X-CM-", ""), "Coremail"),
    (Header("Message-ID", "coremail"), "Coremail"),
    (Text("Coremail"), "Coremail"),
    (Header("From", "@naver.com"), "Naver"),
    (Header("From", "@hanmail.net"), "Daum"),
    (Header("X-Yahoo-Newman-", ""), "Yahoo"),
    (Header("X-YMail", ""), "Yahoo"),
    (Header("From", "@yahoo."), "Yahoo"),
    (Text("Message from  yahoo."), "Yahoo"),
    (Header("From", "mail.ru"), "Mail.ru"),
    (Header("X-UI-Out-Filterresults", ""), "GMX/1&1"),
    (Header("X-RZG-", ""), "Strato"),
    (Header("Message-ID", "Oracle"), "Oracle Messaging Server"),
    (Header("Received", "Oracle Communications Messaging"), "Oracle Messaging Server"),
    (Header("Received", "iPlanet Messaging"), "Oracle Messaging Server"),
    (Header("Received", "Sun Java System Messaging"), "Oracle Messaging Server"),
    (Header("From", "PMDF"), "PMDF"),
    (Text("This report relates to a message you sent with the following header fields"), "Oracle Messaging Server"),
    (Text("Domino Directory"), "Domino"),
    (Text("Name & Address Book"), "Lotus Notes"),
    (Text("------- Failure Reasons  --------"), "Lotus Notes"),
    (Header("X-MIMETrack", ""), "Domino"),
    (Header("Received", "Lotus"), "Domino"),
    (Header("X-Mailer", "Novell GroupWise"), "GroupWise"),
    (Header("X-Mailer", "Groupwise"), "GroupWise"),
    (Text("GroupWise"), "GroupWise"),
    (Header("X-Mailer", "FirstClass"), "FirstClass"),
    (Header("Received", "(Post.Office"), "Post.Office"),
    (Header("Received", "(James"), "Apache James"),
    (Header("Received", "JAMES SMTP"), "Apache James"),
    (Header("X-Mailman-Version", ""), "Mailman"),
    (Header("X-Ezmlm", ""), "ezmlm"),
    (Header("Mailing-List", "run by ezmlm"), "ezmlm"),
    (Header("From", "LISTSERV"), "LISTSERV"),
    (Header("From", "Majordomo"), "Majordomo"),
    (Header("From", "sympa"), "Sympa"),
    (Header("X-Exim-", ""), "Exim"),
    (Header("Received", "(Exim"), "Exim"),
    (Text("SMTP error from remote server "), "GMX/1&1"),
    (Text("created automatically by mail delivery software"), "Exim"),
    (Header("Message-ID", ".prod.outlook.com"), "Exchange Online"),
    (Header("Message-ID", ".prod.exchangelabs.com"), "Exchange Online"),
    (Delivery("X-MS-"), "Exchange"),
    (Header("Subject", "Returned mail: see transcript"), "Sendmail"),
    (Header("Subject", "Postmaster notify: see transcript"), "Sendmail"),
    (Text("----- Transcript of session follows -----"), "Sendmail"),
    (Text("----- The following addresses had permanent fatal errors"), "Sendmail"),
    (Header("Received", "(PowerMTA"), "PowerMTA"),
    (Header("From", "PowerMTA"), "PowerMTA"),
    (Text("hMailServer"), "hMailServer"),
    (Text("(Kerio"), "Kerio Connect"),
    (Header("X-Mailer", "Kerio"), "Kerio Connect"),
    (Header("From", "MDaemon"), "MDaemon"),
    (Header("X-Mailer", "CommuniGate"), "CommuniGate Pro"),
    (Header("Received", "(CommuniGate"), "CommuniGate Pro"),
    (Text("MailEnable:"), "MailEnable"),
    (Text("Mercury/32"), "Mercury"),
    (Text("masqmail"), "masqmail"),
    (Text("The reason for the problem:"), "Cisco IronPort"),
    (Text("IndiMail MTA at"), "IndiMail"),
    (Text("[<00>] XMail bounce:"), "XMail"),
    (Header("Received", "(Smail"), "smail"),
    (Header("Received", "AXIGEN"), "Axigen"),
    (Header("Received", "(Stalwart"), "Stalwart"),
    (Header("Received", "(maddy"), "maddy"),
    (Text("Mimecast"), "Mimecast"),
    (Header("Message-ID", "mimecast"), "Mimecast"),
    (Header("Received", "(qmail "), "qmail"),
    (Header("Received", "(Postfix"), "Postfix"),
];

/// How many of the signs are words.
const TEXT_COUNT: usize = {
    let (mut count, mut n) = (0, 0);
    while n < SIGNS.len() {
        count += matches!(SIGNS[n].0, Text(_)) as usize;
        n += 1;
    }
    count
};

/// The words among the signs.
pub(super) const TEXTS: [&str; TEXT_COUNT] = {
    let (mut texts, mut filled, mut n) = ([""; TEXT_COUNT], 0, 0);
    while n < SIGNS.len() {
        if let Text(words) = SIGNS[n].0 {
            texts[filled] = words;
            filled += 1;
        }
        n += 1;
    }
    texts
};

/// The software, where a sign gives it away.
#[must_use]
pub fn detect(mail: &Mail, marks: &Marks) -> Option<&'static str> {
    SIGNS.iter().find_map(|(sign, name)| {
        let found = match sign {
            Text(words) => marks.says_anywhere(words),
            Delivery(field) => mail.delivery_status.iter().any(|d| text::contains(d, field)),
            Header(field, "") => {
                mail.headers.iter().any(|(n, _)| n.get(..field.len()).is_some_and(|n| n.eq_ignore_ascii_case(field)))
            }
            // Only the last hop tells who wrote it: Received fields are prepended.
            Header("Received", part) => {
                mail.headers_named("Received").last().is_some_and(|v| text::contains(v, part) && is_own_hop(v))
            }
            Header(field, part) => mail.headers_named(field).any(|v| literals::find(v, part).is_some()),
        };
        found.then_some(*name)
    })
}

/// Did the system that wrote the message write this Received field too? A field about mail from elsewhere tells
/// only what the receiver runs.
fn is_own_hop(received: &str) -> bool {
    let Some(rest) = received.trim_start().strip_prefix("from ") else { return true };
    let first_word =
        |text: &str| text.split([' ', '\t', ';', '(']).find(|w| !w.is_empty()).unwrap_or("").to_ascii_lowercase();
    let from = first_word(rest);
    if !from.contains('.')
        || from.starts_with("localhost")
        || from.starts_with("[127.")
        || host::parse_ip(&from).is_some()
    {
        return true;
    }
    let Some((_, by)) = rest.split_once(" by ") else { return true };
    let by = first_word(by);
    host::organisation(&from) == host::organisation(&by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let detect = |raw: &str| {
            let mail = crate::message::parse(raw.as_bytes());
            super::detect(&mail, &Marks::of(&mail))
        };
        assert_eq!(detect("From: mailer-daemon@googlemail.com\nSubject: x\n\nx"), Some("Google"));
        assert_eq!(
            detect("From: a@example.com\nSubject: x\nX-NAI-Header: Modified by McAfee\n\nx"),
            Some("McAfee Email Gateway")
        );
        assert_eq!(detect("From: a@example.com\nSubject: x\n\nx"), None);
        // What the receiver runs says nothing about the writer.
        for (hop, name) in [
            ("from mx.example.net (mx.example.net [192.0.2.1]) by mx.example.org (Postfix) with ESMTP", None),
            ("from localhost (localhost [127.0.0.1]) by mx.example.org (Postfix)", Some("Postfix")),
            ("from mx.example.co.jp (mx.example.co.jp [192.0.2.1]) by mx.other.co.jp (Postfix)", None),
            ("by mx.example.org (Postfix)", Some("Postfix")),
        ] {
            assert_eq!(detect(&format!("Received: {hop}\nFrom: a@example.com\nSubject: x\n\nx")), name, "{hop}");
        }
    }
}
