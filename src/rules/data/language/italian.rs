//! Italian: replies of Italian servers, the receipts of certified mail (PEC: DPR 68/2005 and its technical rules, guide.pec.it),
//! and the Italian user texts of Exchange, Gmail and Google Groups.

use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised replies of Italian mail servers; Italian edition of the Exchange DSN texts (learn.microsoft.com/it-it/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "it-pec-ordinary-mail-refused",
        cause: Cause::SenderNotPermitted,
        owner: Some(Owner::Sender),
        says: &[
            "non abilitato alla ricezione di posta non certificata",
            "non abilitata alla ricezione di posta non certificata", "accetta solo posta certificata",
            "accetta solo messaggi di posta certificata", "posta elettronica non certificata",
            "ricezione di posta non certificata", "non accetta * non certificat", "solo messaggi pec",
            "proveniente da una casella non certificata",
        ],
        summary: "The address {address} is a certified mailbox (PEC) that takes no ordinary mail, or it does not exist.",
        steps: &[
            "Check {address} letter by letter for typing errors.",
            "Send the message from a certified mailbox (PEC) if you have one.",
            "Ask the recipient for an ordinary address, or to allow ordinary mail in the settings of the certified mailbox.",
        ],
        examples: &[
            ex("554 5.7.1 <utente@pec.example.net>: Messaggio rifiutato dal sistema. Indirizzo destinatario sconosciuto o non abilitato alla ricezione di posta non certificata"),
        ],
        source: "https://guide.pec.it/posta-pec/faq-errori-comuni/errori-comuni/errori-comuni-durante-invio-ricezione-pec.aspx",
        ..RULE
    },
    Rule {
        id: "it-domain-blocklisted",
        cause: Cause::DomainBlocklisted,
        says: &["dominio * blacklist", "dominio * lista nera"],
        examples: &[ex("554 5.7.1 Il dominio example.com è in lista nera")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "indirizzo ip * blacklist", "indirizzo ip * bloccat", "indirizzo ip * lista nera",
            "indirizzo ip bloccato", "lista nera", "liste nere", "tuo ip * bloccat", "vostro ip * bloccat",
            "ip in blacklist", "ip bloccato", "ip presente in", "server * blacklist", "server * lista nera",
            "in una blacklist", "in una lista nera", "presente in blacklist",
        ],
        not: &["mittente in blacklist", "dominio in blacklist"],
        examples: &[ex("550 Indirizzo IP bloccato temporaneamente per sospetto abuso")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-greylisted",
        cause: Cause::Greylisted,
        says: &["lista grigia", "greylisting attivo", "greylisting: riprov"],
        examples: &[ex("450 4.7.1 Messaggio in lista grigia, riprovare tra 5 minuti")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "dns inverso", "reverse dns * mancante", "reverse dns assente", "risoluzione inversa", "record ptr",
            "manca il reverse", "senza reverse",
        ],
        examples: &[ex("550 Manca la risoluzione inversa per 192.0.2.7")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-helo-invalid",
        cause: Cause::HeloInvalid,
        says: &["helo non valido", "ehlo non valido", "helo errato"],
        examples: &[ex("501 5.5.2 HELO non valido: localhost")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "contiene un virus", "contiene virus", "virus rilevato", "virus trovato", "virus individuato",
            "rilevato un virus", "rilevato virus", "presenza di virus", "messaggio infetto", "codice malevolo",
            "virus informatico", "rilevazione virus", "problema di sicurezza * virus", "software dannoso",
        ],
        examples: &[ex("554 5.7.1 Messaggio rifiutato: virus rilevato")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "messaggio troppo grande", "messaggio e troppo grande", "messaggio di dimensioni",
            "dimensione del messaggio", "dimensioni del messaggio", "dimensione massima", "dimensioni massime",
            "dimensione messaggio", "supera la dimensione", "supera le dimensioni", "superano la dimensione",
            "eccede la dimensione", "eccede le dimensioni", "limite di dimensione", "allegato troppo grande",
            "limite dimensionale",
        ],
        examples: &[
            ex("552 5.3.4 Il messaggio supera la dimensione massima consentita"),
            ex("552 Messaggio troppo grande"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &[
            "troppi destinatari", "numero di destinatari", "numero massimo di destinatari", "limite di destinatari",
            "limite massimo di destinatari",
        ],
        examples: &[ex("452 4.5.3 Troppi destinatari")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "limite di invio", "limite giornaliero", "limite orario", "limite di invii",
            "superato il limite di messaggi", "superato il numero massimo di messaggi", "limite di messaggi inviati",
            "quota di invio",
        ],
        examples: &[ex("550 5.4.5 Superato il limite di invio giornaliero")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "troppe connessioni", "troppi messaggi", "troppi tentativi", "troppe richieste", "numero di connessioni",
            "numero massimo di connessioni", "limite di connessioni",
        ],
        not: &["nella casella"],
        examples: &[ex("421 4.7.0 Troppe connessioni dal vostro indirizzo")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-mailbox-full",
        cause: Cause::MailboxFull,
        says: &["spazio insufficiente nella casella", "superato lo spazio", "superata la quota", "limite della casella", 
            "casella piena", "casella e piena", "casella di posta piena", "casella di posta e piena",
            "casella * piena", "casella satura", "casella * satura", "casella * esaurit", "casella postale piena",
            "casella postale e piena", "cassetta postale piena", "cassetta postale e piena",
            "cassetta postale * piena", "cassetta * piena", "mailbox piena", "mailbox e piena",
            "posta in arrivo * piena", "quota superata", "quota * superata", "quota esaurita", "quota * esaurita",
            "superato la quota", "superato la propria quota", "supera la quota", "oltre la quota", "spazio esaurito",
            "spazio * esaurito", "spazio disponibile * esaurito", "spazio * casella", "spazio di archiviazione",
            "superamento quota", "superamento della quota",
        ],
        not: &["quota di invio"],
        examples: &[
            ex("552 5.2.2 Casella piena"),
            ex("5.2.2 - Example PEC S.p.A. - casella piena"),
            ex("La cassetta postale del destinatario è piena e non può accettare messaggi."),
            ex("452 Quota superata per l'utente"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &["casella disattivato", "casella sospeso", "casella chiuso", "casella cessato", "casella scaduto", "casella bloccato", "casella non attivo", "casella non piu attiva", "casella non piu attivo", "casella disabilitato", "casella inattivo", "account disattivata", "account sospesa", "account chiusa", "account cessata", "account cessato", "account scaduta", "account bloccata", "account non attiva", "account non piu attiva", "account non piu attivo", "account disabilitata", "account inattiva", "account inattivo", "utenza disattivata", "utenza disattivato", "utenza sospeso", "utenza chiusa", "utenza chiuso", "utenza cessato", "utenza scaduta", "utenza scaduto", "utenza bloccata", "utenza bloccato", "utenza non attiva", "utenza non attivo", "utenza non piu attiva", "utenza non piu attivo", "utenza disabilitato", "utenza inattiva", "utenza inattivo", "mailbox disattivata", "mailbox disattivato", "mailbox sospesa", "mailbox sospeso", "mailbox chiusa", "mailbox chiuso", "mailbox cessata", "mailbox cessato", "mailbox scaduta", "mailbox scaduto", "mailbox bloccata", "mailbox bloccato", "mailbox non attiva", "mailbox non attivo", "mailbox non piu attiva", "mailbox non piu attivo", "mailbox disabilitata", "mailbox disabilitato", "mailbox inattiva", "mailbox inattivo", "indirizzo disattivata", "indirizzo sospesa", "indirizzo sospeso", "indirizzo chiusa", "indirizzo chiuso", "indirizzo cessata", "indirizzo cessato", "indirizzo scaduta", "indirizzo scaduto", "indirizzo bloccata", "indirizzo bloccato", "indirizzo non attiva", "indirizzo non piu attiva", "indirizzo disabilitata", "indirizzo inattiva", "indirizzo inattivo", "utente disattivata", "utente sospesa", "utente chiusa", "utente chiuso", "utente cessata", "utente cessato", "utente scaduta", "utente scaduto", "utente bloccata", "utente non attiva", "utente non piu attiva", "utente non piu attivo", "utente disabilitata", "utente inattiva", 
            "casella disabilitata", "casella * disabilitata", "casella disattivata", "casella * disattivata",
            "casella sospesa", "casella * sospesa", "casella inibita", "casella * inibita", "casella bloccata",
            "casella inattiva", "casella * inattiva", "casella non attiva", "casella * non attiva",
            "casella scaduta", "casella * scaduta", "casella cessata", "casella chiusa", "casella revocata",
            "account disabilitato", "account disattivato", "account sospeso", "account bloccato",
            "account non attivo", "account scaduto", "account chiuso", "utente disabilitato", "utente disattivato",
            "utente sospeso", "utente bloccato", "utente non attivo", "utente inattivo", "utenza disabilitata",
            "utenza sospesa", "utenza cessata", "destinatario disabilitato", "destinatario sospeso",
            "destinatario non attivo", "indirizzo disabilitato", "indirizzo disattivato", "indirizzo non attivo",
            "indirizzo non piu attivo", "non e piu attiv",
        ],
        not: &["vostro account", "tuo account", "mittente"],
        examples: &[
            ex("550 5.2.1 Casella disabilitata"),
            ex("5.2.1 - Example PEC S.p.A. - casella inibita alla ricezione"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-sender-account-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &[
            "tuo account * sospeso", "vostro account * sospeso", "tuo account * bloccato",
            "vostro account * bloccato", "suo account * bloccato", "inibita all'invio", "inibito all'invio",
        ],
        examples: &[ex("550 5.7.0 Il vostro account è stato sospeso per invio di spam")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-recipient-moved",
        cause: Cause::RecipientMoved,
        says: &[
            "nuovo indirizzo", "ha cambiato indirizzo", "indirizzo e cambiato", "non lavora piu",
            "indirizzo e stato sostituito",
        ],
        examples: &[ex("551 5.1.6 L'utente ha cambiato indirizzo, nuovo indirizzo: utente@example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "recapito a questo indirizzo", "recapito all'indirizzo * limitato", "consegna a questo indirizzo",
            "non si dispone dell'autorizzazione", "non si dispone delle autorizzazioni",
            "non dispone dell'autorizzazione", "non sei autorizzato a inviare", "non siete autorizzati a inviare",
            "non autorizzato a inviare", "non autorizzato a scrivere", "non autorizzato all'invio", "solo membri",
            "solo i membri", "solo gli iscritti", "solo utenti autenticati", "solo mittenti", "mittenti autorizzati",
            "mittente non autorizzato", "non accetta messaggi dall'esterno", "non accetta messaggi esterni",
        ],
        not: &["il gruppo che hai", "il gruppo che ha"],
        examples: &[
            ex("550 5.7.1 Impossibile recapitare il messaggio perché il recapito a questo indirizzo è limitato."),
            ex("550 5.7.1 Non sei autorizzato a inviare a questa lista"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "dominio sconosciuto", "dominio inesistente", "dominio non esiste", "dominio * non esiste",
            "dominio non trovato", "dominio * non trovato", "dominio non valido", "host sconosciuto",
            "server sconosciuto", "host non trovato", "nessun record mx", "record mx * mancante",
            "impossibile risolvere il dominio",
        ],
        not: &["mittente"],
        examples: &[ex("550 5.1.2 Dominio inesistente"), ex("Il dominio example.com non esiste")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-relay-denied",
        cause: Cause::RelayDenied,
        says: &[
            "relay negato", "relay non consentito", "relay non permesso", "relay non autorizzato", "relay vietato",
            "inoltro non consentito", "inoltro negato", "inoltro non permesso", "inoltro non autorizzato",
            "relaying negato", "relaying non consentito", "dominio non gestito",
            "dominio di destinazione non gestito",
        ],
        examples: &[ex("554 5.7.1 Relay non consentito")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "autenticazione richiesta", "autenticazione necessaria", "autenticazione obbligatoria",
            "richiede autenticazione", "richiede l'autenticazione", "richiesta l'autenticazione",
            "necessario autenticarsi", "necessaria l'autenticazione", "autenticazione fallita",
            "autenticazione non riuscita", "errore di autenticazione", "password errata", "credenziali * non valide",
            "credenziali errate", "utente non autenticato",
        ],
        examples: &[ex("530 5.7.0 Autenticazione richiesta")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "indirizzo del mittente", "indirizzo mittente", "mittente non valido", "mittente sconosciuto",
            "mittente inesistente", "mittente non esiste", "dominio del mittente", "dominio mittente",
            "mittente errato", "mittente diverso", "mittente non corrisponde",
        ],
        not: &["bloccat", "blacklist"],
        examples: &[ex("553 5.1.8 Il dominio del mittente non esiste")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "utente sconosciuto", "utente * sconosciuto", "utente inesistente", "utente * inesistente",
            "utente non esiste", "utente * non esiste", "utente non trovato", "utente * non trovato",
            "utente non presente", "utente non valido", "destinatario sconosciuto", "destinatario * sconosciuto",
            "destinatario inesistente", "destinatario * inesistente", "destinatario non esiste",
            "destinatario non trovato", "destinatario non valido", "destinatario errato", "indirizzo sconosciuto",
            "indirizzo * sconosciuto", "indirizzo inesistente", "indirizzo * inesistente", "indirizzo non esiste",
            "indirizzo * non esiste", "indirizzo non trovato", "indirizzo * non trovato",
            "indirizzo di posta elettronica immesso", "impossibile trovare l'indirizzo",
            "impossibile trovare il destinatario", "casella inesistente", "casella * inesistente",
            "casella non esiste", "casella * non esiste", "casella sconosciuta", "casella non trovata",
            "casella di posta non trovata", "casella di posta inesistente", "cassetta postale inesistente",
            "cassetta postale non trovata", "account inesistente", "account non esiste", "account sconosciuto",
            "account non trovato", "mailbox inesistente", "non e stato trovato nel dominio",
            "non e stato trovato in", "nessun utente", "indirizzo a sconosciuto", "il gruppo che hai tentato",
            "il gruppo che hai provato", "il gruppo che si e tentato", "non esiste"],
        not: &["mittente"],
        examples: &[
            ex("550 5.1.1 Utente sconosciuto"),
            ex("550 Casella di posta inesistente"),
            ex("550 5.1.1 Destinatario inesistente"),
            ex("Impossibile trovare l'indirizzo di posta elettronica immesso. Controllare l'indirizzo del destinatario."),
            ex("Indirizzo non trovato. Il messaggio non è stato recapitato perché l'indirizzo non è stato trovato o non può ricevere posta."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "indirizzo non valido", "indirizzo * non valido", "indirizzo errato", "indirizzo * errato",
            "indirizzo malformato", "sintassi dell'indirizzo", "sintassi indirizzo", "formato dell'indirizzo",
        ],
        not: &["mittente", "indirizzo ip"],
        examples: &[ex("5.1.1 - Example PEC S.p.A. - indirizzo non valido"), ex("553 5.1.3 Indirizzo non valido")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "mittente bloccato", "mittente * bloccato", "mittente rifiutato", "mittente respinto",
            "mittente * rifiutato", "mittente in blacklist", "mittente * blacklist", "mittente * lista nera",
            "bloccato dal destinatario", "rifiutato dal destinatario", "respinto dal destinatario",
            "destinatario ha bloccato", "destinatario non desidera", "destinatario non accetta",
            "destinatario ha rifiutato",
        ],
        examples: &[ex("550 5.7.1 Mittente bloccato dal destinatario")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "considerato spam", "considerato come spam", "classificato come spam", "identificato come spam",
            "riconosciuto come spam", "rilevato come spam", "marcato come spam", "segnalato come spam",
            "rifiutato * spam", "rifiutato come spam", "respinto * spam", "sospetto spam", "sospetta spam",
            "sembra spam", "posta indesiderata", "messaggio indesiderato", "filtro antispam", "filtro anti-spam",
            "filtri antispam", "sistema antispam", "contenuto spam", "spam rilevato", "probabile spam",
        ],
        examples: &[
            ex("550 5.7.1 Messaggio classificato come spam"),
            ex("554 Il messaggio è stato respinto perché sospetto spam"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "allegato non consentito", "allegato * non consentito", "allegati non consentiti",
            "allegato non ammesso", "allegato non permesso", "allegato vietato", "allegato bloccato",
            "allegato * bloccato", "tipo di file", "tipo di allegato", "estensione non consentita",
            "estensione * non consentita", "estensione non ammessa", "contenuto non consentito",
            "contenuto non ammesso", "contenuto vietato", "contenuto bloccato", "contenuto rifiutato",
        ],
        examples: &[ex("554 5.7.1 Allegato non consentito (.exe)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-tls-failure",
        cause: Cause::TlsFailure,
        says: &[
            "richiede tls", "tls richiesto", "tls obbligatorio", "connessione sicura", "richiesta la cifratura",
            "crittografia richiesta", "certificato * scaduto", "certificato * non valido",
        ],
        examples: &[ex("530 È richiesta la cifratura")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-routing-loop",
        cause: Cause::RoutingLoop,
        says: &[
            "loop di posta", "loop rilevato", "ciclo di posta", "troppi hop", "troppi salti", "troppi passaggi",
            "numero di hop",
        ],
        examples: &[ex("554 5.4.6 Loop di posta rilevato: troppi hop")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-message-expired",
        cause: Cause::MessageExpired,
        says: &[
            "ha smesso di provare", "ha interrotto i tentativi", "interrotto il tentativo",
            "tempo massimo di consegna", "messaggio scaduto", "messaggio e scaduto", "troppo tempo in coda",
            "entro le 24 ore", "entro 24 ore", "nelle prime dodici ore", "nelle dodici ore",
            "nelle ventiquattro ore",
        ],
        examples: &[
            ex("Microsoft Exchange ha tentato di recapitare il messaggio senza esito positivo e ha smesso di provare."),
            ex("AVVISO DI MANCATA CONSEGNA PER SUPERAMENTO TEMPO MASSIMO: il messaggio non è stato consegnato nelle ventiquattro ore successive all'invio"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "impossibile connettersi", "impossibile stabilire", "impossibile contattare", "connessione rifiutata",
            "connessione interrotta", "connessione persa", "connessione fallita", "connessione scaduta",
            "connessione non riuscita", "tempo scaduto", "timeout della connessione", "server non risponde",
            "server * non risponde", "server irraggiungibile", "server non raggiungibile",
            "server * non raggiungibile",
        ],
        examples: &[ex("Impossibile connettersi a mail.example.com: tempo scaduto")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-storage-full",
        cause: Cause::ServerStorageFull,
        says: &[
            "spazio su disco insufficiente", "spazio insufficiente", "disco pieno", "memoria insufficiente",
        ],
        examples: &[ex("452 4.3.1 Spazio su disco insufficiente sul server")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-server-error",
        cause: Cause::ServerError,
        says: &[
            "errore interno", "errore di sistema", "errore temporaneo", "errore tecnico", "problema temporaneo",
            "problema tecnico", "errore locale", "errore di configurazione", "servizio non disponibile",
            "servizio temporaneamente", "temporaneamente non disponibile", "momentaneamente non disponibile",
            "server non disponibile", "server occupato", "server sovraccarico", "in manutenzione",
            "riprovare piu tardi", "riprova piu tardi", "si prega di riprovare",
        ],
        examples: &[ex("451 4.3.0 Errore temporaneo, riprovare più tardi")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "it-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "rifiutato * policy", "rifiutato * politica", "politica di sicurezza", "politiche di sicurezza",
            "criteri di sicurezza", "per motivi di sicurezza", "policy locale", "policy di sicurezza",
            "accesso negato", "rifiutato dal sistema", "violazione * policy", "vietato da una regola",
        ],
        examples: &[ex("550 5.7.1 Messaggio rifiutato per motivi di sicurezza")],
        source: SOURCE,
        ..RULE
    },
];
