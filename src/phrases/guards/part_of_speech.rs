//! Noun or verb, as the words around it show. Unclear counts as neither.

use super::Site;
use crate::language::classes::Class;
use crate::language::tokens::Gap;
use crate::wordlists::phrase_table::Guards;

const BEFORE_A_NOUN: &[&str] = &[
    "a",
    "an",
    "the",
    "our",
    "your",
    "their",
    "his",
    "her",
    "its",
    "my",
    "this",
    "these",
    "those",
    "that",
    "of",
    "for",
    "with",
    "by",
    "as",
    "some",
    "many",
    "most",
    "all",
    "any",
    "no",
    "few",
    "several",
    "other",
    "and",
    "or",
    "are",
    "is",
    "was",
    "were",
    "be",
    "being",
    "among",
    "between",
    "help",
    "helping",
    "support",
    "supporting",
    "treat",
    "treating",
];
const BEFORE_A_VERB: &[&str] = &[
    "to", "will", "would", "must", "can", "could", "may", "might", "should", "shall", "we", "you", "they", "i", "not", "do", "does", "did", "please",
    "who", "and", "let", "help", "helps",
];

/// Whether the part of speech silences the hit.
pub fn silences(site: &Site<'_>, guards: Guards) -> bool {
    if guards.has(Guards::NOUN) {
        return !is_noun(site);
    }
    guards.has(Guards::VERB) && !site.prev().is_none_or(|prev| site.is_any(prev, BEFORE_A_VERB))
}

/// A noun does not go on into another ("diabetic eye screening", "addict behaviour"), and begins the sentence or follows a word that nouns follow.
fn is_noun(site: &Site<'_>) -> bool {
    let ends = site.next().is_none_or(|next| next.gap() == Gap::Mark || next.is(Class::Function) || next.is_opaque());
    // an adjective may stand before it: "young addicts"
    let opens = site.prev().is_none_or(|prev| {
        prev.is_opaque() || site.is_any(prev, BEFORE_A_NOUN) || site.document.text(prev).chars().next().is_some_and(char::is_alphanumeric)
    });
    ends && opens
}
