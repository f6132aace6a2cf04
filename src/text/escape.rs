//! Makes text from a bounce safe to show. A bounce is hostile input: its sender, its subject and the refusing
//! server's words are chosen by strangers, and a terminal obeys control characters.

use std::borrow::Cow;

/// Is this a character that must not reach a terminal raw: a control, a change of writing direction, or one
/// that is not seen?
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// The text with unsafe characters written as `\u{…}`. Line breaks and tabs become a blank.
///
/// ```
/// use whybounce::escape::for_terminal;
///
/// assert_eq!(for_terminal("\u{1b}[2JHello\n"), "\\u{1b}[2JHello ");
/// ```
#[must_use]
pub fn for_terminal(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            c if is_unsafe(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// JSON text whose unsafe characters are written as `\uXXXX`. They can only stand inside strings, so the value
/// stays the same for whoever parses it.
#[must_use]
pub fn for_json(json: Vec<u8>) -> Vec<u8> {
    if !may_be_unsafe(&json) {
        return json;
    }
    let text = match String::from_utf8(json) {
        Ok(text) => text,
        Err(e) => return e.into_bytes(),
    };
    if !text.chars().any(|c| c != '\n' && is_unsafe(c)) {
        return text.into_bytes();
    }
    let mut out = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        if c != '\n' && is_unsafe(c) {
            let mut units = [0u16; 2];
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out.into_bytes()
}

/// Can there be an unsafe character in this JSON? Looks at bytes only: DEL, and the lead bytes of the characters in
/// [`is_unsafe`] with what follows them (`“` and `…` share their lead byte with some of these).
#[must_use]
pub fn may_be_unsafe(json: &[u8]) -> bool {
    json.iter().enumerate().any(|(i, b)| match b {
        0x7f | 0xcd | 0xd8 | 0xe1 | 0xe3 | 0xef | 0xf3 => true,
        0xc2 => json.get(i + 1).is_none_or(|n| *n < 0xa0 || *n == 0xad),
        0xe2 => match (json.get(i + 1), json.get(i + 2)) {
            (Some(0x80), Some(n)) => (0x8b..=0x8f).contains(n) || (0xa8..=0xae).contains(n),
            (Some(0x81), _) => true,
            _ => false,
        },
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unsafe_gets_through() {
        let hostile = "a\u{1b}[31mb\u{202e}c\u{200b}d\u{7f}e\u{9b}f\u{feff}g\nh";
        let shown = for_terminal(hostile);
        assert!(!shown.chars().any(is_unsafe), "{shown:?}");
        assert_eq!(for_terminal("plain ü 日本"), "plain ü 日本");
    }

    #[test]
    fn no_unsafe_character_is_missed() {
        for c in (0x20..=0x10_ffff).filter_map(char::from_u32).filter(|c| is_unsafe(*c)) {
            assert!(may_be_unsafe(c.to_string().as_bytes()), "{:x}", c as u32);
        }
        assert!(!may_be_unsafe("{\"a\":\"“quoted” … – é ü\"}\n".as_bytes()));
    }

    #[test]
    fn json_keeps_its_value() {
        let value = serde_json::json!({ "a": "x\u{1b}\u{202e}\u{7f}\u{e0041}é" });
        let mut line = serde_json::to_vec(&value).unwrap();
        line.push(b'\n');
        let escaped = for_json(line);
        let text = std::str::from_utf8(&escaped).unwrap();
        assert!(!text.trim_end().chars().any(is_unsafe));
        assert_eq!(serde_json::from_str::<serde_json::Value>(text).unwrap(), value);
    }
}
