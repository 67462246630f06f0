//! The built-in word data: `wordlists/`, packed by `build.rs` and read in place.

use crate::language::classes::Classes;
use crate::language::fold::fold_hash_wide;
use crate::language::lexicon;
use crate::wordlists::familiar::FamiliarTable;
use crate::wordlists::pack::Pack;
use crate::wordlists::phrase_table::PhraseTable;
use crate::wordlists::word_sets::{self, ClassTable, KnownAcronym};

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.pack"));

fn pack() -> Pack<'static> {
    Pack::open(BYTES)
}

include!(concat!(env!("OUT_DIR"), "/lists.rs"));

/// The built-in phrases.
#[must_use]
pub fn phrases() -> PhraseTable<'static> {
    PhraseTable::new(pack())
}

/// The classes of all words that have any.
#[must_use]
pub fn class_table() -> ClassTable<'static> {
    ClassTable::new(pack())
}

/// The classes of a word that stands in no document.
#[must_use]
pub fn classes(word: &str) -> Classes {
    class_table().of(fold_hash_wide(word))
}

/// How familiar a word is, in tenths on the Zipf scale: see [`lexicon::familiarity`].
#[must_use]
pub fn familiarity(word: &str) -> u8 {
    let table = FamiliarTable::new(pack());
    lexicon::familiarity(word, |hash| table.of(hash))
}

/// A listed acronym.
#[must_use]
pub fn acronym(letters: &str) -> Option<KnownAcronym<'static>> {
    word_sets::acronym(pack(), letters)
}
