//! Dutch: replies of servers in the Netherlands and Belgium, and the Dutch user texts of Exchange, Gmail and Google Groups.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised replies of Dutch mail servers; Dutch edition of the Exchange DSN texts (learn.microsoft.com/nl-nl/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "nl-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "ip-adres * zwarte lijst", "ip-adres * blacklist", "ip-adres * geblokkeerd", "ip adres * geblokkeerd",
            "zwarte lijst", "op een zwarte lijst", "op een blacklist", "op de blacklist", "mailserver * geblokkeerd",
            "uw ip is geblokkeerd",
        ],
        examples: &[ex("554 5.7.1 Uw IP-adres 192.0.2.7 staat op een zwarte lijst")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-greylisted",
        cause: Cause::Greylisted,
        says: &["grijze lijst", "greylisting actief"],
        examples: &[ex("450 4.7.1 Op de grijze lijst geplaatst, probeer het over 5 minuten opnieuw")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &["geen reverse dns", "geen reverse-dns", "ptr-record ontbreekt", "geen ptr"],
        examples: &[ex("550 Geen PTR voor 192.0.2.7")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "bevat een virus", "bevat virus", "virus gevonden", "virus gedetecteerd", "virus aangetroffen",
            "schadelijke software", "schadelijke code",
        ],
        examples: &[ex("554 5.7.1 Bericht geweigerd: bevat een virus")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "bericht te groot", "bericht is te groot", "bericht * te groot", "e-mail te groot", "e-mail is te groot",
            "mail is te groot", "bericht overschrijdt", "maximale grootte", "maximale berichtgrootte",
            "berichtgrootte", "grootte van het bericht", "bijlage te groot", "bijlage is te groot",
        ],
        examples: &[ex("552 5.3.4 Bericht te groot")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &[
            "te veel ontvangers", "te veel geadresseerden", "teveel ontvangers", "teveel geadresseerden",
            "aantal ontvangers", "aantal geadresseerden",
        ],
        examples: &[ex("452 4.5.3 Te veel ontvangers")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "verzendlimiet", "verzendquotum", "daglimiet", "maximum aantal * verzenden", "limiet * uitgaande",
        ],
        examples: &[ex("550 5.4.5 U heeft uw verzendlimiet bereikt")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "te veel verbindingen", "teveel verbindingen", "te veel berichten", "teveel berichten",
            "te veel e-mails", "te veel pogingen", "te veel verzoeken", "aantal verbindingen",
        ],
        examples: &[ex("421 4.7.0 Te veel verbindingen vanaf uw adres")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "mailbox vol ", "mailbox is vol ", "mailbox * vol ", "postvak vol ", "postvak is vol",
            "postvak van de geadresseerde is vol", "postvak * vol ", "postbus vol ", "postbus is vol",
            "postbus * vol ", "brievenbus vol", "brievenbus is vol", "inbox is vol ", "inbox * vol ",
            "quota overschreden", "quotum overschreden", "quota * overschreden", "quotum * overschreden",
            "opslaglimiet", "limiet van de mailbox", "opslagruimte * overschreden", "schijfruimte * overschreden",
            "geen ruimte in * mailbox",
        ],
        examples: &[
            ex("552 5.2.2 Mailbox vol"),
            ex("552 5.2.2 De postbus is vol"),
            ex("Het postvak van de geadresseerde is vol en kan momenteel geen berichten accepteren."),
            ex("452 4.2.2 Quotum overschreden"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &["mailbox is opgeheven", "mailbox is gesloten", "mailbox is afgesloten", "mailbox is verwijderd", "mailbox is gedeactiveerd", "mailbox is beeindigd", "mailbox is vervallen", "mailbox is verlopen", "mailbox bestaat niet meer", "mailbox is niet langer", "postvak is opgeheven", "postvak is gesloten", "postvak is afgesloten", "postvak is verwijderd", "postvak is gedeactiveerd", "postvak is beeindigd", "postvak is vervallen", "postvak is verlopen", "postvak bestaat niet meer", "postvak is niet langer", "postbus is opgeheven", "postbus is gesloten", "postbus is afgesloten", "postbus is verwijderd", "postbus is gedeactiveerd", "postbus is beeindigd", "postbus is vervallen", "postbus is verlopen", "postbus bestaat niet meer", "postbus is niet langer", "account is gesloten", "account is afgesloten", "account is verwijderd", "account is beeindigd", "account is vervallen", "account is verlopen", "account bestaat niet meer", "account is niet langer", "gebruiker is opgeheven", "gebruiker is gesloten", "gebruiker is afgesloten", "gebruiker is verwijderd", "gebruiker is gedeactiveerd", "gebruiker is beeindigd", "gebruiker is vervallen", "gebruiker is verlopen", "gebruiker bestaat niet meer", "gebruiker is niet langer", "adres is gesloten", "adres is afgesloten", "adres is verwijderd", "adres is gedeactiveerd", "adres is beeindigd", "adres is vervallen", "adres is verlopen", "adres bestaat niet meer", "adres is niet langer", "brievenbus is opgeheven", "brievenbus is gesloten", "brievenbus is afgesloten", "brievenbus is verwijderd", "brievenbus is gedeactiveerd", "brievenbus is beeindigd", "brievenbus is vervallen", "brievenbus is verlopen", "brievenbus bestaat niet meer", "brievenbus is niet langer", "opgeheven", "niet langer in gebruik", 
            "account uitgeschakeld", "account is uitgeschakeld", "account geblokkeerd", "account is geblokkeerd",
            "account opgeheven", "account is opgeheven", "account gedeactiveerd", "account is gedeactiveerd",
            "account inactief", "account is niet actief", "account opgezegd", "account gesloten",
            "mailbox uitgeschakeld", "mailbox is uitgeschakeld", "mailbox geblokkeerd", "mailbox is geblokkeerd",
            "mailbox opgeheven", "mailbox inactief", "mailbox gedeactiveerd", "postvak uitgeschakeld",
            "postbus opgeheven", "gebruiker uitgeschakeld", "gebruiker is uitgeschakeld", "gebruiker geblokkeerd",
            "adres is opgeheven", "mailadres is opgeheven", "emailadres is opgeheven", "adres opgeheven",
            "mailadres opgeheven", "emailadres opgeheven", "niet meer actief", "niet meer in gebruik",
        ],
        not: &["uw account"],
        examples: &[ex("550 5.2.1 Mailbox is uitgeschakeld")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-sender-account-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &["uw account * geblokkeerd", "uw account * uitgeschakeld"],
        examples: &[ex("550 5.7.0 Uw account is geblokkeerd wegens spam")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-recipient-moved",
        cause: Cause::RecipientMoved,
        says: &[
            "nieuw adres", "nieuw e-mailadres", "adres gewijzigd", "mailadres gewijzigd", "emailadres gewijzigd",
            "adres is gewijzigd", "mailadres is gewijzigd", "emailadres is gewijzigd", "werkt hier niet meer",
            "niet meer werkzaam",
        ],
        examples: &[ex("551 5.1.6 Het adres is gewijzigd, nieuw adres: gebruiker@example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "bezorging bij dit adres * beperkt", "bezorging op dit adres", "levering aan dit adres",
            "niet gemachtigd * verzenden", "geen toestemming * verzenden", "geen toestemming * sturen",
            "geen machtiging", "niet bevoegd * verzenden", "alleen leden", "alleen voor leden",
            "alleen geverifieerde", "alleen interne", "afzender niet toegestaan", "afzender is niet gemachtigd",
        ],
        not: &["de groep waarmee"],
        examples: &[
            ex("550 5.7.1 U bent niet gemachtigd om berichten naar deze lijst te verzenden"),
            ex("Uw bericht kan niet worden bezorgd omdat de bezorging bij dit adres is beperkt."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "domein onbekend", "onbekend domein", "domein bestaat niet", "domein * bestaat niet",
            "domein niet gevonden", "domein * niet gevonden", "onbekende host", "host onbekend", "geen mx-record",
        ],
        not: &["afzender"],
        examples: &[ex("550 5.1.2 Onbekend domein")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-relay-denied",
        not: &["doorsturen naar spam"],
        cause: Cause::RelayDenied,
        says: &["doorsturen naar", "doorzenden niet toegestaan", "doorsturen is niet", "relay is niet", "relaying is niet", "relayen is niet", "relay geblokkeerd", 
            "relay geweigerd", "relay niet toegestaan", "relaying niet toegestaan", "relayen niet toegestaan",
            "doorsturen niet toegestaan", "relay verboden",
        ],
        examples: &[ex("554 5.7.1 Relay niet toegestaan")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "authenticatie vereist", "authenticatie is vereist", "verificatie vereist", "authenticatie mislukt",
            "verificatie mislukt", "aanmelden mislukt", "aanmelding vereist", "wachtwoord onjuist",
            "onjuist wachtwoord",
        ],
        examples: &[ex("530 5.7.0 Authenticatie vereist")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "afzender onbekend", "onbekende afzender", "afzender bestaat niet", "afzenderadres", "afzender-adres",
            "adres van de afzender", "mailadres van de afzender", "emailadres van de afzender", "ongeldige afzender",
            "afzender ongeldig", "domein van de afzender", "afzenderdomein",
        ],
        not: &["geblokkeerd"],
        examples: &[ex("553 5.1.8 Het domein van de afzender bestaat niet")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &["geen postbus", "geen mailbox", "geen postvak", "geen account met", "geen e-mailadres", "geen gebruiker", "geen ontvanger", "gebruiker komt niet voor", "adres niet bekend", "adres is niet bekend", "adres is onbekend", "gebruiker is onbekend", "gebruiker is niet bekend", "ontvanger is onbekend", "ontvanger is niet bekend", "kent geen", 
            "gebruiker onbekend", "gebruiker * onbekend", "onbekende gebruiker", "gebruiker bestaat niet",
            "gebruiker * bestaat niet", "gebruiker niet gevonden", "ontvanger onbekend", "ontvanger * onbekend",
            "onbekende ontvanger", "ontvanger bestaat niet", "ontvanger niet gevonden", "geadresseerde onbekend",
            "onbekende geadresseerde", "geadresseerde bestaat niet", "adres onbekend", "mailadres onbekend",
            "emailadres onbekend", "onbekend adres", "onbekend e-mailadres", "adres bestaat niet",
            "mailadres bestaat niet", "emailadres bestaat niet", "adres * bestaat niet", "mailadres * bestaat niet",
            "emailadres * bestaat niet", "adres niet gevonden", "mailadres niet gevonden",
            "emailadres niet gevonden", "adres * niet gevonden", "mailadres * niet gevonden",
            "emailadres * niet gevonden", "adres * niet worden gevonden", "mailadres * niet worden gevonden",
            "emailadres * niet worden gevonden", "adres * kan niet worden gevonden",
            "mailadres * kan niet worden gevonden", "emailadres * kan niet worden gevonden", "mailbox bestaat niet",
            "mailbox * bestaat niet", "mailbox onbekend", "mailbox niet gevonden", "postvak bestaat niet",
            "postvak niet gevonden", "postbus bestaat niet", "account bestaat niet", "account onbekend",
            "is niet gevonden op", "is niet gevonden bij", "niet gevonden in", "onbekend aan-adres",
            "geen gebruiker met deze naam", "de groep waarmee", "bestaat niet"],
        not: &["afzender"],
        examples: &[
            ex("550 5.1.1 Gebruiker onbekend"),
            ex("550 5.1.1 Onbekende ontvanger"),
            ex("Het e-mailadres dat u hebt ingevoerd, kan niet worden gevonden."),
            ex("Adres niet gevonden. Je bericht is niet bezorgd omdat het adres niet kan worden gevonden of geen e-mail kan ontvangen."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "ongeldig adres", "ongeldig e-mailadres", "adres ongeldig", "mailadres ongeldig", "emailadres ongeldig",
            "adres is ongeldig", "mailadres is ongeldig", "emailadres is ongeldig", "ongeldige ontvanger",
        ],
        not: &["afzender"],
        examples: &[ex("553 5.1.3 Ongeldig e-mailadres")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "afzender geblokkeerd", "afzender is geblokkeerd", "afzender * geblokkeerd", "afzender geweigerd",
            "geblokkeerd door de ontvanger", "geweigerd door de ontvanger", "ontvanger heeft * geblokkeerd",
            "ontvanger weigert", "ontvanger accepteert geen", "uw adres * geblokkeerd", "uw domein * geblokkeerd",
        ],
        examples: &[ex("550 5.7.1 Afzender geblokkeerd door de ontvanger")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "als spam aangemerkt", "aangemerkt als spam", "als spam herkend", "herkend als spam",
            "als spam gemarkeerd", "gemarkeerd als spam", "als spam beschouwd", "beschouwd als spam",
            "als spam geclassificeerd", "geweigerd als spam", "geweigerd wegens spam", "vermoedelijk spam",
            "verdacht van spam", "ongewenste e-mail", "ongewenste mail", "ongewenst bericht", "spamfilter",
        ],
        examples: &[ex("550 5.7.1 Uw bericht is aangemerkt als spam")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "bijlage niet toegestaan", "bijlage * niet toegestaan", "bijlagen niet toegestaan", "bijlage geweigerd",
            "bijlage geblokkeerd", "bestandstype", "bestandsextensie", "inhoud niet toegestaan", "inhoud geweigerd",
            "inhoud * niet toegestaan", "verboden inhoud",
        ],
        examples: &[ex("554 5.7.1 Bijlage niet toegestaan (.exe)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-tls-failure",
        cause: Cause::TlsFailure,
        says: &[
            "tls vereist", "tls is vereist", "versleuteling vereist", "beveiligde verbinding",
            "certificaat * verlopen", "certificaat * ongeldig",
        ],
        examples: &[ex("530 5.7.0 TLS is vereist")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-routing-loop",
        cause: Cause::RoutingLoop,
        says: &["e-mail loop", "maillus", "mail-lus", "lus gedetecteerd", "te veel hops"],
        examples: &[ex("554 5.4.6 Maillus: te veel hops")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-message-expired",
        cause: Cause::MessageExpired,
        says: &[
            "is gestopt met proberen", "pogingen gestaakt", "niet binnen * bezorgd", "bericht verlopen",
            "bericht is verlopen", "te lang in de wachtrij",
        ],
        examples: &[
            ex("Microsoft Exchange heeft zonder succes geprobeerd dit bericht te bezorgen en is gestopt met proberen."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "kan geen verbinding", "geen verbinding mogelijk", "verbinding mislukt", "verbinding geweigerd",
            "verbinding verbroken", "verbinding * verbroken", "time-out bij", "server niet bereikbaar",
            "server is niet bereikbaar", "server reageert niet",
        ],
        examples: &[ex("Kan geen verbinding maken met mail.example.com")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-storage-full",
        cause: Cause::ServerStorageFull,
        says: &[
            "onvoldoende schijfruimte", "onvoldoende opslagruimte", "schijf vol", "onvoldoende ruimte op de server",
        ],
        examples: &[ex("452 4.3.1 Onvoldoende schijfruimte op de server")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-server-error",
        cause: Cause::ServerError,
        says: &[
            "interne fout", "interne serverfout", "systeemfout", "tijdelijke fout", "tijdelijk probleem",
            "tijdelijke storing", "dienst niet beschikbaar", "service niet beschikbaar",
            "tijdelijk niet beschikbaar", "server overbelast", "server bezet", "configuratiefout",
            "probeer het later", "probeer later",
        ],
        examples: &[ex("451 4.3.0 Tijdelijke fout, probeer het later opnieuw")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nl-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "geweigerd op grond van", "geweigerd wegens beleid", "geweigerd vanwege beleid", "beveiligingsbeleid",
            "vanwege het beleid", "lokaal beleid", "in strijd met * beleid", "toegang geweigerd",
            "om veiligheidsredenen",
        ],
        examples: &[ex("550 5.7.1 Bericht geweigerd vanwege het beveiligingsbeleid")],
        source: SOURCE,
        ..RULE
    },
];
