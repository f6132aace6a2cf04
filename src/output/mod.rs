//! Diagnosis to bytes: JSON for scripts, text for people. Writers take any `io::Write`; nothing here prints.

pub mod csv;
pub(crate) mod explain;
pub mod json;
pub mod message;
pub mod schema;
pub(crate) mod style;
pub mod summary;
