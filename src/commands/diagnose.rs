//! `whybounce [FILE]...`: each file is one bounce; folders and mboxes make it a scan.

use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::CommandFactory;
use whybounce::cause::Kind;
use whybounce::diagnosis::{Diagnosis, diagnose};
use whybounce::output::{json, text};
use whybounce::{escape, mailbox};

use super::{Outcome, complain, layout, scan};
use crate::cli::{Cli, Options};

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
    let table = super::table(options)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::default();
    let mut raw = Vec::new();
    let mut written = 0;
    for file in files {
        let read = if file.as_os_str() == "-" { read_stdin(&mut raw) } else { mailbox::read_file(file, &mut raw) };
        if let Err(e) = read {
            complain(format_args!("{}: {e}", file.display()));
            outcome.unreadable = true;
            continue;
        }
        if file.as_os_str() == "-" && holds_several(&raw) {
            out.flush()?;
            let many = scan::run_stream(&raw, options, &table)?;
            outcome.diagnosed |= many.diagnosed;
            continue;
        }
        let diagnosis = diagnose(&raw, &table);
        outcome.diagnosed |= diagnosis.kind != Kind::NotABounce;
        let source = (files.len() > 1).then(|| file.to_string_lossy());
        if written > 0 && !options.json {
            out.write_all(b"\n")?;
        }
        write(&mut out, &file.to_string_lossy(), source.as_deref(), &diagnosis, options)?;
        written += 1;
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
        json::write_message(&mut line, path, diagnosis)?;
        return out.write_all(&escape::for_json(line));
    }
    text::write_message(out, source, diagnosis, layout())
}

/// A folder, or an mbox with more than one message. A single message with a `From ` line is what many programs save.
fn is_many(path: &Path) -> bool {
    if path.as_os_str() == "-" {
        return false;
    }
    path.is_dir() || mailbox::is_mbox(path).unwrap_or(false) && has_second_message(path)
}

fn has_second_message(path: &Path) -> bool {
    let Ok(mut mbox) = mailbox::Mbox::open(path) else { return false };
    let mut message = Vec::new();
    mbox.next_into(&mut message).unwrap_or(false) && mbox.next_into(&mut message).unwrap_or(false)
}

fn holds_several(raw: &[u8]) -> bool {
    if !mailbox::head_is_mbox(raw) {
        return false;
    }
    let mut mbox = mailbox::Mbox::new(raw);
    let mut message = Vec::new();
    mbox.next_into(&mut message).unwrap_or(false) && mbox.next_into(&mut message).unwrap_or(false)
}

fn read_stdin(raw: &mut Vec<u8>) -> io::Result<()> {
    raw.clear();
    if io::stdin().is_terminal() {
        complain(format_args!("paste the bounce, then press Ctrl-D on an empty line"));
    }
    // An mbox may be piped in, which is longer than any message.
    io::stdin().lock().read_to_end(raw).map(|_| ())
}
