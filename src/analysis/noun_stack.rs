//! Nouns piled up before a noun: "the patient flow improvement programme board". A reader must wait for the last one to know what it is about.
//!
//! It looks at small words only, as names are names, and only behind a word that opens such a group ("the", "of"), where no verb is expected.

use std::ops::Range;

use crate::document::Document;
use crate::document::words::Word;
use crate::language::abstracts::has_abstract_end;
use crate::language::classes::{Class, Classes};
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;

/// Words in a row from which on they are a stack; a compound with a hyphen is one.
const STACK: usize = 4;

/// What cannot stand in a stack.
const OTHER: Classes = Classes(
    Class::Function as u32
        | Class::Verb as u32
        | Class::Reader as u32
        | Class::Negative as u32
        | Class::Subordinator as u32
        | Class::Decision as u32
        | Class::PeopleVerb as u32,
);
/// What stands before a noun.
const OPENERS: OneOf<34> = OneOf::new([
    "the", "a", "an", "this", "that", "these", "those", "our", "your", "their", "its", "his", "her", "my", "each", "every", "any", "some", "all",
    "no", "of", "for", "in", "on", "with", "by", "from", "into", "about", "through", "under", "against", "between", "within",
]);
/// Words in -ing that are nouns of their own; the others are mostly verbs.
const NOUNS: OneOf<22> = OneOf::new([
    "planning",
    "housing",
    "safeguarding",
    "training",
    "funding",
    "nursing",
    "learning",
    "commissioning",
    "monitoring",
    "wellbeing",
    "building",
    "meeting",
    "screening",
    "hearing",
    "parking",
    "spending",
    "counselling",
    "licensing",
    "lighting",
    "recycling",
    "heating",
    "teaching",
]);
/// Adjectives and the like, which tell more of the noun and do not have to be waited for.
const PLAIN: OneOf<96> = OneOf::new([
    "very",
    "popular",
    "secure",
    "term",
    "great",
    "senior",
    "junior",
    "older",
    "younger",
    "lower",
    "higher",
    "much",
    "open",
    "recent",
    "modern",
    "complete",
    "separate",
    "entire",
    "proper",
    "clear",
    "quick",
    "fast",
    "easy",
    "hard",
    "safe",
    "nice",
    "poor",
    "smart",
    "extra",
    "average",
    "accurate",
    "new",
    "good",
    "small",
    "big",
    "large",
    "local",
    "main",
    "whole",
    "full",
    "first",
    "last",
    "next",
    "other",
    "many",
    "most",
    "more",
    "best",
    "better",
    "important",
    "different",
    "same",
    "such",
    "few",
    "several",
    "old",
    "young",
    "early",
    "late",
    "high",
    "low",
    "long",
    "short",
    "national",
    "public",
    "private",
    "free",
    "current",
    "various",
    "wide",
    "wider",
    "key",
    "specific",
    "single",
    "further",
    "additional",
    "relevant",
    "appropriate",
    "broad",
    "broader",
    "serious",
    "suitable",
    "strong",
    "stronger",
    "simple",
    "particular",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
]);
/// Ends of words that describe, and the nouns that end so.
const DESCRIBING: [&str; 13] = ["ed", "al", "ive", "ous", "ful", "less", "able", "ible", "ic", "ary", "ory", "est", "ish"];
const NOUNS_ALL_THE_SAME: OneOf<40> = OneOf::new([
    "hospital",
    "proposal",
    "approval",
    "referral",
    "arrival",
    "appraisal",
    "removal",
    "rental",
    "festival",
    "professional",
    "goal",
    "animal",
    "capital",
    "manual",
    "journal",
    "signal",
    "trial",
    "material",
    "meal",
    "deal",
    "renewal",
    "withdrawal",
    "clinic",
    "traffic",
    "topic",
    "music",
    "executive",
    "initiative",
    "incentive",
    "objective",
    "archive",
    "drive",
    "library",
    "summary",
    "salary",
    "directory",
    "history",
    "category",
    "interest",
    "request",
]);
/// Nouns that are plural without an s.
const PEOPLE: OneOf<4> = OneOf::new(["people", "children", "women", "men"]);
/// No noun, and no word before one in a stack.
const NEVER: OneOf<15> = OneOf::new([
    "enough",
    "own",
    "else",
    "ago",
    "right",
    "away",
    "here",
    "again",
    "today",
    "tomorrow",
    "yesterday",
    "available",
    "worthy",
    "example",
    "instance",
]);

/// The stacks among the words of a sentence, by their indices, in order.
pub fn noun_stacks<'a>(document: &'a Document<'_>, words: &'a [Word]) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < words.len() {
            let start = at;
            while words.get(at).is_some_and(|word| if at == start { may_stand(*word) } else { goes_on(*word) }) {
                at += 1;
            }
            if at - start >= STACK
                && let Some(found) = stack(document, words, start..at)
            {
                return Some(found);
            }
            at = at.max(start + 1);
        }
        None
    })
}

fn may_stand(word: Word) -> bool {
    word.has_small() && !word.is_capital() && !word.has_digit() && !word.is_opaque() && !word.is_wide() && !word.is_any(OTHER)
}

/// Whether a row goes on with a word: the second half of a compound may be of any kind ("needs-led").
fn goes_on(word: Word) -> bool {
    match word.gap() {
        Gap::Space => may_stand(word),
        Gap::Hyphen => word.has_small() && !word.is_opaque(),
        _ => false,
    }
}

/// The stack in a row of words that may stand in one.
fn stack(document: &Document<'_>, words: &[Word], row: Range<usize>) -> Option<Range<usize>> {
    let text = |i: usize| document.text(words[i]);
    let opened = row.start > 0 && words[row.start].gap() == Gap::Space && document.is_one_of(words[row.start - 1], &OPENERS);
    if !opened {
        return None;
    }
    let start = after_adjectives(document, words, row.clone());
    // up to the first word that is no noun, or that ends the group: a plural
    let half = |i: usize| i > start && words[i].gap() == Gap::Hyphen;
    let described = |i: usize| i > start && document.is_one_of(words[i], &PLAIN) || text(i).ends_with("'s");
    let no_noun = |i: usize| document.is_one_of(words[i], &NEVER) || is_other(text(i), i == start) && !document.is_one_of(words[i], &NOUNS);
    let ends = (start..row.end).find(|i| !half(*i) && (no_noun(*i) || described(*i))).unwrap_or(row.end);
    let many = |i: usize| is_plural(text(i)) || document.is_one_of(words[i], &PEOPLE);
    let plural = (start..ends).find(|i| many(*i) && (i + 1 == row.end || !half(i + 1)));
    // "the panel assessment shows …": a plural, or a verb; only what follows can tell
    let end = match plural {
        Some(i) if is_followed_by_more(words, i) => i,
        Some(i) => i + 1,
        None => ends,
    };
    let units = (start..end).filter(|i| *i == start || words[*i].gap() != Gap::Hyphen).count();
    (units >= STACK && (start..end).any(|i| has_abstract_end(text(i)))).then_some(start..end)
}

/// The first word of a row that is no adjective: they tell more of the noun and do not have to be waited for.
fn after_adjectives(document: &Document<'_>, words: &[Word], row: Range<usize>) -> usize {
    let mut start = row.start;
    while start < row.end {
        let end = (start + 1..row.end).find(|i| words[*i].gap() != Gap::Hyphen).unwrap_or(row.end);
        let last = words[end - 1];
        let describes = DESCRIBING.iter().any(|ending| document.text(last).ends_with(ending)) && !document.is_one_of(last, &NOUNS_ALL_THE_SAME);
        if !(describes || end == start + 1 && document.is_one_of(last, &PLAIN)) {
            break;
        }
        start = end;
    }
    start
}

/// Adverbs, and forms that are mostly of verbs; the first word may be one that describes ("the proposed …").
fn is_other(text: &str, first: bool) -> bool {
    ["ly", "ing", "ise", "ize", "fies"].iter().any(|end| text.ends_with(end)) || !first && text.ends_with("ed")
}

fn is_plural(text: &str) -> bool {
    text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us") && !text.ends_with("is") && !text.ends_with("'s")
}

/// Whether the sentence goes on as it does after a verb: not with a mark, a verb, or its end.
fn is_followed_by_more(words: &[Word], i: usize) -> bool {
    words.get(i + 1).is_some_and(|next| next.gap() == Gap::Space && !next.is(Class::Verb))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    fn stacks(text: &str) -> Vec<String> {
        let source = SourceFile { name: String::new(), text: text.to_owned() };
        let document = Document::new(&source, Format::Text);
        let words = document.words_of(&document.sentences[0]);
        noun_stacks(&document, words).map(|found| words[found].iter().map(|word| document.text(*word)).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn a_row_of_nouns_is_found_behind_what_opens_it() {
        assert_eq!(stacks("The patient flow improvement programme board meets in May."), ["patient flow improvement programme board"]);
        assert_eq!(stacks("This is about the new community transport provision model."), ["community transport provision model"]);
        assert_eq!(stacks("Ask about our trauma-informed intervention pathway redesign project."), ["intervention pathway redesign project"]);
        assert_eq!(stacks("It is in the hospital-admission pathway redesign project."), ["hospital admission pathway redesign project"]);
    }

    #[test]
    fn names_verbs_and_plurals_end_a_row() {
        for text in [
            "The Leeds Teaching Hospitals NHS Trust met.",
            "The patient safety assessment shows that we did well.",
            "Our teams improve community transport provision.",
            "The new national health information service is open.",
            "The team quickly offered treatment options.",
            "Come to the town hall car park.",
            "It is about creating community transport options.",
            "We met three focus group coordinators.",
            "We ask what autistic people experience each day in the formal community transport provision.",
            "He had a dental operation last year.",
            "You need a community member's safety assessment.",
            "The new image configuration policy specifies this.",
            "Ask for the highest older adult support allowance.",
        ] {
            assert_eq!(stacks(text), Vec::<String>::new(), "{text}");
        }
    }
}
