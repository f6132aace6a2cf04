//! Where an answer ends: at the quote or bracket that closes it, at the next field, at the words of the program that
//! showed it, or at the end of its line and of those that go on with it.

use super::passage::{self, Left, Reply, Text, is_frame};
use crate::names::code;

/// An answer is no longer than this.
const LONGEST: usize = 6000;

/// How many lines an answer may have.
const MOST_LINES: usize = 60;

/// The end and the words of the answer that begins at `start` in line `n`.
pub(super) fn extent(text: &Text, n: usize, start: usize, left: &Left, code: Option<u16>) -> (usize, String) {
    let line_start = text.starts[n];
    let limit = passage::floor(&text.text, start + LONGEST);
    if let Some(quote) = left.quote
        && let Some(end) = closing_quote(&text.text[start..limit], quote, left.escaped)
    {
        return (start + end, tidy(&text.text[start..start + end], code, true));
    }
    if let Some(bracket) = left.bracket
        && let Some(end) = closing_bracket(&text.text[start..limit], bracket)
    {
        return (start + end, tidy(&text.text[start..start + end], code, true));
    }
    let before = &text.text[line_start..start];
    let line = text.line(n);
    let rest = &line[start - line_start..];
    // Something that opened earlier in the line closes behind the answer.
    for open in enclosing(before).into_iter().rev() {
        let end = match open {
            '"' | '“' | '«' => closing_quote(&text.text[start..limit], open, before.contains("\\\"")),
            '\'' => closing_quote(rest, open, false),
            _ => closing_bracket(&text.text[start..limit], open),
        };
        if let Some(end) = end
            && !text.text[start..start + end].contains("\n\n")
            && text.text[start..start + end].matches('\n').count() < 12
        {
            return (start + end, tidy(&text.text[start..start + end], code, true));
        }
    }
    // `reply=554 no, stat=Service unavailable`: a field ends where the next begins.
    let field = before.ends_with('=').then(|| next_field(rest)).flatten();
    if let Some(end) = field {
        return (start + end, tidy(&rest[..end], code, false));
    }
    lines_of(text, n, start, code)
}

/// The answer goes to the end of its line, and on through those that continue it.
fn lines_of(text: &Text, n: usize, start: usize, code: Option<u16>) -> (usize, String) {
    let line_start = text.starts[n];
    let line = text.line(n);
    let prefix = &line[..start - line_start];
    let first = &line[start - line_start..];
    // `prog: server: 550 no prog: message not sent`: the program speaks again.
    let name = prefix.split(": ").next().filter(|n| (2..24).contains(&n.len()) && !n.contains([' ', '@']));
    // A class of errors is no program.
    let name = name.filter(|n| !n.to_ascii_lowercase().ends_with("error") && !n.ends_with("Exception"));
    if let Some(again) = name.and_then(|n| first.find(&format!(" {n}: "))) {
        return (start + again, tidy(&first[..again], code, false));
    }
    let mut words = first.to_string();
    let mut end = line_start + line.len();
    if trailer(first).is_some() {
        return (end, tidy(&words, code, false));
    }
    let status = code::find_status_from(first, 0).filter(|s| s.start < 5);
    let status = status.map(|s| first[s.start..s.end].to_string());
    let mut last = line;
    let mut open = first.as_bytes().get(3) == Some(&b'-') && code.is_some();
    for next in n + 1..text.count().min(n + MOST_LINES) {
        let line = text.line(next);
        // What the program set before the answer stands before each of its lines.
        let bare = line.strip_prefix(prefix).filter(|_| !prefix.is_empty()).unwrap_or(line);
        let payload = behind_sign(bare);
        let continues = code.is_some_and(|c| {
            let same = code::reply_at(payload, 0) == Some(c);
            let sep = payload.as_bytes().get(3);
            same && (open || sep == Some(&b'-') || words.len() > 3 && last.as_bytes().get(3) == Some(&b'-'))
                && matches!(sep, Some(b'-' | b' ') | None)
        });
        let restated =
            !continues && status.as_deref().is_some_and(|s| payload.starts_with(s) && !words.contains(payload));
        let has_prefix = bare.len() < line.len();
        // Reports and mail programs set what belongs to a line further in.
        let indent = |l: &str| l.len() - l.trim_start_matches(' ').len();
        let further = !has_prefix
            && indent(line) >= indent(text.line(n)) + 2
            && !is_frame(line)
            && !is_field(line)
            && !line.trim().is_empty();
        let cut = words.trim_end().len() < 5;
        let wrapped = !continues
            && !restated
            && !has_prefix
            && (cut && !line.trim().is_empty() || further || wraps(text.width, last, line) && !is_frame(line));
        if !continues && !restated && !wrapped {
            break;
        }
        if continues {
            open = payload.as_bytes().get(3) == Some(&b'-');
        }
        let joint =
            if wrapped && last.ends_with('-') && line.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "\n" };
        words.push_str(joint);
        words.push_str(if wrapped { line.trim_start() } else { payload });
        end = text.starts[next] + line.len();
        last = line;
        if trailer(payload).is_some() || !wrapped && code.is_some() && continues && !open && !wraps_at(text.width, line)
        {
            break;
        }
    }
    (end, tidy(&words, code, false))
}

/// `code: 'EENVELOPE',`: a field of what a program printed.
fn is_field(line: &str) -> bool {
    let t = line.trim_start();
    let end = t.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '\'' | '"'))).unwrap_or(t.len());
    end > 0 && (t[end..].starts_with(": ") || t[end..].starts_with("=")) || t.starts_with(['}', ')', ']', '{', '['])
}

/// Could a line of this length have been broken?
fn wraps_at(width: Option<(usize, bool)>, line: &str) -> bool {
    width.is_some_and(|(w, _)| line.chars().count() + 24 > w)
}

/// Was the second line broken off the first?
fn wraps(width: Option<(usize, bool)>, line: &str, next: &str) -> bool {
    let Some((width, sure)) = width else { return false };
    let word = next.split_whitespace().next().unwrap_or("");
    !word.is_empty()
        && !next.starts_with("  ")
        && line.chars().count() + 1 + word.chars().count() > width
        && !starts_anew(next)
        && (sure || next.starts_with(|c: char| c.is_lowercase()))
}

/// Does the line begin something of its own: a reply, a field, a command, a time?
fn starts_anew(line: &str) -> bool {
    let t = line.trim_start();
    let reply = code::reply_at(t, 0).is_some() && matches!(t.as_bytes().get(3), Some(b' ' | b'-'));
    let word = t.split([' ', ':']).next().unwrap_or("");
    // `CONTEXT:  function`, `HINT: `
    let headed = word.len() > 3
        && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'_')
        && t[word.len()..].starts_with(": ");
    headed
        || reply && !t.starts_with("25")
        || ["exit status ", "exit code ", "exited with ", "Exit status", "Exit code"].iter().any(|e| t.starts_with(e))
        || ["MAIL", "RCPT", "QUIT", "DATA", "EHLO", "HELO", "Traceback", "Caused", "During", "Stack"].contains(&word)
}

/// The line behind arrows and names of the two sides: `<<< 550`, `S: 550`, `SMTP< 550`, `server message: 550`.
pub(super) fn behind_sign(line: &str) -> &str {
    let t = line.trim_start();
    if code::reply_at(t, 0).is_some() || code::find_status_from(t, 0).is_some_and(|s| s.start == 0) {
        return t;
    }
    for (at, b) in t.bytes().enumerate().take(100) {
        if !matches!(b, b'2'..=b'5') {
            continue;
        }
        let before = t[..at].trim_end();
        let arrow = before.ends_with("<-") || before.ends_with("<--") || before.ends_with("<=");
        let sign = arrow || before.ends_with([':', '<', '>', '*', '~', '\'', '"', '|']);
        if sign && at > 0 && (code::reply_at(t, at).is_some() && matches!(t.as_bytes().get(at + 3), Some(b' ' | b'-')))
        {
            return &t[at..];
        }
    }
    t
}

/// How far it is behind a code to the words that a label announces: `550, response: no`, `554", with message "no"`.
pub(super) fn label_behind(rest: &str) -> Option<usize> {
    const LABELS: &[&str] = &[
        "response: ",
        "response=",
        "message: ",
        "message=",
        "with message ",
        "msg: ",
        "msg=",
        "text: ",
        "reason: ",
        "and message ",
    ];
    let t = rest.trim_start_matches(['"', '\'', ')', ' ', ',', ';', '-', '\\']);
    let skipped = rest.len() - t.len();
    if skipped == 0 || skipped > 6 {
        return None;
    }
    let t = t.strip_prefix(['"', '\'']).unwrap_or(t);
    let t = t.strip_prefix("and ").unwrap_or(t);
    // The blank behind a label may be missing.
    let length = |label: &str| {
        let begins = |l: &str| t.get(..l.len()).is_some_and(|t| t.eq_ignore_ascii_case(l));
        [label, label.trim_end()].into_iter().find(|l| begins(l)).map(str::len)
    };
    let label = LABELS.iter().find_map(|l| length(l))?;
    Some(rest.len() - t.len() + label)
}

/// An answer whose words stand before its code: `Detail: no such user SMTP code: 550 Additional SMTP info: 5.1.1`.
pub(super) fn words_before(text: &Text, n: usize, start: usize, code: u16) -> Option<Reply> {
    let line = text.line(n);
    let at = start - text.starts[n];
    let label = line[..at].trim_end();
    let lower = label.to_ascii_lowercase();
    if !(lower.ends_with("code:")
        || lower.ends_with("kode:")
        || lower.ends_with("código:")
        || lower.ends_with("codice:")
        || lower.ends_with("code :"))
    {
        return None;
    }
    let from = passage::floor(&text.text, start.saturating_sub(2000));
    let before = &text.text[from..start];
    let detail = before
        .rfind("etail: ")
        .map(|d| d + 7)
        .or_else(|| before.rfind("étail : ").map(|d| d + 9))
        .or_else(|| before.rfind("etalle: ").map(|d| d + 8))?;
    let words = &before[detail..];
    let end = words.rfind('\n').unwrap_or(0).max(words.to_ascii_uppercase().rfind(" SMTP").unwrap_or(0));
    let words = tidy(&words[..end], None, true);
    // A second detail of the same program: the status code.
    let rest = &line[at + 3..];
    let behind = code::find_status_from(rest, 0).filter(|s| s.start < 60);
    let stop = start + 3 + behind.as_ref().map_or(0, |s| s.end);
    let status = behind.or_else(|| code::find_status_from(&words, 0).filter(|s| s.start == 0));
    let said = match status {
        Some(s) if !words.starts_with(&s.value.to_string()) => format!("{code} {} {words}", s.value),
        _ => format!("{code} {words}"),
    };
    (words.len() > 2).then_some(Reply {
        start,
        end: stop,
        code: Some(code),
        status: status.map(|s| s.value),
        words: said,
    })
}

/// The words behind a code of their own: in quotes, or to the bracket that closes around both.
pub(super) fn behind_tuple(text: &Text, n: usize, start: usize) -> Option<(usize, String)> {
    let quote = text.text[start..].chars().next()?;
    let limit = passage::floor(&text.text, start + LONGEST);
    if !matches!(quote, '\'' | '"' | '`' | '“') {
        return Some(extent(text, n, start, &Left::default(), None));
    }
    let inside = start + quote.len_utf8();
    let end = closing_quote(&text.text[inside..limit], quote, false)
        .or_else(|| text.text[inside..limit].find('\n'))
        .unwrap_or(limit - inside);
    Some((inside + end, tidy(&text.text[inside..inside + end], None, true)))
}

/// Where the text that was opened with this mark closes.
fn closing_quote(text: &str, open: char, escaped: bool) -> Option<usize> {
    let close = match open {
        '“' | '„' => '”',
        '‘' => '’',
        '«' => '»',
        c => c,
    };
    let mut before = '\0';
    let mut slashes = 0;
    let mut nested = false;
    for (at, c) in text.char_indices() {
        if c == close || open == '„' && c == '“' || open == '`' && c == '\'' {
            let next = text[at + c.len_utf8()..].chars().next();
            let is_escaped = slashes % 2 == 1;
            let ends = next.is_none_or(|n| !n.is_alphanumeric()) || c == '»' || c == '”';
            // "user 'bob' unknown": quotes inside come in pairs, the first behind a blank.
            let opens = matches!(before, ' ' | '(' | '<' | ':') && next.is_some_and(char::is_alphanumeric);
            if is_escaped == escaped && opens {
                nested = true;
            } else if is_escaped == escaped && nested {
                nested = false;
            } else if is_escaped == escaped && ends {
                return Some(if escaped { at - 1 } else { at });
            }
        }
        slashes = if c == '\\' { slashes + 1 } else { 0 };
        before = c;
    }
    None
}

/// Where the bracket closes.
fn closing_bracket(text: &str, open: char) -> Option<usize> {
    let close = match open {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        _ => '>',
    };
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
        } else if c == '\n' && text[at + 1..].starts_with('\n') {
            return None;
        }
    }
    None
}

/// The quotes and brackets that are open at the end of a text, outermost first. Apostrophes are none, and neither are
/// arrows.
fn enclosing(before: &str) -> Vec<char> {
    let mut open: Vec<char> = Vec::new();
    let mut last = ' ';
    for c in before.chars() {
        match c {
            '(' | '[' | '{' => open.push(c),
            ')' | ']' | '}' => {
                let want = match c {
                    ')' => '(',
                    ']' => '[',
                    _ => '{',
                };
                if let Some(at) = open.iter().rposition(|o| *o == want) {
                    open.truncate(at);
                }
            }
            '"' => match open.iter().rposition(|o| *o == '"') {
                Some(at) => open.truncate(at),
                None => open.push('"'),
            },
            '\'' => match open.iter().rposition(|o| *o == '\'') {
                Some(at) => open.truncate(at),
                None if matches!(last, ' ' | '(' | '{' | '[' | '=' | ':' | ',') => open.push('\''),
                None => {}
            },
            '“' | '«' => open.push(c),
            '”' | '»' => {
                if let Some(at) = open.iter().rposition(|o| matches!(o, '“' | '«')) {
                    open.truncate(at);
                }
            }
            _ => {}
        }
        last = c;
    }
    open
}

/// Where the next `, key=` begins.
fn next_field(text: &str) -> Option<usize> {
    text.match_indices(", ").map(|(at, _)| at).find(|&at| {
        let rest = &text[at + 2..];
        let key = rest.find('=').filter(|e| (1..20).contains(e));
        key.is_some_and(|e| rest[..e].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-'))
    })
}

/// Words of the program behind an answer on the same line; where they begin.
pub(super) fn trailer(words: &str) -> Option<usize> {
    const TRAILERS: &[&str] = &[
        " (in reply to ",
        " (in response to ",
        " Additional SMTP info",
        " SMTP code: ",
        " Stack trace:",
        " Traceback (most recent",
        " { code: '",
        " {code: '",
        " {\"exception\"",
        " [{\"exception\"",
        " {\"error\"",
        " Giving up on ",
        " [RCPT_TO]",
        " [MAIL_FROM]",
        " [DATA]",
        " (delivery attempts:",
        " goroutine ",
        " while sending ",
        "; nested exception",
        " nested exception is",
        " Failed messages:",
        " (SMTPException",
        " Exception in thread",
        " Caused by:",
        " During handling of",
        " -- reply to ",
        " <<< ",
        " >>> ",
        " <- ",
        " <~ ",
        " <** ",
        " <~* ",
        " -> ",
        " ~> ",
        " === ",
        " *** ",
        " Send: ",
        " Recv: ",
        " DEBUG: ",
        " CLIENT -> SERVER",
        " SERVER -> CLIENT",
        " QUIT",
        ", response:",
        " Detail: ",
        " #0 ",
        "; from=<",
        "; to=<",
        "; proto=",
        " Closing connection",
        " Connection closed",
        " Could not send ",
        " Could not deliver ",
        "]: QUIT",
    ];
    let mut first = TRAILERS.iter().filter_map(|t| words.find(t)).min();
    // ` at Name.method (file:12:3)`, ` at com.sun.mail.X(X.java:12)`, ` in /path/file.php:12`, ` in C:\…`
    for (at, _) in words.match_indices(" at ") {
        let rest = &words[at + 4..];
        let word = rest.split([' ', '\n']).next().unwrap_or("");
        let call =
            word.contains(['.', '<', '/']) && (word.contains('(') || rest[word.len()..].trim_start().starts_with('('));
        let place = word.contains('/') && word.contains(':') && !word.contains("//");
        if (call || place) && !word.contains("://") {
            first = Some(first.map_or(at, |f| f.min(at)));
            break;
        }
    }
    // `no such user</error>`
    if let Some((at, _)) = words
        .match_indices("</")
        .find(|(at, _)| words[at + 2..].starts_with(|c: char| c.is_ascii_alphabetic()) && words[*at..].contains('>'))
    {
        first = Some(first.map_or(at, |f| f.min(at)));
    }
    // `no such user at send.pl line 12.`
    for (at, _) in words.match_indices(" line ") {
        let number = words[at + 6..].starts_with(|c: char| c.is_ascii_digit());
        if let Some(start) =
            words[..at].rfind(" at ").filter(|s| number && at - s < 200 && !words[s + 4..at].contains(' '))
        {
            first = Some(first.map_or(start, |f| f.min(start)));
            break;
        }
    }
    // `no such user (Net::SMTPFatalError)`
    if let Some(start) = words.rfind(" (")
        && let Some(name) = words[start + 2..].trim_end().strip_suffix(')')
        && (name.contains("::") || name.ends_with("Error") || name.ends_with("Exception"))
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'.' | b'_'))
    {
        first = Some(first.map_or(start, |f| f.min(start)));
    }
    for mark in [" in /", " in C:\\", " (file \"", " File \"", " in file "] {
        if let Some(at) = words.find(mark) {
            first = Some(first.map_or(at, |f| f.min(at)));
        }
    }
    first
}

/// The words of an answer: escapes decoded, trailers cut, lines joined by one blank.
fn tidy(raw: &str, code: Option<u16>, whole: bool) -> String {
    let decoded = unescape(raw);
    let mut words = String::new();
    let mut last = "";
    for (n, line) in decoded.lines().enumerate() {
        let line = if n == 0 { line.trim() } else { behind_sign(line) };
        // Behind an escaped line end the program goes on, unless the answer does.
        let goes_on = whole
            || raw.contains('\n')
            || code.is_some_and(|c| code::reply_at(line, 0) == Some(c))
            || code::find_status_from(line, 0).is_some_and(|s| s.start == 0);
        if n > 0 && !goes_on {
            break;
        }
        // A code that was cut from its words keeps its sign.
        let cut = last.ends_with('-') && last.len() < 5 && line.starts_with(|c: char| c.is_ascii_digit());
        if !(words.is_empty() || line.is_empty() || cut) {
            words.push(' ');
        }
        words.push_str(line);
        last = line;
    }
    if let Some(end) = trailer(&words) {
        words.truncate(end);
    }
    for mark in [" /root/", " /home/", " /var/", " /tmp/"] {
        if let Some(end) = words.find(mark) {
            words.truncate(end);
        }
    }
    let mut out = crate::text::join_lines(&words);
    // A program may say the same twice: "554 no: 554 no".
    if let Some(code) = code
        && let Some(at) = out.find(&format!(": {code} "))
        && at > 4
        && out[at + 2..].starts_with(&out[..at.min(60)])
    {
        out.truncate(at);
    }
    // Quotes that closed nothing, and what a program set behind the sentence.
    let closing =
        |t: &str, close: char, open: char| t.ends_with(close) && t.matches(close).count() > t.matches(open).count();
    loop {
        let t = out.trim_end_matches([' ', ',', ';', '\\']);
        let t = if t.ends_with('"') && t.matches('"').count() % 2 == 1 { &t[..t.len() - 1] } else { t };
        let t = if t.ends_with('\'') && t.matches('\'').count() % 2 == 1 { &t[..t.len() - 1] } else { t };
        let t = if closing(t, ')', '(') || closing(t, ']', '[') || closing(t, '}', '{') || closing(t, '>', '<') {
            &t[..t.len() - 1]
        } else {
            t
        };
        if t.len() == out.len() {
            return out;
        }
        out.truncate(t.len());
    }
}

/// `\n`, `\"`, `\u00e9`, `\xe9`, `&lt;` and their like, as JSON, source code and web pages write them.
pub(crate) fn unescape(text: &str) -> String {
    let text = if text.contains('&') && text.contains(';') { crate::text::html::decode(text) } else { text.into() };
    if !text.contains('\\') {
        return text.into_owned();
    }
    let mut out: Vec<u8> = Vec::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let push = |out: &mut Vec<u8>, c: char| out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    while let Some(c) = chars.next() {
        if c != '\\' {
            push(&mut out, c);
            continue;
        }
        match chars.peek().copied() {
            Some('n') => {
                chars.next();
                out.push(b'\n');
            }
            Some('r' | 't') => {
                chars.next();
                out.push(b' ');
            }
            Some('"' | '\'' | '\\' | '/') => {
                if let Some(c) = chars.next() {
                    push(&mut out, c);
                }
            }
            Some(kind @ ('u' | 'x')) => {
                let len = if kind == 'u' { 4 } else { 2 };
                let hex: String = chars.clone().skip(1).take(len).collect();
                match u32::from_str_radix(&hex, 16) {
                    Ok(n) if hex.len() == len => {
                        for _ in 0..=len {
                            chars.next();
                        }
                        // b'…' writes the bytes of UTF-8.
                        if kind == 'x' { out.push(n as u8) } else { push(&mut out, char::from_u32(n).unwrap_or(' ')) }
                    }
                    _ => out.push(b'\\'),
                }
            }
            _ => out.push(b'\\'),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        for (text, want) in [
            (r"a\nb", "a\nb"),
            (r#"say \"x\""#, "say \"x\""),
            (r"caf\u00e9 \xc3\xa9", "café é"),
            (r"C:\dir", r"C:\dir"),
            ("&lt;a@b&gt; x", "<a@b> x"),
        ] {
            assert_eq!(unescape(text), want);
        }
    }
}
