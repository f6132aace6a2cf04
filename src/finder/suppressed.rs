//! The sentence of a sending service that does not send because the address is on its own list. Its codes are those of its
//! interface, not of SMTP.

use super::passage;
use crate::names::address;

/// Signs of such a sentence, lower case.
const SIGNS: &[&str] = &[
    "been marked as inactive",
    "found inactive addresses",
    "is on the account suppression list",
    "is on our suppression list",
    "is on your suppression list",
];

/// What the service says, and whom it is about.
pub(super) struct Suppressed<'t> {
    /// The words.
    pub(super) words: &'t str,
    /// Whom they name.
    pub(super) addresses: Vec<String>,
}

/// Finds such a sentence on a line.
pub(super) fn sentence(line: &str) -> Option<Suppressed<'_>> {
    // Most lines speak of neither.
    if !line.contains("nactive") && !line.contains("uppression") {
        return None;
    }
    let lower = line.to_ascii_lowercase();
    let sign = SIGNS.iter().filter_map(|s| lower.find(s)).min()?;
    // The words begin behind the quote, the bracket or the colon before them.
    let before = &line[..sign];
    let start = before
        .rfind(['"', '{', '>', ']'])
        .map(|at| at + 1)
        .into_iter()
        .chain(before.rfind(": ").map(|at| at + 2))
        .chain(before.rfind("Error (").map(|at| at + 7))
        .max()
        .unwrap_or(0);
    let digits = line[start..].trim_start();
    let start = line.len() - digits.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start().len();
    let rest = &line[start..];
    let end = rest.find(['"', '}']).unwrap_or(rest.len());
    let end = rest[..end].find(" in /").unwrap_or(end);
    let words = rest[..passage::floor(rest, end)].trim_end_matches([':', ')', ' ', ',']);
    let mut addresses: Vec<String> = Vec::new();
    for (_, _, found) in address::all(words) {
        if !addresses.iter().any(|a| address::same(a, found)) {
            addresses.push(found.to_string());
        }
    }
    Some(Suppressed { words, addresses })
}
