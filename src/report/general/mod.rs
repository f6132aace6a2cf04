//! The general reader: works by structure, knows no system.

mod blocks;
mod strangers;
mod structure;

pub use blocks::{apply_reason, blocks};
pub use strangers::Strangers;
pub use structure::*;
