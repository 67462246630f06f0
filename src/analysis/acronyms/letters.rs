//! The letters of a short form, and which words they can stand for.
//!
//! It compares letters with words and knows nothing of brackets or of where the words stand.

use crate::document::Document;
use crate::document::words::Word;
use crate::language::fold::{OneOf, fold};

/// Longest short form. Longer words in capitals are shouted.
pub const LONGEST: usize = 8;
/// Words on each side that a long form may reach.
pub const REACH: usize = 12;
/// Bytes of a word that are looked at.
const LONGEST_WORD: usize = 40;
/// From this many letters on, words that give them are no chance.
pub const SURE: usize = 3;
/// Most words of a long form that give no letter.
const MOST_SKIPS: usize = 2;
/// Words that need not give a letter.
const SMALL: OneOf<24> = OneOf::new([
    "of", "and", "the", "for", "in", "with", "to", "on", "a", "an", "by", "at", "from", "or", "as", "de", "des", "du", "la", "le", "et", "pour", "y",
    "yr",
]);

/// The letters, without dots, plural and possessive: `N.H.S`, `ICBs`, `GP's`.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    bytes: [u8; LONGEST],
    len: usize,
    /// In small letters, without `&`.
    plain: [u8; LONGEST],
    plain_len: usize,
    /// Bytes of the word that hold them; the plural and the possessive come after.
    pub written: usize,
}

impl Letters {
    /// The letters of a word; none when it is too long or holds anything but letters, digits and `&`.
    #[must_use]
    pub fn of(word: &str) -> Option<Letters> {
        if word.len() > LONGEST * 2 + "’s".len() {
            return None;
        }
        let one = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let is_capital = |b: u8| b.is_ascii_uppercase() || b == b'&' || b == b'.';
        let one = one.strip_suffix('s').filter(|one| one.len() >= 2 && one.bytes().all(is_capital)).unwrap_or(one);
        let mut letters = Letters { bytes: [0; LONGEST], len: 0, plain: [0; LONGEST], plain_len: 0, written: one.len() };
        for byte in one.bytes().filter(|b| *b != b'.') {
            if letters.len == LONGEST || !(byte.is_ascii_alphanumeric() || byte == b'&') {
                return None;
            }
            letters.bytes[letters.len] = byte;
            letters.len += 1;
            if byte != b'&' {
                letters.plain[letters.plain_len] = byte.to_ascii_lowercase();
                letters.plain_len += 1;
            }
        }
        (letters.len >= 2).then_some(letters)
    }

    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // ASCII by construction
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }

    /// A number that is the same for `SENCo` and `SENCO` and for no others.
    #[must_use]
    pub fn key(&self) -> u64 {
        u64::from_le_bytes(self.bytes.map(|b| b.to_ascii_uppercase()))
    }

    /// How many letters.
    #[must_use]
    pub fn count(&self) -> usize {
        self.len
    }

    /// Whether a small letter or a digit is among them.
    #[must_use]
    pub fn is_mixed(&self) -> bool {
        self.bytes[..self.len].iter().any(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    }

    /// The first letter, small.
    #[must_use]
    pub fn first(&self) -> u8 {
        self.plain[0]
    }

    fn plain(&self) -> &[u8] {
        &self.plain[..self.plain_len]
    }

    /// Whether the letters can be found in the words, from the first to the last: the first letter begins the first word, every word that is not a
    /// small one gives its first letter, and may give more from inside (after Schwartz and Hearst, 2003, who let inner words go).
    #[must_use]
    pub fn stand_for(&self, document: &Document<'_>, words: &[Word]) -> bool {
        self.reach(document, words, 0)
    }

    /// As [`Letters::stand_for`], with a word or two that give none: "Medicines and Healthcare products Regulatory Agency".
    #[must_use]
    pub fn nearly_stand_for(&self, document: &Document<'_>, words: &[Word]) -> bool {
        self.len >= SURE && self.reach(document, words, if self.len > 4 { 2 } else { 1 })
    }

    fn reach(&self, document: &Document<'_>, words: &[Word], skips: usize) -> bool {
        let plain = self.plain();
        // bit n of number s: the words so far, s of them left out, can give the first n letters
        let mut reached = [0_u16; MOST_SKIPS + 1];
        reached[0] = 1;
        for (i, word) in words.iter().enumerate() {
            let small = i > 0 && document.is_one_of(*word, &SMALL);
            let text = document.text(*word).as_bytes();
            for skipped in (0..=skips).rev() {
                let left_out = if i > 0 && skipped > 0 { reached[skipped - 1] } else { 0 };
                reached[skipped] = step(reached[skipped], plain, text, small) | left_out;
            }
            if reached.iter().all(|bits| *bits == 0) || word.is_opaque() {
                return false;
            }
        }
        !words.is_empty() && reached.iter().any(|bits| bits & 1 << plain.len() != 0)
    }

    /// Whether every letter begins a word, and every word that is not a small one gives a letter.
    #[must_use]
    pub fn are_initials_of(&self, document: &Document<'_>, words: &[Word]) -> bool {
        let mut left = self.plain().iter();
        for word in words {
            let first = document.text(*word).as_bytes()[0].to_ascii_lowercase();
            let small = document.is_one_of(*word, &SMALL);
            match left.clone().next() {
                Some(letter) if *letter == first => _ = left.next(),
                _ if small => {}
                _ => return false,
            }
        }
        words.len() > 1 && left.next().is_none()
    }
}

/// How many letters can be given once this word is read.
fn step(reached: u16, letters: &[u8], word: &[u8], small: bool) -> u16 {
    let word = &word[..word.len().min(LONGEST_WORD)];
    let mut next = if small { reached } else { 0 };
    for given in (0..letters.len()).filter(|n| reached & 1 << n != 0) {
        let (mut at, mut have) = (0, given);
        // its first letter, then letters in order from inside it: "psychotherapy" gives P or PT
        while have < letters.len() {
            let found = word[at..].iter().position(|b| b.eq_ignore_ascii_case(&letters[have]));
            match found {
                Some(found) if at > 0 || found == 0 => at += found + 1,
                _ => break,
            }
            have += 1;
            next |= 1 << have;
        }
    }
    next
}

/// Whether a word is one of those that need not give a letter: no long form begins or ends with it, as a rule.
#[must_use]
pub fn is_small(document: &Document<'_>, word: Word) -> bool {
    !word.is_capital() && document.is_one_of(word, &SMALL)
}

/// Whether the words are a listed long form; a plural is the same.
#[must_use]
pub fn are_listed(document: &Document<'_>, words: &[Word], long: &str) -> bool {
    let mut parts = long.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|part| !part.is_empty());
    words.iter().all(|word| parts.next().is_some_and(|part| alike(document.text(*word), part))) && parts.next().is_none()
}

fn alike(word: &str, listed: &str) -> bool {
    let one = |text: &str| text.strip_suffix(['s', 'S']).map_or(text.len(), str::len);
    if word.is_ascii() {
        return word[..one(word)].eq_ignore_ascii_case(&listed[..one(listed)]);
    }
    let folded = fold(word);
    folded[..one(&folded)].eq_ignore_ascii_case(&listed[..one(listed)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    fn spells(short: &str, long: &str) -> bool {
        let source = SourceFile { name: String::new(), text: long.to_owned() };
        let document = Document::new(&source, Format::Text);
        Letters::of(short).is_some_and(|letters| letters.stand_for(&document, &document.words))
    }

    #[test]
    fn letters_are_read_without_dots_plural_and_possessive() {
        let read = |word: &str| Letters::of(word).map(|l| l.as_str().to_owned());
        for (word, letters) in
            [("C.M.H.T", "CMHT"), ("ICBs", "ICB"), ("ICB’s", "ICB"), ("A&E", "A&E"), ("SENCos", "SENCos"), ("ABCDEFGH", "ABCDEFGH")]
        {
            assert_eq!(read(word).as_deref(), Some(letters));
        }
        assert!(read("ABCDEFGHI").is_none() && read("CAFÉ").is_none() && read("I.").is_none());
        assert_eq!(Letters::of("SENCo").map(|l| l.key()), Letters::of("SENCO").map(|l| l.key()));
    }

    #[test]
    fn letters_stand_for_words_that_give_them_all() {
        for (short, long) in [
            ("MDT", "multidisciplinary team"),
            ("B&B", "bed and breakfast"),
            ("CMHT", "community mental health team"),
            ("ECT", "electroconvulsive therapy"),
        ] {
            assert!(spells(short, long), "{short} {long}");
        }
        for (short, long) in [("MDT", "the multidisciplinary team"), ("PPG", "group"), ("MDT", "multidisciplinary team meeting")] {
            assert!(!spells(short, long), "{short} {long}");
        }
    }

    #[test]
    fn a_word_may_give_no_letter() {
        let nearly = |short: &str, long: &str| {
            let source = SourceFile { name: String::new(), text: long.to_owned() };
            let document = Document::new(&source, Format::Text);
            Letters::of(short).is_some_and(|letters| letters.nearly_stand_for(&document, &document.words))
        };
        assert!(nearly("MHRA", "Medicines and Healthcare products Regulatory Agency"));
        assert!(!nearly("PPG", "The group") && !nearly("CEE", "contribution to the target") && !nearly("LA", "local people and"));
    }
}
