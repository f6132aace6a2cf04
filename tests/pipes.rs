//! `--pipe` and `--input jsonl`: for programs that hand messages over.

use serde_json::Value;

use crate::bin::Run;

const REPLY: &str = "550 5.1.1 <bob@example.com>: User unknown";

#[test]
fn lines_in_and_lines_out() {
    let input = format!(
        "{{\"key\": \"a\", \"message\": \"{REPLY}\"}}\n\nnot json\n{{\"key\": [1, {{}}], \"message_base64\": \"NTUyIDUuMi4yIE1haWxib3ggZnVsbA==\"}}\n\
         {{\"key\": 3}}\n{{\"key\": null, \"message\": \"Hello\"}}"
    );
    let ran = Run::new(&["--input", "jsonl"]).stdin(input).run();
    let lines: Vec<Value> = ran.stdout.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(lines.len(), 5, "{}", ran.stdout);
    assert_eq!((&lines[0]["key"], &lines[0]["recipients"][0]["cause"]), (&"a".into(), &"recipient-unknown".into()));
    assert!(
        lines[1]["key"].is_null() && lines[1]["error"].as_str().is_some_and(|e| e.contains("line 3")),
        "{}",
        lines[1]
    );
    assert_eq!(lines[2]["key"], serde_json::json!([1, {}]));
    assert_eq!(lines[2]["recipients"][0]["cause"], "mailbox-full");
    assert_eq!(lines[3]["key"], 3);
    assert!(lines[3]["error"].is_string() && lines[3].as_object().is_some_and(|o| o.len() == 2), "{}", lines[3]);
    assert_eq!(lines[4]["kind"], "not-a-bounce");
    assert_eq!(ran.code, Some(2), "two lines could not be read");
}

#[test]
fn slim_leaves_the_prose_out() {
    let ran = Run::new(&["--json", "--output", "slim"]).stdin(REPLY).run();
    let line = ran.json();
    for gone in ["summary", "remediation", "steps", "notes", "links"] {
        assert!(line["recipients"][0].get(gone).is_none(), "{gone}");
    }
    assert_eq!(line["recipients"][0]["cause"], "recipient-unknown");
}

#[test]
fn a_pipe_ends_with_nothing_or_try_later() {
    for (input, args) in
        [(REPLY, &["--pipe", "--json"] as &[&str]), ("Hello", &["--pipe"]), ("", &["--pipe", "--json"])]
    {
        assert_eq!(Run::new(args).stdin(input).run().code, Some(0), "{args:?}");
    }
    for args in [
        &["--pipe", "--no-such-option"] as &[&str],
        &["--pipe", "--rules", "/no/such/file"],
        &["--pipe", "--mine", "a b"],
    ] {
        assert_eq!(Run::new(args).stdin(REPLY).run().code, Some(75), "{args:?}");
    }
}

/// What cannot be written is not written in part, and the mail server keeps the mail.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_try_later() {
    use std::io::Write;
    use std::process::{Command, Stdio};

    let full = std::fs::File::options().write(true).open("/dev/full").expect("a full device");
    let mut child = Command::new(env!("CARGO_BIN_EXE_whybounce"))
        .args(["--pipe", "--json"])
        .stdin(Stdio::piped())
        .stdout(full)
        .stderr(Stdio::null())
        .spawn()
        .expect("the program");
    child.stdin.take().expect("its input").write_all(REPLY.as_bytes()).expect("room");
    assert_eq!(child.wait().expect("an end").code(), Some(75));
}

/// Deliveries side by side append whole lines to one file.
#[cfg(unix)]
#[test]
fn side_by_side_lines_stay_whole() {
    use std::io::Write;
    use std::process::{Command, Stdio};

    let dir = crate::bin::Dir::new();
    let path = dir.path().join("all.jsonl");
    let mut children = Vec::new();
    for n in 0..24 {
        let file = std::fs::File::options().append(true).create(true).open(&path).expect("a file");
        let mut child = Command::new(env!("CARGO_BIN_EXE_whybounce"))
            .args(["--pipe", "--json"])
            .stdin(Stdio::piped())
            .stdout(file)
            .spawn()
            .expect("the program");
        let reply = format!("550 5.1.1 <user{n}@example.com>: User unknown {}", "x".repeat(400));
        child.stdin.take().expect("its input").write_all(reply.as_bytes()).expect("room");
        children.push(child);
    }
    for mut child in children {
        assert_eq!(child.wait().expect("an end").code(), Some(0));
    }
    let text = std::fs::read_to_string(&path).expect("the file");
    let lines: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).expect("a whole line")).collect();
    assert_eq!(lines.len(), 24);
}
