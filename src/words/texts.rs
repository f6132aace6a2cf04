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

    /// What is said of a message reads well whichever names are known.
    #[test]
    fn every_text_reads_well_with_every_subset_of_its_names() {
        use crate::evidence::Evidence;
        use crate::names::terms::{Confidence, Owner, RejectedBy};
        use crate::rules::built_in::FAMILIES;
        use crate::verdict::Verdict;

        const NAMES: &[&str] = &["address", "host", "generator", "ip", "sender", "response"];
        let evidence = |mask: usize| {
            let some = |n: usize, value: &str| (mask >> n & 1 == 1).then(|| value.to_string());
            Evidence {
                address: some(0, "u@example.com"),
                remote_server: some(1, "mx.example.com"),
                generating_server: some(2, "mail.example.org"),
                sender_ip: some(3, "192.0.2.1"),
                sender: some(4, "me@example.org"),
                author: some(4, "me@example.org"),
                response: some(5, "550 no"),
                rejected_by: Some(RejectedBy::RemoteServer),
                ..Evidence::default()
            }
        };
        let mut templates: Vec<(String, &str, Cause)> = Vec::new();
        for rule in FAMILIES.iter().flat_map(|f| f.rules) {
            templates.push((rule.id.to_string(), &rule.summary, rule.cause));
            templates.extend(rule.steps.iter().map(|s| (rule.id.to_string(), s.as_ref(), rule.cause)));
        }
        for cause in causes(Language::En) {
            templates.push((cause.cause.id().into(), cause.summary, cause.cause));
        }
        for playbook in playbooks(Language::En) {
            for step in playbook.steps {
                let last = step.forms.last().copied().unwrap_or_default();
                assert!(!last.contains('{'), "{}", playbook.id);
                templates.extend(step.forms.iter().map(|f| (playbook.id.to_string(), *f, Cause::Unknown)));
            }
        }
        let wrong = |text: &str| {
            let low = text.to_lowercase();
            let pairs = [
                "the the ",
                " a the ",
                " an the ",
                " of of ",
                "the a ",
                "server the receiving server",
                "address the sender's address",
                "address the recipient's address",
                "domain the ",
                "mailbox the recipient",
            ];
            pairs.iter().any(|p| low.contains(p)) || text.contains("  ")
        };
        let mut faults = Vec::new();
        for mask in 0..1 << NAMES.len() {
            let evidence = evidence(mask);
            for (id, template, cause) in templates.iter().filter(|(_, t, _)| t.contains('{')) {
                let verdict = Verdict {
                    rule: None,
                    cause: *cause,
                    owner: Owner::SenderAdmin,
                    permanence: None,
                    confidence: Confidence::High,
                    also: None,
                    matched: None,
                    notes: Vec::new(),
                };
                let names = Names::of(&evidence, &verdict);
                // A form of a step is taken only where its names are known.
                if *cause == Cause::Unknown && !names.knows(template) {
                    continue;
                }
                let text = names.fill(template);
                if wrong(&text) && !faults.iter().any(|(known, _): &(String, String)| known == id) {
                    faults.push((id.clone(), text.into_owned()));
                }
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
    }
}
