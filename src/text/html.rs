//! HTML to the text that a reader sees, with the lines and cells of tables kept apart.
//!
//! Reports are laid out in tables; a converter that runs cells together would join an address with the words behind it.

use std::borrow::Cow;

use crate::text;
use crate::text::escape;

/// What an element does to the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    /// Its content is not shown.
    Hidden,
    /// White space counts.
    Preformatted,
    /// A line ends.
    Break,
    /// A paragraph, set apart by an empty line.
    Paragraph,
    /// It begins a new line.
    Block,
    /// A cell of a table.
    Cell,
    /// Nothing.
    Inline,
}

impl Element {
    /// By its name, in any case.
    fn named(name: &str) -> Self {
        let mut lower = [0; 10];
        let Some(lower) = lower.get_mut(..name.len()) else { return Self::Inline };
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        match &*lower {
            b"head" | b"style" | b"script" | b"template" | b"title" => Self::Hidden,
            b"pre" => Self::Preformatted,
            b"br" => Self::Break,
            b"p" => Self::Paragraph,
            b"div" | b"tr" | b"table" | b"li" | b"ul" | b"ol" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6"
            | b"hr" | b"blockquote" | b"dt" | b"dd" | b"dl" | b"section" | b"article" | b"header" | b"footer"
            | b"center" | b"tbody" | b"form" => Self::Block,
            b"td" | b"th" => Self::Cell,
            _ => Self::Inline,
        }
    }
}

/// The visible text of an HTML document.
#[must_use]
pub(crate) fn to_text(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    let mut preformatted = false;
    while let Some(open) = memchr::memchr(b'<', rest.as_bytes()) {
        push_text(&mut out, &rest[..open], preformatted);
        rest = &rest[open..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = text::find(comment, "-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let after = rest.as_bytes().get(1).copied().unwrap_or(b' ');
        if !(after.is_ascii_alphabetic() || after == b'/' || after == b'!' || after == b'?') {
            out.push('<');
            rest = &rest[1..];
            continue;
        }
        let Some(close) = memchr::memchr(b'>', rest.as_bytes()) else { break };
        let tag = &rest[1..close];
        // An address written as <user@example.com> by a program that forgot to escape it.
        if memchr::memchr(b'@', tag.as_bytes()).is_some() && !tag.contains(['=', ' ', '"']) {
            out.push_str(&rest[..=close]);
            rest = &rest[close + 1..];
            continue;
        }
        rest = &rest[close + 1..];
        let closing = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let name = &name[..name.bytes().take_while(u8::is_ascii_alphanumeric).count()];
        match Element::named(name) {
            Element::Hidden if !closing && !tag.ends_with('/') => rest = behind_hidden(rest, name),
            Element::Preformatted => {
                preformatted = !closing;
                new_line(&mut out);
            }
            Element::Break => {
                trim_blanks(&mut out);
                out.push('\n');
            }
            Element::Paragraph => {
                new_line(&mut out);
                if closing {
                    out.push('\n');
                }
            }
            Element::Block => new_line(&mut out),
            Element::Cell if !closing && !out.ends_with(['\n', ' ']) && !out.is_empty() => out.push_str("  "),
            Element::Hidden | Element::Cell | Element::Inline => {}
        }
    }
    push_text(&mut out, rest, preformatted);
    out
}

/// The text from the end tag of a hidden element on; all of it where there is none.
fn behind_hidden<'a>(text: &'a str, name: &str) -> &'a str {
    let ends = |at: &usize| {
        let end_tag = text.as_bytes()[*at..].strip_prefix(b"</");
        end_tag.and_then(|tag| tag.get(..name.len())).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
    };
    memchr::memchr_iter(b'<', text.as_bytes()).find(ends).map_or(text, |at| &text[at..])
}

fn trim_blanks(out: &mut String) {
    out.truncate(out.trim_end_matches([' ', '\t']).len());
}

fn new_line(out: &mut String) {
    trim_blanks(out);
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

fn push_text(out: &mut String, text: &str, preformatted: bool) {
    let mut rest = text;
    while !rest.is_empty() {
        let stop = if preformatted { memchr::memchr(b'&', rest.as_bytes()) } else { first_odd(rest.as_bytes()) };
        let (plain, odd) = rest.split_at(stop.unwrap_or(rest.len()));
        out.push_str(plain);
        rest = odd;
        if rest.starts_with('&') {
            let (reference, behind) = rest.split_at(reference_len(rest));
            push_reference(out, reference);
            rest = behind;
        } else if !rest.is_empty() {
            if !out.is_empty() && !out.ends_with([' ', '\n']) {
                out.push(' ');
            }
            rest = rest.trim_start_matches(is_blank);
        }
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Where an entity begins, or white space that is not a single blank between words.
fn first_odd(text: &[u8]) -> Option<usize> {
    let is_odd = |b: &u8| matches!(b, b'&' | b' ' | b'\t' | b'\n' | b'\r');
    let mut at = 0;
    loop {
        at += text[at..].iter().position(is_odd)?;
        if at == 0 || text[at] != b' ' || text.get(at + 1).is_none_or(is_odd) {
            return Some(at);
        }
        at += 1;
    }
}

/// Text with its character references decoded, tags left as they are.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let len = reference_len(&rest[at..]);
        push_reference(&mut out, &rest[at..at + len]);
        rest = &rest[at + len..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// How long the character reference at the start can be, the ampersand and the semicolon included.
fn reference_len(text: &str) -> usize {
    // The longest has 33 bytes with both.
    let name = text.bytes().skip(1).take(31).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    1 + name + usize::from(text.as_bytes().get(1 + name) == Some(&b';'))
}

/// Adds what a character reference stands for; itself where it is none.
fn push_reference(out: &mut String, reference: &str) {
    // A few are nearly all.
    match reference {
        "&nbsp;" => return out.push(' '),
        "&lt;" => return out.push('<'),
        "&gt;" => return out.push('>'),
        "&amp;" => return out.push('&'),
        "&quot;" => return out.push('"'),
        // A lone ampersand, or one between the parameters of a link whose writer forgot to escape it.
        _ if !reference.ends_with(';') && (reference.len() < 3 || is_in_link(out)) => return out.push_str(reference),
        _ => {}
    }
    match htmlize::unescape(reference) {
        Cow::Borrowed(unknown) => out.push_str(unknown),
        Cow::Owned(decoded) => decoded.chars().for_each(|c| push_decoded(out, c, reference)),
    }
}

/// Is the word that is being written a link with parameters?
fn is_in_link(out: &str) -> bool {
    let start = out.rfind(is_blank).map_or(0, |at| at + 1);
    text::contains(&out[start..], "://") || memchr::memchr(b'?', &out.as_bytes()[start..]).is_some()
}

/// Adds a character that a reference stands for.
fn push_decoded(out: &mut String, c: char, reference: &str) {
    match c {
        '\n' | '\r' | '\t' => out.push(c),
        // Blanks of every width.
        c if c.is_whitespace() => out.push(' '),
        // Names are written by programs where people would type the plain sign.
        '‘' | '’' if !reference.starts_with("&#") => out.push('\''),
        '“' | '”' if !reference.starts_with("&#") => out.push('"'),
        '–' | '—' if !reference.starts_with("&#") => out.push('-'),
        // Soft hyphens, marks of direction: nobody sees them.
        c if escape::is_unsafe(c) => {}
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_cells_stay_apart() {
        let html = "<html><head><style>p{}</style></head><body><p>A&eacute;<br>b</p><table><tr><td>x@example.com</td><td>gone</td></tr></table>\
                    &lt;a@example.org&gt; <script>1<2</script>c&nbsp;&amp; d <y@example.net>";
        assert_eq!(to_text(html), "Aé\nb\n\nx@example.com  gone\n<a@example.org> c & d <y@example.net>");
    }

    #[test]
    fn white_space_collapses_outside_of_pre() {
        let html = " \n a  b&nbsp; c \td<pre> e  f\n\tg &amp; </PRE>h\r\n <B>i</B> j<BR> k";
        assert_eq!(to_text(html), "a b c d\n e  f\n\tg &\nh i j\nk");
    }

    #[test]
    fn hidden_elements_end_at_their_own_tag() {
        assert_eq!(to_text("a<style>b</b><c></STYLE>d<script/>e<title>f"), "adef");
        assert_eq!(to_text("<head>a</p></head>b<blockquotes>c"), "bc");
    }

    #[test]
    fn references_of_every_kind() {
        for (html, want) in [
            ("&laquo;No&euml;l&raquo; &iquest;qu&eacute;?", "«Noël» ¿qué?"),
            ("a&nbsp&copy 2024 &copy2024&lt", "a © 2024 ©2024<"),
            ("can&rsquo;t &ldquo;x&rdquo; &ndash; &#8217;", "can't \"x\" - ’"),
            ("soft&shy;hyphen&zwnj;&ensp;x&#27;[0m", "softhyphen x[0m"),
            ("&#65;&#x42;&#150;&#67 &Zcaron;", "AB–C Ž"),
            ("AT&T & &unknown; &; &#; &é &", "AT&T & &unknown; &; &#; &é &"),
            ("https://example.com/?a=1&copy=2&reg=3&lt;", "https://example.com/?a=1&copy=2&reg=3<"),
            ("&CounterClockwiseContourIntegral;", "∳"),
        ] {
            assert_eq!(to_text(html), want, "{html}");
        }
    }

    #[test]
    fn survives_broken_markup() {
        for html in ["<", "<p", "a < b > c", "&", "&#xffffff;", "<!-- never closed", "<script>", "é<é>é"] {
            let _ = to_text(html);
        }
        assert_eq!(to_text("a < b"), "a < b");
    }
}
