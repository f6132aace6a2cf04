//! Files depend on each other in one direction: no circle of `use` between the files of `src`.
//!
//! What counts is a file's own code, without its tests: `crate::…` and `super::…` paths, resolved to the file that the
//! longest module path names. A `mod.rs` declares and re-exports; it counts like any file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The module path of each file: `crate`, `crate::report`, `crate::report::dsn`.
fn modules(folder: &Path, path: &str, found: &mut BTreeMap<String, PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).expect("src").map(|e| e.expect("an entry").path()).collect();
    entries.sort();
    for entry in entries {
        let name = entry.file_stem().and_then(|s| s.to_str()).expect("a name").to_string();
        if entry.is_dir() {
            modules(&entry, &format!("{path}::{name}"), found);
        } else if entry.extension().is_some_and(|e| e == "rs") && !matches!(name.as_str(), "main" | "build") {
            let module =
                if matches!(name.as_str(), "mod" | "lib") { path.to_string() } else { format!("{path}::{name}") };
            found.insert(module, entry);
        }
    }
}

/// The code of a file without comments and without its tests.
fn code(text: &str) -> String {
    let own = text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text).replace("(in crate::", "(");
    own.lines().map(|l| l.split("//").next().unwrap_or(l)).collect::<Vec<_>>().join("\n")
}

/// All paths that a text names, `use` lists taken apart.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in ["crate::", "super::"] {
        let mut rest = code;
        while let Some(at) = rest.find(start) {
            let before = rest[..at].chars().next_back();
            let text = &rest[at..];
            if !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':')) {
                expand(text, "", &mut found);
            }
            rest = &rest[at + start.len()..];
        }
    }
    found
}

/// Reads one path; behind `::{` one for each item of the list.
fn expand(text: &str, prefix: &str, found: &mut Vec<String>) {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':'))).unwrap_or(text.len());
    let path = format!("{prefix}{}", &text[..end]);
    if !path.ends_with("::") || !text[end..].starts_with('{') {
        found.push(path);
        return;
    }
    let (mut depth, mut start) = (0, end + 1);
    for (i, c) in text[end..].char_indices() {
        let i = end + i;
        match c {
            '{' => depth += 1,
            '}' | ',' if depth == 1 => {
                expand(text[start..i].trim_start(), &path, found);
                start = i + 1;
                if c == '}' {
                    return;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
}

/// The file that a path names, seen from `module`.
fn resolve<'m>(path: &str, module: &str, modules: &'m BTreeMap<String, PathBuf>) -> Option<&'m str> {
    let mut base: Vec<&str> = module.split("::").collect();
    let mut rest: Vec<&str> = path.split("::").filter(|p| !p.is_empty()).collect();
    if rest.first() == Some(&"crate") {
        base = vec!["crate"];
        rest.remove(0);
    }
    while rest.first() == Some(&"super") {
        base.pop();
        rest.remove(0);
    }
    let mut whole = base;
    let mut named = modules.get_key_value(&whole.join("::")).map(|(k, _)| k.as_str());
    for part in rest {
        whole.push(part);
        match modules.get_key_value(&whole.join("::")) {
            Some((k, _)) => named = Some(k),
            None => break,
        }
    }
    named
}

#[test]
fn no_circles_between_files() {
    let mut files = BTreeMap::new();
    modules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "crate", &mut files);
    // The program's own modules hang under main.rs, not under the library.
    files.retain(|m, _| !m.starts_with("crate::commands") && m != "crate::cli" && !m.ends_with("_tests"));
    let mut edges: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (module, file) in &files {
        let text = fs::read_to_string(file).expect("a file");
        for path in paths(&code(&text)) {
            if let Some(to) = resolve(&path, module, &files)
                && to != module
            {
                edges.entry(module).or_default().insert(to);
            }
        }
        // A folder's face brings in what it re-exports.
        for line in code(&text).lines().filter(|l| l.trim_start().starts_with("pub") && l.contains("use ")) {
            let path = line.split("use ").nth(1).unwrap_or("");
            let first = path.split("::").next().unwrap_or("");
            if let Some((to, _)) = files.get_key_value(&format!("{module}::{first}")) {
                edges.entry(module).or_default().insert(to);
            }
        }
    }
    let mut left: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    // Whoever needs nobody that is left is in no circle, and neither is whom nobody left needs.
    loop {
        let before = left.len();
        let free: Vec<&str> = left
            .iter()
            .copied()
            .filter(|m| {
                let needs = edges.get(m).is_some_and(|e| e.iter().any(|to| left.contains(to)));
                let needed = left.iter().any(|other| edges.get(other).is_some_and(|e| e.contains(m)));
                !needs || !needed
            })
            .collect();
        for m in free {
            left.remove(m);
        }
        if left.len() == before {
            break;
        }
    }
    let circles: Vec<String> = left
        .iter()
        .map(|m| {
            let to: Vec<&str> = edges[m].iter().copied().filter(|t| left.contains(t)).collect();
            format!("{m} → {}", to.join(", "))
        })
        .collect();
    assert!(circles.is_empty(), "files that need each other:\n{}", circles.join("\n"));
}
