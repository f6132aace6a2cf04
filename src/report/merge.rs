//! Brings the machine part of a report and its words together.

use std::collections::HashMap;

use super::marks::Marks;
use super::types::{Recipient, Report};
use super::{candidates, software, writer};
use crate::mail::message::Mail;
use crate::names::address;
use crate::names::terms::Action;

/// Brings what the machine part and the words say about each recipient together.
pub(super) fn merge(machine: Option<Report>, words: Report, mail: &Mail, marks: &Marks) -> Report {
    let mut report = match machine {
        None => words,
        Some(mut machine) => {
            tell_apart(&mut machine, &words);
            let single = machine.recipients.len() == 1 && words.recipients.len() == 1;
            let listed = !machine.recipients.is_empty();
            for said in words.recipients {
                let same = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if address::same(a, b));
                let known = machine.recipients.iter_mut().find(|m| {
                    same(&m.address, &said.address)
                        || same(&m.original_address, &said.address)
                        || same(&m.address, &said.original_address)
                        || single
                });
                match known {
                    Some(known) => complete(known, said),
                    // The machine part lists everybody; an address that only the words hold is no recipient.
                    // Of a paste the end may be missing.
                    None if listed && !(mail.pasted && !said.statements.is_empty() && is_address(&said)) => {}
                    None => machine.recipients.push(said),
                }
            }
            machine.kind = machine.kind.or(words.kind);
            machine.software = words.software;
            machine.generating_server = machine.generating_server.or(words.generating_server);
            machine.original_message_id = machine.original_message_id.or(words.original_message_id);
            machine.notes.extend(words.notes);
            machine
        }
    };
    candidates::settle(&mut report, mail);
    report.generating_server = report.generating_server.take().or_else(|| writer::find(mail));
    report.software = report.software.or_else(|| software::detect(mail, marks));
    report.original_message_id = report.original_message_id.take().or_else(|| answered(mail));
    report
}

/// Exim's machine part names the address that the sender wrote, once for each failure behind it: several recipients
/// of one name. The words name whom each failure is about; what was answered shows which is which.
fn tell_apart(machine: &mut Report, words: &Report) {
    if machine.recipients.len() < 2 {
        return;
    }
    let key = |r: &Recipient| r.address.as_deref().map(str::to_lowercase);
    let mut names: HashMap<String, usize> = HashMap::new();
    for name in machine.recipients.iter().filter_map(key) {
        *names.entry(name).or_default() += 1;
    }
    names.retain(|_, times| *times > 1 && *times < 500);
    let mut used = vec![false; words.recipients.len()];
    for this in machine.recipients.iter_mut().filter(|r| key(r).is_some_and(|k| names.contains_key(&k))).take(500) {
        let Some(name) = this.address.clone() else { continue };
        let told = |r: &Recipient| r.original_address.as_deref().is_some_and(|o| address::same(o, &name));
        let answer = |r: &Recipient| r.statements.first().map(|s| s.text.clone());
        let free =
            |used: &[bool], i: usize, r: &Recipient| used.get(i) == Some(&false) && told(r) && r.address.is_some();
        let chosen = words
            .recipients
            .iter()
            .enumerate()
            .position(|(i, r)| free(&used, i, r) && answer(r).is_some() && answer(r) == answer(this))
            .or_else(|| {
                let same_host = |r: &Recipient| r.remote.is_some() && r.remote == this.remote;
                words.recipients.iter().enumerate().position(|(i, r)| free(&used, i, r) && same_host(r))
            });
        if let Some(at) = chosen
            && let (Some(mark), Some(said)) = (used.get_mut(at), words.recipients.get(at))
        {
            *mark = true;
            this.original_address = Some(name);
            this.address.clone_from(&said.address);
        }
    }
}

fn is_address(recipient: &Recipient) -> bool {
    recipient.address.as_deref().is_some_and(|a| a.contains('@'))
}

fn complete(known: &mut Recipient, said: Recipient) {
    if known.address.is_none() {
        known.address = said.address;
    }
    let same = |o: &String| known.address.as_deref().is_some_and(|a| address::same(a, o));
    let said_original = said.original_address.filter(|o| !same(o));
    known.original_address = known.original_address.take().or(said_original);
    // OpenSMTPD gives up in a report whose field still says "delayed".
    known.action = if said.action == Some(Action::Failed) && known.action == Some(Action::Delayed) {
        said.action
    } else {
        known.action.or(said.action)
    };
    known.status = known.status.or(said.status);
    known.remote = known.remote.take().or(said.remote);
    known.stage = known.stage.or(said.stage);
    known.local |= said.local;
    known.elsewhere |= said.elsewhere;
    known.side = known.side.or(said.side);
    known.acting = known.acting.or(said.acting);
    known.statements.extend(said.statements);
}

/// The message that the report answers, where its own header says so.
fn answered(mail: &Mail) -> Option<String> {
    let ids = mail.header("In-Reply-To").or_else(|| mail.header("References"))?;
    let id = ids.rsplit_once('<')?.1.split_once('>')?.0.trim();
    (id.contains('@') && id.len() < 256).then(|| id.to_string())
}
