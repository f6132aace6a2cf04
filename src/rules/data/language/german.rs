//! German: replies of servers in Germany, Austria and Switzerland (with umlauts, as ae/oe/ue, or without), and the
//! German user texts of Exchange, Gmail and Google Groups. T-Online, GMX and WEB.DE have files of their own.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised replies of German mail servers; German edition of the Exchange DSN texts (learn.microsoft.com/de-de/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "de-domain-blocklisted",
        cause: Cause::DomainBlocklisted,
        says: &[
            "domain * auf einer blacklist", "domain * auf der blacklist", "domain * ist gesperrt",
            "domain ist gesperrt", "domain steht auf", "enthaltene url * gelistet", "link * auf einer blacklist",
        ],
        not: &["ip-adresse"],
        examples: &[ex("554 5.7.1 Die Domain example.com ist gesperrt")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "ip-adresse * gesperrt", "ip-adresse * blockiert", "ip-adresse * gelistet", "ip-adresse * blacklist",
            "ip-adresse * sperrliste", "ip adresse * gesperrt", "ip adresse * blockiert", "ip adresse * gelistet",
            "ip adresse * blacklist", "ihre ip * gesperrt", "ihre ip * blockiert", "ihre ip * gelistet",
            "ihre ip * blacklist", "ihre ip ist auf", "steht auf einer blacklist", "steht auf der blacklist",
            "auf einer sperrliste", "auf der sperrliste", "auf einer schwarzen liste", "auf einer blackliste",
            "in einer blacklist", "mailserver * gesperrt", "server * steht auf * blacklist",
            "ihr server ist gesperrt", "auf einer blacklist", "auf der blackliste", "schwarze liste",
            "schwarzen liste", "einlieferung * gesperrt", "in der blacklist",
        ],
        not: &["absender steht auf", "absenderadresse"],
        examples: &[ex("554 5.7.1 Ihre IP-Adresse 192.0.2.7 ist gesperrt, siehe https://bl.example.net/")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-greylisted",
        cause: Cause::Greylisted,
        says: &[
            "graue liste", "greylisting aktiv", "wegen greylisting", "durch greylisting", "greylisting: bitte",
            "auf der grauen liste", "graulist"],
        examples: &[ex("450 4.7.1 Server steht auf der grauen Liste, bitte in 5 Minuten erneut versuchen")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "kein reverse dns", "kein reverse-dns", "reverse dns * fehlt", "reverse-dns * fehlt", "kein ptr",
            "ptr-eintrag", "ptr eintrag", "ptr-record fehlt", "rueckwaertsaufloesung", "ruckwartsauflosung",
            "rueckwaerts-aufloesung", "reverse lookup * fehlgeschlagen", "kein reverse-eintrag",
            "kein dns-name fur ihre ip",
        ],
        examples: &[ex("550 5.7.25 Kein PTR-Eintrag für 192.0.2.7 gefunden")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-helo-invalid",
        cause: Cause::HeloInvalid,
        says: &[
            "helo * ungultig", "helo * ungueltig", "ehlo * ungultig", "ehlo * ungueltig", "ungultiger helo",
            "ungueltiger helo", "ungultiges helo", "ungueltiges helo", "falscher helo", "helo-name",
        ],
        examples: &[ex("501 5.5.2 HELO-Name ungültig: localhost")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "enthalt * virus", "enthaelt * virus", "virus gefunden", "virus erkannt", "virus entdeckt",
            "viren gefunden", "virenverdacht", "schadsoftware", "schadcode", "viren enthalt", "wegen virus",
        ],
        examples: &[ex("554 5.7.1 Die Nachricht enthält einen Virus und wurde abgelehnt")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "nachricht zu gross", "nachricht ist zu gross", "mail zu gross", "mail ist zu gross", "e-mail zu gross",
            "e-mail ist zu gross", "nachricht * uberschreitet * grosse", "nachricht * ueberschreitet * groesse",
            "nachricht uberschreitet", "nachricht ueberschreitet", "grossenbeschrankung", "groessenbeschraenkung",
            "nachrichtengrosse", "nachrichtengroesse", "maximale grosse", "maximale groesse",
            "maximal zulassige grosse", "grosse der nachricht", "groesse der nachricht", "mailgrosse", "mailgroesse",
            "zulassige grosse", "zulaessige groesse", "anhang zu gross", "anhang ist zu gross",
        ],
        examples: &[
            ex("552 5.3.4 Nachricht zu groß (maximal 20 MB)"),
            ex("552 Die Groesse der Nachricht ueberschreitet das Limit"),
            ex("Diese Nachricht überschreitet die maximale Größe, die der Empfänger akzeptiert."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &[
            "zu viele empfanger", "zu viele empfaenger", "zuviele empfanger", "zuviele empfaenger",
            "anzahl der empfanger", "anzahl der empfaenger", "maximale empfangeranzahl",
            "maximale anzahl * empfanger", "maximale anzahl * empfaenger",
        ],
        examples: &[ex("452 4.5.3 Zu viele Empfänger")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "versandlimit", "sendelimit", "versandkontingent", "limit fur ausgehende", "limit fuer ausgehende",
            "maximale anzahl * versend", "maximale anzahl * ausgehend", "haben * limit * versand", "tageslimit",
            "nachrichten pro tag", "mails pro stunde", "mails pro tag",
        ],
        examples: &[ex("550 5.4.5 Sie haben Ihr Versandlimit für heute erreicht")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "zu viele verbindungen", "zuviele verbindungen", "zu viele gleichzeitige", "zu viele nachrichten",
            "zu viele mails", "zu viele e-mails", "zu viele anfragen", "zuviele mails", "zuviele nachrichten",
            "anzahl der verbindungen", "maximale anzahl * verbindungen", "verbindungslimit", "zu viele fehlversuche",
            "zu haufig", "zu haeufig", "zu schnell",
        ],
        not: &["im postfach", "auf dem server"],
        examples: &[ex("421 4.7.0 Zu viele Verbindungen von Ihrer IP")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-mailbox-full",
        cause: Cause::MailboxFull,
        says: &["zu viele nachrichten auf dem server", 
            "postfach voll", "postfach * voll ", "postfach ist voll", "postfach des empfangers ist voll",
            "postfach des empfaengers ist voll", "postfach * uberfullt", "postfach * ueberfuellt",
            "postfach uberfullt", "postfach ueberfuellt", "postfach * uberschritten", "postfach * ueberschritten",
            "mailbox voll", "mailbox ist voll", "mailbox * voll ", "mailbox uberfullt", "mailbox ueberfuellt",
            "briefkasten voll", "briefkasten ist voll", "posteingang * voll", "posteingang ist voll",
            "speicherplatz * uberschritten", "speicherplatz * ueberschritten", "speicherplatz * erschopft",
            "speicherplatz * erschoepft", "speicherplatz voll", "speichervolumen", "speicherlimit",
            "speicherkontingent", "speichergrenze", "kontingent * uberschritten", "kontingent * ueberschritten",
            "kontingent erschopft", "quota uberschritten", "quota ueberschritten", "quota * uberschritten",
            "quota * ueberschritten", "quota erreicht", "quota erschopft", "quota voll",
            "zuviele mails auf dem server", "zu viele mails auf dem server", "zu viele nachrichten im postfach",
            "kein speicherplatz * postfach", "kein platz * postfach", "nicht genugend speicherplatz * postfach",
        ],
        examples: &[
            ex("552 5.2.2 Postfach voll"),
            ex("550 Benutzer hat das Speichervolumen ueberschritten"),
            ex("Das Postfach des Empfängers ist voll und kann zurzeit keine Nachrichten annehmen."),
            ex("452 Quota überschritten"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &[
            "konto * gesperrt", "konto * deaktiviert", "konto deaktiviert", "konto ist deaktiviert",
            "konto wurde deaktiviert", "konto gesperrt", "konto ist gesperrt", "konto wurde gesperrt",
            "konto geschlossen", "konto wurde geschlossen", "konto abgelaufen", "konto geloscht", "konto inaktiv",
            "account gesperrt", "account ist gesperrt", "account deaktiviert", "account ist deaktiviert",
            "account wurde deaktiviert", "account geloscht", "account inaktiv", "postfach deaktiviert",
            "postfach ist deaktiviert", "postfach wurde deaktiviert", "postfach gesperrt", "postfach ist gesperrt",
            "postfach wurde gesperrt", "postfach geschlossen", "postfach wurde geschlossen", "postfach geloscht",
            "postfach inaktiv", "postfach ist inaktiv", "postfach nicht aktiv", "mailbox deaktiviert",
            "mailbox gesperrt", "mailbox ist gesperrt", "mailbox ist deaktiviert", "mailbox inaktiv",
            "empfanger gesperrt", "empfaenger gesperrt", "empfanger ist gesperrt", "empfaenger ist gesperrt",
            "empfanger deaktiviert", "empfaenger deaktiviert", "empfanger inaktiv", "benutzer gesperrt",
            "benutzer ist gesperrt", "benutzer deaktiviert", "benutzer ist deaktiviert", "benutzer inaktiv",
            "adresse deaktiviert", "mailadresse deaktiviert", "emailadresse deaktiviert", "adresse ist deaktiviert",
            "mailadresse ist deaktiviert", "emailadresse ist deaktiviert", "adresse wurde deaktiviert",
            "mailadresse wurde deaktiviert", "emailadresse wurde deaktiviert", "adresse stillgelegt",
            "mailadresse stillgelegt", "emailadresse stillgelegt", "adresse gesperrt", "mailadresse gesperrt",
            "emailadresse gesperrt", "nicht mehr aktiv",
        ],
        not: &[
            "absenderadresse", "absender", "ip-adresse", "ip adresse", "ihr konto", "ihr account", "ihre adresse",
            "ihr postfach",
        ],
        examples: &[ex("550 5.2.1 Postfach deaktiviert"), ex("554 Das Konto des Benutzers ist gesperrt")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-sender-account-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &[
            "ihr konto * gesperrt", "ihr account * gesperrt", "ihr postfach * gesperrt", "ihr konto * deaktiviert",
            "versand gesperrt", "versand wurde gesperrt", "mailversand * gesperrt",
        ],
        examples: &[ex("550 5.7.0 Ihr Konto wurde wegen Spamversand gesperrt")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-recipient-moved",
        cause: Cause::RecipientMoved,
        says: &[
            "neue adresse", "neue e-mail-adresse", "neue mailadresse", "nicht mehr gultig * bitte verwenden",
            "nicht mehr im unternehmen", "nicht mehr bei uns", "unternehmen verlassen", "adresse hat sich geandert",
            "mailadresse hat sich geandert", "emailadresse hat sich geandert", "adresse hat sich geaendert",
            "mailadresse hat sich geaendert", "emailadresse hat sich geaendert", "adresse wurde geandert",
            "mailadresse wurde geandert", "emailadresse wurde geandert", "wird nicht mehr verwendet",
        ],
        not: &["erneut"],
        examples: &[ex("551 5.1.6 Die Adresse hat sich geändert, neue Adresse: benutzer@example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "zustellung an diese adresse eingeschrankt", "zustellung an diese adresse * eingeschrankt",
            "nicht berechtigt * empfanger * senden", "nicht berechtigt * empfaenger * senden",
            "nicht berechtigt * an diesen", "nicht berechtigt, an", "nicht berechtigt * gruppe",
            "nicht berechtigt * verteiler", "nicht berechtigt * liste", "keine berechtigung * senden",
            "keine berechtigung * gruppe", "keine berechtigung * empfanger", "nur fur mitglieder",
            "nur fuer mitglieder", "nur mitglieder", "nur interne", "nur von internen", "nur autorisierte absender",
            "nur authentifizierte", "nur zugelassene absender", "absender * nicht zugelassen",
            "absender * nicht berechtigt", "keine externen", "an diese liste schreiben", "an diesen verteiler schreiben", "an diese gruppe schreiben", "durfen nicht an", "duerfen nicht an"],
        not: &["die gruppe, die sie kontaktieren", "relay"],
        examples: &[
            ex("550 5.7.1 Ihre Nachricht kann nicht übermittelt werden, da die Zustellung an diese Adresse eingeschränkt ist."),
            ex("550 5.7.1 Sie sind nicht berechtigt, an diesen Verteiler zu senden"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "domain unbekannt", "domain ist unbekannt", "unbekannte domain", "domain existiert nicht",
            "domain * existiert nicht", "domane existiert nicht", "domaene existiert nicht", "unbekannte domane",
            "domain nicht gefunden", "domain * nicht gefunden", "domane * nicht gefunden", "host unbekannt",
            "unbekannter host", "unbekannter rechner", "rechner unbekannt", "host nicht gefunden", "kein mx-eintrag",
            "keinen mx-eintrag", "kein mx-record", "zielsystem * nicht gefunden", "e-mail-system * nicht gefunden",
            "mailserver * nicht gefunden",
        ],
        not: &["absender"],
        examples: &[
            ex("550 5.1.2 Domain unbekannt"),
            ex("Die Domäne des Empfängers wurde nicht gefunden: unbekannter Host example.com"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-relay-denied",
        cause: Cause::RelayDenied,
        says: &[
            "relaying verboten", "relaying nicht erlaubt", "relaying nicht gestattet", "relaying abgelehnt",
            "relaying verweigert", "relay verboten", "relay nicht erlaubt", "relay verweigert", "relay abgelehnt",
            "kein relaying", "weiterleitung nicht erlaubt", "weiterleitung verweigert",
            "weiterleitung nicht gestattet", "domain * nicht zustandig", "fur diese domain nicht zustandig",
            "fuer diese domain nicht zustaendig", "nicht berechtigt * relay",
        ],
        examples: &[ex("554 Weiterleitung nicht erlaubt")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "authentifizierung erforderlich", "authentifizierung notwendig", "authentifizierung fehlgeschlagen",
            "authentifikation fehlgeschlagen", "authentifizierung ist erforderlich", "anmeldung erforderlich",
            "anmeldung fehlgeschlagen", "anmeldung am smtp", "bitte authentifizieren", "bitte erst * pop",
            "zuerst e-mails abholen", "smtp-auth", "smtp-authentifizierung", "mussen sich anmelden",
            "muessen sich anmelden", "mussen sich * authentifizieren", "falsches passwort", "passwort falsch",
            "zugangsdaten * falsch",
        ],
        examples: &[ex("530 5.7.0 Authentifizierung erforderlich")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "absenderadresse * ungultig", "absenderadresse * ungueltig", "absenderadresse abgelehnt",
            "absenderadresse * abgelehnt", "absenderadresse * existiert nicht", "absenderadresse * nicht erlaubt",
            "absenderadresse * nicht zulassig", "absenderadresse * unbekannt", "absender-adresse * nicht",
            "absenderadresse nicht", "absender unbekannt", "absender * existiert nicht", "absender ungultig",
            "absender ungueltig", "ungultiger absender", "ungueltiger absender", "ungultige absenderadresse",
            "ungueltige absenderadresse", "unbekannter absender", "absenderdomain", "absender-domain",
            "absender domain", "absender-domane", "domain des absenders", "domane des absenders",
        ],
        not: &["gesperrt", "blockiert", "blacklist"],
        examples: &[ex("553 5.1.8 Absenderadresse ungültig: Absenderdomain existiert nicht")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "empfanger unbekannt", "empfaenger unbekannt", "empfanger * unbekannt", "empfaenger * unbekannt",
            "unbekannter empfanger", "unbekannter empfaenger", "unbekannte empfanger", "empfanger existiert nicht",
            "empfaenger existiert nicht", "empfanger * existiert nicht", "empfaenger * existiert nicht",
            "empfanger nicht gefunden", "empfaenger nicht gefunden", "empfanger * nicht gefunden",
            "empfaenger * nicht gefunden", "empfangeradresse * unbekannt", "empfaengeradresse * unbekannt",
            "empfangeradresse * existiert nicht", "empfaengeradresse * existiert nicht", "benutzer unbekannt",
            "benutzer * unbekannt", "benutzer nicht bekannt", "unbekannter benutzer", "benutzer existiert nicht",
            "benutzer * existiert nicht", "benutzer nicht gefunden", "benutzer * nicht gefunden",
            "unbekannter nutzer", "nutzer unbekannt", "nutzer existiert nicht", "teilnehmer unbekannt",
            "adressat unbekannt", "unbekannter adressat", "adresse unbekannt", "mailadresse unbekannt",
            "emailadresse unbekannt", "adresse ist unbekannt", "mailadresse ist unbekannt",
            "emailadresse ist unbekannt", "unbekannte adresse", "unbekannte e-mail-adresse",
            "adresse existiert nicht", "mailadresse existiert nicht", "emailadresse existiert nicht",
            "adresse * existiert nicht", "mailadresse * existiert nicht", "emailadresse * existiert nicht",
            "adresse nicht gefunden", "mailadresse nicht gefunden", "emailadresse nicht gefunden",
            "adresse * nicht gefunden", "mailadresse * nicht gefunden", "emailadresse * nicht gefunden",
            "adresse * nicht bekannt", "mailadresse * nicht bekannt", "emailadresse * nicht bekannt",
            "adresse * konnte nicht gefunden werden", "mailadresse * konnte nicht gefunden werden",
            "emailadresse * konnte nicht gefunden werden", "postfach unbekannt", "postfach existiert nicht",
            "postfach * existiert nicht", "postfach nicht gefunden", "postfach * nicht gefunden",
            "postfach nicht vorhanden", "postfach * nicht vorhanden", "kein postfach", "kein solcher benutzer",
            "kein benutzer", "keine mailbox", "mailbox existiert nicht", "mailbox unbekannt",
            "mailbox nicht vorhanden", "mailbox nicht gefunden", "mailbox * existiert nicht",
            "account existiert nicht", "konto existiert nicht", "konto nicht gefunden", "konto nicht vorhanden",
            "wurde unter * nicht gefunden", "wurde bei * nicht gefunden", "unbekannte an-adresse", "hier unbekannt",
            "die gruppe, die sie kontaktieren", "existiert nicht", "existiert hier nicht", "ist nicht bekannt", "nicht vorhanden"],
        not: &["absender unbekannt", "absenderadresse"],
        examples: &[
            ex("550 5.1.1 Empfänger unbekannt"),
            ex("550 5.1.1 Unbekannter Empfaenger"),
            ex("550 Benutzer nicht bekannt"),
            ex("550 5.1.1 Diese E-Mail-Adresse existiert nicht"),
            ex("Die eingegebene E-Mail-Adresse konnte nicht gefunden werden. Überprüfen Sie die E-Mail-Adresse des Empfängers."),
            ex("Adresse nicht gefunden. Ihre Nachricht wurde nicht zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "ungultige adresse", "ungueltige adresse", "ungultige e-mail-adresse", "ungueltige e-mail-adresse",
            "ungultige empfangeradresse", "ungueltige empfaengeradresse", "ungultiger empfanger",
            "ungueltiger empfaenger", "adresse ungultig", "mailadresse ungultig", "emailadresse ungultig",
            "adresse ungueltig", "mailadresse ungueltig", "emailadresse ungueltig", "adresse ist ungultig",
            "mailadresse ist ungultig", "emailadresse ist ungultig", "adresse ist ungueltig",
            "mailadresse ist ungueltig", "emailadresse ist ungueltig", "empfangeradresse ungultig",
            "adresse * fehlerhaft", "mailadresse * fehlerhaft", "emailadresse * fehlerhaft", "adressformat",
            "adresse * syntax", "mailadresse * syntax", "emailadresse * syntax", "falsches format * adresse",
        ],
        not: &["absender"],
        examples: &[ex("553 5.1.3 Ungültige Adresse")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "absender gesperrt", "absender ist gesperrt", "absender * gesperrt", "absender blockiert",
            "absender * blockiert", "absender abgelehnt", "absender * abgelehnt", "absender * blacklist",
            "absender * sperrliste", "absender unerwunscht", "absender nicht erwunscht", "vom empfanger abgelehnt",
            "vom empfaenger abgelehnt", "vom empfanger blockiert", "vom empfaenger blockiert",
            "vom empfanger gesperrt", "empfanger * mochte keine", "empfaenger * moechte keine",
            "empfanger nimmt keine", "empfanger hat * blockiert", "empfaenger hat * blockiert",
            "annahme vom empfanger verweigert", "ihre adresse * gesperrt", "ihre adresse * blockiert",
        ],
        examples: &[ex("550 5.7.1 Absender vom Empfänger gesperrt")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "als spam eingestuft", "als spam * eingestuft", "als spam erkannt", "als spam * erkannt",
            "als spam abgelehnt", "als spam gewertet", "als spam klassifiziert", "als spam identifiziert",
            "als spam bewertet", "als spam markiert", "wegen spam", "spam-verdacht", "spamverdacht", "spam erkannt",
            "spam verdacht", "unerwunschte werbung", "unerwuenschte werbung", "unerwunschte nachricht",
            "unerwuenschte nachricht", "unerwunschte mail", "spamfilter", "spam-filter", "phishing-verdacht",
            "als phishing", "junk-mail", "spamschutz",
        ],
        examples: &[
            ex("550 5.7.1 Ihre Nachricht wurde als Spam eingestuft"),
            ex("554 Annahme verweigert wegen Spamverdacht"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "anhang * nicht erlaubt", "anhang * nicht zulassig", "anhang * verboten", "anhang * gesperrt",
            "anhang * blockiert", "anhange * nicht erlaubt", "anhaenge * nicht erlaubt",
            "anhange * nicht zugelassen", "dateityp * nicht erlaubt", "dateityp * nicht zugelassen",
            "dateityp * verboten", "dateityp * blockiert", "dateianhang", "dateiendung", "unerlaubter anhang",
            "verbotener anhang", "unzulassiger inhalt", "unzulaessiger inhalt", "verbotener inhalt",
            "unerlaubter inhalt", "inhalt * nicht erlaubt", "inhalt abgelehnt", "gefahrlicher anhang",
        ],
        examples: &[ex("554 5.7.1 Anhang nicht erlaubt: Dateityp .exe")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-tls-failure",
        cause: Cause::TlsFailure,
        says: &[
            "tls erforderlich", "tls-verschlusselung erforderlich", "verschlusselung erforderlich",
            "verschluesselung erforderlich", "verschlusselte verbindung", "verschluesselte verbindung",
            "starttls erforderlich", "zertifikat * abgelaufen", "zertifikat * ungultig", "zertifikat ist ungultig",
            "tls-fehler", "nur mit tls",
        ],
        examples: &[ex("530 Verschlüsselung erforderlich")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-routing-loop",
        cause: Cause::RoutingLoop,
        says: &[
            "mailschleife", "mail-schleife", "nachrichtenschleife", "e-mail-schleife", "schleife erkannt",
            "schleife entdeckt", "weiterleitungsschleife", "zu viele hops", "zu viele stationen",
        ],
        examples: &[ex("554 5.4.6 Mailschleife erkannt: zu viele Hops")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-message-expired",
        cause: Cause::MessageExpired,
        says: &[
            "zustellungsversuche eingestellt", "zustellversuche eingestellt", "zustellung * aufgegeben",
            "nicht innerhalb * zugestellt werden", "zu lange in der warteschlange", "ist abgelaufen * nachricht",
            "nachricht ist abgelaufen", "nachricht abgelaufen", "zeit fur die zustellung",
            "zustellzeit uberschritten", "konnte seit * tagen", "seit * tagen nicht zugestellt", "seit * stunden nicht zugestellt", "nach * tagen nicht zugestellt"],
        examples: &[
            ex("Microsoft Exchange hat ohne Erfolg versucht, diese Nachricht zuzustellen, und hat die Zustellungsversuche eingestellt."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "verbindung * nicht hergestellt", "verbindung * fehlgeschlagen", "verbindung fehlgeschlagen",
            "verbindung abgelehnt", "verbindung verweigert", "verbindung * abgebrochen", "verbindung unterbrochen",
            "verbindung verloren", "verbindungsaufbau", "keine verbindung", "zeituberschreitung",
            "zeitueberschreitung", "server nicht erreichbar", "server ist nicht erreichbar",
            "server * nicht erreichbar", "host nicht erreichbar", "server antwortet nicht",
            "server * antwortet nicht",
        ],
        not: &["zu viele verbindungen"],
        examples: &[ex("Verbindung zu mail.example.com konnte nicht hergestellt werden: Zeitüberschreitung")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-storage-full",
        cause: Cause::ServerStorageFull,
        says: &[
            "festplatte voll", "speicher voll * server", "nicht genugend speicherplatz",
            "nicht genuegend speicherplatz", "kein speicherplatz auf", "zu wenig speicherplatz",
            "ungenugender systemspeicher",
        ],
        not: &["postfach"],
        examples: &[ex("452 4.3.1 Nicht genügend Speicherplatz auf dem Server")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-server-error",
        cause: Cause::ServerError,
        says: &[
            "interner fehler", "interner serverfehler", "systemfehler", "temporarer fehler", "temporaerer fehler",
            "vorubergehender fehler", "voruebergehender fehler", "lokaler fehler", "konfigurationsfehler",
            "dienst nicht verfugbar", "dienst nicht verfuegbar", "dienst * nicht verfugbar",
            "vorubergehend nicht verfugbar", "voruebergehend nicht verfuegbar", "vorubergehend nicht erreichbar",
            "temporar nicht verfugbar", "temporaer nicht verfuegbar", "server uberlastet", "server ueberlastet",
            "server ist uberlastet", "wartungsarbeiten", "wegen wartung", "versuchen sie es spater",
            "versuchen sie es spaeter", "bitte spater",
        ],
        examples: &[ex("451 4.3.0 Interner Fehler, bitte versuchen Sie es später erneut")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "de-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "richtlinie * abgelehnt", "richtlinien * abgelehnt", "verstosst gegen * richtlinie",
            "verstoesst gegen * richtlinie", "verstoss gegen * richtlinie", "sicherheitsrichtlinie",
            "aufgrund * richtlinie", "gemass richtlinie", "zugriff verweigert", "regel * abgelehnt",
            "annahme verweigert", "aus sicherheitsgrunden", "aus sicherheitsgruenden",
        ],
        examples: &[ex("550 5.7.1 Nachricht aufgrund einer Richtlinie abgelehnt")],
        source: SOURCE,
        ..RULE
    },
];
