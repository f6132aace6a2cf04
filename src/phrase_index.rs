//! An index over the phrases of the rules: which of thousands occur in a text, in the time of reading it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::phrase::{Phrase, Span, Words};
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
    fn write_u128(&mut self, n: u128) {
        let n = (n as u64) ^ ((n >> 64) as u64).wrapping_mul(0xff51_afd7_ed55_8ccd);
        self.0 = n.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }
}

type Map<K, V> = HashMap<K, V, BuildHasherDefault<KeyHasher>>;

/// Lengths of the prefixes that phrases are found by, longest first. A phrase is filed under the longest that fits
/// into its first piece.
const PREFIXES: [usize; 5] = [16, 12, 8, 5, 3];

/// At so many places words with lost letters are looked for.
const MOST_DAMAGE: usize = 12;

/// Key of a text's first `len` bytes. The length is part of it: no text holds the byte 0xff, which fills up the rest.
fn key(bytes: &[u8], len: usize) -> Option<u128> {
    let mut key = [0xff; 16];
    key[..len].copy_from_slice(bytes.get(..len)?);
    Some(u128::from_le_bytes(key))
}

/// The key under which a phrase is filed: of its first piece, without the blank that ends it.
fn phrase_key(phrase: &Phrase) -> Option<u128> {
    let piece = phrase.first.trim_end().as_bytes();
    PREFIXES.iter().find(|len| piece.len() >= **len).and_then(|len| key(piece, *len))
}

/// Place of a text's first three bytes among 65,536.
fn slot(bytes: &[u8]) -> Option<usize> {
    let b = bytes.get(..3)?;
    let n = u32::from(b[0]) | u32::from(b[1]) << 8 | u32::from(b[2]) << 16;
    Some((n.wrapping_mul(0x9e37_79b1) >> 16) as usize)
}

/// The index.
pub(crate) struct Index {
    /// Distinct phrases.
    phrases: Vec<Phrase>,
    /// First bytes of a phrase to its place in `by_key`.
    keys: Map<u128, (u32, u32)>,
    /// Phrase numbers sorted by key.
    by_key: Vec<u32>,
    /// Hashes of the first three bytes of all phrases: most words of a text begin no phrase.
    beginnings: Box<[u64; 1024]>,
    /// For each phrase the rules that have it in `says`, ascending: their place in `saying`.
    says: Vec<(u32, u32)>,
    saying: Vec<u32>,
    /// Phrases of `and` and `not`, per rule.
    pub(crate) and: Vec<Box<[u32]>>,
    pub(crate) not: Vec<Box<[u32]>>,
    /// Rules without phrases, ascending.
    pub(crate) wordless: Vec<u32>,
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
                wordless.push(n as u32);
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
        let mut keyed: Vec<(u128, u32)> =
            phrases.iter().enumerate().filter_map(|(i, p)| Some((phrase_key(p)?, i as u32))).collect();
        keyed.sort_unstable();
        let mut keys: Map<u128, (u32, u32)> = Map::default();
        for (i, (k, _)) in keyed.iter().enumerate() {
            keys.entry(*k).and_modify(|r| r.1 = i as u32 + 1).or_insert((i as u32, i as u32 + 1));
        }
        let mut beginnings = Box::new([0u64; 1024]);
        for phrase in &phrases {
            if let Some(slot) = slot(phrase.first.as_bytes()) {
                beginnings[slot >> 6] |= 1 << (slot & 63);
            }
        }
        let by_key = keyed.into_iter().map(|(_, p)| p).collect();
        let saying = pairs.into_iter().map(|(_, rule)| rule).collect();
        Self { phrases, keys, by_key, beginnings, says, saying, and, not, wordless }
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
    pub(crate) fn look(&self, words: &Words) -> Vec<(u32, Span)> {
        let bytes = words.as_str().as_bytes();
        let mut found: Vec<(u32, Span)> = Vec::new();
        let mut seen = |p: u32, at: usize| {
            if let Some(span) = words.phrase_at(&self.phrases[p as usize], at)
                && !found.iter().any(|(h, _)| *h == p)
            {
                found.push((p, span));
            }
        };
        for at in 0..bytes.len().saturating_sub(2) {
            let may = slot(&bytes[at..]).is_some_and(|s| self.beginnings[s >> 6] >> (s & 63) & 1 == 1);
            if !may || !words.begins_word(at) {
                continue;
            }
            for key in PREFIXES.iter().filter_map(|len| key(&bytes[at..], *len)) {
                let Some(&(from, to)) = self.keys.get(&key) else { continue };
                self.by_key[from as usize..to as usize].iter().for_each(|p| seen(*p, at));
            }
        }
        let lost = memchr::memchr_iter(b'?', bytes).count();
        if words.is_damaged() && lost * 20 < bytes.len() {
            // A lost letter among the first ones hides a phrase from the index. A text that lost them all says nothing.
            let lost = |at: &usize| memchr::memchr(b'?', &bytes[*at..bytes.len().min(at + PREFIXES[0])]).is_some();
            let places = (0..bytes.len()).filter(|at| words.begins_word(*at) && bytes[*at] != b'?').filter(lost);
            for at in places.take(MOST_DAMAGE) {
                (0..self.phrases.len() as u32).for_each(|p| seen(p, at));
            }
        }
        found
    }
}
