//! Where in a text a mail server's answer stands, and where it ends.
//!
//! A place is taken for an answer by what stands around it, not by the program that showed it: a reply code (RFC 5321
//! section 4.2) or a status code (RFC 3463) behind words, signs, quotes or brackets that introduce an answer, and
//! before words. Numbers that are something else (ports, lines, sizes, exit codes, HTTP) are ruled out the same way.

use super::bounds;
use super::passage::{self, Left, Reply, Text, is_frame};
use crate::names::code::{self, Status};

/// Commands that programs name when they tell of an answer (RFC 5321 section 4.1.1).
const COMMANDS: &[&str] = &["RCPT", "MAIL", "DATA", "AUTH", "EHLO", "HELO", "STARTTLS", "SMTP", "smtp"];

/// From here on a place is an answer.
const ENOUGH: i32 = 4;

/// All answers that refuse something (classes 4 and 5), in order.
pub(crate) fn replies(text: &Text) -> Vec<Reply> {
    let mut found: Vec<Reply> = Vec::new();
    let mut done = 0;
    for n in 0..text.count() {
        let start = text.starts[n];
        let line = text.line(n);
        if is_frame(line) {
            continue;
        }
        let web = line.contains("HTTP");
        let bytes = line.as_bytes();
        let mut at = 0;
        while let Some(step) = bytes.get(at..).and_then(|b| memchr::memchr2(b'4', b'5', b)) {
            at += step;
            let here = start + at;
            let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
            if here >= done
                && let Some(reply) = reply_at(text, n, at, web)
            {
                // What is inside it is part of it.
                done = reply.end.max(here + 1);
                found.push(reply);
            }
            at += digits.max(1);
        }
    }
    found
}

/// The answer that begins at this byte of this line.
fn reply_at(text: &Text, n: usize, at: usize, web: bool) -> Option<Reply> {
    let line = text.line(n);
    let bytes = line.as_bytes();
    let free = at == 0
        || !(bytes[at - 1].is_ascii_alphanumeric() || b"._/@#=%$+&~".contains(&bytes[at - 1]) && !is_key(&line[..at]));
    if !free || at > 0 && bytes[at - 1] >= 0x80 && line[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    let start = text.starts[n] + at;
    let left = left(&line[passage::ceil(line, at.saturating_sub(240))..at])?;
    if digits == 3 {
        let code = code::reply_at(line, at).filter(|c| (400..600).contains(c))?;
        // `SMTP code: 530 Additional SMTP info: 5.7.1`: the words stood before.
        if let Some(reply) = bounds::words_before(text, n, start, code) {
            return Some(reply);
        }
        let next = (n + 1 < text.count()).then(|| bounds::behind_sign(text.line(n + 1)));
        let more = next.and_then(|b| code::reply_at(b, 0)) == Some(code);
        let right = right(&line[at + 3..], code, more)?;
        // `(550, b'no')` is a pair; `X = 431, 'Too large'` is somebody's source.
        let pair = line[at + 3..].starts_with([',', ';'])
            && right.quoted.is_some()
            && bounds::label_behind(&line[at + 3..]).is_none();
        if pair && left.bracket.is_none() && left.quote.is_none() {
            return None;
        }
        let status = right.status;
        let mut score = left.score + right.score;
        // A web server's codes and words.
        if status.is_none()
            && (web || is_web(code, &line[at + 3..]) || matches!(code, 400..=418 | 460..=470 | 474..=499 | 580..=599))
        {
            return None;
        }
        if status.is_none() && !text.about_mail && !is_only_mail(code, &line[at + 3..]) {
            score -= 2;
        }
        // `said: 550` at the end of a line: the words were wrapped.
        let below = text.starts.get(n + 1).map_or("", |_| text.line(n + 1).trim_start());
        let says = {
            let before = line[..at].trim_end_matches([' ', ':', '"', '\'']).to_ascii_lowercase();
            SAYING.iter().any(|w| before.ends_with(w)) || before.ends_with("smtp;")
        };
        if line[at + 3..].trim().is_empty() && left.score >= 3 && says && n + 1 < text.count() && below.len() > 3 {
            score += 1;
        }
        // `RCPT failed: 550`
        let told = &line[..at];
        if line[at + 3..].trim().is_empty() && left.score >= 3 && COMMANDS.iter().any(|c| told.contains(c)) {
            score += 1;
        }
        if score < ENOUGH {
            return None;
        }
        let (end, words) = match right.quoted {
            Some(skip) => {
                // `(550, b'5.1.1 no such user')`, `code: 550, response: no such user`: code and words apart.
                let (end, words) = bounds::behind_tuple(text, n, start + 3 + skip)?;
                let whole = if code::leading_reply(&words) == Some(code) { words } else { format!("{code} {words}") };
                (end, whole)
            }
            None => bounds::extent(text, n, start, &left, Some(code)),
        };
        let status = status.or_else(|| code::find_status_from(&words, 0).filter(|s| s.start == 4).map(|s| s.value));
        // `535: 5.7.8 no`: the program's colon.
        let colon = status.is_some() && words[3..].starts_with(": ");
        let words = if colon { format!("{code}{}", &words[4..]) } else { words };
        return says_something(&words, left.score).then_some(Reply { start, end, code: Some(code), status, words });
    }
    if digits != 1 || bytes.get(at + 1) != Some(&b'.') {
        return None;
    }
    let status = code::find_status_from(line, at).filter(|s| s.start == at && s.value.class != 2)?;
    let behind = &line[status.end..];
    let rest = behind.trim_start_matches([' ', ':', '-', ',', ';', ')', ']']);
    let worded = rest.starts_with(['<', '[', '(', '"', '\'', '*']) || rest.starts_with(char::is_alphabetic);
    let close = behind.starts_with([' ', ':', ',', ';', '-', ')', ']']);
    let (end, words) = bounds::extent(text, n, start, &left, None);
    let before = line[..at].trim_end();
    let addressed =
        before.ends_with(':') && crate::names::address::find(before).is_some_and(|f| f.1 + 3 > before.len());
    let about = text.about_mail || text.count() < 6;
    let told = COMMANDS.iter().any(|c| before.contains(c)) || before.to_ascii_lowercase().contains("response");
    let speaks = left.score >= 3 && worded && close && about && (refuses(&words) || addressed || told);
    speaks.then_some(Reply { start, end, code: None, status: Some(status.value), words })
}

/// A code alone says something only where a sign announces it.
fn says_something(words: &str, left: i32) -> bool {
    words.len() > 4 || left >= 3
}

/// `code=`, `reply=`: the sign belongs to a field, not to a number.
fn is_key(before: &str) -> bool {
    before.ends_with('=') && {
        let key = before[..before.len() - 1].rsplit([' ', ',', ';', '&', '?', '(', '{', '[']).next().unwrap_or("");
        let lower = key.to_ascii_lowercase();
        [
            "reply", "response", "error", "err", "reason", "msg", "message", "diag", "stat", "status", "result",
            "smtp", "led", "text", "info",
        ]
        .iter()
        .any(|k| lower.ends_with(k))
            && !before.contains("?")
    }
}

/// What stands before the number. `None` where it says that the number is something else.
fn left(before: &str) -> Option<Left> {
    let mut out = Left::default();
    let mut text = before;
    // Quotes and brackets that open here, from the inside out.
    for _ in 0..4 {
        let trimmed = text.trim_end_matches([' ', '\t']);
        let spaced = trimmed.len() < text.len();
        let Some(last) = trimmed.chars().next_back() else {
            text = trimmed;
            break;
        };
        match last {
            '"' | '\'' | '`' | '“' | '‘' | '«' | '„' | '”' | '\u{ff02}' if !spaced || last == '«' => {
                let mut rest = &trimmed[..trimmed.len() - last.len_utf8()];
                if out.quote.is_none() && out.bracket.is_none() {
                    out.quote = Some(last);
                    out.escaped = rest.ends_with('\\');
                }
                rest = rest.trim_end_matches('\\');
                // b'…', u"…"
                if let Some(bare) = rest.strip_suffix(['b', 'u', 'r', 'f'])
                    && !bare.ends_with(|c: char| c.is_alphanumeric() || c == '_')
                {
                    rest = bare;
                }
                // A quote right behind a word closes rather than opens.
                if rest.ends_with(|c: char| c.is_alphanumeric()) && out.quote == Some(last) && last != '«' {
                    out.quote = None;
                }
                text = rest;
            }
            '(' | '[' | '{' | '<' => {
                let arrow = last == '<' && (trimmed.ends_with("<<") || spaced || is_arrow(trimmed));
                if arrow {
                    text = trimmed;
                    break;
                }
                if out.bracket.is_none() && out.quote.is_none() {
                    out.bracket = Some(last);
                }
                text = &trimmed[..trimmed.len() - 1];
            }
            _ => {
                text = if spaced { text } else { trimmed };
                break;
            }
        }
    }
    let opened = out.quote.is_some() || out.bracket.is_some();
    let tail = text.trim_end_matches([' ', '\t']);
    let spaced = tail.len() < text.len() || opened;
    out.score = if opened { 1 } else { 0 };
    let Some(last) = tail.chars().next_back() else {
        out.score += 3;
        return Some(out);
    };
    let lower = tail[passage::ceil(tail, tail.len().saturating_sub(48))..].to_ascii_lowercase();
    let word =
        lower.rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).find(|w| !w.is_empty()).unwrap_or("");
    const OTHER: &[&str] = &[
        "port", "line", "lines", "exit", "pid", "http", "size", "version", "uid", "gid", "column", "row", "page",
        "room", "bytes", "order", "invoice", "ticket", "build", "article", "section", "chapter", "rfc", "no", "nr",
        "over", "about", "only", "up", "than", "of", "to", "in", "for", "expected",
    ];
    let exits =
        ["exit code", "exit status", "exited with", "http status", "http code", "status code of", "returned non-zero"];
    if OTHER.contains(&word) && last != ':' && last != '>'
        || exits.iter().any(|e| lower.trim_end_matches([':', ' ']).ends_with(e))
    {
        return None;
    }
    out.score += match last {
        ':' | '\u{ff1a}' => {
            // `mx.example.com:550`, `index.js:517`
            if !spaced && !opened || matches!(word, "port" | "line" | "pid" | "size" | "column" | "uid") {
                return None;
            }
            3
        }
        ';' if lower.ends_with("smtp;") || lower.ends_with("lmtp;") || lower.ends_with("x400;") => 3,
        ';' => 1,
        '>' | '<' | '*' | '~' if is_arrow(tail) => 3,
        '>' => 1,
        '-' if is_arrow(tail) => 3,
        '=' => {
            if spaced || opened || is_key(tail) {
                3
            } else {
                return None;
            }
        }
        '|' => 3,
        '-' | '–' | '—' if spaced && tail.trim_end_matches(['-', '–', '—']).ends_with(' ') => 2,
        '-' | '–' | '—' => return None,
        ',' if opened => 2,
        ',' => 1,
        ']' if tail.ends_with("<-]") || tail.ends_with("<<]") => 3,
        ')' | ']' | '.' | '!' | '?' | '…' | '"' | '\'' => 1,
        '/' | '$' | '€' | '£' | '%' | '+' | '&' => return None,
        _ if SAYING.contains(&word) => 3,
        _ if ANNOUNCING.contains(&word) => 2,
        _ if lower.contains('@') && lower.rsplit(' ').next().is_some_and(|w| w.contains('@')) => 1,
        _ if lower.ends_with("to command") || lower.ends_with("data") || lower.ends_with("rcpt to") => 1,
        _ => 0,
    };
    Some(out)
}

/// Words behind which what somebody said stands.
const SAYING: &[&str] = &[
    "said",
    "says",
    "returned",
    "returns",
    "responded",
    "response",
    "replied",
    "reply",
    "answered",
    "retcode",
    "recv",
    "received",
    "antwortete",
    "respondió",
    "répondu",
    "risposto",
    "odpověděl",
    "sagte",
    "bounced",
];

/// Words behind which a number may be a code.
const ANNOUNCING: &[&str] = &[
    "error",
    "err",
    "code",
    "status",
    "with",
    "message",
    "reason",
    "was",
    "is",
    "smtp",
    "got",
    "failed",
    "failure",
    "because",
    "rejected",
    "refused",
    "fehler",
    "erreur",
    "errore",
    "erro",
    "chyba",
    "panic",
    "deferred",
    "fatal",
    "permanent",
    "temporary",
];

/// Does the text end with the sign for what was sent or got: `<-`, `<<<`, `SMTP<`, `->`, `<**`, `S>`?
fn is_arrow(text: &str) -> bool {
    let sign: String = text.chars().rev().take_while(|c| matches!(c, '<' | '>' | '-' | '=' | '*' | '~')).collect();
    let before = text[..text.len() - sign.len()].chars().next_back();
    let plain = before.is_none_or(|c| c.is_whitespace() || c == '|');
    match sign.len() {
        0 => false,
        1 => sign.contains(['<', '>']) && (plain || before.is_some_and(|c| c.is_ascii_uppercase())),
        _ => sign.contains(['<', '>']),
    }
}

/// What stands behind a reply code.
struct Right {
    score: i32,
    status: Option<Status>,
    /// The words stand in quotes of their own behind a comma: how many bytes to the quote.
    quoted: Option<usize>,
}

/// `None` where it says that the number is something else.
fn right(rest: &str, reply: u16, more: bool) -> Option<Right> {
    let mut out = Right { score: 0, status: None, quoted: None };
    let status_at = |at: usize| {
        code::find_status_from(rest, at)
            .filter(|s| s.start == at && u16::from(s.value.class) == reply / 100)
            .map(|s| s.value)
    };
    let Some(first) = rest.chars().next() else { return Some(out) };
    if let Some(skip) = bounds::label_behind(rest) {
        out.quoted = Some(skip);
        out.score = 4;
        return Some(out);
    }
    let text = rest.trim_start_matches([' ', '\t', '-', '#', ':', ',', '{', '(']);
    let skipped = rest.len() - text.len();
    if let Some(status) = status_at(skipped).filter(|_| skipped > 0 && skipped < 5) {
        out.status = Some(status);
        out.score = 4;
        return Some(out);
    }
    match first {
        '-' => {
            let worded = rest[1..]
                .starts_with(|c: char| c.is_alphabetic() || matches!(c, '<' | '[' | '"' | '\'' | '(' | '*' | ' '));
            // "550-page book": one word of ordinary prose.
            out.score = if worded && (more || rest[1..].contains(' ')) { 2 } else { return None };
        }
        ' ' | '\t' => {
            let Some(c) = text.chars().next() else { return Some(out) };
            let word: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '%').collect();
            const UNITS: &[&str] = &[
                "ms",
                "s",
                "sec",
                "seconds",
                "second",
                "b",
                "bytes",
                "byte",
                "kb",
                "mb",
                "gb",
                "kib",
                "mib",
                "items",
                "messages",
                "users",
                "rows",
                "lines",
                "times",
                "pages",
                "points",
                "people",
                "days",
                "hours",
                "minutes",
                "min",
                "eur",
                "usd",
                "files",
                "requests",
                "words",
                "subscribers",
                "customers",
                "emails",
                "mails",
                "euros",
                "dollars",
                "grams",
                "g",
                "ml",
                "km",
                "m",
                "mm",
                "cm",
                "kg",
                "meters",
                "metres",
                "miles",
                "percent",
                "entries",
                "records",
                "recipients",
                "addresses",
                "years",
                "guests",
                "copies",
                "units",
                "tests",
                "passed",
                "failed",
                "bounces",
                "of",
                "and",
                "or",
            ];
            if UNITS.contains(&word.to_ascii_lowercase().as_str()) && !word.is_empty() {
                return None;
            }
            out.score =
                if c.is_alphabetic() || matches!(c, '<' | '[' | '"' | '\'' | '(' | '*' | '«' | '#') { 1 } else { 0 };
        }
        ',' | ';' => {
            let literal = text.strip_prefix(['b', 'u']).unwrap_or(text);
            let key =
                literal.get(1..).and_then(|l| l.find(['\'', '"'])).is_some_and(|e| literal[e + 2..].starts_with(':'));
            if literal.starts_with(['\'', '"']) && !key {
                out.quoted = Some(rest.len() - literal.len());
                out.score = 4;
            }
        }
        ':' => out.score = if rest[1..].starts_with(' ') { 1 } else { 0 },
        ')' | ']' if rest[1..].starts_with(": ") => {
            // `SMTP error (550): could not send (no such user)`: the program's sentence, then the words.
            let sentence = rest[3..].trim_end();
            let inner = sentence.strip_suffix(')').and_then(|s| s.find(" (").map(|at| at + 2));
            out.quoted = Some(3 + inner.unwrap_or(0));
            out.score = 2;
        }
        ')' | ']' | '>' | '"' | '\'' | '\n' | '\r' | '#' | '.' | '\\' => {}
        _ => return None,
    }
    Some(out)
}

/// Is this an answer that nothing but mail servers give: a code that HTTP does not have, words of refusal, and nothing of
/// what FTP refuses with the same codes (RFC 959 section 4.2)?
fn is_only_mail(code: u16, rest: &str) -> bool {
    let lower = rest.to_lowercase();
    matches!(code, 421 | 450..=452 | 550..=556)
        && rest.starts_with([' ', '-'])
        && rest[1..].starts_with(|c: char| c.is_alphabetic() || c == '<')
        && (lower.contains("problem") || lower.contains("unrout") || refuses(rest))
        && !["file", "director", "folder", "path", "ftp", "transfer", "upload", "login", "port "]
            .iter()
            .any(|w| lower.contains(w))
}

/// Codes that HTTP shares with SMTP, with HTTP's own words (RFC 9110 section 15).
fn is_web(code: u16, rest: &str) -> bool {
    let said = rest.trim_start_matches([' ', ':', '-', '"', '|', '\t', ',', '\'', '`', '*']);
    const PHRASES: &[(u16, &[&str])] = &[
        (421, &["Misdirected"]),
        (422, &["Unprocessable"]),
        (423, &["Locked"]),
        (424, &["Failed Dependency"]),
        (425, &["Too Early"]),
        (426, &["Upgrade"]),
        (428, &["Precondition"]),
        (429, &["Too Many Requests"]),
        (431, &["Request Header"]),
        (451, &["Unavailable For"]),
        (500, &["Internal Server", "Server Error"]),
        (501, &["Not Implemented", "Server does not support"]),
        (502, &["Bad Gateway"]),
        (503, &["Service Unavailable", "Service Temporarily", "Backend", "Server Error"]),
        (504, &["Gateway Time"]),
        (505, &["HTTP"]),
        (511, &["Network Auth"]),
    ];
    PHRASES.iter().any(|(n, words)| *n == code && words.iter().any(|w| said.starts_with(w)))
}

/// Do the words refuse something? Asked where only a status code speaks for an answer.
pub(crate) fn refuses(words: &str) -> bool {
    const STEMS: &[&str] = &[
        "reject",
        "denied",
        "refus",
        "fail",
        "unknown",
        "not found",
        "no such",
        "invalid",
        "block",
        "full",
        "quota",
        "exceed",
        "limit",
        "must",
        "requir",
        "unable",
        "cannot",
        "can't",
        "couldn",
        "unavailable",
        "disabled",
        "error",
        "authent",
        "not allow",
        "not permit",
        "not accept",
        "not exist",
        "not available",
        "bad ",
        "too many",
        "too big",
        "too large",
        "timeout",
        "timed out",
        "busy",
        "try again",
        "later",
        "spam",
        "virus",
        "policy",
        "prohibit",
        "restrict",
        "suspend",
        "does not",
        "doesn't",
        "not owned",
        "loop",
        "expired",
        "storage",
        "greylist",
        "temporar",
        "access",
        "blacklist",
        "listed",
        "reputation",
        "moved",
        "undeliver",
        "no mailbox",
        "over quota",
        "queue",
        "defer",
        "size",
        "mismatch",
        "unauth",
        "unsolicit",
        "suspicious",
        "tls",
        "relay",
        "ungültig",
        "abgelehnt",
        "unbekannt",
        "voll",
        "gesperrt",
        "refusé",
        "inconnu",
        "pleine",
        "desconocid",
        "rechaz",
        "llen",
        "sconosciut",
        "rifiutat",
        "pien",
        "onbekend",
        "geweigerd",
        "vol ",
        "nieznan",
        "odrzuc",
        "отклон",
        "неизвест",
        "переполн",
        "不存在",
        "拒",
        "満",
        "已满",
        "알 수",
        "límite",
        "limite",
        "dépass",
        "superado",
        "non autoris",
        "no autoriz",
        "nicht",
        "command",
        "resolver.",
        "only ",
        "no longer",
        "closed",
        "takes no",
        " may ",
        "never ",
        "exit status",
        "returned",
        "gone",
        "no mail",
        "not ",
        "routing",
        "smtp",
        "sender",
        "recipient",
    ];
    let lower = words.to_lowercase();
    STEMS.iter().any(|s| lower.contains(s))
}
