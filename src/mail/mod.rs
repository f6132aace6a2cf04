//! Bytes to a mail: taken apart into the pieces that a report is made of.

mod charset;
pub(crate) mod cut;
pub(crate) mod headers;
mod joined;
mod machine;
pub(crate) mod message;
mod paste;
pub(crate) mod quoted;
mod skip;
