//! A pasted text to reports: events, logs, listings of queues, else one report of what was found.

use std::collections::HashMap;

use super::find::{self, find};
use super::record::{self, Parts};
use super::{line, log, queue, secrets};
use crate::names::code;
use crate::names::note::Note;
use crate::names::terms::{Action, Form};
use crate::report::types::{Place, Recipient, Report};

/// What a pasted text reports: one for each message of a log, an event stream or a queue, else at most one.
pub(crate) fn reports(text: &str) -> Vec<Report> {
    let mut reports = through(text, 0);
    if let Some(first) = reports.first_mut()
        && secrets::shown(text)
    {
        first.notes.push(Note::SecretShown);
    }
    reports
}

/// Is a text unmistakably a log or a stream of events: do most of its lines begin with a time, or as an object or a row?
pub(crate) fn is_record_of_events(text: &str) -> bool {
    let lines = line::lines(text);
    let filled = || lines.iter().filter(|l| !l.text.trim().is_empty());
    let record =
        |l: &&line::Line| l.stamped || l.text.starts_with(['{', '[', '}', ']', '"', '#']) || l.text.starts_with("b,");
    let whole = text.trim_start().starts_with(['{', '[']) && text.trim_end().ends_with(['}', ']']);
    whole || filled().filter(record).count() * 3 >= filled().count() * 2
}

/// Does a text hold answers that nobody gave: is it source, a settings file, documentation?
pub(crate) fn is_source(text: &str) -> bool {
    find::is_source(&line::lines(text))
}

/// Containers may stand in each other, but not for ever.
fn through(text: &str, depth: usize) -> Vec<Report> {
    if depth > 3 {
        return Vec::new();
    }
    if let Some(bare) = line::unquoted_text(text).filter(|t| t.trim_start().starts_with(['{', '['])) {
        return through(&bare, depth + 1);
    }
    let unwrapped;
    let text = match record::read(text) {
        Some(Parts::Events(reports)) => return reports,
        Some(Parts::Lines(lines)) => {
            unwrapped = lines;
            // What was wrapped may be events itself.
            return through(&unwrapped, depth + 1);
        }
        None if text.matches("%20").count() > 1 => {
            unwrapped = percent_decoded(text);
            unwrapped.as_str()
        }
        None => text,
    };
    if let Some(report) = bare_code(text.trim()) {
        return vec![report];
    }
    let lines = line::pieces_joined(line::lines(text));
    if let Some(reports) = log::read(&lines) {
        return reports;
    }
    if let Some(reports) = queue::read(text) {
        return reports;
    }
    if let Some(reports) = by_message(&lines) {
        return reports;
    }
    find(&lines).into_iter().collect()
}

/// A log whose program names the message in brackets (dma, nullmailer's children): each message by itself, where more
/// than one was refused.
fn by_message(lines: &[line::Line]) -> Option<Vec<Report>> {
    let mut groups: Vec<(&str, Vec<line::Line>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for line in lines {
        let Some(id) = line.id.as_deref() else { continue };
        let at = *places.entry(id).or_insert_with(|| {
            groups.push((id, Vec::new()));
            groups.len() - 1
        });
        groups[at].1.push(line.clone());
    }
    if groups.len() < 2 {
        return None;
    }
    let mut reports = Vec::new();
    for (id, own) in &groups {
        if let Some(mut one) = find(own) {
            one.queue_id = Some((*id).to_string());
            reports.push(one);
        }
    }
    (reports.len() > 1).then_some(reports)
}

/// Nothing but a code, as people type it: `550`, `5.7.1`, `550 5.7.1`.
fn bare_code(text: &str) -> Option<Report> {
    let mut class = None;
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        let reply =
            (word.len() == 3).then(|| code::leading_reply(word)).flatten().filter(|r| *r >= 400).map(|r| r / 100);
        let status = word.parse::<code::Status>().ok().filter(|s| s.class != 2).map(|s| u16::from(s.class));
        class = Some(reply.or(status)?);
    }
    let action = if class? == 4 { Action::Delayed } else { Action::Failed };
    let mut recipient = Recipient { action: Some(action), ..Recipient::default() };
    recipient.say(Place::Quoted, text);
    let mut report = Report { form: Some(Form::Reply), recipients: vec![recipient], ..Report::default() };
    report.kind = report.kind_of_actions();
    Some(report)
}

/// A text as it was before it became part of a URL (RFC 3986 section 2.1).
fn percent_decoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let bytes = text.as_bytes();
    let hex = |at: usize| text.get(at..at + 2).and_then(|h| u8::from_str_radix(h, 16).ok());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], hex(at + 1)) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
