//! Dovecot, Cyrus, Zimbra, Oracle Messaging Server, James, hMailServer, MDaemon, Kerio, Axigen, CommuniGate:
//! documentation of each; Dovecot: `src/lmtp`, `src/lib-lda`; Cyrus: `imap/lmtpengine.c`.

use crate::names::terms::{Cause, Permanence};
use crate::rules::rule::{RULE, Rule, ex};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "dovecot-quota",
        cause: Cause::MailboxFull,
        says: &["quota exceeded (mailbox for user is full)"],
        examples: &[ex("552 5.2.2 <x@example.com> Quota exceeded (mailbox for user is full)")],
        source: "https://doc.dovecot.org/: quota_exceeded_message",
        ..RULE
    },
    Rule {
        id: "dovecot-user-unknown",
        cause: Cause::RecipientUnknown,
        says: &["user doesn't exist: "],
        examples: &[ex("550 5.1.1 <x@example.com> User doesn't exist: x@example.com")],
        source: "Dovecot: src/lmtp/lmtp-local.c",
        ..RULE
    },
    Rule {
        id: "dovecot-internal-error",
        cause: Cause::ServerError,
        says: &[
            "internal error occurred. refer to server log",
            "temporary internal error",
            "internal user lookup failure",
            "failed to initialize user",
        ],
        steps: &["Look in the Dovecot log of {host} for the error of that date and time."],
        examples: &[
            ex("451 4.3.0 <x@example.com> Internal error occurred. Refer to server log for more information."),
            ex("451 4.3.0 <x@example.com> Temporary internal error"),
        ],
        source: "Dovecot: src/lmtp",
        ..RULE
    },
    Rule {
        id: "dovecot-concurrency",
        cause: Cause::RecipientRateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["too many concurrent deliveries for user"],
        examples: &[ex("451 4.3.0 <x@example.com> Too many concurrent deliveries for user")],
        source: "Dovecot: lmtp_user_concurrency_limit",
        ..RULE
    },
    Rule {
        id: "cyrus-mailbox-does-not-exist",
        cause: Cause::RecipientUnknown,
        says: &["mailbox unknown. either there is no mailbox associated"],
        examples: &[ex(
            "550-Mailbox unknown.  Either there is no mailbox associated with this\n550-name or you do not have authorization to see it.\n550 5.1.1 User unknown",
        )],
        source: "Cyrus IMAP: imap/lmtpengine.c",
        ..RULE
    },
    Rule {
        id: "cyrus-over-quota",
        cause: Cause::MailboxFull,
        says: &["over quota sessionid", "over quota session"],
        examples: &[ex("452 4.2.2 Over quota SESSIONID=<example-1>")],
        source: "Cyrus IMAP: imap/lmtpengine.c",
        ..RULE
    },
    Rule {
        id: "cyrus-system-io",
        cause: Cause::ServerError,
        says: &["system i/o error", "cyrus is unavailable", "mailbox has an invalid format"],
        examples: &[ex("451 4.3.0 System I/O error")],
        source: "Cyrus IMAP: imap/lmtpengine.c",
        ..RULE
    },
    Rule {
        id: "oracle-messaging-illegal-host",
        cause: Cause::DomainNotFound,
        says: &["illegal host/domain name found"],
        examples: &[ex("Illegal host/domain name found")],
        source: "Oracle Communications Messaging Server: MTA messages",
        ..RULE
    },
    Rule {
        id: "oracle-messaging-unknown-alias",
        cause: Cause::RecipientUnknown,
        says: &["unknown or illegal alias", "unknown or illegal user"],
        examples: &[ex("550 5.1.1 unknown or illegal alias: x@example.com")],
        source: "Oracle Communications Messaging Server: MTA messages",
        ..RULE
    },
    Rule {
        id: "oracle-messaging-user-disabled",
        cause: Cause::MailboxDisabled,
        says: &["user not allowed to receive mail", "disabled; cannot receive new mail"],
        examples: &[ex("550 5.2.1 user disabled; cannot receive new mail: x@example.com")],
        source: "Oracle Communications Messaging Server: MTA messages",
        ..RULE
    },
    Rule {
        id: "oracle-messaging-over-quota",
        cause: Cause::MailboxFull,
        says: &["user over quota; cannot receive new mail"],
        examples: &[ex("550 5.2.2 user over quota; cannot receive new mail: x@example.com")],
        source: "Oracle Communications Messaging Server: MTA messages",
        ..RULE
    },
    Rule {
        id: "oracle-messaging-still-undelivered",
        cause: Cause::MessageExpired,
        permanence: Some(Permanence::Temporary),
        says: &["unable to deliver message after multiple retries"],
        examples: &[ex("Unable to deliver message after multiple retries, giving up.")],
        source: "Oracle Communications Messaging Server: MTA messages",
        ..RULE
    },
    Rule {
        id: "james-no-mx",
        cause: Cause::DomainNotFound,
        says: &["there are no dns entries for the hostname", "i have determined that host * cannot be found"],
        examples: &[ex(
            "There are no DNS entries for the hostname example.com. I cannot determine where to send this message.",
        )],
        source: "Apache James: RemoteDelivery",
        ..RULE
    },
    Rule {
        id: "james-no-mail-server",
        cause: Cause::ConnectionFailed,
        permanence: Some(Permanence::Temporary),
        says: &[
            "unknown connection exception",
            "no mail server(s) available at this time",
            "i could not deliver mail through any mx",
        ],
        examples: &[ex("No mail server(s) available at this time.")],
        source: "Apache James: RemoteDelivery",
        ..RULE
    },
    Rule {
        id: "hmailserver-unknown-user",
        cause: Cause::RecipientUnknown,
        says: &["delivery is not allowed to this address"],
        not: &["from"],
        examples: &[ex("550 Delivery is not allowed to this address.")],
        source: "hMailServer: SMTPConnection.cpp",
        ..RULE
    },
    Rule {
        id: "hmailserver-account-inactive",
        cause: Cause::MailboxDisabled,
        says: &["account is not active."],
        examples: &[ex("550 Account is not active.")],
        source: "hMailServer: SMTPConnection.cpp",
        ..RULE
    },
    Rule {
        id: "mdaemon-not-accepted-for-unknown-user",
        cause: Cause::RecipientUnknown,
        says: &["sorry, x@"],
        and: &["no such", "unknown", "not known", "does not exist"],
        examples: &[ex("550 Sorry, x@example.com, no such account")],
        source: "MDaemon: SMTP server",
        ..RULE
    },
    Rule {
        id: "kerio-recipient-rejected",
        cause: Cause::RecipientUnknown,
        says: &["mailbox <x@", "user unknown, mailbox"],
        and: &["does not exist", "unknown", "not found"],
        examples: &[ex("550 5.1.1 Mailbox <x@example.com> does not exist")],
        source: "Kerio Connect: SMTP server",
        ..RULE
    },
    Rule {
        id: "communigate-account-full",
        cause: Cause::MailboxFull,
        says: &["account is full (quota exceeded)", "account is full"],
        examples: &[ex("x@example.com account is full (quota exceeded)")],
        source: "CommuniGate Pro: https://www.communigate.com/CommuniGatePro/",
        ..RULE
    },
    Rule {
        id: "communigate-unknown",
        cause: Cause::RecipientUnknown,
        says: &["unknown user account", "account <x@"],
        and: &["unknown", "does not exist"],
        examples: &[ex("550 5.1.1 x@example.com unknown user account")],
        source: "CommuniGate Pro",
        ..RULE
    },
    Rule {
        id: "dma-host-not-found",
        cause: Cause::DomainNotFound,
        says: &["dns lookup failure: host * not found"],
        summary: "The domain {domain} does not exist in the DNS, or has no address to send mail to.",
        examples: &[ex("DNS lookup failure: host example.com not found")],
        source: "DragonFly Mail Agent: dns.c",
        ..RULE
    },
    Rule {
        id: "dma-dns-lookup-failure",
        cause: Cause::DnsFailure,
        permanence: Some(Permanence::Temporary),
        says: &["dns lookup failure:"],
        examples: &[ex("DNS lookup failure: try again")],
        source: "DragonFly Mail Agent: dns.c",
        ..RULE
    },
    Rule {
        id: "dma-gave-up",
        cause: Cause::MessageExpired,
        permanence: Some(Permanence::Temporary),
        says: &["could not deliver for the last"],
        examples: &[ex("Could not deliver for the last 432000 seconds. Giving up.")],
        source: "DragonFly dma: dma.c",
        ..RULE
    },
];
