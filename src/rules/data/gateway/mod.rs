//! Filters and gateways that stand in front of a mailbox, and sending services.

use crate::rules::rule::{Authority, Family};

mod amavis;
mod assp;
mod barracuda;
mod cisco;
mod fortinet;
mod greylist;
mod hornetsecurity;
mod hosting;
mod mailchannels;
mod milter;
mod mimecast;
mod policyd;
mod products;
mod proofpoint;
mod retired;
mod rspamd;
mod sophos;
mod spamassassin;
mod spamexperts;
mod trendmicro;
mod vendors;

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[
    Family { name: "Mimecast", authority: Authority::Provider, rules: mimecast::RULES },
    Family { name: "Proofpoint", authority: Authority::Provider, rules: proofpoint::RULES },
    Family { name: "Barracuda", authority: Authority::Provider, rules: barracuda::RULES },
    Family { name: "Cisco Secure Email (IronPort)", authority: Authority::Provider, rules: cisco::RULES },
    Family { name: "Trend Micro", authority: Authority::Provider, rules: trendmicro::RULES },
    Family { name: "Sophos", authority: Authority::Provider, rules: sophos::RULES },
    Family { name: "Fortinet FortiMail", authority: Authority::Provider, rules: fortinet::RULES },
    Family { name: "Hornetsecurity", authority: Authority::Provider, rules: hornetsecurity::RULES },
    Family { name: "MailChannels", authority: Authority::Provider, rules: mailchannels::RULES },
    Family { name: "SpamExperts (N-able Mail Assure)", authority: Authority::Provider, rules: spamexperts::RULES },
    Family { name: "hosting panels", authority: Authority::Provider, rules: hosting::RULES },
    Family { name: "amavis", authority: Authority::Provider, rules: amavis::RULES },
    Family { name: "rspamd", authority: Authority::Provider, rules: rspamd::RULES },
    Family { name: "SpamAssassin and its drivers", authority: Authority::Provider, rules: spamassassin::RULES },
    Family { name: "ASSP", authority: Authority::Provider, rules: assp::RULES },
    Family { name: "greylisting servers", authority: Authority::Phrase, rules: greylist::RULES },
    Family { name: "policy servers of Postfix", authority: Authority::Phrase, rules: policyd::RULES },
    Family { name: "milters for viruses, SPF, DKIM and DMARC", authority: Authority::Phrase, rules: milter::RULES },
    Family { name: "other filter makers", authority: Authority::Provider, rules: vendors::RULES },
    Family { name: "filter products by name", authority: Authority::Provider, rules: products::RULES },
    Family { name: "filters no longer sold", authority: Authority::Provider, rules: retired::RULES },
];
