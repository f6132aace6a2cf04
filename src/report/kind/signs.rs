//! Which kind of message it is (a report, an automatic reply, a complaint, none of these), from signs that need
//! little reading.
//!
//! The outside of a message is asked first: header fields and MIME types that standards define (RFC 3464,
//! RFC 3834, RFC 5965, RFC 8098), then who sent it and how, then the subject. A subject alone proves nothing:
//! people write to each other about failures too. The words themselves are in `kind_words.rs`.

use std::borrow::Cow;

use super::words;
use crate::mail::message::Mail;
use crate::names::code;
use crate::names::daemon;
use crate::names::terms::Kind;
use crate::text::join_lines;

/// Signs on the outside of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signs {
    /// It is certainly of this kind.
    Is(Kind),
    /// It looks like a report about a message.
    Report,
    /// Nothing speaks for a report except, perhaps, its words.
    None,
}

/// How much of a text is looked at for words; reports say what they are at the beginning.
const LOOKED_AT: usize = 4000;

/// The beginning of a text as far as reports say what they are, for a list to be looked for.
fn beginning(text: &str) -> Cow<'_, str> {
    prefix(text, LOOKED_AT)
}

/// At most `length` bytes of a text, for a list to be looked for: lists are in lower case, and the case of ASCII does
/// not count.
fn prefix(text: &str, length: usize) -> Cow<'_, str> {
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
struct Outside {
    subject: String,
    /// The subject without "Re:" and the like, and without signs before the first letter.
    bare: String,
    from: String,
    auto: String,
    /// A mail system signed as the sender.
    daemon: bool,
    /// The null reverse path that reports must have (RFC 5321 section 4.5.5); automatic answers may.
    null_path: bool,
    /// The message came through a list or a mass mailing.
    bulk: bool,
    /// The subject is one that reports have.
    about_failure: bool,
}

impl Outside {
    fn of(mail: &Mail) -> Self {
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

/// Reads the signs.
#[must_use]
pub(crate) fn signs(mail: &Mail) -> Signs {
    if let Some(kind) = feedback(mail) {
        return Signs::Is(kind);
    }
    if !mail.delivery_status.is_empty() {
        return Signs::Report;
    }
    // A read receipt (RFC 8098) tells that a message arrived and what became of it there: no failure of transport.
    if mail.disposition.is_some() || mail.report_type == "disposition-notification" || mail.report_type == "tlsrpt" {
        return if is_refusal(mail) { Signs::Report } else { Signs::Is(Kind::NotABounce) };
    }
    let outside = Outside::of(mail);
    if is_dmarc_report(&outside) || is_moderation(&outside) || is_session_notice(&outside) {
        return Signs::Is(Kind::NotABounce);
    }
    if is_complaint(mail, &outside) {
        return Signs::Is(Kind::Feedback);
    }
    if mail.header("X-Failed-Recipients").is_some() || mail.report_type == "delivery-status" {
        return Signs::Report;
    }
    // List software refuses postings under its own name, and marks that as an automatic answer. LISTSERV sets its
    // letters flush on both sides, with several blanks between words.
    if words::LIST_SOFTWARE.any(&outside.from) && refuses_posting(&join_lines(&beginning(&mail.text))) {
        return Signs::Report;
    }
    if is_answer(mail, &outside) {
        return Signs::Is(Kind::AutoReply);
    }
    if is_receipt_or_virus_notice(mail, &outside) {
        return Signs::Is(Kind::NotABounce);
    }
    // Lists and newsletters do not report failures, except when a mail system signs as the sender.
    if outside.bulk && !outside.daemon && !outside.null_path {
        return Signs::None;
    }
    let machine = outside.daemon || outside.null_path || !outside.auto.is_empty();
    // Programs of every kind send automatic mail about deliveries, of parcels too.
    let mail_system = outside.daemon || outside.null_path || mail.returned.is_some() || !mail.attached.is_empty();
    if outside.about_failure && machine && mail_system
        || outside.daemon && (outside.null_path || !outside.auto.is_empty())
    {
        return Signs::Report;
    }
    if machine && mail_system && speaks_of_failure(mail) {
        return Signs::Report;
    }
    if outside.auto.starts_with("auto-replied") && !outside.daemon {
        let report = outside.about_failure && speaks_of_failure(mail);
        return if report { Signs::Report } else { Signs::Is(Kind::AutoReply) };
    }
    Signs::None
}

/// Do the words of a mail without an outer sign make it worth reading as a report? Ordinary mail that talks
/// about a failure is none; a report that a person forwarded or an old system sent under a strange name is.
#[must_use]
pub(crate) fn words_make_a_report(mail: &Mail) -> bool {
    if mail.pasted {
        return true;
    }
    let subject = mail.subject().to_lowercase();
    let answers = subject.starts_with("re:") || subject.starts_with("aw:");
    // A newsletter about bounces has their words in its subject and in its text.
    let mailing = mail.header("List-Unsubscribe").is_some() && mail.delivery_status.is_empty();
    if !answers && !mailing && words::REPORT_SUBJECTS.any(&subject) && speaks_of_failure(mail) {
        return true;
    }
    words::MACHINE_OPENINGS.any(&prefix(mail.text.trim_start(), 600))
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
fn feedback(mail: &Mail) -> Option<Kind> {
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
fn is_refusal(mail: &Mail) -> bool {
    let done = mail.disposition.as_deref().unwrap_or("").to_ascii_lowercase();
    done.contains("automatic-action") && done.contains("deleted") && {
        let start = beginning(&mail.text).to_lowercase();
        start.contains("reject") || start.contains("refus") || words::FAILURE.any(&start)
    }
}

/// An aggregate report: RFC 7489 section 7.2.1.1 lays its subject down, RFC 8460 the one about TLS.
fn is_dmarc_report(outside: &Outside) -> bool {
    outside.subject.contains("report domain:") && outside.subject.contains("submitter:")
        || outside.subject.contains("report-id:") && outside.subject.contains("dmarc")
}

/// Postfix shows its postmaster a dialogue that went wrong (`notify_classes`: policy, protocol, software, resource). It
/// names no recipient that failed, and nobody's mail came back: senders get their own report.
fn is_session_notice(outside: &Outside) -> bool {
    outside.daemon && words::SESSION_NOTICES.any(&outside.subject)
}

/// A list keeps a posting until somebody has looked at it: it may still be published.
fn is_moderation(outside: &Outside) -> bool {
    words::MODERATION.any(&outside.subject)
}

/// Complaints that providers and users send without the feedback format.
fn is_complaint(mail: &Mail, outside: &Outside) -> bool {
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
fn is_answer(mail: &Mail, outside: &Outside) -> bool {
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
fn is_receipt_or_virus_notice(mail: &Mail, outside: &Outside) -> bool {
    if words::RECEIPT_SUBJECTS.iter().any(|s| outside.bare.starts_with(s)) && !speaks_of_failure(mail) {
        return true;
    }
    any(&outside.subject, &["virus", "malware", "quarantine"]) && {
        let start = beginning(&mail.text);
        words::TO_THIRD_PARTIES.any(&start) && !words::TO_SENDER.any(&start)
    }
}

/// The kind that the words of a report state; failure unless they say otherwise. Of what they promise and
/// what they have given up, the latter counts: "delayed … giving up" is a failure.
#[must_use]
pub(crate) fn of_words(mail: &Mail) -> Kind {
    let mut text = beginning(&mail.text);
    if text.trim().is_empty() {
        text = beginning(&mail.html_text);
    }
    let subject = mail.subject().to_lowercase();
    if words::GAVE_UP.any(&text) {
        return Kind::Failed;
    }
    if words::DELAY.any(&text) || words::DELAY_SUBJECTS.any(&subject) {
        return Kind::Delayed;
    }
    if words::SUCCESS_SUBJECTS.any(&subject) || words::ARRIVED.any(&text) && !words::FAILURE.any(&text) {
        return Kind::Delivered;
    }
    Kind::Failed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message;

    fn signs_of(head: &str, body: &str) -> Signs {
        signs(&message::parse(
            format!("{head}\nTo: me@example.org\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\n{body}\n").as_bytes(),
        ))
    }

    #[test]
    fn reports() {
        for (head, body) in [
            ("From: MAILER-DAEMON@example.com\nSubject: failure notice", "x"),
            ("Return-Path: <>\nFrom: no-reply@example.jp\nSubject: Mail", "Could not be delivered to: <a@example.jp>"),
            ("From: post_master@example.com\nSubject: Re:Test", "Error\n550 - no such user here\n"),
            (
                "From: \"System Administrator\" <x@example.com>\nSubject: Undeliverable: hello",
                "Your message\ndid not reach",
            ),
        ] {
            assert_eq!(signs_of(head, body), Signs::Report, "{head}");
        }
    }

    #[test]
    fn answers_of_people_and_machines() {
        for (head, body) in [
            ("From: a@example.com\nSubject: Out of Office: Re: delivery", "I am away"),
            ("From: a@example.com\nSubject: Re: x\nAuto-Submitted: auto-replied (vacation)", "hello"),
            ("From: a@example.com\nSubject: Abwesenheitsnotiz: Frage", "Ich bin nicht da"),
            ("From: a@example.com\nSubject: Your email requires verification verify#abc", "click"),
            ("From: a@example.com\nSubject: Please confirm your message\nX-Delivery-Agent: TMDA/1.0", "confirm"),
            (
                "From: help@example.com\nAuto-Submitted: auto-generated\nSubject: [Ticket #4711] Printer failed",
                "We have received your request.",
            ),
            ("Return-Path: <>\nFrom: a@example.com\nSubject: Hallo", "Ich bin bis 3.5. nicht im Büro."),
        ] {
            assert_eq!(signs_of(head, body), Signs::Is(Kind::AutoReply), "{head}");
        }
    }

    #[test]
    fn what_is_none() {
        for (head, body) in [
            ("From: a@example.com\nSubject: Re: bounces", "I got 550 5.1.1 yesterday"),
            ("From: ci@example.com\nSubject: Build failed: main", "3 tests failed"),
            (
                "From: news@example.com\nList-Unsubscribe: <mailto:x@example.com>\nSubject: Delivery failure rates 2024",
                "read",
            ),
            ("From: a@example.com\nSubject: parcel delivery failed", "we will try again tomorrow"),
            (
                "From: news@example.com\nList-Unsubscribe: <mailto:x@example.com>\nSubject: Why mail is undeliverable",
                "What to do when delivery failed.",
            ),
        ] {
            let s = signs_of(head, body);
            assert!(s == Signs::None || s == Signs::Is(Kind::NotABounce), "{head}: {s:?}");
        }
        for (head, body) in [
            ("From: a@example.com\nSubject: Report Domain: example.org Submitter: example.com Report-ID: 1", "x"),
            ("From: l-owner@example.com\nSubject: Your message to L awaits moderator approval", "x"),
            ("From: a@example.com\nSubject: Read: minutes", "Your message was read"),
            (
                "From: MAILER-DAEMON@example.com\nSubject: Postfix SMTP client: errors from mx.example.net[192.0.2.1]:25",
                "Transcript of session follows.\n In:  550 5.1.1 no",
            ),
        ] {
            assert_eq!(signs_of(head, body), Signs::Is(Kind::NotABounce), "{head}");
        }
    }

    #[test]
    fn feedback_of_both_forms() {
        let arf = |kind: &str| {
            let raw = format!(
                "From: fbl@example.com\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: {kind}\nVersion: 1\n\n--b--\n"
            );
            signs(&message::parse(raw.as_bytes()))
        };
        assert_eq!(arf("abuse"), Signs::Is(Kind::Feedback));
        assert_eq!(arf("auth-failure"), Signs::Is(Kind::NotABounce));
        assert_eq!(
            signs_of("From: staff@example.com\nSubject: complaint about message from 192.0.2.1", ""),
            Signs::Is(Kind::Feedback)
        );
    }

    #[test]
    fn words_tell_delay_from_failure() {
        for (subject, text, want) in [
            ("Delivery Status Notification (Delay)", "has been delayed\nMessage will be retried", Kind::Delayed),
            ("Warning", "delayed before; we are giving up now", Kind::Failed),
            ("Mail delivery failed", "This is a permanent error.", Kind::Failed),
            ("Report", "Your message was successfully delivered to", Kind::Delivered),
            ("Unzustellbar", "Die Nachricht wurde noch nicht zugestellt.", Kind::Delayed),
            ("Mail failure", "Temporary failure in name resolution", Kind::Failed),
        ] {
            let mail = message::parse(
                format!("From: postmaster@example.com\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n").as_bytes(),
            );
            assert_eq!(of_words(&mail), want, "{text}");
        }
    }
}
