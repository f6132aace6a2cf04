//! Refusals to recipients: what is told twice becomes one, and what is said of all goes to each.

use std::collections::HashMap;

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
    let mut keys: Vec<String> = Vec::new();
    for refusal in refusals.drain(..) {
        let key = bare(&refusal.words);
        let same = (0..kept.len()).rev().take(50).find(|at| {
            let (k, other) = (&kept[*at], &keys[*at]);
            let alike = *other == key
                || key.len() > 8 && other.len() > 8 && (other.contains(&key) || key.contains(other.as_str()));
            let apart = !k.addresses.is_empty()
                && !refusal.addresses.is_empty()
                && !refusal.addresses.iter().any(|a| k.addresses.iter().any(|b| address::same(a, b)));
            alike && !apart
        });
        match same {
            Some(at) => {
                let known = &mut kept[at];
                // The fuller words count; those that were shown in the dialogue are whole.
                let fuller = refusal.words.len() > known.words.len()
                    && !known.shown
                    && refusal.words.len() < known.words.len() * 2
                    || known.code.is_none() && refusal.code.is_some();
                if fuller {
                    known.words = refusal.words;
                    keys[at] = key;
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
            None => {
                kept.push(refusal);
                keys.push(key);
            }
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
    let mut places: HashMap<String, usize> = HashMap::new();
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
        for address in who {
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
            let key = recipient.address.as_deref().map(str::to_lowercase);
            let same = key.as_ref().and_then(|key| places.get(key).copied());
            match same {
                Some(at) => {
                    let known = &mut out[at];
                    if known.stage.is_none() || recipient.stage.is_some() {
                        let remote = recipient.remote.take().or(known.remote.take());
                        *known = Recipient { remote, ..recipient };
                    }
                }
                None => {
                    places.extend(key.map(|key| (key, out.len())));
                    out.push(recipient);
                }
            }
        }
    }
    // A refusal that names nobody, beside others that do, is about them all: the program's summing up.
    if out.iter().any(|r| r.address.is_some()) && out.len() > 1 {
        out.retain(|r| r.address.is_some());
    }
    out
}
