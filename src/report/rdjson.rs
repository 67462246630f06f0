//! Reviewdog's diagnostic format, as one object (`rdjson`) or a line for each finding (`rdjsonl`). Columns count bytes from 1.
//!
//! <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>

use serde::Serialize;

use super::json::one_line;
use super::view::View;
use crate::findings::Level;
use crate::input::position::Position;

/// What comes first in one object.
pub const OPENING: &str = "{\"source\":{\"name\":\"plainly\"},\"diagnostics\":[\n";
/// What comes last.
pub const CLOSING: &str = "\n]}\n";

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    source: Source,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    location: Location<'a>,
}

/// Writes the findings of one file, each on a line, parted by `between`.
#[must_use]
pub fn file(views: &[View<'_>], between: &str) -> Vec<u8> {
    views.iter().map(|view| one_line(&diagnostic(view))).collect::<Vec<_>>().join(between.as_bytes())
}

/// The same, each on a line of its own.
#[must_use]
pub fn lines(views: &[View<'_>]) -> Vec<u8> {
    let mut lines = file(views, "\n");
    if !lines.is_empty() {
        lines.push(b'\n');
    }
    lines
}

fn diagnostic<'a>(view: &'a View<'_>) -> Diagnostic<'a> {
    let severity = match view.level() {
        Level::Error => "ERROR",
        Level::Warning => "WARNING",
        Level::Note => "INFO",
    };
    let location = |at: (Position, Position)| Location { path: &view.path, range: range(at) };
    let edits = view.fixes.iter().flat_map(|fix| &fix.edits);
    Diagnostic {
        message: view.text(),
        location: location((view.start, view.end)),
        severity,
        source: Source { name: "plainly" },
        code: Code { value: view.finding.rule },
        suggestions: edits.map(|edit| Suggestion { range: range(view.place(edit.span)), text: &edit.text }).collect(),
        related_locations: view.finding.related.iter().map(|r| Related { message: &r.what, location: location(view.place(r.span)) }).collect(),
    }
}

fn range((start, end): (Position, Position)) -> Range {
    let place = |at: Position| Place { line: at.line, column: at.col_utf8 };
    Range { start: place(start), end: place(end) }
}
