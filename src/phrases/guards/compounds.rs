//! Parts of compounds: "self-initiated", "co-locating" and "AI-assisted" are words of their own, which the plain word for one half would break.

use super::Site;
use crate::language::tokens::Gap;

/// Whether a hyphen joins the hit to the word before it, or to the word after it.
pub fn silences(site: &Site<'_>) -> bool {
    let words = &site.document.words;
    let joined = |at: usize| words.get(at).is_some_and(|word| word.gap() == Gap::Hyphen);
    site.prev().is_some() && joined(site.first()) || site.next().is_some() && joined(site.after())
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn half_of_a_compound_is_another_word() {
        for text in ["Self-initiated learning counts.", "The teams are co-locating.", "AI-assisted choices are made.", "A previously-met need."] {
            assert_eq!(finds("jargon/wordy-phrase", text), 0, "{text}");
        }
    }

    #[test]
    fn a_phrase_that_a_hyphen_holds_together_is_whole() {
        for text in ["They met in-order to plan.", "We initiated it.", "It was met previously - and in time."] {
            assert_eq!(finds("jargon/wordy-phrase", text), 1, "{text}");
        }
    }
}
