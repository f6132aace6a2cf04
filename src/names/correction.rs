//! A likely correction of an address that does not exist: near misses of the domains that many people have, and what
//! copying and typing leave in an address.

use std::sync::LazyLock;

use super::address;

/// The domains, most used first.
static KNOWN: LazyLock<Vec<&str>> = LazyLock::new(|| {
    include_str!("mail_domains.txt").lines().filter(|l| !l.starts_with('#') && !l.is_empty()).collect()
});

fn known() -> impl Iterator<Item = &'static str> {
    KNOWN.iter().copied()
}

/// A likely correction; `None` for an address that is written well and whose domain is known or is like no other.
///
/// Ask only about addresses that a server refused as unknown or invalid, or whose domain was not found: rare domains that
/// are one letter from a known one exist.
#[must_use]
pub(crate) fn of(address: &str) -> Option<String> {
    let clean = cleaned(address);
    let (local, domain) = clean.rsplit_once('@')?;
    if local.is_empty() || domain.is_empty() {
        return None;
    }
    let lower = domain.to_ascii_lowercase();
    let domain = nearest(&lower).unwrap_or(&lower);
    let corrected = format!("{local}@{domain}");
    (!corrected.eq_ignore_ascii_case(address) && address::is_address(&corrected)).then_some(corrected)
}

/// What copying and typing leave in an address, taken out.
fn cleaned(address: &str) -> String {
    let text = address.trim();
    let text = text.strip_prefix("mailto:").or_else(|| text.strip_prefix("MAILTO:")).unwrap_or(text);
    // Two addresses in one: the first.
    let text = match text.match_indices('@').nth(1) {
        Some(_) => text.split([',', ';', ' ', '/', '<']).find(|t| t.matches('@').count() == 1).unwrap_or(text),
        None => text,
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = plain(c);
        let last = out.chars().next_back();
        match c {
            c if c.is_whitespace() || c.is_control() || is_invisible(c) => {}
            // An apostrophe may stand in a local part; only those around an address go.
            '\'' if !out.is_empty() && !out.contains('@') => out.push(c),
            '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']' | '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}' => {}
            ',' | ';' if out.contains('@') => out.push('.'),
            // A dot stands neither twice nor beside the @.
            '.' if matches!(last, None | Some('.' | '@')) => {}
            '@' => {
                out.truncate(out.trim_end_matches('.').len());
                out.push('@');
            }
            c => out.push(c),
        }
    }
    out.truncate(out.trim_end_matches(['.', '-', ':', '!', '?', '\\']).len());
    out
}

/// Letters of other scripts that look like Latin ones.
fn plain(c: char) -> char {
    match c {
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'у' => 'y',
        'х' => 'x',
        'і' => 'i',
        'ѕ' => 's',
        'ο' => 'o',
        'α' => 'a',
        'ν' => 'v',
        '＠' => '@',
        '．' | '。' => '.',
        c => c,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

/// The known domain that this one is a near miss of.
fn nearest(domain: &str) -> Option<&'static str> {
    if known().any(|k| k == domain) || is_of_a_known_name(domain) {
        return None;
    }
    // `www.gmail.com`, `gmail.com.com`
    let bare = domain.strip_prefix("www.").unwrap_or(domain);
    let bare = bare.strip_suffix(".com").filter(|d| d.ends_with(".com")).unwrap_or(bare);
    if bare != domain && known().any(|k| k == bare) {
        return known().find(|k| *k == bare);
    }
    let mut best: Option<(usize, &str)> = None;
    // To measure is dear: of most candidates length and first letters say enough.
    let [first, second, ..] = *bare.as_bytes() else { return None };
    let near = |c: &&str| {
        let [a, b, ..] = *c.as_bytes() else { return false };
        c.len().abs_diff(bare.len()) < 3 && (a == first || (a, b) == (second, first))
    };
    for candidate in known().filter(near) {
        let distance = strsim::osa_distance(bare, candidate);
        if distance > 2 || !is_miss(bare, candidate, distance) {
            continue;
        }
        // Of two that are as near, the one that more people have.
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Endings that mistyped ones are taken for; each exists for no domain, or for hardly one.
const ENDINGS: &[(&str, &[&str])] = &[
    (
        "com",
        &[
            "con", "cmo", "ocm", "cm", "om", "vom", "xom", "comm", "coom", "cim", "cpm", "clm", "cok", "co", "c0m",
            "coma", "come", "como", "vcom",
        ],
    ),
    ("net", &["nte", "ner", "ne", "bet", "nett", "met", "ent", "net1"]),
    ("de", &["ed", "dd", "dr", "d", "dee", "ded"]),
    ("fr", &["rf", "ft", "fre", "f"]),
    ("co.uk", &["co.k", "co.ku", "couk", "co.um", "cu.uk", "o.uk", "co.u", "uk.co"]),
    ("it", &["ti", "ir", "itt"]),
    ("ru", &["ur", "ry", "r"]),
    ("me", &["em"]),
];

/// Is one a typing error of the other, and no other domain that happens to be near?
fn is_miss(domain: &str, known: &str, distance: usize) -> bool {
    let (name, ending) = known.split_once('.').unwrap_or((known, ""));
    let (typed, typed_ending) = domain.split_once('.').unwrap_or((domain, ""));
    let mistyped = ENDINGS.iter().any(|(right, wrong)| *right == ending && wrong.contains(&typed_ending));
    if typed == name {
        // These endings are those of countries, where short names are taken.
        return mistyped && (name.len() > 4 || !matches!(typed_ending, "co" | "cm" | "om" | "ne" | "ir"));
    }
    // Names of a few letters are near to many others.
    if name.len() < 5 || distance == 2 && name.len() < 7 {
        return false;
    }
    // The first letter is seldom wrong: `fmail.com` and `tmail.com` are domains of their own.
    let (a, b) = (typed.as_bytes(), name.as_bytes());
    let same_first = a.first() == b.first() || a.first() == b.get(1) && a.get(1) == b.first();
    if typed.len().abs_diff(name.len()) > 1 {
        return domain.replace('.', "") == known.replace('.', "");
    }
    match (typed_ending == ending, mistyped) {
        (true, _) => same_first && (distance == 1 || strsim::osa_distance(typed, name) == 2),
        (false, true) => distance <= 2 && same_first && strsim::osa_distance(typed, name) == 1,
        (false, false) => domain.replace('.', "") == known.replace('.', ""),
    }
}

/// Does the domain belong to one of the known providers under another ending, such as `yahoo.dk`?
fn is_of_a_known_name(domain: &str) -> bool {
    const EVERYWHERE: &[&str] = &["yahoo", "hotmail", "live", "outlook", "gmx", "yandex", "aol", "msn", "icloud"];
    let Some((name, ending)) = domain.split_once('.') else { return false };
    let is_country = ending.len() == 2 && !ENDINGS.iter().any(|(_, wrong)| wrong.contains(&ending))
        || ending.strip_prefix("co.").or_else(|| ending.strip_prefix("com.")).is_some_and(|c| c.len() == 2);
    is_country && EVERYWHERE.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors() {
        for (typed, meant) in [
            ("u@gmial.com", "u@gmail.com"),
            ("u@gmai.com", "u@gmail.com"),
            ("u@gmail.con", "u@gmail.com"),
            ("u@gnail.com", "u@gmail.com"),
            ("u@gmail.cmo", "u@gmail.com"),
            ("u@gmailcom", "u@gmail.com"),
            ("u@hotmail.con", "u@hotmail.com"),
            ("u@hotmial.com", "u@hotmail.com"),
            ("u@homtail.fr", "u@hotmail.fr"),
            ("u@outlok.com", "u@outlook.com"),
            ("u@yahoo.co", "u@yahoo.com"),
            ("u@yaho.com", "u@yahoo.com"),
            ("u@web.ed", "u@web.de"),
            ("u@tonline.de", "u@t-online.de"),
            ("u@gmail..com", "u@gmail.com"),
            ("u@gmail.com.", "u@gmail.com"),
            ("u@gmail,com", "u@gmail.com"),
            ("u.@gmail.com", "u@gmail.com"),
            ("u..v@example.org", "u.v@example.org"),
            ("mailto:u@example.org", "u@example.org"),
            ("\u{200b}u@example.org", "u@example.org"),
            ("u@ехample.org", "u@example.org"),
            ("'u@example.org'", "u@example.org"),
            ("u@example.org,v@example.org", "u@example.org"),
            ("u @example.org", "u@example.org"),
        ] {
            assert_eq!(of(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn sound_addresses_stay() {
        for sound in [
            "u@gmail.com",
            "u@ymail.com",
            "u@mail.com",
            "u@email.com",
            "u@gmx.es",
            "u@yahoo.dk",
            "u@yahoo.com.pe",
            "u@outlook.jp",
            "u@hotmail.co.th",
            "u@example.co",
            "u@fmail.com",
            "u@tmail.com",
            "u@webb.de",
            "u@wed.de",
            "u@liveo.com",
            "u@mac.co",
            "u@free.org",
            "u@example.con",
            "u+tag@example.org",
            "o'neil@example.org",
            "u@orangeline.fr",
            "u@me.example",
        ] {
            assert_eq!(of(sound), None, "{sound}");
        }
    }
}
