//! The steps that follow from the returned header.

use super::language::Language;
use super::texts::steps;
use crate::evidence::identity::{Mend, SpfRecord};

/// A step in words.
pub(super) fn step(language: Language, mend: &Mend) -> String {
    match mend {
        Mend::Spf { record, domain, ip, only } => spf(language, *record, domain, ip.as_deref(), *only),
        Mend::Sign { domain } => steps::DkimSign { domain }.text(language),
        Mend::LookUpKey { domain, selector } => steps::DkimLookUpKey { selector, domain }.text(language),
        Mend::Align { from, envelope: None } => steps::AlignDomains { from }.text(language),
        Mend::Align { from, envelope: Some(envelope) } => {
            steps::AlignDomainsInPlaceOf { from, envelope }.text(language)
        }
    }
}

fn spf(language: Language, record: SpfRecord, domain: &str, ip: Option<&str>, only: bool) -> String {
    let whom = || {
        ip.unwrap_or(if only {
            steps::parts_the_sending_ip(language)
        } else {
            steps::parts_the_sending_server(language)
        })
    };
    match (record, only, ip) {
        (SpfRecord::Unseen, ..) => steps::SpfUnseen { domain, whom: whom() }.text(language),
        (SpfRecord::Missing, false, _) => steps::SpfMissing { domain, whom: whom() }.text(language),
        (SpfRecord::Missing, true, _) => steps::SpfMissingOnly { domain, whom: whom() }.text(language),
        (SpfRecord::Broken, ..) => steps::SpfBroken { domain }.text(language),
        (SpfRecord::Unanswered, ..) => steps::SpfUnanswered { domain }.text(language),
        (SpfRecord::Lacking, false, _) => steps::SpfLacking { whom: whom(), domain }.text(language),
        (SpfRecord::Lacking, true, Some(ip)) => steps::SpfLackingOnly { ip, domain }.text(language),
        (SpfRecord::Lacking, true, None) => steps::SpfLackingOnlyUnnamed { domain }.text(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_names_the_domain_and_the_server() {
        use SpfRecord::{Broken, Lacking, Missing, Unanswered, Unseen};
        for record in [Unseen, Missing, Broken, Unanswered, Lacking] {
            for only in [true, false] {
                let spf = |ip: Option<&str>| {
                    let ip = ip.map(str::to_string);
                    step(Language::En, &Mend::Spf { record, domain: "a.example".into(), ip, only })
                };
                let (named, unnamed) = (spf(Some("192.0.2.1")), spf(None));
                assert!(named.contains("a.example") && unnamed.contains("a.example"), "{named}");
                let is_about_server = !matches!(record, Broken | Unanswered);
                assert_eq!(named.contains("192.0.2.1"), is_about_server, "{named}");
                assert_eq!(unnamed.contains("server's IP") || unnamed.contains("server that sends"), is_about_server);
            }
        }
        let (from, envelope) = ("a.example".to_string(), Some("b.example".to_string()));
        assert!(
            step(Language::En, &Mend::Align { from: from.clone(), envelope })
                .ends_with("in a.example in place of b.example.")
        );
        assert!(step(Language::En, &Mend::Align { from, envelope: None }).ends_with("in a.example."));
        let key = Mend::LookUpKey { domain: "a.example".into(), selector: "k1".into() };
        assert!(step(Language::En, &key).contains("`dig TXT k1._domainkey.a.example`"));
    }
}
