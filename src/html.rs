//! HTML to the text that a reader sees, with the lines and cells of tables kept apart.
//!
//! Reports are laid out in tables; a converter that runs cells together would join an address with the words behind it.

use crate::literals;

/// Elements whose content is not shown.
const HIDDEN: &[&str] = &["head", "style", "script", "template", "title"];
/// Elements that begin a new line.
const BLOCK: &[&str] = &[
    "p",
    "div",
    "br",
    "tr",
    "table",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "pre",
    "blockquote",
    "dt",
    "dd",
    "dl",
    "section",
    "article",
    "header",
    "footer",
    "center",
    "tbody",
    "form",
];

/// The visible text of an HTML document.
#[must_use]
pub fn to_text(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    let mut preformatted = false;
    while let Some(open) = memchr::memchr(b'<', rest.as_bytes()) {
        push_text(&mut out, &rest[..open], preformatted);
        rest = &rest[open..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
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
        if tag.contains('@') && !tag.contains(['=', ' ', '"']) {
            out.push_str(&rest[..=close]);
            rest = &rest[close + 1..];
            continue;
        }
        rest = &rest[close + 1..];
        let closing = tag.starts_with('/');
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        if !closing && HIDDEN.contains(&name.as_str()) && !tag.ends_with('/') {
            let end = format!("</{name}");
            rest = literals::find(rest, &end).map_or(rest, |at| &rest[at..]);
        } else if name == "pre" {
            preformatted = !closing;
            new_line(&mut out);
        } else if BLOCK.contains(&name.as_str()) {
            if name == "br" {
                trim_blanks(&mut out);
                out.push('\n');
            } else {
                new_line(&mut out);
                if closing && name == "p" {
                    out.push('\n');
                }
            }
        } else if (name == "td" || name == "th") && !closing && !out.ends_with(['\n', ' ']) && !out.is_empty() {
            out.push_str("  ");
        }
    }
    push_text(&mut out, rest, preformatted);
    out
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
        let stop = rest.find(['&', ' ', '\t', '\n', '\r']).unwrap_or(rest.len());
        out.push_str(&rest[..stop]);
        rest = &rest[stop..];
        let Some(c) = rest.chars().next() else { break };
        if c == '&' {
            let (decoded, len) = entity(rest);
            match decoded {
                Some(d) => out.push(d),
                None => out.push_str(&rest[..len]),
            }
            rest = &rest[len..];
        } else {
            if preformatted {
                out.push(c);
            } else if !out.is_empty() && !out.ends_with([' ', '\n']) {
                out.push(' ');
            }
            rest = &rest[1..];
        }
    }
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
    fn survives_broken_markup() {
        for html in ["<", "<p", "a < b > c", "&", "&#xffffff;", "<!-- never closed", "<script>", "é<é>é"] {
            let _ = to_text(html);
        }
        assert_eq!(to_text("a < b"), "a < b");
    }
}
