//! What looks like a short form and is none: shouted words, codes, initials of people, parts of names.

use super::letters::Letters;
use crate::builtin;
use crate::document::Document;
use crate::document::markdown::LinkTarget;
use crate::document::words::Word;
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;

/// Words of a block from which on capitals are a style and not a sign, when more than half of them have capitals only.
const SHOUTED_BLOCK: usize = 3;
/// Parts of a code on each side that are looked at.
const LONGEST_CODE: usize = 6;
/// As many words in capitals in a row are shouted, unless the lists know them.
const SHOUTED_RUN: usize = 4;

/// Words of a link text that are looked at; from half as many on, it is a whole reference.
const LONGEST_TITLE: usize = 30;
/// Fewest words of a title in capitals.
const SHORTEST_TITLE: usize = 3;
/// Words after which a noun comes.
const BEFORE_NOUNS: OneOf<18> =
    OneOf::new(["the", "a", "an", "our", "your", "their", "this", "of", "by", "from", "with", "for", "in", "local", "new", "each", "every", "and"]);

/// Hashes of the words in capitals that the document also writes in small letters: they are the same words, shouted. Sorted.
pub fn plain_words(document: &Document<'_>) -> Vec<u32> {
    let mut capitals: Vec<u32> =
        document.unusual.iter().map(|at| document.words[*at as usize]).filter(|w| w.has_capitals()).map(|w| w.hash).collect();
    capitals.sort_unstable();
    capitals.dedup();
    if capitals.is_empty() {
        return capitals;
    }
    // a small filter spares nearly every word the search
    let mut filter = [0_u64; 16];
    for hash in &capitals {
        filter[*hash as usize & 15] |= 1 << (hash >> 4 & 63);
    }
    let written_small = |w: &&Word| {
        filter[w.hash as usize & 15] & 1 << (w.hash >> 4 & 63) != 0 && w.has_small() && !w.has_capitals() && capitals.binary_search(&w.hash).is_ok()
    };
    let mut plain: Vec<u32> = document.words.iter().filter(written_small).map(|w| w.hash).collect();
    plain.sort_unstable();
    plain.dedup();
    plain
}

/// Whether a block is written in capitals. A list of known short forms is not; letters that stand alone ("Plan A") count for nothing.
pub fn shouted(document: &Document<'_>, words: &[Word]) -> bool {
    let read = |w: &&Word| !w.is_opaque() && (w.has_small() || w.has_capitals());
    let in_capitals = |w: &&Word| !w.has_small();
    let (all, capitals) = (words.iter().filter(read).count(), words.iter().filter(read).filter(in_capitals).count());
    let listed = |w: &Word| Letters::of(document.text(*w)).is_some_and(|letters| builtin::acronym(letters.as_str()).is_some());
    all >= SHOUTED_BLOCK && capitals * 2 > all && !words.iter().filter(read).filter(in_capitals).all(listed)
}

/// Six letters or more that can be said are a name or a word: FOSTER.
pub fn is_sayable(short: &str) -> bool {
    short.len() >= 6 && short.bytes().filter(|b| b"AEIOU".contains(b)).count() >= 2
}

/// Part of a name: `LA-CoNGA`.
pub fn in_name(words: &[Word], at: usize) -> bool {
    let name = |w: &Word| w.has_capitals() && w.has_small();
    let next = words.get(at + 1).is_some_and(|w| w.gap() == Gap::Hyphen && name(w));
    next || words[at].gap() == Gap::Hyphen && at.checked_sub(1).is_some_and(|before| name(&words[before]))
}

/// Part of a code: `COVID-19`, `E/CN.4/2026`, `AA:BB`; or of a compound in capitals: `AWG-LCA`.
pub fn in_code(document: &Document<'_>, words: &[Word], at: usize) -> bool {
    let bytes = document.prose.text.as_bytes();
    let joined = |i: usize| {
        let start = words[i].span.start as usize;
        let tight = i > 0 && words[i - 1].span.end as usize + 1 == start && matches!(bytes[start - 1], b'.' | b':');
        tight || matches!(words[i].gap(), Gap::Hyphen | Gap::Slash)
    };
    let first = (0..LONGEST_CODE).find(|n| *n >= at || !joined(at - n)).map_or(at.saturating_sub(LONGEST_CODE), |n| at - n);
    let last = (at + 1..words.len().min(at + LONGEST_CODE)).take_while(|i| joined(*i)).last().unwrap_or(at);
    let short = |w: &Word| w.span.end - w.span.start == 1 && w.is_capital();
    let capitals = |i: usize| words[i].has_capitals() && !words[i].has_small();
    let compound = (first..=last).any(|i| i != at && capitals(i) && words[i.max(at)].gap() == Gap::Hyphen && i.abs_diff(at) == 1);
    let colon = |i: usize| i > first && matches!(bytes[words[i].span.start as usize - 1], b':') && capitals(i);
    compound
        || words.get(at + 1).is_some_and(is_zip)
        || (first..=last).any(|i| i != at && words[i].has_digit() || last > first && short(&words[i]) || colon(i))
}

/// The state before a number of post: "New York, NY 10032".
pub fn is_state(words: &[Word], at: usize) -> bool {
    words[at].span.end - words[at].span.start == 2 && words.get(at + 1).is_some_and(is_zip)
}

/// Five digits: a number of post, or that of a standard, as in "ISO 27001".
fn is_zip(word: &Word) -> bool {
    word.has_digit() && !word.has_small() && !word.has_capitals() && word.span.end - word.span.start == 5
}

/// Two letters among others of two: "JK, LC and SR" are people, here and in the rest of the document.
pub fn initials(words: &[Word], at: usize, letters: &Letters) -> bool {
    let two = |w: &&Word| w.has_capitals() && !w.has_small() && !w.has_digit() && w.span.end - w.span.start == 2;
    let near = &words[at.saturating_sub(3)..words.len().min(at + 4)];
    letters.count() == 2 && near.iter().filter(two).count() > 2
}

/// Beside another word in capitals that is no acronym, or in a run of them: "DO NOT SEND".
pub fn among_shouts(words: &[Word], at: usize) -> bool {
    let capitals = |w: &&Word| w.has_capitals() && !w.has_small() && w.gap() == Gap::Space;
    let english = |w: &Word| w.is(Class::Function) || w.is(Class::Negative) || w.is(Class::Verb);
    let shout = |w: &Word| w.has_capitals() && !w.has_small() && english(w);
    let before = words[..=at].iter().rev().take(SHOUTED_RUN).take_while(capitals).count();
    let long = |w: &Word| w.has_capitals() && !w.has_small() && w.span.end - w.span.start >= 5;
    let next = words.get(at + 1).is_some_and(|w| w.gap() == Gap::Space && long(w));
    let last = words[at].gap() == Gap::Space && at.checked_sub(1).is_some_and(|before| long(&words[before]));
    if long(&words[at]) && (next || last) {
        return true;
    }
    let after = words[at + 1..].iter().take(SHOUTED_RUN).take_while(capitals).count();
    words.get(at + 1).is_some_and(shout) || at.checked_sub(1).is_some_and(|i| shout(&words[i])) || before + after >= SHOUTED_RUN
}

/// What somebody is to write there: `[ADD NAMES]`, or `[TOC]` alone in its block.
pub fn is_to_fill_in(document: &Document<'_>, words: &[Word], at: usize) -> bool {
    let follows = |i: usize| i < words.len() && words[i].gap() == Gap::Space && words[i].has_capitals() && !words[i].has_small();
    let first = (0..LONGEST_CODE.min(at + 1)).map(|n| at - n).find(|i| *i == 0 || !follows(*i)).unwrap_or(at);
    let last = (at..at + LONGEST_CODE).find(|i| !follows(i + 1)).unwrap_or(at);
    let text = &document.prose.text;
    (first < last || words.len() == 1)
        && text[..words[first].span.start as usize].ends_with('[')
        && text[words[last].span.end as usize..].starts_with(']')
}

/// A listed short form that is also a word: "the WHO", "NICE says", but not "MUST call" or "HAVE A NICE DAY".
pub fn is_meant(document: &Document<'_>, words: &[Word], at: usize) -> bool {
    let capitals = |i: usize| words.get(i).is_some_and(|w| w.has_capitals() && !w.has_small());
    let before = at.checked_sub(1);
    if capitals(at + 1) || before.is_some_and(capitals) {
        return false;
    }
    let word = words[at];
    let spoken =
        word.is(Class::Verb) || word.is(Class::Function) || word.is(Class::Negative) || word.is(Class::NotAcronym) || word.is(Class::PeopleVerb);
    !spoken && words.len() > 1 || before.is_some_and(|i| document.is_one_of(words[i], &BEFORE_NOUNS))
}

/// Whether a word stands in a link whose text is somebody's title: in capitals throughout, or a whole reference.
pub fn in_title_of_other(document: &Document<'_>, word: Word) -> bool {
    if !word.in_link() {
        return false;
    }
    let after = document.links.partition_point(|link| link.prose.start <= word.span.start);
    let Some(link) = after.checked_sub(1).map(|i| document.links[i]).filter(|link| link.prose.overlaps(word.span)) else { return false };
    if !matches!(link.target, LinkTarget::Web | LinkTarget::File) {
        return false;
    }
    let start = document.words.partition_point(|w| w.span.start < link.prose.start);
    let inside = document.words[start..].iter().take(LONGEST_TITLE).take_while(|w| w.span.start < link.prose.end);
    let (mut content, mut small) = (0, 0);
    for word in inside.filter(|w| !w.is(Class::Function)) {
        content += 1;
        small += usize::from(!word.is_capital() && !word.has_digit());
    }
    content >= LONGEST_TITLE / 2 || content >= SHORTEST_TITLE && small == 0
}
