//! A few notices in further languages: Google Groups, Gmail and Exchange translate theirs into all of them
//! (Arabic, Hindi, Hebrew, Greek, Hungarian, Romanian, Bulgarian, Estonian, Thai, Vietnamese, Indonesian, Catalan, Croatian).

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised notices of Gmail, Google Groups and Exchange (support.google.com/mail/answer/6596)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "other-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "صندوق البريد ممتلئ", "صندوق بريد المستلم ممتلئ", "علبة البريد ممتلئة", "البريد الوارد ممتلئ",
            "תיבת הדואר מלאה", "תיבת הדואר של הנמען מלאה", "γραμματοκιβωτιο * πληρεσ", "postafiok megtelt",
            "postafiokja megtelt", "postalada megtelt", "postaladaja megtelt", "cutia postala este plina",
            "cutia postala a destinatarului este plina", "casuta postala este plina", "postkast on tais",
            "пощенската кутия * пълна", "пощенската кутия е пълна", "kotak surat penuh", "kotak masuk penuh",
            "bustia plena", "bustia es plena", "sanducic je pun", "postanski sanducic * pun", "กล่องจดหมายเต็ม",
        ],
        examples: &[
            ex("552 5.2.2 صندوق البريد ممتلئ"),
            ex("552 5.2.2 A címzett postafiókja megtelt"),
            ex("552 5.2.2 Cutia postala este plina"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "other-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "المجموعة * التي حاولت الاتصال", "لم يتم العثور على العنوان", "تعذر العثور على العنوان",
            "المستخدم غير موجود", "مستخدم غير معروف", "المستلم غير موجود", "जिस समूह से संपर्क", "पता नही मिला",
            "पता नहीं मिला", "הכתובת לא נמצאה", "משתמש לא קיים", "משתמש לא ידוע", "הנמען לא קיים",
            "αγνωστοσ χρηστησ", "ismeretlen felhasznalo", "ismeretlen cimzett",
            "felhasznalo nem letezik", "cimzett nem letezik", "a cim nem talalhato", "utilizator necunoscut",
            "utilizatorul nu exista", "destinatar necunoscut", "adresa nu a fost gasita", "adresa nu exista",
            "kasutajat ei leitud", "tundmatu kasutaja", "aadressi ei leitud", "потребителят не съществува",
            "непознат потребител", "адресът не е намерен", "nguoi dung khong ton tai", "khong tim thay dia chi",
            "pengguna tidak dikenal", "pengguna tidak ditemukan", "alamat tidak ditemukan", "usuari desconegut",
            "l'usuari no existeix", "adreca desconeguda", "nepoznat korisnik", "korisnik ne postoji",
            "adresa ne postoji", "ไม่พบที่อยู่", "ไม่พบผู้ใช้",
        ],
        examples: &[
            ex("550 5.1.1 المستخدم غير موجود"),
            ex("550 5.1.1 Ismeretlen felhasználó"),
            ex("550 5.1.1 Utilizator necunoscut"),
            ex("550 5.1.1 Korisnik ne postoji"),
            ex("550 5.1.1 משתמש לא קיים"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "other-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "بريد عشوائي", "رسالة غير مرغوب فيها", "דואר זבל", "ανεπιθυμητη αλληλογραφια", "ανεπιθυμητη",
            "kereteten level", "spamnek minosul", "spamkent", "considerat spam", "identificat ca spam",
            "nezeljena posta", "rampspost",
        ],
        examples: &[
            ex("550 5.7.1 تم تصنيف الرسالة على أنها بريد عشوائي"),
            ex("550 5.7.1 Az üzenet spamnek minősült"),
            ex("550 5.7.1 Mesajul a fost identificat ca spam"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "other-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "حجم الرسالة", "az uzenet tul nagy", "uzenet merete", "mesajul este prea mare", "dimensiunea mesajului",
            "sonum on liiga suur", "poruka je prevelika",
        ],
        examples: &[
            ex("552 5.3.4 حجم الرسالة كبير جدا"),
            ex("552 5.3.4 Az üzenet túl nagy"),
            ex("552 5.3.4 Mesajul este prea mare"),
        ],
        source: SOURCE,
        ..RULE
    },
];
