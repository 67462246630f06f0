//! Nouns that name no thing that can be seen, by how they end.

/// An abstract noun has more letters than this: "city" and "moment" are none.
const SHORT: usize = 7;

/// Whether a word is long and ends as abstract nouns do: -tion, -sion, -ment, -ance, -ence, -ity, -ness, -ship, and their plurals.
#[must_use]
pub fn has_abstract_end(word: &str) -> bool {
    let word = word.as_bytes();
    let single = word.strip_suffix(b"s").filter(|w| !w.ends_with(b"s")).unwrap_or(word);
    let ends = match single {
        // to commence and to implement are to do something
        [.., b'm', b'm', b'e', b'n', b'c', b'e'] | [.., b'p', b'l', b'e', b'm', b'e', b'n', b't'] => false,
        [.., b't' | b's', b'i', b'o', b'n']
        | [.., b'm', b'e', b'n', b't']
        | [.., b'a' | b'e', b'n', b'c', b'e']
        | [.., b'i', b't', b'y']
        | [.., b's', b'h', b'i', b'p'] => true,
        _ => word.ends_with(b"ness") || word.ends_with(b"nesses") || word.ends_with(b"ities"),
    };
    ends && single.len() > SHORT
}

#[cfg(test)]
mod tests {
    use super::has_abstract_end;

    #[test]
    fn long_words_with_such_an_end() {
        for word in ["implementation", "allowances", "responsibility", "opportunities", "effectiveness", "membership"] {
            assert!(has_abstract_end(word), "{word}");
        }
        for word in ["city", "moment", "station", "councillor", "hospitals", "recommence", "implement", "comments"] {
            assert!(!has_abstract_end(word), "{word}");
        }
    }
}
