//! Makes the word model: softmax regression over hashed features, from lessons to the bytes of the model.
//!
//! The tests compile this file too: they make the model again without some rules, and ask it about these.
//!
//! The result is the same everywhere. Numbers are `f64` that are only added, subtracted, multiplied, divided and rooted,
//! in a fixed order, which IEEE 754 settles to the last bit; powers of e and logarithms are sums of such steps. The order
//! of the lessons is shuffled by a generator with a fixed seed; hash maps are asked, never walked through.
//!
//! The build script runs unoptimised, so the inner loops are plain: flat lists, indices, no closures.

use std::collections::HashMap;

use crate::names::terms::Cause;
use crate::rules::learned::features::{self, Feature, Kind};
use crate::rules::learned::shape;
use crate::rules::phrase::Words;
use crate::rules::rule::Rule;

/// Goes over the lessons so many times. More learns the lessons by heart: on rules left out it gains nothing, and the
/// shares become too sure.
const ROUNDS: usize = 3;

/// How far a step goes, before the past steps at the same weight shorten it (AdaGrad).
const STEP: f64 = 0.5;

/// Pulls weights back to nothing. It is what makes shares mean what they say: without, they are too sure.
const DECAY: f64 = 2e-3;

/// How much a lesson counts. An example is what servers say; a phrase is cut to what tells, and there are seven of them
/// to one example; a summary is our own words.
const EXAMPLE: f64 = 1.0;
const PHRASE: f64 = 0.3;
const SUMMARY: f64 = 0.5;

/// A piece and a pair must come from so many rules, or they are accidents. A single word may well be the only one of
/// its language.
const LEAST_RULES: u32 = 2;

/// Pieces that speak for more causes than that are left out: they say nothing, and would be half of the model.
const MOST_CAUSES: usize = 6;

/// What stands in one file only may be the manner of one provider, so its voice is lowered.
const ONE_FILE: f64 = 0.4;

/// Weights below that, in the model's unit, are not kept.
const LEAST_WEIGHT: i32 = 1;

/// A text with its cause.
#[derive(Clone, Debug)]
pub(crate) struct Lesson {
    /// What it means, as its place among all causes.
    pub cause: usize,
    /// Number of the rule, or of what stands for one: the words about a cause, a wording.
    pub rule: usize,
    /// Number of the file, or `None` for the words about the causes and the wordings, which are in no rule.
    pub file: Option<usize>,
    /// Is it an example, which the model may be asked about as a test?
    pub is_example: bool,
    /// The normalised words.
    pub words: String,
    /// How much it counts.
    weight: f64,
}

impl Lesson {
    /// One that stands in no file of rules.
    fn of(cause: Cause, rule: usize, words: String, weight: f64) -> Self {
        Self { cause: cause as usize, rule, file: None, is_example: false, words, weight }
    }
}

/// Lessons with their features, and what these are.
pub(crate) struct School {
    /// The lessons.
    pub lessons: Vec<Lesson>,
    /// Where the features of each lesson begin; one more than there are lessons.
    starts: Vec<usize>,
    /// Features of the lessons by number, each once in a lesson.
    features: Vec<u32>,
    hashes: Vec<u32>,
    kinds: Vec<Kind>,
}

/// The lessons of a rule.
pub(crate) fn of_rule(rule: &Rule, number: usize, file: usize, lessons: &mut Vec<Lesson>) {
    // That a message does not say why is nothing to be learned from its words.
    if rule.cause == Cause::Unknown {
        return;
    }
    let lesson =
        |words: String, weight: f64| Lesson { file: Some(file), ..Lesson::of(rule.cause, number, words, weight) };
    let example = |words: String| Lesson { is_example: true, ..lesson(words, EXAMPLE) };
    lessons.extend(rule.examples.iter().map(|e| example(Words::new(&e.says).as_str().to_string())));
    lessons.extend(rule.says.iter().map(|phrase| lesson(phrase.to_string(), PHRASE)));
    if !rule.summary.is_empty() {
        lessons.push(lesson(prose(&rule.summary), SUMMARY));
    }
}

/// The lessons of what is said about a cause: each sentence is one.
pub(crate) fn of_cause(cause: Cause, texts: &[&str], number: usize, lessons: &mut Vec<Lesson>) {
    if cause == Cause::Unknown {
        return;
    }
    let sentences = texts.iter().flat_map(|text| text.split(". "));
    lessons.extend(sentences.map(|sentence| Lesson::of(cause, number, prose(sentence), SUMMARY)));
}

/// The folder of wordings that no rule has as an example: one a line, one file a cause.
const WORDINGS: &str = "src/rules/learned/lessons";

/// The lessons of all wordings, numbered from here.
pub(crate) fn of_wordings(mut number: usize, lessons: &mut Vec<Lesson>) {
    for cause in Cause::ALL {
        let Ok(text) = std::fs::read_to_string(format!("{WORDINGS}/{cause}.txt")) else { continue };
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            lessons.push(Lesson::of(*cause, number, Words::new(line).as_str().to_string(), EXAMPLE));
            number += 1;
        }
    }
}

/// Our own words without placeholders and the marks of optional parts.
fn prose(text: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '{' => inside = true,
            '}' => inside = false,
            '[' | ']' => {}
            c if !inside => plain.push(c),
            _ => {}
        }
    }
    Words::new(&plain).as_str().to_string()
}

impl School {
    /// Looks at all lessons.
    pub(crate) fn new(lessons: Vec<Lesson>) -> Self {
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let mut school =
            School { lessons, starts: vec![0], features: Vec::new(), hashes: Vec::new(), kinds: Vec::new() };
        for lesson in &school.lessons {
            let mut seen: Vec<u32> = Vec::new();
            let (hashes, kinds) = (&mut school.hashes, &mut school.kinds);
            features::each(&lesson.words, |Feature { hash, kind, .. }| {
                let number = *numbers.entry(hash).or_insert_with(|| {
                    hashes.push(hash);
                    kinds.push(kind);
                    hashes.len() as u32 - 1
                });
                seen.push(number);
            });
            seen.sort_unstable();
            seen.dedup();
            school.features.extend(seen);
            school.starts.push(school.features.len());
        }
        school
    }

    fn features_of(&self, lesson: usize) -> &[u32] {
        &self.features[self.starts[lesson]..self.starts[lesson + 1]]
    }

    /// The model that is made of the lessons that are wanted, as bytes in the form that `shape` describes.
    pub(crate) fn model(&self, wanted: impl Fn(&Lesson) -> bool) -> Vec<u8> {
        let chosen: Vec<usize> = (0..self.lessons.len()).filter(|n| wanted(&self.lessons[*n])).collect();
        let mut pupil = Pupil::new(self, &chosen);
        let mut order = chosen;
        let mut random = 12345_u64;
        for _ in 0..ROUNDS {
            for last in (1..order.len()).rev() {
                random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                order.swap(last, (random >> 33) as usize % (last + 1));
            }
            for lesson in &order {
                pupil.learn(self.features_of(*lesson), self.lessons[*lesson].cause, self.lessons[*lesson].weight);
            }
        }
        pupil.write(self)
    }
}

/// What is learned so far.
struct Pupil {
    /// How loud each feature speaks; nothing for those that are left out.
    voice: Vec<f64>,
    /// What each adds to the square of a text's length; not its voice, which the program does not know.
    square: Vec<f64>,
    /// Where the weights of each feature begin.
    starts: Vec<usize>,
    /// The cause of each weight.
    causes: Vec<u8>,
    weights: Vec<f64>,
    /// The sum of the squares of the steps made at each weight.
    past: Vec<f64>,
    bias: Vec<f64>,
    /// How much a lesson of each cause counts: causes with few lessons are not to be forgotten. Nothing: no lessons.
    balance: Vec<f64>,
    scores: Vec<f64>,
}

impl Pupil {
    fn new(school: &School, chosen: &[usize]) -> Self {
        let count = school.hashes.len();
        let (mut rules, mut files) = (vec![0_u32; count], vec![0_u32; count]);
        let (mut last_rule, mut last_file) = (vec![usize::MAX; count], vec![usize::MAX; count]);
        let mut causes: Vec<Vec<u8>> = vec![Vec::new(); count];
        let mut sums = vec![0.0; shape::CAUSES];
        let mut all_rules = 0.0;
        let mut last = usize::MAX;
        for &n in chosen {
            let lesson = &school.lessons[n];
            sums[lesson.cause] += lesson.weight;
            if lesson.rule != last {
                last = lesson.rule;
                all_rules += 1.0;
            }
            let file = lesson.file.unwrap_or(usize::MAX - 1);
            for &feature in school.features_of(n) {
                let feature = feature as usize;
                if last_rule[feature] != lesson.rule {
                    last_rule[feature] = lesson.rule;
                    rules[feature] += 1;
                }
                if last_file[feature] != file {
                    last_file[feature] = file;
                    files[feature] += 1;
                }
                if !causes[feature].contains(&(lesson.cause as u8)) {
                    causes[feature].push(lesson.cause as u8);
                }
            }
        }
        let (mut voice, mut square) = (vec![0.0; count], vec![0.0; count]);
        let (mut starts, mut flat) = (vec![0], Vec::new());
        for feature in 0..count {
            let kind = school.kinds[feature];
            let is_left_out = rules[feature] == 0
                || kind != Kind::Word && rules[feature] < LEAST_RULES
                || kind == Kind::Piece && causes[feature].len() > MOST_CAUSES;
            if !is_left_out {
                // Rare ones tell more.
                let rarity = ln(all_rules / (1.0 + f64::from(rules[feature]))).max(0.1).sqrt();
                let spread = if files[feature] < 2 { ONE_FILE } else { 1.0 };
                let loudness = f64::from(shape::loudness(kind));
                voice[feature] = loudness * rarity * spread;
                square[feature] = loudness * loudness;
                flat.extend_from_slice(&causes[feature]);
            }
            starts.push(flat.len());
        }
        let known = sums.iter().filter(|sum| **sum > 0.0).count() as f64;
        let mean = sums.iter().sum::<f64>() / known;
        let balance = sums.iter().map(|sum| if *sum > 0.0 { (mean / sum).sqrt() } else { 0.0 }).collect();
        let weights = vec![0.0; flat.len()];
        let past = vec![1e-3; flat.len()];
        let bias = vec![0.0; shape::CAUSES];
        Pupil { voice, square, starts, causes: flat, weights, past, bias, balance, scores: vec![0.0; shape::CAUSES] }
    }

    /// One step towards giving these features this cause.
    fn learn(&mut self, features: &[u32], cause: usize, weight: f64) {
        let mut square = 0.0;
        for &feature in features {
            square += self.square[feature as usize];
        }
        if square == 0.0 {
            return;
        }
        let scale = 1.0 / square.max(f64::from(shape::LEAST_SQUARE)).sqrt();
        self.scores.copy_from_slice(&self.bias);
        for &feature in features {
            let feature = feature as usize;
            let loud = self.voice[feature] * scale;
            for at in self.starts[feature]..self.starts[feature + 1] {
                self.scores[self.causes[at] as usize] += self.weights[at] * loud;
            }
        }
        self.find_errors(cause, weight * self.balance[cause]);
        for &feature in features {
            let feature = feature as usize;
            let loud = self.voice[feature] * scale;
            for at in self.starts[feature]..self.starts[feature + 1] {
                let step = self.scores[self.causes[at] as usize] * loud - DECAY * self.weights[at];
                self.past[at] += step * step;
                self.weights[at] += STEP * step / self.past[at].sqrt();
            }
        }
        for other in 0..self.bias.len() {
            self.bias[other] += 0.01 * self.scores[other];
        }
    }

    /// From scores to how much each cause must rise.
    fn find_errors(&mut self, cause: usize, weight: f64) {
        let mut most = f64::MIN;
        for score in &self.scores {
            if *score > most {
                most = *score;
            }
        }
        let mut sum = 0.0;
        for other in 0..self.scores.len() {
            let share = if self.balance[other] == 0.0 { 0.0 } else { exp(self.scores[other] - most) };
            self.scores[other] = share;
            sum += share;
        }
        for other in 0..self.scores.len() {
            let goal = if other == cause { 1.0 } else { 0.0 };
            self.scores[other] = weight * (goal - self.scores[other] / sum);
        }
    }

    /// The model in whole numbers.
    fn write(&self, school: &School) -> Vec<u8> {
        let mut entries: Vec<shape::Entry> = Vec::new();
        for (feature, hash) in school.hashes.iter().enumerate() {
            let mut weights = Vec::new();
            for at in self.starts[feature]..self.starts[feature + 1] {
                let weight = self.weights[at] * self.voice[feature] * shape::UNIT;
                let weight = (weight + if weight < 0.0 { -0.5 } else { 0.5 }) as i32;
                if weight.abs() >= LEAST_WEIGHT {
                    weights.push((self.causes[at], weight.clamp(-127, 127) as i8));
                }
            }
            if !weights.is_empty() {
                entries.push(shape::Entry { hash: *hash, weights });
            }
        }
        let bias = |cause: usize| match self.balance[cause] {
            // A cause without lessons never wins.
            0.0 => i16::MIN,
            _ => (self.bias[cause] * f64::from(shape::NAT)) as i16,
        };
        shape::write((0..shape::CAUSES).map(bias), entries)
    }
}

/// e to a power that is not positive.
fn exp(power: f64) -> f64 {
    if power < -30.0 {
        return 0.0;
    }
    // The series converges fast for small powers; squared ten times it is that of a thousandfold.
    let x = power / 1024.0;
    let mut result = 1.0 + x * (1.0 + x * (0.5 + x * (1.0 / 6.0)));
    for _ in 0..10 {
        result *= result;
    }
    result
}

/// The natural logarithm of a positive number.
fn ln(number: f64) -> f64 {
    let (mut rest, mut halves) = (number, 0.0);
    while rest > 1.5 {
        rest /= 2.0;
        halves += 1.0;
    }
    while rest < 0.75 {
        rest *= 2.0;
        halves -= 1.0;
    }
    let t = (rest - 1.0) / (rest + 1.0);
    let square = t * t;
    let (mut term, mut sum) = (t, 0.0);
    for n in 0..12 {
        sum += term / f64::from(2 * n + 1);
        term *= square;
    }
    2.0 * sum + halves * std::f64::consts::LN_2
}
