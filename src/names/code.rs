//! SMTP reply codes (RFC 5321 section 4.2) and enhanced status codes (RFC 3463, RFC 2034),
//! and finding them inside the words of a server.

use std::fmt;
use std::str::FromStr;

/// An enhanced mail system status code, `class.subject.detail` (RFC 3463 section 2).
///
/// ```
/// use whybounce::Status;
///
/// let status: Status = "5.1.1".parse().unwrap();
/// assert_eq!(status, Status::new(5, 1, 1));
/// assert_eq!(status.to_string(), "5.1.1");
/// assert!("5.1".parse::<Status>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Status {
    /// 2 success, 4 persistent transient failure, 5 permanent failure.
    pub class: u8,
    /// What the code is about: 1 addressing, 2 mailbox, 3 mail system, 4 network, 5 protocol,
    /// 6 content, 7 security or policy, 0 anything else.
    pub subject: u16,
    /// The precise condition.
    pub detail: u16,
}

impl Status {
    /// A status code from its three numbers.
    #[must_use]
    pub const fn new(class: u8, subject: u16, detail: u16) -> Self {
        Self { class, subject, detail }
    }

    /// True when the code says nothing beyond its class: `x.0.0`.
    #[must_use]
    pub const fn is_bare_class(self) -> bool {
        self.subject == 0 && self.detail == 0
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// The text is not a status code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAStatus;

impl fmt::Display for NotAStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an enhanced status code such as 5.1.1")
    }
}

impl std::error::Error for NotAStatus {}

impl FromStr for Status {
    type Err = NotAStatus;

    fn from_str(s: &str) -> Result<Self, NotAStatus> {
        match status_at(s.as_bytes(), 0) {
            Some((status, end)) if end == s.len() => Ok(status),
            _ => Err(NotAStatus),
        }
    }
}

/// A status code with the byte range that it occupies in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Located<T> {
    /// What was found.
    pub value: T,
    /// Offset of its first byte.
    pub start: usize,
    /// Offset behind its last byte.
    pub end: usize,
}

fn number_at(text: &[u8], at: usize, max: usize) -> Option<(u16, usize)> {
    let digits = text[at..].iter().take(max + 1).take_while(|b| b.is_ascii_digit()).count();
    if digits == 0 || digits > max {
        return None;
    }
    let value = text[at..at + digits].iter().fold(0, |n, d| n * 10 + u16::from(d - b'0'));
    Some((value, at + digits))
}

/// Reads a status code that begins exactly at `at`. Classes other than 2, 4 and 5, more than three
/// digits (RFC 3463 section 2) and dotted numbers that go on (an IP address, a version) are none.
fn status_at(text: &[u8], at: usize) -> Option<(Status, usize)> {
    let class = match text.get(at)? {
        b @ (b'2' | b'4' | b'5') => b - b'0',
        _ => return None,
    };
    if text.get(at + 1) != Some(&b'.') {
        return None;
    }
    let (subject, end) = number_at(text, at + 2, 3)?;
    if text.get(end) != Some(&b'.') {
        return None;
    }
    let (detail, end) = number_at(text, end + 1, 3)?;
    let goes_on = match text.get(end) {
        Some(b'.') => text.get(end + 1).is_some_and(u8::is_ascii_digit),
        Some(b) => b.is_ascii_alphanumeric() || *b == b'_',
        None => false,
    };
    (!goes_on).then_some((Status { class, subject, detail }, end))
}

/// The first status code at or behind `from`.
#[must_use]
pub(crate) fn find_status_from(text: &str, from: usize) -> Option<Located<Status>> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at + 4 < bytes.len() {
        let dot = at + memchr::memchr(b'.', bytes.get(at..)?)?;
        if dot > from {
            let start = dot - 1;
            let free = start == 0
                || !(bytes[start - 1].is_ascii_alphanumeric()
                    || matches!(bytes[start - 1], b'.' | b'_')
                    || (bytes[start - 1] == b'-' && start > 1 && bytes[start - 2].is_ascii_alphabetic()));
            if free && let Some((value, end)) = status_at(bytes, start) {
                return Some(Located { value, start, end });
            }
        }
        at = dot + 1;
    }
    None
}

/// The first status code in `text`.
#[must_use]
pub fn find_status(text: &str) -> Option<Status> {
    find_status_from(text, 0).map(|f| f.value)
}

/// Reads a reply code that begins exactly at `at`: three digits of 200 to 599 that stand alone or
/// are followed by a blank, a `-` of a continuation line, or the end.
#[must_use]
pub(crate) fn reply_at(text: &str, at: usize) -> Option<u16> {
    let bytes = text.as_bytes();
    let (value, end) = number_at(bytes, at, 3)?;
    if end - at != 3 || !(200..600).contains(&value) {
        return None;
    }
    match bytes.get(end) {
        None
        | Some(b' ' | b'-' | b'\t' | b'\n' | b'\r' | b':' | b',' | b';' | b')' | b']' | b'>' | b'"' | b'\'' | b'#') => {
            Some(value)
        }
        Some(b'.') if !bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => Some(value),
        _ => None,
    }
}

/// The reply code with which `text` begins, blanks and quotes before it aside.
#[must_use]
pub fn leading_reply(text: &str) -> Option<u16> {
    let start = text.len() - text.trim_start_matches([' ', '\t', '"', '\'', '[', '(', '<', '#']).len();
    reply_at(text, start)
}

/// The reply code in a response: the one it begins with, else one that stands before a status code.
#[must_use]
pub(crate) fn reply_in(said: &str) -> Option<u16> {
    leading_reply(said).or_else(|| {
        let found = find_status_from(said, 0)?;
        let before = said[..found.start].trim_end_matches([' ', '-', '\'', '(', '#']);
        let start = before.len().checked_sub(3)?;
        let free = start == 0 || !before.as_bytes()[start - 1].is_ascii_alphanumeric();
        (before.is_char_boundary(start) && free).then(|| leading_reply(&before[start..])).flatten()
    })
}

/// A pattern over codes, as numbers and ranges. It is read from what people write: `550`, `5.7.1`, `5.7.606-649`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// Inclusive range of reply codes, or `None` for any or none.
    pub reply: Option<(u16, u16)>,
    /// Class of the status code, or `None` for any class.
    pub class: Option<u8>,
    /// Subject of the status code, or `None` when only the reply code counts.
    pub subject: Option<u16>,
    /// Inclusive range of the detail.
    pub detail: (u16, u16),
}

impl Code {
    /// Does the pattern fit what the message holds?
    #[must_use]
    pub fn fits(&self, reply: Option<u16>, status: Option<Status>) -> bool {
        let reply_fits = self.reply.is_none_or(|(from, to)| reply.is_some_and(|r| (from..=to).contains(&r)));
        let status_fits = self.subject.is_none_or(|subject| {
            status.is_some_and(|s| {
                s.subject == subject
                    && self.class.is_none_or(|c| c == s.class)
                    && (self.detail.0..=self.detail.1).contains(&s.detail)
            })
        });
        reply_fits && status_fits
    }
}

/// Which codes may fit some patterns, at a glance: a bit for each group of status codes, and for each group of reply
/// codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CodeMask(u32);

impl CodeMask {
    /// Fits whatever the codes are.
    const ANY: u32 = 1 << 31;
    /// So many bits for status codes, and the rest for reply codes.
    const STATUSES: u16 = 16;
    const REPLIES: u16 = 31 - Self::STATUSES;

    /// Details of three digits stand in rules by the dozen: a hundred of them is one group.
    fn status(subject: u16, detail: u16) -> u32 {
        let detail = if detail < 100 { detail } else { detail / 100 };
        1 << (subject.wrapping_mul(5).wrapping_add(detail) % Self::STATUSES)
    }

    fn reply(reply: u16) -> u32 {
        1 << (Self::STATUSES + reply % Self::REPLIES)
    }

    /// What may fit one of the patterns; anything may where there is none.
    pub(crate) fn of(codes: &[Code]) -> Self {
        if codes.is_empty() {
            return Self(Self::ANY);
        }
        Self(codes.iter().fold(0, |mask, code| {
            mask | match (code.subject, code.reply) {
                (Some(subject), _) => {
                    let (from, to) = code.detail;
                    (from..=to).fold(0, |bits, detail| bits | Self::status(subject, detail))
                }
                (None, Some((from, to))) => (from..=to).fold(0, |bits, reply| bits | Self::reply(reply)),
                (None, None) => Self::ANY,
            }
        }))
    }

    /// What a message holds.
    pub(crate) fn held(reply: Option<u16>, status: Option<Status>) -> Self {
        let status = status.map_or(0, |s| Self::status(s.subject, s.detail));
        Self(Self::ANY | status | reply.map_or(0, Self::reply))
    }

    /// False only where no pattern fits what is held.
    pub(crate) fn may_fit(self, held: Self) -> bool {
        self.0 & held.0 != 0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((from, to)) = self.reply {
            write!(f, "{from}")?;
            if to != from {
                write!(f, "-{to}")?;
            }
        }
        if let Some(subject) = self.subject {
            if self.reply.is_some() {
                f.write_str(" ")?;
            }
            match self.class {
                Some(class) => write!(f, "{class}.{subject}.{}", self.detail.0)?,
                None => write!(f, "x.{subject}.{}", self.detail.0)?,
            }
            if self.detail.1 != self.detail.0 {
                write!(f, "-{}", self.detail.1)?;
            }
        }
        Ok(())
    }
}

/// The text is not a code pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACode;

impl fmt::Display for NotACode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a code such as 550, 450-459, 5.7.1, x.1.1 or 5.7.606-649")
    }
}

impl std::error::Error for NotACode {}

impl FromStr for Code {
    type Err = NotACode;

    /// Reads what [`Code`]'s `Display` writes: `550`, `450-459`, `5.1.1`, `x.1.1`, `5.7.606-649`, `554 5.7.1`.
    fn from_str(s: &str) -> Result<Self, NotACode> {
        let (reply, status) = match s.trim().split_once(' ') {
            Some((r, st)) => (Some(r), Some(st)),
            None if s.contains('.') => (None, Some(s.trim())),
            None => (Some(s.trim()), None),
        };
        let range = |t: &str| -> Result<(u16, u16), NotACode> {
            let (from, to) = t.split_once('-').unwrap_or((t, t));
            Ok((from.parse().map_err(|_| NotACode)?, to.parse().map_err(|_| NotACode)?))
        };
        let mut code = Code { reply: reply.map(range).transpose()?, class: None, subject: None, detail: (0, 999) };
        if let Some(status) = status {
            let mut part = status.splitn(3, '.');
            let (Some(class), Some(subject), Some(detail)) = (part.next(), part.next(), part.next()) else {
                return Err(NotACode);
            };
            code.class = match class {
                "x" | "X" => None,
                c => Some(c.parse().map_err(|_| NotACode)?),
            };
            code.subject = Some(subject.parse().map_err(|_| NotACode)?);
            code.detail = range(detail)?;
        }
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_status_codes_and_nothing_else() {
        for (text, want) in [
            ("550 5.1.1 User unknown", Some(Status::new(5, 1, 1))),
            ("550-5.7.26 Unauthenticated", Some(Status::new(5, 7, 26))),
            ("said: 552 (#5.2.2)", Some(Status::new(5, 2, 2))),
            ("smtp;5.1.1.", Some(Status::new(5, 1, 1))),
            ("host 5.2.3.4 refused", None),
            ("version 8.5.1.1", None),
            ("192.5.1.1", None),
            ("5.1.1234", None),
            ("3.1.1", None),
            ("Postfix-5.1.1", None),
        ] {
            assert_eq!(find_status(text), want, "{text}");
        }
    }

    #[test]
    fn reply_codes_stand_alone() {
        assert_eq!(leading_reply("550 no"), Some(550));
        assert_eq!(leading_reply("  550-no"), Some(550));
        assert_eq!(leading_reply("5501 no"), None);
        assert_eq!(leading_reply("550.1.2.3"), None);
        assert_eq!(leading_reply("120 no"), None);
    }

    #[test]
    fn a_glance_misses_nothing() {
        let patterns =
            ["5.1.1", "5.7.606-649", "x.19.2", "550", "400-499", "554 x.7.1"].map(|code| code.parse::<Code>().unwrap());
        let statuses = [(5, 1, 1), (5, 7, 620), (4, 19, 2), (4, 7, 1)].map(|(c, s, d)| Some(Status::new(c, s, d)));
        for code in patterns {
            for status in statuses.into_iter().chain([None]) {
                for reply in (200..600).map(Some).chain([None]) {
                    let may = CodeMask::of(&[code]).may_fit(CodeMask::held(reply, status));
                    assert!(may || !code.fits(reply, status), "{code} {reply:?} {status:?}");
                }
            }
        }
        assert!(CodeMask::of(&[]).may_fit(CodeMask::held(None, None)));
        assert!(
            !CodeMask::of(&["550".parse().unwrap()]).may_fit(CodeMask::held(Some(551), Some(Status::new(5, 5, 0))))
        );
    }

    #[test]
    fn codes_round_trip_and_fit() {
        let code = |text: &str| text.parse::<Code>().unwrap();
        for text in ["550", "450-459", "5.1.1", "x.1.1", "5.7.606-649", "554 x.7.1"] {
            assert_eq!(text.parse::<Code>().unwrap().to_string(), text);
        }
        assert!(code("5.7.606-649").fits(None, Some(Status::new(5, 7, 620))));
        assert!(!code("5.7.606-649").fits(None, Some(Status::new(5, 7, 650))));
        assert!(code("x.1.1").fits(Some(450), Some(Status::new(4, 1, 1))));
        assert!(!code("550").fits(Some(551), None));
        assert!("".parse::<Code>().is_err());
        assert!("5.1".parse::<Code>().is_err());
    }
}
