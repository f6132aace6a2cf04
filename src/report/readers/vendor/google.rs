//! Gmail, Google Workspace and Google Groups.
//!
//! Two layouts. The old one ("Delivery to the following recipient failed permanently", an indented address,
//! "Technical details of permanent failure:") was written in English. The new one (`** Address not found **`, a
//! sentence, a link, "The response was:") is translated into the sender's language, but its order never changes:
//! what the other server said is the last paragraph, announced by a line that ends in a colon. Groups write a
//! letter in the sender's language and quote nobody.

use crate::mail::message::Mail;
use crate::names::code;
use crate::names::daemon;
use crate::names::terms::{Kind, Stage};
use crate::names::{address, host};
use crate::report::general;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};
use crate::text;

/// Reads Google's reports.
pub(super) static READER: Reader = Reader { name: "Google", marks: &[TRIED], recognises, read };

/// Announcements of the response in English, the most telling first.
const ANNOUNCED: &[&str] = &[
    "The error that the other server returned was:",
    "The response from the remote server was:",
    "The response was:",
    "The error was:",
    "The reason for the failure was:",
    "Technical details of permanent failure:",
    "Technical details of temporary failure:",
];

/// How the older reports begin.
const TRIED: &str = "Google tried to deliver your message";

fn recognises(mail: &Mail, marks: &Marks) -> bool {
    let from = mail.from();
    text::contains(from, "mailer-daemon@google")
        || text::contains(from, "mailer-daemon@gmail")
        || mail.header("Message-ID").is_some_and(|id| text::contains(id, ".GMR") && id.contains("google.com"))
        || mail.pasted && is_new_layout(&mail.text)
        || (mail.pasted || mail.delivery_status.is_empty()) && marks.says(TRIED)
}

/// `** Title **` at the top and a page of Google's help below.
fn is_new_layout(text: &str) -> bool {
    text.trim_start().starts_with("** ") && text.contains("support.google.com/")
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let text = if mail.text.trim().is_empty() { &mail.html_text } else { &mail.text };
    let mut report = Report { kind: kind(mail), ..Report::default() };
    // The trace shows relays with names of the day; the daemon's domain is what Google signs with.
    report.generating_server =
        address::find(mail.from()).map(|(_, _, a)| a).filter(|a| daemon::is_daemon(a)).and_then(address::domain);
    let mut addresses: Vec<String> =
        mail.headers_named("X-Failed-Recipients").flat_map(|v| v.split(',')).filter_map(address::clean).collect();
    if addresses.is_empty() {
        addresses = listed(mail, text);
    }
    let response = response(text);
    for address in addresses {
        let mut recipient = Recipient::new(address);
        match &response {
            Some(words) => take_response(words, text, &mut recipient),
            None => {
                recipient.local = mail.delivery_status.is_empty();
                recipient.say(Place::Explanation, general::explanation(text));
            }
        }
        report.recipients.push(recipient);
    }
    Some(report)
}

fn kind(mail: &Mail) -> Option<Kind> {
    let subject = mail.subject();
    [("(Delay)", Kind::Delayed), ("(Failure)", Kind::Failed), ("(Success)", Kind::Delivered)]
        .into_iter()
        .find_map(|(sign, kind)| subject.contains(sign).then_some(kind))
        .filter(|_| mail.delivery_status.is_empty())
}

/// The addresses of the report: indented on lines of their own (old), or the first in the sentence (new).
fn listed(mail: &Mail, text: &str) -> Vec<String> {
    let strangers = general::Strangers::of(mail);
    let mut found: Vec<String> = text
        .lines()
        .filter(|l| l.starts_with(' ') && address::is_address(l.trim()))
        .map(|l| l.trim().to_string())
        .take(200)
        .collect();
    if found.is_empty() {
        let own = |a: &&str| !strangers.has(a);
        found.extend(address::all(text).map(|(_, _, a)| a).find(own).map(str::to_string));
    }
    found.dedup();
    found
}

/// What the report quotes: behind the announcement in English, else behind the last line that ends in a colon.
fn response(text: &str) -> Option<String> {
    for mark in ANNOUNCED {
        if let Some(at) = text.find(mark) {
            let words = paragraph(text.get(at + mark.len()..)?);
            if !words.is_empty() {
                return Some(words);
            }
        }
    }
    if !text.contains("support.google.com/") && !text.contains("** ") {
        return None;
    }
    let mut offset = 0;
    let mut last = None;
    for line in text.split_inclusive('\n') {
        offset += line.len();
        let bare = line.trim();
        if bare.ends_with([':', '\u{ff1a}']) && !bare.contains("://") && bare.len() < 200 {
            last = Some(offset);
        }
    }
    last.map(|at| paragraph(text.get(at..).unwrap_or(""))).filter(|w| is_quoted(w))
}

/// Does it look like a server's words rather than like more of the letter?
fn is_quoted(words: &str) -> bool {
    code::leading_reply(words).is_some()
        || code::find_status(words).is_some()
        || words.starts_with("DNS Error")
        || words.contains("support.google.com/mail/")
        || words.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// The first paragraph, and the next ones where the first continues in them, up to a line of dashes.
fn paragraph(text: &str) -> String {
    let mut out = String::new();
    for line in text.trim_start().lines() {
        if line.trim().is_empty() || line.trim_start().starts_with("-----") {
            break;
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(line.trim());
    }
    out
}

fn take_response(words: &str, text: &str, recipient: &mut Recipient) {
    recipient.say(Place::Quoted, words);
    recipient.remote = rejecting_host(text).or_else(|| unreached_host(words));
    // The first years named the other server nowhere.
    recipient.elsewhere |= recipient.remote.is_none() && text.contains("the other server returned was");
    if recipient.remote.is_some() && code::leading_reply(words).is_none() {
        recipient.stage = Some(Stage::Connect);
    }
    recipient.stage = recipient.stage.or_else(|| smtp_state(words));
}

/// "it was rejected by the server for the recipient domain example.jp by mx.example.jp. [192.0.2.1]."
fn rejecting_host(text: &str) -> Option<String> {
    let at = text::find(text, "server for the recipient domain ")?;
    let clause: String = text.get(at..)?.split("\n\n").next()?.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, behind) = clause.split_once(" by ")?;
    let host = behind.split(' ').next()?.trim_end_matches('.');
    host::is_host(host).then(|| host.to_string())
}

/// `[(0) mx.example.com. [192.0.2.1]:25: socket error]`, `[mx.example.com 192.0.2.1: timed out]`.
fn unreached_host(words: &str) -> Option<String> {
    words.lines().filter_map(|l| l.trim().strip_prefix('[')).find_map(|line| {
        line.split_whitespace()
            .take(3)
            .map(|w| w.trim_end_matches(['.', ':']))
            .find_map(|w| (host::is_host(w) && host::parse_ip(w).is_none()).then(|| w.to_string()))
    })
}

/// "(state 14)": where Google's client stood in the dialogue.
fn smtp_state(words: &str) -> Option<Stage> {
    let at = words.rfind("(state ")?;
    let number: String = words.get(at + 7..)?.chars().take_while(char::is_ascii_digit).collect();
    match number.as_str() {
        "9" | "1" | "2" | "8" => Some(Stage::Connect),
        "6" | "3" | "4" => Some(Stage::Helo),
        "12" | "13" => Some(Stage::Mail),
        "14" | "15" => Some(Stage::Rcpt),
        "16" | "17" => Some(Stage::Data),
        "18" => Some(Stage::Eod),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message;
    use crate::report::readers::{marks_of, read_by};

    fn report(head: &str, body: &str) -> Report {
        let raw = format!(
            "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nTo: me@gmail.example\n{head}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}"
        );
        let mail = message::parse(raw.as_bytes());
        assert!(recognises(&mail, &marks_of(&mail)));
        read_by(&READER, &mail).unwrap()
    }

    #[test]
    fn old_layout_with_a_host() {
        let r = report(
            "Subject: Delivery Status Notification (Failure)",
            "Delivery to the following recipient failed permanently:\n\n     a@example.com\n\nTechnical details of permanent failure: \nGoogle tried to deliver your message, but it was rejected by the server for the recipient domain example.com by mx.example.com. [192.0.2.1].\n\nThe error that the other server returned was:\n550 5.1.1 <a@example.com>... User Unknown\n\n----- Original message -----\n\n",
        );
        let a = &r.recipients[0];
        assert_eq!(a.address.as_deref(), Some("a@example.com"));
        assert_eq!(a.remote.as_deref(), Some("mx.example.com"));
        assert_eq!(a.statements[0].text, "550 5.1.1 <a@example.com>... User Unknown");
        assert_eq!(r.kind, Some(Kind::Failed));
    }

    #[test]
    fn old_layout_inline_and_unreachable() {
        let r = report(
            "Subject: Delivery Status Notification (Delay)",
            "Delivery to the following recipient has been delayed:\n\n     a@example.com\n\nTechnical details of temporary failure: \nGoogle tried to deliver your message, but it was rejected by the recipient domain. The error that the other server returned was: 450 450 4.2.2 full (state 14).\n",
        );
        assert_eq!(r.recipients[0].statements[0].text, "450 450 4.2.2 full (state 14).");
        assert_eq!(r.recipients[0].stage, Some(Stage::Rcpt));
        assert_eq!(r.kind, Some(Kind::Delayed));
        let r = report(
            "Subject: Delivery Status Notification (Failure)",
            "Delivery to the following recipient failed permanently:\n\n     a@example.com\n\nTechnical details of permanent failure: \nThe recipient server did not accept our requests to connect.\n[(0) mx.example.com. [192.0.2.1]:25: socket error]\n",
        );
        assert_eq!(r.recipients[0].remote.as_deref(), Some("mx.example.com"));
        assert_eq!(r.recipients[0].stage, Some(Stage::Connect));
    }

    #[test]
    fn new_layout_in_any_language() {
        let r = report(
            "Subject: Delivery Status Notification (Failure)\nX-Failed-Recipients: a@example.com\nIn-Reply-To: <1@mail.example>",
            "\n** Adresse nicht gefunden **\n\nIhre Nachricht wurde nicht an a@example.com zugestellt.\n\nWeitere Informationen: https://support.google.com/mail/?p=NoSuchUser\n\nDie Antwort lautete:\n\n550 5.1.1 gone - gsmtp\n",
        );
        assert_eq!(r.recipients[0].statements[0].text, "550 5.1.1 gone - gsmtp");
    }

    #[test]
    fn groups_quote_nobody() {
        let r = report(
            "Subject: Delivery Status Notification (Failure)\nX-Failed-Recipients: list@groups.example",
            "Hallo,\n\nGründe:\n\n * nicht gefunden\n\nviele Grüße\n",
        );
        assert_eq!(r.recipients.len(), 1);
        assert!(r.recipients[0].local);
    }
}
