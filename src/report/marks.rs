//! Readers of families of reports, and the words by which they know their own, as they stand in one message.

use super::types::Report;
use crate::mail::message::Mail;
use crate::text::literals::{Literals, Occurrence};

/// Reads the words of one family of reports.
pub(super) struct Reader {
    /// The software that the family belongs to, as `software` in the JSON.
    pub name: &'static str,
    /// Words in the text by which `recognises` knows the family, for it to ask [`Marks`].
    pub marks: &'static [&'static str],
    /// Is the message one of the family? Cheap: looks at signs only.
    pub recognises: fn(&Mail, &Marks) -> bool,
    /// Reads it. `None` when it turns out not to be one after all.
    pub read: fn(&Mail, &Marks) -> Option<Report>,
}

/// Words that are looked for in one pass, and whose they are.
pub(super) struct MarkList {
    /// The search for all of them.
    pub(super) search: Literals,
    /// The words. Those of [`super::software`] come first.
    pub(super) words: &'static [&'static str],
    /// The reader in whose list each word stands; those of [`super::software`] stand in nobody's.
    pub(super) owners: &'static [Option<&'static Reader>],
    /// How many are [`super::software`]'s.
    pub(super) of_software: usize,
}

/// The readers' words that stand in a message.
pub(crate) struct Marks {
    of: &'static MarkList,
    text: Vec<Occurrence>,
    html: Vec<Occurrence>,
}

impl Marks {
    /// Looks for all of them.
    #[must_use]
    pub(super) fn find(of: &'static MarkList, mail: &Mail) -> Self {
        Self { of, text: of.search.found_in(&mail.text), html: of.search.found_in(&mail.html_text) }
    }

    /// Does the text hold these words, written like this?
    #[must_use]
    pub(crate) fn says(&self, words: &str) -> bool {
        debug_assert!(self.of.words.contains(&words), "{words:?} is nobody's mark");
        self.text.iter().any(|found| found.exactly && self.of.words[found.number] == words)
    }

    /// Which of the words of [`super::software`] stands in the text or the HTML text, written like there: the first of
    /// its list.
    pub(super) fn first_of_software(&self) -> Option<usize> {
        let numbers = self.text.iter().chain(&self.html).filter(|found| found.exactly).map(|found| found.number);
        numbers.filter(|number| *number < self.of.of_software).min()
    }

    /// Does the text or the HTML text hold one of the words of this reader, in whatever case?
    pub(super) fn has_any_of(&self, reader: &'static Reader) -> bool {
        let is_its = |number: usize| self.of.owners[number].is_some_and(|owner| std::ptr::eq(owner, reader));
        self.text.iter().chain(&self.html).any(|found| is_its(found.number))
    }
}
