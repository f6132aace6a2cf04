//! What form a text has: a dialogue, a mail program's window, a program's error, a log, an answer alone.

use super::Refusal;
use super::settle::bare;
use crate::finder::line::Line;
use crate::finder::passage::{self, Text};
use crate::names::terms::Form;

/// Sentences of mail programs' windows about their outgoing server.
const DIALOGS: &[&str] = &[
    "annot send message using the server",
    "Sending of the message failed",
    "error occurred while sending mail",
    "n error occurred sending mail",
    "ould not be sent using the server",
    "cannot be sent using the server",
    "Select a different outgoing mail server",
    "Account Settings",
    "was rejected by the server because",
    "Senden der Nachricht fehlgeschlagen",
    "Fehler beim Senden",
    "konnte nicht über den Server",
    "L’envoi du message a échoué",
    "L'envoi du message a échoué",
    "Une erreur est survenue lors de l'envoi",
    "Error al enviar",
    "Invio del messaggio non riuscito",
    "Verzenden van bericht mislukt",
];

/// What kind of text it is, by its structure.
pub(super) fn form(text: &Text, lines: &[Line], talk: bool, refusals: &[Refusal]) -> Form {
    let filled = lines.iter().filter(|l| !l.text.trim().is_empty()).count().max(1);
    let stamped = lines.iter().filter(|l| l.stamped).count();
    if talk {
        return Form::Session;
    }
    let lower = &text.text;
    if DIALOGS.iter().any(|d| lower.contains(d)) {
        return Form::Dialog;
    }
    let frames = (0..text.count()).any(|n| passage::is_frame(text.line(n)));
    const ERRORS: &[&str] = &[
        "Exception",
        "Error:",
        "Traceback",
        "panic:",
        "Uncaught",
        "error:",
        "panicked at",
        "Errno::",
        "::Error",
        "Error (",
        "level=error",
        "Failed to",
        "failed:",
        "SMTPRe",
        "SMTPS",
        "SMTPD",
    ];
    if frames || ERRORS.iter().any(|e| lower.contains(e)) {
        return Form::Error;
    }
    if stamped * 2 > filled {
        return Form::Log;
    }
    if let [only] = refusals
        && filled < 12
        && bare(&text.text).len() <= bare(&only.words).len() + 24
    {
        return Form::Reply;
    }
    Form::Report
}
