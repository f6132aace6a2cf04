//! Asks the rules: an index over phrases, the conditions of each rule, the rules that apply in their order. Which of them
//! wins is for [`crate::rules::weigh`] to say.
//!
//! The order: first by the rank of the evidence ([`Authority`]), then by the order of the files, then by the order in a
//! file. It stands in `src/rules/data/order.toml`. Somebody's own rules come before the program's.

use std::cell::OnceCell;
use std::ops::{ControlFlow, Deref};
use std::sync::OnceLock;

use regex::Regex;

use crate::evidence::provenance::Mine;
use crate::names::code::{CodeMask, Status};
use crate::names::host::{in_domain, parse_ip};
use crate::names::terms::{Audience, Side, Speaker, Stage};
use crate::rules::built_in;
use crate::rules::index::Index;
use crate::rules::own::RuleSet;
use crate::rules::phrase::{Beginnings, Span, Words};
use crate::rules::rule::{Authority, Family, Rule, Text};
use crate::text;

/// What is known when a rule is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Question<'a> {
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
    /// Whose words these are.
    pub speaker: Option<Speaker>,
}

/// A rule that won.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit<'t> {
    /// The rule.
    pub rule: &'t Rule,
    /// How much it weighs.
    pub authority: Authority,
    /// Where its phrase stands in the normalised words; `None` when codes alone decided.
    pub span: Option<Span>,
    /// Its place in the order of the table.
    pub number: u32,
    /// The file that the rule stands in; empty for a rule of one's own.
    file: &'static str,
}

impl Hit<'_> {
    /// Is it a rule of one's own?
    pub(crate) fn is_own(&self) -> bool {
        self.file.is_empty()
    }

    /// Is it a wording that no system has for itself?
    pub(crate) fn is_general(&self) -> bool {
        self.file.starts_with("phrase/") || self.file.starts_with("language/")
    }
}

/// A rule in the table.
enum Held {
    BuiltIn(&'static Rule),
    Own(Box<Rule>),
}

impl Deref for Held {
    type Target = Rule;

    fn deref(&self) -> &Rule {
        match self {
            Held::BuiltIn(rule) => rule,
            Held::Own(rule) => rule,
        }
    }
}

struct Entry {
    rule: Held,
    authority: Authority,
    /// The file that it stands in; empty for a rule of one's own.
    file: &'static str,
}

/// The rules in the order asked.
///
/// ```
/// use whybounce::{RuleSet, Table, diagnose};
///
/// let house = br#"
/// [[rule]]
/// id = "house-rule"
/// cause = "policy-rejection"
/// says = ["house rule seven"]
/// "#;
/// let table = Table::with(RuleSet::read("house.toml", house).unwrap()).indexed();
/// let diagnosis = diagnose(b"550 5.7.1 <bob@example.com>: House rule seven", &table);
/// assert_eq!(diagnosis.recipients[0].rule.as_deref(), Some("house-rule"));
/// ```
///
/// One answer is found by going through the rules; for many, [`Table::indexed`] builds an index over their phrases,
/// which costs more than some hundred answers without it.
pub struct Table {
    entries: Vec<Entry>,
    index: OnceLock<Index>,
    indexed: bool,
    patterns: Vec<OnceLock<Option<Regex>>>,
    reader: Option<Audience>,
    mine: Mine,
}

/// What is known of some words: which phrases of the table occur in them.
#[derive(Clone, Debug)]
pub(crate) struct Hits {
    /// How the words begin.
    beginnings: Beginnings,
    /// What the index found; without the index phrases are looked for one by one.
    found: Option<Vec<Found>>,
    /// The words without the names of the report at hand, and how they begin.
    nameless: OnceCell<Option<(Words, Beginnings)>>,
}

/// A phrase that occurs in the words.
#[derive(Clone, Copy, Debug)]
struct Found {
    /// Its number in the index.
    phrase: u32,
    /// Its first place.
    span: Span,
    /// Its first place where it is no part of a name of the report at hand: what counts for rules that do not know who
    /// speaks.
    plain: Option<Span>,
}

impl Found {
    /// The place that counts for a rule.
    fn span_for(&self, rule: &Rule) -> Option<Span> {
        if sees_names(rule) { Some(self.span) } else { self.plain }
    }
}

/// A rule for one speaker knows the names in its words; for others names are no words.
fn sees_names(rule: &Rule) -> bool {
    !rule.by.is_empty()
}

/// Is the phrase a name itself, such as `zen.spamhaus.org`?
fn is_name(phrase: &str) -> bool {
    let letter = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = phrase.as_bytes();
    memchr::memchr_iter(b'.', bytes).any(|dot| dot > 0 && letter(bytes.get(dot - 1)) && letter(bytes.get(dot + 1)))
}

impl Hits {
    fn nameless(&self, words: &Words) -> Option<&(Words, Beginnings)> {
        let of = |words: Words| {
            let beginnings = Beginnings::of(&words);
            (words, beginnings)
        };
        self.nameless.get_or_init(|| words.nameless().map(of)).as_ref()
    }

    /// Where a phrase stands outside of names, when its first place is known.
    fn plain(&self, phrase: &str, words: &Words, span: Span) -> Option<Span> {
        if !words.names_in(span) || is_name(phrase) {
            return Some(span);
        }
        let (words, beginnings) = self.nameless(words)?;
        find(phrase, words, beginnings)
    }

    /// The words without names.
    pub(crate) fn without_names<'w>(&'w self, words: &'w Words) -> &'w Words {
        self.nameless(words).map_or(words, |(words, _)| words)
    }

    /// The words as a rule sees them.
    fn seen_by<'w>(&'w self, rule: &Rule, words: &'w Words) -> &'w str {
        if sees_names(rule) { words.as_str() } else { self.without_names(words).as_str() }
    }

    /// Where a phrase stands, as far as it counts for a rule.
    fn find(&self, phrase: &str, words: &Words, rule: &Rule) -> Option<Span> {
        let span = find(phrase, words, &self.beginnings)?;
        if sees_names(rule) { Some(span) } else { self.plain(phrase, words, span) }
    }
}

impl Default for Table {
    /// The built-in rules.
    fn default() -> Self {
        Self::with(RuleSet::default())
    }
}

impl Table {
    /// The built-in rules, with these asked before them.
    #[must_use]
    pub fn with(own: RuleSet) -> Self {
        let own = own.into_rules().map(|rule| Entry {
            rule: Held::Own(Box::new(rule)),
            authority: Authority::Provider,
            file: "",
        });
        let built_in = |f: &'static Family| {
            let entry = |rule| Entry { rule: Held::BuiltIn(rule), authority: f.authority, file: f.file };
            f.rules.iter().map(entry)
        };
        let entries: Vec<Entry> = own.chain(built_in::FAMILIES.iter().flat_map(built_in)).collect();
        let patterns = entries.iter().map(|_| OnceLock::new()).collect();
        Table { entries, index: OnceLock::new(), indexed: false, patterns, reader: None, mine: Mine::default() }
    }

    /// The same table, answering through its index, for many answers.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        self.indexed = true;
        self
    }

    /// The same table for a reader who is known, whatever the form of the input suggests.
    #[must_use]
    pub fn for_reader(mut self, reader: Option<Audience>) -> Self {
        self.reader = reader;
        self
    }

    /// The same table for a reader who has said what is theirs.
    #[must_use]
    pub fn for_owner_of(mut self, mine: Mine) -> Self {
        self.mine = mine;
        self
    }

    /// What the reader has said is theirs.
    #[must_use]
    pub fn mine(&self) -> &Mine {
        &self.mine
    }

    /// The reader, where they are known.
    #[must_use]
    pub fn reader(&self) -> Option<Audience> {
        self.reader
    }

    /// Builds the index, which the first answer would have to wait for.
    pub fn prepare(&self) {
        self.index();
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.entries.iter().map(|e| &*e.rule)))
    }

    /// All rules in the order asked, with what each weighs.
    pub fn rules(&self) -> impl Iterator<Item = (&Rule, Authority)> {
        self.entries.iter().map(|e| (&*e.rule, e.authority))
    }

    /// Where a rule of this table stands: its place in the order asked, and its file, which is empty for a rule of one's
    /// own.
    pub(crate) fn place(&self, rule: &Rule) -> Option<(usize, &'static str)> {
        let place = self.entries.iter().position(|e| std::ptr::eq(&*e.rule, rule))?;
        Some((place, self.entries[place].file))
    }

    /// Shows the rules that apply among those that are wanted, in order, until it is told to stop.
    pub(crate) fn visit<'t>(
        &'t self,
        question: &Question<'_>,
        hits: &Hits,
        wanted: impl Fn(&Rule, Authority) -> bool,
        mut show: impl FnMut(Hit<'t>) -> ControlFlow<()>,
    ) {
        let speaker = speaking(question);
        let mut ask = |n: usize, span: Option<Span>| {
            let entry = &self.entries[n];
            if wanted(&entry.rule, entry.authority) && self.applies(n, hits, question, speaker) {
                show(Hit { rule: &entry.rule, authority: entry.authority, span, file: entry.file, number: n as u32 })
            } else {
                ControlFlow::Continue(())
            }
        };
        match &hits.found {
            Some(found) => {
                let index = self.index();
                let spoken = index.rules_saying(found.iter().map(|f| f.phrase));
                let span_for = |n: u32, place: u32| found[place as usize].span_for(&self.entries[n as usize].rule);
                let mut spoken = spoken.filter_map(|(n, place)| Some((n, span_for(n, place)?))).peekable();
                let held = CodeMask::held(question.reply, question.status);
                let wordless = index.wordless.iter().filter(|(_, codes)| codes.may_fit(held));
                let mut wordless = wordless.map(|(n, _)| *n).peekable();
                // Both lists ascend: whoever stands first in the table is asked first.
                let mut asked = None;
                loop {
                    let next = match (spoken.peek(), wordless.peek()) {
                        (Some((r, _)), Some(w)) if r > w => wordless.next().map(|n| (n, None)),
                        (Some(_), _) => spoken.next().map(|(n, span)| (n, Some(span))),
                        (None, _) => wordless.next().map(|n| (n, None)),
                    };
                    let Some((n, span)) = next else { return };
                    // A rule stands here once for each of its phrases; the first that counts is enough.
                    if asked.replace(n) != Some(n) && ask(n as usize, span).is_break() {
                        return;
                    }
                }
            }
            None => {
                for (n, entry) in self.entries.iter().enumerate() {
                    let rule = &*entry.rule;
                    let spans = rule.says.iter().filter_map(|p| hits.find(p, question.words, rule));
                    let span = spans.min_by_key(|s| (s.start, std::cmp::Reverse(s.end)));
                    if (rule.says.is_empty() || span.is_some()) && ask(n, span).is_break() {
                        return;
                    }
                }
            }
        }
    }

    /// The longest phrase of a rule that counts, and where it stands.
    pub(crate) fn longest<'t>(&'t self, hit: Hit<'t>, hits: &Hits, words: &Words) -> Option<(&'t str, Span)> {
        if let Some(found) = &hits.found {
            let index = self.index();
            let own = found.iter().filter(|f| index.says(hit.number, f.phrase));
            let said = own.filter_map(|f| Some((index.phrase(f.phrase), f.span_for(hit.rule)?)));
            return said.max_by_key(|(phrase, _)| phrase.len());
        }
        let said = hit.rule.says.iter().filter_map(|p| Some((&**p, hits.find(p, words, hit.rule)?)));
        said.max_by_key(|(phrase, _)| phrase.len())
    }

    /// What a status code says by itself, when it says something.
    #[must_use]
    pub(crate) fn meaning_of(&self, status: Status) -> Option<&Rule> {
        // A rule with further conditions speaks of a situation, not of the code.
        let bare = |r: &Rule| {
            r.says.is_empty() && r.stage.is_empty() && r.side.is_none() && r.speaker.is_none() && r.by.is_empty()
        };
        let means = |e: &Entry| {
            e.authority == Authority::Code && bare(&e.rule) && e.rule.codes.iter().any(|c| c.fits(None, Some(status)))
        };
        let entry = if self.indexed {
            let held = CodeMask::held(None, Some(status));
            let may_fit = self.index().wordless.iter().filter(|(_, codes)| codes.may_fit(held));
            may_fit.map(|(n, _)| &self.entries[*n as usize]).find(|e| means(e))
        } else {
            self.entries.iter().find(|e| means(e))
        };
        entry.map(|e| &*e.rule)
    }

    /// Which phrases of the table occur in the words.
    #[must_use]
    pub(crate) fn look(&self, words: &Words) -> Hits {
        // Lost letters may stand among the first ones; only the index has all phrases at hand.
        let beginnings = Beginnings::of(words);
        let spans = (self.indexed || words.is_damaged()).then(|| self.index().look(words, &beginnings));
        let mut hits = Hits { beginnings, found: None, nameless: OnceCell::new() };
        let found = |(phrase, span): (u32, Span)| Found {
            phrase,
            span,
            plain: hits.plain(self.index().phrase(phrase), words, span),
        };
        hits.found = spans.map(|spans| spans.into_iter().map(found).collect());
        hits
    }

    fn applies(&self, n: usize, hits: &Hits, q: &Question<'_>, speaker: Option<&str>) -> bool {
        let rule = &*self.entries[n].rule;
        let any = |phrases: &[Text], numbers: &dyn Fn(&Index) -> &[u32]| match &hits.found {
            Some(found) => {
                let holds = |p: &u32| found.iter().any(|f| f.phrase == *p && f.span_for(rule).is_some());
                !phrases.is_empty() && numbers(self.index()).iter().any(holds)
            }
            None => phrases.iter().any(|p| hits.find(p, q.words, rule).is_some()),
        };
        (rule.codes.is_empty() || rule.codes.iter().any(|c| c.fits(q.reply, q.status)))
            && (rule.by.is_empty() || said_by(&rule.by, speaker, q.words, &hits.beginnings))
            && (rule.stage.is_empty() || q.stage.is_some_and(|s| rule.stage.contains(&s)))
            && (rule.side.is_none() || rule.side == q.side)
            && (rule.speaker.is_none() || rule.speaker == q.speaker)
            && (!rule.missing_host || q.domain.is_some_and(|d| misses_another(q.words.as_str(), d)))
            && (rule.and.is_empty() || any(&rule.and, &|i| &i.and[n]))
            && !any(&rule.not, &|i| &i.not[n])
            && rule
                .like
                .as_deref()
                .is_none_or(|like| self.pattern(n, like).is_some_and(|re| re.is_match(hits.seen_by(rule, q.words))))
    }

    fn pattern(&self, n: usize, like: &str) -> Option<&Regex> {
        self.patterns[n].get_or_init(|| Regex::new(like).ok()).as_ref()
    }
}

/// Looks for a phrase where a word begins like it.
pub(super) fn find(phrase: &str, words: &Words, beginnings: &Beginnings) -> Option<Span> {
    beginnings.may_hold(phrase).then(|| words.find_at(phrase, beginnings.places())).flatten()
}

/// Do the words say that a name does not exist which is not this domain? Postfix writes `name=mx.example.com`, Sendmail
/// `Name server: mx.example.com:`.
pub(super) fn misses_another(words: &str, domain: &str) -> bool {
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
pub(super) fn speaking<'a>(q: &Question<'a>) -> Option<&'a str> {
    let host = q.host.filter(|h| parse_ip(h).is_none()).or(q.domain);
    host.map(|h| h.trim_end_matches('.'))
}

pub(super) fn said_by(domains: &[Text], speaker: Option<&str>, words: &Words, beginnings: &Beginnings) -> bool {
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
