//! Packs rules, elements and kinds with their entries into the table that [`super::phrase_table`] reads.

use super::automaton::{Builder, State};
use super::context::WORD_KEYS;
use super::level::{Level, Maturity};
use super::matcher::{
    EDGE, ENDS, GAP, GAP_EDGE, MARK_SALT, NUMBER, OPEN_BITS, PAIR_BITS, edge_check, edge_key, edge_slot, edge_tag, filter_bit, other_half, pair_key,
};
use super::notation::{Pattern, Step};
use super::pack::{Section, Writer, bloom};
use super::phrase_list::pack_list;
use super::phrase_table::{ENTRY, Guards, OWNER, OwnerKind};
use crate::language::fold::{fold_hash, fold_hash_wide};
use crate::language::inflection::Inflect;

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
    /// Phrases in which none of its words is meant.
    pub except: Vec<String>,
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
    /// Whether the entry runs.
    pub on: bool,
    /// Whether its one replacement may be written without a person looking.
    pub fix: bool,
    /// How much a cue counts.
    pub points: u32,
    /// What a finding says, where it differs.
    pub message: String,
    /// Whether it is a term of the law.
    pub legal: bool,
    /// Whether it is told as one finding a file with the other such words of its list.
    pub once: bool,
    /// Guards that take no words: those that silence it, and those that it needs.
    pub guards: [Guards; 2],
    /// Guards that take words, likewise.
    pub words: [[Vec<String>; WORD_KEYS]; 2],
}

/// An entry, the pattern it matches, and how that changes its form.
pub type PatternEntry = (EntryData, Pattern, Inflect);

/// Packs owners and entries, of which only those `sought` are looked for in a text. Returns the words that begin a phrase; a word may come more
/// than once.
pub fn pack_phrases(pack: &mut Writer, owners: &[OwnerData], entries: &[PatternEntry], sought: impl Fn(&EntryData) -> bool) -> Vec<String> {
    let mut builder = Builder::default();
    for (index, (_, pattern, inflect)) in entries.iter().enumerate().filter(|(_, (entry, ..))| sought(entry)) {
        builder.add(pattern, *inflect, index as u32);
    }
    let states = builder.finish();
    pack_states(pack, &states);
    let rows: Vec<u32> = entries.iter().flat_map(|(entry, ..)| entry_row(pack, entry)).collect();
    pack.set(Section::Entries, rows);
    let rows: Vec<u32> = owners.iter().flat_map(|owner| owner_row(pack, owner)).collect();
    pack.set(Section::Owners, rows);
    let first_word = |(step, _): &(Step, u32)| if let Step::Word { word, .. } = step { Some(word.clone()) } else { None };
    states[0].edges.iter().filter_map(first_word).collect()
}

fn entry_row(pack: &mut Writer, e: &EntryData) -> [u32; ENTRY] {
    let words: Vec<[u32; 1]> = e.words.iter().flatten().map(|list| [pack_list(pack, list)]).collect();
    // nearly no entry asks for words around it
    let words = if words.iter().any(|list| *list != [0]) { pack.rows(0, &words) } else { 0 };
    [
        e.owner as u32,
        pack.string(&e.phrase).0,
        e.guards[0].0,
        e.level.map_or(0, Level::number) | u32::from(e.legal) << 4,
        pack.list(&e.say),
        pack.string(&e.why).0,
        pack.string(&e.source).0,
        e.points << 3 | u32::from(e.once) << 2 | u32::from(e.fix) << 1 | u32::from(e.on),
        e.guards[1].0,
        pack.string(&e.message).0,
        words,
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
        pack_list(pack, &o.except),
    ]
}

fn pack_states(pack: &mut Writer, states: &[State]) {
    let (mut nodes, mut edges, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    for (number, state) in states.iter().enumerate() {
        for (step, to) in &state.edges {
            let (hash, other) = hashes(step);
            let next = &states[*to as usize];
            let has_ends = if next.ends.is_empty() { 0 } else { ENDS };
            let has_gap = if next.edges.iter().any(|(step, _)| *step == Step::Gap) { GAP } else { 0 };
            let filter = next.edges.iter().fold(0, |filter, (step, _)| filter | filter_bit(hashes(step).0));
            let (number, to) = (number as u32, *to << NUMBER | has_ends | has_gap);
            edges.push((edge_key(number, hash), [to, edge_check(number, hash, other), filter as u32, (filter >> 32) as u32]));
        }
        nodes.extend([ends.len() as u32, state.ends.len() as u32]);
        ends.extend(state.ends.iter().map(|(entry, form)| entry << 8 | *form as u32));
    }
    pack_filters(pack, states);
    pack_edges(pack, &edges);
    pack.set(Section::Nodes, nodes);
    pack.set(Section::Ends, ends);
}

/// The table of edges, four slots in five of which are taken, and that of their tags.
fn pack_edges(pack: &mut Writer, edges: &[(u32, [u32; EDGE])]) {
    let slots = (edges.len() + edges.len() / 4 + 1).next_multiple_of(4);
    let (mut rows, mut tags) = (vec![[0; EDGE]; slots], vec![0_u8; slots]);
    for (key, row) in edges {
        let mut slot = edge_slot(*key, slots);
        while tags[slot] != 0 {
            slot = (slot + 1) % slots;
        }
        (rows[slot], tags[slot]) = (*row, edge_tag(*key));
    }
    pack.set(Section::Edges, rows.into_flattened());
    pack.set(Section::EdgeTags, tags.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect());
}

/// The half of the hash of a step that keys its edge, and the other.
fn hashes(step: &Step) -> (u32, u32) {
    match step {
        Step::Gap => (GAP_EDGE, GAP_EDGE),
        Step::Word { word, mark } => (fold_hash(word) ^ if *mark { MARK_SALT } else { 0 }, other_half(fold_hash_wide(word))),
    }
}

/// The filters that keep nearly all words of a text away from the table.
fn pack_filters(pack: &mut Writer, states: &[State]) {
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (step, to) in &states[0].edges {
        let (hash, state) = (hashes(step).0, &states[*to as usize]);
        let anything = !state.ends.is_empty() || state.edges.iter().any(|(step, _)| matches!(step, Step::Gap | Step::Word { mark: true, .. }));
        open.extend(anything.then_some(hash));
        pairs.extend(state.edges.iter().filter_map(|(step, _)| match step {
            Step::Word { word, .. } => Some(pair_key(hash, fold_hash(word))),
            Step::Gap => None,
        }));
    }
    pack.set(Section::OpenBloom, bloom(OPEN_BITS, open.into_iter()));
    pack.set(Section::PairBloom, bloom(PAIR_BITS, pairs.into_iter()));
}
