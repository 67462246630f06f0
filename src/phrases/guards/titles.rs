//! Titles of other pages: a link whose whole text is the title of what it leads to keeps that title.

use super::Site;
use crate::document::markdown::{BlockKind, LinkTarget};
use crate::document::words::Word;
use crate::input::span::Span;
use crate::language::classes::Class;

/// Fewest words of a title, small ones aside.
const FEWEST: usize = 3;

/// Whether the hit stands in a link whose text is a title: in capitals throughout, or a heading of this page.
pub fn silences(site: &Site<'_>) -> bool {
    let words = &site.document.words;
    if !words[site.first()].in_link() {
        return false;
    }
    let start = words[site.first()].span;
    let Some(link) = site.document.links.iter().find(|link| link.prose.overlaps(start)) else { return false };
    let inside: Vec<Word> = words[site.sentence().words()].iter().copied().filter(|w| link.prose.overlaps(w.span)).collect();
    let content = inside.iter().filter(|w| !w.is(Class::Function));
    let in_capitals = content.clone().count() >= FEWEST && content.clone().all(|w| w.is_capital() || w.has_digit());
    in_capitals || link.target == LinkTarget::Local && is_heading(site, link.prose)
}

fn is_heading(site: &Site<'_>, text: Span) -> bool {
    let text = site.document.prose_of(text).trim();
    site.document.blocks.iter().any(|b| matches!(b.kind, BlockKind::Heading(_)) && site.document.prose_of(b.prose).trim().eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn titles_of_what_a_link_leads_to_stay() {
        for text in [
            "Read [Housing and the Homeless: Policy for Wards](https://a.example/p.pdf).",
            "See [help for the homeless](#help).\n\n## Help for the homeless\n\nCall us.",
        ] {
            let own = usize::from(text.contains("##"));
            assert_eq!(finds("deficit/group-label", text), own, "{text}");
        }
    }

    #[test]
    fn other_link_texts_are_read() {
        assert_eq!(finds("deficit/group-label", "[Help for the homeless](https://a.example)"), 1);
    }
}
