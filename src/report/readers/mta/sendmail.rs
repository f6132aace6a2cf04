//! Sendmail and what writes like it (Switch, Active!Hunter): sections of addresses, then the transcript.
//!
//! The section gives for each address only the first line of the answer; the transcript gives all of it, the host
//! and the command. With pipelining the answers to several RCPT commands stand below one `>>> DATA`, so an answer
//! belongs to the address that it, or Sendmail's own line below it, names. `503 Need RCPT` is only the echo of
//! recipients that were refused before.

use super::first_address;
use crate::mail::message::Mail;
use crate::names::code;
use crate::names::stage;
use crate::names::terms::{Action, Speaker, Stage};
use crate::names::{address, host};
use crate::report::marks::{Marks, Reader};
use crate::report::said;
use crate::report::types::{Place, Recipient, Report};
use crate::text;

/// The reader.
pub(super) static READER: Reader = Reader { name: "Sendmail", marks: &[TRANSCRIPT, SECTION], recognises, read };

const TRANSCRIPT: &str = "Transcript of session follows";
const SECTION: &str = "The following addresses had";

fn recognises(_: &Mail, marks: &Marks) -> bool {
    marks.says(TRANSCRIPT) || marks.says(SECTION)
}

/// One answer in the transcript, with what stood around it.
#[derive(Debug, Default)]
struct Answer<'a> {
    /// The server that was being talked to.
    host: Option<String>,
    /// The last command before it.
    command: &'a str,
    /// Its lines, codes included; empty when Sendmail itself speaks.
    lines: Vec<&'a str>,
    /// Sendmail's own lines below it.
    own: Vec<&'a str>,
}

impl Answer<'_> {
    fn text(&self) -> String {
        self.lines.join(" ")
    }

    fn is_refusal(&self) -> bool {
        self.lines.first().and_then(|l| code::leading_reply(l)).is_some_and(|r| r >= 400)
    }

    /// `503 Need RCPT`, `503 Error: need RCPT command`, `503 valid RCPT command must precede DATA`.
    fn is_echo(&self) -> bool {
        self.lines.first().is_some_and(|l| {
            matches!(code::leading_reply(l), Some(503 | 554)) && {
                let l = l.to_ascii_lowercase();
                l.contains("rcpt") && (l.contains("need") || l.contains("must") || l.contains("first"))
                    || l.contains("no valid recipients")
                    || l.contains("no recipients")
            }
        })
    }

    /// Does it, its command or the line below it name the address?
    fn names(&self, wanted: &str) -> bool {
        holds(self.command, wanted)
            || self.lines.iter().any(|l| holds(l, wanted))
            || self.own.iter().any(|l| own_subject(l).is_some_and(|s| address::same(s, wanted)))
    }

    /// Does it name some address other than the sender's?
    fn names_somebody(&self) -> bool {
        is_rcpt(self.command) || self.own.iter().any(|l| own_subject(l).is_some())
    }

    fn stage(&self) -> Option<Stage> {
        if self.lines.is_empty() {
            return None;
        }
        let command = self.command.trim_start();
        if command.is_empty() {
            return Some(Stage::Connect);
        }
        let word = command.get(..4).unwrap_or(command);
        if word.eq_ignore_ascii_case("data") {
            // Refused recipients of a pipelined dialogue stand here too; Sendmail never shows the final dot.
            let rcpt = self.own.iter().any(|l| own_subject(l).is_some()) && !self.is_echo();
            return Some(if rcpt { Stage::Rcpt } else { Stage::Eod });
        }
        stage::stage_in(command)
    }
}

fn is_rcpt(command: &str) -> bool {
    command.trim_start().get(..4).is_some_and(|c| c.eq_ignore_ascii_case("rcpt"))
}

/// Does the line hold the address as a whole?
fn holds(line: &str, wanted: &str) -> bool {
    address::all(line).any(|(_, _, found)| address::same(found, wanted))
}

/// Whom a line of Sendmail's own is about: `550 5.1.1 <a@b>... User unknown`, `a@b... Deferred: …`.
fn own_subject(line: &str) -> Option<&str> {
    let (before, _) = text::split_once(line, "... ").or_else(|| text::split_once(line, "..."))?;
    let subject = before.rsplit(' ').next().unwrap_or(before).trim_start_matches('<').trim_end_matches('>');
    (!subject.is_empty() && !subject.starts_with(['|', '/', '('])).then_some(subject)
}

/// The host in `421 mx.example.com (smtp)... Deferred: …` of V5: what follows is about mail for it.
fn own_host(line: &str) -> Option<&str> {
    let (before, _) = text::split_once(line, " (smtp)...").or_else(|| text::split_once(line, " (esmtp)..."))?;
    before.rsplit(' ').next().filter(|h| host::is_host(h))
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let (head, tail) = match text::find(&mail.text, TRANSCRIPT) {
        Some(at) => (mail.text.get(..at)?, mail.text.get(at..)?),
        None => (mail.text.as_str(), ""),
    };
    // Old forms put the transcript first.
    let mut recipients = sections(head);
    if recipients.is_empty() {
        recipients = sections(tail);
    }
    let answers = transcript(tail);
    if recipients.is_empty() {
        recipients = from_transcript(&answers);
    }
    let many = recipients.len() > 1;
    for entry in &mut recipients {
        complete(entry, &answers, many);
        // A program, a file or a `.REDIRECT` is what an alias led to; the alias is the address.
        let r = &mut entry.recipient;
        let is_program = r.address.as_deref().is_some_and(|a| a.trim_start_matches('"').starts_with('|'));
        let ended = |a: &Answer<'_>| a.lines.is_empty() && a.own.iter().any(|l| l.contains("unknown mailer error"));
        if is_program || !many && r.remote.is_none() && answers.iter().any(ended) {
            for said in &mut r.statements {
                said.speaker = Some(Speaker::LocalProgram);
            }
        }
        if r.original_address.is_some()
            && r.address
                .as_deref()
                .is_some_and(|a| a.ends_with(".REDIRECT") || a.trim_start_matches('"').starts_with(['|', '/', ':']))
        {
            r.address = r.original_address.take();
        }
    }
    // Biglobe borrows the heading and puts the reason under one of its own.
    if let [only] = recipients.as_mut_slice()
        && only.recipient.statements.is_empty()
        && let Some((_, rest)) = text::split_once(&mail.text, "Non-delivered information -----")
    {
        let reason = text::split(rest.trim_start(), "\n\n").next().unwrap_or("");
        only.recipient.say(Place::Quoted, text::join_lines(reason));
    }
    let generating_server = generator(mail);
    let recipients: Vec<Recipient> = recipients.into_iter().map(|e| e.recipient).collect();
    // Exim's reports of success borrow the heading.
    let software = mail.says("created automatically by mail delivery software").then_some("Exim");
    (!recipients.is_empty()).then(|| Report { recipients, generating_server, software, ..Report::default() })
}

/// A recipient and the first line of its reason.
struct Listed {
    recipient: Recipient,
    reason: String,
}

fn complete(entry: &mut Listed, answers: &[Answer<'_>], many: bool) {
    let r = &mut entry.recipient;
    let reason = entry.reason.as_str();
    let names: Vec<String> = r.address.iter().chain(&r.original_address).cloned().collect();
    let named = |a: &Answer<'_>| names.iter().any(|n| a.names(n));
    let quotes = |a: &Answer<'_>| {
        let stem = text::split(reason, "...").next().unwrap_or(reason).trim();
        stem.len() > 3 && a.lines.first().is_some_and(|l| l.starts_with(stem))
    };
    // Sendmail's own sentence about this very recipient, away from every answer: the host was never reached.
    let told = answers.iter().any(|a| a.lines.is_empty() && named(a));
    let refusals = || answers.iter().filter(|a| a.is_refusal() && !a.is_echo());
    let chosen = refusals()
        .find(|a| quotes(a) && named(a))
        .or_else(|| refusals().rfind(|a| named(a)))
        .or_else(|| refusals().find(|a| quotes(a)))
        // An answer to MAIL or to the message is everybody's; one to another recipient is not.
        .or_else(|| refusals().rfind(|a| !many || !a.names_somebody()).filter(|_| !told))
        .or_else(|| if many { None } else { answers.iter().rfind(|a| a.is_refusal()) });
    if let Some(answer) = chosen {
        r.say(Place::Transcript, answer.text());
        r.remote = r.remote.take().or_else(|| answer.host.clone());
        r.stage = answer.stage();
        // The line that Sendmail adds below is its own verdict, which `Status:` repeats.
        let verdict = answer.own.iter().find(|l| code::leading_reply(l).is_some());
        r.status = verdict.and_then(|l| code::find_status(l.get(..12).unwrap_or(l)));
    } else {
        let own: Vec<&str> = answers.iter().flat_map(|a| &a.own).copied().collect();
        let mine: Vec<&str> = own
            .iter()
            .filter(|l| own_subject(l).is_some_and(|s| names.iter().any(|n| address::same(n, s))))
            .copied()
            .collect();
        let lines = if mine.is_empty() && !many { own } else { mine };
        let line = lines.iter().rfind(|l| code::leading_reply(l).is_some()).or(lines.last());
        if let Some(line) = line {
            let nested = text::split_once(line, "... ").map(|(_, d)| d.strip_prefix("Deferred: ").unwrap_or(d));
            let said = said::read(nested.filter(|d| code::leading_reply(d).is_some()).unwrap_or(line));
            if code::leading_reply(reason).is_none() || said.response.contains(reason) {
                r.say(
                    Place::Quoted,
                    if code::leading_reply(&said.response).is_some() { &said.response } else { *line },
                );
            }
            let host = answers.iter().find(|a| a.own.contains(line) && a.lines.is_empty()).and_then(|a| a.host.clone());
            r.remote = r.remote.take().or(host).or_else(|| unreached(line));
            // Sendmail found out by itself that it would talk to itself.
            r.local |= lines.iter().any(|l| l.contains(" points back to ") || l.contains("Local configuration error"));
        }
        r.remote = r.remote.take().or_else(|| unreached(reason));
        if r.remote.is_some() {
            r.stage = r.stage.or(Some(Stage::Connect));
        }
        // Programs that failed write above Sendmail's line.
        if !many && lines.len() > 1 {
            r.say(Place::Explanation, lines.join(" "));
        }
    }
    r.say(Place::Quoted, reason);
}

/// `Deferred: Connection refused by mx.example.com.`, `reply: read error from mx.example.com.`
fn unreached(line: &str) -> Option<String> {
    // "Deferred: mx.example.com.: No route to host"
    if let Some((host, _)) = text::split_once(line, "Deferred: ").and_then(|(_, d)| d.split_once(": "))
        && host::is_host(host)
    {
        return Some(host.trim_end_matches('.').to_string());
    }
    for mark in [
        "refused by ",
        "timed out with ",
        "reset by ",
        "error from ",
        "closed by ",
        "route to host ",
        "user open with ",
        " wait with ",
    ] {
        if let Some((_, host)) = text::split_once(line, mark) {
            return host::last_host(host.split_whitespace().next().unwrap_or(""));
        }
    }
    None
}

/// The sections of addresses.
fn sections(text: &str) -> Vec<Listed> {
    let mut entries: Vec<Listed> = Vec::new();
    let mut action = None;
    let mut inside = false;
    for line in text::lines(text) {
        let trimmed = line.trim();
        if trimmed.starts_with("-----") {
            inside = trimmed.contains(SECTION);
            action = section_action(trimmed);
            continue;
        }
        if !inside || trimmed.is_empty() {
            continue;
        }
        if let Some(note) = trimmed.strip_prefix('(')
            && line.starts_with([' ', '\t'])
        {
            if let Some(entry) = entries.last_mut() {
                take_note(note.trim_end_matches(')'), note, entry);
            }
            continue;
        }
        let named = trimmed.strip_prefix(">>> ").unwrap_or(trimmed);
        let Some(found) = first_address(named) else { continue };
        let mut recipient = Recipient { action, ..Recipient::new(found) };
        if let Some((_, comment)) = named.rsplit_once('(') {
            recipient.action = comment_action(comment).or(action);
        }
        entries.push(Listed { recipient, reason: String::new() });
    }
    entries
}

fn section_action(heading: &str) -> Option<Action> {
    if heading.contains("permanent") {
        Some(Action::Failed)
    } else if heading.contains("transient") || heading.contains("warning") {
        Some(Action::Delayed)
    } else if heading.contains("success") {
        Some(Action::Delivered)
    } else {
        None
    }
}

/// `(unrecoverable error)`, `(transient failure)` of 8.6, `(relayed to non-DSN-aware mailer)` of later ones.
fn comment_action(comment: &str) -> Option<Action> {
    [
        ("unrecoverable", Action::Failed),
        ("transient", Action::Delayed),
        ("relayed", Action::Relayed),
        ("expanded by", Action::Expanded),
        ("successfully", Action::Delivered),
    ]
    .into_iter()
    .find_map(|(mark, action)| comment.starts_with(mark).then_some(action))
}

fn take_note(note: &str, whole: &str, entry: &mut Listed) {
    if let Some(reason) = note.strip_prefix("reason:") {
        // Only the parenthesis that Sendmail added goes: the answer may end in one of its own.
        let reason = whole.strip_prefix("reason:").map_or(reason, |w| w.strip_suffix(')').unwrap_or(w));
        entry.reason = reason.trim().to_string();
    } else if let Some(alias) = note.strip_prefix("expanded from:") {
        let alias = first_address(alias.trim());
        let same = |a: &String| entry.recipient.address.as_deref().is_some_and(|b| address::same(a, b));
        entry.recipient.original_address = alias.filter(|a| !same(a));
    }
}

/// Takes the transcript apart.
fn transcript(text: &str) -> Vec<Answer<'_>> {
    let mut answers: Vec<Answer<'_>> = Vec::new();
    let mut host: Option<String> = None;
    let mut command = "";
    let mut open = false;
    for line in text::lines(text).skip(1) {
        let trimmed = line.trim();
        if trimmed.starts_with("--") {
            break;
        }
        if trimmed.is_empty() {
            continue;
        }
        if let Some(with) = text::find(trimmed, "hile talking to ").and_then(|at| trimmed.get(at + 16..)) {
            host = host::last_host(with.split_whitespace().next().unwrap_or(""));
            command = "";
            open = false;
        } else if let Some(sent) = trimmed.strip_prefix(">>>") {
            command = sent.trim();
            open = false;
        } else if let Some(got) = trimmed.strip_prefix("<<<") {
            let got = got.trim();
            match answers.last_mut() {
                Some(last) if open => last.lines.push(got),
                _ => answers.push(Answer { host: host.clone(), command, lines: vec![got], own: Vec::new() }),
            }
            open = got.as_bytes().get(3) == Some(&b'-');
        } else {
            open = false;
            let about = own_host(trimmed);
            match answers.last_mut() {
                Some(last) if about.is_none() || about == last.host.as_deref() => last.own.push(trimmed),
                _ => answers.push(Answer { host: about.map(str::to_string), own: vec![trimmed], ..Answer::default() }),
            }
        }
        if answers.len() > 2000 {
            break;
        }
    }
    answers
}

/// Recipients that only the transcript names (5.x and other old ones).
fn from_transcript(answers: &[Answer<'_>]) -> Vec<Listed> {
    let mut found: Vec<Listed> = Vec::new();
    let mut add = |name: &str| {
        if let Some(name) = first_address(name)
            && !found.iter().any(|e| e.recipient.address.as_deref().is_some_and(|a| address::same(a, &name)))
            && found.len() < 500
        {
            found.push(Listed { recipient: Recipient::new(name), reason: String::new() });
        }
    };
    for answer in answers {
        for line in &answer.own {
            if let Some(subject) = own_subject(line) {
                add(subject);
            }
        }
        if answer.is_refusal() && is_rcpt(answer.command) {
            let (_, name) = answer.command.split_once(':').unwrap_or(("", answer.command));
            add(name.trim());
        }
    }
    if found.is_empty() && !answers.is_empty() {
        // V5 names only the host; the returned message names the recipient.
        found.push(Listed { recipient: Recipient::default(), reason: String::new() });
    }
    found
}

/// The host whose daemon wrote it, from the Received field that it set itself: `from localhost (localhost) by
/// smtp.example.org (8.x)`, or in V5 `by smtp.example.org; (5.65/1.37)`.
fn generator(mail: &Mail) -> Option<String> {
    let first = mail.headers_named("Received").next_back()?;
    let local = first.starts_with("by ") || first.starts_with("from localhost (localhost) by ");
    let (_, by) = first.split_once("by ").filter(|_| local)?;
    let host = by.split([' ', ';']).next()?;
    host::is_host(host).then(|| host.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::read_by;

    fn report(text: &str) -> Report {
        read_by(&READER, &Mail { text: text.into(), ..Mail::default() }).unwrap()
    }

    #[test]
    fn pipelined_answers_go_to_their_recipients() {
        let r = report(
            "The original message was received at Mon, 1 Jan 2024 10:00:00 GMT\nfrom localhost\n\n\
             \x20  ----- The following addresses had permanent fatal errors -----\n\
             <a@example.com>\n    (reason: 550 5.1.1 <a@example.com>: no such user)\n\
             <b@example.com>\n    (reason: 552-5.2.2 over quota)\n    (expanded from: <list@example.org>)\n\n\
             \x20  ----- Transcript of session follows -----\n\
             ... while talking to mx.example.com.:\n>>> DATA\n\
             <<< 550 5.1.1 <a@example.com>: no such user\n550 5.1.1 <a@example.com>... User unknown\n\
             <<< 552-5.2.2 over quota\n<<< 552 5.2.2 see https://example.com\n554 5.0.0 Service unavailable\n\
             <<< 503 5.5.1 Error: need RCPT command\n",
        );
        let got: Vec<_> = r
            .recipients
            .iter()
            .map(|r| (r.address.as_deref().unwrap(), r.statements[0].text.as_str(), r.remote.as_deref().unwrap()))
            .collect();
        assert_eq!(
            got,
            [
                ("a@example.com", "550 5.1.1 <a@example.com>: no such user", "mx.example.com"),
                ("b@example.com", "552-5.2.2 over quota 552 5.2.2 see https://example.com", "mx.example.com"),
            ]
        );
        assert_eq!(r.recipients[0].stage, Some(Stage::Rcpt));
        assert_eq!(r.recipients[1].original_address.as_deref(), Some("list@example.org"));
    }

    #[test]
    fn greeting_deferral_and_local_failures() {
        let r = report(
            "   ----- The following addresses had permanent fatal errors -----\n<a@example.com>\n    (reason: 221 2.0.0 Bye)\n\n\
             \x20  ----- Transcript of session follows -----\n... while talking to mx.example.com.:\n\
             <<< 421 4.7.0 mx.example.com too many connections\n\
             <a@example.com>... Deferred: 421 4.7.0 mx.example.com too many connections\n\
             Message could not be delivered for 5 days\nMessage will be deleted from queue\n",
        );
        assert_eq!(r.recipients[0].statements[0].text, "421 4.7.0 mx.example.com too many connections");
        assert_eq!(r.recipients[0].stage, Some(Stage::Connect));
        let r = report(
            "   ----- Transcript of session follows -----\n550 <nobody@example.org>... User unknown\n\
             <x@example.com>... Deferred: Connection refused by mx.example.com.\n",
        );
        assert_eq!(r.recipients[0].address.as_deref(), Some("nobody@example.org"));
        assert_eq!(r.recipients[0].statements[0].text, "550 <nobody@example.org>... User unknown");
        assert_eq!(r.recipients[1].remote.as_deref(), Some("mx.example.com"));
    }

    #[test]
    fn warnings_and_successes() {
        let r = report(
            "   ----- The following addresses had transient non-fatal errors -----\n<a@example.com>\n\n\
             \x20  ----- The following addresses had successful delivery notifications -----\n\
             <b@example.com>  (relayed to non-DSN-aware mailer)\n\n   ----- Transcript of session follows -----\n\
             <a@example.com>... Deferred: Connection timed out with mx.example.com.\n\
             Warning: message still undelivered after 4 hours\n<b@example.com>... relayed; expect no further notifications\n",
        );
        let got: Vec<_> = r.recipients.iter().map(|r| r.action).collect();
        assert_eq!(got, [Some(Action::Delayed), Some(Action::Relayed)]);
        assert_eq!(r.recipients[0].remote.as_deref(), Some("mx.example.com"));
    }
}
