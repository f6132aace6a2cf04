//! One text, one verdict: as a file, through `explain`, as the body of a mail and as an attached file.

use std::fs;
use std::path::PathBuf;

use whybounce::internal::explain::{Subject, subject};
use whybounce::terms::Kind;
use whybounce::{Diagnosis, Manner, RecipientDiagnosis, Table, diagnose_each};

use crate::bin::{Dir, Run, root};

fn texts() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = ["clients", "pasted"]
        .iter()
        .flat_map(|folder| fs::read_dir(root().join("fixtures").join(folder)).expect("fixtures"))
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    assert!(files.len() > 70, "the fixtures are missing");
    files
}

const HEAD: &str = "From: me@example.org\nTo: ruth@example.net\nSubject: What is this?\n\
                    Date: Thu, 19 Nov 2026 09:22:00 +0000\nMIME-Version: 1.0\n";

fn as_body(text: &str) -> String {
    format!("{HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}")
}

fn as_file(text: &str, content_type: &str) -> String {
    format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=\"=_b\"\n\n--=_b\nContent-Type: text/plain; charset=utf-8\n\n\
         It is in the file.\n\n--=_b\nContent-Type: {content_type}; charset=utf-8; name=\"mail.log\"\n\
         Content-Transfer-Encoding: 8bit\nContent-Disposition: attachment; filename=\"mail.log\"\n\n{text}\n--=_b--\n"
    )
}

fn recipient(r: &RecipientDiagnosis) -> String {
    format!("{:?} {:?} {:?} {:?} {:?}", r.address, r.status, r.reply_code, r.cause, r.owner)
}

fn verdicts(diagnoses: &[Diagnosis]) -> Vec<String> {
    let of = |d: &Diagnosis| d.recipients.iter().map(|r| format!("{:?} {}", d.kind, recipient(r))).collect::<Vec<_>>();
    diagnoses.iter().flat_map(of).collect()
}

#[test]
fn a_text_gets_the_same_verdict_however_it_comes() {
    // Lines that look like the head of a message; a report without a head and two windows of Outlook are read by other readers.
    const ELSE: &[&str] =
        &["msmtp-debug-auth", "outlook-ndr-nohead", "outlook-client-french", "outlook-send-as-french"];
    let table = Table::default().indexed();
    let mut differ = Vec::new();
    for file in texts() {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let read = |raw: &str| diagnose_each(raw.as_bytes(), &table, Manner::Asked);
        let alone = read(&text);
        let wanted = verdicts(&alone);
        if wanted.is_empty() || ELSE.contains(&name.as_str()) {
            continue;
        }
        for (way, got) in [
            ("body", verdicts(&read(&as_body(&text)))),
            ("text", verdicts(&read(&as_file(&text, "text/plain")))),
            ("file", verdicts(&read(&as_file(&text, "application/octet-stream")))),
        ] {
            if got != wanted {
                differ.push(format!("{name} as {way}: {got:?} and not {wanted:?}"));
            }
        }
        let failed = alone.iter().filter(|d| matches!(d.kind, Kind::Failed | Kind::Delayed));
        let first = failed.flat_map(|d| &d.recipients).find(|r| r.cause.is_some()).map(recipient);
        let explained = match subject(&text, &table) {
            Subject::Reply(r) => Some(recipient(&r)),
            _ => None,
        };
        if first.is_some() && explained != first {
            differ.push(format!("{name} explained: {explained:?} and not {first:?}"));
        }
    }
    assert!(differ.is_empty(), "{} differ:\n{}", differ.len(), differ.join("\n"));
}

#[test]
fn a_log_of_many_messages_gives_them_all_in_a_mail() {
    let table = Table::default().indexed();
    let mut log = String::new();
    for n in 0..40 {
        log += &format!(
            "Dec  1 10:00:{n:02} mail postfix/smtp[7]: 4F1A2B3C{n:02}: to=<user{n}@example.com>, relay=mx.example.com[192.0.2.25]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.25] said: 550 5.1.1 <user{n}@example.com>: User unknown (in reply to RCPT TO command))\n"
        );
    }
    let read = |raw: &str| verdicts(&diagnose_each(raw.as_bytes(), &table, Manner::Asked));
    let wanted = read(&log);
    assert_eq!(wanted.len(), 40);
    for mail in [as_body(&log), as_file(&log, "text/plain"), as_file(&log, "application/octet-stream")] {
        assert_eq!(read(&mail), wanted);
    }
}

#[test]
fn a_log_of_more_than_16_mib_is_read_to_its_end() {
    let filler = format!("Dec  1 10:00:00 mail app[1]: {}\n", "x".repeat(1 << 16));
    let refused = "Dec  1 10:00:00 mail postfix/smtp[7]: 4F1A2B: to=<last@example.com>, relay=mx.example.com[192.0.2.25]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown (in reply to RCPT TO command))\n";
    let log = filler.repeat(260) + refused;
    assert!(log.len() > 16 << 20, "only {} bytes", log.len());
    let dir = Dir::new();
    let path = dir.file("mail.log", &log);
    let ran = Run::new(&["scan", "--json", path.to_str().expect("a path")]).run();
    assert!(ran.stdout.contains("last@example.com"), "{}", ran.stderr);
    assert_eq!(ran.stderr, "");
}

#[test]
fn a_service_that_does_not_send_says_so_in_any_form() {
    const SAID: &str = "You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: bob@example.com. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.";
    let table = Table::default();
    for text in [
        SAID.to_string(),
        format!("{{\"ErrorCode\":406,\"Message\":\"{SAID}\"}}"),
        format!(
            "[{{\"ErrorCode\":0,\"Message\":\"OK\",\"To\":\"ann@example.com\"}},{{\"ErrorCode\":406,\"Message\":\"{SAID}\"}}]"
        ),
        format!(
            "HTTP/1.1 422 Unprocessable Entity\nContent-Type: application/json\n\n{{\"ErrorCode\":406,\"Message\":\"{SAID}\"}}\n"
        ),
        format!(
            "Traceback (most recent call last):\n  File \"/app/send.py\", line 12, in <module>\n    send()\npostmarker.exceptions.ClientError: [406] {SAID}\n"
        ),
        format!(
            "InactiveRecipientsError: {SAID}\n    at ErrorHandler.build (/app/node_modules/postmark/ErrorHandler.js:53:24) {{\n  code: 406,\n  statusCode: 422\n}}\n"
        ),
        format!("2026-12-01 10:00:00,123 ERROR mailer.tasks: postmark send failed: 406 {SAID}\n"),
        format!(
            "Dec  1 10:00:00 web1 app[123]: [error] API response 422: {{\"ErrorCode\":406,\"Message\":\"{SAID}\"}}\n"
        ),
    ] {
        let got = verdicts(&diagnose_each(text.as_bytes(), &table, Manner::Asked));
        assert_eq!(got, ["Failed Some(\"bob@example.com\") None None Some(Suppressed) Some(Sender)"], "{text}");
    }
}

#[test]
fn what_waits_without_a_reason_is_delayed() {
    let table = Table::default();
    for queue in [
        "25h  2.9K 1xY9aK-0002kt-0y <> *** frozen ***\n          bob@example.com\n\n",
        " 4d   542 1xY9aK-0002kt-0y <a@example.org> *** frozen ***\n          bob@example.com\n",
        "# exim -bp\n25h  2.9K 1xY9aK-00000000kt0-2yzz <a@example.org> (alice) *** frozen ***\n          bob@example.com\n",
    ] {
        let got = verdicts(&diagnose_each(queue.as_bytes(), &table, Manner::Asked));
        assert_eq!(got, ["Delayed Some(\"bob@example.com\") None None Some(Unknown) Some(Nobody)"], "{queue}");
    }
}
