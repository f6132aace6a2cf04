//! A book of texts: each becomes a function, or a structure where names are filled in.

use std::fmt::Write as _;

use super::file::{Entry, Faults, File, Value};
use super::form::{Style, Templates, names_in};
use crate::names::terms::{Action, Confidence, Kind, Owner, Permanence, Retry, Side, Speaker, Stage};

/// A file of texts.
pub(crate) struct Book {
    name: &'static str,
    /// Where the file begins.
    place: String,
    texts: Vec<Text>,
}

/// One of them.
struct Text {
    /// The path of keys, joined.
    name: String,
    place: String,
    form: Form,
    /// What has to be filled in.
    names: Vec<String>,
    /// The names are filled in later: here the text is a template.
    is_template: bool,
}

enum Form {
    One(String),
    List(Vec<String>),
    /// For one thing and for several.
    Plural(String, String),
    /// For each word of a vocabulary: its type, and variant and text.
    By(&'static str, Vec<(String, String)>),
}

/// A fixed vocabulary: the top-level key that stands for it, its type, and id and variant of each word. A table below
/// that key has a text for each word, and its function takes the word.
fn vocabulary(key: &str) -> Option<(&'static str, Vec<(&'static str, String)>)> {
    macro_rules! words {
        ($name:ident) => {
            Some((stringify!($name), $name::ALL.iter().map(|w| (w.id(), format!("{w:?}"))).collect()))
        };
    }
    match key {
        "action" => words!(Action),
        "confidence" => words!(Confidence),
        "kind" => words!(Kind),
        "owner" => words!(Owner),
        "permanence" => words!(Permanence),
        "retry" => words!(Retry),
        "side" => words!(Side),
        "speaker" => words!(Speaker),
        "stage" => words!(Stage),
        _ => None,
    }
}

impl Book {
    pub(crate) fn read(
        name: &'static str,
        style: Style,
        file: &File,
        templates: &Templates,
        faults: &mut Faults,
    ) -> Self {
        let mut reader = Reader { file, style, templates, faults, texts: Vec::new() };
        for entry in &file.entries {
            reader.entry(entry, "", entry);
        }
        Self { name, place: file.place(1), texts: reader.texts }
    }
}

struct Reader<'a> {
    file: &'a File,
    style: Style,
    templates: &'a Templates,
    faults: &'a mut Faults,
    texts: Vec<Text>,
}

impl Reader<'_> {
    fn entry(&mut self, entry: &Entry, before: &str, top: &Entry) {
        let name = format!("{before}{}", entry.key.replace('-', "_"));
        let is_word = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase());
        if !entry.key.split('-').all(is_word) {
            self.fault(
                entry.line,
                &format!("`{}`: a key is of words in small letters, with hyphens between them: rename it", entry.key),
            );
            return;
        }
        let style = if top.key == "parts" { Style::Phrases } else { self.style };
        let form = match &entry.value {
            Value::Text(text) => {
                self.check(text, style, entry.line);
                Form::One(text.clone())
            }
            Value::List(list) => {
                for (text, line) in list {
                    self.check(text, style, *line);
                    if text.contains('{') {
                        self.fault(*line, "nothing is filled in in a list: take the name out");
                    }
                }
                Form::List(list.iter().map(|(text, _)| text.clone()).collect())
            }
            Value::Tables(_) | Value::Flag(_) => {
                self.fault(entry.line, &format!("`{}` must be a text, a list of texts or a table", entry.key));
                return;
            }
            Value::Table(entries) => match self.table(entry, entries, top, style) {
                Some(form) => form,
                None => {
                    for inner in entries {
                        self.entry(inner, &format!("{name}_"), top);
                    }
                    return;
                }
            },
        };
        let all: Vec<&str> = form.texts();
        let mut names: Vec<String> = Vec::new();
        for found in all.iter().filter_map(|t| names_in(t).ok()).flatten() {
            if !names.contains(&found) {
                names.push(found);
            }
        }
        let is_template = self.style == Style::Letters;
        self.texts.push(Text { name, place: self.file.place(entry.line), form, names, is_template });
    }

    /// A table that is one text: of a number, or of a vocabulary.
    fn table(&mut self, entry: &Entry, entries: &[Entry], top: &Entry, style: Style) -> Option<Form> {
        let texts: Option<Vec<(&str, &str, usize)>> = entries
            .iter()
            .map(
                |e| if let Value::Text(text) = &e.value { Some((e.key.as_str(), text.as_str(), e.line)) } else { None },
            )
            .collect();
        let texts = texts?;
        if !std::ptr::eq(entry, top)
            && let Some((kind, words)) = vocabulary(&top.key)
        {
            for (key, text, line) in &texts {
                if !words.iter().any(|(id, _)| id == key) {
                    let ids: Vec<&str> = words.iter().map(|(id, _)| *id).collect();
                    self.fault(*line, &format!("`{key}` is unknown: write one of {}", ids.join(", ")));
                }
                // They stand inside other texts.
                if !text.is_empty() {
                    self.check(text, Style::Phrases, *line);
                }
            }
            let mut all = Vec::new();
            for (id, variant) in words {
                match texts.iter().find(|(key, ..)| *key == id) {
                    Some((_, text, _)) => all.push((variant, text.to_string())),
                    None => self.fault(entry.line, &format!("`{id}` is missing: write it; \"\" says nothing")),
                }
            }
            return Some(Form::By(kind, all));
        }
        match texts.as_slice() {
            [("one", one, first), ("many", many, second)] => {
                self.check(one, style, *first);
                self.check(many, style, *second);
                Some(Form::Plural(one.to_string(), many.to_string()))
            }
            _ => None,
        }
    }

    fn check(&mut self, text: &str, style: Style, line: usize) {
        let names = if self.style == Style::Letters { self.templates.fault(text) } else { names_in(text).err() };
        if let Some(what) = names.or_else(|| style.fault(text, self.templates)) {
            self.fault(line, &what);
        }
    }

    fn fault(&mut self, line: usize, what: &str) {
        self.file.fault(line, format_args!("{what}"), self.faults);
    }
}

impl Form {
    fn texts(&self) -> Vec<&str> {
        match self {
            Form::One(text) => vec![text],
            Form::List(list) => list.iter().map(String::as_str).collect(),
            Form::Plural(one, many) => vec![one, many],
            Form::By(_, all) => all.iter().map(|(_, text)| text.as_str()).collect(),
        }
    }

    fn is_like(&self, other: &Form) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// Writes the module of a book; the first language says what there is.
pub(crate) fn emit(books: &[(&str, &Book)], code: &mut String, faults: &mut Faults) {
    let Some((_, measure)) = books.first() else { return };
    for (_, book) in &books[1..] {
        compare(measure, book, faults);
    }
    // What no code uses is a mistake of the data file: the compiler finds it, and shows its place.
    let _ = writeln!(code, "\n#[deny(dead_code)]\npub(crate) mod {} {{", measure.name);
    code.push_str("    #[allow(unused_imports)]\n    use std::fmt::Display;\n\n    #[allow(unused_imports)]\n");
    code.push_str("    use crate::names::terms::*;\n    use crate::words::language::Language;\n");
    for text in &measure.texts {
        let alike = |t: &&Text| t.name == text.name && t.form.is_like(&text.form);
        let all: Vec<(&str, &Text)> =
            books.iter().filter_map(|(language, book)| Some((*language, book.texts.iter().find(alike)?))).collect();
        function(text, &all, code);
    }
    code.push_str("\n    /// Every text, with “X” for each name, and the key it has.\n    #[cfg(test)]\n    #[allow(clippy::vec_init_then_push)]\n");
    code.push_str("    pub(crate) fn every(language: Language) -> Vec<(&'static str, String)> {\n        let mut all = Vec::new();\n");
    for text in &measure.texts {
        sample(text, code);
    }
    code.push_str("        all\n    }\n");
    code.push_str("}\n");
}

/// A further language has the texts of the first, with the same names in them.
fn compare(measure: &Book, book: &Book, faults: &mut Faults) {
    for text in &measure.texts {
        match book.texts.iter().find(|t| t.name == text.name) {
            None => faults.0.push(format!("{}: `{}` is missing: translate {}", book.place, text.name, text.place)),
            Some(own) if !own.form.is_like(&text.form) => {
                faults.0.push(format!(
                    "{}: `{}` has another form than {}: write it alike",
                    own.place, own.name, text.place
                ));
            }
            Some(own) => {
                for name in own.names.iter().filter(|n| !text.names.contains(n)) {
                    faults.0.push(format!("{}: {{{name}}} is unknown here: see {}", own.place, text.place));
                }
            }
        }
    }
    for own in book.texts.iter().filter(|o| !measure.texts.iter().any(|t| t.name == o.name)) {
        faults
            .0
            .push(format!("{}: `{}` is unknown: {} has no such text; remove it", own.place, own.name, measure.place));
    }
}

/// A text without names becomes a function. One with names becomes a structure with a field for each, so that whoever
/// fills it in names them too: a sentence may turn their order round.
fn function(text: &Text, all: &[(&str, &Text)], code: &mut String) {
    let filled = !text.names.is_empty() && !text.is_template;
    let more = match &text.form {
        Form::Plural(..) => ", count: usize".to_string(),
        Form::By(kind, _) => format!(", of: {kind}"),
        Form::One(_) | Form::List(_) => String::new(),
    };
    let result = match (&text.form, filled) {
        (Form::List(_), _) => "&'static [&'static str]",
        (_, true) => "String",
        (_, false) => "&'static str",
    };
    let place = format!("// {}: where no code uses this text, remove it", text.place);
    let _ = writeln!(code, "\n    /// {}", text.form.texts().first().map_or("", |t| t.trim()));
    if filled {
        let names: Vec<String> = text.names.iter().map(|n| n.replace('-', "_")).collect();
        let types: Vec<String> = (0..names.len()).map(|n| format!("T{n}")).collect();
        let fields: Vec<String> = names.iter().zip(&types).map(|(n, t)| format!("pub(crate) {n}: {t}")).collect();
        let (name, types) = (camel(&text.name), types.join(", "));
        let bounds = types.replace(',', ": Display,") + ": Display";
        let _ = writeln!(code, "    pub(crate) struct {name}<{types}> {{ {} }} {place}", fields.join(", "));
        let _ = writeln!(code, "    impl<{bounds}> {name}<{types}> {{");
        let _ = writeln!(code, "    pub(crate) fn text(self, language: Language{more}) -> String {{");
        let _ = writeln!(code, "        let Self {{ {} }} = self;", names.join(", "));
    } else {
        let _ =
            writeln!(code, "    pub(crate) const fn {}(language: Language{more}) -> {result} {{ {place}", text.name);
    }
    let value = |text: &str| match filled {
        // The braces are those of `format!`, whose names have no hyphens.
        true => format!("format!({:?})", underscored(text)),
        false => format!("{text:?}"),
    };
    code.push_str("        match language {\n");
    for (language, own) in all {
        let own = match &own.form {
            Form::One(text) => value(text),
            Form::List(list) => format!("&{list:?}"),
            Form::Plural(one, many) => format!("if count == 1 {{ {} }} else {{ {} }}", value(one), value(many)),
            Form::By(kind, all) => {
                let arms: Vec<String> = all.iter().map(|(v, text)| format!("{kind}::{v} => {}", value(text))).collect();
                format!("match of {{ {} }}", arms.join(", "))
            }
        };
        let _ = writeln!(code, "            Language::{language} => {own},");
    }
    code.push_str(if filled { "        }\n    }\n    }\n" } else { "        }\n    }\n" });
}

/// Adds a text to the list of all, once for each of its forms.
fn sample(text: &Text, code: &mut String) {
    let fields: Vec<String> = text.names.iter().map(|n| format!("{}: \"X\"", n.replace('-', "_"))).collect();
    let call = |more: &str| match fields.is_empty() || text.is_template {
        true => format!("{}(language{more}).to_string()", text.name),
        false => format!("{} {{ {} }}.text(language{more})", camel(&text.name), fields.join(", ")),
    };
    let name = &text.name;
    let _ = match &text.form {
        Form::One(_) => writeln!(code, "        all.push(({name:?}, {}));", call("")),
        Form::List(_) => {
            writeln!(code, "        all.extend({name}(language).iter().map(|t| ({name:?}, t.to_string())));")
        }
        Form::Plural(..) => writeln!(code, "        all.extend([1, 2].map(|n| ({name:?}, {})));", call(", n")),
        Form::By(kind, _) => {
            writeln!(code, "        all.extend({kind}::ALL.iter().map(|of| ({name:?}, {})));", call(", *of"))
        }
    };
}

/// `passed_on` as the name of a type.
fn camel(name: &str) -> String {
    name.split('_').flat_map(|w| w[..1].to_uppercase().chars().chain(w[1..].chars()).collect::<Vec<_>>()).collect()
}

/// A text whose names are written as Rust has them.
fn underscored(text: &str) -> String {
    let mut inside = false;
    text.chars()
        .map(|c| {
            inside = c == '{' || inside && c != '}';
            if inside && c == '-' { '_' } else { c }
        })
        .collect()
}
