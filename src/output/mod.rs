//! Diagnosis to bytes: JSON for scripts, text for people. Writers take any `io::Write`; nothing here prints.

pub mod json;
pub mod text;
