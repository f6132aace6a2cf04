//! `whybounce scan`: every message under the paths, in parallel, answers in input order.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

use anyhow::Context;
use whybounce::cause::Kind;
use whybounce::diagnosis::{Diagnosis, diagnose};
use whybounce::escape;
use whybounce::mailbox::{self, Item, Mbox, Walk};
use whybounce::output::json;
use whybounce::table::Table;
use whybounce::triage::{self, By, Csv, Suppressions, Triage};

use super::progress::Progress;
use super::{Outcome, complain, layout};
use crate::cli::{Group, Options, Scan};

/// How many messages a worker takes at once: enough that handing over costs nothing, few enough that the first
/// answers come soon and little is held.
const BATCH: usize = 32;

/// Bytes of mbox messages after which a batch is full.
const BATCH_BYTES: usize = 1 << 20;

/// Work for one worker.
enum Job {
    /// Files that hold one message each.
    Files(Vec<PathBuf>),
    /// Messages of an mbox: source and bytes.
    Messages(Vec<(String, Vec<u8>)>),
}

/// What a worker made of a batch.
#[derive(Default)]
struct Done {
    /// Finished lines, for `--json` and `--csv`.
    lines: Vec<u8>,
    /// Diagnoses, where a summary or a list of addresses is wanted.
    diagnoses: Vec<Diagnosis>,
    messages: usize,
    outcome: Outcome,
    complaints: Vec<String>,
}

/// What the workers have to know.
struct Wanted<'a> {
    table: &'a Table,
    form: Form,
    /// Diagnoses are kept for a summary or a list of addresses.
    keep: bool,
    since: Option<i64>,
}

/// What is written per message.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Json,
    Csv,
    /// Only the summary at the end.
    Summary,
}

impl Form {
    fn of(scan: &Scan, options: &Options) -> Self {
        if scan.csv {
            Form::Csv
        } else if options.json && !scan.summary {
            Form::Json
        } else {
            Form::Summary
        }
    }
}

/// A scan as the plain form starts it.
pub(crate) fn plain(paths: &[PathBuf]) -> Scan {
    Scan { paths: paths.to_vec(), top: 10, ..Scan::default() }
}

/// Set by Ctrl-C; looked at between batches so that whole lines remain.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Scans the paths.
pub(crate) fn run(scan: &Scan, options: &Options) -> anyhow::Result<Outcome> {
    let table = super::table(options)?.indexed();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_secs() as i64);
    let since = scan.since.as_deref().map(|s| triage::parse_since(s, now)).transpose().map_err(anyhow::Error::msg)?;
    let mut paths = scan.paths.clone();
    if let Some(list) = &scan.files_from {
        paths.extend(listed(list).with_context(|| format!("{}", list.display()))?);
    }
    let paths = &paths;
    // A second handler cannot be set; the first does the same.
    let _ = ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::Relaxed));
    let jobs = scan.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let form = Form::of(scan, options);
    let mut sink = Sink::new(scan, options, form)?;
    let wanted = Wanted { table: &table, form, keep: form == Form::Summary || scan.suppress.is_some(), since };
    thread::scope(|scope| -> anyhow::Result<()> {
        let (work, workers) = mpsc::sync_channel::<(usize, Job)>(jobs * 2);
        let workers = Arc::new(Mutex::new(workers));
        let (done, results) = mpsc::sync_channel::<(usize, Done)>(jobs * 2);
        // Batches that were handed out and not yet written; bounds what waits behind a slow one.
        let (token, tokens) = mpsc::sync_channel::<()>(jobs * 8);
        let wanted = &wanted;
        for _ in 0..jobs {
            let (done, workers) = (done.clone(), Arc::clone(&workers));
            scope.spawn(move || {
                let mut buffer = Vec::new();
                loop {
                    let Ok((n, job)) = workers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).recv() else {
                        break;
                    };
                    let answer = guarded(job, wanted, &mut buffer);
                    if done.send((n, answer)).is_err() {
                        break;
                    }
                }
            });
        }
        drop((done, workers));
        scope.spawn(move || produce(paths, &work, &token));
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        for (n, answer) in results {
            waiting.insert(n, answer);
            while let Some(answer) = waiting.remove(&next) {
                next += 1;
                let _ = tokens.recv();
                sink.take(answer)?;
                if INTERRUPTED.load(Ordering::Relaxed) {
                    sink.out.flush()?;
                    std::process::exit(130);
                }
            }
        }
        Ok(())
    })?;
    sink.finish()
}

/// Scans an mbox that came through standard input.
pub(crate) fn run_stream(raw: &[u8], options: &Options, table: &Table) -> anyhow::Result<Outcome> {
    let scan = plain(&[]);
    let form = Form::of(&scan, options);
    let mut sink = Sink::new(&scan, options, form)?;
    let wanted = Wanted { table, form, keep: form == Form::Summary, since: None };
    let mut mbox = Mbox::new(raw);
    let mut message = Vec::new();
    let mut n = 0;
    while mbox.next_into(&mut message)? {
        n += 1;
        let mut done = Done::default();
        answer(&format!("-#{n}"), &message, &wanted, &mut done)?;
        sink.take(done)?;
    }
    sink.finish()
}

/// A bug that one message in a hundred thousand sets off must not cost the others.
fn guarded(job: Job, wanted: &Wanted<'_>, buffer: &mut Vec<u8>) -> Done {
    let mut done = Done::default();
    match job {
        Job::Files(files) => {
            for file in files {
                let source = file.to_string_lossy();
                match read(&file, buffer) {
                    Ok(()) => guarded_answer(&source, buffer, wanted, &mut done),
                    Err(e) => {
                        done.complaints.push(format!("{source}: {e}"));
                        done.outcome.unreadable = true;
                    }
                }
            }
        }
        Job::Messages(messages) => {
            for (source, raw) in messages {
                guarded_answer(&source, &raw, wanted, &mut done);
            }
        }
    }
    done
}

fn read(file: &Path, buffer: &mut Vec<u8>) -> io::Result<()> {
    mailbox::read_file(file, buffer)
}

fn guarded_answer(source: &str, raw: &[u8], wanted: &Wanted<'_>, done: &mut Done) {
    let kept = done.lines.len();
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| answer(source, raw, wanted, done)));
    if !matches!(result, Ok(Ok(()))) {
        done.lines.truncate(kept);
        done.complaints.push(format!("{source}: could not be diagnosed; this is a bug in whybounce"));
        done.outcome.unreadable = true;
    }
}

fn answer(source: &str, raw: &[u8], wanted: &Wanted<'_>, done: &mut Done) -> io::Result<()> {
    let diagnosis = diagnose(raw, wanted.table);
    done.messages += 1;
    // A report without a date is kept: it may be new.
    if wanted.since.is_some_and(|since| diagnosis.date.is_some_and(|d| d < since)) {
        return Ok(());
    }
    done.outcome.diagnosed |= diagnosis.kind != Kind::NotABounce;
    match wanted.form {
        Form::Json => {
            let start = done.lines.len();
            json::write_message(&mut done.lines, source, &diagnosis)?;
            if escape::may_be_unsafe(&done.lines[start..]) {
                let line = escape::for_json(done.lines.split_off(start));
                done.lines.extend_from_slice(&line);
            }
        }
        Form::Csv => Csv.message(&mut done.lines, source, &diagnosis)?,
        Form::Summary => {}
    }
    if wanted.keep {
        done.diagnoses.push(diagnosis);
    }
    Ok(())
}

/// The paths in a list.
fn listed(list: &Path) -> io::Result<Vec<PathBuf>> {
    let mut bytes = Vec::new();
    if list.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = std::fs::read(list)?;
    }
    let separator = if memchr::memchr(0, &bytes).is_some() { 0 } else { b'\n' };
    Ok(bytes.split(|b| *b == separator).filter(|p| !p.is_empty()).map(path_of).collect())
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).trim_end_matches('\r').to_string())
}

/// Walks the paths and hands out batches until there are no more, or nobody takes them.
fn produce(paths: &[PathBuf], work: &mpsc::SyncSender<(usize, Job)>, token: &mpsc::SyncSender<()>) {
    let mut n = 0;
    let mut send = |job: Job| {
        if INTERRUPTED.load(Ordering::Relaxed) || token.send(()).is_err() || work.send((n, job)).is_err() {
            return false;
        }
        n += 1;
        true
    };
    let mut files = Vec::with_capacity(BATCH);
    for path in paths {
        if path.as_os_str() == "-" {
            if !flush(&mut files, &mut send) || !stream_stdin(&mut send) {
                return;
            }
            continue;
        }
        for item in Walk::new([path.clone()]) {
            match item {
                Item::File(file) => {
                    files.push(file);
                    if files.len() == BATCH && !flush(&mut files, &mut send) {
                        return;
                    }
                }
                Item::Mbox(file) => {
                    if !flush(&mut files, &mut send) {
                        return;
                    }
                    let result = Mbox::open(&file).and_then(|mbox| stream(mbox, &file.to_string_lossy(), &mut send));
                    match result {
                        Ok(true) => {}
                        Ok(false) => return,
                        // Handed on as a file that cannot be read, so that it is complained about in its turn.
                        Err(_) => files.push(file),
                    }
                }
                Item::Skipped(path, why) => complain(format_args!("{}: passed over, {why}", path.display())),
                // Reading it again fails again, and is then reported with the others.
                Item::Unreadable(path, _) => files.push(path),
            }
        }
    }
    flush(&mut files, &mut send);
}

fn flush(files: &mut Vec<PathBuf>, send: &mut impl FnMut(Job) -> bool) -> bool {
    files.is_empty() || send(Job::Files(std::mem::replace(files, Vec::with_capacity(BATCH))))
}

fn stream_stdin(send: &mut impl FnMut(Job) -> bool) -> bool {
    let mut input = io::BufReader::with_capacity(1 << 16, io::stdin().lock());
    let head = io::BufRead::fill_buf(&mut input).map(mailbox::head_is_mbox).unwrap_or(false);
    if head {
        return stream(Mbox::new(input), "-", send).unwrap_or(true);
    }
    let mut raw = Vec::new();
    let read = input.take(mailbox::MAX_MESSAGE as u64).read_to_end(&mut raw);
    read.is_err() || send(Job::Messages(vec![("-".into(), raw)]))
}

/// Hands out the messages of an mbox. False when nobody takes them any more.
fn stream<R: io::BufRead>(mut mbox: Mbox<R>, source: &str, send: &mut impl FnMut(Job) -> bool) -> io::Result<bool> {
    let mut batch = Vec::with_capacity(BATCH);
    let mut bytes = 0;
    let mut n = 0;
    let mut message = Vec::new();
    while mbox.next_into(&mut message)? {
        n += 1;
        bytes += message.len();
        batch.push((format!("{source}#{n}"), message.clone()));
        if batch.len() == BATCH || bytes > BATCH_BYTES {
            bytes = 0;
            if !send(Job::Messages(std::mem::replace(&mut batch, Vec::with_capacity(BATCH)))) {
                return Ok(false);
            }
        }
    }
    Ok(batch.is_empty() || send(Job::Messages(batch)))
}

/// Takes the answers in order.
struct Sink<'a> {
    out: io::StdoutLock<'static>,
    scan: &'a Scan,
    options: &'a Options,
    form: Form,
    triage: Triage,
    suppressions: Suppressions,
    /// Opened at the start, so that a path that cannot be written is known before the work is done.
    suppress_file: Option<std::fs::File>,
    outcome: Outcome,
    progress: Progress,
}

impl<'a> Sink<'a> {
    fn new(scan: &'a Scan, options: &'a Options, form: Form) -> anyhow::Result<Self> {
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
        let suppress_file = match &scan.suppress {
            Some(path) => Some(std::fs::File::create(path).with_context(|| format!("{}", path.display()))?),
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
            suppressions: Suppressions::default(),
            suppress_file,
            outcome: Outcome::default(),
            progress: Progress::new(),
        })
    }

    fn take(&mut self, done: Done) -> io::Result<()> {
        self.progress.clear();
        self.out.write_all(&done.lines)?;
        for diagnosis in done.diagnoses {
            if self.suppress_file.is_some() {
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
        self.progress.advance(done.messages);
        Ok(())
    }

    fn finish(mut self) -> anyhow::Result<Outcome> {
        self.progress.clear();
        if self.form == Form::Summary {
            let summary = self.triage.finish();
            if self.options.json {
                triage::write_json(&mut self.out, &summary, self.scan.top)?;
            } else {
                triage::write_text(&mut self.out, &summary, triage::Options { top: self.scan.top, layout: layout() })?;
            }
        }
        self.out.flush()?;
        if let (Some(file), Some(path)) = (self.suppress_file, &self.scan.suppress) {
            let mut file = io::BufWriter::new(file);
            self.suppressions
                .write(&mut file)
                .and_then(|()| file.flush())
                .with_context(|| format!("{}", path.display()))?;
        }
        Ok(self.outcome)
    }
}
