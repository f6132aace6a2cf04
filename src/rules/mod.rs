//! The rule table: what a rule is, how it is asked, and the rules themselves.
//!
//! The rules are data: `data/**/*.toml`, in the format that [`mod@format`] reads; the build script compiles them.

pub(crate) mod built_in;
pub(crate) mod format;
mod index;
#[cfg_attr(not(test), allow(dead_code, reason = "nothing asks it yet"))]
pub(crate) mod learned;
pub(crate) mod own;
pub(crate) mod phrase;
pub(crate) mod place;
pub(crate) mod rule;
pub(crate) mod table;
#[cfg(test)]
mod table_tests;
pub(crate) mod trial;
pub(crate) mod weigh;
