//! Takes the answers in their order: writes lines, or adds up the summary.

use std::io::{self, Write};

use anyhow::Context;
use whybounce::output::csv::Csv;
use whybounce::output::summary;
use whybounce::triage::{By, ListForm, Suppressions, Triage};

use super::Form;
use super::work::Done;
use crate::cli::{Group, ListAs, Options, Scan};
use crate::commands::progress::{Known, Progress};
use crate::commands::replace::Target;
use crate::commands::{Outcome, complain, layout};

/// Takes the answers in order.
pub(super) struct Sink<'a> {
    out: io::StdoutLock<'static>,
    scan: &'a Scan,
    options: &'a Options,
    form: Form,
    triage: Triage,
    suppressions: Suppressions,
    /// Looked at when the scan begins, so that a path that cannot be written is known before the work is done.
    suppress_to: Option<Target>,
    outcome: Outcome,
    progress: Progress,
    known: &'a Known,
}

impl<'a> Sink<'a> {
    pub(super) fn new(scan: &'a Scan, options: &'a Options, form: Form, known: &'a Known) -> anyhow::Result<Self> {
        let by = match scan.by {
            Group::Problem => By::Problem,
            Group::Cause => By::Cause,
            Group::Owner => By::Owner,
            Group::Domain => By::Domain,
            Group::Provider => By::Provider,
            Group::Server => By::Server,
            Group::Rule => By::Rule,
            Group::Day => By::Day,
        };
        let suppress_to = match &scan.suppress {
            Some(path) if path.as_os_str() == "-" => None,
            Some(path) => Some(Target::new(path).with_context(|| format!("{}", path.display()))?),
            None => None,
        };
        let mut out = io::stdout().lock();
        if form == Form::Csv {
            Csv.heading(&mut out)?;
        }
        Ok(Self {
            out,
            scan,
            options,
            form,
            triage: Triage::new(by),
            suppressions: Suppressions::default().only_own(options.mine.is_some()),
            suppress_to,
            outcome: Outcome::default(),
            progress: Progress::new(form == Form::Summary),
            known,
        })
    }

    pub(super) fn take(&mut self, done: Done) -> io::Result<()> {
        if !done.lines.is_empty() || !done.complaints.is_empty() {
            self.progress.clear();
        }
        self.out.write_all(&done.lines)?;
        for diagnosis in done.diagnoses {
            if self.scan.suppress.is_some() {
                self.suppressions.add(&diagnosis);
            }
            if self.form == Form::Summary {
                self.triage.add(diagnosis);
            }
        }
        self.outcome.diagnosed |= done.outcome.diagnosed;
        self.outcome.unreadable |= done.outcome.unreadable;
        for complaint in done.complaints {
            complain(format_args!("{complaint}"));
        }
        self.progress.advance(done.messages, self.known);
        Ok(())
    }

    /// Time has passed without an answer.
    pub(super) fn wait(&mut self) {
        self.progress.advance(0, self.known);
    }

    /// Ends early, with whole lines.
    pub(super) fn stop(&mut self) -> io::Result<()> {
        self.progress.clear();
        self.out.flush()
    }

    pub(super) fn finish(mut self) -> anyhow::Result<Outcome> {
        self.progress.clear();
        // The list comes first: a reader of the summary who has seen enough must not cost it.
        self.out.flush()?;
        let listed = self.write_suppressions();
        if self.form == Form::Summary {
            let summed = self.triage.finish();
            if self.options.json {
                summary::write_json(&mut self.out, &summed, self.scan.top)?;
            } else {
                // The list itself goes to standard output where that is asked for.
                let options = summary::Options::new(self.scan.top, layout());
                if self.scan.suppress.as_deref().is_some_and(|p| p.as_os_str() == "-") {
                    summary::write_text(&mut io::stderr().lock(), &summed, options)?;
                } else {
                    summary::write_text(&mut self.out, &summed, options)?;
                }
            }
        }
        self.out.flush()?;
        listed.map(|()| self.outcome)
    }

    /// Writes the addresses. A list that is there gives way only to a whole one.
    fn write_suppressions(&mut self) -> anyhow::Result<()> {
        let form = match self.scan.suppress_format {
            ListAs::Text => ListForm::Text,
            ListAs::Csv => ListForm::Csv,
            ListAs::Jsonl => ListForm::Jsonl,
        };
        if self.scan.suppress.as_deref().is_some_and(|p| p.as_os_str() == "-") {
            self.suppressions.write_as(&mut self.out, form)?;
            return Ok(());
        }
        let (Some(target), Some(path)) = (self.suppress_to.take(), &self.scan.suppress) else { return Ok(()) };
        if self.outcome.unreadable && target.exists() {
            complain(format_args!("{}: left as it was, since not everything could be read", path.display()));
            return Ok(());
        }
        if self.scan.merge && target.exists() {
            let earlier = std::fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
            let added = self.suppressions.merge(&earlier);
            complain(format_args!("{}: {added} new, {} in all", path.display(), self.suppressions.len()));
        }
        let mut text = Vec::new();
        self.suppressions.write_as(&mut text, form)?;
        target.write(&text).with_context(|| format!("{}", path.display()))
    }
}
