//! Names are not words: whatever a host, a domain or a user is called, a time-out stays a time-out.

use std::collections::BTreeSet;

use whybounce::{Table, diagnose};

/// Every word of the table's phrases that could be a label of a name.
fn words(table: &Table) -> BTreeSet<String> {
    let phrases = table.rules().flat_map(|(rule, _)| rule.says.iter().chain(rule.and.iter()).chain(rule.not.iter()));
    let words = phrases.flat_map(|phrase| phrase.split(|c: char| !c.is_ascii_alphanumeric() && c != '-'));
    let label = |word: &&str| word.len() >= 3 && !word.starts_with('-') && !word.ends_with('-');
    words.filter(label).filter(|word| word.contains(|c: char| c.is_ascii_alphabetic())).map(str::to_string).collect()
}

/// Reports of a time-out that name the host, the recipient's domain, and the user in several ways.
fn reports(host: &str, domain: &str, user: &str) -> Vec<String> {
    vec![
        format!(
            "From: MAILER-DAEMON@mail.example.org (Mail Delivery System)\n\
            Subject: Undelivered Mail Returned to Sender\n\n\
            This is the mail system at host mail.example.org.\n\n\
            I'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n\n\
            <{user}@{domain}>: connect to {host}[192.0.2.25]:25: Connection timed out\n"
        ),
        format!(
            "From: Mail Delivery System <Mailer-Daemon@mail.example.org>\n\
            Subject: Mail delivery failed: returning message to sender\n\
            X-Failed-Recipients: {user}@{domain}\n\n\
            This message was created automatically by mail delivery software.\n\n\
            A message that you sent could not be delivered to one or more of its recipients.\n\n  \
            {user}@{domain}\n    host {host} [192.0.2.25]: Connection timed out: retry timeout exceeded\n"
        ),
        format!(
            "Dec  1 10:00:00 mail postfix/smtp[7]: 4F1A2B3C4D: to=<{user}@{domain}>, relay=none, delay=30, \
            delays=0/0/30/0, dsn=4.4.1, status=bounced (connect to {host}[192.0.2.25]:25: Connection timed out)\n"
        ),
        format!("smtplib: {user}@{domain}: timed out while connecting to {host} port 25: Connection timed out\n"),
    ]
}

#[test]
fn a_name_is_no_reason() {
    let table = Table::default().indexed();
    let verdicts = |host: &str, domain: &str, user: &str| -> Vec<String> {
        let verdict = |text: String| {
            let diagnosis = diagnose(text.as_bytes(), &table);
            let of = |r: &whybounce::RecipientDiagnosis| format!("{:?} {:?} {:?}", r.cause, r.owner, r.confidence);
            format!("{:?} {:?}", diagnosis.kind, diagnosis.recipients.first().map(of))
        };
        reports(host, domain, user).into_iter().map(verdict).collect()
    };
    let plain = verdicts("alpha.example.net", "beta.example.com", "gamma");
    let mut flips = Vec::new();
    for word in words(&table) {
        // All names at once; that one is a registered domain of its own matters to who is who.
        let named = [
            verdicts(&format!("{word}.example.net"), &format!("{word}.example.com"), &word),
            verdicts("alpha.example.net", &format!("{word}-x.com"), "gamma"),
        ];
        for got in &named {
            let changed = plain.iter().zip(got).enumerate().filter(|(_, (was, is))| was != is);
            flips.extend(changed.map(|(form, (_, is))| format!("{word}, form {form}: {is}")));
        }
    }
    assert!(flips.is_empty(), "{} flips of {plain:?}:\n{}", flips.len(), flips.join("\n"));
}
