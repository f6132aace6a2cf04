//! Polish: replies of servers in Poland, and the Polish user texts of Exchange, Gmail and Google Groups.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised replies of Polish mail servers; Polish edition of the Exchange DSN texts (learn.microsoft.com/pl-pl/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "pl-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "adres ip * czarnej liscie", "adres ip * zablokowany", "adres ip * czarna list", "czarnej liscie",
            "czarna lista", "czarnej listy", "na liscie rbl", "ip zablokowan", "ip jest zablokowan",
            "ip zostal zablokowan",
        ],
        not: &["nadawca", "nadawcy", "domena"],
        examples: &[ex("554 5.7.1 Adres IP 192.0.2.7 znajduje się na czarnej liście")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-greylisted",
        cause: Cause::Greylisted,
        says: &["szara lista", "szarej liscie", "szarej listy"],
        examples: &[ex("450 4.7.1 Szara lista, spróbuj ponownie za 5 minut")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &[
            "brak revdns", "brak rekordu ptr", "brak odwrotnego", "odwrotny dns", "odwrotnego dns", "rekord ptr",
            "brak ptr",
        ],
        examples: &[ex("550 5.7.25 Brak rekordu PTR dla 192.0.2.7")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "zawiera wirus", "wykryto wirus", "zawierala wirus", "znaleziono wirus", "zlosliwe oprogramowanie",
            "zlosliwy kod",
        ],
        examples: &[ex("554 5.7.1 Wiadomość zawiera wirusa")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "wiadomosc zbyt duza", "wiadomosc jest zbyt duza", "wiadomosc za duza", "wiadomosc jest za duza",
            "wiadomosc przekracza", "rozmiar wiadomosci", "rozmiar przesylki", "zbyt duzy rozmiar",
            "maksymalny rozmiar", "maksymalnego rozmiaru", "przekroczono rozmiar", "dopuszczalny rozmiar",
            "przekracza dopuszczaln", "zalacznik jest zbyt duzy", "list zbyt duzy",
        ],
        examples: &[ex("552 5.3.4 Wiadomość jest zbyt duża")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &[
            "zbyt wielu odbiorcow", "zbyt wielu adresatow", "za duzo odbiorcow", "liczba odbiorcow",
            "liczby odbiorcow", "limit odbiorcow", "liczba adresatow",
        ],
        examples: &[ex("452 4.5.3 Zbyt wielu odbiorców")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "limit wysylania", "limit wysylki", "limit wyslanych", "limitu wysylania", "limitu wyslanych",
            "limit wiadomosci wychodzacych", "dzienny limit", "dziennego limitu", "limit dzienny",
            "limit wiadomosci na",
        ],
        examples: &[ex("550 5.4.5 Przekroczono dzienny limit wysyłania wiadomości")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "zbyt wiele polaczen", "zbyt duzo polaczen", "za duzo polaczen", "zbyt wiele wiadomosci",
            "zbyt duzo wiadomosci", "za duzo wiadomosci", "zbyt wiele prob", "liczba polaczen", "limit polaczen",
        ],
        examples: &[ex("421 4.7.0 Zbyt wiele połączeń z adresu 192.0.2.7")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "skrzynka przepelniona", "skrzynka jest przepelniona", "skrzynka * przepelniona", "skrzynka pelna",
            "skrzynka jest pelna", "skrzynka * pelna", "skrzynka odbiorcy jest", "skrzynka zapelniona",
            "skrzynka * zapelniona", "skrzynka odbiorcza * pelna", "skrzynki odbiorcy * przepeln",
            "przepelniona skrzynka", "brak miejsca w skrzynce", "brak miejsca na skrzynce",
            "brak wolnego miejsca * skrzyn", "brak miejsca na koncie", "przekroczono quota", "przekroczona quota",
            "przekroczony limit * skrzynki", "przekroczono limit * skrzynki", "limit pojemnosci",
            "pojemnosc skrzynki", "konto przepelnione", "konto jest przepelnione", "przekroczyl limit",
        ],
        examples: &[
            ex("552 5.2.2 Skrzynka odbiorcy jest przepełniona"),
            ex("452 4.2.2 Brak miejsca w skrzynce"),
            ex("Skrzynka pocztowa adresata jest pełna i nie może teraz przyjmować wiadomości."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &["konto zostalo zablokowane", "konto zostala zablokowana", "konto zablokowana", "konto zostalo usuniete", "konto zostala usunieta", "konto jest nieaktywna", "konto nieaktywna", "konto wygasla", "konto zawieszona", "konto zostalo zawieszone", "konto zostala zawieszona", "skrzynka zostalo zablokowane", "skrzynka zostala zablokowana", "skrzynka zablokowane", "skrzynka zostalo usuniete", "skrzynka zostala usunieta", "skrzynka jest nieaktywne", "skrzynka nieaktywne", "skrzynka wygaslo", "skrzynka zawieszone", "skrzynka zostalo zawieszone", "skrzynka zostala zawieszona", "adres zostalo zablokowane", "adres zostala zablokowana", "adres zablokowane", "adres zablokowana", "adres zostalo usuniete", "adres zostala usunieta", "adres jest nieaktywne", "adres jest nieaktywna", "adres nieaktywne", "adres nieaktywna", "adres wygaslo", "adres wygasla", "adres zawieszone", "adres zawieszona", "adres zostalo zawieszone", "adres zostala zawieszona", "uzytkownik zostalo zablokowane", "uzytkownik zostala zablokowana", "uzytkownik zablokowane", "uzytkownik zablokowana", "uzytkownik zostalo usuniete", "uzytkownik zostala usunieta", "uzytkownik jest nieaktywne", "uzytkownik jest nieaktywna", "uzytkownik nieaktywne", "uzytkownik nieaktywna", "uzytkownik wygaslo", "uzytkownik wygasla", "uzytkownik zawieszone", "uzytkownik zawieszona", "uzytkownik zostalo zawieszone", "uzytkownik zostala zawieszona", 
            "konto zablokowane", "konto jest zablokowane", "konto * zablokowane", "konto nieaktywne",
            "konto jest nieaktywne", "konto zawieszone", "konto * zawieszone", "konto wylaczone",
            "konto jest wylaczone", "konto usuniete", "konto wygaslo", "skrzynka zablokowana",
            "skrzynka jest zablokowana", "skrzynka * zablokowana", "skrzynka nieaktywna", "skrzynka jest nieaktywna",
            "skrzynka wylaczona", "skrzynka zawieszona", "skrzynka wygasla", "uzytkownik zablokowany",
            "uzytkownik nieaktywny", "adres nieaktywny", "adres zablokowany",
        ],
        not: &["twoje konto", "panstwa konto"],
        examples: &[ex("550 5.2.1 Konto zablokowane")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-sender-account-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &["twoje konto * zablokowane", "twoje konto * zawieszone", "panstwa konto * zablokowane"],
        examples: &[ex("550 5.7.0 Twoje konto zostało zablokowane z powodu wysyłania spamu")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-recipient-moved",
        cause: Cause::RecipientMoved,
        says: &["nowy adres", "zmienil adres", "adres ulegl zmianie", "juz nie pracuje"],
        examples: &[ex("551 5.1.6 Użytkownik zmienił adres, nowy adres: osoba@example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "dostarczanie na ten adres", "dostarczanie pod ten adres", "nie masz uprawnien do wysylania",
            "brak uprawnien do wysylania", "nie masz uprawnien", "nie jestes uprawniony do wysylania",
            "tylko czlonkowie", "tylko dla czlonkow", "tylko zalogowani", "tylko uwierzytelnieni",
            "tylko nadawcy wewnetrzni", "nadawca nie jest uprawniony", "nadawca nieuprawniony",
        ],
        not: &["grupa, z ktora"],
        examples: &[ex("550 5.7.1 Nie masz uprawnień do wysyłania wiadomości do tego adresata")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "domena nie istnieje", "domena * nie istnieje", "nieznana domena", "domena nieznana",
            "nie ma takiej domeny", "nie znaleziono domeny", "nie mozna odnalezc domeny", "nieznany host",
            "brak rekordu mx", "nie znaleziono serwera",
        ],
        not: &["nadawc"],
        examples: &[ex("550 5.1.2 Nieznana domena")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-relay-denied",
        cause: Cause::RelayDenied,
        says: &[
            "relay zabroniony", "relay niedozwolony", "relaying niedozwolony", "przekazywanie zabronione",
            "przekazywanie niedozwolone", "przekazywanie poczty * zabronione", "nie obsluguje tej domeny",
            "nie zezwala na przekazywanie", "brak zgody na relay", "brak zezwolenia na relay",
        ],
        examples: &[ex("554 5.7.1 Przekazywanie niedozwolone")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "wymagana autoryzacja", "wymagane uwierzytelnienie", "wymaga autoryzacji", "wymaga uwierzytelnienia",
            "autoryzacja nie powiodla", "uwierzytelnianie nie powiodlo", "uwierzytelnienie nie powiodlo",
            "blad autoryzacji", "blad uwierzytelniania", "bledne haslo", "nieprawidlowe haslo", "zaloguj sie",
            "musisz sie zalogowac",
        ],
        examples: &[ex("530 5.7.0 Wymagana autoryzacja")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "adres nadawcy", "nieznany nadawca", "nadawca nie istnieje", "nieprawidlowy nadawca",
            "niepoprawny nadawca", "domena nadawcy", "nadawca odrzucony",
        ],
        not: &["zablokowan"],
        examples: &[ex("553 5.1.8 Domena nadawcy nie istnieje")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "nieznany uzytkownik", "uzytkownik nieznany", "uzytkownik nie istnieje", "uzytkownik * nie istnieje",
            "nie ma takiego uzytkownika", "nie znaleziono uzytkownika", "brak uzytkownika",
            "brak takiego uzytkownika", "nieznany odbiorca", "odbiorca nieznany", "odbiorca nie istnieje",
            "odbiorca * nie istnieje", "nie ma takiego odbiorcy", "nieznany adresat", "adresat nieznany",
            "adresat nie istnieje", "nie ma takiego adresata", "adres nie istnieje", "adres * nie istnieje",
            "nieznany adres", "nie ma takiego adresu", "nie znaleziono adresu", "nie odnaleziono adresu",
            "nie mozna odnalezc * adresu", "nie mozna znalezc adresu", "adres e-mail * odnalezc",
            "skrzynka nie istnieje", "skrzynka * nie istnieje", "nie ma takiej skrzynki", "brak skrzynki",
            "nieznana skrzynka", "konto nie istnieje", "konto * nie istnieje", "nie ma takiego konta",
            "brak takiego konta", "nieznane konto", "grupa, z ktora", "nie istnieje"],
        not: &["nadawc"],
        examples: &[
            ex("550 5.1.1 Nie ma takiego użytkownika"),
            ex("550 5.1.1 Skrzynka nie istnieje"),
            ex("550 Nieznany odbiorca"),
            ex("Nie można odnaleźć wprowadzonego adresu e-mail."),
            ex("Nie znaleziono adresu. Wiadomość nie została dostarczona."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "nieprawidlowy adres", "niepoprawny adres", "bledny adres", "adres nieprawidlowy",
            "adres jest nieprawidlowy", "nieprawidlowy format adresu", "skladnia adresu",
        ],
        not: &["nadawc"],
        examples: &[ex("553 5.1.3 Nieprawidłowy adres")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "nadawca zablokowany", "nadawca jest zablokowany", "nadawca * zablokowany", "nadawca * czarnej liscie",
            "zablokowany przez odbiorce", "odrzucona przez odbiorce", "odrzucony przez odbiorce",
            "odrzucono przez odbiorce", "odbiorca zablokowal", "odbiorca nie zyczy", "odbiorca nie przyjmuje",
            "odbiorca odrzucil",
        ],
        examples: &[ex("550 5.7.1 Nadawca zablokowany przez odbiorcę")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "uznana za spam", "uznano za spam", "uznany za spam", "zakwalifikowana jako spam",
            "zakwalifikowano jako spam", "sklasyfikowana jako spam", "oznaczona jako spam", "rozpoznana jako spam",
            "rozpoznano jako spam", "odrzucona jako spam", "odrzucono jako spam", "odrzucona przez filtr",
            "wykryto spam", "podejrzenie spamu", "filtr antyspamowy", "filtry antyspamowe", "niechciana poczta",
            "wiadomosc-smiec", "wiadomosci-smieci", "tresc spamowa",
        ],
        examples: &[ex("550 5.7.1 Wiadomość uznana za spam")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "niedozwolony zalacznik", "zalacznik niedozwolony", "zalacznik * niedozwolon", "zalacznik zablokowany",
            "zabroniony zalacznik", "typ pliku", "rozszerzenie pliku", "niedozwolony typ", "niedozwolona tresc",
            "niedozwolone tresci", "zabroniona tresc", "tresc odrzucona",
        ],
        examples: &[ex("554 5.7.1 Niedozwolony załącznik (.exe)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "nie mozna polaczyc", "nie udalo sie polaczyc", "nie mozna nawiazac", "nie udalo sie nawiazac",
            "polaczenie odrzucone", "polaczenie zostalo", "polaczenie przerwane", "przekroczono czas",
            "przekroczony czas", "uplynal limit czasu", "serwer nie odpowiada", "serwer * nie odpowiada",
        ],
        examples: &[ex("Nie można połączyć się z serwerem mail.example.com: przekroczono czas oczekiwania")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-message-expired",
        cause: Cause::MessageExpired,
        says: &[
            "zaprzestal prob", "zaprzestano prob", "przerwal proby", "wiadomosc wygasla", "zbyt dlugo w kolejce",
        ],
        examples: &[ex("Microsoft Exchange bezskutecznie próbował dostarczyć tę wiadomość i zaprzestał prób.")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-server-error",
        cause: Cause::ServerError,
        says: &[
            "blad wewnetrzny", "wewnetrzny blad", "blad systemu", "blad serwera", "blad tymczasowy",
            "tymczasowy blad", "chwilowy blad", "blad konfiguracji", "usluga niedostepna", "usluga jest niedostepna",
            "chwilowo niedostepn", "tymczasowo niedostepn", "serwer zajety", "serwer przeciazony",
            "brak miejsca na dysku", "sprobuj pozniej", "prosze sprobowac pozniej", "sprobuj ponownie pozniej",
        ],
        examples: &[ex("451 4.3.0 Tymczasowy błąd, spróbuj ponownie później")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "pl-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "odrzucona z powodu polityki", "odrzucono z powodu polityki", "zasady bezpieczenstwa",
            "polityka bezpieczenstwa", "polityki bezpieczenstwa", "ze wzgledow bezpieczenstwa",
            "niezgodna z polityka", "dostep zabroniony", "odmowa dostepu", "brak dostepu",
        ],
        examples: &[ex("550 5.7.1 Wiadomość odrzucona ze względów bezpieczeństwa")],
        source: SOURCE,
        ..RULE
    },
];
