//! SARIF 2.1.0, as GitHub code scanning reads it: the most serious findings first, and not more than it takes.
//!
//! <https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning>. The main region of a finding
//! is one line, as GitHub shows an alert in a pull request only where every line of it was changed; a longer passage is a related location.

use serde_json::{Value, json};

use super::Piece;
use super::json::one_line;
use super::line_hash::line_hashes;
use super::view::View;
use crate::findings::Level;
use crate::findings::fix::Fix;
use crate::input::position::Position;
use crate::input::source::{InputError, SourceFile};
use crate::input::span::Span;
use crate::rules::{self, RuleInfo};

/// Most findings: GitHub shows no more.
pub const MOST: usize = 5_000;
/// Longest text that GitHub takes as a description.
const LONGEST: usize = 1_024;

/// What comes before the results.
#[must_use]
pub fn opening() -> Vec<u8> {
    let rules: Vec<Value> = rules::all().iter().map(rule).collect();
    let driver = json!({
        "name": "plainly",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    let mut text = b"{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":".to_vec();
    text.extend(one_line(&driver));
    text.extend(b"},\"columnKind\":\"utf16CodeUnits\",\"automationDetails\":{\"id\":\"plainly/\"},\"results\":[\n");
    text
}

/// What comes after them: whether the run went well, and what was left out.
#[must_use]
pub fn closing(errors: &[InputError], left_out: usize) -> Vec<u8> {
    let note = |level: &str, text: String| json!({ "level": level, "message": { "text": text } });
    let mut notes: Vec<Value> = errors.iter().map(|error| note("error", error.to_string())).collect();
    if left_out > 0 {
        notes.push(note("warning", format!("{left_out} of the less serious findings are left out, as GitHub shows no more than {MOST}")));
    }
    let invocation = json!({ "executionSuccessful": errors.is_empty(), "toolExecutionNotifications": notes });
    [b"\n],\"invocations\":[".as_slice(), &one_line(&invocation), b"]}]}\n"].concat()
}

fn rule(rule: &RuleInfo) -> Value {
    let sources = if rule.sources.is_empty() { String::new() } else { format!("\n\nSource: {}.", rule.sources.join("; ")) };
    let severity = match rule.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "recommendation",
    };
    json!({
        "id": rule.id,
        "name": rule.id.replace('/', "-"),
        "shortDescription": { "text": cut(rule.summary) },
        "fullDescription": { "text": cut(rule.why) },
        "help": {
            "text": format!("{}{sources}\n\nMore: plainly explain {}", rule.why, rule.id),
            "markdown": format!("{}{sources}\n\nMore: `plainly explain {}`", rule.why, rule.id),
        },
        "defaultConfiguration": { "level": rule.level.name() },
        "properties": { "tags": [rule.family()], "precision": "high", "problem": { "severity": severity } },
    })
}

fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

/// The results of one file, parted later.
#[must_use]
pub fn file(source: &SourceFile, views: &[View<'_>]) -> Vec<Piece> {
    if views.is_empty() {
        return Vec::new();
    }
    let (hashes, index) = (line_hashes(&source.text), rules::all());
    views.iter().map(|view| Piece { level: view.level(), bytes: one_line(&result(source, view, &hashes, index)) }).collect()
}

fn result(source: &SourceFile, view: &View<'_>, hashes: &[String], rules: &[RuleInfo]) -> Value {
    let whole = view.finding.span;
    let first_line = Span { start: whole.start, end: whole.start + first_line(&source.text[whole.range()]) as u32 };
    let at = |span: Span| json!({ "artifactLocation": artifact(source), "region": region(view.place(span), span) });
    let mut related: Vec<(Span, String)> = view.finding.related.iter().map(|r| (r.span, r.what.to_string())).collect();
    if first_line != whole {
        related.insert(0, (whole, "the whole passage".to_owned()));
    }
    let related: Vec<Value> = related
        .iter()
        .enumerate()
        .map(|(id, (span, what))| json!({ "id": id, "physicalLocation": at(*span), "message": { "text": escaped(what) } }))
        .collect();
    let mut result = json!({
        "ruleId": view.finding.rule,
        "level": view.level().name(),
        "message": { "text": escaped(&view.text()) },
        "locations": [{ "physicalLocation": at(first_line) }],
        "partialFingerprints": { "plainly/v1": view.fingerprint },
    });
    if let Some(index) = rules.iter().position(|rule| rule.id == view.finding.rule) {
        result["ruleIndex"] = index.into();
    }
    if let Some(hash) = hashes.get(view.start.line as usize - 1) {
        result["partialFingerprints"]["primaryLocationLineHash"] = hash.as_str().into();
    }
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if !view.fixes.is_empty() {
        result["fixes"] = view.fixes.iter().map(|swap| fix(source, view, swap)).collect::<Vec<_>>().into();
    }
    result
}

fn fix(source: &SourceFile, view: &View<'_>, fix: &Fix) -> Value {
    let replacement = |span: Span, text: &str| json!({ "deletedRegion": region(view.place(span), span), "insertedContent": { "text": text } });
    let edits: Vec<Value> = fix.edits.iter().map(|edit| replacement(edit.span, &edit.text)).collect();
    let what = format!("write \"{}\"", fix.words);
    json!({ "description": { "text": what }, "artifactChanges": [{ "artifactLocation": artifact(source), "replacements": edits }] })
}

fn artifact(source: &SourceFile) -> Value {
    match source.name.starts_with('/') {
        true => json!({ "uri": format!("file://{}", uri(&source.name)) }),
        false => json!({ "uri": uri(&source.name), "uriBaseId": "%SRCROOT%" }),
    }
}

fn region((start, end): (Position, Position), span: Span) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.col_utf16,
        "endLine": end.line,
        "endColumn": end.col_utf16,
        "byteOffset": span.start,
        "byteLength": span.end - span.start,
    })
}

/// How many bytes of the words stand on their first line.
fn first_line(words: &str) -> usize {
    words.find(['\n', '\r']).map_or(words.len(), |end| words[..end].trim_end().len())
}

/// A path as a relative reference: `/` between its parts, the rest percent-encoded (RFC 3986).
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte as char),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// As a SARIF message reads it, where brackets hold links.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in super::sanitise::clean(text).chars() {
        if matches!(c, '[' | ']' | '\\') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}
