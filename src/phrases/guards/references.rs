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
    if block.kind == BlockKind::Footnote || is_cited(document.prose_of(block.prose)) {
        return true;
    }
    let heading = document.heading_words(document.section_of(block));
    let is = |i: usize, words: &OneOf<1>| heading.get(i).is_some_and(|w| document.is_one_of(*w, words));
    heading.len() <= 4 && (heading.iter().any(|w| document.is_one_of(*w, &HEADINGS)) || is(0, &FURTHER) && is(1, &READING))
}

/// "Jones, A. B. (1998). Title": a block that opens with a name, an initial and, soon, a year in brackets.
fn is_cited(text: &str) -> bool {
    /// Bytes in which the year must stand.
    const OPENING: usize = 200;
    let opening = &text[..text.floor_char_boundary(OPENING)];
    let Some((name, rest)) = opening.split_once(' ').and_then(|(name, rest)| Some((name.strip_suffix(',')?, rest))) else { return false };
    let mut initial = rest.chars();
    let named = name.starts_with(char::is_uppercase);
    let initials = initial.next().is_some_and(char::is_uppercase) && initial.next() == Some('.');
    // "1998)." and "2019.", but not "1998) says"
    let is_year = |piece: &str| {
        let (digits, rest) = piece.split_at(piece.bytes().take_while(u8::is_ascii_digit).count());
        digits.len() == 4 && (rest == ")." || rest == ".")
    };
    named && initials && rest.split([' ', '(']).any(is_year)
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn titles_of_other_work_are_left_alone() {
        assert_eq!(finds("deficit/group-label", "## References\n\n- Jones (1998) Housing the homeless."), 0);
        assert_eq!(finds("deficit/group-label", "Jones, A. B., & Lee, C. (1998). Housing the homeless. Journal of Homes, 3."), 0);
        assert_eq!(finds("deficit/group-label", "Jones, A., Lee, B. and Day, S., 2019. Housing the homeless. In Homes."), 0);
        assert_eq!(finds("deficit/group-label", "Later, A. Jones (1998) gave soup to the homeless."), 1);
        assert_eq!(finds("deficit/group-label", "## Referrals\n\n- Housing the homeless."), 1);
    }
}
