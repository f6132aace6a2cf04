//! Many diagnoses to few problems: bounces with the same root are one problem.
//!
//! The root is the cause together with the thing at fault: the blocked IP, the sending domain whose
//! authentication fails, the dead recipient domain, the provider that refuses, the group of dead mailboxes.

mod csv;
mod date;
mod render;
mod suppress;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

pub use csv::Csv;
pub use date::{day, parse_since};
pub use render::{Options, write_json, write_text};
pub use suppress::Suppressions;

use crate::cause::{Action, Cause, Kind, Owner};
use crate::diagnosis::{Diagnosis, RecipientDiagnosis};
use crate::evidence::organisation;
use crate::report::address;

/// By what bounces are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The root of the failure.
    #[default]
    Problem,
    /// The cause alone.
    Cause,
    /// The owner of the fix.
    Owner,
    /// The recipient's domain.
    Domain,
    /// The organisation whose server refused.
    Provider,
    /// The server that refused.
    Server,
    /// The rule that decided.
    Rule,
    /// The day of the report.
    Day,
}

/// One problem: bounces with the same root.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The cause; that of the first bounce where a group joins several.
    pub cause: Cause,
    /// Who has to act.
    pub owner: Owner,
    /// The thing at fault, such as "192.0.2.1" or "example.com"; empty for a group of mailboxes.
    pub thing: String,
    /// How many bounces, duplicates left out.
    pub count: usize,
    /// How many different addresses.
    pub addresses: usize,
    /// Time of the first and last report, seconds since 1970.
    pub dates: Option<(i64, i64)>,
    /// Two of the addresses.
    pub samples: Vec<String>,
    /// What happened, for one of them.
    pub summary: String,
    /// Steps for the owner.
    pub steps: Vec<String>,
    /// Pages that help.
    pub links: Vec<String>,
    /// Names of the block lists that were met.
    pub lists: Vec<String>,
}

#[derive(Debug)]
struct Group {
    problem: Problem,
    seen: HashSet<u64>,
}

/// A delay that counts only if nothing else was heard of the message.
#[derive(Debug)]
struct Delay {
    id: u64,
    key: String,
}

/// Collects diagnoses.
#[derive(Debug, Default)]
pub struct Triage {
    by: By,
    messages: usize,
    kinds: BTreeMap<Kind, usize>,
    duplicates: usize,
    settled: usize,
    groups: HashMap<String, Group>,
    /// Message and recipient of each failure and delivery seen, to count them once.
    failed: HashSet<u64>,
    delivered: HashSet<u64>,
    delayed: HashSet<u64>,
    delays: Vec<Delay>,
}

/// What the collection came to.
#[derive(Debug)]
pub struct Summary {
    /// By what it was put together.
    pub by: By,
    /// How many messages were read.
    pub messages: usize,
    /// How many of each kind.
    pub kinds: BTreeMap<Kind, usize>,
    /// Reports about a message and recipient that had been reported before.
    pub duplicates: usize,
    /// Delays that later failed or were delivered.
    pub settled: usize,
    /// The problems, largest first.
    pub problems: Vec<Problem>,
}

fn hash(parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        part.to_ascii_lowercase().hash(&mut hasher);
    }
    hasher.finish()
}

impl Triage {
    /// Starts a collection.
    #[must_use]
    pub fn new(by: By) -> Self {
        Self { by, ..Self::default() }
    }

    /// Adds the diagnosis of one message.
    pub fn add(&mut self, diagnosis: Diagnosis) {
        self.messages += 1;
        *self.kinds.entry(diagnosis.kind).or_default() += 1;
        let message_id = diagnosis.original.as_ref().and_then(|o| o.message_id.clone());
        for recipient in diagnosis.recipients {
            let id = match (&message_id, &recipient.address) {
                (Some(m), Some(a)) => Some(hash(&[m, recipient.original_address.as_deref().unwrap_or(a)])),
                _ => None,
            };
            match recipient.action {
                Some(Action::Delivered | Action::Relayed | Action::Expanded) => {
                    self.delivered.extend(id);
                    continue;
                }
                Some(Action::Delayed) => {
                    if id.is_some_and(|id| !self.delayed.insert(id)) {
                        self.duplicates += 1;
                        continue;
                    }
                }
                _ => {
                    if id.is_some_and(|id| !self.failed.insert(id)) {
                        self.duplicates += 1;
                        continue;
                    }
                }
            }
            let delayed = recipient.action == Some(Action::Delayed);
            let Some(key) = self.count(recipient, diagnosis.date) else { continue };
            if delayed && let Some(id) = id {
                self.delays.push(Delay { id, key });
            }
        }
    }

    fn count(&mut self, r: RecipientDiagnosis, date: Option<i64>) -> Option<String> {
        let (cause, owner) = (r.cause?, r.owner?);
        let (key, thing) = self.root(&r, cause, owner, date);
        let group = self.groups.entry(key.clone()).or_insert_with(|| Group {
            problem: Problem {
                cause,
                owner,
                thing,
                count: 0,
                addresses: 0,
                dates: None,
                samples: Vec::new(),
                summary: String::new(),
                steps: Vec::new(),
                links: Vec::new(),
                lists: Vec::new(),
            },
            seen: HashSet::new(),
        });
        let problem = &mut group.problem;
        problem.count += 1;
        if let Some(date) = date {
            problem.dates = Some(problem.dates.map_or((date, date), |(a, b)| (a.min(date), b.max(date))));
        }
        if let Some(list) = r.list
            && !problem.lists.contains(&list)
            && problem.lists.len() < 8
        {
            problem.lists.push(list);
        }
        if let Some(address) = r.address
            && group.seen.insert(hash(&[&address]))
        {
            problem.addresses += 1;
            if problem.samples.len() < 2 {
                problem.samples.push(address);
            }
        }
        if problem.steps.is_empty() {
            problem.steps = r.remediation;
            problem.links = r.links;
            problem.summary = r.summary.unwrap_or_default();
        }
        Some(key)
    }

    /// Key of the group that a bounce belongs to, and the thing at fault in words.
    fn root(&self, r: &RecipientDiagnosis, cause: Cause, owner: Owner, date: Option<i64>) -> (String, String) {
        let domain = r.address.as_deref().and_then(address::domain).unwrap_or_default();
        let refusing = r.remote_server.clone().unwrap_or_default();
        let provider = if refusing.parse::<std::net::IpAddr>().is_ok() || refusing.is_empty() {
            domain.clone()
        } else {
            organisation(&refusing).to_lowercase()
        };
        let thing = match self.by {
            By::Problem => return problem_root(r, cause, domain, provider),
            By::Cause => cause.id().to_string(),
            By::Owner => owner.id().to_string(),
            By::Domain => domain,
            By::Provider => provider,
            By::Server => refusing,
            By::Rule => r.rule.unwrap_or("(none)").to_string(),
            By::Day => date.map_or_else(|| "(no date)".into(), day),
        };
        let thing = if thing.is_empty() { "(not named)".to_string() } else { thing };
        (thing.clone(), thing)
    }

    /// Ends the collection: settles delays, sorts the problems.
    #[must_use]
    pub fn finish(mut self) -> Summary {
        let mut settled = 0;
        for delay in std::mem::take(&mut self.delays) {
            if (self.failed.contains(&delay.id) || self.delivered.contains(&delay.id))
                && let Some(group) = self.groups.get_mut(&delay.key)
            {
                settled += 1;
                group.problem.count = group.problem.count.saturating_sub(1);
            }
        }
        let mut problems: Vec<Problem> = self.groups.into_values().map(|g| g.problem).filter(|p| p.count > 0).collect();
        if self.by == By::Problem {
            problems = join_small_domains(problems);
        }
        problems.sort_by(|a, b| {
            b.count.cmp(&a.count).then_with(|| a.cause.cmp(&b.cause)).then_with(|| a.thing.cmp(&b.thing))
        });
        Summary {
            by: self.by,
            messages: self.messages,
            kinds: self.kinds,
            duplicates: self.duplicates,
            settled: self.settled + settled,
            problems,
        }
    }
}

/// The root of a failure.
fn problem_root(r: &RecipientDiagnosis, cause: Cause, domain: String, provider: String) -> (String, String) {
    use Cause::{
        ConnectionFailed, DkimFailure, DmarcFailure, DnsFailure, DomainBlocklisted, DomainNotFound, DomainRefusesMail,
        HeloInvalid, IpBlocklisted, MailboxDisabled, MailboxFull, MessageExpired, RecipientAddressInvalid,
        RecipientMoved, RecipientUnknown, RelayDenied, ReverseDnsMissing, RoutingLoop, SenderAccountSuspended,
        SenderAddressRejected, SendingQuotaExceeded, ServerError, ServerStorageFull, SmtpAuthRequired, SpfFailure,
        Suppressed, TlsFailure, UnauthenticatedMail,
    };
    let sending_domain = r.sender_domain.clone().unwrap_or_default();
    let (group, thing) = match cause {
        // Dead mailboxes are one problem of one list, whatever each server calls it.
        RecipientUnknown | RecipientAddressInvalid | RecipientMoved | MailboxDisabled | Suppressed => {
            ("dead", String::new())
        }
        MailboxFull => ("full", String::new()),
        // One address on several lists, or refused by several providers, is delisted once its cause is gone.
        IpBlocklisted | ReverseDnsMissing | HeloInvalid => {
            (cause.id(), r.ip.clone().or_else(|| r.list.clone()).unwrap_or(provider))
        }
        SpfFailure | DkimFailure | DmarcFailure | UnauthenticatedMail => {
            ("authentication", if sending_domain.is_empty() { provider } else { sending_domain })
        }
        DomainBlocklisted
        | SenderAddressRejected
        | SmtpAuthRequired
        | SendingQuotaExceeded
        | SenderAccountSuspended => (cause.id(), if sending_domain.is_empty() { provider } else { sending_domain }),
        DomainNotFound | DomainRefusesMail | DnsFailure | ConnectionFailed | MessageExpired | ServerError
        | ServerStorageFull | TlsFailure | RelayDenied | RoutingLoop => (cause.id(), domain),
        _ => (cause.id(), provider),
    };
    (format!("{group}\0{thing}"), thing)
}

/// A hundred domains that do not exist, each with one address, are one entry; one with many addresses is its own.
fn join_small_domains(problems: Vec<Problem>) -> Vec<Problem> {
    const SMALL: usize = 3;
    let joins = |p: &Problem| {
        matches!(
            p.cause,
            Cause::DomainNotFound
                | Cause::DomainRefusesMail
                | Cause::ConnectionFailed
                | Cause::MessageExpired
                | Cause::ServerError
                | Cause::DnsFailure
        ) && p.addresses < SMALL
    };
    let mut out: Vec<Problem> = Vec::with_capacity(problems.len());
    let mut joined: BTreeMap<(Cause, Owner), Problem> = BTreeMap::new();
    let mut members: BTreeMap<(Cause, Owner), usize> = BTreeMap::new();
    for p in &problems {
        if joins(p) {
            *members.entry((p.cause, p.owner)).or_default() += 1;
        }
    }
    for p in problems {
        let key = (p.cause, p.owner);
        if !joins(&p) || members.get(&key).copied().unwrap_or(0) < 2 {
            out.push(p);
            continue;
        }
        match joined.get_mut(&key) {
            None => {
                joined.insert(key, p);
            }
            Some(whole) => {
                whole.count += p.count;
                whole.addresses += p.addresses;
                whole.samples.extend(p.samples);
                whole.samples.sort();
                whole.samples.truncate(2);
                whole.dates = match (whole.dates, p.dates) {
                    (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
                    (a, b) => a.or(b),
                };
                whole.thing = format!("{} domains", members.get(&key).copied().unwrap_or(0));
            }
        }
    }
    out.extend(joined.into_values());
    out
}
