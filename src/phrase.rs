//! The words of a server, normalised, and the phrases that rules look for in them.
//!
//! A phrase is written in lower case, without accents, with single blanks. It begins where a word
//! begins and may end inside a word: `blacklist` finds "Blacklisted", not "unblacklist". A phrase that
//! ends in a blank must end with its word: `spam ` finds "spam." but not "spamhaus". ` * ` stands for
//! up to [`GAP`] bytes of anything. Scripts without blanks between words match anywhere.

use crate::text;

/// How far apart the pieces of a phrase with ` * ` may stand, in bytes of normalised text.
pub const GAP: usize = 120;

/// What stands for a gap.
const GAP_MARK: &str = " * ";

/// Text made comparable: lower case, accents and typographic quotes folded, white space collapsed,
/// the repeated codes of continuation lines (RFC 5321 section 4.2.1) and local parts of addresses removed.
#[derive(Clone, Debug, Default)]
pub struct Words {
    text: String,
    /// For each byte of `text` the offset in the original that it came from.
    from: Vec<u32>,
    /// Letters were lost on the way: a `?` stands where one was.
    damaged: bool,
}

/// A phrase, ready to be looked for.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// Up to the first ` * `.
    pub first: &'static str,
    /// What stands behind it.
    pub rest: Option<&'static str>,
}

impl Phrase {
    /// Takes a phrase apart.
    #[must_use]
    pub fn new(phrase: &'static str) -> Self {
        match text::split_once(phrase, GAP_MARK) {
            Some((first, rest)) => Self { first, rest: Some(rest) },
            None => Self { first: phrase, rest: None },
        }
    }
}

/// A phrase found: byte range in the normalised text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

/// Folds one character; most are themselves.
fn fold(c: char, out: &mut impl FnMut(char)) {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => out('a'),
        'ç' | 'ć' | 'č' => out('c'),
        'ď' | 'đ' => out('d'),
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => out('e'),
        'ğ' => out('g'),
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => out('i'),
        'ł' => out('l'),
        'ñ' | 'ń' | 'ň' => out('n'),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' => out('o'),
        'ř' => out('r'),
        'ś' | 'š' | 'ş' | 'ș' => out('s'),
        'ß' => {
            out('s');
            out('s');
        }
        'ť' | 'ț' | 'ţ' => out('t'),
        'æ' => {
            out('a');
            out('e');
        }
        '\u{ff01}'..='\u{ff5e}' => out(char::from_u32(c as u32 - 0xfee0).unwrap_or(c).to_ascii_lowercase()),
        'ù' | 'ú' | 'û' | 'ü' | 'ů' | 'ű' => out('u'),
        'ý' | 'ÿ' => out('y'),
        'ź' | 'ż' | 'ž' => out('z'),
        'ё' => out('е'),
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '`' | '\u{b4}' => out('\''),
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '«' | '»' => out('"'),
        '\u{2010}'..='\u{2015}' => out('-'),
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
        c => out(c),
    }
}

impl Words {
    /// Normalises what a server said.
    #[must_use]
    pub fn new(said: &str) -> Self {
        let mut words = Words {
            text: String::with_capacity(said.len() + 1),
            from: Vec::with_capacity(said.len() + 1),
            damaged: false,
        };
        let reply = continued_reply(said);
        let mut status_seen: Option<&str> = None;
        let mut first = true;
        let mut drop_status = false;
        let base = said.as_ptr() as usize;
        let has = |b: u8| memchr::memchr(b, said.as_bytes()).is_some();
        let (addresses, losses) = (has(b'@'), has(b'?'));
        for token in said.split_whitespace() {
            let at = (token.as_ptr() as usize - base) as u32;
            let mut token_at = at;
            let mut rest = token;
            if let Some(reply) = reply {
                // The first code stays: it is what the server said. Its repetitions only frame lines.
                let codes = rest.strip_prefix(reply).filter(|r| r.is_empty() || r.starts_with('-'));
                if let Some(after) = codes {
                    let after = after.strip_prefix('-').unwrap_or(after);
                    if first {
                        status_seen = after.parse::<crate::code::Status>().is_ok().then_some(after);
                    } else {
                        if after.is_empty() {
                            drop_status = true;
                            continue;
                        }
                        if status_seen == Some(after) {
                            continue;
                        }
                        token_at += (rest.len() - after.len()) as u32;
                        rest = after;
                    }
                } else if drop_status && status_seen == Some(rest) {
                    drop_status = false;
                    continue;
                } else if status_seen.is_none() && rest.parse::<crate::code::Status>().is_ok() {
                    status_seen = Some(rest);
                }
                drop_status = false;
            }
            if !first {
                words.text.push(' ');
                words.from.push(token_at.saturating_sub(1));
            }
            first = false;
            let masked = if addresses { address_local_part(rest) } else { None };
            words.push_token(rest, token_at, masked, losses);
        }
        words
    }

    /// Adds a word without the range that is masked; `losses` where there is a question mark anywhere.
    fn push_token(&mut self, token: &str, at: u32, masked: Option<(usize, usize)>, losses: bool) {
        if masked.is_none() && token.is_ascii() {
            self.text.extend(token.bytes().map(|b| if b == b'`' { '\'' } else { char::from(b.to_ascii_lowercase()) }));
            self.from.extend(at..at + token.len() as u32);
            // A question mark between letters, outside a link, is a letter that was lost.
            self.damaged |= losses
                && memchr::memchr(b'?', token.as_bytes()).is_some_and(|q| {
                    let letter =
                        |n: Option<usize>| n.and_then(|n| token.as_bytes().get(n)).is_some_and(u8::is_ascii_alphabetic);
                    letter(q.checked_sub(1)) && letter(q.checked_add(1)) && !token.contains(['/', '='])
                });
            return;
        }
        self.damaged |= token.contains(char::REPLACEMENT_CHARACTER);
        for (i, c) in token.char_indices() {
            if let Some((from, to)) = masked
                && i >= from
                && i < to
            {
                if i == from {
                    self.push('x', at + i as u32);
                }
                continue;
            }
            if c.is_ascii() {
                self.push(if c == '`' { '\'' } else { c.to_ascii_lowercase() }, at + i as u32);
            } else {
                for lower in c.to_lowercase() {
                    fold(lower, &mut |f| self.push(f, at + i as u32));
                }
            }
        }
    }

    fn push(&mut self, c: char, from: u32) {
        let c = if c == char::REPLACEMENT_CHARACTER { '?' } else { c };
        self.text.push(c);
        self.from.resize(self.text.len(), from);
    }

    /// The normalised text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The words of the original that stand behind a span of the normalised text.
    #[must_use]
    pub fn original<'a>(&self, said: &'a str, span: Span) -> &'a str {
        let Some(&start) = self.from.get(span.start) else { return "" };
        let last = self.from.get(span.end.saturating_sub(1)).copied().unwrap_or(start) as usize;
        let mut end = last + said.get(last..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8);
        // A phrase may end inside a word; quoting half a word would look like a mistake.
        while let Some(c) = said.get(end..).and_then(|s| s.chars().next())
            && c.is_ascii_alphanumeric()
        {
            end += 1;
        }
        said.get(start as usize..end).unwrap_or("").trim()
    }

    /// May a phrase begin at this byte?
    #[must_use]
    pub fn begins_word(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        match (at.checked_sub(1).map(|p| bytes[p]), bytes.get(at)) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(before), Some(now)) => {
                !(before.is_ascii_alphanumeric() && now.is_ascii_alphanumeric()) && (*now & 0xc0) != 0x80
            }
        }
    }

    /// Were letters lost in this text?
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.damaged
    }

    /// Finds a phrase that begins exactly at `at`.
    #[must_use]
    pub fn phrase_at(&self, phrase: &Phrase, at: usize) -> Option<Span> {
        let mut end = self.piece_at(phrase.first, at)?;
        let mut rest = phrase.rest;
        while let Some(pieces) = rest {
            let piece;
            (piece, rest) = match text::split_once(pieces, GAP_MARK) {
                Some((piece, more)) => (piece, Some(more)),
                None => (pieces, None),
            };
            end = self.piece_within(piece, end, (end + GAP).min(self.text.len()))?;
        }
        Some(Span { start: at, end })
    }

    /// Finds a piece that begins in this range; gives where it ends.
    fn piece_within(&self, piece: &str, from: usize, to: usize) -> Option<usize> {
        if self.damaged {
            return (from..to).filter(|&p| self.begins_word(p)).find_map(|p| self.piece_at(piece, p));
        }
        let word = piece.strip_suffix(' ').unwrap_or(piece).as_bytes();
        let bytes = self.text.as_bytes();
        // The last place where it may begin is in the range, its last byte need not be.
        let window = &bytes[..(to + word.len()).saturating_sub(1).min(bytes.len())];
        let mut at = from;
        while at < to {
            at += text::find_bytes(window.get(at..)?, word)?;
            if self.begins_word(at)
                && let Some(end) = self.piece_at(piece, at)
            {
                return Some(end);
            }
            at += 1;
        }
        None
    }

    /// Finds a phrase anywhere.
    #[must_use]
    pub fn find(&self, phrase: &'static str) -> Option<Span> {
        let phrase = Phrase::new(phrase);
        (0..self.text.len()).filter(|&p| self.begins_word(p)).find_map(|p| self.phrase_at(&phrase, p))
    }

    fn piece_at(&self, piece: &str, at: usize) -> Option<usize> {
        let rest = self.text.as_bytes().get(at..)?;
        let (piece, whole_word) = match piece.strip_suffix(' ') {
            Some(p) => (p, true),
            None => (piece, false),
        };
        let here = rest.starts_with(piece.as_bytes()) || self.damaged && matches_damaged(rest, piece.as_bytes());
        if !here {
            return None;
        }
        if whole_word && rest.get(piece.len()).is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        Some(at + piece.len())
    }
}

/// Does the text begin with the phrase when each `?` may stand for a letter that was lost?
fn matches_damaged(text: &[u8], phrase: &[u8]) -> bool {
    text.len() >= phrase.len() && phrase.iter().zip(text).all(|(p, t)| p == t || *t == b'?' && p.is_ascii_alphabetic())
}

/// The reply code whose continuation lines (`550-`) frame the text, if it begins with one.
fn continued_reply(said: &str) -> Option<&str> {
    let said = said.trim_start();
    let code = said.get(..3)?;
    (code.bytes().all(|b| b.is_ascii_digit())
        && memchr::memmem::find(said.as_bytes(), format!("{code}-").as_bytes()).is_some())
    .then_some(code)
}

/// Byte range of the local part in a token that holds an address. Words such as "spam" or "virus"
/// in somebody's address are not the server's words.
fn address_local_part(token: &str) -> Option<(usize, usize)> {
    let at = memchr::memchr(b'@', token.as_bytes())?;
    if !token.as_bytes().get(at + 1).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    // Scripts without blanks run into the address: a local part of ASCII begins behind the last other letter.
    let open = |c: char| matches!(c, '<' | '(' | '[' | '"' | '\'' | ':' | '=' | ',' | ';') || !c.is_ascii();
    let start = token[..at].char_indices().rev().find(|(_, c)| open(*c)).map_or(0, |(i, c)| i + c.len_utf8());
    (start < at).then_some((start, at))
}

/// Is this string written as a phrase must be? Used by the tests of the table and for rules of one's own.
///
/// # Errors
/// Says what is wrong with it.
pub fn check(phrase: &str) -> Result<(), &'static str> {
    let first = phrase.split(" * ").next().unwrap_or("");
    if first.trim_end().len() < 3 {
        return Err("its first piece is shorter than three bytes");
    }
    if phrase.starts_with(' ') || phrase.contains("  ") {
        return Err("it has a leading or double blank");
    }
    if phrase.starts_with('*') || phrase.ends_with('*') {
        return Err("a ` * ` must stand between words");
    }
    if Words::new(phrase).as_str() != phrase.trim_end() {
        return Err("it is not in normalised form (lower case, no accents, plain quotes, no address)");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normalises() {
        let w = Words::new("552-5.2.2 Boîte  pleine\r\n552-5.2.2 pour <spam.me@Example.NET> 552 5.2.2 Größe’s");
        assert_eq!(w.as_str(), "552-5.2.2 boite pleine pour <x@example.net> grosse's");
        assert_eq!(Words::new("550-a\n550-b\n550 c").as_str(), "550-a b c");
        assert_eq!(Words::new("550 5.1.1 gone").as_str(), "550 5.1.1 gone");
    }

    #[test]
    fn phrases_begin_at_words() {
        let w = Words::new("Your IP is unblacklisted, not Blacklisted by Spamhaus; spam.");
        assert!(w.find("blacklist").is_some());
        assert!(Words::new("unblacklisted").find("blacklist").is_none());
        assert_eq!(w.find("spam ").map(|s| &w.as_str()[s.start..]), Some("spam."));
        assert!(w.find("your ip * spamhaus").is_some());
        assert!(w.find("spamhaus * your ip").is_none());
        assert!(Words::new("Bo?te pleine").find("boite pleine").is_some());
        assert_eq!(Words::new("新地址：user@example.org").as_str(), "新地址:x@example.org");
        let ja = Words::new("宛先不明のため");
        assert!(ja.find("不明").is_some());
    }

    #[test]
    fn original_words_come_back() {
        let said = "552-5.2.2 The Mailbox\n552 5.2.2 is FULL now";
        let w = Words::new(said);
        let span = w.find("mailbox is full").unwrap();
        assert_eq!(w.original(said, span), "Mailbox\n552 5.2.2 is FULL");
    }

    #[test]
    fn checks_form() {
        assert!(check("mailbox full").is_ok());
        assert!(check("spam ").is_ok());
        for bad in ["Mailbox", "ab", " mailbox", "boîte", "* full", "mailbox  full"] {
            assert!(check(bad).is_err(), "{bad}");
        }
    }
}
