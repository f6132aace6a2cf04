//! A table for spreadsheets (RFC 4180), one row per recipient.

use std::io::{self, Write};

use crate::diagnosis::Diagnosis;
use crate::triage::day;

/// Writes rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Csv;

const COLUMNS: &[&str] = &[
    "source",
    "date",
    "kind",
    "address",
    "original_address",
    "action",
    "cause",
    "owner",
    "permanence",
    "confidence",
    "reply_code",
    "status",
    "remote_server",
    "generating_server",
    "rule",
    "summary",
    "first_step",
    "smtp_response",
];

/// A cell: quoted where it must be, and defused where a spreadsheet would run it as a formula.
fn cell(text: &str) -> String {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '|', '%']) || text.starts_with(['\t', '\r', '\n']);
    let text: String = text.chars().map(|c| if crate::text::escape::is_unsafe(c) { ' ' } else { c }).collect();
    let text = if formula { format!("'{text}") } else { text };
    if text.contains([',', '"', ';', '\'']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

fn row(out: &mut dyn Write, cells: &[String]) -> io::Result<()> {
    out.write_all(cells.join(",").as_bytes())?;
    out.write_all(b"\r\n")
}

impl Csv {
    /// Writes the heading.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn heading(self, out: &mut dyn Write) -> io::Result<()> {
        row(out, &COLUMNS.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    /// Writes the rows of one message; a message without recipients has one row.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn message(self, out: &mut dyn Write, source: &str, d: &Diagnosis) -> io::Result<()> {
        let date = d.date().map(day).unwrap_or_default();
        let generator = d.generating_server.as_deref().unwrap_or("");
        if d.recipients.is_empty() {
            let mut cells = vec![cell(source), date, d.kind.id().into()];
            cells.resize(COLUMNS.len(), String::new());
            cells[13] = cell(generator);
            return row(out, &cells);
        }
        for r in &d.recipients {
            let text = |t: &Option<String>| cell(t.as_deref().unwrap_or(""));
            let cells = [
                cell(source),
                date.clone(),
                d.kind.id().into(),
                text(&r.address),
                text(&r.original_address),
                r.action.map(|a| a.id().into()).unwrap_or_default(),
                r.cause.map(|c| c.id().into()).unwrap_or_default(),
                r.owner.map(|o| o.id().into()).unwrap_or_default(),
                r.permanence.map(|p| p.id().into()).unwrap_or_default(),
                r.confidence.map(|c| c.id().into()).unwrap_or_default(),
                r.reply_code.map(|c| c.to_string()).unwrap_or_default(),
                r.status.map(|s| s.to_string()).unwrap_or_default(),
                text(&r.remote_server),
                cell(generator),
                r.rule.as_deref().unwrap_or("").into(),
                text(&r.summary),
                cell(r.remediation.first().map_or("", AsRef::as_ref)),
                text(&r.smtp_response),
            ];
            row(out, &cells)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_defused() {
        assert_eq!(cell("plain"), "plain");
        assert_eq!(cell("a,b"), "\"a,b\"");
        assert_eq!(cell("say \"x\""), "\"say \"\"x\"\"\"");
        assert_eq!(cell("=cmd()"), "\"'=cmd()\"");
        assert_eq!(cell(" @SUM(1)"), "\"' @SUM(1)\"");
        assert_eq!(cell("-1+2"), "\"'-1+2\"");
        assert_eq!(cell("a\nb"), "a b");
    }
}
