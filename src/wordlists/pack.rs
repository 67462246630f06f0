//! The flat byte format of packed word data: sections of 32-bit little-endian numbers and one pool of strings.
//!
//! Read in place, so that starting up costs nothing. Written by [`Writer`] in `build.rs`, and at run time for a house list.

use std::collections::HashMap;

/// The sections of a pack, in order.
#[derive(Clone, Copy, Debug)]
#[repr(usize)]
pub enum Section {
    /// String pool: length (2 bytes), then UTF-8.
    Strings,
    /// Lists of strings: count, then string references.
    Lists,
    /// One bit for each first word after which anything may come: it is a phrase by itself, or a gap or a mark may follow.
    OpenBloom,
    /// One bit for each pair of first words.
    PairBloom,
    /// Edges of the phrase automaton: an open-addressed table (see [`super::matcher`]).
    Edges,
    /// One byte for each slot of that table.
    EdgeTags,
    /// Its nodes: where their ends are.
    Nodes,
    /// For each node, the entries that end there.
    Ends,
    /// The entries of the lists.
    Entries,
    /// The rules, elements and kinds that entries belong to.
    Owners,
    /// Word classes: an open-addressed table of a part of the hash and the number of a set of classes, in one number.
    Classes,
    /// The sets of classes.
    ClassSets,
    /// One bit for each word that has a class (by hash).
    ClassBloom,
    /// How familiar words are: an open-addressed table of a part of the hash and a figure, in one number.
    Familiar,
    /// Acronyms: an open-addressed table of (letters, expansions, tier, note).
    Acronyms,
}

const SECTIONS: usize = Section::Acronyms as usize + 1;

/// A reference to a string of the pool; 0 is the empty string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct StringRef(pub u32);

/// Builds a pack.
pub struct Writer {
    strings: Vec<u8>,
    known: HashMap<String, StringRef>,
    lists: Vec<u32>,
    sections: [Vec<u32>; SECTIONS],
}

impl Default for Writer {
    fn default() -> Self {
        Writer { strings: vec![0, 0], known: HashMap::new(), lists: vec![0], sections: std::array::from_fn(|_| Vec::new()) }
    }
}

impl Writer {
    /// Keeps a string once, whatever the number of times it is asked for. Text over 65,535 bytes is cut at a character.
    pub fn string(&mut self, text: &str) -> StringRef {
        if text.is_empty() {
            return StringRef(0);
        }
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let cut = text.floor_char_boundary(usize::from(u16::MAX));
        let at = StringRef(self.strings.len() as u32);
        self.strings.extend_from_slice(&(cut as u16).to_le_bytes());
        self.strings.extend_from_slice(&text.as_bytes()[..cut]);
        self.known.insert(text.to_owned(), at);
        at
    }

    /// Keeps a list of strings; 0 is the empty list.
    pub fn list<S: AsRef<str>>(&mut self, texts: &[S]) -> u32 {
        if texts.is_empty() {
            return 0;
        }
        let refs: Vec<u32> = texts.iter().map(|t| self.string(t.as_ref()).0).collect();
        let at = self.lists.len() as u32;
        self.lists.push(refs.len() as u32);
        self.lists.extend(refs);
        at
    }

    /// Keeps rows of numbers with one number that is about them all; 0 stands for none. For [`Pack::rows_at`].
    pub fn rows<const ROW: usize>(&mut self, about: u32, rows: &[[u32; ROW]]) -> u32 {
        if rows.is_empty() {
            return 0;
        }
        let at = self.lists.len() as u32;
        self.lists.extend([rows.len() as u32, about]);
        self.lists.extend(rows.as_flattened());
        at
    }

    /// Sets a whole section.
    pub fn set(&mut self, section: Section, numbers: Vec<u32>) {
        self.sections[section as usize] = numbers;
    }

    /// An open-addressed table of rows, each led by its key: the number of slots is a power of two, at least one and a half times the rows.
    #[must_use]
    pub fn table<const ROW: usize>(rows: &[[u32; ROW]]) -> Vec<u32> {
        let slots = (rows.len() + rows.len() / 2 + 4).next_power_of_two();
        let mut table = vec![0; slots * ROW];
        for row in rows {
            let mut slot = slot_of(row[0], slots);
            while table[slot * ROW + 1] != 0 {
                slot = (slot + 1) & (slots - 1);
            }
            table[slot * ROW..(slot + 1) * ROW].copy_from_slice(row);
        }
        table
    }

    /// The finished bytes: the offset and length of each section in numbers, then the sections.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        self.sections[Section::Lists as usize] = self.lists;
        let bodies = self.sections.iter().map(|numbers| numbers.iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>());
        let bodies: Vec<Vec<u8>> = std::iter::once(self.strings).chain(bodies.skip(1)).collect();
        let mut head = Vec::new();
        let mut at = (SECTIONS * 8) as u32;
        for body in &bodies {
            head.extend(at.to_le_bytes());
            head.extend((body.len() as u32).to_le_bytes());
            at += body.len() as u32;
        }
        head.into_iter().chain(bodies.into_iter().flatten()).collect()
    }
}

/// Where the search for a key starts in a table of `slots`.
#[inline]
fn slot_of(key: u32, slots: usize) -> usize {
    (key ^ key >> 15) as usize & (slots - 1)
}

/// A pack, read in place.
#[derive(Clone, Copy, Debug)]
pub struct Pack<'p> {
    bytes: &'p [u8],
}

impl<'p> Pack<'p> {
    /// Opens a pack made by [`Writer::finish`]. Bytes that are none give empty sections.
    #[must_use]
    pub fn open(bytes: &'p [u8]) -> Pack<'p> {
        Pack { bytes }
    }

    /// The bytes of a section.
    #[inline]
    #[must_use]
    pub fn section(&self, section: Section) -> &'p [u8] {
        let (at, length) = (number_at(self.bytes, section as usize * 2) as usize, number_at(self.bytes, section as usize * 2 + 1) as usize);
        self.bytes.get(at..at + length).unwrap_or_default()
    }

    /// A section as rows of bytes.
    #[must_use]
    pub fn rows<const BYTES: usize>(&self, section: Section) -> &'p [[u8; BYTES]] {
        self.section(section).as_chunks().0
    }

    /// How many numbers a section holds.
    #[must_use]
    pub fn len(&self, section: Section) -> usize {
        self.section(section).len() / 4
    }

    /// A number of a section; 0 past its end.
    #[inline]
    #[must_use]
    pub fn number(&self, section: Section, index: usize) -> u32 {
        number_at(self.section(section), index)
    }

    /// A string of the pool.
    #[must_use]
    pub fn string(&self, at: StringRef) -> &'p str {
        std::str::from_utf8(self.bytes(at)).unwrap_or_default()
    }

    /// The bytes of a string of the pool, to compare with.
    #[inline]
    #[must_use]
    pub fn bytes(&self, at: StringRef) -> &'p [u8] {
        string_bytes(self.section(Section::Strings), at)
    }

    /// The strings of a list.
    pub fn list(self, at: u32) -> impl ExactSizeIterator<Item = &'p str> {
        let count = if at == 0 { 0 } else { self.number(Section::Lists, at as usize) as usize };
        (0..count).map(move |i| self.string(StringRef(self.number(Section::Lists, at as usize + 1 + i))))
    }

    /// The rows kept by [`Writer::rows`], and the number that is about them all.
    #[inline]
    #[must_use]
    pub fn rows_at<const BYTES: usize>(&self, at: u32) -> (u32, &'p [[u8; BYTES]]) {
        let lists: &[[u8; 4]] = self.rows(Section::Lists);
        let Some([count, about]) = lists.get(at as usize..).and_then(|rest| rest.first_chunk()).filter(|_| at != 0) else { return (0, &[]) };
        let rows = lists[at as usize + 2..].as_flattened().as_chunks().0;
        (u32::from_le_bytes(*about), rows.get(..u32::from_le_bytes(*count) as usize).unwrap_or_default())
    }
}

/// The bytes of a string of a pool.
#[inline]
#[must_use]
pub fn string_bytes(pool: &[u8], at: StringRef) -> &[u8] {
    let at = at.0 as usize;
    let Some([low, high]) = pool.get(at..).and_then(|rest| rest.first_chunk::<2>()) else { return &[] };
    let length = usize::from(*low) | usize::from(*high) << 8;
    pool.get(at + 2..at + 2 + length).unwrap_or_default()
}

/// The first row under `key` that `is_it` accepts, in a table made by [`Writer::table`].
#[inline]
pub fn find<const ROW: usize>(table: &[u8], key: u32, is_it: impl Fn(&[u32; ROW]) -> bool) -> Option<[u32; ROW]> {
    let (numbers, _) = table.as_chunks::<4>();
    let (rows, _) = numbers.as_chunks::<ROW>();
    let slots = rows.len();
    let mut slot = slot_of(key, slots.max(1));
    loop {
        let row = rows.get(slot)?.map(u32::from_le_bytes);
        if row[1] == 0 {
            return None;
        }
        if row[0] == key && is_it(&row) {
            return Some(row);
        }
        slot = (slot + 1) & (slots - 1);
    }
}

/// Whether the bit of a hash is set in a filter of `BITS` bits made by [`bloom`]: false is certain.
#[inline]
#[must_use]
pub fn may_hold<const BITS: usize>(filter: &[u8], hash: u32) -> bool {
    let bit = bit_of(hash) & (BITS - 1);
    // little-endian numbers: a bit of a number is a bit of one of its bytes
    filter.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
}

/// A filter with one bit for each hash, for [`may_hold`]. `bits` is a power of two.
#[must_use]
pub fn bloom(bits: usize, hashes: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut filter = vec![0; bits / 32];
    for hash in hashes {
        let bit = bit_of(hash) & (bits - 1);
        filter[bit / 32] |= 1 << (bit % 32);
    }
    filter
}

#[inline]
fn bit_of(hash: u32) -> usize {
    (hash ^ hash >> 16) as usize
}

#[inline]
fn number_at(bytes: &[u8], index: usize) -> u32 {
    bytes.get(index * 4..).and_then(|rest| rest.first_chunk()).map_or(0, |four| u32::from_le_bytes(*four))
}
