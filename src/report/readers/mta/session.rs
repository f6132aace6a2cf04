//! Reports that show a log of the whole session: MDaemon (`Mon 2024-01-01 10:00:00: --> RCPT To:<a@b>`), and others
//! that mark what was sent by an arrow to the right and what came back by one to the left.

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

const SESSION: &str = "Session Transcript";
const TRANSCRIPT: &str = "Transcript of session";

fn recognises(mail: &Mail, marks: &Marks) -> bool {
    marks.says(SESSION) || marks.says(TRANSCRIPT) && mail.says("<-- ")
}

/// Sentences before an address in the head of the report.
const LABELS: &[&str] = &["failed address:", "failed recipient:", "recipient:", "failed addresses:", "to:"];

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let at = mail.text.find("Session Transcript").or_else(|| mail.text.find("Transcript of session"))?;
    let (head, log) = (mail.text.get(..at)?, mail.text.get(at..)?);
    let mut recipients: Vec<Recipient> = Vec::new();
    for line in head.lines() {
        let line = line.trim();
        let lower = line.to_ascii_lowercase();
        // "Message delayed to: a@example.com"
        let sentence = || lower.find(" to: ").filter(|_| !lower.starts_with("repl")).map(|at| at + 5);
        let label = LABELS.iter().find(|l| lower.starts_with(**l)).map(|l| l.len());
        let Some(end) = label.or_else(sentence) else { continue };
        let named = line.get(end..).and_then(first_address).filter(|a| address::is_address(a));
        recipients.extend(named.map(Recipient::new));
    }
    let mut session = Session::default();
    for line in log.lines().skip(1) {
        let line = line.trim();
        if line.starts_with("---") {
            break;
        }
        session.take(line);
    }
    session.close();
    if recipients.is_empty() {
        recipients = session.refused.iter().filter_map(|r| r.recipient.clone()).map(Recipient::new).collect();
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
            r.stage = refusal.stage;
        } else {
            r.say(Place::Quoted, &session.trouble);
            r.remote.clone_from(&session.host);
            r.stage = r.remote.as_ref().map(|_| Stage::Connect);
        }
    }
    (!recipients.is_empty()).then(|| Report { recipients, ..Report::default() })
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
    /// The last line in which the server itself tells of trouble.
    trouble: String,
}

impl Session {
    fn take(&mut self, line: &str) {
        // "Mon 2024-01-01 10:00:00.123: [12:3] --> EHLO": what the line says stands behind the time.
        let said =
            line.split_once("-->").map(|(_, s)| (true, s)).or_else(|| line.split_once("<--").map(|(_, s)| (false, s)));
        match said {
            Some((true, sent)) => {
                self.close();
                self.command = sent.trim().to_string();
            }
            Some((false, got)) => self.answer.push(got.trim().to_string()),
            None => {
                let text = line.split_once(": ").map_or(line, |(_, t)| t).trim_start_matches(['*', ' ']);
                if let Some((_, host)) = text.split_once("connection to ") {
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
        if reply.is_none_or(|r| r < 400) || self.refused.len() > 500 {
            return;
        }
        let word = self.command.get(..4).unwrap_or("").to_ascii_uppercase();
        let stage = match word.as_str() {
            "" => Some(Stage::Connect),
            "DATA" => Some(Stage::Data),
            _ => stage::stage_in(&self.command),
        };
        let recipient = (word == "RCPT").then(|| address::find(&self.command).map(|(_, _, a)| a.to_string())).flatten();
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
