//! What people paste: logs by message, the same verdict whichever way a text comes in, and passwords that stay unsaid.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use whybounce::internal::explain::{Subject, subject};
use whybounce::output::json;
use whybounce::{Manner, Table, diagnose, diagnose_each};

use crate::bin::{Dir, Run, root};

/// What one line of Postfix's log says about a recipient.
fn said(seconds: usize, id: &str, who: &str, status: &str, reply: &str) -> String {
    let dsn = reply.split(' ').nth(1).expect("an enhanced code");
    format!(
        "Nov 23 {:02}:{:02}:{:02} app2 postfix/smtp[9979]: {id}: to=<{who}>, relay=mx.example.com[192.0.2.25]:25, delay=0.4, delays=0.03/0.01/0.2/0.16, dsn={dsn}, status={status} (host mx.example.com[192.0.2.25] said: {reply} (in reply to RCPT TO command))\n",
        seconds / 3600 % 24,
        seconds / 60 % 60,
        seconds % 60
    )
}

fn queued(seconds: usize, id: &str, from: &str) -> String {
    format!(
        "Nov 23 {:02}:{:02}:{:02} app2 postfix/qmgr[9955]: {id}: from=<{from}>, size=338, nrcpt=2 (queue active)\n",
        seconds / 3600 % 24,
        seconds / 60 % 60,
        seconds % 60
    )
}

#[test]
fn a_log_gives_one_object_for_each_queue_id_with_the_last_state() {
    const UNKNOWN: &str = "550 5.1.1 <ole@example.com>: Recipient address rejected: User unknown";
    const GREY: &str = "450 4.7.1 <petra@example.com>: Recipient address rejected: Greylisted, please try again later";
    const FULL: &str = "552 5.2.2 <petra@example.com>: Mailbox full";
    let mut log = String::new();
    log += &queued(10, "4bQXa1z1", "me@example.org");
    log += &queued(11, "4bQXa2z2", "ruth@example.org");
    log += &said(12, "4bQXa1z1", "petra@example.com", "deferred", GREY);
    log += &said(13, "4bQXa2z2", "petra@example.com", "deferred", GREY);
    log += &said(14, "4bQXa1z1", "ole@example.com", "bounced", UNKNOWN);
    log += &queued(600, "4bQXa3z3", "me@example.org");
    log += &said(610, "4bQXa1z1", "petra@example.com", "bounced", FULL);
    log += &said(620, "4bQXa3z3", "petra@example.com", "deferred", GREY);
    log += "Nov 23 00:10:30 app2 postfix/smtp[9979]: 4bQXa2z2: to=<petra@example.com>, relay=mx.example.com[192.0.2.25]:25, delay=620, delays=619/0/0.5/0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4bQx7T2L)\n";
    let dir = Dir::new();
    let file = dir.file("mail.log", &log);
    let path = file.to_str().expect("a path");
    for args in [vec!["--json", path], vec!["scan", "--json", path]] {
        let lines = Run::new(&args).run().lines();
        let got = |f: fn(&Value) -> Value| lines.iter().map(f).collect::<Vec<_>>();
        let sources: Vec<String> = (1..=3).map(|n| format!("{path}#{n}")).collect();
        assert_eq!(got(|l| l["source"].clone()), sources, "{args:?}");
        assert_eq!(got(|l| l["form"].clone()), ["log"; 3], "{args:?}");
        assert_eq!(got(|l| l["kind"].clone()), ["failed", "delivered", "delayed"], "{args:?}");
        let states: Vec<Vec<[&str; 4]>> = lines
            .iter()
            .map(|l| {
                let recipients = l["recipients"].as_array().expect("recipients");
                let text = |r: &'_ Value, f: &str| r[f].as_str().unwrap_or("-").to_string().leak() as &str;
                recipients.iter().map(|r| ["address", "action", "status", "queue_id"].map(|f| text(r, f))).collect()
            })
            .collect();
        assert_eq!(
            states,
            [
                vec![
                    ["petra@example.com", "failed", "5.2.2", "4bQXa1z1"],
                    ["ole@example.com", "failed", "5.1.1", "4bQXa1z1"]
                ],
                vec![["petra@example.com", "delivered", "2.0.0", "4bQXa2z2"]],
                vec![["petra@example.com", "delayed", "4.7.1", "4bQXa3z3"]],
            ],
            "{args:?}"
        );
        let full = &lines[0]["recipients"][0];
        assert_eq!(full["smtp_response"], FULL, "{args:?}");
        assert_eq!(full["remote_server"], "mx.example.com", "{args:?}");
    }
}

#[test]
fn a_log_of_ten_thousand_lines_gives_all_its_failures() {
    let mut log = String::new();
    let mut refused = 0;
    for n in 0..5000 {
        let id = format!("4bQ{n:05}zk");
        log += &queued(n * 3, &id, "me@example.org");
        let who = format!("user{n}@example.com");
        if n % 5 == 0 {
            refused += 1;
            log += &said(
                n * 3 + 1,
                &id,
                &who,
                "bounced",
                &format!("550 5.1.1 <{who}>: Recipient address rejected: User unknown"),
            );
        } else {
            writeln!(log, "Nov 23 11:04:07 app2 postfix/smtp[9979]: {id}: to=<{who}>, relay=mx.example.com[192.0.2.25]:25, delay=0.4, delays=0.03/0.01/0.2/0.16, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4bQx7T2L)").expect("a string");
        }
    }
    assert_eq!(log.lines().count(), 10_000);
    let dir = Dir::new();
    let file = dir.file("mail.log", &log);
    let lines = Run::new(&["scan", "--json", file.to_str().expect("a path")]).run().lines();
    let failed: Vec<&Value> = lines.iter().filter(|l| l["kind"] == "failed").collect();
    assert_eq!(failed.len(), refused);
    for (n, line) in failed.iter().enumerate() {
        assert_eq!(line["recipients"][0]["address"], format!("user{}@example.com", n * 5));
        assert_eq!(line["recipients"][0]["queue_id"], format!("4bQ{:05}zk", n * 5));
    }
}

/// The fixtures that are texts of programs.
fn texts() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("fixtures/clients"))
        .expect("fixtures/clients")
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    assert!(files.len() > 50, "the fixtures are missing");
    files
}

/// What has to stay the same.
fn verdict(recipient: &Value) -> Vec<Value> {
    const FIELDS: &[&str] =
        &["address", "status", "reply_code", "smtp_response", "remote_server", "stage", "cause", "owner", "permanence"];
    FIELDS.iter().map(|f| recipient[f].clone()).collect()
}

fn verdicts(line: &Value) -> Vec<Vec<Value>> {
    line["recipients"].as_array().expect("recipients").iter().map(verdict).collect()
}

/// The text as somebody sends it on.
fn as_mail(text: &str) -> String {
    format!(
        "From: me@example.org\nTo: ruth@example.net\nSubject: What is this?\nDate: Thu, 19 Nov 2026 09:22:00 +0000\n\
         MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}"
    )
}

#[test]
fn the_body_of_a_mail_gets_the_verdict_of_the_text() {
    // A debug log has lines that look like the head of a message; a report without a head is read by another reader.
    const ELSE: &[&str] = &["msmtp-debug-auth", "outlook-ndr-nohead"];
    let table = Table::default().indexed();
    let mut asked = 0;
    for file in texts() {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).expect("a text");
        let line = |raw: &str| {
            let diagnoses = diagnose_each(raw.as_bytes(), &table, Manner::Asked);
            let [only] = &diagnoses[..] else { return None };
            let mut out = Vec::new();
            json::write_message(&mut out, "text", only);
            Some(serde_json::from_slice::<Value>(&out).expect("JSON"))
        };
        // A mail is one message, a log tells of several.
        let Some(alone) = line(&text).filter(|_| !ELSE.contains(&name.as_str())) else { continue };
        asked += 1;
        let sent = line(&as_mail(&text)).unwrap_or_else(|| panic!("{name}: no diagnosis"));
        assert_eq!(verdicts(&sent), verdicts(&alone), "{name}");
        assert_eq!(sent["kind"], alone["kind"], "{name}");
    }
    assert!(asked > 50, "only {asked} texts were asked about");
}

#[test]
fn a_file_a_pipe_and_an_argument_get_the_same_verdict() {
    let mut arguments = 0;
    for file in texts() {
        let text = fs::read_to_string(&file).expect("a text");
        let all = |ran: crate::bin::Ran| ran.lines().iter().map(verdicts).collect::<Vec<_>>();
        let from_file = all(Run::new(&["--json", file.to_str().expect("a path")]).run());
        assert!(from_file.iter().any(|r| !r.is_empty()), "{}", file.display());
        let piped = all(Run::new(&["--json"]).stdin(&text).run());
        assert_eq!(piped, from_file, "{}", file.display());
        if text.trim().lines().count() == 1 {
            arguments += 1;
            assert_eq!(all(Run::new(&["--json", text.trim()]).run()), from_file, "{}", file.display());
        }
    }
    assert!(arguments > 5, "only {arguments} texts are one line");
}

#[test]
fn explain_says_what_the_plain_form_says_of_a_reply() {
    for reply in [
        "550 5.1.1 <you@example.com>: Recipient address rejected: User unknown in local recipient table",
        "452 4.3.1 Insufficient system storage",
        "host mx.example.com[192.0.2.25] said: 554 5.7.1 Service unavailable; Client host [192.0.2.55] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.55 (in reply to RCPT TO command)",
        "550-5.7.26 Your email has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.\n550 5.7.26  https://support.google.com/mail/answer/81126#authentication 5b1f17b1804b1-4310a2c3d4esi3344556a9.12 - gsmtp",
        "552 5.2.2 Boîte aux lettres pleine : l'utilisateur a dépassé son quota",
        "550 5.7.509 Access denied, sending domain example.org does not pass DMARC verification and has a DMARC policy of reject.",
    ] {
        let explained = verdict(&Run::new(&["explain", "--json", reply]).run().json());
        let piped = Run::new(&["--json"]).stdin(format!("{reply}\n")).run().json();
        assert_eq!(vec![explained], verdicts(&piped), "{reply}");
    }
}

/// `explain` on a whole text: how many get code, status, cause and owner of the file. Raise it; never lower it.
#[test]
fn explain_understands_whole_texts() {
    const LEAST: usize = 17;
    let table = Table::default().indexed();
    let (mut asked, mut same, mut other) = (0, 0, Vec::new());
    for file in texts() {
        let text = fs::read_to_string(&file).expect("a text");
        let diagnosis = diagnose(text.as_bytes(), &table);
        let [only] = &diagnosis.recipients[..] else { continue };
        asked += 1;
        let agrees = match subject(&text, &table) {
            Subject::Reply(r) => {
                (r.reply_code, r.status, r.cause, r.owner, &r.smtp_response)
                    == (only.reply_code, only.status, only.cause, only.owner, &only.smtp_response)
            }
            _ => false,
        };
        same += usize::from(agrees);
        if !agrees {
            other.push(file.file_stem().expect("a name").to_string_lossy().into_owned());
        }
    }
    let percent = same * 100 / asked.max(1);
    assert!(asked > 40 && percent >= LEAST, "{same} of {asked} ({percent} %), other: {}", other.join(" "));
}

/// Texts that show a password, with what must not come out: as it is, and in base64 with or without the user's name.
const PASSWORDS: &[(&str, &[&str])] = &[
    ("nodemailer-logger-auth", &["AHJ1dGhAYWNtZS5leGFtcGxlAEJsYXViZWVyZS0xOQ=="]),
    ("perl-net-smtp-debug-auth", &["YmlsbGluZ0BhY21lLmV4YW1wbGUAYmlsbGluZ0BhY21lLmV4YW1wbGUAUm90a2VobGNoZW4jNQ=="]),
    ("msmtp-debug-auth", &["AGJpbGxpbmdAYWNtZS5leGFtcGxlAEVyZGJlZXItMjAyNg==", "Erdbeer-2026"]),
    ("swaks-auth-login", &["TGFrcml0ejc3", "cnV0aEBhY21lLmV4YW1wbGU="]),
    ("telnet-login", &["SGltYmVlcmUtMTE=", "YmlsbGluZ0BhY21lLmV4YW1wbGU="]),
];

/// More texts with a password or a key.
const KEYS: &[(&str, &[&str])] = &[
    (
        "python-smtplib-auth-debug2-compose",
        &[
            "AHJ1dGhAYWNtZS5leGFtcGxlAGtpd2ktR2FydGVuLTc3",
            "a2l3aS1HYXJ0ZW4tNzc=",
            "cnV0aEBhY21lLmV4YW1wbGU=",
            "kiwi-Garten-77",
        ],
    ),
    ("api-key-log-sendgrid-node", &["SG.x9PqTzEXAMPLEKEYx9PqTz.Q2hhbmdlTWVJbW1lZGlhdGVseUVYQU1QTEUwMTIz"]),
];

fn client(name: &str) -> PathBuf {
    root().join("fixtures/clients").join(format!("{name}.txt"))
}

#[test]
fn a_password_or_a_key_never_comes_out() {
    for (name, secrets) in PASSWORDS.iter().chain(KEYS) {
        let file = client(name);
        let text = fs::read_to_string(&file).expect("a text");
        let path = file.to_str().expect("a path");
        for ran in [
            Run::new(&["--json", path]).run(),
            Run::new(&[path]).run(),
            Run::new(&["scan", "--json", path]).run(),
            Run::new(&["scan", path]).run(),
            Run::new(&["--json"]).stdin(as_mail(&text)).run(),
            Run::new::<&str>(&[]).stdin(as_mail(&text)).run(),
        ] {
            assert!(!ran.stdout.is_empty(), "{name}: {}", ran.stderr);
            for secret in *secrets {
                assert!(text.contains(secret), "{name} does not hold {secret}");
                assert!(!ran.stdout.contains(secret) && !ran.stderr.contains(secret), "{name}: {secret} comes out");
            }
        }
    }
}

#[test]
fn a_note_tells_of_a_password() {
    const NOTE: &str = "The pasted text shows a password or a key.";
    for (name, _) in PASSWORDS {
        let file = client(name);
        let path = file.to_str().expect("a path");
        assert!(Run::new(&["--json", path]).run().stdout.contains(NOTE), "{name}: no note");
        let words = Run::new(&[path]).run().stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(NOTE), "{name}: no note for people: {words}");
    }
    // A server that offers AUTH is no password.
    let plain = Run::new(&["--json", client("openssl-s_client-full").to_str().expect("a path")]).run().stdout;
    assert!(!plain.contains(NOTE), "{plain}");
}
