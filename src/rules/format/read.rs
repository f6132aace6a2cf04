//! Rules out of a data file: the one reader for the rules of the program and for those of its users.
//!
//! The build script compiles this file too, so that a fault in the program's own rules stops the build.

use std::collections::HashMap;

use super::fault::{Fault, enumerate, meant};
use super::node::{Field, Node, Value};
use crate::names::code::Code;
use crate::names::terms::{Cause, Owner, Permanence, Side, Stage};
use crate::rules::phrase;
use crate::rules::rule::{Example, List, Rule, Text};
use crate::words::{placeholder, verb};

/// The fields of a rule.
pub const FIELDS: &[&str] = &[
    "id",
    "cause",
    "owner",
    "permanence",
    "codes",
    "says",
    "and",
    "not",
    "like",
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

/// The fields of an example.
const EXAMPLE_FIELDS: &[&str] = &["says", "by", "stage", "side", "to"];

/// What `rules --json` writes besides: the place of a rule in the table, which a rule does not choose itself.
pub(crate) const WRITTEN_ONLY: &str = "authority";

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
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {}",
            rule.says, rule.and, rule.not, rule.like, rule.codes, rule.by, rule.stage, rule.side, rule.missing_host
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

struct Reader<'a> {
    file: &'a str,
    shared: Shared,
    /// What the rule that is being read is called in messages, or empty.
    rule: String,
    /// The file may be what `rules --json` writes.
    is_written: bool,
    contents: Contents,
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

    fn fault(&mut self, line: usize, what: impl Into<String>) {
        let fault = self.located(line, what.into());
        self.contents.faults.push(fault);
    }

    fn remark(&mut self, line: usize, what: impl Into<String>) {
        let remark = self.located(line, what.into());
        self.contents.remarks.push(remark);
    }

    fn table<'n>(&mut self, node: &'n Node, what: &str) -> &'n [Field] {
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

    fn text(&mut self, name: &str, node: &Node) -> Option<Text> {
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
    fn lines(&mut self, name: &str, node: &Node) -> Vec<(Text, usize)> {
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

    fn texts(&mut self, name: &str, node: &Node) -> Vec<Text> {
        self.lines(name, node).into_iter().map(|(text, _)| text).collect()
    }

    /// A word of a fixed vocabulary.
    fn word<T: Copy + 'static>(
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

    fn optional_word<T: Copy + 'static>(
        &mut self,
        name: &str,
        node: &Node,
        all: &'static [T],
        id: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.text(name, node)?;
        self.word(name, (&text, node.line), all, id)
    }

    fn rule(&mut self, node: &Node) -> Option<Rule> {
        let before = self.contents.faults.len();
        let fields = self.table(node, "a rule");
        let id = fields.iter().find(|f| f.name == "id").and_then(|f| self.text("id", &f.node));
        match id.as_deref() {
            None | Some("") => {
                self.fault(node.line, "it has no id; give it one, such as id = \"example-mailbox-full\"");
            }
            Some(id) => self.rule = id.to_string(),
        }
        let mut rule = Rule {
            id: id.unwrap_or_default(),
            cause: Cause::Unknown,
            owner: None,
            permanence: None,
            says: List::default(),
            and: List::default(),
            not: List::default(),
            like: None,
            codes: List::default(),
            by: List::default(),
            stage: List::default(),
            side: None,
            missing_host: false,
            list: None,
            summary: Text::default(),
            steps: List::default(),
            links: List::default(),
            examples: List::default(),
            source: Text::default(),
        };
        let mut cause = None;
        for Field { name, line, node } in fields {
            match name.as_str() {
                "id" => self.check_id(&rule.id, *line),
                "cause" => cause = self.optional_word("cause", node, Cause::ALL, Cause::id),
                "owner" => rule.owner = self.optional_word("owner", node, Owner::ALL, Owner::id),
                "permanence" => {
                    rule.permanence = self.optional_word("permanence", node, Permanence::ALL, Permanence::id);
                }
                "codes" => rule.codes = self.codes(node),
                "says" => rule.says = self.phrases("says", node),
                "and" => rule.and = self.phrases("and", node),
                "not" => rule.not = self.phrases("not", node),
                "like" => rule.like = self.expression(node),
                "by" => rule.by = self.texts("by", node).into(),
                "stage" => {
                    let stages = self.lines("stage", node);
                    let stage = |(text, line): &(Text, usize)| self.word("stage", (text, *line), Stage::ALL, Stage::id);
                    rule.stage = stages.iter().filter_map(stage).collect::<Vec<_>>().into();
                }
                "side" => rule.side = self.optional_word("side", node, Side::ALL, Side::id),
                "missing_host" => match node.value {
                    Value::Flag(flag) => rule.missing_host = flag,
                    Value::Nothing => {}
                    _ => self.fault(*line, "missing_host must be true or false, without quotes"),
                },
                "list" => rule.list = self.text("list", node),
                "summary" => rule.summary = self.summary(node),
                "steps" => rule.steps = self.steps(node),
                "links" => rule.links = self.links(node),
                "examples" => rule.examples = self.examples(node),
                "source" => rule.source = self.text("source", node).unwrap_or_default(),
                WRITTEN_ONLY if self.is_written => {}
                other => {
                    let what = match meant(other, FIELDS.iter().copied()) {
                        Some(near) => format!("there is no field “{other}”; did you mean “{near}”?"),
                        None => format!("there is no field “{other}”; the fields are {}", FIELDS.join(", ")),
                    };
                    self.fault(*line, what);
                }
            }
        }
        if fields.iter().all(|f| f.name != "cause") {
            self.fault(node.line, "it has no cause; add cause = \"…\" with one of the words of `whybounce causes`");
        }
        if rule.says.is_empty() && rule.codes.is_empty() && self.contents.faults.len() == before {
            self.fault(node.line, "it has neither a phrase nor a code; add says = [\"…\"] or codes = [\"…\"]");
        }
        if rule.examples.is_empty() && self.contents.faults.len() == before {
            self.remark(node.line, "it has no example; add examples = [\"…\"] with a response that it must win");
        }
        rule.cause = cause?;
        (self.contents.faults.len() == before).then_some(rule)
    }

    fn check_id(&mut self, id: &str, line: usize) {
        let word = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if !id.is_empty() && !id.split('-').all(word) {
            self.remark(
                line,
                format!("the id “{id}” is not kebab-case: write words in lower case with hyphens between"),
            );
        }
    }

    fn codes(&mut self, node: &Node) -> List<Code> {
        let mut codes = Vec::new();
        for (text, line) in self.lines("codes", node) {
            match text.parse() {
                Ok(code) => codes.push(code),
                Err(why) => self.fault(line, format!("“{text}” is {why}")),
            }
        }
        codes.into()
    }

    fn phrases(&mut self, name: &str, node: &Node) -> List<Text> {
        let mut phrases = Vec::new();
        for (text, line) in self.lines(name, node) {
            match phrase::check(&text) {
                Ok(()) => phrases.push(text),
                Err(why) => self.fault(line, format!("the phrase “{text}” of {name} {why}")),
            }
        }
        phrases.into()
    }

    fn expression(&mut self, node: &Node) -> Option<Text> {
        let like = self.text("like", node)?;
        if let Err(why) = regex_syntax::parse(&like) {
            self.fault(node.line, format!("like is no regular expression: {why}"));
            return None;
        }
        Some(like)
    }

    /// What holds for everything that people read.
    fn check_prose(&mut self, text: &str, line: usize) {
        if let Err(why) = placeholder::check(text) {
            self.fault(line, format!("{why} (in “{text}”)"));
        }
        if text.contains('!') {
            self.remark(line, format!("style: no exclamation marks (in “{text}”)"));
        }
        if text.to_lowercase().contains("please") {
            self.remark(line, format!("style: leave “please” out (in “{text}”)"));
        }
    }

    fn summary(&mut self, node: &Node) -> Text {
        let summary = self.text("summary", node).unwrap_or_default();
        self.check_prose(&summary, node.line);
        if !summary.is_empty() && !summary.ends_with('.') {
            self.remark(node.line, "style: the summary is a sentence; end it with a full stop");
        }
        summary
    }

    fn steps(&mut self, node: &Node) -> List<Text> {
        let steps = self.lines("steps", node);
        for (step, line) in &steps {
            self.check_prose(step, *line);
            if !step.ends_with(['.', ':', '”']) {
                self.remark(*line, format!("style: a step is a sentence; end it with a full stop (“{step}”)"));
            }
            if let Some(first) = verb::missing(step) {
                self.remark(
                    *line,
                    format!(
                        "style: a step tells what to do, so it begins with a verb, such as “Ask”; “{first}” is none \
                         that src/words/verb.rs lists (“{step}”)"
                    ),
                );
            }
        }
        steps.into_iter().map(|(step, _)| step).collect()
    }

    fn links(&mut self, node: &Node) -> List<Text> {
        let links = self.lines("links", node);
        for (link, line) in &links {
            if let Err(why) = placeholder::check(link) {
                self.fault(*line, format!("{why} (in “{link}”)"));
            }
            if !link.starts_with("https://") && !link.starts_with("http://") {
                self.remark(*line, format!("“{link}” is no link; begin it with https://"));
            }
        }
        links.into_iter().map(|(link, _)| link).collect()
    }

    fn examples(&mut self, node: &Node) -> List<Example> {
        let items = match &node.value {
            Value::Nothing => return List::default(),
            Value::List(items) => items,
            _ => {
                self.fault(node.line, "examples must be a list, such as examples = [\"550 5.1.1 No such user\"]");
                return List::default();
            }
        };
        items.iter().filter_map(|item| self.example(item)).collect()
    }

    fn example(&mut self, node: &Node) -> Option<Example> {
        let mut example =
            Example { says: Text::default(), by: Text::default(), stage: None, side: None, to: Text::default() };
        match &node.value {
            Value::Text(text) => example.says = Text::from(text.clone()),
            Value::Table(fields) => {
                for Field { name, line, node } in fields {
                    match name.as_str() {
                        "says" => example.says = self.text("says", node).unwrap_or_default(),
                        "by" => example.by = self.text("by", node).unwrap_or_default(),
                        "to" => example.to = self.text("to", node).unwrap_or_default(),
                        "stage" => example.stage = self.optional_word("stage", node, Stage::ALL, Stage::id),
                        "side" => example.side = self.optional_word("side", node, Side::ALL, Side::id),
                        other => self.fault(
                            *line,
                            format!("an example has no field “{other}”; its fields are {}", EXAMPLE_FIELDS.join(", ")),
                        ),
                    }
                }
            }
            _ => {}
        }
        if example.says.is_empty() {
            self.fault(node.line, "an example must be a text, or { says = \"…\", by = \"…\", stage = \"…\" }");
            return None;
        }
        Some(example)
    }
}
