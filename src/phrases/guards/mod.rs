//! Guards against false alarms: each reads the context of one hit and says whether the words really mean what the list fears.
//!
//! They run on hits only, so clean text pays nothing for them. One guard is one module that can be tested alone.

mod case;
mod contrast;
mod follows;
mod mention;
mod names;
mod neighbours;
mod part_of_speech;
mod quotes;
pub mod references;
mod who;

use super::Hit;
use crate::document::words::Word;
use crate::document::{Block, Document, Sentence};
use crate::wordlists::phrase_table::Entry;

/// A hit in its context.
pub struct Site<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// The hit.
    pub hit: Hit,
    /// The entry that was hit.
    pub entry: Entry<'a>,
}

/// Which guards every entry of a family has, whatever the entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Plain-English words: names, references and words spoken about are left alone.
    Plain,
    /// Words about people: quoted speech and contrast too.
    People,
}

impl Care {
    /// The care that a rule's family asks for.
    #[must_use]
    pub fn of(rule: &str) -> Care {
        if rule.starts_with("jargon/") { Care::Plain } else { Care::People }
    }
}

/// Whether the hit means what the list fears.
#[must_use]
pub fn speaks(site: &Site<'_>, care: Care) -> bool {
    let guards = site.entry.guards();
    !neighbours::silence(site)
        && !case::silences(site, guards)
        && !part_of_speech::silences(site, guards)
        && !who::silences(site, guards)
        && !names::silences(site)
        && !mention::silences(site, care)
        && !references::silences(site)
        && !(care == Care::People && (quotes::silences(site) || contrast::silences(site)))
}

/// Whether words near a pattern of evidence make it something else. Evidence has no other guards.
#[must_use]
pub fn is_something_else(site: &Site<'_>) -> bool {
    neighbours::silence(site)
}

impl<'a> Site<'a> {
    /// The sentence of the hit.
    #[must_use]
    pub fn sentence(&self) -> &Sentence {
        &self.document.sentences[self.hit.sentence as usize]
    }

    /// The block of the hit.
    #[must_use]
    pub fn block(&self) -> &Block {
        self.document.block_of(self.sentence())
    }

    /// Index of the first word of the hit.
    fn first(&self) -> usize {
        self.hit.words.0 as usize
    }

    /// Index of the word after the hit.
    fn after(&self) -> usize {
        self.hit.words.1 as usize
    }

    /// The word after the hit, in the same sentence.
    fn next(&self) -> Option<Word> {
        (self.after() < self.sentence().words().end).then(|| self.document.words[self.after()])
    }

    /// The word before the hit, in the same sentence.
    fn prev(&self) -> Option<Word> {
        (self.first() > self.sentence().words().start).then(|| self.document.words[self.first() - 1])
    }

    /// Up to `count` words before the hit in its sentence, nearest first.
    fn before(&self, count: usize) -> impl Iterator<Item = Word> + use<'a> {
        let start = self.sentence().words().start.max(self.first().saturating_sub(count));
        self.document.words[start..self.first()].iter().rev().copied()
    }

    /// Up to `count` words after the hit in its sentence.
    fn following(&self, count: usize) -> impl Iterator<Item = Word> + use<'a> {
        let end = self.sentence().words().end.min(self.after() + count);
        self.document.words[self.after()..end].iter().copied()
    }

    /// Whether a word is one of these, folded.
    fn is_any(&self, word: Word, words: &[&str]) -> bool {
        super::is_one_of(self.document, word, words.iter().copied())
    }

    /// The prose of the sentence before the hit, and after it.
    fn around(&self) -> (&'a str, &'a str) {
        let (sentence, words) = (self.sentence().prose, &self.document.words);
        let (start, end) = (words[self.first()].span.start as usize, words[self.after() - 1].span.end as usize);
        (&self.document.prose.text[sentence.start as usize..start], &self.document.prose.text[end..(sentence.end as usize).max(end)])
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Settings;
    use crate::document::Format;
    use crate::input::source::SourceFile;
    use crate::linter::{Linter, Selection};

    /// How often a rule speaks in a text, repeats included.
    pub fn finds(rule: &str, text: &str) -> usize {
        let source = SourceFile { name: "page.md".to_owned(), text: text.to_owned() };
        let linter = Linter::new(Settings::default(), &Selection { rules: vec![rule.to_owned()], families: Vec::new() });
        let report = linter.check(&linter.read(&source, Format::Markdown));
        report.findings.iter().map(|f| 1 + f.related.len()).sum()
    }
}
