//! `whybounce causes`: why mail bounces, and who can make that go away.

use std::io::{self, Write};
use std::process::ExitCode;

use whybounce::internal::explain::{self, cause_entry};
use whybounce::terms::{Cause, Owner};

use crate::cli::Options;

/// Lists the causes with who usually has to act, and who the owners are.
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    if options.json {
        let table = super::table(options)?;
        let entries: Vec<_> = Cause::ALL.iter().map(|cause| cause_entry(*cause, &table)).collect();
        serde_json::to_writer(&mut out, &entries)?;
        out.write_all(b"\n")?;
    } else {
        let width = |ids: &mut dyn Iterator<Item = &str>| ids.map(str::len).max().unwrap_or(0);
        let causes = width(&mut Cause::ALL.iter().map(|c| c.id()));
        let owners = width(&mut Owner::ALL.iter().map(|o| o.id()));
        for cause in Cause::ALL {
            let (id, owner) = (cause.id(), cause.default_owner().id());
            writeln!(out, "{id:causes$}  {owner:owners$}  {}", explain::text(super::layout().language, *cause).title)?;
        }
        writeln!(out)?;
        for owner in Owner::ALL {
            writeln!(out, "{:owners$}  {}", owner.id(), who(*owner))?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Who an owner is.
fn who(owner: Owner) -> &'static str {
    match owner {
        Owner::Sender => "the person who wrote the message",
        Owner::SenderAdmin => "whoever runs the sending server, domain or account",
        Owner::Recipient => "the person whose mailbox it is",
        Owner::RecipientAdmin => "whoever runs the receiving server or domain",
        Owner::Forwarder => "whoever runs the forwarding, list or gateway in between that caused the failure",
        Owner::Nobody => "it resolves itself: wait",
        Owner::Unknown => "the message does not tell",
    }
}
