//! Whether a word is said with `a` or `an` before it. The sound decides, not the letter: a use, an hour, an NHS trust.

/// Whether `an` goes before this word.
#[must_use]
pub fn takes_an(word: &str) -> bool {
    /// Letters whose names begin with a vowel, for short forms that are spelled out.
    const SPELLED: &str = "AEFHILMNORSX";
    let letters = word.chars().filter(|c| c.is_alphabetic());
    // "UTC" and "NHS" cannot be said as words
    let spelled = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase) && !word.chars().skip(1).any(|c| "AEIOUY".contains(c));
    if spelled {
        return word.starts_with(|c| SPELLED.contains(c));
    }
    let word = word.to_lowercase();
    let starts = |with: &[&str]| with.iter().any(|start| word.starts_with(start));
    if starts(&["hour", "honest", "honour", "heir"]) || starts(&["8", "11", "18"]) {
        return true;
    }
    // "you" and "won" sounds: use, unit, Europe, one-off
    let consonant = starts(&["use", "usu", "usa", "uti", "uto", "eu", "ewe", "once"])
        || starts(&["uni"]) && !starts(&["unin", "unim", "unid"])
        || starts(&["one"]) && !starts(&["oner"]);
    !consonant && starts(&["a", "e", "i", "o", "u", "é"])
}

#[cfg(test)]
mod tests {
    use super::takes_an;

    #[test]
    fn the_sound_decides() {
        for word in ["apple", "hour", "honest", "NHS", "MP", "unimportant", "older", "easy", "8", "onerous", "Understanding"] {
            assert!(takes_an(word), "an {word}");
        }
        for word in ["use", "unit", "European", "one-off", "house", "UTC", "main", "DWP", "useful", "10"] {
            assert!(!takes_an(word), "a {word}");
        }
    }
}
