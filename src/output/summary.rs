//! The summary for people and as one JSON object.

use std::io::{self, Write};

use serde_json::json;

use crate::names::terms::{Cause, Kind};
use crate::output::message::{Layout, columns, wrap};
use crate::output::style::{Colorize, Painter};
use crate::text::escape::{for_json, for_terminal};
use crate::triage::{By, Problem, Summary, day};
use crate::words::texts::{labels, owners};
use crate::words::{Language, causes};

/// How much is shown.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Options {
    /// At most so many problems.
    pub top: usize,
    /// Width of the lines.
    pub layout: Layout,
}

impl Default for Options {
    fn default() -> Self {
        Self { top: 10, layout: Layout::default() }
    }
}

impl Options {
    /// At most so many problems, in this layout.
    #[must_use]
    pub const fn new(top: usize, layout: Layout) -> Self {
        Self { top, layout }
    }
}

/// A number with thousands apart, as people read it.
fn grouped(language: Language, n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, d) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(labels::thousands(language));
        }
        out.push(d);
    }
    out
}

/// What the problem is, in a few words with the thing at fault.
#[must_use]
pub(super) fn title(language: Language, p: &Problem, by: By) -> String {
    let title = causes::text(language, p.cause).title;
    if by != By::Problem {
        return match by {
            By::Cause => title.to_string(),
            By::Owner => owners::owner_of_many(language, p.owner).to_string(),
            _ => p.thing.clone(),
        };
    }
    let causes = |wanted: &[Cause]| p.causes.len() > 1 && p.causes.iter().all(|(c, _)| wanted.contains(c));
    if p.thing.is_empty() && p.cause == Cause::MailboxFull {
        labels::summary_full_mailboxes(language).to_string()
    } else if p.thing.is_empty() {
        labels::summary_dead_addresses(language).to_string()
    } else if causes(&[Cause::SpfFailure, Cause::DkimFailure, Cause::DmarcFailure, Cause::UnauthenticatedMail]) {
        labels::SummaryNotAuthenticated { domain: &p.thing }.text(language)
    } else {
        format!("{title}: {}", p.thing)
    }
}

fn kinds(language: Language, summary: &Summary) -> String {
    let counted = |(kind, n): (&Kind, &usize)| {
        let shown = grouped(language, *n);
        if *n == 1 {
            labels::KindOne { n: shown }.text(language, *kind)
        } else {
            labels::KindMany { n: shown }.text(language, *kind)
        }
    };
    summary.kinds.iter().map(counted).collect::<Vec<_>>().join(", ")
}

/// Writes the summary for people.
///
/// ```
/// use whybounce::output::{message::Layout, summary};
/// use whybounce::triage::{By, Triage};
///
/// let mut text = Vec::new();
/// let options = summary::Options::new(3, Layout::default());
/// summary::write_text(&mut text, &Triage::new(By::Owner).finish(), options).unwrap();
/// assert!(!text.is_empty());
/// ```
///
/// # Errors
/// Those of `out`.
pub fn write_text(out: &mut dyn Write, summary: &Summary, options: Options) -> io::Result<()> {
    let out = &mut Painter::new(out, options.layout.colour);
    let Layout { width, language, .. } = options.layout;
    let shown = |n| grouped(language, n);
    let messages = labels::SummaryMessages { n: shown(summary.messages) }.text(language, summary.messages);
    let kinds = kinds(language, summary);
    let head =
        if kinds.is_empty() { messages } else { labels::SummaryMessagesOfKinds { messages, kinds }.text(language) };
    for line in wrap(&head, width) {
        writeln!(out, "{line}")?;
    }
    let mut asides = Vec::new();
    if summary.duplicates > 0 {
        asides.push(labels::SummaryCountedOnce { n: shown(summary.duplicates) }.text(language, summary.duplicates));
    }
    if summary.settled > 0 {
        asides.push(labels::SummaryLeftOut { n: shown(summary.settled) }.text(language, summary.settled));
    }
    for line in wrap(&asides.join("; "), width) {
        writeln!(out, "{line}")?;
    }
    let total: usize = summary.problems.iter().map(|p| p.count).sum();
    if total == 0 {
        return Ok(());
    }
    writeln!(out)?;
    let many = summary.problems.len();
    let problems = if summary.by == By::Problem {
        labels::SummaryProblems { n: shown(many) }.text(language, many)
    } else {
        labels::SummaryGroups { n: shown(many) }.text(language, many)
    };
    let head = format!("{}, {problems}", labels::SummaryBounces { n: shown(total) }.text(language, total));
    writeln!(out, "{}", head.bold())?;
    let most = summary.problems.iter().map(|p| p.count).max().unwrap_or(1);
    let digits = shown(most).len();
    let mut in_common = summary.problems.first().is_some_and(Problem::has_root);
    for p in summary.problems.iter().take(options.top) {
        if summary.by == By::Problem && in_common && !p.has_root() {
            in_common = false;
            writeln!(out)?;
            for line in wrap(labels::summary_no_root_in_common(language), width) {
                writeln!(out, "{}", line.bold())?;
            }
        }
        problem(out, p, summary.by, total, most, digits, options.layout)?;
    }
    if summary.problems.len() > options.top {
        let rest: usize = summary.problems.iter().skip(options.top).map(|p| p.count).sum();
        writeln!(out)?;
        let more = shown(summary.problems.len() - options.top);
        let bounces = labels::SummaryBounces { n: shown(rest) }.text(language, rest);
        for line in
            wrap(&labels::SummaryMore { problems: more, bounces, all: summary.problems.len() }.text(language), width)
        {
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
    layout: Layout,
) -> io::Result<()> {
    let Layout { width, language, .. } = layout;
    let share = (p.count * 100 + total / 2) / total;
    let head = format!("{:>digits$} {share:>3} %  {}  ", grouped(language, p.count), bar(p.count, most));
    let indent = columns(&head);
    let title = title(language, p, by);
    writeln!(out)?;
    for (n, line) in wrap(&for_terminal(&title), width.saturating_sub(indent).max(24)).iter().enumerate() {
        let lead = if n == 0 { head.clone() } else { " ".repeat(indent) };
        writeln!(out, "{lead}{}", line.bold())?;
    }
    let mut facts = match by {
        By::Problem | By::Cause | By::Rule => {
            vec![labels::SummaryFix { owner: owners::owner_of_many(language, p.owner) }.text(language)]
        }
        By::Owner | By::Domain | By::Provider | By::Server | By::Day => vec![causes_in_words(language, p)],
    };
    facts.push(labels::SummaryAddresses { n: grouped(language, p.addresses) }.text(language, p.addresses));
    if let Some((first, last)) = p.dates {
        let (first, last) = (day(first), day(last));
        facts.push(if first == last { first } else { labels::SummaryFirstToLast { first, last }.text(language) });
    }
    if !p.samples.is_empty() {
        let samples = p.samples.join(", ");
        let more = p.addresses > p.samples.len();
        facts.push(if more { labels::SummarySuchAs { addresses: samples }.text(language) } else { samples });
    }
    if by == By::Problem && p.providers.len() > 1 && p.rank == p.count {
        facts.push(labels::SummaryRefusedBy { providers: p.providers.join(", ") }.text(language));
    }
    if by == By::Problem && !p.lists.is_empty() {
        facts.push(labels::SummaryListedBy { lists: p.lists.join(", ") }.text(language));
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
        let see = labels::fact_see(language);
        let lead = if n == 0 { see.to_string() } else { " ".repeat(columns(see)) };
        writeln!(out, "{}{lead} {}", " ".repeat(inner), for_terminal(link))?;
    }
    Ok(())
}

/// The most frequent causes of a group.
fn causes_in_words(language: Language, p: &Problem) -> String {
    const SHOWN: usize = 4;
    let mut parts: Vec<String> = p
        .causes
        .iter()
        .take(SHOWN)
        .map(|(cause, n)| format!("{} {}", causes::text(language, *cause).title.to_lowercase(), grouped(language, *n)))
        .collect();
    let rest: usize = p.causes.iter().skip(SHOWN).map(|(_, n)| n).sum();
    if rest > 0 {
        parts.push(labels::SummaryOtherCauses { n: grouped(language, rest) }.text(language));
    }
    parts.join(", ")
}

/// Writes the summary as one JSON object on one line.
///
/// ```
/// use whybounce::output::summary;
/// use whybounce::triage::{By, Triage};
///
/// let mut json = Vec::new();
/// summary::write_json(&mut json, &Triage::new(By::Cause).finish(), 10).unwrap();
/// assert!(json.starts_with(b"{") && json.ends_with(b"}\n"));
/// ```
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
                "title": title(Language::default(), p, summary.by),
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
