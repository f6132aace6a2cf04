//! Asks the rules: an index over phrases, the conditions of each rule, the first in order wins.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use regex::Regex;

use crate::cause::{Side, Stage};
use crate::code::Status;
use crate::phrase::{Span, Words};
use crate::rule::{Authority, Family, Rule};
use crate::rules;

/// What is known when a rule is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The words to judge.
    pub words: &'a Words,
    /// The SMTP reply code.
    pub reply: Option<u16>,
    /// The enhanced status code.
    pub status: Option<Status>,
    /// The server that refused.
    pub host: Option<&'a str>,
    /// The recipient's domain; stands in for the host where no host is named or only its IP.
    pub domain: Option<&'a str>,
    /// When it refused.
    pub stage: Option<Stage>,
    /// On which side it stands.
    pub side: Option<Side>,
}

/// A rule that won.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// The rule.
    pub rule: &'static Rule,
    /// How much its family weighs.
    pub authority: Authority,
    /// Where its phrase stands in the normalised words; `None` when codes alone decided.
    pub span: Option<Span>,
}

#[derive(Clone, Copy)]
struct Entry {
    rule: &'static Rule,
    authority: Authority,
}

/// Multiplicative hash of a `u32`; the default one costs more than the lookup it serves.
#[derive(Default)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = (self.0 ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    fn write_u32(&mut self, n: u32) {
        self.0 = u64::from(n).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }
}

/// The rules in the order asked, with an index over the first four bytes of their phrases.
pub struct Table {
    entries: Vec<Entry>,
    /// Distinct phrases.
    phrases: Vec<&'static str>,
    /// First four bytes of a phrase to its place in `by_key`.
    keys: HashMap<u32, (u32, u32), BuildHasherDefault<KeyHasher>>,
    /// Phrase numbers sorted by key.
    by_key: Vec<u32>,
    /// For each phrase the rules that have it in `says`, ascending.
    says: Vec<Vec<u32>>,
    /// Phrases of `and` and `not`, per rule.
    and: Vec<Box<[u32]>>,
    not: Vec<Box<[u32]>>,
    /// Rules without phrases, ascending.
    wordless: Vec<u32>,
    patterns: Vec<OnceLock<Option<Regex>>>,
}

impl Default for Table {
    fn default() -> Self {
        Self::new(&[])
    }
}

/// Key of a text's first four bytes.
fn key(bytes: &[u8]) -> Option<u32> {
    bytes.get(..4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

/// Key of a text's first three bytes, for phrases that begin with a word of three letters (spf, dns, url).
/// No text has the byte 0xff, so the two kinds of key never meet.
fn short_key(bytes: &[u8]) -> Option<u32> {
    bytes.get(..3).map(|b| u32::from_le_bytes([b[0], b[1], b[2], 0xff]))
}

/// The key under which a phrase is found: of its first piece, without the blank that ends it.
fn phrase_key(phrase: &str) -> Option<u32> {
    let piece = phrase.split(" * ").next().unwrap_or("").trim_end().as_bytes();
    if piece.len() == 3 { short_key(piece) } else { key(piece) }
}

impl Table {
    /// The built-in rules, with `mine` asked before them.
    #[must_use]
    pub fn new(mine: &[&'static Rule]) -> Self {
        let own = mine.iter().map(|rule| Entry { rule, authority: Authority::Provider });
        let built_in = rules::families()
            .flat_map(|f: &'static Family| f.rules.iter().map(|rule| Entry { rule, authority: f.authority }));
        let mut entries: Vec<Entry> = own.chain(built_in).collect();
        // The rank of evidence comes before the order of the families; within a rank the order stays.
        entries.sort_by_key(|e| e.authority);

        let mut table = Table {
            phrases: Vec::with_capacity(entries.len() * 3),
            keys: HashMap::default(),
            by_key: Vec::new(),
            says: Vec::with_capacity(entries.len() * 3),
            and: Vec::with_capacity(entries.len()),
            not: Vec::with_capacity(entries.len()),
            wordless: Vec::new(),
            patterns: entries.iter().map(|_| OnceLock::new()).collect(),
            entries,
        };
        let mut numbers: HashMap<&'static str, u32> = HashMap::with_capacity(table.entries.len() * 3);
        for n in 0..table.entries.len() {
            let rule = table.entries[n].rule;
            for phrase in rule.says {
                let p = table.number(phrase, &mut numbers);
                table.says[p as usize].push(n as u32);
            }
            let and = rule.and.iter().map(|p| table.number(p, &mut numbers)).collect();
            let not = rule.not.iter().map(|p| table.number(p, &mut numbers)).collect();
            table.and.push(and);
            table.not.push(not);
            if rule.says.is_empty() {
                table.wordless.push(n as u32);
            }
        }
        let mut keyed: Vec<(u32, u32)> =
            table.phrases.iter().enumerate().filter_map(|(i, p)| Some((phrase_key(p)?, i as u32))).collect();
        keyed.sort_unstable();
        for (i, (k, p)) in keyed.iter().enumerate() {
            table.by_key.push(*p);
            table.keys.entry(*k).and_modify(|r| r.1 = i as u32 + 1).or_insert((i as u32, i as u32 + 1));
        }
        table
    }

    fn number(&mut self, phrase: &'static str, numbers: &mut HashMap<&'static str, u32>) -> u32 {
        *numbers.entry(phrase).or_insert_with(|| {
            self.phrases.push(phrase);
            self.says.push(Vec::new());
            self.phrases.len() as u32 - 1
        })
    }

    /// All rules in the order asked, with what each weighs.
    pub fn rules(&self) -> impl Iterator<Item = (&'static Rule, Authority)> + '_ {
        self.entries.iter().map(|e| (e.rule, e.authority))
    }

    /// The rule with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&'static Rule> {
        self.entries.iter().map(|e| e.rule).find(|r| r.id == id)
    }

    /// The first rule that applies.
    #[must_use]
    pub fn find(&self, question: &Question<'_>) -> Option<Hit> {
        self.find_where(question, |_, _| true)
    }

    /// The first rule that applies among those that are wanted.
    #[must_use]
    pub fn find_where(&self, question: &Question<'_>, wanted: impl Fn(&Rule, Authority) -> bool) -> Option<Hit> {
        let hits = self.phrases_in(question.words);
        let mut candidates: Vec<(u32, Option<Span>)> = hits
            .iter()
            .flat_map(|(p, span)| self.says[*p as usize].iter().map(|r| (*r, Some(*span))))
            .chain(self.wordless.iter().map(|r| (*r, None)))
            .collect();
        candidates.sort_unstable_by_key(|(r, span)| (*r, span.map(|s| s.start)));
        candidates.into_iter().find_map(|(n, span)| {
            let entry = self.entries[n as usize];
            (wanted(entry.rule, entry.authority) && self.applies(n as usize, &hits, question)).then_some(Hit {
                rule: entry.rule,
                authority: entry.authority,
                span,
            })
        })
    }

    /// Every rule that applies, in order; for tests and for `explain`.
    #[must_use]
    pub fn find_all(&self, question: &Question<'_>) -> Vec<&'static Rule> {
        let hits = self.phrases_in(question.words);
        (0..self.entries.len())
            .filter(|&n| {
                let rule = self.entries[n].rule;
                (rule.says.is_empty() || rule.says.iter().any(|p| question.words.find(p).is_some()))
                    && self.applies(n, &hits, question)
            })
            .map(|n| self.entries[n].rule)
            .collect()
    }

    /// The phrases of the table that occur in the words, each with its first place.
    fn phrases_in(&self, words: &Words) -> Vec<(u32, Span)> {
        let bytes = words.as_str().as_bytes();
        let mut hits: Vec<(u32, Span)> = Vec::new();
        for at in 0..bytes.len().saturating_sub(2) {
            if !words.begins_word(at) {
                continue;
            }
            for key in [key(&bytes[at..]), short_key(&bytes[at..])].into_iter().flatten() {
                let Some(&(from, to)) = self.keys.get(&key) else { continue };
                for &p in &self.by_key[from as usize..to as usize] {
                    if let Some(span) = words.phrase_at(self.phrases[p as usize], at)
                        && !hits.iter().any(|(h, _)| *h == p)
                    {
                        hits.push((p, span));
                    }
                }
            }
        }
        hits
    }

    fn applies(&self, n: usize, hits: &[(u32, Span)], q: &Question<'_>) -> bool {
        let rule = self.entries[n].rule;
        let found = |p: &u32| hits.iter().any(|(h, _)| h == p);
        (rule.codes.is_empty() || rule.codes.iter().any(|c| c.fits(q.reply, q.status)))
            && (self.and[n].is_empty() || self.and[n].iter().any(found))
            && !self.not[n].iter().any(found)
            && (rule.stage.is_empty() || q.stage.is_some_and(|s| rule.stage.contains(&s)))
            && (rule.side.is_none() || rule.side == q.side)
            && (rule.by.is_empty() || said_by(rule.by, q))
            && rule.like.is_none_or(|like| self.pattern(n, like).is_some_and(|re| re.is_match(q.words.as_str())))
    }

    fn pattern(&self, n: usize, like: &str) -> Option<&Regex> {
        self.patterns[n].get_or_init(|| Regex::new(like).ok()).as_ref()
    }
}

/// Is `host` this domain or a host in it?
#[must_use]
pub fn in_domain(host: &str, domain: &str) -> bool {
    host.len() >= domain.len()
        && host.is_char_boundary(host.len() - domain.len())
        && host[host.len() - domain.len()..].eq_ignore_ascii_case(domain)
        && (host.len() == domain.len() || host.as_bytes()[host.len() - domain.len() - 1] == b'.')
}

fn said_by(domains: &[&str], q: &Question<'_>) -> bool {
    let host = q.host.filter(|h| h.parse::<std::net::IpAddr>().is_err()).or(q.domain);
    domains
        .iter()
        .any(|d| host.is_some_and(|h| in_domain(h.trim_end_matches('.'), d)) || names_domain(q.words.as_str(), d))
}

/// Do the words name the domain (as a host, an address or a link)?
fn names_domain(words: &str, domain: &str) -> bool {
    memchr::memmem::find_iter(words.as_bytes(), domain.as_bytes()).any(|at| {
        let before = at.checked_sub(1).map(|p| words.as_bytes()[p]);
        let after = words.as_bytes().get(at + domain.len());
        // The domain of an address says whom the words are about, not who says them.
        !before.is_some_and(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'@')
            && !after.is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'-')
    })
}
