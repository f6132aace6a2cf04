//! Every form of the command line: input, output, exit status.

use crate::bin::{Dir, Run, exchange_text, postfix_bounce};

const UNKNOWN: &str = "550 5.1.1 <you@example.com>: Recipient address rejected: User unknown in virtual mailbox table";

#[test]
fn a_file_a_pipe_and_a_dash_say_the_same() {
    let dir = Dir::new();
    let bounce = postfix_bounce(UNKNOWN);
    let file = dir.file("bounce.eml", &bounce);
    let from_file = Run::new(&[file.to_str().unwrap()]).run();
    assert_eq!(from_file.code, Some(0), "{}", from_file.stderr);
    assert!(from_file.stdout.contains("Not delivered: you@example.com"), "{}", from_file.stdout);
    assert!(from_file.stdout.contains("mx.example.com"), "{}", from_file.stdout);
    assert_eq!(from_file.stderr, "");
    let piped = Run::new::<&str>(&[]).stdin(&bounce).run();
    let dashed = Run::new(&["-"]).stdin(&bounce).run();
    assert_eq!(piped.stdout, from_file.stdout);
    assert_eq!(dashed.stdout, from_file.stdout);
}

#[test]
fn json_has_all_fields_and_no_others() {
    let ran = Run::new(&["--json"]).stdin(postfix_bounce(UNKNOWN)).run();
    let line = ran.json();
    let keys =
        |v: &serde_json::Value| v.as_object().unwrap().keys().cloned().collect::<std::collections::BTreeSet<_>>();
    let want = |names: &str| names.split_whitespace().map(str::to_string).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(
        keys(&line),
        want(
            "schema_version source kind generating_server software original recipients form reader date message_id provenance provenance_evidence key notes"
        )
    );
    assert_eq!(keys(&line["original"]), want("message_id from to subject date"));
    assert_eq!(
        keys(&line["recipients"][0]),
        want(
            "address original_address action status reply_code smtp_response remote_server rejected_by stage cause owner permanence confidence rule evidence summary remediation notes links also steps class retry retry_after did_you_mean list ip envelope_sender queue_id"
        )
    );
    let r = &line["recipients"][0];
    assert_eq!(line["source"], "-");
    assert_eq!(line["kind"], "failed");
    assert_eq!(line["software"], "Postfix");
    assert_eq!(line["generating_server"], "mail.example.org");
    assert_eq!(line["original"]["message_id"], "1@example.org");
    assert_eq!((&r["status"], &r["reply_code"], &r["stage"]), (&"5.1.1".into(), &550.into(), &"rcpt".into()));
    assert_eq!(
        (&r["cause"], &r["owner"], &r["permanence"]),
        (&"recipient-unknown".into(), &"sender".into(), &"permanent".into())
    );
    assert_eq!((&r["remote_server"], &r["rejected_by"]), (&"mx.example.com".into(), &"remote-server".into()));
    assert_eq!(r["smtp_response"], UNKNOWN);
}

#[test]
fn pasted_text_needs_no_headers() {
    let line = Run::new(&["--json"]).stdin(exchange_text(UNKNOWN)).run().json();
    assert_eq!(line["kind"], "failed");
    assert_eq!(line["generating_server"], "EX01.example.org");
    let r = &line["recipients"][0];
    assert_eq!(
        (&r["address"], &r["remote_server"], &r["cause"]),
        (&"you@example.com".into(), &"mx.example.com".into(), &"recipient-unknown".into())
    );
}

#[test]
fn several_files_are_named() {
    let dir = Dir::new();
    let a = dir.file("a.eml", postfix_bounce(UNKNOWN));
    let b = dir.file("b.eml", postfix_bounce("552 5.2.2 Mailbox full"));
    let ran = Run::new(&[&a, &b]).run();
    assert_eq!(ran.code, Some(0));
    assert!(ran.stdout.contains("a.eml") && ran.stdout.contains("b.eml"));
    let json = Run::new(&["--json".as_ref(), a.as_os_str(), b.as_os_str()]).run().lines();
    assert_eq!(json[1]["recipients"][0]["cause"], "mailbox-full");
}

#[test]
fn a_missing_file_is_named_and_the_rest_reported() {
    let dir = Dir::new();
    let a = dir.file("a.eml", postfix_bounce(UNKNOWN));
    let ran = Run::new(&["--json", "/no/such/file.eml", a.to_str().unwrap()]).run();
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("/no/such/file.eml"), "{}", ran.stderr);
    assert_eq!(ran.lines().len(), 1);
}

#[test]
fn what_is_no_report_is_said_calmly() {
    let mail = "From: a@example.org\nTo: b@example.com\nSubject: Lunch\nDate: Thu, 2 Jul 2026 10:00:00 +0000\n\nShall we meet at 12:30? Room 550 is free.\n";
    for input in [b"".as_slice(), b"\n\n", mail.as_bytes(), b"hello world"] {
        let ran = Run::new::<&str>(&[]).stdin(input).run();
        assert_eq!(ran.code, Some(1), "{}", ran.stdout);
        assert!(ran.stdout.contains("This is not a bounce"), "{}", ran.stdout);
        let line = Run::new(&["--json"]).stdin(input).run().json();
        assert_eq!(line["kind"], "not-a-bounce");
        assert_eq!(line["recipients"], serde_json::json!([]));
    }
    assert_eq!(Run::new(&["--exit-zero"]).stdin("hello").run().code, Some(0));
}

#[test]
fn colours_only_where_wanted() {
    let bounce = postfix_bounce(UNKNOWN);
    let escape = '\u{1b}';
    let run = |args: &[&str]| Run::new(args).stdin(&bounce);
    assert!(!run(&[]).run().stdout.contains(escape), "a pipe is no terminal");
    assert!(run(&["--color", "always"]).run().stdout.contains(escape));
    assert!(!run(&["--color", "never"]).run().stdout.contains(escape));
    assert!(!run(&[]).env("NO_COLOR", "1").run().stdout.contains(escape));
    assert!(
        run(&["--color", "always"]).env("NO_COLOR", "1").run().stdout.contains(escape),
        "an option outranks the environment"
    );
}

#[test]
fn wrong_usage_is_two() {
    for args in [&["--no-such-option"][..], &["scan"], &["--color", "blue", "x"]] {
        assert_eq!(Run::new(args).run().code, Some(2), "{args:?}");
    }
    assert_eq!(Run::new(&["--version"]).run().code, Some(0));
    assert!(Run::new(&["--help"]).run().stdout.contains("Usage:"));
}

#[test]
fn explains_codes_replies_causes_and_rules() {
    let cause = |what: &[&str]| {
        let mut args = vec!["explain", "--json"];
        args.extend(what);
        Run::new(&args).run().json()
    };
    let r = cause(&["550 5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy."]);
    assert_eq!((&r["cause"], &r["status"], &r["reply_code"]), (&"dmarc-failure".into(), &"5.7.26".into(), &550.into()));
    assert!(r["address"].is_null() && r["action"].is_null());
    assert_eq!(cause(&["5.7.509"])["cause"], "dmarc-failure");
    assert_eq!(cause(&["552", "5.2.2", "Mailbox", "full"])["cause"], "mailbox-full");
    assert_eq!(cause(&["550-5.1.1 The account\n550 5.1.1 does not exist"])["cause"], "recipient-unknown");
    assert_eq!(cause(&["mailbox-full"])["id"], "mailbox-full");
    let rule = cause(&["5.1.1"])["rule"].as_str().unwrap().to_string();
    assert_eq!(cause(&[&rule])["id"], rule.as_str());
    assert!(Run::new(&["explain", "mailbox-full"]).run().stdout.contains("Mailbox full"));
    let nothing = Run::new(&["explain", "no-such-thing"]).run();
    assert_eq!((nothing.code, nothing.stdout.as_str()), (Some(1), ""));
}

#[test]
fn rules_are_listed() {
    let rules = Run::new(&["rules", "--json"]).run().json();
    let rules = rules.as_array().unwrap();
    assert!(
        rules
            .iter()
            .all(|r| r["id"].is_string() && r["cause"].is_string() && !r["examples"].as_array().unwrap().is_empty())
    );
    assert_eq!(Run::new(&["rules"]).run().stdout.lines().count(), rules.len());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_two_and_a_closed_pipe_quiet() {
    use std::process::{Command, Stdio};
    let full = Command::new(env!("CARGO_BIN_EXE_whybounce"))
        .args(["rules", "--json"])
        .stdout(std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(full.status.code(), Some(2));
    assert!(!full.stderr.is_empty());
    let mut child = Command::new(env!("CARGO_BIN_EXE_whybounce"))
        .args(["rules", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_help_colours_and_a_hint() {
    use crate::bin::on_terminal;
    let dir = Dir::new();
    let file = dir.file("bounce.eml", postfix_bounce(UNKNOWN));
    let file = file.to_str().unwrap();
    let Some((nothing, code)) = on_terminal("$PROGRAM", "") else { return };
    assert!(nothing.contains("Usage:"), "{nothing}");
    assert_eq!(code, Some(2), "nothing was given");
    let (pasted, code) = on_terminal("$PROGRAM -", "550 5.1.1 User unknown\n\x04").unwrap();
    assert!(pasted.contains("Ctrl-D"), "{pasted}");
    assert_eq!(code, Some(0), "{pasted}");
    let (coloured, _) = on_terminal(&format!("$PROGRAM {file}"), "").unwrap();
    assert!(coloured.contains("\x1b["), "{coloured:?}");
    for plain in ["TERM=dumb", "NO_COLOR=1"] {
        let (plain, _) = on_terminal(&format!("env {plain} $PROGRAM {file}"), "").unwrap();
        assert!(!plain.contains('\x1b') && plain.contains("Not delivered"), "{plain:?}");
    }
    let (wide, _) = on_terminal(&format!("env COLUMNS=40 $PROGRAM --color never {file}"), "").unwrap();
    assert!(wide.lines().filter(|l| !l.contains("://")).all(|l| l.chars().count() <= 40), "{wide}");
}

/// One Ctrl-D ends what is pasted, also behind a last line without its end, however much there was.
#[cfg(target_os = "linux")]
#[test]
fn a_paste_ends_with_one_ctrl_d() {
    use crate::bin::on_terminal;
    let long = postfix_bounce(UNKNOWN);
    for command in ["$PROGRAM -", "$PROGRAM --json -", "$PROGRAM scan --json -", "$PROGRAM scan -"] {
        for text in ["550 5.1.1 User unknown\n", "550 5.1.1 User unknown", &long, long.trim_end()] {
            let Some((shown, code)) = on_terminal(command, &format!("{text}\x04")) else { return };
            assert!(shown.contains("paste the bounce, then press Ctrl-D"), "{command}: {shown}");
            assert!(
                shown.contains("No such mailbox") || shown.contains("recipient-unknown") || shown.contains("1 bounce"),
                "{shown}"
            );
            assert_eq!(code, Some(0), "{command}: {shown}");
        }
    }
    let (nothing, code) = on_terminal("$PROGRAM -", "\x04").unwrap();
    assert!(nothing.contains("This is not a bounce"), "{nothing}");
    assert_eq!(code, Some(1));
}

/// A shell's `<(…)` can be read once; looking at what it is must not cost its beginning.
#[cfg(target_os = "linux")]
#[test]
fn a_pipe_as_a_file_is_read_whole() {
    use std::process::Command;
    let dir = Dir::new();
    let bounce = postfix_bounce(UNKNOWN);
    dir.file("bounce.eml", &bounce);
    dir.file("many.mbox", format!("From MAILER-DAEMON Thu Jul  2 10:00:00 2026\n{bounce}\n").repeat(3));
    let run = |shell: &str| {
        let shell = shell.replace("whybounce", env!("CARGO_BIN_EXE_whybounce"));
        let output = Command::new("bash").args(["-c", &shell]).current_dir(dir.path()).output();
        output.ok().map(|o| String::from_utf8(o.stdout).unwrap())
    };
    let Some(one) = run("whybounce --json <(cat bounce.eml)") else {
        println!("skipped: there is no bash");
        return;
    };
    assert!(one.contains("\"you@example.com\"") && one.contains("\"mail.example.org\""), "{one}");
    for many in
        ["whybounce --json <(cat many.mbox)", "whybounce scan --json <(cat many.mbox)", "whybounce --json < many.mbox"]
    {
        let many = run(many).unwrap();
        assert_eq!(many.lines().count(), 3, "{many}");
        assert!(many.lines().nth(2).unwrap().contains("#3\""), "{many}");
    }
    let null = Run::new(&["--json", "/dev/null"]).run();
    assert_eq!((null.code, null.json()["kind"].as_str()), (Some(1), Some("not-a-bounce")));
}

#[test]
fn json_escapes_what_a_terminal_would_obey() {
    let ran = Run::new(&["--json"]).stdin(postfix_bounce("550 5.1.1 User unknown \u{9b}31m\u{202e}x")).run();
    assert!(ran.stdout.contains("\\u009b31m\\u202e"), "{}", ran.stdout);
}

#[test]
fn options_stand_anywhere() {
    let bounce = postfix_bounce(UNKNOWN);
    let dir = Dir::new();
    let file = dir.file("a.eml", &bounce);
    let file = file.to_str().unwrap();
    let same = |forms: &[&[&str]]| {
        let want = Run::new(forms[0]).run();
        assert_eq!((want.code, want.stderr.as_str()), (Some(0), ""), "{:?}", forms[0]);
        assert!(!want.stdout.is_empty());
        for args in &forms[1..] {
            let ran = Run::new(args).run();
            assert_eq!((ran.code, ran.stdout, ran.stderr.as_str()), (Some(0), want.stdout.clone(), ""), "{args:?}");
        }
    };
    same(&[
        &["--json", file],
        &[file, "--json"],
        &["scan", file, "--json"],
        &["scan", "--json", file],
        &["--json", "scan", file],
    ]);
    same(&[
        &["scan", "--json", "--summary", file],
        &["--json", "scan", "--summary", file],
        &["scan", "--summary", file, "--json"],
    ]);
    same(&[&["explain", "--json", "5.7.27"], &["explain", "5.7.27", "--json"], &["--json", "explain", "5.7.27"]]);
    same(&[
        &["explain", "552", "5.2.2", "Mailbox", "full"],
        &["--color", "never", "explain", "552", "5.2.2", "Mailbox", "full"],
        &["explain", "552 5.2.2 Mailbox full", "--color=never"],
    ]);
    same(&[&["rules", "--json"], &["--json", "rules"]]);
    same(&[&["causes", "--json"], &["--json", "causes"]]);
    same(&[
        &["--color", "always", "scan", file],
        &["scan", "--color", "always", file],
        &["scan", file, "--color", "always"],
    ]);
    assert_eq!(Run::new(&["scan", "--exit-zero", "/dev/null"]).run().code, Some(0));
    assert_eq!(Run::new(&["--exit-zero", "scan", "/dev/null"]).run().code, Some(0));
    assert_eq!(Run::new(&["--exit-zero", "/no/such/file"]).run().code, Some(2));
    // What does not go together does not from both sides.
    for wrong in [
        &["--json", "scan", "--csv", file][..],
        &["scan", "--csv", "--json", file],
        &["scan", "--summary", file],
        &[file, "--json", "scan", file],
    ] {
        let ran = Run::new(wrong).run();
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{wrong:?}");
    }
    // A file that is called like a command.
    dir.file("scan", &bounce);
    for args in [&["./scan"][..], &["a.eml", "scan"]] {
        assert_eq!(Run::new(args).dir(dir.path()).run().code, Some(0), "{args:?}");
    }
}

#[test]
fn a_reply_in_the_place_of_a_file_is_explained() {
    for reply in [
        "550 5.1.1 User unknown",
        "550",
        "5.7.26",
        "host mx.example.com said: 552 5.2.2 Mailbox full",
        "550-5.7.1 a\n550 5.7.1 spam",
    ] {
        let (plain, explained) = (Run::new(&[reply]).run(), Run::new(&["explain", reply]).run());
        assert_eq!((plain.code, plain.stderr.as_str()), (Some(0), ""), "{reply}");
        assert_eq!(plain.stdout, explained.stdout, "{reply}");
        // A message object here, and the same verdict as on a pipe; `explain` gives the recipient alone.
        let mut message = Run::new(&["--json", reply]).run().json();
        assert_eq!(message["source"], reply);
        let mut piped = Run::new(&["--json"]).stdin(reply).run().json();
        let recipient = Run::new(&["explain", "--json", reply]).run().json();
        assert_eq!(message["recipients"][0]["cause"], recipient["cause"], "{reply}");
        for line in [&mut message, &mut piped] {
            line.as_object_mut().unwrap().remove("source");
        }
        assert_eq!(message, piped, "{reply}");
    }
    for path in [
        "/var/mail/550 5.1.1 User unknown",
        "550 5.1.1 User unknown.eml",
        "./550",
        "My pictures",
        "bounce-5.1.1",
        "mailbox-full",
    ] {
        let ran = Run::new(&[path]).run();
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{path}");
        assert!(ran.stderr.contains(path), "{}", ran.stderr);
    }
    // Files go first, and of several arguments each is one.
    let dir = Dir::new();
    dir.file("552 5.2.2 Mailbox full", postfix_bounce(UNKNOWN));
    let ran = Run::new(&["--json", "552 5.2.2 Mailbox full"]).dir(dir.path()).run();
    assert_eq!(ran.json()["recipients"][0]["cause"], "recipient-unknown");
    assert_eq!(Run::new(&["550", "551"]).run().code, Some(2));
    // A hyphen begins replies too.
    for args in
        [&["explain", "-ERR [AUTH] Username and password not accepted"][..], &["explain", "-ERR", "login", "failed"]]
    {
        let ran = Run::new(args).run();
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn causes_and_owners_are_listed() {
    use whybounce::terms::{Cause, Owner};
    let text = Run::new(&["causes"]).run().stdout;
    let (causes, owners) = text.split_once("\n\n").expect("two lists");
    let ids = |list: &str| list.lines().map(|l| l.split_whitespace().next().unwrap().to_string()).collect::<Vec<_>>();
    assert_eq!(ids(causes), Cause::ALL.iter().map(|c| c.id()).collect::<Vec<_>>());
    assert_eq!(ids(owners), Owner::ALL.iter().map(|o| o.id()).collect::<Vec<_>>());
    let json = Run::new(&["causes", "--json"]).run().json();
    for (entry, line) in json.as_array().unwrap().iter().zip(causes.lines()) {
        let id = entry["id"].as_str().unwrap();
        let mut words = line.split_whitespace();
        assert_eq!((words.next(), words.next()), (Some(id), entry["default_owner"].as_str()));
        assert_eq!(*entry, Run::new(&["explain", "--json", id]).run().json());
    }
    for id in ["greylisted", "unknown", "spf-failure"] {
        let text = Run::new(&["explain", id]).run().stdout;
        assert!(!text.contains("What the nobody") && !text.contains("What the unknown"), "{text}");
    }
}

#[test]
fn classes_successes_and_numbers_of_dialogs_are_explained() {
    for (what, says) in [
        ("4.x.x", "not now"),
        ("5.x.x", "for good"),
        ("5xx", "for good"),
        ("2.0.0", "no refusal"),
        ("2.1.5", "no refusal"),
        ("250", "no refusal"),
        ("354", "waits for more"),
    ] {
        let ran = Run::new(&["explain", what]).run();
        assert!(ran.code == Some(0) && ran.stdout.contains(says), "{what}: {}{}", ran.stdout, ran.stderr);
        assert_eq!(Run::new(&["explain", "--json", what]).run().json()["code"], what);
    }
    for (what, cause) in
        [("0x800CCC0F", "connection-failed"), ("0x800ccc79", "relay-denied"), ("5.7.510-511", "policy-rejection")]
    {
        assert_eq!(Run::new(&["explain", "--json", what]).run().json()["cause"], cause, "{what}");
    }
    assert_eq!(Run::new(&["explain"]).run().stdout, Run::new(&["causes"]).run().stdout);
}
