//! `plainly explain RULE`: what it looks for, why, who says so, with examples.

use std::fmt::Write;

use super::args::ExplainArgs;
use super::{complain, exit, print, trace};
use crate::builtin;
use crate::findings::Maturity;
use crate::rules::{self, RuleInfo};
use crate::wordlists::toml_file::nearest;

/// Runs the command.
pub fn run(args: &ExplainArgs) -> u8 {
    let all = rules::all();
    let rule = match &args.rule {
        None => None,
        Some(name) => match all.iter().find(|r| r.id == *name) {
            Some(rule) => Some(rule),
            None => {
                let ids: Vec<&str> = all.iter().map(|r| r.id).collect();
                complain(&format!("there is no rule `{name}`{}; see `plainly rules`", nearest(name, &ids)));
                return exit::TROUBLE;
            }
        },
    };
    let told = match rule {
        Some(rule) if !args.trace => text(rule),
        _ => trace::text(rule.map(|rule| rule.id)),
    };
    match print(told.as_bytes()) {
        Ok(_) => exit::CLEAN,
        Err(code) => code,
    }
}

fn text(rule: &RuleInfo) -> String {
    let mut out = format!("{}\n\nLooks for {}.\n", rule.id, rule.summary);
    // writing to a string cannot fail
    let _ = writeln!(out, "\nWhy: {}", rule.why);
    if !rule.sources.is_empty() {
        let _ = writeln!(out, "Sources: {}.", rule.sources.join("; "));
    }
    let is_on = rule.maturity == Maturity::Stable;
    let state = if is_on { "on by default" } else { "off by default, while it is on trial" };
    let _ = writeln!(out, "\nLevel: {}. It is {state}. It came with version {}.", rule.level.name(), rule.since);
    if let Some((on, waiting)) = words_of(rule.id) {
        let _ = writeln!(out, "Its words: {on} entries in wordlists/{}.toml", rule.id);
        if waiting > 0 {
            let _ = writeln!(out, "Turned off: {waiting} more, which can mean something else, and no tested guard shows what they mean");
        }
    }
    for (title, examples) in [("It speaks of:", &rule.bad), ("It is silent on:", &rule.good)] {
        if !examples.is_empty() {
            let _ = writeln!(out, "\n{title}");
        }
        for example in examples {
            let _ = writeln!(out, "  - {}", on_one_line(example));
        }
    }
    let (turn, level) = if is_on { ("off", "off") } else { ("on", rule.level.name()) };
    let _ = writeln!(out, "\nTo turn it {turn}, put this in plainly.toml:\n  [rules]\n  \"{}\" = \"{level}\"", rule.id);
    out
}

/// An example on one line. What its front matter says stands before it in brackets.
fn on_one_line(example: &str) -> String {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    match example.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((front, text)) => format!("({}) {}", front.replace('\n', ", "), line(text)),
        None => line(example),
    }
}

/// How many entries of a rule of words are on, and how many wait.
fn words_of(id: &str) -> Option<(usize, usize)> {
    let phrases = builtin::phrases();
    let owner = phrases.owners().find(|o| o.name() == id)?.index;
    let own = (0..phrases.entries()).map(|i| phrases.entry(i as u32)).filter(|e| e.owner().index == owner);
    let (on, waiting): (Vec<_>, Vec<_>) = own.partition(|entry| entry.on());
    Some((on.len(), waiting.len()))
}
