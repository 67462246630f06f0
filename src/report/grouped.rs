//! The findings of each file under its name, for people with many files.

use std::fmt::Write;

use super::view::View;

/// Writes one file.
#[must_use]
pub fn file(views: &[View<'_>]) -> Vec<u8> {
    let mut out = String::new();
    let Some(first) = views.first() else { return Vec::new() };
    let wide = |text: fn(&View<'_>) -> String| views.iter().map(|view| text(view).len()).max().unwrap_or(0);
    let (place_width, level_width) = (wide(place), wide(|view| view.level().name().to_owned()));
    out.push_str(&first.path);
    out.push('\n');
    for view in views {
        // writing to a string cannot fail
        let _ = writeln!(out, "  {:>place_width$}  {:level_width$}  {}  [{}]", place(view), view.level().name(), view.text(), view.finding.rule);
    }
    out.push('\n');
    out.into_bytes()
}

fn place(view: &View<'_>) -> String {
    format!("{}:{}", view.start.line, view.start.col_char)
}
