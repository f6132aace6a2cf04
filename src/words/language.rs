//! The language of the texts.

/// A language in which there are texts: a folder beside this file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// English.
    #[default]
    En,
}
