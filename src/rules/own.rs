//! Rules of one's own: a file in the format of the program's own data files, or in the JSON that `whybounce rules --json`
//! writes.

pub use super::format::fields::FIELDS;
use std::fmt;

use super::built_in::SHARED;
use super::format::fault::Fault;
use super::format::node::Node;
use super::format::read::{self, Contents};
use super::rule::Rule;

/// The rules of a file.
///
/// ```
/// use whybounce::{RuleSet, Table};
///
/// let rules = RuleSet::read("house.toml", br#"
/// [[rule]]
/// id = "house-rule"
/// cause = "policy-rejection"
/// says = ["house rule seven"]
/// "#).unwrap();
/// let table = Table::with(rules);
/// assert_eq!(table.rules().next().unwrap().0.id, "house-rule");
/// ```
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    rules: Vec<Rule>,
    remarks: Vec<Fault>,
}

/// Why a file gives no rules: all that is wrong with it.
///
/// ```
/// use whybounce::RuleSet;
///
/// let faults = RuleSet::read("house.toml", b"[[rule]]\nid = 'a'\ncause = 'mailbox-ful'\nsays = ['abcd']\n").unwrap_err();
/// let [fault] = faults.all() else { panic!("one fault") };
/// assert_eq!((fault.file.as_str(), fault.line), ("house.toml", 3));
/// assert!(faults.to_string().ends_with("“mailbox-ful” is no cause; did you mean “mailbox-full”?"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Each fault.
    #[must_use]
    pub fn all(&self) -> &[Fault] {
        &self.0
    }
}

impl fmt::Display for Faults {
    /// A line for each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, fault) in self.0.iter().enumerate() {
            if n > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

impl RuleSet {
    /// Reads a rule file, TOML or JSON. `file` is what it is called in messages.
    ///
    /// # Errors
    /// All faults of the file, each with its line and what to do.
    pub fn read(file: &str, content: &[u8]) -> Result<Self, Faults> {
        let fault = |line: usize, what: String| Faults(vec![Fault { file: file.into(), line, what }]);
        let text = std::str::from_utf8(content).map_err(|e| {
            let line = content[..e.valid_up_to()].iter().filter(|b| **b == b'\n').count() + 1;
            fault(line, "it is not UTF-8; save the file as UTF-8".into())
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let whole = if is_json(text) {
            Node::from_json(text).map_err(|(line, why)| fault(line, format!("it is not valid JSON: {why}")))?
        } else {
            Node::from_toml(text).map_err(|(line, why)| fault(line, format!("it is not valid TOML: {why}")))?
        };
        // What the program's own files share is at hand here as well, so that a rule can be copied from there.
        let program = Node::from_toml(SHARED).map(|node| read::shared("shared.toml", &node).0).unwrap_or_default();
        let Contents { rules, faults, remarks } = read::rules(file, &whole, &program);
        if !faults.is_empty() {
            return Err(Faults(faults));
        }
        Ok(Self { rules: rules.into_iter().map(|located| located.rule).collect(), remarks })
    }

    /// How many rules there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Are there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// What the program's own rules would not be allowed: a rule without an example, and matters of style.
    #[must_use]
    pub fn remarks(&self) -> &[Fault] {
        &self.remarks
    }

    /// The rules in the order of the file.
    pub(crate) fn into_rules(self) -> impl Iterator<Item = Rule> {
        self.rules.into_iter()
    }
}

/// TOML begins with a name or, in brackets, with one; JSON with an object or a list of objects.
fn is_json(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with('{') || text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', ']', '"']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::terms::Cause;

    fn faults(text: &str) -> String {
        RuleSet::read("f", text.as_bytes()).expect_err(text).to_string()
    }

    #[test]
    fn both_forms_are_read() {
        let json = r#"[{"id":"my-rule","authority":"provider","cause":"policy-rejection","says":["house rule 7"],"codes":["5.7.1"],"examples":["550 5.7.1 House rule 7"],"owner":null}]"#;
        let toml = "[[rule]]\nid = 'my-rule'\ncause = 'policy-rejection'\nsays = ['house rule 7']\ncodes = ['5.7.1']\n\
                    examples = ['550 5.7.1 House rule 7']\n";
        for text in [json, toml] {
            let set = RuleSet::read("f", text.as_bytes()).unwrap();
            let rule = &set.rules[0];
            assert_eq!((&*rule.id, rule.cause, rule.owner), ("my-rule", Cause::PolicyRejection, None));
            assert_eq!(
                (rule.codes[0].to_string().as_str(), &*rule.examples[0].says),
                ("5.7.1", "550 5.7.1 House rule 7")
            );
            assert_eq!((set.len(), set.remarks()), (1, &[][..]));
        }
    }

    /// Each fault is told with its line and with what to do.
    #[test]
    fn faults_say_where_and_what_to_do() {
        let rule = |field: &str| format!("[[rule]]\nid = 'a'\ncause = 'unknown'\nsays = ['abcd']\n{field}\n");
        for (bad, want) in [
            ("id = 'a'", "f:1: “id” stands outside of a rule"),
            ("\n[rule]\nid = 'a'", "f:2: each rule begins with [[rule]]"),
            ("[[rule]]\nid = 'a", "f:2: it is not valid TOML"),
            ("[\n{\"id\":\"a\" \"cause\"}]", "f:2: it is not valid JSON"),
            (r#"{"id":1}"#, "stands outside of a rule"),
            ("[1]\n", "f:1: “1” stands outside of a rule"),
            ("[{\"id\":\"a\",\n\"cause\":\"unknown\",\n\"says\":[\"abcd\"],\n\"like\":\"(\"}]", "f:4: rule a: like"),
            ("[[rule]]\ncause = 'unknown'\nsays = ['abcd']", "f:1: rule number 1: it has no id; give it one"),
            ("[[rule]]\nid = 'a'\nsays = ['abcd']", "f:1: rule a: it has no cause"),
            ("[[rule]]\nid = 'a'\ncause = 'unknown'", "neither a phrase nor a code"),
            (
                "[[rule]]\nid = 'a'\ncause = 'mailbox-ful'\nsays = ['abcd']",
                "f:3: rule a: “mailbox-ful” is no cause; did you mean “mailbox-full”?",
            ),
            (
                "[[rule]]\nid = 'a'\ncause = 'unknown'\nsays = [\n'abcd',\n'Böite  x']",
                "f:6: rule a: the phrase “Böite  x” of says",
            ),
            ("[[rule]]\nid = 'a'\ncause = 'unknown'\nsays = ['Boîte “Pleine” ']", "write “boite \"pleine\" ”"),
            (&rule("colour = 1"), "f:5: rule a: there is no field “colour”; the fields are"),
            (&rule("cods = ['550']"), "there is no field “cods”; did you mean “codes”?"),
            (&rule("authority = 'code'"), "there is no field “authority”"),
            (&rule("codes = ['5.7']"), "“5.7” is not a code such as 550"),
            (&rule("codes = '550'"), "codes must be a list of texts"),
            (&rule("owner = 'me'"), "“me” is no owner; it must be one of “sender”"),
            (&rule("stage = ['rctp']"), "“rctp” is no stage; did you mean “rcpt”?"),
            (&rule("summary = '{nobody} did it.'"), "there is no placeholder {nobody}"),
            (&rule("links = ['https://x/{nobody}']"), "there is no placeholder {nobody}"),
            (&rule("by = ['$exchange-onlin']"), "did you mean “$exchange-online”?"),
            (&rule("by = ['$mine']"), "nothing is shared as “$mine”; write it under [shared]"),
            (&rule("missing_host = 'true'"), "missing_host must be true or false"),
            (&rule("examples = [{ says = 'abcd', stage = 'x' }]"), "“x” is no stage"),
            (&rule("examples = [{ by = 'mx.example.com' }]"), "an example must be a text"),
            (&(rule("") + &rule("")), "f:6: the id “a” is taken by the rule at f:1"),
            (&(rule("") + &rule("").replace("'a'", "'b'")), "rule b has the same conditions as rule a at f:1"),
            ("[shared]\ngoogle = ['a']", "f:2: “google” is shared already"),
        ] {
            let got = faults(bad);
            assert!(got.contains(want), "{bad}\n{got}");
        }
        let deep = "[".repeat(100_000);
        assert!(faults(&format!("[{{\"id\":{deep}")).contains("not valid JSON"));
        assert!(faults(&format!("[{{\"id\":{deep}{}}}]", "]".repeat(100_000))).contains("f:1: "));
    }

    #[test]
    fn what_is_shared_stands_for_its_entries() {
        let text = "[shared]\nmine = ['mx.example.com', 'example.net']\npage = 'our wiki'\n\n[[rule]]\nid = 'a'\n\
                    cause = 'unknown'\nsays = ['abcd']\nby = ['$mine', '$google', 'example.org']\nsource = '$page'\n";
        let set = RuleSet::read("f", text.as_bytes()).unwrap();
        let rule = &set.rules[0];
        assert_eq!(rule.by[..3], ["mx.example.com", "example.net", "google.com"]);
        assert_eq!((rule.by.last().map(AsRef::as_ref), &*rule.source), (Some("example.org"), "our wiki"));
    }

    #[test]
    fn remarks_say_what_is_wrong() {
        let text = "[[rule]]\nid = 'A_b'\ncause = 'unknown'\nsays = ['abcd']\nsummary = 'It is bad!'\n\
                    steps = ['Mend it', 'You should please wait.']\nlinks = ['example.org']\n";
        let set = RuleSet::read("f", text.as_bytes()).unwrap();
        let remarks: Vec<String> = set.remarks().iter().map(ToString::to_string).collect();
        for want in [
            "f:1: rule A_b: it has no example",
            "f:2: rule A_b: the id “A_b” is not kebab-case",
            "f:5: rule A_b: style: no exclamation marks",
            "f:5: rule A_b: style: the summary is a sentence; end it with a full stop",
            "f:6: rule A_b: style: a step is a sentence; end it with a full stop",
            "f:6: rule A_b: style: leave “please” out",
            "“You” is none",
            "f:7: rule A_b: “example.org” is no link",
        ] {
            assert!(remarks.iter().any(|r| r.contains(want)), "{want}\n{remarks:?}");
        }
    }
}
