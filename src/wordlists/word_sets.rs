//! The classes of English words and the acronyms, packed as tables that are looked up word by word.

use super::pack::{Pack, Section, StringRef, Writer, bloom};
use super::shape::{Acronym, Tier};
use crate::language::classes::Classes;
use crate::language::fold::{fold_hash, fold_hash_wide};

/// Bits of the filter of words with a class: 4 KB.
const CLASS_BITS: usize = 1 << 15;

/// Packs folded words with their classes. Words come once each.
pub fn pack_classes(pack: &mut Writer, words: &[(String, Classes)]) {
    let rows: Vec<[u32; 3]> = words
        .iter()
        .map(|(word, classes)| (fold_hash_wide(word), classes))
        .map(|(hash, classes)| [hash as u32, (hash >> 32) as u32 | 1, classes.0])
        .collect();
    pack.set(Section::ClassBloom, bloom(CLASS_BITS, rows.iter().map(|row| row[0])));
    pack.set(Section::Classes, Writer::table(&rows));
}

/// Packs acronyms, by their letters as written in running text (no dots). Each comes once.
pub fn pack_acronyms(pack: &mut Writer, acronyms: &[Acronym]) {
    let row =
        |a: &Acronym| [fold_hash(a.short.get_ref()), pack.string(a.short.get_ref()).0, pack.list(&a.long), a.tier as u32, pack.string(&a.note).0];
    let rows: Vec<[u32; 5]> = acronyms.iter().map(row).collect();
    pack.set(Section::Acronyms, Writer::table(&rows));
}

/// The classes of a word, by its wide hash; none for a word that is in no list.
#[inline]
#[must_use]
pub fn classes(pack: &Pack<'_>, hash: u64) -> Classes {
    if !pack.may_hold::<CLASS_BITS>(Section::ClassBloom, hash as u32) {
        return Classes(0);
    }
    let row = pack.find::<3>(Section::Classes, hash as u32, |row| row[1] == (hash >> 32) as u32 | 1);
    row.map_or(Classes(0), |row| Classes(row[2]))
}

/// A listed acronym.
#[derive(Clone, Debug)]
pub struct KnownAcronym<'p> {
    /// The letters, as usually written.
    pub short: &'p str,
    /// What they stand for.
    pub long: Vec<&'p str>,
    /// How well readers know it.
    pub tier: Tier,
    /// Anything to add.
    pub note: &'p str,
}

/// Looks an acronym up, capitals and all: `CoP` is not `COP`.
#[must_use]
pub fn acronym<'p>(pack: Pack<'p>, letters: &str) -> Option<KnownAcronym<'p>> {
    let row = pack.find::<5>(Section::Acronyms, fold_hash(letters), |row| pack.string(StringRef(row[1])) == letters)?;
    let tier = [Tier::Everyday, Tier::Known, Tier::Explain].into_iter().find(|t| *t as u32 == row[3]).unwrap_or(Tier::Explain);
    Some(KnownAcronym { short: pack.string(StringRef(row[1])), long: pack.list(row[2]).collect(), tier, note: pack.string(StringRef(row[4])) })
}
