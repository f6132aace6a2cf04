//! Which domains are registries: those below which others register theirs, such as `co.uk`.

use std::cmp::Ordering;

/// The table, as `tests/scripts/suffixes.py` writes it: a line is a domain and the labels below it that are registries.
const TABLE: &str = include_str!("suffixes.txt");

/// Where the lines of the table begin, those of its head left out; ascending by domain.
static LINES: [u32; count()] = {
    let mut lines = [0; count()];
    let (mut n, mut at) = (0, 0);
    while at < TABLE.len() {
        if TABLE.as_bytes()[at] != b'#' {
            lines[n] = at as u32;
            n += 1;
        }
        at = end_of_line(at) + 1;
    }
    lines
};

const fn count() -> usize {
    let (mut n, mut at) = (0, 0);
    while at < TABLE.len() {
        if TABLE.as_bytes()[at] != b'#' {
            n += 1;
        }
        at = end_of_line(at) + 1;
    }
    n
}

const fn end_of_line(mut at: usize) -> usize {
    while TABLE.as_bytes()[at] != b'\n' {
        at += 1;
    }
    at
}

/// A word of the table against a name in any case.
fn compare(word: &str, name: &str) -> Ordering {
    word.bytes().cmp(name.bytes().map(|b| b.to_ascii_lowercase()))
}

/// The labels below a domain; none where nothing there is a registry.
fn below(domain: &str) -> Option<&'static str> {
    let line = |at: u32| {
        let line = &TABLE[at as usize..];
        &line[..memchr::memchr(b'\n', line.as_bytes()).unwrap_or(line.len())]
    };
    let n = LINES.binary_search_by(|at| compare(first(line(*at)), domain)).ok()?;
    line(LINES[n]).get(domain.len() + 1..).or(Some(""))
}

/// The first word of a line.
fn first(line: &str) -> &str {
    &line[..memchr::memchr(b' ', line.as_bytes()).unwrap_or(line.len())]
}

/// Does the label stand among the words, which ascend?
fn holds(mut words: &str, label: &str) -> bool {
    while !words.is_empty() {
        // The word that holds the middle, or begins behind a blank there.
        let middle = words.len() / 2;
        let start = memchr::memrchr(b' ', &words.as_bytes()[..middle]).map_or(0, |blank| blank + 1);
        let word = first(&words[start..]);
        match compare(word, label) {
            Ordering::Equal => return true,
            Ordering::Less => words = words.get(start + word.len() + 1..).unwrap_or(""),
            Ordering::Greater => words = words[..start].trim_end_matches(' '),
        }
    }
    false
}

/// The name that was registered: the label below the longest registry that the host ends with, and that registry.
/// The host itself where it is a registry.
pub(super) fn registered(host: &str) -> &str {
    let mut dots = memchr::memrchr_iter(b'.', host.as_bytes());
    let Some(last) = dots.next() else { return host };
    // Every last label is a registry.
    let (mut registry, mut domain, mut end) = (last + 1, last + 1, last);
    while let Some(labels) = below(&host[domain..]) {
        let dot = dots.next();
        let start = dot.map_or(0, |dot| dot + 1);
        let label = &host[start..end];
        let is_registry = match labels.strip_prefix('*') {
            Some(exceptions) => !exceptions.split_terminator(" !").any(|but| compare(but, label) == Ordering::Equal),
            None => holds(labels, label),
        };
        if is_registry {
            registry = start;
        } else if labels.starts_with('*') {
            registry = domain;
        }
        let Some(dot) = dot else { break };
        (domain, end) = (start, dot);
    }
    let Some(dot) = registry.checked_sub(1) else { return host };
    let start = memchr::memrchr(b'.', &host.as_bytes()[..dot]).map_or(0, |dot| dot + 1);
    &host[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_registered() {
        for (host, want) in [
            ("mx1.mail.example.com", "example.com"),
            ("a.example.gv.at", "example.gv.at"),
            ("mx.example.me.uk", "example.me.uk"),
            ("mx.example.police.uk", "example.police.uk"),
            ("MX.Example.CO.UK", "Example.CO.UK"),
            ("mail.school.sch.uk", "mail.school.sch.uk"),
            ("mx.mail.school.sch.uk", "mail.school.sch.uk"),
            ("mx.web.de", "web.de"),
            ("mx.qq.com", "qq.com"),
            ("mx.example.com.au", "example.com.au"),
            ("mx.example.ne.jp", "example.ne.jp"),
            ("mx.example.chiyoda.tokyo.jp", "example.chiyoda.tokyo.jp"),
            ("mx.city.kawasaki.jp", "city.kawasaki.jp"),
            ("mx.example.ward.kawasaki.jp", "example.ward.kawasaki.jp"),
            ("mx.www.ck", "www.ck"),
            ("mx.example.org.ck", "example.org.ck"),
            ("a.b.pvt.k12.ma.us", "b.pvt.k12.ma.us"),
            ("mx.example.公司.cn", "example.公司.cn"),
            ("mx.example.xn--55qx5d.cn", "example.xn--55qx5d.cn"),
            ("mx.пример.рф", "пример.рф"),
            ("host.internal.lan", "internal.lan"),
        ] {
            assert_eq!(registered(host), want);
        }
    }

    #[test]
    fn registries_stay_whole() {
        for host in ["com", "co.uk", "gv.at", "example.ck", "kawasaki.jp", "ward.kawasaki.jp", "localhost", ""] {
            assert_eq!(registered(host), host);
        }
        for odd in [".", "..", "a..uk", ".co.uk", "ß.ß", "a.*.ck", "!www.ck"] {
            assert!(odd.ends_with(registered(odd)));
        }
    }

    /// Every line and every word of the table is found where it stands.
    #[test]
    fn the_table_is_in_order() {
        for line in TABLE.lines().filter(|l| !l.starts_with('#')) {
            let (domain, labels) = line.split_once(' ').unwrap_or((line, ""));
            assert_eq!(below(domain), Some(labels));
            for label in labels.split(' ').filter(|l| !l.is_empty() && !l.starts_with(['*', '!'])) {
                assert!(holds(labels, label), "{label}.{domain}");
                let registry = format!("{label}.{domain}");
                let host = format!("mx.example.{registry}");
                assert_eq!(registered(&host), format!("example.{registry}"));
            }
            assert!(!holds(labels, "example-of-none") && !holds(labels, "") && !holds(labels, "~"));
        }
    }
}
