//! Where sentences end. Works block by block, on words: a sentence never runs from one block into the next.

use super::words::Word;
use crate::input::span::Span;
use crate::language::classes::Class;

/// Splits the words of a block into sentences: ranges of the slice, in order, that leave no word out.
pub fn split(text: &str, words: &[Word], mut sentence: impl FnMut(std::ops::Range<usize>)) {
    let mut start = 0;
    for i in 1..words.len() {
        if words[i].after_stop() && ends_before(text, words, start, i) {
            sentence(start..i);
            start = i;
        }
    }
    if start < words.len() {
        sentence(start..words.len());
    }
}

/// The bytes of a sentence, from its opening quote or bracket to its last mark. `before` and `after` bound the gaps around its words.
#[must_use]
pub fn span(text: &str, words: &[Word], before: u32, after: u32) -> Span {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Span { start: before, end: before } };
    let lead = &text[before as usize..first.span.start as usize];
    let opening = lead.trim_end_matches(|c: char| !c.is_whitespace()).len();
    let rest = &text[last.span.end as usize..after as usize];
    // up to the white space that follows the last word
    let closing = rest.find(char::is_whitespace).unwrap_or(rest.len());
    Span::new(before as usize + opening, last.span.end as usize + closing)
}

/// Whether a sentence ends between word `i - 1` and word `i`, where a mark that can end one stands.
fn ends_before(text: &str, words: &[Word], start: usize, i: usize) -> bool {
    let (before, next) = (words[i - 1], words[i]);
    let between = &text[before.span.end as usize..next.span.start as usize];
    if !between.contains(char::is_whitespace) && !before.has_small() {
        return false;
    }
    if between.contains('\n') && !between.contains(['.', '!', '?', '…']) {
        // a hard line break: an address, a verse, or a stray pair of spaces in mid-sentence
        return next.is_capital() || next.has_digit();
    }
    if !(next.is_capital() || next.has_digit() || next.is_opaque()) {
        return false;
    }
    if between.contains(['!', '?']) {
        return true;
    }
    !is_abbreviation(text, words, start, i, between)
}

/// Whether the full stop after word `i - 1` belongs to the word and not to the sentence.
fn is_abbreviation(text: &str, words: &[Word], start: usize, i: usize, between: &str) -> bool {
    let (before, next) = (words[i - 1], words[i]);
    if !between.starts_with('.') {
        // the stop stands after a bracket or a quote, where no abbreviation puts it
        return false;
    }
    let written = &text[before.span.range()];
    // "1. First": the number of an item
    if i - 1 == start && (before.has_digit() && written.len() <= 3 && !written.contains('.')) {
        return true;
    }
    let single = written.chars().count() == 1 && before.is_capital();
    if single && next.is_capital() && !next.is_opaque() {
        return written != "I" && !next.is(Class::Function);
    }
    if !before.is(Class::Abbreviation) {
        return false;
    }
    let lower = written.to_ascii_lowercase();
    match lower.as_str() {
        // these may end a sentence, and a capital after them tells that they do
        "etc" | "al" | "a.m" | "p.m" | "ltd" | "inc" | "plc" | "co" | "corp" | "u.k" | "u.s" | "dept" | "govt" | "ave" | "rd" | "bldg" | "jr"
        | "sr" => !next.is_capital() || lower == "co" && single,
        // these stand before a number
        "no" | "nos" | "p" | "pp" | "pg" | "vol" | "vols" | "fig" | "figs" | "para" | "paras" | "ch" | "chap" | "art" | "sec" | "ref" | "refs"
        | "tel" | "ext" | "v" | "tab" | "max" | "min" | "est" | "ed" => next.has_digit() || next.is_opaque(),
        // months and days are words too ("may", "sun"): the full form is far commoner at the end of a sentence
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" | "mon" | "tue" | "tues" | "wed" | "thu"
        | "thurs" | "fri" | "sat" | "sun" => next.has_digit(),
        _ => true,
    }
}
