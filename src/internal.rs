//! What the program, the tests and the benchmarks of this package need beyond the library's own interface. It is public
//! because they are crates of their own, and may change with any version: nobody else is to use it.

/// What is on disk.
pub mod input {
    pub use crate::input::{
        Cut, Item, MAX_MESSAGE, MAX_TEXT, Mbox, Text, Walk, is_mbox, peek, read_file, read_message,
    };
    pub use crate::input::{Unpacked, messages, unpack};
}

/// Messages, and what reports say.
pub mod stages {
    pub use crate::diagnosis::of_evidence;
    pub use crate::evidence::identity::ReturnedHeader;
    pub use crate::evidence::{Evidence, collect};
    pub use crate::mail::message::{normalise_line_ends, parse};
    pub use crate::report::{Place, Recipient, Report, read};
    pub use crate::verdict::judge;
    pub use crate::words::{Setting, advise};
}

/// Codes in what somebody typed.
pub mod code {
    pub use crate::names::code::{find_status, leading_reply};
}

/// Codes, replies, causes and rules without a message.
pub mod explain {
    pub use crate::explain::{Subject, cause_entry, conditions, entry, playbook_entry, subject, why};
    pub use crate::output::explain::{write_cause, write_others, write_playbook, write_rule, write_text, write_why};
    pub use crate::words::causes::text;
    pub use crate::words::playbook::Playbook;
}

/// The rules of a table one by one.
pub mod rules {
    pub use crate::rules::own::FIELDS;
    pub use crate::rules::trial::lost;
}
