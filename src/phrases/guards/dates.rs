//! Dates and lengths of time in the sentence: a promise with a date is not vague.

use super::Site;
use crate::document::words::Word;
use crate::language::classes::Class;

const UNITS: &[&str] = &["minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"];
const NUMBERS: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fourteen", "a", "an", "next", "each", "every"];
const SOON: &[&str] = &["today", "tomorrow", "tonight"];

/// Whether the sentence names a day, a month with its capital, a year, or a number of days.
pub fn is_dated(site: &Site<'_>) -> bool {
    let words = &site.document.words[site.sentence().words()];
    let at = |i: usize| words.get(i).copied();
    (0..words.len()).any(|i| {
        let word = words[i];
        let counted = || (1..3).filter_map(|back| i.checked_sub(back).and_then(at)).any(|w: Word| w.has_digit() || site.is_any(w, NUMBERS));
        // "may" and "march" are names of months with a capital, and in mid-sentence or beside a number
        let month = || word.is_capital() && word.is(Class::Calendar) && (i > 0 || at(1).is_some_and(Word::has_digit));
        month() || is_year(site.document.text(word)) || site.is_any(word, SOON) || site.is_any(word, UNITS) && counted()
    })
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.starts_with("20") && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds_with;

    #[test]
    fn a_promise_with_a_date_is_not_vague() {
        let entry = "instead_of = 'as soon as possible'\nsay = ['(give a date)']\nskip_if = { dated = true }";
        for text in [
            "We will reply as soon as possible and by 4 March.",
            "We reply as soon as possible, within five days.",
            "We will mend it as soon as possible in 2027.",
            "You will hear as soon as possible, and by tomorrow.",
        ] {
            assert_eq!(finds_with(entry, text), 0, "{text}");
        }
        for text in ["You may hear as soon as possible.", "March up as soon as possible.", "Pay on the day as soon as possible."] {
            assert_eq!(finds_with(entry, text), 1, "{text}");
        }
    }
}
