//! Rules out of a data file: the one reader for the rules of the program and for those of its users.
//!
//! The build script compiles this file too, so that a fault in the program's own rules stops the build.

use std::collections::HashMap;

use super::fault::{Fault, enumerate, meant};
use super::node::{Field, Node, Value};
use crate::rules::rule::{Rule, Text};

/// Texts and lists that a name stands for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared(HashMap<String, Vec<Text>>);

/// A rule and the line on which it begins.
#[derive(Clone, Debug)]
pub(crate) struct Located {
    /// The line, counted from 1.
    pub line: usize,
    /// The rule.
    pub rule: Rule,
}

/// What a file holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Contents {
    /// The rules that could be read, in the order of the file.
    pub rules: Vec<Located>,
    /// What makes the file useless.
    pub faults: Vec<Fault>,
    /// What is not as the program's own rules are: style, and rules without an example.
    pub remarks: Vec<Fault>,
}

/// Reads a file of rules: tables `[[rule]]` and what they share, or in JSON a list of rules.
#[must_use]
pub(crate) fn rules(file: &str, whole: &Node, shared: &Shared) -> Contents {
    let mut reader = Reader::new(file, shared.clone());
    reader.whole(whole);
    reader.contents
}

/// Reads a file of nothing but texts and lists to share.
#[must_use]
pub(crate) fn shared(file: &str, whole: &Node) -> (Shared, Vec<Fault>) {
    let mut reader = Reader::new(file, Shared::default());
    for field in reader.table(whole, "the file") {
        if field.name == "shared" {
            reader.share(&field.node);
        } else {
            reader.fault(field.line, format!("there is no “{}” here; write all under [shared]", field.name));
        }
    }
    (reader.shared, reader.contents.faults)
}

/// Rules that cannot both be in one table.
#[must_use]
pub(crate) fn conflicts<'a>(rules: impl Iterator<Item = (&'a str, &'a Located)>) -> Vec<Fault> {
    let (mut ids, mut conditions) = (HashMap::new(), HashMap::new());
    let mut faults = Vec::new();
    for (file, Located { line, rule }) in rules {
        let mut fault = |what: String| faults.push(Fault { file: file.into(), line: *line, what });
        if let Some((file, line)) = ids.insert(&rule.id, (file, line)) {
            fault(format!("the id “{}” is taken by the rule at {file}:{line}; choose another", rule.id));
        }
        let all = format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {}",
            rule.says,
            rule.and,
            rule.not,
            rule.like,
            rule.codes,
            rule.by,
            rule.stage,
            rule.side,
            rule.speaker,
            rule.missing_host
        );
        if let Some((id, file, line)) = conditions.insert(all, (&rule.id, file, line)) {
            fault(format!(
                "rule {} has the same conditions as rule {id} at {file}:{line}, so one of them never wins; put them together",
                rule.id
            ));
        }
    }
    faults
}

/// Goes through a file; its fields are read in `fields.rs`.
pub(super) struct Reader<'a> {
    file: &'a str,
    shared: Shared,
    /// What the rule that is being read is called in messages, or empty.
    pub(super) rule: String,
    /// The file may be what `rules --json` writes.
    pub(super) is_written: bool,
    pub(super) contents: Contents,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, shared: Shared) -> Self {
        Self { file, shared, rule: String::new(), is_written: false, contents: Contents::default() }
    }
}

impl Reader<'_> {
    fn located(&self, line: usize, what: String) -> Fault {
        let what = if self.rule.is_empty() { what } else { format!("rule {}: {what}", self.rule) };
        Fault { file: self.file.into(), line, what }
    }

    pub(super) fn fault(&mut self, line: usize, what: impl Into<String>) {
        let fault = self.located(line, what.into());
        self.contents.faults.push(fault);
    }

    pub(super) fn remark(&mut self, line: usize, what: impl Into<String>) {
        let remark = self.located(line, what.into());
        self.contents.remarks.push(remark);
    }

    pub(super) fn table<'n>(&mut self, node: &'n Node, what: &str) -> &'n [Field] {
        match &node.value {
            Value::Table(fields) => fields,
            _ => {
                self.fault(node.line, format!("{what} must be a table of fields, such as id = \"…\""));
                &[]
            }
        }
    }

    fn whole(&mut self, whole: &Node) {
        let rules: Vec<&Node> = match &whole.value {
            // JSON.
            Value::List(rules) => {
                self.is_written = true;
                rules.iter().collect()
            }
            Value::Table(fields) => {
                if let Some(shared) = fields.iter().find(|f| f.name == "shared") {
                    self.share(&shared.node);
                }
                let mut rules = Vec::new();
                for field in fields {
                    match (field.name.as_str(), &field.node.value) {
                        ("shared", _) => {}
                        ("rule", Value::List(items)) => rules.extend(items),
                        ("rule", _) => self.fault(field.line, "each rule begins with [[rule]], in double brackets"),
                        (other, _) => self.fault(
                            field.line,
                            format!("“{other}” stands outside of a rule; each rule begins with a line [[rule]]"),
                        ),
                    }
                }
                rules
            }
            _ => {
                self.fault(whole.line, "the file must hold rules: in TOML tables [[rule]], in JSON a list of objects");
                return;
            }
        };
        for (n, node) in rules.into_iter().enumerate() {
            self.rule = format!("number {}", n + 1);
            if let Some(rule) = self.rule(node) {
                self.contents.rules.push(Located { line: node.line, rule });
            }
            self.rule.clear();
        }
        let located = self.contents.rules.iter().map(|located| (self.file, located));
        let conflicts = conflicts(located);
        self.contents.faults.extend(conflicts);
    }

    /// Takes in what stands under `[shared]`.
    fn share(&mut self, node: &Node) {
        for field in self.table(node, "[shared]") {
            let texts = match &field.node.value {
                Value::Text(text) => vec![Text::from(text.clone())],
                Value::List(_) => self.texts(&field.name, &field.node),
                _ => {
                    self.fault(field.line, format!("{} must be a text or a list of texts", field.name));
                    continue;
                }
            };
            if self.shared.0.insert(field.name.clone(), texts).is_some() {
                self.fault(
                    field.line,
                    format!("“{}” is shared already, by all files; choose another name", field.name),
                );
            }
        }
    }

    /// What `"$name"` stands for; `None` for a text that is none.
    fn named(&mut self, text: &str, line: usize) -> Option<Vec<Text>> {
        let name = text.strip_prefix('$')?;
        if let Some(texts) = self.shared.0.get(name) {
            return Some(texts.clone());
        }
        let near = meant(name, self.shared.0.keys().map(String::as_str));
        let what = match near {
            Some(near) => format!("nothing is shared as “${name}”; did you mean “${near}”?"),
            None => format!("nothing is shared as “${name}”; write it under [shared]: {name} = [\"…\"]"),
        };
        self.fault(line, what);
        Some(Vec::new())
    }

    pub(super) fn text(&mut self, name: &str, node: &Node) -> Option<Text> {
        match &node.value {
            Value::Nothing => None,
            Value::Text(text) => match self.named(text, node.line) {
                Some(texts) if texts.len() == 1 => texts.into_iter().next(),
                Some(texts) => {
                    if !texts.is_empty() {
                        self.fault(node.line, format!("{name} must be one text, and “{text}” stands for a list"));
                    }
                    None
                }
                None => Some(Text::from(text.clone())),
            },
            _ => {
                self.fault(node.line, format!("{name} must be a text in quotes"));
                None
            }
        }
    }

    /// The texts of a list with their lines, names replaced by what they stand for.
    pub(super) fn lines(&mut self, name: &str, node: &Node) -> Vec<(Text, usize)> {
        let items = match &node.value {
            Value::Nothing => return Vec::new(),
            Value::List(items) => items,
            _ => {
                self.fault(node.line, format!("{name} must be a list of texts, such as {name} = [\"…\", \"…\"]"));
                return Vec::new();
            }
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::Text(text) => match self.named(text, item.line) {
                    Some(named) => texts.extend(named.into_iter().map(|text| (text, item.line))),
                    None => texts.push((Text::from(text.clone()), item.line)),
                },
                _ => self.fault(item.line, format!("{name} must be a list of texts in quotes")),
            }
        }
        texts
    }

    pub(super) fn texts(&mut self, name: &str, node: &Node) -> Vec<Text> {
        self.lines(name, node).into_iter().map(|(text, _)| text).collect()
    }

    /// A word of a fixed vocabulary.
    pub(super) fn word<T: Copy + 'static>(
        &mut self,
        name: &str,
        (text, line): (&str, usize),
        all: &'static [T],
        id: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let found = all.iter().copied().find(|v| id(*v) == text);
        if found.is_none() {
            let ids = || all.iter().map(|v| id(*v));
            let what = match meant(text, ids()) {
                Some(near) => format!("“{text}” is no {name}; did you mean “{near}”?"),
                None => format!("“{text}” is no {name}; it must be one of {}", enumerate(ids())),
            };
            self.fault(line, what);
        }
        found
    }

    pub(super) fn optional_word<T: Copy + 'static>(
        &mut self,
        name: &str,
        node: &Node,
        all: &'static [T],
        id: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.text(name, node)?;
        self.word(name, (&text, node.line), all, id)
    }
}
