//! Whether a phrase that could describe goes on into a noun: "the disabled student", "a diabetic, low-salt diet", "the poor and patchy signal".

use super::Site;
use crate::document::words::Word;
use crate::language::classes::Class;
use crate::language::tokens::Gap;

/// How far to look for the noun.
const REACH: usize = 8;
/// Words that join two descriptions, or two kinds of people.
const JOINS: &[&str] = &["and", "or", "but", "yet"];
/// Words that begin a new noun: "a suicide and two deaths".
const COUNTS: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "many", "several", "few", "other", "others"];

/// Whether what follows is the thing described. A mark, a function word or a verb that people do ends the phrase: it named people itself.
pub fn is_described(site: &Site<'_>) -> bool {
    let Some(next) = site.next() else { return false };
    if is_possessive(site) {
        return false;
    }
    let end = site.document.words[site.after() - 1].span.end as usize;
    let between = site.document.prose.text[end..next.span.start as usize].trim();
    // "the poor take-up": the first half of a noun
    if between.is_empty() && site.following(2).nth(1).is_some_and(|w| w.gap() == Gap::Hyphen) {
        return true;
    }
    // "the old one": the thing stands for another
    if next.gap() != Gap::Mark && site.is_any(next, &["one", "ones"]) && !site.following(2).nth(1).is_some_and(|w| site.is_any(w, &["of", "by"])) {
        return true;
    }
    let joined = site.is_any(next, JOINS) && next.gap() != Gap::Mark;
    match between {
        _ if joined => content(site, 1).0 > 1,
        "&" => content(site, 0).0 > 1,
        // two descriptions of one thing, not the first of a list of people
        "," => {
            let (count, last) = content(site, 0);
            count > 1 && last.is_none_or(|w| !w.is(Class::Person))
        }
        _ if next.gap() == Gap::Mark && !between.starts_with(['"', '“', '‘', '(', '[', '\'']) => false,
        _ => goes_on(site, next),
    }
}

/// "the elderly's": the word has become a noun whatever it owns.
fn is_possessive(site: &Site<'_>) -> bool {
    let text = site.document.text(site.document.words[site.after() - 1]);
    text.ends_with("'s") || text.ends_with("’s")
}

/// How many describing or naming words follow in one run, adverbs aside, after `skip` words; and the last of them.
fn content(site: &Site<'_>, skip: usize) -> (usize, Option<Word>) {
    let run: Vec<Word> = site.following(REACH).skip(skip).take_while(|w| goes_on(site, *w)).collect();
    let run = &run[..run.iter().skip(1).position(|w| w.gap() == Gap::Mark).map_or(run.len(), |at| at + 1)];
    (run.iter().filter(|w| !site.document.text(**w).ends_with("ly")).count(), run.last().copied())
}

/// Whether a word can be part of the name of a thing. "The homeless need" is a verb, as is "an alcoholic needs"; "the homeless needs" is not.
fn goes_on(site: &Site<'_>, word: Word) -> bool {
    let group = site.is_any(site.document.words[site.first()], &["the", "our", "those"]);
    let verb = word.is(Class::PeopleVerb) && !(group && site.document.text(word).ends_with('s'));
    !word.is(Class::Function) && !verb && !word.has_digit() && !site.is_any(word, COUNTS)
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn a_noun_after_it_makes_it_a_description() {
        for text in [
            "The poor, uneven surface will be mended.",
            "The poor and patchy signal is a worry.",
            "The elderly and infirm residents moved.",
            "The homeless needs assessment is done.",
            "The elderly one was mended first.",
            "The poor take-up of the scheme is a worry.",
        ] {
            assert_eq!(finds("deficit/group-label", text), 0, "{text}");
        }
        for text in ["A diabetic, low-salt diet can help.", "A diabetic and vegetarian menu is there."] {
            assert_eq!(finds("deficit/condition-label", text), 0, "{text}");
        }
    }

    #[test]
    fn a_verb_a_mark_or_another_group_does_not() {
        for text in [
            "The disabled need ramps.",
            "In winter the homeless sleep in doorways.",
            "We meet the elderly’s needs.",
            "We meet the elderly's needs.",
            "A fund for the elderly, disabled people and carers.",
            "A fund for the sick and lonely.",
            "A fund for the bereaved and their families.",
        ] {
            assert!(finds("deficit/group-label", text) > 0, "{text}");
        }
        for text in ["An alcoholic needs time.", "If you are a diabetic and also a smoker, come.", "As a diabetic, you can book."] {
            assert_eq!(finds("deficit/condition-label", text), 1, "{text}");
        }
    }
}
