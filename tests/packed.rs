//! Messages in archives and in files that Outlook saved; and what cannot be read is named.

use std::io::{Cursor, Write};

use crate::bin::{Dir, Run, postfix_bounce};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).expect("memory");
    packer.finish().expect("memory")
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("memory");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

#[test]
fn a_packed_message_is_diagnosed_like_the_message() {
    let dir = Dir::new();
    let mail = postfix_bounce("550 5.1.1 User unknown");
    let plain = dir.file("a.eml", &mail);
    let packed = dir.file("a.eml.gz", gzip(mail.as_bytes()));
    let of = |path: &std::path::Path| {
        let mut json = Run::new(&["--json", path.to_str().unwrap()]).run().json();
        json.as_object_mut().unwrap().remove("source");
        json
    };
    assert_eq!(of(&plain), of(&packed));
    let piped = Run::new(&["--json"]).stdin(gzip(mail.as_bytes())).run().json();
    assert_eq!(piped["recipients"][0]["cause"], "recipient-unknown");
}

#[test]
fn members_of_an_archive_have_names() {
    let dir = Dir::new();
    let (first, second) = (postfix_bounce("550 5.1.1 User unknown"), postfix_bounce("552 5.2.2 Mailbox full"));
    let mbox = format!("From a Tue Dec  1 10:00:00 2026\n{first}\nFrom b Tue Dec  1 10:00:01 2026\n{second}\n");
    let path = dir.file(
        "all.zip",
        zip(&[("x/1.eml", first.as_bytes()), ("mbox.gz", &gzip(mbox.as_bytes())), ("logo.png", b"\x89PNG\r\n\x1a\n")]),
    );
    for args in [&["--json", path.to_str().unwrap()][..], &["scan", "--json", path.to_str().unwrap()]] {
        let ran = Run::new(args).run();
        let sources: Vec<String> = ran
            .lines()
            .iter()
            .map(|l| l["source"].as_str().unwrap().rsplit_once("all.zip").unwrap().1.to_string())
            .collect();
        assert_eq!(sources, ["!x/1.eml", "!mbox.gz#1", "!mbox.gz#2"], "{args:?}: {}", ran.stderr);
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    let dir = Dir::new();
    for (name, bytes, what) in [
        ("a.png", b"\x89PNG\r\n\x1a\n....".as_slice(), "PNG"),
        ("a.pdf", b"%PDF-1.7\n....", "PDF"),
        ("a.pst", b"!BDN........", ".pst"),
        ("a.gz", b"\x1f\x8b\x08\x00....", "unpacked"),
    ] {
        let path = dir.file(name, bytes);
        for args in [&[path.to_str().unwrap()][..], &["scan", path.to_str().unwrap()]] {
            let ran = Run::new(args).run();
            assert!(ran.code == Some(2) && ran.stderr.contains(what), "{args:?}: {:?} {}", ran.code, ran.stderr);
        }
    }
}
