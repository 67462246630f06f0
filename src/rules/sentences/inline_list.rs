//! Five items or more in a row inside a sentence, which bullet points would show at a glance. Lists of names, places and languages are left alone.

use crate::document::words::Word;
use crate::document::{Document, Sentence};
use crate::findings::{Finding, Level, Maturity};
use crate::input::span::Span;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct InlineList;

static META: Meta = Meta {
    id: "sentences/inline-list",
    summary: "a list of five things or more inside a sentence",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "A reader cannot see how many things there are, or find one again.",
    sources: &["GOV.UK style guide: bullet points", "NHS digital service manual"],
    bad: &[
        "We can help with rent, heating, food, travel, clothes and school meals.",
        "Bring a pen, a photo, your letter, a coat, some lunch and a drink.",
        "You can walk, swim, cook, draw or sing with us.",
    ],
    good: &[
        "Bring a pen, a photo and your letter.",
        "We work in Leeds, York, Hull, Ripon, Selby and Whitby.",
        "On Monday, if it rains, we meet in the hall, as before, at noon.",
    ],
};

/// Items from which on a list is told of, and words of an item.
const MANY: usize = 5;
const LONGEST_ITEM: usize = 6;
const LAST: OneOf<2> = OneOf::new(["and", "or"]);

impl Check for InlineList {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn sentence(&self, cx: &Cx<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
        let words = cx.document.words_of(sentence);
        if words.len() < MANY * 2 {
            return;
        }
        let Some((items, span)) = longest_list(cx.document, words) else { return };
        out.push(Finding {
            help: Some("could it be a lead-in and bullet points?".into()),
            ..META.finding(cx.document.source_span(span), format!("this sentence holds a list of {items} things"), format!("{items} things"))
        });
    }
}

/// A run of items parted by commas whose last is joined by "and" or "or": how many, and where from the second item on.
fn longest_list(document: &Document<'_>, words: &[Word]) -> Option<(usize, Span)> {
    let comma = |i: usize| words[i].gap() == Gap::Mark && document.prose.text[words[i - 1].span.end as usize..].starts_with(", ");
    let (mut items, mut start, mut first) = (1, 0, 0);
    for i in 1..words.len() {
        let last = document.is_one_of(words[i], &LAST);
        if last && items + 1 >= MANY && i - start <= LONGEST_ITEM {
            let end = words[(i + 1).min(words.len() - 1)];
            // names and places have capitals
            let small = words[first..=i].iter().filter(|w| !w.is_capital() && w.has_small()).count();
            if small * 2 > i - first {
                return Some((items + 1, Span { start: words[first].span.start, end: end.span.end }));
            }
        }
        if comma(i) {
            let follows = i - start <= LONGEST_ITEM || items == 1;
            items = if follows { items + 1 } else { 2 };
            first = if items == 2 { i } else { first };
            start = i;
        } else if words[i].gap() == Gap::Mark {
            (items, start) = (1, i);
        }
    }
    None
}
