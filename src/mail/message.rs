//! Bytes to message: one mail, taken apart into the pieces that a report is made of.
//!
//! Knows MIME and where reports keep what; knows nothing of the systems that write them.

use std::borrow::Cow;
use std::sync::LazyLock;

use mail_parser::parsers::MessageStream;
use mail_parser::{ContentType, HeaderName, HeaderValue, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::input::encoding;
use crate::mail::charset;
use crate::mail::cut;
use crate::mail::headers::{Headers, folded_fields};
use crate::mail::machine;
use crate::mail::paste::{self, Paste};
use crate::mail::quoted::{self, Others};
use crate::mail::skip::{Unread, without_unread};
use crate::text::html;
use crate::text::{self, lossy};

/// How deep attached messages are looked into. A bounce of a bounce of a bounce is real; more is an attack.
pub(crate) const MAX_NESTING: usize = 6;

/// A mail (or a text that somebody pasted), taken apart.
#[derive(Debug, Default)]
pub struct Mail {
    /// Header fields in order, the values unfolded, the Subject decoded.
    pub headers: Headers,
    /// What a person would read, in the order of the parts, up to the returned message; line ends are LF.
    pub text: String,
    /// The HTML parts as text, where they say it besides plain text; empty when `text` came from HTML.
    pub html_text: String,
    /// The `message/delivery-status` parts (RFC 3464), decoded, line ends LF.
    pub delivery_status: Vec<String>,
    /// The `message/feedback-report` part (RFC 5965).
    pub feedback_report: Option<String>,
    /// The `message/disposition-notification` part (RFC 8098).
    pub disposition: Option<String>,
    /// The header block of the returned message, from a part of its own or from the end of the text.
    pub returned: Option<String>,
    /// Attached messages, taken apart in their turn.
    pub attached: Vec<Mail>,
    /// It stood in the text of another mail.
    pub in_text: bool,
    /// Attached files of text, such as logs.
    pub files: Vec<String>,
    /// No header fields: somebody pasted a text.
    pub pasted: bool,
    /// The content type of the whole, lower case, without parameters.
    pub content_type: String,
    /// The `report-type` parameter of `multipart/report` (RFC 6522), lower case.
    pub report_type: String,
}

impl Mail {
    /// The first header field of this name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers_named(name).next()
    }

    /// All header fields of this name.
    pub fn headers_named<'a>(&'a self, name: &str) -> impl DoubleEndedIterator<Item = &'a str> {
        self.headers.named(name)
    }

    /// The Subject, or nothing.
    #[must_use]
    pub fn subject(&self) -> &str {
        self.header("Subject").unwrap_or("")
    }

    /// Does the text hold these words, written like this?
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        text::contains(&self.text, words)
    }

    /// The Date field as written.
    #[must_use]
    pub fn date(&self) -> Option<&str> {
        self.headers_named("Date").last()
    }

    /// Are these header fields without a message, those of servers on the way among them?
    #[must_use]
    pub(crate) fn is_header_alone(&self) -> bool {
        self.text.trim().is_empty()
            && self.html_text.trim().is_empty()
            && self.delivery_status.is_empty()
            && self.attached.is_empty()
            && self.files.is_empty()
            && self.feedback_report.is_none()
            && self.disposition.is_none()
            && self.headers.iter().any(|(name, _)| is_trace(name))
    }

    /// The From field as written, or nothing.
    #[must_use]
    pub fn from(&self) -> &str {
        self.header("From").unwrap_or("")
    }
}

/// Is the field written by the servers on the way?
fn is_trace(name: &str) -> bool {
    const TRACE: &[&str] = &[
        "Received",
        "Authentication-Results",
        "ARC-Authentication-Results",
        "Received-SPF",
        "DKIM-Signature",
        "Return-Path",
        "Delivered-To",
        "X-Original-To",
    ];
    TRACE.iter().any(|t| name.eq_ignore_ascii_case(t))
}

/// Line ends of every kind become LF; borrowed where nothing has to change.
#[must_use]
pub fn normalise_line_ends(raw: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memchr(b'\r', raw).is_none() {
        return Cow::Borrowed(raw);
    }
    let mut out = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = memchr::memchr(b'\r', rest) {
        out.extend_from_slice(&rest[..at]);
        // CR CR LF is what broken gateways make of CR LF: one line end, not two.
        let crs = rest[at..].iter().take_while(|b| **b == b'\r').count();
        let behind = &rest[at + crs..];
        match behind.first() {
            Some(b'\n') => {
                out.push(b'\n');
                rest = &behind[1..];
            }
            _ => {
                out.extend(std::iter::repeat_n(b'\n', crs));
                rest = behind;
            }
        }
    }
    out.extend_from_slice(rest);
    Cow::Owned(out)
}

/// Fields that a pasted text may begin with although it has no mail headers.
const HEADER_NAMES: &[&str] = &[
    "from",
    "to",
    "cc",
    "subject",
    "date",
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "content-type",
    "delivered-to",
    "reply-to",
    "sender",
    "x-mailer",
    "auto-submitted",
    "envelope-to",
    "x-original-to",
    "references",
    "in-reply-to",
    "content-transfer-encoding",
    "dkim-signature",
    "authentication-results",
    "arc-seal",
    "x-failed-recipients",
    "resent-from",
    "delivery-date",
    "x-received",
    "received-spf",
    "x-envelope-to",
    "x-envelope-from",
    "list-id",
    "precedence",
];

/// Does the text begin with the header fields of a mail?
fn has_headers(raw: &[u8]) -> bool {
    let mut known = 0;
    for (n, line) in text::byte_lines(raw).take(200).enumerate() {
        if line.is_empty() {
            break;
        }
        if line[0] == b' ' || line[0] == b'\t' {
            if n == 0 {
                return false;
            }
            continue;
        }
        if n == 0 && (line.starts_with(b"From ") || line.starts_with(b">From ")) {
            continue;
        }
        let Some(colon) = memchr::memchr(b':', line) else { return false };
        let name = &line[..colon];
        if name.is_empty() || !name.iter().all(|b| b.is_ascii_graphic()) {
            return false;
        }
        if HEADER_NAMES.iter().any(|h| name.eq_ignore_ascii_case(h.as_bytes())) {
            known += 1;
            if known > 1 {
                return true;
            }
        }
    }
    known > 0
}

/// The boundary of a MIME body that was pasted without its header: `--xyz` followed by a Content- field.
fn bare_boundary(raw: &[u8]) -> Option<&[u8]> {
    let mut lines = text::byte_lines(raw);
    while let Some(line) = lines.next() {
        if let Some(boundary) = line.strip_prefix(b"--")
            && !boundary.is_empty()
        {
            return lines
                .next()
                .is_some_and(|l| l.len() > 8 && l[..8].eq_ignore_ascii_case(b"content-"))
                .then_some(boundary);
        }
        if !line.is_empty() && !line.starts_with(b"This is a") {
            return None;
        }
    }
    None
}

/// Is what begins like this a mail, with the header fields of one?
pub(crate) fn is_mail(beginning: &[u8]) -> bool {
    let (raw, _) = encoding::decode(beginning);
    let raw = normalise_line_ends(&raw);
    let raw = without_blank_lines(&raw);
    has_headers(raw) || bare_boundary(raw).is_some()
}

/// Takes a mail apart. Never fails: what cannot be understood is text.
#[must_use]
pub fn parse(raw: &[u8]) -> Mail {
    let (raw, is_unicode) = encoding::decode(raw);
    let raw = normalise_line_ends(&raw);
    let raw = if is_unicode { charset::restated(raw) } else { raw };
    let raw = without_blank_lines(&raw);
    let raw = match raw.strip_prefix(b"From ") {
        Some(_) => without_blank_lines(memchr::memchr(b'\n', raw).map_or(raw, |end| &raw[end + 1..])),
        None => raw,
    };
    if has_headers(raw) {
        return take_apart(raw);
    }
    let mut whole = Vec::with_capacity(raw.len() + 128);
    let head = raw[..raw.len().min(512)].to_ascii_lowercase();
    if let Some(boundary) = bare_boundary(raw) {
        whole.extend_from_slice(b"Content-Type: multipart/mixed; boundary=\"");
        whole.extend_from_slice(boundary);
        whole.extend_from_slice(b"\"\n\n");
    } else if memchr::memmem::find(&head, b"<html").is_some() || memchr::memmem::find(&head, b"<body").is_some() {
        whole.extend_from_slice(b"Content-Type: text/html; charset=utf-8\n\n");
    } else {
        let text = lossy(raw);
        let mut text = text.into_owned();
        for _ in 0..MAX_NESTING {
            let Some(bare) = quoted::unquoted(&text, Others::Stay) else { break };
            text = bare;
        }
        let Paste { text, delivery_status, shown } = paste::undress(text);
        let delivery_status = delivery_status.into_iter().collect();
        let mut headers = Headers::default();
        for (name, value) in shown {
            headers.add(name, |out| out.push_str(&value));
        }
        let mut mail =
            Mail { pasted: true, content_type: "text/plain".into(), headers, text, delivery_status, ..Mail::default() };
        cut_returned(&mut mail, 0);
        return mail;
    }
    whole.extend_from_slice(raw);
    let mut mail = take_apart(&whole);
    mail.pasted = true;
    mail.headers.clear();
    mail
}

/// The text from its first line on that is not blank.
fn without_blank_lines(mut raw: &[u8]) -> &[u8] {
    while let Some(first) = raw.first()
        && matches!(first, b'\n' | b' ' | b'\t')
    {
        let end = memchr::memchr(b'\n', raw).map_or(raw.len(), |at| at + 1);
        if !raw[..end].trim_ascii().is_empty() {
            break;
        }
        raw = &raw[end..];
    }
    raw
}

/// mail-parser sees the structure of a message and decodes its parts; of the header fields it has to know only those
/// that say how.
static PARSER: LazyLock<MessageParser> = LazyLock::new(|| {
    MessageParser::new()
        .header_content_type(HeaderName::ContentType)
        .header_text(HeaderName::ContentTransferEncoding)
        .default_header_ignore()
});

/// Takes a mail with a header block apart.
fn take_apart(raw: &[u8]) -> Mail {
    let (headers, structure) = headers(raw);
    // Without a field that says otherwise the body is a text as it stands (RFC 2045, section 5.2).
    if let Some(body) = raw[structure..].strip_prefix(b"\n") {
        let text = lossy(body).into_owned();
        let mut mail = Mail { headers, text, ..Mail::default() };
        cut_returned(&mut mail, 0);
        return mail;
    }
    let Unread { kept, returned } =
        without_unread(&raw[structure..], headers.named("Content-Type").next().unwrap_or(""), machine::may_be_report);
    match PARSER.parse(kept.as_ref()) {
        Some(message) => from_parsed(&message, &kept, Mail { returned, headers, ..Mail::default() }, 0),
        // Nothing but header fields.
        None if !headers.is_empty() => Mail { headers, ..Mail::default() },
        None => Mail { text: lossy(&kept).into_owned(), ..Mail::default() },
    }
}

/// The header fields at the beginning of a mail, and from where on it has to be known to see its structure: from the
/// first field that tells of it, or from the empty line. Most header fields are traces of the way that the mail took.
fn headers(raw: &[u8]) -> (Headers, usize) {
    let end = text::empty_line(raw).map_or(raw.len(), |at| at + 1);
    let block = lossy(&raw[..end]);
    let mut headers = Headers::with_room(block.len());
    let mut structure = end;
    for (name, value) in folded_fields(&block) {
        if structure == end && name.len() > 8 && name.as_bytes()[..8].eq_ignore_ascii_case(b"content-") {
            structure = name.as_ptr() as usize - block.as_ptr() as usize;
        }
        headers.add(name, |text| push_value(text, name, value));
    }
    // In bytes that are no text the places are others.
    (headers, if matches!(block, Cow::Borrowed(_)) { structure } else { 0 })
}

/// Adds the value of a folded header field on one line, the Subject decoded.
fn push_value(out: &mut String, name: &str, folded: &str) {
    let first = memchr::memchr(b'\n', folded.as_bytes()).map_or(folded.len(), |at| at + 1);
    let is_folded = first < folded.len();
    if name.eq_ignore_ascii_case("Subject") && (is_folded || text::contains(folded, "=?")) {
        if let HeaderValue::Text(text) = MessageStream::new(folded.as_bytes()).parse_unstructured() {
            out.push_str(text::trim(&text));
        }
    } else if is_folded {
        let lines = text::whole_lines(&folded[first..]).take_while(|l| l.starts_with([' ', '\t']));
        let value = &folded[..first + lines.map(str::len).sum::<usize>()];
        text::push_joined(out, text::trim(value));
    } else {
        out.push_str(text::trim(folded));
    }
}

/// The returned message's header block where the writer put it straight behind a boundary, as if it were the header
/// of the part.
fn headers_as_part(part: &MessagePart<'_>, raw: &[u8]) -> Option<String> {
    if part.headers.len() < 3 || part.content_type().is_some_and(|c| c.ctype().eq_ignore_ascii_case("multipart")) {
        return None;
    }
    let is = |name: &HeaderName<'_>| part.headers.iter().any(|h| h.name == *name);
    // The report's own header block stands at the very beginning.
    if part.offset_header == 0 || !is(&HeaderName::Received) || !(is(&HeaderName::From) || is(&HeaderName::MessageId)) {
        return None;
    }
    let block = raw.get(part.offset_header as usize..part.offset_body as usize)?;
    Some(lossy(block).trim_end().to_string())
}

/// Type and subtype, lower case, without parameters.
fn full_type(content_type: &ContentType<'_>) -> String {
    let mut full = content_type.ctype().to_string();
    if let Some(sub) = content_type.subtype() {
        full.push('/');
        full.push_str(sub);
    }
    full.make_ascii_lowercase();
    full
}

fn is_type(content_type: Option<&ContentType<'_>>, kind: &str, sub: &[&str]) -> bool {
    content_type.is_some_and(|c| {
        c.ctype().eq_ignore_ascii_case(kind)
            && c.subtype().is_some_and(|s| sub.iter().any(|w| s.eq_ignore_ascii_case(w)))
    })
}

/// A mail out of its parts. Its header fields were read already, or stand at the beginning of its first part.
fn from_parsed(message: &mail_parser::Message<'_>, raw: &[u8], mut mail: Mail, depth: usize) -> Mail {
    let Some(root) = message.parts.first() else { return mail };
    if let Some(content_type) = root.content_type() {
        mail.content_type = full_type(content_type);
        mail.report_type = content_type.attribute("report-type").unwrap_or("").to_ascii_lowercase();
    }
    let mut from_html = String::new();
    for (n, part) in message.parts.iter().enumerate() {
        // The first part's fields are the message's own.
        let block = (n > 0 && mail.returned.is_none()).then(|| headers_as_part(part, raw)).flatten();
        match block {
            Some(block) => mail.returned = Some(block),
            None => take_part(&mut mail, &mut from_html, part, depth),
        }
    }
    // A multipart whose boundary is lost has no parts: better all of it than nothing.
    if depth == 0
        && mail.text.trim().is_empty()
        && from_html.trim().is_empty()
        && mail.delivery_status.is_empty()
        && mail.attached.is_empty()
    {
        let body = raw.get(root.offset_body as usize..).unwrap_or(b"");
        if body.len() < 200_000 && !mail.content_type.starts_with("text/") {
            mail.text = lossy(body).into_owned();
        }
    }
    if mail.text.trim().is_empty() {
        mail.text = from_html;
    } else {
        mail.html_text = from_html;
    }
    cut_returned(&mut mail, depth);
    mail
}

fn take_part(mail: &mut Mail, from_html: &mut String, part: &MessagePart<'_>, depth: usize) {
    let bytes = || match &part.body {
        PartType::Text(t) | PartType::Html(t) => Cow::Borrowed(t.as_ref()),
        PartType::Binary(b) | PartType::InlineBinary(b) => lossy(b),
        PartType::Message(m) => lossy(&m.raw_message),
        PartType::Multipart(_) => Cow::Borrowed(""),
    };
    let content_type = part.content_type();
    if is_type(content_type, "message", &["delivery-status", "global-delivery-status"]) {
        let mut fields = bytes().into_owned();
        // A boundary that a gateway changed no longer ends the part: the returned message runs on in it.
        if let Some(at) = text::find(&fields, "\n--")
            && let Some((head, rest)) = text::split_once(&fields[at..], "\n\n")
            && head.to_ascii_lowercase().contains("content-type:")
        {
            if cut::looks_like_headers(rest) {
                mail.returned.get_or_insert_with(|| header_block(rest).to_string());
            }
            fields.truncate(at);
        }
        mail.delivery_status.push(fields);
        return;
    }
    if is_type(content_type, "message", &["feedback-report"]) {
        mail.feedback_report = Some(bytes().into_owned());
        return;
    }
    if is_type(content_type, "message", &["disposition-notification", "global-disposition-notification"]) {
        mail.disposition = Some(bytes().into_owned());
        return;
    }
    if is_type(content_type, "text", &["rfc822-headers", "global-headers", "rfc822"])
        || is_type(content_type, "message", &["rfc822-headers", "partial", "global-headers"])
    {
        mail.returned.get_or_insert_with(|| header_block(&bytes()).to_string());
        return;
    }
    match &part.body {
        PartType::Message(inner) => {
            if mail.returned.is_none() {
                let block = raw_header_block(inner);
                // Some writers leave an empty line before the attached message, which makes all of it its body.
                mail.returned = Some(if block.is_empty() { header_block(&body_of(inner)).to_string() } else { block });
            }
            // What a report returns is of interest only where it may be a report itself.
            let is_report = mail.report_type == "delivery-status" || !mail.delivery_status.is_empty();
            if depth < MAX_NESTING && (!is_report || mail.returned.as_deref().is_none_or(machine::may_be_report)) {
                let raw = inner.raw_message.as_ref();
                let start = inner.parts.first().map_or(0, |root| root.offset_header as usize);
                let (headers, _) = headers(raw.get(start..).unwrap_or(b""));
                mail.attached.push(from_parsed(inner, raw, Mail { headers, ..Mail::default() }, depth + 1));
            }
        }
        PartType::Html(html) => append(from_html, &html::to_text(html)),
        PartType::Text(text) => {
            // A file that somebody attached to the report is seldom its text; headers in one are the returned ones.
            if is_named(part) && !text.trim().is_empty() {
                mail.files.push(text.to_string());
            }
            if content_type.is_some_and(|c| c.has_attribute("name")) && cut::looks_like_headers(text) {
                mail.returned.get_or_insert_with(|| header_block(text).to_string());
            } else if is_type(content_type, "text", &["html"]) {
                append(from_html, &html::to_text(text));
            } else {
                append(&mut mail.text, text);
            }
        }
        PartType::Binary(body) | PartType::InlineBinary(body) => {
            if content_type.is_some_and(|c| c.ctype().eq_ignore_ascii_case("multipart")) {
                take_unbounded(mail, body, depth);
            }
            // `message/*` and unlabelled text arrive as binary; pictures and archives are of no use here.
            if is_type(content_type, "message", &["rfc822", "global", "news"]) {
                let text = bytes();
                mail.returned.get_or_insert_with(|| header_block(&text).to_string());
            } else if is_named(part) && machine::is_text_file(part.attachment_name().unwrap_or("")) {
                let (text, _) = encoding::decode(body);
                if std::str::from_utf8(&text).is_ok() && memchr::memchr(0, &text).is_none() {
                    mail.files.push(lossy(&normalise_line_ends(&text)).into_owned());
                }
            }
        }
        PartType::Multipart(_) => {}
    }
}

/// Is the part a file that somebody attached?
fn is_named(part: &MessagePart<'_>) -> bool {
    part.attachment_name().is_some() || part.content_disposition().is_some_and(|d| d.is_attachment())
}

/// The raw body of a message.
fn body_of<'a>(message: &'a mail_parser::Message<'_>) -> Cow<'a, str> {
    let Some(root) = message.parts.first() else { return Cow::Borrowed("") };
    let (from, to) = (root.offset_body as usize, root.offset_end as usize);
    lossy(message.raw_message.get(from..to.max(from)).unwrap_or(b""))
}

/// A multipart whose Content-Type lost its boundary, mostly because its folding was lost: the body shows it.
fn take_unbounded(mail: &mut Mail, body: &[u8], depth: usize) {
    let start = body.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(body.len());
    let body = &body[start..];
    // A multipart in a multipart in a multipart, none with a boundary, is an attack on the stack.
    let Some(boundary) = bare_boundary(body).filter(|_| depth < MAX_NESTING) else {
        append(&mut mail.text, &lossy(body));
        return;
    };
    let whole = [b"Content-Type: multipart/mixed; boundary=\"".as_slice(), boundary, b"\"\n\n", body].concat();
    let Some(parsed) = PARSER.parse(&whole) else { return };
    let inner = from_parsed(&parsed, &whole, Mail::default(), depth + 1);
    append(&mut mail.text, &inner.text);
    mail.delivery_status.extend(inner.delivery_status);
    mail.returned = mail.returned.take().or(inner.returned);
}

fn append(to: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    if !to.is_empty() && !to.ends_with('\n') {
        to.push('\n');
    }
    to.push_str(text);
}

/// The text up to the first empty line.
fn header_block(text: &str) -> &str {
    let text = text.trim_start_matches(['\n', '\r']);
    text::empty_line(text.as_bytes()).map_or(text, |end| &text[..end])
}

/// The header block of an attached message as it stands in the raw message.
fn raw_header_block(message: &mail_parser::Message<'_>) -> String {
    let Some(root) = message.parts.first() else { return String::new() };
    let raw = message.raw_message.as_ref();
    let (from, to) = (root.offset_header as usize, root.offset_body as usize);
    let block = raw.get(from..to.max(from)).unwrap_or(b"");
    let block = lossy(block);
    if !block.trim().is_empty() {
        return block.trim_end().to_string();
    }
    // Empty lines before the header fields make them the body.
    let body = raw.get(to..).unwrap_or(b"");
    header_block(&lossy(body)).to_string()
}

/// A person forwarded a report inside the text: mail programs set a few of its header fields before it, which
/// are neither the report's words nor the returned message. Gives the cut through what is left.
fn unwrap_forwarded(text: &mut String) -> Option<cut::Cut> {
    let cut = cut::find(text)?;
    let block = header_block(&text[cut.headers..]);
    if !machine::are_shown_of_report(block) {
        return Some(cut);
    }
    text.drain(..cut.headers + block.len());
    cut::find(text)
}

/// Cuts the returned message off the end of the text.
fn cut_returned(mail: &mut Mail, depth: usize) {
    let cut = unwrap_forwarded(&mut mail.text);
    // Lost separators leave it in the machine part.
    if mail.returned.is_none() {
        let block = |d: &String| cut::find(d).map(|cut| header_block(&d[cut.headers..]).to_string());
        mail.returned = mail.delivery_status.iter().find_map(block);
    }
    if let Some(cut) = cut {
        let inner = &mail.text[cut.headers..];
        let block = header_block(inner);
        if mail.pasted {
            // "Hello, I get this:" and then the report itself, headers and all.
            mail.attached.push(take_apart(inner.as_bytes()));
        } else if mail.attached.is_empty() && depth < MAX_NESTING && machine::is_of_daemon(block) {
            // A bounce pasted whole into the text of another mail is taken apart like one that is attached.
            if let Some(parsed) = PARSER.parse(inner) {
                let (headers, _) = headers(inner.as_bytes());
                mail.attached.push(from_parsed(
                    &parsed,
                    inner.as_bytes(),
                    Mail { headers, in_text: true, ..Mail::default() },
                    depth + 1,
                ));
            }
        }
        if mail.returned.as_deref().is_none_or(|r| !cut::looks_like_headers(r)) {
            mail.returned = Some(block.to_string());
        }
        mail.text.truncate(cut.end_of_text);
    }
    if let Some(cut) = cut::find(&mail.html_text) {
        mail.html_text.truncate(cut.end_of_text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_multipart_without_its_boundary_is_read() {
        let raw = "From: a@example.com\nSubject: x\nContent-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/alternative;\nboundary=\"i\"\n\n--i\nContent-Type: text/plain\n\nError: gone\n--i--\n--o--\n";
        assert!(parse(raw.as_bytes()).text.contains("Error: gone"));
    }

    #[test]
    fn a_message_put_in_as_a_bare_part_is_the_returned_one() {
        let raw = "From: a@example.com\nSubject: x\nContent-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: text/plain\n\nfailed\n--o\nReceived: from a by b\nMessage-Id: <1@example.org>\nFrom: me@example.org\n\nhi\n--o--\n";
        let mail = parse(raw.as_bytes());
        assert!(mail.returned.unwrap().contains("<1@example.org>"));
        assert_eq!(mail.text.trim(), "failed");
    }

    #[test]
    fn header_fields_of_a_forwarded_report_are_dropped() {
        let raw = "From: a@example.com\nSubject: Fwd: x\n\nFYI\n\n-------- Original Message --------\nFrom: MAILER-DAEMON@mx.example.com\nSubject: Undelivered Mail\nTo: a@example.com\n\n<b@example.net>: gone\n";
        assert_eq!(parse(raw.as_bytes()).text.trim(), "<b@example.net>: gone");
    }
}
