//! The README's examples are what the program does. `UPDATE=1 cargo test readme` rewrites them after a change of words.

use std::fs;

use crate::bin::{Dir, Run, root};
use crate::triage::planted;

/// The code blocks of a Markdown text: what stands behind the fence, the lines, and where the lines begin and end.
fn blocks(text: &str) -> Vec<(&str, &str, std::ops::Range<usize>)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find("```").map(|o| at + o) {
        let start = text[open..].find('\n').map_or(text.len(), |n| open + n + 1);
        let Some(end) = text[start..].find("```").map(|e| start + e) else { break };
        out.push((text[open + 3..start].trim(), &text[start..end], start..end));
        at = end + 3;
    }
    out
}

fn block<'a>(text: &'a str, kind: &str, n: usize) -> (&'a str, std::ops::Range<usize>) {
    let (_, body, place) = blocks(text)
        .into_iter()
        .filter(|(k, ..)| *k == kind)
        .nth(n)
        .unwrap_or_else(|| panic!("the README has no {kind} block number {n}"));
    (body, place)
}

/// The README with each example's output as the program gives it now.
fn as_it_is(text: &str) -> String {
    let bounce = block(text, "text", 0).0.to_string();
    let dir = Dir::new();
    let file = dir.file("bounce.txt", &bounce);
    let diagnosis = Run::new(&[&file]).run();
    assert_eq!(diagnosis.code, Some(0), "{}", diagnosis.stderr);
    let json = Run::new(&["--json"]).stdin(&bounce).run().json();
    planted(&dir, "Maildir");
    let maildir = dir.path().join("Maildir");
    let summary = Run::new(&["scan".as_ref(), "--top".as_ref(), "3".as_ref(), maildir.as_os_str()]).run();
    let mut text = text.to_string();
    for (kind, n, lines) in [
        ("console", 0, format!("$ whybounce bounce.txt\n{}", diagnosis.stdout)),
        ("console", 1, format!("$ whybounce scan --top 3 Maildir\n{}", summary.stdout)),
        ("json", 0, format!("{json:#}\n")),
    ] {
        let place = block(&text, kind, n).1;
        text.replace_range(place, &lines);
    }
    text
}

#[test]
fn examples_are_what_the_program_writes() {
    let path = root().join("README.md");
    let text = fs::read_to_string(&path).expect("the README");
    let now = as_it_is(&text);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, now).expect("the README can be written");
        return;
    }
    for (n, (written, is)) in text.lines().zip(now.lines()).enumerate() {
        assert_eq!(written, is, "line {} of README.md; UPDATE=1 cargo test readme rewrites it", n + 1);
    }
    assert_eq!(text.len(), now.len(), "the README's examples are longer or shorter");
}

#[test]
fn the_rule_files_are_right() {
    let text = fs::read_to_string(root().join("README.md")).expect("the README");
    let dir = Dir::new();
    let files: Vec<&str> =
        blocks(&text).into_iter().filter(|(kind, ..)| *kind == "toml").map(|(_, body, _)| body).collect();
    assert_eq!(files.len(), 3);
    for body in files {
        let file = dir.file("rules.toml", body);
        let ran = Run::new(&["rules", "--check", file.to_str().unwrap()]).run();
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{body}");
    }
}

/// Each folder of rules is named.
#[test]
fn the_folders_of_rules_are_there() {
    let text = fs::read_to_string(root().join("README.md")).expect("the README");
    for entry in fs::read_dir(root().join("src/rules/data")).expect("the rules") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        assert!(text.contains(&format!("`{name}`")), "the README does not name {name}");
    }
}

/// Every option, cause word and field that the program has is explained, and nothing that it has not.
#[test]
fn fields_of_the_tables_exist() {
    let text = fs::read_to_string(root().join("README.md")).expect("the README");
    for field in whybounce::internal::rules::FIELDS {
        assert!(text.contains(&format!("`{field}`")), "the README does not explain the field {field} of rules");
    }
    let help = ["scan", "rules", "explain"].map(|c| Run::new(&[c, "--help"]).run().stdout).concat();
    // Those of other programs in commands that are shown.
    let others = ["--path", "--release", "--to", "--quit-after", "--from", "--since"];
    for option in text.split('`').flat_map(str::split_whitespace).filter(|w| w.starts_with("--") && !w.ends_with("---"))
    {
        let option = option.trim_end_matches([',', ']', ')']);
        assert!(help.contains(option) || others.contains(&option), "{option} is no option");
    }
}

/// The command of "Try it" names a file that is there.
#[test]
fn the_bundled_bounce_is_there() {
    let text = fs::read_to_string(root().join("README.md")).expect("the README");
    let file = text
        .split_whitespace()
        .find(|w| w.starts_with("fixtures/") && (w.ends_with(".txt") || w.ends_with(".eml")))
        .expect("the README names a fixture");
    let ran = Run::new(&[root().join(file)]).run();
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{file}");
}
