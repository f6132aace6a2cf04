//! The general reader: works by structure, knows no system.
//!
//! Most reports in the world are lists of blocks: an address at the beginning of a line, its reason behind it or
//! below it. Where there is no such list, an address stands in a sentence of failure and the reason near it.

use std::borrow::Cow;
use std::cell::LazyCell;

use super::blocks::{BULLETS, anchor, apply_reason, blocks, is_own_sentence};
use super::strangers::{Strangers, is_no_recipient};
use crate::mail::message::Mail;
use crate::names::code;
use crate::names::daemon;
use crate::names::{address, host};
use crate::report::said;
use crate::report::types::{Place, Recipient, Report};
use crate::text;
use crate::text::literals::Literals;

/// Reads the words of a report by structure. The report is empty when nothing was found.
#[must_use]
pub(crate) fn read(mail: &Mail) -> Report {
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
        report.recipients = in_sentences(text, &strangers).into_iter().collect();
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
        let Some(open) = memchr::memrchr(b'<', line.as_bytes()).map(|at| &line[at + 1..]) else { return false };
        let Some((rest, _)) = next.split_once('>') else { return false };
        let part = |t: &str| !t.is_empty() && !t.contains([' ', '\t', '<', '>', ':', '"']);
        let whole = open.matches('@').count() + rest.matches('@').count() == 1;
        part(open) && part(rest) && whole && open.len() + rest.len() < 320
    };
    let any = || {
        let mut rest = text;
        // Only the rest of each line in which an address opens is looked at.
        while let Some(open) = memchr::memchr(b'<', rest.as_bytes()) {
            let (line, below) = text::split_once(&rest[open..], "\n")?;
            let next = || text::lines(below).next();
            if memchr::memchr(b'>', line.as_bytes()).is_none()
                && next().is_some_and(|next| broken(line.trim_end(), next.trim_start()))
            {
                return Some(());
            }
            rest = below;
        }
        None
    };
    if any().is_none() {
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
pub(crate) fn labelled_host(text: &str) -> Option<String> {
    let lines = text::lines(text).take(400);
    for line in lines.filter(|l| l.len() < 300) {
        let Some((label, value)) = text::split_at_colon(line) else { continue };
        let value = value.trim();
        let value = value.strip_prefix("dns;").unwrap_or(value).trim_start();
        let Some(word) = value.split_whitespace().next().filter(|w| w.contains(['.', ':'])) else { continue };
        let label = label.trim_start_matches(BULLETS).trim().to_lowercase();
        let named = label.len() < 60
            && HOST_LABELS.iter().any(|l| label.strip_prefix(l).is_some_and(|r| r.chars().count() < 8));
        if named {
            let host = host::last_host(word).filter(|_| !value.contains('@'));
            if host.is_some() {
                return host;
            }
        }
    }
    None
}

/// Words that stand in sentences of failure, lower case.
const FAILING: &[&str] = &[
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

/// The first address in a sentence of failure, where no list was found. In free prose it is the one the sentence is
/// about; what follows is seldom another failure.
fn in_sentences(text: &str, strangers: &Strangers) -> Option<Recipient> {
    let lines: Vec<&str> = text::lines(text).collect();
    lines.iter().enumerate().find_map(|(n, line)| {
        memchr::memchr(b'@', line.as_bytes())?;
        let near = lines[n.saturating_sub(3)..(n + 2).min(lines.len())].join(" ").to_lowercase();
        if is_own_sentence(line) || !FAILING.iter().any(|f| near.contains(f)) {
            return None;
        }
        let is_recipient = |(start, _, found): &(usize, usize, &str)| {
            !strangers.has(found) && !strangers.is_message_id(found) && !is_no_recipient(line, *start)
        };
        address::all(line).find(is_recipient).map(|(_, _, found)| Recipient::new(found))
    })
}

/// The one address of a text in whatever language. The postmaster of the other side is one too where the text does
/// not send the reader there for help.
fn only_address<'a>(text: &'a str, strangers: &Strangers) -> Option<&'a str> {
    let mut only: Option<&str> = None;
    for line in text.lines().take(200).filter(|l| !is_own_sentence(l)) {
        let about_failure = LazyCell::new(|| {
            let lower = line.to_lowercase();
            let helps = ["contact", "help", "assist", "forward", "write to", "report"];
            FAILING.iter().any(|f| lower.contains(f)) && !helps.iter().any(|w| lower.contains(w))
        });
        for (start, _, found) in address::all(line) {
            let elsewhere = line.get(..start).is_some_and(|b| b.ends_with(['/', '=', '&', '?']));
            if elsewhere || strangers.is_own(found) || strangers.is_message_id(found) || is_no_recipient(line, start) {
                continue;
            }
            if daemon::is_daemon(found) && !*about_failure {
                continue;
            }
            match only {
                Some(known) if !address::same(known, found) => return None,
                _ => only = Some(found),
            }
        }
    }
    only
}

/// Words by which a line shows that it quotes an answer, lower case.
static QUOTES: Literals = Literals::new(&[
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
    "rilevato un errore",
    "причина:",
]);

/// The reason that is stated once for all: a line with a reply code, a sentence that quotes an answer, or the prose.
fn give_common_reason(text: &str, recipients: &mut [Recipient]) {
    let mut reason: Option<String> = None;
    let mut lines = text::lines(text).peekable();
    let (mut above, mut ended) = (String::new(), false);
    while let Some(line) = lines.next() {
        // The paragraph above, however many lines it has.
        let before = std::mem::take(&mut above);
        if line.trim().is_empty() {
            (above, ended) = (before.clone(), true);
        } else {
            above = if ended { String::new() } else { format!("{before}\n") };
            above.push_str(line);
            ended = false;
        }
        let mut trimmed = line.trim().trim_start_matches(BULLETS);
        while let Some(rest) = trimmed.strip_prefix("<<<") {
            trimmed = rest;
        }
        let trimmed = trimmed.trim_start();
        let trimmed = trimmed.strip_prefix("Received >>> ").unwrap_or(trimmed);
        // Beyond ASCII the list is in lower case and the text is not.
        let quotes = if trimmed.is_ascii() { QUOTES.any(trimmed) } else { QUOTES.any(&trimmed.to_lowercase()) };
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
            if reply_first && announces_host(&before) {
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
        && host::last_host(&text::join_lines(line)).is_some_and(|h| h.matches('.').count() > 1)
}

/// The prose of a report, without greetings and at most as long as somebody would read.
#[must_use]
pub(crate) fn explanation(text: &str) -> String {
    let mut out = String::new();
    for line in text::lines(text).map(text::trim).filter(|l| !l.is_empty()) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_id_of_the_returned_message_is_known() {
        for (returned, is_id) in [
            ("Message-Id: <a@example.com>\nTo: b@example.com\n", true),
            ("To: x\nmessage-id:\n <a@example.com>\n", true),
            ("To: <a@example.com>\nMessage-ID: <b@example.com>\n", false),
            ("To: x,\n a@example.com\nMessage-ID: <b@example.com>\n", false),
        ] {
            let mail = Mail { returned: Some(returned.into()), ..Mail::default() };
            assert_eq!(Strangers::of(&mail).is_message_id("a@example.com"), is_id, "{returned}");
        }
        assert!(!Strangers::of(&Mail::default()).is_message_id("a@example.com"));
    }
}
