//! Weighs the rules that apply: the first in order wins unless the evidence speaks clearly for another.
//!
//! Every rule that applies is a candidate. What counts, in points ([`Weight`]): the rank of the rule, how much of the
//! words it explains, whether the status code says the same, and whether a refusal of that kind can come at this stage
//! and from this speaker. Several weak signs add up. The order of the table decides among equals, and where the
//! difference is small: it holds what people have put in order knowing why.

use std::ops::ControlFlow;

use crate::names::code::Code;
use crate::names::terms::{Cause, Speaker, Stage};
use crate::rules::learned;
use crate::rules::phrase::Span;
use crate::rules::place;
use crate::rules::rule::{Authority, Rule};
use crate::rules::table::{Hit, Hits, Question, Table};

/// By so many points another candidate must outweigh the first in order.
const CLEARLY: i32 = 14;

/// The opinion of the word model counts between causes where one is so many times likelier than the other, in hundredths
/// of the natural logarithm: five times.
const LIKELIER: i32 = 160;

/// So many hundredths are worth a point, and so many points an opinion at most.
const ODDS_PER_POINT: i32 = 20;
const MOST_OPINION: i32 = 25;

/// So many bytes may stand between two alternatives.
const NEAR: usize = 40;

/// What speaks for a candidate, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weight {
    /// The rank of its rule.
    pub rank: i32,
    /// How specific the words are that it explains.
    pub words: i32,
    /// What else it asks for.
    pub more: i32,
    /// Its words stand inside longer ones that another candidate explains.
    pub part: i32,
    /// The status code says the same, or something else.
    pub code: i32,
    /// Whether such a refusal comes at this stage.
    pub stage: i32,
    /// Whether this speaker says such a thing.
    pub speaker: i32,
    /// The opinion of the word model.
    pub model: i32,
}

impl Weight {
    /// Each with its name.
    pub(crate) fn points(self) -> impl Iterator<Item = (&'static str, i32)> {
        [
            ("rank", self.rank),
            ("words", self.words),
            ("conditions", self.more),
            ("part of longer words", self.part),
            ("code", self.code),
            ("stage", self.stage),
            ("speaker", self.speaker),
            ("word model", self.model),
        ]
        .into_iter()
    }

    /// All together.
    pub(crate) fn total(self) -> i32 {
        self.rank + self.words + self.more + self.part + self.code + self.stage + self.speaker + self.model
    }
}

/// A rule that applies, and what speaks for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate<'t> {
    /// The rule.
    pub hit: Hit<'t>,
    /// What speaks for it.
    pub weight: Weight,
    /// Its longest phrase, and where that stands.
    phrase: Option<(usize, Span)>,
}

/// What the weighing came to.
#[derive(Clone, Debug)]
pub(crate) struct Decision<'t> {
    /// The rule that wins.
    pub hit: Hit<'t>,
    /// Another cause that the same words name beside this one ("is full or disabled"), and its share in percent.
    pub also: Option<(Cause, u8)>,
}

impl Table {
    /// The rule that wins.
    #[must_use]
    pub(crate) fn find(&self, question: &Question<'_>) -> Option<Hit<'_>> {
        self.decide(question, &self.look(question.words), |_, _| true).map(|decision| decision.hit)
    }

    /// The rule that wins among those that apply and are wanted.
    #[must_use]
    pub(crate) fn decide(
        &self,
        question: &Question<'_>,
        hits: &Hits,
        wanted: impl Fn(&Rule, Authority) -> bool,
    ) -> Option<Decision<'_>> {
        // The first in order, then its rivals.
        let mut rivals: Vec<Hit<'_>> = Vec::new();
        self.visit(question, hits, wanted, |hit| {
            let Some(first) = rivals.first() else {
                rivals.push(hit);
                return if is_certain(&hit) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
            };
            // A code or a weak word does not outweigh a phrase that may stand where it stands.
            if first.authority <= Authority::Phrase && hit.authority > Authority::Phrase && fits(first, question) {
                return ControlFlow::Break(());
            }
            // The same cause by another rule is no rival; which of a provider's rules fits best is settled by their order.
            let of_providers = (first.authority, hit.authority) == (Authority::Provider, Authority::Provider);
            if first.rule.cause != hit.rule.cause && !of_providers {
                rivals.push(hit);
            }
            ControlFlow::Continue(())
        });
        if let [only] = rivals[..] {
            return Some(Decision { hit: only, also: None });
        }
        let candidates = self.weighed(rivals, question, hits);
        let best = candidates.iter().rev().max_by_key(|c| c.weight.total())?;
        let first = candidates.first()?;
        let winner = if best.weight.total() - first.weight.total() >= CLEARLY { best } else { first };
        let also = candidates.iter().find_map(|other| alternative(winner, other, question.words.as_str()));
        Some(Decision { hit: winner.hit, also })
    }

    /// All rules that apply, in order, and what speaks for each.
    pub(crate) fn all(&self, question: &Question<'_>, hits: &Hits) -> Vec<Candidate<'_>> {
        let mut applying = Vec::new();
        self.visit(
            question,
            hits,
            |_, _| true,
            |hit| {
                applying.push(hit);
                ControlFlow::Continue(())
            },
        );
        self.weighed(applying, question, hits)
    }

    /// What speaks for each.
    fn weighed<'t>(&'t self, rules: Vec<Hit<'t>>, question: &Question<'_>, hits: &Hits) -> Vec<Candidate<'t>> {
        let coded = question.status.filter(|s| !s.is_bare_class()).and_then(|status| self.meaning_of(status));
        let of = |hit: Hit<'t>| {
            let longest = self.longest(hit, hits, question.words);
            let phrase = longest.map(|(phrase, span)| (letters(phrase), span));
            Candidate { hit, weight: weight(&hit, phrase, coded, question), phrase }
        };
        let mut candidates: Vec<Candidate<'t>> = rules.into_iter().map(of).collect();
        self.ask_model(&mut candidates, question, hits);
        for n in 0..candidates.len() {
            let inside = |inner: &Candidate<'_>, outer: &Candidate<'_>| match (inner.phrase, outer.phrase) {
                (Some((few, inner)), Some((many, outer))) => {
                    few < many && outer.start <= inner.start && inner.end <= outer.end
                }
                _ => false,
            };
            let mine = &candidates[n];
            let is_part = candidates.iter().any(|other| {
                other.hit.rule.cause != mine.hit.rule.cause
                    && other.hit.authority <= mine.hit.authority
                    && inside(mine, other)
            });
            if is_part {
                candidates[n].weight.part = -12;
            }
        }
        candidates
    }

    /// The opinion of the word model on causes that compete: against the first in order.
    fn ask_model(&self, candidates: &mut [Candidate<'_>], question: &Question<'_>, hits: &Hits) {
        // What cannot be at this stage, or from this speaker, does not compete.
        let competes = |c: &Candidate<'_>| c.weight.stage == 0 && c.weight.speaker == 0 && c.hit.rule.speaker.is_none();
        let Some(first) = candidates.iter().find(|c| competes(c)).map(|c| c.hit.rule.cause) else { return };
        if candidates.iter().filter(|c| competes(c)).all(|c| c.hit.rule.cause == first) {
            return;
        }
        let Some(opinion) = learned::weigh(hits.without_names(question.words).as_str()) else { return };
        for candidate in candidates.iter_mut().filter(|c| competes(c)) {
            let odds = opinion.odds(candidate.hit.rule.cause, first);
            // That a message expired is how it ended; the model cannot tell how from why.
            let is_reason = |cause: Cause| !matches!(cause, Cause::Unknown | Cause::MessageExpired);
            if odds.abs() >= LIKELIER && is_reason(candidate.hit.rule.cause) && is_reason(first) {
                candidate.weight.model = (odds / ODDS_PER_POINT).clamp(-MOST_OPINION, MOST_OPINION);
            }
        }
    }
}

/// Do the words offer another cause as an alternative, each with words of its own and an "or" between them? Gives its
/// share.
fn alternative(winner: &Candidate<'_>, other: &Candidate<'_>, words: &str) -> Option<(Cause, u8)> {
    const OR: &[&str] = &["or", "oder", "ou", "o", "of", "lub", "eller", "veya", "nebo", "или", "または", "或"];
    if other.hit.rule.cause == winner.hit.rule.cause || other.hit.authority > Authority::Phrase || other.weight.part < 0
    {
        return None;
    }
    let ((_, one), (_, two)) = (winner.phrase?, other.phrase?);
    let (first, second) = if one.start < two.start { (one, two) } else { (two, one) };
    let between = words.get(first.end..second.start).filter(|between| between.len() <= NEAR)?;
    // A sentence that ends between them says two things, not one of two.
    let is_or = |word: &str| OR.contains(&word) || matches!(word, "/" | "and/or");
    if between.contains(['.', ';']) || !between.split([' ', ',']).any(is_or) {
        return None;
    }
    let (a, b) = (winner.weight.total().max(1), other.weight.total().max(1));
    Some((other.hit.rule.cause, u8::try_from(100 * b / (a + b)).unwrap_or(50)))
}

/// How much a phrase says: its letters. A letter that is not ASCII says more, and a code such as `sc-004` as much as a
/// sentence.
fn letters(phrase: &str) -> usize {
    let letters = phrase.bytes().filter(u8::is_ascii_alphanumeric).count();
    let others = phrase.chars().filter(|c| !c.is_ascii()).count();
    let coded = phrase.bytes().any(|b| b.is_ascii_digit());
    letters + 2 * others + if coded { 20 } else { 0 }
}

/// Nothing outweighs somebody's own rule, and a provider's words where that provider speaks.
fn is_certain(hit: &Hit<'_>) -> bool {
    hit.is_own() || hit.authority == Authority::Provider && !hit.rule.says.is_empty() && !hit.rule.by.is_empty()
}

/// Can its cause be refused at this stage and by this speaker?
fn fits(hit: &Hit<'_>, question: &Question<'_>) -> bool {
    question.stage.is_none_or(|stage| stage_weight(hit.rule, stage) == 0)
        && question.speaker.is_none_or(|speaker| speaker_weight(hit.rule, speaker) == 0)
}

fn weight(hit: &Hit<'_>, phrase: Option<(usize, Span)>, coded: Option<&Rule>, question: &Question<'_>) -> Weight {
    let rule = hit.rule;
    let says = !rule.says.is_empty();
    let rank = match hit.authority {
        Authority::Provider if says || !rule.by.is_empty() || rule.codes.iter().any(is_its_own) => 75,
        Authority::Provider => 55,
        Authority::Phrase if says => 50,
        Authority::Phrase => 40,
        Authority::Code => 34,
        Authority::WeakPhrase => 28,
        Authority::Class => 5,
    };
    // A short word is said in many senses, a long sentence in one.
    let letters = phrase.map_or(0, |(letters, _)| letters.min(30) as i32);
    // A rule that asks for more, or that one system writes and no other, knows more.
    let asks = [
        (!rule.and.is_empty(), 4),
        (rule.codes.iter().any(is_narrow), 4),
        (rule.codes.iter().any(is_one_reply), 4),
        (!rule.stage.is_empty() || rule.side.is_some(), 4),
        (!hit.is_general(), 4),
    ];
    let more = if says { asks.into_iter().filter(|(asks, _)| *asks).map(|(_, points)| points).sum() } else { 0 };
    let code = match coded {
        Some(coded) if says && coded.cause == rule.cause => 6,
        _ => 0,
    };
    Weight {
        rank,
        words: letters / 2,
        more,
        code,
        stage: question.stage.map_or(0, |stage| stage_weight(rule, stage)),
        speaker: question.speaker.map_or(0, |speaker| speaker_weight(rule, speaker)),
        ..Weight::default()
    }
}

/// Says the code more than its class?
fn is_narrow(code: &Code) -> bool {
    code.subject.is_some() || code.reply.is_some_and(|(from, to)| to - from < 10)
}

/// One reply code, such as 517, is known to few systems.
fn is_one_reply(code: &Code) -> bool {
    code.subject.is_none() && code.reply.is_some_and(|(from, to)| from == to)
}

/// A detail of three digits is a provider's own number (RFC 3463 and the IANA registry stay below a hundred).
fn is_its_own(code: &Code) -> bool {
    code.detail.0 >= 100
}

/// Whether this speaker says such a thing. A rule that names the speaker knows.
fn speaker_weight(rule: &Rule, speaker: Speaker) -> i32 {
    if rule.speaker.is_some() || place::is_said_by(rule.cause, speaker) { 0 } else { -60 }
}

/// Whether such a refusal comes at this stage. A rule that names the stage knows.
fn stage_weight(rule: &Rule, stage: Stage) -> i32 {
    if !rule.stage.is_empty() || rule.cause == Cause::Unknown {
        return 0;
    }
    if place::comes_at(rule.cause, stage) { 0 } else { -25 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::code;
    use crate::rules::phrase::Words;

    fn decided(said: &str, stage: Option<Stage>, speaker: Option<Speaker>) -> (Cause, Option<Cause>) {
        let table = Table::default();
        let words = Words::new(said);
        let question = Question {
            words: &words,
            reply: code::reply_in(said),
            status: code::find_status(said),
            host: None,
            domain: None,
            stage,
            side: None,
            speaker,
        };
        let decision = table.decide(&question, &table.look(&words), |_, _| true).expect("a rule applies");
        (decision.hit.rule.cause, decision.also.map(|(cause, _)| cause))
    }

    #[test]
    fn who_speaks_decides_what_words_mean() {
        let scanner = "clamd: connect to 127.0.0.1 port 3310: Connection refused";
        assert_eq!(decided(scanner, None, None).0, Cause::ConnectionFailed);
        assert_eq!(decided(scanner, None, Some(Speaker::LocalProgram)).0, Cause::DeliveryProgramFailed);
        let full = "Disk quota exceeded";
        assert_eq!(decided(full, None, None), decided(full, None, Some(Speaker::LocalProgram)));
    }

    #[test]
    fn longer_words_outweigh_shorter_ones_inside_them() {
        assert_eq!(decided("550 Invalid From header", None, None).0, Cause::MessageMalformed);
    }

    #[test]
    fn alternatives_are_both_kept() {
        let (cause, also) = decided("550 The mailbox is full or inactive mailbox", None, None);
        assert_eq!((cause, also), (Cause::MailboxFull, Some(Cause::MailboxDisabled)));
        assert_eq!(decided("550 Mailbox full. Account disabled", None, None).1, None);
    }
}
