//! Reports in the style of systems that have no reader of their own, written for this test: whom they name, what they
//! quote, and which other server.

use crate::mail::message;
use crate::names::terms::Kind;
use crate::{evidence, report};

/// Name, addresses, response of the first recipient, other server, text.
type Case = (&'static str, &'static [&'static str], &'static str, Option<&'static str>, &'static str);

const CASES: &[Case] = &[
    (
        "imail",
        &["u@example.com"],
        "550 unknown user <u@example.com>",
        None,
        r#"Unknown user: u@example.com

RCPT TO generated following response:
550 unknown user <u@example.com>
"#,
    ),
    (
        "biglobe",
        &["u@example.com"],
        "The number of messages in recipient's mailbox exceeded the local limit.",
        None,
        r#"   ----- The following addresses had delivery problems -----
u@example.com

   ----- Non-delivered information -----
The number of messages in recipient's mailbox exceeded the local limit.
"#,
    ),
    (
        "borrowed-first-sentence",
        &["u@example.com"],
        "552 5.2.2 Mailbox full",
        Some("mx.example.com"),
        r#"This is an automatically generated Delivery Status Notification.

Delivery to the following recipients failed permanently:

    * u@example.com

Reason: Permanent Error

Error Description: Remote server mx.example.com responded with: 552 5.2.2 Mailbox full
"#,
    ),
    (
        "stalwart",
        &["u@example.com"],
        "550 (5.1.1) 'User unknown'",
        Some("mx.example.com"),
        r#"Your message could not be delivered to the following recipients:

<u@example.com> (host 'mx.example.com' rejected command 'RCPT TO:<u@example.com>' with code 550 (5.1.1) 'User unknown')
"#,
    ),
    (
        "stalwart-dns",
        &["u@example.com"],
        "failed to lookup 'example.com': DNS record not found",
        None,
        r#"Your message could not be delivered to the following recipients:

<u@example.com> (failed to lookup 'example.com': DNS record not found)
"#,
    ),
    (
        "maddy",
        &["u@example.com"],
        "550 5.1.1 No such user here",
        Some("mx.example.com"),
        r#"This is the mail delivery system at mail.example.org.

Unfortunately, your message could not be delivered to one or more
recipients. The usual cause of this problem is invalid
recipient address or maintenance at the recipient side.

Contact the postmaster for further assistance, provide the Message ID (below):

Message ID: 4f1a2b
Arrival: Mon, 02 Jan 2023 15:04:05 +0000
Last delivery attempt: Mon, 02 Jan 2023 15:04:06 +0000

Delivery to u@example.com failed with error: mx.example.com. said: 550 5.1.1 No such user here
"#,
    ),
    (
        "mercury",
        &["u@example.com"],
        "550 5.1.1 User unknown",
        None,
        r#"The attached message has failed delivery and has been referred
to you as postmaster. The following error report or reports
were given to explain the problem:

   *** u@example.com
   550 5.1.1 User unknown
"#,
    ),
    (
        "mailenable",
        &["u@example.com"],
        "550 No such user",
        None,
        r#"MailEnable: Message Delivery Failure.

The following recipient(s) could not be reached:

  Recipient: [SMTP:u@example.com]
  Reason: Remote SMTP Server Returned: 550 No such user

Message headers follow:
"#,
    ),
    (
        "hmailserver",
        &["u@example.com"],
        "550 5.1.1 <u@example.com>: User unknown",
        Some("192.0.2.1"),
        r#"From: mailer-daemon@mail.example.org
To: me@example.org
Subject: Message undeliverable: Offer

Your message did not reach some or all of the intended recipients.

   Sent: Mon, 2 Jan 2023 10:00:00 +0100
   Subject: Offer

The following recipient(s) could not be reached:

u@example.com
   Error Type: SMTP
   Remote server (192.0.2.1) issued an error.
   hMailServer sent: RCPT TO:<u@example.com>
   Remote server replied: 550 5.1.1 <u@example.com>: User unknown

hMailServer
"#,
    ),
    (
        "firstclass",
        &["u@example.com"],
        "550 no such user",
        Some("mx.example.com"),
        r#"Sorry. Your message could not be delivered to:

u@example.com (The name was not found at the remote site. Server mx.example.com said: "550 no such user".)
"#,
    ),
    (
        "communigate",
        &["u@example.com"],
        "550 user unknown",
        Some("mx.example.com"),
        r#"From: <MAILER-DAEMON@mail.example.org>
To: me@example.org
Subject: Undeliverable mail: Offer
X-Mailer: CommuniGate Pro

Failed to deliver to '<u@example.com>'
SMTP module(domain example.com) reports:
 host mx.example.com says:
 550 user unknown
"#,
    ),
    (
        "postal",
        &["u@example.com"],
        "550 5.1.1 no such user",
        None,
        r#"From: postal@mail.example.org
To: me@example.org
Subject: Mail Delivery Failed (Offer)
Auto-Submitted: auto-replied

This is the mail delivery service responsible for delivering mail to u@example.com.

The message you've sent cannot be delivered. Your original message is attached to this message.

For further assistance please contact us. Please include the details below to help us identify the issue.

Message Token: abc@def
Orginal Message ID: 1@example.org
Mail from: me@example.org
Rcpt To: u@example.com
Details: 550 5.1.1 no such user
"#,
    ),
    (
        "tonline",
        &["u@example.com"],
        "550 5.1.1 unknown",
        Some("mx.example.com"),
        r#"|------------------------- Message log follows: -------------------------|
Ihre Nachricht konnte nicht zugestellt werden an:

u@example.com:
    Der Server mx.example.com antwortete: 550 5.1.1 unknown
"#,
    ),
    (
        "uol",
        &["u@example.com"],
        "550 5.1.1 caixa postal inexistente",
        Some("mx.example.com"),
        r#"Sua mensagem não pôde ser entregue para <u@example.com>.
O servidor mx.example.com respondeu: 550 5.1.1 caixa postal inexistente
"#,
    ),
    (
        "seznam",
        &["u@example.com"],
        "550 5.1.1 mailbox unknown",
        Some("mx.example.com"),
        r#"Vaši zprávu se nepodařilo doručit na adresu u@example.com.

Chyba: mx.example.com[192.0.2.1]: 550 5.1.1 mailbox unknown
"#,
    ),
    (
        "sina",
        &["u@example.com"],
        "550 5.1.1 user unknown",
        Some("mx.example.com"),
        r#"很抱歉，您的邮件无法送达。

收件人：u@example.com
对方服务器：mx.example.com
退信原因：550 5.1.1 user unknown
"#,
    ),
    (
        "plala",
        &["u@example.jp"],
        "550 5.1.1 User unknown",
        Some("mx.example.jp"),
        r#"以下の宛先にメールを送信できませんでした。

宛先：u@example.jp
サーバmx.example.jpからの応答：550 5.1.1 User unknown
"#,
    ),
    (
        "reply-before",
        &["u@example.com"],
        "550 5.1.1 no such user here",
        None,
        r#"The following message was not delivered.

550 5.1.1 no such user here
    <u@example.com>
"#,
    ),
    (
        "table",
        &["u@example.com"],
        "550 5.1.1 no such user",
        Some("mx.example.com"),
        r#"<html><body><h1>Delivery failed</h1><table><tr><th>Recipient</th><th>Server</th><th>Reply</th></tr><tr><td>u@example.com</td><td>mx.example.com</td><td>550 5.1.1 no such user</td></tr></table></body></html>
"#,
    ),
    (
        "two-table",
        &["u@example.com", "v@example.net"],
        "550 5.1.1 no such user",
        None,
        r#"<html><body><h1>Delivery failed</h1><table><tr><th>Recipient</th><th>Reply</th></tr><tr><td>u@example.com</td><td>550 5.1.1 no such user</td></tr><tr><td>v@example.net</td><td>552 5.2.2 full</td></tr></table></body></html>
"#,
    ),
    (
        "idn",
        &["jörg@müller.example"],
        "550 5.1.1 no such user",
        Some("mx.müller.example"),
        r#"Your message could not be delivered to:

<jörg@müller.example>: host mx.müller.example[192.0.2.1] said: 550 5.1.1 no such user
"#,
    ),
    (
        "quoted-local",
        &["\"una b\"@example.com"],
        "550 5.1.1 no such user",
        None,
        r#"Your message could not be delivered to:

<"una b"@example.com>: 550 5.1.1 no such user
"#,
    ),
    (
        "source-route",
        &["u@example.com"],
        "550 5.1.1 no such user",
        None,
        r#"Your message could not be delivered to:

<@gw.example.org:u@example.com>: 550 5.1.1 no such user
"#,
    ),
    (
        "wrapped",
        &["una.maria.miller-schmidt@department.subsidiary.example.com"],
        "550 5.1.1 no such user",
        None,
        r#"Your message could not be delivered to:

<una.maria.miller-schmidt@department.
subsidiary.example.com>: 550 5.1.1 no such user
"#,
    ),
    (
        "several-shared",
        &["u@example.com", "v@example.com"],
        "554 5.7.1 spam",
        Some("mx.example.com"),
        r#"Your message could not be delivered to:

  u@example.com
  v@example.com

The server mx.example.com responded:

  554 5.7.1 spam
"#,
    ),
    (
        "several-own",
        &["u@example.com", "v@example.net"],
        "550 5.1.1 gone",
        Some("mx.example.com"),
        r#"Your message could not be delivered to:

1. u@example.com
   mx.example.com: 550 5.1.1 gone
2. v@example.net
   mx.example.net: 552 5.2.2 full
"#,
    ),
    (
        "fastmail-style",
        &["u@example.com"],
        "550 5.1.1 gone",
        Some("mx.example.com"),
        r#"We tried to deliver your message to u@example.com, but the server for
example.com (mx.example.com) refused it with this message:

    550 5.1.1 gone
"#,
    ),
    (
        "postmaster-own",
        &["postmaster@example.com"],
        "550 5.1.1 no such user",
        Some("mx.example.com"),
        r#"Hello,

the mail to postmaster@example.com failed. The remote server mx.example.com answered:

550 5.1.1 no such user
"#,
    ),
];

#[test]
fn strange_systems_are_read() {
    for (name, addresses, response, remote, text) in CASES {
        let kind = if text.starts_with("<html") { "html" } else { "plain" };
        let raw = match text.starts_with("From: ") {
            true => (*text).to_string(),
            false => format!(
                "From: MAILER-DAEMON@mail.example.org\nTo: me@example.org\nSubject: Undeliverable mail\nMIME-Version: 1.0\n\
                 Content-Type: text/{kind}; charset=utf-8\n\n{text}"
            ),
        };
        let mail = message::parse(raw.as_bytes());
        let reading = report::read(&mail);
        assert_eq!(reading.report.kind, Some(Kind::Failed), "{name}");
        let evidence = evidence::collect(reading.report, None);
        let got: Vec<&str> = evidence.iter().filter_map(|e| e.address.as_deref()).collect();
        assert_eq!(got, *addresses, "{name}");
        assert_eq!(evidence[0].response.as_deref(), Some(*response), "{name}");
        assert_eq!(evidence[0].remote_server.as_deref(), *remote, "{name}");
    }
}
