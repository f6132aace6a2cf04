//! Walks the paths and hands out batches of messages.

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};

use whybounce::Manner;
use whybounce::internal::input::{self, Item, Mbox, Walk};

use super::work::Job;
use super::{INTERRUPTED, complain};
use crate::commands::open_stream;
use crate::commands::progress::Known;

/// How many messages a worker takes at once: enough that handing over, which wakes up other threads, costs next to
/// nothing, few enough that little is held.
const BATCH: usize = 256;

/// How many messages the first batch has, so that the first answers come soon; each later one has twice as many, up to
/// a whole batch.
const FIRST_BATCH: usize = 16;

/// Bytes of mbox messages after which a batch is full.
const BATCH_BYTES: usize = 1 << 19;

/// Bytes of messages that may be on their way at once.
const BYTES_UNDER_WAY: usize = 8 << 20;

/// Lets batches through as long as not too many are on their way, be it in number or in bytes.
pub(super) struct Gate {
    state: Mutex<UnderWay>,
    changed: Condvar,
    batches: usize,
}

#[derive(Default)]
struct UnderWay {
    batches: usize,
    bytes: usize,
    closed: bool,
}

impl Gate {
    pub(super) fn new(batches: usize) -> Self {
        Self { state: Mutex::default(), changed: Condvar::new(), batches }
    }

    fn state(&self) -> MutexGuard<'_, UnderWay> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for room. False when nobody takes batches any more.
    fn enter(&self, bytes: usize) -> bool {
        let full = |s: &mut UnderWay| {
            !s.closed && (s.batches >= self.batches || s.batches > 0 && s.bytes + bytes > BYTES_UNDER_WAY)
        };
        let mut state = self.changed.wait_while(self.state(), full).unwrap_or_else(PoisonError::into_inner);
        state.batches += 1;
        state.bytes += bytes;
        !state.closed
    }

    /// A batch is done. Whoever waits is woken up only when there is room for several.
    pub(super) fn leave(&self, bytes: usize) {
        let mut state = self.state();
        state.batches = state.batches.saturating_sub(1);
        state.bytes = state.bytes.saturating_sub(bytes);
        if state.batches <= self.batches / 2 {
            self.changed.notify_all();
        }
    }

    /// Nobody takes batches any more.
    pub(super) fn close(&self) {
        self.state().closed = true;
        self.changed.notify_all();
    }
}

/// Hands out jobs with their number.
pub(super) struct Producer<'a> {
    pub(super) work: mpsc::SyncSender<(usize, Job)>,
    pub(super) gate: &'a Gate,
    pub(super) known: &'a Known,
    pub(super) sent: usize,
}

/// Nobody takes jobs any more.
struct Closed;

impl Producer<'_> {
    /// Walks the paths until there are no more, or nobody takes their messages.
    pub(super) fn run(mut self, paths: Vec<PathBuf>) {
        let _ = self.walk(paths);
    }

    fn send(&mut self, job: Job) -> Result<(), Closed> {
        if INTERRUPTED.load(Ordering::Relaxed) || !self.gate.enter(job.bytes()) {
            return Err(Closed);
        }
        self.work.send((self.sent, job)).map_err(|_| Closed)?;
        self.sent += 1;
        Ok(())
    }

    /// How many messages the next batch has.
    fn batch(&self) -> usize {
        BATCH.min(FIRST_BATCH << self.sent.min(8))
    }

    fn flush(&mut self, files: &mut Vec<PathBuf>, manner: Manner) -> Result<(), Closed> {
        if files.is_empty() {
            return Ok(());
        }
        self.send(Job::Files(std::mem::take(files), manner))
    }

    fn walk(&mut self, paths: Vec<PathBuf>) -> Result<(), Closed> {
        let mut files = Vec::new();
        let mut manner = Manner::Named;
        let mut walk = Walk::new(paths);
        while let Some(item) = walk.next() {
            self.known.listed.store(walk.listed(), Ordering::Relaxed);
            if let Item::File(file) = item {
                let found = if walk.found_in_folder() { Manner::Walked } else { Manner::Named };
                if found != manner {
                    self.flush(&mut files, manner)?;
                    manner = found;
                }
                files.push(file);
                if files.len() == self.batch() {
                    self.flush(&mut files, manner)?;
                }
                continue;
            }
            // Answers come in the order of the paths.
            self.flush(&mut files, manner)?;
            match item {
                Item::File(_) => {}
                Item::Mbox(file) => self.mbox(&file)?,
                Item::Stream(path) => self.stream(&path)?,
                Item::Skipped(path, why) => {
                    complain(format_args!("{}: passed over, {why}", path.display()));
                }
                Item::Unreadable(path, e) => self.send(Job::Unreadable(format!("{}: {e}", path.display())))?,
            }
        }
        self.flush(&mut files, manner)
    }

    fn mbox(&mut self, file: &Path) -> Result<(), Closed> {
        let source = file.to_string_lossy();
        let size = file.metadata().map_or(0, |m| m.len());
        match Mbox::open(file) {
            Ok(mbox) => self.messages(mbox, &source, size),
            Err(e) => self.send(Job::Unreadable(format!("{source}: {e}"))),
        }
    }

    /// Standard input, or a pipe: a message or an mbox.
    fn stream(&mut self, path: &Path) -> Result<(), Closed> {
        let source = path.to_string_lossy();
        let read = open_stream(path).and_then(|(is_mbox, input)| {
            if is_mbox {
                return Ok(Err(input));
            }
            let mut raw = Vec::new();
            if let Some(cut) = input::read_message(input, &mut raw)? {
                complain(format_args!("{source}: {cut}"));
            }
            Ok(Ok(raw))
        });
        match read {
            Ok(Ok(raw)) => self.send(Job::Messages(vec![(source.into_owned(), raw)])),
            Ok(Err(input)) => self.messages(Mbox::new(input), &source, 0),
            Err(e) => self.send(Job::Unreadable(format!("{source}: {e}"))),
        }
    }

    /// Hands out the messages of an mbox of so many bytes, 0 when that is not known.
    fn messages<R: BufRead>(&mut self, mut mbox: Mbox<R>, source: &str, size: u64) -> Result<(), Closed> {
        let mut batch = Vec::new();
        let (mut bytes, mut n) = (0, 0);
        let mut message = Vec::new();
        loop {
            match mbox.next_into(&mut message) {
                Ok(true) => {}
                Ok(false) => break,
                Err(e) => {
                    self.send(Job::Messages(std::mem::take(&mut batch)))?;
                    self.send(Job::Unreadable(format!("{source}: {e}")))?;
                    break;
                }
            }
            n += 1;
            bytes += message.len();
            batch.push((format!("{source}#{n}"), message.as_slice().to_vec()));
            if batch.len() == self.batch() || bytes > BATCH_BYTES {
                bytes = 0;
                self.known.inside(n, mbox.position(), size);
                self.send(Job::Messages(std::mem::take(&mut batch)))?;
            }
        }
        self.known.left(n);
        if batch.is_empty() { Ok(()) } else { self.send(Job::Messages(batch)) }
    }
}
