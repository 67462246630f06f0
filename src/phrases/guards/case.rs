//! Capitals that decide: `SU` is not `su`, "the Deaf" is not "the deaf"; a capital inside a sentence is a name.

use super::Site;
use crate::language::fold::{eq_folded, fold, is_apostrophe};

/// Whether the hit has the capitals of the list. The first word of a sentence may have one more.
pub fn is_exact(site: &Site<'_>) -> bool {
    let words = &site.document.words[site.first()..site.after()];
    let opens = site.prev().is_none();
    words.iter().enumerate().all(|(i, w)| as_listed(site.document.text(*w), site.entry.phrase(), opens && i == 0))
}

/// Whether the hit has no capital, but one that opens the sentence.
pub fn is_lower(site: &Site<'_>) -> bool {
    site.prev().is_none() || !site.document.words[site.first()..site.after()].iter().any(|w| w.is_capital())
}

/// Whether a word has the capitals that it has in the list, where it may stand in any bracket of the pattern. The first word of a sentence
/// may have one more.
fn as_listed(word: &str, pattern: &str, first: bool) -> bool {
    let literals = || pattern.split(|c: char| !(c.is_alphanumeric() || is_apostrophe(c))).filter(|literal| !literal.is_empty());
    // the form may differ from the one listed: SUs for SU
    let listed = literals().find(|l| eq_folded(word, &fold(l))).or_else(|| literals().find(|l| fold(word).starts_with(&fold(l))));
    let same = |a: &str, b: &str| a.chars().zip(b.chars()).all(|(a, b)| a == b || is_apostrophe(a) && is_apostrophe(b));
    let Some(listed) = listed else { return !word.contains(char::is_uppercase) || first && !word.chars().skip(1).any(char::is_uppercase) };
    same(word, listed) || first && same(&lower_first(word), listed)
}

fn lower_first(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;
    use super::as_listed;

    #[test]
    fn capitals_are_compared_word_by_word() {
        assert!(as_listed("deaf", "the (profoundly)? deaf", false) && !as_listed("Deaf", "the (profoundly)? deaf", false));
        assert!(as_listed("The", "the (profoundly)? deaf", true) && !as_listed("The", "the (profoundly)? deaf", false));
        assert!(as_listed("SU", "SU", false) && as_listed("SUs", "SU", false) && !as_listed("su", "SU", true));
    }

    #[test]
    fn deaf_people_with_a_capital_are_a_community() {
        for text in ["A line for the deaf.", "The deaf and their families came.", "Tapes for the blind and partially sighted."] {
            assert_eq!(finds("deficit/group-label", text), 1, "{text}");
        }
        for text in ["A club for the Deaf.", "The Deaf and hearing worlds met.", "The deaf pupil came."] {
            assert_eq!(finds("deficit/group-label", text), 0, "{text}");
        }
    }
}
