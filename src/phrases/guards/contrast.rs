//! Contrast: "not X but Y", "from X to Y", "rather than X", "no longer X", "move away from X". The words are what is left behind.

use super::Site;
use crate::document::words::Word;
use crate::language::tokens::Gap;

const NOT: &[&str] = &["not", "don't", "doesn't", "didn't", "aren't", "isn't", "wasn't", "weren't"];

/// Words of change before "from".
const CHANGES: &[&str] = &[
    "move",
    "moving",
    "moved",
    "shift",
    "shifting",
    "change",
    "changing",
    "transform",
    "transforming",
    "away",
    "people",
    "turn",
    "turning",
    "switch",
    "go",
    "going",
];

/// How far before the phrase a word of contrast may stand.
const NEAR: usize = 6;

/// Whether the hit is what the sentence turns away from.
pub fn silences(site: &Site<'_>) -> bool {
    const BE: &[&str] = &["is", "are", "was", "were", "be", "being", "as"];
    let before: Vec<Word> = site.before(NEAR).collect();
    let is = |i: usize, words: &[&str]| before.get(i).is_some_and(|w| site.is_any(*w, words));
    // "people are not only patients but partners" leaves the word behind; "we do not only serve patients but teach" does not
    let leaves = |i: usize| i == 0 || !is(i - 1, &["just", "only", "merely", "simply"]) || is(i, &["isn't", "aren't"]) || is(i + 1, BE);
    let turned_away = (0..before.len()).any(|i| {
        is(i, &["than"]) && is(i + 1, &["rather", "other"])
            || is(i, &["of"]) && is(i + 1, &["instead"])
            || is(i, &["longer"]) && is(i + 1, &["no"])
            || is(i, &["from"]) && is(i + 1, &["away", "shift", "shifting", "move", "moving", "moved", "change", "changing"])
            || is(i, &["never"])
            || i < 4 && is(i, NOT) && (leaves(i) && site.following(10).any(|w| site.is_any(w, &["but"])) || put_right(site))
    });
    turned_away || from_one_to_another(site)
}

/// "People do not X, they Y": the same people follow a mark, and the sentence sets no condition.
fn put_right(site: &Site<'_>) -> bool {
    const CONDITION: &[&str] = &["if", "when", "unless", "whether", "where", "because", "although"];
    let again = |w: Word| w.gap() == Gap::Mark && site.is_any(w, &["they", "it", "he", "she", "we", "people"]);
    site.following(NEAR).any(again) && !site.before(NEAR * 2).any(|w| site.is_any(w, CONDITION))
}

/// "from X to Y", "from X into Y", with the phrase between the two: the change is the point of the sentence.
fn from_one_to_another(site: &Site<'_>) -> bool {
    const FAR: usize = 25;
    let from = site.before(FAR).position(|w| site.is_any(w, &["from"]));
    from.is_some_and(|at| {
        let changes = site.before(at + 3).skip(at + 1).any(|w| site.is_any(w, CHANGES));
        changes && site.following(FAR).any(|w| site.is_any(w, &["to", "into", "towards"]))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn what_the_sentence_turns_away_from() {
        for text in [
            "People do not commit suicide, they die by suicide.",
            "He did not commit suicide but died in a crash.",
            "We no longer write that people commit suicide.",
            "The page moved from commit suicide to plain words.",
        ] {
            assert_eq!(finds("deficit/suicide", text), 0, "{text}");
        }
        for text in [
            "He did not only commit suicide but harmed others.",
            "He did not commit suicide.",
            "If people do not commit suicide, they may still need help.",
        ] {
            assert_eq!(finds("deficit/suicide", text), 1, "{text}");
        }
    }
}
