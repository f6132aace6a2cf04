//! How the word model is laid out in bytes: the build script writes it, the program looks features up in it.
//!
//! After a head with the number of entries come, as little-endian numbers: the bias of each cause (`i16`); where the
//! entries of each bucket begin (`u16`); the mark of each entry (`u16`), which tells it from the others in its bucket;
//! where the weights of each entry begin (`u16`); the cause of each weight (`u8`); the weights (`i8`). An entry's bucket
//! are the upper bits of its hash, its mark the lower ones.

use crate::names::terms::Cause;
use crate::rules::learned::features::Kind;

/// How many causes there are.
pub(crate) const CAUSES: usize = Cause::ALL.len();

/// Weights in the model for one unit of the regression.
pub(crate) const UNIT: f64 = 4.0;

/// Scores are parts of the natural logarithm's unit.
pub(crate) const NAT: i32 = 100;

/// The bits of a hash that choose its bucket.
const BUCKET_BITS: u32 = 13;

const BUCKETS: usize = 1 << BUCKET_BITS;

/// No more can be numbered.
const MOST: usize = u16::MAX as usize;

/// The most entries that a model has.
pub(crate) const MOST_ENTRIES: usize = 1 << 15;

/// How loud a feature speaks, in halves. A word is in the text once, its pieces are many, and half of them say the same.
pub(crate) const fn loudness(kind: Kind) -> i32 {
    match kind {
        Kind::Word | Kind::Pair => 2,
        Kind::Piece => 1,
    }
}

/// The least square of the length that the features of a text are brought to, in which each counts with the square of
/// its loudness: one word alone is not to speak as loud as a sentence.
pub(crate) const LEAST_SQUARE: i32 = 9;

/// A feature with its weights.
pub(crate) struct Entry {
    /// Its hash.
    pub hash: u32,
    /// Its weights, each with the cause that it speaks for.
    pub weights: Vec<(u8, i8)>,
}

fn place(hash: u32) -> (usize, u16) {
    ((hash >> (32 - BUCKET_BITS)) as usize, hash as u16)
}

/// Lays a model out. What does not fit is left out, the weakest first.
pub(crate) fn write(bias: impl Iterator<Item = i16>, mut entries: Vec<Entry>) -> Vec<u8> {
    let strength = |e: &Entry| e.weights.iter().map(|(_, w)| u32::from(w.unsigned_abs())).max().unwrap_or(0);
    let mut least = 1;
    while entries.len() > MOST_ENTRIES || entries.iter().map(|e| e.weights.len()).sum::<usize>() > MOST {
        least += 1;
        for entry in &mut entries {
            entry.weights.retain(|(_, w)| u32::from(w.unsigned_abs()) >= least);
        }
        entries.retain(|e| strength(e) >= least);
    }
    // The strongest of those that look alike comes first, and is the one that stays.
    entries.sort_by_key(|e| (place(e.hash), std::cmp::Reverse(strength(e)), e.hash));
    entries.dedup_by_key(|e| place(e.hash));
    let mut out = (entries.len() as u32).to_le_bytes().to_vec();
    let mut number = |n: u16| out.extend(n.to_le_bytes());
    bias.for_each(|b| number(b as u16));
    let mut at = 0;
    for bucket in 0..=BUCKETS {
        while at < entries.len() && place(entries[at].hash).0 < bucket {
            at += 1;
        }
        number(at as u16);
    }
    entries.iter().for_each(|e| number(place(e.hash).1));
    let mut sum = 0;
    number(0);
    for entry in &entries {
        sum += entry.weights.len();
        number(sum as u16);
    }
    out.extend(entries.iter().flat_map(|e| e.weights.iter().map(|(cause, _)| *cause)));
    out.extend(entries.iter().flat_map(|e| e.weights.iter().map(|(_, weight)| *weight as u8)));
    out
}

/// A model, to be read.
#[derive(Clone, Copy)]
pub(crate) struct Model<'a> {
    bias: &'a [u8],
    buckets: &'a [u8],
    marks: &'a [u8],
    starts: &'a [u8],
    causes: &'a [u8],
    weights: &'a [u8],
}

fn number(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[2 * at], bytes[2 * at + 1]])
}

impl<'a> Model<'a> {
    /// Takes the bytes apart.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let (head, rest) = bytes.split_at(4);
        let entries = u32::from_le_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let (bias, rest) = rest.split_at(2 * CAUSES);
        let (buckets, rest) = rest.split_at(2 * (BUCKETS + 1));
        let (marks, rest) = rest.split_at(2 * entries);
        let (starts, rest) = rest.split_at(2 * (entries + 1));
        let (causes, weights) = rest.split_at(rest.len() / 2);
        Model { bias, buckets, marks, starts, causes, weights }
    }

    /// The score of a cause before anything was said.
    pub(crate) fn bias(&self, cause: usize) -> i32 {
        i32::from(number(self.bias, cause) as i16)
    }

    /// The number of a feature's entry.
    pub(crate) fn entry(&self, hash: u32) -> Option<usize> {
        let (bucket, mark) = place(hash);
        let (from, to) = (number(self.buckets, bucket), number(self.buckets, bucket + 1));
        let marks = &self.marks[2 * usize::from(from)..2 * usize::from(to)];
        let at = marks.chunks_exact(2).position(|bytes| bytes == mark.to_le_bytes())?;
        Some(usize::from(from) + at)
    }

    /// The weights of an entry with their causes.
    pub(crate) fn weights(&self, entry: usize) -> impl Iterator<Item = (usize, i32)> + use<'a> {
        let range = usize::from(number(self.starts, entry))..usize::from(number(self.starts, entry + 1));
        let weights = self.weights[range.clone()].iter().map(|w| i32::from(*w as i8));
        self.causes[range].iter().map(|c| usize::from(*c)).zip(weights)
    }
}
