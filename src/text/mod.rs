//! Texts: searching and cutting, folding of letters, many fixed words in one pass, HTML, and what is safe to show.

pub mod escape;
mod find;
pub(crate) mod fold;
pub(crate) mod html;
pub(crate) mod literals;

pub(crate) use find::*;
