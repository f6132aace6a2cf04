//! Sources, settings and documentation: texts that hold replies which nobody gave. Known by how their lines are written,
//! in whatever language: what a program is told to say is no refusal that happened.

use std::collections::HashSet;

use super::line::Line;
use super::passage::{Text, is_frame};
use crate::names::code;

/// Does the text tell of something that happened: a trace, the words of an exception at the beginning of a line, lines
/// with a time?
pub(super) fn tells(text: &Text, lines: &[Line]) -> bool {
    lines.iter().any(|l| l.stamped) || (0..text.count()).any(|n| is_frame(text.line(n)) || is_exception(text.line(n)))
}

/// `smtplib.SMTPDataError: (…)`, `Error: …`, `panic: …`, `Traceback (most recent call last):`.
fn is_exception(line: &str) -> bool {
    let t = line.trim_start();
    if is_ruby_frame(t) {
        return true;
    }
    let name = t.split(": ").next().unwrap_or("");
    let short = name.len() < t.len() && name.len() < 90;
    ["Traceback ", "PHP ", "Fatal error", "Uncaught ", "Caused by", "Exception in "].iter().any(|w| t.starts_with(w))
        || short
            && !name.contains(['"', '=', '(', '\''])
            && (["Error", "Exception", "Refused", "panic", "error", "failed"].iter().any(|w| name.ends_with(w)))
            && !name.starts_with(['#', '/', '*', '-'])
}

/// `from send.rb:9:in `<main>'`, and the first line of such a trace.
fn is_ruby_frame(line: &str) -> bool {
    line.contains(".rb:") && (line.contains(":in `") || line.contains(":in '"))
}

/// Does a refusal on this line stand where people and servers say something, not in a literal, a comment or an entry?
pub(super) fn happened(text: &Text, n: usize) -> bool {
    let line = text.line(n);
    !is_code(line) && !is_comment(line) && !is_literal(line) && !is_entry(text, n) && !has_placeholder(line)
}

/// Is the text written for a program? `refused` tells of the lines with a refusal, which are no settings.
pub(super) fn is_source(text: &Text, refused: impl Fn(usize) -> bool) -> bool {
    let (mut code, mut filled, mut settings) = (0, 0, 0);
    for n in 0..text.count().min(2000) {
        let line = text.line(n);
        if line.trim().is_empty() {
            continue;
        }
        filled += 1;
        code += usize::from(is_code(line));
        settings += usize::from(is_section(line) || !refused(n) && (is_comment(line) || is_access(line)));
    }
    code > 1 && code * 5 >= filled || code + settings > 1 && (code + settings) * 5 >= filled * 2
}

/// A line that only sources have.
fn is_code(line: &str) -> bool {
    let t = line.trim();
    if is_ruby_frame(t) {
        return false;
    }
    const WORDS: &[&str] = &[
        "import ",
        "from ",
        "package ",
        "use ",
        "using ",
        "namespace ",
        "module ",
        "require ",
        "require(",
        "#include",
        "#define",
        "#ifndef",
        "#ifdef",
        "#if ",
        "#endif",
        "#pragma",
        "#!/",
        "<?php",
        "class ",
        "enum ",
        "struct ",
        "interface ",
        "trait ",
        "impl ",
        "def ",
        "defmodule ",
        "func ",
        "fn ",
        "function ",
        "public ",
        "private ",
        "protected ",
        "static ",
        "const ",
        "let ",
        "var ",
        "val ",
        "export ",
        "type ",
        "return ",
        "describe(",
        "CREATE ",
        "INSERT ",
        "SELECT ",
        "case ",
        "when ",
        "if ",
        "if(",
        "elif ",
        "while ",
        "for ",
        "self.",
        "assert",
        "expect(",
        "it(",
        "it '",
        "RSpec",
        "pub ",
        "async ",
        "await ",
        "@",
        "divert(",
        "FEATURE(",
        "define(",
        "MAILER(",
        "///",
        "match ",
        "switch ",
        "try",
        "except ",
        "catch",
        "raise ",
        "throw ",
    ];
    let ends = t.ends_with([';', '{', '}', ')', ':', ',', '(', ']', '"', '\'', '>']);
    let begun = WORDS.iter().any(|w| t.starts_with(w));
    let directive = t.starts_with("#include")
        || t.starts_with("#define ")
        || t.starts_with("#!/")
        || t.starts_with("<?php")
        || t.starts_with("#ifndef")
        || t.starts_with("#endif")
        || t.ends_with(")dnl")
        || t.ends_with(" dnl")
        || t.ends_with(";;")
        || t.ends_with(" do") && (t.starts_with("def") || t.contains(" '") || t.contains('('))
        || t.starts_with("import ") && t.split_whitespace().count() < 6
        || t.starts_with("package ") && t.split_whitespace().count() == 2
        || t.starts_with("require ")
        || t.starts_with("from ") && t.contains(" import ");
    let closes = ["};", "});", "})", "} else {"].contains(&t);
    let calls = t.ends_with(");") || t.ends_with("();") || t.ends_with("{") && t.contains(['(', ' ']);
    let assigns = t.contains(" = ") && t.ends_with(';') || t.contains(" := ") || t.contains(" => ") && ends;
    let acl = ["deny ", "defer ", "accept", "require ", "warn ", "condition ", "dnslists ", "domains "]
        .iter()
        .any(|w| t.starts_with(w))
        && t.contains(" = ");
    directive || closes || calls || assigns || acl || begun && ends && t.contains(['(', '{', '=', '"', '\'', ':', ';'])
}

/// `[section]`, `[[rule]]`, `key:` above deeper lines.
fn is_section(line: &str) -> bool {
    let t = line.trim();
    let named = |name: &str| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
    };
    t.strip_suffix(':').is_some_and(|name| named(name) && name.len() > 2 && name == name.to_lowercase())
        || t.strip_prefix("[[").and_then(|r| r.strip_suffix("]]")).is_some_and(named)
        || t.strip_prefix('[').and_then(|r| r.strip_suffix(']')).is_some_and(named)
}

/// A comment of a language that has one.
fn is_comment(line: &str) -> bool {
    let t = line.trim_start();
    t.starts_with("// ")
        || t.starts_with("/*")
        || t.starts_with("* ")
        || t.starts_with("///")
        || t.starts_with("# ") && !t.starts_with("# swaks") && !t.contains('|')
        || t.starts_with("-- ") && t.len() > 3
}

/// A line of an access table (access(5)): a pattern and what becomes of it.
fn is_access(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (Some(pattern), Some(action)) = (words.next(), words.next()) else { return false };
    // The arrow of a dialogue is no pattern.
    if pattern.contains(['<', '>']) || !pattern.contains(|c: char| c.is_alphanumeric()) {
        return false;
    }
    ["OK", "REJECT", "DUNNO", "DEFER", "PERMIT", "DISCARD", "RELAY"].contains(&action)
        || code::leading_reply(action).is_some_and(|reply| reply >= 400)
            && action.len() == 3
            && (line.contains("  ") || line.contains('\t'))
}

/// Does the line hold a literal that source gives to something: behind `=`, `(`, `{`, `:`, `,`, a word, and closed?
fn is_literal(line: &str) -> bool {
    let t = line.trim().trim_end_matches(|c: char| ",;)}]".contains(c) || c == '\\');
    let t = t.strip_suffix(" ;;").unwrap_or(t).trim_end();
    let closed = t.ends_with(['"', '\'', '`', '/']) || line.contains("\", ") || line.contains("\")");
    let opens = |c: char| line.find(c).is_some_and(|at| at > 0 && line[at + 1..].contains(c));
    let said = ["said", "says", "response", "reply:", "error:", "Msg", "got"].iter().any(|w| line.contains(w));
    closed && !said && ['"', '\'', '`'].into_iter().any(opens)
}

/// Something that a program fills in before it says it.
fn has_placeholder(line: &str) -> bool {
    let bytes = line.as_bytes();
    line.contains("${")
        || line.contains("{{")
        || line.contains("$&{")
        || line.contains("%s")
        || bytes.windows(2).any(|w| w[0] == b'$' && (w[1].is_ascii_alphabetic() || w[1] == b'#' || w[1] == b'@'))
}

/// Is the line an entry of a table or list of replies: a code, or a name and a code, with what it means?
pub(super) fn is_entry(text: &Text, n: usize) -> bool {
    let line = text.line(n);
    let t = line.trim();
    let quoted = t.contains("\"4") || t.contains("\"5") || t.contains("'4") || t.contains("'5") || t.contains("`5");
    let begins = code::leading_reply(t).is_some_and(|c| c >= 400);
    // `421: "…"`, `421,4.7.0,…`: what servers say has a blank or a hyphen behind the code.
    let table = begins && t.as_bytes().get(3).is_some_and(|b| matches!(b, b':' | b',' | b'|' | b'\t' | b'='));
    quoted || table || t.starts_with(['|', '{', '<', '(', '#', '/', '*', '@']) || t.contains(" = ") || is_access(line)
}

/// Is the text a document about replies: a table of codes in their order, a standard, a page of a manual?
pub(super) fn is_document(text: &Text) -> bool {
    let mut codes: Vec<u16> = Vec::new();
    let (mut rising, mut last, mut entries) = (0, 0, 0);
    let (mut headings, mut manual) = (0, 0);
    for n in 0..text.count().min(5000) {
        let line = text.line(n);
        let t = line.trim();
        if t.is_empty() {
            continue;
        }
        headings += usize::from(is_numbered_heading(line));
        manual += usize::from(["NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLE", "EXAMPLES", "SEE ALSO"].contains(&t));
        if let Some(code) = entry_code(t) {
            entries += 1;
            rising += usize::from(code >= last);
            last = code;
            codes.push(code);
        }
    }
    let different: HashSet<u16> = codes.iter().copied().collect();
    let table = different.len() > 3 && rising * 5 >= entries * 4;
    table || headings > 1 || manual > 1
}

/// The code of classes 4 and 5 that an entry of a table is about. What names an address or a host tells of somebody.
fn entry_code(t: &str) -> Option<u16> {
    if t.contains('@') || t.len() > 400 || t.contains(['[', ']']) && t.contains('.') {
        return None;
    }
    let signs = ["<<<", ">>>", "<- ", "-> ", "S: ", "C: ", "< ", "<~"];
    if signs.iter().any(|s| t.starts_with(s)) {
        return None;
    }
    let at = t.find(|c: char| c.is_ascii_digit())?;
    let digits = t[at..].bytes().take_while(u8::is_ascii_digit).count();
    let free = at == 0 || !t[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '-');
    let code: u16 = t[at..at + digits].parse().ok().filter(|_| digits == 3 && free)?;
    let prose = t[..at].split_whitespace().count() > 3;
    ((400..600).contains(&code) && !prose && t.len() > at + 3).then_some(code)
}

/// `4.2.3.  Reply Codes in Numeric Order`, `Appendix E.  Other Gateway Issues`.
fn is_numbered_heading(line: &str) -> bool {
    let Some((number, title)) = line.split_once(".  ") else { return false };
    let title = title.starts_with(|c: char| c.is_ascii_uppercase()) && !title.ends_with(['.', ',']);
    let numbered = number.len() < 12
        && number.contains('.')
        && number.split('.').all(|p| {
            !p.is_empty()
                && (p.bytes().all(|b| b.is_ascii_digit()) || p.len() == 1 && p.as_bytes()[0].is_ascii_uppercase())
        });
    let appendix = number.strip_prefix("Appendix ").is_some_and(|l| l.len() == 1);
    title && (numbered || appendix)
}
