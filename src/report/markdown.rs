//! A table for a comment on a pull request or for the summary of a job, the most serious first.

use super::Piece;
use super::summary::{Summary, counted};
use super::view::View;

/// The head of the table.
pub const OPENING: &str = "| Place | Level | What is there | Rule |\n| --- | --- | --- | --- |\n";

/// What comes after the rows.
#[must_use]
pub fn closing(summary: &Summary, left_out: usize) -> String {
    let totals = &summary.totals;
    let documents = counted(totals.files, "document", "documents");
    if totals.findings == 0 {
        return format!("\nNothing to report in {documents}.\n");
    }
    let more = if left_out > 0 { format!(" {left_out} of them are not in this table.") } else { String::new() };
    let levels = [(totals.errors, "error", "errors"), (totals.warnings, "warning", "warnings"), (totals.notes, "note", "notes")];
    let levels: Vec<String> = levels.into_iter().map(|(count, one, many)| counted(count, one, many)).collect();
    format!("\n{} in {documents}: {}.{more}\n", counted(totals.findings, "finding", "findings"), levels.join(", "))
}

/// Writes one file.
#[must_use]
pub fn file(views: &[View<'_>]) -> Vec<Piece> {
    views.iter().map(|view| Piece { level: view.level(), bytes: row(view).into_bytes() }).collect()
}

fn row(view: &View<'_>) -> String {
    format!("| {}:{} | {} | {} | {} |\n", cell(&view.path), view.start.line, view.level().name(), cell(&view.text()), view.finding.rule)
}

/// Text in which nothing is Markdown, HTML or a mention: the code marks of our own messages become quotation marks.
fn cell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '`' => safe.push('"'),
            '|' | '[' | ']' | '*' | '_' | '\\' | '!' | '~' => safe.extend(['\\', c]),
            '@' | '#' => safe.extend([c, '\u{2060}']),
            c => safe.push(c),
        }
    }
    safe
}
