//! Who refused, and who has to act: the decision table for reports with and without a remote server.

use crate::diagnosis::{RecipientDiagnosis, diagnose};
use crate::names::code::Status;
use crate::names::note::{Note, Passed};
use crate::names::terms::{Cause, Owner, RejectedBy, Side, Stage};
use crate::rules::table::Table;

fn only(text: &str) -> RecipientDiagnosis {
    let table = Table::default();
    let mut found = diagnose(text.as_bytes(), &table);
    assert_eq!(found.recipients.len(), 1, "{text}\n{found:?}");
    found.recipients.remove(0)
}

fn exchange(generator: &str, recipient: &str, lines: &str, sender: &str) -> String {
    format!(
        "From: postmaster@x.example\nTo: {sender}\nSubject: Undeliverable: hello\n\nDelivery has failed to these recipients or \
         groups:\n\n{recipient}\nYour message wasn't delivered.\n\nDiagnostic information for administrators:\n\nGenerating \
         server: {generator}\n\n{recipient}\n{lines}\n\nOriginal message headers:\n\nReceived: from a by b\nFrom: \
         <{sender}>\nTo: <{recipient}>\nSubject: hello\n"
    )
}

fn dsn(generator: &str, recipient: &str, fields: &str, sender: &str) -> String {
    format!(
        "From: MAILER-DAEMON@{generator}\nTo: {sender}\nSubject: Undelivered Mail\nMIME-Version: 1.0\nContent-Type: \
         multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nIt failed.\n\n\
         --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; {generator}\n\nFinal-Recipient: \
         rfc822; {recipient}\nAction: failed\n{fields}\n\n--b\nContent-Type: text/rfc822-headers\n\nReceived: from a by \
         b\nFrom: <{sender}>\nTo: <{recipient}>\nSubject: hello\n\n--b--\n"
    )
}

#[test]
fn the_worked_example() {
    let r = only(&exchange(
        "alpineskihouse.com",
        "ronald@contoso.com",
        "mail.contoso.com #<exchange.contoso.com #5.7.1 smtp;530 5.7.1 Client was not authenticated> #SMTP#",
        "me@alpineskihouse.com",
    ));
    assert_eq!(r.address.as_deref(), Some("ronald@contoso.com"));
    assert_eq!((r.rejected_by, r.remote_server.as_deref()), (Some(RejectedBy::RemoteServer), Some("mail.contoso.com")));
    assert_eq!((r.reply_code, r.status), (Some(530), Some(Status::new(5, 7, 1))));
    assert_eq!((r.cause, r.owner), (Some(Cause::SmtpAuthRequired), Some(Owner::RecipientAdmin)));
    assert!(
        r.notes.iter().any(|n| matches!(n, Note::AnsweredBehind { inner, .. } if inner == "exchange.contoso.com")),
        "{:?}",
        r.notes
    );
    assert!(r.remediation().next().unwrap().starts_with("Send this") || r.send_on.is_some());
}

#[test]
fn the_senders_side_wrote_it_and_another_server_refused() {
    let r = only(&exchange(
        "AB1PR01MB1234.eurprd01.prod.outlook.com",
        "u@example.com",
        "mx.example.com\nRemote Server returned '550 5.1.1 <u@example.com>: Recipient address rejected: User unknown'",
        "me@example.org",
    ));
    assert_eq!((r.rejected_by, r.remote_server.as_deref()), (Some(RejectedBy::RemoteServer), Some("mx.example.com")));
    assert_eq!((r.cause, r.owner), (Some(Cause::RecipientUnknown), Some(Owner::Sender)));
}

#[test]
fn the_senders_own_server_refused() {
    let r = only(&exchange(
        "mail.example.org",
        "u@example.com",
        "#550 5.2.3 RESOLVER.RST.SendSizeLimit.Sender; message too large for this sender ##",
        "me@example.org",
    ));
    assert_eq!((r.rejected_by, r.remote_server), (Some(RejectedBy::GeneratingServer), None));
    assert_eq!((r.cause, r.stage), (Some(Cause::MessageTooLarge), Some(Stage::Local)));
    assert!(matches!(r.owner, Some(Owner::Sender | Owner::SenderAdmin)), "{:?}", r.owner);
}

#[test]
fn the_senders_own_server_gave_up() {
    let r = only(&exchange(
        "AB1PR01MB1234.eurprd01.prod.outlook.com",
        "u@example.com",
        "Remote Server returned '550 5.4.300 Message expired -> 451 4.4.0 DNS query failed'",
        "me@example.org",
    ));
    assert_eq!(r.rejected_by, Some(RejectedBy::GeneratingServer));
    assert_eq!(r.owner, Some(Owner::RecipientAdmin), "{:?}", r.cause);
    let r = only(&exchange(
        "mail.example.org",
        "u@example.com",
        "#550 4.4.7 QUEUE.Expired; message expired ##",
        "me@example.org",
    ));
    assert_eq!((r.rejected_by, r.owner), (Some(RejectedBy::GeneratingServer), Some(Owner::RecipientAdmin)));
}

#[test]
fn the_recipients_organisation_refused_what_it_had_taken() {
    let r = only(&exchange(
        "exchange.example.com",
        "u@example.com",
        "#550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized ##",
        "me@example.org",
    ));
    assert_eq!((r.rejected_by, r.remote_server), (Some(RejectedBy::GeneratingServer), None));
    assert_eq!((r.cause, r.owner), (Some(Cause::SenderNotPermitted), Some(Owner::RecipientAdmin)));
}

#[test]
fn both_sides_at_the_same_provider() {
    // The host name does not tell whose tenant it is; the words do.
    let host = "AB1PR01MB1234.eurprd01.prod.outlook.com";
    let theirs = only(&exchange(
        host,
        "u@example.com",
        "Remote Server returned '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required'",
        "me@example.org",
    ));
    assert_eq!((theirs.rejected_by, theirs.owner), (Some(RejectedBy::GeneratingServer), Some(Owner::RecipientAdmin)));
    let ours = only(&exchange(
        host,
        "u@example.com",
        "Remote Server returned '550 5.1.8 Access denied, bad outbound sender AS(42004)'",
        "me@example.org",
    ));
    assert_eq!((ours.cause, ours.owner), (Some(Cause::SenderAccountSuspended), Some(Owner::SenderAdmin)));
}

#[test]
fn relaying_by_the_side_that_denies_it() {
    let status = "Status: 5.7.1\n";
    // The recipient's own mail host.
    let r = only(&dsn(
        "out.example.org",
        "u@example.com",
        &format!(
            "{status}Remote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 554 5.7.1 <u@example.com>: Relay access denied"
        ),
        "me@example.org",
    ));
    assert_eq!((r.cause, r.owner), (Some(Cause::RelayDenied), Some(Owner::RecipientAdmin)));
    assert_eq!(r.rejected_by, Some(RejectedBy::RemoteServer));
    // The sender's own outgoing server, as remote server and as the writer.
    let r = only(&dsn(
        "printer.example.org",
        "u@example.com",
        &format!(
            "{status}Remote-MTA: dns; out.example.org\nDiagnostic-Code: smtp; 554 5.7.1 <u@example.com>: Relay access denied"
        ),
        "me@example.org",
    ));
    assert_eq!((r.cause, r.owner), (Some(Cause::RelayDenied), Some(Owner::SenderAdmin)));
    let r = only(&dsn(
        "out.example.org",
        "u@example.com",
        &format!("{status}Diagnostic-Code: smtp; 554 5.7.1 <u@example.com>: Relay access denied"),
        "me@example.org",
    ));
    assert_eq!((r.rejected_by, r.owner), (Some(RejectedBy::GeneratingServer), Some(Owner::SenderAdmin)));
}

#[test]
fn a_log_in_by_the_side_that_asks_for_it() {
    let fields = |host: &str| {
        format!("Status: 5.7.0\nRemote-MTA: dns; {host}\nDiagnostic-Code: smtp; 530 5.7.0 Authentication required")
    };
    let r = only(&dsn("app.example.org", "u@example.com", &fields("smtp.example.org"), "me@example.org"));
    assert_eq!((r.cause, r.owner), (Some(Cause::SmtpAuthRequired), Some(Owner::SenderAdmin)));
    let r = only(&dsn("app.example.org", "u@example.com", &fields("mx1.example.com"), "me@example.org"));
    assert_eq!((r.cause, r.owner), (Some(Cause::SmtpAuthRequired), Some(Owner::RecipientAdmin)));
}

fn card(indicator: &str, error: &str) -> RecipientDiagnosis {
    only(&format!(
        "Your message to u@example.com couldn't be delivered.\n\nme      Office 365      u\n{indicator}\n\nMore Info for Email \
         Admins\nStatus code: 550 5.7.1\n\nOriginal Message Details\nSender Address: me@example.org\nRecipient Address:      \
         u@example.com\n\nError Details\nReported error: {error}\nDSN generated by:       AB1.namprd01.prod.outlook.com\n"
    ))
}

#[test]
fn the_picture_of_the_parties() {
    // It decides where the words leave the owner open.
    let relay = "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain";
    assert_eq!(card("Action Required                 Recipient", relay).owner, Some(Owner::SenderAdmin));
    assert_eq!(card("Sender                 Action Required", relay).owner, Some(Owner::RecipientAdmin));
    // It agrees: nothing to say.
    let gone = "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup";
    let r = card("Action Required                 Recipient", gone);
    assert!(!r.notes.iter().any(|n| matches!(n, Note::MarksAnother { .. })), "{:?}", r.notes);
    let r = card("Sender                 Action Required", gone);
    assert_eq!(r.owner, Some(Owner::Sender));
    assert!(r.notes.contains(&Note::MarksAnother { marked: Side::Recipient }), "{:?}", r.notes);
}

#[test]
fn a_forwarder_broke_spf() {
    let text = dsn(
        "mx.forward.example",
        "u@recipient.example",
        "Original-Recipient: rfc822; old@forward.example\nStatus: 5.7.23\nRemote-MTA: dns; mx.recipient.example\nDiagnostic-Code: smtp; 550 5.7.23 Message rejected due to: SPF fail - not authorized",
        "me@a.example",
    )
    .replace("Received: from a by b", "Authentication-Results: mx.forward.example; spf=pass smtp.mailfrom=a.example\nReceived: from a by b")
    .replace("To: <u@recipient.example>", "To: <old@forward.example>");
    let r = only(&text);
    assert_eq!((r.cause, r.owner), (Some(Cause::SpfFailure), Some(Owner::Forwarder)), "{r:?}");
    assert!(r.remediation().any(|s| s.contains("SRS")), "{:?}", r.steps);
    let (domain, by) = (Some("a.example".into()), Some("mx.forward.example".into()));
    assert!(r.notes.contains(&Note::BrokenOnTheWay { checks: Passed::Spf, domain, by }), "{:?}", r.notes);
    assert!(r.send_on.is_some_and(|t| t.contains("whoever runs the forwarding")));
}

#[test]
fn a_dmarc_refusal_with_the_results_in_the_header() {
    let host = "AB1PR01MB1234.eurprd01.prod.outlook.com";
    let text = exchange(
        host,
        "u@recipient.example",
        "Remote Server returned '550 5.7.509 Access denied, sending domain a.example does not pass DMARC verification and has a DMARC policy of reject.'",
        "me@a.example",
    )
    .replace(
        "Received: from a by b",
        "Authentication-Results: spf=none (sender IP is 192.0.2.7)\n smtp.mailfrom=mailer.example; dkim=none (message not signed)\n header.d=none;dmarc=fail action=oreject\n header.from=a.example;compauth=fail reason=000",
    );
    let r = only(&text);
    assert_eq!((r.cause, r.owner), (Some(Cause::DmarcFailure), Some(Owner::SenderAdmin)));
    let steps: Vec<&str> = r.remediation().collect();
    let shown =
        |n: &Note| matches!(n, Note::ChecksShown(c) if c.results[0].domain.as_deref() == Some("mailer.example"));
    assert!(r.notes.iter().any(shown), "{:?}", r.notes);
    assert!(steps[0].starts_with("Publish an SPF record for mailer.example that lists 192.0.2.7"), "{steps:?}");
    assert!(steps[1].contains("key of a.example"), "{steps:?}");
    assert!(steps[2].contains("in a.example in place of mailer.example"), "{steps:?}");
}
