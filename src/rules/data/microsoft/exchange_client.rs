//! Signing in to Exchange: programs, devices and servers that submit mail without or with a wrong login.
//!
//! Pages: <https://aka.ms/smtp_auth_disabled>,
//! <https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/fix-error-code-5-7-57-in-exchange-online>.

use crate::names::code::{any, reply};
use crate::names::terms::{Cause, Owner, Side};
use crate::rules::rule::{RULE, Rule, ex, ex_side};

const DEVICES: &str = "https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "exchange-online-smtp-auth-disabled",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "smtpclientauthentication is disabled",
            "smtp_auth_disabled",
            "basic authentication is not supported for client submission",
            "basic authentication is disabled",
        ],
        summary: "Login for sending over SMTP is switched off for this mailbox or organization.",
        steps: &[
            "Allow authenticated SMTP for the mailbox in the Microsoft 365 admin center (Mail, Manage email apps).",
            "Check that the organization and its security defaults do not forbid it.",
            "Let the program sign in with OAuth, since Microsoft is ending plain passwords for sending.",
        ],
        links: &["https://aka.ms/smtp_auth_disabled"],
        examples: &[
            ex(
                "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled",
            ),
            ex(
                "5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.",
            ),
            ex("550 5.7.30 Basic authentication is not supported for Client Submission."),
        ],
        source: "Microsoft: Enable or disable SMTP AUTH",
        ..RULE
    },
    Rule {
        id: "exchange-online-login-refused",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "authentication unsuccessful, the user credentials were incorrect",
            "authentication unsuccessful, user is locked",
            "authentication unsuccessful, the request did not meet the criteria",
            "blocked by security defaults policy",
            "user is locked by your organization's security defaults policy",
            "authentication unsuccessful. tenant locked out",
            "authentication unsuccessful. user not found",
        ],
        summary: "Microsoft 365 refused the login of the program or device that sends.",
        steps: &[
            "Correct the user name and password in the program or device, and use the mailbox's own address as user name.",
            "Check in the sign-in log of Microsoft Entra which policy refused it: security defaults, conditional access or multifactor authentication.",
        ],
        links: &[DEVICES],
        examples: &[
            ex("535 5.7.139 Authentication unsuccessful, the user credentials were incorrect."),
            ex(
                "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
            ),
        ],
        source: DEVICES,
        ..RULE
    },
    Rule {
        id: "exchange-anonymous-refused-by-recipient",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::RecipientAdmin),
        says: &["client was not authenticated", "client not authenticated to send mail"],
        side: Some(Side::Recipient),
        summary: "The mail server of {domain} does not take mail from the Internet without a login.",
        steps: &[
            "Allow anonymous users on the receive connector of {host} that serves port 25 from the Internet.",
            "Check that the MX record of {domain} names the right server.",
        ],
        links: &[fix!("fix-error-code-550-5-7-1-in-exchange-online")],
        examples: &[ex_side("530 5.7.1 Client was not authenticated", "mail.example.com", Side::Recipient)],
        source: "Microsoft: How to interpret an Exchange NDR",
        ..RULE
    },
    Rule {
        id: "exchange-online-anonymous-submission",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "client was not authenticated to send anonymous mail",
            "client not authenticated to send mail",
            "client was not authenticated to send mail",
        ],
        summary: "The program or device did not sign in before it sent.",
        steps: &[
            "Set user name and password of a licensed mailbox in the program or device, and TLS on port 587.",
            "Check that authenticated SMTP is allowed for this mailbox and organization.",
            "Allow anonymous mail from the Internet on the recipient's own server, if it was the one that said this.",
        ],
        links: &[fix!("fix-error-code-5-7-57-in-exchange-online"), DEVICES],
        examples: &[
            ex(
                "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM [AA1PR06CA0001.apcprd06.prod.outlook.com]",
            ),
            ex("530 5.7.57 Client not authenticated to send mail. [AA1PR01CA0001.eurprd01.prod.exchangelabs.com]"),
        ],
        source: "Microsoft: NDR 5.7.57",
        ..RULE
    },
    Rule {
        id: "exchange-client-not-authenticated-own",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::SenderAdmin),
        says: &["client was not authenticated"],
        side: Some(Side::Sender),
        summary: "Your own outgoing server wants a login before it takes the message.",
        steps: &[
            "Set a login in the program or server that sends, or allow its address to relay on the receive connector.",
        ],
        links: &[DEVICES],
        examples: &[ex_side("530 5.7.1 Client was not authenticated", "smtp.example.com", Side::Sender)],
        source: "Microsoft: NDR 550 5.7.1",
        ..RULE
    },
    Rule {
        id: "exchange-client-not-authenticated",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::RecipientAdmin),
        says: &["client was not authenticated"],
        summary: "{host} does not take mail without a login.",
        steps: &[
            "Allow anonymous users on the receive connector of {host} for the Internet, if the MX record of {domain} names that server.",
            "Set a login in the program or server that sends, if {host} is the sender's own outgoing server.",
        ],
        links: &[fix!("fix-error-code-550-5-7-1-in-exchange-online")],
        examples: &[
            ex("530 5.7.1 Client was not authenticated"),
            ex("mail.example.com #<exchange.example.com #5.7.1 smtp;530 5.7.1 Client was not authenticated> #SMTP#"),
        ],
        source: "Microsoft: How to interpret an Exchange NDR",
        ..RULE
    },
    Rule {
        id: "exchange-send-as-refused",
        cause: Cause::SenderAddressRejected,
        owner: Some(Owner::Sender),
        says: &[
            "client does not have permissions to send as this sender",
            "does not have permissions to send on behalf of the from address",
        ],
        not: &["anonymous client"],
        summary: "The sender address is not one that the signed-in account may use.",
        steps: &[
            "Set the sender address of the program, device or account to the address of the mailbox that signs in.",
            "Ask your mail administrator for the permission Send As if another address shall be used.",
        ],
        links: &[
            "https://learn.microsoft.com/en-us/exchange/recipients-in-exchange-online/manage-permissions-for-recipients",
        ],
        examples: &[
            ex("550 5.7.60 SMTP; Client does not have permissions to send as this sender"),
            ex("550 5.7.1 Client does not have permissions to send as this sender"),
        ],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-anonymous-send-as-refused",
        cause: Cause::SenderAddressRejected,
        says: &["anonymous client does not have permissions to send as this sender"],
        summary: "The receiving Exchange server takes no mail from outside that has one of its own domains as sender.",
        steps: &[
            "Send from an address of your own domain, or let the program sign in.",
            "Let the administrators of {domain} allow on their receive connector the services that may use that domain.",
        ],
        examples: &[ex("550 5.7.1 Anonymous client does not have permissions to send as this sender")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-submission-disabled",
        cause: Cause::SenderAccountSuspended,
        says: &["submission has been disabled for this account"],
        summary: "The sending account may not submit mail.",
        examples: &[ex("550 5.7.1 Submission has been disabled for this account")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-login-failed",
        cause: Cause::SmtpAuthRequired,
        says: &["authentication unsuccessful"],
        codes: &[any(7, 3), any(7, 139), any(7, 137), any(7, 138), reply(535)],
        summary: "The login of the program, device or server that sends failed.",
        steps: &[
            "Correct the user name and password, and use the whole address as user name.",
            "Check that authenticated SMTP is allowed for this mailbox, and that an app password or OAuth is used where multifactor authentication is on.",
        ],
        links: &[DEVICES],
        examples: &[ex("535 5.7.3 Authentication unsuccessful [AA1PR01CA0001.eurprd01.prod.outlook.com]")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
    Rule {
        id: "exchange-server-authentication-failed",
        cause: Cause::SmtpAuthRequired,
        owner: Some(Owner::SenderAdmin),
        says: &[
            "cannot achieve exchange server authentication",
            "require basic authentication",
            "require xoorg extension",
        ],
        summary: "Two Exchange servers could not sign in to each other.",
        steps: &[
            "Check the receive connector of the other server (Exchange Server authentication), time and names of both machines, and a firewall that removes X-ANONYMOUSTLS.",
        ],
        examples: &[ex("451 5.7.3 Cannot achieve Exchange Server authentication")],
        source: "Exchange Server: SMTP answers",
        ..RULE
    },
];
