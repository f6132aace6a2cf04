//! Verdict to advice: what happened, what to do, whom to write to, where to read on.

use std::borrow::Cow;

use super::causes;
use super::identity;
use super::language::Language;
use super::names::{Names, without_unknown};
use super::reply::{readable, shorten};
use super::texts::{labels, letters, owners, steps};
use crate::evidence::Evidence;
use crate::evidence::identity::{About, Mend};
use crate::names::address;
use crate::names::terms::{Action, Owner, Permanence};
use crate::rules::rule::Text;
use crate::verdict::Verdict;

/// What is said about one recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// What happened.
    pub summary: String,
    /// Steps for the owner.
    pub steps: Vec<Cow<'static, str>>,
    /// Where the reader cannot fix it: a step for the reader, a text to send to the one who can.
    pub send_on: Option<String>,
    /// Pages that help.
    pub links: Vec<Cow<'static, str>>,
}

/// Finds the words for a verdict.
#[must_use]
pub fn advise(language: Language, evidence: &Evidence, verdict: &Verdict, first: &[Mend]) -> Advice {
    let names = Names::of(evidence, verdict).in_language(language);
    let cause = causes::text(language, verdict.cause);
    let mut summary = cause.summary;
    let (mut steps, mut steps_of_rule): (&'static [&'static str], &[Text]) = (cause.steps_for(verdict.owner), &[]);
    let mut links: &[Text] = &[];
    if let Some(rule) = verdict.rule {
        if !rule.summary.is_empty() {
            summary = &rule.summary;
        }
        // A rule's steps are written for its own owner; when the evidence moved the owner they would misfit.
        if !rule.steps.is_empty() && rule.owner() == verdict.owner {
            (steps, steps_of_rule) = (&[], &rule.steps);
        }
        links = &rule.links;
    }
    let delayed = evidence.action == Some(Action::Delayed);
    let passed_on = passed_on(language, evidence, verdict);
    let general = steps_of_rule
        .iter()
        .cloned()
        .chain(steps.iter().map(|s| Text::Borrowed(s)))
        .filter(|s| !is_said_by(s, first))
        .filter(|s| !(delayed && sends_again(s)))
        .filter(|s| passed_on.is_none() || !checks_spelling(s))
        .map(|s| names.fill_text(s));
    let mut general: Vec<Cow<'static, str>> = general.collect();
    if evidence.action == Some(Action::Failed) {
        let before = general.len();
        general.retain(|s| !still_waits(s));
        if general.len() < before
            && verdict.permanence == Some(Permanence::Temporary)
            && matches!(verdict.owner, Owner::Nobody | Owner::Sender | Owner::SenderAdmin)
            && !general.iter().any(|s| sends_again(s))
        {
            general.insert(0, steps::after_giving_up(language).into());
        }
    }
    general.splice(0..0, first.iter().map(|m| identity::step(language, m)).chain(passed_on).map(Cow::from));
    // Nothing has come back yet: there is nothing to tell.
    let send_on = if delayed { None } else { letter(language, verdict, cause.letter, summary, &names, evidence) };
    let mut filled: Vec<Cow<'static, str>> = Vec::new();
    let links = links.iter().cloned().chain(cause.links.iter().map(|l| Text::Borrowed(l)));
    for link in links.filter(|l| names.knows(l)).map(|l| names.fill_text(l)) {
        if !filled.contains(&link) {
            filled.push(link);
        }
    }
    Advice { summary: names.fill(summary).into_owned(), steps: general, send_on, links: filled }
}

/// The sender never wrote to an address that somebody else passed the message on to.
fn passed_on(language: Language, evidence: &Evidence, verdict: &Verdict) -> Option<String> {
    let (was, now) = (evidence.original_address.as_deref()?, evidence.address.as_deref()?);
    (verdict.owner == Owner::Sender && !address::same(was, now))
        .then(|| steps::TellWhoPassesOn { was, now }.text(language))
}

/// A step to compare or retype an address.
fn checks_spelling(step: &str) -> bool {
    ["Compare ", "Type ", "Check the spelling", "Check {address} for", "Look at {address}", "Correct the entry"]
        .iter()
        .any(|s| step.starts_with(s))
}

/// A step that makes no sense when the message has been returned: to wait for the next attempt.
fn still_waits(step: &str) -> bool {
    step.starts_with("Wait")
        && ["tries again by itself", "try again by themselves", "still being tried", "stays in the queue", "on its way"]
            .iter()
            .any(|w| step.contains(w))
        || step.starts_with("Do not send the message again while it is still being tried")
}

/// A step that makes no sense while the message is still on its way.
fn sends_again(step: &str) -> bool {
    ["Send the message again", "Send the message once more", "Send it again", "Send again", "Tell the sender"]
        .iter()
        .any(|s| step.starts_with(s))
}

/// Does a general step only repeat what the steps from the returned header say about this very message?
fn is_said_by(general: &str, first: &[Mend]) -> bool {
    const MENDING: &[&str] =
        &["Publish", "Add", "Set", "Sign", "Make", "Align", "Look", "Turn", "Enable", "Correct", "Put"];
    if first.is_empty() {
        return false;
    }
    let verb = general.split(' ').next().unwrap_or("");
    if !MENDING.contains(&verb) || general.contains("SRS") {
        return false;
    }
    let said = |about| first.iter().any(|m| m.about() == about);
    let topics = [
        (About::Spf, general.contains("SPF")),
        (About::Dkim, general.contains("DKIM") || general.contains("_domainkey")),
    ];
    let mentioned: Vec<About> = topics.into_iter().filter(|(_, there)| *there).map(|(a, _)| a).collect();
    if general.contains("the domain in the From") || general.contains("domain of the From") || verb == "Align" {
        return !first.is_empty();
    }
    !mentioned.is_empty() && mentioned.iter().all(|a| said(*a))
}

/// Where the reader, who is the sender, cannot fix it: a text for the one who can.
fn letter(
    language: Language,
    verdict: &Verdict,
    letter_of_cause: &str,
    summary: &str,
    names: &Names<'_>,
    evidence: &Evidence,
) -> Option<String> {
    let (to, request) = match verdict.owner {
        Owner::SenderAdmin => {
            (owners::letter_to_sender_admin(language).into(), letters::request_sender_admin(language))
        }
        Owner::RecipientAdmin => (
            names.get("domain").map_or_else(
                || owners::letter_to_recipient_admin(language).into(),
                |d| Cow::from(owners::LetterToRecipientAdminNamed { domain: d }.text(language)),
            ),
            letters::request_recipient_admin(language),
        ),
        Owner::Recipient => (owners::letter_to_recipient(language).into(), letters::request_recipient(language)),
        Owner::Forwarder => (owners::letter_to_forwarder(language).into(), letters::request_forwarder(language)),
        Owner::Sender | Owner::Nobody | Owner::Unknown => return None,
    };
    // The text of the cause is written for the one who has to act as a rule.
    let template = if verdict.owner == verdict.cause.default_owner() && !letter_of_cause.is_empty() {
        without_unknown(letter_of_cause, names)
    } else {
        let opening = without_unknown(letters::opening(language), names);
        Cow::from(format!("{opening} {summary} {request}"))
    };
    let mut text = names.fill(&template).into_owned();
    if let Some(response) = evidence.response.as_deref() {
        let said = readable(response);
        let said = shorten(&said, 240);
        text.push(' ');
        text.push_str(&match evidence.reply_code {
            Some(_) => labels::LetterReplyWas { reply: said }.text(language),
            None => labels::LetterReportSays { words: said }.text(language),
        });
    }
    Some(labels::LetterSendTo { whom: to, text }.text(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::identity::SpfRecord;
    use crate::names::terms::Cause;

    fn verdict(cause: Cause, owner: Owner) -> Verdict<'static> {
        Verdict {
            rule: None,
            cause,
            owner,
            permanence: None,
            confidence: crate::names::terms::Confidence::High,
            also: None,
            matched: None,
            notes: Vec::new(),
        }
    }

    #[test]
    fn a_text_to_send_on_speaks_to_the_one_it_is_for() {
        let verdict = |owner| verdict(Cause::SmtpAuthRequired, owner);
        let evidence = Evidence { address: Some("u@example.com".into()), ..Evidence::default() };
        let tell = |owner| advise(Language::En, &evidence, &verdict(owner), &[]).send_on.unwrap_or_default();
        assert!(tell(Owner::SenderAdmin).contains("check the outgoing mail settings"));
        assert!(tell(Owner::RecipientAdmin).contains("on your mail server?"));
        assert_eq!(tell(Owner::Sender), "");
        let late = Evidence { action: Some(Action::Delayed), ..evidence.clone() };
        assert_eq!(advise(Language::En, &late, &verdict(Owner::SenderAdmin), &[]).send_on, None);
    }

    #[test]
    fn a_returned_message_is_not_waited_for() {
        let verdict = Verdict { permanence: Some(Permanence::Temporary), ..verdict(Cause::Greylisted, Owner::Nobody) };
        let steps = |action| {
            advise(Language::En, &Evidence { action: Some(action), ..Evidence::default() }, &verdict, &[]).steps
        };
        assert!(steps(Action::Delayed)[0].starts_with("Wait"));
        let steps = steps(Action::Failed);
        assert!(
            steps[0] == steps::after_giving_up(Language::En) && !steps.iter().any(|s| s.starts_with("Wait")),
            "{steps:?}"
        );
    }

    #[test]
    fn steps_from_the_header_replace_general_ones() {
        let sign = Mend::Sign { domain: "a.example".into() };
        let record = Mend::Spf { record: SpfRecord::Lacking, domain: "a.example".into(), ip: None, only: false };
        let (spf, both) = ([record.clone()], [record, sign]);
        assert!(is_said_by("Publish one SPF record for {sender_domain}.", &spf));
        assert!(!is_said_by("Set up SPF and DKIM for {sender_domain}.", &spf));
        assert!(is_said_by("Set up SPF and DKIM for {sender_domain}.", &both));
        assert!(!is_said_by("Run `dig TXT {sender_domain}` for SPF.", &both));
        assert!(!is_said_by("Make a forwarding server rewrite the envelope sender (SRS).", &both));
        assert!(!is_said_by("Publish an SPF record.", &[]));
    }

    #[test]
    fn an_address_that_mail_was_passed_on_to() {
        let verdict = verdict(Cause::RecipientUnknown, Owner::Sender);
        let evidence = Evidence {
            address: Some("b@example.net".into()),
            original_address: Some("a@example.com".into()),
            ..Evidence::default()
        };
        let steps = advise(Language::En, &evidence, &verdict, &[]).steps;
        assert!(steps[0].contains("a@example.com") && !steps.iter().any(|s| s.starts_with("Compare")), "{steps:?}");
    }
}
