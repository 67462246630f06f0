//! Two negatives that a reader must turn round in the head: "will not … unless", "not without", "cannot refuse". Two that stand side by side
//! ("do not smoke and do not drink") turn nothing round.

use crate::document::words::Word;
use crate::document::{Document, Sentence};
use crate::findings::{Finding, Level, Maturity};
use crate::input::span::Span;
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct DoubleNegative;

static META: Meta = Meta {
    id: "sentences/double-negative",
    summary: "two negatives that have to be worked out",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Readers have to turn each negative round in their heads, and often get it wrong.",
    sources: &["GOV.UK style guide", "Plain English Campaign"],
    bad: &[
        "We will not refuse a place unless you do not reply.",
        "You cannot join the group without a form.",
        "It is not uncommon to wait for a month.",
    ],
    good: &[
        "Do not eat and do not drink before the test.",
        "Not only the form but also the photo must be new.",
        "If you do not reply, we will not hold your place.",
    ],
};

/// What turns a negative round when it comes after one, and what ends its reach.
const TURNS: OneOf<14> = OneOf::new([
    "unless",
    "without",
    "refuse",
    "refused",
    "deny",
    "denied",
    "fail",
    "prevent",
    "prevented",
    "impossible",
    "unlikely",
    "uncommon",
    "unusual",
    "unreasonable",
]);
const ENDS: OneOf<9> = OneOf::new(["and", "or", "but", "if", "when", "because", "so", "who", "which"]);
const NOT: OneOf<12> = OneOf::new(["not", "cannot", "never", "no", "can't", "won't", "don't", "doesn't", "isn't", "aren't", "wouldn't", "shouldn't"]);
const ONLY: OneOf<5> = OneOf::new(["only", "just", "longer", "to", "fail"]);
const UNLESS: OneOf<1> = OneOf::new(["unless"]);
/// Words within which the second negative turns the first: "unless" reaches further, as it opens the clause of a condition.
const NEAR: usize = 5;
const REACH: usize = 16;

impl Check for DoubleNegative {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn sentence(&self, cx: &Cx<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
        let words = cx.document.words_of(sentence);
        let Some(span) = pair(cx.document, words) else { return };
        let text = cx.document.prose_of(span);
        out.push(Finding {
            help: Some("say what happens, or what to do: `only if` or `with` often says the same".into()),
            ..META.finding(cx.document.source_span(span), format!("`{text}` has two negatives to work out"), "two negatives")
        });
    }
}

/// The first two negatives of which one turns the other round.
fn pair(document: &Document<'_>, words: &[Word]) -> Option<Span> {
    let is = |i: usize, set: &OneOf<14>| document.is_one_of(words[i], set);
    for (i, word) in words.iter().enumerate().filter(|(_, word)| word.is(Class::Negative)) {
        if !document.is_one_of(*word, &NOT) || words.get(i + 1).is_some_and(|next| document.is_one_of(*next, &ONLY)) {
            continue;
        }
        for (at, second) in words.iter().enumerate().skip(i + 1).take(REACH) {
            if document.is_one_of(*second, &ENDS) {
                break;
            }
            let unless = document.is_one_of(*second, &UNLESS);
            if is(at, &TURNS) && (unless || at - i <= NEAR) {
                return Some(Span { start: word.span.start, end: second.span.end });
            }
        }
    }
    None
}
