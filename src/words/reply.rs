//! The server's reply, as people read it.

use std::borrow::Cow;

use crate::names::code::Status;
use crate::text::literals::Literals;

/// The code of a continuation line, `550-`, and what hangs on it.
fn continued(word: &str) -> Option<(&str, &str)> {
    let (reply, rest) = word.split_once('-')?;
    (reply.len() == 3 && reply.starts_with(['4', '5']) && reply.parse::<u16>().is_ok()).then_some((reply, rest))
}

/// A reply of several lines without the codes that every line repeats: "550-5.7.1 One 550 5.7.1 two" is
/// "550 5.7.1 One two".
#[must_use]
pub(crate) fn readable(response: &str) -> Cow<'_, str> {
    let words = || response.split(' ').filter(|w| !w.is_empty());
    // Words of the reporting program may stand before the reply.
    let Some((at, (reply, status))) = words()
        .take(4)
        .take_while(|w| w.parse::<u16>().is_err())
        .enumerate()
        .find_map(|(n, w)| Some((n, continued(w)?)))
    else {
        return Cow::Borrowed(response);
    };
    // Either the status hangs on the reply code ("550-5.7.1 text") or the text does ("550-text").
    let coded = status.parse::<Status>().is_ok();
    let mut out: Vec<&str> = Vec::with_capacity(response.len() / 4);
    out.extend(words().take(at));
    out.extend([reply, status]);
    let mut after_reply = false;
    for word in words().skip(at + 1) {
        let continues = word.strip_prefix(reply).and_then(|w| w.strip_prefix('-'));
        match continues {
            Some(rest) if !coded || rest == status => out.extend((!coded).then_some(rest)),
            _ if word == reply => after_reply = true,
            _ if coded && after_reply && word == status => after_reply = false,
            _ => {
                after_reply = false;
                out.push(word);
            }
        }
    }
    out.retain(|w| !w.is_empty());
    Cow::Owned(out.join(" "))
}

/// Cuts a text at a blank before `max` bytes.
#[must_use]
pub(crate) fn shorten(text: &str, max: usize) -> Cow<'_, str> {
    if text.len() <= max {
        return Cow::Borrowed(text);
    }
    let mut end = max;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let end = text[..end].rfind(' ').filter(|e| *e > max / 2).unwrap_or(end);
    Cow::Owned(format!("{} …", &text[..end]))
}

/// Words behind which a response names a block list, in the order of how much they mean.
static LIST_MARKS: Literals = Literals::new(&[
    "blocked using ",
    "listed in ",
    "listed by ",
    "listed on ",
    "listed at ",
    "found in ",
    "blacklisted by ",
    "blacklisted at ",
    "rejected by ",
    "blocked by ",
    "black listed at ",
    "refused by ",
]);

/// The block list that a response names: "blocked using zen.spamhaus.org", "listed by bl.example.net".
#[must_use]
pub(crate) fn named_list(response: &str) -> Option<String> {
    // Most responses have none of them.
    if !LIST_MARKS.any(response) {
        return None;
    }
    let lower = response.to_ascii_lowercase();
    for mark in LIST_MARKS.texts() {
        for (at, _) in lower.match_indices(mark) {
            let word = response.get(at + mark.len()..)?.split_whitespace().next().unwrap_or("");
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            if word.contains('.') && !word.contains('/') && word.chars().any(char::is_alphabetic) {
                return Some(word.to_string());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_of_several_lines() {
        for (response, want) in [
            ("550-5.7.1 One 550-5.7.1 two 550 5.7.1 three", "550 5.7.1 One two three"),
            ("550-One 550-two 550 three", "550 One two three"),
            ("<command failed> 550-5.7.1 One 550 5.7.1 two", "<command failed> 550 5.7.1 One two"),
            ("550 5.1.1 Ein-Fall 550-mal", "550 5.1.1 Ein-Fall 550-mal"),
            ("", ""),
            ("550-", "550"),
        ] {
            assert_eq!(readable(response), want);
        }
    }

    #[test]
    fn lists_are_named() {
        assert_eq!(
            named_list("550 Client host [192.0.2.1] blocked using bl.example.net; see x").as_deref(),
            Some("bl.example.net")
        );
        assert_eq!(named_list("550 Listed by policy"), None);
    }
}
