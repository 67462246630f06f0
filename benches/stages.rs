//! How long each stage takes by itself, and whole checks: `cargo bench --bench stages`. Criterion compares each run with the last one.
//!
//! The text is made from `fixtures/documents/`, so it is the same on every machine. With a folder in `PLAINLY_CORPUS`, that is checked too.

#![allow(missing_docs, reason = "criterion makes the functions")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use plainly::analysis::acronyms::{Forms, ledger_of};
use plainly::analysis::difficulty::Difficulty;
use plainly::analysis::involvement::Involvement;
use plainly::analysis::kind;
use plainly::config::Settings;
use plainly::document::{Document, Format, front_matter, markdown};
use plainly::input::files;
use plainly::input::source::SourceFile;
use plainly::linter::{Linter, Selection};
use plainly::phrases::Phrases;
use plainly::report::{self, Renderer};
use plainly::rules;
use pulldown_cmark::{Options, Parser};

/// Bytes of a leaflet, and of a very long report.
const LEAFLET: usize = 8 * 1_024;
const REPORT: usize = 1_024 * 1_024;

/// Prose of about so many bytes: the documents of the fixtures, one after the other, each time with other numbers in it.
fn text(bytes: usize) -> SourceFile {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/documents");
    let names = files::find(&[folder]).files;
    let documents: Vec<String> = names.iter().filter_map(|file| std::fs::read_to_string(&file.path).ok()).collect();
    let mut text = String::with_capacity(bytes + 8_192);
    for (round, document) in documents.iter().cycle().enumerate() {
        if text.len() >= bytes {
            break;
        }
        let (body, _) = front_matter::split(document);
        let _ = write!(text, "\n\n## Part {round}\n\n{}", &document[body..]);
    }
    text.truncate(text.floor_char_boundary(bytes));
    SourceFile { name: "bench.md".to_owned(), text }
}

fn linter(family: Option<&str>) -> Linter {
    let families = family.map(str::to_owned).into_iter().collect();
    Linter::new(Settings::default(), &Selection { rules: Vec::new(), families })
}

/// What is worked out of a text, stage by stage.
fn stages(c: &mut Criterion) {
    let source = text(REPORT);
    let phrases = Phrases::new(None);
    let document = Document::new(&source, Format::Markdown);
    let hits = phrases.scan(&document);
    let mut group = c.benchmark_group("stage");
    group.throughput(Throughput::Bytes(source.text.len() as u64)).sample_size(20);
    group.bench_function("parse only", |b| b.iter(|| Parser::new_ext(&source.text, Options::ENABLE_TABLES).into_offset_iter().count()));
    group.bench_function("markdown to prose", |b| b.iter(|| markdown::parse(black_box(&source.text), 0)));
    group.bench_function("prose, words and sentences", |b| b.iter(|| Document::new(black_box(&source), Format::Markdown)));
    group.bench_function("phrases", |b| b.iter(|| phrases.scan(black_box(&document))));
    group.bench_function("short forms", |b| b.iter(|| ledger_of(black_box(&document), Forms::Unfamiliar)));
    group.bench_function("involvement", |b| b.iter(|| Involvement::of(black_box(&document), &phrases, &hits)));
    group.bench_function("kind", |b| b.iter(|| kind::decide(black_box(&document), &phrases, &hits, None)));
    group.bench_function("difficulty of each sentence", |b| {
        b.iter(|| document.sentences.iter().map(|sentence| Difficulty::of(&document, sentence).tenths()).sum::<u32>());
    });
    group.finish();
}

/// The rules of each family over a document that is read.
fn families(c: &mut Criterion) {
    let source = text(REPORT);
    let mut names: Vec<&str> = rules::all().iter().map(rules::RuleInfo::family).collect();
    names.sort_unstable();
    names.dedup();
    let mut group = c.benchmark_group("family");
    group.throughput(Throughput::Bytes(source.text.len() as u64)).sample_size(20);
    for name in names {
        let linter = linter(Some(name));
        let reading = linter.read(&source, Format::Markdown);
        group.bench_function(name, |b| b.iter(|| linter.check(black_box(&reading))));
    }
    group.finish();
}

/// The report of a document in some formats.
fn reports(c: &mut Criterion) {
    let source = text(REPORT);
    let linter = linter(None);
    let found = linter.check(&linter.read(&source, Format::Markdown));
    let mut group = c.benchmark_group("report");
    group.throughput(Throughput::Elements(found.findings.len() as u64)).sample_size(20);
    for (name, format) in [("full", report::Format::Full), ("concise", report::Format::Concise), ("json", report::Format::Json)] {
        let renderer = Renderer { format, colour: false, most: 0 };
        group.bench_function(name, |b| b.iter(|| renderer.file(&source, black_box(&found))));
    }
    group.finish();
}

/// Whole checks, from text to findings.
fn whole(c: &mut Criterion) {
    let linter = linter(None);
    let check = |source: &SourceFile| linter.check(&linter.read(source, Format::Markdown)).findings.len();
    let mut group = c.benchmark_group("check");
    group.sample_size(20);
    for (name, bytes) in [("8 KB", LEAFLET), ("1 MB", REPORT), ("2 MB", 2 * REPORT)] {
        let source = text(bytes);
        group.throughput(Throughput::Bytes(source.text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &source, |b, source| b.iter(|| check(source)));
    }
    let folder = std::env::var_os("PLAINLY_CORPUS").map(PathBuf::from);
    let sources: Vec<SourceFile> = match &folder {
        Some(folder) => files::find(std::slice::from_ref(folder)).files.iter().filter_map(|f| SourceFile::read(&f.path, &f.name()).ok()).collect(),
        None => (1..400).map(|i| text(i * 40)).collect(),
    };
    group.throughput(Throughput::Bytes(sources.iter().map(|source| source.text.len() as u64).sum())).sample_size(10);
    let name = if folder.is_some() { "PLAINLY_CORPUS" } else { "400 documents" };
    group.bench_function(name, |b| b.iter(|| sources.iter().map(check).sum::<usize>()));
    group.finish();
}

criterion_group!(benches, stages, families, reports, whole);
criterion_main!(benches);
