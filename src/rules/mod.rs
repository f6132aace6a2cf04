//! The rule table: what a rule is, how it is asked, and the rules themselves.
//!
//! The rules are data: `data/**/*.toml`, in the format that [`mod@format`] reads; the build script compiles them.

pub(crate) mod built_in;
pub mod format;
mod index;
pub mod own;
pub mod phrase;
pub mod rule;
pub mod table;
#[cfg(test)]
mod table_tests;
pub mod trial;
