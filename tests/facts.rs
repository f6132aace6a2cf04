//! Every fact of the seed documents: its words alone, inside an Exchange report and inside a Postfix bounce must
//! come to the same cause and an accepted owner. The facts are read from ../shared; the expectations are ours.

use serde_json::Value;
use whybounce::internal::explain::{Subject, subject};
use whybounce::terms::Owner;
use whybounce::{Table, diagnose};

use crate::bin::{exchange_text, postfix_bounce, shared};
use crate::seed_expectations::EXPECTED;

/// The words of a fact as a server says them: codes in front, unless the text brings its own.
fn reply(fact: &Value) -> Option<String> {
    let text = fact["text"].as_str()?;
    if whybounce::internal::code::leading_reply(text).is_some() {
        return Some(text.to_string());
    }
    let status = fact["status"].as_str().map(|s| s.split('-').next().unwrap_or(s)).filter(|s| !s.contains('x'));
    let class = status.and_then(|s| s.chars().next()).unwrap_or('5');
    let reply = fact["reply"]
        .as_str()
        .map_or_else(|| if class == '4' { "451".to_string() } else { "550".to_string() }, str::to_string);
    Some(match status {
        Some(status) => format!("{reply} {status} {text}"),
        None => format!("{reply} {text}"),
    })
}

#[test]
fn every_fact_of_the_seeds_is_understood() {
    let Some(path) = shared("facts/seed-facts.json") else { return };
    let facts: Vec<Value> = serde_json::from_slice(&std::fs::read(path).expect("the facts")).expect("JSON");
    let table = Table::default().indexed();
    let mut wrong = Vec::new();
    let mut asked = 0;
    for (id, cause, owners) in EXPECTED {
        let fact = facts.iter().find(|f| f["id"] == *id).unwrap_or_else(|| panic!("no fact {id}"));
        let said = reply(fact).unwrap_or_else(|| panic!("{id} has no text"));
        let dialog = said.contains("Error Number:");
        let mut got = Vec::new();
        // Some words, such as "421 Service Temporarily Unavailable", mean what the seed says only from that vendor.
        let host = if fact["provider"] == "symantec" { "cluster1.us.messagelabs.com" } else { "mx.example.com" };
        let alone =
            if fact["provider"] == "symantec" { format!("host {host}[192.0.2.25] said: {said}") } else { said.clone() };
        match subject(&alone, &table) {
            Subject::Reply(r) => got.push(("alone", r.cause, r.owner, r.rule)),
            _ => wrong.push(format!("{id}: not understood alone: {said}")),
        }
        if !dialog {
            for (name, message) in [("Exchange", exchange_text(&said)), ("Postfix", postfix_bounce(&said))] {
                let message = message.replace("mx.example.com", host);
                match diagnose(message.as_bytes(), &table).recipients.as_slice() {
                    [r] => got.push((name, r.cause, r.owner, r.rule.clone())),
                    other => wrong.push(format!("{id}: {} recipients in {name}", other.len())),
                }
            }
        }
        for (name, got_cause, owner, rule) in got {
            asked += 1;
            if got_cause.map(|c| c.id()) != Some(cause) || !owner.is_some_and(|o: Owner| owners.contains(&o.id())) {
                wrong.push(format!(
                    "{id} ({name}): want {cause} {owners:?}, got {} {} by {}: {said}",
                    got_cause.map_or("-", |c| c.id()),
                    owner.map_or("-", |o| o.id()),
                    rule.as_deref().unwrap_or("-")
                ));
            }
        }
    }
    println!("{} of {asked} right", asked - wrong.len());
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// No fact that quotes a server was forgotten.
#[test]
fn every_fact_with_words_has_an_expectation() {
    let Some(path) = shared("facts/seed-facts.json") else { return };
    let facts: Vec<Value> = serde_json::from_slice(&std::fs::read(path).expect("the facts")).expect("JSON");
    let is_wording =
        |t: &str| !t.starts_with('(') && !t.contains(" ... ") && !t.contains("<anything") && !t.ends_with(".x.x");
    let forgotten: Vec<&str> = facts
        .iter()
        .filter(|f| f["text"].as_str().is_some_and(is_wording))
        .filter_map(|f| f["id"].as_str())
        .filter(|id| !EXPECTED.iter().any(|(e, _, _)| e == id))
        .collect();
    assert!(
        forgotten
            .iter()
            .all(|id| id.starts_with("ms-dmarc-") || id.starts_with("ms-to-") || id.starts_with("ms-received-")),
        "{forgotten:?}"
    );
}

/// What a bare code means, provider by provider; the table names the page and the day of the copy that was read.
#[test]
fn bare_codes_mean_what_their_providers_say() {
    let table = std::fs::read_to_string(crate::bin::root().join("tests/rules/bare_codes.tsv")).expect("the table");
    let mut wrong = Vec::new();
    for line in table.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        let [provider, code, cause, owner] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("four columns: {line}");
        };
        let got = crate::bin::Run::new(&["explain", "--json", code]).run().json();
        if (got["cause"].as_str(), got["owner"].as_str()) != (Some(cause), Some(owner)) {
            wrong.push(format!("{provider} {code}: {} {}", got["cause"], got["owner"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
