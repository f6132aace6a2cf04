//! Host names and IP addresses in the words of reports.

use crate::text;

/// Is it a host name or an IP address?
#[must_use]
pub fn is_host(text: &str) -> bool {
    if text.parse::<std::net::IpAddr>().is_ok() {
        return true;
    }
    let text = text.trim_end_matches('.');
    text.len() > 3
        && text.contains('.')
        && !text.contains("..")
        && !text.contains('@')
        && text
            .split('.')
            .all(|l| !l.is_empty() && l.len() < 64 && l.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_'))
        && text
            .rsplit('.')
            .next()
            .is_some_and(|tld| tld.len() > 1 && tld.chars().any(char::is_alphabetic) && !tld.chars().any(|c| c == '_'))
        && !FILE_ENDINGS.iter().any(|e| ends_with(text, e))
}

/// Does the text end like this, in any case?
fn ends_with(text: &str, end: &str) -> bool {
    let (text, end) = (text.as_bytes(), end.as_bytes());
    text.len() >= end.len() && text[text.len() - end.len()..].eq_ignore_ascii_case(end)
}

/// Names with a dot that are files or programs, not hosts.
const FILE_ENDINGS: &[&str] = &[
    ".php", ".html", ".htm", ".exe", ".txt", ".eml", ".zip", ".aspx", ".pdf", ".cgi", ".cf", ".local.", ".doc",
    ".docx", ".js", ".scr", ".com1",
];

/// `192.0.2.1:25` is an IP and a port; an IPv6 address has more colons.
fn without_port(ip: &str) -> &str {
    match ip.split_once(':') {
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
    if let Some(host) = word.chars().any(is_unspaced).then(|| between_cjk(word)).flatten() {
        return Some(host.to_string());
    }
    let (name, ip) = match word.split_once(['[', '(']) {
        Some((name, rest)) => (name, without_port(rest.split([']', ')']).next().unwrap_or(""))),
        None => (word, ""),
    };
    let name = name.trim_end_matches([':', '.', ',']);
    let name = match name.rsplit_once(':') {
        Some((n, port)) if port.bytes().all(|b| b.is_ascii_digit()) && !n.contains(':') => n,
        _ => name,
    };
    if is_host(name) {
        return Some(name.to_string());
    }
    let ip = ip.strip_prefix("IPv6:").unwrap_or(ip);
    // "[192.0.2.1:25]"
    let ip = match ip.split_once(':') {
        Some((v4, port)) if v4.contains('.') && port.bytes().all(|b| b.is_ascii_digit()) => v4,
        _ => ip,
    };
    (ip.parse::<std::net::IpAddr>().is_ok()).then(|| ip.to_string())
}

/// The last host that a clause names, addresses and links left out. `mx.example.com [192.0.2.1]` is the name.
#[must_use]
pub fn last_host(clause: &str) -> Option<String> {
    let words: Vec<&str> = clause.split(' ').collect();
    for (n, word) in words.iter().enumerate().rev() {
        // Exim writes "H=mx.example.com [192.0.2.1]".
        let word = &word.strip_prefix("H=").unwrap_or(word);
        if word.contains('@') || word.contains("://") || word.contains('=') {
            continue;
        }
        // "after EHLO mail.example.org:" is how the reporting server introduced itself.
        if n.checked_sub(1).is_some_and(|p| matches!(words[p], "EHLO" | "HELO" | "LHLO")) {
            continue;
        }
        if let Some(host) = host_in_word(word) {
            let is_ip = host.parse::<std::net::IpAddr>().is_ok();
            if is_ip
                && (word.starts_with('[') || word.starts_with('('))
                && let Some(name) =
                    n.checked_sub(1).and_then(|p| host_in_word(words[p].strip_prefix("H=").unwrap_or(words[p])))
            {
                return Some(name);
            }
            return Some(host);
        }
    }
    None
}

/// The host in sentences about a connection that failed.
pub fn unreached_host(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    // A name that does not resolve is no host that could be asked.
    if lower.starts_with("dns ") && lower.contains("not found") {
        return None;
    }
    // The last attempt is the one that counts; Postfix lists the others before it.
    for mark in [
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
        "host: ",
        "server ",
        "contact ",
        "connecting to ",
        "remote server ",
        "giving up on ",
        "transferring to ",
        "reach ",
        "connection with ",
    ] {
        if let Some(at) = text::find(&lower, mark)
            && let Some(behind) = text.get(at + mark.len()..)
        {
            let words: Vec<&str> = behind.splitn(3, ' ').collect();
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
    }
    // "mx.example.com [192.0.2.1]: Connection timed out"
    let first = text.split(' ').next().unwrap_or("");
    let second = text.split(' ').nth(1).unwrap_or("");
    (second.starts_with('[') && second.contains(']') || first.contains('[')).then(|| host_in_word(first)).flatten()
}

/// The part of a host name that belongs to one organisation: its last two labels, or three below a registry
/// such as co.uk. An approximation that is good enough to tell two sides apart.
#[must_use]
pub fn organisation(host: &str) -> &str {
    let host = host.trim_end_matches('.');
    let dots: Vec<usize> = host.match_indices('.').map(|(i, _)| i).collect();
    let labels = dots.len() + 1;
    if labels <= 2 {
        return host;
    }
    let second = &host[dots[dots.len() - 2] + 1..dots[dots.len() - 1]];
    let top = &host[dots[dots.len() - 1] + 1..];
    // "co.uk" and its like, not every short name: web.de and qq.com are organisations.
    let registry = top.len() == 2
        && matches!(
            second,
            "co" | "com"
                | "net"
                | "org"
                | "ac"
                | "edu"
                | "gov"
                | "gob"
                | "gouv"
                | "govt"
                | "mil"
                | "or"
                | "ne"
                | "go"
                | "ad"
                | "ed"
                | "gr"
                | "lg"
                | "nom"
                | "ltd"
                | "plc"
                | "nhs"
                | "sch"
                | "school"
                | "id"
                | "web"
                | "info"
                | "biz"
                | "name"
                | "asn"
                | "ind"
                | "firm"
                | "gen"
                | "nic"
                | "re"
                | "pe"
                | "k12"
                | "kyoto"
                | "tokyo"
                | "osaka"
                | "nsw"
                | "vic"
                | "qld"
        )
        && !(second == "web" && top == "de");
    let keep = if registry { 3 } else { 2 };
    if labels <= keep { host } else { &host[dots[labels - keep - 1] + 1..] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations() {
        for (host, want) in [
            ("mx1.mail.example.com", "example.com"),
            ("mx.example.co.uk", "example.co.uk"),
            ("example.com", "example.com"),
            ("mx.example.jp", "example.jp"),
            ("a.b.example.ne.jp", "example.ne.jp"),
        ] {
            assert_eq!(organisation(host), want);
        }
    }
}
