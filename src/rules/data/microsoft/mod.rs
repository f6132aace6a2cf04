//! Microsoft: Exchange Online, Outlook.com, Exchange Server, and what belongs to the seed documents of the
//! product: Symantec/Broadcom Email Security.cloud and the Outlook client.
//!
//! Pages: <https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/non-delivery-reports-in-exchange-online>
//! and the files of this folder.

/// Address of one of Microsoft's pages about a delivery error.
macro_rules! fix {
    ($page:literal) => {
        concat!("https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/", $page)
    };
}

mod exchange_auth;
mod exchange_carriers;
mod exchange_client;
mod exchange_denied;
mod exchange_limits;
mod exchange_online;
mod exchange_path;
mod exchange_relay;
mod exchange_reputation;
mod exchange_server;
mod exchange_store;
mod exchange_tokens;
mod exchange_transport;
mod exchange_user_text;
mod outlook_client;
mod outlook_com;
mod symantec;

use crate::rules::rule::{Authority, Family};

/// Hosts of Exchange Online and Outlook.com: their MX hosts, and the names that their answers end in.
/// Not `outlook.com` alone, which is also half of everybody's address.
const CLOUD: &[&str] = &[
    "protection.outlook.com",
    "prod.outlook.com",
    "outlook.office365.com",
    "smtp.office365.com",
    "mx.microsoft",
    "protection.office365.us",
    "partner.outlook.cn",
    "eo.outlook.com",
    "mx1.hotmail.com",
    "mx2.hotmail.com",
    "mx3.hotmail.com",
    "mx4.hotmail.com",
    "messaging.microsoft.com",
    "bigfish.com",
    "exchangelabs.com",
];

/// The families of this folder in the order asked.
pub(super) const FAMILIES: &[Family] = &[
    Family { name: "Outlook client", authority: Authority::Provider, rules: outlook_client::RULES },
    Family { name: "Exchange tokens", authority: Authority::Provider, rules: exchange_tokens::RULES },
    Family { name: "Exchange transport", authority: Authority::Provider, rules: exchange_transport::RULES },
    Family { name: "Exchange store", authority: Authority::Provider, rules: exchange_store::RULES },
    Family { name: "Outlook.com", authority: Authority::Provider, rules: outlook_com::RULES },
    Family { name: "Exchange Online reputation", authority: Authority::Provider, rules: exchange_reputation::RULES },
    Family { name: "Exchange Online authentication", authority: Authority::Provider, rules: exchange_auth::RULES },
    Family { name: "Exchange Online denials", authority: Authority::Provider, rules: exchange_denied::RULES },
    Family { name: "Exchange Online limits", authority: Authority::Provider, rules: exchange_limits::RULES },
    Family { name: "Exchange Online path", authority: Authority::Provider, rules: exchange_path::RULES },
    Family { name: "Exchange Online relay", authority: Authority::Provider, rules: exchange_relay::RULES },
    Family { name: "Exchange Online client submission", authority: Authority::Provider, rules: exchange_client::RULES },
    Family { name: "Exchange Online", authority: Authority::Provider, rules: exchange_online::RULES },
    Family { name: "Symantec Email Security.cloud", authority: Authority::Provider, rules: symantec::RULES },
    // Sentences that Exchange writes for people, and wording of Exchange Server that means the same elsewhere.
    Family { name: "Exchange user texts", authority: Authority::Phrase, rules: exchange_user_text::RULES },
    Family { name: "Exchange Server", authority: Authority::Phrase, rules: exchange_server::RULES },
    // Words that only wrap another server's answer: they speak when that says nothing.
    Family { name: "Exchange carriers", authority: Authority::WeakPhrase, rules: exchange_carriers::RULES },
];

/// The page about all of them.
const NDR: &str = fix!("non-delivery-reports-in-exchange-online");

/// The page of Exchange Server on premises.
const ONPREM: &str = "https://learn.microsoft.com/en-us/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages";
