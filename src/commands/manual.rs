//! The manual page and the completions of shells, from the definition of the command line itself.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::Cli;

/// Writes the manual page (roff), with all commands in it.
pub(crate) fn man() -> anyhow::Result<ExitCode> {
    let command = Cli::command();
    let mut page = Vec::new();
    let man = clap_mangen::Man::new(command.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    writeln!(page, ".SH COMMANDS")?;
    for sub in command.get_subcommands().filter(|s| !s.is_hide_set()) {
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        writeln!(page, ".SS \"whybounce {}\"\n{}", sub.get_name(), roff(&about))?;
        for argument in sub.get_arguments().filter(|a| !a.is_hide_set()) {
            let mut name = match (argument.get_long(), argument.get_short()) {
                (Some(long), Some(short)) => format!("-{short}, --{long}"),
                (Some(long), None) => format!("--{long}"),
                (None, Some(short)) => format!("-{short}"),
                (None, None) => String::new(),
            };
            let value = argument.get_value_names().and_then(|names| names.first());
            if let Some(value) = value.filter(|_| argument.get_action().takes_values()) {
                name = format!("{name} {value}").trim().to_string();
            }
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            writeln!(page, ".TP\n\\fB{}\\fR\n{}", roff(&name), roff(&help))?;
        }
    }
    let text = [
        ("EXIT STATUS", STATUS),
        ("FILES", FILES),
        ("EXAMPLES", EXAMPLES),
        ("SEE ALSO", "postfix(1), exim(8), maildirmake(1), mbox(5), aliases(5), procmailrc(5)"),
    ];
    for (heading, body) in text {
        writeln!(page, ".SH {heading}\n{body}")?;
    }
    man.render_version_section(&mut page)?;
    io::stdout().lock().write_all(&page)?;
    Ok(ExitCode::SUCCESS)
}

const STATUS: &str = ".TP\n\\fB0\\fR\nA failure, a delay or another report was diagnosed.\n.TP\n\\fB1\\fR\nNothing in the input was a report \
    about a message.\n.TP\n\\fB2\\fR\nWrong usage, or some input could not be read; what could be read is still reported.\n.TP\n\
    \\fB75\\fR\nWith \\fB\\-\\-pipe\\fR: the result could not be written now; the mail server keeps the mail and tries again.\n.TP\n\
    \\fB130\\fR\nInterrupted by Ctrl\\-C.";

const FILES: &str =
    "None is needed, and none is written but those that \\fB\\-\\-suppress\\fR names. Nothing leaves the machine.";

const EXAMPLES: &str = ".TP\nWhy did this mail bounce?\n.B whybounce bounce.eml\n.TP\nWhat does this reply mean?\n.B whybounce explain \\(dq550 5.7.26 \
    unauthenticated\\(dq\n.TP\nWhat is wrong with the mail of the last week?\n.B whybounce scan \\-\\-since 7d ~/Maildir/.Bounces\n.TP\n\
    How often each cause?\n.B whybounce scan \\-\\-json Maildir | jq \\-r \\(aq.recipients[].cause\\(aq | sort | uniq \\-c\n.TP\n\
    In an aliases file, keeping every bounce as a line of JSON\n.B bounces: \\(dq|/usr/bin/whybounce \\-\\-pipe \\-\\-json >> /var/spool/bounces.jsonl\\(dq";

/// A text as roff has it.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('-', "\\-");
    // A line that begins with a dot would be a request.
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}

/// Writes what a shell needs to complete the command line.
pub(crate) fn completions(shell: Shell) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "whybounce", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}
