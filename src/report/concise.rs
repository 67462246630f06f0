//! One line a finding: `path:line:column: level[rule] message`. Columns are 1-based and count characters.

use std::fmt::Write;

use super::sanitise::clean;
use crate::findings::{Finding, Level};
use crate::input::position::LineIndex;
use crate::input::source::SourceFile;

/// Writes the lines of one file.
#[must_use]
pub fn render(source: &SourceFile, findings: &[Finding], colour: bool) -> Vec<u8> {
    let mut out = String::new();
    if findings.is_empty() {
        return out.into_bytes();
    }
    let index = LineIndex::new(&source.text);
    let name = clean(&source.name);
    for finding in findings {
        let at = index.position(finding.span.range().start);
        let (on, off) = match (colour, finding.level) {
            (false, _) => ("", ""),
            (true, Level::Error) => ("\x1b[1;31m", "\x1b[0m"),
            (true, Level::Warning) => ("\x1b[1;33m", "\x1b[0m"),
            (true, Level::Note) => ("\x1b[1;32m", "\x1b[0m"),
        };
        let times = if finding.count() > 1 { format!(" ({} times)", finding.count()) } else { String::new() };
        // writing to a string cannot fail
        let _ = writeln!(
            out,
            "{}:{}:{}: {on}{}{off}[{}] {}{times}",
            name,
            at.line,
            at.col_char,
            finding.level.name(),
            finding.rule,
            clean(&finding.message)
        );
    }
    out.into_bytes()
}
