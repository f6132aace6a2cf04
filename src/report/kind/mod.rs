//! Which kind of message it is, and the words by which messages say so.

mod signs;
mod words;

pub(crate) use signs::*;
