//! How good the word model is: see the module above.

#![allow(clippy::print_stdout, reason = "what is measured is to be read")]

use std::time::Instant;

use super::shape::Model;
use super::{Opinion, Weighed, odds, opinion, weigh};
use crate::names::terms::Cause;
use crate::rules::built_in;
use crate::rules::phrase::Words;
use crate::rules::rule::Authority;
use crate::words::Language;
use crate::words::causes;

#[path = "../../build/learned/train.rs"]
mod train;

use train::{Lesson, School};

/// The lessons of the build, made again.
fn lessons() -> Vec<Lesson> {
    let mut lessons = Vec::new();
    let mut number = 0;
    for (place, family) in built_in::FAMILIES.iter().enumerate() {
        for rule in family.rules {
            train::of_rule(rule, number, place, &mut lessons);
            number += 1;
        }
    }
    for cause in Cause::ALL {
        let text = causes::text(Language::En, *cause);
        train::of_cause(*cause, &[text.title, text.summary, text.meaning], number, &mut lessons);
        number += 1;
    }
    train::of_wordings(number, &mut lessons);
    lessons
}

/// Free wordings with their causes.
fn wordings() -> Vec<(Cause, Words)> {
    let lines = include_str!("wordings.txt").lines().filter(|l| !l.starts_with('#'));
    lines
        .map(|line| {
            let (cause, words) = line.split_once('\t').expect("a cause and its words");
            (Cause::from_id(cause).expect("a cause"), Words::new(words))
        })
        .collect()
}

/// An answer of the model beside the truth.
struct Answer {
    cause: Cause,
    authority: Option<Authority>,
    /// The odds of the truth against every other cause, the worst first.
    odds: Vec<i32>,
    opinion: Option<Opinion>,
}

impl Answer {
    fn new(cause: Cause, authority: Option<Authority>, weighed: Option<Weighed<'_>>) -> Self {
        // A cause that no lesson had is no rival.
        let others = Cause::ALL.iter().filter(|other| **other != cause && **other != Cause::Unknown);
        let mut odds: Vec<i32> =
            weighed.iter().flat_map(|w| others.clone().map(|other| w.odds(cause, *other))).collect();
        odds.sort_unstable();
        Answer { cause, authority, odds, opinion: weighed.and_then(|w| w.opinion()) }
    }

    fn is_right(&self) -> bool {
        self.opinion.is_some_and(|o| o.ranked[0].0 == self.cause)
    }
}

fn percent(part: usize, whole: usize) -> String {
    format!("{:5.1} % of {whole:4}", 100.0 * part as f64 / whole.max(1) as f64)
}

fn print(name: &str, answers: &[Answer]) {
    let right = |answers: &[&Answer]| percent(answers.iter().filter(|a| a.is_right()).count(), answers.len());
    let some: Vec<&Answer> = answers.iter().filter(|a| a.opinion.is_some()).collect();
    let in_three = some.iter().filter(|a| a.opinion.is_some_and(|o| o.ranked.iter().any(|r| r.0 == a.cause))).count();
    println!(
        "{name}: right {}, among three {}, no opinion on {}",
        right(&some),
        percent(in_three, some.len()),
        answers.len() - some.len()
    );
    for authority in Authority::ALL {
        let group: Vec<&Answer> = some.iter().copied().filter(|a| a.authority == Some(*authority)).collect();
        if !group.is_empty() {
            println!("  {:12} {}", authority.id(), right(&group));
        }
    }
    for (from, to) in
        [(950, 1001), (900, 950), (800, 900), (700, 800), (600, 700), (500, 600), (400, 500), (300, 400), (0, 300)]
    {
        let share = |a: &Answer| a.opinion.map_or(0, |o| o.ranked[0].1);
        let group: Vec<&Answer> = some.iter().copied().filter(|a| (from..to).contains(&share(a))).collect();
        let above: Vec<&Answer> = some.iter().copied().filter(|a| share(a) >= from).collect();
        println!("  share {from:3} to {to:4}  {}   and above {}", right(&group), right(&above));
    }
    // As a judge between the truth and another cause: any other, or the five likeliest of them.
    for least in [0, 50, 100, 150, 200, 300] {
        let judged = |rivals: usize| {
            let odds = some.iter().flat_map(|a| a.odds.iter().take(rivals)).filter(|o| o.abs() >= least);
            percent(odds.clone().filter(|o| **o > 0).count(), odds.count())
        };
        println!("  odds from {least:3}  any rival {}   likely rivals {}", judged(usize::MAX), judged(5));
    }
}

/// Asks about the examples of each part with a model made without the part.
fn without(school: &School, parts: usize, part_of: impl Fn(&Lesson) -> Option<usize>) -> Vec<Answer> {
    let authority: Vec<Authority> = built_in::FAMILIES.iter().map(|f| f.authority).collect();
    let mut answers = Vec::new();
    for part in 0..parts {
        let bytes = school.model(|lesson| part_of(lesson) != Some(part));
        // Models in the program live for ever, and so may these few.
        let model = Model::new(Box::leak(bytes.into_boxed_slice()));
        for lesson in school.lessons.iter().filter(|l| l.is_example && part_of(l) == Some(part)) {
            let authority = lesson.file.map(|file| authority[file]);
            answers.push(Answer::new(Cause::ALL[lesson.cause], authority, Weighed::by(model, &lesson.words)));
        }
    }
    answers
}

#[test]
#[ignore = "measures; takes long unless optimised"]
fn measures() {
    let school = School::new(lessons());
    let begin = Instant::now();
    let bytes = school.model(|_| true);
    println!("{} lessons, {} bytes, made in {:?}", school.lessons.len(), bytes.len(), begin.elapsed());
    let model = Model::new(Box::leak(bytes.into_boxed_slice()));
    let parts: usize = std::env::var("PARTS").ok().and_then(|p| p.parse().ok()).unwrap_or(10);
    print("files left out", &without(&school, parts, |l| l.file.map(|file| file % parts)));
    print(
        "rules left out",
        &without(&school, parts, |l| l.file.map(|_| l.rule.wrapping_mul(0x9e37_79b1) / 128 % parts)),
    );
    let wordings = wordings();
    let answers: Vec<Answer> =
        wordings.iter().map(|(cause, words)| Answer::new(*cause, None, Weighed::by(model, words.as_str()))).collect();
    print("free wordings", &answers);
    for ((cause, words), answer) in wordings.iter().zip(&answers).filter(|(_, a)| !a.is_right()) {
        let seen = answer.opinion.map(|o| o.ranked);
        println!("  {cause}: {} {seen:?}", words.as_str());
    }
    let asked: Vec<&str> = school.lessons.iter().filter(|l| l.is_example).map(|l| l.words.as_str()).collect();
    let bytes: usize = asked.iter().map(|a| a.len()).sum();
    // The least of many rounds: others use the machine too.
    let least = |ask: &dyn Fn(&str) -> bool| {
        let round = |_| {
            let begin = Instant::now();
            assert!(asked.iter().filter(|words| ask(words)).count() > 0);
            begin.elapsed() / asked.len() as u32
        };
        (0..40).map(round).min().unwrap_or_default()
    };
    let (odds, opinion) = (least(&|words| weigh(words).is_some()), least(&|words| opinion(words).is_some()));
    println!("{odds:?} for odds, {opinion:?} for an opinion, {} bytes on average", bytes / asked.len());
}

/// The build and the tests make the same model of the same lessons.
#[test]
fn is_made_again_alike() {
    assert!(School::new(lessons()).model(|_| true) == super::BYTES);
    assert!(super::BYTES.len() < 300_000);
}

#[test]
fn free_wordings_are_understood() {
    let wordings = wordings();
    let right = wordings.iter().filter(|(c, w)| opinion(w.as_str()).is_some_and(|o| o.ranked[0].0 == *c)).count();
    assert!(right * 100 >= wordings.len() * 85, "{right} of {}", wordings.len());
}

#[test]
fn names_the_words_that_spoke() {
    let words = Words::new("550 5.2.2 <bob@example.com>: The inbox of this user is over quota, id 4XyZ1");
    let opinion = opinion(words.as_str()).expect("an opinion");
    assert_eq!(opinion.ranked[0].0, Cause::MailboxFull);
    let span = opinion.strongest[0].expect("a word");
    assert!(["over", "quota"].contains(&&words.as_str()[span.start..span.end]));
    assert!(odds(words.as_str(), Cause::MailboxFull, Cause::SpamContent) > 100);
}

#[test]
fn names_and_numbers_are_no_words() {
    for said in [
        "550 5.7.1",
        "",
        "quota.example.com",
        "<spam@virus.example>",
        "https://spam.example/virus/full",
        "550-4fgd7xabcdq",
    ] {
        assert_eq!(opinion(Words::new(said).as_str()), None, "{said}");
    }
}
