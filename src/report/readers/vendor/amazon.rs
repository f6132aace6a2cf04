//! Amazon SES: notifications in JSON, as SNS mails them or as they are saved from a queue or a web hook.
//!
//! Fields: "Amazon SNS notification contents" and "event publishing" in the SES developer guide. Ordinary reports
//! of SES and WorkMail need no reader: they carry the fields of RFC 3464, in a part or in their text.

use serde_json::Value;

use crate::mail::message::Mail;
use crate::names::code;
use crate::names::terms::{Action, Kind};
use crate::report::dsn;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};

/// Reads SES notifications.
pub(super) static NOTIFICATION: Reader = Reader { name: "Amazon SES", marks: &[], recognises, read };

fn recognises(mail: &Mail, _: &Marks) -> bool {
    let text = mail.text.trim_start();
    text.starts_with('{')
        && (text.contains("notificationType") || text.contains("eventType"))
        && text.contains("messageId")
}

/// The first JSON value of a text. Mail servers break lines that are too long, in the midst of strings:
/// Sendmail marks that with an exclamation mark, others begin the next line with a blank.
fn parse(text: &str) -> Option<Value> {
    let first = |text: &str| serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok();
    first(text).or_else(|| first(&text.replace("!\n ", "").replace("\n ", "").replace('\n', "")))
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let outer = parse(mail.text.trim_start())?;
    // SNS wraps the notification as a string, unless raw delivery is switched on; EventBridge as "detail".
    let event = match outer.get("Message").and_then(Value::as_str) {
        Some(inner) => parse(inner)?,
        None => outer.get("detail").cloned().unwrap_or(outer),
    };
    let kind = event.get("notificationType").or_else(|| event.get("eventType"))?.as_str()?.to_ascii_lowercase();
    let mut report = Report { original_message_id: message_id(&event), ..Report::default() };
    match kind.as_str() {
        "bounce" => {
            let bounce = event.get("bounce")?;
            report.kind = Some(Kind::Failed);
            take(&mut report, bounce, "bouncedRecipients", Action::Failed);
            let summary = ["bounceType", "bounceSubType"].iter().filter_map(|k| bounce.get(*k)?.as_str());
            let summary = summary.collect::<Vec<_>>().join(" bounce, ");
            for r in &mut report.recipients {
                r.say(if r.statements.is_empty() { Place::Quoted } else { Place::Summary }, &summary);
            }
        }
        "deliverydelay" => {
            let delay = event.get("deliveryDelay")?;
            report.kind = Some(Kind::Delayed);
            take(&mut report, delay, "delayedRecipients", Action::Delayed);
            let summary = delay.get("delayType").and_then(Value::as_str).unwrap_or("");
            for r in &mut report.recipients {
                r.say(Place::Summary, summary);
            }
        }
        "delivery" => {
            let delivery = event.get("delivery")?;
            report.kind = Some(Kind::Delivered);
            take(&mut report, delivery, "recipients", Action::Delivered);
            for r in &mut report.recipients {
                r.say(Place::Diagnostic, delivery.get("smtpResponse").and_then(Value::as_str).unwrap_or(""));
            }
        }
        "reject" | "rendering failure" | "renderingfailure" => {
            report.kind = Some(Kind::Failed);
            let reason = event.get("reject").or_else(|| event.get("failure"))?;
            let reason = reason.get("reason").or_else(|| reason.get("errorMessage"))?.as_str()?;
            for address in strings(event.get("mail").and_then(|m| m.get("destination"))) {
                let mut recipient = Recipient { action: Some(Action::Failed), local: true, ..Recipient::new(address) };
                recipient.say(Place::Quoted, reason);
                report.recipients.push(recipient);
            }
        }
        "complaint" => report.kind = Some(Kind::Feedback),
        _ => report.kind = Some(Kind::NotABounce),
    }
    Some(report)
}

fn strings(list: Option<&Value>) -> impl Iterator<Item = &str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// The returned message's own Message-ID where the notification holds its header fields, else the one that SES gave.
fn message_id(event: &Value) -> Option<String> {
    let mail = event.get("mail")?;
    let own = mail.get("commonHeaders").and_then(|h| h.get("messageId")).and_then(Value::as_str);
    let id = own.or_else(|| mail.get("messageId")?.as_str())?;
    Some(id.trim_matches(['<', '>', ' ']).to_string())
}

/// The recipients of an event, and the servers that it names.
fn take(report: &mut Report, event: &Value, list: &str, action: Action) {
    let text = |v: &Value, key: &str| v.get(key).and_then(Value::as_str).map(str::to_string);
    report.generating_server = text(event, "reportingMTA").and_then(|v| dsn::host(&v));
    let remote = text(event, "remoteMtaIp").and_then(|v| dsn::host(&v));
    for entry in event.get(list).and_then(Value::as_array).into_iter().flatten() {
        let Some(address) = entry.as_str().map(str::to_string).or_else(|| text(entry, "emailAddress")) else {
            continue;
        };
        let mut recipient = Recipient { action: Some(action), remote: remote.clone(), ..Recipient::new(address) };
        recipient.status = text(entry, "status").and_then(|s| code::find_status(&s));
        if let Some(diagnostic) = text(entry, "diagnosticCode") {
            let (kind, words) = diagnostic.split_once(';').unwrap_or(("", &diagnostic));
            recipient.say(Place::Diagnostic, if kind.len() < 12 { words } else { &diagnostic });
        }
        report.recipients.push(recipient);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::{marks_of, read_by};

    fn mail(text: &str) -> Mail {
        Mail { text: text.into(), ..Mail::default() }
    }

    #[test]
    fn bounce_wrapped_and_broken() {
        let inner = r#"{\"notificationType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\",\"bounceSubType\":\"General\",\"bouncedRecipients\":[{\"emailAddress\":\"a@example.com\",\"action\":\"failed\",\"status\":\"5.1.1\",\"diagnosticCode\":\"smtp; 550 5.1.1 user !
 unknown\"}],\"reportingMTA\":\"dsn; a1.example.net\",\"remoteMtaIp\":\"192.0.2.1\"},\"mail\":{\"messageId\":\"id-1\"}}"#;
        let m =
            mail(&format!("{{\n  \"Type\" : \"Notification\",\n  \"Message\" : \"{inner}\"\n}}\n\n--\nunsubscribe"));
        assert!(recognises(&m, &marks_of(&m)));
        let r = read_by(&NOTIFICATION, &m).unwrap();
        assert_eq!(r.kind, Some(Kind::Failed));
        assert_eq!(r.generating_server.as_deref(), Some("a1.example.net"));
        assert_eq!(r.original_message_id.as_deref(), Some("id-1"));
        assert_eq!(r.recipients[0].remote.as_deref(), Some("192.0.2.1"));
        assert_eq!(r.recipients[0].statements[0].text, "550 5.1.1 user unknown");
    }

    #[test]
    fn other_kinds() {
        for (event, kind, count) in [
            (r#"{"notificationType":"Complaint","complaint":{},"mail":{"messageId":"1"}}"#, Kind::Feedback, 0),
            (r#"{"eventType":"Open","mail":{"messageId":"1"}}"#, Kind::NotABounce, 0),
            (
                r#"{"eventType":"Delivery","mail":{"messageId":"1"},"delivery":{"recipients":["a@example.com"],"smtpResponse":"250 ok"}}"#,
                Kind::Delivered,
                1,
            ),
            (
                r#"{"eventType":"DeliveryDelay","mail":{"messageId":"1"},"deliveryDelay":{"delayType":"MailboxFull","delayedRecipients":[{"emailAddress":"a@example.com","status":"4.2.2","diagnosticCode":"smtp; 452 4.2.2 full"}]}}"#,
                Kind::Delayed,
                1,
            ),
            (
                r#"{"eventType":"Reject","mail":{"messageId":"1","destination":["a@example.com"]},"reject":{"reason":"Bad content"}}"#,
                Kind::Failed,
                1,
            ),
        ] {
            let r = read_by(&NOTIFICATION, &mail(event)).unwrap();
            assert_eq!((r.kind, r.recipients.len()), (Some(kind), count), "{event}");
        }
        assert!(read_by(&NOTIFICATION, &mail("{ not json, notificationType messageId")).is_none());
    }
}
