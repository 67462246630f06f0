//! Explained beside it: an everyday word or an explanation within a few words, before or after. "Feeling sick (nausea)" needs nothing more.

use super::Site;
use crate::document::words::Word;
use crate::language::fold::fold;
use crate::language::tokens::Gap;

/// How far away the explanation may stand.
const NEAR: usize = 6;
/// What follows a word that is being explained.
const AFTER: &[&str] = &["means", "meaning", "called", "known"];
/// What stands before a word that has just been explained.
const BEFORE: &[&str] = &["called", "known", "term", "say"];

/// Whether the hit is explained where it stands.
#[must_use]
pub fn is_glossed(site: &Site<'_>) -> bool {
    let (before, after) = site.around();
    is_bracketed(before, after) || opens_a_bracket(after) || is_defined(site, after) || has_everyday_word(site)
}

/// "feeling sick (nausea)": the hit is all that the bracket holds, and words stand before the bracket.
fn is_bracketed(before: &str, after: &str) -> bool {
    let inside = before.trim_end_matches(['“', '"', '‘', '\'']);
    let opened = inside.strip_suffix('(').is_some_and(|rest| rest.split_whitespace().count() > 0);
    opened && after.trim_start_matches(['”', '"', '’', '\'']).starts_with(')')
}

/// "nausea (feeling sick)": the bracket holds words in small letters, and does not send the reader elsewhere.
fn opens_a_bracket(after: &str) -> bool {
    const ELSEWHERE: [&str; 8] = ["see", "for", "e", "eg", "such", "including", "if", "page"];
    let rest = after.trim_start_matches(['”', '"', '’', '\'', 's', ' ']);
    let Some((inside, _)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) else { return false };
    // "(Jones, 2006)" names a source
    let cites = inside.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    let first = inside.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    let is_small = |word: &str| word.len() > 1 && word.chars().any(char::is_lowercase) && !word.chars().any(char::is_uppercase);
    !cites && !ELSEWHERE.contains(&first) && inside.split_whitespace().any(is_small)
}

/// "Advocacy means …", "advocacy is when …", "this is called advocacy", "Advocacy – help to speak up".
fn is_defined(site: &Site<'_>, after: &str) -> bool {
    let following: Vec<Word> = site.following(3).collect();
    let is = |i: usize, words: &[&str]| following.get(i).is_some_and(|w| site.is_any(*w, words));
    // "a means of", "by any means"
    let told = is(0, AFTER) && !is(1, &["of", "to"])
        || is(1, AFTER) && is(0, &["this", "which", "also", "is", "it"])
        || is(0, &["is", "are"]) && is(1, &["when", "where"]);
    let opens = site.prev().is_none() || site.prev().is_some_and(|w| site.is_any(w, &["the", "a", "an"])) && site.before(2).count() == 1;
    let set_off = opens && (after.trim_start().starts_with(['–', '—', ':']) || is(0, &["is", "are"]) && is(1, &["a", "an", "the"]));
    told || set_off || site.before(2).any(|w| site.is_any(w, BEFORE))
}

/// One of the entry's own replacements stands near, set off from the hit by a mark or a word that joins two names of one thing.
fn has_everyday_word(site: &Site<'_>) -> bool {
    let (sentence, words) = (site.sentence().words(), &site.document.words);
    let (from, to) = (sentence.start.max(site.first().saturating_sub(NEAR)), sentence.end.min(site.after() + NEAR));
    let plain = site.entry.say().filter(|say| !say.starts_with('('));
    plain.map(|say| say.split([' ', '-']).map(fold).filter(|part| !part.is_empty()).collect::<Vec<_>>()).any(|parts| {
        let alike = |at: usize| words[at..].iter().zip(&parts).all(|(word, part)| same_word(&fold(site.document.text(*word)), part));
        let before =
            (from..site.first()).filter(|at| at + parts.len() <= site.first()).any(|at| alike(at) && joined(site, at + parts.len(), site.first()));
        let after = (site.after()..to).filter(|at| at + parts.len() <= to).any(|at| alike(at) && joined(site, site.after(), at));
        !parts.is_empty() && (before || after)
    })
}

/// Whether a mark, or "or", stands between two names of one thing: from the word after the first to the first word of the second.
fn joined(site: &Site<'_>, after: usize, to: usize) -> bool {
    const JOINS: &[&str] = &["or", "means", "called", "known", "meaning", "is"];
    let words = &site.document.words[after..=to];
    words.iter().any(|w| w.gap() == Gap::Mark) || words[..words.len() - 1].iter().any(|w| site.is_any(*w, JOINS))
}

/// "feel" and "feeling": the same word in another form.
fn same_word(a: &str, b: &str) -> bool {
    let shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    a == b || shared >= 3 && shared + 1 >= a.len().min(b.len()) && a.len().abs_diff(b.len()) <= 3
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds_with;

    const NAUSEA: &str = "instead_of = 'nausea'\nsay = ['feeling sick']\nskip_if = { glossed = true }";

    #[test]
    fn what_is_explained_beside_it_is_left_alone() {
        for text in [
            "You may have nausea (feeling sick).",
            "You may feel sick (nausea).",
            "Nausea means that you feel sick.",
            "Nausea – a feeling that you may be sick.",
            "This is called nausea.",
            "**Nausea** is a feeling in the stomach.",
            "Nausea is when you think you will be sick.",
            "It brings nausea, or feeling sick.",
        ] {
            assert_eq!(finds_with(NAUSEA, text), 0, "{text}");
        }
    }

    #[test]
    fn what_is_not_explained_is_not() {
        for text in [
            "You may have nausea.",
            "You may have nausea (see page 4).",
            "You may have nausea (NHS).",
            "We can help with nausea – call us today.",
            "Nausea is common.",
            "The sick child and her nausea got better.",
            "You will feel sick from the nausea.",
            "You may have nausea (Jones and others, 2006).",
            "Use nausea means of any kind.",
        ] {
            assert_eq!(finds_with(NAUSEA, text), 1, "{text}");
        }
    }
}
