//! General phrases, one file a subject.
//!
//! The order is what settles sentences that touch several subjects: what is said of the sender, of a
//! block list or of spam comes before what is said of the recipient ("Sender address rejected: User
//! unknown" is about the sender), and plain trouble ("try again later") comes last.

mod address_form;
mod authentication;
mod blocklist;
mod connection;
mod content;
mod disabled;
mod dns;
mod domain;
mod encoding;
mod expired;
mod full;
mod greylisting;
mod host_names;
mod late;
mod later;
mod login;
mod loops;
mod message_form;
mod moved;
mod permission;
mod policy;
mod private_block;
mod program;
mod protocol;
mod rate;
mod relay;
mod reputation;
mod sender;
mod size;
mod spam;
mod subject;
mod suppression;
mod tls;
mod trouble;
mod unknown;
mod virus;
mod weak;

use crate::rules::rule::{Authority::Phrase, Authority::WeakPhrase, Family};

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[
    Family { name: "greylisting", authority: Phrase, rules: greylisting::RULES },
    Family { name: "suppression lists", authority: Phrase, rules: suppression::RULES },
    Family { name: "mail authentication", authority: Phrase, rules: authentication::RULES },
    Family { name: "names of the sending host", authority: Phrase, rules: host_names::RULES },
    Family { name: "relaying", authority: Phrase, rules: relay::RULES },
    Family { name: "encrypted transport", authority: Phrase, rules: tls::RULES },
    Family { name: "viruses", authority: Phrase, rules: virus::RULES },
    Family { name: "private blocks", authority: Phrase, rules: private_block::RULES },
    Family { name: "block lists", authority: Phrase, rules: blocklist::RULES },
    Family { name: "rates and quotas of senders", authority: Phrase, rules: rate::RULES },
    Family { name: "login", authority: Phrase, rules: login::RULES },
    Family { name: "reputation", authority: Phrase, rules: reputation::RULES },
    Family { name: "spam", authority: Phrase, rules: spam::RULES },
    Family { name: "refused content", authority: Phrase, rules: content::RULES },
    Family { name: "sender address", authority: Phrase, rules: sender::RULES },
    Family { name: "size of messages", authority: Phrase, rules: size::RULES },
    Family { name: "form of messages", authority: Phrase, rules: message_form::RULES },
    Family { name: "encodings", authority: Phrase, rules: encoding::RULES },
    Family { name: "full mailboxes and disks", authority: Phrase, rules: full::RULES },
    Family { name: "permission to write", authority: Phrase, rules: permission::RULES },
    Family { name: "moved recipients", authority: Phrase, rules: moved::RULES },
    Family { name: "disabled mailboxes", authority: Phrase, rules: disabled::RULES },
    Family { name: "recipient domain", authority: Phrase, rules: domain::RULES },
    Family { name: "form of addresses", authority: Phrase, rules: address_form::RULES },
    Family { name: "unknown recipients", authority: Phrase, rules: unknown::RULES },
    Family { name: "loops", authority: Phrase, rules: loops::RULES },
    Family { name: "DNS", authority: Phrase, rules: dns::RULES },
    Family { name: "connections", authority: Phrase, rules: connection::RULES },
    Family { name: "local delivery", authority: Phrase, rules: program::RULES },
    Family { name: "server trouble", authority: Phrase, rules: trouble::RULES },
    Family { name: "age in the queue", authority: Phrase, rules: expired::RULES },
    Family { name: "unspecific trouble", authority: Phrase, rules: later::RULES },
    Family { name: "commands", authority: Phrase, rules: protocol::RULES },
    Family { name: "policy", authority: Phrase, rules: policy::RULES },
];

/// Words that stand beside the reason, in whatever language that is.
pub(super) const LATE_FAMILIES: &[Family] = &[
    Family { name: "whom the words are about", authority: Phrase, rules: subject::RULES },
    Family { name: "late words", authority: Phrase, rules: late::RULES },
];

/// Phrases that say little; asked after the codes that say something.
pub(super) const WEAK_FAMILIES: &[Family] =
    &[Family { name: "weak phrases", authority: WeakPhrase, rules: weak::RULES }];
