//! A progress line on standard error, for work that takes long enough to wonder.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Before this nothing is shown.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line changes.
const PACE: Duration = Duration::from_millis(200);

/// Counts messages and shows how it goes, when standard error is a terminal.
pub(super) struct Progress {
    started: Instant,
    last: Instant,
    messages: usize,
    total: Option<usize>,
    wanted: bool,
    shown: bool,
}

impl Progress {
    pub(super) fn new() -> Self {
        let now = Instant::now();
        // Lines on a terminal are progress enough.
        let wanted = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self { started: now, last: now, messages: 0, total: None, wanted, shown: false }
    }

    /// So many more are done.
    pub(super) fn advance(&mut self, messages: usize) {
        self.messages += messages;
        let now = Instant::now();
        if !self.wanted || now - self.started < PATIENCE || now - self.last < PACE {
            return;
        }
        self.last = now;
        self.shown = true;
        let seconds = (now - self.started).as_secs_f64();
        let rate = self.messages as f64 / seconds;
        let left = match self.total {
            Some(total) if total > self.messages => format!(", {:.0} s left", (total - self.messages) as f64 / rate),
            _ => String::new(),
        };
        let _ = write!(io::stderr(), "\r\x1b[K{} messages, {rate:.0} a second{left}", self.messages);
    }

    /// Removes the line, so that something else can be written.
    pub(super) fn clear(&mut self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
            self.shown = false;
        }
    }
}
