//! Responses in which Exchange wraps what another server said, and the names it puts beside them.

use crate::names::code;
use crate::names::host;
use crate::names::note::Note;
use crate::text;

/// Words of Exchange behind which the other server's own answer stands in quotes.
const QUOTING: &[&str] = &[
    "Error encountered while communicating with primary target IP address: ",
    "target IP address responded with: ",
    "target host responded with: ",
    "Proxy session setup failed on Frontend with ",
    "Failed to establish appropriate TLS channel: ",
];

/// The answer inside a response that wraps it, or nothing.
///
/// * `[{LED=550 5.1.1 …};{MSG=};{FQDN=mx};…]`: the last enhanced diagnostic,
/// * `554 5.4.0 < #4.4.1 smtp;550 5.7.1 …>`: an older Exchange's own wrapping inside another's,
/// * `441 4.4.1 Error encountered … IP address: "421 4.2.1 …" Attempted failover …`.
#[must_use]
pub(crate) fn inner(response: &str) -> Option<&str> {
    if let Some(led) = field(response, "LED=", "};") {
        let led = led.rsplit_once(" -> ").map_or(led, |(_, said)| said);
        return has_code(led).then_some(led);
    }
    if let Some(at) = smtp_mark(response) {
        let before = &response[..at];
        if let Some(hash) = before.rfind('#')
            && code::find_status_from(before, hash).is_some_and(|s| s.start == hash + 1 && s.end == at)
        {
            let said = response[at + 6..].trim().trim_end_matches('>').trim_end();
            return Some(if has_code(said) { said } else { response[hash + 1..].trim_end_matches('>').trim_end() });
        }
    }
    let quotes = memchr::memchr2(b'"', b'\'', response.as_bytes()).is_some();
    for mark in QUOTING.iter().filter(|_| quotes) {
        let Some(at) = text::find(response, mark) else { continue };
        let said = &response[at + mark.len()..];
        let Some(quote) = said.chars().next().filter(|c| matches!(c, '"' | '\'')) else { continue };
        let said = &said[1..];
        let end = said.find(&format!("{quote} ")).or_else(|| said.rfind(quote)).unwrap_or(said.len());
        let said = &said[..end];
        return code::leading_reply(said).is_some().then_some(said);
    }
    None
}

/// Where ` smtp;` stands, or else ` SMTP;`.
fn smtp_mark(response: &str) -> Option<usize> {
    memchr::memchr(b';', response.as_bytes())?;
    text::find(response, " smtp;").or_else(|| text::find(response, " SMTP;"))
}

/// The host that a response names as the one it tried or heard.
#[must_use]
pub(crate) fn remote(response: &str) -> Option<String> {
    memchr::memchr2(b'{', b'[', response.as_bytes())?;
    let host = field(response, "{FQDN=", "}")
        .or_else(|| field(response, "[LastAttemptedServerName=", "]"))
        .filter(|h| !h.trim().is_empty())
        .or_else(|| field(response, "{IP=", "}"))
        .or_else(|| field(response, "[LastAttemptedIP=", "]").map(|ip| ip.rsplit_once(':').map_or(ip, |(ip, _)| ip)))?;
    let host = host.trim().trim_end_matches('.');
    (!host.is_empty() && host.len() < 256 && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_:".contains(&b)))
        .then(|| host.to_string())
}

fn has_code(text: &str) -> bool {
    code::leading_reply(text).is_some() || code::find_status(text).is_some()
}

/// The server behind a gateway that gave the answer, as older Exchange writes it: `mx #<inner #5.7.1 smtp;530 …> #SMTP#`.
#[must_use]
pub(crate) fn behind(host: &str, text: &str) -> Option<Note> {
    if !text::contains(text, "#<") {
        return None;
    }
    let inner = text.match_indices(host).find_map(|(at, _)| {
        let rest = text[at + host.len()..].trim_start().strip_prefix("#<")?;
        let (inner, code) = rest.split_once(" #")?;
        (code.starts_with(['4', '5']) && host::is_host(inner)).then_some(inner)
    })?;
    (!inner.eq_ignore_ascii_case(host))
        .then(|| Note::AnsweredBehind { inner: inner.to_string(), host: host.to_string() })
}

fn field<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let at = text::find(text, open)? + open.len();
    let rest = &text[at..];
    Some(rest[..rest.find(close).unwrap_or(rest.len())].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_other_server_said() {
        for (response, want) in [
            (
                "550 4.4.7 QUEUE.Expired; message expired [{LED=451 4.4.397 Error communicating. -> 421 4.4.1 Connection timed out};{MSG=};{FQDN=mx.example.com};{IP=192.0.2.1}]",
                Some("421 4.4.1 Connection timed out"),
            ),
            ("554 5.4.0 < #5.7.1 smtp;550 5.7.1 no>", Some("550 5.7.1 no")),
            (
                "554 5.4.0 < #4.4.1 smtp; The server did not accept our requests>",
                Some("4.4.1 smtp; The server did not accept our requests"),
            ),
            (
                "441 4.4.1 Error encountered while communicating with primary target IP address: \"421 4.2.1 too many\" Attempted failover to alternate host",
                Some("421 4.2.1 too many"),
            ),
            (
                "441 4.4.1 Error encountered while communicating with primary target IP address: \"Failed to connect.\"",
                None,
            ),
            ("550 5.1.1 gone", None),
            ("smtp; 550 5.1.1 gone", None),
        ] {
            assert_eq!(inner(response), want, "{response}");
        }
    }

    #[test]
    fn finds_the_host_tried() {
        assert_eq!(
            remote("x [{LED=450 4.4.1 y};{MSG=};{FQDN=mx.example.com};{IP=192.0.2.1}]").as_deref(),
            Some("mx.example.com")
        );
        assert_eq!(
            remote(
                "450 4.4.316 Connection refused [LastAttemptedServerName=mx.example.com] [LastAttemptedIP=192.0.2.1:25]"
            )
            .as_deref(),
            Some("mx.example.com")
        );
        assert_eq!(remote("x {FQDN=};{IP=192.0.2.1}").as_deref(), Some("192.0.2.1"));
        assert_eq!(remote("550 no"), None);
    }
}
