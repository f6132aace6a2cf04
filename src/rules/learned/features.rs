//! What the word model sees of a text: its words, its pairs of words, and pieces of words, each as a hash.
//!
//! The build script compiles this file too: what was learned and what is asked must be cut in the same way.
//!
//! Names are not words. Addresses, links, hosts, paths, numbers and identifiers give no feature: they change from one
//! refusal to the next, and where they come back they tell who speaks, not why. Codes are numbers as well, on purpose:
//! the rules weigh these, and an opinion on the words is worth more when it owes nothing to the codes.

/// What a feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A whole word.
    Word,
    /// Two words, one behind the other; what is no word may stand between them.
    Pair,
    /// Some letters inside a word. They carry what two forms of a word, or two languages, have in common.
    Piece,
}

/// Something seen in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Feature {
    /// Stands for it.
    pub hash: u32,
    /// What it is.
    pub kind: Kind,
    /// Where it begins in the text.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// The shortest and the longest piece of a word in letters. Longer ones told nothing that words and these do not.
const PIECES: std::ops::RangeInclusive<usize> = 3..=4;

/// The same for scripts in which a letter is a syllable or a word, and blanks are rare.
const DENSE_PIECES: std::ops::RangeInclusive<usize> = 2..=3;

/// Letters of a word that are looked at. Longer ones are joined words at best, encoded data at worst.
const LONGEST: usize = 40;

/// So many letters a piece of a word needs where digits stand in it: `smtputf8` and `8bitmime` are words, while the
/// letters of an identifier are seldom so many.
const AMONG_DIGITS: usize = 4;

/// Adds a letter to a hash.
fn step(hash: u32, letter: u32) -> u32 {
    (hash ^ letter).wrapping_mul(0x0100_0193).rotate_left(11)
}

/// Spreads a hash over all its bits.
fn spread(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

/// A letter of a script without blanks, or whose letters are syllables: kana, Chinese, Hangul, Thai and its neighbours.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Goes through a text in the form that `rules::phrase::Words` gives it.
struct Walk<F> {
    take: F,
    /// The letters of the word at hand with the places where each begins, so that nothing is allocated.
    letters: [(u32, u32); LONGEST],
    len: usize,
    /// Hash and place of the word before.
    before: Option<(u32, u32)>,
}

/// Gives every feature of a text, in its order.
pub(crate) fn each(text: &str, take: impl FnMut(Feature)) {
    let mut walk = Walk { take, letters: [(0, 0); LONGEST], len: 0, before: None };
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii() {
            let end = at + bytes[at..].iter().position(|b| *b == b' ' || !b.is_ascii()).unwrap_or(bytes.len() - at);
            if end > at {
                walk.token(bytes, at, end);
            }
            at = end + usize::from(bytes.get(end) == Some(&b' '));
        } else {
            let end = at + bytes[at..].iter().position(u8::is_ascii).unwrap_or(bytes.len() - at);
            walk.foreign(&text[at..end], at);
            at = end;
        }
    }
}

impl<F: FnMut(Feature)> Walk<F> {
    /// ASCII without blanks.
    fn token(&mut self, bytes: &[u8], start: usize, end: usize) {
        let token = &bytes[start..end];
        // The gap of a phrase: what stands behind it need not follow.
        if token == b"*" {
            self.before = None;
            return;
        }
        let is_name = token[0] == b'/'
            || token.contains(&b'@')
            || token.starts_with(b"www.")
            || token.contains(&b':') && token.windows(3).any(|w| w == b"://");
        if is_name {
            return;
        }
        let in_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'\'');
        let mut at = start;
        while at < end {
            let stop = at + bytes[at..end].iter().position(|b| !in_name(b)).unwrap_or(end - at);
            // A dot inside: a host, a number, a code, the name of a file.
            let inner = bytes[at..stop]
                .windows(3)
                .any(|w| w[1] == b'.' && w[0].is_ascii_alphanumeric() && w[2].is_ascii_alphanumeric());
            if !inner {
                self.parts(bytes, at, stop);
            }
            at = stop + 1;
        }
    }

    /// What hyphens join.
    fn parts(&mut self, bytes: &[u8], start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let stop = at + bytes[at..end].iter().position(|b| matches!(b, b'.' | b'-' | b'_')).unwrap_or(end - at);
            let digits = bytes[at..stop].iter().filter(|b| b.is_ascii_digit()).count();
            let least = if digits == 0 { 2 } else { AMONG_DIGITS };
            if digits < 3 {
                for (place, byte) in (at..stop).zip(&bytes[at..stop]) {
                    match byte {
                        b'a'..=b'z' => self.letter(u32::from(*byte), place),
                        b'\'' => {}
                        _ => self.word(place, least),
                    }
                }
                self.word(stop, least);
            }
            at = stop + 1;
        }
    }

    /// Letters beyond ASCII, and the signs among them.
    fn foreign(&mut self, text: &str, start: usize) {
        let mut dense = false;
        for (at, c) in text.char_indices() {
            if !c.is_alphanumeric() || is_dense(c) != dense {
                self.foreign_word(start + at, dense);
            }
            if c.is_alphanumeric() {
                dense = is_dense(c);
                self.letter(c as u32, start + at);
            }
        }
        self.foreign_word(start + text.len(), dense);
    }

    fn foreign_word(&mut self, end: usize, dense: bool) {
        if !dense {
            return self.word(end, 2);
        }
        self.pieces(end, DENSE_PIECES);
        self.len = 0;
        self.before = None;
    }

    fn letter(&mut self, letter: u32, at: usize) {
        if self.len < LONGEST {
            self.letters[self.len] = (letter, at as u32);
            self.len += 1;
        }
    }

    /// A word has ended.
    fn word(&mut self, end: usize, least: usize) {
        let len = std::mem::take(&mut self.len);
        if len == 0 || len < least && least == AMONG_DIGITS {
            return;
        }
        self.len = len;
        let (start, end) = (self.letters[0].1, end as u32);
        let hash = self.letters[..len].iter().fold(0x811c_9dc5, |hash, (letter, _)| step(hash, *letter));
        (self.take)(Feature { hash: spread(hash), kind: Kind::Word, start, end });
        if let Some((before, begin)) = self.before.replace((hash, start)) {
            let pair = spread(before.rotate_left(7).wrapping_mul(0x9e37_79b1) ^ hash);
            (self.take)(Feature { hash: pair, kind: Kind::Pair, start: begin, end });
        }
        if len > *PIECES.start() {
            self.pieces(end as usize, PIECES);
        }
        self.len = 0;
    }

    /// The pieces of the word at hand.
    fn pieces(&mut self, end: usize, lengths: std::ops::RangeInclusive<usize>) {
        for from in 0..self.len {
            // Where a word begins tells more than the same letters inside another one.
            let mut hash = if from == 0 { 0x9747_b28c } else { 0x2545_f491 };
            for len in 1..=*lengths.end() {
                let Some((letter, _)) = self.letters[..self.len].get(from + len - 1) else { break };
                hash = step(hash, *letter);
                if len >= *lengths.start() {
                    let stop = self.letters[..self.len].get(from + len).map_or(end as u32, |(_, at)| *at);
                    let feature =
                        Feature { hash: spread(hash), kind: Kind::Piece, start: self.letters[from].1, end: stop };
                    (self.take)(feature);
                }
            }
        }
    }
}
