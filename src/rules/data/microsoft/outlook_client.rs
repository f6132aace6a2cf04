//! Error dialogs of Outlook and Outlook Express: the mail program quotes what its outgoing server answered.
//!
//! Pages: KB 290842 (relay denied), <https://support.microsoft.com/en-us/office/65b494a4-a46e-4b40-b2b8-1c5da0b73e18>.

use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

const KB: &str = "Microsoft KB 290842";
const DIALOG: &[&str] = &["0x800ccc79", "0x800ccc78", "error number: 0x800ccc"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "outlook-client-relay-denied",
        cause: Cause::RelayDenied,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "relaying denied",
            "relay access denied",
            "relay denied",
            "relaying not allowed",
            "relay not permitted",
            "relaying prohibited",
            "not permitted to relay",
            "unable to relay",
            "we do not relay",
            "relais refuse",
            "relay verweigert",
        ],
        and: DIALOG,
        summary: "The outgoing server set in the mail program does not relay to {address}; the program itself is not at fault.",
        steps: &[
            "Turn on the login for outgoing mail in the account settings (\u{201c}My outgoing server requires authentication\u{201d}) with port 587 and TLS.",
            "Use the outgoing server of the mail account itself, or of the network you are connected to, and the account's own address as sender.",
            "Ask the provider, if it newly blocks relaying, how to send from outside its network; fixed addresses can be allowed.",
            "Wait if the error comes and goes: the server could not check the recipient's domain at that moment.",
        ],
        links: &[
            "https://support.microsoft.com/en-us/office/pop-imap-and-smtp-settings-8361e398-8af4-4e97-b147-6c6c4ac95353",
        ],
        examples: &[
            ex(
                "The message could not be sent because one of the recipients was rejected by the server. The rejected e-mail address was 'user@example.com'. Subject: 'Test', Account: 'Test', Server: 'smtp.example.com', Protocol: SMTP, Server Response: '550 <user@example.com>... Relaying Denied', Port: 25, Secure (SSL): No, Server Error: 550, Error Number: 0x800CCC79",
            ),
            ex(
                "Impossible d'envoyer le message car l'un des destinataires a été refusé par le serveur. L'adresse de messagerie refusée était 'user@example.com'. Objet : 'Test', Compte : 'Test', Serveur : 'smtp.example.com', Protocole : SMTP, Réponse du serveur : '550 <user@example.com>... Relais refusé', Port : 25, Sécurisé (SSL) : Non, Erreur du serveur : 550, Numéro d'erreur : 0x800CCC79",
            ),
        ],
        source: KB,
        ..RULE
    },
    Rule {
        id: "outlook-client-throttled",
        cause: Cause::RateLimited,
        says: &["traffic is being throttled"],
        summary: "The outgoing server takes only so many recipients or messages from this address for now.",
        steps: &["Wait and send fewer messages at once.", "Ask the provider of the outgoing server for its limits."],
        examples: &[ex(
            "Server Response: '450 Traffic is being throttled (recipients per ip limit: GlobalIPAddressLimits)', Port: 25, Secure(SSL): No, Server Error: 450, Error Number: 0x800CCC79",
        )],
        source: KB,
        ..RULE
    },
    Rule {
        id: "outlook-client-send-as-denied",
        cause: Cause::SenderAddressRejected,
        says: &[
            "0x80070005-0x000004dc",
            "0x80070005-0x0004dc",
            "you do not have the permission to send the message on behalf of the specified user",
            "you can't send a message on behalf of this user",
        ],
        summary: "The sender has no permission to send under the address that stands in From.",
        steps: &[
            "Grant the sender the permission Send As or Send on Behalf for the address in From, if they shall write under it.",
            "Choose the own address in From otherwise.",
        ],
        examples: &[ex(
            "This message could not be sent. You do not have the permission to send the message on behalf of the specified user. The error is [0x80070005-0x000004dc-0x00000524].",
        )],
        source: "Microsoft: Outlook error 0x80070005",
        ..RULE
    },
    Rule {
        id: "outlook-client-login",
        cause: Cause::SmtpAuthRequired,
        says: &["0x800ccc92", "0x800ccc80", "0x800ccc81", "0x800ccc78 ", "0x800ccc18"],
        not: &["server response", "reponse du serveur", "rejected by the server"],
        summary: "The outgoing server did not accept the login of the mail program.",
        steps: &["Correct user name and password for outgoing mail in the account settings, with port 587 and TLS."],
        examples: &[ex(
            "Your e-mail server rejected your login. Verify your user name and password in your account properties. Error Number: 0x800CCC92",
        )],
        source: "Microsoft: Outlook error numbers",
        ..RULE
    },
    Rule {
        id: "outlook-client-encryption",
        cause: Cause::TlsFailure,
        owner: Some(Owner::Sender),
        says: &["0x800ccc1a", "0x800ccc7d"],
        not: &["server response"],
        summary: "The mail program and the outgoing server do not agree on the kind of encryption.",
        steps: &["Set port 587 with STARTTLS or port 465 with SSL/TLS in the account settings, as the provider says."],
        examples: &[ex("Your server does not support the connection encryption type you have specified. (0x800CCC1A)")],
        source: "Microsoft: Outlook error numbers",
        ..RULE
    },
    Rule {
        id: "outlook-client-connection",
        cause: Cause::ConnectionFailed,
        owner: Some(Owner::Sender),
        says: &[
            "0x800ccc0b",
            "0x800ccc0d",
            "0x800ccc0e",
            "0x800ccc0f",
            "0x800ccc19",
            "0x80042108",
            "0x80042109",
            "0x8004210a",
            "0x8004210b",
        ],
        not: &["server response"],
        summary: "The mail program could not reach its outgoing server.",
        steps: &[
            "Check the Internet connection, and the name and port of the outgoing server in the account settings.",
            "Use port 587 where the network blocks port 25, and turn off the mail scan of a virus scanner for a test.",
        ],
        examples: &[ex("Outlook cannot connect to your outgoing (SMTP) e-mail server. (0x80042109)")],
        source: "Microsoft: Outlook error numbers",
        ..RULE
    },
];
