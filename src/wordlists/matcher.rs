//! The packed phrases as an automaton over words, in one flat open-addressed table.
//!
//! An edge is keyed by its state and one half of the hash of a word, and taken only if the other half agrees too: a wrong edge is taken about once
//! in 10^16 tries. Bits for first words, their pairs, and the words after each state keep nearly all words away from the table; a table of one
//! byte an edge, which stays in the cache, keeps away nearly all the others.

use super::pack::{Pack, Section, may_hold};
use crate::language::inflection::Form;

/// Bits of the filters of first words after which anything may come (16 KB) and of pairs of first words (64 KB).
pub(super) const OPEN_BITS: usize = 1 << 17;
pub(super) const PAIR_BITS: usize = 1 << 19;
/// The hash that stands for `~`, and the one mixed into a word before which a mark may stand.
pub(super) const GAP_EDGE: u32 = 0x6761_7021;
pub(super) const MARK_SALT: u32 = 0x9e37_79b9;
/// Numbers a node takes: where its ends begin in the table of ends, and how many there are.
pub(super) const NODE: usize = 2;
/// Numbers an edge takes: where it leads (see [`State`]), what tells it from others with its tag, and the words that may come next. Four edges share
/// a line of the cache, and a step reads no more than one of them.
pub(super) const EDGE: usize = 4;

#[inline]
pub(super) fn pair_key(first: u32, second: u32) -> u32 {
    (first.rotate_left(11) ^ second).wrapping_mul(0x85eb_ca6b)
}

#[inline]
pub(super) fn edge_key(node: u32, hash: u32) -> u32 {
    let mixed = (node.wrapping_mul(0x9e37_79b1) ^ hash).wrapping_mul(0x85eb_ca6b);
    mixed ^ mixed >> 13
}

/// Where the search for an edge starts in a table of `slots`.
#[inline]
pub(super) fn edge_slot(key: u32, slots: usize) -> usize {
    ((u64::from(key) * slots as u64) >> 32) as usize
}

/// The byte that stands for an edge in the table of tags; 0 is no edge.
#[inline]
pub(super) fn edge_tag(key: u32) -> u8 {
    key as u8 | 1
}

/// What tells an edge from others with its tag: its state and both halves of the hash of its word.
#[inline]
pub(super) fn edge_check(node: u32, hash: u32, other: u32) -> u32 {
    node.wrapping_mul(0x9e37_79b1) ^ hash ^ other
}

/// The bit of the filter of a state that stands for a word.
#[inline]
pub(super) fn filter_bit(hash: u32) -> u64 {
    1 << (hash >> 26)
}

/// The half of the hash of a word that does not key an edge.
#[inline]
pub(super) fn other_half(wide: u64) -> u32 {
    (wide >> 32) as u32
}

/// A state of the automaton, as an edge tells of it. The start is node 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Its number, doubled twice, and whether entries end here ([`ENDS`]) and a `~` may follow ([`GAP`]).
    to: u32,
    /// One bit for each word that may come next.
    filter: u64,
}

/// The bits of [`State::to`] that are not of the number.
pub(super) const ENDS: u32 = 1;
pub(super) const GAP: u32 = 2;
pub(super) const NUMBER: u32 = 2;

impl State {
    #[inline]
    fn node(self) -> u32 {
        self.to >> NUMBER
    }

    /// Whether a word may come next; `mark` tells that a mark stands before it in the text. False is certain.
    #[inline]
    #[must_use]
    pub fn may_take(self, hash: u32, mark: bool) -> bool {
        self.filter & filter_bit(if mark { hash ^ MARK_SALT } else { hash }) != 0
    }
}

/// The automaton of a pack with its tables at hand, for which a reader asks at every word.
#[derive(Clone, Copy, Debug)]
pub struct Matcher<'p> {
    open_words: &'p [u8],
    pairs: &'p [u8],
    tags: &'p [u8],
    edges: &'p [[u8; 4 * EDGE]],
    nodes: &'p [[u8; 4 * NODE]],
    ends: &'p [[u8; 4]],
}

impl<'p> Matcher<'p> {
    pub(super) fn new(pack: Pack<'p>) -> Self {
        Matcher {
            open_words: pack.section(Section::OpenBloom),
            pairs: pack.section(Section::PairBloom),
            tags: pack.section(Section::EdgeTags),
            edges: pack.rows(Section::Edges),
            nodes: pack.rows(Section::Nodes),
            ends: pack.rows(Section::Ends),
        }
    }

    /// Whether any phrase may begin with a word of this hash, with `second` after it: false is certain.
    #[inline]
    #[must_use]
    pub fn may_begin(&self, first: u32, second: u32) -> bool {
        may_hold::<PAIR_BITS>(self.pairs, pair_key(first, second)) || may_hold::<OPEN_BITS>(self.open_words, first)
    }

    /// The state before the first word of a phrase. Of what may come next it says nothing: that is what [`Matcher::may_begin`] does.
    #[inline]
    #[must_use]
    pub fn start(&self) -> State {
        State { to: 0, filter: u64::MAX }
    }

    /// The state after a word of this hash, of which [`State::may_take`] holds. The whole hash is asked for only where this half fits.
    #[inline]
    #[must_use]
    pub fn word(&self, state: State, hash: u32, mark: bool, wide: impl Fn() -> u64) -> Option<State> {
        self.edge(state.node(), if mark { hash ^ MARK_SALT } else { hash }, || other_half(wide()))
    }

    /// The state after a `~`, where there is one.
    #[inline]
    #[must_use]
    pub fn gap(&self, state: State) -> Option<State> {
        if state.to & GAP == 0 { None } else { self.edge(state.node(), GAP_EDGE, || GAP_EDGE) }
    }

    #[inline]
    fn edge(&self, node: u32, hash: u32, other: impl Fn() -> u32) -> Option<State> {
        let key = edge_key(node, hash);
        let mut slot = edge_slot(key, self.edges.len());
        loop {
            let tag = *self.tags.get(slot)?;
            if tag == edge_tag(key) {
                let row = u128::from_le_bytes(*self.edges.get(slot)?);
                if (row >> 32) as u32 == edge_check(node, hash, other()) {
                    return Some(State { to: row as u32, filter: (row >> 64) as u64 });
                }
            } else if tag == 0 {
                return None;
            }
            slot = if slot + 1 == self.edges.len() { 0 } else { slot + 1 };
        }
    }

    /// The entries that end at a state, each with the form its head is in.
    #[inline]
    pub fn ends(&self, state: State) -> impl Iterator<Item = (u32, Form)> + use<'p> {
        let node = if state.to & ENDS == 0 { None } else { self.nodes.get(state.node() as usize) };
        let [from, count] = node.map_or([0; NODE], numbers).map(|number| number as usize);
        let ends = self.ends.get(from..from + count).unwrap_or_default();
        ends.iter().map(|end| u32::from_le_bytes(*end)).map(|end| (end >> 8, Form::from_number(end as u8)))
    }
}

#[inline]
fn numbers(row: &[u8; 4 * NODE]) -> [u32; NODE] {
    let (numbers, _) = row.as_chunks();
    std::array::from_fn(|i| u32::from_le_bytes(numbers[i]))
}
