//! The full report, for people: the words in their place, why they matter, what could be written. The only file that names codespan's drawing.

use std::collections::HashSet;

use codespan_reporting::diagnostic::{Diagnostic, Label, Severity};
use codespan_reporting::term::{self, Config, termcolor::Buffer};

use super::excerpt::Excerpt;
use super::sanitise::clean;
use crate::findings::{Finding, Level, REPEAT};
use crate::input::position::LineIndex;
use crate::input::source::SourceFile;

/// Characters of a row of a note.
const NOTE: usize = 96;
/// Lines named for repeats before the rest is only counted.
const MOST_LINES: usize = 8;
/// Other things told with a finding before the rest is only counted.
const MOST_OTHERS: usize = 6;

/// Draws findings, each with whether `--fix` can swap its words.
#[must_use]
pub fn render(source: &SourceFile, findings: &[(&Finding, bool)], colour: bool) -> Vec<u8> {
    let mut buffer = if colour { Buffer::ansi() } else { Buffer::no_color() };
    if findings.is_empty() {
        return buffer.into_inner();
    }
    let index = LineIndex::new(&source.text);
    let config = Config { tab_width: 1, ..Config::default() };
    let mut explained = HashSet::new();
    for (finding, fixable) in findings {
        let excerpt = Excerpt::new(&source.name, &source.text, &index, finding.span);
        let diagnostic = diagnostic(finding, &excerpt, &index, *fixable, explained.insert(finding.rule));
        // writing to memory cannot fail, and the excerpt answers for every range it gives
        let drawn = term::emit_to_write_style(&mut buffer, &config, &excerpt, &diagnostic);
        debug_assert!(drawn.is_ok(), "{drawn:?}");
    }
    buffer.into_inner()
}

/// The reason is given with the first finding of a rule in a file; after that it is a wall.
fn diagnostic(finding: &Finding, excerpt: &Excerpt, index: &LineIndex<'_>, fixable: bool, first_of_rule: bool) -> Diagnostic<()> {
    let severity = match finding.level {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
        Level::Note => Severity::Note,
    };
    let mut notes = Vec::new();
    if let Some(help) = &finding.help {
        let by_itself = if fixable { " (`plainly check --fix` can write it)" } else { "" };
        notes.push(format!("help: {}{by_itself}", clean(help)));
    }
    notes.extend(related(finding, index));
    if first_of_rule {
        notes.push(format!("why: {}", clean(&finding.note)));
        notes.push(format!("more: plainly explain {}", finding.rule));
    }
    Diagnostic::new(severity)
        .with_code(finding.rule)
        .with_message(clean(&finding.message))
        .with_label(Label::primary((), excerpt.words.clone()).with_message(clean(&finding.label)))
        .with_notes(notes.iter().map(|note| wrapped(note)).collect())
}

/// A note on rows of at most [`NOTE`] characters; a word that is longer has a row of its own.
fn wrapped(note: &str) -> String {
    let mut rows = String::with_capacity(note.len() + 8);
    let mut width = 0;
    for word in note.split(' ') {
        let length = word.chars().count();
        // a build server takes a line that begins with `::` for a command
        if width > 0 && width + 1 + length > NOTE && !word.starts_with("::") {
            rows.push_str("\n  ");
            width = 2;
        } else if width > 0 {
            rows.push(' ');
            width += 1;
        }
        rows.push_str(word);
        width += length;
    }
    rows
}

/// "also on lines 12, 40, 77", and what else is told with it, by its lines.
fn related(finding: &Finding, index: &LineIndex<'_>) -> Vec<String> {
    let mut told: Vec<(&str, Vec<usize>)> = Vec::new();
    for place in &finding.related {
        let line = index.line_of(place.span.start as usize) + 1;
        match told.iter_mut().find(|(what, _)| *what == place.what) {
            Some((_, lines)) if lines.last() == Some(&line) => {}
            Some((_, lines)) => lines.push(line),
            None => told.push((&place.what, vec![line])),
        }
    }
    let (repeats, others): (Vec<_>, Vec<_>) = told.into_iter().partition(|(what, _)| *what == REPEAT);
    let mut notes: Vec<String> =
        repeats.iter().map(|(_, lines)| format!("{} times in this file: also on {}", finding.count(), on_lines(lines))).collect();
    notes.extend(others.iter().take(MOST_OTHERS).map(|(what, lines)| format!("{}: {}", on_lines(lines), clean(what))));
    if others.len() > MOST_OTHERS {
        notes.push(format!("and {} more", others.len() - MOST_OTHERS));
    }
    notes
}

fn on_lines(lines: &[usize]) -> String {
    let shown: Vec<String> = lines.iter().take(MOST_LINES).map(usize::to_string).collect();
    let more = if lines.len() > MOST_LINES { format!(" and {} more", lines.len() - MOST_LINES) } else { String::new() };
    format!("{} {}{more}", if lines.len() == 1 { "line" } else { "lines" }, shown.join(", "))
}
