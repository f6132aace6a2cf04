//! Evidence and returned message to findings: what the header fields that came back tell about a failed check of the
//! sender's identity, and about the way the message took.
//!
//! | SPF | DKIM | envelope = From | conclusion |
//! |---|---|---|---|
//! | fails | fails | any | neither is set up, or not for this server |
//! | passes | fails | no | alignment: SPF speaks for another domain than the one in From |
//! | passes | fails | yes | DKIM is missing |
//! | any | passes for another domain | no | alignment: the signature speaks for another domain |
//! | passed earlier | passed earlier | any | the forwarding in between broke it |
//!
//! Without results of a check the copy itself still shows its signatures and its two domains.

use std::cell::OnceCell;

use super::collect::Evidence;
use crate::names::address;
use crate::names::host::in_domain;
use crate::names::host::organisation;
use crate::names::note::{Checks, Conclusion, Envelope, Note, Passed, Shown};
use crate::names::terms::{Cause, Owner, RejectedBy};
use crate::returned::{Check, Identity, Returned};

/// What a step is about; a general step about the same is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The SPF record.
    Spf,
    /// The DKIM signature.
    Dkim,
    /// The domains of the envelope and the signature against that of From.
    Alignment,
}

/// What has to be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// The SPF record.
    Spf {
        /// What is wrong with it.
        record: SpfRecord,
        /// Of which domain.
        domain: String,
        /// The sending server, where it is known.
        ip: Option<String>,
        /// SPF is all that the failure is about.
        only: bool,
    },
    /// A DKIM signature is missing.
    Sign {
        /// The domain that has to sign.
        domain: String,
    },
    /// A DKIM signature is there: its key is to be looked up.
    LookUpKey {
        /// The domain that signed.
        domain: String,
        /// The selector of the key.
        selector: String,
    },
    /// The envelope sender or the signature must be of the domain in From.
    Align {
        /// The domain in From.
        from: String,
        /// That of the envelope sender, where it is another one.
        envelope: Option<String>,
    },
}

/// What is wrong with an SPF record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpfRecord {
    /// Nobody has looked.
    Unseen,
    /// There is none.
    Missing,
    /// It has an error.
    Broken,
    /// The name servers did not answer.
    Unanswered,
    /// The sending server is not in it.
    Lacking,
}

impl SpfRecord {
    /// By the result of the check (RFC 7208 section 2.6).
    fn of(result: &str) -> Self {
        match result {
            "none" => SpfRecord::Missing,
            "permerror" => SpfRecord::Broken,
            "temperror" => SpfRecord::Unanswered,
            _ => SpfRecord::Lacking,
        }
    }
}

impl Mend {
    /// What it is about.
    #[must_use]
    pub fn about(&self) -> About {
        match self {
            Mend::Spf { .. } => About::Spf,
            Mend::Sign { .. } | Mend::LookUpKey { .. } => About::Dkim,
            Mend::Align { .. } => About::Alignment,
        }
    }
}

/// What the returned header tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Finding {
    /// What it shows.
    pub note: Option<Note>,
    /// What to do about it, before everything else.
    pub steps: Vec<Mend>,
}

/// The header that came back, asked about one recipient's failure. It is set up before the verdict; what is asked more
/// than once is looked for once, and what nobody asks, not at all: reading the checks is dear, and few failures are
/// about them.
#[derive(Debug)]
pub struct ReturnedHeader<'a> {
    evidence: &'a Evidence,
    returned: Option<&'a Returned<'a>>,
    passed_earlier: OnceCell<Option<&'a Check>>,
}

impl<'a> ReturnedHeader<'a> {
    /// Of the failure that the evidence is about.
    #[must_use]
    pub fn new(evidence: &'a Evidence, returned: Option<&'a Returned<'a>>) -> Self {
        Self { evidence, returned, passed_earlier: OnceCell::new() }
    }

    /// What it tells about a failure of this cause, which this owner has to mend.
    #[must_use]
    pub(crate) fn find(&self, cause: Cause, owner: Owner) -> Finding {
        if !is_about_identity(cause) {
            return Finding::default();
        }
        let evidence = self.evidence;
        let is_telling = |r: &&Returned<'_>| r.original.from.is_some() || !r.identity().checks.is_empty();
        let Some(returned) = self.returned.filter(is_telling) else {
            return Finding { note: without_header(cause, evidence), steps: Vec::new() };
        };
        let mut finding = if owner == Owner::Forwarder {
            Finding { note: self.passed_earlier().map(broken_on_the_way), steps: Vec::new() }
        } else if cause == Cause::SpfFailure {
            of_spf(evidence, returned)
        } else {
            Facts::of(evidence, returned).conclude(cause)
        };
        if owner != Owner::SenderAdmin {
            finding.steps.clear();
        }
        finding
    }

    /// The checks that passed before the message was passed on to the server where they failed.
    fn passed_earlier(&self) -> Option<&'a Check> {
        *self.passed_earlier.get_or_init(|| passed_earlier(self.evidence, self.returned?))
    }

    /// Does the evidence show that somebody in between broke SPF or DKIM? An earlier server saw the checks pass, or the
    /// message changed its address at a host that is not the sender's.
    #[must_use]
    pub fn broken_by_forwarding(&self) -> bool {
        if self.passed_earlier().is_some() {
            return true;
        }
        let evidence = self.evidence;
        let forwarded = evidence.original_address.as_deref().and_then(address::domain).is_some_and(|was| {
            let now = evidence.address.as_deref().and_then(address::domain);
            let by_sender = [&evidence.sender, &evidence.author].into_iter().flatten().any(|a| {
                address::domain(a).is_some_and(|d| {
                    evidence.generating_server.as_deref().is_some_and(|g| in_domain(g, organisation(&d)))
                })
            });
            now.is_some_and(|n| n != was) && !by_sender
        });
        forwarded && !self.returned.is_some_and(|r| never_right(evidence, r))
    }

    /// The message was not addressed to the recipient whom it failed for.
    #[must_use]
    pub fn other_addressee(&self) -> Option<Note> {
        let (evidence, returned) = (self.evidence, self.returned?);
        let address = evidence.address.as_deref().filter(|a| a.contains('@'))?;
        if evidence.original_address.is_some() || is_addressed(evidence, returned) {
            return None;
        }
        let to = match returned.original.to.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        Some(Note::OtherAddressee { to, address: address.to_string() })
    }
}

fn is_about_identity(cause: Cause) -> bool {
    matches!(cause, Cause::SpfFailure | Cause::DkimFailure | Cause::DmarcFailure | Cause::UnauthenticatedMail)
}

/// The report holds nothing of the message: what is missing, unless the reply says it all.
fn without_header(cause: Cause, evidence: &Evidence) -> Option<Note> {
    let said = evidence.response.as_deref().unwrap_or("").to_ascii_lowercase();
    if cause == Cause::SpfFailure || said.contains("spf") && said.contains("dkim") {
        return None;
    }
    Some(Note::HeadersMissing)
}

/// Do two domains belong together in the eyes of SPF and DKIM alignment (RFC 7489 section 3.1, relaxed)?
#[must_use]
pub(crate) fn aligned(a: &str, b: &str) -> bool {
    /// Domains below which strangers have theirs.
    const SHARED: &[&str] = &["onmicrosoft.com"];
    let (a, b) = (a.trim_end_matches('.'), b.trim_end_matches('.'));
    if a.eq_ignore_ascii_case(b) {
        return true;
    }
    let organisation = |d| {
        let org = organisation(d);
        SHARED.iter().find(|s| s.eq_ignore_ascii_case(org)).map_or(org, |s| {
            let below = d[..d.len() - s.len()].trim_end_matches('.');
            let at = below.rfind('.').map_or(0, |p| p + 1);
            &d[at..]
        })
    };
    organisation(a).eq_ignore_ascii_case(organisation(b))
}

fn passes(result: &Option<String>) -> Option<bool> {
    result.as_deref().map(|r| r == "pass")
}

/// The checks that a server outside the sender's own system made.
fn outside<'a>(evidence: &Evidence, returned: &'a Returned<'a>) -> Vec<&'a Check> {
    let own: Vec<String> = [&returned.original.from, &returned.return_path]
        .into_iter()
        .flatten()
        .filter_map(|a| address::domain(a))
        .collect();
    let is_own = |host: &str| own.iter().any(|d| in_domain(host, organisation(d)));
    returned
        .identity()
        .checks
        .iter()
        .filter(|c| !c.submission)
        .filter(|c| match (&c.by, &evidence.generating_server) {
            (Some(by), _) => !is_own(by),
            (None, Some(generator)) => !is_own(generator),
            (None, None) => true,
        })
        .collect()
}

/// Did the refusing server itself write into the header what it found?
fn is_own_verdict(evidence: &Evidence, check: &Check) -> bool {
    evidence.rejected_by != Some(RejectedBy::RemoteServer) || passes(&check.dmarc) == Some(false)
}

/// The checks that passed before the message was passed on to the server where they failed.
fn passed_earlier<'a>(evidence: &Evidence, returned: &'a Returned<'a>) -> Option<&'a Check> {
    let checks = outside(evidence, returned);
    let (verdict, earlier) = match checks.split_first() {
        Some((last, earlier)) if is_own_verdict(evidence, last) => (Some(*last), earlier),
        _ => (None, checks.as_slice()),
    };
    if let Some(last) = verdict {
        let (spf, dkim) = (passes(&last.spf), passes(&last.dkim));
        return earlier.iter().copied().find(|e| {
            passes(&e.dkim) == Some(true) && dkim == Some(false)
                || passes(&e.spf) == Some(true) && spf == Some(false) && dkim != Some(true)
        });
    }
    // The refusing server's own findings are not in the copy. That the message passed before says something only
    // where somebody else passed it on.
    let generator = evidence.generating_server.as_deref()?;
    let ours = |d: &String| in_domain(generator, organisation(d));
    if evidence.sender.as_deref().and_then(address::domain).is_some_and(|d| ours(&d))
        || evidence.author.as_deref().and_then(address::domain).is_some_and(|d| ours(&d))
    {
        return None;
    }
    let moved = evidence.original_address.is_some() || !is_addressed(evidence, returned);
    let at_the_door = returned.original.to.iter().filter_map(|a| address::domain(a)).any(|d| ours(&d));
    (moved || at_the_door)
        .then(|| {
            earlier.iter().copied().find(|e| {
                let spf_counts = match (&e.mail_from, &e.header_from) {
                    (Some(envelope), Some(from)) => aligned(envelope, from),
                    _ => true,
                };
                passes(&e.dkim) == Some(true) || passes(&e.spf) == Some(true) && spf_counts
            })
        })
        .flatten()
}

/// Was neither check in order when the message left the sender, whoever passed it on afterwards?
fn never_right(evidence: &Evidence, returned: &Returned<'_>) -> bool {
    let checks = outside(evidence, returned);
    let earlier = match checks.split_first() {
        Some((last, earlier)) if is_own_verdict(evidence, last) => earlier,
        _ => checks.as_slice(),
    };
    earlier.last().is_some_and(|first| passes(&first.spf) == Some(false) && passes(&first.dkim) != Some(true))
}

/// What is said of a check that passed before the message was passed on.
fn broken_on_the_way(check: &Check) -> Note {
    let checks = match (passes(&check.spf), passes(&check.dkim)) {
        (Some(true), Some(true)) => Passed::Both,
        (Some(true), _) => Passed::Spf,
        _ => Passed::Dkim,
    };
    let domain = check.header_from.as_ref().or(check.dkim_domain.as_ref()).or(check.mail_from.as_ref());
    Note::BrokenOnTheWay { checks, domain: domain.cloned(), by: check.by.clone() }
}

fn of_spf(evidence: &Evidence, returned: &Returned<'_>) -> Finding {
    let facts = Facts::of(evidence, returned);
    let result = facts.spf_result().filter(|r| *r != "pass");
    match (result, &facts.envelope, &facts.from) {
        (Some(result), Some(domain), _) => {
            let (result, domain) = (result.to_string(), domain.clone());
            let record = SpfRecord::of(&result);
            let step = Mend::Spf { record, domain: domain.clone(), ip: facts.ip, only: true };
            let note = Note::SpfShown { result, domain, dkim_passed: facts.dkim == Some(true) };
            Finding { note: Some(note), steps: vec![step] }
        }
        (_, Some(envelope), Some(from)) if !aligned(envelope, from) => {
            let note = Note::SpfOfEnvelope { envelope: envelope.clone(), from: from.clone() };
            Finding { note: Some(note), steps: Vec::new() }
        }
        _ => Finding::default(),
    }
}

/// The domains and results that the returned header holds.
struct Facts<'a> {
    identity: &'a Identity,
    check: Option<&'a Check>,
    /// Neither check passed anywhere on the way.
    at_no_hop: bool,
    spf: Option<bool>,
    dkim: Option<bool>,
    /// The domain of the envelope sender (P1).
    envelope: Option<String>,
    /// The domain in From (P2).
    from: Option<String>,
    ip: Option<String>,
}

impl<'a> Facts<'a> {
    fn of(evidence: &Evidence, returned: &'a Returned<'a>) -> Self {
        let identity = returned.identity();
        let checks = outside(evidence, returned);
        // What an earlier server found is only of use where the last one's findings are the refusal's own.
        let check = checks.first().copied();
        let domain = |a: &Option<String>| a.as_deref().and_then(address::domain);
        let envelope = check
            .and_then(|c| c.mail_from.clone())
            .filter(|d| d.contains('.'))
            .or_else(|| domain(&returned.return_path))
            .or_else(|| domain(&identity.sender));
        Self {
            identity,
            check,
            at_no_hop: identity.checks.len() > 1
                && identity.checks.iter().all(|c| passes(&c.spf) != Some(true) && passes(&c.dkim) != Some(true)),
            spf: check.and_then(|c| passes(&c.spf)),
            dkim: check.and_then(|c| passes(&c.dkim)),
            envelope,
            from: domain(&returned.original.from).or_else(|| check.and_then(|c| c.header_from.clone())),
            ip: evidence.ip(),
        }
    }

    fn spf_result(&self) -> Option<&'a str> {
        self.check.and_then(|c| c.spf.as_deref())
    }

    fn differ(&self) -> bool {
        matches!((&self.envelope, &self.from), (Some(e), Some(f)) if !aligned(e, f))
    }

    /// What the headers show.
    fn results(&self) -> Vec<Shown> {
        let Some(check) = self.check else { return Vec::new() };
        let shown = |name, result: &Option<String>, domain: &Option<String>| {
            Some(Shown { check: name, result: result.clone()?, domain: domain.clone() })
        };
        [
            shown("spf", &check.spf, &self.envelope),
            shown("dkim", &check.dkim, &check.dkim_domain),
            shown("dmarc", &check.dmarc, &self.from),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn conclude(&self, cause: Cause) -> Finding {
        let Some(from) = self.from.as_deref() else { return Finding::default() };
        let signed_by = self.check.and_then(|c| c.dkim_domain.as_deref());
        let mut steps = Vec::new();
        let conclusion = match (self.spf, self.dkim) {
            (Some(false), Some(false)) => {
                steps.extend([self.publish_spf(from), sign(from)]);
                if self.differ() {
                    steps.push(self.align(from));
                }
                Conclusion::NeitherPassed { at_no_server: self.at_no_hop, differ: self.differ() }
            }
            (_, Some(true))
                if signed_by.is_some_and(|d| !aligned(d, from)) && (self.spf != Some(true) || self.differ()) =>
            {
                steps.push(self.align(from));
                Conclusion::SignatureOfOther { signer: signed_by.map(str::to_string), from: from.to_string() }
            }
            (Some(true), Some(false) | None) if self.differ() => {
                steps.push(self.align(from));
                Conclusion::OnlyEnvelopePassed { from: from.to_string() }
            }
            (Some(true), Some(false)) => {
                steps.push(sign(from));
                Conclusion::SignatureMissing { from: from.to_string() }
            }
            (Some(false), Some(true)) if cause == Cause::UnauthenticatedMail => {
                steps.push(self.publish_spf(from));
                Conclusion::SpfMissing
            }
            _ => return self.copy_alone(cause, from),
        };
        let checks = Checks { results: self.results(), conclusion };
        Finding { note: Some(Note::ChecksShown(Box::new(checks))), steps }
    }

    /// Nobody outside has checked the copy that came back; what it carries still tells something.
    fn copy_alone(&self, cause: Cause, from: &str) -> Finding {
        let signatures = &self.identity.signatures;
        let envelope = self.envelope.as_deref().filter(|_| self.differ());
        let mut steps = Vec::new();
        let note = if let Some(own) = signatures.iter().find(|s| aligned(&s.domain, from)) {
            let (domain, selector) = (own.domain.clone(), own.selector.clone());
            steps.push(Mend::LookUpKey { domain: domain.clone(), selector: selector.clone() });
            Note::CopySigned { domain, selector }
        } else if let Some(other) = signatures.first() {
            steps.push(self.align(from));
            let envelope = match envelope {
                Some(e) if aligned(e, &other.domain) => Envelope::OfSigner,
                Some(e) => Envelope::Other(e.to_string()),
                None => Envelope::Own,
            };
            Note::CopySignedByOther { signer: other.domain.clone(), envelope, from: from.to_string() }
        } else if self.identity.whole_header {
            steps.push(sign(from));
            if envelope.is_some() {
                steps.push(self.align(from));
            } else if cause != Cause::DkimFailure {
                steps.insert(0, self.publish_spf(from));
            }
            Note::CopyUnsigned { differ: envelope.map(|e| (e.to_string(), from.to_string())) }
        } else if let Some(e) = envelope {
            steps.push(self.align(from));
            Note::DomainsDiffer { envelope: e.to_string(), from: from.to_string() }
        } else {
            return Finding::default();
        };
        Finding { note: Some(note), steps }
    }

    fn publish_spf(&self, from: &str) -> Mend {
        let record = match self.spf_result().map(SpfRecord::of) {
            None => SpfRecord::Unseen,
            // It was there once: what is asked for is the same.
            Some(SpfRecord::Unanswered) => SpfRecord::Lacking,
            Some(record) => record,
        };
        let domain = self.envelope.as_deref().unwrap_or(from).to_string();
        Mend::Spf { record, domain, ip: self.ip.clone(), only: false }
    }

    fn align(&self, from: &str) -> Mend {
        let envelope = self.envelope.as_deref().filter(|e| !aligned(e, from)).map(str::to_string);
        Mend::Align { from: from.to_string(), envelope }
    }
}

fn sign(from: &str) -> Mend {
    Mend::Sign { domain: from.to_string() }
}

/// Is the recipient named in To or Cc, or is that unknown?
fn is_addressed(evidence: &Evidence, returned: &Returned<'_>) -> bool {
    let Some(recipient) = evidence.address.as_deref() else { return true };
    let local = |a: &str| a.rsplit_once('@').map_or(a, |(l, _)| l).to_ascii_lowercase();
    let host = |a: &str| address::domain(a).map(|d| organisation(&d).to_ascii_lowercase());
    let is_theirs = |n: &String| {
        // The same name at another host of the same organisation is no other addressee.
        address::same(n, recipient)
            || local(n) == local(recipient) && (host(recipient).is_none() || host(n) == host(recipient))
    };
    let to = &returned.original.to;
    to.iter().any(is_theirs) || {
        // Mostly it is in To, and Cc need not be read.
        let cc = &returned.identity().cc;
        cc.iter().any(is_theirs) || to.is_empty() && cc.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::terms::{Audience, Confidence, Form};
    use crate::returned;
    use crate::verdict::Verdict;
    use crate::words::{self, Language};

    fn verdict(cause: Cause) -> Verdict<'static> {
        Verdict {
            rule: None,
            cause,
            owner: Owner::SenderAdmin,
            permanence: None,
            confidence: Confidence::High,
            also: None,
            matched: None,
            notes: Vec::new(),
        }
    }

    fn returned(header: &str) -> Returned<'_> {
        returned::read(header).unwrap()
    }

    fn evidence(returned: &Returned<'_>) -> Evidence {
        Evidence {
            address: Some("u@recipient.example".into()),
            generating_server: Some("AB1.eurprd01.prod.outlook.com".into()),
            rejected_by: Some(RejectedBy::GeneratingServer),
            sender: returned.return_path.clone().or_else(|| returned.original.from.clone()),
            author: returned.original.from.clone(),
            sender_ip: returned.sender_ip.clone(),
            ..Evidence::default()
        }
    }

    fn found(cause: Cause, header: &str) -> (String, Vec<About>, String) {
        let returned = returned(header);
        let finding = ReturnedHeader::new(&evidence(&returned), Some(&returned)).find(cause, Owner::SenderAdmin);
        let about = finding.steps.iter().map(Mend::about).collect();
        // What is told is seen best in the words that people read.
        let setting = words::Setting::new(Form::Mail, Audience::SenderAdmin, None);
        let steps = words::advise(Language::En, &evidence(&returned), &verdict(cause), &finding.steps, setting).steps;
        let steps: Vec<_> = steps.into_iter().map(|s| s.text).collect();
        (finding.note.map_or_else(String::new, |n| words::note(Language::En, &n)), about, steps.join(" "))
    }

    // The two samples of Microsoft's page on 5.7.509.
    const SAMPLE_A: &str = "Authentication-Results: spf=none (sender IP is 40.95.88.73)\n smtp.mailfrom=o365e083.onmicrosoft.com; dkim=none (message not signed)\n header.d=none;dmarc=fail action=oreject\n header.from=o365e.onmicrosoft.com;compauth=fail reason=000\nReceived-SPF: None (protection.outlook.com: o365e.onmicrosoft.com does\n not designate permitted sender hosts)\nAuthentication-Results-Original: dkim=none (message not signed)\n header.d=none; dmarc=none action=none\n header.from=o365e.onmicrosoft.com;\nMessage-ID: <991e8244-85@A.MB3331.outlook.com>\nFrom: admin@o365e.onmicrosoft.com\nSubject: Consumer dmarc reject test\nSender: \"admin@o365e.onmicrosoft.com\"\n <admin@o365e.onmicrosoft.com>\n";
    const SAMPLE_B: &str = "Message-ID: <1430c613-58@A.MB3outlook.com>\nFrom: admin@o365e083.onmicrosoft.com\nSubject: Consumer auto forward test\nSender: \"admin@o365e039.onmicrosoft.com\"\n <admin@o365e039.onmicrosoft.com>\nTo: Undisclosed recipients:;\nReturn-Path: admin@o365e039.onmicrosoft.com\nDate: Tue, 11 Apr 2023 16:20:03 +0000\n";

    #[test]
    fn no_authentication_at_all() {
        let (note, about, steps) = found(Cause::DmarcFailure, SAMPLE_A);
        assert_eq!(
            note,
            "The returned headers show spf=none for o365e083.onmicrosoft.com, dkim=none and dmarc=fail for \
             o365e.onmicrosoft.com: neither SPF nor DKIM passed, at no server on the way, and the domains of the envelope \
             sender and of the From line differ as well."
        );
        assert_eq!(about, [About::Spf, About::Dkim, About::Alignment]);
        assert!(steps.contains("Publish an SPF record for o365e083.onmicrosoft.com that lists 40.95.88.73"), "{steps}");
        assert!(steps.contains("using a key of o365e.onmicrosoft.com"), "{steps}");
        let returned = returned(SAMPLE_A);
        assert!(!ReturnedHeader::new(&evidence(&returned), Some(&returned)).broken_by_forwarding());
    }

    #[test]
    fn domains_that_do_not_match() {
        let (note, about, steps) = found(Cause::DmarcFailure, SAMPLE_B);
        assert!(note.contains("envelope sender is in o365e039.onmicrosoft.com"), "{note}");
        assert!(note.contains("From line in o365e083.onmicrosoft.com"), "{note}");
        assert_eq!(about, [About::Alignment]);
        assert!(steps.contains("key of o365e083.onmicrosoft.com"), "{steps}");
    }

    #[test]
    fn spf_for_another_domain() {
        let (note, about, _) = found(
            Cause::DmarcFailure,
            "Authentication-Results: mx.recipient.example; spf=pass smtp.mailfrom=bounce.mailer.example; dkim=pass header.d=mailer.example; dmarc=fail header.from=a.example\nFrom: me@a.example\n",
        );
        assert!(note.contains("the DKIM signature is of mailer.example, not of a.example"), "{note}");
        assert_eq!(about, [About::Alignment]);
        let (note, about, _) = found(
            Cause::DmarcFailure,
            "Authentication-Results: mx.recipient.example; spf=pass smtp.mailfrom=mailer.example; dkim=none; dmarc=fail header.from=a.example\nFrom: me@a.example\n",
        );
        assert!(note.contains("nothing passed for a.example"), "{note}");
        assert_eq!(about, [About::Alignment]);
    }

    #[test]
    fn one_of_the_two_is_missing() {
        let (note, about, _) = found(
            Cause::UnauthenticatedMail,
            "Authentication-Results: mx.recipient.example; spf=pass smtp.mailfrom=a.example; dkim=none\nFrom: me@a.example\n",
        );
        assert!(note.ends_with("a valid DKIM signature of a.example is missing."), "{note}");
        assert_eq!(about, [About::Dkim]);
        let (note, about, steps) = found(
            Cause::SpfFailure,
            "Authentication-Results: mx.recipient.example; spf=softfail smtp.mailfrom=a.example; dkim=pass header.d=a.example; dmarc=pass\nFrom: me@a.example\n",
        );
        assert!(note.contains("spf=softfail for a.example") && note.contains("only SPF needs repair"), "{note}");
        assert_eq!(about, [About::Spf]);
        assert!(steps.starts_with("Add the sending server's IP address to the SPF record of a.example"), "{steps}");
    }

    #[test]
    fn what_the_copy_shows_by_itself() {
        let (note, about, steps) = found(
            Cause::DkimFailure,
            "Received: from x\nDKIM-Signature: v=1; d=a.example; s=k1; b=x\nFrom: me@a.example\n",
        );
        assert!(note.contains("signature of a.example (selector k1)"), "{note}");
        assert!(steps.contains("dig TXT k1._domainkey.a.example"), "{steps}");
        assert_eq!(about, [About::Dkim]);
        let (note, about, _) =
            found(Cause::DmarcFailure, "Received: from x\nReturn-Path: <b@m.example>\nFrom: me@a.example\n");
        assert!(note.contains("no DKIM signature") && note.contains("envelope sender is in m.example"), "{note}");
        assert_eq!(about, [About::Dkim, About::Alignment]);
        let (note, ..) = found(
            Cause::DmarcFailure,
            "DKIM-Signature: d=m.example; s=k\nReturn-Path: <b@m.example>\nFrom: me@a.example\n",
        );
        assert!(note.contains("signed by m.example and sent from there, not by a.example"), "{note}");
    }

    #[test]
    fn nothing_returned() {
        let e = Evidence { response: Some("550 5.7.509 Access denied, DMARC".into()), ..Evidence::default() };
        let note = ReturnedHeader::new(&e, None).find(Cause::DmarcFailure, Owner::SenderAdmin).note;
        assert_eq!(note, Some(Note::HeadersMissing));
        let e = Evidence { response: Some("550 5.7.26 SPF and DKIM did not pass".into()), ..Evidence::default() };
        assert_eq!(
            ReturnedHeader::new(&e, None).find(Cause::UnauthenticatedMail, Owner::SenderAdmin),
            Finding::default()
        );
        let o = returned("Received-SPF: fail (x)\nFrom: me@a.example\n");
        assert_eq!(
            ReturnedHeader::new(&evidence(&o), Some(&o)).find(Cause::MailboxFull, Owner::Recipient),
            Finding::default()
        );
    }

    #[test]
    fn broken_by_the_refusing_servers_own_account() {
        let o = returned(
            "Authentication-Results: mx.recipient.example; spf=fail smtp.mailfrom=a.example; dkim=fail header.d=a.example; dmarc=fail header.from=a.example\nARC-Authentication-Results: i=1; mx.list.example; spf=pass smtp.mailfrom=a.example; dkim=pass header.d=a.example\nFrom: me@a.example\nTo: list@list.example\n",
        );
        let e = evidence(&o);
        assert!(ReturnedHeader::new(&e, Some(&o)).broken_by_forwarding());
        let finding = ReturnedHeader::new(&e, Some(&o)).find(Cause::DmarcFailure, Owner::Forwarder);
        let (domain, by) = (Some("a.example".into()), Some("mx.list.example".into()));
        assert_eq!(finding.note, Some(Note::BrokenOnTheWay { checks: Passed::Both, domain, by }));
        assert!(finding.steps.is_empty());
    }

    #[test]
    fn broken_by_a_forwarder_that_another_server_refused() {
        let header = "Authentication-Results: mx.forward.example; spf=pass smtp.mailfrom=a.example; dkim=none\nFrom: me@a.example\nTo: old@forward.example\n";
        let o = returned(header);
        let mut e = evidence(&o);
        e.rejected_by = Some(RejectedBy::RemoteServer);
        e.generating_server = Some("mx.forward.example".into());
        assert!(ReturnedHeader::new(&e, Some(&o)).broken_by_forwarding());
        // The sender's own server passed it on.
        e.generating_server = Some("out.a.example".into());
        assert!(!ReturnedHeader::new(&e, Some(&o)).broken_by_forwarding());
        // It was addressed to the one who did not get it, and nobody in between is to be seen.
        let header = header.replace("old@forward.example", "u@recipient.example");
        let o = returned(&header);
        e.generating_server = Some("relay.provider.example".into());
        assert!(!ReturnedHeader::new(&e, Some(&o)).broken_by_forwarding());
        // What Microsoft 365 says about its own user's mail is no check.
        let o = returned(
            "ARC-Authentication-Results: i=1; mx.microsoft.com 1; spf=pass smtp.mailfrom=a.example; dkim=pass header.d=a.example\nFrom: me@a.example\nTo: old@forward.example\n",
        );
        e.generating_server = Some("AB1.eurprd01.prod.outlook.com".into());
        assert!(!ReturnedHeader::new(&e, Some(&o)).broken_by_forwarding());
    }

    #[test]
    fn forwarded_by_the_address() {
        let mut e = Evidence {
            address: Some("u@recipient.example".into()),
            original_address: Some("old@forward.example".into()),
            generating_server: Some("mx.forward.example".into()),
            rejected_by: Some(RejectedBy::RemoteServer),
            sender: Some("me@a.example".into()),
            ..Evidence::default()
        };
        assert!(ReturnedHeader::new(&e, None).broken_by_forwarding());
        // It was never right.
        let o = returned("Received-SPF: fail (x)\nFrom: me@a.example\n");
        assert!(!ReturnedHeader::new(&e, Some(&o)).broken_by_forwarding());
        e.original_address = Some("old@recipient.example".into());
        assert!(!ReturnedHeader::new(&e, None).broken_by_forwarding());
    }

    #[test]
    fn other_addressees() {
        let o = returned("From: me@a.example\nTo: list@l.example\nCc: c@l.example\n");
        let at = |address: &str| Evidence { address: Some(address.into()), ..Evidence::default() };
        let note = Note::OtherAddressee { to: Some("list@l.example".into()), address: "u@r.example".into() };
        assert_eq!(ReturnedHeader::new(&at("u@r.example"), Some(&o)).other_addressee(), Some(note));
        for same in ["LIST@l.example", "c@l.example", "list@host.l.example", "list"] {
            assert_eq!(ReturnedHeader::new(&at(same), Some(&o)).other_addressee(), None, "{same}");
        }
        assert_eq!(
            ReturnedHeader::new(&at("u@r.example"), Some(&returned("From: me@a.example\n"))).other_addressee(),
            None
        );
        let told = Evidence { original_address: Some("list@l.example".into()), ..at("u@r.example") };
        assert_eq!(ReturnedHeader::new(&told, Some(&o)).other_addressee(), None);
    }

    #[test]
    fn alignment_is_of_organisations() {
        assert!(aligned("mail.a.example", "A.example"));
        assert!(!aligned("a.onmicrosoft.com", "b.onmicrosoft.com"));
        assert!(aligned("x.a.onmicrosoft.com", "a.onmicrosoft.com"));
        assert!(!aligned("a.co.uk", "b.co.uk"));
        assert!(!aligned("onmicrosoft.com", "a.onmicrosoft.com"));
    }
}
