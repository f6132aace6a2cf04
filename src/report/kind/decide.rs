//! Is a mail a report, and of which kind? All that decides it is here, in the order asked.
//!
//! 1. [`signs`]: the outside. It may settle the matter (an automatic reply, a complaint, a receipt), speak for a report,
//!    or say nothing. A reader that knows its family, a machine part and a form that the finder knows speak for a
//!    report as well: they are [`super::super::read`]'s to find.
//! 2. [`words_make_a_report`]: nothing outside speaks for one, but its words are worth reading.
//! 3. [`is_report`]: it was read. Where nothing spoke for a report, what was found must be what a mail server says; and
//!    nothing is a report that holds nothing of one.
//! 4. [`kind_of`]: failure, delay or success, by what is said of the recipients, else by the words.
//!
//! What a mail carries in itself is asked the same questions, and [`is_written_by_machine`] where the outer mail is a
//! report. What header fields and texts say is in `signs.rs`, the lists of words are in `words`.

use super::signs::{
    Outside, beginning, feedback, is_answer, is_complaint, is_dmarc_report, is_moderation, is_receipt_or_virus_notice,
    is_refusal, is_session_notice, prefix, refuses_posting, speaks_of_failure,
};
use super::words;
use crate::finder;
use crate::mail::message::Mail;
use crate::names::address;
use crate::names::code;
use crate::names::daemon;
use crate::names::terms::Kind;
use crate::report::marks::Marks;
use crate::report::software;
use crate::report::types::{Place, Recipient, Report, Statement};
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

/// Did a program write this mail in answer to another one, as far as its sender's name and the fields of an answer show?
#[must_use]
pub(crate) fn answers_by_itself(mail: &Mail) -> bool {
    const PROGRAMS: &[&str] = &[
        "autorespon",
        "auto-respon",
        "autoreply",
        "auto-reply",
        "noreply",
        "no-reply",
        "donotreply",
        "do-not-reply",
        "no_reply",
    ];
    let outside = Outside::of(mail);
    let answer = mail.header("In-Reply-To").or(mail.header("References")).is_some();
    let local = outside.from.rsplit_once('<').map_or(outside.from.as_str(), |(_, address)| address);
    answer && !outside.bulk && PROGRAMS.iter().any(|p| local.contains(p))
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

/// Is a mail that was read a report? `known`: something besides its words speaks for one; `speaks`:
/// its words make it worth reading.
pub(in crate::report) fn is_report(mail: &Mail, marks: &Marks, report: &Report, known: bool, speaks: bool) -> bool {
    (known || speaks && is_worth_calling_one(mail, marks, report)) && !is_hollow(mail, report)
}

/// Without any outer sign of a report only words that a mail server says make one.
fn is_worth_calling_one(mail: &Mail, marks: &Marks, report: &Report) -> bool {
    let answered = report
        .recipients
        .iter()
        .flat_map(|r| &r.statements)
        .any(|s| s.place > Place::Explanation && is_said_by_server(mail.pasted, s));
    let listed = mail.returned.is_some() && report.recipients.iter().any(|r| r.address.is_some());
    // Nobody pastes an ordinary mail here: a recipient and a sentence of failure are enough, codes or not, or a few
    // lines that are a recipient and its reason.
    let pasted = || {
        let reasoned = |r: &Recipient| {
            r.statements
                .iter()
                .any(|s| s.place >= Place::Quoted && finder::refuses(&s.text) && !s.text.starts_with('2'))
        };
        let few = || mail.text.lines().nth(12).is_none() && report.recipients.iter().any(reasoned);
        mail.pasted
            && report.recipients.iter().any(|r| r.address.is_some())
            && (few() || software::detect(mail, marks).is_some() || speaks_of_failure(mail))
    };
    // The finder has looked at what was pasted: a number is no answer where it found none.
    let answered = answered && (!mail.pasted || report.form.is_some() || speaks_of_failure(mail));
    mail.text.len() < 100_000 && (answered || listed || pasted())
}

/// Was this said by a server? Of what was pasted only what refuses something counts: people paste all kinds of text.
fn is_said_by_server(pasted: bool, statement: &Statement) -> bool {
    let reply = code::leading_reply(&statement.text);
    if pasted {
        reply.is_some_and(|r| r >= 400) && !finder::reports(&statement.text).is_empty()
    } else {
        reply.is_some()
    }
}

/// A report's type without anything of a report: no sender, no subject, no fields, no returned message, no words.
fn is_hollow(mail: &Mail, report: &Report) -> bool {
    !mail.pasted
        && report.recipients.is_empty()
        && report.generating_server.is_none()
        && mail.returned.is_none()
        && mail.from().is_empty()
        && mail.subject().is_empty()
        && !speaks_of_failure(mail)
}

/// Is the mail, going by its own header, one that a mail system wrote?
pub(in crate::report) fn is_written_by_machine(mail: &Mail) -> bool {
    !mail.delivery_status.is_empty()
        || mail.report_type == "delivery-status"
        || mail.header("X-Failed-Recipients").is_some()
        || mail.from().trim().is_empty()
        || mail.from().contains("<>")
        || address::find(mail.from())
            .map_or(mail.from(), |(_, _, a)| a)
            .split('@')
            .next()
            .is_some_and(daemon::is_daemon)
}

/// The kind of a report from its recipients' actions, else from its words.
pub(in crate::report) fn kind_of(mail: &Mail, report: &Report) -> Kind {
    report.kind_of_actions().unwrap_or_else(|| of_words(mail))
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

/// Is it of a kind that reports are: about a message and what became of it?
pub(in crate::report) fn is_about_a_message(kind: Option<Kind>) -> bool {
    matches!(kind, Some(Kind::Failed | Kind::Delayed | Kind::Delivered))
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
