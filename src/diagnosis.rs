//! The whole way: raw bytes in, diagnosis out. The stages are chained here and nowhere else.

use std::borrow::Cow;
use std::num::NonZero;
use std::thread;

use crate::evidence::identity::ReturnedHeader;
use crate::evidence::provenance::{self, Sign};
use crate::evidence::{self, Evidence};
use crate::finder;
use crate::mail::headers;
use crate::mail::message;
use crate::mail::message::Mail;
use crate::names::address;
use crate::names::code::Status;
use crate::names::note::Note;
use crate::names::terms::{
    Action, Audience, Cause, Class, Confidence, Form, Kind, Owner, Permanence, Provenance, RejectedBy, Retry, Stage,
};
use crate::report::{self, Reading, Report};
use crate::returned::{self, Original, Returned};
use crate::rules::table::Table;
use crate::words::{Language, Setting, Step};
use crate::{verdict, words};

/// What is said about one message.
///
/// ```
/// use whybounce::terms::{Form, Kind};
/// use whybounce::{Table, diagnose};
///
/// let reply = diagnose(b"550 5.1.1 <bob@example.com>: User unknown", &Table::default());
/// assert_eq!((reply.kind, reply.form), (Kind::Failed, Form::Reply));
/// assert_eq!(reply.recipients.len(), 1);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Diagnosis {
    /// What kind of message it is.
    pub kind: Kind,
    /// What the input was.
    pub form: Form,
    /// Who seems to be reading.
    pub reader: Audience,
    /// The host that wrote the report.
    pub generating_server: Option<String>,
    /// The software that wrote it.
    pub software: Option<&'static str>,
    /// The report's Date field as written; see [`Diagnosis::date`].
    pub date_field: Option<String>,
    /// The report's own Message-ID, without angle brackets.
    pub message_id: Option<String>,
    /// The returned message.
    pub original: Option<Original>,
    /// One entry per recipient, in order of appearance.
    pub recipients: Vec<RecipientDiagnosis>,
    /// Did the reader's side send what came back?
    pub provenance: Provenance,
    /// What shows it.
    pub provenance_evidence: Vec<Sign>,
    /// What to know about an input that reports no failure: header fields alone, an automatic answer.
    pub notes: Vec<Note>,
}

impl Diagnosis {
    /// Of an input of this form that reports nothing.
    #[must_use]
    pub(crate) fn none(form: Form) -> Self {
        Self {
            kind: Kind::NotABounce,
            form,
            reader: Audience::Sender,
            generating_server: None,
            software: None,
            date_field: None,
            message_id: None,
            original: None,
            recipients: Vec::new(),
            provenance: Provenance::Unknown,
            provenance_evidence: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// When the report was written (RFC 3339), where it says.
    ///
    /// ```
    /// let table = whybounce::Table::default();
    /// let mail = b"From: MAILER-DAEMON@example.org\nDate: Tue, 1 Dec 2026 10:00:00 +0100\nSubject: failure\n\nNo.\n";
    /// let diagnosis = whybounce::diagnose(mail, &table);
    /// assert_eq!(diagnosis.date_time().as_deref(), Some("2026-12-01T10:00:00+01:00"));
    /// assert_eq!(diagnosis.date(), Some(1_796_115_600));
    /// ```
    #[must_use]
    pub fn date_time(&self) -> Option<String> {
        headers::date(self.date_field.as_deref()?).map(|date| headers::rfc3339(&date))
    }

    /// When the report was written, seconds since 1970. Read when it is asked for: only summaries and `--since` do.
    #[must_use]
    pub fn date(&self) -> Option<i64> {
        headers::date(self.date_field.as_deref()?).map(|date| date.to_timestamp())
    }
}

/// What is said about one recipient. What the message does not tell is `None`.
///
/// ```
/// use whybounce::terms::{Confidence, Permanence, Stage};
/// use whybounce::{Table, diagnose};
///
/// let bounce = b"From: MAILER-DAEMON@mail.example.org\nSubject: Undelivered Mail Returned to Sender\n\n\
///     <bob@example.com>: host mx.example.com[192.0.2.25] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command)\n";
/// let bob = &diagnose(bounce, &Table::default()).recipients[0];
/// assert_eq!((bob.reply_code, bob.status), (Some(552), Some("5.2.2".parse().unwrap())));
/// assert_eq!(bob.stage, Some(Stage::Rcpt));
/// assert_eq!((bob.permanence, bob.confidence), (Some(Permanence::Permanent), Some(Confidence::High)));
/// for step in bob.remediation() {
///     assert!(step.ends_with('.'));
/// }
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct RecipientDiagnosis {
    /// Whom the report is about.
    pub address: Option<String>,
    /// The address before forwarding, when it differs.
    pub original_address: Option<String>,
    /// What happened.
    pub action: Option<Action>,
    /// RFC 3463 code as it occurs in the message.
    pub status: Option<Status>,
    /// SMTP reply code.
    pub reply_code: Option<u16>,
    /// The response.
    pub smtp_response: Option<String>,
    /// The other server.
    pub remote_server: Option<String>,
    /// Which of the two refused.
    pub rejected_by: Option<RejectedBy>,
    /// When.
    pub stage: Option<Stage>,
    /// Why.
    pub cause: Option<Cause>,
    /// Who fixes it.
    pub owner: Option<Owner>,
    /// Will it pass later.
    pub permanence: Option<Permanence>,
    /// How sure.
    pub confidence: Option<Confidence>,
    /// Another cause that the evidence leaves open, and its share in percent.
    pub also: Option<(Cause, u8)>,
    /// Id of the rule that decided.
    pub rule: Option<Cow<'static, str>>,
    /// The words that it matched.
    pub evidence: Option<String>,
    /// What happened, in a sentence.
    pub summary: Option<String>,
    /// A likely correction of the address, where it is unknown or invalid.
    pub did_you_mean: Option<String>,
    /// What the reader and the owner can do; see [`RecipientDiagnosis::remediation`].
    pub steps: Vec<Step>,
    /// Where the reader cannot fix it: a text to send to the one who can. In JSON it is the last sentence of `remediation`.
    pub send_on: Option<String>,
    /// What to know about the evidence.
    pub notes: Vec<Note>,
    /// Pages that help.
    pub links: Vec<Cow<'static, str>>,
    /// `smtp_response` is not what was answered but the report's own explanation in its place. This and what follows
    /// is not in the JSON but for summaries.
    pub is_explained: bool,
    /// IP address of the sending server as the returned headers name it; see [`RecipientDiagnosis::ip`].
    pub sender_ip: Option<String>,
    /// Name of the block list that the rule is about; see [`RecipientDiagnosis::list`].
    pub list_of_rule: Option<Cow<'static, str>>,
    /// The id of the message in the queue of the server that wrote the report or log, where it is stated.
    pub queue_id: Option<String>,
    /// Is [`RecipientDiagnosis::sender`] the envelope sender as it is stated?
    pub sender_is_envelope: bool,
    /// The address that the message was sent from.
    pub sender: Option<String>,
    /// Who seems to be reading, as of the whole message.
    pub reader: Audience,
}

/// What only summaries ask for is looked for then.
impl RecipientDiagnosis {
    /// What mends a message helps nobody who did not send it.
    fn forget_advice(&mut self) {
        self.steps.clear();
        self.send_on = None;
    }

    fn answer(&self) -> Option<&str> {
        self.smtp_response.as_deref().filter(|_| !self.is_explained)
    }

    /// The sentences for the one who can fix it, in the order to try them; for the reader where nobody has to act.
    pub fn remediation(&self) -> impl Iterator<Item = &str> {
        self.steps_of_owner().filter(|step| !step.more).map(|step| step.text.as_ref())
    }

    /// The steps for the one who can fix it; for the reader where nobody has to act.
    pub fn steps_of_owner(&self) -> impl Iterator<Item = &Step> {
        let reader = self.reader.owner();
        let acting = self.owner.unwrap_or(Owner::Unknown).acting(reader);
        self.steps.iter().filter(move |step| step.who == acting)
    }

    /// What the reader can do, where somebody else has to fix it.
    pub fn steps_of_reader(&self) -> impl Iterator<Item = &Step> {
        let reader = self.reader.owner();
        let acting = self.owner.unwrap_or(Owner::Unknown).acting(reader);
        self.steps.iter().filter(move |step| step.who == reader && reader != acting)
    }

    /// What this says about the address: an address is [`Class::Hard`] only where it is certain which of its faults it
    /// has, and that it is for good.
    #[must_use]
    pub fn class(&self) -> Class {
        let Some(cause) = self.cause else { return Class::None };
        let temporary = self.permanence == Some(Permanence::Temporary);
        let open = self.also.is_some_and(|(other, _)| other.class() != Class::Hard);
        match cause.class() {
            Class::Hard if temporary || open || self.action == Some(Action::Delayed) => Class::Soft,
            // The sender's own server, not the recipient's, says no.
            Class::Soft if self.owner == Some(Owner::SenderAdmin) && !temporary => Class::Block,
            Class::None if temporary => Class::Soft,
            class => class,
        }
    }

    /// Whether to send the same message again. A [`Class::Hard`] address never gets it; what is temporary passes later,
    /// unless somebody has to change something first ([`Cause::needs_change`]).
    #[must_use]
    pub fn retry(&self) -> Option<Retry> {
        let cause = self.cause?;
        Some(match (self.class(), self.permanence) {
            (Class::Hard, _) => Retry::Never,
            // A missing PTR record does not come by waiting.
            (_, Some(Permanence::Temporary)) if !cause.needs_change() => Retry::Later,
            _ => Retry::AfterChange,
        })
    }

    /// After how many seconds, where the answer states it.
    #[must_use]
    pub fn retry_after(&self) -> Option<u32> {
        self.retry().filter(|retry| *retry == Retry::Later)?;
        words::wait_seconds(self.answer()?)
    }

    /// IP address of the sending server, where it is named.
    #[must_use]
    pub fn ip(&self) -> Option<String> {
        evidence::sender_ip(self.answer(), self.sender_ip.as_deref())
    }

    /// Name of the block list, where one is named and the message was not delivered.
    #[must_use]
    pub fn list(&self) -> Option<Cow<'static, str>> {
        self.cause?;
        self.list_of_rule.clone().or_else(|| words::named_list(self.answer()?).map(Cow::from))
    }

    /// What the list has listed, where a list refused: the sending server's IP address, or a domain.
    #[must_use]
    pub fn listed(&self) -> Option<String> {
        self.list()?;
        match self.cause? {
            Cause::IpBlocklisted => self.ip(),
            Cause::DomainBlocklisted => self.sender_domain(),
            _ => None,
        }
    }

    /// Where to look that up: a page about the very IP address or domain, else the one that the answer names.
    #[must_use]
    pub fn look_up(&self) -> Option<Cow<'_, str>> {
        self.list()?;
        let listed = self.listed();
        let about = |link: &&Cow<'static, str>| listed.as_deref().is_some_and(|l| link.contains(l));
        let own = self.links.iter().find(about).map(|link| Cow::from(link.as_ref()));
        own.or_else(|| words::stated_link(self.answer()?).map(Cow::from))
    }

    /// The envelope sender of the original message, where it is stated.
    #[must_use]
    pub fn envelope_sender(&self) -> Option<&str> {
        self.sender.as_deref().filter(|_| self.sender_is_envelope)
    }

    /// The domain that the message was sent from.
    #[must_use]
    pub fn sender_domain(&self) -> Option<String> {
        self.sender.as_deref().and_then(address::domain)
    }
}

/// What stands for the id of a rule where the word model gave its opinion.
pub(crate) const LEARNED: &str = "learned";

/// How a text came to be read: what is no mail is looked at more closely the surer it is that somebody asks about it.
///
/// ```
/// use whybounce::terms::Kind;
/// use whybounce::{Manner, Table, diagnose_each};
///
/// let table = Table::default();
/// let reply = b"550 5.1.1 <bob@example.com>: User unknown";
/// assert_eq!(diagnose_each(reply, &table, Manner::Asked)[0].kind, Kind::Failed);
/// // A file of a folder that holds no mail is most likely something else.
/// assert_eq!(diagnose_each(reply, &table, Manner::Walked)[0].kind, Kind::NotABounce);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Manner {
    /// Somebody wants to know about this very text: a refusal that an ordinary mail quotes is explained too.
    Asked,
    /// A file of a batch that was named: what is no mail counts as pasted.
    Named,
    /// A file that was found in a folder: what is no mail counts only as a log or as events of deliveries.
    Walked,
}

/// Diagnoses one message. A log or a stream of events counts as one. Any bytes will do: what is no report is said to be
/// [`Kind::NotABounce`].
///
/// ```
/// use whybounce::terms::Kind;
/// use whybounce::{Table, diagnose};
///
/// let table = Table::default();
/// let letter = b"From: alice@example.org\nSubject: Lunch\n\nAt noon?\n";
/// assert_eq!(diagnose(letter, &table).kind, Kind::NotABounce);
/// ```
#[must_use]
pub fn diagnose(raw: &[u8], table: &Table) -> Diagnosis {
    let mail = message::parse(raw);
    judge(report::read(&mail), table)
}

/// Diagnoses a text: one diagnosis for a mail, one for each message of a log, a stream of events or a queue.
///
/// ```
/// use whybounce::terms::Cause;
/// use whybounce::{Manner, Table, diagnose_each};
///
/// let log = b"\
/// Dec  1 10:00:00 mail postfix/smtp[7]: 4F1A2B3C4D: to=<ann@example.com>, relay=mx.example.com[192.0.2.25]:25, delay=1, \
/// delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown (in reply to \
/// RCPT TO command))
/// Dec  1 10:00:09 mail postfix/smtp[8]: 5F1A2B3C4E: to=<bob@example.com>, relay=mx.example.com[192.0.2.25]:25, delay=1, \
/// delays=0/0/0/1, dsn=5.2.2, status=bounced (host mx.example.com[192.0.2.25] said: 552 5.2.2 Mailbox full (in reply to \
/// RCPT TO command))
/// ";
/// let each = diagnose_each(log, &Table::default(), Manner::Asked);
/// let causes: Vec<_> = each.iter().map(|diagnosis| diagnosis.recipients[0].cause).collect();
/// assert_eq!(causes, [Some(Cause::RecipientUnknown), Some(Cause::MailboxFull)]);
/// ```
#[must_use]
pub fn diagnose_each(raw: &[u8], table: &Table, manner: Manner) -> Vec<Diagnosis> {
    let mail = message::parse(raw);
    let mut readings = report::read_each(&mail);
    // What is read from the text of a mail that a person wrote is quoted there.
    let quoted = |r: &Reading<'_>| {
        (std::ptr::eq(r.mail, &raw const mail) || r.mail.in_text)
            && matches!(r.report.kind, Some(Kind::Failed | Kind::Delayed))
    };
    if !mail.pasted && readings.iter().any(quoted) && report::kind::quotes_a_report(&mail) {
        if manner != Manner::Asked {
            return vec![Diagnosis::none(Form::Mail)];
        }
        for reading in &mut readings {
            reading.report.notes.push(Note::Quoted);
        }
    }
    if manner == Manner::Asked
        && !mail.pasted
        && let [Reading { report: Report { kind: Some(Kind::NotABounce), .. }, .. }] = readings.as_slice()
    {
        let quoted = report::read_quoted(&mail);
        if !quoted.is_empty() {
            return side_by_side(quoted, &|reading| judge(reading, table));
        }
    }
    let unmistakable = |r: &Reading<'_>| matches!(r.report.form, Some(Form::Log | Form::Event));
    if manner == Manner::Walked
        && mail.pasted
        && !(readings.iter().all(unmistakable) && finder::is_record_of_events(&mail.text))
    {
        return vec![Diagnosis::none(Form::Report)];
    }
    side_by_side(readings, &|reading| judge(reading, table))
}

/// Does the same with each of many, on all processors where there are so many that this takes time.
fn side_by_side<T: Send, U: Send>(items: Vec<T>, does: &(impl Fn(T) -> U + Sync)) -> Vec<U> {
    const MANY: usize = 1024;
    let threads = if items.len() < MANY { 1 } else { thread::available_parallelism().map_or(1, NonZero::get) };
    if threads == 1 {
        return items.into_iter().map(does).collect();
    }
    let size = items.len().div_ceil(threads);
    let mut items = items.into_iter();
    let mut shares: Vec<Vec<T>> = (0..threads).map(|_| items.by_ref().take(size).collect()).collect();
    thread::scope(|scope| {
        let last = shares.pop();
        let others: Vec<_> = shares
            .into_iter()
            .map(|share| scope.spawn(move || share.into_iter().map(does).collect::<Vec<U>>()))
            .collect();
        let last: Vec<U> = last.into_iter().flatten().map(does).collect();
        let mut out = Vec::new();
        for other in others {
            match other.join() {
                Ok(done) => out.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        out.extend(last);
        out
    })
}

/// Judges what a report says.
fn judge(reading: Reading<'_>, table: &Table) -> Diagnosis {
    let Reading { mail, mut report } = reading;
    let kind = report.kind.unwrap_or(Kind::NotABounce);
    let returned = match kind {
        Kind::NotABounce | Kind::AutoReply => None,
        _ => returned_by(mail, report.original_message_id.as_deref()),
    };
    let date_field = mail.date().map(str::to_string);
    let generating_server = report.generating_server.clone();
    let software = report.software;
    let is_record = mail.pasted && mail.text.trim_start().starts_with(['{', '[']);
    let form = report.form.unwrap_or(match mail.pasted {
        true if is_record => Form::Event,
        true => Form::Report,
        false => Form::Mail,
    });
    let alone = kind == Kind::NotABounce && mail.is_header_alone();
    let form = if alone { Form::Headers } else { form };
    let closed = || answers_that_it_is_closed(mail, table);
    let (kind, notes) = match kind {
        Kind::NotABounce if alone => (kind, returned::alone::notes(&mail.headers)),
        Kind::NotABounce if !mail.pasted && report::kind::answers_by_itself(mail) && closed() => {
            (Kind::AutoReply, vec![Note::AddressClosed])
        }
        Kind::AutoReply if closed() => (kind, vec![Note::AddressClosed]),
        _ => (kind, Vec::new()),
    };
    let reader = table.reader().unwrap_or_else(|| audience(form, &report.notes));
    let setting = Setting::new(form, reader, software);
    let queue_id = report.queue_id.take();
    let is_report = report.form.is_none();
    let report_notes = std::mem::take(&mut report.notes);
    let recipients = match kind {
        Kind::Failed | Kind::Delayed | Kind::Delivered => {
            let of_one = |mut e: Evidence| {
                // A log is no Exchange report, and may be long.
                if is_report {
                    e.notes.extend(e.remote_server.as_deref().and_then(|host| evidence::behind(host, &mail.text)));
                }
                let mut diagnosis = of_evidence(e, kind, returned.as_ref(), table, &report_notes, setting);
                diagnosis.queue_id.clone_from(&queue_id);
                diagnosis
            };
            side_by_side(evidence::collect(report, returned.as_ref()), &of_one)
        }
        _ => Vec::new(),
    };
    let (provenance, provenance_evidence) = match kind {
        Kind::Failed | Kind::Delayed => {
            let addressee = mail.header("X-Original-To").or(mail.header("Delivered-To")).or(mail.header("To"));
            let addressee = addressee.and_then(address::find).map(|(_, _, a)| a);
            provenance::of(returned.as_ref(), addressee, generating_server.as_deref(), table.mine())
        }
        _ => (Provenance::Unknown, Vec::new()),
    };
    let mut recipients = recipients;
    if provenance == Provenance::Forged {
        for recipient in &mut recipients {
            recipient.forget_advice();
            recipient.steps = words::steps_for_forged(Language::default());
        }
    }
    let original = returned.map(|r| r.original);
    let message_id = mail.header("Message-ID").map(|id| id.trim().trim_matches(['<', '>']).to_string());
    Diagnosis {
        kind,
        form,
        reader,
        generating_server,
        software,
        date_field,
        message_id: message_id.filter(|id| !id.is_empty()),
        original,
        recipients,
        provenance,
        provenance_evidence,
        notes,
    }
}

/// Does an automatic answer say that nobody reads mail at this address any more?
fn answers_that_it_is_closed(mail: &Mail, table: &Table) -> bool {
    /// Such answers are short; what a longer one says is about something else.
    const SHORT: usize = 1500;
    let text = if mail.text.trim().is_empty() { &mail.html_text } else { &mail.text };
    let text = words::shorten(text.trim(), SHORT);
    let evidence =
        Evidence { response: Some(text.split_whitespace().collect::<Vec<_>>().join(" ")), ..Evidence::default() };
    let verdict = verdict::judge(&evidence, &ReturnedHeader::new(&evidence, None), table);
    verdict.rule.is_some()
        && verdict.confidence != Confidence::Low
        && matches!(verdict.cause, Cause::RecipientUnknown | Cause::RecipientMoved | Cause::MailboxDisabled)
}

/// Who reads a text of this form: logs, sessions and errors of programs are what administrators and developers see.
fn audience(form: Form, notes: &[Note]) -> Audience {
    match form {
        _ if notes.contains(&Note::LogOfRefusingServer) => Audience::RecipientAdmin,
        Form::Error | Form::Log | Form::Session | Form::Event => Audience::SenderAdmin,
        _ => Audience::Sender,
    }
}

/// The returned message; a report without one may still name its Message-ID.
fn returned_by<'a>(mail: &'a Mail, named_id: Option<&str>) -> Option<Returned<'a>> {
    let mut returned = mail.returned.as_deref().and_then(returned::read);
    if let Some(id) = named_id {
        let original = &mut returned.get_or_insert_default().original;
        original.message_id = original.message_id.take().or_else(|| Some(id.to_string()));
    }
    returned
}

/// Judges one recipient's evidence and finds the words.
#[must_use]
pub fn of_evidence(
    evidence: Evidence,
    kind: Kind,
    returned: Option<&Returned<'_>>,
    table: &Table,
    notes: &[Note],
    setting: Setting,
) -> RecipientDiagnosis {
    let mut out = RecipientDiagnosis { reader: setting.reader, ..RecipientDiagnosis::default() };
    let header = ReturnedHeader::new(&evidence, returned);
    if matches!(kind, Kind::Failed | Kind::Delayed)
        && !matches!(evidence.action, Some(Action::Delivered | Action::Relayed | Action::Expanded))
    {
        let verdict = verdict::judge(&evidence, &header, table);
        let finding = header.find(verdict.cause, verdict.owner);
        let advice = words::advise(Language::default(), &evidence, &verdict, &finding.steps, setting);
        out.cause = Some(verdict.cause);
        out.owner = Some(verdict.owner);
        out.permanence = verdict.permanence;
        out.confidence = Some(verdict.confidence);
        out.also = verdict.also;
        out.rule = match verdict.rule {
            Some(rule) => Some(rule.id.clone()),
            None => verdict.is_learned().then(|| Cow::from(LEARNED)),
        };
        out.evidence = verdict.matched;
        out.summary = Some(advice.summary);
        out.steps = advice.steps;
        out.did_you_mean = advice.did_you_mean;
        out.send_on = advice.send_on;
        out.links = advice.links;
        out.list_of_rule = verdict.rule.and_then(|r| r.list.clone());
        out.notes = verdict.notes;
        out.notes.extend(finding.note);
    }
    out.notes.extend(header.other_addressee());
    out.notes.extend(evidence.notes);
    out.notes.extend(notes.iter().cloned());
    out.sender_ip = evidence.sender_ip;
    out.sender = evidence.sender;
    out.sender_is_envelope = evidence.sender_is_envelope;
    out.address = evidence.address;
    out.original_address = evidence.original_address;
    out.action = evidence.action;
    out.status = evidence.status;
    out.reply_code = evidence.reply_code;
    out.is_explained = evidence.response.is_none();
    out.smtp_response = evidence.response.or(evidence.explanation.map(|e| words::shorten(&e, 600).into_owned()));
    out.remote_server = evidence.remote_server;
    out.rejected_by = evidence.rejected_by;
    out.stage = evidence.stage;
    out
}
