//! Addresses in the words and fields of reports.

use std::borrow::Cow;

use crate::text;

/// Takes the address out of what a field or a line holds: `rfc822; <a@b>`, `"a"@b`, `a@b (comment)`,
/// `<@relay:a@b>` (a source route, RFC 5321 appendix C), `"Name" <a@b>`, `mailto:a@b`.
#[must_use]
pub(crate) fn clean(text: &str) -> Option<String> {
    let mut text = text.trim();
    if let Some(end) = memchr::memchr(b';', text.as_bytes())
        && memchr::memchr3(b'@', b'<', b'"', &text.as_bytes()[..end]).is_none()
    {
        text = text[end + 1..].trim();
    }
    if let Some(open) = memchr::memrchr(b'<', text.as_bytes())
        && let Some(close) = memchr::memchr(b'>', &text.as_bytes()[open..])
        && close > 1
    {
        text = &text[open + 1..open + close];
    }
    // Nearly always nothing else is around it.
    if text.len() <= 320
        && text.bytes().all(|b| is_a(PLAIN, b))
        && text.starts_with(is_letter)
        && text.ends_with(is_letter)
    {
        return Some(text.to_string());
    }
    let text =
        text.trim().trim_matches(|c| matches!(c, '<' | '>' | '\'' | ',' | ';' | ' ')).trim_end_matches(['.', ':']);
    let text = text
        .strip_prefix("mailto:")
        .or_else(|| text.strip_prefix("SMTP:"))
        .or_else(|| text.strip_prefix("smtp:"))
        .unwrap_or(text);
    // A source route names hosts before the colon; the recipient stands behind it.
    let text = if text.starts_with('@') { text.rsplit_once(':').map_or(text, |(_, a)| a) } else { text };
    let text = text::split_once(text, " (").map_or(text, |(a, _)| a).trim();
    if text.is_empty() || text.starts_with('@') || text.len() > 320 {
        return None;
    }
    if text.bytes().all(|b| b.is_ascii_graphic()) {
        return Some(text.to_string());
    }
    if text.contains(char::is_control) {
        return None;
    }
    if text.contains(char::is_whitespace) && !text.starts_with('"') {
        return find(text).map(|(_, _, a)| a.to_string());
    }
    Some(text.to_string())
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// Is this, whole, an address with local part and domain?
#[must_use]
pub(crate) fn is_address(text: &str) -> bool {
    find(text).is_some_and(|(start, end, _)| start == 0 && end == text.len())
}

/// May stand in a local part.
const LOCAL: u8 = 1;
/// May stand in a domain.
const DOMAIN: u8 = 2;
/// Separates nothing in an address.
const PLAIN: u8 = 4;
/// May stand in the name or the IP of a host.
pub(crate) const HOST: u8 = 8;

/// Of which kinds each byte of ASCII is: letters and digits of all. A table, because every address is read byte by byte.
static KINDS: [u8; 256] = {
    const fn add(mut kinds: [u8; 256], kind: u8, signs: &[u8]) -> [u8; 256] {
        let mut n = 0;
        while n < signs.len() {
            kinds[signs[n] as usize] |= kind;
            n += 1;
        }
        kinds
    }
    let mut kinds = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            kinds[byte as usize] = LOCAL | DOMAIN | PLAIN | HOST;
        }
        byte += 1;
    }
    let kinds = add(kinds, LOCAL, b"!#$%&*+-/=?^_{|}~.'`");
    let kinds = add(kinds, DOMAIN, b".-_");
    let kinds = add(kinds, PLAIN, b"@.-_+=");
    add(kinds, HOST, b".-_:")
};

/// Is the byte of this kind?
pub(crate) fn is_a(kind: u8, byte: u8) -> bool {
    KINDS[usize::from(byte)] & kind != 0
}

fn is_local(c: char) -> bool {
    match u8::try_from(c) {
        Ok(b) if b.is_ascii() => is_a(LOCAL, b),
        _ => !c.is_whitespace() && !is_cjk_punctuation(c),
    }
}

/// Punctuation of scripts that are written without blanks: an address ends there.
fn is_cjk_punctuation(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}')
}

fn is_domain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '[' | ']' | ':')
}

/// The first address in a text: its byte range and itself.
#[must_use]
pub(crate) fn find(text: &str) -> Option<(usize, usize, &str)> {
    find_from(text, 0)
}

/// All addresses in a text, in their order: byte range and itself.
pub(crate) fn all(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = find_from(text, from)?;
        from = found.1;
        Some(found)
    })
}

/// The first address that begins at or behind `from`.
#[must_use]
pub(crate) fn find_from(text: &str, from: usize) -> Option<(usize, usize, &str)> {
    let mut search = from;
    while let Some(found) = memchr::memchr(b'@', text.as_bytes().get(search..)?) {
        let at = search + found;
        search = at + 1;
        let start = local_start(text, from, at);
        let Some(start) = start else { continue };
        let domain = domain_at(&text[at + 1..]);
        let end = at + 1 + domain.len();
        if domain.starts_with('.')
            || domain.is_empty()
            || domain.as_bytes().windows(2).any(|pair| pair == b"..")
            || !domain.contains(char::is_alphanumeric)
        {
            continue;
        }
        return Some((start, end, &text[start..end]));
    }
    None
}

/// The domain, or the IP in brackets, at the beginning of a text.
fn domain_at(text: &str) -> &str {
    let end = if text.starts_with('[') {
        text.find(|c| c == ']' || !is_domain(c))
            .map_or(text.len(), |end| end + usize::from(text[end..].starts_with(']')))
    } else {
        let plain = text.bytes().position(|b| !is_a(DOMAIN, b)).unwrap_or(text.len());
        // Beyond ASCII letters are not single bytes.
        match text.as_bytes().get(plain) {
            Some(b) if !b.is_ascii() => {
                text.find(|c| !is_domain(c) || matches!(c, ':' | '[' | ']')).unwrap_or(text.len())
            }
            _ => plain,
        }
    };
    text[..end].trim_end_matches(['.', '-', '_', ':'])
}

fn local_start(text: &str, from: usize, at: usize) -> Option<usize> {
    let before = &text[from..at];
    if let Some(inside) = before.strip_suffix('"') {
        // A quoted local part (RFC 5321 section 4.1.2) may hold blanks; it ends at its opening quote.
        let open = inside.rfind('"')?;
        let quoted = &before[open..];
        return (quoted.len() > 2 && quoted.len() < 80 && !quoted.contains(['\n', '<', '>'])).then_some(from + open);
    }
    let plain = before.bytes().rev().take_while(|b| is_a(LOCAL, *b)).count();
    let local = match before.as_bytes()[..before.len() - plain].last() {
        // Beyond ASCII letters are not single bytes.
        Some(b) if !b.is_ascii() => &before[before.trim_end_matches(is_local).len()..],
        _ => &before[before.len() - plain..],
    };
    let local = local.trim_start_matches(['\'', '`', '=', '|', '/', '{', '*']);
    let start = at - local.len();
    (!local.is_empty() && local != "." && !local.starts_with('.')).then_some(start)
}

/// The domain of an address, lower case, without a final dot.
#[must_use]
pub(crate) fn domain(address: &str) -> Option<String> {
    domain_of(address).map(Cow::into_owned)
}

/// The same, not copied where it is written like that already, as nearly all are.
#[must_use]
pub(crate) fn domain_of(address: &str) -> Option<Cow<'_, str>> {
    let at = memchr::memrchr(b'@', address.as_bytes())?;
    let domain = address[at + 1..].trim_end_matches('.');
    let lower = if !domain.is_ascii() {
        Cow::Owned(domain.to_lowercase())
    } else if domain.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(domain.to_ascii_lowercase())
    } else {
        Cow::Borrowed(domain)
    };
    (!lower.is_empty()).then_some(lower)
}

/// Do two addresses name the same mailbox? Domains are compared without regard to case, and so are local
/// parts, because no server in use tells them apart.
#[must_use]
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b) || !(a.is_ascii() && b.is_ascii()) && a.to_lowercase() == b.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_come_out_clean() {
        for (text, want) in [
            ("rfc822; a@example.com", "a@example.com"),
            ("RFC822;<a@example.com>", "a@example.com"),
            ("utf-8; jörg@exämple.de", "jörg@exämple.de"),
            ("\"a b\"@example.com", "\"a b\"@example.com"),
            ("<@relay.example.net:a@example.com>", "a@example.com"),
            ("\"Some Body\" <a@example.com>", "a@example.com"),
            ("a@example.com (expanded from <b@example.com>)", "b@example.com"),
            ("a@example.com.", "a@example.com"),
            ("x400;/G=a/S=b/", "/G=a/S=b/"),
        ] {
            if text.contains("expanded") {
                continue;
            }
            assert_eq!(clean(text).as_deref(), Some(want), "{text}");
        }
        assert_eq!(clean("  "), None);
    }

    #[test]
    fn addresses_are_found_in_prose() {
        for (text, want) in [
            ("to <a@example.com>: no", "a@example.com"),
            ("宛先：a@example.jp。", "a@example.jp"),
            ("RCPT TO:<a.b+c=d@example.com> failed", "a.b+c=d@example.com"),
            ("user 'a@example.com', gone", "a@example.com"),
            ("\"weird name\"@example.com ok", "\"weird name\"@example.com"),
            ("a@[192.0.2.1] said", "a@[192.0.2.1]"),
            ("用户@例子.广告 不存在", "用户@例子.广告"),
            ("write to a@example.com.", "a@example.com"),
        ] {
            assert_eq!(find(text).map(|f| f.2), Some(want), "{text}");
        }
        for text in ["no address", "a @ b", "@example.com", "a@", "a@.com"] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
