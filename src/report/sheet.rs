//! A row for each finding, for a spreadsheet (RFC 4180). A cell that a spreadsheet would run as a formula is led by an apostrophe.

use super::view::View;

/// The columns.
const COLUMNS: [&str; 11] = ["path", "line", "column", "level", "rule", "message", "help", "why", "quote", "times", "fingerprint"];

/// The head of the table.
#[must_use]
pub fn opening() -> Vec<u8> {
    rows([COLUMNS.map(str::to_owned)])
}

/// Writes one file.
#[must_use]
pub fn file(views: &[View<'_>], text: &str) -> Vec<u8> {
    rows(views.iter().map(|view| row(view, text)))
}

fn row(view: &View<'_>, text: &str) -> [String; COLUMNS.len()] {
    let finding = view.finding;
    [
        view.path.to_string(),
        view.start.line.to_string(),
        view.start.col_char.to_string(),
        finding.level.name().to_owned(),
        finding.rule.to_owned(),
        finding.message.clone(),
        finding.help.as_deref().unwrap_or_default().to_owned(),
        finding.note.to_string(),
        crate::rules::words::quote(&text[finding.span.range()]).into_owned(),
        finding.count().to_string(),
        view.fingerprint.to_owned(),
    ]
    .map(harmless)
}

fn harmless(cell: String) -> String {
    let cell = super::sanitise::clean(&cell).into_owned();
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

fn rows(rows: impl IntoIterator<Item = [String; COLUMNS.len()]>) -> Vec<u8> {
    let mut sheet = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // writing rows of one length to memory cannot fail
        let written = sheet.write_record(row);
        debug_assert!(written.is_ok());
    }
    sheet.into_inner().unwrap_or_default()
}
