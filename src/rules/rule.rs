//! One entry of the rule table: what a server says, what it means, who fixes it and how.
//!
//! A rule is plain data. It applies when all of its conditions hold; an empty condition always holds.
//! Among the rules that apply, the one that stands first in the table wins (see [`crate::rules`] for the order).

use crate::names::code::Code;
use crate::names::terms::{Cause, Owner, Permanence, Side, Stage};

/// One entry of the table. Write it as `Rule { id: "…", cause: …, …, ..RULE }`.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Kebab-case, unique, and for ever: scripts refer to it.
    pub id: &'static str,
    /// What the rule concludes.
    pub cause: Cause,
    /// Who has to act, where that is not [`Cause::default_owner`].
    pub owner: Option<Owner>,
    /// Will it pass later, where neither the cause nor the class of the code tells.
    pub permanence: Option<Permanence>,

    /// Phrases, of which one must occur in the server's words. See [`crate::rules::phrase`] for how they are
    /// written: lower case, no accents, ` * ` for anything in between.
    pub says: &'static [&'static str],
    /// If not empty, one of these must occur as well.
    pub and: &'static [&'static str],
    /// None of these may occur.
    pub not: &'static [&'static str],
    /// For the few cases that phrases cannot express: a regular expression that must match the same
    /// normalised (lower-case) words. Give it a phrase too, so that it is seldom tried.
    pub like: Option<&'static str>,
    /// If not empty, one of these must fit the reply and status code.
    pub codes: &'static [Code],
    /// If not empty, the refusing server must be one of these hosts or lie in one of these domains
    /// (`outlook.com`), or the words must name one of them.
    pub by: &'static [&'static str],
    /// If not empty, the refusal must have come at one of these stages.
    pub stage: &'static [Stage],
    /// If set, the refusing server must be known to stand on this side.
    pub side: Option<Side>,
    /// If set, the name that the words say does not exist must be another one than the recipient's domain: that of
    /// its mail host.
    pub missing_host: bool,

    /// Name of the block list that the rule is about, for `{list}`.
    pub list: Option<&'static str>,
    /// One sentence: what happened. Empty: the sentence of the cause. Placeholders: see [`crate::words`].
    pub summary: &'static str,
    /// Steps for the owner, imperative, in the order to try them. Empty: the steps of the cause.
    pub steps: &'static [&'static str],
    /// Pages that help with exactly this; placeholders allowed.
    pub links: &'static [&'static str],
    /// Responses that this rule must win against the whole table. They are its tests.
    pub examples: &'static [Example],
    /// Where the fact stands: a page, an RFC section, a server's source file.
    pub source: &'static str,
}

/// A response that a rule must win, and where it is heard.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The words, codes included, as a server writes them.
    pub says: &'static str,
    /// The server that says them, or empty.
    pub by: &'static str,
    /// When it says them.
    pub stage: Option<Stage>,
    /// On which side it stands.
    pub side: Option<Side>,
    /// The recipient's domain, or empty.
    pub to: &'static str,
}

/// An example that needs only the words.
#[must_use]
pub const fn ex(says: &'static str) -> Example {
    Example { says, by: "", stage: None, side: None, to: "" }
}

/// An example with the host that says it.
#[must_use]
pub const fn ex_by(says: &'static str, by: &'static str) -> Example {
    Example { says, by, stage: None, side: None, to: "" }
}

/// An example with host and stage.
#[must_use]
pub const fn ex_at(says: &'static str, by: &'static str, stage: Stage) -> Example {
    Example { says, by, stage: Some(stage), side: None, to: "" }
}

/// An example with the side on which the host stands.
#[must_use]
pub const fn ex_side(says: &'static str, by: &'static str, side: Side) -> Example {
    Example { says, by, stage: None, side: Some(side), to: "" }
}

/// An example with the recipient's domain.
#[must_use]
pub const fn ex_to(says: &'static str, to: &'static str) -> Example {
    Example { says, by: "", stage: None, side: None, to }
}

/// The empty rule that entries are completed from.
pub const RULE: Rule = Rule {
    id: "",
    cause: Cause::Unknown,
    owner: None,
    permanence: None,
    says: &[],
    and: &[],
    not: &[],
    like: None,
    codes: &[],
    by: &[],
    stage: &[],
    side: None,
    missing_host: false,
    list: None,
    summary: "",
    steps: &[],
    links: &[],
    examples: &[],
    source: "",
};

/// How much a rule of a family weighs: the contract's rank of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Authority {
    /// A provider's own code or wording.
    Provider,
    /// A phrase that means the same wherever it is said.
    Phrase,
    /// A code that means something by itself, such as 5.1.1.
    Code,
    /// A phrase that says little, such as "blocked".
    WeakPhrase,
    /// A code that says nothing but its class, such as 5.0.0 or 550.
    Class,
}

impl Authority {
    /// The word for it in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Authority::Provider => "provider",
            Authority::Phrase => "phrase",
            Authority::Code => "code",
            Authority::WeakPhrase => "weak-phrase",
            Authority::Class => "class",
        }
    }
}

/// Rules that belong together, in the order in which they are asked.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// Name of the provider or subject, for listings.
    pub name: &'static str,
    /// How much its rules weigh.
    pub authority: Authority,
    /// The rules.
    pub rules: &'static [Rule],
}
