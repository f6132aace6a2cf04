//! `whybounce rules`: the table, or a test of a rule file.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use whybounce::Language;
use whybounce::Table;
use whybounce::escape;
use whybounce::internal::explain;
use whybounce::internal::rules as own;

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
    let mine = super::own_rules(path)?;
    let number = mine.len();
    for remark in mine.remarks() {
        complain(format_args!("{remark}"));
    }
    let table = Table::with(mine);
    let (mut examples, mut lost) = (0, 0);
    // They are asked before all others.
    for (rule, _) in table.rules().take(number) {
        for example in &*rule.examples {
            examples += 1;
            if let Some(why) = own::lost(&table, rule, example) {
                lost += 1;
                complain(format_args!("{}: {why}", path.display()));
            }
        }
    }
    writeln!(io::stdout(), "{number} rules, {examples} examples, {lost} lost")?;
    Ok(if lost == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) })
}
