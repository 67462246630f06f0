//! How findings are shown: one file per format. Only here and in `cli` does anything print.

pub mod concise;
pub mod excerpt;
pub mod json;
pub mod sanitise;
pub mod summary;
pub mod terminal;

use std::collections::HashSet;

use crate::findings::Finding;
use crate::input::source::SourceFile;
use crate::linter::Report;

/// What `--format` offers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// The words in their place, why they matter and what could be written
    #[default]
    Full,
    /// One line a finding: path:line:column: level[rule] message
    Concise,
    /// One JSON object for the run; see docs/json.md
    Json,
}

/// Renders the findings of one file; called in the thread that checked it, so that the text can go at once.
pub struct Renderer {
    /// The format.
    pub format: Format,
    /// Whether to colour.
    pub colour: bool,
    /// Most findings shown for a file in the full format; 0 is no limit.
    pub most: usize,
}

impl Renderer {
    /// The bytes that stand for this file in the output, and how many findings they show.
    #[must_use]
    pub fn file(&self, source: &SourceFile, report: &Report) -> (Vec<u8>, usize) {
        match self.format {
            Format::Full => {
                let shown = most_serious(report, self.most);
                (terminal::render(source, &shown, self.colour), shown.len())
            }
            Format::Concise => (concise::render(source, &report.findings, self.colour), report.findings.len()),
            Format::Json => (json::file(source, report), report.findings.len()),
        }
    }
}

/// The most serious findings, in their order, each with whether `--fix` can swap its words; all of them when `most` is 0.
fn most_serious(report: &Report, most: usize) -> Vec<(&Finding, bool)> {
    let mut ranked: Vec<(usize, &Finding)> = report.findings.iter().enumerate().collect();
    if most > 0 && ranked.len() > most {
        ranked.sort_by_key(|(i, f)| (std::cmp::Reverse(f.level), *i));
        ranked.truncate(most);
        ranked.sort_by_key(|(i, _)| *i);
    }
    let fixable: HashSet<usize> = report.fixes.iter().map(|fix| fix.finding).collect();
    ranked.into_iter().map(|(i, f)| (f, fixable.contains(&i))).collect()
}
