//! `plainly stats`: words, sentences, hard sentences and reading ages, for each document and for all of them.

mod document;
mod json;
mod table;

use std::path::PathBuf;

use super::args::{StatsArgs, StatsFormat};
use super::{complain, exit, print};
use crate::analysis::readability::FORMULAS;
use crate::input::files::{Found, InputFile, find};
use crate::input::source::SourceFile;
use document::{DocumentStats, Hardest};

/// Hardest sentences that are shown.
const MOST_HARDEST: usize = 10;
/// The name of standard input.
const STDIN: &str = "<stdin>";

/// The figures of a run.
pub struct Stats {
    /// Each document, in order of their paths.
    pub documents: Vec<DocumentStats>,
    /// All of them together.
    pub all: DocumentStats,
    /// The hardest sentences, the hardest first.
    pub hardest: Vec<Hardest>,
    /// What could not be read.
    pub errors: Vec<String>,
}

/// Runs the command.
pub fn run(args: &StatsArgs) -> u8 {
    let (stdin, paths): (Vec<PathBuf>, Vec<PathBuf>) = args.paths.iter().cloned().partition(|p| p.as_os_str() == "-");
    let Found { mut files, errors, .. } = find(&paths);
    if !stdin.is_empty() {
        files.insert(0, InputFile::standard_input(STDIN.to_owned()));
    }
    if files.is_empty() && errors.is_empty() {
        complain("there is no Markdown document here");
    }
    let stats = gather(&files, errors.iter().map(ToString::to_string).collect(), args.without_names);
    for error in &stats.errors {
        complain(error);
    }
    let out = match args.format {
        StatsFormat::Table => table::render(&stats).into_bytes(),
        StatsFormat::Json => json::render(&stats),
        StatsFormat::Csv => csv(&stats),
    };
    match print(&out) {
        Err(code) => code,
        Ok(_) if stats.errors.is_empty() => exit::CLEAN,
        Ok(_) => exit::TROUBLE,
    }
}

fn gather(files: &[InputFile], errors: Vec<String>, without_names: bool) -> Stats {
    let mut stats = Stats { documents: Vec::new(), all: DocumentStats::default(), hardest: Vec::new(), errors };
    for file in files {
        let source = if file.is_standard_input() {
            SourceFile::from_reader(std::io::stdin().lock(), STDIN, 0)
        } else {
            SourceFile::read(&file.path, &file.name())
        };
        match source {
            Ok(source) => {
                let (document, hardest) = DocumentStats::of(&source, without_names);
                stats.all.add(&document);
                stats.documents.push(document);
                stats.hardest.extend(hardest);
                stats.hardest.sort_by(|a, b| b.tenths.cmp(&a.tenths).then_with(|| (&a.path, a.line).cmp(&(&b.path, b.line))));
                stats.hardest.truncate(MOST_HARDEST);
            }
            Err(error) => stats.errors.push(error.to_string()),
        }
    }
    stats
}

/// A line for each document: what it is, and the figures with the ends of their intervals. A short document has empty cells.
fn csv(stats: &Stats) -> Vec<u8> {
    let mut sheet = csv::Writer::from_writer(Vec::new());
    let figures = FORMULAS.iter().flat_map(|f| [f.key.to_owned(), format!("{}_low", f.key), format!("{}_high", f.key)]);
    let head: Vec<String> = ["path", "words", "sentences", "hard", "very_hard"].map(str::to_owned).into_iter().chain(figures).collect();
    // writing to memory cannot fail
    let _ = sheet.write_record(&head);
    for document in &stats.documents {
        let counts = [document.words, document.sentences.len(), document.hard, document.very_hard].map(|n| n.to_string());
        let figures = match document.figures() {
            Some(figures) => figures.iter().flat_map(|f| [f.value, f.low, f.high]).map(|v| format!("{v:.1}")).collect(),
            None => vec![String::new(); FORMULAS.len() * 3],
        };
        let _ = sheet.write_record([safe(&document.path)].into_iter().chain(counts).chain(figures));
    }
    sheet.into_inner().unwrap_or_default()
}

/// A cell that a spreadsheet would take for a formula gets a quote before it.
fn safe(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
