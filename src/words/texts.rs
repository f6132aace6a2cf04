//! The texts, from the data files of each language, as the build script turns them into code. A module is named for its
//! file, a function for the keys above its text; a text in which names are filled in is a structure with these names:
//! `notes::passed_on` would be `notes::PassedOn { was, now }.text(language)`.

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::names::{Names, without_unknown};

    #[test]
    fn every_text_is_whole_when_its_names_are_filled_in() {
        let all = [labels::every, notes::every, owners::every, sentences::every, steps::every];
        let texts: Vec<_> = all.iter().flat_map(|every| every(Language::En)).collect();
        assert!(texts.len() > 150, "{}", texts.len());
        for (key, text) in texts {
            assert!(!text.contains(['{', '}', '[', ']', '\n']) && !text.contains("  "), "{key}: {text}");
            // A server's own step needs no word of where it happened.
            assert!(!text.is_empty() || key == "stage_at", "{key}");
        }
    }

    #[test]
    fn every_template_is_whole_without_a_message() {
        let nameless = Names::default();
        let causes =
            causes(Language::En).iter().flat_map(|c| [c.summary, c.letter].map(|t| (c.cause.id(), t.to_string())));
        for (key, text) in letters::every(Language::En).into_iter().chain(causes) {
            let filled = nameless.fill(&without_unknown(&text, &nameless)).into_owned();
            assert!(!filled.contains(['{', '}', '[', ']']) && !filled.contains("  "), "{key}: {filled}");
        }
    }

    #[test]
    fn a_label_fits_its_column() {
        for (key, text) in labels::every(Language::En).iter().filter(|(key, _)| key.starts_with("fact_")) {
            assert!(text.chars().count() <= 15, "{key}: {text}");
        }
    }
}
