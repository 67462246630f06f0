//! Brackets that explain a short form which the page never uses again: "community mental health team (CMHT)" loses its bracket. It stays where a
//! person should look, as for any swap, and where anything else stands in the bracket.

use super::swap::is_body;
use crate::findings::Finding;
use crate::findings::fix::{Edit, Fix};
use crate::input::span::Span;
use crate::linter::{Reading, Report};
use crate::rules::acronyms::defined_not_used;

/// The brackets that can go.
pub fn offers<'r>(reading: &'r Reading<'_>, report: &'r Report) -> impl Iterator<Item = Fix> + 'r {
    let told = report.findings.iter().enumerate().filter(|(_, finding)| finding.rule == defined_not_used::ID);
    told.filter_map(|(index, finding)| offer(reading, index, finding))
}

fn offer(reading: &Reading<'_>, index: usize, finding: &Finding) -> Option<Fix> {
    let document = &reading.document;
    let mut definitions = reading.acronyms.iter().flat_map(|short| &short.definitions);
    let definition = definitions.find(|definition| document.source_span(definition.short) == finding.span)?;
    let block = document.block_of(document.sentence_at(definition.word as usize));
    let word = document.words[definition.word as usize];
    (!word.in_link() && is_body(document, block, definition.short.start as usize)).then_some(())?;
    let (start, end) = (finding.span.start as usize, finding.span.end as usize);
    let source = &document.source.text;
    (source[..start].ends_with(" (") && source[end..].starts_with(')')).then_some(())?;
    let edit = Edit { span: Span::new(start - " (".len(), end + ")".len()), text: String::new() };
    Some(Fix { finding: index, words: definition.long.clone()?, edits: vec![edit] })
}
