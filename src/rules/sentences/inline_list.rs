//! Five items or more in a row inside a sentence, which bullet points would show at a glance. Lists of names, places and languages are left
//! alone. Commas do more than part items, so a piece that opens or holds a clause of its own ends a list. Of mere examples ("such as …") a
//! reader need find none again, so more of them are let pass.

use crate::document::words::Word;
use crate::document::{Document, Sentence};
use crate::findings::{Finding, Level, Maturity};
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

/// Items from which on a list is told of, the same of examples, and words of an item.
const MANY: usize = 5;
const MANY_EXAMPLES: usize = 8;
const LONGEST_ITEM: usize = 6;
const LAST: OneOf<2> = OneOf::new(["and", "or"]);
/// Words of a clause, anywhere in a piece, and words with which a piece opens that is no item.
const OTHER: OneOf<58> = OneOf::new([
    "which",
    "who",
    "that",
    "whose",
    "whom",
    "so",
    "but",
    "as",
    "because",
    "if",
    "when",
    "while",
    "where",
    "although",
    "though",
    "since",
    "unless",
    "until",
    "rather",
    "yet",
    "through",
    "therefore",
    "however",
    "then",
    "both",
    "either",
    "we",
    "you",
    "they",
    "it",
    "i",
    "he",
    "she",
    "there",
    "is",
    "are",
    "was",
    "were",
    "be",
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "must",
    "should",
    "has",
    "have",
    "had",
    "do",
    "does",
    "did",
    "it's",
    "we're",
    "you're",
    "i'm",
    "not",
]);
const OPENING: OneOf<15> =
    OneOf::new(["with", "along", "in", "on", "at", "to", "from", "by", "of", "how", "this", "their", "these", "under", "into"]);
const EXAMPLES: OneOf<8> = OneOf::new(["such", "like", "including", "example", "instance", "mostly", "eg", "especially"]);

impl Check for InlineList {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn sentence(&self, cx: &Cx<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
        let words = cx.document.words_of(sentence);
        if words.len() < MANY * 2 {
            return;
        }
        let Some(List { items, first, end, .. }) = longest_list(cx.document, words) else { return };
        let span = words[first].span.to(words[end].span);
        out.push(Finding {
            help: Some("could it be a lead-in and bullet points?".into()),
            ..META.finding(cx.document.source_span(span), format!("this sentence holds a list of {items} things"), format!("{items} things"))
        });
    }
}

/// A list while it is read: items so far, and the words from its second item to the one after the last "and".
#[derive(Clone, Copy)]
struct List {
    items: usize,
    first: usize,
    end: usize,
    /// First word of the item that is read.
    start: usize,
    examples: bool,
}

impl List {
    fn at(start: usize, examples: bool) -> List {
        List { items: 1, first: start, end: start, start, examples }
    }

    fn is_long(&self) -> bool {
        self.items >= if self.examples { MANY_EXAMPLES } else { MANY }
    }
}

/// The first run of items parted by commas whose last is joined by "and" or "or".
fn longest_list(document: &Document<'_>, words: &[Word]) -> Option<List> {
    let (mut list, mut found) = (List::at(0, false), None);
    for i in 1..words.len() {
        let comma = words[i].gap() == Gap::Mark && is_comma(document, words[i - 1], words[i]);
        let ends = words[i].gap() == Gap::Mark && !comma;
        let example = document.is_one_of(words[i], &EXAMPLES);
        let first_or = comma && list.items == 1 && document.is_one_of(words[i], &LAST);
        let other = first_or || comma && document.is_one_of(words[i], &OPENING) || (comma || list.items > 1) && document.is_one_of(words[i], &OTHER);
        if ends || example || other {
            if found.is_some() {
                return found;
            }
            // "for example, …": the comma parts no items
            list = List::at(i, example || !ends && list.examples && list.items == 1);
        } else if document.is_one_of(words[i], &LAST) && list.items > 1 && i - list.start <= LONGEST_ITEM {
            let whole = List { items: list.items + 1, end: (i + 1).min(words.len() - 1), ..list };
            if whole.is_long() && !is_of_names(&words[list.first..=i]) {
                found = Some(whole);
            }
            if comma {
                if found.is_some() {
                    return found;
                }
                list = List::at(i, false);
            }
        } else if comma {
            list = next_item(document, words, list, i);
        }
    }
    found
}

/// The list with the item that begins at `i`.
fn next_item(document: &Document<'_>, words: &[Word], list: List, i: usize) -> List {
    if list.items == 1 && document.is_one_of(words[i - 1], &EXAMPLES) {
        return List { start: i, ..List::at(i, true) };
    }
    if list.items > 1 && i - list.start > LONGEST_ITEM {
        return List { items: 2, first: i, start: i, ..list };
    }
    List { items: list.items + 1, first: if list.items == 1 { i } else { list.first }, start: i, ..list }
}

fn is_comma(document: &Document<'_>, before: Word, word: Word) -> bool {
    document.prose.text[before.span.end as usize..word.span.start as usize].trim_ascii_end() == ","
}

/// Names and places have capitals.
fn is_of_names(words: &[Word]) -> bool {
    words.iter().filter(|word| !word.is_capital() && word.has_small()).count() * 2 < words.len()
}
