//! How many syllables a word has, by rule: groups of vowels, less the silent ones. No dictionary.

/// Letters looked at; no word that people write is longer.
const LONGEST: usize = 48;

/// Syllables in a word, at least 1. Counts vowel groups and corrects for silent -e, -es and -ed.
#[must_use]
pub fn syllables(word: &str) -> u32 {
    let mut buffer = [0; LONGEST];
    let mut length = 0;
    for byte in word.bytes().filter(u8::is_ascii_alphabetic).take(LONGEST) {
        buffer[length] = byte.to_ascii_lowercase();
        length += 1;
    }
    let letters = &buffer[..length];
    let (mut groups, mut after_vowel) = (0_u32, false);
    for (i, letter) in letters.iter().enumerate() {
        let vowel = is_vowel(*letter);
        groups += u32::from(vowel && (!after_vowel || splits(letters, i)));
        after_vowel = vowel;
    }
    if silent_end(letters) && groups > 1 {
        groups -= 1;
    }
    groups.max(1)
}

/// One bit for each letter that can stand for a vowel: a, e, i, o, u, y.
const VOWELS: u32 = 1 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20 | 1 << 24;

fn is_vowel(letter: u8) -> bool {
    VOWELS >> (letter - b'a') & 1 == 1
}

/// Two vowels that are said one after the other: "cre-ate", "soci-ety", "vari-ous" (but not -tion, -cial, -gious).
fn splits(letters: &[u8], i: usize) -> bool {
    let before = i.checked_sub(2).map(|j| letters[j]);
    match (letters[i - 1], letters[i]) {
        (b'i', b'a' | b'o' | b'u') => !matches!(before, Some(b't' | b'c' | b's' | b'g' | b'x')),
        (b'i', b'e') => letters[i + 1..].starts_with(b"t") || letters[i + 1..].starts_with(b"n") && !matches!(before, Some(b't' | b'c' | b'r')),
        (b'e', b'o') => !matches!(before, Some(b'g' | b'p')),
        (b'u', b'a' | b'o') => before != Some(b'q') && before != Some(b'g'),
        (b'e', b'a') => letters[i + 1..].starts_with(b"t") && before == Some(b'r'),
        _ => false,
    }
}

fn silent_end(letters: &[u8]) -> bool {
    let consonant = |i: usize| letters.get(i).is_some_and(|b| !is_vowel(*b));
    let n = letters.len();
    match letters {
        // "table" keeps its last syllable, "tale" does not
        [.., b'l', b'e'] => n < 3 || !consonant(n - 3),
        [.., b'e'] => n >= 2 && consonant(n - 2),
        [.., b't' | b'd', b'e', b'd'] => false,
        [.., b'e', b'd'] => n >= 3 && consonant(n - 3),
        // "boxes", "places" keep theirs
        [.., b's' | b'x' | b'z' | b'c' | b'g' | b'h', b'e', b's'] => false,
        [.., b'l', b'e', b's'] => n < 4 || !consonant(n - 4),
        [.., b'e', b's'] => n >= 3 && consonant(n - 3),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn common_words() {
        for (word, count) in [
            ("the", 1),
            ("people", 2),
            ("service", 2),
            ("table", 2),
            ("asked", 1),
            ("wanted", 2),
            ("boxes", 2),
            ("implementation", 5),
            ("information", 4),
            ("create", 2),
            ("society", 4),
            ("various", 3),
            ("care", 1),
            ("I", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
