//! The names of the mail world as they stand in texts: codes, addresses, hosts; and the fixed words of a verdict.

pub mod address;
pub mod code;
pub mod daemon;
pub mod host;
pub mod note;
pub mod stage;
mod suffix;
pub mod terms;
