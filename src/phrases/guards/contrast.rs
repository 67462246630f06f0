//! Contrast: "not X but Y", "from X to Y", "rather than X", "no longer X", "move away from X". The words are what is left behind.

use super::Site;
use crate::document::words::Word;

/// How far before the phrase a word of contrast may stand.
const NEAR: usize = 6;

/// Whether the hit is what the sentence turns away from.
pub fn silences(site: &Site<'_>) -> bool {
    let before: Vec<Word> = site.before(NEAR).collect();
    let is = |i: usize, words: &[&str]| before.get(i).is_some_and(|w| site.is_any(*w, words));
    let turned_away = (0..before.len()).any(|i| {
        is(i, &["than"]) && is(i + 1, &["rather", "other"])
            || is(i, &["of"]) && is(i + 1, &["instead"])
            || is(i, &["longer"]) && is(i + 1, &["no"])
            || is(i, &["from"]) && is(i + 1, &["away", "shift", "shifting", "move", "moving", "moved", "change", "changing"])
            || is(i, &["never"])
            || i < 4 && is(i, &["not", "aren't", "isn't"]) && site.following(10).any(|w| site.is_any(w, &["but"]))
    });
    turned_away || from_one_to_another(site)
}

/// "from X to Y", "from X into Y", with the phrase between the two: the change is the point of the sentence.
fn from_one_to_another(site: &Site<'_>) -> bool {
    const FAR: usize = 25;
    let from = site.before(FAR).position(|w| site.is_any(w, &["from"]));
    from.is_some_and(|at| {
        let changes = site.before(at + 3).skip(at + 1).any(|w| {
            site.is_any(
                w,
                &[
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
                ],
            )
        });
        changes && site.following(FAR).any(|w| site.is_any(w, &["to", "into", "towards"]))
    })
}
