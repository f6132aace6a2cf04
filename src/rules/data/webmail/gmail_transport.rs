//! Gmail, fifth part: connection, login and protocol, and Google's own codes where its words are missing.
//! Reference: <https://support.google.com/a/answer/3726730>; see `gmail.rs` for how Google writes.

use crate::names::code::{any, reply, st};
use crate::names::terms::{Cause, Owner, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const REFERENCE: &str = "https://support.google.com/a/answer/3726730";
const GUIDELINES: &str = "https://support.google.com/mail/answer/81126";
const POSTMASTER: &str = "https://postmaster.google.com/";
/// The host, or a link or the mark at the end of Google's own words; not gmail.com, which others name as well.
const GOOGLE: &[&str] = &["google.com", "googlemail.com", "gsmtp"];

pub(super) const RULES: &[Rule] = &[
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
        examples: &[ex_by("550 5.7.25 k2 - gsmtp", "mx9.google.com")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-24-27",
        cause: Cause::SpfFailure,
        codes: &[any(7, 24), any(7, 27)],
        by: GOOGLE,
        links: &[GUIDELINES],
        examples: &[ex_by("421 4.7.27 k2 - gsmtp", "mx9.google.com")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-26",
        cause: Cause::UnauthenticatedMail,
        codes: &[any(7, 26)],
        by: GOOGLE,
        links: &["https://support.google.com/mail/answer/81126#authentication"],
        examples: &[ex_by("550 5.7.26 k2 - gsmtp", "mx9.google.com")],
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
        examples: &[ex_by("421 4.7.28 k2 - gsmtp", "mx9.google.com")],
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
        examples: &[ex_by("421 4.7.29 k2 - gsmtp", "mx9.google.com")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-30",
        cause: Cause::DkimFailure,
        codes: &[any(7, 30)],
        by: GOOGLE,
        links: &[GUIDELINES],
        examples: &[ex_by("421 4.7.30 k2 - gsmtp", "mx9.google.com")],
        source: REFERENCE,
        ..RULE
    },
    Rule {
        id: "gmail-code-32-40",
        cause: Cause::DmarcFailure,
        codes: &[any(7, 31), any(7, 32), st(5, 7, 40), st(4, 7, 40)],
        by: GOOGLE,
        links: &[GUIDELINES],
        examples: &[ex_by("421 4.7.32 k2 - gsmtp", "mx9.google.com")],
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
