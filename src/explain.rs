//! Explains codes, replies, causes and rules without a message.

use serde::Serialize;

use crate::diagnosis::{Diagnosis, Manner, RecipientDiagnosis, diagnose_each, of_evidence};
use crate::evidence;
use crate::names::address;
use crate::names::code::{self, Status};
use crate::names::daemon;
use crate::names::terms::{Cause, Form, Kind, Owner, Permanence, Side, Speaker, Stage};
use crate::report::{Place, Recipient, Report, said};
use crate::rules::rule::{Authority, Rule, Text};
use crate::rules::table::Table;
use crate::verdict::{self, Weighing};
use crate::words::playbook::Playbook;
use crate::words::texts::{labels, sentences};
use crate::words::{Language, Setting, causes, playbook};

/// What somebody asked to have explained.
pub enum Subject<'t> {
    /// A cause of the contract.
    Cause(Cause),
    /// A rule of the table.
    Rule(&'t Rule, Authority),
    /// A playbook.
    Playbook(&'static Playbook),
    /// A class of codes, or a code that is no refusal: what it means.
    Class(&'static str),
    /// A code or a reply, judged.
    Reply(Box<RecipientDiagnosis>),
    /// Nothing that is known.
    Nothing,
}

/// Finds out what is meant.
#[must_use]
pub fn subject<'t>(what: &str, table: &'t Table) -> Subject<'t> {
    let what = what.trim();
    let id = what.to_ascii_lowercase();
    if let Some(cause) = Cause::from_id(&id) {
        return Subject::Cause(cause);
    }
    if let Some((rule, authority)) = table.rules().find(|(r, _)| r.id == id) {
        return Subject::Rule(rule, authority);
    }
    if let Some(playbook) = playbook::by_id(Language::default(), &id) {
        return Subject::Playbook(playbook);
    }
    if let Some(meaning) = class_of(&id) {
        return Subject::Class(meaning);
    }
    // The number of Outlook's window alone, without the words around it.
    let dialog;
    let what = match id.strip_prefix("0x") {
        Some(hex) if hex.len() == 8 && hex.bytes().all(|b| b.is_ascii_hexdigit()) => {
            dialog = format!("Error Number: 0x{}", hex.to_ascii_uppercase());
            dialog.as_str()
        }
        _ => what,
    };
    if what.is_empty() || is_word(what) && code::leading_reply(what).is_none() && code::find_status(what).is_none() {
        return Subject::Nothing;
    }
    Subject::Reply(Box::new(as_text(what, table).unwrap_or_else(|| {
        let report = Report { recipients: vec![recipient(what)], ..Report::default() };
        let evidence = evidence::collect(report, None).remove(0);
        of_evidence(
            evidence,
            Kind::Failed,
            None,
            table,
            &[],
            Setting::new(Form::Reply, table.reader().unwrap_or_default(), None),
        )
    })))
}

/// What a class of codes means, or a code that is none of a refusal: RFC 5321 section 4.2.1, RFC 3463 section 3.1.
fn class_of(what: &str) -> Option<&'static str> {
    let language = Language::default();
    let class = what.strip_suffix(".x.x").or(what.strip_suffix("xx")).or(what.strip_suffix("yz")).unwrap_or("");
    let success = |code: &str| match (code.parse::<Status>(), code.parse::<u16>()) {
        (Ok(status), _) => (status.class == 2).then_some(2),
        (_, Ok(reply)) if code.len() == 3 => (200..400).contains(&reply).then_some(reply / 100),
        _ => None,
    };
    Some(match (class, success(what)) {
        ("2", _) | (_, Some(2)) => sentences::explain_success(language),
        ("3", _) | (_, Some(3)) => sentences::explain_go_on(language),
        ("4", _) => sentences::explain_temporary(language),
        ("5", _) => sentences::explain_permanent(language),
        _ => return None,
    })
}

/// What the same words get as a file: of several recipients the first that was refused.
fn as_text(what: &str, table: &Table) -> Option<RecipientDiagnosis> {
    let diagnoses = diagnose_each(what.as_bytes(), table, Manner::Asked);
    let reported = diagnoses.into_iter().filter(|d| matches!(d.kind, Kind::Failed | Kind::Delayed));
    // A reply alone cannot tell whether the server tries again.
    let told = |d: Diagnosis| {
        let alone = d.form == Form::Reply;
        d.recipients.into_iter().map(move |r| if alone { RecipientDiagnosis { action: None, ..r } } else { r })
    };
    reported.flat_map(told).find(|r| r.cause.is_some())
}

/// Which rules apply to a code or a reply, and what speaks for each.
#[must_use]
pub fn why<'t>(what: &str, table: &'t Table) -> Weighing<'t> {
    let report = Report { recipients: vec![recipient(what.trim())], ..Report::default() };
    verdict::weigh(&evidence::collect(report, None).remove(0), table)
}

/// A single word with hyphens is an id that does not exist, not a reply.
fn is_word(what: &str) -> bool {
    !what.contains(char::is_whitespace)
}

/// What words tell in which no answer is found: codes, words, perhaps an address and the host that said it.
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

/// The conditions of a rule on one line.
#[must_use]
pub fn conditions(language: Language, rule: &Rule) -> String {
    let mut parts: Vec<String> = Vec::new();
    if !rule.codes.is_empty() {
        parts.push(rule.codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    }
    let quoted = |phrases: &[Text]| {
        let quoted: Vec<String> = phrases.iter().map(|p| labels::Quoted { text: p.trim() }.text(language)).collect();
        quoted.join(labels::condition_or(language))
    };
    if !rule.says.is_empty() {
        parts.push(quoted(&rule.says));
    }
    if !rule.and.is_empty() {
        parts.push(labels::ConditionAnd { phrases: quoted(&rule.and) }.text(language));
    }
    if !rule.not.is_empty() {
        parts.push(labels::ConditionWithout { phrases: quoted(&rule.not) }.text(language));
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
pub struct RuleEntry<'t> {
    id: &'t str,
    authority: &'static str,
    cause: Cause,
    owner: Owner,
    permanence: Option<Permanence>,
    says: &'t [Text],
    and: &'t [Text],
    not: &'t [Text],
    like: Option<&'t str>,
    codes: Vec<String>,
    by: &'t [Text],
    stage: &'t [Stage],
    side: Option<Side>,
    speaker: Option<Speaker>,
    missing_host: bool,
    list: Option<&'t str>,
    summary: &'t str,
    steps: Vec<&'t str>,
    links: &'t [Text],
    examples: Vec<ExampleEntry<'t>>,
    source: &'t str,
}

#[derive(Serialize)]
struct ExampleEntry<'t> {
    says: &'t str,
    #[serde(skip_serializing_if = "str::is_empty")]
    by: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<Stage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<Side>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<Speaker>,
    #[serde(skip_serializing_if = "str::is_empty")]
    to: &'t str,
}

/// What a rule says happened: its own sentence, else that of its cause.
#[must_use]
pub(crate) fn summary(rule: &Rule) -> &str {
    if rule.summary.is_empty() { causes::text(Language::default(), rule.cause).summary } else { &rule.summary }
}

/// The steps of a rule: its own, else those of its cause.
#[must_use]
pub(crate) fn steps(rule: &Rule) -> Vec<&str> {
    if rule.steps.is_empty() {
        playbook::plain_sentences(Language::default(), rule.cause, rule.owner())
    } else {
        rule.steps.iter().map(AsRef::as_ref).collect()
    }
}

/// The entry of a rule.
#[must_use]
pub fn entry(rule: &Rule, authority: Authority) -> RuleEntry<'_> {
    RuleEntry {
        id: &rule.id,
        authority: authority.id(),
        cause: rule.cause,
        owner: rule.owner(),
        permanence: rule.permanence.or_else(|| rule.cause.permanence()),
        says: &rule.says,
        and: &rule.and,
        not: &rule.not,
        like: rule.like.as_deref(),
        codes: rule.codes.iter().map(ToString::to_string).collect(),
        by: &rule.by,
        stage: &rule.stage,
        side: rule.side,
        speaker: rule.speaker,
        missing_host: rule.missing_host,
        list: rule.list.as_deref(),
        summary: summary(rule),
        steps: steps(rule),
        links: &rule.links,
        examples: rule
            .examples
            .iter()
            .map(|e| ExampleEntry {
                says: &e.says,
                by: &e.by,
                stage: e.stage,
                side: e.side,
                speaker: e.speaker,
                to: &e.to,
            })
            .collect(),
        source: &rule.source,
    }
}

/// The entry of a cause.
#[derive(Serialize)]
pub struct CauseEntry<'t> {
    id: Cause,
    title: &'static str,
    default_owner: Owner,
    explanation: &'static str,
    steps: Vec<StepsEntry>,
    tell: &'static str,
    links: &'static [&'static str],
    playbooks: Vec<&'static str>,
    rules: Vec<&'t str>,
}

#[derive(Serialize)]
struct StepsEntry {
    owner: Owner,
    steps: Vec<&'static str>,
}

/// A playbook as data.
#[derive(Serialize)]
pub struct PlaybookEntry {
    id: &'static str,
    subject: &'static str,
    steps: Vec<PlaybookStep>,
}

#[derive(Serialize)]
struct PlaybookStep {
    who: Owner,
    does: &'static str,
    #[serde(rename = "do")]
    text: &'static str,
    run: Option<&'static str>,
    verify: Option<&'static str>,
    link: Option<&'static str>,
    /// Shown in every case that the playbook is for; the others only where the evidence says so.
    always: bool,
}

/// The entry of a playbook, with all its branches.
#[must_use]
pub fn playbook_entry(playbook: &'static Playbook) -> PlaybookEntry {
    let some = |text: &'static str| (!text.is_empty()).then_some(text);
    let steps = playbook.steps.iter().map(|s| PlaybookStep {
        who: s.who,
        does: s.does,
        text: s.forms.first().copied().unwrap_or_default(),
        run: some(s.run),
        verify: some(s.verify),
        link: some(s.link),
        always: s.only_if.asks_nothing(),
    });
    PlaybookEntry { id: playbook.id, subject: playbook.subject, steps: steps.collect() }
}

/// The entry of a cause, with the rules that conclude it.
#[must_use]
pub fn cause_entry(cause: Cause, table: &Table) -> CauseEntry<'_> {
    let language = Language::default();
    let text = causes::text(language, cause);
    let parties = playbook::general(language, cause).parties(cause);
    let steps =
        parties.into_iter().map(|owner| StepsEntry { owner, steps: playbook::plain_sentences(language, cause, owner) });
    CauseEntry {
        id: cause,
        title: text.title,
        default_owner: cause.default_owner(),
        explanation: text.meaning,
        steps: steps.collect(),
        tell: text.letter,
        links: text.links,
        playbooks: playbook::about(language, cause).iter().map(|p| p.id).collect(),
        rules: table.rules().filter(|(r, _)| r.cause == cause).map(|(r, _)| &*r.id).collect(),
    }
}

/// The rules that name a status code exactly or in a range, most weighty first.
#[must_use]
pub(crate) fn rules_about(status: Status, table: &Table) -> Vec<&Rule> {
    table
        .rules()
        .map(|(r, _)| r)
        .filter(|r| r.codes.iter().any(|c| c.subject.is_some() && c.reply.is_none() && c.fits(None, Some(status))))
        .collect()
}
