//! What a collection of bounces comes to: problems, and the numbers around them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};

use crate::names::terms::{Cause, Kind, Owner};

/// By what bounces are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
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
#[non_exhaustive]
pub struct Problem {
    /// The cause of most of its bounces.
    pub cause: Cause,
    /// All causes that were met and how often, the most frequent first.
    pub causes: Vec<(Cause, usize)>,
    /// Who has to act.
    pub owner: Owner,
    /// The thing at fault, such as "192.0.2.1" or "example.com"; empty for a group of mailboxes.
    pub thing: String,
    /// How many bounces, duplicates left out.
    pub count: usize,
    /// `count`, or, where an entry puts together domains that have only the kind of trouble in common, the count of the
    /// largest.
    pub rank: usize,
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
    pub links: Vec<Cow<'static, str>>,
    /// Names of the block lists that were met.
    pub lists: Vec<String>,
    /// Organisations that refused, the one that refused most first.
    pub providers: Vec<String>,
}

impl Problem {
    /// Have several bounces one root? Single bounces have none in common, nor have domains with the same kind of trouble.
    #[must_use]
    pub fn has_root(&self) -> bool {
        self.count > 1 && self.rank == self.count
    }
}

/// What the collection came to.
#[derive(Debug)]
#[non_exhaustive]
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

pub(super) fn hash(parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        for byte in part.bytes() {
            hasher.write_u8(byte.to_ascii_lowercase());
        }
        hasher.write_u8(0xff);
    }
    hasher.finish()
}
