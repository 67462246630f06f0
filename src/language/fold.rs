//! When two words are the same word: case, curly apostrophes and invisible characters do not count.

/// An odd number with its bits well spread (2^64 divided by the golden ratio), as hashes by multiplication want.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
/// Sets the bit that tells small ASCII letters from capitals, in each byte. Other marks inside words have it anyway, or stay told apart.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Hash of a word after folding, of which [`fold_hash`] is one half. Equal words have equal hashes. Two unequal words of one language share
/// all 64 bits about once in 10^19 pairs.
#[inline]
#[must_use]
pub fn fold_hash_wide(word: &str) -> u64 {
    if word.is_ascii() { hash_ascii(word.as_bytes()) } else { fold_hash_slow(word) }
}

/// Half of the hash of a word after folding. Unequal words that share it are told apart by [`eq_folded`].
#[inline]
#[must_use]
pub fn fold_hash(word: &str) -> u32 {
    fold_hash_wide(word) as u32
}

/// As [`fold_hash_wide`], for one to seven ASCII letters: the first bytes of a number, least first. Its other bytes do not count.
#[inline]
#[must_use]
pub fn hash_letters(eight: u64, length: usize) -> u64 {
    mix(length as u64, (eight | SMALL) & !(u64::MAX << (8 * length)))
}

/// As [`fold_hash_wide`], for a word of ASCII bytes that stands in a longer text, which lets it be read eight bytes at a time.
#[inline]
#[must_use]
pub fn hash_ascii_at(text: &[u8], start: usize, end: usize) -> u64 {
    let length = end - start;
    // nearly every word is one load of eight bytes
    if let Some(eight) = text.get(start..).and_then(|rest| rest.first_chunk())
        && length <= 8
    {
        let mask = u64::MAX >> (64 - 8 * length as u32).min(63);
        return mix(length as u64, (u64::from_le_bytes(*eight) | SMALL) & mask);
    }
    hash_long_at(text, start, end)
}

#[inline(never)]
fn hash_long_at(text: &[u8], start: usize, end: usize) -> u64 {
    let (mut hash, mut at) = ((end - start) as u64, start);
    while at < end {
        let Some(eight) = text.get(at..).and_then(|rest| rest.first_chunk()) else { return hash_ascii(&text[start..end]) };
        let unread = 64 - 8 * (end - at).min(8) as u32;
        hash = mix(hash, (u64::from_le_bytes(*eight) | SMALL) & u64::MAX >> unread);
        at += 8;
    }
    hash
}

/// As [`fold_hash_wide`], for a word that is known to be ASCII.
#[must_use]
pub const fn hash_ascii(bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64;
    let mut at = 0;
    while at < bytes.len() {
        let (mut chunk, mut shift) = (0, 0);
        while at < bytes.len() && shift < 64 {
            chunk |= (bytes[at] as u64 | 0x20) << shift;
            shift += 8;
            at += 1;
        }
        hash = mix(hash, chunk);
    }
    hash
}

#[inline]
const fn mix(hash: u64, chunk: u64) -> u64 {
    let mixed = (hash ^ chunk).wrapping_mul(SPREAD);
    mixed ^ mixed >> 29
}

#[cold]
fn fold_hash_slow(word: &str) -> u64 {
    hash_ascii(fold(word).as_bytes())
}

/// Whether `word`, as an author wrote it, is the already folded word `folded`.
#[inline]
#[must_use]
pub fn eq_folded(word: &str, folded: &str) -> bool {
    eq_folded_bytes(word, folded.as_bytes())
}

/// As [`eq_folded`], for folded text that is known to be UTF-8.
#[inline]
#[must_use]
pub fn eq_folded_bytes(word: &str, folded: &[u8]) -> bool {
    let bytes = word.as_bytes();
    bytes.len() == folded.len() && bytes.eq_ignore_ascii_case(folded) || !word.is_ascii() && fold(word).as_bytes() == folded
}

/// A few folded words, hashed when the program is built, to compare a word with at the cost of a number.
#[derive(Clone, Copy, Debug)]
pub struct OneOf<const N: usize> {
    /// One bit for some bits of the hash of each: nearly every word that is none of them is told here.
    filter: [u64; 4],
    words: [(u32, &'static str); N],
}

impl<const N: usize> OneOf<N> {
    /// The set of these words, which must be written folded.
    #[must_use]
    pub const fn new(words: [&'static str; N]) -> Self {
        let (mut filter, mut set) = ([0; 4], [(0, ""); N]);
        let mut i = 0;
        while i < N {
            let (bytes, mut at) = (words[i].as_bytes(), 0);
            while at < bytes.len() {
                assert!(bytes[at].is_ascii() && !bytes[at].is_ascii_uppercase(), "a word of a set is written folded");
                at += 1;
            }
            let hash = hash_ascii(bytes) as u32;
            filter[hash as usize >> 6 & 3] |= 1 << (hash & 63);
            set[i] = (hash, words[i]);
            i += 1;
        }
        OneOf { filter, words: set }
    }

    /// Whether a word of this hash may be one of them: false is certain.
    #[inline]
    #[must_use]
    pub const fn may_have(&self, hash: u32) -> bool {
        self.filter[hash as usize >> 6 & 3] >> (hash & 63) & 1 == 1
    }

    /// Whether a word, with its hash, is one of them.
    #[inline]
    #[must_use]
    pub fn has(&self, hash: u32, word: &str) -> bool {
        self.may_have(hash) && self.words.iter().any(|(h, folded)| *h == hash && eq_folded(word, folded))
    }
}

/// The folded form: lower case, straight apostrophes, no invisible characters.
#[must_use]
pub fn fold(word: &str) -> String {
    folded_chars(word).collect()
}

fn folded_chars(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().filter(|c| !is_invisible(*c)).flat_map(|c| if is_apostrophe(c) { '\''.to_lowercase() } else { c.to_lowercase() })
}

/// Straight, curly and modifier apostrophes, all of which authors and word processors use inside words.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}')
}

/// Characters that stand inside a word without being seen: soft hyphen, zero-width joiners, word joiner, byte order mark.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_curly_quotes_and_soft_hyphens_do_not_count() {
        for (a, b) in [("Utilise", "utilise"), ("don’t", "don't"), ("CAFÉ", "café"), ("stake\u{AD}holder", "stakeholder")] {
            assert_eq!(fold_hash(a), fold_hash(b), "{a} {b}");
            assert!(eq_folded(a, b), "{a} {b}");
        }
        assert!(!eq_folded("cafe", "café"));
        let text = "a Stakeholders utilise ".as_bytes();
        assert_eq!(hash_ascii_at(text, 2, 14), fold_hash_wide("stakeholders"));
        assert_eq!(hash_ascii_at(text, 15, 22), fold_hash_wide("Utilise"));
        assert_eq!(hash_ascii_at(text, 3, 14), fold_hash_wide("takeholders"));
        const SET: OneOf<2> = OneOf::new(["you", "don't"]);
        assert!(SET.has(fold_hash("Don’t"), "Don’t") && !SET.has(fold_hash("they"), "they"));
    }
}
