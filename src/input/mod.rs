//! What is on disk: files, folders, Maildirs, mboxes, and how texts were saved.

pub(crate) mod encoding;
mod mailbox;
mod outlook;
mod unpack;

pub use encoding::Text;
pub use mailbox::*;
pub use unpack::{Unpacked, messages, unpack};
