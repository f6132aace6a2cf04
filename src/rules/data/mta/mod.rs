//! Mail servers by the words of their own source code.
//!
//! Only wordings that one system writes and no other: where several systems say the same, the phrase
//! stands in the folder `phrase`.

mod courier;
mod domino;
mod exim;
mod haraka;
mod lists;
mod mail_host;
mod opensmtpd;
mod others;
mod policyd;
mod postfix;
mod qmail;
mod sendmail;

use crate::rules::rule::{Authority::Phrase, Family};

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[
    Family { name: "mail hosts", authority: Phrase, rules: mail_host::RULES },
    Family { name: "Postfix", authority: Phrase, rules: postfix::RULES },
    Family { name: "Exim and cPanel", authority: Phrase, rules: exim::RULES },
    Family { name: "Sendmail", authority: Phrase, rules: sendmail::RULES },
    Family { name: "qmail", authority: Phrase, rules: qmail::RULES },
    Family { name: "OpenSMTPD", authority: Phrase, rules: opensmtpd::RULES },
    Family { name: "Courier", authority: Phrase, rules: courier::RULES },
    Family { name: "Haraka", authority: Phrase, rules: haraka::RULES },
    Family { name: "Domino and GroupWise", authority: Phrase, rules: domino::RULES },
    Family { name: "policy daemons", authority: Phrase, rules: policyd::RULES },
    Family { name: "mailing list managers", authority: Phrase, rules: lists::RULES },
    Family { name: "other servers", authority: Phrase, rules: others::RULES },
];
