//! The last lines of a full report: how many files, what was found most, what was not shown.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use super::json::SummaryJson;
use super::sanitise::clean;
use crate::findings::Level;
use crate::linter::Report;

/// Fixed documents named before the rest is only counted.
const MOST_NAMED: usize = 10;

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
    /// Documents with swaps made, and how many.
    fixed: Vec<(String, usize)>,
    /// Swaps that could be made.
    fixable: usize,
    /// Old findings that a baseline holds and this run left out.
    old: usize,
    /// Findings that the documents themselves ask to leave out.
    ignored: usize,
    /// Old findings of these documents that are gone, though a baseline still holds them.
    pub stale: usize,
}

impl Summary {
    /// Counts what was said of one file.
    pub fn add(&mut self, name: &str, report: &Report) {
        self.totals.files += 1;
        self.words += report.words;
        self.totals.files_with_findings += usize::from(!report.findings.is_empty());
        self.totals.fixed += report.fixed;
        self.fixable += report.fixes.len();
        self.old += report.old.len();
        self.ignored += report.ignored;
        if report.fixed > 0 {
            self.fixed.push((name.to_owned(), report.fixed));
        }
        for finding in &report.findings {
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

    /// What was swapped and where, or would be, and what is left.
    #[must_use]
    pub fn swaps(&self, only_shown: bool) -> String {
        let (count, files) = (self.totals.fixed, self.fixed.len());
        if count == 0 {
            return "there was nothing that could be fixed without a person".to_owned();
        }
        let named: Vec<String> = self.fixed.iter().take(MOST_NAMED).map(|(name, n)| format!("{} {}", clean(name), number(*n))).collect();
        let more = if files > MOST_NAMED { format!(" and {} more", number(files - MOST_NAMED)) } else { String::new() };
        let did = if only_shown { "would fix" } else { "fixed" };
        let left = format!("{} {} left", number(self.totals.findings), plural(self.totals.findings, "finding is", "findings are"));
        format!(
            "{did} {} {} in {} {}: {}{more}; {left}",
            number(count),
            plural(count, "wording", "wordings"),
            number(files),
            plural(files, "document", "documents"),
            named.join(", ")
        )
    }

    /// What is to be said of a baseline that holds findings that are gone.
    #[must_use]
    pub fn stale(&self) -> Option<String> {
        let (findings, are) = (plural(self.stale, "finding", "findings"), plural(self.stale, "is", "are"));
        (self.stale > 0).then(|| format!("{} {findings} of the baseline {are} gone; `plainly baseline prune` takes them out", number(self.stale)))
    }

    /// The text for people.
    #[must_use]
    pub fn text(&self, took: Duration) -> String {
        let t = &self.totals;
        let mut out = String::new();
        let files = counted(t.files, "document", "documents");
        // writing to a string cannot fail
        if t.findings == 0 {
            let _ = writeln!(out, "Nothing to report in {files} ({}).", time(took));
        } else {
            let levels = [(t.errors, "error", "errors"), (t.warnings, "warning", "warnings"), (t.notes, "note", "notes")];
            let levels: Vec<String> = levels.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| counted(n, one, many)).collect();
            let _ = writeln!(out, "{files}, {} with something to look at: {} ({}).", number(t.files_with_findings), levels.join(", "), time(took));
            let _ = writeln!(out, "By family: {}.", ranked(&self.families, usize::MAX));
            let _ = writeln!(out, "Most often: {}.", ranked(&self.rules, 3));
        }
        if self.fixable > 0 {
            let _ = writeln!(out, "`plainly check --fix` can swap {} of these wordings for you; `--diff` shows them first.", number(self.fixable));
        }
        if self.old > 0 {
            let _ = writeln!(out, "Not shown: {} old {} of the baseline.", number(self.old), plural(self.old, "finding", "findings"));
        }
        if self.ignored > 0 {
            let findings = plural(self.ignored, "finding", "findings");
            let _ = writeln!(out, "Not shown: {} {findings} that the documents ask to ignore, with a reason.", number(self.ignored));
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

/// A number with its noun: "1 document", "2,000 documents".
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), plural(count, one, many))
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
