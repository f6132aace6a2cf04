//! On which side of the transfer the refusing server stands, and whose words the answer is.
//!
//! Both are decided by structure: the form of the report ([`Statement::speaker`]), the command and its reply, the way
//! that the returned message took, then names. What none of them tells stays unknown.

use crate::names::address;
use crate::names::code;
use crate::names::host::{in_domain, is_inside, organisation, parse_ip};
use crate::names::terms::{Form, RejectedBy, Side, Speaker};
use crate::report::Statement;
use crate::returned::Returned;
use crate::text;
use crate::text::literals::Literals;

/// What is known about the two servers.
pub(super) struct Servers<'a> {
    /// The one that answered or could not be reached; `None` where the one that wrote the report refused.
    pub(super) remote: Option<&'a str>,
    /// The one that wrote the report.
    pub(super) generator: Option<&'a str>,
    /// An answer is retold, and nobody says whose.
    pub(super) unnamed: bool,
    /// The recipient.
    pub(super) address: Option<&'a str>,
    /// The recipient before forwarding.
    pub(super) original: Option<&'a str>,
    /// The sender.
    pub(super) sender: Option<&'a str>,
    /// The reply.
    pub(super) reply: Option<u16>,
    /// A mail server speaks, not a user's program.
    pub(super) is_report: bool,
    /// What came back of the message.
    pub(super) returned: Option<&'a Returned<'a>>,
}

/// On which side the refusing server stands.
pub(super) fn side(servers: &Servers<'_>) -> Option<Side> {
    // A server that could not log in at its relay.
    if is_login(servers.reply) && servers.remote.is_some() && servers.is_report {
        return Some(Side::Sender);
    }
    if servers.unnamed {
        return None;
    }
    let host = servers.remote.or(servers.generator)?;
    let theirs = servers.address.and_then(address::domain_of);
    let ours = servers.sender.and_then(address::domain_of);
    let earlier = servers.original.and_then(address::domain_of);
    let within = |host: &str, domain: Option<&str>| domain.is_some_and(|d| in_domain(host, organisation(d)));
    let is_theirs = |host: &str| within(host, theirs.as_deref());
    let is_ours = |host: &str| within(host, ours.as_deref());
    match (is_theirs(host), is_ours(host)) {
        (true, false) => return Some(Side::Recipient),
        (false, true) => return Some(Side::Sender),
        (true, true) => return None,
        (false, false) => {}
    }
    let is_earlier = |host: &str| within(host, earlier.as_deref());
    if servers.remote.is_none() && is_earlier(host) {
        return Some(Side::Between);
    }
    // A host that the message came through before it was refused there, and which the sender's user handed it to.
    let own = servers.returned.map(|r| r.route().own_hosts(ours.as_deref())).unwrap_or_default();
    if own.iter().any(|o| o.eq_ignore_ascii_case(host)) {
        return Some(Side::Sender);
    }
    let remote = servers.remote?;
    // A server without a name to the outside belongs to the one that reached it.
    let inside = parse_ip(remote).is_some_and(is_inside);
    if let Some(generator) = servers.generator
        && !is_ours(generator)
        && is_theirs(generator)
        && (inside || parse_ip(remote).is_none())
    {
        return Some(Side::Recipient);
    }
    if theirs.as_deref().is_some_and(|d| is_named_for(remote, d)) {
        return Some(Side::Recipient);
    }
    None
}

/// Only a server that is asked for a login says that it failed (RFC 4954): the one that mail is handed to.
fn is_login(reply: Option<u16>) -> bool {
    matches!(reply, Some(534 | 535 | 538))
}

/// Does a provider's host carry the recipient's domain in its name, as `example-com.mail.protection.outlook.com` and
/// `example.com.s200a1.psmtp.com` do?
fn is_named_for(host: &str, domain: &str) -> bool {
    let dashed = domain.replace('.', "-");
    [domain, &dashed].iter().any(|d| {
        host.get(..d.len()).is_some_and(|start| start.eq_ignore_ascii_case(d))
            && host.as_bytes().get(d.len()).is_some_and(|b| matches!(b, b'.' | b'-'))
    })
}

/// The address that the message was written to, where a server that is not the sender's passed it on to the one that
/// failed. That the returned message names somebody else is not enough: it may have come by a list, or the recipient
/// stood in Bcc. A server must have noted that this copy was for an address of To or Cc.
pub(super) fn written_to(
    address: Option<&str>,
    generator: Option<&str>,
    sender: Option<&str>,
    returned: Option<&Returned<'_>>,
) -> Option<String> {
    let (address, generator, returned) = (address?, generator?, returned?);
    let organisation_of = |a: &str| address::domain(a).map(|d| organisation(&d).to_ascii_lowercase());
    let here = organisation_of(address)?;
    let to = &returned.original.to;
    if to.is_empty() || to.iter().any(|a| address::same(a, address)) {
        return None;
    }
    let ours = sender.and_then(address::domain);
    if ours.as_deref().is_some_and(|d| in_domain(generator, organisation(d))) {
        return None;
    }
    let route = returned.route();
    let is_own = || route.own_hosts(ours.as_deref()).iter().any(|o| o.eq_ignore_ascii_case(generator));
    let cc = || &returned.identity().cc;
    if route.listed || cc().iter().any(|a| address::same(a, address)) {
        return None;
    }
    let noted = route.hops.iter().filter_map(|h| h.addressee.as_ref()).chain(&route.delivered_to);
    let was = noted
        .filter(|a| organisation_of(a).is_some_and(|o| o != here))
        .find(|noted| to.iter().chain(cc()).any(|a| address::same(a, noted)))?;
    (!is_own()).then(|| was.clone())
}

/// What is known about the words that count.
pub(super) struct Words<'a> {
    /// Them.
    pub(super) response: Option<&'a str>,
    /// The part of them that another server said.
    pub(super) inner: Option<&'a str>,
    /// Whose the form of the report shows them to be.
    pub(super) marked: Option<Speaker>,
    /// Which server refused.
    pub(super) rejected_by: Option<RejectedBy>,
    /// The side as the report's reader states it.
    pub(super) stated_side: Option<Side>,
    /// The side.
    pub(super) side: Option<Side>,
    /// The form of what was read.
    pub(super) form: Option<Form>,
    /// A reply code stands in them or was said of them.
    pub(super) reply: Option<u16>,
}

/// Words of mail servers beside what a local program printed or how it ended (Postfix's pipe and local, Exim's pipe
/// transport, Sendmail's mailers, OpenSMTPD, Courier), and the names by which such programs begin their own lines.
static PROGRAM: Literals = Literals::new(&[
    "Command output:",
    "Command died with",
    "Command time limit exceeded",
    "Child process of ",
    "returned 1 from command",
    "transport returned",
    "unknown mailer error",
    "exited with status",
    "exit status ",
    "exited abnormally",
    "died with signal",
    "delivery program ",
    "procmail: ",
    "maildrop: ",
    "mail.local: ",
    "dovecot-lda(",
    "dovecot-lda: ",
    "vdelivermail: ",
    "spamc[",
    "clamdscan: ",
    "clamscan: ",
    "Sieve script",
    "bouncesaying",
]);

/// Whose words the answer is.
pub(super) fn speaker(words: &Words<'_>) -> Option<Speaker> {
    let response = words.response?;
    if words.marked.is_some() {
        return words.marked;
    }
    let answered = code::leading_reply(words.inner.unwrap_or(response)).is_some_and(|r| r >= 400)
        || words.inner.is_some() && words.reply.is_some();
    let by_program = !answered && PROGRAM.any(response);
    if by_program {
        return Some(Speaker::LocalProgram);
    }
    // The window of a mail program speaks of the server that it hands its mail to.
    if words.stated_side == Some(Side::Sender) || words.form == Some(Form::Dialog) {
        return Some(if words.reply.is_some() { Speaker::OwnServer } else { Speaker::MailProgram });
    }
    if is_login(words.reply) && answered {
        return Some(Speaker::OwnServer);
    }
    let of_client = matches!(words.form, Some(Form::Error | Form::Session));
    match words.rejected_by {
        Some(RejectedBy::RemoteServer) if answered || words.reply.is_some() && !is_own_remark(response) => {
            words.side.map(|side| match side {
                Side::Sender => Speaker::OwnServer,
                Side::Recipient => Speaker::RecipientServer,
                Side::Between => Speaker::Between,
            })
        }
        _ if of_client => (!answered).then_some(Speaker::MailProgram),
        Some(RejectedBy::RemoteServer | RejectedBy::GeneratingServer) => Some(Speaker::Reporter),
        None => None,
    }
}

/// Words that Exchange puts after a code of its own about a server that did not answer.
fn is_own_remark(response: &str) -> bool {
    text::contains(response, "[LastAttemptedServerName=") || text::contains(response, "{LED=")
}

/// Whose the form of the report shows these words to be: said of them, or of the same words in another place.
pub(super) fn marked(said: &Statement, others: &[Statement]) -> Option<Speaker> {
    let is_same = |other: &&Statement| {
        let (a, b) = (said.text.as_str(), other.text.as_str());
        a == b || a.len() > 12 && b.len() > 12 && (text::contains(a, b) || text::contains(b, a))
    };
    said.speaker.or_else(|| others.iter().filter(is_same).find_map(|o| o.speaker))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provider_hosts_named_for_a_domain() {
        assert!(is_named_for("example-com.mail.protection.outlook.com", "example.com"));
        assert!(is_named_for("example.com.s200a1.psmtp.example", "example.com"));
        assert!(!is_named_for("example.community", "example.com"));
        assert!(!is_named_for("mx.example.net", "example.com"));
    }

    #[test]
    fn whose_words() {
        let words = |response| Words {
            response: Some(response),
            inner: None,
            marked: None,
            rejected_by: Some(RejectedBy::RemoteServer),
            stated_side: None,
            side: Some(Side::Recipient),
            form: None,
            reply: code::leading_reply(response),
        };
        for (response, want) in [
            ("550 5.1.1 no such user", Some(Speaker::RecipientServer)),
            ("connect to mx.example.com[192.0.2.1]:25: Connection refused", Some(Speaker::Reporter)),
            (
                "Command died with status 2: \"/usr/bin/scan\". Command output: connect: Connection refused",
                Some(Speaker::LocalProgram),
            ),
            ("550 5.7.1 Sieve script rejected it", Some(Speaker::RecipientServer)),
        ] {
            assert_eq!(speaker(&words(response)), want, "{response}");
        }
        let unknown = Words { side: None, ..words("550 5.1.1 no such user") };
        assert_eq!(speaker(&unknown), None);
        let dialog = Words { stated_side: Some(Side::Sender), ..words("Connection refused") };
        assert_eq!(speaker(&dialog), Some(Speaker::MailProgram));
        let dialog = Words { stated_side: Some(Side::Sender), ..words("554 no") };
        assert_eq!(speaker(&dialog), Some(Speaker::OwnServer));
    }

    /// Speaker and side of each recipient of a mail.
    fn said(head: &str, body: &str) -> Vec<(Option<Speaker>, Option<Side>)> {
        let raw = format!("From: MAILER-DAEMON@mail.example.org\nTo: ann@a.example\nSubject: failure\n{head}\n{body}");
        let mail = crate::mail::message::parse(raw.as_bytes());
        let report = crate::report::read(&mail).report;
        let returned = mail.returned.as_deref().and_then(crate::returned::read);
        let found = crate::evidence::collect(report, returned.as_ref());
        found.into_iter().map(|e| (e.speaker, e.side)).collect()
    }

    const COPY: &str = "Received: from mail.a.example (mail.a.example [192.0.2.4]) by mail.example.org (Postfix) with ESMTP\n id 1 for <u@example.org>; Tue, 1 Dec 2026 10:00:00 +0000\nFrom: ann@a.example\nTo: u@example.org\nMessage-ID: <1@a.example>\n";

    #[test]
    fn programs_on_the_reporting_server() {
        let postfix = |who: &str, why: &str, diagnostic: &str| {
            let body = format!(
                "--b\n\nThis is the mail system at host mail.example.org.\n\n<u@example.org>{who}: {why}\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example.org\n\nFinal-Recipient: rfc822; u@example.org\nAction: failed\nStatus: 5.3.0\nDiagnostic-Code: {diagnostic}\n\n--b\nContent-Type: text/rfc822-headers\n\n{COPY}\n--b--\n"
            );
            said("MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n", &body)
        };
        let local = (Some(Speaker::LocalProgram), Some(Side::Recipient));
        let got = postfix(
            "",
            "Command died with status 1: \"/usr/local/bin/scan\".\n    Command output: clamd: Connection refused",
            "x-unix; clamd: Connection refused",
        );
        assert_eq!(got, [local]);
        let got =
            postfix("", "Command died with status 127: \"/x\"", "x-postfix; Command died with status 127: \"/x\"");
        assert_eq!(got, [local]);
        let got = postfix(
            "",
            "host mail.example.org[private/dovecot-lmtp] said: 552\n    5.2.2 Quota exceeded (in reply to RCPT TO command)",
            "smtp; 552 5.2.2 Quota exceeded",
        );
        assert_eq!(got[0].0, Some(Speaker::LocalProgram));
        let got = postfix("", "unknown user: \"u\"", "x-postfix; unknown user: \"u\"");
        assert_eq!(got, [(Some(Speaker::Reporter), Some(Side::Recipient))]);
        let exim = "A message that you sent could not be delivered to one or more of its recipients.\nThis message was created automatically by mail delivery software.\n\n  pipe to |/usr/bin/scan\n    generated by u@example.org\n    local delivery failed\n\nThe following text was generated during the delivery attempt:\n\n------ pipe to |/usr/bin/scan\n       generated by u@example.org ------\n\nscan: cannot connect: Connection refused\n\n------ This is a copy of the message, including all the headers. ------\n\nFrom: ann@a.example\nTo: u@example.org\nMessage-ID: <1@a.example>\n";
        assert_eq!(said("X-Failed-Recipients: u@example.org\n", exim)[0].0, Some(Speaker::LocalProgram));
        let sendmail = "The original message was received at Tue, 1 Dec 2026 10:00:00 GMT\nfrom mail.a.example [192.0.2.4]\n\n   ----- The following addresses had permanent fatal errors -----\n\"|/usr/bin/scan\"\n    (reason: 1)\n    (expanded from: <u@example.org>)\n\n   ----- Transcript of session follows -----\nscan: connect: Connection refused\n554 5.3.0 unknown mailer error 1\n";
        assert_eq!(said("", sendmail)[0].0, Some(Speaker::LocalProgram));
        let qmail = |why: &str| {
            let body = format!(
                "Hi. This is the qmail-send program at mail.example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<u@example.org>:\n{why}\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <ann@a.example>\n{COPY}\n"
            );
            said("", &body)[0].0
        };
        assert_eq!(qmail("scan: connect: Connection refused"), Some(Speaker::LocalProgram));
        assert_eq!(qmail("Sorry, no mailbox here by that name. (#5.1.1)"), Some(Speaker::Reporter));
        assert_eq!(qmail("Connected to 192.0.2.1 but sender was rejected.\nRemote host said: 550 no"), None);
    }

    #[test]
    fn whose_server_answers() {
        let postfix = |why: &str, copy: &str| {
            let body = format!(
                "This is the mail system at host mail.example.org.\n\n<u@b.example>: {why}\n\n--- Below this line is a copy of the message.\n\n{copy}\n\nHello\n"
            );
            said("", &body)[0]
        };
        let handed_in = "Received: from [10.1.2.3] (dsl.isp.example [198.51.100.7]) by smtp.provider.example with ESMTPSA id 1; Tue, 1 Dec 2026 10:00:00 +0000\nFrom: ann@a.example\nTo: u@b.example\nMessage-ID: <1@a.example>\n";
        let relay =
            "host smtp.provider.example[192.0.2.9] said: 554 5.7.1 Relay access denied (in reply to RCPT TO command)";
        assert_eq!(postfix(relay, handed_in), (Some(Speaker::OwnServer), Some(Side::Sender)));
        let mx = "host b-example.mail.protection.provider.example[192.0.2.9] said: 550 5.7.1 no (in reply to RCPT TO command)";
        assert_eq!(postfix(mx, handed_in), (Some(Speaker::RecipientServer), Some(Side::Recipient)));
        let other = "host gw.third.example[192.0.2.9] said: 550 5.7.1 no (in reply to RCPT TO command)";
        assert_eq!(postfix(other, handed_in), (None, None));
        let refused = "connect to mx.b.example[192.0.2.9]:25: Connection refused";
        assert_eq!(postfix(refused, handed_in), (Some(Speaker::Reporter), Some(Side::Recipient)));
        let login = "host relay.third.example[192.0.2.9] said: 535 5.7.8 authentication failed (in reply to AUTH LOGIN command)";
        assert_eq!(postfix(login, handed_in), (Some(Speaker::OwnServer), Some(Side::Sender)));
    }

    #[test]
    fn forwarded_and_not() {
        let evidence = |copy: &str| {
            let raw = format!(
                "From: MAILER-DAEMON@mx.c.example\nTo: ann@a.example\nSubject: failure\n\nThis is the mail system at host mx.c.example.\n\n<u@b.example>: host mx.b.example[192.0.2.9] said: 550 5.7.23 SPF (in reply to end of DATA command)\n\n--- Below this line is a copy of the message.\n\n{copy}From: ann@a.example\nMessage-ID: <1@a.example>\n\nHello\n"
            );
            let mail = crate::mail::message::parse(raw.as_bytes());
            let returned = mail.returned.as_deref().and_then(crate::returned::read);
            crate::evidence::collect(crate::report::read(&mail).report, returned.as_ref()).remove(0).original_address
        };
        let hop =
            "Received: from mail.a.example ([192.0.2.4]) by mx.c.example with ESMTP id 1\n for <boss@c.example>; x\n";
        assert_eq!(evidence(&format!("{hop}To: boss@c.example\n")).as_deref(), Some("boss@c.example"));
        // Nobody noted it, a list, a blind copy, the sender's own server.
        assert_eq!(evidence("To: boss@c.example\n"), None);
        assert_eq!(evidence(&format!("{hop}List-Id: <l.c.example>\nTo: boss@c.example\n")), None);
        assert_eq!(evidence(&format!("{hop}To: x@d.example\n")), None);
        assert_eq!(evidence(&format!("{hop}To: boss@c.example, u@b.example\n")), None);
        let own = "Received: from [10.0.0.7] by mx.c.example with ESMTPSA id 1 for <boss@c.example>; x\n";
        assert_eq!(evidence(&format!("{own}To: boss@c.example\n")), None);
    }
}
