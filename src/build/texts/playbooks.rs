//! The playbooks: `playbooks/*.toml`, one subject a file, to tables of the program.

use std::collections::BTreeSet;
use std::fmt::{Debug, Write as _};
use std::fs;
use std::path::Path;
use std::str::FromStr;

use super::file::{Entry, Faults, File, Value};
use super::form::{Style, Templates, names_in};
use crate::names::code::Code;
use crate::names::terms::{Action, Audience, Cause, Form, Owner, Side, Speaker, Stage};

/// The folder below that of a language.
pub(super) const FOLDER: &str = "playbooks";

/// The keys of a condition that hold words of a vocabulary, and those that hold texts.
const WORDS: &[&str] = &["cause", "owner", "stage", "side", "speaker", "form", "reader", "action"];
const TEXTS: &[&str] = &["says", "unless", "by", "software", "rule", "knows"];

/// The table of a language's playbooks as Rust, in the order of their ids.
pub(super) fn emit(root: &Path, folder: &str, templates: &Templates, faults: &mut Faults) -> String {
    let mut ids: Vec<String> = fs::read_dir(root.join(folder))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|e| Some(e.file_name().to_str()?.strip_suffix(".toml")?.to_string()))
        .collect();
    ids.sort();
    let mut code = String::from("&[\n");
    let mut general: BTreeSet<Cause> = BTreeSet::new();
    for id in ids {
        let file = File::read(root, &format!("{folder}/{id}.toml"), faults);
        general.extend(Reader { file: &file, templates, faults }.playbook(&id, &mut code));
    }
    code.push(']');
    for cause in Cause::ALL.iter().filter(|c| !general.contains(c)) {
        faults.0.push(format!(
            "{folder}: no playbook is for {cause} whatever the evidence: write one with a [[when]] that names this cause alone"
        ));
    }
    code
}

struct Reader<'a> {
    file: &'a File,
    templates: &'a Templates,
    faults: &'a mut Faults,
}

impl Reader<'_> {
    /// Writes a playbook; gives the causes that it is for whatever else holds.
    fn playbook(&mut self, id: &str, code: &mut String) -> Vec<Cause> {
        let (mut subject, mut sources, mut when, mut steps) = (String::new(), 0, String::new(), String::new());
        let mut general = Vec::new();
        let mut parties = BTreeSet::new();
        for entry in &self.file.entries {
            match (entry.key.as_str(), &entry.value) {
                ("subject", Value::Text(text)) => {
                    subject.clone_from(text);
                    if let Some(what) = Style::Phrases.fault(text, self.templates) {
                        self.fault(entry.line, &what);
                    }
                }
                ("sources", Value::List(list)) => sources = list.len(),
                ("when", Value::Tables(conditions)) => {
                    for (fields, line) in conditions {
                        match fields.iter().find(|f| f.key == "cause").map(|f| &f.value) {
                            Some(Value::List(causes)) if fields.len() == 1 => {
                                general.extend(causes.iter().filter_map(|(c, _)| Cause::from_id(c)));
                            }
                            Some(_) => {}
                            None => self.fault(*line, "a [[when]] names causes: write `cause`"),
                        }
                        when += &self.condition(fields);
                        when.push_str(", ");
                    }
                }
                ("step", Value::Tables(list)) => {
                    for (fields, line) in list {
                        self.step(fields, *line, &mut parties, &mut steps);
                    }
                }
                (key, _) => self.fault(
                    entry.line,
                    &format!("`{key}`: a playbook has a text `subject`, a list `sources`, [[when]] and [[step]]"),
                ),
            }
        }
        if subject.is_empty() || sources == 0 || when.is_empty() || steps.is_empty() {
            self.fault(1, "write `subject`, `sources`, [[when]] and [[step]]: one of them is missing");
        }
        for cause in &general {
            for owner in [cause.default_owner(), Owner::Sender, Owner::SenderAdmin] {
                if !matches!(owner, Owner::Nobody | Owner::Unknown) && !parties.contains(&owner) {
                    self.fault(1, &format!("it is the playbook of {cause}: write a step without `if` for {owner}"));
                }
            }
        }
        let _ =
            writeln!(code, "Playbook {{ id: {id:?}, subject: {subject:?}, when: &[{when}], steps: &[\n{steps}] }},");
        general
    }

    fn fault(&mut self, line: usize, what: &str) {
        self.file.fault(line, format_args!("{what}"), self.faults);
    }

    /// A condition; what it does not name, it does not ask.
    fn condition(&mut self, fields: &[Entry]) -> String {
        let mut code = String::from("Condition { ");
        for field in fields {
            let key = field.key.as_str();
            let Value::List(items) = &field.value else {
                self.fault(field.line, &format!("`{key}` is a list: put it in square brackets"));
                continue;
            };
            let value = match key {
                "cause" => self.words::<Cause>("Cause", items),
                "owner" => self.words::<Owner>("Owner", items),
                "stage" => self.words::<Stage>("Stage", items),
                "side" => self.words::<Side>("Side", items),
                "speaker" => self.words::<Speaker>("Speaker", items),
                "form" => self.words::<Form>("Form", items),
                "reader" => self.words::<Audience>("Audience", items),
                "action" => self.words::<Action>("Action", items),
                "code" => self.words::<Code>("", items),
                _ if TEXTS.contains(&key) => {
                    for (text, line) in items {
                        let wrong = match key {
                            "says" | "unless" => crate::rules::phrase::check(text).err(),
                            "knows" => self.templates.fault(&format!("{{{text}}}")),
                            _ => None,
                        };
                        if let Some(what) = wrong {
                            self.fault(*line, &what);
                        }
                    }
                    let texts: Vec<&str> = items.iter().map(|(text, _)| text.as_str()).collect();
                    format!("{texts:?}")
                }
                _ => {
                    let all = [WORDS, TEXTS].concat().join(", ");
                    self.fault(field.line, &format!("`{key}` is unknown: a condition has code, {all}"));
                    continue;
                }
            };
            if items.is_empty() {
                self.fault(field.line, &format!("`{key}` is empty: nothing fits it; take it away"));
            }
            let _ = write!(code, "{key}: &{value}, ");
        }
        code.push_str("..Condition::ALWAYS }");
        code
    }

    /// Words of a vocabulary, or codes.
    fn words<T: FromStr<Err: ToString> + Debug>(&mut self, name: &str, items: &[(String, usize)]) -> String {
        let mut values = Vec::new();
        for (text, line) in items {
            match text.parse::<T>() {
                Ok(value) if name.is_empty() => values.push(format!("{value:?}")),
                Ok(value) => values.push(format!("{name}::{value:?}")),
                Err(e) => self.fault(*line, &e.to_string()),
            }
        }
        format!("[{}]", values.join(", "))
    }

    fn step(&mut self, fields: &[Entry], line: usize, parties: &mut BTreeSet<Owner>, code: &mut String) {
        let (mut who, mut does, mut forms, mut more) = (None, "", Vec::new(), false);
        let (mut run, mut verify, mut link, mut only_if) = ("", "", "", String::new());
        let mut run_for: Vec<&str> = Vec::new();
        for field in fields {
            match (field.key.as_str(), &field.value) {
                ("who", Value::Text(text)) => match Owner::from_id(text) {
                    Some(Owner::Nobody | Owner::Unknown) | None => {
                        self.fault(
                            field.line,
                            &format!("“{text}” does nothing: name sender, recipient, their -admin or forwarder"),
                        );
                    }
                    owner => who = owner,
                },
                ("does", Value::Text(text)) => does = text,
                ("do", Value::Text(text)) => forms.push((text.as_str(), field.line)),
                ("do", Value::List(list)) => forms.extend(list.iter().map(|(t, l)| (t.as_str(), *l))),
                ("run", Value::Text(text)) => run = text,
                ("run-for", Value::List(list)) => run_for.extend(list.iter().map(|(t, _)| t.as_str())),
                ("verify", Value::Text(text)) => verify = text,
                ("link", Value::Text(text)) => link = text,
                ("if", Value::Table(fields)) => only_if = self.condition(fields),
                ("more", Value::Flag(flag)) => more = *flag,
                (key, _) => self.fault(
                    field.line,
                    &format!("`{key}`: a step has who, does, do, run, run-for, verify, link, if and more"),
                ),
            }
        }
        let Some(who) = who else { return self.fault(line, "whom is the step for? Write `who`") };
        let is_subject = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if !does.split('-').all(is_subject) {
            self.fault(line, "say in `does` what the step is about: small letters and digits, with hyphens");
        }
        if forms.is_empty() {
            self.fault(line, "the sentence is missing: write `do`");
        }
        for (text, line) in &forms {
            if let Some(what) = self.templates.fault(text).or_else(|| Style::Steps.fault(text, self.templates)) {
                self.fault(*line, &what);
            }
        }
        // A noun phrase in the place of a name makes clumsy sentences: what is said without the name is a sentence of its own.
        if let Some((text, line)) = forms.last()
            && names_in(text).is_ok_and(|names| !names.is_empty())
        {
            self.fault(*line, "the last form is for where no name is known: write one without names");
        }
        if !verify.is_empty()
            && let Some(what) = self.templates.fault(verify).or_else(|| Style::Sentences.fault(verify, self.templates))
        {
            self.fault(line, &format!("`verify`: {what}"));
        }
        if let Some(what) = self.templates.fault_of_command(run) {
            self.fault(line, &format!("`run`: {what}"));
        }
        if !link.is_empty() && !link.starts_with("https://") {
            self.fault(line, "a link begins with https://");
        }
        if only_if.is_empty() && !more {
            parties.insert(who);
        }
        if only_if.is_empty() {
            only_if.push_str("Condition::ALWAYS");
        }
        let forms: Vec<&str> = forms.iter().map(|(text, _)| *text).collect();
        let _ = writeln!(
            code,
            "    Step {{ who: Owner::{who:?}, does: {does:?}, forms: &{forms:?}, run: {run:?}, run_for: &{run_for:?}, verify: {verify:?}, \
             link: {link:?}, only_if: {only_if}, more: {more} }},"
        );
    }
}
