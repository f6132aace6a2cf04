//! Sending services and what they say instead of sending: Amazon SES and WorkMail, SendGrid, Mailgun, Postmark,
//! SparkPost and PowerMTA, Mandrill, Mailjet, Brevo. Pages:
//! <https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html>,
//! <https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html>,
//! <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-bounce.html>,
//! <https://documentation.mailgun.com/>, <https://postmarkapp.com/developer/api/overview#error-codes>,
//! <https://support.sparkpost.com/docs/deliverability/bounce-classification-codes>.

use crate::names::code::reply;
use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const SES: &str = "https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html";
const SES_SMTP: &str = "https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html";
const SES_SUPPRESSED: &str = "https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html";
const SES_RECEIVING: &str = "https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-bounce.html";
const AWS: &[&str] = &["amazonaws.com", "amazonses.com", "awsapps.com", "amazon.com"];

pub(super) const RULES: &[Rule] = &[
    // Suppression lists.
    Rule {
        id: "ses-address-blacklisted",
        cause: Cause::Suppressed,
        says: &["address blacklisted"],
        not: &["ip address", "by recipient"],
        by: &["amazonaws.com", "amazonses.com"],
        summary: "Amazon SES sends nothing to {address}, because the address bounced before: it stands on the suppression list.",
        examples: &[ex_by("554 Address blacklisted", "email-smtp.us-east-1.amazonaws.com")],
        source: "https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html",
        ..RULE
    },
    Rule {
        id: "ses-account-suppression",
        cause: Cause::Suppressed,
        says: &[
            "because it is on the suppression list for your account",
            "amazon ses did not send the message to this address",
        ],
        summary: "Amazon SES did not even try: {address} is on the account's own suppression list after an earlier bounce or complaint.",
        steps: &[
            "Make sure that {address} exists and wants the mail.",
            "Remove it in the SES console under Suppression list, or with aws sesv2 delete-suppressed-destination.",
        ],
        links: &[SES_SUPPRESSED],
        examples: &[ex(
            "Amazon SES did not send the message to this address because it is on the suppression list for your account. For more information about removing addresses from the suppression list, see the Amazon SES Developer Guide",
        )],
        source: "https://aws.amazon.com/premiumsupport/knowledge-center/ses-suppression-list-sending-quota/",
        ..RULE
    },
    Rule {
        id: "ses-global-suppression",
        cause: Cause::Suppressed,
        says: &[
            "amazon ses has suppressed sending to this address",
            "has a recent history of bouncing as an invalid address",
        ],
        summary: "Amazon SES did not even try: {address} bounced for some of its customers lately.",
        steps: &[
            "Make sure that {address} exists.",
            "Override the global list by using the account-level suppression list, or wait up to 14 days.",
        ],
        links: &[SES_SUPPRESSED],
        examples: &[ex(
            "Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address. For more information about how to remove an address from the suppression list, see the Amazon SES Developer Guide",
        )],
        source: "https://aws.amazon.com/premiumsupport/knowledge-center/ses-suppression-list-sending-quota/",
        ..RULE
    },
    Rule {
        id: "mailgun-suppressed",
        cause: Cause::Suppressed,
        says: &[
            "not delivering to previously bounced address",
            "not delivering to a previously bounced address",
            "not delivering to a user who marked your messages as spam",
            "not delivering to unsubscribed address",
            "not delivering to unsubscribed recipient",
            "not delivering to recipient * suppress",
        ],
        summary: "Mailgun did not even try: {address} bounced, complained or unsubscribed before.",
        steps: &[
            "Make sure that {address} exists and that its owner wants the mail.",
            "Remove it in the Mailgun dashboard under Sending, Suppressions.",
        ],
        links: &["https://help.mailgun.com/hc/en-us/articles/360012287493-What-are-Suppressions"],
        examples: &[
            ex("605 Not delivering to previously bounced address"),
            ex("607 Not delivering to a user who marked your messages as spam"),
        ],
        source: "https://help.mailgun.com/hc/en-us/articles/360012287493-What-are-Suppressions",
        ..RULE
    },
    Rule {
        id: "sendgrid-suppressed",
        cause: Cause::Suppressed,
        says: &["bounced address ", "spam reporting address", "unsubscribed address"],
        by: &["sendgrid.net", "sendgrid.com", "sendgrid.info", "twilio.com"],
        summary: "SendGrid dropped the message: {address} bounced, complained or unsubscribed before.",
        steps: &[
            "Make sure that {address} exists and that its owner wants the mail.",
            "Remove it in SendGrid under Suppressions.",
        ],
        links: &["https://www.twilio.com/docs/sendgrid/ui/sending-email/index-suppressions"],
        examples: &[ex_by("550 Bounced Address", "smtp.sendgrid.net")],
        source: "https://www.twilio.com/docs/sendgrid/ui/analytics-and-reporting/email-activity-feed",
        ..RULE
    },
    Rule {
        id: "postmark-inactive",
        cause: Cause::Suppressed,
        says: &[
            "found inactive addresses",
            "recipient that has been marked as inactive",
            "inactive recipients are ones that have generated",
        ],
        summary: "Postmark did not even try: {address} is inactive there after a hard bounce, a complaint or by hand.",
        steps: &[
            "Make sure that {address} exists and wants the mail.",
            "Reactivate it in Postmark under the message stream's Suppressions.",
        ],
        links: &["https://postmarkapp.com/support/article/1018-what-is-an-inactive-recipient"],
        examples: &[ex(
            "406 You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: joe@example.com. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.",
        )],
        source: "https://postmarkapp.com/developer/api/overview#error-codes",
        ..RULE
    },
    Rule {
        id: "sparkpost-suppressed",
        cause: Cause::Suppressed,
        says: &[
            "recipient address was suppressed due to",
            "recipient address suppressed due to",
            "recipient address suppressed",
            "suppressed due to customer policy",
            "suppressed due to system policy",
        ],
        summary: "SparkPost did not even try: {address} is on the sender's suppression list.",
        steps: &[
            "Make sure that {address} exists and wants the mail.",
            "Remove it in SparkPost under Recipients, Suppressions.",
        ],
        links: &["https://support.sparkpost.com/docs/user-guide/using-suppression-lists"],
        examples: &[ex("554 5.7.1 recipient address suppressed due to customer policy")],
        source: "https://support.sparkpost.com/docs/user-guide/using-suppression-lists",
        ..RULE
    },
    Rule {
        id: "mandrill-rejected",
        cause: Cause::Suppressed,
        says: &["rejection denylist", "rejection blacklist", "rejected by mandrill", "mandrill * reject list"],
        summary: "Mandrill did not even try: {address} is on its rejection list after a bounce or complaint.",
        steps: &[
            "Remove the address in Mailchimp Transactional under Outbound, Rejection Denylist, if it exists and wants the mail.",
        ],
        links: &["https://mailchimp.com/developer/transactional/docs/reputation-rejections/"],
        examples: &[ex("Recipient is on the Rejection Denylist for this account")],
        source: "https://mailchimp.com/developer/transactional/docs/reputation-rejections/",
        ..RULE
    },
    Rule {
        id: "mailjet-preblocked",
        cause: Cause::Suppressed,
        says: &["preblocked", "mailjet * blocked"],
        by: &["mailjet.com"],
        summary: "Mailjet did not even try: {address} bounced or complained before.",
        steps: &["Wait: Mailjet lifts such blocks after some months, or ask its support when the address works again."],
        links: &["https://documentation.mailjet.com/hc/en-us/articles/360042956173"],
        examples: &[ex_by("preblocked: recipient in prior bounces", "in-v3.mailjet.com")],
        source: "https://dev.mailjet.com/email/guides/webhooks/#possible-values-for-errors",
        ..RULE
    },
    Rule {
        id: "brevo-blocklisted-contact",
        cause: Cause::Suppressed,
        says: &[
            "blocklisted contact",
            "blacklisted contact",
            "contact is blocklisted",
            "contact is blacklisted",
            "unsubscribed contact",
        ],
        summary: "The sending service did not even try: {address} is blocked there after a bounce, a complaint or an unsubscription.",
        steps: &["Unblock the contact in the sending service if its owner wants the mail."],
        links: &["https://help.brevo.com/hc/en-us/articles/209458705"],
        examples: &[ex("blocked : due to blacklisted contact")],
        source: "https://help.brevo.com/hc/en-us/articles/209458705",
        ..RULE
    },
    // Amazon SES, sending.
    Rule {
        id: "ses-not-verified",
        and: &["identit", "amazon", "region"],
        cause: Cause::SenderAddressRejected,
        says: &["email address is not verified", "following identities failed the check in region"],
        summary: "Amazon SES sends only for verified addresses and domains, and in its sandbox only to such.",
        steps: &[
            "Verify {sender} or {sender_domain} in the SES console, in the region that the reply names.",
            "Request production access if the account is still in the sandbox, where recipients have to be verified as well.",
        ],
        links: &["https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html"],
        examples: &[ex(
            "554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: joe@example.com",
        )],
        source: SES,
        ..RULE
    },
    Rule {
        id: "ses-quota",
        cause: Cause::SendingQuotaExceeded,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "throttling failure: daily message quota exceeded",
            "throttling failure: maximum sending rate exceeded",
            "sending quota exceeded * amazon",
        ],
        summary: "The Amazon SES account has reached its sending quota or rate.",
        steps: &["Slow down the application and let it retry.", "Request a higher quota in the SES console."],
        links: &["https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html"],
        examples: &[
            ex("454 Throttling failure: Maximum sending rate exceeded."),
            ex("454 Throttling failure: Daily message quota exceeded"),
        ],
        source: SES_SMTP,
        ..RULE
    },
    Rule {
        id: "ses-paused",
        cause: Cause::SenderAccountSuspended,
        says: &[
            "sending paused for this account",
            "sending * paused * reputation",
            "sending suspended for this account",
        ],
        summary: "Amazon has paused sending for this SES account, mostly because of bounces or complaints.",
        steps: &["Read the notice in the AWS account's Support Center and answer it with what was corrected."],
        links: &["https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html"],
        examples: &[ex(
            "554 Message rejected: Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.",
        )],
        source: SES,
        ..RULE
    },
    Rule {
        id: "ses-access-denied",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "is not authorized to perform 'ses:",
            "is not authorized to perform: ses:",
            "not authorized to perform ses:",
        ],
        summary: "Amazon SES did not accept the SMTP credentials, or they may not send with this identity.",
        steps: &[
            "Create SMTP credentials in the SES console for the region in use and enter them; AWS access keys do not work for SMTP.",
            "Allow ses:SendRawEmail in the policy of the IAM user.",
        ],
        links: &["https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html"],
        examples: &[ex(
            "554 Access denied: User 'arn:aws:iam::123456789012:user/ses' is not authorized to perform 'ses:SendRawEmail' on resource",
        )],
        source: SES_SMTP,
        ..RULE
    },
    Rule {
        id: "ses-malformed",
        cause: Cause::MessageMalformed,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "transaction failed: expected",
            "transaction failed: invalid header",
            "transaction failed: missing",
            "transaction failed: header",
        ],
        summary: "Amazon SES refused the message because a header is malformed.",
        steps: &["Correct the program or server that writes the header named in the reply."],
        links: &[SES],
        examples: &[ex("554 Transaction failed: Expected disposition, got null")],
        source: SES_SMTP,
        ..RULE
    },
    Rule {
        id: "ses-address-syntax",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "missing final '@domain'",
            "invalid domain name",
            "domain contains illegal character",
            "domain contains control or whitespace",
            "local address contains control or whitespace",
            "domain starts with dot",
            "user name is missing",
        ],
        by: AWS,
        links: &[SES],
        examples: &[ex_by(
            "554 Invalid parameter value: Missing final '@domain'",
            "email-smtp.xx-east-9.amazonaws.com",
        )],
        source: SES,
        ..RULE
    },
    Rule {
        id: "ses-expired-no-connection",
        cause: Cause::ConnectionFailed,
        says: &[
            "message expired: unable to deliver in * connection timed out",
            "message expired: unable to deliver in * timeout",
            "unable to deliver in * minutes.<4.4.1",
            "unable to deliver in * minutes.<unable to",
            "unable to deliver in * minutes.<* connection",
        ],
        summary: "Amazon tried for hours and could not connect to the mail server of {domain}.",
        examples: &[ex("554 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.2 Connection timed out>")],
        source: "https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html",
        ..RULE
    },
    Rule {
        id: "ses-expired-no-dns",
        cause: Cause::DnsFailure,
        says: &["message expired: unable to deliver in * unable to lookup dns", "unable to lookup dns for"],
        summary: "Amazon could not find the mail server of {domain} in DNS.",
        examples: &[ex(
            "550 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.0 Unable to lookup DNS for example.com>",
        )],
        source: "https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html",
        ..RULE
    },
    // Amazon SES, receiving, and WorkMail.
    Rule {
        id: "ses-in-blacklisted",
        cause: Cause::SenderBlocked,
        says: &["ip address blacklisted by recipient", "ip address blocked by recipient"],
        by: AWS,
        summary: "The administrators of {domain} block the IP address {ip} in their Amazon SES account.",
        steps: &[
            "Remove the address from the IP address filters under Email receiving in the SES console if the mail is wanted.",
        ],
        links: &["https://docs.aws.amazon.com/ses/latest/dg/receiving-email-ip-filtering-console-walkthrough.html"],
        examples: &[ex_by("550 5.7.1 IP address blacklisted by recipient", "inbound-smtp.xx-west-9.amazonaws.com")],
        source: "https://docs.aws.amazon.com/ses/latest/dg/receiving-email.html",
        ..RULE
    },
    Rule {
        id: "ses-in-mailbox-unavailable",
        cause: Cause::RecipientUnknown,
        says: &["requested action not taken: mailbox unavailable", "mailbox does not exist"],
        by: AWS,
        summary: "{domain} receives its mail through Amazon SES or WorkMail, where no rule or mailbox takes {address}.",
        steps: &[
            "Check {address} for typing errors.",
            "Ask the administrators of {domain} to check the receipt rules, and that the domain is verified in that region.",
        ],
        links: &[SES_RECEIVING],
        examples: &[ex_by(
            "550 5.1.1 Requested action not taken: mailbox unavailable",
            "inbound-smtp.xx-west-9.amazonaws.com",
        )],
        source: SES_RECEIVING,
        ..RULE
    },
    Rule {
        id: "ses-in-filtered",
        cause: Cause::PolicyRejection,
        says: &["message filtered"],
        by: AWS,
        links: &[SES_RECEIVING],
        examples: &[ex_by("550 5.2.0 Message Filtered", "inbound-smtp.xx-west-9.amazonaws.com")],
        source: SES_RECEIVING,
        ..RULE
    },
    // SendGrid, Mailgun, Postmark: the sender's own account.
    Rule {
        id: "sendgrid-sender-identity",
        cause: Cause::SenderAddressRejected,
        says: &["does not match a verified sender identity"],
        summary: "SendGrid sends only for verified senders, and {sender} is none.",
        steps: &["Verify {sender} or authenticate {sender_domain} in SendGrid under Settings, Sender Authentication."],
        links: &["https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sender-identity"],
        examples: &[ex(
            "550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements",
        )],
        source: "https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sender-identity",
        ..RULE
    },
    Rule {
        id: "sendgrid-credits",
        cause: Cause::SendingQuotaExceeded,
        owner: Some(Owner::SenderAdmin),
        says: &["maximum credits exceeded", "recipient list over package quota"],
        summary: "The SendGrid account has used up what its plan allows.",
        steps: &["Wait for the next period or choose a larger plan."],
        examples: &[ex("451 Authentication failed: Maximum credits exceeded")],
        source: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/billing",
        ..RULE
    },
    Rule {
        id: "sendgrid-unauthenticated",
        cause: Cause::SmtpAuthRequired,
        says: &["unauthenticated senders not allowed"],
        summary: "The program did not log in to SendGrid before sending.",
        steps: &["Set the user name to the word apikey and the password to a SendGrid API key with mail permission."],
        links: &["https://www.twilio.com/docs/sendgrid/for-developers/sending-email/integrating-with-the-smtp-api"],
        examples: &[ex("550 Unauthenticated senders not allowed")],
        source: "https://www.twilio.com/docs/sendgrid/for-developers/sending-email/getting-started-smtp",
        ..RULE
    },
    Rule {
        id: "mailgun-sandbox",
        cause: Cause::SenderNotPermitted,
        owner: Some(Owner::SenderAdmin),
        says: &["sandbox subdomains are for test purposes only", "free accounts are for test purposes only"],
        summary: "The Mailgun sandbox domain sends only to authorised test recipients.",
        steps: &[
            "Add and verify an own sending domain in Mailgun, or add {address} to the authorised recipients for tests.",
        ],
        links: &["https://help.mailgun.com/hc/en-us/articles/217531258-Authorized-Recipients"],
        examples: &[ex(
            "421 Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients in domain settings.",
        )],
        source: "https://help.mailgun.com/hc/en-us/articles/217531258-Authorized-Recipients",
        ..RULE
    },
    Rule {
        id: "mailgun-domain-disabled",
        cause: Cause::SenderAccountSuspended,
        says: &[
            "is not allowed to send: account is disabled",
            "is not allowed to send: the domain",
            "domain is unverified and requires dns",
        ],
        summary: "Mailgun does not let this account or domain send.",
        steps: &["Look in the Mailgun dashboard for the notice that says why, and answer its support ticket."],
        examples: &[ex(
            "421 Domain mg.example.com is not allowed to send: The domain is unverified and requires DNS configuration.",
        )],
        source: "https://help.mailgun.com/hc/en-us/articles/360011566033-Account-Disabled",
        ..RULE
    },
    Rule {
        id: "mailgun-no-mx",
        codes: &[reply(498)],
        cause: Cause::DomainNotFound,
        says: &["no mx for "],
        summary: "The domain {domain} has no mail server.",
        examples: &[ex("498 No MX for example.con")],
        source: "https://help.mailgun.com/",
        ..RULE
    },
    Rule {
        id: "mailgun-too-old",
        cause: Cause::MessageExpired,
        permanence: Some(Permanence::Temporary),
        says: &["602 too old", "too old (mailgun"],
        examples: &[ex("602 Too old")],
        source: "https://help.mailgun.com/",
        ..RULE
    },
    Rule {
        id: "postmark-sender-signature",
        cause: Cause::SenderAddressRejected,
        says: &[
            "is not a sender signature on your account",
            "not a confirmed sender signature",
            "sender signature not found",
            "sender signature not confirmed",
        ],
        summary: "Postmark sends only for confirmed senders, and {sender} is none.",
        steps: &["Confirm {sender} or verify {sender_domain} in Postmark under Sender Signatures."],
        links: &["https://postmarkapp.com/support/article/846-how-do-i-verify-a-domain"],
        examples: &[ex(
            "400 The 'From' address you supplied (joe@example.com) is not a Sender Signature on your account. Please add and confirm this address in order to be able to use it in the 'From' field of your messages.",
        )],
        source: "https://postmarkapp.com/developer/api/overview#error-codes",
        ..RULE
    },
];
