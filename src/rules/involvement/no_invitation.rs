//! A consultation, a recruitment page, a plan or a policy that never asks the people it is about to take part.

use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::document::Document;
use crate::findings::{Finding, Level, Maturity, Related};
use crate::input::span::Span;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct NoInvitation;

static META: Meta = Meta {
    id: "involvement/no-invitation",
    summary: "a plan or consultation that does not ask the people it is about to take part",
    level: Level::Warning,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "People who use a service know what works, and a plan that does not ask them is made without them.",
    sources: &[
        "A Co-production Model: involve people from the earliest stages",
        "Co-production top tips: involve people in all aspects of a service",
    ],
    bad: &[],
    good: &[],
};

impl Check for NoInvitation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let expected = match cx.kind.kind {
            Kind::Consultation => Level::Error,
            Kind::Plan | Kind::Recruit => Level::Warning,
            Kind::Policy => Level::Note,
            Kind::Report | Kind::About | Kind::Info => return,
        };
        // a page that tells of a consultation that is over asks nothing more
        let is_past = || cx.now().zip(cx.involvement.last_day(cx.document, cx.year())).is_some_and(|(now, (last, _))| last < now);
        let is_over = || cx.involvement.of_element(Element::Closed).next().is_some() || is_past();
        if cx.involvement.asks_anywhere() || cx.without_involvement() || is_over() {
            return;
        }
        let Some(span) = place(cx.document) else { return };
        let (name, kind) = match cx.kind.kind {
            Kind::Recruit => ("this page", "a page that looks for members"),
            Kind::Plan => ("this plan", "a plan"),
            Kind::Policy => ("this policy", "a policy"),
            _ => ("this consultation", "a consultation"),
        };
        let spans = |element: Element| cx.involvement.of_element(element).map(|shown| shown.words).collect::<Vec<_>>();
        let (past, promises) = (&spans(Element::Past), &spans(Element::Commitment));
        // people were involved before: what is missing is only how to go on
        let level = if past.is_empty() { expected } else { Level::Note };
        let related = |spans: &[Span], what: &'static str| {
            spans.iter().take(2).map(|s| Related { span: cx.document.source_span(*s), what: what.into() }).collect::<Vec<_>>()
        };
        out.push(Finding {
            level,
            help: Some(help(!promises.is_empty()).into()),
            related: [related(past, "tells of people who were involved"), related(promises, "promises to involve people")].concat(),
            ..META.finding(
                cx.document.source_span(span),
                format!("{name} does not ask the people it is about to take part"),
                format!("read as {kind}: {}", cx.kind.why),
            )
        });
    }
}

fn help(promised: bool) -> String {
    let say = "say who you would like to hear from, what they can change, how to reach you and by when";
    let begin = if promised { format!("the page promises to involve people: {say}") } else { say.to_owned() };
    format!("{begin}; if the page is something else, put `kind: info` in its front matter")
}

/// The title of the document, or its first block.
fn place(document: &Document<'_>) -> Option<Span> {
    document.title_block().or(document.blocks.first()).map(|block| block.prose)
}
