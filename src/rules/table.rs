//! Asks the rules: an index over phrases, the conditions of each rule, the first in order wins.

use std::sync::OnceLock;

use regex::Regex;

use crate::names::code::{CodeMask, Status};
use crate::names::host::{in_domain, parse_ip};
use crate::names::terms::{Side, Stage};
use crate::rules::data;
use crate::rules::index::Index;
use crate::rules::phrase::{Beginnings, Span, Words};
use crate::rules::rule::{Authority, Family, Rule};
use crate::text;

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

/// The rules in the order asked.
///
/// One answer is found by going through the rules; for many, [`Table::indexed`] builds an index over their phrases,
/// which costs more than some hundred answers without it.
pub struct Table {
    entries: Vec<Entry>,
    index: OnceLock<Index>,
    indexed: bool,
    patterns: Vec<OnceLock<Option<Regex>>>,
}

/// What is known of some words: which phrases of the table occur in them.
#[derive(Clone, Debug)]
pub struct Hits {
    /// How the words begin.
    beginnings: Beginnings,
    /// Number of each phrase found by the index, and its first place; without the index they are looked for one by one.
    found: Option<Vec<(u32, Span)>>,
}

impl Default for Table {
    fn default() -> Self {
        Self::new(&[])
    }
}

impl Table {
    /// The built-in rules, with `mine` asked before them.
    #[must_use]
    pub fn new(mine: &[&'static Rule]) -> Self {
        let own = mine.iter().map(|rule| Entry { rule, authority: Authority::Provider });
        let built_in = data::families()
            .flat_map(|f: &'static Family| f.rules.iter().map(|rule| Entry { rule, authority: f.authority }));
        let mut entries: Vec<Entry> = own.chain(built_in).collect();
        // The rank of evidence comes before the order of the families; within a rank the order stays.
        entries.sort_by_key(|e| e.authority);
        let patterns = entries.iter().map(|_| OnceLock::new()).collect();
        Table { entries, index: OnceLock::new(), indexed: false, patterns }
    }

    /// The same table, answering through its index, for many answers.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        self.indexed = true;
        self
    }

    /// Builds the index, which the first answer would have to wait for.
    pub fn prepare(&self) {
        self.index();
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.entries.iter().map(|e| e.rule)))
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
        let speaker = speaker(question);
        let ask = |n: usize, span: Option<Span>| {
            let entry = self.entries[n];
            (wanted(entry.rule, entry.authority) && self.applies(n, hits, question, speaker)).then_some(Hit {
                rule: entry.rule,
                authority: entry.authority,
                span,
            })
        };
        match &hits.found {
            Some(found) => {
                let index = self.index();
                let mut spoken = index.rules_saying(found).peekable();
                let held = CodeMask::held(question.reply, question.status);
                let wordless = index.wordless.iter().filter(|(_, codes)| codes.may_fit(held));
                let mut wordless = wordless.map(|(n, _)| *n).peekable();
                // Both lists ascend: whoever stands first in the table is asked first.
                loop {
                    let (n, span) = match (spoken.peek(), wordless.peek()) {
                        (Some((r, _)), Some(w)) if r > w => (wordless.next()?, None),
                        (Some(_), _) => spoken.next().map(|(r, place)| (r, Some(found[place as usize].1)))?,
                        (None, _) => (wordless.next()?, None),
                    };
                    if let Some(hit) = ask(n as usize, span) {
                        return Some(hit);
                    }
                }
            }
            None => self.entries.iter().enumerate().find_map(|(n, entry)| {
                let rule = entry.rule;
                if rule.says.is_empty() {
                    return ask(n, None);
                }
                let spans = rule.says.iter().filter_map(|p| find(p, question.words, &hits.beginnings));
                ask(n, Some(spans.min_by_key(|s| (s.start, std::cmp::Reverse(s.end)))?))
            }),
        }
    }

    /// What a status code says by itself, when it says something.
    #[must_use]
    pub fn meaning_of(&self, status: Status) -> Option<&'static Rule> {
        // A rule with further conditions speaks of a situation, not of the code.
        let bare = |r: &Rule| r.says.is_empty() && r.stage.is_empty() && r.side.is_none() && r.by.is_empty();
        let means = |e: &Entry| {
            e.authority == Authority::Code && bare(e.rule) && e.rule.codes.iter().any(|c| c.fits(None, Some(status)))
        };
        let entry = if self.indexed {
            let held = CodeMask::held(None, Some(status));
            let may_fit = self.index().wordless.iter().filter(|(_, codes)| codes.may_fit(held));
            may_fit.map(|(n, _)| &self.entries[*n as usize]).find(|e| means(e))
        } else {
            self.entries.iter().find(|e| means(e))
        };
        entry.map(|e| e.rule)
    }

    /// Every rule that applies, in order; for tests and for `explain`.
    #[must_use]
    pub fn find_all(&self, question: &Question<'_>) -> Vec<&'static Rule> {
        let hits = self.look(question.words);
        (0..self.entries.len())
            .filter(|&n| {
                let rule = self.entries[n].rule;
                (rule.says.is_empty() || rule.says.iter().any(|p| question.words.find(p).is_some()))
                    && self.applies(n, &hits, question, speaker(question))
            })
            .map(|n| self.entries[n].rule)
            .collect()
    }

    /// Which phrases of the table occur in the words.
    #[must_use]
    pub fn look(&self, words: &Words) -> Hits {
        // Lost letters may stand among the first ones; only the index has all phrases at hand.
        let beginnings = Beginnings::of(words);
        let found = (self.indexed || words.is_damaged()).then(|| self.index().look(words, &beginnings));
        Hits { beginnings, found }
    }

    fn applies(&self, n: usize, hits: &Hits, q: &Question<'_>, speaker: Option<&str>) -> bool {
        let rule = self.entries[n].rule;
        let any = |phrases: &'static [&'static str], numbers: &dyn Fn(&Index) -> &[u32]| match &hits.found {
            Some(found) => {
                !phrases.is_empty() && numbers(self.index()).iter().any(|p| found.iter().any(|(h, _)| h == p))
            }
            None => phrases.iter().any(|p| find(p, q.words, &hits.beginnings).is_some()),
        };
        (rule.codes.is_empty() || rule.codes.iter().any(|c| c.fits(q.reply, q.status)))
            && (rule.by.is_empty() || said_by(rule.by, speaker, q.words, &hits.beginnings))
            && (rule.stage.is_empty() || q.stage.is_some_and(|s| rule.stage.contains(&s)))
            && (rule.side.is_none() || rule.side == q.side)
            && (!rule.missing_host || q.domain.is_some_and(|d| misses_another(q.words.as_str(), d)))
            && (rule.and.is_empty() || any(rule.and, &|i| &i.and[n]))
            && !any(rule.not, &|i| &i.not[n])
            && rule.like.is_none_or(|like| self.pattern(n, like).is_some_and(|re| re.is_match(q.words.as_str())))
    }

    fn pattern(&self, n: usize, like: &str) -> Option<&Regex> {
        self.patterns[n].get_or_init(|| Regex::new(like).ok()).as_ref()
    }
}

/// Looks for a phrase where a word begins like it.
fn find(phrase: &'static str, words: &Words, beginnings: &Beginnings) -> Option<Span> {
    beginnings.may_hold(phrase).then(|| words.find_at(phrase, beginnings.places())).flatten()
}

/// Do the words say that a name does not exist which is not this domain? Postfix writes `name=mx.example.com`, Sendmail
/// `Name server: mx.example.com:`.
fn misses_another(words: &str, domain: &str) -> bool {
    ["service error for name=", "name server: "].iter().any(|mark| {
        text::find(words, mark).is_some_and(|at| {
            let name = words[at + mark.len()..].split([' ', ':', ';', ',']).next().unwrap_or("").trim_end_matches('.');
            // `<user@example.com>... Host unknown (Name server: example.com: ...)`: the name is the address's own domain.
            let of_an_address = format!("@{name}");
            name.contains('.') && !name.eq_ignore_ascii_case(domain) && !words.contains(&of_an_address)
        })
    })
}

/// The name of whoever refused.
fn speaker<'a>(q: &Question<'a>) -> Option<&'a str> {
    let host = q.host.filter(|h| parse_ip(h).is_none()).or(q.domain);
    host.map(|h| h.trim_end_matches('.'))
}

fn said_by(domains: &[&str], speaker: Option<&str>, words: &Words, beginnings: &Beginnings) -> bool {
    domains.iter().any(|d| {
        speaker.is_some_and(|host| in_domain(host, d)) || beginnings.may_hold(d) && names_domain(words.as_str(), d)
    })
}

/// Do the words name the domain (as a host, an address or a link)?
fn names_domain(words: &str, domain: &str) -> bool {
    let words = words.as_bytes();
    let mut from = 0;
    while let Some(at) = words.get(from..).and_then(|w| text::find_bytes(w, domain.as_bytes())).map(|at| from + at) {
        from = at + domain.len().max(1);
        let before = at.checked_sub(1).map(|p| words[p]);
        let after = words.get(at + domain.len());
        // The domain of an address says whom the words are about, not who says them.
        if !before.is_some_and(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'@')
            && !after.is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'-')
        {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The index is a faster way to the same answer.
    #[test]
    fn with_and_without_index_the_answers_are_the_same() {
        let (plain, indexed) = (Table::default(), Table::default().indexed());
        for rule in data::all() {
            for example in rule.examples {
                let a = crate::explain::winner(&plain, example).map(|h| (h.rule.id, h.span));
                let b = crate::explain::winner(&indexed, example).map(|h| (h.rule.id, h.span));
                assert_eq!(a, b, "{}", example.says);
            }
        }
    }

    #[test]
    fn domains() {
        assert!(in_domain("mx1.example.com", "example.com"));
        assert!(in_domain("EXAMPLE.com", "example.com"));
        assert!(!in_domain("badexample.com", "example.com"));
        assert!(names_domain("see https://www.example.com/why", "example.com"));
        assert!(!names_domain("<x@example.com> unknown", "example.com"));
        assert!(!names_domain("notexample.com", "example.com"));
    }
}
