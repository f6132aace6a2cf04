//! Explains codes, replies, causes and rules without a message.

use serde::Serialize;

use crate::diagnosis::{RecipientDiagnosis, of_evidence};
use crate::evidence;
use crate::names::address;
use crate::names::code::{self, Status};
use crate::names::daemon;
use crate::names::terms::{Cause, Kind};
use crate::report::{Place, Recipient, Report, said};
use crate::rules::phrase::Words;
use crate::rules::rule::{Authority, Example, Rule};
use crate::rules::table::{Hit, Question, Table};
use crate::words::texts::labels;
use crate::words::{Language, causes};

/// What somebody asked to have explained.
pub enum Subject {
    /// A cause of the contract.
    Cause(Cause),
    /// A rule of the table.
    Rule(&'static Rule, Authority),
    /// A code or a reply, judged.
    Reply(Box<RecipientDiagnosis>),
    /// Nothing that is known.
    Nothing,
}

/// Finds out what is meant.
#[must_use]
pub fn subject(what: &str, table: &Table) -> Subject {
    let what = what.trim();
    let id = what.to_ascii_lowercase();
    if let Some(cause) = Cause::from_id(&id) {
        return Subject::Cause(cause);
    }
    if let Some((rule, authority)) = table.rules().find(|(r, _)| r.id == id) {
        return Subject::Rule(rule, authority);
    }
    if what.is_empty() || is_word(what) && code::leading_reply(what).is_none() && code::find_status(what).is_none() {
        return Subject::Nothing;
    }
    let recipient = recipient(what);
    let report = Report { recipients: vec![recipient], ..Report::default() };
    let evidence = evidence::collect(report, None).remove(0);
    Subject::Reply(Box::new(of_evidence(evidence, Kind::Failed, None, table, &[])))
}

/// A single word with hyphens is an id that does not exist, not a reply.
fn is_word(what: &str) -> bool {
    !what.contains(char::is_whitespace)
}

/// What a reply alone tells: codes, words, perhaps an address and the host that said it.
fn recipient(what: &str) -> Recipient {
    let said = said::read(what);
    let mut recipient = Recipient::default();
    recipient.say(Place::Quoted, if said.response.is_empty() { what } else { &said.response });
    recipient.remote = said.host.filter(|_| said.quoted);
    recipient.stage = said.stage;
    recipient.address = address::find(&said.response).map(|(_, _, a)| a.to_string()).filter(|a| {
        let before = said.response.find(a.as_str()).map_or("", |at| &said.response[..at]);
        !before.to_ascii_lowercase().contains("sender")
            && !before.to_ascii_lowercase().contains("from")
            && !daemon::is_daemon(a)
            && !before.contains("contact")
            && !before.contains("forward")
    });
    recipient
}

/// The rule that wins an example.
#[must_use]
pub fn winner(table: &Table, example: &Example) -> Option<Hit> {
    let words = Words::new(example.says);
    table.find(&Question {
        words: &words,
        reply: code::reply_in(example.says),
        status: code::find_status(example.says),
        host: (!example.by.is_empty()).then_some(example.by),
        domain: (!example.to.is_empty()).then_some(example.to),
        stage: example.stage,
        side: example.side,
    })
}

/// The conditions of a rule on one line.
#[must_use]
pub fn conditions(language: Language, rule: &Rule) -> String {
    let mut parts: Vec<String> = Vec::new();
    if !rule.codes.is_empty() {
        parts.push(rule.codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    }
    let quoted = |phrases: &[&str]| {
        let quoted: Vec<String> = phrases.iter().map(|p| labels::Quoted { text: p.trim() }.text(language)).collect();
        quoted.join(labels::condition_or(language))
    };
    if !rule.says.is_empty() {
        parts.push(quoted(rule.says));
    }
    if !rule.and.is_empty() {
        parts.push(labels::ConditionAnd { phrases: quoted(rule.and) }.text(language));
    }
    if !rule.not.is_empty() {
        parts.push(labels::ConditionWithout { phrases: quoted(rule.not) }.text(language));
    }
    if !rule.by.is_empty() {
        parts.push(labels::ConditionBy { hosts: rule.by.join(", ") }.text(language));
    }
    if !rule.stage.is_empty() {
        let stages: Vec<&str> = rule.stage.iter().map(|s| s.id()).collect();
        parts.push(labels::ConditionAt { stages: stages.join(", ") }.text(language));
    }
    if rule.missing_host {
        parts.push(labels::condition_missing_host(language).to_string());
    }
    parts.join("; ")
}

/// The entry of a rule, with the words that the cause lends it where it has none of its own.
#[derive(Serialize)]
pub struct RuleEntry {
    id: &'static str,
    authority: &'static str,
    cause: Cause,
    owner: crate::names::terms::Owner,
    permanence: Option<crate::names::terms::Permanence>,
    says: &'static [&'static str],
    and: &'static [&'static str],
    not: &'static [&'static str],
    like: Option<&'static str>,
    codes: Vec<String>,
    by: &'static [&'static str],
    stage: Vec<&'static str>,
    side: Option<crate::names::terms::Side>,
    missing_host: bool,
    list: Option<&'static str>,
    summary: &'static str,
    steps: &'static [&'static str],
    links: &'static [&'static str],
    examples: Vec<ExampleEntry>,
    source: &'static str,
}

#[derive(Serialize)]
struct ExampleEntry {
    says: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    by: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<crate::names::terms::Stage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<crate::names::terms::Side>,
    #[serde(skip_serializing_if = "str::is_empty")]
    to: &'static str,
}

/// The entry of a rule.
#[must_use]
pub fn entry(rule: &'static Rule, authority: Authority) -> RuleEntry {
    let cause = causes::text(Language::default(), rule.cause);
    let owner = rule.owner.unwrap_or_else(|| rule.cause.default_owner());
    RuleEntry {
        id: rule.id,
        authority: authority.id(),
        cause: rule.cause,
        owner,
        permanence: rule.permanence.or_else(|| rule.cause.permanence()),
        says: rule.says,
        and: rule.and,
        not: rule.not,
        like: rule.like,
        codes: rule.codes.iter().map(ToString::to_string).collect(),
        by: rule.by,
        stage: rule.stage.iter().map(|s| s.id()).collect(),
        side: rule.side,
        missing_host: rule.missing_host,
        list: rule.list,
        summary: if rule.summary.is_empty() { cause.summary } else { rule.summary },
        steps: if rule.steps.is_empty() { cause.steps_for(owner) } else { rule.steps },
        links: rule.links,
        examples: rule
            .examples
            .iter()
            .map(|e| ExampleEntry { says: e.says, by: e.by, stage: e.stage, side: e.side, to: e.to })
            .collect(),
        source: rule.source,
    }
}

/// The entry of a cause.
#[derive(Serialize)]
pub struct CauseEntry {
    id: Cause,
    title: &'static str,
    default_owner: crate::names::terms::Owner,
    explanation: &'static str,
    steps: Vec<StepsEntry>,
    tell: &'static str,
    links: &'static [&'static str],
    rules: Vec<&'static str>,
}

#[derive(Serialize)]
struct StepsEntry {
    owner: crate::names::terms::Owner,
    steps: &'static [&'static str],
}

/// The entry of a cause, with the rules that conclude it.
#[must_use]
pub fn cause_entry(cause: Cause, table: &Table) -> CauseEntry {
    let text = causes::text(Language::default(), cause);
    CauseEntry {
        id: cause,
        title: text.title,
        default_owner: cause.default_owner(),
        explanation: text.meaning,
        steps: text.steps.iter().map(|(owner, steps)| StepsEntry { owner: *owner, steps }).collect(),
        tell: text.letter,
        links: text.links,
        rules: table.rules().filter(|(r, _)| r.cause == cause).map(|(r, _)| r.id).collect(),
    }
}

/// The rules that name a status code exactly or in a range, most weighty first.
#[must_use]
pub fn rules_about(status: Status, table: &Table) -> Vec<&'static Rule> {
    table
        .rules()
        .map(|(r, _)| r)
        .filter(|r| r.codes.iter().any(|c| c.subject.is_some() && c.reply.is_none() && c.fits(None, Some(status))))
        .collect()
}
