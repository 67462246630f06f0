//! A document as rules see it: flat arrays of blocks, words and sentences that point into one text of prose.

pub mod directives;
pub mod front_matter;
pub mod markdown;
mod plain;
pub mod prose;
pub mod sentences;
pub mod words;

use std::ops::Range;

use crate::input::source::SourceFile;
use crate::input::span::Span;
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;
use front_matter::FrontMatter;
use markdown::{BlockKind, Link, Parsed, RawBlock};
use prose::Prose;
use words::{Splitter, Word};

/// How a text is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Markdown, with front matter.
    #[default]
    Markdown,
    /// Plain text: paragraphs parted by blank lines.
    Text,
}

/// A block of prose.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes in the prose.
    pub prose: Span,
    /// Whether it stands inside a block quote.
    pub quoted: bool,
    words: (u32, u32),
    sentences: (u32, u32),
    table_head: (u32, u32),
    /// Index of the section it stands in.
    pub section: u32,
}

/// A sentence, or a heading, cell or image text as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Its bytes in the prose, marks included.
    pub prose: Span,
    words: (u32, u32),
    /// Index of its block.
    pub block: u32,
}

/// What stands under one heading, up to the next.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Index of the heading's block; none before the first heading.
    pub heading: Option<u32>,
    /// 0 before the first heading, else the heading's level.
    pub level: u8,
    blocks: (u32, u32),
}

/// A document, parsed once.
#[derive(Debug)]
pub struct Document<'s> {
    /// Where it came from.
    pub source: &'s SourceFile,
    /// What it says of itself.
    pub front_matter: FrontMatter,
    /// All its prose, with the way back to the source.
    pub prose: Prose,
    /// Blocks, in order.
    pub blocks: Vec<Block>,
    /// Sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Words, in order.
    pub words: Vec<Word>,
    /// The indices of words that have a digit or two capitals, or are no words of the language, in order.
    pub unusual: Vec<u32>,
    /// Sections, in order.
    pub sections: Vec<Section>,
    /// Links, in order.
    pub links: Vec<Link>,
    /// Blocks of HTML, which are not read as prose: where they stand in it, and their bytes in the source.
    pub html: Vec<(u32, Span)>,
    /// Comments that may speak to a linter: where they stand in the prose, and their bytes in the source.
    pub comments: Vec<(u32, Span)>,
    /// Where the short form of an `<abbr>` starts in the prose, and what it stands for.
    pub abbreviations: Vec<(u32, String)>,
    /// The words of the terms that it explains in lists of definitions, as sorted hashes.
    pub terms: Vec<u32>,
    /// How many pieces of code it holds.
    pub code: usize,
    /// Its length in words; a hyphenated compound is one.
    pub length: usize,
}

impl<'s> Document<'s> {
    /// Reads a document.
    #[must_use]
    pub fn new(source: &'s SourceFile, format: Format) -> Document<'s> {
        let (front_matter, parsed) = match format {
            Format::Markdown => {
                let (body, front_matter) = front_matter::split(&source.text);
                (front_matter, markdown::parse(&source.text, body))
            }
            Format::Text => (FrontMatter::default(), plain::parse(&source.text)),
        };
        let built = Document::build(&parsed);
        let Parsed { prose, mut links, html, comments, abbreviations, code, .. } = parsed;
        links.sort_by_key(|link| link.prose.start);
        Document {
            source,
            front_matter,
            prose,
            links,
            html,
            comments,
            abbreviations,
            terms: terms(&built),
            code,
            blocks: built.blocks,
            sentences: built.sentences,
            length: word_count(&built.words),
            words: built.words,
            unusual: built.unusual,
            sections: built.sections,
        }
    }

    fn build(parsed: &Parsed) -> Arrays {
        let text = &parsed.prose.text;
        let mut arrays = Arrays {
            words: Vec::with_capacity(text.len() / 5),
            unusual: Vec::with_capacity(text.len() / 100),
            blocks: Vec::with_capacity(parsed.blocks.len()),
            sentences: Vec::with_capacity(parsed.blocks.len() * 2),
            sections: Vec::new(),
        };
        let mut links: Vec<Span> = parsed.links.iter().map(|link| link.prose).collect();
        links.sort_unstable();
        let mut splitter = Splitter::new(parsed, &links);
        arrays.sections.push(Section { heading: None, level: 0, blocks: (0, 0) });
        for raw in &parsed.blocks {
            arrays.add(text, raw, &mut splitter);
        }
        let end = arrays.blocks.len() as u32;
        if let Some(last) = arrays.sections.last_mut() {
            last.blocks.1 = end;
        }
        arrays
    }

    /// The text of a word.
    #[must_use]
    pub fn text(&self, word: Word) -> &str {
        &self.prose.text[word.span.range()]
    }

    /// The whole hash of a word, of which the word itself holds one half. Kept out of the loops that seldom ask for it.
    #[inline(never)]
    #[must_use]
    pub fn hash_of(&self, word: Word) -> u64 {
        word.hash_wide(&self.prose.text)
    }

    /// Whether a word is one of these.
    #[inline]
    #[must_use]
    pub fn is_one_of<const N: usize>(&self, word: Word, words: &OneOf<N>) -> bool {
        words.may_have(word.hash) && word.is_one_of(&self.prose.text[word.span.range()], words)
    }

    /// Whether a word is of a term that the document explains in a list of definitions.
    #[must_use]
    pub fn explains(&self, word: Word) -> bool {
        self.terms.binary_search(&word.hash).is_ok()
    }

    /// The prose of a span.
    #[must_use]
    pub fn prose_of(&self, span: Span) -> &str {
        &self.prose.text[span.range()]
    }

    /// The bytes of the file behind a span of prose.
    #[must_use]
    pub fn source_span(&self, prose: Span) -> Span {
        self.prose.source_span(prose)
    }

    /// The words of a sentence.
    #[must_use]
    pub fn words_of(&self, sentence: &Sentence) -> &[Word] {
        &self.words[sentence.words()]
    }

    /// The block of a sentence.
    #[must_use]
    pub fn block_of(&self, sentence: &Sentence) -> &Block {
        &self.blocks[sentence.block as usize]
    }

    /// The indices of the unusual words among those from one index to another.
    pub fn unusual_in(&self, words: Range<usize>) -> impl Iterator<Item = usize> + Clone + '_ {
        let from = self.unusual.partition_point(|index| (*index as usize) < words.start);
        self.unusual[from..].iter().map(|index| *index as usize).take_while(move |index| *index < words.end)
    }

    /// The section of a block.
    #[must_use]
    pub fn section_of(&self, block: &Block) -> &Section {
        &self.sections[block.section as usize]
    }

    /// The words of a section's heading, none before the first.
    #[must_use]
    pub fn heading_words(&self, section: &Section) -> &[Word] {
        section.heading.map_or(&[], |block| &self.words[self.blocks[block as usize].words()])
    }

    /// The sentence that holds a word.
    #[must_use]
    pub fn sentence_at(&self, word: usize) -> &Sentence {
        let after = self.sentences.partition_point(|s| s.words.0 as usize <= word);
        &self.sentences[after.saturating_sub(1)]
    }

    /// The first row of the table in which a block stands; none outside tables.
    #[must_use]
    pub fn table_head(&self, block: usize) -> &[Block] {
        let (start, end) = self.blocks[block].table_head;
        &self.blocks[start as usize..end as usize]
    }

    /// Whether it is written in English, as far as it says.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.front_matter.lang.as_ref().is_none_or(|lang| lang.is_empty() || lang.to_ascii_lowercase().starts_with("en") || lang.contains('{'))
    }

    /// The first heading of level 1, or the first of all.
    #[must_use]
    pub fn title_block(&self) -> Option<&Block> {
        let mut headings = self.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Heading(_)));
        let first = headings.clone().next()?;
        headings.find(|b| b.kind == BlockKind::Heading(1)).or(Some(first))
    }
}

/// The words of all terms in lists of definitions, but for words that stand in any sentence.
fn terms(built: &Arrays) -> Vec<u32> {
    let terms = built.blocks.iter().filter(|block| block.kind == BlockKind::Term);
    let words = terms.flat_map(|block| &built.words[block.words()]).filter(|word| !word.is(Class::Function));
    let mut hashes: Vec<u32> = words.map(|word| word.hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// The length of some words: a hyphenated compound is one.
#[must_use]
pub fn word_count(words: &[Word]) -> usize {
    words.iter().filter(|w| w.gap() != Gap::Hyphen).count()
}

impl Sentence {
    /// A part of the sentence, by the indices of its words, as if it were one.
    #[must_use]
    pub fn part(&self, document: &Document<'_>, words: Range<usize>) -> Sentence {
        let prose = match (document.words.get(words.start), words.end.checked_sub(1).and_then(|last| document.words.get(last))) {
            (Some(first), Some(last)) if words.start < words.end => Span { start: first.span.start, end: last.span.end },
            _ => self.prose,
        };
        Sentence { prose, words: (words.start as u32, words.end as u32), block: self.block }
    }

    /// Indices of its words.
    #[must_use]
    pub fn words(&self) -> Range<usize> {
        self.words.0 as usize..self.words.1 as usize
    }
}

impl Block {
    /// Indices of its words.
    #[must_use]
    pub fn words(&self) -> Range<usize> {
        self.words.0 as usize..self.words.1 as usize
    }

    /// Indices of its sentences.
    #[must_use]
    pub fn sentences(&self) -> Range<usize> {
        self.sentences.0 as usize..self.sentences.1 as usize
    }

    /// Whether it is running text, of which sentences can be hard to read: not a heading, a cell, a term or an image text.
    #[must_use]
    pub fn is_running_text(&self) -> bool {
        matches!(self.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote | BlockKind::Footnote | BlockKind::Definition)
    }
}

impl Section {
    /// Indices of its blocks, its heading first.
    #[must_use]
    pub fn blocks(&self) -> Range<usize> {
        self.blocks.0 as usize..self.blocks.1 as usize
    }
}

/// The arrays of a document while it is built.
#[derive(Default)]
struct Arrays {
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    words: Vec<Word>,
    unusual: Vec<u32>,
    sections: Vec<Section>,
}

impl Arrays {
    fn add(&mut self, text: &str, raw: &RawBlock, splitter: &mut Splitter<'_>) {
        let index = self.blocks.len() as u32;
        if let BlockKind::Heading(level) = raw.kind {
            if let Some(last) = self.sections.last_mut() {
                last.blocks.1 = index;
            }
            self.sections.push(Section { heading: Some(index), level, blocks: (index, index) });
        }
        let (first_word, first_sentence) = (self.words.len(), self.sentences.len());
        splitter.split(raw.prose, &mut self.words, &mut self.unusual);
        let mut block = Block {
            kind: raw.kind,
            prose: raw.prose,
            quoted: raw.quoted,
            words: (first_word as u32, self.words.len() as u32),
            sentences: (first_sentence as u32, 0),
            table_head: self.table_head(raw.kind, index),
            section: self.sections.len() as u32 - 1,
        };
        let words = &self.words[first_word..];
        let mut add = |range: Range<usize>| {
            let before = self.sentences.last().map_or(0, |s| s.prose.end).max(raw.prose.start);
            let after = words.get(range.end).map_or(raw.prose.end, |next| next.span.start);
            let prose = sentences::span(text, &words[range.clone()], before, after, range.end == words.len());
            self.sentences.push(Sentence { prose, words: ((first_word + range.start) as u32, (first_word + range.end) as u32), block: index });
        };
        if block.is_running_text() {
            sentences::split(text, words, add);
        } else if !words.is_empty() {
            add(0..words.len());
        }
        block.sentences.1 = self.sentences.len() as u32;
        self.blocks.push(block);
    }

    /// The first row of the table that a new block at `index` belongs to.
    fn table_head(&self, kind: BlockKind, index: u32) -> (u32, u32) {
        let BlockKind::TableCell { head } = kind else { return (0, 0) };
        match self.blocks.last() {
            Some(Block { kind: BlockKind::TableCell { head: true }, table_head: (start, _), .. }) if head => (*start, index + 1),
            Some(Block { table_head, .. }) if !head => *table_head,
            _ => (index, index + 1),
        }
    }
}
