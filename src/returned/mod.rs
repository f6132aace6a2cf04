//! The returned message and what its header tells.

pub(crate) mod alone;
mod original;
mod route;

pub use original::*;
