//! Noun or verb, as the words around it show. Unclear counts as neither.

use super::{Site, follows};
use crate::document::words::Word;
use crate::language::classes::Class;
use crate::language::tokens::Gap;

/// One of many: whatever stands between these and the word describes it.
const ANY_ONE: &[&str] = &["a", "an", "another", "one", "each", "every", "any", "either", "neither", "fellow"];
/// One that is known.
const THIS_ONE: &[&str] = &["the", "this", "that", "my", "our", "your", "his", "her", "their", "its"];
/// "Is your child asthmatic?": after these the article belongs to another noun.
const BE: &[&str] = &["is", "are", "was", "were", "am", "be", "been", "being"];
/// How many describing words may stand between the article and the noun: a recovering alcoholic.
const DESCRIBING: usize = 3;
const BEFORE_A_VERB: &[&str] = &[
    "to", "will", "would", "must", "can", "could", "may", "might", "should", "shall", "we", "you", "they", "i", "not", "do", "does", "did", "please",
    "who", "and", "or", "then", "also", "let", "help", "helps",
];
/// What follows an order: notify us, purchase a ticket.
const AFTER_AN_ORDER: &[&str] = &[
    "a", "an", "the", "your", "our", "their", "this", "that", "these", "those", "any", "all", "another", "some", "us", "me", "them", "it", "with",
    "to",
];

/// A noun does not go on into another ("diabetic eye screening"), and its article stands before it: "he is diabetic" describes.
pub fn is_noun(site: &Site<'_>) -> bool {
    if follows::is_described(site) {
        return false;
    }
    let before: Vec<Word> = site.before(DESCRIBING + 2).collect();
    let Some(at) = before.iter().take(DESCRIBING + 1).position(|w| w.is(Class::Function) || is_article(site, *w)) else {
        return false;
    };
    // describing words only: no other person, and no mark but quotation marks
    let between = &before[..at];
    if between.iter().any(|w| w.is(Class::Person) || w.is(Class::PeopleVerb)) || at > 0 && marks_between(site, at) {
        return false;
    }
    let asked = before.get(at + 1).is_some_and(|w| site.is_any(*w, BE));
    site.is_any(before[at], ANY_ONE) || site.is_any(before[at], THIS_ONE) && (at == 0 || !asked)
}

fn is_article(site: &Site<'_>, word: Word) -> bool {
    site.is_any(word, ANY_ONE) || site.is_any(word, THIS_ONE)
}

/// Whether a mark parts the `count` words before the hit, or the hit from them.
fn marks_between(site: &Site<'_>, count: usize) -> bool {
    site.document.words[site.first() - count..=site.first()].iter().any(|w| w.gap() == Gap::Mark)
}

/// A verb begins the sentence, follows a word that verbs follow, or gives an order after a mark: "if you move, notify us".
pub fn is_verb(site: &Site<'_>) -> bool {
    let Some(prev) = site.prev() else { return true };
    let order = || {
        let after_a_mark = site.document.words[site.first()].gap() == Gap::Mark;
        after_a_mark && site.next().is_some_and(|next| next.gap() != Gap::Mark && site.is_any(next, AFTER_AN_ORDER))
    };
    site.is_any(prev, BEFORE_A_VERB) || order()
}

/// It describes what follows, or what stands before "is".
pub fn is_adjective(site: &Site<'_>) -> bool {
    const VERY: &[&str] =
        &["very", "so", "too", "more", "most", "quite", "really", "extremely", "fairly", "become", "becomes", "became", "seem", "seems"];
    let told = site.prev().is_some_and(|prev| site.is_any(prev, BE) || site.is_any(prev, VERY));
    told || site.next().is_some_and(|next| next.gap() != Gap::Mark) && follows::is_described(site)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{finds, finds_with};

    #[test]
    fn a_bare_adjective_is_no_noun() {
        for text in [
            "His daughter is diabetic.",
            "Is your child asthmatic?",
            "He became paraplegic after the crash.",
            "If you are diabetic, tell us.",
            "Diabetic?",
        ] {
            assert_eq!(finds("deficit/condition-label", text), 0, "{text}");
        }
        for text in ["He is a diabetic.", "A recovering alcoholic runs the café.", "One diabetic came.", "Is the young diabetic with you?"] {
            let found = usize::from(!text.starts_with("Is"));
            assert_eq!(finds("deficit/condition-label", text), found, "{text}");
        }
    }

    #[test]
    fn orders_are_verbs() {
        for text in ["If you move, notify us.", "Read the form &amp; notify us.", "You must notify us.", "Sign the form and notify us."] {
            assert_eq!(finds("jargon/wordy-phrase", text), 1, "{text}");
        }
        assert_eq!(finds("jargon/wordy-phrase", "The texts come from GOV.UK Notify."), 0);
    }

    #[test]
    fn describing_words() {
        let entry = "instead_of = 'key'\nsay = ['main']\nonly_if = { part = 'adjective' }";
        for (text, found) in [("The key points are here.", 1), ("Trust is key.", 1), ("Turn the key.", 0), ("The key is in the door.", 0)] {
            assert_eq!(finds_with(entry, text), found, "{text}");
        }
    }
}
