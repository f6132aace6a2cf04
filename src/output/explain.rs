//! Causes and rules for people.

use std::io::{self, Write};

use super::message::{Layout, wrap};
use super::style::{Colorize, Painter};
use crate::explain;
use crate::names::code::Status;
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::Rule;
use crate::rules::table::Table;
use crate::text::escape::for_terminal;
use crate::verdict::Weighing;
use crate::words::playbook::{self, Playbook};
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

/// Writes a text that stands alone.
///
/// # Errors
/// Those of `out`.
pub fn write_text(out: &mut dyn Write, text: &str, layout: Layout) -> io::Result<()> {
    paragraph(out, 0, text, layout)
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
    for owner in playbook::general(layout.language, cause).parties(cause) {
        writeln!(out, "\n  {}", owners::owner_does(layout.language, owner).bold())?;
        steps(out, &playbook::plain_sentences(layout.language, cause, owner), layout)?;
    }
    let special: Vec<_> = playbook::about(layout.language, cause).into_iter().skip(1).collect();
    if !special.is_empty() {
        writeln!(out, "\n  {}", labels::explain_playbooks(layout.language).bold())?;
        for playbook in special {
            paragraph(
                out,
                4,
                &labels::ExplainPlaybook { subject: playbook.subject, id: playbook.id }.text(layout.language),
                layout,
            )?;
        }
    }
    Ok(())
}

/// Writes a whole playbook: the steps of all parties, with all branches.
///
/// # Errors
/// Those of `out`.
pub fn write_playbook(out: &mut dyn Write, playbook: &Playbook, layout: Layout) -> io::Result<()> {
    let out = &mut Painter::new(out, layout.colour);
    let language = layout.language;
    writeln!(out, "{} ({})", playbook.subject.bold(), playbook.id)?;
    for owner in Owner::ALL {
        let steps: Vec<_> = playbook.steps.iter().filter(|s| s.who == *owner).collect();
        if steps.is_empty() {
            continue;
        }
        writeln!(out, "\n  {}", owners::owner_does(language, *owner).bold())?;
        for (n, step) in steps.iter().enumerate() {
            let mut text = nameless(language, step.forms.last().copied().unwrap_or_default());
            if !step.only_if.asks_nothing() {
                text = labels::ExplainBranch { step: text }.text(language);
            }
            for (i, line) in wrap(&text, layout.width - 6).iter().enumerate() {
                if i == 0 { writeln!(out, "  {:>2}. {line}", n + 1)? } else { writeln!(out, "      {line}")? }
            }
            for line in Names::default().in_language(language).fill_command(step.run).lines() {
                writeln!(out, "          {}", line.bold())?;
            }
            if !step.verify.is_empty() {
                paragraph(out, 6, &nameless(language, step.verify), layout)?;
            }
            if !step.link.is_empty() {
                paragraph(out, 6, &labels::StepSee { link: step.link }.text(language), layout)?;
            }
        }
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
    paragraph(out, 2, &sentences::ExplainCauseAndOwner { cause: title, id: rule.cause, owner }.text(language), layout)?;
    let conditions = explain::conditions(language, rule);
    paragraph(out, 2, &sentences::ExplainAppliesTo { conditions }.text(language), layout)?;
    for example in &*rule.examples {
        paragraph(out, 2, &labels::ExplainExample { says: &*example.says }.text(language), layout)?;
    }
    writeln!(out, "\n  {}", labels::explain_what_to_do(language).bold())?;
    steps(out, &explain::steps(rule), layout)?;
    for link in &*rule.links {
        writeln!(out, "  {}", labels::ExplainSee { link }.text(language))?;
    }
    if !rule.source.is_empty() {
        paragraph(out, 2, &labels::ExplainSource { source: &*rule.source }.text(language), layout)?;
    }
    Ok(())
}

/// Writes which rules apply to a reply and what speaks for each, the weightiest first.
///
/// # Errors
/// Those of `out`.
pub fn write_why(
    out: &mut dyn Write,
    weighing: &Weighing<'_>,
    decided: Option<&str>,
    layout: Layout,
) -> io::Result<()> {
    let out = &mut Painter::new(out, layout.colour);
    let language = layout.language;
    writeln!(out, "\n  {}", labels::explain_why(language).bold())?;
    if weighing.candidates.is_empty() {
        paragraph(out, 4, labels::explain_why_none(language), layout)?;
    }
    for candidate in &weighing.candidates {
        let mark = if decided == Some(&*candidate.rule.id) { "→" } else { " " };
        let points: Vec<String> = candidate.points.iter().map(|(name, n)| format!("{name} {n:+}")).collect();
        let head = format!("{mark} {:>3}  {} ({})", candidate.total, candidate.rule.id, candidate.rule.cause);
        paragraph(out, 2, &head, layout)?;
        let words = candidate.matched.as_deref().map(|m| labels::Quoted { text: m }.text(language) + "  ");
        paragraph(out, 9, &format!("{}{}", words.unwrap_or_default(), points.join(", ")), layout)?;
    }
    if !weighing.sounds_like.is_empty() {
        let causes: Vec<String> =
            weighing.sounds_like.iter().map(|(cause, share)| format!("{cause} {} %", share / 10)).collect();
        paragraph(out, 2, &labels::ExplainSoundsLike { causes: causes.join(", ") }.text(language), layout)?;
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
    writeln!(out, "\n  {}", labels::ExplainAlsoWith { status }.text(layout.language).bold())?;
    for rule in others {
        let title = causes::text(layout.language, rule.cause).title.to_lowercase();
        let conditions = explain::conditions(layout.language, rule);
        paragraph(out, 4, &format!("{conditions} → {title} ({})", rule.id), layout)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_owner_has_a_heading_that_is_english() {
        let shown = |cause| {
            let mut out = Vec::new();
            write_cause(&mut out, cause, Layout::default()).expect("memory can be written to");
            String::from_utf8(out).expect("text")
        };
        assert!(shown(Cause::Greylisted).contains("What the sender does"));
        assert!(shown(Cause::RelayDenied).contains("What the recipient's administrator does"));
        for cause in Cause::ALL {
            let text = shown(*cause);
            assert!(!text.contains("the nobody") && !text.contains("the unknown does"), "{text}");
        }
    }
}
