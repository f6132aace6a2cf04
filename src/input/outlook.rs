//! A message that Outlook saved (`.msg`, MS-OXMSG): its properties as a mail that the readers know. A saved
//! non-delivery report (class `REPORT.IPM.Note.NDR`) keeps what each server said with each recipient.

use std::fmt::Write as _;
use std::io::{Cursor, Read};
use std::path::Path;

use crate::text::{html, lossy};

type File<'a> = cfb::CompoundFile<Cursor<&'a [u8]>>;

/// So many recipients and attached messages are looked at.
const MOST: usize = 10_000;

/// A property is not read beyond this.
const MOST_BYTES: u64 = 16 << 20;

/// The saved message as text; `None` where the file holds none.
#[must_use]
pub(super) fn message(raw: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(raw)).ok()?;
    // PidTagMessageClass is there in every message.
    let class = text(&mut file, "/", "001A")?;
    let mut best = "/".to_string();
    if !is_report(&class) {
        // A mail with the report attached: the attachment is what the mail is about.
        for n in 0..MOST.min(64) {
            let inner = format!("/__attach_version1.0_#{n:08X}/__substg1.0_3701000D/");
            if !file.exists(Path::new(&inner)) {
                break;
            }
            if text(&mut file, &inner, "001A").is_some_and(|class| is_report(&class)) {
                best = inner;
                break;
            }
        }
    }
    Some(read(&mut file, &best).into_bytes())
}

fn is_report(class: &str) -> bool {
    class.get(..7).is_some_and(|c| c.eq_ignore_ascii_case("REPORT."))
}

/// Writes the message at a place of the file.
fn read(file: &mut File<'_>, at: &str) -> String {
    let mut out = String::new();
    let class = text(file, at, "001A").unwrap_or_default();
    // The header fields as they came, where the message came from outside.
    match text(file, at, "007D") {
        Some(headers) if headers.contains(':') => {
            // Their MIME structure is not that of what follows.
            let skip = |name: &str| {
                ["content-type:", "content-transfer-encoding:", "mime-version:"].iter().any(|h| name.starts_with(h))
            };
            let mut skipping = false;
            for line in headers.replace("\r\n", "\n").lines().skip_while(|l| l.starts_with("Microsoft Mail")) {
                if !line.starts_with([' ', '\t']) {
                    skipping = skip(&line.to_ascii_lowercase());
                }
                if !line.trim().is_empty() && !skipping {
                    let _ = writeln!(out, "{line}");
                }
            }
        }
        _ => {
            let from = text(file, at, "0C1F").or_else(|| text(file, at, "0C1A")).unwrap_or_default();
            let from =
                if is_report(&class) && from.is_empty() { "Microsoft Outlook <postmaster>".into() } else { from };
            let _ = writeln!(out, "From: {}", one_line(&from));
            let _ = writeln!(out, "Subject: {}", one_line(&text(file, at, "0037").unwrap_or_default()));
            let _ = writeln!(out, "To: {}", one_line(&text(file, at, "0E04").unwrap_or_default()));
            if let Some(id) = text(file, at, "1035") {
                let _ = writeln!(out, "Message-ID: {}", one_line(&id));
            }
        }
    }
    out.push_str("Content-Type: text/plain; charset=utf-8\n\n");
    let body = text(file, at, "1000").or_else(|| {
        let html = bytes(file, &format!("{at}__substg1.0_10130102"))?;
        Some(html::to_text(&lossy(&html)))
    });
    let body = body.unwrap_or_default().replace("\r\n", "\n").replace('\r', "\n");
    out.push_str(body.trim_end());
    out.push('\n');
    if is_report(&class) && !body.contains("Diagnostic information") {
        recipients(file, at, &mut out);
    }
    out
}

/// What each server said, as the older reports of Exchange write it: PidTagReportText and PidTagSupplementaryInfo stand
/// with each recipient.
fn recipients(file: &mut File<'_>, at: &str, out: &mut String) {
    for n in 0..MOST {
        let place = format!("{at}__recip_version1.0_#{n:08X}/");
        if !file.exists(Path::new(&place)) {
            return;
        }
        let address =
            text(file, &place, "39FE").or_else(|| text(file, &place, "3003")).or_else(|| text(file, &place, "3001"));
        let said = text(file, &place, "0C1B").or_else(|| text(file, &place, "1001"));
        let (Some(address), Some(said)) = (address, said) else { continue };
        if n == 0 {
            out.push_str("\nDiagnostic information for administrators:\n");
            if let Some(server) = text(file, at, "6820").or_else(|| text(file, at, "0C21")) {
                let _ = writeln!(out, "\nGenerating server: {}", one_line(&server));
            }
        }
        let _ = writeln!(out, "\n{}\n{}", one_line(&address), said.replace("\r\n", "\n").trim());
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text property: as Unicode, or in the code page of its writer.
fn text(file: &mut File<'_>, at: &str, tag: &str) -> Option<String> {
    if let Some(wide) = bytes(file, &format!("{at}__substg1.0_{tag}001F")) {
        let units: Vec<u16> = wide.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).collect();
        return Some(String::from_utf16_lossy(&units).trim_end_matches('\0').to_string());
    }
    let narrow = bytes(file, &format!("{at}__substg1.0_{tag}001E"))?;
    Some(lossy(&narrow).trim_end_matches('\0').to_string())
}

fn bytes(file: &mut File<'_>, path: &str) -> Option<Vec<u8>> {
    let mut stream = file.open_stream(path).ok()?;
    let mut all = Vec::new();
    stream.by_ref().take(MOST_BYTES).read_to_end(&mut all).ok()?;
    Some(all)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn saved(streams: &[(&str, &str)]) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        for (path, text) in streams {
            let path = Path::new(path);
            if let Some(parent) = path.parent().filter(|p| *p != Path::new("/")) {
                file.create_storage_all(parent).unwrap();
            }
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            file.create_stream(path).unwrap().write_all(&wide).unwrap();
        }
        file.into_inner().into_inner()
    }

    #[test]
    fn a_saved_report() {
        let raw = saved(&[
            ("/__substg1.0_001A001F", "REPORT.IPM.Note.NDR"),
            ("/__substg1.0_0037001F", "Undeliverable: Offer"),
            ("/__substg1.0_1000001F", "Delivery has failed to these recipients or groups:\r\n\r\nbob@example.com\r\n"),
            ("/__recip_version1.0_#00000000/__substg1.0_39FE001F", "bob@example.com"),
            (
                "/__recip_version1.0_#00000000/__substg1.0_0C1B001F",
                "#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##",
            ),
        ]);
        let text = String::from_utf8(message(&raw).unwrap()).unwrap();
        for part in ["Subject: Undeliverable: Offer", "bob@example.com\n#550 5.1.1", "Delivery has failed"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let diagnosis = crate::diagnose(text.as_bytes(), &crate::Table::default());
        assert_eq!(diagnosis.recipients[0].address.as_deref(), Some("bob@example.com"));
        assert_eq!(diagnosis.recipients[0].cause, Some(crate::terms::Cause::RecipientUnknown));
    }

    #[test]
    fn a_mail_with_the_report_attached() {
        let inner = "/__attach_version1.0_#00000000/__substg1.0_3701000D";
        let raw = saved(&[
            ("/__substg1.0_001A001F", "IPM.Note"),
            ("/__substg1.0_0037001F", "What is this?"),
            (&format!("{inner}/__substg1.0_001A001F"), "REPORT.IPM.Note.NDR"),
            (&format!("{inner}/__substg1.0_1000001F"), "<bob@example.com>: 552 5.2.2 Mailbox full"),
        ]);
        let text = String::from_utf8(message(&raw).unwrap()).unwrap();
        assert!(text.contains("Mailbox full") && !text.contains("What is this?"), "{text}");
        assert_eq!(message(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no document"), None);
    }
}
