//! The headings of Exchange's reports in the languages it writes them in, and how a line is compared with them.
//!
//! Only stems are kept, without the colon: French sets a blank (often a non-breaking one) before it, pasted text
//! loses it, Japanese uses a wide one. Wordings come from real reports first and from Microsoft's translated
//! documentation second; the two differ in some languages, so both stand here.

pub(super) use super::stems::Label;
use super::stems::STEMS;

/// If `line` begins with `stem`, the rest behind it. Case, kinds of blanks and kinds of apostrophes do not count.
#[inline]
pub(super) fn strip_stem<'a>(line: &'a str, stem: &str) -> Option<&'a str> {
    // The first two letters rule out nearly every stem, which is worth no call.
    let mut letters = line.bytes().zip(stem.bytes()).take(2);
    let begins =
        letters.all(|(letter, wanted)| !letter.is_ascii_alphanumeric() || letter.to_ascii_lowercase() == wanted);
    if begins { strip_whole_stem(line, stem) } else { None }
}

/// With which two letters the stems of a list begin: a bit for each pair. It rules out a whole list at once.
pub(super) struct Beginnings([u64; 21]);

impl Beginnings {
    /// A letter or digit of ASCII, small and great alike.
    const fn place(byte: u8) -> Option<usize> {
        match byte.to_ascii_lowercase() {
            b @ b'a'..=b'z' => Some((b - b'a') as usize),
            b @ b'0'..=b'9' => Some((b - b'0') as usize + 26),
            _ => None,
        }
    }

    /// Those of a list.
    pub(super) const fn of(stems: &[&str]) -> Self {
        let mut bits = [0; 21];
        let mut n = 0;
        while n < stems.len() {
            let stem = stems[n].as_bytes();
            if let (Some(first), Some(second)) = (Self::place(stem[0]), Self::place(stem[1])) {
                let at = first * 36 + second;
                bits[at / 64] |= 1 << (at % 64);
            }
            n += 1;
        }
        Self(bits)
    }

    /// May the line begin with one of the stems?
    #[inline]
    pub(super) fn may_begin(&self, line: &str) -> bool {
        let [first, second, ..] = line.as_bytes() else { return false };
        match (Self::place(*first), Self::place(*second)) {
            (Some(first), Some(second)) => {
                let at = first * 36 + second;
                self.0[at / 64] & 1 << (at % 64) != 0
            }
            // Stems begin with letters; a second one that is no letter of ASCII is compared in full.
            (Some(_), None) => true,
            (None, _) => !first.is_ascii(),
        }
    }
}

#[inline(never)]
fn strip_whole_stem<'a>(line: &'a str, stem: &str) -> Option<&'a str> {
    let mut wanted = stem.chars();
    let mut next = wanted.next();
    let mut after_blank = false;
    for (at, c) in line.char_indices() {
        let Some(want) = next else { return Some(&line[at..]) };
        let blank = c.is_whitespace() || c == '\u{a0}' || c == '\u{202f}';
        if blank && after_blank {
            continue;
        }
        after_blank = blank;
        if want != if blank { ' ' } else { plain(c) } {
            return None;
        }
        next = wanted.next();
    }
    next.is_none().then_some("")
}

/// A letter or sign as stems have it.
fn plain(c: char) -> char {
    match c {
        '’' | '‘' | '´' | '`' => '\'',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Blanks of every kind, and what text forms of HTML put around headings.
pub(super) fn is_dressing(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '*' | '|' | '_' | '#' | '>' | '•' | '·')
}

/// A line without the dressing around it; most have none.
pub(super) fn undressed(line: &str) -> &str {
    match line.as_bytes() {
        [first, .., b'.' | b':'] if first.is_ascii_alphanumeric() => line,
        [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => line,
        _ => line.trim_matches(is_dressing),
    }
}

/// By the first byte of a heading, which labels have a stem that begins with it: a bit for each.
static BEGINNINGS: [u32; 256] = {
    let mut beginnings = [0; 256];
    let mut n = 0;
    while n < STEMS.len() {
        let (label, stems) = STEMS[n];
        let mut stem = 0;
        while stem < stems.len() {
            beginnings[stems[stem].as_bytes()[0] as usize] |= 1 << label as u32;
            stem += 1;
        }
        n += 1;
    }
    beginnings
};

/// If the line carries the label, the value behind it, without the colon; empty when it stands on the next line.
pub(super) fn value(line: &str, label: Label) -> Option<&str> {
    let line = undressed(line);
    // The first letter, of whatever script, rules out nearly every label and stem.
    let mut buffer = [0; 4];
    let first = plain(line.chars().next()?).encode_utf8(&mut buffer).as_bytes()[0];
    if BEGINNINGS[usize::from(first)] & 1 << label as u32 == 0 {
        return None;
    }
    let (_, stems) = STEMS.iter().find(|(l, _)| *l == label)?;
    stems
        .iter()
        .filter(|stem| stem.as_bytes().first() == Some(&first))
        .filter_map(|stem| strip_stem(line, stem))
        .find_map(|rest| after_colon(rest, label))
}

/// The value behind the rest of a heading: its colon is optional where the heading cannot be mistaken.
fn after_colon(rest: &str, label: Label) -> Option<&str> {
    let rest = rest.trim_start_matches(is_dressing);
    if let Some(value) = rest.strip_prefix([':', '：']) {
        return Some(value.trim_matches(|c| is_dressing(c) || c == ':'));
    }
    match label {
        // Open stems: whatever ends them.
        Label::Headers | Label::Unreached | Label::Organization | Label::Admin | Label::Action => Some(rest),
        Label::Generating | Label::Receiving | Label::GeneratedBy | Label::RejectedBy | Label::SentBy => {
            let first = rest.split_whitespace().next().unwrap_or("");
            (rest.is_empty() || crate::names::host::is_host(first.trim_end_matches([',', ';']))).then_some(rest)
        }
        Label::Status => rest.starts_with(|c: char| c.is_ascii_digit()).then_some(rest),
        Label::Recipient | Label::Sender => (rest.is_empty() || rest.contains('@')).then_some(rest),
        Label::Error | Label::PartyRecipient | Label::PartySender => rest.is_empty().then_some(rest),
    }
}

/// Does the line carry this label?
pub(super) fn is(line: &str, label: Label) -> bool {
    value(line, label).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Label::*;

    #[test]
    fn headings_of_all_languages_with_and_without_colon() {
        for (line, label, want) in [
            ("Generating server: mx.example.com", Generating, Some("mx.example.com")),
            ("Generating server mx.example.com", Generating, Some("mx.example.com")),
            ("Generating server", Generating, Some("")),
            ("Generating server is down", Generating, None),
            ("Serveur de génération\u{a0}: mx.example.com", Generating, Some("mx.example.com")),
            ("SERVEUR DE GÉNÉRATION\u{202f}: mx.example.com", Generating, Some("mx.example.com")),
            ("生成サーバー：mx.example.jp", Generating, Some("mx.example.jp")),
            ("Формирующий сервер: mx.example.com", Generating, Some("mx.example.com")),
            ("En-têtes de message d’origine\u{a0}:", Headers, Some("")),
            ("Ursprüngliche Nachrichtenkopfzeilen", Headers, Some("opfzeilen")),
            ("Error: 550 5.1.1 gone", Error, Some("550 5.1.1 gone")),
            ("Error Details", Error, None),
            ("Message rejected by:  \tmx.example.com", RejectedBy, Some("mx.example.com")),
            ("Remote Server returned '550 no'", RejectedBy, None),
            ("did not reach the following recipient(s):", Unreached, Some("(s):")),
        ] {
            assert_eq!(value(line, label), want, "{line}");
        }
    }
}
