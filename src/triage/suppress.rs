//! Addresses that are safe to remove from a mailing list.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Place;
use std::io::{self, Write};

use crate::diagnosis::{Diagnosis, RecipientDiagnosis};
use crate::names::address;
use crate::names::terms::{Action, Cause, Class, Confidence, Kind, Permanence, Provenance};
use crate::output::json::write_string;
use crate::triage::date;

/// Collects them. An address comes in only when its own mailbox or domain is gone and the evidence does not
/// contradict itself; a refusal for policy, reputation or anything on the sender's side says nothing about the address.
/// Nor does a dead address that the message was passed on to, or the bounce of a message that was never sent.
///
/// ```
/// use whybounce::triage::Suppressions;
/// use whybounce::{Table, diagnose};
///
/// let table = Table::default();
/// let bounce = |to: &str, said: &str| {
///     format!("From: MAILER-DAEMON@mail.example.org\nSubject: Undelivered Mail Returned to Sender\n\n\
///         <{to}>: host mx.example.com[192.0.2.25] said: {said} (in reply to RCPT TO command)\n")
/// };
/// let mut gone = Suppressions::default();
/// gone.add(&diagnose(bounce("ann@example.com", "550 5.1.1 User unknown").as_bytes(), &table));
/// gone.add(&diagnose(bounce("bob@example.com", "552 5.2.2 Mailbox full").as_bytes(), &table));
/// let mut list = Vec::new();
/// gone.write(&mut list).unwrap();
/// assert_eq!(list, b"ann@example.com\n");
/// ```
#[derive(Debug, Default)]
pub struct Suppressions {
    addresses: BTreeMap<String, Listed>,
    /// The reader has said what is theirs: what cannot be told to be theirs is then not.
    only_own: bool,
}

/// How the list is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListForm {
    /// An address a line.
    #[default]
    Text,
    /// A table with a heading.
    Csv,
    /// A JSON object a line.
    Jsonl,
}

/// Why an address is on the list.
#[derive(Debug)]
struct Listed {
    cause: Cause,
    rule: Option<Box<str>>,
    confidence: Confidence,
    /// First and last report, seconds since 1970.
    dates: Option<(i64, i64)>,
    count: u32,
    message_id: Option<Box<str>>,
}

/// After how many days an address may be tried again, by what was wrong with it: a closed mailbox is opened again now and
/// then, an unknown one hardly ever.
#[must_use]
pub const fn review_after(cause: Cause) -> Option<u16> {
    match cause {
        Cause::MailboxDisabled => Some(180),
        Cause::DomainNotFound => Some(30),
        Cause::DomainRefusesMail | Cause::RecipientMoved => Some(365),
        Cause::MailboxFull => Some(30),
        Cause::Suppressed => Some(90),
        _ => None,
    }
}

impl Suppressions {
    /// The same for a reader who has said what is theirs: messages that they cannot be told to have sent do not count.
    #[must_use]
    pub fn only_own(self, only_own: bool) -> Self {
        Self { only_own, ..self }
    }

    /// Takes the addresses of one message. A report of success takes an address off again.
    pub fn add(&mut self, diagnosis: &Diagnosis) {
        // A stranger's message says nothing of one's own list.
        if diagnosis.provenance == Provenance::Forged || self.only_own && diagnosis.provenance != Provenance::Own {
            return;
        }
        let date = diagnosis.date();
        for r in &diagnosis.recipients {
            if diagnosis.kind == Kind::Delivered || r.action == Some(Action::Delivered) {
                self.release(r, date);
            } else if is_gone(r) {
                self.list(r, diagnosis, date);
            }
        }
    }

    fn list(&mut self, r: &RecipientDiagnosis, diagnosis: &Diagnosis, date: Option<i64>) {
        let (Some(address), Some(cause)) = (r.address.as_deref(), r.cause) else { return };
        let boxed = |text: Option<&str>| text.map(Box::from);
        match self.addresses.entry(address.to_lowercase()) {
            Place::Occupied(mut known) => {
                let known = known.get_mut();
                known.count += 1;
                if let Some(date) = date {
                    let (first, last) = known.dates.unwrap_or((date, date));
                    known.dates = Some((first.min(date), last.max(date)));
                }
            }
            Place::Vacant(place) => {
                place.insert(Listed {
                    cause,
                    rule: boxed(r.rule.as_deref()),
                    confidence: r.confidence.unwrap_or(Confidence::Low),
                    dates: date.map(|d| (d, d)),
                    count: 1,
                    message_id: boxed(diagnosis.message_id.as_deref()),
                });
            }
        }
    }

    /// A later success shows that the address works.
    fn release(&mut self, r: &RecipientDiagnosis, date: Option<i64>) {
        let Some(address) = r.address.as_deref().map(str::to_lowercase) else { return };
        if let Some(known) = self.addresses.get(&address)
            && let (Some((_, last)), Some(date)) = (known.dates, date)
            && date > last
        {
            self.addresses.remove(&address);
        }
    }

    /// Writes them, one a line, sorted.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.write_as(out, ListForm::Text)
    }

    /// Writes them sorted, with why they are listed where the form has room for it.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_as(&self, out: &mut dyn Write, form: ListForm) -> io::Result<()> {
        let mut table = csv::Writer::from_writer(Vec::new());
        if form == ListForm::Csv {
            let heading = [
                "address",
                "cause",
                "class",
                "rule",
                "confidence",
                "first",
                "last",
                "count",
                "message_id",
                "review_after",
            ];
            table.write_record(heading).map_err(io::Error::other)?;
        }
        let safe = |a: &&String| !a.chars().any(crate::text::escape::is_unsafe);
        for address in self.addresses.keys().filter(safe) {
            let listed = &self.addresses[address];
            let day = |at: Option<i64>| at.map(date::day);
            let (first, last) = (day(listed.dates.map(|d| d.0)), day(listed.dates.map(|d| d.1)));
            let review =
                review_after(listed.cause).and_then(|days| Some(date::day(listed.dates?.1 + i64::from(days) * 86_400)));
            match form {
                ListForm::Text => writeln!(out, "{address}")?,
                ListForm::Csv => {
                    let count = listed.count.to_string();
                    let some = |text: &Option<String>| text.clone().unwrap_or_default();
                    table
                        .write_record([
                            address.as_str(),
                            listed.cause.id(),
                            Class::Hard.id(),
                            listed.rule.as_deref().unwrap_or(""),
                            listed.confidence.id(),
                            &some(&first),
                            &some(&last),
                            &count,
                            listed.message_id.as_deref().unwrap_or(""),
                            &some(&review),
                        ])
                        .map_err(io::Error::other)?;
                }
                ListForm::Jsonl => {
                    let mut line = Vec::new();
                    let mut field = |name: &str, value: Option<&str>| {
                        line.extend_from_slice(if line.is_empty() { b"{" } else { b"," });
                        write_string(&mut line, name);
                        line.push(b':');
                        match value {
                            Some(value) => write_string(&mut line, value),
                            None => line.extend_from_slice(b"null"),
                        }
                    };
                    field("address", Some(address));
                    field("cause", Some(listed.cause.id()));
                    field("class", Some(Class::Hard.id()));
                    field("rule", listed.rule.as_deref());
                    field("confidence", Some(listed.confidence.id()));
                    field("first", first.as_deref());
                    field("last", last.as_deref());
                    field("message_id", listed.message_id.as_deref());
                    field("review_after", review.as_deref());
                    write!(line, ",\"count\":{}}}", listed.count)?;
                    line.push(b'\n');
                    out.write_all(&line)?;
                }
            }
        }
        if form == ListForm::Csv {
            out.write_all(&table.into_inner().map_err(|e| io::Error::other(e.to_string()))?)?;
        }
        Ok(())
    }

    /// Takes the addresses of an earlier list in text, one a line, with whatever stands behind a comma or a tab; tells how
    /// many are new to it now.
    pub fn merge(&mut self, earlier: &str) -> usize {
        let known: std::collections::BTreeSet<String> = earlier
            .lines()
            .filter_map(|line| line.split([',', '\t']).next())
            .map(|a| a.trim().trim_matches('"').to_lowercase())
            .filter(|a| address::is_address(a))
            .collect();
        let added = self.addresses.keys().filter(|a| !known.contains(*a)).count();
        for address in known {
            self.addresses.entry(address).or_insert(Listed {
                cause: Cause::RecipientUnknown,
                rule: None,
                confidence: Confidence::Medium,
                dates: None,
                count: 0,
                message_id: None,
            });
        }
        added
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.addresses.len()
    }

    /// Are there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.addresses.is_empty()
    }
}

/// Is this address gone for good, and certainly so?
fn is_gone(r: &RecipientDiagnosis) -> bool {
    let gone = matches!(
        r.cause,
        Some(
            Cause::RecipientUnknown
                | Cause::RecipientMoved
                | Cause::MailboxDisabled
                | Cause::DomainNotFound
                | Cause::Suppressed
        )
    );
    let sure = matches!(r.confidence, Some(Confidence::High | Confidence::Medium));
    // "Unknown for now" is no death: what is refused for a time, or in words that contradict such a code, stays.
    let for_now = r.permanence == Some(Permanence::Temporary)
        || r.reply_code.is_some_and(|c| c < 500)
        || r.reply_code.is_none() && r.status.is_some_and(|s| s.class == 4);
    // A dead target says nothing about the address that was written to: an alias may have living members.
    let passed_on = r.original_address.is_some();
    gone && sure
        && !for_now
        && !passed_on
        && r.action == Some(Action::Failed)
        && r.also.is_none()
        && r.address.as_deref().is_some_and(|a| a.contains('@'))
}
