//! Searching and cutting short texts, fast.
//!
//! The standard library prepares every search for a text in the worst of haystacks, which takes longer than the search
//! itself in a line or a paragraph. What is looked for here is short and fixed, so its rarest byte finds it.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

/// How common a byte is in reports: the higher, the more often a search for it would stop in vain.
static COMMON: [u8; 256] = {
    let mut common = [1; 256];
    let by_frequency = b" etaoirnl0s\n-.m2p:dc1ughf5ybT3v694=M78DACSwE;Rx/k@<F>INjP,()\"LOBU+qVzGHYJ";
    let mut n = 0;
    while n < by_frequency.len() {
        common[by_frequency[n] as usize] = (by_frequency.len() - n) as u8 + 1;
        n += 1;
    }
    common
};

/// Where `wanted` occurs first.
#[inline]
pub(crate) fn find(text: &str, wanted: &str) -> Option<usize> {
    find_bytes(text.as_bytes(), wanted.as_bytes())
}

/// Does `wanted` occur?
#[inline]
pub(crate) fn contains(text: &str, wanted: &str) -> bool {
    find(text, wanted).is_some()
}

/// Where `wanted` occurs first, in bytes.
#[inline]
pub(crate) fn find_bytes(text: &[u8], wanted: &[u8]) -> Option<usize> {
    find_by_byte(text, wanted, rarest(wanted))
}

/// Where the rarest byte stands. Most texts looked for are constants, and then the compiler finds it.
#[inline]
fn rarest(wanted: &[u8]) -> usize {
    let (mut rarest, mut least) = (0, u8::MAX);
    // A few bytes are enough to choose from; the second half of a long sentence is not rarer than the first.
    let mut n = 0;
    while n < wanted.len() && n < 16 {
        let common = COMMON[wanted[n] as usize];
        if common < least {
            (rarest, least) = (n, common);
        }
        n += 1;
    }
    rarest
}

/// Where `wanted` occurs first, by one of its bytes.
fn find_by_byte(text: &[u8], wanted: &[u8], rare: usize) -> Option<usize> {
    let last = text.len().checked_sub(wanted.len())?;
    let Some(byte) = wanted.get(rare) else { return Some(0) };
    memchr::memchr_iter(*byte, &text[rare..=last + rare]).find(|&at| &text[at..at + wanted.len()] == wanted)
}

static EMPTY_LINE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\n\n"));

/// Where the line before the first empty one ends.
pub(crate) fn empty_line(text: &[u8]) -> Option<usize> {
    EMPTY_LINE.find(text)
}

/// What stands before and behind the first `mark`.
#[inline]
pub(crate) fn split_once<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    find(text, mark).map(|at| (&text[..at], &text[at + mark.len()..]))
}

/// What stands before and behind the first colon, narrow or wide.
pub(crate) fn split_at_colon(text: &str) -> Option<(&str, &str)> {
    const WIDE: &str = "\u{ff1a}";
    memchr::memchr2_iter(b':', WIDE.as_bytes()[0], text.as_bytes()).find_map(|at| {
        let len = if text.as_bytes()[at] == b':' { 1 } else { WIDE.len() };
        (len == 1 || text[at..].starts_with(WIDE)).then(|| (&text[..at], &text[at + len..]))
    })
}

/// The pieces of a text between the marks.
pub(crate) fn split<'a>(text: &'a str, mark: &str) -> impl Iterator<Item = &'a str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let Some((piece, more)) = split_once(text, mark) else { return Some(text) };
        rest = Some(more);
        Some(piece)
    })
}

/// The lines of a text with their ends.
pub(crate) fn whole_lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |at| at + 1);
        let line;
        (line, rest) = rest.split_at(end);
        Some(line)
    })
}

/// The pieces of a text between the line feeds.
pub(crate) fn byte_lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let Some(end) = memchr::memchr(b'\n', text) else { return Some(text) };
        rest = Some(&text[end + 1..]);
        Some(&text[..end])
    })
}

/// The lines of a text, as [`str::lines`] gives them.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    whole_lines(text).map(without_end)
}

/// The first line of a text, as [`str::lines`] gives it, and what stands below.
pub(crate) fn first_line(text: &str) -> Option<(&str, &str)> {
    let line = whole_lines(text).next()?;
    Some((without_end(line), &text[line.len()..]))
}

fn without_end(line: &str) -> &str {
    match line.strip_suffix('\n') {
        Some(line) => line.strip_suffix('\r').unwrap_or(line),
        None => line,
    }
}

/// A text without the white space around it; mostly that is one blank before it and a line end behind it.
pub(crate) fn trim(text: &str) -> &str {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_prefix(' ').unwrap_or(text);
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// A text without what is blank around it, whatever that is beside white space; few lines begin or end with it.
pub(crate) fn trim_matches(text: &str, is_blank: fn(char) -> bool) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim_matches(is_blank),
    }
}

/// Are the words of this line, which has no blanks around it, set apart by single blanks already?
pub(crate) fn is_spaced_singly(line: &[u8]) -> bool {
    // No early end: the compiler makes this look at many bytes at once.
    let pairs = line.iter().zip(line.get(1..).unwrap_or_default());
    !pairs.fold(false, |odd, (&a, &b)| odd | !(b' '..0x80).contains(&b) | ((a == b' ') & (b == b' ')))
}

/// Puts a text behind another, its lines joined by one blank and its white space collapsed.
pub(crate) fn push_joined(out: &mut String, text: &str) {
    let begin = out.len();
    let mut add = |words: &str| {
        if out.len() > begin {
            out.push(' ');
        }
        out.push_str(words);
    };
    for line in whole_lines(text) {
        let line = trim(line);
        if !line.is_empty() && is_spaced_singly(line.as_bytes()) {
            add(line);
        } else {
            line.split_whitespace().for_each(&mut add);
        }
    }
}

/// Bytes as text; nearly all are valid, and that is quickly seen.
pub(crate) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    }
}

/// Joins lines by one blank and collapses white space.
#[must_use]
pub(crate) fn join_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_joined(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_colon_of_either_width() {
        for text in ["", "a", "a:b", "a：b:c", "a:b：c", "ｂ：", "ｂ:c", "：", "ｂｃ"] {
            assert_eq!(split_at_colon(text), text.split_once([':', '：']), "{text:?}");
        }
    }

    #[test]
    fn finds_what_the_standard_library_finds() {
        let texts = ["", "a", "ab", "said: 550 no", "aaaab", "ß = ü", "x\n\ny", "Tell Me Then, The End"];
        for text in texts {
            for wanted in ["", "a", "b", "ab", "aab", "The", "The End", "ü", "\n\n", "550", "no", "said: 550 no!", "T"]
            {
                assert_eq!(find(text, wanted), text.find(wanted), "{wanted:?} in {text:?}");
                assert_eq!(split_once(text, wanted), text.split_once(wanted), "{wanted:?} in {text:?}");
                assert!(wanted.is_empty() || split(text, wanted).eq(text.split(wanted)), "{wanted:?} in {text:?}");
            }
        }
    }

    #[test]
    fn white_space_collapses() {
        let parts = ["a", "bc", " ", "  ", "\n", "\t", "\r\n", "\u{b}", "\u{a0}", "ü", "\u{1}", "\u{85}", "a b c"];
        for n in 0..parts.len().pow(4) {
            let part = |place: u32| parts[n / parts.len().pow(place) % parts.len()];
            let text = [part(0), part(1), part(2), part(3)].concat();
            let mut joined = String::from("x");
            push_joined(&mut joined, &text);
            assert_eq!(joined[1..], text.split_whitespace().collect::<Vec<_>>().join(" "), "{text:?}");
            assert_eq!(trim(&text), text.trim(), "{text:?}");
        }
    }

    #[test]
    fn lines_are_those_of_the_standard_library() {
        for text in ["", "\n", "a", "a\n", "a\r\nb\r", "\n\na\n\r\n\nb", "ü\nß\n"] {
            assert!(lines(text).eq(text.lines()), "{text:?}");
            assert!(whole_lines(text).eq(text.split_inclusive('\n')), "{text:?}");
            assert!(byte_lines(text.as_bytes()).eq(text.as_bytes().split(|b| *b == b'\n')), "{text:?}");
        }
    }
}
