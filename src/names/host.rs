//! Host names and IP addresses in the words of reports.

use std::net::IpAddr;

use super::suffix;
use crate::text;
use crate::text::literals::{self, Literals};

/// Is it a host name or an IP address?
#[must_use]
pub(crate) fn is_host(text: &str) -> bool {
    if parse_ip(text).is_some() {
        return true;
    }
    let text = text.trim_end_matches('.');
    let Some(dot) = memchr::memrchr(b'.', text.as_bytes()) else { return false };
    let tld = &text[dot + 1..];
    text.len() > 3
        && has_labels(text)
        && tld.len() > 1
        && tld.contains(char::is_alphabetic)
        && !tld.contains('_')
        && !is_file_ending(tld)
}

/// Is the text made of labels with a dot between them?
fn has_labels(text: &str) -> bool {
    let mut len = 0;
    for c in text.chars() {
        match c {
            // Most names are nothing but these.
            'a'..='z' | '0'..='9' | '-' | '_' => len += 1,
            '.' if len > 0 => len = 0,
            c if c.is_alphanumeric() => len += c.len_utf8(),
            _ => return false,
        }
        if len > 63 {
            return false;
        }
    }
    len > 0
}

/// Does this end names with a dot that are files or programs, not hosts?
fn is_file_ending(end: &str) -> bool {
    let mut lower = [0; 4];
    let Some(lower) = lower.get_mut(..end.len()) else { return false };
    lower.copy_from_slice(end.as_bytes());
    lower.make_ascii_lowercase();
    matches!(
        &*lower,
        b"php"
            | b"html"
            | b"htm"
            | b"exe"
            | b"txt"
            | b"eml"
            | b"zip"
            | b"aspx"
            | b"pdf"
            | b"cgi"
            | b"cf"
            | b"doc"
            | b"docx"
            | b"js"
            | b"scr"
            | b"com1"
    )
}

/// The IP address that a text is. Nearly every word shows by its letters that it is none.
#[must_use]
pub(crate) fn parse_ip(text: &str) -> Option<IpAddr> {
    if text.bytes().all(|b| b.is_ascii_hexdigit() || matches!(b, b'.' | b':')) { text.parse().ok() } else { None }
}

/// `192.0.2.1:25` is an IP and a port; an IPv6 address has more colons.
fn without_port(ip: &str) -> &str {
    match text::split_once(ip, ":") {
        Some((ip, port)) if port.bytes().all(|b| b.is_ascii_digit()) && ip.contains('.') => ip,
        _ => ip,
    }
}

/// Letters of scripts that are written without blanks.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff00}'..='\u{ffef}')
}

/// The host in `サーバmx.example.jpからの応答`: a name of ASCII letters that is not a piece of an international one.
fn between_cjk(word: &str) -> Option<&str> {
    let mut rest = word;
    let mut found = None;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        let run = rest.get(start..)?;
        let end = run.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | '_')).unwrap_or(run.len());
        let (name, behind) = run.split_at_checked(end)?;
        let piece = rest.get(..start).is_some_and(|b| b.ends_with(['.', '@']))
            || name.ends_with('.')
            || behind.starts_with('@');
        if !piece && is_host(name) {
            found = Some(name);
        }
        rest = behind;
    }
    found
}

/// Splits a word such as `mx.example.com[192.0.2.1]:25:` into its name and its IP.
fn host_in_word(word: &str) -> Option<String> {
    let word = if word.ends_with("::") { word } else { word.trim_end_matches(':') };
    let word = word.trim_matches(|c| matches!(c, '<' | '>' | '(' | ')' | '\'' | '"' | ',' | ';'));
    if let Some(host) = (!word.is_ascii() && word.contains(is_unspaced)).then(|| between_cjk(word)).flatten() {
        return Some(host.to_string());
    }
    let (name, behind) = match memchr::memchr2(b'[', b'(', word.as_bytes()) {
        Some(open) => (&word[..open], &word[open + 1..]),
        None => (word, ""),
    };
    let name = name.trim_end_matches([':', '.', ',']);
    let port = memchr::memchr(b':', name.as_bytes()).filter(|at| name.bytes().skip(at + 1).all(|b| b.is_ascii_digit()));
    let name = port.map_or(name, |at| &name[..at]);
    if is_host(name) {
        return Some(name.to_string());
    }
    let end = memchr::memchr2(b']', b')', behind.as_bytes()).unwrap_or(behind.len());
    let ip = without_port(&behind[..end]);
    let ip = ip.strip_prefix("IPv6:").unwrap_or(ip);
    // "[192.0.2.1:25]"
    let ip = match text::split_once(ip, ":") {
        Some((v4, port)) if v4.contains('.') && port.bytes().all(|b| b.is_ascii_digit()) => v4,
        _ => ip,
    };
    parse_ip(ip).map(|_| ip.to_string())
}

/// A word without the name of its field: Exim writes "H=mx.example.com [192.0.2.1]".
fn bare(word: &str) -> &str {
    word.strip_prefix("H=").unwrap_or(word)
}

/// The last host that a clause names, addresses and links left out. `mx.example.com [192.0.2.1]` is the name.
#[must_use]
pub(crate) fn last_host(clause: &str) -> Option<String> {
    let mut rest = clause;
    // Names have dots, IPs dots or colons; most words have neither.
    while let Some(sign) = memchr::memrchr2(b'.', b':', rest.as_bytes()) {
        let end = memchr::memchr(b' ', &rest.as_bytes()[sign..]).map_or(rest.len(), |len| sign + len);
        let start = memchr::memrchr(b' ', &rest.as_bytes()[..sign]).map_or(0, |blank| blank + 1);
        let word = bare(&rest[start..end]);
        rest = &rest[..start];
        // "said:"
        if memchr::memchr2(b'.', b':', word.trim_end_matches(':').as_bytes()).is_none() {
            continue;
        }
        if memchr::memchr2(b'@', b'=', word.as_bytes()).is_some() || text::contains(word, "://") {
            continue;
        }
        let before = rest.strip_suffix(' ').and_then(|r| r.rsplit(' ').next());
        // "after EHLO mail.example.org:" is how the reporting server introduced itself.
        if matches!(before, Some("EHLO" | "HELO" | "LHLO")) {
            continue;
        }
        if let Some(host) = host_in_word(word) {
            let named = word.starts_with(['[', '(']) && parse_ip(&host).is_some();
            let name = before.filter(|_| named).and_then(|b| host_in_word(bare(b)));
            return name.or(Some(host));
        }
    }
    None
}

/// Words behind which the host stands in sentences about a connection that failed, the most telling first.
static BEFORE_HOST: Literals = Literals::new(&[
    "connect to ",
    "lost connection with ",
    "conversation with ",
    "connection to ",
    "while connected to ",
    "connected to ",
    "remote host ",
    "host: ",
    "talking to ",
    "host ",
    "server ",
    "contact ",
    "connecting to ",
    "remote server ",
    "giving up on ",
    "transferring to ",
    "reach ",
    "connection with ",
]);

/// The host in sentences about a connection that failed.
pub(crate) fn unreached_host(text: &str) -> Option<String> {
    // A name that does not resolve is no host that could be asked.
    let about_dns = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("dns "));
    if about_dns && literals::find(text, "not found").is_some() {
        return None;
    }
    // The last attempt is the one that counts; Postfix lists the others before it.
    for mark in BEFORE_HOST.found_by_rank(text) {
        let words: Vec<&str> = text[mark.behind_first..].splitn(3, ' ').collect();
        // "connect() to TCP port 25 of 192.0.2.1"
        let words = match words.as_slice() {
            ["port", _, rest] | ["TCP", "port", rest] => {
                let rest = rest.split_once("of ").map_or(*rest, |(_, r)| r);
                rest.splitn(3, ' ').collect()
            }
            _ => words,
        };
        if let Some(host) = words.first().filter(|w| !w.contains('@')).and_then(|w| host_in_word(w)) {
            return Some(host);
        }
        // "host [192.0.2.1]"
        if let Some(host) = words.get(1).filter(|w| w.starts_with('[')).and_then(|w| host_in_word(w)) {
            return Some(host);
        }
    }
    // "mx.example.com [192.0.2.1]: Connection timed out"
    let first = text.split(' ').next().unwrap_or("");
    let second = text.split(' ').nth(1).unwrap_or("");
    (second.starts_with('[') && second.contains(']') || first.contains('[')).then(|| host_in_word(first)).flatten()
}

/// The part of a host name that belongs to one organisation: what it registered, at a registry such as com or co.uk.
/// An IP address stays whole.
#[must_use]
pub(crate) fn organisation(host: &str) -> &str {
    let host = host.trim_end_matches('.');
    let last = memchr::memrchr(b'.', host.as_bytes()).map_or(host, |dot| &host[dot + 1..]);
    // No last label of a name begins so.
    if last.starts_with(|c: char| c.is_ascii_digit()) { host } else { suffix::registered(host) }
}

/// Is it an address of a local network?
pub(crate) fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_private() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}

/// Is it this machine's own, or one of a local network?
pub(crate) fn is_inside(ip: IpAddr) -> bool {
    ip.is_loopback() || is_private(ip)
}

/// Is `host` this domain or a host in it?
#[must_use]
pub(crate) fn in_domain(host: &str, domain: &str) -> bool {
    host.len() >= domain.len()
        && host.is_char_boundary(host.len() - domain.len())
        && host[host.len() - domain.len()..].eq_ignore_ascii_case(domain)
        && (host.len() == domain.len() || host.as_bytes()[host.len() - domain.len() - 1] == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_what_only_looks_like_one() {
        for host in [
            "mx.example.com",
            "mx.example.com.",
            "192.0.2.1",
            "2001:db8::1",
            "::1",
            "beef.de",
            "exämple.de",
            "a_b.example.com",
        ] {
            assert!(is_host(host), "{host}");
        }
        for text in [
            "",
            "a",
            "a.b",
            "mx",
            "a..de",
            "a@example.com",
            "index.PHP",
            "192.0.2.256",
            "said:",
            "1.2.3",
            "x.a_b",
            ".de",
        ] {
            assert!(!is_host(text), "{text}");
        }
    }

    #[test]
    fn the_last_host_is_the_one() {
        for (clause, want) in [
            ("host mx.example.com[192.0.2.1] said:", Some("mx.example.com")),
            ("H=mx.example.com [192.0.2.1]", Some("mx.example.com")),
            ("mx.example.com [192.0.2.1] for a@example.org", Some("mx.example.com")),
            ("mx.example.com after EHLO me.example.org:", Some("mx.example.com")),
            ("from [2001:db8::1]:25", Some("2001:db8::1")),
            ("see https://example.com/x", None),
            ("no such user here", None),
            ("", None),
        ] {
            assert_eq!(last_host(clause).as_deref(), want, "{clause}");
        }
    }

    #[test]
    fn organisations() {
        for (host, want) in [
            ("mx1.mail.example.com", "example.com"),
            ("mx.example.co.uk", "example.co.uk"),
            ("example.com", "example.com"),
            ("mx.example.jp", "example.jp"),
            ("a.b.example.ne.jp", "example.ne.jp"),
            ("example.co.uk", "example.co.uk"),
            ("localhost", "localhost"),
            ("mx.example.gv.at.", "example.gv.at"),
            ("192.0.2.1", "192.0.2.1"),
        ] {
            assert_eq!(organisation(host), want);
        }
    }
}
