//! Internet providers of North America: Comcast, Cox, Charter (Spectrum), AT&T, Verizon, EarthLink.
//! Pages: <http://postmaster.comcast.net/mail-error-codes.html>,
//! <https://www.xfinity.com/support/articles/email-errors>, <https://www.cox.com/residential/support/email-error-codes.html>,
//! <https://www.spectrum.net/support/internet/understanding-email-error-codes>.
//! Many of them filter with Cloudmark, whose replies end in "AUP#…".

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const XFINITY: &str = "https://www.xfinity.com/support/articles/email-errors";
const COX: &str = "https://www.cox.com/residential/support/email-error-codes.html";
const SPECTRUM: &str = "https://www.spectrum.net/support/internet/understanding-email-error-codes";
const ATT: &str = "https://www.att.com/esupport/postmaster/";
const COMCAST_HOSTS: &[&str] = &["comcast.net", "xfinity.com"];
const SPECTRUM_HOSTS: &[&str] =
    &["charter.net", "spectrum.net", "rr.com", "twc.com", "spectrum.com", "brighthouse.com"];
const ATT_HOSTS: &[&str] = &[
    "att.net",
    "prodigy.net",
    "bellsouth.net",
    "sbcglobal.net",
    "pacbell.net",
    "ameritech.net",
    "swbell.net",
    "abuse-att.net",
    "att-mail.com",
    "worldnet.att.net",
];

pub(super) const RULES: &[Rule] = &[
    // Comcast.
    Rule {
        id: "comcast-dynamic-ip",
        cause: Cause::IpBlocklisted,
        says: &["es000001", "es000010", "es0000"],
        by: COMCAST_HOSTS,
        summary: "Comcast takes no mail directly from {ip} because it looks like a home or dynamic address.",
        steps: &[
            "Send through the outgoing server of the mail or internet provider instead of delivering directly.",
            "Give {ip} a PTR record with a server's name and ask Comcast for removal if it is a static server address.",
        ],
        links: &[XFINITY],
        examples: &[ex_by(
            "550 5.2.0 ES000010 - see http://postmaster.comcast.net/smtp-error-codes.php#ES000010 192.0.2.9 Comcast block for dynamic address",
            "mx99.comcast.net",
        )],
        source: XFINITY,
        ..RULE
    },
    Rule {
        id: "comcast-bl000000",
        cause: Cause::IpBlocklisted,
        says: &["bl000000", "blocked for spam. please see", "comcast blocked for spam"],
        by: COMCAST_HOSTS,
        summary: "Comcast blocks {ip} because it sent mail in patterns typical of spam.",
        steps: &[
            "Find and stop what caused it: a compromised account, forwarded spam or a list without consent.",
            "Ask for removal with Comcast's block list removal form, naming {ip}.",
        ],
        links: &["https://spa.xfinity.com/report", XFINITY],
        examples: &[ex_by(
            "554 resimta-h1p-028592.sys.comcast.net resimta-h1p-028592.sys.comcast.net 192.0.2.9 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000",
            "mx99.comcast.net",
        )],
        source: XFINITY,
        ..RULE
    },
    Rule {
        id: "comcast-bl",
        cause: Cause::IpBlocklisted,
        says: &[
            "bl000",
            "bl001",
            "bl002",
            "bl003",
            "bl004",
            "bl005",
            "bl006",
            "bl007",
            "bl008",
            "bl009",
            "bl010",
            "bl100",
            "bl110",
            "bl111",
            "bl101",
            "bl011",
            "comcast block for",
        ],
        by: COMCAST_HOSTS,
        summary: "Comcast refuses {ip} because public block lists name it; each digit of the BL code stands for one list.",
        steps: &[
            "Read the code from the right: 1 in the last place is Spamhaus, in the last but one Cloudmark CSI, before that Sender Score (Validity).",
            "Look {ip} up at each list that is marked and ask for removal there after the cause is gone.",
        ],
        links: &[
            "https://check.spamhaus.org/results/?query={ip}",
            "https://csi.cloudmark.com/en/reset/?ip={ip}",
            "https://senderscore.org/rtbl/",
            XFINITY,
        ],
        examples: &[ex_by(
            "554 resimta-po-12v.sys.comcast.net comcast 192.0.2.9 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000011",
            "mx99.comcast.net",
        )],
        source: "http://postmaster.comcast.net/mail-error-codes.html",
        ..RULE
    },
    Rule {
        id: "comcast-rate",
        cause: Cause::RateLimited,
        says: &[
            "rl000001",
            "rl000002",
            "rl000003",
            "rl0000",
            "rl001",
            "throttled - try again later",
            "too many sessions opened",
            "too many sessions",
        ],
        by: COMCAST_HOSTS,
        permanence: Some(Permanence::Temporary),
        summary: "Comcast limits how much {ip} may send in a time; the limit depends on its reputation.",
        steps: &[
            "Let the server retry with at most 25 connections at a time and a lower rate.",
            "Raise the sender's reputation: matching reverse DNS, few complaints, no mail to unknown addresses.",
        ],
        links: &[XFINITY],
        examples: &[ex_by(
            "421 4.1.0 192.0.2.9 Throttled - try again later. Please see http://postmaster.comcast.net/smtp-error-codes.php#RL000001",
            "mx99.comcast.net",
        )],
        source: XFINITY,
        ..RULE
    },
    Rule {
        id: "comcast-ptr",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "comcast requires that all mail servers must have a ptr",
            "must have a ptr record with a valid reverse dns",
            "reverse dns failure : try again later",
            "reverse dns failure",
        ],
        by: COMCAST_HOSTS,
        summary: "Comcast takes mail only from addresses with a valid reverse DNS entry, and {ip} has none.",
        steps: &[
            "Ask whoever provides {ip} to set its PTR record to the server's host name, and make that name resolve back to the address.",
        ],
        links: &[XFINITY],
        examples: &[ex_by(
            "554 mta99.comcast.net comcast 192.0.2.9 Comcast requires that all mail servers must have a PTR record with a valid Reverse DNS entry. Currently your mail server does not fill that requirement.",
            "mx99.comcast.net",
        )],
        source: XFINITY,
        ..RULE
    },
    Rule {
        id: "comcast-not-our-customer",
        by: &["comcast.net"],
        cause: Cause::RecipientUnknown,
        says: &["not our customer"],
        summary: "Comcast has no mailbox {address}.",
        examples: &[ex_by("550 5.1.1 Not our Customer", "mx99.comcast.net")],
        source: XFINITY,
        ..RULE
    },
    Rule {
        id: "comcast-account-unavailable",
        cause: Cause::MailboxDisabled,
        says: &["account not available", "account suspended", "account is not available"],
        by: COMCAST_HOSTS,
        examples: &[ex_by("550 5.1.1 Account not available", "mx99.comcast.net")],
        source: XFINITY,
        ..RULE
    },
    // Cox. The letters of the code tell; CXSNDR also ends a refusal for content.
    Rule {
        id: "cox-ipbl",
        cause: Cause::IpBlocklisted,
        says: &["ipbl0", "ipbl1", "aup#ipbl"],
        summary: "Cox refuses {ip} because public block lists name it; each digit of the IPBL code stands for one list.",
        steps: &[
            "Read the code from the right: 1 in the last place is Spamhaus, then Validity (Return Path), then Invaluement, and first Cloudmark CSI.",
            "Look {ip} up at each list that is marked and ask for removal there after the cause is gone.",
        ],
        links: &["https://check.spamhaus.org/results/?query={ip}", "https://csi.cloudmark.com/en/reset/?ip={ip}", COX],
        examples: &[ex(
            "554 eastrmimpi109.cox.net cox 192.0.2.9 is blocked. Refer to Error Codes section at http://postmaster.cox.net for more information. IPBL0001",
        )],
        source: "http://postmaster.cox.net/confluence/display/postmaster/Error+Codes",
        ..RULE
    },
    Rule {
        id: "cox-cxbl",
        cause: Cause::IpBlocklisted,
        says: &["aup#cxbl", "cxbl "],
        summary: "Cox has put {ip} on its own block list for spam.",
        steps: &["Stop what sent the spam, then ask Cox for removal, naming {ip} and the full reply."],
        links: &[COX],
        examples: &[ex(
            "554 mx9.cloudfilter.net cox 192.0.2.9 blocked - Error Code: CXBL - https://www.cox.com/residential/support/email-error-codes.html",
        )],
        source: COX,
        ..RULE
    },
    Rule {
        id: "cox-cdrbl",
        cause: Cause::IpBlocklisted,
        permanence: Some(Permanence::Temporary),
        says: &["aup#cdrbl", "cdrbl "],
        summary: "Cox blocks {ip} for at most 24 hours because it behaves like a source of spam.",
        steps: &["Look in the outgoing mail of the server for spam and stop it.", "Wait up to a day and send again."],
        links: &[COX],
        examples: &[ex(
            "550 5.1.0 <joe@example.com> sender rejected. Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html for more information. AUP#CDRBL",
        )],
        source: COX,
        ..RULE
    },
    Rule {
        id: "cox-rate",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["aup#cxmxrt", "aup#cxcnct", "aup#cxthrt", "aup#cxrt", "aup#mxrt", "aup#cnct", "cxcnct", "cxmxrt"],
        summary: "The receiving provider limits how many messages or connections it takes from {ip}.",
        steps: &[
            "Let the server retry with fewer parallel connections and a lower rate.",
            "Check the reputation of {ip} when it goes on for days.",
        ],
        links: &[COX],
        examples: &[ex("421 mx9.cloudfilter.net cox too many sessions from 192.0.2.9. AUP#CXCNCT")],
        source: COX,
        ..RULE
    },
    Rule {
        id: "cox-account-suspended",
        cause: Cause::SenderAccountSuspended,
        owner: Some(Owner::Sender),
        says: &["aup#cxmj", "cxmj "],
        summary: "Cox has blocked the sender's account from sending because of suspicious activity.",
        steps: &[
            "Change all passwords of the Cox account and scan its computers for malware.",
            "Call Cox to lift the block and name the code AUP#CXMJ.",
        ],
        links: &[COX],
        examples: &[ex(
            "550 5.1.0 Email sending blocked due to suspicious account activity on primary Cox account. To secure your account, please reset all Cox account passwords. AUP#CXMJ",
        )],
        source: COX,
        ..RULE
    },
    Rule {
        id: "cox-dns",
        cause: Cause::ReverseDnsMissing,
        says: &["aup#cxdns", "cxdns "],
        summary: "Cox takes mail only from addresses with a valid reverse DNS entry, and {ip} has none.",
        links: &[COX],
        examples: &[ex("554 mx9.cloudfilter.net cox rDNS missing for 192.0.2.9. AUP#CXDNS")],
        source: COX,
        ..RULE
    },
    Rule {
        id: "cox-content",
        cause: Cause::SpamContent,
        says: &["message rejected due to content restrictions * aup#", "content rejected * aup#cx"],
        summary: "The provider's filter refused the content of the message, often one of its links.",
        steps: &[
            "Remove links and attachments one by one to find what is refused.",
            "Check the linked domains against block lists.",
        ],
        links: &[COX],
        examples: &[ex_by(
            "552 5.2.0 aBcDeFgHiJkLm aBcDeFgHiJkLm Message rejected due to content restrictions AUP#CXSNDR. See https://www.cox.com/residential/support/email-error-codes.html",
            "mx9.cloudfilter.net",
        )],
        source: COX,
        ..RULE
    },
    Rule {
        id: "cox-sender",
        cause: Cause::SenderAddressRejected,
        says: &["aup#cxsndr", "aup#sndr"],
        summary: "Cox does not accept the sender: its domain does not resolve or fails SPF or DKIM.",
        steps: &[
            "Check that {sender_domain} has an MX or A record and that SPF or DKIM passes.",
            "Look at the links in the message if the domain is in order: the same code also ends refusals for content.",
        ],
        links: &[COX],
        examples: &[ex(
            "550 5.1.0 <joe@example.com> sender rejected. Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html AUP#CXSNDR",
        )],
        source: COX,
        ..RULE
    },
    // Spectrum.
    Rule {
        id: "spectrum-out-limit",
        cause: Cause::SendingQuotaExceeded,
        says: &["aup#out-1020", "aup#out-15", "aup#out-16"],
        summary: "The Spectrum account has sent more messages than allowed in the time.",
        steps: &[
            "Wait a day and send to fewer recipients at a time.",
            "Change the password if the mail was not yours.",
        ],
        links: &[SPECTRUM],
        examples: &[ex(
            "550 5.1.0 The email sender has exceeded the maximum number of sent email allowed. AUP#Out-1020",
        )],
        source: SPECTRUM,
        ..RULE
    },
    Rule {
        id: "spectrum-out",
        cause: Cause::SenderAccountSuspended,
        owner: Some(Owner::Sender),
        says: &["aup#out-", "aup#o-"],
        summary: "Spectrum does not let this account or connection send mail at the moment, usually after suspicious activity.",
        steps: &[
            "Change the password of the Spectrum account and scan the devices that use it.",
            "Look the code up on Spectrum's page, or call Spectrum and name it.",
        ],
        links: &[SPECTRUM],
        examples: &[ex(
            "550 5.7.1 Message blocked due to suspicious activity. Please see https://www.spectrum.net/support/internet/understanding-email-error-codes AUP#Out-1000",
        )],
        source: SPECTRUM,
        ..RULE
    },
    Rule {
        id: "spectrum-sender-rejected",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "sender rejected * aup#in-",
            "aup#in-1310",
            "aup#in-1320",
            "aup#in-1330",
            "aup#i-1310",
            "aup#i-1320",
            "aup#i-1330",
        ],
        summary: "Spectrum rejects the sender for its reputation or the amount of mail; such blocks end by themselves.",
        steps: &[
            "Lower the rate to Spectrum addresses and remove unknown or unwilling recipients.",
            "Write to unblock@charter.net with domain, IP address and the full reply if the block stays.",
        ],
        links: &[SPECTRUM],
        examples: &[ex_by(
            "550 5.1.0 <bounce@example.com> sender rejected. Please see https://www.spectrum.net/support/internet/understanding-email-error-codes for more information. AUP#In-1310",
            "mx0.charter.net",
        )],
        source: "https://community.spectrum.net/discussion/172891",
        ..RULE
    },
    Rule {
        id: "spectrum-ip-blocked",
        cause: Cause::IpBlocklisted,
        says: &["aup#in-", "aup#i-", "blocked. please see https://www.spectrum.net", "server not available aup#i"],
        summary: "Spectrum blocks {ip} because of suspicious activity or its reputation.",
        steps: &[
            "Look for misuse of the server and for listings of {ip}, and check reverse DNS, SPF and DKIM.",
            "Wait a day: many of these blocks expire by themselves.",
            "Write to unblock@charter.net with domain, IP address and the full reply if the block stays.",
        ],
        links: &[SPECTRUM],
        examples: &[
            ex_by(
                "554 impin004.msg.chrl.nc.charter.net cmsmtp 192.0.2.9 blocked. Please see https://www.spectrum.net/support/internet/understanding-email-error-codes for more information. AUP#In-1020",
                "mx0.charter.net",
            ),
            ex("554 dnvrco-cmimta15 esmtp ESMTP server not available AUP#I-1010"),
        ],
        source: "https://community.spectrum.net/discussion/172891",
        ..RULE
    },
    Rule {
        id: "roadrunner-blocked",
        cause: Cause::IpBlocklisted,
        says: &["err: blocked", "error: blocked", "security.rr.com", "help.rr.com", "mail refused - see"],
        by: SPECTRUM_HOSTS,
        links: &[SPECTRUM],
        examples: &[ex_by(
            "554 ERROR: Mail Refused - 192.0.2.9 - See http://security.rr.com/mail_blocks.htm#dynamic - 20070101",
            "hrndva-mx-01.mail.rr.com",
        )],
        source: "http://support.brighthouse.com/Article/Outbound-Email-Policy-Road-Runner-1687",
        ..RULE
    },
    // Other providers behind the same filter.
    Rule {
        id: "cloudmark-aup-rbl",
        cause: Cause::IpBlocklisted,
        says: &["aup#rbl", "aup#bl", "aup#dnsbl", "aup#csi", "aup#ip"],
        examples: &[ex("554 mx1.example.net 192.0.2.9 blocked AUP#BL")],
        source: "https://www.suped.com/knowledge/email-deliverability/technical/how-to-interpret-aupi-1300-cloudmark-email-bounce-codes-from-charter",
        ..RULE
    },
    Rule {
        id: "cloudmark-aup",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["aup#"],
        summary: "The receiving provider refuses the message under its acceptable use policy, mostly for the sender's reputation.",
        steps: &[
            "Look the code behind AUP# up on the provider's postmaster page.",
            "Check listings, reverse DNS, SPF and DKIM of the sending server, then ask the provider to unblock {ip}.",
        ],
        examples: &[ex("550 5.1.0 sender rejected AUP#POL")],
        source: COX,
        ..RULE
    },
    // AT&T and BellSouth.
    Rule {
        id: "att-rbl",
        cause: Cause::IpBlocklisted,
        says: &["dnsbl:rbl 521", "dnsbl:attrbl 521", "dnsbl: 521", "dnsbl: * 521<", "x@abuse-att.net", "abuse-att.net"],
        summary: "AT&T has the sending IP address {ip} on its own block list.",
        steps: &[
            "Stop the cause: spam from a compromised account, forwarded spam or complaints.",
            "Forward the bounce to abuse_rbl@abuse-att.net, naming {ip}, and ask for removal; it usually takes one to two working days.",
        ],
        links: &[ATT],
        examples: &[ex(
            "553 5.3.0 flpd000 DNSBL:RBL 521< 192.0.2.9 >_is_blocked.For assistance forward this email to abuse_rbl@abuse-att.net",
        )],
        source: "https://worldnet.att.net/general-info/bls_info/block_enduser.html",
        ..RULE
    },
    Rule {
        id: "att-blocked-for-abuse",
        cause: Cause::IpBlocklisted,
        says: &["error - blocked for abuse", "blocked by ldap:ou="],
        summary: "AT&T, or a provider that filters like it, has the sending IP address {ip} on its own block list.",
        steps: &[
            "Stop the cause: spam from a compromised account, forwarded spam or complaints.",
            "Ask for removal at the page or address in the reply, naming {ip}; for AT&T that is abuse_rbl@abuse-att.net.",
        ],
        links: &[ATT],
        examples: &[ex(
            "550-192.0.2.9 blocked by ldap:ou=rblmx,dc=att,dc=net 550 Error - Blocked for abuse. See http://att.net/blocks",
        )],
        source: ATT,
        ..RULE
    },
    Rule {
        id: "att-old-block",
        cause: Cause::IpBlocklisted,
        says: &["bls_info", "block_inquiry", "blocked by att", "mail from * blocked * att.net"],
        by: ATT_HOSTS,
        links: &[ATT],
        examples: &[ex("550 5.7.1 Your message was rejected, see http://www.att.net/bls_info/block_inquiry.html")],
        source: "https://worldnet.att.net/general-info/bls_info/block_enduser.html",
        ..RULE
    },
    Rule {
        id: "att-reverse-dns",
        cause: Cause::ReverseDnsMissing,
        says: &["fix reverse dns for", "servers without a valid sender domain"],
        by: ATT_HOSTS,
        summary: "AT&T takes mail only from addresses with a valid reverse DNS entry, and {ip} has none.",
        links: &[ATT],
        examples: &[ex_by(
            "550 5.7.1 Connections not accepted from servers without a valid sender domain.flph829 Fix reverse DNS for 192.0.2.9",
            "mx9.prodigy.net",
        )],
        source: ATT,
        ..RULE
    },
    Rule {
        id: "att-addressee-unknown",
        cause: Cause::RecipientUnknown,
        says: &["addressee unknown, relay="],
        summary: "AT&T has no mailbox {address}.",
        examples: &[ex("550 5.2.1 <joe@bellsouth.net>... Addressee unknown, relay=[192.0.2.9]")],
        source: ATT,
        ..RULE
    },
    Rule {
        id: "att-suspended",
        cause: Cause::MailboxDisabled,
        says: &["[suspend] mailbox currently suspended", "mailbox currently suspended - please contact correspondent"],
        summary: "The mailbox {address} is suspended.",
        examples: &[ex("550 [SUSPEND] Mailbox currently suspended - Please contact correspondent directly")],
        source: ATT,
        ..RULE
    },
    // Verizon.
    Rule {
        id: "verizon-blocked",
        cause: Cause::IpBlocklisted,
        says: &[
            "currently blocked by verizon online's anti-spam",
            "blocked by verizon online",
            "verizon.net/whitelist",
        ],
        examples: &[ex(
            "571 Email from 192.0.2.9 is currently blocked by Verizon Online's anti-spam system. The email sender or Email Service Provider may visit http://www.verizon.net/whitelist and request removal of the block. 071001",
        )],
        source: "http://www.verizon.net/whitelist",
        ..RULE
    },
    Rule {
        id: "verizon-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &["mailbox temporarily disabled"],
        examples: &[ex("550 4.2.1 mailbox temporarily disabled: joe@verizon.net")],
        source: "https://www.verizon.com/support/residential/internet/email",
        ..RULE
    },
    Rule {
        id: "sms-gateway-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "permanent failure for one or more recipients * blocked",
            "no such user",
            "user unknown",
            "invalid recipient",
            "not a wireless number",
            "unknown recipient",
            "address does not exist",
            "mailbox unavailable",
            "recipient rejected",
            "invalid/unknown",
        ],
        by: &[
            "vtext.com",
            "vzwpix.com",
            "txt.att.net",
            "mms.att.net",
            "tmomail.net",
            "messaging.sprintpcs.com",
            "pm.sprint.com",
            "email.uscc.net",
            "mms.uscc.net",
        ],
        summary: "The mobile carrier cannot deliver to {address}: the number is not one of its customers, or it takes no mail by text message.",
        steps: &[
            "Check the number and ask which carrier it belongs to.",
            "Reach the person another way: several carriers have shut down their mail-to-text service.",
        ],
        examples: &[ex_by("550 5.1.1 <5555550100@vtext.com> User unknown", "sms.gateway.vtext.com")],
        source: "https://www.verizon.com/support/knowledge-base-22156/",
        ..RULE
    },
    // EarthLink.
    Rule {
        id: "earthlink-reverse-dns",
        cause: Cause::ReverseDnsMissing,
        says: &["no or mismatched reverse dns"],
        examples: &[ex("550 ERROR: No or mismatched reverse DNS (PTR) entries for 192.0.2.9")],
        source: "https://www.earthlink.net/block",
        ..RULE
    },
    Rule {
        id: "earthlink-blocked",
        cause: Cause::IpBlocklisted,
        says: &[
            "blocked by earthlink",
            "dynamic/zombied/spam ips blocked",
            "earthlink.net/block",
            "blockedbyearthlink",
        ],
        summary: "EarthLink blocks mail from {ip}.",
        steps: &["Stop the cause, then ask EarthLink for removal at the address in the reply, naming {ip}."],
        links: &["https://earthlink.net/block"],
        examples: &[
            ex("550 IP 192.0.2.9 is blocked by EarthLink. Go to earthlink.net/block for details."),
            ex("550 Dynamic/zombied/spam IPs blocked. Write blockedbyearthlink@abuse.earthlink.net"),
        ],
        source: "https://earthlink.net/block",
        ..RULE
    },
    Rule {
        id: "earthlink-overquota",
        cause: Cause::MailboxFull,
        says: &["user account is overquota"],
        examples: &[ex("552 joe@earthlink.net...User account is overquota")],
        source: "https://earthlink.net/block",
        ..RULE
    },
    Rule {
        id: "earthlink-account-unavailable",
        cause: Cause::MailboxDisabled,
        says: &["user account is unavailable", "user account is closed"],
        examples: &[ex("550 joe@mindspring.com...User account is unavailable")],
        source: "https://earthlink.net/block",
        ..RULE
    },
];
