//! The command line program.

mod cli;
mod commands;

use std::process::ExitCode;

fn main() -> ExitCode {
    match commands::run(cli::Cli::of_this_run()) {
        Ok(code) => code,
        // Whoever read our output has seen enough.
        Err(e) if commands::is_closed_pipe(&e) => ExitCode::SUCCESS,
        Err(e) => {
            // Several faults of a file stand on lines of their own.
            format!("{e:#}").lines().for_each(|line| commands::complain(format_args!("{line}")));
            ExitCode::from(2)
        }
    }
}
