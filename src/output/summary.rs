//! The summary for people and as one JSON object.

use std::io::{self, Write};

use serde_json::json;

use crate::names::terms::{Cause, Kind, Owner};
use crate::output::message::{Layout, columns, wrap};
use crate::output::style::{Colorize, Painter};
use crate::text::escape::{for_json, for_terminal};
use crate::triage::{By, Problem, Summary, day};
use crate::words::causes;

/// How much is shown.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// At most so many problems.
    pub top: usize,
    /// Width of the lines.
    pub layout: Layout,
}

/// A number with thousands apart, as people read it.
fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, d) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(d);
    }
    out
}

fn count_of(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}

/// What the problem is, in a few words with the thing at fault.
#[must_use]
pub(super) fn title(p: &Problem, by: By) -> String {
    if by != By::Problem {
        return match by {
            By::Cause => causes::text(p.cause).title.to_string(),
            By::Owner => owner_words(p.owner).to_string(),
            _ => p.thing.clone(),
        };
    }
    let title = causes::text(p.cause).title;
    let causes = |wanted: &[Cause]| p.causes.len() > 1 && p.causes.iter().all(|(c, _)| wanted.contains(c));
    if p.thing.is_empty() && p.cause == Cause::MailboxFull {
        "Full mailboxes".to_string()
    } else if p.thing.is_empty() {
        "Dead addresses".to_string()
    } else if causes(&[Cause::SpfFailure, Cause::DkimFailure, Cause::DmarcFailure, Cause::UnauthenticatedMail]) {
        format!("Mail not authenticated: {}", p.thing)
    } else {
        format!("{title}: {}", p.thing)
    }
}

fn owner_words(owner: Owner) -> &'static str {
    match owner {
        Owner::Sender => "you, the sender",
        Owner::SenderAdmin => "your mail administrator",
        Owner::Recipient => "the recipients",
        Owner::RecipientAdmin => "the receiving side's administrators",
        Owner::Forwarder => "the forwarding service",
        Owner::Nobody => "nobody, it resolves itself",
        Owner::Unknown => "not clear",
    }
}

fn kinds(summary: &Summary) -> String {
    let words = |k: Kind, n: usize| match k {
        Kind::Failed => "failed",
        Kind::Delayed => "delayed",
        Kind::Delivered => "delivered",
        Kind::AutoReply if n == 1 => "automatic reply",
        Kind::AutoReply => "automatic replies",
        Kind::Feedback if n == 1 => "complaint",
        Kind::Feedback => "complaints",
        Kind::NotABounce => "other",
    };
    summary.kinds.iter().map(|(k, n)| format!("{} {}", grouped(*n), words(*k, *n))).collect::<Vec<_>>().join(", ")
}

/// Writes the summary for people.
///
/// # Errors
/// Those of `out`.
pub fn write_text(out: &mut dyn Write, summary: &Summary, options: Options) -> io::Result<()> {
    let out = &mut Painter::new(out, options.layout.colour);
    let width = options.layout.width;
    let head = count_of(summary.messages, "message", "messages");
    let kinds = kinds(summary);
    for line in wrap(&if kinds.is_empty() { head } else { format!("{head}: {kinds}") }, width) {
        writeln!(out, "{line}")?;
    }
    let mut asides = Vec::new();
    if summary.duplicates > 0 {
        asides.push(format!(
            "{} about the same message and recipient counted once",
            count_of(summary.duplicates, "further report", "further reports")
        ));
    }
    if summary.settled > 0 {
        asides.push(format!("{} that later failed or arrived left out", count_of(summary.settled, "delay", "delays")));
    }
    for line in wrap(&asides.join("; "), width) {
        writeln!(out, "{line}")?;
    }
    let total: usize = summary.problems.iter().map(|p| p.count).sum();
    if total == 0 {
        return Ok(());
    }
    writeln!(out)?;
    let (one, many) = if summary.by == By::Problem { ("problem", "problems") } else { ("group", "groups") };
    let head = format!("{}, {}", count_of(total, "bounce", "bounces"), count_of(summary.problems.len(), one, many));
    writeln!(out, "{}", head.bold())?;
    let most = summary.problems.iter().map(|p| p.count).max().unwrap_or(1);
    let digits = grouped(most).len();
    let mut in_common = summary.problems.first().is_some_and(Problem::has_root);
    for p in summary.problems.iter().take(options.top) {
        if summary.by == By::Problem && in_common && !p.has_root() {
            in_common = false;
            writeln!(out)?;
            for line in wrap("Bounces that have no root in common with others", width) {
                writeln!(out, "{}", line.bold())?;
            }
        }
        problem(out, p, summary.by, total, most, digits, width)?;
    }
    if summary.problems.len() > options.top {
        let rest: usize = summary.problems.iter().skip(options.top).map(|p| p.count).sum();
        writeln!(out)?;
        let more = summary.problems.len() - options.top;
        let more = count_of(more, "more", "more");
        for line in wrap(
            &format!("{more} with {}; --top {} shows all", count_of(rest, "bounce", "bounces"), summary.problems.len()),
            width,
        ) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

fn bar(count: usize, most: usize) -> String {
    const CELLS: usize = 10;
    let filled = (count * CELLS).div_ceil(most.max(1)).clamp(1, CELLS);
    format!("{}{}", "█".repeat(filled), "░".repeat(CELLS - filled))
}

fn problem(
    out: &mut dyn Write,
    p: &Problem,
    by: By,
    total: usize,
    most: usize,
    digits: usize,
    width: usize,
) -> io::Result<()> {
    let share = (p.count * 100 + total / 2) / total;
    let head = format!("{:>digits$} {share:>3} %  {}  ", grouped(p.count), bar(p.count, most));
    let indent = columns(&head);
    let title = title(p, by);
    writeln!(out)?;
    for (n, line) in wrap(&for_terminal(&title), width.saturating_sub(indent).max(24)).iter().enumerate() {
        let lead = if n == 0 { head.clone() } else { " ".repeat(indent) };
        writeln!(out, "{lead}{}", line.bold())?;
    }
    let mut facts = match by {
        By::Problem | By::Cause | By::Rule => vec![format!("fix: {}", owner_words(p.owner))],
        By::Owner | By::Domain | By::Provider | By::Server | By::Day => vec![causes_in_words(p)],
    };
    facts.push(count_of(p.addresses, "address", "addresses"));
    if let Some((first, last)) = p.dates {
        let (first, last) = (day(first), day(last));
        facts.push(if first == last { first } else { format!("{first} to {last}") });
    }
    if !p.samples.is_empty() {
        let such = if p.addresses > p.samples.len() { "such as " } else { "" };
        facts.push(format!("{such}{}", p.samples.join(", ")));
    }
    if by == By::Problem && p.providers.len() > 1 && p.rank == p.count {
        facts.push(format!("refused by {}", p.providers.join(", ")));
    }
    if by == By::Problem && !p.lists.is_empty() {
        facts.push(format!("listed by {}", p.lists.join(", ")));
    }
    let inner = 4;
    for line in wrap(&for_terminal(&facts.join("; ")), width - inner) {
        writeln!(out, "{}{}", " ".repeat(inner), line.dimmed())?;
    }
    if by != By::Problem && by != By::Cause && by != By::Rule {
        return Ok(());
    }
    for (n, step) in p.steps.iter().enumerate() {
        for (i, line) in wrap(&for_terminal(step), width - inner - 4).iter().enumerate() {
            if i == 0 {
                writeln!(out, "{}{:>2}. {line}", " ".repeat(inner), n + 1)?
            } else {
                writeln!(out, "{}{line}", " ".repeat(inner + 4))?
            }
        }
    }
    for (n, link) in p.links.iter().enumerate() {
        writeln!(out, "{}{} {}", " ".repeat(inner), if n == 0 { "See" } else { "   " }, for_terminal(link))?;
    }
    Ok(())
}

/// The most frequent causes of a group.
fn causes_in_words(p: &Problem) -> String {
    const SHOWN: usize = 4;
    let mut parts: Vec<String> = p
        .causes
        .iter()
        .take(SHOWN)
        .map(|(cause, n)| format!("{} {}", causes::text(*cause).title.to_lowercase(), grouped(*n)))
        .collect();
    let rest: usize = p.causes.iter().skip(SHOWN).map(|(_, n)| n).sum();
    if rest > 0 {
        parts.push(format!("other {}", grouped(rest)));
    }
    parts.join(", ")
}

/// Writes the summary as one JSON object on one line.
///
/// # Errors
/// Those of `out`.
pub fn write_json(out: &mut dyn Write, summary: &Summary, top: usize) -> io::Result<()> {
    let total: usize = summary.problems.iter().map(|p| p.count).sum();
    let problems: Vec<_> = summary
        .problems
        .iter()
        .take(top)
        .map(|p| {
            json!({
                "title": title(p, summary.by),
                "cause": p.cause,
                "causes": p.causes.iter().map(|(c, _)| c).collect::<Vec<_>>(),
                "owner": p.owner,
                "thing": if p.thing.is_empty() { None } else { Some(&p.thing) },
                "count": p.count,
                "share": (p.count as f64 / total.max(1) as f64 * 1000.0).round() / 1000.0,
                "addresses": p.addresses,
                "first": p.dates.map(|d| day(d.0)),
                "last": p.dates.map(|d| day(d.1)),
                "samples": p.samples,
                "providers": p.providers,
                "lists": p.lists,
                "summary": p.summary,
                "remediation": p.steps,
                "links": p.links,
            })
        })
        .collect();
    let kinds: serde_json::Map<String, serde_json::Value> =
        Kind::ALL.iter().map(|k| (k.id().to_string(), json!(summary.kinds.get(k).copied().unwrap_or(0)))).collect();
    let object = json!({
        "schema_version": crate::output::json::SCHEMA_VERSION,
        "messages": summary.messages,
        "kinds": kinds,
        "duplicates": summary.duplicates,
        "settled_delays": summary.settled,
        "bounces": total,
        "problem_count": summary.problems.len(),
        "problems": problems,
    });
    let mut line = serde_json::to_vec(&object)?;
    line.push(b'\n');
    out.write_all(&for_json(line))
}
