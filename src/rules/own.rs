//! Rules of one's own: a JSON file with entries that have the fields of `whybounce rules --json`.

use std::fmt;

use serde_json::{Map, Value};

use crate::names::code::Code;
use crate::names::terms::{Cause, Owner, Permanence, Side, Stage};
use crate::rules::phrase;
use crate::rules::rule::{Example, RULE, Rule};
use crate::words;

/// What is wrong with a rule file: which rule, which field, what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// Id of the rule, or its number where it has none.
    rule: String,
    /// The field, or empty when it is the whole.
    field: &'static str,
    what: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rule.is_empty() {
            return f.write_str(&self.what);
        }
        write!(f, "rule {}", self.rule)?;
        if !self.field.is_empty() {
            write!(f, ", field \"{}\"", self.field)?;
        }
        write!(f, ": {}", self.what)
    }
}

impl std::error::Error for RuleError {}

/// The fields of an entry, as `whybounce rules --json` writes them.
pub const FIELDS: &[&str] = &[
    "id",
    "family",
    "authority",
    "cause",
    "owner",
    "permanence",
    "says",
    "and",
    "not",
    "like",
    "codes",
    "by",
    "stage",
    "side",
    "missing_host",
    "list",
    "summary",
    "steps",
    "links",
    "examples",
    "source",
];

/// Reads a rule file: an array of entries. The rules live as long as the process, like the built-in ones.
///
/// # Errors
/// The first fault, with the rule and the field it is in.
pub fn read(json: &[u8]) -> Result<Vec<&'static Rule>, RuleError> {
    let whole = |what: String| RuleError { rule: String::new(), field: "", what };
    let value: Value = serde_json::from_slice(json).map_err(|e| whole(format!("not valid JSON: {e}")))?;
    let Value::Array(entries) = value else { return Err(whole("the file must hold a JSON array of rules".into())) };
    let mut rules: Vec<&'static Rule> = Vec::with_capacity(entries.len());
    for (n, entry) in entries.iter().enumerate() {
        let Value::Object(entry) = entry else {
            return Err(RuleError {
                rule: format!("number {}", n + 1),
                field: "",
                what: "it must be an object".into(),
            });
        };
        let rule = Entry {
            entry,
            name: entry.get("id").and_then(Value::as_str).map_or_else(|| format!("number {}", n + 1), str::to_string),
        }
        .rule()?;
        if rules.iter().any(|r| r.id == rule.id) {
            return Err(RuleError { rule: rule.id.into(), field: "id", what: "another rule has the same id".into() });
        }
        rules.push(Box::leak(Box::new(rule)));
    }
    Ok(rules)
}

struct Entry<'a> {
    entry: &'a Map<String, Value>,
    name: String,
}

fn leak(text: &str) -> &'static str {
    Box::leak(text.to_string().into_boxed_str())
}

impl Entry<'_> {
    fn fault(&self, field: &'static str, what: impl Into<String>) -> RuleError {
        RuleError { rule: self.name.clone(), field, what: what.into() }
    }

    fn text(&self, field: &'static str) -> Result<Option<&str>, RuleError> {
        match self.entry.get(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(s)) => Ok(Some(s)),
            Some(_) => Err(self.fault(field, "it must be a text")),
        }
    }

    fn texts(&self, field: &'static str) -> Result<Vec<&str>, RuleError> {
        match self.entry.get(field) {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::Array(items)) => items
                .iter()
                .map(|i| i.as_str().ok_or_else(|| self.fault(field, "it must be a list of texts")))
                .collect(),
            Some(_) => Err(self.fault(field, "it must be a list of texts")),
        }
    }

    fn leaked(&self, field: &'static str) -> Result<&'static [&'static str], RuleError> {
        Ok(self.texts(field)?.into_iter().map(leak).collect::<Vec<_>>().leak())
    }

    fn word<T>(&self, field: &'static str, of: impl Fn(&str) -> Option<T>) -> Result<Option<T>, RuleError> {
        self.text(field)?
            .map(|w| of(w).ok_or_else(|| self.fault(field, format!("“{w}” is none of its words"))))
            .transpose()
    }

    fn rule(&self) -> Result<Rule, RuleError> {
        if let Some(unknown) = self.entry.keys().find(|k| !FIELDS.contains(&k.as_str())) {
            return Err(self.fault("", format!("there is no field “{unknown}”")));
        }
        let id = self.text("id")?.filter(|i| !i.is_empty()).ok_or_else(|| self.fault("id", "it is missing"))?;
        let cause = self.word("cause", Cause::from_id)?.ok_or_else(|| self.fault("cause", "it is missing"))?;
        let mut rule = Rule { id: leak(id), cause, ..RULE };
        rule.owner = self.word("owner", Owner::from_id)?;
        rule.permanence = self.word("permanence", Permanence::from_id)?;
        rule.side = self.word("side", Side::from_id)?;
        for (field, slot) in [("says", &mut rule.says), ("and", &mut rule.and), ("not", &mut rule.not)] {
            *slot = self.leaked(field)?;
            for p in slot.iter() {
                phrase::check(p).map_err(|why| self.fault(field, format!("phrase “{p}”: {why}")))?;
            }
        }
        if let Some(like) = self.text("like")? {
            regex::Regex::new(like).map_err(|e| self.fault("like", e.to_string()))?;
            rule.like = Some(leak(like));
        }
        let codes: Result<Vec<Code>, _> = self
            .texts("codes")?
            .into_iter()
            .map(|c| c.parse().map_err(|e| self.fault("codes", format!("“{c}”: {e}"))))
            .collect();
        rule.codes = codes?.leak();
        rule.by = self.leaked("by")?;
        let stages: Result<Vec<Stage>, _> = self
            .texts("stage")?
            .into_iter()
            .map(|s| Stage::from_id(s).ok_or_else(|| self.fault("stage", format!("“{s}” is no stage"))))
            .collect();
        rule.stage = stages?.leak();
        rule.missing_host = match self.entry.get("missing_host") {
            None | Some(Value::Null) => false,
            Some(Value::Bool(b)) => *b,
            Some(_) => return Err(self.fault("missing_host", "it must be true or false")),
        };
        rule.list = self.text("list")?.map(leak);
        rule.summary = self.text("summary")?.map_or("", leak);
        rule.steps = self.leaked("steps")?;
        rule.links = self.leaked("links")?;
        rule.source = self.text("source")?.map_or("", leak);
        for text in rule.steps.iter().chain([&rule.summary]) {
            words::check(text).map_err(|why| self.fault("steps", format!("{why} in “{text}”")))?;
        }
        if rule.says.is_empty() && rule.codes.is_empty() {
            return Err(self.fault("says", "a rule needs a phrase or a code"));
        }
        rule.examples = self.examples()?;
        Ok(rule)
    }

    fn examples(&self) -> Result<&'static [Example], RuleError> {
        let Some(value) = self.entry.get("examples") else { return Ok(&[]) };
        let Value::Array(items) = value else { return Err(self.fault("examples", "it must be a list")) };
        let mut out = Vec::new();
        for item in items {
            let part = |key: &str| item.get(key).and_then(Value::as_str);
            let says = item
                .as_str()
                .or_else(|| part("says"))
                .ok_or_else(|| self.fault("examples", "each must be a text, or an object with “says”"))?;
            out.push(Example {
                says: leak(says),
                by: part("by").map_or("", leak),
                stage: part("stage").and_then(Stage::from_id),
                side: part("side").and_then(Side::from_id),
                to: part("to").map_or("", leak),
            });
        }
        Ok(out.leak())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_complains() {
        let good = br#"[{"id":"my-rule","cause":"policy-rejection","says":["house rule 7"],"codes":["5.7.1"],"examples":["550 5.7.1 House rule 7"]}]"#;
        let rules = read(good).unwrap();
        assert_eq!(
            (rules[0].id, rules[0].cause, rules[0].examples[0].says),
            ("my-rule", Cause::PolicyRejection, "550 5.7.1 House rule 7")
        );
        for (bad, want) in [
            (r#"{"id":1}"#, "array"),
            (r#"[{"id":"a","cause":"nonsense","says":["abcd"]}]"#, "rule a, field \"cause\""),
            (r#"[{"id":"a","cause":"unknown","says":["Ab"]}]"#, "rule a, field \"says\""),
            (r#"[{"id":"a","cause":"unknown","codes":["x"]}]"#, "rule a, field \"codes\""),
            (r#"[{"id":"a","cause":"unknown"}]"#, "needs a phrase or a code"),
            (r#"[{"id":"a","cause":"unknown","says":["abcd"],"colour":1}]"#, "no field “colour”"),
            (r#"[{"cause":"unknown","says":["abcd"]}]"#, "rule number 1, field \"id\""),
        ] {
            let got = read(bad.as_bytes()).unwrap_err().to_string();
            assert!(got.contains(want), "{got}");
        }
    }
}
