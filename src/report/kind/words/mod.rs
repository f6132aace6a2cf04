//! The words by which messages say what kind they are, lower case, by language.
//!
//! Word lists and nothing else; [`super::signs`] decides what they mean and how much they weigh.

mod header;
mod text;

pub(super) use header::*;
pub(super) use text::*;
