//! The classes of English words and the acronyms, packed as tables that are looked up word by word.

use super::pack::{Pack, Section, StringRef, Writer, bloom, find, may_hold};
use super::shape::{Acronym, Tier};
use crate::language::classes::Classes;
use crate::language::fold::{fold_hash, fold_hash_wide};

/// Bits of the filter of words that have classes: 8 KB.
const CLASS_BITS: usize = 1 << 16;
/// Bits of a row that say which set of classes the word has; the others tell the word from those that share its slot. A word of no list takes
/// the classes of another about once in a hundred million words, which is less than a document in ten thousand.
const SET_BITS: u32 = 10;

/// Packs folded words with their classes. Words come once each. The rows are small, so that they stay in the nearest cache.
pub fn pack_classes(pack: &mut Writer, words: &[(String, Classes)]) {
    // set 0 marks an empty row
    let mut sets = vec![0];
    let slots = (words.len() * 2).next_power_of_two();
    let mut rows = vec![0; slots];
    for (word, classes) in words {
        let hash = fold_hash_wide(word);
        let mut slot = hash as usize & (slots - 1);
        while rows[slot] != 0 {
            slot = (slot + 1) & (slots - 1);
        }
        let set = sets.iter().position(|set| *set == classes.0).unwrap_or_else(|| {
            sets.push(classes.0);
            sets.len() - 1
        });
        assert!(set < 1 << SET_BITS, "words have more sets of classes than a row can tell");
        rows[slot] = tag(hash) | set as u32;
    }
    let hashes = words.iter().map(|(word, _)| fold_hash_wide(word) as u32);
    pack.set(Section::ClassBloom, bloom(CLASS_BITS, hashes));
    pack.set(Section::Classes, rows);
    pack.set(Section::ClassSets, sets);
}

/// The part of a hash that does not choose the slot, as the upper bits of a row.
#[inline]
fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32 & !((1 << SET_BITS) - 1)
}

/// Packs acronyms, by their letters as written in running text (no dots). Each comes once.
pub fn pack_acronyms(pack: &mut Writer, acronyms: &[Acronym]) {
    let row =
        |a: &Acronym| [fold_hash(a.short.get_ref()), pack.string(a.short.get_ref()).0, pack.list(&a.long), a.tier as u32, pack.string(&a.note).0];
    let rows: Vec<[u32; 5]> = acronyms.iter().map(row).collect();
    pack.set(Section::Acronyms, Writer::table(&rows));
}

/// The classes of words, read in place.
#[derive(Clone, Copy, Debug)]
pub struct ClassTable<'p> {
    filter: &'p [u8],
    rows: &'p [[u8; 4]],
    sets: &'p [[u8; 4]],
}

impl<'p> ClassTable<'p> {
    /// The classes of a pack.
    #[must_use]
    pub fn new(pack: Pack<'p>) -> Self {
        ClassTable { filter: pack.section(Section::ClassBloom), rows: pack.rows(Section::Classes), sets: pack.rows(Section::ClassSets) }
    }

    /// The classes of a word, by its wide hash; none for a word that is in no list.
    #[inline]
    #[must_use]
    pub fn of(&self, hash: u64) -> Classes {
        if !may_hold::<CLASS_BITS>(self.filter, hash as u32) {
            return Classes(0);
        }
        let last = self.rows.len().wrapping_sub(1);
        let mut slot = hash as usize & last;
        while let Some(row) = self.rows.get(slot).map(|row| u32::from_le_bytes(*row)) {
            let set = (row ^ tag(hash)) as usize;
            if row == 0 {
                break;
            }
            if set < 1 << SET_BITS {
                return Classes(self.sets.get(set).map_or(0, |set| u32::from_le_bytes(*set)));
            }
            slot = (slot + 1) & last;
        }
        Classes(0)
    }
}

/// A listed acronym.
#[derive(Clone, Copy, Debug)]
pub struct KnownAcronym<'p> {
    pack: Pack<'p>,
    long: u32,
    /// The letters, as usually written.
    pub short: &'p str,
    /// How well readers know it.
    pub tier: Tier,
    /// Anything to add.
    pub note: &'p str,
}

impl<'p> KnownAcronym<'p> {
    /// What they stand for.
    pub fn long(&self) -> impl ExactSizeIterator<Item = &'p str> + use<'p> {
        self.pack.list(self.long)
    }
}

/// Looks an acronym up, capitals and all: `CoP` is not `COP`.
#[must_use]
pub fn acronym<'p>(pack: Pack<'p>, letters: &str) -> Option<KnownAcronym<'p>> {
    let row = find::<5>(pack.section(Section::Acronyms), fold_hash(letters), |row| pack.string(StringRef(row[1])) == letters)?;
    let tier = [Tier::Everyday, Tier::Known, Tier::Explain].into_iter().find(|t| *t as u32 == row[3]).unwrap_or(Tier::Explain);
    Some(KnownAcronym { pack, long: row[2], short: pack.string(StringRef(row[1])), tier, note: pack.string(StringRef(row[4])) })
}
