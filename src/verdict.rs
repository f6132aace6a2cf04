//! Evidence to verdict: the rule that decides, the cause, who owns the fix, whether it will pass, how sure that is.

use crate::evidence::identity::ReturnedHeader;
use crate::evidence::{self, Evidence};
use crate::names::address;
use crate::names::code;
use crate::names::host::{organisation, parse_ip};
use crate::names::note::Note;
use crate::names::terms::{Action, Cause, Confidence, Owner, Permanence, RejectedBy, Side, Speaker};
use crate::rules::learned;
use crate::rules::phrase::Words;
use crate::rules::place;
use crate::rules::rule::{Authority, Rule};
use crate::rules::table::{Hit, Hits, Question, Table};
use crate::rules::weigh::Decision;
use crate::text::literals;

/// What the evidence comes to.
#[derive(Clone, Debug)]
pub struct Verdict<'t> {
    /// The rule that decided; `None` when none applied.
    pub rule: Option<&'t Rule>,
    /// Why.
    pub cause: Cause,
    /// Who can make it go away.
    pub owner: Owner,
    /// Will it pass later.
    pub permanence: Option<Permanence>,
    /// How sure this is.
    pub confidence: Confidence,
    /// Another cause that the evidence leaves open, and its share in percent.
    pub also: Option<(Cause, u8)>,
    /// The words of the message that the rule matched.
    pub matched: Option<String>,
    /// What the reader should know about how it was decided.
    pub notes: Vec<Note>,
}

impl Verdict<'_> {
    /// Did no rule apply that means something, so that the word model gave its opinion?
    #[must_use]
    pub fn is_learned(&self) -> bool {
        self.rule.is_none() && self.cause != Cause::Unknown
    }
}

/// A rule that won, with the words it was found in.
struct Winner<'t, 'a> {
    hit: Hit<'t>,
    /// Another cause that the words leave open.
    also: Option<(Cause, u8)>,
    said: &'a str,
    words: Words,
    /// The words are the rejecting server's, not the reporting system's friendly text.
    own: bool,
}

/// Judges one recipient's evidence; `header` is the one that came back, set up for the same evidence.
#[must_use]
pub fn judge<'t>(evidence: &Evidence, header: &ReturnedHeader<'_>, table: &'t Table) -> Verdict<'t> {
    let domain = evidence.address.as_deref().and_then(address::domain_of);
    let names = organisations(evidence);
    let ask = |words: &Words, hits: &Hits, with_codes: bool, wanted: &dyn Fn(&Rule, Authority) -> bool| {
        let question = question(evidence, words, domain.as_deref(), with_codes);
        table.decide(&question, hits, wanted)
    };

    let mut found: Option<Winner<'t, '_>> = None;
    let response = evidence.response.as_deref().unwrap_or("");
    // What a wrapped answer says is tried before the words around it, and the reason behind the standard's own sentence.
    let reason = evidence.inner.as_deref().or(evidence.response.as_deref()).and_then(behind_boilerplate);
    let said = reason
        .map(|r| (r, true, true))
        .into_iter()
        .chain(evidence.inner.iter().map(|i| (i.as_str(), true, true)))
        .chain(std::iter::once((response, true, true)))
        .chain(evidence.other.iter().map(|o| (o.as_str(), true, false)))
        .chain(evidence.explanation.iter().map(|e| (e.as_str(), false, false)));
    for (text, own, with_codes) in said {
        if text.is_empty() && !with_codes {
            continue;
        }
        let expired = found.as_ref().is_some_and(|f| f.hit.rule.cause == Cause::MessageExpired);
        let words = words_of(text, &names);
        let hits = table.look(&words);
        // That a message expired is how it ended; what kept it waiting, where that is said as well, is why.
        // "Could not deliver" is no reason by itself; an answer that speaks of a fault is one.
        let answered = evidence.reply_code.is_some();
        let tells = |cause: Cause| match cause {
            Cause::MessageExpired | Cause::Unknown => false,
            Cause::ServerError => answered,
            _ => true,
        };
        let why = || ask(&words, &hits, with_codes, &|r, a| a <= Authority::Phrase && tells(r.cause));
        // Words that say little say nothing in the friendly prose of a report.
        let wanted = |_: &Rule, a: Authority| own || a <= Authority::Phrase;
        let decision = if expired { why() } else { ask(&words, &hits, with_codes, &wanted) };
        let decision = match decision {
            Some(d) if own && d.hit.rule.cause == Cause::MessageExpired => why().or(Some(d)),
            decision => decision,
        };
        let Some(Decision { hit, also }) = decision else { continue };
        let better = |f: &Winner<'_, '_>| {
            // A lower place in the report wins only with words that mean something where the higher ones had none;
            // the friendly words of the reporting system not even against a code that means something.
            let vague = if own { Authority::Code } else { Authority::WeakPhrase };
            expired && own || hit.authority <= Authority::Phrase && f.hit.authority >= vague
        };
        if found.as_ref().is_none_or(better) {
            found = Some(Winner { hit, also, said: text, words, own });
        }
        if found
            .as_ref()
            .is_some_and(|f| f.hit.authority <= Authority::Phrase && f.hit.rule.cause != Cause::MessageExpired)
        {
            break;
        }
    }

    let mut notes = Vec::new();
    let mut sure = found.as_ref().map(|found| confidence(found, evidence, table, &mut notes));
    if let Some(found) = &found
        && sure == Some(Confidence::Medium)
        && notes.is_empty()
        && is_borne_out(found, evidence)
    {
        sure = Some(Confidence::High);
    }
    if let Some(guess) = guess(evidence, found.as_ref(), sure, &names) {
        return learned(guess, evidence, header);
    }
    let found = found.map(|found| Winner { also: found.also.or_else(|| other_named(&found)), ..found });
    let Some(found) = found else {
        return Verdict {
            rule: None,
            cause: Cause::Unknown,
            owner: marked_owner(evidence),
            permanence: class_permanence(evidence),
            confidence: Confidence::Low,
            also: None,
            matched: None,
            notes: Vec::new(),
        };
    };
    let rule = found.hit.rule;
    let confidence = match sure {
        // Who says one of two things has not said which.
        Some(Confidence::High) if found.also.is_some() => Confidence::Medium,
        sure => sure.unwrap_or(Confidence::Low),
    };
    let cause = meant(&found, evidence);
    let as_said = cause == rule.cause;
    let confidence = if as_said { confidence } else { confidence.max(Confidence::Medium) };
    let owner = owner(cause, rule.owner.filter(|_| as_said), evidence, header);
    notes.extend(marked_otherwise(owner, evidence));
    notes.extend(final_or_not(evidence));
    Verdict {
        rule: Some(rule),
        cause,
        owner,
        permanence: permanence(cause, rule.permanence.filter(|_| as_said), evidence),
        confidence,
        also: found.also,
        matched: found
            .hit
            .span
            .map(|s| found.words.original(found.said, s).to_string())
            .filter(|m| !m.is_empty())
            .or_else(|| evidence.status.map(|s| s.to_string()).or_else(|| evidence.reply_code.map(|r| r.to_string()))),
        notes,
    }
}

/// What was weighed against what, for `explain --why`.
#[derive(Clone, Debug)]
pub struct Weighing<'t> {
    /// The rules that apply, the weightiest first.
    pub candidates: Vec<Weighed<'t>>,
    /// What the words alone sound like to the word model: causes with their share in 1000, the likeliest first.
    pub sounds_like: Vec<(Cause, u16)>,
}

/// A rule that applies, and what speaks for it.
#[derive(Clone, Debug)]
pub struct Weighed<'t> {
    /// The rule.
    pub rule: &'t Rule,
    /// The words it was found by.
    pub matched: Option<String>,
    /// What speaks for it and against it, in points, by name.
    pub points: Vec<(&'static str, i32)>,
    /// All points.
    pub total: i32,
}

/// Weighs the response of one recipient's evidence, and keeps the losers.
#[must_use]
pub(crate) fn weigh<'t>(evidence: &Evidence, table: &'t Table) -> Weighing<'t> {
    let names = organisations(evidence);
    let domain = evidence.address.as_deref().and_then(address::domain_of);
    let said = answer(evidence).or(evidence.explanation.as_deref()).unwrap_or("");
    let words = words_of(said, &names);
    let hits = table.look(&words);
    let question = question(evidence, &words, domain.as_deref(), true);
    let candidates = table.all(&question, &hits).into_iter().map(|candidate| Weighed {
        rule: candidate.hit.rule,
        matched: candidate.hit.span.map(|s| words.original(said, s).to_string()).filter(|m| !m.is_empty()),
        points: candidate.weight.points().filter(|(_, points)| *points != 0).collect(),
        total: candidate.weight.total(),
    });
    let mut candidates: Vec<Weighed<'t>> = candidates.collect();
    candidates.sort_by_key(|c| std::cmp::Reverse(c.total));
    let opinion = learned::opinion(hits.without_names(&words).as_str());
    let sounds_like = opinion.map(|o| o.ranked.into_iter().filter(|(_, share)| *share > 0).collect());
    Weighing { candidates, sounds_like: sounds_like.unwrap_or_default() }
}

/// What was answered: what a wrapped answer says, else all of it.
fn answer(evidence: &Evidence) -> Option<&str> {
    evidence.inner.as_deref().or(evidence.response.as_deref())
}

/// Another cause that stands behind an "or", in the languages in which servers say so, where the word model hears it too.
fn other_named(found: &Winner<'_, '_>) -> Option<(Cause, u8)> {
    const OR: &[&str] =
        &[" or ", " oder ", " ou ", " o ", " of ", " lub ", " eller ", " nebo ", " или ", " або ", " veya ", " tai "];
    /// So many thousandths of what is heard; below that an "or" joins two words for the same thing.
    const HEARD: u16 = 250;
    let span = found.hit.span.filter(|_| found.own && found.hit.authority == Authority::Phrase)?;
    let around = found.words.original(found.said, span);
    let at = found.said.find(around)?;
    let behind = found.said.get(at + around.len()..)?;
    let next: String = behind.chars().take(12).collect();
    OR.iter().find(|or| next.to_lowercase().starts_with(**or))?;
    let nameless = found.words.nameless();
    let opinion = learned::opinion(nameless.as_ref().unwrap_or(&found.words).as_str())?;
    let [(first, share), (second, other), _] = opinion.ranked;
    let (cause, share) = if first == found.hit.rule.cause { (second, other) } else { (first, share) };
    (share >= HEARD && cause != Cause::Unknown && !related(cause, found.hit.rule.cause))
        .then(|| (cause, u8::try_from(share / 10).unwrap_or(50)))
}

/// The cause that the words have at this stage. Who names the recipient, or has words of its own for the case, means what
/// it says.
fn meant(found: &Winner<'_, '_>, evidence: &Evidence) -> Cause {
    let cause = found.hit.rule.cause;
    let address = evidence.address.as_deref().unwrap_or("recipient");
    let named = [address, "recipient", "rcpt"].iter().any(|word| literals::find(found.said, word).is_some());
    if named || found.hit.authority == Authority::Provider || !found.own || !found.hit.rule.stage.is_empty() {
        return cause;
    }
    place::meant(cause, evidence.stage)
}

/// Does the rest of the words say the same as the phrase that decided, as far as the word model knows? Two witnesses that
/// do not know of each other are as good as words and code.
fn is_borne_out(found: &Winner<'_, '_>, evidence: &Evidence) -> bool {
    if found.hit.authority != Authority::Phrase
        || !found.own
        || found.also.is_some()
        || !place::fits(found.hit.rule.cause, evidence.stage, evidence.speaker)
    {
        return false;
    }
    let nameless = found.words.nameless();
    let Some(opinion) = learned::opinion(nameless.as_ref().unwrap_or(&found.words).as_str()) else { return false };
    let [(cause, share), ..] = opinion.ranked;
    cause == found.hit.rule.cause && share >= BORNE_OUT
}

/// What stands behind the sentence that RFC 5321 section 4.2.3 has for the reply code: servers such as those of GMX say it
/// first, whatever the reason is.
fn behind_boilerplate(said: &str) -> Option<&str> {
    const SENTENCES: &[&str] = &[
        "requested action not taken: mailbox unavailable",
        "requested mail action not taken: mailbox unavailable",
        "requested action aborted: local error in processing",
        "requested mail action aborted: exceeded storage allocation",
        "requested action not taken: insufficient system storage",
    ];
    let at = said.get(..said.len().min(12))?.find([' ', '-']).map_or(0, |at| at + 1);
    let beginning = said.get(at..)?;
    let beginning = beginning.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ' || c == '-');
    let sentence = SENTENCES.iter().find(|s| beginning.get(..s.len()).is_some_and(|b| b.eq_ignore_ascii_case(s)))?;
    let rest = beginning[sentence.len()..].trim_start_matches([' ', '.', ',', ';', ')', '(']);
    // A line of its own, with the code before it once more.
    let (code, reason) = rest.split_once([' ', '-'])?;
    (code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit()) && reason.split(' ').count() > 2).then_some(reason)
}

/// The words of a text, its names marked.
fn words_of(said: &str, names: &[String]) -> Words {
    let mut words = Words::new(said);
    words.hide(names.iter().map(AsRef::as_ref));
    words
}

/// What is asked of the table about some words.
fn question<'a>(evidence: &'a Evidence, words: &'a Words, domain: Option<&'a str>, with_codes: bool) -> Question<'a> {
    Question {
        words,
        reply: evidence.reply_code.filter(|_| with_codes),
        status: evidence.status.filter(|_| with_codes),
        host: evidence.remote_server.as_deref().or(evidence.generating_server.as_deref()),
        domain,
        stage: evidence.stage,
        side: evidence.side,
        speaker: evidence.speaker,
    }
}

/// What the words sound like, where no rule knows them.
struct Guess {
    cause: Cause,
    also: Option<(Cause, u8)>,
    matched: String,
}

/// Shares in 1000 from which an opinion counts: where no rule applied or a code that says nothing, where a weak phrase
/// did, where a code that means something contradicts it, and where a phrase explains little of what was said.
const AGAINST_NOTHING: u16 = 150;
const AGAINST_WEAK: u16 = 400;
const AGAINST_CODE: u16 = 450;
const AGAINST_THIN: u16 = 700;

/// From this share on the word model bears out what a phrase says, in thousandths. Of 69 refusals that nobody had seen before,
/// 67 were right at this share, and at smaller ones more were wrong.
const BORNE_OUT: u16 = 800;

/// Between causes that one refusal may state either way, such as a missing domain and trouble with its DNS.
const SURE: u16 = 900;

/// Longer explanations are no reason, but a letter.
const LONG_PROSE: usize = 300;

/// A guess needs so many words.
const FEW_WORDS: usize = 3;

/// Does a general phrase explain less than a third of the words? "Not found" is said of users, of hosts and of tables.
fn is_thin(found: &Winner<'_, '_>) -> bool {
    let explained = found.hit.span.map_or(usize::MAX, |span| span.end - span.start);
    found.hit.is_general() && found.also.is_none() && explained < found.words.as_str().len() / 3
}

/// Another cause with at least this share is left open, where the first does not outweigh it by far.
const LEFT_OPEN: u16 = 250;

/// The opinion of the word model, where it counts against what was found.
fn guess(
    evidence: &Evidence,
    found: Option<&Winner<'_, '_>>,
    sure: Option<Confidence>,
    names: &[String],
) -> Option<Guess> {
    let least = match found {
        None => AGAINST_NOTHING,
        Some(found) => match found.hit.authority {
            _ if found.hit.is_own() => return None,
            _ if found.hit.rule.speaker.is_some() => AGAINST_NOTHING,
            // What a program printed says more than that it failed.
            Authority::Phrase
                if evidence.speaker == Some(Speaker::LocalProgram)
                    && found.hit.rule.cause == Cause::DeliveryProgramFailed =>
            {
                AGAINST_NOTHING
            }
            // Nobody is refused for this at that stage.
            Authority::Code if !place::fits(found.hit.rule.cause, evidence.stage, None) => AGAINST_NOTHING,
            Authority::Phrase if sure != Some(Confidence::High) && is_thin(found) => AGAINST_THIN,
            Authority::Provider | Authority::Phrase => return None,
            Authority::Code => AGAINST_CODE,
            Authority::WeakPhrase if found.hit.rule.cause != Cause::Unknown => AGAINST_WEAK,
            Authority::WeakPhrase | Authority::Class => AGAINST_NOTHING,
        },
    };
    // Long friendly prose says less about the cause than about how reports are written.
    let prose = evidence.explanation.as_deref().filter(|prose| prose.len() <= LONG_PROSE);
    let said = answer(evidence).or(prose)?;
    let least = if evidence.response.is_some() { least } else { least.max(AGAINST_WEAK) };
    let words = words_of(said, names);
    let nameless = words.nameless();
    // A word or two have no manner.
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    if words.as_str().is_ascii() && words.as_str().split(' ').filter(is_word).count() < FEW_WORDS {
        return None;
    }
    let opinion = learned::opinion(nameless.as_ref().unwrap_or(&words).as_str())?;
    let [(cause, share), (second, other), _] = opinion.ranked;
    // Words that sound nearly as much like no reason at all give none; that a message expired is how it ended, not why.
    let vague = opinion.ranked.iter().any(|(cause, no_reason)| *cause == Cause::Unknown && no_reason * 2 >= share);
    let told = found.map(|f| f.hit.rule.cause).filter(|told| *told != Cause::Unknown);
    let no_better = told.is_some_and(|told| {
        told == cause || cause == Cause::MessageExpired || least >= AGAINST_WEAK && related(told, cause) && share < SURE
    });
    if share < least || vague || no_better || !place::fits(cause, evidence.stage, evidence.speaker) {
        return None;
    }
    let strongest = opinion.strongest.iter().flatten().map(|span| words.original(said, *span));
    Some(Guess {
        cause,
        also: (other >= LEFT_OPEN && second != Cause::Unknown)
            .then(|| (second, u8::try_from(other / 10).unwrap_or(50))),
        matched: strongest.collect::<Vec<_>>().join(", "),
    })
}

fn learned<'t>(guess: Guess, evidence: &Evidence, header: &ReturnedHeader<'_>) -> Verdict<'t> {
    let owner = owner(guess.cause, None, evidence, header);
    let notes = marked_otherwise(owner, evidence).into_iter().chain(final_or_not(evidence)).collect();
    Verdict {
        rule: None,
        cause: guess.cause,
        owner,
        permanence: permanence(guess.cause, None, evidence),
        confidence: Confidence::Low,
        also: guess.also,
        matched: Some(guess.matched).filter(|m| !m.is_empty()),
        notes,
    }
}

/// The domains of those whom the report names, in lower case: what stands in their hosts' names are no words.
fn organisations(evidence: &Evidence) -> Vec<String> {
    let Evidence { address, original_address, sender, author, remote_server, generating_server, .. } = evidence;
    let of_addresses = [address, original_address, sender, author].into_iter().flatten();
    let domains = of_addresses.filter_map(|a| a.rsplit_once('@').map(|(_, domain)| domain));
    let hosts = [remote_server, generating_server].into_iter().flatten().map(String::as_str);
    let mut found: Vec<String> = Vec::new();
    for name in hosts.chain(domains).map(organisation).filter(|name| parse_ip(name).is_none()) {
        if !found.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            found.push(name.to_ascii_lowercase());
        }
    }
    found
}

/// Causes that a code and a text may state differently without contradicting each other.
fn related(a: Cause, b: Cause) -> bool {
    use Cause::{
        ConnectionFailed, ContentBlocked, DkimFailure, DmarcFailure, DnsFailure, DomainBlocklisted, DomainNotFound,
        DomainRefusesMail, EncodingUnsupported, Greylisted, HeloInvalid, IpBlocklisted, MailboxDisabled, MailboxFull,
        MessageExpired, MessageMalformed, MessageTooLarge, PolicyRejection, PoorReputation, ProtocolError, RateLimited,
        RecipientAddressInvalid, RecipientMoved, RecipientRateLimited, RecipientUnknown, RelayDenied,
        ReverseDnsMissing, RoutingLoop, SenderAddressRejected, SenderBlocked, SenderNotPermitted, SendingQuotaExceeded,
        ServerError, ServerStorageFull, SmtpAuthRequired, SpamContent, SpfFailure, TlsFailure, TooManyRecipients,
        UnauthenticatedMail, Unknown, VirusDetected,
    };
    const GROUPS: &[&[Cause]] = &[
        &[RecipientUnknown, RecipientAddressInvalid, RecipientMoved, MailboxDisabled],
        &[DomainNotFound, DomainRefusesMail, DnsFailure, RecipientAddressInvalid],
        &[MailboxFull, ServerStorageFull, MailboxDisabled],
        &[ConnectionFailed, MessageExpired, DnsFailure, RoutingLoop, ServerError, Greylisted],
        &[
            PolicyRejection,
            SpamContent,
            VirusDetected,
            ContentBlocked,
            IpBlocklisted,
            DomainBlocklisted,
            SenderBlocked,
            PoorReputation,
            SpfFailure,
            DkimFailure,
            DmarcFailure,
            UnauthenticatedMail,
            ReverseDnsMissing,
            HeloInvalid,
            RelayDenied,
            SenderNotPermitted,
            SmtpAuthRequired,
            Greylisted,
            RateLimited,
            SenderAddressRejected,
            TlsFailure,
        ],
        &[RateLimited, RecipientRateLimited, SendingQuotaExceeded, TooManyRecipients, Greylisted, ServerError],
        &[ProtocolError, MessageMalformed, EncodingUnsupported, ContentBlocked],
        &[MessageTooLarge, MailboxFull, ServerStorageFull],
    ];
    a == b || a == Unknown || b == Unknown || GROUPS.iter().any(|g| g.contains(&a) && g.contains(&b))
}

/// How sure, and a note where code and text contradict each other.
fn confidence(found: &Winner<'_, '_>, evidence: &Evidence, table: &Table, notes: &mut Vec<Note>) -> Confidence {
    let rule = found.hit.rule;
    match found.hit.authority {
        Authority::Class => return Confidence::Low,
        // Who speaks is told by the structure of the report.
        Authority::WeakPhrase if rule.speaker.is_some() => return Confidence::Medium,
        Authority::WeakPhrase => return Confidence::Low,
        Authority::Code => return Confidence::Medium,
        Authority::Provider | Authority::Phrase => {}
    }
    if !found.own {
        return Confidence::Medium;
    }
    let code_says = evidence
        .status
        .filter(|s| !s.is_bare_class())
        .and_then(|status| table.meaning_of(status).map(|rule| (status, rule.cause)));
    let provider = found.hit.authority == Authority::Provider;
    let Some((status, cause)) = code_says else {
        return if provider { Confidence::High } else { Confidence::Medium };
    };
    if related(cause, rule.cause) {
        return Confidence::High;
    }
    let number = status.to_string();
    let known = rule.codes.iter().any(|c| c.fits(None, Some(status)))
        || rule.examples.iter().any(|e| code::find_status(&e.says) == Some(status));
    // A system may use a code in its own way, and consistently so: its rule knows the code.
    if provider && known {
        notes.push(Note::CodeOfItsOwn { status, means: cause, used_for: rule.cause });
        return Confidence::High;
    }
    if !evidence::without_callout(found.said).contains(&number) {
        notes.push(Note::StatusAgainstWords { status, code: cause, words: rule.cause });
        return Confidence::Medium;
    }
    notes.push(Note::CodeAgainstWords { status, code: cause, words: rule.cause });
    if provider || known { Confidence::Medium } else { Confidence::Low }
}

/// A note where two codes disagree about whether the refusal is final.
fn final_or_not(evidence: &Evidence) -> Option<Note> {
    let reply = evidence.reply_code?;
    if evidence.action == Some(Action::Delayed) && reply >= 500 {
        return Some(Note::DelayWithFinalReply { reply });
    }
    // A server that gives up writes "550 4.4.7": its own reply about temporary trouble.
    let status = evidence.status.filter(|_| evidence.rejected_by == Some(RejectedBy::RemoteServer))?;
    let said = || evidence.response.as_deref().is_some_and(|r| r.contains(&status.to_string()));
    let (by_reply, by_status) = (reply / 100, u16::from(status.class));
    (by_reply != by_status && [by_reply, by_status].iter().all(|c| matches!(c, 4 | 5)) && said())
        .then_some(Note::CodesDisagree { reply, status })
}

/// Who has to act: the rule, moved by the side on which the refusing server stands and by the side that the report
/// itself marks.
fn owner(cause: Cause, stated: Option<Owner>, evidence: &Evidence, header: &ReturnedHeader<'_>) -> Owner {
    let owner = stated.unwrap_or_else(|| cause.default_owner());
    match cause {
        Cause::RelayDenied | Cause::SmtpAuthRequired => match (evidence.side, evidence.acting) {
            (Some(Side::Sender), _) => Owner::SenderAdmin,
            (Some(Side::Recipient), _) if cause == Cause::SmtpAuthRequired && stated.is_none() => Owner::RecipientAdmin,
            (None, Some(Side::Sender)) => Owner::SenderAdmin,
            (None, Some(Side::Recipient)) => Owner::RecipientAdmin,
            _ => owner,
        },
        Cause::SpfFailure | Cause::DmarcFailure | Cause::UnauthenticatedMail | Cause::DkimFailure
            if header.broken_by_forwarding() =>
        {
            Owner::Forwarder
        }
        // A program reaches the outgoing server that it is set to, which is the sender's own.
        Cause::ConnectionFailed | Cause::DnsFailure | Cause::TlsFailure
            if evidence.speaker == Some(Speaker::MailProgram) && owner == Owner::RecipientAdmin =>
        {
            Owner::SenderAdmin
        }
        _ if owner == Owner::Unknown => marked_owner(evidence),
        _ => owner,
    }
}

/// Who has to act where no cause is known: whom the report itself marks. Where a message waits and nothing is said of
/// why, nobody has been told to do anything.
fn marked_owner(evidence: &Evidence) -> Owner {
    let silent = evidence.response.is_none() && evidence.explanation.is_none() && evidence.status.is_none();
    if silent && evidence.action == Some(Action::Delayed) {
        return Owner::Nobody;
    }
    match evidence.acting {
        Some(Side::Sender) => Owner::Sender,
        Some(Side::Recipient) => Owner::RecipientAdmin,
        Some(Side::Between) => Owner::SenderAdmin,
        None => Owner::Unknown,
    }
}

/// A note where the report marks another party than the verdict names.
fn marked_otherwise(owner: Owner, evidence: &Evidence) -> Option<Note> {
    let marked = evidence.acting?;
    let agrees = match marked {
        Side::Sender => matches!(owner, Owner::Sender | Owner::SenderAdmin),
        Side::Recipient => matches!(owner, Owner::Recipient | Owner::RecipientAdmin),
        Side::Between => return None,
    };
    (!agrees && !matches!(owner, Owner::Nobody | Owner::Unknown)).then_some(Note::MarksAnother { marked })
}

fn class_permanence(evidence: &Evidence) -> Option<Permanence> {
    let class = evidence.reply_code.map(|r| r / 100).or(evidence.status.map(|s| u16::from(s.class)));
    match class {
        Some(4) => Some(Permanence::Temporary),
        Some(5) => Some(Permanence::Permanent),
        _ => match evidence.action {
            Some(Action::Delayed) => Some(Permanence::Temporary),
            Some(Action::Failed) => Some(Permanence::Permanent),
            _ => None,
        },
    }
}

/// Will it pass later: what the server's own code says comes first (RFC 5321 section 4.2.1), then what is known of such
/// refusals.
fn permanence(cause: Cause, stated: Option<Permanence>, evidence: &Evidence) -> Option<Permanence> {
    use Cause::{
        DomainNotFound, DomainRefusesMail, MailboxDisabled, RecipientAddressInvalid, RecipientMoved, RecipientUnknown,
    };
    let coded = match evidence.reply_code.map(|reply| reply / 100) {
        Some(4) => Some(Permanence::Temporary),
        Some(5) => Some(Permanence::Permanent),
        _ => None,
    };
    if let Some(stated) = coded.or(stated).or_else(|| cause.permanence()) {
        return Some(stated);
    }
    let gave_up = evidence.action == Some(Action::Failed);
    if gave_up
        && matches!(
            cause,
            RecipientUnknown
                | RecipientAddressInvalid
                | RecipientMoved
                | DomainNotFound
                | DomainRefusesMail
                | MailboxDisabled
        )
    {
        return Some(Permanence::Permanent);
    }
    class_permanence(evidence)
}
