//! Annotations for GitHub Actions: workflow commands, the most serious first, since GitHub shows ten of a kind for a step.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use super::Piece;
use super::view::View;
use crate::findings::Level;

/// Writes one file.
#[must_use]
pub fn file(views: &[View<'_>]) -> Vec<Piece> {
    views.iter().map(|view| Piece { level: view.level(), bytes: command(view).into_bytes() }).collect()
}

fn command(view: &View<'_>) -> String {
    let kind = match view.level() {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    // GitHub leaves out an annotation whose columns stand on different lines
    let columns = match view.start.line == view.end.line {
        true => format!(",col={},endColumn={}", view.start.col_char, view.end.col_char),
        false => String::new(),
    };
    let (path, title) = (property(&view.path), property(view.finding.rule));
    format!("::{kind} file={path},line={},endLine={}{columns},title={title}::{}\n", view.start.line, view.end.line, data(&view.text()))
}

/// As the runner reads a message.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// As the runner reads a property, where colons and commas part things too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
