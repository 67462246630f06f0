//! The built-in word data: `wordlists/`, packed by `build.rs` and read in place.

use std::sync::LazyLock;

use crate::language::classes::Classes;
use crate::language::fold::fold_hash_wide;
use crate::wordlists::pack::Pack;
use crate::wordlists::phrase_table::PhraseTable;
use crate::wordlists::word_sets::{self, KnownAcronym};

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.pack"));
/// The pack with its sections found, which words ask for millions of times.
static PACK: LazyLock<Pack<'static>> = LazyLock::new(|| Pack::open(BYTES));

/// The built-in phrases.
#[must_use]
pub fn phrases() -> PhraseTable<'static> {
    PhraseTable::new(*PACK)
}

/// The classes of a word, by its wide hash.
#[inline]
#[must_use]
pub fn classes_of_hash(hash: u64) -> Classes {
    word_sets::classes(&PACK, hash)
}

/// The classes of a word that stands in no document.
#[must_use]
pub fn classes(word: &str) -> Classes {
    classes_of_hash(fold_hash_wide(word))
}

/// A listed acronym.
#[must_use]
pub fn acronym(letters: &str) -> Option<KnownAcronym<'static>> {
    word_sets::acronym(*PACK, letters)
}
