//! The texts for people: from `src/words/LANGUAGE/*.toml` to functions and tables of the program.
//!
//! English is the measure: its books say which texts there are and which names stand in them. A further language is a
//! further folder with the same files, and a line in [`LANGUAGES`]. A fault in a file stops the build and says where.

mod book;
mod causes;
mod file;
mod form;
mod playbooks;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use book::Book;
use file::{Faults, File};
use form::{Style, Templates};

/// The folder of each language, and its name in `Language`.
const LANGUAGES: &[(&str, &str)] = &[("en", "En")];

/// The books: each becomes a module with a function for each text.
const BOOKS: &[(&str, Style)] = &[
    ("labels", Style::Phrases),
    ("letters", Style::Letters),
    ("notes", Style::Sentences),
    ("owners", Style::Phrases),
    ("sentences", Style::Sentences),
    ("steps", Style::Steps),
];

/// The files with a form of their own.
const OTHERS: &[&str] = &["causes", "placeholders", "style"];

/// Writes `texts.rs` into the build's folder.
pub(crate) fn build() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder for what is generated"));
    println!("cargo::rerun-if-changed=src/names/terms.rs");
    println!("cargo::rerun-if-changed=src/words");
    let mut faults = Faults::default();
    let code = generate(&root, &mut faults);
    if !faults.0.is_empty() {
        for fault in faults.0 {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    }
    fs::write(out.join("texts.rs"), code).expect("the build's folder can be written to");
}

/// One language, read.
struct Language {
    variant: &'static str,
    templates: Templates,
    causes: String,
    playbooks: String,
    books: Vec<Book>,
}

fn generate(root: &Path, faults: &mut Faults) -> String {
    let languages: Vec<Language> =
        LANGUAGES.iter().map(|(folder, variant)| read(root, folder, variant, faults)).collect();
    let names = |l: &Language| -> Vec<String> {
        let mut names: Vec<String> = l.templates.phrases.iter().map(|(name, ..)| name.clone()).collect();
        names.sort();
        names
    };
    for ((folder, _), language) in LANGUAGES.iter().zip(&languages).skip(1) {
        if names(language) != names(&languages[0]) {
            faults.0.push(format!(
                "src/words/{folder}/placeholders.toml:1: the names differ from those of src/words/{}: write the same",
                LANGUAGES[0].0
            ));
        }
    }
    let mut code = String::from(
        "#[allow(unused_imports)]\nuse crate::names::code::Code;\n#[allow(unused_imports)]\nuse crate::names::terms::{Action, Audience, Cause, Form, Owner, Side, Speaker, Stage};\nuse super::causes::CauseText;\nuse super::playbook::{Condition, Playbook, Step};\n",
    );
    code.push_str("use super::language::Language;\n\n");
    code.push_str(
        "/// What is said for a name that is not known: inside a sentence, and inside a command or a name.\n",
    );
    code.push_str("pub(crate) const fn placeholders(language: Language) -> &'static [(&'static str, &'static str, &'static str)] {\n");
    code.push_str("    match language {\n");
    for language in &languages {
        let _ = writeln!(code, "        Language::{} => &{:?},", language.variant, language.templates.phrases);
    }
    code.push_str("    }\n}\n\n/// The words for every cause, in the order of their declaration.\n");
    code.push_str("pub(crate) const fn causes(language: Language) -> &'static [CauseText] {\n    match language {\n");
    for Language { variant, .. } in &languages {
        let _ = writeln!(code, "        Language::{variant} => &CAUSES_{},", variant.to_uppercase());
    }
    code.push_str("    }\n}\n");
    for Language { variant, causes, .. } in &languages {
        let _ = writeln!(
            code,
            "\nstatic CAUSES_{}: [CauseText; {}] = {causes};",
            variant.to_uppercase(),
            crate::names::terms::Cause::ALL.len()
        );
    }
    code.push_str("\n/// The playbooks, in the order of their ids.\npub(crate) const fn playbooks(language: Language) -> &'static [Playbook] {\n    match language {\n");
    for Language { variant, .. } in &languages {
        let _ = writeln!(code, "        Language::{variant} => PLAYBOOKS_{},", variant.to_uppercase());
    }
    code.push_str("    }\n}\n");
    for Language { variant, playbooks, .. } in &languages {
        let _ = writeln!(code, "\nstatic PLAYBOOKS_{}: &[Playbook] = {playbooks};", variant.to_uppercase());
    }
    for n in 0..BOOKS.len() {
        let books: Vec<(&str, &Book)> = languages.iter().map(|l| (l.variant, &l.books[n])).collect();
        book::emit(&books, &mut code, faults);
    }
    code
}

fn read(root: &Path, folder: &str, variant: &'static str, faults: &mut Faults) -> Language {
    let path = format!("src/words/{folder}");
    for entry in fs::read_dir(root.join(&path)).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == playbooks::FOLDER {
            continue;
        }
        let known =
            name.strip_suffix(".toml").is_some_and(|n| BOOKS.iter().any(|(b, _)| *b == n) || OTHERS.contains(&n));
        if !known {
            faults
                .0
                .push(format!("{path}/{name}: nothing reads this file; remove it, or name it in src/build/texts.rs"));
        }
    }
    let mut file = |name: &str| File::read(root, &format!("{path}/{name}.toml"), faults);
    let (style, placeholders, causes) = (file("style"), file("placeholders"), file("causes"));
    let books: Vec<File> = BOOKS.iter().map(|(name, _)| file(name)).collect();
    let templates = Templates::read(&style, &placeholders, faults);
    let causes = causes::emit(&causes, &templates, faults);
    let playbooks = playbooks::emit(root, &format!("{path}/{}", playbooks::FOLDER), &templates, faults);
    let books = BOOKS
        .iter()
        .zip(&books)
        .map(|((name, style), file)| Book::read(name, *style, file, &templates, faults))
        .collect();
    Language { variant, templates, causes, playbooks, books }
}
