//! Reports of Microsoft's software: Exchange of all ages, Exchange Online, Outlook.com.
//!
//! Exchange has written its reports in a handful of layouts. Each has a module that reads it by its structure
//! and takes the translated headings of [`labels`] only as a help, since there are more languages than anybody
//! has collected.

mod admin;
mod card;
mod exchange;
mod front;
mod labels;
mod old;
mod stems;

use crate::report::marks::Reader;

/// The readers of this group in the order tried.
pub(super) static READERS: &[&Reader] = &[&exchange::READER];
