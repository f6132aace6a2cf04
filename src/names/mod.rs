//! The names of the mail world as they stand in texts: codes, addresses, hosts; and the fixed words of a verdict.

pub(crate) mod address;
pub(crate) mod code;
pub(crate) mod correction;
pub(crate) mod daemon;
pub(crate) mod host;
pub mod note;
pub(crate) mod stage;
mod suffix;
pub mod terms;
