//! Listings of a mail server's queue: `mailq` of Postfix and Sendmail, `exim -bp`.

use crate::names::address;
use crate::names::terms::{Action, Form, Kind};
use crate::report::said;
use crate::report::types::{Place, Recipient, Report};

/// Reads a listing: one report for each message that says why it waits.
pub(super) fn read(text: &str) -> Option<Vec<Report>> {
    let mut reports: Vec<Report> = Vec::new();
    let mut reason = String::new();
    let mut named = false;
    for line in text.lines() {
        let t = line.trim();
        if t.starts_with("-Queue ID-") || t.starts_with("-----Q-ID") || t.contains("Mail queue is empty") {
            named = true;
            continue;
        }
        if let Some((id, sender)) = head(line) {
            reports.push(Report {
                queue_id: Some(id),
                sender,
                form: Some(Form::Log),
                kind: Some(Kind::Delayed),
                ..Report::default()
            });
            reason.clear();
            continue;
        }
        let Some(report) = reports.last_mut() else { continue };
        if t.is_empty() {
            reason.clear();
            continue;
        }
        if t.starts_with('(') && line.len() > t.len() || t.starts_with('(') && named {
            reason = t.trim_start_matches('(').strip_suffix(')').unwrap_or(t.trim_start_matches('(')).to_string();
            // Sendmail names the reason behind the recipients of one message, Postfix before those that share it.
            continue;
        }
        let Some((start, _, who)) = address::find(t) else { continue };
        let delivered = t.starts_with("D ");
        if start > 8 || t.split_whitespace().count() > 3 {
            continue;
        }
        let mut recipient = Recipient {
            action: Some(if delivered { Action::Delivered } else { Action::Delayed }),
            ..Recipient::new(who)
        };
        if !reason.is_empty() {
            let said = said::read(&reason);
            recipient.say(Place::Quoted, if said.response.is_empty() { &reason } else { &said.response });
            recipient.remote = said.host;
            recipient.stage = said.stage;
        }
        report.recipients.push(recipient);
    }
    reports.retain(|r| !r.recipients.is_empty());
    (!reports.is_empty()).then_some(reports)
}

/// `A241F9E6AC8     363 Mon Nov 30 22:10:50  a@example.org`, ` 4h  2.9K 1xY9aK-0002kt-0y <a@example.org>`.
fn head(line: &str) -> Option<(String, Option<String>)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let sender = || address::find(line).map(|f| f.2.to_string());
    let (first, second) = (words.first()?, words.get(1)?);
    let id = first.trim_end_matches(['*', '!', '#', '-']);
    let is_id =
        id.len() >= 8 && id.bytes().all(|b| b.is_ascii_alphanumeric()) && id.bytes().any(|b| b.is_ascii_digit());
    let is_date = words.get(2).is_some_and(|d| ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].contains(d));
    if is_id && second.bytes().all(|b| b.is_ascii_digit()) && is_date && words.len() > 5 && !line.starts_with(' ') {
        return Some((id.to_string(), sender()));
    }
    let age = first.ends_with(['m', 'h', 'd'])
        && first[..first.len() - 1].bytes().all(|b| b.is_ascii_digit())
        && first.len() > 1;
    let third = words.get(2)?;
    let exim = third.split('-').count() == 3 && matches!(third.len(), 16 | 23);
    (age && exim && second.starts_with(|c: char| c.is_ascii_digit())).then(|| ((*third).to_string(), sender()))
}
