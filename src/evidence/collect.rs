//! Report to evidence: for each recipient the one response that counts, its codes, and who said it on which side.
//!
//! The rank of evidence: what the rejecting server said (its text, then the status inside it), then the report's own
//! `Status:`, then the friendly words around them.

use crate::evidence::speaker::{self, Servers, Words};
use crate::evidence::wrapped;
use crate::names::code::{self, Status};
use crate::names::host::parse_ip;
use crate::names::note::Note;
use crate::names::terms::{Action, Form, Kind, RejectedBy, Side, Speaker, Stage};
use crate::report::{Place, Recipient, Report, Statement, said};
use crate::returned::Returned;
use crate::text;

/// Everything known about one recipient's failure.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Whom the report is about.
    pub address: Option<String>,
    /// The address before aliases and forwarding, when it differs.
    pub original_address: Option<String>,
    /// What happened.
    pub action: Option<Action>,
    /// The status code that best states the cause and occurs in the message.
    pub status: Option<Status>,
    /// The report's own `Status:`, which may say something else.
    pub report_status: Option<Status>,
    /// The SMTP reply code of the response.
    pub reply_code: Option<u16>,
    /// The response, or the diagnostic text where no SMTP took place.
    pub response: Option<String>,
    /// The part of the response that another server said, where the response wraps one in its own words.
    pub inner: Option<String>,
    /// Everything else that was said, best first.
    pub other: Vec<String>,
    /// The friendly words of the reporting system.
    pub explanation: Option<String>,
    /// Who answered, or could not be reached.
    pub remote_server: Option<String>,
    /// Who wrote the report.
    pub generating_server: Option<String>,
    /// Which of the two refused.
    pub rejected_by: Option<RejectedBy>,
    /// When.
    pub stage: Option<Stage>,
    /// On which side the refusing server stands, where that can be told.
    pub side: Option<Side>,
    /// Whose words [`Evidence::response`] is, where that can be told.
    pub speaker: Option<Speaker>,
    /// Which side the report itself marks as the one that has to act.
    pub acting: Option<Side>,
    /// The address the original message was sent from: the envelope sender where it is known.
    pub sender: Option<String>,
    /// Is [`Evidence::sender`] the envelope sender as it is stated?
    pub sender_is_envelope: bool,
    /// The address in its From line.
    pub author: Option<String>,
    /// The IP of the sending server as the returned headers name it; see [`Evidence::ip`].
    pub sender_ip: Option<String>,
    /// What the reader should know about the evidence.
    pub notes: Vec<Note>,
}

impl Evidence {
    /// The IP of the sending server as the response or the returned headers name it. Looked for when it is asked for.
    #[must_use]
    pub fn ip(&self) -> Option<String> {
        sender_ip(self.response.as_deref(), self.sender_ip.as_deref())
    }
}

/// Collects the evidence of each recipient of a report.
#[must_use]
pub fn collect(report: Report, returned: Option<&Returned<'_>>) -> Vec<Evidence> {
    let Report { kind, generating_server, recipients, sender, form, .. } = report;
    let known = Known { kind, form, generator: generating_server.as_deref(), sender: sender.as_deref() };
    recipients.into_iter().map(|r| of_recipient(r, &known, returned)).collect()
}

/// What a report says of all its recipients.
struct Known<'a> {
    kind: Option<Kind>,
    form: Option<Form>,
    generator: Option<&'a str>,
    sender: Option<&'a str>,
}

fn of_recipient(recipient: Recipient, known: &Known<'_>, returned: Option<&Returned<'_>>) -> Evidence {
    let Known { kind, form, generator, sender: stated_sender } = *known;
    let Recipient {
        address,
        original_address,
        action,
        status: report_status,
        mut statements,
        remote,
        stage,
        local,
        elsewhere,
        side: stated_side,
        acting,
    } = recipient;
    statements.sort_by_key(|s| std::cmp::Reverse(s.place));
    let explanation = statements.iter().position(|s| s.place == Place::Explanation).map(|i| statements.remove(i).text);
    let best = best_statement(&statements).map(|i| statements.remove(i));
    // A number in the comment of a `Status:` field is the reporting server's own.
    let answered = best.as_ref().is_some_and(|s| s.place > Place::Summary);
    let marked = best.as_ref().and_then(|s| speaker::marked(s, &statements));
    let response = best.map(|s| s.text);
    let mut notes = Vec::new();
    let inner = response.as_deref().map(inner_response).unwrap_or("");
    let (reply_code, said_status) = codes_of(inner);
    let is_whole = inner.len() == response.as_deref().map_or(0, str::len);
    let (outer_reply, outer_status) = match response.as_deref() {
        Some(response) if !is_whole => codes_of(response),
        _ => (reply_code, said_status),
    };
    let quoted = || statements.iter().filter(|s| s.place >= Place::Quoted).map(|s| s.text.as_str());
    let reply_code = reply_code.or(outer_reply).filter(|_| answered).or_else(|| quoted().find_map(code::reply_in));
    let status = said_status.or(outer_status).or_else(|| quoted().find_map(status_in)).or(report_status);
    if let Some(response) = &response
        && statements
            .iter()
            .any(|s| s.text.len() + 8 < response.len() && response.starts_with(&s.text) && s.place == Place::Diagnostic)
    {
        notes.push(Note::ResponseCut);
    }
    let inner = response.as_deref().filter(|r| r.len() > inner.len()).map(|_| inner.to_string());
    // Mostly there is nothing else, and then nothing is to be made room for.
    let mut other = Vec::new();
    other.extend(statements.into_iter().map(|s| s.text));
    let remote = remote.or_else(|| response.as_deref().and_then(wrapped::remote));
    let remote_server = remote.filter(|r| !local && !is_same_host(Some(r), generator));
    // Where only an IP is known, the name by which the server calls itself says more.
    let remote_server = match response.as_deref().and_then(said::greeting_host) {
        Some(name) if remote_server.as_deref().is_some_and(|r| parse_ip(r).is_some()) => Some(name.to_string()),
        _ => remote_server,
    };
    let envelope_sender = stated_sender
        .map(str::to_string)
        .or_else(|| returned.and_then(|r| r.return_path.clone()).filter(|p| p.contains('@')));
    let sender_is_envelope = envelope_sender.is_some();
    let sender = envelope_sender.or_else(|| returned.and_then(|r| r.original.from.clone()));
    let original_address =
        original_address.or_else(|| speaker::written_to(address.as_deref(), generator, sender.as_deref(), returned));
    let action = action.or(match kind {
        Some(Kind::Failed) => Some(Action::Failed),
        Some(Kind::Delayed) => Some(Action::Delayed),
        Some(Kind::Delivered) => Some(Action::Delivered),
        _ => None,
    });
    let failed = matches!(action, Some(Action::Failed | Action::Delayed) | None);
    // Some systems retell an answer without saying whose it is: then nobody's side is known.
    let unnamed = elsewhere && !local && remote_server.is_none() && reply_code.is_some();
    let rejected_by =
        failed
            .then(|| {
                if unnamed || remote_server.is_some() { RejectedBy::RemoteServer } else { RejectedBy::GeneratingServer }
            })
            .filter(|_| unnamed || remote_server.is_some() || generator.is_some());
    let side = stated_side.or_else(|| {
        speaker::side(&Servers {
            remote: remote_server.as_deref(),
            generator,
            unnamed,
            address: address.as_deref(),
            original: original_address.as_deref(),
            sender: sender.as_deref(),
            reply: reply_code,
            is_report: !matches!(form, Some(Form::Session | Form::Error | Form::Dialog)),
            returned,
        })
    });
    let speaker = speaker::speaker(&Words {
        response: response.as_deref(),
        inner: inner.as_deref(),
        marked,
        rejected_by,
        stated_side,
        side,
        form,
        reply: reply_code,
    });
    if let (Some(was), Some(now)) = (&original_address, &address) {
        notes.push(Note::PassedOn { was: was.clone(), now: now.clone() });
    }
    Evidence {
        address,
        original_address,
        action,
        status,
        report_status,
        reply_code,
        response,
        inner,
        other,
        explanation,
        remote_server,
        generating_server: generator.map(str::to_string),
        rejected_by,
        stage,
        side,
        speaker,
        acting,
        sender,
        sender_is_envelope,
        author: returned.and_then(|r| r.original.from.clone()),
        sender_ip: returned.and_then(|r| r.sender_ip.clone()),
        notes,
    }
}

/// The statement that counts: the highest in rank that holds a code, else the highest. A fuller version of the
/// same words wins over a cut one.
fn best_statement(statements: &[Statement]) -> Option<usize> {
    let has_code = |s: &Statement| code::leading_reply(&s.text).is_some() || code::find_status(&s.text).is_some();
    let best = statements.iter().position(has_code).or(if statements.is_empty() { None } else { Some(0) })?;
    let fuller = statements.iter().enumerate().filter(|(i, s)| {
        *i != best
            && s.text.len() > statements[best].text.len()
            && s.text.contains(statements[best].text.as_str())
            && code::leading_reply(&s.text).is_some()
    });
    Some(fuller.max_by_key(|(_, s)| s.text.len()).map_or(best, |(i, _)| i))
}

/// The part of a response that another server said, where one server's words wrap another's: behind ` -> `, inside
/// `Proxy session setup failed on Frontend with '…'` and `responded with "…"` (Exchange), inside the quotes of
/// `5.1.0 - Unknown address error 550-'…'` (IronPort), inside `(user@example.com:550 …)` (Barracuda).
fn inner_response(response: &str) -> &str {
    if let Some(inner) = wrapped::inner(response) {
        return inner;
    }
    let answers = |text: &str| code::leading_reply(text).is_some() || code::find_status(text).is_some();
    if text::contains(response, " -> ")
        && let Some((_, inner)) = response.rsplit_once(" -> ")
        && answers(inner)
    {
        return inner;
    }
    const QUOTES: &[(&str, char)] = &[
        ("Frontend with '", '\''),
        ("responded with: \"", '"'),
        ("responded with \"", '"'),
        ("responded with: '", '\''),
        ("responded with '", '\''),
    ];
    // Few responses hold what all of these have in common.
    let quotes = if text::contains(response, "d with") { QUOTES } else { &[] };
    for &(open, close) in quotes {
        if let Some((_, inner)) = text::split_once(response, open) {
            let inner = inner_response(inner.rsplit_once(close).map_or(inner, |(i, _)| i));
            if answers(inner) {
                return inner;
            }
        }
    }
    if matches!(response.as_bytes(), [b'0'..=b'9', b'.', ..])
        && code::find_status_from(response, 0).is_some_and(|s| s.start == 0)
        && let Some(at) = response.find("-'")
        && at >= 3
        && code::reply_at(response, at - 3).is_some()
    {
        return response[at - 3..].trim_end();
    }
    // Fewer hold the end of these words than their beginning.
    if text::contains(response, "recipients (")
        && let Some((_, inner)) = text::split_once(response, "for one or more recipients (")
        && let Some((address, inner)) = inner.split_once(':')
        && address.contains('@')
        && code::leading_reply(inner).is_some()
    {
        return inner.strip_suffix(')').unwrap_or(inner);
    }
    response
}

/// Reply and status code of a response.
fn codes_of(response: &str) -> (Option<u16>, Option<Status>) {
    (code::reply_in(response), status_in(response))
}

/// Exim's sender verification quotes what a third server said about the sender (`550 Verification failed for
/// <sender> Called: … Sent: … Response: 550 5.1.1 …`): that code is no answer about the recipient.
#[must_use]
pub(crate) fn without_callout(response: &str) -> &str {
    // Without the words before the quoted answer there is none; few responses hold what both have in common.
    if !text::contains(response, "esponse")
        || !["Verification failed", "callout", "Called:"].iter().any(|w| text::contains(response, w))
    {
        return response;
    }
    ["Response:", "response to "]
        .iter()
        .filter_map(|m| text::find(response, m))
        .min()
        .map_or(response, |at| &response[..at])
}

/// The status code in a response: the first one, unless it stands in an answer that the response only retells
/// (Exim's callouts quote what the sender's own server said: "Response: 550 5.1.1 …").
fn status_in(said: &str) -> Option<Status> {
    code::find_status(without_callout(said))
}

fn is_same_host(a: Option<&str>, b: Option<&str>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.trim_end_matches('.').eq_ignore_ascii_case(b.trim_end_matches('.')))
}

/// The IP of the sending server: the response knows best, then the returned headers.
pub(crate) fn sender_ip(response: Option<&str>, in_headers: Option<&str>) -> Option<String> {
    response.and_then(sending_ip).or_else(|| in_headers.map(str::to_string))
}

/// Does the dot or colon stand between what it joins in an IP address?
fn joins_digits(text: &[u8], at: usize) -> bool {
    let is_digit = |b: &u8| if text[at] == b'.' { b.is_ascii_digit() } else { b.is_ascii_hexdigit() || *b == b':' };
    text.get(at + 1).is_some_and(is_digit)
        && at.checked_sub(1).and_then(|before| text.get(before)).is_some_and(is_digit)
}

/// The sending server's IP that a response names: in brackets or parentheses, behind "IP", or alone.
fn sending_ip(response: &str) -> Option<String> {
    let is_end = |c: char| {
        c.is_whitespace()
            || matches!(c, '[' | ']' | '(' | ')' | '<' | '>' | ',' | ';' | '=' | '\'' | '"' | '/' | '?' | '&')
    };
    let mut rest = response;
    // Every address has a dot or a colon between digits; most words have none.
    let words = std::iter::from_fn(|| {
        let sign = memchr::memchr2_iter(b'.', b':', rest.as_bytes()).find(|&at| joins_digits(rest.as_bytes(), at))?;
        let start = rest[..sign].trim_end_matches(|c| !is_end(c)).len();
        let end = rest[sign..].find(is_end).map_or(rest.len(), |len| sign + len);
        let word = &rest[start..end];
        rest = &rest[end..];
        Some(word)
    });
    words
        .map(|w| w.trim_end_matches(['.', ':']))
        .map(|w| if w.starts_with("IPv6:") { w.trim_start_matches("IPv6:") } else { w })
        .filter(|w| w.len() >= 7)
        .find_map(|w| parse_ip(w).filter(|_| w.contains('.') || w.matches(':').count() > 2))
        .filter(|ip| !ip.is_loopback() && !ip.is_unspecified())
        .map(|ip| ip.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_codes_win() {
        assert_eq!(
            codes_of(inner_response("5.1.0 - Unknown address error 550-'5.2.2 <x@example.com>... full'")),
            (Some(550), Some(Status::new(5, 2, 2)))
        );
        assert_eq!(
            codes_of(inner_response(
                "550 5.1.351 Remote server returned unknown recipient -> 550 5.1.1 <x@example.com>: gone"
            )),
            (Some(550), Some(Status::new(5, 1, 1)))
        );
    }

    #[test]
    fn the_sending_ip_stands_in_many_places() {
        for (response, want) in [
            ("550 5.7.1 Service unavailable; client [192.0.2.1] blocked", Some("192.0.2.1")),
            ("554 5.7.1 IPv6:2001:db8::1 is listed, see https://example.org/?ip=192.0.2.2", Some("2001:db8::1")),
            ("550 see https://example.org/?ip=192.0.2.2&x=1", Some("192.0.2.2")),
            ("550 your IP\u{a0}192.0.2.3.", Some("192.0.2.3")),
            ("550 127.0.0.1 and 192.0.2.4", None),
            ("550 5.1.1 <a@example.com>: no such user", None),
        ] {
            assert_eq!(sending_ip(response).as_deref(), want, "{response}");
        }
    }

    #[test]
    fn fuller_words_win() {
        let s = |place, text: &str| Statement { place, text: text.into(), speaker: None };
        let all = [
            s(Place::Diagnostic, "550 5.7.1 Blocked, see"),
            s(Place::Quoted, "550 5.7.1 Blocked, see https://example.org/why"),
        ];
        assert_eq!(best_statement(&all), Some(1));
        let all = [s(Place::Transcript, "550 5.7.1 a"), s(Place::Diagnostic, "554 5.0.0 Service unavailable")];
        assert_eq!(best_statement(&all), Some(0));
    }
}
