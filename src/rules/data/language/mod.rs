//! The common causes in other languages: what servers reply there, and what localised reports say.
//!
//! Phrases are folded (no accents), and written so that replies which lost their accents are found too.

mod chinese;
mod czech;
mod dutch;
mod french;
mod german;
mod italian;
mod japanese;
mod korean;
mod nordic;
mod other;
mod polish;
mod portuguese;
mod russian;
mod spanish;
mod turkish;

use crate::rules::rule::{Authority, Family};

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[
    Family { name: "French", authority: Authority::Phrase, rules: french::RULES },
    Family { name: "German", authority: Authority::Phrase, rules: german::RULES },
    Family { name: "Spanish", authority: Authority::Phrase, rules: spanish::RULES },
    Family { name: "Portuguese", authority: Authority::Phrase, rules: portuguese::RULES },
    Family { name: "Italian", authority: Authority::Phrase, rules: italian::RULES },
    Family { name: "Dutch", authority: Authority::Phrase, rules: dutch::RULES },
    Family { name: "Nordic languages", authority: Authority::Phrase, rules: nordic::RULES },
    Family { name: "Polish", authority: Authority::Phrase, rules: polish::RULES },
    Family { name: "Czech and Slovak", authority: Authority::Phrase, rules: czech::RULES },
    Family { name: "Russian and Ukrainian", authority: Authority::Phrase, rules: russian::RULES },
    Family { name: "Turkish", authority: Authority::Phrase, rules: turkish::RULES },
    Family { name: "Japanese", authority: Authority::Phrase, rules: japanese::RULES },
    Family { name: "Chinese", authority: Authority::Phrase, rules: chinese::RULES },
    Family { name: "Korean", authority: Authority::Phrase, rules: korean::RULES },
    Family { name: "other languages", authority: Authority::Phrase, rules: other::RULES },
];
