//! The generic issue format of SonarQube (10.3 and later). Lines count from 1, columns from 0 in units of UTF-16.
//!
//! <https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/importing-external-issues/generic-issue-import-format>

use serde::Serialize;

use super::json::one_line;
use super::view::View;
use crate::findings::Level;
use crate::input::position::Position;
use crate::rules;

/// What comes last.
pub const CLOSING: &str = "\n]}\n";
/// Minutes that a finding takes to mend, as a guess: the format asks for one.
const EFFORT: u32 = 5;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: &'static str,
    description: &'static str,
    engine_id: &'static str,
    clean_code_attribute: &'static str,
    impacts: [Impact; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Impact {
    software_quality: &'static str,
    severity: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Issue<'a> {
    rule_id: &'a str,
    effort_minutes: u32,
    primary_location: Location<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    secondary_locations: Vec<Location<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    message: String,
    file_path: &'a str,
    text_range: TextRange,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TextRange {
    start_line: u32,
    end_line: u32,
    start_column: u32,
    end_column: u32,
}

/// The rules, and the start of the issues.
#[must_use]
pub fn opening() -> Vec<u8> {
    let rule = |rule: &rules::RuleInfo| Rule {
        id: rule.id,
        name: rule.summary,
        description: rule.why,
        engine_id: "plainly",
        clean_code_attribute: "CLEAR",
        impacts: [Impact { software_quality: "MAINTAINABILITY", severity: severity(rule.level) }],
    };
    let rules: Vec<Rule> = rules::all().iter().map(rule).collect();
    [b"{\"rules\":".as_slice(), &one_line(&rules), b",\"issues\":[\n"].concat()
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "HIGH",
        Level::Warning => "MEDIUM",
        Level::Note => "LOW",
    }
}

/// Writes the issues of one file, each on a line, parted by commas.
#[must_use]
pub fn file(views: &[View<'_>]) -> Vec<u8> {
    views.iter().map(|view| one_line(&issue(view))).collect::<Vec<_>>().join(b",\n".as_slice())
}

fn issue<'a>(view: &'a View<'_>) -> Issue<'a> {
    let location = |message: String, (start, end): (Position, Position)| Location {
        message,
        file_path: &view.path,
        text_range: TextRange { start_line: start.line, end_line: end.line, start_column: start.col_utf16 - 1, end_column: end.col_utf16 - 1 },
    };
    Issue {
        rule_id: view.finding.rule,
        effort_minutes: EFFORT,
        primary_location: location(view.text(), (view.start, view.end)),
        secondary_locations: view.finding.related.iter().map(|r| location(r.what.to_string(), view.place(r.span))).collect(),
    }
}
