//! Texts of law, copied into a page: words that the law chose are kept and explained, so what is said of them is a note.

use super::Site;
use crate::document::words::Word;

/// How far from the hit a sign may stand.
const FAR: usize = 60;
/// Parts of a law, named with a number. Documents of all kinds have parts, rules and paragraphs, so those are not here.
const PARTS: &[&str] = &["section", "sections", "subsection", "regulation", "regulations", "schedule", "article"];
const LAWS: &[&str] = &["Act", "Acts", "Regulations", "Order", "Bill", "Directive", "Convention"];
/// How a page says that the words to come are those of a law.
const TELLS: &[&str] = &["defines", "defined", "definition", "provides", "states", "means", "says"];

/// Whether the hit stands in a text of law: its sentence, with the line that leads into its list, has two signs of a law, or one and a word that
/// tells of its wording; or one there and another in the paragraph; or a turn of phrase that only laws have.
#[must_use]
pub fn is_copied(site: &Site<'_>) -> bool {
    let words = &site.document.words;
    let (block, sentence, hit) = (site.block().words(), site.sentence().words(), site.first()..site.after());
    let window = block.start.max(hit.start.saturating_sub(FAR))..block.end.min(hit.end + FAR);
    let own = &words[sentence.start.max(window.start)..sentence.end.min(window.end)];
    let lead_in = site.lead_in().unwrap_or_default();
    let count = |words: &[Word]| (0..words.len()).filter(|at| is_sign(site, words, *at)).count();
    let near = count(own) + count(lead_in);
    let told = || own.iter().chain(lead_in).any(|w| site.is_any(*w, TELLS));
    let turn = |words: &[Word]| (0..words.len()).any(|at| is_turn(site, words, at));
    turn(own) || turn(lead_in) || near > 1 || near == 1 && (told() || count(&words[window]) > count(own))
}

/// "section 14", "the Care Act", "Housing Act 1996".
fn is_sign(site: &Site<'_>, words: &[Word], at: usize) -> bool {
    const MODALS: &[&str] = &["must", "to", "can", "will", "we", "should", "may", "please"];
    let before = at.checked_sub(1).map(|at| words[at]);
    let law = LAWS.contains(&site.document.text(words[at]))
        && before.is_some_and(|w| (w.is_capital() || w.has_digit() || site.is_any(w, &["the", "that", "this"])) && !site.is_any(w, MODALS));
    law || site.is_any(words[at], PARTS) && words.get(at + 1).is_some_and(|w| w.has_digit())
}

/// "within the meaning of", "for the purposes of", "pursuant to", "this section applies".
fn is_turn(site: &Site<'_>, words: &[Word], at: usize) -> bool {
    let is = |i: usize, list: &[&str]| words.get(i).is_some_and(|w| site.is_any(*w, list));
    is(at, &["within", "for"]) && is(at + 1, &["the"]) && is(at + 2, &["meaning", "purposes"]) && is(at + 3, &["of"])
        || is(at, &["pursuant"]) && is(at + 1, &["to"])
        || is(at, &["subsection"])
        || is(at, &["section", "regulation"]) && is(at + 1, &["applies"])
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
        let list = "The Mental Health Act 1983 defines these groups:\n\n- people suffering from mental disorder\n- others";
        assert_eq!(levels(list), [Level::Note], "a list that a law leads into");
        assert_eq!(levels("For the purposes of council tax, a patient suffering from dementia counts."), [Level::Note]);
        for own in ["We must act to help people suffering from asthma.", "In section 2 we speak of people suffering from asthma."] {
            assert_eq!(levels(own), [Level::Warning], "{own}");
        }
    }

    #[test]
    fn a_legal_term_is_a_note_wherever_it_stands() {
        let entry = "instead_of = 'lacks capacity'\nsay = []\nlegal = true";
        let found = findings_with(entry, "She lacks capacity.");
        assert_eq!((found[0].level, found[0].label.as_str()), (Level::Note, "legal term: keep it, and explain it"));
    }
}
