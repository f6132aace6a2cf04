//! Does a header block belong to a mail that a mail system wrote? The block alone is asked, before the mail behind it
//! is taken apart.

use super::headers::{fields, folded_fields, unfold};
use crate::names::daemon;
use crate::text;
use crate::text::literals::{self, Literals};

/// Signs in a header block without which the mail behind it is no report. They are fewer than the names of mail
/// systems in [`daemon`]: a returned message is taken apart in their presence, so a name that people have too is none.
static SIGNS_OF_REPORT: Literals = Literals::new(&[
    "mailer-daemon",
    "postmaster",
    "delivery-status",
    "x-failed-recipients",
    "auto-submitted",
    "from: <>",
    "from:\n",
    "mail delivery",
    "return-path: <>",
]);

/// Can the message with this header block be a report?
pub(super) fn may_be_report(block: &str) -> bool {
    SIGNS_OF_REPORT.any(block) || literals::find(block, "from:").is_none()
}

/// Is it the header block of a mail that a mail system wrote?
pub(super) fn is_of_daemon(block: &str) -> bool {
    folded_fields(block).any(|(name, value)| {
        name.eq_ignore_ascii_case("From") && unfold(value).split(['<', ' ']).any(daemon::is_daemon)
            || name.eq_ignore_ascii_case("Content-Type") && text::contains(&unfold(value), "delivery-status")
    })
}

/// Are these the few header fields that mail programs show above a report that a person forwards?
pub(super) fn are_shown_of_report(block: &str) -> bool {
    const SHOWN: &[&str] = &["from", "to", "cc", "subject", "date", "sent", "reply-to", "resent-from"];
    const SUBJECTS: &[&str] =
        &["undeliver", "returned mail", "failure notice", "delivery status", "mail delivery failed"];
    folded_fields(block).all(|(name, _)| SHOWN.iter().any(|s| name.eq_ignore_ascii_case(s)))
        && fields(block).any(|(name, value)| {
            let value = value.to_ascii_lowercase();
            name.eq_ignore_ascii_case("from") && daemon::signs_as_one(&value)
                || name.eq_ignore_ascii_case("subject") && SUBJECTS.iter().any(|s| value.contains(s))
        })
}

/// Is a file of this name a text that a program or a server wrote?
pub(crate) fn is_text_file(name: &str) -> bool {
    const ENDINGS: &[&str] = &["log", "txt", "text", "out", "err", "json", "jsonl", "ndjson", "csv", "trace", "debug"];
    let ending = name.rsplit('.').next().unwrap_or("");
    // `mail.log.1`
    let ending =
        if ending.bytes().all(|b| b.is_ascii_digit()) { name.rsplit('.').nth(1).unwrap_or("") } else { ending };
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}
