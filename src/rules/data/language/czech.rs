//! Czech and Slovak: replies of servers there (Seznam: napoveda.seznam.cz/uzivatel-neexistuje), and the user texts of Exchange, Gmail and Google Groups.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised replies of Czech and Slovak mail servers; Czech edition of the Exchange DSN texts (learn.microsoft.com/cs-cz/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "cs-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "cerne listine", "cerna listina", "na blacklistu", "na cernej listine", "cierna listina",
            "ciernej listine", "ip adresa * blokovana", "ip adresa je blokovana", "adresa ip * blokovana",
        ],
        not: &["odesilatel", "odosielatel"],
        examples: &[ex("554 5.7.1 IP adresa 192.0.2.7 je na černé listině")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-greylisted",
        cause: Cause::Greylisted,
        says: &[
            "seda listina", "sede listine", "sedej listine", "zarazeno do greylistu", "docasne odmitnuto * greylist",
        ],
        examples: &[ex("450 4.7.1 Šedá listina, zkuste to za 5 minut")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "reverzni zaznam", "reverzni dns", "reverzneho zaznamu", "chybi ptr", "nema reverzni", "ptr zaznam",
        ],
        examples: &[ex("550 5.7.25 Chybí PTR záznam, server nemá reverzní DNS")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "obsahuje virus", "nalezen virus", "detekovan virus", "najdeny virus", "zachycen virus", "skodlivy kod",
            "skodlivy software",
        ],
        examples: &[ex("554 5.7.1 Zpráva obsahuje virus")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "zprava je prilis velka", "zprava prilis velka", "zprava presahuje", "zprava prekracuje",
            "velikost zpravy", "maximalni velikost", "prekrocena velikost", "prekrocena maximalni velikost",
            "sprava je prilis velka", "velkost spravy", "maximalna velkost",
        ],
        examples: &[ex("552 5.3.4 Zpráva je příliš velká")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &[
            "prilis mnoho prijemcu", "prilis mnoho adresatu", "prilis vela prijemcov", "pocet prijemcu",
            "pocet adresatu",
        ],
        examples: &[ex("452 4.5.3 Příliš mnoho příjemců")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "limit odeslanych", "limitu odeslanych", "limit pro odesilani", "denni limit", "denniho limitu",
            "prekrocen limit odesil",
        ],
        examples: &[ex("550 5.4.5 Překročen denní limit odeslaných zpráv")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "prilis mnoho spojeni", "prilis mnoho pripojeni", "prilis mnoho zprav", "prilis mnoho pokusu",
            "prilis vela spojeni", "pocet spojeni",
        ],
        examples: &[ex("421 4.7.0 Příliš mnoho spojení")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "schranka je plna", "schranka plna", "schranka * je plna", "schranka * plna", "plna schranka",
            "schranka je preplnena", "schranka preplnena", "schranka je zaplnena", "schranka prijemce",
            "plnou schranku", "prekrocena kvota", "kvota prekrocena", "kvota schranky", "prekrocil kvotu",
            "prekrocila kvotu", "nedostatek mista ve schrance", "neni misto ve schrance",
        ],
        examples: &[
            ex("552 5.2.2 Schránka je plná"),
            ex("Poštovní schránka příjemce je plná a nemůže nyní přijímat zprávy."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &["ucet zrusen", "ucet byl zablokovan", "ucet je neaktivni", "uzivatel je zablokovan", "uzivatel byl zablokovan", 
            "schranka je zablokovana", "schranka zablokovana", "schranka je zrusena", "schranka zrusena",
            "schranka je neaktivni", "schranka neaktivni", "schranka je deaktivovana", "schranka byla zrusena",
            "schranka byla zablokovana", "schranka je vypnuta", "ucet je zablokovan", "ucet zablokovan",
            "ucet je zrusen", "ucet je deaktivovan", "ucet byl deaktivovan", "ucet byl zrusen", "ucet neaktivni",
            "uzivatel zablokovan", "uzivatel neaktivni",
        ],
        not: &["vas ucet"],
        examples: &[ex("550 5.2.1 Schránka je zablokována")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-sender-account-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &["vas ucet * zablokovan", "vas ucet * pozastaven"],
        examples: &[ex("550 5.7.0 Váš účet byl zablokován")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "doruceni na tuto adresu", "dorucovani na tuto adresu", "nemate opravneni odesilat",
            "nemate opravneni posilat", "nemate opravneni", "nejste opravneni", "neni opravnen odesilat",
            "pouze clenove", "pouze pro cleny", "pouze interni", "odesilatel nema opravneni", "nemate povolenie",
        ],
        not: &["skupina, kterou"],
        examples: &[ex("550 5.7.1 Nemáte oprávnění odesílat zprávy tomuto příjemci")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "domena neexistuje", "domena * neexistuje", "neznama domena", "domena nenalezena", "neexistujici domena",
            "neznamy host", "zadny mx", "nema mx", "nenalezen mx",
        ],
        not: &["odesilatel", "odosielatel"],
        examples: &[ex("550 5.1.2 Doména neexistuje")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-relay-denied",
        cause: Cause::RelayDenied,
        says: &[
            "relay neni povolen", "relay nepovolen", "relay zakazan", "relaying zakazan", "predavani posty",
            "preposilani neni povoleno", "preposilani zakazano", "predavani neni povoleno",
        ],
        examples: &[ex("554 5.7.1 Přeposílání není povoleno")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "vyzadovana autentizace", "vyzadovano overeni", "nutne prihlaseni", "nutna autentizace",
            "autentizace selhala", "overeni selhalo", "prihlaseni selhalo", "chybne heslo", "nespravne heslo",
            "je nutne se prihlasit", "vyzaduje overeni", "vyzaduje prihlaseni",
        ],
        examples: &[ex("530 5.7.0 Je nutné se přihlásit")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "adresa odesilatele", "domena odesilatele", "neznamy odesilatel", "neplatny odesilatel",
            "odesilatel neexistuje", "adresa odosielatela", "neznamy odosielatel",
        ],
        not: &["blokovan"],
        examples: &[ex("553 5.1.8 Doména odesílatele neexistuje")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "uzivatel neexistuje", "uzivatel * neexistuje", "neznamy uzivatel", "neexistujici uzivatel",
            "uzivatel nenalezen", "uzivatel nebyl nalezen", "uzivatel je neznamy", "prijemce neexistuje",
            "prijemce * neexistuje", "neznamy prijemce", "prijemce nenalezen", "prijemce nebyl nalezen",
            "adresat neexistuje", "adresat nenalezen", "neznamy adresat", "adresa neexistuje", "adresa * neexistuje",
            "neexistujici adresa", "neznama adresa", "adresa nebyla nalezena", "adresa * nebyla nalezena",
            "adresu se nepodarilo najit", "adresa nenalezena", "schranka neexistuje", "schranka * neexistuje",
            "schranka nenalezena", "neexistujici schranka", "neznama schranka", "ucet neexistuje",
            "pouzivatel neexistuje", "neznamy pouzivatel", "pouzivatel nenajdeny", "prijemca neexistuje",
            "skupina, kterou", "neexistuje"],
        not: &["odesilatel", "odosielatel"],
        examples: &[
            ex("550 5.1.1 Uživatel neexistuje"),
            ex("550 5.1.1 Neznámý příjemce"),
            ex("Zadaná e-mailová adresa nebyla nalezena."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "neplatna adresa", "neplatna e-mailova adresa", "adresa je neplatna", "chybna adresa",
            "spatny format adresy", "nespravna adresa",
        ],
        not: &["odesilatel"],
        examples: &[ex("553 5.1.3 Neplatná adresa")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "odesilatel je blokovan", "odesilatel blokovan", "odesilatel * blokovan", "odesilatel zablokovan",
            "odesilatel je zablokovan", "odesilatel * blacklistu", "odesilatel * listine", "blokovan prijemcem",
            "odmitnuto prijemcem", "odmitnuta prijemcem", "prijemce blokuje", "prijemce odmitl",
            "odosielatel je blokovany",
        ],
        examples: &[ex("550 5.7.1 Odesílatel je blokován příjemcem")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "oznacena jako spam", "oznacen jako spam", "vyhodnocena jako spam", "vyhodnocen jako spam",
            "vyhodnoceno jako spam", "rozpoznana jako spam", "klasifikovana jako spam", "odmitnuta jako spam",
            "odmitnut jako spam", "odmitnuto jako spam", "detekovan spam", "podezreni na spam", "nevyzadana posta",
            "nevyzadana zprava", "antispamovy filtr", "antispamovym filtrem", "spamovy filtr", "oznacena ako spam",
            "vyhodnotena ako spam", "nevyziadana posta",
        ],
        examples: &[ex("550 5.7.1 Zpráva byla vyhodnocena jako spam")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "nepovolena priloha", "zakazana priloha", "priloha neni povolena", "priloha * neni povolen",
            "nepovoleny typ", "zakazany typ", "nepovoleny obsah", "zakazany obsah", "obsah zpravy * odmitnut",
            "typ souboru",
        ],
        examples: &[ex("554 5.7.1 Nepovolená příloha (.exe)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "nelze se pripojit", "nepodarilo se pripojit", "nelze navazat", "nepodarilo se navazat",
            "spojeni odmitnuto", "spojeni preruseno", "spojeni ukonceno", "vyprsel casovy limit",
            "server neodpovida",
        ],
        examples: &[ex("Nelze se připojit k serveru mail.example.com")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-message-expired",
        cause: Cause::MessageExpired,
        says: &[
            "ukoncil pokusy", "ukoncil pokus", "platnost zpravy vyprsela", "prilis dlouho ve fronte",
            "prestal se pokouset",
        ],
        examples: &[ex("Server se pokoušel zprávu doručit bez úspěchu a ukončil pokusy.")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-server-error",
        cause: Cause::ServerError,
        says: &[
            "interni chyba", "vnitrni chyba", "docasna chyba", "systemova chyba", "chyba serveru",
            "chyba konfigurace", "sluzba neni dostupna", "sluzba je nedostupna", "docasne nedostupn",
            "server je pretizen", "nedostatek mista na disku", "zkuste to pozdeji", "zkuste pozdeji",
            "skuste neskor", "docasny problem",
        ],
        examples: &[ex("451 4.3.0 Dočasná chyba, zkuste to později")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "cs-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "odmitnuto pravidly", "odmitnuta pravidly", "bezpecnostni politika", "bezpecnostni pravidla",
            "bezpecnostnich duvodu", "bezpecnostni zasady", "poruseni pravidel", "pristup odepren",
            "pristup zamitnut",
        ],
        examples: &[ex("550 5.7.1 Zpráva odmítnuta z bezpečnostních důvodů")],
        source: SOURCE,
        ..RULE
    },
];
