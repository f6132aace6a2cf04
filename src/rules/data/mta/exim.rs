//! Exim: <https://www.exim.org/exim-html-current/doc/html/spec_html/>, and cPanel's Exim configuration.

use crate::names::terms::{Cause, Owner, Permanence, Side};
use crate::rules::rule::{RULE, Rule, ex, ex_side};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "exim-sender-verify-callout",
        cause: Cause::SenderAddressRejected,
        says: &[
            "verification failed for",
            "sender verify failed",
            "callback setup failed while verifying",
            "could not complete sender verify",
            "unable to complete sender verify",
            "all relevant mx records * sender verify",
            "the mail server(s) for the domain may be temporarily unreachable",
        ],
        not: &[
            "hostname verification",
            "certificate verification",
            "recipient verify",
            "signature verification",
            "dkim",
        ],
        summary: "The receiving server checked the sender address {sender} with the mail server of {sender_domain} and it did not pass.",
        steps: &[
            "Check that {sender} exists, and that the mail servers of {sender_domain} take mail for it with an empty sender (MAIL FROM:<>), because that is how {host} asked.",
            "Check that the MX records of {sender_domain} lead to servers that answer from outside.",
            "Look in the log of these servers for the question and the answer that {host} got.",
        ],
        examples: &[
            ex(
                "550-Verification failed for <x@example.net>\n550-Called:   192.0.2.1\n550-Sent:     RCPT TO:<x@example.net>\n550-Response: 550 5.1.1 User unknown\n550 Sender verify failed",
            ),
            ex("451 Could not complete sender verify callout"),
            ex(
                "550-Callback setup failed while verifying <x@example.net> 550-The initial connection, or a HELO or MAIL FROM:<> command was rejected.",
            ),
        ],
        source: "Exim: src/verify.c; specification, chapter 44",
        ..RULE
    },
    Rule {
        id: "exim-mx-points-to-local-host",
        cause: Cause::RoutingLoop,
        says: &["lowest numbered mx record points to local host"],
        summary: "The MX record of {domain} leads to the server that was to send the message, which is not set up to take mail for it.",
        steps: &[
            "Add {domain} to the local or relay domains of {generator}, if that is the mail server of {domain}.",
            "Correct the MX record of {domain} otherwise.",
        ],
        examples: &[ex("lowest numbered MX record points to local host")],
        source: "Exim: src/routers/dnslookup.c",
        ..RULE
    },
    Rule {
        id: "exim-mx-points-nowhere",
        cause: Cause::DnsFailure,
        permanence: Some(Permanence::Permanent),
        says: &[
            "all relevant mx records point to non-existent hosts",
            "mx records point to non-existent hosts",
            "all mx hosts point to ip",
            "(invalidly) to ip addresses",
        ],
        summary: "The MX records of {domain} name hosts that do not exist.",
        steps: &["Correct the MX records of {domain}: each must name a host that has an address record in DNS."],
        examples: &[ex("all relevant MX records point to non-existent hosts")],
        source: "Exim: src/routers/dnslookup.c",
        ..RULE
    },
    Rule {
        id: "exim-no-smtp-service",
        cause: Cause::DomainRefusesMail,
        says: &["an mx or srv record indicated no smtp service"],
        examples: &[ex("an MX or SRV record indicated no SMTP service")],
        source: "Exim: src/routers/dnslookup.c; RFC 7505",
        ..RULE
    },
    Rule {
        id: "exim-hosts-failing-long",
        cause: Cause::ConnectionFailed,
        permanence: Some(Permanence::Temporary),
        says: &["have been failing for a long time", "retry time not reached for any host after a long failure period"],
        summary: "No mail server of {domain} could be reached for a long time, so the sending server gave up at once.",
        steps: &[
            "Check that the mail servers of {domain} run and can be reached from outside on port 25.",
            "Send again once they do; the sending server (Exim) forgets the failure with its next successful connection.",
        ],
        examples: &[
            ex("all hosts for 'example.com' have been failing for a long time (and retry time not reached)"),
            ex("retry time not reached for any host after a long failure period"),
        ],
        source: "Exim: src/retry.c, src/transports/smtp.c",
        ..RULE
    },
    Rule {
        id: "exim-tls-required-not-offered",
        cause: Cause::TlsFailure,
        says: &[
            "a tls session is required",
            "a tls session could not",
            "the server did not offer tls support",
            "an encrypted session is required",
        ],
        examples: &[ex(
            "a TLS session is required for mx.example.com [192.0.2.25], but the server did not offer TLS support",
        )],
        source: "Exim: src/transports/smtp.c",
        ..RULE
    },
    Rule {
        id: "exim-mailbox-quota",
        cause: Cause::MailboxFull,
        says: &["mta-imposed quota exceeded", "mailbox is full (mta-imposed"],
        examples: &[ex("mailbox is full (MTA-imposed quota exceeded while writing to file /var/mail/x)")],
        source: "Exim: src/transports/appendfile.c",
        ..RULE
    },
    Rule {
        id: "exim-pipe-command-failed",
        not: &["exceed", "quota", "over limit"],
        cause: Cause::DeliveryProgramFailed,
        says: &[
            "child process of * transport",
            "local delivery failed",
            "could mean unable to exec or command does not exist",
        ],
        examples: &[
            ex(
                "Child process of address_pipe transport returned 127 (could mean unable to exec or command does not exist) from command: /usr/bin/x",
            ),
            ex("local delivery failed"),
        ],
        source: "Exim: src/transports/pipe.c",
        ..RULE
    },
    Rule {
        id: "exim-authentication-for-local-sender",
        cause: Cause::SmtpAuthRequired,
        says: &["sender claims to have a local address, but is not authenticated"],
        examples: &[ex(
            "550 Sender claims to have a local address, but is not authenticated nor relayed (try using SMTP-AUTH!)",
        )],
        source: "Exim: common ACL configuration",
        ..RULE
    },
    Rule {
        id: "exim-warning-without-reason",
        cause: Cause::Unknown,
        owner: Some(Owner::Unknown),
        permanence: Some(Permanence::Temporary),
        says: &["a message that you sent has not yet been delivered to one or more of its recipients"],
        not: &["delay reason", "reason:"],
        summary: "The message still waits on {generator}; its notice does not say why.",
        steps: &[
            "Wait: {generator} goes on trying, and sends another notice if it gives up.",
            "Ask the administrators of {generator} what its log says of {address} if the message is urgent.",
        ],
        examples: &[ex(
            "This message was created automatically by mail delivery software. A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue on mail.example.org. No action is required on your part.",
        )],
        source: "Exim: src/deliver.c, warn_message_file default text",
        ..RULE
    },
    Rule {
        id: "exim-unrouteable-at-own-server",
        cause: Cause::DomainNotFound,
        side: Some(Side::Sender),
        says: &["unrouteable address", "unroutable address", "unrouteable mail domain", "unroutable mail domain"],
        like: Some(r"^unroute?able "),
        not: &["sender verify", "verification failed for", "sender address"],
        summary: "The sender's own mail server finds no way to {domain}: the domain does not exist, or has no mail server.",
        examples: &[ex_side("Unrouteable address", "mail.example.org", Side::Sender)],
        source: "Exim specification, chapter 3.10: routing ends without a router that accepts",
        ..RULE
    },
    Rule {
        id: "exim-local-mail-only",
        cause: Cause::RelayDenied,
        owner: Some(Owner::SenderAdmin),
        says: &["mailing to remote domains not supported"],
        summary: "The sender's own mail server is set up for local mail only and sends nothing to other domains.",
        steps: &[
            "Run `dpkg-reconfigure exim4-config` on that server and choose “internet site” or “mail sent by smarthost”.",
            "Send through the outgoing server of your provider if that server must stay local.",
        ],
        examples: &[ex("Mailing to remote domains not supported")],
        source: "Debian exim4-config: router hubbed_hosts / nonlocal",
        ..RULE
    },
];
