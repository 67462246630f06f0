//! The figures as one JSON object. docs/json.md describes it.

use serde::Serialize;

use super::Stats;
use super::document::DocumentStats;
use crate::analysis::readability::FORMULAS;
use crate::report::json::one_line;

#[derive(Serialize)]
struct Out<'a> {
    schema_version: u32,
    tool: &'static str,
    version: &'static str,
    documents: Vec<DocumentOut<'a>>,
    total: DocumentOut<'a>,
    hardest: Vec<HardestOut<'a>>,
    errors: &'a [String],
}

#[derive(Serialize)]
struct DocumentOut<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    path: &'a str,
    words: usize,
    sentences: usize,
    hard: usize,
    very_hard: usize,
    formulas: Vec<FigureOut>,
    causes: Vec<CauseOut>,
}

#[derive(Serialize)]
struct FigureOut {
    key: &'static str,
    name: &'static str,
    source: &'static str,
    grade: bool,
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct CauseOut {
    cause: &'static str,
    sentences: usize,
}

#[derive(Serialize)]
struct HardestOut<'a> {
    path: &'a str,
    line: u32,
    difficulty: f64,
    causes: &'a [String],
    text: &'a str,
}

/// Writes the object.
pub fn render(stats: &Stats) -> Vec<u8> {
    let hardest = stats.hardest.iter().map(|h| HardestOut {
        path: &h.path,
        line: h.line,
        difficulty: f64::from(h.tenths) / 10.0,
        causes: &h.causes,
        text: &h.text,
    });
    let mut out = one_line(&Out {
        schema_version: 1,
        tool: "plainly",
        version: env!("CARGO_PKG_VERSION"),
        documents: stats.documents.iter().map(document).collect(),
        total: document(&stats.all),
        hardest: hardest.collect(),
        errors: &stats.errors,
    });
    out.push(b'\n');
    out
}

fn document(stats: &DocumentStats) -> DocumentOut<'_> {
    let round = |value: f64| (value * 10.0).round() / 10.0;
    let formulas = stats.figures().into_iter().flatten().zip(&FORMULAS).map(|(figure, formula)| FigureOut {
        key: formula.key,
        name: formula.name,
        source: formula.source,
        grade: formula.is_grade,
        value: round(figure.value),
        low: round(figure.low),
        high: round(figure.high),
    });
    DocumentOut {
        path: &stats.path,
        words: stats.words,
        sentences: stats.sentences.len(),
        hard: stats.hard,
        very_hard: stats.very_hard,
        formulas: formulas.collect(),
        causes: stats.commonest_causes().into_iter().map(|(cause, sentences)| CauseOut { cause, sentences }).collect(),
    }
}
