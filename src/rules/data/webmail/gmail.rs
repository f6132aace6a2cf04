//! Gmail and Google Workspace, first part: Google's relay for Workspace customers, and the recipient's mailbox.
//!
//! The reference is <https://support.google.com/a/answer/3726730>; every reply ends in "gsmtp", those that come
//! from a rule of the customer's own administrator carry "gcdp" as well. Google wraps its lines at some 70
//! columns and some reporting servers keep the repeated status code, so phrases leave gaps where a line may end.

use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

const REFERENCE: &str = "https://support.google.com/a/answer/3726730";
const RELAY: &str = "https://support.google.com/a/answer/6140680";
const RECEIVING: &str = "https://support.google.com/a/answer/1366776";

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
        and: &["gsmtp", "google", "gmail", "goo.gl"],
        cause: Cause::RelayDenied,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "invalid credentials for relay",
            "mail sending denied",
            "email sending denied",
            "answer/6140680",
            "mail relay denied [",
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
        and: &["gsmtp", "google", "gmail", "goo.gl"],
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "daily user sending * exceeded",
            "daily sending quota exceeded",
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
            ex("550 5.2.1 The email account that you tried to reach is disabled. g9si00"),
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
];
