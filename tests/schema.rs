//! What is written keeps to the schema that the program gives.

use serde_json::Value;
use whybounce::output::{json, schema};
use whybounce::{Table, diagnose};

use crate::bin::Run;
use crate::fixtures;

/// What a value breaks of a schema, as far as ours has keywords.
fn faults(schema: &Value, value: &Value, path: &str, out: &mut Vec<String>) {
    if let Some(wanted) = schema.get("const")
        && wanted != value
    {
        out.push(format!("{path}: {value} is not {wanted}"));
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array)
        && !words.contains(value)
    {
        out.push(format!("{path}: {value} is none of the words"));
    }
    if let Some(kinds) = schema.get("type") {
        let is = |kind: &str| match kind {
            "string" => value.is_string(),
            "null" => value.is_null(),
            "integer" => value.is_u64(),
            "number" => value.is_number(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            other => panic!("the test does not know the type {other}"),
        };
        let fits = match kinds {
            Value::String(kind) => is(kind),
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(is),
            _ => false,
        };
        if !fits {
            out.push(format!("{path}: {value} is no {kinds}"));
        }
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        let tried: Vec<Vec<String>> = choices
            .iter()
            .map(|choice| {
                let mut wrong = Vec::new();
                faults(choice, value, path, &mut wrong);
                wrong
            })
            .collect();
        if tried.iter().all(|wrong| !wrong.is_empty()) {
            out.extend(tried.into_iter().flatten());
        }
    }
    if let (Some(fields), Some(object)) = (schema.get("properties").and_then(Value::as_object), value.as_object()) {
        for (name, inner) in object {
            match fields.get(name) {
                Some(schema) => faults(schema, inner, &format!("{path}.{name}"), out),
                None => out.push(format!("{path}.{name} is not in the schema")),
            }
        }
        for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !object.contains_key(name) {
                out.push(format!("{path}.{name} is missing"));
            }
        }
    }
    if let (Some(items), Some(list)) = (schema.get("items"), value.as_array()) {
        for (n, item) in list.iter().enumerate() {
            faults(items, item, &format!("{path}[{n}]"), out);
        }
    }
}

#[test]
fn every_fixture_keeps_to_the_schema() {
    let schema = schema::message();
    let table = Table::default().indexed();
    for file in fixtures::all() {
        let raw = std::fs::read(&file).expect("a fixture");
        for form in [json::Form::default(), json::Form::default().slim(true), json::Form::default().full(true)] {
            let mut line = Vec::new();
            json::write_message_as(&mut line, "fixture", &diagnose(&raw, &table), form, Some("[1]"));
            let value: Value = serde_json::from_slice(&line).expect("JSON");
            let mut wrong = Vec::new();
            faults(&schema, &value, "", &mut wrong);
            assert!(wrong.is_empty(), "{}: {wrong:#?}", file.display());
        }
    }
}

#[test]
fn the_program_gives_the_same() {
    let ran = Run::new(&["schema"]).run();
    assert_eq!(ran.code, Some(0));
    assert_eq!(serde_json::from_str::<Value>(&ran.stdout).expect("JSON"), schema::message());
    // A test that finds nothing wrong is worth something only if it can.
    let mut wrong = Vec::new();
    faults(&schema::message(), &serde_json::json!({ "kind": "gone", "x": 1 }), "", &mut wrong);
    assert!(wrong.len() > 10, "{wrong:?}");
}

#[test]
fn manual_and_completions() {
    let man = Run::new(&["man"]).run();
    assert_eq!(man.code, Some(0));
    for part in [".TH", "EXIT STATUS", "whybounce scan", "\\-\\-suppress", "EXAMPLES"] {
        assert!(man.stdout.contains(part), "{part}");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = Run::new(&["completions", shell]).run();
        assert!(ran.code == Some(0) && ran.stdout.contains("whybounce"), "{shell}: {}", ran.stderr);
    }
}
