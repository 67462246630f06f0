//! A finding as the formats for programs show it: its place in every unit, its words made safe, and its fingerprint.

use std::borrow::Cow;

use super::sanitise::{clean, file_name};
use crate::findings::fix::Fix;
use crate::findings::{Finding, Level};
use crate::input::position::{LineIndex, Position};
use crate::input::source::SourceFile;
use crate::input::span::Span;
use crate::linter::Report;

/// A finding with its place.
pub struct View<'a> {
    /// The path, safe to print.
    pub path: Cow<'a, str>,
    /// The finding.
    pub finding: &'a Finding,
    /// Its first character.
    pub start: Position,
    /// The character after its last.
    pub end: Position,
    /// Its name: the same as long as its sentence stays, none twice in a document.
    pub fingerprint: &'a str,
    /// The swaps of words that need no person, one for each place of the finding.
    pub fixes: Vec<&'a Fix>,
    index: &'a LineIndex<'a>,
}

impl<'a> View<'a> {
    /// The findings of a file, in order.
    #[must_use]
    pub fn all(source: &'a SourceFile, report: &'a Report, index: &'a LineIndex<'a>) -> Vec<View<'a>> {
        let print = |i: usize| report.fingerprints.get(i).map_or("", String::as_str);
        let of = |(i, finding)| View::of(source, finding, print(i), index);
        let mut views: Vec<View<'a>> = report.findings.iter().enumerate().map(of).collect();
        for fix in &report.fixes {
            views[fix.finding].fixes.push(fix);
        }
        views
    }

    fn of(source: &'a SourceFile, finding: &'a Finding, fingerprint: &'a str, index: &'a LineIndex<'a>) -> View<'a> {
        let range = finding.span.range();
        let (start, end) = (index.position(range.start), index.position(range.end));
        View { path: file_name(&source.name), finding, start, end, fingerprint, fixes: Vec::new(), index }
    }

    /// The message and what could be written, on one line.
    #[must_use]
    pub fn text(&self) -> String {
        let message = clean(&self.finding.message);
        let more = if self.finding.count() > 1 { format!(" ({} times)", self.finding.count()) } else { String::new() };
        match &self.finding.help {
            Some(help) => format!("{message}{more}: {}", clean(help)),
            None => format!("{message}{more}"),
        }
    }

    /// Where a span of the same file stands.
    #[must_use]
    pub fn place(&self, span: Span) -> (Position, Position) {
        (self.index.position(span.range().start), self.index.position(span.range().end))
    }

    /// How serious it is.
    #[must_use]
    pub fn level(&self) -> Level {
        self.finding.level
    }
}
