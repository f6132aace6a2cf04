//! Finds what was refused in any text: puts answers, commands, names and addresses together.

use super::dialogue::{self, Command};
use super::passage::{self, Reply, Text};
use super::reply;
use super::roles::{self, Role};
use super::{bounds, line, trouble};
use crate::names::code::Status;
use crate::names::terms::{Action, Form, Side, Stage};
use crate::names::{address, host, stage};
use crate::report::said;
use crate::report::types::{Place, Recipient};

/// One refusal with the people and servers around it.
#[derive(Clone, Debug, Default)]
struct Refusal {
    /// The words, codes included.
    words: String,
    code: Option<u16>,
    status: Option<Status>,
    /// Whom it is about, where the text ties somebody to it.
    addresses: Vec<String>,
    server: Option<(String, u8)>,
    stage: Option<Stage>,
    /// An answer in a dialogue that is shown.
    shown: bool,
}

/// What a text was found to say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// The form of the text.
    pub(crate) form: Form,
    /// The recipients that failed, or one without an address.
    pub(crate) recipients: Vec<Recipient>,
    /// The sender in the dialogue.
    pub(crate) sender: Option<String>,
}

/// Looks through a text. `None` where nothing in it refuses anything.
pub(super) fn find(lines: &[line::Line]) -> Option<Found> {
    let joined = Text::new(lines);
    let mut look = Look::new(&joined);
    look.through();
    let mut refusals = std::mem::take(&mut look.refusals);
    let talk = look.talk();
    if refusals.is_empty() {
        refusals = look.worded();
    }
    if refusals.is_empty() {
        refusals = look.troubles();
    }
    if refusals.is_empty() {
        return None;
    }
    merge(&mut refusals);
    let form = form(&joined, lines, talk, &refusals);
    let known = look.known_recipients();
    let mut recipients = recipients(refusals, &known, &look);
    let logged = form == Form::Session && lines.iter().filter(|l| l.stamped).count() * 2 > lines.len();
    let queued = ["queue", "Queue", "deferred", "remain", "will retry"].iter().any(|w| joined.text.contains(w));
    let program = matches!(form, Form::Error | Form::Dialog | Form::Session) && !logged && !queued;
    let submits = [":587", ":465", "port 587", "port 465"].iter().any(|p| joined.text.contains(p));
    for r in &mut recipients {
        // A program that names no server, or one for submission (RFC 6409), speaks of the one that it hands its mail to.
        let own = r.remote.as_deref().is_none_or(|h| submits || h.starts_with("smtp."));
        if form == Form::Dialog || form == Form::Error && own {
            r.side = Some(Side::Sender);
        }
        // What a program tried once and gave back is no longer under way, however politely it was refused.
        if program && r.action == Some(Action::Delayed) {
            r.action = Some(Action::Failed);
        }
    }
    Some(Found { form, sender: look.sender.clone(), recipients })
}

/// The state of a look through a text.
struct Look<'t> {
    text: &'t Text,
    replies: Vec<Reply>,
    refusals: Vec<Refusal>,
    sender: Option<String>,
    /// The server that the dialogue is with.
    server: Option<(String, u8)>,
    /// The recipients of the dialogue, and whether the server took them.
    rcpts: Vec<(String, Option<bool>)>,
    last: Option<Command>,
    commands: usize,
    answers: usize,
    greeted: bool,
    data: bool,
    /// The server took the message.
    delivered: bool,
    /// The dialogue goes on with a report to the sender of what was refused.
    reporting: bool,
    /// Recipients that fields and sentences name outside of answers.
    named: Vec<String>,
    /// Others that stand in a sentence of failure.
    failing: Vec<String>,
    /// All that nothing speaks against.
    others: Vec<String>,
    /// Recipients that stand in one list.
    listed: Vec<Vec<String>>,
}

impl<'t> Look<'t> {
    fn new(text: &'t Text) -> Self {
        Self {
            text,
            replies: reply::replies(text),
            refusals: Vec::new(),
            sender: None,
            server: None,
            rcpts: Vec::new(),
            last: None,
            commands: 0,
            answers: 0,
            greeted: false,
            data: false,
            delivered: false,
            reporting: false,
            named: Vec::new(),
            failing: Vec::new(),
            others: Vec::new(),
            listed: Vec::new(),
        }
    }

    /// A dialogue is shown, not merely retold.
    fn talk(&self) -> bool {
        self.commands > 1 && self.answers > 0 || self.greeted && self.commands > 0 || self.greeted && self.answers > 1
    }

    fn through(&mut self) {
        let mut next = 0;
        // A later line of an answer is no answer of its own.
        let mut inside = 0;
        for n in 0..self.text.count() {
            let line = self.text.line(n);
            let start = self.text.starts[n];
            if line.trim().is_empty() || passage::is_frame(line) {
                continue;
            }
            let first = next;
            while next < self.replies.len() && self.replies[next].start <= start + line.len() {
                next += 1;
            }
            let here = first..next;
            let answer = dialogue::answer(line);
            // `550-Sent: RCPT TO:<a@b>` retells another dialogue.
            let command = if answer.is_some() { None } else { dialogue::command(line) };
            let command = command.filter(|_| !self.is_echo(line));
            if self.data {
                // The message goes by, until the dot or the answer.
                let ends = command.as_ref().is_some_and(|c| c.stage == Some(Stage::Eod) || c.quit);
                if ends {
                    self.last = Some(Command { stage: Some(Stage::Eod), address: None, quit: false });
                    self.data = false;
                    continue;
                }
                match answer {
                    Some((code, ..))
                        if code != 354 && bounds::behind_sign(line.trim()).len() < line.trim().len()
                            || !here.is_empty() =>
                    {
                        self.last = Some(Command { stage: Some(Stage::Eod), address: None, quit: false });
                        self.data = false;
                    }
                    _ => continue,
                }
            }
            if let Some(command) = command {
                self.take_command(command);
                continue;
            }
            let in_talk = answer.is_some() && (self.commands > 0 || self.greeted || answer.is_some_and(|a| a.0 == 220));
            if start < inside && here.is_empty() {
                continue;
            }
            if let Some((code, more, payload)) = answer.filter(|_| in_talk && here.is_empty()) {
                self.take_answer(code, more, payload);
                if code < 400 {
                    continue;
                }
            }
            for r in here {
                let reply = self.replies[r].clone();
                inside = inside.max(reply.end);
                self.take_reply(n, &reply, in_talk);
            }
            self.take_names(line);
        }
    }

    /// Does the line repeat a part of an answer?
    fn is_echo(&self, line: &str) -> bool {
        let bare = crate::text::join_lines(line);
        bare.len() > 8 && self.refusals.iter().rev().take(3).any(|r| r.words.contains(&bare))
    }

    fn take_command(&mut self, command: Command) {
        self.commands += 1;
        match command.stage {
            // What follows is the report about the refusal.
            Some(Stage::Mail) if command.address.is_none() && !self.refusals.is_empty() => self.reporting = true,
            Some(Stage::Rcpt) if self.reporting => {}
            Some(Stage::Mail) => {
                self.reporting = false;
                // A second message in the same channel.
                if self.refusals.is_empty() {
                    self.rcpts.clear();
                }
                self.sender = command.address.clone().or(self.sender.take());
            }
            Some(Stage::Rcpt) => {
                if let Some(who) = &command.address
                    && !self.rcpts.iter().any(|(a, _)| address::same(a, who))
                    && self.rcpts.len() < 1000
                {
                    self.rcpts.push((who.clone(), None));
                }
            }
            _ => {}
        }
        self.last = Some(command);
    }

    /// An answer of the dialogue that refuses nothing: it moves the dialogue on.
    fn take_answer(&mut self, code: u16, more: bool, payload: &str) {
        self.answers += 1;
        if code == 220 && self.last.as_ref().is_none_or(|l| l.quit || l.stage.is_none()) {
            self.greeted = true;
            let name = payload.get(4..).and_then(|g| g.split_whitespace().next()).filter(|n| roles::is_server(n));
            if let Some(name) = name {
                self.hear_of((name.to_string(), 3));
            }
            self.last = None;
        }
        let helo = self.last.as_ref().is_some_and(|l| l.stage == Some(Stage::Helo));
        if code == 250
            && helo
            && self.server.is_none()
            && let Some(name) =
                payload.get(4..).and_then(|g| g.split([' ', '\\', '\'']).next()).filter(|n| roles::is_server(n))
        {
            self.hear_of((name.to_string(), 3));
        }
        if more {
            return;
        }
        if code == 354 {
            self.data = true;
        }
        let last = self.last.as_ref().and_then(|l| l.stage);
        self.delivered |= last == Some(Stage::Eod) && (200..300).contains(&code);
        if (200..300).contains(&code)
            && let Some(Command { stage: Some(Stage::Rcpt), address: Some(who), .. }) = &self.last
            && let Some(known) = self.rcpts.iter_mut().find(|(a, _)| address::same(a, who))
        {
            known.1 = Some(true);
        }
    }

    fn hear_of(&mut self, server: (String, u8)) {
        // A name says more than a number, and the same host keeps the name it was called by.
        let better = self.server.as_ref().is_none_or(|(known, sure)| {
            server.1 > *sure || server.1 == *sure && server.1 > 1 && known != &server.0 && !self.talk()
        });
        if better {
            self.server = Some(server);
        }
    }

    /// Takes a refusal up, with what stands around it.
    fn take_reply(&mut self, n: usize, reply: &Reply, in_talk: bool) {
        let line = self.text.line(n);
        let before = &line[..reply.start - self.text.starts[n]];
        let farewell = self.last.as_ref().is_some_and(|l| l.quit) && in_talk && !self.refusals.is_empty();
        if farewell {
            return;
        }
        let end = (reply.end.max(reply.start) - self.text.starts[n]).min(line.len());
        let behind = line.get(end..).unwrap_or("");
        // A trailer may stand on a later line of the same answer.
        let whole = &self.text.text[reply.start..passage::floor(&self.text.text, reply.end + 80)];
        let behind = if whole.contains("in reply to ") { whole } else { behind };
        let mut refusal =
            Refusal { words: reply.words.clone(), code: reply.code, status: reply.status, ..Refusal::default() };
        let payload = dialogue::answer(line).is_some() && !before.contains('@');
        refusal.shown = in_talk && payload && (self.greeted || self.commands > 0);
        let mut mentioned = mentioned_stage(before, behind);
        if mentioned.is_none() && n > 0 && !in_talk {
            mentioned = mentioned_stage(self.text.line(n - 1), "");
        }
        if refusal.shown {
            self.answers += 1;
            // A refusal before any command turns the connection itself away (RFC 5321 section 3.1).
            if !self.greeted && self.commands == 0 || self.last.is_none() {
                refusal.stage = Some(Stage::Connect);
            } else if let Some(last) = &self.last {
                refusal.stage = last.stage;
                match last.stage {
                    Some(Stage::Rcpt) => {
                        refusal.addresses.extend(last.address.clone());
                        if let Some(who) = &last.address
                            && let Some(known) = self.rcpts.iter_mut().find(|(a, _)| address::same(a, who))
                        {
                            known.1 = Some(false);
                        }
                    }
                    Some(Stage::Data | Stage::Eod) => {
                        let took = |(_, took): &&(String, Option<bool>)| *took != Some(false);
                        refusal.addresses.extend(self.rcpts.iter().filter(took).map(|(a, _)| a.clone()));
                    }
                    _ => refusal.addresses.extend(self.rcpts.iter().map(|(a, _)| a.clone())),
                }
            }
            refusal.server = self.server.clone();
        } else {
            refusal.stage = mentioned.or_else(|| self.last.as_ref().filter(|_| self.talk()).and_then(|l| l.stage));
            let near = before.get(passage::floor(before, before.len().saturating_sub(400))..).unwrap_or(before);
            let found = roles::addresses(near);
            // `<a@b>: host mx.example.com said: 550` begins with whom it is about.
            let heads = |at: usize, who: &str| {
                near.len() == before.len()
                    && at < 4
                    && before[at + who.len()..].trim_start_matches('>').starts_with(':')
            };
            let told = found.iter().rev().find(|(at, who, role)| match role {
                Role::Recipient => true,
                _ if heads(*at, who) => true,
                // The address in MAIL FROM is the sender's.
                Role::Unknown => {
                    near.len() - at < 160 && !about_sender(&near[..*at]) && refusal.stage != Some(Stage::Mail)
                }
                _ => false,
            });
            if let Some((at, who, _)) = told {
                // `mail to a@b c@d not sent: 550`: those right before it belong to it too.
                let mut first = *at;
                for (start, other, _) in found.iter().rev().filter(|(start, ..)| start < at) {
                    let between = &near[start + other.len()..first];
                    if !between.chars().all(|c| matches!(c, ' ' | ',' | ';' | '<' | '>')) {
                        break;
                    }
                    refusal.addresses.insert(0, (*other).to_string());
                    first = *start;
                }
                refusal.addresses.push((*who).to_string());
            }
            if let Some((_, who, _)) = found.iter().find(|(_, _, role)| *role == Role::Sender) {
                self.sender = self.sender.take().or(Some((*who).to_string()));
            }
            refusal.server = roles::server_in(before);
            if refusal.server.is_none()
                && let Some(name) =
                    host::last_host(near).filter(|h| roles::is_server(h) && before.contains(&format!("{h}[")))
            {
                refusal.server = Some((name, 4));
            }
        }
        self.refusals.push(refusal);
    }

    /// Hosts and addresses of lines that are no answers.
    fn take_names(&mut self, line: &str) {
        if line.len() > 20_000 {
            return;
        }
        if let Some(server) = roles::server_in(line) {
            let talk = self.talk();
            if !talk || server.1 > 1 && self.server.is_none() {
                self.hear_of(server);
            }
        }
        if line.contains('@') {
            let found = roles::addresses(line);
            let list: Vec<String> = found.iter().filter(|f| f.2 == Role::Recipient).map(|f| f.1.to_string()).collect();
            if list.len() > 1 && self.listed.len() < 100 {
                self.listed.push(list);
            }
            for (_, who, role) in found {
                match role {
                    Role::Recipient if self.named.len() < 1000 && !self.named.iter().any(|a| address::same(a, who)) => {
                        self.named.push(who.to_string());
                    }
                    Role::Unknown
                        if self.others.len() < 1000 && !tells_of_sender(line) && !who.ends_with("@localhost") =>
                    {
                        let list = if failing(line) { &mut self.failing } else { &mut self.others };
                        if !list.iter().any(|a| address::same(a, who)) {
                            list.push(who.to_string());
                        }
                    }
                    Role::Sender if self.sender.is_none() => self.sender = Some(who.to_string()),
                    _ => {}
                }
            }
        }
    }

    /// Whom the text names as recipients, for refusals that name nobody.
    fn known_recipients(&self) -> Vec<String> {
        if self.rcpts.is_empty() {
            let sender = self.sender.as_deref().unwrap_or("");
            for list in [&self.named, &self.failing, &self.others] {
                let named: Vec<String> = list.iter().filter(|a| !address::same(a, sender)).cloned().collect();
                // Several that stand in one list are meant together.
                if named.len() == 1 || !named.is_empty() && self.listed.iter().any(|l| l.len() == named.len()) {
                    return named;
                }
                if !named.is_empty() {
                    break;
                }
            }
            return Vec::new();
        }
        self.rcpts.iter().map(|(a, _)| a.clone()).collect()
    }

    /// Answers that a program shows without their codes: words of refusal behind the recipient's address.
    fn worded(&self) -> Vec<Refusal> {
        let mut found: Vec<Refusal> = Vec::new();
        let mut last = usize::MAX;
        for n in 0..self.text.count() {
            let line = self.text.line(n);
            // A list goes on below its first line.
            let more = last.wrapping_add(1) == n && address::find(line).is_some_and(|f| f.0 < 3);
            if !line.contains('@') || passage::is_frame(line) || !failing(line) && !more {
                continue;
            }
            for (at, who, role) in roles::addresses(line) {
                let behind = &line[at + who.len()..];
                let said = behind.trim_start_matches('>').strip_prefix(": ");
                let Some(said) = said.filter(|s| more || reply::refuses(s)) else { continue };
                if role == Role::Other || role == Role::Sender && about_sender(&line[..at]) {
                    continue;
                }
                let start = self.text.starts[n] + line.len() - said.len();
                let (_, words) = bounds::extent(self.text, n, start, &passage::Left::default(), None);
                found.push(Refusal {
                    words,
                    addresses: vec![who.to_string()],
                    stage: mentioned_stage(&line[..at], ""),
                    ..Refusal::default()
                });
                last = n;
                break;
            }
        }
        found
    }

    /// Failures without an answer.
    fn troubles(&self) -> Vec<Refusal> {
        // A dialogue that came to its end without a refusal went well, whatever was said around it.
        if self.talk() && (self.delivered || self.last.as_ref().is_some_and(|l| l.quit)) {
            return Vec::new();
        }
        let found = trouble::find(self.text);
        let broken = || {
            // A dialogue that stops before its end, with a word about it.
            let lines = (0..self.text.count()).rev().take(12).map(|n| self.text.line(n));
            let last = lines
                .filter(|l| dialogue::answer(l).is_none())
                .find(|l| failing(l) && !l.starts_with("Verif") && !l.starts_with("verif"))?;
            let words = trouble::statement(last);
            let line = self.text.count() - 1;
            self.talk().then_some(trouble::Trouble { line, words, stage: None, common: true })
        };
        let broken = if found.is_empty() { broken() } else { None };
        let best = found.iter().find(|t| !t.common).or_else(|| found.first()).or(broken.as_ref());
        let Some(best) = best else { return Vec::new() };
        let line = self.text.line(best.line);
        let pending = self.last.as_ref().filter(|_| self.talk());
        let stage = pending.and_then(|l| l.stage).or(best.stage);
        let addresses = match pending {
            Some(Command { stage: Some(Stage::Rcpt), address: Some(who), .. }) => vec![who.clone()],
            Some(_) => self.rcpts.iter().map(|(a, _)| a.clone()).collect(),
            None => Vec::new(),
        };
        let server = roles::server_in(line).or_else(|| self.server.clone());
        vec![Refusal { words: best.words.clone(), addresses, server, stage, ..Refusal::default() }]
    }
}

/// The stage that the words around an answer name.
fn mentioned_stage(before: &str, behind: &str) -> Option<Stage> {
    let near = before.get(passage::floor(before, before.len().saturating_sub(120))..).unwrap_or(before);
    let lower = near.to_ascii_lowercase();
    if let Some(at) = behind.find("in reply to ") {
        return stage::stage_in(&behind[at..]);
    }
    if let Some(at) = behind.find("command: '").or_else(|| behind.find("\"command\":")) {
        return stage::stage_in(&behind[at..passage::floor(behind, at + 40)]);
    }
    const PHRASES: &[(&str, Stage)] = &[
        ("message failed", Stage::Eod),
        ("data not accepted", Stage::Eod),
        ("end of data", Stage::Eod),
        ("data end", Stage::Eod),
        ("pipelined end of data", Stage::Eod),
        ("rcpt to", Stage::Rcpt),
        ("recipient command failed", Stage::Rcpt),
        ("recipients failed", Stage::Rcpt),
        ("recipients were rejected", Stage::Rcpt),
        ("recipients refused", Stage::Rcpt),
        ("recipientsrefused", Stage::Rcpt),
        ("recipient address", Stage::Rcpt),
        ("add recipient", Stage::Rcpt),
        ("addressfailedexception", Stage::Rcpt),
        ("invalid addresses", Stage::Rcpt),
        ("senderrefused", Stage::Mail),
        ("senderfailedexception", Stage::Mail),
        ("mail from", Stage::Mail),
        ("mail command failed", Stage::Mail),
        ("from address failed", Stage::Mail),
        ("set sender", Stage::Mail),
        ("sender address", Stage::Mail),
        ("authentication", Stage::Auth),
        ("invalid login", Stage::Auth),
        ("dataerror", Stage::Eod),
        ("invalid greeting", Stage::Connect),
        ("connecterror", Stage::Connect),
        ("heloerror", Stage::Helo),
        ("data command", Stage::Data),
    ];
    PHRASES
        .iter()
        .filter_map(|(words, stage)| lower.rfind(words).map(|at| (at, *stage)))
        .max_by_key(|(at, _)| *at)
        .map(|(_, stage)| stage)
        .or_else(|| if near.contains("after ") || near.contains("in reply to") { stage::stage_in(near) } else { None })
}

/// Does a program say on this line that sending failed?
fn failing(line: &str) -> bool {
    let lower = line.to_lowercase();
    [
        "fail",
        "error",
        "fehler",
        "échoué",
        "erreur",
        "refused",
        "rejected",
        "not accept",
        "could not",
        "couldn't",
        "cannot",
        "unable",
        "nicht",
        "no se pudo",
        "errore",
        "erro ",
        "fout",
        "błąd",
        "invalid",
        "not sent",
        "bounced",
        "undeliver",
    ]
    .iter()
    .any(|w| lower.contains(w))
}

/// Does the line tell of a refusal of the sender's address?
fn tells_of_sender(line: &str) -> bool {
    line.contains("MAIL FROM") || line.contains("SenderRefused")
}

/// Do the words before an address speak of the sender?
fn about_sender(before: &str) -> bool {
    let lower = before.to_ascii_lowercase();
    ["mail from", "sender", "from=", "from:", "senderrefused"].iter().any(|w| lower.contains(w))
}

/// The same refusal told several times becomes one, with all that the tellings know.
fn merge(refusals: &mut Vec<Refusal>) {
    let mut kept: Vec<Refusal> = Vec::new();
    for refusal in refusals.drain(..) {
        let key = bare(&refusal.words);
        let same = kept.iter_mut().rev().take(50).find(|k| {
            let other = bare(&k.words);
            let alike =
                other == key || key.len() > 8 && other.len() > 8 && (other.contains(&key) || key.contains(&other));
            let apart = !k.addresses.is_empty()
                && !refusal.addresses.is_empty()
                && !refusal.addresses.iter().any(|a| k.addresses.iter().any(|b| address::same(a, b)));
            alike && !apart
        });
        match same {
            Some(known) => {
                // The fuller words count; those that were shown in the dialogue are whole.
                let fuller = refusal.words.len() > known.words.len()
                    && !known.shown
                    && refusal.words.len() < known.words.len() * 2
                    || known.code.is_none() && refusal.code.is_some();
                if fuller {
                    known.words = refusal.words;
                    known.code = refusal.code.or(known.code);
                    known.status = refusal.status.or(known.status);
                }
                for who in refusal.addresses {
                    if !known.addresses.iter().any(|a| address::same(a, &who)) {
                        known.addresses.push(who);
                    }
                }
                known.stage = known.stage.or(refusal.stage);
                if known.server.as_ref().map_or(0, |s| s.1) < refusal.server.as_ref().map_or(0, |s| s.1) {
                    known.server = refusal.server;
                }
                known.shown |= refusal.shown;
            }
            None => kept.push(refusal),
        }
    }
    // "503 need RCPT", "554 no valid recipients" behind a refusal are its echo.
    if kept.len() > 1 {
        let echo = |r: &Refusal| {
            let lower = r.words.to_ascii_lowercase();
            [
                "no valid recipients",
                "need rcpt",
                "valid rcpt",
                "bad sequence",
                "no recipients",
                "rcpt first",
                "need mail",
                "must have",
            ]
            .iter()
            .any(|w| lower.contains(w))
        };
        if kept.iter().any(|r| !echo(r)) {
            kept.retain(|r| !echo(r));
        }
        // Behind a refusal of the client itself all that it types is refused as well.
        let early =
            |r: &Refusal| r.shown && matches!(r.stage, Some(Stage::Connect | Stage::Helo | Stage::Auth | Stage::Mail));
        let command = |r: &Refusal| r.shown && matches!(r.code, Some(500 | 502 | 503));
        if kept.iter().any(early) && kept.iter().any(|r| !command(r)) {
            kept.retain(|r| !command(r));
        }
    }
    *refusals = kept;
}

/// The words without codes, for comparison.
fn bare(words: &str) -> String {
    let is_code = |w: &&str| {
        let w = w.trim_matches(|c: char| !c.is_ascii_digit());
        !(w.len() >= 3
            && w.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-')
            && w.starts_with(['2', '4', '5']))
    };
    words.split_whitespace().filter(is_code).collect::<Vec<_>>().join(" ").to_lowercase()
}

/// One recipient for each address of each refusal.
fn recipients(refusals: Vec<Refusal>, known: &[String], look: &Look<'_>) -> Vec<Recipient> {
    let mut out: Vec<Recipient> = Vec::new();
    let alone = refusals.len() == 1;
    for refusal in refusals {
        let mut addresses = refusal.addresses.clone();
        if addresses.is_empty() {
            addresses.extend(roles::in_reply(&refusal.words));
        }
        if addresses.is_empty() && alone {
            addresses.extend(known.iter().cloned());
        }
        let server = refusal.server.clone().or_else(|| look.server.clone().filter(|_| alone || look.talk()));
        let who: Vec<Option<String>> =
            if addresses.is_empty() { vec![None] } else { addresses.into_iter().map(Some).collect() };
        for address in who.into_iter().take(1000) {
            let temporary = refusal.code.map_or(refusal.status.is_some_and(|s| s.class == 4), |c| c < 500);
            let mut recipient = Recipient { address, stage: refusal.stage, ..Recipient::default() };
            recipient.action = Some(if temporary { Action::Delayed } else { Action::Failed });
            recipient.remote = server.as_ref().map(|(name, _)| name.clone());
            // A server that turns a client away says its own name first (RFC 5321 section 4.2).
            if recipient.remote.as_deref().is_none_or(|r| host::parse_ip(r).is_some())
                && let Some(name) = said::greeting_host(&refusal.words)
            {
                recipient.remote = Some(name.to_string());
            }
            let place = if refusal.shown { Place::Transcript } else { Place::Quoted };
            recipient.say(place, &refusal.words);
            // The last word about somebody counts.
            let same = out
                .iter()
                .position(|o| matches!((&o.address, &recipient.address), (Some(a), Some(b)) if address::same(a, b)));
            match same {
                Some(at) => {
                    let known = &mut out[at];
                    if known.stage.is_none() || recipient.stage.is_some() {
                        let remote = recipient.remote.take().or(known.remote.take());
                        *known = Recipient { remote, ..recipient };
                    }
                }
                None if out.len() < 5000 => out.push(recipient),
                None => {}
            }
        }
    }
    // A refusal that names nobody, beside others that do, is about them all: the program's summing up.
    if out.iter().any(|r| r.address.is_some()) && out.len() > 1 {
        out.retain(|r| r.address.is_some());
    }
    out
}

/// Sentences of mail programs' windows about their outgoing server.
const DIALOGS: &[&str] = &[
    "annot send message using the server",
    "Sending of the message failed",
    "error occurred while sending mail",
    "n error occurred sending mail",
    "ould not be sent using the server",
    "cannot be sent using the server",
    "Select a different outgoing mail server",
    "Account Settings",
    "was rejected by the server because",
    "Senden der Nachricht fehlgeschlagen",
    "Fehler beim Senden",
    "konnte nicht über den Server",
    "L’envoi du message a échoué",
    "L'envoi du message a échoué",
    "Une erreur est survenue lors de l'envoi",
    "Error al enviar",
    "Invio del messaggio non riuscito",
    "Verzenden van bericht mislukt",
];

/// What kind of text it is, by its structure.
fn form(text: &Text, lines: &[line::Line], talk: bool, refusals: &[Refusal]) -> Form {
    let filled = lines.iter().filter(|l| !l.text.trim().is_empty()).count().max(1);
    let stamped = lines.iter().filter(|l| l.stamped).count();
    if talk {
        return Form::Session;
    }
    let lower = &text.text;
    if DIALOGS.iter().any(|d| lower.contains(d)) {
        return Form::Dialog;
    }
    let frames = (0..text.count()).any(|n| passage::is_frame(text.line(n)));
    const ERRORS: &[&str] = &[
        "Exception",
        "Error:",
        "Traceback",
        "panic:",
        "Uncaught",
        "error:",
        "Failed to",
        "failed:",
        "SMTPRe",
        "SMTPS",
        "SMTPD",
    ];
    if frames || ERRORS.iter().any(|e| lower.contains(e)) {
        return Form::Error;
    }
    if stamped * 2 > filled {
        return Form::Log;
    }
    if let [only] = refusals
        && filled < 12
        && bare(&text.text).len() <= bare(&only.words).len() + 24
    {
        return Form::Reply;
    }
    Form::Report
}
