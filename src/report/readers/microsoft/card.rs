//! The newest layout of Exchange Online: a picture of three parties, then "More Info for Email Admins" with labelled
//! fields.
//!
//! Where the labels are in a language that is not known, the order of the fields tells them apart: the response,
//! the server that refused, the server that wrote the report; where only one server stands there it is the latter.

use super::admin;
use super::labels::{self, Label, is_dressing};
use crate::names::code;
use crate::names::terms::{Side, Stage};
use crate::names::{address, host};
use crate::report::general::Strangers;
use crate::report::types::{Place, Recipient, Report};
use crate::text;

/// Reads the labelled fields; the report is empty when the text has none of them.
pub(super) fn read(text: &str, strangers: &Strangers) -> Report {
    let lines: Vec<&str> = text::lines(text).map(str::trim_end).collect();
    let mut report = Report::default();
    let mut current = Recipient::default();
    let mut status_line: Option<String> = None;
    let mut servers: Vec<String> = Vec::new();
    let mut sender: Option<String> = None;
    let (mut rejected_by, mut sent_by) = (None, None);
    let mut n = 0;
    while n < lines.len() {
        let line = lines[n];
        n += 1;
        if line.trim().is_empty() {
            continue;
        }
        if labels::is(line, Label::Headers) {
            break;
        }
        if let Some(value) = labels::value(line, Label::Status).filter(|v| code::find_status(v).is_some()) {
            status_line.get_or_insert_with(|| value.to_string());
        } else if let Some(value) = labels::value(line, Label::Sender) {
            sender = address::find(value).map(|f| f.2.to_string());
        } else if let Some(found) = labels::value(line, Label::Recipient).and_then(|v| in_value(v, &lines, &mut n)) {
            if current.address.is_some() && !current.statements.is_empty() {
                report.recipients.push(std::mem::take(&mut current));
            }
            current.address = Some(found);
        } else if let Some(response) = response(line, &lines, &mut n) {
            current.say(Place::Quoted, response);
        } else if let Some(value) = labels::value(line, Label::GeneratedBy) {
            sent_by = admin::name(next_if_empty(value, &lines, &mut n));
        } else if let Some(value) = labels::value(line, Label::RejectedBy) {
            rejected_by = admin::name(next_if_empty(value, &lines, &mut n)).filter(|h| host::is_host(h));
        } else if let Some(value) = labels::value(line, Label::SentBy) {
            let host = admin::name(next_if_empty(value, &lines, &mut n)).filter(|h| host::is_host(h));
            sent_by = sent_by.or(host);
        } else if !current.statements.is_empty()
            && let Some(host) = host_field(line)
        {
            servers.push(host);
        }
    }
    if current.statements.is_empty() && report.recipients.is_empty() {
        // Pasted without its last part: the code alone.
        match status_line {
            Some(line) if current.address.is_some() || sent_by.is_some() || rejected_by.is_some() => {
                current.say(Place::Summary, line);
            }
            _ => return Report::default(),
        }
    }
    report.recipients.push(current);
    if rejected_by.is_none() && sent_by.is_none() {
        match servers.as_slice() {
            [only] => sent_by = Some(only.clone()),
            [first, second, ..] => (rejected_by, sent_by) = (Some(first.clone()), Some(second.clone())),
            [] => {}
        }
    }
    let remote = rejected_by.filter(|r| sent_by.as_deref().is_none_or(|s| !s.eq_ignore_ascii_case(r)));
    let acting = acting(&lines);
    let named = named(&lines, strangers, sender.as_deref());
    for recipient in &mut report.recipients {
        recipient.remote.clone_from(&remote);
        recipient.acting = acting;
        recipient.stage = remote.is_none().then_some(Stage::Local);
        if recipient.address.is_none() {
            recipient.address.clone_from(&named);
        }
    }
    report.generating_server = sent_by;
    report
}

fn next_if_empty<'a>(value: &'a str, lines: &[&'a str], n: &mut usize) -> &'a str {
    if !value.is_empty() {
        return value;
    }
    while *n < lines.len() {
        let line = lines[*n].trim();
        *n += 1;
        if !line.is_empty() {
            return line;
        }
    }
    ""
}

fn in_value(value: &str, lines: &[&str], n: &mut usize) -> Option<String> {
    let value = if value.is_empty() { lines.iter().skip(*n).find(|l| !l.trim().is_empty()).copied()? } else { value };
    address::find(value).map(|f| f.2.to_string())
}

/// A field whose value is a response: `Reported error: 550 5.1.10 …`, in whichever language; its lines go on to
/// the next empty line or field.
fn response(line: &str, lines: &[&str], n: &mut usize) -> Option<String> {
    let labelled = labels::value(line, Label::Error);
    let value = match labelled {
        Some(value) => value,
        None => {
            let (label, value) = line.split_once([':', '：'])?;
            let value = value.trim_matches(is_dressing);
            // A bare code is the "Status code" field.
            if label.len() > 80 || value.len() < 12 || label.contains(['\'', '"', '@']) {
                return None;
            }
            value
        }
    };
    let mut next = *n;
    let value = if labelled.is_some() { next_if_empty(value, lines, &mut next) } else { value };
    let begins = code::leading_reply(value).is_some_and(|r| r >= 400)
        || code::find_status_from(value, 0).is_some_and(|s| s.start == 0);
    let rest = value.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
    if !begins || rest.is_empty() && labelled.is_none() {
        return None;
    }
    let mut whole = value.to_string();
    while next < lines.len() {
        let more = lines[next];
        let label = [Label::RejectedBy, Label::GeneratedBy, Label::SentBy, Label::Headers, Label::Recipient];
        if more.trim().is_empty() || label.iter().any(|l| labels::is(more, *l)) || host_field(more).is_some() {
            break;
        }
        whole.push(' ');
        whole.push_str(more.trim());
        next += 1;
    }
    *n = next;
    Some(whole)
}

/// `words: host` and nothing else.
fn host_field(line: &str) -> Option<String> {
    let (label, value) = line.trim_matches(is_dressing).split_once([':', '：'])?;
    let value = value.trim_matches(is_dressing);
    (label.len() < 80 && !label.contains('@') && value.contains('.') && host::is_host(value))
        .then(|| value.trim_end_matches('.').to_string())
}

/// "Your message to a@b couldn't be delivered": the first address that is neither sender nor writer.
fn named(lines: &[&str], strangers: &Strangers, sender: Option<&str>) -> Option<String> {
    lines
        .iter()
        .take(40)
        .filter_map(|l| address::find(l).map(|f| f.2))
        .find(|a| !strangers.has(a) && sender.is_none_or(|s| !address::same(s, a)))
        .map(str::to_string)
}

/// The row under the three parties: the column that says "Action Required" instead of the party's name.
fn acting(lines: &[&str]) -> Option<Side> {
    let n = lines.iter().take(60).position(|l| {
        cells(l).any(|c| labels::value(c, Label::Action).is_some_and(|rest| rest.len() < 8 && c.len() < 60))
    })?;
    let row: Vec<&str> = cells(lines[n]).collect();
    let at = row.iter().position(|c| labels::is(c, Label::Action))?;
    if row.len() > 1 {
        return Some(match at {
            0 => Side::Sender,
            _ if at + 1 == row.len() => Side::Recipient,
            _ => Side::Between,
        });
    }
    // Each cell on a line of its own.
    let before = lines[..n].iter().rev().map(|l| l.trim()).find(|l| !l.is_empty());
    let after = lines[n + 1..].iter().map(|l| l.trim()).find(|l| !l.is_empty());
    if after.is_some_and(|a| labels::is(a, Label::PartyRecipient))
        && before.is_none_or(|b| !labels::is(b, Label::PartySender))
    {
        Some(Side::Sender)
    } else if before.is_some_and(|b| labels::is(b, Label::PartySender)) {
        Some(Side::Recipient)
    } else {
        None
    }
}

/// The cells of a table row that became text: apart by tabs or at least two blanks.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.split(['\t', '|']).flat_map(|c| c.split("  ")).map(str::trim).filter(|c| !c.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message::Mail;

    fn one(text: &str) -> (Report, Recipient) {
        let report = read(text, &Strangers::of(&Mail::default()));
        assert_eq!(report.recipients.len(), 1, "{text}");
        let recipient = report.recipients[0].clone();
        (report, recipient)
    }

    const TOP: &str = "Your message to u@example.com couldn't be delivered.\n\nu wasn't found at example.com.\n\nme      Office 365      u\nAction Required                 Recipient\n\nUnknown To address\n\nHow to Fix It\nThe address may be misspelled.\n\nMore Info for Email Admins\nStatus code: 550 5.1.10\n\nOriginal Message Details\nCreated Date:   4/29/2017 11:23:34 PM\nSender Address: me@example.org\nRecipient Address:      u@example.com\nSubject:        hello\n\n";

    #[test]
    fn the_writer_refused() {
        let (report, r) = one(&format!(
            "{TOP}Error Details\nReported error: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup\nDSN generated by:       AB1.namprd01.prod.outlook.com\n\nMessage Hops\nHOP TIME\n"
        ));
        assert_eq!(report.generating_server.as_deref(), Some("AB1.namprd01.prod.outlook.com"));
        assert_eq!(r.address.as_deref(), Some("u@example.com"));
        assert_eq!((r.remote, r.acting), (None, Some(Side::Sender)));
        assert!(r.statements[0].text.starts_with("550 5.1.10 RESOLVER"));
    }

    #[test]
    fn another_server_refused() {
        let (report, r) = one(
            "example.com suspects your message is spam and rejected it.\n\nYour message to u@example.com couldn't be delivered.\n\nme\nOffice 365\nu\nSender\n\nAction Required\n\nError:\n550 5.7.350 Remote server returned message detected as spam -> 554 5.7.1\nService unavailable\n\nMessage rejected by: mx.example.com\n\nNotification Details\nSent by: AB1.prod.outlook.com\n",
        );
        assert_eq!(report.generating_server.as_deref(), Some("AB1.prod.outlook.com"));
        assert_eq!(r.remote.as_deref(), Some("mx.example.com"));
        assert_eq!(r.acting, Some(Side::Recipient));
        assert_eq!(
            r.statements[0].text,
            "550 5.7.350 Remote server returned message detected as spam -> 554 5.7.1 Service unavailable"
        );
    }

    #[test]
    fn in_a_language_nobody_collected() {
        let (report, r) = one(
            "Xxx u@example.com yyy.\n\nZzz: 550 5.4.1\n\nAaa: 550 5.4.1 Recipient address rejected\nBbb: mx.example.com\n\nCcc\nDdd: AB1.prod.outlook.com\n",
        );
        assert_eq!(r.remote.as_deref(), Some("mx.example.com"));
        assert_eq!(report.generating_server.as_deref(), Some("AB1.prod.outlook.com"));
        assert_eq!(r.address.as_deref(), Some("u@example.com"));
    }

    #[test]
    fn other_texts_have_no_card() {
        for text in ["", "Error: it failed", "Status code: 5.1.1", "a: b.example.com"] {
            assert!(read(text, &Strangers::of(&Mail::default())).recipients.is_empty(), "{text}");
        }
    }
}
