//! Ordinary texts are no failures: mails, logs of success, programs that fail at something else, and mails that quote a
//! refusal, which only the plain form explains.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::bin::{Dir, Run, root};

const QUOTED: &str = "This is an ordinary mail that quotes a refusal";

fn texts(folder: &str, least: usize) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(root().join("fixtures").join(folder)).expect(folder).map(|e| e.expect(folder).path()).collect();
    files.sort();
    assert!(files.len() >= least, "only {} texts in {folder}", files.len());
    files
}

/// The objects that tell of a failure or a delay.
fn failures(lines: &[Value]) -> Vec<String> {
    let fails = |l: &&Value| l["kind"] == "failed" || l["kind"] == "delayed";
    lines.iter().filter(fails).map(|l| format!("{} {}", l["source"], l["recipients"][0]["smtp_response"])).collect()
}

#[test]
fn scan_finds_no_failure_in_ordinary_texts() {
    for (folder, least) in [("negatives", 40), ("quoted", 10)] {
        let walked = Run::new(&["scan", "--json", &format!("fixtures/{folder}")]).run();
        let lines = walked.lines();
        assert!(lines.len() >= least, "{} lines; {}", lines.len(), walked.stderr);
        assert_eq!(failures(&lines), [""; 0], "{folder}, walked");
        let mut named = Vec::new();
        for file in texts(folder, least) {
            named.extend(file.to_str().expect("a path").bytes());
            named.push(0);
        }
        let ran = Run::new(&["scan", "--json", "--files-from", "-"]).stdin(named).run();
        let lines = ran.lines();
        assert!(lines.len() >= least, "{} lines; {}", lines.len(), ran.stderr);
        assert_eq!(failures(&lines), [""; 0], "{folder}, named");
    }
}

#[test]
fn the_plain_form_finds_no_failure_where_nothing_is_quoted() {
    for file in texts("negatives", 40) {
        let ran = Run::new(&["--json", file.to_str().expect("a path")]).run();
        let lines = ran.lines();
        assert!(!lines.is_empty(), "{}: {}", file.display(), ran.stderr);
        assert_eq!(failures(&lines), [""; 0]);
    }
}

#[test]
fn the_plain_form_explains_what_an_ordinary_mail_quotes() {
    for file in texts("quoted", 10) {
        let ran = Run::new(&["--json", file.to_str().expect("a path")]).run();
        let line = ran.json();
        assert!(line["kind"] == "failed" || line["kind"] == "delayed", "{}: {}", file.display(), line["kind"]);
        for r in line["recipients"].as_array().expect("recipients") {
            let notes = r["notes"].as_array().expect("notes");
            assert!(notes.iter().any(|n| n.as_str().is_some_and(|n| n.starts_with(QUOTED))), "{}", file.display());
            assert!(r["smtp_response"].as_str().is_some_and(|s| s.starts_with(['4', '5'])), "{}", file.display());
        }
    }
}

const LOG: &str = "Nov 23 11:04:07 app2 postfix/smtp[9979]: 4bQQ77kzkQk: to=<you@example.com>, relay=mx.example.com[192.0.2.25]:25, delay=0.4, delays=0.03/0.01/0.2/0.16, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.25] said: 550 5.1.1 <you@example.com>: Recipient address rejected: User unknown (in reply to RCPT TO command))\n";

#[test]
fn a_walk_takes_the_log_and_leaves_sources_and_documentation() {
    let dir = Dir::new();
    let refusal = "550 5.1.1 <you@example.com>: Recipient address rejected: User unknown";
    dir.file("README.md", format!("# mailer\n\nWhen the server says `{refusal}`, the address is wrong.\n\n    S: 220 mx.example.com ESMTP\n    C: RCPT TO:<you@example.com>\n    S: {refusal}\n"));
    dir.file("docs/replies.html", format!("<html><body><h1>Replies</h1><p>host mx.example.com[192.0.2.25] said: {refusal} (in reply to RCPT TO command)</p></body></html>\n"));
    dir.file("docs/errors.rst", format!("Errors\n======\n\n* ``{refusal}``\n* ``452 4.2.2 Mailbox full``\n"));
    dir.file("src/send.py", format!("import smtplib\n\nREFUSED = \"{refusal}\"\n\ndef refused(error):\n    # smtplib.SMTPRecipientsRefused: {{'you@example.com': (550, b'5.1.1 User unknown')}}\n    return error.smtp_code == 550\n"));
    dir.file("src/main.rs", format!("fn main() {{\n    // host mx.example.com[192.0.2.25] said: {refusal}\n    assert_eq!(reply(), \"{refusal}\");\n}}\n"));
    dir.file("test/replies.toml", format!("[[case]]\nreply = \"{refusal}\"\nremote = \"mx.example.com\"\n"));
    let scan = || Run::new(&["scan", "--json", dir.path().to_str().expect("a path")]).run().lines();
    let lines = scan();
    assert!(lines.len() >= 6, "only {} files were looked at", lines.len());
    assert_eq!(failures(&lines), [""; 0]);
    dir.file("var/mail.log", LOG);
    let found: Vec<Value> = scan().into_iter().filter(|l| l["kind"] == "failed").collect();
    let [log] = &found[..] else { panic!("{found:#?}") };
    assert!(log["source"].as_str().is_some_and(|s| s.ends_with("mail.log")), "{}", log["source"]);
    assert_eq!(log["recipients"][0]["address"], "you@example.com");
}

#[test]
fn its_own_rules_and_words_are_no_failures() {
    for folder in ["src/rules", "src/words", "src/names", "src/evidence"] {
        let lines = Run::new(&["scan", "--json", folder]).run().lines();
        assert!(lines.len() > 3, "only {} files of {folder} were looked at", lines.len());
        assert_eq!(failures(&lines), [""; 0], "{folder}");
    }
}
