//! Verdict to words. The texts stand in `LANGUAGE/*.toml`; here is what picks and fills them.

mod advice;
pub(crate) mod causes;
mod identity;
pub(crate) mod language;
pub(crate) mod names;
pub(crate) mod note;
pub(crate) mod placeholder;
pub(crate) mod playbook;
pub(crate) mod reply;
pub(crate) mod stated;
pub(crate) mod texts;
pub(crate) mod verb;

pub(crate) use advice::steps_for_forged;
pub use advice::{Setting, Step, advise};
pub use language::Language;
pub(crate) use names::Names;
pub(crate) use note::{note, sign};
pub(crate) use reply::{named_list, readable, shorten};
pub(crate) use stated::{duration, link as stated_link, wait_seconds};
