//! Who is a mail system: by the address, and by the words of a From field.

use crate::text::literals::Literals;

/// Is it the address of a mail system rather than of a person? Such addresses appear in reports as their writers.
#[must_use]
pub fn is_daemon(address: &str) -> bool {
    const NAMES: &[&str] = &[
        "mailer-daemon",
        "postmaster",
        "mailerdaemon",
        "mail-daemon",
        "mailer_daemon",
        "post_master",
        "mdaemon",
        "abuse",
        "noreply",
        "no-reply",
        "helpdesk",
        "support",
    ];
    let local = memchr::memchr(b'@', address.as_bytes()).map_or(address, |at| &address[..at]);
    NAMES.iter().any(|name| local.eq_ignore_ascii_case(name))
}

/// Is it the address under which a mail system writes, and nobody reads?
#[must_use]
pub fn is_mailer(address: &str) -> bool {
    const NAMES: &[&str] =
        &["mailer-daemon", "mailerdaemon", "mail-daemon", "mailer_daemon", "mdaemon", "double-bounce", "maildaemon"];
    let local = memchr::memchr(b'@', address.as_bytes()).map_or(address, |at| &address[..at]);
    NAMES.iter().any(|name| local.eq_ignore_ascii_case(name))
}

/// Does a From field, in lower case, name a mail system? Looks at its words too: "Mail Delivery Subsystem".
pub(crate) fn signs_as_one(from: &str) -> bool {
    SENDERS.any(from)
}

/// Senders of reports: parts of the From field.
static SENDERS: Literals = Literals::new(&[
    "mailer-daemon",
    "mailer_daemon",
    "mailerdaemon",
    "mail-daemon",
    "maildaemon",
    "postmaster",
    "post_master",
    "post.master",
    "mail delivery",
    "mail deliver system",
    "mail.delivery.system",
    "email delivery",
    "system administrator",
    "mail administrator",
    "mail system administrator",
    "systemadministrator",
    "double-bounce",
    "microsoftexchange3",
    "no-reply@sns.amazonaws",
    "ndr administrator",
    "microsoftexchange",
    "microsoft outlook",
    "mail router",
    "content-filter at",
    "bounce@",
    "bounces@",
    "delivery subsystem",
    "internet mail delivery",
    "mmdf",
    "mdaemon",
]);
