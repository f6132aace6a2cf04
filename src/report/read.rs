//! Mail to report: decides whether it is one, has it read, and finds the report that a mail carries.

use super::kind;
use super::marks::Marks;
use super::merge::merge;
use super::readers::{READERS, marks_of};
use super::types::{Place, Recipient, Report};
use super::{dsn, general, software};
use crate::finder;
use crate::mail::message::Mail;
use crate::mail::quoted::{self, Others};
use crate::names::code;
use crate::names::note::Note;
use crate::names::terms::{Form, Kind};

/// A report together with the mail that holds it, which may be attached to the one that was given.
#[derive(Debug)]
pub struct Reading<'m> {
    /// The mail whose words the report was read from.
    pub mail: &'m Mail,
    /// What it says.
    pub report: Report,
}

/// Reads a mail as a report. What is none comes back with a kind that says so and without recipients. Of a log or a
/// stream of events this gives one report about all.
#[must_use]
pub fn read(mail: &Mail) -> Reading<'_> {
    let mut more = Vec::new();
    let mut reading = read_first(mail, &mut more);
    for other in more {
        reading.report.kind = graver(reading.report.kind, other.kind);
        reading.report.recipients.extend(other.recipients);
    }
    reading
}

/// Reads a mail as a report; of a pasted log, a stream of events or the listing of a queue one for each message in it.
#[must_use]
pub(crate) fn read_each(mail: &Mail) -> Vec<Reading<'_>> {
    let mut more = Vec::new();
    let first = read_first(mail, &mut more);
    let mut all = vec![first];
    all.extend(more.into_iter().map(|report| Reading { mail, report }));
    all
}

/// The refusals that an ordinary mail quotes in its text or carries in attached files; of a log one report for each
/// message, as the log alone gives them.
#[must_use]
pub(crate) fn read_quoted(mail: &Mail) -> Vec<Reading<'_>> {
    let text = if mail.text.trim().is_empty() { &mail.html_text } else { &mail.text };
    let told = |reports: &Vec<Report>| reports.iter().map(|r| r.recipients.len()).sum::<usize>();
    let mut best: Vec<Report> = Vec::new();
    // A file is read apart from the words around it, and what tells most counts.
    for text in mail.files.iter().chain([text]) {
        let reports = finder::reports(text);
        if reports.iter().any(|r| matches!(r.kind, Some(Kind::Failed | Kind::Delayed))) && told(&reports) > told(&best)
        {
            best = reports;
        }
    }
    best.into_iter()
        .map(|mut report| {
            report.notes.push(Note::Quoted);
            Reading { mail, report }
        })
        .collect()
}

/// Reads a mail; what a pasted text reports of further messages goes to `more`.
fn read_first<'m>(mail: &'m Mail, more: &mut Vec<Report>) -> Reading<'m> {
    let signs = kind::signs(mail);
    if let kind::Signs::Is(kind) = signs {
        return Reading { mail, report: outside(mail, &marks_of(mail), kind) };
    }
    let machine = dsn::read(mail);
    let marks = marks_of(mail);
    let words = READERS.iter().copied().flatten().filter(|r| (r.recognises)(mail, &marks)).find_map(|r| {
        (r.read)(mail, &marks).map(|mut report| {
            report.software = report.software.or(Some(r.name).filter(|n| !n.is_empty()));
            report
        })
    });
    let known = words.is_some();
    let is_report = signs == kind::Signs::Report || machine.is_some() || known;
    // Ordinary mail is most of a mailbox: it is not read as a report without a reason.
    let speaks = is_report || kind::words_make_a_report(mail);
    // A family's greeting in a strange report: where its reader finds no answer of a server and the structure shows
    // one, the structure is right.
    let words = words.map(|words| {
        if machine.is_some() || has_answer(&words) {
            return words;
        }
        let general = general::read(mail);
        if has_answer(&general) { general } else { words }
    });
    let words = match words {
        // A pasted text that no family knows may be anything: the finder goes by what is said, not by who said it.
        None if mail.pasted && machine.is_none() => {
            let mut found = finder::reports(&mail.text).into_iter();
            let first = found.next();
            more.extend(found);
            let told = matches!(first.as_ref().and_then(|r| r.form), Some(Form::Log | Form::Event));
            // Sources and documentation are never so long that looking twice would matter.
            if !told && !is_report && mail.text.len() < 1 << 20 && finder::is_source(&mail.text) {
                more.clear();
                return Reading { mail, report: outside(mail, &marks, Kind::NotABounce) };
            }
            first.or(words)
        }
        words => words,
    };
    let known = known || words.as_ref().is_some_and(|w| w.form.is_some());
    let is_report = is_report || known;
    let mut words = words.unwrap_or_else(|| if speaks { general::read(mail) } else { Report::default() });
    if mail.pasted
        && let Some(machine) = &machine
        && has_answer(machine)
    {
        // What is guessed from the rest of a paste, whose beginning may be missing, comes after what its machine part
        // states.
        let stated: Vec<u16> = answers(machine).collect();
        for statement in words.recipients.iter_mut().flat_map(|r| &mut r.statements) {
            if !known || code::reply_in(&statement.text).is_none_or(|reply| !stated.contains(&reply)) {
                statement.place = statement.place.min(Place::Summary);
            }
        }
    }
    if let [only] = words.recipients.as_mut_slice()
        && only.remote.is_none()
        && !only.local
        && only.side.is_none()
        && !only.statements.is_empty()
    {
        let text = if mail.text.trim().is_empty() { &mail.html_text } else { &mail.text };
        only.remote = general::labelled_host(text);
    }
    let mut report = merge(machine, words, mail, &marks);
    // What a report returns is looked into when it is a report itself, not when it merely carries one: people
    // forward bounces.
    let inner = mail
        .attached
        .iter()
        .filter(|a| !is_report || kind::is_written_by_machine(a))
        .map(read)
        .find(|r| kind::is_about_a_message(r.report.kind));
    let told = |r: &Recipient| {
        let stated = r.statements.iter().any(|s| s.place > Place::Explanation);
        r.address.is_some() && (r.status.is_some() || stated)
    };
    if let Some(mut inner) = inner {
        if !is_report {
            return inner;
        }
        // A double bounce: the report is about the failure that it states itself, and only a wrapper without one
        // gives way to the report inside.
        if report.recipients.iter().any(told) {
            note_inner(&mut report, &inner.report);
        } else if !inner.report.recipients.is_empty() {
            note_outer(&mut inner.report, &report);
            return inner;
        }
    }
    let worth = kind::is_report(mail, &marks, &report, is_report, speaks);
    // Mail programs put "> " before what they forward.
    if !report.recipients.iter().any(told)
        && (worth || speaks)
        && let Some(plain) = unquoted(mail)
    {
        let inner = read(&plain).report;
        if kind::is_about_a_message(inner.kind) && inner.recipients.iter().any(told) {
            return Reading { mail, report: inner };
        }
    }
    if !worth {
        return Reading { mail, report: outside(mail, &marks, Kind::NotABounce) };
    }
    report.kind = report.kind.or_else(|| Some(kind::kind_of(mail, &report)));
    Reading { mail, report }
}

/// Of two kinds the one that counts more: a failure before a delay, a delay before a success.
fn graver(a: Option<Kind>, b: Option<Kind>) -> Option<Kind> {
    let rank = |k: &Option<Kind>| match k {
        Some(Kind::Failed) => 0,
        Some(Kind::Delayed) => 1,
        Some(_) => 2,
        None => 3,
    };
    if rank(&b) < rank(&a) { b } else { a }
}

/// What a mail quotes, as if it had been pasted; `None` when it quotes little.
fn unquoted(mail: &Mail) -> Option<Mail> {
    if mail.headers.is_empty() || mail.text.len() > 100_000 {
        return None;
    }
    let text = quoted::unquoted(&mail.text, Others::Go)?;
    Some(Mail { text, pasted: true, ..Mail::default() })
}

/// Does any recipient have words with a code?
fn has_answer(report: &Report) -> bool {
    answers(report).next().is_some()
}

/// The reply codes in the words of a report.
fn answers(report: &Report) -> impl Iterator<Item = u16> {
    report.recipients.iter().flat_map(|r| &r.statements).filter_map(|s| code::reply_in(&s.text))
}

/// The message that could not be delivered was itself a report.
fn note_inner(outer: &mut Report, inner: &Report) {
    let Some(who) = inner.recipients.iter().find_map(|r| r.address.as_deref()) else { return };
    outer.notes.push(Note::ReportAboutMailTo { address: who.to_string() });
}

/// A report inside another report: the innermost failure is what happened; the outer one is named.
fn note_outer(inner: &mut Report, outer: &Report) {
    let Some(who) = outer.recipients.iter().find_map(|r| r.address.as_deref()) else { return };
    inner.notes.push(Note::ReportReturned { by: outer.generating_server.clone(), to: who.to_string() });
}

/// A report with what its outside tells.
fn outside(mail: &Mail, marks: &Marks, kind: Kind) -> Report {
    Report { kind: Some(kind), software: software::detect(mail, marks), ..Report::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message;

    fn addresses(report: &Report) -> Vec<(&str, Option<&str>)> {
        report.recipients.iter().map(|r| (r.address.as_deref().unwrap_or(""), r.remote.as_deref())).collect()
    }

    #[test]
    fn two_failures_behind_one_alias() {
        let raw = "From: Mail Delivery System <Mailer-Daemon@mail.example.org>\nX-Failed-Recipients: a@example.net, b@example.com\nSubject: Mail delivery failed\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nThis message was created automatically by mail delivery software.\n\n  a@example.net\n    (generated from all@example.org)\n    host mx.example.net [192.0.2.1]\n    SMTP error from remote mail server after end of data:\n    554 5.7.1 spam\n  b@example.com\n    (generated from all@example.org)\n    host mx.example.com [192.0.2.2]\n    SMTP error from remote mail server after RCPT TO:<b@example.com>:\n    550 5.1.1 gone\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example.org\n\nAction: failed\nFinal-Recipient: rfc822;all@example.org\nStatus: 5.0.0\nRemote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 550 5.1.1 gone\n\nAction: failed\nFinal-Recipient: rfc822;all@example.org\nStatus: 5.0.0\nRemote-MTA: dns; mx.example.net\nDiagnostic-Code: smtp; 554 5.7.1 spam\n\n--b--\n";
        let mail = message::parse(raw.as_bytes());
        let report = read(&mail).report;
        assert_eq!(
            addresses(&report),
            [("b@example.com", Some("mx.example.com")), ("a@example.net", Some("mx.example.net"))]
        );
        assert_eq!(report.recipients[0].original_address.as_deref(), Some("all@example.org"));
    }

    #[test]
    fn a_quoted_forward_is_read() {
        let raw = "From: me@example.org\nTo: help@example.org\nSubject: Fwd: Returned mail\n\nCan you help?\n\n> The original message was received at noon\n>\n>    ----- The following addresses had permanent fatal errors -----\n> <a@example.com>\n>     (reason: 550 5.1.1 gone)\n>\n>    ----- Transcript of session follows -----\n> ... while talking to mx.example.com.:\n> >>> RCPT To:<a@example.com>\n> <<< 550 5.1.1 gone\n";
        let mail = message::parse(raw.as_bytes());
        let report = read(&mail).report;
        assert_eq!(
            (report.kind, addresses(&report)),
            (Some(Kind::Failed), vec![("a@example.com", Some("mx.example.com"))])
        );
    }

    #[test]
    fn a_hollow_report_is_none() {
        let raw = "Content-Type: multipart/report; report-type=delivery-status; boundary=\"\n\n--\n----\nContent-Type: message/delivery-status\n\nFinal-Recipient\nStatus:\nAction:;;;\n";
        let mail = message::parse(raw.as_bytes());
        assert_eq!(read(&mail).report.kind, Some(Kind::NotABounce));
    }
}
