//! Whether the words around a short form explain it, and as what.
//!
//! It reads one place at a time: "or", "known as", "stands for", a dash, the next cell. Brackets and glossaries are other modules' business.

use super::cues::{ARTICLES, BE, CONNECTING, JOINING, JOINS, MEANS, NAMED, ONE_OF_MANY, SHORT_FOR, TOLD};
use super::letters::{Letters, REACH, SURE, are_listed, begins_as};
use super::pairs::Nearby;
use super::spelling::is_small;
use crate::analysis::glossary::{Glossary, Place};
use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::document::{Block, Document};
use crate::input::span::Span;
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;
use crate::wordlists::word_sets::KnownAcronym;

/// Most connecting words.
const MOST_CONNECTING: usize = 6;
/// Words before or after that the full name may stand.
const NEARBY: usize = 25;
/// Words that may stand between a long form and the bracket: "… enterprise sector (VCSE)".
const MOST_EXTRA: usize = 2;
/// Longest explanation that is kept, in bytes.
const LONGEST: usize = 200;

/// How a short form is explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Explained {
    /// As these words.
    As(String),
    /// In words that could not be told from the rest.
    Somehow,
}

/// A short form in its place.
pub struct Site<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// Index of the block.
    pub index: usize,
    /// The block.
    pub block: &'a Block,
    /// Its words.
    pub words: &'a [Word],
    /// Which of them is the short form.
    pub at: usize,
    /// The letters.
    pub letters: Letters,
    /// What the lists say of it.
    pub listed: Option<KnownAcronym<'static>>,
    /// The letters that its long forms can begin with.
    pub firsts: Firsts,
    /// Whether it is one of its first places, where the full name may stand a little before or after.
    pub is_early: bool,
}

/// Letters that a long form can begin with: that of the short form, and those of the listed long forms. One bit each.
#[derive(Clone, Copy, Debug)]
pub struct Firsts(u32);

impl Firsts {
    /// Those of a short form.
    #[must_use]
    pub fn of(letters: &Letters, listed: Option<&KnownAcronym<'static>>) -> Firsts {
        let bit = |long: &str| long.bytes().next().map_or(0, Firsts::bit);
        Firsts(listed.into_iter().flat_map(KnownAcronym::long).map(bit).fold(Firsts::bit(letters.first()), |all, one| all | one))
    }

    /// A letter, small or capital; all other bytes share one bit.
    fn bit(letter: u8) -> u32 {
        1 << letter.to_ascii_lowercase().wrapping_sub(b'a').min(31)
    }
}

/// What tells that words explain a short form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sure {
    /// A mark or a word between them.
    Marked,
    /// Nothing but that it is their initials.
    ByItself,
}

/// What leads up to a short form.
struct Lead {
    /// One past the last word that can belong to the long form.
    end: usize,
    /// Whether a bracket opens there.
    bracket: bool,
    /// Whether words announce the short form.
    told: bool,
    /// Whether they give it as a name: "known as", "called".
    named: bool,
}

impl Site<'_> {
    /// How the words around it explain it.
    #[must_use]
    pub fn explained(&self, glossary: &mut Glossary) -> Option<Explained> {
        self.titled()
            .or_else(|| self.before())
            .or_else(|| self.after())
            .or_else(|| self.listed_below())
            .or_else(|| self.beside())
            .or_else(|| if self.is_early { self.nearby() } else { None })
            .or_else(|| glossary.explains(&self.place()).then_some(Explained::Somehow))
    }

    /// As [`Site::explained`], where only words and marks that announce it count: "known as SF", "SF = LF".
    pub fn announced(&self) -> Option<Explained> {
        let lead = self.lead();
        let told = || if lead.told && !lead.bracket { self.spelt_before(lead.end) } else { None };
        self.titled().or_else(told).or_else(|| self.equals())
    }

    fn place(&self) -> Place<'_> {
        Place { document: self.document, block: self.index, at: self.at, length: 1 }
    }

    /// `<abbr title="…">`, or the title in the front matter: "title: Integrated care board (ICB)".
    fn titled(&self) -> Option<Explained> {
        if let Some(long) = self.document.front_matter.abbreviations.get(self.letters.as_str()) {
            return Some(Explained::As(long.clone()));
        }
        let title = self.document.front_matter.title.as_deref().unwrap_or_default();
        let short = self.letters.as_str();
        if title.match_indices(short).any(|(at, _)| title[..at].ends_with('(') && title[at + short.len()..].starts_with([')', 's'])) {
            return Some(Explained::Somehow);
        }
        self.in_abbr()
    }

    /// `<abbr title="…">` around it.
    pub fn in_abbr(&self) -> Option<Explained> {
        let (word, all) = (self.words[self.at].span, &self.document.abbreviations);
        let next = all.partition_point(|(at, _)| *at < word.start);
        all.get(next).filter(|(at, _)| *at < word.end).map(|(_, title)| Explained::As(title.clone()))
    }

    /// "LF, or SF,", "LF, known as the SF", "LF (SF)" where the letters do not help, "LF – SF", "LF SF".
    fn before(&self) -> Option<Explained> {
        let lead = self.lead();
        let article = |at: usize| self.document.is_one_of(self.words[at], &ARTICLES);
        let from = self.at.checked_sub(1).filter(|at| article(*at)).unwrap_or(self.at);
        let long = if lead.told && !lead.bracket {
            self.spelt_before(lead.end)
        } else if self.is_for_short() {
            self.spelt_before(from)
        } else if !lead.bracket && (self.letters.count() >= SURE || self.words[self.at].gap() != Gap::Space) {
            self.initials_before(
                lead.end,
                if self.words[from].gap() == Gap::Space || self.words[from].after_stop() { Sure::ByItself } else { Sure::Marked },
            )
        } else {
            None
        };
        if long.is_some() {
            return long;
        }
        // a name that its letters do not fit, or a new word; a listed form is taken at its word only when something agrees
        let named = lead.named || lead.bracket && self.closes() && self.follows_a_name(lead.end);
        let described = lead.bracket && lead.end == self.at && self.closes() && self.follows_a_phrase(lead.end);
        (self.listed.is_none() && (named || described)).then_some(Explained::Somehow)
    }

    /// "SF (LF)", "SF stands for LF", "SF, which stands for LF", "SF is a LF", "SF: LF", "SF – LF".
    fn after(&self) -> Option<Explained> {
        let next = self.at + 1;
        let is = |at: usize, set: &OneOf<3>| self.words.get(at).is_some_and(|w| self.document.is_one_of(*w, set));
        let told = self.words.iter().skip(next).take(2).any(|w| self.document.is_one_of(*w, &MEANS))
            || is(next, &BE) && (next + 1..next + 3).any(|at| self.words.get(at).is_some_and(|w| self.document.is_one_of(*w, &SHORT_FOR)));
        if told {
            return self.spelt_after(&self.words[next..]).or(Some(Explained::Somehow));
        }
        if let Some(long) = self.equals() {
            return Some(long);
        }
        let marked = self.words.get(next).is_some_and(|w| w.gap() != Gap::Space) || is(next, &BE);
        if marked || self.letters.count() >= SURE {
            let sure = if marked { Sure::Marked } else { Sure::ByItself };
            let long = self.initials_after(&self.words[next.min(self.words.len())..], sure);
            if long.is_some() {
                return long;
            }
        }
        // "EHCP (the plan that says …)", "NHSX – the unit that …", "CESG is a division of …", "FRANK, the national helpline,": in other words
        let dash = next < self.words.len() && self.gap_before(next).contains(['–', '—']);
        let content = if is(next, &BE) {
            &self.words[next + 1..]
        } else if dash {
            &self.words[next..]
        } else if let Some(words) = self.apposed() {
            words
        } else {
            self.bracket_after()?
        };
        (content.len() >= 3 && self.document.is_one_of(content[0], &ARTICLES)).then_some(Explained::Somehow)
    }

    /// "LF, SF for short".
    fn is_for_short(&self) -> bool {
        let is = |n: usize, text: &str| self.words.get(self.at + n).is_some_and(|w| self.document.text(*w) == text);
        is(1, "for") && is(2, "short")
    }

    /// "SF = LF", which makes a short form even of an odd word; "RP = particle" tells what it means in other words.
    pub fn equals(&self) -> Option<Explained> {
        let next = self.at + 1;
        if next >= self.words.len() || self.words[next].gap() != Gap::Mark || !self.gap_before(next).contains('=') {
            return None;
        }
        let told = self.words[next].has_small() && !self.words[next].has_digit();
        self.spelt_after(&self.words[next..]).or_else(|| told.then_some(Explained::Somehow))
    }

    /// `*[SF]: LF`, which some builders turn into `<abbr>`.
    fn listed_below(&self) -> Option<Explained> {
        if !self.gap_before(self.at).ends_with("*[") {
            return None;
        }
        let rest = &self.document.prose.text[self.words[self.at].span.end as usize..self.block.prose.end as usize];
        let long = rest.strip_prefix("]:")?.trim();
        Some(Explained::As(long[..long.floor_char_boundary(LONGEST)].to_owned()))
    }

    /// A block that holds nothing else, with the long form in the next one: a row of a table, a term and its definition, a heading and its text.
    fn beside(&self) -> Option<Explained> {
        if self.words.len() > 1 {
            return None;
        }
        let is_cell = matches!(self.block.kind, BlockKind::TableCell { .. });
        let blocks = &self.document.blocks;
        let after = blocks.iter().skip(self.index + 1).take(if is_cell { 2 } else { 1 });
        let before = self.index.checked_sub(1).filter(|_| is_cell).map(|i| &blocks[i]);
        after.chain(before).find_map(|block| self.initials_after(&self.document.words[block.words()], Sure::Marked))
    }

    /// A name in capitals a little before or after: "If you work for the Ministry of Justice, use the MOJ platform".
    fn nearby(&self) -> Option<Explained> {
        if self.letters.count() < SURE {
            return None;
        }
        let begins = |start: &usize| {
            let word = self.words[*start];
            self.first_letter(word) == self.letters.first() && (word.is_capital() || self.begins_listed(word))
        };
        let fits = |words: &&[Word]| self.is_listed(words) || self.is_name(words) && self.fits(words);
        let to = |start: usize, limit: usize| (start + 1..=limit.min(start + REACH)).map(move |end| &self.words[start..end]);
        let before = (self.at.saturating_sub(NEARBY)..self.at).rev().filter(begins).find_map(|start| to(start, self.at).find(fits));
        let last = self.words.len().min(self.at + NEARBY);
        let found = before.or_else(|| (self.at + 1..last).filter(begins).find_map(|start| to(start, self.words.len()).find(fits)));
        found.map(|words| self.quote(words))
    }

    fn lead(&self) -> Lead {
        let (mut end, mut told, mut named) = (self.at, false, false);
        for _ in 0..=MOST_CONNECTING {
            let gap = self.gap_before(end);
            if gap.rfind(['(', '[']).is_some_and(|open| !gap[open..].contains([')', ']'])) {
                return Lead { end, bracket: true, told, named };
            }
            match end.checked_sub(1).map(|i| self.words[i]) {
                // "(UCC-Water)", "(MP TGW)": only the bracket counts then
                Some(_) if self.words[end].gap() == Gap::Hyphen => {}
                Some(word) if word.has_capitals() && !word.has_small() && self.words[end].gap() == Gap::Space => {}
                Some(word) if self.document.is_one_of(word, &CONNECTING) => {
                    told |= self.document.is_one_of(word, &TOLD);
                    named |= self.document.is_one_of(word, &NAMED);
                }
                _ => break,
            }
            end -= 1;
        }
        Lead { end: if told { end } else { self.at }, bracket: false, told, named }
    }

    /// Whether a bracket or a clause closes after the short form: "(SF)", "(SF, for short)", "(SF-Leeds)".
    fn closes(&self) -> bool {
        let joined = self.words[self.at + 1..].iter().take(MOST_EXTRA).take_while(|w| w.gap() == Gap::Hyphen).count();
        let last = self.at + joined;
        let start = if joined > 0 { self.words[last].span.end } else { self.words[last].span.start + self.letters.written as u32 };
        let end = self.words.get(last + 1).map_or(self.block.prose.end, |w| w.span.start);
        let gap = &self.document.prose.text[start as usize..end as usize];
        gap.trim_start_matches(|c: char| !matches!(c, ')' | ']' | ',' | ';' | ' ' | '(')).starts_with([')', ']', ',', ';']) || gap.starts_with(" - ")
    }

    /// What stands in a bracket that opens right after it.
    fn bracket_after(&self) -> Option<&[Word]> {
        let first = self.at + 1;
        if first >= self.words.len() || !self.gap_before(first).contains(['(', '[']) {
            return None;
        }
        let last = self.words.len().min(first + REACH);
        let end = (first + 1..last).find(|i| self.gap_before(*i).contains([')', ']'])).unwrap_or(last);
        Some(&self.words[first..end])
    }

    /// What stands between commas right after it and says what it is: "TPAS, a group of tenants, trained us". "The CQC, the local council,
    /// police" is a list, and "in WCAG, the rule does not ask for it" goes on.
    fn apposed(&self) -> Option<&[Word]> {
        let first = self.at + 1;
        if first >= self.words.len() || self.gap_before(first).trim() != "," {
            return None;
        }
        let end = (first + 1..self.words.len().min(first + REACH)).find(|i| self.words[*i].gap() == Gap::Mark).unwrap_or(self.words.len());
        let inside = self.words.get(first..end).filter(|inside| inside.len() < REACH)?;
        let goes_on = |word: &Word| word.after_stop() || word.is(Class::Verb) || self.document.text(*word).ends_with("ed");
        let closed = self.words.get(end).is_none_or(goes_on);
        let is_name = !inside.iter().any(|w| w.is(Class::Verb) || self.document.is_one_of(*w, &JOINING));
        let least = if self.document.is_one_of(inside[0], &ONE_OF_MANY) { 3 } else { 4 };
        (closed && is_name && inside.len() >= least).then_some(inside)
    }

    /// Words of a name before the bracket: at least two with a capital, one of which gives the first letter. "Room 3 (NLB)" is none.
    fn follows_a_name(&self, end: usize) -> bool {
        let near = &self.words[end.saturating_sub(self.letters.count() + 2)..end];
        let ends = near.last().is_some_and(|w| !w.has_digit() && w.span.end - w.span.start > 1);
        ends && near.iter().filter(|w| w.is_capital()).count() >= 2 && self.give_first(near)
    }

    /// As many words before the bracket, in the same sentence, as there are letters: "the national research council (NWO)".
    fn follows_a_phrase(&self, end: usize) -> bool {
        let apart = |w: &Word| w.after_stop() || w.gap() == Gap::Mark || w.is_opaque();
        let run = self.words[..end].iter().rev().take(self.letters.count()).take_while(|w| !apart(w)).count();
        run >= self.letters.count() && self.words[end - 1].has_small() && self.give_first(&self.words[end - run..end])
    }

    /// Whether one of the words gives the first letter.
    fn give_first(&self, words: &[Word]) -> bool {
        words.iter().any(|w| self.first_letter(*w) == self.letters.first())
    }

    /// The words up to `end` that spell it out.
    fn spelt_before(&self, end: usize) -> Option<Explained> {
        self.nearby_words(self.words).before(end).map(|span| self.quote_span(span)).or_else(|| self.initials_before(end, Sure::Marked))
    }

    /// The words from the start of `words` on that spell it out; an article or so may come first.
    fn spelt_after(&self, words: &[Word]) -> Option<Explained> {
        let starts = (0..words.len().min(4)).filter(|start| self.may_begin(words[*start]));
        starts.clone().find_map(|start| self.nearby_words(words).after(start, false)).map(|span| self.quote_span(span))
    }

    fn nearby_words<'w>(&'w self, words: &'w [Word]) -> Nearby<'w> {
        Nearby { document: self.document, words, letters: &self.letters, share: 100 }
    }

    /// The words up to `end` whose initials it is, or that a list gives for it; nearest start first. A word or two may follow them.
    fn initials_before(&self, end: usize, sure: Sure) -> Option<Explained> {
        let near = |extra: usize| {
            // no sentence may end between the two
            if self.words[end - extra..=end.min(self.at)].iter().any(|w| w.after_stop()) {
                return None;
            }
            let words = &self.words[..end - extra];
            let start = |n: &usize| &words[words.len() - n..];
            let mut nearest = None;
            for n in (1..=REACH.min(words.len())).filter(|n| self.may_begin(start(n)[0]) && self.fits_as(start(n), sure)) {
                // "Office of Management and Budget (OMB)": "of" could be the O
                if !is_small(self.document, start(&n)[0]) {
                    return Some(self.quote(start(&n)));
                }
                nearest = nearest.or(Some(n));
            }
            nearest.map(|n| self.quote(start(&n)))
        };
        (0..=MOST_EXTRA.min(end)).find_map(near)
    }

    /// The words from the start of `words` on whose initials it is; an article or so may come first.
    fn initials_after(&self, words: &[Word], sure: Sure) -> Option<Explained> {
        (0..words.len().min(3)).filter(|start| self.may_begin(words[*start])).find_map(|start| {
            let ends = (start + 1)..=words.len().min(start + REACH);
            ends.map(|end| &words[start..end]).find(|long| self.fits_as(long, sure)).map(|long| self.quote(long))
        })
    }

    /// As [`Site::fits`]. With no mark between them, a small word may not be one that a list does not know: "DNA does not appear".
    fn fits_as(&self, words: &[Word], sure: Sure) -> bool {
        let chance = || !self.is_listed(words) && !self.is_name(words) && words.iter().any(|w| is_small(self.document, *w) || w.is_known());
        self.fits(words) && !(sure == Sure::ByItself && chance())
    }

    /// Whether it is the initials of these words, or a list says that it stands for them.
    fn fits(&self, words: &[Word]) -> bool {
        // "DNA-dependent (DNA)": nothing is explained by itself
        if words.iter().any(|w| w.has_capitals() && self.document.text(*w) == self.letters.as_str()) {
            return false;
        }
        let last = words[words.len() - 1];
        // "tea ABC, and biscuits": nothing begins with "and"
        if self.document.is_one_of(words[0], &JOINS) {
            return false;
        }
        if words[1..].iter().any(|w| w.after_stop() || w.gap() == Gap::Mark && self.opens_or_closes(*w)) {
            return false;
        }
        let initials = self.letters.are_initials_of(self.document, words) && (last.is_capital() || !is_small(self.document, last));
        initials || self.is_listed(words)
    }

    /// Whether a bracket stands before a word.
    fn opens_or_closes(&self, word: Word) -> bool {
        let before = &self.document.prose.text[..word.span.start as usize];
        before.trim_end().ends_with(['(', ')', '[', ']'])
    }

    /// Whether the words are a name, or each of them gives a letter: with no mark between, "DNA does not appear" explains nothing.
    fn is_name(&self, words: &[Word]) -> bool {
        words.iter().all(|w| w.is_capital() || is_small(self.document, *w)) && words[0].is_capital()
    }

    /// Whether a list says that it stands for these words.
    fn is_listed(&self, words: &[Word]) -> bool {
        self.listed.is_some_and(|known| known.long().any(|long| are_listed(self.document, words, long)))
    }

    /// Whether a listed long form begins with a word.
    fn begins_listed(&self, word: Word) -> bool {
        self.listed.is_some_and(|known| known.long().any(|long| begins_as(self.document, word, long)))
    }

    /// Most words do not even begin as the letters or a listed long form do.
    fn may_begin(&self, word: Word) -> bool {
        self.firsts.0 & Firsts::bit(self.first_letter(word)) != 0
    }

    fn first_letter(&self, word: Word) -> u8 {
        self.document.prose.text.as_bytes()[word.span.start as usize].to_ascii_lowercase()
    }

    fn quote(&self, words: &[Word]) -> Explained {
        self.quote_span(words[0].span.to(words[words.len() - 1].span))
    }

    fn quote_span(&self, span: Span) -> Explained {
        Explained::As(self.document.prose_of(span).split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What stands between a word of the block and the one before it.
    fn gap_before(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(self.block.prose.start, |i| self.words[i].span.end);
        &self.document.prose.text[start as usize..self.words[at].span.start as usize]
    }
}
