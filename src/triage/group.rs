//! Bounces with one root, added up in little room: there may be as many groups as bounces.

use std::borrow::Cow;
use std::collections::HashSet;

use super::problem::{By, Problem, hash};
use super::root::{self, DEAD, FULL};
use crate::diagnosis::RecipientDiagnosis;
use crate::names::terms::{Cause, Owner};
use crate::words::texts::{labels, steps};
use crate::words::{Language, Names, playbook};

/// How many kinds of bounces, providers and lists a group tells apart.
const KINDS: usize = 64;
const NAMES: usize = 8;
const SAMPLES: usize = 2;
const LINKS: usize = 6;

/// A group of bounces.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) tag: &'static str,
    pub(super) thing: Box<str>,
    pub(super) count: usize,
    /// Number in the order of appearance.
    pub(super) begun: u32,
    addresses: usize,
    dates: Option<(i64, i64)>,
    samples: Vec<Box<str>>,
    /// Hashes of the addresses; empty as long as there is only one.
    seen: HashSet<u64>,
    providers: Vec<(Box<str>, usize)>,
    lists: Vec<Box<str>>,
    kinds: Vec<Reason>,
    /// The sending server, hashed, where the group may be about its address.
    pub(super) sender: Option<u64>,
    /// The key of a group that this one may be a part of.
    pub(super) whole: Option<u64>,
    /// How many groups were put together in this entry, 0 when it is one of its own.
    members: usize,
    /// The largest of them.
    largest: usize,
}

/// Bounces of a group that were decided by the same rule.
#[derive(Debug)]
struct Reason {
    rule: Option<Cow<'static, str>>,
    cause: Cause,
    owner: Owner,
    count: usize,
    words: Option<Box<Told>>,
}

/// What is said about one of them.
#[derive(Debug)]
struct Told {
    address: Option<String>,
    summary: String,
    steps: Vec<Cow<'static, str>>,
    links: Vec<Cow<'static, str>>,
}

fn count_name(names: &mut Vec<(Box<str>, usize)>, name: &str, n: usize) {
    match names.iter().position(|(known, _)| **known == *name) {
        Some(at) => names[at].1 += n,
        None if names.len() < KINDS && !name.is_empty() => push(names, (name.into(), n)),
        None => {}
    }
}

/// Most lists have one entry for ever: the first takes no more room than it needs.
fn push<T>(list: &mut Vec<T>, item: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(item);
}

impl Group {
    pub(super) fn new(tag: &'static str, thing: &str, begun: u32) -> Self {
        Self {
            tag,
            thing: thing.into(),
            count: 0,
            begun,
            addresses: 0,
            dates: None,
            samples: Vec::new(),
            seen: HashSet::new(),
            providers: Vec::new(),
            lists: Vec::new(),
            kinds: Vec::new(),
            sender: None,
            whole: None,
            members: 0,
            largest: 0,
        }
    }

    /// Adds a bounce. Its words are kept when there is room for them; tells whether they were.
    pub(super) fn add(
        &mut self,
        r: RecipientDiagnosis,
        cause: Cause,
        owner: Owner,
        date: Option<i64>,
        room: bool,
    ) -> bool {
        self.count += 1;
        if let Some(date) = date {
            self.dates = Some(self.dates.map_or((date, date), |(a, b)| (a.min(date), b.max(date))));
        }
        count_name(&mut self.providers, &root::provider(&r), 1);
        if self.lists.len() < NAMES
            && let Some(list) = r.list()
            && !self.lists.iter().any(|l| **l == *list)
        {
            push(&mut self.lists, list.as_ref().into());
        }
        let address = r.original_address.or(r.address);
        if let Some(address) = &address {
            self.see(address);
        }
        let at = self.kinds.iter().position(|k| (&k.rule, k.cause, k.owner) == (&r.rule, cause, owner));
        let at = match at {
            Some(at) => at,
            None if self.kinds.len() < KINDS => {
                push(&mut self.kinds, Reason { rule: r.rule, cause, owner, count: 0, words: None });
                self.kinds.len() - 1
            }
            None => return false,
        };
        let kind = &mut self.kinds[at];
        kind.count += 1;
        let keep = kind.words.is_none() && (room || kind.count >= 20);
        if keep {
            let acting = owner.acting(r.reader.owner());
            let steps = r.steps.into_iter().filter(|s| s.who == acting && !s.more).map(|s| s.text).collect();
            let summary = r.summary.unwrap_or_default();
            kind.words = Some(Box::new(Told { address, summary, steps, links: r.links }));
        }
        keep
    }

    fn see(&mut self, address: &str) {
        match self.samples.first() {
            None => {
                self.addresses = 1;
                push(&mut self.samples, address.into());
                return;
            }
            Some(first) if self.seen.is_empty() => {
                if first.eq_ignore_ascii_case(address) {
                    return;
                }
                self.seen.insert(hash(&[first]));
            }
            Some(_) => {}
        }
        if self.seen.insert(hash(&[address])) {
            self.addresses += 1;
            if self.samples.len() < SAMPLES {
                self.samples.push(address.into());
            }
        }
    }

    /// The rule behind most of its bounces.
    fn main_kind(&self) -> Option<&Reason> {
        self.kinds.iter().rev().max_by_key(|k| k.count)
    }

    /// The cause and owner of most of its bounces.
    pub(super) fn cause_and_owner(&self) -> (Cause, Owner) {
        let mut sums: Vec<(Cause, Owner, usize)> = Vec::new();
        for k in &self.kinds {
            match sums.iter_mut().find(|s| (s.0, s.1) == (k.cause, k.owner)) {
                Some(s) => s.2 += k.count,
                None => sums.push((k.cause, k.owner, k.count)),
            }
        }
        sums.iter().rev().max_by_key(|s| s.2).map_or((Cause::Unknown, Owner::Unknown), |s| (s.0, s.1))
    }

    /// The causes that were met with how often, the most frequent first.
    fn causes(&self) -> Vec<(Cause, usize)> {
        let mut all: Vec<(Cause, usize)> = Vec::new();
        for k in &self.kinds {
            match all.iter_mut().find(|(c, _)| *c == k.cause) {
                Some((_, count)) => *count += k.count,
                None => all.push((k.cause, k.count)),
            }
        }
        all.sort_by_key(|(cause, count)| (std::cmp::Reverse(*count), *cause));
        all
    }

    /// Is it little enough to be one of many like it?
    pub(super) fn is_small(&self) -> bool {
        self.addresses < 3 && self.count < 5
    }

    /// Takes over the bounces of another group with the same root.
    pub(super) fn absorb(&mut self, other: Group) {
        self.count += other.count;
        self.dates = match (self.dates, other.dates) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (a, b) => a.or(b),
        };
        for (name, n) in &other.providers {
            count_name(&mut self.providers, name, *n);
        }
        for list in other.lists {
            if self.lists.len() < NAMES && !self.lists.contains(&list) {
                self.lists.push(list);
            }
        }
        if other.seen.is_empty() {
            for address in &other.samples {
                self.see(address);
            }
        } else {
            for address in &other.samples {
                if self.samples.len() < SAMPLES && !self.samples.contains(address) {
                    self.samples.push(address.clone());
                }
            }
            if self.seen.is_empty() {
                self.seen.extend(self.samples.first().map(|s| hash(&[s])));
            }
            self.seen.extend(other.seen);
            self.addresses = self.seen.len();
        }
        for kind in other.kinds {
            let same = |k: &Reason| (&k.rule, k.cause, k.owner) == (&kind.rule, kind.cause, kind.owner);
            match self.kinds.iter().position(same) {
                Some(at) => self.kinds[at].count += kind.count,
                None if self.kinds.len() < KINDS => self.kinds.push(kind),
                None => {}
            }
        }
    }

    /// Is it an entry of groups that have only the kind of trouble in common?
    pub(super) fn is_put_together(&self) -> bool {
        self.members > 0
    }

    /// Becomes such an entry, or takes in one more.
    pub(super) fn put_together(&mut self, with: Group) {
        let size = |g: &Group| if g.members > 0 { g.largest } else { g.count };
        let members = |g: &Group| if g.members > 0 { g.members } else { usize::from(g.count > 0) };
        (self.largest, self.members) = (size(self).max(size(&with)), members(self) + members(&with));
        self.absorb(with);
    }

    /// What it comes to.
    pub(super) fn into_problem(mut self, by: By) -> Problem {
        let language = Language::default();
        let (cause, owner) = self.cause_and_owner();
        let (steps, links) = if by == By::Problem || by == By::Cause || by == By::Rule {
            self.advice(language, cause, owner, by)
        } else {
            (Vec::new(), Vec::new())
        };
        let summary = self.main_kind().and_then(|k| k.words.as_ref()).map_or_else(String::new, |w| w.summary.clone());
        self.providers.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let text = |names: Vec<Box<str>>| names.into_iter().map(String::from).collect::<Vec<_>>();
        Problem {
            cause,
            causes: self.causes(),
            owner,
            thing: match self.members {
                0 | 1 => self.thing.into(),
                n if root::is_scattered(cause) => labels::SummarySeveralDomains { n }.text(language),
                n => labels::SummarySeveralOthers { n }.text(language),
            },
            count: self.count,
            rank: if self.members > 1 { self.largest } else { self.count },
            addresses: self.addresses,
            dates: self.dates,
            samples: text(self.samples),
            summary,
            steps,
            links,
            lists: text(self.lists),
            providers: self.providers.into_iter().map(|(name, _)| name.into()).take(NAMES).collect(),
        }
    }

    /// Steps and pages for the whole group.
    fn advice(&self, language: Language, cause: Cause, owner: Owner, by: By) -> (Vec<String>, Vec<Cow<'static, str>>) {
        let several = self.addresses > 2;
        if self.members > 1 && root::is_scattered(cause) {
            return (steps::group_scattered(language).iter().map(ToString::to_string).collect(), Vec::new());
        }
        if by == By::Problem && several {
            let own: &[&str] = match self.tag {
                DEAD => steps::group_dead(language),
                FULL => steps::group_full(language),
                _ => &[],
            };
            if !own.is_empty() {
                return (own.iter().map(ToString::to_string).collect(), Vec::new());
            }
        }
        let known: usize = self.kinds.iter().map(|k| k.count).sum();
        if let Some(kind) = self.main_kind()
            && kind.count * 10 >= known * 9
            && let Some(words) = &kind.words
        {
            let steps =
                words.steps.iter().map(|s| for_all(language, s, words.address.as_deref(), self.addresses)).collect();
            return (steps, words.links.clone());
        }
        let steps = playbook::general(language, cause)
            .plain_steps(owner.acting(Owner::SenderAdmin))
            .map(|s| self.fill(language, s.forms))
            .collect();
        let mut kinds: Vec<&Reason> = self.kinds.iter().filter(|k| k.owner == owner).collect();
        kinds.sort_by_key(|k| std::cmp::Reverse(k.count));
        let mut links: Vec<Cow<'static, str>> = Vec::new();
        for link in kinds.iter().filter_map(|k| k.words.as_ref()).flat_map(|w| &w.links) {
            if links.len() < LINKS && !links.contains(link) {
                links.push(link.clone());
            }
        }
        (steps, links)
    }

    /// Fills a step of the cause with what is true of the whole group; of its forms the first that can be filled.
    fn fill(&self, language: Language, forms: &[&str]) -> String {
        let thing = |yes: bool| (yes && !self.thing.is_empty()).then_some(&*self.thing);
        let is_ip = self.thing.parse::<std::net::IpAddr>().is_ok();
        let one_list = (self.lists.len() == 1).then(|| &*self.lists[0]);
        let one_provider = self.providers.len() == 1;
        let known = [
            ("{ip}", thing(is_ip)),
            ("{sender_domain}", thing(self.tag == root::AUTHENTICATION)),
            ("{domain}", thing(one_provider && root::is_scattered(self.cause_and_owner().0))),
            ("{list}", one_list),
        ];
        let with_names = |form: &&str| {
            let mut out = (*form).to_string();
            for (name, value) in known {
                if let Some(value) = value {
                    out = out.replace(name, value);
                }
            }
            out
        };
        let filled = forms.iter().map(with_names).find(|form| !form.contains('{'));
        filled.unwrap_or_else(|| {
            let last = forms.last().copied().unwrap_or_default();
            Names::default().in_language(language).fill(last).into_owned()
        })
    }
}

/// The steps were filled with the names of one bounce; in a group of several addresses they speak of one as an example.
fn for_all(language: Language, step: &str, sample: Option<&str>, addresses: usize) -> String {
    match sample {
        Some(sample) if addresses > 1 && step.contains(sample) => {
            step.replacen(sample, &labels::SummaryEachAddress { address: sample }.text(language), 1)
        }
        _ => step.to_string(),
    }
}
