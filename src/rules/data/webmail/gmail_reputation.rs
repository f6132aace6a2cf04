//! Gmail, fourth part: reputation, rate, spam, and the policy of the receiving organisation.
//! Reference: <https://support.google.com/a/answer/3726730>; see `gmail.rs` for how Google writes.

use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const REFERENCE: &str = "https://support.google.com/a/answer/3726730";
const GUIDELINES: &str = "https://support.google.com/mail/answer/81126";
const POSTMASTER: &str = "https://postmaster.google.com/";
/// The host, or a link or the mark at the end of Google's own words; not gmail.com, which others name as well.
const GOOGLE: &[&str] = &["google.com", "googlemail.com", "gsmtp"];

pub(super) const RULES: &[Rule] = &[
    // Reputation and rate.
    Rule {
        id: "gmail-low-reputation-ip",
        cause: Cause::PoorReputation,
        says: &[
            "very low reputation of the sending ip",
            "low reputation of * sending ip",
            "low reputation of the * ip address",
        ],
        by: GOOGLE,
        summary: "Gmail holds the sending IP address {ip} for a source of spam.",
        steps: &[
            "Look at the IP reputation of {ip} and the spam rate in Google Postmaster Tools.",
            "Rule out compromised accounts, open forms and forwarded spam on the sending server.",
            "Send less and only to people who want the mail until the reputation recovers; that takes days to weeks.",
            "Send through the provider's relay if {ip} is a home, office or new cloud address.",
        ],
        links: &[POSTMASTER, "https://support.google.com/mail/answer/188131"],
        examples: &[
            ex(
                "550-5.7.1 [192.0.2.22      18] Our system has detected that this message is 550-5.7.1 likely suspicious due to the very low reputation of the sending IP 550-5.7.1 address. To best protect our users from spam, the message has been 550-5.7.1 blocked. Please visit 550 5.7.1  https://support.google.com/mail/answer/188131 for more information. v1 - gsmtp",
            ),
            ex(
                "421-4.7.0 [192.0.2.22      15] This message is suspicious due to the very low reputation of the sending IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. 421 4.7.0 https://support.google.com/mail/answer/188131 - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-low-reputation-domain",
        and: &["gsmtp", "google", "gmail", "goo.gl"],
        cause: Cause::PoorReputation,
        says: &[
            "very low reputation of the sending domain",
            "low reputation of * sending domain",
            "low reputation of the * domain",
        ],
        summary: "Gmail holds the sending domain {sender_domain} for a source of spam.",
        steps: &[
            "Look at the domain reputation and the spam rate of {sender_domain} in Google Postmaster Tools.",
            "Stop mail to people who did not ask for it or no longer open it, and rule out misuse of the domain.",
            "Check SPF, DKIM and DMARC so that nobody else sends under the domain.",
        ],
        links: &[POSTMASTER, "https://support.google.com/mail/answer/188131"],
        examples: &[ex(
            "550-5.7.1 [192.0.2.22      19] Our system has detected that this message is 550-5.7.1 likely suspicious due to the very low reputation of the sending 550-5.7.1 domain. To best protect our users from spam, the message has been 550 5.7.1 blocked. x1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-suspicious-content",
        cause: Cause::SpamContent,
        says: &[
            "suspicious due to the nature of the content",
            "suspicious due to the * nature of the content",
            "nature of the content * links within",
        ],
        summary: "Gmail holds the text or the links of the message for spam or phishing.",
        steps: &[
            "Remove link shorteners, links to unknown or listed domains and attachments, and send a plain test message.",
            "Check the domains of the links for listings and compromised pages.",
        ],
        links: &["https://support.google.com/mail/answer/188131"],
        examples: &[ex(
            "421-4.7.0 [192.0.2.9      19] Our system has detected that this message is 421-4.7.0 suspicious due to the nature of the content and/or the links within. 421-4.7.0 To best protect our users from spam, the message has been blocked. 421 4.7.0 d1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-unusual-rate-blocked",
        cause: Cause::RateLimited,
        says: &["p=unsolicitediperror"],
        permanence: Some(Permanence::Temporary),
        summary: "Gmail sees unusually much unsolicited mail from the IP address {ip} and blocks it for some time.",
        steps: &[
            "Stop the sending server from retrying at full speed and find what sent the unusual mail: a compromised account, a web form or forwarded spam.",
            "Send at a low, steady rate afterwards; Gmail lifts the block by itself when the traffic looks normal, usually within a day or two.",
            "Watch the reputation of {ip} in Google Postmaster Tools.",
        ],
        links: &[GUIDELINES, POSTMASTER],
        examples: &[ex(
            "550-5.7.1 [192.0.2.9       1] Our system has detected an unusual rate of 550-5.7.1 unsolicited mail originating from your IP address. To protect our 550-5.7.1 users from spam, mail sent from your IP address has been blocked. 550-5.7.1 Please visit 550-5.7.1  https://support.google.com/mail/?p=UnsolicitedIPError to review our 550 5.7.1 Bulk Email Senders Guidelines. s2 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-unusual-rate",
        cause: Cause::RateLimited,
        says: &[
            "p=unsolicitedratelimiterror",
            "detected an unusual rate of",
            "detected an unusual amount of",
            "there is an unusual rate of unsolicited",
            "unusual rate of * unsolicited * originating from your",
            "exceeded the quota for sending * same message-id",
            "exceeded its quota for sending * same message-id",
            "messages that have the same message-id",
        ],
        by: GOOGLE,
        permanence: Some(Permanence::Temporary),
        summary: "Gmail sees an unusual amount of mail from this IP address, domain or link and slows it down.",
        steps: &[
            "Lower the rate and the number of parallel connections to Gmail and let the server retry.",
            "Find what sends the unusual mail: a compromised account, a web form, forwarded spam or a mailing without consent.",
            "Look at the reputation of {ip} and {sender_domain} in Google Postmaster Tools.",
        ],
        links: &[GUIDELINES, POSTMASTER],
        examples: &[
            ex(
                "421-4.7.28 [192.0.2.9      15] Gmail has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. 421 4.7.28  https://support.google.com/mail/?p=UnsolicitedRateLimitError p4 - gsmtp",
            ),
            ex(
                "421-4.7.28 Gmail has detected an unusual rate of unsolicited email originating 421-4.7.28 from your DKIM domain [example.com      36]. To protect our users from spam, email sent from your domain has been temporarily rate limited. 421 4.7.28 p4 https://support.google.com/mail/answer/81126 - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-unsolicited",
        cause: Cause::SpamContent,
        says: &[
            "p=unsolicitedmessageerror",
            "likely unsolicited mail",
            "likely * unsolicited mail",
            "likely unsolicited email",
            "gmail has detected that this message is * unsolicited",
            "answer.py?answer=188131",
            "message rejected. see http://mail.google.com/support/bin/answer.py?answer=69585",
            "answer=69585",
        ],
        summary: "Gmail judged the message to be spam.",
        steps: &[
            "Look at what the message has in common with spam: links to unknown domains, link shorteners, odd attachments, hardly any text, a From name that imitates somebody.",
            "Send a short plain-text message to the same address to see whether the content or the sender is the reason.",
            "Check SPF, DKIM and DMARC of {sender_domain}, and the reputation of {ip} in Google Postmaster Tools.",
        ],
        links: &["https://support.google.com/mail/?p=UnsolicitedMessageError", POSTMASTER],
        examples: &[ex(
            "550-5.7.1 [192.0.2.9      12] Gmail has detected that this message is likely 550-5.7.1 unsolicited mail. To reduce the amount of spam sent to Gmail, this 550-5.7.1 message has been blocked. For more information, go to 550 5.7.1  https://support.google.com/mail/?p=UnsolicitedMessageError g1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-ip-not-authorized",
        cause: Cause::IpBlocklisted,
        says: &[
            "p=notauthorizederror",
            "not authorized to send email directly to our",
            "not authorized * directly to our servers",
            "using to send * is not authorized",
        ],
        by: GOOGLE,
        summary: "Gmail does not take mail directly from the IP address {ip}, usually a home, mobile or dynamic address.",
        steps: &[
            "Send through the outgoing mail server (smart host) of the internet or mail provider instead of delivering directly.",
            "Ask the provider of {ip} for a static address with a proper PTR record if the server must deliver directly.",
        ],
        links: &[
            "https://support.google.com/mail/?p=NotAuthorizedError",
            "https://check.spamhaus.org/results/?query={ip}",
        ],
        examples: &[ex(
            "550-5.7.1 [192.0.2.9] The IP you're using to send mail is not authorized to 550-5.7.1 send email directly to our servers. Please use the SMTP relay at your 550-5.7.1 service provider instead. Learn more at 550 5.7.1  https://support.google.com/mail/?p=NotAuthorizedError b1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "this email has been rate limited",
            "email has been rate limited",
            "mail has been rate limited",
            "temporarily rate limited",
        ],
        by: GOOGLE,
        permanence: Some(Permanence::Temporary),
        links: &[GUIDELINES],
        examples: &[ex(
            "550 5.7.1 This email has been rate limited. For more information, go to https://support.google.com/mail/answer/22839 k1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    // Policy of the receiving organisation.
    Rule {
        id: "gmail-ip-not-in-whitelist",
        cause: Cause::SenderNotPermitted,
        says: &["ip not in whitelist for rcpt domain", "ip not in allowlist for rcpt domain"],
        permanence: Some(Permanence::Permanent),
        summary: "{domain} takes mail at Google only from certain servers, its gateway for example, and {ip} is none of them.",
        steps: &[
            "Point the MX records of {domain} only at the mail gateway when all mail shall pass through it.",
            "Add the sending address to the inbound gateway or the allowed IP addresses of the Workspace account if direct mail shall be accepted.",
        ],
        links: &["https://support.google.com/a/answer/60730", "https://support.google.com/a/answer/60751"],
        examples: &[ex(
            "421-4.7.0 IP not in whitelist for RCPT domain, closing connection. For more information, go to 421 4.7.0 https://support.google.com/a/answer/10108182 a1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-customer-policy",
        owner: Some(Owner::RecipientAdmin),
        cause: Cause::PolicyRejection,
        says: &[
            "user or domain that you are sending to (or from) has a policy",
            "user or domain that you are sending to * has a policy",
            "sending to (or from) has a policy",
            "a policy that * prohibited the mail that you sent",
            "a policy is in place that prevents your message",
            "a/answer/172179",
        ],
        summary: "A rule that an administrator set up in Google Workspace forbids this message, most often at {domain}; the reply leaves open whether it stands there or with the sender.",
        steps: &[
            "Look in the Admin console under Apps, Google Workspace, Gmail, Compliance and Routing for the rule that applies, on the recipient's side first, then on the sender's.",
            "Use the Email Log Search with the message ID to see which rule rejected it.",
            "Add the sender to the approved senders or change the rule if the mail is wanted.",
        ],
        links: &["https://support.google.com/a/answer/172179", "https://support.google.com/a/answer/2618874"],
        examples: &[ex(
            "550-5.7.1 The user or domain that you are sending to (or from) has a policy that 550-5.7.1 prohibited the mail that you sent. Please contact your domain 550-5.7.1 administrator for further details. For more information, go to 550 5.7.1  https://support.google.com/a/answer/172179 k5 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-custom-policy",
        cause: Cause::PolicyRejection,
        says: &["gcdp "],
        by: GOOGLE,
        summary: "A rule that the administrators of {domain} wrote themselves in Google Workspace refuses this message.",
        steps: &[
            "Look in the Admin console under Apps, Google Workspace, Gmail, Compliance for the rule whose rejection notice has these words.",
            "Exempt the sender or change the rule if the mail is wanted.",
        ],
        links: &["https://support.google.com/a/answer/172179"],
        examples: &[ex_by(
            "550 5.7.1 This message violates example.com email policy. - gcdp a640c23a62f3a-1 - gsmtp",
            "mx9.google.com",
        )],
        source: REFERENCE,
        ..RULE
    },
];
