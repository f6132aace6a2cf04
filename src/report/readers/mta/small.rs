//! Small programs with forms of their own: XMail's numbered sections, and what msmtp and ssmtp print, which arrives
//! as the mail of a cron job or pasted from a terminal.

use crate::mail::message::Mail;
use crate::names::stage;
use crate::names::{address, host};
use crate::report::general;
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};

/// XMail: `[<00>] XMail bounce: Rcpt=[a@b];Error=[…]`.
pub(super) static XMAIL: Reader = Reader { name: "XMail", marks: &[BOUNCE], recognises: is_xmail, read: read_xmail };

/// msmtp, ssmtp and esmtp.
pub(super) static CLIENT: Reader =
    Reader { name: "msmtp", marks: &[SEND_MAIL], recognises: is_client, read: read_client };

const BOUNCE: &str = "[<00>] XMail bounce:";

fn is_xmail(_: &Mail, marks: &Marks) -> bool {
    marks.says(BOUNCE)
}

fn read_xmail(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let (_, rest) = mail.text.split_once("Rcpt=[")?;
    let (address, rest) = rest.split_once(']')?;
    let mut recipient = Recipient::new(address::clean(address)?);
    let error =
        rest.split_once("Error=[").and_then(|(_, e)| e.lines().next()).map(|e| e.strip_suffix(']').unwrap_or(e));
    if let Some((_, reason)) = rest.split_once("The reason of the delivery failure was:") {
        let end = reason.find("[<").unwrap_or(reason.len());
        general::apply_reason(reason.get(..end)?, &mut recipient);
    }
    recipient.say(Place::Summary, error.unwrap_or(""));
    let server = rest.lines().find_map(|l| l.trim().strip_prefix("Server:"));
    recipient.remote = server.and_then(|s| host::last_host(s.trim())).or(recipient.remote);
    Some(Report { recipients: vec![recipient], ..Report::default() })
}

/// What the programs put before their words.
const CLIENTS: &[&str] = &["msmtp: ", "ssmtp: ", "esmtp: "];
const SEND_MAIL: &str = "send-mail: ";

fn is_client(mail: &Mail, marks: &Marks) -> bool {
    // What all names have in common rules out nearly every text.
    let named = || mail.says("smtp: ") && CLIENTS.iter().any(|w| mail.says(w));
    // What is pasted the finder reads; this is what cron mails.
    !mail.pasted && mail.text.len() < 50_000 && (marks.says(SEND_MAIL) || named() || mail.says("sSMTP"))
}

fn read_client(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let mut recipient = Recipient::default();
    let mut software = None;
    let mut own = Vec::new();
    for line in mail.text.lines() {
        let line = line.trim();
        let Some((name, said)) = line.split_once(": ") else { continue };
        let name = name.split('[').next().unwrap_or(name);
        software = match name {
            "msmtp" => Some("msmtp"),
            "ssmtp" | "sSMTP" | "send-mail" | "sendmail" => software.or(Some("ssmtp")),
            "esmtp" => Some("esmtp"),
            _ => continue,
        };
        own.push(said);
        if let Some(answer) = said.strip_prefix("server message: ") {
            let joined = recipient.statements.iter().position(|s| s.place == Place::Quoted);
            match joined.and_then(|i| recipient.statements.get_mut(i)) {
                Some(s) => {
                    s.text.push(' ');
                    s.text.push_str(answer);
                }
                None => recipient.say(Place::Quoted, answer),
            }
        } else if let Some((command, answer)) = said.split_once(" (").filter(|(c, _)| c.contains(':')) {
            // ssmtp: "RCPT TO:<a@b> (550 5.1.1 …)"
            recipient.say(Place::Quoted, answer.strip_suffix(')').unwrap_or(answer));
            recipient.stage = stage::stage_in(command);
        }
        if let Some((_, rest)) = said.split_once("recipient address ").or_else(|| said.split_once("RCPT TO:")) {
            recipient.address = address::find(rest).map(|(_, _, a)| a.to_string()).or(recipient.address);
            recipient.stage = Some(crate::names::terms::Stage::Rcpt);
        }
        for mark in
            ["cannot connect to ", "cannot locate host ", "Cannot open ", "Unable to locate ", "Unable to connect to "]
        {
            if let Some((_, host)) = said.split_once(mark) {
                recipient.remote = host::last_host(host.split([',', ' ']).next().unwrap_or("")).or(recipient.remote);
            }
        }
    }
    let failed = ["could not send", "not accepted", "cannot ", "Cannot ", "Unable", "failed", "rror", "(5", "(4"];
    if !own.iter().any(|o| failed.iter().any(|f| o.contains(f))) {
        return None;
    }
    recipient.say(Place::Summary, own.join(" "));
    let kind = Some(crate::names::terms::Kind::Failed);
    Some(Report { kind, software, recipients: vec![recipient], ..Report::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::terms::Stage;
    use crate::report::readers::read_by;

    fn mail(text: &str) -> Mail {
        Mail { text: text.into(), ..Mail::default() }
    }

    #[test]
    fn xmail() {
        let r = read_by(&XMAIL, &mail(
            "[<00>] XMail bounce: Rcpt=[a@example.com];Error=[550 5.1.1 no]\n\n\n[<01>] Error sending message [1].\n\n\
             Server:    <mx.example.com> [192.0.2.1]\n\n[<02>] The reason of the delivery failure was:\n\n550 5.1.1 no\n\n\
             [<05>] Here is listed the initial part of the message:\n",
        ))
        .unwrap();
        assert_eq!(r.recipients[0].address.as_deref(), Some("a@example.com"));
        assert_eq!(r.recipients[0].remote.as_deref(), Some("mx.example.com"));
        assert_eq!(r.recipients[0].statements[0].text, "550 5.1.1 no");
    }

    #[test]
    fn programs_of_cron_jobs() {
        let r = read_by(&CLIENT, &mail(
            "msmtp: recipient address a@example.com not accepted by the server\nmsmtp: server message: 550-5.1.1 no\n\
             msmtp: server message: 550 5.1.1 user\nmsmtp: could not send mail (account default from /etc/msmtprc)\n",
        ))
        .unwrap();
        let a = &r.recipients[0];
        assert_eq!(a.address.as_deref(), Some("a@example.com"));
        assert_eq!(a.statements[0].text, "550-5.1.1 no 550 5.1.1 user");
        assert_eq!(a.stage, Some(Stage::Rcpt));
        let r = read_by(&CLIENT, &mail("send-mail: RCPT TO:<a@example.com> (550 5.1.1 no such user)\n")).unwrap();
        assert_eq!(r.recipients[0].statements[0].text, "550 5.1.1 no such user");
        let r = read_by(&CLIENT, &mail("ssmtp: Cannot open mail.example.org:25\n")).unwrap();
        assert_eq!(r.recipients[0].remote.as_deref(), Some("mail.example.org"));
        assert!(read_by(&CLIENT, &mail("Hello,\nplease configure msmtp: it is good.\n")).is_none());
    }
}
