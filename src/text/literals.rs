//! Looks for many fixed texts in one pass.
//!
//! A report is asked for hundreds of signs; one search per sign would read it hundreds of times. All are looked for at
//! once, in the way of Wu and Manber: a block of bytes of the text tells how far the next place is at which one of them
//! could end. The tables are made by the compiler, so that a list costs nothing until it is asked.

/// So many bytes are read at once.
const WORD: usize = 4;

/// So many of them make a block where the shortest text of a list is short, which leaves more ways to move on. Where it
/// is long enough all of them do: longer blocks are rarer.
const SHORT_BLOCK: usize = 3;

/// From this length of the shortest text on blocks are whole words.
const LONG: usize = 8;

/// Places in the table of blocks, of which a short list uses fewer.
const SLOTS: usize = 1 << 12;

/// Places in the table of texts.
const HEADS: usize = 1 << 8;

/// A fixed list of texts, compared without regard to the case of ASCII letters.
pub(crate) struct Literals {
    texts: &'static [&'static str],
    /// Length of the shortest: of all texts so many bytes at the beginning are looked for first.
    window: usize,
    /// Which bytes of a word make the block.
    block: u32,
    /// Which places of the table are in use: few, so that the cache holds them.
    mask: usize,
    /// How far the window may move on when it ends in this block.
    shift: [u8; SLOTS],
    /// The texts whose beginning ends in a block: the number of the first, counted from 1, and behind each the next.
    first: [u8; HEADS],
    next: [u8; HEADS],
    /// Of each text the length and the last byte, in lower case: many begin alike, and this tells most of them apart.
    ends: [(u8, u8); HEADS],
}

/// A text found: its number in the list, where it begins, how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Match {
    number: usize,
    start: usize,
    len: usize,
}

/// A text of the list that occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Occurrence {
    /// Its number in the list.
    pub(crate) number: usize,
    /// It occurs as the list writes it.
    pub(crate) exactly: bool,
    /// Where it ends for the first time.
    pub(crate) behind_first: usize,
    /// Where it ends for the last time.
    pub(crate) behind_last: usize,
}

/// Place of the block at the end of a word in the tables, the same for upper and lower case.
const fn slot(word: [u8; WORD], block: u32, mask: usize) -> usize {
    let block = u32::from_le_bytes(word) & block | 0x2020_2020;
    (block.wrapping_mul(0x9e37_79b1) >> 20) as usize & mask
}

/// The mask for so many blocks: eight places for each.
const fn mask(blocks: usize) -> usize {
    let slots = (blocks * 8).next_power_of_two();
    if slots < SLOTS { slots - 1 } else { SLOTS - 1 }
}

impl Literals {
    /// A list; its order is the order of precedence.
    pub(crate) const fn new(texts: &'static [&'static str]) -> Self {
        assert!(texts.len() < HEADS);
        let mut window = u8::MAX as usize;
        let mut ends = [(0, 0); HEADS];
        let mut n = 0;
        while n < texts.len() {
            assert!(!texts[n].is_empty() && texts[n].len() <= u8::MAX as usize);
            let last = texts[n].as_bytes()[texts[n].len() - 1];
            ends[n] = (texts[n].len() as u8, last.to_ascii_lowercase());
            if texts[n].len() < window {
                window = texts[n].len();
            }
            n += 1;
        }
        let (len, block) = if window < LONG { (SHORT_BLOCK, u32::MAX << 8) } else { (WORD, u32::MAX) };
        let farthest = if window < WORD { 0 } else { window - len + 1 };
        let mask = mask(texts.len() * farthest);
        let shift = [farthest as u8; SLOTS];
        let mut list = Self { texts, window, block, mask, shift, first: [0; HEADS], next: [0; HEADS], ends };
        // A later text stands before the earlier ones of its place; each is compared, so the order does not matter.
        n = 0;
        while n < texts.len() && farthest > 0 {
            let text = texts[n].as_bytes();
            let mut end = len;
            while end <= window {
                let before = if end < WORD { 0 } else { text[end - 4] };
                let slot = slot([before, text[end - 3], text[end - 2], text[end - 1]], block, mask);
                if window - end < list.shift[slot] as usize {
                    list.shift[slot] = (window - end) as u8;
                }
                if end == window {
                    list.next[n] = list.first[slot % HEADS];
                    list.first[slot % HEADS] = n as u8 + 1;
                }
                end += 1;
            }
            n += 1;
        }
        list
    }

    /// The list.
    pub(crate) const fn texts(&self) -> &'static [&'static str] {
        self.texts
    }

    /// Gives all places at which one of them stands, in the order of the text, until `take` has enough.
    fn each(&self, text: &str, mut take: impl FnMut(Match) -> bool) {
        let bytes = text.as_bytes();
        if self.window < WORD {
            let places = (0..bytes.len()).flat_map(|start| (0..self.texts.len()).map(move |number| (start, number)));
            let _ = places
                .into_iter()
                .all(|(start, number)| !self.stands_at(bytes, start, number) || take(self.found(number, start)));
            return;
        }
        let mut end = self.window;
        loop {
            let Some(&[a, b, c, d]) = bytes.get(end - WORD..end) else { return };
            let slot = slot([a, b, c, d], self.block, self.mask);
            let shift = usize::from(self.shift[slot]);
            if shift > 0 {
                end += shift;
                continue;
            }
            end += 1;
            let start = end - 1 - self.window;
            let mut candidate = usize::from(self.first[slot % HEADS]);
            while let Some(number) = candidate.checked_sub(1) {
                if self.stands_at(bytes, start, number) && !take(self.found(number, start)) {
                    return;
                }
                candidate = usize::from(self.next[number]);
            }
        }
    }

    fn stands_at(&self, bytes: &[u8], start: usize, number: usize) -> bool {
        let (len, last) = self.ends[number];
        bytes.get(start..start + usize::from(len)).is_some_and(|there| {
            there.last().is_some_and(|b| b.to_ascii_lowercase() == last)
                && there.eq_ignore_ascii_case(self.texts[number].as_bytes())
        })
    }

    fn found(&self, number: usize, start: usize) -> Match {
        Match { number, start, len: self.texts[number].len() }
    }

    /// Does one of them occur?
    pub(crate) fn any(&self, text: &str) -> bool {
        let mut any = false;
        self.each(text, |_| {
            any = true;
            false
        });
        any
    }

    /// Those that occur, each once.
    pub(crate) fn found_in(&self, text: &str) -> Vec<Occurrence> {
        let mut all: Vec<Occurrence> = Vec::new();
        self.each(text, |f| {
            let exactly = text.as_bytes()[f.start..f.start + f.len] == *self.texts[f.number].as_bytes();
            match all.iter_mut().find(|known| known.number == f.number) {
                Some(known) => {
                    known.exactly |= exactly;
                    known.behind_last = f.start + f.len;
                }
                None => {
                    let behind = f.start + f.len;
                    all.push(Occurrence { number: f.number, exactly, behind_first: behind, behind_last: behind });
                }
            }
            true
        });
        all
    }

    /// Those that occur, in the order of the list.
    pub(crate) fn found_by_rank(&self, text: &str) -> Vec<Occurrence> {
        let mut all = self.found_in(text);
        all.sort_unstable_by_key(|found| found.number);
        all
    }

    /// The first of the list, by its number, that occurs anywhere.
    pub(crate) fn first_of_list(&self, text: &str) -> Option<usize> {
        let mut first: Option<usize> = None;
        self.each(text, |f| {
            first = Some(first.map_or(f.number, |n| n.min(f.number)));
            first != Some(0)
        });
        first
    }

    /// The one that begins first in the text: its offset and its length. Of several, the longest.
    pub(crate) fn earliest(&self, text: &str) -> Option<(usize, usize)> {
        let mut first: Option<(usize, usize)> = None;
        self.each(text, |f| {
            if first.is_some_and(|(start, _)| start < f.start) {
                return false;
            }
            first = Some((f.start, f.len.max(first.map_or(0, |(_, len)| len))));
            true
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
    fn order_and_place() {
        static SHORT: Literals = Literals::new(&["said:", "bcd", "abcdef", "ß"]);
        static LONG: Literals = Literals::new(&["said:", "bcdef", "abcdefgh", "größer"]);
        for list in [&SHORT, &LONG] {
            assert_eq!(list.first_of_list("xx abcdefgh said: SAID:"), Some(0));
            assert_eq!(list.first_of_list("ABCDEFGH"), Some(1));
            assert_eq!(list.earliest("x abcdefgh bcdefgh").map(|(start, _)| start), Some(2));
            assert!(!list.found_in("größer").is_empty());
            assert!(list.any("GRößER"));
            let found =
                |exactly, first, last| [Occurrence { number: 0, exactly, behind_first: first, behind_last: last }];
            assert_eq!(list.found_in("SAID: said: SAID:"), found(true, 5, 17));
            assert_eq!(list.found_in(" SAID:"), found(false, 6, 6));
            let ranks: Vec<usize> = list.found_by_rank("abcdefgh said:").iter().map(|f| f.number).collect();
            assert_eq!(ranks, [0, 1, 2]);
            assert!(!list.any("nothing"));
            assert_eq!(list.earliest(""), None);
        }
    }

    #[test]
    fn nothing_is_missed() {
        static LIST: Literals = Literals::new(&["abab", "baba", "ababa", "bbbb", "aabba"]);
        for n in 0..1_u32 << 12 {
            let text: String = (0..12).map(|bit| if n >> bit & 1 == 1 { 'b' } else { 'a' }).collect();
            let found = LIST.found_in(&text);
            assert!(found.iter().all(|f| f.exactly), "{text}");
            let mut found: Vec<&str> = found.iter().map(|f| LIST.texts()[f.number]).collect();
            found.sort_unstable();
            let mut want: Vec<&str> = LIST.texts().iter().copied().filter(|t| text.contains(t)).collect();
            want.sort_unstable();
            assert_eq!(found, want, "{text}");
            let starts = LIST.texts().iter().filter_map(|t| Some((text.find(t)?, t.len())));
            let want = starts.min_by_key(|(start, len)| (*start, std::cmp::Reverse(*len)));
            assert_eq!(LIST.earliest(&text), want, "{text}");
        }
    }
}
