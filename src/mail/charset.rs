//! Character sets of a mail that an editor has saved as Unicode: its fields still name those that it was sent with.

use std::borrow::Cow;

use crate::text;

/// The mail (line ends LF) with `charset=utf-8` in the fields of those parts that stand in it as they were sent: the
/// editor has turned their letters into Unicode. Base64 and quoted-printable are ASCII and keep what they were made of.
pub(super) fn restated(raw: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    if raw.is_ascii() {
        return raw;
    }
    let mut out = Vec::with_capacity(raw.len() + 64);
    let mut rest = raw.as_ref();
    while !rest.is_empty() {
        let end = text::empty_line(rest).map_or(rest.len(), |at| at + 1);
        let block = &rest[..end];
        match charset(block) {
            Some(name) => {
                out.extend_from_slice(&block[..name.start]);
                out.extend_from_slice(b"utf-8");
                out.extend_from_slice(&block[name.end..]);
            }
            None => out.extend_from_slice(block),
        }
        rest = &rest[end..];
    }
    Cow::Owned(out)
}

/// Where the fields of a part name a character set that is no longer true.
fn charset(block: &[u8]) -> Option<std::ops::Range<usize>> {
    let lower = block.to_ascii_lowercase();
    let find = |what: &str| memchr::memmem::find(&lower, what.as_bytes());
    if find("quoted-printable").is_some() || find("base64").is_some() {
        return None;
    }
    let field = find("content-type:").filter(|at| *at == 0 || lower[at - 1] == b'\n')?;
    let start = field + memchr::memmem::find(&lower[field..], b"charset=")? + "charset=".len();
    let start = start + usize::from(lower.get(start) == Some(&b'"'));
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || b"-_:.+".contains(b);
    let end = start + lower[start..].iter().take_while(|b| is_name(b)).count();
    // These write every letter in ASCII, which no editor turns into letters.
    let in_ascii = ["iso-2022-", "utf-7", "hz-"].iter().any(|n| lower[start..end].starts_with(n.as_bytes()));
    (!in_ascii && start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_parts_that_were_decoded_are_unicode_now() {
        let mail = "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: text/plain;\n charset=\"ISO-8859-1\"\n\nGröße\n--o\n\
                    Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=F6=DFe\n--o--\n";
        let want = mail.replacen("ISO-8859-1", "utf-8", 1);
        assert_eq!(String::from_utf8_lossy(&restated(Cow::Borrowed(mail.as_bytes()))), want);
        let japanese = "Content-Type: text/plain; charset=iso-2022-jp\n\n\u{1b}$B0\u{1b}(B é\n";
        assert_eq!(restated(Cow::Borrowed(japanese.as_bytes())).as_ref(), japanese.as_bytes());
        let ascii = "Content-Type: text/plain; charset=iso-8859-1\n\nhi\n";
        assert!(matches!(restated(Cow::Borrowed(ascii.as_bytes())), Cow::Borrowed(_)));
    }
}
