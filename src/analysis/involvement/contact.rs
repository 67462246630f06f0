//! Telephone numbers, postcodes, street addresses and what stands for an address in the text.
//!
//! The patterns are compiled when a word asks for one: most documents never do.

use std::sync::LazyLock;

use regex::Regex;

use super::Channel;
use super::phone::opens_with_phone_number;
use crate::document::Document;
use crate::document::words::Word;
use crate::language::fold::OneOf;

/// How long a number or an address can be, in bytes.
const LONGEST_NUMBER: usize = 60;
/// EW1 4QT, SW1A 2AA (Royal Mail, PAF Programmers' Guide).
static POSTCODE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}(?-u:\b)"));
/// 12 Mill Road.
static STREET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^[0-9]{1,4}[A-Za-z]?,? (?:[A-Z][A-Za-z'’]+ ){1,3}",
        r"(?:Street|Road|Lane|Avenue|Drive|Close|Way|Place|Square|Terrace|Crescent|Gardens|Row|Hill|Court|Park|St|Rd|Ave)(?-u:\b)"
    ))
});

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is a constant that a test compiles")
}

/// The prose from a place on, as far as a number or an address can reach.
fn rest<'d>(document: &'d Document<'_>, start: u32) -> &'d str {
    let text = &document.prose.text;
    &text[start as usize..text.floor_char_boundary(start as usize + LONGEST_NUMBER)]
}

/// Whether a postcode begins with this word.
pub fn is_postcode(document: &Document<'_>, word: Word) -> bool {
    POSTCODE.is_match(rest(document, word.span.start))
}

/// Whether a street address begins with this word.
pub fn is_street(document: &Document<'_>, word: Word) -> bool {
    STREET.is_match(rest(document, word.span.start))
}

/// Whether a telephone number begins with this word.
pub fn is_phone_number(document: &Document<'_>, words: &[Word], i: usize) -> bool {
    const DIALLED: OneOf<7> = OneOf::new(["call", "ring", "dial", "phone", "text", "on", "calling"]);
    let (word, text) = (words[i], document.text(words[i]));
    match text {
        "18001" => return true,
        "111" | "119" => return i.checked_sub(1).is_some_and(|before| document.is_one_of(words[before], &DIALLED)),
        _ => {}
    }
    let before = document.prose.text.as_bytes()[..word.span.start as usize].last();
    let opens = matches!(before, Some(b'+' | b'('));
    let start = word.span.start - u32::from(opens);
    let may_be = text.starts_with('0') && text.len() >= 3 || opens || text.len() == 3 && words.get(i + 1).is_some_and(|w| w.has_digit());
    may_be && opens_with_phone_number(rest(document, start))
}

/// What an opaque word leads to.
pub fn address(text: &str) -> Option<Channel> {
    if text.contains('@') {
        Some(Channel::Email)
    } else if text.starts_with(['{', '<']) {
        Some(Channel::Unseen)
    } else if text.contains("://") || text.contains("www.") || text.contains('.') && text.len() > 5 {
        Some(Channel::Link)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_are_recognised() {
        assert!(POSTCODE.is_match("EW1 4QT.") && POSTCODE.is_match("SW1A 2AA") && !POSTCODE.is_match("B12 and"));
        assert!(STREET.is_match("12 Mill Road, Eastwick") && !STREET.is_match("12 May"));
    }
}
