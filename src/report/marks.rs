//! The words by which readers know the reports of their family, all looked for in one pass.
//!
//! A search for each would read every report dozens of times. A reader lists its words as [`Reader::marks`]; the
//! compiler gathers the lists, and what [`Marks::says`] is asked for must stand in one of them.

use super::{READERS, Reader, software};
use crate::literals::{Literals, Occurrence};
use crate::message::Mail;

/// Shorter words would make the pass slow: it moves on by at most the length of the shortest. Who needs them looks for
/// them elsewhere.
const SHORTEST: usize = 8;

/// How many words all lists have together.
const COUNT: usize = {
    let mut count = software::TEXTS.len();
    let mut group = 0;
    while group < READERS.len() {
        let mut n = 0;
        while n < READERS[group].len() {
            count += READERS[group][n].marks.len();
            n += 1;
        }
        group += 1;
    }
    count
};

/// The words of all lists.
static WORDS: [&str; COUNT] = {
    let (mut words, mut filled) = add([""; COUNT], 0, software::TEXTS);
    let mut group = 0;
    while group < READERS.len() {
        let mut n = 0;
        while n < READERS[group].len() {
            let reader: &Reader = READERS[group][n];
            (words, filled) = add(words, filled, reader.marks);
            n += 1;
        }
        group += 1;
    }
    words
};

static SEARCH: Literals = Literals::new(&WORDS);

/// Puts a list behind the words that are there already.
const fn add(
    mut words: [&'static str; COUNT],
    mut filled: usize,
    list: &[&'static str],
) -> ([&'static str; COUNT], usize) {
    let mut n = 0;
    while n < list.len() {
        assert!(list[n].len() >= SHORTEST);
        words[filled] = list[n];
        filled += 1;
        n += 1;
    }
    (words, filled)
}

/// The reader in whose list each word stands; those of [`software`] stand in nobody's.
static OWNERS: [&str; COUNT] = {
    let mut owners = [""; COUNT];
    let mut filled = software::TEXTS.len();
    let mut group = 0;
    while group < READERS.len() {
        let mut n = 0;
        while n < READERS[group].len() {
            let reader: &Reader = READERS[group][n];
            let end = filled + reader.marks.len();
            while filled < end {
                owners[filled] = reader.name;
                filled += 1;
            }
            n += 1;
        }
        group += 1;
    }
    owners
};

/// The readers' words that stand in a message.
#[derive(Debug)]
pub struct Marks {
    text: Vec<Occurrence>,
    html: Vec<Occurrence>,
}

impl Marks {
    /// Looks for all of them.
    #[must_use]
    pub fn of(mail: &Mail) -> Self {
        Self { text: SEARCH.found_in(&mail.text), html: SEARCH.found_in(&mail.html_text) }
    }

    /// Does the text hold these words, written like this?
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        says(&self.text, words)
    }

    /// Which of the words of [`software`] stands in the text or the HTML text, written like there: the first of its list.
    pub(super) fn first_of_software(&self) -> Option<usize> {
        // Its list is the first.
        let numbers = self.text.iter().chain(&self.html).filter(|found| found.exactly).map(|found| found.number);
        numbers.filter(|number| *number < software::TEXTS.len()).min()
    }

    /// Does the text or the HTML text hold one of the words of this reader, in whatever case?
    pub(super) fn has_any_of(&self, reader: &str) -> bool {
        debug_assert!(OWNERS.contains(&reader), "{reader:?} has no marks");
        self.text.iter().chain(&self.html).any(|found| OWNERS[found.number] == reader)
    }
}

fn says(found: &[Occurrence], words: &str) -> bool {
    debug_assert!(WORDS.contains(&words), "{words:?} is nobody's mark");
    found.iter().any(|found| found.exactly && WORDS[found.number] == words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reader_is_heard() {
        for reader in READERS.iter().copied().flatten() {
            for words in reader.marks {
                let said = |text: String| Marks::of(&Mail { text, ..Mail::default() });
                assert!(said(format!("x{words}x")).says(words), "{words} of {}", reader.name);
                assert!(said(words.to_ascii_uppercase()).has_any_of(reader.name), "{words} of {}", reader.name);
            }
        }
    }

    #[test]
    fn text_and_html_are_told_apart() {
        let html = Marks::of(&Mail { html_text: "by Mimecast".into(), ..Mail::default() });
        assert!(!html.says("Mimecast") && html.first_of_software().is_some());
        let shouted = Marks::of(&Mail { text: "BY MIMECAST".into(), ..Mail::default() });
        assert!(shouted.first_of_software().is_none() && !shouted.has_any_of("Exchange"));
        let html = Marks::of(&Mail { html_text: "generating SERVER".into(), ..Mail::default() });
        assert!(html.first_of_software().is_none() && html.has_any_of("Exchange"));
    }
}
