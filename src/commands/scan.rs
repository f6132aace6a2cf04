//! `whybounce scan`: every message under the paths, in parallel, answers in input order.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Read, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

use whybounce::cause::Kind;
use whybounce::diagnosis::diagnose;
use whybounce::mailbox::{self, Item, Mbox, Walk};
use whybounce::output::json;
use whybounce::table::Table;
use whybounce::{escape, triage};

use super::{Outcome, complain, layout};
use crate::cli::Options;

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
    lines: Vec<u8>,
    tally: triage::Tally,
    outcome: Outcome,
    complaints: Vec<String>,
}

/// Set by Ctrl-C; looked at between batches so that whole lines remain.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Scans the paths.
pub(crate) fn run(paths: &[PathBuf], jobs: Option<NonZeroUsize>, options: &Options) -> anyhow::Result<Outcome> {
    let table = super::table(options)?;
    // A second handler cannot be set; the first does the same.
    let _ = ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::Relaxed));
    let jobs = jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let mut sink = Sink::new(options);
    thread::scope(|scope| -> anyhow::Result<()> {
        let (work, workers) = mpsc::sync_channel::<(usize, Job)>(jobs * 2);
        let workers = Arc::new(Mutex::new(workers));
        let (done, results) = mpsc::sync_channel::<(usize, Done)>(jobs * 2);
        // Batches that were handed out and not yet written; bounds what waits behind a slow one.
        let (token, tokens) = mpsc::sync_channel::<()>(jobs * 8);
        let table = &table;
        for _ in 0..jobs {
            let (done, workers) = (done.clone(), Arc::clone(&workers));
            scope.spawn(move || {
                let mut buffer = Vec::new();
                loop {
                    let Ok((n, job)) = workers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).recv() else {
                        break;
                    };
                    let answer = guarded(job, table, options.json, &mut buffer);
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
    let mut sink = Sink::new(options);
    let mut mbox = Mbox::new(raw);
    let mut message = Vec::new();
    let mut n = 0;
    while mbox.next_into(&mut message)? {
        n += 1;
        let mut done = Done::default();
        answer(&format!("-#{n}"), &message, table, options.json, &mut done)?;
        sink.take(done)?;
    }
    sink.finish()
}

/// A bug that one message in a hundred thousand sets off must not cost the others.
fn guarded(job: Job, table: &Table, as_json: bool, buffer: &mut Vec<u8>) -> Done {
    let mut done = Done::default();
    match job {
        Job::Files(files) => {
            for file in files {
                let source = file.to_string_lossy();
                match read(&file, buffer) {
                    Ok(()) => guarded_answer(&source, buffer, table, as_json, &mut done),
                    Err(e) => {
                        done.complaints.push(format!("{source}: {e}"));
                        done.outcome.unreadable = true;
                    }
                }
            }
        }
        Job::Messages(messages) => {
            for (source, raw) in messages {
                guarded_answer(&source, &raw, table, as_json, &mut done);
            }
        }
    }
    done
}

fn read(file: &Path, buffer: &mut Vec<u8>) -> io::Result<()> {
    mailbox::read_file(file, buffer)
}

fn guarded_answer(source: &str, raw: &[u8], table: &Table, as_json: bool, done: &mut Done) {
    let kept = done.lines.len();
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| answer(source, raw, table, as_json, done)));
    if !matches!(result, Ok(Ok(()))) {
        done.lines.truncate(kept);
        done.complaints.push(format!("{source}: could not be diagnosed; this is a bug in whybounce"));
        done.outcome.unreadable = true;
    }
}

fn answer(source: &str, raw: &[u8], table: &Table, as_json: bool, done: &mut Done) -> io::Result<()> {
    let diagnosis = diagnose(raw, table);
    done.outcome.diagnosed |= diagnosis.kind != Kind::NotABounce;
    if as_json {
        let start = done.lines.len();
        json::write_message(&mut done.lines, source, &diagnosis)?;
        if !done.lines[start..].is_ascii() || memchr::memchr(0x7f, &done.lines[start..]).is_some() {
            let line = escape::for_json(done.lines.split_off(start));
            done.lines.extend_from_slice(&line);
        }
    } else {
        done.tally.add(&diagnosis);
    }
    Ok(())
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
    options: &'a Options,
    tally: triage::Tally,
    outcome: Outcome,
}

impl<'a> Sink<'a> {
    fn new(options: &'a Options) -> Self {
        Self { out: io::stdout().lock(), options, tally: triage::Tally::default(), outcome: Outcome::default() }
    }

    fn take(&mut self, done: Done) -> io::Result<()> {
        self.out.write_all(&done.lines)?;
        self.tally.merge(done.tally);
        self.outcome.diagnosed |= done.outcome.diagnosed;
        self.outcome.unreadable |= done.outcome.unreadable;
        for complaint in done.complaints {
            complain(format_args!("{complaint}"));
        }
        Ok(())
    }

    fn finish(mut self) -> anyhow::Result<Outcome> {
        if !self.options.json {
            let layout = if io::stdout().is_terminal() { layout() } else { whybounce::output::text::Layout::default() };
            triage::write(&mut self.out, &self.tally, layout)?;
        }
        self.out.flush()?;
        Ok(self.outcome)
    }
}
