//! Rules of one's own: asked first, checked, complained about.

use crate::bin::{Dir, Ran, Run, postfix_bounce};

const JSON: &str = r#"[{"id":"house-rule","cause":"policy-rejection","owner":"sender","says":["house rule seven"],
    "summary":"{host} applies house rule seven.","steps":["Read house rule seven."],"examples":["550 5.1.1 House rule seven forbids this"]}]"#;

const TOML: &str = r#"
[[rule]]
id = "house-rule"
cause = "policy-rejection"
owner = "sender"
says = ["house rule seven"]
summary = "{host} applies house rule seven."
steps = ["Read house rule seven."]
examples = ["550 5.1.1 House rule seven forbids this"]
"#;

fn check(dir: &Dir, name: &str, text: impl AsRef<[u8]>) -> Ran {
    let file = dir.file(name, text);
    Run::new(&["rules", "--check", file.to_str().unwrap()]).run()
}

#[test]
fn are_asked_first() {
    let dir = Dir::new();
    for (name, rules) in [("rules.json", JSON), ("rules.toml", TOML)] {
        let file = dir.file(name, rules);
        let ran = Run::new(&["--json", "--rules", file.to_str().unwrap()])
            .stdin(postfix_bounce("550 5.1.1 User unknown, house rule seven"))
            .run();
        let r = &ran.json()["recipients"][0];
        assert_eq!(
            (&r["rule"], &r["cause"], &r["summary"], &r["remediation"][0]),
            (
                &"house-rule".into(),
                &"policy-rejection".into(),
                &"mx.example.com applies house rule seven.".into(),
                &"Read house rule seven.".into()
            )
        );
    }
}

#[test]
fn are_checked() {
    let dir = Dir::new();
    let good = check(&dir, "good.toml", TOML);
    assert_eq!((good.code, good.stdout.as_str()), (Some(0), "1 rules, 1 examples, 0 lost\n"));
    let bad = dir.file("bad.json", JSON.replace("policy-rejection", "nonsense"));
    let ran = Run::new(&["--rules", bad.to_str().unwrap()]).stdin("x").run();
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("bad.json:1: rule house-rule: “nonsense” is no cause"), "{}", ran.stderr);
}

/// Why an example is lost.
#[test]
fn a_lost_example_says_why() {
    let dir = Dir::new();
    let example = "House rule seven forbids this";
    for (rules, want) in [
        (TOML.replace(example, "User unknown"), "no phrase of `says` occurs in “550 5.1.1 user unknown”"),
        (TOML.replace("owner = \"sender\"", "stage = [\"eod\"]"), "`stage` wants eod, and the example has none"),
        (
            TOML.replace("owner = \"sender\"", "codes = [\"5.7.1\"]"),
            "`codes` wants 5.7.1, and the example has 550 5.1.1",
        ),
        (
            TOML.to_string() + &TOML.replace("house-rule", "late").replace("house rule seven\"]", "rule seven\"]"),
            "it applies, but house-rule stands above it",
        ),
    ] {
        let ran = check(&dir, "lost.toml", rules);
        assert_eq!(ran.code, Some(2));
        assert!(ran.stderr.contains(want), "{}", ran.stderr);
    }
}

/// All faults are told at once, each on a line of its own; what is only a matter of style does not stop anybody.
#[test]
fn faults_and_remarks_are_told() {
    let dir = Dir::new();
    let ran = check(&dir, "bad.toml", TOML.replace("sender", "sendr").replace("says = [\"house", "says = [\"House"));
    assert_eq!(ran.code, Some(2));
    let lines: Vec<&str> = ran.stderr.lines().collect();
    assert_eq!(lines.len(), 2, "{}", ran.stderr);
    assert!(
        lines[0].contains("bad.toml:5: rule house-rule: “sendr” is no owner; did you mean “sender”?"),
        "{}",
        lines[0]
    );
    assert!(lines[1].contains("bad.toml:6: ") && lines[1].contains("write “house rule seven”"), "{}", lines[1]);
    let ran = check(&dir, "style.toml", TOML.replace("Read house rule seven.", "You must read it"));
    assert_eq!(ran.code, Some(0));
    assert!(ran.stderr.contains("style.toml:8: rule house-rule: style: a step"), "{}", ran.stderr);
}

/// What `rules --json` writes can be read back as a rule file.
#[test]
fn the_table_itself_is_a_rule_file() {
    let dir = Dir::new();
    let table = Run::new(&["rules", "--json"]).run().stdout;
    let ran = check(&dir, "all.json", table);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}
