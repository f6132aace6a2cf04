//! The rule table. Order is priority: the first rule that applies wins. First by authority, then by the order of
//! the families below, then by the order inside a family.
//!
//! 1. A provider's own codes and words ([`Authority::Provider`]): Microsoft, mailbox providers, gateways,
//!    block lists.
//! 2. Phrases that mean the same wherever they are said ([`Authority::Phrase`]): the words of mail servers,
//!    general phrases, other languages.
//! 3. Codes that mean something by themselves ([`Authority::Code`]).
//! 4. Phrases that say little ([`Authority::WeakPhrase`]).
//! 5. Codes that say only their class ([`Authority::Class`]).
//!
//! To add a rule: write an entry into the family it belongs to, give it an example, run `cargo test rules`.

mod blocklist;
mod gateway;
mod language;
mod microsoft;
mod mta;
mod phrase;
mod reply;
mod status;
mod webmail;

use crate::rule::{Authority, Family, Rule};

const CODES: &[Family] = &[Family { name: "status codes", authority: Authority::Code, rules: status::SPECIFIC }];

const CLASSES: &[Family] = &[
    Family { name: "status classes", authority: Authority::Class, rules: status::VAGUE },
    Family { name: "reply codes", authority: Authority::Class, rules: reply::RULES },
];

const GROUPS: &[&[Family]] = &[
    microsoft::FAMILIES,
    webmail::FAMILIES,
    gateway::FAMILIES,
    blocklist::FAMILIES,
    mta::FAMILIES,
    phrase::FAMILIES,
    language::FAMILIES,
    phrase::LATE_FAMILIES,
    CODES,
    phrase::WEAK_FAMILIES,
    CLASSES,
];

/// All families in the order asked.
pub fn families() -> impl Iterator<Item = &'static Family> {
    GROUPS.iter().flat_map(|g| g.iter())
}

/// All rules in the order asked.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    families().flat_map(|f| f.rules)
}

#[cfg(test)]
mod tests {
    /// Words that a step may begin with: it tells its reader what to do.
    const VERBS: &str = "Add Agree Allow Answer Approve Ask Attach Authenticate Avoid Begin Block Break Buy Call \
        Change Check Choose Clean Clear Close Collect Compare Configure Confirm Connect Contact Convert Correct \
        Create Decide Delete Disable Do Edit Empty Enable Enter Exempt Export File Fill Find \
        Finish Follow Forward Free Get Give Grant Have Identify Ignore Increase Inform Install Join \
        Keep Leave Let Lift Limit List Load Log Look Lower Mail Make Mark Move \
        Name Note Offer Open Order Override Pack Pass Pay Place Point Publish Put Raise \
        Reach Reactivate Read Recreate Reduce Register Relax Release Remove Rename Renew Repair Repeat Replace \
        Report Request Reset Resolve Restart Restore Resubmit Retry Rewrite Route Rule Run Save Scan \
        Search Secure See Send Set Settle Share Shorten Sign Slow Space Split Spread Start \
        Stop Store Submit Subscribe Switch Take Tell Test Treat Trim Try Turn Type Unblock \
        Unsubscribe Update Upgrade Use Verify Wait Watch Whitelist Withdraw Work Write";

    /// Providers, products and lists that people ask about, and how the ids or the family of their rules begin.
    const COVERED: &[(&str, &str)] = &[
        ("Microsoft 365", "exchange-online"),
        ("Outlook.com", "outlook-com"),
        ("Gmail", "gmail"),
        ("Google Workspace", "gmail-customer"),
        ("Yahoo", "yahoo"),
        ("AOL", "aol"),
        ("Apple", "apple"),
        ("Comcast", "comcast"),
        ("Cox", "cox"),
        ("Charter", "spectrum"),
        ("AT&T", "att"),
        ("Verizon", "verizon"),
        ("T-Online", "t-online"),
        ("GMX, WEB.DE", "gmx"),
        ("1&1 IONOS", "ionos"),
        ("Free", "free"),
        ("Orange", "orange"),
        ("La Poste", "laposte"),
        ("SFR", "sfr"),
        ("Libero", "libero"),
        ("Tiscali", "tiscali"),
        ("UOL", "uol"),
        ("Terra", "terra"),
        ("Mail.ru", "mailru"),
        ("Yandex", "yandex"),
        ("Rambler", "rambler"),
        ("QQ", "qq"),
        ("NetEase", "netease"),
        ("Naver", "naver"),
        ("Daum", "daum"),
        ("docomo", "docomo"),
        ("au", "au"),
        ("SoftBank", "softbank"),
        ("Yahoo Japan", "yahoo-japan"),
        ("Zoho", "zoho"),
        ("Proton", "proton"),
        ("Fastmail", "fastmail"),
        ("Rackspace", "rackspace"),
        ("GoDaddy", "godaddy"),
        ("OVH", "ovh"),
        ("Mimecast", "mimecast"),
        ("Proofpoint", "proofpoint"),
        ("Proofpoint Essentials", "proofpoint-essentials"),
        ("Barracuda", "barracuda"),
        ("Symantec", "symantec"),
        ("Cisco IronPort", "ironport"),
        ("Trend Micro", "trend-micro"),
        ("Sophos", "sophos"),
        ("FortiMail", "fortimail"),
        ("Hornetsecurity", "hornetsecurity"),
        ("SpamTitan", "filter-product"),
        ("MailChannels", "mailchannels"),
        ("Cloudmark", "cloudmark"),
        ("Vade", "vade"),
        ("rspamd", "rspamd"),
        ("amavis", "amavis"),
        ("SpamAssassin", "spamassassin"),
        ("ClamAV", "clamav"),
        ("Postgrey", "postgrey"),
        ("policyd", "policyd"),
        ("Spamhaus SBL", "spamhaus-sbl"),
        ("Spamhaus CSS", "spamhaus-css"),
        ("Spamhaus XBL", "spamhaus-xbl"),
        ("Spamhaus PBL", "spamhaus-pbl"),
        ("Spamhaus DBL", "spamhaus-dbl"),
        ("Spamhaus ZEN", "spamhaus-zen"),
        ("SpamCop", "spamcop"),
        ("Barracuda list", "barracuda-brbl"),
        ("SORBS", "sorbs"),
        ("UCEPROTECT", "uceprotect"),
        ("Invaluement", "invaluement"),
        ("Abusix", "abusix"),
        ("SpamRATS", "spamrats"),
        ("PSBL", "psbl"),
        ("Mailspike", "mailspike"),
        ("NiX Spam", "nixspam"),
        ("URIBL", "uribl"),
        ("SURBL", "surbl"),
        ("Validity", "validity"),
    ];

    use std::collections::HashSet;

    use super::*;
    use crate::cause::Kind;
    use crate::phrase::{self, Words};
    use crate::report::{Place, Recipient, Report};
    use crate::table::{Question, Table};
    use crate::words::Names;
    use crate::{evidence, verdict};

    /// Each example is judged as it will be: by the whole table.
    #[test]
    fn every_rule_wins_its_examples() {
        let table = Table::default();
        let mut lost = Vec::new();
        for rule in all() {
            for example in rule.examples {
                let words = Words::new(example.says);
                let question = Question {
                    words: &words,
                    reply: crate::evidence::reply_in(example.says),
                    status: crate::code::find_status(example.says),
                    host: (!example.by.is_empty()).then_some(example.by),
                    domain: None,
                    stage: example.stage,
                    side: example.side,
                };
                let winner = table.find(&question).map_or("(none)", |h| h.rule.id);
                if winner != rule.id {
                    lost.push(format!("{}: lost to {winner}: {}", rule.id, example.says));
                }
            }
        }
        assert!(lost.is_empty(), "{} examples lost:\n{}", lost.len(), lost.join("\n"));
    }

    #[test]
    fn entries_are_well_formed() {
        let mut ids = HashSet::new();
        let mut faults = Vec::new();
        for rule in all() {
            let mut fault = |what: String| faults.push(format!("{}: {what}", rule.id));
            if !ids.insert(rule.id) {
                fault("the id is taken".into());
            }
            let kebab = !rule.id.is_empty()
                && rule
                    .id
                    .split('-')
                    .all(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
            if !kebab {
                fault("the id is not kebab-case".into());
            }
            if rule.examples.is_empty() {
                fault("it has no example".into());
            }
            if rule.says.is_empty() && rule.codes.is_empty() {
                fault("it has neither a phrase nor a code".into());
            }
            for p in rule.says.iter().chain(rule.and).chain(rule.not) {
                if let Err(why) = phrase::check(p) {
                    fault(format!("phrase {p:?}: {why}"));
                }
            }
            if let Some(like) = rule.like
                && let Err(e) = regex::Regex::new(like)
            {
                fault(format!("expression: {e}"));
            }
            if !rule.summary.is_empty() && !rule.summary.ends_with('.') {
                fault("the summary does not end in a full stop".into());
            }
            for text in rule.steps.iter().chain([&rule.summary]) {
                if text.contains('!') || text.to_lowercase().contains("please") {
                    fault(format!("style: {text}"));
                }
                if let Err(why) = crate::words::check(text) {
                    fault(format!("{why}: {text}"));
                }
            }
            for step in rule.steps {
                if !step.ends_with(['.', ':', '”']) {
                    fault(format!("the step does not end in a full stop: {step}"));
                }
                let first = step.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("");
                if !VERBS.split_whitespace().any(|v| v == first) {
                    fault(format!("the step does not begin with a verb in the imperative: {step}"));
                }
            }
            for link in rule.links {
                if !link.starts_with("https://") && !link.starts_with("http://") {
                    fault(format!("not a link: {link}"));
                }
            }
        }
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }

    /// Whatever is known of a failure, no placeholder is left over in what people read.
    #[test]
    fn texts_are_filled_for_every_example() {
        let table = Table::default().indexed();
        let mut faults = Vec::new();
        for rule in all() {
            for example in rule.examples {
                for address in ["bob@example.com", ""] {
                    let mut recipient = Recipient::new(address);
                    recipient.remote = (!example.by.is_empty()).then(|| example.by.to_string());
                    recipient.stage = example.stage;
                    recipient.say(Place::Quoted, example.says);
                    let report = Report { kind: Some(Kind::Failed), recipients: vec![recipient], ..Report::default() };
                    for evidence in evidence::collect(report, None) {
                        let verdict = verdict::judge(&evidence, None, &table);
                        let names = Names::of(&evidence, &verdict);
                        let links = rule.links.iter().filter_map(|l| names.fill_link(l));
                        let prose = rule.steps.iter().chain([&rule.summary]).map(|t| names.fill(t));
                        faults.extend(
                            prose.chain(links).filter(|t| t.contains(['{', '}'])).map(|t| format!("{}: {t}", rule.id)),
                        );
                    }
                }
            }
        }
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }

    /// Each name that is listed has rules of its own.
    #[test]
    fn everybody_listed_is_covered() {
        let missing: Vec<_> = COVERED
            .iter()
            .filter(|(_, prefix)| {
                let prefix = format!("{prefix}-");
                !all().any(|r| format!("{}-", r.id).starts_with(&prefix))
            })
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn no_two_rules_have_the_same_conditions() {
        let mut seen = std::collections::HashMap::new();
        for rule in all() {
            let conditions = format!(
                "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
                rule.says, rule.and, rule.not, rule.like, rule.codes, rule.by, rule.stage, rule.side
            );
            if let Some(other) = seen.insert(conditions, rule.id) {
                panic!("{} and {other} have the same conditions", rule.id);
            }
        }
    }
}
