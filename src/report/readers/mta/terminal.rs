//! A dialogue with a mail server, copied from a terminal: swaks (`<-  250`, `<** 550`, ` -> RCPT TO`), curl (`< 550`,
//! `> RCPT TO`), telnet, nc and openssl (replies and commands on lines of their own).
//!
//! What refused is the answer that counts; the farewell behind it is not.

use crate::mail::message::Mail;
use crate::names::code;
use crate::names::stage;
use crate::names::terms::{Action, Kind, Stage};
use crate::names::{address, host};
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};

/// The reader.
pub(super) static READER: Reader = Reader { name: "", marks: &[TRYING], recognises, read };

/// How swaks begins.
const TRYING: &str = "=== Trying ";

/// How many lines are looked at.
const MAX_LINES: usize = 2000;

fn recognises(mail: &Mail, marks: &Marks) -> bool {
    let text = &mail.text;
    text.len() < 100_000 && marks.says(TRYING)
        || mail.pasted && text.len() < 100_000 && {
            let mut sent = text.lines().take(MAX_LINES).filter_map(|l| match line_of(l) {
                Line::Sent(command) => Some(command),
                _ => None,
            });
            let named = sent.any(|c| stage(c).is_some_and(|s| s == Stage::Mail || s == Stage::Rcpt));
            named && text.lines().take(MAX_LINES).any(|l| matches!(line_of(l), Line::Got(g) if g.starts_with("220")))
        }
}

/// What a line of the terminal is.
enum Line<'a> {
    Got(&'a str),
    Sent(&'a str),
    Other(&'a str),
}

fn line_of(line: &str) -> Line<'_> {
    let line = line.trim();
    for mark in ["<**", "<~*", "<-", "<~", "<"] {
        if let Some(got) = line.strip_prefix(mark)
            && is_reply(got.trim_start())
        {
            return Line::Got(got.trim_start());
        }
    }
    for mark in ["->", "~>", "**>", "*>", ">"] {
        if let Some(sent) = line.strip_prefix(mark) {
            return Line::Sent(sent.trim());
        }
    }
    if is_reply(line) {
        Line::Got(line)
    } else if stage(line).is_some() {
        Line::Sent(line)
    } else {
        Line::Other(line)
    }
}

/// `250-`, `250 ` or `250` alone.
fn is_reply(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes.len() >= 3
        && matches!(bytes[0], b'2'..=b'5')
        && bytes[1..3].iter().all(u8::is_ascii_digit)
        && matches!(bytes.get(3), None | Some(b' ' | b'-'))
}

/// Which command a line is.
fn stage(line: &str) -> Option<Stage> {
    let starts = |word: &str| line.get(..word.len()).is_some_and(|l| l.eq_ignore_ascii_case(word));
    [
        ("MAIL FROM:", Stage::Mail),
        ("RCPT TO:", Stage::Rcpt),
        ("EHLO ", Stage::Helo),
        ("HELO ", Stage::Helo),
        ("LHLO ", Stage::Helo),
        ("AUTH ", Stage::Auth),
        ("STARTTLS", Stage::Auth),
        ("BDAT ", Stage::Eod),
    ]
    .into_iter()
    .find_map(|(word, stage)| starts(word).then_some(stage))
    .or_else(|| line.eq_ignore_ascii_case("DATA").then_some(Stage::Data))
    .or_else(|| (line == ".").then_some(Stage::Eod))
}

/// The host in "=== Connected to mx.example.com.", "Trying 192.0.2.1...", "* Connected to mx.example.com (192.0.2.1) port 25".
fn host_in(line: &str) -> Option<String> {
    let at = ["Connected to ", "connected to ", "Trying ", "Connecting to "]
        .iter()
        .find_map(|m| Some(line.find(m)? + m.len()))?;
    let word = line.get(at..)?.split_whitespace().next()?.trim_end_matches("...").trim_end_matches([',', '.']);
    host::last_host(word).or_else(|| host::is_host(word).then(|| word.to_string()))
}

#[derive(Default)]
struct Refusal {
    command: String,
    stage: Option<Stage>,
    text: String,
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let mut host: Option<String> = None;
    let mut command = "";
    let mut answer: Vec<&str> = Vec::new();
    let mut refused: Vec<Refusal> = Vec::new();
    let mut rcpt: Vec<&str> = Vec::new();
    let mut trouble = "";
    for line in mail.text.lines().take(MAX_LINES) {
        match line_of(line) {
            Line::Got(got) => {
                let first = answer.is_empty();
                answer.push(got);
                if first && command.is_empty() {
                    let name = got.get(4..).and_then(|g| g.split_whitespace().next()).filter(|n| host::is_host(n));
                    let bare = host.as_deref().is_none_or(|h| host::parse_ip(h).is_some());
                    host = name.filter(|_| bare).map(str::to_string).or(host);
                }
                if got.as_bytes().get(3) == Some(&b'-') {
                    continue;
                }
                let text = answer.join(" ");
                answer.clear();
                if code::leading_reply(&text).is_some_and(|r| r >= 400) && refused.len() < 200 {
                    let stage = if command.is_empty() {
                        Some(Stage::Connect)
                    } else {
                        stage(command).or_else(|| stage::stage_in(command))
                    };
                    refused.push(Refusal { command: command.to_string(), stage, text });
                }
            }
            Line::Sent(sent) => {
                // The message itself goes by between DATA and the dot.
                if stage(sent).is_some() || sent.eq_ignore_ascii_case("QUIT") || sent.eq_ignore_ascii_case("RSET") {
                    command = sent;
                    answer.clear();
                }
                if stage(sent) == Some(Stage::Rcpt)
                    && let Some((_, _, found)) = address::find(sent)
                {
                    rcpt.push(found);
                }
            }
            Line::Other(other) => {
                host = host.or_else(|| host_in(other));
                if other.starts_with("***") || other.contains("refused") || other.contains("timed out") {
                    trouble = other;
                }
            }
        }
    }
    // A refusal behind one of a recipient ("no valid recipients") or of the farewell is only its echo.
    refused.retain(|r| !r.command.eq_ignore_ascii_case("QUIT"));
    let mut recipients: Vec<Recipient> = Vec::new();
    for refusal in refused.iter().filter(|r| r.stage == Some(Stage::Rcpt)) {
        let who = address::find(&refusal.command).map(|(_, _, a)| a.to_string());
        recipients.push(recipient(who, refusal, host.as_deref()));
    }
    if recipients.is_empty() {
        let Some(refusal) = refused.last() else {
            if trouble.is_empty() {
                return None;
            }
            let refusal = Refusal {
                text: trouble.trim_start_matches(['*', ' ']).to_string(),
                stage: Some(Stage::Connect),
                ..Refusal::default()
            };
            return Some(report(vec![recipient(None, &refusal, host.as_deref())]));
        };
        let known: Vec<Option<String>> =
            if rcpt.is_empty() { vec![None] } else { rcpt.iter().map(|a| Some((*a).to_string())).collect() };
        recipients = known.into_iter().take(500).map(|who| recipient(who, refusal, host.as_deref())).collect();
    }
    Some(report(recipients))
}

fn report(recipients: Vec<Recipient>) -> Report {
    Report { kind: Some(Kind::Failed), recipients, ..Report::default() }
}

fn recipient(who: Option<String>, refusal: &Refusal, host: Option<&str>) -> Recipient {
    let mut recipient =
        Recipient { address: who, stage: refusal.stage, action: Some(Action::Failed), ..Recipient::default() };
    recipient.say(Place::Transcript, &refusal.text);
    recipient.remote = host.map(str::to_string);
    recipient
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::{marks_of, read_by};

    fn one(text: &str) -> Recipient {
        let mail = crate::mail::message::parse(text.as_bytes());
        assert!(mail.pasted && recognises(&mail, &marks_of(&mail)), "{text}");
        let report = read_by(&READER, &mail).unwrap();
        assert_eq!(report.recipients.len(), 1, "{text}");
        report.recipients[0].clone()
    }

    #[test]
    fn the_farewell_is_no_answer() {
        for text in [
            "=== Trying mx.example.com:25...\n=== Connected to mx.example.com.\n<-  220 mx.example.com ESMTP\n -> EHLO me.example.org\n<-  250-mx.example.com\n<-  250 8BITMIME\n -> MAIL FROM:<me@example.org>\n<-  250 2.1.0 Ok\n -> RCPT TO:<u@example.com>\n<** 550 5.7.1 no\n -> QUIT\n<-  221 2.0.0 Bye\n=== Connection closed with remote host.\n",
            "Trying 192.0.2.1...\nConnected to mx.example.com.\nEscape character is '^]'.\n220 mx.example.com ESMTP\nehlo me\n250-mx.example.com\n250 SIZE\nmail from:<me@example.org>\n250 ok\nrcpt to:<u@example.com>\n550 5.7.1 no\nquit\n221 2.0.0 Bye\n",
            "* Connected to mx.example.com (192.0.2.1) port 25 (#0)\n< 220 mx.example.com ESMTP\n> EHLO me.example.org\n< 250-mx.example.com\n< 250 SIZE\n> MAIL FROM:<me@example.org>\n< 250 Ok\n> RCPT TO:<u@example.com>\n< 550 5.7.1 no\n* RCPT failed: 550\n> QUIT\n< 221 2.0.0 Bye\n",
        ] {
            let r = one(text);
            assert_eq!(r.address.as_deref(), Some("u@example.com"), "{text}");
            assert_eq!(r.statements[0].text, "550 5.7.1 no");
            assert_eq!((r.remote.as_deref(), r.stage), (Some("mx.example.com"), Some(Stage::Rcpt)));
        }
    }

    #[test]
    fn refusals_of_the_whole_message() {
        let r = one(
            "220 mx.example.com ESMTP\nHELO me\n250 mx.example.com\nMAIL FROM:<me@example.org>\n250 ok\nRCPT TO:<u@example.com>\n250 ok\nDATA\n354 go\nSubject: 550 ways\n\nhi\n.\n554-5.7.1 spam\n554 5.7.1 really\nQUIT\n221 bye\n",
        );
        assert_eq!((r.address.as_deref(), r.stage), (Some("u@example.com"), Some(Stage::Eod)));
        assert_eq!(r.statements[0].text, "554-5.7.1 spam 554 5.7.1 really");
        let r = one(
            "=== Trying 192.0.2.1:25...\n=== Connected to 192.0.2.1.\n<** 554 mx.example.com no SMTP service here\n*** Remote host closed connection unexpectedly.\n",
        );
        assert_eq!((r.remote.as_deref(), r.stage), (Some("mx.example.com"), Some(Stage::Connect)));
    }
}
