//! Mention, not use: "avoid the phrase X", "we say Y instead of X", a list of words to avoid. The words are spoken about.

use super::{Care, Site};
use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;

/// How far a cue may stand from a phrase that is marked off, and from one that is not.
const NEAR_MARKED: usize = 8;
const NEAR_PLAIN: usize = 3;
/// How far before the phrase "do not say that" may stand.
const FAR: usize = 12;
/// Words for words.
const WORDS: &[&str] = &["term", "terms", "word", "words", "phrase", "phrases", "wording", "so-called", "jargon"];
/// Words in the head of a table, a heading or a lead-in that make what stands below a list of words.
const LISTS: OneOf<18> = OneOf::new([
    "avoid",
    "instead",
    "say",
    "words",
    "terms",
    "phrases",
    "language",
    "jargon",
    "glossary",
    "terminology",
    "replace",
    "outdated",
    "offensive",
    "stigmatising",
    "dos",
    "don't",
    "alternatives",
    "alternative",
]);
/// "Words we use", "words we do not write".
const USE: OneOf<2> = OneOf::new(["use", "write"]);
const NOT: OneOf<2> = OneOf::new(["not", "never"]);

/// Whether the words are mentioned and not used.
pub fn silences(site: &Site<'_>, care: Care) -> bool {
    let marked = (has_cue(site) || is_denied(site)) && is_marked_off(site);
    let about_people = || avoided(site) || told_about(site, &["labelled", "called"]) || unsaid(site) || called(site) || disused(site);
    let spoken_of = named(site) || care == Care::People && told_about(site, WORDS);
    marked || spoken_of || is_a_term(site) || care == Care::People && about_people() || stands_alone_in_a_list_of_words(site)
}

fn has_cue(site: &Site<'_>) -> bool {
    site.before(NEAR_MARKED).chain(site.following(NEAR_MARKED)).any(|word| word.is(Class::Mention))
}

/// She is not “a diabetic”.
fn is_denied(site: &Site<'_>) -> bool {
    site.before(2).any(|word| site.is_any(word, &["not", "isn't", "aren't"]))
}

/// Inside quotation marks, its article with it or not, or emphasis of its own.
fn is_marked_off(site: &Site<'_>) -> bool {
    const OPEN: [char; 5] = ['"', '“', '‘', '\'', '`'];
    let (before, after) = site.around();
    let article = [" a ", " an ", " the "].iter().find_map(|a| before.strip_suffix(&a[1..]));
    let opened = before.ends_with(OPEN) || article.is_some_and(|rest| rest.ends_with(OPEN));
    let quoted = opened && after.trim_start_matches([',', '.']).starts_with(['"', '”', '’', '\'', '`']);
    let words = &site.document.words[site.first()..site.after()];
    let emphasised =
        words.iter().all(|w| w.is_emphasised()) && !site.prev().is_some_and(|w| w.is_emphasised()) && !site.next().is_some_and(|w| w.is_emphasised());
    quoted || emphasised
}

/// "the term hard to reach", "words like hard to reach"; not "in the longer term".
fn told_about(site: &Site<'_>, cues: &[&str]) -> bool {
    const OF_TIME: &[&str] = &["long", "longer", "short", "shorter", "medium", "near", "full", "half", "summer", "autumn", "spring", "in"];
    let before: Vec<Word> = site.before(NEAR_PLAIN + 1).collect();
    let is = |i: usize, words: &[&str]| before.get(i).is_some_and(|w| site.is_any(*w, words));
    !is_marked_off(site) && (0..NEAR_PLAIN).any(|i| is(i, cues) && !is(i + 1, OF_TIME))
}

/// "Avoid the disabled and the blind": the words end there. "To avoid vulnerable people being missed" goes on.
fn avoided(site: &Site<'_>) -> bool {
    let ends = site.next().is_none_or(|next| next.gap() == Gap::Mark || site.is_any(next, &["and", "or", "as", "because", "when", "in", "where"]));
    ends && told_about(site, &["avoid", "avoiding"])
}

/// "the term utilise", "words like utilise": nearer and plainer than for words about people, as "terms whereby" and "words relating to" name none.
fn named(site: &Site<'_>) -> bool {
    // words for words are all among the cues
    if !site.before(FAR).any(|word| word.is(Class::Mention)) {
        return false;
    }
    let before: Vec<Word> = site.before(FAR).collect();
    let is = |i: usize, words: &[&str]| before.get(i).is_some_and(|w| site.is_any(*w, words));
    let such = (0..before.len()).any(|i| is(i, &["like"]) && is(i + 1, WORDS) || is(i, &["as"]) && is(i + 1, &["such"]) && is(i + 2, WORDS));
    let the_term = is(0, &["term", "word", "phrase", "jargon", "so-called"]) && is(1, &["the", "this", "a"]);
    !is_marked_off(site) && (such || the_term && !site.document.text(site.document.words[site.first()]).ends_with('s'))
}

/// "A step change is a term that few readers know": the cue comes after.
fn is_a_term(site: &Site<'_>) -> bool {
    const NAMES: &[&str] = &["term", "terms", "word", "words", "phrase", "phrases", "expression", "label", "jargon", "euphemism", "cliche", "cliché"];
    let mut after = site.following(NEAR_PLAIN + 2);
    after.next().is_some_and(|w| site.is_any(w, &["is", "are", "was", "were"]))
        && after.take_while(|w| !site.is_any(*w, &["in", "of", "on"])).any(|w| site.is_any(w, NAMES))
}

/// "Stop saying the vulnerable", "we do not say that people are suffering from dementia".
fn unsaid(site: &Site<'_>) -> bool {
    const SAY: &[&str] = &["say", "saying", "describe", "describing", "refer", "referring"];
    const TALK: &[&str] = &["speak", "speaking", "talk", "talking"];
    const DENY: &[&str] = &["not", "don't", "never", "stop", "avoid", "shouldn't", "can't", "cannot"];
    let before: Vec<Word> = site.before(FAR).collect();
    let is = |i: usize, words: &[&str]| before.get(i).is_some_and(|w| site.is_any(*w, words));
    (0..before.len()).any(|i| {
        let near = i < NEAR_PLAIN || is(i - 1, &["that"]);
        // "we do not talk of the needy", but "do not talk to the needy"
        let says = is(i, SAY) || i > 0 && is(i, TALK) && is(i - 1, &["of", "about"]);
        // "that is not to say these people …" says it
        let idiom = is(i + 1, &["to"]) && is(i + 2, &["not"]) && is(i + 3, &["is", "that's", "which", "it's"]);
        near && says && !idiom && (is(i + 1, DENY) || is(i + 2, DENY))
    })
}

/// "Please do not call us the disabled".
fn called(site: &Site<'_>) -> bool {
    const CALL: &[&str] = &["call", "calls", "calling", "called", "label", "labels", "labelling", "labelled"];
    let before: Vec<Word> = site.before(2).collect();
    let [whom, call] = before.as_slice() else { return false };
    site.is_any(*whom, &["us", "them", "me", "him", "her", "people", "someone"]) && site.is_any(*call, CALL)
}

/// "Asperger’s syndrome should not be used any more", "the concept of service users".
fn disused(site: &Site<'_>) -> bool {
    const USED: &[&str] = &["used", "said", "written"];
    let after: Vec<Word> = site.following(NEAR_PLAIN + 1).collect();
    let is = |i: usize, words: &[&str]| after.get(i).is_some_and(|w| site.is_any(*w, words));
    let denied = |i: usize| is(i, &["not", "never"]) || is(i, &["longer"]);
    let unused = is(0, &["is", "are", "should", "must"]) && (1..=NEAR_PLAIN).any(|i| is(i, USED) && (1..i).any(denied));
    let mut before = site.before(2);
    let concept = before.next().is_some_and(|w| site.is_any(w, &["of"])) && before.next().is_some_and(|w| site.is_any(w, &["concept", "notion"]));
    unused || concept
}

/// A cell, item or heading that is hardly more than the phrase, under a head that speaks of words.
fn stands_alone_in_a_list_of_words(site: &Site<'_>) -> bool {
    let words = site.sentence().words();
    let alone = words.len() <= site.after() - site.first() + 2;
    let any = |words: &[Word], list: &OneOf<2>| words.iter().any(|w| site.document.is_one_of(*w, list));
    let speaks_of_words = |words: &[Word]| words.iter().any(|w| site.document.is_one_of(*w, &LISTS)) || any(words, &USE) && any(words, &NOT);
    let section = site.document.section_of(site.block());
    let heading = site.document.heading_words(section);
    match site.block().kind {
        BlockKind::TableCell { .. } => {
            site.document.table_head(site.sentence().block as usize).iter().any(|block| speaks_of_words(&site.document.words[block.words()]))
                || alone && speaks_of_words(heading)
        }
        BlockKind::ListItem | BlockKind::Term | BlockKind::Definition => {
            speaks_of_words(heading) && words.len() <= 12 || alone && site.lead_in().is_some_and(speaks_of_words)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;
    use super::WORDS;
    use crate::builtin;
    use crate::language::classes::Class;

    #[test]
    fn words_for_words_are_cues() {
        for word in WORDS.iter().filter(|word| !word.contains('-')) {
            assert!(builtin::classes(word).has(Class::Mention), "{word}");
        }
    }

    #[test]
    fn words_spoken_about_are_left_alone() {
        for text in [
            "Please do not call us the disabled.",
            "Stop saying the vulnerable.",
            "The needy should not be used any more.",
            "The needy is no longer used.",
            "The concept of the needy is old.",
            "The term *the vulnerable* hides who is at fault.",
            "We do not say that people are among the needy.",
            "Avoid the disabled.",
            "We no longer use terms such as client list, the needy and the blind.",
            "We do not write:\n\n- the needy\n- the homeless",
            "| Use | Do not use |\n|---|---|\n| disabled people | the disabled |",
        ] {
            assert_eq!(finds("deficit/group-label", text), 0, "{text}");
        }
        assert_eq!(finds("deficit/condition-label", "She is not “a diabetic”. She is Ann."), 0);
        assert_eq!(finds("jargon/buzzword", "A step change is a term that few readers know."), 0);
    }

    #[test]
    fn jargon_is_spoken_about_when_it_is_named() {
        for text in ["Avoid words like utilise.", "Do not use the word utilise.", "Leave out words such as thereby and utilise."] {
            assert_eq!(finds("jargon/wordy-phrase", text), 0, "{text}");
        }
        for text in ["Read the terms and utilise the app.", "In other words, utilise the app."] {
            assert_eq!(finds("jargon/wordy-phrase", text), 1, "{text}");
        }
    }

    #[test]
    fn words_that_are_used_are_not() {
        for text in [
            "The fund for “the needy” closed.",
            "We call the homeless each week.",
            "They say that the homeless like soup.",
            "Do not talk to the homeless.",
            "To avoid the homeless being missed, we walk the streets.",
            "In the longer term the homeless need homes.",
            "That is not to say the homeless are alone.",
            "The homeless should not be turned away.",
        ] {
            assert_eq!(finds("deficit/group-label", text), 1, "{text}");
        }
        assert_eq!(finds("jargon/buzzword", "This is a step change in terms of speed."), 1);
    }
}
