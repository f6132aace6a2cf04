//! Who is a mail system: by the address, and by the words of a From field.
//!
//! One list of names, in three steps. A *mailer* is the address under which a program writes and nobody reads. A
//! *daemon* is a mailer or an address that stands for a site and not for a person: a report names it as its writer or
//! as whom to ask, seldom as the recipient that failed. A From field *signs as one* where it holds the name of either
//! anywhere, or the words that mail systems write there ("Mail Delivery Subsystem").

use crate::text::literals::Literals;

/// Names of the program itself.
const MAILERS: &[&str] =
    &["mailer-daemon", "mailerdaemon", "mail-daemon", "mailer_daemon", "mdaemon", "double-bounce", "maildaemon"];

/// Names of who looks after a mail system.
const POSTMASTERS: &[&str] = &["postmaster", "post_master"];

/// Names of a site's contacts, whom reports invite to be asked. Much of what they write is no report.
const CONTACTS: &[&str] = &["abuse", "noreply", "no-reply", "helpdesk", "support"];

/// What else a From field of a mail system holds.
const WORDS: &[&str] = &[
    "post.master",
    "mail delivery",
    "mail deliver system",
    "mail.delivery.system",
    "email delivery",
    "system administrator",
    "mail administrator",
    "mail system administrator",
    "systemadministrator",
    "no-reply@sns.amazonaws",
    "ndr administrator",
    "microsoftexchange",
    "microsoft outlook",
    "mail router",
    "content-filter at",
    "bounce@",
    "bounces@",
    "delivery subsystem",
    "mmdf",
];

/// Is it the address of a mail system rather than of a person? Such addresses appear in reports as their writers.
#[must_use]
pub(crate) fn is_daemon(address: &str) -> bool {
    is_named(address, MAILERS) || is_named(address, POSTMASTERS) || is_named(address, CONTACTS)
}

/// Is it the address under which a mail system writes, and nobody reads?
#[must_use]
pub(crate) fn is_mailer(address: &str) -> bool {
    is_named(address, MAILERS)
}

/// Does a From field, in lower case, name a mail system? Looks at its words too: "Mail Delivery Subsystem".
pub(crate) fn signs_as_one(from: &str) -> bool {
    SENDERS.any(from)
}

/// Is the part of an address before the `@`, or the whole without one, in the list?
fn is_named(address: &str, names: &[&str]) -> bool {
    let local = memchr::memchr(b'@', address.as_bytes()).map_or(address, |at| &address[..at]);
    names.iter().any(|name| local.eq_ignore_ascii_case(name))
}

static SENDER_WORDS: [&str; MAILERS.len() + POSTMASTERS.len() + WORDS.len()] = {
    let mut all = [""; MAILERS.len() + POSTMASTERS.len() + WORDS.len()];
    let (mailers, rest) = all.split_at_mut(MAILERS.len());
    let (postmasters, words) = rest.split_at_mut(POSTMASTERS.len());
    mailers.copy_from_slice(MAILERS);
    postmasters.copy_from_slice(POSTMASTERS);
    words.copy_from_slice(WORDS);
    all
};

/// Senders of reports: parts of the From field.
static SENDERS: Literals = Literals::new(&SENDER_WORDS);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_holds_the_one_before() {
        for name in MAILERS {
            let address = format!("{}@example.com", name.to_uppercase());
            assert!(is_mailer(&address) && is_daemon(&address) && signs_as_one(&address.to_lowercase()), "{name}");
        }
        assert!(is_daemon("Postmaster") && !is_mailer("Postmaster") && signs_as_one("post_master@example.com"));
        assert!(is_daemon("support@example.com") && !signs_as_one("support@example.com"));
        assert!(!is_daemon("mailer-daemon.x@example.com") && !is_daemon("me@postmaster"));
        assert!(signs_as_one("mail delivery subsystem <x@example.com>"));
    }
}
