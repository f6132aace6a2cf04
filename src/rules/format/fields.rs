//! The fields of a rule, each with its checks.

use super::fault::meant;
use super::node::{Field, Node, Value};
use super::read::Reader;
use crate::names::code::Code;
use crate::names::terms::{Cause, Owner, Permanence, Side, Speaker, Stage};
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
    "speaker",
    "missing_host",
    "list",
    "summary",
    "steps",
    "links",
    "examples",
    "source",
];

/// The fields of an example.
const EXAMPLE_FIELDS: &[&str] = &["says", "by", "stage", "side", "speaker", "to"];

/// What `rules --json` writes besides: the place of a rule in the table, which a rule does not choose itself.
pub(crate) const WRITTEN_ONLY: &str = "authority";

impl Reader<'_> {
    /// Reads a rule; `None` where it has a fault.
    pub(super) fn rule(&mut self, node: &Node) -> Option<Rule> {
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
            speaker: None,
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
                "speaker" => rule.speaker = self.optional_word("speaker", node, Speaker::ALL, Speaker::id),
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
        if rule.says.is_empty()
            && rule.codes.is_empty()
            && rule.speaker.is_none()
            && self.contents.faults.len() == before
        {
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
        let mut example = Example {
            says: Text::default(),
            by: Text::default(),
            stage: None,
            side: None,
            speaker: None,
            to: Text::default(),
        };
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
                        "speaker" => {
                            example.speaker = self.optional_word("speaker", node, Speaker::ALL, Speaker::id);
                        }
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
