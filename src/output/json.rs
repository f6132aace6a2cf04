//! The JSON of the contract's section 2: one object a line.

use std::io::{self, Write};

use serde::Serialize;

use crate::cause::{Action, Cause, Confidence, Kind, Owner, Permanence, RejectedBy, Stage};
use crate::diagnosis::{Diagnosis, RecipientDiagnosis};
use crate::original::Original;

/// The version of the format. Later versions only add fields.
pub const SCHEMA_VERSION: u8 = 1;

#[derive(Serialize)]
struct MessageLine<'a> {
    schema_version: u8,
    source: &'a str,
    kind: Kind,
    generating_server: Option<&'a str>,
    software: Option<&'a str>,
    original: Option<OriginalObject<'a>>,
    recipients: Vec<RecipientObject<'a>>,
}

#[derive(Serialize)]
struct OriginalObject<'a> {
    message_id: Option<&'a str>,
    from: Option<&'a str>,
    to: &'a [String],
    subject: Option<&'a str>,
    date: Option<&'a str>,
}

#[derive(Serialize)]
struct RecipientObject<'a> {
    address: Option<&'a str>,
    original_address: Option<&'a str>,
    action: Option<Action>,
    status: Option<&'a str>,
    reply_code: Option<u16>,
    smtp_response: Option<&'a str>,
    remote_server: Option<&'a str>,
    rejected_by: Option<RejectedBy>,
    stage: Option<Stage>,
    cause: Option<Cause>,
    owner: Option<Owner>,
    permanence: Option<Permanence>,
    confidence: Option<Confidence>,
    rule: Option<&'a str>,
    evidence: Option<&'a str>,
    summary: Option<&'a str>,
    remediation: &'a [String],
    notes: &'a [String],
    links: &'a [String],
}

impl<'a> From<&'a Original> for OriginalObject<'a> {
    fn from(o: &'a Original) -> Self {
        Self {
            message_id: o.message_id.as_deref(),
            from: o.from.as_deref(),
            to: &o.to,
            subject: o.subject.as_deref(),
            date: o.date.as_deref(),
        }
    }
}

impl<'a> From<&'a RecipientDiagnosis> for RecipientObject<'a> {
    fn from(r: &'a RecipientDiagnosis) -> Self {
        Self {
            address: r.address.as_deref(),
            original_address: r.original_address.as_deref(),
            action: r.action,
            status: r.status.as_deref(),
            reply_code: r.reply_code,
            smtp_response: r.smtp_response.as_deref(),
            remote_server: r.remote_server.as_deref(),
            rejected_by: r.rejected_by,
            stage: r.stage,
            cause: r.cause,
            owner: r.owner,
            permanence: r.permanence,
            confidence: r.confidence,
            rule: r.rule,
            evidence: r.evidence.as_deref(),
            summary: r.summary.as_deref(),
            remediation: &r.remediation,
            notes: &r.notes,
            links: &r.links,
        }
    }
}

/// Writes the line of one message.
///
/// # Errors
/// Those of `out`.
pub fn write_message(out: &mut dyn Write, source: &str, diagnosis: &Diagnosis) -> io::Result<()> {
    let line = MessageLine {
        schema_version: SCHEMA_VERSION,
        source,
        kind: diagnosis.kind,
        generating_server: diagnosis.generating_server.as_deref(),
        software: diagnosis.software.as_deref(),
        original: diagnosis.original.as_ref().map(OriginalObject::from),
        recipients: diagnosis.recipients.iter().map(RecipientObject::from).collect(),
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}

/// Writes one recipient object, for `explain`.
///
/// # Errors
/// Those of `out`.
pub fn write_recipient(out: &mut dyn Write, recipient: &RecipientDiagnosis) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &RecipientObject::from(recipient))?;
    out.write_all(b"\n")
}
