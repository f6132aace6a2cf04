//! Leaves out what nobody reads before a report is taken apart: attached files and the body of a returned message.
//!
//! Many servers put pictures into their reports or return the whole message, and decoding these would cost more than all
//! the rest; what a diagnosis needs of a returned message stands in its header.

use std::borrow::Cow;

use memchr::memmem;

use crate::literals;
use crate::text::lossy;

/// In a shorter report it would take longer to find what can be left out than to decode it.
const WORTH_IT: usize = 8 << 10;

/// The boundary of a `multipart/report; report-type=delivery-status` (RFC 6522), as its header block names it.
fn boundary_of_report(head: &str) -> Option<&str> {
    let value = |name: &str| {
        let rest = &head[literals::find(head, name)? + name.len()..];
        match rest.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => rest.split([';', ' ', '\t', '\n']).next(),
        }
    };
    value("report-type=").filter(|t| *t == "delivery-status")?;
    value("boundary=").filter(|b| !b.is_empty())
}

/// The report without attached files and without the body of the message that it returns. Line ends are LF. A returned
/// message of which `is_wanted` says so by its header block keeps its body: it may be a report itself.
pub(crate) fn without_unread(raw: &[u8], is_wanted: impl Fn(&str) -> bool) -> Cow<'_, [u8]> {
    if raw.len() < WORTH_IT {
        return Cow::Borrowed(raw);
    }
    let raw = without_files(raw);
    match returned_body(&raw, is_wanted) {
        Some((from, to)) => Cow::Owned([&raw[..from], &raw[to..]].concat()),
        None => raw,
    }
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
    })
}

/// Where the body of the returned message begins, and where the boundary behind it.
fn returned_body(raw: &[u8], is_wanted: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
    let empty_line = |from: usize| memmem::find(raw.get(from..)?, b"\n\n").map(|at| from + at + 2);
    let head = lossy(&raw[..empty_line(0)?]);
    let boundary = ["\n--", boundary_of_report(&head)?].concat();
    let boundary = memmem::Finder::new(&boundary);
    let next = |from: usize| boundary.find(raw.get(from..)?).map(|at| from + at);
    let mut part = next(0)? + boundary.needle().len();
    loop {
        let end = next(part);
        // Looked for in this part only: a hostile report has millions of parts.
        let this = &raw[part..end.unwrap_or(raw.len())];
        let Some(head) = memmem::find(this, b"\n\n").map(|at| &this[..at + 2]) else {
            part = end? + boundary.needle().len();
            continue;
        };
        if literals::find(&lossy(head), "content-type: message/rfc822").is_some() {
            let inner = part + head.len();
            let body = empty_line(inner)?;
            let block = lossy(&raw[inner..body]);
            // Behind an empty line the body holds the header fields.
            if block.starts_with('\n') || is_wanted(&block) {
                return None;
            }
            return Some((body, next(body - 1).map_or(raw.len(), |end| end.max(body))));
        }
        part = end? + boundary.needle().len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "Subject: x\nContent-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"b\"\n\n--b\n\nwords\n";
    const RETURNED: &str = "--b\nContent-Type: message/rfc822\n\nFrom: me@example.org\nSubject: hello\n\n";

    /// What is left of a mail, behind a header that makes it long enough.
    fn cut(mail: &str) -> String {
        let long = format!("X-Long: {}\n", "x".repeat(WORTH_IT));
        let whole = format!("{long}{mail}");
        let cut = without_unread(whole.as_bytes(), |block| block.contains("DAEMON")).into();
        String::from_utf8(cut).unwrap()[long.len()..].to_string()
    }

    #[test]
    fn the_body_goes_and_the_other_parts_stay() {
        let end = "\n--b--\n";
        assert_eq!(cut(&format!("{HEAD}{RETURNED}body\n\n--c\nmore{end}")), format!("{HEAD}{RETURNED}{end}"));
        assert_eq!(cut(&format!("{HEAD}{RETURNED}body")), format!("{HEAD}{RETURNED}"));
        let last = "\n--b\nContent-Type: text/plain\n\nlast\n--b--\n";
        assert_eq!(cut(&format!("{HEAD}{RETURNED}body{last}")), format!("{HEAD}{RETURNED}{last}"));
        let empty = "--b\nContent-Type: text/plain\n\nlast\n--b--\n";
        assert_eq!(cut(&format!("{HEAD}{RETURNED}{empty}")), format!("{HEAD}{RETURNED}{empty}"));
    }

    #[test]
    fn files_are_emptied() {
        let text = "--b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\naGkK\n";
        for kind in ["image/png; name=\"icon.png\"", "Application/pdf"] {
            let head = format!("--b\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\nContent-ID: <1>\n\n");
            let mail = |file: &str| format!("{HEAD}{head}{file}{text}{head}{file}--b--\n");
            let empty = mail("");
            assert_eq!(cut(&mail("iVBORw0KGgo=\nAAAA\n")), empty);
            assert_eq!(cut(&empty), empty);
            let broken = format!("{HEAD}{head}iVBORw0KGgo=");
            for broken in [mail("iVBORw0KGgo=\nAAAA@\n"), broken.clone(), format!("{broken}\n--c\n")] {
                assert_eq!(cut(&broken), broken);
            }
        }
    }

    #[test]
    fn what_may_be_a_report_or_is_no_report_stays_whole() {
        for mail in [
            format!("{HEAD}{}body\n--b--\n", RETURNED.replace("me@", "MAILER-DAEMON@")),
            format!("{HEAD}{}body\n--b--\n", RETURNED.replace("From", "\nFrom")),
            format!("{HEAD}{}body\n--b--\n", RETURNED.replace("message/rfc822", "text/plain")),
            format!("{HEAD}{RETURNED}body\n--b--\n").replace("delivery-status", "disposition-notification"),
            format!("{HEAD}--b\nmessage/rfc822"),
            String::new(),
        ] {
            assert_eq!(cut(&mail), mail);
        }
    }
}
