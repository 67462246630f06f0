//! The figures as tables for a terminal, with small bars.

use std::fmt::Write;

use super::Stats;
use super::document::DocumentStats;
use crate::analysis::readability::{AGE_OF_GRADE, FEWEST_WORDS, FORMULAS};
use crate::report::sanitise::clean;

/// Width of a bar, and of the column of paths.
const BAR: usize = 20;
const PATH: usize = 44;
/// Characters of a sentence that are shown.
const SHOWN: usize = 160;

/// Writes the tables.
pub fn render(stats: &Stats) -> String {
    let mut out = String::new();
    documents(&mut out, stats);
    formulas(&mut out, &stats.all);
    hardest(&mut out, stats);
    causes(&mut out, &stats.all);
    out
}

fn documents(out: &mut String, stats: &Stats) {
    let _ = writeln!(out, "{:PATH$} {:>7} {:>9} {:>5}", "document", "words", "sentences", "hard");
    for document in &stats.documents {
        row(out, &document.path, document);
    }
    if stats.documents.len() > 1 {
        row(out, "all documents", &stats.all);
    }
}

fn row(out: &mut String, name: &str, stats: &DocumentStats) {
    let name = clean(name);
    let length = name.chars().count();
    // the end of a path tells more than its start
    let name = if length > PATH { format!("…{}", name.chars().skip(length - PATH + 1).collect::<String>()) } else { name.into_owned() };
    let share = stats.hard as f64 / stats.sentences.len().max(1) as f64;
    let _ = writeln!(out, "{name:PATH$} {:>7} {:>9} {:>4.0}% {}", stats.words, stats.sentences.len(), share * 100.0, bar(share));
}

/// A bar for a share from 0 to 1, as wide as [`BAR`] where all are.
fn bar(share: f64) -> String {
    "█".repeat((share * BAR as f64).ceil().min(BAR as f64) as usize)
}

fn formulas(out: &mut String, all: &DocumentStats) {
    let Some(figures) = all.figures() else {
        let _ = writeln!(out, "\nFewer than {FEWEST_WORDS} words of running text: too few for a reading age.");
        return;
    };
    let _ = writeln!(out, "\nReading ages. They count lengths, not meaning, and can differ by years on one text.");
    for (formula, figure) in FORMULAS.iter().zip(figures) {
        if formula.is_grade {
            let age = |grade: f64| (grade + AGE_OF_GRADE).max(0.0);
            let (low, high) = (age(figure.low), age(figure.high));
            let _ = writeln!(out, "  {:20} age {:4.1}  ({low:.1} to {high:.1})  {}", formula.name, age(figure.value), formula.source);
        } else {
            let (low, high) = (figure.low, figure.high);
            let _ =
                writeln!(out, "  {:20}     {:4.1}  ({low:.1} to {high:.1})  {}: 0 is hard, 100 is easy", formula.name, figure.value, formula.source);
        }
    }
}

fn hardest(out: &mut String, stats: &Stats) {
    if stats.hardest.is_empty() {
        return;
    }
    let _ = writeln!(out, "\nThe hardest sentences");
    for sentence in &stats.hardest {
        let _ = writeln!(out, "  {}:{}: {}", clean(&sentence.path), sentence.line, clean(&sentence.causes.join("; ")));
        let mut text: String = sentence.text.chars().take(SHOWN).collect();
        if text.len() < sentence.text.len() {
            text.push('…');
        }
        let _ = writeln!(out, "    {}", clean(&text));
    }
}

fn causes(out: &mut String, all: &DocumentStats) {
    if all.causes.is_empty() {
        return;
    }
    let _ = writeln!(out, "\nWhat makes sentences hard");
    for (cause, count) in all.commonest_causes() {
        let share = count as f64 / all.hard.max(1) as f64;
        let _ = writeln!(out, "  {cause:24} {:>6} {}", count, bar(share));
    }
}
