//! Log lines of Sendmail, OpenSMTPD, qmail and Exchange's message tracking.

use std::collections::HashMap;

use super::entry::{Entry, explain, field, queue_id, relay_host};
use crate::names::code;
use crate::names::terms::Action;
use crate::names::{address, host};
use crate::report::types::{Place, Recipient};

/// `to=<…>, …, relay=…, dsn=5.1.1, stat=User unknown`.
pub(super) fn sendmail(line: &str) -> Vec<Entry> {
    let Some(to) = line.find("to=") else { return Vec::new() };
    let list = &line[to + 3..];
    let list = list.find(", ").map_or(list, |e| &list[..e]);
    let Some((_, stat)) = line.split_once(" stat=") else { return Vec::new() };
    let status = field(line, "dsn=").and_then(code::find_status);
    let remote =
        field(line, "relay=").filter(|r| !r.contains("local") && !r.contains("127.0.0.1")).and_then(relay_host);
    let action = match stat {
        s if s.starts_with("Sent") => Action::Delivered,
        s if s.starts_with("Deferred") || s.starts_with("queued") => Action::Delayed,
        _ if status.is_some_and(|s| s.class == 4) => Action::Delayed,
        _ => Action::Failed,
    };
    // The words of the other server hold commas.
    let reply = line
        .split_once(" reply=")
        .and_then(|(_, r)| r.split_once(", stat="))
        .map(|(r, _)| r)
        .filter(|r| code::leading_reply(r).is_some_and(|c| c != 221));
    let id = queue_id(line, " to=");
    list.split(',')
        .filter_map(address::clean)
        .map(|to| {
            let mut recipient =
                Recipient { action: Some(action), status, remote: remote.clone(), ..Recipient::new(to) };
            if let Some(reply) = reply {
                recipient.say(Place::Quoted, reply);
            }
            explain(&mut recipient, stat);
            Entry { queue_id: id.clone(), recipient }
        })
        .collect()
}

/// `result="PermFail" stat="550 …"`.
pub(super) fn opensmtpd(line: &str) -> Vec<Entry> {
    let quoted = |key: &str| line.find(key).and_then(|at| line[at + key.len()..].split('"').next()).unwrap_or("");
    let Some(to) = line.find(" to=<").and_then(|at| address::find(&line[at..])).map(|f| f.2) else { return Vec::new() };
    let mut recipient = Recipient::new(to);
    recipient.action = Some(match quoted("result=\"") {
        "Ok" => Action::Delivered,
        "TempFail" => Action::Delayed,
        _ => Action::Failed,
    });
    // relay="192.0.2.1 (mx.example.com)"
    let relay = quoted("relay=\"");
    let named = relay.split('(').nth(1).and_then(|n| n.split(')').next()).filter(|n| host::is_host(n));
    recipient.remote = named.or_else(|| relay.split(' ').next().filter(|n| host::is_host(n))).map(str::to_string);
    explain(&mut recipient, quoted("stat=\""));
    vec![Entry { queue_id: String::new(), recipient }]
}

/// A row of Exchange's message tracking log: the recipients in one field, their statuses in another.
pub(super) fn tracking(line: &str) -> Vec<Entry> {
    let mut fields: Vec<String> = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            c => {
                if let Some(last) = fields.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    let action = if fields.iter().any(|f| f == "DEFER") { Action::Delayed } else { Action::Failed };
    let is_status = |f: &&String| {
        code::leading_reply(f.trim_start_matches('{')).is_some_and(|r| r >= 400 && f.len() > 4) || f.contains("LED=")
    };
    let Some(status) = fields.iter().find(is_status) else { return Vec::new() };
    let is_list = |f: &&String| !f.starts_with('<') && f.split(';').all(address::is_address);
    let Some(list) = fields.iter().find(is_list) else { return Vec::new() };
    list.split(';')
        .map(|to| {
            let mut recipient = Recipient { action: Some(action), ..Recipient::new(to) };
            recipient.say(Place::Quoted, status);
            Entry { queue_id: String::new(), recipient }
        })
        .collect()
}

/// qmail names the recipient when a delivery starts and its number when it ends.
pub(super) fn qmail(line: &str, deliveries: &mut HashMap<String, String>) -> Vec<Entry> {
    let Some(at) = line.find("delivery ") else { return Vec::new() };
    let rest = &line[at + "delivery ".len()..];
    let Some((number, rest)) = rest.split_once(": ") else { return Vec::new() };
    if let Some((_, to)) = rest.split_once(" to remote ").or_else(|| rest.split_once(" to local ")) {
        deliveries.insert(number.to_string(), to.trim().to_string());
        return Vec::new();
    }
    let Some((word, text)) = rest.split_once(": ") else { return Vec::new() };
    let action = match word {
        "failure" => Action::Failed,
        "deferral" => Action::Delayed,
        _ => Action::Delivered,
    };
    let address = deliveries.get(number).cloned();
    let mut recipient = Recipient { address, action: Some(action), ..Recipient::default() };
    explain(&mut recipient, &text.replace('_', " ").replace("/", "\n"));
    vec![Entry { queue_id: number.to_string(), recipient }]
}
