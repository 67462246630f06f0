//! The parts of a document that explain short forms by their place: under a heading such as "Glossary", in a table of abbreviations, behind a
//! link to a glossary.

use super::explanation::Site;
use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::document::{Block, Document};
use crate::language::fold::{OneOf, fold};

const TITLES: OneOf<8> = OneOf::new(["glossary", "abbreviations", "acronyms", "abbreviation", "acronym", "jargon", "terminology", "definitions"]);
/// "Key terms", but not "terms of use".
const TERMS: OneOf<1> = OneOf::new(["terms"]);
const WHICH_TERMS: OneOf<5> = OneOf::new(["key", "common", "useful", "commonly", "important"]);
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
/// Bytes of a link's address that are looked at.
const LONGEST_ADDRESS: usize = 200;

/// What was found out so far, so that no heading and no table head is read twice.
#[derive(Debug, Default)]
pub struct Glossary {
    sections: Option<Vec<bool>>,
    /// The table looked at last: where its head starts, and whether it explains terms.
    table: Option<(usize, bool)>,
}

impl Glossary {
    /// Whether a short form is explained by where it stands.
    pub fn explains(&mut self, site: &Site<'_>) -> bool {
        leads_to_glossary(site) || site.at <= 1 && (self.in_section(site) || self.in_table(site))
    }

    fn in_section(&mut self, site: &Site<'_>) -> bool {
        let alone = site.words.len() <= site.at + 1;
        let may = match site.block.kind {
            BlockKind::TableCell { .. } | BlockKind::Term | BlockKind::Heading(_) => true,
            BlockKind::ListItem | BlockKind::Paragraph => !alone,
            _ => false,
        };
        let sections = self.sections.get_or_insert_with(|| glossary_sections(site.document));
        may && sections[site.block.section as usize]
    }

    fn in_table(&mut self, site: &Site<'_>) -> bool {
        if site.block.kind != (BlockKind::TableCell { head: false }) {
            return false;
        }
        let head: &[Block] = site.document.table_head(site.index);
        let Some(start) = head.first().map(|b| b.prose.start as usize) else { return false };
        match self.table {
            Some((known, explains)) if known == start => explains,
            _ => {
                let words = head.iter().flat_map(|b| &site.document.words[b.words()]);
                let explains = words.into_iter().any(|w| site.document.is_one_of(*w, &COLUMNS));
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

fn is_title(document: &Document<'_>, heading: &[Word]) -> bool {
    let any = |set: &dyn Fn(&Word) -> bool| heading.iter().any(set);
    any(&|w| document.is_one_of(*w, &TITLES)) || any(&|w| document.is_one_of(*w, &TERMS)) && any(&|w| document.is_one_of(*w, &WHICH_TERMS))
}

/// `[ICB](glossary.md#icb)`: the explanation is one click away.
fn leads_to_glossary(site: &Site<'_>) -> bool {
    let word = site.words[site.at];
    if !word.in_link() {
        return false;
    }
    let (links, source) = (&site.document.links, &site.document.source.text);
    let after = links.partition_point(|link| link.prose.start <= word.span.start);
    let Some(link) = after.checked_sub(1).map(|i| links[i]).filter(|link| link.prose.overlaps(word.span)) else { return false };
    let from = site.document.source_span(link.prose).end as usize;
    let rest = &source[from..source.floor_char_boundary(from + LONGEST_ADDRESS)];
    let address = rest.trim_start_matches(['*', '_', '`']).strip_prefix("](").and_then(|rest| rest.split(')').next());
    address.is_some_and(|address| address.contains("glossary") || address.contains("jargon") || address.contains("acronym"))
}
