//! Bytes to a mail: taken apart into the pieces that a report is made of.

mod charset;
pub mod cut;
pub mod headers;
pub mod message;
mod skip;
