//! Verdict to words.

mod advice;
pub mod causes;

pub use advice::*;
