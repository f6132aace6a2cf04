//! Tables, lists and pairs: the plain forms in which programs print records.

use super::Record;
use super::keys::{is_host_key, is_recipient_key, plain, words_rank};

/// Rows with the names of their columns: a header line, `#Fields:`, or PowerMTA's order (its User's Guide, "Accounting
/// file").
pub(super) fn rows(text: &str) -> Option<Vec<Record>> {
    const POWERMTA: &str = "type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,srcType,srcMta,dlvType,dlvSourceIp,dlvDestinationIp";
    let mut header: Option<Vec<String>> = None;
    let mut records = Vec::new();
    for text in text.lines().map(|l| l.trim_end()).filter(|l| !l.trim().is_empty()).take(200_000) {
        let text = text.trim_start_matches('\u{feff}');
        let text = text.strip_prefix("#Fields: ").unwrap_or(text);
        if text.starts_with('#') {
            continue;
        }
        let tabs = text.matches('\t').count();
        let mark = if tabs > 3 && tabs > text.matches(',').count() / 2 {
            b'\t'
        } else if text.matches(';').count() > 5 && !text.contains(',') {
            b';'
        } else {
            b','
        };
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(mark).from_reader(text.as_bytes());
        let Some(Ok(row)) = reader.records().next() else { continue };
        let cells: Vec<&str> = row.iter().collect();
        let is_header = cells.len() > 3
            && cells.iter().all(|c| c.len() < 40 && !c.contains('@') && c.starts_with(|c: char| c.is_alphabetic()))
            && cells.iter().any(|c| is_recipient_key(&plain(c)));
        if is_header {
            header = Some(cells.iter().map(|c| plain(c)).collect());
            continue;
        }
        let names = match &header {
            Some(names) => names.clone(),
            None if cells.len() > 9
                && matches!(cells[0], "b" | "d" | "t" | "tq" | "rb" | "f" | "rs")
                && cells[3].contains('@') =>
            {
                POWERMTA.split(',').map(plain).collect()
            }
            None => return None,
        };
        if cells.len() < 3 {
            continue;
        }
        let fields =
            names.into_iter().zip(&cells).filter(|(_, v)| !v.is_empty()).map(|(n, v)| (n, (*v).to_string())).collect();
        records.push(Record { fields });
    }
    (!records.is_empty()).then_some(records)
}

/// `Name : value` lines, one group for each message.
pub(super) fn list(text: &str) -> Option<Vec<Record>> {
    let mut records = Vec::new();
    let mut record = Record::default();
    let (mut fields, mut others) = (0, 0);
    let mut column = 0;
    for line in text.lines() {
        if line.trim().is_empty() {
            if !record.fields.is_empty() {
                records.push(std::mem::take(&mut record));
            }
            continue;
        }
        let split = line.split_once(':').filter(|(name, value)| {
            let name = name.trim_end();
            !name.is_empty()
                && name.len() < 40
                && !line.starts_with(' ')
                && name.chars().all(|c| c.is_alphanumeric() || " -_.".contains(c))
                && name.split(' ').count() < 4
                && (value.is_empty() || value.starts_with(' '))
                && name.chars().next().is_some_and(char::is_alphabetic)
        });
        match split {
            Some((name, value)) => {
                fields += 1;
                column = line.len() - value.len();
                record.fields.push((plain(name), value.trim().to_string()));
            }
            None if line.len() - line.trim_start().len() + 3 > column && column > 8 => {
                // A value that goes on below.
                if let Some((_, value)) = record.fields.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            }
            None => others += 1,
        }
    }
    if !record.fields.is_empty() {
        records.push(record);
    }
    let spaced = text.lines().filter(|l| l.contains(" : ")).count();
    (fields > 3 && others * 4 <= fields && spaced * 2 >= fields).then_some(records)
}

/// Lines of `key=value`, as many loggers write them: one record for each line that names a recipient.
pub(super) fn pairs(text: &str) -> Option<Vec<Record>> {
    let mut records = Vec::new();
    let mut last: Vec<(String, String)> = Vec::new();
    for line in text.lines().take(400_000) {
        if line.matches('=').count() < 3
            || line.contains("status=") && line.contains("relay=")
            || line.contains(" stat=")
            || line.contains("stat=\"")
        {
            continue;
        }
        let fields = fields_of(line);
        let told = fields.iter().any(|(k, v)| is_recipient_key(k) && v.contains('@'))
            && fields
                .iter()
                .any(|(k, _)| words_rank(k).is_some() || matches!(k.as_str(), "code" | "smtpstatus" | "smtpmsg"));
        if fields.len() < 3 || !told {
            // What earlier lines say of the same message: the host connected to.
            for (key, value) in fields {
                if is_host_key(&key) {
                    last.retain(|(k, _)| *k != key);
                    last.push((key, value));
                }
            }
            continue;
        }
        let mut record = Record { fields };
        for (key, value) in &last {
            if !record.fields.iter().any(|(k, _)| is_host_key(k)) {
                record.fields.push((key.clone(), value.clone()));
            }
        }
        records.push(record);
    }
    (!records.is_empty()).then_some(records)
}

/// `key=value key = "value, quoted" key=[…]` on one line.
fn fields_of(line: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find('=') {
        let key = rest[..at].trim_end();
        let key = key.rsplit([' ', ',', ';', '{', '(', '\t']).next().unwrap_or("");
        let value = rest[at + 1..].trim_start();
        let (value, behind) = match value.chars().next() {
            Some(open @ ('"' | '\'')) => {
                let inside = &value[1..];
                let end = inside
                    .match_indices(open)
                    .map(|(e, _)| e)
                    .find(|&e| !inside[..e].ends_with('\\') && !inside[e + 1..].starts_with(char::is_alphanumeric))
                    .unwrap_or(inside.len());
                (&inside[..end], inside.get(end + 1..).unwrap_or(""))
            }
            Some('[') => {
                let end = value.find(']').unwrap_or(value.len());
                (&value[1..end.max(1)], value.get(end + 1..).unwrap_or(""))
            }
            _ => {
                let end = value.find([' ', ',', '\t']).unwrap_or(value.len());
                (&value[..end], &value[end..])
            }
        };
        if !key.is_empty() && key.len() < 40 && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
        {
            fields.push((plain(key), value.to_string()));
        }
        if fields.len() > 200 {
            break;
        }
        rest = behind;
    }
    fields
}
