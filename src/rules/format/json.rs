//! JSON as the same tree.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::node::{Field, Lines, Node, Value};

impl Node {
    /// Reads JSON.
    ///
    /// # Errors
    /// The line of the first mistake and what it is.
    pub(crate) fn from_json(text: &str) -> Result<Node, (usize, String)> {
        let lines = Lines::new(text);
        let whole: &RawValue = serde_json::from_str(text).map_err(|e| (e.line().max(1), e.to_string()))?;
        node(whole, &lines, DEEPEST)
    }
}

/// A list of rules, a rule, its examples, an example, a text: nothing lies deeper.
const DEEPEST: usize = 5;

/// The offset of a part of the text.
fn offset(part: &str, lines: &Lines<'_>) -> usize {
    part.as_ptr() as usize - lines.text().as_ptr() as usize
}

/// What was read raw is well-formed; each level is taken apart by itself so that its parts know where they stand.
fn node(raw: &RawValue, lines: &Lines<'_>, depth: usize) -> Result<Node, (usize, String)> {
    let part = raw.get();
    let line = lines.line(offset(part, lines));
    let fault = |e: serde_json::Error| (line, e.to_string());
    let value = match part.as_bytes().first() {
        Some(b'"') => Value::Text(serde_json::from_str(part).map_err(fault)?),
        Some(b't' | b'f') => Value::Flag(part == "true"),
        Some(b'n') => Value::Nothing,
        // No field takes what lies so deep.
        Some(b'[' | b'{') if depth == 0 => Value::Other,
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(part).map_err(fault)?;
            Value::List(items.into_iter().map(|item| node(item, lines, depth - 1)).collect::<Result<_, _>>()?)
        }
        Some(b'{') => {
            let items: BTreeMap<String, &RawValue> = serde_json::from_str(part).map_err(fault)?;
            let mut items: Vec<(String, &RawValue)> = items.into_iter().collect();
            items.sort_by_key(|(_, raw)| offset(raw.get(), lines));
            let field = |(name, raw): (String, &RawValue)| {
                let node = node(raw, lines, depth - 1)?;
                Ok(Field { name, line: node.line, node })
            };
            Value::Table(items.into_iter().map(field).collect::<Result<_, _>>()?)
        }
        _ => Value::Other,
    };
    Ok(Node { line, value })
}
