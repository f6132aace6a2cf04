//! What each stage costs: `cargo bench --bench stages`.
//!
//! Where the time of `scan --json` goes (corpus of small reports, share of a worker's cycles, simulated by callgrind):
//! MIME parser 17 %, the work around it 19 %, reading the report 27 %, evidence 4 %, the returned message's header 6 %,
//! rules 14 %, words 5 %, JSON 3 %; the rest is files and hand-over. No function takes more than 5 % itself.

use divan::{Bencher, black_box};
use whybounce::Language;
use whybounce::Table;
use whybounce::diagnose;
use whybounce::internal::stages::{
    Evidence, Report, ReturnedHeader, Setting, advise, collect, judge, of_evidence, parse, read,
};
use whybounce::output::json;
use whybounce::output::message as text;
use whybounce::terms::Kind;

fn main() {
    divan::main();
}

/// A report with machine-readable fields, as Postfix writes it.
fn postfix() -> Vec<u8> {
    "From: MAILER-DAEMON@mail.example.org (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender\nTo: me@example.org\n\
     Auto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"B\"\n\n\
     --B\nContent-Type: text/plain; charset=us-ascii\n\nThis is the mail system at host mail.example.org.\n\n\
     I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n\
     <you@example.com>: host mx.example.com[192.0.2.25] said: 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked\n    using zen.spamhaus.org (in reply to RCPT TO command)\n\n\
     --B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example.org\nX-Postfix-Queue-ID: 4ABC\n\n\
     Final-Recipient: rfc822; you@example.com\nAction: failed\nStatus: 5.7.1\nRemote-MTA: dns; mx.example.com\n\
     Diagnostic-Code: smtp; 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org\n\n\
     --B\nContent-Type: message/rfc822\n\nReturn-Path: <me@example.org>\nMessage-ID: <1@example.org>\nFrom: me@example.org\nTo: you@example.com\nSubject: Hello\n\nHi\n\n--B--\n"
        .into()
}

/// The text of an Exchange report, pasted.
fn exchange() -> Vec<u8> {
    "Delivery has failed to these recipients or groups:\n\nyou@example.com<mailto:you@example.com>\nYour message wasn't delivered.\n\n\
     Diagnostic information for administrators:\n\nGenerating server: EX01.example.org\n\nyou@example.com\nmx.example.com\n\
     Remote Server returned '550 5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy.'\n\n\
     Original message headers:\n\nReceived: from a by EX01.example.org; Thu, 2 Jul 2026 10:00:00 +0000\n\
     From: me@example.org\nTo: you@example.com\nSubject: Hello\nMessage-ID: <1@example.org>\n"
        .into()
}

/// A bounce of words only.
fn qmail() -> Vec<u8> {
    "From: MAILER-DAEMON@mail.example.org\nTo: me@example.org\nSubject: failure notice\n\nHi. This is the qmail-send program at mail.example.org.\n\
     I'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n\
     <you@example.com>:\n192.0.2.25 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\nGiving up on 192.0.2.25.\n\n\
     --- Below this line is a copy of the message.\n\nReturn-Path: <me@example.org>\nMessage-ID: <1@example.org>\nFrom: me@example.org\nTo: you@example.com\nSubject: Hello\n\nHi\n"
        .into()
}

/// An ordinary mail of some length: most of a mailbox is none of our business.
fn ordinary() -> Vec<u8> {
    format!(
        "From: a@example.org\nTo: b@example.com\nSubject: Minutes\n\n{}",
        "We met at ten and talked about the roof.\n".repeat(500)
    )
    .into()
}

fn messages() -> [Vec<u8>; 4] {
    [postfix(), exchange(), qmail(), ordinary()]
}

fn evidences() -> Vec<Evidence> {
    let reports = messages().map(|raw| read(&parse(&raw)).report);
    reports.into_iter().flat_map(|r| collect(r, None)).collect()
}

#[divan::bench]
fn a_table() -> Table {
    Table::default()
}

#[divan::bench]
fn b_parse(bencher: Bencher) {
    let messages = messages();
    bencher.bench(|| messages.each_ref().map(|raw| parse(black_box(raw))));
}

#[divan::bench]
fn c_read(bencher: Bencher) {
    let mails = messages().map(|raw| parse(&raw));
    bencher.bench(|| mails.each_ref().map(|mail| read(black_box(mail)).report));
}

#[divan::bench]
fn d_evidence(bencher: Bencher) {
    let reports = || -> [Report; 4] { messages().map(|raw| read(&parse(&raw)).report) };
    bencher.with_inputs(reports).bench_values(|reports| reports.map(|r| collect(r, None)));
}

#[divan::bench]
fn e_verdict(bencher: Bencher) {
    let (table, evidences) = (Table::default(), evidences());
    bencher.bench(|| {
        evidences.iter().map(|e| judge(black_box(e), &ReturnedHeader::new(e, None), &table)).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn f_words(bencher: Bencher) {
    let (table, evidences) = (Table::default(), evidences());
    let judged: Vec<_> = evidences.iter().map(|e| (e, judge(e, &ReturnedHeader::new(e, None), &table))).collect();
    bencher.bench(|| {
        judged.iter().map(|(e, v)| advise(Language::En, black_box(e), v, &[], Setting::default())).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn g_verdict_and_words(bencher: Bencher) {
    let table = Table::default();
    bencher.with_inputs(evidences).bench_values(|e| {
        e.into_iter().map(|e| of_evidence(e, Kind::Failed, None, &table, &[], Setting::default())).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn h_json(bencher: Bencher) {
    let table = Table::default();
    let diagnoses = messages().map(|raw| diagnose(&raw, &table));
    bencher.bench(|| {
        let mut out = Vec::new();
        for d in &diagnoses {
            json::write_message(&mut out, "bench", d);
        }
        out
    });
}

#[divan::bench]
fn i_text(bencher: Bencher) {
    let table = Table::default();
    let diagnoses = messages().map(|raw| diagnose(&raw, &table));
    bencher.bench(|| {
        let mut out = Vec::new();
        for d in &diagnoses {
            text::write_message(&mut out, None, d, text::Layout::default()).expect("memory");
        }
        out
    });
}

#[divan::bench]
fn j_all(bencher: Bencher) {
    let (table, messages) = (Table::default(), messages());
    bencher.bench(|| messages.each_ref().map(|raw| diagnose(black_box(raw), &table)));
}
