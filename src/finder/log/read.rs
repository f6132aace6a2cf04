//! Lines of logs, put together by the id that the message has in its server's queue. Each line that tells of a recipient
//! gives one; a later line about the same one replaces the earlier.

use std::collections::HashMap;

use super::entry::{Entry, explain, field, queue_id, relay_host};
use super::other;
use crate::finder::line::Line;
use crate::names::note::Note;
use crate::names::terms::{Action, Form, Stage};
use crate::names::{address, code, host, stage};
use crate::report::types::{Place, Recipient, Report};

/// Whose log a line is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Syntax {
    Postfix,
    PostfixReject,
    Exim,
    EximReject,
    Sendmail,
    OpenSmtpd,
    Qmail,
    Tracking,
}

fn syntax(line: &str) -> Option<Syntax> {
    if line.contains("reject: ") && (line.contains("to=<") || line.contains("proto=")) && line.contains(" from ") {
        return Some(Syntax::PostfixReject);
    }
    if line.contains("to=<") && line.contains("status=") && line.contains("relay=") {
        return Some(Syntax::Postfix);
    }
    if line.contains(" status=expired, returned to sender") {
        return Some(Syntax::Postfix);
    }
    if line.contains("to=") && line.contains(" stat=") && (line.contains("mailer=") || line.contains("dsn=")) {
        return Some(Syntax::Sendmail);
    }
    if line.contains("result=\"") && line.contains("stat=\"") && line.contains("to=<") {
        return Some(Syntax::OpenSmtpd);
    }
    if exim_mark(line).is_some() {
        return Some(Syntax::Exim);
    }
    if [" rejected RCPT ", " rejected MAIL ", " rejected after DATA", " temporarily rejected RCPT "]
        .iter()
        .any(|m| line.contains(m))
        && line.contains('[')
    {
        return Some(Syntax::EximReject);
    }
    if [",FAIL,", ",DEFER,", ",HADISCARD,"].iter().any(|m| line.contains(m)) && line.matches(',').count() > 11 {
        return Some(Syntax::Tracking);
    }
    let qmail = line.contains("starting delivery ") && line.contains(" to remote ")
        || line.contains("delivery ")
            && [": failure: ", ": deferral: ", ": success: "].iter().any(|m| line.contains(m));
    qmail.then_some(Syntax::Qmail)
}

/// A message in a log.
#[derive(Default)]
struct Message {
    report: Report,
    /// Where each recipient stands, by its address in lower case.
    known: HashMap<String, usize>,
}

/// Reads a log. `None` where no line has the form of one that tells of a recipient.
pub(in crate::finder) fn read(lines: &[Line]) -> Option<Vec<Report>> {
    let lines = unwrapped(lines);
    if !lines.iter().filter(|l| !l.text.trim().is_empty()).any(|l| syntax(&l.text).is_some()) {
        return None;
    }
    let mut messages: Vec<Message> = Vec::new();
    let mut by_id: HashMap<String, usize> = HashMap::new();
    let mut senders: HashMap<String, String> = HashMap::new();
    let mut deliveries: HashMap<String, String> = HashMap::new();
    for line in &lines {
        let text = line.text.as_str();
        note_sender(text, &mut senders);
        let Some(kind) = syntax(text) else { continue };
        let mut note = false;
        if kind == Syntax::Postfix && text.contains(" status=expired, returned to sender") {
            let id = text.split(": from=").next().unwrap_or("").rsplit(' ').next().unwrap_or("").trim_end_matches(':');
            if let Some(at) = by_id.get(id) {
                for r in messages[*at].report.recipients.iter_mut().filter(|r| r.action == Some(Action::Delayed)) {
                    r.action = Some(Action::Failed);
                }
            }
            continue;
        }
        let (software, found) = match kind {
            Syntax::Postfix => ("Postfix", postfix(text)),
            Syntax::PostfixReject => {
                note = true;
                ("Postfix", postfix_reject(text))
            }
            Syntax::Exim => ("Exim", exim(text)),
            Syntax::EximReject => ("Exim", exim_reject(text)),
            Syntax::Sendmail => ("Sendmail", other::sendmail(text)),
            Syntax::OpenSmtpd => ("OpenSMTPD", other::opensmtpd(text)),
            Syntax::Tracking => ("Exchange", other::tracking(text)),
            Syntax::Qmail => ("qmail", other::qmail(text, &mut deliveries)),
        };
        for entry in found {
            let known = (!entry.queue_id.is_empty()).then(|| by_id.get(&entry.queue_id).copied()).flatten();
            let at = known.unwrap_or_else(|| {
                messages.push(Message::default());
                messages.len() - 1
            });
            if !entry.queue_id.is_empty() {
                by_id.insert(entry.queue_id.clone(), at);
            }
            let message = &mut messages[at];
            let report = &mut message.report;
            report.software = report.software.or(Some(software));
            report.generating_server =
                report.generating_server.take().or_else(|| line.host.clone().or_else(|| logging_host(text)));
            report.queue_id = Some(entry.queue_id).filter(|id| !id.is_empty());
            if note && report.notes.is_empty() {
                report.notes.push(Note::LogOfRefusingServer);
            }
            let key = entry.recipient.address.as_deref().unwrap_or("").to_lowercase();
            match message.known.get(&key) {
                Some(known) => report.recipients[*known] = entry.recipient,
                None => {
                    message.known.insert(key, report.recipients.len());
                    report.recipients.push(entry.recipient);
                }
            }
        }
    }
    let mut reports: Vec<Report> =
        messages.into_iter().map(|m| m.report).filter(|r| !r.recipients.is_empty()).collect();
    for report in &mut reports {
        report.form = Some(Form::Log);
        report.kind = report.kind_of_actions();
        report.sender = report.queue_id.as_ref().and_then(|id| senders.get(id).cloned());
    }
    (!reports.is_empty()).then_some(reports)
}

/// `A1B2: from=<a@b>` (Postfix, Sendmail), `1xY… <= a@b` (Exim): whose message an id is.
fn note_sender(line: &str, senders: &mut HashMap<String, String>) {
    let found = line.find(": from=").map(|at| (at, at + 7)).or_else(|| line.find(" <= ").map(|at| (at, at + 4)));
    let Some((at, end)) = found else { return };
    let id = line[..at].rsplit([' ', '\t']).next().unwrap_or("");
    if let Some((start, _, who)) = address::find(&line[end..])
        && start < 2
        && !id.is_empty()
    {
        senders.insert(id.to_string(), who.to_string());
    }
}

/// Lines that a terminal or a form wrapped are joined: where lines begin with a time, one without belongs to the one
/// before it.
fn unwrapped(lines: &[Line]) -> Vec<Line> {
    let stamped = lines.iter().filter(|l| l.stamped).count();
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines.iter().filter(|l| !l.text.trim().is_empty()) {
        let begins = line.stamped || stamped == 0 && syntax(&line.text).is_some() || out.is_empty();
        match out.last_mut() {
            // A log of a thousand lines was not wrapped by hand.
            Some(last) if !begins && last.text.len() < 20_000 => {
                last.text.push(' ');
                last.text.push_str(line.text.trim_start());
            }
            _ => out.push(line.clone()),
        }
    }
    out
}

/// The host that syslog names before the program.
fn logging_host(line: &str) -> Option<String> {
    let program = ["postfix", "sendmail", "sm-mta", "exim", "smtpd[", "qmail"]
        .iter()
        .find_map(|p| line.find(&format!(" {p}")))?;
    let host = line[..program].split_whitespace().last()?;
    let plausible = host.len() > 1
        && !host.contains(':')
        && host.starts_with(|c: char| c.is_ascii_alphabetic())
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    plausible.then(|| host.to_string())
}

fn postfix(line: &str) -> Vec<Entry> {
    let Some(to) = field(line, "to=").and_then(address::clean) else { return Vec::new() };
    let mut recipient = Recipient::new(&to);
    recipient.original_address = field(line, "orig_to=").and_then(address::clean).filter(|o| !address::same(o, &to));
    recipient.status = field(line, "dsn=").and_then(code::find_status);
    let relay = field(line, "relay=").unwrap_or("none");
    recipient.remote = relay_host(relay);
    recipient.local = recipient.remote.is_none() && relay != "none";
    let Some((_, outcome)) = line.split_once("status=") else { return Vec::new() };
    let (word, reason) = outcome.split_once([' ', ',']).unwrap_or((outcome, ""));
    recipient.action = Some(match word {
        "sent" | "deliverable" => Action::Delivered,
        "deferred" => Action::Delayed,
        _ => Action::Failed,
    });
    let reason = reason.trim().strip_prefix('(').map_or(reason.trim(), |r| r.strip_suffix(')').unwrap_or(r));
    if recipient.local {
        recipient.say(Place::Quoted, reason);
        recipient.stage = Some(Stage::Local);
    } else {
        explain(&mut recipient, reason);
    }
    vec![Entry { queue_id: queue_id(line, " to="), recipient }]
}

/// The local server refuses a client: `NOQUEUE: reject: RCPT from host[ip]: 554 …; from=<> to=<> proto=ESMTP helo=<>`.
fn postfix_reject(line: &str) -> Vec<Entry> {
    let Some((before, rest)) = line.split_once("reject: ") else { return Vec::new() };
    let Some((command, rest)) = rest.split_once(" from ") else { return Vec::new() };
    let Some((_client, rest)) = rest.split_once("]: ") else { return Vec::new() };
    let response = rest
        .find("; from=")
        .or_else(|| rest.find("; to="))
        .or_else(|| rest.find("; proto="))
        .map_or(rest, |e| &rest[..e]);
    let to = rest.find(" to=<").and_then(|at| address::find(&rest[at..])).map(|f| f.2.to_string());
    let mut recipient = Recipient { address: to, stage: stage::stage_in(command), ..Recipient::default() };
    recipient.say(Place::Quoted, response);
    let temporary = code::leading_reply(response).is_some_and(|r| r < 500) || response.starts_with("4.");
    recipient.action = Some(if temporary { Action::Delayed } else { Action::Failed });
    let id = before.trim_end_matches([':', ' ']).rsplit(' ').next().unwrap_or("");
    let id = if id == "NOQUEUE" { "" } else { id };
    vec![Entry { queue_id: id.to_string(), recipient }]
}

/// ` ** ` failed, ` == ` deferred, ` => ` and ` -> ` delivered, behind date and message id: the mark and its offset.
fn exim_mark(line: &str) -> Option<(&'static str, usize)> {
    [" ** ", " == ", " => ", " -> "].into_iter().find_map(|mark| {
        let at = line.find(mark)?;
        let id = line[..at].rsplit(' ').next().unwrap_or("");
        let dashed = id.split('-').count() == 3 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (dashed && matches!(id.len(), 16 | 23)).then_some((mark, at))
    })
}

fn exim(line: &str) -> Vec<Entry> {
    let Some((mark, at)) = exim_mark(line) else { return Vec::new() };
    let rest = &line[at + mark.len()..];
    let Some((start, end, found)) = address::find(rest.split(" R=").next().unwrap_or(rest)) else { return Vec::new() };
    let mut recipient = Recipient::new(found);
    if start > 0 && !rest.starts_with('<') {
        // "user <user@example.com>": a local part and the address that became it.
        recipient.address = Some(found.to_string());
    }
    let original = rest[end..].split(" R=").next().and_then(|o| address::find(o).map(|f| f.2.to_string()));
    recipient.original_address = original.filter(|o| !address::same(o, found));
    recipient.remote = rest
        .find(" H=")
        .and_then(|h| rest[h + 3..].split([' ', ':']).next())
        .filter(|h| host::is_host(h))
        .map(str::to_string);
    recipient.action = Some(match mark {
        " ** " => Action::Failed,
        " == " => Action::Delayed,
        _ => Action::Delivered,
    });
    let text = match recipient.action {
        Some(Action::Delivered) => rest.find(" C=\"").map_or("", |c| rest[c + 4..].split('"').next().unwrap_or("")),
        _ => match rest.find(" defer (").and_then(|d| rest[d..].find("): ").map(|e| d + e + 3)) {
            Some(behind) => &rest[behind..],
            None => reason_start(&rest[end..]).map_or("", |s| &rest[end + s..]),
        },
    };
    if !text.is_empty() {
        // Exim logs line feeds as `\n`.
        explain(&mut recipient, &text.replace("\\n", "\n"));
    }
    if recipient.remote.is_none() {
        recipient.stage = recipient.stage.or(Some(Stage::Local));
    }
    vec![Entry { queue_id: line[..at].rsplit(' ').next().unwrap_or("").to_string(), recipient }]
}

/// Behind the fields of an Exim line: the first `: ` outside quotes.
fn reason_start(text: &str) -> Option<usize> {
    let mut quoted = false;
    let bytes = text.as_bytes();
    for (at, b) in bytes.iter().enumerate() {
        match b {
            b'"' => quoted = !quoted,
            b':' if !quoted && bytes.get(at + 1) == Some(&b' ') => return Some(at + 2),
            _ => {}
        }
    }
    None
}

fn exim_reject(line: &str) -> Vec<Entry> {
    let Some(at) = line.find("rejected ") else { return Vec::new() };
    let temporary = line[..at].ends_with("temporarily ");
    let rest = &line[at + "rejected ".len()..];
    let Some((command, reason)) = rest.split_once(": ") else { return Vec::new() };
    let mut recipient = Recipient { address: address::find(command).map(|f| f.2.to_string()), ..Recipient::default() };
    recipient.stage = if command.starts_with("after DATA") { Some(Stage::Eod) } else { stage::stage_in(command) };
    recipient.say(Place::Quoted, reason);
    recipient.action = Some(if temporary { Action::Delayed } else { Action::Failed });
    vec![Entry { queue_id: String::new(), recipient }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message;
    use crate::names::code::Status;
    use crate::names::terms::Kind;
    use crate::report;

    fn all(text: &str) -> (Option<Kind>, Report) {
        let mail = message::parse(text.as_bytes());
        let reading = report::read(&mail);
        (reading.report.kind, reading.report.clone())
    }

    #[test]
    fn postfix_lines() {
        let (kind, r) = all(
            "Nov 21 10:00:00 mail postfix/smtp[123]: 4ABC: to=<u@example.com>, orig_to=<list@example.org>, relay=mx.example.com[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 <u@example.com>: gone (in reply to RCPT TO command))\n\
             Nov 21 10:00:01 mail postfix/smtp[123]: 4ABC: to=<v@example.net>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to mx.example.net[192.0.2.2]:25: Connection timed out)\n\
             Nov 21 10:00:02 mail postfix/smtp[123]: 4ABC: to=<w@example.net>, relay=mx.example.net[192.0.2.2]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 1)\n\
             Nov 21 10:00:03 mail postfix/local[123]: 4ABC: to=<x@example.org>, relay=local, delay=1, dsn=5.1.1, status=bounced (unknown user: \"x\")\n",
        );
        assert_eq!(kind, Some(Kind::Failed));
        assert_eq!((r.software, r.generating_server.as_deref()), (Some("Postfix"), Some("mail")));
        let got: Vec<_> = r
            .recipients
            .iter()
            .map(|r| (r.address.as_deref().unwrap(), r.action.unwrap(), r.remote.as_deref(), r.stage))
            .collect();
        assert_eq!(
            got,
            [
                ("u@example.com", Action::Failed, Some("mx.example.com"), Some(Stage::Rcpt)),
                ("v@example.net", Action::Delayed, Some("mx.example.net"), Some(Stage::Connect)),
                ("w@example.net", Action::Delivered, Some("mx.example.net"), None),
                ("x@example.org", Action::Failed, None, Some(Stage::Local)),
            ]
        );
        assert_eq!(r.recipients[0].original_address.as_deref(), Some("list@example.org"));
        assert_eq!(r.recipients[0].statements[0].text, "550 5.1.1 <u@example.com>: gone");
        assert_eq!(r.recipients[1].status, Some(Status::new(4, 4, 1)));
    }

    #[test]
    fn the_local_server_refuses_a_client() {
        let (kind, r) = all(
            "Nov 21 10:00:00 mail postfix/smtpd[1]: NOQUEUE: reject: RCPT from c.example.org[192.0.2.7]: 554 5.7.1 <u@example.com>: Relay access denied; from=<a@example.org> to=<u@example.com> proto=ESMTP helo=<c>\n",
        );
        assert_eq!(kind, Some(Kind::Failed));
        let one = &r.recipients[0];
        assert_eq!(
            (one.address.as_deref(), one.remote.as_deref(), one.stage),
            (Some("u@example.com"), None, Some(Stage::Rcpt))
        );
        assert_eq!(one.statements[0].text, "554 5.7.1 <u@example.com>: Relay access denied");
    }

    #[test]
    fn exim_lines() {
        let (kind, r) = all(
            "2026-11-21 10:00:00 1abcDE-000001-AB ** u@example.com <list@example.org> R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1] X=TLS1.3:A:256 CV=yes DN=\"/CN=x: y\": SMTP error from remote mail server after RCPT TO:<u@example.com>: 550 5.1.1 gone\n\
             2026-11-21 10:00:01 1abcDE-000001-AB == v@example.net R=dnslookup T=remote_smtp defer (-44) H=mx.example.net [192.0.2.2]: SMTP error from remote mail server after RCPT TO:<v@example.net>: 450 4.2.0 later\n\
             2026-11-21 10:00:02 1abcDE-000001-AB => w@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.2] C=\"250 OK\"\n\
             2026-11-21 10:00:03 1abcDE-000001-AB ** x@example.invalid: Unrouteable address\n",
        );
        assert_eq!(kind, Some(Kind::Failed));
        let got: Vec<_> = r
            .recipients
            .iter()
            .map(|r| {
                (r.address.as_deref().unwrap(), r.action.unwrap(), r.remote.as_deref(), r.statements[0].text.as_str())
            })
            .collect();
        assert_eq!(
            got,
            [
                ("u@example.com", Action::Failed, Some("mx.example.com"), "550 5.1.1 gone"),
                ("v@example.net", Action::Delayed, Some("mx.example.net"), "450 4.2.0 later"),
                ("w@example.net", Action::Delivered, Some("mx.example.net"), "250 OK"),
                ("x@example.invalid", Action::Failed, None, "Unrouteable address"),
            ]
        );
        assert_eq!(r.recipients[0].original_address.as_deref(), Some("list@example.org"));
    }

    #[test]
    fn sendmail_opensmtpd_qmail() {
        let (kind, r) = all(
            "Nov 21 10:00:00 mx sendmail[1]: xAL1: to=<u@example.com>,<v@example.com>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=1, relay=mx.example.com. [192.0.2.1], dsn=5.1.1, stat=User unknown\n",
        );
        assert_eq!((kind, r.recipients.len()), (Some(Kind::Failed), 2));
        assert_eq!(r.recipients[0].remote.as_deref(), Some("mx.example.com"));
        assert_eq!(r.recipients[0].statements[0].text, "User unknown");
        let (kind, r) = all(
            "Nov 21 10:00:00 mx sendmail[1]: xAL1: to=<u@example.com>, delay=00:00:01, mailer=esmtp, pri=1, relay=mx.example.com. [192.0.2.1], dsn=4.0.0, stat=Deferred: Connection timed out with mx.example.com.\n",
        );
        assert_eq!(kind, Some(Kind::Delayed));
        assert_eq!(r.recipients[0].remote.as_deref(), Some("mx.example.com"));
        let (kind, r) = all(
            "Nov 21 10:00:00 mx smtpd[1]: 12ab mta delivery evpid=1 from=<a@example.org> to=<u@example.com> rcpt=<-> source=\"192.0.2.9\" relay=\"192.0.2.1 (mx.example.com)\" delay=1s result=\"PermFail\" stat=\"550 5.1.1 gone\"\n",
        );
        assert_eq!((kind, r.recipients[0].remote.as_deref()), (Some(Kind::Failed), Some("mx.example.com")));
        let (kind, r) = all(
            "@400000005f starting delivery 3: msg 9 to remote u@example.com\n@400000005f delivery 3: failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_5.1.1_gone/Giving_up_on_192.0.2.1./\n",
        );
        assert_eq!((kind, r.recipients[0].address.as_deref()), (Some(Kind::Failed), Some("u@example.com")));
        assert_eq!(r.recipients[0].statements[0].text, "550 5.1.1 gone");
    }
}
