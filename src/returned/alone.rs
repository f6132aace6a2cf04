//! Header fields that somebody pastes without a report: what the servers on the way found and did.

use super::original::{Check, Returned, read_any};
use super::route::{Hop, Route};
use crate::mail::headers::{self, Headers};
use crate::names::address;
use crate::names::host::organisation;
use crate::names::note::{Conclusion, Note, Shown};

/// A hop that takes longer than this is worth a word, in seconds.
const LONG: i64 = 300;

/// What header fields tell, each in a note.
#[must_use]
pub(crate) fn notes(headers: &Headers) -> Vec<Note> {
    let block: String = headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    let returned = read_any(&block);
    let mut notes = Vec::new();
    notes.extend(checks(&returned));
    notes.extend(alignment(&returned));
    let route = returned.route();
    notes.extend(longest_wait(&block));
    notes.extend(passed_on(&returned, route));
    if notes.is_empty() {
        notes.push(Note::HeadersTellNothing);
    }
    notes
}

/// What each server found, those nearest to the recipient first.
fn checks(returned: &Returned<'_>) -> Vec<Note> {
    const MOST: usize = 3;
    let told = |check: &&Check| check.spf.is_some() || check.dkim.is_some() || check.dmarc.is_some();
    returned.identity().checks.iter().filter(told).take(MOST).map(check).collect()
}

fn check(check: &Check) -> Note {
    let results = [
        ("spf", &check.spf, &check.mail_from),
        ("dkim", &check.dkim, &check.dkim_domain),
        ("dmarc", &check.dmarc, &check.header_from),
    ];
    let shown = results
        .into_iter()
        .filter_map(|(check, result, domain)| Some(Shown { check, result: result.clone()?, domain: domain.clone() }));
    let results: Vec<Shown> = shown.collect();
    let passed = |name| results.iter().any(|r: &Shown| r.check == name && r.result == "pass");
    let conclusion = match (&check.header_from, passed("spf") || passed("dkim"), passed("dmarc")) {
        (_, false, false) => Some(Conclusion::NeitherPassed { at_no_server: false, differ: false }),
        (Some(from), true, false) if check.dmarc.is_some() && !passed("dkim") => {
            Some(Conclusion::OnlyEnvelopePassed { from: from.clone() })
        }
        (Some(from), true, false) if check.dmarc.is_some() => {
            Some(Conclusion::SignatureOfOther { signer: check.dkim_domain.clone(), from: from.clone() })
        }
        _ => None,
    };
    Note::ChecksOf { by: check.by.clone(), results, conclusion }
}

/// Do the domains of the envelope sender and of the From line differ?
fn alignment(returned: &Returned<'_>) -> Option<Note> {
    let from = returned.original.from.as_deref().and_then(address::domain)?;
    let checked = returned.identity().checks.iter().find_map(|c| c.mail_from.clone());
    let envelope = returned.return_path.as_deref().and_then(address::domain).or(checked)?;
    let envelope = address::domain(&envelope).unwrap_or(envelope);
    let same = organisation(&from).eq_ignore_ascii_case(organisation(&envelope));
    (!same).then_some(Note::DomainsDiffer { envelope, from })
}

/// The hop on which the message waited longest, where that was long.
fn longest_wait(block: &str) -> Option<Note> {
    let stamps = headers::folded_fields(block).filter(|(name, _)| name.eq_ignore_ascii_case("Received"));
    // The last field is the first hop.
    let mut stamps: Vec<(Hop, Option<i64>)> = stamps
        .take(60)
        .map(|(_, value)| {
            let value = headers::unfold(value);
            let date = value.rsplit_once(';').and_then(|(_, date)| headers::date(date.trim()));
            (Hop::of(&value), date.map(|d| d.to_timestamp()))
        })
        .collect();
    stamps.reverse();
    let waits = stamps.windows(2).filter_map(|pair| {
        let [(earlier, Some(then)), (later, Some(now))] = pair else { return None };
        Some((now - then, earlier.by.clone(), later.by.clone()?))
    });
    let (seconds, from, to) = waits.max_by_key(|(seconds, ..)| *seconds)?;
    (seconds > LONG).then(|| Note::HopWaited { from, to, seconds: u32::try_from(seconds).unwrap_or(u32::MAX) })
}

/// Was the message delivered to another address than it was written to?
fn passed_on(returned: &Returned<'_>, route: &Route) -> Option<Note> {
    let [was] = returned.original.to.as_slice() else { return None };
    let addressees = route.hops.iter().filter_map(|h| h.addressee.as_ref());
    let now = route.delivered_to.iter().chain(addressees).find(|a| !address::same(a, was))?;
    Some(Note::PassedOnTo { was: was.clone(), now: now.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message;

    fn of(raw: &str) -> Vec<Note> {
        notes(&message::parse(raw.as_bytes()).headers)
    }

    const WHOLE: &str = "Return-Path: <bounce@mailer.example>\nDelivered-To: bob@example.net\n\
        Received: from mail.example.org (mail.example.org [192.0.2.7]) by mx.example.com (Postfix) with ESMTPS id 4F1\n \
        for <bob@example.com>; Tue, 1 Dec 2026 10:00:05 +0000\n\
        Received: from laptop (unknown [10.0.0.3]) by mail.example.org (Postfix) with ESMTPSA id 3D; Tue, 1 Dec 2026 09:12:00 +0000\n\
        Authentication-Results: mx.example.com; spf=pass smtp.mailfrom=bounce@mailer.example; dkim=none; dmarc=fail (p=reject) header.from=example.org\n\
        From: Ann <ann@example.org>\nTo: bob@example.com\nSubject: Hi\n";

    #[test]
    fn what_the_servers_found_and_did() {
        let notes = of(WHOLE);
        let Some(Note::ChecksOf { by, results, conclusion }) = notes.first() else { panic!("{notes:?}") };
        assert_eq!(by.as_deref(), Some("mx.example.com"));
        assert_eq!(results.len(), 3);
        assert_eq!(*conclusion, Some(Conclusion::OnlyEnvelopePassed { from: "example.org".into() }));
        assert!(notes.contains(&Note::DomainsDiffer { envelope: "mailer.example".into(), from: "example.org".into() }));
        assert!(notes.contains(&Note::HopWaited {
            from: Some("mail.example.org".into()),
            to: "mx.example.com".into(),
            seconds: 2885
        }));
        assert!(notes.contains(&Note::PassedOnTo { was: "bob@example.com".into(), now: "bob@example.net".into() }));
    }

    #[test]
    fn one_field_alone() {
        let notes = of("Authentication-Results: mx.example.com; spf=fail smtp.mailfrom=example.org\n");
        assert!(matches!(notes.as_slice(), [Note::ChecksOf { .. }]), "{notes:?}");
        assert_eq!(of("Delivered-To: bob@example.net\n"), [Note::HeadersTellNothing]);
    }
}
