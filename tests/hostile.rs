//! A bounce is hostile input: nothing may panic, hang, or reach a terminal raw.

use whybounce::escape::is_unsafe;
use whybounce::output::csv::Csv;
use whybounce::output::{json, message as text, summary};
use whybounce::triage::{By, Suppressions, Triage};
use whybounce::{Table, diagnose};

use crate::bin::{Run, exchange_text, postfix_bounce};

const REPLY: &str = "550-5.7.1 Größe 日本 <you@example.com>\r\n550 5.7.1 [192.0.2.1] blocked using zen.spamhaus.org (in reply to end of DATA command)";

fn say_everything(raw: &[u8], table: &Table) -> (Vec<u8>, Vec<u8>) {
    let diagnosis = diagnose(raw, table);
    let (mut as_text, mut as_json) = (Vec::new(), Vec::new());
    text::write_message(&mut as_text, Some("x"), &diagnosis, text::Layout::default()).unwrap();
    json::write_message(&mut as_json, "x", &diagnosis);
    (as_text, as_json)
}

#[test]
fn truncated_at_every_byte() {
    let table = Table::default().indexed();
    for whole in [postfix_bounce(REPLY), exchange_text(REPLY)] {
        for end in 0..=whole.len() {
            let _ = say_everything(&whole.as_bytes()[..end], &table);
        }
        for start in (0..whole.len()).step_by(7) {
            let _ = say_everything(&whole.as_bytes()[start..], &table);
        }
    }
}

#[test]
fn every_byte_flipped() {
    let table = Table::default().indexed();
    let whole = postfix_bounce(REPLY).into_bytes();
    for at in 0..whole.len() {
        for bits in [0x80, 0x20, 0xff] {
            let mut broken = whole.clone();
            broken[at] ^= bits;
            let _ = say_everything(&broken, &table);
        }
    }
}

#[test]
fn control_characters_stay_inside() {
    let table = Table::default().indexed();
    let reply = "550 5.1.1 \u{1b}]0;owned\u{7}\u{1b}[2J\u{202e}evil\u{200b}\u{9b}31m User unknown";
    let bounce = postfix_bounce(reply)
        .replace("Subject: Hello", "Subject: \u{1b}[31m\u{202e}Hello")
        .replace("you@example.com", "y\u{202e}ou@example.com");
    let (as_text, as_json) = say_everything(bounce.as_bytes(), &table);
    let shown = String::from_utf8(as_text).unwrap();
    assert!(!shown.chars().any(|c| c != '\n' && is_unsafe(c)), "{shown:?}");
    let line = String::from_utf8(as_json).unwrap();
    assert!(!line.trim_end().chars().any(is_unsafe), "{line:?}");
    let ran = Run::new(&["--json"]).stdin(&bounce).run();
    assert!(!ran.stdout.trim_end().chars().any(is_unsafe));
    assert!(ran.json()["recipients"][0]["smtp_response"].as_str().unwrap().contains("User unknown"));
}

/// Input of twice the size may take about twice the time, not four times. The bound is wide: it has to tell
/// linear from quadratic, not to measure.
#[test]
fn nothing_is_quadratic() {
    let table = Table::default().indexed();
    /// A name and how to make input of a size.
    type Case = (&'static str, fn(usize) -> String);
    let cases: [Case; 12] = [
        ("addresses", |n| {
            format!(
                "Subject: failure notice\nFrom: MAILER-DAEMON@x.example\n\n{}",
                "<a@example.com>: 550 no\n\n".repeat(n)
            )
        }),
        ("one line", |n| {
            format!(
                "Subject: failure notice\nFrom: MAILER-DAEMON@x.example\n\n{}",
                "550 5.1.1 blocked using spam ".repeat(n)
            )
        }),
        ("at signs", |n| format!("Subject: failure notice\nFrom: MAILER-DAEMON@x.example\n\n{}", "@".repeat(n * 10))),
        ("daemons in one line", |n| {
            format!(
                "Subject: Undelivered\nFrom: MAILER-DAEMON@x.example\n\n{}",
                "no-reply@x.example relayed to non ".repeat(n)
            )
        }),
        ("local parts", |n| {
            format!("Subject: failure notice\nFrom: MAILER-DAEMON@x.example\n\n{}@", "a".repeat(n * 20))
        }),
        ("headers", |n| {
            format!("From: MAILER-DAEMON@x.example\nSubject: failure notice\n{}\n\nx", "Received: by x\n".repeat(n))
        }),
        ("angle brackets", |n| {
            format!(
                "Content-Type: text/html\nSubject: failure notice\nFrom: MAILER-DAEMON@x.example\n\n{}",
                "<".repeat(n * 20)
            )
        }),
        ("recipients", |n| {
            format!(
                "Content-Type: multipart/report; boundary=B; report-type=delivery-status\n\n--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x.example\n\n{}\n--B--\n",
                "Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1\n\n".repeat(n)
            )
        }),
        ("parts without an empty line", |n| {
            format!(
                "Content-Type: multipart/report; boundary=B; report-type=delivery-status\n\n{}\n\n",
                "--B\nContent-Type: message/rfc822\n".repeat(n)
            )
        }),
        ("files", |n| {
            format!(
                "Content-Type: multipart/report; boundary=B; report-type=delivery-status\n\n{}",
                "--B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n".repeat(n)
            )
        }),
        ("encodings", |n| {
            format!(
                "Content-Type: multipart/report; boundary=B; report-type=delivery-status\n\n--C\n{}\n--B",
                "Content-Transfer-Encoding: base64\n\nx\n".repeat(n)
            )
        }),
        ("dashes", |n| {
            format!(
                "Subject: failure notice\nFrom: MAILER-DAEMON@x.example\n\nfailed\n{}",
                "--- original message\n".repeat(n)
            )
        }),
    ];
    for (name, make) in cases {
        let time = |n| {
            let input = make(n);
            let start = std::time::Instant::now();
            let _ = diagnose(input.as_bytes(), &table);
            start.elapsed()
        };
        let _ = time(100);
        let small = time(500).max(std::time::Duration::from_micros(500));
        let large = time(4000);
        assert!(large < small * 40, "{name}: 500 took {small:?}, 4000 took {large:?}");
    }
}

#[test]
fn deep_nesting_ends() {
    let table = Table::default().indexed();
    let mut message = postfix_bounce(REPLY);
    for n in 0..60 {
        message = format!(
            "From: a@example.org\nSubject: Fwd: {n}\nContent-Type: multipart/mixed; boundary=\"N{n}\"\n\n--N{n}\nContent-Type: message/rfc822\n\n{message}\n--N{n}--\n"
        );
    }
    let _ = say_everything(message.as_bytes(), &table);
}

/// The summary, the table and the list of addresses are made of the same strangers' words.
#[test]
fn summaries_are_as_safe() {
    let table = Table::default();
    let evil = "\u{1b}[2J\u{202e}\u{9b}\u{200b}\u{7}";
    let reply = format!("550 5.1.1 {evil} User unknown at {evil}, blocked using {evil}bl.example.net");
    let bounce = postfix_bounce(&reply)
        .replace("you@example.com", &format!("y{evil}ou@ex{evil}ample.com"))
        .replace("mx.example.com", &format!("mx.ex{evil}ample.com"))
        .replace("me@example.org", &format!("me@{evil}example.org"));
    let diagnosis = diagnose(bounce.as_bytes(), &table);
    let mut out = Vec::new();
    Csv.message(&mut out, evil, &diagnosis).unwrap();
    let mut list = Suppressions::default();
    list.add(&diagnosis);
    list.write(&mut out).unwrap();
    for by in [By::Problem, By::Cause, By::Owner, By::Domain, By::Provider, By::Server, By::Rule, By::Day] {
        let mut collected = Triage::new(by);
        for _ in 0..3 {
            collected.add(diagnosis.clone());
        }
        let summary = collected.finish();
        summary::write_text(&mut out, &summary, summary::Options::new(9, text::Layout::default())).unwrap();
        summary::write_json(&mut out, &summary, 9).unwrap();
    }
    let out = String::from_utf8(out).unwrap();
    assert!(!out.chars().any(|c| !matches!(c, '\n' | '\r') && is_unsafe(c)), "{out:?}");
}

/// An mbox is read as a stream: what looks like the beginning of a message everywhere must not make it slow.
#[test]
fn mboxes_are_read_in_linear_time() {
    use whybounce::internal::input::Mbox;
    for piece in ["From ", ">From x\n", "\nFrom \n", "\nFrom a Thu Jul  2 10:00:00 2026\n", "\n", "\r", ">>>>>>>>"] {
        let time = |n: usize| {
            let text = format!("From a Thu Jul  2 10:00:00 2026\n{}", piece.repeat(n));
            let start = std::time::Instant::now();
            let (mut mbox, mut message, mut count) = (Mbox::new(text.as_bytes()), Vec::new(), 0);
            while mbox.next_into(&mut message).unwrap() {
                count += 1;
            }
            assert!(count > 0);
            start.elapsed()
        };
        let small = time(20_000).max(std::time::Duration::from_millis(1));
        let large = time(160_000);
        assert!(large < small * 40, "{piece:?}: 20,000 took {small:?}, 160,000 took {large:?}");
    }
}

/// What is given on the command line is no safer than what is read.
#[test]
fn explains_anything() {
    for what in [
        "",
        " ",
        "=",
        "\u{1b}[31m",
        "550",
        "5.",
        "550-\n550-\n550",
        "\u{202e}5.1.1",
        "{address}",
        "x".repeat(100_000).as_str(),
    ] {
        let ran = Run::new(&["explain", "--", what]).run();
        assert!(matches!(ran.code, Some(0..=2)), "{what:?}: {}", ran.stderr);
        let shown = [ran.stdout, ran.stderr].concat();
        assert!(!shown.chars().any(|c| c != '\n' && is_unsafe(c)), "{what:?}: {shown:?}");
    }
}

/// Letters of several bytes stand anywhere, before brackets too.
#[test]
fn letters_of_several_bytes_before_a_bracket() {
    let table = whybounce::Table::default();
    for letter in ["\u{fffd}", "é", "日", "👍"] {
        for line in [
            "said: 550 5.7.606 Access {}[192.0.2.1] no",
            "connect to {}[192.0.2.1]:25: timed out",
            "{}(192.0.2.1) 550 no",
        ] {
            let text = format!("<u@example.com>: host mx.example.com {}", line.replace("{}", letter));
            let _ = whybounce::diagnose(text.as_bytes(), &table);
        }
    }
}
