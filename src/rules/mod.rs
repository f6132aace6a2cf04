//! The rule table. Order is priority: the first rule that applies wins. First by authority, then by the order of
//! the families below, then by the order inside a family.
//!
//! 1. A provider's own codes and words ([`Authority::Provider`]): Microsoft, mailbox providers, gateways,
//!    block lists.
//! 2. Phrases that mean the same wherever they are said ([`Authority::Phrase`]): the words of mail servers,
//!    general phrases, other languages.
//! 3. Codes that mean something by themselves ([`Authority::Code`]).
//! 4. Phrases that say little ([`Authority::WeakPhrase`]).
//! 5. Codes that say only their class ([`Authority::Class`]).
//!
//! To add a rule: write an entry into the family it belongs to, give it an example, run `cargo test rules`.

mod blocklist;
mod gateway;
mod language;
mod microsoft;
mod mta;
mod phrase;
mod reply;
mod status;
mod webmail;

use crate::rule::{Authority, Family, Rule};

const CODES: &[Family] = &[Family { name: "status codes", authority: Authority::Code, rules: status::SPECIFIC }];

const CLASSES: &[Family] = &[
    Family { name: "status classes", authority: Authority::Class, rules: status::VAGUE },
    Family { name: "reply codes", authority: Authority::Class, rules: reply::RULES },
];

const GROUPS: &[&[Family]] = &[
    microsoft::FAMILIES,
    webmail::FAMILIES,
    gateway::FAMILIES,
    blocklist::FAMILIES,
    mta::FAMILIES,
    phrase::FAMILIES,
    language::FAMILIES,
    phrase::LATE_FAMILIES,
    CODES,
    phrase::WEAK_FAMILIES,
    CLASSES,
];

/// All families in the order asked.
pub fn families() -> impl Iterator<Item = &'static Family> {
    GROUPS.iter().flat_map(|g| g.iter())
}

/// All rules in the order asked.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    families().flat_map(|f| f.rules)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::phrase::{self, Words};
    use crate::table::{Question, Table};

    /// Each example is judged as it will be: by the whole table.
    #[test]
    fn every_rule_wins_its_examples() {
        let table = Table::default();
        let mut lost = Vec::new();
        for rule in all() {
            for example in rule.examples {
                let words = Words::new(example.says);
                let question = Question {
                    words: &words,
                    reply: crate::evidence::reply_in(example.says),
                    status: crate::code::find_status(example.says),
                    host: (!example.by.is_empty()).then_some(example.by),
                    domain: None,
                    stage: example.stage,
                    side: example.side,
                };
                let winner = table.find(&question).map_or("(none)", |h| h.rule.id);
                if winner != rule.id {
                    lost.push(format!("{}: lost to {winner}: {}", rule.id, example.says));
                }
            }
        }
        assert!(lost.is_empty(), "{} examples lost:\n{}", lost.len(), lost.join("\n"));
    }

    #[test]
    fn entries_are_well_formed() {
        let mut ids = HashSet::new();
        let mut faults = Vec::new();
        for rule in all() {
            let mut fault = |what: String| faults.push(format!("{}: {what}", rule.id));
            if !ids.insert(rule.id) {
                fault("the id is taken".into());
            }
            let kebab = !rule.id.is_empty()
                && rule
                    .id
                    .split('-')
                    .all(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
            if !kebab {
                fault("the id is not kebab-case".into());
            }
            if rule.examples.is_empty() {
                fault("it has no example".into());
            }
            if rule.says.is_empty() && rule.codes.is_empty() {
                fault("it has neither a phrase nor a code".into());
            }
            for p in rule.says.iter().chain(rule.and).chain(rule.not) {
                if let Err(why) = phrase::check(p) {
                    fault(format!("phrase {p:?}: {why}"));
                }
            }
            if let Some(like) = rule.like
                && let Err(e) = regex::Regex::new(like)
            {
                fault(format!("expression: {e}"));
            }
            if !rule.summary.is_empty() && !rule.summary.ends_with('.') {
                fault("the summary does not end in a full stop".into());
            }
            for text in rule.steps.iter().chain([&rule.summary]) {
                if text.contains('!') || text.to_lowercase().contains("please") {
                    fault(format!("style: {text}"));
                }
                if let Err(why) = crate::words::check(text) {
                    fault(format!("{why}: {text}"));
                }
            }
            for step in rule.steps {
                if !step.ends_with(['.', ':', '”']) {
                    fault(format!("the step does not end in a full stop: {step}"));
                }
                if !step.starts_with(|c: char| c.is_ascii_uppercase()) {
                    fault(format!("the step does not begin with a capital: {step}"));
                }
            }
            for link in rule.links {
                if !link.starts_with("https://") && !link.starts_with("http://") {
                    fault(format!("not a link: {link}"));
                }
            }
        }
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }

    #[test]
    fn no_two_rules_have_the_same_conditions() {
        let mut seen = std::collections::HashMap::new();
        for rule in all() {
            let conditions = format!(
                "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
                rule.says, rule.and, rule.not, rule.like, rule.codes, rule.by, rule.stage, rule.side
            );
            if let Some(other) = seen.insert(conditions, rule.id) {
                panic!("{} and {other} have the same conditions", rule.id);
            }
        }
    }
}
