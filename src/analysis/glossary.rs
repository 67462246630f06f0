//! The parts of a document that explain words by their place: under a heading such as "Glossary", in a table of abbreviations, behind a
//! link to a glossary. Short forms and terms both ask here.

use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::document::{Block, Document};
use crate::language::fold::{OneOf, fold};

const TITLES: OneOf<8> = OneOf::new(["glossary", "abbreviations", "acronyms", "abbreviation", "acronym", "jargon", "terminology", "definitions"]);
/// "Key terms", "Definition of terms", but not "terms of use".
const TERMS: OneOf<1> = OneOf::new(["terms"]);
const WHICH_TERMS: OneOf<6> = OneOf::new(["key", "common", "useful", "commonly", "important", "definition"]);
const COLUMNS: OneOf<12> = OneOf::new([
    "acronym",
    "abbreviation",
    "term",
    "glossary",
    "acronyms",
    "abbreviations",
    "terms",
    "meaning",
    "definition",
    "expansion",
    "initials",
    "jargon",
]);
/// Most words of the heading of a glossary.
const LONGEST_TITLE: usize = 6;
/// Bytes of a link's address that are looked at.
const LONGEST_ADDRESS: usize = 200;

/// Where a short form or a term stands.
pub struct Place<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// Index of the block.
    pub block: usize,
    /// Which word of the block it begins with.
    pub at: usize,
    /// How many words it has.
    pub length: usize,
}

impl Place<'_> {
    fn kind(&self) -> BlockKind {
        self.document.blocks[self.block].kind
    }

    fn words(&self) -> &[Word] {
        &self.document.words[self.document.blocks[self.block].words()]
    }
}

/// What was found out so far, so that no heading and no table head is read twice.
#[derive(Debug, Default)]
pub struct Glossary {
    sections: Option<Vec<bool>>,
    /// The table looked at last: where its head starts, and whether it explains terms.
    table: Option<(usize, bool)>,
}

impl Glossary {
    /// Whether a word is explained by where it stands.
    pub fn explains(&mut self, place: &Place<'_>) -> bool {
        leads_to_glossary(place) || place.at <= 1 && (self.in_section(place) || self.in_table(place))
    }

    /// Whether a block is part of a glossary.
    pub fn holds(&mut self, document: &Document<'_>, block: &Block) -> bool {
        self.sections.get_or_insert_with(|| glossary_sections(document))[block.section as usize]
    }

    fn in_section(&mut self, place: &Place<'_>) -> bool {
        let alone = place.words().len() <= place.at + place.length;
        let may = match place.kind() {
            BlockKind::TableCell { .. } | BlockKind::Term | BlockKind::Heading(_) => true,
            BlockKind::ListItem | BlockKind::Paragraph => !alone,
            _ => false,
        };
        let sections = self.sections.get_or_insert_with(|| glossary_sections(place.document));
        may && sections[place.document.blocks[place.block].section as usize]
    }

    fn in_table(&mut self, place: &Place<'_>) -> bool {
        if place.kind() != (BlockKind::TableCell { head: false }) {
            return false;
        }
        let head: &[Block] = place.document.table_head(place.block);
        let Some(start) = head.first().map(|b| b.prose.start as usize) else { return false };
        match self.table {
            Some((known, explains)) if known == start => explains,
            _ => {
                let words = head.iter().flat_map(|b| &place.document.words[b.words()]);
                let explains = words.into_iter().any(|w| place.document.is_one_of(*w, &COLUMNS));
                self.table = Some((start, explains));
                explains
            }
        }
    }
}

/// Which sections are part of a glossary: those under its heading, down to the next heading of its level.
fn glossary_sections(document: &Document<'_>) -> Vec<bool> {
    let title = document.front_matter.title.as_deref().unwrap_or_default();
    let whole = title.split_whitespace().any(|word| {
        let word = fold(word);
        TITLES.has(crate::language::fold::fold_hash(&word), &word)
    });
    let mut within: Option<u8> = None;
    let in_glossary = |section: &crate::document::Section| {
        if within.is_some_and(|level| section.level <= level) {
            within = None;
        }
        if within.is_none() && is_title(document, document.heading_words(section)) {
            within = Some(section.level);
        }
        whole || within.is_some()
    };
    document.sections.iter().map(in_glossary).collect()
}

/// "Glossary of terms", "Key terms", "Abbreviations used here"; but not "Notes on the definitions survey".
fn is_title(document: &Document<'_>, heading: &[Word]) -> bool {
    let ends = |w: &&Word| document.is_one_of(**w, &TITLES);
    let any = |set: &dyn Fn(&Word) -> bool| heading.iter().any(set);
    heading.len() <= LONGEST_TITLE && (heading.first().is_some_and(|w| ends(&w)) || heading.last().is_some_and(|w| ends(&w)))
        || any(&|w| document.is_one_of(*w, &TERMS)) && any(&|w| document.is_one_of(*w, &WHICH_TERMS))
}

/// `[ICB](glossary.md#icb)`: the explanation is one click away.
fn leads_to_glossary(place: &Place<'_>) -> bool {
    let word = place.words()[place.at];
    if !word.in_link() {
        return false;
    }
    let (links, source) = (&place.document.links, &place.document.source.text);
    let after = links.partition_point(|link| link.prose.start <= word.span.start);
    let Some(link) = after.checked_sub(1).map(|i| links[i]).filter(|link| link.prose.overlaps(word.span)) else { return false };
    let from = place.document.source_span(link.prose).end as usize;
    let rest = &source[from..source.floor_char_boundary(from + LONGEST_ADDRESS)];
    let address = rest.trim_start_matches(['*', '_', '`']).strip_prefix("](").and_then(|rest| rest.split(')').next());
    address.is_some_and(|address| address.contains("glossary") || address.contains("jargon") || address.contains("acronym"))
}
