//! French providers: Orange and Wanadoo (codes OFR_nnn or OFRnnn_nnn), La Poste (LPNnnn_nnn), Free, SFR.
//! Pages: <https://postmaster.orange.fr/>, <https://www.postmastery.com/orange-postmaster-smtp-error-codes-ofr/>,
//! <https://www.postmastery.com/laposte-net-postmaster-smtp-error-codes-lpn/>, <https://postmaster.free.fr/>.
//! Orange and La Poste say each thing in French and in English, so the words decide, not the number.

use crate::names::terms::{Cause, Permanence};
use crate::rules::rule::{RULE, Rule, ex, ex_by};

const ORANGE: &str = "https://postmaster.orange.fr/";
const OFR: &str = "https://www.postmastery.com/orange-postmaster-smtp-error-codes-ofr/";
const LPN: &str = "https://www.postmastery.com/laposte-net-postmaster-smtp-error-codes-lpn/";
const FREE: &str = "https://postmaster.free.fr/";
const FRENCH: &[&str] = &[
    "orange.fr",
    "wanadoo.fr",
    "laposte.net",
    "sfr.fr",
    "neuf.fr",
    "cegetel.net",
    "club-internet.fr",
    "numericable.fr",
    "bbox.fr",
    "voila.fr",
];
const FREE_HOSTS: &[&str] = &["free.fr", "proxad.net", "libertysurf.fr", "aliceadsl.fr", "alicepro.fr"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "orange-recipient-invalid",
        cause: Cause::RecipientUnknown,
        says: &[
            "destinataire invalide. invalid recipient",
            "invalid recipient. ofr",
            "invalid recipient. lpn",
            "ofr_416",
            "lpn007_416",
        ],
        summary: "The provider has no mailbox {address}.",
        examples: &[
            ex("550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]"),
            ex("550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. LPN007_416 [416]"),
        ],
        source: OFR,
        ..RULE
    },
    Rule {
        id: "orange-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "boite du destinataire pleine",
            "boite aux lettres du destinataire pleine",
            "recipient overquota",
            "ofr_417",
            "lpn007_417",
        ],
        summary: "The mailbox {address} is full.",
        examples: &[ex("552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]")],
        source: OFR,
        ..RULE
    },
    Rule {
        id: "orange-account-blocked",
        cause: Cause::MailboxDisabled,
        says: &[
            "le compte du destinataire est bloque",
            "recipient account is blocked",
            "compte du destinataire * bloque",
            "ofr_426",
            "lpn007_426",
        ],
        summary: "The mailbox {address} is blocked by its provider.",
        examples: &[ex("550 5.5.0 Le compte du destinataire est bloque. The recipient account is blocked. LPN007_426")],
        source: LPN,
        ..RULE
    },
    Rule {
        id: "orange-invalid-sender",
        cause: Cause::SenderAddressRejected,
        says: &[
            "emetteur invalide",
            "invalid sender. ofr",
            "invalid sender. lpn",
            "domaine emetteur",
            "ofr_403",
            "ofr_405",
            "lpn007_405",
        ],
        summary: "The provider does not accept the sender address: its domain does not resolve or takes no mail.",
        steps: &[
            "Check that the domain of the envelope sender has an MX or A record and that its address takes mail.",
            "Use a sender address that can receive bounces and answers.",
        ],
        links: &[ORANGE],
        examples: &[ex("550 5.1.8 Emetteur invalide. Invalid Sender. OFR_405 [405]")],
        source: OFR,
        ..RULE
    },
    Rule {
        id: "orange-dmarc",
        cause: Cause::DmarcFailure,
        says: &["lpn007_517", "ofr_517", "ofr_519"],
        links: &[ORANGE],
        examples: &[ex("550 5.7.1 Service refuse. Politique DMARC. LPN007_517")],
        source: LPN,
        ..RULE
    },
    Rule {
        id: "orange-ip-blocked",
        cause: Cause::IpBlocklisted,
        says: &[
            "adresse ip source bloquee",
            "blocked for spamming issues",
            "client host blocked for spamming",
            "ip source bloquee",
        ],
        summary: "The provider blocks {ip} because of spam that came from it.",
        steps: &[
            "Find and stop the cause: a compromised account, forwarded spam or a list without consent.",
            "Look {ip} up at Cloudmark, ask for a reset there, and contact the provider's postmaster if the block stays.",
        ],
        links: &["https://csi.cloudmark.com/en/reset/?ip={ip}", ORANGE],
        examples: &[ex(
            "550 mwinf5c04 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref http://csi.cloudmark.com/reset-request/?ip=192.0.2.9 [102]",
        )],
        source: OFR,
        ..RULE
    },
    Rule {
        id: "orange-too-many-connections",
        cause: Cause::RateLimited,
        says: &["too many connections, slow down", "ofr004_104", "ofr_104"],
        permanence: Some(Permanence::Temporary),
        summary: "The provider takes fewer connections at a time than the server {ip} opened.",
        steps: &[
            "Limit the sending server to two or three connections at a time to this provider, with up to 100 messages each.",
            "Let it retry.",
        ],
        links: &[ORANGE],
        examples: &[ex(
            "421 4.7.0 mwinf5d99 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]",
        )],
        source: OFR,
        ..RULE
    },
    Rule {
        id: "orange-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &["trop de destinataires", "too many recipients. ofr", "nombre de destinataires"],
        by: FRENCH,
        examples: &[ex_by("452 4.5.3 Trop de destinataires. Too many recipients. OFR_415 [415]", "smtp-in9.orange.fr")],
        source: OFR,
        ..RULE
    },
    Rule {
        id: "orange-mail-rejected",
        cause: Cause::SpamContent,
        says: &["mail rejete. mail rejected", "mail rejected. ofr", "ofr_506", "ofr_507", "ofr_510", "lpn007_510"],
        summary: "Orange or La Poste refused the message as spam or malware after reading it.",
        steps: &[
            "Remove links, attachments and mass-mail elements, and send a short plain-text message.",
            "Check the linked domains and {ip} against block lists, and see that SPF and DKIM pass.",
        ],
        links: &[ORANGE],
        examples: &[
            ex("550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]"),
            ex("550 5.5.0 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN007_510"),
        ],
        source: "https://doc.gadz.org/",
        ..RULE
    },
    Rule {
        id: "laposte-host-rejected",
        cause: Cause::PoorReputation,
        says: &["client host rejected: * lpn", "lpn000_630"],
        not: &["try later", "essayer plus tard"],
        summary: "La Poste refuses mail from {ip} because of the reputation of that address.",
        steps: &[
            "Check {ip} against block lists and its reverse DNS.",
            "Contact La Poste's postmaster with {ip} and the full reply.",
        ],
        examples: &[ex("554 5.7.1 <mail.example.com[192.0.2.9]:49309>: Client host rejected: #216 lpn LPN000_630")],
        source: LPN,
        ..RULE
    },
    Rule {
        id: "orange-service-refused",
        cause: Cause::ServerError,
        says: &["service refuse", "service refused, please try later", "ofr_999", "ofr_108", "ofr004_105"],
        by: FRENCH,
        permanence: Some(Permanence::Temporary),
        summary: "The provider takes nothing from {ip} at the moment; when it goes on, the address's reputation or rate is the reason.",
        steps: &[
            "Let the server retry with two connections at a time.",
            "Check the reputation of {ip} and remove addresses that complained or bounced if it lasts for more than a day.",
        ],
        links: &[ORANGE],
        examples: &[
            ex_by(
                "421 mwinf5d99 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_999 [999]",
                "smtp-in9.orange.fr",
            ),
            ex_by(
                "550 5.5.0 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN001_108",
                "smtpz9.laposte.net",
            ),
        ],
        source: OFR,
        ..RULE
    },
    // Free.
    Rule {
        id: "free-too-many-spams",
        and: &["free.fr"],
        cause: Cause::IpBlocklisted,
        permanence: Some(Permanence::Temporary),
        says: &["too many spams from your ip", "too many spam from your ip", "your ip is blacklisted * free.fr"],
        summary: "Free blocks {ip} for at most 24 hours because of spam that came from it.",
        steps: &[
            "Stop the spam: a compromised account, a web form or forwarded mail.",
            "Wait: the block ends by itself within 24 hours, but starts anew when spam keeps coming.",
            "Check {ip} in the form on Free's postmaster page.",
        ],
        links: &[FREE],
        examples: &[ex("421 Too many spams from your IP (192.0.2.9), please visit http://postmaster.free.fr/")],
        source: FREE,
        ..RULE
    },
    Rule {
        id: "free-too-many-errors",
        and: &["free.fr"],
        cause: Cause::RateLimited,
        permanence: Some(Permanence::Temporary),
        says: &["too many errors from your ip", "too many mails from your ip", "too many connections from your ip"],
        summary: "Free blocks {ip} for at most 24 hours because it made too many errors, mostly mail to unknown addresses.",
        steps: &["Remove addresses that bounced from the lists.", "Wait up to a day; the block ends by itself."],
        links: &[FREE],
        examples: &[ex("451 too many errors from your ip (192.0.2.9), please visit http://postmaster.free.fr/")],
        source: FREE,
        ..RULE
    },
    Rule {
        id: "free-blocked",
        cause: Cause::IpBlocklisted,
        says: &["postmaster.free.fr"],
        permanence: Some(Permanence::Temporary),
        summary: "Free refuses mail from {ip} for now.",
        steps: &["Check {ip} in the form on Free's postmaster page, stop the cause, and wait up to 24 hours."],
        links: &[FREE],
        examples: &[ex("550 connection refused, please visit http://postmaster.free.fr/")],
        source: FREE,
        ..RULE
    },
    Rule {
        id: "free-inactive",
        cause: Cause::MailboxDisabled,
        says: &["mailbox has been blocked due to inactivity"],
        summary: "The mailbox {address} is blocked because nobody used it for a long time.",
        steps: &[
            "Reach the owner another way: signing in to the mailbox with a mail program or webmail opens it again.",
        ],
        examples: &[ex_by("550 5.2.1 This mailbox has been blocked due to inactivity (UserSearch)", "mx99.free.fr")],
        source: FREE,
        ..RULE
    },
    Rule {
        id: "free-spam",
        cause: Cause::SpamContent,
        says: &["spam detected"],
        by: FREE_HOSTS,
        summary: "Free's filter took the message for spam.",
        links: &[FREE],
        examples: &[ex_by("550 spam detected", "mx99.free.fr")],
        source: FREE,
        ..RULE
    },
    Rule {
        id: "sfr-content",
        cause: Cause::SpamContent,
        says: &["message content rejected"],
        by: FRENCH,
        summary: "SFR's filter refused the content of the message as spam.",
        examples: &[ex_by("550 5.7.1 Message content rejected", "smtp-in9.sfr.fr")],
        source: "https://doc.gadz.org/",
        ..RULE
    },
];
