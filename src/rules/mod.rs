//! The rule table: what a rule is, how it is asked, and the rules themselves.

pub mod data;
mod index;
pub mod own;
pub mod phrase;
pub mod rule;
pub mod table;
