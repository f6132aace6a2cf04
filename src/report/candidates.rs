//! Who the recipients of a report are, where what was read leaves a doubt.
//!
//! Everything that names somebody is a candidate: the fields of the machine part, the words, `X-Failed-Recipients`, the
//! address for which a server says that it took the returned message, the header of that message. They are ranked, and
//! no source alone has the last word: what is no address is none wherever it stands, and the sender is not the one whom
//! the message did not reach unless an answer names him.

use std::cell::LazyCell;

use super::general::{self, Strangers};
use super::types::{Place, Recipient, Report};
use crate::mail::headers;
use crate::mail::message::Mail;
use crate::names::address;
use crate::names::note::Note;
use crate::returned::{self, Returned};
use crate::text::{self, literals};

/// Puts the best candidate where the address of a recipient is missing or cannot be one.
pub(super) fn settle(report: &mut Report, mail: &Mail) {
    if report.recipients.is_empty() || report.recipients.iter().all(|r| r.address.is_none()) {
        name_nobody(report, mail);
        return;
    }
    let strangers = Strangers::of(mail);
    let known = LazyCell::new(|| Known::of(mail));
    let sole = report.recipients.len() == 1;
    let mut notes = Vec::new();
    let mut emptied = false;
    for recipient in &mut report.recipients {
        let Some(named) = recipient.address.clone() else { continue };
        match doubt(&named, recipient, &strangers, mail.pasted, |a| known.is_sender(a)) {
            None => {}
            Some(Doubt::MessageId) => {
                recipient.address = if sole { known.best() } else { None };
                emptied |= recipient.address.is_none();
            }
            Some(Doubt::Bare) => {
                let encoded = domain_defined(&named);
                let is_x400 = named.contains('=');
                let asked = encoded.or_else(|| known.of_local_part(&named));
                let asked = asked.or_else(|| known.best().filter(|_| is_x400 && sole));
                recipient.address = asked.or(Some(named));
            }
            Some(Doubt::Sender) if sole => {
                let asked = known.best();
                notes.push(Note::SenderNamed { named, asked: asked.clone() });
                recipient.address = asked;
                recipient.original_address = None;
            }
            Some(Doubt::Sender) => {}
        }
    }
    if emptied && report.recipients.iter().any(|r| r.address.is_some()) {
        report.recipients.retain(|r| r.address.is_some());
    }
    report.notes.extend(notes);
}

/// What speaks against an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doubt {
    /// It is the Message-ID of the returned message.
    MessageId,
    /// A name without a domain, or an address of another kind (X.400).
    Bare,
    /// It is the sender's, and the message was for others.
    Sender,
}

fn doubt(
    named: &str,
    recipient: &Recipient,
    strangers: &Strangers,
    pasted: bool,
    is_sender: impl Fn(&str) -> bool,
) -> Option<Doubt> {
    if !named.contains('@') {
        let is_program = named.starts_with(['|', '"', ':']) || named.starts_with('/') && !named.contains('=');
        return (!is_program).then_some(Doubt::Bare);
    }
    if strangers.is_message_id(named) {
        return Some(Doubt::MessageId);
    }
    // Mostly the report is addressed to the sender, and its own header shows that somebody else failed.
    let is_own = pasted || strangers.is_own(named);
    (is_own && is_sender(named) && !is_named_by_answer(named, recipient)).then_some(Doubt::Sender)
}

/// Does an answer name the address?
fn is_named_by_answer(named: &str, recipient: &Recipient) -> bool {
    let mut quoted = recipient.statements.iter().filter(|s| s.place >= Place::Quoted);
    quoted.any(|s| address::all(&s.text).any(|(_, _, found)| address::same(found, named)))
}

/// Whom the outside of the report and the returned message name.
struct Known<'m> {
    failed: Vec<String>,
    returned: Option<Returned<'m>>,
}

impl<'m> Known<'m> {
    fn of(mail: &'m Mail) -> Self {
        let failed = mail.headers_named("X-Failed-Recipients").flat_map(|v| v.split(',')).filter_map(address::clean);
        Self { failed: failed.collect(), returned: mail.returned.as_deref().and_then(returned::read) }
    }

    /// Was the message sent by this address, and to others only?
    fn is_sender(&self, named: &str) -> bool {
        let Some(returned) = &self.returned else { return false };
        let original = &returned.original;
        let is = |a: &String| address::same(a, named);
        let sent = original.from.iter().chain(&returned.return_path).any(is);
        let route = returned.route();
        let noted = route.hops.iter().filter_map(|h| h.addressee.as_ref()).chain(&route.delivered_to);
        sent && !original.to.is_empty()
            && !original.to.iter().chain(&returned.identity().cc).chain(&self.failed).any(is)
            && !noted.into_iter().any(is)
    }

    /// The candidates, in groups of one rank, the best first. The sender stands in none.
    fn groups(&self) -> Vec<Vec<&String>> {
        let mut groups: Vec<Vec<&String>> = vec![self.failed.iter().collect()];
        if let Some(returned) = &self.returned {
            let route = returned.route();
            groups.push(route.delivered_to.iter().collect());
            groups.push(route.hops.iter().filter_map(|h| h.addressee.as_ref()).collect());
            groups.push(returned.original.to.iter().collect());
            groups.push(returned.identity().cc.iter().collect());
        }
        for group in &mut groups {
            let mut seen: Vec<&String> = Vec::new();
            group.retain(|a| {
                let new = !seen.iter().any(|s| address::same(s, a)) && !self.is_sender(a);
                seen.push(a);
                new
            });
        }
        groups
    }

    /// The only one of the best group that has just one.
    fn best(&self) -> Option<String> {
        self.groups().into_iter().find_map(|group| match group.as_slice() {
            [only] => Some((*only).clone()),
            _ => None,
        })
    }

    /// The one whose local part this name is.
    fn of_local_part(&self, name: &str) -> Option<String> {
        let is = |a: &&String| a.rsplit_once('@').is_some_and(|(local, _)| address::same(local, name));
        let mut found = self.groups().into_iter().flatten().filter(is);
        let first = found.next()?;
        found.all(|other| address::same(other, first)).then(|| first.clone())
    }
}

/// The Internet address in one of X.400, `c=DE;a= ;p=X;dda:SMTP=bob(a)example.com;` or `/DD.RFC-822=bob(a)example.com/`
/// (RFC 2156 section 4.3.1).
pub(in crate::report) fn domain_defined(text: &str) -> Option<String> {
    const MARKS: &[&str] = &["dda:smtp=", "dda:rfc-822=", "dd.smtp=", "dd.rfc-822=", "dd:smtp=", "dd:rfc-822="];
    let lower = text.to_ascii_lowercase();
    let at = MARKS.iter().find_map(|m| text::find(&lower, m).map(|at| at + m.len()))?;
    let value = text.get(at..)?.split([';', '/']).next()?.trim();
    let mut out = value.to_string();
    for (code, sign) in
        [("(a)", "@"), ("(p)", "%"), ("(u)", "_"), ("(b)", "!"), ("(q)", "\""), ("(l)", "("), ("(r)", ")")]
    {
        out = out.replace(code, sign);
    }
    address::is_address(&out).then_some(out)
}

/// The only address in an answer about a recipient whom nothing else names: "550 5.7.1 Unable to relay for a@b".
fn named_by_answer(recipient: &Recipient, mail: &Mail) -> Option<String> {
    let strangers = Strangers::of(mail);
    let mut only: Option<&str> = None;
    for said in recipient.statements.iter().filter(|s| s.place >= Place::Quoted) {
        // The answer to MAIL names the sender, and what is said of a sender, whoever it is.
        if literals::find(&said.text, "sender").is_some() || literals::find(&said.text, "from").is_some() {
            return None;
        }
        for (_, _, found) in address::all(&said.text) {
            if strangers.has(found) || strangers.is_message_id(found) {
                continue;
            }
            if only.is_some_and(|o| !address::same(o, found)) {
                return None;
            }
            only = Some(found);
        }
    }
    only.map(str::to_string)
}

/// Recipients that only header fields name: X-Failed-Recipients, or the returned message's only receiver.
fn name_nobody(report: &mut Report, mail: &Mail) {
    let known = Known::of(mail);
    let mut named: Vec<String> = known.failed.clone();
    // What was pasted without a form of its own the finder has read; it knows who stands in an answer.
    if named.is_empty()
        && report.form.is_none()
        && let [only] = report.recipients.as_slice()
    {
        named.extend(named_by_answer(only, mail));
    }
    if named.is_empty()
        && let Some(block) = &mail.returned
    {
        let fields: Vec<_> = headers::fields(block).collect();
        // What looks like a header block may be a notice's own list of properties.
        for wanted in ["x-envelope-to", "envelope-to", "delivered-to", "to", "recipients", "recipient"] {
            let found: Vec<String> = fields
                .iter()
                .filter(|(n, _)| n.eq_ignore_ascii_case(wanted))
                .flat_map(|(_, v)| v.split(','))
                .filter_map(|v| address::clean(v).filter(|a| a.contains('@')))
                .collect();
            if found.len() == 1 {
                named = found;
                break;
            }
        }
        if named.is_empty() {
            named.extend(known.best());
        }
    }
    if report.recipients.is_empty() {
        report.recipients = named.into_iter().map(Recipient::new).collect();
        let explanation = general::explanation(&mail.text);
        for r in &mut report.recipients {
            r.say(Place::Explanation, &explanation);
        }
    } else if let ([only], [name]) = (report.recipients.as_mut_slice(), named.as_slice()) {
        only.address = Some(name.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message;

    fn settled(named: &str, answer: &str, returned: &str) -> (Option<String>, usize) {
        let raw = "From: MAILER-DAEMON@mx.example.org\nTo: ann@a.example\nSubject: x\n\nNo.\n";
        let mut mail = message::parse(raw.as_bytes());
        mail.returned = Some(returned.into());
        let mut recipient = Recipient::new(named);
        recipient.say(Place::Diagnostic, answer);
        let mut report = Report { recipients: vec![recipient], ..Report::default() };
        settle(&mut report, &mail);
        (report.recipients[0].address.clone(), report.notes.len())
    }

    #[test]
    fn the_sender_in_the_place_of_the_recipient() {
        let copy = "From: ann@a.example\nTo: bob@example.com\nMessage-ID: <1@a.example>\n";
        let bob = || Some("bob@example.com".to_string());
        let ann = || Some("ann@a.example".to_string());
        assert_eq!(settled("ann@a.example", "552 full", copy), (bob(), 1));
        // An answer names her; she wrote to herself; a server took it for her; the copy names nobody.
        assert_eq!(settled("ann@a.example", "552 <ann@a.example> full", copy), (ann(), 0));
        assert_eq!(settled("ann@a.example", "552 full", &format!("{copy}Cc: ann@a.example\n")), (ann(), 0));
        let noted = format!("Received: from x by y with ESMTP id 1 for <ann@a.example>; x\n{copy}");
        assert_eq!(settled("ann@a.example", "552 full", &noted), (ann(), 0));
        assert_eq!(settled("ann@a.example", "552 full", "From: ann@a.example\n"), (ann(), 0));
        // Two may have failed.
        let two = copy.replace("bob@example.com", "bob@example.com, eve@example.net");
        assert_eq!(settled("ann@a.example", "552 full", &two), (None, 1));
        let one = format!("Received: from x by y with ESMTP id 1 for <eve@example.net>; x\n{two}");
        assert_eq!(settled("ann@a.example", "552 full", &one), (Some("eve@example.net".into()), 1));
    }

    #[test]
    fn names_of_other_kinds() {
        let copy = "From: ann@a.example\nTo: bob@vax.example.com, eve@example.net\n";
        assert_eq!(settled("BOB", "550 no such user", copy).0.as_deref(), Some("bob@vax.example.com"));
        assert_eq!(settled("JOE", "550 no such user", copy).0.as_deref(), Some("JOE"));
        let x400 = "c=DE;a= ;p=EXAMPLE;o=HQ;dda:SMTP=joe(u)x(a)example.com;";
        assert_eq!(settled(x400, "no", copy).0.as_deref(), Some("joe_x@example.com"));
        let plain = "/S=WEBER/G=ANNA/O=HQ/PRMD=EXAMPLE/C=DE/";
        assert_eq!(
            settled(plain, "no", "From: ann@a.example\nTo: w@example.net\n").0.as_deref(),
            Some("w@example.net")
        );
        assert_eq!(settled(plain, "no", copy).0.as_deref(), Some(plain));
        let id = "From: ann@a.example\nTo: w@example.net\nMessage-ID: <1@a.example>\n";
        assert_eq!(settled("1@a.example", "no", id).0.as_deref(), Some("w@example.net"));
    }
}
