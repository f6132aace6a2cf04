//! Reports that show a log of the whole session: MDaemon (`Mon 2024-01-01 10:00:00: --> RCPT To:<a@b>`), InterScan
//! (`Sent <<< RCPT TO:<a@b>`, `Received >>> 550 …`), and others that mark what was sent and what came back. Which way an
//! arrow points differs from one to the other; what stands behind it tells who speaks.

use super::first_address;
use crate::mail::message::Mail;
use crate::names::code;
use crate::names::stage;
use crate::names::terms::Stage;
use crate::names::{address, host};
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};

/// The reader.
pub(super) static READER: Reader = Reader { name: "MDaemon", marks: &[SESSION, TRANSCRIPT], recognises, read };

/// The reader of InterScan's.
pub(super) static INTERSCAN: Reader = Reader {
    name: "InterScan",
    marks: &[RECEIVED_RIGHT, RECEIVED_LEFT],
    recognises: |_, marks| marks.says(RECEIVED_RIGHT) || marks.says(RECEIVED_LEFT),
    read,
};

const RECEIVED_RIGHT: &str = "Received >>> ";
const RECEIVED_LEFT: &str = "Received <<< ";
const SESSION: &str = "Session Transcript";
const TRANSCRIPT: &str = "Transcript of session";

fn recognises(mail: &Mail, marks: &Marks) -> bool {
    marks.says(SESSION) || marks.says(TRANSCRIPT) && mail.says("<-- ")
}

/// Sentences before an address in the head of the report.
const LABELS: &[&str] = &[
    "failed address:",
    "failed recipient:",
    "recipient:",
    "failed addresses:",
    "to:",
    "unable to deliver message to ",
    "unable to deliver to ",
];

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let headed = mail.text.find("Session Transcript").or_else(|| mail.text.find("Transcript of session"));
    // Without a heading the log stands anywhere between the other lines.
    let (head, log) = match headed {
        Some(at) => (mail.text.get(..at)?, mail.text.get(at..)?.split_once('\n')?.1),
        None => (mail.text.as_str(), mail.text.as_str()),
    };
    let mut recipients: Vec<Recipient> = Vec::new();
    for line in head.lines() {
        let line = line.trim();
        if said(line).is_some() {
            continue;
        }
        let lower = line.to_ascii_lowercase();
        // "Message delayed to: a@example.com"
        let sentence = || lower.find(" to: ").filter(|_| !lower.starts_with("repl")).map(|at| at + 5);
        let label = LABELS.iter().find(|l| lower.starts_with(**l)).map(|l| l.len());
        let Some(end) = label.or_else(sentence) else { continue };
        let named = line.get(end..).and_then(first_address).filter(|a| address::is_address(a));
        recipients.extend(named.map(Recipient::new));
    }
    let mut session = Session::default();
    for line in log.lines() {
        let line = line.trim();
        if headed.is_some() && line.starts_with("---") {
            break;
        }
        session.take(line);
    }
    session.close();
    if recipients.is_empty() {
        let refused = session.refused.iter().filter_map(|r| r.recipient.clone());
        recipients = refused.map(Recipient::new).collect();
        // What was refused later was refused for all whom the server had taken.
        if session.refused.iter().any(|r| r.recipient.is_none()) || recipients.is_empty() {
            recipients.extend(session.accepted.iter().cloned().map(Recipient::new));
        }
        recipients.dedup_by(|a, b| a.address == b.address);
    }
    for r in &mut recipients {
        let mine = |x: &&Refusal| match (&x.recipient, &r.address) {
            (Some(x), Some(a)) => address::same(x, a),
            _ => false,
        };
        let chosen = session
            .refused
            .iter()
            .rev()
            .find(mine)
            .or_else(|| session.refused.iter().rev().find(|x| x.recipient.is_none()));
        if let Some(refusal) = chosen {
            r.say(Place::Transcript, &refusal.text);
            r.remote.clone_from(&refusal.host);
            r.elsewhere |= refusal.host.is_none();
            r.stage = refusal.stage;
        } else {
            r.say(Place::Quoted, &session.trouble);
            r.remote.clone_from(&session.host);
            r.stage = r.remote.as_ref().map(|_| Stage::Connect);
        }
    }
    (!recipients.is_empty()).then(|| Report { recipients, ..Report::default() })
}

/// What a line of the log shows of the dialogue: a command (true) or a line of an answer. The way the arrow points is
/// tried first, and "192.0.2.4:50123 --> 192.0.2.25:25" is neither.
fn said(line: &str) -> Option<(bool, &str)> {
    const ARROWS: &[(&str, bool)] = &[
        ("-->", true),
        ("<--", false),
        ("Sent <<<", true),
        ("Sent >>>", true),
        ("Received >>>", false),
        ("Received <<<", false),
    ];
    let (sent, words) =
        ARROWS.iter().find_map(|(arrow, sent)| line.split_once(arrow).map(|(_, w)| (*sent, w.trim())))?;
    let is_reply = code::reply_at(words, 0).is_some();
    let plausible = if sent { !is_reply && !words.starts_with(|c: char| c.is_ascii_digit()) } else { true };
    plausible.then_some((sent, words))
}

/// An answer that refused something.
struct Refusal {
    host: Option<String>,
    stage: Option<Stage>,
    recipient: Option<String>,
    text: String,
}

#[derive(Default)]
struct Session {
    host: Option<String>,
    command: String,
    answer: Vec<String>,
    refused: Vec<Refusal>,
    /// Recipients that the server took.
    accepted: Vec<String>,
    /// The last line in which the server itself tells of trouble.
    trouble: String,
}

impl Session {
    fn take(&mut self, line: &str) {
        match said(line) {
            Some((true, sent)) => {
                self.close();
                self.command = sent.to_string();
            }
            Some((false, got)) => self.answer.push(got.to_string()),
            None => {
                let text = line.split_once(": ").map_or(line, |(_, t)| t);
                // "[00000123] Attempting SMTP connection to 192.0.2.1:25"
                let text = text.strip_prefix('[').and_then(|t| t.split_once("] ")).map_or(text, |(_, t)| t);
                let text = text.trim_start_matches(['*', ' ']);
                let target = text.split_once("connection to ").or_else(|| text.split_once("Connected to "));
                if let Some((_, host)) = target {
                    self.close();
                    self.command.clear();
                    let word = host.split_whitespace().next().unwrap_or("").trim_matches(['[', ']']);
                    let word = word.rsplit_once(':').filter(|(h, _)| h.contains('.')).map_or(word, |(h, _)| h);
                    self.host = Some(word.to_string()).filter(|h| host::is_host(h)).or(self.host.take());
                }
                let lower = text.to_ascii_lowercase();
                if ["error", "failed", "timed out", "refused", "unable", "no such", "closed"]
                    .iter()
                    .any(|w| lower.contains(w))
                {
                    self.trouble = text.to_string();
                }
            }
        }
    }

    /// Looks at the answer to the last command.
    fn close(&mut self) {
        let answer = std::mem::take(&mut self.answer);
        let reply = answer.last().and_then(|l| code::leading_reply(l));
        // The greeting names the server, which so far was perhaps an IP.
        if self.command.is_empty()
            && let Some(name) = answer.first().and_then(|l| l.get(4..)).and_then(|l| l.split_whitespace().next())
            && name.matches('.').count() > 1
            && host::is_host(name)
        {
            self.host = Some(name.to_string());
        }
        let word = self.command.get(..4).unwrap_or("").to_ascii_uppercase();
        // Behind "354 go ahead" stands the answer to the message.
        let code = answer.last().and_then(|l| l.get(..3)).map(str::to_string);
        let sent = answer.iter().any(|l| l.starts_with("354"));
        let answer: Vec<String> = answer.into_iter().filter(|l| l.get(..3) == code.as_deref()).collect();
        let stage = match word.as_str() {
            "DATA" if sent => Some(Stage::Eod),
            "" => Some(Stage::Connect),
            "DATA" => Some(Stage::Data),
            "." => Some(Stage::Eod),
            _ => stage::stage_in(&self.command),
        };
        let recipient = (word == "RCPT").then(|| address::find(&self.command).map(|(_, _, a)| a.to_string())).flatten();
        if reply.is_none_or(|r| r < 400) || self.refused.len() > 500 {
            self.accepted.extend(recipient.filter(|_| self.accepted.len() < 500 && reply.is_some()));
            return;
        }
        self.refused.push(Refusal { host: self.host.clone(), stage, recipient, text: answer.join(" ") });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::read_by;

    #[test]
    fn the_answer_to_the_recipient_counts() {
        let t = " Mon 2024-01-01 10:00:00: ";
        let text = format!(
            "The attached message had PERMANENT fatal delivery errors.\n\nFailed address: a@example.com\n\n\
             --- Session Transcript ---\n{t}*  To: a@example.com\n{t}Attempting SMTP connection to [192.0.2.1:25]\n\
             {t}<-- 220 mx.example.com ESMTP\n{t}--> EHLO mail.example.org\n{t}<-- 250-mx.example.com\n{t}<-- 250 SIZE\n\
             {t}--> MAIL From:<me@example.org>\n{t}<-- 250 ok\n{t}--> RCPT To:<a@example.com>\n{t}<-- 550-5.1.1 no\n\
             {t}<-- 550 5.1.1 such user\n{t}--> QUIT\n--- End Transcript ---\n"
        );
        let r = read_by(&READER, &Mail { text, ..Mail::default() }).unwrap();
        let a = &r.recipients[0];
        assert_eq!(a.statements[0].text, "550-5.1.1 no 550 5.1.1 such user");
        assert_eq!((a.remote.as_deref(), a.stage), (Some("mx.example.com"), Some(Stage::Rcpt)));
    }
}
