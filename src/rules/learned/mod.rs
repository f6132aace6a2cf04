//! The word model: an opinion on the cause of a refusal from nothing but its words.
//!
//! Rules know the wordings that somebody has written down. Where none applies, or where rules for two causes do, the model
//! tells which cause the words sound like. It is a guess from the manner of speaking and never evidence: a rule that
//! applies alone outranks it.
//!
//! # How it is made
//!
//! The build script makes it (`src/build/learned`), from nothing but the rule table and the words about each cause: every
//! example, every phrase and every summary of a rule is a lesson that these words mean the rule's cause; so are title,
//! summary and meaning of each cause in `words/en/causes.toml`; and so are the wordings in `lessons`, one file a cause,
//! which are examples that no rule has. No mail and no test folder is read. Lessons are given in
//! the form of [`Words`](super::phrase::Words), so that accents and case do not matter.
//!
//! - What it sees are words, pairs of words and pieces of words, hashed ([`features`]). Names, numbers and codes are not
//!   seen: the rules weigh those.
//! - How it learns is softmax regression with AdaGrad, three times over the lessons ([`train`](self), in `src/build`).
//!   Counting words (naive Bayes) would be simpler, but takes pieces of one word for so many witnesses.
//! - A weight exists only where a feature was heard with a cause. That keeps the model small, and unlearning cheap.
//! - A text's features are brought to one length before they are weighed, so that long replies are not surer than short
//!   ones.
//! - Whatever stands in one file only speaks lower, for the manner of one provider is no cause, and causes with few
//!   lessons count more than their number, for the table has many rules where many providers differ, not where many mails
//!   bounce.
//!
//! Its numbers are whole ([`shape`]), and it is the same on every machine.
//!
//! # How good it is
//!
//! `cargo test --release --lib learned -- --nocapture --include-ignored` makes the model anew without a tenth of the files
//! or of the rules and asks it about the examples of these, ten times each: without the file, nothing of the provider or
//! the language was heard before. It also asks about `wordings.txt`, refusals in free English that were written by hand
//! before the model had been made. `PARTS=150` leaves out less at a time, and takes longer.
//!
//! Everything that can be tuned was tuned by the examples left out; the free wordings were only looked at. As measured:
//!
//! |                | the first is right | among the first three | right from a share of 0.9 | from 0.7 | from 0.5 |
//! |----------------|-------------------:|----------------------:|--------------------------:|---------:|---------:|
//! | files left out |               64 % |                  82 % |                      93 % |     86 % |     80 % |
//! | rules left out |               58 % |                  77 % |                      90 % |     84 % |     75 % |
//! | free wordings  |               90 % |                  98 % |                     100 % |     99 % |     97 % |
//!
//! As a judge between the right cause and one of its five likeliest rivals it is right in 74 to 79 of 100, from odds of 200
//! on in 87 to 90, from 300 on in 92 to 94. So rules deserve to be overruled from about 300 on, and a cause for want of
//! any rule deserves to be named from a share of 0.5 on.

pub(crate) mod features;
#[cfg(test)]
mod measure;
pub(crate) mod shape;

use std::sync::LazyLock;

use self::features::{Feature, Kind};
use self::shape::{CAUSES, MOST_ENTRIES, Model, NAT};
use super::phrase::Span;
use crate::names::terms::Cause;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/learned.bin"));

static MODEL: LazyLock<Model<'static>> = LazyLock::new(|| Model::new(BYTES));

/// How many causes an opinion names, and how many words.
const TOLD: usize = 3;

/// So much must be known of a text for an opinion, in squares of loudness: two words, or one with its pieces.
const LEAST_KNOWN: i32 = 8;

/// Shares are those of scores that were multiplied by this, in percent. It makes them mean what they say: of the opinions
/// with a share of 0.8 on rules left out, eight in ten are right.
const TEMPER: i32 = 100;

/// What the words of a refusal sound like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opinion {
    /// The likeliest causes, each with its share in 1000, the likeliest first.
    pub ranked: [(Cause, u16); TOLD],
    /// The words that spoke most for the first of them, the loudest first: places in the text that was asked about.
    pub strongest: [Option<Span>; TOLD],
}

/// The opinion on a refusal, given its words as [`Words::as_str`](super::phrase::Words::as_str) has them; `None` where
/// too few of them are known.
#[must_use]
pub(crate) fn opinion(words: &str) -> Option<Opinion> {
    Weighed::by(*MODEL, words)?.opinion()
}

/// How much likelier one cause is than another by these words: 100 times the natural logarithm of the odds; 0 where too
/// few of them are known.
#[must_use]
pub(crate) fn odds(words: &str, a: Cause, b: Cause) -> i32 {
    weigh(words).map_or(0, |weighed| weighed.odds(a, b))
}

/// Weighs words once, to ask for more than one thing; `None` where too few of them are known.
#[must_use]
pub(crate) fn weigh(words: &str) -> Option<Weighed<'_>> {
    Weighed::by(*MODEL, words)
}

/// Words with the score that they give each cause.
#[derive(Clone, Copy)]
pub(crate) struct Weighed<'a> {
    model: Model<'static>,
    words: &'a str,
    scores: [i32; CAUSES],
}

impl<'a> Weighed<'a> {
    fn by(model: Model<'static>, words: &'a str) -> Option<Self> {
        let mut sums = [0_i32; CAUSES];
        let mut seen = [0_u64; MOST_ENTRIES / 64];
        let mut square = 0;
        features::each(words, |feature| {
            let Some(entry) = model.entry(feature.hash) else { return };
            // A word that is said twice is not said louder.
            let (slot, bit) = (&mut seen[entry / 64], 1 << (entry % 64));
            if *slot & bit != 0 {
                return;
            }
            *slot |= bit;
            square += shape::loudness(feature.kind).pow(2);
            for (cause, weight) in model.weights(entry) {
                sums[cause] += weight;
            }
        });
        if square < LEAST_KNOWN {
            return None;
        }
        // The square root in 256ths.
        let length = i64::from(((square.max(shape::LEAST_SQUARE) as u32) << 16).isqrt());
        let mut scores = [0; CAUSES];
        for (cause, score) in scores.iter_mut().enumerate() {
            let said = i64::from(sums[cause]) * i64::from(NAT) * 256 / (shape::UNIT as i64 * length);
            *score = (said as i32 + model.bias(cause)) * TEMPER / 100;
        }
        Some(Self { model, words, scores })
    }

    /// How much likelier one cause is than another: 100 times the natural logarithm of the odds.
    #[must_use]
    pub(crate) fn odds(&self, a: Cause, b: Cause) -> i32 {
        self.scores[a as usize] - self.scores[b as usize]
    }

    /// The likeliest causes.
    #[must_use]
    pub(crate) fn opinion(&self) -> Option<Opinion> {
        let most = *self.scores.iter().max()?;
        let mut sum = 0;
        let mut ranked = [(0, 0); TOLD];
        for (cause, score) in self.scores.iter().enumerate() {
            let part = power(most - score);
            sum += part;
            let mut new = (cause, part);
            for place in &mut ranked {
                if new.1 > place.1 {
                    std::mem::swap(place, &mut new);
                }
            }
        }
        let ranked = ranked.map(|(cause, part)| (Cause::ALL[cause], (part * 1000 / sum) as u16));
        Some(Opinion { ranked, strongest: self.strongest(ranked[0].0) })
    }

    /// The words that speak most for a cause.
    fn strongest(&self, cause: Cause) -> [Option<Span>; TOLD] {
        let mut best = [(0, None); TOLD];
        let mut add = |mut new: (i32, Option<Span>)| {
            if new.0 <= best[TOLD - 1].0 {
                return;
            }
            // A word that is said twice is named once.
            let word = |span: Option<Span>| span.and_then(|s| self.words.get(s.start..s.end));
            if best.iter().any(|(value, span)| *value >= new.0 && word(*span) == word(new.1)) {
                return;
            }
            for place in &mut best {
                if new.0 > place.0 {
                    std::mem::swap(place, &mut new);
                }
            }
        };
        // A word speaks with its pieces and with the word before it.
        let mut word = (0, None);
        features::each(self.words, |Feature { hash, kind, start, end }| {
            let (start, end) = (start as usize, end as usize);
            let is_inside = word.1.is_some_and(|s: Span| s.start <= start && end <= s.end);
            if kind == Kind::Word || kind == Kind::Piece && !is_inside {
                add(std::mem::replace(&mut word, (0, Some(Span { start, end }))));
            }
            if let Some(entry) = self.model.entry(hash) {
                let mut weights = self.model.weights(entry).filter(|(c, _)| *c == cause as usize);
                word.0 += weights.next().map_or(0, |(_, weight)| weight);
            }
        });
        add(word);
        best.map(|(_, span)| span)
    }
}

/// e to minus so many hundredths, in 2^24ths: by a table and halving, so that it is the same on every machine.
fn power(less: i32) -> u64 {
    // 2^(-n/16) in 2^16ths.
    const ROOTS: [u64; 16] = [
        65536, 62757, 60097, 57549, 55109, 52773, 50535, 48393, 46341, 44376, 42495, 40693, 38968, 37316, 35734, 34219,
    ];
    // Sixteenths of a power of two: 16 / ln 2 / 100 = 0.2308.
    let sixteenths = i64::from(less) * 2308 / 10000;
    let (halves, rest) = (sixteenths / 16, (sixteenths % 16) as usize);
    if halves < 40 { (ROOTS[rest] << 8) >> halves } else { 0 }
}
