//! One line a finding: `path:line:column: level[rule] message`. Columns are 1-based and count characters.

use std::fmt::Write;

use super::sanitise::{clean, file_name};
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
    let name = file_name(&source.name);
    for finding in findings {
        let at = index.position(finding.span.range().start);
        let (on, off) = match (colour, finding.level) {
            (false, _) => ("", ""),
            (true, Level::Error) => ("\x1b[1;31m", "\x1b[0m"),
            (true, Level::Warning) => ("\x1b[1;33m", "\x1b[0m"),
            (true, Level::Note) => ("\x1b[1;32m", "\x1b[0m"),
        };
        out.push_str(&name);
        // writing to a string cannot fail
        let _ = write!(out, ":{}:{}: ", at.line, at.col_char);
        out.extend([on, finding.level.name(), off, "[", finding.rule, "] ", &clean(&finding.message)]);
        if finding.count() > 1 {
            let _ = write!(out, " ({} times)", finding.count());
        }
        if finding.others() > 0 {
            let _ = write!(out, " (and {} more like it)", finding.others());
        }
        out.push('\n');
    }
    out.into_bytes()
}
