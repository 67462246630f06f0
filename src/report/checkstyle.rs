//! The XML of Checkstyle, which many programs for build servers read.

use super::view::View;
use super::xml::{Xml, element};
use crate::findings::Level;

/// What comes first.
pub const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
/// What comes last.
pub const CLOSING: &str = "</checkstyle>\n";

/// Writes one file.
#[must_use]
pub fn file(views: &[View<'_>]) -> Vec<u8> {
    let Some(first) = views.first() else { return Vec::new() };
    element("file", &[("name", &first.path)], |xml| views.iter().for_each(|view| error(xml, view)))
}

fn error(xml: &mut Xml, view: &View<'_>) {
    let severity = match view.level() {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "info",
    };
    let (line, column, source) = (view.start.line.to_string(), view.start.col_char.to_string(), format!("plainly.{}", view.finding.rule));
    let attributes = [("line", line.as_str()), ("column", &column), ("severity", severity), ("message", &view.text()), ("source", &source)];
    xml.element("error", &attributes, None);
}
