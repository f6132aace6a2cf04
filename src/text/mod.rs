//! Texts: searching and cutting, many fixed words in one pass, HTML, and what is safe to show.

pub mod escape;
mod find;
pub(crate) mod html;
pub(crate) mod literals;

pub(crate) use find::*;
