//! Which refusals can come at which stage of the dialogue, and from which speaker.
//!
//! RFC 5321 section 4.1.1: a server knows the sender only after MAIL, the recipient only after RCPT, the content only
//! after DATA. What it refuses earlier is about something that it knows by then. Servers may put off what they know
//! (Postfix refuses clients and senders after RCPT, `smtpd_delay_reject`), so a later stage rules out little.

use crate::names::terms::{Cause, Speaker, Stage};

/// Can a refusal for this cause come at this stage, and from this speaker, as far as they are known?
#[must_use]
pub(crate) fn fits(cause: Cause, stage: Option<Stage>, speaker: Option<Speaker>) -> bool {
    stage.is_none_or(|stage| comes_at(cause, stage)) && speaker.is_none_or(|speaker| is_said_by(cause, speaker))
}

/// What words about a name or an account mean at a stage at which the server knows no recipient yet: after MAIL they are
/// about the sender, after HELO about the name in it, at the login about the account that logs in.
#[must_use]
pub(crate) fn meant(cause: Cause, stage: Option<Stage>) -> Cause {
    let about_a_name = matches!(
        cause,
        Cause::DomainNotFound | Cause::RecipientUnknown | Cause::RecipientAddressInvalid | Cause::DomainRefusesMail
    );
    match (stage, cause) {
        (Some(Stage::Mail), _) if about_a_name => Cause::SenderAddressRejected,
        (Some(Stage::Mail), Cause::MailboxDisabled) => Cause::SenderAccountSuspended,
        (Some(Stage::Helo), Cause::DnsFailure) => Cause::HeloInvalid,
        (Some(Stage::Helo), _) if about_a_name => Cause::HeloInvalid,
        (Some(Stage::Auth), Cause::MailboxDisabled) => Cause::SenderAccountSuspended,
        (Some(Stage::Auth), _) if about_a_name => Cause::SmtpAuthRequired,
        _ => cause,
    }
}

/// Can a refusal for this cause come at this stage?
#[must_use]
pub(crate) fn comes_at(cause: Cause, stage: Stage) -> bool {
    stage >= earliest(cause)
}

/// The stage before which the server does not know what the cause is about.
fn earliest(cause: Cause) -> Stage {
    match cause {
        // The content. A size may be declared with MAIL (RFC 1870), and some servers tell what they thought of the content
        // when the client comes with it again.
        Cause::VirusDetected
        | Cause::ContentBlocked
        | Cause::MessageMalformed
        | Cause::MessageTooLarge
        | Cause::SpamContent
        | Cause::EncodingUnsupported => Stage::Mail,
        // The recipient.
        Cause::RecipientUnknown
        | Cause::RecipientAddressInvalid
        | Cause::RecipientMoved
        | Cause::MailboxFull
        | Cause::MailboxDisabled
        | Cause::RecipientRateLimited
        | Cause::SenderNotPermitted
        | Cause::DomainNotFound
        | Cause::TooManyRecipients => Stage::Rcpt,
        // The sender. Whose signature and alignment would fail is known to a server that has heard of the domain.
        Cause::SenderAddressRejected
        | Cause::SpfFailure
        | Cause::SendingQuotaExceeded
        | Cause::DkimFailure
        | Cause::DmarcFailure => Stage::Mail,
        _ => Stage::Connect,
    }
}

/// Does this speaker refuse for this cause? A program that a server hands a message to has no client to judge and no
/// dialogue to lead: what it says of connections, names and logins is trouble of its own.
#[must_use]
pub(crate) fn is_said_by(cause: Cause, speaker: Speaker) -> bool {
    match speaker {
        Speaker::LocalProgram => !matches!(
            cause,
            Cause::ConnectionFailed
                | Cause::DnsFailure
                | Cause::DomainNotFound
                | Cause::TlsFailure
                | Cause::ServerError
                | Cause::SmtpAuthRequired
                | Cause::RelayDenied
                | Cause::HeloInvalid
                | Cause::RateLimited
                | Cause::ProtocolError
        ),
        _ => true,
    }
}
