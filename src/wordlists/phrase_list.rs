//! The short lists of phrases that a guard looks for beside a hit, packed so that the hash of a word finds the few that begin with it.

use super::pack::{Pack, StringRef, Writer};
use crate::language::fold::{eq_folded_bytes, fold_hash};

/// Numbers of a row: hash of the first word, how many words, the text.
const ROW: usize = 3;

/// Packs a list; 0 is the empty list.
#[must_use]
pub fn pack_list(pack: &mut Writer, phrases: &[String]) -> u32 {
    let mut row = |phrase: &String| {
        let first = parts(phrase.as_bytes()).next().unwrap_or_default();
        [fold_hash(&String::from_utf8_lossy(first)), parts(phrase.as_bytes()).count() as u32, pack.string(phrase).0]
    };
    let mut rows: Vec<[u32; ROW]> = phrases.iter().map(&mut row).collect();
    rows.sort_unstable();
    let longest = rows.iter().map(|row| row[1]).max().unwrap_or(0);
    pack.rows(longest, &rows)
}

/// The words of a phrase, which spaces and hyphens part.
fn parts(phrase: &[u8]) -> impl Iterator<Item = &[u8]> {
    phrase.split(|byte| matches!(byte, b' ' | b'-')).filter(|part| !part.is_empty())
}

/// A list of phrases, read in place.
#[derive(Clone, Copy, Debug)]
pub struct PhraseList<'p> {
    pack: Pack<'p>,
    rows: &'p [[u8; 4 * ROW]],
    /// Most words that one of its phrases has.
    pub longest: usize,
}

/// A phrase of a list.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'p> {
    /// How many words it has.
    pub words: usize,
    text: &'p [u8],
}

impl<'p> PhraseList<'p> {
    /// The list at a place of a pack.
    #[inline]
    #[must_use]
    pub fn at(pack: Pack<'p>, at: u32) -> PhraseList<'p> {
        let (longest, rows) = pack.rows_at(at);
        PhraseList { pack, rows, longest: longest as usize }
    }

    /// Whether it has no phrases.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The phrases whose first word has this hash.
    pub fn beginning(&self, hash: u32) -> impl Iterator<Item = Listed<'p>> + use<'p> {
        let from = self.rows.partition_point(|row| number(row, 0) < hash);
        let (pack, same) = (self.pack, self.rows[from..].iter().take_while(move |row| number(row, 0) == hash));
        same.map(move |row| Listed { words: number(row, 1) as usize, text: pack.bytes(StringRef(number(row, 2))) })
    }
}

impl Listed<'_> {
    /// Whether words, as an author wrote them, begin with those of the phrase.
    pub fn begins<'w>(&self, mut words: impl Iterator<Item = &'w str>) -> bool {
        parts(self.text).all(|part| words.next().is_some_and(|word| eq_folded_bytes(word, part)))
    }
}

#[inline]
fn number(row: &[u8; 4 * ROW], i: usize) -> u32 {
    u32::from_le_bytes(row.as_chunks().0[i])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_finds_the_phrases_that_begin_with_it() {
        let mut writer = Writer::default();
        let at = pack_list(&mut writer, &["care plan", "care-of the", "plan"].map(str::to_owned));
        let bytes = writer.finish();
        let list = PhraseList::at(Pack::open(&bytes), at);
        let lengths = |word: &str| list.beginning(fold_hash(word)).map(|phrase| phrase.words).collect::<Vec<_>>();
        assert_eq!((list.longest, lengths("Plan"), lengths("of").len()), (3, vec![1], 0));
        let begun = |words: &[&str]| list.beginning(fold_hash(words[0])).filter(|phrase| phrase.begins(words.iter().copied())).count();
        assert_eq!((begun(&["Care", "of", "the", "dying"]), begun(&["care", "plans"]), begun(&["care"])), (1, 0, 0));
        assert!(PhraseList::at(Pack::open(&bytes), 0).is_empty());
    }
}
