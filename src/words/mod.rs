//! Verdict to words.

mod advice;
pub mod causes;
pub mod placeholder;
pub mod verb;

pub use advice::*;
