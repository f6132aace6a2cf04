//! What the root of a failure is: the cause together with the thing at fault.

use std::borrow::Cow;

use super::problem::By;
use crate::diagnosis::RecipientDiagnosis;
use crate::names::address;
use crate::names::host::organisation;
use crate::names::terms::{Cause, Owner};
use crate::words::Language;
use crate::words::texts::labels;

/// The root of a bounce.
#[derive(Debug)]
pub(super) struct Root {
    /// Groups of different tags never meet.
    pub(super) tag: &'static str,
    /// The thing at fault in words; empty for a group of mailboxes.
    pub(super) thing: String,
    /// What it may turn out to be a part of.
    pub(super) part_of: PartOf,
}

/// Some replies do not name the thing at fault, and others about the same sender's mail do.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum PartOf {
    /// The root is its own.
    Itself,
    /// The sending IP address is at fault, and the reply does not say which it is.
    SendingIp,
    /// A refusal by policy that this sending domain's administrators have to answer for: where others refuse its mail
    /// as not authenticated, so does this one.
    Authentication(String),
}

/// The organisation that refused: that of the server, or the recipient's domain where the server is not named.
pub(super) fn provider(r: &RecipientDiagnosis) -> String {
    let domain = || r.address.as_deref().and_then(address::domain).unwrap_or_default();
    match r.remote_server.as_deref() {
        None | Some("") => domain(),
        Some(host) if host.parse::<std::net::IpAddr>().is_ok() => domain(),
        Some(host) => organisation(host).to_lowercase(),
    }
}

impl Root {
    fn of(tag: &'static str, thing: String) -> Self {
        Self { tag, thing, part_of: PartOf::Itself }
    }

    /// The group that a bounce belongs to.
    pub(super) fn find(by: By, r: &RecipientDiagnosis, cause: Cause, owner: Owner, day: impl Fn() -> String) -> Self {
        let thing = match by {
            By::Problem => return Self::of_problem(r, cause, owner),
            By::Cause => cause.id().to_string(),
            By::Owner => owner.id().to_string(),
            By::Domain => r.address.as_deref().and_then(address::domain).unwrap_or_default(),
            By::Provider => provider(r),
            By::Server => r.remote_server.clone().unwrap_or_default().to_lowercase(),
            By::Rule => r.rule.as_deref().unwrap_or_default().to_string(),
            By::Day => day(),
        };
        Self::of("", if thing.is_empty() { labels::summary_none_named(Language::default()).to_string() } else { thing })
    }

    fn of_problem(r: &RecipientDiagnosis, cause: Cause, owner: Owner) -> Self {
        use Cause::{
            ConnectionFailed, DkimFailure, DmarcFailure, DnsFailure, DomainBlocklisted, DomainNotFound,
            DomainRefusesMail, HeloInvalid, IpBlocklisted, MailboxDisabled, MailboxFull, MessageExpired,
            PolicyRejection, PoorReputation, RecipientAddressInvalid, RecipientMoved, RecipientUnknown, RelayDenied,
            ReverseDnsMissing, RoutingLoop, SenderAccountSuspended, SenderAddressRejected, SendingQuotaExceeded,
            ServerError, ServerStorageFull, SmtpAuthRequired, SpfFailure, Suppressed, TlsFailure, UnauthenticatedMail,
        };
        let domain = || r.address.as_deref().and_then(address::domain).unwrap_or_default();
        let sending_domain = || r.sender_domain().filter(|d| !d.is_empty()).unwrap_or_else(|| provider(r));
        match cause {
            // Dead mailboxes are one problem of one list, whatever each server calls it.
            RecipientUnknown | RecipientAddressInvalid | RecipientMoved | MailboxDisabled | Suppressed => {
                Self::of(DEAD, String::new())
            }
            MailboxFull => Self::of(FULL, String::new()),
            // One address on several lists, or refused by several providers, is delisted once its cause is gone;
            // some of them name the list and some call it a bad reputation.
            IpBlocklisted => {
                if let Some(ip) = r.ip() {
                    return Self::of(IP, ip);
                }
                let thing = r.list().map_or_else(|| provider(r), Cow::into_owned);
                Self { tag: cause.id(), thing, part_of: PartOf::SendingIp }
            }
            PoorReputation => match r.ip() {
                Some(ip) => Self::of(IP, ip),
                None => Self::of(cause.id(), provider(r)),
            },
            PolicyRejection if owner == Owner::SenderAdmin => Self {
                tag: cause.id(),
                thing: provider(r),
                part_of: r.sender_domain().map_or(PartOf::Itself, PartOf::Authentication),
            },
            ReverseDnsMissing | HeloInvalid => Self::of(cause.id(), r.ip().unwrap_or_else(|| provider(r))),
            SpfFailure | DkimFailure | DmarcFailure | UnauthenticatedMail => Self::of(AUTHENTICATION, sending_domain()),
            DomainBlocklisted
            | SenderAddressRejected
            | SmtpAuthRequired
            | SendingQuotaExceeded
            | SenderAccountSuspended => Self::of(cause.id(), sending_domain()),
            DomainNotFound | DomainRefusesMail | DnsFailure | ConnectionFailed | MessageExpired | ServerError
            | ServerStorageFull | TlsFailure | RelayDenied | RoutingLoop => Self::of(cause.id(), domain()),
            _ => Self::of(cause.id(), provider(r)),
        }
    }
}

/// The group of addresses that are gone.
pub(super) const DEAD: &str = "dead";
/// The group of full mailboxes.
pub(super) const FULL: &str = "full";
/// Groups of one sending IP address.
pub(super) const IP: &str = "ip";

/// Groups of one sending domain whose mail fails its checks.
pub(super) const AUTHENTICATION: &str = "authentication";

/// Single addresses of domains that are gone are as dead as single addresses of others.
pub(super) fn is_dead_domain(cause: Cause) -> bool {
    matches!(cause, Cause::DomainNotFound | Cause::DomainRefusesMail)
}

/// Troubles of single domains that have nothing in common but their name are shown as one entry.
pub(super) fn is_scattered(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::ConnectionFailed
            | Cause::MessageExpired
            | Cause::ServerError
            | Cause::ServerStorageFull
            | Cause::DnsFailure
            | Cause::RelayDenied
            | Cause::TlsFailure
            | Cause::RoutingLoop
    )
}
