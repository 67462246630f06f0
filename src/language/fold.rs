//! When two words are the same word: case, curly apostrophes and invisible characters do not count.

/// The 32-bit FNV-1a offset basis and prime (Fowler, Noll and Vo): quick over the few bytes of a word.
const BASIS: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// Hash of a word after folding. Equal words have equal hashes; unequal ones are told apart by [`eq_folded`].
#[inline]
#[must_use]
pub fn fold_hash(word: &str) -> u32 {
    let mut hash = BASIS;
    for &byte in word.as_bytes() {
        if byte >= 0x80 {
            return fold_hash_slow(word);
        }
        hash = (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(PRIME);
    }
    hash
}

#[cold]
fn fold_hash_slow(word: &str) -> u32 {
    let mut hash = BASIS;
    let mut buffer = [0; 4];
    for c in folded_chars(word) {
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(PRIME);
        }
    }
    hash
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
    if bytes.len() == folded.len() && bytes.iter().zip(folded).all(|(a, b)| a.to_ascii_lowercase() == *b) {
        return true;
    }
    !word.is_ascii() && fold(word).as_bytes() == folded
}

/// A few folded words, hashed when the program is built, to compare a word with at the cost of a number.
#[derive(Clone, Copy, Debug)]
pub struct OneOf<const N: usize>([(u32, &'static str); N]);

impl<const N: usize> OneOf<N> {
    /// The set of these words, which must be written folded.
    #[must_use]
    pub const fn new(words: [&'static str; N]) -> Self {
        let mut set = [(0, ""); N];
        let mut i = 0;
        while i < N {
            let (bytes, mut hash, mut at) = (words[i].as_bytes(), BASIS, 0);
            while at < bytes.len() {
                assert!(bytes[at].is_ascii() && !bytes[at].is_ascii_uppercase(), "a word of a set is written folded");
                hash = (hash ^ bytes[at] as u32).wrapping_mul(PRIME);
                at += 1;
            }
            set[i] = (hash, words[i]);
            i += 1;
        }
        OneOf(set)
    }

    /// Whether a word, with its hash, is one of them.
    #[inline]
    #[must_use]
    pub fn has(&self, hash: u32, word: &str) -> bool {
        self.0.iter().any(|(h, folded)| *h == hash && eq_folded(word, folded))
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
        const SET: OneOf<2> = OneOf::new(["you", "don't"]);
        assert!(SET.has(fold_hash("Don’t"), "Don’t") && !SET.has(fold_hash("they"), "they"));
    }
}
