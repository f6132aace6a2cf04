//! The look through a text, line by line: what is refused, and who and what stands around it.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::Refusal;
use super::around::{about_sender, failing, logs_in, mentioned_stage, tells_of_sender};
use crate::finder::dialogue::{self, Command};
use crate::finder::passage::{self, Reply, Text};
use crate::finder::roles::{self, Role};
use crate::finder::{bounds, reply, suppressed, trouble};
use crate::names::terms::Stage;
use crate::names::{address, host};

/// The state of a look through a text.
pub(super) struct Look<'t> {
    text: &'t Text,
    replies: Vec<Reply>,
    pub(super) refusals: Vec<Refusal>,
    pub(super) sender: Option<String>,
    /// The server that the dialogue is with.
    pub(super) server: Option<(String, u8)>,
    /// The recipients of the dialogue, and whether the server took them.
    rcpts: Vec<(String, Option<bool>)>,
    /// Where each of them stands, by its address in lower case.
    rcpt_places: HashMap<String, usize>,
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
    /// The addresses of `named`, `failing` and `others`, in lower case.
    seen: [HashSet<String>; 3],
}

/// A recipient of the dialogue.
fn rcpt<'r>(
    rcpts: &'r mut [(String, Option<bool>)],
    places: &HashMap<String, usize>,
    who: &str,
) -> Option<&'r mut (String, Option<bool>)> {
    rcpts.get_mut(*places.get(&who.to_lowercase())?)
}

impl<'t> Look<'t> {
    pub(super) fn new(text: &'t Text) -> Self {
        Self {
            text,
            replies: reply::replies(text),
            refusals: Vec::new(),
            sender: None,
            server: None,
            rcpts: Vec::new(),
            rcpt_places: HashMap::new(),
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
            seen: Default::default(),
        }
    }

    /// A dialogue is shown, not merely retold.
    pub(super) fn talk(&self) -> bool {
        self.commands > 1 && self.answers > 0 || self.greeted && self.commands > 0 || self.greeted && self.answers > 1
    }

    pub(super) fn through(&mut self) {
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
            if let Some(own) = suppressed::sentence(line) {
                self.refusals.push(Refusal {
                    words: own.words.to_string(),
                    addresses: own.addresses,
                    line: n,
                    ..Refusal::default()
                });
                continue;
            }
            // What stands in an answer is not what the program says of its server.
            let around = match here.clone().next().map(|r| self.replies[r].start.saturating_sub(start)) {
                Some(at) => &line[..at.min(line.len())],
                None => line,
            };
            if !self.talk() && self.server.is_none() && around.len() < 4000 && around.contains('.') {
                self.server = roles::called(around).map(|name| (name, 1));
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
                    self.rcpt_places.clear();
                }
                self.sender = command.address.clone().or(self.sender.take());
            }
            Some(Stage::Rcpt) => {
                if let Some(who) = &command.address
                    && let Entry::Vacant(place) = self.rcpt_places.entry(who.to_lowercase())
                {
                    place.insert(self.rcpts.len());
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
            && self.server.as_ref().is_none_or(|s| s.1 < 2)
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
            && let Some(known) = rcpt(&mut self.rcpts, &self.rcpt_places, who)
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
        let mut refusal = Refusal {
            words: reply.words.clone(),
            code: reply.code,
            status: reply.status,
            line: n,
            ..Refusal::default()
        };
        let payload = dialogue::answer(line).is_some() && !before.contains('@');
        refusal.shown = in_talk && payload && (self.greeted || self.commands > 0);
        if refusal.shown {
            self.place_shown(&mut refusal);
        } else {
            let mut mentioned = mentioned_stage(before, behind);
            if mentioned.is_none() && n > 0 && !in_talk {
                mentioned = mentioned_stage(self.text.line(n - 1), "");
            }
            let above = if n > 0 { self.text.line(n - 1) } else { "" };
            self.place_retold(&mut refusal, above, before, mentioned);
        }
        if self.sender.is_none() {
            self.sender = roles::sender_in_reply(&refusal.words).map(str::to_string);
        }
        self.refusals.push(refusal);
    }

    /// An answer that the dialogue shows is about the command before it.
    fn place_shown(&mut self, refusal: &mut Refusal) {
        self.answers += 1;
        if let Some(last) = &self.last {
            refusal.stage = last.stage;
            match last.stage {
                Some(Stage::Rcpt) => {
                    refusal.addresses.extend(last.address.clone());
                    if let Some(who) = &last.address
                        && let Some(known) = rcpt(&mut self.rcpts, &self.rcpt_places, who)
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
        } else {
            // A refusal before any command turns the connection itself away (RFC 5321 section 3.1).
            refusal.stage = Some(Stage::Connect);
        }
        refusal.server = self.server.clone();
    }

    /// An answer that a program retells: the words before it say whom and which server it is about.
    fn place_retold(&mut self, refusal: &mut Refusal, above: &str, before: &str, mentioned: Option<Stage>) {
        refusal.stage = mentioned.or_else(|| self.last.as_ref().filter(|_| self.talk()).and_then(|l| l.stage));
        let near = before.get(passage::floor(before, before.len().saturating_sub(400))..).unwrap_or(before);
        let found = roles::addresses(near);
        // `<a@b>: host mx.example.com said: 550` begins with whom it is about.
        let heads = |at: usize, who: &str| {
            near.len() == before.len() && at < 4 && before[at + who.len()..].trim_start_matches('>').starts_with(':')
        };
        let told = found.iter().rev().find(|(at, who, role)| match role {
            Role::Recipient => true,
            _ if heads(*at, who) => true,
            // The address in MAIL FROM is the sender's.
            Role::Unknown => near.len() - at < 160 && !about_sender(&near[..*at]) && refusal.stage != Some(Stage::Mail),
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
        refusal.server = roles::server_in(before).or_else(|| roles::called(near).map(|name| (name, 1)));
        if refusal.server.is_none() && !before.contains("://") {
            // `{permanent_failure,"mx.example.com",` may stand on the line above.
            let opens = !before.chars().any(char::is_alphanumeric);
            let marked = if opens { above } else { before };
            let aside = if opens { marked.trim_end().ends_with(',') } else { marked.contains(',') };
            refusal.server = roles::in_marks(marked).filter(|_| aside).map(|name| (name, 2));
        }
        if refusal.server.is_none()
            && let Some(name) =
                host::last_host(near).filter(|h| roles::is_server(h) && before.contains(&format!("{h}[")))
        {
            refusal.server = Some((name, 4));
        }
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
            let mut found = roles::addresses(line);
            found.retain(|(at, ..)| !logs_in(line, *at));
            let list: Vec<String> = found.iter().filter(|f| f.2 == Role::Recipient).map(|f| f.1.to_string()).collect();
            if list.len() > 1 && self.listed.len() < 100 {
                self.listed.push(list);
            }
            for (_, who, role) in found {
                match role {
                    Role::Recipient if self.seen[0].insert(who.to_lowercase()) => self.named.push(who.to_string()),
                    Role::Unknown if !tells_of_sender(line) && !who.ends_with("@localhost") => {
                        let at = if failing(line) { 1 } else { 2 };
                        if self.seen[at].insert(who.to_lowercase()) {
                            let list = if at == 1 { &mut self.failing } else { &mut self.others };
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
    pub(super) fn known_recipients(&self) -> Vec<String> {
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
    pub(super) fn worded(&self) -> Vec<Refusal> {
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
                // `message '<a@b>: no such user'`: the address is a part of the words.
                let quote = line[..at].strip_suffix('<').and_then(|b| b.chars().next_back());
                let quote = quote.filter(|q| matches!(q, '\'' | '"'));
                let skipped = if quote.is_some() { at - 1 } else { line.len() - said.len() };
                let left = passage::Left { quote, ..passage::Left::default() };
                let (_, words) = bounds::extent(self.text, n, self.text.starts[n] + skipped, &left, None);
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
    pub(super) fn troubles(&self) -> Vec<Refusal> {
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
        let marked = || roles::in_marks(line).map(|name| (name, 2));
        let server = roles::server_in(line).or_else(marked).or_else(|| self.server.clone());
        vec![Refusal { words: best.words.clone(), addresses, server, stage, ..Refusal::default() }]
    }
}
