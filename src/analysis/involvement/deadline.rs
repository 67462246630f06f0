//! The last day to answer, as the page gives it.

use super::dates::{Day, days};
use super::{Element, Involvement};
use crate::document::Document;
use crate::input::span::Span;
use crate::language::fold::OneOf;

/// Words before the last day: "by 4 May", "until Friday 4 May".
const ENDS: OneOf<6> = OneOf::new(["by", "before", "until", "till", "than", "to"]);
/// Words back from the day that they may stand.
const NEAR: usize = 5;

impl Involvement {
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
            for written in days(document, sentence.words()) {
                let (first, length) = written.at;
                let before = &document.words[sentence.words().start.max(first.saturating_sub(NEAR))..first];
                let last = told || before.iter().any(|w| document.is_one_of(*w, &ENDS));
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
