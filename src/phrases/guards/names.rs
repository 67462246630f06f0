//! Names of laws, bodies, places, programmes and jobs: a run of words in capitals that ends as names end.

use super::Site;
use crate::document::markdown::BlockKind;
use crate::language::classes::Class;
use crate::language::tokens::Gap;

/// Small words that stand inside names: Care of the Elderly Ward.
const INSIDE: &[&str] = &["of", "for", "the", "and", "in", "on", "with", "to", "at", "&"];
/// How far to look along a name.
const LONGEST: usize = 8;

/// Whether the hit stands inside a name.
pub fn silences(site: &Site<'_>) -> bool {
    let words = &site.document.words[site.first()..site.after()];
    let content = |w: &&crate::document::words::Word| !site.is_any(**w, INSIDE);
    // every word of the phrase but the small ones has a capital
    if words.iter().filter(content).count() == 0 || !words.iter().filter(content).all(|w| w.is_capital()) {
        return false;
    }
    let heading = matches!(site.block().kind, BlockKind::Heading(_) | BlockKind::TableCell { .. });
    let run = capitals_after(site);
    let ends_as_a_name = run.iter().any(|w| w.is(Class::NameEnd)) || words.last().is_some_and(|w| words.len() > 1 && w.is(Class::NameEnd));
    let year = run
        .last()
        .or(words.last())
        .is_some_and(|_| site.document.words.get(site.after() + run.len()).is_some_and(|w| is_year(site.document.text(*w))));
    if ends_as_a_name || year {
        return true;
    }
    // in running text, a capital in mid-sentence with another capital beside it is a name; headings capitalise everything
    let in_mid_sentence = site.prev().is_some_and(|prev| prev.gap() != Gap::Mark || !prev.after_stop());
    let beside = site.prev().is_some_and(|p| p.is_capital() && words[0].gap() != Gap::Mark) || !run.is_empty();
    !heading && in_mid_sentence && beside
}

/// The words in capitals that follow the hit, small words of names included, with no mark in between.
fn capitals_after(site: &Site<'_>) -> Vec<crate::document::words::Word> {
    let mut run: Vec<_> = site.following(LONGEST).take_while(|w| w.gap() != Gap::Mark && (w.is_capital() || site.is_any(*w, INSIDE))).collect();
    while run.last().is_some_and(|w| !w.is_capital()) {
        run.pop();
    }
    run
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && (text.starts_with("19") || text.starts_with("20"))
}
