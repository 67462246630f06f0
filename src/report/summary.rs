//! The last lines of a full report: how many files, what was found most, what was not shown.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use super::json::SummaryJson;
use crate::findings::{Finding, Level};

/// Counts over a run.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// The totals.
    pub totals: SummaryJson,
    /// Findings shown.
    pub shown: usize,
    /// Words of prose.
    pub words: usize,
    families: BTreeMap<&'static str, usize>,
    rules: BTreeMap<&'static str, usize>,
}

impl Summary {
    /// Counts the findings of one file.
    pub fn add(&mut self, findings: &[Finding], words: usize) {
        self.totals.files += 1;
        self.words += words;
        self.totals.files_with_findings += usize::from(!findings.is_empty());
        for finding in findings {
            self.totals.findings += 1;
            match finding.level {
                Level::Error => self.totals.errors += 1,
                Level::Warning => self.totals.warnings += 1,
                Level::Note => self.totals.notes += 1,
            }
            *self.families.entry(finding.family()).or_default() += 1;
            *self.rules.entry(finding.rule).or_default() += 1;
        }
    }

    /// The text for people.
    #[must_use]
    pub fn text(&self, took: Duration) -> String {
        let t = &self.totals;
        let mut out = String::new();
        let files = format!("{} {}", number(t.files), plural(t.files, "document", "documents"));
        // writing to a string cannot fail
        if t.findings == 0 {
            let _ = writeln!(out, "Nothing to report in {files} ({}).", time(took));
        } else {
            let levels = [(t.errors, "error", "errors"), (t.warnings, "warning", "warnings"), (t.notes, "note", "notes")];
            let levels: Vec<String> =
                levels.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| format!("{} {}", number(n), plural(n, one, many))).collect();
            let _ = writeln!(out, "{files}, {} with something to look at: {} ({}).", number(t.files_with_findings), levels.join(", "), time(took));
            let _ = writeln!(out, "By family: {}.", ranked(&self.families, usize::MAX));
            let _ = writeln!(out, "Most often: {}.", ranked(&self.rules, 3));
        }
        if self.shown < t.findings {
            let _ = writeln!(
                out,
                "Shown: {} of {}, the most serious of each document first. See all with `--max-shown 0`, or a line each with `--format concise`.",
                number(self.shown),
                number(t.findings)
            );
        }
        out.push_str("plainly reads words, not deeds: it cannot see who was in the room or what changed.\n");
        out
    }
}

fn ranked(counts: &BTreeMap<&'static str, usize>, most: usize) -> String {
    let mut ranked: Vec<_> = counts.iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    ranked.into_iter().take(most).map(|(name, count)| format!("{name} {}", number(*count))).collect::<Vec<_>>().join(", ")
}

fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// 12,345.
fn number(n: usize) -> String {
    let digits = n.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

fn time(took: Duration) -> String {
    if took.as_millis() < 1000 { format!("{} ms", took.as_millis().max(1)) } else { format!("{:.1} s", took.as_secs_f64()) }
}
