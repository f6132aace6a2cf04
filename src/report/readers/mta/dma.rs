//! DragonFly Mail Agent: one sentence names the recipient, the next paragraph holds the host and its answer.
//! Answers of several lines keep an empty line behind each.

use crate::mail::message::Mail;
use crate::names::host;
use crate::report::general;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Recipient, Report};
use crate::text;

/// The reader.
pub(super) static READER: Reader = Reader { name: "dma", marks: &[OPENING], recognises, read };

const OPENING: &str = "There was an error delivering your mail to <";

fn recognises(_: &Mail, marks: &Marks) -> bool {
    marks.says(OPENING)
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let (head, rest) = text::split_once(&mail.text, OPENING)?;
    let (address, rest) = rest.split_once('>')?;
    let reason = rest.trim_start_matches(['.', '\n', ' ']);
    let end = ["\nMessage headers follow.", "\nOriginal message follows."]
        .iter()
        .filter_map(|mark| text::find(reason, mark))
        .min()
        .unwrap_or(reason.len());
    let mut recipient = Recipient::new(address.trim());
    general::apply_reason(reason.get(..end)?, &mut recipient);
    // "This is the DragonFly Mail Agent v0.13 at host.example."
    let writer = head.rsplit_once(" at ").map(|(_, host)| host.trim().trim_end_matches('.'));
    let generating_server = writer.filter(|h| host::is_host(h)).map(str::to_string);
    Some(Report { recipients: vec![recipient], generating_server, ..Report::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::terms::Stage;
    use crate::report::readers::read_by;

    #[test]
    fn reads_answers_of_one_line_of_many_and_none() {
        let mail = |reason: &str| Mail {
            text: format!(
                "This is the DragonFly Mail Agent v0.13 at host.example.org.\n\n\
                 There was an error delivering your mail to <a@example.com>.\n\n{reason}\n\nMessage headers follow.\n\n"
            ),
            ..Mail::default()
        };
        let r = read_by(
            &READER,
            &mail("mx.example.com [192.0.2.1] did not like our final DATA:\n550-5.7.1 one\n\n550 5.7.1 two\n"),
        )
        .unwrap();
        assert_eq!(r.generating_server.as_deref(), Some("host.example.org"));
        let a = &r.recipients[0];
        assert_eq!(a.address.as_deref(), Some("a@example.com"));
        assert_eq!(a.remote.as_deref(), Some("mx.example.com"));
        assert_eq!(a.stage, Some(Stage::Data));
        assert_eq!(a.statements[0].text, "550-5.7.1 one 550 5.7.1 two");
        let r = read_by(&READER, &mail("Could not deliver for the last 432000 seconds. Giving up.")).unwrap();
        assert_eq!(r.recipients[0].remote, None);
        assert!(r.recipients[0].statements[0].text.starts_with("Could not deliver"));
    }
}
