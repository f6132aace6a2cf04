//! A data file as a tree of values, each with the line on which it stands, whatever the file is written in.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and its line.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// The line, counted from 1.
    pub line: usize,
    /// The value.
    pub value: Value,
}

/// What may stand in a data file.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// JSON's `null`.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A text.
    Text(String),
    /// Values in their order.
    List(Vec<Node>),
    /// Values with names, in the order of the file.
    Table(Vec<Field>),
    /// Anything else, such as a number or a date: no field takes it.
    Other,
}

/// A named value.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Its name.
    pub name: String,
    /// The line of the name.
    pub line: usize,
    /// The value.
    pub node: Node,
}

/// Finds the line of an offset.
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, starts: std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect() }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    pub(crate) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }
}

impl Node {
    /// Reads TOML.
    ///
    /// # Errors
    /// The line of the first mistake and what it is.
    pub(crate) fn from_toml(text: &str) -> Result<Node, (usize, String)> {
        let lines = Lines::new(text);
        match DeTable::parse(text) {
            Ok(table) => Ok(Node { line: 1, value: Value::Table(fields(table.get_ref(), &lines)) }),
            Err(e) => Err((e.span().map_or(1, |span| lines.line(span.start)), e.message().trim_end().to_string())),
        }
    }
}

fn fields(table: &DeTable<'_>, lines: &Lines<'_>) -> Vec<Field> {
    let mut fields: Vec<(usize, Field)> = table
        .iter()
        .map(|(name, value)| {
            let at = name.span().start;
            (at, Field { name: name.get_ref().to_string(), line: lines.line(at), node: node(value, lines) })
        })
        .collect();
    fields.sort_by_key(|(at, _)| *at);
    fields.into_iter().map(|(_, field)| field).collect()
}

fn node(value: &Spanned<DeValue<'_>>, lines: &Lines<'_>) -> Node {
    let line = lines.line(value.span().start);
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Array(items) => Value::List(items.iter().map(|item| node(item, lines)).collect()),
        DeValue::Table(table) => Value::Table(fields(table, lines)),
        _ => Value::Other,
    };
    Node { line, value }
}
