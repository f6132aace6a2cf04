//! The returned message: what its header fields tell about the message that bounced.

use mail_parser::MessageParser;

use crate::message::{self, Mail};
use crate::report::address;

/// What came back of the original message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// Envelope sender: Return-Path of the returned message.
    pub return_path: Option<String>,
    /// What checks of the sender's identity found on the way.
    pub authentication: Authentication,
    /// The IP that handed the message to the server that read it last, from `sender IP is` and the like.
    pub sender_ip: Option<String>,
}

/// A result of SPF, DKIM or DMARC (RFC 8601 section 2.7), lower case.
pub type CheckResult = Option<String>;

/// Results of the checks on the sender's identity in the returned header fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authentication {
    /// SPF (RFC 7208).
    pub spf: CheckResult,
    /// DKIM (RFC 6376).
    pub dkim: CheckResult,
    /// DMARC (RFC 7489).
    pub dmarc: CheckResult,
    /// DKIM or SPF at an earlier hop (`Authentication-Results-Original`).
    pub earlier_dkim: CheckResult,
    /// SPF at an earlier hop.
    pub earlier_spf: CheckResult,
    /// Domain that SPF was checked for.
    pub mail_from: Option<String>,
    /// Domain that signed.
    pub dkim_domain: Option<String>,
    /// Domain in From.
    pub header_from: Option<String>,
}

/// Reads the returned header fields of a report; `None` when nothing was returned.
#[must_use]
pub fn read(mail: &Mail) -> Option<Original> {
    let block = mail.returned.as_deref().filter(|b| !b.trim().is_empty())?;
    let fields = message::fields(block);
    let get = |name: &str| {
        fields.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str()).filter(|v| !v.is_empty())
    };
    let mut original = Original {
        message_id: get("Message-ID").and_then(message_id),
        from: get("From").and_then(first_address),
        to: fields.iter().filter(|(n, _)| n.eq_ignore_ascii_case("To")).flat_map(|(_, v)| addresses(v)).collect(),
        subject: get("Subject").map(message::decode_words),
        date: get("Date").and_then(date),
        return_path: get("Return-Path").and_then(first_address),
        ..Original::default()
    };
    original.authentication = authentication(&fields);
    original.sender_ip = get("Authentication-Results").and_then(|v| {
        let at = v.find("sender IP is ")?;
        let ip = v[at + 13..].split([')', ' ', ';']).next()?;
        ip.parse::<std::net::IpAddr>().ok().map(|ip| ip.to_string())
    });
    let empty = original.message_id.is_none()
        && original.from.is_none()
        && original.to.is_empty()
        && original.subject.is_none()
        && original.date.is_none();
    (!empty).then_some(original)
}

fn message_id(value: &str) -> Option<String> {
    let id = match (value.find('<'), value.find('>')) {
        (Some(open), Some(close)) if close > open => &value[open + 1..close],
        _ => value.split_whitespace().next()?,
    };
    let id = id.trim();
    (!id.is_empty()).then(|| id.to_string())
}

fn first_address(value: &str) -> Option<String> {
    addresses(value).into_iter().next()
}

fn addresses(value: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some((_, end, found)) = address::find_from(value, from) {
        // `"a@b" <a@b>` names one address twice.
        if !out.iter().any(|o: &String| address::same(o, found)) {
            out.push(found.to_string());
        }
        from = end;
    }
    out
}

fn date(value: &str) -> Option<String> {
    let field = format!("Date: {value}\n\n");
    let parsed = MessageParser::new().header_date(mail_parser::HeaderName::Date).parse_headers(field.as_bytes())?;
    let date = parsed.date()?;
    date.is_valid().then(|| date.to_rfc3339())
}

fn authentication(fields: &[(&str, String)]) -> Authentication {
    let mut found = Authentication::default();
    for (name, value) in fields {
        if name.eq_ignore_ascii_case("Authentication-Results") {
            let lower = value.to_ascii_lowercase();
            set(&mut found.spf, result(&lower, "spf="));
            set(&mut found.dkim, result(&lower, "dkim="));
            set(&mut found.dmarc, result(&lower, "dmarc="));
            set(&mut found.mail_from, result(&lower, "smtp.mailfrom=").map(domain_part));
            set(
                &mut found.dkim_domain,
                result(&lower, "header.d=")
                    .filter(|d| d != "none")
                    .or_else(|| result(&lower, "header.i=").map(domain_part)),
            );
            set(&mut found.header_from, result(&lower, "header.from=").map(domain_part));
        } else if name.eq_ignore_ascii_case("Authentication-Results-Original")
            || name.eq_ignore_ascii_case("ARC-Authentication-Results")
        {
            let lower = value.to_ascii_lowercase();
            set(&mut found.earlier_spf, result(&lower, "spf="));
            set(&mut found.earlier_dkim, result(&lower, "dkim="));
        } else if name.eq_ignore_ascii_case("Received-SPF") {
            let word: String = value.chars().take_while(char::is_ascii_alphabetic).collect();
            set(&mut found.spf, (!word.is_empty()).then(|| word.to_ascii_lowercase()));
        }
    }
    found
}

fn set(slot: &mut Option<String>, value: Option<String>) {
    if slot.is_none() {
        *slot = value;
    }
}

fn result(lower: &str, key: &str) -> Option<String> {
    let at = lower.find(key)?;
    let value: String = lower[at + key.len()..]
        .chars()
        .take_while(|c| !c.is_whitespace() && !matches!(c, ';' | ',' | '(' | ')'))
        .collect();
    (!value.is_empty()).then_some(value)
}

fn domain_part(value: String) -> String {
    value.rsplit('@').next().unwrap_or("").trim_matches(['"', '<', '>', '.']).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_headers_and_results() {
        let mail = Mail {
            returned: Some(
                "Authentication-Results: spf=none (sender IP is 192.0.2.7)\n smtp.mailfrom=a.example; dkim=none (message not signed)\n header.d=none;dmarc=fail action=oreject\n header.from=b.example;compauth=fail\n\
                 Received-SPF: None (x)\nAuthentication-Results-Original: dkim=pass header.d=b.example\nMessage-ID: <1@b.example>\nFrom: \"A\" <me@b.example>\nTo: x@c.example, Y <y@d.example>\nSubject: =?utf-8?q?h=C3=A9?=\nDate: Wed, 22 Mar 2023 21:14:22 +0000"
                    .into(),
            ),
            ..Mail::default()
        };
        let o = read(&mail).unwrap();
        assert_eq!(o.message_id.as_deref(), Some("1@b.example"));
        assert_eq!(o.to, ["x@c.example", "y@d.example"]);
        assert_eq!(o.subject.as_deref(), Some("hé"));
        assert_eq!(o.date.as_deref(), Some("2023-03-22T21:14:22Z"));
        assert_eq!(o.sender_ip.as_deref(), Some("192.0.2.7"));
        let a = o.authentication;
        assert_eq!(
            (a.spf.as_deref(), a.dkim.as_deref(), a.dmarc.as_deref()),
            (Some("none"), Some("none"), Some("fail"))
        );
        assert_eq!(
            (a.mail_from.as_deref(), a.header_from.as_deref(), a.earlier_dkim.as_deref()),
            (Some("a.example"), Some("b.example"), Some("pass"))
        );
    }
}
