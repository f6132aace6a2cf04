//! Error dialogs of mail programs: Outlook and Outlook Express above all, Thunderbird and Apple Mail besides.
//!
//! They quote the answer of the sender's *own* outgoing server, which never took the message: the same words mean
//! something else here than from a server of the recipient. Outlook's fields are translated but keep their order
//! and their quotes: subject, account, server in quotes, protocol, response in quotes, port, error numbers.

use crate::mail::message::Mail;
use crate::names::code;
use crate::names::note::Note;
use crate::names::terms::{Action, Kind, Side, Stage};
use crate::names::{address, host};
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};
use crate::text::join_lines;

/// Reader of dialogs; they come as pasted text only.
pub(super) static READER: Reader = Reader { name: "Outlook", marks: &[], recognises, read };

/// Words before the unquoted answer in dialogs, lower case.
const RESPONDED: &[&str] = &[
    "the server responded:",
    "the mail server responded:",
    "server responded:",
    "the server response was:",
    "le serveur a répondu :",
    "le serveur de messagerie a répondu :",
    "le serveur de courrier a répondu :",
    "réponse du serveur :",
    "der mail-server antwortete:",
    "der mailserver antwortete:",
    "der server antwortete:",
    "der server hat geantwortet:",
    "antwort des servers:",
    "el servidor respondió:",
    "el servidor de correo respondió:",
    "respuesta del servidor:",
    "il server ha risposto:",
    "il server di posta ha risposto:",
    "risposta del server:",
    "o servidor respondeu:",
    "resposta do servidor:",
    "de server antwoordde:",
    "reactie van server:",
    "server response:",
    "antwort vom server:",
    "serverantwort:",
    "ответ сервера:",
    "服务器响应:",
    "伺服器回應:",
    "サーバーの応答:",
];

/// Words of sentences about the sender's address, lower case.
const SENDER: &[&str] = &[
    "sender",
    "expéditeur",
    "absender",
    "remitente",
    "mittente",
    "remetente",
    "afzender",
    "отправител",
    "发件人",
    "寄件者",
    "送信者",
];

fn recognises(mail: &Mail, _: &Marks) -> bool {
    mail.pasted && mail.text.len() < 20_000 && error_number(&mail.text).is_some()
}

/// `0x800CCC79`: the error number of Outlook and Outlook Express; its offset and length.
fn error_number(text: &str) -> Option<(usize, &str)> {
    // A host may be called like a number.
    let in_name = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'@'));
    let is_label = |at: usize| {
        let bytes = text.as_bytes();
        let dotted = bytes.get(at + 10) == Some(&b'.') && in_name(bytes.get(at + 11));
        in_name(at.checked_sub(1).map(|before| &bytes[before])) || in_name(bytes.get(at + 10)) || dotted
    };
    let found = memchr::memmem::find_iter(text.as_bytes(), b"0x8").find(|&at| {
        !is_label(at)
            && text.get(at..at + 10).is_some_and(|n| {
                n.bytes().skip(2).all(|b| b.is_ascii_hexdigit()) && {
                    let upper = n[2..].to_ascii_uppercase();
                    upper.starts_with("800CCC") || upper.starts_with("80042") || upper.starts_with("80040")
                }
            })
    })?;
    Some((found, &text[found..found + 10]))
}

fn read(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let text = join_lines(&mail.text.replace(['\u{a0}', '\u{202f}'], " "));
    // Fetching mail is not what a bounce is about.
    if ["POP3", "IMAP"].iter().any(|p| text.contains(&format!(": {p}")) || text.contains(&format!(":{p}"))) {
        return None;
    }
    let number = error_number(&text);
    let before_number = &text[..number.map_or(text.len(), |(at, _)| at)];
    let (start, end) = quoted_response(before_number).or_else(|| plain_response(&text)).unwrap_or((0, 0));
    let response = text[start..end].trim();
    let head = if response.is_empty() { before_number } else { &text[..start] };
    let mut recipient = Recipient { side: Some(Side::Sender), ..Recipient::default() };
    recipient.remote = server(head, response.is_empty());
    let about_sender = number.is_some_and(|(_, n)| n.to_ascii_uppercase().ends_with("CCC78")) || {
        let first = head.split(['\'', '“', '<', '"']).next().unwrap_or("").to_lowercase();
        SENDER.iter().any(|s| first.contains(s))
    };
    let quoted = address::find(head).or_else(|| address::find(response)).map(|f| f.2.to_string());
    if !about_sender {
        recipient.address = quoted;
    }
    if response.is_empty() {
        number?;
        recipient.say(Place::Quoted, &text);
        recipient.stage = Some(Stage::Connect);
    } else {
        recipient.say(Place::Quoted, response);
        if recipient.address.is_some() {
            recipient.stage = Some(Stage::Rcpt);
        } else if about_sender {
            recipient.stage = Some(Stage::Mail);
        }
    }
    let temporary = code::leading_reply(response).is_some_and(|r| (400..500).contains(&r));
    recipient.action = Some(Action::Failed);
    let mut report = Report { kind: Some(Kind::Failed), recipients: vec![recipient], ..Report::default() };
    if number.is_none() {
        report.software = Some("mail program");
    }
    report.notes.push(Note::MailProgram { put_off: temporary });
    Some(report)
}

/// The response between quotes. It may hold quotes itself: it ends at the last one that a comma follows.
fn quoted_response(text: &str) -> Option<(usize, usize)> {
    let open = text.char_indices().find_map(|(at, c)| {
        let behind = at + c.len_utf8();
        let quote = matches!(c, '\'' | '"' | '‘' | '’' | '“' | '”' | '«' | '„');
        let said = text[behind..].trim_start();
        let code = code::reply_at(said, 0).is_some_and(|r| r >= 400) || starts_with_status(said);
        let announced = text[..at].trim_end().ends_with([':', '：']);
        (quote && code && announced).then_some(behind)
    })?;
    let rest = &text[open..];
    let end = ["',", "’,", "”,", "“,", "\",", "»,", "' ,", "'，", "”，"].iter().filter_map(|m| rest.rfind(m)).max();
    let end = end.or_else(|| rest.rfind(['\'', '’', '”', '"', '»'])).unwrap_or(rest.len());
    Some((open, open + end))
}

fn starts_with_status(text: &str) -> bool {
    code::find_status_from(text.get(..12.min(text.len())).unwrap_or(""), 0).is_some_and(|s| s.start == 0)
}

/// The response behind "The server responded:", without quotes; it ends where the dialog goes on.
fn plain_response(text: &str) -> Option<(usize, usize)> {
    let (at, mark) = RESPONDED.iter().filter_map(|m| find_ignoring_case(text, m).map(|at| (at, m.len()))).min()?;
    let start = at + mark;
    let rest = &text[start..];
    let lead = rest.len() - rest.trim_start_matches([' ', '\'', '"', '“', '«', ':']).len();
    let start = start + lead;
    let rest = &text[start..];
    let said = code::leading_reply(rest).is_some_and(|r| r >= 400) || starts_with_status(rest);
    let goes_on = [
        ". Please ",
        " Please verify",
        " Please check",
        " Veuillez ",
        " Bitte ",
        " Compruebe ",
        " Verifique ",
        " Verificare ",
        "', Port",
    ];
    let end = goes_on.iter().filter_map(|g| rest.find(g)).min().unwrap_or(rest.len());
    let end = rest[..end].trim_end_matches(['\'', '"', '”', '»', ' ']).len();
    said.then_some((start, start + end))
}

fn find_ignoring_case(text: &str, mark: &str) -> Option<usize> {
    // Case folding may change lengths outside ASCII, so offsets are taken from the text itself.
    let first = mark.chars().next()?;
    text.char_indices().filter(|(_, c)| c.to_lowercase().eq(first.to_lowercase())).map(|(at, _)| at).find(|&at| {
        let mut wanted = mark.chars();
        let mut have = text[at..].chars();
        loop {
            match (wanted.next(), have.next()) {
                (None, _) => return true,
                (Some(w), Some(h)) if w == h || h.to_lowercase().eq(w.to_lowercase()) => {}
                _ => return false,
            }
        }
    })
}

/// The last quoted field before the response that is a host: subject and account stand before it.
fn server(head: &str, whole: bool) -> Option<String> {
    let mut found: Option<String> = None;
    let mut fallback: Option<String> = None;
    for part in head.split(['\'', '‘', '’', '“', '”', '"', '«', '»']) {
        let value = part.trim().trim_matches(['<', '>', ' ']);
        if host::is_host(value) {
            found = Some(value.to_string());
        }
    }
    // "Server: smtp.example.com, Protocol": without quotes.
    for label in ["Server: ", "Serveur : ", "Servidor: ", "server "] {
        if let Some(at) = head.rfind(label) {
            let word = head[at + label.len()..]
                .split([' ', ',', ';'])
                .next()
                .unwrap_or("")
                .trim_matches(['\'', '<', '>', '.']);
            if host::is_host(word) {
                fallback = fallback.or_else(|| Some(word.to_string()));
            }
        }
    }
    found.or(fallback).or_else(|| if whole { host::last_host(head) } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message;
    use crate::report::readers::{marks_of, read_by};

    fn one(text: &str) -> Recipient {
        let mail = message::parse(text.as_bytes());
        assert!(recognises(&mail, &marks_of(&mail)), "{text}");
        let report = read_by(&READER, &mail).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(report.recipients[0].side, Some(Side::Sender));
        report.recipients[0].clone()
    }

    #[test]
    fn outlook_in_several_languages() {
        for text in [
            "The message could not be sent because one of the recipients was rejected by the server. The rejected e-mail address was 'u@example.com'. Subject 'Re: it's', Account: 'acc', Server: 'smtp.example.org', Protocol: SMTP, Server Response: '554 5.7.1 <u@example.com>: can't relay', Port: 25, Secure(SSL): No, Server Error: 554, Error Number: 0x800CCC79",
            "Impossible d'envoyer le message car l'un des destinataires a été refusé par le serveur. L'adresse de messagerie refusée était '<u@example.com>'. Objet : '<Test>', Compte : '<Test>', Serveur : '<smtp.example.org>', Protocole : SMTP, Réponse du serveur : '554 5.7.1 <u@example.com>: can't relay', Port : 25, Sécurisé (SSL) : Non, Erreur du serveur : 554, Numéro d'erreur : 0x800CCC79",
            "Die Nachricht konnte nicht gesendet werden, da einer der Empfänger vom Server zurückgewiesen wurde. Die zurückgewiesene E-Mail-Adresse lautet \"u@example.com\". Betreff \"x\", Konto: \"k\", Server: \"smtp.example.org\", Protokoll: SMTP, Serverantwort: \"554 5.7.1 <u@example.com>: can't relay\", Port: 25, Secure (SSL): Nein, Serverfehler: 554, Fehlernummer: 0x800CCC79",
            "No se pudo enviar el mensaje porque el servidor rechazó a uno de los destinatarios. La dirección rechazada fue 'u@example.com'. Asunto 'x', Cuenta: 'c', Servidor: 'smtp.example.org', Protocolo: SMTP, Respuesta del servidor: '554 5.7.1 <u@example.com>: can't relay', Puerto: 25, Seguridad (SSL): No, Error del servidor: 554, Número de error: 0x800CCC79",
            "由于服务器拒绝收件人之一，无法发送邮件。被拒绝的电子邮件地址是“u@example.com”。 主题 'x', 帐户: 'k', 服务器: 'smtp.example.org', 协议: SMTP, 服务器响应: '554 5.7.1 <u@example.com>: can't relay', 端口: 25, 安全(SSL): 否, 服务器错误: 554, 错误号: 0x800CCC79",
        ] {
            let r = one(text);
            assert_eq!(r.address.as_deref(), Some("u@example.com"), "{text}");
            assert_eq!(r.remote.as_deref(), Some("smtp.example.org"), "{text}");
            assert_eq!(r.statements[0].text, "554 5.7.1 <u@example.com>: can't relay", "{text}");
            assert_eq!(r.stage, Some(Stage::Rcpt));
        }
    }

    #[test]
    fn no_connection_and_the_list_of_tasks() {
        let r = one(
            "The connection to the server has failed. Account: 'k', Server: 'smtp.example.org', Protocol: SMTP, Port: 465, Secure(SSL): Yes, Socket Error: 10060, Error Number: 0x800CCC0E",
        );
        assert_eq!((r.remote.as_deref(), r.stage), (Some("smtp.example.org"), Some(Stage::Connect)));
        let r = one(
            "Task 'me - Sending' reported error (0x800CCC0F): 'The server responded: 452 4.3.1 Insufficient system resources'",
        );
        assert_eq!(r.statements[0].text, "452 4.3.1 Insufficient system resources");
    }

    #[test]
    fn fetching_mail_is_none() {
        let mail = message::parse(b"Account: 'k', Server: 'pop.example.org', Protocol: POP3, Server Response: '-ERR no', Port: 110, Error Number: 0x800CCC92");
        assert!(read_by(&READER, &mail).is_none());
    }
}
