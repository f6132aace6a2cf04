//! What was said between a client and a server, read line by line: commands with their addresses, and answers.

use super::bounds::behind_sign;
use crate::names::terms::Stage;
use crate::names::{address, code};

/// A command of SMTP (RFC 5321 section 4.1.1) on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Command {
    /// The point in the dialogue; `None` for RSET, NOOP and QUIT.
    pub(super) stage: Option<Stage>,
    /// The address in it.
    pub(super) address: Option<String>,
    /// It ends the dialogue.
    pub(super) quit: bool,
}

/// The command that a line is, whatever sign or name the program set before it.
pub(super) fn command(line: &str) -> Option<Command> {
    let t = line.trim();
    // `--> DATA (wait up to 300 seconds)`
    let t = match t.rfind(" (") {
        Some(at) if t.ends_with(')') && !t[at..].contains('@') => t[..at].trim_end(),
        _ => t,
    };
    let sent = t.trim_end_matches(['\'', '"']);
    if (t.starts_with("send: ") || t.contains(" send: ")) && sent.ends_with("\\r\\n.\\r\\n") {
        return Some(Command { stage: Some(Stage::Eod), address: None, quit: false });
    }
    if t == "." || t.ends_with(" .") && t.len() < 60 && t[..t.len() - 2].trim_end().ends_with(['>', ':', '\'']) {
        return Some(Command { stage: Some(Stage::Eod), address: None, quit: false });
    }
    const VERBS: &[(&str, Option<Stage>)] = &[
        ("mail from:", Some(Stage::Mail)),
        ("rcpt to:", Some(Stage::Rcpt)),
        ("ehlo ", Some(Stage::Helo)),
        ("helo ", Some(Stage::Helo)),
        ("lhlo ", Some(Stage::Helo)),
        ("auth ", Some(Stage::Auth)),
        ("starttls", Some(Stage::Auth)),
        ("bdat ", Some(Stage::Eod)),
        ("data", Some(Stage::Data)),
        ("rset", None),
        ("quit", None),
    ];
    let bytes = t.as_bytes();
    let starts = |at: usize, verb: &str| {
        bytes.len() >= at + verb.len() && bytes[at..at + verb.len()].eq_ignore_ascii_case(verb.as_bytes())
    };
    for at in 0..bytes.len().min(120) {
        if !bytes[at].is_ascii_alphabetic()
            || at > 0
                && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'-' | b'_' | b'.' | b'/' | b'\\'))
        {
            continue;
        }
        let Some((verb, stage)) = VERBS.iter().find(|(v, _)| starts(at, v)) else { continue };
        let before = t[..at].trim_end_matches(['\'', '"', ' ', '\t', '`', '[']);
        let signed = before.is_empty()
            || before.ends_with([':', '>', '<', '|', '~', ']', '='])
            || before.ends_with("->")
            || before.ends_with("sent");
        let rest = t[at + verb.len()..]
            .trim_end_matches(['\'', '"', '`', ']', ','])
            .trim_end_matches("\\n")
            .trim_end_matches("\\r");
        let fits = match *verb {
            "data" | "quit" | "rset" | "starttls" => rest.trim().is_empty(),
            "mail from:" | "rcpt to:" => {
                rest.trim_start().starts_with('<') || address::find(rest).is_some_and(|f| f.0 < 3)
            }
            "ehlo " | "helo " | "lhlo " => !rest.trim().is_empty() && !rest.trim().contains(' '),
            _ => rest.starts_with(|c: char| c.is_ascii_alphanumeric()),
        };
        // A retold command has words before or an answer behind it: "after RCPT TO:<a@b>: 550 no".
        let retold = rest.find('>').is_some_and(|end| {
            let behind = &rest[end + 1..];
            behind.starts_with(':') || behind.starts_with(')') || behind.contains("550") && behind.contains(": ")
        });
        if signed && fits && (before.is_empty() || !retold) {
            let found = if verb.ends_with(':') {
                address::find(rest).filter(|f| f.0 < 4).map(|f| f.2.to_string())
            } else {
                None
            };
            return Some(Command { stage: *stage, address: found, quit: *verb == "quit" });
        }
        if before.is_empty() {
            return None;
        }
    }
    None
}

/// The answer that a line is, or a line of: its code, and whether it goes on below.
pub(super) fn answer(line: &str) -> Option<(u16, bool, &str)> {
    let payload = behind_sign(line.trim());
    let code = code::reply_at(payload, 0)?;
    match payload.as_bytes().get(3) {
        Some(b'-') => Some((code, true, payload)),
        Some(b' ') | None => Some((code, false, payload)),
        // smtplib shows `b'250 ok\r\n'`
        Some(b'\\' | b'\'') => Some((code, false, payload)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_behind_any_sign() {
        for (line, stage, who) in [
            ("RCPT TO:<a@example.com>", Stage::Rcpt, Some("a@example.com")),
            (" -> RCPT TO:<a@example.com>", Stage::Rcpt, Some("a@example.com")),
            ("fetchmail: SMTP> RCPT TO:<a@example.com>", Stage::Rcpt, Some("a@example.com")),
            ("send: 'rcpt TO:<a@example.com>\\r\\n'", Stage::Rcpt, Some("a@example.com")),
            ("CLIENT -> SERVER: MAIL FROM:<b@example.org>", Stage::Mail, Some("b@example.org")),
            ("C: DATA", Stage::Data, None),
            ("Net::SMTP=GLOB(0x55)>>> .", Stage::Eod, None),
            ("DEBUG: Send: EHLO web1.example.org", Stage::Helo, None),
        ] {
            let found = command(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.stage, found.address.as_deref()), (Some(stage), who), "{line}");
        }
        for line in [
            "SMTP error from remote mail server after RCPT TO:<bob@example.net>: 550 no",
            "Data is what we need",
            "The auth was bad",
            "250-AUTH PLAIN LOGIN",
            "smtp.data(msg)",
        ] {
            assert_eq!(command(line), None, "{line}");
        }
    }
}
