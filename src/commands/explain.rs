//! `whybounce explain`: a code, a reply, a cause or a rule.

use std::io::{self, Write};
use std::process::ExitCode;

use colored::Colorize;
use whybounce::escape;
use whybounce::explain::{self, Subject, cause_entry, entry};
use whybounce::names::code;
use whybounce::output::message::{Layout, wrap};
use whybounce::output::{json, message};
use whybounce::words::Names;
use whybounce::words::causes;

use super::{complain, layout};
use crate::cli::Options;

/// Explains it.
pub(crate) fn run(what: &str, options: &Options) -> anyhow::Result<ExitCode> {
    let table = super::table(options)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match explain::subject(what, &table) {
        Subject::Nothing => {
            complain(format_args!(
                "“{what}” is neither a code, a reply, a cause nor a rule; `whybounce rules` lists the rules"
            ));
            return Ok(ExitCode::from(if options.exit_zero { 0 } else { 1 }));
        }
        Subject::Cause(cause) => {
            let it = cause_entry(cause, &table);
            if options.json {
                serde_json::to_writer(&mut out, &it)?;
                out.write_all(b"\n")?;
            } else {
                of_cause(&mut out, cause, layout())?;
            }
        }
        Subject::Rule(rule, authority) => {
            if options.json {
                serde_json::to_writer(&mut out, &entry(rule, authority))?;
                out.write_all(b"\n")?;
            } else {
                of_rule(&mut out, rule, layout())?;
            }
        }
        Subject::Reply(recipient) => {
            if options.json {
                let mut line = Vec::new();
                json::write_recipient(&mut line, &recipient);
                out.write_all(&line)?;
            } else {
                message::write_recipient(&mut out, &recipient, layout())?;
                also(&mut out, what, recipient.rule.as_deref(), &table, layout())?;
            }
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn paragraph(out: &mut dyn Write, indent: usize, text: &str, layout: Layout) -> io::Result<()> {
    for line in wrap(&escape::for_terminal(text), layout.width - indent) {
        writeln!(out, "{}{line}", " ".repeat(indent))?;
    }
    Ok(())
}

fn steps(out: &mut dyn Write, steps: &[&str], layout: Layout) -> io::Result<()> {
    for (n, step) in steps.iter().enumerate() {
        for (i, line) in wrap(&nameless(step), layout.width - 6).iter().enumerate() {
            if i == 0 { writeln!(out, "  {:>2}. {line}", n + 1)? } else { writeln!(out, "      {line}")? }
        }
    }
    Ok(())
}

/// Without a message there are no names: a template says "the recipient's domain" and the like.
fn nameless(template: &str) -> String {
    Names::default().fill(template).into_owned()
}

fn of_cause(out: &mut dyn Write, cause: whybounce::names::terms::Cause, layout: Layout) -> io::Result<()> {
    let text = causes::text(cause);
    writeln!(out, "{} ({cause})\n", text.title.bold())?;
    paragraph(out, 2, text.explain, layout)?;
    for (owner, list) in text.steps {
        writeln!(
            out,
            "\n  {}",
            format!("What the {} does", owner.id().replace('-', "'s ").replace("'s admin", "'s administrator")).bold()
        )?;
        steps(out, list, layout)?;
    }
    Ok(())
}

fn of_rule(out: &mut dyn Write, rule: &whybounce::rules::rule::Rule, layout: Layout) -> io::Result<()> {
    let cause = causes::text(rule.cause);
    let owner = rule.owner();
    writeln!(out, "{}\n", rule.id.bold())?;
    paragraph(out, 2, &nameless(explain::summary(rule)), layout)?;
    writeln!(out)?;
    paragraph(
        out,
        2,
        &format!("Cause: {} ({}). Owner of the fix: {owner}.", cause.title.to_lowercase(), rule.cause),
        layout,
    )?;
    paragraph(out, 2, &format!("Applies to: {}.", explain::conditions(rule)), layout)?;
    for example in &*rule.examples {
        paragraph(out, 2, &format!("Example: “{}”", example.says), layout)?;
    }
    writeln!(out, "\n  {}", "What to do".bold())?;
    steps(out, &explain::steps(rule), layout)?;
    for link in &*rule.links {
        writeln!(out, "  See {link}")?;
    }
    if !rule.source.is_empty() {
        paragraph(out, 2, &format!("Source: {}", rule.source), layout)?;
    }
    Ok(())
}

/// A bare code carries several meanings; the words that come with it decide. Names the others.
fn also(
    out: &mut dyn Write,
    what: &str,
    decided: Option<&str>,
    table: &whybounce::rules::table::Table,
    layout: Layout,
) -> io::Result<()> {
    let Ok(status) = what.trim().parse::<code::Status>() else { return Ok(()) };
    let others: Vec<_> = explain::rules_about(status, table)
        .into_iter()
        .filter(|r| Some(&*r.id) != decided && !r.says.is_empty())
        .collect();
    if others.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n  {}", format!("{status} also stands with these words").bold())?;
    for rule in others {
        paragraph(
            out,
            4,
            &format!("{} → {} ({})", explain::conditions(rule), causes::text(rule.cause).title.to_lowercase(), rule.id),
            layout,
        )?;
    }
    Ok(())
}
