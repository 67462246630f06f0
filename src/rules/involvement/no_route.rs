//! A document that asks its readers to take part and gives them no way to answer.

use crate::analysis::involvement::{Ask, Involvement, Stub};
use crate::document::Document;
use crate::findings::{Finding, Level, Maturity, Related};
use crate::input::span::Span;
use crate::language::fold::OneOf;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The reader, and words with which readers are asked.
const READER: OneOf<16> = OneOf::new([
    "you",
    "your",
    "yours",
    "us",
    "please",
    "invite",
    "invites",
    "inviting",
    "invited",
    "welcome",
    "welcomes",
    "sought",
    "recruiting",
    "seeking",
    "looking",
    "wanted",
]);

/// The rule.
pub struct NoRoute;

static META: Meta = Meta {
    id: "involvement/no-route",
    summary: "an invitation with no way to answer it",
    level: Level::Error,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "Readers who want to take part look for an address, a number, a form or a place, and cannot go on without one.",
    sources: &[
        "York co-production guide: publicise ways to be involved",
        "North Cumbria co-production toolkit: all can offer their views and know they will be listened to",
    ],
    bad: &[
        "If you have any feedback please email and mark your email Co-production.",
        "Have your say on the new clinic. We want to hear from you.",
        "Tell us what you think of the plan.",
        "<!-- a note to the editor -->\n\nTell us what you think of the plan.",
    ],
    good: &[
        "If you have any feedback please email jo@clinic.example.",
        "Have your say on the new clinic: call 01632 960001.",
        "Tell us what you think of the plan: ask any member of staff.",
        "The plan explains how residents can get involved in planning the services in their area.",
    ],
};

impl Check for NoRoute {
    fn meta(&self) -> &'static Meta {
        &META
    }

    /// One finding a document: at the first ask that cannot be answered, those with an empty announcement ("please email") first.
    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let involvement = cx.involvement;
        let unheard = |ask: &&Ask| !ask.is_closed && !involvement.is_answerable(ask) && is_said_to_reader(cx.document, ask);
        let unanswerable: Vec<&Ask> = involvement.asks.iter().filter(unheard).collect();
        let with_stub = unanswerable.iter().find_map(|ask| stub_in(involvement, ask).map(|stub| (*ask, Some(stub))));
        let Some((ask, stub)) = with_stub.or(unanswerable.first().map(|ask| (*ask, None))) else { return };
        let (words, message, label) = match stub {
            Some(stub) => (stub, format!("`{}` is not followed by an address or a number", quote(cx.document.prose_of(stub))), "where to?"),
            None => (
                ask.words,
                format!("`{}` asks readers to answer, and the page does not say how", quote(cx.document.prose_of(ask.words))),
                "how can they answer?",
            ),
        };
        let others = unanswerable.iter().filter(|other| other.sentence != ask.sentence).take(3);
        out.push(Finding {
            help: Some("add an email address, a phone number, and a way for people who are not online".into()),
            related: others.map(|other| Related { span: cx.document.source_span(other.words), what: "asks as well".into() }).collect(),
            ..META.finding(cx.document.source_span(words), message, label.to_owned())
        });
    }
}

/// Whether the sentence of an ask names the reader or begins with the ask: "the plan explains how residents can get involved in planning" tells
/// of others.
fn is_said_to_reader(document: &Document<'_>, ask: &Ask) -> bool {
    let words = document.words_of(&document.sentences[ask.sentence as usize]);
    words.first().is_some_and(|first| first.span.start >= ask.words.start) || words.iter().any(|word| document.is_one_of(*word, &READER))
}

/// An announcement with nothing behind it in the sentence of the ask, or else in its section.
fn stub_in(involvement: &Involvement, ask: &Ask) -> Option<Span> {
    let same = |stub: &&Stub| stub.sentence == ask.sentence;
    // stubs come in the order of their sentences
    let from = involvement.stubs.partition_point(|stub| stub.section < ask.section);
    let near = || involvement.stubs[from..].iter().take_while(|stub| stub.section == ask.section);
    near().find(same).or_else(|| near().next()).map(|stub| stub.words)
}
