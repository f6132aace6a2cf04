//! What the commands do. Results go to standard output, everything else to standard error.

mod causes;
mod diagnose;
mod explain;
mod keyed;
mod manual;
pub(crate) mod pipe;
mod progress;
mod replace;
mod rules;
mod scan;
mod schema;
mod whole;

use std::fs::File;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::OnceLock;

use anyhow::Context;
use whybounce::escape;
use whybounce::internal::input;
use whybounce::output::json;
use whybounce::output::message::Layout;
use whybounce::{Mine, RuleSet, Table};

use crate::cli::{Cli, Command, Input, Options, Output, Reader, When};

/// How a run ends: the exit status is 0 when a report was diagnosed, 1 when nothing was one, 2 when input could not be
/// read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Outcome {
    /// At least one message was a report.
    pub(crate) diagnosed: bool,
    /// Some input could not be read.
    pub(crate) unreadable: bool,
}

impl Outcome {
    /// The exit status.
    pub(crate) fn code(self, exit_zero: bool) -> ExitCode {
        match self {
            Outcome { unreadable: true, .. } => ExitCode::from(2),
            Outcome { diagnosed: true, .. } => ExitCode::SUCCESS,
            Outcome { .. } if exit_zero => ExitCode::SUCCESS,
            Outcome { .. } => ExitCode::from(1),
        }
    }
}

/// Runs what the command line asks for.
pub(crate) fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    set_colours(cli.options.color);
    FULL.get_or_init(|| cli.options.full);
    let options = cli.options;
    match cli.command {
        Some(Command::Scan(scan)) => Ok(scan::run(&scan, &options)?.code(options.exit_zero)),
        Some(Command::Explain(what)) if what.what.is_empty() => causes::run(&options),
        Some(Command::Explain(what)) => explain::run(&what.what.join(" "), what.why, &options),
        Some(Command::Rules(list)) => rules::run(list.check.as_deref(), &options),
        Some(Command::Causes) => causes::run(&options),
        Some(Command::Man) => manual::man(),
        Some(Command::Completions(of)) => manual::completions(of.shell),
        Some(Command::Schema) => schema::run(),
        None if options.pipe => Ok(pipe::run(&options)),
        None if options.input == Input::Jsonl => keyed::run(&cli.files, &options),
        None => diagnose::run(&cli.files, &options),
    }
}

/// Are colours wanted? Said once, when the program starts.
static COLOURS: OnceLock<bool> = OnceLock::new();

/// Is the whole playbook wanted? Said once, when the program starts.
static FULL: OnceLock<bool> = OnceLock::new();

fn set_colours(when: When) {
    let wanted = match when {
        When::Always => true,
        When::Never => false,
        When::Auto => {
            let plain = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
                || std::env::var_os("TERM").is_some_and(|t| t == "dumb")
                || !io::stdout().is_terminal();
            !plain
        }
    };
    COLOURS.get_or_init(|| wanted);
}

/// The table with the user's rules in front.
fn table(options: &Options) -> anyhow::Result<Table> {
    let table = match &options.rules {
        Some(path) => Table::with(own_rules(path)?),
        None => Table::default(),
    };
    let mine = Mine::read(options.mine.as_deref().unwrap_or_default()).map_err(|e| anyhow::anyhow!("--mine: {e}"))?;
    Ok(table.for_reader(options.reader.map(Reader::audience)).for_owner_of(mine))
}

/// What is written of a message in JSON.
fn json_form(options: &Options) -> json::Form {
    json::Form::default().slim(options.output == Output::Slim).full(options.full)
}

/// The rules of a file.
fn own_rules(path: &Path) -> anyhow::Result<RuleSet> {
    let content = std::fs::read(path).with_context(|| format!("{}", path.display()))?;
    Ok(RuleSet::read(&path.display().to_string(), &content)?)
}

/// The layout for the terminal that is there.
fn layout() -> Layout {
    let columns = io::stdout().is_terminal().then(|| {
        std::env::var("COLUMNS")
            .ok()
            .and_then(|c| c.parse().ok())
            .or_else(|| terminal_size::terminal_size().map(|(w, _)| usize::from(w.0)))
    });
    Layout::of_width(columns.flatten())
        .with_colour(COLOURS.get().is_some_and(|wanted| *wanted))
        .with_full(FULL.get().is_some_and(|wanted| *wanted))
}

/// Says something on standard error. That this cannot be written is no reason to stop.
pub(crate) fn complain(message: std::fmt::Arguments<'_>) {
    let text = message.to_string();
    let _ = writeln!(io::stderr(), "whybounce: {}", escape::for_terminal(&text));
}

/// Opens what can be read once, standard input (`-`) or a pipe: whether it is an mbox, and all of it.
fn open_stream(path: &Path) -> io::Result<(bool, Box<dyn BufRead>)> {
    let input: Box<dyn Read> = if path.as_os_str() == "-" {
        if io::stdin().is_terminal() {
            complain(format_args!("paste the bounce, then press Ctrl-D on an empty line"));
            Box::new(Typed { terminal: io::stdin(), ended: false })
        } else {
            Box::new(io::stdin())
        }
    } else {
        Box::new(File::open(path)?)
    };
    let (is_mbox, input) = input::peek(input)?;
    Ok((is_mbox, Box::new(input)))
}

/// What somebody types or pastes. A terminal gives it line by line and an end can be read only once: who asks again
/// waits for a second Ctrl-D. In the middle of a line Ctrl-D hands over the line without its end, and means the end too.
struct Typed<R> {
    terminal: R,
    ended: bool,
}

impl<R: Read> Read for Typed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.ended {
            return Ok(0);
        }
        let n = self.terminal.read(buffer)?;
        self.ended = n == 0 || n < buffer.len() && buffer[n - 1] != b'\n';
        Ok(n)
    }
}

/// Was the reading end of our output closed?
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|c| {
        let io_kind = c.downcast_ref::<io::Error>().map(io::Error::kind);
        let json_kind = c.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io_kind.or(json_kind) == Some(io::ErrorKind::BrokenPipe)
    })
}
