//! The returned message: what its header fields tell about the message that bounced.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::route::Route;
use crate::mail::headers;
use crate::names::address;
use crate::text;

/// What came back of the original message, as far as the answer shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Original {
    /// Message-ID without angle brackets.
    pub message_id: Option<String>,
    /// The address in From.
    pub from: Option<String>,
    /// The addresses in To.
    pub to: Vec<String>,
    /// The decoded subject.
    pub subject: Option<String>,
    /// RFC 3339.
    pub date: Option<String>,
}

/// The original message together with the header block that it was read from.
#[derive(Clone, Debug, Default)]
pub struct Returned<'a> {
    /// What the answer shows of it.
    pub original: Original,
    /// Envelope sender: Return-Path of the returned message.
    pub return_path: Option<String>,
    /// The IP that handed the message to the server that read it last, from `sender IP is` and the like.
    pub sender_ip: Option<String>,
    block: &'a str,
    identity: OnceLock<Identity>,
    route: OnceLock<Route>,
}

impl Returned<'_> {
    /// What the header tells about the sender's identity and the other addressees. Read when it is asked for: for most
    /// failures nobody does.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        self.identity.get_or_init(|| Identity::of(self.block))
    }

    /// The way that the message took. Read when it is asked for.
    #[must_use]
    pub(crate) fn route(&self) -> &Route {
        self.route.get_or_init(|| Route::of(self.block))
    }
}

/// What a header tells about the sender's identity and the other addressees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// The addresses in Cc.
    pub cc: Vec<String>,
    /// The address in Sender.
    pub sender: Option<String>,
    /// What the servers on the way found out about the sender's identity, the last one first.
    pub checks: Vec<Check>,
    /// The DKIM signatures that the message carries.
    pub signatures: Vec<Signature>,
    /// The whole header came back, not an excerpt of a few lines.
    pub whole_header: bool,
}

/// A result of SPF, DKIM or DMARC (RFC 8601 section 2.7), lower case.
pub(crate) type CheckResult = Option<String>;

/// What one server found out about the sender's identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// The server, by the name it gives itself (authserv-id); Exchange gives none.
    pub by: Option<String>,
    /// SPF (RFC 7208).
    pub spf: CheckResult,
    /// DKIM (RFC 6376).
    pub dkim: CheckResult,
    /// DMARC (RFC 7489).
    pub dmarc: CheckResult,
    /// Domain that SPF was checked for.
    pub mail_from: Option<String>,
    /// Domain that signed.
    pub dkim_domain: Option<String>,
    /// Domain in From.
    pub header_from: Option<String>,
    /// The sender's own system checked what its user handed in.
    pub submission: bool,
}

/// A DKIM-Signature field (RFC 6376).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// d=, the domain that signed.
    pub domain: String,
    /// s=, the name of the key.
    pub selector: String,
}

/// The fields in which servers write what they found out: the last one's plainly, earlier ones' sealed or set aside.
const RESULTS: &str = "Authentication-Results";
const RESULTS_SET_ASIDE: &str = "Authentication-Results-Original";
const RESULTS_SEALED: &str = "ARC-Authentication-Results";
const RECEIVED_SPF: &str = "Received-SPF";

/// The value of a field on one line, if there is anything in it.
fn get(folded: Option<&str>) -> Option<Cow<'_, str>> {
    folded.map(headers::unfold).filter(|v| !v.is_empty())
}

/// The first field of this name.
fn first_of<'a>(fields: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
}

impl Identity {
    fn of(block: &str) -> Self {
        let mut found = Self::default();
        let (mut from, mut received, mut sender) = (None, None, None);
        let mut fields = Vec::new();
        for (name, value) in headers::folded_fields(block) {
            let is = |wanted: &str| name.eq_ignore_ascii_case(wanted);
            if is("Received") {
                received.get_or_insert(value);
            } else if is("From") {
                from.get_or_insert(value);
            } else if is("Sender") {
                sender.get_or_insert(value);
            } else if is("Cc") {
                add_addresses(&mut found.cc, &headers::unfold(value));
            } else if is("DKIM-Signature") {
                found.signatures.extend(signature(&headers::unfold(value)));
            } else if [RESULTS, RESULTS_SET_ASIDE, RESULTS_SEALED, RECEIVED_SPF].into_iter().any(is) {
                fields.push((name, value));
            }
        }
        found.checks = checks(&fields);
        found.sender = get(sender).and_then(|v| first_address(&v));
        found.whole_header = [from, received].into_iter().all(|v| v.is_some_and(headers::has_value));
        found
    }
}

/// Reads the header block that came back with a report; `None` when there is nothing in it.
#[must_use]
pub(crate) fn read(block: &str) -> Option<Returned<'_>> {
    let returned = read_any(block);
    let original = &returned.original;
    let empty = original.message_id.is_none()
        && original.from.is_none()
        && original.to.is_empty()
        && original.subject.is_none()
        && original.date.is_none();
    (!empty).then_some(returned)
}

/// Reads a header block that need not be a message's.
#[must_use]
pub(crate) fn read_any(block: &str) -> Returned<'_> {
    let mut original = Original::default();
    let (mut message_id, mut from, mut subject, mut date, mut return_path, mut results) = Default::default();
    for (name, value) in headers::folded_fields(block) {
        let is = |wanted: &str| name.eq_ignore_ascii_case(wanted);
        // Of fields that should not be there twice the first one counts.
        let first: &mut Option<&str> = if is("Message-ID") {
            &mut message_id
        } else if is("From") {
            &mut from
        } else if is("Subject") {
            &mut subject
        } else if is("Date") {
            &mut date
        } else if is("Return-Path") {
            &mut return_path
        } else if is(RESULTS) {
            &mut results
        } else {
            if is("To") {
                add_addresses(&mut original.to, &headers::unfold(value));
            }
            continue;
        };
        first.get_or_insert(value);
    }
    original.message_id = get(message_id).and_then(|v| message_id_in(&v));
    original.from = get(from).and_then(|v| first_address(&v));
    original.subject = get(subject).map(headers::decode_words);
    original.date = get(date).and_then(|v| headers::date(&v)).map(|d| headers::rfc3339(&d));
    Returned {
        original,
        return_path: get(return_path).and_then(|v| first_address(&v)),
        sender_ip: results.and_then(sender_ip_in),
        block,
        identity: OnceLock::new(),
        route: OnceLock::new(),
    }
}

/// The IP that Exchange writes into its results.
fn sender_ip_in(results: &str) -> Option<String> {
    // Most say nothing of the kind, and need not be unfolded.
    if !text::contains(results, "IP") {
        return None;
    }
    let results = headers::unfold(results);
    let (_, ip) = text::split_once(&results, "sender IP is ")?;
    let ip = ip.split([')', ' ', ';']).next()?;
    ip.parse::<std::net::IpAddr>().ok().map(|ip| ip.to_string())
}

fn message_id_in(value: &str) -> Option<String> {
    let find = |b: u8| memchr::memchr(b, value.as_bytes());
    let id = match (find(b'<'), find(b'>')) {
        (Some(open), Some(close)) if close > open => &value[open + 1..close],
        _ => value.split_whitespace().next()?,
    };
    let id = id.trim();
    (!id.is_empty()).then(|| id.to_string())
}

fn first_address(value: &str) -> Option<String> {
    address::find(value).map(|(_, _, found)| found.to_string())
}

fn add_addresses(to: &mut Vec<String>, value: &str) {
    let already = to.len();
    for (_, _, found) in address::all(value) {
        // `"a@b" <a@b>` names one address twice.
        if !to[already..].iter().any(|a| address::same(a, found)) {
            to.push(found.to_string());
        }
    }
}

/// The checks in the header, the last server's first. Fields of one server are one check; a copy of it that the same
/// server sealed (ARC) is not another.
fn checks(fields: &[(&str, &str)]) -> Vec<Check> {
    let mut found: Vec<Check> = Vec::new();
    // The seals and the set-aside results tell about earlier servers than the plain field.
    for kind in [RESULTS, RESULTS_SET_ASIDE, RESULTS_SEALED] {
        for (_, value) in fields.iter().filter(|(name, _)| name.eq_ignore_ascii_case(kind)) {
            let check = check(&headers::unfold(value));
            let original = kind == RESULTS_SET_ASIDE;
            match found.iter_mut().find(|f| f.by == check.by && !original && (f.by.is_some() || kind == RESULTS)) {
                Some(same) => complete(same, check),
                None => found.push(check),
            }
        }
    }
    // The topmost Received-SPF is the last server's.
    if let Some(spf) = first_of(fields, RECEIVED_SPF).and_then(|v| received_spf(&headers::unfold(v))) {
        match found.first_mut() {
            Some(last) if last.spf.is_some() => {}
            Some(last) if !last.submission => complete(last, spf),
            _ => found.insert(0, spf),
        }
    }
    found.retain(|c| c.spf.is_some() || c.dkim.is_some() || c.dmarc.is_some());
    found
}

fn complete(known: &mut Check, more: Check) {
    set(&mut known.spf, more.spf);
    set(&mut known.dmarc, more.dmarc);
    set(&mut known.mail_from, more.mail_from);
    set(&mut known.header_from, more.header_from);
    if known.dkim.as_deref() != Some("pass") && more.dkim.is_some() {
        (known.dkim, known.dkim_domain) = (more.dkim, more.dkim_domain);
    }
    known.submission =
        if known.by.is_some() { known.submission | more.submission } else { known.submission & more.submission };
}

fn set(slot: &mut Option<String>, value: Option<String>) {
    if slot.is_none() {
        *slot = value;
    }
}

/// One Authentication-Results field (RFC 8601).
fn check(value: &str) -> Check {
    let lower = value.to_ascii_lowercase();
    let plain = without_comments(&lower);
    let mut found = Check::default();
    let (mut heard_connection, mut first) = (lower.contains("sender ip is"), true);
    for part in plain.split(';') {
        let mut words = part.split_whitespace();
        let Some(word) = words.next() else { continue };
        // The instance of a seal.
        if word.starts_with("i=") && word.len() < 6 {
            continue;
        }
        let Some((method, result)) = word.split_once('=') else {
            if first {
                found.by = Some(word.trim_end_matches('.').to_string()).filter(|w| w.contains('.'));
            }
            first = false;
            continue;
        };
        first = false;
        let properties: Vec<(&str, &str)> = words.filter_map(|w| w.split_once('=')).collect();
        let property = |names: &[&str]| {
            let value = properties.iter().find(|(n, v)| names.contains(n) && !v.is_empty() && *v != "none")?.1;
            Some(domain_part(value)).filter(|d| !d.is_empty())
        };
        let result = Some(result.to_string()).filter(|r| !r.is_empty());
        match method {
            "spf" => {
                set(&mut found.spf, result);
                set(&mut found.mail_from, property(&["smtp.mailfrom", "smtp.mfrom", "smtp.mail", "envelope-from"]));
                heard_connection |= found.by.as_deref() != Some("mx.microsoft.com");
            }
            "dkim" if found.dkim.as_deref() != Some("pass") => {
                found.dkim = result;
                found.dkim_domain = property(&["header.d", "header.i"]);
            }
            "dmarc" => {
                set(&mut found.dmarc, result);
                set(&mut found.header_from, property(&["header.from"]));
            }
            "auth" => found.submission |= result.as_deref() == Some("pass"),
            _ => {}
        }
    }
    // Microsoft 365 writes results for what its own users hand in as well: nothing has been heard from outside then.
    let microsoft = found.by.as_deref().is_none_or(|b| b == "mx.microsoft.com");
    found.submission |= microsoft && !heard_connection && found.dkim.as_deref() != Some("pass")
        || found.by.as_deref() == Some("mx.microsoft.com") && !heard_connection;
    found
}

/// A Received-SPF field (RFC 7208 section 9.1).
fn received_spf(value: &str) -> Option<Check> {
    let word: String = value.chars().take_while(char::is_ascii_alphabetic).collect();
    const RESULTS: &[&str] = &["pass", "fail", "softfail", "neutral", "none", "temperror", "permerror"];
    let word = word.to_ascii_lowercase();
    if !RESULTS.contains(&word.as_str()) {
        return None;
    }
    let lower = value.to_ascii_lowercase();
    let mail_from = lower
        .split(|c: char| c.is_whitespace() || c == ';')
        .find_map(|w| w.strip_prefix("envelope-from="))
        .map(domain_part)
        .filter(|d| d.contains('.'));
    Some(Check { spf: Some(word), mail_from, ..Check::default() })
}

fn signature(value: &str) -> Option<Signature> {
    let tag = |name: &str| {
        value.split(';').find_map(|t| {
            let (n, v) = t.split_once('=')?;
            (n.trim() == name).then(|| v.split_whitespace().collect::<String>().to_ascii_lowercase())
        })
    };
    let (domain, selector) = (tag("d")?, tag("s")?);
    let is_name = |n: &str| !n.is_empty() && n.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b));
    (is_name(&domain) && is_name(&selector)).then_some(Signature { domain, selector })
}

/// Without what stands in parentheses.
fn without_comments(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|c| match c {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

fn domain_part(value: &str) -> String {
    let domain = value.rsplit('@').next().unwrap_or("");
    domain.trim_matches(['"', '<', '>', '.']).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_headers_and_results() {
        let returned = read(
                "Authentication-Results: spf=none (sender IP is 192.0.2.7)\n smtp.mailfrom=a.example; dkim=none (message not signed)\n header.d=none;dmarc=fail action=oreject\n header.from=b.example;compauth=fail\n\
                 Received-SPF: None (x)\nAuthentication-Results-Original: dkim=pass header.d=b.example\nMessage-ID: <1@b.example>\nFrom: \"A\" <me@b.example>\nTo: x@c.example, Y <y@d.example>\nSubject: =?utf-8?q?h=C3=A9?=\nDate: Wed, 22 Mar 2023 21:14:22 +0000"
        )
        .unwrap();
        let (o, identity) = (&returned.original, returned.identity());
        assert_eq!(o.message_id.as_deref(), Some("1@b.example"));
        assert_eq!(o.to, ["x@c.example", "y@d.example"]);
        assert_eq!(o.subject.as_deref(), Some("hé"));
        assert_eq!(o.date.as_deref(), Some("2023-03-22T21:14:22Z"));
        assert_eq!(returned.sender_ip.as_deref(), Some("192.0.2.7"));
        let [last, earlier] = identity.checks.as_slice() else { panic!("{identity:?}") };
        assert_eq!(
            (last.spf.as_deref(), last.dkim.as_deref(), last.dmarc.as_deref()),
            (Some("none"), Some("none"), Some("fail"))
        );
        assert_eq!((last.mail_from.as_deref(), last.header_from.as_deref()), (Some("a.example"), Some("b.example")));
        assert_eq!((earlier.dkim.as_deref(), earlier.dkim_domain.as_deref()), (Some("pass"), Some("b.example")));
        assert!(!identity.whole_header);
    }

    #[test]
    fn checks_of_several_servers() {
        let fields = headers::folded_fields(
            "Authentication-Results: mx.c.example; arc=pass (i=1 spf=pass dkim=pass); spf=fail (x) smtp.mailfrom=me@a.example\n\
             Authentication-Results: mx.c.example; dkim=fail header.d=x.example; dkim=pass header.i=@a.example\n\
             ARC-Authentication-Results: i=2; mx.c.example; spf=pass\n\
             Authentication-Results: relay.b.example; auth=pass smtp.auth=me; spf=pass\n\
             ARC-Authentication-Results: i=1; mx.microsoft.com 1; spf=pass smtp.mailfrom=a.example; dkim=pass header.d=a.example",
        );
        let found = checks(&fields.collect::<Vec<_>>());
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found[0].by.as_deref(), Some("mx.c.example"));
        assert_eq!((found[0].spf.as_deref(), found[0].dkim.as_deref()), (Some("fail"), Some("pass")));
        assert_eq!(found[0].dkim_domain.as_deref(), Some("a.example"));
        assert!(!found[0].submission && found[1].submission && found[2].submission);
        // Microsoft 365 on what its own user hands in, and on what it hears from outside.
        let own = check("dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=a.example;");
        let outside = check("spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=a.example; dkim=none header.d=none");
        assert!(own.submission && !outside.submission);
        assert_eq!(checks(&[("Received-SPF", "None (x)")])[0].spf.as_deref(), Some("none"));
        for odd in ["", ";", "=;=", "(((", "spf=", "i=1", "a.example", "Received-SPF:"] {
            let _ = (check(odd), checks(&headers::folded_fields(odd).collect::<Vec<_>>()), signature(odd));
        }
    }

    #[test]
    fn signatures() {
        let s = signature("v=1; a=rsa-sha256; d=A.example; s=k 1; h=from:to; bh=x=; b=y==").unwrap();
        assert_eq!((s.domain.as_str(), s.selector.as_str()), ("a.example", "k1"));
        assert_eq!(signature("v=1; d=`rm`; s=a"), None);
    }
}
