//! Which domains are registries: those below which others register theirs, such as `co.uk`.

use std::cmp::Ordering;

/// The table, as `tests/scripts/suffixes.py` writes it: a line is a domain and the labels below it that are registries.
const TABLE: &[u8] = include_bytes!("suffixes.txt");

/// Where the lines of the table begin, those of its head left out; ascending by domain.
static LINES: [u32; count()] = {
    let mut lines = [0; count()];
    let (mut n, mut at) = (0, 0);
    while at < TABLE.len() {
        if TABLE[at] != b'#' {
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
        if TABLE[at] != b'#' {
            n += 1;
        }
        at = end_of_line(at) + 1;
    }
    n
}

const fn end_of_line(mut at: usize) -> usize {
    while TABLE[at] != b'\n' {
        at += 1;
    }
    at
}

/// The word that a piece of the table begins with against a name in any case.
fn compare(table: &[u8], name: &[u8]) -> Ordering {
    for (n, byte) in name.iter().enumerate() {
        match table.get(n) {
            Some(here) if *here > b' ' => match here.cmp(&byte.to_ascii_lowercase()) {
                Ordering::Equal => {}
                unequal => return unequal,
            },
            _ => return Ordering::Less,
        }
    }
    if table.get(name.len()).is_none_or(|here| *here <= b' ') { Ordering::Equal } else { Ordering::Greater }
}

/// The labels below a domain; none where nothing there is a registry.
fn below(domain: &[u8]) -> Option<&'static [u8]> {
    let n = LINES.binary_search_by(|at| compare(&TABLE[*at as usize..], domain)).ok()?;
    let end = LINES.get(n + 1).map_or(TABLE.len(), |next| *next as usize);
    // Behind the domain stands a blank or the end of the line.
    TABLE.get(LINES[n] as usize + domain.len() + 1..end - 1).or(Some(&[]))
}

/// Does the label stand among the words, which ascend?
fn holds(mut words: &[u8], label: &[u8]) -> bool {
    while !words.is_empty() {
        // The word that holds the middle, or begins behind a blank there.
        let middle = words.len() / 2;
        let start = memchr::memrchr(b' ', &words[..middle]).map_or(0, |blank| blank + 1);
        match compare(&words[start..], label) {
            Ordering::Equal => return true,
            Ordering::Less => {
                let Some(blank) = memchr::memchr(b' ', &words[start..]) else { return false };
                words = &words[start + blank + 1..];
            }
            Ordering::Greater => words = &words[..start.saturating_sub(1)],
        }
    }
    false
}

/// The name that was registered: the label below the longest registry that the host ends with, and that registry.
/// The host itself where it is a registry.
pub(super) fn registered(host: &str) -> &str {
    let name = host.as_bytes();
    let Some(last) = memchr::memrchr(b'.', name) else { return host };
    // Every last label is a registry.
    let (mut registry, mut domain) = (last + 1, last + 1);
    // As long as something stands before the domain.
    while let Some(end) = domain.checked_sub(1)
        && let Some(labels) = below(&name[domain..])
    {
        let start = memchr::memrchr(b'.', &name[..end]).map_or(0, |dot| dot + 1);
        let label = &name[start..end];
        let is = |but: &[u8]| but.strip_prefix(b"!").is_some_and(|but| compare(but, label).is_eq());
        registry = match labels.strip_prefix(b"*") {
            // What is excepted was registered at the domain itself.
            Some(but) if but.split(|b| *b == b' ').any(is) => domain,
            Some(_) => start,
            None if holds(labels, label) => start,
            None => registry,
        };
        domain = start;
    }
    let Some(dot) = registry.checked_sub(1) else { return host };
    &host[memchr::memrchr(b'.', &name[..dot]).map_or(0, |dot| dot + 1)..]
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
        for line in std::str::from_utf8(TABLE).unwrap().lines().filter(|l| !l.starts_with('#')) {
            let (domain, labels) = line.split_once(' ').unwrap_or((line, ""));
            assert_eq!(below(domain.as_bytes()), Some(labels.as_bytes()));
            for label in labels.split(' ').filter(|l| !l.is_empty() && !l.starts_with(['*', '!'])) {
                assert!(holds(labels.as_bytes(), label.as_bytes()), "{label}.{domain}");
                let registry = format!("{label}.{domain}");
                let host = format!("mx.example.{registry}");
                assert_eq!(registered(&host), format!("example.{registry}"));
            }
            assert!(["example-of-none", "", "~"].iter().all(|no| !holds(labels.as_bytes(), no.as_bytes())));
        }
    }
}
