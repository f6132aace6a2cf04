//! The labelled corpus in other clothes: other line ends, forwarded, pasted, HTML alone. What a message says
//! must not change with them. Skipped where the corpus is not at hand.

use std::collections::BTreeMap;
use std::fs;

use mail_parser::{MessageParser, MimeHeaders, PartType};
use serde_json::Value;
use whybounce::internal::stages::normalise_line_ends;
use whybounce::terms::Kind;
use whybounce::{Diagnosis, Table, diagnose};

use crate::bin::shared;

/// What has to stay: recipients with status and cause.
fn essence(d: &Diagnosis) -> Vec<(Option<String>, Option<String>, Option<String>)> {
    d.recipients
        .iter()
        .map(|r| (r.address.clone(), r.status.map(|s| s.to_string()), r.cause.map(|c| c.id().to_string())))
        .collect()
}

fn with_ends(raw: &[u8], end: &[u8]) -> Vec<u8> {
    normalise_line_ends(raw).split(|b| *b == b'\n').collect::<Vec<_>>().join(end)
}

/// The message as an attachment of an ordinary mail.
fn forwarded(raw: &[u8]) -> Vec<u8> {
    let mut out = b"From: me@example.org\nTo: admin@example.org\nSubject: Fwd: what is this?\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"=_fwd_=\"\n\n--=_fwd_=\nContent-Type: text/plain\n\nCan you tell me what this means?\n\n--=_fwd_=\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n".to_vec();
    let raw = normalise_line_ends(raw);
    let raw = if raw.starts_with(b"From ") {
        &raw[raw.iter().position(|b| *b == b'\n').map_or(0, |n| n + 1)..]
    } else {
        &raw
    };
    out.extend_from_slice(raw);
    out.extend_from_slice(b"\n--=_fwd_=--\n");
    out
}

/// The body of a text report without its headers; `None` for MIME reports, which nobody can paste as text.
fn pasted(raw: &[u8]) -> Option<Vec<u8>> {
    let raw = normalise_line_ends(raw);
    let message = MessageParser::default().parse(&*raw)?;
    let single = message.parts.len() == 1 && message.parts[0].content_type().is_none_or(|c| c.ctype() == "text");
    match &message.parts[0].body {
        PartType::Text(text) if single => Some(text.as_bytes().to_vec()),
        _ => None,
    }
}

/// The report with only its HTML part, where it has one.
fn html_alone(raw: &[u8]) -> Option<Vec<u8>> {
    let raw = normalise_line_ends(raw);
    let message = MessageParser::default().parse(&*raw)?;
    let html = message.parts.iter().find_map(|p| match &p.body {
        PartType::Html(h) if h.len() > 200 => Some(h.to_string()),
        _ => None,
    })?;
    let keep = ["From", "To", "Subject", "Auto-Submitted", "X-Failed-Recipients", "Message-ID", "Received"];
    let mut out = String::new();
    for (name, value) in message.headers_raw() {
        if keep.iter().any(|k| k.eq_ignore_ascii_case(name)) {
            out.push_str(&format!("{name}:{}\n", value.trim_end_matches(['\r', '\n'])));
        }
    }
    out.push_str("Content-Type: text/html; charset=utf-8\n\n");
    out.push_str(&html);
    Some(out.into_bytes())
}

/// What stands between the tags of HTML.
fn without_tags(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push(' ');
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// Does the text repeat the addresses and replies? Some systems (Haraka) leave the reply out of the HTML, some name
/// the recipient in the header only; what is not there cannot be read.
fn holds_the_same(text: &str, plain: &Diagnosis) -> bool {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    plain.recipients.iter().all(|r| {
        let reply = r.smtp_response.as_deref().unwrap_or("");
        let start = reply.char_indices().nth(24).map_or(reply, |(i, _)| &reply[..i]);
        r.address.as_deref().is_some_and(|a| text.contains(a)) && text.contains(start)
    })
}

/// The same without the codes that only the machine part held.
fn without_lost_codes(d: &Diagnosis, text: &str) -> Vec<(Option<String>, Option<String>, Option<String>)> {
    let kept = |s: Option<String>| s.filter(|s| text.contains(s.as_str()));
    essence(d).into_iter().map(|(address, status, cause)| (address, kept(status), cause)).collect()
}

#[test]
fn other_clothes_change_nothing() {
    let Some(folder) = shared("corpus") else { return };
    let labels: BTreeMap<String, Value> =
        serde_json::from_slice(&fs::read(folder.join("labels.json")).expect("labels")).expect("labels");
    let table = Table::default().indexed();
    // name, minimum percentage, same, asked
    let mut scores = [
        ("CRLF", 100.0, 0, 0),
        ("CR", 100.0, 0, 0),
        ("forwarded", 99.0, 0, 0),
        ("pasted", 97.0, 0, 0),
        ("HTML alone", 60.0, 0, 0),
    ];
    let mut worst = Vec::new();
    for name in labels.keys() {
        let raw = fs::read(folder.join("messages").join(name)).expect("a message");
        let plain = diagnose(&raw, &table);
        if !matches!(plain.kind, Kind::Failed | Kind::Delayed) {
            continue;
        }
        let visible = |h: &Vec<u8>| without_tags(&String::from_utf8_lossy(h));
        let html = html_alone(&raw).filter(|h| holds_the_same(&visible(h), &plain));
        let pasted = pasted(&raw).filter(|p| holds_the_same(&String::from_utf8_lossy(p), &plain));
        let variants =
            [Some(with_ends(&raw, b"\r\n")), Some(with_ends(&raw, b"\r")), Some(forwarded(&raw)), pasted, html];
        for (score, variant) in scores.iter_mut().zip(variants) {
            let Some(variant) = variant else { continue };
            score.3 += 1;
            let partial = matches!(score.0, "pasted" | "HTML alone");
            let text = String::from_utf8_lossy(&variant);
            let want = if partial { without_lost_codes(&plain, &text) } else { essence(&plain) };
            if essence(&diagnose(&variant, &table)) == want {
                score.2 += 1;
            } else {
                worst.push(format!("{}: {name}", score.0));
            }
        }
    }
    for (name, _, same, asked) in scores {
        println!("{name:12} {same:5}/{asked:<5} {:6.1} %", 100.0 * f64::from(same) / f64::from(asked.max(1)));
    }
    for w in worst.iter().take(60) {
        println!("  {w}");
    }
    for (name, min, same, asked) in scores {
        assert!(f64::from(same) >= min / 100.0 * f64::from(asked), "{name}: {same} of {asked} is below {min} %");
    }
}

/// A rule that knows the corpus is worth nothing elsewhere.
#[test]
fn the_corpus_does_not_show_in_the_source() {
    let Some(folder) = shared("corpus") else { return };
    let labels: BTreeMap<String, Value> =
        serde_json::from_slice(&fs::read(folder.join("labels.json")).expect("labels")).expect("labels");
    let mut source = String::new();
    let mut stack = vec![crate::bin::root().join("src")];
    while let Some(path) = stack.pop() {
        if path.is_dir() {
            stack.extend(fs::read_dir(path).expect("src").map(|e| e.expect("an entry").path()));
        } else {
            source.push_str(&fs::read_to_string(path).expect("a source file").to_lowercase());
        }
    }
    let mut shown = Vec::new();
    for (name, label) in &labels {
        let file = name.rsplit('/').next().unwrap_or(name);
        let stem = file.trim_end_matches(".eml");
        let case = label["case"].as_str().map_or(stem, |_| stem);
        if source.contains(case) {
            shown.push(case.to_string());
        }
        for r in label["recipients"].as_array().into_iter().flatten() {
            // Providers' own hosts are facts; the corpus's invented domains are not. Examples of the RFCs are everybody's.
            for value in [&r["address"], &r["original_address"]].into_iter().filter_map(Value::as_str) {
                let made_up = !value.contains("@example.") && value.contains('@');
                if made_up && source.contains(&value.to_lowercase()) {
                    shown.push(value.to_string());
                }
            }
        }
        if let Some(host) = label["reporting_server"].as_str()
            && host.ends_with(".example")
            && source.contains(&host.to_lowercase())
        {
            shown.push(host.to_string());
        }
    }
    shown.sort();
    shown.dedup();
    assert!(shown.is_empty(), "the corpus shows in src/: {shown:?}");
}
