//! The words for a note.

use super::causes;
use super::language::Language;
use super::texts::notes;
use crate::names::note::{Checks, Conclusion, Envelope, Note, Passed, Shown};
use crate::names::terms::Cause;

/// A note in words.
#[must_use]
pub fn note(language: Language, note: &Note) -> String {
    let title = |cause: &Cause| causes::text(language, *cause).in_text;
    match note {
        Note::ReportAboutMailTo { address } => notes::report_about_mail_to(language, address),
        Note::ReportReturned { by, to } => {
            notes::report_returned(language, by.as_deref().unwrap_or(notes::parts_another_server(language)), to)
        }
        Note::DoubleBounce => notes::double_bounce(language).into(),
        Note::LogOfRefusingServer => notes::log_of_refusing_server(language).into(),
        Note::SecretShown => notes::secret_shown(language).into(),
        Note::Quoted => notes::quoted(language).into(),
        Note::MailProgram { put_off: false } => notes::mail_program_refused(language).into(),
        Note::MailProgram { put_off: true } => notes::mail_program_put_off(language).into(),
        Note::ResponseCut => notes::response_cut(language).into(),
        Note::PassedOn { was, now } => notes::passed_on(language, was, now),
        Note::AnsweredBehind { inner, host } => notes::answered_behind(language, inner, host),
        Note::OtherAddressee { to, address } => {
            notes::other_addressee(language, to.as_deref().unwrap_or(notes::parts_others(language)), address)
        }
        Note::CodeOfItsOwn { status, means, used_for } => {
            notes::code_of_its_own(language, status, title(means), title(used_for))
        }
        Note::StatusAgainstWords { status, code, words } => {
            notes::status_against_words(language, status, title(code), title(words))
        }
        Note::CodeAgainstWords { status, code, words } => {
            notes::code_against_words(language, status, title(code), title(words))
        }
        Note::MarksAnother { marked } => notes::marks_another(language, notes::side_marked(language, *marked)),
        Note::DelayWithFinalReply { reply } => notes::delay_with_final_reply(language, reply),
        Note::CodesDisagree { reply, status } if *reply >= 500 => notes::reply_is_final(language, reply, status),
        Note::CodesDisagree { reply, status } => notes::reply_is_temporary(language, reply, status),
        Note::HeadersMissing => notes::headers_missing(language).into(),
        Note::BrokenOnTheWay { checks, domain, by } => {
            let checks = match checks {
                Passed::Spf => "SPF",
                Passed::Dkim => "DKIM",
                Passed::Both => notes::parts_both_checks(language),
            };
            let by = by.as_deref().unwrap_or(notes::parts_an_earlier_server(language));
            match domain {
                Some(domain) => notes::broken_on_the_way_for(language, checks, domain, by),
                None => notes::broken_on_the_way(language, checks, by),
            }
        }
        Note::SpfShown { result, domain, dkim_passed: false } => notes::spf_shown(language, result, domain),
        Note::SpfShown { result, domain, dkim_passed: true } => notes::spf_shown_alone(language, result, domain),
        Note::SpfOfEnvelope { envelope, from } => notes::spf_of_envelope(language, envelope, from),
        Note::ChecksShown(checks) => checks_shown(language, checks),
        Note::CopySigned { domain, selector } => notes::copy_signed(language, domain, selector),
        Note::CopySignedByOther { signer, envelope, from } => match envelope {
            Envelope::Own => notes::copy_signed_by_other(language, signer, from),
            Envelope::OfSigner => notes::copy_signed_and_sent_by_other(language, signer, from),
            Envelope::Other(envelope) => notes::copy_of_others(language, signer, envelope, from),
        },
        Note::CopyUnsigned { differ: None } => notes::copy_unsigned(language).into(),
        Note::CopyUnsigned { differ: Some((envelope, from)) } => {
            notes::copy_unsigned_of_other(language, envelope, from)
        }
        Note::DomainsDiffer { envelope, from } => notes::domains_differ(language, envelope, from),
    }
}

fn checks_shown(language: Language, checks: &Checks) -> String {
    let mut results: Vec<String> = checks
        .results
        .iter()
        .map(|Shown { check, result, domain }| match domain {
            Some(domain) => notes::parts_result_for(language, check, result, domain),
            None => notes::parts_result(language, check, result),
        })
        .collect();
    let last = results.pop().unwrap_or_default();
    let and = if results.is_empty() { "" } else { notes::parts_and(language) };
    let results = [&results.join(notes::parts_comma(language)), and, &last].concat();
    notes::checks_shown(language, results, conclusion(language, &checks.conclusion))
}

fn conclusion(language: Language, conclusion: &Conclusion) -> String {
    match conclusion {
        Conclusion::NeitherPassed { at_no_server, differ } => {
            let neither = if *at_no_server {
                notes::parts_neither_passed_anywhere(language)
            } else {
                notes::parts_neither_passed(language)
            };
            if *differ { notes::parts_neither_passed_and_differ(language, neither) } else { neither.into() }
        }
        Conclusion::SignatureOfOther { signer, from } => {
            let signer = signer.as_deref().unwrap_or(notes::parts_another_domain(language));
            notes::parts_signature_of_other(language, signer, from)
        }
        Conclusion::OnlyEnvelopePassed { from } => notes::parts_only_envelope_passed(language, from),
        Conclusion::SignatureMissing { from } => notes::parts_signature_missing(language, from),
        Conclusion::SpfMissing => notes::parts_spf_missing(language).into(),
    }
}
