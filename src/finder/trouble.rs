//! Failures without an answer: the server could not be reached, went silent, or the channel broke.

use super::passage::{Text, is_frame};
use crate::names::terms::Stage;

/// A failure that a program states in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trouble {
    /// The line in which it stands.
    pub(super) line: usize,
    /// The words of the program.
    pub(super) words: String,
    /// When it happened, where the kind of trouble tells.
    pub(super) stage: Option<Stage>,
    /// It is the kind of trouble only where a mail program speaks: other programs lose connections too.
    pub(super) common: bool,
}

/// Signs, lower case; whether any program may say them; the stage that they tell.
const SIGNS: &[(&str, bool, Option<Stage>)] = &[
    ("connection refused", true, Some(Stage::Connect)),
    ("econnrefused", true, Some(Stage::Connect)),
    ("connection timed out", true, None),
    ("operation timed out", true, None),
    ("etimedout", true, None),
    ("i/o timeout", true, None),
    ("timed out waiting for", true, None),
    ("greeting never received", false, Some(Stage::Connect)),
    ("connection reset", true, None),
    ("econnreset", true, None),
    ("no route to host", true, Some(Stage::Connect)),
    ("ehostunreach", true, Some(Stage::Connect)),
    ("network is unreachable", true, Some(Stage::Connect)),
    ("enetunreach", true, Some(Stage::Connect)),
    ("host is down", true, Some(Stage::Connect)),
    ("name or service not known", true, Some(Stage::Connect)),
    ("nodename nor servname", true, Some(Stage::Connect)),
    ("temporary failure in name resolution", true, Some(Stage::Connect)),
    ("getaddrinfo failed", true, Some(Stage::Connect)),
    ("enotfound", true, Some(Stage::Connect)),
    ("no such host", true, Some(Stage::Connect)),
    ("host not found", false, Some(Stage::Connect)),
    ("host or domain name not found", false, Some(Stage::Connect)),
    ("unknown host", true, Some(Stage::Connect)),
    ("unknownhostexception", true, Some(Stage::Connect)),
    ("couldn't connect to host", true, Some(Stage::Connect)),
    ("could not connect to", true, Some(Stage::Connect)),
    ("failed to connect", true, Some(Stage::Connect)),
    ("unable to connect", true, Some(Stage::Connect)),
    ("can't connect to", true, Some(Stage::Connect)),
    ("cannot connect to", true, Some(Stage::Connect)),
    ("connection could not be established", true, Some(Stage::Connect)),
    ("smtp connect() failed", false, Some(Stage::Connect)),
    ("connection unexpectedly closed", true, None),
    ("server closed the connection", true, None),
    ("remote host closed", true, None),
    ("closed by remote host", true, None),
    ("connection lost", true, None),
    ("lost connection", true, None),
    ("conversation with", false, None),
    ("connection closed", true, None),
    ("unexpected eof", true, None),
    ("[eof]", true, None),
    (": eof", true, None),
    ("please run connect() first", false, None),
    ("broken pipe", true, None),
    ("epipe", true, None),
    (": closed", true, None),
    (": timeout", true, None),
    ("certificate verify failed", true, Some(Stage::Auth)),
    ("certificate has expired", true, Some(Stage::Auth)),
    ("self signed certificate", true, Some(Stage::Auth)),
    ("self-signed certificate", true, Some(Stage::Auth)),
    ("unable to verify the first certificate", true, Some(Stage::Auth)),
    ("certificate is not trusted", true, Some(Stage::Auth)),
    ("certificate signed by unknown authority", true, Some(Stage::Auth)),
    ("tls handshake", true, Some(Stage::Auth)),
    ("handshake failure", true, Some(Stage::Auth)),
    ("wrong version number", true, Some(Stage::Auth)),
    ("tlsv1 alert", true, Some(Stage::Auth)),
    ("sslhandshakeexception", true, Some(Stage::Auth)),
    ("pkix path", true, Some(Stage::Auth)),
    ("starttls extension not supported", false, Some(Stage::Auth)),
    ("starttls is not", false, Some(Stage::Auth)),
    ("does not support starttls", false, Some(Stage::Auth)),
    ("does not support authentication", false, Some(Stage::Auth)),
    ("auth extension not supported", false, Some(Stage::Auth)),
    ("no suitable authentication method", false, Some(Stage::Auth)),
    ("no mechanism available", false, Some(Stage::Auth)),
    ("mail service delayed", false, None),
];

/// What fails where no sign of [`SIGNS`] stands, lower case, and when.
const SUBJECTS: &[(&str, Option<Stage>)] = &[
    ("connect", Some(Stage::Connect)),
    ("authenticat", Some(Stage::Auth)),
    ("smtp-auth", Some(Stage::Auth)),
    ("smtp auth", Some(Stage::Auth)),
    ("login", Some(Stage::Auth)),
    ("starttls", Some(Stage::Auth)),
    ("certificate", Some(Stage::Auth)),
    ("handshake", Some(Stage::Auth)),
    ("name resolution", Some(Stage::Connect)),
    ("resolv", Some(Stage::Connect)),
    ("greeting", Some(Stage::Connect)),
    ("response reading", None),
    ("end of file", None),
    ("eoferror", None),
    ("verbindung", Some(Stage::Connect)),
    ("connexion", Some(Stage::Connect)),
    ("conexión", Some(Stage::Connect)),
    ("connessione", Some(Stage::Connect)),
    ("message not sent", None),
    ("cannot send", None),
    ("could not send", None),
    ("unable to send", None),
];

/// Words of failing, lower case.
const FAILING: &[&str] = &[
    "fail",
    "unable",
    "could not",
    "couldn't",
    "cannot",
    "can't",
    "refused",
    "lost",
    "timed out",
    "timeout",
    "reset",
    "closed",
    "error",
    "not possible",
    "impossible",
    "fehl",
    "échou",
    "rechaz",
    "unexpected",
    "reached",
    "not sent",
    "denied",
    "rejected",
    "abgelehnt",
];

/// Words that show that mail was being sent, lower case: a program's own, or the ports of mail.
const SENDING: &[&str] = &[
    "smtp",
    "sendmail",
    "send mail",
    "send_mail",
    "send email",
    "send the email",
    "send e-mail",
    "sending mail",
    "sending email",
    "sending the message",
    "sending message",
    "send message",
    "could not send",
    "rcpt",
    "lmtp",
    "mail server",
    "outgoing server",
    "postfix",
    "exim",
    "msmtp",
    "swaks",
    "gomail",
    ":25 ",
    ":25:",
    ":25)",
    ":587",
    ":465",
    ":2525",
    "port 25",
    "port 587",
    "port 465",
    "[25]",
    "(25)",
    "mail delivery",
    "deliver",
    "recipient",
    "smtplib",
    "mail from",
    "mail(",
    "transport",
    "ehlo",
    "helo",
    "s-nail",
    "smarthost",
    "sendemail",
    "not sent",
    "mailer",
    "::mail",
];

/// The failures that a text states, in order, each wording once.
pub(super) fn find(text: &Text) -> Vec<Trouble> {
    let lower = text.text.to_ascii_lowercase();
    let mail = text.by_mailer || SENDING.iter().any(|s| lower.contains(s));
    let few = (0..text.count()).filter(|n| !text.line(*n).trim().is_empty()).take(25).count() < 25;
    let mut found: Vec<Trouble> = Vec::new();
    for n in 0..text.count() {
        let line = text.line(n);
        if line.len() < 3 || is_frame(line) || found.len() > 200 {
            continue;
        }
        let start = text.starts[n];
        let small = &lower[start..start + line.len()];
        // A sentence about the failure, not the source or the settings of a program.
        let prose = line.len() < 400
            && !line.trim_start().starts_with(['#', '$', '-', '/', '*', ';', '<', '.'])
            && !line.contains(['{', '}', ';', '$'])
            && !line.trim_start().starts_with("def ")
            && !small.contains("failed for user");
        let failing = few
            || ["fail", "error", "could not", "unable", "cannot", "refused"].iter().any(|f| small.contains(f))
                && SENDING.iter().any(|s| small.contains(s));
        let pair = || {
            if !(prose && failing) {
                return None;
            }
            let (_, stage) = SUBJECTS.iter().find(|(subject, _)| small.contains(subject))?;
            FAILING.iter().any(|f| small.contains(f)).then_some((true, *stage))
        };
        let sign = SIGNS.iter().find(|(sign, ..)| small.contains(sign)).map(|(_, common, stage)| (*common, *stage));
        let Some((common, stage)) = sign.or_else(pair) else { continue };
        // openssl shows what it thinks of a certificate, and goes on.
        let source = line.trim_end().ends_with(';') && line.contains(['$', '(']);
        if source || small.starts_with("verify error") || small.starts_with("verification error") {
            continue;
        }
        // What ended as it should is no trouble.
        if small.contains("connection closed with remote host") || small.contains("succeeded") {
            continue;
        }
        if common && !mail {
            continue;
        }
        let words = statement(line);
        if !found.iter().any(|f| f.words == words) {
            found.push(Trouble { line: n, words, stage, common });
        }
    }
    found
}

/// The sentence without the names of exceptions, modules and levels before it, and without what follows in a trace.
pub(super) fn statement(line: &str) -> String {
    let line = super::bounds::unescape(line);
    let mut text = stating_field(&line).unwrap_or(&line).trim();
    // PowerShell sets the command before what it says.
    if let Some((command, rest)) = text.split_once(" : ")
        && command.contains('-')
        && command.starts_with(|c: char| c.is_ascii_uppercase())
        && command.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    {
        text = rest;
    }
    // `Errno::ECONNREFUSED (Connection refused):`
    if let Some((class, rest)) = text.split_once(" (")
        && class.contains("::")
        && !class.contains(' ')
        && let Some(inside) = rest.trim_end_matches(':').strip_suffix(')')
    {
        text = inside;
    }
    for _ in 0..6 {
        let Some((head, rest)) = text.split_once(": ") else { break };
        let word = head.trim().trim_start_matches("Caused by:").trim();
        let name = word.rsplit(' ').next().unwrap_or("");
        let is_class = !name.contains('@')
            && !name.contains('[')
            && name.len() < 90
            && (name.contains("Exception")
                || name.contains("Error")
                || name.contains("::")
                || name.ends_with("Disconnected"))
            && rest.len() > 3;
        let short = word.len() < 24
            && !word.contains(' ')
            && ["panic", "error", "fatal", "warning", "msmtp", "ssmtp", "ERROR"].contains(&word);
        if !(is_class || short) {
            break;
        }
        text = rest.trim_start();
    }
    // `Delivery to a@b failed: end of file reached`: the last clause that states the trouble.
    let states = |t: &str| {
        let small = t.to_ascii_lowercase();
        SIGNS.iter().any(|(sign, ..)| small.contains(sign.trim_start_matches([':', ' '])))
            || SUBJECTS.iter().any(|(subject, _)| small.contains(subject))
    };
    if let Some((head, rest)) = text.split_once(" failed: ").or_else(|| text.split_once(" -- "))
        && states(rest)
        && head.len() < 200
    {
        text = rest;
    }
    let end = super::bounds::trailer(text).unwrap_or(text.len());
    // Marks that close nothing in it go.
    let mut text = text[..end].trim();
    loop {
        let lone = match text.chars().next_back() {
            Some(',') => true,
            Some(mark @ ('"' | '\'')) => text.matches(mark).count() % 2 == 1,
            Some('}') => text.matches('}').count() > text.matches('{').count(),
            Some(']') => text.matches(']').count() > text.matches('[').count(),
            _ => false,
        };
        if !lone {
            return crate::text::join_lines(text);
        }
        text = text[..text.len() - 1].trim_end();
    }
}

/// The field of a line of `key="value"` fields whose value states the trouble.
fn stating_field(line: &str) -> Option<&str> {
    if line.matches('=').count() < 3 {
        return None;
    }
    let mut rest = line;
    while let Some(at) = rest.find("=\"") {
        let inside = &rest[at + 2..];
        let end = inside.find('"')?;
        let value = &inside[..end];
        let small = value.to_ascii_lowercase();
        if SIGNS.iter().any(|(sign, ..)| small.contains(sign)) {
            return Some(value);
        }
        rest = &inside[end + 1..];
    }
    None
}
