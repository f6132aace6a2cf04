//! Lists of blocks: an address at the beginning of a line, its reason behind it or below it.

use super::strangers::{Strangers, is_no_recipient};
use crate::names::code;
use crate::names::daemon;
use crate::names::terms::{Action, Speaker};
use crate::names::{address, host};
use crate::report::said;
use crate::report::types::{Place, Recipient};
use crate::text;

/// An address at the beginning of a line.
pub(super) struct Anchor<'a> {
    address: &'a str,
    /// What stands behind it on its line.
    pub(super) rest: &'a str,
    indent: usize,
    /// It was written in angle brackets or quotes.
    marked: bool,
}

/// Marks of a list before an address.
pub(super) const BULLETS: &[char] = &['*', '-', '•', '·', '>', '+', '#', '|', ' ', '\t', '\u{a0}'];

pub(super) fn anchor(line: &str) -> Option<Anchor<'_>> {
    // Few lines hold an address.
    memchr::memchr(b'@', line.as_bytes())?;
    let body = without_number(line.trim_start_matches(BULLETS));
    let indent = line.len() - line.trim_start().len();
    let body = strip_label(body);
    let marked = body.starts_with(['<', '"', '\'', '[']);
    let (start, end, found) = address::find(body)?;
    let lead = &body[..start];
    // `<mailto:a@b>`, `"Name" <a@b>` and `Name<mailto:a@b>` are one address each.
    let plain = lead.chars().all(|c| matches!(c, '<' | '"' | '\'' | '[' | '('))
        || lead.ends_with("<mailto:")
        || lead == "mailto:"
        || lead.eq_ignore_ascii_case("[smtp:");
    let named = lead.ends_with('<') && lead.len() < 60 && !lead.contains([':', '.', ',']) && start > 1
        // "Some Name <a@b>", "There was an error delivering your mail to <a@b>", but not "presumably from you <a@b>".
        && (lead.split_whitespace().count() <= 4 || lead.ends_with(" to <"));
    if !plain && !named {
        return None;
    }
    let rest = body[end..].trim_start_matches(['>', '"', '\'', ']', ')']);
    // `a@b <a@b>` names one address twice.
    let again = rest.trim_start().strip_prefix('<').and_then(|r| r.strip_prefix(found)?.strip_prefix('>'));
    let rest = again.unwrap_or(rest);
    let rest = rest.strip_prefix("<mailto:").map_or(rest, |r| r.split_once('>').map_or("", |(_, r)| r));
    Some(Anchor { address: found, rest, indent, marked: marked || named || lead.ends_with("<mailto:") })
}

/// `1. a@b`, `2) a@b`: without the number.
fn without_number(line: &str) -> &str {
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - behind.len();
    match behind.strip_prefix(['.', ')']) {
        Some(rest) if (1..4).contains(&digits) && rest.starts_with([' ', '\t']) => rest.trim_start(),
        _ => line,
    }
}

/// Labels before an address in lists of the form `Recipient: a@b`.
fn strip_label(body: &str) -> &str {
    const LABELS: &[&str] = &[
        "recipient address:",
        "delivery failed:",
        "recipient:",
        "recipients:",
        "final recipient:",
        "to:",
        "rcpt to:",
        "rcpt:",
        "address:",
        "failed recipient:",
        "unknown user:",
        "user:",
        "invalid final delivery userid:",
        "intended recipient:",
        "intended recipients:",
        "mail to:",
        "destinataire :",
        "destinataire:",
        "empfänger:",
        "empfaenger:",
        "email:",
        "e-mail:",
        "undelivered to:",
        "unable to deliver message to:",
        "could not be delivered to:",
        "delivery to the following recipient failed:",
        "not delivered to:",
        "failed to deliver to:",
        "failed address:",
        "unknown recipient:",
        "delivery failed:",
        "undeliverable to",
        "unable to deliver to:",
        "the following address failed:",
        "宛先",
        "宛先アドレス",
        "送信先",
        "送信先アドレス",
        "受信者",
        "收件人",
        "收件人地址",
        "收信人",
        "无法发送到",
        "받는사람",
        "받는 사람",
        "수신자",
        "수신인",
        "получатель",
        "адресат",
        "destinatario",
        "destinatário",
        "destinataire",
        "delivery to",
    ];
    // All labels begin with a letter; most addresses stand in brackets.
    if body.starts_with(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()) {
        return body;
    }
    for label in LABELS {
        if body.get(..label.len()).is_some_and(|b| b.eq_ignore_ascii_case(label)) {
            let rest = body[label.len()..].trim_start_matches([' ', '\t', ':', '\u{ff1a}', '\u{3000}', '\u{a0}']);
            // A label without a colon may be the beginning of a longer word.
            if rest.len() < body.len() - label.len() || label.ends_with(':') {
                return rest;
            }
        }
    }
    body
}

/// May this stand behind the address of an anchor? A sentence that merely begins with an address is none.
fn opens_reason(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty()
        || rest.starts_with("failed with error:")
        || rest.starts_with([':', ',', ';', '(', '-', '.', '…', '<', '=', '|', '[', '\'', '"', '\u{ff1a}'])
        || code::leading_reply(rest).is_some()
}

/// The next line that may hold an address, and what stands below it.
fn line_with_address(text: &str) -> Option<(&str, &str)> {
    let at = memchr::memchr(b'@', text.as_bytes())?;
    let start = memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |end| end + 1);
    text::first_line(&text[start..])
}

/// The list of blocks, one recipient each.
#[must_use]
pub(crate) fn blocks(text: &str, strangers: &Strangers) -> Vec<Recipient> {
    let mut recipients: Vec<Recipient> = Vec::new();
    let has_headings = text::contains(text, " -----");
    let mut rest = text;
    while let Some((line, below)) = line_with_address(rest) {
        rest = below;
        let Some(found) = anchor(line) else { continue };
        // "support@example.com: 550 …" is about support, whoever else is called so.
        let answered = found.rest.strip_prefix(':').is_some_and(|r| code::leading_reply(r).is_some_and(|r| r >= 400));
        if !opens_reason(found.rest)
            || !found.marked && !answered && strangers.is_own(found.address)
            || strangers.is_message_id(found.address)
            || is_no_recipient(line, line.find(found.address).unwrap_or(0))
            || is_own_sentence(line)
        {
            continue;
        }
        let (mut body, below) = body_of(below, &found);
        rest = below;
        // In a list of the message's properties the next property is no reason.
        if text::lines(body.trim_start()).next().is_some_and(|l| {
            is_own_sentence(l)
                && l.trim_end().len() < 300
                && address::find(l).is_none_or(|(_, end, _)| l.len() < end + 3)
        }) {
            body.clear();
        }
        let block = found.marked && found.rest.trim_start().starts_with(':');
        if daemon::is_daemon(found.address)
            && !block
            && code::leading_reply(&body).is_none()
            && !said::read(&body).quoted
        {
            continue;
        }
        let mut recipient = Recipient::new(found.address);
        recipient.action = if has_headings { headed(text, line) } else { None };
        let body = take_alias(&body, &mut recipient);
        apply_reason(body, &mut recipient);
        match recipients.iter_mut().find(|r| r.address.as_deref().is_some_and(|a| address::same(a, found.address))) {
            Some(known) => absorb(known, recipient),
            None => recipients.push(recipient),
        }
    }
    // A list of bare addresses with one whole block among them is a list of recipients and their shared reason.
    if recipients.iter().any(|r| !r.statements.is_empty())
        && recipients
            .iter()
            .filter(|r| r.statements.is_empty())
            .all(|r| r.address.as_deref().is_some_and(|a| strangers.has(a)))
    {
        recipients.retain(|r| !r.statements.is_empty());
    }
    recipients
}

/// What the heading above a line says of the addresses below it: `----- Delivery to the following addresses failed -----`.
fn headed(text: &str, line: &str) -> Option<Action> {
    let at = (line.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let above = text.get(..at)?;
    let heading =
        above.lines().rev().take(200).map(str::trim).find(|l| l.starts_with("-----") && l.ends_with("-----"))?;
    let lower = heading.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    if says(&["fail", "fatal", "unsuccessful", "not deliver", "undeliver"]) {
        says(&["address"]).then_some(Action::Failed)
    } else if says(&["temporary", "delayed", "transient"]) {
        Some(Action::Delayed)
    } else if says(&["successful", "were delivered"]) {
        Some(Action::Delivered)
    } else {
        None
    }
}

/// "a@b.example: host …" is a block; "From: a@b.example" and "by a@b.example" are parts of something else.
pub(super) fn is_own_sentence(line: &str) -> bool {
    let line = line.trim_start();
    ["from:", "sender:", "reply-to:", "cc:", "subject:", "mail from:", "return-path:", "envelope-from"]
        .iter()
        .any(|p| line.get(..p.len()).is_some_and(|l| l.eq_ignore_ascii_case(p)))
}

/// The reason of an anchor, which is the rest of its line and the lines below that belong to it, and what stands below.
fn body_of<'a>(mut below: &'a str, found: &Anchor<'_>) -> (String, &'a str) {
    // Room for the few lines that most reasons have.
    let mut body = String::with_capacity(found.rest.len() + 240);
    body.push_str(found.rest.trim_start_matches([':', ' ', '\t', '\u{ff1a}', '.', '…']));
    let mut blank_before = false;
    while let Some((line, next)) = text::first_line(below) {
        let words = line.trim();
        if words.is_empty() {
            // "because:" and its like announce the reason and are none; who answered may stand there too.
            if announces_reason(&body) {
                if host::last_host(&text::join_lines(&body)).is_none() {
                    body.clear();
                }
                while let Some((line, next)) = text::first_line(below)
                    && line.trim().is_empty()
                {
                    below = next;
                }
                blank_before = false;
                continue;
            }
            // The reason may stand below an empty line when nothing of it was seen yet.
            if !body.trim().is_empty() || blank_before {
                break;
            }
            blank_before = true;
            below = next;
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        // "RCPT TO generated following response:", and below it "550 unknown user <a@b>".
        let awaited = || code::leading_reply(line.trim_start()).is_some_and(|r| r >= 400) && announces_reason(&body);
        if let Some(other) = anchor(line)
            && !awaited()
            && opens_reason(other.rest)
            && (indent <= found.indent
                || !found.marked && other.marked && !body.trim().is_empty() && other.rest.trim_start().starts_with(':'))
        {
            break;
        }
        if blank_before
            && (indent <= found.indent && !words.starts_with(|c: char| c.is_ascii_digit()) && !line.contains(':'))
        {
            break;
        }
        if words.bytes().all(|b| matches!(b, b'-' | b'=' | b'_' | b'*'))
            || words.trim_start_matches('|').starts_with("-----")
        {
            break;
        }
        body.push('\n');
        body.push_str(line);
        blank_before = false;
        below = next;
    }
    // "Technical details of permanent failure:", then the reason.
    if let Some((first, rest)) = text::split_once(body.trim_start(), "\n")
        && announces_reason(first)
        && code::leading_reply(first).is_none()
        && !rest.trim().is_empty()
        && host::last_host(&text::join_lines(first)).is_none()
        && !said::introduces(first)
    {
        body = rest.to_string();
    }
    (body, below)
}

/// A short line that ends in a colon and says nothing itself.
pub(super) fn announces_reason(body: &str) -> bool {
    let line = body.trim();
    line.ends_with([':', '\u{ff1a}']) && !line.contains(['\n', '@']) && line.chars().count() < 90
}

/// "(expanded from <alias>)", "(ultimately generated from alias)", "(generated from alias)".
fn take_alias<'a>(body: &'a str, recipient: &mut Recipient) -> &'a str {
    let trimmed = body.trim_start();
    let Some(inside) = trimmed.strip_prefix('(') else { return body };
    let Some(close) = inside.find(')') else { return body };
    let clause = &inside[..close];
    let lower = clause.to_lowercase();
    let names_alias = ["expanded from", "generated from", "forwarded from", "alias", "was "]
        .iter()
        .any(|m| lower.starts_with(m) || lower.contains(m));
    if names_alias && let Some((_, _, alias)) = address::find(clause) {
        if recipient.address.as_deref().is_none_or(|a| !address::same(a, alias)) {
            recipient.original_address = Some(alias.to_string());
        }
        return inside[close + 1..].trim_start_matches([':', ' ', '\n', '\t']);
    }
    body
}

/// Puts what a reason says into the recipient.
pub(crate) fn apply_reason(reason: &str, recipient: &mut Recipient) {
    let reason = reason.trim();
    if reason.is_empty() {
        return;
    }
    // "a@b (no such user)"
    let inside = reason.strip_prefix('(').and_then(|r| r.strip_suffix(')'));
    let reason = inside.filter(|i| !i.trim_start().starts_with(')') && balanced(i)).unwrap_or(reason);
    let said = said::read(reason);
    // "host mail.example.com[private/dovecot-lmtp] said:": a delivery agent of the reporting server.
    let socket = ["[private/", "[public/", "[/"].iter().any(|s| text::contains(reason, s));
    let speaker = socket.then_some(Speaker::LocalProgram);
    recipient.say_by(speaker, Place::Quoted, said.response);
    recipient.elsewhere |= said.quoted && said.host.is_none();
    recipient.remote = recipient.remote.take().or(said.host);
    recipient.stage = recipient.stage.or(said.stage);
}

/// Does every closing parenthesis have its opening one before it?
pub(super) fn balanced(text: &str) -> bool {
    let mut open = 0_i32;
    text.bytes().all(|b| {
        open += i32::from(b == b'(') - i32::from(b == b')');
        open >= 0
    })
}

pub(super) fn absorb(known: &mut Recipient, more: Recipient) {
    known.remote = known.remote.take().or(more.remote);
    known.stage = known.stage.or(more.stage);
    known.elsewhere |= more.elsewhere;
    known.original_address = known.original_address.take().or(more.original_address);
    for s in more.statements {
        known.say(s.place, s.text);
    }
}
