//! HTML to the text that a reader sees, with the lines and cells of tables kept apart.
//!
//! Reports are laid out in tables; a converter that runs cells together would join an address with the words behind it.

use crate::text;

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
            let (decoded, len) = entity(rest);
            match decoded {
                Some(d) => out.push(d),
                None => out.push_str(&rest[..len]),
            }
            rest = &rest[len..];
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

/// Text with its entities decoded, tags left as they are.
pub(crate) fn decode(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (c, len) = entity(&rest[at..]);
        match c {
            Some(c) => out.push(c),
            None => out.push_str(&rest[at..at + len]),
        }
        rest = &rest[at + len..];
    }
    out.push_str(rest);
    out.into()
}

/// The character of the entity at the start, and how many bytes it takes.
fn entity(text: &str) -> (Option<char>, usize) {
    let Some(end) = text.as_bytes().iter().take(12).position(|b| *b == b';') else { return (None, 1) };
    let body = &text[1..end];
    let decoded = match body.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        }
        .and_then(char::from_u32),
        None => match body {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            "nbsp" => Some(' '),
            "auml" => Some('ä'),
            "ouml" => Some('ö'),
            "uuml" => Some('ü'),
            "Auml" => Some('Ä'),
            "Ouml" => Some('Ö'),
            "Uuml" => Some('Ü'),
            "szlig" => Some('ß'),
            "eacute" => Some('é'),
            "Eacute" => Some('É'),
            "egrave" => Some('è'),
            "ecirc" => Some('ê'),
            "agrave" => Some('à'),
            "acirc" => Some('â'),
            "ccedil" => Some('ç'),
            "ocirc" => Some('ô'),
            "oacute" => Some('ó'),
            "aacute" => Some('á'),
            "iacute" => Some('í'),
            "uacute" => Some('ú'),
            "ugrave" => Some('ù'),
            "igrave" => Some('ì'),
            "ograve" => Some('ò'),
            "atilde" => Some('ã'),
            "otilde" => Some('õ'),
            "ntilde" => Some('ñ'),
            "aring" => Some('å'),
            "aelig" => Some('æ'),
            "oslash" => Some('ø'),
            "rsquo" | "lsquo" => Some('\''),
            "rdquo" | "ldquo" => Some('"'),
            "ndash" | "mdash" => Some('-'),
            "hellip" => Some('…'),
            "copy" => Some('©'),
            "reg" => Some('®'),
            _ => None,
        },
    };
    match decoded {
        Some(c) => (Some(if c == '\u{a0}' { ' ' } else { c }), end + 1),
        None => (None, 1),
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
    fn survives_broken_markup() {
        for html in ["<", "<p", "a < b > c", "&", "&#xffffff;", "<!-- never closed", "<script>", "é<é>é"] {
            let _ = to_text(html);
        }
        assert_eq!(to_text("a < b"), "a < b");
    }
}
