//! The words for every cause: `causes.toml`.

use std::fmt::Write as _;

use super::file::{Entry, Faults, File, Value};
use super::form::{Style, Templates};
use crate::names::terms::{Cause, Owner};

const KEYS: &[&str] = &["title", "in-text", "summary", "meaning", "letter", "links"];

/// The table as Rust.
pub(crate) fn emit(file: &File, templates: &Templates, faults: &mut Faults) -> String {
    let mut code = String::from("[\n");
    for entry in &file.entries {
        if Cause::from_id(&entry.key).is_none() {
            file.fault(
                entry.line,
                format_args!("“{}” is no cause: see Cause in src/names/terms.rs", entry.key),
                faults,
            );
        }
    }
    for cause in Cause::ALL {
        let entry = file.entries.iter().find(|e| e.key == cause.id());
        let Some(Entry { value: Value::Table(fields), line, .. }) = entry else {
            file.fault(entry.map_or(1, |e| e.line), format_args!("write [{cause}] with {}", KEYS.join(", ")), faults);
            continue;
        };
        Fields { file, cause: *cause, line: *line, fields, templates, faults }.emit(&mut code);
    }
    code.push(']');
    code
}

/// The fields of one cause.
struct Fields<'a> {
    file: &'a File,
    cause: Cause,
    line: usize,
    fields: &'a [Entry],
    templates: &'a Templates,
    faults: &'a mut Faults,
}

impl Fields<'_> {
    fn emit(mut self, code: &mut String) {
        for field in self.fields.iter().filter(|f| !KEYS.contains(&f.key.as_str())) {
            self.fault(field.line, &format!("`{}` is unknown: a cause has {}", field.key, KEYS.join(", ")));
        }
        let (title, in_text) = (self.text("title", &title), self.text("in-text", &title));
        let summary = self.text("summary", &summary);
        let meaning = self.text("meaning", &meaning);
        let alone = matches!(self.cause.default_owner(), Owner::Sender | Owner::Nobody);
        let letter = self.text("letter", &|text, templates| match (alone, text.is_empty()) {
            (true, false) => Some("the sender acts, or nobody has to: there is no letter; write \"\"".into()),
            (false, true) => Some("somebody else has to act: write a letter to them".into()),
            (true, true) => None,
            (false, false) => Style::Letters.fault(text, templates),
        });
        let links = self.links();
        let cause = self.cause;
        let _ = writeln!(
            code,
            "    CauseText {{\n        cause: Cause::{cause:?},\n        title: {title:?},\n        in_text: {in_text:?},\n        \
             summary: {summary:?},\n        meaning: {meaning:?},\n        letter: {letter:?},\n        links: &{links:?},\n    }},"
        );
    }

    fn fault(&mut self, line: usize, what: &str) {
        self.file.fault(line, format_args!("{}: {what}", self.cause), self.faults);
    }

    fn field(&mut self, key: &str) -> Option<&'_ Entry> {
        let found = self.fields.iter().find(|f| f.key == key);
        if found.is_none() {
            self.fault(self.line, &format!("`{key}` is missing: write it"));
        }
        found
    }

    /// A text, its names and its form checked.
    fn text(&mut self, key: &str, form: &dyn Fn(&str, &Templates) -> Option<String>) -> String {
        let Some(entry) = self.field(key) else { return String::new() };
        let line = entry.line;
        let Value::Text(text) = &entry.value else {
            self.fault(line, &format!("`{key}` must be a text: put it in quotes"));
            return String::new();
        };
        let text = text.clone();
        if let Some(what) = self.templates.fault(&text).or_else(|| form(&text, self.templates)) {
            self.fault(line, &format!("`{key}`: {what}"));
        }
        text
    }

    fn links(&mut self) -> Vec<String> {
        let Some(entry) = self.field("links") else { return Vec::new() };
        let line = entry.line;
        let Value::List(links) = &entry.value else {
            self.fault(line, "`links` is a list: put it in square brackets");
            return Vec::new();
        };
        let links = links.clone();
        for (link, line) in links.iter().filter(|(l, _)| !l.starts_with("https://")) {
            self.fault(*line, &format!("“{link}” is no link: it begins with https://"));
        }
        links.into_iter().map(|(link, _)| link).collect()
    }
}

fn title(text: &str, templates: &Templates) -> Option<String> {
    if !(2..=5).contains(&text.split_whitespace().count()) || text.contains('{') {
        return Some("a title has two to five words and no placeholder: reword it".into());
    }
    Style::Phrases.fault(text, templates)
}

fn summary(text: &str, templates: &Templates) -> Option<String> {
    if text.starts_with('{') {
        return Some("a placeholder cannot take a capital: begin with another word".into());
    }
    if text.trim_end_matches('.').contains(". ") {
        return Some("it is one sentence: make it one".into());
    }
    Style::Sentences.fault(text, templates)
}

fn meaning(text: &str, templates: &Templates) -> Option<String> {
    if text.contains('{') {
        return Some("it is read without a message: take the placeholder out".into());
    }
    if !(1..=3).contains(&text.matches(". ").count()) {
        return Some("it has two to four sentences: shorten or lengthen it".into());
    }
    Style::Sentences.fault(text, templates)
}
