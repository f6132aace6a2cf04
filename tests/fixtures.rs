//! Every `.eml` under fixtures/ with the JSON beside it, with each kind of line end.
//!
//! `UPDATE=1 cargo test fixtures` rewrites the expected files; look at what changed before you commit it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use whybounce::output::json;
use whybounce::{Table, diagnose};

use crate::bin::root;

fn walk(dir: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(dir).expect("fixtures").map(|e| e.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            // Ordinary texts have nothing to pin down; tests/ordinary.rs looks at them.
            if !(path.ends_with("negatives") || path.ends_with("quoted")) {
                walk(&path, out);
            }
        } else if path.extension().is_some_and(|e| e == "eml" || e == "txt") {
            out.push(path);
        }
    }
}

/// All fixtures, in order.
pub(crate) fn all() -> Vec<PathBuf> {
    let mut files = Vec::new();
    walk(&root().join("fixtures"), &mut files);
    assert!(files.len() > 10, "the fixtures are missing");
    files
}

fn line(raw: &[u8], table: &Table) -> Value {
    let mut out = Vec::new();
    json::write_message(&mut out, "fixture", &diagnose(raw, table));
    serde_json::from_slice(&out).expect("JSON")
}

/// What a fixture pins down: everything but the prose, which has tests of its own and is free to get better.
fn facts(mut line: Value) -> Value {
    line.as_object_mut().expect("an object").remove("source");
    for r in line["recipients"].as_array_mut().expect("recipients") {
        let r = r.as_object_mut().expect("an object");
        for prose in ["summary", "remediation", "steps", "notes", "links"] {
            r.remove(prose);
        }
    }
    line
}

#[test]
fn each_is_diagnosed_as_expected() {
    let table = Table::default().indexed();
    let files = all();
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for file in &files {
        let raw = fs::read(file).expect("a fixture");
        let got = facts(line(&raw, &table));
        let expected = file.with_extension("json");
        if update {
            fs::write(&expected, format!("{got:#}\n")).expect("the expected file");
            continue;
        }
        let want: Value = match fs::read(&expected) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|e| panic!("{}: {e}", expected.display())),
            Err(e) => panic!("{}: {e}", expected.display()),
        };
        let lf: Vec<u8> = String::from_utf8_lossy(&raw).replace("\r\n", "\n").into_bytes();
        let ends = |end: &[u8]| lf.split(|b| *b == b'\n').collect::<Vec<_>>().join(end);
        for (name, bytes) in [("as it is", raw.clone()), ("CRLF", ends(b"\r\n")), ("CR", ends(b"\r"))] {
            // The conversion goes through UTF-8; what is not UTF-8 is compared as it is only.
            if name != "as it is" && std::str::from_utf8(&raw).is_err() {
                continue;
            }
            let got = facts(line(&bytes, &table));
            if got != want {
                let failed = file.with_extension("failed");
                fs::write(&failed, format!("{got:#}\n")).expect("the failed file");
                wrong.push(format!("{} ({name}); see {}", file.display(), failed.display()));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{} fixtures differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// The truth, written down by whoever scripted the servers and independent of what the program says.
#[test]
fn the_truth_is_met() {
    let table = Table::default().indexed();
    let folder = root().join("fixtures");
    let truth = fs::read_to_string(folder.join("EXPECT.tsv")).expect("EXPECT.tsv");
    let mut wrong = Vec::new();
    let mut lines = 0;
    for row in truth.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [path, kind, address, status, reply, remote, cause, owner] = cells[..] else {
            panic!("eight cells: {row}")
        };
        lines += 1;
        let got = line(&fs::read(folder.join(path)).expect("a fixture"), &table);
        if got["kind"] != kind {
            wrong.push(format!("{path}: kind {} instead of {kind}", got["kind"]));
        }
        let text = |v: &Value| {
            v.as_str().map(str::to_string).or_else(|| v.as_u64().map(|n| n.to_string())).unwrap_or_else(|| "-".into())
        };
        let recipients = got["recipients"].as_array().expect("recipients");
        let Some(r) = recipients.iter().find(|r| text(&r["address"]) == address) else {
            if address != "-" || cause != "-" {
                wrong.push(format!("{path}: no recipient {address}"));
            }
            continue;
        };
        let wanted =
            [("status", status), ("reply_code", reply), ("remote_server", remote), ("cause", cause), ("owner", owner)];
        for (field, want) in wanted {
            if text(&r[field]) != want {
                wrong.push(format!("{path}: {field} {} instead of {want} ({})", text(&r[field]), r["rule"]));
            }
        }
    }
    assert!(lines > 150, "only {lines} lines of truth");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
