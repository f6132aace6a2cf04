//! Hosting panels by the words that they add to their mail server: cPanel, DirectAdmin, Plesk, Imunify360,
//! MagicMail with MagicSpam.
//! <https://docs.cpanel.net/whm/server-configuration/tweak-settings/>,
//! <https://docs.directadmin.com/other-hosting-services/exim/>, <https://docs.plesk.com/en-US/obsidian/administrator-guide/mail/antispam-tools/protection-from-outbound-spam.72307/>

use crate::names::terms::{Cause, Owner, Permanence, Side};
use crate::rules::rule::{RULE, Rule, ex, ex_side};

const CPANEL: &str = "https://docs.cpanel.net/whm/server-configuration/tweak-settings/";
const DIRECTADMIN: &str = "https://docs.directadmin.com/other-hosting-services/exim/";
const PLESK: &str = "https://docs.plesk.com/en-US/obsidian/administrator-guide/mail/antispam-tools/protection-from-outbound-spam.72307/";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "cpanel-smtp-auth-recipient",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::RecipientAdmin),
        side: Some(Side::Recipient),
        says: &[
            "turn on smtp authentication in your mail client",
            "not permitted to relay through this server without authentication",
        ],
        summary: "The mail server of {domain} (Exim with cPanel) does not know that the domain is its own and asks a foreign server to log in.",
        steps: &[
            "Set the mail routing of {domain} in cPanel to Local Mail Exchanger.",
            "Check that {domain} is in /etc/localdomains on {host} and that the MX records lead to the right server.",
            "Tell the sender when it is done, so that the message can be sent again.",
        ],
        links: &["https://docs.cpanel.net/cpanel/email/email-routing/"],
        examples: &[ex_side(
            "550-Please turn on SMTP Authentication in your mail client. mail.example.com [192.0.2.25]:41316 is not permitted to relay 550 through this server without authentication.",
            "mx.example.net",
            Side::Recipient,
        )],
        source: "cpanel: exim.conf, ACL for relaying",
        ..RULE
    },
    Rule {
        id: "cpanel-smtp-auth",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "turn on smtp authentication in your mail client",
            "not permitted to relay through this server without authentication",
        ],
        summary: "The outgoing server (Exim with cPanel) asks for a login before it sends mail to other domains.",
        steps: &[
            "Switch on authentication for the outgoing server in the mail program, with the full address as user name.",
            "Check that the program uses port 465 or 587 with encryption.",
            "Set the mail routing of {domain} in cPanel to Local Mail Exchanger if {host} is meant to receive mail for that domain.",
        ],
        links: &["https://docs.cpanel.net/cpanel/email/set-up-mail-client/"],
        examples: &[ex(
            "550-Please turn on SMTP Authentication in your mail client. mail.example.com [192.0.2.25]:41316 is not permitted to relay 550 through this server without authentication.",
        )],
        source: "cpanel: exim.conf, ACL for relaying",
        ..RULE
    },
    Rule {
        id: "cpanel-max-emails-per-hour",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "has exceeded the max emails per hour",
            "exceeded the max emails per hour",
            "has reached the max emails per hour",
            "exceeded the maximum emails per hour",
            "exceeded the max messages per hour",
        ],
        summary: "The domain {sender_domain} sent as many messages this hour as its hosting package (cPanel) allows.",
        steps: &[
            "Wait until the next hour; messages that were kept go out by themselves.",
            "Change the mail passwords and check the website for hacked forms if you did not send that much.",
            "Ask your hosting company for a higher hourly limit, or use a mailing service for newsletters.",
        ],
        links: &[CPANEL],
        examples: &[
            ex(
                "Domain example.com has exceeded the max emails per hour (150/150 (100%)) allowed. Message will be reattempted later",
            ),
            ex("Domain example.com has exceeded the max emails per hour (500) allowed. Message discarded."),
        ],
        source: CPANEL,
        ..RULE
    },
    Rule {
        id: "cpanel-max-defers",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "exceeded the max defers and failures per hour",
            "has exceeded the max defers",
            "has exceeded the max defers and failures per hour",
        ],
        summary: "Too many messages of {sender_domain} failed within the hour, so the hosting server (cPanel) stops its mail until the next hour.",
        steps: &[
            "Remove addresses that bounced from your lists, forwarders and automatic answers.",
            "Change the mail passwords and check the website for hacked forms if you did not send that mail.",
            "Wait an hour and send the message again.",
            "Ask your hosting company to raise the limit if the failures were legitimate.",
        ],
        links: &[CPANEL],
        examples: &[ex(
            "Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.",
        )],
        source: CPANEL,
        ..RULE
    },
    Rule {
        id: "cpanel-outgoing-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &[
            "has an outgoing mail suspension",
            "outgoing mail from * has been suspended",
            "outgoing mail * has been suspended",
            "mail sent by user nobody being discarded",
            "sender * is suspended from sending",
            "outgoing mail hold",
            "account * is suspended from sending",
            "outgoing email has been suspended",
            "outgoing mail suspended",
        ],
        summary: "The hosting company suspended outgoing mail for this account.",
        steps: &[
            "Change the password of the mail account and look for mail that you did not send.",
            "Check the website for hacked forms and scripts; scripts must send with a real account, not as the user nobody.",
            "Ask your hosting company to lift the suspension.",
        ],
        links: &["https://docs.cpanel.net/whm/account-functions/manage-account-suspension/"],
        examples: &[
            ex("Outgoing mail from \"bob@example.com\" has been suspended."),
            ex("Mail sent by user nobody being discarded due to sender restrictions in WHM->Tweak Settings"),
        ],
        source: CPANEL,
        ..RULE
    },
    Rule {
        id: "cpanel-detected-spam",
        cause: Cause::SpamContent,
        says: &[
            "the mail server detected your message as spam",
            "detected your message as spam and has prevented delivery",
        ],
        examples: &[ex("550 \"The mail server detected your message as spam and has prevented delivery.\"")],
        source: "cpanel: exim.conf, Apache SpamAssassin reject",
        ..RULE
    },
    Rule {
        id: "cpanel-could-not-deliver",
        not: &["verification failed for", "sender verify failed"],
        cause: Cause::DomainNotFound,
        says: &["the account or domain may not exist, they may be blacklisted"],
        summary: "The hosting server (cPanel) found no way to deliver to {address}: the account or the domain does not exist, or its DNS entries are missing.",
        examples: &[ex(
            "The mail server could not deliver mail to bob@example.com. The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.",
        )],
        source: "cpanel: exim.conf, fail_remote_domains router",
        ..RULE
    },
    Rule {
        id: "cpanel-no-such-user",
        cause: Cause::RecipientUnknown,
        says: &["\"no such user"],
        not: &["sender verify failed", "verification failed for"],
        examples: &[ex("550 \"No Such User Here\"")],
        source: "cpanel: default address :fail: text",
        ..RULE
    },
    Rule {
        id: "cpanel-host-in-blacklist",
        cause: Cause::IpBlocklisted,
        says: &[
            "your host is blacklisted. you may not send",
            "blocked by cphulk",
            "host is blocked by * cphulkd",
            "too many failures * cphulk",
        ],
        summary: "The hosting server blocks {ip} after too many failed logins or by hand.",
        examples: &[ex("550 192.0.2.25 is currently blocked by cPHulk brute force protection")],
        source: "https://docs.cpanel.net/whm/security-center/cphulk-brute-force-protection/",
        ..RULE
    },
    Rule {
        id: "directadmin-limit",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "has just finished sending",
            "reached the limit of * emails",
            "you have reached your daily email limit",
            "the hard limit of emails",
            "user has reached their email limit",
            "has sent more than * emails today",
            "has sent too many emails",
            "authenticated user * has exceeded",
            "email send limit",
            "emails per day limit",
        ],
        summary: "The account sent as many messages as the hosting package allows in a day.",
        steps: &[
            "Wait until the next day.",
            "Change the mail password and check the website for hacked forms if you did not send that much.",
            "Ask your hosting company for a higher limit.",
        ],
        links: &[DIRECTADMIN],
        examples: &[ex("550 The user bob@example.com has sent too many emails today, limit is 200")],
        source: DIRECTADMIN,
        ..RULE
    },
    Rule {
        id: "directadmin-blocked-sender",
        cause: Cause::SenderBlocked,
        says: &[
            "email blocked by blacklist_senders",
            "sender is in the blacklist_senders",
            "blacklist_senders",
            "blacklist_domains",
            "sender is blacklisted on this server",
        ],
        examples: &[ex("550 bob@example.com is in blacklist_senders")],
        source: DIRECTADMIN,
        ..RULE
    },
    Rule {
        id: "plesk-outgoing-limit",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "limit on outgoing",
            "outgoing messages limit",
            "outgoing message limit",
            "number of outgoing messages",
            "outgoing mail limit",
            "limit of outgoing messages",
            "outgoing email limit",
            "outbound message limit",
        ],
        summary: "The account, domain or hosting package sent as many messages this hour as its limit on outgoing mail allows.",
        steps: &[
            "Wait until the next hour.",
            "Change the mail password and check the website for hacked forms if you did not send that much.",
            "Ask your hosting company to raise the limit on outgoing messages.",
        ],
        links: &[PLESK],
        examples: &[ex(
            "550 5.7.1 Message rejected: the limit on outgoing messages for the mailbox bob@example.com was exceeded",
        )],
        source: PLESK,
        ..RULE
    },
    Rule {
        id: "imunify",
        cause: Cause::SpamContent,
        says: &["imunify"],
        summary: "Imunify on the hosting server blocked the message.",
        links: &["https://docs.imunifyemail.com/"],
        examples: &[ex("550 5.7.1 Message rejected as spam by ImunifyEmail")],
        source: "https://docs.imunifyemail.com/",
        ..RULE
    },
    Rule {
        id: "magicmail-rdns",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "will not accept messages from servers/devices with no reverse dns",
            "servers/devices with no reverse dns",
            "no reverse dns * magic",
        ],
        summary: "The receiving server (MagicMail with MagicSpam) takes no mail from addresses without a reverse DNS name, and {ip} has none.",
        examples: &[ex(
            "550-Your message was rejected by this system and was not delivered. 550-Reason: This system will not accept messages from servers/devices with no reverse DNS. IP=[192.0.2.25] 550 Protection provided by: MagicMail version 1.3",
        )],
        source: "https://www.magicspam.com/",
        ..RULE
    },
    Rule {
        id: "magicmail-list",
        cause: Cause::IpBlocklisted,
        says: &["protection provided by: magic", "protection provided by magic", "mipspace", "magicspam"],
        and: &["listed", "blacklist", "reputation", "blocked", "ip address", "your ip", "mipspace", "bms "],
        list: Some("MIPSpace"),
        summary: "The receiving server (MagicMail with MagicSpam) finds {ip} on a block list.",
        links: &["https://www.mipspace.com/contact.php"],
        examples: &[ex(
            "550-Your message was rejected by this system and was not delivered. 550-Reason: Your IP address is listed by MIPSpace-Poor. IP=[192.0.2.25] 550 Protection provided by: MagicSpam 2.0",
        )],
        source: "https://www.mipspace.com/",
        ..RULE
    },
    Rule {
        id: "magicmail-policy",
        cause: Cause::PolicyRejection,
        permanence: Some(Permanence::Permanent),
        says: &["protection provided by: magic", "protection provided by magic"],
        summary: "A rule of the receiving server (MagicMail with MagicSpam) refused the message; the response names it after the word Reason.",
        steps: &[
            "Read the reason in the response and correct what it names, such as the HELO name, the reverse DNS name or the sender address.",
        ],
        owner: Some(Owner::SenderAdmin),
        examples: &[ex(
            "550-Your message was rejected by this system and was not delivered. 550-Reason: This system does not accept mail from dynamic ranges. 550 Protection provided by: MagicSpam 2.0",
        )],
        source: "https://www.magicspam.com/",
        ..RULE
    },
    Rule {
        id: "cpanel-greylisted",
        cause: Cause::Greylisted,
        says: &["temporarily unable to process your email"],
        summary: "The hosting server (cPanel) puts off the first message between two addresses for some minutes, to keep off spam programs.",
        links: &["https://docs.cpanel.net/whm/email/greylisting/"],
        examples: &[ex("451 Temporarily unable to process your email. Please try again later.")],
        source: "https://docs.cpanel.net/whm/email/greylisting/",
        ..RULE
    },
    Rule {
        id: "exim-panel-bad-helo",
        cause: Cause::HeloInvalid,
        says: &[
            "access denied - invalid helo name",
            "bad helo - host impersonating",
            "helo should be a fqdn",
            "rejected - bad helo",
            "helo impersonat",
            "r1: helo should be",
            "r2: helo",
            "forged ip detected in helo",
            "interesting faked helo",
            "mailserver name in dns does not match",
        ],
        examples: &[
            ex("550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)"),
            ex("550 HELO should be a FQDN or address literal (See RFC 2821 4.1.1.1)"),
            ex("550 Bad HELO - Host impersonating domain name [mail.example.com]"),
        ],
        source: "cpanel and directadmin: exim.conf, acl_check_helo",
        ..RULE
    },
    Rule {
        id: "exim-panel-dictionary-attack",
        cause: Cause::RateLimited,
        says: &["too many failed recipients", "too many unknown recipients", "dictionary attack"],
        summary: "The receiving server stopped listening because the sending server named too many unknown addresses.",
        steps: &[
            "Remove addresses that bounced from your lists and address books.",
            "Check for a hacked account that guesses addresses.",
            "Wait an hour before sending again.",
        ],
        examples: &[ex("550 Too many failed recipients - count = 5")],
        source: "cpanel: exim.conf, dictionary attack protection",
        ..RULE
    },
    Rule {
        id: "cpanel-recipient-cannot-be-verified",
        cause: Cause::RecipientUnknown,
        says: &["the recipient cannot be verified. please check all recipients"],
        summary: "The receiving server (cPanel) could not confirm {address}, or {ip} named too many unknown addresses before.",
        examples: &[ex(
            "550 The recipient cannot be verified. Please check all recipients of this message to verify they are valid.",
        )],
        source: "cpanel: exim.conf, dictionary attack protection",
        ..RULE
    },
    Rule {
        id: "message-blocked-due-to-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "message blocked due to spam content",
            "message contains spam or virus or sender is blacklisted",
            "high probability of being spam",
        ],
        examples: &[
            ex("554 5.7.1 [P4] Message blocked due to spam content in the message."),
            ex("550 Message contains spam or virus or sender is blacklisted: 192.0.2.25"),
        ],
        source: "https://docs.mailchannels.com/outbound/smtp-errors",
        ..RULE
    },
];
