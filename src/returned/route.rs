//! The way that the returned message took, from its Received fields.
//!
//! Each server stamps what it takes on top, so the last field is the first hop. Where the message began on a host itself,
//! or was handed in by somebody who logged in, that host is the sender's own.

use std::net::IpAddr;

use crate::mail::headers;
use crate::names::address;
use crate::names::host::{self, in_domain, organisation};
use crate::text;

/// The hops of a message, the last one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Route {
    /// In the order of the header.
    pub(crate) hops: Vec<Hop>,
    /// Addresses that servers wrote down at delivery: `Delivered-To`, `X-Original-To`, `Envelope-To`.
    pub(crate) delivered_to: Vec<String>,
    /// The message came through a mailing list.
    pub(crate) listed: bool,
}

/// A Received field (RFC 5321 section 4.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hop {
    /// The names of the client: what it called itself, and what its IP is called.
    pub(crate) client: Vec<String>,
    /// Its IP.
    pub(crate) ip: Option<IpAddr>,
    /// The server that took the message.
    pub(crate) by: Option<String>,
    /// It was handed in by a user of this server: somebody logged in, or wrote it on this machine or in its network.
    pub(crate) handed_in: bool,
    /// Whom it was for.
    pub(crate) addressee: Option<String>,
}

impl Route {
    /// Of a header block.
    pub(crate) fn of(block: &str) -> Self {
        let mut route = Self::default();
        for (name, value) in headers::folded_fields(block) {
            let is = |wanted: &str| name.eq_ignore_ascii_case(wanted);
            if is("Received") {
                if route.hops.len() < 60 {
                    route.hops.push(Hop::of(&headers::unfold(value)));
                }
            } else if is("Delivered-To") || is("X-Original-To") || is("Envelope-To") || is("X-Envelope-To") {
                route.delivered_to.extend(address::find(value).map(|(_, _, a)| a.to_string()));
            } else if is("List-Id") || is("List-Unsubscribe") || is("List-Post") || is("Mailing-List") {
                route.listed = true;
            }
        }
        route
    }

    /// The hosts of the sender's own system that took the message, from the first hop on: where it was handed in, and
    /// the servers of the same organisation behind it.
    pub(crate) fn own_hosts(&self, sender: Option<&str>) -> Vec<&str> {
        let mut own: Vec<&str> = Vec::new();
        let same = |a: &str, b: &str| organisation(a).eq_ignore_ascii_case(organisation(b));
        for hop in self.hops.iter().rev() {
            let Some(by) = hop.by.as_deref() else { continue };
            let of_sender = sender.is_some_and(|d| in_domain(by, organisation(d)));
            let within = own.iter().any(|o| same(o, by)) && hop.client.iter().any(|c| own.iter().any(|o| same(o, c)));
            if of_sender || hop.handed_in && (own.is_empty() || hop.is_login()) || within {
                own.push(by);
            } else {
                break;
            }
        }
        own
    }
}

impl Hop {
    pub(super) fn of(value: &str) -> Self {
        let value = value.rsplit_once(';').map_or(value, |(v, _)| v);
        let words: Vec<&str> = value.split_whitespace().collect();
        let at = |wanted: &str| words.iter().position(|w| w.eq_ignore_ascii_case(wanted));
        let by_at = at("by");
        let behind = |n: Option<usize>| n.and_then(|n| words.get(n + 1)).copied();
        let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_string();
        let by = behind(by_at).map(bare).filter(|b| host::is_host(b));
        let with = behind(at("with")).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase());
        let addressee = behind(at("for")).and_then(address::find).map(|(_, _, a)| a.to_string());
        let has_from = words.first().is_some_and(|w| w.eq_ignore_ascii_case("from"));
        let clause = if has_from { words.get(1..by_at.unwrap_or(words.len())).unwrap_or(&[]) } else { &[] };
        let ip = clause.iter().rev().find_map(|w| ip_in(w));
        let client = clause
            .iter()
            .map(|w| bare(w.rsplit_once('=').map_or(w, |(_, h)| h)))
            .filter(|w| host::is_host(w) && host::parse_ip(w).is_none())
            .collect();
        let near = ip.is_some_and(host::is_inside);
        let by_hand = with.as_deref().is_some_and(|w| matches!(w, "local" | "http" | "https" | "internal" | "mapi"));
        let mut hop = Self { client, ip, by, handed_in: false, addressee };
        let login = with.as_deref().is_some_and(is_authenticated)
            || ["Authenticated sender", "authenticated", " auth="].iter().any(|m| text::contains(value, m));
        hop.handed_in = login || by_hand || near || !has_from && hop.by.is_some();
        hop
    }

    /// Does the hop show more than that the client was near?
    fn is_login(&self) -> bool {
        !self.ip.is_some_and(host::is_inside)
    }
}

/// Protocols with a login (RFC 3848): ESMTPA, ESMTPSA, LMTPA, UTF8SMTPSA; Exim also writes `asmtp`.
fn is_authenticated(with: &str) -> bool {
    with == "asmtp" || ["smtpa", "smtpsa", "lmtpa", "lmtpsa"].iter().any(|p| with.ends_with(p))
}

fn ip_in(word: &str) -> Option<IpAddr> {
    let inside = word.rsplit_once('[').map_or(word, |(_, i)| i);
    let inside = inside.split(']').next()?.trim_start_matches(['(', '[']);
    let inside = inside.strip_prefix("IPv6:").unwrap_or(inside);
    host::parse_ip(inside.trim_matches(|c: char| !c.is_ascii_hexdigit() && c != ':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_senders_own_hosts() {
        let route = Route::of(
            "Received: from out.provider.example (out.provider.example [192.0.2.4]) by mx.b.example (Postfix) with ESMTPS\n id 1 for <u@b.example>; Tue, 1 Dec 2026 10:00:02 +0000\n\
             Received: from smtp.provider.example (smtp.provider.example [10.0.0.4]) by out.provider.example with ESMTP id 2; Tue, 1 Dec 2026 10:00:01 +0000\n\
             Received: from [192.168.1.5] (dsl-7.isp.example [198.51.100.7]) (Authenticated sender: ann)\n by smtp.provider.example (Postfix) with ESMTPSA id 3; Tue, 1 Dec 2026 10:00:00 +0000\n\
             From: ann@a.example\nDelivered-To: u@b.example\n",
        );
        assert_eq!(route.own_hosts(Some("a.example")), ["smtp.provider.example", "out.provider.example"]);
        assert_eq!(route.hops[0].addressee.as_deref(), Some("u@b.example"));
        assert_eq!(route.hops[2].ip, Some("198.51.100.7".parse().unwrap()));
        assert_eq!(route.delivered_to, ["u@b.example"]);
        // Nothing shows whose the first server is.
        let route = Route::of("Received: from x.isp.example ([198.51.100.7]) by mx.c.example with ESMTP id 3; x\n");
        assert!(route.own_hosts(Some("a.example")).is_empty());
        let route = Route::of("Received: by web.host.example (Postfix, from userid 33) id 1; Tue, 1 Dec 2026\n");
        assert_eq!(route.own_hosts(None), ["web.host.example"]);
    }
}
