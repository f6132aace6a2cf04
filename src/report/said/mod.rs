//! The sentence in which a mail server retells what another one answered.

mod marks;
mod read;

pub(crate) use read::*;
