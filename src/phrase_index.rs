//! An index over the phrases of the rules: which of thousands occur in a text, in the time of reading it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::code::CodeMask;
use crate::phrase::{Beginnings, Phrase, Span, Words, beginning};
use crate::rule::Rule;

/// Multiplicative hash of a number; the default one costs more than the lookup it serves.
#[derive(Default)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = (self.0 ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = n.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }
}

type Map<K, V> = HashMap<K, V, BuildHasherDefault<KeyHasher>>;

/// Phrases are filed under their first eight bytes, shorter ones under three.
const LONG: usize = 8;
const SHORT: usize = 3;

/// At so many places words with lost letters are looked for.
const MOST_DAMAGE: usize = 12;

/// Eight bytes of a text, filled up with zeros, which no text of words holds.
fn eight(bytes: &[u8]) -> u64 {
    if let Some(full) = bytes.first_chunk() {
        return u64::from_le_bytes(*full);
    }
    let mut eight = [0; LONG];
    eight[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(eight)
}

/// A phrase as the index keeps it: what stands behind the bytes that it is filed under rules most out.
#[derive(Clone, Copy)]
struct Filed {
    phrase: u32,
    /// Hash of the beginning of the piece behind the first gap.
    second: Option<u16>,
    next: u64,
    mask: u64,
}

impl Filed {
    fn new(number: usize, phrase: &Phrase, filed_under: usize) -> Self {
        let next = &phrase.first.trim_end().as_bytes()[filed_under..];
        let mask = eight(&[0xff; LONG][..next.len().min(LONG)]);
        let second = phrase.second().and_then(|piece| beginning(piece.trim_end().as_bytes()));
        Self { phrase: number as u32, second, next: eight(next), mask }
    }
}

/// Phrases by the bytes that they begin with.
#[derive(Default)]
struct File {
    /// First bytes to a range of `phrases`.
    keys: Map<u64, (u32, u32)>,
    phrases: Vec<Filed>,
}

impl File {
    fn new(mut keyed: Vec<(u64, Filed)>) -> Self {
        keyed.sort_by_key(|(key, filed)| (*key, filed.phrase));
        let mut keys: Map<u64, (u32, u32)> = Map::default();
        for (i, (key, _)) in keyed.iter().enumerate() {
            keys.entry(*key).and_modify(|r| r.1 = i as u32 + 1).or_insert((i as u32, i as u32 + 1));
        }
        Self { keys, phrases: keyed.into_iter().map(|(_, filed)| filed).collect() }
    }

    /// The phrases filed under a key that may go on like this.
    fn under(&self, key: u64, next: u64) -> impl Iterator<Item = &Filed> {
        let (from, to) = self.keys.get(&key).copied().unwrap_or_default();
        self.phrases[from as usize..to as usize].iter().filter(move |f| (f.next ^ next) & f.mask == 0)
    }
}

/// A set of hashes.
struct Bits(Box<[u64; 1024]>);

impl Bits {
    fn new(hashes: impl Iterator<Item = u16>) -> Self {
        let mut bits = Box::new([0; 1024]);
        hashes.for_each(|h| bits[usize::from(h >> 6)] |= 1 << (h & 63));
        Self(bits)
    }

    fn has(&self, hash: u16) -> bool {
        self.0[usize::from(hash >> 6)] >> (hash & 63) & 1 == 1
    }
}

/// Hash of a text's first eight bytes.
fn long_hash(key: u64) -> u16 {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as u16
}

/// The index.
pub(crate) struct Index {
    /// Distinct phrases.
    phrases: Vec<Phrase>,
    /// Those of eight bytes and more, and the others.
    long: File,
    short: File,
    /// How phrases begin, three and eight bytes: most words of a text begin none.
    beginnings: Bits,
    long_beginnings: Bits,
    /// For each phrase the rules that have it in `says`, ascending: their place in `saying`.
    says: Vec<(u32, u32)>,
    saying: Vec<u32>,
    /// Phrases of `and` and `not`, per rule.
    pub(crate) and: Vec<Box<[u32]>>,
    pub(crate) not: Vec<Box<[u32]>>,
    /// Rules without phrases, ascending, each with the codes that may fit.
    pub(crate) wordless: Vec<(u32, CodeMask)>,
}

impl Index {
    /// Builds the index over rules in the order asked.
    pub(crate) fn new(rules: impl Iterator<Item = &'static Rule>) -> Self {
        let mut phrases: Vec<Phrase> = Vec::new();
        let mut numbers: Map<&'static str, u32> = Map::default();
        let mut number = |phrase: &'static str| {
            *numbers.entry(phrase).or_insert_with(|| {
                phrases.push(Phrase::new(phrase));
                phrases.len() as u32 - 1
            })
        };
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let (mut and, mut not, mut wordless) = (Vec::new(), Vec::new(), Vec::new());
        for (n, rule) in rules.enumerate() {
            pairs.extend(rule.says.iter().map(|p| (number(p), n as u32)));
            and.push(rule.and.iter().map(|p| number(p)).collect());
            not.push(rule.not.iter().map(|p| number(p)).collect());
            if rule.says.is_empty() {
                wordless.push((n as u32, CodeMask::of(rule.codes)));
            }
        }
        pairs.sort_unstable();
        let mut says = vec![(0, 0); phrases.len()];
        for (i, (phrase, _)) in pairs.iter().enumerate() {
            let place: &mut (u32, u32) = &mut says[*phrase as usize];
            if place.1 == 0 {
                place.0 = i as u32;
            }
            place.1 = i as u32 + 1;
        }
        let (mut long, mut short) = (Vec::new(), Vec::new());
        for (number, phrase) in phrases.iter().enumerate() {
            let piece = phrase.first.trim_end().as_bytes();
            if piece.len() >= LONG {
                long.push((eight(piece), Filed::new(number, phrase, LONG)));
            } else if piece.len() >= SHORT {
                short.push((eight(&piece[..SHORT]), Filed::new(number, phrase, SHORT)));
            }
        }
        let beginnings = Bits::new(phrases.iter().filter_map(|p| beginning(p.first.as_bytes())));
        let long_beginnings = Bits::new(long.iter().map(|(key, _)| long_hash(*key)));
        let (long, short) = (File::new(long), File::new(short));
        let saying = pairs.into_iter().map(|(_, rule)| rule).collect();
        Self { phrases, long, short, beginnings, long_beginnings, says, saying, and, not, wordless }
    }

    /// The rules that have one of these phrases in `says`, ascending, each with the first place of the phrase.
    pub(crate) fn rules_saying(&self, found: &[(u32, Span)]) -> Vec<(u32, Span)> {
        let mut rules: Vec<(u32, Span)> = Vec::with_capacity(found.len() * 2);
        for (phrase, span) in found {
            let (from, to) = self.says[*phrase as usize];
            rules.extend(self.saying[from as usize..to as usize].iter().map(|r| (*r, *span)));
        }
        rules.sort_unstable_by_key(|(r, span)| (*r, span.start, std::cmp::Reverse(span.end)));
        rules
    }

    /// The phrases that occur in the words, each with its first place.
    pub(crate) fn look(&self, words: &Words, beginnings: &Beginnings) -> Vec<(u32, Span)> {
        let bytes = words.as_str().as_bytes();
        let mut found: Vec<(u32, Span)> = Vec::new();
        let mut seen = |p: u32, at: usize| {
            if let Some(span) = words.phrase_at(&self.phrases[p as usize], at)
                && !found.iter().any(|(h, _)| *h == p)
            {
                found.push((p, span));
            }
        };
        // A lost letter may stand where the second piece begins.
        let goes_on = |f: &&Filed| words.is_damaged() || f.second.is_none_or(|hash| beginnings.holds(hash));
        for at in 0..bytes.len().saturating_sub(SHORT - 1) {
            let rest = &bytes[at..];
            if !beginning(rest).is_some_and(|hash| self.beginnings.has(hash)) || !words.begins_word(at) {
                continue;
            }
            let key = eight(rest);
            if self.long_beginnings.has(long_hash(key)) {
                let next = rest.get(LONG..).map_or(0, eight);
                self.long.under(key, next).filter(goes_on).for_each(|f| seen(f.phrase, at));
            }
            let (key, next) = (eight(&rest[..SHORT]), eight(&rest[SHORT..]));
            self.short.under(key, next).filter(goes_on).for_each(|f| seen(f.phrase, at));
        }
        let lost = memchr::memchr_iter(b'?', bytes).count();
        if words.is_damaged() && lost * 20 < bytes.len() {
            // A lost letter among the first ones hides a phrase from the index. A text that lost them all says nothing.
            let lost = |at: &usize| memchr::memchr(b'?', &bytes[*at..bytes.len().min(at + 2 * LONG)]).is_some();
            let places = (0..bytes.len()).filter(|at| words.begins_word(*at) && bytes[*at] != b'?').filter(lost);
            for at in places.take(MOST_DAMAGE) {
                (0..self.phrases.len() as u32).for_each(|p| seen(p, at));
            }
        }
        found
    }
}
