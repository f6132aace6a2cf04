//! Italian providers: Libero and Virgilio (codes LIB_nnn), Aruba and its sister Forpsi.
//! Pages: <https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email/>,
//! <https://guide.arubabusiness.it/email/configurazioni-email-arubabusiness/errori-comuni-invio-ricezione-posta>.

use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const CSI: &str = "https://csi.cloudmark.com/en/reset/?ip={ip}";
const ITALIA: &[&str] =
    &["libero.it", "virgilio.it", "iol.it", "inwind.it", "blu.it", "giallo.it", "iol.local", "italiaonline.it"];
const ARUBA: &[&str] = &["aruba.it", "arubapec.it", "technorail.com", "arubabusiness.it", "forpsi.com", "forpsi.net"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "libero-csi",
        cause: Cause::IpBlocklisted,
        says: &["ip blacklisted by csi", "lib_102"],
        list: Some("Cloudmark CSI"),
        summary: "Libero or Virgilio refuses {ip} because Cloudmark lists it.",
        steps: &["Stop the cause of the listing, then ask Cloudmark for a reset of {ip}."],
        links: &[CSI],
        examples: &[ex(
            "550 5.7.1 smtp-17.iol.local smtp-17.iol.local IP blacklisted by CSI. For remediation please use http://csi.cloudmark.com/reset-request/?ip=192.0.2.9 [smtp-17.iol.local; LIB_102]",
        )],
        source: "https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email/",
        ..RULE
    },
    Rule {
        id: "libero-inactive",
        cause: Cause::MailboxDisabled,
        says: &["account inattivo", "account inactive", "account disabled", "mailbox disabled"],
        by: ITALIA,
        summary: "The mailbox {address} at Libero or Virgilio is inactive.",
        examples: &[ex_by("550 5.1.1 Account Inactive [smtp-17.iol.local; LIB_640]", "smtp-in.libero.it")],
        source: "https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email/",
        ..RULE
    },
    Rule {
        id: "libero-lib-code",
        cause: Cause::PolicyRejection,
        owner: Some(Owner::SenderAdmin),
        says: &["; lib_", "lib_1", "lib_4", "lib_5", "lib_6", "lib_9"],
        by: ITALIA,
        not: &["user unknown", "quota", "authenticat", "unknown user", "not exist"],
        summary: "Libero or Virgilio refuses the message under a rule of its own.",
        steps: &[
            "Check {ip} at Cloudmark and other lists, its reverse DNS, and that SPF passes.",
            "Lower the rate of messages to Libero and Virgilio addresses.",
        ],
        links: &[CSI],
        examples: &[ex_by("550 5.7.1 mail refused [smtp-17.iol.local; LIB_521]", "smtp-in.libero.it")],
        source: "https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email/",
        ..RULE
    },
    Rule {
        id: "aruba-policy-violation",
        cause: Cause::RateLimited,
        says: &["policy violation"],
        by: ARUBA,
        summary: "Aruba or Forpsi stopped the sender for a while: too many messages, or too many that could not be delivered.",
        steps: &[
            "Wait an hour, then send at most 200 messages in 20 minutes.",
            "Check that nobody else sends with the account or from {ip}.",
        ],
        links: &[
            "https://guide.arubabusiness.it/email/configurazioni-email-arubabusiness/errori-comuni-invio-ricezione-posta",
        ],
        examples: &[ex_by(
            "550 5.1.0 cNkj1y0022zrrQM01NkjaD policy violation, see https://support.forpsi.com/kb/a4081",
            "smtp.forpsi.com",
        )],
        source: "https://guide.arubabusiness.it/email/configurazioni-email-arubabusiness/errori-comuni-invio-ricezione-posta",
        ..RULE
    },
    Rule {
        id: "aruba-spam",
        cause: Cause::SpamContent,
        says: &["spam detected"],
        by: ARUBA,
        summary: "Aruba's outgoing or incoming filter took the message for spam.",
        links: &[
            "https://guide.arubabusiness.it/email/configurazioni-email-arubabusiness/errori-comuni-invio-ricezione-posta",
        ],
        examples: &[ex_by("552 5.2.0 igxL1p00E1WDM2s01gxMXG spam detected", "smtp.aruba.it")],
        source: "https://guide.arubabusiness.it/email/configurazioni-email-arubabusiness/errori-comuni-invio-ricezione-posta",
        ..RULE
    },
];
