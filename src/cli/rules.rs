//! `plainly rules`: every rule on a line.

use std::fmt::Write;

use super::{exit, print};
use crate::findings::Maturity;
use crate::rules;

/// Runs the command.
pub fn run() -> u8 {
    let all = rules::all();
    let width = all.iter().map(|r| r.id.len()).max().unwrap_or(0);
    let mut out = String::new();
    for rule in all {
        let state = if rule.maturity == Maturity::Stable { "on" } else { "off" };
        // writing to a string cannot fail
        let _ = writeln!(out, "{:width$}  {:7}  {state:3}  {}", rule.id, rule.level.name(), rule.summary);
    }
    out.push_str("\nFor one of them: plainly explain RULE\n");
    match print(out.as_bytes()) {
        Ok(_) => exit::CLEAN,
        Err(code) => code,
    }
}
