//! A mailbox with three planted problems among the noise of every day: the summary has to find them.

use std::fmt::Write;
use std::path::PathBuf;

use crate::bin::{Dir, Run};

/// What a bounce in the mailbox is about.
struct Planted {
    from: String,
    to: String,
    /// The server that refused.
    host: String,
    reply: String,
    stage: &'static str,
    action: &'static str,
    /// Number of the message that came back.
    id: usize,
}

/// A bounce as Postfix on mail.example.org writes it.
fn report(p: &Planted, at: usize) -> String {
    let Planted { from, to, host, reply, stage, action, id } = p;
    let status = whybounce::internal::code::find_status(reply)
        .map_or_else(|| format!("{}.0.0", if *action == "delayed" { 4 } else { 5 }), |s| s.to_string());
    let (subject, words) = if *action == "delayed" {
        ("Delayed Mail (still being retried)", "THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE.")
    } else {
        ("Undelivered Mail Returned to Sender", "your message could not\nbe delivered to one or more recipients.")
    };
    let (said, machine) = if stage.is_empty() {
        (reply.clone(), format!("X-Postfix; {reply}"))
    } else {
        (format!("host {host}[192.0.2.9] said: {reply} (in reply to {stage})"), format!("smtp; {reply}"))
    };
    let remote = if host.is_empty() { String::new() } else { format!("Remote-MTA: dns; {host}\n") };
    format!(
        "Return-Path: <>\nDate: {} Nov 2026 {:02}:{:02}:00 +0000\nFrom: MAILER-DAEMON@mail.example.org (Mail Delivery System)\nSubject: {subject}\nTo: {from}\n\
         Auto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"B\"\n\n\
         --B\nContent-Type: text/plain; charset=us-ascii\n\nThis is the mail system at host mail.example.org.\n\n{words}\n\n<{to}>: {said}\n\n\
         --B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example.org\n\n\
         Final-Recipient: rfc822; {to}\nAction: {action}\nStatus: {status}\n{remote}Diagnostic-Code: {machine}\n\n\
         --B\nContent-Type: message/rfc822\n\nReturn-Path: <{from}>\nMessage-ID: <{id}@example.org>\nFrom: {from}\nTo: {to}\nSubject: News\n\nHi\n\n--B--\n",
        1 + at % 20,
        at % 24,
        at % 60,
    )
}

const IP: &str = "198.51.100.7";

/// The refusals of one listed IP address: four providers, each in its own words.
const LISTED: &[(&str, &str, &str, &str)] = &[
    (
        "outlook.com",
        "outlook-com.olc.protection.outlook.com",
        "550 5.7.1 Unfortunately, messages from [198.51.100.7] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors.",
        "MAIL FROM command",
    ),
    (
        "gmx.de",
        "mx00.gmx.net",
        "554-gmx.net (mxgmx104) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is block listed. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0201&i=ip&v=198.51.100.7&r=1MNcgj",
        "initial server greeting",
    ),
    (
        "example.net",
        "mx.example.net",
        "554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/198.51.100.7",
        "RCPT TO command",
    ),
    (
        "t-online.de",
        "mx00.t-online.de",
        "554 IP=198.51.100.7 - A problem occurred. Ask your postmaster for help or to contact tobr@rx.t-online.de to clarify. (BL)",
        "initial server greeting",
    ),
];

/// The refusals of one domain whose DMARC policy its own mail fails.
const UNAUTHENTICATED: &[(&str, &str, &str, &str)] = &[
    (
        "gmail.com",
        "gmail-smtp-in.l.google.com",
        "550-5.7.26 Unauthenticated email from news.example.com is not accepted due to domain's DMARC policy. Please contact the administrator of news.example.com domain if this was a legitimate mail. 550 5.7.26 https://support.google.com/mail/?p=DmarcRejection a1-gsmtp",
        "end of DATA command",
    ),
    (
        "yahoo.com",
        "mta5.am0.yahoodns.net",
        "554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes",
        "end of DATA command",
    ),
    (
        "hotmail.com",
        "hotmail-com.olc.protection.outlook.com",
        "550 5.7.509 Access denied, sending domain [NEWS.EXAMPLE.COM] does not pass DMARC verification and has a DMARC policy of reject. [AM1PEPF.eurprd09.prod.outlook.com]",
        "end of DATA command",
    ),
];

/// Dead addresses, in the words of several servers.
const DEAD: &[(&str, &str, &str)] = &[
    (
        "gmail.com",
        "gmail-smtp-in.l.google.com",
        "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces. 550 5.1.1 https://support.google.com/mail/?p=NoSuchUser a1-gsmtp",
    ),
    ("yahoo.com", "mta7.am0.yahoodns.net", "552 1 Requested mail action aborted, mailbox not found"),
    (
        "example.net",
        "mx.example.net",
        "550 5.1.1 <{to}>: Recipient address rejected: User unknown in virtual mailbox table",
    ),
    (
        "contoso.example",
        "contoso-example.mail.protection.outlook.com",
        "550 5.4.1 Recipient address rejected: Access denied. [AM1PEPF.eurprd09.prod.outlook.com]",
    ),
    (
        "web.de",
        "mx-ha02.web.de",
        "550-Requested action not taken: mailbox unavailable 550 For explanation visit https://postmaster.web.de/en/case?c=mnf",
    ),
    ("mail.example", "mx.mail.example", "550 No such user here"),
    ("corp.example", "mx.corp.example", "550 5.2.1 The email account that you tried to reach is disabled."),
    (
        "laposte.net",
        "smtpz4.laposte.net",
        "550 5.1.1 <{to}>: Adresse d'au moins un destinataire invalide. Invalid recipient. LPN416",
    ),
];

/// What goes wrong once: replies and the command they answer; each comes from a server of its own.
const NOISE: &[(&str, &str)] = &[
    ("552 5.2.2 <{to}>: user is over quota", "RCPT TO command"),
    ("552 5.3.4 Message size exceeds fixed limit", "MAIL FROM command"),
    ("550 5.7.1 This message was classified as spam", "end of DATA command"),
    ("554 5.7.1 <{to}>: Relay access denied", "RCPT TO command"),
    ("451 4.3.0 Temporary server error. Please try again later", "RCPT TO command"),
    ("550 5.7.1 The attachment type .exe is not allowed", "end of DATA command"),
    ("554 5.4.6 Too many hops", "end of DATA command"),
    ("550 5.7.1 Your message was refused: virus found", "end of DATA command"),
    ("530 5.7.0 Must issue a STARTTLS command first", "MAIL FROM command"),
    ("550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required", "RCPT TO command"),
    ("550 5.7.25 Client host rejected: cannot find your reverse hostname", "RCPT TO command"),
    ("connect to mx.{domain}[192.0.2.9]:25: Connection timed out", ""),
];

/// Writes the mailbox into the folder.
pub(crate) fn planted(dir: &Dir, name: &str) -> PathBuf {
    let mut all: Vec<Planted> = Vec::new();
    let mut add = |from: &str, to: String, host: &str, reply: &str, stage: &'static str, action: &'static str| {
        let domain = to.rsplit('@').next().unwrap_or_default().to_string();
        let reply = reply.replace("{to}", &to).replace("{domain}", &domain);
        let host = if stage.is_empty() { String::new() } else { host.to_string() };
        let id = all.len();
        all.push(Planted { from: from.into(), to, host, reply, stage, action, id });
    };
    for n in 0..28 {
        let (domain, host, reply, stage) = LISTED[n % LISTED.len()];
        add(&format!("sales{}@example.org", n % 3), format!("customer{n}@{domain}"), host, reply, stage, "failed");
    }
    for n in 0..24 {
        let (domain, host, reply, stage) = UNAUTHENTICATED[n % UNAUTHENTICATED.len()];
        add("letter@news.example.com", format!("reader{n}@{domain}"), host, reply, stage, "failed");
    }
    for n in 0..40 {
        let (domain, host, reply) = DEAD[n % DEAD.len()];
        add("list@example.org", format!("gone{n}@{domain}"), host, reply, "RCPT TO command", "failed");
    }
    for n in 0..60 {
        let (reply, stage) = NOISE[n % NOISE.len()];
        add(
            "me@example.org",
            format!("one{n}@noise{n}.example"),
            &format!("mx.noise{n}.example"),
            reply,
            stage,
            "failed",
        );
    }
    for n in 0..20 {
        let to = format!("late{n}@late{n}.example");
        add("me@example.org", to, "", "connect to mx.{domain}[192.0.2.9]:25: Connection refused", "", "delayed");
    }
    // The same messages are reported again: thirty by a second copy of the report, twenty because they failed in
    // the end. Each of the latter is about a message that a delay was reported of.
    let mut texts: Vec<String> = all.iter().enumerate().map(|(n, p)| report(p, n)).collect();
    for n in 0..30 {
        texts.push(report(&all[n * 5], n + 1));
    }
    for p in all.iter().filter(|p| p.action == "delayed") {
        let failed = Planted {
            action: "failed",
            from: p.from.clone(),
            to: p.to.clone(),
            host: String::new(),
            reply: p.reply.clone(),
            stage: "",
            id: p.id,
        };
        texts.push(report(&failed, p.id + 3));
    }
    // Not in the order of their making.
    let many = texts.len();
    for (n, text) in texts.iter().enumerate() {
        dir.file(&format!("{name}/cur/{:03}:2,S", n * 97 % many), text);
    }
    dir.file(&format!("{name}/new/x"), "From: a@example.org\nSubject: Lunch\n\nAt noon?\n");
    dir.path().join(name)
}

#[test]
fn finds_the_planted_problems() {
    let dir = Dir::new();
    let maildir = planted(&dir, "Maildir");
    let path = maildir.to_str().unwrap();
    let summary = Run::new(&["scan", "--json", "--summary", path]).run().json();
    assert_eq!(summary["messages"], 223);
    assert_eq!(summary["duplicates"], 30);
    assert_eq!(summary["settled_delays"], 20);
    assert_eq!(summary["bounces"], 28 + 24 + 40 + 60 + 20);
    let problems = summary["problems"].as_array().unwrap();
    let got: Vec<(u64, &str)> =
        problems.iter().take(3).map(|p| (p["count"].as_u64().unwrap(), p["owner"].as_str().unwrap())).collect();
    assert_eq!(got, [(40, "sender"), (28, "sender-admin"), (24, "sender-admin")], "{summary:#}");
    assert_eq!(problems[1]["thing"], IP);
    assert_eq!(problems[2]["thing"], "news.example.com");
    assert_eq!(problems[0]["addresses"], 40);
    assert_eq!((&problems[1]["first"], &problems[1]["last"]), (&"2026-11-01".into(), &"2026-11-20".into()));
}

/// In each of the two parts of the list the largest number comes first; a heading says why the second part begins anew.
#[test]
fn the_largest_stands_first() {
    let dir = Dir::new();
    let maildir = planted(&dir, "Maildir");
    let text = Run::new(&["scan", "--top", "1000", maildir.to_str().unwrap()]).run().stdout;
    let count = |l: &str| l.contains(" %  ").then(|| l.split_whitespace().next()?.parse::<u32>().ok()).flatten();
    let (roots, others) = text.split_once("Bounces that have no root in common with others").expect("a heading");
    for part in [roots, others] {
        let counts: Vec<u32> = part.lines().filter_map(count).collect();
        assert!(counts.len() > 2 && counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    }
    assert!(roots.lines().filter_map(count).all(|n| n > 1) && others.contains(" domains"), "{text}");
}

#[test]
fn reads_well_at_every_width() {
    let dir = Dir::new();
    let maildir = planted(&dir, "Maildir");
    let mut shown = String::new();
    for top in ["3", "0", "1000"] {
        let ran = Run::new(&["scan", "--top", top, maildir.to_str().unwrap()]).run();
        for line in ran.stdout.lines().filter(|l| !l.contains("://")) {
            assert!(whybounce::output::message::columns(line) <= 80, "{line}");
            assert_eq!(line, line.trim_end(), "blanks at the end");
        }
        let _ = write!(shown, "{}", ran.stdout);
    }
    assert!(shown.contains("Dead addresses") && shown.contains(IP) && shown.contains("news.example.com"), "{shown}");
}
