//! DNS block lists: whose they are, what a listing means, where to look it up.
//!
//! The zone names and look-up addresses of a list are its own words, wherever they are said. One file an
//! operator; small lists share a file, and so do those that were closed.

use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{Authority, Family, RULE, Rule};

mod abusix;
mod barracuda;
mod closed;
mod filters;
mod generic;
mod invaluement;
mod link;
mod manitu;
mod regional;
mod small;
mod sorbs;
mod spamcop;
mod spamhaus;
mod spamrats;
mod uceprotect;
mod validity;

/// A list of IP addresses whose operator takes removal requests.
const IP_LIST: Rule = Rule {
    cause: Cause::IpBlocklisted,
    summary: "The server that refused uses the block list {list}, and {ip} is on it.",
    steps: &[
        "Look up {ip} on the page of {list} and note the reason and the time of the listing.",
        "Stop what caused it: a hacked mail account, an infected computer or website, an open relay, or mailings to people who did not ask for them.",
        "Ask for removal on the page of {list} once the cause is gone; a repeated listing is harder to clear.",
        "Send the message again after the removal has spread, usually within a few hours.",
    ],
    ..RULE
};

/// A list of IP addresses that forgets by itself and takes no requests.
const EXPIRING_LIST: Rule = Rule {
    cause: Cause::IpBlocklisted,
    summary: "The server that refused uses the block list {list}, and {ip} is on it; entries lapse by themselves when the spam stops.",
    steps: &[
        "Look up {ip} on the page of {list} and note the time of the last report.",
        "Stop what caused it: a hacked mail account, an infected computer or website, an open relay, or mailings to people who did not ask for them.",
        "Wait for the listing to lapse; it does so by itself when no more spam is seen.",
        "Send the message again afterwards, or through another outgoing server of your provider in the meantime.",
    ],
    ..RULE
};

/// A list of domains found in spam.
const DOMAIN_LIST: Rule = Rule {
    cause: Cause::DomainBlocklisted,
    summary: "A domain in the message (of the sender or of a link in the text) is on the block list {list}.",
    steps: &[
        "Look up {sender_domain} and every domain that the message links to, the signature and tracking links included, on the page of {list}.",
        "Clear the listed website of hacked pages, redirects and abused forms, and stop unasked-for mailings that advertise it.",
        "Ask for removal on the page of {list} once the cause is gone.",
        "Send the message again without the listed link in the meantime.",
    ],
    ..RULE
};

/// A list that no longer exists: every hit is the fault of the server that still asks it.
const CLOSED_LIST: Rule = Rule {
    cause: Cause::IpBlocklisted,
    owner: Some(Owner::RecipientAdmin),
    summary: "The server that refused still asks the block list {list}, which was closed; its answer says nothing about {ip}.",
    steps: &[
        "Remove {list} from the filter settings of {host}: the list was closed and nobody can be taken off it.",
        "Check the other block lists in the configuration for ones that are no longer run.",
        "Tell the sender when it is done, so that the message can be sent again.",
    ],
    ..RULE
};

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[
    Family { name: "Spamhaus", authority: Authority::Provider, rules: spamhaus::RULES },
    Family { name: "URIBL, SURBL and other domain lists", authority: Authority::Provider, rules: link::RULES },
    Family { name: "SpamCop", authority: Authority::Provider, rules: spamcop::RULES },
    Family { name: "Barracuda Reputation Block List", authority: Authority::Provider, rules: barracuda::RULES },
    Family { name: "SORBS", authority: Authority::Provider, rules: sorbs::RULES },
    Family { name: "UCEPROTECT and Backscatterer", authority: Authority::Provider, rules: uceprotect::RULES },
    Family { name: "Invaluement", authority: Authority::Provider, rules: invaluement::RULES },
    Family { name: "Abusix", authority: Authority::Provider, rules: abusix::RULES },
    Family { name: "SpamRATS", authority: Authority::Provider, rules: spamrats::RULES },
    Family { name: "NiX Spam", authority: Authority::Provider, rules: manitu::RULES },
    Family { name: "Validity, Return Path, Sender Score", authority: Authority::Provider, rules: validity::RULES },
    Family { name: "reputation lists of filter makers", authority: Authority::Provider, rules: filters::RULES },
    Family { name: "block lists of one region", authority: Authority::Provider, rules: regional::RULES },
    Family { name: "closed block lists", authority: Authority::Provider, rules: closed::RULES },
    Family { name: "other block lists", authority: Authority::Provider, rules: small::RULES },
    Family { name: "block lists by their usual words", authority: Authority::Phrase, rules: generic::RULES },
];
