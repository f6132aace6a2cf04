//! Leaves out what nobody reads before a report is taken apart: attached files and the returned message.
//!
//! Many servers put pictures into their reports or return the whole message, and decoding these would cost more than all
//! the rest; what a diagnosis needs of a returned message stands in its header block, as it was written.

use std::borrow::Cow;

use memchr::memmem;

use crate::mail::machine;
use crate::text::literals::{self, Literals};
use crate::text::{self, lossy};

/// In a shorter report it would take longer to find the files than to decode them.
const WORTH_IT: usize = 8 << 10;

/// A report without what nobody reads.
pub(crate) struct Unread<'a> {
    /// What is left of its structure and its parts.
    pub(crate) kept: Cow<'a, [u8]>,
    /// The header block of the message that it returns, where that message was left out.
    pub(crate) returned: Option<String>,
}

/// Leaves out attached files and the returned message, of which the header block is enough. `structure` is the report
/// from its Content-Type on, line ends are LF. A returned message of which `is_wanted` says so by its header block
/// stays: it may be a report itself.
pub(crate) fn without_unread<'a>(
    structure: &'a [u8],
    content_type: &str,
    is_wanted: impl Fn(&str) -> bool,
) -> Unread<'a> {
    let kept = if structure.len() < WORTH_IT { Cow::Borrowed(structure) } else { without_files(structure) };
    let returned = boundary_of_report(content_type).and_then(|boundary| returned_message(&kept, boundary, is_wanted));
    let Some(returned) = returned else { return Unread { kept, returned: None } };
    let kept = match (kept, returned.to) {
        (Cow::Borrowed(whole), None) => Cow::Borrowed(&whole[..returned.from]),
        (whole, to) => Cow::Owned([&whole[..returned.from], to.map_or(b"".as_slice(), |to| &whole[to..])].concat()),
    };
    Unread { kept, returned: Some(returned.block) }
}

/// The boundary of a `multipart/report; report-type=delivery-status` (RFC 6522), as its Content-Type names it.
fn boundary_of_report(content_type: &str) -> Option<&str> {
    let value = |name: &str| {
        let rest = &content_type[literals::find(content_type, name)? + name.len()..];
        match rest.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => rest.split([';', ' ', '\t', '\n']).next(),
        }
    };
    value("report-type=").filter(|t| *t == "delivery-status")?;
    value("boundary=").filter(|b| !b.is_empty())
}

/// The report with its files empty.
fn without_files(raw: &[u8]) -> Cow<'_, [u8]> {
    let mut kept = Vec::new();
    let mut rest = raw;
    while let Some((from, to)) = next_file(rest) {
        kept.extend_from_slice(&rest[..from]);
        rest = &rest[to..];
    }
    if kept.is_empty() {
        return Cow::Borrowed(raw);
    }
    kept.extend_from_slice(rest);
    Cow::Owned(kept)
}

/// Where the content of the first file begins, and where the boundary behind it.
fn next_file(raw: &[u8]) -> Option<(usize, usize)> {
    let find = |from: usize, wanted: &[u8]| memmem::find(&raw[from..], wanted).map(|at| from + at);
    let mut from = 0;
    loop {
        let encoding = find(from, b"-Encoding: base64\n")?;
        let before = &raw[from..encoding];
        // The line end of the empty line remains, as the one before the boundary.
        from = find(encoding, b"\n\n")? + 1;
        let Some(part) = memmem::rfind(before, b"\n--").map(|at| encoding - before.len() + at) else { continue };
        let to = find(from, b"\n--")?;
        let boundary = &raw[part..=find(part + 1, b"\n")?];
        if raw[to..].starts_with(boundary.trim_ascii_end())
            && memmem::find(&raw[part..encoding], b"\n\n").is_none()
            && is_file(&lossy(&raw[part..from]))
            && is_base64(&raw[from..to])
        {
            return Some((from, to));
        }
    }
}

/// Is this sound base64? What is not may turn out to be text.
fn is_base64(content: &[u8]) -> bool {
    // No early end: the compiler makes this look at many bytes at once.
    content.iter().fold(true, |sound, b| sound & (b.is_ascii_alphanumeric() | matches!(b, b'+' | b'/' | b'=' | b'\n')))
}

/// Is it the header block of a file? Readers of reports want texts and messages only.
fn is_file(block: &str) -> bool {
    const FIELD: &str = "\ncontent-type: ";
    literals::find(block, FIELD).is_some_and(|at| {
        let value = &block[at + FIELD.len()..];
        ["image/", "application/", "audio/", "video/"]
            .iter()
            .any(|kind| value.get(..kind.len()).is_some_and(|v| v.eq_ignore_ascii_case(kind)))
    }) && !names_a_text(block)
}

/// Does the header block of a part name a file of text?
fn names_a_text(block: &str) -> bool {
    block.match_indices("name=").any(|(at, name)| {
        let value = block[at + name.len()..].lines().next().unwrap_or("");
        machine::is_text_file(value.trim().trim_matches('"'))
    })
}

/// The returned message in a report.
struct Returned {
    /// Its header block.
    block: String,
    /// Where the header fields of its part begin, behind the boundary.
    from: usize,
    /// Where the boundary behind it ends, unless it is the last.
    to: Option<usize>,
}

/// What a part holds of the returned message.
#[derive(PartialEq, Eq)]
enum Piece {
    /// All of it.
    Message,
    /// Its header block.
    Headers,
}

/// Encodings and character sets in the header block of a part: its bytes are not its text.
static ENCODED: Literals = Literals::new(&["base64", "quoted-printable", "charset"]);

/// What of the returned message is in the part with this header block, and stands there as it is?
fn piece_in(head: &[u8]) -> Option<Piece> {
    const FIELD: &[u8] = b"content-type: ";
    let (field, subtype) = head.split_at(text::find_bytes(head, b"/rfc822")?);
    let begin = field.iter().rposition(|b| *b == b'\n')? + 1;
    let kind = field[begin..].split_at_checked(FIELD.len()).filter(|(name, _)| name.eq_ignore_ascii_case(FIELD))?.1;
    if ENCODED.any(&lossy(head)) {
        None
    } else if kind.eq_ignore_ascii_case(b"message") && !subtype.starts_with(b"/rfc822-") {
        Some(Piece::Message)
    } else if kind.eq_ignore_ascii_case(b"text") && subtype.starts_with(b"/rfc822-headers") {
        Some(Piece::Headers)
    } else {
        None
    }
}

/// Finds the part that holds the returned message or its header block.
fn returned_message(raw: &[u8], boundary: &str, is_wanted: impl Fn(&str) -> bool) -> Option<Returned> {
    let boundary = ["\n--", boundary].concat();
    let next = |from: usize| text::find_bytes(raw.get(from..)?, boundary.as_bytes()).map(|at| from + at);
    let mut from = next(0)? + boundary.len();
    loop {
        let end = next(from);
        // Looked for in this part only: a hostile report has millions of parts.
        let part = &raw[from..end.unwrap_or(raw.len())];
        let body = text::empty_line(part).map_or(part.len(), |at| at + 2);
        let (head, message) = part.split_at(body);
        if let Some(piece) = piece_in(head) {
            let block = match text::empty_line(message) {
                Some(at) => &message[..at],
                None if piece == Piece::Message => return None,
                None => message,
            };
            let block = lossy(block);
            // Behind an empty line the body holds the header fields.
            if block.is_empty() || block.starts_with('\n') || piece == Piece::Message && is_wanted(&block) {
                return None;
            }
            let to = end.map(|at| at + boundary.len()).filter(|at| !raw[*at..].starts_with(b"--"));
            return Some(Returned { block: block.trim_end().to_string(), from, to });
        }
        from = end? + boundary.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/report; Report-Type=delivery-status; boundary=\"b\"";
    const HEAD: &str = "Content-Type: x\n\n--b\n\nwords\n";
    const RETURNED: &str = "--b\nContent-Type: message/rfc822\n\nFrom: me@example.org\nSubject: hello\n\n";

    /// What is left of a report, and the header block of the message that is not.
    fn cut(report: &str) -> (String, Option<String>) {
        let Unread { kept, returned } = without_unread(report.as_bytes(), TYPE, |block| block.contains("DAEMON"));
        (String::from_utf8(kept.into()).unwrap(), returned)
    }

    #[test]
    fn the_returned_message_goes_and_the_other_parts_stay() {
        let block = Some("From: me@example.org\nSubject: hello".to_string());
        let left = (format!("{HEAD}--b"), block.clone());
        for rest in ["body\n\n--c\nmore\n--b--\n", "\n--b--\n", "body", ""] {
            assert_eq!(cut(&format!("{HEAD}{RETURNED}{rest}")), left, "{rest}");
        }
        let headers = RETURNED.replace("message/rfc822", "text/rfc822-headers");
        assert_eq!(cut(&format!("{HEAD}{headers}--b--\n")), left);
        assert_eq!(cut(&format!("{HEAD}{}\n--b--\n", headers.trim_end())), left);
        let last = "\nContent-Type: text/plain\n\nlast\n--b--\n";
        assert_eq!(cut(&format!("{HEAD}{RETURNED}body\n--b{last}")), (format!("{HEAD}--b{last}"), block));
    }

    #[test]
    fn files_are_emptied() {
        let text = "--b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\naGkK\n";
        for kind in ["image/png; name=\"icon.png\"", "Application/pdf"] {
            let head = format!("--b\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\nContent-ID: <1>\n\n");
            let mail = |file: &str| format!("{HEAD}{head}{file}{text}{head}{file}--b--\n");
            let cut = |mail: &str| String::from_utf8(without_files(mail.as_bytes()).into()).unwrap();
            let empty = mail("");
            assert_eq!(cut(&mail("iVBORw0KGgo=\nAAAA\n")), empty);
            assert_eq!(cut(&empty), empty);
            let broken = format!("{HEAD}{head}iVBORw0KGgo=");
            for broken in [mail("iVBORw0KGgo=\nAAAA@\n"), broken.clone(), format!("{broken}\n--c\n")] {
                assert_eq!(cut(&broken), broken);
            }
        }
        let long = format!(
            "{HEAD}{}--b\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\n",
            "-\n".repeat(WORTH_IT)
        );
        assert_eq!(cut(&format!("{long}\nR0lGODlh\n--b--\n")).0, format!("{long}\n--b--\n"));
    }

    #[test]
    fn what_may_be_a_report_or_is_no_report_stays_whole() {
        for returned in [
            RETURNED.replace("me@", "MAILER-DAEMON@"),
            RETURNED.replace("From", "\nFrom"),
            RETURNED.replace("message/rfc822", "text/plain"),
            RETURNED.replace("message/rfc822", "message/rfc822-headers"),
            RETURNED.replace("rfc822\n", "rfc822\nContent-Transfer-Encoding: base64\n"),
            RETURNED.replace("rfc822\n", "rfc822; charset=utf-7\n"),
            RETURNED.replace("Content-Type", "X-Type"),
        ] {
            let mail = format!("{HEAD}{returned}body\n--b--\n");
            assert_eq!(cut(&mail), (mail.clone(), None));
        }
        for mail in [format!("{HEAD}--b\nmessage/rfc822"), String::new()] {
            assert_eq!(cut(&mail), (mail.clone(), None));
        }
        let mail = format!("{HEAD}{RETURNED}body\n--b--\n");
        for kind in ["", "multipart/report; report-type=delivery-status", "multipart/mixed; boundary=b"] {
            assert!(without_unread(mail.as_bytes(), kind, |_| false).returned.is_none());
        }
    }
}
