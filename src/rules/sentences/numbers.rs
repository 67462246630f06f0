//! Many numbers in one sentence, or shares told in two ways. Dates, times, prices, telephone numbers and the numbers of steps and sections are
//! what people came for; "4 to 6" and "1, 2 or 3" are one thing to weigh.

use crate::document::words::Word;
use crate::document::{Document, Sentence};
use crate::findings::{Finding, Level, Maturity};
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct Numbers;

static META: Meta = Meta {
    id: "sentences/numbers",
    summary: "four numbers or more in a sentence, or a percentage and another share",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "About half of adults find text with many numbers hard to use.",
    sources: &["NHS digital service manual: numbers"],
    bad: &[
        "Of 412 people, 36 were seen in 5 days and 120 in 10 days.",
        "About 12% of 400 homes, or 48, were cold for 3 weeks.",
        "The 4 wards had 31, 28, 40 and 22 beds.",
        "It helps 12% of people, or 1 in 8.",
    ],
    good: &[
        "Ring 01632 960001 from 9am to 5pm on 3 May 2027.",
        "It costs £4 for 1 hour, £6 for 2 hours and £12 for the day.",
        "In 3 of 10 homes someone lives alone.",
        "Groups of 4 to 6 can come for 1, 2 or 3 days.",
    ],
};

/// Numbers in a sentence from which on they are told of, and those that a percentage and a share have.
const MANY: usize = 4;
const SHARES: usize = 3;
/// Digits of a year, and from which on a number is one to ring or to quote.
const YEAR: usize = 4;
const LONG: usize = 5;
/// What a number after it tells apart, and does not count.
const NAMED: OneOf<44> = OneOf::new([
    "step",
    "steps",
    "version",
    "versions",
    "grade",
    "level",
    "levels",
    "stage",
    "year",
    "years",
    "day",
    "days",
    "week",
    "weeks",
    "page",
    "pages",
    "section",
    "sections",
    "chapter",
    "table",
    "figure",
    "goal",
    "question",
    "questions",
    "part",
    "phase",
    "type",
    "tier",
    "group",
    "room",
    "unit",
    "issue",
    "item",
    "number",
    "bus",
    "buses",
    "route",
    "class",
    "option",
    "band",
    "category",
    "zone",
    "aged",
    "ages",
]);
const TO: OneOf<3> = OneOf::new(["to", "x", "by"]);
const AND: OneOf<2> = OneOf::new(["and", "or"]);
const BETWEEN: OneOf<1> = OneOf::new(["between"]);
const IN: OneOf<1> = OneOf::new(["in"]);

impl Check for Numbers {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn sentence(&self, cx: &Cx<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
        let words = cx.document.words_of(sentence);
        if words.iter().filter(|word| word.has_digit()).count() < SHARES || !super::is_prose(cx.document, sentence) {
            return;
        }
        let count = amounts(cx.document, words);
        let (message, label) = if count >= MANY {
            (format!("this sentence has {count} numbers"), format!("{count} numbers"))
        } else if has_percentage(cx.document, words) && has_share(cx.document, words) {
            ("this sentence tells shares in two ways".to_owned(), "a percentage and a share".to_owned())
        } else {
            return;
        };
        out.push(Finding {
            help: Some("which one or two do readers need? A table can hold the rest".into()),
            ..META.finding(cx.document.source_span(sentence.prose), message, label)
        });
    }
}

/// How many amounts a reader has to weigh: a range is one, and so are numbers that count up.
fn amounts(document: &Document<'_>, words: &[Word]) -> usize {
    let (mut count, mut last) = (0, None);
    for i in (0..words.len()).filter(|i| words[*i].has_digit() && !words[*i].is_opaque()) {
        let goes_on = last.is_some_and(|last| goes_on(document, words, last, i));
        count += usize::from(!goes_on && is_amount(document, words, i));
        last = Some(i);
    }
    count
}

/// Whether the number at `i` is of one piece with the one before it: "4 to 6", "600 x 400", "1, 2 and 3", "between 12 and 25".
fn goes_on(document: &Document<'_>, words: &[Word], last: usize, i: usize) -> bool {
    let joined = words[i].gap();
    let up = || value(document, words[i]) == value(document, words[last]).map(|before| before + 1);
    let between = || last > 0 && document.is_one_of(words[last - 1], &BETWEEN);
    match i - last {
        1 => matches!(joined, Gap::Hyphen | Gap::Slash) || joined == Gap::Mark && (up() || is_dash(document, words[last], words[i])),
        2 => document.is_one_of(words[i - 1], &TO) || document.is_one_of(words[i - 1], &AND) && (up() || between()),
        _ => false,
    }
}

/// "10 – 16".
fn is_dash(document: &Document<'_>, before: Word, word: Word) -> bool {
    matches!(document.prose.text[before.span.end as usize..word.span.start as usize].trim(), "-" | "\u{2013}")
}

/// A whole number.
fn value(document: &Document<'_>, word: Word) -> Option<u64> {
    document.text(word).replace(',', "").parse().ok()
}

/// "12%".
fn has_percentage(document: &Document<'_>, words: &[Word]) -> bool {
    words.iter().any(|word| word.has_digit() && document.prose.text[word.span.end as usize..].starts_with('%'))
}

/// "1 in 8".
fn has_share(document: &Document<'_>, words: &[Word]) -> bool {
    (2..words.len()).any(|i| {
        let whole = words[i].has_digit() && words[i - 2].has_digit() && document.is_one_of(words[i - 1], &IN);
        whole && is_amount(document, words, i) && value(document, words[i - 2]) < value(document, words[i])
    })
}

/// A number that a reader has to weigh: not a date, a time, a price, a telephone number or the number of a section.
fn is_amount(document: &Document<'_>, words: &[Word], i: usize) -> bool {
    let (word, text) = (words[i], document.text(words[i]));
    if !word.has_digit()
        || word.is_opaque()
        || word.has_small()
        || word.is_capital()
        || word.has_capitals()
        || text.contains(':')
        || text.matches('.').count() > 1
    {
        return false;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let year = digits == YEAR && text.len() == YEAR && (text.starts_with("19") || text.starts_with("20"));
    let long = digits >= LONG && !text.contains(',') || text.starts_with('0') && digits > 1 && !text.contains('.');
    let beside = |at: Option<usize>| at.and_then(|at| words.get(at)).copied();
    let (before, after) = (beside(i.checked_sub(1)), beside(Some(i + 1)));
    let dated = [before, after].into_iter().flatten().any(|w| w.is(Class::Calendar)) || is_dated(document, words, i);
    let joined = word.gap() != Gap::Space && word.gap() != Gap::Mark;
    let named = before.is_some_and(|w| w.is_capital() && i > 1 || w.has_digit() && word.gap() == Gap::Space || document.is_one_of(w, &NAMED));
    let (start, end) = (&document.prose.text[..word.span.start as usize], &document.prose.text[word.span.end as usize..]);
    let priced = start.ends_with(['\u{a3}', '$', '\u{20ac}', '[']);
    // "(1) …", "2) …", "3 = good"
    let listed = digits == 1 && end.starts_with(')') && start.ends_with(['(', ' ']) || end.trim_start().starts_with('=');
    !(year || long || dated || joined || named || priced || listed)
}

/// "9 and 13 November", "3, 7 and 10 May": the first of days whose month comes after the last.
fn is_dated(document: &Document<'_>, words: &[Word], i: usize) -> bool {
    let rest = words[i + 1..].iter().find(|word| !(word.has_digit() || document.is_one_of(**word, &AND) || document.is_one_of(**word, &TO)));
    rest.is_some_and(|word| word.is(Class::Calendar))
}
