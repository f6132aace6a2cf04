//! Temporary: judges responses from standard input, one a line: response TAB host TAB domain TAB stage.
use std::io::{BufRead, Write};
use whybounce::{
    cause::Stage,
    code, evidence,
    phrase::Words,
    table::{Question, Table},
};
fn main() {
    let table = Table::default();
    let out = std::io::stdout();
    let mut out = out.lock();
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
