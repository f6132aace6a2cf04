//! `--pipe`: one message on standard input, from a mail server that keeps it where the exit status is 75 (EX_TEMPFAIL of
//! sysexits.h) and takes it for delivered where it is 0. There is no other status: any other one makes servers bounce the
//! bounce.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use whybounce::internal::input;
use whybounce::output::{json, message};
use whybounce::{Manner, diagnose_each};

use super::{complain, json_form, layout, whole};
use crate::cli::Options;

/// The mail server is to try again later.
pub(crate) const TRY_LATER: u8 = 75;

/// Diagnoses what comes in.
pub(crate) fn run(options: &Options) -> ExitCode {
    let written = answer(options).and_then(|answer| whole::write(&answer).context("standard output"));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            complain(format_args!("{e:#}"));
            ExitCode::from(TRY_LATER)
        }
    }
}

/// All that is to be written, before any of it is.
fn answer(options: &Options) -> anyhow::Result<Vec<u8>> {
    let table = super::table(options)?;
    let mut raw = Vec::new();
    let cut = input::read_message(io::stdin().lock(), &mut raw).context("standard input")?;
    if let Some(cut) = cut {
        complain(format_args!("standard input: {cut}"));
    }
    let Ok(diagnoses) = std::panic::catch_unwind(|| diagnose_each(&raw, &table, Manner::Asked)) else {
        // To keep it would not help: it would fail again.
        complain(format_args!("standard input: could not be diagnosed; this is a bug in whybounce"));
        return Ok(if options.json {
            b"{\"key\":null,\"error\":\"could not be diagnosed\"}\n".to_vec()
        } else {
            Vec::new()
        });
    };
    let mut out = Vec::new();
    let source = Path::new("-").to_string_lossy();
    let many = diagnoses.len() > 1;
    for (n, diagnosis) in diagnoses.iter().enumerate() {
        let source = if many { format!("{source}#{}", n + 1) } else { source.to_string() };
        if options.json {
            json::write_message_as(&mut out, &source, diagnosis, json_form(options), None);
        } else {
            message::write_message(&mut out, many.then_some(source.as_str()), diagnosis, layout())?;
            out.write_all(b"\n")?;
        }
    }
    Ok(out)
}
