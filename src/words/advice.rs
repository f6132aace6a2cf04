//! Verdict to advice: what happened, what to do, whom to write to, where to read on.

use std::borrow::Cow;

use super::causes;
use super::identity;
use super::language::Language;
use super::names::{Names, without_unknown};
use super::playbook::{self, Case, Playbook};
use super::reply::{readable, shorten};
use super::texts::{labels, letters, owners, steps};
use crate::evidence::Evidence;
use crate::evidence::identity::{About, Mend};
use crate::names::terms::{Action, Audience, Cause, Form, Owner, Permanence};
use crate::names::{address, correction};
use crate::rules::rule::Text;
use crate::verdict::Verdict;

/// What is said about one recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// What happened.
    pub summary: String,
    /// What the reader and the owner can do.
    pub steps: Vec<Step>,
    /// A likely correction of the address.
    pub did_you_mean: Option<String>,
    /// Where the reader cannot fix it: a step for the reader, a text to send to the one who can.
    pub send_on: Option<String>,
    /// Pages that help.
    pub links: Vec<Cow<'static, str>>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// Whom it is for.
    pub who: Owner,
    /// What it is about, in kebab-case.
    pub does: Cow<'static, str>,
    /// The sentence, in the imperative.
    pub text: Cow<'static, str>,
    /// What can be copied: commands or records, a line each.
    pub run: Option<Cow<'static, str>>,
    /// How to see that it worked.
    pub verify: Option<Cow<'static, str>>,
    /// A page about it.
    pub link: Option<Cow<'static, str>>,
    /// It belongs to the whole playbook only: a rarer case, or background.
    pub more: bool,
}

impl Step {
    fn new(who: Owner, does: impl Into<Cow<'static, str>>, text: impl Into<Cow<'static, str>>) -> Self {
        Self { who, does: does.into(), text: text.into(), run: None, verify: None, link: None, more: false }
    }

    fn is_about(&self, word: &str) -> bool {
        self.does.split('-').any(|w| w == word)
    }
}

/// What is known of the reader and of the input, beside the evidence.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Setting {
    /// What the input was.
    pub form: Form,
    /// Who seems to be reading.
    pub reader: Audience,
    /// What wrote the report.
    pub software: Option<&'static str>,
}

impl Setting {
    /// Of an input of this form, for this reader.
    #[must_use]
    pub fn new(form: Form, reader: Audience, software: Option<&'static str>) -> Self {
        Self { form, reader, software }
    }
}

/// A screen holds so many steps of one party; what goes beyond belongs to the whole playbook.
const AT_ONCE: usize = 7;

/// From this weight on a playbook is about the very case, not only about its cause.
const SPECIAL: u8 = 3;

/// Finds the words for a verdict.
#[must_use]
pub fn advise(language: Language, evidence: &Evidence, verdict: &Verdict, first: &[Mend], setting: Setting) -> Advice {
    let names = Names::of(evidence, verdict).in_language(language);
    let cause = causes::text(language, verdict.cause);
    let mut summary = cause.summary;
    let mut links: &[Text] = &[];
    // Where the stage gave the words another meaning, the rule's own are about something else.
    if let Some(rule) = verdict.rule.filter(|rule| rule.cause == verdict.cause) {
        if !rule.summary.is_empty() {
            summary = &rule.summary;
        }
        links = &rule.links;
    }
    let case = Case::new(evidence, verdict, &names, setting.form, setting.reader, setting.software);
    let did_you_mean = correction(evidence, verdict);
    let mut steps = Finder { language, evidence, verdict, case: &case, first }.steps();
    if let Some(address) = &did_you_mean {
        let who = if setting.reader == Audience::SenderAdmin { Owner::SenderAdmin } else { Owner::Sender };
        let at = steps.iter().position(|s| s.who == who).unwrap_or(0);
        let text = steps::WriteToCorrected { address }.text(language);
        steps.insert(at, Step::new(who, "correct-address", text));
    }
    let delayed = evidence.action == Some(Action::Delayed);
    // Nothing has come back yet: there is nothing to tell.
    let send_on = if delayed || setting.reader.owner() == verdict.owner {
        None
    } else {
        letter(language, verdict, cause.letter, summary, &names, evidence, setting.reader)
    };
    // The letter tells whom it concerns.
    if send_on.is_some() {
        let reader = setting.reader.owner();
        steps.retain(|step| step.who != reader || !step.does.starts_with("tell-"));
    }
    let mut filled: Vec<Cow<'static, str>> = Vec::new();
    let links = links.iter().cloned().chain(cause.links.iter().map(|l| Text::Borrowed(l)));
    for link in links.filter(|l| names.knows(l)).map(|l| names.fill_text(l)) {
        if !filled.contains(&link) {
            filled.push(link);
        }
    }
    Advice { summary: names.fill(summary).into_owned(), did_you_mean, steps, send_on, links: filled }
}

/// A likely correction of an address that does not exist as it is written.
fn correction(evidence: &Evidence, verdict: &Verdict) -> Option<String> {
    let unknown = matches!(
        verdict.cause,
        Cause::RecipientUnknown | Cause::RecipientAddressInvalid | Cause::DomainNotFound | Cause::DomainRefusesMail
    );
    // Whom somebody passed it on to is not what the sender wrote.
    let written = evidence.address.as_deref().filter(|_| unknown && evidence.original_address.is_none())?;
    correction::of(written)
}

/// What to do about the return of a message that the reader never sent.
pub(crate) fn steps_for_forged(language: Language) -> Vec<Step> {
    let of = |who, does, text: &'static str| Step::new(who, does, text);
    vec![
        of(Owner::Sender, "ignore-backscatter", steps::forged_ignore(language)),
        of(Owner::Sender, "check-sent-mail", steps::forged_check_sent(language)),
        of(Owner::SenderAdmin, "publish-dmarc", steps::forged_publish_dmarc(language)),
        of(Owner::SenderAdmin, "refuse-backscatter", steps::forged_refuse(language)),
    ]
}

/// Looks for the steps of a case.
struct Finder<'a> {
    language: Language,
    evidence: &'a Evidence,
    verdict: &'a Verdict<'a>,
    case: &'a Case<'a>,
    first: &'a [Mend],
}

impl Finder<'_> {
    /// The reader's steps, then those of the owner, where that is somebody else.
    fn steps(&self) -> Vec<Step> {
        let playbooks = playbook::choose(self.language, self.case);
        let (reader, owner) = (self.case.reader.owner(), self.verdict.owner);
        let acting = owner.acting(reader);
        let mut steps = if reader == acting { Vec::new() } else { self.of_party(reader, &playbooks) };
        steps.extend(self.of_owner(acting, &playbooks));
        steps
    }

    /// The steps for the one who can fix it: what the returned header tells comes first.
    fn of_owner(&self, who: Owner, playbooks: &[(&'static Playbook, u8)]) -> Vec<Step> {
        let passed_on = self.passed_on();
        let mut steps: Vec<Step> =
            self.first.iter().map(|m| Step::new(who, does(m), identity::step(self.language, m))).collect();
        steps.extend(passed_on.iter().map(|text| Step::new(who, "tell-who-passes-on", text.clone())));
        let known = steps.len();
        let special = playbooks.first().is_some_and(|(_, weight)| *weight >= SPECIAL);
        match self.verdict.rule {
            // A rule's steps are written for its own owner; when the evidence moved the owner they would misfit.
            Some(rule)
                if !rule.steps.is_empty()
                    && rule.cause == self.verdict.cause
                    && rule.owner() == self.verdict.owner
                    && !special =>
            {
                steps.extend(
                    rule.steps
                        .iter()
                        .map(|text| Step::new(who, rule.id.clone(), self.case.names.fill_text(text.clone()))),
                );
            }
            _ => steps.extend(self.of_party(who, playbooks)),
        }
        let mut at = 0;
        steps.retain(|step| {
            at += 1;
            at <= known
                || !(is_said_by(step, self.first)
                    || passed_on.is_some() && (step.is_about("spelling") || step.is_about("retype")))
        });
        if self.evidence.action == Some(Action::Failed)
            && self.verdict.permanence == Some(Permanence::Temporary)
            && !self.verdict.cause.needs_change()
            && matches!(self.verdict.owner, Owner::Nobody | Owner::Sender | Owner::SenderAdmin)
            && !steps.iter().any(|s| s.is_about("resend"))
        {
            steps.insert(known, Step::new(who, "resend", steps::after_giving_up(self.language)));
        }
        for step in steps.iter_mut().filter(|s| !s.more).skip(AT_ONCE) {
            step.more = true;
        }
        steps
    }

    /// The steps of the best playbook that has some for a party.
    fn of_party(&self, who: Owner, playbooks: &[(&'static Playbook, u8)]) -> Vec<Step> {
        let of = |playbook: &'static Playbook| -> Vec<Step> {
            let steps = playbook::steps(playbook, who, self.case);
            steps.filter(|step| self.makes_sense(step)).map(|step| self.fill(step)).collect()
        };
        let mut steps =
            playbooks.iter().map(|(p, _)| of(p)).find(|steps| steps.iter().any(|s| !s.more)).unwrap_or_default();
        for step in steps.iter_mut().filter(|s| !s.more).skip(AT_ONCE) {
            step.more = true;
        }
        steps
    }

    /// While a message is on its way, it is not sent again; when it has come back, its next attempt is not waited for.
    fn makes_sense(&self, step: &playbook::Step) -> bool {
        match self.evidence.action {
            Some(Action::Delayed) => !step.is_about("resend"),
            Some(Action::Failed) => step.does != "wait-for-queue",
            _ => true,
        }
    }

    fn fill(&self, step: &'static playbook::Step) -> Step {
        let names = self.case.names;
        let form = step.forms.iter().find(|f| names.knows(f)).or(step.forms.last());
        let some = |text: &'static str| (!text.is_empty()).then(|| names.fill(text));
        Step {
            who: step.who,
            does: step.does.into(),
            text: names.fill(form.copied().unwrap_or_default()),
            run: (!step.run.is_empty() && step.is_for(self.case.software)).then(|| names.fill_command(step.run)),
            verify: some(step.verify),
            link: (!step.link.is_empty() && names.knows(step.link)).then(|| names.fill(step.link)),
            more: step.more,
        }
    }

    /// The sender never wrote to an address that somebody else passed the message on to.
    fn passed_on(&self) -> Option<String> {
        let (was, now) = (self.evidence.original_address.as_deref()?, self.evidence.address.as_deref()?);
        (self.verdict.owner == Owner::Sender && !address::same(was, now))
            .then(|| steps::TellWhoPassesOn { was, now }.text(self.language))
    }
}

/// What a step from the returned header is about.
fn does(mend: &Mend) -> &'static str {
    match mend {
        Mend::Spf { .. } => "correct-spf",
        Mend::Sign { .. } => "sign-dkim",
        Mend::LookUpKey { .. } => "look-up-dkim-key",
        Mend::Align { .. } => "align-domains",
    }
}

/// Does a step only repeat what the steps from the returned header say about this very message?
fn is_said_by(step: &Step, first: &[Mend]) -> bool {
    let said = |about| first.iter().any(|m| m.about() == about);
    let topics = [("spf", About::Spf), ("dkim", About::Dkim), ("align", About::Alignment)];
    let mut mentioned = topics.iter().filter(|(word, _)| step.is_about(word)).peekable();
    mentioned.peek().is_some() && mentioned.all(|(_, about)| said(*about))
}

/// Where the reader, who is the sender, cannot fix it: a text for the one who can.
fn letter(
    language: Language,
    verdict: &Verdict,
    letter_of_cause: &str,
    summary: &str,
    names: &Names<'_>,
    evidence: &Evidence,
    reader: Audience,
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
    // The text of the cause is written by the sender for the one who has to act as a rule.
    let template = if verdict.owner == verdict.cause.default_owner()
        && !letter_of_cause.is_empty()
        && reader == Audience::Sender
    {
        without_unknown(letter_of_cause, names)
    } else {
        let opening = match reader {
            Audience::Sender => letters::opening(language),
            _ => letters::opening_of_admin(language),
        };
        let opening = without_unknown(opening, names);
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

    fn of(evidence: &Evidence, verdict: &Verdict<'_>, reader: Audience) -> Advice {
        advise(Language::En, evidence, verdict, &[], Setting { reader, ..Setting::default() })
    }

    #[test]
    fn a_text_to_send_on_speaks_to_the_one_it_is_for() {
        let evidence = Evidence { address: Some("u@example.com".into()), ..Evidence::default() };
        let tell = |owner, reader| of(&evidence, &verdict(Cause::SmtpAuthRequired, owner), reader).send_on;
        let sender = |owner| tell(owner, Audience::Sender).unwrap_or_default();
        assert!(sender(Owner::SenderAdmin).contains("check the outgoing mail settings"));
        assert!(sender(Owner::RecipientAdmin).contains("on your mail server?"));
        assert_eq!(sender(Owner::Sender), "");
        // Who can fix it themselves writes to nobody; who runs the server does not speak of "my e-mail".
        assert_eq!(tell(Owner::SenderAdmin, Audience::SenderAdmin), None);
        assert!(tell(Owner::RecipientAdmin, Audience::SenderAdmin).is_some_and(|t| !t.contains("my e-mail")));
        let late = Evidence { action: Some(Action::Delayed), ..evidence.clone() };
        assert_eq!(of(&late, &verdict(Cause::SmtpAuthRequired, Owner::SenderAdmin), Audience::Sender).send_on, None);
    }

    #[test]
    fn the_reader_comes_first_and_then_the_owner() {
        let evidence = Evidence { address: Some("u@example.com".into()), ..Evidence::default() };
        for cause in Cause::ALL {
            for reader in Audience::ALL {
                let owner = cause.default_owner();
                let steps = of(&evidence, &verdict(*cause, owner), *reader).steps;
                let whom: Vec<Owner> = steps.iter().map(|s| s.who).collect();
                let first = whom.iter().take_while(|w| **w == reader.owner()).count();
                let acting = owner.acting(reader.owner());
                assert!(whom[first..].iter().all(|w| *w == acting), "{cause} {reader}: {whom:?}");
                assert!(whom.contains(&acting), "{cause} {reader}: {whom:?}");
                assert!(steps.iter().all(|s| !s.text.contains(['{', '}'])), "{cause} {reader}: {steps:?}");
            }
        }
    }

    #[test]
    fn a_returned_message_is_not_waited_for() {
        let verdict = Verdict { permanence: Some(Permanence::Temporary), ..verdict(Cause::Greylisted, Owner::Nobody) };
        let steps =
            |action| of(&Evidence { action: Some(action), ..Evidence::default() }, &verdict, Audience::Sender).steps;
        assert!(!steps(Action::Delayed).iter().any(|s| s.is_about("resend")));
        assert!(steps(Action::Failed).iter().any(|s| s.is_about("resend")));
        assert!(!steps(Action::Failed).iter().any(|s| s.does == "wait-for-queue"));
    }

    #[test]
    fn steps_from_the_header_replace_general_ones() {
        let sign = Mend::Sign { domain: "a.example".into() };
        let record = Mend::Spf { record: SpfRecord::Lacking, domain: "a.example".into(), ip: None, only: false };
        let (spf, both) = ([record.clone()], [record, sign]);
        let said = |does: &'static str, first: &[Mend]| is_said_by(&Step::new(Owner::SenderAdmin, does, "Do."), first);
        assert!(said("publish-spf", &spf));
        assert!(!said("set-up-spf-dkim", &spf));
        assert!(said("set-up-spf-dkim", &both));
        assert!(!said("rewrite-sender", &both));
        assert!(!said("publish-spf", &[]));
    }

    #[test]
    fn an_address_that_mail_was_passed_on_to() {
        let verdict = verdict(Cause::RecipientUnknown, Owner::Sender);
        let evidence = Evidence {
            address: Some("b@example.net".into()),
            original_address: Some("a@example.com".into()),
            ..Evidence::default()
        };
        let steps = of(&evidence, &verdict, Audience::Sender).steps;
        assert!(steps[0].text.contains("a@example.com"), "{steps:?}");
        assert!(!steps.iter().any(|s| s.is_about("spelling")), "{steps:?}");
    }
}
