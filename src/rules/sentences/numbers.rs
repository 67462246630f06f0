//! Many numbers in one sentence. Dates, times, prices, telephone numbers and the numbers of sections are what people came for.

use crate::document::words::Word;
use crate::document::{Document, Sentence};
use crate::findings::{Finding, Level, Maturity};
use crate::language::classes::Class;
use crate::language::tokens::Gap;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct Numbers;

static META: Meta = Meta {
    id: "sentences/numbers",
    summary: "a sentence with four numbers or more",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "About half of adults find text with many numbers hard to use.",
    sources: &["NHS digital service manual: numbers"],
    bad: &[
        "Of 412 people, 36 were seen in 5 days and 120 in 10 days.",
        "About 12% of 400 homes, or 48, were cold for 3 weeks.",
        "The 4 wards had 31, 28, 40 and 22 beds.",
    ],
    good: &[
        "Ring 01632 960001 from 9am to 5pm on 3 May 2027.",
        "It costs £4 for 1 hour, £6 for 2 hours and £12 for the day.",
        "In 3 of 10 homes someone lives alone.",
    ],
};

/// Numbers in a sentence from which on they are told of.
const MANY: usize = 4;
/// Digits of a year, and from which on a number is one to ring or to quote.
const YEAR: usize = 4;
const LONG: usize = 5;

impl Check for Numbers {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn sentence(&self, cx: &Cx<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
        let words = cx.document.words_of(sentence);
        if words.iter().filter(|word| word.has_digit()).count() < MANY || !super::is_prose(cx.document, sentence) {
            return;
        }
        let count = (0..words.len()).filter(|i| is_amount(cx.document, words, *i)).count();
        if count < MANY {
            return;
        }
        out.push(Finding {
            help: Some("which one or two do readers need? A table can hold the rest".into()),
            ..META.finding(cx.document.source_span(sentence.prose), format!("this sentence has {count} numbers"), format!("{count} numbers"))
        });
    }
}

/// A number that a reader has to weigh: not a date, a time, a price, a telephone number or the number of a section.
fn is_amount(document: &Document<'_>, words: &[Word], i: usize) -> bool {
    let (word, text) = (words[i], document.text(words[i]));
    if !word.has_digit() || word.is_opaque() || word.has_small() || word.is_capital() || text.contains(':') {
        return false;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let year = digits == YEAR && text.len() == YEAR && (text.starts_with("19") || text.starts_with("20"));
    let long = digits >= LONG && !text.contains(',') || text.starts_with('0') && digits > 1 && !text.contains('.');
    let beside = |at: Option<usize>| at.and_then(|at| words.get(at)).copied();
    let (before, after) = (beside(i.checked_sub(1)), beside(Some(i + 1)));
    let dated = [before, after].into_iter().flatten().any(|w| w.is(Class::Calendar));
    let joined = word.gap() != Gap::Space && word.gap() != Gap::Mark;
    let named = before.is_some_and(|w| w.is_capital() && i > 1 || w.has_digit() && word.gap() == Gap::Space);
    let priced = word.span.start > 0 && document.prose.text[..word.span.start as usize].ends_with(['\u{a3}', '$', '\u{20ac}', '[']);
    !(year || long || dated || joined || named || priced)
}
