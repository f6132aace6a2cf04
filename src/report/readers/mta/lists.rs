//! Mailing list software that refuses a posting: fml, Mailman, ezmlm, Majordomo, LISTSERV, Sympa. The list is the
//! recipient that failed; a posting that merely waits for its moderator did not ([`crate::report::kind`]).

use crate::mail::message::Mail;
use crate::names::address;
use crate::names::terms::{Action, Kind, Stage};
use crate::report::general::Strangers;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};
use crate::report::{kind, software};
use crate::text;
use crate::text::join_lines;

/// The reader.
pub(super) static READER: Reader = Reader { name: "mailing list", marks: &[EZMLM], recognises, read };

/// How ezmlm begins.
const EZMLM: &str = "This is the ezmlm program";

/// Words of a refusal that others write too: they count in the letter of a program that names itself.
const REFUSALS_OF_PROGRAMS: &[&str] = &[
    "not allowed to post to this mailing",
    "automatically rejected",
    "rejected by the list moderator",
    "only subscribers may post",
    "list moderators for the",
    "is not allowed to post to",
    "Non-member submission",
];

/// The program, by the header fields that it sets.
fn program(mail: &Mail, marks: &Marks) -> Option<&'static str> {
    const PROGRAMS: &[(&str, &str)] = &[
        ("X-MLServer", "fml"),
        ("X-Mailman-Version", "Mailman"),
        ("X-Mailman-Rule-Hits", "Mailman"),
        ("X-Majordomo-Version", "Majordomo"),
    ];
    // What all names have in common rules out nearly every field.
    let begins_alike = |name: &str| matches!(name.as_bytes(), [b'X' | b'x', b'-', b'M' | b'm', ..]);
    let programs = if mail.headers.iter().any(|(name, _)| begins_alike(name)) { PROGRAMS } else { &[] };
    programs
        .iter()
        .find_map(|&(field, name)| mail.header(field).map(|_| name))
        .or_else(|| marks.says(EZMLM).then_some("ezmlm"))
        .or_else(|| mail.header("Message-ID").is_some_and(|id| text::contains(id, ".FML")).then_some("fml"))
}

/// Do the header fields say that a list or its manager wrote?
fn is_from_list(mail: &Mail) -> bool {
    const FIELDS_OF_LISTS: &[&str] = &["List-Id", "X-ML-Name", "X-Listserv", "X-Loop"];
    const MANAGERS: &[&str] =
        &["-owner@", "-bounces@", "-admin@", "-request@", "ymp", "LISTSERV", "listserv", "ajordomo"];
    mail.headers.iter().any(|(name, _)| FIELDS_OF_LISTS.iter().any(|field| name.eq_ignore_ascii_case(field)))
        || MANAGERS.iter().any(|part| mail.from().contains(part))
}

/// The beginning of the letter, where the refusal stands. LISTSERV sets it flush on both sides, with several blanks
/// between words.
fn beginning(text: &str) -> String {
    text.lines().take(40).map(|l| join_lines(l) + "\n").collect()
}

/// Does the letter of a list, or of a program that names itself, refuse a posting with these words?
fn refuses(words: &str, by_program: bool) -> bool {
    kind::refuses_posting(words) || by_program && REFUSALS_OF_PROGRAMS.iter().any(|r| words.contains(r))
}

fn recognises(mail: &Mail, marks: &Marks) -> bool {
    if !mail.delivery_status.is_empty() {
        return false;
    }
    let by_program = program(mail, marks).is_some();
    (by_program || is_from_list(mail)) && refuses(&join_lines(&beginning(&mail.text)), by_program)
}

fn read(mail: &Mail, marks: &Marks) -> Option<Report> {
    let program = program(mail, marks);
    let letter = beginning(&mail.text);
    let refusals = letter.split("\n\n").map(join_lines).filter(|p| refuses(p, program.is_some()));
    // Sympa says first that it refused, then why.
    let sentence = refusals.take(2).collect::<Vec<_>>().join(" ");
    if sentence.is_empty() {
        return None;
    }
    let list = stated(mail)
        .or_else(|| named(&sentence, mail))
        .or_else(|| named_without_domain(&join_lines(&letter), mail))
        .or_else(|| behind_manager(mail, program.is_some()))?;
    let mut recipient =
        Recipient { action: Some(Action::Failed), stage: Some(Stage::Local), local: true, ..Recipient::new(list) };
    recipient.say(Place::Quoted, &sentence);
    Some(Report {
        kind: Some(Kind::Failed),
        software: program.or_else(|| software::detect(mail, marks)),
        recipients: vec![recipient],
        ..Report::default()
    })
}

/// The list that a header field states.
fn stated(mail: &Mail) -> Option<String> {
    ["List-Post", "X-BeenThere", "X-ML-Address"].iter().find_map(|h| mail.header(h)).and_then(address::clean)
}

/// The list whose address the refusal names.
fn named(sentence: &str, mail: &Mail) -> Option<String> {
    let (_, _, address) = address::find(sentence)?;
    (!Strangers::of(mail).has(address)).then(|| plain(address))
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

/// The list behind the address of its manager; a program that names itself may write under the list's own.
fn behind_manager(mail: &Mail, by_program: bool) -> Option<String> {
    let (_, _, from) = address::find(mail.from())?;
    let list = plain(from);
    (by_program || list != from).then_some(list)
}

/// The list behind the address of its owner or of its commands.
fn plain(address: &str) -> String {
    let Some((local, domain)) = address.rsplit_once('@') else { return address.to_string() };
    let local = ["-owner", "-admin", "-bounces", "-request", "-help", "-ctl"]
        .iter()
        .find_map(|end| local.strip_suffix(end))
        .or_else(|| local.strip_prefix("owner-"))
        .unwrap_or(local);
    format!("{local}@{domain}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::{marks_of, read_by};

    #[test]
    fn refused_postings() {
        let mail = |headers: &[(&str, &str)], text: &str| Mail {
            headers: headers.iter().copied().collect(),
            text: text.into(),
            ..Mail::default()
        };
        let m = mail(
            &[("X-Mailman-Version", "2.1"), ("From", "cats-owner@lists.example.com")],
            "You are not allowed to post to this mailing list, and your message has\nbeen automatically rejected. \
             Contact the mailing list owner\nat cats-owner@lists.example.com.\n\n",
        );
        assert!(recognises(&m, &marks_of(&m)));
        let r = read_by(&READER, &m).unwrap();
        assert_eq!(r.recipients[0].address.as_deref(), Some("cats@lists.example.com"));
        assert!(r.recipients[0].statements[0].text.starts_with("You are not allowed"));
        assert_eq!(r.software, Some("Mailman"));
        let m = mail(&[("X-MLServer", "fml")], "You are not a member of this mailing list <cats@example.com>.\n");
        assert_eq!(read_by(&READER, &m).unwrap().recipients[0].address.as_deref(), Some("cats@example.com"));
        let m = mail(&[("X-Mailman-Version", "2.1")], "Your mail is being held until the moderator reviews it.");
        assert!(!recognises(&m, &marks_of(&m)));
    }

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
