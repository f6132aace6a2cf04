//! Asks the rules: an index over phrases, the conditions of each rule, the first in order wins.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use regex::Regex;

use crate::cause::{Side, Stage};
use crate::code::Status;
use crate::phrase::{Phrase, Span, Words};
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

/// Multiplicative hash of a number; the default one costs more than the lookup it serves.
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
    fn write_u64(&mut self, n: u64) {
        self.0 = n.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }
}

/// The rules in the order asked, with an index over the first bytes of their phrases.
pub struct Table {
    entries: Vec<Entry>,
    /// Distinct phrases.
    phrases: Vec<Phrase>,
    /// First bytes of a phrase to its place in `by_key`.
    keys: HashMap<u64, (u32, u32), BuildHasherDefault<KeyHasher>>,
    /// Phrase numbers sorted by key.
    by_key: Vec<u32>,
    /// For each phrase the rules that have it in `says`, ascending: their place in `saying`.
    says: Vec<(u32, u32)>,
    saying: Vec<u32>,
    /// Phrases of `and` and `not`, per rule.
    and: Vec<Box<[u32]>>,
    not: Vec<Box<[u32]>>,
    /// Rules without phrases, ascending.
    wordless: Vec<u32>,
    patterns: Vec<OnceLock<Option<Regex>>>,
}

/// The phrases of the table that occur in some words, each with its first place.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    found: Vec<(u32, Span)>,
}

impl Default for Table {
    fn default() -> Self {
        Self::new(&[])
    }
}

/// At so many places words with lost letters are looked for.
const MOST_DAMAGE: usize = 12;

/// Lengths of the prefixes that phrases are found by, longest first. A phrase is filed under the longest that fits
/// into its first piece.
const PREFIXES: [usize; 3] = [8, 5, 3];

/// Key of a text's first `len` bytes, which must be at most eight. The length is part of it: no text holds the
/// byte 0xff, which fills up the rest.
fn key(bytes: &[u8], len: usize) -> Option<u64> {
    let mut key = [0xff; 8];
    key[..len].copy_from_slice(bytes.get(..len)?);
    Some(u64::from_le_bytes(key))
}

/// The key under which a phrase is filed: of its first piece, without the blank that ends it.
fn phrase_key(phrase: &Phrase) -> Option<u64> {
    let piece = phrase.first.trim_end().as_bytes();
    PREFIXES.iter().find(|len| piece.len() >= **len).and_then(|len| key(piece, *len))
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
            phrases: Vec::with_capacity(entries.len() * 5),
            keys: HashMap::default(),
            by_key: Vec::new(),
            says: Vec::new(),
            saying: Vec::new(),
            and: Vec::with_capacity(entries.len()),
            not: Vec::with_capacity(entries.len()),
            wordless: Vec::new(),
            patterns: entries.iter().map(|_| OnceLock::new()).collect(),
            entries,
        };
        let mut numbers: HashMap<&'static str, u32, BuildHasherDefault<KeyHasher>> =
            HashMap::with_capacity_and_hasher(table.entries.len() * 5, BuildHasherDefault::default());
        let mut pairs: Vec<(u32, u32)> = Vec::with_capacity(table.entries.len() * 5);
        for n in 0..table.entries.len() {
            let rule = table.entries[n].rule;
            for phrase in rule.says {
                pairs.push((table.number(phrase, &mut numbers), n as u32));
            }
            let and = rule.and.iter().map(|p| table.number(p, &mut numbers)).collect();
            let not = rule.not.iter().map(|p| table.number(p, &mut numbers)).collect();
            table.and.push(and);
            table.not.push(not);
            if rule.says.is_empty() {
                table.wordless.push(n as u32);
            }
        }
        pairs.sort_unstable();
        table.says = vec![(0, 0); table.phrases.len()];
        for (i, (phrase, rule)) in pairs.into_iter().enumerate() {
            let place = &mut table.says[phrase as usize];
            if place.1 == 0 {
                place.0 = i as u32;
            }
            place.1 = i as u32 + 1;
            table.saying.push(rule);
        }
        let mut keyed: Vec<(u64, u32)> =
            table.phrases.iter().enumerate().filter_map(|(i, p)| Some((phrase_key(p)?, i as u32))).collect();
        keyed.sort_unstable();
        table.keys.reserve(keyed.len());
        for (i, (k, p)) in keyed.iter().enumerate() {
            table.by_key.push(*p);
            table.keys.entry(*k).and_modify(|r| r.1 = i as u32 + 1).or_insert((i as u32, i as u32 + 1));
        }
        table
    }

    fn number(
        &mut self,
        phrase: &'static str,
        numbers: &mut HashMap<&'static str, u32, BuildHasherDefault<KeyHasher>>,
    ) -> u32 {
        *numbers.entry(phrase).or_insert_with(|| {
            self.phrases.push(Phrase::new(phrase));
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
        self.find_where(question, &self.look(question.words), |_, _| true)
    }

    /// The first rule that applies among those that are wanted, where the phrases in the words are known already.
    #[must_use]
    pub fn find_where(
        &self,
        question: &Question<'_>,
        hits: &Hits,
        wanted: impl Fn(&Rule, Authority) -> bool,
    ) -> Option<Hit> {
        let mut spoken: Vec<(u32, Span)> = Vec::with_capacity(hits.found.len() * 2);
        for (phrase, span) in &hits.found {
            let (from, to) = self.says[*phrase as usize];
            spoken.extend(self.saying[from as usize..to as usize].iter().map(|r| (*r, *span)));
        }
        spoken.sort_unstable_by_key(|(r, span)| (*r, span.start));
        // Both lists ascend: whoever stands first in the table is asked first.
        let (mut spoken, mut wordless) = (spoken.into_iter().peekable(), self.wordless.iter().copied().peekable());
        loop {
            let (n, span) = match (spoken.peek(), wordless.peek()) {
                (Some((r, _)), Some(w)) if r > w => (wordless.next()?, None),
                (Some(_), _) => spoken.next().map(|(r, span)| (r, Some(span)))?,
                (None, _) => (wordless.next()?, None),
            };
            let entry = self.entries[n as usize];
            if wanted(entry.rule, entry.authority) && self.applies(n as usize, hits, question) {
                return Some(Hit { rule: entry.rule, authority: entry.authority, span });
            }
        }
    }

    /// Every rule that applies, in order; for tests and for `explain`.
    #[must_use]
    pub fn find_all(&self, question: &Question<'_>) -> Vec<&'static Rule> {
        let hits = self.look(question.words);
        (0..self.entries.len())
            .filter(|&n| {
                let rule = self.entries[n].rule;
                (rule.says.is_empty() || rule.says.iter().any(|p| question.words.find(p).is_some()))
                    && self.applies(n, &hits, question)
            })
            .map(|n| self.entries[n].rule)
            .collect()
    }

    /// The phrases of the table that occur in the words.
    #[must_use]
    pub fn look(&self, words: &Words) -> Hits {
        let bytes = words.as_str().as_bytes();
        let mut hits = Hits::default();
        let mut seen = |p: u32, at: usize| {
            if let Some(span) = words.phrase_at(&self.phrases[p as usize], at)
                && !hits.found.iter().any(|(h, _)| *h == p)
            {
                hits.found.push((p, span));
            }
        };
        for at in 0..bytes.len().saturating_sub(2) {
            if !words.begins_word(at) {
                continue;
            }
            for key in PREFIXES.iter().filter_map(|len| key(&bytes[at..], *len)) {
                let Some(&(from, to)) = self.keys.get(&key) else { continue };
                self.by_key[from as usize..to as usize].iter().for_each(|p| seen(*p, at));
            }
        }
        if words.is_damaged() {
            // A lost letter among the first ones hides a phrase from the index. A text that lost them all says nothing.
            let lost = |at: &usize| memchr::memchr(b'?', &bytes[*at..bytes.len().min(at + PREFIXES[0])]).is_some();
            let places = (0..bytes.len()).filter(|at| words.begins_word(*at) && bytes[*at] != b'?').filter(lost);
            for at in places.take(MOST_DAMAGE) {
                (0..self.phrases.len() as u32).for_each(|p| seen(p, at));
            }
        }
        hits
    }

    fn applies(&self, n: usize, hits: &Hits, q: &Question<'_>) -> bool {
        let rule = self.entries[n].rule;
        let found = |p: &u32| hits.found.iter().any(|(h, _)| h == p);
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
