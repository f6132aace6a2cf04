//! The machine part of a report: `message/delivery-status` (RFC 3464) and its international form (RFC 6533).

use std::borrow::Cow;
use std::collections::HashMap;

use crate::mail::headers;
use crate::mail::message::Mail;
use crate::names::address;
use crate::names::code;
use crate::names::terms::{Action, Speaker};
use crate::report::said;
use crate::report::types::{Place, Recipient, Report};
use crate::text;

/// Reads the delivery-status parts of a mail; `None` when it has none that says anything.
#[must_use]
pub(crate) fn read(mail: &Mail) -> Option<Report> {
    let mut report = Report::default();
    for part in &mail.delivery_status {
        read_part(part, &mut report);
    }
    if mail.delivery_status.is_empty()
        && let Some(part) = in_text(&mail.text)
    {
        read_part(part, &mut report);
    }
    let useful = !report.recipients.is_empty() || report.generating_server.is_some();
    useful.then_some(report)
}

/// The fields in a text: some systems write no MIME part for them, and gateways take the parts away.
fn in_text(text: &str) -> Option<&str> {
    const FIELDS: &[&str] = &["reporting-mta:", "final-recipient:", "original-envelope-id:"];
    let mut offset = 0;
    for line in text::whole_lines(text) {
        // A first letter that none of them has rules out most lines.
        let may_be_one = matches!(line.as_bytes(), [b'R' | b'r' | b'F' | b'f' | b'O' | b'o', ..]);
        if may_be_one && FIELDS.iter().any(|f| line.get(..f.len()).is_some_and(|l| l.eq_ignore_ascii_case(f))) {
            let part = &text[offset..];
            let lower = part.get(..part.len().min(4000)).unwrap_or(part).to_ascii_lowercase();
            return lower.contains("final-recipient:").then_some(part);
        }
        offset += line.len();
    }
    None
}

/// Several recipients of one name, which an alias or a forward file led to different addresses: those tell them apart.
/// Where there is only one the name that the sender knows says more.
fn tell_apart(recipients: &mut [Recipient], actual: &[Option<String>]) {
    if recipients.len() < 2 {
        return;
    }
    let key = |r: &Recipient| r.address.as_deref().map(str::to_lowercase);
    let mut names: HashMap<String, usize> = HashMap::new();
    for name in recipients.iter().filter_map(key) {
        *names.entry(name).or_default() += 1;
    }
    for (recipient, actual) in recipients.iter_mut().zip(actual) {
        let (Some(name), Some(actual)) = (key(recipient), actual) else { continue };
        if names.get(&name).is_some_and(|times| *times > 1) && !address::same(&name, actual) {
            recipient.original_address = recipient.address.replace(actual.clone());
        }
    }
}

/// Reads one delivery-status text: a block of per-message fields, then a block for each recipient. Writers
/// forget the empty line between blocks and repeat fields; a second address of the same name begins a new recipient.
pub(crate) fn read_part(part: &str, report: &mut Report) {
    let before = report.recipients.len();
    let mut current = Recipient::default();
    let mut started = false;
    // What `X-Actual-Recipient:` says of each recipient.
    let mut actual: Vec<Option<String>> = Vec::new();
    let mut led_to = None;
    let mut lower = String::with_capacity(32);
    for block in text::split(part, "\n\n") {
        for (name, folded) in headers::folded_fields(block) {
            // Half of the fields are not asked for their value.
            let value = || headers::unfold(folded);
            lower.clear();
            lower.push_str(name);
            lower.make_ascii_lowercase();
            match lower.as_str() {
                "reporting-mta" | "dsn-gateway" if report.generating_server.is_none() => {
                    let value = value();
                    // RFC 2156 names "mta X in /PRMD=…/" here, which is no host; its gateway is one.
                    let is_x400 = value.get(..5).is_some_and(|v| v.eq_ignore_ascii_case("x400;"));
                    if !(is_x400 && lower == "reporting-mta") {
                        report.generating_server = host(&value);
                    }
                }
                "x-original-message-id" | "original-message-id" | "x-message-id" => {
                    let value = value();
                    let id = value.trim_matches(['<', '>', ' ']);
                    report.original_message_id.get_or_insert_with(|| id.to_string());
                }
                "final-recipient" | "original-recipient" | "x-actual-recipient" => {
                    let taken = match lower.as_str() {
                        "original-recipient" => current.original_address.is_some(),
                        "final-recipient" => started && current.address.is_some(),
                        _ => false,
                    };
                    if taken {
                        push(&mut current, report);
                        actual.push(led_to.take());
                    }
                    let value = value();
                    take_address(&lower, &value, &mut current);
                    if lower == "x-actual-recipient" {
                        led_to = address::clean(&value).filter(|a| a.contains('@'));
                    }
                    started = true;
                }
                "diagnostic-code" => started |= take_field(&lower, || unfolded_or_not(folded), &mut current),
                _ => started |= take_field(&lower, value, &mut current),
            }
        }
        if started && (current.address.is_some() || current.original_address.is_some()) {
            push(&mut current, report);
            actual.push(led_to.take());
            started = false;
        }
    }
    if started {
        push(&mut current, report);
        actual.push(led_to.take());
    }
    tell_apart(report.recipients.get_mut(before..).unwrap_or_default(), &actual);
}

fn take_address(field: &str, value: &str, current: &mut Recipient) {
    let Some(address) = address::clean(value) else { return };
    let address = decode_xtext(address);
    match field {
        "final-recipient" => current.address = Some(address),
        "original-recipient" => current.original_address = Some(address),
        // Sendmail names here what a forward file or alias made of the address.
        _ => {
            if address.contains('@') {
                current.original_address = current.original_address.take().or_else(|| current.address.clone());
            }
        }
    }
}

fn take_field<'a>(field: &str, value: impl FnOnce() -> Cow<'a, str>, current: &mut Recipient) -> bool {
    match field {
        "action" => {
            let value = value();
            let end = value.bytes().position(|b| !b.is_ascii_alphabetic()).unwrap_or(value.len());
            current.action = match value[..end].to_ascii_lowercase().as_str() {
                "failure" | "fail" | "failed" | "undeliverable" => Some(Action::Failed),
                "delay" | "delayed" => Some(Action::Delayed),
                // Postfix's verification of an address (`sendmail -bv`).
                "deliverable" => Some(Action::Delivered),
                other => Action::from_id(other),
            };
        }
        "status" => {
            let value = value();
            current.status = code::find_status(&value).or(current.status);
            // "5.4.4 (Illegal host/domain name found)": the comment is the reason.
            if let Some((_, comment)) = text::split_once(&value, "(") {
                current.say(Place::Summary, comment.trim_end().strip_suffix(')').unwrap_or(comment));
            }
        }
        "remote-mta" => {
            let value = value();
            // A program on the same machine (RFC 3464 section 9.2.1).
            if value.get(..7).is_some_and(|t| t.eq_ignore_ascii_case("x-unix;")) {
                current.local = true;
            } else {
                current.remote = host(&value).or(current.remote.take());
            }
        }
        "diagnostic-code" => {
            let value = value();
            let (kind, text) = diagnostic(&value);
            // RFC 3464 section 9.2: the exit status or the words of a program; Postfix and Courier write its output.
            let is_program = kind.eq_ignore_ascii_case("x-unix");
            let speaker = is_program.then_some(Speaker::LocalProgram);
            let is_dovecot = kind.get(..9).is_some_and(|k| k.eq_ignore_ascii_case("x-dovecot"));
            current.local |= is_dovecot || is_program || kind.eq_ignore_ascii_case("x-local");
            match said::behind_command(text) {
                // The answer is somebody else's, and nobody says whose.
                Some((stage, answer)) => {
                    current.stage = current.stage.or(stage);
                    current.elsewhere = true;
                    current.say(Place::Diagnostic, answer);
                }
                None => {
                    // NetEase: "SMTP error, DOT: Host example.com(192.0.2.1) said 550 …"
                    if current.remote.is_none() && text::contains(text, " said ") {
                        let said = said::read(text);
                        let answers = code::leading_reply(&said.response).is_some_and(|r| r >= 400);
                        current.remote = said.host.filter(|_| said.quoted && answers);
                    }
                    current.say_by(speaker, Place::Diagnostic, text);
                }
            }
        }
        "x-supplementary-info" | "x-smtp-response" | "x-diagnostic-text" | "x-postfix-diagnostic" => {
            current.say(Place::Supplementary, diagnostic(&value()).1);
        }
        "x-postfix-reason" | "x-mail-error" | "x-failure-reason" => current.say(Place::Explanation, value()),
        "smtp-remote-recipient" | "x-display-name" | "last-attempt-date" | "will-retry-until" | "final-log-id" => {}
        _ => return false,
    }
    true
}

/// The value of a folded field whose writer forgot to indent the lines that go on (nullmailer).
fn unfolded_or_not(folded: &str) -> Cow<'_, str> {
    let goes_on = |line: &str| !line.starts_with([' ', '\t']) && !line.trim().is_empty();
    if text::whole_lines(folded).skip(1).any(goes_on) {
        Cow::Owned(text::join_lines(folded))
    } else {
        headers::unfold(folded)
    }
}

fn push(current: &mut Recipient, report: &mut Report) {
    let mut done = std::mem::take(current);
    if done.address.is_none() {
        done.address = done.original_address.clone();
    }
    // A program or a file is what the address led to.
    if done.address.as_deref().is_some_and(|a| !a.contains('@') && a.trim_start_matches('"').starts_with(['/', '|']))
        && done.original_address.as_deref().is_some_and(|o| o.contains('@'))
    {
        done.address = done.original_address.take();
        done.local = true;
    }
    if let (Some(a), Some(o)) = (&done.address, &done.original_address)
        && address::same(a, o)
    {
        done.original_address = None;
    }
    report.recipients.push(done);
}

/// The host in `dns; mx.example.com (192.0.2.1)`: the name without type, comment, brackets and final dot.
#[must_use]
pub(crate) fn host(value: &str) -> Option<String> {
    let value = memchr::memchr(b';', value.as_bytes()).map_or(value, |kind| &value[kind + 1..]).trim();
    let is_end = |b: &u8| matches!(b, b' ' | b'\t' | b'(' | b',');
    let plain = value.bytes().position(|b| !address::is_a(address::HOST, b)).unwrap_or(value.len());
    let end = value.as_bytes()[plain..].iter().position(is_end).map_or(value.len(), |len| plain + len);
    let host = &value[..end];
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':');
    let is_whole = plain == end || host.chars().all(is_plain);
    // Few have brackets or quotation marks around them.
    let host = if is_whole { host } else { host.trim_matches(['<', '>', '[', ']', '"', '\'']) };
    let host = host.trim_end_matches('.');
    let host = if is_whole { host } else { host.split_once('[').map_or(host, |(h, _)| h) };
    let plausible = !host.is_empty() && host.len() < 256 && (is_whole || host.chars().all(is_plain));
    plausible.then(|| host.to_string())
}

/// Splits `smtp; 550 5.1.1 …` into type and text. A text whose first word happens to end in a semicolon
/// is not cut: the type is a single atom (RFC 3464 section 2.3.6).
fn diagnostic(value: &str) -> (&str, &str) {
    match text::split_once(value, ";") {
        Some((kind, text))
            if !kind.is_empty()
                && kind.len() < 24
                && kind.trim().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                && code::leading_reply(kind).is_none() =>
        {
            (kind.trim(), text.trim())
        }
        _ => ("", value),
    }
}

/// Original-Recipient is xtext (RFC 3461 section 4): `+2B` is a plus sign.
fn decode_xtext(address: String) -> String {
    let bytes = address.as_bytes();
    let is_hex = |b: u8| b.is_ascii_digit() || (b'A'..=b'F').contains(&b);
    // A plus sign is also plain in many real addresses; decode only what cannot be a tag.
    if !bytes.windows(3).any(|w| w[0] == b'+' && w[1] == b'2' && is_hex(w[2]) && w[2] == b'B') {
        return address;
    }
    address.replace("+2B", "+").replace("+3D", "=")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::code::Status;

    fn report(part: &str) -> Report {
        read(&Mail { delivery_status: vec![part.into()], ..Mail::default() }).unwrap()
    }

    #[test]
    fn reads_fields_in_any_order_folded_and_repeated() {
        let r = report(
            "Reporting-MTA: dns; mta.example.org\n\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n    no such\n user\n\
             Remote-MTA: dns; mx.example.com. (192.0.2.1)\nAction: failed (bad)\nFinal-Recipient: rfc822; <a@example.com>\n\n\
             Final-Recipient: rfc822;b@example.com\nAction: delayed\nStatus: 4.4.1\nFinal-Recipient: rfc822;c@example.com\nStatus: 4.4.2\n",
        );
        assert_eq!(r.generating_server.as_deref(), Some("mta.example.org"));
        let got: Vec<_> = r.recipients.iter().map(|r| (r.address.as_deref().unwrap(), r.status)).collect();
        assert_eq!(
            got,
            [
                ("a@example.com", Some(Status::new(5, 1, 1))),
                ("b@example.com", Some(Status::new(4, 4, 1))),
                ("c@example.com", Some(Status::new(4, 4, 2)))
            ]
        );
        assert_eq!(r.recipients[0].remote.as_deref(), Some("mx.example.com"));
        assert_eq!(r.recipients[0].statements[0].text, "550 5.1.1 no such user");
    }

    #[test]
    fn original_recipient_alone_is_the_address() {
        let r =
            report("Original-Recipient: <a@example.com>\nAction: failed\nDiagnostic-Code: smtp; 550 Unknown user\n");
        assert_eq!(r.recipients[0].address.as_deref(), Some("a@example.com"));
    }

    #[test]
    fn hosts() {
        assert_eq!(host("dns;mx.example.jp (TCP|192.0.2.1|25)").as_deref(), Some("mx.example.jp"));
        assert_eq!(host("[192.0.2.222]").as_deref(), Some("192.0.2.222"));
        assert_eq!(host("dns; ").as_deref(), None);
        let r = report(
            "Reporting-MTA: x400; mta gw in /PRMD=a/C=de/\nDSN-Gateway: dns; gw.example.com\n\nFinal-Recipient: rfc822; \
             a@example.net\nAction: failed\nDiagnostic-Code: smtp; SMTP error, DOT: Host example.net(192.0.2.9) said 550 no\n",
        );
        assert_eq!(r.generating_server.as_deref(), Some("gw.example.com"));
        assert_eq!(r.recipients[0].remote.as_deref(), Some("example.net"));
    }

    #[test]
    fn programs_aliases_and_commands() {
        let r = report(
            "Original-Recipient: rfc822; a@example.com\nFinal-Recipient: rfc822; /bin/false\nAction: failed\nStatus: 5.0.0\n",
        );
        assert_eq!((r.recipients[0].address.as_deref(), r.recipients[0].local), (Some("a@example.com"), true));
        let r = report(
            "Final-Recipient: RFC822; all@example.com\nX-Actual-Recipient: rfc822; a@example.net\nStatus: 5.1.1\n\n\
             Final-Recipient: RFC822; all@example.com\nX-Actual-Recipient: rfc822; b@example.net\nStatus: 5.2.2\n\n\
             Final-Recipient: RFC822; c@example.com\nX-Actual-Recipient: rfc822; d@example.net\nStatus: 5.2.2\n",
        );
        let got: Vec<_> = r.recipients.iter().map(|r| r.address.as_deref().unwrap()).collect();
        assert_eq!(got, ["a@example.net", "b@example.net", "c@example.com"]);
        assert_eq!(r.recipients[0].original_address.as_deref(), Some("all@example.com"));
        let r = report("Final-Recipient: rfc822; a@example.com\nDiagnostic-Code: smtp; MAIL+RCPT 552 full\n");
        assert_eq!(r.recipients[0].statements[0].text, "552 full");
        assert!(r.recipients[0].elsewhere);
    }
}
