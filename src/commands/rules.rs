//! `whybounce rules`: the table, or a test of a rule file.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use whybounce::rules::own;
use whybounce::rules::table::Table;
use whybounce::words::Language;
use whybounce::{escape, explain};

use super::complain;
use crate::cli::Options;

/// Lists the table, or checks a file.
pub(crate) fn run(check: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    if let Some(path) = check {
        return check_file(path);
    }
    let table = super::table(options)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if options.json {
        let entries: Vec<_> = table.rules().map(|(rule, authority)| explain::entry(rule, authority)).collect();
        serde_json::to_writer(&mut out, &entries)?;
        out.write_all(b"\n")?;
    } else {
        let width = table.rules().map(|(r, _)| r.id.len()).max().unwrap_or(0);
        for (rule, _) in table.rules() {
            writeln!(
                out,
                "{:width$}  {:24}  {}",
                rule.id,
                rule.cause.id(),
                escape::for_terminal(&explain::conditions(Language::default(), rule))
            )?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Each rule of the file must win its own examples with the whole table loaded.
fn check_file(path: &Path) -> anyhow::Result<ExitCode> {
    let json = std::fs::read(path).with_context(|| format!("{}", path.display()))?;
    let mine = own::read(&json).with_context(|| format!("{}", path.display()))?;
    let table = Table::new(&mine);
    let (mut examples, mut lost) = (0, 0);
    for rule in &mine {
        if rule.examples.is_empty() {
            complain(format_args!("{}: rule {} has no example", path.display(), rule.id));
        }
        for example in rule.examples {
            examples += 1;
            let winner = explain::winner(&table, example).map_or("no rule", |h| h.rule.id);
            if winner != rule.id {
                lost += 1;
                complain(format_args!(
                    "{}: rule {} loses its example to {winner}: {}",
                    path.display(),
                    rule.id,
                    example.says
                ));
            }
        }
    }
    writeln!(io::stdout(), "{} rules, {examples} examples, {lost} lost", mine.len())?;
    Ok(if lost == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) })
}
