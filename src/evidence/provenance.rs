//! Did the reader's side send the message that came back? Anybody can write somebody else's address into a message;
//! what it is returned to then never sent it (backscatter, RFC 3834 section 2).
//!
//! A returned header is a copy, whose older fields the forger may have written himself. What he cannot write are the
//! fields of servers that he does not run: those of the reader's own, and the findings of the server that refused.

use std::net::IpAddr;

use crate::evidence::identity::aligned;
use crate::names::address;
use crate::names::host::{self, in_domain, organisation};
use crate::names::terms::Provenance;
use crate::returned::{Check, Returned};

/// What the reader says is theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mine {
    domains: Vec<String>,
    networks: Vec<(IpAddr, u8)>,
}

impl Mine {
    /// Reads `example.org,192.0.2.0/24,2001:db8::1`.
    ///
    /// # Errors
    /// Names what is neither a domain nor an IP address or network.
    pub fn read(list: &str) -> Result<Self, String> {
        let mut mine = Self::default();
        for item in list.split(',').map(str::trim).filter(|i| !i.is_empty()) {
            let (ip, bits) = item.split_once('/').map_or((item, None), |(ip, bits)| (ip, Some(bits)));
            match (ip.parse::<IpAddr>(), bits) {
                (Ok(ip), None) => mine.networks.push((ip, if ip.is_ipv4() { 32 } else { 128 })),
                (Ok(ip), Some(bits)) => match bits.parse::<u8>() {
                    Ok(bits) if bits <= if ip.is_ipv4() { 32 } else { 128 } => mine.networks.push((ip, bits)),
                    _ => return Err(format!("“{item}” is no network: write 192.0.2.0/24")),
                },
                (Err(_), None) => {
                    let domain = item.rsplit('@').next().unwrap_or(item).trim_start_matches('.').to_ascii_lowercase();
                    if !host::is_host(&domain) {
                        return Err(format!("“{item}” is neither a domain nor an IP address"));
                    }
                    mine.domains.push(domain);
                }
                (Err(_), Some(_)) => return Err(format!("“{item}” is neither a domain nor an IP address")),
            }
        }
        Ok(mine)
    }

    /// Nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.domains.is_empty() && self.networks.is_empty()
    }

    fn has_domain(&self, name: &str) -> bool {
        self.domains.iter().any(|d| in_domain(name, d))
    }

    fn has_ip(&self, ip: IpAddr) -> bool {
        self.networks.iter().any(|(net, bits)| match (net, ip) {
            (IpAddr::V4(net), IpAddr::V4(ip)) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(*bits)).unwrap_or(0);
                u32::from(*net) & mask == u32::from(ip) & mask
            }
            (IpAddr::V6(net), IpAddr::V6(ip)) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(*bits)).unwrap_or(0);
                u128::from(*net) & mask == u128::from(ip) & mask
            }
            _ => false,
        })
    }
}

/// A sign for or against.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sign {
    /// The server that wrote the report is the reader's own, which had the message.
    OwnReporter(String),
    /// A server of the reader's took the message first.
    OwnServer(String),
    /// The message was signed for the reader's domain, and the signature was found right.
    OwnSignature(String),
    /// The server that refused found that SPF allows the sending server for this domain.
    OwnSpf(String),
    /// The message came into the mail system at a host that is none of the reader's.
    ForeignOrigin(String),
    /// SPF failed for the reader's domain: its owner does not send from there.
    SpfFailed(String),
    /// DMARC failed for the reader's domain.
    DmarcFailed(String),
    /// The Message-ID was made elsewhere.
    ForeignMessageId(String),
    /// The message carries no signature of the reader's domain.
    NoSignature(String),
}

/// Who sent what came back, and what shows it.
#[must_use]
pub(crate) fn of(
    returned: Option<&Returned<'_>>,
    addressee: Option<&str>,
    generator: Option<&str>,
    mine: &Mine,
) -> (Provenance, Vec<Sign>) {
    let Some(returned) = returned else { return (Provenance::Unknown, Vec::new()) };
    let author = returned.original.from.as_deref().and_then(address::domain);
    // Whom the bounce went to is who the message says sent it.
    let identity = addressee
        .and_then(address::domain)
        .or_else(|| returned.return_path.as_deref().and_then(address::domain))
        .or_else(|| author.clone());
    let Some(identity) = identity else { return (Provenance::Unknown, Vec::new()) };
    let is_mine = |name: &str| {
        if mine.domains.is_empty() { in_domain(name, organisation(&identity)) } else { mine.has_domain(name) }
    };
    let own = signs_of_own(returned, generator, &identity, &is_mine, mine);
    if !own.is_empty() {
        return (Provenance::Own, own);
    }
    let route = returned.route();
    let Some(origin) = route.hops.last() else { return (Provenance::Unknown, Vec::new()) };
    let mut signs = Vec::new();
    let origin_name = origin.client.first().cloned().or_else(|| origin.ip.map(|ip| ip.to_string()));
    // A host inside a network tells nothing of the outside.
    let foreign = !origin.ip.is_some_and(host::is_inside);
    signs.extend(origin_name.or_else(|| origin.by.clone()).filter(|_| foreign).map(Sign::ForeignOrigin));
    let failed = failures(&returned.identity().checks, &identity, author.as_deref(), &is_mine);
    let convicted = !failed.is_empty();
    signs.extend(failed);
    let id = returned.original.message_id.as_deref().and_then(|id| id.rsplit_once('@')).map(|(_, d)| d.to_string());
    let foreign_id = id.filter(|d| host::is_host(d) && !is_mine(d));
    let has_foreign_id = foreign_id.is_some();
    signs.extend(foreign_id.map(Sign::ForeignMessageId));
    let signed = returned.identity().signatures.iter().any(|s| is_mine(&s.domain) || aligned(&s.domain, &identity));
    if !signed && returned.identity().whole_header {
        signs.push(Sign::NoSignature(identity.clone()));
    }
    // Who has said what is theirs has said that nothing else is: one sign is enough then, otherwise two.
    let signs_enough = if mine.is_empty() { convicted && has_foreign_id } else { convicted || has_foreign_id };
    let forged = !signed && foreign && signs_enough;
    if forged { (Provenance::Forged, signs) } else { (Provenance::Unknown, signs) }
}

/// What shows that the message is the reader's.
fn signs_of_own(
    returned: &Returned<'_>,
    generator: Option<&str>,
    identity: &str,
    is_mine: &dyn Fn(&str) -> bool,
    mine: &Mine,
) -> Vec<Sign> {
    let mut signs = Vec::new();
    let route = returned.route();
    // A server of the reader's reports of what it had itself, unless it was handed to it from outside.
    let from_outside = route.hops.last().is_some_and(|first| {
        let by_stranger = first.by.as_deref().is_some_and(|by| !is_mine(by));
        let client = first.ip.is_some_and(|ip| !host::is_inside(ip) && !mine.has_ip(ip));
        by_stranger || client && !first.handed_in
    });
    if let Some(generator) = generator
        && is_mine(generator)
        && !from_outside
    {
        signs.push(Sign::OwnReporter(generator.to_string()));
    }
    let own_hop = route.hops.iter().find_map(|hop| {
        let by = hop.by.as_deref().filter(|by| is_mine(by))?;
        // A server of one's own that took it from outside proves nothing.
        let own_client =
            hop.handed_in || hop.client.iter().any(|c| is_mine(c)) || hop.ip.is_some_and(|ip| mine.has_ip(ip));
        own_client.then(|| by.to_string())
    });
    signs.extend(own_hop.filter(|by| generator != Some(by.as_str())).map(Sign::OwnServer));
    let by_ip = route.hops.iter().filter_map(|h| h.ip).find(|ip| mine.has_ip(*ip));
    if signs.is_empty() {
        signs.extend(by_ip.map(|ip| Sign::OwnServer(ip.to_string())));
    }
    for check in &returned.identity().checks {
        let pass = |result: &Option<String>| result.as_deref() == Some("pass");
        // What a server of the sender's own writes is no finding of a stranger.
        if let Some(domain) = check.dkim_domain.as_deref()
            && pass(&check.dkim)
            && (is_mine(domain) || aligned(domain, identity))
        {
            signs.push(Sign::OwnSignature(domain.to_string()));
            break;
        }
        if let Some(domain) = check.mail_from.as_deref()
            && pass(&check.spf)
            && (is_mine(domain) || aligned(domain, identity))
        {
            signs.push(Sign::OwnSpf(domain.to_string()));
            break;
        }
    }
    signs
}

/// The checks that failed for the reader's domain, at a server that is not theirs.
fn failures(checks: &[Check], identity: &str, author: Option<&str>, is_mine: &dyn Fn(&str) -> bool) -> Vec<Sign> {
    let mut signs = Vec::new();
    let is_own = |domain: &str| is_mine(domain) || aligned(domain, identity);
    let failed = |result: &Option<String>| matches!(result.as_deref(), Some("fail" | "softfail"));
    for check in checks {
        let mail_from = check.mail_from.as_deref().unwrap_or(identity);
        if signs.is_empty() && failed(&check.spf) && is_own(mail_from) {
            signs.push(Sign::SpfFailed(mail_from.to_string()));
        }
        let from = check.header_from.as_deref().or(author).unwrap_or(identity);
        if failed(&check.dmarc) && is_own(from) && !signs.iter().any(|s| matches!(s, Sign::DmarcFailed(_))) {
            signs.push(Sign::DmarcFailed(from.to_string()));
        }
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returned;

    fn told(header: &str, generator: &str, mine: &str) -> Provenance {
        let returned = returned::read(header);
        of(returned.as_ref(), Some("ann@example.org"), Some(generator), &Mine::read(mine).unwrap()).0
    }

    const OWN: &str = "Received: from laptop (unknown [10.0.0.3]) by mail.example.org (Postfix) with ESMTPSA id 3D; Tue, 1 Dec 2026 09:12:00 +0000\nMessage-ID: <1@example.org>\nFrom: ann@example.org\nTo: bob@example.com\n";
    const FORGED: &str = "Authentication-Results: mx.example.com; spf=fail smtp.mailfrom=example.org; dmarc=fail header.from=example.org\nReceived: from host-7.dyn.example.net (host-7.dyn.example.net [203.0.113.7]) by mx.example.com with ESMTP id 1; Tue, 1 Dec 2026 09:12:00 +0000\nMessage-ID: <1@host-7.dyn.example.net>\nFrom: ann@example.org\nTo: bob@example.com\n";
    const OPEN: &str = "Received: from web3.hoster.example (web3.hoster.example [203.0.113.9]) by mx.example.com with ESMTP id 1; Tue, 1 Dec 2026 09:12:00 +0000\nMessage-ID: <1@web3.hoster.example>\nFrom: ann@example.org\nTo: bob@example.com\n";

    #[test]
    fn own_forged_and_neither() {
        assert_eq!(told(OWN, "mail.example.org", ""), Provenance::Own);
        assert_eq!(told(OWN, "mx.example.com", ""), Provenance::Own);
        assert_eq!(told(FORGED, "mx.example.com", ""), Provenance::Forged);
        assert_eq!(told(OPEN, "mx.example.com", ""), Provenance::Unknown);
        assert_eq!(told(OPEN, "mx.example.com", "203.0.113.0/24"), Provenance::Own);
        assert_eq!(told(OPEN, "mx.example.com", "example.org,192.0.2.0/24"), Provenance::Forged);
        assert_eq!(of(None, None, None, &Mine::default()).0, Provenance::Unknown);
    }

    #[test]
    fn what_is_mine() {
        assert!(Mine::read("example.org, 192.0.2.0/24,2001:db8::1,ann@example.com").is_ok());
        for wrong in ["192.0.2.0/33", "a b", "example.org/24", "http://x"] {
            assert!(Mine::read(wrong).is_err(), "{wrong}");
        }
        let mine = Mine::read("192.0.2.0/24,0.0.0.0/0").unwrap();
        assert!(mine.has_ip("203.0.113.1".parse().unwrap()) && !mine.has_ip("2001:db8::1".parse().unwrap()));
    }
}
