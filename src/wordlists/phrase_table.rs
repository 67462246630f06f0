//! The packed table of phrases: an automaton over words, in one flat open-addressed table.
//!
//! An edge is keyed by its state and the hash of a word; the word itself is compared before the edge is taken, so equal hashes never
//! make a false match. One bit for each first word keeps nearly all words of a text away from the table.

use super::context::WORD_KEYS;
use super::level::{Level, Maturity};
use super::pack::{Pack, Section, StringRef, find, may_hold, string_bytes};
use crate::language::fold::eq_folded_bytes;
use crate::language::inflection::Form;

/// Bits of the filters of first words after which anything may come (8 KB), of pairs of first words (16 KB) and of edges (32 KB).
pub(super) const OPEN_BITS: usize = 1 << 16;
pub(super) const PAIR_BITS: usize = 1 << 17;
pub(super) const EDGE_BITS: usize = 1 << 18;
/// The hash that stands for `~`, and the one mixed into a word before which a mark may stand.
pub(super) const GAP_EDGE: u32 = 0x6761_7021;
pub(super) const MARK_SALT: u32 = 0x9e37_79b9;
/// Numbers a node, an entry, an owner take.
pub(super) const NODE: usize = 2;
pub(super) const ENTRY: usize = 20;
pub(super) const OWNER: usize = 10;

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

#[inline]
pub(super) fn pair_key(first: u32, second: u32) -> u32 {
    (first.rotate_left(11) ^ second).wrapping_mul(0x85eb_ca6b)
}

#[inline]
pub(super) fn edge_key(node: u32, hash: u32) -> u32 {
    let mixed = (node.wrapping_mul(0x9e37_79b1) ^ hash).wrapping_mul(0x85eb_ca6b);
    mixed ^ mixed >> 13
}

/// A state of the automaton, as the matcher walks it. The start is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Node(u32);

/// The automaton of a pack with its tables at hand, for which a reader asks at every word.
#[derive(Clone, Copy, Debug)]
pub struct Matcher<'p> {
    open_words: &'p [u8],
    pairs: &'p [u8],
    edge_filter: &'p [u8],
    edges: &'p [u8],
    nodes: &'p [[u8; 4 * NODE]],
    ends: &'p [[u8; 4]],
    strings: &'p [u8],
}

impl<'p> Matcher<'p> {
    fn new(pack: Pack<'p>) -> Self {
        Matcher {
            open_words: pack.section(Section::OpenBloom),
            pairs: pack.section(Section::PairBloom),
            edge_filter: pack.section(Section::EdgeBloom),
            edges: pack.section(Section::Edges),
            nodes: pack.rows(Section::Nodes),
            ends: pack.rows(Section::Ends),
            strings: pack.section(Section::Strings),
        }
    }

    /// Whether any phrase may begin with a word of this hash, with `second` after it: false is certain.
    #[inline]
    #[must_use]
    pub fn may_begin(&self, first: u32, second: u32) -> bool {
        may_hold::<PAIR_BITS>(self.pairs, pair_key(first, second)) || may_hold::<OPEN_BITS>(self.open_words, first)
    }

    /// The node after a word of this hash; `mark` tells that a mark stands before it in the text. The word itself is asked for only where its
    /// hash fits.
    #[inline]
    #[must_use]
    pub fn word<'w>(&self, node: Node, hash: u32, mark: bool, word: impl FnOnce() -> &'w str) -> Option<Node> {
        let key = edge_key(node.0, if mark { hash ^ MARK_SALT } else { hash });
        if !may_hold::<EDGE_BITS>(self.edge_filter, key) {
            return None;
        }
        let word = word();
        let is_it = |row: &[u32; 3]| eq_folded_bytes(word, string_bytes(self.strings, StringRef(row[2])));
        find::<3>(self.edges, key, is_it).map(|row| Node(row[1]))
    }

    /// The node after a `~`, where there is one.
    #[inline]
    #[must_use]
    pub fn gap(&self, node: Node) -> Option<Node> {
        if self.node(node).1 & 1 == 0 {
            return None;
        }
        find::<3>(self.edges, edge_key(node.0, GAP_EDGE), |row| row[2] == 0).map(|row| Node(row[1]))
    }

    /// The entries that end at a node, each with the form its head is in.
    #[inline]
    pub fn ends(&self, node: Node) -> impl Iterator<Item = (u32, Form)> + use<'p> {
        let (from, count) = self.node(node);
        let ends = self.ends.get(from as usize..(from + (count >> 1)) as usize).unwrap_or_default();
        ends.iter().map(|end| u32::from_le_bytes(*end)).map(|end| (end >> 8, Form::from_number(end as u8)))
    }

    /// Where the ends of a node begin; their number and whether a `~` follows.
    #[inline]
    fn node(&self, node: Node) -> (u32, u32) {
        let packed = self.nodes.get(node.0 as usize).map_or(0, |numbers| u64::from_le_bytes(*numbers));
        (packed as u32, (packed >> 32) as u32)
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
        Entry { pack: self.pack, at: index as usize * ENTRY }
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
    at: usize,
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
    fn field(&self, i: usize) -> u32 {
        self.pack.number(Section::Entries, self.at + i)
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

    /// How much a cue counts.
    #[must_use]
    pub fn points(&self) -> u32 {
        self.field(7) >> 2
    }

    /// The words that silence it, at this place, each with the hash of its first.
    pub fn skip_words(&self, near: Near) -> impl ExactSizeIterator<Item = (u32, &'p str)> {
        self.pack.phrases(self.field(10 + near as usize))
    }

    /// The words it needs, at this place, likewise; none means it needs none.
    pub fn needed_words(&self, near: Near) -> impl ExactSizeIterator<Item = (u32, &'p str)> {
        self.pack.phrases(self.field(10 + WORD_KEYS + near as usize))
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
    pub fn except(&self) -> impl ExactSizeIterator<Item = &'p str> {
        self.pack.list(self.field(9))
    }

    /// First version.
    #[must_use]
    pub fn since(&self) -> &'p str {
        self.text(8)
    }
}
