//! Message to report: which kind it is, which system wrote it, and what it says about whom.
//!
//! A report is read twice where it has both forms: its machine part (RFC 3464) by [`dsn`], its words by the
//! first [`Reader`] that recognises its own, or by [`general`], which goes by structure alone. The two are
//! merged recipient by recipient; nothing is decided here that belongs to the rank of evidence
//! ([`crate::evidence`]).

pub mod address;
pub mod blocks;
pub mod dsn;
pub mod general;
pub mod host;
pub mod kind;
mod kind_words;
mod marks;
pub(crate) mod microsoft;
mod mta;
pub mod said;
mod said_marks;
pub mod software;
#[cfg(test)]
mod strange_tests;
mod vendor;
pub mod writer;

use std::collections::HashMap;

pub use self::marks::Marks;
use crate::cause::{Action, Kind, Side, Stage};
use crate::code::Status;
use crate::message::Mail;
use crate::text;

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

    /// Adds a statement whose lines are joined already.
    fn say_joined(&mut self, place: Place, text: String) {
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
    /// Words in the text by which `recognises` knows the family, for it to ask [`Marks`].
    pub marks: &'static [&'static str],
    /// Is the message one of the family? Cheap: looks at signs only.
    pub recognises: fn(&Mail, &Marks) -> bool,
    /// Reads it. `None` when it turns out not to be one after all.
    pub read: fn(&Mail) -> Option<Report>,
}

/// Joins lines by one blank and collapses white space.
#[must_use]
pub fn join_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text::push_joined(&mut out, text);
    out
}

/// The readers of families in the order tried. The first that recognises the message and reads it wins.
static READERS: &[&[&Reader]] = &[microsoft::READERS, mta::READERS, vendor::READERS, microsoft::LAST];

/// A report together with the mail that holds it, which may be attached to the one that was given.
#[derive(Debug)]
pub struct Reading<'m> {
    /// The mail whose words the report was read from.
    pub mail: &'m Mail,
    /// What it says.
    pub report: Report,
}

/// Reads a mail as a report. What is none comes back with a kind that says so and without recipients.
#[must_use]
pub fn read(mail: &Mail) -> Reading<'_> {
    let signs = kind::signs(mail);
    if let kind::Signs::Is(kind) = signs {
        return Reading { mail, report: outside(mail, &Marks::of(mail), kind) };
    }
    let machine = dsn::read(mail);
    let marks = Marks::of(mail);
    let words = READERS.iter().copied().flatten().filter(|r| (r.recognises)(mail, &marks)).find_map(|r| {
        (r.read)(mail).map(|mut report| {
            report.software = report.software.or(Some(r.name).filter(|n| !n.is_empty()));
            report
        })
    });
    let known = words.is_some();
    let is_report = signs == kind::Signs::Report || machine.is_some() || known;
    // Ordinary mail is most of a mailbox: it is not read as a report without a reason.
    let speaks = is_report || kind::words_make_a_report(mail);
    // A family's greeting in a strange report: where its reader finds no answer of a server and the structure shows
    // one, the structure is right.
    let words = words.map(|words| {
        if machine.is_some() || has_answer(&words) {
            return words;
        }
        let general = general::read(mail);
        if has_answer(&general) { general } else { words }
    });
    let mut words = words.unwrap_or_else(|| if speaks { general::read(mail) } else { Report::default() });
    if let [only] = words.recipients.as_mut_slice()
        && only.remote.is_none()
        && !only.local
        && only.side.is_none()
        && !only.statements.is_empty()
    {
        let text = if mail.text.trim().is_empty() { &mail.html_text } else { &mail.text };
        only.remote = general::labelled_host(text);
    }
    let mut report = merge(machine, words, mail, &marks);
    // What a report returns is looked into when it is a report itself, not when it merely carries one: people
    // forward bounces.
    let inner = mail
        .attached
        .iter()
        .filter(|a| !is_report || is_written_by_machine(a))
        .map(read)
        .find(|r| is_about_a_message(r.report.kind));
    let told = |r: &Recipient| {
        let stated = r.statements.iter().any(|s| s.place > Place::Explanation);
        r.address.is_some() && (r.status.is_some() || stated)
    };
    if let Some(mut inner) = inner {
        if !is_report {
            return inner;
        }
        // A double bounce: the report is about the failure that it states itself, and only a wrapper without one
        // gives way to the report inside.
        if report.recipients.iter().any(told) {
            note_inner(&mut report, &inner.report);
        } else if !inner.report.recipients.is_empty() {
            note_outer(&mut inner.report, &report);
            return inner;
        }
    }
    let worth = (is_report || speaks && worth_calling_a_report(mail, &marks, &report)) && !is_hollow(mail, &report);
    // Mail programs put "> " before what they forward.
    if !report.recipients.iter().any(told)
        && (worth || speaks)
        && let Some(plain) = unquoted(mail)
    {
        let inner = read(&plain).report;
        if is_about_a_message(inner.kind) && inner.recipients.iter().any(told) {
            return Reading { mail, report: inner };
        }
    }
    if !worth {
        return Reading { mail, report: outside(mail, &marks, Kind::NotABounce) };
    }
    report.kind = report.kind.or_else(|| Some(kind_of(mail, &report)));
    Reading { mail, report }
}

/// A report's type without anything of a report: no sender, no subject, no fields, no returned message, no words.
fn is_hollow(mail: &Mail, report: &Report) -> bool {
    !mail.pasted
        && report.recipients.is_empty()
        && report.generating_server.is_none()
        && mail.returned.is_none()
        && mail.from().is_empty()
        && mail.subject().is_empty()
        && !kind::speaks_of_failure(mail)
}

/// The mail with the quotation marks taken off its text; `None` when it quotes little.
fn unquoted(mail: &Mail) -> Option<Mail> {
    if mail.headers.is_empty() {
        return None;
    }
    let is_quoted = |l: &&str| l.trim_start().starts_with('>');
    let lines = || mail.text.lines().filter(|l| !l.trim().is_empty());
    let quoted = lines().filter(is_quoted).count();
    if mail.text.len() > 100_000 || quoted < 5 || quoted * 2 < lines().count() {
        return None;
    }
    let mut text = String::with_capacity(mail.text.len());
    for line in mail.text.lines() {
        let trimmed = line.trim_start();
        if let Some(bare) = trimmed.strip_prefix('>') {
            text.push_str(bare.strip_prefix(' ').unwrap_or(bare));
        }
        text.push('\n');
    }
    Some(Mail { text, pasted: true, ..Mail::default() })
}

/// Is the mail, going by its own header, one that a mail system wrote?
fn is_written_by_machine(mail: &Mail) -> bool {
    !mail.delivery_status.is_empty()
        || mail.report_type == "delivery-status"
        || mail.header("X-Failed-Recipients").is_some()
        || mail.from().trim().is_empty()
        || mail.from().contains("<>")
        || address::find(mail.from())
            .map_or(mail.from(), |(_, _, a)| a)
            .split('@')
            .next()
            .is_some_and(address::is_daemon)
}

/// Does any recipient have words with a code?
fn has_answer(report: &Report) -> bool {
    report.recipients.iter().flat_map(|r| &r.statements).any(|s| crate::evidence::reply_in(&s.text).is_some())
}

fn is_about_a_message(kind: Option<Kind>) -> bool {
    matches!(kind, Some(Kind::Failed | Kind::Delayed | Kind::Delivered))
}

/// The message that could not be delivered was itself a report.
fn note_inner(outer: &mut Report, inner: &Report) {
    let Some(who) = inner.recipients.iter().find_map(|r| r.address.as_deref()) else { return };
    outer.notes.push(format!("The message that could not be delivered is itself a report, about mail to {who}."));
}

/// A report inside another report: the innermost failure is what happened; the outer one is named.
fn note_outer(inner: &mut Report, outer: &Report) {
    let Some(who) = outer.recipients.iter().find_map(|r| r.address.as_deref()) else { return };
    let by = outer.generating_server.as_deref().unwrap_or("another server");
    inner.notes.push(format!(
        "This report was itself returned: {by} could not deliver it to {who}. The failure shown is the one inside."
    ));
}

/// A report with what its outside tells.
fn outside(mail: &Mail, marks: &Marks, kind: Kind) -> Report {
    Report { kind: Some(kind), software: software::detect(mail, marks), ..Report::default() }
}

/// Without any outer sign of a report only words that a mail server says make one.
fn worth_calling_a_report(mail: &Mail, marks: &Marks, report: &Report) -> bool {
    let answered = report
        .recipients
        .iter()
        .flat_map(|r| &r.statements)
        .any(|s| s.place > Place::Explanation && crate::code::leading_reply(&s.text).is_some());
    let listed = mail.returned.is_some() && report.recipients.iter().any(|r| r.address.is_some());
    // Nobody pastes an ordinary mail here: a recipient and a sentence of failure are enough, codes or not, or a few
    // lines that are a recipient and its reason.
    let pasted = || {
        let reasoned = |r: &Recipient| r.statements.iter().any(|s| s.place >= Place::Quoted);
        let few = || mail.text.lines().nth(12).is_none() && report.recipients.iter().any(reasoned);
        mail.pasted
            && report.recipients.iter().any(|r| r.address.is_some())
            && (few() || software::detect(mail, marks).is_some() || kind::speaks_of_failure(mail))
    };
    mail.text.len() < 100_000 && (answered || listed || pasted())
}

/// The kind of a report from its recipients' actions, else from its words.
fn kind_of(mail: &Mail, report: &Report) -> Kind {
    let actions = || report.recipients.iter().filter_map(|r| r.action);
    if actions().any(|a| a == Action::Failed) {
        Kind::Failed
    } else if actions().any(|a| a == Action::Delayed) {
        Kind::Delayed
    } else if actions().next().is_some() {
        Kind::Delivered
    } else {
        kind::of_words(mail)
    }
}

/// Brings what the machine part and the words say about each recipient together.
fn merge(machine: Option<Report>, words: Report, mail: &Mail, marks: &Marks) -> Report {
    let mut report = match machine {
        None => words,
        Some(mut machine) => {
            tell_apart(&mut machine, &words);
            let single = machine.recipients.len() == 1 && words.recipients.len() == 1;
            let listed = !machine.recipients.is_empty();
            for said in words.recipients {
                let same = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if address::same(a, b));
                let known = machine.recipients.iter_mut().find(|m| {
                    same(&m.address, &said.address)
                        || same(&m.original_address, &said.address)
                        || same(&m.address, &said.original_address)
                        || single
                });
                match known {
                    Some(known) => complete(known, said),
                    // The machine part lists everybody; an address that only the words hold is no recipient.
                    None if listed => {}
                    None => machine.recipients.push(said),
                }
            }
            machine.kind = machine.kind.or(words.kind);
            machine.software = words.software;
            machine.generating_server = machine.generating_server.or(words.generating_server);
            machine.original_message_id = machine.original_message_id.or(words.original_message_id);
            machine.notes.extend(words.notes);
            machine
        }
    };
    if report.recipients.is_empty() || report.recipients.iter().all(|r| r.address.is_none()) {
        name_recipients(&mut report, mail);
    }
    report.generating_server = report.generating_server.take().or_else(|| writer::find(mail));
    report.software = report.software.or_else(|| software::detect(mail, marks));
    report.original_message_id = report.original_message_id.take().or_else(|| answered(mail));
    report
}

/// Exim's machine part names the address that the sender wrote, once for each failure behind it: several recipients
/// of one name. The words name whom each failure is about; what was answered shows which is which.
fn tell_apart(machine: &mut Report, words: &Report) {
    if machine.recipients.len() < 2 {
        return;
    }
    let key = |r: &Recipient| r.address.as_deref().map(str::to_lowercase);
    let mut names: HashMap<String, usize> = HashMap::new();
    for name in machine.recipients.iter().filter_map(key) {
        *names.entry(name).or_default() += 1;
    }
    names.retain(|_, times| *times > 1 && *times < 500);
    let mut used = vec![false; words.recipients.len()];
    for this in machine.recipients.iter_mut().filter(|r| key(r).is_some_and(|k| names.contains_key(&k))).take(500) {
        let Some(name) = this.address.clone() else { continue };
        let told = |r: &Recipient| r.original_address.as_deref().is_some_and(|o| address::same(o, &name));
        let answer = |r: &Recipient| r.statements.first().map(|s| s.text.clone());
        let free =
            |used: &[bool], i: usize, r: &Recipient| used.get(i) == Some(&false) && told(r) && r.address.is_some();
        let chosen = words
            .recipients
            .iter()
            .enumerate()
            .position(|(i, r)| free(&used, i, r) && answer(r).is_some() && answer(r) == answer(this))
            .or_else(|| {
                let same_host = |r: &Recipient| r.remote.is_some() && r.remote == this.remote;
                words.recipients.iter().enumerate().position(|(i, r)| free(&used, i, r) && same_host(r))
            });
        if let Some(at) = chosen
            && let (Some(mark), Some(said)) = (used.get_mut(at), words.recipients.get(at))
        {
            *mark = true;
            this.original_address = Some(name);
            this.address.clone_from(&said.address);
        }
    }
}

fn complete(known: &mut Recipient, said: Recipient) {
    if known.address.is_none() {
        known.address = said.address;
    }
    let same = |o: &String| known.address.as_deref().is_some_and(|a| address::same(a, o));
    let said_original = said.original_address.filter(|o| !same(o));
    known.original_address = known.original_address.take().or(said_original);
    // OpenSMTPD gives up in a report whose field still says "delayed".
    known.action = if said.action == Some(Action::Failed) && known.action == Some(Action::Delayed) {
        said.action
    } else {
        known.action.or(said.action)
    };
    known.status = known.status.or(said.status);
    known.remote = known.remote.take().or(said.remote);
    known.stage = known.stage.or(said.stage);
    known.local |= said.local;
    known.elsewhere |= said.elsewhere;
    known.side = known.side.or(said.side);
    known.acting = known.acting.or(said.acting);
    known.statements.extend(said.statements);
}

/// The message that the report answers, where its own header says so.
fn answered(mail: &Mail) -> Option<String> {
    let ids = mail.header("In-Reply-To").or_else(|| mail.header("References"))?;
    let id = ids.rsplit_once('<')?.1.split_once('>')?.0.trim();
    (id.contains('@') && id.len() < 256).then(|| id.to_string())
}

/// Recipients that only header fields name: X-Failed-Recipients, or the returned message's only receiver.
fn name_recipients(report: &mut Report, mail: &Mail) {
    let mut named: Vec<String> =
        mail.headers_named("X-Failed-Recipients").flat_map(|v| v.split(',')).filter_map(address::clean).collect();
    if named.is_empty()
        && let Some(returned) = &mail.returned
    {
        let fields: Vec<_> = crate::headers::fields(returned).collect();
        for wanted in ["x-envelope-to", "envelope-to", "delivered-to", "to"] {
            let found: Vec<String> = fields
                .iter()
                .filter(|(n, _)| n.eq_ignore_ascii_case(wanted))
                .flat_map(|(_, v)| v.split(','))
                .filter_map(|v| address::clean(v).filter(|a| a.contains('@')))
                .collect();
            if found.len() == 1 {
                named = found;
                break;
            }
        }
    }
    if report.recipients.is_empty() {
        report.recipients = named.into_iter().map(Recipient::new).collect();
        let explanation = general::explanation(&mail.text);
        for r in &mut report.recipients {
            r.say(Place::Explanation, &explanation);
        }
    } else if let ([only], [name]) = (report.recipients.as_mut_slice(), named.as_slice()) {
        only.address = Some(name.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message;

    fn addresses(report: &Report) -> Vec<(&str, Option<&str>)> {
        report.recipients.iter().map(|r| (r.address.as_deref().unwrap_or(""), r.remote.as_deref())).collect()
    }

    #[test]
    fn two_failures_behind_one_alias() {
        let raw = "From: Mail Delivery System <Mailer-Daemon@mail.example.org>\nX-Failed-Recipients: a@example.net, b@example.com\nSubject: Mail delivery failed\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nThis message was created automatically by mail delivery software.\n\n  a@example.net\n    (generated from all@example.org)\n    host mx.example.net [192.0.2.1]\n    SMTP error from remote mail server after end of data:\n    554 5.7.1 spam\n  b@example.com\n    (generated from all@example.org)\n    host mx.example.com [192.0.2.2]\n    SMTP error from remote mail server after RCPT TO:<b@example.com>:\n    550 5.1.1 gone\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example.org\n\nAction: failed\nFinal-Recipient: rfc822;all@example.org\nStatus: 5.0.0\nRemote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 550 5.1.1 gone\n\nAction: failed\nFinal-Recipient: rfc822;all@example.org\nStatus: 5.0.0\nRemote-MTA: dns; mx.example.net\nDiagnostic-Code: smtp; 554 5.7.1 spam\n\n--b--\n";
        let mail = message::parse(raw.as_bytes());
        let report = read(&mail).report;
        assert_eq!(
            addresses(&report),
            [("b@example.com", Some("mx.example.com")), ("a@example.net", Some("mx.example.net"))]
        );
        assert_eq!(report.recipients[0].original_address.as_deref(), Some("all@example.org"));
    }

    #[test]
    fn a_quoted_forward_is_read() {
        let raw = "From: me@example.org\nTo: help@example.org\nSubject: Fwd: Returned mail\n\nCan you help?\n\n> The original message was received at noon\n>\n>    ----- The following addresses had permanent fatal errors -----\n> <a@example.com>\n>     (reason: 550 5.1.1 gone)\n>\n>    ----- Transcript of session follows -----\n> ... while talking to mx.example.com.:\n> >>> RCPT To:<a@example.com>\n> <<< 550 5.1.1 gone\n";
        let mail = message::parse(raw.as_bytes());
        let report = read(&mail).report;
        assert_eq!(
            (report.kind, addresses(&report)),
            (Some(Kind::Failed), vec![("a@example.com", Some("mx.example.com"))])
        );
    }

    #[test]
    fn a_hollow_report_is_none() {
        let raw = "Content-Type: multipart/report; report-type=delivery-status; boundary=\"\n\n--\n----\nContent-Type: message/delivery-status\n\nFinal-Recipient\nStatus:\nAction:;;;\n";
        let mail = message::parse(raw.as_bytes());
        assert_eq!(read(&mail).report.kind, Some(Kind::NotABounce));
    }
}
