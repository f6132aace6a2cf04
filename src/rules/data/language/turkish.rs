//! Turkish: replies of servers in Turkey, and the Turkish user texts of Exchange, Gmail and Google Groups.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised replies of Turkish mail servers; Turkish edition of the Exchange DSN texts (learn.microsoft.com/tr-tr/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "tr-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "kara liste", "karaliste", "ip adresiniz * engellen", "ip adresi * engellen", "ip adresiniz * bloke",
            "ip adresiniz engellen",
        ],
        not: &["gonderen"],
        examples: &[ex("554 5.7.1 IP adresiniz 192.0.2.7 kara listede")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-greylisted",
        cause: Cause::Greylisted,
        says: &["gri liste", "grilist"],
        examples: &[ex("450 4.7.1 Gri liste, lütfen 5 dakika sonra tekrar deneyin")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &["ters dns", "ptr kayd", "reverse dns kayd"],
        examples: &[ex("550 5.7.25 Ters DNS kaydı yok: 192.0.2.7")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "virus iceriyor", "virus bulundu", "virus tespit", "viruslu", "zararli yazilim", "zararli kod",
        ],
        examples: &[ex("554 5.7.1 İleti virüs içeriyor")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "ileti cok buyuk", "mesaj cok buyuk", "mesaj boyutu", "ileti boyutu", "e-posta boyutu", "boyut siniri",
            "boyut limiti", "izin verilen boyut", "azami boyut", "maksimum boyut",
        ],
        examples: &[ex("552 5.3.4 Mesaj çok büyük")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &["cok fazla alici", "alici sayisi", "fazla sayida alici"],
        examples: &[ex("452 4.5.3 Çok fazla alıcı")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "gonderim limiti", "gonderim siniri", "gonderme limiti", "gonderme siniri", "gunluk limit",
            "gunluk gonderim", "saatlik limit", "gonderim kotasi",
        ],
        examples: &[ex("550 5.4.5 Günlük gönderim limitini aştınız")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "cok fazla baglanti", "cok fazla mesaj", "cok fazla ileti", "cok fazla e-posta", "cok fazla istek",
            "cok fazla deneme", "baglanti sayisi", "baglanti siniri",
        ],
        examples: &[ex("421 4.7.0 Çok fazla bağlantı")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "posta kutusu dolu", "posta kutusu * dolu", "posta kutunuz dolu", "gelen kutusu dolu",
            "gelen kutusu * dolu", "kutusu dolu", "kota asildi", "kotasi asildi", "kotasini asti", "kota asimi",
            "kotasi dolu", "kotasi dolmus", "kota dolu", "kota doldu", "disk kotasi", "depolama alani",
        ],
        examples: &[
            ex("552 5.2.2 Posta kutusu dolu"),
            ex("Alıcının posta kutusu dolu ve şu anda ileti kabul edemiyor."),
            ex("452 4.2.2 Kullanıcı kotası aşıldı"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &["hesabi askiya", "hesabi kapatil", "hesabi pasif", "posta kutusu kapatil", 
            "hesap devre disi", "hesap * devre disi", "hesap askiya", "hesap * askiya", "hesap kapali",
            "hesap kapatil", "hesap pasif", "hesap aktif degil", "hesabi devre disi", "posta kutusu devre disi",
            "posta kutusu kapali", "posta kutusu pasif", "posta kutusu aktif degil", "kullanici devre disi",
            "kullanici pasif", "kullanici aktif degil", "kullanici askiya",
        ],
        not: &["hesabiniz"],
        examples: &[ex("550 5.2.1 Hesap devre dışı")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-sender-account-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &["hesabiniz * askiya", "hesabiniz * engellen", "hesabiniz * devre disi"],
        examples: &[ex("550 5.7.0 Hesabınız spam gönderimi nedeniyle askıya alındı")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "bu adrese teslim", "gonderme izniniz yok", "gonderme yetkiniz yok", "gondermeye yetkili degil",
            "gonderme izniniz bulunmuyor", "yalnizca uyeler", "sadece uyeler", "yalnizca kimligi dogrulan",
            "bu adrese gonderme",
        ],
        not: &["iletisim kurmaya calistiginiz grup"],
        examples: &[ex("550 5.7.1 Bu alıcıya ileti gönderme izniniz yok")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "alan adi bulunamadi", "alan adi * bulunamadi", "bilinmeyen alan adi", "alan adi mevcut degil",
            "alan adi yok", "etki alani bulunamadi", "etki alani mevcut degil", "domain bulunamadi", "mx kaydi yok",
            "mx kaydi bulunamadi", "sunucu bulunamadi",
        ],
        not: &["gonderen"],
        examples: &[ex("550 5.1.2 Alan adı bulunamadı")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-relay-denied",
        cause: Cause::RelayDenied,
        says: &[
            "relay izni", "relay yapil", "relay reddedil", "relay engellen", "aktarma izni", "yonlendirme izni",
            "aktarima izin",
        ],
        examples: &[ex("554 5.7.1 Relay izni yok")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "kimlik dogrulama gerek", "kimlik dogrulamasi gerek", "kimlik dogrulama basarisiz",
            "kimlik dogrulamasi basarisiz", "kimlik dogrulama hatasi", "sifre hatali", "hatali sifre",
            "oturum acmaniz", "giris yapmaniz", "yetkilendirme gerek",
        ],
        examples: &[ex("530 5.7.0 Kimlik doğrulaması gerekli")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "gonderen adresi", "gonderici adresi", "gonderen alan adi", "gecersiz gonderen", "gecersiz gonderici",
            "bilinmeyen gonderen", "gonderenin adresi", "gonderenin alan adi",
        ],
        not: &["engellen"],
        examples: &[ex("553 5.1.8 Geçersiz gönderen adresi")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "kullanici bulunamadi", "kullanici * bulunamadi", "boyle bir kullanici", "bilinmeyen kullanici",
            "kullanici yok", "kullanici mevcut degil", "kullanici tanimsiz", "kullanici bilinmiyor",
            "alici bulunamadi", "alici * bulunamadi", "bilinmeyen alici", "alici mevcut degil", "boyle bir alici",
            "adres bulunamadi", "adresi bulunamadi", "adresi bulunmamaktadir", "adres mevcut degil",
            "adresi mevcut degil", "boyle bir adres", "boyle bir e-posta", "boyle bir hesap", "hesap bulunamadi",
            "hesap mevcut degil", "posta kutusu bulunamadi", "posta kutusu mevcut degil", "posta kutusu yok",
            "iletisim kurmaya calistiginiz grup",
        ],
        not: &["gonderen", "gonderici"],
        examples: &[
            ex("550 5.1.1 Kullanıcı bulunamadı"),
            ex("550 5.1.1 Böyle bir kullanıcı yok"),
            ex("Girdiğiniz e-posta adresi bulunamadı."),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "gecersiz adres", "gecersiz e-posta", "adres gecersiz", "adresi gecersiz", "gecersiz alici",
            "hatali adres",
        ],
        not: &["gonderen", "gonderici"],
        examples: &[ex("553 5.1.3 Geçersiz adres")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "gonderen engellen", "gonderici engellen", "gonderen * engellen", "gonderen * kara liste",
            "gonderen reddedil", "alici tarafindan engellen", "alici tarafindan reddedil", "alici * engelledi",
        ],
        examples: &[ex("550 5.7.1 Gönderen alıcı tarafından engellendi")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "spam olarak", "istenmeyen e-posta", "istenmeyen posta", "istenmeyen ileti", "spam icerik",
            "spam filtresi", "spam suphesi", "spam tespit", "kimlik avi",
        ],
        examples: &[ex("550 5.7.1 Mesajınız spam olarak değerlendirildi")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "ek dosya * izin", "ekine izin veril", "eklere izin veril", "dosya turu", "dosya uzantisi", "dosya tipi",
            "yasakli icerik", "icerik reddedil", "icerigi reddedil", "icerik engellen",
        ],
        examples: &[ex("554 5.7.1 Dosya türü .exe kabul edilmiyor")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "baglanti kurulamadi", "baglanilamadi", "baglanti reddedil", "baglanti kesil", "baglanti zaman asim",
            "zaman asimina", "sunucu yanit vermiyor", "sunucuya ulasilam",
        ],
        examples: &[ex("mail.example.com sunucusuna bağlantı kurulamadı")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-server-error",
        cause: Cause::ServerError,
        says: &[
            "dahili hata", "ic hata", "sistem hatasi", "sunucu hatasi", "gecici hata", "gecici bir hata",
            "gecici bir sorun", "hizmet kullanilamiyor", "servis kullanilamiyor", "gecici olarak kullanilamiyor",
            "disk alani yetersiz", "daha sonra tekrar deneyin", "daha sonra deneyin", "sunucu mesgul",
        ],
        examples: &[ex("451 4.3.0 Geçici hata, lütfen daha sonra tekrar deneyin")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "tr-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "politikasi nedeniyle", "politika nedeniyle", "guvenlik politikasi", "guvenlik ilkesi",
            "guvenlik nedeniyle", "erisim engellen", "erisim reddedil", "ilke nedeniyle",
        ],
        examples: &[ex("550 5.7.1 İleti güvenlik politikası nedeniyle reddedildi")],
        source: SOURCE,
        ..RULE
    },
];
