//! The words by which mail servers retell an answer: before it, behind it, and what names the command.

use crate::names::terms::Stage;
use crate::text::literals::Literals;

/// Words after which another server's answer stands.
pub(super) static SAYS: Literals = Literals::new(&[
    " said:",
    " said :",
    "told me:",
    " says:",
    " responded:",
    " responded with:",
    " answered:",
    " replied:",
    " returned:",
    " returned an error:",
    " returned error:",
    "refused to talk to me:",
    "did not like our ",
    " failed with:",
    "error message:",
    "with the following error",
    "the error was:",
    "server response:",
    "server response was:",
    "remote server returned",
    "response was:",
    "remote server said",
    "dit :",
    "sagte:",
    "antwortete:",
]);

/// Trailers behind the response.
pub(super) static TRAILERS: Literals = Literals::new(&[
    " (in reply to ",
    " Giving up on ",
    " Giving up.",
    " [RCPT_TO]",
    " [MAIL_FROM]",
    " [DATA]",
    " [HELO]",
    " [EHLO]",
    " [CONNECT]",
    " [BODY]",
    " I'm not going to try again",
    " (delivery attempts:",
    " (Other MXes tried",
    " -- reply to ",
    " (beim ",
    " (en réponse ",
    " (als Antwort ",
    " (en respuesta ",
    " (in risposta ",
    " Additional information:",
    " --- ",
]);

/// Trailers that name the command in words.
pub(super) static REPLY_TO: Literals = Literals::new(&[
    "(in reply to ",
    "-- reply to ",
    "(en réponse ",
    "(als antwort ",
    "(en respuesta ",
    "(in risposta ",
]);

/// Trailers that name the command by a word in brackets.
pub(super) const BRACKETED: &[(&str, Stage)] = &[
    ("[RCPT_TO]", Stage::Rcpt),
    ("[MAIL_FROM]", Stage::Mail),
    ("[DATA]", Stage::Data),
    ("[BODY]", Stage::Eod),
    ("[CONNECT]", Stage::Connect),
    ("[EHLO]", Stage::Helo),
    ("[HELO]", Stage::Helo),
];

/// Clauses before the response, and the command that they name; the first of the list counts.
const CLAUSES: &[(&str, Stage)] = &[
    ("refused to talk to me", Stage::Connect),
    ("but greeting failed", Stage::Connect),
    ("but sender was rejected", Stage::Mail),
    ("does not like recipient", Stage::Rcpt),
    ("failed after i sent the message", Stage::Eod),
    ("failed on data command", Stage::Data),
    ("but my name was rejected", Stage::Helo),
    ("most progress was rcpt", Stage::Rcpt),
    ("most progress was mail", Stage::Mail),
    ("most progress was greeting", Stage::Connect),
    ("most progress was helo", Stage::Helo),
    ("connect to ", Stage::Connect),
    ("performing the initial protocol greeting", Stage::Connect),
    ("performing the ehlo", Stage::Helo),
    ("performing the helo", Stage::Helo),
    ("sending mail from", Stage::Mail),
    ("sending rcpt to", Stage::Rcpt),
    ("sending data command", Stage::Data),
    ("sending message body", Stage::Eod),
    ("sending end of data", Stage::Eod),
    ("receiving the initial server greeting", Stage::Connect),
    ("after initial connection", Stage::Connect),
    ("server for rcpt to", Stage::Rcpt),
    ("server for mail from", Stage::Mail),
    ("server for data", Stage::Data),
    ("server for text", Stage::Eod),
    ("smtp:rcpt", Stage::Rcpt),
    ("smtp:mail", Stage::Mail),
    ("smtp:data", Stage::Data),
    ("smtp:connect", Stage::Connect),
    (">>> mail from", Stage::Mail),
    (">>> rcpt to", Stage::Rcpt),
    (">>> data", Stage::Data),
    ("said rcpt to", Stage::Rcpt),
    ("said mail from", Stage::Mail),
    ("said dot", Stage::Eod),
    ("said data", Stage::Data),
];

static CLAUSE_WORDS: [&str; CLAUSES.len()] = {
    let mut words = [""; CLAUSES.len()];
    let mut n = 0;
    while n < words.len() {
        words[n] = CLAUSES[n].0;
        n += 1;
    }
    words
};

static CLAUSE_SEARCH: Literals = Literals::new(&CLAUSE_WORDS);

/// The stage that a clause before the response names.
pub(super) fn stage_of_clause(before: &str) -> Option<Stage> {
    CLAUSE_SEARCH.first_of_list(before).map(|n| CLAUSES[n].1)
}

/// Does a clause that names the command stand in the text?
pub(super) fn has_clause(text: &str) -> bool {
    CLAUSE_SEARCH.any(text)
}
