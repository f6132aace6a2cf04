//! Events and tables: a record of fields for each message, as services, queues and accounting files give it.
//!
//! Fields are known by what they are called and by what stands in them, whoever made them: `recipient`, `rcpt`, `to`,
//! `emailAddress` hold addresses; `code`, `responseCode`, `status`, `dsnStatus` codes; the words of the server are the
//! value in which an answer stands.

use serde_json::Value;

use super::passage::{self, Text};
use super::reply;
use super::{bounds, line, roles};
use crate::names::code::{self, Status};
use crate::names::terms::{Action, Form, Stage};
use crate::names::{address, host, stage};
use crate::report::types::{Place, Recipient, Report};

/// One record: names of fields, in lower case without signs, with their values, in order.
#[derive(Clone, Debug, Default)]
struct Record {
    fields: Vec<(String, String)>,
}

/// What a text is made of.
pub(super) enum Parts {
    /// Records about messages.
    Events(Vec<Report>),
    /// The lines of a log that JSON was set around.
    Lines(String),
}

/// Reads a text as JSON, CSV or a list of fields, if it is that.
pub(super) fn read(text: &str) -> Option<Parts> {
    let trimmed = text.trim_start();
    if trimmed.starts_with(['{', '['])
        && !trimmed.starts_with("[{LED=")
        && let Some(parts) = json(trimmed)
    {
        return Some(parts);
    }
    if let Some(parts) = amid(text) {
        return Some(parts);
    }
    let records = table(text).or_else(|| list(text)).or_else(|| pairs(text))?;
    let reports: Vec<Report> = records.iter().filter_map(report).collect();
    (!reports.is_empty()).then_some(Parts::Events(reports))
}

/// JSON with something before or behind it: a line of prose, the prefix of a logger.
fn amid(text: &str) -> Option<Parts> {
    if !text.contains("{\"") && !text.contains("{\n") && !text.contains("{ \"") {
        return None;
    }
    // A block on lines of its own.
    if let Some(start) = text
        .lines()
        .scan(0, |at, l| {
            let here = *at;
            *at += l.len() + 1;
            Some((here, l))
        })
        .find(|(_, l)| matches!(l.trim(), "{" | "[" | "[{"))
        .map(|(at, _)| at)
        && let Some(end) = text.rfind("\n}").map(|e| e + 2).or_else(|| text.rfind("\n]").map(|e| e + 2))
        && end > start
        && let Some(Parts::Events(found)) = json(&text[start..end])
    {
        return Some(Parts::Events(found));
    }
    let mut reports = Vec::new();
    for line in text.lines().take(200_000) {
        let Some(at) = line.find("{\"").or_else(|| line.find("{ \"")) else { continue };
        if let Some(Ok(value)) = serde_json::Deserializer::from_str(&line[at..]).into_iter::<Value>().next() {
            reports.extend(events(&value));
        }
    }
    (!reports.is_empty()).then_some(Parts::Events(reports))
}

fn json(text: &str) -> Option<Parts> {
    let mut values: Vec<Value> = Vec::new();
    let mut broken = 0;
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        match value {
            Ok(value @ (Value::Object(_) | Value::Array(_))) => values.push(value),
            _ => {
                broken += 1;
                break;
            }
        }
    }
    if broken > 0 {
        // One line that is no JSON does not hide the others; a terminal may have broken lines.
        let lines: Vec<Value> = text
            .lines()
            .filter_map(|l| serde_json::from_str::<Value>(l.trim()).ok())
            .filter(|v| v.is_object() || v.is_array())
            .collect();
        if lines.len() > values.len() {
            values = lines;
        } else if values.is_empty() {
            values.extend(
                serde_json::from_str::<Value>(&text.replace("!\n ", "").replace("\n ", "").replace('\n', "")).ok(),
            );
        }
    }
    if values.is_empty() {
        return None;
    }
    if values.iter().all(is_own) {
        return Some(Parts::Events(Vec::new()));
    }
    let mut lines = String::new();
    let mut said = String::new();
    let mut reports = Vec::new();
    for value in &values {
        let items: Vec<&Value> = match value {
            Value::Array(items) => items.iter().collect(),
            other => vec![other],
        };
        for item in items {
            let found = events(item);
            if found.is_empty() {
                if let Some(line) = logged(item).filter(|_| !nested(item)) {
                    lines.push_str(line);
                    // The refusal may stand in a field beside the message.
                    for (_, said) in beside(item, line) {
                        lines.push_str(if lines.ends_with('\n') { "" } else { "\n" });
                        lines.push_str(said);
                    }
                    if !line.ends_with('\n') {
                        lines.push('\n');
                    }
                } else {
                    let mut record = Record::default();
                    let mut parts = Vec::new();
                    flatten(item, "", 0, &mut record, &mut parts);
                    for (key, value) in parts.iter().chain([&record]).flat_map(|r| &r.fields) {
                        said.push_str(&format!("{key}: {value}\n"));
                    }
                }
            } else {
                reports.extend(found);
            }
        }
    }
    if !reports.is_empty() {
        return Some(Parts::Events(reports));
    }
    // No logger and no event: whatever its values say.
    if lines.is_empty() {
        lines = said;
    }
    (!lines.is_empty()).then_some(Parts::Lines(lines))
}

/// A diagnosis of this program is no report.
fn is_own(value: &Value) -> bool {
    value.get("schema_version").is_some() && value.get("recipients").is_some() && value.get("kind").is_some()
}

/// The line that a container or a logger wrapped: Docker's `log`, `message`, `msg`, journald's `MESSAGE`.
fn logged(value: &Value) -> Option<&str> {
    ["log", "message", "msg", "MESSAGE", "@message", "text", "event", "short_message"]
        .iter()
        .find_map(|k| value.get(k)?.as_str())
}

/// The other values of a logged record in which a server's words may stand.
fn beside<'v>(value: &'v Value, line: &'v str) -> Vec<(&'v String, &'v str)> {
    let Some(map) = value.as_object() else { return Vec::new() };
    map.iter()
        .filter(|(k, _)| words_rank(&plain(k)).is_some())
        .filter_map(|(k, v)| Some((k, v.as_str()?)))
        .filter(|(_, v)| *v != line && !line.contains(v))
        .collect()
}

/// Does an object of a program's own stand beside the logged line, such as the error?
fn nested(value: &Value) -> bool {
    ["err", "error", "exception", "exc_info", "context", "details"]
        .iter()
        .any(|k| value.get(k).is_some_and(|v| v.is_object() || v.is_array()))
}

/// The reports in a value: one for each object with a recipient and a refusal.
fn events(value: &Value) -> Vec<Report> {
    if is_own(value) {
        return Vec::new();
    }
    let mut record = Record::default();
    let mut parts: Vec<Record> = Vec::new();
    flatten(value, "", 0, &mut record, &mut parts);
    if parts.is_empty() {
        return report(&record).into_iter().collect();
    }
    // Recipients with answers of their own, under what is said of the message.
    let mut whole: Option<Report> = None;
    for part in parts {
        // What the message as a whole says of recipients stands behind the part's own.
        let mut fields = part.fields;
        fields.extend(record.fields.iter().filter(|(k, _)| !is_recipient_key(k)).cloned());
        if let Some(one) = report(&Record { fields }) {
            match &mut whole {
                None => whole = Some(one),
                Some(whole) => whole.recipients.extend(one.recipients),
            }
        }
    }
    if let Some(whole) = &mut whole {
        whole.kind = whole.kind_of_actions();
    }
    whole.or_else(|| report(&record)).into_iter().collect()
}

/// Writes a value's fields into the record; objects in a list that name an address become parts of their own.
fn flatten(value: &Value, key: &str, depth: usize, record: &mut Record, parts: &mut Vec<Record>) {
    if depth > 8 || record.fields.len() > 500 {
        return;
    }
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                let name = plain(name);
                // `"to": {"email": …}` keeps the outer name.
                let name = if matches!(name.as_str(), "value" | "address" | "addr") && !key.is_empty() {
                    key.to_string()
                } else {
                    name
                };
                let name = match (key, name.as_str()) {
                    ("peeraddress", "name") => "mxhost".to_string(),
                    ("headers", "to" | "from" | "subject") => format!("header{name}"),
                    _ => name,
                };
                flatten(value, &name, depth + 1, record, parts);
            }
        }
        // Sentry's tags and their like: `["rcpt", "a@b"]`.
        Value::Array(items)
            if items.len() == 2
                && items[0].as_str().is_some_and(|n| n.len() < 24 && !n.contains(['@', ' ']))
                && items[1].is_string() =>
        {
            let name = items[0].as_str().map(plain).unwrap_or_default();
            flatten(&items[1], &name, depth + 1, record, parts);
        }
        Value::Array(items) => {
            for item in items.iter().take(2000) {
                let own = item.is_object() && {
                    let mut part = Record::default();
                    flatten(item, key, depth + 1, &mut part, &mut Vec::new());
                    let named = part
                        .fields
                        .iter()
                        .any(|(k, v)| (is_recipient_key(k) || k == "address") && address::find(v).is_some());
                    let named = named && key != "headers";
                    if named {
                        parts.push(part);
                    }
                    named
                };
                if !own {
                    flatten(item, key, depth + 1, record, parts);
                }
            }
        }
        Value::String(text) => {
            let inner = text.trim_start();
            if inner.starts_with(['{', '['])
                && inner.len() > 2
                && let Ok(inner @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str::<Value>(inner)
            {
                flatten(&inner, key, depth + 1, record, parts);
            } else {
                record.fields.push((key.to_string(), text.clone()));
            }
        }
        Value::Number(n) => record.fields.push((key.to_string(), n.to_string())),
        Value::Bool(b) => record.fields.push((key.to_string(), b.to_string())),
        Value::Null => {}
    }
}

/// A field's name in lower case, letters and digits only.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Rows with the names of their columns: a header line, `#Fields:`, or PowerMTA's order (its User's Guide, "Accounting
/// file").
fn table(text: &str) -> Option<Vec<Record>> {
    const POWERMTA: &str = "type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,srcType,srcMta,dlvType,dlvSourceIp,dlvDestinationIp";
    let mut header: Option<Vec<String>> = None;
    let mut records = Vec::new();
    for text in text.lines().map(|l| l.trim_end()).filter(|l| !l.trim().is_empty()).take(200_000) {
        let text = text.trim_start_matches('\u{feff}');
        let text = text.strip_prefix("#Fields: ").unwrap_or(text);
        if text.starts_with('#') {
            continue;
        }
        let tabs = text.matches('\t').count();
        let mark = if tabs > 3 && tabs > text.matches(',').count() / 2 {
            b'\t'
        } else if text.matches(';').count() > 5 && !text.contains(',') {
            b';'
        } else {
            b','
        };
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(mark).from_reader(text.as_bytes());
        let Some(Ok(row)) = reader.records().next() else { continue };
        let cells: Vec<&str> = row.iter().collect();
        let is_header = cells.len() > 3
            && cells.iter().all(|c| c.len() < 40 && !c.contains('@') && c.starts_with(|c: char| c.is_alphabetic()))
            && cells.iter().any(|c| is_recipient_key(&plain(c)));
        if is_header {
            header = Some(cells.iter().map(|c| plain(c)).collect());
            continue;
        }
        let names = match &header {
            Some(names) => names.clone(),
            None if cells.len() > 9
                && matches!(cells[0], "b" | "d" | "t" | "tq" | "rb" | "f" | "rs")
                && cells[3].contains('@') =>
            {
                POWERMTA.split(',').map(plain).collect()
            }
            None => return None,
        };
        if cells.len() < 3 {
            continue;
        }
        let fields =
            names.into_iter().zip(&cells).filter(|(_, v)| !v.is_empty()).map(|(n, v)| (n, (*v).to_string())).collect();
        records.push(Record { fields });
    }
    (!records.is_empty()).then_some(records)
}

/// `Name : value` lines, one group for each message.
fn list(text: &str) -> Option<Vec<Record>> {
    let mut records = Vec::new();
    let mut record = Record::default();
    let (mut fields, mut others) = (0, 0);
    let mut column = 0;
    for line in text.lines() {
        if line.trim().is_empty() {
            if !record.fields.is_empty() {
                records.push(std::mem::take(&mut record));
            }
            continue;
        }
        let split = line.split_once(':').filter(|(name, value)| {
            let name = name.trim_end();
            !name.is_empty()
                && name.len() < 40
                && !line.starts_with(' ')
                && name.chars().all(|c| c.is_alphanumeric() || " -_.".contains(c))
                && name.split(' ').count() < 4
                && (value.is_empty() || value.starts_with(' '))
                && name.chars().next().is_some_and(char::is_alphabetic)
        });
        match split {
            Some((name, value)) => {
                fields += 1;
                column = line.len() - value.len();
                record.fields.push((plain(name), value.trim().to_string()));
            }
            None if line.len() - line.trim_start().len() + 3 > column && column > 8 => {
                // A value that goes on below.
                if let Some((_, value)) = record.fields.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            }
            None => others += 1,
        }
    }
    if !record.fields.is_empty() {
        records.push(record);
    }
    let spaced = text.lines().filter(|l| l.contains(" : ")).count();
    (fields > 3 && others * 4 <= fields && spaced * 2 >= fields).then_some(records)
}

/// Lines of `key=value`, as many loggers write them: one record for each line that names a recipient.
fn pairs(text: &str) -> Option<Vec<Record>> {
    let mut records = Vec::new();
    let mut last: Vec<(String, String)> = Vec::new();
    for line in text.lines().take(400_000) {
        if line.matches('=').count() < 3
            || line.contains("status=") && line.contains("relay=")
            || line.contains(" stat=")
            || line.contains("stat=\"")
        {
            continue;
        }
        let fields = fields_of(line);
        let told = fields.iter().any(|(k, v)| is_recipient_key(k) && v.contains('@'))
            && fields
                .iter()
                .any(|(k, _)| words_rank(k).is_some() || matches!(k.as_str(), "code" | "smtpstatus" | "smtpmsg"));
        if fields.len() < 3 || !told {
            // What earlier lines say of the same message: the host connected to.
            for (key, value) in fields {
                if is_host_key(&key) {
                    last.retain(|(k, _)| *k != key);
                    last.push((key, value));
                }
            }
            continue;
        }
        let mut record = Record { fields };
        for (key, value) in &last {
            if !record.fields.iter().any(|(k, _)| is_host_key(k)) {
                record.fields.push((key.clone(), value.clone()));
            }
        }
        records.push(record);
    }
    (!records.is_empty()).then_some(records)
}

/// `key=value key = "value, quoted" key=[…]` on one line.
fn fields_of(line: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find('=') {
        let key = rest[..at].trim_end();
        let key = key.rsplit([' ', ',', ';', '{', '(', '\t']).next().unwrap_or("");
        let value = rest[at + 1..].trim_start();
        let (value, behind) = match value.chars().next() {
            Some(open @ ('"' | '\'')) => {
                let inside = &value[1..];
                let end = inside
                    .match_indices(open)
                    .map(|(e, _)| e)
                    .find(|&e| !inside[..e].ends_with('\\') && !inside[e + 1..].starts_with(char::is_alphanumeric))
                    .unwrap_or(inside.len());
                (&inside[..end], inside.get(end + 1..).unwrap_or(""))
            }
            Some('[') => {
                let end = value.find(']').unwrap_or(value.len());
                (&value[1..end.max(1)], value.get(end + 1..).unwrap_or(""))
            }
            _ => {
                let end = value.find([' ', ',', '\t']).unwrap_or(value.len());
                (&value[..end], &value[end..])
            }
        };
        if !key.is_empty() && key.len() < 40 && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
        {
            fields.push((plain(key), value.to_string()));
        }
        if fields.len() > 200 {
            break;
        }
        rest = behind;
    }
    fields
}

fn is_recipient_key(key: &str) -> bool {
    const KEYS: &[&str] = &[
        "recipient",
        "recipients",
        "rcpt",
        "rcptto",
        "to",
        "email",
        "emailaddress",
        "targets",
        "recipientaddress",
        "envelopeto",
        "destination",
        "tolist",
        "mailto",
        "receiver",
        "finalrecipient",
        "recipientemail",
        "toaddress",
        "rcpts",
        "rawrcptto",
    ];
    KEYS.contains(&key)
}

fn is_sender_key(key: &str) -> bool {
    [
        "sender",
        "from",
        "orig",
        "mailfrom",
        "envelopefrom",
        "envelopesender",
        "returnpath",
        "senderaddress",
        "source",
        "fromaddress",
    ]
    .contains(&key)
}

fn is_host_key(key: &str) -> bool {
    [
        "mxhost",
        "mx",
        "remotemta",
        "dsnmta",
        "fqdn",
        "remotehost",
        "remoteserver",
        "smtphost",
        "smtpserver",
        "server",
        "peername",
        "desthost",
        "mtahost",
        "relay",
        "remotemtaip",
        "dlvdestinationip",
        "ipaddress",
        "remoteip",
        "peerip",
        "destinationip",
        "remote",
        "host",
    ]
    .contains(&key)
}

/// How likely it is that the server's words stand in a field of this name: the lower, the likelier.
fn words_rank(key: &str) -> Option<usize> {
    const KEYS: &[&str] = &[
        "diagnosticcode",
        "dsndiag",
        "diag",
        "diagnostic",
        "smtpresponse",
        "rawreason",
        "rawresponse",
        "response",
        "lasterror",
        "recipientstatus",
        "reason",
        "delayreason",
        "bouncereason",
        "message",
        "content",
        "description",
        "details",
        "detail",
        "customdata",
        "error",
        "err",
        "errormessage",
        "msg",
        "stat",
        "info",
        "text",
        "explanation",
        "log",
        "output",
        "statusmessage",
        "failurereason",
        "smtperror",
        "exception",
        "stack",
    ];
    KEYS.iter().position(|k| *k == key)
}

/// What a record tells. `None` where it is not about a message that failed, waits or arrived.
fn report(record: &Record) -> Option<Report> {
    let get = |wanted: &dyn Fn(&str) -> bool| {
        record.fields.iter().filter(|(k, _)| wanted(k)).map(|(_, v)| v.as_str()).collect::<Vec<_>>()
    };
    let mut addresses: Vec<String> = Vec::new();
    for value in get(&is_recipient_key) {
        let mut from = 0;
        while let Some((_, end, found)) = address::find_from(value, from) {
            from = end;
            if !addresses.iter().any(|a| address::same(a, found)) && addresses.len() < 1000 {
                addresses.push(found.to_string());
            }
        }
    }
    // `status` is a code here and a word there, so the first value that fits counts.
    let number = |k: &str| {
        matches!(
            k,
            "code"
                | "responsecode"
                | "smtpcode"
                | "replycode"
                | "statuscode"
                | "errorcode"
                | "smtpstatus"
                | "typecode"
                | "bouncecode"
        )
    };
    let reply: Option<u16> = get(&number).iter().find_map(|v| v.trim().parse().ok()).filter(|c| (400..700).contains(c));
    let enhanced = |k: &str| {
        matches!(
            k,
            "enhancedcode"
                | "status"
                | "dsnstatus"
                | "dsn"
                | "enhancedstatus"
                | "smtpenhancedcode"
                | "enhancedstatuscode"
                | "xyz"
                | "recipientstatus"
        )
    };
    let mut status: Option<Status> =
        get(&enhanced).iter().find_map(|v| code::find_status_from(v, 0).filter(|s| s.start < 3)).map(|s| s.value);
    if status.is_none() {
        // {"class": 5, "subject": 1, "detail": 1}
        let part = |name: &str| record.fields.iter().find(|(k, _)| k == name).and_then(|(_, v)| v.parse::<u16>().ok());
        if let (Some(class), Some(subject), Some(detail)) = (part("class"), part("subject"), part("detail"))
            && matches!(class, 2 | 4 | 5)
        {
            status = Some(Status { class: class as u8, subject, detail });
        }
    }
    // The value in which an answer stands; else the likeliest field.
    let mut answer: Option<(usize, passage::Reply)> = None;
    let mut spoken: Option<(usize, &str)> = None;
    for (key, value) in &record.fields {
        let Some(rank) = words_rank(key) else { continue };
        let value = value.trim();
        if value.is_empty() || value.len() > 20_000 {
            continue;
        }
        let lines = line::lines(value);
        let mut text = Text::new(&lines);
        text.about_mail = true;
        let found = reply::replies(&text).into_iter().next();
        if let Some(found) = found {
            let start = found.start;
            let rank = rank + if start > 40 { 10 } else { 0 };
            if answer.as_ref().is_none_or(|(r, _)| rank < *r) {
                answer = Some((rank, found));
            }
        } else if value.contains(' ') && spoken.is_none_or(|(r, _)| rank < r) {
            spoken = Some((rank, value));
        }
    }
    let action = action_of(record, reply, status, answer.is_some());
    let words = match (&answer, spoken) {
        (Some((_, found)), _) if found.code.is_some() || reply.is_none() => found.words.clone(),
        (Some((_, found)), _) => {
            let code = reply.map(|r| r.to_string()).unwrap_or_default();
            if found.words.starts_with(&code) { found.words.clone() } else { format!("{code} {}", found.words) }
        }
        (None, Some((_, said)))
            if reply.is_some() || status.is_some() || action.is_some_and(|a| a != Action::Delivered) =>
        {
            let said = crate::text::join_lines(&bounds::unescape(said));
            let has_status = code::find_status_from(&said, 0).is_some_and(|s| s.start < 5);
            let codes = [
                reply.map(|r| r.to_string()),
                status.filter(|_| !has_status && reply.is_some()).map(|s| s.to_string()),
            ];
            let codes: Vec<String> = codes.into_iter().flatten().collect();
            if codes.is_empty() { said } else { format!("{} {said}", codes.join(" ")) }
        }
        _ => String::new(),
    };
    // Between the code and the words a service may leave out what it gives apart.
    let words = match (reply, status) {
        (Some(reply), Some(status))
            if words.starts_with(&reply.to_string()) && code::find_status(&words).is_none() && words.len() > 4 =>
        {
            format!("{reply} {status} {}", words[3..].trim_start())
        }
        _ => words,
    };
    if addresses.is_empty() && (reply.is_some() || answer.is_some()) {
        // A service may name them in its sentence only.
        addresses.extend(
            roles::addresses(&words)
                .into_iter()
                .filter(|(_, _, r)| *r == roles::Role::Recipient)
                .map(|(_, a, _)| a.to_string()),
        );
    }
    if addresses.is_empty() {
        return None;
    }
    let action = action?;
    // Parcels are delivered too.
    let of_mail = |k: &str| {
        ["message", "smtp", "mta", "dsn", "mail", "mx"].iter().any(|w| k.contains(w))
            && !matches!(k, "email" | "emailaddress" | "message")
    };
    if action == Action::Delivered && words.is_empty() && !record.fields.iter().any(|(k, _)| of_mail(k)) {
        return None;
    }
    if words.is_empty() && status.is_none() && action != Action::Delivered {
        return None;
    }
    let hosts = get(&is_host_key);
    let named = |ip: bool| {
        hosts.iter().map(|h| h.trim().trim_start_matches("dns;").trim()).find_map(|h| {
            let first = h.split([' ', '(', '[', ',']).next().unwrap_or("").trim_end_matches('.');
            (roles::is_server(first) && (host::parse_ip(first).is_some() == ip)).then(|| first.to_string())
        })
    };
    let fqdn = || {
        record
            .fields
            .iter()
            .filter(|(k, _)| words_rank(k).is_some())
            .find_map(|(_, v)| roles::server_in(v))
            .map(|(h, _)| h)
    };
    let wrapped = record.fields.iter().any(|(_, v)| v.contains("FQDN="));
    let remote = if wrapped { fqdn() } else { None }.or_else(|| named(false)).or_else(|| named(true)).or_else(fqdn);
    let command = record
        .fields
        .iter()
        .find(|(k, _)| matches!(k.as_str(), "command" | "smtpcommand" | "stage" | "phase"))
        .map(|(_, v)| v.as_str());
    let stage = command.and_then(|c| if c.trim() == "." { Some(Stage::Eod) } else { stage::stage_in(c) });
    let sender = get(&is_sender_key).iter().find_map(|v| address::find(v)).map(|f| f.2.to_string());
    let id = record
        .fields
        .iter()
        .find(|(k, _)| matches!(k.as_str(), "messageid" | "smtpid" | "internetmessageid" | "headermessageid"))
        .map(|(_, v)| v.trim().trim_matches(['<', '>']).to_string())
        .filter(|v| v.contains('@'));
    let recipients: Vec<Recipient> = addresses
        .into_iter()
        .map(|who| {
            let mut r =
                Recipient { action: Some(action), status, remote: remote.clone(), stage, ..Recipient::new(who) };
            if action != Action::Delivered || !words.is_empty() {
                r.say(Place::Quoted, &words);
            }
            r
        })
        .collect();
    let mut report =
        Report { form: Some(Form::Event), sender, original_message_id: id, recipients, ..Report::default() };
    report.kind = report.kind_of_actions();
    Some(report)
}

/// What happened, by the words of a record for it.
fn action_of(record: &Record, reply: Option<u16>, status: Option<Status>, answered: bool) -> Option<Action> {
    let keys = [
        "dsnaction",
        "action",
        "event",
        "eventtype",
        "notificationtype",
        "type",
        "recordtype",
        "eventid",
        "deliverystatus",
        "deliverstatus",
        "status",
        "state",
        "severity",
        "bouncetype",
        "result",
        "queuename",
    ];
    let mut temporary = false;
    let mut found: Option<Action> = None;
    for key in keys {
        for (_, value) in record.fields.iter().filter(|(k, _)| k == key) {
            let v = value.to_ascii_lowercase();
            let any = |list: &[&str]| list.iter().any(|w| v.contains(w));
            if any(&["temporary", "soft", "transient", "retry", "defer", "delay", "throttled"]) || v == "t" || v == "tq"
            {
                temporary = true;
                found = found.or(Some(Action::Delayed));
            } else if any(&[
                "bounce",
                "fail",
                "drop",
                "block",
                "reject",
                "permanent",
                "undeliver",
                "hadiscard",
                "suppress",
                "invalid",
                "error",
                "expired",
                "spam",
                "hard",
            ]) || v == "b"
                || v == "rb"
            {
                found = found.or(Some(Action::Failed));
            } else if any(&["deliver", "relayed", "success", "receive"]) && !answered || v == "d" || v == "sent" {
                found = found.or(Some(Action::Delivered));
            }
        }
    }
    match found {
        Some(Action::Failed) if temporary && reply.is_none_or(|r| r < 500) => Some(Action::Delayed),
        Some(a) => Some(a),
        None if reply.is_some() || answered => {
            let class = reply.map(|r| r / 100).or(status.map(|s| u16::from(s.class)));
            Some(if class == Some(4) { Action::Delayed } else { Action::Failed })
        }
        None => None,
    }
}
