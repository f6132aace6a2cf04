//! Where a report's own words end and the returned message begins, in any language.
//!
//! Two signs: a line that announces the copy, or, since such lines come in any wording, the shape of a
//! mail's header block itself.

use crate::text;

/// A cut through a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Offset where the report's own words end.
    pub end_of_text: usize,
    /// Offset where the header fields of the returned message begin.
    pub headers: usize,
}

/// Announcements of the copy, lower case, in the order of their bytes; compared after leading dashes, blanks and `>`
/// are removed.
const ANNOUNCEMENTS: &[&str] = &[
    "a copy of your message",
    "alkuperäinen viesti",
    "alkuperäisen viestin",
    "attached is a copy of",
    "begin headers",
    "begin returned message",
    "below is a copy of",
    "below this line is",
    "cabeçalhos da mensagem original",
    "cabeçalhos originais da mensagem",
    "copy of message follows",
    "den oprindelige meddelelse",
    "den ursprungliga",
    "en-tete de message",
    "en-têtes de message d'origine",
    "en-têtes de message d’origine",
    "en-têtes de message originaux",
    "en-têtes du message d'origine",
    "en-têtes du message d’origine",
    "en-têtes du message original",
    "encabezados de mensaje originales",
    "encabezados del mensaje original",
    "encabezados originales del mensaje",
    "enclosed is a copy",
    "eredeti üzenet",
    "full headers of",
    "header of the original",
    "headers of the original",
    "here is a copy of the first part of the message",
    "included is a copy of the message",
    "intestazioni del messaggio originale",
    "intestazioni originali del messaggio",
    "mensagem original",
    "mensaje original",
    "message d'origine",
    "message header follows",
    "message header:",
    "message headers follow",
    "message headers:",
    "message original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "oorspronkelijke berichtkoppen",
    "opprinnelige meldingshoder",
    "oprindelige meddelelsesheadere",
    "original mail",
    "original mail info",
    "original message",
    "original message follows",
    "original message header",
    "original message headers",
    "orijinal ileti",
    "oryginalna wiadomość",
    "původní zpráva",
    "returned mail follows",
    "returned message",
    "start of message",
    "start of returned message",
    "sõnumi algpäised",
    "text of the message follows",
    "the following message",
    "the header of the original message",
    "the original message follows",
    "the original message was:",
    "this is a copy of",
    "transcript of message follows",
    "undelivered message follows",
    "unsent message follows",
    "unzustellbare nachricht",
    "ursprungliche nachricht",
    "ursprungliga meddelandehuvuden",
    "ursprungshuvuden",
    "ursprüngliche nachricht",
    "ursprüngliche nachrichtenk",
    "your original message",
    "заголовки исходного сообщения",
    "исходное сообщение",
    "исходные заголовки сообщения",
    "メール本文",
    "元のメッセージ",
    "原始邮件",
    "原始邮件头",
    "原始郵件標頭",
    "送信したメール",
    "원본 메시지 헤더",
];

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

/// The first `N` bytes of texts, without regard to the case of ASCII letters. Few others are taken for one of them.
struct FirstBytes<const N: usize>([u64; 64]);

impl<const N: usize> FirstBytes<N> {
    /// Of texts of at least so many bytes.
    const fn of(texts: &[&str]) -> Self {
        let mut set = [0; 64];
        let mut n = 0;
        while n < texts.len() {
            let Some(beginning) = texts[n].as_bytes().first_chunk() else { panic!("a text is too short") };
            let place = Self::place(beginning);
            set[place >> 6] |= 1 << (place & 63);
            n += 1;
        }
        Self(set)
    }

    const fn place(beginning: &[u8; N]) -> usize {
        let mut all = 0_u64;
        let mut n = 0;
        while n < N {
            // This bit is the case of a letter.
            all = all << 8 | (beginning[n] | 0x20) as u64;
            n += 1;
        }
        (all.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize
    }

    fn may_hold(&self, beginning: &[u8; N]) -> bool {
        let place = Self::place(beginning);
        self.0[place >> 6] >> (place & 63) & 1 == 1
    }
}

/// How announcements begin: few lines begin like one.
static ANNOUNCING: FirstBytes<6> = FirstBytes::of(ANNOUNCEMENTS);

/// How telling fields begin.
static BEGIN_TELLING: FirstBytes<3> = FirstBytes::of(TELLING);

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
pub(crate) fn looks_like_headers(text: &str) -> bool {
    has_telling_fields(text.trim_start(), 2)
}

/// May this stand before an announcement?
fn is_ornament(b: u8) -> bool {
    matches!(b, b'-' | b'=' | b'_' | b'*' | b'#' | b'>' | b'|' | b'+' | b'~' | b' ' | b'\t' | b'<')
}

/// Is it seen at once that the line is neither a telling field nor an announcement, frame or empty? Most are.
fn is_prose(line: &str) -> bool {
    let indent = line.bytes().take_while(|b| matches!(b, b' ' | b'\t')).count();
    let Some(six) = line.as_bytes()[indent..].first_chunk::<6>() else { return false };
    let [first, second, third, ..] = *six;
    six.is_ascii()
        && first.is_ascii_graphic()
        && !is_ornament(first)
        && !ANNOUNCING.may_hold(six)
        && !BEGIN_TELLING.may_hold(&[first, second, third])
}

/// The announcements that begin with these two bytes.
fn announcements(first: u8, second: u8) -> &'static [&'static str] {
    let beginning = [first.to_ascii_lowercase(), second.to_ascii_lowercase()];
    let from = ANNOUNCEMENTS.partition_point(|a| a.as_bytes()[..2] < beginning[..]);
    let count = ANNOUNCEMENTS[from..].iter().take_while(|a| a.as_bytes()[..2] == beginning).count();
    &ANNOUNCEMENTS[from..from + count]
}

/// A heading of Exchange Online's report above what it lists of the message in fields of its own; the copy stands
/// further down, below a heading of its own.
fn lists_properties(stem: &str) -> bool {
    const HEADINGS: &[&str] = &["original message details", "message details", "original mail details"];
    let stem = stem.trim_end_matches([':', ' ', '\t']);
    HEADINGS.iter().any(|h| stem.eq_ignore_ascii_case(h))
}

fn announces(line: &str) -> bool {
    let dashes = line.bytes().take_while(|b| is_ornament(*b)).count();
    let stem = &line[dashes..];
    if line.len() > 200 || dashes == 0 && stem.len() >= 90 {
        return false;
    }
    let Some(six) = stem.as_bytes().first_chunk::<6>() else { return false };
    if six.is_ascii() && !ANNOUNCING.may_hold(six) || lists_properties(stem) {
        return false;
    }
    let begins = |a: &str| stem.as_bytes().get(..a.len()).is_some_and(|s| s.eq_ignore_ascii_case(a.as_bytes()));
    if stem.is_ascii() {
        return announcements(six[0], six[1]).iter().any(|a| begins(a));
    }
    // Beyond ASCII the comparison needs the whole text in lower case; few lines do.
    let lower = stem.to_lowercase();
    ANNOUNCEMENTS.iter().any(|a| if a.is_ascii() { begins(a) } else { lower.starts_with(a) })
}

/// Finds the returned message in a report's text.
#[must_use]
pub(crate) fn find(text: &str) -> Option<Cut> {
    let mut offset = 0;
    let mut announced: Option<usize> = None;
    let mut after_blank = true;
    let mut seen_words = false;
    // Below a heading that lists properties of the message.
    let mut listed = false;
    for line in text::whole_lines(text) {
        let start = offset;
        offset += line.len();
        if line == "\n" {
            after_blank = true;
            continue;
        }
        if announced.is_none() && is_prose(line) {
            (seen_words, after_blank) = (true, false);
            listed = false;
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
                && !listed
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
            listed = lists_properties(trimmed);
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
    fn every_announcement_is_known_in_any_case() {
        assert!(ANNOUNCEMENTS.is_sorted());
        for announcement in ANNOUNCEMENTS {
            for line in [announcement.to_string(), announcement.to_uppercase(), format!("--- {announcement} ---")] {
                assert!(announces(&line), "{line}");
                assert!(!is_prose(&line), "{line}");
            }
        }
        for line in ["", "t", "the", "this is no copy of", "Zürich", "ü", "--"] {
            assert!(!announces(line), "{line}");
        }
        for line in ["Mailbox full", "  \tnot announced", "550 no", "(said mx)"] {
            assert!(is_prose(line), "{line}");
        }
        for line in ["", "x", "\u{b}", " ", "  --", "<a@example.com>: no", "ünicode", "> to"] {
            assert!(!is_prose(line), "{line}");
        }
        assert!(TELLING.iter().all(|t| !is_prose(t) && is_telling(t)));
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
