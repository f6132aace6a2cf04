//! Playbooks: what to do about one subject, for each party, and when which is the right one.
//!
//! They stand in `LANGUAGE/playbooks/*.toml`, one subject a file. A playbook is chosen by the evidence: the cause, the
//! server, its words and codes, stage and side. Of those that hold, the one whose condition says most about the case wins.

use std::cell::OnceCell;

use super::language::Language;
use super::names::Names;
use super::texts;
use crate::evidence::Evidence;
use crate::names::address;
use crate::names::code::Code;
use crate::names::host::in_domain;
use crate::names::terms::{Action, Audience, Cause, Form, Owner, RejectedBy, Side, Speaker, Stage};
use crate::rules::phrase::Words;
use crate::text;
use crate::verdict::Verdict;

/// One subject in full.
#[derive(Debug)]
pub struct Playbook {
    /// Kebab-case: the name of its file.
    pub id: &'static str,
    /// A title.
    pub subject: &'static str,
    /// One of these must hold.
    pub when: &'static [Condition],
    /// For all parties, in the order to try them.
    pub steps: &'static [Step],
}

/// What must hold: every list that is not empty has to have one that fits.
#[derive(Clone, Copy, Debug)]
pub struct Condition {
    /// The cause of the verdict.
    pub cause: &'static [Cause],
    /// Who can make the problem go away.
    pub owner: &'static [Owner],
    /// Codes of the response.
    pub code: &'static [Code],
    /// Phrases in the words of the response or of the report, written as in rules.
    pub says: &'static [&'static str],
    /// Phrases of which none may stand there.
    pub unless: &'static [&'static str],
    /// Hosts or domains: the server that refused, or one that its words name, or the recipient's domain.
    pub by: &'static [&'static str],
    /// When it refused.
    pub stage: &'static [Stage],
    /// On which side it stands.
    pub side: &'static [Side],
    /// Whose words these are.
    pub speaker: &'static [Speaker],
    /// What the input was.
    pub form: &'static [Form],
    /// Who seems to be reading.
    pub reader: &'static [Audience],
    /// What happened.
    pub action: &'static [Action],
    /// What wrote the report.
    pub software: &'static [&'static str],
    /// Ids of rules, or their beginning with a `*` behind it.
    pub rule: &'static [&'static str],
    /// Names that must be known.
    pub knows: &'static [&'static str],
}

impl Condition {
    /// Asks nothing.
    pub(crate) const ALWAYS: Self = Self {
        cause: &[],
        owner: &[],
        code: &[],
        says: &[],
        unless: &[],
        by: &[],
        stage: &[],
        side: &[],
        speaker: &[],
        form: &[],
        reader: &[],
        action: &[],
        software: &[],
        rule: &[],
        knows: &[],
    };

    /// Does it ask for the cause alone?
    fn asks_only_for_the_cause(&self) -> bool {
        Self { cause: &[], ..*self }.asks_nothing()
    }

    /// Does it hold whatever the case is?
    pub(crate) fn asks_nothing(&self) -> bool {
        let Self {
            cause,
            owner,
            code,
            says,
            unless,
            by,
            stage,
            side,
            speaker,
            form,
            reader,
            action,
            software,
            rule,
            knows,
        } = self;
        cause.is_empty()
            && owner.is_empty()
            && code.is_empty()
            && [says, unless, by, software, rule, knows].iter().all(|texts| texts.is_empty())
            && (stage.is_empty() && side.is_empty() && speaker.is_empty() && form.is_empty())
            && (reader.is_empty() && action.is_empty())
    }

    /// How much it says about a case that it holds for; `None` where it does not hold.
    fn weight(&self, case: &Case<'_>) -> Option<u8> {
        fn fits<T>(list: &[T], weight: u8, holds: impl FnMut(&T) -> bool) -> Option<u8> {
            if list.is_empty() {
                return Some(0);
            }
            list.iter().any(holds).then_some(weight)
        }
        let Case { evidence, verdict, names, .. } = case;
        let weight = fits(self.cause, 1, |c| *c == verdict.cause)?
            + fits(self.owner, 2, |o| *o == verdict.owner)?
            + fits(self.stage, 2, |s| evidence.stage == Some(*s))?
            + fits(self.side, 2, |s| evidence.side == Some(*s))?
            + fits(self.speaker, 2, |s| evidence.speaker == Some(*s))?
            + fits(self.form, 2, |f| case.form == *f)?
            + fits(self.reader, 2, |r| case.reader == *r)?
            + fits(self.action, 2, |a| evidence.action == Some(*a))?
            + fits(self.software, 2, |s| case.software == Some(*s))?
            + fits(self.code, 5, |c| c.fits(evidence.reply_code, evidence.status))?
            + fits(self.rule, 8, |r| case.is_rule(r))?
            + fits(self.by, 4, |h| case.is_by(h))?
            + fits(self.knows, 2, |n| names.get(n).is_some())?
            + fits(self.says, 6, |p| case.says(p))?;
        (!self.unless.iter().any(|p| case.says(p))).then_some(weight)
    }
}

/// One thing to do.
#[derive(Debug)]
pub struct Step {
    /// Whom it is for.
    pub who: Owner,
    /// What it is about: kebab-case.
    pub does: &'static str,
    /// The sentence; the first form whose names are all known is taken. The last has none.
    pub forms: &'static [&'static str],
    /// What can be copied: commands or records, a line each; or empty.
    pub run: &'static str,
    /// The software that it is for; empty: any.
    pub run_for: &'static [&'static str],
    /// How to see that it worked; or empty.
    pub verify: &'static str,
    /// A page; or empty.
    pub link: &'static str,
    /// It is shown only where this holds.
    pub only_if: Condition,
    /// It is shown only with the whole playbook.
    pub more: bool,
}

impl Step {
    /// Do its commands fit the software that wrote the report?
    pub(crate) fn is_for(&self, software: Option<&str>) -> bool {
        self.run_for.is_empty() || software.is_some_and(|s| self.run_for.contains(&s))
    }

    /// Has what it is about this word in it?
    pub(crate) fn is_about(&self, word: &str) -> bool {
        self.does.split('-').any(|w| w == word)
    }
}

/// The case that advice is looked for.
pub(crate) struct Case<'a> {
    /// What is known.
    pub evidence: &'a Evidence,
    /// What it comes to.
    pub verdict: &'a Verdict<'a>,
    /// The names in it.
    pub names: &'a Names<'a>,
    /// What the input was.
    pub form: Form,
    /// Who seems to be reading.
    pub reader: Audience,
    /// What wrote the report.
    pub software: Option<&'a str>,
    words: OnceCell<Words>,
}

impl<'a> Case<'a> {
    /// A case about which nothing was asked yet.
    pub(crate) fn new(
        evidence: &'a Evidence,
        verdict: &'a Verdict<'a>,
        names: &'a Names<'a>,
        form: Form,
        reader: Audience,
        software: Option<&'a str>,
    ) -> Self {
        Self { evidence, verdict, names, form, reader, software, words: OnceCell::new() }
    }

    /// Does a phrase stand in what was said?
    fn says(&self, phrase: &str) -> bool {
        let words = self.words.get_or_init(|| {
            let Evidence { response, explanation, other, .. } = self.evidence;
            let all = response.iter().chain(explanation).chain(other);
            Words::new(&all.map(String::as_str).collect::<Vec<_>>().join(" \u{b7} "))
        });
        // Nearly always the first piece is not there at all, and that is quickly seen.
        let piece = phrase.split(" * ").next().unwrap_or(phrase).trim_end();
        text::contains(words.as_str(), piece) && words.find(phrase).is_some()
    }

    fn is_rule(&self, wanted: &str) -> bool {
        let Some(rule) = self.verdict.rule else { return false };
        match wanted.strip_suffix('*') {
            Some(beginning) => rule.id.starts_with(beginning),
            None => rule.id == wanted,
        }
    }

    fn is_by(&self, wanted: &str) -> bool {
        let Evidence { remote_server, generating_server, rejected_by, response, address, .. } = self.evidence;
        let itself = generating_server.as_deref().filter(|_| *rejected_by == Some(RejectedBy::GeneratingServer));
        let domain = address.as_deref().and_then(address::domain_of);
        let hosts = [remote_server.as_deref(), itself, domain.as_deref()];
        hosts.into_iter().flatten().any(|host| in_domain(host, wanted))
            || response.as_deref().is_some_and(|said| text::contains(&said.to_ascii_lowercase(), wanted))
    }
}

/// The playbooks of a case, the best first: of those that it leaves open what to do, the next ones say.
pub(crate) fn choose(language: Language, case: &Case<'_>) -> Vec<(&'static Playbook, u8)> {
    let mut held: Vec<(&'static Playbook, u8)> = texts::playbooks(language)
        .iter()
        .filter(|p| p.when.iter().any(|w| w.cause.contains(&case.verdict.cause)))
        .filter_map(|p| Some((p, p.when.iter().filter_map(|w| w.weight(case)).max()?)))
        .collect();
    held.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    held
}

/// The playbook that goes by this id.
pub(crate) fn by_id(language: Language, id: &str) -> Option<&'static Playbook> {
    texts::playbooks(language).iter().find(|p| p.id == id)
}

/// The playbooks for a cause: the general one, then those for special cases.
pub(crate) fn about(language: Language, cause: Cause) -> Vec<&'static Playbook> {
    let general = general(language, cause);
    let is_about = |p: &&Playbook| p.id != general.id && p.when.iter().any(|w| w.cause.contains(&cause));
    std::iter::once(general).chain(texts::playbooks(language).iter().filter(is_about)).collect()
}

/// What is said about a cause whatever else holds.
pub(crate) fn general(language: Language, cause: Cause) -> &'static Playbook {
    let alone = |w: &Condition| w.cause.contains(&cause) && w.asks_only_for_the_cause();
    // The build sees to it that each cause has one.
    let playbooks = texts::playbooks(language);
    playbooks.iter().find(|p| p.when.iter().any(alone)).unwrap_or(&playbooks[0])
}

impl Playbook {
    /// The steps for a party that need no evidence.
    pub(crate) fn plain_steps(&self, who: Owner) -> impl Iterator<Item = &'static Step> {
        self.steps.iter().filter(move |s| s.who == who && !s.more && s.only_if.asks_nothing())
    }

    /// Whom it has such steps for: the owner of the cause first.
    pub(crate) fn parties(&self, cause: Cause) -> Vec<Owner> {
        let mut all: Vec<Owner> = [cause.default_owner()].iter().chain(Owner::ALL).copied().collect();
        all.dedup();
        let mut parties: Vec<Owner> = Vec::new();
        for owner in all {
            if !parties.contains(&owner) && self.plain_steps(owner).next().is_some() {
                parties.push(owner);
            }
        }
        parties
    }
}

/// The sentences for one who has to act, without a message: for the sender where nobody has to.
pub(crate) fn plain_sentences(language: Language, cause: Cause, owner: Owner) -> Vec<&'static str> {
    let steps = general(language, cause).plain_steps(owner.acting(Owner::Sender));
    steps.filter_map(|s| s.forms.last().copied()).collect()
}

/// The steps of a playbook for one party that hold for the case.
pub(crate) fn steps<'p>(
    playbook: &'static Playbook,
    party: Owner,
    case: &'p Case<'_>,
) -> impl Iterator<Item = &'static Step> + 'p {
    playbook.steps.iter().filter(move |s| s.who == party && s.only_if.weight(case).is_some())
}
