//! Scanning folders, Maildirs and mboxes.

use crate::bin::{Dir, Run, postfix_bounce};

const FULL: &str = "552 5.2.2 Mailbox full";

fn mbox(messages: &[&str]) -> String {
    messages.iter().map(|m| format!("From MAILER-DAEMON Thu Jul  2 10:00:00 2026\n{m}\n")).collect()
}

#[test]
fn walks_in_a_stable_order() {
    let dir = Dir::new();
    let bounce = postfix_bounce(FULL);
    dir.file("md/cur/b:2,S", &bounce);
    dir.file("md/new/a", &bounce);
    dir.file("md/tmp/x", &bounce);
    dir.file("md/dovecot.index", "binary");
    dir.file("md/.Sub/cur/c", &bounce);
    dir.file("md/.Sub/new/d", &bounce);
    dir.file("md/.Sub/tmp/e", "");
    dir.file("plain/2.eml", &bounce);
    dir.file("plain/1.eml", &bounce);
    dir.file("plain/.hidden", &bounce);
    dir.file("z.mbox", mbox(&[&bounce, &bounce]));
    let ran = Run::new(&["scan", "--json", dir.path().to_str().unwrap()]).run();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let base = dir.path().to_str().unwrap();
    let sources: Vec<String> = ran
        .lines()
        .iter()
        .map(|l| l["source"].as_str().unwrap().strip_prefix(base).unwrap().trim_start_matches('/').to_string())
        .collect();
    assert_eq!(
        sources,
        [
            "md/.Sub/cur/c",
            "md/.Sub/new/d",
            "md/cur/b:2,S",
            "md/new/a",
            "plain/1.eml",
            "plain/2.eml",
            "z.mbox#1",
            "z.mbox#2"
        ]
    );
    for jobs in ["1", "3", "8"] {
        let again = Run::new(&["scan", "--json", "--jobs", jobs, base]).run();
        assert_eq!(again.stdout, ran.stdout, "{jobs} jobs");
    }
}

#[test]
fn plain_form_scans_folders_and_mboxes() {
    let dir = Dir::new();
    let bounce = postfix_bounce(FULL);
    let many = dir.file("many.mbox", mbox(&[&bounce, &bounce, "From: a@example.org\nSubject: hi\n\nhello\n"]));
    let lines = Run::new(&["--json", many.to_str().unwrap()]).run().lines();
    let got: Vec<_> = lines
        .iter()
        .map(|l| {
            (
                l["source"].as_str().unwrap().rsplit('/').next().unwrap().to_string(),
                l["kind"].as_str().unwrap().to_string(),
            )
        })
        .collect();
    assert_eq!(
        got,
        [
            ("many.mbox#1".into(), "failed".into()),
            ("many.mbox#2".into(), "failed".into()),
            ("many.mbox#3".into(), "not-a-bounce".into())
        ]
    );
    let summary = Run::new(&[dir.path()]).run();
    assert!(summary.stdout.contains("3 messages") && summary.stdout.contains("Full mailboxes"), "{}", summary.stdout);
    assert!(summary.stdout.contains("1 further report"), "{}", summary.stdout);
    let piped = Run::new(&["--json"]).stdin(mbox(&[&bounce, &bounce])).run().lines();
    assert_eq!(piped[1]["source"], "-#2");
}

#[cfg(unix)]
#[test]
fn links_pipes_and_missing_paths() {
    let dir = Dir::new();
    dir.file("in/a.eml", postfix_bounce(FULL));
    std::os::unix::fs::symlink(dir.path().join("in"), dir.path().join("in/loop")).unwrap();
    std::os::unix::net::UnixListener::bind(dir.path().join("in/socket")).unwrap();
    let ran = Run::new(&["scan", "--json", dir.path().to_str().unwrap()]).run();
    assert_eq!((ran.code, ran.lines().len()), (Some(0), 1));
    assert!(ran.stderr.contains("loop") && ran.stderr.contains("socket"), "{}", ran.stderr);
    let ran = Run::new(&["scan", "--json", "/no/such/folder", dir.path().to_str().unwrap()]).run();
    assert_eq!((ran.code, ran.lines().len()), (Some(2), 1));
    assert!(ran.stderr.contains("/no/such/folder"));
}
