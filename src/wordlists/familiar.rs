//! How familiar the commonest words are: `wordlists/english/familiarity.tsv`, packed as a table that is read in place, word by word.

use super::pack::{Pack, Section, Writer};
use super::toml_file::FileError;
use crate::language::fold::hash_ascii;

/// Bits of a row for the figure; the others are a part of the hash. With four bytes a row, an unlisted word is taken for another about once in
/// ten million words.
const FIGURE_BITS: u32 = 8;

/// Reads the list: a word in small letters and a figure on each line, parted by a tab.
///
/// # Errors
/// The first line that is not so.
pub fn read_list(file: &str, text: &str) -> Result<Vec<(String, u8)>, FileError> {
    let mut words = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let entry = line.split_once('\t').and_then(|(word, figure)| Some((word, figure.parse::<u8>().ok().filter(|f| *f > 0)?)));
        let Some((word, figure)) = entry.filter(|(word, _)| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase())) else {
            let what = format!("`{line}` should be a word in small letters, a tab, and a number from 1 to 255");
            return Err(FileError { file: file.to_owned(), line: index + 1, what });
        };
        words.push((word.to_owned(), figure));
    }
    Ok(words)
}

/// Packs the words. They come once each.
pub fn pack_familiar(pack: &mut Writer, words: &[(String, u8)]) {
    let slots = (words.len() * 2).next_power_of_two();
    let mut rows = vec![0; slots];
    for (word, figure) in words {
        let hash = hash_ascii(word.as_bytes());
        let mut slot = hash as usize & (slots - 1);
        while rows[slot] != 0 {
            slot = (slot + 1) & (slots - 1);
        }
        rows[slot] = tag(hash) | u32::from(*figure);
    }
    pack.set(Section::Familiar, rows);
}

/// The part of a hash that does not choose the slot, as the upper bits of a row.
#[inline]
fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32 & !((1 << FIGURE_BITS) - 1)
}

/// The figures, read in place.
#[derive(Clone, Copy, Debug)]
pub struct FamiliarTable<'p> {
    rows: &'p [[u8; 4]],
}

impl<'p> FamiliarTable<'p> {
    /// The figures of a pack.
    #[must_use]
    pub fn new(pack: Pack<'p>) -> Self {
        FamiliarTable { rows: pack.rows(Section::Familiar) }
    }

    /// The figure of a listed word, by its wide hash.
    #[inline]
    #[must_use]
    pub fn of(&self, hash: u64) -> Option<u8> {
        let last = self.rows.len().wrapping_sub(1);
        let mut slot = hash as usize & last;
        while let Some(row) = self.rows.get(slot).map(|row| u32::from_le_bytes(*row)) {
            if row == 0 {
                break;
            }
            if (row ^ tag(hash)) < 1 << FIGURE_BITS {
                return Some(row as u8);
            }
            slot = (slot + 1) & last;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_found_and_nothing_else() {
        let words = read_list("a.tsv", "service\t57\ncouncil\t51\n").expect("a good list");
        let mut pack = Writer::default();
        pack_familiar(&mut pack, &words);
        let bytes = pack.finish();
        let table = FamiliarTable::new(Pack::open(&bytes));
        let of = |word: &str| table.of(hash_ascii(word.as_bytes()));
        assert_eq!((of("service"), of("council"), of("counsel")), (Some(57), Some(51), None));
        let wrong = read_list("a.tsv", "service\t57\nCouncil\t51\n").expect_err("a capital");
        assert_eq!((wrong.line, wrong.what.contains("Council")), (2, true));
    }
}
