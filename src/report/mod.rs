//! Message to report: which kind it is, which system wrote it, and what it says about whom.
//!
//! A report is read twice where it has both forms: its machine part (RFC 3464) by [`dsn`], its words by the
//! first [`Reader`] that recognises its own, or by [`general`], which goes by structure alone. The two are
//! merged recipient by recipient; nothing is decided here that belongs to the rank of evidence
//! ([`crate::evidence`]).

pub mod address;
pub mod dsn;
pub mod general;
pub mod kind;
pub mod said;
pub mod software;

use crate::cause::{Action, Kind, Stage};
use crate::code::Status;
use crate::message::Mail;

/// Where in the report a statement stands. The order is the contract's rank of evidence, best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The friendly words of the reporting system.
    Explanation,
    /// A `Status:` field's comment, or the summary line of a report.
    Summary,
    /// The text of the report quotes the response, perhaps cut or wrapped.
    Quoted,
    /// The `Diagnostic-Code:` field.
    Diagnostic,
    /// A field that repeats the response in full where `Diagnostic-Code:` is cut (`X-Supplementary-Info:`).
    Supplementary,
    /// The transcript of the SMTP session.
    Transcript,
}

/// Something that the report says about why a recipient failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Where it stands.
    pub place: Place,
    /// The words, codes included, lines joined by one blank.
    pub text: String,
}

/// What a report says about one recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// Whom it is about, as the report writes it, without brackets and address type.
    pub address: Option<String>,
    /// The address before aliases and forwarding, where the report names it.
    pub original_address: Option<String>,
    /// What happened, where it is said.
    pub action: Option<Action>,
    /// The `Status:` field (RFC 3464 section 2.3.4) or what stands for it in the text.
    pub status: Option<Status>,
    /// Everything said about the reason.
    pub statements: Vec<Statement>,
    /// The other server: who answered, or could not be reached. A host name, or an IP where no name is given.
    pub remote: Option<String>,
    /// At which point of the dialogue.
    pub stage: Option<Stage>,
    /// The report states that no other server took part (`x-unix`, a local program).
    pub local: bool,
}

impl Recipient {
    /// A recipient of which only the address is known.
    #[must_use]
    pub fn new(address: impl Into<String>) -> Self {
        Self { address: Some(address.into()), ..Self::default() }
    }

    /// Adds a statement unless it is empty.
    pub fn say(&mut self, place: Place, text: impl AsRef<str>) {
        let text = join_lines(text.as_ref());
        if !text.is_empty() && !self.statements.iter().any(|s| s.place == place && s.text == text) {
            self.statements.push(Statement { place, text });
        }
    }
}

/// What a report says, before anything is concluded from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What kind of message it is, where the reader can tell.
    pub kind: Option<Kind>,
    /// The software that wrote it.
    pub software: Option<&'static str>,
    /// The host that wrote it.
    pub generating_server: Option<String>,
    /// The recipients in order of appearance.
    pub recipients: Vec<Recipient>,
    /// The returned message's Message-ID where the report's own fields or words name it.
    pub original_message_id: Option<String>,
    /// What the reader should know about the reading, in whole sentences.
    pub notes: Vec<String>,
}

/// Reads the words of one family of reports.
pub struct Reader {
    /// The software that the family belongs to, as `software` in the JSON.
    pub name: &'static str,
    /// Is the message one of the family? Cheap: looks at signs only.
    pub recognises: fn(&Mail) -> bool,
    /// Reads it. `None` when it turns out not to be one after all.
    pub read: fn(&Mail) -> Option<Report>,
}

/// Joins lines by one blank and collapses white space.
#[must_use]
pub fn join_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
