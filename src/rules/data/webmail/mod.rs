//! Mailbox providers and internet providers by their own codes and words.

mod america;
mod apple;
mod asia;
mod facebook;
mod france;
mod germany;
mod gmail;
mod gmail_auth;
mod gmail_message;
mod gmail_reputation;
mod gmail_transport;
mod google_reports;
mod hosting;
mod italy;
mod japan;
mod netease;
mod others;
mod russia;
mod services;
mod tencent;
mod yahoo;

use crate::rules::rule::{Authority, Family};

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[
    Family { name: "Gmail: relay and mailbox", authority: Authority::Provider, rules: gmail::RULES },
    Family { name: "Gmail: message", authority: Authority::Provider, rules: gmail_message::RULES },
    Family { name: "Gmail: authentication", authority: Authority::Provider, rules: gmail_auth::RULES },
    Family { name: "Gmail: reputation and policy", authority: Authority::Provider, rules: gmail_reputation::RULES },
    Family { name: "Gmail: transport and bare codes", authority: Authority::Provider, rules: gmail_transport::RULES },
    Family { name: "Gmail's own reports, Google Groups", authority: Authority::Provider, rules: google_reports::RULES },
    Family { name: "Japanese providers", authority: Authority::Provider, rules: japan::RULES },
    Family { name: "Yahoo and AOL", authority: Authority::Provider, rules: yahoo::RULES },
    Family { name: "Apple iCloud", authority: Authority::Provider, rules: apple::RULES },
    Family { name: "American providers", authority: Authority::Provider, rules: america::RULES },
    Family {
        name: "GMX, WEB.DE, IONOS, T-Online and other German providers",
        authority: Authority::Provider,
        rules: germany::RULES,
    },
    Family { name: "French providers", authority: Authority::Provider, rules: france::RULES },
    Family { name: "Italian providers", authority: Authority::Provider, rules: italy::RULES },
    Family {
        name: "Mail.ru, Yandex and other providers of Eastern Europe",
        authority: Authority::Provider,
        rules: russia::RULES,
    },
    Family { name: "Tencent QQ Mail", authority: Authority::Provider, rules: tencent::RULES },
    Family { name: "NetEase and Coremail", authority: Authority::Provider, rules: netease::RULES },
    Family { name: "Other Asian and Australian providers", authority: Authority::Provider, rules: asia::RULES },
    Family { name: "Fastmail, Proton, OVH, UOL, Terra, Tiscali", authority: Authority::Provider, rules: others::RULES },
    Family { name: "Facebook", authority: Authority::Provider, rules: facebook::RULES },
    Family { name: "Mail hosting and forwarding", authority: Authority::Provider, rules: hosting::RULES },
    Family { name: "Sending services", authority: Authority::Provider, rules: services::RULES },
];
