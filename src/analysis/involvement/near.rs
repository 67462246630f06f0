//! Which sections belong to an invitation: those that ask, and those whose heading says that they tell how to answer.

use super::Ask;
use crate::document::Document;
use crate::language::fold::OneOf;

/// Words of a heading that are looked at.
const LONGEST: usize = 12;
/// Words in the heading of a section that goes with an ask.
const HEADS: OneOf<40> = OneOf::new([
    "involved",
    "say",
    "contact",
    "respond",
    "comment",
    "views",
    "join",
    "part",
    "touch",
    "questions",
    "help",
    "support",
    "expenses",
    "payment",
    "pay",
    "apply",
    "expect",
    "next",
    "happens",
    "dates",
    "date",
    "when",
    "where",
    "who",
    "how",
    "what",
    "why",
    "change",
    "decide",
    "decides",
    "access",
    "accessibility",
    "feedback",
    "results",
    "timetable",
    "events",
    "meetings",
    "stages",
    "scope",
    "role",
]);

/// The sections, in order.
pub fn inviting_sections(document: &Document<'_>, asks: &[Ask]) -> Vec<u32> {
    if asks.is_empty() {
        return Vec::new();
    }
    let mut sections: Vec<u32> = asks.iter().map(|ask| ask.section).collect();
    for (index, section) in document.sections.iter().enumerate() {
        if document.heading_words(section).iter().take(LONGEST).any(|w| document.is_one_of(*w, &HEADS)) {
            sections.push(index as u32);
        }
    }
    sections.sort_unstable();
    sections.dedup();
    sections
}
