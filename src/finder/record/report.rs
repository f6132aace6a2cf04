//! A record to what it reports.

use super::Record;
use super::keys::{is_enhanced_key, is_host_key, is_recipient_key, is_reply_key, is_sender_key, words_rank};
use crate::finder::passage::{self, Text};
use crate::finder::{bounds, line, reply, roles, suppressed};
use crate::names::code::{self, Status};
use crate::names::terms::{Action, Form, Stage};
use crate::names::{address, host, stage};
use crate::report::types::{Place, Recipient, Report};

/// What a record tells. `None` where it is not about a message that failed, waits or arrived.
pub(super) fn of(record: &Record) -> Option<Report> {
    let mut addresses = addresses(record);
    // `status` is a code here and a word there, so the first value that fits counts.
    let reply: Option<u16> =
        record.values(is_reply_key).find_map(|v| v.trim().parse().ok()).filter(|c| (400..700).contains(c));
    let status = status(record);
    let (answer, spoken) = answer(record);
    // The code of a service's own refusal is none of SMTP.
    let own = spoken.filter(|_| answer.is_none()).and_then(suppressed::sentence);
    let reply = reply.filter(|_| own.is_none());
    let action = if own.is_some() { Some(Action::Failed) } else { action_of(record, reply, status, answer.is_some()) };
    let words = words(answer.as_ref(), spoken, reply, status, action);
    if let Some(own) = own.filter(|_| addresses.is_empty()) {
        addresses = own.addresses;
    }
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
    if action == Action::Delivered && words.is_empty() && record.values(of_mail).next().is_none() {
        return None;
    }
    if words.is_empty() && status.is_none() && action != Action::Delivered {
        return None;
    }
    let remote = remote(record);
    let command = record.values(|k| matches!(k, "command" | "smtpcommand" | "stage" | "phase")).next();
    let stage = command.and_then(|c| if c.trim() == "." { Some(Stage::Eod) } else { stage::stage_in(c) });
    let sender = record.values(is_sender_key).find_map(address::find).map(|f| f.2.to_string());
    let original_message_id = record
        .values(|k| matches!(k, "messageid" | "smtpid" | "internetmessageid" | "headermessageid"))
        .next()
        .map(|v| v.trim().trim_matches(['<', '>']).to_string())
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
    let mut report = Report { form: Some(Form::Event), sender, original_message_id, recipients, ..Report::default() };
    report.kind = report.kind_of_actions();
    Some(report)
}

/// Whom the fields name as recipients, each once.
fn addresses(record: &Record) -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    for value in record.values(is_recipient_key) {
        for (_, _, found) in address::all(value) {
            if !addresses.iter().any(|a| address::same(a, found)) && addresses.len() < 1000 {
                addresses.push(found.to_string());
            }
        }
    }
    addresses
}

/// The enhanced status code: in a field of its own, or as `{"class": 5, "subject": 1, "detail": 1}`.
fn status(record: &Record) -> Option<Status> {
    let own = record.values(is_enhanced_key).find_map(|v| code::find_status_from(v, 0).filter(|s| s.start < 3));
    if let Some(own) = own {
        return Some(own.value);
    }
    let part = |name: &'static str| record.values(move |k| k == name).next().and_then(|v| v.parse::<u16>().ok());
    let (class, subject, detail) = (part("class")?, part("subject")?, part("detail")?);
    matches!(class, 2 | 4 | 5).then_some(Status { class: class as u8, subject, detail })
}

/// The answer in the likeliest field that holds one, and what the likeliest field says that holds none.
fn answer(record: &Record) -> (Option<passage::Reply>, Option<&str>) {
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
        if let Some(found) = reply::replies(&text).into_iter().next() {
            let rank = rank + if found.start > 40 { 10 } else { 0 };
            if answer.as_ref().is_none_or(|(r, _)| rank < *r) {
                answer = Some((rank, found));
            }
        } else if value.contains(' ') && spoken.is_none_or(|(r, _)| rank < r) {
            spoken = Some((rank, value));
        }
    }
    (answer.map(|a| a.1), spoken.map(|s| s.1))
}

/// The server's words with the codes that the record gives apart.
fn words(
    answer: Option<&passage::Reply>,
    spoken: Option<&str>,
    reply: Option<u16>,
    status: Option<Status>,
    action: Option<Action>,
) -> String {
    let words = match (answer, reply, spoken) {
        (Some(found), Some(reply), _) if found.code.is_none() && !found.words.starts_with(&reply.to_string()) => {
            format!("{reply} {}", found.words)
        }
        (Some(found), ..) => found.words.clone(),
        (None, _, Some(said))
            if reply.is_some() || status.is_some() || action.is_some_and(|a| a != Action::Delivered) =>
        {
            let said = crate::text::join_lines(&bounds::unescape(said));
            let has_status = code::find_status_from(&said, 0).is_some_and(|s| s.start < 5);
            match (reply, status) {
                (Some(reply), Some(status)) if !has_status => format!("{reply} {status} {said}"),
                (Some(reply), _) => format!("{reply} {said}"),
                (None, _) => said,
            }
        }
        _ => String::new(),
    };
    // Between the code and the words a service may leave out what it gives apart.
    match (reply, status) {
        (Some(reply), Some(status))
            if words.starts_with(&reply.to_string()) && code::find_status(&words).is_none() && words.len() > 4 =>
        {
            format!("{reply} {status} {}", words[3..].trim_start())
        }
        _ => words,
    }
}

/// The server that answered: a name before a number, a field of its own before what the words tell.
fn remote(record: &Record) -> Option<String> {
    let named = |ip: bool| {
        record.values(is_host_key).map(|h| h.trim().trim_start_matches("dns;").trim()).find_map(|h| {
            let first = h.split([' ', '(', '[', ',']).next().unwrap_or("").trim_end_matches('.');
            (roles::is_server(first) && (host::parse_ip(first).is_some() == ip)).then(|| first.to_string())
        })
    };
    let told = || record.values(|k| words_rank(k).is_some()).find_map(roles::server_in).map(|(h, _)| h);
    // Exchange gives the name among others in its sentence: `FQDN=`.
    let wrapped = record.fields.iter().any(|(_, v)| v.contains("FQDN="));
    if wrapped { told() } else { None }.or_else(|| named(false)).or_else(|| named(true)).or_else(told)
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
