//! Names of laws, bodies, places, programmes and jobs: a run of words in capitals that ends as names end.

use super::Site;
use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::language::classes::Class;
use crate::language::tokens::Gap;

/// Small words that stand inside names: Care of the Elderly Ward, Parents of Children Suffering from Asthma Trust.
const INSIDE: &[&str] = &["of", "for", "the", "and", "in", "on", "with", "to", "at", "from", "by", "into", "&"];
/// How far to look along a name.
const LONGEST: usize = 8;

/// Whether the hit stands inside a name.
pub fn silences(site: &Site<'_>) -> bool {
    let words = &site.document.words[site.first()..site.after()];
    if !words.iter().any(|w| w.is_capital()) {
        return false;
    }
    let content: Vec<&Word> = words.iter().filter(|w| !site.is_any(**w, INSIDE)).collect();
    // every word of the phrase but the small ones has a capital
    if content.is_empty() || !content.iter().all(|w| w.is_capital()) {
        return false;
    }
    let run = capitals_after(site);
    // a capital that only opens the sentence is no sign: "Notify the Council"
    let opens_only = site.prev().is_none() && content.len() == 1 && words[0].is_capital() && content[0].span == words[0].span;
    if opens_only && site.next().is_none_or(|next| !next.is_capital()) {
        return false;
    }
    let ends_as_a_name = run.iter().any(|w| w.is(Class::NameEnd)) || words.last().is_some_and(|w| words.len() > 1 && w.is(Class::NameEnd));
    let year = site.document.words.get(site.after() + run.len()).is_some_and(|w| is_year(site.document.text(*w)));
    if ends_as_a_name || year {
        return true;
    }
    // in running text, a capital in mid-sentence with another capital beside it is a name; headings capitalise everything
    let heading = matches!(site.block().kind, BlockKind::Heading(_) | BlockKind::TableCell { .. });
    let in_mid_sentence = site.prev().is_some_and(|prev| prev.gap() != Gap::Mark || !prev.after_stop());
    !heading && in_mid_sentence && (!run.is_empty() || follows_a_name(site, words[0]))
}

/// Another capital just before, or a name that goes on: St Mary's Hospital for the Poor. The capital that opens the sentence does not count.
fn follows_a_name(site: &Site<'_>, first: Word) -> bool {
    let start = site.document.words[site.sentence().words().start].span;
    let is_name = |w: &Word| w.is_capital() && w.span != start;
    if first.gap() == Gap::Mark {
        return false;
    }
    if site.prev().as_ref().is_some_and(is_name) {
        return true;
    }
    // "for", "of the": small words that join, with no mark among them
    let before: Vec<Word> = site.before(3).collect();
    // the Journal of Multimorbidity and Comorbidity
    if site.document.words[site.after() - 1].is_capital()
        && before.first().is_some_and(|w| site.is_any(*w, &["and", "&"]) && w.gap() != Gap::Mark)
        && before.get(1).is_some_and(is_name)
    {
        return true;
    }
    let small = before.iter().take(2).take_while(|w| site.is_any(**w, &["of", "for", "the", "to"]) && w.gap() != Gap::Mark).count();
    small > 0 && before.get(small).is_some_and(|w| is_name(w) && w.is(Class::NameEnd))
}

/// The words in capitals that follow the hit, small words of names included, with no mark in between.
fn capitals_after(site: &Site<'_>) -> Vec<Word> {
    let mut run: Vec<_> = site.following(LONGEST).take_while(|w| w.gap() != Gap::Mark && (w.is_capital() || site.is_any(*w, INSIDE))).collect();
    while run.last().is_some_and(|w| !w.is_capital()) {
        run.pop();
    }
    run
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && (text.starts_with("19") || text.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn names_are_left_alone() {
        for text in [
            "She is a nurse on the Care of the Elderly Ward.",
            "Later St Mary’s Hospital for the Poor became a school.",
            "The charity Friends of Children Suffering from Asthma Trust closed.",
        ] {
            assert_eq!(finds("deficit/group-label", text) + finds("deficit/suffering", text), 0, "{text}");
        }
        assert_eq!(finds("jargon/wordy-phrase", "The Commencement Order 2021 is law."), 0);
        assert_eq!(finds("jargon/wordy-phrase", "Read the Journal of Tenders and Commencement."), 0);
    }

    #[test]
    fn the_capital_of_a_sentence_is_no_name() {
        assert_eq!(finds("jargon/wordy-phrase", "Notify the Council if you move."), 1);
        assert_eq!(finds("deficit/group-label", "The Homeless came in from the cold."), 1);
    }
}
