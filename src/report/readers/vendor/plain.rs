//! Families whose reports structure alone reads, a line for each recipient: known by their words, so that they are read
//! the same when they come pasted and without their machine part.
//!
//! maddy: `Delivery to a@b failed with error: mx.example.com. said: …`. Stalwart: `<a@b> (host 'mx' rejected command
//! 'RCPT TO:<a@b>' with code 550 (5.1.1) '…')`, below headings that tell what became of the recipients.

use crate::mail::message::Mail;
use crate::report::general;
use crate::report::marks::{Marks, Reader};
use crate::report::types::Report;

/// Reads maddy's reports.
pub(super) static MADDY: Reader =
    Reader { name: "maddy", marks: MADDYS, recognises: |_, marks| MADDYS.iter().all(|m| marks.says(m)), read };

/// Reads Stalwart's reports.
pub(super) static STALWART: Reader =
    Reader { name: "Stalwart", marks: STALWARTS, recognises: |_, marks| STALWARTS.iter().any(|m| marks.says(m)), read };

const MADDYS: &[&str] = &["This is the mail delivery system at ", " failed with error: "];

const STALWARTS: &[&str] = &[
    "> (host '",
    "> (connection to '",
    "> (MTA-STS failed",
    "> (DANE failed",
    "> (TLS error from '",
    "> (failed to lookup '",
    "> (delivered to '",
];

fn read(mail: &Mail, _: &Marks) -> Option<Report> {
    let report = general::read(mail);
    (!report.recipients.is_empty()).then_some(report)
}
