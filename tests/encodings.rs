//! A text says the same however it was saved, and whatever blank lines stand before it.

use std::fs;

use whybounce::output::json;
use whybounce::{Diagnosis, Table, diagnose};

use crate::bin::{Dir, Run, postfix_bounce};
use crate::fixtures::all;

/// The bytes of a text in UTF-16.
fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

/// The eight ways in which Windows programs save a text as UTF-16, and UTF-8 with a mark.
fn saved(text: &str) -> Vec<(String, Vec<u8>)> {
    let lf = text.replace("\r\n", "\n");
    let mut out = Vec::new();
    for (ends, text) in [("LF", lf.clone()), ("CRLF", lf.replace('\n', "\r\n"))] {
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}{text}");
            let name = format!("{ends}{}", if mark.is_empty() { "" } else { " with mark" });
            out.push((format!("UTF-16LE {name}"), utf16(&text, u16::to_le_bytes)));
            out.push((format!("UTF-16BE {name}"), utf16(&text, u16::to_be_bytes)));
        }
    }
    out.push(("UTF-8 with mark".into(), format!("\u{feff}{text}").into_bytes()));
    out
}

fn line(diagnosis: &Diagnosis) -> String {
    let mut out = Vec::new();
    json::write_message(&mut out, "x", diagnosis);
    String::from_utf8(out).expect("JSON is UTF-8")
}

#[test]
fn each_fixture_in_utf16_is_diagnosed_as_it_is() {
    let table = Table::default().indexed();
    let (mut wrong, mut compared, mut left_out) = (Vec::new(), 0, Vec::new());
    for file in all() {
        let raw = fs::read(&file).expect("a fixture");
        let Ok(text) = std::str::from_utf8(&raw) else {
            left_out.push(file.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_string());
            continue;
        };
        compared += 1;
        let want = line(&diagnose(&raw, &table));
        for (name, bytes) in saved(text) {
            if line(&diagnose(&bytes, &table)) != want {
                wrong.push(format!("{} ({name})", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    // Bytes that are no UTF-8 have no text that could be saved; see the next test.
    assert_eq!(left_out, ["daum", "domino-fr-text", "exch55-host", "garbage"]);
    assert!(compared > 240, "only {compared} fixtures");
}

/// An editor that knows the character set of a mail saves its letters, while the field still names the old set.
#[test]
fn other_character_sets_saved_as_unicode() {
    let table = Table::default().indexed();
    let mail = |name: &str| {
        format!(
            "From: MAILER-DAEMON@mail.example.org\nSubject: Unzustellbar\nMIME-Version: 1.0\n\
             Content-Type: text/plain; charset={name}\nContent-Transfer-Encoding: 8bit\n\n\
             Zustellung an bob@example.com fehlgeschlagen:\n550 Empfänger unbekannt, Größe egal\n"
        )
    };
    let latin: Vec<u8> = mail("iso-8859-1").chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
    let want = line(&diagnose(&latin, &table));
    assert!(want.contains("Größe egal") && want.contains("recipient-unknown"), "{want}");
    for (name, bytes) in saved(&mail("iso-8859-1")) {
        assert_eq!(line(&diagnose(&bytes, &table)), want, "{name}");
    }
}

/// As a file, in a folder, on standard input, and as a whole mbox.
#[test]
fn utf16_comes_in_on_every_way() {
    let dir = Dir::new();
    let bounce = postfix_bounce("552 5.2.2 Größe überschritten: mailbox full");
    let mbox = format!("From MAILER-DAEMON Thu Jul  2 10:00:00 2026\n{bounce}\n").repeat(3);
    let strip = |line: &serde_json::Value| {
        let mut line = line.clone();
        line.as_object_mut().expect("an object").remove("source");
        line
    };
    let want = strip(&Run::new(&["--json"]).stdin(&bounce).run().json());
    assert_eq!(want["recipients"][0]["cause"], "mailbox-full");
    let (one, many) = (saved(&bounce), saved(&mbox));
    for ((name, one), (_, many)) in one.iter().zip(&many) {
        let file = dir.file("in/a.eml", one);
        let folder = file.parent().expect("a folder").to_str().expect("a name");
        let file = file.to_str().expect("a name");
        let piped = Run::new(&["--json"]).stdin(one).run();
        let scanned = Run::new(&["scan", "--json", "-"]).stdin(one).run();
        for ran in [piped, scanned, Run::new(&["--json", file]).run(), Run::new(&["scan", "--json", folder]).run()] {
            assert_eq!(strip(&ran.json()), want, "{name}");
        }
        let mbox = dir.file("in.mbox", many);
        let mbox = mbox.to_str().expect("a name");
        let piped = Run::new(&["--json"]).stdin(many).run();
        for ran in [piped, Run::new(&["--json", mbox]).run(), Run::new(&["scan", "--json", mbox]).run()] {
            let lines = ran.lines();
            assert_eq!(lines.iter().map(strip).collect::<Vec<_>>(), vec![want.clone(); 3], "{name}");
            assert!(lines[2]["source"].as_str().is_some_and(|s| s.ends_with("#3")), "{name}");
        }
    }
}

const BLANK: &[&str] = &["\n", "\n\n\n", "\r\n", "\r\n\r\n", "   \n", " \t\r\n\n", "\u{feff}\n  \n"];

#[test]
fn blank_lines_before_a_fixture_change_nothing() {
    let table = Table::default().indexed();
    let mut wrong = Vec::new();
    for file in all() {
        let raw = fs::read(&file).expect("a fixture");
        let want = line(&diagnose(&raw, &table));
        for blank in BLANK {
            let bytes = [blank.as_bytes(), &raw].concat();
            if line(&diagnose(&bytes, &table)) != want {
                wrong.push(format!("{} behind {blank:?}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_ordinary_mail_behind_blank_lines_is_an_ordinary_mail() {
    let dir = Dir::new();
    let received = "Received: from relay.example.net (relay.example.net [192.0.2.7])\n\tby mx.example.org (Postfix) with ESMTPS id 4F5X;\n\tThu, 2 Jul 2026 10:00:00 +0000 (UTC)\n";
    let mail = "From: a@example.org\nTo: b@example.com\nSubject: Lunch\nDate: Thu, 2 Jul 2026 10:00:00 +0000\nMessage-ID: <5.4.6@example.org>\n\n\
                Shall we meet at 12:30? Room 550 is free; too many hops in the beer there, but no mail loop.\n";
    let quoted = format!("{}{mail}", received.repeat(3));
    let html =
        mail.replace("\n\nShall", "\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body>Shall");
    for text in [mail, &quoted, &html] {
        for ends in ["\n", "\r\n"] {
            let text = text.replace('\n', ends);
            for blank in [""].iter().chain(BLANK) {
                let bytes = format!("{blank}{text}");
                let file = dir.file("in/mail", &bytes);
                for args in [
                    ["--json", file.to_str().expect("a name")].as_slice(),
                    &["scan", "--json", dir.path().to_str().expect("a name")],
                ] {
                    let ran = Run::new(args).run();
                    assert_eq!((ran.code, ran.json()["kind"].as_str()), (Some(1), Some("not-a-bounce")), "{bytes:?}");
                }
                let ran = Run::new(&["--json"]).stdin(&bytes).run();
                assert_eq!(ran.json()["kind"], "not-a-bounce", "{bytes:?}");
            }
        }
    }
}

#[test]
fn an_mbox_behind_blank_lines_is_an_mbox() {
    let dir = Dir::new();
    let bounce = postfix_bounce("552 5.2.2 Mailbox full");
    let mbox = format!("From MAILER-DAEMON Thu Jul  2 10:00:00 2026\n{bounce}\n").repeat(2);
    for blank in BLANK {
        let file = dir.file("in.mbox", format!("{blank}{mbox}"));
        let lines = Run::new(&["--json", file.to_str().expect("a name")]).run().lines();
        assert_eq!(lines.len(), 2, "{blank:?}");
        assert_eq!(lines[0]["recipients"][0]["cause"], "mailbox-full");
    }
}
