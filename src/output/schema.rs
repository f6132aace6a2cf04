//! The JSON schema (draft 2020-12) of a message object, from the same vocabulary as the objects themselves.

use serde_json::{Value, json};

use crate::names::terms::{
    Action, Audience, Cause, Class, Confidence, Form, Kind, Owner, Permanence, Provenance, RejectedBy, Retry, Stage,
};
use crate::output::json::SCHEMA_VERSION;

/// One of the words of a vocabulary.
macro_rules! one_of {
    ($name:ident) => {
        json!({ "enum": $name::ALL.iter().map(|w| w.id()).collect::<Vec<_>>() })
    };
    ($name:ident or null) => {
        json!({ "enum": $name::ALL.iter().map(|w| Value::from(w.id())).chain([Value::Null]).collect::<Vec<_>>() })
    };
}

/// An object whose fields are all there.
fn object(fields: Value) -> Value {
    let required: Vec<String> = fields.as_object().map_or_else(Vec::new, |f| f.keys().cloned().collect());
    json!({ "type": "object", "properties": fields, "required": required })
}

/// The schema of what is written for a message. Later versions only add fields.
///
/// ```
/// let schema = whybounce::output::schema::message();
/// assert_eq!(schema["properties"]["schema_version"]["const"], 1);
/// ```
#[must_use]
pub fn message() -> Value {
    let text = || json!({ "type": "string" });
    let maybe = || json!({ "type": ["string", "null"] });
    let texts = || json!({ "type": "array", "items": { "type": "string" } });
    let step = object(json!({
        "who": one_of!(Owner), "does": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" },
        "do": text(), "run": maybe(), "verify": maybe(), "link": maybe(),
    }));
    let status = json!({ "type": ["string", "null"], "pattern": "^[245]\\.\\d{1,3}\\.\\d{1,3}$" });
    let list = object(json!({ "name": text(), "listed": maybe(), "look_up": maybe() }));
    let also = object(json!({ "cause": one_of!(Cause), "share": { "type": "number", "minimum": 0, "maximum": 1 } }));
    let mut recipient = object(json!({
        "address": maybe(),
        "original_address": maybe(),
        "action": one_of!(Action or null),
        "status": status,
        "reply_code": { "type": ["integer", "null"], "minimum": 100, "maximum": 999 },
        "smtp_response": maybe(),
        "remote_server": maybe(),
        "rejected_by": one_of!(RejectedBy or null),
        "stage": one_of!(Stage or null),
        "cause": one_of!(Cause or null),
        "owner": one_of!(Owner or null),
        "permanence": one_of!(Permanence or null),
        "confidence": one_of!(Confidence or null),
        "rule": maybe(),
        "evidence": maybe(),
        "also": { "type": "array", "items": also },
        "class": one_of!(Class),
        "retry": one_of!(Retry or null),
        "retry_after": { "type": ["integer", "null"], "minimum": 0 },
        "did_you_mean": maybe(),
        "list": { "anyOf": [list, { "type": "null" }] },
        "ip": maybe(),
        "envelope_sender": maybe(),
        "queue_id": maybe(),
    }));
    // Not with `--output slim`.
    recipient["properties"]["summary"] = maybe();
    recipient["properties"]["remediation"] = texts();
    recipient["properties"]["steps"] = json!({ "type": "array", "items": step });
    recipient["properties"]["notes"] = texts();
    recipient["properties"]["links"] = texts();
    let original = object(json!({
        "message_id": maybe(), "from": maybe(), "to": texts(), "subject": maybe(), "date": maybe(),
    }));
    let mut message = object(json!({
        "schema_version": { "const": SCHEMA_VERSION },
        "source": text(),
        "kind": one_of!(Kind),
        "generating_server": maybe(),
        "software": maybe(),
        "original": { "anyOf": [original, { "type": "null" }] },
        "recipients": { "type": "array", "items": recipient },
        "form": one_of!(Form),
        "reader": one_of!(Audience),
        "date": maybe(),
        "message_id": maybe(),
        "provenance": one_of!(Provenance),
        "provenance_evidence": texts(),
        "key": true,
    }));
    message["properties"]["notes"] = texts();
    message["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    message["title"] = "A line of whybounce --json".into();
    message
}
