//! `--input jsonl`: lines of `{"key": …, "message": "…"}` in, exactly one line for each out, in their order, with the
//! same key. For programs that keep the diagnosing of many messages running, such as Spark's `pipe`.

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use base64::Engine;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde::Deserialize;
use serde_json::value::RawValue;
use whybounce::output::json;
use whybounce::terms::Kind;
use whybounce::{Table, diagnose};

use super::{Outcome, json_form};
use crate::cli::Options;

/// A line of the input.
#[derive(Deserialize)]
struct Line<'a> {
    /// Whatever JSON it is, it comes back as it was.
    #[serde(borrow, default)]
    key: Option<&'a RawValue>,
    message: Option<String>,
    message_base64: Option<String>,
}

/// Answers each line of the files, or of standard input.
pub(crate) fn run(files: &[PathBuf], options: &Options) -> anyhow::Result<ExitCode> {
    let table = super::table(options)?.indexed();
    let stdin = PathBuf::from("-");
    let files = if files.is_empty() { std::slice::from_ref(&stdin) } else { files };
    let mut out = io::stdout().lock();
    let mut outcome = Outcome::default();
    for file in files {
        let named = || format!("{}", file.display());
        let input: Box<dyn BufRead> = match file.as_os_str() == "-" {
            true => Box::new(io::stdin().lock()),
            false => Box::new(io::BufReader::new(std::fs::File::open(file).with_context(named)?)),
        };
        answer(input, file, &table, options, &mut out, &mut outcome)?;
    }
    Ok(outcome.code(options.exit_zero))
}

fn answer(
    mut input: impl BufRead,
    file: &Path,
    table: &Table,
    options: &Options,
    out: &mut dyn Write,
    outcome: &mut Outcome,
) -> anyhow::Result<()> {
    let mut line = Vec::new();
    let mut number = 0_u64;
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).with_context(|| format!("{}", file.display()))? == 0 {
            return Ok(());
        }
        number += 1;
        let text = line.trim_ascii();
        // A blank line holds nothing to answer.
        if text.is_empty() {
            continue;
        }
        let mut answer = Vec::new();
        match message_in(text) {
            Ok((key, raw)) => {
                let diagnosed = std::panic::catch_unwind(|| diagnose(&raw, table));
                match diagnosed {
                    Ok(diagnosis) => {
                        outcome.diagnosed |= diagnosis.kind != Kind::NotABounce;
                        let source = format!("{}#{number}", file.display());
                        json::write_message_as(&mut answer, &source, &diagnosis, json_form(options), Some(&key));
                    }
                    Err(_) => error(&mut answer, &key, "could not be diagnosed; this is a bug in whybounce"),
                }
            }
            Err((key, why)) => {
                outcome.unreadable = true;
                error(&mut answer, &key, &format!("line {number}: {why}"));
            }
        }
        out.write_all(&answer)?;
        out.flush()?;
    }
}

/// The key of a line as it stands there, and the message in it; or the key, where there is one, and what is wrong.
fn message_in(line: &[u8]) -> Result<(String, Vec<u8>), (String, String)> {
    let null = || "null".to_string();
    let line: Line<'_> = match serde_json::from_slice(line) {
        Ok(line) => line,
        Err(e) => return Err((null(), format!("no JSON object with `key` and `message`: {e}"))),
    };
    let key = line.key.map_or_else(null, |key| key.get().to_string());
    match (line.message, line.message_base64) {
        (Some(message), None) => Ok((key, message.into_bytes())),
        (None, Some(encoded)) => match decode(&encoded) {
            Some(message) => Ok((key, message)),
            None => Err((key, "`message_base64` is no base64".into())),
        },
        (None, None) => Err((key, "it has neither `message` nor `message_base64`".into())),
        (Some(_), Some(_)) => Err((key, "it has both `message` and `message_base64`".into())),
    }
}

/// Base64 (RFC 4648 section 4), with or without line breaks and padding.
fn decode(encoded: &str) -> Option<Vec<u8>> {
    const ANY: GeneralPurposeConfig =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let engine = GeneralPurpose::new(&base64::alphabet::STANDARD, ANY);
    let joined: String = encoded.split_ascii_whitespace().collect();
    engine.decode(joined).ok()
}

fn error(out: &mut Vec<u8>, key: &str, what: &str) {
    out.extend_from_slice(b"{\"key\":");
    out.extend_from_slice(key.as_bytes());
    out.extend_from_slice(b",\"error\":");
    json::write_string(out, what);
    out.extend_from_slice(b"}\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64() {
        assert_eq!(decode("aGVsbG8=").as_deref(), Some(b"hello".as_slice()));
        assert_eq!(decode("aGVs\nbG8").as_deref(), Some(b"hello".as_slice()));
        assert_eq!(decode("").as_deref(), Some(b"".as_slice()));
        for wrong in ["a", "a*b=", "aGVs=bG8"] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn keys_come_back_as_they_are() {
        let (key, message) = message_in(br#"{"key": {"a": [1, "x"]}, "message": "550 no"}"#).unwrap();
        assert_eq!((key.as_str(), message.as_slice()), (r#"{"a": [1, "x"]}"#, b"550 no".as_slice()));
        assert_eq!(message_in(br#"{"key": 7}"#).unwrap_err().0, "7");
        assert_eq!(message_in(b"no").unwrap_err().0, "null");
        assert!(message_in(br#"{"key": 1, "message": "a", "message_base64": "YQ=="}"#).is_err());
    }
}
