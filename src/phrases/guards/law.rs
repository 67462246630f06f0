//! Texts of law, copied into a page: words that the law chose are kept and explained, so what is said of them is a note.

use super::Site;
use crate::document::words::Word;

/// How far from the hit a cue may stand.
const FAR: usize = 60;
/// Parts of a law, named with a number. Documents of all kinds have parts, rules and paragraphs, so those are not here.
const PARTS: &[&str] = &["section", "sections", "subsection", "regulation", "regulations", "schedule", "article"];
const LAWS: &[&str] = &["Act", "Acts", "Regulations", "Order", "Bill", "Directive", "Convention"];

/// Whether the hit stands in a text of law: two signs of one in the paragraph, and one of them in the sentence.
#[must_use]
pub fn is_copied(site: &Site<'_>) -> bool {
    let (block, sentence) = (site.block().words(), site.sentence().words());
    let window = block.start.max(site.first().saturating_sub(FAR))..block.end.min(site.after() + FAR);
    let signs = window.filter(|at| !(site.first()..site.after()).contains(at) && is_sign(site, *at));
    let (inside, outside): (Vec<usize>, Vec<usize>) = signs.partition(|at| sentence.contains(at));
    inside.len() > 1 || inside.len() == 1 && !outside.is_empty()
}

/// "section 14", "the Care Act", "within the meaning of", "for the purposes of", "pursuant to".
fn is_sign(site: &Site<'_>, at: usize) -> bool {
    let words = &site.document.words;
    let is = |i: usize, list: &[&str]| words.get(i).is_some_and(|w| site.is_any(*w, list));
    let has_number = |w: &Word| w.has_digit();
    let text = site.document.text(words[at]);
    let law = LAWS.contains(&text) && at > 0 && (words[at - 1].is_capital() || is(at - 1, &["the"]));
    let part = is(at, PARTS) && words.get(at + 1).is_some_and(has_number);
    let phrase = is(at, &["meaning", "purposes", "provisions"]) && is(at + 1, &["of"])
        || is(at, &["pursuant"]) && is(at + 1, &["to"])
        || is(at, &["subsection", "hereinafter", "statutory"]);
    law || part || phrase
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, findings_with, finds_with};
    use crate::findings::Level;

    const COPIED: &str = "Under section 1 of the Mental Health Act 1983, people suffering from mental disorder may be seen.";
    const OWN: &str = "The Act helps people suffering from mental disorder.";

    #[test]
    fn what_is_copied_from_a_law_is_a_note_to_keep_and_explain() {
        let list = "instead_of = 'mental disorder'\nsay = ['mental illness']\nskip_if = { in = ['law'] }";
        assert_eq!(finds_with(list, COPIED), 0);
        assert_eq!(finds_with(list, OWN), 1);
        let levels = |text: &str| -> Vec<Level> { findings("deficit/suffering", text).iter().map(|f| f.level).collect() };
        assert_eq!(levels(COPIED), [Level::Note]);
        assert_eq!(levels(OWN), [Level::Warning]);
    }

    #[test]
    fn a_legal_term_is_a_note_wherever_it_stands() {
        let entry = "instead_of = 'lacks capacity'\nsay = []\nlegal = true";
        let found = findings_with(entry, "She lacks capacity.");
        assert_eq!((found[0].level, found[0].label.as_str()), (Level::Note, "legal term: keep it, and explain it"));
    }
}
