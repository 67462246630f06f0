//! The statements about co-production that plainly was made from, and where each went.

use std::fmt::Write;

use serde::Deserialize;

use super::checklist::frameworks;

/// `wordlists/frameworks/trace.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trace {
    statement: Vec<Statement>,
}

/// A statement of one of the five documents.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Document and number, such as `S0.9`; a letter where a statement has two parts.
    pub id: String,
    /// What it says, in a few words.
    pub says: String,
    /// How far a document can show it.
    pub seen: Seen,
    /// The rules that it led to; a family with a star is all its rules.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Words that show it.
    #[serde(default)]
    pub shown_by: String,
    /// What cannot be seen of it, and why.
    #[serde(default)]
    pub why: String,
}

/// How far a document can show a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Seen {
    /// A document can show it.
    Yes,
    /// In part.
    Partly,
    /// No document can.
    No,
}

/// Every statement, in order.
pub fn statements() -> Vec<Statement> {
    let trace: Trace = toml::from_str(include_str!("../../wordlists/frameworks/trace.toml")).expect("a test reads it");
    trace.statement
}

/// The trace, or the part of it that led to a rule.
pub fn text(rule: Option<&str>) -> String {
    let led_to = |statement: &Statement, rule: &str| {
        let family = rule.split('/').next().unwrap_or_default();
        statement.rules.iter().any(|r| r == rule || r.strip_suffix("/*") == Some(family))
    };
    let all = statements();
    let shown: Vec<&Statement> = all.iter().filter(|s| rule.is_none_or(|rule| led_to(s, rule))).collect();
    let mut out = String::new();
    // writing to a string cannot fail
    for statement in &shown {
        let _ = writeln!(out, "{}  {}", statement.id, statement.says);
        if !statement.rules.is_empty() {
            let _ = writeln!(out, "    rules: {}", statement.rules.join(", "));
        }
        if !statement.shown_by.is_empty() {
            let _ = writeln!(out, "    shown by: {}", statement.shown_by);
        }
        for (framework, line) in frameworks::lines_of(&statement.id) {
            let _ = writeln!(out, "    checklist --framework {framework}: {line}");
        }
        let seen = match statement.seen {
            Seen::Yes => "can be seen in a document",
            Seen::Partly => "can be seen in part",
            Seen::No => "cannot be seen in a document",
        };
        let _ = writeln!(out, "    {seen}{}", if statement.why.is_empty() { String::new() } else { format!(": {}", statement.why) });
    }
    let documents = "S0 A Co-production Model, S1 Co-production Network for Wales, S2 North Cumbria toolkit, S3 York, S4 top tips";
    let count = if shown.len() == 1 { "1 statement".to_owned() } else { format!("{} statements", shown.len()) };
    let _ = writeln!(out, "\n{count}. The documents: {documents}.");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn no_statement_is_lost() {
        let all = statements();
        let bare = |id: &str| id.trim_end_matches(['a', 'b']).to_owned();
        for (document, count) in [19, 34, 26, 25, 30].into_iter().enumerate() {
            for number in 1..=count {
                let id = format!("S{document}.{number}");
                assert!(all.iter().any(|s| bare(&s.id) == id), "{id} is lost");
            }
        }
        let mut ids: Vec<String> = all.iter().map(|s| bare(&s.id)).collect();
        ids.dedup();
        assert_eq!(ids.len(), 134);
    }

    #[test]
    fn each_leads_to_a_rule_or_a_line_or_says_why_not() {
        let rules = rules::all();
        for statement in statements() {
            for name in &statement.rules {
                let there = rules.iter().any(|r| r.id == name || name.strip_suffix("/*") == Some(r.family()));
                assert!(there, "{}: there is no rule {name}", statement.id);
            }
            let led = !statement.rules.is_empty() || !frameworks::lines_of(&statement.id).is_empty();
            assert!(led || !statement.why.is_empty(), "{}: no rule, no line and no reason", statement.id);
            assert!(statement.seen != Seen::No || !statement.why.is_empty(), "{}: say why no document can show it", statement.id);
        }
    }

    #[test]
    fn the_trace_of_a_rule_is_what_led_to_it() {
        let told = text(Some("power/you-said-we-did"));
        assert!(told.starts_with("S0.19  ") && told.contains("1 statement."), "{told}");
        assert!(text(None).contains("139 statements."));
    }
}
