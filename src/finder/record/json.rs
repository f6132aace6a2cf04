//! JSON, by itself or amid other lines: events of services, and the lines of logs that it was set around.

use serde_json::Value;

use super::keys::{is_recipient_key, plain, words_rank};
use super::{Parts, Record, report};
use crate::names::address;
use crate::report::types::Report;

/// JSON with something before or behind it: a line of prose, the prefix of a logger.
pub(super) fn amid(text: &str) -> Option<Parts> {
    if !text.contains("{\"") && !text.contains("{\n") && !text.contains("{ \"") {
        return None;
    }
    // A block on lines of its own.
    if let Some(start) = text
        .lines()
        .scan(0, |at, l| {
            let here = *at;
            *at += l.len() + 1;
            Some((here, l))
        })
        .find(|(_, l)| matches!(l.trim(), "{" | "[" | "[{"))
        .map(|(at, _)| at)
        && let Some(end) = text.rfind("\n}").map(|e| e + 2).or_else(|| text.rfind("\n]").map(|e| e + 2))
        && end > start
        && let Some(Parts::Events(found)) = whole(&text[start..end])
    {
        return Some(Parts::Events(found));
    }
    let mut reports = Vec::new();
    for line in text.lines().take(200_000) {
        let Some(at) = line.find("{\"").or_else(|| line.find("{ \"")) else { continue };
        if let Some(Ok(value)) = serde_json::Deserializer::from_str(&line[at..]).into_iter::<Value>().next() {
            reports.extend(events(&value));
        }
    }
    (!reports.is_empty()).then_some(Parts::Events(reports))
}

/// A text that is JSON from its beginning: one value, a list, or one value on each line.
pub(super) fn whole(text: &str) -> Option<Parts> {
    let mut values: Vec<Value> = Vec::new();
    let mut broken = 0;
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        match value {
            Ok(value @ (Value::Object(_) | Value::Array(_))) => values.push(value),
            _ => {
                broken += 1;
                break;
            }
        }
    }
    if broken > 0 {
        // One line that is no JSON does not hide the others; a terminal may have broken lines.
        let lines: Vec<Value> = text
            .lines()
            .filter_map(|l| serde_json::from_str::<Value>(l.trim()).ok())
            .filter(|v| v.is_object() || v.is_array())
            .collect();
        if lines.len() > values.len() {
            values = lines;
        } else if values.is_empty() {
            values.extend(
                serde_json::from_str::<Value>(&text.replace("!\n ", "").replace("\n ", "").replace('\n', "")).ok(),
            );
        }
    }
    if values.is_empty() {
        return None;
    }
    if values.iter().all(is_own) {
        return Some(Parts::Events(Vec::new()));
    }
    let mut lines = String::new();
    let mut said = String::new();
    let mut reports = Vec::new();
    for value in &values {
        let items: Vec<&Value> = match value {
            Value::Array(items) => items.iter().collect(),
            other => vec![other],
        };
        for item in items {
            let found = if is_container_line(item) { Vec::new() } else { events(item) };
            if found.is_empty() {
                if let Some(line) = logged(item).filter(|_| !nested(item)) {
                    lines.push_str(line);
                    // The refusal may stand in a field beside the message.
                    for (_, said) in beside(item, line) {
                        lines.push_str(if lines.ends_with('\n') { "" } else { "\n" });
                        lines.push_str(said);
                    }
                    if !line.ends_with('\n') {
                        lines.push('\n');
                    }
                } else {
                    let mut record = Record::default();
                    let mut parts = Vec::new();
                    flatten(item, "", 0, &mut record, &mut parts);
                    for (key, value) in parts.iter().chain([&record]).flat_map(|r| &r.fields) {
                        said.push_str(&format!("{key}: {value}\n"));
                    }
                }
            } else {
                reports.extend(found);
            }
        }
    }
    if !reports.is_empty() {
        return Some(Parts::Events(reports));
    }
    // No logger and no event: whatever its values say.
    if lines.is_empty() {
        lines = said;
    }
    (!lines.is_empty()).then_some(Parts::Lines(lines))
}

/// A diagnosis of this program is no report.
fn is_own(value: &Value) -> bool {
    value.get("schema_version").is_some() && value.get("recipients").is_some() && value.get("kind").is_some()
}

/// The line that a container or a logger wrapped: Docker's `log`, `message`, `msg`, journald's `MESSAGE`.
fn logged(value: &Value) -> Option<&str> {
    ["log", "message", "msg", "MESSAGE", "@message", "text", "event", "short_message"]
        .iter()
        .find_map(|k| value.get(k)?.as_str())
}

/// A line that Docker or journald keeps (their `json-file` driver and `-o json`): nothing in it tells of a message but the
/// line itself, and a dialogue takes several.
fn is_container_line(value: &Value) -> bool {
    let has = |k: &str| value.get(k).is_some_and(Value::is_string);
    has("log") && has("stream") || has("MESSAGE") && has("__REALTIME_TIMESTAMP")
}

/// The other values of a logged record in which a server's words may stand.
fn beside<'v>(value: &'v Value, line: &'v str) -> Vec<(&'v String, &'v str)> {
    let Some(map) = value.as_object() else { return Vec::new() };
    map.iter()
        .filter(|(k, _)| words_rank(&plain(k)).is_some())
        .filter_map(|(k, v)| Some((k, v.as_str()?)))
        .filter(|(_, v)| *v != line && !line.contains(v))
        .collect()
}

/// Does an object of a program's own stand beside the logged line, such as the error?
fn nested(value: &Value) -> bool {
    ["err", "error", "exception", "exc_info", "context", "details"]
        .iter()
        .any(|k| value.get(k).is_some_and(|v| v.is_object() || v.is_array()))
}

/// The reports in a value: one for each object with a recipient and a refusal.
fn events(value: &Value) -> Vec<Report> {
    if is_own(value) {
        return Vec::new();
    }
    let mut record = Record::default();
    let mut parts: Vec<Record> = Vec::new();
    flatten(value, "", 0, &mut record, &mut parts);
    if parts.is_empty() {
        return report::of(&record).into_iter().collect();
    }
    // Recipients with answers of their own, under what is said of the message.
    let mut whole: Option<Report> = None;
    for part in parts {
        // What the message as a whole says of recipients stands behind the part's own.
        let mut fields = part.fields;
        fields.extend(record.fields.iter().filter(|(k, _)| !is_recipient_key(k)).cloned());
        if let Some(one) = report::of(&Record { fields }) {
            match &mut whole {
                None => whole = Some(one),
                Some(whole) => whole.recipients.extend(one.recipients),
            }
        }
    }
    if let Some(whole) = &mut whole {
        whole.kind = whole.kind_of_actions();
    }
    whole.or_else(|| report::of(&record)).into_iter().collect()
}

/// Writes a value's fields into the record; objects in a list that name an address become parts of their own.
fn flatten(value: &Value, key: &str, depth: usize, record: &mut Record, parts: &mut Vec<Record>) {
    if depth > 8 || record.fields.len() > 500 {
        return;
    }
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                let name = plain(name);
                // `"to": {"email": …}` keeps the outer name.
                let name = if matches!(name.as_str(), "value" | "address" | "addr") && !key.is_empty() {
                    key.to_string()
                } else {
                    name
                };
                let name = match (key, name.as_str()) {
                    ("peeraddress", "name") => "mxhost".to_string(),
                    ("headers", "to" | "from" | "subject") => format!("header{name}"),
                    _ => name,
                };
                flatten(value, &name, depth + 1, record, parts);
            }
        }
        // Sentry's tags and their like: `["rcpt", "a@b"]`.
        Value::Array(items)
            if items.len() == 2
                && items[0].as_str().is_some_and(|n| n.len() < 24 && !n.contains(['@', ' ']))
                && items[1].is_string() =>
        {
            let name = items[0].as_str().map(plain).unwrap_or_default();
            flatten(&items[1], &name, depth + 1, record, parts);
        }
        Value::Array(items) => {
            for item in items.iter().take(2000) {
                let own = item.is_object() && {
                    let mut part = Record::default();
                    flatten(item, key, depth + 1, &mut part, &mut Vec::new());
                    let named = part
                        .fields
                        .iter()
                        .any(|(k, v)| (is_recipient_key(k) || k == "address") && address::find(v).is_some());
                    let named = named && key != "headers";
                    if named {
                        parts.push(part);
                    }
                    named
                };
                if !own {
                    flatten(item, key, depth + 1, record, parts);
                }
            }
        }
        Value::String(text) => {
            let inner = text.trim_start();
            if inner.starts_with(['{', '['])
                && inner.len() > 2
                && let Ok(inner @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str::<Value>(inner)
            {
                flatten(&inner, key, depth + 1, record, parts);
            } else {
                record.fields.push((key.to_string(), text.clone()));
            }
        }
        Value::Number(n) => record.fields.push((key.to_string(), n.to_string())),
        Value::Bool(b) => record.fields.push((key.to_string(), b.to_string())),
        Value::Null => {}
    }
}
