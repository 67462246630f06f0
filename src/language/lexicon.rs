//! How familiar an English word is: finds the listed word that a form belongs to, and estimates the words that no list has.
//!
//! It knows forms and shapes, not the list: that is `wordlists/english/familiarity.tsv`, which `builtin` looks words up in. The steps from a
//! form to its base are the same as in `scripts/familiarity.py`, which made the list.

use super::fold::{hash_ascii, is_apostrophe};

/// Familiarity of the words that every reader meets all the time, such as "the".
pub const MOST_FAMILIAR: u8 = 77;
/// Familiarity of a word that is neither listed nor made from a listed word. The 230,000 words that `wordfreq` knows and the list leaves out have
/// 16 in the mean, be they long or short; words that it does not know have less.
pub const UNKNOWN: u8 = 10;
/// Most that a word made from a listed one can have: had it more, it would be listed.
const MOST_OF_DERIVED: u8 = 30;
/// Letters looked at; no word that people write is longer.
const LONGEST: usize = 40;

/// An ending: what stands in its place in the base, and how much less familiar the longer word is.
struct Ending {
    ends: &'static str,
    bases: &'static [&'static str],
    /// Whether the base may have one of two equal letters: "planned" of "plan".
    doubled: bool,
    loss: u8,
}

const fn ending(ends: &'static str, bases: &'static [&'static str]) -> Ending {
    Ending { ends, bases, doubled: false, loss: 0 }
}

/// Forms of a word. Only the first ending that fits is tried.
const FORMS: [Ending; 6] = [
    ending("ies", &["y"]),
    ending("ied", &["y"]),
    ending("es", &["e", ""]),
    ending("s", &[""]),
    Ending { ends: "ed", bases: &["e", ""], doubled: true, loss: 0 },
    Ending { ends: "ing", bases: &["", "e"], doubled: true, loss: 0 },
];

/// Words made from others: "unhelpfully" of "unhelpful".
const DERIVED: [Ending; 11] = [
    Ending { ends: "ily", bases: &["y"], doubled: false, loss: 7 },
    Ending { ends: "ly", bases: &["", "le"], doubled: false, loss: 7 },
    Ending { ends: "iness", bases: &["y"], doubled: false, loss: 10 },
    Ending { ends: "ness", bases: &[""], doubled: false, loss: 10 },
    Ending { ends: "less", bases: &[""], doubled: false, loss: 7 },
    Ending { ends: "er", bases: &["", "e"], doubled: true, loss: 5 },
    Ending { ends: "est", bases: &["", "e"], doubled: true, loss: 3 },
    Ending { ends: "ability", bases: &["able", "", "e"], doubled: true, loss: 10 },
    Ending { ends: "able", bases: &["", "e"], doubled: true, loss: 10 },
    Ending { ends: "isation", bases: &["ise", "ize", ""], doubled: false, loss: 10 },
    Ending { ends: "ation", bases: &["e", "ate", ""], doubled: false, loss: 10 },
];
/// Beginnings that turn a word round: who knows "likely" knows "unlikely".
const NOT: [&str; 3] = ["un", "non", "mis"];
/// Beginnings that may make a word of quite another meaning, as "redress" is no kind of dress: they count only for words that no list has.
const PREFIXES: [&str; 10] = ["re", "over", "under", "pre", "multi", "anti", "inter", "sub", "post", "co"];
const PREFIX_LOSS: u8 = 10;

/// The familiarity of a word, in tenths on the Zipf scale: 60 is once in a thousand words, 30 once in a million. `listed` looks a folded hash up.
/// A possessive and a form are as familiar as their word, listed or not: who knows "fix" knows "fixes", however seldom it is written. A word made from
/// another loses a little. Letters outside ASCII are not looked at: such a word is a name, or from another language.
#[must_use]
pub fn familiarity(word: &str, listed: impl Fn(u64) -> Option<u8>) -> u8 {
    // nearly every word is plain letters, and this look at it is quick
    let plain = word.bytes().fold(true, |all, b| all & (b.is_ascii() && b != b'\''));
    let word = if plain { word } else { word.find(is_apostrophe).map_or(word, |at| &word[..at]) }.as_bytes();
    if word.len() > LONGEST {
        return UNKNOWN;
    }
    let listed = |word: &[u8]| listed(hash_ascii(word));
    let form = |word: &[u8]| listed(word).max(forms(word, |base| listed(base).or_else(|| forms(base, listed))));
    let made = || derived(word, form).or_else(|| prefixed(word, &NOT, form));
    match form(word) {
        Some(own) => own.max(made().unwrap_or_default()),
        None => made().or_else(|| prefixed(word, &PREFIXES, form)).map_or(UNKNOWN, |found| found.clamp(UNKNOWN, MOST_OF_DERIVED)),
    }
}

/// Looks for the word of which this is a regular form.
fn forms(word: &[u8], listed: impl Fn(&[u8]) -> Option<u8>) -> Option<u8> {
    // "class", "bus" and "basis" are no plurals
    if let [.., b's' | b'u' | b'i', b's'] = word {
        return None;
    }
    FORMS.iter().find(|ending| ends(word, ending.ends)).and_then(|ending| base(word, ending, 3, listed))
}

/// Looks for the word from which an ending made this.
fn derived(word: &[u8], form: impl Fn(&[u8]) -> Option<u8>) -> Option<u8> {
    DERIVED.iter().filter(|ending| ends(word, ending.ends)).find_map(|ending| base(word, ending, 4, &form))
}

/// Looks for the word from which a beginning made this.
fn prefixed(word: &[u8], prefixes: &[&str], form: impl Fn(&[u8]) -> Option<u8>) -> Option<u8> {
    let rests = prefixes.iter().filter(|prefix| word.len() >= prefix.len() + 4 && word[..prefix.len()].eq_ignore_ascii_case(prefix.as_bytes()));
    rests.filter_map(|prefix| form(&word[prefix.len()..])).next().map(|found| found.saturating_sub(PREFIX_LOSS))
}

fn ends(word: &[u8], end: &str) -> bool {
    word.len() >= end.len() && word[word.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes())
}

/// The first base of at least `shortest` letters that is found.
fn base(word: &[u8], ending: &Ending, shortest: usize, listed: impl Fn(&[u8]) -> Option<u8>) -> Option<u8> {
    let mut buffer = [0; LONGEST + 4];
    let stem = word.len() - ending.ends.len();
    buffer[..stem].copy_from_slice(&word[..stem]);
    let mut found = ending.bases.iter().find_map(|put| {
        let length = stem + put.len();
        buffer[stem..length].copy_from_slice(put.as_bytes());
        (length >= shortest).then(|| listed(&buffer[..length])).flatten()
    });
    if ending.doubled && stem > 4 && buffer[stem - 1].eq_ignore_ascii_case(&buffer[stem - 2]) {
        found = found.or_else(|| listed(&buffer[..stem - 1]));
    }
    found.map(|found| found.saturating_sub(ending.loss))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> u8 {
        let list =
            [("service", 57), ("plan", 56), ("meet", 60), ("carry", 53), ("make", 62), ("happy", 54), ("kind", 59), ("use", 64), ("class", 52)];
        familiarity(word, |hash| list.iter().find(|(w, _)| hash_ascii(w.as_bytes()) == hash).map(|(_, f)| *f))
    }

    #[test]
    fn a_form_is_as_familiar_as_its_word() {
        for (form, base) in [
            ("services", "service"),
            ("Services’", "service"),
            ("service's", "service"),
            ("planned", "plan"),
            ("PLANNING", "plan"),
            ("meetings", "meet"),
            ("carries", "carry"),
            ("making", "make"),
            ("classes", "class"),
        ] {
            assert_eq!(of(form), of(base), "{form}");
            assert!(of(form) > 50, "{form}");
        }
    }

    #[test]
    fn a_listed_word_is_as_familiar_as_what_it_is_made_of() {
        let list = [("fix", 48), ("fixes", 36), ("clear", 53), ("clearer", 37), ("likely", 51), ("unlikely", 45), ("dress", 50), ("redress", 30)];
        let of = |word: &str| familiarity(word, |hash| list.iter().find(|(w, _)| hash_ascii(w.as_bytes()) == hash).map(|(_, f)| *f));
        assert_eq!([of("fixes"), of("clearer"), of("unlikely")], [48, 48, 45]);
        assert_eq!(of("redress"), 30, "no kind of dress");
    }

    #[test]
    fn a_word_made_from_another_is_less_familiar_and_an_unknown_one_least() {
        for word in ["unhappy", "kindness", "replan", "happily", "overservices"] {
            assert_eq!(of(word), MOST_OF_DERIVED, "{word}");
        }
        for word in ["idiopathic", "clas", "bu", "s", "", "café", &"a".repeat(300)] {
            assert_eq!(of(word), UNKNOWN, "{word}");
        }
    }
}
