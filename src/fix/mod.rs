//! Swaps of words that need no person to look: which there are, and a document with them made.
//!
//! Every swap is tried before it is kept: the document is checked again, and a swap that would bring a new finding or change the structure of
//! the page is left out. What is left after the last round offers nothing more, so fixing twice is fixing once.

mod article;
mod bracket;
mod swap;

use std::cell::{Cell, OnceCell};
use std::collections::{HashMap, HashSet};

use crate::document::markdown::BlockKind;
use crate::document::{Document, Format, Sentence};
use crate::findings::fix::{Edit, Fix, Moves, apply};
use crate::findings::{Finding, Level};
use crate::input::source::SourceFile;
use crate::input::span::Span;
use crate::linter::{Linter, Reading, Report};

/// How often a round checks the document to find the swaps that must be left out. Nearly always once is enough.
const MOST_TRIES: usize = 200;

/// The swaps that the findings of a report offer, in order of their place.
#[must_use]
pub fn offers(linter: &Linter, reading: &Reading<'_>, report: &Report) -> Vec<Fix> {
    let mut fixes: Vec<Fix> = bracket::offers(reading, report).collect();
    let mut hits = linter.fixable_hits(reading).peekable();
    if hits.peek().is_none() {
        return fixes;
    }
    let document = &reading.document;
    let places: HashMap<(&str, Span), usize> =
        report.findings.iter().enumerate().flat_map(|(i, f)| places(f).map(move |s| ((f.rule, s), i))).collect();
    let names = OnceCell::new();
    let swaps = hits.filter_map(|(hit, entry)| {
        let span = document.source_span(crate::analysis::involvement::span_of(document, hit));
        let finding = *places.get(&(entry.owner().name(), span))?;
        let first = document.words[hit.words.0 as usize];
        (!first.is_capital() || !names.get_or_init(|| names_of(document)).contains(&first.hash)).then_some(())?;
        let (words, edits) = swap::swap(document, &entry, hit)?;
        Some(Fix { finding, words, edits })
    });
    fixes.extend(swaps);
    fixes.sort_by_key(|fix| fix.edits[0].span);
    fixes
}

/// Words that have a capital in mid-sentence somewhere: one that opens a sentence may be a name there too, as in "Notify sends letters".
fn names_of(document: &Document<'_>) -> HashSet<u32> {
    let inner = |s: &Sentence| document.words_of(s).get(1..).unwrap_or_default().iter();
    document.sentences.iter().flat_map(inner).filter(|w| w.is_capital() && w.has_small()).map(|w| w.hash).collect()
}

/// The place of a finding, and those that are told with it.
fn places(finding: &Finding) -> impl Iterator<Item = Span> {
    std::iter::once(finding.span).chain(finding.related.iter().map(|r| r.span))
}

/// A document with its swaps made, and what is left to say of it.
pub struct Mended {
    /// The document as it is now.
    pub source: SourceFile,
    /// What is left. It tells how many swaps were made.
    pub report: Report,
}

/// Makes the swaps of a document.
#[must_use]
pub fn mend(linter: &Linter, source: &SourceFile, format: Format) -> Mended {
    let mut source = source.clone();
    let mut made = 0;
    loop {
        let reading = linter.read(&source, format);
        let mut report = linter.check(&reading);
        let offered = disjoint(offers(linter, &reading, &report));
        let trial = Trial { linter, source: &source, format, structure: structure(&reading), told: told(&report), tries: Cell::new(MOST_TRIES) };
        let kept = if offered.is_empty() { Vec::new() } else { trial.keep(&[], &offered) };
        if kept.is_empty() {
            report.fixed = made;
            drop(reading);
            return Mended { source, report };
        }
        // every swap takes a finding away and none brings one, so this comes to an end
        made += kept.len();
        source = SourceFile { name: source.name.clone(), text: trial.made(&kept) };
    }
}

/// The swaps without those that lie over an earlier one.
fn disjoint(fixes: Vec<Fix>) -> Vec<Fix> {
    let mut end = 0;
    let mut kept: Vec<Fix> = Vec::with_capacity(fixes.len());
    for fix in fixes {
        if fix.edits[0].span.start >= end {
            end = fix.edits.iter().map(|edit| edit.span.end).max().unwrap_or(end);
            kept.push(fix);
        }
    }
    kept
}

/// Where a family has spoken, and how seriously.
type Told = HashMap<(&'static str, Span), Level>;

fn told(report: &Report) -> Told {
    let mut told = Told::new();
    for finding in &report.findings {
        for place in places(finding) {
            let level = told.entry((finding.family(), place)).or_insert(finding.level);
            *level = finding.level.max(*level);
        }
    }
    told
}

/// The blocks of a page, how many links, how much code.
type Structure = (Vec<(BlockKind, bool)>, usize, usize);

/// The structure of a page, as far as a swap of words could change it.
fn structure(reading: &Reading<'_>) -> Structure {
    let document = &reading.document;
    (document.blocks.iter().map(|b| (b.kind, b.quoted)).collect(), document.links.len(), document.code)
}

/// What swaps are tried against.
struct Trial<'t> {
    linter: &'t Linter,
    source: &'t SourceFile,
    format: Format,
    structure: Structure,
    told: Told,
    tries: Cell<usize>,
}

impl Trial<'_> {
    /// Those of `tried` that can be made together with `kept`: all of them in nearly every document, else the sound ones of each half.
    fn keep(&self, kept: &[Fix], tried: &[Fix]) -> Vec<Fix> {
        let together: Vec<Fix> = kept.iter().chain(tried).cloned().collect();
        if self.tries.get() == 0 {
            return Vec::new();
        }
        self.tries.set(self.tries.get() - 1);
        if self.is_sound(&together) {
            return tried.to_vec();
        }
        if tried.len() == 1 {
            return Vec::new();
        }
        let (first, second) = tried.split_at(tried.len() / 2);
        let mut found = self.keep(kept, first);
        let so_far: Vec<Fix> = kept.iter().chain(&found).cloned().collect();
        found.extend(self.keep(&so_far, second));
        found
    }

    fn made(&self, fixes: &[Fix]) -> String {
        apply(&self.source.text, fixes.iter().flat_map(|fix| &fix.edits))
    }

    /// Whether the swaps leave the structure as it is and bring no finding: what is told afterwards was told before, at the same place.
    fn is_sound(&self, fixes: &[Fix]) -> bool {
        let source = SourceFile { name: self.source.name.clone(), text: self.made(fixes) };
        let reading = self.linter.read(&source, self.format);
        if structure(&reading) != self.structure {
            return false;
        }
        let edits: Vec<Edit> = fixes.iter().flat_map(|fix| fix.edits.iter().cloned()).collect();
        let moves = Moves::new(&edits);
        let known: Told = self.told.iter().filter_map(|((family, span), level)| Some(((*family, moves.to(*span)?), *level))).collect();
        told(&self.linter.check(&reading)).iter().all(|(place, level)| known.get(place).is_some_and(|was| was >= level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(edits: &[(usize, usize)]) -> Fix {
        let edit = |(start, end): &(usize, usize)| Edit { span: Span::new(*start, *end), text: String::from("x") };
        Fix { finding: 0, words: String::new(), edits: edits.iter().map(edit).collect() }
    }

    #[test]
    fn f5_edits_that_lie_over_each_other_are_made_one_at_a_time() {
        let kept = |fixes: &[&[(usize, usize)]]| {
            let kept = disjoint(fixes.iter().map(|edits| fix(edits)).collect());
            apply("0123456789", kept.iter().flat_map(|fix| &fix.edits))
        };
        assert_eq!(kept(&[&[(1, 3)], &[(2, 4)], &[(4, 6)]]), "0x3x6789", "the second lies over the first, the third only touches");
        assert_eq!(kept(&[&[(1, 2), (5, 7)], &[(3, 4)], &[(6, 8)], &[(7, 8)]]), "0x234xx89", "also over the gap between two edits");
        assert_eq!(kept(&[&[(0, 10)], &[(2, 3)]]), "x", "the outer of two");
        assert_eq!(kept(&[&[(2, 2)], &[(2, 4)]]), "01xx456789", "beside each other");
    }
}
