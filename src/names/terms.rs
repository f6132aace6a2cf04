//! The fixed vocabulary of a verdict: causes, owners, permanence, confidence, stage, side.
//!
//! Each word is an enum value; its id, which JSON and the command line use, comes from `Display` and goes to `FromStr`.
//! Sets that may grow are `non_exhaustive`.
//!
//! ```
//! use whybounce::terms::{Cause, Owner};
//!
//! let cause: Cause = "mailbox-full".parse().unwrap();
//! assert_eq!(cause, Cause::MailboxFull);
//! assert_eq!(cause.to_string(), "mailbox-full");
//! assert_eq!(cause.default_owner(), Owner::Recipient);
//! assert_eq!("mailbox-ful".parse::<Cause>().unwrap_err().to_string(), "“mailbox-ful” is no cause");
//! ```

use serde::Serialize;
use std::fmt;
use std::str::FromStr;

/// A word that the vocabulary does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    word: String,
    what: &'static str,
    known: &'static [&'static str],
}

impl UnknownWord {
    /// The word as it was written.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }

    /// The words that there are.
    ///
    /// ```
    /// use whybounce::terms::Permanence;
    ///
    /// let unknown = "forever".parse::<Permanence>().unwrap_err();
    /// assert_eq!(unknown.known(), ["permanent", "temporary"]);
    /// ```
    #[must_use]
    pub const fn known(&self) -> &'static [&'static str] {
        self.known
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is no {}", self.word, self.what)
    }
}

impl std::error::Error for UnknownWord {}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, $what:literal { $($(#[$vdoc:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word used in JSON and on the command line.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }

            /// The value that goes by this word.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.id() == id)
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                const KNOWN: &[&str] = &[$($id),+];
                let unknown = || UnknownWord { word: word.to_string(), what: $what, known: KNOWN };
                Self::from_id(word).ok_or_else(unknown)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.id())
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.id())
            }
        }
    };
}

vocabulary! {
    /// Why a message was not delivered. The ids are for ever.
    #[non_exhaustive]
    Cause, "cause" {
        /// No such mailbox at that domain.
        RecipientUnknown = "recipient-unknown",
        /// The address is malformed or not allowed as written.
        RecipientAddressInvalid = "recipient-address-invalid",
        /// The user has moved, the address changed.
        RecipientMoved = "recipient-moved",
        /// The recipient's domain does not exist or has no mail host.
        DomainNotFound = "domain-not-found",
        /// Null MX (RFC 7505), or a host that states it takes no mail at all (RFC 7504).
        DomainRefusesMail = "domain-refuses-mail",
        /// The mailbox is over its quota.
        MailboxFull = "mailbox-full",
        /// The mailbox exists or existed, but is disabled, suspended, inactive, expired, closed.
        MailboxDisabled = "mailbox-disabled",
        /// This mailbox gets too much too fast.
        RecipientRateLimited = "recipient-rate-limited",
        /// The recipient, group or list takes mail only from certain or authenticated senders.
        SenderNotPermitted = "sender-not-permitted",
        /// DNS trouble other than a missing domain.
        DnsFailure = "dns-failure",
        /// Could not connect, or the connection dropped or timed out.
        ConnectionFailed = "connection-failed",
        /// Too long in the queue, nothing more specific stated.
        MessageExpired = "message-expired",
        /// Too many hops.
        RoutingLoop = "routing-loop",
        /// The server does not handle that domain for this client.
        RelayDenied = "relay-denied",
        /// STARTTLS missing or required, certificate, MTA-STS, DANE.
        TlsFailure = "tls-failure",
        /// Internal, temporary or configuration failure, or no mail accepted at the moment.
        ServerError = "server-error",
        /// The system, not the mailbox, is out of space.
        ServerStorageFull = "server-storage-full",
        /// A pipe, filter, forward or local delivery command failed.
        DeliveryProgramFailed = "delivery-program-failed",
        /// SPF is the reason.
        SpfFailure = "spf-failure",
        /// DKIM is the reason.
        DkimFailure = "dkim-failure",
        /// DMARC is the reason.
        DmarcFailure = "dmarc-failure",
        /// Neither SPF nor DKIM, or not the authentication that the receiver requires.
        UnauthenticatedMail = "unauthenticated-mail",
        /// The client must log in, or its login failed.
        SmtpAuthRequired = "smtp-auth-required",
        /// Envelope or header sender invalid, unknown, unresolvable, or failed a callout.
        SenderAddressRejected = "sender-address-rejected",
        /// No PTR record, or forward and reverse DNS differ.
        ReverseDnsMissing = "reverse-dns-missing",
        /// Bad HELO or EHLO name.
        HeloInvalid = "helo-invalid",
        /// The sending IP is on a block list, public or the provider's own.
        IpBlocklisted = "ip-blocklisted",
        /// The sending domain or a URL in the mail is on a list.
        DomainBlocklisted = "domain-blocklisted",
        /// This recipient or organisation blocks this sender, domain or IP privately.
        SenderBlocked = "sender-blocked",
        /// Low reputation, no list named.
        PoorReputation = "poor-reputation",
        /// Judged spam or phishing.
        SpamContent = "spam-content",
        /// A virus was found.
        VirusDetected = "virus-detected",
        /// Attachment type, URL, words or other content refused by policy.
        ContentBlocked = "content-blocked",
        /// Refused by policy, nothing more specific.
        PolicyRejection = "policy-rejection",
        /// Greylisting: a first attempt is put off on purpose.
        Greylisted = "greylisted",
        /// Too many messages or connections from this sender or host.
        RateLimited = "rate-limited",
        /// Too many recipients in one message.
        TooManyRecipients = "too-many-recipients",
        /// The sender's own account hit its limit.
        SendingQuotaExceeded = "sending-quota-exceeded",
        /// The sender's account or tenant may not send.
        SenderAccountSuspended = "sender-account-suspended",
        /// The message is larger than allowed.
        MessageTooLarge = "message-too-large",
        /// Breaks RFC 5322 or MIME.
        MessageMalformed = "message-malformed",
        /// Needs SMTPUTF8, 8BITMIME or a conversion that the receiver cannot do.
        EncodingUnsupported = "encoding-unsupported",
        /// SMTP syntax, sequence or unsupported command.
        ProtocolError = "protocol-error",
        /// On the sending service's suppression list.
        Suppressed = "suppressed",
        /// The message does not say.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Who can make the problem go away.
    Owner, "owner" {
        /// The person who wrote the message.
        Sender = "sender",
        /// Runs the sending server, domain or account.
        SenderAdmin = "sender-admin",
        /// The person whose mailbox it is.
        Recipient = "recipient",
        /// Runs the receiving server or domain.
        RecipientAdmin = "recipient-admin",
        /// Runs a forwarding service, list or gateway whose forwarding caused the failure.
        Forwarder = "forwarder",
        /// It resolves itself: wait.
        Nobody = "nobody",
        /// The evidence does not tell.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Will the same message likely pass later with nobody changing anything?
    Permanence, "permanence" {
        /// No.
        Permanent = "permanent",
        /// Yes.
        Temporary = "temporary",
    }
}

vocabulary! {
    /// What a failure says about the address, for those who keep lists of addresses.
    Class, "class" {
        /// This address will not take mail.
        Hard = "hard",
        /// It may take it later.
        Soft = "soft",
        /// The sender or the message was refused; the address is sound.
        Block = "block",
        /// Nothing was refused, or the report does not say why.
        None = "none",
    }
}

vocabulary! {
    /// Was a message that came back sent by the reader's side?
    Provenance, "provenance" {
        /// It was.
        Own = "own",
        /// Somebody else wrote the reader's address into it.
        Forged = "forged",
        /// The evidence does not tell.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Whether to send the same message to the same address again.
    Retry, "way to try again" {
        /// Later, as it is.
        Later = "later",
        /// After something has been changed.
        AfterChange = "after-change",
        /// Not to this address.
        Never = "never",
    }
}

vocabulary! {
    /// How sure the verdict is.
    Confidence, "confidence" {
        /// Text and code agree, or a provider's own code.
        High = "high",
        /// Text or code alone.
        Medium = "medium",
        /// A guess from a bare class, or evidence that conflicts.
        Low = "low",
    }
}

vocabulary! {
    /// At which point of the SMTP dialogue (RFC 5321) the refusal came.
    #[non_exhaustive]
    Stage, "stage" {
        /// While connecting, or in the greeting.
        Connect = "connect",
        /// HELO or EHLO.
        Helo = "helo",
        /// AUTH (RFC 4954) or STARTTLS.
        Auth = "auth",
        /// MAIL FROM.
        Mail = "mail",
        /// RCPT TO.
        Rcpt = "rcpt",
        /// The DATA command.
        Data = "data",
        /// After the end of the data.
        Eod = "eod",
        /// Inside the generating server.
        Local = "local",
    }
}

vocabulary! {
    /// What happened to a recipient (RFC 3464 section 2.3.3).
    Action, "action" {
        /// Failed for good.
        Failed = "failed",
        /// Not yet delivered; the server still tries.
        Delayed = "delayed",
        /// Delivered.
        Delivered = "delivered",
        /// Handed to a system that does not send such reports.
        Relayed = "relayed",
        /// Delivered to an alias or list and sent on from there.
        Expanded = "expanded",
    }
}

vocabulary! {
    /// What a message is.
    #[non_exhaustive]
    Kind, "kind of message" {
        /// At least one recipient failed for good.
        Failed = "failed",
        /// Only a warning, the server still tries.
        Delayed = "delayed",
        /// A success report.
        Delivered = "delivered",
        /// Vacation, out of office, automatic answer, challenge.
        AutoReply = "auto-reply",
        /// An abuse report (RFC 5965) or a complaint.
        Feedback = "feedback",
        /// Anything else.
        NotABounce = "not-a-bounce",
    }
}

vocabulary! {
    /// Which of the two servers refused.
    RejectedBy, "refusing server" {
        /// The server that the message was handed to.
        RemoteServer = "remote-server",
        /// The server that wrote the report.
        GeneratingServer = "generating-server",
    }
}

vocabulary! {
    /// On which side of the transfer the refusing server stands.
    Side, "side" {
        /// The sender's own outgoing server or organisation.
        Sender = "sender",
        /// A mail server of the recipient's domain.
        Recipient = "recipient",
        /// A forwarder, list or gateway in between.
        Between = "between",
    }
}

vocabulary! {
    /// Whose words a statement of a report is: the same words mean something else from another mouth. A "Connection
    /// refused" of the reporting server is about the recipient's server, that of a virus scanner about the scanner.
    ///
    /// Unknown stays unknown: equal or different domains alone do not tell.
    Speaker, "speaker" {
        /// A program that the reporting server ran or handed the message to on its own machine: a pipe, procmail,
        /// maildrop, Sieve, a virus scanner, a delivery agent behind a local socket.
        LocalProgram = "local-program",
        /// The server that wrote the report, which noticed it itself: nobody answered, or nobody else was asked. Whose
        /// server it is, is another question: its [`Side`].
        Reporter = "reporter",
        /// The sender's own outgoing server, in an answer to the one that wrote the report or to a mail program.
        OwnServer = "own-server",
        /// A server of the recipient's domain, in an answer.
        RecipientServer = "recipient-server",
        /// A forwarder, list or gateway in between, in an answer.
        Between = "between",
        /// The sender's mail program or library itself, before or without an answer of a server.
        MailProgram = "mail-program",
    }
}

impl Cause {
    /// Who usually has to act, when the evidence does not say otherwise.
    #[must_use]
    pub const fn default_owner(self) -> Owner {
        use Cause::{
            ConnectionFailed, ContentBlocked, DeliveryProgramFailed, DkimFailure, DmarcFailure, DnsFailure,
            DomainBlocklisted, DomainNotFound, DomainRefusesMail, EncodingUnsupported, Greylisted, HeloInvalid,
            IpBlocklisted, MailboxDisabled, MailboxFull, MessageExpired, MessageMalformed, MessageTooLarge,
            PolicyRejection, PoorReputation, ProtocolError, RateLimited, RecipientAddressInvalid, RecipientMoved,
            RecipientRateLimited, RecipientUnknown, RelayDenied, ReverseDnsMissing, RoutingLoop,
            SenderAccountSuspended, SenderAddressRejected, SenderBlocked, SenderNotPermitted, SendingQuotaExceeded,
            ServerError, ServerStorageFull, SmtpAuthRequired, SpamContent, SpfFailure, Suppressed, TlsFailure,
            TooManyRecipients, UnauthenticatedMail, Unknown, VirusDetected,
        };
        match self {
            RecipientUnknown
            | RecipientAddressInvalid
            | RecipientMoved
            | DomainNotFound
            | DomainRefusesMail
            | SpamContent
            | VirusDetected
            | ContentBlocked
            | TooManyRecipients
            | SendingQuotaExceeded
            | MessageTooLarge
            | MessageMalformed
            | EncodingUnsupported
            | Suppressed => Owner::Sender,
            MailboxFull | MailboxDisabled => Owner::Recipient,
            RecipientRateLimited | Greylisted => Owner::Nobody,
            SenderNotPermitted
            | DnsFailure
            | ConnectionFailed
            | MessageExpired
            | RoutingLoop
            | RelayDenied
            | TlsFailure
            | ServerError
            | ServerStorageFull
            | DeliveryProgramFailed
            | SenderBlocked
            | PolicyRejection => Owner::RecipientAdmin,
            SpfFailure
            | DkimFailure
            | DmarcFailure
            | UnauthenticatedMail
            | SmtpAuthRequired
            | SenderAddressRejected
            | ReverseDnsMissing
            | HeloInvalid
            | IpBlocklisted
            | DomainBlocklisted
            | PoorReputation
            | RateLimited
            | SenderAccountSuspended
            | ProtocolError => Owner::SenderAdmin,
            Unknown => Owner::Unknown,
        }
    }

    /// What a failure of this cause says about the address, where nothing else is known.
    #[must_use]
    pub const fn class(self) -> Class {
        use Cause::{
            ConnectionFailed, DeliveryProgramFailed, DnsFailure, DomainNotFound, DomainRefusesMail, Greylisted,
            MailboxDisabled, MailboxFull, MessageExpired, RateLimited, RecipientAddressInvalid, RecipientMoved,
            RecipientRateLimited, RecipientUnknown, RelayDenied, RoutingLoop, ServerError, ServerStorageFull,
            TlsFailure, Unknown,
        };
        match self {
            RecipientUnknown
            | RecipientAddressInvalid
            | RecipientMoved
            | DomainNotFound
            | DomainRefusesMail
            | MailboxDisabled => Class::Hard,
            MailboxFull
            | RecipientRateLimited
            | DnsFailure
            | ConnectionFailed
            | MessageExpired
            | RoutingLoop
            | RelayDenied
            | TlsFailure
            | ServerError
            | ServerStorageFull
            | DeliveryProgramFailed
            | Greylisted
            | RateLimited => Class::Soft,
            Unknown => Class::None,
            _ => Class::Block,
        }
    }

    /// Does somebody have to change something before the same message can pass, also where the code says "for now"?
    #[must_use]
    pub const fn needs_change(self) -> bool {
        use Cause::{
            ContentBlocked, DkimFailure, DmarcFailure, DomainBlocklisted, DomainNotFound, DomainRefusesMail,
            EncodingUnsupported, HeloInvalid, IpBlocklisted, MailboxDisabled, MessageMalformed, MessageTooLarge,
            RecipientAddressInvalid, RecipientMoved, ReverseDnsMissing, SenderAccountSuspended, SenderBlocked,
            SenderNotPermitted, SmtpAuthRequired, SpamContent, SpfFailure, TooManyRecipients, UnauthenticatedMail,
            VirusDetected,
        };
        matches!(
            self,
            ContentBlocked
                | DkimFailure
                | DmarcFailure
                | DomainBlocklisted
                | DomainNotFound
                | DomainRefusesMail
                | EncodingUnsupported
                | HeloInvalid
                | IpBlocklisted
                | MailboxDisabled
                | MessageMalformed
                | MessageTooLarge
                | RecipientAddressInvalid
                | RecipientMoved
                | ReverseDnsMissing
                | SenderAccountSuspended
                | SenderBlocked
                | SenderNotPermitted
                | SmtpAuthRequired
                | SpamContent
                | SpfFailure
                | TooManyRecipients
                | UnauthenticatedMail
                | VirusDetected
        )
    }

    /// What the cause itself says about passing later, whatever the class of the code.
    /// `None` when the class of the code decides (a 4yz reply is retried, a 5yz is not).
    #[must_use]
    pub const fn permanence(self) -> Option<Permanence> {
        use Cause::{
            ConnectionFailed, DnsFailure, Greylisted, MessageExpired, RateLimited, RecipientRateLimited,
            SendingQuotaExceeded, ServerStorageFull,
        };
        match self {
            Greylisted | RateLimited | RecipientRateLimited | ConnectionFailed | MessageExpired | DnsFailure
            | ServerStorageFull | SendingQuotaExceeded => Some(Permanence::Temporary),
            _ => None,
        }
    }
}

vocabulary! {
    /// What an input was.
    #[non_exhaustive]
    Form, "form of input" {
        /// A mail with its header.
        Mail = "mail",
        /// A report that was pasted.
        Report = "report",
        /// What a program printed when it could not send.
        Error = "error",
        /// Lines of a log.
        Log = "log",
        /// What client and server said to each other.
        Session = "session",
        /// A record that a sending service or a queue gives about one message.
        Event = "event",
        /// The window of a mail program.
        Dialog = "dialog",
        /// A server's answer alone.
        Reply = "reply",
        /// Header fields alone.
        Headers = "headers",
    }
}

#[allow(clippy::derivable_impls)]
impl Default for Form {
    fn default() -> Self {
        Form::Mail
    }
}

vocabulary! {
    /// Who seems to be reading a diagnosis.
    #[non_exhaustive]
    Audience, "reader" {
        /// Whoever wrote the message.
        Sender = "sender",
        /// Whoever runs the sending server, program or domain.
        SenderAdmin = "sender-admin",
        /// Whoever runs the receiving server.
        RecipientAdmin = "recipient-admin",
    }
}

#[allow(clippy::derivable_impls)]
impl Default for Audience {
    fn default() -> Self {
        Audience::Sender
    }
}

impl Audience {
    /// The owner of what they can mend themselves.
    #[must_use]
    pub const fn owner(self) -> Owner {
        match self {
            Audience::Sender => Owner::Sender,
            Audience::SenderAdmin => Owner::SenderAdmin,
            Audience::RecipientAdmin => Owner::RecipientAdmin,
        }
    }
}

impl Owner {
    /// Whose steps are those that mend it: where nobody has to act, this reader's.
    #[must_use]
    pub(crate) const fn acting(self, reader: Owner) -> Owner {
        match self {
            Owner::Nobody | Owner::Unknown => reader,
            owner => owner,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_kebab_case_and_found_again() {
        for cause in Cause::ALL {
            assert_eq!(Cause::from_id(cause.id()), Some(*cause));
            assert_eq!(cause.to_string().parse(), Ok(*cause));
            assert!(cause.id().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{cause}");
        }
    }
}
