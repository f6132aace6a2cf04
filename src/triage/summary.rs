//! The summary of many diagnoses: its problems, and what was counted on the way.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::date::day;
use super::group::Group;
use super::problem::{By, Problem, Summary, hash};
use super::root::{self, PartOf, Root};
use crate::diagnosis::{Diagnosis, RecipientDiagnosis};
use crate::names::terms::{Action, Cause, Kind, Owner};
use crate::words::Language;
use crate::words::texts::labels;

/// A delay that counts only if nothing else was heard of the message.
#[derive(Debug)]
struct Delay {
    id: u64,
    group: u64,
    /// Where the group went if it was put together with others.
    rest: u64,
}

/// Collects diagnoses.
///
/// ```
/// use whybounce::output::summary;
/// use whybounce::terms::Cause;
/// use whybounce::triage::{By, Triage};
/// use whybounce::{Table, diagnose};
///
/// let table = Table::default();
/// let bounce = |to: &str| {
///     format!("From: MAILER-DAEMON@mail.example.org\nSubject: Undelivered Mail Returned to Sender\n\n\
///         <{to}>: host mx.example.com[192.0.2.25] said: 550 5.7.1 [192.0.2.1] listed at zen.spamhaus.org \
///         (in reply to MAIL FROM command)\n")
/// };
/// let mut triage = Triage::new(By::Problem);
/// for to in ["ann@example.com", "bob@example.com"] {
///     triage.add(diagnose(bounce(to).as_bytes(), &table));
/// }
/// let summary = triage.finish();
/// assert_eq!((summary.messages, summary.problems.len()), (2, 1));
/// assert_eq!((summary.problems[0].cause, summary.problems[0].count), (Cause::IpBlocklisted, 2));
/// let mut text = Vec::new();
/// summary::write_text(&mut text, &summary, summary::Options::default()).unwrap();
/// assert!(String::from_utf8(text).unwrap().contains("192.0.2.1"));
/// ```
#[derive(Debug, Default)]
pub struct Triage {
    by: By,
    messages: usize,
    kinds: BTreeMap<Kind, usize>,
    duplicates: usize,
    /// By the hash of their root.
    groups: HashMap<u64, Box<Group>>,
    /// How many groups there have been.
    begun: u32,
    /// How many groups and kinds have words of their own.
    with_words: usize,
    /// The sending IP address that refusals of one server's mail name; `None` when they name several.
    ips: HashMap<u64, Option<Box<str>>>,
    /// Message and recipient of each failure and delivery seen, to count them once.
    failed: HashSet<u64>,
    delivered: HashSet<u64>,
    delayed: HashSet<u64>,
    delays: Vec<Delay>,
}

/// So many groups are told apart. When there are more, the smallest of one cause are put together: a mailbox of any
/// size is summed up in the same room, and what is frequent in it stays.
const GROUPS: usize = 1 << 14;

/// So many groups keep the words of their first bounce; later ones only when they grow.
const WITH_WORDS: usize = 2000;

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
        let message_id = diagnosis.original.as_ref().and_then(|o| o.message_id.as_deref());
        let generator = hash(&[diagnosis.generating_server.as_deref().unwrap_or_default()]);
        let date = diagnosis.date();
        for recipient in diagnosis.recipients {
            let id = match (message_id, &recipient.address) {
                (Some(m), Some(a)) => Some(hash(&[m, recipient.original_address.as_deref().unwrap_or(a)])),
                _ => None,
            };
            let delayed = recipient.action == Some(Action::Delayed);
            let heard = match recipient.action {
                Some(Action::Delivered | Action::Relayed | Action::Expanded) => {
                    self.delivered.extend(id);
                    continue;
                }
                Some(Action::Delayed) => &mut self.delayed,
                _ => &mut self.failed,
            };
            if id.is_some_and(|id| !heard.insert(id)) {
                self.duplicates += 1;
                continue;
            }
            let Some((group, rest)) = self.count(recipient, date, generator) else { continue };
            if delayed && let Some(id) = id {
                self.delays.push(Delay { id, group, rest });
            }
        }
    }

    /// Counts a bounce in its group and tells which one that is, and where that goes if it has to make room.
    fn count(&mut self, mut r: RecipientDiagnosis, date: Option<i64>, generator: u64) -> Option<(u64, u64)> {
        let (cause, owner) = (r.cause?, r.owner?);
        let root = Root::find(self.by, &r, cause, owner, || {
            date.map_or_else(|| labels::summary_no_date(Language::default()).into(), day)
        });
        if root.tag == root::IP && self.ips.len() < WITH_WORDS {
            self.ips
                .entry(generator)
                .and_modify(|known| {
                    if known.as_deref() != Some(&root.thing) {
                        *known = None;
                    }
                })
                .or_insert_with(|| Some(root.thing.as_str().into()));
        }
        let key = hash(&[root.tag, &root.thing]);
        let whole = match &root.part_of {
            PartOf::Authentication(domain) => Some(hash(&[root::AUTHENTICATION, domain])),
            PartOf::Itself | PartOf::SendingIp => None,
        };
        let sender = (root.part_of == PartOf::SendingIp).then_some(generator);
        // What may turn out to be a part of something must not mix with what is a part of something else.
        let key = key ^ whole.or(sender).unwrap_or(0).rotate_left(1);
        if self.groups.len() >= GROUPS && !self.groups.contains_key(&key) {
            self.make_room();
        }
        let begun = &mut self.begun;
        let group = self.groups.entry(key).or_insert_with(|| {
            *begun += 1;
            let mut group = Group::new(root.tag, &root.thing, *begun);
            (group.sender, group.whole) = (sender, whole);
            Box::new(group)
        });
        if !matches!(self.by, By::Problem | By::Cause | By::Rule) {
            // A server or a day may have any number of rules; what is told of it are its causes.
            r.rule = None;
        }
        let room = self.with_words < WITH_WORDS;
        if group.add(r, cause, owner, date, room) {
            self.with_words += 1;
        }
        Some((key, rest_key(cause, owner)))
    }

    /// Puts the smallest groups together, those of one cause and owner in one.
    fn make_room(&mut self) {
        let mut groups: Vec<(u64, Box<Group>)> = self.groups.drain().collect();
        groups.sort_unstable_by_key(|(_, g)| g.begun);
        let mut small = 1;
        while groups.iter().filter(|(_, g)| g.count > small).count() > GROUPS / 2 {
            small *= 2;
        }
        let (kept, small): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(_, g)| g.count > small || g.is_put_together());
        self.groups.extend(kept);
        for (_, group) in small {
            let (cause, owner) = group.cause_and_owner();
            match self.groups.entry(rest_key(cause, owner)) {
                Entry::Occupied(mut rest) => rest.get_mut().put_together(*group),
                Entry::Vacant(place) => {
                    place.insert(group);
                }
            }
        }
    }

    /// Ends the collection: settles delays, sorts the problems.
    #[must_use]
    pub fn finish(mut self) -> Summary {
        let mut settled = 0;
        for delay in std::mem::take(&mut self.delays) {
            if self.failed.contains(&delay.id) || self.delivered.contains(&delay.id) {
                settled += 1;
                let key = if self.groups.contains_key(&delay.group) { delay.group } else { delay.rest };
                if let Some(group) = self.groups.get_mut(&key) {
                    group.count = group.count.saturating_sub(1);
                }
            }
        }
        let by = self.by;
        let mut groups: Vec<Group> = self.groups.drain().map(|(_, g)| *g).filter(|g| g.count > 0).collect();
        groups.sort_unstable_by_key(|g| g.begun);
        if by == By::Problem {
            groups = join_parts(groups, &self.ips);
            groups = join_small_domains(groups);
        }
        let mut problems: Vec<Problem> = groups.into_iter().map(|g| g.into_problem(by)).collect();
        problems.sort_by(|a, b| {
            let order = match by {
                // Days in their order, the last one first; those without a date at the end.
                By::Day => a.dates.is_none().cmp(&b.dates.is_none()).then_with(|| b.thing.cmp(&a.thing)),
                // First what one repair ends, then what only looks alike, each by the number that stands before it.
                By::Problem => b.has_root().cmp(&a.has_root()).then_with(|| b.count.cmp(&a.count)),
                // What was put together for want of room is no group of its own and comes last.
                _ => b.rank.cmp(&a.rank).then_with(|| b.count.cmp(&a.count)),
            };
            order.then_with(|| a.cause.cmp(&b.cause)).then_with(|| a.thing.cmp(&b.thing))
        });
        Summary { by, messages: self.messages, kinds: self.kinds, duplicates: self.duplicates, settled, problems }
    }
}

/// Where groups of this cause and owner go when they have to make room.
fn rest_key(cause: Cause, owner: Owner) -> u64 {
    hash(&["rest", cause.id(), owner.id()])
}

/// Refusals that do not name the thing at fault join those that do: the listed address, when the mail of their
/// server has only one, or the sending domain that fails its checks elsewhere.
fn join_parts(groups: Vec<Group>, ips: &HashMap<u64, Option<Box<str>>>) -> Vec<Group> {
    let (parts, mut out): (Vec<Group>, Vec<Group>) =
        groups.into_iter().partition(|g| g.sender.is_some() || g.whole.is_some());
    let mut places: HashMap<u64, usize> =
        out.iter().enumerate().map(|(at, g)| (hash(&[g.tag, &g.thing]), at)).collect();
    for part in parts {
        let ip = part.sender.and_then(|s| ips.get(&s)?.as_deref()).map(|ip| hash(&[root::IP, ip]));
        let own = hash(&[part.tag, &part.thing]);
        let place = part.whole.or(ip).and_then(|key| places.get(&key)).or_else(|| places.get(&own));
        match place {
            Some(at) => out[*at].absorb(part),
            None => {
                places.insert(own, out.len());
                out.push(part);
            }
        }
    }
    out
}

/// Single addresses of dead domains join the dead addresses; troubles of single domains become one entry.
fn join_small_domains(groups: Vec<Group>) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::with_capacity(groups.len());
    let mut scattered: BTreeMap<(Cause, Owner), Group> = BTreeMap::new();
    let mut dead: Vec<Group> = Vec::new();
    for group in groups {
        let (cause, owner) = group.cause_and_owner();
        let small = group.is_small() || group.is_put_together();
        if group.tag == root::DEAD || small && root::is_dead_domain(cause) {
            dead.push(group);
        } else if small && root::is_scattered(cause) {
            match scattered.get_mut(&(cause, owner)) {
                Some(entry) => entry.put_together(group),
                None => {
                    scattered.insert((cause, owner), group);
                }
            }
        } else {
            out.push(group);
        }
    }
    out.extend(scattered.into_values());
    // A single dead domain stays what it is; several become one list of dead addresses.
    if dead.len() > 1 {
        let mut whole = Group::new(root::DEAD, "", 0);
        for group in dead {
            whole.absorb(group);
        }
        out.push(whole);
    } else {
        out.extend(dead);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::terms::Confidence;

    fn bounce(to: &str, cause: Cause) -> Diagnosis {
        let recipient = RecipientDiagnosis {
            address: Some(to.to_string()),
            action: Some(Action::Failed),
            cause: Some(cause),
            owner: Some(cause.default_owner()),
            confidence: Some(Confidence::High),
            ..RecipientDiagnosis::default()
        };
        Diagnosis {
            kind: Kind::Failed,
            recipients: vec![recipient],
            ..Diagnosis::none(crate::names::terms::Form::Mail)
        }
    }

    #[test]
    fn any_number_of_roots_needs_the_same_room() {
        let mut triage = Triage::new(By::Problem);
        let many = GROUPS * 3;
        for n in 0..many {
            triage.add(bounce(&format!("a@d{n}.example"), Cause::ServerError));
            triage.add(bounce(&format!("a@p{n}.example"), Cause::SpamContent));
            if n % 50 == 0 {
                triage.add(bounce(&format!("u{n}@frequent.example"), Cause::SpamContent));
            }
            assert!(triage.groups.len() <= GROUPS);
        }
        let summary = triage.finish();
        let frequent = many.div_ceil(50);
        assert_eq!(summary.problems.iter().map(|p| p.count).sum::<usize>(), 2 * many + frequent);
        let first = &summary.problems[0];
        assert_eq!((first.thing.as_str(), first.count, first.addresses), ("frequent.example", frequent, frequent));
        let errors = summary.problems.iter().find(|p| p.cause == Cause::ServerError).unwrap();
        assert_eq!((errors.count, errors.thing.clone()), (many, format!("{many} domains")));
    }

    #[test]
    fn a_delay_is_settled_by_what_came_of_it() {
        let of = |action: Action| {
            let mut d = bounce("a@example.com", Cause::ConnectionFailed);
            d.recipients[0].action = Some(action);
            let original = crate::returned::Original { message_id: Some("1@x".into()), ..Default::default() };
            d.original = Some(original);
            d
        };
        for (actions, counts) in [
            (&[Action::Delayed, Action::Failed][..], (1, 1, 0)),
            (&[Action::Failed, Action::Delayed, Action::Delayed], (1, 1, 1)),
            (&[Action::Delayed, Action::Delivered], (0, 1, 0)),
            (&[Action::Delayed], (1, 0, 0)),
        ] {
            let mut triage = Triage::new(By::Problem);
            actions.iter().for_each(|a| triage.add(of(*a)));
            let s = triage.finish();
            let total = s.problems.iter().map(|p| p.count).sum::<usize>();
            assert_eq!((total, s.settled, s.duplicates), counts, "{actions:?}");
        }
    }
}
