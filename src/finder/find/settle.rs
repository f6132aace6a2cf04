//! Refusals to recipients: what is told twice becomes one, and what is said of all goes to each.

use super::Refusal;
use super::look::Look;
use crate::finder::roles;
use crate::names::terms::{Action, Stage};
use crate::names::{address, host};
use crate::report::said;
use crate::report::types::{Place, Recipient};

/// The same refusal told several times becomes one, with all that the tellings know.
pub(super) fn merge(refusals: &mut Vec<Refusal>) {
    let mut kept: Vec<Refusal> = Vec::new();
    for refusal in refusals.drain(..) {
        let key = bare(&refusal.words);
        let same = kept.iter_mut().rev().take(50).find(|k| {
            let other = bare(&k.words);
            let alike =
                other == key || key.len() > 8 && other.len() > 8 && (other.contains(&key) || key.contains(&other));
            let apart = !k.addresses.is_empty()
                && !refusal.addresses.is_empty()
                && !refusal.addresses.iter().any(|a| k.addresses.iter().any(|b| address::same(a, b)));
            alike && !apart
        });
        match same {
            Some(known) => {
                // The fuller words count; those that were shown in the dialogue are whole.
                let fuller = refusal.words.len() > known.words.len()
                    && !known.shown
                    && refusal.words.len() < known.words.len() * 2
                    || known.code.is_none() && refusal.code.is_some();
                if fuller {
                    known.words = refusal.words;
                    known.code = refusal.code.or(known.code);
                    known.status = refusal.status.or(known.status);
                }
                for who in refusal.addresses {
                    if !known.addresses.iter().any(|a| address::same(a, &who)) {
                        known.addresses.push(who);
                    }
                }
                known.stage = known.stage.or(refusal.stage);
                if known.server.as_ref().map_or(0, |s| s.1) < refusal.server.as_ref().map_or(0, |s| s.1) {
                    known.server = refusal.server;
                }
                known.shown |= refusal.shown;
            }
            None => kept.push(refusal),
        }
    }
    // "503 need RCPT", "554 no valid recipients" behind a refusal are its echo.
    if kept.len() > 1 {
        let echo = |r: &Refusal| {
            let lower = r.words.to_ascii_lowercase();
            [
                "no valid recipients",
                "need rcpt",
                "valid rcpt",
                "bad sequence",
                "no recipients",
                "rcpt first",
                "need mail",
                "must have",
            ]
            .iter()
            .any(|w| lower.contains(w))
        };
        if kept.iter().any(|r| !echo(r)) {
            kept.retain(|r| !echo(r));
        }
        // Behind a refusal of the client itself all that it types is refused as well.
        let early =
            |r: &Refusal| r.shown && matches!(r.stage, Some(Stage::Connect | Stage::Helo | Stage::Auth | Stage::Mail));
        let command = |r: &Refusal| r.shown && matches!(r.code, Some(500 | 502 | 503));
        if kept.iter().any(early) && kept.iter().any(|r| !command(r)) {
            kept.retain(|r| !command(r));
        }
    }
    *refusals = kept;
}

/// The words without codes, for comparison.
pub(super) fn bare(words: &str) -> String {
    let is_code = |w: &&str| {
        let w = w.trim_matches(|c: char| !c.is_ascii_digit());
        !(w.len() >= 3
            && w.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-')
            && w.starts_with(['2', '4', '5']))
    };
    words.split_whitespace().filter(is_code).collect::<Vec<_>>().join(" ").to_lowercase()
}

/// One recipient for each address of each refusal.
pub(super) fn recipients(refusals: Vec<Refusal>, known: &[String], look: &Look<'_>) -> Vec<Recipient> {
    let mut out: Vec<Recipient> = Vec::new();
    let alone = refusals.len() == 1;
    for refusal in refusals {
        let mut addresses = refusal.addresses.clone();
        if addresses.is_empty() {
            addresses.extend(roles::in_reply(&refusal.words));
        }
        if addresses.is_empty() && alone {
            addresses.extend(known.iter().cloned());
        }
        let server = refusal.server.clone().or_else(|| look.server.clone().filter(|_| alone || look.talk()));
        let who: Vec<Option<String>> =
            if addresses.is_empty() { vec![None] } else { addresses.into_iter().map(Some).collect() };
        for address in who.into_iter().take(1000) {
            let temporary = refusal.code.map_or(refusal.status.is_some_and(|s| s.class == 4), |c| c < 500);
            let mut recipient = Recipient { address, stage: refusal.stage, ..Recipient::default() };
            recipient.action = Some(if temporary { Action::Delayed } else { Action::Failed });
            recipient.remote = server.as_ref().map(|(name, _)| name.clone());
            // A server that turns a client away says its own name first (RFC 5321 section 4.2).
            if recipient.remote.as_deref().is_none_or(|r| host::parse_ip(r).is_some())
                && let Some(name) = said::greeting_host(&refusal.words)
            {
                recipient.remote = Some(name.to_string());
            }
            let place = if refusal.shown { Place::Transcript } else { Place::Quoted };
            recipient.say(place, &refusal.words);
            // The last word about somebody counts.
            let same = out
                .iter()
                .position(|o| matches!((&o.address, &recipient.address), (Some(a), Some(b)) if address::same(a, b)));
            match same {
                Some(at) => {
                    let known = &mut out[at];
                    if known.stage.is_none() || recipient.stage.is_some() {
                        let remote = recipient.remote.take().or(known.remote.take());
                        *known = Recipient { remote, ..recipient };
                    }
                }
                None if out.len() < 5000 => out.push(recipient),
                None => {}
            }
        }
    }
    // A refusal that names nobody, beside others that do, is about them all: the program's summing up.
    if out.iter().any(|r| r.address.is_some()) && out.len() > 1 {
        out.retain(|r| r.address.is_some());
    }
    out
}
