//! The sentence in which a mail server retells what another one answered.
//!
//! Postfix, Exim, qmail, dma and most of their relatives word it differently, but the shape is one: a clause that
//! names the host and the command, then the response, then perhaps a trailer that names the command.

use super::marks::{BRACKETED, REPLY_TO, SAYS, TRAILERS, has_clause, stage_of_clause};
use crate::names::code;
use crate::names::host::{is_host, last_host, parse_ip, unreached_host};
use crate::names::stage;
use crate::names::terms::Stage;
use crate::text;
use crate::text::join_lines;
use crate::text::literals::Literals;

/// What such a sentence says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// The other server: its name, or its IP where no name is given.
    pub host: Option<String>,
    /// At which point of the dialogue it answered.
    pub stage: Option<Stage>,
    /// Its response, lines joined by one blank; the whole sentence where no server answered.
    pub response: String,
    /// True when the response is another server's, false when the sentence is the reporting server's own.
    pub quoted: bool,
}

/// Words behind which a sentence names the point in the dialogue, in the order tried.
static BEFORE_STAGE: Literals = Literals::new(&[
    "after ",
    "in response to ",
    "did not like our ",
    "command '",
    "while sending ",
    "during ",
    "to the ",
    "message (",
]);

/// The stage that a sentence names, in the order tried: what stands behind the response first.
fn stage_of(before: &str, after: &str) -> Option<Stage> {
    if !after.is_empty() {
        if let Some((at, _)) = REPLY_TO.earliest(after) {
            return stage::stage_in(&after[at..]);
        }
        if let Some((_, stage)) = BRACKETED.iter().find(|(mark, _)| after.contains(mark)) {
            return Some(*stage);
        }
    }
    if before.is_empty() {
        return None;
    }
    if let Some(stage) = stage_of_clause(before) {
        return Some(stage);
    }
    if is_command(before) {
        return stage_of_command(before);
    }
    BEFORE_STAGE.found_by_rank(before).iter().find_map(|mark| {
        let behind = &before[mark.behind_last..];
        let end = behind.char_indices().nth(40).map_or(behind.len(), |(at, _)| at);
        stage::stage_in(&behind[..end])
    })
}

/// Words of which the name of a point in the dialogue is made: `RCPT TO`, `MAIL+RCPT`, `DATA closing`, `end of DATA`.
const COMMANDS: &[&str] = &["MAIL", "RCPT", "DATA", "EHLO", "HELO", "LHLO", "STARTTLS", "AUTH", "BDAT", "CONNECT"];
const COMMAND_WORDS: &[&str] =
    &["FROM", "TO", "closing", "writing", "command", "response", "reply", "end", "of", "SMTP"];

/// Is this nothing but the name of a command? chasquid, msmtp and programs made with a library for SMTP put it
/// before the answer.
fn is_command(before: &str) -> bool {
    let mut named = false;
    let words = before.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    before.len() < 40
        && before.is_ascii()
        && words.into_iter().all(|w| {
            let command = COMMANDS.contains(&w);
            named |= command;
            command || COMMAND_WORDS.contains(&w)
        })
        && named
}

/// The point that the name of a command stands for; `MAIL+RCPT` leaves open which of the two it was.
fn stage_of_command(before: &str) -> Option<Stage> {
    if before.contains("MAIL") && before.contains("RCPT") { None } else { stage::stage_in(before) }
}

/// The answer behind the name of a command, as in `MAIL+RCPT 552 5.2.2 full`, and the point it names.
#[must_use]
pub(crate) fn behind_command(text: &str) -> Option<(Option<Stage>, &str)> {
    let text = text.trim_start();
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let at = text.bytes().take(40).position(|b| b.is_ascii_digit())?;
    let (before, rest) = text.split_at_checked(at)?;
    (is_command(before) && code::reply_at(text, at).is_some_and(|r| r >= 400)).then(|| (stage_of_command(before), rest))
}

/// Does the clause end with a word after which an answer stands?
fn ends_with_saying(before: &str) -> bool {
    let start = before.len().saturating_sub(32);
    let start = (start..before.len()).find(|i| before.is_char_boundary(*i)).unwrap_or(before.len());
    let end = &before[start..];
    SAYS.earliest(end).is_some_and(|(at, len)| end[at + len..].trim().is_empty()) || end.ends_with(':') && SAYS.any(end)
}

/// Does the line name a command or end in a word of saying, so that it belongs to the answer below it?
#[must_use]
pub(crate) fn introduces(line: &str) -> bool {
    SAYS.any(line) || has_clause(line) || REPLY_TO.any(line) || stage::stage_in(line).is_some()
}

/// Reads such a sentence. Its line breaks may be any.
#[must_use]
pub(crate) fn read(sentence: &str) -> Said {
    if let Some(said) = transcript(sentence) {
        return said;
    }
    let text = join_lines(sentence);
    let start = response_start(&text);
    let Some(start) = start else {
        return own_words(&text);
    };
    let before = &text[..start];
    let response = &text[start..];
    let end = trailer_start(response);
    let after = &response[end..];
    let response = trim_quotes(response[..end].trim_end());
    // "Too many failures (Upstream error: 421 4.3.2 closing)": the parenthesis is not the server's.
    let count = |text: &str, sign: u8| text.bytes().filter(|b| *b == sign).count();
    let open = |text: &str| count(text, b'(') > count(text, b')');
    let closed = |text: &str| count(text, b'(') < count(text, b')');
    let enclosed = response.strip_suffix(')').filter(|_| closed(response) && open(before));
    let response = enclosed.unwrap_or(response);
    // `said: "550 no such user".`
    let quote = before.chars().next_back().filter(|c| matches!(c, '"' | '\''));
    let end = quote.and_then(|q| response.rfind(q)).filter(|end| response.len() - end < 3);
    let response = end.and_then(|end| response.get(..end)).unwrap_or(response);
    let host = last_host(before);
    Said {
        stage: stage_of(before, after),
        quoted: host.is_some() || shows_dialogue(before) || ends_with_saying(before) || is_command(before),
        host,
        response: response.trim_end().to_string(),
    }
}

/// A piece of the dialogue: the host, `>>> command`, `<<< answer`. Only the last answer counts.
fn transcript(text: &str) -> Option<Said> {
    // Few reasons are one.
    if !text::contains(text, "<<<") && !text::contains(text, "Received >>>") {
        return None;
    }
    let got = |line: &str| {
        let line = line.trim_start();
        line.strip_prefix("<<<").or_else(|| line.strip_prefix("Received >>>")).map(str::trim).map(str::to_string)
    };
    let first = text.lines().position(|l| got(l).is_some())?;
    let mut answer: Vec<String> = Vec::new();
    let mut command = "";
    let mut open = false;
    for line in text.lines() {
        if let Some(got) = got(line) {
            if !open {
                answer.clear();
            }
            open = got.as_bytes().get(3) == Some(&b'-');
            answer.push(got);
        } else if let Some(sent) = line.trim_start().strip_prefix(">>>").or_else(|| line.strip_prefix("Sent <<<")) {
            command = sent;
            open = false;
        } else if open && !line.trim().is_empty() {
            // A long answer that was wrapped on the way.
            answer.push(line.trim().to_string());
        }
    }
    let before: String =
        text.lines().take(first).filter(|l| !l.trim_start().starts_with(">>>")).collect::<Vec<_>>().join(" ");
    Some(Said {
        host: last_host(&join_lines(&before)),
        stage: if command.is_empty() { Some(Stage::Connect) } else { stage::stage_in(command) },
        response: join_lines(&answer.join(" ")),
        quoted: true,
    })
}

/// The reporting server's own words: no answer was got, or none was asked for.
fn own_words(text: &str) -> Said {
    let end = trailer_start(text);
    // "host mx[192.0.2.1] said: <words without a code> (in reply to …)"
    if let Some((at, mark)) = SAYS.earliest(text) {
        let said = text.get(at + mark..end.max(at + mark)).unwrap_or("").trim();
        let host = last_host(text.get(..at).unwrap_or(""));
        if !said.is_empty() && host.is_some() {
            return Said {
                host,
                stage: stage_of(text.get(..at).unwrap_or(""), &text[end..]),
                response: trim_quotes(said).trim().to_string(),
                quoted: true,
            };
        }
    }
    Said {
        host: unreached_host(text),
        stage: stage_of(text, &text[end..]),
        response: text[..end].trim_end().to_string(),
        quoted: false,
    }
}

/// The name by which a server calls itself in a greeting or when it closes the channel: `554 mx.example.com ESMTP
/// not accepting messages`, `421 4.7.0 mx.example.com too busy` (RFC 5321 section 4.2: 220, 221, 251, 421, 554 at the
/// beginning carry the domain).
#[must_use]
pub(crate) fn greeting_host(response: &str) -> Option<&str> {
    let rest = response.strip_prefix("421").or_else(|| response.strip_prefix("554"))?.trim_start_matches([' ', '-']);
    let mut words = rest.split(' ').filter(|w| !w.is_empty());
    let mut first = words.next()?;
    if code::find_status_from(first, 0).is_some_and(|s| s.start == 0 && s.end == first.len()) {
        first = words.next()?;
    }
    let more = words.next().is_some();
    (more && is_host(first) && first.matches('.').count() > 1 && parse_ip(first).is_none()).then_some(first)
}

/// Where in a response a trailer begins; its length when there is none.
fn trailer_start(response: &str) -> usize {
    // "after several attempts, giving up" is one sentence.
    let whole = |at: usize| response.get(..at).is_some_and(|r| r.ends_with(','));
    TRAILERS.earliest(response).map(|(at, _)| at).filter(|at| !whole(*at)).unwrap_or(response.len())
}

fn trim_quotes(text: &str) -> &str {
    let t = text.trim();
    for (open, close) in [('\'', '\''), ('"', '"'), ('[', ']')] {
        if let Some(inner) = t.strip_prefix(open) {
            return inner.strip_suffix(close).unwrap_or(inner);
        }
    }
    t
}

/// Where the response begins: the first reply code that opens the text or stands behind a word that announces it.
fn response_start(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut fallback = None;
    for at in 0..bytes.len().saturating_sub(2) {
        if !bytes[at].is_ascii_digit()
            || at > 0
                && (bytes[at - 1].is_ascii_alphanumeric()
                    || matches!(bytes[at - 1], b'.' | b'-' | b'_' | b'/' | b'#' | b'@' | b'='))
        {
            continue;
        }
        let Some(reply) = code::reply_at(text, at) else { continue };
        if !(400..600).contains(&reply) && !(200..300).contains(&reply) {
            continue;
        }
        // "mx[192.0.2.1]:250" and "port 587" are no replies.
        let next = bytes.get(at + 3);
        if matches!(next, Some(b':' | b',' | b']' | b')' | b';')) && !matches!(next, Some(b':')) {
            continue;
        }
        let before = text[..at].trim_end_matches([' ', '\'', '"', '[', '<', '(']);
        if before.is_empty() {
            return Some(at);
        }
        let announced = before.ends_with(':')
            || before.ends_with("returned")
            || before.ends_with("->")
            || before.ends_with("smtp;")
            || before.ends_with("with code")
            || before.ends_with(" said")
            || shows_dialogue(&text[..at])
            || is_command(before);
        if announced && (reply >= 400 || next == Some(&b' ')) {
            return Some(at);
        }
        let followed = matches!(next, Some(b' ' | b'-')) && bytes.get(at + 4).is_some();
        let status_follows = followed && code::find_status_from(text, at + 4).is_some_and(|s| s.start == at + 4);
        // "mailbox is full (552 mailbox over quota)": retold in the reader's language, the answer behind it.
        let enclosed = next == Some(&b' ') && bytes.get(at.wrapping_sub(1)) == Some(&b'(') && text.ends_with(')');
        if fallback.is_none() && reply >= 400 && (status_follows || enclosed) {
            fallback = Some(at);
        }
    }
    fallback
}

/// What stands before a reply where a dialogue is shown: `<<< 550`, `>>> 550`, "said RCPT TO 550".
fn shows_dialogue(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with("<<<")
        || before.ends_with(">>>")
        || before.ends_with("<--")
        || ["said RCPT TO", "said MAIL FROM", "said DATA", "said DOT", "said EHLO", "said HELO"]
            .iter()
            .any(|s| before.ends_with(s))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, host: Option<&str>, stage: Option<Stage>, response: &str) {
        let said = read(sentence);
        assert_eq!(said.host.as_deref(), host, "host in {sentence}");
        assert_eq!(said.stage, stage, "stage in {sentence}");
        assert_eq!(said.response, response, "response in {sentence}");
    }

    #[test]
    fn postfix() {
        check(
            "host mx.example.com[192.0.2.1] said: 550 5.1.1\n    <a@example.com>: gone (in reply to RCPT TO\n    command)",
            Some("mx.example.com"),
            Some(Stage::Rcpt),
            "550 5.1.1 <a@example.com>: gone",
        );
        check(
            "host mx.example.com[2001:db8::1] refused to talk to me: 554 no",
            Some("mx.example.com"),
            Some(Stage::Connect),
            "554 no",
        );
        check(
            "connect to mx.example.com[192.0.2.1]:25: Connection refused",
            Some("mx.example.com"),
            Some(Stage::Connect),
            "connect to mx.example.com[192.0.2.1]:25: Connection refused",
        );
        check(
            "lost connection with mx.example.com[192.0.2.1] while sending RCPT TO",
            Some("mx.example.com"),
            Some(Stage::Rcpt),
            "lost connection with mx.example.com[192.0.2.1] while sending RCPT TO",
        );
        check("unknown user: \"nobody\"", None, None, "unknown user: \"nobody\"");
        check(
            "SMTP error, DOT: Host example.com(192.0.2.1) said 550 Mail content denied",
            Some("example.com"),
            None,
            "550 Mail content denied",
        );
        check("对方邮箱已满 (552 mailbox over quota)", None, None, "552 mailbox over quota");
    }

    #[test]
    fn dialogues() {
        check(
            "    mx.example.com [192.0.2.1]:\n >>> RCPT TO:<a@example.com>\n <<< 550-no\n <<< 550 such user",
            Some("mx.example.com"),
            Some(Stage::Rcpt),
            "550-no 550 such user",
        );
        check(
            "SMTP error from remote server after RCPT command:\nhost: mx.example.com\n5.2.2 full",
            Some("mx.example.com"),
            Some(Stage::Rcpt),
            "SMTP error from remote server after RCPT command: host: mx.example.com 5.2.2 full",
        );
    }

    #[test]
    fn greetings() {
        for (response, want) in [
            ("554 mx.example.com ESMTP not accepting messages", Some("mx.example.com")),
            ("421 4.7.0 mx.example.com Error: too many connections", Some("mx.example.com")),
            ("421 Service not available", None),
            ("554 5.7.1 example.com is not ours", None),
            ("550 mx.example.com no", None),
        ] {
            assert_eq!(greeting_host(response), want, "{response}");
        }
    }

    #[test]
    fn exim() {
        check(
            "Delay reason: H=mx.example.com [192.0.2.1]:\n  SMTP error from remote mail server after RCPT TO:<a@example.com>:\n 450 4.2.0 later",
            Some("mx.example.com"),
            Some(Stage::Rcpt),
            "450 4.2.0 later",
        );
        check(
            "SMTP error from remote mail server after RCPT TO:<a@example.com>:\n    host mx.example.com [192.0.2.1]: 550 5.1.1 gone",
            Some("mx.example.com"),
            Some(Stage::Rcpt),
            "550 5.1.1 gone",
        );
        check(
            "host mx.example.com [192.0.2.1]\n    SMTP error from remote mail server after end of data:\n    554 5.7.1 spam",
            Some("mx.example.com"),
            Some(Stage::Eod),
            "554 5.7.1 spam",
        );
    }

    #[test]
    fn qmail_dma_and_others() {
        check(
            "192.0.2.1 does not like recipient.\nRemote host said: 550 no such user\nGiving up on 192.0.2.1.",
            Some("192.0.2.1"),
            Some(Stage::Rcpt),
            "550 no such user",
        );
        check(
            "192.0.2.1 failed after I sent the message.\nRemote host said: 554 spam",
            Some("192.0.2.1"),
            Some(Stage::Eod),
            "554 spam",
        );
        check(
            "mx.example.com [192.0.2.1] did not like our RCPT TO:\n554 5.7.1 no",
            Some("mx.example.com"),
            Some(Stage::Rcpt),
            "554 5.7.1 no",
        );
        check("Remote host said: 550 5.1.1 gone [RCPT_TO]", None, Some(Stage::Rcpt), "550 5.1.1 gone");
        check("Server mx.example.com[192.0.2.1] failed with: 550 gone", Some("mx.example.com"), None, "550 gone");
        check("SMTP:RCPT host 192.0.2.8: 553 5.3.0 gone", Some("192.0.2.8"), Some(Stage::Rcpt), "553 5.3.0 gone");
        check("550 5.1.1 gone", None, None, "550 5.1.1 gone");
        check(
            "host mx.example.com [192.0.2.1]\n SMTP error from remote mail server after EHLO mail.example.org:\n 550 no",
            Some("mx.example.com"),
            Some(Stage::Helo),
            "550 no",
        );
    }

    #[test]
    fn commands_before_the_answer() {
        check("MAIL+RCPT 552 Requested mail action aborted", None, None, "552 Requested mail action aborted");
        check("DATA closing 550 5.7.1 no", None, Some(Stage::Eod), "550 5.7.1 no");
        assert_eq!(behind_command("MAIL+RCPT 550 no"), Some((None, "550 no")));
        for text in ["550 no", "exit status 1", "TO 550 no", "mail 550 no", "DATA 250 ok", "MAIL"] {
            assert_eq!(behind_command(text), None, "{text}");
        }
    }

    #[test]
    fn parentheses_around_the_answer_are_not_its_own() {
        check(
            "Error: Too many failures (Upstream error: 421 4.3.2 mx.example.com closing)",
            None,
            None,
            "421 4.3.2 mx.example.com closing",
        );
        check("host mx.example.com[192.0.2.1] said: 550 no (really)", Some("mx.example.com"), None, "550 no (really)");
    }

    #[test]
    fn hosts_between_letters_without_blanks() {
        for (word, want) in [
            ("サーバmx.example.jpからの応答", Some("mx.example.jp")),
            ("mx.example.jpが次のように応答しました", Some("mx.example.jp")),
            ("mx.例え.jp", Some("mx.例え.jp")),
            ("宛先a@example.jpは", None),
        ] {
            assert_eq!(last_host(word).as_deref(), want, "{word}");
        }
        assert_eq!(last_host("Remote server mx.example.com (192.0.2.1):").as_deref(), Some("mx.example.com"));
    }

    #[test]
    fn a_name_that_does_not_resolve_is_no_server() {
        check(
            "DNS lookup failure: host example.com not found",
            None,
            None,
            "DNS lookup failure: host example.com not found",
        );
    }
}
