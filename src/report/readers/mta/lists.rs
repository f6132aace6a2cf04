//! Mailing list programs that refuse a posting: fml, Mailman, ezmlm, Majordomo. The list is the recipient that
//! failed; a posting that merely waits for its moderator did not.

use crate::mail::message::Mail;
use crate::names::address;
use crate::names::terms::{Action, Kind};
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};
use crate::text;

/// The reader.
pub(super) static READER: Reader = Reader { name: "mailing list", marks: MARKS, recognises, read };

/// Sentences of a refusal. Their words wrap, so each is one piece that does not.
const REFUSALS: &[&str] = &[
    "You are not a member of this mailing list",
    "not allowed to post to this mailing",
    "automatically rejected",
    "rejected by the list moderator",
    "only subscribers may post",
    "list moderators for the",
    "is not allowed to post to",
    "Non-member submission",
];

/// How ezmlm begins.
const EZMLM: &str = "This is the ezmlm program";

/// All of them.
const MARKS: &[&str] = &{
    let mut marks = [EZMLM; REFUSALS.len() + 1];
    marks.split_at_mut(REFUSALS.len()).0.copy_from_slice(REFUSALS);
    marks
};

/// The program, by the header fields that it sets.
fn program(mail: &Mail, marks: &Marks) -> Option<&'static str> {
    const FIELDS: &[(&str, &str)] = &[
        ("X-MLServer", "fml"),
        ("X-Mailman-Version", "Mailman"),
        ("X-Mailman-Rule-Hits", "Mailman"),
        ("X-Majordomo-Version", "Majordomo"),
    ];
    // What all names have in common rules out nearly every field.
    let begins_alike = |name: &str| matches!(name.as_bytes(), [b'X' | b'x', b'-', b'M' | b'm', ..]);
    let fields = if mail.headers.iter().any(|(name, _)| begins_alike(name)) { FIELDS } else { &[] };
    fields
        .iter()
        .find_map(|&(field, name)| mail.header(field).map(|_| name))
        .or_else(|| marks.says(EZMLM).then_some("ezmlm"))
        .or_else(|| mail.header("Message-ID").is_some_and(|id| text::contains(id, ".FML")).then_some("fml"))
}

fn recognises(mail: &Mail, marks: &Marks) -> bool {
    marks.has_any_of(&READER) && REFUSALS.iter().any(|r| marks.says(r)) && program(mail, marks).is_some()
}

fn read(mail: &Mail, marks: &Marks) -> Option<Report> {
    let sentence = REFUSALS.iter().find_map(|r| mail.text.find(r))?;
    let near = mail.text.get(sentence..)?;
    let near = near.split("\n\n").next().unwrap_or(near);
    let post =
        ["List-Post", "X-BeenThere", "X-ML-Address"].iter().find_map(|h| mail.header(h)).and_then(address::clean);
    let written = address::find(near).map(|(_, _, a)| plain(a));
    // The list's own address without "-admin", "-owner", "-bounces".
    let sender = address::find(mail.from()).map(|(_, _, a)| plain(a));
    let list = post.or(written).or(sender)?;
    let mut recipient = Recipient { action: Some(Action::Failed), local: true, ..Recipient::new(list) };
    recipient.say(Place::Quoted, near);
    Some(Report {
        kind: Some(Kind::Failed),
        software: program(mail, marks),
        recipients: vec![recipient],
        ..Report::default()
    })
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
        assert_eq!(r.software, Some("Mailman"));
        let m = mail(&[("X-MLServer", "fml")], "You are not a member of this mailing list <cats@example.com>.\n");
        assert_eq!(read_by(&READER, &m).unwrap().recipients[0].address.as_deref(), Some("cats@example.com"));
        let m = mail(&[("X-Mailman-Version", "2.1")], "Your mail is being held until the moderator reviews it.");
        assert!(!recognises(&m, &marks_of(&m)));
    }
}
