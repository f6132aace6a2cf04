//! A diagnosis for people: what happened, who has to fix it, what to do, and the words it rests on.

use std::borrow::Cow;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::diagnosis::{Diagnosis, LEARNED, RecipientDiagnosis};
use crate::names::address;
use crate::names::terms::{Action, Audience, Confidence, Form, Kind, Owner, Provenance, RejectedBy};
use crate::output::style::{Color, Colorize, Painter};
use crate::text::escape::for_terminal;
use crate::words::texts::{labels, owners, sentences};
use crate::words::{self, Language, Step, causes};

/// How wide lines may become, and whether words are set off by colours.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Layout {
    /// Columns.
    pub width: usize,
    /// The language of the text.
    pub language: Language,
    /// Bold, dimmed and coloured words, as terminals show them.
    pub colour: bool,
    /// The whole playbook in place of the steps that fit on a screen.
    pub full: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self { width: 80, colour: false, language: Language::default(), full: false }
    }
}

impl Layout {
    /// A layout for a terminal of so many columns; lines longer than 100 are tiring to read.
    #[must_use]
    pub fn of_width(columns: Option<usize>) -> Self {
        Self { width: columns.unwrap_or(80).clamp(40, 100), ..Self::default() }
    }

    /// The same with the whole playbook, or with what fits on a screen.
    #[must_use]
    pub fn with_full(self, full: bool) -> Self {
        Self { full, ..self }
    }

    /// The same with colours or without.
    #[must_use]
    pub fn with_colour(self, colour: bool) -> Self {
        Self { colour, ..self }
    }
}

/// Breaks text into lines at blanks. Words that are longer than a line (links) stay whole.
#[must_use]
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in words_of(text, width) {
        let len = columns(word);
        if used > 0 && used + 1 + len > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += len;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The words of a text; a command in backquotes is one, so that it can be copied, where a line has room for it.
fn words_of(text: &str, width: usize) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(' ');
    while !rest.is_empty() {
        let mut end = rest.find(' ').unwrap_or(rest.len());
        if let Some(open) = rest[..end].find('`')
            && !rest[open + 1..end].contains('`')
            && let Some(close) = rest[open + 1..].find('`')
        {
            let close = open + 1 + close;
            let whole = close + rest[close..].find(' ').unwrap_or(rest.len() - close);
            if columns(&rest[..whole]) <= width {
                end = whole;
            }
        }
        words.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(' ');
    }
    words
}

/// How many columns a text takes: East Asian characters take two, accents that stand on the letter before none.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.width()
}

struct Page<'a> {
    out: &'a mut dyn Write,
    width: usize,
    language: Language,
    full: bool,
}

impl Page<'_> {
    fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// A paragraph with a hanging indent; `first` stands before its first line.
    fn paragraph(&mut self, first: &str, indent: usize, text: &str) -> io::Result<()> {
        let safe = for_terminal(text);
        for (n, line) in wrap(&safe, self.width.saturating_sub(indent).max(20)).iter().enumerate() {
            if n == 0 {
                writeln!(self.out, "{first}{}{line}", " ".repeat(indent.saturating_sub(columns(first))))?;
            } else {
                writeln!(self.out, "{}{line}", " ".repeat(indent))?;
            }
        }
        Ok(())
    }

    fn heading(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", format!("  {text}").bold())
    }
}

/// Writes the diagnosis of one message. `source` is named when there are several.
///
/// ```
/// use whybounce::output::message::{Layout, write_message};
/// use whybounce::{Table, diagnose};
///
/// let diagnosis = diagnose(b"552 5.2.2 <bob@example.com>: Mailbox full", &Table::default());
/// let mut text = Vec::new();
/// write_message(&mut text, None, &diagnosis, Layout::of_width(Some(60))).unwrap();
/// assert!(String::from_utf8(text).unwrap().contains("bob@example.com"));
/// ```
///
/// # Errors
/// Those of `out`.
pub fn write_message(
    out: &mut dyn Write,
    source: Option<&str>,
    diagnosis: &Diagnosis,
    layout: Layout,
) -> io::Result<()> {
    let out = &mut Painter::new(out, layout.colour);
    let mut page = Page { out, width: layout.width, language: layout.language, full: layout.full };
    if let Some(source) = source {
        page.line(&format!("{}", for_terminal(source).underline()))?;
        page.blank()?;
    }
    let language = layout.language;
    match diagnosis.kind {
        Kind::NotABounce if diagnosis.form == Form::Headers => {
            page.paragraph("", 0, sentences::kind_headers(language))?;
            return notes_alone(&mut page, diagnosis);
        }
        Kind::NotABounce => return page.paragraph("", 0, sentences::kind_not_a_bounce(language)),
        Kind::AutoReply => {
            page.paragraph("", 0, sentences::kind_auto_reply(language))?;
            return notes_alone(&mut page, diagnosis);
        }
        Kind::Feedback => {
            page.paragraph("", 0, sentences::kind_feedback(language))?;
            page.blank()?;
            return page.paragraph("", 0, sentences::kind_feedback_advice(language));
        }
        Kind::Failed | Kind::Delayed | Kind::Delivered => {}
    }
    if diagnosis.provenance == Provenance::Forged {
        page.paragraph("", 0, sentences::provenance_forged(language))?;
        page.blank()?;
        for sign in &diagnosis.provenance_evidence {
            page.paragraph("  ", 2, &words::sign(language, sign))?;
        }
        page.blank()?;
    }
    if diagnosis.recipients.is_empty() {
        let what = match diagnosis.kind {
            Kind::Delivered => sentences::nobody_named_delivered(language),
            Kind::Delayed => sentences::nobody_named_delayed(language),
            _ => sentences::nobody_named_failed(language),
        };
        page.paragraph("", 0, what)?;
        return about_original(&mut page, diagnosis);
    }
    for (n, recipient) in diagnosis.recipients.iter().enumerate() {
        if n > 0 {
            page.blank()?;
        }
        of_recipient(&mut page, recipient, diagnosis)?;
    }
    about_original(&mut page, diagnosis)
}

/// What is known of an input that reports no failure.
fn notes_alone(page: &mut Page<'_>, diagnosis: &Diagnosis) -> io::Result<()> {
    for note in &diagnosis.notes {
        page.blank()?;
        page.paragraph("  ", 2, &words::note(page.language, note))?;
    }
    Ok(())
}

fn about_original(page: &mut Page<'_>, diagnosis: &Diagnosis) -> io::Result<()> {
    let Some(original) = &diagnosis.original else { return Ok(()) };
    let mut parts = Vec::new();
    if let Some(subject) = &original.subject {
        parts.push(labels::Quoted { text: subject }.text(page.language));
    }
    let only = match diagnosis.recipients.as_slice() {
        [r] => r.address.as_deref(),
        _ => None,
    };
    let is_known = matches!(original.to.as_slice(), [to] if only.is_some_and(|o| address::same(o, to)));
    if !original.to.is_empty() && !is_known {
        parts.push(labels::OriginalTo { addresses: original.to.join(", ") }.text(page.language));
    }
    if let Some(date) = &original.date {
        parts.push(labels::OriginalOf { date: date.get(..10).unwrap_or(date) }.text(page.language));
    }
    if parts.is_empty() {
        return Ok(());
    }
    page.blank()?;
    let what = labels::OriginalYourMessage { what: words::shorten(&parts.join(" "), 300) }.text(page.language);
    page.paragraph("", 0, &what)
}

/// Writes what is said about one recipient, as `explain` does for a reply.
///
/// # Errors
/// Those of `out`.
pub fn write_recipient(out: &mut dyn Write, recipient: &RecipientDiagnosis, layout: Layout) -> io::Result<()> {
    let diagnosis = Diagnosis { kind: Kind::Failed, ..Diagnosis::none(Form::Reply) };
    let out = &mut Painter::new(out, layout.colour);
    of_recipient(
        &mut Page { out, width: layout.width, language: layout.language, full: layout.full },
        recipient,
        &diagnosis,
    )
}

fn of_recipient(page: &mut Page<'_>, r: &RecipientDiagnosis, diagnosis: &Diagnosis) -> io::Result<()> {
    let language = page.language;
    title(page, r)?;
    let Some(cause) = r.cause else {
        let what = match r.action {
            Some(Action::Relayed) => sentences::outcome_relayed(language),
            Some(Action::Expanded) => sentences::outcome_expanded(language),
            _ => sentences::outcome_delivered(language),
        };
        page.blank()?;
        return page.paragraph("  ", 2, what);
    };
    page.blank()?;
    if let Some(summary) = &r.summary {
        page.paragraph("  ", 2, summary)?;
        page.blank()?;
    }
    let owner = r.owner.unwrap_or(Owner::Unknown);
    if r.action == Some(Action::Delayed) {
        page.paragraph("  ", 2, sentences::outcome_delayed(language))?;
        page.blank()?;
    }
    fact(page, labels::fact_who_can_fix(language), &who_can_fix(language, owner, r))?;
    if let Some(retry) = r.retry().filter(|_| r.action != Some(Action::Delayed) && r.permanence.is_some()) {
        let again = match r.retry_after() {
            Some(seconds) => labels::SendAgainAfter { wait: words::duration(seconds) }.text(language),
            None => labels::retry_send_again(language, retry).to_string(),
        };
        fact(page, labels::fact_send_again(language), &again)?;
    }
    let certainty = match r.rule.as_deref() {
        Some(LEARNED) => labels::cause_sounds_so(language),
        _ => labels::confidence_certainty(language, r.confidence.unwrap_or(Confidence::Low)),
    };
    let title = causes::text(language, cause).in_text;
    fact(
        page,
        labels::fact_cause(language),
        &labels::CauseWithCertainty { cause: title, id: cause, certainty }.text(language),
    )?;
    if let Some((id, _)) = r.also {
        let other = causes::text(language, id).in_text;
        fact(page, labels::fact_or(language), &labels::CauseOr { cause: other, id }.text(language))?;
    }
    advice(page, r, owner)?;
    page.blank()?;
    page.heading(labels::heading_rests_on(language))?;
    servers(page, r, diagnosis)?;
    if let Some(response) = &r.smtp_response {
        let answered = r.reply_code.is_some() || r.status.is_some() && r.remote_server.is_some();
        let label = if answered { labels::fact_reply(language) } else { labels::fact_words(language) };
        fact(page, label, &labels::Quoted { text: words::readable(response) }.text(language))?;
    }
    for note in &r.notes {
        fact(page, labels::fact_note(language), &words::note(language, note))?;
    }
    for (n, link) in r.links.iter().enumerate() {
        fact(page, if n == 0 { labels::fact_see(language) } else { "" }, link)?;
    }
    Ok(())
}

/// So many steps fit on a screen: of one party, and of the reader and of the owner where these are two.
const AT_ONCE: usize = 7;
const OF_READER: usize = 3;
const OF_OWNER: usize = 4;

/// What the reader can do, the text to send on, what the owner can do.
fn advice(page: &mut Page<'_>, r: &RecipientDiagnosis, owner: Owner) -> io::Result<()> {
    let shown = |most: usize, full: bool| move |(n, s): &(usize, &Step)| full || !s.more && *n < most;
    let full = page.full;
    let reader: Vec<_> = r.steps_of_reader().enumerate().filter(shown(OF_READER, full)).map(|(_, s)| s).collect();
    let most = if reader.is_empty() && r.send_on.is_none() { AT_ONCE } else { OF_OWNER };
    let others: Vec<_> = r.steps_of_owner().enumerate().filter(shown(most, full)).map(|(_, s)| s).collect();
    let language = page.language;
    if !reader.is_empty() || r.send_on.is_some() {
        page.blank()?;
        page.heading(labels::heading_can_do(language))?;
        // Who can mend it has to hear of it before all else.
        if let Some(send_on) = &r.send_on {
            page.paragraph("   1. ", 6, send_on)?;
        }
        for (n, step) in reader.iter().enumerate() {
            numbered(page, n + 1 + usize::from(r.send_on.is_some()), step)?;
        }
    }
    if !others.is_empty() {
        page.blank()?;
        let own = owner.acting(r.reader.owner()) == r.reader.owner();
        page.heading(match owner {
            _ if own => labels::heading_to_do(language),
            Owner::Sender => owners::sender_for_others_can_do(language),
            owner => owners::owner_can_do(language, owner),
        })?;
        for (n, step) in others.iter().enumerate() {
            numbered(page, n + 1, step)?;
        }
    }
    Ok(())
}

/// A step with what can be copied on lines of their own, which are never broken.
fn numbered(page: &mut Page<'_>, n: usize, step: &Step) -> io::Result<()> {
    page.paragraph(&format!("  {n:>2}. "), 6, &step.text)?;
    for line in step.run.iter().flat_map(|run| run.lines()) {
        page.line(&format!("          {}", for_terminal(line).bold()))?;
    }
    if let Some(verify) = &step.verify {
        page.paragraph("", 6, verify)?;
    }
    if let Some(link) = &step.link {
        page.paragraph("", 6, &labels::StepSee { link }.text(page.language))?;
    }
    Ok(())
}

fn title(page: &mut Page<'_>, r: &RecipientDiagnosis) -> io::Result<()> {
    let color = match r.action {
        Some(Action::Delayed) => Color::Yellow,
        Some(Action::Delivered | Action::Relayed | Action::Expanded) => Color::Green,
        Some(Action::Failed) | None => Color::Red,
    };
    let word = match r.action {
        Some(action) => labels::action_title(page.language, action),
        None => labels::title_refused(page.language),
    };
    let whom = match (&r.address, &r.original_address) {
        (Some(a), Some(o)) => {
            labels::TitleWas { address: for_terminal(a), original: for_terminal(o) }.text(page.language)
        }
        (Some(a), None) => for_terminal(a).into_owned(),
        (None, _) => String::new(),
    };
    let mark = if whom.is_empty() { "" } else { ": " };
    page.line(&format!("{}{mark}{}", word.color(color).bold(), whom.bold()))
}

fn fact(page: &mut Page<'_>, label: &str, text: &str) -> io::Result<()> {
    let safe = for_terminal(text);
    let indent = 18;
    let lines = wrap(&safe, page.width.saturating_sub(indent).max(20));
    for (n, line) in lines.iter().enumerate() {
        if n == 0 {
            let gap = (indent - 2usize).saturating_sub(columns(label)).max(1);
            writeln!(page.out, "  {}{}{line}", label.dimmed(), " ".repeat(gap))?;
        } else {
            writeln!(page.out, "{}{line}", " ".repeat(indent))?;
        }
    }
    Ok(())
}

fn who_can_fix(language: Language, owner: Owner, r: &RecipientDiagnosis) -> Cow<'static, str> {
    let named = match owner {
        Owner::Recipient => r.address.as_deref().map(|a| owners::FixesRecipientNamed { address: a }.text(language)),
        Owner::RecipientAdmin => {
            let domain = r.address.as_deref().and_then(address::domain);
            domain.map(|d| owners::FixesRecipientAdminNamed { domain: d }.text(language))
        }
        Owner::Sender if r.reader != Audience::Sender => return owners::sender_for_others_fixes(language).into(),
        _ if owner == r.reader.owner() => return owners::owner_fixes_yourself(language, owner).into(),
        Owner::Nobody if r.action == Some(Action::Failed) => {
            return owners::fixes_nobody_after_failure(language).into();
        }
        _ => None,
    };
    named.map_or_else(|| owners::owner_fixes(language, owner).into(), Cow::from)
}

fn servers(page: &mut Page<'_>, r: &RecipientDiagnosis, d: &Diagnosis) -> io::Result<()> {
    let language = page.language;
    let by = d.generating_server.as_ref().map(|generator| match d.software {
        Some(software) => labels::ServerWithSoftware { server: generator, software }.text(language),
        None => generator.clone(),
    });
    if let Some(remote) = &r.remote_server {
        let answered = r.reply_code.is_some() || r.rejected_by == Some(RejectedBy::RemoteServer) && r.status.is_some();
        let mut did = if !answered {
            labels::ServerGaveNoAnswer { server: remote }.text(language)
        } else if r.reply_code.is_some_and(|c| c < 500) || r.action == Some(Action::Delayed) {
            labels::ServerPutOff { server: remote }.text(language)
        } else {
            labels::ServerRefused { server: remote }.text(language)
        };
        let at = r.stage.map_or("", |stage| labels::stage_at(language, stage));
        if !at.is_empty() {
            did.push(' ');
            did.push_str(at);
        }
        fact(page, labels::fact_other_server(language), &did)?;
        if let Some(by) = by {
            fact(page, labels::fact_report_by(language), &labels::ServerPassesNewsOn { server: by }.text(language))?;
        }
    } else if let Some(by) = by {
        let by = if r.action == Some(Action::Failed) {
            labels::ServerNamesNoOther { server: by }.text(language)
        } else {
            by
        };
        fact(page, labels::fact_report_by(language), &by)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_blanks_and_keeps_long_words() {
        assert_eq!(wrap("aa bb cc", 5), ["aa bb", "cc"]);
        assert_eq!(wrap("run `a b c` now", 8), ["run", "`a b c`", "now"]);
        assert_eq!(wrap("run `a b c d e f` now", 8), ["run `a b", "c d e f`", "now"]);
        assert_eq!(wrap("https://example.org/a/very/long/link x", 10), ["https://example.org/a/very/long/link", "x"]);
        for (text, want) in
            [("", 0), ("abc", 3), ("日本", 4), ("ﾊﾟ", 2), ("e\u{301}", 1), ("नहीं", 3), ("👍🏽", 2), ("“…” –", 5)]
        {
            assert_eq!(columns(text), want, "{text}");
        }
    }
}
