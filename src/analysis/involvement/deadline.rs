//! The last day to answer, as the page gives it.

use super::dates::{Day, Written, days};
use super::{Element, Involvement};
use crate::document::words::Word;
use crate::document::{Document, Sentence};
use crate::input::span::Span;
use crate::language::classes::Class;
use crate::language::fold::OneOf;

/// Words before the last day: "by 4 May", "until Friday 4 May".
const ENDS: OneOf<6> = OneOf::new(["by", "before", "until", "till", "than", "to"]);
/// Words back from the day that they may stand.
const NEAR: usize = 5;

/// Words that may stand between those and the day: "by noon on Friday 4 May".
const LEADS: OneOf<10> = OneOf::new(["noon", "midday", "midnight", "on", "the", "at", "am", "pm", "end", "of"]);

/// Words before the first of two days: "from 20 December to 3 January".
const BEGINS: OneOf<3> = OneOf::new(["from", "between", "opens"]);
/// Where no year is written, any will do: what counts is how far two days are apart. This one is not a leap year.
const SOME_YEAR: u16 = 2025;

impl Involvement {
    /// The first and the last day to answer, with the words of the last, where one sentence of an invitation gives both: "from 20 December to 3
    /// January".
    #[must_use]
    pub fn period(&self, document: &Document<'_>) -> Option<(Day, Day, Span)> {
        let inviting = document.sentences.iter().filter(|s| self.is_inviting(document.block_of(s).section));
        inviting.filter_map(|sentence| period_in(document, sentence)).next()
    }

    /// The latest day that the page gives as the last one to answer, with its words. A day without a year is of `year`.
    #[must_use]
    pub fn last_day(&self, document: &Document<'_>, year: Option<u16>) -> Option<(Day, Span)> {
        let deadlines: Vec<u32> = self.of_kinds(Element::When, &["deadline"]).map(|shown| shown.sentence).collect();
        let mut latest = None;
        for (index, sentence) in document.sentences.iter().enumerate() {
            let section = document.block_of(sentence).section;
            let told = deadlines.binary_search(&(index as u32)).is_ok();
            if !told && !self.is_inviting(section) {
                continue;
            }
            // "from 2 September to 20 October 2024" has one year for both
            let year = days(document, sentence.words()).find_map(Written::year).or(year);
            for written in days(document, sentence.words()) {
                let (first, length) = written.at;
                let before = &document.words[sentence.words().start.max(first.saturating_sub(NEAR))..first];
                let last = told || ends_at(document, before);
                let words = document.words[first].span.to(document.words[first + length - 1].span);
                if let Some(day) = written.in_year(year).filter(|_| last)
                    && latest.is_none_or(|(known, _)| day > known)
                {
                    latest = Some((day, words));
                }
            }
        }
        latest
    }
}

/// Whether the words before a day make it the last one: "by noon on Friday", and not "approved by the board on".
fn ends_at(document: &Document<'_>, before: &[Word]) -> bool {
    let leads = |w: &Word| w.has_digit() || w.is(Class::Calendar) || document.is_one_of(*w, &LEADS);
    before.iter().rposition(|w| document.is_one_of(*w, &ENDS)).is_some_and(|at| before[at + 1..].iter().all(leads))
}

fn period_in(document: &Document<'_>, sentence: &Sentence) -> Option<(Day, Day, Span)> {
    let mut days = days(document, sentence.words());
    let (from, to) = (days.next()?, days.next()?);
    let before = &document.words[sentence.words().start.max(from.at.0.saturating_sub(NEAR))..from.at.0];
    if !before.iter().any(|w| document.is_one_of(*w, &BEGINS)) {
        return None;
    }
    let year = from.year().or(to.year()).unwrap_or(SOME_YEAR);
    let (first, mut last): (Day, Day) = (Written::in_year(from, Some(year))?, Written::in_year(to, Some(year))?);
    if last < first {
        last.year += 1;
    }
    let (at, length) = to.at;
    Some((first, last, document.words[at].span.to(document.words[at + length - 1].span)))
}
