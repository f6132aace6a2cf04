//! The JSON: one object a line.

use std::io::Write;

use crate::diagnosis::{Diagnosis, RecipientDiagnosis};
use crate::names::code::Status;
use crate::names::note::Note;
use crate::returned::Original;
use crate::text::escape;
use crate::words::{self, Language, Step};

/// The version of the format. Later versions only add fields.
pub const SCHEMA_VERSION: u8 = 1;

/// The name of a field as it stands in an object, with the comma before it and the colon behind it.
macro_rules! field {
    ($name:literal) => {
        concat!(",\"", $name, "\":")
    };
}

/// An object that is being written. Millions of lines have the same fields: they are written as they come, each name
/// in one piece, as [`field!`] gives it.
struct Object<'o> {
    out: &'o mut Vec<u8>,
    empty: bool,
}

impl<'o> Object<'o> {
    fn new(out: &'o mut Vec<u8>) -> Self {
        out.push(b'{');
        Self { out, empty: true }
    }

    /// Writes the name of a field; its value is to follow.
    fn name(&mut self, field: &'static str) -> &mut Vec<u8> {
        // No comma stands before the first.
        let field = &field.as_bytes()[usize::from(self.empty)..];
        self.empty = false;
        self.out.extend_from_slice(field);
        self.out
    }

    fn text(&mut self, field: &'static str, value: Option<&str>) {
        let out = self.name(field);
        match value {
            Some(value) => string(out, value),
            None => out.extend_from_slice(b"null"),
        }
    }

    /// Writes one of our own words, which needs no escape.
    fn word(&mut self, field: &'static str, value: Option<&'static str>) {
        let out = self.name(field);
        match value {
            Some(value) => {
                out.push(b'"');
                out.extend_from_slice(value.as_bytes());
                out.push(b'"');
            }
            None => out.extend_from_slice(b"null"),
        }
    }

    fn number(&mut self, field: &'static str, value: Option<u16>) {
        let out = self.name(field);
        match value {
            Some(value) => number(out, value),
            None => out.extend_from_slice(b"null"),
        }
    }

    fn status(&mut self, field: &'static str, value: Option<Status>) {
        let out = self.name(field);
        match value {
            Some(Status { class, subject, detail }) => {
                out.push(b'"');
                number(out, class.into());
                out.push(b'.');
                number(out, subject);
                out.push(b'.');
                number(out, detail);
                out.push(b'"');
            }
            None => out.extend_from_slice(b"null"),
        }
    }

    fn list<'a>(&mut self, field: &'static str, values: impl IntoIterator<Item = &'a str>) {
        list(self.name(field), values, string);
    }

    fn end(self) {
        self.out.push(b'}');
    }
}

fn list<T>(out: &mut Vec<u8>, values: impl IntoIterator<Item = T>, write: impl Fn(&mut Vec<u8>, T)) {
    out.push(b'[');
    for (n, value) in values.into_iter().enumerate() {
        if n > 0 {
            out.push(b',');
        }
        write(out, value);
    }
    out.push(b']');
}

fn number(out: &mut Vec<u8>, value: u16) {
    // Writing to memory does not fail.
    let _ = serde_json::to_writer(out, &value);
}

/// Can the byte stand in a string as it is, whatever is around it?
const fn is_plain(b: u8) -> bool {
    b >= 0x20 && b < 0x7f && b != b'"' && b != b'\\'
}

/// So many bytes of a string are looked at together.
const PIECE: usize = 16;

fn is_plain_piece(piece: &[u8; PIECE]) -> bool {
    // No early end: the compiler makes this look at all of them at once.
    piece.iter().fold(true, |plain, b| plain & is_plain(*b))
}

/// Writes a string (RFC 8259 section 7), with what must not reach a terminal escaped.
fn string(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let mut rest = text;
    while !rest.is_empty() {
        // Nearly all is plain, and in pieces of this size that is quickly seen.
        let bytes = rest.as_bytes();
        let (pieces, end) = bytes.as_chunks();
        let plain = PIECE * pieces.iter().take_while(|p| is_plain_piece(p)).count();
        // What is left over is seen at once together with what stands before it.
        let plain = match bytes.last_chunk() {
            Some(last) if plain + end.len() == bytes.len() && is_plain_piece(last) => bytes.len(),
            _ => plain + bytes[plain..].iter().take_while(|b| is_plain(**b)).count(),
        };
        out.extend_from_slice(&rest.as_bytes()[..plain]);
        rest = &rest[plain..];
        let Some(c) = rest.chars().next() else { break };
        character(out, c);
        rest = &rest[c.len_utf8()..];
    }
    out.push(b'"');
}

/// Writes a character that may need an escape.
fn character(out: &mut Vec<u8>, c: char) {
    let escape = match c {
        '"' => b'"',
        '\\' => b'\\',
        '\u{8}' => b'b',
        '\t' => b't',
        '\n' => b'n',
        '\u{c}' => b'f',
        '\r' => b'r',
        c if escape::is_unsafe(c) => {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.extend_from_slice(format!("\\u{unit:04x}").as_bytes());
            }
            return;
        }
        c => {
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            return;
        }
    };
    out.extend_from_slice(&[b'\\', escape]);
}

fn original(out: &mut Vec<u8>, original: &Original) {
    let mut object = Object::new(out);
    object.text(field!("message_id"), original.message_id.as_deref());
    object.text(field!("from"), original.from.as_deref());
    object.list(field!("to"), original.to.iter().map(String::as_str));
    object.text(field!("subject"), original.subject.as_deref());
    object.text(field!("date"), original.date.as_deref());
    object.end();
}

fn step(out: &mut Vec<u8>, step: &Step) {
    let mut object = Object::new(out);
    object.word(field!("who"), Some(step.who.id()));
    object.text(field!("does"), Some(&step.does));
    object.text(field!("do"), Some(&step.text));
    object.text(field!("run"), step.run.as_deref());
    object.text(field!("verify"), step.verify.as_deref());
    object.text(field!("link"), step.link.as_deref());
    object.end();
}

/// What is written of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Form {
    /// Without the prose: `summary`, `remediation`, `steps`, `notes`, `links`.
    pub slim: bool,
    /// With the steps of the whole playbook.
    pub full: bool,
}

impl Form {
    /// The same without the prose, or with it.
    #[must_use]
    pub fn slim(self, slim: bool) -> Self {
        Self { slim, ..self }
    }

    /// The same with the whole playbook, or with what fits on a screen.
    #[must_use]
    pub fn full(self, full: bool) -> Self {
        Self { full, ..self }
    }
}

fn recipient(out: &mut Vec<u8>, r: &RecipientDiagnosis, form: Form) {
    let mut object = Object::new(out);
    object.text(field!("address"), r.address.as_deref());
    object.text(field!("original_address"), r.original_address.as_deref());
    object.word(field!("action"), r.action.map(|a| a.id()));
    object.status(field!("status"), r.status);
    object.number(field!("reply_code"), r.reply_code);
    object.text(field!("smtp_response"), r.smtp_response.as_deref());
    object.text(field!("remote_server"), r.remote_server.as_deref());
    object.word(field!("rejected_by"), r.rejected_by.map(|b| b.id()));
    object.word(field!("stage"), r.stage.map(|s| s.id()));
    object.word(field!("cause"), r.cause.map(|c| c.id()));
    object.word(field!("owner"), r.owner.map(|o| o.id()));
    object.word(field!("permanence"), r.permanence.map(|p| p.id()));
    object.word(field!("confidence"), r.confidence.map(|c| c.id()));
    object.text(field!("rule"), r.rule.as_deref());
    object.text(field!("evidence"), r.evidence.as_deref());
    if !form.slim {
        object.text(field!("summary"), r.summary.as_deref());
        object.list(field!("remediation"), r.remediation().chain(r.send_on.as_deref()));
        list(object.name(field!("notes")), &r.notes, |out, n| string(out, &words::note(Language::default(), n)));
        object.list(field!("links"), r.links.iter().map(AsRef::as_ref));
    }
    list(object.name(field!("also")), r.also, |out, (cause, share)| {
        // Writing to memory does not fail.
        let _ = write!(out, "{{\"cause\":\"{cause}\",\"share\":0.{share:02}}}");
    });
    if !form.slim {
        list(object.name(field!("steps")), r.steps.iter().filter(|s| form.full || !s.more), step);
    }
    object.word(field!("class"), Some(r.class().id()));
    object.word(field!("retry"), r.retry().map(|retry| retry.id()));
    match r.retry_after() {
        Some(seconds) => {
            let _ = write!(object.name(field!("retry_after")), "{seconds}");
        }
        None => object.word(field!("retry_after"), None),
    }
    object.text(field!("did_you_mean"), r.did_you_mean.as_deref());
    match r.list() {
        Some(name) => {
            let mut list = Object::new(object.name(field!("list")));
            list.text(field!("name"), Some(&name));
            list.text(field!("listed"), r.listed().as_deref());
            list.text(field!("look_up"), r.look_up().as_deref());
            list.end();
        }
        None => object.word(field!("list"), None),
    }
    object.text(field!("ip"), r.ip().as_deref());
    object.text(field!("envelope_sender"), r.envelope_sender());
    object.text(field!("queue_id"), r.queue_id.as_deref());
    object.end();
}

/// Writes the line of one message. Nothing in it can harm a terminal.
///
/// ```
/// use whybounce::output::json::write_message;
/// use whybounce::{Table, diagnose};
///
/// let diagnosis = diagnose(b"552 5.2.2 <bob@example.com>: Mailbox full", &Table::default());
/// let mut line = Vec::new();
/// write_message(&mut line, "bounce.eml", &diagnosis);
/// let json = String::from_utf8(line).unwrap();
/// assert!(json.starts_with(r#"{"schema_version":1,"source":"bounce.eml","kind":"failed","#));
/// assert!(json.contains(r#""cause":"mailbox-full""#));
/// ```
pub fn write_message(out: &mut Vec<u8>, source: &str, diagnosis: &Diagnosis) {
    write_message_as(out, source, diagnosis, Form::default(), None);
}

/// The same in a form, and with the `key` that came with the message, which is JSON itself.
pub fn write_message_as(out: &mut Vec<u8>, source: &str, diagnosis: &Diagnosis, form: Form, key: Option<&str>) {
    let mut object = Object::new(out);
    object.number(field!("schema_version"), Some(SCHEMA_VERSION.into()));
    object.text(field!("source"), Some(source));
    object.word(field!("kind"), Some(diagnosis.kind.id()));
    object.text(field!("generating_server"), diagnosis.generating_server.as_deref());
    object.text(field!("software"), diagnosis.software);
    match &diagnosis.original {
        Some(returned) => original(object.name(field!("original")), returned),
        None => object.word(field!("original"), None),
    }
    list(object.name(field!("recipients")), &diagnosis.recipients, |out, r| recipient(out, r, form));
    object.word(field!("form"), Some(diagnosis.form.id()));
    object.word(field!("reader"), Some(diagnosis.reader.id()));
    object.text(field!("date"), diagnosis.date_time().as_deref());
    object.text(field!("message_id"), diagnosis.message_id.as_deref());
    object.word(field!("provenance"), Some(diagnosis.provenance.id()));
    let signs = diagnosis.provenance_evidence.iter();
    list(object.name(field!("provenance_evidence")), signs, |out, s| string(out, &words::sign(Language::default(), s)));
    object.name(field!("key")).extend_from_slice(key.unwrap_or("null").as_bytes());
    if !form.slim {
        let notes = |out: &mut Vec<u8>, n: &Note| string(out, &words::note(Language::default(), n));
        list(object.name(field!("notes")), &diagnosis.notes, notes);
    }
    object.end();
    out.push(b'\n');
}

/// Writes a text as JSON has it, with what must not reach a terminal escaped.
pub fn write_string(out: &mut Vec<u8>, text: &str) {
    string(out, text);
}

/// Writes one recipient object, for `explain`.
pub fn write_recipient(out: &mut Vec<u8>, of: &RecipientDiagnosis) {
    recipient(out, of, Form::default());
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_json_and_harmless() {
        let all: String = (0..=0x10_ffff).filter_map(char::from_u32).collect();
        for text in ["", "plain", "a \"quoted\" \\ b\tc", "exactly sixteen b", "“é 日本”", all.as_str()] {
            let mut ours = Vec::new();
            string(&mut ours, text);
            assert_eq!(ours, escape::for_json(serde_json::to_vec(text).unwrap()));
        }
    }

    #[test]
    fn numbers_are_json() {
        for n in [0, 1, 10, 421, 550, 9999, 10_000, u16::MAX] {
            let mut out = Vec::new();
            Object::new(&mut out).number(field!("n"), Some(n));
            assert_eq!(String::from_utf8(out).unwrap(), format!("{{\"n\":{n}"));
        }
    }
}
