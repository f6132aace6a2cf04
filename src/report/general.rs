//! The general reader: works by structure, knows no system.
//!
//! Most reports in the world are lists of blocks: an address at the beginning of a line, its reason behind it or
//! below it. Where there is no such list, an address stands in a sentence of failure and the reason near it.

use std::borrow::Cow;

use super::{Place, Recipient, Report, address, said};
use crate::code;
use crate::message::Mail;

/// Reads the words of a report by structure. The report is empty when nothing was found.
#[must_use]
pub fn read(mail: &Mail) -> Report {
    let mut report = read_text(mail, &mail.text);
    if report.recipients.is_empty() && !mail.html_text.is_empty() {
        report = read_text(mail, &mail.html_text);
    }
    report
}

fn read_text(mail: &Mail, text: &str) -> Report {
    let strangers = Strangers::of(mail);
    let text = &*unwrapped(text);
    let mut report = Report { recipients: blocks(text, &strangers), ..Report::default() };
    if report.recipients.is_empty() {
        report.recipients = in_sentences(text, &strangers);
    }
    // Whom a pasted text greets is not known, and a returned message names its receiver itself.
    if report.recipients.is_empty() && !mail.headers.is_empty() && mail.returned.is_none() {
        report.recipients.extend(only_address(text, &strangers).map(Recipient::new));
    }
    if report.recipients.iter().any(|r| r.statements.is_empty()) {
        give_common_reason(text, &mut report.recipients);
    }
    report
}

/// Addresses that a long line broke in two, `<a@department.` and below it `example.com>:`, made whole again.
fn unwrapped(text: &str) -> Cow<'_, str> {
    let broken = |line: &str, next: &str| {
        let Some((_, open)) = line.rsplit_once('<') else { return false };
        let Some((rest, _)) = next.split_once('>') else { return false };
        let part = |t: &str| !t.is_empty() && !t.contains([' ', '\t', '<', '>', ':', '"']);
        let whole = open.matches('@').count() + rest.matches('@').count() == 1;
        part(open) && part(rest) && whole && open.len() + rest.len() < 320
    };
    let lines = || text.lines().zip(text.lines().skip(1));
    if !lines().any(|(line, next)| broken(line.trim_end(), next.trim_start())) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut joined = false;
    let mut all = text.lines().peekable();
    while let Some(line) = all.next() {
        let line = if joined { line.trim_start() } else { line };
        joined = all.peek().is_some_and(|next| broken(line.trim_end(), next.trim_start()));
        out.push_str(if joined { line.trim_end() } else { line });
        if !joined {
            out.push('\n');
        }
    }
    Cow::Owned(out)
}

/// Labels of the other server in lists and tables.
const HOST_LABELS: &[&str] = &[
    "remote server",
    "remote host",
    "remote mta",
    "remote-mta",
    "remote mail server",
    "receiving server",
    "recipient server",
    "recipient's server",
    "destination server",
    "destination host",
    "rejecting server",
    "rejected by",
    "target server",
    "mx host",
    "mx server",
    "remote system",
    "zielserver",
    "empfangsserver",
    "empfangender server",
    "gegenstelle",
    "serveur distant",
    "serveur destinataire",
    "servidor remoto",
    "servidor de destino",
    "server remoto",
    "server destinatario",
    "ontvangende server",
    "serwer docelowy",
    "serwer zdalny",
    "удаленный сервер",
    "удалённый сервер",
    "сервер получателя",
    "对方服务器",
    "接收服务器",
    "收件服务器",
    "對方伺服器",
    "相手サーバ",
    "相手先サーバ",
    "送信先サーバ",
    "宛先サーバ",
    "接続先サーバ",
    "接続先ホスト",
    "수신 서버",
    "상대 서버",
    "수신서버",
];

/// The host on a line of its own that a label names: `Remote server: mx.example.com (192.0.2.1)`.
#[must_use]
pub fn labelled_host(text: &str) -> Option<String> {
    let lines = text.lines().take(400);
    for line in lines.filter(|l| l.len() < 300) {
        let line = line.trim_start_matches(BULLETS);
        let Some((label, value)) = line.split_once([':', '\u{ff1a}']) else { continue };
        let label = label.trim().to_lowercase();
        let named = label.len() < 60
            && HOST_LABELS.iter().any(|l| label.strip_prefix(l).is_some_and(|r| r.chars().count() < 8));
        let value = value.trim();
        let value = value.strip_prefix("dns;").unwrap_or(value).trim_start();
        if named && let Some(word) = value.split_whitespace().next() {
            let host = said::last_host(word).filter(|_| !value.contains('@'));
            if host.is_some() {
                return host;
            }
        }
    }
    None
}

/// Addresses that stand in reports without being what they are about.
pub struct Strangers {
    /// Whom the report was sent to, and who wrote it.
    own: Vec<String>,
    /// The Message-ID of the returned message, which looks like an address.
    returned_id: Option<String>,
}

impl Strangers {
    /// The addresses of the report's own header.
    #[must_use]
    pub fn of(mail: &Mail) -> Self {
        let own = ["To", "From", "Return-Path", "Delivered-To", "Reply-To", "X-Original-To", "Envelope-To", "Sender"]
            .iter()
            .flat_map(|h| mail.headers_named(h))
            .filter_map(|v| address::find(v).map(|(_, _, a)| a.to_string()))
            .collect();
        let returned_id = mail.returned.as_deref().and_then(|r| {
            let fields = crate::message::fields(r);
            let id = fields.iter().find(|(n, _)| n.eq_ignore_ascii_case("message-id"))?.1.as_str();
            address::clean(id)
        });
        Self { own, returned_id }
    }

    /// Is it the Message-ID of the returned message?
    fn is_message_id(&self, candidate: &str) -> bool {
        self.returned_id.as_deref() == Some(candidate)
    }

    /// Does it stand in the report's own header?
    fn is_own(&self, candidate: &str) -> bool {
        self.own.iter().any(|o| address::same(o, candidate))
    }

    /// Is this one of them?
    #[must_use]
    pub fn has(&self, candidate: &str) -> bool {
        address::is_daemon(candidate) || self.is_own(candidate)
    }
}

/// An address at the beginning of a line.
struct Anchor<'a> {
    address: &'a str,
    /// What stands behind it on its line.
    rest: &'a str,
    indent: usize,
    /// It was written in angle brackets or quotes.
    marked: bool,
}

/// Marks of a list before an address.
const BULLETS: &[char] = &['*', '-', '•', '·', '>', '+', '#', '|', ' ', '\t', '\u{a0}'];

fn anchor(line: &str) -> Option<Anchor<'_>> {
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
    ];
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
        || rest.starts_with([':', ',', ';', '(', '-', '.', '…', '<', '=', '|', '[', '\'', '"', '\u{ff1a}'])
        || code::leading_reply(rest).is_some()
}

/// The list of blocks, one recipient each.
#[must_use]
pub fn blocks(text: &str, strangers: &Strangers) -> Vec<Recipient> {
    let lines: Vec<&str> = text.lines().collect();
    let mut recipients: Vec<Recipient> = Vec::new();
    let mut n = 0;
    while n < lines.len() {
        let line = lines[n];
        n += 1;
        let Some(found) = anchor(line) else { continue };
        // "support@example.com: 550 …" is about support, whoever else is called so.
        let answered = found.rest.strip_prefix(':').is_some_and(|r| code::leading_reply(r).is_some_and(|r| r >= 400));
        if !opens_reason(found.rest)
            || strangers.is_own(found.address) && !found.marked && !answered
            || strangers.is_message_id(found.address)
            || is_own_sentence(line)
        {
            continue;
        }
        let (mut body, next) = body_of(&lines, n, &found);
        n = next;
        // In a list of the message's properties the next property is no reason.
        if body.trim_start().lines().next().is_some_and(|l| {
            is_own_sentence(l)
                && l.trim_end().len() < 300
                && address::find(l).is_none_or(|(_, end, _)| l.len() < end + 3)
        }) {
            body.clear();
        }
        let block = found.marked && found.rest.trim_start().starts_with(':');
        if address::is_daemon(found.address)
            && !block
            && code::leading_reply(&body).is_none()
            && !said::read(&body).quoted
        {
            continue;
        }
        let mut recipient = Recipient::new(found.address);
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

/// "a@b.example: host …" is a block; "From: a@b.example" and "by a@b.example" are parts of something else.
fn is_own_sentence(line: &str) -> bool {
    let line = line.trim_start();
    ["from:", "sender:", "reply-to:", "cc:", "subject:", "mail from:", "return-path:", "envelope-from"]
        .iter()
        .any(|p| line.get(..p.len()).is_some_and(|l| l.eq_ignore_ascii_case(p)))
}

/// The reason of an anchor: the rest of its line and the lines below that belong to it.
fn body_of(lines: &[&str], mut n: usize, found: &Anchor<'_>) -> (String, usize) {
    let mut body = String::from(found.rest.trim_start_matches([':', ' ', '\t', '\u{ff1a}', '.', '…']));
    let mut blank_before = false;
    while n < lines.len() {
        let line = lines[n];
        if line.trim().is_empty() {
            // "because:" and its like announce the reason and are none; who answered may stand there too.
            if announces_reason(&body) {
                if said::last_host(&super::join_lines(&body)).is_none() {
                    body.clear();
                }
                while lines.get(n).is_some_and(|l| l.trim().is_empty()) {
                    n += 1;
                }
                blank_before = false;
                continue;
            }
            // The reason may stand below an empty line when nothing of it was seen yet.
            if !body.trim().is_empty() || blank_before {
                break;
            }
            blank_before = true;
            n += 1;
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        if let Some(next) = anchor(line)
            && opens_reason(next.rest)
            && (indent <= found.indent
                || !found.marked && next.marked && !body.trim().is_empty() && next.rest.trim_start().starts_with(':'))
        {
            break;
        }
        if blank_before
            && (indent <= found.indent
                && !line.trim_start().starts_with(|c: char| c.is_ascii_digit())
                && !line.contains(':'))
        {
            break;
        }
        if line.trim().bytes().all(|b| matches!(b, b'-' | b'=' | b'_' | b'*'))
            || line.trim_start().trim_start_matches('|').starts_with("-----")
        {
            break;
        }
        body.push('\n');
        body.push_str(line);
        blank_before = false;
        n += 1;
    }
    // "Technical details of permanent failure:", then the reason.
    if let Some((first, rest)) = body.trim_start().split_once('\n')
        && announces_reason(first)
        && code::leading_reply(first).is_none()
        && !rest.trim().is_empty()
        && said::last_host(&super::join_lines(first)).is_none()
        && !said::introduces(first)
    {
        body = rest.to_string();
    }
    (body, n)
}

/// A short line that ends in a colon and says nothing itself.
fn announces_reason(body: &str) -> bool {
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
pub fn apply_reason(reason: &str, recipient: &mut Recipient) {
    let reason = reason.trim();
    if reason.is_empty() {
        return;
    }
    // "a@b (no such user)"
    let inside = reason.strip_prefix('(').and_then(|r| r.strip_suffix(')'));
    let reason = inside.filter(|i| !i.trim_start().starts_with(')') && balanced(i)).unwrap_or(reason);
    let said = said::read(reason);
    recipient.say(Place::Quoted, &said.response);
    recipient.elsewhere |= said.quoted && said.host.is_none();
    recipient.remote = recipient.remote.take().or(said.host);
    recipient.stage = recipient.stage.or(said.stage);
}

/// Does every closing parenthesis have its opening one before it?
fn balanced(text: &str) -> bool {
    let mut open = 0_i32;
    text.bytes().all(|b| {
        open += i32::from(b == b'(') - i32::from(b == b')');
        open >= 0
    })
}

fn absorb(known: &mut Recipient, more: Recipient) {
    known.remote = known.remote.take().or(more.remote);
    known.stage = known.stage.or(more.stage);
    known.elsewhere |= more.elsewhere;
    known.original_address = known.original_address.take().or(more.original_address);
    for s in more.statements {
        known.say(s.place, s.text);
    }
}

/// Words that stand in sentences of failure, lower case.
const FAILURE: &[&str] = &[
    "deliver",
    "undeliver",
    "failed",
    "failure",
    "unable",
    "cannot",
    "could not",
    "couldn't",
    "can't",
    "not be sent",
    "rejected",
    "returned",
    "unknown",
    "invalid",
    "refused",
    "not found",
    "does not exist",
    "doesn't exist",
    "no such",
    "blocked",
    "unreachable",
    "recipient",
    "not reach",
    "error",
    "remis",
    "zugestellt",
    "empfänger",
    "consegn",
    "entreg",
    "destinatario",
    "доставлен",
    "送信",
    "配信",
    "宛先",
    "届け",
    "退信",
    "无法",
    "배달",
    "반송",
    "전송",
    "발송",
    "被退回",
    "失败",
    "エラー",
];

/// Addresses in sentences of failure, where no list was found.
fn in_sentences(text: &str, strangers: &Strangers) -> Vec<Recipient> {
    let mut best: Vec<Recipient> = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (n, line) in lines.iter().enumerate() {
        let near = lines[n.saturating_sub(3)..(n + 2).min(lines.len())].join(" ").to_lowercase();
        if is_own_sentence(line) || !FAILURE.iter().any(|f| near.contains(f)) {
            continue;
        }
        let mut from = 0;
        while let Some((_, end, found)) = address::find_from(line, from) {
            from = end;
            if strangers.has(found)
                || best.iter().any(|r| r.address.as_deref().is_some_and(|a| address::same(a, found)))
            {
                continue;
            }
            best.push(Recipient::new(found));
        }
        if best.len() > 50 {
            break;
        }
    }
    // In free prose the first address is the one the sentence is about; what follows is seldom another failure.
    best.truncate(1);
    best
}

/// The one address of a text in whatever language. The postmaster of the other side is one too where the text does
/// not send the reader there for help.
fn only_address<'a>(text: &'a str, strangers: &Strangers) -> Option<&'a str> {
    let mut only: Option<&str> = None;
    for line in text.lines().take(200).filter(|l| !is_own_sentence(l)) {
        let mut from = 0;
        while let Some((start, end, found)) = address::find_from(line, from) {
            from = end;
            let elsewhere = line.get(..start).is_some_and(|b| b.ends_with(['/', '=', '&', '?']));
            if elsewhere || strangers.is_own(found) || strangers.is_message_id(found) {
                continue;
            }
            if address::is_daemon(found) {
                let lower = line.to_lowercase();
                let fails = FAILURE.iter().any(|f| lower.contains(f));
                if !fails
                    || ["contact", "help", "assist", "forward", "write to", "report"].iter().any(|w| lower.contains(w))
                {
                    continue;
                }
            }
            match only {
                Some(known) if !address::same(known, found) => return None,
                _ => only = Some(found),
            }
        }
    }
    only
}

/// The reason that is stated once for all: a line with a reply code, a sentence that quotes an answer, or the prose.
fn give_common_reason(text: &str, recipients: &mut [Recipient]) {
    let mut reason: Option<String> = None;
    let mut lines = text.lines().peekable();
    let mut above = "";
    while let Some(line) = lines.next() {
        let before = above;
        above = if line.trim().is_empty() { above } else { line };
        let trimmed = line.trim().trim_start_matches(BULLETS).trim_start_matches("<<<").trim_start();
        let trimmed = trimmed.strip_prefix("Received >>> ").unwrap_or(trimmed);
        let lower = trimmed.to_lowercase();
        let quotes = [
            "said:",
            "responded",
            "error was:",
            "returned:",
            "error message",
            "reason:",
            "response was",
            "server response",
            "smtp error",
            "smtp:",
            "failed with",
            "diagnostic",
            " says:",
            "사유:",
            "エラー内容",
            "エラーメッセージ",
            "エラー理由",
            "退信原因",
            "英文说明",
            "错误信息",
            "退信代码",
            "실패 사유",
            "반송 사유",
            "오류 내용",
            "причина:",
        ]
        .iter()
        .any(|q| lower.contains(q));
        let shown = line.bytes().any(|b| b.is_ascii_digit()) && {
            let words = said::read(line);
            let reply = code::leading_reply(&words.response).is_some_and(|r| r >= 400);
            reply && (words.quoted || code::find_status(&words.response).is_some())
        };
        // "5.1.0 - Unknown address error": gateways begin with the status.
        let status_first = trimmed.len() > 8 && code::find_status_from(trimmed, 0).is_some_and(|s| s.start == 0);
        let reply_first = code::leading_reply(trimmed).is_some_and(|r| r >= 400) && trimmed.len() > 4;
        if reply_first || status_first || quotes || shown {
            let mut whole = trimmed.to_string();
            // "The server mx.example.com answered:" stands above.
            if reply_first && announces_host(before) {
                whole.insert(0, '\n');
                whole.insert_str(0, before.trim());
            }
            while let Some(next) = lines.peek()
                && !next.trim().is_empty()
                && !(reply_first && anchor(next).is_some_and(|a| a.rest.trim().is_empty()))
            {
                whole.push('\n');
                whole.push_str(next);
                lines.next();
            }
            if quotes && whole.trim_end().ends_with(':') {
                // The answer stands in the next paragraph.
                while lines.peek().is_some_and(|l| l.trim().is_empty()) {
                    lines.next();
                }
                while let Some(next) = lines.peek()
                    && !next.trim().is_empty()
                {
                    whole.push('\n');
                    whole.push_str(next);
                    lines.next();
                }
            }
            reason = Some(whole);
            break;
        }
    }
    let explanation = explanation(text);
    for recipient in recipients.iter_mut().filter(|r| r.statements.is_empty()) {
        match &reason {
            Some(reason) => apply_reason(reason, recipient),
            None => recipient.say(Place::Explanation, &explanation),
        }
    }
}

/// A line that ends in a colon and names a machine.
fn announces_host(line: &str) -> bool {
    let line = line.trim();
    line.ends_with([':', '\u{ff1a}'])
        && line.len() < 300
        && said::last_host(&super::join_lines(line)).is_some_and(|h| h.matches('.').count() > 1)
}

/// The prose of a report, without greetings and at most as long as somebody would read.
#[must_use]
pub fn explanation(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        if line.bytes().all(|b| b.is_ascii_punctuation()) {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(line);
        if out.len() > 1500 {
            break;
        }
    }
    out
}
