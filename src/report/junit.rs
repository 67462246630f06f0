//! The XML of JUnit: a test suite for each file, a failed test case for each finding. A file with none is a test that passed.

use super::view::View;
use super::xml::element;

/// What comes first.
pub const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"plainly\">\n";
/// What comes last.
pub const CLOSING: &str = "</testsuites>\n";

/// Writes one file.
#[must_use]
pub fn file(path: &str, views: &[View<'_>]) -> Vec<u8> {
    let (tests, failures) = (views.len().max(1).to_string(), views.len().to_string());
    element("testsuite", &[("name", path), ("tests", &tests), ("failures", &failures), ("errors", "0")], |suite| {
        if views.is_empty() {
            suite.element("testcase", &[("classname", path), ("name", "plainly")], None);
        }
        for view in views {
            let name = format!("{} at {}:{}", view.finding.rule, view.start.line, view.start.col_char);
            suite.holding("testcase", &[("classname", path), ("name", &name)], |case| {
                let detail = format!("{path}:{}:{}: {}\n{}", view.start.line, view.start.col_char, view.text(), view.finding.note);
                case.element("failure", &[("message", &view.text()), ("type", view.level().name())], Some(&detail));
            });
        }
    })
}
