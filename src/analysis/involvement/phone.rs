//! Telephone numbers as people write them, read digit by digit: many pages of services have one, and to make a pattern for it at run time took a
//! good part of the time of a check of one page. Whether a number is one to call is for others to say.

/// Digits of a number of the United Kingdom with its first 0 (Ofcom, National Telephone Numbering Plan).
const NATIONAL: std::ops::RangeInclusive<usize> = 10..=11;
/// Childline has fewer: 0800 1111.
const CHILDLINE: (&[u8], &[u8]) = (b"0800", b"1111");
/// Digits of a number of any country after its code (ITU-T E.164 allows 15 with the code).
const ABROAD: std::ops::RangeInclusive<usize> = 7..=12;
/// Digits of a code of a country, and of the area at the start of a national number: one after the other.
const LONGEST_CODE: usize = 3;
const AREA: std::ops::RangeInclusive<usize> = 3..=5;

/// Whether a text opens with a telephone number: `01632 960001`, `(020) 7946 0000`, `+44 (0)1632 960001`, `+1 416 555 0100`, `416-555-0100`.
#[must_use]
pub fn opens_with_phone_number(text: &str) -> bool {
    let text = text.as_bytes();
    let inside = text.strip_prefix(b"(").unwrap_or(text);
    match inside {
        [b'0', ..] => is_national(inside) || is_childline(text),
        [b'2'..=b'9', ..] => is_north_american(inside),
        _ => text.strip_prefix(b"+").is_some_and(|rest| rest.strip_prefix(b"44").is_some_and(is_british) || is_abroad(rest)),
    }
}

/// 01632 960001, 020) 7946 0000: an area, which a bracket may close, and groups of digits.
fn is_national(text: &[u8]) -> bool {
    let area = leading_digits(text);
    let first = area.min(*AREA.end());
    if area < *AREA.start() {
        return false;
    }
    let closed = text.get(area) == Some(&b')') && AREA.contains(&area);
    let rest = &text[if closed { area + 1 } else { first }..];
    let mut count = first;
    any_length(rest, b" -", || {
        count += 1;
        NATIONAL.contains(&count)
    })
}

fn is_childline(text: &[u8]) -> bool {
    let rest = text.strip_prefix(CHILDLINE.0).map(|rest| rest.strip_prefix(b" ").unwrap_or(rest));
    rest.and_then(|rest| rest.strip_prefix(CHILDLINE.1)).is_some_and(ends)
}

/// +44 (0)1632 960001, after the 44.
fn is_british(text: &[u8]) -> bool {
    let rest = text.strip_prefix(b" ").or(text.strip_prefix(b"-")).unwrap_or(text);
    let rest = rest.strip_prefix(b"(0)").unwrap_or(rest);
    let mut count = 0;
    any_length(rest, b" -", || {
        count += 1;
        (9..=10).contains(&count)
    })
}

/// 1 416 555 0100, after the plus.
fn is_abroad(text: &[u8]) -> bool {
    let code = leading_digits(text).min(LONGEST_CODE);
    text.first() != Some(&b'0')
        && (1..=code).any(|code| {
            let mut count = 0;
            any_length(&text[code..], b" .-", || {
                count += 1;
                ABROAD.contains(&count)
            })
        })
}

/// 416) 555-0100.
fn is_north_american(text: &[u8]) -> bool {
    let digits = |text: &[u8], count: usize| text.len() >= count && text[..count].iter().all(u8::is_ascii_digit);
    let apart = |byte: Option<&u8>| byte.is_some_and(|byte| b" .-".contains(byte));
    if !digits(text, 3) {
        return false;
    }
    let rest = text[3..].strip_prefix(b")").unwrap_or(&text[3..]);
    let gap = usize::from(apart(rest.first())) + usize::from(apart(rest.first()) && apart(rest.get(1)));
    let rest = &rest[gap..];
    gap > 0 && digits(rest, 3) && apart(rest.get(3)) && digits(&rest[4..], 4) && ends(&rest[8..])
}

/// Digits, each of which one of these marks may part from the last: whether they end as a word ends where enough of them were read.
fn any_length(text: &[u8], marks: &[u8], mut is_enough: impl FnMut() -> bool) -> bool {
    let mut at = 0;
    loop {
        at += usize::from(text.get(at).is_some_and(|byte| marks.contains(byte)));
        match text.get(at) {
            Some(digit) if digit.is_ascii_digit() => {
                at += 1;
                if is_enough() && ends(&text[at..]) {
                    return true;
                }
            }
            _ => return false,
        }
    }
}

fn leading_digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Whether no letter or digit follows.
fn ends(rest: &[u8]) -> bool {
    !rest.first().is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use proptest::prelude::*;
    use regex::Regex;

    /// The same as a pattern.
    static PATTERN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
        r"^(?:\(?0[0-9]{2}\)?(?:[ -]?[0-9]){7,8}|\(?0[0-9]{3}\)?(?:[ -]?[0-9]){6,7}|\(?0[0-9]{4}\)?(?:[ -]?[0-9]){5,6}|0800 ?1111",
        r"|\+44[ -]?(?:\(0\))?(?:[ -]?[0-9]){9,10}|\+[1-9][0-9]{0,2}(?:[ .-]?[0-9]){7,12}|\(?[2-9][0-9]{2}\)?[ .-]{1,2}[0-9]{3}[ .-][0-9]{4})(?-u:\b)"
    )).expect("a good pattern")
    });

    #[test]
    fn numbers_are_recognised() {
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
        ] {
            assert!(opens_with_phone_number(number), "{number}");
        }
        for other in
            ["0800)1111 00000", "0930 to 1700", "04123456. VAT 123", "05-06-2026 10", "123 4567 89", "1012345", "2026 2027 2028", "", "(", "+"]
        {
            assert!(!opens_with_phone_number(other), "{other}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn it_says_what_the_pattern_says(text in r"(\+44|\(?0[0-9]{1,4}|\+[0-9]|\(?[1-9][0-9]{2}|0800)?[ .()-]{0,2}[0-9]{0,4}[ .)-]{0,2}[0-9]{2,5}[ .-]?[0-9]{3,6}[ a]?[0-9]{0,2}") {
            prop_assert_eq!(opens_with_phone_number(&text), PATTERN.is_match(&text), "{}", text);
        }
    }
}
