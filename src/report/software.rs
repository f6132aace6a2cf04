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
    /// Words of the report too short for [`Marks`].
    Brief(&'static str),
    /// The beginning of the words of the report.
    Delivery(&'static str),
    /// A part of the From field.
    From(&'static str),
    /// A part of the X-Mailer field.
    Mailer(&'static str),
    /// A part of the last Received field, where the writer of the message set it.
    Received(&'static str),
    /// A part of the Message-ID field.
    MessageId(&'static str),
    /// Another header field and a part of its value.
    Header(&'static str, &'static str),
    /// The beginning of the name of a header field, whatever its value; all have "X-" there.
    Named(&'static str),
}

use In::{Brief, Delivery, From, Header, Mailer, MessageId, Named, Received, Text};

/// Signs in the order tried: what names itself first, what only hints last.
const SIGNS: &[(In, &str)] = &[
    (Text("This is the mail system at host"), "Postfix"),
    (Delivery("X-Postfix-Queue-ID"), "Postfix"),
    (Delivery("X-Postfix-Sender"), "Postfix"),
    (Text("This is the Postfix program"), "Postfix"),
    (Mailer("Amazon WorkMail"), "Amazon WorkMail"),
    (From("amazonses.com"), "Amazon SES"),
    (From("sns.amazonaws.com"), "Amazon SES"),
    (Named("X-AWS-"), "Amazon SES"),
    (Delivery("X-SendGrid-"), "SendGrid"),
    (Delivery("X-PowerMTA-"), "PowerMTA"),
    (Delivery("X-Yandex-"), "Yandex"),
    (Delivery("X-Mimecast-"), "Mimecast"),
    (Named("X-Mimecast-"), "Mimecast"),
    (MessageId(".GMR@mx.google.com"), "Google"),
    (MessageId(".GMRIR@mx.google.com"), "Google"),
    (From("mailer-daemon@googlemail.com"), "Google"),
    (From("mailer-daemon@google.com"), "Google"),
    (Text("qmail-send program"), "qmail"),
    (Text("This is the Haraka"), "Haraka"),
    (Received("Haraka"), "Haraka"),
    (Text("nullmailer"), "nullmailer"),
    (Text("DragonFly Mail Agent"), "dma"),
    (Received("DragonFly Mail Agent"), "dma"),
    (Text("Courier mail server"), "Courier"),
    (Received("(OpenSMTPD)"), "OpenSMTPD"),
    (Text("This is the MAILER-DAEMON, please DO NOT REPLY"), "OpenSMTPD"),
    (MessageId("<chasquid-dsn-"), "chasquid"),
    (Brief("amavisd"), "amavis"),
    (From("Content-filter at"), "amavis"),
    (Text("Generating server:"), "Exchange"),
    (Mailer("Internet Mail Service"), "Exchange 5.5"),
    (Brief("MSEXCH:"), "Exchange"),
    (Mailer("m-FILTER"), "m-FILTER"),
    (Mailer("Zoho"), "Zoho Mail"),
    (Mailer("<SMTP32"), "IMail"),
    (Mailer("SurfControl"), "SurfControl"),
    (Mailer("MailEnable"), "MailEnable"),
    (Mailer("MDaemon"), "MDaemon"),
    (Named("X-MDaemon-"), "MDaemon"),
    (Mailer("Kerio"), "Kerio Connect"),
    (Mailer("CommuniGate"), "CommuniGate Pro"),
    (Received("CommuniGate Pro"), "CommuniGate Pro"),
    (Header("X-NAI-Header", "McAfee"), "McAfee Email Gateway"),
    (From("InterScan"), "InterScan"),
    (Received("InterScan"), "InterScan"),
    (Text("InterScan"), "InterScan"),
    (Received("MailMarshal"), "MailMarshal"),
    (Text("MailMarshal"), "MailMarshal"),
    (Received("(MAILFOUNDRY)"), "MailFoundry"),
    (Named("X-MX-Bounce"), "MXLogic"),
    (Named("X-MXL-"), "MXLogic"),
    (Named("X-AHMAILID"), "Active!hunter"),
    (Header("X-MLServer", "fml"), "fml"),
    (Named("X-Barracuda-"), "Barracuda"),
    (Text("Barracuda"), "Barracuda"),
    (Named("X-IronPort-"), "Cisco IronPort"),
    (Received("LiteMail"), "LiteMail"),
    (From("ezweb.ne.jp"), "au"),
    (From(".dion.ne.jp"), "KDDI"),
    (From("biglobe.ne.jp"), "Biglobe"),
    (From("vzwpix.com"), "Verizon"),
    (From("vtext.com"), "Verizon"),
    (From("@qq.com"), "QQ Mail"),
    (From("@163.com"), "NetEase"),
    (From("@126.com"), "NetEase"),
    (From("@188.com"), "NetEase"),
    (Mailer("Coremail"), "Coremail"),
    (Named("X-CM-"), "Coremail"),
    (MessageId("coremail"), "Coremail"),
    (Text("Coremail"), "Coremail"),
    (From("@naver.com"), "Naver"),
    (From("@hanmail.net"), "Daum"),
    (Named("X-Yahoo-Newman-"), "Yahoo"),
    (Named("X-YMail"), "Yahoo"),
    (From("@yahoo."), "Yahoo"),
    (Text("Message from  yahoo."), "Yahoo"),
    (From("mail.ru"), "Mail.ru"),
    (Named("X-UI-Out-Filterresults"), "GMX/1&1"),
    (Named("X-RZG-"), "Strato"),
    (MessageId("Oracle"), "Oracle Messaging Server"),
    (Received("Oracle Communications Messaging"), "Oracle Messaging Server"),
    (Received("iPlanet Messaging"), "Oracle Messaging Server"),
    (Received("Sun Java System Messaging"), "Oracle Messaging Server"),
    (From("PMDF"), "PMDF"),
    (Text("This report relates to a message you sent with the following header fields"), "Oracle Messaging Server"),
    (Text("Domino Directory"), "Domino"),
    (Text("Name & Address Book"), "Lotus Notes"),
    (Text("------- Failure Reasons  --------"), "Lotus Notes"),
    (Named("X-MIMETrack"), "Domino"),
    (Received("Lotus"), "Domino"),
    (Mailer("Novell GroupWise"), "GroupWise"),
    (Mailer("Groupwise"), "GroupWise"),
    (Text("GroupWise"), "GroupWise"),
    (Mailer("FirstClass"), "FirstClass"),
    (Received("(Post.Office"), "Post.Office"),
    (Received("(James"), "Apache James"),
    (Received("JAMES SMTP"), "Apache James"),
    (Named("X-Mailman-Version"), "Mailman"),
    (Named("X-Ezmlm"), "ezmlm"),
    (Header("Mailing-List", "run by ezmlm"), "ezmlm"),
    (From("LISTSERV"), "LISTSERV"),
    (From("Majordomo"), "Majordomo"),
    (From("sympa"), "Sympa"),
    (Named("X-Exim-"), "Exim"),
    (Received("(Exim"), "Exim"),
    (Text("SMTP error from remote server "), "GMX/1&1"),
    (Text("created automatically by mail delivery software"), "Exim"),
    (MessageId(".prod.outlook.com"), "Exchange Online"),
    (MessageId(".prod.exchangelabs.com"), "Exchange Online"),
    (Delivery("X-MS-"), "Exchange"),
    (Header("Subject", "Returned mail: see transcript"), "Sendmail"),
    (Header("Subject", "Postmaster notify: see transcript"), "Sendmail"),
    (Text("----- Transcript of session follows -----"), "Sendmail"),
    (Text("----- The following addresses had permanent fatal errors"), "Sendmail"),
    (Received("(PowerMTA"), "PowerMTA"),
    (From("PowerMTA"), "PowerMTA"),
    (Text("hMailServer"), "hMailServer"),
    (Brief("(Kerio"), "Kerio Connect"),
    (Mailer("Kerio"), "Kerio Connect"),
    (From("MDaemon"), "MDaemon"),
    (Mailer("CommuniGate"), "CommuniGate Pro"),
    (Received("(CommuniGate"), "CommuniGate Pro"),
    (Text("MailEnable:"), "MailEnable"),
    (Text("Mercury/32"), "Mercury"),
    (Text("masqmail"), "masqmail"),
    (Text("The reason for the problem:"), "Cisco IronPort"),
    (Text("IndiMail MTA at"), "IndiMail"),
    (Text("[<00>] XMail bounce:"), "XMail"),
    (Received("(Smail"), "smail"),
    (Received("AXIGEN"), "Axigen"),
    (Received("(Stalwart"), "Stalwart"),
    (Received("(maddy"), "maddy"),
    (Text("Mimecast"), "Mimecast"),
    (MessageId("mimecast"), "Mimecast"),
    (Received("(qmail "), "qmail"),
    (Received("(Postfix"), "Postfix"),
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

/// What the header holds of the fields that most signs are about.
#[derive(Default)]
struct Fields<'m> {
    from: Vec<&'m str>,
    mailer: Vec<&'m str>,
    ids: Vec<&'m str>,
    /// The last Received field, if the writer of the message set it.
    hop: &'m str,
    /// The names that begin with "X-".
    extensions: Vec<&'m str>,
}

impl<'m> Fields<'m> {
    fn of(mail: &'m Mail) -> Self {
        let mut fields = Self::default();
        for (name, value) in mail.headers.iter() {
            let is = |wanted: &str| name.eq_ignore_ascii_case(wanted);
            match name.as_bytes() {
                [b'X' | b'x', b'-', ..] => {
                    fields.extensions.push(name);
                    if is("X-Mailer") {
                        fields.mailer.push(value);
                    }
                }
                [b'F' | b'f', ..] if is("From") => fields.from.push(value),
                [b'M' | b'm', ..] if is("Message-ID") => fields.ids.push(value),
                // Only the last hop tells who wrote it: Received fields are prepended.
                [b'R' | b'r', ..] if is("Received") => fields.hop = value,
                _ => {}
            }
        }
        if !is_own_hop(fields.hop) {
            fields.hop = "";
        }
        fields
    }
}

/// The software, where a sign gives it away.
#[must_use]
pub fn detect(mail: &Mail, marks: &Marks) -> Option<&'static str> {
    let fields = Fields::of(mail);
    let found = |sign: &In| {
        let (values, part) = match sign {
            Text(words) => return marks.says_anywhere(words),
            Brief(words) => return mail.says(words) || text::contains(&mail.html_text, words),
            Delivery(field) => return mail.delivery_status.iter().any(|d| text::contains(d, field)),
            Received(part) => return text::contains(fields.hop, part),
            Named(start) => return fields.extensions.iter().any(|name| begins(name, start)),
            Header(name, part) => return mail.headers_named(name).any(|v| literals::find(v, part).is_some()),
            From(part) => (&fields.from, part),
            Mailer(part) => (&fields.mailer, part),
            MessageId(part) => (&fields.ids, part),
        };
        values.iter().any(|v| literals::find(v, part).is_some())
    };
    SIGNS.iter().find(|(sign, _)| found(sign)).map(|(_, name)| *name)
}

fn begins(name: &str, start: &str) -> bool {
    name.get(..start.len()).is_some_and(|n| n.eq_ignore_ascii_case(start))
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
    fn fields_looked_for_by_name_are_extensions() {
        assert!(SIGNS.iter().all(|(sign, _)| !matches!(sign, Named(name) if !begins(name, "X-"))));
    }

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
        assert_eq!(detect("From: a@example.com\nSubject: x\nx-ymailisg: 1\n\nx"), Some("Yahoo"));
        assert_eq!(detect("From: a@example.com\nx-mailer: The COMMUNIGATE\n\nx"), Some("CommuniGate Pro"));
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
