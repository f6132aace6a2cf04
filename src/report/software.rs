//! Which software wrote a report, by the signs that it leaves.

use crate::message::Mail;

/// Where a sign is looked for.
enum In {
    /// The words of the report.
    Text(&'static str),
    /// The beginning of the words of the report.
    Delivery(&'static str),
    /// A header field and a part of its value; an empty part asks only that the field is there.
    Header(&'static str, &'static str),
}

use In::{Delivery, Header, Text};

/// Signs in the order tried: what names itself first.
const SIGNS: &[(In, &str)] = &[
    (Text("This is the mail system at host"), "Postfix"),
    (Delivery("X-Postfix-Queue-ID"), "Postfix"),
    (Delivery("X-Postfix-Sender"), "Postfix"),
    (Text("This is the Postfix program"), "Postfix"),
    (Header("X-Mailer", "Amazon WorkMail"), "Amazon WorkMail"),
    (Header("From", "amazonses.com"), "Amazon SES"),
    (Header("X-AWS-", ""), "Amazon SES"),
    (Header("Message-ID", ".GMR@mx.google.com"), "Google"),
    (Header("From", "mailer-daemon@googlemail.com"), "Google"),
    (Header("From", "mailer-daemon@google.com"), "Google"),
    (Text("qmail-send program"), "qmail"),
    (Header("Received", "(qmail "), "qmail"),
    (Text("This is the Haraka"), "Haraka"),
    (Header("Received", "Haraka"), "Haraka"),
    (Text("nullmailer"), "nullmailer"),
    (Text("DragonFly Mail Agent"), "dma"),
    (Header("Received", "DragonFly Mail Agent"), "dma"),
    (Text("Courier mail server"), "Courier"),
    (Header("Received", "(OpenSMTPD)"), "OpenSMTPD"),
    (Text("This is the MAILER-DAEMON, please DO NOT REPLY"), "OpenSMTPD"),
    (Text("amavisd"), "amavis"),
    (Text("Generating server:"), "Exchange"),
    (Header("X-Mailer", "Internet Mail Service"), "Exchange 5.5"),
    (Text("MSEXCH:"), "Exchange"),
    (Header("X-Mailer", "m-FILTER"), "m-FILTER"),
    (Header("X-Mailer", "Zoho"), "Zoho Mail"),
    (Header("X-Mailer", "<SMTP32"), "IMail"),
    (Header("Message-ID", "Oracle"), "Oracle Messaging Server"),
    (Header("Received", "Oracle Communications Messaging"), "Oracle Messaging Server"),
    (Header("Received", "iPlanet Messaging"), "Oracle Messaging Server"),
    (Text("Domino Directory"), "Domino"),
    (Header("X-MIMETrack", ""), "Domino"),
    (Header("Received", "Lotus"), "Domino"),
    (Header("X-Exim-", ""), "Exim"),
    (Header("Received", "(Exim"), "Exim"),
    (Text("created automatically by mail delivery software"), "Exim"),
    (Header("Message-ID", ".prod.outlook.com"), "Exchange Online"),
    (Header("Message-ID", ".prod.exchangelabs.com"), "Exchange Online"),
    (Delivery("X-MS-"), "Exchange"),
    (Header("Subject", "Returned mail: see transcript"), "Sendmail"),
    (Text("----- Transcript of session follows -----"), "Sendmail"),
    (Text("----- The following addresses had"), "Sendmail"),
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
    (Text("[<00>] XMail bounce:"), "XMail"),
    (Header("Received", "(Smail"), "smail"),
    (Header("Received", "AXIGEN"), "Axigen"),
    (Header("Received", "(Stalwart"), "Stalwart"),
    (Header("Received", "(maddy"), "maddy"),
    (Text("Mimecast"), "Mimecast"),
    (Header("Message-ID", "mimecast"), "Mimecast"),
    (Text("GroupWise"), "GroupWise"),
    (Header("Received", "(Postfix"), "Postfix"),
];

/// The software, where a sign gives it away.
#[must_use]
pub fn detect(mail: &Mail) -> Option<&'static str> {
    SIGNS.iter().find_map(|(sign, name)| {
        let found = match sign {
            Text(words) => mail.text.contains(words) || mail.html_text.contains(words),
            Delivery(field) => mail.delivery_status.iter().any(|d| d.contains(field)),
            Header(field, "") => mail.headers.iter().any(|(n, _)| n.starts_with(field)),
            // Only the last hop tells who wrote it: Received fields are prepended.
            Header("Received", part) => mail.headers_named("Received").last().is_some_and(|v| v.contains(part)),
            Header(field, part) => mail.headers_named(field).any(|v| v.contains(part)),
        };
        found.then_some(*name)
    })
}
