//! A person who quotes or forwards a report in the text of a mail, with words of their own about it.

use super::decide::{Signs, is_written_by_machine, signs};
use super::signs::starts_forward;
use super::words;
use crate::mail::message::Mail;
use crate::names::{address, code, daemon};

/// Does a person pass a report on in this mail, and say something of their own? What stands in the text alone counts: a
/// report that is attached, or sent again as it is, was not quoted.
pub(crate) fn quotes_a_report(mail: &Mail) -> bool {
    if mail.pasted
        || mail.text.len() > 200_000
        || signs(mail) != Signs::None
        || is_written_by_machine(mail)
        || daemon::signs_as_one(&mail.from().to_lowercase())
    {
        return false;
    }
    let text = if mail.text.trim().is_empty() { &mail.html_text } else { &mail.text };
    let parts = Parts::of(text);
    (parts.passed_on || mail.attached.iter().any(|a| a.in_text)) && !parts.own.trim().is_empty() || asks(&parts.own)
}

/// A text, taken apart into what its writer says and what is passed on.
struct Parts {
    /// The words before what is passed on and, where marks tell it apart, behind it.
    own: String,
    /// Marks of quoting or the head of a forwarded message show what is passed on.
    passed_on: bool,
}

impl Parts {
    fn of(text: &str) -> Self {
        let mut parts = Self { own: String::new(), passed_on: false };
        let lines: Vec<&str> = text.lines().collect();
        let marked = |line: &str| line.trim_start().starts_with('>') && !line.trim_start().starts_with(">>>");
        let quoted = lines.iter().filter(|l| marked(l)).count() > 1;
        for (n, line) in lines.iter().enumerate() {
            if marked(line) {
                parts.passed_on |= quoted;
                continue;
            }
            if starts_forward(&lines[n..]) {
                parts.passed_on = true;
                break;
            }
            // The line above what is quoted names its writer: "On Tuesday X wrote:".
            let introduces = line.trim_end().ends_with([':', '：']) && lines[n + 1..].iter().take(2).any(|l| marked(l));
            if quoted && (introduces || parts.passed_on && is_signature(line)) {
                continue;
            }
            if !quoted && begins_report(line) {
                break;
            }
            parts.own.push_str(line);
            parts.own.push('\n');
        }
        parts
    }
}

/// `-- ` stands before a signature.
fn is_signature(line: &str) -> bool {
    line.trim_end() == "--"
}

/// Is this a line that reports have and letters about them have not: an opening, an answer, whom it is about?
fn begins_report(line: &str) -> bool {
    let lower = line.to_lowercase();
    words::MACHINE_OPENINGS.any(&lower)
        || words::FAILURE.any(&lower) && !line.contains('?')
        || address::find(line).is_some()
        || code::reply_in(line).is_some()
        || code::find_status(line).is_some_and(|s| s.class != 2)
}

/// Does somebody ask about something?
fn asks(own: &str) -> bool {
    own.contains(['?', '？', '¿'])
}
