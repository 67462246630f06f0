//! Other languages: a paragraph of Welsh or Polish that happens to hold an English word. A whole page says so in `lang` of its front matter.

use super::Site;
use crate::document::words::Word;
use crate::language::classes::Class;
use crate::language::fold::OneOf;

/// Fewest words by which a language can be told, and the most that are looked at.
const FEWEST: usize = 10;
const MOST: usize = 60;
/// Of a hundred words of English prose, far more than this are small words or words of some other class.
const KNOWN: usize = 40;
const SMALL: usize = 15;
/// Small words of the languages that UK pages come in, where English has no such word. A list of English names and things has none of them.
const FOREIGN: OneOf<53> = OneOf::new([
    "y", "yr", "yn", "mae", "ac", "ein", "eich", "chi", "gan", "wedi", "neu", "agus", "anns", "seo", "w", "z", "na", "nie", "jest", "dla", "oraz",
    "lub", "le", "la", "les", "des", "et", "pour", "vous", "est", "el", "los", "las", "para", "con", "por", "una", "que", "de", "und", "der", "das",
    "mit", "si", "este", "pentru", "ir", "yra", "waa", "ku", "iyo", "ve", "bir",
]);

/// Whether the paragraph around the hit is not English: too few of its words are in any list of English words, too few are small words, and
/// it has letters or small words that English has not.
pub fn silences(site: &Site<'_>) -> bool {
    // beside an English small word there is nothing to ask
    if site.prev().is_some_and(|w| w.is(Class::Function)) && site.next().is_some_and(|w| w.is(Class::Function)) {
        return false;
    }
    let block = site.block().words();
    let from = block.start.max(site.first().saturating_sub(MOST / 2));
    let words = &site.document.words[from..block.end.min(from + MOST)];
    let words = || words.iter().filter(|w| !w.is_opaque() && !w.has_digit());
    let all = words().count();
    let known = words().filter(|w| w.is_known()).count();
    let small = words().filter(|w| w.is(Class::Function)).count();
    let few = all >= FEWEST && known * 100 < all * KNOWN && small * 100 < all * SMALL;
    let letters = |w: &Word| site.document.text(*w).chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    few && words().filter(|w| letters(w) || site.document.is_one_of(**w, &FOREIGN)).count() > 1
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds_with;

    const LIST: &str = "Lightning talk, hub, workshop, sprint, hackathon, poster, panel, debate, quiz, exhibition, video, podcast.";

    #[test]
    fn a_paragraph_in_another_language_is_left_alone() {
        let entry = "instead_of = 'hub'\nsay = ['centre']";
        for text in [
            "Mae ein hub yn Llandudno ar agor bob dydd o naw tan bump, a gallwch alw heibio heb apwyntiad.",
            "Nasz hub jest otwarty codziennie od godziny dziewiątej, prosimy o telefon przed wizytą albo list.",
            "---\nlang: cy\n---\n\nMae ein hub ar agor.",
        ] {
            assert_eq!(finds_with(entry, text), 0, "{text}");
        }
        for text in
            ["Our hub in Llandudno is open each day from nine to five, and you can call in at any time.", "Hub", "Moor Lane hub, Elm Road", LIST]
        {
            assert_eq!(finds_with(entry, text), 1, "{text}");
        }
    }
}
