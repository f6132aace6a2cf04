//! A table for spreadsheets (RFC 4180), one row per recipient.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};
use serde::{Serialize, Serializer};

use crate::diagnosis::Diagnosis;
use crate::text::escape::is_unsafe;
use crate::triage::day;

/// Writes a table with a row for each recipient.
///
/// ```
/// use whybounce::output::csv::Csv;
/// use whybounce::{Table, diagnose};
///
/// let diagnosis = diagnose(b"552 5.2.2 <bob@example.com>: Mailbox full", &Table::default());
/// let mut table = Vec::new();
/// Csv.heading(&mut table).unwrap();
/// Csv.message(&mut table, "bounce.eml", &diagnosis).unwrap();
/// let lines = String::from_utf8(table).unwrap();
/// assert!(lines.starts_with("source,date,kind,address,"));
/// assert!(lines.lines().nth(1).unwrap().contains(",mailbox-full,recipient,"));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Csv;

/// A row; the names of its fields are the heading.
#[derive(Default, Serialize)]
struct Row<'a> {
    source: Cell<'a>,
    date: String,
    kind: &'static str,
    address: Cell<'a>,
    original_address: Cell<'a>,
    action: Option<&'static str>,
    cause: Option<&'static str>,
    owner: Option<&'static str>,
    permanence: Option<&'static str>,
    confidence: Option<&'static str>,
    reply_code: Option<u16>,
    status: Option<String>,
    remote_server: Cell<'a>,
    generating_server: Cell<'a>,
    rule: Cell<'a>,
    summary: Cell<'a>,
    first_step: Cell<'a>,
    smtp_response: Cell<'a>,
}

/// A text that strangers had a hand in.
#[derive(Clone, Copy, Default)]
struct Cell<'a>(&'a str);

impl<'a> From<Option<&'a str>> for Cell<'a> {
    fn from(text: Option<&'a str>) -> Self {
        Self(text.unwrap_or(""))
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&defused(self.0))
    }
}

/// A text that is safe to show, and that a spreadsheet does not run as a formula.
fn defused(text: &str) -> Cow<'_, str> {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '|', '%']) || text.starts_with(['\t', '\r', '\n']);
    if !formula && !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let text = text.chars().map(|c| if is_unsafe(c) { ' ' } else { c });
    Cow::Owned(formula.then_some('\'').into_iter().chain(text).collect())
}

/// The rows as text, the heading in front where it is asked for.
fn lines(heading: bool, rows: &[Row<'_>]) -> io::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new()
        .has_headers(heading)
        .terminator(Terminator::CRLF)
        // Spreadsheets of some countries split at semicolons: cells with one are quoted as if it began a comment.
        .comment(Some(b';'))
        .from_writer(Vec::new());
    for row in rows {
        writer.serialize(row)?;
    }
    writer.into_inner().map_err(|e| e.into_error())
}

impl Csv {
    /// Writes the heading.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn heading(self, out: &mut dyn Write) -> io::Result<()> {
        let lines = lines(true, &[Row::default()])?;
        // The names come with the first row; none is wanted yet.
        let heading = lines.split_inclusive(|b| *b == b'\n').next().unwrap_or_default();
        out.write_all(heading)
    }

    /// Writes the rows of one message; a message without recipients has one row.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn message(self, out: &mut dyn Write, source: &str, d: &Diagnosis) -> io::Result<()> {
        let of_message = || Row {
            source: Cell(source),
            date: d.date().map(day).unwrap_or_default(),
            kind: d.kind.id(),
            generating_server: d.generating_server.as_deref().into(),
            ..Row::default()
        };
        let of_recipients = d.recipients.iter().map(|r| Row {
            address: r.address.as_deref().into(),
            original_address: r.original_address.as_deref().into(),
            action: r.action.map(|a| a.id()),
            cause: r.cause.map(|c| c.id()),
            owner: r.owner.map(|o| o.id()),
            permanence: r.permanence.map(|p| p.id()),
            confidence: r.confidence.map(|c| c.id()),
            reply_code: r.reply_code,
            status: r.status.map(|s| s.to_string()),
            remote_server: r.remote_server.as_deref().into(),
            rule: r.rule.as_deref().into(),
            summary: r.summary.as_deref().into(),
            first_step: r.remediation().next().into(),
            smtp_response: r.smtp_response.as_deref().into(),
            ..of_message()
        });
        let mut rows: Vec<Row<'_>> = of_recipients.collect();
        if rows.is_empty() {
            rows.push(of_message());
        }
        out.write_all(&lines(false, &rows)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> String {
        let row = Row { smtp_response: Cell(text), ..Row::default() };
        let line = String::from_utf8(lines(false, &[row]).unwrap()).unwrap();
        line.strip_prefix(&",".repeat(17)).unwrap().strip_suffix("\r\n").unwrap().to_string()
    }

    #[test]
    fn cells_are_quoted_and_defused() {
        for (text, want) in [
            ("plain", "plain"),
            ("", ""),
            ("a,b", "\"a,b\""),
            ("a;b", "\"a;b\""),
            ("say \"x\"", "\"say \"\"x\"\"\""),
            ("=cmd()", "'=cmd()"),
            (" @SUM(1)", "' @SUM(1)"),
            ("-1+2", "'-1+2"),
            ("=A(1,2)", "\"'=A(1,2)\""),
            ("\tx", "' x"),
            ("a\nb", "a b"),
        ] {
            assert_eq!(cell(text), want, "{text:?}");
        }
    }

    #[test]
    fn the_heading_names_the_columns() {
        let mut out = Vec::new();
        Csv.heading(&mut out).unwrap();
        let columns = "source,date,kind,address,original_address,action,cause,owner,permanence,confidence,reply_code,\
                       status,remote_server,generating_server,rule,summary,first_step,smtp_response\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), columns);
    }
}
