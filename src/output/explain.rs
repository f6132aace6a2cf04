//! Causes and rules for people.

use std::io::{self, Write};

use super::message::{Layout, wrap};
use super::style::{Colorize, Painter};
use crate::explain;
use crate::names::code::Status;
use crate::names::terms::Cause;
use crate::rules::rule::Rule;
use crate::rules::table::Table;
use crate::text::escape::for_terminal;
use crate::words::texts::{labels, owners, sentences};
use crate::words::{Language, Names, causes};

fn paragraph(out: &mut dyn Write, indent: usize, text: &str, layout: Layout) -> io::Result<()> {
    for line in wrap(&for_terminal(text), layout.width - indent) {
        writeln!(out, "{}{line}", " ".repeat(indent))?;
    }
    Ok(())
}

fn steps(out: &mut dyn Write, steps: &[&str], layout: Layout) -> io::Result<()> {
    for (n, step) in steps.iter().enumerate() {
        for (i, line) in wrap(&nameless(layout.language, step), layout.width - 6).iter().enumerate() {
            if i == 0 { writeln!(out, "  {:>2}. {line}", n + 1)? } else { writeln!(out, "      {line}")? }
        }
    }
    Ok(())
}

/// Without a message there are no names: a template says "the recipient's domain" and the like.
fn nameless(language: Language, template: &str) -> String {
    Names::default().in_language(language).fill(template).into_owned()
}

/// Writes what a cause means and what its owners do.
///
/// # Errors
/// Those of `out`.
pub fn write_cause(out: &mut dyn Write, cause: Cause, layout: Layout) -> io::Result<()> {
    let out = &mut Painter::new(out, layout.colour);
    let text = causes::text(layout.language, cause);
    writeln!(out, "{} ({cause})\n", text.title.bold())?;
    paragraph(out, 2, text.meaning, layout)?;
    for (owner, list) in text.steps {
        writeln!(out, "\n  {}", owners::owner_does(layout.language, *owner).bold())?;
        steps(out, list, layout)?;
    }
    Ok(())
}

/// Writes what a rule says, when it applies and what to do.
///
/// # Errors
/// Those of `out`.
pub fn write_rule(out: &mut dyn Write, rule: &Rule, layout: Layout) -> io::Result<()> {
    let out = &mut Painter::new(out, layout.colour);
    let language = layout.language;
    let cause = causes::text(language, rule.cause);
    let owner = rule.owner.unwrap_or_else(|| rule.cause.default_owner());
    writeln!(out, "{}\n", rule.id.bold())?;
    let summary = explain::summary(rule);
    paragraph(out, 2, &nameless(language, summary), layout)?;
    writeln!(out)?;
    let title = cause.title.to_lowercase();
    paragraph(out, 2, &sentences::explain_cause_and_owner(language, title, rule.cause, owner), layout)?;
    let conditions = explain::conditions(language, rule);
    paragraph(out, 2, &sentences::explain_applies_to(language, conditions), layout)?;
    for example in &*rule.examples {
        paragraph(out, 2, &labels::explain_example(language, &*example.says), layout)?;
    }
    writeln!(out, "\n  {}", labels::explain_what_to_do(language).bold())?;
    steps(out, &explain::steps(rule), layout)?;
    for link in &*rule.links {
        writeln!(out, "  {}", labels::explain_see(language, link))?;
    }
    if !rule.source.is_empty() {
        paragraph(out, 2, &labels::explain_source(language, &*rule.source), layout)?;
    }
    Ok(())
}

/// A bare code carries several meanings; the words that come with it decide. Writes the others.
///
/// # Errors
/// Those of `out`.
pub fn write_others(
    out: &mut dyn Write,
    what: &str,
    decided: Option<&str>,
    table: &Table,
    layout: Layout,
) -> io::Result<()> {
    let Ok(status) = what.trim().parse::<Status>() else { return Ok(()) };
    let others: Vec<_> = explain::rules_about(status, table)
        .into_iter()
        .filter(|r| Some(&*r.id) != decided && !r.says.is_empty())
        .collect();
    if others.is_empty() {
        return Ok(());
    }
    let out = &mut Painter::new(out, layout.colour);
    writeln!(out, "\n  {}", labels::explain_also_with(layout.language, status).bold())?;
    for rule in others {
        let title = causes::text(layout.language, rule.cause).title.to_lowercase();
        let conditions = explain::conditions(layout.language, rule);
        paragraph(out, 4, &format!("{conditions} → {title} ({})", rule.id), layout)?;
    }
    Ok(())
}
