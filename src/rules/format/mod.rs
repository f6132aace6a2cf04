//! How rules are written down: the same in the program's own data files and in those of its users.

pub mod fault;
pub mod fields;
mod json;
pub mod node;
pub mod read;
