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

fn sources(ran: &crate::bin::Ran, base: &Dir) -> Vec<String> {
    let base = base.path().to_str().unwrap();
    ran.lines()
        .iter()
        .map(|l| l["source"].as_str().unwrap().replace(base, "").trim_start_matches('/').to_string())
        .collect()
}

#[test]
fn folders_of_other_kinds() {
    let dir = Dir::new();
    let bounce = postfix_bounce(FULL);
    // MH: numbers, a hidden index, deleted messages.
    for name in ["mh/1", "mh/2", "mh/10", "mh/,3", "mh/.mh_sequences", "mh/inner/1"] {
        dir.file(name, &bounce);
    }
    // Maildir++ and the layout with plain names; a name with a blank and a dot.
    for name in [
        "md/cur/1",
        "md/new/2",
        "md/tmp/3",
        "md/.Lists.A b/cur/4",
        "md/.Lists.A b/new/.keep",
        "md/Sub/cur/5",
        "md/Sub/new/6",
        "md/Notes/readme",
    ] {
        dir.file(name, &bounce);
    }
    std::fs::create_dir_all(dir.path().join("md/.Lists.A b/tmp")).unwrap();
    let ran =
        Run::new(&["scan", "--json", dir.path().join("mh").to_str().unwrap(), dir.path().join("md").to_str().unwrap()])
            .run();
    assert_eq!(
        sources(&ran, &dir),
        [
            "mh/1",
            "mh/10",
            "mh/2",
            "mh/inner/1",
            "md/.Lists.A b/cur/4",
            "md/Sub/cur/5",
            "md/Sub/new/6",
            "md/cur/1",
            "md/new/2"
        ],
        "{}",
        ran.stderr
    );
}

#[test]
fn mboxes_of_all_sorts() {
    let dir = Dir::new();
    let bounce = postfix_bounce(FULL);
    let crlf = mbox(&[&bounce, &bounce]).replace('\n', "\r\n");
    // mboxo and mboxrd quote differently; both quote the line that would begin a message.
    let quoted =
        bounce.replace("\nHi\n", "\nHi\n\n>From me Thu Jul  2 10:00:00 2026\n>>From you Thu Jul  2 10:00:00 2026\n");
    let lies = bounce.replace("Return-Path: <>\n", "Return-Path: <>\nContent-Length: 5\n");
    let lies_more = bounce.replace("Return-Path: <>\n", "Return-Path: <>\nContent-Length: 99999999\n");
    for (name, text, want) in [
        ("crlf.mbox", crlf, 2),
        ("quoted.mbox", mbox(&[&quoted, &quoted, &quoted]), 3),
        ("lies.mbox", mbox(&[&lies, &lies_more, &bounce]), 3),
        ("no-end.mbox", mbox(&[&bounce, &bounce]).trim_end().to_string(), 2),
        ("thunderbird.mbox", mbox(&[&bounce]).replace("From MAILER-DAEMON", "From -").repeat(2), 2),
        ("empty-one.mbox", mbox(&["", &bounce]), 2),
    ] {
        let file = dir.file(name, &text);
        let lines = Run::new(&["scan", "--json", file.to_str().unwrap()]).run().lines();
        assert_eq!(lines.len(), want, "{name}");
        let last = lines.last().unwrap();
        assert_eq!(last["recipients"][0]["cause"], "mailbox-full", "{name}");
        assert_eq!(last["recipients"][0]["address"], "you@example.com", "{name}");
        assert!(last["source"].as_str().unwrap().ends_with(&format!("#{want}")), "{name}");
    }
    let empty = dir.file("empty.mbox", "");
    let ran = Run::new(&["scan", "--json", empty.to_str().unwrap()]).run();
    assert_eq!((ran.code, ran.json()["kind"].as_str()), (Some(1), Some("not-a-bounce")));
    let nothing = dir.path().join("nothing");
    std::fs::create_dir(&nothing).unwrap();
    let ran = Run::new(&["scan", nothing.to_str().unwrap()]).run();
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (Some(1), "0 messages\n", ""));
}

#[test]
fn large_messages_and_lines() {
    let dir = Dir::new();
    let attachment = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAx\n".repeat(20 << 20 >> 6);
    let large = postfix_bounce(FULL).replace("\nHi\n", &format!("\nHi\n{attachment}"));
    assert!(large.len() > 20 << 20);
    let line = postfix_bounce(FULL).replace("\nHi\n", &format!("\n{}\n", "x".repeat(3 << 20)));
    dir.file("1.eml", &large);
    dir.file("2.eml", &line);
    dir.file("3.mbox", mbox(&[&large, &line, &postfix_bounce(FULL)]));
    dir.file("4.eml", "y".repeat(2 << 20));
    let ran = Run::new(&["scan", "--json", dir.path().to_str().unwrap()]).run();
    assert_eq!(sources(&ran, &dir), ["1.eml", "2.eml", "3.mbox#1", "3.mbox#2", "3.mbox#3", "4.eml"], "{}", ran.stderr);
    for line in &ran.lines()[..5] {
        assert_eq!(line["recipients"][0]["cause"], "mailbox-full", "{}", line["source"]);
        assert_eq!(line["original"]["message_id"], "1@example.org", "{}", line["source"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_unicode() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let dir = Dir::new();
    let name = OsStr::from_bytes(b"b\xfcnce\n.eml");
    if std::fs::write(dir.path().join(name), postfix_bounce(FULL)).is_err() {
        println!("skipped: this file system takes only Unicode names");
        return;
    }
    let ran = Run::new(&["scan", "--json", dir.path().to_str().unwrap()]).run();
    assert_eq!(ran.json()["recipients"][0]["cause"], "mailbox-full", "{}", ran.stderr);
    let direct = Run::new(&["--json".as_ref(), dir.path().join(name).as_os_str()]).run();
    assert_eq!(direct.json()["source"], ran.json()["source"]);
    let mut list = dir.path().join(name).into_os_string().into_encoded_bytes();
    list.push(0);
    let listed = Run::new(&["scan", "--json", "--files-from", "-"]).stdin(list).run();
    assert_eq!(listed.stdout, ran.stdout, "{}", listed.stderr);
}

#[test]
fn lists_of_paths() {
    let dir = Dir::new();
    let bounce = postfix_bounce(FULL);
    let (a, b, c) = (dir.file("a b.eml", &bounce), dir.file("c.eml", &bounce), dir.file("d/e.eml", &bounce));
    let [a, b, c] = [&a, &b, &c].map(|p| p.to_str().unwrap());
    let want = ["c.eml", "a b.eml", "d/e.eml"];
    for separator in ["\n", "\0"] {
        let text = [a, c, ""].join(separator);
        let list = dir.file("list", &text);
        let ran = Run::new(&["scan", "--json", b, "--files-from", list.to_str().unwrap()]).run();
        assert_eq!(sources(&ran, &dir), want, "{}", ran.stderr);
        let piped = Run::new(&["scan", "--json", b, "--files-from", "-"]).stdin(&text).run();
        assert_eq!(sources(&piped, &dir), want);
    }
    // As PowerShell writes it.
    let utf16: Vec<u8> = format!("\u{feff}{a}\n{c}\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let list = dir.file("list", utf16);
    let ran = Run::new(&["scan", "--json", b, "--files-from", list.to_str().unwrap()]).run();
    assert_eq!(sources(&ran, &dir), want, "{}", ran.stderr);
    let ran = Run::new(&["scan", "--json", "--files-from", "/no/such/list"]).run();
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("/no/such/list"), "{}", ran.stderr);
    let several = Run::new(&["scan", "--json", dir.path().join("d").to_str().unwrap(), a]).run();
    assert_eq!(sources(&several, &dir), ["d/e.eml", "a b.eml"]);
}

fn dated(reply: &str, date: &str, to: &str, id: &str) -> String {
    postfix_bounce(reply)
        .replace("Return-Path: <>\n", &format!("Return-Path: <>\nDate: {date}\n"))
        .replace("you@example.com", to)
        .replace("<1@example.org>", &format!("<{id}@example.org>"))
}

#[test]
fn since_leaves_out_what_is_older() {
    let dir = Dir::new();
    dir.file("1", dated(FULL, "Thu, 01 Oct 2026 10:00:00 +0000", "a@example.com", "1"));
    dir.file("2", dated(FULL, "Sun, 01 Nov 2026 00:00:00 +0000", "b@example.com", "2"));
    dir.file("3", dated(FULL, "Mon, 02 Nov 2026 01:00:00 +0200", "c@example.com", "3"));
    dir.file("4", postfix_bounce(FULL));
    let since = |date: &str| {
        let ran = Run::new(&["scan", "--json", "--since", date, dir.path().to_str().unwrap()]).run();
        (ran.code, if ran.code == Some(2) { vec![] } else { sources(&ran, &dir) })
    };
    assert_eq!(since("2026-11-01").1, ["2", "3", "4"]);
    assert_eq!(since("2026-11-01T23:00:00Z").1, ["3", "4"]);
    assert_eq!(since("2026-11-02").1, ["4"], "a report without a date may be new");
    assert_eq!(since("90000d").1.len(), 4);
    assert_eq!(since("yesterday").0, Some(2));
}

/// Splits a CSV text (RFC 4180) into cells.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let (mut quoted, mut chars) = (false, csv.chars().peekable());
    while let Some(c) = chars.next() {
        let cell = rows.last_mut().unwrap().last_mut().unwrap();
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.push(chars.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => rows.last_mut().unwrap().push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => cell.push(c),
        }
    }
    rows.pop();
    rows
}

#[test]
fn a_table_for_spreadsheets() {
    let dir = Dir::new();
    dir.file("=1+1.eml", postfix_bounce("550 5.1.1 =HYPERLINK(\"http://x.example\",\"a, b\") User unknown"));
    dir.file("mail.eml", "From: a@example.org\nSubject: Lunch\n\nAt noon?\n");
    let ran = Run::new(&["scan", "--csv", "."]).dir(dir.path()).run();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let rows = cells(&ran.stdout);
    assert_eq!(rows.len(), 3, "{}", ran.stdout);
    assert!(rows.iter().all(|r| r.len() == rows[0].len()), "{rows:?}");
    let column = |name: &str| rows[0].iter().position(|c| c == name).unwrap();
    assert_eq!(rows[1][column("address")], "you@example.com");
    assert_eq!(rows[1][column("cause")], "recipient-unknown");
    assert_eq!(rows[2][column("kind")], "not-a-bounce");
    for row in &rows {
        for cell in row {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
    assert_eq!(Run::new(&["scan", "--csv", "--json", "."]).dir(dir.path()).run().code, Some(2));
}

#[test]
fn addresses_to_remove() {
    let dir = Dir::new();
    let bounce = |reply: &str, to: &str, n: usize| dated(reply, "Thu, 01 Oct 2026 10:00:00 +0000", to, &n.to_string());
    for (n, (reply, to)) in [
        ("550 5.1.1 User unknown", "gone@example.com"),
        ("550 5.1.1 User unknown", "Gone@Example.com"),
        ("550 5.2.1 This mailbox is disabled", "closed@example.com"),
        ("552 5.2.2 Mailbox full", "full@example.com"),
        ("550 5.7.1 Message rejected as spam by policy", "policy@example.com"),
        ("554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org", "listed@example.com"),
        (
            "550 5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy",
            "dmarc@example.com",
        ),
        ("451 4.3.0 Temporary server error, user unknown for now", "later@example.com"),
    ]
    .into_iter()
    .enumerate()
    {
        dir.file(&format!("in/{n}"), bounce(reply, to, n));
    }
    dir.file(
        "in/forwarded",
        bounce("550 5.1.1 User unknown", "new@example.net", 50).replace(
            "Final-Recipient: rfc822; new@example.net",
            "Original-Recipient: rfc822; old@example.com\nFinal-Recipient: rfc822; new@example.net",
        ),
    );
    let out = dir.path().join("remove.txt");
    let args =
        ["scan", "--suppress", out.to_str().unwrap(), dir.path().join("in").to_str().unwrap()].map(str::to_string);
    let ran = Run::new(&args).run();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.contains("9 messages"), "{}", ran.stdout);
    let list = std::fs::read_to_string(&out).unwrap();
    // The dead target of a forwarding says nothing about the address that was written to.
    assert_eq!(list, "closed@example.com\ngone@example.com\n");
    let json = Run::new(&[&args[..], &["--json".to_string()]].concat()).run();
    assert_eq!(json.lines().len(), 9);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), list);
    let nowhere = Run::new(&["scan", "--suppress", "/no/such/folder/x", dir.path().to_str().unwrap()]).run();
    assert_eq!((nowhere.code, nowhere.stdout.as_str()), (Some(2), ""));
}

/// The list of somebody's former work, and a mailbox with one dead address.
fn list_and_mailbox() -> (Dir, std::path::PathBuf) {
    let dir = Dir::new();
    dir.file("in/a.eml", postfix_bounce("550 5.1.1 User unknown"));
    let list = dir.file("out/remove.txt", OLD);
    (dir, list)
}

const OLD: &str = "old@example.com\n";
const NEW: &str = "you@example.com\n";

/// What the folder of the list holds: nothing may be left behind.
fn beside(list: &std::path::Path) -> Vec<String> {
    let folder = std::fs::read_dir(list.parent().unwrap()).unwrap();
    let mut names: Vec<String> = folder.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_list_is_replaced_whole_or_not_at_all() {
    let (dir, list) = list_and_mailbox();
    let read = || std::fs::read_to_string(&list).unwrap();
    let mailbox = dir.path().join("in");
    let scan = |more: &[&str]| {
        let mut args = vec!["scan", "--suppress", list.to_str().unwrap()];
        args.extend(more);
        Run::new(&args).run()
    };
    // A mailbox that is not mounted, alone and beside one that can be read; wrong usage found late.
    for args in [
        &["/no/such/mailbox"][..],
        &["/no/such/mailbox", mailbox.to_str().unwrap()],
        &["--files-from", "/no/such/list"],
        &["--since", "yesterday", mailbox.to_str().unwrap()],
        &["--rules", "/no/such/rules", mailbox.to_str().unwrap()],
    ] {
        let ran = scan(args);
        assert_eq!((ran.code, read().as_str(), beside(&list)), (Some(2), OLD, vec!["remove.txt".into()]), "{args:?}");
    }
    let ran = scan(&["/no/such/mailbox", mailbox.to_str().unwrap()]);
    assert!(ran.stdout.contains("1 bounce") && ran.stderr.contains("remove.txt: left as it was"), "{}", ran.stderr);
    let ran = scan(&[mailbox.to_str().unwrap()]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!((read().as_str(), beside(&list)), (NEW, vec!["remove.txt".into()]));
    // Nothing is lost by a list of what could be read where there was none.
    std::fs::remove_file(&list).unwrap();
    let ran = scan(&["/no/such/mailbox", mailbox.to_str().unwrap()]);
    assert_eq!((ran.code, read().as_str()), (Some(2), NEW));
    // A folder is no list.
    let ran = Run::new(&["scan", "--suppress", dir.path().to_str().unwrap(), mailbox.to_str().unwrap()]).run();
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.contains("a folder"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_list_keeps_its_permissions_and_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (dir, list) = list_and_mailbox();
    let mailbox = dir.path().join("in");
    std::fs::set_permissions(&list, std::fs::Permissions::from_mode(0o640)).unwrap();
    std::fs::create_dir(dir.path().join("links")).unwrap();
    let (first, second) = (dir.path().join("links/first"), dir.path().join("links/second"));
    symlink("second", &first).unwrap();
    symlink("../out/remove.txt", &second).unwrap();
    let scan = |to: &std::path::Path| {
        let ran = Run::new(&["scan", "--suppress", to.to_str().unwrap(), mailbox.to_str().unwrap()]).run();
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{}", to.display());
    };
    scan(&first);
    assert_eq!(std::fs::read_to_string(&list).unwrap(), NEW);
    assert_eq!(list.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    for link in [&first, &second] {
        assert!(link.symlink_metadata().unwrap().is_symlink());
    }
    assert_eq!(beside(&first), ["first", "second"]);
    // A link that leads nowhere yet.
    std::fs::remove_file(&list).unwrap();
    scan(&first);
    assert_eq!((std::fs::read_to_string(&list).unwrap().as_str(), beside(&list)), (NEW, vec!["remove.txt".into()]));
    // A circle of links.
    symlink("circle", dir.path().join("links/circle")).unwrap();
    let circle = dir.path().join("links/circle");
    let ran = Run::new(&["scan", "--suppress", circle.to_str().unwrap(), mailbox.to_str().unwrap()]).run();
    assert_eq!(ran.code, Some(2));
    // A folder, and a file, that may not be written.
    let out = dir.path().join("out");
    let mode =
        |path: &std::path::Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    for (closed, closed_mode, open_mode, says) in
        [(&out, 0o555, 0o755, "no new file can be created in the folder"), (&list, 0o444, 0o644, "denied")]
    {
        std::fs::write(&list, OLD).unwrap();
        mode(closed, closed_mode);
        if std::fs::File::create_new(out.join("probe")).is_ok() && closed == &out {
            println!("skipped: this user may write everywhere");
            mode(closed, open_mode);
            return;
        }
        let ran = Run::new(&["scan", "--suppress", list.to_str().unwrap(), mailbox.to_str().unwrap()]).run();
        mode(closed, open_mode);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
        assert!(ran.stderr.contains("remove.txt") && ran.stderr.contains(says), "{}", ran.stderr);
        assert_eq!(std::fs::read_to_string(&list).unwrap(), OLD);
    }
}

/// Ctrl-C while a pipe gives nothing more: the list stays, and nothing lies beside it.
#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_keeps_the_list() {
    use std::io::{Read, Write};
    use std::process::{Command, Stdio};
    let (dir, list) = list_and_mailbox();
    let pipe = dir.path().join("pipe");
    if !Command::new("mkfifo").arg(&pipe).status().is_ok_and(|s| s.success()) {
        println!("skipped: there is no mkfifo");
        return;
    }
    // A hundred messages through the pipe, which stays open; and before it a mailbox that was read.
    let mut child = Command::new(env!("CARGO_BIN_EXE_whybounce"))
        .args(["scan", "--json", "--suppress"])
        .args([&list, &dir.path().join("in"), &pipe])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut open = std::fs::OpenOptions::new().write(true).open(&pipe).unwrap();
    open.write_all(mbox(&[&postfix_bounce("550 5.1.1 User unknown")]).repeat(100).as_bytes()).unwrap();
    // It is at work when the first answer comes.
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut [0]).unwrap();
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    out.read_to_end(&mut Vec::new()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!((std::fs::read_to_string(&list).unwrap().as_str(), beside(&list)), (OLD, vec!["remove.txt".into()]));
    drop(open);
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_is_written_directly() {
    use std::process::Command;
    let (dir, _) = list_and_mailbox();
    let run = |shell: &str| {
        let shell = shell.replace("whybounce", env!("CARGO_BIN_EXE_whybounce"));
        let output = Command::new("bash").args(["-c", &shell]).current_dir(dir.path()).output();
        output
            .ok()
            .map(|o| (o.status.code(), String::from_utf8(o.stdout).unwrap(), String::from_utf8(o.stderr).unwrap()))
    };
    let Some((code, out, complaints)) = run("whybounce scan --suppress /dev/stdout in | cat") else {
        println!("skipped: there is no bash");
        return;
    };
    assert_eq!((code, complaints.as_str()), (Some(0), ""));
    assert!(out.contains(NEW) && out.contains("1 bounce"), "{out}");
    let (_, out, _) = run("whybounce scan --suppress /dev/stdout in > both; cat both").unwrap();
    assert!(out.contains(NEW) && out.contains("1 bounce"), "{out}");
    let (_, out, _) = run("whybounce scan --suppress >(sed 's/^/list: /') in > /dev/null; sleep 0.3").unwrap();
    assert_eq!(out, format!("list: {NEW}"));
    let (_, out, _) = run("mkfifo p; cat p & whybounce scan --suppress p in > /dev/null; wait; ls p").unwrap();
    assert_eq!(out, format!("{NEW}p\n"));
    // A reader who has seen enough of the summary does not cost the list.
    let (_, out, _) = run("whybounce scan --suppress list in | head -c 1 > /dev/null; cat list").unwrap();
    assert_eq!(out, NEW);
}

#[test]
fn summaries_by_everything() {
    let dir = Dir::new();
    for (n, (reply, to)) in
        [(FULL, "a@example.com"), (FULL, "b@example.com"), ("550 5.1.1 User unknown", "c@example.net")]
            .into_iter()
            .enumerate()
    {
        dir.file(
            &format!("{n}"),
            dated(reply, &format!("Thu, 0{} Oct 2026 10:00:00 +0000", n + 1), to, &n.to_string()),
        );
    }
    let path = dir.path().to_str().unwrap();
    let by = |by: &str| {
        let summary = Run::new(&["scan", "--json", "--summary", "--by", by, path]).run().json();
        assert_eq!(summary["bounces"], 3, "{by}");
        let problems = summary["problems"].as_array().unwrap().clone();
        problems.iter().map(|p| format!("{} {}", p["count"], p["thing"].as_str().unwrap_or("-"))).collect::<Vec<_>>()
    };
    assert_eq!(by("problem"), ["2 -", "1 -"]);
    assert_eq!(by("cause"), ["2 mailbox-full", "1 recipient-unknown"]);
    assert_eq!(by("owner"), ["2 recipient", "1 sender"]);
    assert_eq!(by("domain"), ["2 example.com", "1 example.net"]);
    assert_eq!(by("provider"), ["3 example.com"]);
    assert_eq!(by("server"), ["3 mx.example.com"]);
    assert_eq!(by("rule").len(), 2);
    assert_eq!(by("day"), ["1 2026-10-03", "1 2026-10-02", "1 2026-10-01"]);
    for what in ["problem", "cause", "owner", "domain", "provider", "server", "rule", "day"] {
        let ran = Run::new(&["scan", "--by", what, path]).run();
        assert!(ran.stdout.contains("3 bounces"), "{what}: {}", ran.stdout);
    }
    let one = Run::new(&["scan", "--top", "1", path]).run().stdout;
    assert!(one.contains("Full mailboxes") && one.contains("1 more with 1 bounce; --top 2 shows all"), "{one}");
    let whole = Run::new(&["scan", "--json", "--summary", path]).run().json();
    for field in ["schema_version", "messages", "kinds", "duplicates", "settled_delays", "bounces", "problem_count"] {
        assert!(!whole[field].is_null(), "{field}");
    }
    assert_eq!(Run::new(&["scan", "--summary", path]).run().code, Some(2), "--summary is a form of --json");
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let dir = Dir::new();
    let closed = dir.file("in/closed.eml", postfix_bounce(FULL));
    dir.file("in/open.eml", postfix_bounce(FULL));
    dir.file("in/folder/x.eml", postfix_bounce(FULL));
    let folder = dir.path().join("in/folder");
    for path in [&closed, &folder] {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o0)).unwrap();
    }
    if std::fs::read(&closed).is_ok() {
        println!("skipped: this user may read everything");
    } else {
        let ran = Run::new(&["scan", "--json", dir.path().to_str().unwrap()]).run();
        assert_eq!((ran.code, sources(&ran, &dir)), (Some(2), vec!["in/open.eml".to_string()]));
        assert!(ran.stderr.contains("closed.eml") && ran.stderr.contains("folder"), "{}", ran.stderr);
    }
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700)).unwrap();
}

/// Ctrl-C ends with 130 and whole lines, also while standard input gives nothing; a reader that has enough is no fault.
#[cfg(target_os = "linux")]
#[test]
fn stops_in_time() {
    use std::io::{BufRead, BufReader, Read, Write};
    use std::process::{Command, Stdio};
    let scan = |args: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_whybounce"))
            .arg("scan")
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let interrupt = |id: u32| assert!(Command::new("kill").args(["-INT", &id.to_string()]).status().unwrap().success());
    // The messages of an mbox that never ends, up to the first answer.
    let endless = || {
        let mut child = scan(&["--json", "-"]);
        let mut stdin = child.stdin.take().unwrap();
        let text = mbox(&[&postfix_bounce(FULL)]).repeat(50);
        let feed = std::thread::spawn(move || while stdin.write_all(text.as_bytes()).is_ok() {});
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        out.read_line(&mut first).unwrap();
        (child, feed, out, first)
    };
    let (mut child, feed, mut out, first) = endless();
    interrupt(child.id());
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    feed.join().unwrap();
    for line in first.lines().chain(rest.lines()) {
        assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "not whole: {line}");
    }
    assert!(rest.is_empty() || rest.ends_with('\n'));
    // Input that does not come.
    let mut child = scan(&["-"]);
    let stdin = child.stdin.take();
    std::thread::sleep(std::time::Duration::from_millis(500));
    interrupt(child.id());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    drop(stdin);
    // Like `| head -1`.
    let (mut child, feed, out, _) = endless();
    drop(out);
    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    assert_eq!((child.wait().unwrap().code(), complaints.as_str()), (Some(0), ""));
    feed.join().unwrap();
}

/// The progress line fits a narrow terminal and is gone at the end; where nobody looks there is none.
#[cfg(target_os = "linux")]
#[test]
fn progress_is_for_terminals() {
    let slowly = "(echo; sleep 1.5; echo) | $PROGRAM scan --json --files-from /dev/null -";
    let Some((shown, _)) = crate::bin::on_terminal(&format!("stty rows 10 cols 25; {slowly} > /dev/null"), "") else {
        return;
    };
    let lines: Vec<&str> = shown.split('\r').map(|l| l.trim_start_matches("\u{1b}[2K")).collect();
    assert!(lines.iter().any(|l| l.contains(" messages, ")), "{shown:?}");
    assert!(lines.iter().all(|l| l.len() <= 25), "{shown:?}");
    assert!(shown.ends_with("\r\u{1b}[2K"), "{shown:?}");
    let (silent, _) = crate::bin::on_terminal(&format!("{slowly} 2>&1 > /dev/null | cat"), "").unwrap();
    assert_eq!(silent, "");
}

/// A list says why each address is on it, keeps what was there, and leaves off whom nothing is known to be wrong with.
#[test]
fn a_list_that_can_be_trusted() {
    let dir = Dir::new();
    let bounce = |to: &str, said: &str, more: &str| {
        format!(
            "From: MAILER-DAEMON@mail.example.org\nDate: Tue, 1 Dec 2026 10:00:00 +0000\nMessage-ID: <{to}>\nSubject: Undelivered Mail Returned to Sender\n\n\
             <{to}>{more}: host mx.example.com[192.0.2.25] said: {said} (in reply to RCPT TO command)\n"
        )
    };
    dir.file("1.eml", bounce("gone@example.com", "550 5.1.1 User unknown", ""));
    dir.file("2.eml", bounce("closed@example.com", "550 5.2.1 Mailbox disabled", ""));
    dir.file("3.eml", bounce("dead@example.net", "550 5.1.1 User unknown", " (expanded from <alias@example.com>)"));
    dir.file("4.eml", bounce("open@example.com", "550 5.2.0 mailbox is full or disabled", ""));
    let list = dir.path().join("list");
    let run = |args: &[&str]| {
        let mut all = vec!["scan", dir.path().to_str().unwrap(), "--suppress"];
        all.extend(args);
        Run::new(&all).run()
    };
    let path = list.to_str().unwrap().to_string();
    std::fs::write(&list, "old@example.org\n").unwrap();
    let ran = run(&[&path, "--merge"]);
    assert!(ran.stderr.contains("2 new, 3 in all"), "{}", ran.stderr);
    assert_eq!(std::fs::read_to_string(&list).unwrap(), "closed@example.com\ngone@example.com\nold@example.org\n");
    std::fs::remove_file(&list).unwrap();
    let table = run(&["-", "--suppress-format", "csv"]);
    let closed = table.stdout.lines().find(|l| l.starts_with("closed@")).expect("a row");
    assert!(
        closed.contains("mailbox-disabled,hard,")
            && closed.contains("2026-12-01,2026-12-01,1,closed@example.com,2027-05-30"),
        "{closed}"
    );
    assert!(table.stderr.contains("problem") || !table.stderr.is_empty(), "the summary goes to standard error");
    let lines = run(&["-", "--suppress-format", "jsonl"]);
    for line in lines.stdout.lines() {
        let one: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert!(one["address"].is_string() && one["count"] == 1, "{one}");
    }
    // What is not known to be one's own says nothing.
    let all = ["scan", dir.path().to_str().unwrap(), "--mine", "example.org", "--suppress", "-"];
    assert_eq!(Run::new(&all).run().stdout, "");
}
