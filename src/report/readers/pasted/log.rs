//! Log lines of mail servers, pasted: Postfix, Exim, Sendmail, OpenSMTPD, qmail, Exchange's message tracking. Each line that tells of a
//! recipient gives one; a later line about the same one replaces the earlier.

use super::log_line::{Entry, explain, field, queue_id, relay_host};
use super::log_other;
use crate::mail::message::Mail;
use crate::names::code;
use crate::names::note::Note;
use crate::names::stage;
use crate::names::terms::{Action, Stage};
use crate::names::{address, host};
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};

/// Reader of log lines.
pub(super) static READER: Reader = Reader { name: "", marks: &[], recognises, read };

/// How many lines are looked at.
const MAX_LINES: usize = 5000;

fn recognises(mail: &Mail, _: &Marks) -> bool {
    mail.pasted && mail.text.lines().filter(|l| !l.trim().is_empty()).take(5).any(|l| syntax(l).is_some())
}

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

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let mut report = Report::default();
    let mut entries: Vec<Entry> = Vec::new();
    let mut deliveries: Vec<(String, String)> = Vec::new();
    for line in unwrapped(&mail.text).iter().take(MAX_LINES) {
        let Some(kind) = syntax(line) else { continue };
        let (software, found) = match kind {
            Syntax::Postfix => ("Postfix", postfix(line, &mut entries)),
            Syntax::PostfixReject => ("Postfix", postfix_reject(line, &mut report)),
            Syntax::Exim => ("Exim", exim(line)),
            Syntax::EximReject => ("Exim", exim_reject(line)),
            Syntax::Sendmail => ("Sendmail", log_other::sendmail(line)),
            Syntax::OpenSmtpd => ("OpenSMTPD", log_other::opensmtpd(line)),
            Syntax::Tracking => ("Exchange", log_other::tracking(line)),
            Syntax::Qmail => ("qmail", log_other::qmail(line, &mut deliveries)),
        };
        report.software = report.software.or(Some(software));
        report.generating_server = report.generating_server.take().or_else(|| logging_host(line));
        for entry in found {
            let known = entries.iter_mut().rev().take(200).find(|e| {
                e.queue_id == entry.queue_id
                    && matches!((&e.recipient.address, &entry.recipient.address), (Some(a), Some(b)) if address::same(a, b))
            });
            match known {
                Some(known) => *known = entry,
                None => entries.push(entry),
            }
        }
    }
    report.recipients = entries.into_iter().map(|e| e.recipient).collect();
    (!report.recipients.is_empty()).then_some(report)
}

/// Lines that a terminal or a form wrapped are joined: a line that begins neither with a date nor with a mark of a log
/// belongs to the one before it.
fn unwrapped(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim_end).filter(|l| !l.trim().is_empty()) {
        let begins = starts_with_date(line) || syntax(line).is_some() || out.is_empty();
        match out.last_mut() {
            Some(last) if !begins => {
                last.push(' ');
                last.push_str(line.trim_start());
            }
            _ => out.push(line.to_string()),
        }
    }
    out
}

/// "Nov 21 10:00:00", "2026-11-21T10:00:00", "@400000005f…", "<22>Nov 21".
fn starts_with_date(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| {
        c == '<' || c == '>' || c == '[' || c == '@' || c.is_ascii_digit() && line.starts_with('<')
    });
    let head: String = line.chars().take(12).collect();
    head.bytes().filter(u8::is_ascii_digit).count() >= 4
        || ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
            .iter()
            .any(|m| head.strip_prefix(m).is_some_and(|r| r.starts_with(' ') && r.bytes().any(|b| b.is_ascii_digit())))
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

fn postfix(line: &str, entries: &mut [Entry]) -> Vec<Entry> {
    if let Some(at) = line.find(" status=expired, returned to sender") {
        let id = line[..at].split(": from=").next().unwrap_or("").rsplit(' ').next().unwrap_or("");
        for entry in entries.iter_mut().filter(|e| e.queue_id == id && e.recipient.action == Some(Action::Delayed)) {
            entry.recipient.action = Some(Action::Failed);
        }
        return Vec::new();
    }
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
fn postfix_reject(line: &str, report: &mut Report) -> Vec<Entry> {
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
    if report.notes.is_empty() {
        report.notes.push(Note::LogOfRefusingServer);
    }
    vec![Entry { queue_id: before.to_string(), recipient }]
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
        explain(&mut recipient, text);
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
