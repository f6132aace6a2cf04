//! How good the word model is: see the module above.

#![allow(clippy::print_stdout, reason = "what is measured is to be read")]

use std::time::Instant;

use super::{Opinion, Weighed, odds, opinion, shape::Model};
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
    opinion: Option<Opinion>,
}

impl Answer {
    fn is_right(&self) -> bool {
        self.opinion.is_some_and(|o| o.ranked[0].0 == self.cause)
    }
}

fn percent(part: usize, whole: usize) -> String {
    format!("{:5.1} % of {whole:4}", 100.0 * part as f64 / whole.max(1) as f64)
}

fn print(name: &str, answers: &[Answer]) -> usize {
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
    some.iter().filter(|a| a.is_right()).count() * 1000 / some.len().max(1)
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
            answers.push(Answer {
                cause: Cause::ALL[lesson.cause],
                authority: lesson.file.map(|file| authority[file]),
                opinion: Weighed::by(model, &lesson.words).and_then(|w| w.opinion()),
            });
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
    let answers: Vec<Answer> = wordings
        .iter()
        .map(|(cause, words)| {
            let opinion = Weighed::by(model, words.as_str()).and_then(|w| w.opinion());
            Answer { cause: *cause, authority: None, opinion }
        })
        .collect();
    print("free wordings", &answers);
    for ((cause, words), answer) in wordings.iter().zip(&answers).filter(|(_, a)| !a.is_right()) {
        let seen = answer.opinion.map(|o| o.ranked);
        println!("  {cause}: {} {seen:?}", words.as_str());
    }
    let asked: Vec<&str> = school.lessons.iter().filter(|l| l.is_example).map(|l| l.words.as_str()).collect();
    let bytes: usize = asked.iter().map(|a| a.len()).sum();
    let begin = Instant::now();
    let known = (0..20).flat_map(|_| &asked).filter(|words| opinion(words).is_some()).count();
    println!(
        "{:?} for a reply of {} bytes on average; {known}",
        begin.elapsed() / (20 * asked.len() as u32),
        bytes / asked.len()
    );
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
