//! Gmail and Google Workspace as the receiving side, and Google's relay for Workspace customers.
//! The reference is <https://support.google.com/a/answer/3726730>; every reply ends in "gsmtp", those that come
//! from a rule of the customer's own administrator carry "gcdp" as well. Google wraps its lines at some 70
//! columns and some reporting servers keep the repeated status code, so phrases leave gaps where a line may end.

use crate::cause::{Cause, Owner, Permanence};
use crate::code::{any, reply, st};
use crate::rule::{RULE, Rule, ex, ex_by};

const REFERENCE: &str = "https://support.google.com/a/answer/3726730";
const GUIDELINES: &str = "https://support.google.com/mail/answer/81126";
const POSTMASTER: &str = "https://postmaster.google.com/";
const RELAY: &str = "https://support.google.com/a/answer/6140680";
const RECEIVING: &str = "https://support.google.com/a/answer/1366776";
/// The host, or a link or the mark at the end of Google's own words; not gmail.com, which others name as well.
const GOOGLE: &[&str] = &["google.com", "googlemail.com", "gsmtp"];

pub(super) const RULES: &[Rule] = &[
    // Google's relay for Workspace customers comes first: its words hold words of the receiving side.
    Rule {
        id: "gmail-relay-account-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &["relay denied * suspended due to abuse", "sending email account has been * suspended"],
        summary: "Google's relay refused the message because the sending account is suspended for abuse.",
        steps: &[
            "Open the Google Workspace Admin console and look for the suspended user under Directory.",
            "Secure the account, remove whatever sent the unwanted mail, then restore the user.",
        ],
        links: &["https://support.google.com/a/answer/6140680#maildenied"],
        examples: &[ex(
            "550-5.7.0 Mail relay denied [192.0.2.4]. The sending email account has been temporarily suspended due to 550-5.7.0 abuse. For more information, go to 550 5.7.0  https://support.google.com/a/answer/168383 x1-20 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-relay-denied",
        cause: Cause::RelayDenied,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "mail relay denied",
            "email relay denied",
            "invalid credentials for relay",
            "mail sending denied",
            "email sending denied",
            "answer/6140680",
        ],
        not: &["limit exceeded", "quota exceeded", "limits, contact"],
        summary: "Google's SMTP relay does not accept mail from this server for this sender domain.",
        steps: &[
            "Open the Google Workspace Admin console at Apps, Google Workspace, Gmail, Routing, SMTP relay service.",
            "Add the public address of the sending server ({ip}) to the allowed IP addresses, or make the server log in with SMTP AUTH.",
            "Check that the envelope sender and the HELO name use a domain registered in the Workspace account.",
        ],
        links: &[RELAY],
        examples: &[
            ex(
                "550-5.7.0 Mail relay denied [192.0.2.4]. Invalid credentials for relay for one of the domains in: example.com (as obtained from HELO and MAIL FROM). Email is being sent from a domain or IP address which isn't registered in your Workspace account. d9443c01a7336-1si - gsmtp",
            ),
            ex(
                "550-5.7.1 Invalid credentials for relay [192.0.2.4]. The IP address you've 550-5.7.1 registered in your G Suite SMTP Relay service doesn't match domain of the 550-5.7.1 account this email is being sent from. 550 5.7.1 gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-relay-limit",
        cause: Cause::SendingQuotaExceeded,
        owner: Some(Owner::SenderAdmin),
        says: &["smtp relay limit exceeded", "smtp relay sending limit exceeded", "smtp relay * limit exceeded"],
        summary: "The organisation or user has used up the daily allowance of Google's SMTP relay.",
        steps: &[
            "Wait until the limit is reset, at most 24 hours.",
            "Find out which user or device sent more than usual, and rule out a compromised account.",
            "Spread large mailings over several days or send them through a bulk mail service.",
        ],
        links: &["https://support.google.com/a/answer/2956491"],
        examples: &[
            ex(
                "550-5.7.1 Daily SMTP relay sending limit exceeded for this customer. For more 550-5.7.1 information on SMTP relay sending limits, please contact your 550 5.7.1 administrator. x2-20020a - gsmtp",
            ),
            ex(
                "450-4.2.1 Peak SMTP relay limit exceeded for this customer. This is a 450-4.2.1 temporary error. k3 - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-daily-limit",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "daily user sending * exceeded",
            "daily sending quota exceeded",
            "reached a limit for sending mail",
            "you have exceeded the maximum number of messages * you can send",
        ],
        summary: "The sending Google account has reached its limit of messages or recipients for one day.",
        steps: &[
            "Wait up to 24 hours, then send again.",
            "Check that nobody else and no script is sending through the account.",
            "Use a Google group or a bulk mail service for messages to many people.",
        ],
        links: &["https://support.google.com/a/answer/166852", "https://support.google.com/mail/answer/22839"],
        examples: &[
            ex(
                "550-5.4.5 Daily user sending limit exceeded. For more information on Gmail 550-5.4.5 sending limits go to 550 5.4.5  https://support.google.com/a/answer/166852 q9-20 - gsmtp",
            ),
            ex("550 5.4.5 Daily sending quota exceeded. l7sm - gsmtp"),
            ex("You have reached a limit for sending mail. Your message was not sent."),
        ],
        source: REFERENCE,
        ..RULE
    },
    // The recipient.
    Rule {
        id: "gmail-no-such-user",
        cause: Cause::RecipientUnknown,
        says: &[
            "p=nosuchuser",
            "email account that you tried to reach does not exist",
            "email account * tried to reach * does not exist",
            "support.google.com/mail/answer/6596",
            "answer.py?answer=6596",
        ],
        summary: "Google has no account for {address}.",
        steps: &[
            "Check {address} for typing errors, missing or extra dots and blanks.",
            "Ask the recipient for the current address another way.",
            "Remove the address from lists that still use it.",
        ],
        links: &["https://support.google.com/mail/?p=NoSuchUser"],
        examples: &[
            ex(
                "550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address for typos or 550-5.1.1 unnecessary spaces. For more information, go to 550 5.1.1  https://support.google.com/mail/?p=NoSuchUser a640c23a - gsmtp",
            ),
            ex("550 5.1.1 http://support.google.com/mail/bin/answer.py?answer=6596 ab1si19 - gsmtp"),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-recipient-domain-unknown",
        cause: Cause::DomainNotFound,
        says: &["p=badrcptdomain", "able to find the recipient domain", "able to find * recipient domain"],
        examples: &[ex(
            "553-5.1.2 We weren't able to find the recipient domain. Please check for any 553-5.1.2 spelling errors, and make sure you didn't enter any spaces, periods, 553-5.1.2 or other punctuation after the recipient's email address. 553 5.1.2 k1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-recipient-syntax",
        cause: Cause::RecipientAddressInvalid,
        says: &["the recipient address * is not a valid rfc", "recipient address * is not a valid rfc"],
        examples: &[ex(
            "553-5.1.3 The recipient address <joe@@example.com> is not a valid RFC 5321 553 5.1.3 address. h12 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-sender-syntax",
        cause: Cause::SenderAddressRejected,
        says: &["the sender address * is not a valid rfc", "sender address * is not a valid rfc"],
        examples: &[ex(
            "553-5.1.7 The sender address <www data@example.com> is not a valid RFC 5321 553 5.1.7 address. h12 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &[
            "p=disableduser",
            "p=inactiveuser",
            "email account that you tried to reach is disabled",
            "email account that you tried to reach is inactive",
            "email account * tried to reach is disabled",
            "email account * tried to reach is inactive",
        ],
        summary: "The Google account {address} exists but is disabled or has not been used for too long.",
        steps: &[
            "Reach the owner of {address} another way: the account must be signed in to or restored before it can get mail.",
            "Tell the administrators of {domain} if it is a company address: a suspended or unlicensed user has to be restored in their Admin console.",
        ],
        links: &["https://support.google.com/mail/?p=DisabledUser"],
        examples: &[
            ex(
                "550-5.2.1 The email account that you tried to reach is inactive. For more 550-5.2.1 information, go to 550 5.2.1  https://support.google.com/mail/?p=DisabledUser b1-20 - gsmtp",
            ),
            ex("550 5.2.1 The email account that you tried to reach is disabled. g9si.00"),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-receiving-rate",
        cause: Cause::RecipientRateLimited,
        says: &[
            "p=receivingrate",
            "p=rcptrate",
            "you are trying to contact is receiving * at a rate",
            "you are trying to contact is receiving * too quickly",
            "trying to contact * receiving * at a rate that",
        ],
        summary: "The Google mailbox {address} gets more mail at the moment than Google lets through.",
        steps: &[
            "Wait and let the server retry; the limit is counted over a short time.",
            "Spread automatic messages to this one mailbox over a longer time when they cause the burst.",
        ],
        links: &[RECEIVING],
        examples: &[
            ex(
                "450-4.2.1 The user you are trying to contact is receiving email at a rate that 450-4.2.1 prevents additional messages from being delivered. Please resend your 450-4.2.1 message at a later time. 450 4.2.1  https://support.google.com/mail/?p=ReceivingRate d2-20 - gsmtp",
            ),
            ex(
                "550-5.2.1 The user you are trying to contact is receiving mail at a rate that 550-5.2.1 prevents additional messages from being delivered. For more 550-5.2.1 information, please visit 550 5.2.1  https://support.google.com/mail/?p=ReceivingRatePerm s2 - gsmtp",
            ),
            ex(
                "450-4.2.1 The user you are trying to contact is receiving mail too quickly. 450 4.2.1 Please resend your message at a later time. t9si - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "p=overquota",
            "recipient's inbox is out of storage space",
            "recipient's inbox is out of",
            "email account that you tried to reach is over quota",
            "email account * tried to reach is over quota",
            "their inbox is full, or it's getting too much mail",
            "inbox is full, or it's getting too much mail",
        ],
        summary: "The Google storage of {address} is used up.",
        steps: &[
            "Free space in Gmail, Drive and Photos, which share one quota, or buy more storage.",
            "Ask the administrators of {domain} for more pooled storage if it is a company account.",
        ],
        links: &["https://support.google.com/drive/answer/6374270", "https://one.google.com/storage"],
        examples: &[
            ex(
                "452-4.2.2 The recipient's inbox is out of storage space. Please direct the 452-4.2.2 recipient to 452 4.2.2  https://support.google.com/mail/?p=OverQuotaTemp x8 - gsmtp",
            ),
            ex(
                "552-5.2.2 The recipient's inbox is out of storage space and inactive. Please 552-5.2.2 direct the recipient to 552 5.2.2  https://support.google.com/mail/?p=OverQuotaPerm x8 - gsmtp",
            ),
            ex(
                "552 5.2.2 The email account that you tried to reach is over quota. Please direct the recipient to http://support.google.com/mail/bin/answer.py?answer=6558 w2 - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    // Size and form of the message.
    Rule {
        id: "gmail-header-size",
        cause: Cause::MessageTooLarge,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "message header size limit",
            "google's message * header size limits",
            "exceeds google's limit * per individual header",
            "google's header name limit",
            "size of the * header value",
            "size of one of the header values",
        ],
        summary: "The header of the message, not its text, is larger than Google allows.",
        steps: &[
            "Look at the header of the returned message for a field with very many entries, often To, Cc, References or a header added by a filter.",
            "Shorten that field: use Bcc or a list address instead of hundreds of visible recipients.",
        ],
        links: &["https://support.google.com/a/answer/14016360"],
        examples: &[ex(
            "552-5.3.4 Your message exceeded Google's message header size limits. To view 552-5.3.4 our header size guidelines, go to 552 5.3.4 https://support.google.com/mail/?p=MaxSizeError p1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "p=maxsizeerror",
            "exceeded google's message size limit",
            "exceeded google's message * size limit",
            "exceeds google's limit of * attachments",
            "your message exceeded google's",
        ],
        summary: "The message with its attachments is larger than Google takes.",
        steps: &[
            "Keep the whole message under 25 MB as it is sent; attachments grow by a third in transit.",
            "Put large files into Google Drive or another file service and send the link.",
        ],
        links: &["https://support.google.com/mail/?p=MaxSizeError"],
        examples: &[ex(
            "552-5.3.4 Your message exceeded Google's message size limits. To view our 552-5.3.4 message size guidelines, go to 552 5.3.4  https://support.google.com/mail/?p=MaxSizeError m7 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-virus",
        cause: Cause::VirusDetected,
        says: &[
            "our system detected a virus",
            "our system * detected a virus",
            "virus was detected in the message * google",
        ],
        examples: &[ex(
            "552-5.7.0 Our system detected a virus in your message. Please visit 552-5.7.0 http://mail.google.com/support/bin/answer.py?answer=6590 552 5.7.0 p1 - gsmtp",
        )],
        source: "https://support.google.com/mail/answer/6590",
        ..RULE
    },
    Rule {
        id: "gmail-content-security",
        cause: Cause::ContentBlocked,
        says: &[
            "p=blockedmessage",
            "content presents a potential * security issue",
            "its content presents a potential",
            "detected an illegal attachment",
            "mail/answer/6590",
            "answer.py?answer=6590",
        ],
        summary: "Gmail refused an attachment or a link that it holds for dangerous.",
        steps: &[
            "Look for attachments of a type that Gmail refuses: programs, scripts, macros, archives that hold such files, and archives with a password.",
            "Share the file through Google Drive or another file service and send only the link.",
        ],
        links: &["https://support.google.com/mail/answer/6590"],
        examples: &[
            ex(
                "552-5.7.0 This message was blocked because its content presents a potential 552-5.7.0 security issue. To review our message content and attachment content 552-5.7.0 guidelines, go to 552 5.7.0  https://support.google.com/mail/?p=BlockedMessage a1 - gsmtp",
            ),
            ex(
                "552-5.7.0 Our system detected an illegal attachment on your message. Please 552-5.7.0 visit http://mail.google.com/support/bin/answer.py?answer=6590 to 552 5.7.0 review our attachment guidelines. - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-multiple-from",
        cause: Cause::MessageMalformed,
        says: &[
            "multiple addresses in * from: * not accepted",
            "multiple addresses in from: header",
            "has multiple * from: headers",
        ],
        summary: "The message names more than one address in its From header, or has that header twice.",
        steps: &[
            "Look at the From header of the returned message: exactly one such line with exactly one address may stand there.",
            "Have the program that writes the message put further authors into Reply-To or Cc.",
        ],
        links: &["https://support.google.com/mail/?p=RfcMessageNonCompliant"],
        examples: &[ex(
            "550-5.7.1 [192.0.2.9] Messages with multiple addresses in From: 550-5.7.1 header are not accepted. For more information, go to 550 5.7.1  https://support.google.com/mail/?p=RfcMessageNonCompliant g7 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-not-rfc-compliant",
        cause: Cause::MessageMalformed,
        says: &[
            "p=rfcmessagenoncompliant",
            "message is not rfc 5322 compliant",
            "message is not rfc * compliant",
            "messages missing a valid",
            "messages missing a valid address in * from:",
            "messages missing a valid message-id",
            "encoded-word syntax is not permitted in",
            "unicode character in a disallowed header",
        ],
        summary: "Gmail refused the message because its header breaks the mail format RFC 5322.",
        steps: &[
            "Read in the reply which header is named: From, To, Subject, Date and Message-ID may stand only once, and From must hold one full address.",
            "Correct the program or template that writes the message; the returned copy shows the header as it was sent.",
        ],
        links: &["https://support.google.com/mail/?p=RfcMessageNonCompliant", GUIDELINES],
        examples: &[
            ex(
                "550-5.7.1 [192.0.2.9      11] This message is not RFC 5322 compliant, the issue is: 550-5.7.1 duplicate headers. To reduce the amount of spam sent to Gmail, this 550-5.7.1 message has been blocked. Please review 550 5.7.1 RFC 5322 specifications for more information. p3 - gsmtp",
            ),
            ex(
                "550-5.7.1 [192.0.2.9] Messages missing a valid Message-ID header are not 550-5.7.1 accepted. For more information, go to 550 5.7.1 x3 - gsmtp",
            ),
            ex(
                "550-5.7.1 [192.0.2.9 11] Messages missing a valid address in From: 550-5.7.1 header, or having no From: header, are not accepted. t5 - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-malformed",
        cause: Cause::MessageMalformed,
        says: &["mail message is malformed. not accepted", "message is malformed. not accepted"],
        examples: &[ex(
            "554 5.6.0 Mail message is malformed. Not accepted. For more information, go to https://support.google.com/mail/answer/81126 x1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
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
            "is not accepted due to * dmarc",
            "p=dmarcreject",
        ],
        by: GOOGLE,
        summary: "The From domain tells receivers to reject mail that fails DMARC, and this message failed it at Gmail.",
        steps: &[
            "Send mail with this From address only through servers that the domain has set up: its SPF record must list them, or they must sign with its DKIM key.",
            "Check in the DNS of {sender_domain} that SPF or DKIM passes with the same domain as in the From header.",
            "Send through the account's own provider, or use a From address of your own domain, when a form, a printer or a foreign service wrote the message.",
        ],
        links: &["https://support.google.com/mail/answer/2451690", "https://support.google.com/a/answer/2466580"],
        examples: &[
            ex(
                "550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's 550-5.7.26 DMARC policy. Please contact the administrator of example.com domain if 550-5.7.26 this was a legitimate mail. To learn about the DMARC initiative, go to 550 5.7.26  https://support.google.com/mail/?p=DmarcRejection u1 - gsmtp",
            ),
            ex_by(
                "550-5.7.1 Unauthenticated email from example.com is not accepted due to domain's 550-5.7.1 DMARC policy. Please contact administrator of example.com domain if this 550 5.7.1 was a legitimate mail. e7 - gsmtp",
                "gmail-smtp-in.l.google.com",
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
        summary: "The sending server's IP address has no PTR record, or its name does not lead back to the address.",
        steps: &[
            "Ask whoever provides the address {ip} to set its reverse DNS (PTR) record to the host name of the mail server.",
            "Add an A or AAAA record for that host name that points back to the same address.",
            "Check both directions before sending again.",
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
        links: &["https://support.google.com/a/answer/10032169", GUIDELINES],
        examples: &[ex(
            "421-4.7.32 Your email has been rate limited because the From: header (RFC5322) in 421-4.7.32 this message isn't aligned with either the authenticated SPF or DKIM organizational domain. 421 4.7.32 v1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
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
        cause: Cause::PolicyRejection,
        says: &[
            "user or domain that you are sending to (or from) has a policy",
            "user or domain that you are sending to * has a policy",
            "sending to (or from) has a policy",
            "a policy that * prohibited the mail that you sent",
            "a policy is in place that prevents your message",
            "a/answer/172179",
        ],
        summary: "A rule that an administrator of {domain} or of the sender's own organisation set up in Google Workspace forbids this message.",
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
            "aspmx.l.google.com",
        )],
        source: REFERENCE,
        ..RULE
    },
    // Transport.
    Rule {
        id: "gmail-tls-required",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        permanence: Some(Permanence::Permanent),
        says: &["tls required for rcpt domain"],
        summary: "{domain} takes mail at Google only over an encrypted connection, and the sending server did not use one.",
        steps: &[
            "Switch on STARTTLS for outgoing mail on the sending server.",
            "Check that no firewall or virus scanner removes STARTTLS from the conversation.",
        ],
        links: &["https://support.google.com/a/answer/2520500"],
        examples: &[ex(
            "421 4.7.0 TLS required for RCPT domain, closing connection. For more information, go to https://support.google.com/mail/answer/6330403 c1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-starttls-first",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        says: &["must issue a starttls command first", "no commands allowed to pipeline after starttls"],
        by: GOOGLE,
        summary: "Google wants the connection encrypted before it takes mail.",
        steps: &["Set the mail program or device to use STARTTLS on port 587, or SSL/TLS on port 465."],
        links: &["https://support.google.com/a/answer/176600"],
        examples: &[ex(
            "530-5.7.0 Must issue a STARTTLS command first. For more information, go to 530 5.7.0  https://support.google.com/a/answer/3221692 z1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-app-password",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::Sender),
        says: &["p=invalidsecondfactor", "application-specific password required"],
        summary: "The Google account uses two-step verification, so the mail program needs an app password.",
        steps: &[
            "Create an app password in the Google account under Security, 2-Step Verification, App passwords.",
            "Enter it in the mail program or device instead of the normal password, or let the program sign in with OAuth.",
        ],
        links: &["https://support.google.com/accounts/answer/185833"],
        examples: &[ex(
            "534-5.7.9 Application-specific password required. For more information, go to 534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor a1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-login-failed",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::Sender),
        says: &[
            "p=badcredentials",
            "p=webloginrequired",
            "p=wantautherror",
            "username and password not accepted",
            "log in via your web browser",
            "log in through your web browser",
            "log in with your web browser",
            "too many login attempts, please try again later",
            "too many unauthenticated commands",
        ],
        by: GOOGLE,
        summary: "Google did not accept the login of the mail program or device.",
        steps: &[
            "Check the user name (the full address) and the password in the outgoing server settings.",
            "Use an app password or OAuth: Google no longer takes the normal password from programs.",
            "Open the Google account in a browser and confirm the sign-in if Google asks for it.",
        ],
        links: &["https://support.google.com/mail/?p=BadCredentials", "https://support.google.com/mail/answer/7126229"],
        examples: &[
            ex(
                "535-5.7.8 Username and Password not accepted. For more information, go to 535 5.7.8  https://support.google.com/mail/?p=BadCredentials f1 - gsmtp",
            ),
            ex(
                "534-5.7.14 Please log in via your web browser and then try again. 534-5.7.14  Learn more at 534 5.7.14  https://support.google.com/mail/answer/78754 y1 - gsmtp",
            ),
            ex(
                "530-5.7.0 Authentication Required. For more information, go to 530 5.7.0  https://support.google.com/mail/?p=WantAuthError x1 - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-helo",
        cause: Cause::HeloInvalid,
        says: &["helo/ehlo argument", "empty helo/ehlo argument"],
        by: GOOGLE,
        summary: "The sending server greets with an empty or invalid host name.",
        steps: &[
            "Set the HELO name of the sending server to its full host name, such as mail.example.com, which must resolve in DNS.",
        ],
        links: &["https://support.google.com/mail/?p=helo"],
        examples: &[ex(
            "501-5.5.4 HELO/EHLO argument \"local_host\" invalid, closing connection. For more information, go to 501 5.5.4 https://support.google.com/mail/?p=helo z1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &[
            "your message has too many recipients",
            "too many recipients for this sender",
            "domain policy size per transaction exceeded",
        ],
        by: GOOGLE,
        examples: &[
            ex(
                "452-4.5.3 Your message has too many recipients. For more information regarding 452-4.5.3 Google's sending limits, go to 452 4.5.3  https://support.google.com/mail/?p=TooManyRecipientsError u1 - gsmtp",
            ),
            ex(
                "452 4.5.3 Domain policy size per transaction exceeded, please try this recipient in a separate transaction. a3 - gsmtp https://support.google.com/mail/answer/22839",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-multiple-domains",
        cause: Cause::ProtocolError,
        permanence: Some(Permanence::Temporary),
        says: &["multiple destination domains per transaction"],
        summary: "Google takes recipients of only one domain in one transaction; the sending server repeats the others by itself.",
        steps: &[
            "Let the sending server retry, and set it to deliver to one domain per connection if the delay keeps coming back.",
        ],
        examples: &[ex(
            "451-4.3.0 Multiple destination domains per transaction is unsupported. Please 451 4.3.0 try again. l2 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-loop",
        cause: Cause::RoutingLoop,
        says: &["message exceeded 50 hops"],
        examples: &[ex(
            "554-5.4.6 Message exceeded 50 hops, this may indicate a mail loop. For more 554 5.4.6 information, go to https://support.google.com/a/answer/3221692 b2 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-try-later",
        cause: Cause::RateLimited,
        says: &[
            "try again later, closing connection",
            "[tempfail] try again later",
            "connection expired, try reconnecting",
        ],
        by: GOOGLE,
        summary: "Google does not want more from this server at the moment and asks it to come back later.",
        steps: &[
            "Let the sending server retry; most such delays pass within minutes.",
            "Lower the number of parallel connections to Google, and check the reputation of {ip} if it happens often.",
        ],
        links: &[POSTMASTER],
        examples: &[ex(
            "421-4.7.0 Try again later, closing connection. (EHLO) For more information, go to 421 4.7.0  https://support.google.com/a/answer/3221692 t1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-temporary",
        cause: Cause::ServerError,
        says: &[
            "temporary system problem",
            "mail server temporarily rejected message",
            "email server has temporarily rejected",
            "server busy, try again later",
        ],
        by: GOOGLE,
        summary: "Google had a temporary trouble of its own.",
        steps: &[
            "Check the Google Workspace status page if the delays go on for hours; otherwise nothing has to be done.",
        ],
        links: &["https://www.google.com/appsstatus/dashboard/"],
        examples: &[
            ex(
                "421-4.3.0 Temporary System Problem.  Try again later. For more information, go to 421 4.3.0  https://support.google.com/a/answer/3221692 d1 - gsmtp",
            ),
            ex(
                "451-4.3.0 Mail server temporarily rejected message. For more information, go to 451 4.3.0  https://support.google.com/a/answer/3221692 d1 - gsmtp",
            ),
        ],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-protocol",
        cause: Cause::ProtocolError,
        says: &[
            "smtp protocol violation",
            "transaction protocol command was issued out of",
            "no identity changes permitted",
            "too many unrecognized commands, goodbye",
        ],
        by: GOOGLE,
        examples: &[ex(
            "503-5.5.1 MAIL first. A mail transaction protocol command was issued out of sequence. For more information, go to 503 5.5.1 https://support.google.com/a/answer/3221692 j1 - gsmtp",
        )],
        source: REFERENCE,
        ..RULE
    },
    // Google's own codes without its words: many reports keep only the code.
    Rule {
        id: "gmail-code-23-25",
        cause: Cause::ReverseDnsMissing,
        codes: &[any(7, 23), any(7, 25)],
        by: GOOGLE,
        summary: "The sending server's IP address has no PTR record, or its name does not lead back to the address.",
        links: &["https://support.google.com/mail/answer/81126#ip"],
        examples: &[ex_by("550 5.7.25 k2 - gsmtp", "gmail-smtp-in.l.google.com")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-24-27",
        cause: Cause::SpfFailure,
        codes: &[any(7, 24), any(7, 27)],
        by: GOOGLE,
        links: &[GUIDELINES],
        examples: &[ex_by("421 4.7.27 k2 - gsmtp", "gmail-smtp-in.l.google.com")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-26",
        cause: Cause::UnauthenticatedMail,
        codes: &[any(7, 26)],
        by: GOOGLE,
        links: &["https://support.google.com/mail/answer/81126#authentication"],
        examples: &[ex_by("550 5.7.26 k2 - gsmtp", "aspmx.l.google.com")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-28",
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        codes: &[any(7, 28)],
        by: GOOGLE,
        links: &[GUIDELINES],
        examples: &[ex_by("421 4.7.28 k2 - gsmtp", "aspmx.l.google.com")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-29",
        cause: Cause::TlsFailure,
        owner: Some(Owner::SenderAdmin),
        codes: &[any(7, 29)],
        by: GOOGLE,
        links: &[GUIDELINES],
        examples: &[ex_by("421 4.7.29 k2 - gsmtp", "aspmx.l.google.com")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-30",
        cause: Cause::DkimFailure,
        codes: &[any(7, 30)],
        by: GOOGLE,
        links: &[GUIDELINES],
        examples: &[ex_by("421 4.7.30 k2 - gsmtp", "aspmx.l.google.com")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-32-40",
        cause: Cause::DmarcFailure,
        codes: &[any(7, 31), any(7, 32), st(5, 7, 40), st(4, 7, 40)],
        by: GOOGLE,
        links: &[GUIDELINES],
        examples: &[ex_by("421 4.7.32 k2 - gsmtp", "aspmx.l.google.com")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-5-2-1",
        cause: Cause::MailboxDisabled,
        codes: &[st(5, 2, 1)],
        says: &["gsmtp"],
        examples: &[ex("550 5.2.1 k2 - gsmtp")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-auth",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::Sender),
        codes: &[reply(534), reply(535)],
        says: &["gsmtp"],
        examples: &[ex("535 5.7.8 k2 - gsmtp")],
        source: REFERENCE,
        ..RULE
    },
];
