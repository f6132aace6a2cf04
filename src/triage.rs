//! Many diagnoses to few problems: what a person wants to know of a mailbox full of bounces.

use std::collections::BTreeMap;
use std::io::{self, Write};

use colored::Colorize;

use crate::cause::{Cause, Kind, Owner};
use crate::causes;
use crate::diagnosis::Diagnosis;
use crate::escape::for_terminal;
use crate::output::text::{Layout, wrap};

/// Counts of a scan.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    messages: usize,
    kinds: BTreeMap<Kind, usize>,
    problems: BTreeMap<(Cause, Owner), Problem>,
}

#[derive(Clone, Debug, Default)]
struct Problem {
    count: usize,
    samples: Vec<String>,
    steps: Vec<String>,
}

impl Tally {
    /// Counts a message.
    pub fn add(&mut self, diagnosis: &Diagnosis) {
        self.messages += 1;
        *self.kinds.entry(diagnosis.kind).or_default() += 1;
        if diagnosis.kind != Kind::Failed && diagnosis.kind != Kind::Delayed {
            return;
        }
        for r in &diagnosis.recipients {
            let (Some(cause), Some(owner)) = (r.cause, r.owner) else { continue };
            let problem = self.problems.entry((cause, owner)).or_default();
            problem.count += 1;
            if problem.samples.len() < 2
                && let Some(a) = &r.address
            {
                problem.samples.push(a.clone());
            }
            if problem.steps.is_empty() {
                problem.steps.clone_from(&r.remediation);
            }
        }
    }

    /// Adds the counts of another part of the scan.
    pub fn merge(&mut self, other: Tally) {
        self.messages += other.messages;
        for (kind, n) in other.kinds {
            *self.kinds.entry(kind).or_default() += n;
        }
        for (key, theirs) in other.problems {
            let ours = self.problems.entry(key).or_default();
            ours.count += theirs.count;
            ours.samples.extend(theirs.samples);
            ours.samples.truncate(2);
            if ours.steps.is_empty() {
                ours.steps = theirs.steps;
            }
        }
    }
}

/// Writes the summary.
///
/// # Errors
/// Those of `out`.
pub fn write(out: &mut dyn Write, tally: &Tally, layout: Layout) -> io::Result<()> {
    let kinds: Vec<String> = tally.kinds.iter().map(|(k, n)| format!("{n} {k}")).collect();
    writeln!(out, "{} messages: {}", tally.messages, if kinds.is_empty() { "none".into() } else { kinds.join(", ") })?;
    let mut problems: Vec<_> = tally.problems.iter().collect();
    problems.sort_by_key(|(key, p)| (std::cmp::Reverse(p.count), **key));
    let total: usize = problems.iter().map(|(_, p)| p.count).sum();
    for ((cause, owner), problem) in problems {
        let share = 100 * problem.count / total.max(1);
        writeln!(out)?;
        writeln!(
            out,
            "{:>6} {:>3} %  {} ({cause}); owner: {owner}",
            problem.count,
            share,
            causes::text(*cause).title.bold()
        )?;
        for line in
            wrap(&for_terminal(&format!("such as {}", problem.samples.join(", "))), layout.width.saturating_sub(14))
        {
            writeln!(out, "              {line}")?;
        }
        for (n, step) in problem.steps.iter().take(3).enumerate() {
            for (i, line) in wrap(&for_terminal(step), layout.width.saturating_sub(17)).iter().enumerate() {
                if i == 0 {
                    writeln!(out, "              {}. {line}", n + 1)?
                } else {
                    writeln!(out, "                 {line}")?
                }
            }
        }
    }
    Ok(())
}
