//! Verdict to words. The texts stand in `LANGUAGE/*.toml`; here is what picks and fills them.

mod advice;
pub mod causes;
mod identity;
pub mod language;
pub mod names;
pub mod note;
pub mod placeholder;
pub mod reply;
pub(crate) mod texts;
pub mod verb;

pub use advice::{Advice, advise};
pub use language::Language;
pub use names::{Names, check};
pub use note::note;
pub use reply::{named_list, readable, shorten};
