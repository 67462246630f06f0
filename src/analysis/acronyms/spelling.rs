//! How well words spell out the letters of a short form.
//!
//! Schwartz and Hearst (2003) take the nearest words in which the letters can be found at all. This looks at every way to read the letters, in
//! order, off the words, and gives each a cost: a letter that begins a word is free, one from inside a word costs a little, a word that gives
//! none costs more. The cheapest way is the answer, and letters can afford only so much. It knows nothing of brackets or sentences.
//!
//! The costs are hundredths of a skipped word or so, fitted on the development halves of the public-domain sets of abstracts (Ab3P, BioADI,
//! Schwartz and Hearst, Medstract), and then tried on snippets of law and science that were not fitted on.

use crate::document::Document;
use crate::document::words::Word;
use crate::language::fold::OneOf;

/// Most letters of a short form.
pub const MOST_LETTERS: usize = 16;
/// Bytes of a word that are looked at.
const LONGEST_WORD: usize = 40;

/// A word that gives no letter.
const SKIP: i32 = 90;
/// The same, for a word with no space before it: the later part of a compound, or the first word of a bracket.
const SKIP_JOINED: i32 = 10;
/// The same, for a small word: "of".
const SKIP_SMALL: i32 = 6;
/// The same, for a word that the letters of a body often leave out: "Leeds Teaching Hospitals NHS Trust (LTT)".
const SKIP_KIND: i32 = 40;
/// A small word that gives its first letter.
const SMALL_GIVES: i32 = 10;
/// A letter right after the last one, in the same word: "psy".
const RUN: i32 = 20;
/// A letter further on in the same word.
const INNER: i32 = 25;
/// A letter from inside a word whose first letter is not taken.
const INSIDE: i32 = 140;
/// A digit that no word gives.
const DIGIT: i32 = 70;
/// What is given back when the letters hold a whole word: "UN-Women".
const WHOLE: i32 = 90;
/// What any short form can afford, and what each of its letters adds.
const AFFORD: (i32, i32) = (90, 34);
/// More than anything can afford.
const NEVER: i32 = 1_000_000;

/// Words that need not give a letter.
const SMALL: OneOf<30> = OneOf::new([
    "of", "and", "the", "for", "in", "with", "to", "on", "a", "an", "by", "at", "from", "or", "as", "into", "per", "is", "that", "its", "via", "de",
    "des", "du", "la", "le", "et", "der", "pour", "y",
]);
/// Words that say what kind of body it is.
const KINDS: OneOf<7> = OneOf::new(["nhs", "university", "hospital", "hospitals", "teaching", "borough", "county"]);
/// Words for the digits 1 to 9.
const NUMBERS: [&[&str]; 9] = [
    &["one", "first", "i", "single"],
    &["two", "second", "ii", "double"],
    &["three", "third", "iii", "triple"],
    &["four", "fourth", "iv"],
    &["five", "fifth", "v"],
    &["six", "sixth", "vi"],
    &["seven", "seventh", "vii"],
    &["eight", "eighth", "viii"],
    &["nine", "ninth", "ix"],
];

type Costs = [i32; MOST_LETTERS + 1];

/// Whether a word is one of those that need not give a letter.
#[must_use]
pub fn is_small(document: &Document<'_>, word: Word) -> bool {
    document.is_one_of(word, &SMALL)
}

/// The most that so many letters can afford.
#[must_use]
pub fn afford(letters: usize) -> i32 {
    AFFORD.0 + AFFORD.1 * letters as i32
}

/// Whether a word says a digit: "second" says 2.
#[must_use]
pub fn says(word: &str, digit: u8) -> bool {
    let words = digit.checked_sub(b'1').and_then(|n| NUMBERS.get(usize::from(n)));
    words.is_some_and(|words| words.iter().any(|number| word.eq_ignore_ascii_case(number)))
}

/// What it costs to read small letters and digits, from the first to the last, off these words. The first letter begins the first word. None if
/// they cannot be read.
#[must_use]
pub fn cost(letters: &[u8], document: &Document<'_>, words: &[Word]) -> Option<i32> {
    debug_assert!(letters.len() <= MOST_LETTERS, "letters of a short form");
    let mut costs = [NEVER; MOST_LETTERS + 1];
    costs[0] = 0;
    for (i, word) in words.iter().enumerate() {
        if word.is_opaque() {
            return None;
        }
        let skip = (i > 0).then(|| skip(document, *word));
        costs = with_word(&costs, letters, document.text(*word), skip, is_small(document, *word));
        if costs[..=letters.len()].iter().all(|cost| *cost >= NEVER) {
            return None;
        }
    }
    Some(costs[letters.len()]).filter(|cost| *cost < NEVER)
}

fn skip(document: &Document<'_>, word: Word) -> i32 {
    let before = document.prose.text.as_bytes().get((word.span.start as usize).wrapping_sub(1));
    if is_small(document, word) {
        SKIP_SMALL
    } else if document.is_one_of(word, &KINDS) {
        SKIP_KIND
    } else if before.is_some_and(|byte| !byte.is_ascii_whitespace()) {
        SKIP_JOINED
    } else {
        SKIP
    }
}

/// The costs once one more word is read. `skip` is what it costs to take nothing from it; the first word must give a letter.
fn with_word(costs: &Costs, letters: &[u8], word: &str, skip: Option<i32>, small: bool) -> Costs {
    let mut next = match skip {
        Some(skip) => costs.map(|cost| if cost < NEVER { cost + skip } else { NEVER }),
        None => [NEVER; MOST_LETTERS + 1],
    };
    let bytes = &word.as_bytes()[..word.len().min(LONGEST_WORD)];
    // the last letter taken is the byte before; any byte of the word is
    let (mut last, mut any) = ([NEVER; MOST_LETTERS + 1], [NEVER; MOST_LETTERS + 1]);
    for (at, byte) in bytes.iter().map(u8::to_ascii_lowercase).enumerate() {
        let mut now = [NEVER; MOST_LETTERS + 1];
        for (n, _) in letters.iter().enumerate().filter(|(_, letter)| **letter == byte) {
            let enter = match at {
                0 if small => SMALL_GIVES,
                0 => 0,
                _ if skip.is_none() => NEVER,
                _ => INSIDE,
            };
            now[n + 1] = (costs[n] + enter).min(last[n] + RUN).min(any[n] + INNER).min(NEVER);
        }
        for (any, now) in any.iter_mut().zip(&now) {
            *any = (*any).min(*now);
        }
        last = now;
    }
    for (next, any) in next.iter_mut().zip(&any) {
        *next = (*next).min(*any);
    }
    whole(costs, letters, bytes, &mut next);
    next
}

/// A word that the letters hold as a whole, a number that stands for a digit, and digits that no word gives.
fn whole(costs: &Costs, letters: &[u8], word: &[u8], next: &mut Costs) {
    for n in (0..letters.len()).filter(|n| costs[*n] < NEVER) {
        if word.len() >= 3 && letters[n..].len() >= word.len() && letters[n..n + word.len()].eq_ignore_ascii_case(word) {
            let end = n + word.len();
            next[end] = next[end].min(costs[n] - WHOLE);
        }
        if letters[n].is_ascii_digit() && std::str::from_utf8(word).is_ok_and(|word| says(word, letters[n])) {
            next[n + 1] = next[n + 1].min(costs[n]);
        }
    }
    for n in 1..letters.len() {
        if letters[n].is_ascii_digit() && next[n] < NEVER {
            next[n + 1] = next[n + 1].min(next[n] + DIGIT);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    fn spelt(letters: &str, long: &str) -> bool {
        let source = SourceFile { name: String::new(), text: long.to_owned() };
        let document = Document::new(&source, Format::Text);
        cost(letters.as_bytes(), &document, &document.words).is_some_and(|cost| cost < afford(letters.len()))
    }

    #[test]
    fn words_that_give_the_letters_spell_them() {
        for (letters, long) in [
            ("mdt", "multidisciplinary team"),
            ("bb", "bed and breakfast"),
            ("ect", "electroconvulsive therapy"),
            ("mhra", "Medicines and Healthcare products Regulatory Agency"),
            ("3rs", "three Rs"),
            ("unwomen", "United Nations Entity for Gender Equality and the Empowerment of Women"),
            ("ofsted", "Office for Standards in Education"),
            ("cmft", "Central Manchester University Hospitals NHS Foundation Trust"),
        ] {
            assert!(spelt(letters, long), "{letters} {long}");
        }
    }

    #[test]
    fn other_words_do_not() {
        for (letters, long) in [("mdt", "the multidisciplinary team"), ("ppg", "group"), ("icb", "ideas of the community")] {
            assert!(!spelt(letters, long), "{letters} {long}");
        }
    }
}
