//! Exchange Online as a sender: it found no server, could not connect, or did not like the TLS of the other
//! side (codes x.4.3xx, x.4.8, x.7.5, x.7.32x).
//!
//! Pages: <https://learn.microsoft.com/en-us/exchange/monitoring/mail-flow-insights/mfi-queue-alerts-and-queues>,
//! <https://learn.microsoft.com/en-us/purview/how-smtp-dane-works>.

use super::NDR;
use crate::names::code::{any, st};
use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

const DANE: &str = "https://learn.microsoft.com/en-us/purview/how-smtp-dane-works";
const STS: &str = "https://learn.microsoft.com/en-us/purview/enhancing-mail-flow-with-mta-sts";
const QUEUES: &str =
    "https://learn.microsoft.com/en-us/exchange/monitoring/mail-flow-insights/mfi-queue-alerts-and-queues";

pub(super) const RULES: &[Rule] = &[
    // TLS.
    Rule {
        id: "exchange-online-mta-sts-mx",
        cause: Cause::TlsFailure,
        says: &["failed mta-sts validation"],
        and: &["mx hosts of", "mx host "],
        summary: "The MTA-STS policy of {domain} does not list the mail host that its MX record names.",
        steps: &[
            "Compare the MX records of {domain} with the lines mx: of its policy at https://mta-sts.{domain}/.well-known/mta-sts.txt.",
            "Add the missing host to the policy, or correct the MX record, and change the id in the record _mta-sts.",
        ],
        links: &[STS],
        examples: &[
            ex("450 4.4.8 MX hosts of example.com failed MTA-STS validation"),
            ex("550 5.4.8 MX hosts of example.com failed MTA-STS validation"),
        ],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-mta-sts-certificate",
        cause: Cause::TlsFailure,
        says: &["remote certificate failed mta-sts validation", "failed mta-sts validation"],
        summary: "The certificate of the mail host of {domain} does not satisfy the domain's own MTA-STS policy.",
        steps: &[
            "Install a certificate of a public authority whose names include the MX host of {domain}, with all intermediate certificates.",
            "Check the result with an MTA-STS checker.",
        ],
        links: &[STS],
        examples: &[
            ex("450 4.7.5 Remote certificate failed MTA-STS validation. Reason: ChainValidationFailed"),
            ex("550 5.7.5 Remote certificate failed MTA-STS validation. Reason: NameMismatch"),
        ],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-dane-starttls",
        cause: Cause::TlsFailure,
        says: &["starttls-not-supported", "destination mail server must support tls to receive mail"],
        summary: "{domain} publishes DANE records, but its mail host offers no working STARTTLS.",
        steps: &[
            "Turn STARTTLS on at the MX host of {domain}, and look for a firewall that removes it.",
            "Remove the TLSA records if the host shall not use TLS.",
        ],
        links: &[DANE],
        examples: &[
            ex("450 4.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail."),
            ex("550 5.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail."),
        ],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-dane-certificate-expired",
        cause: Cause::TlsFailure,
        says: &["certificate-expired", "destination mail server's certificate is expired"],
        summary: "The certificate of the mail host of {domain} has expired.",
        steps: &["Renew the certificate of the MX host of {domain}, and update its TLSA record."],
        links: &[DANE],
        examples: &[ex("550 5.7.322 certificate-expired: Destination mail server's certificate is expired.")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-dane-tlsa",
        cause: Cause::TlsFailure,
        says: &["tlsa-invalid", "the domain failed dane validation", "failed dane validation"],
        summary: "The certificate of the mail host of {domain} does not match the TLSA record in DNS.",
        steps: &[
            "Publish the TLSA record of the certificate in use at each MX host of {domain}, and check that the certificate is already valid.",
            "Publish the new TLSA record before each change of the certificate.",
        ],
        links: &[DANE],
        examples: &[ex("450 4.7.323 tlsa-invalid: The domain failed DANE validation.")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-dnssec-invalid",
        cause: Cause::TlsFailure,
        says: &["dnssec-invalid", "destination domain returned invalid dnssec records"],
        summary: "The DNSSEC signatures of {domain} are broken, so Exchange Online does not trust its records.",
        steps: &[
            "Repair DNSSEC of {domain}: DS record at the registrar, keys and signatures of the zone must fit together.",
        ],
        links: &["https://dnsviz.net/d/{domain}/dnssec/", DANE],
        examples: &[ex("550 5.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records")],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-dane-host-mismatch",
        cause: Cause::TlsFailure,
        says: &["certificate-host-mismatch", "remote certificate must have a common name or subject alternative name"],
        summary: "The certificate of the mail host of {domain} is made out to another name.",
        steps: &["Install a certificate whose names include the MX host of {domain}."],
        links: &[DANE],
        examples: &[
            ex(
                "450 4.7.325 certificate-host-mismatch: Remote certificate MUST have a common name or subject alternative name that matches the hostname (DANE)",
            ),
            ex(
                "550 5.7.325 certificate-host-mismatch: Remote certificate MUST have a common name or subject alternative name matching the hostname (DANE)",
            ),
        ],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-dane-code",
        cause: Cause::TlsFailure,
        codes: &[any(7, 320), any(7, 321), any(7, 322), any(7, 323), any(7, 324), any(7, 325), any(7, 326)],
        summary: "Exchange Online could not set up the TLS connection that {domain} demands.",
        steps: &["Check STARTTLS, the certificate, the TLSA records and DNSSEC of the MX hosts of {domain}."],
        links: &[DANE],
        examples: &[ex("450 4.7.320 Certificate validation failed [Message=UntrustedRoot]")],
        source: QUEUES,
        ..RULE
    },
    Rule {
        id: "exchange-online-untrusted-root",
        cause: Cause::TlsFailure,
        says: &[
            "untrustedroot",
            "cannot connect to remote server [message=chainvalidationfailed",
            "cannot connect to remote server [message=451 4.7.5",
            "cannot connect to remote server [message=certificate",
        ],
        summary: "The mail host of {domain} does not send its complete certificate chain, or uses one that nobody trusts.",
        steps: &[
            "Let the mail host send its certificate with all intermediate certificates up to a public root.",
            "Check the certificate that the connector expects, in a hybrid organization.",
        ],
        links: &[fix!("fix-error-code-450-4-4-317-untrusted-root")],
        examples: &[ex(
            "450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot] [LastAttemptedServerName=mx.example.com] [LastAttemptedIP=192.0.2.25:25]",
        )],
        source: "Microsoft: NDR 450 4.4.317",
        ..RULE
    },
    Rule {
        id: "exchange-tls-channel-refused",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        says: &["failed to establish appropriate tls channel"],
        summary: "Exchange Online expects this server to present a certificate that its inbound connector knows, and it did not.",
        steps: &[
            "Compare the certificate that the sending server presents with the name in the inbound connector of Microsoft 365.",
            "Renew or assign the certificate on premises, or correct the connector.",
        ],
        links: &[fix!("fix-error-code-5-7-64-in-exchange-online")],
        examples: &[ex("454 4.7.0 Failed to establish appropriate TLS channel: Access Denied")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-online-old-tls",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        says: &["tls 1.0 and 1.1 are not supported"],
        summary: "The sending program or server offers only TLS 1.0 or 1.1, which Microsoft no longer takes.",
        steps: &["Update the sending program, device or server so that it uses TLS 1.2 or later."],
        links: &["https://aka.ms/smtp_auth_tls"],
        examples: &[ex(
            "421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls.",
        )],
        source: "Microsoft: TLS 1.2 for SMTP AUTH",
        ..RULE
    },
    Rule {
        id: "exchange-starttls-required",
        cause: Cause::TlsFailure,
        owner: Some(Owner::RecipientAdmin),
        codes: &[any(7, 3)],
        says: &["starttls is required to send mail", "require starttls to"],
        summary: "The send connector of Exchange demands TLS, and the server of {domain} does not offer it.",
        steps: &[
            "Turn STARTTLS on at the server of {domain}.",
            "Let the sender's administrator take RequireTLS out of the send connector, if TLS is not needed there.",
        ],
        examples: &[ex("451 5.7.3 STARTTLS is required to send mail")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-certificate-failure",
        cause: Cause::TlsFailure,
        says: &[
            "certificate validation failure",
            "cannot accept tls as maximum tls rate exceeded",
            "unable to initialize security subsystem",
            "cannot load internal transport certificate",
            "tlsauthlevel",
        ],
        summary: "TLS with the mail server failed, because its certificate did not pass the check.",
        steps: &["Check on {host} that a valid certificate is assigned to SMTP and that its names fit."],
        examples: &[
            ex("454 4.7.5 Certificate validation failure"),
            ex("554 5.7.3 Unable to initialize security subsystem"),
        ],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    // DNS.
    Rule {
        id: "exchange-online-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "infodomainnonexistent",
            "infonorecords",
            "errordomainnonexistent",
            "dns domain * does not exist",
            "domainnotfound",
        ],
        summary: "Exchange Online found no mail server for {domain} in DNS: the domain does not exist or has neither MX nor address record.",
        steps: &[
            "Check the spelling of {domain} and send the message to the right address.",
            "Tell the recipient by another way that the DNS records of {domain} are missing or have expired, if the domain is right.",
        ],
        links: &["https://mxtoolbox.com/SuperTool.aspx?action=mx:{domain}"],
        examples: &[
            ex(
                "550 5.4.310 DNS domain example.invalid does not exist [Message=InfoDomainNonexistent] [LastAttemptedServerName=example.invalid] [AA1.eop-APC01.prod.protection.outlook.com 2023-01-01T00:00:00.000Z 08DB000000000000]",
            ),
            ex("550 5.4.312 Message expired, DNS query failed(InfoNoRecords)"),
        ],
        source: QUEUES,
        ..RULE
    },
    Rule {
        id: "exchange-online-dns-query-failed",
        cause: Cause::DnsFailure,
        says: &["dns query failed"],
        summary: "The DNS servers of {domain} did not answer Exchange, or answered with an error.",
        steps: &[
            "Check the name servers of {domain}: all of them must answer queries for MX, A and AAAA, and DNSSEC must be sound.",
            "Check that no firewall drops queries that come from other countries or over TCP.",
        ],
        links: &["https://dnsviz.net/d/{domain}/dnssec/", QUEUES],
        examples: &[
            ex("550 5.4.312 Message expired, DNS query failed(ServerFailure)"),
            ex("450 4.4.312 DNS query failed [Message=ErrorRetry] [LastAttemptedServerName=example.com]"),
            ex("451 4.4.0 DNS query failed"),
        ],
        source: QUEUES,
        ..RULE
    },
    // Connection.
    Rule {
        id: "exchange-online-connection-refused",
        cause: Cause::ConnectionFailed,
        says: &[
            "socket error code 10061",
            "connection refused [message",
            "message expired, connection refused",
            "socketerror: connectionrefused",
        ],
        summary: "The mail server of {domain} refuses connections from Microsoft.",
        steps: &[
            "Check that the mail service runs on the host named as LastAttemptedServerName and listens on port 25.",
            "Check that its firewall lets in the addresses of Exchange Online.",
            "Check that the MX record of {domain} names the right host.",
        ],
        links: &[QUEUES, "https://learn.microsoft.com/en-us/microsoft-365/enterprise/urls-and-ip-address-ranges"],
        examples: &[
            ex(
                "450 4.4.316 Connection refused [Message=Socket error code 10061] [LastAttemptedServerName=mx.example.com] [LastAttemptedIP=192.0.2.25:25] [AA1FT031.eop-APC01.prod.protection.outlook.com](Socket error code 10061)",
            ),
            ex("550 5.4.316 Message expired, connection refused(Socket error code 10061)"),
        ],
        source: NDR,
        ..RULE
    },
    Rule {
        id: "exchange-online-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "socket error code 100",
            "message expired, connection",
            "message expired, cannot connect to remote server",
            "cannot connect to remote server",
            "connection was closed abruptly",
            "connection timed out [",
            "connection dropped [",
            "socketerror:",
            "connection dropped due to",
        ],
        summary: "The sending server could not connect to the mail server of {domain}, or the connection broke off.",
        steps: &[
            "Check that the host named as LastAttemptedServerName is up and reachable on port 25 from everywhere.",
            "Look for a firewall or filter that cuts connections from Microsoft.",
            "Check that the MX record of {domain} names the right host.",
        ],
        links: &[QUEUES],
        examples: &[
            ex(
                "450 4.4.317 Cannot connect to remote server [Message=SocketError: TimedOut] [LastAttemptedServerName=mx.example.com] [LastAttemptedIP=192.0.2.25:25]",
            ),
            ex("450 4.4.318 Connection was closed abruptly (SuspiciousRemoteServerError)"),
            ex("550 5.4.317 Message expired, cannot connect to remote server(SocketConnectionRefused)"),
            ex("421 4.4.2 Connection dropped due to ConnectionReset"),
        ],
        source: QUEUES,
        ..RULE
    },
    Rule {
        id: "exchange-online-unreachable-code",
        cause: Cause::ConnectionFailed,
        codes: &[any(4, 315), any(4, 316), any(4, 317), any(4, 318), any(4, 319)],
        summary: "Exchange Online could not connect to the mail server of {domain}, or the connection broke off.",
        steps: &[
            "Check that the mail server of {domain} is up and reachable on port 25 from everywhere.",
            "Check that the MX record of {domain} names the right host.",
        ],
        links: &[QUEUES],
        examples: &[ex("450 4.4.315 Connection timed out")],
        source: QUEUES,
        ..RULE
    },
    Rule {
        id: "exchange-online-dns-code",
        cause: Cause::DnsFailure,
        codes: &[any(4, 311), any(4, 312), any(4, 313), any(4, 314)],
        summary: "Exchange Online could not find the mail server of {domain} in DNS.",
        steps: &["Check the name servers and the MX record of {domain}."],
        links: &[QUEUES],
        examples: &[ex("550 5.4.312 Message expired")],
        source: QUEUES,
        ..RULE
    },
    Rule {
        id: "exchange-online-domain-code",
        cause: Cause::DomainNotFound,
        codes: &[any(4, 310)],
        summary: "Exchange Online did not find {domain} in DNS.",
        steps: &["Check the spelling of {domain} and send the message to the right address."],
        links: &[QUEUES],
        examples: &[ex("550 5.4.310 Message expired")],
        source: QUEUES,
        ..RULE
    },
    // Loops.
    Rule {
        id: "exchange-mail-loop",
        cause: Cause::RoutingLoop,
        says: &[
            "hop count exceeded - possible mail loop",
            "proxy hop count exceeded",
            "attr34",
            "routing loop detected",
        ],
        summary: "The message went round between servers until one of them stopped it.",
        steps: &[
            "Read the Received headers of the returned message: the servers that repeat form the loop.",
            "Check that {domain} is an accepted domain of the right type (authoritative or internal relay) on both sides of a hybrid organization, and that connectors and MX record do not point at each other.",
            "Look for mailboxes of sender and recipient that forward to each other.",
        ],
        links: &[fix!("fix-error-code-5-4-6-through-5-4-20-in-exchange-online")],
        examples: &[
            ex("500 5.4.6 Routing Loop Detected"),
            ex("554 5.4.6 Hop count exceeded - possible mail loop"),
            ex(
                "554 5.4.14 Hop count exceeded - possible mail loop ATTR34 [AA1FT037.eop-EUR02.prod.protection.outlook.com]",
            ),
        ],
        source: "Microsoft: NDR 5.4.6 through 5.4.20",
        ..RULE
    },
    Rule {
        id: "exchange-mail-loop-code",
        cause: Cause::RoutingLoop,
        codes: &[st(5, 4, 12), st(5, 4, 14)],
        summary: "The message went round between servers until Exchange stopped it.",
        steps: &[
            "Read the Received headers of the returned message: the servers that repeat form the loop.",
            "Check the accepted domains, connectors and MX record of {domain}.",
        ],
        links: &[fix!("fix-error-code-5-4-6-through-5-4-20-in-exchange-online")],
        examples: &[ex("550 5.4.14 looping")],
        source: "Microsoft: NDR 5.4.6 through 5.4.20",
        ..RULE
    },
    Rule {
        id: "exchange-online-message-expired",
        cause: Cause::MessageExpired,
        says: &["message expired"],
        like: Some(r"^[^a-z>]*message expired[^a-z>]*$"),
        codes: &[any(4, 7), any(4, 300)],
        summary: "The server of {domain} did not take the message until it was too old.",
        steps: &[
            "Check that the server of {domain} is up, reachable on port 25 and set up to take mail for this domain.",
            "Ask the sender to send the message again once it works.",
        ],
        links: &[fix!("fix-error-code-550-4-4-7-in-exchange-online")],
        examples: &[ex("550 5.4.300 Message expired"), ex("500 4.4.7 Message expired")],
        source: "Microsoft: NDR 550 4.4.7",
        ..RULE
    },
];
