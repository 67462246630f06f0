//! Telephone numbers, postcodes, street addresses and what stands for an address in the text. Each is read from its first character, once.

use super::Channel;
use crate::document::Document;
use crate::document::words::Word;
use crate::language::fold::OneOf;

/// How long a number or an address can be, in bytes.
const LONGEST_NUMBER: usize = 60;

/// Whether a text opens with a telephone number. United Kingdom numbers: 0 and nine or ten digits more, or +44 in place of the 0 (Ofcom, National
/// Telephone Numbering Plan); ChildLine, 0800 1111; numbers of other countries with their `+` and 8 to 15 digits (ITU E.164); and North American
/// ones, 416 555 0100. Digits stand in groups with a space, a hyphen or a bracket between them.
fn is_phone(text: &str) -> bool {
    /// More groups than any number has.
    const MOST: usize = 12;
    let bytes = text.as_bytes();
    let abroad = bytes.first() == Some(&b'+');
    let (mut at, mut groups, mut count) = (usize::from(abroad || bytes.first() == Some(&b'(')), [0_usize; MOST], 0);
    while count < MOST {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 {
            return false;
        }
        groups[count] = digits;
        (at, count) = (at + digits, count + 1);
        let ends = bytes.get(at).is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'_');
        if ends && is_grouped(&groups[..count], abroad, bytes) {
            return true;
        }
        let between = bytes[at..].iter().take_while(|b| matches!(b, b' ' | b'-' | b'(' | b')' | b'.')).count();
        if between == 0 || between > 2 {
            return false;
        }
        at += between;
    }
    false
}

/// Whether groups of digits of these lengths make a number.
fn is_grouped(groups: &[usize], abroad: bool, bytes: &[u8]) -> bool {
    let digits: usize = groups.iter().sum();
    if abroad {
        return (8..=15).contains(&digits);
    }
    let first = bytes.iter().find(|b| b.is_ascii_digit());
    let childline = bytes.starts_with(b"0800 1111") || bytes.starts_with(b"08001111");
    match first {
        Some(b'0') => groups[0] >= 3 && matches!(digits, 10 | 11) || childline && digits == 8,
        Some(b'2'..=b'9') => groups == [3, 3, 4],
        _ => false,
    }
}

/// Whether a text opens with a postcode: EW1 4QT, SW1A 2AA (Royal Mail, PAF Programmers' Guide).
fn opens_with_postcode(text: &str) -> bool {
    let bytes = text.as_bytes();
    let letters = bytes.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let is_inward = |rest: &[u8]| {
        let rest = rest.strip_prefix(b" ").unwrap_or(rest);
        let ends = rest.get(3).is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'_');
        ends && rest.len() >= 3 && rest[0].is_ascii_digit() && rest[1].is_ascii_uppercase() && rest[2].is_ascii_uppercase()
    };
    let Some((b'0'..=b'9', rest)) = bytes.get(letters..).and_then(<[u8]>::split_first).filter(|_| matches!(letters, 1 | 2)) else { return false };
    is_inward(rest) || rest.first().is_some_and(|b| b.is_ascii_digit() || b.is_ascii_uppercase()) && is_inward(&rest[1..])
}

/// Whether a text opens with a street address: 12 Mill Road, 4a St Mary's Close.
fn opens_with_street(text: &str) -> bool {
    const STREETS: [&str; 19] = [
        "Street", "Road", "Lane", "Avenue", "Drive", "Close", "Way", "Place", "Square", "Terrace", "Crescent", "Gardens", "Row", "Hill", "Court",
        "Park", "St", "Rd", "Ave",
    ];
    /// Words of a name before "Road".
    const LONGEST_NAME: usize = 3;
    let mut words = text.split(' ');
    let number = words.next().unwrap_or_default().trim_end_matches(',');
    let number = number.strip_suffix(|c: char| c.is_ascii_alphabetic()).unwrap_or(number);
    if !(1..=4).contains(&number.len()) || !number.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    for (at, word) in words.take(LONGEST_NAME + 1).enumerate() {
        let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if at > 0 && STREETS.contains(&name) {
            return true;
        }
        let is_name = name.len() == word.len() && name.starts_with(|c: char| c.is_ascii_uppercase());
        if !is_name || !name.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '\'' | '’')) {
            return false;
        }
    }
    false
}

/// The prose from a place on, as far as a number or an address can reach.
fn rest<'d>(document: &'d Document<'_>, start: u32) -> &'d str {
    let text = &document.prose.text;
    &text[start as usize..text.floor_char_boundary(start as usize + LONGEST_NUMBER)]
}

/// Whether a postcode begins with this word.
pub fn is_postcode(document: &Document<'_>, word: Word) -> bool {
    opens_with_postcode(rest(document, word.span.start))
}

/// Whether a street address begins with this word.
pub fn is_street(document: &Document<'_>, word: Word) -> bool {
    opens_with_street(rest(document, word.span.start))
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
    may_be && is_phone(rest(document, start))
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
        for number in [
            "01632 960001",
            "020 7946 0000",
            "(020) 7946 0000",
            "+44 (0)1632 960001",
            "+44 1632 960002",
            "0800 123 4567",
            "07700 900123",
            "0800 1111",
            "07700900123 or",
            "+1 416 555 0100",
            "416-555-0100",
            "0345 678 9012, 9am",
            "01632 960001 2 lines",
            "(01632) 960 001",
        ] {
            assert!(is_phone(number), "{number}");
        }
        for other in ["0930 to 1700", "04123456. VAT 123", "05-06-2026 10", "123 4567 89", "1012345", "2026 2027 2028"] {
            assert!(!is_phone(other), "{other}");
        }
        for postcode in ["EW1 4QT.", "SW1A 2AA", "M1 1AA", "EW14QT"] {
            assert!(opens_with_postcode(postcode), "{postcode}");
        }
        for other in ["B12 and", "EW1 4Q", "EW1 4QTS", "ABC1 2DE", "E"] {
            assert!(!opens_with_postcode(other), "{other}");
        }
        for street in ["12 Mill Road, Eastwick", "4a St Mary's Close", "1, Old Church Lane.", "120 High St"] {
            assert!(opens_with_street(street), "{street}");
        }
        for other in ["12 May", "12 Mill", "12 mill Road", "12345 Mill Road", "12 Mill, Road"] {
            assert!(!opens_with_street(other), "{other}");
        }
    }
}
