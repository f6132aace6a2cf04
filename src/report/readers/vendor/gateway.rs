//! Providers and gateways whose reports are lists of labels and values.

use crate::mail::message::Mail;
use crate::names::code;
use crate::names::terms::Stage;
use crate::names::{address, host};
use crate::report::marks::{Marks, Reader};
use crate::report::types::{Place, Recipient, Report};
use crate::report::{dsn, general, said, software};
use crate::text::join_lines;

/// QQ Mail, NetEase, Coremail, Sina, Sohu, Aliyun: 退信, a table or list of labels in Chinese.
pub(super) static CHINESE: Reader = Reader { name: "Coremail", marks: &[], recognises: is_chinese, read: read_chinese };

/// SurfControl: `a@b: [192.0.2.1], 550 words`.
pub(super) static SURFCONTROL: Reader =
    Reader { name: "SurfControl", marks: &[TRANSCRIPT], recognises: is_surfcontrol, read: read_surfcontrol };

/// MailMarshal: prose, then `Remote-MTA: <IP>` and the like below "Additional Information".
pub(super) static MAILMARSHAL: Reader =
    Reader { name: "MailMarshal", marks: &[REPORTING, SENDER], recognises: is_mailmarshal, read: read_mailmarshal };

/// Labels of the recipient, and of what the other server said; the most exact first.
const RECIPIENT: &[&str] =
    &["无法发送到", "收件人地址", "收信人", "收件人", "收件者", "未送达地址", "退信收件人", "投递失败地址"];
const RESPONSE: &[&str] =
    &["英文说明", "错误信息", "退信代码", "退信信息", "返回信息", "服务器返回", "错误代码", "详细原因"];
const REASON: &[&str] = &["退信原因", "失败原因", "原因", "错误原因"];

fn is_chinese(mail: &Mail, _: &Marks) -> bool {
    let text = if mail.text.trim().is_empty() { &mail.html_text } else { &mail.text };
    !text.is_ascii()
        && ["退信", "被退回", "无法发送到", "未能送达", "投递失败"].iter().any(|w| text.contains(w))
        && RECIPIENT.iter().any(|w| text.contains(w))
}

/// The value behind a label: on its line, else on the next line that is not empty.
fn value<'a>(lines: &[&'a str], n: usize, label: &str) -> Option<&'a str> {
    let line = lines.get(n)?;
    let at = line.find(label)?;
    let rest = line.get(at + label.len()..)?.trim_matches([':', '\u{ff1a}', ' ', '\t', '|', '】', ']', '\u{3000}']);
    if !rest.is_empty() {
        return Some(rest);
    }
    lines.get(n + 1..)?.iter().map(|l| l.trim().trim_matches('|').trim()).find(|l| !l.is_empty())
}

fn read_chinese(mail: &Mail, marks: &Marks) -> Option<Report> {
    let text = if mail.text.trim().is_empty() { &mail.html_text } else { &mail.text };
    let lines: Vec<&str> = text.lines().take(400).collect();
    let strangers = general::Strangers::of(mail);
    let find = |labels: &[&str]| {
        labels.iter().find_map(|label| {
            (0..lines.len())
                .find_map(|n| value(&lines, n, label).filter(|v| !RECIPIENT.iter().any(|r| v.starts_with(r))))
        })
    };
    let mut report = Report { software: software::detect(mail, marks), ..Report::default() };
    for label in RECIPIENT {
        for n in 0..lines.len() {
            let Some(found) = value(&lines, n, label).and_then(address::find) else { continue };
            let known = |r: &Recipient| r.address.as_deref().is_some_and(|a| address::same(a, found.2));
            if !strangers.has(found.2) && !report.recipients.iter().any(known) {
                report.recipients.push(Recipient::new(found.2));
            }
        }
        if !report.recipients.is_empty() {
            break;
        }
    }
    let response = find(RESPONSE);
    let reason = find(REASON);
    let coded = lines.iter().copied().find(|l| {
        let words = said::read(l);
        words.quoted || code::leading_reply(&words.response).is_some_and(|r| r >= 400)
    });
    for recipient in &mut report.recipients {
        for words in [response, reason, coded].into_iter().flatten() {
            let read = said::read(words);
            let coded = code::leading_reply(&read.response).is_some() || code::find_status(words).is_some();
            recipient.say(if coded { Place::Quoted } else { Place::Summary }, &read.response);
            recipient.remote = recipient.remote.take().or(read.host);
            recipient.stage = recipient.stage.or(read.stage);
        }
    }
    (!report.recipients.is_empty()).then_some(report)
}

const TRANSCRIPT: &str = "A transcript of the attempts to send the message follows";

fn is_surfcontrol(_: &Mail, marks: &Marks) -> bool {
    marks.says(TRANSCRIPT)
}

fn read_surfcontrol(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let mut report = Report::default();
    for line in mail.text.lines().map(join_lines) {
        let Some((_, end, found)) = address::find(&line).filter(|f| f.0 == 0) else { continue };
        let Some(rest) = line.get(end..).and_then(|r| r.strip_prefix(": [")) else { continue };
        let Some((ip, words)) = rest.split_once("], ") else { continue };
        let mut recipient = Recipient::new(found);
        recipient.remote = Some(ip.to_string()).filter(|h| host::is_host(h));
        if code::leading_reply(words).is_none() {
            recipient.stage = Some(Stage::Connect);
        }
        recipient.say(Place::Quoted, words);
        report.recipients.push(recipient);
    }
    (!report.recipients.is_empty()).then_some(report)
}

const REPORTING: &str = "Reporting-MTA:";
const SENDER: &str = "Original Sender:";

fn is_mailmarshal(_: &Mail, marks: &Marks) -> bool {
    marks.says(REPORTING) && marks.says(SENDER)
}

fn read_mailmarshal(mail: &Mail, _marks: &Marks) -> Option<Report> {
    let (words, fields) = mail.text.split_once(SENDER)?;
    let mut report = general::read(&Mail { text: words.to_string(), headers: mail.headers.clone(), ..Mail::default() });
    let field = |name: &str| {
        fields.lines().find_map(|l| l.trim().strip_prefix(name)).and_then(dsn::host).filter(|h| host::is_host(h))
    };
    report.generating_server = field(REPORTING);
    for recipient in &mut report.recipients {
        recipient.remote = recipient.remote.take().or_else(|| field("Remote-MTA:"));
    }
    (!report.recipients.is_empty()).then_some(report)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::readers::{marks_of, read_by};

    #[test]
    fn chinese_tables() {
        let text = "抱歉，您的邮件被退回来了……\n原邮件信息：\n时间\t2013-01-01\n主题\t你好\n收件人\ta@example.com\n退信原因：\n收件人邮箱不存在\n英文说明:SMTP error, RCPT TO: Host mx.example.com(192.0.2.1) said RCPT TO 550 5.1.1 User unknown\n";
        let mail = Mail { text: text.into(), ..Mail::default() };
        assert!(is_chinese(&mail, &marks_of(&mail)));
        let r = read_by(&CHINESE, &mail).unwrap();
        let a = &r.recipients[0];
        assert_eq!(a.address.as_deref(), Some("a@example.com"));
        assert_eq!(a.remote.as_deref(), Some("mx.example.com"));
        assert!(a.statements.iter().any(|s| s.text.starts_with("550 5.1.1")), "{a:?}");
    }

    #[test]
    fn mailmarshal() {
        let text = "Your message:\n   From:    me@example.org\n\nCould not be delivered because of\n\n550 5.1.1 User unknown\n\nThe following recipients were affected: \n    a@example.com\n\nAdditional Information\n======================\nOriginal Sender:    <me@example.org>\nRemote-MTA:\t\t<192.0.2.2>\nReporting-MTA:      <rr1.example.net>\n";
        let r = read_by(&MAILMARSHAL, &Mail { text: text.into(), ..Mail::default() }).unwrap();
        assert_eq!(r.generating_server.as_deref(), Some("rr1.example.net"));
        assert_eq!(r.recipients[0].remote.as_deref(), Some("192.0.2.2"));
        assert_eq!(r.recipients[0].address.as_deref(), Some("a@example.com"));
    }

    #[test]
    fn surfcontrol() {
        let text = "Your message could not be sent.\nA transcript of the attempts to send the message follows.\nAddressed To: a@example.com\n\nFailed to send to identified host,\na@example.com: [192.0.2.5], 550 no such user\n--- Message non-deliverable.\n";
        let r = read_by(&SURFCONTROL, &Mail { text: text.into(), ..Mail::default() }).unwrap();
        assert_eq!(r.recipients[0].remote.as_deref(), Some("192.0.2.5"));
    }
}
