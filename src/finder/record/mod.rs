//! Events and tables: a record of fields for each message, as services, queues and accounting files give it.
//!
//! Fields are known by what they are called and by what stands in them, whoever made them: `recipient`, `rcpt`, `to`,
//! `emailAddress` hold addresses; `code`, `responseCode`, `status`, `dsnStatus` codes; the words of the server are the
//! value in which an answer stands.

mod json;
mod keys;
mod report;
mod table;

use crate::report::types::Report;

/// One record: names of fields, in lower case without signs, with their values, in order.
#[derive(Clone, Debug, Default)]
struct Record {
    fields: Vec<(String, String)>,
}

impl Record {
    /// The values of the fields whose name fits, in order.
    fn values<'r>(&'r self, fits: impl Fn(&str) -> bool + 'r) -> impl Iterator<Item = &'r str> {
        self.fields.iter().filter(move |(name, _)| fits(name)).map(|(_, value)| value.as_str())
    }
}

/// What a text is made of.
pub(super) enum Parts {
    /// Records about messages.
    Events(Vec<Report>),
    /// The lines of a log that JSON was set around.
    Lines(String),
}

/// Reads a text as JSON, CSV or a list of fields, if it is that.
pub(super) fn read(text: &str) -> Option<Parts> {
    let trimmed = text.trim_start();
    if trimmed.starts_with(['{', '['])
        && !trimmed.starts_with("[{LED=")
        && let Some(parts) = json::whole(trimmed)
    {
        return Some(parts);
    }
    if let Some(parts) = json::amid(text) {
        return Some(parts);
    }
    let records = table::rows(text).or_else(|| table::list(text)).or_else(|| table::pairs(text))?;
    let reports: Vec<Report> = records.iter().filter_map(report::of).collect();
    (!reports.is_empty()).then_some(Parts::Events(reports))
}
