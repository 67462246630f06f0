//! The pairs that brackets make: "long form (SF)", "SF (long form)", "(long form, SF)".
//!
//! One walk over the brackets of a document, whatever stands in them. Whether a short form is an acronym is the ledger's business.

use super::cues::ARTICLES;
use super::letters::Letters;
use super::pairs::Nearby;
use super::spelling::is_small;
use crate::builtin;
use crate::document::words::Word;
use crate::document::{Block, Document};
use crate::input::span::Span;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;

/// Longest bracket that is looked into, in bytes.
const LONGEST: usize = 300;
/// Longest short form, in bytes; one word with two capitals may be a little longer.
const LONGEST_SHORT: (usize, usize) = (12, 14);
/// Words of a short form: "Pol II".
const MOST_WORDS: usize = 2;
/// Longest word that is taken for a short form though it has no capital but the first.
const LONGEST_SMALL: usize = 6;
/// What a word that hardly looks like a short form may spend, in hundredths of what it can afford.
const DOUBTFUL: i32 = 60;
/// The same, for a bracket that joins the long form with no space.
const JOINED: i32 = 40;
/// The same, for a bracket that goes on after the long form.
const OPEN_ENDED: i32 = 15;

/// Words that may stand before a short form in its bracket.
const LEADING: OneOf<22> = OneOf::new([
    "or",
    "the",
    "a",
    "an",
    "our",
    "for",
    "as",
    "to",
    "i.e",
    "e.g",
    "ie",
    "eg",
    "also",
    "known",
    "called",
    "termed",
    "hereafter",
    "hereinafter",
    "abbreviated",
    "formerly",
    "meaning",
    "often",
]);

/// A short form and the words that it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The letters.
    pub letters: Letters,
    /// The first word of the short form, and one past its last, in the document.
    pub words: (usize, usize),
    /// The short form in the prose, with its plural.
    pub short: Span,
    /// The long form in the prose.
    pub long: Span,
}

/// All pairs of a document, in order of their short forms.
#[must_use]
pub fn pairs(document: &Document<'_>) -> Vec<Pair> {
    let text = document.prose.text.as_bytes();
    let mut found: Vec<Pair> = Vec::new();
    for open in memchr::memchr2_iter(b'(', b'[', text) {
        found.extend(Bracket::at(document, open, found.last()).and_then(|bracket| bracket.pair()));
    }
    found.sort_by_key(|pair| pair.short);
    found.dedup_by_key(|pair| pair.words.0);
    found
}

struct Bracket<'a> {
    document: &'a Document<'a>,
    block: &'a Block,
    /// Where it opens and closes, in the prose.
    marks: (usize, usize),
    /// The words in it: indices in the document.
    words: (usize, usize),
    /// The first word that a long form before it may have: none takes in what another bracket explains.
    first: usize,
}

impl<'a> Bracket<'a> {
    fn at(document: &'a Document<'a>, open: usize, last: Option<&Pair>) -> Option<Bracket<'a>> {
        let text = document.prose.text.as_bytes();
        let block = &document.blocks[document.blocks.partition_point(|b| b.prose.start as usize <= open).checked_sub(1)?];
        let limit = (block.prose.end as usize).min(open + LONGEST);
        let mut depth = 0;
        let inside = text.get(open..limit)?.iter().position(|byte| {
            depth += i32::from(matches!(byte, b'(' | b'[')) - i32::from(matches!(byte, b')' | b']'));
            depth == 0
        })?;
        let close = open + inside;
        // part of a word: "poly(ADP)ase"
        let joined = |at: usize| text.get(at).is_some_and(u8::is_ascii_alphanumeric);
        if open.checked_sub(1).is_some_and(joined) && joined(close + 1) {
            return None;
        }
        let range = block.words();
        let index = |at: usize| range.start + document.words[range.clone()].partition_point(|w| (w.span.start as usize) < at);
        let words = (index(open), index(close));
        // a mark of an address is no bracket
        let inside = |mark: usize, next: usize| next > range.start && document.words[next - 1].span.end as usize > mark;
        let explained = last.map_or(0, |last| if last.long < last.short { last.words.0 } else { last.words.1 }).min(words.0);
        let first = range.start.max(explained);
        (words.0 < words.1 && !inside(open, words.0) && !inside(close, words.1)).then_some(Bracket {
            document,
            block,
            marks: (open, close),
            words,
            first,
        })
    }

    fn pair(&self) -> Option<Pair> {
        self.short_inside().or_else(|| self.both_inside()).or_else(|| self.short_first_inside()).or_else(|| self.short_before())
    }

    /// "long form (SF)", "long form (the SF; …)", "long form (SF/other SF)".
    fn short_inside(&self) -> Option<Pair> {
        let start = self.leading();
        let end = (start + 1..self.words.1).find(|at| self.gap(*at).contains([',', ';', '=', ':'])).unwrap_or(self.words.1);
        self.short_at(start, end, 100).or_else(|| self.first_of_more(start, end)).or_else(|| {
            let slash = (start + 1..end).find(|at| self.document.words[*at].gap() == Gap::Slash)?;
            let parts = [&self.document.words[start..slash], &self.document.words[slash..end]];
            parts.iter().all(|part| part.len() == 1 && part[0].has_capitals() && !part[0].has_digit()).then(|| self.short_at(start, slash, 100))?
        })
    }

    /// "long form (SF Leeds)".
    fn first_of_more(&self, start: usize, end: usize) -> Option<Pair> {
        let words = self.document.words.get(start..end).filter(|words| matches!(words.len(), 2 | 3))?;
        let name = words[1..].iter().all(|w| w.is_capital() && w.gap() == Gap::Space && !w.has_digit());
        let pair = (name && words[0].has_capitals()).then(|| self.short_at(start, start + 1, OPEN_ENDED))??;
        // "EUSS (EU Settlement Scheme)" explains the first, not EU
        self.document.prose_of(pair.long).contains(|c: char| c.is_lowercase()).then_some(pair)
    }

    fn short_at(&self, start: usize, end: usize, share: i32) -> Option<Pair> {
        let (letters, short) = self.short(start, end)?;
        let before = &self.document.words[self.first..self.words.0];
        let lead = before.last().map_or("", |word| &self.document.prose.text[word.span.end as usize..self.marks.0]);
        if !lead.chars().all(|c| c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | ',' | ')')) {
            return None;
        }
        let joined = lead.is_empty();
        let share = if joined { JOINED } else { share };
        let nearby = Nearby { document: self.document, words: before, letters: &letters, share };
        let long = nearby.before(before.len()).or_else(|| self.listed_before(&letters, before))?;
        Some(Pair { letters, words: (start, end), short, long })
    }

    /// "(long form, SF)".
    fn both_inside(&self) -> Option<Pair> {
        let comma = (self.words.0 + 1..self.words.1).rev().find(|at| self.gap(*at).starts_with(','))?;
        let (letters, short) = self.short(comma, self.words.1)?;
        let words = &self.document.words[self.words.0..comma];
        let long = Nearby { document: self.document, words, letters: &letters, share: 100 }.before(words.len())?;
        // "(RB1, RB2, RB3)" is a list
        let listed = words.last().is_some_and(|w| is_code(*w)) || words.iter().any(|w| w.span.start >= long.start && w.has_digit() && w.has_small());
        if listed || !letters.has_capitals() {
            return None;
        }
        Some(Pair { letters, words: (comma, self.words.1), short, long })
    }

    /// "(SF, long form)".
    fn short_first_inside(&self) -> Option<Pair> {
        let start = self.leading();
        let comma = (start + 1..self.words.1).find(|at| self.gap(*at).starts_with(','))?;
        let (letters, short) = self.short(start, comma).filter(|(letters, _)| letters.has_capitals())?;
        let end = (comma + 1..self.words.1).find(|at| self.gap(*at).starts_with([',', ';'])).unwrap_or(self.words.1);
        let words = &self.document.words[comma..end];
        let told = |w: &Word| !is_code(*w) && !w.has_digit() && w.hash != self.document.words[start].hash && !is_small(self.document, *w);
        if !words.iter().any(told) || words[0].hash == self.document.words[start].hash {
            return None;
        }
        // "(CQC, the Care Quality Commission)"
        let article = usize::from(words.len() > 1 && self.document.is_one_of(words[0], &ARTICLES));
        let long = Nearby { document: self.document, words, letters: &letters, share: 100 }.after(article, true)?;
        Some(Pair { letters, words: (start, comma), short, long })
    }

    /// "SF (long form)".
    fn short_before(&self) -> Option<Pair> {
        let (letters, short, start) = self.last_before()?;
        let likely = letters.has_capitals();
        if !likely && (letters.count() > LONGEST_SMALL || is_small(self.document, self.document.words[start])) {
            return None;
        }
        // with no space between, only a bracket that holds nothing else: "SF(long form)"
        let joined = short.end as usize == self.marks.0;
        let close = |mark: &[char]| (self.words.0 + 1..self.words.1).find(|at| self.gap(*at).starts_with(mark)).unwrap_or(self.words.1);
        let from = [self.words.0, self.leading()];
        let ends = [close(&[';']), close(&[';', ','])];
        let all = from.into_iter().flat_map(|from| ends.map(|end| (from, end, true)));
        let tries = all.chain(from.map(|from| (from, self.words.1, false))).filter(|(_, _, all)| *all && likely || !joined);
        let long = tries.into_iter().filter(|(from, end, _)| from < end).find_map(|(from, end, all)| {
            let share = if !all {
                OPEN_ENDED
            } else if likely {
                100
            } else {
                DOUBTFUL
            };
            let nearby = Nearby { document: self.document, words: &self.document.words[from..end], letters: &letters, share };
            nearby.after(0, all).filter(|_| likely || all && end - from > 1)
        })?;
        Some(Pair { letters, words: (start, self.words.0), short, long })
    }

    /// The word before the bracket, with what a hyphen joins to it: "IL-2 (", and "MDT (" of "pre-MDT (".
    fn last_before(&self) -> Option<(Letters, Span, usize)> {
        let first = self.block.words().start;
        let last = self.words.0.checked_sub(1).filter(|last| *last >= first)?;
        let apart = &self.document.prose.text[self.document.words[last].span.end as usize..self.marks.0];
        if apart.contains(['.', ',', ';', ':', '(', ')', '[', ']']) {
            return None;
        }
        let mut start = last;
        while start > first && self.document.words[start].gap() == Gap::Hyphen && last - start < MOST_WORDS {
            start -= 1;
        }
        let small = |at: usize| !self.document.words[at].is_capital() && self.document.words[at].has_small();
        let start = if start < last && small(start) && !self.document.words[last].has_small() { last } else { start };
        self.short(start, self.words.0).map(|(letters, span)| (letters, span, start))
    }

    /// The letters of the words from `start` to `end`, if they look like a short form.
    fn short(&self, start: usize, end: usize) -> Option<(Letters, Span)> {
        let words = self.document.words.get(start..end)?;
        let (first, last) = (words.first()?, words.last()?);
        let span = first.span.to(last.span);
        let text = self.document.prose_of(span);
        if text.len() > LONGEST_SHORT.1
            || words.iter().any(|w| w.is_opaque())
            || words.iter().skip(1).filter(|w| w.gap() == Gap::Space).count() >= MOST_WORDS
            || words.len() > 1 && self.document.text(*last).contains('.') && last.has_digit()
        {
            return None;
        }
        let letters = Letters::of_text(text)?;
        let small = text.len() > LONGEST_SHORT.0 && !letters.has_capitals();
        (!small && !is_number(text)).then_some((letters, span))
    }

    /// The first word that the bracket is about, past "or", "the", "also known as".
    fn leading(&self) -> usize {
        let leads = |at: &usize| {
            let word = self.document.words[*at];
            let apart = self.document.words[*at + 1].gap() != Gap::Hyphen;
            apart && !word.has_capitals() && self.document.is_one_of(word, &LEADING)
        };
        (self.words.0..self.words.1 - 1).find(|at| !leads(at)).unwrap_or(self.words.1 - 1)
    }

    /// A listed long form right before the bracket, which its letters need not spell: "child and adolescent mental health services (CAMHS)".
    fn listed_before(&self, letters: &Letters, before: &[Word]) -> Option<Span> {
        let listed = builtin::acronym(letters.as_str())?;
        listed.long().find_map(|long| {
            let count = super::letters::parts(long).count();
            let words = &before[before.len().checked_sub(count)?..];
            super::letters::are_listed(self.document, words, long).then(|| words[0].span.to(words[count - 1].span))
        })
    }

    /// The marks between a word and the one before it.
    fn gap(&self, at: usize) -> &str {
        if self.document.words[at].gap() != Gap::Mark {
            return "";
        }
        &self.document.prose.text[self.document.words[at - 1].span.end as usize..self.document.words[at].span.start as usize]
    }
}

/// Capitals with digits: RB12.
fn is_code(word: Word) -> bool {
    word.has_capitals() && (word.has_digit() || !word.has_small())
}

/// The number of an item: (ii), (a), (2a), (12). A letter with a number is left to the words, which must have it: "domain 5 (D5)".
fn is_number(text: &str) -> bool {
    let all = |set: &[u8]| text.bytes().all(|b| set.contains(&b));
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    all(b"ivx") || all(b"IVX") || text.len() < 2 || digits + 1 >= text.len() && !text.as_bytes()[0].is_ascii_uppercase()
}
