//! Postfix: <http://www.postfix.org/>, source `src/smtpd`, `src/smtp`, `src/local`, `src/global`.

use crate::names::code::any;
use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "postfix-recipient-table",
        cause: Cause::RecipientUnknown,
        says: &[
            "user unknown in local recipient table",
            "user unknown in virtual alias table",
            "user unknown in virtual mailbox table",
            "user unknown in relay recipient table",
            "unknown in relay recipient table",
            "recipient address rejected: undeliverable address: unknown user",
            "recipient address rejected: undeliverable address: user unknown",
        ],
        not: &["sender address rejected"],
        examples: &[
            ex("550 5.1.1 <x@example.com>: Recipient address rejected: User unknown in local recipient table"),
            ex("450 4.1.1 <x@example.com>: Recipient address rejected: User unknown in virtual alias table"),
        ],
        source: "Postfix: src/smtpd/smtpd_check.c",
        ..RULE
    },
    Rule {
        id: "postfix-recipient-access-denied-unknown",
        cause: Cause::RecipientUnknown,
        codes: &[any(1, 1), any(4, 1)],
        says: &[
            "recipient address rejected: access denied",
            "recipient address rejected : access denied",
            "recipient addresses rejected : access denied",
            "recipient addresses rejected: access denied",
        ],
        examples: &[ex("550 5.1.1 <x@example.com>: Recipient address rejected: Access denied")],
        source: "http://www.postfix.org/access.5.html; Exchange Online: 5.4.1",
        ..RULE
    },
    Rule {
        id: "postfix-recipient-access-denied",
        cause: Cause::PolicyRejection,
        says: &["recipient address rejected: access denied"],
        summary: "The receiving server is set to take no mail for {address} from this sender or from outside.",
        steps: &[
            "Look for {address} or {domain} in the recipient access table of {host} (Postfix: check_recipient_access) and correct the entry if mail should be taken.",
        ],
        examples: &[ex("554 5.7.1 <x@example.com>: Recipient address rejected: Access denied")],
        source: "http://www.postfix.org/access.5.html",
        ..RULE
    },
    Rule {
        id: "postfix-loops-back",
        cause: Cause::RoutingLoop,
        says: &["loops back to myself"],
        summary: "The MX record of {domain} leads back to the server that was to send the message, which does not know that it should take mail for it.",
        steps: &[
            "Add {domain} to the domains that {generator} takes mail for (Postfix: mydestination, virtual_mailbox_domains or relay_domains), if that is the mail server of {domain}.",
            "Correct the MX record of {domain} otherwise, which points to this server by mistake.",
        ],
        examples: &[ex("5.4.6 mail for example.com loops back to myself")],
        source: "Postfix: src/smtp/smtp_addr.c",
        ..RULE
    },
    Rule {
        id: "postfix-forwarding-loop",
        cause: Cause::RoutingLoop,
        says: &["mail forwarding loop for"],
        summary: "The message came back to {address}, which had already been delivered to once: its forwarding runs in a circle.",
        steps: &[
            "Find the alias, forward file or filter that sends mail for {address} out again, and the one that sends it back; remove one of them.",
        ],
        examples: &[ex("5.4.6 mail forwarding loop for x@example.com")],
        source: "Postfix: src/local/unknown.c, src/pipe/pipe.c",
        ..RULE
    },
    Rule {
        id: "postfix-postscreen-pregreet",
        cause: Cause::ProtocolError,
        says: &["protocol error; from", "error: command not accepted; pregreet", "pregreet"],
        examples: &[ex("521 5.5.1 Protocol error; from [192.0.2.7]:25 pregreet")],
        source: "http://www.postfix.org/POSTSCREEN_README.html",
        ..RULE
    },
    Rule {
        id: "postfix-all-ports-busy",
        cause: Cause::ServerError,
        permanence: Some(Permanence::Temporary),
        says: &["all server ports are busy"],
        summary: "All connections that the receiving server allows are in use.",
        examples: &[ex("421 4.3.2 All server ports are busy")],
        source: "http://www.postfix.org/STRESS_README.html",
        ..RULE
    },
    Rule {
        id: "postfix-milter-tempfail",
        cause: Cause::ServerError,
        says: &["service unavailable - try again later"],
        summary: "A filter (milter) of the receiving server did not work or asked to try later.",
        steps: &["Check the log of {host} for the milter that failed, and bring it back."],
        examples: &[ex("451 4.7.1 Service unavailable - try again later")],
        source: "http://www.postfix.org/MILTER_README.html",
        ..RULE
    },
    Rule {
        id: "postfix-tls-not-offered",
        cause: Cause::TlsFailure,
        says: &[
            "tls is required, but was not offered by host",
            "tls is required, but host",
            "starttls was not offered by host",
        ],
        summary: "The sending server is set to deliver to {domain} only over TLS, and {host} does not offer it.",
        steps: &[
            "Turn on STARTTLS with a valid certificate on {host}.",
            "Lower the TLS level for that domain on the sending server (Postfix: smtp_tls_policy_maps), if {domain} cannot do that.",
        ],
        examples: &[ex("4.7.4 TLS is required, but was not offered by host mx.example.com[192.0.2.25]")],
        source: "http://www.postfix.org/TLS_README.html",
        ..RULE
    },
    Rule {
        id: "postfix-sasl-to-relayhost-failed",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "sasl authentication failed; server",
            "sasl authentication failed; cannot",
            "sasl authentication failed: server",
        ],
        summary: "The sending server could not log in to the server {host} that it must send through.",
        steps: &[
            "Check the user name and password for {host} on the sending server (Postfix: smtp_sasl_password_maps, then run postmap) and whether the account still may send.",
        ],
        examples: &[ex("SASL authentication failed; server smtp.example.net[192.0.2.25] said: 535 5.7.8 Error")],
        source: "http://www.postfix.org/SASL_README.html",
        ..RULE
    },
    Rule {
        id: "postfix-nullmx",
        cause: Cause::DomainRefusesMail,
        says: &["does not accept mail (nullmx)"],
        not: &["sender address rejected"],
        examples: &[ex("5.1.0 Domain example.com does not accept mail (nullMX)")],
        source: "Postfix: src/smtp/smtp_addr.c; RFC 7505",
        ..RULE
    },
    Rule {
        id: "postfix-sender-nullmx",
        cause: Cause::SenderAddressRejected,
        says: &["sender address rejected: domain * does not accept mail"],
        summary: "The domain of the sender address, {sender_domain}, states in DNS that it takes no mail (null MX), so it may not send either.",
        steps: &[
            "Send from a domain that can take replies, or remove the null MX record of {sender_domain} if it was set by mistake.",
        ],
        examples: &[ex(
            "550 5.7.27 <x@example.net>: Sender address rejected: Domain example.net does not accept mail (nullMX)",
        )],
        source: "Postfix: src/smtpd/smtpd_check.c; RFC 7505 section 4.2",
        ..RULE
    },
    Rule {
        id: "postfix-mailbox-size-limit",
        cause: Cause::MailboxFull,
        says: &[
            "cannot update mailbox * file too large",
            "mailbox * error writing message: file too large",
            "error writing message: disk quota exceeded",
            "create maildir file * disk quota exceeded",
            "error writing message: file too large",
        ],
        summary: "The mailbox file of {address} has reached the size that the server allows.",
        examples: &[
            ex("5.2.2 cannot update mailbox /var/mail/x for user x. error writing message: File too large"),
            ex("maildir delivery failed: error writing message: Disk quota exceeded"),
        ],
        source: "Postfix: src/local/mailbox.c; http://www.postfix.org/postconf.5.html#mailbox_size_limit",
        ..RULE
    },
    Rule {
        id: "postfix-message-exceeds-remote-size",
        cause: Cause::MessageTooLarge,
        says: &["exceeds size limit * of server"],
        summary: "The message is larger than {host} announces to take.",
        examples: &[ex("5.3.4 message size 30000000 exceeds size limit 20971520 of server mx.example.com[192.0.2.25]")],
        source: "Postfix: src/smtp/smtp_proto.c",
        ..RULE
    },
    Rule {
        id: "postfix-all-protocols-disabled",
        cause: Cause::ServerError,
        owner: Some(Owner::SenderAdmin),
        says: &["all network protocols are disabled", "mail transport unavailable", "unknown mail transport error"],
        summary: "The sending server could not use its own delivery service because of its configuration.",
        steps: &[
            "Look in the mail log of {generator} for warnings of its master process, and correct master.cf, main.cf or the transport table.",
        ],
        examples: &[ex("4.3.0 mail transport unavailable"), ex("5.3.0 unknown mail transport error")],
        source: "Postfix: src/qmgr/qmgr_deliver.c",
        ..RULE
    },
    Rule {
        id: "postfix-no-such-user-local",
        cause: Cause::RecipientUnknown,
        says: &["unknown user: \""],
        examples: &[ex("5.1.1 unknown user: \"x\"")],
        source: "Postfix: src/local/unknown.c",
        ..RULE
    },
    Rule {
        id: "postfix-no-valid-recipients",
        cause: Cause::ProtocolError,
        codes: &[any(5, 1)],
        says: &["no valid recipients"],
        summary: "The sending server began the message although the receiving one had taken none of its recipients.",
        steps: &[
            "Look in the log of the sending server for the answers to RCPT TO in the same connection; they hold the reason.",
        ],
        examples: &[ex("554 5.5.1 Error: no valid recipients")],
        source: "postfix: src/smtpd/smtpd.c",
        ..RULE
    },
];
