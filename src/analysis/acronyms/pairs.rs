//! Which of the words before or after a place are the long form of a short one: the cheapest to spell out, in the same sentence.
//!
//! It is told where to look and how sure the place is; it knows nothing of the marks that make a place.

use super::letters::Letters;
use super::spelling::{afford, cost, is_small, says};
use crate::document::Document;
use crate::document::words::Word;
use crate::input::span::Span;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;

/// Words that a long form can have beyond its letters.
const EXTRA_WORDS: usize = 9;
/// A little for each word, so that of two long forms that fit alike the shorter wins.
const EACH_WORD: i32 = 1;
/// A long form that takes the first part of a compound with it, where that part is a word.
const COMPOUND: i32 = 40;
/// A long form that begins with a word of one letter: "c oxidase".
const ONE_LETTER: i32 = 100;
/// A long form that begins with a small word, which is more often the end of what stands before: "of …", but "in vitro …".
const SMALL_FIRST: i32 = 60;
/// One word for two small letters.
const ONE_WORD: i32 = 30;
/// Parts of a compound before the one that the letters begin with.
const LONGEST_COMPOUND: usize = 8;
/// Words before a long form among which its number may stand: "type 2 …".
const NUMBER_REACH: usize = 3;

/// Words that a number belongs to.
const KINDS: OneOf<3> = OneOf::new(["type", "class", "group"]);

/// A place to look at.
pub struct Nearby<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// The words of the block, or of a part of it.
    pub words: &'a [Word],
    /// The letters.
    pub letters: &'a Letters,
    /// How much of what the letters can afford may be spent, in hundredths: the less a mark announces a long form, the less.
    pub share: i32,
}

impl Nearby<'_> {
    /// The words up to `end` that spell the letters out at the lowest cost: their bytes in the prose.
    #[must_use]
    pub fn before(&self, end: usize) -> Option<Span> {
        let letters = self.letters.plain();
        let last = *self.words[..end].last()?;
        let mut best: Option<(i32, Span)> = None;
        for start in (end.saturating_sub(letters.len() + EXTRA_WORDS)..end).rev() {
            let word = self.words[start];
            if start + 1 < end && self.parts(start + 1) {
                break;
            }
            if !self.begins(word) {
                continue;
            }
            let Some(cost) = self.cost(&self.words[start..end]) else { continue };
            let (first, more) = self.first_word(start);
            let mut cost = cost + more + EACH_WORD * (end - start) as i32;
            cost += if is_small(self.document, word) && !word.is_capital() { SMALL_FIRST } else { 0 };
            cost += if start > 0 && self.is_one_letter(start) { ONE_LETTER } else { 0 };
            cost += if letters.len() <= 2 && start + 1 == end && !self.letters.is_capital() { ONE_WORD } else { 0 };
            let first = self.number_before(first, end).unwrap_or(first);
            let span = self.words[first].span.to(last.span);
            if self.affords(cost) && self.is_whole(span) && best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, span));
            }
        }
        best.map(|(_, span)| span)
    }

    /// The words from `start` on that spell the letters out at the lowest cost; all of them, if `all` is asked for.
    #[must_use]
    pub fn after(&self, start: usize, all: bool) -> Option<Span> {
        let letters = self.letters.plain();
        let words = self.words.get(start..)?;
        let most = words.len().min(letters.len() + EXTRA_WORDS);
        if !self.begins(*words.first()?) || all && most < words.len() {
            return None;
        }
        let mut best: Option<(i32, Span)> = None;
        for end in (if all { most } else { 1 })..=most {
            if end > 1 && self.parts(start + end - 1) && !all {
                break;
            }
            if is_small(self.document, words[end - 1]) && !words[end - 1].is_capital() {
                continue;
            }
            let Some(cost) = self.cost(&words[..end]) else { continue };
            let cost = cost + EACH_WORD * end as i32;
            let span = words[0].span.to(words[end - 1].span);
            if self.affords(cost) && self.is_whole(span) && best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, span));
            }
        }
        best.map(|(_, span)| span)
    }

    /// What it costs to read the letters off the words; a number may say how often the letter before it comes: "W3C".
    fn cost(&self, words: &[Word]) -> Option<i32> {
        let once = cost(self.letters.plain(), self.document, words);
        let often = self.letters.repeated().and_then(|letters| cost(&letters, self.document, words));
        once.into_iter().chain(often).min()
    }

    fn affords(&self, cost: i32) -> bool {
        cost * 100 <= afford(self.letters.plain().len()) * self.share
    }

    fn begins(&self, word: Word) -> bool {
        let first = self.letters.first();
        let text = self.document.text(word);
        text.as_bytes()[0].eq_ignore_ascii_case(&first) || says(text, first)
    }

    /// Whether a sentence or a clause ends before a word.
    fn parts(&self, at: usize) -> bool {
        let word = self.words[at];
        if word.gap() != Gap::Mark && !word.after_stop() {
            return false;
        }
        let before = self.words[at - 1].span;
        let gap = &self.document.prose.text[before.end as usize..word.span.start as usize];
        let ends = |mark: [char; 4]| gap.find(mark).is_some_and(|at| gap[at + 1..].starts_with(char::is_whitespace));
        ends([';', ':', '!', '?']) || gap.starts_with(". ") && before.end - before.start > 2
    }

    /// Where a long form begins that is spelt from a word on: a compound is taken whole ("c-Jun …", "2,3-dia…"), and so is a pair of words that
    /// begin alike ("apurinic/apyrimidinic"). With what that costs.
    fn first_word(&self, start: usize) -> (usize, i32) {
        let first = |at: usize| self.document.text(self.words[at]).as_bytes()[0].to_ascii_lowercase();
        let (mut at, mut cost) = (start, 0);
        if self.words[at].gap() == Gap::Slash && at > 0 && first(at - 1) == first(at) {
            return (at - 1, 0);
        }
        while at > 0 && self.is_tight(at) && start - at < LONGEST_COMPOUND {
            at -= 1;
            cost = if self.document.text(self.words[at]).bytes().filter(u8::is_ascii_alphabetic).count() >= 3 { COMPOUND } else { cost };
        }
        (at, cost)
    }

    /// A word of one letter that is not the first part of a compound: "c oxidase", not "X-linked".
    fn is_one_letter(&self, at: usize) -> bool {
        let word = self.words[at];
        let compound = word.gap() == Gap::Hyphen || self.words.get(at + 1).is_some_and(|next| next.gap() == Gap::Hyphen);
        !compound && word.span.end - word.span.start == 1 && !word.has_digit()
    }

    /// Whether nothing parts a word from the one before it: "2,3-dia…".
    fn is_tight(&self, at: usize) -> bool {
        let gap = &self.document.prose.text[self.words[at - 1].span.end as usize..self.words[at].span.start as usize];
        !gap.contains(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '‘' | '/' | '.' | ';' | ':'))
    }

    /// Where a number of the letters stands that the words do not have: "type 2 …", "first …", "70-kD …".
    fn number_before(&self, first: usize, end: usize) -> Option<usize> {
        let text = self.letters.as_str().trim_end_matches(|c: char| !c.is_ascii_digit());
        let number = &text[text.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
        let digit = number.as_bytes().last().filter(|_| number.len() == 1);
        let has = |word: &Word| {
            let text = self.document.text(*word);
            !number.is_empty() && text == number || digit.is_some_and(|digit| says(text, *digit))
        };
        if number.is_empty() || self.words[first..end].iter().any(has) {
            return None;
        }
        let at = (first.saturating_sub(NUMBER_REACH)..first).rev().take_while(|at| !self.parts(at + 1)).find(|at| has(&self.words[*at]))?;
        let kind = |before: &usize| self.document.is_one_of(self.words[*before], &KINDS);
        Some(at.checked_sub(1).filter(kind).unwrap_or(at))
    }

    /// A word in small letters that the long form begins with: "limb buds (or limbs)".
    fn is_first_word(&self, text: &str) -> bool {
        let (short, first) = (self.letters.as_str(), text.split(char::is_whitespace).next().unwrap_or_default());
        let one = |word: &str| word.strip_suffix('s').map_or(word.len(), str::len);
        !self.letters.has_capitals() && first.len() < text.len() && first[..one(first)].eq_ignore_ascii_case(&short[..one(short)])
    }

    /// The last word is a code that only adds to another: "SHP-1 (SHP-1C)", but not "ADJ (adjective)".
    fn is_variant(&self, text: &str) -> bool {
        let letters = self.letters.plain();
        let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
        let mut bytes = last.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase());
        letters.iter().any(u8::is_ascii_digit) && letters.iter().all(|letter| bytes.next() == Some(*letter))
    }

    /// Brackets close, and the letters themselves are not among the words: "DNA-dependent (DNA)" explains nothing.
    fn is_whole(&self, span: Span) -> bool {
        let text = self.document.prose_of(span);
        let count = |mark: char| text.matches(mark).count();
        let itself = || text.split(|c: char| !c.is_alphanumeric() && c != '&').any(|part| part == self.letters.as_str());
        let number = &self.letters.as_str()[1..];
        let numbered = || !number.bytes().all(|b| b.is_ascii_digit()) || text.split(char::is_whitespace).any(|part| part == number);
        let longer = || {
            !self.is_first_word(text) && text.bytes().filter(u8::is_ascii_alphanumeric).count() > self.letters.plain().len() && !self.is_variant(text)
        };
        count('(') == count(')') && count('[') == count(']') && numbered() && longer() && !itself()
    }
}
