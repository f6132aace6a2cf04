//! Cisco Secure Email (IronPort AsyncOS; ESA appliance and `*.iphmx.com`). Its codes stand behind a `#`.
//! <https://www.cisco.com/c/en/us/support/docs/security/email-security-appliance/216842-understand-parameters-related-to-mail-fl.html>,
//! AsyncOS user guide, chapters on the Host Access Table, sender verification, SPF, DKIM and DMARC.

use crate::names::code::{replies, st};
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const GUIDE: &str =
    "https://www.cisco.com/c/en/us/support/security/email-security-appliance/products-user-guide-list.html";
const TALOS: &str = "https://www.talosintelligence.com/reputation_center/lookup?search={ip}";
const HOSTS: &[&str] = &["iphmx.com", "ironport.com"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ironport-domain-reputation",
        cause: Cause::PoorReputation,
        says: &["rejected due to poor reputation of a domain", "poor reputation of a domain used"],
        summary: "The Cisco gateway of the recipient refuses the message because Cisco Talos rates a domain in it poor.",
        steps: &[
            "Look up {sender_domain} at the Talos reputation centre.",
            "Clear a hacked website or unasked-for mailings of that domain; a very new domain must wait some weeks.",
            "File a ticket with Talos if the rating is wrong.",
        ],
        links: &["https://www.talosintelligence.com/reputation_center/support"],
        examples: &[ex(
            "554 Your access to this mail system has been rejected due to poor reputation of a domain used in message transfer. If you believe that this failure is in error, contact the intended recipient via alternate means.",
        )],
        source: "https://www.cisco.com/c/en/us/td/docs/security/esa/esa12-0/user_guide/b_ESA_Admin_Guide_12_0.html",
        ..RULE
    },
    Rule {
        id: "ironport-poor-reputation",
        cause: Cause::PoorReputation,
        says: &[
            "sending mta's poor reputation",
            "your access to this mail system has been rejected",
            "your access to submit messages to this e-mail system has been rejected",
            "your access to submit messages to this email system has been rejected",
            "rejected due to the sending mta",
        ],
        summary: "The gateway of the recipient refuses {ip} because of its poor reputation at Cisco Talos.",
        steps: &[
            "Look up {ip} at the Talos reputation centre.",
            "Stop what caused it: a hacked mail account, an infected computer, or mailings to people who did not ask for them; check that the reverse DNS name is right.",
            "File a sender reputation ticket with Talos if the rating stays poor although the mail is clean.",
            "Ask {address} over another channel to have the administrators of {domain} allow {ip}.",
        ],
        links: &[TALOS, "https://www.talosintelligence.com/reputation_center/support"],
        examples: &[
            ex(
                "554-esa1.example.net 554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
            ),
            ex("550 5.7.1 Your access to submit messages to this e-mail system has been rejected."),
        ],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-address-rejected",
        cause: Cause::RecipientUnknown,
        says: &["#5.1.0 address rejected", "#5.1.1 address rejected"],
        summary: "The Cisco gateway of the recipient does not know the address {address}.",
        links: &[],
        examples: &[
            ex("550 #5.1.0 Address rejected."),
            ex_by("550 #5.1.0 Address rejected bob@example.com", "esa1.hc1234-56.iphmx.com"),
        ],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-directory-harvest",
        by: &["iphmx.com"],
        cause: Cause::RateLimited,
        says: &["too many invalid recipients", "max invalid recipients", "dhap limit"],
        summary: "The gateway of the recipient stopped listening because the sending server named too many unknown addresses within an hour.",
        steps: &[
            "Remove addresses that bounced from your lists and address books.",
            "Check for a hacked account that guesses addresses.",
            "Wait an hour before sending again.",
        ],
        examples: &[ex_by("550 Too many invalid recipients", "esa1.example.iphmx.com")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-address-rejected-by-host",
        cause: Cause::RecipientUnknown,
        by: HOSTS,
        says: &["address rejected", "user unknown", "unknown user", "invalid recipient"],
        not: &["sender", "access denied", "blocked"],
        examples: &[ex_by("550 5.1.0 Address rejected.", "esa1.hc1234-56.iphmx.com")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-messages-per-session",
        cause: Cause::RateLimited,
        says: &["too many messages for this session", "#4.x.2 too many"],
        summary: "The sending server put more messages into one connection than the recipient's gateway allows; the rest goes with the next one.",
        steps: &[
            "Set the sending server to send fewer messages over one connection to this domain, 10 for example.",
            "Wait: the server sends the rest by itself with the next connection.",
        ],
        examples: &[ex("421 #4.x.2 Too many messages for this session")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-recipients-per-hour",
        cause: Cause::RateLimited,
        says: &[
            "too many recipients received this hour",
            "too many recipients received from the sender",
            "too many recipients received from this",
        ],
        summary: "The gateway of the recipient takes only a limited number of recipients an hour from {ip} or from this sender, and the number was reached.",
        steps: &[
            "Leave the message in the queue: the limit starts anew with the next hour.",
            "Spread mailings to {domain} over more hours.",
            "Look {ip} up at the Talos reputation centre: servers with a neutral or poor rating get lower limits.",
        ],
        links: &[TALOS],
        examples: &[
            ex("452 Too many recipients received this hour"),
            ex("452 #4.5.3 Too many recipients received from the sender"),
        ],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-connections",
        cause: Cause::RateLimited,
        says: &[
            "#4.4.5 too many",
            "too many connections from your host",
            "too many connections to this host",
            "exceeded allowable connection time",
        ],
        examples: &[
            ex("421 #4.4.5 Too many connections from your host."),
            ex("421 Exceeded allowable connection time, disconnecting."),
        ],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-recipients-per-message",
        cause: Cause::TooManyRecipients,
        says: &["#4.5.3 too many recipients", "#5.5.3 too many recipients"],
        examples: &[ex("452 #4.5.3 Too many recipients")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-spf",
        cause: Cause::SpfFailure,
        says: &[
            "spf unauthorized mail is prohibited",
            "spf unauthorised mail is prohibited",
            "#4.4.3 spf verification error",
        ],
        summary: "{ip} is not among the servers that the SPF record of {sender_domain} allows, and the Cisco gateway refuses the message for that.",
        examples: &[ex("550 #5.7.1 SPF unauthorized mail is prohibited."), ex("451 #4.4.3 SPF verification error")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-dkim",
        cause: Cause::DkimFailure,
        says: &[
            "dkim unauthenticated mail is prohibited",
            "dkim unauthorized mail",
            "unable to verify signature - key server",
        ],
        examples: &[ex("550 #5.7.5 DKIM unauthenticated mail is prohibited")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-dmarc",
        cause: Cause::DmarcFailure,
        says: &[
            "dmarc unauthenticated mail is prohibited",
            "dmarc unauthorized mail",
            "unable to perform dmarc verification",
        ],
        summary: "The message passes neither SPF nor DKIM for {sender_domain} in the way its DMARC policy asks, and the Cisco gateway refuses it for that.",
        examples: &[
            ex("550 #5.7.1 DMARC unauthenticated mail is prohibited."),
            ex("451 #4.7.1 Unable to perform DMARC verification."),
        ],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-sender-domain",
        cause: Cause::SenderAddressRejected,
        says: &[
            "domain required for sender address",
            "#5.1.8 domain of sender",
            "#4.1.8 domain of sender",
            "misconfigured sender domain",
            "envelope sender domain * does not resolve",
        ],
        examples: &[
            ex("451 #4.1.8 Domain of sender address <bob@example.com> does not resolve"),
            ex("553 #5.5.4 Domain required for sender address"),
        ],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-size",
        cause: Cause::MessageTooLarge,
        says: &["#5.3.4 message", "#5.2.3 message"],
        and: &["size", "large", "length"],
        examples: &[ex("552 #5.3.4 message size exceeds limit")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-tls",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        says: &["#5.7.0 must issue a starttls", "#5.7.3 * starttls"],
        examples: &[ex("530 #5.7.0 Must issue a STARTTLS command first")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-queue-no-domain",
        cause: Cause::DomainNotFound,
        says: &["dns hard error looking up"],
        summary: "DNS knows no mail server for {domain}.",
        examples: &[ex(
            "5.1.2 - Bad destination host 'DNS Hard Error looking up example.com (MX): NXDomain' (delivery attempts: 0)",
        )],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-queue-dns-soft",
        cause: Cause::DnsFailure,
        says: &["dns soft error looking up"],
        examples: &[ex(
            "4.1.2 - Bad destination host 'DNS Soft Error looking up example.com (MX) while asking 198.51.100.53. Error was: unable to reach nameserver' (delivery attempts: 3)",
        )],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-queue-expired",
        cause: Cause::MessageExpired,
        says: &["delivery expired (message too old)"],
        like: Some(r"message too old\) *(?:'timeout'|'000'|''|\(delivery|$)"),
        examples: &[ex("5.4.7 - Delivery expired (message too old) 'timeout' (delivery attempts: 22)")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-content-filter",
        cause: Cause::ContentBlocked,
        by: HOSTS,
        says: &["message content", "content filter", "attachment"],
        examples: &[ex_by("550 Message content was rejected by the content filter", "esa1.hc1234-56.iphmx.com")],
        source: GUIDE,
        ..RULE
    },
    Rule {
        id: "ironport-delivery-not-authorized",
        cause: Cause::PolicyRejection,
        by: HOSTS,
        says: &["not authorized", "unauthorized", "rejected by policy", "denied by policy", "access denied", "policy"],
        not: &["relay", "spf ", "dkim", "dmarc"],
        codes: &[st(5, 7, 1), replies(550, 554)],
        examples: &[ex_by("550 #5.7.1 Delivery not authorized", "esa1.hc1234-56.iphmx.com")],
        source: GUIDE,
        ..RULE
    },
];
