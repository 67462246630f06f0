//! The run as one JSON object, for programs. The shape is versioned and described in `docs/json.md`.

use serde::Serialize;

use crate::findings::fingerprint::fingerprints;
use crate::findings::fix::Fix;
use crate::findings::{Finding, Level};
use crate::input::position::{LineIndex, Position};
use crate::input::source::{InputError, SourceFile};
use crate::input::span::Span;
use crate::linter::Report;

/// Version of the shape: raised when a key goes or changes its meaning, not when one is added.
pub const SCHEMA_VERSION: u32 = 1;
/// Longest quotation, in characters.
const LONGEST_QUOTE: usize = 240;

#[derive(Serialize)]
struct FileJson<'a> {
    path: &'a str,
    kind: KindJson<'a>,
    metrics: Metrics,
    /// Swaps made before this was said.
    fixed: usize,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct KindJson<'a> {
    name: &'a str,
    why: &'a str,
}

#[derive(Serialize)]
struct Metrics {
    words: usize,
    sentences: usize,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: RuleJson,
    level: Level,
    message: &'a str,
    label: &'a str,
    note: &'a str,
    help: Option<&'a str>,
    span: SpanJson,
    start: PositionJson,
    end: PositionJson,
    quote: String,
    count: usize,
    related: Vec<RelatedJson<'a>>,
    fingerprint: String,
    /// One for each place of the finding whose words can be swapped without a person.
    fixes: Vec<FixJson<'a>>,
}

#[derive(Serialize)]
struct FixJson<'a> {
    applicability: &'static str,
    message: String,
    edits: Vec<EditJson<'a>>,
}

#[derive(Serialize)]
struct EditJson<'a> {
    byte_start: u32,
    byte_end: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct RuleJson {
    id: &'static str,
    name: &'static str,
    /// Rules have no page on the web yet; `plainly explain` has what it would say.
    url: Option<&'static str>,
}

#[derive(Serialize)]
struct SpanJson {
    byte_start: u32,
    byte_end: u32,
}

#[derive(Serialize)]
struct PositionJson {
    line: u32,
    col_utf8: u32,
    col_utf16: u32,
    col_char: u32,
}

#[derive(Serialize)]
struct RelatedJson<'a> {
    message: &'a str,
    span: SpanJson,
    start: PositionJson,
}

#[derive(Serialize)]
struct Head<'a> {
    schema_version: u32,
    tool: &'static str,
    version: &'static str,
    run: Run<'a>,
}

/// What the run was about. Paths are relative to where it ran, so the folder itself is always `.`.
#[derive(Serialize)]
pub struct Run<'a> {
    /// Always `.`.
    pub cwd: &'static str,
    /// Hash of the options that change what is found.
    pub args_hash: &'a str,
}

#[derive(Serialize)]
struct ErrorJson<'a> {
    path: &'a str,
    message: &'a str,
}

/// Totals of a run.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SummaryJson {
    /// Files checked.
    pub files: usize,
    /// Files with findings.
    pub files_with_findings: usize,
    /// Findings.
    pub findings: usize,
    /// Of these, errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
    /// Swaps of words made, or with `--diff` to be made.
    pub fixed: usize,
}

/// One file of the list.
#[must_use]
pub fn file(source: &SourceFile, report: &Report) -> Vec<u8> {
    let index = LineIndex::new(&source.text);
    let prints = fingerprints(&source.name, &source.text, &report.findings);
    let kind = report.kind.as_ref().map_or(KindJson { name: "info", why: "" }, |k| KindJson { name: k.kind.name(), why: &k.why });
    let mut findings: Vec<FindingJson<'_>> = report.findings.iter().zip(prints).map(|(f, print)| finding(f, print, source, &index)).collect();
    for fix in &report.fixes {
        findings[fix.finding].fixes.push(FixJson::from(fix));
    }
    let metrics = Metrics { words: report.words, sentences: report.sentences };
    one_line(&FileJson { path: &source.name, kind, metrics, fixed: report.fixed, findings })
}

fn finding<'a>(f: &'a Finding, fingerprint: String, source: &SourceFile, index: &LineIndex<'_>) -> FindingJson<'a> {
    let position = |byte: u32| PositionJson::from(index.position(byte as usize));
    let span = |s: Span| SpanJson { byte_start: s.start, byte_end: s.end };
    let text = &source.text[f.span.range()];
    let cut = text.char_indices().nth(LONGEST_QUOTE).map_or(text.len(), |(at, _)| at);
    FindingJson {
        rule: RuleJson { id: f.rule, name: f.rule.rsplit('/').next().unwrap_or(f.rule), url: None },
        level: f.level,
        message: &f.message,
        label: &f.label,
        note: &f.note,
        help: f.help.as_deref(),
        span: span(f.span),
        start: position(f.span.start),
        end: position(f.span.end),
        quote: text[..cut].to_owned(),
        count: f.count(),
        related: f.related.iter().map(|r| RelatedJson { message: &r.what, span: span(r.span), start: position(r.span.start) }).collect(),
        fingerprint,
        fixes: Vec::new(),
    }
}

impl<'a> From<&'a Fix> for FixJson<'a> {
    fn from(fix: &'a Fix) -> Self {
        let edits = fix.edits.iter().map(|e| EditJson { byte_start: e.span.start, byte_end: e.span.end, text: &e.text }).collect();
        FixJson { applicability: "safe", message: format!("write `{}`", fix.words), edits }
    }
}

impl From<Position> for PositionJson {
    fn from(p: Position) -> Self {
        PositionJson { line: p.line, col_utf8: p.col_utf8, col_utf16: p.col_utf16, col_char: p.col_char }
    }
}

/// What comes before the list of files.
#[must_use]
pub fn opening(args_hash: &str) -> Vec<u8> {
    let head = Head { schema_version: SCHEMA_VERSION, tool: "plainly", version: env!("CARGO_PKG_VERSION"), run: Run { cwd: ".", args_hash } };
    let mut text = one_line(&head);
    text.pop();
    text.extend(b",\"files\":[\n");
    text
}

/// What comes after it.
#[must_use]
pub fn closing(errors: &[InputError], summary: &SummaryJson) -> Vec<u8> {
    let errors: Vec<ErrorJson<'_>> = errors.iter().map(|e| ErrorJson { path: &e.name, message: &e.what }).collect();
    [b"\n],\"errors\":".as_slice(), &one_line(&errors), b",\"summary\":", &one_line(summary), b"}\n"].concat()
}

/// JSON on one line, whatever a reader takes for the end of a line.
#[must_use]
pub fn one_line(value: &impl Serialize) -> Vec<u8> {
    let text = serde_json::to_string(value).unwrap_or_else(|error| format!("{{\"error\":\"{error}\"}}"));
    if text.contains(['\u{85}', '\u{2028}', '\u{2029}', '\u{7F}']) {
        return text
            .replace('\u{85}', "\\u0085")
            .replace('\u{2028}', "\\u2028")
            .replace('\u{2029}', "\\u2029")
            .replace('\u{7F}', "\\u007f")
            .into_bytes();
    }
    text.into_bytes()
}
