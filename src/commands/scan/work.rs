//! What a worker makes of a batch of messages.

use std::io;
use std::path::PathBuf;

use whybounce::internal::input::{self, Unpacked};
use whybounce::output::csv::Csv;
use whybounce::output::json;
use whybounce::terms::Kind;
use whybounce::{Diagnosis, Manner, Table, diagnose_each};

use super::Form;
use crate::commands::Outcome;

/// About the length of a message's line of JSON.
const USUAL_LINE: usize = 2048;

/// Work for one worker.
pub(super) enum Job {
    /// Files that hold one message each; whether they were named or found in a folder.
    Files(Vec<PathBuf>, Manner),
    /// Messages of an mbox or a stream: source and bytes.
    Messages(Vec<(String, Vec<u8>)>),
    /// What could not be read, and why.
    Unreadable(String),
}

impl Job {
    /// How much memory it holds.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Job::Messages(messages) => messages.iter().map(|(_, raw)| raw.len()).sum(),
            Job::Files(..) | Job::Unreadable(_) => 0,
        }
    }
}

/// What a worker made of a batch.
#[derive(Default)]
pub(super) struct Done {
    /// Finished lines, for `--json` and `--csv`.
    pub(super) lines: Vec<u8>,
    /// Diagnoses, where a summary or a list of addresses is wanted.
    pub(super) diagnoses: Vec<Diagnosis>,
    pub(super) messages: usize,
    pub(super) outcome: Outcome,
    pub(super) complaints: Vec<String>,
    /// What the job held.
    pub(super) bytes: usize,
}

impl Done {
    fn unreadable(&mut self, complaint: String) {
        self.complaints.push(complaint);
        self.outcome.unreadable = true;
    }
}

/// What the workers have to know.
pub(super) struct Wanted<'a> {
    pub(super) table: &'a Table,
    pub(super) form: Form,
    /// What a line of JSON holds.
    pub(super) json: json::Form,
    /// Diagnoses are kept for a summary or a list of addresses.
    pub(super) keep: bool,
    pub(super) since: Option<i64>,
}

/// Does the work.
pub(super) fn work(job: Job, wanted: &Wanted<'_>, buffer: &mut Vec<u8>) -> Done {
    let mut done = Done { bytes: job.bytes(), ..Done::default() };
    match job {
        Job::Files(files, manner) => {
            if wanted.form == Form::Json {
                done.lines.reserve(files.len() * USUAL_LINE);
            }
            for file in files {
                let source = file.to_string_lossy();
                match input::read_file(&file, buffer) {
                    Ok(cut) => {
                        done.complaints.extend(cut.map(|cut| format!("{source}: {cut}")));
                        unpacked(&source, buffer, manner, wanted, &mut done);
                    }
                    Err(e) => done.unreadable(format!("{source}: {e}")),
                }
            }
            // One message of many megabytes must not keep its room for the rest of the run.
            if buffer.capacity() > 1 << 20 {
                *buffer = Vec::new();
            }
        }
        Job::Messages(messages) => {
            for (source, raw) in messages {
                guarded(&source, &raw, Manner::Named, wanted, &mut done);
            }
        }
        Job::Unreadable(complaint) => done.unreadable(complaint),
    }
    done
}

/// Answers a file, or each message that is packed in it.
fn unpacked(source: &str, raw: &[u8], manner: Manner, wanted: &Wanted<'_>, done: &mut Done) {
    let members = match input::unpack(raw) {
        Unpacked::Plain => return guarded(source, raw, manner, wanted, done),
        Unpacked::Members(members) => members,
        // A folder holds pictures too; who names one wants it read.
        Unpacked::Unreadable(_) if manner == Manner::Walked => return guarded(source, b"", manner, wanted, done),
        Unpacked::Unreadable(what) => {
            return done.unreadable(format!("{source}: cannot read {what}; copy the text of the bounce and paste it"));
        }
        Unpacked::Broken(why) => return done.unreadable(format!("{source}: {why}")),
    };
    for (name, bytes) in members {
        let source = if name.is_empty() { source.to_string() } else { format!("{source}!{name}") };
        match input::messages(&bytes) {
            Some(messages) => {
                for (n, message) in messages.iter().enumerate() {
                    guarded(&format!("{source}#{}", n + 1), message, Manner::Named, wanted, done);
                }
            }
            None => guarded(&source, &bytes, Manner::Named, wanted, done),
        }
    }
}

/// A bug that one message in a hundred thousand sets off must not cost the others.
fn guarded(source: &str, raw: &[u8], manner: Manner, wanted: &Wanted<'_>, done: &mut Done) {
    let kept = done.lines.len();
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| answer(source, raw, manner, wanted, done)));
    if !matches!(result, Ok(Ok(()))) {
        done.lines.truncate(kept);
        done.unreadable(format!("{source}: could not be diagnosed; this is a bug in whybounce"));
    }
}

fn answer(source: &str, raw: &[u8], manner: Manner, wanted: &Wanted<'_>, done: &mut Done) -> io::Result<()> {
    let diagnoses = diagnose_each(raw, wanted.table, manner);
    let many = diagnoses.len() > 1;
    for (n, diagnosis) in diagnoses.into_iter().enumerate() {
        let numbered;
        let source = if many {
            numbered = format!("{source}#{}", n + 1);
            numbered.as_str()
        } else {
            source
        };
        done.messages += 1;
        // A report without a date is kept: it may be new.
        if wanted.since.is_some_and(|since| diagnosis.date().is_some_and(|d| d < since)) {
            continue;
        }
        done.outcome.diagnosed |= diagnosis.kind != Kind::NotABounce;
        match wanted.form {
            Form::Json => json::write_message_as(&mut done.lines, source, &diagnosis, wanted.json, None),
            Form::Csv => Csv.message(&mut done.lines, source, &diagnosis)?,
            Form::Summary => {}
        }
        if wanted.keep {
            done.diagnoses.push(diagnosis);
        }
    }
    Ok(())
}
