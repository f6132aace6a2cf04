//! A pasted text as lines: without what a logger, a container, a terminal or a quoting mail program set before them.

/// One line of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line without the prefix of its logger and without marks of quoting.
    pub(crate) text: String,
    /// A time stood before it.
    pub(crate) stamped: bool,
    /// The host that the logger names.
    pub(crate) host: Option<String>,
    /// The logger named a level or a stream.
    classed: bool,
    /// The logger named a part of a program that sends mail.
    pub(crate) mails: bool,
    /// The logger named a program.
    pub(crate) named: bool,
    /// What stands in brackets behind the program: the process, or the message that it works on.
    pub(crate) id: Option<String>,
}

/// Takes a text apart. Quotation marks are taken off where several lines in a row have them.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    // What marks the ends of lines, and what it marks.
    let ends = ["<EOL>", "<CRLF>"].into_iter().find(|e| text.contains(e));
    let shown = |l: &'_ str| -> bool { !l.trim().is_empty() };
    let split = |l| -> Vec<&str> {
        match ends {
            Some(end) if str::contains(l, end) => l.split(end).filter(|l| shown(l)).collect(),
            _ => vec![l],
        }
    };
    let raw: Vec<&str> = text.lines().flat_map(split).flat_map(apart).map(str::trim_end).collect();
    let quoted = quoted(&raw);
    let bare: Vec<&str> =
        raw.iter().zip(quoted).map(|(line, quoted)| if quoted { unquoted(line) } else { line }).collect();
    // What is set in as a whole is so by whoever shows it.
    let blanks = |l: &&str| l.len() - l.trim_start_matches(' ').len();
    let indent = bare.iter().filter(|l| !l.trim().is_empty()).map(blanks).min().unwrap_or(0);
    let bare: Vec<&str> = bare.into_iter().map(|l| l.get(indent..).unwrap_or("")).collect();
    let tag = shared_tag(&bare);
    let bare: Vec<&str> = bare.into_iter().map(|l| untagged(l, tag)).collect();
    // A time at the beginning of one line among many is a part of what was wrapped there.
    let filled = || bare.iter().filter(|l| !l.trim().is_empty());
    let stamped = filled().filter(|l| stamp(l.trim_start_matches(['[', '<', ' '])).is_some()).count();
    let first = filled().next().is_some_and(|l| of(l).stamped);
    let logged = first || stamped * 3 > filled().count();
    bare.iter().map(|line| if logged { of(line) } else { unlogged(line) }).collect()
}

/// `[pod/mailer-x2x8k/app] `: what a collector of logs set before each line, a name in brackets that is the same in all. A
/// line by itself has one where it is a path.
fn shared_tag<'t>(lines: &[&'t str]) -> Option<&'t str> {
    let mut filled = lines.iter().map(|l| l.trim_start_matches(' ')).filter(|l| !l.is_empty());
    let first = filled.next()?;
    let content = first.strip_prefix('[').and_then(|i| i.split_once(']')).map(|(content, _)| content)?;
    let tag = &first[..content.len() + 2];
    let named = content.starts_with(|c: char| c.is_ascii_alphabetic())
        && content.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_./:@".contains(&b));
    let behind = |l: &str| l.strip_prefix(tag).is_some_and(|r| r.is_empty() || r.starts_with([' ', '\t']));
    let alone = lines.len() == 1 || filled.clone().next().is_none();
    (named && behind(first) && filled.all(behind) && (!alone || content.contains('/'))).then_some(tag)
}

/// The line without this tag.
fn untagged<'t>(line: &'t str, tag: Option<&str>) -> &'t str {
    let behind = tag.and_then(|tag| line.trim_start_matches(' ').strip_prefix(tag));
    behind.map_or(line, |rest| rest.strip_prefix(' ').unwrap_or(rest))
}

/// A text whose lines are all quoted, as it was before. `None` where it is not.
pub(super) fn unquoted_text(text: &str) -> Option<String> {
    let mut filled = text.lines().filter(|l| !l.trim().is_empty()).peekable();
    filled.peek()?;
    filled
        .all(|l| l.trim_start().strip_prefix('>').is_some_and(|r| r.is_empty() || r.starts_with([' ', '{', '['])))
        .then(|| text.lines().map(|l| format!("{}\n", unquoted(l))).collect())
}

/// JavaScript and others show a long string in pieces, `'one\n' +` and `"two"` below it; here it is the one that it is,
/// in the marks of its first piece.
pub(super) fn pieces_joined(lines: Vec<Line>) -> Vec<Line> {
    const MARKS: [char; 3] = ['\'', '"', '`'];
    let goes_on = |l: &str| l.strip_suffix(" +").is_some_and(|b| b.ends_with(MARKS));
    let begins = |l: &str| l.trim_start().starts_with(MARKS);
    if !lines.windows(2).any(|two| goes_on(&two[0].text) && begins(&two[1].text)) {
        return lines;
    }
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    // The marks of the whole string, while it goes on.
    let mut whole: Option<char> = None;
    for line in lines {
        let piece = line.text.trim_start();
        let own = piece.chars().next().filter(|c| MARKS.contains(c));
        if let (Some(mark), Some(own), Some(last)) = (whole, own, out.last_mut()) {
            let inside = &piece[1..];
            let close = inside.rfind(own).unwrap_or(inside.len());
            let (words, behind) = inside.split_at(close);
            let words = if own == mark { words.to_string() } else { words.replace(mark, &format!("\\{mark}")) };
            last.text.push_str(&words);
            whole = behind.ends_with(" +").then_some(mark);
            if whole.is_none() {
                last.text.push(mark);
                last.text.push_str(behind.get(1..).unwrap_or(""));
            }
            continue;
        }
        let mut line = line;
        whole = None;
        if goes_on(&line.text) {
            line.text.truncate(line.text.len() - 2);
            whole = line.text.pop();
        }
        out.push(line);
    }
    out
}

/// A dialogue that somebody copied into one line, taken apart at the signs before each of its lines.
fn apart(line: &str) -> Vec<&str> {
    const SIGNS: &[&str] = &[
        "send: ",
        "reply: ",
        "data: (",
        "<- ",
        "-> ",
        "<** ",
        "**> ",
        "~> ",
        "<~ ",
        "<~* ",
        "<<< ",
        ">>> ",
        "CLIENT -> SERVER: ",
        "SERVER -> CLIENT: ",
        "Recv: ",
        "Send: ",
        "C: ",
        "S: ",
        "=== ",
        "SMTP< ",
        "SMTP> ",
        "SMTP<< ",
        "SMTP>> ",
    ];
    if line.len() < 120 || line.len() > 200_000 {
        return vec![line];
    }
    let free = |at: usize| at == 0 || matches!(line.as_bytes()[at - 1], b' ' | b'\t');
    let mut cuts: Vec<usize> = Vec::new();
    let mut kinds = 0;
    for sign in SIGNS {
        let places: Vec<usize> = line.match_indices(sign).map(|(at, _)| at).filter(|&at| free(at)).collect();
        // An arrow between two words of one answer is no dialogue: it takes replies and commands.
        let telling = places.iter().any(|&at| {
            let rest = line[at + sign.len()..].trim_start_matches(['b', '\'', '"', ' ']);
            crate::names::code::reply_at(rest, 0).is_some()
                || ["EHLO", "HELO", "MAIL", "RCPT", "ehlo", "helo", "mail", "rcpt", "retcode"]
                    .iter()
                    .any(|v| rest.starts_with(v))
        });
        if telling {
            kinds += places.len();
            cuts.extend(places);
        }
    }
    if kinds < 4 {
        return vec![line];
    }
    cuts.sort_unstable();
    cuts.dedup();
    // `CLIENT -> SERVER: ` holds `-> `.
    let mut out = Vec::with_capacity(cuts.len() + 1);
    let mut start = 0;
    for cut in cuts {
        if cut > start + 3 && !line[start..cut].ends_with("CLIENT ") && !line[start..cut].ends_with("SERVER ") {
            out.push(&line[start..cut]);
            start = cut;
        }
    }
    out.push(&line[start..]);
    out
}

/// Which lines a mail program marked as quoted. curl shows what it sent with the same sign and what it got with the
/// other one, so lines of replies beside them keep it.
fn quoted(raw: &[&str]) -> Vec<bool> {
    let marked = |l: &str| {
        let l = l.trim_start();
        l.starts_with('>') && !l.starts_with(">>")
    };
    let mut out = vec![false; raw.len()];
    if raw.iter().any(|l| l.trim_start().starts_with("< ")) {
        return out;
    }
    let mut start = 0;
    while start < raw.len() {
        let run = raw[start..].iter().take_while(|l| marked(l)).count();
        if run > 1 || run == 1 && raw.len() < 4 {
            out[start..start + run].fill(true);
        }
        start += run.max(1);
    }
    out
}

fn unquoted(line: &str) -> &str {
    let mut line = line;
    for _ in 0..4 {
        match line.trim_start().strip_prefix('>') {
            // A program's own arrows stay.
            Some(rest) if !rest.starts_with('>') || line.trim_start().starts_with("> >") => {
                line = rest.strip_prefix(' ').unwrap_or(rest);
            }
            _ => break,
        }
    }
    line
}

/// The line of a text that no logger wrote, without the prefix of a container.
fn unlogged(raw: &str) -> Line {
    if stamp(raw.trim_start()).is_some() { Line { text: raw.to_string(), ..Line::default() } } else { of(raw) }
}

/// The line behind its prefix.
fn of(raw: &str) -> Line {
    let mut out = Line::default();
    let mut rest = raw;
    for _ in 0..10 {
        let Some(next) = step(rest, &mut out) else { break };
        rest = next;
    }
    // A web server sets whom it served behind what its program said.
    let context = if out.stamped { rest.find(", client: ") } else { None };
    let rest = context.filter(|at| rest[*at..].contains(", server: ")).map_or(rest, |at| &rest[..at]);
    // What stands behind a prefix keeps its indentation: a stack trace is known by it.
    let rest = if rest.len() < raw.len() { rest.strip_prefix(' ').unwrap_or(rest) } else { rest };
    out.text = rest.to_string();
    out
}

/// Takes one piece of a prefix off.
fn step<'a>(line: &'a str, out: &mut Line) -> Option<&'a str> {
    let text = line.trim_start_matches(' ');
    if let Some(len) = stamp(text) {
        out.stamped = true;
        return Some(text[len..].trim_start_matches([',', ':', '\t', '|']));
    }
    // `web-1  | …` (docker compose).
    if !out.stamped
        && let Some((name, rest)) = text.split_once('|')
        && name.len() < 40
        && name.ends_with(' ')
        && is_name(name.trim_end())
        && name.contains(['-', '_'])
    {
        return Some(rest);
    }
    // `<22>` and `<22>1 ` (RFC 5424).
    if let Some(rest) = text.strip_prefix('<')
        && let Some((number, rest)) = rest.split_once('>')
        && (1..=3).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
    {
        return Some(rest.strip_prefix("1 ").unwrap_or(rest));
    }
    if let Some(len) = bracketed(text, out.stamped) {
        out.stamped |= stamp(&text[1..]).is_some();
        out.mails |= ["mail", "smtp"].iter().any(|w| text[..len].contains(w));
        return Some(&text[len..]);
    }
    if !out.stamped {
        return None;
    }
    // `stdout F ` (the container runtime interface).
    for stream in ["stdout F", "stderr F", "stdout P", "stderr P"] {
        if let Some(rest) = text.strip_prefix(stream).filter(|r| r.is_empty() || r.starts_with(' ')) {
            out.classed = true;
            return Some(rest.strip_prefix(' ').unwrap_or(rest));
        }
    }
    // `ERROR (MainThread) `
    if out.classed
        && let Some((thread, rest)) = text.strip_prefix('(').and_then(|t| t.split_once(") "))
        && is_name(thread)
        && thread.bytes().any(|b| b.is_ascii_alphabetic())
    {
        return Some(rest);
    }
    let word = text.split([' ', '\t']).next().unwrap_or("");
    if is_level(word.trim_end_matches(':')) {
        out.classed = true;
        return Some(text[word.len()..].trim_start_matches([' ', '\t', '|', '-']));
    }
    if out.named {
        return None;
    }
    if let Some((id, rest)) = program(text) {
        out.named = true;
        out.id = id.map(str::to_string);
        return Some(rest);
    }
    // `host program[123]: `, where the line begins with no level; `421 mx.example.com: ` is an answer.
    if !out.classed
        && is_name(word)
        && word.bytes().any(|b| b.is_ascii_alphabetic())
        && !word.contains("::")
        && let Some((id, rest)) = program(text[word.len()..].trim_start())
    {
        out.host = Some(word.to_string());
        out.named = true;
        out.id = id.map(str::to_string);
        return Some(rest);
    }
    None
}

/// `postfix/smtp[123]: `, `app: `, `mailer.service[8]: `; what stands in its brackets, and what follows.
fn program(text: &str) -> Option<(Option<&str>, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-' | '_')))?;
    let name = &text[..end];
    if name.is_empty() || end > 48 || !name.starts_with(|c: char| c.is_ascii_alphabetic()) || is_verb(name) {
        return None;
    }
    let mut rest = &text[end..];
    let mut id = None;
    if let Some(inside) = rest.strip_prefix('[') {
        let close = inside.find(']')?;
        if close > 40 {
            return None;
        }
        id = Some(&inside[..close]);
        rest = &inside[close + 1..];
    }
    let rest = rest.strip_prefix(':')?;
    let rest = if rest.is_empty() { rest } else { rest.strip_prefix(' ').or_else(|| rest.strip_prefix('\t'))? };
    // Without a number it may be the first word of the message; names of programs are in lower case.
    (id.is_some() || name.bytes().all(|b| !b.is_ascii_uppercase()) && !is_word_of_speech(name)).then_some((id, rest))
}

/// Words before a colon that belong to the message.
fn is_word_of_speech(name: &str) -> bool {
    ["to", "from", "error", "panic", "reply", "response", "said", "send", "sent", "recv", "reason", "status", "smtp"]
        .contains(&name)
}

/// Commands of SMTP that stand before a colon.
fn is_verb(name: &str) -> bool {
    ["MAIL", "RCPT", "FROM", "TO", "C", "S", "Subject", "From", "To", "Error"].contains(&name)
}

fn is_name(word: &str) -> bool {
    !word.is_empty()
        && word.len() < 64
        && word.starts_with(|c: char| c.is_ascii_alphanumeric())
        && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}

fn is_level(word: &str) -> bool {
    const LEVELS: &[&str] = &[
        "debug", "info", "notice", "warn", "warning", "error", "err", "crit", "critical", "fatal", "trace", "alert",
        "emerg", "severe", "fine",
    ];
    LEVELS.iter().any(|l| word.eq_ignore_ascii_case(l))
}

/// The length of `[…]` at the beginning: a time, a process number, a level, a module; not a reply in brackets.
fn bracketed(text: &str, stamped: bool) -> Option<usize> {
    let inside = text.strip_prefix('[')?;
    let close = inside.find(']')?;
    let content = &inside[..close];
    if close > 64 || content.is_empty() {
        return None;
    }
    let len = close + 2;
    let followed = inside[close + 1..].is_empty() || inside[close + 1..].starts_with([' ', ':', '[', '\t']);
    if stamp(content).is_some_and(|end| end + 8 > content.len()) {
        return Some(len);
    }
    let b = content.as_bytes();
    let reply = b.len() > 3 && b[..3].iter().all(u8::is_ascii_digit) && matches!(b[3], b' ' | b'-');
    let code = matches!(b, [b'2' | b'4' | b'5', b'.', ..]);
    let plain = content.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.,#:/ ".contains(&b));
    let level = is_level(content);
    (followed && plain && !reply && !code && (stamped && !content.contains(' ') || level)).then_some(len)
}

/// The length of a time with which the text begins: ISO 8601, syslog's, Apache's, with blanks or without.
fn stamp(text: &str) -> Option<usize> {
    let b = text.as_bytes();
    let digits = |at: usize| b.get(at..).map_or(0, |b| b.iter().take_while(|c| c.is_ascii_digit()).count());
    let clock = |at: usize| -> Option<usize> {
        let hours = digits(at);
        let ok = (1..=2).contains(&hours) && b.get(at + hours) == Some(&b':') && digits(at + hours + 1) == 2;
        if !ok {
            return None;
        }
        let mut end = at + hours + 3;
        if b.get(end) == Some(&b':') && digits(end + 1) == 2 {
            end += 3;
            if matches!(b.get(end), Some(b'.' | b',')) && digits(end + 1) > 0 {
                end += 1 + digits(end + 1);
            }
        } else {
            return None;
        }
        Some(end)
    };
    let zone = |at: usize| -> usize {
        match b.get(at) {
            Some(b'Z') => at + 1,
            Some(b'+' | b'-') if digits(at + 1) == 4 => at + 5,
            Some(b'+' | b'-') if digits(at + 1) == 2 && b.get(at + 3) == Some(&b':') && digits(at + 4) == 2 => at + 6,
            Some(b'+' | b'-') if digits(at + 1) == 2 => at + 3,
            Some(b' ') if matches!(b.get(at + 1), Some(b'+' | b'-')) && digits(at + 2) == 4 => at + 6,
            Some(b' ') if text[at..].starts_with(" UTC") || text[at..].starts_with(" GMT") => at + 4,
            _ => at,
        }
    };
    let first = digits(0);
    // 2026-11-30T22:10:20.123Z, 2026/11/30 22:10:20, 30.11.2026 22:10:20, 30/Nov/2026:22:10:20 +0000
    if first == 4 || first == 2 {
        let sep = *b.get(first)?;
        if matches!(sep, b'-' | b'/' | b'.') {
            let second = b[first + 1..].iter().take_while(|c| c.is_ascii_alphanumeric()).count();
            let at = first + 1 + second;
            if (2..=3).contains(&second) && b.get(at) == Some(&sep) {
                let third = digits(at + 1);
                let end = at + 1 + third;
                if (first == 4 && third == 2 || first == 2 && (third == 4 || third == 2))
                    && matches!(b.get(end), Some(b'T' | b' ' | b':' | b','))
                    && let Some(end) = clock(end + 1 + usize::from(b.get(end + 1) == Some(&b' ')))
                {
                    let mut end = zone(end);
                    for half in [" AM", " PM"] {
                        if text[end..].starts_with(half) {
                            end += 3;
                        }
                    }
                    return ends_here(b, end).then_some(end);
                }
            }
        }
    }
    // Nov 30 22:10:38, Mon Nov 30 22:10:38 2026
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut at = 0;
    if DAYS.iter().any(|d| text.starts_with(d)) && matches!(b.get(3), Some(b' ' | b',')) {
        at = 4;
    }
    if text.get(at..at + 3).is_some_and(|m| MONTHS.contains(&m)) && b.get(at + 3) == Some(&b' ') {
        let mut day = at + 4;
        while b.get(day) == Some(&b' ') {
            day += 1;
        }
        let n = digits(day);
        if (1..=2).contains(&n)
            && b.get(day + n) == Some(&b' ')
            && let Some(end) = clock(day + n + 1)
        {
            let year = b.get(end) == Some(&b' ')
                && digits(end + 1) == 4
                && matches!(b.get(end + 5), None | Some(b' ' | b':' | b']'));
            let end = if year { end + 5 } else { end };
            return ends_here(b, end).then_some(end);
        }
    }
    if let Some(end) = clock(0) {
        return ends_here(b, end).then_some(end);
    }
    // @400000005f… (multilog), seconds since 1970.
    if b.first() == Some(&b'@') && b[1..].iter().take_while(|c| c.is_ascii_hexdigit()).count() == 24 {
        return Some(25);
    }
    if first == 10 && matches!(b.get(10), Some(b'.' | b' ')) {
        let end = if b[10] == b'.' { 11 + digits(11) } else { 10 };
        return (matches!(b.get(end), Some(b' '))).then_some(end);
    }
    None
}

fn ends_here(text: &[u8], at: usize) -> bool {
    matches!(text.get(at), None | Some(b' ' | b'\t' | b']' | b',' | b'|' | b':' | b')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_go() {
        for (line, want) in [
            ("Nov 30 22:10:38 web1 mailer.service[812]: Connected to MTA", "Connected to MTA"),
            (
                "2026-11-30 22:10:56 [10596] 1xY9aK-0002kt-0y ** bob@example.net R=out",
                "1xY9aK-0002kt-0y ** bob@example.net R=out",
            ),
            ("2026-11-20T09:12:44.702Z [PROTOCOL] [E7325A35.1.1] [outbound] S: 220 mx ready", "S: 220 mx ready"),
            ("2026-11-30T22:10:20.87Z stdout F <** 550 no", "<** 550 no"),
            ("[2026-11-30 22:10:20] prod.ERROR: Expected 550", "prod.ERROR: Expected 550"),
            ("2026-11-30 22:10:22+0000 [-] Log opened.", "Log opened."),
            ("web-1  | 550 5.1.1 no", "550 5.1.1 no"),
            ("<22>Nov 30 22:10:53 web1 postfix/smtp[10507]: 162B: to=<a@example.com>", "162B: to=<a@example.com>"),
            ("[550 5.7.1 no]", "[550 5.7.1 no]"),
            ("ERROR 2026-11-30 22:10:20,393 log x", "ERROR 2026-11-30 22:10:20,393 log x"),
            ("Nov 30 22:10:38 web1 app[1]: \tat com.example.A", "\tat com.example.A"),
            ("fetchmail: SMTP< 550 no", "fetchmail: SMTP< 550 no"),
            ("2026-11-30 22:10:20 SERVER -> CLIENT: 250 ok", "SERVER -> CLIENT: 250 ok"),
        ] {
            assert_eq!(of(line).text, want, "{line}");
        }
    }

    #[test]
    fn quotation_marks_go_and_arrows_stay() {
        let text = |t: &str| lines(t).iter().map(|l| l.text.clone()).collect::<Vec<_>>().join("\n");
        assert_eq!(text("hi\n\n> one\n> two\n"), "hi\n\none\ntwo");
        assert_eq!(text(">>> RCPT TO:<a>\n>>> DATA\n"), ">>> RCPT TO:<a>\n>>> DATA");
        assert_eq!(text("> RCPT TO:<a>\n< 550 no\n> QUIT\n"), "> RCPT TO:<a>\n< 550 no\n> QUIT");
    }
}
