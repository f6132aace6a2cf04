//! A progress line on standard error, for work that takes long enough to wonder.

use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Before this nothing is shown.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line changes.
pub(super) const PACE: Duration = Duration::from_millis(200);

/// How much there is to do, as far as the one who walks the paths knows.
#[derive(Default)]
pub(super) struct Known {
    /// Names of files and mboxes found.
    pub(super) listed: AtomicUsize,
    /// Messages that mboxes held beyond one each.
    more: AtomicUsize,
    /// Messages and bytes read of the mbox at hand, and its size.
    messages: AtomicUsize,
    position: AtomicU64,
    size: AtomicU64,
    /// The size of what is being read is not known.
    endless: AtomicUsize,
}

impl Known {
    /// So much of an mbox has been read; a size of 0 is not known.
    pub(super) fn inside(&self, messages: usize, position: u64, size: u64) {
        self.messages.store(messages, Ordering::Relaxed);
        self.position.store(position, Ordering::Relaxed);
        self.size.store(size, Ordering::Relaxed);
        self.endless.store(usize::from(size == 0), Ordering::Relaxed);
    }

    /// The mbox has been read, and held so many messages.
    pub(super) fn left(&self, messages: usize) {
        self.inside(0, 0, 1);
        self.more.fetch_add(messages.saturating_sub(1), Ordering::Relaxed);
    }

    /// About how many messages there are in all.
    fn total(&self) -> Option<usize> {
        if self.endless.load(Ordering::Relaxed) > 0 {
            return None;
        }
        let (messages, position) = (self.messages.load(Ordering::Relaxed), self.position.load(Ordering::Relaxed));
        let size = self.size.load(Ordering::Relaxed);
        let here = if position == 0 { 0.0 } else { messages as f64 * size as f64 / position as f64 - 1.0 };
        Some(self.listed.load(Ordering::Relaxed) + self.more.load(Ordering::Relaxed) + here.max(0.0) as usize)
    }
}

/// Counts messages and shows how it goes, when standard error is a terminal.
pub(super) struct Progress {
    started: Instant,
    last: Instant,
    messages: usize,
    wanted: bool,
    /// What is shown at the moment.
    shown: Option<ProgressBar>,
}

impl Progress {
    /// `quiet`: nothing is written to standard output until the end.
    pub(super) fn new(quiet: bool) -> Self {
        let now = Instant::now();
        // Lines on a terminal are progress enough, and a terminal that cannot go back cannot show this.
        let wanted = io::stderr().is_terminal()
            && (quiet || !io::stdout().is_terminal())
            && std::env::var_os("TERM").is_none_or(|t| t != "dumb");
        Self { started: now, last: now, messages: 0, wanted, shown: None }
    }

    /// So many more are done.
    pub(super) fn advance(&mut self, messages: usize, known: &Known) {
        self.messages += messages;
        let now = Instant::now();
        if !self.wanted || now - self.started < PATIENCE || now - self.last < PACE {
            return;
        }
        self.last = now;
        let line = line(self.messages, known.total(), now - self.started);
        self.shown.get_or_insert_with(shown).set_message(line);
    }

    /// Removes the line, so that something else can be written.
    pub(super) fn clear(&mut self) {
        if let Some(shown) = self.shown.take() {
            shown.finish_and_clear();
        }
    }
}

/// A line of nothing but words, cut where the terminal ends.
fn shown() -> ProgressBar {
    let style = ProgressStyle::with_template("{wide_msg}").unwrap_or_else(|_| ProgressStyle::default_spinner());
    ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()).with_style(style)
}

/// The words of the line.
fn line(done: usize, total: Option<usize>, passed: Duration) -> String {
    let rate = done as f64 / passed.as_secs_f64().max(0.001);
    let rest = total.map_or(0, |t| t.saturating_sub(done));
    if rest == 0 || rate < 0.1 {
        return format!("{done} messages, {rate:.0} a second");
    }
    let left = (rest as f64 / rate).ceil() as u64;
    let left = if left < 100 { format!("{left} s") } else { format!("{} min", left.div_ceil(60)) };
    // Where the terminal is narrow, the end is cut off.
    format!("{done} of {} messages, {left} left, {rate:.0} a second", done + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_rate_and_time_left() {
        let second = Duration::from_secs(2);
        assert_eq!(line(1000, Some(3000), second), "1000 of 3000 messages, 4 s left, 500 a second");
        assert_eq!(line(1000, Some(1_000_000), second), "1000 of 1000000 messages, 34 min left, 500 a second");
        assert_eq!(line(1000, None, second), "1000 messages, 500 a second");
        assert_eq!(line(0, Some(9), second), "0 messages, 0 a second");
    }

    #[test]
    fn knows_a_total() {
        let known = Known::default();
        known.listed.store(10, Ordering::Relaxed);
        assert_eq!(known.total(), Some(10));
        known.inside(50, 1000, 4000);
        assert_eq!(known.total(), Some(209));
        known.left(200);
        assert_eq!(known.total(), Some(209));
        known.inside(5, 100, 0);
        assert_eq!(known.total(), None);
    }
}
