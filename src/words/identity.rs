//! The steps that follow from the returned header.

use super::language::Language;
use super::texts::steps;
use crate::evidence::identity::{Mend, SpfRecord};

/// A step in words.
pub(super) fn step(language: Language, mend: &Mend) -> String {
    match mend {
        Mend::Spf { record, domain, ip, only } => spf(language, *record, domain, ip.as_deref(), *only),
        Mend::Sign { domain } => steps::dkim_sign(language, domain),
        Mend::LookUpKey { domain, selector } => steps::dkim_look_up_key(language, selector, domain),
        Mend::Align { from, envelope: None } => steps::align_domains(language, from),
        Mend::Align { from, envelope: Some(envelope) } => steps::align_domains_in_place_of(language, from, envelope),
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
        (SpfRecord::Unseen, ..) => steps::spf_unseen(language, domain, whom()),
        (SpfRecord::Missing, false, _) => steps::spf_missing(language, domain, whom()),
        (SpfRecord::Missing, true, _) => steps::spf_missing_only(language, domain, whom()),
        (SpfRecord::Broken, ..) => steps::spf_broken(language, domain),
        (SpfRecord::Unanswered, ..) => steps::spf_unanswered(language, domain),
        (SpfRecord::Lacking, false, _) => steps::spf_lacking(language, whom(), domain),
        (SpfRecord::Lacking, true, Some(ip)) => steps::spf_lacking_only(language, ip, domain),
        (SpfRecord::Lacking, true, None) => steps::spf_lacking_only_unnamed(language, domain),
    }
}
