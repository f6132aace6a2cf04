//! Lines of a report that were joined to one, parted again: before the fields of the machine part and of the returned
//! message, before each recipient, around headings, before the lines of a session.

use crate::text;

/// The fields of a machine part (RFC 3464 section 2, and those that servers add), lower case.
pub(super) const FIELDS: &[&str] = &[
    "reporting-mta:",
    "original-envelope-id:",
    "received-from-mta:",
    "arrival-date:",
    "dsn-gateway:",
    "x-postfix-queue-id:",
    "x-postfix-sender:",
    "original-recipient:",
    "final-recipient:",
    "action:",
    "status:",
    "remote-mta:",
    "diagnostic-code:",
    "last-attempt-date:",
    "will-retry-until:",
    "final-log-id:",
    "x-actual-recipient:",
    "x-display-name:",
    "x-supplementary-info:",
];

/// Fields of a returned message, lower case.
const OF_A_MAIL: &[&str] = &[
    "received:",
    "return-path:",
    "date:",
    "from:",
    "to:",
    "subject:",
    "message-id:",
    "mime-version:",
    "content-type:",
    "content-transfer-encoding:",
    "user-agent:",
    "x-mailer:",
    "dkim-signature:",
    "reply-to:",
    "sender:",
    "cc:",
    "x-received:",
    "authentication-results:",
    "received-spf:",
    "in-reply-to:",
    "references:",
    "x-originating-ip:",
];

/// Where what follows begins a line of its own in all reports that have it.
const OPENING: &[&str] = &[
    ">>> ",
    "<<< ",
    "... while talking to ",
    "Message headers follow",
    "Below is a copy of",
    "This is a copy of",
    "--- Below this line",
    "Original message follows",
    "The original message follows",
    "Remote host said:",
    "Giving up on ",
    "Diagnostic information for administrators",
    "Generating server:",
    "Original message headers",
    "Remote Server returned",
    "SMTP error from remote",
    "------ This is a copy",
];

/// Parts a text of hardly any lines; `None` where nothing in it shows where.
#[must_use]
pub(super) fn parted(text: &str) -> Option<String> {
    let is_joined = |line: &str| {
        line.len() > 100 && {
            let lower = line.to_ascii_lowercase();
            FIELDS.iter().filter(|m| text::contains(&lower, m)).count() > 2
                || OF_A_MAIL.iter().filter(|m| text::contains(&lower, m)).count() > 3
                || OPENING.iter().filter(|m| text::contains(line, m)).count() > 1
        }
    };
    // A record or a log has such words inside its lines.
    if text.trim_start().starts_with(['{', '[']) || text.trim().lines().count() > 40 || !text.lines().any(is_joined) {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 128);
    for line in text.lines() {
        if is_joined(line) {
            part(line, &mut out)
        } else {
            out.push_str(line)
        }
        out.push('\n');
    }
    Some(out)
}

/// What a word of the line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    /// The report's own words.
    Words,
    /// The machine part.
    Fields,
    /// The returned message.
    Mail,
}

fn part(line: &str, out: &mut String) {
    let mut place = In::Words;
    let mut rest = line;
    let mut dated = false;
    while !rest.is_empty() {
        let end = rest.find(' ').map_or(rest.len(), |at| at + 1);
        let (word, behind) = rest.split_at(end);
        let bare = word.trim_end();
        let begins = out.is_empty() || out.ends_with('\n');
        let is = |names: &[&str]| bare.ends_with(':') && names.iter().any(|n| bare.eq_ignore_ascii_case(n));
        if is(FIELDS) {
            let block = is(&["final-recipient:", "original-recipient:", "reporting-mta:"])
                && !(place == In::Fields && ends_with_block_field(out));
            break_line(out, block || place != In::Fields);
            dated = bare.to_ascii_lowercase().contains("-date:") || bare.eq_ignore_ascii_case("will-retry-until:");
            place = In::Fields;
        } else if is(OF_A_MAIL) && (place == In::Mail || place == In::Fields || is_run(rest)) {
            break_line(out, place != In::Mail);
            place = In::Mail;
        } else if place == In::Words
            && !begins
            && let Some(blank) = breaks_before(bare, rest, out)
        {
            break_line(out, blank);
        }
        out.push_str(word);
        // A heading ends with its second row of dashes, a line of dashes with itself.
        if place == In::Words && bare.ends_with("-----") {
            let heading = this_line(out);
            if heading.starts_with("---") && (heading.len() > bare.len() || bare.len() > 20) {
                break_line(out, false);
            }
        }
        if dated && is_zone(bare) {
            // A comment may name the zone; then the field ends, and what follows is no part of it.
            let comment = behind.starts_with('(').then(|| behind.find(") ")).flatten().map_or(0, |at| at + 2);
            out.push_str(&behind[..comment]);
            rest = &behind[comment..];
            dated = false;
            let next = rest.split(' ').next().unwrap_or("");
            if !FIELDS.iter().any(|f| next.eq_ignore_ascii_case(f)) {
                break_line(out, true);
                place = In::Words;
            }
            continue;
        }
        rest = behind;
    }
}

/// Does a line of the report's own words begin here, and a paragraph with it?
fn breaks_before(word: &str, rest: &str, out: &str) -> Option<bool> {
    if OPENING.iter().any(|o| rest.starts_with(o)) {
        return Some(false);
    }
    let named = word.contains('@') && !follows_code(out);
    let last = out.trim_end().rsplit(' ').next().unwrap_or("");
    let is_recipient = named
        && (word.starts_with('<') && (word.ends_with(">:") || word.ends_with('>') && rest[word.len()..].starts_with(" (reason:"))
            // "… of recipients: u@example.com: 550 …"
            || word.ends_with(':') && !word.starts_with('<') && (last.ends_with(':') || last.ends_with('.')));
    let is_row = word.len() > 4 && word.bytes().all(|b| b == b'-');
    let is_heading = word.starts_with("-----") && (is_row && word.len() > 20 || !this_line(out).starts_with("---"));
    if is_recipient || is_heading {
        return Some(true);
    }
    // What the server said, behind what it was said to; and Sendmail's own line behind the one that it quotes.
    let code = word.len() == 3 && word.starts_with(['4', '5']) && word.bytes().all(|b| b.is_ascii_digit());
    let answers = matches!(last, "TO:" | "FROM:" | "DATA:" | "EHLO:" | "HELO:");
    let second = this_line(out).starts_with("<<< ")
        && this_line(out).len() > 12
        && rest.split(' ').nth(1).is_some_and(|w| w.starts_with(['4', '5']) && w.matches('.').count() == 2)
        && !last.ends_with([':', '(']);
    (code && (answers || second)).then_some(false)
}

/// The line that is being written.
fn this_line(out: &str) -> &str {
    out[out.rfind('\n').map_or(0, |at| at + 1)..].trim()
}

fn break_line(out: &mut String, blank: bool) {
    out.truncate(out.trim_end_matches(' ').len());
    if out.is_empty() {
        return;
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    if blank && !out.ends_with("\n\n") {
        out.push('\n');
    }
}

/// Is the last line the field before which a recipient's block began already?
fn ends_with_block_field(out: &str) -> bool {
    let last = out.trim_end().rsplit('\n').next().unwrap_or("").to_ascii_lowercase();
    last.starts_with("original-recipient:") || last.starts_with("x-display-name:")
}

/// Do several fields of a mail follow each other from here?
fn is_run(rest: &str) -> bool {
    let near = &rest[..(0..=1200.min(rest.len())).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(0)];
    let found = near
        .split(' ')
        .filter(|w| w.ends_with(':') && OF_A_MAIL.iter().any(|f| w.trim_matches('\n').eq_ignore_ascii_case(f)))
        .take(3);
    found.count() > 2
}

/// An address behind a code belongs to the answer.
fn follows_code(out: &str) -> bool {
    let last = out.trim_end().rsplit(' ').next().unwrap_or("");
    last.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'#') || last.ends_with("said:")
}

fn is_zone(word: &str) -> bool {
    matches!(word, "GMT" | "UTC" | "EST" | "EDT" | "CET" | "CEST" | "PST" | "PDT" | "JST" | "MSK")
        || word.len() == 5 && word.starts_with(['+', '-']) && word[1..].bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_on_one_line() {
        let lines = "The original message was received at Tue, 1 Dec 2026 10:00:00 GMT\n\n----- The following addresses had permanent \
                     fatal errors -----\n<u@example.com>\n\n----- Transcript of session follows -----\n... while talking to \
                     mx.example.com.:\n>>> DATA\n<<< 550 5.1.1 <u@example.com>: no\n\nReporting-MTA: dns; mail.example.org\n\n\
                     Final-Recipient: RFC822; u@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: SMTP; 550 5.1.1 no\n\
                     Last-Attempt-Date: Tue, 1 Dec 2026 10:00:00 GMT\n\nHello";
        let one = lines.split_whitespace().collect::<Vec<_>>().join(" ");
        let parted = parted(&one).unwrap();
        for line in ["<<< 550 5.1.1 <u@example.com>: no", "Action: failed", "Status: 5.1.1", "Hello", "<u@example.com>"]
        {
            assert!(parted.lines().any(|l| l.trim() == line), "{line}: {parted}");
        }
        assert_eq!(parted.split_whitespace().collect::<Vec<_>>().join(" "), one);
    }

    #[test]
    fn other_long_lines_stay() {
        let log = "Dec  1 10:00:00 mail postfix/smtp[7]: 4F1A2B3C4D: to=<ann@example.com>, relay=mx.example.com[192.0.2.25]:25, delay=1, \
                   delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown)";
        assert_eq!(parted(log), None);
    }
}
