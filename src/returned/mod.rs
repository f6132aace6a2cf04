//! The returned message and what its header tells.

mod original;
mod route;

pub use original::*;
