//! Nouns piled up before a noun. Names have capitals and are left alone, and so are titles in lists of references.

use crate::analysis::noun_stack::noun_stacks;
use crate::document::Sentence;
use crate::findings::{Finding, Level, Maturity};
use crate::input::span::Span;
use crate::phrases::guards::references::is_reference;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NounStack;

static META: Meta = Meta {
    id: "sentences/noun-stack",
    summary: "four or more nouns in a row",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Readers do not know what a row of nouns is about until they reach its last word, and then have to go back.",
    sources: &["Plain English Campaign", "GSA"],
    bad: &[
        "The patient flow improvement programme board meets in May.",
        "We wrote to you about the community transport provision model.",
        "This is our stakeholder engagement delivery framework.",
    ],
    good: &[
        "The Moor Lane Community Transport Partnership meets in May.",
        "The board that plans how patients move through the hospital meets in May.",
        "The assessment shows that people need more buses.",
    ],
};

impl Check for NounStack {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn sentence(&self, cx: &Cx<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
        let words = cx.document.words_of(sentence);
        for stack in noun_stacks(cx.document, words) {
            // titles of other people's work are theirs
            if is_reference(cx.document, cx.document.block_of(sentence)) {
                return;
            }
            let count = stack.len();
            let Some((first, last)) = words[stack.clone()].first().zip(words[stack].last()) else { continue };
            let span = Span { start: first.span.start, end: last.span.end };
            let text = cx.document.prose_of(span);
            out.push(Finding {
                help: Some("start with the last word and say how the others belong to it: with `for`, `of`, `that`, or a verb".into()),
                ..META.finding(cx.document.source_span(span), format!("`{text}` is {count} nouns in a row"), "what is it about?")
            });
        }
    }
}
