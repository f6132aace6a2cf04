//! What the reader should know about the evidence: the facts of each note. Its words stand elsewhere.

use super::code::Status;
use super::terms::{Cause, Side};

/// A note.
///
/// ```
/// use whybounce::note::Note;
/// use whybounce::{Table, diagnose};
///
/// let bounce = b"From: MAILER-DAEMON@mail.example.org\nSubject: Undelivered Mail Returned to Sender\n\n\
///     <bob@example.com>: host mx.example.com[192.0.2.25] said: 552 4.2.2 Mailbox full (in reply to RCPT TO command)\n";
/// let diagnosis = diagnose(bounce, &Table::default());
/// assert!(diagnosis.recipients[0].notes.iter().any(|note| matches!(note, Note::CodesDisagree { reply: 552, .. })));
/// ```
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The message that could not be delivered is itself a report.
    ReportAboutMailTo {
        /// Whom that report is about.
        address: String,
    },
    /// The report was itself returned; the failure shown is the inner one.
    ReportReturned {
        /// Who could not deliver it, where that is named.
        by: Option<String>,
        /// To whom.
        to: String,
    },
    /// What could not be delivered was a bounce.
    DoubleBounce,
    /// A line from the log of the server that refused, which names its client.
    LogOfRefusingServer,
    /// The pasted text shows a password or a key.
    SecretShown,
    /// The refusal stands in an ordinary mail, which quotes it.
    Quoted,
    /// The message of a mail program about its own outgoing server.
    MailProgram {
        /// The server put the message off, and did not refuse it for good.
        put_off: bool,
    },
    /// The machine-readable part holds the response cut short.
    ResponseCut,
    /// The failure happened at another address than the one that was written to.
    PassedOn {
        /// The one that was written to.
        was: String,
        /// The one that failed.
        now: String,
    },
    /// The answer came from a server behind the one that passed it on.
    AnsweredBehind {
        /// Who answered.
        inner: String,
        /// Who passed it on.
        host: String,
    },
    /// The message was not addressed to the recipient whom it failed for.
    OtherAddressee {
        /// The only one it was addressed to; `None` when there are several.
        to: Option<String>,
        /// Whom it failed for.
        address: String,
    },
    /// The report names the sender where the recipient should stand.
    SenderNamed {
        /// The sender.
        named: String,
        /// Whom the returned message was for, where it names only one.
        asked: Option<String>,
    },
    /// The mail system uses a code in its own way, and consistently so.
    CodeOfItsOwn {
        /// The code.
        status: Status,
        /// What it means by the standard.
        means: Cause,
        /// What it is used for.
        used_for: Cause,
    },
    /// The report's status contradicts what the server said.
    StatusAgainstWords {
        /// The status.
        status: Status,
        /// What it stands for.
        code: Cause,
        /// What the words say.
        words: Cause,
    },
    /// The code inside the response contradicts the words beside it.
    CodeAgainstWords {
        /// The code.
        status: Status,
        /// What it stands for.
        code: Cause,
        /// What the words say.
        words: Cause,
    },
    /// The report marks another party than the verdict names.
    MarksAnother {
        /// The one it marks.
        marked: Side,
    },
    /// The report speaks of a delay, and the reply is final.
    DelayWithFinalReply {
        /// The reply.
        reply: u16,
    },
    /// Reply and status disagree about whether the refusal is final.
    CodesDisagree {
        /// The reply.
        reply: u16,
        /// The status.
        status: Status,
    },
    /// Which check failed stands in header lines that are not here.
    HeadersMissing,
    /// Header fields were pasted without a report: what a server on the way found.
    ChecksOf {
        /// The server, where it is named.
        by: Option<String>,
        /// What it found.
        results: Vec<Shown>,
        /// What follows.
        conclusion: Option<Conclusion>,
    },
    /// On one hop the message waited long.
    HopWaited {
        /// The server before it, where it is named.
        from: Option<String>,
        /// The server that took it then.
        to: String,
        /// So many seconds.
        seconds: u32,
    },
    /// The message was delivered to another address than it was written to.
    PassedOnTo {
        /// The one it was written to.
        was: String,
        /// The one it was delivered to.
        now: String,
    },
    /// An automatic answer says that nobody reads mail at this address any more.
    AddressClosed,
    /// Nothing in header fields alone tells of a failure.
    HeadersTellNothing,
    /// Checks passed before somebody passed the message on.
    BrokenOnTheWay {
        /// Which.
        checks: Passed,
        /// For which domain, where that is known.
        domain: Option<String>,
        /// At which server, where that is known.
        by: Option<String>,
    },
    /// The result of SPF, the check that the cause is about.
    SpfShown {
        /// The result, such as `softfail`.
        result: String,
        /// The domain of the envelope sender.
        domain: String,
        /// DKIM passed.
        dkim_passed: bool,
    },
    /// SPF looks at another domain than that in From.
    SpfOfEnvelope {
        /// The domain of the envelope sender.
        envelope: String,
        /// That of the From line.
        from: String,
    },
    /// What the checks found, and what follows.
    ChecksShown(Box<Checks>),
    /// The copy carries a signature of the domain in From.
    CopySigned {
        /// The domain of the signature.
        domain: String,
        /// Its selector.
        selector: String,
    },
    /// The copy is signed by another domain than that in From.
    CopySignedByOther {
        /// The domain of the signature.
        signer: String,
        /// Where the envelope sender is.
        envelope: Envelope,
        /// The domain in From.
        from: String,
    },
    /// The copy carries no signature.
    CopyUnsigned {
        /// The domains of the envelope sender and of From, where they differ.
        differ: Option<(String, String)>,
    },
    /// The domains of the envelope sender and of From differ.
    DomainsDiffer {
        /// The domain of the envelope sender.
        envelope: String,
        /// That of From.
        from: String,
    },
}

/// Checks that passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// SPF alone.
    Spf,
    /// DKIM alone.
    Dkim,
    /// Both.
    Both,
}

/// Where the envelope sender of a message that another domain signed is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Envelope {
    /// In the domain of From, or that is not known.
    Own,
    /// In the domain that signed.
    OfSigner,
    /// In this third domain.
    Other(String),
}

/// What checks found, and what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checks {
    /// Each check with its result.
    pub results: Vec<Shown>,
    /// What follows from them.
    pub conclusion: Conclusion,
}

/// The result of a check, as the header shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Shown {
    /// The check: `spf`, `dkim`, `dmarc`.
    pub check: &'static str,
    /// Its result.
    pub result: String,
    /// For which domain, where that is known.
    pub domain: Option<String>,
}

/// What follows from the results of checks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Conclusion {
    /// Neither SPF nor DKIM passed.
    NeitherPassed {
        /// At no server on the way.
        at_no_server: bool,
        /// The domains of the envelope sender and of From differ as well.
        differ: bool,
    },
    /// The signature is of another domain.
    SignatureOfOther {
        /// Whose it is, where that is known.
        signer: Option<String>,
        /// The domain in From.
        from: String,
    },
    /// SPF passed for the envelope sender, which is in another domain.
    OnlyEnvelopePassed {
        /// The domain in From.
        from: String,
    },
    /// SPF passed, and a signature is missing.
    SignatureMissing {
        /// The domain in From.
        from: String,
    },
    /// DKIM passed, and SPF is missing.
    SpfMissing,
}
