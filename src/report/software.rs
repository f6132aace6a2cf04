//! Which software wrote a report, by the signs that it leaves.
//!
//! Names are those that people search for; a version stands in none of them.

use crate::mail::message::Mail;
use crate::names::host;
use crate::report::marks::Marks;
use crate::text;
use crate::text::literals::{self, Literals};

/// Where a sign is looked for.
#[derive(Clone, Copy)]
enum In {
    /// The words of the report.
    Text(&'static str),
    /// Words of the report too short for [`Marks`].
    Brief(&'static str),
    /// The beginning of a field of the machine part behind the "X-" that all of these have.
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
    /// The beginning of the name of a header field behind the "X-" that all of these have, whatever its value.
    Named(&'static str),
}

use In::{Brief, Delivery, From, Header, Mailer, MessageId, Named, Received, Text};

/// Signs in the order tried: what names itself first, what only hints last.
const SIGNS: &[(In, &str)] = &[
    (Text("This is the mail system at host"), "Postfix"),
    (Delivery("Postfix-Queue-ID"), "Postfix"),
    (Delivery("Postfix-Sender"), "Postfix"),
    (Text("This is the Postfix program"), "Postfix"),
    (Mailer("Amazon WorkMail"), "Amazon WorkMail"),
    (From("amazonses.com"), "Amazon SES"),
    (From("sns.amazonaws.com"), "Amazon SES"),
    (Named("AWS-"), "Amazon SES"),
    (Delivery("SendGrid-"), "SendGrid"),
    (Delivery("PowerMTA-"), "PowerMTA"),
    (Delivery("Yandex-"), "Yandex"),
    (Delivery("Mimecast-"), "Mimecast"),
    (Named("Mimecast-"), "Mimecast"),
    (MessageId(".GMR@mx.google.com"), "Google"),
    (MessageId(".GMRIR@mx.google.com"), "Google"),
    (From("mailer-daemon@googlemail.com"), "Google"),
    (From("mailer-daemon@google.com"), "Google"),
    (Text("qmail-send program"), "qmail"),
    (Text("This is the Haraka"), "Haraka"),
    (Received("Haraka"), "Haraka"),
    (Text("nullmailer"), "nullmailer"),
    (Delivery("Maddy-"), "maddy"),
    (Text("This is the mail delivery system at"), "maddy"),
    (Text("Delivery to the following addresses was successful -----"), "Stalwart"),
    (Text("There was a temporary problem delivering to these addresses -----"), "Stalwart"),
    (Text("Our internal reference code for "), "amavis"),
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
    (Named("MDaemon-"), "MDaemon"),
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
    (Named("MX-Bounce"), "MXLogic"),
    (Named("MXL-"), "MXLogic"),
    (Named("AHMAILID"), "Active!hunter"),
    (Header("X-MLServer", "fml"), "fml"),
    (Named("Barracuda-"), "Barracuda"),
    (Text("Barracuda"), "Barracuda"),
    (Named("IronPort-"), "Cisco IronPort"),
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
    (Named("CM-"), "Coremail"),
    (MessageId("coremail"), "Coremail"),
    (Text("Coremail"), "Coremail"),
    (From("@naver.com"), "Naver"),
    (From("@hanmail.net"), "Daum"),
    (Named("Yahoo-Newman-"), "Yahoo"),
    (Named("YMail"), "Yahoo"),
    (From("@yahoo."), "Yahoo"),
    (Text("Message from  yahoo."), "Yahoo"),
    (From("mail.ru"), "Mail.ru"),
    (Named("UI-Out-Filterresults"), "GMX/1&1"),
    (Named("RZG-"), "Strato"),
    (MessageId("Oracle"), "Oracle Messaging Server"),
    (Received("Oracle Communications Messaging"), "Oracle Messaging Server"),
    (Received("iPlanet Messaging"), "Oracle Messaging Server"),
    (Received("Sun Java System Messaging"), "Oracle Messaging Server"),
    (From("PMDF"), "PMDF"),
    (Text("This report relates to a message you sent with the following header fields"), "Oracle Messaging Server"),
    (Text("Domino Directory"), "Domino"),
    (Text("Name & Address Book"), "Lotus Notes"),
    (Text("------- Failure Reasons  --------"), "Lotus Notes"),
    (Named("MIMETrack"), "Domino"),
    (Received("Lotus"), "Domino"),
    (Mailer("Novell GroupWise"), "GroupWise"),
    (Mailer("Groupwise"), "GroupWise"),
    (Text("GroupWise"), "GroupWise"),
    (Mailer("FirstClass"), "FirstClass"),
    (Received("(Post.Office"), "Post.Office"),
    (Received("(James"), "Apache James"),
    (Received("JAMES SMTP"), "Apache James"),
    (Named("Mailman-Version"), "Mailman"),
    (Named("Ezmlm"), "ezmlm"),
    (Header("Mailing-List", "run by ezmlm"), "ezmlm"),
    (From("LISTSERV"), "LISTSERV"),
    (From("Majordomo"), "Majordomo"),
    (From("sympa"), "Sympa"),
    (Named("Exim-"), "Exim"),
    (Received("(Exim"), "Exim"),
    (Text("SMTP error from remote server "), "GMX/1&1"),
    (Text("created automatically by mail delivery software"), "Exim"),
    (MessageId(".prod.outlook.com"), "Exchange Online"),
    (MessageId(".prod.exchangelabs.com"), "Exchange Online"),
    (Delivery("MS-"), "Exchange"),
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

/// The signs of one place, which are looked for together.
struct Group {
    words: &'static [&'static str],
    /// Which of [`SIGNS`] each is.
    ranks: &'static [usize],
}

/// Gathers the signs of one place; `$words` names their words in the pattern of the place.
macro_rules! group {
    ($words:ident in $place:pat) => {{
        const COUNT: usize = {
            let (mut count, mut n) = (0, 0);
            while n < SIGNS.len() {
                #[allow(unused_variables)]
                if let $place = SIGNS[n].0 {
                    count += 1;
                }
                n += 1;
            }
            count
        };
        const GATHERED: ([&str; COUNT], [usize; COUNT]) = {
            let (mut words, mut ranks, mut filled, mut n) = ([""; COUNT], [0; COUNT], 0, 0);
            while n < SIGNS.len() {
                if let $place = SIGNS[n].0 {
                    words[filled] = $words;
                    ranks[filled] = n;
                    filled += 1;
                }
                n += 1;
            }
            (words, ranks)
        };
        Group { words: &GATHERED.0, ranks: &GATHERED.1 }
    }};
}

const TEXT: Group = group!(words in Text(words));
const DELIVERY: Group = group!(words in Delivery(words));
const FROM: Group = group!(words in From(words));
const MAILER: Group = group!(words in Mailer(words));
const RECEIVED: Group = group!(words in Received(words));
const MESSAGE_ID: Group = group!(words in MessageId(words));
const NAMED: Group = group!(words in Named(words));
/// Those that are looked for one by one.
const OTHERS: Group = group!(words in Brief(words) | Header(words, _));

/// The words of the report among the signs, for [`Marks`].
pub(super) const TEXTS: &[&str] = TEXT.words;

static IN_FROM: Literals = Literals::new(FROM.words);
static IN_MAILER: Literals = Literals::new(MAILER.words);
static IN_RECEIVED: Literals = Literals::new(RECEIVED.words);
static IN_MESSAGE_ID: Literals = Literals::new(MESSAGE_ID.words);

/// The software, where a sign gives it away.
#[must_use]
pub(crate) fn detect(mail: &Mail, marks: &Marks) -> Option<&'static str> {
    // Place by place, because one pass looks for all signs of a place; of those found the first in the list counts.
    let mut first = marks.first_of_software().map_or(SIGNS.len(), |n| TEXT.ranks[n]);
    let mut found = |group: &Group, number: Option<usize>| {
        first = number.map_or(first, |n| first.min(group.ranks[n]));
    };
    let mut hop = "";
    for (name, value) in mail.headers.iter() {
        let is = |wanted: &str| name.eq_ignore_ascii_case(wanted);
        match name.as_bytes() {
            [b'X' | b'x', b'-', ..] => {
                found(&NAMED, NAMED.words.iter().position(|start| begins(&name["X-".len()..], start)));
                if is("X-Mailer") {
                    found(&MAILER, IN_MAILER.first_of_list(value));
                }
            }
            [b'F' | b'f', ..] if is("From") => found(&FROM, IN_FROM.first_of_list(value)),
            [b'M' | b'm', ..] if is("Message-ID") => found(&MESSAGE_ID, IN_MESSAGE_ID.first_of_list(value)),
            // Only the last hop tells who wrote it: Received fields are prepended.
            [b'R' | b'r', ..] if is("Received") => hop = value,
            _ => {}
        }
    }
    if is_own_hop(hop) {
        let parts = IN_RECEIVED.found_in(hop);
        found(&RECEIVED, parts.iter().filter(|part| part.exactly).map(|part| part.number).min());
    }
    for part in &mail.delivery_status {
        for at in memchr::memchr_iter(b'X', part.as_bytes()).filter(|at| part[*at..].starts_with("X-")) {
            found(&DELIVERY, DELIVERY.words.iter().position(|field| part[at + "X-".len()..].starts_with(field)));
        }
    }
    let stands_there = |sign: &In| match sign {
        Brief(words) => mail.says(words) || text::contains(&mail.html_text, words),
        Header(name, part) => mail.headers_named(name).any(|v| literals::find(v, part).is_some()),
        _ => false,
    };
    let other = OTHERS.ranks.iter().take_while(|rank| **rank < first).find(|rank| stands_there(&SIGNS[**rank].0));
    SIGNS.get(other.copied().unwrap_or(first)).map(|(_, name)| *name)
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

    #[test]
    fn names() {
        let detect = |raw: &str| {
            let mail = crate::mail::message::parse(raw.as_bytes());
            super::detect(&mail, &crate::report::readers::marks_of(&mail))
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
