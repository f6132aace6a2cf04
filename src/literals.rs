//! Looks for many fixed texts in one pass.
//!
//! A report is asked for hundreds of signs; one search per sign would read it hundreds of times. But the machine that
//! finds them all at once takes longer to build than many plain searches: it is built when as much has been spent on
//! those.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// Building the machine costs about as much as comparing so many bytes one text after the other.
const PATIENCE: usize = 4 << 20;

/// A fixed list of texts, compared without regard to the case of ASCII letters.
pub(crate) struct Literals {
    texts: &'static [&'static str],
    /// How many bytes have been compared without the machine.
    compared: AtomicUsize,
    machine: OnceLock<Option<AhoCorasick>>,
}

/// A text found: its number in the list, where it begins, how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    number: usize,
    start: usize,
    len: usize,
}

impl Literals {
    /// A list; its order is the order of precedence.
    pub(crate) const fn new(texts: &'static [&'static str]) -> Self {
        Self { texts, compared: AtomicUsize::new(0), machine: OnceLock::new() }
    }

    /// The machine, when so much has been searched that it pays.
    fn machine(&self, text: &str) -> Option<&AhoCorasick> {
        if let Some(machine) = self.machine.get() {
            return machine.as_ref();
        }
        // Even a search in a text of nothing costs something.
        let cost = self.texts.len() * (text.len() + 32);
        if self.compared.fetch_add(cost, Ordering::Relaxed) < PATIENCE {
            return None;
        }
        let build = || {
            AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .match_kind(MatchKind::Standard)
                .kind(Some(AhoCorasickKind::DFA))
                .build(self.texts)
                .ok()
        };
        self.machine.get_or_init(build).as_ref()
    }

    /// The list.
    pub(crate) const fn texts(&self) -> &'static [&'static str] {
        self.texts
    }

    /// First places of those that occur, in no order.
    fn each(&self, text: &str, mut take: impl FnMut(Found)) {
        if text.is_empty() {
            return;
        }
        if let Some(machine) = self.machine(text) {
            for m in machine.find_overlapping_iter(text) {
                take(Found { number: m.pattern().as_usize(), start: m.start(), len: m.end() - m.start() });
            }
            return;
        }
        for (number, wanted) in self.texts.iter().enumerate() {
            if let Some(start) = find(text, wanted) {
                take(Found { number, start, len: wanted.len() });
            }
        }
    }

    /// Does one of them occur?
    pub(crate) fn any(&self, text: &str) -> bool {
        match self.machine(text) {
            Some(machine) => machine.is_match(text),
            None => self.texts.iter().any(|w| find(text, w).is_some()),
        }
    }

    /// Those that occur.
    pub(crate) fn found(&self, text: &str) -> Vec<&'static str> {
        let mut found = Vec::new();
        self.each(text, |f| found.push(self.texts[f.number]));
        found
    }

    /// The first of the list, by its number, that occurs anywhere.
    pub(crate) fn first_of_list(&self, text: &str) -> Option<usize> {
        let mut first: Option<usize> = None;
        self.each(text, |f| first = Some(first.map_or(f.number, |n| n.min(f.number))));
        first
    }

    /// The one that begins first in the text: its offset and its length. Of several, the longest.
    pub(crate) fn earliest(&self, text: &str) -> Option<(usize, usize)> {
        let mut first: Option<(usize, usize)> = None;
        self.each(text, |f| {
            if first.is_none_or(|(start, len)| f.start < start || f.start == start && f.len > len) {
                first = Some((f.start, f.len));
            }
        });
        first
    }
}

/// Where `wanted` occurs first, without regard to the case of ASCII letters.
pub(crate) fn find(text: &str, wanted: &str) -> Option<usize> {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    let first = *wanted.first()?;
    let last = text.len().checked_sub(wanted.len())?;
    memchr::memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), &text[..=last])
        .find(|&at| text[at..at + wanted.len()].eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_place_with_and_without_the_machine() {
        static LIST: Literals = Literals::new(&["said:", "bcd", "abcdef", "ß"]);
        let long = "x".repeat(PATIENCE / LIST.texts.len() / 2);
        for _ in 0..4 {
            assert!(!LIST.any(&long));
            assert_eq!(LIST.first_of_list("xx abcdef said: SAID:"), Some(0));
            assert_eq!(LIST.first_of_list("ABCDEF"), Some(1));
            assert_eq!(LIST.earliest("x abcdef"), Some((2, 6)));
            assert_eq!(LIST.found("groß"), ["ß"]);
            assert!(LIST.any("groß"));
            assert!(!LIST.any("nothing"));
            assert_eq!(LIST.earliest(""), None);
        }
        assert!(LIST.machine.get().is_some());
    }
}
