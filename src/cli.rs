//! The command line: what it may hold. The doc comments are the help.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use whybounce::terms::Audience;

use crate::commands::pipe;

/// Tells why a mail bounced, who has to fix it and how
///
/// Reads a bounce (NDR, DSN, failure notice), an SMTP reply or a mail log line from files or standard input.
/// Nothing leaves this machine.
#[derive(Debug, Parser)]
#[command(name = "whybounce", version, disable_help_subcommand = true)]
#[command(override_usage = "whybounce [OPTIONS] [FILE]...\n       whybounce [OPTIONS] <COMMAND>")]
#[command(
    after_help = "Examples:\n  whybounce bounce.eml              why did this mail bounce?\n  whybounce explain 5.7.26          what does this code mean?\n  whybounce scan Maildir            what is wrong with all of these?\n\nExit status: 0 a report was diagnosed, 1 nothing was a report, 2 wrong usage or unreadable input."
)]
pub(crate) struct Cli {
    /// What to do, when it is not to diagnose files
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// The bounces: mail files, pasted text, an mbox, a Maildir or any folder; `-` is standard input. Or a single reply
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// Options that every command takes
    #[command(flatten)]
    pub(crate) options: Options,
}

impl Cli {
    /// Reads the command line; ends the program where it is wrong or asks for help.
    pub(crate) fn of_this_run() -> Self {
        let cli = Self::try_parse_from(std::env::args_os().map(or_reply)).unwrap_or_else(|e| {
            // A mail server takes any other status for a refusal, and a mistake in its configuration must not cost mail.
            if std::env::args_os().any(|a| a == "--pipe") && e.use_stderr() {
                let _ = e.print();
                std::process::exit(pipe::TRY_LATER.into());
            }
            e.exit()
        });
        // What follows from options before and after the subcommand together.
        let wrong = match &cli.command {
            Some(_) if !cli.files.is_empty() => Some((
                ErrorKind::ArgumentConflict,
                "a FILE cannot stand before a command; `./NAME` is a file in any case",
            )),
            Some(Command::Scan(scan)) if scan.csv && cli.options.json => Some((
                ErrorKind::ArgumentConflict,
                "--csv and --json are two forms of the same output; one is possible",
            )),
            Some(Command::Scan(scan)) if scan.summary && !cli.options.json => {
                Some((ErrorKind::MissingRequiredArgument, "--summary is a form of --json, which is missing"))
            }
            _ => None,
        };
        if let Some((kind, message)) = wrong {
            Self::command().error(kind, message).exit();
        }
        cli
    }
}

/// A reply may begin with a hyphen (`-ERR [AUTH] …`). No option has a blank in its name or is called ERR: it is none, and
/// the blank before it, which nobody misses, says so.
fn or_reply(argument: OsString) -> OsString {
    let bytes = argument.as_encoded_bytes();
    let is_phrase = bytes.starts_with(b"-") && !bytes.starts_with(b"--") && bytes.contains(&b' ');
    if is_phrase || bytes.starts_with(b"-ERR") {
        let mut reply = OsString::from(" ");
        reply.push(argument);
        return reply;
    }
    argument
}

/// Options that every command takes.
#[derive(Clone, Debug, Args)]
pub(crate) struct Options {
    /// Write JSON: one object per message and line
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// When to colour the output
    #[arg(long, value_enum, default_value_t = When::Auto, value_name = "WHEN", global = true)]
    pub(crate) color: When,

    /// Ask the rules in this file (TOML or JSON) before the built-in ones
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) rules: Option<PathBuf>,

    /// Who reads, where the input suggests somebody else
    #[arg(long, value_enum, value_name = "WHO", global = true)]
    pub(crate) reader: Option<Reader>,

    /// What is yours, to tell forged bounces: domains and IP addresses or networks, separated by commas
    #[arg(long, value_name = "LIST", global = true)]
    pub(crate) mine: Option<String>,

    /// Show the whole playbook: rarer cases and background as well
    #[arg(long, global = true)]
    pub(crate) full: bool,

    /// What the input is: messages, or lines of JSON with a message and a key in each
    #[arg(long, value_enum, default_value_t = Input::Message, value_name = "FORM", global = true)]
    pub(crate) input: Input,

    /// With --json, how much: `slim` leaves the prose out
    #[arg(long, value_enum, default_value_t = Output::Whole, value_name = "FORM", global = true)]
    pub(crate) output: Output,

    /// For a mail server's delivery pipe: exit with 0, or with 75 where the result could not be written now
    #[arg(long, global = true)]
    pub(crate) pipe: bool,

    /// Exit with 0 also when nothing was a report, for use in a delivery pipe
    #[arg(long, global = true)]
    pub(crate) exit_zero: bool,
}

/// What the input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Input {
    /// Mail files, pasted text, mboxes, folders
    Message,
    /// Lines of `{"key": …, "message": "…"}` or `{"key": …, "message_base64": "…"}`; a line each comes out
    Jsonl,
}

/// How much JSON says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Output {
    /// All fields
    Whole,
    /// All but `summary`, `remediation`, `steps`, `notes` and `links`
    Slim,
}

/// Who reads a diagnosis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Reader {
    /// Whoever wrote the message
    Sender,
    /// Whoever runs the sending server, program or domain
    SenderAdmin,
    /// Whoever runs the receiving server
    RecipientAdmin,
}

impl Reader {
    /// The same in the words of the library.
    pub(crate) fn audience(self) -> Audience {
        match self {
            Self::Sender => Audience::Sender,
            Self::SenderAdmin => Audience::SenderAdmin,
            Self::RecipientAdmin => Audience::RecipientAdmin,
        }
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal, unless NO_COLOR is set or TERM is dumb
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Diagnose every message of Maildirs, mboxes, folders and files
    Scan(Scan),
    /// Explain a code, a whole SMTP reply, a cause or a rule
    Explain(Explain),
    /// List the rules
    Rules(Rules),
    /// List the causes and the owners
    Causes,
    /// Write the manual page: `whybounce man | man -l -`
    Man,
    /// Write completions for a shell: `whybounce completions bash > /etc/bash_completion.d/whybounce`
    Completions(Completions),
    /// Write the JSON schema of what --json writes
    Schema,
}

/// Options of `scan`.
#[derive(Debug, Default, Args)]
pub(crate) struct Scan {
    /// Maildirs, mboxes, folders (recursively) and files; `-` is standard input
    #[arg(value_name = "PATH", required_unless_present = "files_from")]
    pub(crate) paths: Vec<PathBuf>,

    /// Read further paths from FILE, separated by newlines or NULs; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,

    /// Leave out reports from before DATE: 2026-11-01, or a span such as 7d or 12h
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,

    /// How many threads to use [default: one per core]
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<std::num::NonZeroUsize>,

    /// With --json, write the summary as one object instead of a line per message
    #[arg(long)]
    pub(crate) summary: bool,

    /// How many problems the summary shows
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) top: usize,

    /// By what the summary puts bounces together
    #[arg(long, value_enum, default_value_t = Group::Problem, value_name = "WHAT")]
    pub(crate) by: Group,

    /// Write a table for spreadsheets, a row per recipient
    #[arg(long)]
    pub(crate) csv: bool,

    /// Write the addresses that are safe to remove from a mailing list to FILE; `-` is standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) suppress: Option<PathBuf>,

    /// With --suppress: the addresses alone, or why and since when each is listed
    #[arg(long, value_enum, default_value_t = ListAs::Text, value_name = "FORM", requires = "suppress")]
    pub(crate) suppress_format: ListAs,

    /// With --suppress: keep what stands in FILE, and say how many addresses are new
    #[arg(long, requires = "suppress")]
    pub(crate) merge: bool,
}

/// How a list of addresses is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListAs {
    /// An address a line
    #[default]
    Text,
    /// A table with address, cause, rule, confidence, first, last, count, Message-ID and when to try again
    Csv,
    /// The same as a JSON object a line
    Jsonl,
}

/// By what the summary puts bounces together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Group {
    /// The root of the failure
    #[default]
    Problem,
    /// The cause
    Cause,
    /// Who has to fix it
    Owner,
    /// The recipient's domain
    Domain,
    /// The organisation that refused
    Provider,
    /// The server that refused
    Server,
    /// The rule that decided
    Rule,
    /// The day of the report
    Day,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A code (5.7.509, 550), a whole reply ("550 5.7.26 Unauthenticated email"), a cause id or a rule id
    ///
    /// Without one, the causes and owners are listed.
    #[arg(value_name = "WHAT")]
    pub(crate) what: Vec<String>,

    /// Show which rules apply to a code or a reply, the weightiest first, and what speaks for each
    #[arg(long)]
    pub(crate) why: bool,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// For which shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// Options of `rules`.
#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// Test the examples inside a rule file instead of listing the table
    #[arg(long, value_name = "FILE")]
    pub(crate) check: Option<PathBuf>,
}
