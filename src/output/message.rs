//! A diagnosis for people: what happened, who has to fix it, what to do, and the words it rests on.

use std::io::{self, Write};

use crate::diagnosis::{Diagnosis, RecipientDiagnosis};
use crate::names::terms::{Action, Confidence, Kind, Owner, Permanence, RejectedBy, Stage};
use crate::output::style::{Color, Colorize, Painter};
use crate::text::escape::for_terminal;
use crate::words::causes;

/// How wide lines may become, and whether words are set off by colours.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Columns.
    pub width: usize,
    /// Bold, dimmed and coloured words, as terminals show them.
    pub colour: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self { width: 80, colour: false }
    }
}

impl Layout {
    /// A layout for a terminal of so many columns; lines longer than 100 are tiring to read.
    #[must_use]
    pub fn of_width(columns: Option<usize>) -> Self {
        Self { width: columns.unwrap_or(80).clamp(40, 100), ..Self::default() }
    }

    /// The same with colours or without.
    #[must_use]
    pub fn with_colour(self, colour: bool) -> Self {
        Self { colour, ..self }
    }
}

/// Breaks text into lines at blanks. Words that are longer than a line (links) stay whole.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|w| !w.is_empty()) {
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

/// How many columns a text takes: East Asian characters take two.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| if matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}') { 2 } else { 1 }).sum()
}

struct Page<'a> {
    out: &'a mut dyn Write,
    width: usize,
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
        writeln!(self.out, "{}", text.bold())
    }
}

/// Writes the diagnosis of one message. `source` is named when there are several.
///
/// # Errors
/// Those of `out`.
pub fn write_message(
    out: &mut dyn Write,
    source: Option<&str>,
    diagnosis: &Diagnosis,
    layout: Layout,
) -> io::Result<()> {
    let mut page = Page { out: &mut Painter::new(out, layout.colour), width: layout.width };
    if let Some(source) = source {
        page.line(&format!("{}", for_terminal(source).underline()))?;
        page.blank()?;
    }
    match diagnosis.kind {
        Kind::NotABounce => {
            return page.paragraph("", 0, "This is not a bounce. It holds no delivery report or failure notice, no SMTP reply such as “550 5.1.1 User unknown” and no such line of a mail log.");
        }
        Kind::AutoReply => {
            return page.paragraph("", 0, "This is an automatic answer, not a bounce: the message arrived, and a program replied in the recipient's name. Nothing has to be fixed.");
        }
        Kind::Feedback => {
            page.paragraph("", 0, "This is a complaint report, not a bounce: a message was delivered, and its receiver reported it as unwanted.")?;
            page.blank()?;
            return page.paragraph("", 0, "Remove the person who complained from the list and do not write to them again; many complaints harm the delivery of all your mail.");
        }
        Kind::Failed | Kind::Delayed | Kind::Delivered => {}
    }
    if diagnosis.recipients.is_empty() {
        page.paragraph("", 0, match diagnosis.kind {
            Kind::Delivered => "This is a success report, and it names no recipient.",
            Kind::Delayed => "This is a delay warning, and it names no recipient. The server still tries; nothing has to be sent again.",
            _ => "This is a failure notice, but it names no recipient that could be recognised.",
        })?;
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

fn about_original(page: &mut Page<'_>, diagnosis: &Diagnosis) -> io::Result<()> {
    let Some(original) = &diagnosis.original else { return Ok(()) };
    let mut parts = Vec::new();
    if let Some(subject) = &original.subject {
        parts.push(format!("“{subject}”"));
    }
    let only = match diagnosis.recipients.as_slice() {
        [r] => r.address.as_deref(),
        _ => None,
    };
    let is_known = matches!(original.to.as_slice(), [to] if only.is_some_and(|o| crate::names::address::same(o, to)));
    if !original.to.is_empty() && !is_known {
        parts.push(format!("to {}", original.to.join(", ")));
    }
    if let Some(date) = &original.date {
        parts.push(format!("of {}", date.get(..10).unwrap_or(date)));
    }
    if parts.is_empty() {
        return Ok(());
    }
    page.blank()?;
    page.paragraph("", 0, &format!("Your message: {}", crate::words::shorten(&parts.join(" "), 300)))
}

/// Writes what is said about one recipient, as `explain` does for a reply.
///
/// # Errors
/// Those of `out`.
pub fn write_recipient(out: &mut dyn Write, recipient: &RecipientDiagnosis, layout: Layout) -> io::Result<()> {
    let diagnosis = Diagnosis {
        kind: Kind::Failed,
        generating_server: None,
        software: None,
        date_field: None,
        original: None,
        recipients: Vec::new(),
    };
    let out = &mut Painter::new(out, layout.colour);
    of_recipient(&mut Page { out, width: layout.width }, recipient, &diagnosis)
}

fn of_recipient(page: &mut Page<'_>, r: &RecipientDiagnosis, diagnosis: &Diagnosis) -> io::Result<()> {
    title(page, r)?;
    let Some(cause) = r.cause else {
        let what = match r.action {
            Some(Action::Relayed) => {
                "The message was handed on to a server that does not send such reports; it is not known whether it arrived."
            }
            Some(Action::Expanded) => "The message reached a list or alias and was sent on from there.",
            _ => "The message was delivered. Nothing has to be done.",
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
        page.paragraph(
            "  ",
            2,
            "This is only a warning: the server goes on trying, and the message need not be sent again.",
        )?;
        page.blank()?;
    }
    fact(page, "Who can fix it", &owner_phrase(owner, r))?;
    if let Some(p) = r.permanence.filter(|_| r.action != Some(Action::Delayed)) {
        fact(page, "Send it again?", permanence_phrase(p))?;
    }
    let sure = confidence_phrase(r.confidence);
    fact(page, "Cause", &format!("{} ({cause}); {sure}", causes::text(cause).in_text()))?;
    if let Some(send_on) = &r.send_on {
        page.blank()?;
        page.heading("  What you can do")?;
        page.paragraph("", 4, send_on)?;
    }
    if !r.remediation.is_empty() {
        page.blank()?;
        page.heading(&format!("  {}", steps_heading(owner)))?;
        for (n, step) in r.remediation.iter().enumerate() {
            page.paragraph(&format!("  {:>2}. ", n + 1), 6, step)?;
        }
    }
    page.blank()?;
    page.heading("  What it rests on")?;
    servers(page, r, diagnosis)?;
    if let Some(response) = &r.smtp_response {
        let label =
            if r.reply_code.is_some() || r.status.is_some() && r.remote_server.is_some() { "Reply" } else { "Words" };
        fact(page, label, &format!("“{}”", crate::words::readable(response)))?;
    }
    for note in &r.notes {
        fact(page, "Note", note)?;
    }
    for (n, link) in r.links.iter().enumerate() {
        fact(page, if n == 0 { "See" } else { "" }, link)?;
    }
    Ok(())
}

fn title(page: &mut Page<'_>, r: &RecipientDiagnosis) -> io::Result<()> {
    let (word, color) = match r.action {
        Some(Action::Delayed) => ("Delayed", Color::Yellow),
        Some(Action::Delivered) => ("Delivered", Color::Green),
        Some(Action::Relayed) => ("Passed on", Color::Green),
        Some(Action::Expanded) => ("Sent on", Color::Green),
        Some(Action::Failed) => ("Not delivered", Color::Red),
        None => ("Refused", Color::Red),
    };
    let whom = match (&r.address, &r.original_address) {
        (Some(a), Some(o)) => format!("{} (was {})", for_terminal(a), for_terminal(o)),
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
            writeln!(page.out, "  {}{}{line}", label.dimmed(), " ".repeat(indent - 2 - columns(label)))?;
        } else {
            writeln!(page.out, "{}{line}", " ".repeat(indent))?;
        }
    }
    Ok(())
}

fn owner_phrase(owner: Owner, r: &RecipientDiagnosis) -> String {
    let domain = r.address.as_deref().and_then(crate::names::address::domain);
    match owner {
        Owner::Sender => "you, the sender".into(),
        Owner::SenderAdmin => "your mail administrator or provider (whoever runs the sending server or domain)".into(),
        Owner::Recipient => {
            r.address.as_ref().map_or_else(|| "the recipient".into(), |a| format!("the recipient, {a}"))
        }
        Owner::RecipientAdmin => domain.map_or_else(
            || "the administrators of the receiving server".into(),
            |d| format!("the administrators of {d}"),
        ),
        Owner::Forwarder => "whoever runs the forwarding or list in between".into(),
        Owner::Nobody if r.action == Some(Action::Failed) => "you, by sending it again later; nothing is broken".into(),
        Owner::Nobody => "nobody has to: it resolves itself".into(),
        Owner::Unknown => "not clear from the message".into(),
    }
}

fn steps_heading(owner: Owner) -> &'static str {
    match owner {
        Owner::Sender | Owner::Nobody | Owner::Unknown => "What to do",
        Owner::SenderAdmin => "What your mail administrator can do",
        Owner::Recipient => "What the recipient can do",
        Owner::RecipientAdmin => "What the receiving side's administrators can do",
        Owner::Forwarder => "What whoever runs the forwarding can do",
    }
}

fn permanence_phrase(p: Permanence) -> &'static str {
    match p {
        Permanence::Temporary => "yes, later: the same message may pass then",
        Permanence::Permanent => "not yet: it will fail again until something changes",
    }
}

fn confidence_phrase(c: Option<Confidence>) -> &'static str {
    match c {
        Some(Confidence::High) => "sure",
        Some(Confidence::Medium) => "fairly sure",
        Some(Confidence::Low) | None => "a guess, because the report says little or contradicts itself",
    }
}

fn servers(page: &mut Page<'_>, r: &RecipientDiagnosis, d: &Diagnosis) -> io::Result<()> {
    let stage = match r.stage {
        Some(Stage::Connect) => " when connecting",
        Some(Stage::Helo) => " at the greeting (HELO)",
        Some(Stage::Auth) => " at login or encryption (AUTH, STARTTLS)",
        Some(Stage::Mail) => " when told the sender (MAIL FROM)",
        Some(Stage::Rcpt) => " when told the recipient (RCPT TO)",
        Some(Stage::Data) => " before the message itself was sent (DATA)",
        Some(Stage::Eod) => " after it had seen the whole message",
        Some(Stage::Local) | None => "",
    };
    let said = if r.reply_code.is_some_and(|c| c < 500) || r.action == Some(Action::Delayed) {
        "put the message off"
    } else {
        "refused the message"
    };
    let software = d.software.map(|s| format!(" ({s})")).unwrap_or_default();
    if let Some(remote) = &r.remote_server {
        let did = if r.reply_code.is_some() || r.rejected_by == Some(RejectedBy::RemoteServer) && r.status.is_some() {
            format!("{remote} {said}{stage}")
        } else {
            format!("{remote} gave no usable answer{stage}")
        };
        fact(page, "Other server", &did)?;
        if let Some(generator) = &d.generating_server {
            fact(page, "Report by", &format!("{generator}{software}; it only passes the news on"))?;
        }
    } else if let Some(generator) = &d.generating_server {
        let did = if r.action == Some(Action::Failed) { "; it names no other server" } else { "" };
        fact(page, "Report by", &format!("{generator}{software}{did}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_blanks_and_keeps_long_words() {
        assert_eq!(wrap("aa bb cc", 5), ["aa bb", "cc"]);
        assert_eq!(wrap("https://example.org/a/very/long/link x", 10), ["https://example.org/a/very/long/link", "x"]);
        assert_eq!(columns("日本"), 4);
    }
}
