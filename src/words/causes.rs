//! The words for every cause: what it means, what the owner of the fix does, and a text to send on to whoever can fix it
//! when the reader cannot. They stand in `causes.toml`; the build checks their form.

use super::language::Language;
use super::texts;
use crate::names::terms::{Cause, Owner};

/// The words for one cause.
#[derive(Clone, Copy, Debug)]
pub struct CauseText {
    /// Which cause.
    pub cause: Cause,
    /// Two to five words, as for a heading.
    pub title: &'static str,
    /// The title as it stands inside a sentence: "DNS" keeps its capitals.
    pub in_text: &'static str,
    /// One sentence: what happened. Placeholders allowed.
    pub summary: &'static str,
    /// What it means and why it happens, for `whybounce explain`.
    pub meaning: &'static str,
    /// A short text for the sender to send on to the one who can fix it; empty when the sender is the owner
    /// or when nobody has to do anything. What stands in square brackets is left out where a name in it is not known.
    /// Whoever shows it should add the server's reply below it, word for word.
    pub letter: &'static str,
    /// Pages that stay.
    pub links: &'static [&'static str],
    /// Steps in the order to try them, for each owner that is plausible; the default owner stands first.
    pub steps: &'static [(Owner, &'static [&'static str])],
}

impl CauseText {
    /// The steps for this owner, or `None` when the cause has none for them.
    #[must_use]
    pub fn steps_of(&self, owner: Owner) -> Option<&'static [&'static str]> {
        self.steps.iter().find(|(o, _)| *o == owner).map(|(_, steps)| *steps)
    }

    /// The steps for this owner, or those for the default owner.
    #[must_use]
    pub fn steps_for(&self, owner: Owner) -> &'static [&'static str] {
        self.steps_of(owner).or_else(|| self.steps_of(self.cause.default_owner())).unwrap_or(&[])
    }
}

/// The words for this cause.
#[must_use]
pub fn text(language: Language, cause: Cause) -> &'static CauseText {
    // The build writes every cause in the order of the declaration; a test says so.
    &texts::causes(language)[cause as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_is_there_in_order_and_has_steps_for_everybody() {
        for cause in Cause::ALL {
            let text = text(Language::En, *cause);
            assert_eq!(text.cause, *cause);
            for owner in Owner::ALL {
                assert!(!text.steps_for(*owner).is_empty(), "{cause} {owner}");
            }
        }
    }
}
