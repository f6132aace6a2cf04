//! An index over the phrases of the rules: which of thousands occur in a text, in the time of reading it.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use crate::names::code::CodeMask;
use crate::rules::phrase::{Beginnings, Phrase, Span, Words, beginning};
use crate::rules::rule::{Rule, Text};

/// Multiplicative hash; the default one is made against attackers, who do not write the rules.
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
}

type Map<K, V> = HashMap<K, V, BuildHasherDefault<KeyHasher>>;

/// Phrases are filed under so many of their first bytes: under the most that they have.
const LENGTHS: [usize; 3] = [12, 8, 3];

/// Places for the hashes of beginnings.
const MAY_BE_IN: usize = 1 << 13;

/// At so many places words with lost letters are looked for.
const MOST_DAMAGE: usize = 12;

/// So many first bytes are compared before a phrase is looked at: a letter lost among them hides it from the files.
const COMPARED: usize = LENGTHS[0] + 8;

/// The first bytes of a text, filled up with zeros, which no text of words holds.
#[derive(Clone, Copy)]
struct Head([u64; 3]);

impl Head {
    fn of(text: &[u8]) -> Self {
        const SIZE: usize = 24;
        let mut filled = [0; SIZE];
        let bytes = text.first_chunk().unwrap_or_else(|| {
            filled[..text.len()].copy_from_slice(text);
            &filled
        });
        let (eights, _) = bytes.as_chunks::<8>();
        Self([0, 1, 2].map(|n| u64::from_le_bytes(eights[n])))
    }

    /// A number for so many bytes, up to sixteen; more than eight may share it with others.
    fn key(self, length: usize) -> u64 {
        let first = |n: u64, bytes: usize| if bytes < 8 { n & ((1 << (8 * bytes)) - 1) } else { n };
        first(self.0[0], length) ^ first(self.0[1], length.saturating_sub(8)).rotate_left(32)
    }

    /// The eight bytes behind so many, up to sixteen.
    fn behind(self, length: usize) -> u64 {
        let (word, bits) = (length / 8, 8 * (length % 8));
        if bits == 0 { self.0[word] } else { self.0[word] >> bits | self.0[word + 1] << (64 - bits) }
    }
}

/// The length of a phrase of which key and `next` are all, and whether it must end with its word. Such a phrase need not
/// be looked at itself.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Whole(u8);

impl Whole {
    const NO: Self = Self(0);
    const ENDS_WORD: u8 = 1 << 7;

    /// Of a phrase filed under so many bytes.
    fn of(phrase: &Phrase<'_>, bytes: usize) -> Self {
        let piece = phrase.first();
        let word = piece.trim_end();
        if phrase.second().is_some() || bytes > 8 || word.len() > bytes + 8 {
            return Self::NO;
        }
        let ends_word = if word.len() < piece.len() { Self::ENDS_WORD } else { 0 };
        Self(word.len() as u8 | ends_word)
    }

    /// The phrase in a text that goes on like it here, unless it ends amid a word.
    fn span(self, text: &[u8], start: usize) -> Option<Span> {
        let end = start + usize::from(self.0 & !Self::ENDS_WORD);
        let amid_word = self.0 & Self::ENDS_WORD != 0 && text.get(end).is_some_and(u8::is_ascii_alphanumeric);
        (!amid_word).then_some(Span { start, end })
    }
}

/// A phrase as the index keeps it: its key and the eight bytes behind rule most out.
#[derive(Clone, Copy, Default)]
struct Filed {
    key: u64,
    next: u64,
    phrase: u32,
    /// Hash of the beginning of the piece behind the first gap; 0 where there is none.
    second: u16,
    /// How many bits of `next` do not count.
    spare: u8,
    whole: Whole,
}

impl Filed {
    /// A phrase filed under so many bytes.
    fn new(number: usize, phrase: &Phrase<'_>, bytes: usize) -> Self {
        let piece = phrase.first().trim_end().as_bytes();
        let head = Head::of(piece);
        let spare = 64 - 8 * (piece.len() - bytes).min(8) as u8;
        let second = phrase.second().and_then(|piece| beginning(piece.trim_end().as_bytes())).unwrap_or(0);
        let whole = Whole::of(phrase, bytes);
        Self { key: head.key(bytes), next: head.behind(bytes), phrase: number as u32, second, spare, whole }
    }

    /// Does the text go on like the phrase?
    fn goes_on(&self, next: u64) -> bool {
        // What stands first in the text are the lowest bits.
        (self.next ^ next).checked_shl(u32::from(self.spare)).unwrap_or(0) == 0
    }
}

/// Where the phrases of some hashes begin in a file, and which of these hashes occur: most words of a text begin no
/// phrase.
#[derive(Clone, Copy, Default)]
struct Bucket {
    start: u32,
    occurring: u16,
}

/// Phrases of one length and more by the bytes that they begin with.
struct File {
    /// Of so many bytes the keys are.
    length: usize,
    /// By the upper bits of the hash; one more ends the last.
    buckets: Box<[Bucket; File::BUCKETS + 1]>,
    phrases: Vec<Filed>,
}

impl File {
    const BUCKETS: usize = 1 << 12;

    fn hash(key: u64) -> u16 {
        (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as u16
    }

    /// The bucket of a hash, and which of its hashes that is.
    fn place(hash: u16) -> (usize, u16) {
        (usize::from(hash >> 4), 1 << (hash & 15))
    }

    fn new(length: usize, phrases: &[Filed]) -> Self {
        let places = || phrases.iter().map(|f| Self::place(Self::hash(f.key)));
        let mut buckets = Box::new([Bucket::default(); Self::BUCKETS + 1]);
        for (bucket, which) in places() {
            buckets[bucket].occurring |= which;
        }
        let (starts, phrases) = grouped(Self::BUCKETS, phrases, places().map(|(bucket, _)| bucket));
        for (bucket, start) in buckets.iter_mut().zip(starts) {
            bucket.start = start;
        }
        Self { length, buckets, phrases }
    }

    /// The phrases that a text may begin with.
    fn beginning(&self, text: Head) -> impl Iterator<Item = &Filed> {
        let (key, next) = (text.key(self.length), text.behind(self.length));
        let (bucket, which) = Self::place(Self::hash(key));
        let here = self.buckets[bucket];
        let range = if here.occurring & which == 0 {
            0..0
        } else {
            here.start as usize..self.buckets[bucket + 1].start as usize
        };
        self.phrases[range].iter().filter(move |f| f.key == key && f.goes_on(next))
    }
}

/// Puts items of one group side by side, in their order (a counting sort); `group_of` gives the group of each. Gives
/// where the groups begin, with the end of the last one.
fn grouped<T: Copy + Default>(
    groups: usize,
    items: &[T],
    group_of: impl Iterator<Item = usize> + Clone,
) -> (Vec<u32>, Vec<T>) {
    let mut starts = vec![0; groups + 1];
    for group in group_of.clone() {
        starts[group + 1] += 1;
    }
    for group in 0..groups {
        starts[group + 1] += starts[group];
    }
    let mut next = starts.clone();
    let mut sorted = vec![T::default(); items.len()];
    for (item, group) in items.iter().zip(group_of) {
        sorted[next[group] as usize] = *item;
        next[group] += 1;
    }
    (starts, sorted)
}

/// The index.
pub(crate) struct Index {
    /// Distinct phrases.
    phrases: Vec<Phrase<'static>>,
    files: [File; LENGTHS.len()],
    /// By the hash of its first three bytes in which files a text can be: most words are in none.
    may_be_in: Box<[u8; MAY_BE_IN]>,
    /// By the number of a phrase, where the rules that have it in `says` begin in `saying`; one more ends the last.
    says: Vec<u32>,
    /// Ascending for each phrase.
    saying: Vec<u32>,
    /// Phrases of `and` and `not`, per rule.
    pub(crate) and: Vec<Box<[u32]>>,
    pub(crate) not: Vec<Box<[u32]>>,
    /// Rules without phrases, ascending, each with the codes that may fit.
    pub(crate) wordless: Vec<(u32, CodeMask)>,
}

impl Index {
    /// Builds the index over rules in the order asked.
    pub(crate) fn new<'r>(rules: impl Iterator<Item = &'r Rule> + Clone) -> Self {
        let most = rules.clone().map(|r| r.says.len() + r.and.len() + r.not.len()).sum();
        let mut phrases: Vec<Phrase<'static>> = Vec::with_capacity(most);
        let mut numbers: Map<&str, u32> = Map::with_capacity_and_hasher(most, BuildHasherDefault::default());
        let mut number = |phrase: &'r Text| {
            *numbers.entry(phrase).or_insert_with(|| {
                phrases.push(Phrase::new(phrase.clone()));
                phrases.len() as u32 - 1
            })
        };
        // Each place where a phrase stands in `says`: the phrase, and the rule.
        let (mut said, mut sayers): (Vec<u32>, Vec<u32>) = (Vec::with_capacity(most), Vec::with_capacity(most));
        let (mut and, mut not, mut wordless) = (Vec::new(), Vec::new(), Vec::new());
        for (n, rule) in rules.enumerate() {
            said.extend(rule.says.iter().map(&mut number));
            sayers.resize(said.len(), n as u32);
            and.push(rule.and.iter().map(&mut number).collect());
            not.push(rule.not.iter().map(&mut number).collect());
            if rule.says.is_empty() {
                wordless.push((n as u32, CodeMask::of(&rule.codes)));
            }
        }
        let (says, saying) = grouped(phrases.len(), &sayers, said.iter().map(|phrase| *phrase as usize));
        let mut filed = LENGTHS.map(|_| Vec::new());
        let mut may_be_in = Box::new([0; MAY_BE_IN]);
        for (number, phrase) in phrases.iter().enumerate() {
            let piece = phrase.first().trim_end();
            if let Some(n) = LENGTHS.iter().position(|length| piece.len() >= *length)
                && let Some(hash) = beginning(piece.as_bytes())
            {
                may_be_in[usize::from(hash) % MAY_BE_IN] |= 1 << n;
                filed[n].push(Filed::new(number, phrase, LENGTHS[n]));
            }
        }
        let mut lengths = LENGTHS.into_iter();
        let files = filed.map(|phrases| File::new(lengths.next().unwrap_or_default(), &phrases));
        Self { phrases, files, may_be_in, says, saying, and, not, wordless }
    }

    /// The phrase of this number.
    pub(crate) fn phrase(&self, number: u32) -> &str {
        self.phrases[number as usize].text()
    }

    /// Does the rule of this number have this phrase in `says`?
    pub(crate) fn says(&self, rule: u32, phrase: u32) -> bool {
        let (from, to) = (self.says[phrase as usize], self.says[phrase as usize + 1]);
        self.saying[from as usize..to as usize].binary_search(&rule).is_ok()
    }

    /// The rules that have one of these phrases in `says`, ascending, each as often as it has one, with the place of the
    /// phrase in the list. One of the first rules mostly applies, so the others are not put in order.
    pub(crate) fn rules_saying(&self, found: impl ExactSizeIterator<Item = u32>) -> impl Iterator<Item = (u32, u32)> {
        let mut rules: Vec<Reverse<(u32, u32)>> = Vec::with_capacity(found.len() * 4);
        for (place, phrase) in found.enumerate() {
            let (from, to) = (self.says[phrase as usize], self.says[phrase as usize + 1]);
            rules.extend(self.saying[from as usize..to as usize].iter().map(|rule| Reverse((*rule, place as u32))));
        }
        let mut rules = BinaryHeap::from(rules);
        std::iter::from_fn(move || rules.pop().map(|Reverse(rule)| rule))
    }

    /// The phrases that occur in the words, each with its first place, as they begin in the text; of those that begin
    /// together, the longest first.
    pub(crate) fn look(&self, words: &Words, beginnings: &Beginnings) -> Vec<(u32, Span)> {
        let bytes = words.as_str().as_bytes();
        let mut found: Vec<(u32, Span)> = Vec::with_capacity(16);
        let mut seen = |p: u32, whole: Whole, at: usize| {
            let span = match whole {
                Whole::NO => words.phrase_at(&self.phrases[p as usize], at),
                whole => whole.span(bytes, at),
            };
            if let Some(span) = span
                && !found.iter().any(|(h, _)| *h == p)
            {
                found.push((p, span));
            }
        };
        // A lost letter may stand where the second piece begins.
        let goes_on = |f: &&Filed| words.is_damaged() || f.second == 0 || beginnings.holds(f.second);
        for at in beginnings.places() {
            let rest = &bytes[at..];
            let files = beginning(rest).map_or(0, |hash| self.may_be_in[usize::from(hash) % MAY_BE_IN]);
            if files == 0 {
                continue;
            }
            let head = Head::of(rest);
            for (_, file) in self.files.iter().enumerate().filter(|(n, _)| files >> n & 1 == 1) {
                file.beginning(head).filter(goes_on).for_each(|f| seen(f.phrase, f.whole, at));
            }
        }
        if words.is_damaged() && memchr::memchr_iter(b'?', bytes).count() * 20 < bytes.len() {
            // A lost letter among the first ones hides a phrase from the index. A text that lost them all says nothing.
            let lost = |at: &usize| memchr::memchr(b'?', &bytes[*at..bytes.len().min(at + COMPARED)]).is_some();
            let places = beginnings.places().filter(|at| bytes[*at] != b'?').filter(lost);
            for at in places.take(MOST_DAMAGE) {
                (0..self.phrases.len() as u32).for_each(|p| seen(p, Whole::NO, at));
            }
        }
        found.sort_unstable_by_key(|(_, span)| (span.start, Reverse(span.end)));
        found
    }
}
