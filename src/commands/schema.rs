//! `whybounce schema`: the JSON schema of a line of `--json`.

use std::io::{self, Write};
use std::process::ExitCode;

use whybounce::output::schema;

/// Writes it.
pub(crate) fn run() -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &schema::message())?;
    out.write_all(b"\n")?;
    Ok(ExitCode::SUCCESS)
}
