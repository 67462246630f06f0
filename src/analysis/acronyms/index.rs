//! What the pages of a folder say of short forms: a small summary of each page, and an index over them all.
//!
//! The summaries hold no text of the pages but the long forms. Everything is kept in order, so that the index is the same for any number of threads.

use std::collections::BTreeMap;

use super::ShortForm;
use crate::document::Document;
use crate::input::position::LineIndex;
use crate::wordlists::shape::Tier;

/// What one page says of one short form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageForm {
    /// The letters.
    pub short: String,
    /// What the page says they stand for, each once, with the line. Empty where it explains them in words that could not be told from the rest.
    pub meanings: Vec<(String, u32)>,
    /// Whether the page explains them.
    pub defined: bool,
    /// How often it uses them, explanations left out.
    pub uses: usize,
    /// The line of the first place.
    pub line: u32,
    /// Whether everyone knows them.
    pub everyday: bool,
    /// What the lists say they can stand for.
    pub listed: Vec<&'static str>,
}

/// The short forms of a page, in alphabetical order. Words that are short forms only for this page ("the Board") are left out.
#[must_use]
pub fn summary(document: &Document<'_>, forms: &[ShortForm]) -> Vec<PageForm> {
    let lines = LineIndex::new(&document.source.text);
    let line = |span| lines.line_of(document.source_span(span).start as usize) as u32 + 1;
    let entry = |form: &ShortForm| {
        let mut meanings: Vec<(String, u32)> = Vec::new();
        for definition in &form.definitions {
            let Some(long) = &definition.long else { continue };
            if !meanings.iter().any(|(known, _)| known.eq_ignore_ascii_case(long)) {
                meanings.push((long.clone(), line(definition.short)));
            }
        }
        let places = form.uses.iter().map(|other| (other.word, other.span));
        let first = form.definitions.iter().map(|definition| (definition.word, definition.short)).chain(places).min_by_key(|(word, _)| *word);
        PageForm {
            short: form.short.clone(),
            meanings,
            defined: form.is_defined(),
            uses: form.uses.len(),
            line: first.map_or(1, |(_, span)| line(span)),
            everyday: form.listed.as_ref().is_some_and(|listed| listed.tier == Tier::Everyday),
            listed: form.listed.iter().flat_map(|listed| listed.long()).collect(),
        }
    };
    forms.iter().filter(|form| form.is_acronym).map(entry).collect()
}

/// Which pages explain which short forms, and as what. Pages count in order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// By their letters: the pages that explain them, with the long form, which may be empty.
    defined: BTreeMap<String, Vec<(String, String)>>,
    /// The first page that uses them and does not explain them.
    first_use: BTreeMap<String, String>,
}

impl Index {
    /// Adds the uses of a page. Pages come in order.
    pub fn add_uses(&mut self, page: &str, entries: &[PageForm]) {
        for entry in entries.iter().filter(|entry| !entry.defined) {
            self.first_use.entry(entry.short.clone()).or_insert_with(|| page.to_owned());
        }
    }

    /// Adds the explanations of a page. Pages come in order.
    pub fn add(&mut self, page: &str, entries: &[PageForm]) {
        for entry in entries {
            for (long, _) in &entry.meanings {
                self.define(&entry.short, page, long);
            }
            if entry.defined && entry.meanings.is_empty() {
                self.define(&entry.short, page, "");
            }
        }
    }

    /// Adds an explanation.
    pub fn define(&mut self, short: &str, page: &str, long: &str) {
        self.defined.entry(short.to_owned()).or_default().push((page.to_owned(), long.to_owned()));
    }

    /// The pages other than this one that explain a short form, with its long form there.
    #[must_use]
    pub fn elsewhere(&self, short: &str, page: &str) -> Vec<(&str, &str)> {
        let all = self.defined.get(short).map_or(&[][..], Vec::as_slice);
        all.iter().filter(|(other, _)| other != page).map(|(other, long)| (other.as_str(), long.as_str())).collect()
    }

    /// Whether a page is the first that uses a short form and does not explain it. Without an index every page is.
    #[must_use]
    pub fn is_first_use(&self, short: &str, page: &str) -> bool {
        self.first_use.get(short).is_none_or(|first| first == page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::acronyms::ledger;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    #[test]
    fn pages_that_explain_and_pages_that_use_are_told_apart() {
        let mut index = Index::default();
        for (name, text) in [("a.md", "Ask the MDT."), ("b.md", "One\n\nthe multidisciplinary team (MDT) meets"), ("c.md", "The MDT sat.")] {
            let source = SourceFile { name: name.to_owned(), text: text.to_owned() };
            let document = Document::new(&source, Format::Markdown);
            let entries = summary(&document, &ledger(&document));
            index.add(name, &entries);
            index.add_uses(name, &entries);
        }
        assert_eq!(index.elsewhere("MDT", "a.md"), [("b.md", "multidisciplinary team")]);
        assert!(index.elsewhere("MDT", "b.md").is_empty() && index.elsewhere("PCN", "a.md").is_empty());
        assert!(index.is_first_use("MDT", "a.md") && !index.is_first_use("MDT", "c.md"));
    }
}
