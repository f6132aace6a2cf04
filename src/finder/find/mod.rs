//! Finds what was refused in any text: puts answers, commands, names and addresses together.

mod around;
mod form;
mod look;
mod settle;

use std::collections::HashSet;

use look::Look;

use super::line::Line;
use super::passage::Text;
use super::source;
use crate::names::code::Status;
use crate::names::terms::{Action, Form, Side, Stage};
use crate::report::types::Report;

/// One refusal with the people and servers around it.
#[derive(Clone, Debug, Default)]
struct Refusal {
    /// The words, codes included.
    words: String,
    code: Option<u16>,
    status: Option<Status>,
    /// Whom it is about, where the text ties somebody to it.
    addresses: Vec<String>,
    server: Option<(String, u8)>,
    stage: Option<Stage>,
    /// An answer in a dialogue that is shown.
    shown: bool,
    /// The line in which it stands.
    line: usize,
}

/// Looks through a text. `None` where nothing in it refuses anything.
pub(super) fn find(lines: &[Line]) -> Option<Report> {
    let joined = Text::new(lines);
    let mut look = Look::new(&joined);
    look.through();
    let mut refusals = std::mem::take(&mut look.refusals);
    let talk = look.talk();
    if refusals.is_empty() {
        refusals = look.worded();
    }
    if refusals.is_empty() {
        refusals = look.troubles();
    }
    if refusals.is_empty() {
        return None;
    }
    settle::merge(&mut refusals);
    let form = form::form(&joined, lines, talk, &refusals);
    let known = look.known_recipients();
    let mut recipients = settle::recipients(refusals, &known, &look);
    let logged = form == Form::Session && lines.iter().filter(|l| l.stamped).count() * 2 > lines.len();
    let queued = ["queue", "Queue", "deferred", "remain", "will retry"].iter().any(|w| joined.text.contains(w));
    let program = matches!(form, Form::Error | Form::Dialog | Form::Session) && !logged && !queued;
    let submits = [":587", ":465", "port 587", "port 465"].iter().any(|p| joined.text.contains(p));
    for r in &mut recipients {
        // A program that names no server, or one for submission (RFC 6409), speaks of the one that it hands its mail to.
        let own = r.remote.as_deref().is_none_or(|h| submits || h.starts_with("smtp."));
        if form == Form::Dialog || form == Form::Error && own {
            r.side = Some(Side::Sender);
        }
        // What a program tried once and gave back is no longer under way, however politely it was refused.
        if program && r.action == Some(Action::Delayed) {
            r.action = Some(Action::Failed);
        }
    }
    let mut report = Report { form: Some(form), sender: look.sender, recipients, ..Report::default() };
    report.kind = report.kind_of_actions();
    Some(report)
}

/// Does a text hold answers that nobody gave: is it source, a settings file, documentation?
pub(super) fn is_source(lines: &[Line]) -> bool {
    let joined = Text::new(lines);
    let mut look = Look::new(&joined);
    look.through();
    is_written(&joined, lines, &look.refusals)
}

/// Were these refusals written down rather than given?
fn is_written(text: &Text, lines: &[Line], refusals: &[Refusal]) -> bool {
    if refusals.is_empty() || source::tells(text, lines) {
        return false;
    }
    let codes: HashSet<_> = refusals.iter().map(|r| (r.code, r.status)).collect();
    let nobody = !text.text.contains('@') && codes.len() > 2 && refusals.iter().all(|r| !r.shown);
    if source::is_document(text) || nobody && refusals.iter().all(|r| source::is_entry(text, r.line)) {
        return true;
    }
    let told = |r: &Refusal| source::happened(text, r.line);
    source::is_source(text, |n| refusals.iter().any(|r| r.line == n)) && !refusals.iter().any(told)
}
