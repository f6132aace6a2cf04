//! Report to evidence: for each recipient the one response that counts, whose words it is and on which side they were said,
//! and what the returned header adds to it.

mod collect;
pub(crate) mod identity;
pub(crate) mod provenance;
mod speaker;
mod wrapped;

pub use collect::*;
pub(crate) use wrapped::behind;
