//! What a report says, before anything is concluded from it.

use crate::names::code::Status;
use crate::names::note::Note;
use crate::names::terms::{Action, Form, Kind, Side, Speaker, Stage};
use crate::text::join_lines;

/// Where in the report a statement stands. The order is that of the evidence, best last: what the rejecting server said
/// outranks what the reporting system wrote around it.
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
    /// Whose words they are, where the form of the report shows it: its fields, the command that it names, the list
    /// that they stand in. What has to be concluded is [`crate::evidence`]'s.
    pub speaker: Option<Speaker>,
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
    /// The report quotes the answer of another server, but does not name it.
    pub elsewhere: bool,
    /// On which side the refusing server stands, where the report itself shows it (a mail program's own dialog
    /// speaks of the sender's outgoing server).
    pub side: Option<Side>,
    /// Which side the report marks as the one that has to act (the party indicator of Exchange Online).
    pub acting: Option<Side>,
}

impl Recipient {
    /// A recipient of which only the address is known.
    #[must_use]
    pub fn new(address: impl Into<String>) -> Self {
        Self { address: Some(address.into()), ..Self::default() }
    }

    /// Adds a statement unless it is empty.
    pub fn say(&mut self, place: Place, text: impl AsRef<str>) {
        self.say_joined(place, join_lines(text.as_ref()));
    }

    /// Adds a statement of which the form shows whose words it is.
    pub(super) fn say_by(&mut self, speaker: Option<Speaker>, place: Place, text: impl AsRef<str>) {
        let text = join_lines(text.as_ref());
        match self.statements.iter_mut().find(|s| s.place == place && s.text == text) {
            Some(known) => known.speaker = known.speaker.or(speaker),
            None if text.is_empty() => {}
            None => self.statements.push(Statement { place, text, speaker }),
        }
    }

    /// Adds a statement whose lines are joined already.
    pub(super) fn say_joined(&mut self, place: Place, text: String) {
        if !text.is_empty() && !self.statements.iter().any(|s| s.place == place && s.text == text) {
            self.statements.push(Statement { place, text, speaker: None });
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
    /// The form of a text that is no mail; found by the finder.
    pub form: Option<Form>,
    /// The envelope sender, where the report's own words show it.
    pub sender: Option<String>,
    /// The id of the message in the queue of the server that wrote the report or log.
    pub queue_id: Option<String>,
    /// What the reader should know about the reading.
    pub notes: Vec<Note>,
}

impl Report {
    /// The kind that follows from what became of the recipients: one that failed makes it a failure, one that waits
    /// a delay. `None` where nothing is said of any.
    pub(crate) fn kind_of_actions(&self) -> Option<Kind> {
        let actions = || self.recipients.iter().filter_map(|r| r.action);
        if actions().any(|a| a == Action::Failed) {
            Some(Kind::Failed)
        } else if actions().any(|a| a == Action::Delayed) {
            Some(Kind::Delayed)
        } else {
            actions().next().map(|_| Kind::Delivered)
        }
    }
}
