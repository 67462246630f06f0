//! The packed rules, elements and kinds of document with their entries: what is known of a phrase once [`super::matcher`] has found it.

use super::context::WORD_KEYS;
use super::level::{Level, Maturity};
use super::matcher::Matcher;
use super::pack::{Pack, Section, StringRef};
use super::phrase_list::PhraseList;

/// Numbers an entry and an owner take.
pub(super) const ENTRY: usize = 11;
pub(super) const OWNER: usize = 10;
/// Which number of an entry tells where its lists of words are.
const WORDS: usize = 10;

/// What an entry belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum OwnerKind {
    /// A rule of `wordlists/<family>/`.
    Rule = 1,
    /// An element of evidence.
    Evidence = 2,
    /// A kind of document.
    Kind = 3,
}

/// Guards that take no words, as one bit each; the cheap ones come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Guards(pub u32);

impl Guards {
    /// It has the capitals of the list.
    pub const CASE_EXACT: u32 = 1;
    /// It has no capital inside a sentence.
    pub const CASE_LOWER: u32 = 1 << 1;
    /// The next word is the thing described.
    pub const NEXT_NOUN: u32 = 1 << 2;
    /// It is a noun.
    pub const NOUN: u32 = 1 << 3;
    /// It is a verb.
    pub const VERB: u32 = 1 << 4;
    /// It describes.
    pub const ADJECTIVE: u32 = 1 << 5;
    /// A person does it.
    pub const SUBJECT_PERSON: u32 = 1 << 6;
    /// A service, a body or a thing does it.
    pub const SUBJECT_ORGANISATION: u32 = 1 << 7;
    /// It is done to a person.
    pub const OBJECT_PERSON: u32 = 1 << 8;
    /// It is done to a service, a body or a thing.
    pub const OBJECT_ORGANISATION: u32 = 1 << 9;
    /// A condition follows.
    pub const OBJECT_CONDITION: u32 = 1 << 10;
    /// A date or a length of time stands in the sentence.
    pub const DATED: u32 = 1 << 11;
    /// It is explained beside it.
    pub const GLOSSED: u32 = 1 << 12;
    /// The places, of which `only_if` needs one: in the order of [`super::context::Place`].
    pub const FIRST_PLACE: u32 = 1 << 16;
    /// It opens a sentence.
    pub const SENTENCE_START: u32 = Guards::FIRST_PLACE;
    /// It stands in a heading.
    pub const HEADING: u32 = 1 << 17;
    /// It stands in the text of a link.
    pub const LINK: u32 = 1 << 18;
    /// It is somebody's words.
    pub const QUOTE: u32 = 1 << 19;
    /// The sentence turns away from it.
    pub const CONTRAST: u32 = 1 << 20;
    /// It is part of the name of an illness.
    pub const CONDITION_NAME: u32 = 1 << 21;
    /// It stands in a text of law.
    pub const LAW: u32 = 1 << 22;

    /// The guards that are no places, one by one; and the places.
    pub fn split(self) -> (impl Iterator<Item = u32>, impl Iterator<Item = u32>) {
        let bits = move |from: u32, to: u32| (from..to).map(|i| 1 << i).filter(move |bit| self.0 & bit != 0);
        (bits(0, 16), bits(16, 32))
    }
}

/// The packed phrases, read in place.
#[derive(Clone, Copy, Debug)]
pub struct PhraseTable<'p> {
    pack: Pack<'p>,
}

impl<'p> PhraseTable<'p> {
    /// The phrases of a pack.
    #[must_use]
    pub fn new(pack: Pack<'p>) -> Self {
        PhraseTable { pack }
    }

    /// What finds them in a text.
    #[must_use]
    pub fn matcher(&self) -> Matcher<'p> {
        Matcher::new(self.pack)
    }

    /// How many entries there are.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.pack.len(Section::Entries) / ENTRY
    }

    /// An entry by its index.
    #[must_use]
    pub fn entry(&self, index: u32) -> Entry<'p> {
        let rows: &[[u8; 4 * ENTRY]] = self.pack.rows(Section::Entries);
        Entry { pack: self.pack, row: rows.get(index as usize).map_or(&[], |row| row.as_chunks().0) }
    }

    /// The rules, elements and kinds, in order.
    pub fn owners(self) -> impl ExactSizeIterator<Item = Owner<'p>> {
        (0..self.pack.len(Section::Owners) / OWNER).map(move |i| self.owner(i))
    }

    /// A rule, element or kind by its index.
    #[must_use]
    pub fn owner(&self, index: usize) -> Owner<'p> {
        Owner { pack: self.pack, index }
    }
}

/// An entry of a list.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'p> {
    pack: Pack<'p>,
    row: &'p [[u8; 4]],
}

/// Which neighbours the words of a guard are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// The next word.
    Next = 0,
    /// The word before.
    Prev = 1,
    /// Any word of the sentence.
    Sentence = 2,
    /// The few words before, where the subject stands.
    Subject = 3,
    /// The few words after, where the object stands.
    Object = 4,
}

impl Near {
    /// All of them.
    pub const ALL: [Near; WORD_KEYS] = [Near::Next, Near::Prev, Near::Sentence, Near::Subject, Near::Object];
}

impl<'p> Entry<'p> {
    #[inline]
    fn field(&self, i: usize) -> u32 {
        self.row.get(i).map_or(0, |number| u32::from_le_bytes(*number))
    }

    /// What it belongs to.
    #[must_use]
    pub fn owner(&self) -> Owner<'p> {
        Owner { pack: self.pack, index: self.field(0) as usize }
    }

    /// The phrase as listed.
    #[must_use]
    pub fn phrase(&self) -> &'p str {
        self.pack.string(StringRef(self.field(1)))
    }

    /// The guards without words that silence it.
    #[must_use]
    pub fn skips(&self) -> Guards {
        Guards(self.field(2))
    }

    /// The guards without words that it needs.
    #[must_use]
    pub fn needs(&self) -> Guards {
        Guards(self.field(8))
    }

    /// The level, where it differs from its rule's.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        Level::from_number(self.field(3) & 15)
    }

    /// Whether it is a term of the law.
    #[must_use]
    pub fn is_legal(&self) -> bool {
        self.field(3) >> 4 & 1 == 1
    }

    /// What a finding says, where it differs from its rule's message.
    #[must_use]
    pub fn message(&self) -> &'p str {
        self.pack.string(StringRef(self.field(9)))
    }

    /// What to write instead, or the finer kind of an element, or the place of a cue.
    pub fn say(&self) -> impl ExactSizeIterator<Item = &'p str> {
        self.pack.list(self.field(4))
    }

    /// Why, where it differs from its rule's reason.
    #[must_use]
    pub fn why(&self) -> &'p str {
        self.pack.string(StringRef(self.field(5)))
    }

    /// The authority, where it has one of its own.
    #[must_use]
    pub fn source(&self) -> &'p str {
        self.pack.string(StringRef(self.field(6)))
    }

    /// Whether it is on by default.
    #[must_use]
    pub fn on(&self) -> bool {
        self.field(7) & 1 != 0
    }

    /// Whether its one replacement may be written without a person looking.
    #[must_use]
    pub fn may_be_fixed(&self) -> bool {
        self.field(7) & 2 != 0
    }

    /// Whether it is told as one finding a file with the other such words of its list.
    #[must_use]
    pub fn once(&self) -> bool {
        self.field(7) & 4 != 0
    }

    /// How much a cue counts.
    #[must_use]
    pub fn points(&self) -> u32 {
        self.field(7) >> 3
    }

    /// Whether it asks for any words around it.
    #[inline]
    #[must_use]
    pub fn asks_for_words(&self) -> bool {
        self.field(WORDS) != 0
    }

    /// The words that silence it, at this place.
    #[must_use]
    pub fn skip_words(&self, near: Near) -> PhraseList<'p> {
        self.words(near as usize)
    }

    /// The words it needs, at this place; none means it needs none.
    #[must_use]
    pub fn needed_words(&self, near: Near) -> PhraseList<'p> {
        self.words(WORD_KEYS + near as usize)
    }

    /// One of its lists of words: those that silence it come first.
    fn words(&self, list: usize) -> PhraseList<'p> {
        let (_, lists) = self.pack.rows_at::<4>(self.field(WORDS));
        PhraseList::at(self.pack, lists.get(list).map_or(0, |at| u32::from_le_bytes(*at)))
    }
}

/// A rule of words, an element of evidence, or a kind of document.
#[derive(Clone, Copy, Debug)]
pub struct Owner<'p> {
    pack: Pack<'p>,
    /// Its index in the pack.
    pub index: usize,
}

impl<'p> Owner<'p> {
    fn field(&self, i: usize) -> u32 {
        self.pack.number(Section::Owners, self.index * OWNER + i)
    }

    fn text(&self, i: usize) -> &'p str {
        self.pack.string(StringRef(self.field(i)))
    }

    /// Rule, element or kind.
    #[must_use]
    pub fn kind(&self) -> OwnerKind {
        [OwnerKind::Rule, OwnerKind::Evidence].into_iter().find(|k| *k as u32 == self.field(0) & 15).unwrap_or(OwnerKind::Kind)
    }

    /// The level of its findings.
    #[must_use]
    pub fn level(&self) -> Level {
        Level::from_number(self.field(0) >> 4 & 15).unwrap_or(Level::Note)
    }

    /// On or off by default.
    #[must_use]
    pub fn maturity(&self) -> Maturity {
        if self.field(0) >> 8 & 1 == 1 { Maturity::Stable } else { Maturity::Trial }
    }

    /// Rule id, element or kind.
    #[must_use]
    pub fn name(&self) -> &'p str {
        self.text(1)
    }

    /// One line.
    #[must_use]
    pub fn summary(&self) -> &'p str {
        self.text(2)
    }

    /// What a finding says, with `{quote}` for the author's words.
    #[must_use]
    pub fn message(&self) -> &'p str {
        self.text(3)
    }

    /// Why it matters to a reader.
    #[must_use]
    pub fn why(&self) -> &'p str {
        self.text(4)
    }

    /// Who says so.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = &'p str> {
        self.pack.list(self.field(5))
    }

    /// Sentences in which it fires.
    pub fn bad(&self) -> impl ExactSizeIterator<Item = &'p str> {
        self.pack.list(self.field(6))
    }

    /// Near misses in which it stays silent.
    pub fn good(&self) -> impl ExactSizeIterator<Item = &'p str> {
        self.pack.list(self.field(7))
    }

    /// Phrases in which none of its words is meant.
    #[must_use]
    pub fn except(&self) -> PhraseList<'p> {
        PhraseList::at(self.pack, self.field(9))
    }

    /// First version.
    #[must_use]
    pub fn since(&self) -> &'p str {
        self.text(8)
    }
}
