//! Lists of references: titles of other people's work, in their words.

use super::Site;
use crate::document::markdown::BlockKind;

const HEADINGS: &[&str] = &["references", "bibliography", "sources", "citations"];

/// Whether the hit stands in a list of references or a footnote.
pub fn silences(site: &Site<'_>) -> bool {
    if site.block().kind == BlockKind::Footnote {
        return true;
    }
    let section = site.document.section_of(site.block());
    let heading = site.document.heading_words(section);
    heading.len() <= 4 && (heading.iter().any(|w| site.is_any(*w, HEADINGS)) || is_further_reading(site, heading))
}

fn is_further_reading(site: &Site<'_>, heading: &[crate::document::words::Word]) -> bool {
    let is = |i: usize, words: &[&str]| heading.get(i).is_some_and(|w| site.is_any(*w, words));
    is(0, &["further"]) && is(1, &["reading"])
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
