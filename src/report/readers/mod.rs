//! Readers of the families of reports, in the order tried.

mod microsoft;
mod mta;
mod pasted;
mod vendor;

use super::marks::Reader;
use super::marks::{MarkList, Marks};
use super::software;
use crate::mail::message::Mail;
use crate::text::literals::Literals;

/// The readers of families in the order tried. The first that recognises the message and reads it wins.
pub(super) static READERS: &[&[&Reader]] = &[microsoft::READERS, pasted::READERS, mta::READERS, vendor::READERS];

/// Looks for the words of all readers in a message. A search for each would read every report dozens of times: a
/// reader lists its words as [`Reader::marks`], and the compiler gathers the lists.
pub(super) fn marks_of(mail: &Mail) -> Marks {
    Marks::find(&ALL_MARKS, mail)
}

/// Shorter words would make the pass slow: it moves on by at most the length of the shortest. Who needs them looks for
/// them elsewhere.
const SHORTEST: usize = 8;

/// How many words all lists have together.
const COUNT: usize = {
    let mut count = software::TEXTS.len();
    let mut group = 0;
    while group < READERS.len() {
        let mut n = 0;
        while n < READERS[group].len() {
            count += READERS[group][n].marks.len();
            n += 1;
        }
        group += 1;
    }
    count
};

/// All words, each with the reader in whose list it stands.
static LISTS: ([&str; COUNT], [Option<&Reader>; COUNT]) = {
    let (mut words, mut owners) = ([""; COUNT], [None; COUNT]);
    let mut filled = 0;
    while filled < software::TEXTS.len() {
        words[filled] = software::TEXTS[filled];
        filled += 1;
    }
    let mut group = 0;
    while group < READERS.len() {
        let mut n = 0;
        while n < READERS[group].len() {
            let reader: &Reader = READERS[group][n];
            let mut mark = 0;
            while mark < reader.marks.len() {
                assert!(reader.marks[mark].len() >= SHORTEST);
                words[filled] = reader.marks[mark];
                owners[filled] = Some(reader);
                mark += 1;
                filled += 1;
            }
            n += 1;
        }
        group += 1;
    }
    (words, owners)
};

static ALL_MARKS: MarkList =
    MarkList { search: Literals::new(&LISTS.0), words: &LISTS.0, owners: &LISTS.1, of_software: software::TEXTS.len() };

/// What one reader makes of a mail.
#[cfg(test)]
pub(super) fn read_by(reader: &Reader, mail: &Mail) -> Option<super::types::Report> {
    (reader.read)(mail, &marks_of(mail))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message::Mail;

    #[test]
    fn every_reader_is_heard() {
        for reader in READERS.iter().copied().flatten() {
            for words in reader.marks {
                let said = |text: String| marks_of(&Mail { text, ..Mail::default() });
                assert!(said(format!("x{words}x")).says(words), "{words} of {}", reader.name);
                assert!(said(words.to_ascii_uppercase()).has_any_of(reader), "{words} of {}", reader.name);
            }
        }
    }

    #[test]
    fn text_and_html_are_told_apart() {
        let html = marks_of(&Mail { html_text: "by Mimecast".into(), ..Mail::default() });
        assert!(!html.says("Mimecast") && html.first_of_software().is_some());
        let shouted = marks_of(&Mail { text: "BY MIMECAST".into(), ..Mail::default() });
        assert!(shouted.first_of_software().is_none() && !shouted.has_any_of(microsoft::READERS[0]));
        let html = marks_of(&Mail { html_text: "generating SERVER".into(), ..Mail::default() });
        assert!(html.first_of_software().is_none() && html.has_any_of(microsoft::READERS[0]));
    }
}
