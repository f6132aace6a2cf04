//! Where a report's own words end and the returned message begins, in any language.
//!
//! Two signs: a line that announces the copy, or, since such lines come in any wording, the shape of a
//! mail's header block itself.

use crate::text;

/// A cut through a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Offset where the report's own words end.
    pub end_of_text: usize,
    /// Offset where the header fields of the returned message begin.
    pub headers: usize,
}

/// Announcements of the copy, lower case, compared after leading dashes, blanks and `>` are removed.
const ANNOUNCEMENTS: &[&str] = &[
    "this is a copy of",
    "below this line is",
    "below is a copy of",
    "original message follows",
    "original message headers",
    "original message header",
    "original mail info",
    "original message",
    "original mail",
    "the header of the original message",
    "included is a copy of the message",
    "returned message",
    "message headers follow",
    "message header follows",
    "message header:",
    "message headers:",
    "a copy of your message",
    "unsent message follows",
    "undelivered message follows",
    "copy of message follows",
    "your original message",
    "the original message follows",
    "start of returned message",
    "begin returned message",
    "transcript of message follows",
    "enclosed is a copy",
    "attached is a copy of",
    "headers of the original",
    "header of the original",
    "the original message was:",
    "full headers of",
    "text of the message follows",
    "here is a copy of the first part of the message",
    "the following message",
    "start of message",
    "returned mail follows",
    "unzustellbare nachricht",
    "ursprungliche nachricht",
    "ursprüngliche nachricht",
    "ursprüngliche nachrichtenk",
    "en-têtes de message d'origine",
    "en-têtes de message originaux",
    "en-tete de message",
    "en-têtes de message d’origine",
    "en-têtes du message d'origine",
    "en-têtes du message d’origine",
    "en-têtes du message original",
    "message d'origine",
    "message original",
    "intestazioni originali del messaggio",
    "intestazioni del messaggio originale",
    "messaggio originale",
    "ursprungshuvuden",
    "sõnumi algpäised",
    "исходные заголовки сообщения",
    "исходное сообщение",
    "заголовки исходного сообщения",
    "opprinnelige meldingshoder",
    "oprindelige meddelelsesheadere",
    "ursprungliga meddelandehuvuden",
    "alkuperäisen viestin",
    "oorspronkelijke berichtkoppen",
    "oorspronkelijk bericht",
    "cabeçalhos originais da mensagem",
    "cabeçalhos da mensagem original",
    "mensagem original",
    "encabezados de mensaje originales",
    "encabezados del mensaje original",
    "encabezados originales del mensaje",
    "mensaje original",
    "元のメッセージ",
    "原始邮件头",
    "原始郵件標頭",
    "원본 메시지 헤더",
    "原始邮件",
    "-------- forwarded message",
    "den ursprungliga",
    "den oprindelige meddelelse",
    "alkuperäinen viesti",
    "oryginalna wiadomość",
    "původní zpráva",
    "eredeti üzenet",
    "orijinal ileti",
    "メール本文",
    "送信したメール",
];

/// The first two bytes of all announcements: few lines begin like one.
static BEGINNINGS: [u64; 1024] = {
    let mut set = [0; 1024];
    let mut n = 0;
    while n < ANNOUNCEMENTS.len() {
        let text = ANNOUNCEMENTS[n].as_bytes();
        let pair = (text[0] as usize) << 8 | text[1] as usize;
        set[pair >> 6] |= 1 << (pair & 63);
        n += 1;
    }
    set
};

/// Fields that stand in the header block of a mail and seldom in a report's own words.
const TELLING: &[&str] = &[
    "received:",
    "return-path:",
    "message-id:",
    "mime-version:",
    "date:",
    "from:",
    "to:",
    "subject:",
    "content-type:",
    "dkim-signature:",
    "x-mailer:",
    "x-received:",
    "received-spf:",
    "authentication-results:",
    "sender:",
    "reply-to:",
    "domainkey-signature:",
    "delivered-to:",
    "arc-seal:",
    "user-agent:",
    "x-google-dkim-signature:",
    "references:",
];

/// Is this line a header field?
fn field_name(line: &str) -> Option<&str> {
    let colon = memchr::memchr(b':', &line.as_bytes()[..line.len().min(60)])?;
    let name = &line[..colon];
    (name.len() > 1 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')).then_some(name)
}

fn is_telling(line: &str) -> bool {
    let Some(colon) = memchr::memchr(b':', &line.as_bytes()[..line.len().min(40)]) else { return false };
    let name = &line.as_bytes()[..=colon];
    TELLING.iter().any(|t| t.len() == name.len() && name.eq_ignore_ascii_case(t.as_bytes()))
}

/// Are there so many different telling fields in the block of header fields at the beginning of `text`?
fn has_telling_fields(text: &str, enough: usize) -> bool {
    let mut found: Vec<&str> = Vec::new();
    for line in text::lines(text).take(120) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        if line.trim().is_empty() {
            break;
        }
        let Some(name) = field_name(line) else { break };
        if is_telling(line) && !found.iter().any(|f| f.eq_ignore_ascii_case(name)) {
            found.push(name);
            if found.len() >= enough {
                return true;
            }
        }
    }
    false
}

/// Does the text begin with the header block of a mail?
#[must_use]
pub fn looks_like_headers(text: &str) -> bool {
    has_telling_fields(text.trim_start(), 2)
}

/// May an announcement begin with these two bytes, lower case or not?
fn may_begin_announcement(first: u8, second: u8) -> bool {
    let (first, second) = (first.to_ascii_lowercase(), second.to_ascii_lowercase());
    let pair = usize::from(first) << 8 | usize::from(second);
    first >= 0x80 || second >= 0x80 || BEGINNINGS[pair >> 6] >> (pair & 63) & 1 == 1
}

/// Is it seen at once that the line is neither a field nor an announcement, frame or empty? Most are.
fn is_prose(line: &str) -> bool {
    let bytes = line.as_bytes();
    matches!(bytes, [first, second, ..] if first.is_ascii_alphabetic() && !may_begin_announcement(*first, *second))
        && memchr::memchr(b':', &bytes[..bytes.len().min(60)]).is_none()
}

fn announces(line: &str) -> bool {
    let frame =
        |b: &u8| matches!(b, b'-' | b'=' | b'_' | b'*' | b'#' | b'>' | b'|' | b'+' | b'~' | b' ' | b'\t' | b'<');
    let dashes = line.as_bytes().iter().take_while(|b| frame(b)).count();
    let stem = &line[dashes..];
    let dashed = dashes > 0;
    if line.len() > 200 || !dashed && stem.len() >= 90 {
        return false;
    }
    let [first, second, ..] = *stem.as_bytes() else { return false };
    if !may_begin_announcement(first, second) {
        return false;
    }
    let first = first.to_ascii_lowercase();
    let begins = |a: &str| {
        first == a.as_bytes()[0] && stem.as_bytes().get(..a.len()).is_some_and(|s| s.eq_ignore_ascii_case(a.as_bytes()))
    };
    if stem.is_ascii() {
        return ANNOUNCEMENTS.iter().any(|a| begins(a));
    }
    // Beyond ASCII the comparison needs the whole text in lower case; few lines do.
    let lower = stem.to_lowercase();
    ANNOUNCEMENTS.iter().any(|a| if a.is_ascii() { begins(a) } else { lower.starts_with(a) })
}

/// Finds the returned message in a report's text.
#[must_use]
pub fn find(text: &str) -> Option<Cut> {
    let mut offset = 0;
    let mut announced: Option<usize> = None;
    let mut after_blank = true;
    let mut seen_words = false;
    for line in text::whole_lines(text) {
        let start = offset;
        offset += line.len();
        if line == "\n" {
            after_blank = true;
            continue;
        }
        if announced.is_none() && is_prose(line) {
            (seen_words, after_blank) = (true, false);
            continue;
        }
        let bare = line.trim_end();
        if bare.is_empty() {
            after_blank = true;
            continue;
        }
        let first = bare.as_bytes()[0];
        let trimmed = bare.trim_start();
        let indented = trimmed.len() < bare.len();
        if !indented && first.is_ascii_alphabetic() && is_telling(bare) {
            let enough = if announced.is_some() { 2 } else { 3 };
            let strong = bare.get(..9).is_some_and(|b| b.eq_ignore_ascii_case("received:"))
                || bare.get(..12).is_some_and(|b| b.eq_ignore_ascii_case("return-path:"));
            if seen_words
                && (after_blank || announced.is_some() || strong)
                && has_telling_fields(&text[start..], enough)
            {
                return Some(Cut { end_of_text: announced.unwrap_or(start), headers: start });
            }
        } else if announces(bare) {
            // Only an announcement that headers follow counts; "the original message was received at" does not.
            if announced.is_none() && headers_follow(&text[offset..]) {
                announced = Some(start);
            }
        } else if !is_frame(trimmed) && field_name(bare).is_none() {
            seen_words = true;
            if announced.is_some() && !after_blank {
                announced = announced.filter(|_| headers_follow(&text[offset..]));
            }
        } else if announced.is_none() {
            seen_words = true;
        }
        after_blank = is_frame(trimmed);
    }
    None
}

/// A line of dashes, equal signs and the like.
fn is_frame(line: &str) -> bool {
    // The first character decides for nearly every line.
    let frame = |b: u8| matches!(b, b'-' | b'=' | b'_' | b'*' | b'#' | b'+' | b'~' | b' ');
    line.bytes().next().is_none_or(frame) && line.bytes().all(frame)
}

/// Do header fields stand within the next few lines?
fn headers_follow(text: &str) -> bool {
    let mut lines = 0;
    let mut offset = 0;
    for line in text::whole_lines(text) {
        let bare = line.trim();
        if !bare.is_empty() && !is_frame(bare) {
            if field_name(line).is_some() {
                return has_telling_fields(&text[offset..], 1);
            }
            lines += 1;
            if lines > 4 {
                return false;
            }
        }
        offset += line.len();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADERS: &str =
        "Received: from a by b\nFrom: me@example.org\nTo: you@example.com\nMessage-ID: <1@example.org>\n\nhello\n";

    #[test]
    fn cuts_at_an_announcement_in_any_language_or_at_the_headers_themselves() {
        for before in [
            "It failed.\n\n------ This is a copy of the message, including all the headers. ------\n\n",
            "It failed.\n\n--- Below this line is a copy of the message.\n\n",
            "It failed.\n\nUrsprüngliche Nachrichtenköpfe:\n\n",
            "It failed.\n\n某某某某\n\n",
        ] {
            let text = format!("{before}{HEADERS}");
            let cut = find(&text).unwrap_or_else(|| panic!("{before}"));
            assert!(text[cut.headers..].starts_with("Received:"), "{before}");
            assert!(text[..cut.end_of_text].starts_with("It failed."), "{before}");
        }
    }

    #[test]
    fn leaves_a_report_alone() {
        for text in [
            "The original message was received at Wed, 16 Oct 2013\nfrom example.org\n\n<a@example.com>\n",
            "Your message\n\n  To:      a@example.com\n  Subject: b\n  Sent:    c\n\ndid not reach\n",
            "Error message below:\n550 no\n\nMessage details:\n  Subject: a\n  From: b@example.org\n",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
