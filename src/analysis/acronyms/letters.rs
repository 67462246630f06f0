//! The letters of a short form, and which words they can stand for.
//!
//! It compares letters with words and knows nothing of brackets or of where the words stand.

use super::spelling::{MOST_LETTERS, is_small};
use crate::document::Document;
use crate::document::words::Word;
use crate::language::fold::fold;

/// Longest short form of one word. Longer words in capitals are shouted.
pub const LONGEST: usize = 8;
/// Words on each side that a long form may reach.
pub const REACH: usize = 12;
/// Longest short form in which a number says how often a letter comes.
const LONGEST_REPEATED: usize = 4;
/// From this many letters on, words that give them are no chance.
pub const SURE: usize = 3;
/// The letters, without dots, plural and possessive: `N.H.S`, `ICBs`, `GP's`.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    bytes: [u8; MOST_LETTERS],
    len: usize,
    /// Letters and digits only, small.
    plain: [u8; MOST_LETTERS],
    plain_len: usize,
    capitals: usize,
    /// Bytes of the word that hold them; the plural and the possessive come after.
    pub written: usize,
}

impl Letters {
    /// The letters of a word; none when it is too long or holds anything but letters, digits and `&`.
    #[must_use]
    pub fn of(word: &str) -> Option<Letters> {
        let letters = Letters::read(word, |byte| byte == b'&')?;
        (letters.len <= LONGEST).then_some(letters)
    }

    /// The letters of a short form that may be longer and may have parts: `UN-Women`, `Pol II`, `H&WB`.
    #[must_use]
    pub fn of_text(text: &str) -> Option<Letters> {
        let letters = Letters::read(text, |byte| matches!(byte, b'&' | b'-' | b' ' | b'/' | b'+' | b',' | b'\''))?;
        let starts = text.as_bytes()[0].is_ascii_alphanumeric() && letters.plain().iter().any(u8::is_ascii_alphabetic);
        starts.then_some(letters)
    }

    fn read(word: &str, may_hold: impl Fn(u8) -> bool) -> Option<Letters> {
        if word.len() > MOST_LETTERS * 2 + "’s".len() {
            return None;
        }
        let one = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        // "ICBs" and "PhDs", but "SENCos" keeps its s
        let one = one.strip_suffix('s').filter(|one| one.len() >= 2 && one.ends_with(|c: char| c.is_ascii_uppercase())).unwrap_or(one);
        let mut letters = Letters { bytes: [0; MOST_LETTERS], len: 0, plain: [0; MOST_LETTERS], plain_len: 0, capitals: 0, written: one.len() };
        for byte in one.bytes().filter(|b| *b != b'.') {
            if letters.len == MOST_LETTERS || !(byte.is_ascii_alphanumeric() || may_hold(byte)) {
                return None;
            }
            letters.bytes[letters.len] = byte;
            letters.len += 1;
            letters.capitals += usize::from(byte.is_ascii_uppercase());
            if byte.is_ascii_alphanumeric() {
                letters.plain[letters.plain_len] = byte.to_ascii_lowercase();
                letters.plain_len += 1;
            }
        }
        (letters.plain_len >= 2).then_some(letters)
    }

    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // ASCII by construction
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }

    /// A number that is the same for `SENCo` and `SENCO` and for no others.
    #[must_use]
    pub fn key(&self) -> u128 {
        u128::from_le_bytes(self.bytes.map(|b| b.to_ascii_uppercase()))
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

    /// Whether small letters stand among capitals as they do in acronyms: CoP, DoLS, EqIA, but not YouTube.
    #[must_use]
    pub fn is_patterned(&self) -> bool {
        let letters = &self.bytes[..self.len];
        let run = letters.windows(2).any(|two| two.iter().all(u8::is_ascii_lowercase));
        let (first, last) = (letters[0].is_ascii_uppercase(), letters[self.len - 1].is_ascii_uppercase());
        first && last && !run && self.len <= 6 && letters.iter().all(u8::is_ascii_alphabetic)
    }

    /// Whether the first is a capital.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        self.bytes[0].is_ascii_uppercase()
    }

    /// Whether it looks like a short form: two capitals or more, or one that is not the first.
    #[must_use]
    pub fn has_capitals(&self) -> bool {
        self.capitals > usize::from(self.is_capital())
    }

    /// The first letter, small.
    #[must_use]
    pub fn first(&self) -> u8 {
        self.plain[0]
    }

    /// The letters and digits, small.
    #[must_use]
    pub fn plain(&self) -> &[u8] {
        &self.plain[..self.plain_len]
    }

    /// The letters with the one before a small number said as often as that: `wwwc` for `W3C`.
    #[must_use]
    pub fn repeated(&self) -> Option<Vec<u8>> {
        let plain = self.plain();
        let at = plain.iter().position(|b| matches!(b, b'2'..=b'4'))?;
        let within = at > 0 && plain[at - 1].is_ascii_alphabetic() && plain.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
        (within && plain.len() <= LONGEST_REPEATED).then_some(())?;
        let more = usize::from(plain[at] - b'1');
        let all: Vec<u8> = plain[..at].iter().copied().chain(vec![plain[at - 1]; more]).chain(plain[at + 1..].iter().copied()).collect();
        Some(all)
    }

    /// Whether every letter begins a word, and every word that is not a small one gives a letter.
    #[must_use]
    pub fn are_initials_of(&self, document: &Document<'_>, words: &[Word]) -> bool {
        let mut left = self.plain().iter();
        for word in words {
            let first = document.text(*word).as_bytes()[0].to_ascii_lowercase();
            let small = is_small(document, *word);
            match left.clone().next() {
                Some(letter) if *letter == first => _ = left.next(),
                _ if small => {}
                _ => return false,
            }
        }
        words.len() > 1 && left.next().is_none()
    }
}

/// Whether the words are a listed long form; a plural is the same.
#[must_use]
pub fn are_listed(document: &Document<'_>, words: &[Word], long: &str) -> bool {
    let mut parts = parts(long);
    words.iter().all(|word| parts.next().is_some_and(|part| alike(document.text(*word), part))) && parts.next().is_none()
}

/// Whether a word is the first of a listed long form.
#[must_use]
pub fn begins_as(document: &Document<'_>, word: Word, long: &str) -> bool {
    parts(long).next().is_some_and(|part| alike(document.text(word), part))
}

/// The words of a listed long form.
pub fn parts(long: &str) -> impl Iterator<Item = &str> {
    long.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|part| !part.is_empty())
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
}
