//! qmail and its heirs (netqmail, notqmail, s/qmail, IndiMail): the format QSBMF, "Hi. This is the qmail-send program
//! at HOST." Each paragraph that begins with `<address>:` is a recipient; a line that begins with a dash ends the
//! list. Patches change the greeting and the copy, never the paragraphs.

use crate::mail::message::Mail;
use crate::names::address;
use crate::names::code;
use crate::names::note::Note;
use crate::names::terms::Speaker;
use crate::report::general;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Recipient, Report};
use crate::text;

/// The reader.
pub(super) static READER: Reader = Reader { name: "qmail", marks: &[PROGRAM, DOUBLE], recognises, read };

const PROGRAM: &str = "-send program at ";
const DOUBLE: &str = "but the bounce bounced!";

fn recognises(mail: &Mail, marks: &Marks) -> bool {
    marks.says(PROGRAM)
        || marks.says(DOUBLE)
        || mail.headers_named("Received").next_back().is_some_and(|r| text::contains(r, "invoked for bounce"))
}

/// The address of a line that begins a paragraph.
fn opening(line: &str) -> Option<&str> {
    let inside = line.trim_end().strip_suffix(':')?.trim_end().strip_suffix('>')?.strip_prefix('<')?;
    (!inside.is_empty() && !inside.contains('<')).then_some(inside)
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let mut report = Report::default();
    let mut lines = text::lines(&mail.text).peekable();
    let mut current: Option<(String, String)> = None;
    while let Some(line) = lines.next() {
        if let Some(address) = opening(line) {
            close(current.take(), &mut report);
            // Room for the few lines that most reasons have.
            current = address::clean(address).map(|a| (a, String::with_capacity(240)));
            continue;
        }
        let Some((_, reason)) = &mut current else { continue };
        if line.starts_with("---") {
            break;
        }
        // A blank line ends the paragraph, unless its reason has not begun or goes on with what qmail-remote says.
        let goes_on = |next: &&str| next.starts_with("Remote host said:") || next.starts_with("Giving up on ");
        if line.trim().is_empty() && !reason.is_empty() && !lines.peek().is_some_and(goes_on) {
            close(current.take(), &mut report);
            continue;
        }
        // QSBMF writes "/" for an empty line of the reason.
        if line != "/" {
            reason.push_str(line);
            reason.push('\n');
        }
    }
    close(current, &mut report);
    if report.recipients.is_empty() {
        return None;
    }
    if let Some((_, behind)) = text::split_once(&mail.text, PROGRAM) {
        let host = behind.split_whitespace().next().unwrap_or("").trim_end_matches('.');
        report.generating_server = (!host.is_empty() && host.len() < 256).then(|| host.to_string());
    }
    if mail.says(DOUBLE) {
        report.notes.push(Note::DoubleBounce);
    }
    Some(report)
}

fn close(paragraph: Option<(String, String)>, report: &mut Report) {
    let Some((address, reason)) = paragraph else { return };
    let mut recipient = Recipient::new(address);
    general::apply_reason(&reason, &mut recipient);
    // qmail's own sentences end with their code, `(#5.1.1)`; what has none and no host is what a program in a `.qmail`
    // file printed.
    let own = text::contains(&reason, "(#") || recipient.remote.is_some() || recipient.elsewhere;
    if !own && code::reply_in(&reason).is_none() {
        for said in &mut recipient.statements {
            said.speaker = said.speaker.or(Some(Speaker::LocalProgram));
        }
    }
    report.recipients.push(recipient);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::terms::Stage;
    use crate::report::readers::read_by;

    fn report(text: &str) -> Report {
        read_by(&READER, &Mail { text: text.into(), ..Mail::default() }).unwrap()
    }

    #[test]
    fn paragraphs_even_of_postmasters_and_with_lost_blank_lines() {
        let r = report(
            "Hi. This is the qmail-send program at mail.example.org.\nI'm afraid I wasn't able to deliver your message \
             to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\
             <abuse@example.com>:\n192.0.2.1 does not like recipient.\nRemote host said: 550-5.1.1 one\n550 5.1.1 two\n\
             Giving up on 192.0.2.1.\n\n<b@example.com>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n\
             <c@example.com>:\nCNAME lookup failed temporarily. (#4.4.3)\nI'm not going to try again; this message has \
             been in the queue too long.\n\n--- Below this line is a copy of the message.\n",
        );
        assert_eq!(r.generating_server.as_deref(), Some("mail.example.org"));
        let got: Vec<_> =
            r.recipients.iter().map(|r| (r.address.as_deref().unwrap(), r.statements[0].text.as_str())).collect();
        assert_eq!(
            got,
            [
                ("abuse@example.com", "550-5.1.1 one 550 5.1.1 two"),
                ("b@example.com", "Sorry, no mailbox here by that name. (#5.1.1)"),
                ("c@example.com", "CNAME lookup failed temporarily. (#4.4.3)"),
            ]
        );
        assert_eq!(r.recipients[0].remote.as_deref(), Some("192.0.2.1"));
        assert_eq!(r.recipients[0].stage, Some(Stage::Rcpt));
        assert_eq!(r.recipients[1].remote, None);
    }

    #[test]
    fn double_bounces() {
        let r = report(
            "Hi. This is the qmail-send program at mail.example.org.\nI tried to deliver a bounce message to this \
             address, but the bounce bounced!\n\n<forged@example.com>:\nConnected to 192.0.2.1 but sender was rejected.\n\
             Remote host said: 550 no\n\n--- Below this line is the original bounce.\n\n",
        );
        assert_eq!(r.recipients[0].address.as_deref(), Some("forged@example.com"));
        assert_eq!(r.recipients[0].stage, Some(Stage::Mail));
        assert_eq!(r.notes, [Note::DoubleBounce]);
    }
}
