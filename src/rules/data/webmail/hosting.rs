//! Mail hosting, webmail for companies and forwarding services: GoDaddy, Rackspace, Zoho, Hostinger, Cloudflare
//! Email Routing. Pages: <https://www.godaddy.com/help/fix-rejected-email-with-a-bounce-error-40685>,
//! <https://smtp.codes/rackspace>, <https://www.zoho.com/mail/help/nonDeliveryReports.html>,
//! <https://developers.cloudflare.com/email-routing/postmaster/>.

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const GODADDY: &str = "https://www.godaddy.com/help/fix-rejected-email-with-a-bounce-error-40685";
const RACKSPACE: &str = "https://smtp.codes/rackspace";
const RACKSPACE_POSTMASTER: &str = "https://postmaster.emailsrvr.com/";
const ZOHO: &str = "https://www.zoho.com/mail/help/nonDeliveryReports.html";
const CLOUDFLARE: &str = "https://developers.cloudflare.com/email-routing/postmaster/";
const GODADDY_HOSTS: &[&str] = &["secureserver.net", "godaddy.com", "x.co"];
const RACKSPACE_HOSTS: &[&str] = &["emailsrvr.com", "rackspace.com"];
const ZOHO_HOSTS: &[&str] =
    &["zoho.com", "zoho.eu", "zoho.in", "zoho.com.cn", "zohomail.com", "zoho.com.au", "zohomail.eu", "zohocorp.com"];
const CLOUDFLARE_HOSTS: &[&str] = &["cloudflare.net", "cloudflare.com"];

pub(super) const RULES: &[Rule] = &[
    // GoDaddy: IB codes. 1xx connection, 2xx content, 4xx login, 5xx sender, 6xx and 00x rate, 7xx virus.
    Rule {
        id: "godaddy-csi",
        cause: Cause::IpBlocklisted,
        says: &["ib103", "poor reputation on cloudmark"],
        by: GODADDY_HOSTS,
        list: Some("Cloudmark CSI"),
        summary: "GoDaddy refuses {ip} because of its poor reputation at Cloudmark.",
        steps: &["Stop the cause, then ask Cloudmark for a reset of {ip}."],
        links: &["https://csi.cloudmark.com/en/reset/?ip={ip}", GODADDY],
        examples: &[ex_by(
            "554 p3plibsmtp01-04.prod.phx3.secureserver.net bizsmtp Connection refused. 192.0.2.9 has a poor reputation on Cloudmark Sender Intelligence (CSI). Visit http://csi.cloudmark.com/reset-request/?ip=192.0.2.9 IB103",
            "smtp9.secureserver.net",
        )],
        source: GODADDY,
        ..RULE
    },
    Rule {
        id: "godaddy-spamhaus",
        cause: Cause::IpBlocklisted,
        says: &[
            "ib104",
            "ib105",
            "ib106",
            "ib107",
            "listed on the exploits block list",
            "listed on the policy block list",
            "www.spamhaus.org/query/",
        ],
        by: GODADDY_HOSTS,
        list: Some("Spamhaus"),
        summary: "GoDaddy refuses {ip} because Spamhaus lists it.",
        steps: &[
            "Look {ip} up at Spamhaus and read which list names it.",
            "Send through the provider's outgoing server if it is the PBL; else remove the malware or misuse and ask for removal there.",
        ],
        links: &["https://check.spamhaus.org/results/?query={ip}", GODADDY],
        examples: &[
            ex_by(
                "554 bizsmtp Connection refused. 192.0.2.9 is listed on the Exploits Block List (XBL). IB105",
                "smtp9.secureserver.net",
            ),
            ex_by("553 http://www.spamhaus.org/query/bl?ip=192.0.2.222", "smtp9.secureserver.net"),
        ],
        source: GODADDY,
        ..RULE
    },
    Rule {
        id: "godaddy-reverse-dns",
        cause: Cause::ReverseDnsMissing,
        says: &["ib108", "reverse dns for * failed"],
        by: GODADDY_HOSTS,
        summary: "GoDaddy found no valid reverse DNS entry for {ip}.",
        links: &[GODADDY],
        examples: &[ex_by(
            "421 Temporarily rejected. Reverse DNS for 192.0.2.9 failed. IB108",
            "smtp9.secureserver.net",
        )],
        source: GODADDY,
        ..RULE
    },
    Rule {
        id: "godaddy-ip-blocked",
        cause: Cause::IpBlocklisted,
        permanence: Some(Permanence::Temporary),
        says: &[
            "ib110",
            "ib111",
            "ib112",
            "ib113",
            "ip has been temporarily blocked for attempting",
            "ip has been blocked for the day",
            "blocked for attempting to mail too many invalid recipients",
            "attempted to mail too many invalid recipients",
        ],
        summary: "GoDaddy blocks {ip} for hours or for the day: too much spam or too many unknown recipients came from it.",
        steps: &["Stop the spam and remove unknown recipients from the lists.", "Wait a day, then send again."],
        links: &[GODADDY],
        examples: &[ex(
            "554 This IP has been blocked for the day, for attempting to send too many messages containing content judged to be spam by the Internet community. IB111",
        )],
        source: GODADDY,
        ..RULE
    },
    Rule {
        id: "godaddy-spam",
        cause: Cause::SpamContent,
        says: &[
            "ib212",
            "judged to be spam by the internet community",
            "judged to be spam * internet community",
            "ib210",
            "ib211",
        ],
        summary: "GoDaddy's filter found something in the message that its users marked as spam before.",
        steps: &[
            "Send the message in parts to find what is refused: the text, a link, the own domain, the signature.",
            "Ask the recipient, who is GoDaddy's customer, to take it up with GoDaddy when wanted mail is refused.",
        ],
        links: &[GODADDY],
        examples: &[ex(
            "552 5.2.0 This message has been rejected due to content judged to be spam by the internet community IB212",
        )],
        source: "https://support.tigertech.net/godaddy-ib212",
        ..RULE
    },
    Rule {
        id: "godaddy-bad-url",
        cause: Cause::DomainBlocklisted,
        owner: Some(Owner::Sender),
        says: &["ib213", "ib214", "ib215", "message contains a url * blocked", "url reputation"],
        by: GODADDY_HOSTS,
        summary: "GoDaddy refused the message because of a link in it.",
        links: &[GODADDY],
        examples: &[ex_by(
            "552 5.2.0 This message has been rejected due to URL reputation. IB213",
            "smtp9.secureserver.net",
        )],
        source: GODADDY,
        ..RULE
    },
    Rule {
        id: "godaddy-auth",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::Sender),
        says: &["ib401", "authentication not allowed on ibsmtp"],
        summary: "The mail program uses GoDaddy's incoming server as its outgoing server.",
        steps: &["Enter smtpout.secureserver.net as the outgoing server in the mail program, with login."],
        links: &[GODADDY],
        examples: &[ex("535 Authentication not allowed on IBSMTP Servers. IB401")],
        source: GODADDY,
        ..RULE
    },
    Rule {
        id: "godaddy-from",
        cause: Cause::SenderAddressRejected,
        says: &["ib501", "ib502", "ib503", "ib506", "ib505"],
        summary: "GoDaddy does not accept the From address: it is empty, an IP address, or in a domain without DNS records.",
        steps: &[
            "Check that the From address is complete and that {sender_domain} has MX or A records.",
            "Check that the name servers of {sender_domain} answer.",
        ],
        links: &[GODADDY],
        examples: &[ex("550 5.2.0 <joe@example.com> From: Domain is invalid. Please provide a valid From: IB506")],
        source: GODADDY,
        ..RULE
    },
    Rule {
        id: "godaddy-spf",
        cause: Cause::SpfFailure,
        says: &["ib508", "per it's spf record", "invalid spf record. * inspect your spf"],
        summary: "The SPF record of {sender_domain} does not allow the sending server, so GoDaddy refused the message.",
        links: &[GODADDY],
        examples: &[ex(
            "550 5.1.0 192.0.2.222 is not allowed to send from <example.net> per it's SPF Record. Please inspect your SPF settings, and try again. IB508",
        )],
        source: GODADDY,
        ..RULE
    },
    Rule {
        id: "godaddy-rate",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &[
            "ib504",
            "ib510",
            "ib605",
            "ib607",
            "ib007",
            "ib601",
            "ib602",
            "ib603",
            "ib604",
            "ib606",
            "sent too many messages this hour",
            "too many sessions from this ip",
            "max number of messages per session",
        ],
        by: GODADDY_HOSTS,
        summary: "GoDaddy got too many messages or connections from {ip} in the time.",
        steps: &["Lower the rate and the number of messages per connection, and let the server retry after an hour."],
        links: &[GODADDY],
        examples: &[
            ex_by("421 This IP has sent too many messages this hour. IB504", "smtp9.secureserver.net"),
            ex_by("550 5.1.1 Recipient limit for this message exceeded, IB607", "smtp9.secureserver.net"),
        ],
        source: GODADDY,
        ..RULE
    },
    Rule {
        id: "godaddy-virus",
        cause: Cause::VirusDetected,
        says: &["ib705", "virus infected message rejected"],
        links: &[GODADDY],
        examples: &[ex("552 Virus infected message rejected. IB705")],
        source: GODADDY,
        ..RULE
    },
    Rule {
        id: "godaddy-busy",
        cause: Cause::ServerError,
        permanence: Some(Permanence::Temporary),
        says: &["ib101", "server temporarily unavailable. try again later"],
        by: GODADDY_HOSTS,
        links: &[GODADDY],
        examples: &[ex_by("421 Server temporarily unavailable. Try again later. IB101", "smtp9.secureserver.net")],
        source: GODADDY,
        ..RULE
    },
    // Rackspace: a G code in brackets ends each reply.
    Rule {
        id: "rackspace-untrusted-ip",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["too many messages from a new or untrusted ip", "(g28)"],
        summary: "Rackspace takes only a few messages from an address that it does not know yet, such as {ip}.",
        steps: &["Raise the amount of mail from a new address slowly over weeks, and let the server retry."],
        links: &[RACKSPACE_POSTMASTER],
        examples: &[ex("451 4.7.1 Received too many messages from a new or untrusted IP (G28)")],
        source: RACKSPACE,
        ..RULE
    },
    Rule {
        id: "rackspace-recipient-rate",
        cause: Cause::RecipientRateLimited,
        says: &["mailbox received too much email in a short period", "(g30)"],
        examples: &[ex("450 4.2.1 <joe@example.com>: Mailbox received too much email in a short period of time (G30)")],
        source: RACKSPACE,
        ..RULE
    },
    Rule {
        id: "rackspace-ptr",
        cause: Cause::ReverseDnsMissing,
        says: &["has no ptr record (g", "client host * has no ptr record"],
        links: &[RACKSPACE_POSTMASTER],
        examples: &[ex("450 4.7.1 Client host 192.0.2.9 has no PTR record (G1F)")],
        source: RACKSPACE,
        ..RULE
    },
    Rule {
        id: "rackspace-connections",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["too many concurrent connections from this client (g"],
        examples: &[ex("421 Too many concurrent connections from this client (G2)")],
        source: RACKSPACE,
        ..RULE
    },
    Rule {
        id: "rackspace-spam",
        cause: Cause::SpamContent,
        says: &[
            "message rejected because it contains spam",
            "refused because of spam",
            "message contains spam or malware",
            "your message looks like spam",
        ],
        by: RACKSPACE_HOSTS,
        links: &[RACKSPACE_POSTMASTER],
        examples: &[ex_by("550 5.7.1 Message contains spam or malware (N4)", "mx1.emailsrvr.com")],
        source: RACKSPACE,
        ..RULE
    },
    // Zoho.
    Rule {
        id: "zoho-no-user",
        cause: Cause::RecipientUnknown,
        says: &["user does not exist - ", "invalid address, error_code"],
        not: &["host not reachable", "quota", "full"],
        summary: "There is no mailbox {address}.",
        links: &[ZOHO],
        examples: &[
            ex_by("550 5.1.1 User does not exist - <joe@example.com>", "smtpin9.zoho.com"),
            ex("Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 <joe@example.com>... User Unknown"),
        ],
        source: ZOHO,
        ..RULE
    },
    Rule {
        id: "zoho-spam",
        cause: Cause::SpamContent,
        says: &["reason: email flagged as spam", "email flagged as spam"],
        by: ZOHO_HOSTS,
        summary: "Zoho's filter took the message for spam.",
        steps: &[
            "Check SPF, DKIM and DMARC of {sender_domain} and the listings of {ip}.",
            "Ask the administrators of {domain} to put the sender on the allow list in Zoho's spam settings.",
        ],
        links: &[ZOHO],
        examples: &[ex_by("554 5.7.1 Email cannot be delivered. Reason: Email flagged as Spam.", "smtpin9.zoho.com")],
        source: ZOHO,
        ..RULE
    },
    Rule {
        id: "zoho-not-delivered",
        cause: Cause::PolicyRejection,
        says: &["email cannot be delivered. reason:"],
        not: &["flagged as spam"],
        summary: "Zoho refuses the message for the reason that its reply names.",
        links: &[ZOHO],
        examples: &[ex("554 5.7.1 Email cannot be delivered. Reason: Email rejected by organization policy.")],
        source: ZOHO,
        ..RULE
    },
    Rule {
        id: "zoho-unusual-activity",
        cause: Cause::SenderAccountSuspended,
        owner: Some(Owner::Sender),
        says: &["unusual sending activity detected"],
        summary: "Zoho has stopped outgoing mail of the sender's own account because of unusual sending.",
        steps: &[
            "Change the password, end unknown sessions, and look for mail that was not yours.",
            "Unblock the account in Zoho Mail's settings, or ask the administrator to.",
        ],
        links: &["https://www.zoho.com/mail/help/usage-policy.html"],
        examples: &[ex(
            "550 5.4.6 Unusual sending activity detected. Please try after sometime. Learn more: https://www.zoho.com/mail/help/usage-policy.html",
        )],
        source: "https://www.zoho.com/mail/help/usage-policy.html",
        ..RULE
    },
    Rule {
        id: "zoho-relaying-as",
        cause: Cause::SenderAddressRejected,
        owner: Some(Owner::Sender),
        says: &["relaying disallowed as"],
        summary: "The mail program logged in to one Zoho account and sent with an address that does not belong to it.",
        steps: &[
            "Set the sender address to the account's own address, or add the address as an alias or a verified From address in Zoho Mail's settings.",
        ],
        links: &["https://www.zoho.com/mail/help/zoho-smtp.html"],
        examples: &[ex("553 Relaying disallowed as joe@example.com")],
        source: "https://www.zoho.com/mail/help/zoho-smtp.html",
        ..RULE
    },
    Rule {
        id: "zoho-mail-policy",
        cause: Cause::PolicyRejection,
        says: &["mailpolicy violation", "email policy violation detected"],
        summary: "A mail policy that the organisation set up in Zoho forbids this message.",
        steps: &[
            "Look in the Zoho Mail Admin Console under Mail Settings, Email Policy for the restriction that applies.",
        ],
        links: &["https://www.zoho.com/mail/help/adminconsole/email-policy.html"],
        examples: &[ex("554 5.2.3 MailPolicy violation Error delivering to mailboxes")],
        source: ZOHO,
        ..RULE
    },
    Rule {
        id: "zoho-not-reachable",
        cause: Cause::ConnectionFailed,
        says: &["error_code : * host not reachable", "error_code :, host not reachable"],
        summary: "Zoho could not connect to the mail server of {domain}.",
        links: &[ZOHO],
        examples: &[ex("Error, ERROR_CODE :421, ERROR_CODE :, Host not reachable.")],
        source: ZOHO,
        ..RULE
    },
    Rule {
        id: "zoho-ip-blocked",
        cause: Cause::IpBlocklisted,
        says: &["mail server ip is blocked", "sender ip * blacklisted", "ip address is blocked"],
        by: ZOHO_HOSTS,
        links: &[ZOHO],
        examples: &[ex_by("550 5.7.1 Sender IP 192.0.2.9 blacklisted", "smtpin9.zoho.com")],
        source: ZOHO,
        ..RULE
    },
    // Cloudflare Email Routing.
    Rule {
        id: "cloudflare-rdns",
        cause: Cause::ReverseDnsMissing,
        says: &["missing mandatory rdns", "rdns", "reverse dns"],
        by: CLOUDFLARE_HOSTS,
        links: &[CLOUDFLARE],
        examples: &[ex_by("550 5.7.25 Missing mandatory rDNS record for 192.0.2.9", "route9.mx.cloudflare.net")],
        source: CLOUDFLARE,
        ..RULE
    },
    Rule {
        id: "cloudflare-address-not-routed",
        cause: Cause::RecipientUnknown,
        says: &["address not allowed", "address does not exist", "no such address", "address not found"],
        by: CLOUDFLARE_HOSTS,
        summary: "{domain} uses Cloudflare Email Routing, and no route exists for {address}.",
        steps: &[
            "Check {address} for typing errors.",
            "Ask the administrators of {domain} to create the address or a catch-all rule under Email Routing.",
        ],
        examples: &[ex_by("550 5.1.1 Address does not exist", "route9.mx.cloudflare.net")],
        source: CLOUDFLARE,
        ..RULE
    },
    // Others.
    Rule {
        id: "hostinger-out-limit",
        cause: Cause::SendingQuotaExceeded,
        says: &["ratelimit \"hostinger_out_ratelimit\" exceeded", "hostinger_out_ratelimit"],
        summary: "The sender's own mailbox at Hostinger has reached its sending limit.",
        steps: &[
            "Wait until the limit is reset, at most 24 hours, then send to fewer recipients.",
            "Change the password if the mail was not yours.",
        ],
        links: &["https://support.hostinger.com/en/articles/1583218-parameters-and-limits-of-hostinger-email"],
        examples: &[ex("451 4.7.1 Ratelimit \"hostinger_out_ratelimit\" exceeded")],
        source: "https://support.hostinger.com/en/articles/1583218-parameters-and-limits-of-hostinger-email",
        ..RULE
    },
    Rule {
        id: "webcom-spam-or-virus",
        cause: Cause::PoorReputation,
        says: &["emailadmin.registeredsite.com"],
        summary: "The mail servers of Web.com (Network Solutions, NameSecure) refuse {ip} because spam or viruses came from there.",
        steps: &[
            "Open the page named in the reply, enter {ip} and ask for it to be released.",
            "Look in the mail log of {ip} for hacked accounts or forms that send spam.",
        ],
        links: &["http://emailadmin.registeredsite.com/"],
        examples: &[ex(
            "553 5.3.0 192.0.2.97 Your message was rejected for possible spam/virus content. Please ask your email provider to visit http://emailadmin.registeredsite.com for resolution.",
        )],
        source: "Web.com: page named in the reply",
        ..RULE
    },
];
