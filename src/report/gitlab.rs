//! The Code Quality report of GitLab.
//!
//! <https://docs.gitlab.com/ci/testing/code_quality/>

use serde::Serialize;

use super::json::one_line;
use super::view::View;
use crate::findings::Level;
use crate::findings::fingerprint::in_run;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    /// GitLab drops an issue whose fingerprint it has seen in the same report.
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
    positions: Positions,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

#[derive(Serialize)]
struct Positions {
    begin: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
}

/// Writes the issues of one file, each on a line, parted by commas.
#[must_use]
pub fn file(views: &[View<'_>]) -> Vec<u8> {
    views.iter().map(|view| one_line(&issue(view))).collect::<Vec<_>>().join(b",\n".as_slice())
}

fn issue<'a>(view: &'a View<'_>) -> Issue<'a> {
    let severity = match view.level() {
        Level::Error => "major",
        Level::Warning => "minor",
        Level::Note => "info",
    };
    Issue {
        // the name of the check is not shown in a merge request
        description: format!("{} ({})", view.text(), view.finding.rule),
        check_name: view.finding.rule,
        fingerprint: in_run(&view.path, view.fingerprint),
        severity,
        location: Location {
            path: view.path.strip_prefix("./").unwrap_or(&view.path),
            lines: Lines { begin: view.start.line, end: view.end.line },
            positions: Positions {
                begin: Place { line: view.start.line, column: view.start.col_char },
                end: Place { line: view.end.line, column: view.end.col_char },
            },
        },
    }
}
