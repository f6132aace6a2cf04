//! The rules: `src/rules/data/**/*.toml` become `rules.rs` in the output folder.

use std::collections::BTreeSet;
use std::fmt::{Debug, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::rules::format::fault::{Fault, enumerate};
use crate::rules::format::node::{Node, Value};
use crate::rules::format::read::{self, Contents, Located, Shared};
use crate::rules::rule::{Authority, Example, Rule, Text};

/// The folder, as messages name it.
const FOLDER: &str = "src/rules/data";

/// What is shared by all files.
const SHARED: &str = "shared.toml";

/// The order of the files.
const ORDER: &str = "order.toml";

/// A file in its place.
pub struct File {
    /// How much its rules weigh.
    pub authority: Authority,
    /// Its name below the folder.
    pub name: String,
    /// Its rules.
    pub rules: Vec<Located>,
}

/// Compiles the rules, and gives them; every fault of the data stops the build.
pub fn compile() -> Vec<File> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut faults = Vec::new();
    let files = read_all(&mut faults);
    for fault in &faults {
        println!("cargo::error={fault}");
    }
    if faults.is_empty() {
        let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo names the output folder"));
        fs::write(out.join("rules.rs"), rust(&files)).expect("the output folder can be written");
    }
    files
}

/// Reads a file of the folder; one with a mistake in its syntax gives nothing.
fn parse(name: &str, faults: &mut Vec<Fault>) -> Option<Node> {
    let path = format!("{FOLDER}/{name}");
    let parsed = fs::read_to_string(&path)
        .map_err(|e| (1, format!("it cannot be read: {e}")))
        .and_then(|text| Node::from_toml(&text).map_err(|(line, why)| (line, format!("it is not valid TOML: {why}"))));
    parsed.map_err(|(line, what)| faults.push(Fault { file: path, line, what })).ok()
}

fn read_all(faults: &mut Vec<Fault>) -> Vec<File> {
    let mut shared = Shared::default();
    if let Some(node) = parse(SHARED, faults) {
        let (texts, wrong) = read::shared(&format!("{FOLDER}/{SHARED}"), &node);
        shared = texts;
        faults.extend(wrong);
    }
    let mut files = Vec::new();
    for (authority, name) in order(faults) {
        let Some(node) = parse(&name, faults) else { continue };
        let Contents { rules, faults: wrong, remarks } = read::rules(&format!("{FOLDER}/{name}"), &node, &shared);
        faults.extend(wrong.into_iter().chain(remarks));
        files.push(File { authority, name, rules });
    }
    let named = files.iter().flat_map(|f| f.rules.iter().map(|r| (f.name.as_str(), r)));
    for mut conflict in read::conflicts(named) {
        conflict.file = format!("{FOLDER}/{}", conflict.file);
        // Inside one file the reader has found it already.
        if !faults.iter().any(|f| (&f.file, f.line) == (&conflict.file, conflict.line)) {
            faults.push(conflict);
        }
    }
    files
}

/// The names of the files in their order, checked against what is there.
fn order(faults: &mut Vec<Fault>) -> Vec<(Authority, String)> {
    let mut files = Vec::new();
    let mut unnamed = BTreeSet::new();
    list(Path::new(FOLDER), "", &mut unnamed);
    unnamed.remove(SHARED);
    unnamed.remove(ORDER);
    let Some(whole) = parse(ORDER, faults) else { return files };
    let mut fault = |line: usize, what: String| faults.push(Fault { file: format!("{FOLDER}/{ORDER}"), line, what });
    let ranks = match field(&whole, "rank").map(|n| &n.value) {
        Some(Value::List(ranks)) => ranks.as_slice(),
        _ => &[],
    };
    let mut before = None;
    for rank in ranks {
        let authority = match field(rank, "authority").map(|n| &n.value) {
            Some(Value::Text(id)) => Authority::ALL.iter().copied().find(|a| a.id() == id),
            _ => None,
        };
        let Some(authority) = authority else {
            let ids = enumerate(Authority::ALL.iter().map(|a| a.id()));
            fault(rank.line, format!("a rank needs an authority, one of {ids}"));
            continue;
        };
        if before >= Some(authority) {
            fault(rank.line, format!("the rank “{}” must stand once, and in the order of weight", authority.id()));
        }
        before = Some(authority);
        let names = match field(rank, "files").map(|n| &n.value) {
            Some(Value::List(names)) => names.as_slice(),
            _ => &[],
        };
        for node in names {
            match &node.value {
                Value::Text(name) if unnamed.remove(name) => files.push((authority, name.clone())),
                Value::Text(name) => {
                    fault(node.line, format!("there is no file {FOLDER}/{name}, or it is named twice"))
                }
                _ => fault(node.line, "files must be a list of names in quotes".into()),
            }
        }
    }
    for name in unnamed {
        let line = ranks.first().map_or(1, |rank| rank.line);
        fault(line, format!("the file {name} has no place in the order; name it under the rank that its rules have"));
    }
    files
}

fn field<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    match &node.value {
        Value::Table(fields) => fields.iter().find(|f| f.name == name).map(|f| &f.node),
        _ => None,
    }
}

/// The data files below a folder, named from the top of the data.
fn list(folder: &Path, prefix: &str, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("the data is there").flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), names);
        } else if name.ends_with(".toml") {
            names.insert(name);
        }
    }
}

/// The rules as Rust.
fn rust(files: &[File]) -> String {
    let mut out = String::from(
        "use std::borrow::Cow::Borrowed as B;\n\
         use crate::names::code::Code;\n\
         use crate::names::terms::{Cause, Owner, Permanence, Side, Speaker, Stage};\n\
         use crate::rules::rule::{Authority, Example, Family, Rule};\n\
         /// The files in the order asked.\n\
         pub(crate) static FAMILIES: &[Family] = &[\n",
    );
    for file in files {
        let _ = writeln!(out, "Family {{ file: {:?}, authority: Authority::{:?}, rules: &[", file.name, file.authority);
        for Located { rule, .. } in &file.rules {
            write_rule(&mut out, rule);
        }
        out.push_str("] },\n");
    }
    out.push_str("];\n");
    out
}

fn write_rule(out: &mut String, rule: &Rule) {
    let Rule {
        id,
        cause,
        owner,
        permanence,
        says,
        and,
        not,
        like,
        codes,
        by,
        stage,
        side,
        speaker,
        missing_host,
        list,
        summary,
        steps,
        links,
        examples,
        source,
    } = rule;
    let codes: Vec<String> = codes.iter().map(|code| format!("{code:?}")).collect();
    let stage: Vec<String> = stage.iter().map(|stage| format!("Stage::{stage:?}")).collect();
    let examples: Vec<String> = examples.iter().map(example).collect();
    let _ = writeln!(
        out,
        "Rule {{ id: {}, cause: Cause::{cause:?}, owner: {}, permanence: {}, says: {}, and: {}, not: {}, like: {}, \
         codes: B(&[{}]), by: {}, stage: B(&[{}]), side: {}, speaker: {}, missing_host: {missing_host}, list: {}, summary: {}, \
         steps: {}, links: {}, examples: B(&[{}]), source: {} }},",
        text(id),
        variant("Owner", *owner),
        variant("Permanence", *permanence),
        texts(says),
        texts(and),
        texts(not),
        some_text(like.as_ref()),
        codes.join(", "),
        texts(by),
        stage.join(", "),
        variant("Side", *side),
        variant("Speaker", *speaker),
        some_text(list.as_ref()),
        text(summary),
        texts(steps),
        texts(links),
        examples.join(", "),
        text(source),
    );
}

fn example(example: &Example) -> String {
    let Example { says, by, stage, side, speaker, to } = example;
    format!(
        "Example {{ says: {}, by: {}, stage: {}, side: {}, speaker: {}, to: {} }}",
        text(says),
        text(by),
        variant("Stage", *stage),
        variant("Side", *side),
        variant("Speaker", *speaker),
        text(to)
    )
}

fn text(text: &Text) -> String {
    format!("B({:?})", &**text)
}

fn texts(texts: &[Text]) -> String {
    format!("B(&[{}])", texts.iter().map(text).collect::<Vec<_>>().join(", "))
}

fn some_text(some: Option<&Text>) -> String {
    some.map_or_else(|| "None".into(), |t| format!("Some({})", text(t)))
}

fn variant(name: &str, value: Option<impl Debug>) -> String {
    value.map_or_else(|| "None".into(), |v| format!("Some({name}::{v:?})"))
}
