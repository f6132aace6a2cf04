//! Which kind of message it is, and the words by which messages say so.

mod decide;
mod person;
mod signs;
mod words;

pub(crate) use decide::*;
pub(crate) use person::quotes_a_report;
pub(in crate::report) use signs::refuses_posting;
