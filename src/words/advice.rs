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

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::evidence::Evidence;
use crate::evidence::identity::About;
use crate::names::address;
use crate::names::host::in_domain;
use crate::names::host::organisation;
use crate::names::terms::{Action, Cause, Owner, Permanence, Side};
use crate::rules::rule::Text;
use crate::text::literals::{self, Literals};
use crate::verdict::Verdict;
use crate::words::causes;
use crate::words::placeholder::PLACEHOLDERS;

/// The values for the placeholders of one recipient. Few templates need more than two, so each is looked for when it
/// is asked for.
#[derive(Clone, Debug, Default)]
pub struct Names<'a> {
    /// `None`: no name is known.
    of: Option<(&'a Evidence, &'a Verdict<'a>)>,
    /// Where it is named, it is asked for in several templates.
    ip: OnceCell<Option<String>>,
}

impl<'a> Names<'a> {
    /// The names in the evidence.
    #[must_use]
    pub fn of(evidence: &'a Evidence, verdict: &'a Verdict<'a>) -> Self {
        Self { of: Some((evidence, verdict)), ip: OnceCell::new() }
    }

    /// The value of a placeholder, when it is known.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
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
            "list" => match verdict.rule.and_then(|r| r.list.as_deref()) {
                Some(list) => Some(list),
                None => return named_list(evidence.response.as_deref()?).map(Cow::from),
            },
            "code" => return codes(evidence).map(Cow::from),
            "response" => {
                let said = evidence.response.as_deref()?;
                return Some(Cow::from(format!("“{}”", shorten(&readable(said), 300))));
            }
            _ => None,
        };
        known.map(Cow::from)
    }

    /// Fills a template; one without placeholders is a text already.
    #[must_use]
    pub fn fill<'t>(&self, template: &'t str) -> Cow<'t, str> {
        if memchr::memchr(b'{', template.as_bytes()).is_none() {
            return Cow::Borrowed(template);
        }
        let mut out = String::with_capacity(template.len() + 64);
        let mut rest = template;
        while let Some(open) = memchr::memchr(b'{', rest.as_bytes()) {
            out.push_str(&rest[..open]);
            let Some(close) = memchr::memchr(b'}', &rest.as_bytes()[open..]) else { break };
            let name = &rest[open + 1..open + close];
            // A noun phrase does not fit into a command or into a name that it is a part of.
            let within = || out.matches('`').count() % 2 == 1 || out.ends_with(['.', '@', '=', '/', ':']);
            if let Some(known) = self.get(name) {
                out.push_str(&known);
                rest = &rest[open + close + 1..];
                continue;
            }
            let phrase = PLACEHOLDERS.iter().find(|(p, ..)| *p == name);
            let phrase = phrase.map(|(_, phrase, short)| if within() { *short } else { *phrase });
            // "(…)" around a name that is not known says nothing; drop it with its blank.
            if out.ends_with(" (") && rest[open + close + 1..].starts_with(')') {
                out.truncate(out.len() - 2);
                rest = &rest[open + close + 2..];
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

    /// Fills a text of the table.
    fn fill_text(&self, template: Text) -> Text {
        match template {
            Cow::Borrowed(template) => self.fill(template),
            Cow::Owned(template) => Cow::Owned(self.fill(&template).into_owned()),
        }
    }

    /// Fills a link; `None` when it needs a value that is not known.
    #[must_use]
    pub fn fill_link<'t>(&self, template: &'t str) -> Option<Cow<'t, str>> {
        self.knows(template).then(|| self.fill(template))
    }

    /// Are all names in a template known?
    fn knows(&self, template: &str) -> bool {
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

/// The code of a continuation line, `550-`, and what hangs on it.
fn continued(word: &str) -> Option<(&str, &str)> {
    let (reply, rest) = word.split_once('-')?;
    (reply.len() == 3 && reply.starts_with(['4', '5']) && reply.parse::<u16>().is_ok()).then_some((reply, rest))
}

/// A reply of several lines without the codes that every line repeats: "550-5.7.1 One 550 5.7.1 two" is
/// "550 5.7.1 One two".
#[must_use]
pub fn readable(response: &str) -> Cow<'_, str> {
    let words = || response.split(' ').filter(|w| !w.is_empty());
    // Words of the reporting program may stand before the reply.
    let Some((at, (reply, status))) = words()
        .take(4)
        .take_while(|w| w.parse::<u16>().is_err())
        .enumerate()
        .find_map(|(n, w)| Some((n, continued(w)?)))
    else {
        return Cow::Borrowed(response);
    };
    // Either the status hangs on the reply code ("550-5.7.1 text") or the text does ("550-text").
    let coded = status.parse::<crate::names::code::Status>().is_ok();
    let mut out: Vec<&str> = Vec::with_capacity(response.len() / 4);
    out.extend(words().take(at));
    out.extend([reply, status]);
    let mut after_reply = false;
    for word in words().skip(at + 1) {
        let continues = word.strip_prefix(reply).and_then(|w| w.strip_prefix('-'));
        match continues {
            Some(rest) if !coded || rest == status => out.extend((!coded).then_some(rest)),
            _ if word == reply => after_reply = true,
            _ if coded && after_reply && word == status => after_reply = false,
            _ => {
                after_reply = false;
                out.push(word);
            }
        }
    }
    out.retain(|w| !w.is_empty());
    Cow::Owned(out.join(" "))
}

/// Cuts a text at a blank before `max` bytes.
#[must_use]
pub fn shorten(text: &str, max: usize) -> Cow<'_, str> {
    if text.len() <= max {
        return Cow::Borrowed(text);
    }
    let mut end = max;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let end = text[..end].rfind(' ').filter(|e| *e > max / 2).unwrap_or(end);
    Cow::Owned(format!("{} …", &text[..end]))
}

/// Words behind which a response names a block list, in the order of how much they mean.
static LIST_MARKS: Literals = Literals::new(&[
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
]);

/// The block list that a response names: "blocked using zen.spamhaus.org", "listed by bl.example.net".
#[must_use]
pub fn named_list(response: &str) -> Option<String> {
    // Most responses have none of them.
    if !LIST_MARKS.any(response) {
        return None;
    }
    let lower = response.to_ascii_lowercase();
    for mark in LIST_MARKS.texts() {
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
    pub steps: Vec<Cow<'static, str>>,
    /// Where the reader cannot fix it: a step for the reader, a text to send to the one who can.
    pub send_on: Option<String>,
    /// Pages that help.
    pub links: Vec<Cow<'static, str>>,
}

/// Finds the words for a verdict.
#[must_use]
pub fn advise(evidence: &Evidence, verdict: &Verdict, first: &[(About, String)]) -> Advice {
    let names = Names::of(evidence, verdict);
    let cause = causes::text(verdict.cause);
    let mut summary = cause.summary;
    let (mut steps, mut steps_of_rule): (&'static [&'static str], &[Text]) = (cause.steps_for(verdict.owner), &[]);
    let mut links: &[Text] = &[];
    if let Some(rule) = verdict.rule {
        if !rule.summary.is_empty() {
            summary = &rule.summary;
        }
        // A rule's steps are written for its own owner; when the evidence moved the owner they would misfit.
        if !rule.steps.is_empty() && rule.owner() == verdict.owner {
            (steps, steps_of_rule) = (&[], &rule.steps);
        }
        links = &rule.links;
    }
    let delayed = evidence.action == Some(Action::Delayed);
    let passed_on = passed_on(evidence, verdict);
    let general = steps_of_rule
        .iter()
        .cloned()
        .chain(steps.iter().map(|s| Text::Borrowed(s)))
        .filter(|s| !is_said_by(s, first))
        .filter(|s| !(delayed && sends_again(s)))
        .filter(|s| passed_on.is_none() || !checks_spelling(s))
        .map(|s| names.fill_text(s));
    let mut general: Vec<Cow<'static, str>> = general.collect();
    if evidence.action == Some(Action::Failed) {
        let before = general.len();
        general.retain(|s| !still_waits(s));
        if general.len() < before
            && verdict.permanence == Some(Permanence::Temporary)
            && matches!(verdict.owner, Owner::Nobody | Owner::Sender | Owner::SenderAdmin)
            && !general.iter().any(|s| sends_again(s))
        {
            general.insert(0, AFTER_GIVING_UP.into());
        }
    }
    general.splice(0..0, first.iter().map(|(_, s)| s.clone()).chain(passed_on).map(Cow::from));
    // Nothing has come back yet: there is nothing to tell.
    let send_on = if delayed { None } else { text_to_send_on(verdict, cause.tell, summary, &names, evidence) };
    let mut filled: Vec<Cow<'static, str>> = Vec::new();
    let links = links.iter().cloned().chain(cause.links.iter().map(|l| Text::Borrowed(l)));
    for link in links.filter(|l| names.knows(l)).map(|l| names.fill_text(l)) {
        if !filled.contains(&link) {
            filled.push(link);
        }
    }
    Advice { summary: names.fill(summary).into_owned(), steps: general, send_on, links: filled }
}

/// The sender never wrote to an address that somebody else passed the message on to.
fn passed_on(evidence: &Evidence, verdict: &Verdict) -> Option<String> {
    let (was, now) = (evidence.original_address.as_deref()?, evidence.address.as_deref()?);
    (verdict.owner == Owner::Sender && !address::same(was, now)).then(|| {
        format!(
            "Tell the person or list at {was}, whom you wrote to, that mail is passed on from there to {now} and fails; \
             you cannot change that yourself."
        )
    })
}

/// A step to compare or retype an address.
fn checks_spelling(step: &str) -> bool {
    ["Compare ", "Type ", "Check the spelling", "Check {address} for", "Look at {address}", "Correct the entry"]
        .iter()
        .any(|s| step.starts_with(s))
}

/// What to do when waiting is over.
const AFTER_GIVING_UP: &str =
    "Send the message again after some hours: the sending server has given up, and does not try this one again.";

/// A step that makes no sense when the message has been returned: to wait for the next attempt.
fn still_waits(step: &str) -> bool {
    step.starts_with("Wait")
        && ["tries again by itself", "try again by themselves", "still being tried", "stays in the queue", "on its way"]
            .iter()
            .any(|w| step.contains(w))
        || step.starts_with("Do not send the message again while it is still being tried")
}

/// A step that makes no sense while the message is still on its way.
fn sends_again(step: &str) -> bool {
    ["Send the message again", "Send the message once more", "Send it again", "Send again", "Tell the sender"]
        .iter()
        .any(|s| step.starts_with(s))
}

/// Does a general step only repeat what the steps from the returned header say about this very message?
fn is_said_by(general: &str, first: &[(About, String)]) -> bool {
    const MENDING: &[&str] =
        &["Publish", "Add", "Set", "Sign", "Make", "Align", "Look", "Turn", "Enable", "Correct", "Put"];
    if first.is_empty() {
        return false;
    }
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
fn text_to_send_on(
    verdict: &Verdict,
    tell: &str,
    summary: &str,
    names: &Names<'_>,
    evidence: &Evidence,
) -> Option<String> {
    let to = match verdict.owner {
        Owner::SenderAdmin => Cow::from("your mail administrator or provider"),
        Owner::RecipientAdmin => {
            names.get("domain").map_or(Cow::from("the administrators of the receiving server"), |d| {
                Cow::from(format!("the administrators of {d} (postmaster@{d}), or to the recipient to pass on"))
            })
        }
        Owner::Recipient => Cow::from("the recipient, by phone or from another mailbox"),
        Owner::Forwarder => Cow::from("whoever runs the forwarding"),
        Owner::Sender | Owner::Nobody | Owner::Unknown => return None,
    };
    let quote = evidence
        .response
        .as_deref()
        .map(|r| {
            let who = if evidence.reply_code.is_some() { "The server's reply was" } else { "The report says" };
            [" ", who, ": ", &shorten(&readable(r), 240)].concat()
        })
        .unwrap_or_default();
    // The text of the cause is written for the one who has to act as a rule.
    let template = if verdict.owner == verdict.cause.default_owner() && !tell.is_empty() {
        without_unknown(tell, names)
    } else {
        let request = match verdict.owner {
            Owner::SenderAdmin => "Could you look into this on our side?",
            Owner::RecipientAdmin => "Could you look into this on your mail server?",
            Owner::Recipient => "Could you look into this, or tell me a better address to use?",
            _ => "Could you look into the forwarding that passed it on?",
        };
        let opening = without_unknown("Hello, my e-mail[ to {address}] was not delivered.", names);
        Cow::from(format!("{opening} {summary} {request}"))
    };
    let text = names.fill(&template);
    Some(["Send this text to ", &to, ": “", &text, &quote, "”"].concat())
}

/// Leaves out what stands in square brackets where a name in it is not known, and takes the brackets off the rest.
fn without_unknown<'a>(template: &'a str, names: &Names<'_>) -> Cow<'a, str> {
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

/// The words for a cause without a message, for `explain`.
#[must_use]
pub fn title(cause: Cause) -> &'static str {
    causes::text(cause).title
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(cause: Cause, owner: Owner) -> Verdict<'static> {
        Verdict {
            rule: None,
            cause,
            owner,
            permanence: None,
            confidence: crate::names::terms::Confidence::High,
            matched: None,
            notes: Vec::new(),
        }
    }

    #[test]
    fn fills_known_and_unknown_names() {
        let evidence = Evidence { address: Some("u@example.com".into()), ..Evidence::default() };
        let verdict = verdict(Cause::Unknown, Owner::Unknown);
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
        assert!(crate::words::placeholder::check("{nobody}").is_err());
        assert!(crate::words::placeholder::check("{domain").is_err());
    }

    #[test]
    fn names_that_are_not_known_are_left_out() {
        let evidence = Evidence { author: Some("me@example.org".into()), ..Evidence::default() };
        let verdict = verdict(Cause::Unknown, Owner::Unknown);
        let names = Names::of(&evidence, &verdict);
        assert_eq!(
            without_unknown("Mail[ from {sender}] fails.[ It comes from {ip}.]", &names),
            "Mail from {sender} fails."
        );
        assert_eq!(without_unknown("a [b", &names), "a [b");
    }

    #[test]
    fn a_text_to_send_on_speaks_to_the_one_it_is_for() {
        let verdict = |owner| verdict(Cause::SmtpAuthRequired, owner);
        let evidence = Evidence { address: Some("u@example.com".into()), ..Evidence::default() };
        let tell = |owner| advise(&evidence, &verdict(owner), &[]).send_on.unwrap_or_default();
        assert!(tell(Owner::SenderAdmin).contains("check the outgoing mail settings"));
        assert!(tell(Owner::RecipientAdmin).contains("on your mail server?"));
        assert_eq!(tell(Owner::Sender), "");
        let late = Evidence { action: Some(Action::Delayed), ..evidence.clone() };
        assert_eq!(advise(&late, &verdict(Owner::SenderAdmin), &[]).send_on, None);
    }

    #[test]
    fn a_returned_message_is_not_waited_for() {
        let verdict = Verdict { permanence: Some(Permanence::Temporary), ..verdict(Cause::Greylisted, Owner::Nobody) };
        let steps = |action| advise(&Evidence { action: Some(action), ..Evidence::default() }, &verdict, &[]).steps;
        assert!(steps(Action::Delayed)[0].starts_with("Wait"));
        let steps = steps(Action::Failed);
        assert!(steps[0] == AFTER_GIVING_UP && !steps.iter().any(|s| s.starts_with("Wait")), "{steps:?}");
    }

    #[test]
    fn steps_from_the_header_replace_general_ones() {
        let spf = [(About::Spf, String::new())];
        let both = [(About::Spf, String::new()), (About::Dkim, String::new())];
        assert!(is_said_by("Publish one SPF record for {sender_domain}.", &spf));
        assert!(!is_said_by("Set up SPF and DKIM for {sender_domain}.", &spf));
        assert!(is_said_by("Set up SPF and DKIM for {sender_domain}.", &both));
        assert!(!is_said_by("Run `dig TXT {sender_domain}` for SPF.", &both));
        assert!(!is_said_by("Make a forwarding server rewrite the envelope sender (SRS).", &both));
        assert!(!is_said_by("Publish an SPF record.", &[]));
    }

    #[test]
    fn an_address_that_mail_was_passed_on_to() {
        let verdict = verdict(Cause::RecipientUnknown, Owner::Sender);
        let evidence = Evidence {
            address: Some("b@example.net".into()),
            original_address: Some("a@example.com".into()),
            ..Evidence::default()
        };
        let steps = advise(&evidence, &verdict, &[]).steps;
        assert!(steps[0].contains("a@example.com") && !steps.iter().any(|s| s.starts_with("Compare")), "{steps:?}");
    }

    #[test]
    fn replies_of_several_lines() {
        for (response, want) in [
            ("550-5.7.1 One 550-5.7.1 two 550 5.7.1 three", "550 5.7.1 One two three"),
            ("550-One 550-two 550 three", "550 One two three"),
            ("<command failed> 550-5.7.1 One 550 5.7.1 two", "<command failed> 550 5.7.1 One two"),
            ("550 5.1.1 Ein-Fall 550-mal", "550 5.1.1 Ein-Fall 550-mal"),
            ("", ""),
            ("550-", "550"),
        ] {
            assert_eq!(readable(response), want);
        }
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
