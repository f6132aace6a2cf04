//! Yahoo, AOL and the providers whose mail Yahoo runs (Verizon, AT&T, Comcast in part, Rogers, Sky, BT earlier).
//! Codes: <https://senders.yahooinc.com/error-codes> (formerly postmaster.yahooinc.com, postmaster.verizonmedia.com,
//! postmaster.aol.com/error-codes). Yahoo Japan is in `japan.rs`.

use crate::names::code::{reply, st};
use crate::names::terms::{Cause, Owner, Permanence, Stage};
use crate::rules::rule::{RULE, Rule, ex, ex_at, ex_by};

const CODES: &str = "https://senders.yahooinc.com/error-codes";
const PRACTICE: &str = "https://senders.yahooinc.com/best-practices/";
const SUPPORT: &str = "https://senders.yahooinc.com/contact/";
/// Hosts and pages of Yahoo; not yahoo.com itself, which other servers name as somebody's domain.
const YAHOO: &[&str] = &[
    "yahoodns.net",
    "yahooinc.com",
    "verizonmedia.com",
    "mail.yahoo.com",
    "postmaster.yahoo.com",
    "help.yahoo.com",
    "postmaster.aol.com",
    "postmaster-us.aol.com",
    "info.aol.com",
    "mx.aol.com",
];

pub(super) const RULES: &[Rule] = &[
    // Lines of the delivery process behind the MX: "dd …", "554.30" and the like.
    Rule {
        id: "yahoo-no-such-account",
        cause: Cause::RecipientUnknown,
        says: &[
            "dd this user doesn't have a",
            "this user doesn't have a yahoo",
            "dd not a valid recipient",
            "dd user is unknown",
            "dd requested mail action aborted, mailbox not found",
        ],
        summary: "Yahoo has no account for {address}.",
        steps: &[
            "Check {address} for typing errors, also in the domain (yahoo.com or a country's domain).",
            "Ask the recipient for the current address another way.",
            "Remove the address from lists that still use it.",
        ],
        links: &[CODES],
        examples: &[
            ex(
                "554 delivery error: dd This user doesn't have a yahoo.com account (joe@yahoo.com) [-5] - mta4000.mail.ne1.yahoo.com",
            ),
            ex("554 delivery error: dd Not a valid recipient - mta4000.mail.ne1.yahoo.com"),
        ],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-account-disabled",
        cause: Cause::MailboxDisabled,
        says: &[
            "cannot be delivered. this account has been disabled",
            "this mailbox is disabled (554.30)",
            "mailbox is disabled (554.",
            "dd sorry, your message to * cannot be delivered. this account",
            "30 sorry, your message to * cannot be delivered. this mailbox is disabled",
            "dd this account has been disabled",
        ],
        summary: "The Yahoo account {address} is disabled, closed or has not been used for a year.",
        steps: &[
            "Reach the owner of {address} another way; signing in to Yahoo again may reopen an unused account.",
            "Take the address off mailing lists.",
        ],
        links: &[CODES],
        examples: &[
            ex(
                "554 delivery error: dd Sorry, your message to joe@yahoo.com cannot be delivered. This account has been disabled or discontinued [#102]. - mta4001.mail.bf1.yahoo.com",
            ),
            ex_by(
                "554 30 Sorry, your message to joe@yahoo.fr cannot be delivered. This mailbox is disabled (554.30).",
                "mta99.am0.yahoodns.net",
            ),
        ],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "dd requested mail action aborted: exceeded storage allocation",
            "22 requested mail action aborted: exceeded storage",
            "account is over quota (554.22)",
            "account is over quota. [",
            "cannot be delivered. this account is over quota",
            "mailbox is over quota (",
        ],
        summary: "The Yahoo mailbox {address} is full.",
        steps: &[
            "Delete mail or empty the spam and trash folders in the Yahoo mailbox, or buy more storage, then have the message sent again.",
        ],
        links: &["https://help.yahoo.com/kb/SLN36520.html"],
        examples: &[ex(
            "554 delivery error: dd Sorry, your message to joe@yahoo.com cannot be delivered. This mailbox is over quota (554.22). - mta4.mail.bf1.yahoo.com",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-delivery-rate",
        cause: Cause::RecipientRateLimited,
        says: &[
            "mailbox temporarily locked for * too many",
            "recipient * receiving mail too quickly",
            "account is temporarily unavailable",
        ],
        by: YAHOO,
        permanence: Some(Permanence::Temporary),
        examples: &[ex_by(
            "451 delivery error: dd This account is temporarily unavailable. - mta4.mail.bf1.yahoo.com",
            "mta99.am0.yahoodns.net",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-delivery-policy",
        cause: Cause::PolicyRejection,
        says: &[
            "delivery error: dd message not accepted for policy",
            "delivery error: dd email not accepted for policy",
        ],
        examples: &[ex("554 delivery error: dd Message not accepted for policy reasons. - mta4.mail.bf1.yahoo.com")],
        source: CODES,
        ..RULE
    },
    // Bracketed codes of the MX.
    Rule {
        id: "yahoo-tss04",
        cause: Cause::RateLimited,
        says: &["[tss04]", "[ts01]", "[ts02]", "[tss01]", "[tss02]", "[tss03]", "[tss05]"],
        permanence: Some(Permanence::Temporary),
        summary: "Yahoo puts off mail from {ip} because of unusual volume or complaints of its users.",
        steps: &[
            "Let the server retry at a lower rate; the deferral ends when volume and complaints fall.",
            "Stop sending to people who complain or do not react: register for Yahoo's complaint feedback loop to learn who they are.",
            "Rule out a compromised account, an open form or forwarded spam on the sending server.",
            "Write to Yahoo sender support if it goes on for more than two days with clean mail.",
        ],
        links: &[CODES, SUPPORT],
        examples: &[ex(
            "421 4.7.0 [TSS04] Messages from 192.0.2.25 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-tss09-11",
        cause: Cause::IpBlocklisted,
        says: &[
            "[tss09]",
            "[tss11]",
            "[ts03]",
            "[tss08]",
            "[tss10]",
            "[tss12]",
            "all messages from * will be permanently deferred",
        ],
        permanence: Some(Permanence::Temporary),
        summary: "Yahoo refuses everything from {ip} for now because of its poor reputation; retries do not help until it recovers.",
        steps: &[
            "Stop retrying at once and find the cause: complaints, spam traps, a compromised account or forwarded spam.",
            "Check {ip} at Spamhaus and other lists.",
            "Ask Yahoo sender support for a review after the cause is gone.",
        ],
        links: &[CODES, SUPPORT, "https://check.spamhaus.org/results/?query={ip}"],
        examples: &[
            ex(
                "421 4.7.1 [TS03] All messages from 192.0.2.25 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes",
            ),
            ex(
                "553 5.7.2 [TSS09] All messages from 192.0.2.25 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.verizonmedia.com/error-codes",
            ),
        ],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-spamhaus",
        cause: Cause::IpBlocklisted,
        says: &["[bl21]", "[bl22]", "[bl23]", "[bl24]", "[bl25]"],
        list: Some("Spamhaus"),
        summary: "Yahoo refuses the connection because Spamhaus lists the sending IP address {ip}.",
        steps: &[
            "Look {ip} up at Spamhaus and read which list names it.",
            "Send through the provider's outgoing server if it is the PBL, which lists addresses that should not send directly.",
            "Remove the malware or misuse first if it is the XBL, CSS or SBL, then ask for removal on the same page.",
        ],
        links: &["https://check.spamhaus.org/results/?query={ip}", CODES],
        examples: &[
            ex(
                "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.25, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html",
            ),
            ex(
                "553 5.7.1 [BL23] Connections not accepted from IP addresses on Spamhaus XBL; see https://postmaster.yahooinc.com/error-codes",
            ),
        ],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-ip-policy",
        cause: Cause::IpBlocklisted,
        says: &[
            "[bl01]",
            "[bl02]",
            "[bl11]",
            "[ipts04]",
            "[ip01]",
            "[ip02]",
            "connections will not be accepted from",
            "mail from * not allowed - ",
            "vs99-ip",
            "vs1-ip * excessive",
            "vs1-mf excessive",
        ],
        by: YAHOO,
        summary: "Yahoo does not accept connections from the IP address {ip}.",
        steps: &[
            "Check {ip} on public block lists and rule out misuse of the server.",
            "Ask Yahoo sender support for a review after the cause is gone.",
        ],
        links: &[CODES, SUPPORT],
        examples: &[ex_by(
            "553 5.7.1 [BL11] Connections will not be accepted from 192.0.2.25 - see https://postmaster.yahooinc.com/error-codes",
            "mta99.am0.yahoodns.net",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-greylist",
        cause: Cause::Greylisted,
        says: &["[gl01] message from * temporarily deferred", "[gl01]"],
        by: YAHOO,
        links: &[CODES],
        examples: &[ex(
            "421 4.7.0 [GL01] Message from (192.0.2.25) temporarily deferred - 4.16.50. Please refer to http://postmaster.yahoo.com/errors/postmaster-21.html",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-ph01",
        cause: Cause::SpamContent,
        says: &["[ph01]", "[ph02]", "[ph03]", "[ph04]", "[ph05]", "[pb01]", "[pb02]"],
        summary: "Yahoo found something in the content that it never takes: a link to phishing or malware, or a dangerous attachment.",
        steps: &[
            "Check each link in the message, in the signature and behind link shorteners too, and the web sites of these domains for malware.",
            "Remove attachments and send the plain text to see which part is refused.",
            "Check {sender_domain} and the linked domains at Spamhaus DBL, SURBL and Google Safe Browsing.",
        ],
        links: &[CODES, "https://transparencyreport.google.com/safe-browsing/search"],
        examples: &[ex(
            "554 5.7.9 Message not accepted for policy reasons. [PH01] See https://postmaster.yahooinc.com/error-codes",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-unresolvable-sender",
        cause: Cause::SenderAddressRejected,
        says: &["unresolvable rfc.5321 * domain", "unresolvable rfc.5322 * domain", "unresolvable rfc"],
        summary: "Yahoo cannot resolve the domain of the sender address: it wants an SOA record there as well as an MX or A record.",
        steps: &[
            "Check that {sender_domain} and the domain of the return path exist in DNS with SOA and MX or A records.",
            "Give a subdomain used only for sending its own records, and make sure its name servers answer.",
        ],
        links: &[CODES],
        examples: &[
            ex(
                "451 Message temporarily deferred due to unresolvable RFC.5321 from domain; see https://postmaster.yahooinc.com/error-codes",
            ),
            ex("554 5.7.5 (UB-01) Unresolvable RFC.5322 from domain; see https://senders.yahooinc.com/error-codes"),
        ],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-authentication",
        cause: Cause::UnauthenticatedMail,
        says: &[
            "not accepted due to failed authentication",
            "failing authentication checks",
            "failed authentication checks",
            "message failed * authentication checks against the sending domain",
            "not accepted for failed authentication",
            "[au01]",
            "[au02]",
        ],
        by: YAHOO,
        summary: "Yahoo takes mail only when it is authenticated with SPF or DKIM, and this message was not.",
        steps: &[
            "Set up SPF and DKIM for {sender_domain} and check that at least one passes with the domain of the From header.",
            "Publish a DMARC record if the domain sends in bulk.",
        ],
        links: &[PRACTICE, CODES],
        examples: &[ex_by(
            "550 5.7.9 This mail has been blocked because the sender is unauthenticated, failed authentication checks. See https://senders.yahooinc.com/error-codes",
            "mta99.am0.yahoodns.net",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-unauthenticated",
        cause: Cause::UnauthenticatedMail,
        says: &["yahoo requires all senders to authenticate", "because the sender is unauthenticated. yahoo"],
        summary: "Yahoo takes mail only when it is authenticated with SPF or DKIM, and this message was not.",
        steps: &[
            "Set up SPF and DKIM for {sender_domain} and check that at least one passes with the domain of the From header.",
        ],
        links: &[PRACTICE],
        examples: &[ex(
            "550 5.7.9 This mail has been blocked because the sender is unauthenticated. Yahoo requires all senders to authenticate with either SPF or DKIM. See https://senders.yahooinc.com/best-practices#authentication",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-dmarc",
        cause: Cause::DmarcFailure,
        says: &["dmarc", "domain's authentication policy", "rejected * due to * domain owner's policy"],
        by: YAHOO,
        codes: &[reply(554), reply(550), reply(553)],
        not: &["no dmarc", "spamhaus"],
        summary: "The From domain asks receivers to reject mail that fails DMARC, and this message failed it at Yahoo.",
        steps: &[
            "Send mail with this From address only through servers that the domain has set up with SPF or DKIM.",
            "Check that the passing SPF or DKIM domain is the domain of the From header.",
        ],
        links: &[CODES],
        examples: &[ex_by(
            "554 5.7.5 Message not accepted: rejected per DMARC policy. See https://senders.yahooinc.com/error-codes",
            "mta99.am0.yahoodns.net",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-policy-5-7-9",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["not accepted for policy reasons", "message not accepted for policy"],
        by: YAHOO,
        summary: "Yahoo refuses the message by policy and does not say which; in most cases neither SPF nor DKIM passes for the domain in From.",
        steps: &[
            "Check that SPF or DKIM passes with the domain of the From header, because a From address in a domain with a reject policy is the usual cause.",
            "Look for a doubled or undecodable header, a date far off or odd characters in an address.",
            "Check the links in the message for listed domains.",
        ],
        links: &[CODES],
        examples: &[ex_by(
            "554 5.7.9 Message not accepted for policy reasons. See https://senders.yahooinc.com/error-codes",
            "mta99.am0.yahoodns.net",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-rfc-violation",
        cause: Cause::MessageMalformed,
        says: &[
            "not rfc compliant",
            "rfc compliance",
            "message header * too big",
            "header value can not be decoded",
            "[rf01]",
            "5.6.0 (hdr",
        ],
        by: YAHOO,
        summary: "Yahoo refuses the message because its header breaks the mail format.",
        links: &[CODES],
        examples: &[ex_by(
            "554 5.6.0 Message not accepted: not RFC compliant; see https://senders.yahooinc.com/error-codes",
            "mta99.am0.yahoodns.net",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-user-complaints",
        cause: Cause::PoorReputation,
        says: &[
            "excessive user complaints",
            "user complaints - ",
            "due to user complaints",
            "excessive unknown recipients",
            "excessive unsolicited",
        ],
        by: YAHOO,
        links: &[CODES],
        examples: &[ex_by(
            "421 4.7.0 Messages from 192.0.2.25 temporarily deferred due to user complaints - 4.16.56.1; see https://postmaster.yahooinc.com/error-codes",
            "mta99.am0.yahoodns.net",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-deferred",
        cause: Cause::RateLimited,
        says: &["temporarily deferred", "message temporarily deferred"],
        by: YAHOO,
        permanence: Some(Permanence::Temporary),
        summary: "Yahoo puts the message off and wants it to be tried again later.",
        steps: &[
            "Let the server retry at a lower rate.",
            "Look at complaints and list quality if the deferral lasts for more than two days.",
        ],
        links: &[CODES, SUPPORT],
        examples: &[ex_by(
            "451 4.7.1 Message temporarily deferred - [160] see https://senders.yahooinc.com/error-codes",
            "mta99.am0.yahoodns.net",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-resources",
        cause: Cause::ServerError,
        says: &[
            "resources temporarily unavailable",
            "resources temporarily not available",
            "mail servers * temporarily unavailable",
        ],
        by: &["yahoodns.net", "yahooinc.com", "yahoo.com", "aol.com"],
        summary: "Yahoo's servers were too busy at that moment.",
        links: &[CODES],
        examples: &[ex(
            "451 mta114.mail.krs.yahoo.com Resources temporarily unavailable. Please try again later [#4.16.1].",
        )],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-vs1-rate",
        cause: Cause::RateLimited,
        says: &[
            "too many concurrent connections",
            "max message per connection reached",
            "exceeded * messages per connection",
            "too many messages for this session",
        ],
        by: YAHOO,
        permanence: Some(Permanence::Temporary),
        examples: &[ex_by(
            "421 Max message per connection reached, closing transmission channel",
            "mta99.am0.yahoodns.net",
        )],
        source: PRACTICE,
        ..RULE
    },
    // AOL, old and new.
    Rule {
        id: "aol-recipient-rejected",
        cause: Cause::RecipientUnknown,
        says: &[
            "recipient address rejected: aol.com",
            "recipient address rejected: aim.com",
            "recipient address rejected: verizon.net",
            "recipient address rejected: ",
        ],
        codes: &[st(5, 1, 1)],
        by: &["aol.com", "aim.com", "verizon.net", "yahoodns.net", "cs.com", "netscape.net"],
        not: &["access denied"],
        summary: "AOL has no account for {address}.",
        examples: &[ex_by(
            "550 5.1.1 <joe@aol.com>: Recipient address rejected: aol.com",
            "mx-aol9.mail.gm0.yahoodns.net",
        )],
        source: "https://postmaster.aol.com/error-codes",
        ..RULE
    },
    Rule {
        id: "aol-ip-reputation",
        cause: Cause::PoorReputation,
        says: &[
            "(rtr:", "(rly:b", "(rly:ch", "(rly:nw", "(rly:bd", "(dyn:t", "(dns:b", "(hvu:", "(con:b", "(cld:", "(scv:",
        ],
        by: YAHOO,
        summary: "AOL refuses mail from {ip} because of the address's reputation or complaints.",
        steps: &[
            "Find the code in AOL's or Yahoo's list of error codes and follow it.",
            "Rule out misuse of the server, remove recipients who complained, and ask Yahoo sender support for a review.",
        ],
        links: &[CODES, SUPPORT],
        examples: &[ex(
            "554- (RTR:BL)  https://postmaster.aol.com/error-codes#554rtrbl 554  Connecting IP: 192.0.2.25",
        )],
        source: "https://postmaster.aol.com/error-codes",
        ..RULE
    },
    Rule {
        id: "aol-no-ptr",
        cause: Cause::ReverseDnsMissing,
        says: &["(dns:nr", "(rtr:rd"],
        by: YAHOO,
        summary: "AOL takes no mail from {ip} because the address has no name in DNS (no PTR record).",
        examples: &[ex("421 4.7.1 : (DNS:NR) https://postmaster.aol.com/error-codes#421dnsnr")],
        source: "https://postmaster.aol.com/error-codes",
        ..RULE
    },
    Rule {
        id: "aol-never-used",
        by: &["aol.com", "yahoodns.net"],
        cause: Cause::MailboxDisabled,
        says: &["your recipient never logged onto", "is not accepting any mail"],
        summary: "The AOL or AIM mailbox {address} takes no mail: its owner never used it or switched it off.",
        examples: &[ex_by("550 joe@aol.com IS NOT ACCEPTING ANY MAIL", "mailin-01.mx.aol.com")],
        source: "https://postmaster.aol.com/error-codes",
        ..RULE
    },
    Rule {
        id: "aol-blocked-by-recipient",
        cause: Cause::SenderBlocked,
        owner: Some(Owner::Recipient),
        says: &["is not accepting mail from this sender"],
        summary: "The owner of {address} has blocked the sender.",
        steps: &["Remove the sender from the blocked addresses in the mailbox's settings if the mail is wanted."],
        examples: &[ex("550 joe@aol.com IS NOT ACCEPTING MAIL FROM THIS SENDER")],
        source: "https://postmaster.aol.com/error-codes",
        ..RULE
    },
    Rule {
        id: "yahoo-user-unknown-codes",
        cause: Cause::RecipientUnknown,
        codes: &[st(5, 1, 1)],
        by: &["yahoodns.net"],
        stage: &[Stage::Rcpt],
        examples: &[ex_at("550 5.1.1 joe@yahoo.com", "mta99.am0.yahoodns.net", Stage::Rcpt)],
        source: CODES,
        ..RULE
    },
    Rule {
        id: "yahoo-5-7-9",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        codes: &[st(5, 7, 9)],
        by: YAHOO,
        summary: "Yahoo refuses the message by policy and does not say which; in most cases neither SPF nor DKIM passes for the domain in From.",
        links: &[CODES],
        examples: &[ex_by("554 5.7.9 rejected", "mta99.am0.yahoodns.net")],
        source: CODES,
        ..RULE
    },
];
