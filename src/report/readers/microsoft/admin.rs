//! "Diagnostic information for administrators": who wrote the report, then for each recipient the address, the
//! remote server where there is one, and the response in one of Exchange's forms.
//!
//! The forms are told apart by their marks, not by their words, so that a translated "Remote Server returned" is
//! read too: `#550 5.1.1 … ##`, `host #<host #5.7.1 smtp;530 …> #SMTP#`, a response in quotes, dated ones newest first.

use super::labels::{self, Label, is_dressing};
use crate::names::code::{self, Status};
use crate::names::terms::Stage;
use crate::names::{address, host};
use crate::report::types::{Place, Recipient, Report};
use crate::text;

/// Reads the administrators' section; the report is empty when the text has none.
pub(super) fn read(text: &str) -> Report {
    let lines: Vec<&str> = text::lines(text).map(|l| text::trim_matches(l, blank)).collect();
    let start = lines
        .iter()
        .position(|l| labels::is(l, Label::Generating))
        .or_else(|| lines.iter().position(|l| labels::is(l, Label::Admin)))
        .unwrap_or(0);
    let mut report = Report::default();
    let mut receiving: Option<String> = None;
    let mut n = start;
    while n < lines.len() {
        let line = lines[n];
        n += 1;
        if line.is_empty() {
            continue;
        }
        if n > start + 1 && labels::is(line, Label::Headers) {
            break;
        }
        if let Some(value) = labels::value(line, Label::Generating) {
            let value = or_next(value, &lines, &mut n);
            report.generating_server = report.generating_server.take().or_else(|| name(value));
        } else if let Some(value) = labels::value(line, Label::Receiving) {
            receiving = name(or_next(value, &lines, &mut n));
        } else if let Some((found, rest)) = anchor(line) {
            let block = block(&lines, &mut n, rest);
            let Some(mut recipient) = recipient(found, &block) else { continue };
            if report.recipients.is_empty() && report.generating_server.is_none() {
                report.generating_server = unlabelled(&lines[..n], found);
            }
            recipient.remote = recipient.remote.take().or_else(|| receiving.clone());
            finish(&mut recipient);
            match report.recipients.iter_mut().find(|r| r.address.as_deref().is_some_and(|a| address::same(a, found))) {
                Some(known) => known.statements.append(&mut recipient.statements),
                None => report.recipients.push(recipient),
            }
        }
    }
    report
}

/// A response alone, in one of Exchange's forms, with nobody named: what somebody copied out of a report.
pub(super) fn anonymous(text: &str) -> Option<Recipient> {
    let lines: Vec<&str> = text.lines().map(|l| l.trim_matches(blank)).filter(|l| !l.is_empty()).take(40).collect();
    let mut recipient = recipient("", &lines)?;
    recipient.address = None;
    Some(recipient)
}

fn blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{a0}' || c == '\u{202f}' || c == '\u{feff}'
}

/// The value of a heading, or the next line that holds something where the heading stands alone.
fn or_next<'a>(value: &'a str, lines: &[&'a str], n: &mut usize) -> &'a str {
    if !value.is_empty() {
        return value;
    }
    while *n < lines.len() {
        let line = lines[*n];
        if !line.is_empty() {
            if !line.contains('@') {
                *n += 1;
                return line;
            }
            break;
        }
        *n += 1;
    }
    ""
}

/// The host with which a value begins. Exchange's own servers may be named without a domain.
pub(super) fn name(value: &str) -> Option<String> {
    let word = value.split(|c: char| c.is_whitespace() || matches!(c, '(' | ',' | ';')).next().unwrap_or("");
    let word = word.trim_matches(|c| matches!(c, '<' | '>' | '[' | ']' | '\'' | '"' | ':')).trim_end_matches('.');
    let plausible = word.len() > 1
        && word.len() < 256
        && !word.contains('@')
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':'))
        && word.chars().any(char::is_alphanumeric);
    plausible.then(|| word.to_string())
}

/// In languages whose heading is not known: the last line above the first recipient of the form `words: host`.
fn unlabelled(lines: &[&str], first: &str) -> Option<String> {
    let at = lines.iter().rposition(|l| l.contains(first))?;
    let above = lines[..at].iter().rev().take(8).filter(|l| !l.is_empty());
    let hosts = above.map_while(|l| {
        let (label, value) = l.split_once([':', '：'])?;
        let host = value.split_whitespace().next()?;
        (label.len() < 80 && host::is_host(host)).then(|| host.trim_end_matches('.').to_string())
    });
    hosts.last()
}

/// An address that stands alone on its line, or is followed by what can only be a response.
fn anchor(line: &str) -> Option<(&str, &str)> {
    let body = line.trim_start_matches(is_dressing);
    let (start, end, found) = address::find(body)?;
    if !body[..start].chars().all(|c| matches!(c, '<' | '"' | '\'' | '[' | '(')) {
        return None;
    }
    let rest = body[end..].trim_start_matches(['>', '"', '\'', ']', ')', ':', ',', ';']).trim_start_matches(blank);
    let rest = match rest.strip_prefix("<mailto:").and_then(|r| r.split_once('>')) {
        Some((_, rest)) => rest.trim_start_matches(blank),
        None => rest,
    };
    (rest.is_empty() || opens(rest).is_some() || rest.starts_with('#') || rest.starts_with('('))
        .then_some((found, rest))
}

/// The lines that belong to an address. Pasted text may have lost or doubled the empty lines between them.
fn block<'a>(lines: &[&'a str], n: &mut usize, rest: &'a str) -> Vec<&'a str> {
    let mut block = Vec::new();
    if !rest.is_empty() {
        block.push(rest);
    }
    while *n < lines.len() {
        let line = lines[*n];
        if line.is_empty() {
            let complete = block.iter().any(|l| opens(l).is_some() || l.contains('#'));
            if complete && !lines.iter().skip(*n).find(|l| !l.is_empty()).is_some_and(|l| dated(l)) {
                break;
            }
            *n += 1;
            continue;
        }
        if anchor(line).is_some() || labels::is(line, Label::Headers) || labels::is(line, Label::Generating) {
            break;
        }
        // Prose between a heading's address and anything else is no response.
        if block.is_empty() && !is_host_line(line) && opens(line).is_none() && !line.contains('#') && line.len() < 4 {
            break;
        }
        block.push(line);
        *n += 1;
        if block.len() > 60 {
            break;
        }
    }
    block
}

/// "4/12/2020 9:15:01 AM - … returned '…'": one of several attempts.
fn dated(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit()) && line.contains(" - ") && opens(line).is_some()
}

fn is_host_line(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (Some(first), second, None) = (words.next(), words.next(), words.next()) else { return false };
    let host = host::is_host(first) || host::is_host(first.trim_start_matches('[').trim_end_matches(']'));
    host && second.is_none_or(|s| s.starts_with(['(', '[']))
}

/// Where a response begins in a line: its offset, and the quote that opens it where there is one.
fn opens(line: &str) -> Option<(usize, Option<char>)> {
    for (at, c) in line.char_indices() {
        let close = match c {
            '\'' => '\'',
            '"' => '"',
            '‘' | '’' | '‚' => '’',
            '„' => '“',
            '“' | '”' => '”',
            '«' => '»',
            '「' => '」',
            '`' => '\'',
            _ => continue,
        };
        let behind = at + c.len_utf8();
        let said = line[behind..].trim_start_matches(blank);
        if code::reply_at(said, 0).is_some_and(|r| r >= 400) || leads_with_status(said) || in_brackets(said) {
            return Some((behind, Some(close)));
        }
    }
    if let Some(at) = line.find("[{LED=").or_else(|| line.find("{LED=")) {
        return Some((at, None));
    }
    (code::reply_at(line, 0).is_some_and(|r| r >= 400) || leads_with_status(line)).then_some((0, None))
}

/// `<host #5.1.1 …` at the start.
fn in_brackets(said: &str) -> bool {
    said.strip_prefix('<')
        .and_then(|s| s.split_once('#'))
        .is_some_and(|(host, rest)| host.len() < 100 && !host.trim().contains(' ') && leads_with_status(rest))
}

fn leads_with_status(text: &str) -> bool {
    code::find_status_from(text.get(..12.min(text.len())).unwrap_or(""), 0)
        .is_some_and(|s| s.start == 0 && s.value.class != 2)
}

/// Reads the lines under an address. `None` when they hold no response.
fn recipient(found: &str, block: &[&str]) -> Option<Recipient> {
    let mut recipient = Recipient::new(found);
    let mut lines = block;
    while let Some((first, rest)) = lines.split_first()
        && (is_host_line(first) || !rest.is_empty() && bare_name(first) && opens(rest[0]).is_some())
    {
        recipient.remote = recipient.remote.take().or_else(|| name(first.trim_start_matches('[')));
        lines = rest;
    }
    for statement in statements(lines) {
        read_statement(&statement, &mut recipient);
    }
    (!recipient.statements.is_empty()).then_some(recipient)
}

/// A server named without a domain, alone on its line.
fn bare_name(line: &str) -> bool {
    line.len() < 64
        && line.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        && code::leading_reply(line).is_none()
        && line.bytes().any(|b| b.is_ascii_alphabetic())
}

/// Joins wrapped lines to whole statements: a line that opens a response begins a new one once there is one.
fn statements(lines: &[&str]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut current = String::new();
    let mut open = false;
    for line in lines {
        let begins = (opens(line).is_some_and(|(_, q)| q.is_some()) && line.len() > 4) && !unclosed(&current)
            || line.starts_with('#') && !unclosed(&current);
        if begins && open {
            out.push(std::mem::take(&mut current));
        }
        open |= begins || opens(line).is_some() || line.contains('#');
        if !current.is_empty() {
            current.push(' ');
        }
        current.push_str(line);
    }
    if open {
        out.push(current);
    }
    out
}

/// Does the statement so far wait for its closing quote? A quote inside a response must not begin a new one.
fn unclosed(current: &str) -> bool {
    match opens(current) {
        Some((at, Some(close))) => !current[at..].trim_end_matches(blank).ends_with(close),
        _ => current.contains('#') && !current.contains("##") && !current.contains("#SMTP#"),
    }
}

/// Reads one statement of whatever form.
fn read_statement(statement: &str, recipient: &mut Recipient) {
    let hash = statement.find('#');
    let quoted = opens(statement);
    // A `#` inside a quoted response is the response's own.
    if let Some(hash) = hash
        && quoted.is_none_or(|(at, _)| hash < at)
        && statement[hash + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '<')
    {
        if let Some(host) = name_before(&statement[..hash]) {
            recipient.remote = recipient.remote.take().or(Some(host));
        }
        read_hash(&statement[hash + 1..], recipient);
        return;
    }
    let Some((at, close)) = quoted else { return };
    if let Some(host) = host_of_attempt(&statement[..at]) {
        recipient.remote = recipient.remote.take().or(Some(host));
    }
    // Under Exchange's own "delayed" or "expired" stand the attempts, newest first: what the other server really said.
    // 441 is no server's: Exchange gives it to attempts that got no answer.
    let attempt = statement.starts_with(|c: char| c.is_ascii_digit())
        && code::leading_reply(&statement[at..]).is_some_and(|r| r != 441)
        && !recipient.statements.is_empty()
        && recipient.statements.iter().all(|s| s.text.contains("4.4.7"));
    let response = &statement[at..];
    let response = match close.and_then(|c| response.rfind(c)) {
        Some(end) => &response[..end],
        None => response,
    };
    match response.trim().strip_prefix('<').and_then(|r| angle(r.rsplit_once('>').map_or(r, |(inside, _)| inside))) {
        Some(found) if !found.text.is_empty() => {
            recipient.status = recipient.status.or(Some(found.status));
            recipient.remote = recipient.remote.take().or(found.host);
            recipient.say(Place::Quoted, found.text);
        }
        _ => recipient.say(if attempt { Place::Supplementary } else { Place::Quoted }, response),
    }
}

fn name_before(prefix: &str) -> Option<String> {
    let word = prefix.split_whitespace().last()?;
    host::is_host(word).then(|| word.trim_end_matches('.').to_string())
}

/// The server of an attempt: "… at HOST (IP) …" in any language.
fn host_of_attempt(prefix: &str) -> Option<String> {
    let words: Vec<&str> = prefix.split_whitespace().collect();
    for (n, word) in words.iter().enumerate() {
        let ip = word.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']' | ','));
        if ip.len() < word.len() && host::parse_ip(ip).is_some() {
            let before = n.checked_sub(1).map_or("", |p| words[p]);
            let named =
                host::is_host(before) || before.bytes().any(|b| b.is_ascii_digit() || b == b'-') && bare_name(before);
            return Some(if named { before.to_string() } else { ip.to_string() });
        }
    }
    words.iter().rev().find(|w| host::is_host(w)).map(|w| w.trim_end_matches('.').to_string())
}

/// What stands behind the first `#`: `550 5.1.1 … ##`, `<host #5.7.1 smtp;530 …> #SMTP#`.
fn read_hash(rest: &str, recipient: &mut Recipient) {
    let (body, behind) = match rest.find("##") {
        Some(end) => (&rest[..end], &rest[end + 2..]),
        None => (rest.split(" #SMTP#").next().unwrap_or(rest), ""),
    };
    let body = body.trim_matches(blank).trim_end_matches("#SMTP#").trim_end();
    if let Some(original) = address::clean(behind).filter(|a| a.contains('@'))
        && recipient.address.as_deref().is_none_or(|a| !address::same(a, &original))
    {
        recipient.original_address = Some(original);
    }
    match body.strip_prefix('<') {
        Some(inner) => {
            let inner = inner.trim_end().strip_suffix('>').unwrap_or(inner);
            match angle(inner) {
                Some(angle) => {
                    recipient.status = recipient.status.or(Some(angle.status));
                    recipient.say(Place::Quoted, if angle.text.is_empty() { inner } else { angle.text });
                }
                None => recipient.say(Place::Quoted, inner),
            }
        }
        None => recipient.say(Place::Quoted, body),
    }
}

/// `host #5.7.1 smtp;530 5.7.1 …`, the form of Exchange 2000 and 2003.
pub(super) struct Angle<'a> {
    /// The server that gave the status.
    pub(super) host: Option<String>,
    /// Its status.
    pub(super) status: Status,
    /// What stands behind the type, or nothing.
    pub(super) text: &'a str,
}

/// Reads the inside of the angle brackets.
pub(super) fn angle(inner: &str) -> Option<Angle<'_>> {
    let hash = inner.find('#')?;
    let status = code::find_status_from(inner, hash + 1).filter(|s| s.start <= hash + 2)?;
    let host = inner[..hash].trim();
    if host.contains(' ') {
        return None;
    }
    let rest = inner[status.end..].trim();
    let text = match rest.split_once(';') {
        Some((kind, text)) if kind.len() < 16 && kind.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') => text,
        _ => rest,
    };
    Some(Angle { host: name(host), status: status.value, text: text.trim() })
}

/// Where no other server is named the report's own server refused, inside itself; an attempt to connect shows in words.
fn finish(recipient: &mut Recipient) {
    let failed_to_connect = ["Failed to connect", "Cannot connect", "Connection refused", "Unable to connect"];
    if recipient.statements.iter().any(|s| failed_to_connect.iter().any(|f| s.text.contains(f))) {
        recipient.stage = Some(Stage::Connect);
    } else if recipient.remote.is_none() {
        recipient.stage = Some(Stage::Local);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> (Report, Recipient) {
        let report = read(text);
        assert_eq!(report.recipients.len(), 1, "{text}");
        let recipient = report.recipients[0].clone();
        (report, recipient)
    }

    #[test]
    fn worked_example_of_microsofts_page() {
        let (report, r) = one(
            "Diagnostic information for administrators:\n\nGenerating server: alpineskihouse.com\n\nronald@contoso.com\n\
             mail.contoso.com #<exchange.contoso.com #5.7.1 smtp;530 5.7.1 Client was not authenticated> #SMTP#\n\n\
             Original message headers:\n\n",
        );
        assert_eq!(report.generating_server.as_deref(), Some("alpineskihouse.com"));
        assert_eq!(r.address.as_deref(), Some("ronald@contoso.com"));
        assert_eq!(r.remote.as_deref(), Some("mail.contoso.com"));
        assert_eq!(r.status, Some(Status::new(5, 7, 1)));
        assert_eq!(r.statements[0].text, "530 5.7.1 Client was not authenticated");
    }

    #[test]
    fn hash_forms() {
        let (_, r) = one(
            "Generating server: a.example.org\n\nu@example.com\n#550 5.1.1 RESOLVER.ADR.RecipNotFound;\nnot found ##rfc822;list@example.com\n",
        );
        assert_eq!(r.statements[0].text, "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found");
        assert_eq!((r.remote, r.stage), (None, Some(Stage::Local)));
        assert_eq!(r.original_address.as_deref(), Some("list@example.com"));
        let (_, r) = one("Generating server: a.example.org\n\nu@example.com\nmx.example.com #550 5.7.1 no ##\n");
        assert_eq!(r.remote.as_deref(), Some("mx.example.com"));
        let (_, r) =
            one("Generating server: a.example.org\n\nu@example.com\nmx.example.com #550 No such user #SMTP#\n");
        assert_eq!(r.statements[0].text, "550 No such user");
        let (_, r) =
            one("Generating server: a.example.org\n\nu@example.com\n#< #5.1.1 smtp;550 5.1.1 unknown user> #SMTP#\n");
        assert_eq!(r.statements[0].text, "550 5.1.1 unknown user");
    }

    #[test]
    fn quoted_forms_in_any_language() {
        for said in [
            "Remote Server returned '550 5.7.1 it's no'",
            "Remote Server  returned  '550 5.7.1 it's no'",
            "Le serveur distant a renvoyé «\u{a0}550 5.7.1 it's no\u{a0}»",
            "El servidor remoto devolvió “550 5.7.1 it's no”",
            "某服务器 返回了 ‘550 5.7.1 it's no’",
            "550 5.7.1 it's no",
        ] {
            let (report, r) = one(&format!("Xyz : a.example.org\n\nu@example.com\nmx.example.com\n{said}\n\nPqr:\n"));
            assert_eq!(report.generating_server.as_deref(), Some("a.example.org"), "{said}");
            assert_eq!(r.remote.as_deref(), Some("mx.example.com"), "{said}");
            assert_eq!(r.statements[0].text, "550 5.7.1 it's no", "{said}");
        }
    }

    #[test]
    fn an_older_form_in_quotes() {
        let (_, r) = one(
            "Generating server: a.example.org\n\nu@example.com\nRemote Server returned '<mx.example.com #5.1.1 smtp;550 5.1.1 gone>'\n",
        );
        assert_eq!((r.statements[0].text.as_str(), r.remote.as_deref()), ("550 5.1.1 gone", Some("mx.example.com")));
    }

    #[test]
    fn several_recipients_and_lost_or_doubled_lines() {
        let report = read(
            "Generating server:\na.example.org\n\nu@example.com\n\nmx.example.com\n\nRemote Server returned '550 5.1.1 gone'\n\n\
             v@example.net<mailto:v@example.net> Remote Server returned '550 5.2.2 full'\nw@example.net\nRemote Server returned '554 5.4.14 Hop\n count exceeded -\n possible mail loop'\n",
        );
        let got: Vec<_> = report
            .recipients
            .iter()
            .map(|r| (r.address.as_deref().unwrap(), r.remote.as_deref(), r.statements[0].text.as_str()))
            .collect();
        assert_eq!(
            got,
            [
                ("u@example.com", Some("mx.example.com"), "550 5.1.1 gone"),
                ("v@example.net", None, "550 5.2.2 full"),
                ("w@example.net", None, "554 5.4.14 Hop count exceeded - possible mail loop"),
            ]
        );
    }

    #[test]
    fn attempts_newest_first() {
        let (_, r) = one(
            "Generating server: a.example.org\nReceiving server: example.com (192.0.2.9)\n\nu@example.com\n\
             4/12/2020 9:15:01 AM - Remote Server at example.com (192.0.2.9) returned '550 4.4.7 QUEUE.Expired; message expired'\n\
             4/12/2020 9:05:44 AM - Remote Server at example.com (192.0.2.9) returned '441 4.4.1 Error encountered while communicating with primary target IP address: \"Failed to connect. Winsock error code: 10060.\" Attempted failover'\n",
        );
        assert_eq!(r.remote.as_deref(), Some("example.com"));
        assert_eq!(r.statements.len(), 2);
        assert_eq!(r.statements[0].text, "550 4.4.7 QUEUE.Expired; message expired");
        assert!(r.statements[1].text.ends_with("Attempted failover"));
        assert_eq!(r.stage, Some(Stage::Connect));
        let (_, r) = one(
            "Generating server: a.example.org\n\nu@example.com\nServer at mbx07 (192.0.2.9) returned '400 4.4.7 Message delayed'\n",
        );
        assert_eq!(r.remote.as_deref(), Some("mbx07"));
    }

    #[test]
    fn survives_nonsense() {
        for text in [
            "",
            "Generating server:",
            "#",
            "a@example.com\n#",
            "a@example.com\n'",
            "a@example.com\n#<",
            "Generating server: é\né@é.é\n#<é #é>",
        ] {
            let _ = read(text);
        }
    }
}
