//! A data file with the place of everything in it.

use std::fs;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is wrong with the data files, each with the place and what to do.
#[derive(Default)]
pub(crate) struct Faults(pub(crate) Vec<String>);

/// A file, read.
pub(crate) struct File {
    path: String,
    pub(crate) entries: Vec<Entry>,
}

/// A key with its value, in the order of the file.
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) value: Value,
    pub(crate) line: usize,
    at: usize,
}

/// What the data files hold.
pub(crate) enum Value {
    Text(String),
    List(Vec<(String, usize)>),
    Table(Vec<Entry>),
    /// A list of tables, each with its line.
    Tables(Vec<(Vec<Entry>, usize)>),
    Flag(bool),
}

impl File {
    /// Reads a file; what cannot be read is empty, and a fault.
    pub(crate) fn read(root: &Path, path: &str, faults: &mut Faults) -> Self {
        let mut file = Self { path: path.to_string(), entries: Vec::new() };
        let text = match fs::read_to_string(root.join(path)) {
            Ok(text) => text,
            Err(e) => {
                faults.0.push(format!("{path}: {e}; every language needs this file"));
                return file;
            }
        };
        match DeTable::parse(&text) {
            Ok(table) => file.entries = file.table(table.get_ref(), &text, faults),
            Err(e) => {
                let line = line_of(&text, e.span().map_or(0, |s| s.start));
                file.fault(line, format_args!("this is not TOML: {}", e.message()), faults);
            }
        }
        file
    }

    /// Notes a fault of a line.
    pub(crate) fn fault(&self, line: usize, what: std::fmt::Arguments<'_>, faults: &mut Faults) {
        faults.0.push(format!("{}:{line}: {what}", self.path));
    }

    /// Where something stands.
    pub(crate) fn place(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }

    fn table(&self, table: &DeTable<'_>, text: &str, faults: &mut Faults) -> Vec<Entry> {
        let mut entries: Vec<Entry> = table
            .iter()
            .filter_map(|(key, value)| {
                let at = key.span().start;
                let (name, line) = (key.get_ref().to_string(), line_of(text, at));
                Some(Entry { value: self.value(&name, value, text, faults)?, key: name, line, at })
            })
            .collect();
        entries.sort_by_key(|e| e.at);
        entries
    }

    fn value(&self, key: &str, value: &Spanned<DeValue<'_>>, text: &str, faults: &mut Faults) -> Option<Value> {
        match value.get_ref() {
            DeValue::String(s) => Some(Value::Text(s.to_string())),
            DeValue::Table(table) => Some(Value::Table(self.table(table, text, faults))),
            DeValue::Boolean(flag) => Some(Value::Flag(*flag)),
            DeValue::Array(items) if items.iter().any(|i| matches!(i.get_ref(), DeValue::Table(_))) => {
                let tables = items.iter().filter_map(|item| {
                    let line = line_of(text, item.span().start);
                    match item.get_ref() {
                        DeValue::Table(table) => Some((self.table(table, text, faults), line)),
                        _ => {
                            self.fault(line, format_args!("`{key}` is a list of tables: write [[{key}]]"), faults);
                            None
                        }
                    }
                });
                Some(Value::Tables(tables.collect()))
            }
            DeValue::Array(items) => {
                let texts = items.iter().filter_map(|item| {
                    let line = line_of(text, item.span().start);
                    match item.get_ref() {
                        DeValue::String(s) => Some((s.to_string(), line)),
                        _ => {
                            self.fault(line, format_args!("`{key}` is a list of texts: put this in quotes"), faults);
                            None
                        }
                    }
                });
                Some(Value::List(texts.collect()))
            }
            _ => {
                let line = line_of(text, value.span().start);
                self.fault(line, format_args!("`{key}` must be a text: put it in quotes"), faults);
                None
            }
        }
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()[..at.min(text.len())].iter().filter(|b| **b == b'\n').count() + 1
}
