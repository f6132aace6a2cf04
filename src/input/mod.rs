//! What is on disk: files, folders, Maildirs, mboxes, and how texts were saved.

pub(crate) mod encoding;
mod mailbox;

pub use encoding::Text;
pub use mailbox::*;
