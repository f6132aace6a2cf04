//! General phrases, one file a group of causes of the contract.
//!
//! The order is what settles sentences that touch several subjects: what is said of the sender, of a
//! block list or of spam comes before what is said of the recipient ("Sender address rejected: User
//! unknown" is about the sender), and plain trouble ("try again later") comes last.

mod address;
mod identity;
mod mailbox;
mod message;
mod path;
mod reputation;
mod system;
mod weak;

use crate::rule::{Authority::Phrase, Authority::WeakPhrase, Family};

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[
    Family { name: "greylisting", authority: Phrase, rules: reputation::GREYLISTING },
    Family { name: "suppression lists", authority: Phrase, rules: reputation::SUPPRESSION },
    Family { name: "mail authentication", authority: Phrase, rules: identity::AUTHENTICATION },
    Family { name: "names of the sending host", authority: Phrase, rules: identity::HOST },
    Family { name: "relaying", authority: Phrase, rules: path::RELAY },
    Family { name: "encrypted transport", authority: Phrase, rules: path::TLS },
    Family { name: "viruses", authority: Phrase, rules: reputation::VIRUS },
    Family { name: "private blocks", authority: Phrase, rules: reputation::PRIVATE_BLOCK },
    Family { name: "block lists", authority: Phrase, rules: reputation::BLOCKLIST },
    Family { name: "rates and quotas of senders", authority: Phrase, rules: reputation::RATE },
    Family { name: "login", authority: Phrase, rules: identity::LOGIN },
    Family { name: "reputation", authority: Phrase, rules: reputation::REPUTATION },
    Family { name: "spam", authority: Phrase, rules: reputation::SPAM },
    Family { name: "refused content", authority: Phrase, rules: reputation::CONTENT },
    Family { name: "sender address", authority: Phrase, rules: identity::SENDER },
    Family { name: "size of messages", authority: Phrase, rules: message::SIZE },
    Family { name: "form of messages", authority: Phrase, rules: message::FORM },
    Family { name: "encodings", authority: Phrase, rules: message::ENCODING },
    Family { name: "full mailboxes and disks", authority: Phrase, rules: mailbox::FULL },
    Family { name: "permission to write", authority: Phrase, rules: mailbox::PERMISSION },
    Family { name: "disabled mailboxes", authority: Phrase, rules: mailbox::DISABLED },
    Family { name: "moved recipients", authority: Phrase, rules: address::MOVED },
    Family { name: "recipient domain", authority: Phrase, rules: address::DOMAIN },
    Family { name: "form of addresses", authority: Phrase, rules: address::FORM },
    Family { name: "unknown recipients", authority: Phrase, rules: address::UNKNOWN },
    Family { name: "loops", authority: Phrase, rules: path::LOOP },
    Family { name: "DNS", authority: Phrase, rules: path::DNS },
    Family { name: "connections", authority: Phrase, rules: path::CONNECTION },
    Family { name: "local delivery", authority: Phrase, rules: system::PROGRAM },
    Family { name: "server trouble", authority: Phrase, rules: system::ERROR },
    Family { name: "age in the queue", authority: Phrase, rules: path::EXPIRED },
    Family { name: "unspecific trouble", authority: Phrase, rules: system::LATER },
    Family { name: "commands", authority: Phrase, rules: message::PROTOCOL },
    Family { name: "policy", authority: Phrase, rules: reputation::POLICY },
];

/// Phrases that say little; asked after the codes that say something.
pub(super) const WEAK_FAMILIES: &[Family] =
    &[Family { name: "weak phrases", authority: WeakPhrase, rules: weak::RULES }];
