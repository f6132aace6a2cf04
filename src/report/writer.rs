//! The host that wrote a report, where no machine-readable field names it.
//!
//! The words may name it ("program at HOST"). Else the trace does: the oldest Received field was added by the
//! writer itself (a local hop) or by the first server that took the report from it; the Message-ID and the
//! daemon's own address confirm or replace what a gateway's trace hides.

use crate::mail::message::Mail;
use crate::names::address;
use crate::names::daemon;
use crate::names::host::{self, organisation};
use crate::text;

/// Words behind which a report names its writer.
const BEFORE_WRITER: &[&str] = &[
    "mail system at host ",
    "program at host",
    "program at ",
    "Mailer program at ",
    "running on host ",
    "this is the mail server on ",
    "mail server at ",
    "Message from ",
];

/// The host that wrote the report.
#[must_use]
pub(crate) fn find(mail: &Mail) -> Option<String> {
    named_in_words(&mail.text).or_else(|| named_in_headers(mail))
}

fn named_in_words(text: &str) -> Option<String> {
    BEFORE_WRITER.iter().find_map(|mark| {
        let at = text::find(text, mark)?;
        let word = text.get(at + mark.len()..)?.split_whitespace().next()?;
        let host = word.trim_end_matches(['.', ',', ':', ';', ')']);
        host::is_host(host).then(|| host.to_string())
    })
}

fn named_in_headers(mail: &Mail) -> Option<String> {
    let hops: Vec<Hop> = mail.headers_named("Received").map(Hop::read).collect();
    let daemon =
        address::find(mail.from()).map(|(_, _, a)| a).filter(|a| daemon::is_daemon(a)).and_then(address::domain);
    let daemon = daemon.filter(|h| h.contains('.'));
    let ids: Vec<String> = mail.headers_named("Message-ID").filter_map(id_host).collect();
    // A server that took the report from elsewhere adds a missing Message-ID and completes a bare sender.
    let received_there = |host: &str| hops.iter().any(|h| !h.local && h.by.as_deref().is_some_and(|b| same(b, host)));
    let is_writer = |host: &&String| is_machine(host) && !received_there(host);
    let own_daemon = daemon.as_ref().filter(is_writer);
    if let Some(host) = own_daemon.filter(|d| ids.iter().any(|i| same(i, d))) {
        return Some(host.clone());
    }
    let first =
        hops.iter().rev().find(|h| if h.local { h.writer().is_some() } else { h.from.is_some() || h.by.is_some() });
    if let Some(host) = first.filter(|h| h.local).and_then(Hop::writer) {
        return Some(host);
    }
    let sent = first.and_then(Hop::writer);
    // qmail signs its reports with its own name, and the trace begins at the next server.
    if hops.last().is_some_and(|h| h.qmail) && own_daemon.is_some() {
        return own_daemon.cloned();
    }
    let deeper =
        |host: &String| sent.as_ref().is_some_and(|s| s.len() > host.len() && crate::names::host::in_domain(s, host));
    let guess = ids.iter().filter(is_writer).find(|h| !deeper(h)).or(own_daemon.filter(|h| !deeper(h))).cloned();
    guess.or(sent).or(daemon).or_else(|| robot(mail))
}

/// The domain of a program that signs under a name of its own.
fn robot(mail: &Mail) -> Option<String> {
    const NAMES: &[&str] = &[
        "notice",
        "noreply",
        "no-reply",
        "sympa",
        "listserv",
        "majordomo",
        "system",
        "mailer",
        "-owner",
        "-bounces",
        "-admin",
    ];
    let (_, _, from) = address::find(mail.from())?;
    let local = from.split('@').next()?.to_ascii_lowercase();
    NAMES.iter().any(|n| local.contains(n)).then(|| address::domain(from)).flatten().filter(|d| d.contains('.'))
}

fn same(a: &str, b: &str) -> bool {
    a.trim_end_matches('.').eq_ignore_ascii_case(b.trim_end_matches('.'))
}

/// A machine's name rather than an organisation's or a service's that gives Message-IDs.
fn is_machine(host: &str) -> bool {
    host::is_host(host)
        && !same(organisation(host), host)
        && !host.starts_with("localhost")
        && !same(host, "mx.google.com")
}

/// The host in a Message-ID.
fn id_host(id: &str) -> Option<String> {
    let (_, host) = id.trim_end_matches('>').rsplit_once('@')?;
    host::is_host(host).then(|| host.to_string())
}

/// A Received field (RFC 5321 section 4.4) as servers really write it.
#[derive(Debug, Default)]
struct Hop {
    /// The name that the client gave itself, else the one its IP has.
    from: Option<String>,
    by: Option<String>,
    /// The client was a program on the same machine, or the same network's without a name of its own.
    local: bool,
    /// `(qmail 123 invoked …)` names nobody.
    qmail: bool,
}

impl Hop {
    fn read(value: &str) -> Self {
        let value = value.split(';').next().unwrap_or("");
        if value.starts_with("(qmail ") {
            return Self { qmail: true, ..Self::default() };
        }
        let words: Vec<&str> = value.split_whitespace().collect();
        let has_from = words.first().is_some_and(|w| w.eq_ignore_ascii_case("from"));
        let by_at = words.iter().position(|w| w.eq_ignore_ascii_case("by"));
        let by = by_at.and_then(|n| words.get(n + 1)).and_then(|w| host(w));
        let client = words.get(usize::from(has_from)..by_at.unwrap_or(words.len())).unwrap_or(&[]);
        let with = words.iter().position(|w| w.eq_ignore_ascii_case("with")).and_then(|n| words.get(n + 1));
        let by_hand = with.is_some_and(|w| {
            ["local", "http", "https", "internal", "lmtp", "mapi"].iter().any(|p| w.eq_ignore_ascii_case(p))
        });
        if !has_from {
            // "by host (Postfix) id …": the writer's own stamp.
            return Self { local: by.is_some(), by, ..Self::default() };
        }
        let ip = client.iter().rev().find_map(|w| ip_in(w));
        let loopback = ip.is_some_and(|ip| ip.is_loopback())
            || client.first().is_some_and(|w| w.to_ascii_lowercase().starts_with("localhost"));
        let name = client_name(client);
        let inside = match ip {
            Some(ip) => host::is_private(ip) && name.is_none(),
            None => name.is_none(),
        };
        let by_is_nobody = by.as_deref().is_some_and(|b| b.starts_with("localhost"));
        Self { local: by_hand || loopback || inside || by_is_nobody, from: name, by, qmail: false }
    }

    /// Who wrote what this hop passed on.
    fn writer(&self) -> Option<String> {
        if self.local {
            let by = self.by.clone().filter(|b| host::parse_ip(b).is_none() && !b.starts_with("localhost"));
            return by.or_else(|| self.from.clone());
        }
        self.from.clone()
    }
}

/// The name in the clause of the client: `(HELO name)` or `helo=name`, else the first word, else the name in
/// parentheses. Loopback names are none.
fn client_name(client: &[&str]) -> Option<String> {
    let mut helo = None;
    for (n, word) in client.iter().enumerate() {
        let bare = word.trim_start_matches('(');
        if bare.eq_ignore_ascii_case("HELO") || bare.eq_ignore_ascii_case("EHLO") {
            helo = client.get(n + 1).and_then(|w| host(w));
        } else if bare.get(..5).is_some_and(|p| p.eq_ignore_ascii_case("helo=")) {
            helo = bare.get(5..).and_then(host);
        }
    }
    let named = |name: &String| host::parse_ip(name).is_none() && !name.starts_with("localhost");
    helo.filter(named).or_else(|| client.iter().take(2).filter_map(|w| host(w)).find(named))
}

fn host(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    host::is_host(word).then(|| word.to_string())
}

fn ip_in(word: &str) -> Option<std::net::IpAddr> {
    let word = word.trim_matches(|c: char| !c.is_ascii_hexdigit() && c != ':').trim_start_matches("IPv6:");
    word.parse().ok().or_else(|| word.split(']').next()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn writer(head: &str, body: &str) -> Option<String> {
        find(&crate::mail::message::parse(format!("{head}\nTo: me@example.org\nSubject: x\n\n{body}\n").as_bytes()))
    }

    #[test]
    fn words_name_the_writer() {
        assert_eq!(
            writer("From: MAILER-DAEMON@a.example", "This is the mail system at host mx.example.com.").as_deref(),
            Some("mx.example.com")
        );
        assert_eq!(writer("From: x@a.example", "Message from  example.com.\nUnable").as_deref(), Some("example.com"));
    }

    #[test]
    fn headers_name_the_writer() {
        for (head, want) in [
            // A local hop is the writer's own stamp.
            (
                "Received: from gw.example.net by mx.example.org; x\nReceived: from mail by smtp3.example.com with local id 1; x\nFrom: mailer-daemon@example.com",
                "smtp3.example.com",
            ),
            (
                "Received: from localhost (localhost) by a.example.com (8.8.8) with internal id 1; x\nFrom: MAILER-DAEMON@example.com",
                "a.example.com",
            ),
            // What the next server was told.
            (
                "Received: from 127.0.0.1 (EHLO out7.example.com) (192.0.2.7) by mta.example.org with SMTP; x\nFrom: MAILER-DAEMON@example.com",
                "out7.example.com",
            ),
            (
                "Received: from host.example.net (HELO m1.example.com) ([192.0.2.9]) by gw.example.com with SMTP; x\nFrom: a@example.com",
                "m1.example.com",
            ),
            // The receiving server completed the sender with its own name.
            (
                "Received: from o1.example.net (o1.example.net [192.0.2.1]) by my.example.org with SMTP id 1; x\nMessage-Id: <1@my.example.org>\nFrom: MAILER-DAEMON@my.example.org",
                "o1.example.net",
            ),
            // The Message-ID names the machine behind a gateway.
            (
                "Received: from example.com (gw.example.com [192.0.2.1]) by mx.example.org with SMTP; x\nMessage-ID: <1@lds4.example.com>\nFrom: Postmaster@example.com",
                "lds4.example.com",
            ),
            // Nothing but the address.
            ("From: Postmaster@example.com", "example.com"),
        ] {
            assert_eq!(writer(head, "x").as_deref(), Some(want), "{head}");
        }
    }
}
