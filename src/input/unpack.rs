//! What messages are packed in: gzip, zip, and messages that Outlook saved (`.msg`). And what is no text at all, by its
//! first bytes, so that it can be named.

use std::io::{Cursor, Read};

use super::mailbox::{Mbox, is_separator};
use super::outlook;

/// A packed file may hold so many members, and none may grow beyond this many bytes or this many times its size.
const MEMBERS: usize = 100_000;
const MEMBER_BYTES: u64 = 64 << 20;
const TIMES: u64 = 400;

/// How deep what is packed is unpacked: a zip of gzips is real, more is an attack.
const DEPTH: usize = 3;

/// What a file turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Unpacked {
    /// It is not packed.
    Plain,
    /// Its members: name and bytes. A file that is packed alone has no name.
    Members(Vec<(String, Vec<u8>)>),
    /// It holds no text: what it is, for people.
    Unreadable(&'static str),
    /// It is packed, but broken, or would grow beyond bounds.
    Broken(String),
}

/// The first bytes of files that hold no text that could be read.
const UNREADABLE: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"!BDN", "an Outlook data file (.pst, .ost)"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\0", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
];

/// Looks whether a file is packed, and unpacks it.
#[must_use]
pub fn unpack(raw: &[u8]) -> Unpacked {
    unpack_at(raw, 0)
}

fn unpack_at(raw: &[u8], depth: usize) -> Unpacked {
    if let Some((_, what)) = UNREADABLE.iter().find(|(magic, _)| raw.starts_with(magic)) {
        return Unpacked::Unreadable(what);
    }
    if raw.len() > 11 && raw.starts_with(b"RIFF") && &raw[8..12] == b"WEBP" {
        return Unpacked::Unreadable("a WebP picture");
    }
    let members = if raw.starts_with(b"\x1f\x8b\x08") {
        gunzip(raw).map(|bytes| vec![(String::new(), bytes)])
    } else if raw.starts_with(b"PK\x03\x04") {
        unzip(raw)
    } else if raw.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        match outlook::message(raw) {
            Some(message) => Ok(vec![(String::new(), message)]),
            None => return Unpacked::Unreadable("an Office document"),
        }
    } else {
        return Unpacked::Plain;
    };
    let members = match members {
        Ok(members) => members,
        Err(why) => return Unpacked::Broken(why),
    };
    if depth >= DEPTH {
        return Unpacked::Broken("it is packed too often".into());
    }
    // What is packed twice is unpacked twice.
    let mut all = Vec::new();
    for (name, bytes) in members {
        match unpack_at(&bytes, depth + 1) {
            Unpacked::Plain => all.push((name, bytes)),
            Unpacked::Members(inner) => {
                all.extend(inner.into_iter().map(|(member, bytes)| (join(&name, &member), bytes)))
            }
            Unpacked::Unreadable(what) if name.is_empty() => return Unpacked::Unreadable(what),
            // A picture beside the messages of an archive is none of them.
            Unpacked::Unreadable(_) => {}
            Unpacked::Broken(why) => return Unpacked::Broken(why),
        }
    }
    Unpacked::Members(all)
}

/// The messages of an mbox in memory; `None` where the bytes are one message, or no mbox.
#[must_use]
pub fn messages(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let first = bytes.split(|b| *b == b'\n').next().unwrap_or(b"");
    if !is_separator(first.trim_ascii_end()) {
        return None;
    }
    let mut mbox = Mbox::new(bytes);
    let (mut all, mut message) = (Vec::new(), Vec::new());
    // Memory can be read.
    while mbox.next_into(&mut message).unwrap_or(false) {
        all.push(std::mem::take(&mut message));
    }
    (all.len() > 1).then_some(all)
}

fn join(outer: &str, inner: &str) -> String {
    match (outer.is_empty(), inner.is_empty()) {
        (true, _) => inner.to_string(),
        (_, true) => outer.to_string(),
        _ => format!("{outer}!{inner}"),
    }
}

/// Reads what a packed stream grows to, within bounds.
fn grow(packed: u64, stream: impl Read) -> Result<Vec<u8>, String> {
    let most = MEMBER_BYTES.min(packed.saturating_mul(TIMES).max(1 << 20));
    let mut bytes = Vec::new();
    stream.take(most + 1).read_to_end(&mut bytes).map_err(|e| format!("it cannot be unpacked: {e}"))?;
    if bytes.len() as u64 > most {
        return Err(format!("it grows beyond {} MB when it is unpacked", most >> 20));
    }
    Ok(bytes)
}

fn gunzip(raw: &[u8]) -> Result<Vec<u8>, String> {
    grow(raw.len() as u64, flate2::read::MultiGzDecoder::new(raw))
}

fn unzip(raw: &[u8]) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(raw)).map_err(|e| format!("it is no whole zip archive: {e}"))?;
    if archive.len() > MEMBERS {
        return Err(format!("it holds more than {MEMBERS} members"));
    }
    if archive.by_name("[Content_Types].xml").is_ok() {
        return Err("it is an Office document; copy the text".into());
    }
    let mut members = Vec::new();
    let mut total = 0_u64;
    for n in 0..archive.len() {
        let file = archive.by_index(n).map_err(|e| format!("its member {} cannot be read: {e}", n + 1))?;
        if file.is_dir() {
            continue;
        }
        let (name, packed) = (file.name().to_string(), file.compressed_size());
        let bytes = grow(packed, file).map_err(|why| format!("{name}: {why}"))?;
        total += bytes.len() as u64;
        if total > 4 * MEMBER_BYTES {
            return Err(format!("it grows beyond {} MB when it is unpacked", (4 * MEMBER_BYTES) >> 20));
        }
        members.push((name, bytes));
    }
    Ok(members)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    const MAIL: &[u8] =
        b"From: MAILER-DAEMON@example.org\nSubject: failure\n\n<u@example.com>: 550 5.1.1 no such user\n";

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        assert_eq!(unpack(MAIL), Unpacked::Plain);
        assert_eq!(unpack(&gzip(MAIL)), Unpacked::Members(vec![(String::new(), MAIL.to_vec())]));
        let zip = zip_of(&[("a.eml", MAIL), ("b.eml.gz", &gzip(MAIL)), ("logo.png", b"\x89PNG\r\n\x1a\n")]);
        let names = |u: Unpacked| match u {
            Unpacked::Members(members) => members.into_iter().map(|(name, _)| name).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        assert_eq!(names(unpack(&zip)), ["a.eml", "b.eml.gz"]);
        assert_eq!(names(unpack(&zip_of(&[("in.zip", &zip)]))), ["in.zip!a.eml", "in.zip!b.eml.gz"]);
    }

    #[test]
    fn bombs_and_broken_files_are_told() {
        let bomb = gzip(&vec![0; 80 << 20]);
        assert!(matches!(unpack(&bomb), Unpacked::Broken(why) if why.contains("grows")));
        let mut nested = MAIL.to_vec();
        for _ in 0..6 {
            nested = gzip(&nested);
        }
        assert!(matches!(unpack(&nested), Unpacked::Broken(_)));
        assert!(matches!(unpack(&gzip(MAIL)[..20]), Unpacked::Broken(_)));
        assert!(matches!(unpack(b"PK\x03\x04no zip"), Unpacked::Broken(_)));
        for (bytes, what) in [(b"%PDF-1.7".as_slice(), "PDF"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"!BDN1234", ".pst")] {
            assert!(matches!(unpack(bytes), Unpacked::Unreadable(name) if name.contains(what)), "{what}");
        }
    }
}
