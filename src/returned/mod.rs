//! The returned message and what its header tells.

mod original;

pub use original::*;
