//! The words of a server, normalised, and the phrases that rules look for in them.
//!
//! A phrase is written in lower case, without accents, with single blanks. It begins where a word
//! begins and may end inside a word: `blacklist` finds "Blacklisted", not "unblacklist". A phrase that
//! ends in a blank must end with its word: `spam ` finds "spam." but not "spamhaus". ` * ` stands for
//! up to [`GAP`] bytes of anything. Scripts without blanks between words match anywhere.

use std::borrow::Cow;

use crate::text;
use crate::text::fold::fold;

/// How far apart the pieces of a phrase with ` * ` may stand, in bytes of normalised text.
pub(crate) const GAP: usize = 120;

/// What stands for a gap.
const GAP_MARK: &str = " * ";

/// Text made comparable: lower case, accents and typographic quotes folded, white space collapsed,
/// the repeated codes of continuation lines (RFC 5321 section 4.2.1) and local parts of addresses removed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    text: String,
    /// Where characters came from: offset in `text`, offset in the original. What follows a place came from what
    /// follows there, up to the next place.
    from: Vec<(u32, u32)>,
    /// Letters were lost on the way: a `?` stands where one was.
    damaged: bool,
    /// Where names of the report at hand stand, ascending; see [`Words::hide`].
    names: Vec<Span>,
}

/// A phrase, ready to be looked for. There are thousands: they are kept small.
#[derive(Clone, Debug)]
pub(crate) struct Phrase<'a> {
    text: Cow<'a, str>,
    /// Where the piece before the first ` * ` ends.
    first: u32,
    /// Where the piece behind that ends; where the first one does if there is no other.
    second: u32,
}

impl<'a> Phrase<'a> {
    /// Takes a phrase apart.
    #[must_use]
    pub(crate) fn new(phrase: Cow<'a, str>) -> Self {
        let piece_end = |from: usize| text::find(&phrase[from..], GAP_MARK).map_or(phrase.len(), |len| from + len);
        let first = piece_end(0);
        let second = if first < phrase.len() { piece_end(first + GAP_MARK.len()) } else { first };
        Self { text: phrase, first: first as u32, second: second as u32 }
    }

    /// As it is written.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The piece before the first ` * `.
    #[must_use]
    pub(crate) fn first(&self) -> &str {
        &self.text[..self.first as usize]
    }

    /// The piece behind it.
    pub(crate) fn second(&self) -> Option<&str> {
        (self.second > self.first).then(|| &self.text[self.first as usize + GAP_MARK.len()..self.second as usize])
    }

    /// All pieces but the first.
    fn others(&self) -> impl Iterator<Item = &str> {
        let rest = self.text.get(self.second as usize + GAP_MARK.len()..);
        self.second().into_iter().chain(rest.into_iter().flat_map(|rest| text::split(rest, GAP_MARK)))
    }
}

/// A phrase found: byte range in the normalised text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Words {
    /// Normalises what a server said.
    #[must_use]
    pub(crate) fn new(said: &str) -> Self {
        let mut words = Words { text: String::with_capacity(said.len() + 1), ..Words::default() };
        let reply = continued_reply(said);
        let has = |b: u8| memchr::memchr(b, said.as_bytes()).is_some();
        let (marked, quoted) = (has(b'?'), has(b'`'));
        if reply.is_none() && !quoted && !said.starts_with(' ') && text::is_spaced_singly(said.as_bytes()) {
            words.push_plain(said);
            words.damaged =
                marked && said.split(' ').any(|token| has_lost_letter(token) && address_local_part(token).is_none());
            return words;
        }
        let unusual = marked || quoted;
        let mut status_seen: Option<&str> = None;
        let mut first = true;
        let mut drop_status = false;
        let base = said.as_ptr() as usize;
        let addresses = has(b'@');
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
                        status_seen = after.parse::<crate::names::code::Status>().is_ok().then_some(after);
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
                } else if status_seen.is_none() && rest.parse::<crate::names::code::Status>().is_ok() {
                    status_seen = Some(rest);
                }
                drop_status = false;
            }
            if !first {
                words.push(' ', token_at.saturating_sub(1));
            }
            first = false;
            let masked = if addresses { address_local_part(rest) } else { None };
            words.push_token(rest, token_at, masked, unusual);
        }
        words
    }

    /// Fills empty words with ASCII whose words are set apart by single blanks, as most of what servers say is: only
    /// its case and the local parts of its addresses are to be changed.
    fn push_plain(&mut self, said: &str) {
        let said = said.trim_end();
        let (mut done, mut rest) = (0, 0);
        while let Some(at) = memchr::memchr(b'@', &said.as_bytes()[rest..]).map(|at| rest + at) {
            let start = memchr::memrchr(b' ', &said.as_bytes()[rest..at]).map_or(rest, |blank| rest + blank + 1);
            rest = memchr::memchr(b' ', &said.as_bytes()[at..]).map_or(said.len(), |blank| at + blank);
            if let Some((from, to)) = address_local_part(&said[start..rest]) {
                self.came_from(done as u32);
                self.text.push_str(&said[done..start + from]);
                self.text.push('x');
                done = start + to;
            }
        }
        self.came_from(done as u32);
        self.text.push_str(&said[done..]);
        self.text.make_ascii_lowercase();
    }

    /// Adds a word without the range that is masked; `unusual` where there is a question mark or backtick anywhere.
    fn push_token(&mut self, token: &str, at: u32, masked: Option<(usize, usize)>, unusual: bool) {
        if masked.is_none() && token.is_ascii() {
            self.came_from(at);
            let start = self.text.len();
            self.text.push_str(token);
            self.text[start..].make_ascii_lowercase();
            if unusual {
                self.damaged |= has_lost_letter(token);
                if token.contains('`') {
                    self.text.replace_range(start.., &self.text[start..].replace('`', "'"));
                }
            }
            return;
        }
        self.damaged |= token.contains(char::REPLACEMENT_CHARACTER);
        let mut add = |piece: &str, at: u32| fold(piece, &mut |c, i| self.push(c, at + i as u32));
        match masked {
            Some((from, to)) => {
                add(&token[..from], at);
                add("x", at + from as u32);
                add(&token[to..], at + to as u32);
            }
            None => add(token, at),
        }
    }

    fn push(&mut self, c: char, from: u32) {
        self.came_from(from);
        self.text.push(if c == char::REPLACEMENT_CHARACTER { '?' } else { c });
    }

    /// What is added next came from this offset of the original.
    fn came_from(&mut self, original: u32) {
        let here = self.text.len() as u32;
        if self.from.last().is_none_or(|(text, from)| here - text + from != original) {
            self.from.push((here, original));
        }
    }

    /// The offset in the original of the character that holds this byte.
    fn origin(&self, mut at: usize) -> Option<usize> {
        while !self.text.is_char_boundary(at) {
            at = at.checked_sub(1)?;
        }
        let place = self.from.partition_point(|(text, _)| *text as usize <= at).checked_sub(1)?;
        let (text, original) = self.from[place];
        Some(at - text as usize + original as usize)
    }

    /// The normalised text.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Marks where hosts of these domains are named: names are not words, a host called `moderator` says nothing about
    /// permission. A name counts with all labels before it, in an address or a link too.
    pub(crate) fn hide<'n>(&mut self, domains: impl Iterator<Item = &'n str>) {
        let bytes = self.text.as_bytes();
        let is_label = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        let is_name = |b: u8| is_label(b) || b == b'.' || b == b'_';
        for domain in domains.filter(|d| d.contains('.')) {
            let mut from = 0;
            while let Some(at) = text::find_bytes(&bytes[from..], domain.as_bytes()).map(|at| from + at) {
                from = at + domain.len();
                let inside = |b: Option<&u8>| b.is_some_and(|b| is_label(*b));
                if inside(at.checked_sub(1).and_then(|b| bytes.get(b))) || inside(bytes.get(from)) {
                    continue;
                }
                let start = bytes[..at].iter().rposition(|b| !is_name(*b)).map_or(0, |before| before + 1);
                self.names.push(Span { start, end: from });
            }
        }
        self.names.sort_unstable_by_key(|span| span.start);
        self.names.dedup();
    }

    /// Does a name stand in this part?
    #[must_use]
    pub(crate) fn names_in(&self, span: Span) -> bool {
        self.names.iter().any(|name| name.start < span.end && span.start < name.end)
    }

    /// The same words with `x` for each letter and digit of a name; nothing where no name is marked.
    #[must_use]
    pub(crate) fn nameless(&self) -> Option<Self> {
        if self.names.is_empty() {
            return None;
        }
        let mut text = self.text.clone().into_bytes();
        for name in &self.names {
            text[name.start..name.end].iter_mut().filter(|b| b.is_ascii_alphanumeric()).for_each(|b| *b = b'x');
        }
        // Only ASCII was exchanged for ASCII.
        let text = String::from_utf8(text).unwrap_or_default();
        Some(Self { text, from: self.from.clone(), damaged: self.damaged, names: Vec::new() })
    }

    /// The words of the original that stand behind a span of the normalised text.
    #[must_use]
    pub(crate) fn original<'a>(&self, said: &'a str, span: Span) -> &'a str {
        let Some(start) = self.origin(span.start) else { return "" };
        let last = self.origin(span.end.saturating_sub(1)).unwrap_or(start);
        let mut end = last + said.get(last..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8);
        // A phrase may end inside a word; quoting half a word would look like a mistake.
        while let Some(c) = said.get(end..).and_then(|s| s.chars().next())
            && c.is_ascii_alphanumeric()
        {
            end += 1;
        }
        said.get(start..end).unwrap_or("").trim()
    }

    /// May a phrase begin at this byte?
    #[must_use]
    pub(crate) fn begins_word(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
        bytes.get(at).is_some_and(|now| begins(before, *now))
    }

    /// Were letters lost in this text?
    #[must_use]
    pub(crate) fn is_damaged(&self) -> bool {
        self.damaged
    }

    /// Finds a phrase that begins exactly at `at`.
    #[must_use]
    pub(crate) fn phrase_at(&self, phrase: &Phrase<'_>, at: usize) -> Option<Span> {
        let mut end = self.piece_at(phrase.first(), at)?;
        for piece in phrase.others() {
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
    pub(crate) fn find(&self, phrase: &str) -> Option<Span> {
        self.find_at(phrase, (0..self.text.len()).filter(|&p| self.begins_word(p)))
    }

    /// Finds a phrase at one of these places.
    pub(crate) fn find_at(&self, phrase: &str, mut places: impl Iterator<Item = usize>) -> Option<Span> {
        let phrase = Phrase::new(Cow::Borrowed(phrase));
        places.find_map(|at| self.phrase_at(&phrase, at))
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

/// Is there a question mark between letters, outside a link: a letter that was lost?
fn has_lost_letter(token: &str) -> bool {
    memchr::memchr(b'?', token.as_bytes()).is_some_and(|q| {
        let letter = |n: Option<usize>| n.and_then(|n| token.as_bytes().get(n)).is_some_and(u8::is_ascii_alphabetic);
        letter(q.checked_sub(1)) && letter(q.checked_add(1)) && !token.contains(['/', '='])
    })
}

/// Where words begin in a text, and with which three bytes, hashed: most phrases are ruled out by one look.
#[derive(Clone, Debug)]
pub(crate) struct Beginnings {
    places: Vec<u32>,
    hashes: [u64; 64],
}

/// Classes of bytes, as far as it matters for where a word begins.
const LETTER: u8 = 1;
const NO_BEGINNING: u8 = 2;

static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut b = 0;
    while b < 256 {
        let byte = b as u8;
        classes[b] = match byte {
            _ if byte.is_ascii_alphanumeric() => LETTER,
            // No phrase begins with a blank, or inside a character.
            b' ' | 0x80..=0xbf => NO_BEGINNING,
            _ => 0,
        };
        b += 1;
    }
    classes
};

/// May a word begin with `now` behind `before`?
fn begins(before: u8, now: u8) -> bool {
    let (before, now) = (CLASSES[usize::from(before)], CLASSES[usize::from(now)]);
    now & NO_BEGINNING == 0 && before & now & LETTER == 0
}

impl Beginnings {
    /// Those of a text.
    #[must_use]
    pub(crate) fn of(words: &Words) -> Self {
        let bytes = words.as_str().as_bytes();
        let mut places = Vec::with_capacity(bytes.len() / 4 + 8);
        let mut hashes = [0; 64];
        let mut before = b' ';
        for (at, now) in bytes.iter().enumerate() {
            if begins(before, *now) {
                places.push(at as u32);
                if let Some(hash) = beginning(&bytes[at..]) {
                    let slot = hash >> 4;
                    hashes[usize::from(slot >> 6)] |= 1 << (slot & 63);
                }
            }
            before = *now;
        }
        Self { places, hashes }
    }

    /// The offsets at which words begin.
    pub(crate) fn places(&self) -> impl Iterator<Item = usize> {
        self.places.iter().map(|at| *at as usize)
    }

    /// Does perhaps a word begin like this? Yes for what is shorter than three bytes.
    #[must_use]
    pub(crate) fn may_hold(&self, text: &str) -> bool {
        beginning(text.strip_suffix(' ').unwrap_or(text).as_bytes()).is_none_or(|hash| self.holds(hash))
    }

    /// Does perhaps a word begin with the three bytes that have this hash?
    pub(crate) fn holds(&self, hash: u16) -> bool {
        let slot = hash >> 4;
        self.hashes[usize::from(slot >> 6)] >> (slot & 63) & 1 == 1
    }
}

/// Hash of a text's first three bytes.
pub(crate) fn beginning(bytes: &[u8]) -> Option<u16> {
    let [a, b, c, ..] = bytes else { return None };
    let n = u32::from(*a) | u32::from(*b) << 8 | u32::from(*c) << 16;
    Some((n.wrapping_mul(0x9e37_79b1) >> 16) as u16)
}

/// Does the text begin with the phrase when each `?` may stand for a letter that was lost?
fn matches_damaged(text: &[u8], phrase: &[u8]) -> bool {
    text.len() >= phrase.len() && phrase.iter().zip(text).all(|(p, t)| p == t || *t == b'?' && p.is_ascii_alphabetic())
}

/// The reply code whose continuation lines (`550-`) frame the text, if it begins with one.
fn continued_reply(said: &str) -> Option<&str> {
    let said = said.trim_start();
    let code = said.get(..3)?;
    let [a, b, c] = code.as_bytes() else { return None };
    (code.bytes().all(|b| b.is_ascii_digit()) && text::find_bytes(said.as_bytes(), &[*a, *b, *c, b'-']).is_some())
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

/// Is this string written as a phrase must be?
///
/// # Errors
/// Says what is wrong with it, and how to write it.
pub(crate) fn check(phrase: &str) -> Result<(), String> {
    let first = phrase.split(GAP_MARK).next().unwrap_or("");
    if first.trim_end().len() < 3 {
        return Err("begins with a piece of less than three bytes; take a longer one".into());
    }
    if phrase.starts_with(' ') || phrase.contains("  ") {
        let single: Vec<&str> = phrase.split_whitespace().collect();
        return Err(format!("has a leading or a double blank; write “{}”", single.join(" ")));
    }
    if phrase.starts_with('*') || phrase.ends_with('*') {
        return Err("begins or ends with a *; ` * ` stands for what is between two words".into());
    }
    let words = Words::new(phrase);
    if words.as_str() != phrase.trim_end() {
        let blank = if phrase.ends_with(' ') { " " } else { "" };
        return Err(format!(
            "is not in normal form (lower case, no accents, plain quotes, no address); write “{}{blank}”",
            words.as_str()
        ));
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
    fn names_are_no_words() {
        let mut w = Words::new("timeout at quota.mx.example.com, not myexample.com nor example.com.example.net");
        w.hide(["example.com", "com"].into_iter());
        let without = w.nameless().map(|w| w.as_str().to_string());
        assert_eq!(
            without.as_deref(),
            Some("timeout at xxxxx.xx.xxxxxxx.xxx, not myexample.com nor xxxxxxx.xxx.example.net")
        );
        assert!(w.names_in(Span { start: 0, end: 12 }) && !w.names_in(Span { start: 0, end: 11 }));
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
