//! A text whose lines are clean, and an answer in it.

use super::line::Line;
use crate::names::code::Status;

/// A text whose lines stand behind each other, with the place of each.
#[derive(Debug, Default)]
pub(crate) struct Text {
    /// The lines, ended by line feeds.
    pub(crate) text: String,
    /// Where each line begins.
    pub(crate) starts: Vec<usize>,
    /// The width at which the text was wrapped, where it was, and whether that is sure.
    pub(crate) width: Option<(usize, bool)>,
    /// The text speaks of mail.
    pub(crate) about_mail: bool,
    /// The logger named a part of a program that sends mail.
    pub(crate) by_mailer: bool,
}

impl Text {
    /// Joins lines.
    pub(crate) fn new(lines: &[Line]) -> Self {
        let mut text = String::with_capacity(lines.iter().map(|l| l.text.len() + 1).sum());
        let mut starts = Vec::with_capacity(lines.len());
        for line in lines {
            starts.push(text.len());
            text.push_str(&line.text);
            text.push('\n');
        }
        let width = wrap_width(lines);
        let about_mail = speaks_of_mail(&text);
        let by_mailer = lines.iter().any(|l| l.mails);
        Self { text, starts, width, about_mail, by_mailer }
    }

    /// The line with this number, without its end.
    pub(crate) fn line(&self, n: usize) -> &str {
        let end = self.starts.get(n + 1).map_or(self.text.len(), |s| *s);
        self.text[self.starts[n]..end].trim_end_matches('\n')
    }

    /// How many lines there are.
    pub(crate) fn count(&self) -> usize {
        self.starts.len()
    }
}

/// Words without which nothing in a text is a mail server's answer unless its status code says so.
fn speaks_of_mail(text: &str) -> bool {
    const WORDS: &[&str] = &["mail", "smtp", "rcpt", "recipient", "sender", "mta", "lmtp", "message", "relay", "ehlo"];
    let start = &text[..floor(text, 200_000)];
    let lower = start.to_ascii_lowercase();
    WORDS.iter().any(|w| lower.contains(w)) || crate::names::address::find(start).is_some()
}

/// An answer in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    /// Where it begins in the text.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// The reply code with which it begins.
    pub(crate) code: Option<u16>,
    /// Its status code.
    pub(crate) status: Option<Status>,
    /// Its words, codes included, lines joined by one blank.
    pub(crate) words: String,
}

/// What stands before a possible answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Left {
    /// How much it speaks for an answer.
    pub(super) score: i32,
    /// The quotation mark that opens right before it.
    pub(super) quote: Option<char>,
    /// The mark is written `\"`.
    pub(super) escaped: bool,
    /// The bracket that opens right before it.
    pub(super) bracket: Option<char>,
}

/// A line of a stack trace, of source code shown with it, or a rule.
pub(crate) fn is_frame(line: &str) -> bool {
    let t = line.trim_start();
    let indented = t.len() < line.len();
    t.starts_with("at ") && (t.ends_with(')') || t.contains(':')) && indented
        || t.starts_with("at ") && t.contains('(') && t.ends_with(')') && t.contains(['.', '/'])
        || t.starts_with("File \"") && t.contains(", line ")
        || t.starts_with("... ") && t.ends_with(" more")
        || t.starts_with('#')
            && t[1..].trim_start_matches(|c: char| c.is_ascii_digit()).starts_with([' '])
            && t.get(1..2).is_some_and(|c| c.bytes().all(|b| b.is_ascii_digit()))
            && (t.contains("):") || t.contains("{main}") || t.contains(": "))
            && t.contains(['/', '('])
            && !t.contains("code")
        || t.starts_with("goroutine ")
        || t.starts_with("in /") && t.contains(":line ")
}

/// The largest boundary of characters not behind `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The smallest boundary of characters not before `at`.
pub(super) fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// The width at which lines were wrapped, and whether that is sure: several lines end just below it. Where only one does,
/// it may be chance.
fn wrap_width(lines: &[Line]) -> Option<(usize, bool)> {
    let widths = || lines.iter().map(|l| l.text.chars().count());
    let longest = widths().max()?;
    let near = widths().filter(|w| *w + 12 > longest).count();
    let few = (60..=80).contains(&longest) && lines.len() < 6 && longest > 66;
    (66..=80).contains(&longest).then_some((longest, near > 1 || few))
}
