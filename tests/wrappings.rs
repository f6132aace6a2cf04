//! A reply comes out word for word, whatever a program, a log or a person wrapped around it.
//!
//! Replies × forms × prefixes × quotings × line ends, drawn by a generator with a fixed seed; `WRAPPINGS_SEED=n` draws
//! others. `WRAPPINGS=1` prints each wrapping that fails.

use std::collections::BTreeMap;
use std::fmt::Write;

use whybounce::terms::Kind;
use whybounce::{Diagnosis, Manner, Table, diagnose_each};

/// Answers as servers send them, each line with its code.
const REPLIES: &[&str] = &[
    "550 5.1.1 <you@example.com>: Recipient address rejected: User unknown in local recipient table",
    "554 5.7.1 <you@example.com>: Relay access denied",
    "450 4.7.1 <you@example.com>: Recipient address rejected: Greylisted, please try again in 300 seconds",
    "450 4.1.8 <me@example.org>: Sender address rejected: Domain not found",
    "452 4.3.1 Insufficient system storage",
    "552 5.3.4 Message size exceeds fixed limit",
    "454 4.7.0 TLS not available due to local problem",
    "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname",
    "554 5.7.1 Service unavailable; Client host [192.0.2.55] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.55",
    "550 5.7.23 <you@example.com>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=me@example.org;ip=192.0.2.55;r=mx.example.com",
    "550 Unrouteable address",
    "550 Sender verify failed",
    "550-Verification failed for <me@example.org>\n550-No Such User Here\n550 Sender verify failed",
    "550 relay not permitted",
    "451 Temporary local problem - please try later",
    "421 mx.example.com: SMTP command timeout - closing connection",
    "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or\n550-5.1.1 unnecessary spaces. For more information, go to\n550 5.1.1  https://support.google.com/mail/?p=NoSuchUser 41be03b00d2f7-7f1c2d3e4f5si918273a12.77 - gsmtp",
    "550-5.7.26 Your email has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.\n550-5.7.26\n550-5.7.26  Authentication results:\n550-5.7.26  DKIM = did not pass\n550-5.7.26  SPF [example.org] with ip: [192.0.2.55] = did not pass\n550-5.7.26\n550-5.7.26  For instructions on setting up authentication, go to\n550 5.7.26  https://support.google.com/mail/answer/81126#authentication 5b1f17b1804b1-4310a2c3d4esi3344556a9.12 - gsmtp",
    "421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from\n421-4.7.28 your IP address. To protect our users from spam, mail sent from your IP\n421-4.7.28 address has been temporarily rate limited. For more information, go to\n421 4.7.28  https://support.google.com/mail/?p=UnsolicitedRateLimitError a1b2c3d4e5f-9a8b7c6dsi1029384e5.6 - gsmtp",
    "452-4.2.2 The recipient's inbox is out of storage space. Please direct the\n452-4.2.2 recipient to\n452 4.2.2  https://support.google.com/mail/?p=OverQuotaTemp d2e1a72fcca58-6e0b1c2dsi5647382b3.9 - gsmtp",
    "550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653 AS(7230) [AM5EUR02FT033.eop-EUR02.prod.protection.outlook.com]",
    "550 5.4.1 Recipient address rejected: Access denied. [DB5EUR03FT012.eop-EUR03.prod.protection.outlook.com 2026-11-23T10:41:06.512Z 08DE2A1B3C4D5E6F]",
    "550 5.7.1 Unfortunately, messages from [192.0.2.55] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors. [HE1EUR01FT050.eop-EUR01.prod.protection.outlook.com]",
    "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient you@example.com not found by SMTP address lookup",
    "451 4.7.500 Server busy. Please try again later from [192.0.2.55]. (S77719) [DB8EUR05FT004.eop-eur05.prod.protection.outlook.com]",
    "552 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception with message \"Cannot open mailbox\"",
    "550 5.7.509 Access denied, sending domain example.org does not pass DMARC verification and has a DMARC policy of reject.",
    "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
    "530 5.7.0 Must issue a STARTTLS command first",
    "530-5.7.0 Authentication Required. For more information, go to\n530 5.7.0  https://support.google.com/mail/?p=WantAuthError 4fb4d7f45d1cf-5a6b7c8dsi192837f4.5 - gsmtp",
    "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
    "550 Requested action not taken: mailbox unavailable",
    "554 Transaction failed. Your message looks like SPAM or has been reported as SPAM please read: https://www.example.com/spam?ref=4711&lang=en",
    "550 5.2.1 Das Postfach you@example.com ist gesperrt; bitte wenden Sie sich an postmaster@example.com (Grund: Übergröße)",
    "552 5.2.2 Boîte aux lettres pleine : l'utilisateur « you » a dépassé son quota",
    "550-Ihre Nachricht wurde abgelehnt.\n550-Grund: \"Anhang nicht erlaubt\" (exe, zip)\n550 Fragen: postmaster@example.com",
    "554-mx.example.com\n554-No SMTP service: your host has a poor reputation.\n554 See https://reputation.example.com/lookup?ip=192.0.2.55&lang=en for details",
    "501 5.1.3 Bad recipient address syntax: \"you@example..com\"",
    "451 4.3.5 <you@example.com>: Recipient address rejected: Server configuration error; call +1 555 0100",
    "550 5.7.1 The user's mailbox (you@example.com) doesn't accept mail from 'me@example.org' [id=a1b2-c3]",
];

/// What a form needs to know of a reply.
struct Answer<'r> {
    lines: Vec<&'r str>,
    /// The text of each line, behind code and sign.
    texts: Vec<&'r str>,
    code: &'r str,
    /// The enhanced code at the start, where each line has it.
    status: Option<&'r str>,
}

impl<'r> Answer<'r> {
    fn new(reply: &'r str) -> Self {
        let lines: Vec<&str> = reply.lines().collect();
        let texts: Vec<&str> = lines.iter().map(|l| l.get(4..).unwrap_or("")).collect();
        let first = texts[0].split(' ').next().unwrap_or("");
        let is_status = first.split('.').count() == 3 && first.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        Self { code: &reply[..3], status: is_status.then_some(first), lines, texts }
    }

    fn whole(&self, between: &str) -> String {
        self.lines.join(between)
    }

    fn text(&self, between: &str) -> String {
        self.texts.join(between)
    }

    /// The lines without any code, as PHPMailer cuts them.
    fn bare(&self, between: &str) -> String {
        let cut = |t: &&str| match self.status.and_then(|s| t.strip_prefix(s)) {
            Some(rest) => rest.strip_prefix(' ').unwrap_or(rest).to_string(),
            None => (*t).to_string(),
        };
        self.texts.iter().map(cut).collect::<Vec<_>>().join(between)
    }

    fn has(&self, c: char) -> bool {
        self.lines.iter().any(|l| l.contains(c))
    }

    fn single(&self) -> bool {
        self.lines.len() == 1
    }
}

/// Python's `repr` of bytes.
fn python_bytes(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = format!("b{quote}");
    for b in text.bytes() {
        match b {
            b'\n' => out.push_str("\\n"),
            b'\\' => out.push_str("\\\\"),
            b if char::from(b) == quote => {
                out.push('\\');
                out.push(quote);
            }
            0x20..=0x7e => out.push(char::from(b)),
            _ => write!(out, "\\x{b:02x}").expect("a string"),
        }
    }
    out.push(quote);
    out
}

/// A text in quotation marks, escaped as Node's `util.inspect` and many others do it.
fn node_string(text: &str) -> String {
    let quote = match (text.contains('\''), text.contains('"')) {
        (true, false) => '"',
        (true, true) => '`',
        _ => '\'',
    };
    format!("{quote}{}{quote}", text.replace('\\', "\\\\").replace('\n', "\\n"))
}

fn json_string(text: &str) -> String {
    serde_json::to_string(text).expect("JSON")
}

/// JSON as PHP and Python write it: nothing but ASCII, and PHP's `\/`.
fn json_ascii(text: &str) -> String {
    let mut out = String::new();
    for c in json_string(text).chars() {
        match c {
            '/' => out.push_str("\\/"),
            c if c.is_ascii() => out.push(c),
            c => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    write!(out, "\\u{unit:04x}").expect("a string");
                }
            }
        }
    }
    out
}

/// A dialogue with these signs before what the client and what the server says.
fn dialogue(client: &str, server: &str, a: &Answer<'_>) -> String {
    let mut out = format!(
        "{server}220 mx.example.com ESMTP\n{client}EHLO mail.example.org\n{server}250-mx.example.com\n{server}250 SIZE 52428800\n\
         {client}MAIL FROM:<me@example.org>\n{server}250 2.1.0 Ok\n{client}RCPT TO:<you@example.com>\n"
    );
    for line in &a.lines {
        writeln!(out, "{server}{line}").expect("a string");
    }
    write!(out, "{client}QUIT\n{server}221 2.0.0 Bye").expect("a string");
    out
}

type Wrap = fn(&Answer<'_>) -> Option<String>;

/// The forms: name, and what they make of a reply. `None`: the form loses something of this reply, so nothing can come out
/// whole.
const FORMS: &[(&str, Wrap)] = &[
    ("bare", |a| Some(a.whole("\n"))),
    // Postfix joins the lines.
    ("said", |a| {
        Some(format!(
            "<you@example.com>: host mx.example.com[192.0.2.25] said: {} (in reply to RCPT TO command)",
            a.whole(" ")
        ))
    }),
    ("python-tuple", |a| Some(format!("({}, {})", a.code, python_bytes(&a.text("\n"))))),
    ("python-dict", |a| Some(format!("{{'you@example.com': ({}, {})}}", a.code, python_bytes(&a.text("\n"))))),
    ("python-exception", |a| {
        Some(format!(
            "Traceback (most recent call last):\n  File \"/srv/app/send.py\", line 12, in <module>\n    s.send_message(m)\n  \
             File \"/usr/lib/python3.11/smtplib.py\", line 901, in sendmail\n    raise SMTPRecipientsRefused(senderrs)\n\
             smtplib.SMTPRecipientsRefused: {{'you@example.com': ({}, {})}}",
            a.code,
            python_bytes(&a.text("\n"))
        ))
    }),
    ("python-sender", |a| {
        Some(format!("smtplib.SMTPSenderRefused: ({}, {}, 'me@example.org')", a.code, python_bytes(&a.text("\n"))))
    }),
    ("json", |a| {
        Some(format!(
            "{{\"event\":\"bounce\",\"email\":\"you@example.com\",\"reason\":{},\"timestamp\":1795430466}}",
            json_string(&a.whole("\n"))
        ))
    }),
    ("json-ascii", |a| {
        Some(format!(
            "{{\"recipient\": \"you@example.com\", \"error\": {}, \"attempt\": 3}}",
            json_ascii(&a.whole("\r\n"))
        ))
    }),
    ("js-object", |a| {
        Some(format!(
            "{{\n  code: 'EENVELOPE',\n  response: {},\n  responseCode: {},\n  command: 'RCPT TO',\n  rejected: [ 'you@example.com' ]\n}}",
            node_string(&a.whole("\n")),
            a.code
        ))
    }),
    // Node breaks a long string with line feeds at each of them.
    ("js-object-parts", |a| {
        let parts: Vec<String> = a
            .lines
            .iter()
            .enumerate()
            .map(|(n, l)| node_string(&if n + 1 < a.lines.len() { format!("{l}\n") } else { (*l).to_string() }))
            .collect();
        Some(format!("{{\n  response: {},\n  responseCode: {}\n}}", parts.join(" +\n    "), a.code))
    }),
    ("js-error", |a| {
        Some(format!(
            "Error: Can't send mail - all recipients were rejected: {}\n    at SMTPConnection._formatError (/srv/app/node_modules/nodemailer/lib/smtp-connection/index.js:809:19)\n    \
             at Socket.emit (node:events:524:28) {{\n  code: 'EENVELOPE',\n  responseCode: {},\n  command: 'RCPT TO'\n}}",
            a.whole("\n"),
            a.code
        ))
    }),
    ("code-response", |a| {
        // The bracket that ends the answer is told from the answer's own only where those are in pairs; here they are.
        Some(format!(
            "Failed to add recipient: you@example.com [SMTP: Invalid response code received from server (code: {}, response: {})]",
            a.code,
            a.text("\n")
        ))
    }),
    ("code-response-bare", |a| Some(format!("smtp error: code: {}, response: {}", a.code, a.text(" ")))),
    ("swiftmailer", |a| {
        // The closing mark cannot be told from one in the answer.
        (!a.has('"')).then(|| {
            format!("Expected response code 250 but got code \"{}\", with message \"{}\"", a.code, a.whole("\r\n"))
        })
    }),
    ("phpmailer", |a| {
        let info = a.status.map(|s| format!(" Additional SMTP info: {s}")).unwrap_or_default();
        Some(format!(
            "Mailer Error: SMTP Error: data not accepted.SMTP server error: DATA END command failed Detail: {} SMTP code: {}{info}",
            a.bare("\n"),
            a.code
        ))
    }),
    ("phpmailer-recipients", |a| {
        // Without its codes no refusal can be told from any sentence but where it says whom it refuses.
        (a.single() && a.lines[0].contains("ecipient"))
            .then(|| format!("SMTP Error: The following recipients failed: you@example.com: {}", a.bare("\n")))
    }),
    ("swaks", |a| Some(dialogue(" -> ", "<-  ", a).replace("<-  5", "<** 5").replace("<-  4", "<** 4"))),
    ("signs-arrow", |a| Some(dialogue("-> ", "<- ", a))),
    ("signs-three", |a| Some(dialogue(">>> ", "<<< ", a))),
    ("signs-letters", |a| Some(dialogue("C: ", "S: ", a))),
    ("signs-words", |a| Some(dialogue("Sent: ", "Recv: ", a))),
    ("signs-exim", |a| Some(dialogue("  SMTP>> ", "  SMTP<< ", a))),
    ("signs-phpmailer", |a| Some(dialogue("CLIENT -> SERVER: ", "SERVER -> CLIENT: ", a))),
    ("telnet", |a| Some(dialogue("", "", a))),
    ("key-value", |a| {
        Some(format!(
            "time=2026-11-23T10:41:06Z level=error msg=\"delivery failed\" to=you@example.com err={} attempt=2",
            json_string(&a.whole("\n"))
        ))
    }),
    ("postfix-log", |a| {
        Some(format!(
            "Nov 23 11:04:07 app2 postfix/smtp[9979]: 4bQQ77kzkQk: to=<you@example.com>, relay=mx.example.com[192.0.2.25]:25, delay=0.4, delays=0.03/0.01/0.2/0.16, dsn={}, status={} (host mx.example.com[192.0.2.25] said: {} (in reply to RCPT TO command))",
            a.status.unwrap_or(if a.code.starts_with('4') { "4.0.0" } else { "5.0.0" }),
            if a.code.starts_with('4') { "deferred" } else { "bounced" },
            a.whole(" ")
        ))
    }),
    ("java-trace", |a| {
        Some(format!(
            "com.sun.mail.smtp.SMTPAddressFailedException: {}\n\tat com.sun.mail.smtp.SMTPTransport.rcptTo(SMTPTransport.java:2064)\n\t\
             at com.sun.mail.smtp.SMTPTransport.sendMessage(SMTPTransport.java:1286)\n\t... 12 more",
            a.whole("\n")
        ))
    }),
    ("go", |a| Some(format!("2026/11/23 11:04:00 sendmail: {}\nexit status 1", a.whole("\n")))),
    ("perl-die", |a| Some(format!("sending to you@example.com failed: {} at ./send.pl line 31.", a.whole("\n")))),
    ("ruby", |a| {
        Some(format!(
            "/usr/lib/ruby/vendor_ruby/net/smtp.rb:1092:in `check_response': {} (Net::SMTPFatalError)\n\tfrom /usr/lib/ruby/vendor_ruby/net/smtp.rb:1054:in `getok'\n\tfrom send.rb:9:in `<main>'",
            a.whole("\n")
        ))
    }),
    ("sentence-before", |a| {
        Some(format!("Hello, since yesterday my mail to Petra comes back. This is all I get:\n\n{}", a.whole("\n")))
    }),
    ("sentences-around", |a| {
        Some(format!(
            "Since Monday our invoices come back with this answer:\n\n{}\n\nWhat can we do about it? We changed nothing.",
            a.whole("\n")
        ))
    }),
    ("in-marks", |a| {
        // The closing mark cannot be told from one in the answer, and nobody quotes several lines within a sentence.
        (a.single() && !a.has('"')).then(|| format!("The other server says \"{}\" and I do not know why.", a.lines[0]))
    }),
];

/// What logs and containers put before each line.
const PREFIXES: &[(&str, &str)] = &[
    ("none", ""),
    ("syslog", "Nov 23 11:04:07 app2 mailer[2291]: "),
    ("iso-level", "2026-11-23T10:41:06.123Z ERROR "),
    ("kubetail", "[pod/mailer-7d9c5b6f4-x2x8k/app] "),
    ("cri", "2026-11-23T10:41:06.123456789Z stderr F "),
    ("docker-json", ""),
    ("compose", "web-1  | "),
];

/// What a person who quotes puts before each line.
const QUOTES: &[(&str, &str)] = &[("none", ""), ("quoted", "> "), ("indented", "    ")];

/// The text in its prefix, quoted, with its line ends. None of these loses anything.
fn dress(text: &str, prefix: usize, quote: usize, crlf: bool) -> String {
    let mut out = String::new();
    for line in text.split('\n') {
        out.push_str(QUOTES[quote].1);
        if PREFIXES[prefix].0 == "docker-json" {
            let log = json_string(&format!("{line}\n"));
            write!(out, "{{\"log\":{log},\"stream\":\"stderr\",\"time\":\"2026-11-23T10:41:06.123456789Z\"}}")
                .expect("a string");
        } else {
            out.push_str(PREFIXES[prefix].1);
            out.push_str(line);
        }
        out.push_str(if crlf { "\r\n" } else { "\n" });
    }
    out
}

/// The words of a reply. Codes are repeated on each line or are not: they do not count.
fn words(reply: &str) -> String {
    let is_code = |w: &str| w.len() == 3 && w.starts_with(['2', '4', '5']) && w.bytes().all(|b| b.is_ascii_digit());
    let is_status = |w: &str| {
        let parts: Vec<&str> = w.split('.').collect();
        parts.len() == 3
            && matches!(parts[0], "2" | "4" | "5")
            && parts.iter().all(|p| (1..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut out: Vec<&str> = Vec::new();
    for word in reply.split_whitespace() {
        let word = match word.split_at_checked(4) {
            Some((code, rest)) if code.ends_with('-') && is_code(&code[..3]) => rest,
            _ => word,
        };
        if !word.is_empty() && !is_code(word) && !is_status(word) {
            out.push(word);
        }
    }
    out.join(" ")
}

/// Why the diagnoses are not what the reply says.
fn fault(diagnoses: &[Diagnosis], reply: &str, code_shown: bool) -> Option<String> {
    let [only] = diagnoses else { return Some(format!("{} diagnoses", diagnoses.len())) };
    if !matches!(only.kind, Kind::Failed | Kind::Delayed) || only.recipients.is_empty() {
        return Some(format!("{:?}", only.kind));
    }
    let want = words(reply);
    for r in &only.recipients {
        let got = r.smtp_response.as_deref().unwrap_or("");
        if words(got) != want {
            return Some(format!("got {got:?}"));
        }
        if code_shown && r.reply_code.map(|c| c.to_string()).as_deref() != Some(&reply[..3]) {
            return Some(format!("reply code {:?}", r.reply_code));
        }
    }
    None
}

/// Numbers that look like chance and are the same on each run (Steele and Vigna's SplitMix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % n as u64).expect("it is below n")
    }
}

#[test]
fn a_reply_comes_out_word_for_word() {
    const ASKED: usize = 2000;
    let table = Table::default().indexed();
    let show = std::env::var_os("WRAPPINGS").is_some();
    let seed = std::env::var("WRAPPINGS_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(11);
    let mut draw = Draw(seed);
    let mut score: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut samples = String::new();
    let mut made = 0;
    let mut turn = 0;
    while made < ASKED {
        // Each form with each reply in turn, what stands around them by chance.
        let (name, wrap) = FORMS[turn % FORMS.len()];
        let reply = REPLIES[turn / FORMS.len() % REPLIES.len()];
        turn += 1;
        let (prefix, quote, crlf) = (draw.below(PREFIXES.len()), draw.below(QUOTES.len()), draw.below(2) == 1);
        let Some(text) = wrap(&Answer::new(reply)) else { continue };
        let text = dress(&text, prefix, quote, crlf);
        made += 1;
        let tally = score.entry(name).or_default();
        tally.1 += 1;
        let code_shown = text.contains(&reply[..3]);
        match fault(&diagnose_each(text.as_bytes(), &table, Manner::Asked), reply, code_shown) {
            None => tally.0 += 1,
            Some(fault) if show => writeln!(
                samples,
                "--- {name}, {}, {}, {}: {fault}\n{text}",
                PREFIXES[prefix].0,
                QUOTES[quote].0,
                if crlf { "CRLF" } else { "LF" }
            )
            .expect("a string"),
            Some(_) => {}
        }
    }
    print!("{samples}");
    let mut short = String::new();
    for (name, _) in FORMS {
        let (passed, asked) = score.get(name).copied().unwrap_or_default();
        if asked == 0 || passed < asked {
            writeln!(short, "{name}: {passed} of {asked}").expect("a string");
        }
    }
    assert!(short.is_empty(), "not all replies come out (WRAPPINGS=1 shows them):\n{short}");
}
