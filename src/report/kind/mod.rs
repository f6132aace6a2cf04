//! Which kind of message it is, and the words by which messages say so.

mod decide;
mod signs;
mod words;

pub(crate) use decide::*;
pub(in crate::report) use signs::refuses_posting;
