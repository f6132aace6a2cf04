//! The general reader: works by structure, knows no system.

mod blocks;
mod strangers;
mod structure;

pub(crate) use blocks::apply_reason;
pub(crate) use strangers::Strangers;
pub(crate) use structure::*;
