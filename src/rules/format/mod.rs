//! How rules are written down: the same in the program's own data files and in those of its users.

pub(crate) mod fault;
pub(crate) mod fields;
mod json;
pub(crate) mod node;
pub(crate) mod read;
