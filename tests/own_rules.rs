//! Rules of one's own: asked first, checked, complained about.

use crate::bin::{Dir, Run, postfix_bounce};

const RULES: &str = r#"[{"id":"house-rule","cause":"policy-rejection","owner":"sender","says":["house rule seven"],
    "summary":"{host} applies house rule seven.","steps":["Read house rule seven."],"examples":["550 5.1.1 House rule seven forbids this"]}]"#;

#[test]
fn are_asked_first() {
    let dir = Dir::new();
    let file = dir.file("rules.json", RULES);
    let ran = Run::new(&["--json", "--rules", file.to_str().unwrap()]).stdin(postfix_bounce("550 5.1.1 User unknown, house rule seven")).run();
    let r = &ran.json()["recipients"][0];
    assert_eq!((&r["rule"], &r["cause"], &r["summary"]), (&"house-rule".into(), &"policy-rejection".into(), &"mx.example.com applies house rule seven.".into()));
}

#[test]
fn are_checked() {
    let dir = Dir::new();
    let good = dir.file("good.json", RULES);
    assert_eq!(Run::new(&["rules", "--check", good.to_str().unwrap()]).run().code, Some(0));
    let lost = dir.file("lost.json", RULES.replace("House rule seven forbids this", "Other words"));
    let ran = Run::new(&["rules", "--check", lost.to_str().unwrap()]).run();
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("house-rule"), "{}", ran.stderr);
    let bad = dir.file("bad.json", RULES.replace("policy-rejection", "nonsense"));
    let ran = Run::new(&["--rules", bad.to_str().unwrap()]).stdin("x").run();
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("house-rule") && ran.stderr.contains("cause"), "{}", ran.stderr);
}

/// What `rules --json` writes can be read back as a rule file.
#[test]
fn the_table_itself_is_a_rule_file() {
    let dir = Dir::new();
    let table = Run::new(&["rules", "--json"]).run().stdout;
    let file = dir.file("all.json", table);
    let ran = Run::new(&["rules", "--check", file.to_str().unwrap()]).run();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}
