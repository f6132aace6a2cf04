//! Zoho Mail: `a@b Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 <words of the other server>`.

use crate::mail::message::Mail;
use crate::names::address;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};
use crate::text::join_lines;

/// Reads Zoho's reports.
pub(super) static READER: Reader = Reader { name: "Zoho Mail", marks: ERROR_CODES, recognises, read };

const ERROR_CODES: &[&str] = &["ERROR_CODE :", "ERROR CODE :", "ERROR_CODE:", "ERROR CODE:"];

fn recognises(_: &Mail, marks: &Marks) -> bool {
    ERROR_CODES.iter().any(|m| marks.says(m))
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let mut report = Report::default();
    for paragraph in items(&mail.text) {
        let Some(first) = ERROR_CODES.iter().filter_map(|m| paragraph.find(m)).min() else { continue };
        let (before, words) = (paragraph.get(..first)?, paragraph.get(first..)?);
        // The last address before the codes: what stands further up is prose.
        let Some((_, end, address)) = address::all(before).last() else { continue };
        let mut recipient = Recipient::new(address);
        let mut response = words.to_string();
        for mark in ERROR_CODES {
            response = response.replace(mark, "");
        }
        // "550, 5.1.1 words", "550 - 5.1.1 words", "421, , words": the commas are Zoho's.
        let code: String = response.trim_start().chars().take_while(char::is_ascii_digit).collect();
        let rest = response.trim_start().get(code.len()..).unwrap_or("");
        let rest = rest.trim_start_matches([',', ' ', '-', '"']).trim_end_matches('"');
        recipient.say(Place::Quoted, format!("{code} {rest}"));
        recipient.say(Place::Summary, before.get(end..).unwrap_or("").trim_matches([',', ' ', '>', ':']));
        report.recipients.push(recipient);
    }
    (!report.recipients.is_empty()).then_some(report)
}

/// The entries of the list: each begins with an address and goes on over lines that do not.
fn items(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for paragraph in text.split("\n\n") {
        let mut open = false;
        for line in paragraph.lines() {
            let begins = address::find(line.trim()).is_some_and(|(start, _, _)| start <= 1);
            match items.last_mut().filter(|_| open && !begins) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(&join_lines(line));
                }
                None => items.push(join_lines(line)),
            }
            open = true;
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::read_by;

    #[test]
    fn several_in_one_paragraph() {
        let text = "Permanent error.\n\na@example.com, ERROR_CODE :550, ERROR_CODE :5.1.1 no such\nuser\nb@example.net, ERROR_CODE :554, ERROR_CODE :5.7.1 spam\n";
        let r = read_by(&READER, &Mail { text: text.into(), ..Mail::default() }).unwrap();
        let said: Vec<_> = r.recipients.iter().map(|r| r.statements[0].text.as_str()).collect();
        assert_eq!(said, ["550 5.1.1 no such user", "554 5.7.1 spam"]);
    }

    #[test]
    fn codes() {
        for (text, want) in [
            (
                "a@example.com Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 <a@example.com>... gone",
                "550 5.1.1 <a@example.com>... gone",
            ),
            ("a@example.com Error, ERROR_CODE :421, ERROR_CODE :, Host not reachable.", "421 Host not reachable."),
            ("a@example.com, ERROR CODE :550 - \"5.7.1 blocked\"", "550 5.7.1 blocked"),
        ] {
            let r = read_by(
                &READER,
                &Mail { text: format!("This is a permanent error.\n\n{text}\n\n"), ..Mail::default() },
            )
            .unwrap();
            assert_eq!(r.recipients[0].address.as_deref(), Some("a@example.com"));
            assert_eq!(r.recipients[0].statements[0].text, want);
        }
    }
}
