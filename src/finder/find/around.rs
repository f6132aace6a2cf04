//! What the words around an answer or an address say of them.

use crate::finder::passage;
use crate::names::stage;
use crate::names::terms::Stage;

/// The stage that the words around an answer name.
pub(super) fn mentioned_stage(before: &str, behind: &str) -> Option<Stage> {
    let near = before.get(passage::floor(before, before.len().saturating_sub(120))..).unwrap_or(before);
    let lower = near.to_ascii_lowercase();
    if let Some(at) = behind.find("in reply to ") {
        return stage::stage_in(&behind[at..]);
    }
    if let Some(at) = behind.find("command: '").or_else(|| behind.find("\"command\":")) {
        return stage::stage_in(&behind[at..passage::floor(behind, at + 40)]);
    }
    const PHRASES: &[(&str, Stage)] = &[
        ("message failed", Stage::Eod),
        ("data not accepted", Stage::Eod),
        ("end of data", Stage::Eod),
        ("data end", Stage::Eod),
        ("pipelined end of data", Stage::Eod),
        ("rcpt to", Stage::Rcpt),
        ("recipient command failed", Stage::Rcpt),
        ("recipients failed", Stage::Rcpt),
        ("recipients were rejected", Stage::Rcpt),
        ("recipients refused", Stage::Rcpt),
        ("recipientsrefused", Stage::Rcpt),
        ("recipient address", Stage::Rcpt),
        ("add recipient", Stage::Rcpt),
        ("addressfailedexception", Stage::Rcpt),
        ("invalid addresses", Stage::Rcpt),
        ("senderrefused", Stage::Mail),
        ("senderfailedexception", Stage::Mail),
        ("mail from", Stage::Mail),
        ("mail command failed", Stage::Mail),
        ("from address failed", Stage::Mail),
        ("set sender", Stage::Mail),
        ("sender address", Stage::Mail),
        ("authentication", Stage::Auth),
        ("invalid login", Stage::Auth),
        ("dataerror", Stage::Eod),
        ("invalid greeting", Stage::Connect),
        ("connecterror", Stage::Connect),
        ("heloerror", Stage::Helo),
        ("data command", Stage::Data),
    ];
    PHRASES
        .iter()
        .filter_map(|(words, stage)| lower.rfind(words).map(|at| (at, *stage)))
        .max_by_key(|(at, _)| *at)
        .map(|(_, stage)| stage)
        .or_else(|| if near.contains("after ") || near.contains("in reply to") { stage::stage_in(near) } else { None })
}

/// Does a program say on this line that sending failed?
pub(super) fn failing(line: &str) -> bool {
    let lower = line.to_lowercase();
    [
        "fail",
        "error",
        "fehler",
        "échoué",
        "erreur",
        "refused",
        "rejected",
        "not accept",
        "could not",
        "couldn't",
        "cannot",
        "unable",
        "nicht",
        "no se pudo",
        "errore",
        "erro ",
        "fout",
        "błąd",
        "invalid",
        "not sent",
        "bounced",
        "undeliver",
    ]
    .iter()
    .any(|w| lower.contains(w))
}

/// Does the line tell of a refusal of the sender's address?
pub(super) fn tells_of_sender(line: &str) -> bool {
    line.contains("MAIL FROM") || line.contains("SenderRefused")
}

/// Do the words before an address speak of the sender?
pub(super) fn about_sender(before: &str) -> bool {
    let lower = before.to_ascii_lowercase();
    ["mail from", "sender", "from=", "from:", "senderrefused"].iter().any(|w| lower.contains(w))
}

/// Does the line tell that the user with this address logs in, or cannot?
pub(super) fn logs_in(line: &str, at: usize) -> bool {
    let before = line[..at].trim_end_matches([' ', '"', '\'', '<', ':', '=', '`']);
    let user = before.get(before.len().saturating_sub(4)..).is_some_and(|w| w.eq_ignore_ascii_case("user"));
    user && ["authenticat", "logged in", "log in", "login"].iter().any(|w| line.to_ascii_lowercase().contains(w))
}
