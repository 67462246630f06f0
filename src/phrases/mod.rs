//! Every place where a listed phrase or pattern stands in a document, found in one pass over its words; the guards that read the context; and
//! the frames that tell who does what to whom.

pub mod frames;
pub mod guards;

use crate::builtin;
use crate::document::Document;
use crate::document::words::Word;
use crate::language::classes::Classes;
use crate::language::fold::eq_folded;
use crate::language::inflection::Form;
use crate::language::tokens::Gap;
use crate::wordlists::matcher::{Matcher, State};
use crate::wordlists::notation::GAP_WORDS;
use crate::wordlists::pack::Pack;
use crate::wordlists::phrase_table::{Entry, PhraseTable};

/// A phrase in a document.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// Which list the entry is of, and which entry.
    pub entry: EntryId,
    /// First word and one past the last, as indices of the document's words.
    pub words: (u32, u32),
    /// Index of the sentence.
    pub sentence: u32,
    /// The form the head of the phrase is in.
    pub form: Form,
}

/// An entry of the built-in lists or of the house list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    house: bool,
    index: u32,
}

impl EntryId {
    /// Whether it is one of the team's own.
    #[must_use]
    pub fn is_house(self) -> bool {
        self.house
    }

    /// Its index in its list.
    #[must_use]
    pub fn index(self) -> u32 {
        self.index
    }

    /// Its index, if it is of the built-in lists.
    #[must_use]
    pub fn builtin(self) -> Option<u32> {
        (!self.house).then_some(self.index)
    }
}

/// The lists to look for.
pub struct Phrases {
    builtin: PhraseTable<'static>,
    house: Option<Vec<u8>>,
}

impl Phrases {
    /// The built-in lists, and a house list packed by [`crate::wordlists::phrase_pack::pack_phrases`].
    #[must_use]
    pub fn new(house: Option<Vec<u8>>) -> Phrases {
        Phrases { builtin: builtin::phrases(), house }
    }

    fn house(&self) -> Option<PhraseTable<'_>> {
        self.house.as_deref().map(|bytes| PhraseTable::new(Pack::open(bytes)))
    }

    /// An entry.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> Entry<'_> {
        match self.house() {
            Some(house) if id.house => house.entry(id.index),
            _ => self.builtin.entry(id.index),
        }
    }

    /// All hits in a document, in order of the sentence and its words. A phrase never runs from one sentence into the next.
    #[must_use]
    pub fn scan(&self, document: &Document<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        let lists = [Some((self.builtin, false)), self.house().map(|house| (house, true))];
        for (table, house) in lists.into_iter().flatten() {
            let matcher = table.matcher();
            let mut scanner = Scanner { matcher, house, document, open: Vec::new() };
            for (index, sentence) in document.sentences.iter().enumerate() {
                let range = sentence.words();
                let words = &document.words[range.clone()];
                for (i, word) in words.iter().enumerate() {
                    // what part a word has in a house list is not known before its first look-up
                    let begins = house || word.is_any(Classes::BEGINS);
                    if begins && matcher.may_begin(word.hash, words.get(i + 1).map_or(0, |next| next.hash)) {
                        scanner.at(range.start + i, range.end, index as u32, &mut hits);
                    }
                }
            }
        }
        hits
    }
}

struct Scanner<'a> {
    matcher: Matcher<'a>,
    house: bool,
    document: &'a Document<'a>,
    /// States to go on from, each with the next word and whether a mark before that word counts.
    open: Vec<(State, usize, bool)>,
}

impl Scanner<'_> {
    /// Adds every phrase that begins with word `at`; `end` is the end of its sentence.
    fn at(&mut self, at: usize, end: usize, sentence: u32, hits: &mut Vec<Hit>) {
        let first = hits.len();
        self.step(self.matcher.start(), at, false);
        while let Some((state, next, marks)) = self.open.pop() {
            for (index, form) in self.matcher.ends(state) {
                let entry = EntryId { house: self.house, index };
                let hit = Hit { entry, words: (at as u32, next as u32), sentence, form };
                match hits[first..].iter_mut().find(|known| known.entry == entry) {
                    // one entry speaks once at one place, at its longest
                    Some(known) if known.words.1 < hit.words.1 => *known = hit,
                    Some(_) => {}
                    None => hits.push(hit),
                }
            }
            if let Some(after) = self.matcher.gap(state) {
                for next in next..end.min(next + GAP_WORDS + 1) {
                    self.step(after, next, false);
                }
            }
            if next < end {
                self.step(state, next, marks);
            }
        }
    }

    #[inline(always)]
    fn step(&mut self, state: State, next: usize, marks: bool) {
        let word = self.document.words[next];
        let mark = marks && word.gap() == Gap::Mark;
        if state.may_take(word.hash, mark)
            && let Some(to) = self.matcher.word(state, word.hash, mark, || self.document.hash_of(word))
        {
            self.open.push((to, next + 1, true));
        }
    }
}

/// Whether a word is one of a list of folded words.
#[must_use]
pub fn is_one_of<'w>(document: &Document<'_>, word: Word, mut words: impl Iterator<Item = &'w str>) -> bool {
    let text = document.text(word);
    if word.is_wide() { words.any(|w| eq_folded(text, w)) } else { words.any(|w| w.len() == text.len() && w.eq_ignore_ascii_case(text)) }
}
