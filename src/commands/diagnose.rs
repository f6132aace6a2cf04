//! `whybounce [FILE]...`: each file is one bounce; folders and mboxes make it a scan.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::CommandFactory;
use whybounce::Status;
use whybounce::internal::code;
use whybounce::internal::input::{self, Unpacked};
use whybounce::output::{json, message};
use whybounce::terms::Kind;
use whybounce::{Diagnosis, Manner, Table, diagnose, diagnose_each};

use super::{Outcome, complain, explain, layout, open_stream, scan};
use crate::cli::{Cli, Options};

/// From this length on a text is expected to tell of many messages.
const LONG: usize = 1 << 18;

/// Diagnoses each file.
pub(crate) fn run(files: &[PathBuf], options: &Options) -> anyhow::Result<ExitCode> {
    let stdin = PathBuf::from("-");
    let files = match files {
        [] if io::stdin().is_terminal() => {
            // Nothing given and nothing piped: somebody tries out what this is.
            Cli::command().print_help()?;
            return Ok(ExitCode::from(2));
        }
        [] => std::slice::from_ref(&stdin),
        files => files,
    };
    if files.iter().any(|f| is_many(f)) {
        return Ok(scan::run(&scan::plain(files), options)?.code(options.exit_zero));
    }
    let mut table = super::table(options)?;
    if let [only] = files
        && let Some(reply) = reply(only, &table)
        && !options.json
    {
        return explain::run(reply, false, options);
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::default();
    let mut raw = Vec::new();
    let mut written = 0;
    for file in files {
        let read = if is_stream(file) {
            read_stream(file, &mut raw)
        } else if files.len() == 1
            && let Some(reply) = reply(file, &table)
        {
            raw = reply.as_bytes().to_vec();
            Ok(None)
        } else {
            read_one(file, &mut raw)
        };
        let more = match read {
            Ok(more) => more,
            Err(e) => {
                complain(format_args!("{}: {e}", file.display()));
                outcome.unreadable = true;
                continue;
            }
        };
        if let Some((second, mbox)) = more {
            out.flush()?;
            let first = std::mem::take(&mut raw);
            let many = scan::run_stream(&file.to_string_lossy(), vec![first, second], mbox, options, &table)?;
            outcome.diagnosed |= many.diagnosed;
            outcome.unreadable |= many.unreadable;
            continue;
        }
        let members = match input::unpack(&raw) {
            Unpacked::Plain => None,
            Unpacked::Members(members) => Some(members),
            Unpacked::Unreadable(what) => {
                complain(format_args!(
                    "{}: cannot read {what}; copy the text of the bounce and paste it",
                    file.display()
                ));
                outcome.unreadable = true;
                continue;
            }
            Unpacked::Broken(why) => {
                complain(format_args!("{}: {why}", file.display()));
                outcome.unreadable = true;
                continue;
            }
        };
        if let Some(mut members) = members {
            if let [(name, bytes)] = members.as_mut_slice()
                && name.is_empty()
                && input::messages(bytes).is_none()
            {
                raw = std::mem::take(bytes);
            } else {
                out.flush()?;
                let many = scan::run_members(&file.to_string_lossy(), members, options, &table)?;
                outcome.diagnosed |= many.diagnosed;
                outcome.unreadable |= many.unreadable;
                continue;
            }
        }
        // Many messages are likely in it: then an index of the rules pays.
        if raw.len() > LONG {
            table = table.indexed();
        }
        // A bug that one file sets off must not cost the others.
        let Ok(diagnoses) = std::panic::catch_unwind(|| diagnose_each(&raw, &table, Manner::Asked)) else {
            complain(format_args!("{}: could not be diagnosed; this is a bug in whybounce", file.display()));
            outcome.unreadable = true;
            continue;
        };
        let many = diagnoses.len() > 1;
        for (n, diagnosis) in diagnoses.iter().enumerate() {
            outcome.diagnosed |= diagnosis.kind != Kind::NotABounce;
            let path = file.to_string_lossy();
            let path = if many { format!("{path}#{}", n + 1) } else { path.into_owned() };
            let source = (files.len() > 1 || many).then_some(path.as_str());
            if written > 0 && !options.json {
                out.write_all(b"\n")?;
            }
            write(&mut out, &path, source, diagnosis, options)?;
            written += 1;
        }
    }
    out.flush()?;
    Ok(outcome.code(options.exit_zero))
}

fn write(
    out: &mut dyn Write,
    path: &str,
    source: Option<&str>,
    diagnosis: &Diagnosis,
    options: &Options,
) -> io::Result<()> {
    if options.json {
        let mut line = Vec::new();
        json::write_message_as(&mut line, path, diagnosis, super::json_form(options), None);
        return out.write_all(&line);
    }
    message::write_message(out, source, diagnosis, layout())
}

/// The reply that somebody gave in the place of a file: words that are no path to anything, and a refusal.
fn reply<'a>(argument: &'a Path, table: &Table) -> Option<&'a str> {
    let text = argument.to_str()?.trim();
    let is_code = text.parse::<Status>().is_ok() || text.len() == 3 && code::leading_reply(text).is_some();
    let is_path = text.starts_with(['/', '.', '~'])
        || argument
            .extension()
            .is_some_and(|e| ["eml", "txt", "mbox", "msg", "log"].iter().any(|n| e.eq_ignore_ascii_case(n)));
    if !is_code && (is_path || !text.contains(char::is_whitespace)) || argument.symlink_metadata().is_ok() {
        return None;
    }
    (diagnose(text.as_bytes(), table).kind != Kind::NotABounce).then_some(text)
}

/// A folder, or an mbox with more than one message. A single message with a `From ` line is what many programs save.
fn is_many(path: &Path) -> bool {
    if is_stream(path) {
        return false;
    }
    path.is_dir() || input::is_mbox(path).unwrap_or(false) && has_second_message(path)
}

fn has_second_message(path: &Path) -> bool {
    let Ok(mut mbox) = input::Mbox::open(path) else { return false };
    let mut message = Vec::new();
    mbox.next_into(&mut message).unwrap_or(false) && mbox.next_into(&mut message).unwrap_or(false)
}

/// Standard input, or a pipe such as a shell's `<(…)`: what is read of it once is gone.
fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-" || path.metadata().is_ok_and(|m| !m.is_file() && !m.is_dir())
}

/// A second message, and the mbox that holds further ones.
type More = Option<(Vec<u8>, input::Mbox<Box<dyn BufRead>>)>;

fn read_one(path: &Path, raw: &mut Vec<u8>) -> io::Result<More> {
    let cut = input::read_file(path, raw)?;
    tell(path, cut);
    Ok(None)
}

/// Says what was not read.
fn tell(path: &Path, cut: Option<input::Cut>) {
    if let Some(cut) = cut {
        complain(format_args!("{}: {cut}", path.display()));
    }
}

/// Reads a message, and of an mbox the first two: it may be longer than fits in memory.
fn read_stream(path: &Path, raw: &mut Vec<u8>) -> io::Result<More> {
    raw.clear();
    let (is_mbox, input) = open_stream(path)?;
    if !is_mbox {
        tell(path, input::read_message(input, raw)?);
        return Ok(None);
    }
    let mut mbox = input::Mbox::new(input);
    mbox.next_into(raw)?;
    let mut second = Vec::new();
    Ok(mbox.next_into(&mut second)?.then_some((second, mbox)))
}
