//! Names of conditions: "chronic fatigue syndrome", "acute kidney injury". Their words are medical names and not a way of speaking.

use super::Site;
use crate::document::words::Word;
use crate::language::classes::Class;
use crate::language::tokens::Gap;

/// How many words a name may go on: chronic obstructive pulmonary disease.
const REACH: usize = 4;
/// Last words of names of conditions that are not conditions by themselves.
const ENDS: &[&str] = &["failure", "palsy", "syndrome", "disorder", "disease", "deficiency", "bug", "attack", "arrest"];

/// Whether the hit and the words after it, with no mark and no small word between, end in a condition; or the hit is the end of such a name.
pub fn is_part_of_one(site: &Site<'_>) -> bool {
    let is_end = |w: &Word| w.is(Class::Condition) || site.is_any(*w, ENDS);
    let goes_on = |w: &Word| w.gap() != Gap::Mark && !w.is(Class::Function) && !w.has_digit();
    let last = site.document.words[site.after() - 1];
    let described = || site.prev().is_some_and(|w| goes_on(&w) && site.document.words[site.first()].gap() != Gap::Mark);
    site.following(REACH).take_while(goes_on).any(|w| is_end(&w)) || is_end(&last) && (site.after() - site.first() > 1 || described())
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds_with;

    #[test]
    fn words_of_a_medical_name_stay() {
        let entry = "instead_of = 'chronic'\nsay = ['long-term']\nskip_if = { in = ['condition-name'] }";
        for text in ["He has chronic fatigue syndrome.", "Chronic obstructive pulmonary disease is common.", "It is chronic kidney disease."] {
            assert_eq!(finds_with(entry, text), 0, "{text}");
        }
        for text in ["His problem is chronic.", "A chronic, painful disease.", "The chronic need for homes is clear."] {
            assert_eq!(finds_with(entry, text), 1, "{text}");
        }
    }

    #[test]
    fn the_last_word_of_a_name_stays_with_it() {
        let entry = "instead_of = 'disorder'\nsay = ['condition']\nskip_if = { in = ['condition-name'] }";
        assert_eq!(finds_with(entry, "She has bipolar disorder."), 0);
        assert_eq!(finds_with(entry, "The disorder is rare."), 1);
    }
}
