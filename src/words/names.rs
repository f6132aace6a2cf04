//! Templates, filled with the actual names.
//!
//! Placeholders are written in braces. One whose value is not known becomes a phrase that reads as well; the phrases stand
//! in `placeholders.toml`, in English these:
//!
//! | placeholder | value | when unknown |
//! |---|---|---|
//! | `{address}` | the recipient's address | the recipient's address |
//! | `{local}` | what stands before the @ | the name before the @ |
//! | `{domain}` | the recipient's domain | the recipient's domain |
//! | `{host}` | the server that refused | the receiving server |
//! | `{generator}` | the server that wrote the report | the server that wrote the report |
//! | `{ip}` | IP address of the sending server | the sending server's IP address |
//! | `{sender}` | address the message was sent from | the sender's address |
//! | `{sender_domain}` | its domain | the sending domain |
//! | `{list}` | name of the block list | the block list |
//! | `{code}` | the codes of the response | the error code |
//! | `{response}` | the response, quoted | the server's reply |
//! | `{link}` | a web address that the response names | the page named in the reply |
//! | `{exit}` | exit status of a local program | the exit status |
//! | `{limit}` | a size limit that the response states | the size limit |
//! | `{wait}` | a waiting time that it states | the time that it asks for |

use std::borrow::Cow;
use std::cell::OnceCell;

use super::language::Language;
use super::reply::{named_list, readable, shorten};
use super::stated;
use super::texts;
use crate::evidence::Evidence;
use crate::names::address;
use crate::names::host::in_domain;
use crate::names::host::organisation;
use crate::names::terms::{Cause, Owner, Side};
use crate::rules::rule::Text;
use crate::text::literals;
use crate::verdict::Verdict;

/// What is said for a name that is not known: inside a sentence, and inside a command or a name.
fn phrase_for(language: Language, name: &str) -> Option<(&'static str, &'static str)> {
    texts::placeholders(language).iter().find(|(p, ..)| *p == name).map(|(_, phrase, short)| (*phrase, *short))
}

/// The values for the placeholders of one recipient. Few templates need more than two, so each is looked for when it
/// is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names<'a> {
    language: Language,
    /// `None`: no name is known.
    of: Option<(&'a Evidence, &'a Verdict<'a>)>,
    /// Where it is named, it is asked for in several templates.
    ip: OnceCell<Option<String>>,
}

impl<'a> Names<'a> {
    /// The names in the evidence.
    #[must_use]
    pub(crate) fn of(evidence: &'a Evidence, verdict: &'a Verdict<'a>) -> Self {
        Self { of: Some((evidence, verdict)), ..Self::default() }
    }

    /// With the phrases of a language in place of names that are not known.
    #[must_use]
    pub(crate) fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The value of a placeholder, when it is known.
    #[must_use]
    pub(crate) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let (evidence, verdict) = self.of?;
        let address = evidence.address.as_deref();
        let sender = || sender_meant(evidence, verdict.cause);
        let known = match name {
            "address" => address,
            "local" => address?.rsplit_once('@').map(|(local, _)| local),
            "domain" => return address::domain_of(address?),
            "host" => refusing_host(evidence, verdict),
            "generator" => evidence.generating_server.as_deref(),
            "ip" => self.ip.get_or_init(|| evidence.ip()).as_deref(),
            "sender" => sender(),
            "sender_domain" => return address::domain_of(sender()?),
            "link" => return stated::link(evidence.response.as_deref()?).map(Cow::from),
            "exit" => return stated::exit_status(evidence.response.as_deref()?).map(|n| n.to_string().into()),
            "limit" => return stated::size_limit(evidence.response.as_deref()?),
            "wait" => return stated::wait(evidence.response.as_deref()?).map(Cow::from),
            "list" => match verdict.rule.and_then(|r| r.list.as_deref()) {
                Some(list) => Some(list),
                None => return named_list(evidence.response.as_deref()?).map(Cow::from),
            },
            "code" => return codes(evidence).map(Cow::from),
            "response" => {
                let said = evidence.response.as_deref()?;
                return Some(Cow::from(
                    texts::labels::Quoted { text: shorten(&readable(said), 300) }.text(self.language),
                ));
            }
            _ => None,
        };
        known.map(Cow::from)
    }

    /// Fills a template; one without placeholders is a text already.
    #[must_use]
    pub(crate) fn fill<'t>(&self, template: &'t str) -> Cow<'t, str> {
        if memchr::memchr(b'{', template.as_bytes()).is_none() {
            return Cow::Borrowed(template);
        }
        let mut out = String::with_capacity(template.len() + 64);
        let mut rest = template;
        while let Some(open) = memchr::memchr(b'{', rest.as_bytes()) {
            out.push_str(&rest[..open]);
            let Some(close) = memchr::memchr(b'}', &rest.as_bytes()[open..]) else {
                rest = &rest[open..];
                break;
            };
            let name = &rest[open + 1..open + close];
            // A noun phrase does not fit into a command or into a name that it is a part of.
            let within = || out.matches('`').count() % 2 == 1 || out.ends_with(['.', '@', '=', '/', ':']);
            if let Some(known) = self.get(name) {
                out.push_str(&known);
                rest = &rest[open + close + 1..];
                continue;
            }
            let phrase = phrase_for(self.language, name);
            let phrase = phrase.map(|(phrase, short)| if within() { short } else { phrase });
            // "(…)" around a name that is not known says nothing; drop it with its blank.
            if out.ends_with(" (") && rest[open + close + 1..].starts_with(')') {
                out.truncate(out.len() - 2);
                rest = &rest[open + close + 2..];
                continue;
            }
            // "the outgoing server {host}": what it is stands there already.
            if names_itself(&out) && !within() {
                if out.ends_with("no mailbox ") {
                    out.push_str("of that name ");
                }
                out.truncate(out.len() - 1);
                rest = &rest[open + close + 1..];
                continue;
            }
            match phrase {
                Some(v) if out.is_empty() => out.push_str(&capitalised(v)),
                Some(v) => out.push_str(v),
                None => out.push_str(&rest[open..=open + close]),
            }
            rest = &rest[open + close + 1..];
        }
        out.push_str(rest);
        Cow::Owned(out)
    }

    /// Fills commands: a name that is not known becomes its word in capitals.
    #[must_use]
    pub(crate) fn fill_command<'t>(&self, template: &'t str) -> Cow<'t, str> {
        if memchr::memchr(b'{', template.as_bytes()).is_none() {
            return Cow::Borrowed(template);
        }
        let mut out = String::with_capacity(template.len() + 64);
        let mut rest = template;
        while let Some(open) = memchr::memchr(b'{', rest.as_bytes()) {
            out.push_str(&rest[..open]);
            rest = &rest[open..];
            let name = rest.find('}').map(|close| &rest[1..close]);
            let value = name.and_then(|name| {
                let short = || phrase_for(self.language, name).map(|(_, short)| Cow::from(short));
                Some((name.len() + 2, self.get(name).or_else(short)?))
            });
            // A brace of the command itself.
            let (taken, value) = value.unwrap_or((1, "{".into()));
            out.push_str(&value);
            rest = &rest[taken..];
        }
        out.push_str(rest);
        Cow::Owned(out)
    }

    /// Fills a text of the table.
    pub(super) fn fill_text(&self, template: Text) -> Text {
        match template {
            Cow::Borrowed(template) => self.fill(template),
            Cow::Owned(template) => Cow::Owned(self.fill(&template).into_owned()),
        }
    }

    /// Fills a link; `None` when it needs a value that is not known.
    #[cfg(test)]
    pub(crate) fn fill_link<'t>(&self, template: &'t str) -> Option<Cow<'t, str>> {
        self.knows(template).then(|| self.fill(template))
    }

    /// Are all names in a template known?
    pub(crate) fn knows(&self, template: &str) -> bool {
        let mut rest = template;
        while let Some(open) = memchr::memchr(b'{', rest.as_bytes()) {
            let Some(close) = memchr::memchr(b'}', &rest.as_bytes()[open..]) else { return false };
            if self.get(&rest[open + 1..open + close]).is_none() {
                return false;
            }
            rest = &rest[open + close + 1..];
        }
        true
    }
}

/// Does a text end with the noun that a name would stand behind?
fn names_itself(before: &str) -> bool {
    const NOUNS: &[&str] = &["server", "domain", "address", "mailbox", "host", "IP", "list", "account"];
    let Some(before) = before.strip_suffix(' ') else { return false };
    let last = before.rsplit([' ', '(']).next().unwrap_or("");
    NOUNS.contains(&last)
}

/// The server that refused.
fn refusing_host<'a>(evidence: &'a Evidence, verdict: &Verdict) -> Option<&'a str> {
    if let Some(remote) = evidence.remote_server.as_deref() {
        return Some(remote);
    }
    let writer = evidence.generating_server.as_deref()?;
    // The server that could not be reached is not the one that says so.
    let unreached = matches!(
        verdict.cause,
        Cause::ConnectionFailed | Cause::DnsFailure | Cause::MessageExpired | Cause::DomainNotFound | Cause::TlsFailure
    );
    // Nor is the writer of a report the receiving side's server unless it is seen to stand there.
    let theirs = matches!(verdict.owner, Owner::Recipient | Owner::RecipientAdmin);
    let at_home = || {
        let domain = evidence.address.as_deref().and_then(address::domain_of);
        domain.is_some_and(|d| in_domain(writer, organisation(&d)))
    };
    let stands_there = !theirs || evidence.side == Some(Side::Recipient) || at_home();
    (!unreached && stands_there).then_some(writer)
}

/// The codes of the response.
fn codes(evidence: &Evidence) -> Option<String> {
    match (evidence.reply_code, evidence.status) {
        (Some(r), Some(s)) => Some(format!("{r} {s}")),
        (Some(r), None) => Some(r.to_string()),
        (None, Some(s)) => Some(s.to_string()),
        (None, None) => None,
    }
}

/// The envelope sender and the address in From can differ: the one that the response names, else the one that the
/// cause is about.
fn sender_meant(evidence: &Evidence, cause: Cause) -> Option<&str> {
    let (envelope, author) = (evidence.sender.as_deref(), evidence.author.as_deref());
    let said = evidence.response.as_deref().unwrap_or("");
    // An address made for one message (VERP) tells people nothing.
    let made = |a: &str| a.split_once('@').is_some_and(|(local, _)| local.len() > 40);
    let envelope = envelope.filter(|e| !made(e) || author.is_none() && cause == Cause::SpfFailure);
    let named = |a: &Option<&str>| a.is_some_and(|a| literals::find(said, a).is_some());
    if let Some(named) = [author, envelope].into_iter().find(named) {
        return named;
    }
    let by_envelope = matches!(cause, Cause::SpfFailure | Cause::SenderAddressRejected);
    if by_envelope { envelope.or(author) } else { author.or(envelope) }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// Leaves out what stands in square brackets where a name in it is not known, and takes the brackets off the rest.
pub(super) fn without_unknown<'a>(template: &'a str, names: &Names<'_>) -> Cow<'a, str> {
    if memchr::memchr(b'[', template.as_bytes()).is_none() {
        return Cow::Borrowed(template);
    }
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = memchr::memchr(b'[', rest.as_bytes())
        && let Some(close) = memchr::memchr(b']', &rest.as_bytes()[open..])
    {
        let inside = &rest[open + 1..open + close];
        out.push_str(&rest[..open]);
        if names.knows(inside) {
            out.push_str(inside);
        }
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::code::Status;
    use crate::names::terms::{Confidence, Stage};

    fn unknown() -> Verdict<'static> {
        Verdict {
            rule: None,
            cause: Cause::Unknown,
            owner: Owner::Unknown,
            permanence: None,
            confidence: Confidence::High,
            also: None,
            matched: None,
            notes: Vec::new(),
        }
    }

    #[test]
    fn every_placeholder_has_a_value_where_all_is_known() {
        let evidence = Evidence {
            address: Some("u@example.com".into()),
            generating_server: Some("mail.example.org".into()),
            remote_server: Some("mx.example.com".into()),
            sender: Some("me@example.org".into()),
            sender_ip: Some("192.0.2.1".into()),
            status: Some(Status { class: 5, subject: 7, detail: 1 }),
            response: Some(
                "554 5.7.1 blocked using bl.example.net, see https://bl.example.net/why; exit status 75; limit of 10 MB; \
                 try again in 5 minutes"
                    .into(),
            ),
            stage: Some(Stage::Rcpt),
            ..Evidence::default()
        };
        let verdict = unknown();
        let names = Names::of(&evidence, &verdict);
        for (name, ..) in texts::placeholders(Language::En) {
            assert!(names.get(name).is_some(), "{name}");
            assert!(Names::default().get(name).is_none(), "{name}");
        }
    }

    #[test]
    fn fills_known_and_unknown_names() {
        let evidence = Evidence { address: Some("u@example.com".into()), ..Evidence::default() };
        let verdict = unknown();
        let names = Names::of(&evidence, &verdict);
        assert_eq!(
            names.fill("{host} refused mail for {domain}."),
            "The receiving server refused mail for example.com."
        );
        assert_eq!(names.fill("The server ({ip}) of {domain}."), "The server of example.com.");
        assert_eq!(names.fill_link("https://example.org/?ip={ip}"), None);
        assert_eq!(
            names.fill_link("https://example.org/?d={domain}").as_deref(),
            Some("https://example.org/?d=example.com")
        );
        assert_eq!(names.fill("Run `nc -vz {host} 25` on {host}."), "Run `nc -vz HOST 25` on the receiving server.");
        assert_eq!(names.fill("Choose mail.{sender_domain}."), "Choose mail.DOMAIN.");
        assert_eq!(
            names.fill("The outgoing server {host} refused the address {sender}."),
            "The outgoing server refused the address."
        );
    }

    #[test]
    fn names_that_are_not_known_are_left_out() {
        let evidence = Evidence { author: Some("me@example.org".into()), ..Evidence::default() };
        let verdict = unknown();
        let names = Names::of(&evidence, &verdict);
        assert_eq!(
            without_unknown("Mail[ from {sender}] fails.[ It comes from {ip}.]", &names),
            "Mail from {sender} fails."
        );
        assert_eq!(without_unknown("a [b", &names), "a [b");
    }
}
