//! Gmail, third part: SPF, DKIM, DMARC, TLS and reverse DNS.
//! Reference: <https://support.google.com/a/answer/3726730>; see `gmail.rs` for how Google writes.

use crate::names::code::any;
use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const REFERENCE: &str = "https://support.google.com/a/answer/3726730";
const GUIDELINES: &str = "https://support.google.com/mail/answer/81126";
/// The host, or a link or the mark at the end of Google's own words; not gmail.com, which others name as well.
const GOOGLE: &[&str] = &["google.com", "googlemail.com", "gsmtp"];

pub(super) const RULES: &[Rule] = &[
    // Authentication.
    Rule {
        id: "gmail-dmarc-dns",
        cause: Cause::DmarcFailure,
        permanence: Some(Permanence::Temporary),
        says: &["temporary dns failures prevent * authentication", "temporary dns failures prevent"],
        summary: "Gmail could not look up the DNS records of the sender domain {sender_domain}, so DMARC could not pass.",
        steps: &[
            "Check that all name servers of {sender_domain} answer queries for its TXT records from outside.",
            "Let the server retry once they answer.",
        ],
        examples: &[ex(
            "451-4.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy, but temporary DNS failures prevent authentication. 451 4.7.26 x - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-dmarc-reject",
        cause: Cause::DmarcFailure,
        says: &[
            "unauthenticated email from * is not accepted * dmarc",
            "not accepted due to * domain's * dmarc policy",
            "p=dmarcreject",
            "unauthenticated email from * is not accepted due to",
        ],
        summary: "{sender_domain} tells receivers to reject mail that fails DMARC, and this message failed it at Gmail.",
        steps: &[
            "Find out through which server or service the message left: a form, a printer, a newsletter service or a forwarder is the usual culprit.",
            "Add that server to the SPF record of {sender_domain}, or have it sign with a DKIM key of {sender_domain}; one of the two must pass.",
            "Use a From address of the domain that the server does send for, if it cannot be set up.",
        ],
        links: &["https://support.google.com/mail/answer/2451690", "https://support.google.com/a/answer/2466580"],
        examples: &[
            ex(
                "550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's 550-5.7.26 DMARC policy. Please contact the administrator of example.com domain if 550-5.7.26 this was a legitimate mail. To learn about the DMARC initiative, go to 550 5.7.26  https://support.google.com/mail/?p=DmarcRejection u1 - gsmtp",
            ),
            ex_by(
                "550-5.7.1 Unauthenticated email from example.com is not accepted due to domain's 550-5.7.1 DMARC policy. Please contact administrator of example.com domain if this 550 5.7.1 was a legitimate mail. e7 - gsmtp",
                "mx9.google.com",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-spf-hard-fail",
        cause: Cause::SpfFailure,
        says: &[
            "has an spf record with a * hard fail",
            "has an spf record * fails to pass spf",
            "fails to pass * spf checks with the ip",
        ],
        summary: "The SPF record of {sender_domain} forbids the sending IP address to send for it, so Gmail refused the message.",
        steps: &[
            "Add the sending server ({ip}) to the SPF record of {sender_domain}, or send through a server that it already lists.",
            "Make a forwarding server rewrite the envelope sender (SRS) if it passed the message on from somewhere else.",
            "Sign the mail with DKIM as well, which survives forwarding.",
        ],
        links: &["https://support.google.com/a/answer/33786", "https://toolbox.googleapps.com/apps/checkmx/"],
        examples: &[ex(
            "550-5.7.26 The MAIL FROM domain [example.com] has an SPF record with a hard fail 550-5.7.26 policy (-all) but it fails to pass SPF checks with the ip: 550-5.7.26 [192.0.2.9]. To best protect our users from spam and phishing, the 550-5.7.26 message has been blocked. 550 5.7.26 y5 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-spf-suspicious",
        cause: Cause::SpfFailure,
        says: &["spf record of the sending domain has * suspicious", "spf record of the * suspicious entries"],
        summary: "Gmail finds suspicious entries in the SPF record of {sender_domain}.",
        steps: &[
            "Read the SPF record of {sender_domain} and remove entries that allow very large networks, such as +all or wide ip4 ranges.",
            "List only the servers and services that really send for the domain.",
        ],
        links: &[GUIDELINES],
        examples: &[
            ex(
                "550-5.7.24 The SPF record of the sending domain has one or more suspicious 550-5.7.24 entries. For more information, go to Email sender guidelines. 550 5.7.24 r1 - gsmtp",
            ),
            ex(
                "421-4.7.24 [192.0.2.9] The SPF record of the sending domain has one or more 421-4.7.24 suspicious entries. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. 421 4.7.24 r1 - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-unauthenticated",
        and: &["gsmtp", "google", "gmail", "goo.gl"],
        cause: Cause::UnauthenticatedMail,
        says: &[
            "because the sender is unauthenticated * gmail",
            "sender is unauthenticated * gmail",
            "because it is unauthenticated",
            "requires all senders to authenticate * gsmtp",
            "gmail requires all senders to",
            "authenticate with either spf or dkim * gsmtp",
            "p=unauthenticated",
        ],
        summary: "Gmail takes mail only when SPF or DKIM passes, and for this message neither did.",
        steps: &[
            "Publish an SPF record for {sender_domain} that lists the sending server ({ip}).",
            "Set up DKIM signing for {sender_domain} on that server.",
            "Make a forwarding server keep the message unchanged and rewrite the envelope sender (SRS) if the message was forwarded.",
            "Send a test message and look at the Authentication-Results header in the received copy.",
        ],
        links: &["https://support.google.com/mail/answer/81126#authentication"],
        examples: &[
            ex(
                "550-5.7.26 Your email has been blocked because the sender is unauthenticated. 550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM. 550-5.7.26  Authentication results: 550-5.7.26  DKIM = did not pass 550-5.7.26  SPF [example.com] with ip: [192.0.2.9] = did not pass 550 5.7.26 c1 - gsmtp",
            ),
            ex(
                "421-4.7.26 Your email has been rate limited because it is unauthenticated. Gmail 421-4.7.26 requires all senders to authenticate with either SPF or DKIM. 421 4.7.26 c1 - gsmtp",
            ),
            ex(
                "550-5.7.26 This mail is unauthenticated, which poses a security risk to the 550-5.7.26 sender and Gmail users, and has been blocked. The sender must 550-5.7.26 authenticate with at least one of SPF or DKIM. For this message, DKIM checks did not pass. 550-5.7.26 Gmail requires all senders to authenticate 550 5.7.26 p2 - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-unauthenticated-risk",
        cause: Cause::UnauthenticatedMail,
        says: &[
            "mail is unauthenticated, which poses",
            "must authenticate with at least one of spf or dkim",
            "does not pass authentication checks (spf and dkim",
            "does not have authentication information or fails",
            "does not have authentication information or * fails",
            "mail is unauthenticated * security risk",
        ],
        summary: "Gmail takes mail only when SPF or DKIM passes, and for this message neither did.",
        steps: &[
            "Publish an SPF record for {sender_domain} that lists the sending server ({ip}), and set up DKIM signing there.",
            "Make a forwarding server keep the message unchanged and rewrite the envelope sender (SRS) if the message was forwarded.",
        ],
        links: &["https://support.google.com/mail/answer/81126#authentication"],
        examples: &[ex(
            "550-5.7.26 This mail is unauthenticated, which poses a security risk to the sender and Gmail users, and has been blocked. 550-5.7.26 The sender must authenticate with at least one of SPF or DKIM. 550 5.7.26 h1 - gsmtp",
        )],
        source: "https://support.google.com/mail/answer/81126",
        ..RULE
    },
    Rule {
        id: "gmail-ipv6",
        cause: Cause::ReverseDnsMissing,
        says: &["p=ipv6autherror", "meet ipv6 sending guidelines", "ipv6 sending guidelines regarding"],
        summary: "Gmail refuses IPv6 senders without matching reverse DNS and without SPF or DKIM.",
        steps: &[
            "Set a PTR record for the sending IPv6 address ({ip}) whose name resolves back to that address.",
            "Publish SPF for {sender_domain} that includes the IPv6 address, and sign with DKIM.",
            "Send over IPv4 meanwhile if the network cannot provide a PTR record for IPv6.",
        ],
        links: &["https://support.google.com/mail/?p=IPv6AuthError"],
        examples: &[ex(
            "550-5.7.1 [2001:db8::25] Our system has detected that this message does 550-5.7.1 not meet IPv6 sending guidelines regarding PTR records and 550-5.7.1 authentication. Please review 550 5.7.1  https://support.google.com/mail/?p=IPv6AuthError for more information. k1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-no-ptr",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "sending this message does not have a * ptr",
            "sending ip address * have a * ptr record",
            "doesn't have a * ptr record",
            "ips with missing ptr records",
            "gmail requires that sending ip addresses",
        ],
        by: GOOGLE,
        summary: "The sending server ({ip}) has no PTR record in the DNS, or the name in it does not lead back to the address.",
        steps: &[
            "Set the reverse DNS (PTR) record of {ip} to the host name of the mail server, or ask the provider of the address to do it.",
            "Add an A or AAAA record for that host name that points back to {ip}.",
            "Check both directions (`dig -x {ip}`, then `dig` for the name) before sending again.",
        ],
        links: &["https://support.google.com/mail/answer/81126#ip"],
        examples: &[
            ex(
                "550-5.7.25 [192.0.2.9] The IP address sending this message does not have a 550-5.7.25 PTR record setup, or the corresponding forward DNS entry does not 550-5.7.25 match the sending IP. As a policy, Gmail does not accept messages from 550 5.7.25 IPs with missing PTR records. h4 - gsmtp",
            ),
            ex(
                "451-4.7.23 [192.0.2.9] The sending IP address for this message doesn't have a PTR record, or the PTR record's forward DNS entry doesn't match the sending IP address. 451 4.7.23 https://support.google.com/mail/answer/81126 h4 - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-bulk-spf",
        cause: Cause::SpfFailure,
        says: &[
            "didn't pass spf authentication",
            "because spf authentication didn't",
            "authenticate their email with spf",
        ],
        codes: &[any(7, 27), any(7, 26), any(7, 1), any(7, 0)],
        summary: "Gmail requires of bulk senders that SPF passes, and for this message it did not.",
        steps: &[
            "Add the sending server ({ip}) to the SPF record of {sender_domain}.",
            "Keep the record within ten DNS look-ups, otherwise receivers stop evaluating it.",
        ],
        links: &["https://support.google.com/a/answer/33786", GUIDELINES],
        examples: &[ex(
            "550-5.7.27 Your email has been blocked because SPF authentication didn't pass 550-5.7.27 for this message. Gmail requires all bulk email senders to authenticate 550-5.7.27 their email with SPF. 550 5.7.27 v1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-bulk-dkim",
        cause: Cause::DkimFailure,
        says: &[
            "didn't pass dkim authentication",
            "because dkim * authentication didn't",
            "authenticate their email with dkim",
        ],
        codes: &[any(7, 30), any(7, 26), any(7, 1), any(7, 0)],
        summary: "Gmail requires of bulk senders that DKIM passes, and for this message it did not.",
        steps: &[
            "Set up DKIM signing for {sender_domain} with a key of at least 1024 bits, better 2048.",
            "Check that the public key in DNS belongs to the selector named in the signature.",
            "Look for a filter or list that changes the message after it was signed.",
        ],
        links: &["https://support.google.com/a/answer/174124", GUIDELINES],
        examples: &[ex(
            "550-5.7.30 Your email has been blocked because DKIM authentication didn't pass 550-5.7.30 for this message. Gmail requires all bulk email senders to authenticate 550-5.7.30 their email with DKIM. 550 5.7.30 v1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-bulk-tls",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "sent over a tls * connection",
            "using a tls * connection",
            "bulk email senders to use tls",
            "gmail requires all bulk email senders to * tls",
        ],
        by: GOOGLE,
        summary: "Gmail requires of bulk senders that they connect with TLS, and this message came without it.",
        steps: &[
            "Switch on opportunistic TLS for outgoing SMTP on the sending server (in Postfix smtp_tls_security_level = may).",
            "Check that no firewall removes STARTTLS from the conversation.",
        ],
        links: &["https://support.google.com/a/answer/2520500", GUIDELINES],
        examples: &[ex(
            "550-5.7.29 Your email has been blocked because it wasn't sent over a TLS connection. 550-5.7.29 Gmail requires all bulk email senders to use TLS/SSL for SMTP connections. 550 5.7.29 https://support.google.com/mail/answer/81126 v1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-bulk-dmarc-record",
        and: &["gsmtp", "google", "gmail", "goo.gl"],
        cause: Cause::DmarcFailure,
        says: &[
            "doesn't have a dmarc record",
            "have a dmarc record, or the",
            "dmarc record doesn't specify a",
            "senders to add a dmarc",
        ],
        summary: "Gmail requires of bulk senders a DMARC record, and {sender_domain} has none or an incomplete one.",
        steps: &[
            "Publish a TXT record at _dmarc.{sender_domain} that begins with v=DMARC1 and names a policy; p=none is enough.",
            "Check that SPF or DKIM passes with the domain of the From header.",
        ],
        links: &["https://support.google.com/a/answer/2466563", GUIDELINES],
        examples: &[ex(
            "550-5.7.40 Your email has been blocked because the sending domain doesn't have a 550-5.7.40 DMARC record, or the DMARC record doesn't specify a DMARC policy. Gmail requires all bulk email senders to add a DMARC record to their sending domain. 550 5.7.40 v1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-from-not-aligned",
        cause: Cause::DmarcFailure,
        says: &[
            "isn't aligned with either",
            "from: header * isn't aligned",
            "not aligned with either the * authenticated",
        ],
        summary: "SPF and DKIM passed for other domains than the one in the From header.",
        steps: &[
            "Sign with DKIM for {sender_domain}, the domain that the From header shows, instead of the sending service's own domain.",
            "Set a custom return path (bounce domain) below {sender_domain} in the sending service so that SPF aligns as well.",
        ],
        links: &["https://support.google.com/a/answer/2466580", GUIDELINES],
        examples: &[ex(
            "421-4.7.32 Your email has been rate limited because the From: header (RFC5322) in 421-4.7.32 this message isn't aligned with either the authenticated SPF or DKIM organizational domain. 421 4.7.32 v1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
];
