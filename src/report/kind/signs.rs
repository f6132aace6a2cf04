//! What the outside of a message says of its kind.
//!
//! Header fields and MIME types that standards define (RFC 3464, RFC 3834, RFC 5965, RFC 8098), who sent it and how, the
//! subject. A subject alone proves nothing: people write to each other about failures too. [`super::decide`] asks.

use std::borrow::Cow;

use super::words;
use crate::mail::message::Mail;
use crate::names::code;
use crate::names::daemon;
use crate::names::terms::Kind;
use crate::text::join_lines;

/// How much of a text is looked at for words; reports say what they are at the beginning.
const LOOKED_AT: usize = 4000;

/// The beginning of a text as far as reports say what they are, for a list to be looked for.
pub(super) fn beginning(text: &str) -> Cow<'_, str> {
    prefix(text, LOOKED_AT)
}

/// At most `length` bytes of a text, for a list to be looked for: lists are in lower case, and the case of ASCII does
/// not count.
pub(super) fn prefix(text: &str, length: usize) -> Cow<'_, str> {
    let mut end = text.len().min(length);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text.get(..end).unwrap_or("");
    if start.is_ascii() { Cow::Borrowed(start) } else { Cow::Owned(start.to_lowercase()) }
}

fn any(text: &str, list: &[&str]) -> bool {
    list.iter().any(|w| text.contains(w))
}

/// What the header fields say, read once.
pub(super) struct Outside {
    pub(super) subject: String,
    /// The subject without "Re:" and the like, and without signs before the first letter.
    pub(super) bare: String,
    pub(super) from: String,
    pub(super) auto: String,
    /// A mail system signed as the sender.
    pub(super) daemon: bool,
    /// The null reverse path that reports must have (RFC 5321 section 4.5.5); automatic answers may.
    pub(super) null_path: bool,
    /// The message came through a list or a mass mailing.
    pub(super) bulk: bool,
    /// The subject is one that reports have.
    pub(super) about_failure: bool,
}

impl Outside {
    pub(super) fn of(mail: &Mail) -> Self {
        let subject = mail.subject().to_lowercase();
        let from = mail.from().to_lowercase();
        let daemon =
            daemon::signs_as_one(&from) || mail.header("From").is_some_and(|f| f.trim().is_empty() || f.contains("<>"));
        let null_path = mail
            .header("Return-Path")
            .is_some_and(|p| matches!(p.trim(), "<>" | "" | "<MAILER-DAEMON>" | "MAILER-DAEMON" | "<>\\"));
        let bulk = mail.header("List-Unsubscribe").is_some() || mail.header("List-Id").is_some();
        let about_failure = words::REPORT_SUBJECTS.any(&subject);
        let auto = mail.header("Auto-Submitted").unwrap_or("").trim().to_ascii_lowercase();
        // RFC 3834: "no" is what a person's mail says.
        let auto = if auto.starts_with("no") { String::new() } else { auto };
        let bare = without_prefixes(&subject).to_string();
        Self { subject, bare, from, auto, daemon, null_path, bulk, about_failure }
    }
}

/// A subject without the prefixes of answers.
fn without_prefixes(subject: &str) -> &str {
    let mut bare = subject;
    for _ in 0..4 {
        bare = bare.trim_start_matches(|c: char| !c.is_alphanumeric());
        match ["re:", "aw:", "sv:", "antw:", "odp:", "ynt:", "vs:", "r:"].iter().find_map(|p| bare.strip_prefix(p)) {
            Some(rest) => bare = rest,
            None => break,
        }
    }
    bare
}

/// Do words on one line say that a list does not take a posting?
pub(in crate::report) fn refuses_posting(words: &str) -> bool {
    words::LIST_REFUSALS.any(words)
}

/// Does the text say that a message could not be delivered, or hold the answer of a mail server?
pub(in crate::report) fn speaks_of_failure(mail: &Mail) -> bool {
    let text = if mail.text.trim().is_empty() { &mail.html_text } else { &mail.text };
    // Sentences wrap anywhere.
    words::FAILURE.any(&join_lines(&beginning(text)))
        || text.lines().take(200).any(|l| {
            let l = l.trim();
            l.len() > 8 && code::leading_reply(l).is_some_and(|r| r >= 400) && code::reply_at(l, 0).is_some()
        })
}

/// A report of the feedback format (RFC 5965). An authentication failure (RFC 6591) is what DMARC asks
/// receivers to send about forged mail: nobody complained, and the mail may never have been one's own.
pub(super) fn feedback(mail: &Mail) -> Option<Kind> {
    let report = match (&mail.feedback_report, mail.report_type.as_str()) {
        (Some(report), _) => report.as_str(),
        (None, "feedback-report") => "",
        _ => return None,
    };
    let kind = crate::mail::headers::field(report, "Feedback-Type")
        .map(|value| value.to_ascii_lowercase())
        .unwrap_or_default();
    Some(if kind.starts_with("auth-failure") || kind.starts_with("dmarc") { Kind::NotABounce } else { Kind::Feedback })
}

/// A filter of the recipient's that refuses mail after it was accepted says so in the format of a receipt:
/// deleted by a program (RFC 5429 section 2.2.2, Sieve's `reject`).
pub(super) fn is_refusal(mail: &Mail) -> bool {
    let done = mail.disposition.as_deref().unwrap_or("").to_ascii_lowercase();
    done.contains("automatic-action") && done.contains("deleted") && {
        let start = beginning(&mail.text).to_lowercase();
        start.contains("reject") || start.contains("refus") || words::FAILURE.any(&start)
    }
}

/// An aggregate report: RFC 7489 section 7.2.1.1 lays its subject down, RFC 8460 the one about TLS.
pub(super) fn is_dmarc_report(outside: &Outside) -> bool {
    outside.subject.contains("report domain:") && outside.subject.contains("submitter:")
        || outside.subject.contains("report-id:") && outside.subject.contains("dmarc")
}

/// Postfix shows its postmaster a dialogue that went wrong (`notify_classes`: policy, protocol, software, resource). It
/// names no recipient that failed, and nobody's mail came back: senders get their own report.
pub(super) fn is_session_notice(outside: &Outside) -> bool {
    outside.daemon && words::SESSION_NOTICES.any(&outside.subject)
}

/// A list keeps a posting until somebody has looked at it: it may still be published.
pub(super) fn is_moderation(outside: &Outside) -> bool {
    words::MODERATION.any(&outside.subject)
}

/// Complaints that providers and users send without the feedback format.
pub(super) fn is_complaint(mail: &Mail, outside: &Outside) -> bool {
    const FIELDS: &[&str] =
        &["X-XARF", "X-ARF", "X-Apple-Unsubscribe", "X-SpamCop-sourceip", "X-HmXmrOriginalRecipient"];
    if FIELDS.iter().any(|f| mail.header(f).is_some()) {
        return true;
    }
    // Hotmail's junk mail reporting adds its field to the returned message, and says nothing else.
    let marked = mail.returned.as_deref().is_some_and(|r| r.starts_with("X-HmXmr") || r.contains("\nX-HmXmr"));
    marked && mail.text.trim().is_empty()
        || words::COMPLAINT_SUBJECTS.any(&outside.bare)
        || words::COMPLAINT_SENDERS.any(&outside.from)
}

/// An automatic answer: RFC 3834 and the fields and subjects that came before it.
pub(super) fn is_answer(mail: &Mail, outside: &Outside) -> bool {
    const FIELDS: &[&str] = &[
        "X-Autoreply",
        "X-Autoreply-From",
        "X-Autorespond",
        "X-Autoresponder",
        "X-AutoReply-From",
        "X-Auto-Reply",
        "X-Auto-Response-From",
        "X-Autogenerated",
        "X-Mail-Autoreply",
        "X-Away",
        "X-FC-MachineGenerated-Vacation",
        "X-Boxtrapper",
        "X-TMDA-Confirm",
        "X-Apple-Action",
        "X-Opt-Autoresponder",
    ];
    if outside.daemon && outside.about_failure {
        return false;
    }
    let field = FIELDS.iter().any(|f| mail.header(f).is_some())
        || mail.header("Precedence").is_some_and(|p| {
            let p = p.to_ascii_lowercase();
            p.contains("auto_reply") || p.contains("auto-reply") || p.contains("autoreply")
        })
        || mail.header("X-Delivery-Agent").is_some_and(|a| a.starts_with("TMDA"))
        || mail.header("X-Auto-Response-Suppress").is_some()
            && outside.auto.starts_with("auto-replied")
            && !outside.daemon;
    let subject = words::AUTO_SUBJECTS.iter().any(|s| outside.bare.starts_with(s))
        || words::CHALLENGE_SUBJECTS.any(&outside.subject)
        || words::CHALLENGE_SENDERS.any(&outside.from);
    if field || subject {
        return !outside.about_failure || subject && !speaks_of_failure(mail);
    }
    // A help desk's receipt says only in its subject and words what it is.
    let automatic = !outside.auto.is_empty() || mail.header("X-Auto-Response-Suppress").is_some() || outside.null_path;
    // Robots also send what nobody wrote to them about: they answer when they refer to something.
    let refers = mail.header("In-Reply-To").is_some() || words::TICKET_MARKS.any(&outside.subject);
    let robot = refers && !outside.bulk && words::ROBOTS.any(&outside.from);
    (automatic || robot) && !outside.daemon && {
        let start = beginning(&mail.text);
        let fails = words::FAILURE.any(&start);
        let absent = automatic && words::ABSENCE_WORDS.any(&start);
        let ticket = words::TICKET_SUBJECTS.any(&outside.subject) && words::TICKET_WORDS.any(&start);
        words::CHALLENGE_WORDS.any(&start) || !fails && (ticket || absent && !outside.about_failure)
    }
}

/// A receipt without the format of one, or a scanner's message to somebody who did not send the virus.
pub(super) fn is_receipt_or_virus_notice(mail: &Mail, outside: &Outside) -> bool {
    if words::RECEIPT_SUBJECTS.iter().any(|s| outside.bare.starts_with(s)) && !speaks_of_failure(mail) {
        return true;
    }
    any(&outside.subject, &["virus", "malware", "quarantine"]) && {
        let start = beginning(&mail.text);
        words::TO_THIRD_PARTIES.any(&start) && !words::TO_SENDER.any(&start)
    }
}

/// Do these lines begin with the head of a message that somebody forwards: a line of a mail program that says so, or two
/// or more fields of a mail's head?
pub(super) fn starts_forward(lines: &[&str]) -> bool {
    let Some(first) = lines.first().map(|l| l.trim().to_lowercase()) else { return false };
    let ruled = first.starts_with("---") && first.ends_with("---");
    if (ruled || first.ends_with(':')) && words::FORWARDED.any(&first) {
        return true;
    }
    let is_field = |line: &&str| {
        let line = line.trim().trim_start_matches('*');
        line.split_once(':').is_some_and(|(name, value)| {
            let name = name.trim_matches([' ', '\u{a0}', '*']).to_lowercase();
            !value.trim().is_empty() && words::FORWARDED_FIELDS.contains(&name.as_str())
        })
    };
    is_field(&lines[0]) && lines.iter().take(6).filter(|l| is_field(l)).count() > 2
}
