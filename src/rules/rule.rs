//! One entry of the rule table: what a server says, what it means, who fixes it and how.
//!
//! A rule is plain data. It applies when all of its conditions hold; an empty condition always holds.
//! Among the rules that apply, the one that stands first in the table wins unless another clearly outweighs it (see
//! [`crate::rules::table`] for the order, [`crate::rules::weigh`] for the weights).

use std::borrow::Cow;

use crate::names::code::Code;
use crate::names::terms::{Cause, Owner, Permanence, Side, Speaker, Stage};

/// A text of a rule: of the program itself, or read from somebody's rule file.
pub type Text = Cow<'static, str>;

/// A list in a rule.
pub type List<T> = Cow<'static, [T]>;

/// One entry of the table.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Kebab-case, unique, and for ever: scripts refer to it.
    pub id: Text,
    /// What the rule concludes.
    pub cause: Cause,
    /// Who has to act, where that is not [`Cause::default_owner`].
    pub owner: Option<Owner>,
    /// Will it pass later, where neither the cause nor the class of the code tells.
    pub permanence: Option<Permanence>,

    /// Phrases, of which one must occur in the server's words. See `crate::rules::phrase` for how they are
    /// written: lower case, no accents, ` * ` for anything in between.
    pub says: List<Text>,
    /// If not empty, one of these must occur as well.
    pub and: List<Text>,
    /// None of these may occur.
    pub not: List<Text>,
    /// For the few cases that phrases cannot express: a regular expression that must match the same
    /// normalised (lower-case) words. Give it a phrase too, so that it is seldom tried.
    pub like: Option<Text>,
    /// If not empty, one of these must fit the reply and status code.
    pub codes: List<Code>,
    /// If not empty, the refusing server must be one of these hosts or lie in one of these domains
    /// (`outlook.com`), or the words must name one of them.
    pub by: List<Text>,
    /// If not empty, the refusal must have come at one of these stages.
    pub stage: List<Stage>,
    /// If set, the refusing server must be known to stand on this side.
    pub side: Option<Side>,
    /// If set, the words must be known to be this speaker's.
    pub speaker: Option<Speaker>,
    /// If set, the name that the words say does not exist must be another one than the recipient's domain: that of
    /// its mail host.
    pub missing_host: bool,

    /// Name of the block list that the rule is about, for `{list}`.
    pub list: Option<Text>,
    /// One sentence: what happened. Empty: the sentence of the cause. Placeholders: see `crate::words`.
    pub summary: Text,
    /// Steps for the owner, imperative, in the order to try them. Empty: the steps of the cause.
    pub steps: List<Text>,
    /// Pages that help with exactly this; placeholders allowed.
    pub links: List<Text>,
    /// Responses that this rule must win against the whole table. They are its tests.
    pub examples: List<Example>,
    /// Where the fact stands: a page, an RFC section, a server's source file.
    pub source: Text,
}

impl Rule {
    /// Who has to act.
    #[must_use]
    pub fn owner(&self) -> Owner {
        self.owner.unwrap_or_else(|| self.cause.default_owner())
    }
}

/// A response that a rule must win, and where it is heard.
#[derive(Clone, Debug)]
pub struct Example {
    /// The words, codes included, as a server writes them.
    pub says: Text,
    /// The server that says them, or empty.
    pub by: Text,
    /// When it says them.
    pub stage: Option<Stage>,
    /// On which side it stands.
    pub side: Option<Side>,
    /// Whose words these are.
    pub speaker: Option<Speaker>,
    /// The recipient's domain, or empty.
    pub to: Text,
}

/// How much a rule weighs: the rank of its evidence. What ranks higher is asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
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
    /// All of them, in the order asked.
    pub const ALL: &'static [Authority] =
        &[Authority::Provider, Authority::Phrase, Authority::Code, Authority::WeakPhrase, Authority::Class];

    /// The word for it in data files and in JSON.
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

/// The rules of one file, in the order in which they are asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Family {
    /// The file below `src/rules/data`.
    pub file: &'static str,
    /// How much its rules weigh.
    pub authority: Authority,
    /// The rules.
    pub rules: &'static [Rule],
}
