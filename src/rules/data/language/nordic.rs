//! Swedish, Danish, Norwegian and Finnish: replies of servers there, and the user texts of Exchange, Gmail and Google Groups.
//! The three Scandinavian languages share many words, so one rule holds the phrases of all.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised replies of Nordic mail servers; Swedish, Danish, Norwegian and Finnish editions of the Exchange DSN texts (learn.microsoft.com/sv-se/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "nordic-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "svartlistad", "svart lista", "svarta listan", "sortlistet", "svartelistet", "sort liste", "svarteliste",
            "ip-adress * blockerad", "ip-adresse * blokeret", "ip-adresse * blokkert", "ip-adresse * sperret",
            "mustalla listalla", "estolistalla",
        ],
        not: &["avsandare", "avsandaren", "afsender", "avsender", "doman"],
        examples: &[ex("554 5.7.1 Din IP-adress 192.0.2.7 är svartlistad")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-greylisted",
        cause: Cause::Greylisted,
        says: &["gralistad", "gralistning", "gralistet", "harmaalla listalla", "harmaalista"],
        examples: &[ex("450 4.7.1 Gralistad, försök igen om 5 minuter")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "omvand dns", "saknar ptr", "mangler ptr", "mangler reverse", "saknar reverse", "omvendt dns",
            "kaanteinen nimi", "kaanteinen dns",
        ],
        examples: &[ex("550 5.7.25 Servern saknar PTR-post för 192.0.2.7")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "innehaller virus", "innehaller ett virus", "virus hittades", "virus hittat", "virus upptackt",
            "indeholder virus", "indeholder en virus", "inneholder virus", "virus fundet", "virus funnet",
            "virus oppdaget", "skadlig programvara", "skadlig kod", "skadelig programvare", "sisaltaa viruksen",
            "virus loytyi",
        ],
        examples: &[ex("554 5.7.1 Meddelandet innehåller virus"), ex("554 5.7.1 Mailen indeholder en virus")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "meddelandet ar for stort", "meddelande for stort", "meddelandet * for stort", "brevet ar for stort",
            "for stort meddelande", "meddelelsen er for stor", "meddelelse for stor", "meldingen er for stor",
            "melding for stor", "mailen er for stor", "e-posten er for stor", "e-mailen er for stor",
            "overskrider * storrelse", "overskrider storleksgransen", "overskrider * storlek", "maksimal storrelse",
            "maximal storlek", "maxstorlek", "storleksgrans", "storrelsesgraense", "storrelsesgrense",
            "viesti on liian suuri", "liian suuri viesti",
        ],
        examples: &[
            ex("552 5.3.4 Meddelandet är för stort"),
            ex("552 5.3.4 Meddelelsen er for stor"),
            ex("552 5.3.4 Viesti on liian suuri"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &[
            "for manga mottagare", "for mange modtagere", "for mange mottakere", "liian monta vastaanottajaa",
            "antal mottagare", "antal modtagere", "antall mottakere",
        ],
        examples: &[ex("452 4.5.3 För många mottagare"), ex("452 4.5.3 For mange modtagere")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "for manga anslutningar", "for manga meddelanden", "for manga forsok", "for mange forbindelser",
            "for mange tilkoblinger", "for mange meddelelser", "for mange meldinger", "for mange forsog",
            "for mange forsok", "liian monta yhteytta", "liian monta viestia",
        ],
        examples: &[ex("421 4.7.0 För många anslutningar"), ex("421 4.7.0 For mange forbindelser")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "brevladan ar full", "brevlada full", "brevladan full", "brevlada ar full", "brevlada * full ",
            "postlada ar full", "postladan ar full", "postlada full", "postladan full", "inkorgen ar full",
            "inkorg ar full", "inkorg full", "postkasse er fuld", "postkassen er fuld", "postkasse fuld",
            "postkassen fuld", "postkasse er full", "postkassen er full", "postkasse full", "postboks er full",
            "postboksen er full", "postboks full", "postboks er fuld", "indbakke er fuld", "indbakken er fuld",
            "innboks er full", "innboksen er full", "mailboks fuld", "mailboks er fuld", "mailboksen er fuld",
            "kvot overskriden", "kvoten ar overskriden", "kvoten overskriden", "overskridit sin kvot",
            "kvote overskredet", "kvoten er overskredet", "lagringskvot", "lagringsgrans", "lagerutrymme",
            "utrymmet ar slut", "postilaatikko on taynna", "postilaatikko taynna", "sahkopostilaatikko on taynna",
            "kiintio ylitetty", "levykiintio", "tallennustila * taynna",
        ],
        examples: &[
            ex("552 Brevlådan är full"),
            ex("Mottagarens postlåda är full och kan inte ta emot meddelanden just nu."),
            ex("552 5.2.2 Modtagerens postkasse er fuld"),
            ex("552 Mottakerens postboks er full"),
            ex("552 5.2.2 Vastaanottajan postilaatikko on täynnä"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &[
            "kontot ar avstangt", "kontot ar inaktiverat", "kontot ar sparrat", "kontot ar stangt",
            "kontot ar avslutat", "konto avstangt", "konto inaktiverat", "brevladan ar avstangd",
            "brevladan ar inaktiverad", "brevladan ar sparrad", "postladan ar inaktiverad", "postladan ar sparrad",
            "anvandaren ar inaktiverad", "anvandaren ar sparrad", "kontoen er deaktiveret", "kontoen er lukket",
            "kontoen er spaerret", "kontoen er suspenderet", "konto deaktiveret", "konto lukket",
            "postkassen er deaktiveret", "postkassen er lukket", "kontoen er deaktivert", "kontoen er stengt",
            "kontoen er sperret", "konto deaktivert", "konto stengt", "postboksen er deaktivert",
            "brugeren er deaktiveret", "brukeren er deaktivert", "ikke laengere i brug", "ikke lenger i bruk",
            "inte langre aktiv", "tili on suljettu", "tili on poistettu kaytosta", "postilaatikko on suljettu",
        ],
        examples: &[
            ex("550 5.2.1 Kontot är avstängt"),
            ex("550 5.2.1 Kontoen er lukket"),
            ex("550 5.2.1 Kontoen er stengt"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-recipient-moved",
        cause: Cause::RecipientMoved,
        says: &[
            "ny adress", "ny e-postadress", "ny mailadresse", "ny e-mailadresse", "ny e-postadresse",
            "har slutat hos", "har slutat pa", "har bytt adress", "har skiftet adresse", "har byttet adresse",
            "uusi osoite",
        ],
        examples: &[ex("551 5.1.6 Mottagaren har bytt adress, ny adress: namn@example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "leverans till den har adressen", "leverans till denna adress", "inte behorighet att skicka",
            "inte behorig att skicka", "inte tillatelse att skicka", "inte tillatet att skicka",
            "levering til denne adresse", "levering til denne adressen", "ikke tilladelse til at sende",
            "ikke rettigheder til at sende", "ikke tillatelse til a sende", "ikke rettigheter til a sende",
            "ikke autoriseret til at sende", "ikke autorisert til a sende", "endast medlemmar", "endast interna",
            "kun medlemmer", "kun for medlemmer", "kun interne", "kun autoriserede", "ei ole oikeutta lahettaa",
            "ei ole lupaa lahettaa", "ei ole oikeuksia lahettaa", "vain jasenet",
        ],
        not: &["gruppen du forsokte", "gruppen, du forsogte"],
        examples: &[
            ex("550 5.7.1 Du har inte behörighet att skicka till den här mottagaren."),
            ex("550 5.7.1 Du har ikke tilladelse til at sende til denne liste"),
            ex("550 5.7.1 Du har ikke tillatelse til å sende til denne listen"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "okand doman", "domanen finns inte", "domanen * finns inte", "domanen hittades inte", "domanen ar okand",
            "okand vard", "okant domannamn", "ukendt domaene", "ukjent domene", "domaenet findes ikke",
            "domaenet * findes ikke", "domaenet findes ikke", "domaenet * findes ikke", "ukendt domaene",
            "domenet finnes ikke", "domenet * finnes ikke", "ukendt vaert", "ukendt vaert", "ukjent vert",
            "verkkotunnusta ei", "tuntematon verkkotunnus",
        ],
        not: &["avsandar", "afsender", "avsender"],
        examples: &[ex("550 5.1.2 Okänd domän"), ex("550 5.1.2 Ukendt domæne"), ex("550 5.1.2 Ukjent domene")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-relay-denied",
        cause: Cause::RelayDenied,
        says: &[
            "relay ej tillat", "relay inte tillat", "relay nekad", "relaying ej tillat", "ej tillatet att relay",
            "vidarebefordran ar inte tillat", "vidarebefordran nekad", "relay ikke tilladt", "relay ikke tillatt",
            "relaying ikke tilladt", "videresending ikke tillatt", "videresendelse ikke tilladt", "relay naegtet",
            "relay nektet", "valitys estetty", "valittaminen estetty",
        ],
        examples: &[ex("554 5.7.1 Relay ej tillåtet"), ex("554 5.7.1 Relay ikke tilladt")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "autentisering kravs", "autentisering kraevs", "autentisering kreves", "autentisering misslyckades",
            "autentisering mislyktes", "autentisering feilet", "inloggning kravs", "inloggningen misslyckades",
            "godkendelse kraeves", "godkendelse kraeves", "godkendelse mislykkedes", "palogging kreves",
            "login paakraevet", "todennus vaaditaan", "todennus epaonnistui",
        ],
        examples: &[ex("530 5.7.0 Autentisering krävs"), ex("530 5.7.0 Godkendelse kræves")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "avsandaradress", "avsandarens adress", "avsandarens doman", "avsandaren finns inte", "okand avsandare",
            "ogiltig avsandare", "afsenderadresse", "afsenderens adresse", "afsenderens domaene",
            "afsenderens domaene", "ukendt afsender", "ugyldig afsender", "avsenderadresse", "avsenderens adresse",
            "avsenderens domene", "ukjent avsender", "ugyldig avsender", "lahettajan osoite",
        ],
        not: &["blockerad", "blokeret", "blokkert"],
        examples: &[ex("553 5.1.8 Avsändarens domän finns inte"), ex("553 5.1.8 Ugyldig afsender")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "okand mottagare", "mottagaren ar okand", "mottagare okand", "mottagaren finns inte",
            "mottagaren * finns inte", "mottagaren hittades inte", "okand anvandare", "anvandaren ar okand",
            "anvandare okand", "anvandaren finns inte", "anvandaren * finns inte", "anvandaren hittades inte",
            "adressen finns inte", "adressen * finns inte", "adressen ar okand", "adressen hittades inte",
            "okand adress", "hitta den e-postadress", "e-postadressen * hittades inte", "e-postadressen * inte",
            "brevladan finns inte", "postladan finns inte", "kontot finns inte", "okand till-adress",
            "ukendt modtager", "modtageren findes ikke", "modtageren * findes ikke", "modtager ukendt",
            "modtageren blev ikke fundet", "ukendt bruger", "brugeren findes ikke", "brugeren * findes ikke",
            "bruger ukendt", "bruger findes ikke", "adressen findes ikke", "adressen * findes ikke",
            "adressen blev ikke fundet", "adressen * blev ikke fundet", "adresse * blev ikke fundet",
            "e-mailadressen * findes ikke", "mailadressen * findes ikke", "ukendt adresse", "postkassen findes ikke",
            "kontoen findes ikke", "ukjent mottaker", "mottakeren finnes ikke", "mottakeren * finnes ikke",
            "mottakeren ble ikke funnet", "ukjent bruker", "brukeren finnes ikke", "brukeren * finnes ikke",
            "bruker finnes ikke", "adressen finnes ikke", "adressen * finnes ikke", "adressen ble ikke funnet",
            "adressen * ble ikke funnet", "ukjent adresse", "postboksen finnes ikke", "postkassen finnes ikke",
            "kontoen finnes ikke", "tuntematon kayttaja", "kayttajaa ei loydy", "kayttajaa ei ole",
            "tuntematon vastaanottaja", "vastaanottajaa ei loydy", "vastaanottajaa ei ole", "osoitetta ei loydy",
            "osoitetta ei loytynyt", "osoitetta ei ole", "sahkopostiosoitetta ei loydy",
            "sahkopostiosoitetta ei loytynyt", "gruppen du forsokte", "gruppen, du forsogte", "finns inte"],
        not: &["avsandare", "afsender", "avsender"],
        examples: &[
            ex("550 5.1.1 Okänd användare"),
            ex("Det gick inte att hitta den e-postadress du angav."),
            ex("550 5.1.1 Ukendt bruger"),
            ex("550 5.1.1 Ukjent mottaker"),
            ex("Den angivne adresse blev ikke fundet"),
            ex("550 5.1.1 Tuntematon käyttäjä"),
            ex("Adressen hittades inte. Meddelandet kunde inte levereras."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "ogiltig adress", "ogiltig e-postadress", "adressen ar ogiltig", "ogiltig mottagare", "ugyldig adresse",
            "ugyldig e-mailadresse", "ugyldig e-postadresse", "ugyldig mailadresse", "adressen er ugyldig",
            "ugyldig modtager", "ugyldig mottaker", "virheellinen osoite", "virheellinen sahkopostiosoite",
        ],
        not: &["avsandare", "afsender", "avsender"],
        examples: &[ex("553 5.1.3 Ogiltig e-postadress"), ex("553 5.1.3 Ugyldig e-mailadresse")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "avsandaren ar blockerad", "avsandaren * blockerad", "avsandaren ar sparrad", "avsandaren * svartlist",
            "avsandaren avvisad", "blockerad av mottagaren", "avvisad av mottagaren", "mottagaren har blockerat",
            "mottagaren accepterar inte", "afsenderen er blokeret", "afsender blokeret", "blokeret af modtageren",
            "afvist af modtageren", "modtageren har blokeret", "avsenderen er blokkert", "avsender blokkert",
            "blokkert av mottakeren", "avvist av mottakeren", "mottakeren har blokkert", "lahettaja on estetty",
        ],
        examples: &[
            ex("550 5.7.1 Avsändaren är blockerad av mottagaren"),
            ex("550 5.7.1 Afsenderen er blokeret"),
            ex("550 5.7.1 Avsenderen er blokkert"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "klassad som spam", "klassat som spam", "klassificerats som spam", "klassificerat som spam",
            "klassificeret som spam", "klassifisert som spam", "klassifisert som soppelpost", "bedomts som spam",
            "bedomt som spam", "identifierats som spam", "identifierat som spam", "identificeret som spam",
            "identifisert som spam", "avvisat som spam", "afvist som spam", "avvist som spam", "markeret som spam",
            "misstankt spam", "mistaenkt spam", "mistaenkt spam", "skrappost", "soppelpost", "uonsket post",
            "spamfilter", "spam-filter", "roskaposti",
        ],
        examples: &[
            ex("550 5.7.1 Meddelandet klassades som skräppost"),
            ex("550 5.7.1 Mailen er afvist som spam"),
            ex("550 5.7.1 Viesti tunnistettiin roskapostiksi"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "bilagan ar inte tillaten", "bilaga * inte tillat", "bilagan * inte tillat", "otillaten bilaga",
            "bilaga blockerad", "filtyp * inte tillat", "filtypen * inte", "otillatet innehall",
            "innehallet * inte tillat", "vedhaeftet fil * ikke", "vedhaeftet fil * ikke", "vedhaeftede fil",
            "vedhaeftede fil", "filtypen * ikke", "vedlegg * ikke tillatt", "vedlegget * ikke", "ulovligt indhold",
            "indhold * ikke tilladt", "innhold * ikke tillatt", "liitetiedosto",
        ],
        examples: &[ex("554 5.7.1 Bilagan är inte tillåten (.exe)"), ex("554 5.7.1 Filtypen .exe er ikke tilladt")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-routing-loop",
        cause: Cause::RoutingLoop,
        says: &[
            "e-postslinga", "mailslinga", "postloop", "mailloop", "mail-loop", "e-postlokke", "for manga hopp",
            "for mange hop", "postisilmukka",
        ],
        examples: &[ex("554 5.4.6 E-postslinga upptäckt")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-message-expired",
        cause: Cause::MessageExpired,
        says: &[
            "har slutat forsoka", "har givit upp", "har gett upp", "har opgivet", "har stoppet med at forsoge",
            "har sluttet a prove", "har gitt opp", "for lange i kon", "for laenge i koen", "vanhentunut viesti",
            "lopettanut yritt",
        ],
        examples: &[
            ex("Microsoft Exchange har utan framgång försökt att leverera meddelandet och har slutat försöka."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "kunde inte ansluta", "gick inte att ansluta", "anslutningen misslyckades", "anslutningen nekades",
            "anslutningen brots", "anslutningen avbrots", "servern svarar inte", "kunne ikke oprette forbindelse",
            "forbindelsen blev afvist", "forbindelsen blev afbrudt", "serveren svarer ikke", "kunne ikke koble til",
            "tilkoblingen mislyktes", "tilkoblingen ble", "yhteys epaonnistui", "yhteytta ei voitu",
            "palvelin ei vastaa",
        ],
        examples: &[
            ex("Det gick inte att ansluta till mail.example.com"),
            ex("Kunne ikke oprette forbindelse til mail.example.com"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-server-error",
        cause: Cause::ServerError,
        says: &[
            "internt fel", "tillfalligt fel", "systemfel", "tjansten ar inte tillganglig",
            "tillfalligt otillganglig", "forsok igen senare", "forsok senare", "intern fejl", "midlertidig fejl",
            "systemfejl", "tjenesten er ikke tilgaengelig", "midlertidigt utilgaengelig", "prov igen senere",
            "intern feil", "midlertidig feil", "systemfeil", "tjenesten er ikke tilgjengelig",
            "midlertidig utilgjengelig", "prov igjen senere", "prov pa nytt senere", "sisainen virhe",
            "tilapainen virhe", "yrita myohemmin",
        ],
        examples: &[
            ex("451 4.3.0 Tillfälligt fel, försök igen senare"),
            ex("451 4.3.0 Midlertidig fejl, prøv igen senere"),
            ex("451 4.3.0 Midlertidig feil, prøv igjen senere"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "nordic-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "avvisad av policy", "avvisat av policy", "avvisat enligt policy", "enligt sakerhetspolicy",
            "av sakerhetsskal", "sakerhetsprincip", "atkomst nekad", "afvist af politik", "sikkerhedspolitik",
            "af sikkerhedsmaessige", "adgang naegtet", "adgang naegtet", "avvist av policy", "sikkerhetspolicy",
            "av sikkerhetshensyn", "tilgang nektet", "tietoturvakaytanto",
        ],
        examples: &[ex("550 5.7.1 Meddelandet avvisades av säkerhetsskäl"), ex("550 5.7.1 Adgang nægtet")],
        source: SOURCE,
        ..RULE
    },
];
