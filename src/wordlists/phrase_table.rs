//! The packed table of phrases: an automaton over words, in one flat open-addressed table.
//!
//! An edge is keyed by its state and the hash of a word; the word itself is compared before the edge is taken, so equal hashes never
//! make a false match. One bit for each first word keeps nearly all words of a text away from the table.

use super::automaton::{Builder, State};
use super::level::{Level, Maturity};
use super::notation::{Pattern, Step};
use super::pack::{Pack, Section, StringRef, Writer, bloom};
use crate::language::fold::{eq_folded_bytes, fold_hash};
use crate::language::inflection::{Form, Inflect};

/// Bits of the filters of first words (8 KB, which stays in the nearest cache), of pairs (16 KB) and of edges (32 KB).
const BLOOM_BITS: usize = 1 << 16;
const PAIR_BITS: usize = 1 << 17;
const EDGE_BITS: usize = 1 << 18;
/// The hash that stands for `~`, and the one mixed into a word before which a mark may stand.
const GAP_EDGE: u32 = 0x6761_7021;
const MARK_SALT: u32 = 0x9e37_79b9;
/// Numbers a node, an entry, an owner take.
const NODE: usize = 2;
const ENTRY: usize = 14;
const OWNER: usize = 10;

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

/// What the packed rules, elements and kinds are made from.
#[derive(Clone, Debug)]
pub struct OwnerData {
    /// Rule, element or kind.
    pub kind: OwnerKind,
    /// Rule id, element or kind.
    pub name: String,
    /// One line.
    pub summary: String,
    /// The level of its findings.
    pub level: Level,
    /// On or off by default.
    pub maturity: Maturity,
    /// First version.
    pub since: String,
    /// What a finding says.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// Who says so.
    pub sources: Vec<String>,
    /// Sentences that must fire, and that must not.
    pub examples: [Vec<String>; 2],
}

/// What a packed entry is made from.
#[derive(Clone, Debug, Default)]
pub struct EntryData {
    /// Index of its owner.
    pub owner: usize,
    /// The phrase as listed.
    pub phrase: String,
    /// What to write instead (rules); the finer kind (evidence); the place (kinds).
    pub say: Vec<String>,
    /// Why, where it differs.
    pub why: String,
    /// Authority, where it differs.
    pub source: String,
    /// Level, where it differs.
    pub level: Option<Level>,
    /// Whether the entry is low risk, and so on by default.
    pub on: bool,
    /// How much a cue counts.
    pub points: u32,
    /// Guards that take no words.
    pub guards: Guards,
    /// Guards that take words: skip next, prev, near; only next, prev, near.
    pub words: [Vec<String>; 6],
}

/// The guards of an entry that take no words, as one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Guards(pub u32);

impl Guards {
    /// Skip when the next word is the thing described.
    pub const NEXT_NOUN: u32 = 1;
    /// Only when a person does it.
    pub const SUBJECT_PERSON: u32 = 2;
    /// Only when a condition follows.
    pub const OBJECT_CONDITION: u32 = 4;
    /// Only as a noun.
    pub const NOUN: u32 = 8;
    /// Only as a verb.
    pub const VERB: u32 = 16;
    /// Only with the capitals of the list.
    pub const CASE_EXACT: u32 = 32;
    /// Not with a capital inside a sentence.
    pub const CASE_LOWER: u32 = 64;

    /// Whether this guard is asked for.
    #[must_use]
    pub fn has(self, bit: u32) -> bool {
        self.0 & bit != 0
    }
}

/// An entry, the pattern it matches, and how that changes its form.
pub type PatternEntry = (EntryData, Pattern, Inflect);

/// Packs owners and entries.
pub fn pack_phrases(pack: &mut Writer, owners: &[OwnerData], entries: &[PatternEntry]) {
    let mut builder = Builder::default();
    for (index, (_, pattern, inflect)) in entries.iter().enumerate() {
        builder.add(pattern, *inflect, index as u32);
    }
    pack_states(pack, &builder.finish());
    let rows: Vec<u32> = entries.iter().flat_map(|(entry, ..)| entry_row(pack, entry)).collect();
    pack.set(Section::Entries, rows);
    let rows: Vec<u32> = owners.iter().flat_map(|owner| owner_row(pack, owner)).collect();
    pack.set(Section::Owners, rows);
}

fn entry_row(pack: &mut Writer, e: &EntryData) -> [u32; ENTRY] {
    let words = e.words.each_ref().map(|list| pack.list(list));
    [
        e.owner as u32,
        pack.string(&e.phrase).0,
        e.guards.0,
        e.level.map_or(0, Level::number),
        pack.list(&e.say),
        pack.string(&e.why).0,
        pack.string(&e.source).0,
        e.points << 1 | u32::from(e.on),
        words[0],
        words[1],
        words[2],
        words[3],
        words[4],
        words[5],
    ]
}

fn owner_row(pack: &mut Writer, o: &OwnerData) -> [u32; OWNER] {
    [
        o.kind as u32 | o.level.number() << 4 | u32::from(o.maturity == Maturity::Stable) << 8,
        pack.string(&o.name).0,
        pack.string(&o.summary).0,
        pack.string(&o.message).0,
        pack.string(&o.why).0,
        pack.list(&o.sources),
        pack.list(&o.examples[0]),
        pack.list(&o.examples[1]),
        pack.string(&o.since).0,
        0,
    ]
}

fn pack_states(pack: &mut Writer, states: &[State]) {
    let (mut first_words, mut nodes, mut edges, mut ends) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (number, state) in states.iter().enumerate() {
        let mut has_gap = false;
        for (step, to) in &state.edges {
            let (hash, word) = match step {
                Step::Gap => (GAP_EDGE, ""),
                Step::Word { word, mark } => (fold_hash(word) ^ if *mark { MARK_SALT } else { 0 }, word.as_str()),
            };
            has_gap |= *step == Step::Gap;
            if number == 0 {
                first_words.push((hash, *to));
            }
            edges.push([edge_key(number as u32, hash), *to, pack.string(word).0]);
        }
        nodes.extend([ends.len() as u32, (state.ends.len() as u32) << 1 | u32::from(has_gap)]);
        ends.extend(state.ends.iter().map(|(entry, form)| entry << 8 | *form as u32));
    }
    pack_filters(pack, states, &first_words);
    pack.set(Section::EdgeBloom, bloom(EDGE_BITS, edges.iter().map(|edge| edge[0])));
    pack.set(Section::Edges, Writer::table(&edges));
    pack.set(Section::Nodes, nodes);
    pack.set(Section::Ends, ends);
}

/// The filters that keep nearly all words of a text away from the table.
fn pack_filters(pack: &mut Writer, states: &[State], first_words: &[(u32, u32)]) {
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (hash, to) in first_words {
        let state = &states[*to as usize];
        let anything = !state.ends.is_empty() || state.edges.iter().any(|(step, _)| matches!(step, Step::Gap | Step::Word { mark: true, .. }));
        open.extend(anything.then_some(*hash));
        pairs.extend(state.edges.iter().filter_map(|(step, _)| match step {
            Step::Word { word, .. } => Some(pair_key(*hash, fold_hash(word))),
            Step::Gap => None,
        }));
    }
    pack.set(Section::Bloom, bloom(BLOOM_BITS, first_words.iter().map(|(hash, _)| *hash)));
    pack.set(Section::OpenBloom, bloom(BLOOM_BITS, open.into_iter()));
    pack.set(Section::PairBloom, bloom(PAIR_BITS, pairs.into_iter()));
}

#[inline]
fn pair_key(first: u32, second: u32) -> u32 {
    (first.rotate_left(11) ^ second).wrapping_mul(0x85eb_ca6b)
}

#[inline]
fn edge_key(node: u32, hash: u32) -> u32 {
    let mixed = (node.wrapping_mul(0x9e37_79b1) ^ hash).wrapping_mul(0x85eb_ca6b);
    mixed ^ mixed >> 13
}

/// A state of the automaton, as the matcher walks it. The start is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Node(u32);

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

    /// Whether any phrase may begin with a word of this hash, with `second` after it: false is certain.
    #[inline]
    #[must_use]
    pub fn may_begin(&self, first: u32, second: u32) -> bool {
        self.pack.may_hold::<BLOOM_BITS>(Section::Bloom, first)
            && (self.pack.may_hold::<PAIR_BITS>(Section::PairBloom, pair_key(first, second)) || self.pack.may_hold::<BLOOM_BITS>(Section::OpenBloom, first))
    }

    /// The node after `word`; `mark` tells that a mark stands before it in the text.
    #[inline]
    #[must_use]
    pub fn word(&self, node: Node, hash: u32, word: &str, mark: bool) -> Option<Node> {
        let key = edge_key(node.0, if mark { hash ^ MARK_SALT } else { hash });
        if !self.pack.may_hold::<EDGE_BITS>(Section::EdgeBloom, key) {
            return None;
        }
        let is_it = |row: &[u32; 3]| eq_folded_bytes(word, self.pack.bytes(StringRef(row[2])));
        self.pack.find::<3>(Section::Edges, key, is_it).map(|row| Node(row[1]))
    }

    /// The node after a `~`, where there is one.
    #[inline]
    #[must_use]
    pub fn gap(&self, node: Node) -> Option<Node> {
        if self.pack.number(Section::Nodes, node.0 as usize * NODE + 1) & 1 == 0 {
            return None;
        }
        self.pack.find::<3>(Section::Edges, edge_key(node.0, GAP_EDGE), |row| row[2] == 0).map(|row| Node(row[1]))
    }

    /// The entries that end at a node, each with the form its head is in.
    pub fn ends(self, node: Node) -> impl Iterator<Item = (u32, Form)> {
        let at = node.0 as usize * NODE;
        let (from, count) = (self.pack.number(Section::Nodes, at), self.pack.number(Section::Nodes, at + 1) >> 1);
        (from..from + count).map(move |i| self.pack.number(Section::Ends, i as usize)).map(|end| (end >> 8, Form::from_number(end as u8)))
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

    /// Its guards without words.
    #[must_use]
    pub fn guards(&self) -> Guards {
        Guards(self.field(2))
    }

    /// The level, where it differs from its rule's.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        Level::from_number(self.field(3))
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

    /// How much a cue counts.
    #[must_use]
    pub fn points(&self) -> u32 {
        self.field(7) >> 1
    }

    /// The words that silence it, at this place.
    pub fn skip_words(&self, near: Near) -> impl ExactSizeIterator<Item = &'p str> {
        self.pack.list(self.field(8 + near as usize))
    }

    /// The words it needs, at this place; none means it needs none.
    pub fn needed_words(&self, near: Near) -> impl ExactSizeIterator<Item = &'p str> {
        self.pack.list(self.field(11 + near as usize))
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

    /// First version.
    #[must_use]
    pub fn since(&self) -> &'p str {
        self.text(8)
    }
}
