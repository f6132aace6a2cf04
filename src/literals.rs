//! Looks for many fixed texts in one pass.
//!
//! A report is asked for hundreds of signs; one search per sign would read it hundreds of times.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};

/// A fixed list of texts, compared without regard to the case of ASCII letters. Compiled when first used.
pub(crate) struct Literals {
    texts: &'static [&'static str],
    search: OnceLock<Option<AhoCorasick>>,
}

impl Literals {
    /// A list; its order is the order of precedence.
    pub(crate) const fn new(texts: &'static [&'static str]) -> Self {
        Self { texts, search: OnceLock::new() }
    }

    fn search(&self) -> Option<&AhoCorasick> {
        let build = || {
            AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(self.texts).ok()
        };
        self.search.get_or_init(build).as_ref()
    }

    /// Does one of them occur?
    pub(crate) fn any(&self, text: &str) -> bool {
        self.search().is_some_and(|s| s.is_match(text))
    }

    /// The first of the list, by its number, that occurs anywhere.
    pub(crate) fn first_of_list(&self, text: &str) -> Option<usize> {
        self.search()?.find_overlapping_iter(text).map(|m| m.pattern().as_usize()).min()
    }

    /// The one that begins first in the text: its offset and its length. Of several, the longest.
    pub(crate) fn earliest(&self, text: &str) -> Option<(usize, usize)> {
        let found = self.search()?.find_overlapping_iter(text).map(|m| (m.start(), m.end() - m.start()));
        found.min_by_key(|(start, len)| (*start, std::cmp::Reverse(*len)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: Literals = Literals::new(&["said:", "bcd", "abcdef", "ß"]);

    #[test]
    fn order_and_place() {
        assert_eq!(LIST.first_of_list("xx abcdef said: SAID:"), Some(0));
        assert_eq!(LIST.first_of_list("ABCDEF"), Some(1));
        assert_eq!(LIST.earliest("x abcdef"), Some((2, 6)));
        assert!(LIST.any("groß"));
        assert!(!LIST.any("nothing"));
        assert_eq!(LIST.earliest(""), None);
    }
}
