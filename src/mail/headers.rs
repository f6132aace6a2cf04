//! The header fields of a mail: those that were read, and header blocks that stand in a text.

use std::borrow::Cow;

use mail_parser::parsers::MessageStream;
use mail_parser::{DateTime, HeaderValue};

use crate::text;

/// Header fields in order: name and value. They are many and mostly short, so one text holds them all.
#[derive(Clone, Debug, Default)]
pub struct Headers {
    text: String,
    fields: Vec<FieldAt>,
}

/// Where in the text a field stands: its name, and the value behind it.
#[derive(Clone, Copy, Debug)]
struct FieldAt {
    start: usize,
    value: usize,
    end: usize,
}

impl Headers {
    /// None yet, and room for the fields of a header block of so many bytes.
    pub(crate) fn with_room(bytes: usize) -> Self {
        // A usual field has 40 bytes and more.
        Self { text: String::with_capacity(bytes), fields: Vec::with_capacity(bytes / 40) }
    }

    /// Adds a field, whose value `write` puts to the end of the text.
    pub(crate) fn add(&mut self, name: &str, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        self.text.push_str(name);
        let value = self.text.len();
        write(&mut self.text);
        self.fields.push(FieldAt { start, value, end: self.text.len() });
    }

    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.fields.clear();
    }

    /// Are there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|f| (&self.text[f.start..f.value], &self.text[f.value..f.end]))
    }

    /// The values of the fields of this name.
    pub fn named<'a>(&'a self, name: &str) -> impl DoubleEndedIterator<Item = &'a str> {
        let (text, name) = (self.text.as_bytes(), name.as_bytes());
        let is_named =
            move |f: &&FieldAt| f.value - f.start == name.len() && text[f.start..f.value].eq_ignore_ascii_case(name);
        self.fields.iter().filter(is_named).map(|f| &self.text[f.value..f.end])
    }
}

impl<'a> FromIterator<(&'a str, &'a str)> for Headers {
    fn from_iter<I: IntoIterator<Item = (&'a str, &'a str)>>(fields: I) -> Self {
        let mut headers = Self::default();
        for (name, value) in fields {
            headers.add(name, |text| text.push_str(value));
        }
        headers
    }
}

/// The name of a field and the offset of its value, where the line begins one.
fn field_name(line: &str) -> Option<(&str, usize)> {
    if matches!(line.as_bytes(), [b' ' | b'\t' | b':', ..]) {
        return None;
    }
    let name = line.bytes().position(|b| b == b':' || !b.is_ascii_graphic())?;
    let rest = &line[name..];
    // Blanks may stand between the name and the colon.
    let rest = if rest.starts_with(':') { rest } else { rest.trim_start() };
    rest.starts_with(':').then(|| (&line[..name], line.len() - rest.len() + 1))
}

/// The fields of a header block that stands in a text, in order: name, and value as it is folded.
pub(crate) fn folded_fields(block: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = block;
    // The field that has begun, its value up to the end of the block.
    let mut begun: Option<(&str, &str)> = None;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let here = rest;
            let end = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |at| at + 1);
            let line;
            (line, rest) = rest.split_at(end);
            let Some((name, value)) = field_name(line) else { continue };
            if let Some((name, value)) = begun.replace((name, &here[value..])) {
                return Some((name, &value[..value.len() - here.len()]));
            }
        }
        begun.take()
    })
}

/// The value of a folded field on one line.
pub(crate) fn unfold(folded: &str) -> Cow<'_, str> {
    let mut lines = text::whole_lines(folded);
    let first = lines.next().unwrap_or("");
    if first.len() == folded.len() {
        return Cow::Borrowed(text::trim(first));
    }
    let mut value = String::with_capacity(folded.len());
    value.push_str(text::trim(first));
    for line in lines.filter(|l| l.starts_with([' ', '\t'])) {
        if !value.is_empty() {
            value.push(' ');
        }
        value.push_str(text::trim(line));
    }
    Cow::Owned(value)
}

/// Is there anything in this folded field?
pub(crate) fn has_value(folded: &str) -> bool {
    text::whole_lines(folded).enumerate().any(|(n, l)| (n == 0 || l.starts_with([' ', '\t'])) && !l.trim().is_empty())
}

/// Reads the fields of a header block that stands in a text: name and unfolded value, in order.
pub(crate) fn fields(block: &str) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
    folded_fields(block).map(|(name, value)| (name, unfold(value)))
}

/// The first field of this name in a header block that stands in a text.
#[must_use]
pub(crate) fn field<'a>(block: &'a str, name: &str) -> Option<Cow<'a, str>> {
    folded_fields(block).find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| unfold(value))
}

/// Decodes encoded words (RFC 2047) in a header value.
#[must_use]
pub(crate) fn decode_words(value: Cow<'_, str>) -> String {
    if !text::contains(&value, "=?") {
        return value.into_owned();
    }
    let line = [&value, "\n"].concat();
    match MessageStream::new(line.as_bytes()).parse_unstructured() {
        HeaderValue::Text(text) => text.into_owned(),
        _ => value.into_owned(),
    }
}

/// The value of a Date field, if it is one that was ever.
pub(crate) fn date(value: &str) -> Option<DateTime> {
    plain_date(value.as_bytes()).or_else(|| DateTime::parse_rfc822(value)).filter(DateTime::is_valid)
}

/// A date as nearly all programs write it: `Wed, 22 Mar 2023 21:14:22 +0100`, perhaps with a comment behind it (RFC 5322
/// section 3.3). Every other form is the library's.
fn plain_date(text: &[u8]) -> Option<DateTime> {
    const MONTHS: [&[u8; 3]; 12] =
        [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];
    let number = |at: usize, places: usize| -> Option<u16> {
        let digits = text.get(at..at + places)?;
        digits.iter().all(u8::is_ascii_digit).then(|| digits.iter().fold(0, |n, d| n * 10 + u16::from(d - b'0')))
    };
    let is = |at: usize, byte: u8| text.get(at) == Some(&byte);
    let day = if is(3, b',') && is(4, b' ') { 5 } else { 0 };
    let places = if is(day + 1, b' ') { 1 } else { 2 };
    let month = day + places + 1;
    let name = text.get(month..month + 3)?;
    let plain = is(month - 1, b' ')
        && is(month + 3, b' ')
        && is(month + 8, b' ')
        && is(month + 11, b':')
        && is(month + 14, b':');
    let sign = *text.get(month + 18)?;
    let ends = matches!(text.get(month + 23..)?, [] | [b' ', b'(', ..]);
    if !(plain && is(month + 17, b' ') && matches!(sign, b'+' | b'-') && ends) {
        return None;
    }
    Some(DateTime {
        year: number(month + 4, 4)?,
        month: MONTHS.iter().position(|m| m.as_slice() == name)? as u8 + 1,
        day: number(day, places)? as u8,
        hour: number(month + 9, 2)? as u8,
        minute: number(month + 12, 2)? as u8,
        second: number(month + 15, 2)? as u8,
        tz_before_gmt: sign == b'-',
        tz_hour: number(month + 19, 2)? as u8,
        tz_minute: number(month + 21, 2)? as u8,
    })
}

/// A date as RFC 3339 writes it. Every line of JSON has one or two: the formatting machinery would take as long as reading.
pub(crate) fn rfc3339(date: &DateTime) -> String {
    let mut out = String::with_capacity(25);
    let mut digits = |n: u16, places: u16, behind: char| {
        let mut place = 10_u16.pow(u32::from(places) - 1);
        while place > 0 {
            out.push(char::from(b'0' + (n / place % 10) as u8));
            place /= 10;
        }
        out.push(behind);
    };
    digits(date.year, 4, '-');
    digits(date.month.into(), 2, '-');
    digits(date.day.into(), 2, 'T');
    digits(date.hour.into(), 2, ':');
    digits(date.minute.into(), 2, ':');
    let utc = date.tz_hour == 0 && date.tz_minute == 0;
    let zone = if date.tz_before_gmt { '-' } else { '+' };
    digits(date.second.into(), 2, if utc { 'Z' } else { zone });
    if !utc {
        digits(date.tz_hour.into(), 2, ':');
        digits(date.tz_minute.into(), 2, ' ');
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_their_order() {
        let fields = [("To", "a"), ("Subject", ""), ("X-Ü", "ß"), ("to", "b")];
        let mut headers: Headers = fields.into_iter().collect();
        assert!(headers.iter().eq(fields));
        assert!(headers.named("TO").eq(["a", "b"]));
        assert_eq!(headers.named("subject").next(), Some(""));
        assert_eq!(headers.named("Sub").next(), None);
        headers.clear();
        assert!(headers.is_empty() && headers.iter().next().is_none());
    }

    #[test]
    fn fields_of_a_block() {
        let block = "a line\nFrom : me\nX-Long:\n one\n\ttwo \n three\n:none\nSubject:\nnot folded\nTo\u{a0}: you";
        let want = [("From", "me"), ("X-Long", "one two three"), ("Subject", ""), ("To", "you")];
        assert!(fields(block).eq(want.map(|(name, value)| (name, Cow::Borrowed(value)))));
        assert!(folded_fields(block).all(|(_, value)| has_value(value) != unfold(value).is_empty()));
    }

    #[test]
    fn encoded_words_are_decoded() {
        for (value, want) in [("=?utf-8?q?h=C3=A9?= =?utf-8?b?w6k=?= x", "héé x"), ("a =? b", "a =? b"), ("  =?", "=?")]
        {
            assert_eq!(decode_words(value.into()), want);
        }
    }

    #[test]
    fn dates_keep_their_zone() {
        for (text, want) in [
            ("Wed, 22 Mar 2023 21:14:22 -0000 (UTC)", "2023-03-22T21:14:22Z"),
            ("31 Dec 1999 23:59:59 +0530", "1999-12-31T23:59:59+05:30"),
            ("Mon, 3 Feb 2003 04:05:06 -0330 ", "2003-02-03T04:05:06-03:30"),
        ] {
            assert_eq!(rfc3339(&date(text).unwrap()), want);
            assert_eq!(date(text), DateTime::parse_rfc822(text), "{text}");
            assert_eq!(date(text).unwrap().to_rfc3339(), want);
        }
        for text in ["", "yesterday", "Wed, 22 Mar 1823 21:14:22 +0000", "40 Mar 2023 21:14:22 +0000"] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
