//! Verdict to words: templates filled with the actual names.
//!
//! Placeholders are written in braces. One whose value is not known becomes a phrase that reads as well:
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

use crate::cause::{Cause, Owner};
use crate::causes;
use crate::evidence::Evidence;
use crate::header_evidence::About;
use crate::report::address;
use crate::verdict::Verdict;

/// The placeholders and what stands for them when they are unknown.
const PLACEHOLDERS: &[(&str, &str)] = &[
    ("address", "the recipient's address"),
    ("local", "the name before the @"),
    ("domain", "the recipient's domain"),
    ("host", "the receiving server"),
    ("generator", "the server that wrote the report"),
    ("ip", "the sending server's IP address"),
    ("sender", "the sender's address"),
    ("sender_domain", "the sending domain"),
    ("list", "the block list"),
    ("code", "the error code"),
    ("response", "the server's reply"),
];

/// Are all placeholders of a template known?
///
/// # Errors
/// Names the one that is not, or says that a brace is not closed.
pub fn check(template: &str) -> Result<(), String> {
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}') else { return Err("a brace is not closed".into()) };
        let name = &rest[open + 1..open + close];
        if !PLACEHOLDERS.iter().any(|(p, _)| *p == name) {
            return Err(format!("unknown placeholder {{{name}}}"));
        }
        rest = &rest[open + close + 1..];
    }
    Ok(())
}

/// The values for the placeholders of one recipient.
#[derive(Clone, Debug, Default)]
pub struct Names {
    values: Vec<(&'static str, String)>,
}

impl Names {
    /// The names in the evidence.
    #[must_use]
    pub fn of(evidence: &Evidence, verdict: &Verdict) -> Self {
        let mut names = Names::default();
        let address = evidence.address.as_deref();
        names.set("address", address);
        names.set("local", address.and_then(|a| a.rsplit_once('@')).map(|(l, _)| l));
        names.set("domain", address.and_then(address::domain).as_deref());
        names.set("host", evidence.remote_server.as_deref().or(evidence.generating_server.as_deref()));
        names.set("generator", evidence.generating_server.as_deref());
        names.set("ip", evidence.ip.as_deref());
        let sender = sender_meant(evidence, verdict.cause);
        names.set("sender", sender);
        names.set("sender_domain", sender.and_then(address::domain).as_deref());
        let list =
            verdict.rule.and_then(|r| r.list).map(str::to_string).or_else(|| named_list(evidence.response.as_deref()?));
        names.set("list", list.as_deref());
        let code = match (evidence.reply_code, evidence.status) {
            (Some(r), Some(s)) => Some(format!("{r} {s}")),
            (Some(r), None) => Some(r.to_string()),
            (None, Some(s)) => Some(s.to_string()),
            (None, None) => None,
        };
        names.set("code", code.as_deref());
        let response = evidence.response.as_deref().map(|r| format!("“{}”", shorten(r, 300)));
        names.set("response", response.as_deref());
        names
    }

    fn set(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.values.push((name, value.to_string()));
        }
    }

    /// The value of a placeholder, when it is known.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str())
    }

    /// Fills a template.
    #[must_use]
    pub fn fill(&self, template: &str) -> String {
        let mut out = String::with_capacity(template.len() + 64);
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            let Some(close) = rest[open..].find('}') else { break };
            let name = &rest[open + 1..open + close];
            let value = self.get(name).or_else(|| PLACEHOLDERS.iter().find(|(p, _)| *p == name).map(|(_, d)| *d));
            // "(…)" around a name that is not known says nothing; drop it with its blank.
            if self.get(name).is_none() && out.ends_with(" (") && rest[open + close + 1..].starts_with(')') {
                out.truncate(out.len() - 2);
                rest = &rest[open + close + 2..];
                continue;
            }
            match value {
                Some(v) if out.is_empty() && self.get(name).is_none() => out.push_str(&capitalised(v)),
                Some(v) => out.push_str(v),
                None => out.push_str(&rest[open..=open + close]),
            }
            rest = &rest[open + close + 1..];
        }
        out.push_str(rest);
        out
    }

    /// Fills a link; `None` when it needs a value that is not known.
    #[must_use]
    pub fn fill_link(&self, template: &str) -> Option<String> {
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            let close = rest[open..].find('}')?;
            self.get(&rest[open + 1..open + close])?;
            rest = &rest[open + close + 1..];
        }
        Some(self.fill(template))
    }
}

/// The envelope sender and the address in From can differ: the one that the response names, else the one that the
/// cause is about.
fn sender_meant(evidence: &Evidence, cause: Cause) -> Option<&str> {
    let (envelope, author) = (evidence.sender.as_deref(), evidence.author.as_deref());
    let said = evidence.response.as_deref().unwrap_or("").to_ascii_lowercase();
    let named = |a: &Option<&str>| a.is_some_and(|a| said.contains(&a.to_ascii_lowercase()));
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

/// Cuts a text at a blank before `max` bytes.
#[must_use]
pub fn shorten(text: &str, max: usize) -> String {
    if text.len() <= max {
        return text.to_string();
    }
    let mut end = max;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let end = text[..end].rfind(' ').filter(|e| *e > max / 2).unwrap_or(end);
    format!("{} …", &text[..end])
}

/// The block list that a response names: "blocked using zen.spamhaus.org", "listed by bl.example.net".
#[must_use]
pub fn named_list(response: &str) -> Option<String> {
    let lower = response.to_ascii_lowercase();
    for mark in [
        "blocked using ",
        "listed in ",
        "listed by ",
        "listed on ",
        "listed at ",
        "found in ",
        "blacklisted by ",
        "blacklisted at ",
        "rejected by ",
        "blocked by ",
        "black listed at ",
        "refused by ",
    ] {
        for (at, _) in lower.match_indices(mark) {
            let word = response.get(at + mark.len()..)?.split_whitespace().next().unwrap_or("");
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            if word.contains('.') && !word.contains('/') && word.chars().any(char::is_alphabetic) {
                return Some(word.to_string());
            }
        }
    }
    None
}

/// What is said about one recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// What happened.
    pub summary: String,
    /// Steps for the owner.
    pub steps: Vec<String>,
    /// Where the reader cannot fix it: a step for the reader, a text to send to the one who can.
    pub send_on: Option<String>,
    /// Pages that help.
    pub links: Vec<String>,
    /// Name of the block list, where one is named.
    pub list: Option<String>,
}

/// Finds the words for a verdict.
#[must_use]
pub fn advise(evidence: &Evidence, verdict: &Verdict, first: &[(About, String)]) -> Advice {
    let names = Names::of(evidence, verdict);
    let cause = causes::text(verdict.cause);
    let (mut summary, mut steps): (&str, &[&str]) = (cause.summary, cause.steps_for(verdict.owner));
    let mut links: Vec<&str> = Vec::new();
    if let Some(rule) = verdict.rule {
        if !rule.summary.is_empty() {
            summary = rule.summary;
        }
        // A rule's steps are written for its own owner; when the evidence moved the owner they would misfit.
        let owner = rule.owner.unwrap_or_else(|| rule.cause.default_owner());
        if !rule.steps.is_empty() && owner == verdict.owner {
            steps = rule.steps;
        }
        links.extend(rule.links);
    }
    links.extend(cause.links);
    let general = steps.iter().filter(|s| !is_said_by(s, first)).map(|s| names.fill(s));
    let steps = first.iter().map(|(_, s)| s.clone()).chain(general).collect();
    let send_on = text_to_send_on(verdict, cause.tell, &names, evidence);
    let mut filled: Vec<String> = links.iter().filter_map(|l| names.fill_link(l)).collect();
    filled.dedup();
    Advice { summary: names.fill(summary), steps, send_on, links: filled, list: names.get("list").map(str::to_string) }
}

/// Does a general step only repeat what the steps from the returned header say about this very message?
fn is_said_by(general: &str, first: &[(About, String)]) -> bool {
    const MENDING: &[&str] = &["Publish", "Add", "Set", "Sign", "Make", "Align", "Look", "Turn", "Enable", "Correct"];
    let verb = general.split(' ').next().unwrap_or("");
    if !MENDING.contains(&verb) || general.contains("SRS") {
        return false;
    }
    let said = |about| first.iter().any(|(a, _)| *a == about);
    let topics = [
        (About::Spf, general.contains("SPF")),
        (About::Dkim, general.contains("DKIM") || general.contains("_domainkey")),
    ];
    let mentioned: Vec<About> = topics.into_iter().filter(|(_, there)| *there).map(|(a, _)| a).collect();
    if general.contains("the domain in the From") || general.contains("domain of the From") || verb == "Align" {
        return !first.is_empty();
    }
    !mentioned.is_empty() && mentioned.iter().all(|a| said(*a))
}

/// Where the reader, who is the sender, cannot fix it: a text for the one who can.
fn text_to_send_on(verdict: &Verdict, tell: &str, names: &Names, evidence: &Evidence) -> Option<String> {
    if tell.is_empty() || matches!(verdict.owner, Owner::Sender | Owner::Nobody | Owner::Unknown) {
        return None;
    }
    let to = match verdict.owner {
        Owner::SenderAdmin => "your mail administrator or provider".to_string(),
        Owner::RecipientAdmin => names.get("domain").map_or_else(
            || "the administrators of the receiving server".to_string(),
            |d| format!("the administrators of {d} (postmaster@{d}), or to the recipient to pass on"),
        ),
        Owner::Recipient => "the recipient, by phone or from another mailbox".to_string(),
        Owner::Forwarder => "whoever runs the forwarding".to_string(),
        Owner::Sender | Owner::Nobody | Owner::Unknown => return None,
    };
    let quote = evidence
        .response
        .as_deref()
        .map(|r| format!(" The server's reply was: {}", shorten(r, 240)))
        .unwrap_or_default();
    Some(format!("Send this text to {to}: “{}{quote}”", names.fill(tell)))
}

/// The words for a cause without a message, for `explain`.
#[must_use]
pub fn title(cause: Cause) -> &'static str {
    causes::text(cause).title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_known_and_unknown_names() {
        let mut names = Names::default();
        names.set("domain", Some("example.com"));
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
        assert!(check("{nobody}").is_err());
        assert!(check("{domain").is_err());
    }

    #[test]
    fn lists_are_named() {
        assert_eq!(
            named_list("550 Client host [192.0.2.1] blocked using bl.example.net; see x").as_deref(),
            Some("bl.example.net")
        );
        assert_eq!(named_list("550 Listed by policy"), None);
    }
}
