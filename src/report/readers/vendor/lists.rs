//! Mailing list software that refuses a posting: fml, Mailman, Majordomo, LISTSERV, Sympa.
//!
//! The recipient is the list. A posting that waits for a moderator is no failure ([`crate::report::kind`]).

use crate::mail::message::Mail;
use crate::names::address;
use crate::names::terms::{Action, Kind, Stage};
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};
use crate::text::join_lines;

/// Reads refusals by list software.
pub(super) static READER: Reader = Reader { name: "list software", marks: &[], recognises, read };

/// Sentences of refusal.
const REFUSED: &[&str] = &[
    "You are not a member of this mailing list",
    "You are not allowed to post to this mailing list",
    "has been rejected by the list moderator",
    "has been automatically rejected",
    "You are not authorized to send mail to the",
    "You are not allowed to send this message for the following reason",
    "Your message was rejected by the list",
    "Non-members are not allowed to post messages to this list",
    "Posting to this list is restricted",
    "Message distribution in the list is restricted",
    "(attached below) was rejected",
];

/// The beginning of the letter, where the refusal stands. LISTSERV sets it flush on both sides, with several blanks
/// between words.
fn beginning(text: &str) -> String {
    text.lines().take(40).map(|l| join_lines(l) + "\n").collect()
}

fn recognises(mail: &Mail, _: &Marks) -> bool {
    let from = mail.from();
    mail.delivery_status.is_empty()
        && (mail.headers.iter().any(|(n, _)| {
            ["X-MLServer", "X-Mailman-Version", "List-Id", "X-ML-Name", "X-Listserv", "X-Loop"]
                .iter()
                .any(|h| n.eq_ignore_ascii_case(h))
        }) || ["-owner@", "-bounces@", "-admin@", "-request@", "ymp", "LISTSERV", "listserv", "ajordomo"]
            .iter()
            .any(|p| from.contains(p)))
        && {
            let text = join_lines(&beginning(&mail.text));
            REFUSED.iter().any(|s| text.contains(s))
        }
}

fn read(mail: &Mail, marks: &Marks) -> Option<Report> {
    let letter = beginning(&mail.text);
    let refusals = || letter.split("\n\n").map(join_lines).filter(|p| REFUSED.iter().any(|s| p.contains(s)));
    // Sympa says first that it refused, then why.
    let sentence = refusals().take(2).collect::<Vec<_>>().join(" ");
    if sentence.is_empty() {
        return None;
    }
    let strangers = crate::report::general::Strangers::of(mail);
    let named = address::find(&sentence).map(|(_, _, a)| a.to_string()).filter(|a| !strangers.has(a));
    let list = named.or_else(|| named_without_domain(&join_lines(&letter), mail)).or_else(|| list_of(mail))?;
    let software = mail
        .header("X-MLServer")
        .filter(|v| v.contains("fml"))
        .map(|_| "fml")
        .or_else(|| crate::report::software::detect(mail, marks));
    let mut recipient =
        Recipient { action: Some(Action::Failed), stage: Some(Stage::Local), local: true, ..Recipient::new(list) };
    recipient.say(Place::Quoted, &sentence);
    let recipients = vec![recipient];
    Some(Report { kind: Some(Kind::Failed), software, recipients, ..Report::default() })
}

/// "to the CATS-L list", "for list 'cats'": a name that belongs to the manager's domain.
fn named_without_domain(text: &str, mail: &Mail) -> Option<String> {
    let (_, _, from) = address::find(mail.from())?;
    let domain = address::domain(from)?;
    let quoted = text.split_once("list '").and_then(|(_, r)| r.split_once('\'')).map(|(n, _)| n);
    let bare = || {
        let (_, rest) = text.split_once("send mail to the ")?;
        rest.split_once(" list").map(|(n, _)| n)
    };
    let name = quoted.or_else(bare)?.trim();
    let plausible = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    plausible.then(|| format!("{name}@{domain}"))
}

/// The list behind the address of its manager, or the one that the returned message was sent to.
fn list_of(mail: &Mail) -> Option<String> {
    let (_, _, from) = address::find(mail.from())?;
    let (local, domain) = from.rsplit_once('@')?;
    let stem = ["-owner", "-bounces", "-admin", "-request"].iter().find_map(|s| local.strip_suffix(s));
    stem.or_else(|| local.strip_prefix("owner-")).map(|s| format!("{s}@{domain}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::{marks_of, read_by};

    #[test]
    fn refusals_name_the_list() {
        let mail = |head: &str, text: &str| {
            crate::mail::message::parse(format!("{head}\nTo: me@example.org\n\n{text}\n").as_bytes())
        };
        let m = mail(
            "From: cats-admin@example.com\nSubject: x\nX-MLServer: fml [fml 4.0]",
            "You are not a member of this mailing list <cats@example.com>.",
        );
        assert!(recognises(&m, &marks_of(&m)));
        assert_eq!(read_by(&READER, &m).unwrap().recipients[0].address.as_deref(), Some("cats@example.com"));
        let m = mail(
            "From: cats-bounces@example.com\nSubject: x\nX-Mailman-Version: 2.1",
            "You are not allowed to post to this mailing list, and your message has\nbeen automatically rejected.",
        );
        assert!(recognises(&m, &marks_of(&m)));
        assert_eq!(read_by(&READER, &m).unwrap().recipients[0].address.as_deref(), Some("cats@example.com"));
        let m = mail(
            "From: LISTSERV <LISTSERV@lists.example.com>\nSubject: x",
            "You are not authorized to send mail to the CATS-L list from your me@example.org account.",
        );
        assert_eq!(read_by(&READER, &m).unwrap().recipients[0].address.as_deref(), Some("CATS-L@lists.example.com"));
        let m = mail(
            "From: LISTSERV <LISTSERV@lists.example.com>\nSubject: x",
            "You are  not authorized  to send  mail to  the CATS-L  list from  your\nme@example.org account.",
        );
        assert!(recognises(&m, &marks_of(&m)));
        assert_eq!(read_by(&READER, &m).unwrap().recipients[0].address.as_deref(), Some("CATS-L@lists.example.com"));
        let m = mail(
            "From: SYMPA <sympa@lists.example.com>\nSubject: x\nX-Loop: sympa@lists.example.com",
            "Your message for list 'cats' (attached below) was rejected.\n\nMessage distribution in the list is restricted \
             to list subscribers.",
        );
        assert!(recognises(&m, &marks_of(&m)));
        let cats = read_by(&READER, &m).unwrap().recipients.remove(0);
        assert_eq!(cats.address.as_deref(), Some("cats@lists.example.com"));
        assert!(cats.statements[0].text.contains("restricted to list subscribers"));
    }
}
