//! Mention, not use: "avoid the phrase X", "we say Y instead of X", a list of words to avoid. The words are spoken about.

use super::Site;
use crate::document::markdown::BlockKind;
use crate::language::classes::Class;

/// How far a cue may stand from a phrase that is marked off, and from one that is not.
const NEAR_MARKED: usize = 8;
const NEAR_PLAIN: usize = 3;
/// Items after which a lead-in is forgotten.
const LONGEST_LIST: usize = 100;
/// Words in the head of a table, a heading or a lead-in that make what stands below a list of words.
const LISTS: &[&str] = &[
    "avoid",
    "instead",
    "say",
    "words",
    "terms",
    "phrases",
    "language",
    "jargon",
    "glossary",
    "terminology",
    "replace",
    "outdated",
    "offensive",
    "stigmatising",
    "dos",
    "don't",
    "alternatives",
    "alternative",
];

/// Whether the words are mentioned and not used.
pub fn silences(site: &Site<'_>) -> bool {
    let cue = |word: crate::document::words::Word| word.is(Class::Mention);
    if is_marked_off(site) {
        if site.before(NEAR_MARKED).chain(site.following(NEAR_MARKED)).any(cue) {
            return true;
        }
    } else if told_about(site) {
        return true;
    }
    stands_alone_in_a_list_of_words(site)
}

/// Inside quotation marks or emphasis of its own.
fn is_marked_off(site: &Site<'_>) -> bool {
    let (before, after) = site.around();
    let quoted = before.ends_with(['"', '“', '‘', '\'', '`']) && after.trim_start_matches([',', '.']).starts_with(['"', '”', '’', '\'', '`']);
    let words = &site.document.words[site.first()..site.after()];
    let emphasised =
        words.iter().all(|w| w.is_emphasised()) && !site.prev().is_some_and(|w| w.is_emphasised()) && !site.next().is_some_and(|w| w.is_emphasised());
    quoted || emphasised
}

/// "the term hard to reach", "words like utilise", "rather than hard to reach".
fn told_about(site: &Site<'_>) -> bool {
    let mut before = site.before(NEAR_PLAIN);
    before.any(|word| {
        site.is_any(
            word,
            &["term", "terms", "word", "words", "phrase", "phrases", "wording", "so-called", "jargon", "avoid", "avoiding", "labelled", "called"],
        )
    })
}

/// A cell, item or heading that is hardly more than the phrase, under a head that speaks of words.
fn stands_alone_in_a_list_of_words(site: &Site<'_>) -> bool {
    let words = site.sentence().words();
    let alone = words.len() <= site.after() - site.first() + 2;
    let speaks_of_words = |word: &crate::document::words::Word| site.is_any(*word, LISTS);
    let section = site.document.section_of(site.block());
    let heading = site.document.heading_words(section);
    match site.block().kind {
        BlockKind::TableCell { .. } => {
            site.document
                .table_head(site.sentence().block as usize)
                .iter()
                .any(|block| site.document.words[block.words()].iter().any(speaks_of_words))
                || alone && heading.iter().any(speaks_of_words)
        }
        BlockKind::ListItem | BlockKind::Term | BlockKind::Definition => {
            heading.iter().any(speaks_of_words) && words.len() <= 12 || alone && lead_in(site).is_some_and(|words| words.iter().any(speaks_of_words))
        }
        _ => false,
    }
}

/// The words of the paragraph before the list that holds the hit.
fn lead_in<'a>(site: &'a Site<'_>) -> Option<&'a [crate::document::words::Word]> {
    let blocks = &site.document.blocks[..site.sentence().block as usize];
    let block = blocks.iter().rev().take(LONGEST_LIST).find(|b| b.kind != BlockKind::ListItem)?;
    Some(&site.document.words[block.words()])
}
