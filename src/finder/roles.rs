//! Who stands in a text, and as what: the recipient, the sender, the server that was spoken to.

use super::passage;
use crate::names::{address, daemon, host};
use crate::text;

/// What an address or host is, going by the words before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Somebody whom the message was for.
    Recipient,
    /// Whoever it came from.
    Sender,
    /// Somebody to write to, a login, a part of an id.
    Other,
    /// Nothing says what.
    Unknown,
}

/// Words before an address of the sender, lower case.
const SENDER: &[&str] = &[
    "mail from",
    "from",
    "sender",
    "return-path",
    "returnpath",
    "envelope-from",
    "envelope_from",
    "envelopefrom",
    "orig",
    "source",
    "reply-to",
    "absender",
    "von",
    "expéditeur",
    "de",
    "remitente",
    "mittente",
    "отправитель",
    "发件人",
    "寄件者",
    "差出人",
    "sender address",
    "smtp.mailfrom",
    "mailfrom",
    "f",
    "owned by user",
    "user",
    "ctladdr",
];

/// Words before an address of a recipient, lower case.
const RECIPIENT: &[&str] = &[
    "rcpt to",
    "to",
    "recipient",
    "recipients",
    "recipient address",
    "rcpt",
    "orig_to",
    "envelope-to",
    "final-recipient",
    "original-recipient",
    "x-failed-recipients",
    "for",
    "an",
    "empfänger",
    "à",
    "destinataire",
    "destinatario",
    "para",
    "a",
    "do",
    "odbiorca",
    "кому",
    "получатель",
    "收件人",
    "宛先",
    "aan",
    "ontvanger",
    "til",
    "till",
    "komu",
    "delivered-to",
    "cc",
    "bcc",
    "email",
    "emailaddress",
    "mailbox",
    "address",
    "rejected",
    "failed to add recipient",
    "recipients refused",
    "recipientsrefused",
    "addresses failed",
    "invalid addresses",
    "the following recipients failed",
    "user",
    "deliver to",
    "delivered to",
    "delivery to",
    "sent to",
    "targets",
    "destination",
    "addr",
    "args",
];

/// Words before an address that is neither, lower case.
const OTHER: &[&str] = &[
    "contact",
    "message-id",
    "message id",
    "msgid",
    "messageid",
    "forward this email to",
    "forward this error to",
    "mailto",
    "write to",
    "please try",
    "try",
    "id",
    "smtp-id",
    "login",
    "username",
    "uid",
    "auth",
    "support",
    "via",
    "report to",
    "abuse",
    "postmaster",
    "called",
    "references",
    "in-reply-to",
];

/// What an address is whose text is behind `before`.
pub(super) fn role(before: &str) -> Role {
    let start = passage::floor(before, before.len().saturating_sub(60));
    let tail = before[start..].to_lowercase();
    let tail = tail.trim_end_matches(|c: char| !c.is_alphanumeric());
    // The longest words that end here decide.
    let longest = |list: &[&str]| {
        list.iter()
            .filter(|w| {
                tail.strip_suffix(**w)
                    .is_some_and(|b| b.is_empty() || b.ends_with(|c: char| !c.is_alphanumeric()) || !w.is_ascii())
            })
            .map(|w| w.len())
            .max()
            .unwrap_or(0)
    };
    let (s, r, o) = (longest(SENDER), longest(RECIPIENT), longest(OTHER));
    if s == 0 && r == 0 && o == 0 {
        Role::Unknown
    } else if o >= s && o >= r {
        Role::Other
    } else if s > r {
        Role::Sender
    } else {
        Role::Recipient
    }
}

/// All addresses of a text with what they are: start, address, role.
pub(super) fn addresses(text: &str) -> Vec<(usize, &str, Role)> {
    let mut found = Vec::new();
    for (start, end, found_address) in address::all(text) {
        // `email=a@b`, `to:a@b`: the name of a field is no part of the address.
        let key = found_address.find('=').filter(|at| {
            (1..24).contains(at)
                && found_address[..*at].bytes().all(|b| b.is_ascii_alphabetic() || b == b'_')
                && found_address.find('@').is_some_and(|a| a > *at + 1)
        });
        let (start, found_address) = match key {
            Some(at) => {
                let own = found_address[at + 1..].trim_start_matches('\'');
                (start + found_address.len() - own.len(), own)
            }
            None => (start, found_address),
        };
        let behind = &text[end..];
        let id = text[..start].ends_with('<') && found_address.len() > 50;
        // user:password@host and git@host:path are none.
        if daemon::is_mailer(found_address)
            || id
            || text[..start].ends_with("://")
            || text[..start].ends_with(':') && text[..start].trim_end_matches(|c: char| c != '/').ends_with("//")
            || behind.starts_with("://")
        {
            continue;
        }
        // `to a@b, c@d`: what the first is the others are.
        let same = found.last().filter(|(at, other, _): &&(usize, &str, Role)| {
            text.get(at + other.len()..start).is_some_and(|t| t.len() < 6 && t.chars().all(|c| " ,;<>'\"".contains(c)))
        });
        let role = same.map_or_else(|| role(&text[..start]), |(_, _, role)| *role);
        found.push((start, found_address, role));
        if found.len() > 400 {
            break;
        }
    }
    found
}

/// Whom an answer is about, where its own words say so: an address in brackets right behind the codes, or one that the
/// words call a recipient; not one that they tell to write to, nor the sender's.
pub(super) fn in_reply(words: &str) -> Option<String> {
    let codes = words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '-' | '#'));
    let lower = words.to_lowercase();
    let first = address::find(words)?;
    let about_sender = [
        "sender address",
        "sender verif",
        "sender domain",
        "mail from",
        "sender rejected",
        "from address",
        "verification failed for",
        "as sender",
        "send as",
        "sender denied",
        "sendasdenied",
        "not owned by",
        "envelope sender",
    ]
    .iter()
    .any(|w| lower.contains(w));
    if daemon::is_mailer(first.2) || about_sender {
        return None;
    }
    if codes.starts_with('<') && codes[1..].starts_with(first.2) {
        return Some(first.2.to_string());
    }
    let before = words[..first.0].to_lowercase();
    let told = [
        "contact",
        "forward",
        "write to",
        "mailto",
        "send ",
        "email ",
        "try <",
        "please try",
        "report",
        "abuse",
        "from ",
        "from:",
        "called",
        "sender",
        "visit",
        "id=",
        "authent",
    ];
    if told.iter().any(|w| before.contains(w)) {
        return None;
    }
    let about = [
        "recipient",
        "user",
        "address",
        "mailbox",
        "account",
        "unknown",
        "no such",
        "unrouteable",
        "rcpt",
        "not found",
        "does not exist",
        "doesn't exist",
        "full",
        "quota",
        "for ",
        "to ",
    ];
    let behind = lower.get(first.1..).unwrap_or("");
    (first.0 < 80
        && (about.iter().any(|w| before.contains(w))
            || before.trim_matches(|c: char| !c.is_alphabetic()).is_empty()
                && about.iter().any(|w| behind.contains(w))))
    .then(|| first.2.to_string())
}

/// The sender, where an answer's words are about one: `<a@b>: Sender address rejected`.
pub(super) fn sender_in_reply(words: &str) -> Option<&str> {
    let lower = words.to_lowercase();
    let about = ["sender address rejected", "sender verif", "verification failed for", "sender rejected", "as sender"];
    about.iter().any(|w| lower.contains(w)).then(|| address::find(words)).flatten().map(|f| f.2)
}

/// The last server that stands in marks of its own: `{:permanent_failure, "mx.example.com", `, `connect(2) for "mx" port
/// 25`, `'tls://mx.example.com:587'`.
pub(super) fn in_marks(text: &str) -> Option<String> {
    let mut found = None;
    let mut parts = text.split(['"', '\'']);
    parts.next();
    for part in parts {
        let name = part.split_once("://").map_or(part, |(_, rest)| rest);
        let name = match name.rsplit_once(':') {
            Some((name, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => name,
            _ => name,
        };
        if name.len() > 3 && name.contains('.') && is_server(name) {
            found = Some(name.to_string());
        }
    }
    found
}

/// The last server that a text calls by a name as mail servers have it, or of which it says that it spoke, though no word
/// introduces it: `mx.example.com rejected it`, `(smtp.example.org)`.
pub(super) fn called(text: &str) -> Option<String> {
    const NAMES: &[&str] = &["mx", "smtp", "mta", "mail-in", "mailin", "inbound", "aspmx"];
    const SPOKE: &[&str] = &["said", "says", "responded", "replied", "answered", "rejected", "refused", "returned"];
    let mut found = None;
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let mut rest = text;
    let mut before = ' ';
    while let Some(start) = rest.find(part) {
        before = rest[..start].chars().next_back().unwrap_or(before);
        rest = &rest[start..];
        let end = rest.find(|c| !part(c)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        rest = behind;
        let word = word.trim_end_matches('.');
        if word.matches('.').count() < 2 || matches!(before, '@' | '/' | '%' | '=') && !text.contains(" | ") {
            continue;
        }
        let free = !behind.starts_with(['@', '(', '=', '/'])
            && (!behind.starts_with(':') || behind[1..].starts_with(|c: char| c.is_ascii_digit() || c == ' '));
        let named = || {
            let first = word.split('.').next().unwrap_or("").to_ascii_lowercase();
            NAMES.iter().any(|n| first.strip_prefix(n).is_some_and(|r| !r.starts_with(|c: char| c.is_alphabetic())))
        };
        let spoke = || SPOKE.iter().any(|v| behind.strip_prefix(' ').is_some_and(|b| b.starts_with(v)));
        if free && (named() || spoke()) && is_server(word) && host::parse_ip(word).is_none() {
            found = Some(word.to_string());
        }
    }
    found
}

/// Is this word the name of a host, not of a class, a file, a package or a service?
pub(super) fn is_server(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    if !host::is_host(word) || word.contains('_') {
        return false;
    }
    if host::parse_ip(word).is_some() {
        return true;
    }
    let Some((rest, top)) = word.rsplit_once('.') else { return word.eq_ignore_ascii_case("localhost") };
    let first = word.split('.').next().unwrap_or("");
    let upper = |t: &str| t.bytes().any(|b| b.is_ascii_uppercase());
    let lower = |t: &str| t.bytes().any(|b| b.is_ascii_lowercase());
    let camel = upper(top) && lower(top) || rest.split('.').any(|l| upper(l) && lower(l) && l.len() > 8);
    const PACKAGES: &[&str] = &[
        "com",
        "org",
        "net",
        "java",
        "javax",
        "jakarta",
        "sun",
        "io",
        "de",
        "kotlin",
        "scala",
        "smtplib",
        "twisted",
        "node",
        "system",
        "microsoft",
    ];
    let package = PACKAGES.contains(&first.to_ascii_lowercase().as_str());
    const ENDINGS: &[&str] = &[
        "service",
        "socket",
        "timer",
        "scope",
        "slice",
        "error",
        "exception",
        "smtp",
        "mail",
        "log",
        "conf",
        "queue",
        "job",
        "ts",
        "go",
        "py",
        "rb",
        "php",
        "java",
        "pm",
        "js",
        "cpp",
        "kt",
        "mjs",
        "cjs",
        "local_part",
    ];
    !camel
        && !package
        && top.len() > 1
        && top.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && top.bytes().any(|b| b.is_ascii_alphabetic())
        && !ENDINGS.contains(&top.to_ascii_lowercase().as_str())
}

/// Words behind which the server's name stands, lower case. The last of them in a line counts.
const BEFORE_SERVER: &[&str] = &[
    "connected to",
    "connecting to",
    "trying",
    "connect to",
    "host",
    "server",
    "relay=",
    "h=",
    "mx=",
    "remote=",
    "peer=",
    "rejected by",
    "refused by",
    "via",
    "fqdn=",
    "remote server",
    "remote host",
    "server:",
    "host:",
    "host, port:",
    "host=",
    "server=",
    "servidor:",
    "serveur :",
    "server at",
    "server failed :",
    "smtp server",
    "to server",
    "with host",
    "dial tcp",
    "dial tcp:",
    "lookup",
    "while talking to",
    "talking to",
    "outgoing server (smtp)",
    "mail server",
    "attempting to deliver to:",
    "delivering to",
    "delivery via",
    "mta",
    "remote-mta: dns;",
    "smtp host:",
    "mx",
    "serwer",
    "сервер",
    "サーバー",
    "服务器",
    "peer",
    "relay",
    "to host",
    "server name",
    "smtp-server",
    "hostname",
    "getaddrinfo",
    "enotfound",
    "econnrefused",
    "etimedout",
    "econnreset",
    "smtp://",
    "smtps://",
    "on",
    "from remote server",
    "reply from",
    "response from",
    "answer from",
];

/// The server that a line names, with how sure that is: higher is surer.
pub(super) fn server_in(line: &str) -> Option<(String, u8)> {
    let mut best: Option<(String, u8)> = None;
    if let Some(name) = with_ip(line) {
        best = Some((name, 4));
    }
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return None;
    }
    for mark in BEFORE_SERVER {
        let mut from = 0;
        while let Some(at) = text::find(&lower[from..], mark).map(|a| a + from) {
            let end = at + mark.len();
            from = end;
            let before = at.checked_sub(1).map(|b| lower.as_bytes()[b]);
            let apart = |b: u8| matches!(b, b' ' | b',' | b'{' | b';' | b'(' | b'\t');
            let free = before.is_none_or(|b| if mark.ends_with('=') { apart(b) } else { !b.is_ascii_alphanumeric() });
            if !free {
                continue;
            }
            let rest = line[end..]
                .trim_start_matches([' ', '\t', ':', '=', '\'', '"', '`', '<', '(', '[', '“', '„', '«', '\\']);
            let rest = rest.strip_prefix("//").unwrap_or(rest);
            let word = rest
                .split(|c: char| {
                    c.is_whitespace()
                        || matches!(
                            c,
                            ',' | ';'
                                | '\''
                                | '"'
                                | ')'
                                | '('
                                | '>'
                                | '<'
                                | '['
                                | ']'
                                | '}'
                                | '`'
                                | '”'
                                | '»'
                                | '/'
                                | '|'
                        )
                })
                .next()
                .unwrap_or("");
            let gap = line[end..].len() - rest.len();
            if gap == 0 && !mark.ends_with(['=', ':', '/']) {
                continue;
            }
            let word = word.trim_end_matches(['.', ':']);
            // `server: 554-mx.example.com` is an answer.
            if word.len() > 4 && word.as_bytes()[..3].iter().all(u8::is_ascii_digit) && word.as_bytes()[3] == b'-' {
                continue;
            }
            // host:port
            let name = match word.rsplit_once(':') {
                Some((name, port)) if !name.contains(':') && port.bytes().all(|b| b.is_ascii_digit()) => name,
                _ => word,
            };
            let name = name.trim_end_matches('.');
            if !is_server(name) || rest[word.len().min(rest.len())..].starts_with('@') {
                continue;
            }
            // `host=example.com,addr=<a@example.com>`: where the mail goes, not who takes it.
            if *mark == "host=" && line.contains(&format!("@{name}")) {
                continue;
            }
            let ip = host::parse_ip(name).is_some();
            // `Client host [192.0.2.1]`, `not found by lookup [server]`: in brackets stands whoever was refused or asked.
            if line[end..line.len() - rest.len()].contains('[') && (ip || !mark.ends_with("server")) {
                continue;
            }
            let behind = &rest[name.len()..];
            // "Trying 192.0.2.1..." is less than a name; "host mx.example.com[192.0.2.1]" is more.
            let sure = match (ip, behind.starts_with('[') || behind.starts_with(" [") || behind.starts_with(" (")) {
                (true, _) => 1,
                (false, false) => 3,
                (false, true) => 4,
            };
            let sure = if *mark == "on" { sure - 1 } else { sure };
            if best.as_ref().is_none_or(|(_, s)| sure >= *s) {
                best = Some((name.to_string(), sure));
            }
        }
    }
    best
}

/// `mx.example.com [192.0.2.1]`, `mx.example.com[192.0.2.1]:25`, `mx.example.com:25`: a server as programs name the one
/// that they speak to.
fn with_ip(line: &str) -> Option<String> {
    let mut found = None;
    let mut from = 0;
    while let Some(at) = line[from..].find(['[', '(', ':']).map(|a| a + from) {
        from = at + 1;
        let inside = &line[at + 1..];
        let named = if line.as_bytes()[at] == b':' {
            let port: String = inside.chars().take_while(char::is_ascii_digit).collect();
            matches!(port.as_str(), "25" | "465" | "587" | "2525" | "24")
        } else {
            let ip = inside.split([']', ')']).next().unwrap_or("");
            ip.len() < 48 && host::parse_ip(ip.trim_start_matches("IPv6:")).is_some()
        };
        if !named {
            continue;
        }
        // A name and the words that say whose it is stand close before.
        let near = at.saturating_sub(400);
        let near = (near..=at).find(|b| line.is_char_boundary(*b)).unwrap_or(at);
        let before = line[near..at].trim_end().trim_end_matches(']');
        let start = before
            .char_indices()
            .rev()
            .find(|(_, c)| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')))
            .map_or(0, |(s, c)| s + c.len_utf8());
        let name = before[start..].trim_end_matches('.');
        let head = before[..start].to_ascii_lowercase();
        let client = ["client host", "client ", "from ", "helo", "ehlo", "my ip", "local", "reject: rcpt from", "@"]
            .iter()
            .any(|c| head.trim_end_matches(['[', '(', '<', '"', '\'']).ends_with(c));
        if is_server(name) && host::parse_ip(name).is_none() && !client {
            found = Some(name.to_string());
        }
    }
    found
}
