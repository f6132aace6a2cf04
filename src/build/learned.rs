//! The word model: made of the rules' own examples, phrases and summaries, and of what is said about each cause, it
//! becomes `learned.bin` in the output folder. What it is for, and how it is measured, stands in `rules/learned`.

pub(crate) mod train;

use std::path::PathBuf;
use std::{env, fs};

use super::rules::File;
use crate::names::terms::Cause;
use crate::rules::format::node::{Node, Value};

/// The words about the causes, in English.
const CAUSES: &str = "src/words/en/causes.toml";

/// What is said about a cause and is used here, in this order.
const TOLD: &[&str] = &["title", "summary", "meaning"];

/// Makes the model.
pub(crate) fn build(files: &[File]) {
    println!("cargo::rerun-if-changed=src/build");
    println!("cargo::rerun-if-changed=src/rules/learned");
    println!("cargo::rerun-if-changed={CAUSES}");
    let mut lessons = Vec::new();
    let mut number = 0;
    for (place, file) in files.iter().enumerate() {
        for located in &file.rules {
            train::of_rule(&located.rule, number, place, &mut lessons);
            number += 1;
        }
    }
    // A fault in this file is told where its texts are read.
    let causes = fs::read_to_string(CAUSES).ok().and_then(|text| Node::from_toml(&text).ok());
    for (cause, texts) in causes.iter().flat_map(texts) {
        train::of_cause(cause, &texts, number, &mut lessons);
        number += 1;
    }
    train::of_wordings(number, &mut lessons);
    let model = train::School::new(lessons).model(|_| true);
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the output folder"));
    fs::write(out.join("learned.bin"), model).expect("the output folder can be written");
}

/// Title, summary and meaning of each cause, in the order of the causes.
fn texts(whole: &Node) -> Vec<(Cause, Vec<&str>)> {
    let Value::Table(entries) = &whole.value else { return Vec::new() };
    let of_cause = |cause: &Cause| {
        let entry = entries.iter().find(|e| e.name == cause.id())?;
        let Value::Table(fields) = &entry.node.value else { return None };
        let text = |name: &&str| match &fields.iter().find(|f| f.name == *name)?.node.value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        };
        Some((*cause, TOLD.iter().filter_map(text).collect()))
    };
    Cause::ALL.iter().filter_map(of_cause).collect()
}
