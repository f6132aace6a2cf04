//! The words for a note.

use super::causes;
use super::language::Language;
use super::stated;
use super::texts::notes;
use crate::evidence::provenance::Sign;
use crate::names::note::{Checks, Conclusion, Envelope, Note, Passed, Shown};
use crate::names::terms::Cause;

/// A note in words.
#[must_use]
pub(crate) fn note(language: Language, note: &Note) -> String {
    let title = |cause: &Cause| causes::text(language, *cause).in_text;
    match note {
        Note::ReportAboutMailTo { address } => notes::ReportAboutMailTo { address }.text(language),
        Note::ReportReturned { by, to } => {
            notes::ReportReturned { by: by.as_deref().unwrap_or(notes::parts_another_server(language)), to }
                .text(language)
        }
        Note::DoubleBounce => notes::double_bounce(language).into(),
        Note::LogOfRefusingServer => notes::log_of_refusing_server(language).into(),
        Note::SecretShown => notes::secret_shown(language).into(),
        Note::Quoted => notes::quoted(language).into(),
        Note::MailProgram { put_off: false } => notes::mail_program_refused(language).into(),
        Note::MailProgram { put_off: true } => notes::mail_program_put_off(language).into(),
        Note::ResponseCut => notes::response_cut(language).into(),
        Note::PassedOn { was, now } => notes::PassedOn { was, now }.text(language),
        Note::AnsweredBehind { inner, host } => notes::AnsweredBehind { inner, host }.text(language),
        Note::OtherAddressee { to, address } => {
            notes::OtherAddressee { to: to.as_deref().unwrap_or(notes::parts_others(language)), address }.text(language)
        }
        Note::SenderNamed { named, asked: Some(asked) } => notes::SenderNamed { named, asked }.text(language),
        Note::SenderNamed { named, asked: None } => notes::SenderNamedAlone { named }.text(language),
        Note::CodeOfItsOwn { status, means, used_for } => {
            notes::CodeOfItsOwn { status, means: title(means), used_for: title(used_for) }.text(language)
        }
        Note::StatusAgainstWords { status, code, words } => {
            notes::StatusAgainstWords { status, code: title(code), words: title(words) }.text(language)
        }
        Note::CodeAgainstWords { status, code, words } => {
            notes::CodeAgainstWords { status, code: title(code), words: title(words) }.text(language)
        }
        Note::MarksAnother { marked } => {
            notes::MarksAnother { marked: notes::side_marked(language, *marked) }.text(language)
        }
        Note::DelayWithFinalReply { reply } => notes::DelayWithFinalReply { reply }.text(language),
        Note::CodesDisagree { reply, status } if *reply >= 500 => notes::ReplyIsFinal { reply, status }.text(language),
        Note::CodesDisagree { reply, status } => notes::ReplyIsTemporary { reply, status }.text(language),
        Note::HeadersMissing => notes::headers_missing(language).into(),
        Note::ChecksOf { by, results, conclusion: follows } => {
            let by = by.as_deref().unwrap_or(notes::parts_a_server(language));
            let results = shown(language, results);
            match follows {
                Some(follows) => {
                    notes::ChecksOf { by, results, conclusion: conclusion(language, follows) }.text(language)
                }
                None => notes::ChecksOfAlone { by, results }.text(language),
            }
        }
        Note::HopWaited { from, to, seconds } => {
            let from = from.as_deref().unwrap_or(notes::parts_the_server_before(language));
            notes::HopWaited { from, to, wait: stated::duration(*seconds / 60 * 60) }.text(language)
        }
        Note::PassedOnTo { was, now } => notes::PassedOnTo { was, now }.text(language),
        Note::AddressClosed => notes::address_closed(language).into(),
        Note::HeadersTellNothing => notes::headers_tell_nothing(language).into(),
        Note::BrokenOnTheWay { checks, domain, by } => {
            let checks = match checks {
                Passed::Spf => "SPF",
                Passed::Dkim => "DKIM",
                Passed::Both => notes::parts_both_checks(language),
            };
            let by = by.as_deref().unwrap_or(notes::parts_an_earlier_server(language));
            match domain {
                Some(domain) => notes::BrokenOnTheWayFor { checks, domain, by }.text(language),
                None => notes::BrokenOnTheWay { checks, by }.text(language),
            }
        }
        Note::SpfShown { result, domain, dkim_passed: false } => notes::SpfShown { result, domain }.text(language),
        Note::SpfShown { result, domain, dkim_passed: true } => notes::SpfShownAlone { result, domain }.text(language),
        Note::SpfOfEnvelope { envelope, from } => notes::SpfOfEnvelope { envelope, from }.text(language),
        Note::ChecksShown(checks) => checks_shown(language, checks),
        Note::CopySigned { domain, selector } => notes::CopySigned { domain, selector }.text(language),
        Note::CopySignedByOther { signer, envelope, from } => match envelope {
            Envelope::Own => notes::CopySignedByOther { signer, from }.text(language),
            Envelope::OfSigner => notes::CopySignedAndSentByOther { signer, from }.text(language),
            Envelope::Other(envelope) => notes::CopyOfOthers { signer, envelope, from }.text(language),
        },
        Note::CopyUnsigned { differ: None } => notes::copy_unsigned(language).into(),
        Note::CopyUnsigned { differ: Some((envelope, from)) } => {
            notes::CopyUnsignedOfOther { envelope, from }.text(language)
        }
        Note::DomainsDiffer { envelope, from } => notes::DomainsDiffer { envelope, from }.text(language),
    }
}

/// A sign of who sent a message, in words.
#[must_use]
pub(crate) fn sign(language: Language, sign: &Sign) -> String {
    match sign {
        Sign::OwnReporter(host) => notes::SignOwnReporter { host }.text(language),
        Sign::OwnServer(host) => notes::SignOwnServer { host }.text(language),
        Sign::OwnSignature(domain) => notes::SignOwnSignature { domain }.text(language),
        Sign::OwnSpf(domain) => notes::SignOwnSpf { domain }.text(language),
        Sign::ForeignOrigin(host) => notes::SignForeignOrigin { host }.text(language),
        Sign::SpfFailed(domain) => notes::SignSpfFailed { domain }.text(language),
        Sign::DmarcFailed(domain) => notes::SignDmarcFailed { domain }.text(language),
        Sign::ForeignMessageId(domain) => notes::SignForeignMessageId { domain }.text(language),
        Sign::NoSignature(domain) => notes::SignNoSignature { domain }.text(language),
    }
}

fn checks_shown(language: Language, checks: &Checks) -> String {
    let results = shown(language, &checks.results);
    notes::ChecksShown { results, conclusion: conclusion(language, &checks.conclusion) }.text(language)
}

/// The results of checks in a row.
fn shown(language: Language, results: &[Shown]) -> String {
    let mut results: Vec<String> = results
        .iter()
        .map(|Shown { check, result, domain }| match domain {
            Some(domain) => notes::PartsResultFor { check, result, domain }.text(language),
            None => notes::PartsResult { check, result }.text(language),
        })
        .collect();
    let last = results.pop().unwrap_or_default();
    let and = if results.is_empty() { "" } else { notes::parts_and(language) };
    [&results.join(notes::parts_comma(language)), and, &last].concat()
}

fn conclusion(language: Language, conclusion: &Conclusion) -> String {
    match conclusion {
        Conclusion::NeitherPassed { at_no_server, differ } => {
            let neither = if *at_no_server {
                notes::parts_neither_passed_anywhere(language)
            } else {
                notes::parts_neither_passed(language)
            };
            if *differ { notes::PartsNeitherPassedAndDiffer { neither }.text(language) } else { neither.into() }
        }
        Conclusion::SignatureOfOther { signer, from } => {
            let signer = signer.as_deref().unwrap_or(notes::parts_another_domain(language));
            notes::PartsSignatureOfOther { signer, from }.text(language)
        }
        Conclusion::OnlyEnvelopePassed { from } => notes::PartsOnlyEnvelopePassed { from }.text(language),
        Conclusion::SignatureMissing { from } => notes::PartsSignatureMissing { from }.text(language),
        Conclusion::SpfMissing => notes::parts_spf_missing(language).into(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::names::code::Status;
    use crate::names::terms::Side;

    /// Each note in each of its forms.
    fn samples() -> Vec<Note> {
        let (d, e) = (|| "a.example".to_string(), || "b.example".to_string());
        let status = Status { class: 4, subject: 7, detail: 1 };
        let (code, words) = (Cause::MailboxFull, Cause::DnsFailure);
        let shown = |check, domain| Shown { check, result: "fail".into(), domain };
        let checks = |results, conclusion| Note::ChecksShown(Box::new(Checks { results, conclusion }));
        let mut all = vec![
            Note::ReportAboutMailTo { address: "u@a.example".into() },
            Note::ReportReturned { by: None, to: "u@a.example".into() },
            Note::ReportReturned { by: Some(d()), to: "u@a.example".into() },
            Note::SecretShown,
            Note::Quoted,
            Note::DoubleBounce,
            Note::LogOfRefusingServer,
            Note::MailProgram { put_off: true },
            Note::MailProgram { put_off: false },
            Note::ResponseCut,
            Note::PassedOn { was: "u@a.example".into(), now: "u@b.example".into() },
            Note::AnsweredBehind { inner: d(), host: e() },
            Note::OtherAddressee { to: None, address: "u@a.example".into() },
            Note::OtherAddressee { to: Some("u@b.example".into()), address: "u@a.example".into() },
            Note::SenderNamed { named: "u@a.example".into(), asked: Some("u@b.example".into()) },
            Note::SenderNamed { named: "u@a.example".into(), asked: None },
            Note::CodeOfItsOwn { status, means: code, used_for: words },
            Note::StatusAgainstWords { status, code, words },
            Note::CodeAgainstWords { status, code, words },
            Note::DelayWithFinalReply { reply: 550 },
            Note::CodesDisagree { reply: 550, status },
            Note::CodesDisagree { reply: 450, status: Status { class: 5, ..status } },
            Note::HeadersMissing,
            Note::HeadersTellNothing,
            Note::AddressClosed,
            Note::PassedOnTo { was: "u@a.example".into(), now: "u@b.example".into() },
            Note::HopWaited { from: None, to: d(), seconds: 600 },
            Note::HopWaited { from: Some(e()), to: d(), seconds: 600 },
            Note::ChecksOf { by: None, results: vec![shown("spf", None)], conclusion: None },
            Note::ChecksOf {
                by: Some(d()),
                results: vec![shown("spf", Some(d())), shown("dkim", None)],
                conclusion: Some(Conclusion::NeitherPassed { at_no_server: false, differ: false }),
            },
            Note::SpfShown { result: "none".into(), domain: d(), dkim_passed: true },
            Note::SpfShown { result: "none".into(), domain: d(), dkim_passed: false },
            Note::SpfOfEnvelope { envelope: d(), from: e() },
            Note::CopySigned { domain: d(), selector: "k1".into() },
            Note::CopyUnsigned { differ: None },
            Note::CopyUnsigned { differ: Some((d(), e())) },
            Note::DomainsDiffer { envelope: d(), from: e() },
            checks(vec![shown("spf", None)], Conclusion::SpfMissing),
            checks(vec![shown("spf", Some(d())), shown("dkim", None)], Conclusion::SignatureMissing { from: e() }),
            checks(
                vec![shown("spf", Some(d())), shown("dkim", None), shown("dmarc", Some(e()))],
                Conclusion::OnlyEnvelopePassed { from: e() },
            ),
            checks(vec![shown("dkim", None)], Conclusion::SignatureOfOther { signer: None, from: e() }),
            checks(vec![shown("dkim", None)], Conclusion::SignatureOfOther { signer: Some(d()), from: e() }),
        ];
        all.extend(Side::ALL.iter().map(|marked| Note::MarksAnother { marked: *marked }));
        for yes in [true, false] {
            let by = yes.then(d);
            for passed in [Passed::Spf, Passed::Dkim, Passed::Both] {
                all.push(Note::BrokenOnTheWay { checks: passed, domain: yes.then(e), by: by.clone() });
            }
            for differ in [true, false] {
                let conclusion = Conclusion::NeitherPassed { at_no_server: yes, differ };
                all.push(checks(vec![shown("spf", None), shown("dkim", None)], conclusion));
            }
        }
        for envelope in [Envelope::Own, Envelope::OfSigner, Envelope::Other("c.example".into())] {
            all.push(Note::CopySignedByOther { signer: d(), envelope, from: e() });
        }
        all
    }

    /// A new kind of note needs a number here, and a sample.
    fn number(note: &Note) -> usize {
        match note {
            Note::ReportAboutMailTo { .. } => 0,
            Note::ReportReturned { .. } => 1,
            Note::DoubleBounce => 2,
            Note::LogOfRefusingServer => 3,
            Note::MailProgram { .. } => 4,
            Note::ResponseCut => 5,
            Note::PassedOn { .. } => 6,
            Note::AnsweredBehind { .. } => 7,
            Note::OtherAddressee { .. } => 8,
            Note::CodeOfItsOwn { .. } => 9,
            Note::StatusAgainstWords { .. } => 10,
            Note::CodeAgainstWords { .. } => 11,
            Note::MarksAnother { .. } => 12,
            Note::DelayWithFinalReply { .. } => 13,
            Note::CodesDisagree { .. } => 14,
            Note::HeadersMissing => 15,
            Note::BrokenOnTheWay { .. } => 16,
            Note::SpfShown { .. } => 17,
            Note::SpfOfEnvelope { .. } => 18,
            Note::ChecksShown(_) => 19,
            Note::CopySigned { .. } => 20,
            Note::CopySignedByOther { .. } => 21,
            Note::CopyUnsigned { .. } => 22,
            Note::DomainsDiffer { .. } => 23,
            Note::SecretShown => 24,
            Note::Quoted => 25,
            Note::SenderNamed { .. } => 26,
            Note::ChecksOf { .. } => 27,
            Note::HopWaited { .. } => 28,
            Note::PassedOnTo { .. } => 29,
            Note::HeadersTellNothing => 30,
            Note::AddressClosed => 31,
        }
    }

    #[test]
    fn every_note_is_a_whole_sentence_of_its_own() {
        let samples = samples();
        let kinds: BTreeSet<usize> = samples.iter().map(number).collect();
        assert_eq!(kinds.into_iter().collect::<Vec<_>>(), (0..32).collect::<Vec<_>>());
        let texts: BTreeSet<String> = samples.iter().map(|n| note(Language::En, n)).collect();
        assert_eq!(texts.len(), samples.len(), "two notes say the same");
        for text in texts {
            assert!(text.starts_with(char::is_uppercase) && text.ends_with('.'), "{text}");
            assert!(!text.contains(['{', '}']) && !text.contains("  ") && !text.contains(" ,"), "{text}");
        }
    }

    #[test]
    fn what_a_note_names_stands_where_it_belongs() {
        let status = Status { class: 4, subject: 4, detail: 7 };
        let said = |n| note(Language::En, &n);
        assert_eq!(
            said(Note::CodesDisagree { reply: 550, status }),
            "The two codes of the reply disagree: by 550 the refusal is final, by 4.4.7 temporary."
        );
        assert_eq!(
            said(Note::CodeOfItsOwn { status, means: Cause::DnsFailure, used_for: Cause::MailboxFull }),
            "By the standard 4.4.7 means “DNS lookup failed”; this mail system uses it for “mailbox full”."
        );
        assert_eq!(
            said(Note::PassedOn { was: "a@x.example".into(), now: "b@y.example".into() }),
            "The message was sent to a@x.example and passed on to b@y.example; the failure happened at the second address."
        );
    }
}
