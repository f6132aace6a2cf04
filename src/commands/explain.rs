//! `whybounce explain`: a code, a reply, a cause or a rule.

use std::io::{self, Write};
use std::process::ExitCode;

use whybounce::internal::explain::{self, Subject, cause_entry, entry, playbook_entry};
use whybounce::output::{json, message};

use super::{complain, layout};
use crate::cli::Options;

/// Explains it.
pub(crate) fn run(what: &str, why: bool, options: &Options) -> anyhow::Result<ExitCode> {
    let table = super::table(options)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match explain::subject(what, &table) {
        Subject::Nothing => {
            complain(format_args!(
                "“{what}” is neither a code, a reply, a cause nor a rule; `whybounce rules` lists the rules"
            ));
            return Ok(ExitCode::from(if options.exit_zero { 0 } else { 1 }));
        }
        Subject::Cause(cause) => {
            let it = cause_entry(cause, &table);
            if options.json {
                serde_json::to_writer(&mut out, &it)?;
                out.write_all(b"\n")?;
            } else {
                explain::write_cause(&mut out, cause, layout())?;
            }
        }
        Subject::Class(meaning) => {
            if options.json {
                serde_json::to_writer(&mut out, &serde_json::json!({ "code": what.trim(), "meaning": meaning }))?;
                out.write_all(b"\n")?;
            } else {
                explain::write_text(&mut out, meaning, layout())?;
            }
        }
        Subject::Playbook(playbook) => {
            if options.json {
                serde_json::to_writer(&mut out, &playbook_entry(playbook))?;
                out.write_all(b"\n")?;
            } else {
                explain::write_playbook(&mut out, playbook, layout())?;
            }
        }
        Subject::Rule(rule, authority) => {
            if options.json {
                serde_json::to_writer(&mut out, &entry(rule, authority))?;
                out.write_all(b"\n")?;
            } else {
                explain::write_rule(&mut out, rule, layout())?;
            }
        }
        Subject::Reply(recipient) => {
            if options.json {
                let mut line = Vec::new();
                json::write_recipient(&mut line, &recipient);
                out.write_all(&line)?;
            } else {
                message::write_recipient(&mut out, &recipient, layout())?;
                explain::write_others(&mut out, what, recipient.rule.as_deref(), &table, layout())?;
                if why {
                    explain::write_why(&mut out, &explain::why(what, &table), recipient.rule.as_deref(), layout())?;
                }
            }
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
