//! Bytes to a mail: taken apart into the pieces that a report is made of.

mod charset;
pub mod cut;
pub mod headers;
mod machine;
pub mod message;
pub(crate) mod quoted;
mod skip;
