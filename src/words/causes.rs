//! The words for every cause: what it means, what the owner of the fix does, and a text to send on to whoever can fix it
//! when the reader cannot. They stand in `causes.toml`; the build checks their form.

use super::language::Language;
use super::texts;
use crate::names::terms::Cause;

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
    fn every_cause_is_there_in_order() {
        for cause in Cause::ALL {
            assert_eq!(text(Language::En, *cause).cause, *cause);
        }
    }
}
