//! `plainly explain RULE`: what it looks for, why, who says so, with examples.

use std::fmt::Write;

use super::args::ExplainArgs;
use super::{complain, exit, print};
use crate::builtin;
use crate::findings::Maturity;
use crate::rules::{self, RuleInfo};
use crate::wordlists::toml_file::nearest;

/// Runs the command.
pub fn run(args: &ExplainArgs) -> u8 {
    let all = rules::all();
    let Some(rule) = all.iter().find(|r| r.id == args.rule) else {
        let ids: Vec<&str> = all.iter().map(|r| r.id).collect();
        complain(&format!("there is no rule `{}`{}; see `plainly rules`", args.rule, nearest(&args.rule, &ids)));
        return exit::TROUBLE;
    };
    match print(text(rule).as_bytes()) {
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
    let state = if rule.maturity == Maturity::Stable { "on by default" } else { "off by default, while it is on trial" };
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
            let _ = writeln!(out, "  - {}", example.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    let _ = writeln!(out, "\nTo turn it off, put this in plainly.toml:\n  [rules]\n  \"{}\" = \"off\"", rule.id);
    out
}

/// How many entries of a rule of words are on, and how many wait.
fn words_of(id: &str) -> Option<(usize, usize)> {
    let phrases = builtin::phrases();
    let owner = phrases.owners().find(|o| o.name() == id)?.index;
    let own = (0..phrases.entries()).map(|i| phrases.entry(i as u32)).filter(|e| e.owner().index == owner);
    let (on, waiting): (Vec<_>, Vec<_>) = own.partition(|entry| entry.on());
    Some((on.len(), waiting.len()))
}
