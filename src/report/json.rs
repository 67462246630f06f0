//! The run as one JSON object, for programs. The shape is versioned and described in `docs/json.md`.

use serde::Serialize;

use super::sanitise::is_active;
use super::view::View;
use crate::findings::fix::Fix;
use crate::findings::{Level, Related};
use crate::input::position::Position;
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
    /// Findings left out because the document gives a reason.
    ignored: usize,
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
    quote: &'a str,
    count: usize,
    related: Vec<RelatedJson<'a>>,
    fingerprint: &'a str,
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
struct Line<'a> {
    #[serde(rename = "type")]
    what: &'static str,
    path: &'a str,
    #[serde(flatten)]
    finding: FindingJson<'a>,
}

#[derive(Serialize)]
struct LastLine<'a> {
    #[serde(rename = "type")]
    what: &'static str,
    schema_version: u32,
    errors: Vec<ErrorJson<'a>>,
    summary: &'a SummaryJson,
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
pub fn file(source: &SourceFile, report: &Report, views: &[View<'_>]) -> Vec<u8> {
    let kind = report.kind.as_ref().map_or(KindJson { name: "info", why: "" }, |k| KindJson { name: k.kind.name(), why: &k.why });
    let findings = views.iter().map(|view| finding(view, source)).collect();
    let metrics = Metrics { words: report.words, sentences: report.sentences };
    one_line(&FileJson { path: &source.name, kind, metrics, fixed: report.fixed, ignored: report.ignored, findings })
}

/// The findings of one file, a line for each: the `jsonl` format.
#[must_use]
pub fn lines(source: &SourceFile, views: &[View<'_>]) -> Vec<u8> {
    let line = |view| one_line(&Line { what: "finding", path: &source.name, finding: finding(view, source) });
    views.iter().flat_map(|view| [line(view), b"\n".to_vec()].concat()).collect()
}

/// The last line of the `jsonl` format.
#[must_use]
pub fn last_line(errors: &[InputError], summary: &SummaryJson) -> Vec<u8> {
    let mut line = one_line(&LastLine { what: "summary", schema_version: SCHEMA_VERSION, errors: errors_json(errors), summary });
    line.push(b'\n');
    line
}

fn finding<'a>(view: &'a View<'_>, source: &'a SourceFile) -> FindingJson<'a> {
    let f = view.finding;
    let span = |s: Span| SpanJson { byte_start: s.start, byte_end: s.end };
    let text = &source.text[f.span.range()];
    let cut = text.char_indices().nth(LONGEST_QUOTE).map_or(text.len(), |(at, _)| at);
    let related = |r: &'a Related| RelatedJson { message: &r.what, span: span(r.span), start: PositionJson::from(view.place(r.span).0) };
    FindingJson {
        rule: RuleJson { id: f.rule, name: f.rule.rsplit('/').next().unwrap_or(f.rule), url: None },
        level: f.level,
        message: &f.message,
        label: &f.label,
        note: &f.note,
        help: f.help.as_deref(),
        span: span(f.span),
        start: PositionJson::from(view.start),
        end: PositionJson::from(view.end),
        quote: &text[..cut],
        count: f.count(),
        related: f.related.iter().map(related).collect(),
        fingerprint: view.fingerprint,
        fixes: view.fixes.iter().map(|fix| FixJson::from(*fix)).collect(),
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
    [b"\n],\"errors\":".as_slice(), &one_line(&errors_json(errors)), b",\"summary\":", &one_line(summary), b"}\n"].concat()
}

fn errors_json(errors: &[InputError]) -> Vec<ErrorJson<'_>> {
    errors.iter().map(|e| ErrorJson { path: &e.name, message: &e.what }).collect()
}

/// JSON on one line, whatever a reader takes for the end of a line, and with nothing in it that a terminal or a build server obeys.
#[must_use]
pub fn one_line(value: &impl Serialize) -> Vec<u8> {
    let text = serde_json::to_string(value).unwrap_or_else(|error| format!("{{\"error\":\"{error}\"}}"));
    let bytes = text.as_bytes();
    let (mut safe, mut kept) = (String::new(), 0);
    let mut at = 0;
    while at < bytes.len() {
        let c = match bytes[at] {
            b'#' if bytes.get(at + 1) == Some(&b'#') => '#',
            0x20..=0x7E => {
                at += 1;
                continue;
            }
            // what is below is ASCII, so a character begins here
            _ => text[at..].chars().next().unwrap_or_default(),
        };
        at += c.len_utf8();
        if c == '#' || is_active(c) {
            // of two marks the second is told apart
            let from = if c == '#' { at } else { at - c.len_utf8() };
            at = if c == '#' { at + 1 } else { at };
            safe.push_str(&text[kept..from]);
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| safe.push_str(&format!("\\u{unit:04x}")));
            kept = at;
        }
    }
    if kept == 0 {
        return text.into_bytes();
    }
    safe.push_str(&text[kept..]);
    safe.into_bytes()
}
