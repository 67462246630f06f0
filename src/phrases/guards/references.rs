//! Lists of references: titles of other people's work, in their words.

use super::Site;
use crate::document::markdown::BlockKind;
use crate::document::{Block, Document};
use crate::language::fold::OneOf;

const HEADINGS: OneOf<4> = OneOf::new(["references", "bibliography", "sources", "citations"]);
const FURTHER: OneOf<1> = OneOf::new(["further"]);
const READING: OneOf<1> = OneOf::new(["reading"]);

/// Whether the hit stands in a list of references or a footnote.
pub fn silences(site: &Site<'_>) -> bool {
    is_reference(site.document, site.block())
}

/// Whether a block is a footnote or stands under a heading such as "References" or "Further reading".
#[must_use]
pub fn is_reference(document: &Document<'_>, block: &Block) -> bool {
    if block.kind == BlockKind::Footnote {
        return true;
    }
    let heading = document.heading_words(document.section_of(block));
    let is = |i: usize, words: &OneOf<1>| heading.get(i).is_some_and(|w| document.is_one_of(*w, words));
    heading.len() <= 4 && (heading.iter().any(|w| document.is_one_of(*w, &HEADINGS)) || is(0, &FURTHER) && is(1, &READING))
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn titles_of_other_work_are_left_alone() {
        assert_eq!(finds("deficit/group-label", "## References\n\n- Jones (1998) Housing the homeless."), 0);
        assert_eq!(finds("deficit/group-label", "## Referrals\n\n- Housing the homeless."), 1);
    }
}
