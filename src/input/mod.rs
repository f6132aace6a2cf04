//! What is on disk: files, folders, Maildirs, mboxes.

mod mailbox;

pub use mailbox::*;
