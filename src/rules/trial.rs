//! An example put to the table: which rule wins it, and why another does not.

use regex::Regex;

use super::phrase::{Beginnings, Words};
use super::rule::{Example, Rule, Text};
use super::table::{Hit, Question, Table, find, misses_another, said_by, speaking};
use crate::names::code;

/// The question that an example asks.
fn question<'a>(example: &'a Example, words: &'a Words) -> Question<'a> {
    Question {
        words,
        reply: code::reply_in(&example.says),
        status: code::find_status(&example.says),
        host: (!example.by.is_empty()).then_some(&*example.by),
        domain: (!example.to.is_empty()).then_some(&*example.to),
        stage: example.stage,
        side: example.side,
        speaker: example.speaker,
    }
}

/// The rule that wins an example.
#[cfg(test)]
pub(crate) fn winner<'t>(table: &'t Table, example: &Example) -> Option<Hit<'t>> {
    table.find(&question(example, &Words::new(&example.says)))
}

/// Why a rule of this table does not win an example: which of its conditions do not hold, or why another rule is asked
/// before it or outweighs it. `None` when it wins.
#[must_use]
pub fn lost(table: &Table, rule: &Rule, example: &Example) -> Option<String> {
    let words = Words::new(&example.says);
    let question = question(example, &words);
    let hit = table.find(&question);
    if hit.is_some_and(|hit| std::ptr::eq(hit.rule, rule)) {
        return None;
    }
    let winner = match hit {
        Some(hit) => match table.place(hit.rule) {
            Some((_, file)) if !file.is_empty() => format!("rule {} of {file}", hit.rule.id),
            _ => format!("rule {}", hit.rule.id),
        },
        None => "no rule".to_string(),
    };
    let unmet = unmet(rule, &question);
    let why = match hit {
        _ if !unmet.is_empty() => format!("it does not apply: {}", unmet.join("; and ")),
        Some(hit) => format!("it applies, but {}", ahead_of(table, hit, rule)),
        None => "it is not in the table".to_string(),
    };
    Some(format!("rule {} loses its example “{}” to {winner}: {why}", rule.id, example.says))
}

/// Why the rule that won is asked before this one, or outweighs it, and what helps.
fn ahead_of(table: &Table, hit: Hit<'_>, rule: &Rule) -> String {
    let winner = &hit.rule.id;
    let Some((at, file)) = table.place(rule) else { return format!("it is not in the table, and {winner} is") };
    let authority = table.rules().nth(at).map(|(_, authority)| authority);
    let (before, first) = table.place(hit.rule).unwrap_or((at, ""));
    let order = match authority {
        _ if before > at => format!("{winner} outweighs it, though it is asked later (`explain --why` tells by what)"),
        Some(authority) if authority != hit.authority => format!(
            "{winner} is asked first, because its rank “{}” comes before “{}” in order.toml",
            hit.authority.id(),
            authority.id()
        ),
        _ if first == file => format!("{winner} stands above it in the same file"),
        _ if first.is_empty() => format!("{winner} is a rule of your own, and those are asked first"),
        _ => format!("{winner} is asked first, because {first} stands before {file} in order.toml"),
    };
    let matched = hit.span.map_or_else(String::new, |_| " by its phrases".to_string());
    format!("{order}; narrow {winner}{matched} (a longer phrase, `not`, `codes`, `by`), or move this rule before it")
}

/// The conditions of a rule that do not hold, each with what the example has instead.
fn unmet(rule: &Rule, q: &Question<'_>) -> Vec<String> {
    let beginnings = Beginnings::of(q.words);
    let said = q.words.as_str();
    let occurs = |phrase: &&Text| find(phrase, q.words, &beginnings).is_some();
    let list = |texts: &[Text]| texts.iter().map(|t| format!("“{t}”")).collect::<Vec<_>>().join(", ");
    let mut unmet = Vec::new();
    if !rule.says.is_empty() && !rule.says.iter().any(|p| occurs(&p)) {
        unmet.push(format!("no phrase of `says` occurs in “{said}”"));
    }
    if !rule.and.is_empty() && !rule.and.iter().any(|p| occurs(&p)) {
        unmet.push(format!("no phrase of `and` ({}) occurs in “{said}”", list(&rule.and)));
    }
    if let Some(phrase) = rule.not.iter().find(occurs) {
        unmet.push(format!("the phrase “{phrase}” of `not` occurs in it"));
    }
    if let Some(like) = &rule.like
        && !Regex::new(like).is_ok_and(|like| like.is_match(said))
    {
        unmet.push(format!("`like` does not fit “{said}”"));
    }
    if !rule.codes.is_empty() && !rule.codes.iter().any(|c| c.fits(q.reply, q.status)) {
        let wanted = rule.codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let has = match (q.reply, q.status) {
            (Some(reply), Some(status)) => format!("{reply} {status}"),
            (Some(reply), None) => format!("{reply} and no status code"),
            (None, Some(status)) => format!("{status} and no reply code"),
            (None, None) => "no code".into(),
        };
        unmet.push(format!("`codes` wants {wanted}, and the example has {has}"));
    }
    if !rule.by.is_empty() && !said_by(&rule.by, speaking(q), q.words, &beginnings) {
        let wanted = rule.by.join(", ");
        unmet.push(match speaking(q) {
            Some(host) => format!("`by` wants {wanted}, and the example has {host}"),
            None => format!(
                "`by` wants {wanted}, and the example names no server: write {{ says = \"…\", by = \"mx.{}\" }}",
                rule.by[0]
            ),
        });
    }
    if !rule.stage.is_empty() && !q.stage.is_some_and(|s| rule.stage.contains(&s)) {
        let wanted = rule.stage.iter().map(|s| s.id()).collect::<Vec<_>>().join(" or ");
        unmet.push(match q.stage {
            Some(stage) => format!("`stage` wants {wanted}, and the example has {stage}"),
            None => format!(
                "`stage` wants {wanted}, and the example has none: write {{ says = \"…\", stage = \"{}\" }}",
                rule.stage[0]
            ),
        });
    }
    if let Some(side) = rule.side
        && q.side != Some(side)
    {
        unmet.push(match q.side {
            Some(other) => format!("`side` wants {side}, and the example has {other}"),
            None => {
                format!("`side` wants {side}, and the example has none: write {{ says = \"…\", side = \"{side}\" }}")
            }
        });
    }
    if let Some(speaker) = rule.speaker
        && q.speaker != Some(speaker)
    {
        unmet.push(match q.speaker {
            Some(other) => format!("`speaker` wants {speaker}, and the example has {other}"),
            None => format!(
                "`speaker` wants {speaker}, and the example has none: write {{ says = \"…\", speaker = \"{speaker}\" }}"
            ),
        });
    }
    if rule.missing_host && !q.domain.is_some_and(|domain| misses_another(said, domain)) {
        unmet.push(match q.domain {
            Some(domain) => format!("`missing_host` wants a missing name other than {domain}"),
            None => "`missing_host` wants the recipient's domain: write { says = \"…\", to = \"example.com\" }".into(),
        });
    }
    unmet
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::names::terms::{Side, Stage};
    use crate::rules::built_in;
    use crate::rules::own::RuleSet;

    fn why(rules: &str) -> String {
        let set = RuleSet::read("f", rules.as_bytes()).expect("rules");
        let table = Table::with(set);
        let last = table.rules().find(|(rule, _)| rule.id == "z").expect("the rule z").0;
        lost(&table, last, &last.examples[0]).expect("the example is lost")
    }

    #[test]
    fn each_condition_is_told() {
        for (fields, want) in [
            (
                "says = ['abcdef']\nexamples = ['xyz']",
                "rule z loses its example “xyz” to no rule: it does not apply: no phrase of `says` occurs in “xyz”",
            ),
            (
                "says = ['abcdef']\nand = ['ghijk']\nexamples = ['Abcdef']",
                "no phrase of `and` (“ghijk”) occurs in “abcdef”",
            ),
            (
                "says = ['abcdef']\nnot = ['ghijk']\nexamples = ['abcdef ghijk']",
                "the phrase “ghijk” of `not` occurs in it",
            ),
            ("says = ['abcdef']\nlike = '^x'\nexamples = ['abcdef']", "`like` does not fit “abcdef”"),
            (
                "codes = ['550', '5.7.1']\nexamples = ['551 5.7.2 abcdef']",
                "`codes` wants 550, 5.7.1, and the example has 551 5.7.2",
            ),
            ("codes = ['550']\nexamples = ['abcdef']", "and the example has no code"),
            (
                "says = ['abcdef']\nby = ['example.com']\nexamples = ['abcdef']",
                "names no server: write { says = \"…\", by = \"mx.example.com\" }",
            ),
            (
                "says = ['abcdef']\nby = ['example.com']\nexamples = [{ says = 'abcdef', by = 'mx.example.net' }]",
                "`by` wants example.com, and the example has mx.example.net",
            ),
            (
                "says = ['abcdef']\nstage = ['eod']\nexamples = ['abcdef']",
                "`stage` wants eod, and the example has none",
            ),
            (
                "says = ['abcdef']\nstage = ['eod', 'data']\nexamples = [{ says = 'abcdef', stage = 'mail' }]",
                "`stage` wants eod or data, and the example has mail",
            ),
            (
                "says = ['abcdef']\nside = 'sender'\nexamples = ['abcdef']",
                "`side` wants sender, and the example has none",
            ),
            (
                "says = ['abcdef']\nspeaker = 'local-program'\nexamples = ['abcdef']",
                "`speaker` wants local-program, and the example has none",
            ),
            (
                "says = ['abcdef']\nmissing_host = true\nexamples = ['abcdef']",
                "`missing_host` wants the recipient's domain",
            ),
            ("codes = ['550']\nby = ['example.com']\nexamples = ['551 x']", "551 and no status code; and `by` wants"),
        ] {
            let got = why(&format!("[[rule]]\nid = 'z'\ncause = 'unknown'\n{fields}\n"));
            assert!(got.contains(want), "{got}");
        }
    }

    #[test]
    fn the_order_is_told() {
        let rule = |id: &str, fields: &str| format!("[[rule]]\nid = '{id}'\ncause = 'unknown'\n{fields}\n");
        let two = rule("a", "says = ['abc']") + &rule("z", "says = ['abcdef']\nexamples = ['abcdef']");
        assert!(
            why(&two).contains("to rule a: it applies, but a stands above it in the same file; narrow a"),
            "{}",
            why(&two)
        );
        let table = Table::default();
        let of = |id: &str| table.rules().find(|(r, _)| r.id == id).expect(id).0;
        let says = |says: &'static str| Example {
            says: says.into(),
            by: "".into(),
            stage: None,
            side: None,
            speaker: None,
            to: "".into(),
        };
        for (id, example, want) in [
            ("status-1-1", "550 5.1.1 User unknown", "comes before “code” in order.toml"),
            ("sender-address-rejected", "550 Invalid From header", "message-malformed outweighs it, though"),
            (
                "weak-blocked",
                "550 blocked using zen.spamhaus.org",
                "because its rank “provider” comes before “weak-phrase”",
            ),
        ] {
            let got = lost(&table, of(id), &says(example)).expect("lost");
            assert!(got.contains(want), "{got}");
        }
    }

    /// What is told agrees with what the table does.
    #[test]
    fn a_rule_applies_where_no_condition_is_unmet() {
        let table = Table::default().indexed();
        let rules: Vec<&Rule> = table.rules().map(|(rule, _)| rule).collect();
        let mut examples: Vec<&Example> = built_in::all().flat_map(|r| r.examples.iter()).step_by(37).collect();
        let odd = Example {
            says: "550 5.1.2 Host unknown (Name server: mx.example.com.: host not found)".into(),
            by: "mx.example.net".into(),
            stage: Some(Stage::Rcpt),
            side: Some(Side::Sender),
            speaker: None,
            to: "example.org".into(),
        };
        examples.push(&odd);
        for example in examples {
            let words = Words::new(&example.says);
            let question = question(example, &words);
            let hits = table.look(&words);
            let mut applying: Vec<&Rule> = Vec::new();
            table.visit(
                &question,
                &hits,
                |_, _| true,
                |hit| {
                    applying.push(hit.rule);
                    ControlFlow::Continue(())
                },
            );
            for rule in &rules {
                let applies = applying.iter().any(|known| std::ptr::eq(*known, *rule));
                assert_eq!(applies, unmet(rule, &question).is_empty(), "{} {}", rule.id, example.says);
            }
        }
    }
}
