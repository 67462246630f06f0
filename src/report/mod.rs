//! How findings are shown: one file per format. Only here and in `cli` does anything print.
//!
//! The findings of a file are rendered in the thread that checked it, as pieces; what stands around and between the pieces is a [`paper::Paper`].

mod azure;
mod checkstyle;
pub mod concise;
pub mod excerpt;
mod github;
mod gitlab;
mod grouped;
pub mod json;
mod junit;
mod line_hash;
mod markdown;
pub mod paper;
mod rdjson;
pub mod sanitise;
mod sarif;
mod sheet;
mod sonarqube;
pub mod summary;
pub mod terminal;
mod view;
mod xml;

use std::collections::HashSet;

use crate::findings::{Finding, Level};
use crate::input::position::LineIndex;
use crate::input::source::SourceFile;
use crate::linter::Report;
use view::View;

/// What `--format` and `--report` offer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// The words in their place, why they matter and what could be written
    #[default]
    Full,
    /// One line a finding: path:line:column: level[rule] message
    Concise,
    /// The findings of each file under its name
    Grouped,
    /// One JSON object for the run; see docs/json.md
    Json,
    /// One JSON object a finding, each on a line, then a summary
    Jsonl,
    /// SARIF 2.1.0, for GitHub code scanning and editors
    Sarif,
    /// Annotations for GitHub Actions
    Github,
    /// The Code Quality report of GitLab
    Gitlab,
    /// JUnit XML, for build servers
    Junit,
    /// Checkstyle XML, for build servers
    Checkstyle,
    /// Reviewdog's format, as one object
    Rdjson,
    /// Reviewdog's format, one object a line
    Rdjsonl,
    /// The generic issues of SonarQube
    Sonarqube,
    /// Issues for the log of Azure Pipelines
    Azure,
    /// A row a finding, for a spreadsheet
    Csv,
    /// A table for a comment on a pull request
    Markdown,
}

impl Format {
    /// Whether it shows the fingerprints of findings.
    #[must_use]
    pub fn shows_fingerprints(self) -> bool {
        matches!(self, Format::Json | Format::Jsonl | Format::Sarif | Format::Gitlab | Format::Csv)
    }

    /// Whether it says why, and what could be written.
    #[must_use]
    pub fn shows_advice(self) -> bool {
        self != Format::Concise
    }

    /// Whether it shows the swaps of words that need no person.
    #[must_use]
    pub fn shows_fixes(self) -> bool {
        matches!(self, Format::Full | Format::Json | Format::Jsonl | Format::Sarif | Format::Rdjson | Format::Rdjsonl)
    }
}

/// What stands in a report for one file, or for one finding where the most serious come first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How serious it is; of no meaning for a whole file.
    pub level: Level,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Renders the findings of one file; called in the thread that checked it, so that the text can go at once.
#[derive(Clone, Copy, Debug)]
pub struct Renderer {
    /// The format.
    pub format: Format,
    /// Whether to colour.
    pub colour: bool,
    /// Most findings shown for a file in the full format; 0 is no limit.
    pub most: usize,
}

impl Renderer {
    /// What stands for this file in the report, and how many findings it shows.
    #[must_use]
    pub fn file(&self, source: &SourceFile, report: &Report) -> (Vec<Piece>, usize) {
        let all = report.findings.len();
        match self.format {
            Format::Full => {
                let shown = most_serious(report, self.most);
                (one(terminal::render(source, &shown, self.colour)), shown.len())
            }
            Format::Concise => (one(concise::render(source, &report.findings, self.colour)), all),
            _ => {
                let index = LineIndex::new(&source.text);
                (self.views(source, report, &View::all(source, report, &index)), all)
            }
        }
    }

    fn views(&self, source: &SourceFile, report: &Report, views: &[View<'_>]) -> Vec<Piece> {
        match self.format {
            Format::Full | Format::Concise => Vec::new(),
            Format::Grouped => one(grouped::file(views)),
            Format::Json => one(json::file(source, report, views)),
            Format::Jsonl => one(json::lines(source, views)),
            Format::Sarif => sarif::file(source, views),
            Format::Github => github::file(views),
            Format::Gitlab => one(gitlab::file(views)),
            Format::Junit => one(junit::file(&sanitise::file_name(&source.name), views)),
            Format::Checkstyle => one(checkstyle::file(views)),
            Format::Rdjson => one(rdjson::file(views, ",\n")),
            Format::Rdjsonl => one(rdjson::lines(views)),
            Format::Sonarqube => one(sonarqube::file(views)),
            Format::Azure => one(azure::file(views)),
            Format::Csv => one(sheet::file(views, &source.text)),
            Format::Markdown => markdown::file(views),
        }
    }
}

/// A file as one piece; none if there is nothing to show.
fn one(bytes: Vec<u8>) -> Vec<Piece> {
    if bytes.is_empty() { Vec::new() } else { vec![Piece { level: Level::Note, bytes }] }
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
