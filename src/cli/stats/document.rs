//! The figures of one document, and the sum of several.

use std::collections::BTreeMap;

use crate::analysis::difficulty::Difficulty;
use crate::analysis::readability::{Counts, Figure, figures};
use crate::document::words::Word;
use crate::document::{Document, Format, Sentence};
use crate::input::position::LineIndex;
use crate::input::source::SourceFile;
use crate::rules;

/// Hardest sentences kept of one document: as many as a run shows.
const MOST_OF_ONE: usize = 10;

/// Why a sentence is hard: each cause by its name, and in words.
type Causes = Vec<(&'static str, String)>;

/// The figures of a document.
#[derive(Default)]
pub struct DocumentStats {
    /// Its path.
    pub path: String,
    /// All its words, headings and tables too.
    pub words: usize,
    /// What the formulas count in each sentence of running text.
    pub sentences: Vec<Counts>,
    /// Hard sentences, the very hard ones too.
    pub hard: usize,
    /// Very hard sentences.
    pub very_hard: usize,
    /// In how many hard sentences each cause is.
    pub causes: BTreeMap<&'static str, usize>,
}

/// A sentence that is hard to read.
pub struct Hardest {
    /// The document.
    pub path: String,
    /// Its line, from 1.
    pub line: u32,
    /// Its difficulty, in tenths of a point.
    pub tenths: u32,
    /// Why.
    pub causes: Vec<String>,
    /// Its words.
    pub text: String,
}

impl DocumentStats {
    /// Reads a document.
    pub fn of(source: &SourceFile, without_names: bool) -> (DocumentStats, Vec<Hardest>) {
        let document = Document::new(source, Format::Markdown);
        let mut stats = DocumentStats { path: source.name.clone(), words: document.length, ..DocumentStats::default() };
        let leave_out = |i: usize, word: &Word| without_names && is_name(&document, i, word);
        let mut hard: Vec<(Difficulty, &Sentence, Causes)> = Vec::new();
        for sentence in document.sentences.iter().filter(|s| document.block_of(s).is_running_text()) {
            let counts = Counts::of(&document, sentence, &leave_out);
            if counts.words > 0 {
                stats.sentences.push(counts);
            }
            if let Some(difficulty) = rules::hard_sentence(&document, sentence) {
                stats.hard += 1;
                stats.very_hard += usize::from(difficulty.is_very_hard());
                let causes = difficulty.causes(&document);
                for (cause, _) in &causes {
                    *stats.causes.entry(cause).or_default() += 1;
                }
                hard.push((difficulty, sentence, causes));
            }
        }
        hard.sort_by_key(|(difficulty, ..)| std::cmp::Reverse(difficulty.tenths()));
        hard.truncate(MOST_OF_ONE);
        let lines = LineIndex::new(&source.text);
        let told = hard.into_iter().map(|(difficulty, sentence, causes)| {
            let span = document.source_span(sentence.prose);
            Hardest {
                path: source.name.clone(),
                line: lines.position(span.range().start).line,
                tenths: difficulty.tenths(),
                causes: causes.into_iter().map(|(_, told)| told).collect(),
                text: document.prose_of(sentence.prose).split_whitespace().collect::<Vec<_>>().join(" "),
            }
        });
        let told = told.collect();
        (stats, told)
    }

    /// The figures of the formulas.
    pub fn figures(&self) -> Option<[Figure; 7]> {
        figures(&self.sentences)
    }

    /// Puts another document to this one.
    pub fn add(&mut self, other: &DocumentStats) {
        self.words += other.words;
        self.sentences.extend_from_slice(&other.sentences);
        self.hard += other.hard;
        self.very_hard += other.very_hard;
        for (cause, count) in &other.causes {
            *self.causes.entry(cause).or_default() += count;
        }
    }

    /// The causes, the commonest first.
    pub fn commonest_causes(&self) -> Vec<(&'static str, usize)> {
        let mut causes: Vec<(&'static str, usize)> = self.causes.iter().map(|(cause, count)| (*cause, *count)).collect();
        causes.sort_by_key(|(cause, count)| (std::cmp::Reverse(*count), *cause));
        causes
    }
}

/// A name has a capital in the middle of a sentence; a short form has several. A term that the document explains counts as one.
fn is_name(document: &Document<'_>, i: usize, word: &Word) -> bool {
    let first = document.sentence_at(i).words().start == i;
    let alone = word.span.end - word.span.start == 1;
    word.has_capitals() || word.is_capital() && !first && !alone || document.explains(*word)
}
