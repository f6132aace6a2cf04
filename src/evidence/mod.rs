//! Report to evidence: for each recipient the one response that counts, and what the returned header adds to it.

mod collect;
pub(crate) mod identity;
mod speaker;
mod wrapped;

pub use collect::*;
pub(crate) use wrapped::behind;
