//! The point in the SMTP dialogue that a text names.

use super::terms::Stage;
use crate::text::literals::{self, Literals};

/// The stage that a phrase such as "in reply to RCPT TO command" names.
#[must_use]
pub(crate) fn stage_in(text: &str) -> Option<Stage> {
    match STAGE_SIGNS.first_of_list(text) {
        Some(n) => Some(STAGES[n].1),
        None => literals::find(text, "dot").map(|_| Stage::Eod),
    }
}

/// Words that name a stage, the most telling first. The last, "dot", is too short for a list.
const STAGES: &[(&str, Stage)] = &[
    ("end of data", Stage::Eod),
    ("end of message", Stage::Eod),
    ("data closing", Stage::Eod),
    ("after i sent the message", Stage::Eod),
    ("rcpt to", Stage::Rcpt),
    ("rcpt", Stage::Rcpt),
    ("mail from", Stage::Mail),
    ("data", Stage::Data),
    ("starttls", Stage::Auth),
    ("auth", Stage::Auth),
    ("ehlo", Stage::Helo),
    ("helo", Stage::Helo),
    ("initial connection", Stage::Connect),
    ("greeting", Stage::Connect),
    ("connect", Stage::Connect),
    ("bdat", Stage::Eod),
];

static STAGE_WORDS: [&str; STAGES.len()] = {
    let mut words = [""; STAGES.len()];
    let mut n = 0;
    while n < words.len() {
        words[n] = STAGES[n].0;
        n += 1;
    }
    words
};

static STAGE_SIGNS: Literals = Literals::new(&STAGE_WORDS);
