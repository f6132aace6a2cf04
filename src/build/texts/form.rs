//! The form of a text: how it ends, and which names may stand in it.

use super::file::{Faults, File, Value};

/// How the texts of a book are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Headings, labels, parts of sentences: no full stop.
    Phrases,
    /// Whole sentences.
    Sentences,
    /// Sentences in the imperative.
    Steps,
    /// Sentences and questions, in which the names of `placeholders.toml` stand.
    Letters,
}

impl Style {
    /// What is wrong with a text, and what to do.
    pub(crate) fn fault(self, text: &str, templates: &Templates) -> Option<String> {
        if text.is_empty() {
            return Some("the text is missing: write one".into());
        }
        if text.contains("  ") || text.contains(['\n', '\t']) {
            return Some("two blanks or a line break stand in the text: leave one blank".into());
        }
        let ends = |marks: &[char]| text.ends_with(marks);
        match self {
            Style::Phrases if ends(&['.']) => Some("a phrase does not end in a full stop: take it off".into()),
            Style::Sentences | Style::Steps if !ends(&['.']) => Some("a sentence ends in a full stop: add it".into()),
            Style::Letters if !ends(&['.', '?', ']']) => {
                Some("a letter's sentence ends in a full stop or a question mark: add it".into())
            }
            Style::Steps => step_fault(text, templates),
            _ => None,
        }
    }
}

/// A step begins with a verb that is known, and neither shouts nor begs.
fn step_fault(text: &str, templates: &Templates) -> Option<String> {
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    if !templates.verbs.iter().any(|v| v == first) {
        return Some(format!(
            "a step begins with a verb in the imperative, and “{first}” is none that is known: reword it, or add the verb to style.toml"
        ));
    }
    (text.contains('!') || text.to_lowercase().contains("please"))
        .then(|| "a step has no exclamation mark and no “please”: reword it".into())
}

/// The names that stand in braces in a text, each once, in their order.
pub(crate) fn names_in(text: &str) -> Result<Vec<String>, String> {
    let mut names: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let Some(end) = rest[at..].strip_prefix('{').and_then(|r| r.find('}')) else {
            return Err("a brace stands alone: write names as {name}".into());
        };
        let name = &rest[at + 1..=at + end];
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_')) {
            return Err(format!("{{{name}}} is no name: write small letters and hyphens"));
        }
        if !names.iter().any(|n| n == name) {
            names.push(name.to_string());
        }
        rest = &rest[at + end + 2..];
    }
    Ok(names)
}

/// What a language asks of templates, whose names are filled in when the message is known.
#[derive(Default)]
pub(crate) struct Templates {
    /// A step begins with one of these.
    verbs: Vec<String>,
    /// Name, phrase and short form of each placeholder.
    pub(crate) phrases: Vec<(String, String, String)>,
}

impl Templates {
    pub(crate) fn read(style: &File, placeholders: &File, faults: &mut Faults) -> Self {
        let mut out = Self::default();
        for entry in &style.entries {
            match &entry.value {
                Value::List(verbs) if entry.key == "verbs" => {
                    out.verbs = verbs.iter().map(|(v, _)| v.clone()).collect()
                }
                _ => style.fault(
                    entry.line,
                    format_args!("`{}` is unknown: only the list `verbs` stands here", entry.key),
                    faults,
                ),
            }
        }
        for entry in &placeholders.entries {
            let Value::Table(fields) = &entry.value else {
                placeholders.fault(entry.line, format_args!("write [{}] with `phrase` and `short`", entry.key), faults);
                continue;
            };
            let mut field = |key: &str| match fields.iter().find(|f| f.key == key).map(|f| &f.value) {
                Some(Value::Text(text)) if !text.is_empty() && !text.contains(['{', '}']) => text.clone(),
                _ => {
                    let what = format_args!("[{}] needs `{key}`, a text without braces: write one", entry.key);
                    placeholders.fault(entry.line, what, faults);
                    String::new()
                }
            };
            let (phrase, short) = (field("phrase"), field("short"));
            for other in fields.iter().filter(|f| !matches!(f.key.as_str(), "phrase" | "short")) {
                let what = format_args!("`{}` is unknown: a placeholder has `phrase` and `short`", other.key);
                placeholders.fault(other.line, what, faults);
            }
            out.phrases.push((entry.key.clone(), phrase, short));
        }
        out
    }

    /// What is wrong with the names in a command, in which other braces may stand.
    pub(crate) fn fault_of_command(&self, command: &str) -> Option<String> {
        if command.contains(['“', '”', '‘', '’', '–', '—', '…', '\t']) {
            return Some("what is copied has straight quotes, plain hyphens and no tabs".into());
        }
        let mut rest = command;
        while let Some(at) = rest.find('{') {
            rest = &rest[at + 1..];
            let name = rest.split_once('}').map_or("", |(name, _)| name);
            if !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
                && let Some(what) = self.fault(&format!("{{{name}}}"))
            {
                return Some(what);
            }
        }
        None
    }

    /// What is wrong with the names in a template.
    pub(crate) fn fault(&self, template: &str) -> Option<String> {
        let names = match names_in(template) {
            Ok(names) => names,
            Err(fault) => return Some(fault),
        };
        let unknown = names.iter().find(|n| !self.phrases.iter().any(|(p, ..)| p == *n))?;
        let known: Vec<&str> = self.phrases.iter().map(|(p, ..)| p.as_str()).collect();
        Some(format!("{{{unknown}}} is no placeholder: use one of {}", known.join(", ")))
    }
}
