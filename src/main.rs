//! Temporary main: `scan --json PATH...`, or judges TSV responses from standard input.
use std::io::{BufRead, Write};
use whybounce::{
    cause::Stage,
    code, diagnosis, evidence, output,
    phrase::Words,
    table::{Question, Table},
};
fn walk(p: &std::path::Path, out: &mut Vec<std::path::PathBuf>) {
    if p.is_dir() {
        let mut v: Vec<_> = std::fs::read_dir(p).unwrap().map(|e| e.unwrap().path()).collect();
        v.sort();
        for e in v {
            walk(&e, out);
        }
    } else {
        out.push(p.to_path_buf());
    }
}
fn main() {
    let table = Table::default();
    let out = std::io::stdout();
    let mut out = std::io::BufWriter::new(out.lock());
    let args: Vec<String> = std::env::args().skip(1).collect();
    if !args.is_empty() {
        let mut files = vec![];
        for a in args.iter().filter(|a| !a.starts_with('-') && *a != "scan") {
            walk(std::path::Path::new(a), &mut files);
        }
        for f in files {
            let d = diagnosis::diagnose(&std::fs::read(&f).unwrap(), &table);
            output::json::write_message(&mut out, &f.display().to_string(), &d).unwrap();
        }
        return;
    }
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let f: Vec<&str> = line.split('\t').collect();
        let get = |i: usize| f.get(i).copied().filter(|s| !s.is_empty());
        let words = Words::new(f[0]);
        let q = Question {
            words: &words,
            reply: evidence::reply_in(f[0]),
            status: code::find_status(f[0]),
            host: get(1),
            domain: get(2),
            stage: get(3).and_then(Stage::from_id),
            side: None,
        };
        match table.find(&q) {
            Some(h) => writeln!(
                out,
                "{}\t{}\t{:?}\t{:?}",
                h.rule.cause,
                h.rule.id,
                h.authority,
                h.rule.owner.unwrap_or(h.rule.cause.default_owner()).id()
            )
            .unwrap(),
            None => writeln!(out, "-\t-\t-\t-").unwrap(),
        }
    }
}
