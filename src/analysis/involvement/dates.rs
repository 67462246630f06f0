//! Days as people write them: 4 May 2026, May 4th, Friday 4 May, 04/05/2026, 2026-05-04. Days before months, as in the United Kingdom.

use std::time::SystemTime;

use crate::document::Document;
use crate::document::words::Word;
use crate::language::classes::Class;
use crate::language::fold::OneOf;

/// A day. Compared by year, month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Such as 2026.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// A day as it stands in a text; the year is often left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    year: Option<u16>,
    month: u8,
    day: u8,
    /// Index of the first word, and how many words it takes.
    pub at: (usize, usize),
}

impl Day {
    /// Reads `2026-05-04`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.get(..10)?.split('-');
        let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        (is_year(year) && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Day { year, month, day })
    }

    /// The day of a moment, at Greenwich; none before 1970.
    #[must_use]
    pub fn of(moment: SystemTime) -> Option<Day> {
        // the inverse of `number`, by the same source; 719,468 days lie between 1 March of the year 0 and 1 January 1970
        let days = moment.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs() / 86_400 + 719_468;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        Some(Day { year: year as u16, month: month as u8, day: (day_of_year - (153 * from_march + 2) / 5 + 1) as u8 })
    }

    /// Whether it is one of the days when most people are away: 20 December to 4 January.
    #[must_use]
    pub fn is_at_christmas(self) -> bool {
        matches!((self.month, self.day), (12, 20..) | (1, ..=4))
    }

    /// Days since the beginning of the calendar: the distance of two days is the difference of theirs.
    #[must_use]
    pub fn number(self) -> i64 {
        // months counted from March, so that a leap day comes last (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms)
        let (year, month) = (i64::from(self.year) - i64::from(self.month <= 2), (i64::from(self.month) + 9) % 12);
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + i64::from(self.day)
    }
}

impl Written {
    /// The year, where it is written.
    #[must_use]
    pub fn year(self) -> Option<u16> {
        self.year
    }

    /// The day, in the year that is written or else in this one.
    #[must_use]
    pub fn in_year(self, year: Option<u16>) -> Option<Day> {
        Some(Day { year: self.year.or(year)?, month: self.month, day: self.day })
    }
}

/// The days in a stretch of words, in order.
pub fn days<'d>(document: &'d Document<'_>, range: std::ops::Range<usize>) -> impl Iterator<Item = Written> + 'd {
    range.clone().filter_map(move |at| day_at(document, &document.words[..range.end], at))
}

/// Words for the hours at which somebody can be reached.
const HOURS: OneOf<8> = OneOf::new(["open", "opening", "hours", "lines", "desk", "office", "reception", "closed"]);

/// Whether a stretch of words names a day, a day of the week or a time. "September 2015" alone tells when something began, and "open 9am to 5pm"
/// when somebody is there.
#[must_use]
pub fn has_time(document: &Document<'_>, range: std::ops::Range<usize>) -> bool {
    let words = &document.words[range.clone()];
    let timed = |w: &Word| is_weekday(*w, document) || w.has_digit() && is_time(document.text(*w));
    words.iter().any(timed) && !words.iter().any(|w| document.is_one_of(*w, &HOURS)) || days(document, range).next().is_some()
}

fn is_weekday(word: Word, document: &Document<'_>) -> bool {
    word.is_capital() && word.is(Class::Calendar) && document.text(word).ends_with("day")
}

/// 7pm, 10.30am, 14:00.
fn is_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let clock = |mark: u8| bytes.iter().position(|b| *b == mark).is_some_and(|at| at <= 2 && bytes.len() >= at + 3);
    bytes[0].is_ascii_digit() && bytes.len() <= 7 && (text.ends_with("pm") || text.ends_with("am") || clock(b':'))
}

fn is_year(year: u16) -> bool {
    (1990..2100).contains(&year)
}

fn day_at(document: &Document<'_>, words: &[Word], at: usize) -> Option<Written> {
    let word = words[at];
    if !(word.has_digit() || word.is_capital() && word.is(Class::Calendar)) {
        return None;
    }
    let text = |i: usize| words.get(i).map_or("", |w| document.text(*w));
    let in_digits = numeric(document, word).map(|(Day { year, month, day }, length)| {
        let length = words[at..].iter().take_while(|w| (w.span.start as usize) < word.span.start as usize + length).count();
        Written { year: Some(year), month, day, at: (at, length) }
    });
    in_digits.or_else(|| {
        if let Some(day) = day_number(text(at)) {
            // 4 May, 4th of May
            let next = if text(at + 1) == "of" { at + 2 } else { at + 1 };
            let month = month_named(text(next))?;
            let of_year = year(text(next + 1));
            return Some(Written { year: of_year, month, day, at: (at, next - at + 1 + usize::from(of_year.is_some())) });
        }
        // May 4, 2026; "4 May 5" is the day before
        let month = month_named(text(at)).filter(|_| at.checked_sub(1).is_none_or(|before| day_number(text(before)).is_none()))?;
        let day = day_number(text(at + 1))?;
        let of_year = year(text(at + 2));
        Some(Written { year: of_year, month, day, at: (at, 2 + usize::from(of_year.is_some())) })
    })
}

fn year(text: &str) -> Option<u16> {
    text.parse().ok().filter(|year| text.len() == 4 && is_year(*year))
}

/// 4, 4th, 21st.
fn day_number(text: &str) -> Option<u8> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &text[digits.len()..];
    (matches!(ending, "" | "st" | "nd" | "rd" | "th") && digits.len() <= 2).then(|| digits.parse().ok()).flatten().filter(|d| (1..=31).contains(d))
}

fn month_named(text: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const LONG: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let is = |name: &&str| name.eq_ignore_ascii_case(text);
    let found = LONG.iter().position(is).or_else(|| MONTHS.iter().position(is)).or((text == "Sept").then_some(8))?;
    text.starts_with(|c: char| c.is_ascii_uppercase()).then_some(found as u8 + 1)
}

/// 04/05/2026, 4.5.26, 2026-05-04, which may be one word or three, with its length in bytes.
fn numeric(document: &Document<'_>, word: Word) -> Option<(Day, usize)> {
    const LONGEST: usize = 10;
    let (text, start) = (&document.prose.text, word.span.start as usize);
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    if !digit(start) || start > 0 && matches!(text.as_bytes()[start - 1], b'/' | b'.' | b'-' | b'0'..=b'9') {
        return None;
    }
    let rest = &text[start..text.floor_char_boundary(start + LONGEST)];
    if let Some(day) = Day::parse(rest).filter(|_| !digit(start + LONGEST)) {
        return Some((day, LONGEST));
    }
    let whole = &rest[..rest.find(|c: char| !c.is_ascii_digit() && c != '/' && c != '.').unwrap_or(rest.len())];
    let mut parts = whole.trim_end_matches('.').split(['/', '.']);
    let (day, month, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    let year: u16 = year.parse().ok().map(|y: u16| if year.len() == 2 { 2000 + y } else { y })?;
    (parts.next().is_none() && (1..=31).contains(&day) && (1..=12).contains(&month) && is_year(year))
        .then_some((Day { year, month, day }, whole.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    fn read(text: &str) -> Vec<(Option<u16>, u8, u8)> {
        let source = SourceFile { name: String::new(), text: text.to_owned() };
        let document = Document::new(&source, Format::Markdown);
        days(&document, 0..document.words.len()).map(|d| (d.year, d.month, d.day)).collect()
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        assert_eq!(read("Tell us by Friday 4 May 2026."), [(Some(2026), 5, 4)]);
        assert_eq!(read("We meet on the 21st of June and on 3rd July."), [(None, 6, 21), (None, 7, 3)]);
        assert_eq!(read("It closes on May 4, 2026, and on August 1st."), [(Some(2026), 5, 4), (None, 8, 1)]);
        assert_eq!(read("By 04/05/2026 or 2026-06-30."), [(Some(2026), 5, 4), (Some(2026), 6, 30)]);
        assert_eq!(read("You may 4 times, in 2026. Call 01632 960001 by 13/2026. March on."), []);
    }

    #[test]
    fn days_have_a_distance() {
        let day = |text: &str| Day::parse(text).expect("a day").number();
        assert_eq!(day("2026-03-01") - day("2026-02-28"), 1);
        assert_eq!(day("2024-03-01") - day("2024-02-28"), 2);
        assert_eq!(day("2027-01-01") - day("2026-01-01"), 365);
        for (year, month, day) in [(1970, 1, 1), (2024, 2, 29), (2026, 11, 22), (2027, 1, 1), (2100, 3, 1)] {
            let (day, first) = (Day { year, month, day }, Day { year: 1970, month: 1, day: 1 });
            let seconds = (day.number() - first.number()) as u64 * 86_400 + 86_399;
            assert_eq!(Day::of(SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds)), Some(day));
        }
        assert!(Day::parse("2026-13-01").is_none() && Day::parse("soon").is_none() && Day::parse("2026-1-1").is_none());
    }
}
