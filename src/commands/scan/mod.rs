//! `whybounce scan`: many messages, several threads, answers in a stable order.
//!
//! One thread walks the paths and hands out batches ([`produce`]), workers diagnose them ([`work`]), the main thread
//! puts the answers in order ([`sink`]). At any time a bounded number of messages is held.

mod produce;
mod sink;
mod work;

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;

use anyhow::Context;
use whybounce::Table;
use whybounce::internal::input::{self, Mbox, Text};
use whybounce::triage;

use self::produce::{Gate, Producer};
use self::sink::Sink;
use self::work::{Done, Job, Wanted};
use super::progress::{Known, PACE};
use super::{Outcome, complain, replace};
use crate::cli::{Options, Scan};

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

/// The exit status after Ctrl-C, as shells have it.
const STOPPED: i32 = 130;

/// The first Ctrl-C ends after a whole line; a second one does not wait for a reader that takes nothing.
fn interrupted() {
    if INTERRUPTED.swap(true, Ordering::Relaxed) {
        replace::clean_up();
        std::process::exit(STOPPED);
    }
}

/// Scans the paths.
pub(crate) fn run(scan: &Scan, options: &Options) -> anyhow::Result<Outcome> {
    let table = super::table(options)?.indexed();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_secs() as i64);
    let since = scan.since.as_deref().map(|s| triage::parse_since(s, now)).transpose()?;
    let mut paths = scan.paths.clone();
    if let Some(list) = &scan.files_from {
        paths.extend(listed(list).with_context(|| format!("{}", list.display()))?);
    }
    // A second handler cannot be set; the first does the same.
    let _ = ctrlc::set_handler(interrupted);
    let jobs = scan.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let form = Form::of(scan, options);
    let known = Known::default();
    let mut sink = Sink::new(scan, options, form, &known)?;
    let json = super::json_form(options);
    let wanted = Wanted { table: &table, form, json, keep: form == Form::Summary || scan.suppress.is_some(), since };
    let gate = Gate::new(jobs * 4);
    thread::scope(|scope| {
        let (work, workers) = mpsc::sync_channel::<(usize, Job)>(jobs);
        let workers = Arc::new(Mutex::new(workers));
        let (done, results) = mpsc::sync_channel::<(usize, Done)>(jobs);
        let producer = Producer { work, gate: &gate, known: &known, sent: 0 };
        scope.spawn(move || producer.run(paths));
        // While the paths are walked there is nothing to answer yet.
        table.prepare();
        let wanted = &wanted;
        for _ in 0..jobs {
            let (done, workers) = (done.clone(), Arc::clone(&workers));
            scope.spawn(move || {
                let mut buffer = Vec::new();
                loop {
                    let Ok((n, job)) = workers.lock().unwrap_or_else(PoisonError::into_inner).recv() else { break };
                    if done.send((n, work::work(job, wanted, &mut buffer))).is_err() {
                        break;
                    }
                }
            });
        }
        drop((done, workers));
        let taken = take_in_order(&results, &gate, &mut sink);
        // Whoever still works for nobody is to end.
        gate.close();
        drop(results);
        taken
    })?;
    sink.finish()
}

/// Gives the answers to the sink in the order of their messages, however they arrive.
fn take_in_order(results: &mpsc::Receiver<(usize, Done)>, gate: &Gate, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    loop {
        match results.recv_timeout(PACE) {
            Ok((n, answer)) => {
                waiting.insert(n, answer);
            }
            Err(mpsc::RecvTimeoutError::Timeout) => sink.wait(),
            // After Ctrl-C there are no more answers either, and those that came are not all.
            Err(mpsc::RecvTimeoutError::Disconnected) if !INTERRUPTED.load(Ordering::Relaxed) => return Ok(()),
            Err(mpsc::RecvTimeoutError::Disconnected) => {}
        }
        while let Some(answer) = waiting.remove(&next) {
            next += 1;
            gate.leave(answer.bytes);
            sink.take(answer)?;
        }
        if INTERRUPTED.load(Ordering::Relaxed) {
            sink.stop()?;
            std::process::exit(STOPPED);
        }
    }
}

/// Scans an mbox that came through a pipe and of which the first messages have been read.
pub(crate) fn run_stream<R: BufRead>(
    source: &str,
    read: Vec<Vec<u8>>,
    mut mbox: Mbox<R>,
    options: &Options,
    table: &Table,
) -> anyhow::Result<Outcome> {
    let scan = plain(&[]);
    let form = Form::of(&scan, options);
    let known = Known::default();
    let mut sink = Sink::new(&scan, options, form, &known)?;
    let json = super::json_form(options);
    let wanted = Wanted { table, form, json, keep: form == Form::Summary, since: None };
    let mut n = 0;
    let mut take = |message: Vec<u8>| {
        n += 1;
        sink.take(work::work(Job::Messages(vec![(format!("{source}#{n}"), message)]), &wanted, &mut Vec::new()))
    };
    for message in read {
        take(message)?;
    }
    let mut message = Vec::new();
    while mbox.next_into(&mut message)? {
        take(message.clone())?;
    }
    sink.finish()
}

/// Scans what was packed in a file that the plain form was given.
pub(crate) fn run_members(
    source: &str,
    members: Vec<(String, Vec<u8>)>,
    options: &Options,
    table: &Table,
) -> anyhow::Result<Outcome> {
    let scan = plain(&[]);
    let form = Form::of(&scan, options);
    let known = Known::default();
    let mut sink = Sink::new(&scan, options, form, &known)?;
    let json = super::json_form(options);
    let wanted = Wanted { table, form, json, keep: form == Form::Summary, since: None };
    for (name, bytes) in members {
        let source = if name.is_empty() { source.to_string() } else { format!("{source}!{name}") };
        let messages = match input::messages(&bytes) {
            Some(messages) => {
                messages.into_iter().enumerate().map(|(n, m)| (format!("{source}#{}", n + 1), m)).collect()
            }
            None => vec![(source, bytes)],
        };
        sink.take(work::work(Job::Messages(messages), &wanted, &mut Vec::new()))?;
    }
    sink.finish()
}

/// The paths in a list.
fn listed(list: &Path) -> io::Result<Vec<PathBuf>> {
    let mut bytes = Vec::new();
    if list.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = std::fs::read(list)?;
    }
    // Windows programs write UTF-16 with a mark; without one, names that are separated by NULs look like it.
    if [b"\xef\xbb\xbf".as_slice(), b"\xff\xfe", b"\xfe\xff"].iter().any(|mark| bytes.starts_with(mark)) {
        let mut text = Vec::new();
        Text::new(bytes.as_slice())?.read_to_end(&mut text)?;
        bytes = text;
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
